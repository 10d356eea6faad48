"""Who waits for a first appointment: counts by days left, those past their deadline, those long open, and the two clocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np

from sundhedsklynge.deadline.backlog import Backlog, PlanRows, build_backlog, read_clocks, waiting_by_days_left
from sundhedsklynge.deadline.queue import Ints, QueueRules, monday_of
from sundhedsklynge.deadline.verify import expired
from sundhedsklynge.domain.calendar import day_at
from sundhedsklynge.domain.clock import ClockRules

CLOCK_WEEKS = 13  # how far back the two clocks are compared


@dataclass(frozen=True)
class Caseload:
    """The plans received that are known on the morning of `as_of` (day number), and who of them waits: all that can be told of the
    deadline without a forecast."""

    as_of: int
    codes: tuple[int, ...]
    names: tuple[str, ...]
    procedures: tuple[str, ...]
    plans: PlanRows
    backlog: Backlog
    clock: ClockRules
    queue: QueueRules

    def expired(self, weeks: Ints, first_day: int, last_day: int, clock: ClockRules | None = None) -> tuple[Ints, Ints]:
        """(M, W) deadlines on `first_day` .. `last_day` - 1 by week (Mondays), and those missed; by the clock in force unless another is
        given."""
        return expired(self.plans, weeks, first_day, last_day, len(self.codes), clock or self.clock)


@dataclass(frozen=True)
class Waiting:
    """Those who wait in one municipality on the morning of `day` (the as-of date, or where its data end).

    by_days_left: number by days to the deadline (below 0: past it), from discharge as the law counts; by_days_left_received: the same from
    receipt. overdue: past their deadline and without a first appointment, an offer for a later day included. undated: postponed without a
    date. long_open: left out because the deadline passed long ago. known: False where the data do not tell of offers; then the rest is 0.
    """

    municipality: int
    name: str
    day: dt.date
    known: bool
    by_days_left: dict[int, int]
    by_days_left_received: dict[int, int]
    overdue: int
    undated: int
    long_open: int

    @property
    def total(self) -> int:
        """All who wait and have a deadline."""
        return sum(self.by_days_left.values())


def waiting_list(load: Caseload) -> tuple[Waiting, ...]:
    """Every municipality's waiting list, in the caseload's order."""
    backlog = load.backlog
    received = build_backlog(
        load.plans, backlog.first_day, ~backlog.unknown, replace(load.clock, from_receipt=True), load.queue
    )
    return tuple(
        Waiting(
            municipality=code,
            name=load.names[m],
            day=_date(backlog.first_day[m]),
            known=not bool(backlog.unknown[m]),
            by_days_left=waiting_by_days_left(backlog.queued, m, int(backlog.first_day[m])),
            by_days_left_received=waiting_by_days_left(received.queued, m, int(backlog.first_day[m])),
            overdue=int(backlog.overdue[m]),
            undated=int(backlog.undated[m]),
            long_open=int(backlog.stale[m]),
        )
        for m, code in enumerate(load.codes)
    )


@dataclass(frozen=True)
class LongOpen:
    """Plans of one municipality, procedure and deadline that have been open so long that they are out of the queue."""

    municipality: int
    name: str
    procedure: str
    received: dt.date
    deadline: dt.date
    days_past: int
    count: int


def long_open(load: Caseload) -> tuple[LongOpen, ...]:
    """Longest open first."""
    plans, backlog = load.plans, load.backlog
    day = backlog.first_day[plans.municipality]
    clocks = read_clocks(plans, day, load.clock)
    rows = np.flatnonzero(clocks.stale & ~backlog.unknown[plans.municipality])
    rows = rows[np.argsort(clocks.start[rows], kind="stable")]
    due = np.where(clocks.deadline < 0, clocks.start + load.clock.days, clocks.deadline)
    return tuple(
        LongOpen(
            municipality=load.codes[int(plans.municipality[i])],
            name=load.names[int(plans.municipality[i])],
            procedure=load.procedures[int(plans.procedure[i])],
            received=_date(plans.received[i]),
            deadline=_date(due[i]),
            days_past=int(day[i] - due[i]),
            count=int(plans.count[i]),
        )
        for i in rows.tolist()
    )


@dataclass(frozen=True)
class TwoClocks:
    """Deadlines that expired in the last 13 weeks in one municipality, and those missed, by each clock."""

    municipality: int
    name: str
    deadlines: int
    missed: int
    deadlines_received: int
    missed_received: int


def two_clocks(load: Caseload) -> tuple[TwoClocks, ...]:
    """From discharge (the law) and from receipt, for the municipalities whose data tell of offers."""
    first = monday_of(load.as_of) - 7 * CLOCK_WEEKS
    last = first + 7 * CLOCK_WEEKS
    weeks = np.arange(first, last, 7)

    def counts(from_receipt: bool) -> tuple[Ints, Ints]:
        deadlines, late = load.expired(weeks, first, last, replace(load.clock, from_receipt=from_receipt))
        return deadlines.sum(1), late.sum(1)

    (law, law_missed), (receipt, receipt_missed) = counts(False), counts(True)
    return tuple(
        TwoClocks(code, load.names[m], int(law[m]), int(law_missed[m]), int(receipt[m]), int(receipt_missed[m]))
        for m, code in enumerate(load.codes)
        if not load.backlog.unknown[m]
    )


def _date(day: int | Ints) -> dt.date:
    return day_at(day)
