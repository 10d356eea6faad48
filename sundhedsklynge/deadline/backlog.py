"""Where every received plan stands on the morning of an as-of date: the clock of `domain.clock` over arrays, and the
backlog it leaves.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.deadline.queue import Bools, Ints, QueueRules, tally
from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.domain.clock import FREE_CHOICE, FREE_CHOICE_DECLINED, POSTPONED, ClockRules, Outcome, deadline_of
from sundhedsklynge.domain.kinds import GOP_STATUSES, GOP_TYPES, LEAVES_THE_COUNT

NONE = -1  # a day that is not said


@dataclass(frozen=True)
class PlanRows:
    """Plans received and known at as_of, one entry a plan or a group of equal plans; all arrays have length K.

    municipality, procedure: indices. received, discharged, earliest, ended: day numbers, -1 not said; ended is the day
    offered, else the day training began, both only where known at as_of. status, gop_type: indices into GOP_STATUSES
    and GOP_TYPES. count: plans (lower bound where only `<5` is known).
    """

    municipality: Ints
    procedure: Ints
    received: Ints
    discharged: Ints
    earliest: Ints
    ended: Ints
    status: NDArray[np.int8]
    gop_type: NDArray[np.int8]
    count: Ints

    def chosen(self, keep: Bools) -> PlanRows:
        """The entries where `keep` (K,) holds."""
        return PlanRows(*(getattr(self, name)[keep] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Clocks:
    """`domain.clock.Clock` over arrays (K,): day numbers, deadline -1 where the start is not known; outcome holds
    `Outcome` values.
    """

    start: Ints
    deadline: Ints
    outcome: NDArray[np.int8]
    waiting: Bools
    stale: Bools


def due_table(first: int, days: int, rules: ClockRules) -> Ints:
    """(days,) the last day of the deadline of clocks that start on day number `first`, `first` + 1 .."""
    if not rules.working_days:
        return np.arange(first + rules.days, first + rules.days + days, dtype=np.int32)
    starts = (day_at(day) for day in range(first, first + days))
    return np.array([day_number(deadline_of(start, rules)) for start in starts], dtype=np.int32)


def read_clocks(rows: PlanRows, as_of: int | Ints, rules: ClockRules) -> Clocks:
    """The clock of every row on the morning of `as_of` (or of (K,) days), as `domain.clock.read_clock` reads one."""
    status = {name: GOP_STATUSES.index(name) for name in (POSTPONED, FREE_CHOICE, FREE_CHOICE_DECLINED)}
    first = rows.received if rules.from_receipt else np.where(rows.discharged == NONE, rows.received, rows.discharged)
    start = np.maximum(first, rows.earliest).astype(np.int32)
    low = int(start.min()) if len(start) else 0
    due = due_table(low, int(start.max(initial=low)) - low + 1, rules)[start - low]

    left = np.isin(rows.status, [GOP_STATUSES.index(name) for name in LEAVES_THE_COUNT])
    outside = ~np.isin(rows.gop_type, [GOP_TYPES.index(name) for name in rules.timed_types])
    unscored = (rows.status == status[POSTPONED]) & (rows.earliest == NONE)
    forced = np.isin(rows.status, [status[FREE_CHOICE], status[FREE_CHOICE_DECLINED]])
    ended = rows.ended != NONE
    met = np.where(ended, rows.ended <= due, as_of <= due)
    outcome = np.select(
        [left, outside, unscored, forced, ended & met, ~ended & met],
        [Outcome.LEFT, Outcome.OUTSIDE, Outcome.UNSCORED, Outcome.MISSED, Outcome.MET, Outcome.RUNNING],
        Outcome.MISSED,
    ).astype(np.int8)
    waiting = ~left & ~outside & ~ended & (rows.status != status[FREE_CHOICE])
    stale = waiting & (as_of - due > rules.stale_after_days)
    deadline = np.where(outcome == Outcome.UNSCORED, NONE, due).astype(np.int32)
    return Clocks(start, deadline, outcome, waiting, stale)


@dataclass(frozen=True)
class Queued:
    """Plans that wait for an offer (all arrays of length K): municipality, procedure, first day they can be served,
    deadline, whether the deadline is missed whatever happens (free choice declined), count.
    """

    municipality: Ints
    procedure: Ints
    eligible: Ints
    due: Ints
    missed: Bools
    count: Ints


@dataclass(frozen=True)
class Settled:
    """Plans no longer waiting whose deadline is still to expire: municipality, deadline, whether missed, count."""

    municipality: Ints
    due: Ints
    missed: Bools
    count: Ints


@dataclass(frozen=True)
class OfferedAhead:
    """First appointments already offered for `day` (as_of or later), which use the slots of that day: municipality,
    procedure, day, count.
    """

    municipality: Ints
    procedure: Ints
    day: Ints
    count: Ints


@dataclass(frozen=True)
class Backlog:
    """What M municipalities stand with at the start of day `first_day` (M,): as_of, or the day their data end where
    that is earlier.

    undated: (M,) postponed without a date: waiting, but neither scored nor in need of a slot yet. overdue: (M,) plans
    past their deadline without a first appointment. stale: (M,) plans so long past it that they are left out of the
    queue. unknown: (M,) whether the data hold no offered and no start date, so that the queue has been warmed up from
    arrivals and slots.
    """

    first_day: Ints
    queued: Queued
    settled: Settled
    ahead: OfferedAhead
    undated: Ints
    overdue: Ints
    stale: Ints
    unknown: Bools


def build_backlog(
    rows: PlanRows, first_day: Ints, offers_known: Bools, clock: ClockRules, queue: QueueRules
) -> Backlog:
    """The backlog of M municipalities.

    first_day: (M,) the day whose morning the rows speak of. offers_known: (M,) whether the municipality's data hold
    offered or start dates; where not, nothing is said of its rows here and the case warms its queue up.
    """
    day = first_day[rows.municipality]
    clocks = read_clocks(rows, day, clock)
    known = offers_known[rows.municipality]
    dated = clocks.deadline != NONE
    missed = clocks.outcome == Outcome.MISSED
    expired = dated & (clocks.deadline < day)

    def by_municipality(chosen: Bools) -> Ints:
        return tally(rows.municipality[chosen], rows.count[chosen], len(first_day)).astype(np.int32)

    waiting = clocks.waiting & ~clocks.stale & known
    queues = waiting & dated
    eligible = np.maximum(rows.received + queue.first_slot_after, clocks.start)
    decided = (clocks.outcome >= Outcome.MET) & ~clocks.waiting & ~expired & known
    gone = rows.status == GOP_STATUSES.index(FREE_CHOICE)
    offered = (clocks.outcome >= Outcome.UNSCORED) & ~gone & (rows.ended >= day) & known
    return Backlog(
        first_day=first_day,
        queued=Queued(
            rows.municipality[queues],
            rows.procedure[queues],
            eligible[queues],
            clocks.deadline[queues],
            (missed & ~expired)[queues],
            rows.count[queues],
        ),
        settled=Settled(rows.municipality[decided], clocks.deadline[decided], missed[decided], rows.count[decided]),
        ahead=OfferedAhead(
            rows.municipality[offered], rows.procedure[offered], rows.ended[offered], rows.count[offered]
        ),
        undated=by_municipality(waiting & ~dated),
        overdue=by_municipality((queues | offered) & expired),
        stale=by_municipality(clocks.stale & known),
        unknown=~offers_known,
    )


def waiting_by_days_left(queued: Queued, municipality: int, as_of: int) -> dict[int, int]:
    """Number waiting in a municipality by days left to the deadline (negative: past it), fewest first."""
    mine = queued.municipality == municipality
    left, where = np.unique(queued.due[mine] - as_of, return_inverse=True)
    return dict(zip(left.tolist(), tally(where, queued.count[mine], len(left)).astype(int).tolist(), strict=True))
