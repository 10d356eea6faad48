"""The 7-day clock of one plan (sundhedsloven § 140, stk. 4).

A plan's clock starts at discharge, or at the later date the plan itself gives, and stops on the day offered as first
appointment, even if that appointment is then cancelled. Calendar days count; holidays do not stop it.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum

from sundhedsklynge.domain.calendar import ONE_DAY, is_closed
from sundhedsklynge.domain.kinds import GOP_TYPES, LEAVES_THE_COUNT, UNTIMED_GOP_TYPE

POSTPONED, FREE_CHOICE, FREE_CHOICE_DECLINED = "udskudt", "frit valg", "frit valg afslået"
TIMED_TYPES = tuple(name for name in GOP_TYPES if name != UNTIMED_GOP_TYPE)


class Outcome(IntEnum):
    """What a clock says on an as-of date. `LEFT` and `OUTSIDE` are not counted, `UNSCORED` has no deadline that can be
    known yet.
    """

    LEFT = 0
    OUTSIDE = 1
    UNSCORED = 2
    RUNNING = 3
    MET = 4
    MISSED = 5


@dataclass(frozen=True, slots=True)
class ClockRules:
    """Length of the deadline, the types it covers, and how long past it an open plan stays in the queue.

    working_days: count open days instead of calendar days. from_receipt: start the clock at receipt, the second clock
    that municipalities compare with; the law's own starts at discharge.
    """

    days: int = 7
    timed_types: tuple[str, ...] = TIMED_TYPES
    stale_after_days: int = 90
    working_days: bool = False
    from_receipt: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The dates of one rehabilitation plan as known on the as-of date; None is not said."""

    received: dt.date
    discharged: dt.date | None = None
    earliest_start: dt.date | None = None
    offered: dt.date | None = None
    started: dt.date | None = None
    status: str = ""
    gop_type: str = "ukendt"

    @property
    def ended(self) -> dt.date | None:
        """The day that stops the clock: the one offered, else the one training began."""
        return self.offered or self.started


@dataclass(frozen=True, slots=True)
class Clock:
    """One plan's clock on an as-of date.

    deadline: last day on which a first appointment meets the rule; None where the start is not known. waiting: still
    without an offer and to be served by the municipality. stale: waiting, but so long past the deadline that it is
    listed instead of queued.
    """

    start: dt.date
    deadline: dt.date | None
    outcome: Outcome
    waiting: bool
    stale: bool = False


def start_of(plan: Plan, rules: ClockRules) -> dt.date:
    """Where the clock starts: discharge (receipt where it is not said, or by the second clock), or the plan's own later
    date.
    """
    first = plan.received if rules.from_receipt or plan.discharged is None else plan.discharged
    return max(first, plan.earliest_start or first)


def deadline_of(start: dt.date, rules: ClockRules) -> dt.date:
    """The last day of the deadline of a clock that starts on `start`."""
    if not rules.working_days:
        return start + dt.timedelta(days=rules.days)
    day, left = start, rules.days
    while left:
        day += ONE_DAY
        left -= not is_closed(day)
    return day


def read_clock(plan: Plan, as_of: dt.date, rules: ClockRules = ClockRules()) -> Clock:
    """The clock of `plan` on the morning of `as_of`. What is not known that morning must already be None in `plan`.

    Postponed without a date: waiting, and scored only once a date is known. Free choice: missed and gone from the
    queue; declined: missed and still waiting.
    """
    start = start_of(plan, rules)
    deadline = deadline_of(start, rules)
    if plan.status in LEAVES_THE_COUNT:
        return Clock(start, deadline, Outcome.LEFT, waiting=False)
    if plan.gop_type not in rules.timed_types:
        return Clock(start, deadline, Outcome.OUTSIDE, waiting=False)
    ended = plan.ended
    waiting = ended is None and plan.status != FREE_CHOICE
    stale = waiting and (as_of - deadline).days > rules.stale_after_days
    if plan.status == POSTPONED and plan.earliest_start is None:
        return Clock(start, None, Outcome.UNSCORED, waiting, stale)
    if plan.status in (FREE_CHOICE, FREE_CHOICE_DECLINED):
        outcome = Outcome.MISSED
    elif ended is not None:
        outcome = Outcome.MET if ended <= deadline else Outcome.MISSED
    else:
        outcome = Outcome.RUNNING if as_of <= deadline else Outcome.MISSED
    return Clock(start, deadline, outcome, waiting, stale)
