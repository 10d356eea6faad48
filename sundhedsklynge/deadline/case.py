"""One municipality's deadline case: its load on joint paths, its slots by week, and what the queue makes of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.arrivals import Calendar, build_load, draw_fates, list_fates
from sundhedsklynge.deadline.backlog import due_table
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.profile import HIGHEST, LOWEST, Profile
from sundhedsklynge.deadline.queue import (
    Bools,
    Counts,
    DailySlots,
    Floats,
    Ints,
    Load,
    daily_slots,
    monday_of,
    open_mask,
    serve,
    tally,
)
from sundhedsklynge.deadline.standing import Standing, expected_to_come, plans_to_come, standing_of


@dataclass(frozen=True)
class Case:
    """One municipality, ready to be run with any slots.

    load starts at as_of or where the data end. Its weeks are `gap` weeks before the output's first and then the W
    output weeks, G + W together. slots: (G + W,) shared per week, NaN unknown; own: (P, G + W) or None; slot_share of
    both counts. is_open, shut: (7 (G + W),) days that get slots, and days whose slots are lost; on_day: (7 (G + W),)
    shared slots that a single day has besides. ahead: (7 (G + W), groups) offers already made. received: (W,) mean
    plans received, from as_of on. settled, settled_missed: (W,) deadlines already decided.
    """

    load: Load
    as_of: int
    first_monday: int
    gap: int
    slots: Floats
    own: Floats | None
    slot_share: float
    is_open: Bools
    shut: Bools
    on_day: Ints
    ahead: Ints
    received: Floats
    settled: Ints
    settled_missed: Ints
    standing: Standing

    @property
    def weeks(self) -> int:
        """W, the weeks of the output."""
        return len(self.slots) - self.gap

    @property
    def reach(self) -> int:
        """Weeks of G + W before the first whose slots are not known."""
        missing = np.isnan(self.slots)
        return int(np.argmax(missing)) if missing.any() else len(self.slots)

    @property
    def first_counted(self) -> int:
        """The load's day that is as_of."""
        return self.as_of - self.load.first_day

    def bounds(self, week: int) -> tuple[int, int]:
        """First and last-plus-one day of the load in week `week` of G + W."""
        shift = self.load.first_day - self.first_monday
        return max(0, 7 * week - shift), 7 * (week + 1) - shift

    def _spread(self, weekly: Floats, first_week: int, last_week: int) -> Ints:
        """(..., 7 K) slots per day that serve the queue in weeks `first_week` .. `last_week` - 1 (unknown: 0)."""
        part = weekly[..., first_week:last_week]
        whole = np.floor(np.where(np.isnan(part), 0.0, part) * self.slot_share + 1e-9).astype(np.int64)
        days = slice(7 * first_week, 7 * last_week)
        return np.where(self.shut[days], 0, daily_slots(whole, self.is_open[days]))

    def daily(self, shared: Floats, first_week: int = 0, last_week: int | None = None) -> DailySlots:
        """Slots left for the queue per day of the load, in weeks `first_week` .. `last_week` - 1 of G + W, when the
        weeks have `shared` (G + W,) slots. The days before as_of keep the planned ones: they have been.
        """
        last_week = len(self.slots) if last_week is None else last_week
        slots = self._spread(shared, first_week, last_week)
        past = self.as_of - self.first_monday - 7 * first_week
        if past > 0:
            slots[:past] = self._spread(self.slots, first_week, last_week)[:past]
        slots = slots + self.on_day[7 * first_week : 7 * last_week]
        before = max(0, self.load.first_day - self.first_monday - 7 * first_week)
        ahead = self.ahead[7 * first_week : 7 * last_week]
        if self.own is None:
            return DailySlots(np.maximum(slots - ahead[:, 0], 0)[before:])
        own = self._spread(self.own, first_week, last_week).T - ahead
        slots = slots + np.minimum(own, 0).sum(1)  # offers beyond a procedure's own slots use the shared ones
        return DailySlots(np.maximum(slots, 0)[before:], np.maximum(own, 0)[before:])

    def slots_left(self, shared: Floats) -> Floats:
        """(W,) slots of the output weeks, in the first those from as_of on; offers already made are among them."""
        weekly = shared if self.own is None else shared + self.own.sum(0)
        daily = np.where(self.shut, 0, daily_slots(np.nan_to_num(weekly).astype(np.int64), self.is_open)).astype(float)
        daily = daily + self.on_day
        daily[: self.as_of - self.first_monday] = 0
        return np.where(np.isnan(weekly), np.nan, daily.reshape(-1, 7).sum(1))[self.gap :]

    @property
    def planned(self) -> Floats:
        """(W,) whole-week slots as they stand, of all kinds."""
        return (self.slots if self.own is None else self.slots + self.own.sum(0))[self.gap :]

    @property
    def deadlines(self) -> Floats:
        """(W,) mean number of deadlines that expire, from as_of on."""
        daily = np.zeros(7 * len(self.slots))
        daily[self.as_of - self.first_monday :] = self.load.deadlines[self.first_counted :]
        return daily.reshape(-1, 7).sum(1)[self.gap :] + self.settled


@dataclass(frozen=True)
class Outlook:
    """What the queue makes of a case. late: (W, N) plans by week whose deadline expires unmet. waiting: (W,) mean
    number as the week (or as_of) begins. known: (W,) whether the slots of all weeks so far are known. overdue: at
    as_of (mean).
    """

    late: Counts
    waiting: Floats
    known: Bools
    overdue: float

    @property
    def expected_late(self) -> Floats:
        """(W,) mean over paths, NaN where slots are not known."""
        return np.where(self.known, self.late.mean(1), np.nan)

    @property
    def p_late(self) -> Floats:
        """(W,) share of paths with anyone late, NaN where slots are not known."""
        return np.where(self.known, (self.late > 0).mean(1), np.nan)


def run(case: Case, shared: Floats | None = None) -> Outlook:
    """The case under `shared` (G + W,) slots per week, the planned ones by default."""
    slots = case.daily(case.slots if shared is None else shared)
    late = np.zeros((case.weeks, case.load.paths), dtype=np.int32)
    waiting = np.full(case.weeks, np.nan)
    state = serve(case.load, slots, 0, 0).state
    overdue = float("nan")
    for week in range(min(case.reach + 1, len(case.slots))):
        first, last = case.bounds(week)
        if week == case.gap:
            state = serve(case.load, slots, first, case.first_counted, state).state
            first = case.first_counted
            overdue = float(state[0].sum(0).mean())
        out = week - case.gap
        if out >= 0:
            waiting[out] = state[-1].sum(0).mean() + case.load.unready[first] + case.standing.undated
        if week < case.reach:
            served = serve(case.load, slots, first, last, state)
            state = served.state
            if out >= 0:
                late[out] = served.late.sum(0, dtype=np.int32) + case.settled_missed[out]
    known = np.arange(case.weeks) + case.gap < case.reach
    if case.standing.overdue is not None:
        overdue = float(case.standing.overdue)
    if case.standing.warmed_up and np.isnan(case.slots).all():  # neither offers nor slots tell who waits
        return Outlook(late, np.full(case.weeks, np.nan), known, float("nan"))
    return Outlook(late, waiting, known, overdue)


def make_case(
    inputs: RiskInputs,
    profile: Profile,
    municipality: int,
    rules: RiskRules,
    activity: Floats | None = None,
    shut: frozenset[int] = frozenset(),
) -> Case:
    """Draw the arrivals of one municipality and lay out its queue.

    activity: (P, 7 W) factor on plans received that day (1: unchanged). shut: days whose slots are lost.
    """
    as_of, weeks = inputs.as_of, np.asarray(inputs.weeks)
    _, procedures, _, paths = inputs.draws.shape
    standing, first_day = standing_of(inputs, municipality, rules)
    first_monday = monday_of(first_day)
    gap = (int(weeks[0]) - first_monday) // 7
    all_weeks = np.arange(first_monday, int(weeks[-1]) + 7, 7)
    days = 7 * len(all_weeks)

    slots, own = inputs.slots.of(municipality, all_weeks)
    slots[:gap] = _filled(slots)[:gap]
    groups = 1 if own is None else procedures
    seed = [rules.seed, as_of, inputs.codes[municipality]]
    counts = plans_to_come(inputs, profile, municipality, all_weeks, first_day, seed)
    earliest = min(first_monday + LOWEST, int(standing.waiting.due.min(initial=first_day)))
    calendar = Calendar(
        first_day,
        first_monday + days - first_day,
        earliest,
        due_table(earliest, first_monday + days + HIGHEST + 2 - earliest, rules.clock),
    )
    daily = None if inputs.daily is None else inputs.daily[municipality]
    fates = list_fates(profile, municipality, all_weeks, calendar, rules.queue.first_slot_after, groups, daily)
    factor = None
    expected = expected_to_come(inputs, municipality, counts)[:, None] * fates.share
    if activity is not None:
        by_day = np.ones((procedures, days))
        by_day[:, 7 * gap :] = activity
        day = np.clip(fates.received + first_day - first_monday, 0, days - 1)
        factor = by_day[fates.procedure[:, None], day]
        expected = expected * factor
    load = build_load(
        calendar, paths, groups, standing.waiting, fates, draw_fates(counts, fates, seed, factor), expected
    )

    from_as_of = (fates.received >= as_of - first_day) & (expected > 0)
    received = tally((fates.received[from_as_of] + first_day - int(weeks[0])) // 7, expected[from_as_of], len(weeks))
    out = (standing.due - int(weeks[0])) // 7
    inside = (standing.due >= as_of) & (out < len(weeks))
    offers = inputs.backlog.ahead
    mine = (offers.municipality == municipality) & (offers.day >= first_day) & (offers.day < first_monday + days)
    group = offers.procedure[mine] if groups > 1 else np.zeros_like(offers.procedure[mine])
    slot = (offers.day[mine] - first_monday) * groups + group
    ahead = tally(slot, offers.count[mine], days * groups).astype(np.int64).reshape(days, groups)
    return Case(
        load=load,
        as_of=as_of,
        first_monday=first_monday,
        gap=gap,
        slots=slots,
        own=own,
        slot_share=rules.slot_share,
        is_open=open_mask(first_monday, days, inputs.closed_in(municipality)),
        shut=np.isin(np.arange(first_monday, first_monday + days), list(shut)),
        on_day=_groups(inputs.groups.get(municipality, ()), first_monday, days),
        ahead=ahead,
        received=received,
        settled=tally(out[inside], standing.count[inside], len(weeks)).astype(np.int64),
        settled_missed=tally(out[inside], standing.count[inside] * standing.missed[inside], len(weeks)).astype(
            np.int64
        ),
        standing=standing,
    )


def _groups(groups: tuple[tuple[int, int], ...], first_day: int, days: int) -> Ints:
    """(days,) slots of groups that start on one day."""
    on_day = np.zeros(days, dtype=np.int64)
    for day, slots in groups:
        if 0 <= day - first_day < days:
            on_day[day - first_day] += slots
    return on_day


def _filled(slots: Floats) -> Floats:
    """Unknown weeks take the median of the known ones (NaN where none is)."""
    known = slots[~np.isnan(slots)]
    return np.where(np.isnan(slots), np.floor(np.median(known)), slots) if len(known) else slots
