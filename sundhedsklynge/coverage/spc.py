"""Charts for a figure over time: which one the number of points can carry, its limits, and what in it is more than chance.

Sources: XmR limits and the three rules after Wheeler, *Understanding Variation* (mean moving range, no screening of large ranges: a
shift that widens the limits is for the user to rebase); p' after Laney, Quality Engineering 14 (2002) 531-537; run chart rules after
Anhøj & Olesen, PLoS ONE 9 (2014) e113825. Values are arrays over consecutive quarters; NaN is a quarter without data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Floats, Ints

XMR_FACTOR = 2.66  # 3 / 1.128, as printed in the literature
RANGE_FACTOR = 1.128  # mean moving range of a normal variable in standard deviations
ONE_SIDE, STEPS = 7, 6
MEDIAN_FROM, RUN_FROM, LIMITS_FROM = 8, 10, 13  # points
LARGE = 1000  # median denominator from which the binomial spread is too narrow, and p' is used


class Measure(StrEnum):
    """What kind of figure it is: a stock at a date, a proportion of cases, or a rate that counts events."""

    STOCK = "beholdning"
    PROPORTION = "andel"
    RATE = "rate"


class ChartKind(StrEnum):
    """The charts, as they are called on screen."""

    STEP = "trappediagram"
    LINE = "linje"
    MEDIAN = "linje med median"
    RUN = "seriediagram"
    P = "p-kort"
    P_PRIME = "p'-kort"
    XMR = "XmR-kort"


class Rule(StrEnum):
    """What is more than chance, in words."""

    OUTSIDE = "uden for grænserne"
    ONE_SIDE = "7 punkter på samme side"
    TREND = "6 skridt i samme retning"
    TWO_OF_THREE = "2 af 3 punkter tæt på grænsen"
    LONG_RUN = "usædvanligt lang serie på samme side af medianen"
    FEW_CROSSINGS = "medianen krydses usædvanligt få gange"


@dataclass(frozen=True, slots=True)
class Signal:
    """A rule that the points `first` to `last` (indices, both included) break, `high` where they lie above the centre or rise."""

    rule: Rule
    first: int
    last: int
    high: bool


@dataclass(frozen=True)
class Limits:
    """Centre and limits (K,); NaN where there are none."""

    centre: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Runs:
    """Anhøj's two tests. `useful` points are those not on the median; span: first and last index of the longest run."""

    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    crossings_needed: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Phase:
    """Points `first` up to `stop` (not included), computed on their own: `kind` is what they can carry."""

    first: int
    stop: int
    points: int
    kind: ChartKind


@dataclass(frozen=True)
class Control:
    """A whole chart; `kind` and `sentence` are those of the last phase."""

    kind: ChartKind
    sentence: str
    limits: Limits
    signals: tuple[Signal, ...]
    phases: tuple[Phase, ...]


def xmr(values: Floats) -> Limits:
    """Mean +/- 2.66 x mean moving range. A range counts only between two quarters in a row."""
    centre = float(np.nanmean(values))
    reach = XMR_FACTOR * _mean_range(values)
    return _constant(values, centre, centre - reach, centre + reach)


def p_chart(numerators: Floats, denominators: Floats, *, prime: bool = False) -> Limits:
    """Three standard deviations of a share around the common one, within 0 and 1; wider where the denominator is small.

    prime: the standard deviation multiplied by the mean moving range of the standardised points over 1.128 (Laney's p').
    """
    known = ~np.isnan(numerators)
    common = float(numerators[known].sum() / denominators[known].sum())
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = np.sqrt(common * (1 - common) / denominators)
        if prime:
            spread = spread * _mean_range((numerators / denominators - common) / spread) / RANGE_FACTOR
    centre = np.full(len(numerators), common)
    return Limits(centre, np.clip(centre - 3 * spread, 0, 1), np.clip(centre + 3 * spread, 0, 1))


def runs(values: Floats) -> Runs:
    """Runs about the median of the known points. Raises ValueError where no point lies off it."""
    median = float(np.nanmedian(values))
    index = np.flatnonzero(~np.isnan(values) & (values != median))
    if not len(index):
        raise ValueError("every point lies on the median")
    above = values[index] > median
    starts = np.flatnonzero(np.diff(above.astype(np.int8), prepend=-1))
    lengths = np.diff(starts, append=len(above))
    longest = int(np.argmax(lengths))
    first = int(starts[longest])
    useful = len(index)
    return Runs(
        useful=useful,
        longest=int(lengths[longest]),
        longest_allowed=round(math.log2(useful)) + 3,
        crossings=len(starts) - 1,
        crossings_needed=_binomial_quantile(0.05, useful - 1),
        span=(int(index[first]), int(index[first + int(lengths[longest]) - 1])),
    )


def limit_signals(values: Floats, limits: Limits) -> list[Signal]:
    """Points outside the limits, seven on one side, six strict steps one way (seven points), two of three beyond two thirds.

    A point on the centre line ends a run. Quarters without data are passed over.
    """
    index = np.flatnonzero(~np.isnan(values))
    y, centre = values[index], limits.centre[index]
    above, below = y > centre, y < centre
    rising, falling = np.diff(y) > 0, np.diff(y) < 0
    two_thirds = 2 / 3
    near_upper = y > centre + two_thirds * (limits.upper[index] - centre)
    near_lower = y < centre - two_thirds * (centre - limits.lower[index])
    found: list[tuple[Rule, int, int, bool]] = []
    found += [(Rule.OUTSIDE, int(i), int(i), True) for i in np.flatnonzero(y > limits.upper[index])]
    found += [(Rule.OUTSIDE, int(i), int(i), False) for i in np.flatnonzero(y < limits.lower[index])]
    for high, side, steps, near in ((True, above, rising, near_upper), (False, below, falling, near_lower)):
        found += [(Rule.ONE_SIDE, a, b, high) for a, b in _stretches(side, ONE_SIDE)]
        found += [(Rule.TREND, a, b + 1, high) for a, b in _stretches(steps, STEPS)]
        found += [(Rule.TWO_OF_THREE, a, b, high) for a, b in _pairs(near)]
    return [Signal(rule, int(index[a]), int(index[b]), high) for rule, a, b, high in found]


def control_chart(
    numerators: Floats, denominators: Floats, measure: Measure, new_phases: Sequence[int] = ()
) -> Control:
    """The strongest chart that the points can carry, and one Danish sentence saying why it is not a stronger one.

    numerators, denominators: (K,) by consecutive quarters, NaN without data. new_phases: indices at which the user has asked to compute
    anew; each phase is judged by its own number of points.
    """
    values = numerators / denominators
    edges = sorted({0, len(values), *(i for i in new_phases if 0 < i < len(values))})
    empty = np.full(len(values), np.nan)
    centre, lower, upper = empty.copy(), empty.copy(), empty.copy()
    phases: list[Phase] = []
    signals: list[Signal] = []
    for first, stop in pairwise(edges):
        rows = slice(first, stop)
        points = int((~np.isnan(values[rows])).sum())
        kind = chart_kind(values[rows], denominators[rows], measure)
        limits = _limits(kind, numerators[rows], denominators[rows])
        centre[rows], lower[rows], upper[rows] = limits.centre, limits.lower, limits.upper
        found = _signals(kind, values[rows], limits)
        signals += [Signal(s.rule, s.first + first, s.last + first, s.high) for s in found]
        phases.append(Phase(first, stop, points, kind))
    last = phases[-1]
    sentence = _why(last.kind, last.points, values[last.first : last.stop])
    return Control(last.kind, sentence, Limits(centre, lower, upper), tuple(signals), tuple(phases))


def chart_kind(values: Floats, denominators: Floats, measure: Measure) -> ChartKind:
    """What the points can carry (product.md, *Conventions*). A constant series has no variation to reckon limits from."""
    known = ~np.isnan(values)
    points = int(known.sum())
    if measure is Measure.STOCK:
        return ChartKind.STEP
    if points < MEDIAN_FROM or _is_constant(values):
        return ChartKind.LINE
    if points < RUN_FROM:
        return ChartKind.MEDIAN
    if points < LIMITS_FROM:
        return ChartKind.RUN
    if measure is Measure.RATE:
        return ChartKind.XMR
    return ChartKind.P_PRIME if np.median(denominators[known]) >= LARGE else ChartKind.P


def _limits(kind: ChartKind, numerators: Floats, denominators: Floats) -> Limits:
    values = numerators / denominators
    if kind in (ChartKind.P, ChartKind.P_PRIME):
        return p_chart(numerators, denominators, prime=kind is ChartKind.P_PRIME)
    if kind is ChartKind.XMR:
        found = xmr(values)
        return Limits(found.centre, np.maximum(found.lower, 0), found.upper)  # a rate is never below zero
    centre = float(np.nanmedian(values)) if kind in (ChartKind.MEDIAN, ChartKind.RUN) else math.nan
    return _constant(values, centre, math.nan, math.nan)


def _signals(kind: ChartKind, values: Floats, limits: Limits) -> list[Signal]:
    if kind in (ChartKind.P, ChartKind.P_PRIME, ChartKind.XMR):
        return limit_signals(values, limits)
    return _run_signals(values) if kind is ChartKind.RUN else []


def _run_signals(values: Floats) -> list[Signal]:
    found, median = runs(values), float(np.nanmedian(values))
    result: list[Signal] = []
    if found.longest > found.longest_allowed:
        first, last = found.span
        result.append(Signal(Rule.LONG_RUN, first, last, bool(values[first] > median)))
    if found.crossings < found.crossings_needed:
        known = np.flatnonzero(~np.isnan(values))
        half = len(known) // 2
        rose = float(np.median(values[known[-half:]])) > float(np.median(values[known[:half]]))
        result.append(Signal(Rule.FEW_CROSSINGS, int(known[0]), int(known[-1]), rose))
    return result


def _why(kind: ChartKind, points: int, values: Floats) -> str:
    quarters = "1 kvartal" if points == 1 else f"{points} kvartaler"
    if kind is ChartKind.STEP:
        return "Trappediagram uden grænser: tallet er en beholdning, som ændrer sig et hjem ad gangen og ikke ved tilfældigheder."
    if kind is ChartKind.LINE and points >= MEDIAN_FROM and _is_constant(values):
        return (
            "Linje uden grænser: tallet er det samme i alle kvartaler, så der er ingen variation at regne grænser af."
        )
    return {
        ChartKind.LINE: f"Linje uden grænser: {quarters} er for få til at skelne udvikling fra tilfældigheder; medianen vises fra 8.",
        ChartKind.MEDIAN: f"Linje med median: {quarters} er for få til at afgøre, om et skift er mere end tilfældigt; det kræver 10.",
        ChartKind.RUN: f"Seriediagram: {quarters} er nok til at se et skift om medianen, men grænser kræver 13.",
        ChartKind.P: f"p-kort: {quarters} er nok til grænser, og de følger nævneren, så små kvartaler får brede grænser.",
        ChartKind.P_PRIME: "p'-kort: nævnerne er så store (typisk 1.000 eller flere), at almindelige p-grænser ville være for snævre.",
        ChartKind.XMR: f"XmR-kort: {quarters} er nok til grænser, og tallet tæller hændelser, der kan ske flere gange for samme borger.",
    }[kind]


def _constant(values: Floats, centre: float, lower: float, upper: float) -> Limits:
    size = len(values)
    return Limits(np.full(size, centre), np.full(size, lower), np.full(size, upper))


def _is_constant(values: Floats) -> bool:
    known = values[~np.isnan(values)]
    return bool(len(known) and np.ptp(known) < 1e-12)


def _mean_range(values: Floats) -> float:
    """Over quarters in a row; over the known points where no two quarters in a row are known."""
    ranges = np.diff(values)
    if np.isnan(ranges).all():
        ranges = np.diff(values[~np.isnan(values)])
    return float(np.nanmean(np.abs(ranges)))


def _stretches(mask: Bools, least: int) -> list[tuple[int, int]]:
    """First and last index of every unbroken stretch of at least `least` true values."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], mask.astype(np.int8), [0]])))
    return [(int(a), int(b) - 1) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= least]


def _pairs(near: Bools) -> list[tuple[int, int]]:
    """First and last index of two near points among three in a row; overlapping finds are joined."""
    index: Ints = np.flatnonzero(near).astype(np.int32)
    found: list[tuple[int, int]] = []
    for first, second in pairwise(index.tolist()):
        if second - first > 2:
            continue
        if found and found[-1][1] == first:
            found[-1] = (found[-1][0], second)
        else:
            found.append((first, second))
    return found


def _binomial_quantile(probability: float, n: int) -> int:
    """The smallest k with P(X <= k) >= probability, X binomial(n, 1/2)."""
    total = 0.0
    for k in range(n + 1):
        total += math.comb(n, k) / 2**n
        if total >= probability:
            return k
    return n
