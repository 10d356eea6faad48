"""Earliest deadline first, by day, on joint paths.

A plan is *eligible* from the first day on which it can be given a slot, and its *slack* is deadline minus that day.
Waiting plans are kept cumulatively by deadline, so that one day is `max(0, waiting + eligible - slots)` for every
deadline at once (a nested Lindley recursion): what is left with the deadline of today is late. Day by day this equals
serving the plans one by one.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.calendar import day_at, is_closed

Ints = NDArray[np.integer[Any]]  # int32 where made here; any width is read
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Counts = NDArray[np.integer[Any]]  # int16, or int32 where the numbers need it

MOST_SLOTS_A_DAY = 30_000  # what an int16 queue can take off at once


@dataclass(frozen=True, slots=True)
class QueueRules:
    """When a plan can take a slot: `first_slot_after` days from receipt (0 is the same day), not before its own later
    start.
    """

    first_slot_after: int = 1


@lru_cache(maxsize=8192)
def _closed(day: int) -> bool:
    return is_closed(day_at(day))


def open_mask(first_day: int, days: int, extra_closed: Collection[int] = ()) -> Bools:
    """(days,) whether the centre is open from day number `first_day` on; `extra_closed` holds day numbers."""
    span = range(first_day, first_day + days)
    return np.array([not _closed(day) and day not in extra_closed for day in span], dtype=np.bool_)


def tally(index: Ints, weight: Ints | Floats, size: int) -> Floats:
    """(size,) sum of `weight` by `index`."""
    return np.bincount(index, weight, size).astype(np.float64)


def monday_of(day: int) -> int:
    """Day number of the Monday of the ISO week that holds `day`."""
    return day - (day + 3) % 7


def daily_slots(weekly: Ints, is_open: Bools) -> Ints:
    """(..., 7 W) slots per day of whole weeks from (..., W) slots per week and (7 W,) open days.

    Evenly over the week's open days, the earlier days getting the remainder; a week without open days has no slots.
    """
    week_open = is_open.reshape(-1, 7)
    days = week_open.sum(1)
    each, rest = np.divmod(weekly, np.maximum(days, 1))
    rank = week_open.cumsum(1) - 1
    slots = np.where(week_open, each[..., None] + (rank < rest[..., None]), 0)
    return slots.reshape(*weekly.shape[:-1], -1).astype(np.int32)


@dataclass(frozen=True)
class DailySlots:
    """Slots per day: shared (D,) by all plans; own (D, G) kept for one group of procedures each, used before the shared
    ones.
    """

    shared: Ints
    own: Ints | None = None


@dataclass(frozen=True)
class Load:
    """What comes to the queue of one municipality on N joint paths, from day number `first_day`, for D days.

    eligible: (D, S, G, N), plans that can be served from that day, cumulative over slack: row s counts those with
    deadline at most s - 1 days later (row 0: already past); G groups of procedures, one where all slots are shared.
    Those waiting at the start are on their first possible day. lost: (D, N) plans by deadline day that are late
    whatever the slots are. deadlines: (D,) mean number of deadlines that expire. unready: (D,) mean number received but
    not eligible, as the day begins.
    """

    first_day: int
    eligible: Counts
    lost: Counts
    deadlines: Floats
    unready: Floats

    @property
    def days(self) -> int:
        """D."""
        return self.eligible.shape[0]

    @property
    def paths(self) -> int:
        """N."""
        return self.eligible.shape[3]

    def part(self, first: int, last: int, paths: Ints | None = None) -> Load:
        """Days `first` .. `last` - 1, of all paths or those with these indices."""
        days = slice(first, last)
        eligible, lost = self.eligible[days], self.lost[days]
        if paths is not None:
            eligible, lost = eligible[..., paths], lost[:, paths]
        return Load(self.first_day + first, eligible, lost, self.deadlines[days], self.unready[days])


@dataclass(frozen=True)
class Served:
    """late: (days, N) plans by deadline day without an appointment when it ends. state: (S, G, N) the queue after the
    last day.
    """

    late: Counts
    state: Counts


def serve(
    load: Load, slots: DailySlots, first: int = 0, last: int | None = None, state: Counts | None = None
) -> Served:
    """Run the queue over days `first` .. `last` - 1 of `load`; `slots` hold every day of the load; it begins as `state`
    or empty.

    State row s counts the plans waiting with deadline at most s - 1 days after the day that begins, row 0 those already
    past.
    """
    last = load.days if last is None else last
    _, classes, groups, paths = load.eligible.shape
    # one long buffer: the window of deadlines slides one row a day instead of being moved
    window = np.zeros((last - first + classes, groups, paths), dtype=load.eligible.dtype)
    if state is not None:
        window[:classes] = state
    late = np.empty((last - first, groups, paths), dtype=load.eligible.dtype)
    for i, day in enumerate(range(first, last)):
        queue = window[i : i + classes]
        queue += load.eligible[day]
        shared = min(int(slots.shared[day]), MOST_SLOTS_A_DAY)
        if slots.own is None:
            queue -= shared
            np.maximum(queue, 0, out=queue)
        else:
            _serve_groups(queue, shared, slots.own[day])
        np.subtract(queue[1], queue[0], out=late[i])
        window[i + classes] = queue[-1]
    total = late[:, 0] if groups == 1 else late.sum(1, dtype=late.dtype)
    total += load.lost[first:last]
    return Served(total, window[last - first :])


def _serve_groups(queue: Counts, shared: int, own: Ints) -> None:
    """One day in place: every group takes its own slots, the shared ones go by deadline, within a deadline by group."""
    classes, groups, paths = queue.shape
    queue -= np.minimum(own, MOST_SLOTS_A_DAY).astype(queue.dtype)[None, :, None]
    np.maximum(queue, 0, out=queue)
    line = np.diff(queue, axis=0, prepend=0).reshape(classes * groups, paths)
    np.cumsum(line, axis=0, out=line)
    line -= shared
    np.maximum(line, 0, out=line)
    left = np.diff(line, axis=0, prepend=0).reshape(classes, groups, paths)
    np.cumsum(left, axis=0, out=queue)
