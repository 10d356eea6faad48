"""The backtest: scores with known answers, and the model beside a planner's rules."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from forecast_world import World, evidence, keep_snapshots, rough_level, truth
from hypothesis import given, settings
from hypothesis import strategies as st

from sundhedsklynge.domain.calendar import day_at
from sundhedsklynge.forecast.backtest import (
    LEVELS,
    MODEL,
    RULES,
    TAILS,
    Score,
    outcomes,
    past_forecast,
    pit_histogram,
    poisson_cdf,
    scores,
    simple_rules,
    weighted_interval_score,
)
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots
from sundhedsklynge.forecast.model import predict
from sundhedsklynge.forecast.outlook import Outlook, Scope

WORLD = World(municipalities=8, weeks=122)
LAST = 118
# Levels that wander, more than a third cancelled; in the second bookings up to a year ahead, with their dates.
ROUGH = World(municipalities=8, hospitals=3, weeks=134, seed=1, level=rough_level(101), cancelled=0.37, lead=45.0)
HOTEL = World(
    municipalities=12,
    hospitals=3,
    weeks=134,
    seed=2,
    level=rough_level(202, 0.8, 0.12),
    cancelled=0.37,
    lead=90.0,
    shape=0.9,
    ahead=365,
    dated=True,
    share=1.0,
    base=0.0,
    rate=0.45,
    season=0.3,
)


def outlook(world: World, week: int, draws: int) -> Outlook:
    """The forecast of that Monday for every municipality, the two clusters and the whole."""
    known = evidence(world, week)
    codes = known.municipalities
    clusters = [Scope("klynge", f"K{c}", f"K{c}", codes[c::2]) for c in (0, 1)]
    areas = (
        *(Scope("kommune", str(m), str(m), (m,)) for m in codes),
        *clusters,
        Scope("i_alt", "i_alt", "I alt", codes),
    )
    return Outlook(day_at(known.as_of), known, areas, predict(known, 12, draws))


def scored(world: World, weeks: range | tuple[int, ...], last: int, draws: int) -> list[Score]:
    """Scores of the forecasts of those weeks' Mondays, against what was known in week `last`."""
    latest = evidence(world, last)
    return [score for week in weeks for score in scores(past_forecast(outlook(world, week, draws), latest))]


@cache
def made_scores() -> list[Score]:
    return scored(WORLD, (92, 97, 102), LAST, 400)


def mean_wis(model: str, level: str, procedure: str) -> float:
    mine = [s for s in made_scores() if (s.model, s.level, s.procedure) == (model, level, procedure)]
    return sum(s.wis * s.n for s in mine) / sum(s.n for s in mine)


def test_that_the_model_beats_every_rule() -> None:
    for rule in RULES:
        for level, procedure in (("kommune", "knæ"), ("i_alt", "alle")):
            assert mean_wis(MODEL, level, procedure) < mean_wis(rule, level, procedure), (rule, level)


@pytest.mark.parametrize("world", [ROUGH, HOTEL], ids=["rough", "hotel"])
def test_that_rows_and_totals_hold_in_rough_worlds(world: World) -> None:
    made = scored(world, range(86, 121, 6), 132, 300)

    def mean_of(model: str, level: str, procedure: str, what: str) -> float:
        mine = [s for s in made if (s.model, s.level, s.procedure) == (model, level, procedure)]
        return sum(getattr(s, what) * s.n for s in mine) / sum(s.n for s in mine)

    for rule in RULES:
        for level, procedure in (("kommune", "knæ"), ("kommune", "hofte"), ("i_alt", "alle")):
            worst = 1.15 if (level, rule) == ("i_alt", "booket_rate") else 1.0
            assert mean_of(MODEL, level, procedure, "wis") < worst * mean_of(rule, level, procedure, "wis"), (
                rule,
                level,
            )
    assert mean_of(MODEL, "kommune", "knæ", "inside80") > 0.8
    assert mean_of(MODEL, "kommune", "knæ", "inside95") > 0.93
    assert mean_of(MODEL, "i_alt", "alle", "inside80") > 0.68
    assert mean_of(MODEL, "i_alt", "alle", "inside95") > 0.87


def test_that_every_kind_of_area_procedure_and_horizon_is_scored() -> None:
    mine = {(s.level, s.procedure, s.horizons) for s in made_scores() if s.model == MODEL}
    assert len(mine) == 3 * 4 * 3
    first = next(s for s in made_scores() if s.level == "kommune")
    assert first.n == 8 * 4
    assert first.pit.sum() == pytest.approx(1.0)


def test_that_intervals_hold_what_they_promise() -> None:
    rows = [s for s in made_scores() if s.model == MODEL and s.level == "kommune" and s.procedure != "alle"]
    n = sum(s.n for s in rows)
    assert sum(s.inside80 * s.n for s in rows) / n > 0.8
    assert 0.94 < sum(s.inside95 * s.n for s in rows) / n <= 1.0
    pit = sum(s.pit * s.n for s in rows) / n
    assert np.abs(pit - 0.1).max() < 0.04


def test_that_weeks_not_known_yet_are_not_scored() -> None:
    late = scored(WORLD, (LAST - 5,), LAST, 50)
    assert {s.horizons for s in late} == {"1-4", "5-8"}
    assert {s.n for s in late if s.level == "i_alt" and s.horizons == "5-8"} == {1}


def test_that_outcomes_are_what_came_and_follow_the_codes() -> None:
    known, latest = evidence(WORLD, 100), evidence(WORLD, LAST)
    actual, whole = outcomes(known, latest, 12)
    assert (actual == truth(WORLD, 100)).all()
    assert whole.all()
    stranger = replace(known, municipalities=(*known.municipalities[:-1], 999))
    actual, whole = outcomes(stranger, latest, 12)
    assert not whole[-1].any()
    assert (actual[:-1] == truth(WORLD, 100)[:-1]).all()


# The simple rules -----------------------------------------------------------------------------------------------------

MONDAY = 20_780  # (20780 + 3) % 7 == 0


def hand_made(receipts: list[tuple[int, int]], told: list[tuple[int, int, int]], weekday: int = 0) -> Evidence:
    """One municipality, one hospital, knees. receipts: (weeks from now, plans) received on that week's Tuesday; told: (weeks from now the
    snapshot was taken, weeks from now, operations on that week's Wednesday). Receipts are known for 60 weeks back.
    """
    i32 = lambda values: np.array(values, np.int32)  # noqa: E731
    n, as_of, back = len(receipts), MONDAY + weekday, 420
    received = i32([MONDAY + 7 * week + 1 for week, _ in receipts])
    none, no = np.zeros(n, np.int32), np.zeros(n, bool)
    came = Receipts(none, none, none, received, received, received, i32([c for _, c in receipts]), no, no)
    taken = sorted({x for x, _, _ in told})
    rows = sorted((taken.index(x), MONDAY + 7 * week + 2, count) for x, week, count in told)
    zero, none = np.zeros(len(rows), np.int32), np.full(len(rows), -1, np.int32)
    of, day, count = (i32([row[i] for row in rows]) for i in range(3))
    plans = Snapshots(
        np.zeros(len(taken), np.int32),
        i32([MONDAY + 7 * x + weekday for x in taken]),
        i32([day[of == k].min() for k in range(len(taken))]),
        i32([day[of == k].max() for k in range(len(taken))]),
        of,
        zero,
        zero,
        day,
        zero.astype(bool),
        zero.astype(bool),
        none,
        zero.astype(np.int64),
        count,
        zero.astype(bool),
    )
    seen = np.ones((1, back + weekday), bool)
    return Evidence(
        as_of, (219,), np.array([5e4]), np.zeros(1, np.int32), ("knæ",), ("A",), came, plans, MONDAY - back, seen
    )


def rule(known: Evidence, name: str, weeks: int = 2) -> list[float]:
    return simple_rules(known, weeks)[name][0, 0].tolist()


def test_that_the_mean_of_eight_weeks_takes_the_last_eight_whole_ones() -> None:
    known = hand_made([(-9, 100), (-8, 4), (-3, 6), (-1, 6), (0, 50)], [])
    assert rule(known, "middel8") == [2.0, 2.0]
    silent = known.observed.copy()
    silent[0, -7] = False  # Monday of the last week: what came in it is not all of it
    assert rule(replace(known, observed=silent), "middel8") == pytest.approx([10 / 7] * 2)


def test_that_last_year_is_the_same_week_and_its_neighbours() -> None:
    known = hand_made([(-54, 90), (-53, 3), (-52, 6), (-51, 9), (-50, 30), (-1, 8)], [])
    assert rule(known, "sidste_aar") == [6.0, 15.0]
    young = replace(known, first_day=MONDAY - 140, observed=known.observed[:, -140:])
    assert rule(young, "sidste_aar") == rule(young, "middel8") == [1.0, 1.0]


def test_that_booked_times_rate_is_plans_for_each_booking_at_that_lead() -> None:
    """Told 4 and 2 operations for their own week, 5 for the next; 3, 6 and 8 plans came: rates 9 / 6 and 8 / 5."""
    told = [(-3, -3, 4), (-2, -2, 2), (-2, -1, 5), (0, 0, 10), (0, 1, 3)]
    known = hand_made([(-3, 3), (-2, 6), (-1, 8)], told)
    # The snapshot of week -3 said nothing of week -2, and that of week -2 still speaks in week -1, of which it told 5.
    assert rule(known, "booket_rate") == pytest.approx([10 * (3 + 6 + 8) / (4 + 2 + 5), 3 * (6 + 8) / (0 + 5)])


def test_that_the_pick_up_adds_what_usually_came_on_top() -> None:
    told = [(-3, -3, 4), (-2, -2, 2), (-2, -1, 5), (0, 0, 10), (0, 1, 3)]
    known = hand_made([(-3, 3), (-2, 6), (-1, 8)], told)
    # This week: 3 - 4, 6 - 2 and 8 - 5 on top, next week: 6 - 0 and 8 - 5.
    assert rule(known, "pickup") == pytest.approx([10 + (-1 + 4 + 3) / 3, 3 + (6 + 3) / 2])


def test_that_a_supplement_never_makes_a_number_negative() -> None:
    known = hand_made([], [(-2, -2, 9), (-1, -1, 9), (0, 0, 1)])
    assert rule(known, "pickup", 1) == [0.0]


def test_that_plans_older_than_four_weeks_are_no_bookings_of_today() -> None:
    known = hand_made([(-1, 8)], [(-5, 0, 7), (-5, -4, 3)])
    assert rule(known, "booket_rate") == rule(known, "pickup") == rule(known, "middel8") == [1.0, 1.0]


def test_that_in_the_middle_of_a_week_the_rules_use_the_plan_of_that_morning() -> None:
    told = [(-2, -2, 2), (-1, -1, 2), (0, 0, 5)]
    for weekday in range(5):
        known = hand_made([(-2, 3), (-1, 1)], told, weekday)
        assert rule(known, "booket_rate", 1) == pytest.approx([5 * (3 + 1) / (2 + 2)])
        assert rule(known, "pickup", 1) == pytest.approx([5 + 0.0])


def test_that_the_rules_on_rates_are_summed_over_places_and_supplements_are_each_rows_own() -> None:
    known = evidence(WORLD, 100)
    rules = simple_rules(known, 12)
    assert rules["middel8"][:, :, 5] == pytest.approx(truth(WORLD, 92, 8).mean(2))
    assert rules["sidste_aar"][:, :, 0] == pytest.approx(truth(WORLD, 47, 3).mean(2))
    share = rules["booket_rate"] / np.maximum(predict(known, 12, 1).booked, 1e-9)
    for p in range(3):
        for w in range(3):
            there = rules["booket_rate"][:, p, w] > 0
            assert np.ptp(share[there, p, w]) < 1e-6
    alone = simple_rules(keep_snapshots(known, np.zeros(len(known.snapshots.extracted), bool)), 12)
    assert (alone["booket_rate"] == alone["middel8"]).all()
    assert (alone["pickup"] == alone["middel8"]).all()


@settings(max_examples=12, deadline=None)
@given(st.integers(60, 105), st.integers(0, 6))
def test_that_nothing_dated_after_the_morning_changes_a_rule(week: int, weekday: int) -> None:
    """The same with everything that came later: receipts, known days and snapshots."""
    then, later = evidence(WORLD, week, weekday), evidence(WORLD, 112, weekday, plan_weeks=140)
    then_all = evidence(WORLD, week, weekday, plan_weeks=140)
    stamped = replace(later, as_of=then.as_of)
    for name, values in simple_rules(then_all, 12).items():
        np.testing.assert_array_equal(simple_rules(stamped, 12)[name], values, err_msg=name)


# Scores ---------------------------------------------------------------------------------------------------------------


def test_that_the_interval_score_is_that_of_the_paper() -> None:
    q = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9])
    alphas = 2 * LEVELS[:4]
    lower, upper = q[:4], q[:4:-1]
    y = 11.0
    interval = (upper - lower) + 2 / alphas * np.maximum(lower - y, 0) + 2 / alphas * np.maximum(y - upper, 0)
    paper = (0.5 * abs(y - 5) + (alphas / 2 * interval).sum()) / 4.5
    assert weighted_interval_score(np.array(y), q) == pytest.approx(paper)


def pit_of(draws: np.ndarray, came: np.ndarray) -> np.ndarray:
    return pit_histogram((draws < came[:, None]).mean(1), (draws <= came[:, None]).mean(1))


def test_that_a_right_forecast_has_a_flat_pit_and_a_narrow_one_has_not() -> None:
    rng = np.random.default_rng(0)
    came = rng.poisson(3.0, 4000).astype(float)
    right = pit_of(rng.poisson(3.0, (4000, 400)), came)
    assert right == pytest.approx(np.full(10, 0.1), abs=0.02)
    assert pit_of(rng.binomial(6, 0.5, (4000, 400)), came)[0] > 0.13


@pytest.mark.parametrize("mean", [0.0, 0.3, 3.0, 40.0])
def test_that_a_rules_law_is_poisson(mean: float) -> None:
    cdf = poisson_cdf(np.array([mean]))[0]
    exact = np.cumsum([math.exp(-mean) * mean**k / math.factorial(k) for k in range(min(len(cdf), 100))])
    assert cdf[: len(exact)] == pytest.approx(exact, abs=2e-5)
    assert cdf[-1] == 1.0


@pytest.mark.parametrize(("mean", "share"), [(0.3, 0.963), (3.0, 0.866)])
def test_that_an_interval_of_small_counts_holds_more_than_its_name_says(mean: float, share: float) -> None:
    """Poisson: 0 or 1 at mean 0.3; 1 to 5 at mean 3. What the forecast held is its own share of those, and the hits agree with it."""
    made = outlook(WORLD, 100, 10)
    rng = np.random.default_rng(1)
    draws = rng.poisson(mean, (*made.forecast.draws.shape[:3], 4000)).astype(np.int32)
    right = replace(made, forecast=replace(made.forecast, draws=draws), _cells={})
    past = past_forecast(right, evidence(WORLD, LAST))
    assert past.held[1, :8, :3].mean() == pytest.approx(share, abs=0.005)
    came = np.arange(8)
    below, upto = (draws[0, 0, 0] < came[:, None]).mean(1), (draws[0, 0, 0] <= came[:, None]).mean(1)
    inside = replace(past.judged[MODEL], below=below, upto=upto).inside(TAILS[1])
    assert came[inside].tolist() == ([0, 1] if mean == 0.3 else [1, 2, 3, 4, 5])
