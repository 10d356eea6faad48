"""A planner's corrections: what they change and what not, who sees them, undo, the trail, on both databases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.store.trail import trail
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.overrides import factors, in_words
from tests.rows import store

AS_OF = dt.date(2026, 11, 23)
WEEK = dt.timedelta(days=7)
NORTH, HERLEV = "Nordsjællands Hospital", "Herlev og Gentofte Hospital"


def fill(db: Database) -> None:
    """Two municipalities, two procedures, two hospitals, half a year of plans and weekly snapshots."""
    rng = np.random.default_rng(5)
    plans = [
        {
            "municipality": code,
            "procedure": name,
            "hospital": hospital,
            "received": day,
            "discharged": day,
            "count": count,
        }
        for back in range(1, 200)
        for day in [AS_OF - dt.timedelta(days=back)]
        if day.weekday() < 5
        for code, hospital in ((219, NORTH), (217, HERLEV))
        for name in ("knæ", "hofte")
        if (count := int(rng.poisson(1.2)))
    ]
    store(db, kinds.GOP, *plans, extracted=AS_OF.isoformat(), sha="a")
    operations = [
        {
            "hospital": hospital,
            "extracted": AS_OF - back * WEEK,
            "municipality": code,
            "procedure": name,
            "day": AS_OF - back * WEEK + ahead * WEEK,
            "weekly": True,
            "count": max(4 - ahead // 3, 0),
        }
        for back in range(12)
        for ahead in range(-4, 10)
        for code, hospital in ((219, NORTH), (217, HERLEV))
        for name in ("knæ", "hofte")
    ]
    store(db, kinds.PLAN, *operations, extracted=AS_OF.isoformat(), sha="b")


@pytest.fixture
def workspace(sqlite_db: Database) -> Workspace:
    fill(sqlite_db)
    return Workspace(sqlite_db)


@pytest.fixture
def either(db: Database) -> Workspace:
    """The same in SQLite and in PostgreSQL."""
    fill(db)
    return Workspace(db)


def knee(**given: object) -> Override:
    """Twenty per cent more knees in Hillerød in the third and fourth week."""
    usual = Override(1.2, "Ny kirurg", AS_OF, AS_OF + 2 * WEEK, AS_OF + 3 * WEEK, "kommune", "219", "knæ")
    return replace(usual, **given)  # type: ignore[arg-type]


def test_that_an_override_multiplies_its_cells_and_no_others(workspace: Workspace) -> None:
    before = workspace.forecast(AS_OF).forecast.mean
    workspace.overrides.add(knee())
    outlook = workspace.forecast(AS_OF)
    m, p = outlook.municipalities.index(219), outlook.procedures.index("knæ")
    expected = np.ones(before.shape)
    expected[m, p, 2:4] = 1.2
    np.testing.assert_allclose(outlook.forecast.mean, before * expected)
    np.testing.assert_allclose(outlook.forecast.parts["override"], before * (expected - 1), atol=1e-12)
    np.testing.assert_allclose(sum(outlook.forecast.parts.values()), outlook.forecast.mean)
    assert outlook.forecast.draws[m, p, 2].mean() > 1.1 * before[m, p, 2]


def test_that_undo_and_redo_leave_exactly_what_was(either: Workspace) -> None:
    before = either.forecast(AS_OF).forecast.draws
    change = either.overrides.add(knee())
    with_it = either.forecast(AS_OF).forecast.draws
    assert not np.array_equal(with_it, before)
    change.undo()
    np.testing.assert_array_equal(either.forecast(AS_OF).forecast.draws, before)
    assert either.overrides.all() == []
    change.redo()
    np.testing.assert_array_equal(either.forecast(AS_OF).forecast.draws, with_it)
    back = either.overrides.remove(either.overrides.all()[0].id)
    assert either.overrides.all() == []
    back.undo()
    assert [o.reason for o in either.overrides.all()] == ["Ny kirurg"]


def test_that_every_change_leaves_its_trail(either: Workspace) -> None:
    change = either.overrides.add(knee())
    change.undo()
    change.redo()
    assert [entry.action for entry in trail(either.database, "override")] == ["restore", "remove", "add"]


def test_that_an_override_is_not_known_before_its_date(workspace: Workspace) -> None:
    workspace.overrides.add(knee(first_day=AS_OF - WEEK, last_day=None))
    earlier = AS_OF - WEEK
    assert workspace.overrides.in_force(earlier) == []
    assert not workspace.forecast(earlier).forecast.parts["override"].any()
    assert workspace.forecast(AS_OF).forecast.parts["override"].any()


def test_that_an_override_of_a_hospital_counts_for_its_part_only(workspace: Workspace) -> None:
    base = workspace.forecast(AS_OF)
    h = base.evidence.hospitals.index(NORTH)
    part = base.forecast.sources[:, h]
    workspace.overrides.add(knee(factor=2.0, level="i_alt", code="i_alt", procedure="", hospital=NORTH, last_day=None))
    more = workspace.forecast(AS_OF).forecast.mean - base.forecast.mean
    np.testing.assert_allclose(more[:, :, 2:], part[:, :, 2:], rtol=1e-6, atol=1e-9)
    np.testing.assert_allclose(more[:, :, :2], 0, atol=1e-12)


def test_that_overrides_of_a_cluster_touch_its_municipalities(workspace: Workspace) -> None:
    outlook = workspace.forecast(AS_OF)
    cluster = next(a for a in outlook.areas if a.level == "klynge" and 219 in a.members)
    workspace.overrides.add(knee(level="klynge", code=cluster.code, procedure=""))
    assert [o.code for o in workspace.overrides.touching("kommune", "219", "alle", AS_OF)] == [cluster.code]
    assert [o.code for o in workspace.overrides.touching("i_alt", "i_alt", "knæ", AS_OF)] == [cluster.code]


def test_that_overlapping_overrides_are_multiplied(workspace: Workspace) -> None:
    outlook = workspace.forecast(AS_OF)
    both = factors(outlook.evidence, outlook.areas, [knee(), knee(factor=0.5, procedure="")], 12, None)
    m, p = outlook.municipalities.index(219), outlook.procedures.index("knæ")
    assert both[m, p, 2] == pytest.approx(0.6)
    assert both[m, outlook.procedures.index("hofte"), 2] == pytest.approx(0.5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"factor": 0.0},
        {"factor": 1000.0},
        {"reason": "  "},
        {"reason": "borger 010190-1234 ringede"},
        {"last_day": AS_OF - 10 * WEEK},
        {"code": "461"},
        {"hospital": "Ukendt Hospital"},
        {"procedure": "tand"},
    ],
)
def test_that_an_override_that_cannot_be_used_is_refused(workspace: Workspace, wrong: dict[str, object]) -> None:
    with pytest.raises(UserError):
        workspace.overrides.add(knee(**wrong))
    assert workspace.overrides.all() == []


def test_that_the_words_say_how_much_when_and_for_whom() -> None:
    assert in_words(knee(), "Hillerød") == "+20 % fra uge 50, 2026 til uge 51, 2026 (Hillerød, knæ)"
    assert in_words(knee(factor=0.9, last_day=None, procedure="")) == "−10 % fra uge 50, 2026"
    assert in_words(knee(last_day=AS_OF + 2 * WEEK)) == "+20 % i uge 50, 2026 (knæ)"


def test_that_every_place_that_shows_the_numbers_is_told_of_an_override(workspace: Workspace) -> None:
    workspace.overrides.add(knee())
    (said,) = workspace.overrides.told(AS_OF)
    assert said.startswith("Prognosen er rettet +20 % fra uge 50, 2026 til uge 51, 2026 (Hillerød, knæ): Ny kirurg (")
    assert said.endswith(", 23.11.2026).")
    assert workspace.overrides.told(AS_OF, members=[219]) == (said,)
    assert workspace.overrides.told(AS_OF, members=[217]) == ()
    assert workspace.overrides.told(AS_OF - WEEK) == ()
    assert workspace.risk(AS_OF).rettelser == (said,)
    report = workspace.report(AS_OF)
    assert "Prognosen er rettet af planlæggeren." in report.note
    assert ("Rettelser af prognosen", (("", said),)) in report.about
    elsewhere = workspace.report(AS_OF, municipality="217")
    assert "rettet" not in elsewhere.note
    assert "Rettelser af prognosen" not in dict(elsewhere.about)
    view = workspace.meeting.view("kommune", "219", AS_OF)
    assert view.corrections == (said,)
    assert workspace.meeting.view("kommune", "217", AS_OF).corrections == ()
    workspace.overrides.remove(workspace.overrides.all()[0].id)
    assert workspace.risk(AS_OF).rettelser == ()
    assert "rettet" not in workspace.report(AS_OF).note
