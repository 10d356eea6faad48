"""Quarterly rows that speak, quality of plans, corrections with their history, targets, remarks and offers, in both databases."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.indicators import Target
from sundhedsklynge.coverage.offers import Offer
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.kinds import ACTIVITY, GOP, NURSING_HOME, TREATMENT72
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.follow_up import (
    Remark,
    offers,
    remarks,
    remove_offer,
    remove_remark,
    remove_target,
    save_offer,
    save_remark,
    set_target,
    targets,
)
from sundhedsklynge.store.imports import undo_import
from sundhedsklynge.store.quarterly import (
    activity,
    nursing_home,
    plan_quality,
    save_entries,
    told_before,
    treatment72,
)
from sundhedsklynge.store.trail import trail
from tests.rows import store

A, B = "Bornholms Hospital", "Nordsjællands Hospital"
DAY = dt.date(2026, 11, 23)


def line(quarter: str = "2026K3", hospital: str = A, covered: int = 5) -> dict[str, object]:
    return {"quarter": quarter, "hospital": hospital, "discharges": 10, "covered": covered}


def test_that_the_newest_import_speaks_for_its_quarter_municipality_and_hospital(db: Database) -> None:
    store(db, TREATMENT72, line(), line(hospital=B))
    newer = store(db, TREATMENT72, line(covered=8), {**line("2026K2"), "contacts": 3})
    rows = treatment72(db)
    told = {(r.quarter, r.hospital): (r.covered, r.contacts, r.readmissions) for r in rows.itertuples()}
    assert told == {("2026K2", A): (5, 3, -1), ("2026K3", A): (8, -1, -1), ("2026K3", B): (5, -1, -1)}
    undo_import(db, newer)
    assert sorted(treatment72(db)["covered"]) == [5, 5]


def test_that_a_past_date_knows_only_quarters_that_were_over_and_the_file_of_then(db: Database) -> None:
    store(db, NURSING_HOME, {"quarter": "2026K2", "homes": 8, "homes_with_doctor": 2}, as_of="2026-07-10")
    store(db, NURSING_HOME, {"quarter": "2026K2", "homes": 8, "homes_with_doctor": 4}, as_of="2026-09-01")
    store(db, NURSING_HOME, {"quarter": "2026K1", "homes": 8, "homes_with_doctor": 1}, as_of="2026-09-01")

    def told(day: str | None) -> list[int]:
        return nursing_home(db, dt.date.fromisoformat(day) if day else None)["homes_with_doctor"].tolist()

    assert told("2026-08-01") == [1, 2]  # of the first quarter there is no older file: its own quarter decides
    assert told("2026-09-01") == [1, 4]
    assert told("2026-06-30") == [1]
    assert told(None) == [1, 4]


def test_that_activity_is_read_by_month_place_and_procedure(db: Database) -> None:
    store(
        db,
        ACTIVITY,
        {"month": "2026-10-01", "received": 9, "procedure": "knæ"},
        {"month": "2026-11-01", "municipality": 0, "region": "Region Hovedstaden", "received": 70, "operations": 50},
    )
    rows = activity(db)
    assert rows[["municipality", "region", "procedure", "received", "operations"]].to_numpy().tolist() == [
        [101, "", "knæ", 9, -1],
        [0, "Region Hovedstaden", "", 70, 50],
    ]
    assert activity(db, DAY)["received"].tolist() == [9]  # November is not over


def test_that_quality_counts_completeness_and_lateness_of_plans(db: Database) -> None:
    store(
        db,
        GOP,
        {
            "received": "2026-09-30",
            "discharged": "2026-09-29",
            "hospital": A,
            "department": "Ort",
            "incomplete": 0,
            "count": 3,
        },
        {"received": "2026-09-30", "discharged": "2026-09-28", "hospital": A, "department": "Ort", "incomplete": 1},
        {
            "received": "2026-09-30",
            "hospital": A,
            "department": "Ort",
            "incomplete": -1,
            "count_min": 1,
            "count_max": 4,
        },
        {"received": "2026-10-01", "discharged": "2026-10-02", "procedure": "hofte", "incomplete": 0},
        {"received": "2026-10-01", "status": "fejlsendt", "incomplete": 1},
        extracted="2026-10-02",
    )
    rows = plan_quality(db, DAY)
    assert rows.to_numpy().tolist() == [
        ["2026K3", 101, A, "Ort", "knæ", 3, 1, 1, 1, 3, 1],
        ["2026K4", 101, "", "", "hofte", 1, 0, 0, 0, 1, 0],
    ]


def test_that_what_is_not_yet_told_is_unknown(db: Database) -> None:
    store(db, GOP, {"received": "2026-09-15", "discharged": "2026-09-14", "incomplete": 1}, extracted="2026-11-20")
    (row,) = plan_quality(db, dt.date(2026, 10, 1)).to_dict("records")
    assert (row["incomplete"], row["complete_unknown"], row["on_time"]) == (0, 1, 1)
    assert plan_quality(db, dt.date(2026, 9, 15)).empty


def test_that_a_correction_keeps_what_was_told_before(db: Database) -> None:
    store(db, TREATMENT72, line())
    entry = TreatmentEntry("2026K3", 101, A, 10, 7, None, 1)
    number = save_entries(db, [entry], note="Afstemt med hospitalet")
    assert treatment72(db)["covered"].tolist() == [7]
    newest, first = told_before(db, entry)
    assert (newest.entry, newest.note, newest.file, newest.speaks) == (entry, "Afstemt med hospitalet", "", True)
    assert (first.entry, first.speaks, first.file) == (replace(entry, covered=5, readmissions=None), False, "test.csv")
    undo_import(db, number)
    assert treatment72(db)["covered"].tolist() == [5]
    assert [(t.speaks, t.undone) for t in told_before(db, entry)] == [(False, True), (True, False)]


def test_that_homes_can_be_typed_in_too(db: Database) -> None:
    entry = HomeEntry("2026K3", 219, 8, 5, None, 320, 210)
    save_entries(db, [entry, replace(entry, municipality=217)])
    assert nursing_home(db)["homes_unknown"].tolist() == [-1, -1]
    assert [told.entry for told in told_before(db, entry)] == [entry]
    assert told_before(db, replace(entry, quarter="2026K2")) == []


TARGET = Target("gop_komplet", 0.9, dt.date(2026, 1, 1), "klynge", "H-NORD")


def test_that_a_target_is_replaced_on_its_date_and_leaves_a_trail(db: Database) -> None:
    set_target(db, TARGET)
    set_target(db, replace(TARGET, value=0.95))
    set_target(db, replace(TARGET, valid_from=dt.date(2027, 1, 1)))
    assert [(t.value, t.valid_from.year) for t in targets(db)] == [(0.95, 2026), (0.9, 2027)]
    remove_target(db, TARGET)
    assert [t.valid_from.year for t in targets(db)] == [2027]
    before = [entry.before for entry in trail(db, "target")]
    assert [b and b["value"] for b in before] == [0.95, None, 0.9, None]
    with pytest.raises(UserError, match="findes ikke længere"):
        remove_target(db, TARGET)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(TARGET, indicator="ukendt"),
        replace(TARGET, value=1.2),
        replace(TARGET, area_kind="land"),
        replace(TARGET, valid_to=dt.date(2025, 1, 1)),
    ],
)
def test_that_a_target_that_cannot_be_used_is_refused(sqlite_db: Database, wrong: Target) -> None:
    with pytest.raises(UserError):
        set_target(sqlite_db, wrong)
    assert targets(sqlite_db) == []


def test_that_a_remark_is_stored_changed_removed_and_put_back(db: Database) -> None:
    remark = Remark("plejehjem_laege", DAY, "Aftale med to lægehuse.", "kommune", "219")
    number = save_remark(db, remark)
    save_remark(db, replace(remark, id=number, text="Aftale med tre lægehuse."))
    (stored,) = remarks(db)
    assert (stored.text, stored.area_code, stored.new_phase, stored.made_by != "") == (
        "Aftale med tre lægehuse.",
        "219",
        False,
        True,
    )
    remove_remark(db, number)
    assert remarks(db) == []
    save_remark(db, stored)
    assert remarks(db) == [stored]
    with pytest.raises(UserError, match="tom"):
        save_remark(db, replace(remark, text=" "))


OFFER = Offer(
    "kommune", "Knæhold", "Hold to gange om ugen.", dt.date(2026, 1, 1), municipality=219, contact_function="Visitator"
)


def test_that_an_offer_is_stored_with_its_place_and_can_be_put_back(db: Database) -> None:
    number = save_offer(db, OFFER)
    save_offer(db, replace(OFFER, provider="hospital", municipality=None, hospital=B, title="Hofteskole"))
    first, second = offers(db)
    assert (first.place, first.contact_function, second.place) == ("Hillerød", "Visitator", B)
    remove_offer(db, number)
    assert [o.title for o in offers(db)] == ["Hofteskole"]
    with pytest.raises(UserError, match="findes ikke længere"):
        remove_offer(db, number)
    save_offer(db, first)
    assert offers(db) == [first, second]


@pytest.mark.parametrize(
    "wrong",
    [
        replace(OFFER, provider="apotek"),
        replace(OFFER, title=""),
        replace(OFFER, municipality=None),
        replace(OFFER, provider="hospital"),
        replace(OFFER, valid_to=dt.date(2025, 1, 1)),
    ],
)
def test_that_an_offer_that_says_too_little_is_refused(sqlite_db: Database, wrong: Offer) -> None:
    with pytest.raises(UserError):
        save_offer(sqlite_db, wrong)
    assert offers(sqlite_db) == []
