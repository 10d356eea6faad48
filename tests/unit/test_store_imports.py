"""Keeping files: all or nothing, once, taken back and again."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import func, select

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import CancelledError, InputRefusedError, UserError
from sundhedsklynge.store import bulk, schema
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.history import imports
from sundhedsklynge.store.imports import ImportMeta, redo_import, save_import, stored_as, undo_import
from sundhedsklynge.store.organisation import hospitals
from sundhedsklynge.store.queries import capacity, default_as_of, evidence
from sundhedsklynge.store.trail import trail
from tests.rows import frame, store

NORTH = "Nordsjællands Hospital"
PLAN_ROW: dict[str, Any] = {"hospital": NORTH, "extracted": "2026-11-23", "day": "2026-12-01"}
GOP_ROW: dict[str, Any] = {"hospital": NORTH, "received": "2026-11-20"}


def rows_of(db: Database, table: str) -> int:
    with db.read() as connection:
        return connection.execute(select(func.count()).select_from(schema.metadata.tables[table])).scalar_one()


def test_that_every_column_of_a_plan_comes_back(db: Database) -> None:
    store(
        db,
        kinds.PLAN,
        {
            **PLAN_ROW,
            "department": "Ortopædkirurgi",
            "municipality": 219,
            "procedure": "hofte",
            "sks": "KNFB40",
            "weekly": True,
            "day": "2026-11-30",
            "count_min": 1,
            "count_max": 4,
            "status": "aflyst",
            "booked": "2026-10-01",
            "case": "00000000000000ffaa",
            "private": True,
        },
    )
    with db.read() as connection:
        row = connection.execute(
            select(schema.planned_operation, schema.department.c.name).join(schema.department)
        ).one()
        code = connection.execute(select(schema.sks_code.c.code).where(schema.sks_code.c.id == row.sks_id)).scalar_one()
    assert (row.municipality, row.day, row.booked, row.weekly) == (219, dt.date(2026, 11, 30), dt.date(2026, 10, 1), 1)
    assert (row.count_min, row.count_max, row.status, row.private) == (1, 4, 2, 1)
    assert (row.name, code, row.case_hash) == ("Ortopædkirurgi", "KNFB40", 127)
    known = evidence(db, dt.date(2026, 11, 23)).snapshots
    assert known.cancelled.tolist() == [True]
    assert known.case.tolist() == [127]
    assert known.last.tolist() == known.day + 6


def test_that_what_is_not_said_is_null_and_not_a_number(db: Database) -> None:
    store(db, kinds.PLAN, PLAN_ROW)
    store(db, kinds.GOP, {**GOP_ROW, "hospital": ""})
    with db.read() as connection:
        plan = connection.execute(select(schema.planned_operation)).one()
        gop = connection.execute(select(schema.plan_received)).one()
    assert (plan.booked, plan.case_hash, plan.department_id) == (None, None, None)
    assert (gop.hospital_id, gop.discharged, gop.offered, gop.incomplete, gop.department_id) == (None,) * 5
    assert gop.received == dt.date(2026, 11, 20)


def test_that_a_hospital_not_seen_before_is_added_and_told(db: Database) -> None:
    table = frame(kinds.PLAN, {**PLAN_ROW, "hospital": "Privathospitalet Kysten"}, PLAN_ROW)
    stored = save_import(db, ImportMeta("p.csv", "a", 2, 2), kinds.PLAN, table)
    assert stored.new_hospitals == ("Privathospitalet Kysten",)
    assert "Privathospitalet Kysten" in [h.name for h in hospitals(db)]


def test_that_the_same_file_is_stored_once(db: Database) -> None:
    first = store(db, kinds.PLAN, PLAN_ROW, sha="a" * 64)
    again = save_import(db, ImportMeta("b.csv", "a" * 64, 1, 1), kinds.PLAN, frame(kinds.PLAN, PLAN_ROW))
    assert (again.import_id, again.stored) == (first, False)
    assert rows_of(db, "planned_operation") == 1
    assert stored_as(db, "a" * 64, kinds.PLAN) == first


def test_that_an_undone_file_may_come_again_and_then_not_be_redone_beside_it(db: Database) -> None:
    first = store(db, kinds.PLAN, PLAN_ROW, sha="a" * 64)
    undo_import(db, first)
    assert stored_as(db, "a" * 64, kinds.PLAN) is None
    second = store(db, kinds.PLAN, PLAN_ROW, sha="a" * 64)
    assert second != first
    with pytest.raises(UserError, match=f"import {second}"):
        redo_import(db, first)


def test_that_undo_and_redo_change_what_is_known_and_delete_nothing(db: Database) -> None:
    number = store(db, kinds.PLAN, PLAN_ROW)
    day = dt.date(2026, 11, 23)
    assert len(evidence(db, day).snapshots.count) == 1
    undo_import(db, number)
    assert len(evidence(db, day).snapshots.count) == 0
    assert default_as_of(db) is None
    assert rows_of(db, "planned_operation") == 1
    redo_import(db, number)
    assert len(evidence(db, day).snapshots.count) == 1
    assert [entry.action for entry in trail(db, "import_batch")] == ["redo", "undo", "import"]


def test_that_an_import_redone_after_others_were_read_counts_once(db: Database) -> None:
    first, _ = store(db, kinds.PLAN, PLAN_ROW), store(db, kinds.PLAN, {**PLAN_ROW, "hospital": "Ny"})
    undo_import(db, first)
    assert evidence(db, dt.date(2026, 11, 23)).snapshots.count.tolist() == [1]
    redo_import(db, first)
    assert evidence(db, dt.date(2026, 11, 23)).snapshots.count.tolist() == [1, 1]


def test_that_undo_and_redo_of_what_is_not_there_are_told(db: Database) -> None:
    with pytest.raises(UserError, match="ingen import"):
        undo_import(db, 77)
    number = store(db, kinds.PLAN, PLAN_ROW)
    with pytest.raises(UserError, match="ikke fortrudt"):
        redo_import(db, number)
    undo_import(db, number)
    with pytest.raises(UserError, match="allerede fortrudt"):
        undo_import(db, number)


def test_that_cancelling_leaves_nothing(db: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "_BLOCK", 50)
    table = frame(kinds.PLAN, {**PLAN_ROW, "hospital": "Ny"}).loc[[0] * 120]
    shares: list[float] = []
    with pytest.raises(CancelledError):
        save_import(
            db,
            ImportMeta("p.csv", "a", 1, 1),
            kinds.PLAN,
            table,
            cancelled=lambda: len(shares) > 1,
            progress=shares.append,
        )
    assert shares == [pytest.approx(50 / 120), pytest.approx(100 / 120)]
    for name in ("planned_operation", "plan_snapshot", "import_batch", "audit"):
        assert rows_of(db, name) == 0
    assert "Ny" not in [h.name for h in hospitals(db)]


@pytest.mark.parametrize(
    ("kind", "row"),
    [
        (kinds.PLAN, {**PLAN_ROW, "status": "måske"}),
        (kinds.GOP, {**GOP_ROW, "gop_type": "hemmelig"}),
        (kinds.ACTIVITY, {"municipality": 0, "region": "Region Måneskin", "month": "2026-10-01", "received": 4}),
    ],
)
def test_that_a_word_the_tables_do_not_know_refuses_the_file(db: Database, kind: str, row: dict[str, Any]) -> None:
    with pytest.raises(InputRefusedError):
        store(db, kind, row)
    assert rows_of(db, "import_batch") == 0


def test_that_the_tables_refuse_what_no_file_may_say(db: Database) -> None:
    for kind, row in (
        (kinds.CAPACITY, {"week": "2026-11-24", "slots": 4}),
        (kinds.CAPACITY, {"week": "2026-11-23", "slots": -4}),
        (kinds.TREATMENT72, {"quarter": "2026K3", "discharges": 4, "covered": 5}),
        (kinds.NURSING_HOME, {"quarter": "2026K3", "homes": 4, "homes_with_doctor": 3, "homes_unknown": 2}),
        (kinds.ACTIVITY, {"municipality": 102, "month": "2026-10-01", "received": 4}),
    ):
        with pytest.raises(InputRefusedError, match="kan gemmes"):
            store(db, kind, row)
    twice = {"quarter": "2026K3", "discharges": 4, "covered": 4}
    with pytest.raises(InputRefusedError, match="dobbelte"):
        store(db, kinds.TREATMENT72, twice, twice)
    assert rows_of(db, "import_batch") == 0


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, dt.date(2026, 11, 21)),
        ({"as_of": "2026-11-23"}, dt.date(2026, 11, 23)),
        ({"as_of": "2026-11-23", "extracted": "2026-11-22"}, dt.date(2026, 11, 22)),
    ],
)
def test_that_a_gop_file_is_dated_by_its_column_then_the_as_of_then_its_newest_plan(
    db: Database, given: dict[str, str], expected: dt.date
) -> None:
    store(db, kinds.GOP, GOP_ROW, **given)
    assert default_as_of(db) == expected
    assert imports(db)[0].extracted == expected


def test_that_the_default_as_of_is_the_newest_extract_date_of_plans_or_gop(db: Database) -> None:
    store(db, kinds.GOP, GOP_ROW)
    store(db, kinds.PLAN, {**PLAN_ROW, "extracted": "2026-11-16"}, PLAN_ROW)
    store(db, kinds.CAPACITY, {"week": "2026-11-23", "slots": 4}, as_of="2027-01-04")
    assert default_as_of(db) == dt.date(2026, 11, 23)


def test_that_a_date_that_must_be_there_is_never_made_up(db: Database) -> None:
    with pytest.raises(ValueError, match=r"plan_received\.received"):
        store(db, kinds.GOP, {**GOP_ROW, "received": None}, extracted="2026-11-20")
    assert rows_of(db, "import_batch") == 0


def test_that_quarterly_kinds_and_activity_are_kept(db: Database) -> None:
    store(db, kinds.TREATMENT72, {"quarter": "2026K3", "discharges": 40, "covered": 30, "contacts": 12})
    store(db, kinds.NURSING_HOME, {"quarter": "2026K3", "homes": 4, "homes_with_doctor": 3, "places": 90})
    store(
        db,
        kinds.ACTIVITY,
        {"month": "2026-10-01", "received": 14},
        {
            "municipality": 0,
            "region": "Region Hovedstaden",
            "month": "2026-10-01",
            "received": 300,
            "procedure": "hofte",
        },
    )
    with db.read() as connection:
        treated = connection.execute(select(schema.treatment72)).one()
        homes = connection.execute(select(schema.nursing_home)).one()
        active = connection.execute(select(schema.activity).order_by(schema.activity.c.row)).all()
    assert (treated.quarter, treated.covered, treated.contacts, treated.readmissions) == ("2026K3", 30, 12, None)
    assert (homes.homes_with_doctor, homes.homes_unknown, homes.places) == (3, None, 90)
    assert [(r.municipality is None, r.received, r.operations) for r in active] == [
        (False, 14, None),
        (True, 300, None),
    ]


def test_that_the_history_tells_what_took_the_place_of_what(db: Database) -> None:
    old = store(db, kinds.PLAN, PLAN_ROW, {**PLAN_ROW, "municipality": 219})
    new = store(db, kinds.PLAN, PLAN_ROW)
    early = store(db, kinds.GOP, GOP_ROW, {**GOP_ROW, "received": "2026-11-10"})
    late = store(db, kinds.GOP, {**GOP_ROW, "received": "2026-11-18"}, {**GOP_ROW, "received": "2026-11-22"})
    slots = store(db, kinds.CAPACITY, {"week": "2026-11-23", "slots": 4}, {"week": "2026-11-30", "slots": 4})
    fewer = store(db, kinds.CAPACITY, {"week": "2026-11-30", "slots": 2})
    told = {r.id: (r.superseded_by, r.speaks) for r in imports(db)}
    assert told == {
        old: ((new,), 1),
        new: ((), 1),
        early: ((late,), 1),
        late: ((), 2),
        slots: ((fewer,), 1),
        fewer: ((), 1),
    }
    undo_import(db, new)
    undone = {r.id: r for r in imports(db)}
    assert (undone[old].superseded_by, undone[old].speaks) == ((), 2)
    assert (undone[new].speaks, undone[new].undone_at is not None) == (0, True)
    assert (undone[old].hospitals, undone[old].snapshots) == ((NORTH,), (dt.date(2026, 11, 23),))


def test_that_capacity_is_the_newest_import_valid_at_the_as_of(db: Database) -> None:
    store(db, kinds.CAPACITY, {"week": "2026-11-30", "slots": 10}, {"week": "2026-12-07", "slots": 10, "note": "fast"})
    store(
        db,
        kinds.CAPACITY,
        {"week": "2026-11-30", "slots": 6, "procedure": "knæ"},
        {"week": "2026-11-30", "slots": 4},
        as_of="2026-11-23",
    )

    def slots(day: str) -> list[tuple[str, int]]:
        table = capacity(db, dt.date.fromisoformat(day))
        assert table["week"].dtype == "datetime64[s]"
        return list(zip(table["procedure"], table["slots"], strict=True))

    assert slots("2026-11-22") == [("", 10), ("", 10)]
    assert slots("2026-11-23") == [("", 4), ("knæ", 6), ("", 10)]
