"""The private alternative: how many citizens may use it and what it costs, on the risk's own paths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.queue import Counts, Floats, Ints


@dataclass(frozen=True)
class Interval:
    """mean, and the range that holds 80 % of the paths."""

    mean: Floats
    low: Floats
    high: Floats

    def times(self, price: float) -> Interval:
        """In kroner."""
        return Interval(self.mean * price, self.low * price, self.high * price)


def course_price(prices: tuple[float | None, ...] | None, plans: Floats) -> float:
    """Mean price of a course by the mix of `plans` (P,) expected; NaN where a procedure that comes has no price."""
    if prices is None or not plans.sum() > 0:
        return float("nan")
    known = np.array([np.nan if price is None else price for price in prices])
    return float((plans[plans > 0] * known[plans > 0]).sum() / plans.sum())


def private_choices(late_paths: Counts, share: float, seed: int) -> Ints:
    """(..., W, N) citizens who go to a private supplier: each citizen late does so with probability `share` (0-1)."""
    rng = np.random.Generator(np.random.SFC64([seed, 7]))
    return rng.binomial(late_paths, share).astype(np.int32)


def by_period(choices: Ints, periods: Sequence[int]) -> Interval:
    """(..., K) citizens per period; `periods` (W,) says which of K = max + 1 periods a week belongs to, a quarter for
    instance.
    """
    labels = np.asarray(periods)
    sums = np.stack([choices[..., labels == k, :].sum(-2) for k in range(int(labels.max()) + 1)], -2)
    low, high = np.quantile(sums, (0.1, 0.9), axis=-1)
    return Interval(sums.mean(-1), low, high)
