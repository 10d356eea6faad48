"""The mean of the weeks ahead, part by part, as of any day up to now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.bookings import LEADS
from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.lag import NIGHTS, REACH
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
    """Operations expected by day, over U days. Those of stream s in group g are
    `weight[g] told[s] + level[s] (usual[g] + rise[g]) + cancelled[s] back[g]`.

    told: (S, U) operations told of; on `performed` days what was done, else what is booked. level, cancelled: (S,). By
    group (G, U): weight of what is told; usual, plain: with and without holidays; rise: more or fewer than usual as the
    level goes; back: of one cancelled; past: days the newest snapshot looks back on; performed: those of them of which
    it is known what was done.
    """

    told: Floats
    level: Floats
    cancelled: Floats
    weight: Floats
    usual: Floats
    plain: Floats
    rise: Floats
    back: Floats
    past: Bools
    performed: Bools


@dataclass(frozen=True)
class Span:
    """Days from position `first` to `end` (excluded) on which something happens, and the weeks from `opens` to `closes` (W,)
    (excluded) in which its plans are received. since: see `Calendar`.
    """

    first: int
    end: int
    opens: Indices
    closes: Indices
    since: Indices

    def toward(self, cum: Floats, waits: Floats) -> Floats:
        """Plans received in each week from one event on each day (G, U, W); cum: (G, 7, REACH + 1) received before each day
        since, by the event's weekday; waits: (G,) share of those due on public holidays that come on the next open day.
        """
        days = np.arange(self.first, self.end)[:, None]

        def due(opens: Indices, closes: Indices) -> Floats:
            lo, hi = np.clip(opens - days, 0, REACH), np.clip(closes - days, 0, REACH)
            return cum[:, days % 7, hi] - cum[:, days % 7, lo]

        out, opens, closes = due(self.opens, self.closes), self.since[self.opens], self.since[self.closes]
        moved = np.flatnonzero((opens < self.opens) | (closes < self.closes))
        out[:, :, moved] += waits[:, None, None] * (due(opens[moved], closes[moved]) - out[:, :, moved])
        return out


def expect(learnt: Learnt, origin: int, cut: Indices, weeks: int) -> Expectation:
    """What was (or is) expected at position `origin`, when plans were known up to the positions `cut` (M,) (excluded)."""
    n_m, n_p, n_h = len(learnt.seen), len(learnt.evidence.procedures), len(learnt.evidence.hospitals)
    cuts, monday = np.unique(cut), origin // 7 * 7
    first = max(min(int(cuts[0]), monday) - REACH, 0) if len(cuts) else origin
    closes = monday + 7 * np.arange(1, weeks + 1)
    flow = operations(learnt, origin, first, monday + 7 * weeks) if len(learnt.plans.group) else None
    out = Expectation(
        np.zeros((len(PARTS), n_m, n_p, weeks)),
        np.zeros((n_m, n_h + 1, n_p, weeks)),
        *(np.zeros((n_m, n_p, weeks)) for _ in range(3)),
    )
    for known_to in cuts.tolist():
        span = Span(first, monday + 7 * weeks, np.maximum(closes - 7, known_to), closes, learnt.calendar.since)
        mine = cut == known_to
        if flow:
            _add_operations(out, learnt, flow, span, known_to, mine)
        _add_base(out, learnt, span, min(known_to, origin) // 7, mine)
    return out


def _add_operations(out: Expectation, learnt: Learnt, flow: Flow, span: Span, cut: int, mine: Bools) -> None:
    """Adds what operations give the municipalities `mine`, whose plans are known up to `cut`."""
    plans, lag = learnt.plans, learnt.lag
    toward = span.toward(lag.from_operation, np.repeat(lag.waits[:-1], len(learnt.evidence.procedures)))
    own = np.flatnonzero(mine[plans.municipality])
    group, at, p = plans.group[own], plans.municipality[own], plans.procedure[own]
    done, booked, sure = _of_told(learnt, flow, span, toward, cut, own)
    usual, plain, rise, back = ((x[:, None] @ toward)[group, 0] for x in (flow.usual, flow.plain, flow.rise, flow.back))
    level, cancelled = flow.level[own, None], flow.cancelled[own, None]
    open_, steady, more = level * usual, level * plain, level * rise + cancelled * back
    out.sources[at, plans.hospital[own], p] += done + booked + open_ + more
    totals = (*(out.parts[k] for k in (PERFORMED, BOOKED, NOT_BOOKED, LEVEL, HOLIDAY)), out.sure, out.from_operations)
    _add_rows(totals, at, p, (done, booked, steady, more, open_ - steady, sure, open_ + more))


def _of_told(
    learnt: Learnt, flow: Flow, span: Span, toward: Floats, cut: int, own: Indices
) -> tuple[Floats, Floats, Floats]:
    """Plans (n, W) of the streams `own` from the operations told of: those done, those booked, and `sure` of both.

    toward: (G, U, W), see `Span.toward`.
    """
    group, weeks, told = learnt.plans.group[own], toward.shape[2], flow.told[own]
    before = slice(0, max(cut - span.first, 0))  # what was operated since has given no plan that is known
    left = _left(learnt, span.first, cut, told[:, before], own)
    told[:, before] *= np.where(flow.performed[group, before], left, 1.0)
    weight, past = flow.weight[..., None], flow.past[..., None]
    sure = weight * np.minimum(weight, 1.0) * np.minimum(toward, 1.0) ** 2
    ways = np.concatenate([weight * past * toward, weight * ~past * toward, sure], axis=2)
    plans = np.empty((len(own), 3 * weeks))
    bounds = np.searchsorted(group, np.arange(len(ways) + 1))
    for g in np.flatnonzero(np.diff(bounds)):
        mine = slice(bounds[g], bounds[g + 1])
        plans[mine] = told[mine] @ ways[g]
    return plans[:, :weeks], plans[:, weeks : 2 * weeks], plans[:, 2 * weeks :]


def _add_base(out: Expectation, learnt: Learnt, span: Span, week: int, mine: Bools) -> None:
    """Adds the base stream of the municipalities `mine`, at its level before `week`."""
    cells, base = learnt.cells, learnt.base
    own = np.flatnonzero(mine[cells.municipality])
    at, h, p = cells.municipality[own], cells.hospital[own], cells.procedure[own]
    toward, level = span.toward(learnt.lag.from_discharge, learnt.lag.waits), base.level[own, week, None]
    usual, steady = (level * (x[:, span.first : span.end] @ toward)[h, p] for x in (base.rhythm, base.plain))
    out.sources[at, h, p] += usual
    totals = (out.parts[BASE], out.parts[HOLIDAY], out.from_base)
    _add_rows(totals, at, p, (steady, usual - steady, usual))


def _add_rows(totals: Sequence[Floats], municipality: Indices, procedure: Indices, amounts: Sequence[Floats]) -> None:
    """Adds each of the amounts (n, W) to its total (M, P, W)."""
    rows, procedures, _ = totals[0].shape
    sums = tally(municipality * procedures + procedure, np.stack(amounts, axis=1), rows * procedures)
    for total, amount in zip(totals, sums.swapaxes(0, 1), strict=True):
        total += amount.reshape(total.shape)


def operations(learnt: Learnt, origin: int, first: int, end: int) -> Flow:
    """Operations expected on the days from `first` to `end`, each hospital by its newest snapshot at `origin`; there must be
    streams.
    """
    plans, usual, net, n_p = learnt.plans, learnt.usual, learnt.net, len(learnt.evidence.procedures)
    newest = np.array([plans.newest(h, origin) for h in range(len(plans.snapshots))])
    there, at = (newest >= 0)[:, None], plans.extracted[newest][:, None]
    lead = (np.arange(first, end) - at) // 7  # (H, U)
    past, ahead, near = there & (lead < 0), there & (lead >= 0) & (lead < LEADS), np.clip(lead, 0, LEADS - 1)
    performed = past & plans.known[:, first:end]
    h, p = np.divmod(np.arange(len(newest) * n_p), n_p)  # of each group
    weights = net.coefficients[np.arange(len(h))[:, None], near[h]].transpose(2, 0, 1) * ahead[h]  # (KINDS, G, U)
    open_ = np.where(ahead[h], weights[1], ~performed[h])
    days = usual.rhythm[p, first:end]
    surplus = weights[2] * net.surplus[newest[h], p][:, None] + weights[4] * net.week[newest[h][:, None], near[h]]
    week = _week_sums(usual.rhythm, at + 7 * lead).transpose(1, 0, 2).reshape(days.shape)
    booked = plans.booked(newest[newest >= 0], first, end)
    return Flow(
        told=np.where(past[plans.hospital], plans.performed[:, first:end], booked),
        level=usual.level[:, origin // 7],
        cancelled=plans.cancelled[newest[plans.hospital], np.arange(len(plans.group))],
        weight=np.where(performed[h], 1.0, weights[0]),
        usual=days * open_,
        plain=usual.plain[p, first:end] * open_,
        rise=np.maximum(surplus * days, -days * open_),
        back=weights[3] * days / np.maximum(week, 1e-9),
        past=past[h],
        performed=performed[h],
    )


def _week_sums(rhythm: Floats, start: Indices) -> Floats:
    """Sums of `rhythm` (P, days) over the seven days from each position `start` (H, U): (P, H, U)."""
    cum = np.hstack([np.zeros((len(rhythm), 1)), np.cumsum(rhythm, axis=1)])
    top = rhythm.shape[1]
    return cum[:, np.clip(start + 7, 0, top)] - cum[:, np.clip(start, 0, top)]


def _left(learnt: Learnt, first: int, cut: int, done: Floats, own: Indices) -> Floats:
    """How much more (or less) of each day's operations is still to give a plan than was to be expected (n, U), given
    plans received before `cut`.

    done: (n, U) operations of the streams `own` on each day from `first` on. An operation that has given its plan gives no
    other. Of n operations, n F plans were to be expected by now and A have been ascribed to them: n - A stand against the
    expected n (1 - F). It holds where n was counted; where n is itself only expected, plans are ascribed to none of them,
    and a thinned Poisson stream tells nothing of its rest.
    """
    lag, cells, span = learnt.lag, learnt.cells, done.shape[1]
    days = np.arange(first, first + span)
    ends = (cut, learnt.calendar.since[cut])
    due, on_time = (lag.from_operation[:, days % 7, np.clip(end - days, 0, REACH)] for end in ends)
    came = due + np.repeat(lag.waits[:-1], len(learnt.evidence.procedures))[:, None] * (on_time - due)
    came = np.minimum(came, 0.98)[learnt.plans.group[own]]
    known = np.searchsorted(cells.received, (first, cut))
    recent = np.flatnonzero((lag.pair >= known[0]) & (lag.pair < known[1]))
    recent = recent[cells.anchor[lag.pair[recent]] >= first]
    source = cells.anchor[lag.pair[recent]][:, None] - np.arange(NIGHTS) - first
    use = (source >= 0) & (source < span)
    flat = (lag.stream[recent][:, None] * span + source)[use]
    streams = len(learnt.plans.group)
    ascribed = tally(flat, lag.used[recent][use], streams * span).reshape(streams, span)[own]
    rest = np.maximum(done - ascribed, 0.0) / np.maximum(done * (1.0 - came), 1e-9)
    return np.where(done > 1e-9, rest, 1.0)
