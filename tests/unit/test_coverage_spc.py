"""Charts over time against known answers: XmR, p, p', Anhøj's rules, and which chart the points can carry."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sundhedsklynge.coverage.spc import (
    ChartKind,
    Limits,
    Measure,
    Rule,
    control_chart,
    limit_signals,
    p_chart,
    runs,
    xmr,
)

# R: set.seed(123); rnorm(20)
R_NORMAL = np.array(
    [-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
     -0.44566197, 1.22408180, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
     0.70135590, -0.47279141]
)  # fmt: skip
FLAT = Limits(np.zeros(20), np.full(20, -3.0), np.full(20, 3.0))


def rules(values: list[float]) -> set[tuple[Rule, int, int, bool]]:
    limits = Limits(*(line[: len(values)] for line in (FLAT.centre, FLAT.lower, FLAT.upper)))
    return {(s.rule, s.first, s.last, s.high) for s in limit_signals(np.array(values, dtype=float), limits)}


def chart(points: int, measure: Measure = Measure.PROPORTION, size: float = 100.0, phases: tuple[int, ...] = ()):
    rng = np.random.default_rng(points)
    return control_chart(rng.integers(40, 60, points).astype(float), np.full(points, size), measure, phases)


def test_that_xmr_limits_are_those_of_r() -> None:
    limits = xmr(R_NORMAL)
    assert limits.centre[0] == pytest.approx(0.1416238, abs=1e-6)
    assert (limits.lower[0], limits.upper[0]) == (pytest.approx(-3.01138, abs=1e-5), pytest.approx(3.294627, abs=1e-5))


def test_that_a_missing_quarter_gives_no_moving_range() -> None:
    limits = xmr(np.array([1.0, 3.0, np.nan, 100.0, 102.0]))
    assert limits.upper[0] - limits.centre[0] == pytest.approx(2.66 * 2)


def test_that_figures_told_every_other_quarter_still_have_limits() -> None:
    values = np.array([1.0, np.nan, 3.0, np.nan, 2.0])
    assert xmr(values).upper[0] == pytest.approx(2 + 2.66 * 1.5)


def test_that_p_limits_follow_the_denominator_and_stay_within_0_and_1() -> None:
    n, size = np.array([8.0, 45.0, 100.0]), np.array([10.0, 50.0, 100.0])
    limits = p_chart(n, size)
    common = 153 / 160
    assert limits.centre == pytest.approx(common)
    assert limits.lower == pytest.approx(common - 3 * np.sqrt(common * (1 - common) / size))
    assert limits.upper.max() == 1


def test_that_p_prime_multiplies_sigma_by_the_spread_of_the_standardised_points() -> None:
    rng = np.random.default_rng(3)
    size = rng.integers(5000, 9000, 16).astype(float)
    n = np.round(size * (0.6 + rng.normal(0, 0.03, 16)))
    plain, wide = p_chart(n, size), p_chart(n, size, prime=True)
    common = n.sum() / size.sum()
    sigma = np.sqrt(common * (1 - common) / size)
    factor = np.abs(np.diff((n / size - common) / sigma)).mean() / 1.128
    assert factor > 3  # the shares move far more than the binomial allows
    assert (wide.upper - common) == pytest.approx(factor * (plain.upper - common))


@pytest.mark.parametrize(
    ("points", "longest", "crossings"), [(10, 6, 2), (12, 7, 3), (16, 7, 4), (20, 7, 6), (24, 8, 8)]
)
def test_that_anhoejs_limits_are_the_published_ones(points: int, longest: int, crossings: int) -> None:
    found = runs(np.arange(points, dtype=float))
    assert (found.useful, found.longest_allowed, found.crossings_needed) == (points, longest, crossings)
    assert found.crossings_needed == stats.binom.ppf(0.05, points - 1, 0.5)


def test_that_points_on_the_median_are_not_useful() -> None:
    found = runs(np.array([1, 2, 5, 2, 1, 2, 3.0]))
    assert (found.useful, found.longest, found.crossings, found.span) == (4, 1, 3, (0, 0))


def test_that_a_run_over_a_gap_goes_on() -> None:
    found = runs(np.array([1, 1, np.nan, 1, 9, 9, 9, 5.0]))
    assert (found.useful, found.longest, found.crossings, found.span) == (6, 3, 1, (0, 3))


def test_that_seven_points_on_one_side_are_a_signal_and_six_are_not() -> None:
    assert (Rule.ONE_SIDE, 1, 7, True) in rules([-1, 1, 2, 1, 2, 1, 2, 1, -1])
    assert rules([-1, 1, 2, 1, 1, 1, 1, -1]) == set()
    assert rules([1, 1, 1, 0, 1, 1, 1]) == set()  # a point on the centre ends the run


def test_that_six_strict_steps_are_a_signal_and_five_or_a_standstill_are_not() -> None:
    assert (Rule.TREND, 0, 6, False) in rules([1.9, 1.5, 1, 0.5, -0.5, -1, -1.5])
    assert rules([1.9, 1.5, 1, 0.5, -0.5, -1]) == set()
    assert rules([1.9, 1.5, 1, 1, -0.5, -1, -1.5]) == set()


def test_that_two_of_three_beyond_two_thirds_are_a_signal_on_the_same_side_only() -> None:
    assert rules([0, 2.1, 0, 2.2, 0]) == {(Rule.TWO_OF_THREE, 1, 3, True)}
    assert rules([0, 2.1, -2.2, 0]) == set()
    assert rules([2.1, 0, 0, 2.1]) == set()


def test_that_a_point_outside_is_a_signal_on_its_own() -> None:
    assert rules([0, 0, -3.1, 0]) == {(Rule.OUTSIDE, 2, 2, False)}
    assert rules([0, 0, -3.0, 0]) == set()


@pytest.mark.parametrize(
    ("points", "kind"),
    [(1, ChartKind.LINE), (7, ChartKind.LINE), (8, ChartKind.MEDIAN), (9, ChartKind.MEDIAN), (10, ChartKind.RUN),
     (12, ChartKind.RUN), (13, ChartKind.P)],
)  # fmt: skip
def test_that_the_number_of_points_chooses_the_chart(points: int, kind: ChartKind) -> None:
    found = chart(points)
    assert found.kind == kind
    assert found.sentence.endswith(".")
    assert found.sentence.count(".") == 1
    assert np.isnan(found.limits.centre).all() == (kind == ChartKind.LINE)
    assert np.isnan(found.limits.upper).all() == (kind != ChartKind.P)


def test_that_large_denominators_rates_stocks_and_constants_have_their_own_charts() -> None:
    assert chart(13, size=1000.0).kind == ChartKind.P_PRIME
    assert chart(13, Measure.RATE).kind == ChartKind.XMR
    assert chart(13, Measure.STOCK).kind == ChartKind.STEP
    full = control_chart(np.full(14, 12.0), np.full(14, 12.0), Measure.PROPORTION)
    assert full.kind == ChartKind.LINE
    assert "det samme" in full.sentence
    assert full.signals == ()


def test_that_limits_are_computed_anew_only_where_the_user_says() -> None:
    n = np.concatenate([np.tile([30.0, 34.0], 7), np.tile([70.0, 74.0], 7)])
    whole = control_chart(n, np.full(28, 100.0), Measure.PROPORTION)
    split = control_chart(n, np.full(28, 100.0), Measure.PROPORTION, (14,))
    assert len(whole.phases) == 1
    assert any(s.rule == Rule.ONE_SIDE for s in whole.signals)
    assert split.signals == ()
    assert (split.limits.centre[0], split.limits.centre[-1]) == (pytest.approx(0.32), pytest.approx(0.72))


def test_that_a_new_phase_with_few_points_gets_no_limits() -> None:
    found = chart(20, phases=(15,))
    assert [phase.kind for phase in found.phases] == [ChartKind.P, ChartKind.LINE]
    assert found.kind == ChartKind.LINE
    assert not np.isnan(found.limits.upper[:15]).any()
    assert np.isnan(found.limits.upper[15:]).all()


def test_that_a_lasting_rise_is_found_on_a_run_chart() -> None:
    found = control_chart(
        np.array([10, 11, 9, 10, 11, 20, 21, 22, 21, 20, 22.0]), np.full(11, 100.0), Measure.PROPORTION
    )
    assert found.kind == ChartKind.RUN
    assert {s.rule for s in found.signals} == {Rule.FEW_CROSSINGS}
    assert all(s.high for s in found.signals)


def test_that_chance_alone_seldom_signals_on_a_run_chart() -> None:
    rng = np.random.default_rng(7)
    found = [
        control_chart(rng.binomial(200, 0.5, 12).astype(float), np.full(12, 200.0), Measure.PROPORTION)
        for _ in range(400)
    ]
    assert sum(bool(c.signals) for c in found) / 400 < 0.10
