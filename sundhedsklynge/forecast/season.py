"""The week and the year: open days, season and holiday weeks, learnt from counts with shrinkage.

A series is written as level x factor(week) x profile(day). The factor comes from a Poisson regression with log link: a
few Fourier terms for the year and one effect for each kind of week in which Danes are away, every effect with a normal
prior (penalised iteratively reweighted least squares; Wood, *Generalized Additive Models*, 2nd ed., ch. 3). A slow
random walk takes up the level, so that growth is not read as season. Two years of a rough level look much like waves:
how rough it is and how high the waves are is averaged over, each pair of the two by its evidence (Hoeting et al.,
"Bayesian model averaging", *Statist. Sci.* 14, 1999). Public holidays count as Sundays; what a holiday
week costs beyond its closed days is one of the effects.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from sundhedsklynge.domain.calendar import day_at, easter_sunday, is_closed
from sundhedsklynge.forecast.evidence import Floats, Indices

SUNDAY = 6
SUMMER_WEEKS = (27, 28, 29, 30, 31)
BREAK_WEEKS = (7, 8, 42)
WAVES = 6  # Fourier terms, the first of the effects
WAVE_HEIGHTS = (0.1, 0.3, 1.0)  # how high they may be, as a share of their prior standard deviation
LEVEL_WEEKS = 4  # the level's random walk: a step's weeks
LEVEL_STEPS = (0.05, 0.1, 0.2, 0.4)  # and its prior standard deviation (log)
UNLIKELY = 0.01  # share of the evidence below which a prior is left out


def week_of(day: int) -> int:
    """Number of the week that holds `day`, counted from the Monday 1969-12-29."""
    return (day + 3) // 7


@dataclass(frozen=True)
class Calendar:
    """The time axis of a fit: whole weeks from the Monday `start` (day number), as many as `weeks`.

    kind: (7 * weeks,) weekday 0-6, public holidays and 24/31 December as Sunday. since: (7 * weeks + 1,) for each
    position the first public holiday of the closed days just before it (the position itself where there is none): what
    was due from then on and waits for an open day comes at the position or later. effects: (weeks, F) regressors of the
    season; scale: (F,) prior standard deviation of each on the log scale.
    """

    start: int
    weeks: int
    kind: Indices
    since: Indices
    effects: Floats
    scale: Floats

    def index(self, day: int) -> int:
        """Position of a day on the axis."""
        return day - self.start

    def week(self, day: int) -> int:
        """Position of a day's week on the axis."""
        return (day - self.start) // 7


def make_calendar(first: int, end: int) -> Calendar:
    """The axis that holds all days from `first` to `end` (excluded)."""
    start = week_of(first) * 7 - 3
    weeks = [_week(start + 7 * w) for w in range((end - start + 6) // 7)]
    kind = np.array([kinds for kinds, _, _ in weeks], np.int32).ravel()
    effects, scale = np.array([effects for _, effects, _ in weeks]), np.array(weeks[0][2])
    return Calendar(start, len(weeks), kind, _since(kind), effects, scale)


def _since(kind: Indices) -> Indices:
    out, holiday = np.arange(len(kind) + 1), -1
    for day, k in enumerate(kind.tolist()):
        if k < 5:
            holiday = -1
        elif holiday < 0 and day % 7 < 5:
            holiday = day
        if holiday >= 0:
            out[day + 1] = holiday
    return out


@lru_cache(maxsize=2048)  # calendars overlap, and a week costs a tenth of a millisecond
def _week(start: int) -> tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...]]:
    """Of the week from the Monday `start` (day number): the kind of each day, the regressors and their prior standard
    deviations. Holiday weeks are told by their dates, so week 53 needs no case.
    """
    monday = day_at(start)
    days = [monday + dt.timedelta(days=i) for i in range(7)]
    kinds = tuple(SUNDAY if is_closed(day) and day.weekday() < 5 else day.weekday() for day in days)
    week = monday.isocalendar()[1]
    turn = 2 * np.pi * (days[3].timetuple().tm_yday / 365.25)
    waves = [(float(f(k * turn)), 0.15 / k) for k in (1, 2, 3) for f in (np.cos, np.sin)]
    to_christmas = next(
        (d for d in range(-6, 15) if (monday + dt.timedelta(days=d)).timetuple()[1:3] == (12, 25)), None
    )
    christmas = to_christmas is not None and 0 <= to_christmas < 7
    new_year = any(day.timetuple()[1:3] == (1, 1) for day in days)
    before = to_christmas is not None and to_christmas >= 7
    after = any(day.timetuple()[1:3] == (1, 1) for day in (day - dt.timedelta(days=7) for day in days))
    easter = easter_sunday(monday.year)
    marks = [
        (float(week in SUMMER_WEEKS), 0.7),
        *((float(week == w), 0.25) for w in SUMMER_WEEKS),
        (float(week in (26, 32)), 0.2),
        (float(week in BREAK_WEEKS), 0.2),
        *((float(week == w), 0.15) for w in BREAK_WEEKS),
        (float(christmas), 0.7),
        (float(new_year), 0.5),
        (float(before), 0.3),
        (float(after), 0.2),
        (float(easter in days), 0.4),
        (float(easter + dt.timedelta(days=1) in days), 0.2),
        (float(easter + dt.timedelta(days=39) in days), 0.2),
    ]
    effects, scale = zip(*waves, *marks, strict=True)
    return kinds, effects, scale


@dataclass(frozen=True)
class Ridge:
    """coefficients: (F,); precision: (F, F) of their errors; evidence: log marginal likelihood by Laplace's method, up to a
    constant.
    """

    coefficients: Floats
    precision: Floats
    evidence: float

    @property
    def covariance(self) -> Floats:
        """Of the errors of the coefficients (F, F)."""
        return np.asarray(np.linalg.inv(self.precision), np.float64)


def poisson_ridge(counts: Floats, expected: Floats, design: Floats, scale: Floats, strict: bool = False) -> Ridge:
    """Fits log E[count] = log expected + design @ coefficient, each coefficient with prior N(0, scale^2).

    counts, expected: (T,), weeks with expected 0 are left out. Spread beyond Poisson (Pearson) widens the errors of the
    counts, never narrows them, so that a rough series is followed less closely; strict: no such spread.
    """
    use = expected > 0
    y, e, x = counts[use], expected[use], design[use]
    beta, spread, mu = np.zeros(x.shape[1]), 1.0, e
    precision = np.diag(scale**-2.0)
    for _ in range(12):
        mu = np.maximum(e * np.exp(np.clip(x @ beta, -6.0, 6.0)), 1e-6)
        precision = x.T @ (x * (mu / spread)[:, None]) + np.diag(scale**-2.0)
        step = np.linalg.solve(precision, x.T @ ((y - mu) / spread) - beta / scale**2)
        beta = beta + np.clip(step, -1.0, 1.0)
        if len(y) and not strict:
            spread = max(1.0, float(np.mean((y - mu) ** 2 / (mu + 0.1))))
        if float(np.abs(step).max()) < 1e-6:
            break
    logdet = float(np.linalg.slogdet(precision)[1]) + 2.0 * float(np.log(scale).sum())
    evidence = float((y * np.log(mu) - mu).sum()) / spread - 0.5 * float((beta**2 / scale**2).sum()) - 0.5 * logdet
    return Ridge(beta, precision, evidence)


@dataclass(frozen=True)
class Season:
    """Log week factors of G series.

    log: (G, weeks) with holidays; plain: (G, weeks) the year's waves alone. doubt: (weeks,), own_doubt: (G, weeks)
    variances of the log factor relative to the latest weeks, of what the series share and of each one's own deviation.
    """

    log: Floats
    plain: Floats
    doubt: Floats
    own_doubt: Floats

    @classmethod
    def flat(cls, series: int, weeks: int) -> Season:
        """A season that knows nothing."""
        zero = np.zeros((series, weeks))
        return cls(zero, zero, np.zeros(weeks), zero)


def fit_season(counts: Floats, expected: Floats, calendar: Calendar, now: int, prior: Season) -> Season:
    """Season of G series.

    counts, expected: (G, weeks); expected is the level times the open days (0 where the week is not known). The sum of
    the series is fitted first, from the (first) series of `prior`, then each series' own deviation with half the prior
    spread. now: week from which on nothing is known. Level and waves are weighed by the evidence of the sum.
    """
    knots = np.arange(LEVEL_WEEKS, calendar.weeks, LEVEL_WEEKS)
    ramps = np.clip((np.arange(calendar.weeks)[:, None] - knots) / LEVEL_WEEKS + 1.0, 0.0, 1.0)
    design = np.hstack([np.ones((calendar.weeks, 1)), ramps, calendar.effects])
    level = 1 + len(knots)
    column = np.arange(design.shape[1])
    steps, waving = (column > 0) & (column < level), (column >= level) & (column < level + WAVES)
    wide, narrow = (np.concatenate([[5.0], np.ones(len(knots)), calendar.scale * size]) for size in (1.0, 0.5))
    contrast = calendar.effects - calendar.effects[max(now - 8, 0) : max(now, 1)].mean(0)
    waves = calendar.effects * (np.arange(len(calendar.scale)) < WAVES)

    def fit(y: Floats, e: Floats, scale: Floats) -> tuple[Floats, Floats, Floats]:
        beta, cov = _averaged([poisson_ridge(y, e, design, prior * scale) for prior in likely], share)
        doubt = np.einsum("wi,ij,wj->w", contrast, cov[level:, level:], contrast)
        return calendar.effects @ beta[level:], waves @ beta[level:], doubt

    y, e = counts.sum(0), expected.sum(0) * np.exp(prior.log[0])
    priors = [np.where(steps, s, np.where(waving, height, 1.0)) for s in LEVEL_STEPS for height in WAVE_HEIGHTS]
    evidence = np.array([poisson_ridge(y, e, design, one * wide, True).evidence for one in priors])
    share = np.exp(evidence - evidence.max())
    share = np.where(share < UNLIKELY * share.sum(), 0.0, share)
    likely, share = [priors[i] for i in np.flatnonzero(share)], share[share > 0] / share.sum()
    log, plain, doubt = fit(y, e, wide)
    log, plain = log + prior.log[0], plain + prior.plain[0]
    own = [fit(y, e * np.exp(log), narrow) for y, e in zip(counts, expected, strict=True)]
    logs, plains, doubts = (np.array([part[i] for part in own]).reshape(-1, calendar.weeks) for i in range(3))
    return Season(logs + log, plains + plain, doubt, doubts)


def _averaged(ridges: list[Ridge], share: Floats) -> tuple[Floats, Floats]:
    """Mean coefficients (F,) and the covariance (F, F) of their errors, the fits being right with chance `share`."""
    each = np.array([ridge.coefficients for ridge in ridges])
    within = np.array([ridge.covariance for ridge in ridges])
    mean = share @ each
    gap = each - mean
    return mean, np.tensordot(share, within, 1) + (share[:, None] * gap).T @ gap


def tally(number: Indices, amount: Floats, size: int) -> Floats:
    """Sums (size, ...) of the amounts (n, ...) that carry each number (n,); `np.add.at` is several times slower."""
    rest = amount.shape[1:]
    width = math.prod(rest)
    flat = (number[:, None] * width + np.arange(width)).ravel() if rest else number
    return np.asarray(np.bincount(flat, amount.ravel(), size * width), np.float64).reshape(size, *rest)


def weekly_sums(days: Floats) -> Floats:
    """Sums (G, weeks) of daily series (G, 7 * weeks)."""
    return days.reshape(len(days), days.shape[1] // 7, 7).sum(2)


def day_profile(counts: Floats, calendar: Calendar, known: Floats, strength: float) -> Floats:
    """Share of each kind of day (G, 7), summing to 1 over an ordinary week; each series is drawn to the common one.

    counts, known: (G, days); strength: pseudo-counts of the common profile.
    """
    day_kinds = np.eye(7)[calendar.kind]
    total, seen = counts @ day_kinds, known @ day_kinds
    common = _rates(total.sum(0), seen.sum(0))
    expected = seen * common
    size = np.maximum(expected.sum(1, keepdims=True), 1e-9)
    level = total.sum(1, keepdims=True) / size
    pseudo = strength * common / common.sum()
    rate = common * (total + pseudo) / np.maximum(expected * level + pseudo, 1e-9)
    return rate / rate.sum(1, keepdims=True)


def _rates(total: Floats, seen: Floats) -> Floats:
    rate = (total + 1e-3) / np.maximum(seen, 1.0)
    return rate / rate.sum()
