"""How a municipality stands as its case begins: who waits, what is decided, and how many plans are still to come."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.arrivals import Calendar, WaitingPlans, build_load, nobody
from sundhedsklynge.deadline.backlog import due_table
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.profile import HIGHEST, LOWEST, Profile, day_weights
from sundhedsklynge.deadline.queue import (
    Bools,
    DailySlots,
    Floats,
    Ints,
    daily_slots,
    monday_of,
    open_mask,
    serve,
    tally,
)

WARM_UP_WEEKS = 13  # arrivals that fill the queue where the data tell nothing of offers
LONGEST_GAP_WEEKS = 8  # data older than this say nothing of who waits today
RATE_WEEKS = 8  # weeks whose mean fills the days between the data's end and as_of
GAP_STREAM = 99  # apart from the streams of `draw_fates`


@dataclass(frozen=True)
class Standing:
    """How one municipality stands as its case begins: who waits, and deadlines already decided: due, missed and count
    (K,).

    undated: waiting without a date. overdue: past their deadline without a first appointment; None where only the queue
    can tell. warmed_up: the data do not say who waits.
    """

    waiting: WaitingPlans
    due: Ints
    missed: Bools
    count: Ints
    undated: int
    overdue: int | None
    warmed_up: bool


def standing_of(inputs: RiskInputs, municipality: int, rules: RiskRules) -> tuple[Standing, int]:
    """How the municipality stands, and the day its case begins: as_of, or the end of its data, at most
    LONGEST_GAP_WEEKS before.
    """
    backlog, as_of = inputs.backlog, inputs.as_of
    first_day = min(int(backlog.first_day[municipality]), as_of)
    none = np.zeros(0, dtype=np.int32)
    unknown = bool(backlog.unknown[municipality])
    nothing = unknown and not (inputs.receipts.municipality == municipality).any()
    if nothing or first_day < as_of - 7 * LONGEST_GAP_WEEKS:
        empty = Standing(nobody(), none, none.astype(np.bool_), none, 0, None, warmed_up=True)
        return empty, as_of - 7 * LONGEST_GAP_WEEKS
    if unknown:
        return warm_up(inputs, municipality, first_day, rules), first_day
    grouped = inputs.slots.own is not None and not np.isnan(inputs.slots.own[municipality]).all()
    queued, settled = backlog.queued, backlog.settled
    mine = queued.municipality == municipality
    group = queued.procedure[mine] if grouped else np.zeros(int(mine.sum()), dtype=np.int32)
    waiting = WaitingPlans(group, queued.eligible[mine], queued.due[mine], queued.missed[mine], queued.count[mine])
    mine = settled.municipality == municipality
    overdue = int(backlog.overdue[municipality]) if first_day == as_of else None
    undated = int(backlog.undated[municipality])
    return (
        Standing(
            waiting, settled.due[mine], settled.missed[mine], settled.count[mine], undated, overdue, warmed_up=False
        ),
        first_day,
    )


def warm_up(inputs: RiskInputs, municipality: int, day: int, rules: RiskRules) -> Standing:
    """How things stand on the morning of `day` where the data tell nothing of offers: the plans received in the last 13
    weeks go through a queue that begins empty, with the slots of those weeks (unknown ones: the median of those
    known).
    """
    first = monday_of(day) - 7 * WARM_UP_WEEKS
    days = day - first
    weeks = np.arange(first, day, 7)
    receipts = inputs.receipts
    mine = (
        (receipts.municipality == municipality)
        & (receipts.received >= first)
        & (receipts.received < day)
        & receipts.timed
    )
    start = np.clip(receipts.start[mine], receipts.received[mine] + LOWEST, receipts.received[mine] + HIGHEST)
    count = receipts.count[mine]
    calendar = Calendar(
        first, days, first + LOWEST, due_table(first + LOWEST, days + HIGHEST - LOWEST + 1, rules.clock)
    )
    shared, own = inputs.slots.of(municipality, weeks)
    held, _ = inputs.slots.of(municipality, np.arange(inputs.slots.first_week, int(inputs.weeks[-1]) + 7, 7))
    known = held[~np.isnan(held)]
    weekly = np.where(np.isnan(shared), np.floor(np.median(known)) if len(known) else 0.0, shared)
    weekly = np.floor(weekly * rules.slot_share + 1e-9).astype(np.int64)
    is_open = open_mask(first, 7 * len(weeks), inputs.closed_in(municipality))
    slots = DailySlots(daily_slots(weekly, is_open)[:days])
    groups = 1
    group = np.zeros(len(count), dtype=np.int64)
    if own is not None:
        groups, group = len(own), receipts.procedure[mine].astype(np.int64)
        slots = DailySlots(
            slots.shared, daily_slots(np.floor(own * rules.slot_share).astype(np.int64), is_open).T[:days]
        )
    due = calendar.due(start)
    eligible = np.maximum(receipts.received[mine] + rules.queue.first_slot_after, start)
    come = WaitingPlans(group, eligible, due, np.zeros(len(count), dtype=np.bool_), count)
    state = serve(build_load(calendar, 1, groups, come), slots).state[..., 0]

    # (S, G): row s has its deadline s - 1 days after `day`, row 0 is past it
    left = np.diff(state.astype(np.int64), axis=0, prepend=0)
    row, of_group = np.nonzero(left)
    later = eligible >= day
    waiting = WaitingPlans(
        np.concatenate([of_group, group[later]]),
        np.concatenate([np.full(len(row), day), eligible[later]]),
        np.concatenate([day - 1 + row, due[later]]),
        np.zeros(len(row) + int(later.sum()), dtype=np.bool_),
        np.concatenate([left[row, of_group], count[later]]),
    )
    ready = ~later & (due >= day)
    served = tally(due[ready] - day, count[ready], len(state)).astype(np.int64)
    served[: len(state) - 1] -= left.sum(1)[1:]
    overdue = int(waiting.count[waiting.due < day].sum()) if day == inputs.as_of else None
    return Standing(
        waiting, day + np.arange(len(served)), np.zeros(len(served), dtype=np.bool_), served, 0, overdue, warmed_up=True
    )


def _come_this_week(inputs: RiskInputs, municipality: int) -> Ints:
    """(P,) plans received in the first week, before as_of."""
    receipts = inputs.receipts
    come = (receipts.municipality == municipality) & (receipts.received < inputs.as_of)
    come &= receipts.received >= int(inputs.weeks[0])
    return tally(receipts.procedure[come], receipts.count[come], inputs.draws.shape[1]).astype(np.int64)


def expected_to_come(inputs: RiskInputs, municipality: int, counts: Ints) -> Floats:
    """(P x (G + W),) mean of `counts` (P x (G + W), N), by the forecast's law in its weeks where it is known: what a
    municipality is told to expect is then the same figure as in the forecast.
    """
    expected = counts.mean(1)
    if inputs.mean is not None:
        mean = inputs.mean[municipality].astype(np.float64)
        mean[:, 0] = np.maximum(mean[:, 0] - _come_this_week(inputs, municipality), 0.0)
        expected.reshape(len(mean), -1)[:, -mean.shape[1] :] = mean
    return expected


def plans_to_come(
    inputs: RiskInputs, profile: Profile, municipality: int, weeks: Ints, first_day: int, seed: list[int]
) -> Ints:
    """(P x (G + W), N) plans still to come per procedure and week: the forecast less what has come this week, and
    before it, for weeks that no data cover, draws at the municipality's recent rate (the forecast's where it has
    none), gamma-Poisson.
    """
    _, procedures, _, paths = inputs.draws.shape
    first_week = int(inputs.weeks[0])
    receipts = inputs.receipts
    mine = receipts.municipality == municipality
    counts = inputs.draws[municipality].astype(np.int32)
    counts[:, 0] = np.maximum(counts[:, 0] - _come_this_week(inputs, municipality)[:, None], 0)
    gap = weeks[np.asarray(weeks) < first_week]
    if len(gap):
        rng = np.random.Generator(np.random.SFC64([*seed, GAP_STREAM]))
        recent = mine & (receipts.received >= first_day - 7 * RATE_WEEKS) & (receipts.received < first_day)
        if recent.any():
            seen = tally(receipts.procedure[recent], receipts.count[recent], procedures)
            rate = rng.gamma((seen + 0.5)[:, None], 1.0 / RATE_WEEKS, (procedures, paths))
        else:
            rate = np.broadcast_to(inputs.draws[municipality].mean((1, 2))[:, None], (procedures, paths))
        left = np.ones((procedures, len(gap)))
        left[:, 0] = day_weights(profile, municipality, gap, int(gap[0]))[:, 0, first_day - int(gap[0]) :].sum(-1)
        missed = rng.poisson(rate[:, None] * left[:, :, None]).astype(np.int32)
        counts = np.concatenate([missed, counts], 1)
    return counts.reshape(-1, paths)
