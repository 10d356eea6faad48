"""What is known on the morning of a date: supersession and no look-ahead."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_array_equal
from numpy.typing import NDArray

from sundhedsklynge.deadline.backlog import PlanRows
from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.forecast.evidence import Evidence
from sundhedsklynge.forecast.history import received_per_week
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.queries import evidence, plan_rows
from tests.rows import store

NORTH, BYEN = "Nordsjællands Hospital", "Bispebjerg og Frederiksberg Hospital"
MONDAY = dt.date(2026, 11, 23)


def plan(municipality: int = 101, extracted: str = "2026-11-23", **more: Any) -> dict[str, Any]:
    return {
        "hospital": NORTH,
        "municipality": municipality,
        "extracted": extracted,
        "day": "2026-12-01",
        "count": 1,
        **more,
    }


def gop(received: str, municipality: int = 101, **more: Any) -> dict[str, Any]:
    return {"municipality": municipality, "received": received, "count": 1, **more}


def booked(known: Evidence) -> dict[tuple[str, int], int]:
    """Operations by hospital and municipality over all snapshots."""
    told, found = known.snapshots, dict[tuple[str, int], int]()
    for snapshot, place, count in zip(told.snapshot, told.municipality, told.count, strict=True):
        key = (known.hospitals[told.hospital[snapshot]], known.municipalities[place])
        found[key] = found.get(key, 0) + int(count)
    return found


def plans_at(db: Database, day: dt.date) -> tuple[PlanRows, NDArray[np.bool_]]:
    return plan_rows(db, day, evidence(db, day))


def text_of(day: int) -> str:
    return "" if day < 0 else str(np.datetime64(int(day), "D"))


def assert_same_plans(left: Database, right: Database, day: dt.date) -> None:
    (rows, told), (others, told_there) = plans_at(left, day), plans_at(right, day)
    np.testing.assert_array_equal(told, told_there)
    for name, column in vars(rows).items():
        np.testing.assert_array_equal(column, getattr(others, name), err_msg=name)


def assert_same(left: Evidence, right: Evidence) -> None:
    assert (left.as_of, left.municipalities, left.procedures, left.hospitals, left.first_day) == (
        right.as_of,
        right.municipalities,
        right.procedures,
        right.hospitals,
        right.first_day,
    )
    np.testing.assert_array_equal(left.observed, right.observed)
    np.testing.assert_array_equal(left.population, right.population)
    np.testing.assert_array_equal(left.cluster, right.cluster)
    for part in ("receipts", "snapshots"):
        for name, column in vars(getattr(left, part)).items():
            np.testing.assert_array_equal(column, getattr(getattr(right, part), name), err_msg=f"{part}.{name}")


# --- plans ---
def test_that_a_snapshot_is_known_on_the_morning_it_was_taken(db: Database) -> None:
    store(db, kinds.PLAN, plan())
    assert booked(evidence(db, MONDAY - dt.timedelta(days=1))) == {}
    assert booked(evidence(db, MONDAY)) == {(NORTH, 101): 1}


def test_that_a_newer_import_replaces_the_municipalities_in_it_and_adds_to_the_others(db: Database) -> None:
    store(db, kinds.PLAN, plan(101, count=5), plan(219, count=7))
    store(db, kinds.PLAN, plan(101, count=2), plan(147, count=3))
    known = evidence(db, MONDAY)
    assert booked(known) == {(NORTH, 101): 2, (NORTH, 219): 7, (NORTH, 147): 3}
    assert len(known.snapshots.extracted) == 1


def test_that_another_hospital_or_date_replaces_nothing(db: Database) -> None:
    store(db, kinds.PLAN, plan(count=5))
    store(db, kinds.PLAN, plan(count=2, hospital=BYEN), plan(count=3, extracted="2026-11-16"))
    known = evidence(db, MONDAY)
    assert booked(known) == {(NORTH, 101): 8, (BYEN, 101): 2}
    assert known.snapshots.hospital.tolist() == [0, 1, 1]
    assert known.snapshots.extracted.tolist() == [day_number(MONDAY), day_number(MONDAY) - 7, day_number(MONDAY)]


@pytest.mark.parametrize(
    ("older", "newer", "left"),
    [
        (["A", "B"], ["A"], 3 + 10),  # B stays
        (["A", "B"], ["A", "B"], 10 + 10),
        (["A", "B"], [""], 10),  # no department: the whole hospital
        ([""], ["A"], 10),  # an older file without departments may hold the same operations
    ],
)
def test_that_departments_where_given_decide_what_overlaps(
    db: Database, older: list[str], newer: list[str], left: int
) -> None:
    store(db, kinds.PLAN, *(plan(count=3, department=name) for name in older))
    store(db, kinds.PLAN, *(plan(count=10, department=name) for name in newer))
    assert sum(booked(evidence(db, MONDAY)).values()) == left


def test_that_a_snapshot_tells_of_its_first_to_its_last_operation_day(db: Database) -> None:
    store(db, kinds.PLAN, plan(day="2026-11-10"), plan(day="2027-01-11", weekly=True))
    told = evidence(db, MONDAY).snapshots
    assert told.first.tolist() == [day_number(dt.date(2026, 11, 10))]
    assert told.last.tolist() == [day_number(dt.date(2027, 1, 17))]


# --- plans received ---
def test_that_a_plan_is_known_the_morning_after_it_came(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-20"), gop("2026-11-22"))
    assert len(evidence(db, dt.date(2026, 11, 20)).receipts.count) == 0
    assert len(evidence(db, dt.date(2026, 11, 21)).receipts.count) == 1
    assert len(evidence(db, MONDAY).receipts.count) == 2


def test_that_a_gop_file_replaces_its_municipalities_over_its_own_period(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-02"), gop("2026-11-10"), gop("2026-11-10", 219), gop("2026-11-20"))
    store(db, kinds.GOP, gop("2026-11-09", count=4), gop("2026-11-12", count=4))
    known = evidence(db, MONDAY).receipts
    told = sorted(zip(known.received.tolist(), known.municipality.tolist(), known.count.tolist(), strict=True))
    day = day_number(dt.date(2026, 11, 1))
    # Now the file of the 21st speaks; on the 16th that of the 13th spoke of 101 from the 9th to the 12th.
    assert told == [(day + 1, 0, 1), (day + 9, 0, 1), (day + 9, 1, 1), (day + 19, 0, 1)]
    earlier = evidence(db, dt.date(2026, 11, 16)).receipts
    told = sorted(zip(earlier.received.tolist(), earlier.municipality.tolist(), earlier.count.tolist(), strict=True))
    assert told == [(day + 1, 0, 1), (day + 8, 0, 4), (day + 9, 1, 1), (day + 11, 0, 4)]


def test_that_of_two_files_of_one_date_the_one_imported_last_speaks(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-10"), extracted="2026-11-20")
    store(db, kinds.GOP, gop("2026-11-10", count=9), extracted="2026-11-20")
    assert evidence(db, MONDAY).receipts.count.tolist() == [9]


def test_that_the_newest_version_extracted_by_the_as_of_speaks_whatever_the_order_of_import(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-10", count=3), gop("2026-11-18", count=3), extracted="2026-11-19")
    store(db, kinds.GOP, gop("2026-11-10", count=1), gop("2026-11-12", count=1), extracted="2026-11-13")
    assert evidence(db, dt.date(2026, 11, 13)).receipts.count.tolist() == [1, 1]
    assert sorted(evidence(db, dt.date(2026, 11, 19)).receipts.count.tolist()) == [3, 3]


def test_that_a_later_version_of_a_file_says_nothing_of_days_the_earlier_one_had_not_told_of(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-02"), gop("2026-11-10"), extracted="2026-11-16")
    before = [evidence(db, day) for day in (dt.date(2026, 11, 16), dt.date(2026, 11, 18))]
    store(
        db,
        kinds.GOP,
        gop("2026-10-20"),
        gop("2026-11-09"),
        gop("2026-11-12"),
        gop("2026-11-17"),
        extracted="2026-11-23",
    )
    for day, alone in zip((dt.date(2026, 11, 16), dt.date(2026, 11, 18)), before, strict=True):
        known = evidence(db, day)
        assert sorted(text_of(d) for d in known.receipts.received) == ["2026-10-20", "2026-11-02", "2026-11-10"]
        assert alone.first_day == day_number(dt.date(2026, 11, 2))  # from there on both say the same
        assert_array_equal(known.observed[:, alone.first_day - known.first_day :], alone.observed)


def test_that_files_that_tell_of_other_days_are_no_versions_of_one_another(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-02"), gop("2026-11-10"), extracted="2026-11-16")
    store(db, kinds.GOP, gop("2026-11-16"), gop("2026-11-20"), extracted="2026-11-23")
    known = evidence(db, dt.date(2026, 11, 18))
    assert sorted(text_of(d) for d in known.receipts.received) == ["2026-11-02", "2026-11-10", "2026-11-16"]


def test_that_an_offer_or_a_status_is_known_before_its_file_only_by_its_own_date(db: Database) -> None:
    rows = [
        gop("2026-11-10", offered="2026-11-12", discharged="2026-11-09"),
        gop("2026-11-11", offered="2026-11-25"),
        gop("2026-11-12", status="fejlsendt"),
        gop("2026-11-13", started="2026-11-26"),
    ]
    store(db, kinds.GOP, *rows, extracted="2026-11-23")
    (before, _), (on_the_day, _) = plans_at(db, dt.date(2026, 11, 20)), plans_at(db, MONDAY)
    assert [text_of(d) for d in before.ended] == ["2026-11-12", "", "", ""]
    assert before.status.tolist() == [0, 0, 0, 0]
    assert [text_of(d) for d in on_the_day.ended] == ["2026-11-12", "2026-11-25", "", "2026-11-26"]
    assert [kinds.GOP_STATUSES[s] for s in on_the_day.status] == ["", "", "fejlsendt", ""]
    assert len(evidence(db, dt.date(2026, 11, 20)).receipts.count) == 4
    assert len(evidence(db, MONDAY).receipts.count) == 3


def test_that_the_clock_starts_at_discharge_or_the_plans_own_later_date(db: Database) -> None:
    store(
        db,
        kinds.GOP,
        gop("2026-11-10", discharged="2026-11-09"),
        gop("2026-11-11", discharged="2026-11-09", earliest_start="2026-12-01", gop_type="specialiseret genoptræning"),
        gop("2026-11-12"),
    )
    known = evidence(db, MONDAY).receipts
    starts = [day_at(d) for d in known.start]
    assert starts == [dt.date(2026, 11, 9), dt.date(2026, 12, 1), dt.date(2026, 11, 12)]
    assert known.timed.tolist() == [True, False, True]
    assert evidence(db, MONDAY, timed_types=["specialiseret genoptræning"]).receipts.timed.tolist() == [
        False,
        True,
        False,
    ]


def test_that_a_municipality_whose_files_tell_of_no_offer_is_marked(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-10"), gop("2026-11-10", 219), gop("2026-11-11", 219, offered="2026-11-12"))
    assert plans_at(db, MONDAY)[1].tolist() == [False, True]


def test_that_other_procedures_are_there_only_when_known(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-10"), gop("2026-11-20", procedure="andre"))
    assert evidence(db, dt.date(2026, 11, 15)).procedures == ("knæ", "hofte", "skulder")
    assert evidence(db, MONDAY).procedures == ("knæ", "hofte", "skulder", "andre")


# --- observed days ---
def weekdays(first: str, last: str, every: int = 1) -> list[str]:
    days = np.arange(np.datetime64(first), np.datetime64(last) + 1)
    return [str(day) for day in days[np.is_busday(days)]][::every]


def test_that_a_file_tells_of_its_municipalities_to_the_day_before_its_extract_date(db: Database) -> None:
    store(db, kinds.GOP, gop("2026-11-02"), gop("2026-11-10", 219), extracted="2026-11-19")
    known = evidence(db, MONDAY)
    assert known.first_day == day_number(dt.date(2026, 11, 2))
    assert known.observed.shape == (2, 21)
    assert known.observed.sum(axis=1).tolist() == [17, 17]
    assert evidence(db, dt.date(2026, 11, 12)).observed.all()


def test_that_a_closed_weekend_after_the_last_plan_is_told_of(db: Database) -> None:
    store(db, kinds.GOP, *(gop(day) for day in weekdays("2026-10-05", "2026-11-20")))  # dated Saturday the 21st
    assert evidence(db, MONDAY).observed.all()
    assert not evidence(db, MONDAY + dt.timedelta(days=2)).observed[:, -2:].any()


def test_that_data_that_stop_weeks_before_the_file_was_made_are_missing_and_not_zero(db: Database) -> None:
    rows = [gop(day, count=3) for day in weekdays("2026-06-01", "2026-10-30") for _ in range(3)]
    store(db, kinds.GOP, *rows, as_of="2026-11-23")
    known = evidence(db, MONDAY)
    end = day_number(dt.date(2026, 10, 31)) - known.first_day
    assert known.observed[0, :end].all()
    assert not known.observed[0, end:].any()
    weeks, counts = received_per_week(known)
    assert len(weeks) == 25
    assert np.isnan(counts[0, 0, -3:]).all()
    assert counts[0, 0, 0] == 45


def test_that_one_municipality_that_falls_silent_or_joins_late_is_missing_then_and_the_others_zero(
    db: Database,
) -> None:
    loud = [gop(day, 101) for day in weekdays("2026-06-01", "2026-11-20")]
    stopped = [gop(day, 219) for day in weekdays("2026-06-01", "2026-09-30")]
    joined = [gop(day, 147) for day in weekdays("2026-09-01", "2026-11-20")]
    seldom = [gop("2026-06-15", 151), gop("2026-07-15", 151)]
    store(db, kinds.GOP, *loud, *stopped, *joined, *seldom, as_of="2026-11-23")
    known = evidence(db, MONDAY)
    share = dict(zip(known.municipalities, known.observed.mean(axis=1), strict=True))
    assert share[101] == share[151] == 1
    assert share[219] == pytest.approx(122 / 175, abs=0.01)
    assert share[147] == pytest.approx(83 / 175, abs=0.01)


def test_that_an_empty_database_gives_evidence_without_anything(db: Database) -> None:
    known = evidence(db, MONDAY)
    assert (known.municipalities, known.hospitals) == ((), ())
    assert known.observed.shape == (0, 0)
    assert len(plans_at(db, MONDAY)[0].received) == 0
    assert received_per_week(known)[1].shape == (0, 3, 0)


# --- no look-ahead ---
DAY = st.dates(dt.date(2026, 10, 1), dt.date(2026, 11, 30))
PLACES, PROCEDURES = st.sampled_from([101, 147, 219]), st.sampled_from(["knæ", "hofte", "andre"])
GOP_ROW = st.fixed_dictionaries(
    {
        "municipality": PLACES,
        "procedure": PROCEDURES,
        "received": DAY,
        "discharged": st.none() | DAY,
        "offered": st.none() | DAY,
        "status": st.sampled_from(["", "", "fejlsendt", "frit valg", "udskudt"]),
        "hospital": st.sampled_from(["", NORTH, BYEN]),
        "count": st.integers(1, 3),
    }
)
PLAN_ROW = st.fixed_dictionaries(
    {
        "municipality": PLACES,
        "procedure": PROCEDURES,
        "extracted": DAY,
        "day": DAY,
        "hospital": st.sampled_from([NORTH, BYEN]),
        "department": st.sampled_from(["", "", "Ortopædi"]),
        "count": st.integers(0, 3),
    }
)
FILES = st.lists(
    st.tuples(st.just(kinds.GOP), st.lists(GOP_ROW, min_size=1, max_size=12), DAY)
    | st.tuples(st.just(kinds.PLAN), st.lists(PLAN_ROW, min_size=1, max_size=8), DAY),
    min_size=1,
    max_size=5,
)


def cut(kind: str, rows: list[dict[str, Any]], extracted: dt.date, day: dt.date) -> list[dict[str, Any]]:
    """The rows of a file as they could have stood on the morning of `day`."""
    if kind == kinds.PLAN:
        return [row for row in rows if row["extracted"] <= day]
    known = [dict(row) for row in rows if row["received"] < day]
    if extracted > day:
        for row in known:
            row["offered"] = row["offered"] if row["offered"] and row["offered"] < day else None
            row["status"] = ""
    return known


def assert_no_look_ahead(whole: Database, part: Database, files: list[Any], day: dt.date) -> None:
    for kind, rows, extracted in files:
        date = None if kind == kinds.PLAN else extracted.isoformat()
        store(whole, kind, *rows, extracted=date)
        left = cut(kind, rows, extracted, day)
        if left:
            store(part, kind, *left, extracted=date)
    assert_same(evidence(whole, day), evidence(part, day))
    assert_same_plans(whole, part, day)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(files=FILES, day=DAY)
def test_that_a_database_cut_at_the_as_of_says_the_same(sqlite_template: Path, files: list[Any], day: dt.date) -> None:
    with tempfile.TemporaryDirectory() as folder:
        whole, part = (shutil.copy(sqlite_template, Path(folder) / name) for name in ("whole.sqlite", "part.sqlite"))
        with open_database(whole) as all_of_it, open_database(part) as cut_off:
            assert_no_look_ahead(all_of_it, cut_off, files, day)


def history(seed: int) -> list[Any]:
    """A plausible history: weekly snapshots and three versions of what was received."""
    random = np.random.default_rng(seed)
    days = [dt.date(2026, 8, 3) + dt.timedelta(days=int(d)) for d in np.sort(random.integers(0, 110, 400))]
    received = [
        {
            "municipality": int(random.choice([101, 147, 219])),
            "procedure": str(random.choice(["knæ", "hofte"])),
            "received": day,
            "offered": day + dt.timedelta(days=int(random.integers(0, 12))),
            "status": "",
            "count": 1,
        }
        for day in days
    ]
    files: list[Any] = [
        (kinds.GOP, [row for row in received if row["received"] < end], end)
        for end in (dt.date(2026, 9, 14), dt.date(2026, 11, 1), dt.date(2026, 11, 23))
    ]
    for week in range(12):
        extracted = dt.date(2026, 8, 31) + dt.timedelta(weeks=week)
        files.append(
            (
                kinds.PLAN,
                [
                    {
                        "municipality": int(m),
                        "hospital": NORTH,
                        "extracted": extracted,
                        "day": extracted + dt.timedelta(days=int(d)),
                        "count": 1,
                    }
                    for m, d in zip(random.choice([101, 219], 20), random.integers(-14, 60, 20), strict=True)
                ],
                extracted,
            )
        )
    return files


@pytest.mark.postgres
def test_that_both_databases_and_a_cut_one_say_the_same(
    sqlite_db: Database, postgres_db: Database, tmp_path: Path
) -> None:
    files, day = history(7), dt.date(2026, 10, 19)
    with open_database(tmp_path / "cut.sqlite", create=True) as part:
        assert_no_look_ahead(sqlite_db, part, files, day)
    for kind, rows, extracted in files:
        store(postgres_db, kind, *rows, extracted=None if kind == kinds.PLAN else extracted.isoformat())
    assert_same(evidence(sqlite_db, day), evidence(postgres_db, day))
    assert_same_plans(sqlite_db, postgres_db, day)


def test_that_a_single_file_cut_at_the_as_of_and_dated_by_its_rows_says_the_same(
    sqlite_db: Database, tmp_path: Path
) -> None:
    rows = [gop(day, m) for day in weekdays("2026-08-03", "2026-11-27") for m in (101, 219)]
    day = dt.date(2026, 10, 19)
    with open_database(tmp_path / "cut.sqlite", create=True) as part:
        store(sqlite_db, kinds.GOP, *rows)
        store(part, kinds.GOP, *(row for row in rows if row["received"] < day.isoformat()))
        assert_same(evidence(sqlite_db, day), evidence(part, day))
