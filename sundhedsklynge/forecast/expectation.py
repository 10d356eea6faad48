"""The mean of the weeks ahead, part by part, as of any day up to now."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.bookings import LEADS
from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.lag import DELAYS, NIGHTS, REACH
from sundhedsklynge.forecast.learn import Learnt
from sundhedsklynge.forecast.season import tally

PARTS = ("performed", "booked", "not_booked", "level", "base", "holiday")
PERFORMED, BOOKED, NOT_BOOKED, LEVEL, BASE, HOLIDAY = range(len(PARTS))


@dataclass(frozen=True)
class Expectation:
    """Plans still to come.

    parts: (6, M, P, W) in the order of PARTS, summing to the mean. sources: (M, H + 1, P, W) the same sum by hospital.
    sure: (M, P, W) sum over single operations of the squared probability of giving a plan that week: a Poisson variance
    less this is the variance of their sum. from_operations, from_base: (M, P, W) what rests on the usual levels and
    seasons of either, holidays included.
    """

    parts: Floats
    sources: Floats
    sure: Floats
    from_operations: Floats
    from_base: Floats

    @property
    def mean(self) -> Floats:
        """Expected plans still to come (M, P, W)."""
        return self.parts.sum(0)

    @property
    def chance(self) -> Floats:
        """Variance (M, P, W) by chance alone."""
        mean = self.mean
        return np.maximum(mean - self.sure, 0.05 * mean)


@dataclass(frozen=True)
class Flow:
    """Operations expected by stream and day (S, U): told of and weighed, usual (with and without holidays), more or
    fewer than usual as the level goes. single: (S, U) probability that one told of is done. past: (S, U) days the
    newest snapshot looks back on. performed: (S, U) whether `told` is what was done, not what was planned or is usual.
    """

    told: Floats
    usual: Floats
    plain: Floats
    level: Floats
    single: Floats
    past: Bools
    performed: Bools

    @property
    def total(self) -> Floats:
        """All operations expected."""
        return self.told + self.usual + self.level


def expect(learnt: Learnt, origin: int, cut: Indices, weeks: int) -> Expectation:
    """What was (or is) expected at position `origin`, when plans were known up to the positions `cut` (M,) (excluded)."""
    n_m, n_p, n_h = len(learnt.seen), len(learnt.evidence.procedures), len(learnt.evidence.hospitals)
    cuts = np.unique(cut)
    first = max(min(int(cuts[0]), origin // 7 * 7) - REACH, 0) if len(cuts) else origin
    flow = operations(learnt, origin, first, origin // 7 * 7 + 7 * weeks)
    out = Expectation(
        np.zeros((len(PARTS), n_m, n_p, weeks)),
        np.zeros((n_m, n_h + 1, n_p, weeks)),
        *(np.zeros((n_m, n_p, weeks)) for _ in range(3)),
    )
    for known_to in cuts:
        _add(out, learnt, flow, first, origin, int(known_to), cut == known_to)
    return out


def _add(out: Expectation, learnt: Learnt, flow: Flow, first: int, origin: int, cut: int, mine: Bools) -> None:
    """Adds the expectation of the municipalities `mine`, whose plans are known up to `cut`."""
    plans, cells, base = learnt.plans, learnt.cells, learnt.base
    weeks, monday, end = out.sure.shape[2], origin // 7 * 7, first + flow.told.shape[1]
    opens = np.maximum(monday + 7 * np.arange(weeks), cut)
    closes = monday + 7 * np.arange(1, weeks + 1)
    toward = into_weeks(learnt.lag.kernel, first, end, opens, closes)
    left = np.where(flow.performed, _left(learnt, first, cut, flow.total), 1.0)
    for g in np.unique(plans.group[mine[plans.municipality]]):
        own = np.flatnonzero((plans.group == g) & mine[plans.municipality])
        at, h, p = plans.municipality[own], int(plans.hospital[own[0]]), int(plans.procedure[own[0]])
        told, usual, plain, level = (part[own] * left[own] for part in (flow.told, flow.usual, flow.plain, flow.level))
        past = flow.past[own]
        done, booked, open_, steady, rise = ((x @ toward[g]) for x in (told * past, told * ~past, usual, plain, level))
        for part, amount in (
            (PERFORMED, done),
            (BOOKED, booked),
            (NOT_BOOKED, steady),
            (LEVEL, rise),
            (HOLIDAY, open_ - steady),
        ):
            out.parts[part, at, p] += amount
        out.sources[at, h, p] += done + booked + open_ + rise
        out.sure[at, p] += (told * flow.single[own]) @ np.minimum(toward[g], 1.0) ** 2
        out.from_operations[at, p] += open_ + rise
    late = np.zeros((len(learnt.lag.late), 7, REACH))
    late[:, :, :DELAYS] = learnt.lag.late
    after = into_weeks(late, first, end, opens, closes)
    level = base.level[:, min(cut, origin) // 7, None]
    for h in np.unique(cells.hospital[mine[cells.municipality]]):
        own = np.flatnonzero((cells.hospital == h) & mine[cells.municipality])
        at, p = cells.municipality[own], cells.procedure[own]
        usual, steady = (level[own] * (days[:, first:end] @ after[h])[p] for days in (base.rhythm, base.plain))
        out.parts[BASE, at, p] += steady
        out.parts[HOLIDAY, at, p] += usual - steady
        out.sources[at, h, p] += usual
        out.from_base[at, p] += usual


def operations(learnt: Learnt, origin: int, first: int, end: int) -> Flow:
    """Operations expected on the days from `first` to `end`, each hospital by its newest snapshot at `origin`."""
    plans, usual, net = learnt.plans, learnt.usual, learnt.net
    shape, n_p = (len(plans.group), end - first), len(learnt.evidence.procedures)
    level = usual.level[:, origin // 7, None]
    flow = Flow(
        np.zeros(shape),
        level * usual.rhythm[plans.procedure, first:end],
        level * usual.plain[plans.procedure, first:end],
        np.zeros(shape),
        np.ones(shape),
        np.zeros(shape, bool),
        np.zeros(shape, bool),
    )
    days = np.arange(first, end)
    for h in range(len(plans.snapshots)):
        k, own = plans.newest(h, origin), np.flatnonzero(plans.hospital == h)
        if k < 0 or not len(own):
            continue
        at = int(plans.extracted[k])
        p, lead = plans.procedure[own], (days - at) // 7
        past, near = lead < 0, np.clip(lead, 0, LEADS - 1)
        known = plans.known[h, first:end]
        weights = net.coefficients[h * n_p : (h + 1) * n_p, near].transpose(2, 0, 1)  # (KINDS, P, U)
        weights[:, :, past | (lead >= LEADS)] = 0.0
        weights[0][:, past & known] = 1.0
        weights[1][:, (past & ~known) | (lead >= LEADS)] = 1.0
        rise = (weights[2] * net.surplus[k, :, None] + weights[4] * net.week[k, near])[p] * flow.usual[own]
        told = plans.booked(k, first, end)[own]
        told[:, past] = plans.performed[own, first:end][:, past]
        flow.told[own] = weights[0][p] * told
        flow.single[own] = np.minimum(weights[0], 1.0)[p]
        flow.usual[own] *= weights[1][p]
        flow.plain[own] *= weights[1][p]
        flow.level[own] = np.maximum(rise, -flow.usual[own])
        if plans.cancelled[k, own].any():
            share = usual.rhythm[p, first:end] / np.maximum(_week_sums(usual.rhythm[p], at, first, end), 1e-9)
            flow.level[own] += weights[3][p] * plans.cancelled[k, own][:, None] * share
        flow.past[own] = past
        flow.performed[own] = past & known
    return flow


def _week_sums(rhythm: Floats, at: int, first: int, end: int) -> Floats:
    """For each day from `first` to `end`, the sum of `rhythm` (S, days) over the seven days of its lead, counted from
    `at`.
    """
    cum = np.hstack([np.zeros((len(rhythm), 1)), np.cumsum(rhythm, axis=1)])
    start = at + (np.arange(first, end) - at) // 7 * 7
    top = cum.shape[1] - 1
    return cum[:, np.clip(start + 7, 0, top)] - cum[:, np.clip(start, 0, top)]


def into_weeks(kernel: Floats, first: int, end: int, opens: Indices, closes: Indices) -> Floats:
    """Plans received in each week from one event on each day from `first` to `end` (G, U, W)."""
    cum = np.concatenate([np.zeros((*kernel.shape[:2], 1)), np.cumsum(kernel, axis=2)], axis=2)
    days = np.arange(first, end)[:, None]
    lo, hi = np.clip(opens - days, 0, REACH), np.clip(closes - days, 0, REACH)
    return cum[:, days % 7, hi] - cum[:, days % 7, lo]


def _left(learnt: Learnt, first: int, cut: int, expected: Floats) -> Floats:
    """How much more (or less) of each day's operations is still to give a plan than was to be expected (S, U), given
    plans received.

    An operation that has given its plan gives no other. Of n operations, n F plans were to be expected by now and A
    have been ascribed to them: n - A stand against the expected n (1 - F). It holds where n was counted; where n is
    itself only expected, plans are ascribed to none of them, and a thinned Poisson stream tells nothing of its rest.
    """
    lag, plans, cells = learnt.lag, learnt.plans, learnt.cells
    out = np.ones(expected.shape)
    span = min(max(cut - first, 0), expected.shape[1])
    days = np.arange(first, first + span)
    came = np.cumsum(lag.kernel, axis=2)[plans.group[:, None], days % 7, np.clip(cut - 1 - days, 0, REACH - 1)]
    recent = np.flatnonzero((cells.received[lag.pair] < cut) & (cells.anchor[lag.pair] >= first))
    source = cells.anchor[lag.pair[recent]][:, None] - np.arange(NIGHTS) - first
    use = (source >= 0) & (source < span)
    flat = (lag.stream[recent][:, None] * span + source)[use]
    ascribed = tally(flat, lag.used[recent][use], len(expected) * span).reshape(len(expected), span)
    n = expected[:, :span]
    rest = np.maximum(n - ascribed, 0.0) / np.maximum(n * (1.0 - np.minimum(came, 0.98)), 1e-9)
    out[:, :span] = np.where(n > 1e-9, rest, 1.0)
    return out
