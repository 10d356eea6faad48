"""The queue against exact convolution, bulk-service answers, brute force and the closed form of one allowance."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sundhedsklynge.deadline.queue import DailySlots, daily_slots, monday_of, open_mask, serve
from sundhedsklynge.domain.calendar import day_number
from tests.deadline_cases import MONDAY, Array, Trip, brute_force, load_of

DAYS = 24
slots_a_day = st.lists(st.integers(0, 4), min_size=DAYS, max_size=DAYS)


@st.composite
def trips(draw: st.DrawFn, groups: int = 1) -> list[Trip]:
    plans = draw(
        st.lists(st.tuples(st.integers(0, DAYS - 1), st.integers(-2, 7), st.integers(0, groups - 1)), max_size=40)
    )
    return [(first, first + slack, group) for first, slack, group in plans]


def late_of(paths: list[list[Trip]], shared: list[int], own: Array | None = None, groups: int = 1) -> Array:
    return serve(load_of(paths, DAYS, groups=groups), DailySlots(np.array(shared), own)).late


@given(paths=st.lists(trips(), min_size=1, max_size=4), shared=slots_a_day)
@settings(max_examples=150, deadline=None)
def test_that_the_queue_equals_serving_plans_one_by_one(paths: list[list[Trip]], shared: list[int]) -> None:
    late = late_of(paths, shared)
    assert late.T.tolist() == [brute_force(plans, shared) for plans in paths]


@given(
    plans=trips(groups=3),
    shared=slots_a_day,
    own=st.lists(st.tuples(*[st.integers(0, 2)] * 3), min_size=DAYS, max_size=DAYS),
)
@settings(max_examples=100, deadline=None)
def test_that_own_and_shared_slots_equal_serving_plans_one_by_one(
    plans: list[Trip], shared: list[int], own: list[tuple[int, int, int]]
) -> None:
    late = late_of([plans], shared, np.array(own), groups=3)
    assert late[:, 0].tolist() == brute_force(plans, shared, own)


@given(plans=trips(), shared=slots_a_day, cut=st.integers(0, DAYS))
@settings(max_examples=60, deadline=None)
def test_that_a_run_can_be_taken_up_where_it_was_left(plans: list[Trip], shared: list[int], cut: int) -> None:
    load, slots = load_of([plans], DAYS), DailySlots(np.array(shared))
    first = serve(load, slots, 0, cut)
    second = serve(load, slots, cut, DAYS, first.state)
    whole = serve(load, slots)
    assert np.array_equal(np.concatenate([first.late, second.late]), whole.late)
    assert np.array_equal(second.state, whole.state)


@given(plans=trips(), shared=slots_a_day, day=st.integers(0, DAYS - 1), more=st.integers(1, 3))
@settings(max_examples=80, deadline=None)
def test_that_more_slots_never_make_more_late(plans: list[Trip], shared: list[int], day: int, more: int) -> None:
    generous = [n + more * (i == day) for i, n in enumerate(shared)]
    before, after = late_of([plans], shared), late_of([plans], generous)
    assert (after.cumsum(0) <= before.cumsum(0)).all()


@given(plans=trips(), extra=trips(), shared=slots_a_day)
@settings(max_examples=80, deadline=None)
def test_that_more_arrivals_or_backlog_never_make_fewer_late(
    plans: list[Trip], extra: list[Trip], shared: list[int]
) -> None:
    fewer, more = late_of([plans], shared), late_of([plans + extra], shared)
    assert (more >= fewer).all()


@given(plans=trips(), shared=slots_a_day, first=st.integers(0, DAYS - 7))
@settings(max_examples=60, deadline=None)
def test_that_a_closed_week_equals_plans_that_can_be_served_only_after_it(
    plans: list[Trip], shared: list[int], first: int
) -> None:
    closed = [0 if first <= day < first + 7 else n for day, n in enumerate(shared)]
    moved = [(first + 7 if first <= e < first + 7 else e, due, g) for e, due, g in plans]
    assert late_of([plans], closed)[first + 7 :].tolist() == late_of([moved], closed)[first + 7 :].tolist()


@given(data=st.data(), allowance=st.integers(1, 7))
@settings(max_examples=80, deadline=None)
def test_that_one_common_allowance_has_its_closed_form(data: st.DataObject, allowance: int) -> None:
    """late_t = min(a_t, max(0, Q_t - (c_{t+1} + .. + c_{t+L}))), Q_t = X_t - min(0, cummin X), X = cumsum(a - c)."""
    arrivals = np.array(data.draw(st.lists(st.integers(0, 5), min_size=DAYS, max_size=DAYS)))
    slots = np.array(data.draw(slots_a_day))
    arrivals[-allowance:] = 0
    x = np.cumsum(arrivals - slots)
    queue = x - np.minimum(0, np.minimum.accumulate(x))
    ahead = np.concatenate([[0], np.cumsum(slots)])
    expected = np.zeros(DAYS, dtype=int)
    for day in range(DAYS - allowance):
        coming = ahead[day + 1 + allowance] - ahead[day + 1]
        expected[day + allowance] = min(arrivals[day], max(0, queue[day] - coming))
    plans = [(day, day + allowance, 0) for day in range(DAYS) for _ in range(arrivals[day])]
    assert late_of([plans], slots.tolist())[:, 0].tolist() == expected.tolist()


def exact_late_share(first_slot_after: int, rate: float = 3, slots: int = 3, weeks: int = 26) -> float:
    """Share of plans not served by day 7, by convolution: Poisson plans and `slots` on 5 days a week, from empty."""
    size = 400
    arrivals = stats.poisson.pmf(np.arange(60), rate)
    queue = np.zeros(size)
    queue[0] = 1.0
    late = total = 0.0

    def served(before: Array) -> Array:
        after = np.zeros(size)
        after[0] = before[: slots + 1].sum()
        after[1 : size - slots] = before[slots + 1 :]
        return after

    for _ in range(5 * weeks):
        if first_slot_after:
            queue = served(queue)
        for come in range(1, len(arrivals)):  # the next five open days lie within seven calendar days
            end = np.arange(size) + come - (0 if first_slot_after else slots)
            late += arrivals[come] * (queue * np.minimum(come, np.maximum(0, end - 5 * slots))).sum()
        total += rate
        queue = np.convolve(queue, arrivals)[:size]
        if not first_slot_after:
            queue = served(queue)
    return late / total


KNOWN_SHARES = [(0, 0.20563), (1, 0.27969)]


@pytest.mark.parametrize(("first_slot_after", "share"), KNOWN_SHARES)
def test_that_the_oracle_gives_the_known_answers(first_slot_after: int, share: float) -> None:
    assert exact_late_share(first_slot_after) == pytest.approx(share, abs=5e-6)


@pytest.mark.parametrize(("first_slot_after", "share"), KNOWN_SHARES)
def test_that_the_queue_comes_to_the_exact_share_late(first_slot_after: int, share: float) -> None:
    weeks, paths = 26, 4000
    days = 7 * (weeks + 2)  # and the tail runs out
    rng = np.random.default_rng(5)
    weekday = np.arange(days) % 7 < 5
    arrivals = rng.poisson(3, (days, paths)) * (weekday & (np.arange(days) < 7 * weeks))[:, None]
    load = load_of([[]] * paths, days)
    for day in range(7 * weeks):
        row = 7 - first_slot_after + 1
        load.eligible[day + first_slot_after, row:, 0] += arrivals[day].astype(np.int16)
    late = serve(load, DailySlots(3 * weekday)).late.sum(0)
    by_path = late / 390
    assert by_path.mean() == pytest.approx(share, abs=4 * by_path.std() / np.sqrt(paths))


@pytest.mark.parametrize(("rate", "slots", "mean"), [(12, 15, 0.70122919), (4, 5, 1.15624003)])
def test_that_the_waiting_number_comes_to_the_bulk_service_answer(rate: float, slots: int, mean: float) -> None:
    days, paths = 150, 6000
    rng = np.random.default_rng(11)
    load = load_of([[]] * paths, days, slack=1)
    load.eligible[:, 2:, 0] += rng.poisson(rate, (days, 1, paths)).astype(np.int16)
    waiting = serve(load, DailySlots(np.full(days, slots))).state[-1, 0]
    assert waiting.mean() == pytest.approx(mean, abs=4 * waiting.std() / np.sqrt(paths))


@pytest.mark.parametrize(
    ("rate", "slots", "mean"),
    [(14, 15, 5.18125313), (12, 15, 0.70122919), (2.8, 3, 6.18323435), (4, 5, 1.15624003)],
)
def test_that_one_day_of_the_queue_keeps_the_exact_stationary_law(rate: float, slots: int, mean: float) -> None:
    """From the stationary law by convolution, one day of the queue, weighed over all cases, leads back to it."""
    size, most = 700, 80
    arrivals = stats.poisson.pmf(np.arange(most), rate)
    law = np.zeros(size)
    law[0] = 1.0
    for _ in range(20_000):
        full = np.convolve(law, arrivals)[:size]
        new = np.concatenate([[full[: slots + 1].sum()], full[slots + 1 :], np.zeros(slots)])
        change = np.abs(new - law).sum()
        law = new
        if change < 1e-13:
            break
    assert law @ np.arange(size) == pytest.approx(mean, abs=1e-5)

    before, come = (x.ravel() for x in np.meshgrid(np.arange(size), np.arange(most), indexing="ij"))
    load = load_of([[]] * len(before), 1, slack=1)
    load.eligible[0, 2, 0] = come
    state = np.zeros((3, 1, len(before)), dtype=np.int16)
    state[2, 0] = before
    after = serve(load, DailySlots(np.array([slots])), state=state).state[-1, 0]
    assert (law[before] * arrivals[come]) @ after == pytest.approx(mean, abs=1e-5)


def test_that_weekly_slots_fall_evenly_with_the_remainder_on_the_earlier_open_days() -> None:
    whole = np.array([1, 1, 1, 1, 1, 0, 0], dtype=np.bool_)
    without_wednesday = np.array([1, 1, 0, 1, 1, 0, 0], dtype=np.bool_)
    assert daily_slots(np.array([7]), whole).tolist() == [2, 2, 1, 1, 1, 0, 0]
    assert daily_slots(np.array([7]), without_wednesday).tolist() == [2, 2, 0, 2, 1, 0, 0]
    assert daily_slots(np.array([7]), np.zeros(7, dtype=np.bool_)).tolist() == [0] * 7


@given(weekly=st.integers(0, 200), more=st.integers(0, 20), is_open=st.lists(st.booleans(), min_size=7, max_size=7))
def test_that_no_day_gets_fewer_of_more_weekly_slots(weekly: int, more: int, is_open: list[bool]) -> None:
    mask = np.array(is_open)
    few, many = (daily_slots(np.array([n]), mask) for n in (weekly, weekly + more))
    assert (many >= few).all()
    assert many.sum() == (weekly + more if mask.any() else 0)


def test_that_weekends_holidays_and_the_two_december_days_are_closed() -> None:
    first = day_number(dt.date(2026, 12, 21))
    assert open_mask(first, 14).tolist() == [True] * 3 + [False] * 4 + [True] * 3 + [False] * 4
    assert not open_mask(first, 1, frozenset({first}))[0]


def test_that_the_monday_of_a_day_is_a_monday_at_most_six_days_before() -> None:
    for day in range(MONDAY, MONDAY + 7):
        assert monday_of(day) == MONDAY
