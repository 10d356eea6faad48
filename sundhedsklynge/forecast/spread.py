"""How wrong past as-of forecasts were, and what that says of the next ones.

Row variance: `s V + tau_h^2 mu^2` with V what chance alone gives (Poisson less what is known of single operations) and
h the lead. Sums over rows vary more than independent rows would: what is left of the squared error of the region's
total is a shock all rows share, autocorrelated over weeks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Floats
from sundhedsklynge.forecast.expectation import expect
from sundhedsklynge.forecast.learn import Learnt

TRIALS = 40  # past weeks that are forecast again
HALF_LIFE = 39.0  # weeks after which a past forecast's error counts half
SHOCK, SHOCKS = 0.05, 8.0  # the shared shock's prior standard deviation, and the past forecasts it is worth
MEMORY = 0.85  # prior correlation of the shared shock from week to week
WARM = 8  # weeks of plans received before the first past forecast


@dataclass(frozen=True)
class Trials:
    """Past as-of forecasts beside what came; J origins a week apart, the newest first. weight: (J,).

    mean, chance, actual, usual: (J, M, P, W) of what was still to come at each origin: expected, its variance by chance
    alone, what came, and what of the mean rested on the usual levels. known: (J, M, W) whether that week's receipts are all known now.
    """

    weight: Floats
    mean: Floats
    chance: Floats
    actual: Floats
    usual: Floats
    known: Bools


def try_past(learnt: Learnt, weeks: int) -> Trials:
    """Forecasts as of the same weekday of past weeks: levels, plans and receipts as known then, coefficients as of
    today.
    """
    origin, seen = learnt.origin, learnt.seen
    first = int(seen.any(0).argmax()) if seen.any() else origin
    count = max(min(TRIALS, (origin - first) // 7 - WARM), 0)
    shape = (count, len(seen), len(learnt.evidence.procedures), weeks)
    mean, chance, actual, usual = np.zeros((4, *shape))
    known = np.zeros((count, len(seen), weeks), bool)
    sums = np.concatenate([np.zeros((*shape[1:3], 1)), np.cumsum(learnt.received, axis=2)], axis=2)
    for j in range(count):
        at = origin - 7 * (j + 1)
        then = expect(learnt, at, np.full(len(seen), at), weeks)
        mean[j], chance[j], usual[j] = then.mean, then.chance, then.from_operations + then.from_base
        closes = at // 7 * 7 + 7 * np.arange(1, weeks + 1)
        opens = np.maximum(closes - 7, at)
        actual[j] = sums[:, :, closes] - sums[:, :, opens]
        known[j] = np.array([seen[:, lo:hi].all(1) for lo, hi in zip(opens, closes, strict=True)]).T
    return Trials(0.5 ** (np.arange(count) / HALF_LIFE), mean, chance, actual, usual, known)


@dataclass(frozen=True)
class Spread:
    """scale: s. row: (W,) tau_h squared. shared: (W,) variance of the common shock as a share of the total's squared
    mean. memory: correlation of the common shock from week to week.
    """

    scale: float
    row: Floats
    shared: Floats
    memory: float

    def variance(self, mean: Floats, chance: Floats) -> Floats:
        """Variance of rows (..., W)."""
        return self.scale * chance + self.row * mean**2


def learn_spread(trials: Trials) -> Spread:
    """Moments of past errors, drawn to what is usual where past forecasts are few."""
    weeks = trials.mean.shape[3]
    known = trials.known[:, :, None, :] & np.ones(trials.mean.shape, bool)
    weight = trials.weight[:, None, None, None] * known
    mu, chance = trials.mean, np.maximum(trials.chance, 1e-3)
    error = (trials.actual - mu) * known
    light = weight / (chance + 0.1) ** 2
    # Two moments for s and the mean tau^2; the prior is worth some hundred rows of s = 1 and tau = 0.15.
    x = np.array([chance, mu**2])
    gram = np.einsum("ia,ja->ij", x.reshape(2, -1), (x * light).reshape(2, -1)) + np.diag([300.0, 300.0])
    right = (x * light * error**2).reshape(2, -1).sum(1) + 300.0 * np.array([1.0, 0.02])
    scale = float(np.clip(np.linalg.solve(gram, right)[0], 0.7, 2.0))
    left = light * mu**2
    num = (left * (error**2 - scale * chance)).sum((0, 1, 2))
    den = (left * mu**2).sum((0, 1, 2))
    row = np.maximum(_smooth(num + 0.02 * 100.0, den + 100.0), 0.0)
    variance = scale * chance + row * mu**2
    whole = trials.known.all(1) * trials.weight[:, None]
    total = error.sum((1, 2))
    chance_of_total = (variance * known).sum((1, 2))
    size = (mu.sum((1, 2)) ** 2 * whole).sum(0)
    excess = ((total**2 - chance_of_total) * whole).sum(0)
    typical = size.sum() / max(float(whole.sum()), 1e-9)
    shared = np.maximum(_smooth(excess + SHOCKS * SHOCK**2 * typical, size + SHOCKS * typical), 0.0)
    shared = shared if typical > 0 else np.full(weeks, SHOCK**2)
    return Spread(scale, row, shared, _memory(total, whole, shared * mu.sum((1, 2)) ** 2))


def _smooth(num: Floats, den: Floats) -> Floats:
    """Ratio per lead with neighbouring leads counting by half per step away."""
    lead = np.arange(len(num))
    near = 0.5 ** np.abs(lead[:, None] - lead)
    return (near @ num) / np.maximum(near @ den, 1e-9)


def _memory(total: Floats, whole: Floats, shock: Floats) -> float:
    """Correlation of the shared shock one week apart within a forecast, drawn to MEMORY, since a
    level or a season misjudged stays misjudged. total: (J, W) errors; shock: (J, W) its variance."""
    pair = (whole[:, 1:] > 0) * whole[:, :-1]
    both = float((total[:, 1:] * total[:, :-1] * pair).sum())
    one = float((np.sqrt(shock[:, 1:] * shock[:, :-1]) * pair).sum())
    if one <= 0.0:
        return MEMORY
    prior = one * 400.0 / max(float(pair.sum()), 1.0)
    return float(np.clip((both + MEMORY * prior) / (one + prior), 0.0, 0.95))
