"""Changes between snapshots, and how open a hospital is, on small hand-made plans."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.coverage.openness import FRESH, MISSING, OLD, freshness, openness
from sundhedsklynge.forecast.changes import between, latest_pairs
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots

MONDAY = 20_780  # (20780 + 3) % 7 == 0


def snapshots(*sets: tuple[int, int, list[tuple[int, int, int, int]]]) -> Snapshots:
    """Each set is (hospital, extracted, [(municipality, procedure, day, count)])."""
    rows = [(k, *row) for k, (_, _, told) in enumerate(sets) for row in told]
    table = np.array(rows, np.int32).reshape(-1, 5)
    no, none = np.zeros(len(rows), bool), np.full(len(rows), -1, np.int32)
    return Snapshots(
        hospital=np.array([s[0] for s in sets], np.int32),
        extracted=np.array([s[1] for s in sets], np.int32),
        first=np.array([min((r[2] for r in s[2]), default=s[1]) for s in sets], np.int32),
        last=np.array([max((r[2] for r in s[2]), default=s[1]) for s in sets], np.int32),
        snapshot=table[:, 0],
        municipality=table[:, 1],
        procedure=table[:, 2],
        day=table[:, 3],
        weekly=no,
        cancelled=no,
        booked=none,
        case=np.zeros(len(rows), np.int64),
        count=table[:, 4],
        private=no,
    )


def evidence(as_of: int, told: Snapshots, hospitals: tuple[str, ...]) -> Evidence:
    none = np.zeros(0, np.int32)
    empty = Receipts(none, none, none, none, none, none, none, none.astype(bool), none.astype(bool))
    return Evidence(
        as_of, (219,), np.ones(1), np.zeros(1, np.int32), ("knæ",), hospitals, empty, told, as_of, np.zeros((1, 0), bool)
    )


def test_that_a_moved_operation_is_neither_new_nor_vanished() -> None:
    told = snapshots(
        (0, MONDAY - 7, [(0, 0, MONDAY + 1, 3), (0, 0, MONDAY + 8, 2)]),
        (0, MONDAY, [(0, 0, MONDAY + 2, 2), (0, 0, MONDAY + 9, 5)]),
    )
    (pair,) = latest_pairs(told)
    changes = between(told, *pair, 1, 1)
    assert changes.difference[0, 0].tolist() == [-1, 3]
    assert (changes.new[0, 0], changes.moved[0, 0], changes.vanished[0, 0]) == (2, 1, 0)


def test_that_weeks_only_the_newer_snapshot_reaches_are_no_change() -> None:
    told = snapshots((0, MONDAY - 7, [(0, 0, MONDAY, 1)]), (0, MONDAY, [(0, 0, MONDAY, 1), (0, 0, MONDAY + 7, 9)]))
    assert between(told, 0, 1, 1, 1).difference.sum() == 0


@given(st.lists(st.integers(0, 6), min_size=4, max_size=4), st.lists(st.integers(0, 6), min_size=4, max_size=4))
def test_that_new_less_vanished_is_the_difference(before: list[int], after: list[int]) -> None:
    told = snapshots(
        (0, MONDAY - 7, [(0, 0, MONDAY + 7 * w, c) for w, c in enumerate(before)]),
        (0, MONDAY, [(0, 0, MONDAY + 7 * w, c) for w, c in enumerate(after)]),
    )
    changes = between(told, 0, 1, 1, 1)
    assert changes.new.sum() - changes.vanished.sum() == sum(after) - sum(before)
    assert min(changes.new.min(), changes.moved.min(), changes.vanished.min()) >= 0


@pytest.mark.parametrize(("age", "status"), [(0, FRESH), (10, FRESH), (11, OLD), (28, OLD), (29, MISSING)])
def test_that_freshness_goes_by_the_age_of_the_newest_snapshot(age: int, status: str) -> None:
    told = snapshots((0, MONDAY - 40, [(0, 0, MONDAY, 1)]), (0, MONDAY, [(0, 0, MONDAY + 21, 1)]))
    (entry,) = freshness(evidence(MONDAY + age, told, ("A",)), 10, 28)
    assert (entry.status, entry.age_days, entry.weeks_ahead) == (status, age, 4)


def test_that_a_hospital_that_never_sent_a_plan_is_missing_not_fresh() -> None:
    told = snapshots((0, MONDAY, [(0, 0, MONDAY, 1)]))
    entries = freshness(evidence(MONDAY, told, ("A", "B")), 10, 28)
    assert [(e.hospital, e.status, e.weeks_ahead) for e in entries] == [("A", FRESH, 1), ("B", MISSING, None)]


def test_that_openness_counts_what_was_told_in_time_and_the_weeks_without_a_file() -> None:
    # every Monday but one, the plan reaches two weeks ahead; two of the four performed each week were told in time
    weeks = [w for w in range(12) if w != 5]
    sets = []
    for week in weeks:
        extracted = MONDAY + 7 * week
        performed = [(0, 0, extracted - 7 * back + 1, 4) for back in (1, 2)]
        planned = [(0, 0, extracted + 7 * ahead + 1, 2) for ahead in (0, 1, 2)]
        sets.append((0, extracted, performed + planned))
    told = snapshots(*sets)
    (entry,) = openness(evidence(MONDAY + 7 * 12, told, ("A",)), since=MONDAY)
    assert entry.missing_weeks == 1
    assert entry.told[1] == pytest.approx(0.5)
    assert entry.told[8] == 0.0  # never told eight weeks ahead
