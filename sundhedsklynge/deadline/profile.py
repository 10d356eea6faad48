"""How plans fall within a week and when their clocks start, learnt from past receipts.

A week's plans fall on its days by the weekday profile of the municipality and procedure, less where the days before
were closed; each plan's clock starts some days before (sent late) or after (later start) its receipt. Both are shrunk
towards all municipalities.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.queue import Floats, Ints, monday_of, open_mask, tally
from sundhedsklynge.forecast.evidence import Receipts

LOWEST, HIGHEST = -28, 91  # days from receipt to the start of the clock that are told apart; beyond, the nearest
OFFSETS = HIGHEST - LOWEST + 1
HISTORY_DAYS = 2 * 364  # how far back the profiles look
WEIGHTS = (10.0, 30.0, 100.0, 300.0, 1000.0, 3000.0)  # plans that a prior may count as
KERNEL_DAYS = 7  # how long a closed day is felt in receipts


@dataclass(frozen=True)
class Profile:
    """How receipts fall within a week, and how far from receipt the clock starts.

    weekday: (M, P, 7) shares, in weeks without closed days. kernel: (KERNEL_DAYS + 1,) receipts of a day as a sum over
    open days 0, 1 .. days before, and a constant last. offset: (M, P, 7, OFFSETS) shares by weekday of receipt of start
    minus receipt, counted from LOWEST. timed: (M, P) share of plans under the rule.
    """

    weekday: Floats
    kernel: Floats
    offset: Floats
    timed: Floats


def _log_gamma(x: Floats) -> Floats:
    """log Gamma(x), x > 0: Stirling's series after eight steps of the recurrence; error below 1e-9."""
    y = x + 8
    series = (y - 0.5) * np.log(y) - y + 0.5 * np.log(2 * np.pi) + 1 / (12 * y) - 1 / (360 * y**3) + 1 / (1260 * y**5)
    return series - sum((np.log(x + k) for k in range(8)), np.zeros_like(x))


def _shrunk(counts: Floats, prior: Floats, weight: float) -> Floats:
    """Shares over the last axis: counts plus `weight` plans of `prior` (shares that broadcast)."""
    total = counts.sum(-1, keepdims=True)
    return (counts + weight * prior) / (total + weight)


def _credible(counts: Floats, prior: Floats) -> Floats:
    """Shares over the last axis, shrunk to `prior` by the one of WEIGHTS that makes `counts` most likely
    (Dirichlet-multinomial): much where rows differ no more than by chance, little where they have ways of their own.
    """
    seen = counts > 0
    number, share = counts[seen], np.maximum(np.broadcast_to(prior, counts.shape)[seen], 1e-9)
    total = counts.sum(-1)
    likelihood = [
        (_log_gamma(number + w * share) - _log_gamma(w * share)).sum()
        - (_log_gamma(total + w) - _log_gamma(np.full_like(total, w))).sum()
        for w in WEIGHTS
    ]
    return _shrunk(counts, prior, WEIGHTS[int(np.argmax(likelihood))])


def _layered(counts: Floats, everyone: Floats) -> Floats:
    """(M, P, ...) shares over the last axis, shrunk to the mean of the municipality's and the procedure's, and these to
    all.
    """
    by_municipality = _credible(counts.sum(1), everyone)
    by_procedure = _credible(counts.sum(0), everyone)
    return _credible(counts, (by_municipality[:, None] + by_procedure[None]) / 2)


def _kernel(daily: Floats, first_day: int) -> Floats:
    """Receipts per day as a non-negative sum over open days before, by expectation-maximisation (Richardson 1972, Lucy
    1974), each week at its own level.
    """
    days = len(daily)
    is_open = open_mask(first_day - KERNEL_DAYS, days + KERNEL_DAYS).astype(float)
    design = np.stack(
        [*(is_open[KERNEL_DAYS - lag : KERNEL_DAYS - lag + days] for lag in range(KERNEL_DAYS)), np.ones(days)]
    )
    kernel = np.full(KERNEL_DAYS + 1, 1.0 / (KERNEL_DAYS + 1))
    week = (np.arange(first_day, first_day + days) + 3) // 7
    week -= week[0]
    total = tally(week, daily, int(week[-1]) + 1)
    for _ in range(60):
        shape = kernel @ design
        level = (total / np.maximum(tally(week, shape, len(total)), 1e-9))[week]
        mean = np.maximum(level * shape, 1e-9)
        kernel *= (design @ (level * daily / mean)) / np.maximum(design @ level, 1e-9)
        kernel /= max(float(kernel.sum()), 1e-9)
    return kernel


def learn_profile(receipts: Receipts, municipalities: int, procedures: int, as_of: int) -> Profile:
    """Profiles from the receipts of the two years before `as_of`; without any, plans come evenly on weekdays, on the
    day of discharge.
    """
    recent = (receipts.received >= as_of - HISTORY_DAYS) & (receipts.received < as_of)
    m, p, received = receipts.municipality[recent], receipts.procedure[recent], receipts.received[recent]
    count = receipts.count[recent].astype(float)
    weekday = (received + 3) % 7
    cell = m * procedures + p
    shape = (municipalities, procedures)

    size = municipalities * procedures
    by_weekday = tally(cell * 7 + weekday, count, size * 7).reshape(*shape, 7)
    usual = np.array([1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0]) / 5

    timed = receipts.timed[recent]
    by_rule = np.stack([tally(cell[~timed], count[~timed], size), tally(cell[timed], count[timed], size)], -1)
    by_rule = by_rule.reshape(*shape, 2)

    offset = np.clip(receipts.start[recent] - received, LOWEST, HIGHEST) - LOWEST
    key = (cell * 7 + weekday) * OFFSETS + offset
    by_offset = tally(key[timed], count[timed], size * 7 * OFFSETS).reshape(*shape, 7, OFFSETS)
    at_once = np.zeros(OFFSETS)
    at_once[-LOWEST] = 1.0
    any_day = _shrunk(by_offset.sum((0, 1, 2)), at_once, 1.0)

    if count.sum() > 0:
        first = monday_of(as_of - HISTORY_DAYS)
        first = max(first, monday_of(int(received.min())))
        kernel = _kernel(tally(received[received >= first] - first, count[received >= first], as_of - first), first)
    else:
        kernel = np.eye(KERNEL_DAYS + 1)[0]
    return Profile(
        weekday=_layered(by_weekday, _shrunk(by_weekday.sum((0, 1)), usual, 5.0)),
        kernel=kernel,
        offset=_layered(by_offset, _credible(by_offset.sum((0, 1)), any_day)),
        timed=_layered(by_rule, _shrunk(by_rule.sum((0, 1)), np.array([0.0, 1.0]), 1.0))[..., 1],
    )


def day_weights(
    profile: Profile, municipality: int, weeks: Ints, first_day: int, daily: Floats | None = None
) -> Floats:
    """(P, W, 7) shares of a week's receipts by day, days before `first_day` left out.

    By `daily` (P, 7 K), plans expected on the days of the last K weeks, where any are; else by the profile, closed days
    by the kernel.
    """
    monday = int(weeks[0])
    days = 7 * len(weeks)

    def strength(is_open: Floats) -> Floats:
        sums = sum(
            (profile.kernel[lag] * is_open[KERNEL_DAYS - lag : KERNEL_DAYS - lag + days] for lag in range(KERNEL_DAYS)),
            np.zeros(days),
        )
        return sums + profile.kernel[-1] + 1e-6

    span = np.arange(monday - KERNEL_DAYS, monday + days)
    actual = strength(open_mask(monday - KERNEL_DAYS, days + KERNEL_DAYS).astype(float))
    plain = strength(((span + 3) % 7 < 5).astype(float))
    ratio = (actual / plain).reshape(-1, 7)
    weight = profile.weekday[municipality][:, None, :] * ratio[None]
    if daily is not None:
        told = daily.reshape(len(daily), -1, 7)
        last = weight[:, len(weeks) - told.shape[1] :]
        last[:] = np.where(told.sum(-1, keepdims=True) > 0, told, last)
    weight = weight * (np.arange(monday, monday + days).reshape(-1, 7) >= first_day)
    total = weight.sum(-1, keepdims=True)
    sunday = np.eye(7)[6]  # nothing can come any more but by the week's end
    return np.where(total > 0, weight / np.where(total > 0, total, 1.0), sunday)
