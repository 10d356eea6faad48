"""Profiles are learnt from receipts, and weekly draws are split by them without losing or inventing a plan."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special

from sundhedsklynge.deadline.arrivals import Calendar, build_load, draw_fates, list_fates, lookup, nobody
from sundhedsklynge.deadline.backlog import due_table
from sundhedsklynge.deadline.profile import HIGHEST, LOWEST, Profile, _log_gamma, day_weights, learn_profile
from sundhedsklynge.domain.clock import ClockRules
from sundhedsklynge.forecast.evidence import Receipts
from tests.deadline_cases import MONDAY, Array, past_receipts, poisson_draws, receipts

WEEKS = MONDAY + 7 * np.arange(4)
EASTER = 20_542  # Monday of the week of Easter 2026


def learnt(history: Receipts, municipalities: int = 1, procedures: int = 1, as_of: int = MONDAY) -> Profile:
    return learn_profile(history, municipalities, procedures, as_of)


def calendar_of(first_day: int = MONDAY, weeks: Array = WEEKS) -> Calendar:
    end = int(weeks[-1]) + 7
    low = int(weeks[0]) + LOWEST
    return Calendar(first_day, end - first_day, low, due_table(low, end + HIGHEST + 2 - low, ClockRules()))


def drawn(
    history: Receipts, counts: Array, factor: float | None = None, first_day: int = MONDAY
) -> tuple[Array, Array, Array]:
    """Received day (after `first_day`) of every plan drawn, its path, and all fates' received days."""
    fates = list_fates(learnt(history), 0, WEEKS, calendar_of(first_day), 1, 1)
    by_fate = None if factor is None else np.full(fates.share.shape, factor)
    path, fate = draw_fates(counts, fates, [1, 2], by_fate)
    return fates.received.ravel()[fate], path, fate


def test_that_without_history_plans_come_evenly_on_weekdays_on_the_day_of_discharge() -> None:
    profile = learnt(receipts([]))
    assert profile.weekday[0, 0].round(6).tolist() == [0.2] * 5 + [0, 0]
    assert profile.offset[0, 0, :, -LOWEST].round(6).tolist() == [1] * 7
    assert profile.timed.tolist() == [[1.0]]


def test_that_the_weekday_and_the_delay_are_learnt() -> None:
    tuesdays = [MONDAY - 7 * w + 1 for w in range(1, 80) for _ in range(5)]
    profile = learnt(receipts(tuesdays, start=[day - 2 for day in tuesdays]))
    assert profile.weekday[0, 0, 1] > 0.95
    assert profile.offset[0, 0, 1, -2 - LOWEST] > 0.95


def test_that_a_municipality_with_ways_of_its_own_keeps_them_and_a_small_one_borrows() -> None:
    days, place = [], []
    for w in range(1, 100):
        for m in range(8):
            for i in range(10):
                days.append(MONDAY - 7 * w + (4 if m == 0 else i % 4))
                place.append(m)
    days.append(MONDAY - 3)
    place.append(8)
    profile = learnt(receipts(days, municipality=place), municipalities=9)
    assert profile.weekday[0, 0, 4] > 0.9
    assert profile.weekday[8, 0, 4] < 0.4


def test_that_the_share_outside_the_rule_is_learnt() -> None:
    history = past_receipts(weeks=60)
    timed = np.arange(len(history.received)) % 4 > 0
    profile = learnt(receipts(history.received.tolist(), timed=timed.tolist()))
    assert profile.timed[0, 0] == pytest.approx(0.75, abs=0.01)


def test_that_plans_thin_out_where_the_days_before_were_closed() -> None:
    rng = np.random.default_rng(3)
    days = [MONDAY - 1 - int(d) for d in rng.integers(0, 700, 6000) if (MONDAY - 1 - int(d) + 3) % 7 < 5]
    weights = day_weights(learnt(receipts(days)), 0, np.array([EASTER, EASTER + 7]), EASTER)[0]
    assert weights.sum(1) == pytest.approx([1, 1])
    thursday, monday_after = weights[0, 3], weights[1, 0]
    assert thursday < weights[0, 2] / 3  # Maundy Thursday
    assert monday_after < weights[1, 1] / 3  # Easter Monday


def test_that_days_gone_get_none_and_a_week_with_nothing_left_gives_its_last_day() -> None:
    weights = day_weights(learnt(receipts([])), 0, WEEKS, MONDAY + 3)[0]
    assert weights[0].round(6).tolist() == [0, 0, 0, 0.5, 0.5, 0, 0]
    assert day_weights(learnt(receipts([])), 0, WEEKS, MONDAY + 5)[0, 0].tolist() == [0, 0, 0, 0, 0, 0, 1]


def test_that_a_forecast_by_day_splits_the_weeks_it_speaks_of_and_the_profile_the_others() -> None:
    profile = learnt(receipts([]))
    daily = np.array([[0, 6, 0, 0, 0, 2, 0, *[0] * 7]], dtype=float)
    weights = day_weights(profile, 0, WEEKS[:3], MONDAY, daily)[0]
    assert weights[1].tolist() == [0, 0.75, 0, 0, 0, 0.25, 0]
    assert weights[[0, 2]].round(6).tolist() == [[0.2] * 5 + [0, 0]] * 2
    assert day_weights(profile, 0, WEEKS[:2], MONDAY + 2, daily)[0, 0].tolist() == [0, 0, 0, 0, 0, 1, 0]


@given(first=st.integers(0, 6), rate=st.floats(0.1, 12))
@settings(max_examples=25, deadline=None)
def test_that_every_plan_drawn_falls_in_its_own_week_and_on_its_own_path(first: int, rate: float) -> None:
    counts = poisson_draws(rate, 4, 40)[0].reshape(-1, 40)
    received, path, _ = drawn(past_receipts(), counts, first_day=MONDAY + first)
    week = (received + first) // 7
    assert np.array_equal(np.bincount(week * 40 + path, minlength=4 * 40).reshape(4, 40), counts)
    assert (received >= 0).all()


def test_that_the_days_drawn_follow_the_profile() -> None:
    history = past_receipts(weeks=80)
    counts = np.full((4, 500), 10)
    received, _, _ = drawn(history, counts)
    weights = day_weights(learnt(history), 0, WEEKS, MONDAY)[0].mean(0)
    share = np.bincount(received % 7, minlength=7) / len(received)
    assert share == pytest.approx(weights, abs=0.012)


@pytest.mark.parametrize(("less", "more"), [(0.0, 0.4), (0.4, 0.9), (0.9, 1.0), (1.0, 1.3), (1.3, 2.0), (2.0, 3.5)])
def test_that_more_activity_keeps_every_plan_of_less(less: float, more: float) -> None:
    counts = poisson_draws(5, 4, 60)[0].reshape(-1, 60)
    few, many = ({}, {})
    for factor, tally in ((less, few), (more, many)):
        _, path, fate = drawn(past_receipts(), counts, factor)
        for key in zip(path.tolist(), fate.tolist(), strict=True):
            tally[key] = tally.get(key, 0) + 1
    assert all(many.get(key, 0) >= n for key, n in few.items())
    assert sum(many.values()) / counts.sum() == pytest.approx(more, abs=0.08)


def test_that_unchanged_activity_is_the_plan_itself() -> None:
    counts = poisson_draws(5, 4, 60)[0].reshape(-1, 60)
    plain, changed = drawn(past_receipts(), counts), drawn(past_receipts(), counts, 1.0)
    assert all(np.array_equal(a, b) for a, b in zip(plain, changed, strict=True))


def test_that_added_activity_spreads_as_poisson_counts_do() -> None:
    counts = poisson_draws(6, 4, 4000)[0].reshape(-1, 4000)
    received, path, _ = drawn(past_receipts(), counts, 1.5)
    weekly = np.bincount(received // 7 * 4000 + path, minlength=4 * 4000)
    assert weekly.mean() == pytest.approx(9, abs=0.1)
    assert weekly.var() == pytest.approx(9, abs=2)  # 13.5 if each path were scaled up by itself


def test_that_the_means_of_the_load_are_those_of_its_draws() -> None:
    paths = 3000
    counts = poisson_draws(8, 4, paths)[0].reshape(-1, paths)
    calendar = calendar_of()
    history = past_receipts()
    late_sent = receipts(
        [*history.received, *history.received], start=[*(history.received - 3), *(history.received + 12)]
    )
    fates = list_fates(learnt(late_sent), 0, WEEKS, calendar, 1, 1)
    load = build_load(
        calendar, paths, 1, nobody(), fates, draw_fates(counts, fates, [1]), counts.mean(1)[:, None] * fates.share
    )
    eligible = load.eligible[:, -1, 0].mean(1)
    received = np.array(
        [counts[d // 7].mean() * day_weights(learnt(late_sent), 0, WEEKS, MONDAY)[0, d // 7, d % 7] for d in range(28)]
    )
    unready = np.concatenate([[0], np.cumsum(received - eligible)[:-1]])
    assert load.unready == pytest.approx(unready, abs=0.25)
    _, fate = draw_fates(counts, fates, [1])
    due = fates.due.ravel()[fate]
    expire = fates.timed.ravel()[fate] & (due >= 0) & (due < 28)
    assert load.deadlines.sum() == pytest.approx(expire.sum() / paths, rel=0.02)


@given(st.lists(st.lists(st.floats(0, 1), min_size=5, max_size=5), min_size=1, max_size=4))
def test_that_a_lookup_gives_each_fate_its_share(rows: list[list[float]]) -> None:
    share = np.array(rows) + 1e-6
    share /= share.sum(1, keepdims=True)
    table = lookup(share)
    for i, row in enumerate(share):
        assert np.bincount(table[i] - 5 * i, minlength=5) / table.shape[1] == pytest.approx(row, abs=2 / table.shape[1])


@given(st.floats(1e-6, 1e6))
def test_that_log_gamma_agrees_with_scipy(x: float) -> None:
    assert _log_gamma(np.array([x]))[0] == pytest.approx(special.gammaln(x), rel=1e-9, abs=1e-9)
