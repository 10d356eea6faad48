"""Who waits for a first appointment: counts by days left, those past their deadline, those long open, and the two clocks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np

from sundhedsklynge.deadline.backlog import build_backlog, read_clocks, waiting_by_days_left
from sundhedsklynge.deadline.queue import Ints, monday_of
from sundhedsklynge.deadline.verify import expired
from sundhedsklynge.workspace.deadline_risk import EPOCH, RiskBasis

CLOCK_WEEKS = 13  # how far back the two clocks are compared


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


def waiting_list(basis: RiskBasis) -> tuple[Waiting, ...]:
    """Every municipality's waiting list, in the basis's order."""
    backlog, rules = basis.inputs.backlog, basis.rules
    received = build_backlog(
        basis.plans, backlog.first_day, ~backlog.unknown, replace(rules.clock, from_receipt=True), rules.queue
    )
    return tuple(
        Waiting(
            municipality=code,
            name=basis.names[m],
            day=_date(backlog.first_day[m]),
            known=not bool(backlog.unknown[m]),
            by_days_left=waiting_by_days_left(backlog.queued, m, int(backlog.first_day[m])),
            by_days_left_received=waiting_by_days_left(received.queued, m, int(backlog.first_day[m])),
            overdue=int(backlog.overdue[m]),
            undated=int(backlog.undated[m]),
            long_open=int(backlog.stale[m]),
        )
        for m, code in enumerate(basis.inputs.codes)
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


def long_open(basis: RiskBasis) -> tuple[LongOpen, ...]:
    """Longest open first."""
    plans, backlog = basis.plans, basis.inputs.backlog
    day = backlog.first_day[plans.municipality]
    clocks = read_clocks(plans, day, basis.rules.clock)
    rows = np.flatnonzero(clocks.stale & ~backlog.unknown[plans.municipality])
    rows = rows[np.argsort(clocks.start[rows], kind="stable")]
    due = np.where(clocks.deadline < 0, clocks.start + basis.rules.clock.days, clocks.deadline)
    return tuple(
        LongOpen(
            municipality=basis.inputs.codes[int(plans.municipality[i])],
            name=basis.names[int(plans.municipality[i])],
            procedure=basis.procedures[int(plans.procedure[i])],
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


def two_clocks(basis: RiskBasis) -> tuple[TwoClocks, ...]:
    """From discharge (the law) and from receipt, for the municipalities whose data tell of offers."""
    backlog, codes = basis.inputs.backlog, basis.inputs.codes
    first = monday_of(basis.inputs.as_of) - 7 * CLOCK_WEEKS
    weeks = np.arange(first, first + 7 * CLOCK_WEEKS, 7)

    def counts(from_receipt: bool) -> tuple[Ints, Ints]:
        rules = replace(basis.rules.clock, from_receipt=from_receipt)
        deadlines, late = expired(basis.plans, weeks, first, first + 7 * CLOCK_WEEKS, len(codes), rules)
        return deadlines.sum(1), late.sum(1)

    (law, law_missed), (receipt, receipt_missed) = counts(False), counts(True)
    return tuple(
        TwoClocks(code, basis.names[m], int(law[m]), int(law_missed[m]), int(receipt[m]), int(receipt_missed[m]))
        for m, code in enumerate(codes)
        if not backlog.unknown[m]
    )


def _date(day: int | Ints) -> dt.date:
    return EPOCH + dt.timedelta(days=int(day))
