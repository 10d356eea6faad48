"""The 7-day clock: every case of the data contract, over calendars."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sundhedsklynge.domain.calendar import ONE_DAY, is_closed
from sundhedsklynge.domain.clock import Clock, ClockRules, Outcome, Plan, deadline_of, read_clock
from sundhedsklynge.domain.kinds import GOP_STATUSES, GOP_TYPES, LEAVES_THE_COUNT

RULES = ClockRules()
DISCHARGED = dt.date(2026, 11, 16)
DEADLINE = dt.date(2026, 11, 23)
days = st.dates(dt.date(2022, 1, 1), dt.date(2030, 12, 31))
maybe_days = st.none() | days
plans = st.builds(
    Plan,
    received=days,
    discharged=maybe_days,
    earliest_start=maybe_days,
    offered=maybe_days,
    started=maybe_days,
    status=st.sampled_from(GOP_STATUSES),
    gop_type=st.sampled_from(GOP_TYPES),
)


def read(as_of: dt.date = DEADLINE, rules: ClockRules = RULES, **fields: object) -> Clock:
    plan = Plan(received=DISCHARGED, discharged=DISCHARGED, gop_type="almen basal")
    return read_clock(replace(plan, **fields), as_of, rules)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("offered", "outcome"),
    [
        (DISCHARGED, Outcome.MET),
        (DEADLINE, Outcome.MET),
        (DEADLINE + ONE_DAY, Outcome.MISSED),
    ],
)
def test_that_an_offer_on_the_seventh_day_meets_the_deadline_and_one_on_the_eighth_does_not(
    offered: dt.date, outcome: Outcome
) -> None:
    clock = read(offered=offered)
    assert (clock.deadline, clock.outcome, clock.waiting) == (DEADLINE, outcome, False)


def test_that_an_open_plan_runs_through_its_last_day_and_is_missed_the_morning_after() -> None:
    assert read(as_of=DEADLINE).outcome is Outcome.RUNNING
    after = read(as_of=DEADLINE + ONE_DAY)
    assert after.outcome is Outcome.MISSED
    assert after.waiting


def test_that_an_offer_counts_even_where_training_began_later() -> None:
    assert read(offered=DEADLINE, started=DEADLINE + 9 * ONE_DAY).outcome is Outcome.MET


def test_that_the_start_of_training_counts_where_no_offer_is_dated() -> None:
    assert read(started=DEADLINE + ONE_DAY).outcome is Outcome.MISSED


def test_that_the_plans_own_later_start_moves_the_deadline_and_an_earlier_one_does_not() -> None:
    assert read(earliest_start=DISCHARGED + 30 * ONE_DAY).deadline == DISCHARGED + 37 * ONE_DAY
    assert read(earliest_start=DISCHARGED - 3 * ONE_DAY).deadline == DEADLINE


def test_that_a_plan_sent_late_has_its_deadline_from_discharge_and_the_second_clock_from_receipt() -> None:
    received = DISCHARGED + 3 * ONE_DAY
    assert read(received=received).deadline == DEADLINE
    assert read(received=received, rules=ClockRules(from_receipt=True)).deadline == DEADLINE + 3 * ONE_DAY


def test_that_a_plan_without_a_discharge_date_is_counted_from_receipt() -> None:
    assert read(discharged=None, received=DISCHARGED).deadline == DEADLINE


@pytest.mark.parametrize("status", LEAVES_THE_COUNT)
def test_that_plans_for_others_missent_and_replaced_leave_the_count(status: str) -> None:
    clock = read(status=status, as_of=DEADLINE + 30 * ONE_DAY)
    assert (clock.outcome, clock.waiting) == (Outcome.LEFT, False)


def test_that_specialised_training_in_hospital_is_outside() -> None:
    clock = read(gop_type="specialiseret genoptræning", as_of=DEADLINE + 30 * ONE_DAY)
    assert (clock.outcome, clock.waiting) == (Outcome.OUTSIDE, False)


def test_that_an_unknown_type_counts_as_covered() -> None:
    assert read(gop_type="ukendt").outcome is Outcome.RUNNING


def test_that_the_types_counted_are_a_setting() -> None:
    assert read(gop_type="almen basal", rules=ClockRules(timed_types=("almen avanceret",))).outcome is Outcome.OUTSIDE


def test_that_a_postponed_plan_without_a_date_waits_and_is_not_scored() -> None:
    clock = read(status="udskudt", as_of=DEADLINE + 30 * ONE_DAY)
    assert (clock.outcome, clock.waiting, clock.deadline) == (Outcome.UNSCORED, True, None)


def test_that_a_postponed_plan_with_a_date_starts_there() -> None:
    later = DISCHARGED + 20 * ONE_DAY
    clock = read(status="udskudt", earliest_start=later, as_of=DEADLINE + ONE_DAY)
    assert (clock.start, clock.outcome, clock.waiting) == (later, Outcome.RUNNING, True)


def test_that_free_choice_is_missed_and_gone_and_declined_free_choice_is_missed_and_still_waiting() -> None:
    chosen, declined = read(status="frit valg", as_of=DISCHARGED), read(status="frit valg afslået", as_of=DISCHARGED)
    assert (chosen.outcome, chosen.waiting) == (Outcome.MISSED, False)
    assert (declined.outcome, declined.waiting) == (Outcome.MISSED, True)


def test_that_an_open_plan_is_stale_from_the_91st_day_past_its_deadline() -> None:
    assert not read(as_of=DEADLINE + 90 * ONE_DAY).stale
    assert read(as_of=DEADLINE + 91 * ONE_DAY).stale
    assert not read(as_of=DEADLINE + 91 * ONE_DAY, offered=DEADLINE + 40 * ONE_DAY).stale


@given(start=days, length=st.integers(1, 60))
@example(start=dt.date(2026, 12, 28), length=7)  # week 53 into the new year
@example(start=dt.date(2026, 3, 28), length=7)  # the night summer time begins
@example(start=dt.date(2026, 10, 24), length=7)  # the night it ends
@example(start=dt.date(2028, 2, 26), length=7)  # leap day
def test_that_calendar_days_count_whatever_the_calendar_holds(start: dt.date, length: int) -> None:
    assert (deadline_of(start, ClockRules(days=length)) - start).days == length
    if length == 7:
        assert deadline_of(start, ClockRules()).weekday() == start.weekday()


@given(start=days, length=st.integers(1, 10))
def test_that_working_days_count_open_days_only(start: dt.date, length: int) -> None:
    last = deadline_of(start, ClockRules(days=length, working_days=True))
    between = [start + i * ONE_DAY for i in range(1, (last - start).days + 1)]
    assert sum(not is_closed(day) for day in between) == length
    assert not is_closed(last)


@given(plan=plans, as_of=days)
def test_that_a_clock_is_consistent(plan: Plan, as_of: dt.date) -> None:
    clock = read_clock(plan, as_of)
    if clock.outcome is Outcome.RUNNING:
        assert clock.waiting
        assert clock.deadline is not None
        assert as_of <= clock.deadline
    if clock.outcome is Outcome.MET:
        assert not clock.waiting
    if clock.waiting:
        assert plan.ended is None
    assert not clock.stale or clock.waiting
    assert (clock.deadline is None) == (clock.outcome is Outcome.UNSCORED)


@given(plan=plans, as_of=days, later=st.integers(0, 200))
def test_that_a_deadline_once_decided_stays_decided(plan: Plan, as_of: dt.date, later: int) -> None:
    first, second = read_clock(plan, as_of), read_clock(plan, as_of + later * ONE_DAY)
    assert second.outcome is first.outcome or first.outcome is Outcome.RUNNING
    assert first.waiting == second.waiting
    assert second.stale or not first.stale
