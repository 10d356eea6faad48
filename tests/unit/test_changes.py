"""Changes between snapshots, and how open a hospital is, on small hand-made plans."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.coverage.openness import (
    AGREED,
    FRESH,
    LATE,
    MISSING,
    OLD,
    SHARED,
    freshness,
    kept_rules,
    openness,
    strip,
)
from sundhedsklynge.domain.areas import Municipality, Organisation
from sundhedsklynge.domain.calendar import day_at, week_text
from sundhedsklynge.forecast.changes import Changes, Told, compare, latest_changes, latest_pairs, year_before
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots
from sundhedsklynge.workspace.news import changes

MONDAY = 20_780  # (20780 + 3) % 7 == 0
DAY = day_at(MONDAY)
Row = tuple[int, int, int, int]  # municipality, procedure, day, count
Case = tuple[int, int, int]  # municipality, day, case key


def plan(extracted: int, *rows: Row, last: int = 0) -> Told:
    table = np.array(rows, np.int64).reshape(-1, 4)
    reach = max([last, extracted, *table[:, 2].tolist()])
    return Told(extracted, reach, table[:, 0], table[:, 1], table[:, 2], table[:, 3], np.zeros(len(rows), np.int64))


def cases(extracted: int, *rows: Case, last: int = 0) -> Told:
    table = np.array(rows, np.int64).reshape(-1, 3)
    one, knee = np.ones(len(rows), np.int64), np.zeros(len(rows), np.int64)
    reach = max([last, extracted, *table[:, 1].tolist()])
    return Told(extracted, reach, table[:, 0], knee, table[:, 1], one, table[:, 2])


def adds_up(changes: Changes) -> bool:
    parts = changes.new + changes.moved_in - changes.vanished - changes.moved_out
    return (
        bool((parts == changes.difference).all())
        and min(
            int(part.min(initial=0)) for part in (changes.new, changes.vanished, changes.moved_in, changes.moved_out)
        )
        >= 0
    )


def snapshots(*sets: tuple[int, int, list[Row]]) -> Snapshots:
    """Each set is (hospital, extracted, rows with the municipality's index)."""
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
        as_of,
        (219,),
        np.ones(1),
        np.zeros(1, np.int32),
        ("knæ",),
        hospitals,
        empty,
        told,
        as_of,
        np.zeros((1, 0), bool),
    )


# Counts ---------------------------------------------------------------------------------------------------------------


def test_that_a_moved_operation_is_neither_new_nor_vanished() -> None:
    before = plan(MONDAY - 7, (219, 0, MONDAY + 1, 3), (219, 0, MONDAY + 8, 2))
    after = plan(MONDAY, (219, 0, MONDAY + 2, 2), (219, 0, MONDAY + 9, 5))
    changes = compare(before, after)
    assert changes.difference[0, 0].tolist() == [-1, 3]
    assert changes.totals() == (2, 1, 0)
    assert changes.weeks.tolist() == [MONDAY, MONDAY + 7]
    assert changes.by_case == 0


def test_that_a_count_moves_to_the_nearest_week_that_gained() -> None:
    before = plan(MONDAY - 7, (219, 0, MONDAY + 7, 2), last=MONDAY + 27)
    after = plan(MONDAY, (219, 0, MONDAY + 14, 1), (219, 0, MONDAY + 21, 4))
    changes = compare(before, after)
    assert changes.moved_out[0, 0].tolist() == [0, 2, 0, 0]
    assert changes.moved_in[0, 0].tolist() == [0, 0, 1, 1]
    assert changes.new[0, 0].tolist() == [0, 0, 0, 3]


def test_that_counts_do_not_move_between_municipalities_or_procedures() -> None:
    before = plan(MONDAY - 7, (219, 0, MONDAY, 2), (250, 1, MONDAY, 3))
    after = plan(MONDAY, (250, 0, MONDAY, 2), (250, 2, MONDAY, 3))
    assert compare(before, after).totals() == (5, 0, 5)


def test_that_weeks_only_the_newer_snapshot_reaches_are_no_change() -> None:
    before = plan(MONDAY - 7, (219, 0, MONDAY, 1))
    after = plan(MONDAY, (219, 0, MONDAY, 1), (219, 0, MONDAY + 7, 9))
    assert compare(before, after).totals() == (0, 0, 0)


def test_that_snapshots_without_a_week_in_common_tell_of_no_change() -> None:
    changes = compare(plan(MONDAY - 70, (219, 0, MONDAY - 60, 4)), plan(MONDAY, (219, 0, MONDAY, 1)))
    assert (changes.weeks.size, changes.totals()) == (0, (0, 0, 0))


weekly = st.lists(st.integers(0, 6), min_size=5, max_size=5)


@given(weekly, weekly, weekly, weekly)
def test_that_the_parts_of_a_change_add_up_in_every_cell(
    a: list[int], b: list[int], c: list[int], d: list[int]
) -> None:
    def told(extracted: int, knee: list[int], hip: list[int]) -> Told:
        rows = [(219, p, MONDAY + 7 * w, n) for p, counts in enumerate((knee, hip)) for w, n in enumerate(counts)]
        return plan(extracted, *rows)

    changes = compare(told(MONDAY - 7, a, b), told(MONDAY, c, d))
    assert adds_up(changes)
    assert not np.minimum(changes.new.sum(axis=2), changes.vanished.sum(axis=2)).any()  # else it had been a move


# Case keys ------------------------------------------------------------------------------------------------------------


def test_that_stable_case_keys_tell_a_move_from_one_vanished_and_one_new() -> None:
    before = cases(MONDAY - 7, (219, MONDAY, 1), (219, MONDAY, 2), (219, MONDAY + 7, 3), last=MONDAY + 20)
    after = cases(MONDAY, (219, MONDAY, 1), (219, MONDAY + 8, 3), (219, MONDAY + 14, 4))
    changes = compare(before, after)
    assert changes.by_case == 1
    assert changes.totals() == (1, 0, 1)  # net it would be a move of case 2 to the week of case 4
    assert changes.vanished[0, 0].tolist() == [1, 0, 0]
    assert changes.new[0, 0].tolist() == [0, 0, 1]
    assert adds_up(changes)


def test_that_an_operation_moved_beyond_the_common_weeks_has_not_vanished() -> None:
    stays = [(219, MONDAY, key) for key in range(1, 5)]
    before = cases(MONDAY - 7, *stays, (219, MONDAY, 9))
    after = cases(MONDAY, *stays, (219, MONDAY + 70, 9))
    changes = compare(before, after)
    assert changes.totals() == (0, 1, 0)
    assert adds_up(changes)


def test_that_running_numbers_are_not_taken_for_case_keys() -> None:
    before = cases(MONDAY - 7, *((code, MONDAY + 7 * (i % 3), i + 1) for i, code in enumerate([219, 250, 217] * 4)))
    after = cases(MONDAY, *((code, MONDAY + 7 * (i % 3), i + 1) for i, code in enumerate([250, 217, 219] * 4)))
    assert compare(before, after).by_case == 0


def test_that_rows_without_a_key_are_compared_net_beside_those_with_one() -> None:
    before, after = (
        cases(MONDAY - 7, (219, MONDAY, 1), (219, MONDAY, 2), (219, MONDAY, 0), last=MONDAY + 7),
        cases(MONDAY, (219, MONDAY, 1), (219, MONDAY, 2), (219, MONDAY + 7, 0)),
    )
    changes = compare(before, after)
    assert changes.by_case == pytest.approx(4 / 6)
    assert changes.totals() == (0, 1, 0)
    assert adds_up(changes)


@given(
    st.lists(st.tuples(st.sampled_from([219, 250]), st.integers(-14, 27), st.integers(0, 9)), max_size=12),
    st.lists(st.tuples(st.sampled_from([219, 250]), st.integers(0, 27), st.integers(0, 9)), min_size=1, max_size=12),
)
def test_that_the_parts_add_up_whatever_the_keys(before: list[Case], after: list[Case]) -> None:
    one = cases(MONDAY - 7, *((m, MONDAY + d, k) for m, d, k in before), last=MONDAY + 30)
    other = cases(MONDAY, *((m, MONDAY + d, k) for m, d, k in after), last=MONDAY + 30)
    assert adds_up(compare(one, other))


# Last year, and what an evidence tells --------------------------------------------------------------------------------


def test_that_last_years_plan_is_the_one_nearest_to_the_same_time() -> None:
    assert year_before([MONDAY - 371, MONDAY - 366, MONDAY - 7, MONDAY], MONDAY) == 1
    assert year_before([MONDAY - 380, MONDAY - 7, MONDAY], MONDAY) is None
    assert year_before([], MONDAY) is None


def test_that_last_years_plan_is_laid_beside_this_years_week_by_week() -> None:
    last_year = plan(MONDAY - 364, (219, 0, MONDAY - 364 + 8, 3), last=MONDAY - 364 + 20)
    changes = compare(last_year.later(364), plan(MONDAY, (219, 0, MONDAY + 8, 5)))
    assert changes.before[0, 0].tolist() == [0, 3]
    assert changes.after[0, 0].tolist() == [0, 5]


def test_that_an_evidence_gives_each_hospitals_two_newest_plans() -> None:
    told = snapshots(
        (0, MONDAY - 14, [(0, 0, MONDAY, 9)]),
        (0, MONDAY - 7, [(0, 0, MONDAY, 1)]),
        (0, MONDAY, [(0, 0, MONDAY, 3)]),
        (1, MONDAY, [(0, 0, MONDAY, 1)]),
    )
    assert latest_pairs(told) == [(1, 2)]
    ((hospital, changes),) = latest_changes(evidence(MONDAY, told, ("A", "B")))
    assert (hospital, changes.municipalities, changes.totals()) == ("A", (219,), (2, 0, 0))


def test_that_the_news_tell_the_heaviest_change_and_who_fell_silent() -> None:
    told = snapshots(
        (0, MONDAY - 7, [(0, 0, MONDAY + 8, 4), (0, 0, MONDAY + 15, 4)]),
        (0, MONDAY, [(0, 0, MONDAY + 8, 24), (0, 0, MONDAY + 15, 5)]),
        (1, MONDAY - 35, [(0, 0, MONDAY + 8, 2)]),
    )
    known = evidence(MONDAY, told, ("Nord", "Syd"))
    places = Organisation({219: Municipality(219, "Hillerød")})
    lines = changes(known, places, freshness(known, 10, 28), most=5)
    assert [line.severity for line in lines] == ["watch", "high"]
    week = DAY + dt.timedelta(days=7)
    assert lines[0].text == (
        f"Hillerød, {week_text(week)}: +20 planlagte operationer på Nord siden sidste fil, mest knæ."
    )
    assert (lines[0].municipality, lines[0].week, lines[0].weight) == (219, week, 10)
    assert lines[1].text.startswith("Syd har ikke sendt ny plan i 5 uger.")
    assert changes(known, places, freshness(known, 10, 28), most=1) == lines[:1]


def test_that_an_old_change_is_no_news() -> None:
    told = snapshots((0, MONDAY - 7, [(0, 0, MONDAY + 60, 4)]), (0, MONDAY, [(0, 0, MONDAY + 60, 40)]))
    known = evidence(MONDAY + 29, told, ("Nord",))
    assert changes(known, Organisation({}), [], most=5) == []


# Openness -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("age", "status"), [(0, FRESH), (10, FRESH), (11, OLD), (28, OLD), (29, MISSING)])
def test_that_freshness_goes_by_the_age_of_the_newest_snapshot(age: int, status: str) -> None:
    told = snapshots((0, MONDAY - 40, [(0, 0, MONDAY, 1)]), (0, MONDAY, [(0, 0, MONDAY + 21, 1)]))
    (entry,) = freshness(evidence(MONDAY + age, told, ("A",)), 10, 28)
    assert (entry.status, entry.age_days, entry.weeks_ahead) == (status, age, 4)


def test_that_a_hospital_that_never_sent_a_plan_is_missing_not_fresh() -> None:
    told = snapshots((0, MONDAY, [(0, 0, MONDAY, 1)]))
    entries = freshness(evidence(MONDAY, told, ("A", "B")), 10, 28)
    assert [(e.hospital, e.status, e.weeks_ahead) for e in entries] == [("A", FRESH, 1), ("B", MISSING, None)]
    assert openness(evidence(MONDAY, told, ("A", "B")), MONDAY - 364)[1].missing_weeks is None


def test_that_openness_counts_what_was_told_in_time_and_the_weeks_without_a_file() -> None:
    # every Monday but one, the plan reaches two weeks ahead; two of the four performed each week were told in time
    weeks = [w for w in range(12) if w != 5]
    sets: list[tuple[int, int, list[Row]]] = []
    for week in weeks:
        extracted = MONDAY + 7 * week
        performed = [(0, 0, extracted - 7 * back + 1, 4) for back in (1, 2)]
        planned = [(0, 0, extracted + 7 * ahead + 1, 2) for ahead in (0, 1, 2)]
        sets.append((0, extracted, performed + planned))
    told = snapshots(*sets)
    (entry,) = openness(evidence(MONDAY + 7 * 12, told, ("A",)), since=MONDAY)
    assert entry.missing_weeks == 1
    assert (entry.age_days, entry.weeks_ahead) == (7, 3)
    assert entry.told[1] == pytest.approx(0.5)
    assert entry.told[8] == 0.0  # never told eight weeks ahead


def test_that_what_was_told_in_time_is_unknown_where_plans_do_not_look_back() -> None:
    told = snapshots(*((0, MONDAY + 7 * w, [(0, 0, MONDAY + 7 * w + 8, 2)]) for w in range(12)))
    (entry,) = openness(evidence(MONDAY + 84, told, ("A",)), since=MONDAY)
    assert set(entry.told.values()) == {None}


def test_that_the_strip_goes_from_late_to_missing_when_a_hospital_falls_silent() -> None:
    shared = [DAY - dt.timedelta(weeks=back) for back in (6, 5, 4, 3)]
    marks = strip(shared, DAY, every_days=7, weeks=8)
    assert [mark.status for mark in marks] == [MISSING, SHARED, SHARED, SHARED, SHARED, LATE, MISSING, MISSING]
    assert marks[-1].week == DAY


def test_that_a_week_without_a_plan_is_no_fault_where_every_second_week_was_agreed() -> None:
    shared = [DAY - dt.timedelta(weeks=back) for back in (4, 2, 0)]
    marks = strip(shared, DAY, every_days=14, weeks=5)
    assert [mark.status for mark in marks] == [SHARED, AGREED, SHARED, AGREED, SHARED]


def test_that_the_week_under_way_is_judged_by_today_only() -> None:
    shared = [DAY - dt.timedelta(weeks=1)]
    assert strip(shared, DAY, 7, 1)[0].status == AGREED
    assert strip(shared, DAY + dt.timedelta(days=1), 7, 1)[0].status == LATE


def test_that_a_rule_is_kept_or_not_and_never_guessed() -> None:
    told = snapshots((0, MONDAY, [(0, 0, MONDAY + 21, 1)]))
    silent, open_one = openness(evidence(MONDAY + 8, told, ("A", "B")), MONDAY)[::-1]
    marks = strip([DAY], DAY + dt.timedelta(days=8), 7, 2)
    assert [rule.kept for rule in kept_rules(open_one, 7, 4, marks)] == [False, True]
    assert [rule.kept for rule in kept_rules(open_one, 14, 8, marks)] == [True, False]
    assert [rule.kept for rule in kept_rules(silent, 7, 8, marks)] == [False, None]
