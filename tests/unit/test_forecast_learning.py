"""What the forecast learns, against worlds and laws whose answer is known."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from forecast_world import START, World, evidence, keep_rows, keep_snapshots, people, rough_level, simulate
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.forecast.breaks import find_breaks
from sundhedsklynge.forecast.draws import count_pmf, couple, draw_counts, normal_quantile
from sundhedsklynge.forecast.evidence import Evidence
from sundhedsklynge.forecast.expectation import expect
from sundhedsklynge.forecast.learn import Learnt, learn
from sundhedsklynge.forecast.season import Season, fit_season, make_calendar, poisson_ridge, weekly_sums
from sundhedsklynge.forecast.spread import Spread, Trials, learn_spread

NOW = 96


def day(year: int, month: int, number: int) -> int:
    return day_number(dt.date(year, month, number))


@cache
def learnt() -> Learnt:
    return learn(evidence(World(), NOW), 12)


# Draws ---------------------------------------------------------------------------------------------------------------


@given(st.floats(0.01, 60), st.floats(1.02, 4))
@settings(max_examples=40, deadline=None)
def test_that_a_wide_law_is_the_negative_binomial(mean: float, ratio: float) -> None:
    pmf = count_pmf(np.array([mean]), np.array([mean * ratio]), 600)[0]
    known = stats.nbinom.pmf(np.arange(600), mean / (ratio - 1), 1 / ratio)
    assert pmf == pytest.approx(known, abs=1e-8)


@given(st.floats(0.01, 60), st.floats(0.05, 1.0))
@settings(max_examples=40, deadline=None)
def test_that_a_narrow_law_has_the_mean_and_nearly_the_variance(mean: float, ratio: float) -> None:
    pmf = count_pmf(np.array([mean]), np.array([mean * ratio]), 600)[0]
    counts = np.arange(600)
    assert pmf @ counts == pytest.approx(mean, abs=1e-6 + 2e-4 * mean)
    variance = pmf @ counts**2 - mean**2
    assert variance <= mean * 1.001
    if mean > 5 and ratio > 0.3:
        assert variance == pytest.approx(mean * ratio, rel=0.2)


def test_that_the_law_between_is_poisson() -> None:
    assert count_pmf(np.array([3.3]), np.array([3.3]), 80)[0] == pytest.approx(
        stats.poisson.pmf(np.arange(80), 3.3), abs=1e-4
    )


def test_that_the_normal_quantile_is_right() -> None:
    p = np.concatenate([[1e-9, 1e-4, 0.02, 0.0243], np.linspace(0.03, 0.97, 50), [0.999, 1 - 1e-8]])
    assert normal_quantile(p) == pytest.approx(stats.norm.ppf(p), rel=1e-6, abs=1e-8)


def test_that_the_total_has_the_variance_asked_for_and_its_weeks_hang_together() -> None:
    mean = np.full((40, 3, 4), 2.5)
    spread = Spread(1.0, np.zeros(4), np.array([0.0, 0.05**2, 0.1**2, 0.1**2]), 0.8)
    draws = draw_counts(mean, mean, couple(mean, mean, spread), 20_000, 3)
    total = draws.sum((0, 1))
    wanted = mean.sum((0, 1)) + spread.shared * mean.sum((0, 1)) ** 2
    assert total.var(1) == pytest.approx(wanted, rel=0.05)
    assert draws.var(3).mean((0, 1)) == pytest.approx(2.5 * np.ones(4), rel=0.02)
    shock = 0.8 * np.sqrt(spread.shared[2] * spread.shared[3]) * 300**2
    assert np.cov(total[2], total[3])[0, 1] == pytest.approx(shock, rel=0.15)


def test_that_a_row_keeps_its_random_numbers_whatever_the_others_are() -> None:
    mean = np.full((4, 1, 2), 3.0)
    other = mean.copy()
    other[0] = 9.0
    coupling = couple(mean, mean, Spread(1.0, np.zeros(2), np.zeros(2), 0.5))
    assert (draw_counts(mean, mean, coupling, 50, 1)[1:] == draw_counts(other, other, coupling, 50, 1)[1:]).all()


# Spread --------------------------------------------------------------------------------------------------------------


def trials(shock: float, extra: float, seed: int = 0, bias: float = 1.0) -> Trials:
    rng = np.random.default_rng(seed)
    mean = np.tile(rng.gamma(2.0, 1.0, (1, 30, 3, 1)), (40, 1, 1, 12))
    rate = mean * rng.gamma(1 / shock**2, shock**2, (40, 1, 1, 12)) if shock else mean
    if extra:
        rate = rate * rng.gamma(1 / extra**2, extra**2, rate.shape)
    actual = rng.poisson(bias * rate).astype(float)
    return Trials(np.ones(40), mean, mean, actual, mean, np.ones((40, 30, 12), bool))


def test_that_errors_of_chance_alone_are_taken_for_chance() -> None:
    spread = learn_spread(trials(0.0, 0.0))
    assert spread.scale == pytest.approx(1.0, abs=0.05)
    assert (np.sqrt(spread.row) < 0.15).all()
    assert (np.sqrt(spread.shared) < 0.045).all()


def test_that_a_shared_shock_and_a_rows_own_are_found_apart() -> None:
    spread = learn_spread(trials(0.15, 0.4))
    assert np.sqrt(spread.row).mean() == pytest.approx(np.hypot(0.15, 0.4), abs=0.06)
    assert np.sqrt(spread.shared).mean() == pytest.approx(0.15, abs=0.04)


def test_that_no_past_forecast_gives_the_usual_spread() -> None:
    empty = np.zeros((0, 5, 3, 12))
    spread = learn_spread(Trials(np.zeros(0), empty, empty, empty, empty, np.zeros((0, 5, 12), bool)))
    assert spread.scale == pytest.approx(1.0)
    assert (spread.shared > 0).all()
    assert spread.memory == pytest.approx(0.85)


def test_that_a_break_is_found_with_its_size_and_chance_is_not() -> None:
    cluster = np.arange(30, dtype=np.int32) % 2
    calm = trials(0.0, 0.0, seed=5)
    spread = learn_spread(calm)
    assert not find_breaks(calm, spread, cluster).found.any()
    actual = calm.actual.copy()
    actual[:6, cluster == 1] = np.random.default_rng(1).poisson(1.4 * calm.mean[:6, cluster == 1])
    found = find_breaks(replace(calm, actual=actual), spread, cluster)
    assert found.found.tolist() == [False, True]
    assert found.factor[1] == pytest.approx(1.35, abs=0.12)


# Season --------------------------------------------------------------------------------------------------------------


def test_that_poisson_ridge_is_the_penalised_maximum() -> None:
    rng = np.random.default_rng(2)
    x = rng.normal(size=(200, 3))
    y = rng.poisson(20 * np.exp(x @ [0.2, -0.1, 0.0])).astype(float)
    fitted = poisson_ridge(y, np.full(200, 20.0), x, np.array([1.0, 1.0, 0.01]))
    beta, cov = fitted.coefficients, fitted.covariance
    assert beta == pytest.approx([0.2, -0.1, 0.0], abs=0.05)
    assert abs(beta[2]) < 0.01
    assert np.sqrt(np.diag(cov))[:2] == pytest.approx(1 / np.sqrt(20 * 200), rel=0.35)


def test_that_week_53_christmas_and_easter_are_told_by_their_dates() -> None:
    calendar = make_calendar(day(2023, 1, 2), day(2027, 6, 1))
    weeks = [day_at(calendar.start + 7 * w).isocalendar()[:2] for w in range(calendar.weeks)]
    effects = dict(zip(weeks, calendar.effects, strict=True))
    assert (2026, 53) in effects
    assert (effects[2026, 53][6:] == effects[2025, 1][6:]).all()
    assert (effects[2026, 52][6:] == effects[2025, 52][6:]).all()
    assert (effects[2026, 14][6:] == effects[2025, 16][6:]).all()
    assert calendar.kind[calendar.index(day(2026, 12, 24))] == 6
    assert calendar.kind[calendar.index(day(2026, 12, 26))] == 5


def season_of(dip: float, last: int) -> tuple[Season, dict[tuple[int, int], int]]:
    calendar = make_calendar(day(2023, 1, 2), day(2027, 2, 1))
    monday = [day_at(calendar.start + 7 * w) for w in range(calendar.weeks)]
    number = {m.isocalendar()[:2]: w for w, m in enumerate(monday)}
    rate = np.full(calendar.weeks, 120.0)
    rate *= 1 + 0.1 * np.cos(2 * np.pi * np.array([m.timetuple().tm_yday for m in monday]) / 365)
    for year in range(2023, 2027):
        rate[number[year, 52]] *= dip
        for week in (28, 29, 30):
            rate[number[year, week]] *= 0.5
    counts = np.random.default_rng(4).poisson(rate).astype(float)
    expected = np.where(np.arange(calendar.weeks) < last, 120.0, 0.0)
    return fit_season(counts[None], expected[None], calendar, last, Season.flat(1, calendar.weeks)), number


def test_that_what_waits_over_easter_is_due_from_maundy_thursday_on() -> None:
    calendar = make_calendar(day(2026, 3, 30), day(2026, 4, 20))
    since = calendar.since - np.arange(len(calendar.since))
    assert since[7:10].tolist() == [-4, -5, 0]  # before Easter Monday, before the Tuesday after it, and a day later
    assert (np.delete(since, [4, 5, 6, 7, 8]) == 0).all()  # an ordinary weekend holds nothing back


def test_that_waves_are_read_from_years_that_have_them_and_hardly_from_rough_levels() -> None:
    def height(world: World) -> float:
        return float(learn(evidence(world, NOW), 12).usual.season.plain.std())

    calm = World(municipalities=12, rate=2.0, season=0.25)
    assert height(calm) == pytest.approx(0.25 / np.sqrt(2), abs=0.03)
    rough = [replace(calm, season=0.0, level=rough_level(seed, innovation=0.08)) for seed in range(5)]
    assert np.median([height(world) for world in rough]) < 0.06


def test_that_the_depth_of_holiday_weeks_is_learnt() -> None:
    season, number = season_of(0.3, 195)
    factor = np.exp(season.log[0] - season.plain[0])
    assert factor[number[2026, 52]] == pytest.approx(0.3, abs=0.07)
    assert factor[number[2026, 29]] == pytest.approx(0.5, abs=0.06)
    assert factor[number[2026, 45]] == 1.0
    assert np.exp(season.log[0, number[2027, 1]] - season.log[0, number[2026, 27]]) > 1.1


def test_that_a_holiday_never_seen_is_in_doubt_and_one_often_seen_is_less() -> None:
    few, number = season_of(0.3, 45)
    many, _ = season_of(0.3, 195)
    christmas = number[2026, 52]
    assert few.doubt[christmas] > 4 * many.doubt[christmas]
    assert many.doubt[christmas] > many.doubt[number[2026, 45]]


def test_that_a_closed_week_at_the_hospital_comes_back_next_year() -> None:
    """Two summers without operations: the third is forecast low from the season alone."""
    known = evidence(World(weeks=190), 130, plan_weeks=128)
    summer = [day_at(d).isocalendar()[1] in (28, 29, 30) for d in known.snapshots.day]
    rows = np.array(summer)
    quiet = {
        name: getattr(known.snapshots, name)[~rows]
        for name in ("snapshot", "municipality", "procedure", "day", "weekly")
    }
    quiet |= {
        name: getattr(known.snapshots, name)[~rows] for name in ("cancelled", "booked", "case", "count", "private")
    }
    fitted = learn(replace(known, snapshots=replace(known.snapshots, **quiet)), 12)
    weekly = weekly_sums(fitted.usual.rhythm)[:, -12:].mean(0)
    week = [day_at(START + 7 * (130 + i)).isocalendar()[1] for i in range(12)]
    closed = np.isin(week, (28, 29, 30))
    assert closed.sum() == 3
    assert weekly[closed].mean() < 0.3 * weekly[~closed].mean()


# Lag and bookings ----------------------------------------------------------------------------------------------------


def test_that_share_nights_and_delay_are_recovered() -> None:
    lag = learnt().lag
    assert lag.theta.sum(1) == pytest.approx(0.8 * np.ones(6), abs=0.1)
    assert lag.theta.sum(1).mean() == pytest.approx(0.8, abs=0.05)
    nights = lag.theta.mean(0) / lag.theta.mean(0).sum()
    assert nights[:5] == pytest.approx(stats.poisson.pmf(np.arange(5), 1.2), abs=0.05)
    assert lag.late.mean((0, 1))[:4] == pytest.approx([0.6, 0.25, 0.1, 0.05], abs=0.03)
    assert lag.late.sum(2) == pytest.approx(np.ones((3, 7)))


def test_that_the_base_stream_is_recovered() -> None:
    base = learnt().base.level[:, -1].sum()
    case = simulate(World())
    weekly = (~case["planned"].astype(bool) & (case["received"] < 7 * NOW)).sum() / NOW
    assert base == pytest.approx(weekly, rel=0.15)


def test_that_a_delay_over_the_weekend_is_learnt_by_weekday() -> None:
    known = evidence(World(), NOW)
    r = known.receipts
    friday = (r.discharged + 3) % 7 == 4
    shifted = replace(r, received=np.where(friday, r.discharged + 3, r.received).astype(np.int32))
    keep = shifted.received < known.as_of
    parts = {name: getattr(shifted, name)[keep] for name in type(r).__dataclass_fields__}
    late = learn(replace(known, receipts=type(r)(**parts)), 4).lag.late
    assert late[:2, 4, 3].min() > 0.75
    assert late[:2, 2, 0].min() > 0.5


def survival(world: World, lead: int) -> float:
    """Share of what is booked `lead` weeks ahead that is done, over all Mondays."""
    case = simulate(world)
    ahead = case["planned"].astype(bool)
    there = done = 0
    for week in range(40, NOW - lead):
        now = 7 * week
        mine = ahead & (case["booked"] < now) & (case["gone"] >= now) & (case["operated"] // 7 == week + lead)
        there, done = there + mine.sum(), done + (mine & (case["gone"] > case["operated"])).sum()
    return done / there


@pytest.mark.parametrize("cancelled", [0.0, 0.37])
def test_that_booking_dates_tell_survival_apart_from_late_bookings(cancelled: float) -> None:
    world = World(cancelled=cancelled, municipalities=10)
    known = with_booking_dates(world)
    a = learn(known, 12).net.coefficients[:, 4, 0]
    assert a.mean() == pytest.approx(survival(world, 4), abs=0.05)
    assert a == pytest.approx(a.mean() * np.ones(6), abs=0.12)


def with_booking_dates(world: World, keys: bool = False) -> Evidence:
    """The same snapshots with the day each case was booked, or with its key: rows are in the order the world makes
    them.
    """
    known, case = evidence(world, NOW), simulate(world)
    planned = np.flatnonzero(case["planned"])
    s = known.snapshots
    rows = []
    for k, x in enumerate(s.extracted - START):
        own = planned[case["hospital"][planned] == s.hospital[k]]
        when, gone = case["operated"][own], case["gone"][own]
        there = (
            (case["booked"][own] < x)
            & (gone >= x)
            & (when >= x - 14)
            & (when < x + 110)
            & ((gone > when) | (when >= x))
        )
        rows.append(own[there])
    of = np.concatenate(rows)
    assert (case["operated"][of] + START == s.day).all()
    if keys:
        return replace(known, snapshots=replace(s, case=of.astype(np.int64) + 1))
    return replace(known, snapshots=replace(s, booked=(case["booked"][of] + START).astype(np.int32)))


def test_that_case_keys_tell_the_same_as_booking_dates() -> None:
    world = World(cancelled=0.2)
    dates, keys = (learn(with_booking_dates(world, k), 12).net.coefficients for k in (False, True))
    assert keys[:, :6, 0] == pytest.approx(dates[:, :6, 0], abs=0.06)


def test_that_what_is_booked_counts_fully_at_once_and_what_is_usual_far_ahead() -> None:
    net = learnt().net.coefficients
    assert net[:, 0, 0].min() > 0.9
    assert net[:, 0, 1].max() < 0.2
    assert net[:, 11, 1].min() > 0.6
    assert (net >= 0).all()


def test_that_cancelled_operations_that_come_back_are_learnt() -> None:
    """A list of cancelled ones that all return some weeks later, on top of what is booked."""
    known = evidence(World(municipalities=8, cancelled=0.0, rate=2.0), NOW)
    s = known.snapshots
    rng = np.random.default_rng(0)
    moved = (s.day >= s.extracted[s.snapshot] + 14) & (s.day < s.extracted[s.snapshot] + 28) & (s.day % 2 == 0)
    listed = replace(
        s, cancelled=moved, day=np.where(moved, s.extracted[s.snapshot] + rng.integers(0, 5), s.day).astype(np.int32)
    )
    gone = learn(replace(known, snapshots=listed), 12).net.coefficients[:, 2, 3]
    assert gone.mean() > 0.1
    assert learnt().net.coefficients[..., 3].max() == 0.0


def test_that_hospitals_that_send_nothing_on_holidays_are_told_from_those_that_do() -> None:
    held, any_day = (learn(evidence(World(open_days=shut), NOW), 4).lag.waits[:2] for shut in (True, False))
    assert held.min() > 0.8
    assert any_day.max() < 0.1


def test_that_a_snapshot_gap_leaves_days_unknown_and_not_empty() -> None:
    known = evidence(World(), NOW)
    s = known.snapshots
    gap = (s.extracted >= known.as_of - 7 * 20) & (s.extracted < known.as_of - 7 * 12)
    fitted = learn(keep_snapshots(known, ~gap), 12)
    position = fitted.origin - 7 * 16
    assert not fitted.plans.known[:, position].any()
    assert fitted.usual.level[:, -1].sum() == pytest.approx(learnt().usual.level[:, -1].sum(), rel=0.06)


def test_that_a_revised_snapshot_speaks_with_its_newest_word() -> None:
    known = evidence(World(), NOW)
    s = known.snapshots
    last = int(np.flatnonzero(s.hospital == 0)[-1])
    before = learn(known, 12)
    rows = np.flatnonzero((s.snapshot == last) & (s.day < s.extracted[last]))
    count = s.count.copy()
    count[rows] = 3
    after = learn(replace(known, snapshots=replace(s, count=count)), 12)
    changed = after.plans.performed.sum() - before.plans.performed.sum()
    assert changed == pytest.approx(2 * len(rows))


def test_that_operations_that_have_given_their_plan_give_no_other() -> None:
    """Receipts of last week's operations lower what is still awaited from them."""
    fitted = learnt()
    at = fitted.origin
    blind = np.full(len(fitted.seen), at - 4)
    seen = expect(fitted, at, fitted.cut, 2).mean[:, :, 0].sum()
    unseen = expect(fitted, at, blind, 2).mean[:, :, 0].sum()
    assert seen == pytest.approx(unseen, rel=0.1)
    later = expect(fitted, at, fitted.cut + 3, 2).mean[:, :, 0].sum()
    assert later < 0.8 * seen


def test_that_a_rough_level_is_not_read_as_season() -> None:
    rng = np.random.default_rng(11)
    walk = np.zeros(130)
    for week in range(1, 130):
        walk[week] = 0.9 * walk[week - 1] + rng.normal(0, 0.1)
    rough = World(municipalities=12, rate=2.0, level=lambda week: np.exp(walk[np.minimum(week, 129)]))
    calm = World(municipalities=12, rate=2.0)
    waves = [learn(evidence(world, NOW), 12).usual.season.plain.std() for world in (calm, rough)]
    assert waves[1] < 0.5 * walk.std()
    assert waves[0] < 0.06


# Plans, surplus and share --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("share", "base"), [(1.0, 0.0), (0.8, 0.4), (0.4, 0.9), (0.9, 1.5)])
def test_that_share_and_base_are_told_apart_whatever_they_are(share: float, base: float) -> None:
    world = World(municipalities=8, hospitals=2, weeks=125, share=share, base=base, seed=4)
    found = learn(evidence(world, 120), 4)
    assert found.lag.theta.sum(1).mean() == pytest.approx(share, abs=0.1)
    true_base = 3 * base * people(world).sum() / 10_000
    all_plans = true_base + 3 * share * people(world).sum() / 10_000
    assert found.base.level[:, -30:].mean(1).sum() == pytest.approx(true_base, abs=0.1 * all_plans)


def test_that_weekly_counts_fall_on_weekdays_as_the_days_that_others_give() -> None:
    known = evidence(World(), NOW)
    s = known.snapshots
    of = s.hospital[s.snapshot]
    early = (of == 0) | ((s.day + 3) % 7 < 2)  # hospital 1 operates on Mondays and Tuesdays
    mixed = keep_rows(known, early).snapshots
    weekly = mixed.hospital[mixed.snapshot] == 0
    mixed = replace(
        mixed, day=np.where(weekly, mixed.day - (mixed.day + 3) % 7, mixed.day).astype(np.int32), weekly=weekly
    )
    plans = learn(replace(known, snapshots=mixed), 4).plans
    own = plans.performed[plans.hospital == 0].sum(0).reshape(-1, 7).sum(0)
    assert own[5:].sum() == 0
    assert own[:2].min() > 3 * own[2:5].max()
    assert own.sum() == pytest.approx(learnt().plans.performed[learnt().plans.hospital == 0].sum(), rel=0.01)


def test_that_a_week_with_more_booked_than_usual_is_expected_to_hold_more_of_those_not_booked_yet() -> None:
    busy = World(municipalities=10, hospitals=3, weeks=150, level=rough_level(101), cancelled=0.3, lead=45.0)
    net = learn(evidence(busy, 120), 12).net
    assert net.coefficients[:, 5:9, 4].mean() > 0.2
    calm = learn(evidence(replace(busy, level=World().level), 120), 12).net
    assert np.abs(calm.week).mean() < 0.5 * np.abs(net.week).mean()
