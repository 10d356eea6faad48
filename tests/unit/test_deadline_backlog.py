"""Clocks over arrays equal the domain's one by one; the backlog holds what the contract says it holds."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sundhedsklynge.deadline.backlog import (
    Backlog,
    PlanRows,
    build_backlog,
    due_table,
    read_clocks,
    waiting_by_days_left,
)
from sundhedsklynge.deadline.queue import QueueRules
from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.domain.clock import ClockRules, Plan, read_clock
from sundhedsklynge.domain.kinds import GOP_STATUSES, GOP_TYPES
from tests.deadline_cases import MONDAY, plan_rows

day_numbers = st.integers(MONDAY - 200, MONDAY + 40)
maybe = st.just(-1) | day_numbers
row = st.tuples(
    day_numbers, maybe, maybe, maybe, st.integers(0, len(GOP_STATUSES) - 1), st.integers(0, len(GOP_TYPES) - 1)
)
rules_of = st.builds(
    ClockRules,
    days=st.integers(1, 14),
    timed_types=st.sampled_from([GOP_TYPES[:3], (*GOP_TYPES[:3], "ukendt")]),
    stale_after_days=st.integers(1, 120),
    working_days=st.booleans(),
    from_receipt=st.booleans(),
)


def rows_of(rows: list[tuple[int, ...]]) -> PlanRows:
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(6)]
    received, discharged, earliest, ended, status, gop_type = columns
    return plan_rows(received, discharged, earliest, ended, status, gop_type)


def date(day: int) -> dt.date | None:
    return None if day == -1 else day_at(day)


@given(rows=st.lists(row, max_size=12), rules=rules_of)
@settings(max_examples=150, deadline=None)
def test_that_clocks_over_arrays_equal_the_clock_of_each_plan(rows: list[tuple[int, ...]], rules: ClockRules) -> None:
    clocks = read_clocks(rows_of(rows), MONDAY, rules)
    for i, (received, discharged, earliest, ended, status, gop_type) in enumerate(rows):
        plan = Plan(
            received=day_at(received),
            discharged=date(discharged),
            earliest_start=date(earliest),
            offered=date(ended),
            status=GOP_STATUSES[status],
            gop_type=GOP_TYPES[gop_type],
        )
        one = read_clock(plan, day_at(MONDAY), rules)
        assert date(int(clocks.start[i])) == one.start
        assert date(int(clocks.deadline[i])) == one.deadline
        assert (clocks.outcome[i], clocks.waiting[i], clocks.stale[i]) == (one.outcome, one.waiting, one.stale)


def backlog_of(rows: PlanRows, offers_known: bool = True) -> Backlog:
    return build_backlog(rows, np.array([MONDAY]), np.array([offers_known]), ClockRules(), QueueRules())


def status(name: str) -> int:
    return GOP_STATUSES.index(name)


def test_that_a_waiting_plan_can_be_served_the_day_after_receipt_and_not_before_its_own_later_start() -> None:
    queued = backlog_of(plan_rows([MONDAY - 1, MONDAY - 1], earliest=[-1, MONDAY + 20])).queued
    assert queued.eligible.tolist() == [MONDAY, MONDAY + 20]
    assert queued.due.tolist() == [MONDAY + 6, MONDAY + 27]


def test_that_a_decided_deadline_still_to_expire_is_settled_with_its_outcome() -> None:
    rows = plan_rows(
        [MONDAY - 3] * 4, ended=[MONDAY - 1, MONDAY + 4, MONDAY + 5, -1], status=[0, 0, 0, status("frit valg")]
    )
    backlog = backlog_of(rows)
    assert backlog.settled.due.tolist() == [MONDAY + 4] * 4
    assert backlog.settled.missed.tolist() == [False, False, True, True]
    assert backlog.queued.count.tolist() == []
    assert backlog.ahead.day.tolist() == [MONDAY + 4, MONDAY + 5]


def test_that_a_declined_free_choice_waits_and_is_missed_whatever_happens() -> None:
    backlog = backlog_of(plan_rows([MONDAY - 3], status=[status("frit valg afslået")]))
    assert backlog.queued.missed.tolist() == [True]


def test_that_plans_past_their_deadline_without_a_first_appointment_are_counted_apart() -> None:
    rows = plan_rows(
        [MONDAY - 20] * 5,
        ended=[-1, MONDAY + 2, MONDAY - 2, -1, -1],
        status=[0, 0, 0, status("frit valg"), status("fejlsendt")],
    )
    backlog = backlog_of(rows)
    assert backlog.overdue.tolist() == [2]
    assert backlog.queued.due.tolist() == [MONDAY - 13]
    assert backlog.settled.due.tolist() == []


def test_that_plans_open_ninety_days_past_their_deadline_leave_the_queue_and_are_counted() -> None:
    backlog = backlog_of(plan_rows([MONDAY - 97, MONDAY - 98]))
    assert (backlog.stale.tolist(), backlog.queued.count.tolist(), backlog.overdue.tolist()) == ([1], [1], [1])


def test_that_a_plan_postponed_without_a_date_waits_and_has_no_deadline() -> None:
    backlog = backlog_of(plan_rows([MONDAY - 3], status=[status("udskudt")]))
    assert (backlog.undated.tolist(), backlog.queued.count.tolist(), backlog.settled.count.tolist()) == ([1], [], [])


def test_that_nothing_is_said_of_plans_where_the_data_hold_no_offers() -> None:
    backlog = backlog_of(plan_rows([MONDAY - 3, MONDAY - 30]), offers_known=False)
    assert backlog.unknown.tolist() == [True]
    assert (backlog.queued.count.tolist(), backlog.overdue.tolist(), backlog.settled.count.tolist()) == ([], [0], [])


def test_that_each_municipality_is_read_on_the_day_its_own_data_end() -> None:
    rows = plan_rows([MONDAY - 9, MONDAY - 9], municipality=[0, 1])
    backlog = build_backlog(rows, np.array([MONDAY, MONDAY - 4]), np.array([True, True]), ClockRules(), QueueRules())
    assert backlog.overdue.tolist() == [1, 0]


def test_that_the_waiting_are_listed_by_days_left() -> None:
    backlog = backlog_of(plan_rows([MONDAY - 1, MONDAY - 1, MONDAY - 9]))
    assert waiting_by_days_left(backlog.queued, 0, MONDAY) == {-2: 1, 6: 2}


def test_that_the_table_of_deadlines_counts_working_days_where_the_rules_do() -> None:
    christmas = day_number(dt.date(2026, 12, 23))
    assert due_table(christmas, 1, ClockRules(working_days=True)).tolist() == [day_number(dt.date(2027, 1, 7))]
    assert due_table(christmas, 1, ClockRules()).tolist() == [christmas + 7]
