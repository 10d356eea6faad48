"""What if: more or less activity, extra or lost slots, closed days, slower offers; on the same random numbers as the
plan itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from sundhedsklynge.deadline.case import Case, make_case
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.profile import Profile
from sundhedsklynge.deadline.queue import Floats, tally
from sundhedsklynge.forecast.evidence import Receipts

SHARE_DAYS = 364  # receipts that tell a hospital's share of a municipality's plans


@dataclass(frozen=True)
class Activity:
    """Plans received times `factor` (1.3 is 30 % more, 0 stops them), of all or one procedure and hospital (indices),
    on the days of receipt from `first_day` to `last_day` (day numbers, both included; None: no bound). An operation lies
    the usual lag before.
    """

    factor: float
    procedure: int | None = None
    hospital: int | None = None
    first_day: int | None = None
    last_day: int | None = None


@dataclass(frozen=True)
class SlotChange:
    """Extra (or, below 0, lost) shared slots in the week of Monday `week`; never fewer than none. None: every
    municipality.
    """

    week: int
    slots: int
    municipality: int | None = None


@dataclass(frozen=True)
class Closure:
    """Days (both included) whose slots are lost: illness, holidays. None: every municipality."""

    first_day: int
    last_day: int
    municipality: int | None = None


@dataclass(frozen=True)
class GroupStart:
    """A group of `slots` citizens begins on `day` (day number), besides the week's other slots."""

    day: int
    slots: int
    municipality: int | None = None


@dataclass(frozen=True)
class Scenario:
    """A set of changes to the plan. first_slot_after: days from receipt to the first possible slot (None: as the rules
    say).
    """

    activity: tuple[Activity, ...] = ()
    slots: tuple[SlotChange, ...] = ()
    closures: tuple[Closure, ...] = ()
    groups: tuple[GroupStart, ...] = ()
    first_slot_after: int | None = None


def hospital_share(receipts: Receipts, hospital: int, municipality: int, procedures: int, as_of: int) -> Floats:
    """(P,) share of the plans a municipality received in the last year that came from `hospital`; 0 without any."""
    mine = (receipts.municipality == municipality) & (receipts.received >= as_of - SHARE_DAYS)
    total = tally(receipts.procedure[mine], receipts.count[mine], procedures)
    mine &= receipts.hospital == hospital
    return tally(receipts.procedure[mine], receipts.count[mine], procedures) / np.maximum(total, 1)


def activity_factor(inputs: RiskInputs, municipality: int, changes: tuple[Activity, ...]) -> Floats | None:
    """(P, 7 W) factor on plans received, by day; None without changes. Several changes multiply."""
    if not changes:
        return None
    procedures = inputs.draws.shape[1]
    days = np.arange(int(inputs.weeks[0]), int(inputs.weeks[-1]) + 7)
    factor = np.ones((procedures, len(days)))
    for change in changes:
        share = np.ones(procedures)
        if change.hospital is not None:
            share = hospital_share(inputs.receipts, change.hospital, municipality, procedures, inputs.as_of)
        if change.procedure is not None:
            share = share * (np.arange(procedures) == change.procedure)
        first = days[0] if change.first_day is None else change.first_day
        last = days[-1] if change.last_day is None else change.last_day
        within = (days >= first) & (days <= last)
        factor *= 1 + (change.factor - 1) * share[:, None] * within
    return factor


def case_under(inputs: RiskInputs, profile: Profile, municipality: int, rules: RiskRules, scenario: Scenario) -> Case:
    """The case of a municipality under `scenario`; an empty scenario is the plan itself."""
    if scenario.first_slot_after is not None:
        rules = replace(rules, queue=replace(rules.queue, first_slot_after=scenario.first_slot_after))
    shut = frozenset(
        day
        for closure in scenario.closures
        if closure.municipality in (None, municipality)
        for day in range(closure.first_day, closure.last_day + 1)
    )
    factor = activity_factor(inputs, municipality, scenario.activity)
    case = make_case(inputs, profile, municipality, rules, factor, shut)
    slots = case.slots.copy()
    for change in scenario.slots:
        week = (change.week - case.first_monday) // 7
        if change.municipality in (None, municipality) and 0 <= week < len(slots):
            slots[week] = max(0.0, slots[week] + change.slots) if not np.isnan(slots[week]) else np.nan
    on_day = case.on_day.copy()
    for group in scenario.groups:
        place = group.day - case.first_monday
        if group.municipality in (None, municipality) and 0 <= place < len(on_day):
            on_day[place] += group.slots
    return replace(case, slots=slots, on_day=on_day)
