"""How good earlier forecasts would have been, beside what a planner does in a spreadsheet.

Scores: the weighted interval score over nine quantiles (Bracher et al., *PLOS Comput. Biol.* 17, 2021), the absolute
error of the mean, the share of outcomes inside the central 50, 80 and 95 % intervals, and the probability integral
transform, not randomised (Czado, Gneiting and Held, *Biometrics* 65, 2009): a forecast that is right has tenths of 0.1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.forecast.draws import count_pmf
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Forecast, Indices
from sundhedsklynge.forecast.learn import known_days, receipts_by_day
from sundhedsklynge.forecast.model import predict
from sundhedsklynge.forecast.plans import Plans, read_plans
from sundhedsklynge.forecast.season import make_calendar, weekly_sums

LEVELS = np.array([0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975])
GROUPS: dict[str, tuple[int, int]] = {"1-4": (0, 4), "5-8": (4, 8), "9-12": (8, 12)}
MODEL, MEAN8, LAST_YEAR, BOOKED_RATE, PICKUP = "model", "middel8", "sidste_aar", "booket_rate", "pickup"
ROW, CLUSTER, TOTAL, ALL = "kommune", "klynge", "i_alt", "alle"
MEMORY = 26  # weeks of snapshots from which the rules on bookings take their rate


@dataclass(frozen=True)
class Score:
    """One as-of date (day number), kind of area, procedure, group of horizons and model. n: outcomes scored; pit: (10,)
    shares.
    """

    as_of: int
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


def backtest(
    evidence_at: Callable[[int], Evidence],
    as_ofs: Sequence[int],
    latest: Evidence,
    weeks: int = 12,
    draws: int = 1000,
    forecast: Callable[[Evidence, int, int], Forecast] = predict,
) -> Iterator[Score]:
    """Scores as-of by as-of, so that who asks can show progress and stop.

    evidence_at: what was known on the morning of a day; latest: what is known now, from which the outcomes are taken.
    Weeks whose receipts are not all known now are left out.
    """
    for as_of in as_ofs:
        known = evidence_at(as_of)
        actual, whole = outcomes(known, latest, weeks)
        laws = {MODEL: forecast(known, weeks, draws).draws}
        laws |= {name: poisson_quantile_draws(mean) for name, mean in simple_rules(known, weeks).items()}
        for model, law in laws.items():
            yield from _scores(known, model, law, actual, whole)


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
    rate, extra = _on_bookings(read_plans(evidence, calendar), weekly, whole, now, weeks, eight)
    return {MEAN8: eight, LAST_YEAR: np.where(have_year, year, eight), BOOKED_RATE: rate, PICKUP: extra}


def _mean_over(weekly: Floats, whole: Bools, chosen: NDArray[np.int64]) -> Floats:
    """Mean (M, P, 1) over the chosen weeks that are wholly known; 0 where none is."""
    chosen = chosen[(chosen >= 0) & (chosen < weekly.shape[2])]
    use = whole[:, None, chosen]
    return (weekly[:, :, chosen] * use).sum(2, keepdims=True) / np.maximum(use.sum(2, keepdims=True), 1)


def _on_bookings(
    plans: Plans, weekly: Floats, whole: Bools, now: int, weeks: int, instead: Floats
) -> tuple[Floats, Floats]:
    """The two rules on bookings (M, P, W), learnt from the snapshots of the last MEMORY weeks: one rate per procedure
    and lead, one supplement per row and lead.
    """
    table = {
        week: _booked(plans, week, weekly.shape[:2], weeks) for week in range(max(now - MEMORY - weeks, 0), now + 1)
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


def _booked(plans: Plans, week: int, shape: tuple[int, ...], weeks: int) -> Floats | None:
    """Operations (M, P, W) in each hospital's newest snapshot of the last four weeks before the end of the week's
    Monday; None without any.
    """
    out, found = np.zeros((*shape[:2], weeks)), False
    for h in range(len(plans.snapshots)):
        k = plans.newest(h, 7 * week)
        if k >= 0 and plans.extracted[k] > 7 * week - 28:
            ahead = plans.booked(k, 7 * week, 7 * (week + weeks))
            np.add.at(out, (plans.municipality, plans.procedure), ahead.reshape(len(ahead), weeks, 7).sum(2))
            found = True
    return out if found else None


def poisson_quantile_draws(mean: Floats, size: int = 200) -> NDArray[np.int32]:
    """Evenly spread quantiles (..., size) of Poisson laws: the intervals a planner's number has by chance alone."""
    flat = mean.reshape(-1)
    top = int((flat + 8 * np.sqrt(flat)).max(initial=1.0)) + 10
    cdf = np.cumsum(count_pmf(flat, flat, top), axis=1)
    levels = (np.arange(size) + 0.5) / size
    draws = np.array([np.searchsorted(row, levels) for row in cdf], np.int32)
    return draws.reshape(*mean.shape, size)


def _scores(known: Evidence, model: str, draws: NDArray[np.int32], actual: Floats, whole: Bools) -> Iterator[Score]:
    clusters: Indices = np.unique(known.cluster)
    areas = {
        ROW: [np.array([m]) for m in range(len(actual))],
        CLUSTER: [np.flatnonzero(known.cluster == c) for c in clusters],
        TOTAL: [np.arange(len(actual))],
    }
    columns = {name: [p] for p, name in enumerate(known.procedures)} | {ALL: list(range(len(known.procedures)))}
    for level, members in areas.items():
        for procedure, chosen in columns.items():
            law = np.array([_sum(draws[m][:, chosen], model) for m in members])
            came = np.array([actual[m][:, chosen].sum((0, 1)) for m in members])
            use = np.array([whole[m].all(0) for m in members])
            for name, (lo, hi) in GROUPS.items():
                picked = use[:, lo:hi]
                if picked.any():
                    yield _score(
                        known.as_of, level, procedure, name, model, law[:, lo:hi][picked], came[:, lo:hi][picked]
                    )


def _sum(draws: NDArray[np.int32], model: str) -> NDArray[np.int32]:
    """Draws (W, N) of a sum. The rules know of no dependence, so the sum of their Poisson laws is Poisson again."""
    if model == MODEL or draws.shape[0] * draws.shape[1] == 1:
        return draws.sum((0, 1), dtype=np.int32)
    return poisson_quantile_draws(draws.mean(3).sum((0, 1)), draws.shape[3])


def _score(
    as_of: int, level: str, procedure: str, horizons: str, model: str, law: NDArray[np.int32], came: Floats
) -> Score:
    """law: (n, N) draws; came: (n,)."""
    q = np.quantile(law, LEVELS, axis=1, method="inverted_cdf").T
    inside = [float(((came >= q[:, lo]) & (came <= q[:, -1 - lo])).mean()) for lo in (3, 2, 0)]
    return Score(
        as_of,
        level,
        procedure,
        horizons,
        model,
        float(weighted_interval_score(came, q).mean()),
        float(np.abs(came - law.mean(1)).mean()),
        inside[0],
        inside[1],
        inside[2],
        len(came),
        pit_histogram(law, came),
    )


def weighted_interval_score(came: Floats, quantiles: Floats, levels: Floats = LEVELS) -> Floats:
    """WIS (...,) of outcomes (...,) against quantiles (..., Q): twice the mean pinball loss."""
    error = came[..., None] - quantiles
    return 2.0 * np.where(error >= 0, levels * error, (levels - 1.0) * error).mean(-1)


def pit_histogram(draws: NDArray[np.int32], came: Floats, bins: int = 10) -> Floats:
    """Shares (bins,) of the probability integral transform of counts; draws (n, N), came (n,)."""
    below, upto = (draws < came[:, None]).mean(1), (draws <= came[:, None]).mean(1)
    edges = np.linspace(0.0, 1.0, bins + 1)
    width = np.maximum(upto - below, 1e-9)
    cdf = np.clip((edges - below[:, None]) / width[:, None], 0.0, 1.0)
    cdf[:, -1] = 1.0
    return np.diff(cdf, axis=1).mean(0)
