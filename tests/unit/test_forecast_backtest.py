"""The backtest: scores with known answers, and the model beside a planner's rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from forecast_world import START, World, evidence, keep_snapshots, rough_level, truth

from sundhedsklynge.forecast.backtest import (
    LEVELS,
    MODEL,
    Score,
    backtest,
    outcomes,
    pit_histogram,
    poisson_quantile_draws,
    simple_rules,
    weighted_interval_score,
)
from sundhedsklynge.forecast.evidence import Evidence

WORLD = World(municipalities=8, weeks=122)
LAST = 118
RULES = ("middel8", "sidste_aar", "booket_rate", "pickup")
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


def at(day: int) -> Evidence:
    return evidence(WORLD, (day - START) // 7)


@cache
def scores() -> list[Score]:
    return list(backtest(at, [START + 7 * week for week in (92, 97, 102)], evidence(WORLD, LAST), draws=400))


def mean_wis(model: str, level: str, procedure: str) -> float:
    mine = [s for s in scores() if (s.model, s.level, s.procedure) == (model, level, procedure)]
    return sum(s.wis * s.n for s in mine) / sum(s.n for s in mine)


def test_that_the_model_beats_every_rule() -> None:
    for rule in RULES:
        for level, procedure in (("kommune", "knæ"), ("i_alt", "alle")):
            assert mean_wis(MODEL, level, procedure) < mean_wis(rule, level, procedure), (rule, level)


@pytest.mark.parametrize("world", [ROUGH, HOTEL], ids=["rough", "hotel"])
def test_that_rows_and_totals_hold_in_rough_worlds(world: World) -> None:
    days = [START + 7 * week for week in range(86, 121, 6)]
    made = list(backtest(lambda day: evidence(world, (day - START) // 7), days, evidence(world, 132), draws=300))

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
    mine = {(s.level, s.procedure, s.horizons) for s in scores() if s.model == MODEL}
    assert len(mine) == 3 * 4 * 3
    first = next(s for s in scores() if s.level == "kommune")
    assert first.n == 8 * 4
    assert first.pit.sum() == pytest.approx(1.0)


def test_that_intervals_hold_what_they_promise() -> None:
    rows = [s for s in scores() if s.model == MODEL and s.level == "kommune" and s.procedure != "alle"]
    n = sum(s.n for s in rows)
    assert sum(s.inside80 * s.n for s in rows) / n > 0.8
    assert 0.94 < sum(s.inside95 * s.n for s in rows) / n <= 1.0
    pit = sum(s.pit * s.n for s in rows) / n
    assert np.abs(pit - 0.1).max() < 0.04


def test_that_weeks_not_known_yet_are_not_scored() -> None:
    late = list(backtest(at, [START + 7 * (LAST - 5)], evidence(WORLD, LAST), draws=50))
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


def test_that_the_rules_are_what_a_planner_would_write_down() -> None:
    known = evidence(WORLD, 100)
    rules = simple_rules(known, 12)
    past = truth(WORLD, 92, 8)
    assert rules["middel8"][:, :, 5] == pytest.approx(past.mean(2))
    year = truth(WORLD, 47, 3)
    assert rules["sidste_aar"][:, :, 0] == pytest.approx(year.mean(2))
    alone = simple_rules(keep_snapshots(known, np.zeros(len(known.snapshots.extracted), bool)), 12)
    assert (alone["booket_rate"] == alone["middel8"]).all()
    assert (alone["pickup"] == alone["middel8"]).all()


def test_that_the_interval_score_is_that_of_the_paper() -> None:
    q = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9])
    alphas = 2 * LEVELS[:4]
    lower, upper = q[:4], q[:4:-1]
    y = 11.0
    interval = (upper - lower) + 2 / alphas * np.maximum(lower - y, 0) + 2 / alphas * np.maximum(y - upper, 0)
    paper = (0.5 * abs(y - 5) + (alphas / 2 * interval).sum()) / 4.5
    assert weighted_interval_score(np.array(y), q) == pytest.approx(paper)


def test_that_a_right_forecast_has_a_flat_pit_and_a_narrow_one_has_not() -> None:
    rng = np.random.default_rng(0)
    came = rng.poisson(3.0, 4000).astype(float)
    right = pit_histogram(rng.poisson(3.0, (4000, 400)).astype(np.int32), came)
    assert right == pytest.approx(np.full(10, 0.1), abs=0.02)
    narrow = pit_histogram(rng.binomial(6, 0.5, (4000, 400)).astype(np.int32), came)
    assert narrow[0] > 0.13


def test_that_the_poisson_law_of_a_number_is_its_own() -> None:
    law = poisson_quantile_draws(np.array([[4.0]]), 2000)
    assert law.mean() == pytest.approx(4.0, abs=0.02)
    assert law.var() == pytest.approx(4.0, abs=0.1)
