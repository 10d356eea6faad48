"""Joint draws with given means and variances.

Each row's count follows the law of Panjer's class (binomial, Poisson or negative binomial as the variance is below, at
or above the mean; Klugman, Panjer and Willmot, *Loss Models*, ch. 6). Rows hang together through a Gaussian copula with
one shock shared by the whole region, autoregressive over weeks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.forecast.spread import Spread


def count_pmf(mean: Floats, variance: Floats, size: int) -> Floats:
    """Probabilities (rows, size) of 0, 1, ... with the given means and (nearly) the given variances (rows,).

    `p_k = (a + b / k) p_{k-1}`; with variance v above the mean m `a = 1 - m / v`, `b = a (m (1 - a) / a - 1)`; below it
    a binomial of the whole number next to `m^2 / (m - v)`, whose mean is exact.
    """
    mu = np.maximum(mean, 1e-9)
    narrow = variance < 0.999 * mu
    number = np.maximum(np.rint(mu * mu / np.where(narrow, mu - variance, 1.0)), np.floor(mu) + 1.0)
    p = mu / number
    over = np.maximum(1.0 - mu / np.maximum(variance, 1e-12), 1e-4)
    a = np.where(narrow, -p / (1.0 - p), over)
    b = np.where(narrow, -a * (number + 1.0), mu * (1.0 - over) - over)
    ratio = np.maximum(a[:, None] + b[:, None] / np.arange(1, size), 1e-300)
    logs = np.concatenate([np.zeros((len(mu), 1)), np.cumsum(np.log(ratio), axis=1)], axis=1)
    weights = np.exp(logs - logs.max(1, keepdims=True))
    return weights / weights.sum(1, keepdims=True)


def normal_quantile(p: Floats) -> Floats:
    """Inverse of the normal distribution function by Acklam's rational approximation (relative error 1.2e-9)."""
    a = (
        -39.69683028665376,
        220.9460984245205,
        -275.9285104469687,
        138.3577518672690,
        -30.66479806614716,
        2.506628277459239,
    )
    b = (-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572, 1.0)
    c = (
        -0.007784894002430293,
        -0.3223964580411365,
        -2.400758277161838,
        -2.549732539343734,
        4.374664141464968,
        2.938163982698783,
    )
    d = (0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416, 1.0)
    p = np.clip(p, 1e-12, 1.0 - 1e-12)
    tail = np.minimum(p, 1.0 - p)
    r = np.sqrt(-2.0 * np.log(np.minimum(tail, 0.02425)))
    outer = np.polyval(c, r) / np.polyval(d, r)
    q = p - 0.5
    s = q * q
    inner = np.polyval(a, s) * q / np.polyval(b, s)
    return np.where(tail < 0.02425, np.where(p < 0.5, outer, -outer), inner)


@dataclass(frozen=True)
class Coupling:
    """How rows hang together. shared: (W,) correlation of the normals behind the rows; memory: of their common shock
    from week to week.
    """

    shared: Floats
    memory: float


def couple(mean: Floats, variance: Floats, spread: Spread) -> Coupling:
    """The coupling that gives the total the variance of independent rows plus `spread.shared` times its squared mean.

    To first order cov(i, j) = rho c_i c_j, with c_i the covariance of count i and the normal behind it: the sum of the
    normal density at the thresholds.
    """
    weeks = mean.shape[2]
    thresholds = _thresholds(mean, variance)
    slope = (np.exp(-0.5 * thresholds**2) / np.sqrt(2 * np.pi)).sum(1).reshape(-1, weeks)
    room = slope.sum(0) ** 2 - (slope**2).sum(0)
    wanted = spread.shared * mean.reshape(-1, weeks).sum(0) ** 2
    return Coupling(np.clip(wanted / np.maximum(room, 1e-9), 0.0, 0.9), spread.memory)


def draw_counts(mean: Floats, variance: Floats, coupling: Coupling, draws: int, seed: int) -> NDArray[np.int32]:
    """Joint draws (M, P, W, draws) of counts with means and variances (M, P, W).

    The normal behind row i in week w is `sqrt(rho_w) R_w + sqrt(1 - rho_w) e_iw`, R autoregressive over weeks. Each row
    has its own random numbers, whatever the other rows' means are.
    """
    weeks, rho, memory = mean.shape[2], coupling.shared, coupling.memory
    rng = np.random.default_rng(seed)
    shock = rng.standard_normal((weeks, draws))
    for w in range(1, weeks):
        shock[w] = memory * shock[w - 1] + np.sqrt(1.0 - memory**2) * shock[w]
    common, own = np.sqrt(rho)[:, None] * shock, np.sqrt(1.0 - rho)
    thresholds = _thresholds(mean, variance)
    out = np.empty((len(thresholds), draws), np.int32)
    for i, row in enumerate(thresholds):
        w = i % weeks
        out[i] = np.searchsorted(row, common[w] + own[w] * rng.standard_normal(draws))
    return out.reshape(*mean.shape, draws)


def _thresholds(mean: Floats, variance: Floats) -> Floats:
    """Normal quantiles (rows, size) of each row's distribution function at 0, 1, ..."""
    mu, var = mean.reshape(-1), variance.reshape(-1)
    size = int((mu + 10.0 * np.sqrt(var)).max(initial=1.0)) + 12
    return normal_quantile(np.minimum(np.cumsum(count_pmf(mu, var, size), axis=1), 1.0))
