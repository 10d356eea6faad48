"""How good earlier forecasts were: scored by hand, by place, kept, cancelled; forecasts given out are frozen and scored."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sundhedsklynge.domain.errors import CancelledError, NothingToComputeError, UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.frozen import frozen, frozen_rows
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.accuracy import EXPORT, Past, judge, past_forecast
from tests.unit.test_overrides_room import AS_OF, WEEK, fill


@pytest.fixture
def workspace(sqlite_db: Database) -> Workspace:
    fill(sqlite_db)
    return Workspace(sqlite_db)


def past(came: Floats, below: Floats, upto: Floats, model: float, year: float) -> Past:
    shape = (1, 1, 12)
    return Past(
        AS_OF,
        {("kommune", "219"): 0},
        (ALL,),
        came.reshape(shape),
        below.reshape(shape),
        upto.reshape(shape),
        {"model": np.full(shape, model), "sidste_aar": np.full(shape, year), "middel8": np.full(shape, 0.0)},
    )


def test_that_hits_errors_and_beaten_rules_are_counted_by_hand() -> None:
    came = np.array([5.0, 9.0, 2.0, np.nan] + [np.nan] * 8)
    below = np.array([0.4, 0.97, 0.0] + [0.0] * 9)
    upto = np.array([0.6, 0.99, 0.06] + [0.0] * 9)
    record = judge([past(came, below, upto, model=5.0, year=8.0)], "kommune", "219", ALL)
    (group,) = record.groups
    assert (group.horizons, group.n, group.of) == ("1-4", 3, 1)
    # The first is in the middle half; the third is within 95 % only; the second lies beyond the upper 97.5 % with 0.97 below it.
    assert group.hits == (1, 1, 3)
    assert group.errors["model"] == pytest.approx((0 + 4 + 3) / 3)
    assert group.errors["sidste_aar"] == pytest.approx((3 + 1 + 6) / 3)
    assert group.beaten == {"sidste_aar": 1, "middel8": 1}
    assert group.above == pytest.approx(1.5)
    assert group.pit.sum() == pytest.approx(1.0)


def test_that_hits_are_those_between_the_quantiles(workspace: Workspace) -> None:
    day = AS_OF - 8 * WEEK
    outlook = workspace.forecast(day)
    found = past_forecast(outlook, workspace.evidence(AS_OF))
    record = judge([found], "i_alt", "i_alt", ALL)
    cell = outlook.cell("i_alt", "i_alt", ALL)
    came = found.came[found.areas["i_alt", "i_alt"], -1]
    for group, weeks in zip(record.groups, (slice(0, 4), slice(4, 8)), strict=True):
        q, seen = cell.quantiles[weeks], came[weeks]
        between = [int(((seen >= q[:, lo]) & (seen <= q[:, -1 - lo])).sum()) for lo in (3, 2, 0)]
        assert list(group.hits) == between
    assert len(record.groups) == 2


def test_that_the_table_and_the_record_rest_on_the_same_forecasts(workspace: Workspace) -> None:
    day = AS_OF - 6 * WEEK
    table = workspace.accuracy.table(day, day, 4)
    record = workspace.accuracy.record("i_alt", "i_alt", ALL, day, day, 4)
    rows = table[(table["niveau"] == "i_alt") & (table["procedure"] == ALL) & (table["model"] == "model")]
    assert rows["n"].tolist() == [group.n for group in record.groups]
    for share, i in (("daekning50", 0), ("daekning80", 1), ("daekning95", 2)):
        np.testing.assert_allclose(rows[share], [group.hits[i] / group.n for group in record.groups])
    assert set(table["model"]) == {"model", "middel8", "sidste_aar", "booket_rate", "pickup"}


def test_that_scores_are_kept_until_files_change(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    day = AS_OF - 6 * WEEK
    first = workspace.accuracy.table(day, day)
    workspace.forget()

    def again(*_: object, **__: object) -> None:
        raise AssertionError("computed twice")

    monkeypatch.setattr("sundhedsklynge.workspace.accuracy.predict", again)
    assert workspace.accuracy.table(day, day).equals(first)
    workspace.undo_import(workspace.imports()[0].id)
    with pytest.raises(AssertionError, match="computed twice"):
        workspace.accuracy.table(day, day)


def test_that_a_backtest_tells_how_far_it_is_and_can_be_stopped(workspace: Workspace) -> None:
    told: list[float] = []

    def stop() -> bool:
        return bool(told)

    with pytest.raises(CancelledError):
        workspace.accuracy.table(AS_OF - 8 * WEEK, AS_OF - 4 * WEEK, 2, told.append, stop)
    assert told == pytest.approx([1 / 3])


def test_that_usual_dates_leave_half_a_year_of_history_and_four_weeks_to_score(workspace: Workspace) -> None:
    with pytest.raises(NothingToComputeError):
        workspace.accuracy.dates(last=AS_OF - 8 * WEEK)
    assert workspace.accuracy.dates(AS_OF - 8 * WEEK, AS_OF - 3 * WEEK, 2) == [
        AS_OF - 8 * WEEK,
        AS_OF - 6 * WEEK,
        AS_OF - 4 * WEEK,
    ]
    with pytest.raises(UserError):
        workspace.accuracy.dates(AS_OF, AS_OF - WEEK)


def test_that_dates_without_outcomes_say_what_to_do(workspace: Workspace) -> None:
    with pytest.raises(NothingToComputeError):
        workspace.accuracy.table(AS_OF, AS_OF)
    with pytest.raises(NothingToComputeError):
        workspace.accuracy.table(dt.date(2020, 1, 6), dt.date(2020, 1, 6))


def test_that_a_forecast_given_out_is_frozen_once_and_as_it_was(db: Database) -> None:
    fill(db)
    workspace = Workspace(db)
    outlook = workspace.forecast(AS_OF)
    assert workspace.accuracy.freeze(outlook)
    assert not workspace.accuracy.freeze(outlook)
    (entry,) = frozen(db)
    assert (entry.as_of, entry.assumptions["anledning"]) == (AS_OF, "vist")
    rows = frozen_rows(db, entry.id, "kommune", "219", "knæ")
    cell = outlook.cell("kommune", "219", "knæ")
    assert rows["week"].tolist() == outlook.weeks
    np.testing.assert_allclose(rows["mean"], cell.mean)
    np.testing.assert_array_equal(rows["q90"], cell.quantiles[:, 6])
    np.testing.assert_array_equal(rows["booked"].to_numpy(float), cell.booked)


def test_that_a_frozen_forecast_is_scored_when_its_weeks_have_passed(workspace: Workspace) -> None:
    day = AS_OF - 5 * WEEK
    outlook = workspace.forecast(day)
    workspace.accuracy.freeze(outlook, EXPORT)
    workspace.accuracy.freeze(workspace.forecast(AS_OF))
    newest, older = workspace.accuracy.given_out("kommune", "219", ALL)
    assert (newest.as_of, newest.n) == (AS_OF, 0)
    assert np.isnan(newest.error)
    _, came = workspace.forecast(AS_OF).history("kommune", "219", ALL, 5)
    cell = outlook.cell("kommune", "219", ALL)
    inside = (came >= cell.quantiles[:5, 2]) & (came <= cell.quantiles[:5, 6])
    assert (older.n, older.inside, older.why) == (5, int(inside.sum()), EXPORT)
    assert older.error == pytest.approx(float(np.abs(came - cell.mean[:5]).mean()))


def test_that_an_override_makes_another_frozen_forecast_that_names_it(workspace: Workspace) -> None:
    workspace.accuracy.freeze(workspace.forecast(AS_OF))
    workspace.overrides.add(Override(1.5, "Ny kirurg", AS_OF, AS_OF, None, "kommune", "219"))
    assert workspace.accuracy.freeze(workspace.forecast(AS_OF))
    assert [entry.overrides for entry in workspace.accuracy.given_out("kommune", "219")] == [("Ny kirurg",), ()]


def test_that_an_override_of_today_is_no_part_of_a_backtest(workspace: Workspace) -> None:
    day = AS_OF - 6 * WEEK
    before = workspace.accuracy.table(day, day)
    workspace.overrides.add(replace(Override(5.0, "Ny kirurg", AS_OF, AS_OF), first_day=day))
    fresh = Workspace(workspace.database)
    assert fresh.accuracy.table(day, day).equals(before)


def test_that_an_export_freezes_what_it_gave_out(workspace: Workspace, tmp_path: Path) -> None:
    workspace.export(tmp_path, AS_OF, ("csv",))
    workspace.export(tmp_path, AS_OF, ("csv",))
    (entry,) = workspace.accuracy.given_out("i_alt", "i_alt")
    assert (entry.as_of, entry.why) == (AS_OF, EXPORT)
