"""How good earlier forecasts would have been, beside what a planner does in a spreadsheet.

Scores: the weighted interval score over nine quantiles (Bracher et al., *PLOS Comput. Biol.* 17, 2021), the absolute
error of the mean, the outcomes inside the central 50, 80 and 95 % intervals, and the probability integral transform, not
randomised (Czado, Gneiting and Held, *Biometrics* 65, 2009): a forecast that is right has tenths of 0.1.

Counts are whole, so that a central interval holds more than its name says: a perfect Poisson "80 %" interval 0.96 at mean
0.3. Hits are therefore held against what the forecast itself put inside the interval.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.draws import count_pmf
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats
from sundhedsklynge.forecast.learn import known_days, receipts_by_day
from sundhedsklynge.forecast.outlook import Outlook, Scope, whole_quantiles
from sundhedsklynge.forecast.plans import Plans, read_plans
from sundhedsklynge.forecast.season import make_calendar, weekly_sums

LEVELS = np.array([0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975])
TAILS = (0.25, 0.1, 0.025)  # what lies on either side of the 50, 80 and 95 % interval
GROUPS: dict[str, tuple[int, int]] = {"1-4": (0, 4), "5-8": (4, 8), "9-12": (8, 12)}
MODEL, MEAN8, LAST_YEAR, BOOKED_RATE, PICKUP = "model", "middel8", "sidste_aar", "booket_rate", "pickup"
RULES = (MEAN8, LAST_YEAR, BOOKED_RATE, PICKUP)
MEMORY = 26  # weeks of snapshots from which the rules on bookings take their rate
_ROUNDING = 1e-6  # shares of draws are kept in single precision


@dataclass(frozen=True)
class Judged:
    """One model's forecasts beside what came, arrays of one shape. mean: expected plans; wis: weighted interval score; below, upto:
    probability the forecast gave to fewer than came, and to at most what came.
    """

    mean: Floats
    wis: Floats
    below: Floats
    upto: Floats

    def inside(self, tail: float) -> Bools:
        """Outcomes within the central interval that leaves `tail` on either side: the distribution function reaches the lower limit, and
        the counts below what came do not reach the upper one."""
        return (self.upto >= tail - _ROUNDING) & (self.below < 1.0 - tail - _ROUNDING)


@dataclass(frozen=True)
class Past:
    """The forecasts of one morning beside what came: A areas, P + 1 procedures (the last is `alle`), W weeks.

    came: (A, P + 1, W), NaN where the week is not wholly known now. held: (3, A, P + 1, W) what the model's own 50, 80 and 95 %
    intervals held of its law. judged: by model or rule, (A, P + 1, W) each.
    """

    as_of: dt.date
    areas: tuple[Scope, ...]
    procedures: tuple[str, ...]
    came: Floats
    held: Floats
    judged: dict[str, Judged]


@dataclass(frozen=True)
class Score:
    """One as-of date, kind of area, procedure, group of horizons and model. n: outcomes scored; pit: (10,) shares."""

    as_of: dt.date
    level: str
    procedure: str
    horizons: str
    model: str
    wis: float
    mae: float
    inside50: float
    inside80: float
    inside95: float
    n: int
    pit: Floats


def past_forecast(outlook: Outlook, latest: Evidence) -> Past:
    """A forecast of the past and the simple rules of the same morning beside what came, for every area and procedure.

    latest: what is known now, from which the outcomes are taken.
    """
    known, weeks = outlook.evidence, len(outlook.weeks)
    actual, whole = outcomes(known, latest, weeks)
    actual = np.where(whole[:, None], actual, np.nan)
    expected = {MODEL: outlook.forecast.mean, **simple_rules(known, weeks)}
    procedures = (*outlook.procedures, ALL)
    shape = (len(outlook.areas), len(procedures), weeks)
    came, held = np.zeros(shape), np.zeros((len(TAILS), *shape))
    found = {name: np.zeros((4, *shape)) for name in expected}
    for a, area in enumerate(outlook.areas):
        rows = np.isin(known.municipalities, area.members)
        came[a] = _with_all(actual[rows].sum(0))
        for name, values in expected.items():
            found[name][0, a] = _with_all(values[rows].sum(0))
            if name != MODEL:
                found[name][1:, a] = _judge_poisson(found[name][0, a], came[a])
        for p, procedure in enumerate(procedures):
            draws, seen = outlook.draws(area, procedure), came[a, p][:, None]
            quantiles = whole_quantiles(draws)
            found[MODEL][1, a, p] = weighted_interval_score(came[a, p], quantiles)
            found[MODEL][2, a, p], found[MODEL][3, a, p] = (draws < seen).mean(1), (draws <= seen).mean(1)
            for i, low in enumerate((3, 2, 0)):
                inside = (draws >= quantiles[:, low, None]) & (draws <= quantiles[:, -1 - low, None])
                held[i, a, p] = inside.mean(1)
    return Past(outlook.as_of, outlook.areas, procedures, came, held, {n: Judged(*of) for n, of in found.items()})


def _with_all(by_procedure: Floats) -> Floats:
    """(P + 1, W): the procedures (P, W) and their sum."""
    return np.concatenate([by_procedure, by_procedure.sum(0, keepdims=True)])


def scores(past: Past) -> Iterator[Score]:
    """The scores of one morning by kind of area, procedure and group of horizons, those without outcomes left out."""
    for level in dict.fromkeys(area.level for area in past.areas):
        rows = [a for a, area in enumerate(past.areas) if area.level == level]
        for p, procedure in enumerate(past.procedures):
            for horizons, (lo, hi) in GROUPS.items():
                came = past.came[rows, p, lo:hi]
                known = ~np.isnan(came)
                if not known.any():
                    continue
                for model, judged in past.judged.items():
                    here = [getattr(judged, name)[rows, p, lo:hi][known] for name in ("mean", "wis", "below", "upto")]
                    of = Judged(*here)
                    inside50, inside80, inside95 = (float(of.inside(tail).mean()) for tail in TAILS)
                    yield Score(
                        past.as_of,
                        level,
                        procedure,
                        horizons,
                        model,
                        float(of.wis.mean()),
                        float(np.abs(of.mean - came[known]).mean()),
                        inside50,
                        inside80,
                        inside95,
                        int(known.sum()),
                        pit_histogram(of.below, of.upto),
                    )


def outcomes(known: Evidence, latest: Evidence, weeks: int) -> tuple[Floats, Bools]:
    """Plans received (M, P, W) in the weeks ahead of `known`, for its municipalities and procedures, and whether the
    week is whole (M, W).
    """
    monday = known.as_of - (known.as_of + 3) % 7
    calendar = make_calendar(min(monday, latest.first_day), monday + 7 * weeks)
    place = [latest.municipalities.index(code) for code in known.municipalities if code in latest.municipalities]
    have = np.array([code in latest.municipalities for code in known.municipalities], bool)
    order = [latest.procedures.index(name) for name in known.procedures]
    ahead = slice(calendar.index(monday), calendar.index(monday) + 7 * weeks)
    received = receipts_by_day(latest, calendar)[:, :, ahead]
    seen = _whole_weeks(known_days(latest, calendar)[:, ahead])
    actual = np.zeros((len(have), len(order), weeks))
    actual[have] = received[np.ix_(place, order)].reshape(len(place), len(order), weeks, 7).sum(3)
    whole = np.zeros((len(have), weeks), bool)
    whole[have] = seen[place]
    return actual, whole


def _whole_weeks(seen: Bools) -> Bools:
    """Weeks (M, W) all of whose days are known."""
    return weekly_sums(seen.astype(np.float64)) == 7.0


def simple_rules(evidence: Evidence, weeks: int) -> dict[str, Floats]:
    """What a planner would write down (M, P, W): the mean of the last eight weeks; the same week last year with its two
    neighbours; what is booked times plans per booked operation at that lead; what is booked plus what usually came
    on top. Without bookings the last two are the mean of eight weeks.
    """
    monday = evidence.as_of - (evidence.as_of + 3) % 7
    told = evidence.snapshots.day
    first = min(evidence.first_day, evidence.as_of, int(told.min(initial=evidence.as_of)))
    calendar = make_calendar(first - 7, monday + 7 * weeks)
    n_m, n_p, now = len(evidence.municipalities), len(evidence.procedures), calendar.week(monday)
    received = receipts_by_day(evidence, calendar).reshape(n_m * n_p, -1)
    weekly = weekly_sums(received).reshape(n_m, n_p, -1)
    whole = _whole_weeks(known_days(evidence, calendar))
    eight = np.repeat(_mean_over(weekly, whole, np.arange(now - 8, now)), weeks, axis=2)
    ahead = np.arange(now, now + weeks)
    years = [_mean_over(weekly, whole, np.arange(t - 53, t - 50)) for t in ahead]
    year = np.concatenate(years, axis=2) if years else eight
    have_year = (whole[:, np.clip(ahead - 52, 0, None)] & (ahead >= 52))[:, None]
    weekday = evidence.as_of - monday
    rate, extra = _on_bookings(read_plans(evidence, calendar), weekly, whole, (now, weekday), weeks, eight)
    return {MEAN8: eight, LAST_YEAR: np.where(have_year, year, eight), BOOKED_RATE: rate, PICKUP: extra}


def _mean_over(weekly: Floats, whole: Bools, chosen: NDArray[np.int64]) -> Floats:
    """Mean (M, P, 1) over the chosen weeks that are wholly known; 0 where none is."""
    chosen = chosen[(chosen >= 0) & (chosen < weekly.shape[2])]
    use = whole[:, None, chosen]
    return (weekly[:, :, chosen] * use).sum(2, keepdims=True) / np.maximum(use.sum(2, keepdims=True), 1)


def _on_bookings(
    plans: Plans, weekly: Floats, whole: Bools, when: tuple[int, int], weeks: int, instead: Floats
) -> tuple[Floats, Floats]:
    """The two rules on bookings (M, P, W), learnt from what the snapshots told on the same weekday of the weeks before: one rate per
    procedure and lead, plans over bookings summed over places; one supplement per row and lead, the mean of plans less bookings. Each
    lead has the last MEMORY weeks or more. when: week and weekday of the as-of.
    """
    now, weekday = when
    shape = (*weekly.shape[:2], weeks)
    table = {
        week: _booked(plans, 7 * week, 7 * week + weekday, shape)
        for week in range(max(now - MEMORY - weeks, 0), now + 1)
    }
    booked = table[now]
    if booked is None:
        return instead, instead
    came, then, weight = (np.zeros(booked.shape) for _ in range(3))
    for week, old in table.items():
        ahead = np.arange(week, week + weeks)
        if old is None or week >= now:
            continue
        use = (ahead < now) & whole[:, None, np.minimum(ahead, whole.shape[1] - 1)]
        came += weekly[:, :, ahead] * use
        then += old * use
        weight += np.broadcast_to(use, old.shape)
    rate = came.sum(0) / np.maximum(then.sum(0), 1e-9)
    extra = (came - then) / np.maximum(weight, 1.0)
    enough = weight > 0
    priced = enough & (then.sum(0) > 0)  # a rate needs bookings at that lead to be one of
    return np.where(priced, booked * rate, instead), np.where(enough, np.maximum(booked + extra, 0.0), instead)


def _booked(plans: Plans, monday: int, morning: int, shape: tuple[int, int, int]) -> Floats | None:
    """Operations (M, P, W) from a Monday on in each hospital's newest snapshot of the four weeks up to a morning (positions); None without
    any."""
    out, found = np.zeros(shape), False
    weeks = shape[2]
    for h in range(len(plans.snapshots)):
        k = plans.newest(h, morning)
        if k >= 0 and plans.extracted[k] > morning - 28:
            ahead = plans.booked(k, monday, monday + 7 * weeks)
            np.add.at(out, (plans.municipality, plans.procedure), ahead.reshape(len(ahead), weeks, 7).sum(2))
            found = True
    return out if found else None


def _judge_poisson(mean: Floats, came: Floats) -> Floats:
    """Score, share below and share up to what came (3, ...) of Poisson laws with those means: the intervals a planner's number has by
    chance alone. The rules know of no dependence, so that the law of a sum is Poisson again."""
    cdf = poisson_cdf(mean.reshape(-1))
    seen = np.nan_to_num(came.reshape(-1)).astype(int)
    padded = np.concatenate([np.zeros((len(cdf), 1)), cdf], axis=1)
    at = np.minimum(seen, cdf.shape[1] - 1)
    row = np.arange(len(cdf))
    quantiles = (cdf[:, :, None] < LEVELS).sum(1)
    wis = weighted_interval_score(came.reshape(-1), quantiles.astype(np.float64))
    return np.stack([wis, padded[row, at], padded[row, at + 1]]).reshape(3, *mean.shape)


def poisson_cdf(mean: Floats) -> Floats:
    """Distribution functions (n, size) of Poisson laws with those means (n,) at 0, 1, ...; the last is 1."""
    top = int((mean + 8 * np.sqrt(mean)).max(initial=1.0)) + 10
    cdf = np.minimum(np.cumsum(count_pmf(mean, mean, top), axis=1), 1.0)
    cdf[:, -1] = 1.0
    return cdf


def weighted_interval_score(came: Floats, quantiles: Floats, levels: Floats = LEVELS) -> Floats:
    """WIS (...,) of outcomes (...,) against quantiles (..., Q): twice the mean pinball loss."""
    error = came[..., None] - quantiles
    return 2.0 * np.where(error >= 0, levels * error, (levels - 1.0) * error).mean(-1)


def pit_histogram(below: Floats, upto: Floats, bins: int = 10) -> Floats:
    """Shares (bins,) of the probability integral transform of counts, from what each forecast (n,) gave to fewer than came and to at most
    what came."""
    edges = np.linspace(0.0, 1.0, bins + 1)
    width = np.maximum(upto - below, 1e-9)
    cdf = np.clip((edges - below[:, None]) / width[:, None], 0.0, 1.0)
    cdf[:, -1] = 1.0
    return np.diff(cdf, axis=1).mean(0)
