"""How good earlier forecasts were: scored by hand, by place, kept, cancelled; forecasts given out are frozen and scored."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sundhedsklynge.domain.errors import CancelledError, DatabaseError, NothingToComputeError, UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.backtest import Judged, Past, past_forecast
from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.forecast.outlook import Scope
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.frozen import frozen, frozen_rows
from sundhedsklynge.store.kept_results import keep_results, kept_results
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.accuracy import EXPORT, SHOWN, WRITTEN, Group, judge
from sundhedsklynge.workspace.looks_back import pack, rounded, unpack
from tests.unit.test_overrides_room import AS_OF, WEEK, fill


@pytest.fixture
def workspace(sqlite_db: Database) -> Workspace:
    fill(sqlite_db)
    return Workspace(sqlite_db)


def past(came: Floats, below: Floats, upto: Floats, held: float = 0.9, year: float = 8.0) -> Past:
    """A look back at Hillerød alone; the model expects 5 each week with score 1, last year's number has score 2, the mean of eight 0.5."""
    shape = (1, 1, 12)
    full = np.full(shape, 1.0)
    none = np.zeros(shape)
    return Past(
        AS_OF,
        (Scope("kommune", "219", "Hillerød", (219,)),),
        (ALL,),
        came.reshape(shape),
        np.stack([0.6 * full, held * full, 0.99 * full]),
        {
            "model": Judged(5.0 * full, full, below.reshape(shape), upto.reshape(shape)),
            "sidste_aar": Judged(year * full, 2.0 * full, none, full),
            "middel8": Judged(none, 0.5 * full, none, full),
        },
    )


def test_that_hits_errors_and_beaten_rules_are_counted_by_hand() -> None:
    came = np.array([5.0, 9.0, 2.0, np.nan] + [np.nan] * 8)
    below = np.array([0.4, 0.97, 0.0] + [0.0] * 9)
    upto = np.array([0.6, 0.99, 0.06] + [0.0] * 9)
    record = judge([past(came, below, upto)], "kommune", "219", ALL)
    (group,) = record.groups
    assert (group.name, group.n, group.of) == ("1-4", 3, 1)
    # The first is in the middle half; the third is within 95 % only; the second lies beyond the upper 97.5 % with 0.97 below it.
    assert group.hits == (1, 1, 3)
    assert group.held == pytest.approx((1.8, 2.7, 2.97))
    assert group.doubt[1] == pytest.approx((3 * 0.9 * 0.1) ** 0.5)
    assert group.errors["model"] == pytest.approx((0 + 4 + 3) / 3)
    assert group.errors["sidste_aar"] == pytest.approx((3 + 1 + 6) / 3)
    assert group.wis == {"model": 1.0, "sidste_aar": 2.0, "middel8": 0.5}
    assert group.beaten == {"sidste_aar": 1, "middel8": 0}
    assert group.above == pytest.approx(1.5)
    assert group.pit.sum() == pytest.approx(1.0)
    assert record.whole is not None
    assert (record.whole.name, record.whole.hits, record.each) == (ALL, group.hits, None)


def hits(right: int, of: int, held: float) -> Group:
    """Forecasts of twelve weeks with `right` outcomes in the middle and the rest far out."""
    low = np.where(np.arange(of) < right, 0.45, 0.999)
    pasts = [past(np.full(12, 5.0), low[i : i + 12], low[i : i + 12] + 0.001, held) for i in range(0, of, 12)]
    whole = judge(pasts, "kommune", "219", ALL).whole
    assert whole is not None
    return whole


def test_that_hits_are_judged_by_what_the_intervals_held_and_not_by_their_name() -> None:
    """Of 48 weeks with an interval that holds 0.96: 46 are right, 36 too few; with one that holds 0.6: 46 are too many."""
    assert hits(46, 48, 0.96).honest(1) == 0
    assert hits(36, 48, 0.96).honest(1) == -1
    assert hits(46, 48, 0.6).honest(1) == 1


def test_that_honest_intervals_are_seldom_called_anything_else() -> None:
    """13 forecasts of 4 weeks, as on the page, whose 80 % intervals are right: independent weeks, then half of the spread common to those
    of a forecast. Measured: 0.3 and 2 % of records."""
    rng = np.random.default_rng(7)
    for shared in (0.0, 0.5):
        wrong, like = 0, hits(0, 12, 0.8)
        for _ in range(400):
            normal = np.sqrt(shared) * rng.standard_normal((13, 1)) + np.sqrt(1 - shared) * rng.standard_normal((13, 4))
            inside = int((np.abs(normal) < 1.2816).sum())
            wrong += replace(like, hits=(0, inside, 0), held=(0, 41.6, 0), doubt=(1, 2.884, 1)).honest(1) != 0
        assert wrong / 400 < 0.04, shared


def test_that_hits_are_those_between_the_quantiles(workspace: Workspace) -> None:
    day = AS_OF - 8 * WEEK
    outlook = workspace.forecast(day)
    found = past_forecast(outlook, workspace.evidence(AS_OF))
    record = judge([found], "i_alt", "i_alt", ALL)
    cell = outlook.cell("i_alt", "i_alt", ALL)
    at = next(i for i, area in enumerate(found.areas) if area.level == "i_alt")
    came = found.came[at, -1]
    for group, weeks in zip(record.groups, (slice(0, 4), slice(4, 8)), strict=True):
        q, seen = cell.quantiles[weeks], came[weeks]
        between = [int(((seen >= q[:, lo]) & (seen <= q[:, -1 - lo])).sum()) for lo in (3, 2, 0)]
        assert list(group.hits) == between
        draws = outlook.draws(found.areas[at], ALL)[weeks]
        inside = (draws >= q[:, 2, None]) & (draws <= q[:, 6, None])
        assert group.held[1] == pytest.approx(float(inside.mean(1).sum()))
    assert len(record.groups) == 2
    assert record.each is not None
    own = [judge([found], "kommune", code, ALL).whole for code in ("217", "219")]
    assert record.each.hits[1] == sum(group.hits[1] for group in own if group)
    assert record.each.n == sum(group.n for group in own if group)
    assert [group.name for group in record.procedures] == ["knæ", "hofte", "skulder", ALL]
    assert record.procedures[-1].hits == (record.whole.hits if record.whole else ())


def test_that_the_table_and_the_record_rest_on_the_same_forecasts(workspace: Workspace) -> None:
    day = AS_OF - 6 * WEEK
    table = workspace.accuracy.table(day, day, 4)
    record = workspace.accuracy.record("i_alt", "i_alt", ALL, day, day, 4)
    rows = table[(table["niveau"] == "i_alt") & (table["procedure"] == ALL) & (table["model"] == "model")]
    assert rows["n"].tolist() == [group.n for group in record.groups]
    for share, i in (("daekning50", 0), ("daekning80", 1), ("daekning95", 2)):
        np.testing.assert_allclose(rows[share], [group.hits[i] / group.n for group in record.groups])
    assert set(table["model"]) == {"model", "middel8", "sidste_aar", "booket_rate", "pickup"}


def again(*_: object, **__: object) -> None:
    raise AssertionError("computed twice")


def test_that_scores_are_kept_from_one_day_to_the_next_until_plans_change(
    db: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(db)
    day = AS_OF - 6 * WEEK
    first = Workspace(db).accuracy.table(day, day)
    monkeypatch.setattr("sundhedsklynge.workspace.accuracy.predict", again)
    tomorrow = Workspace(db)  # knows nothing but what lies in the database
    assert tomorrow.accuracy.table(day, day).equals(first)
    path = tmp_path / "kapacitet.csv"
    path.write_text("kommunekode;uge;pladser\n219;2026-W50;12\n", encoding="utf-8")
    assert tomorrow.import_file(path).stored  # slots are no part of a forecast
    assert tomorrow.accuracy.table(day, day).equals(first)
    gop = next(entry.id for entry in tomorrow.imports() if entry.kind == "gop")
    tomorrow.undo_import(gop)
    with pytest.raises(AssertionError, match="computed twice"):
        tomorrow.accuracy.table(day, day)
    tomorrow.redo_import(gop)
    assert tomorrow.accuracy.table(day, day).equals(first)


def test_that_another_model_another_place_or_another_reading_of_a_file_is_computed_anew(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = AS_OF - 6 * WEEK
    workspace.accuracy.table(day, day)
    monkeypatch.setattr("sundhedsklynge.workspace.accuracy.predict", again)
    with monkeypatch.context() as newer:
        newer.setattr("sundhedsklynge.workspace.accuracy.MODEL_VERSION", "2099.1")
        with pytest.raises(AssertionError, match="computed twice"):
            Workspace(workspace.database).accuracy.table(day, day)
    Workspace(workspace.database).accuracy.table(day, day)
    last = workspace.imports()[-1]
    workspace.undo_import(last.id)
    fill_again = Workspace(workspace.database)
    fill(workspace.database)  # the same files under new numbers, as when a file is read again in another way
    with pytest.raises(AssertionError, match="computed twice"):
        fill_again.accuracy.table(day, day)


def test_that_what_others_store_meanwhile_is_never_taken_for_a_result_of_the_old_data(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another program takes a file back while this one computes: it begins again, and keeps nothing under the old stamp."""
    day = AS_OF - 6 * WEEK
    gop = next(entry.id for entry in workspace.imports() if entry.kind == "gop")
    old = workspace.accuracy._rests_on()

    def meanwhile(_share: float) -> None:
        if gop:
            undo()

    def undo() -> None:
        nonlocal gop
        Workspace(workspace.database).undo_import(gop)
        gop = 0

    with pytest.raises(NothingToComputeError):  # without plans received there is nothing to compare with
        workspace.accuracy.table(day, day, 4, meanwhile)
    assert kept_results(workspace.database, old) == {}


def test_that_what_was_found_is_shown_where_the_database_cannot_be_written_to(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DatabaseError("Du har ikke ret til at skrive i databasen.", "Bed om adgang.")

    monkeypatch.setattr("sundhedsklynge.workspace.accuracy.keep_results", refuse)
    day = AS_OF - 6 * WEEK
    assert len(workspace.accuracy.table(day, day))
    assert kept_results(workspace.database, workspace.accuracy._rests_on()) == {}


def test_that_a_look_back_is_the_same_after_it_was_kept(workspace: Workspace) -> None:
    made = rounded(past_forecast(workspace.forecast(AS_OF - 8 * WEEK), workspace.evidence(AS_OF)))
    found = unpack(pack(made))
    assert found is not None
    assert (found.as_of, found.areas, found.procedures) == (made.as_of, made.areas, made.procedures)
    np.testing.assert_array_equal(found.came, made.came)
    np.testing.assert_array_equal(found.held, made.held)
    for name, judged in made.judged.items():
        for part in ("mean", "wis", "below", "upto"):
            np.testing.assert_array_equal(getattr(found.judged[name], part), getattr(judged, part))
    assert unpack(pack(None)) is None


def test_that_results_of_another_stamp_are_thrown_away_and_none_is_kept_twice(db: Database) -> None:
    keep_results(db, "a", {AS_OF: b"old"})
    keep_results(db, "b", {AS_OF: b"one"})
    keep_results(db, "b", {AS_OF: b"two", AS_OF - WEEK: b""})
    assert kept_results(db, "a") == {}
    assert kept_results(db, "b") == {AS_OF: b"one", AS_OF - WEEK: b""}


def test_that_a_backtest_tells_how_far_it_is_and_can_be_stopped(workspace: Workspace) -> None:
    told: list[float] = []

    def stop() -> bool:
        return bool(told)

    with pytest.raises(CancelledError):
        workspace.accuracy.table(AS_OF - 8 * WEEK, AS_OF - 4 * WEEK, 2, told.append, stop)
    assert told == pytest.approx([1 / 3])
    kept = kept_results(workspace.database, workspace.accuracy._rests_on())
    assert list(kept) == [AS_OF - 8 * WEEK]  # what was done before the stop need not be done again


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
    assert (older.n, older.inside, older.whys) == (5, int(inside.sum()), (EXPORT,))
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
    assert (entry.as_of, entry.whys) == (AS_OF, (EXPORT,))


def test_that_a_forecast_shown_written_and_exported_is_one_and_edits_of_slots_make_no_other(
    workspace: Workspace, tmp_path: Path
) -> None:
    outlook = workspace.forecast(AS_OF)
    for why in (SHOWN, WRITTEN, EXPORT):
        assert workspace.accuracy.freeze(outlook, why)
    path = tmp_path / "kapacitet.csv"
    path.write_text("kommunekode;uge;pladser\n219;2026-W50;12\n", encoding="utf-8")
    assert workspace.import_file(path).stored
    assert not workspace.accuracy.freeze(workspace.forecast(AS_OF), SHOWN)
    (entry,) = workspace.accuracy.given_out("i_alt", "i_alt")
    assert entry.whys == (SHOWN, WRITTEN, EXPORT)
