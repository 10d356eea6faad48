"""Weekly draws of plans, split by the day they can be served and by deadline: the load of the queue.

What can become of a plan of one procedure and week, its day of receipt and the start of its clock, is a list of fates
with known shares. Every plan draws its fate for itself by table, so that thinning and adding leave the rest of the
draws as they were.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.deadline.profile import LOWEST, OFFSETS, Profile, day_weights
from sundhedsklynge.deadline.queue import Bools, Counts, Floats, Ints, Load, tally

TABLE = 8192  # steps of the lookup tables that turn a random number into a fate
INT16_ROOM = 30_000


@dataclass(frozen=True)
class WaitingPlans:
    """Plans of one municipality that wait for an offer, all (K,): group, first day they can be served and deadline (day
    numbers), missed (late whatever happens), count.
    """

    group: Ints
    eligible: Ints
    due: Ints
    missed: Bools
    count: Ints


def nobody() -> WaitingPlans:
    """No one waits."""
    none = np.zeros(0, dtype=np.int32)
    return WaitingPlans(none, none, none, none.astype(np.bool_), none)


@dataclass(frozen=True)
class Calendar:
    """The days of a load: D days from day number `first_day`; `due_of` gives the last day of the deadline (day numbers)
    by start, from day number `first_start` on.
    """

    first_day: int
    days: int
    first_start: int
    due_of: Ints

    def due(self, start: Ints) -> Ints:
        """Deadlines of clocks that start on these day numbers."""
        return self.due_of[np.asarray(start) - self.first_start]

    @property
    def most_slack(self) -> int:
        """The longest time from start to deadline."""
        return int((self.due_of - np.arange(self.first_start, self.first_start + len(self.due_of))).max())


@dataclass(frozen=True)
class Fates:
    """What can become of a plan, by procedure and week: C = P x W cells of F = 7 (OFFSETS + 1) fates, the last offset
    outside the rule.

    share: (C, F). received, eligible, due: (C, F) days after the first day of the load. timed: (C, F) under the rule.
    group: (C,) queue group. procedure: (C,).
    """

    share: Floats
    received: Ints
    eligible: Ints
    due: Ints
    timed: Bools
    group: Ints
    procedure: Ints


def list_fates(
    profile: Profile,
    municipality: int,
    weeks: Ints,
    calendar: Calendar,
    first_slot_after: int,
    groups: int,
    daily: Floats | None = None,
) -> Fates:
    """The fates of plans received in `weeks` (Mondays), none of them before the load's first day."""
    procedures = profile.weekday.shape[1]
    by_day = day_weights(profile, municipality, weeks, calendar.first_day, daily)
    timed_share = profile.timed[municipality][:, None, None]
    offset = profile.offset[municipality]
    by_offset = np.concatenate([offset * timed_share, np.broadcast_to(1 - timed_share, (procedures, 7, 1))], -1)
    share = by_day[..., None] * by_offset[:, None]
    received = (np.asarray(weeks)[:, None] + np.arange(7))[..., None] - calendar.first_day
    start = received + np.arange(LOWEST, LOWEST + OFFSETS + 1)
    due = calendar.due(start + calendar.first_day) - calendar.first_day
    eligible = np.maximum(received + first_slot_after, start)
    timed = np.arange(OFFSETS + 1) < OFFSETS

    def flat(x: NDArray[Any]) -> NDArray[Any]:
        return np.broadcast_to(x, share.shape).reshape(procedures * len(weeks), -1)

    procedure = np.repeat(np.arange(procedures), len(weeks))
    return Fates(
        share=share.reshape(procedures * len(weeks), -1),
        received=flat(received),
        eligible=flat(eligible),
        due=flat(due),
        timed=flat(timed),
        group=procedure if groups > 1 else np.zeros_like(procedure),
        procedure=procedure,
    )


def lookup(share: Floats) -> NDArray[np.int32]:
    """(C, TABLE) flat index into `share` (C, F), rows adding to 1, for each step of a uniform number."""
    cells, fates = share.shape
    edges = np.rint(np.cumsum(share, 1) * TABLE).astype(np.int64)
    edges[:, -1] = TABLE
    return np.repeat(np.arange(cells * fates, dtype=np.int32), np.diff(edges, axis=1, prepend=0).ravel()).reshape(
        -1, TABLE
    )


def _draw(rng: np.random.Generator, counts: Ints, table: NDArray[np.int32]) -> tuple[Ints, Ints]:
    """Path and fate of every plan in `counts` (C, N)."""
    cells, paths = counts.shape
    each = counts.sum(1)
    path = np.repeat(np.tile(np.arange(paths, dtype=np.int32), cells), counts.ravel())
    step = rng.integers(0, TABLE, int(each.sum()), dtype=np.int16).astype(np.int32)
    step += np.repeat(np.arange(cells, dtype=np.int32) * TABLE, each)
    return path, table.ravel()[step]


def draw_fates(counts: Ints, fates: Fates, seed: Sequence[int], factor: Floats | None = None) -> tuple[Ints, Ints]:
    """Path and fate (flat index into the fates) of every plan on N joint paths.

    counts: (C, N) plans still to come. factor: (C, F) activity, 1 is unchanged. Below 1 plans are thinned, above 1
    plans are added from the path nearest in volume; both on the same random numbers for every factor, so that more
    activity never removes a plan.
    """

    def stream(number: int) -> np.random.Generator:
        return np.random.Generator(np.random.SFC64([*seed, number]))

    table = lookup(fates.share)
    path, fate = _draw(stream(0), counts, table)
    if factor is None:
        return path, fate
    by_fate = factor.ravel().astype(np.float32)
    keep = stream(1).random(len(fate), dtype=np.float32) < by_fate[fate]
    paths, kept = [path[keep]], [fate[keep]]
    order = np.argsort(counts.sum(0), kind="stable")
    nearest = np.empty_like(order)
    nearest[order] = np.roll(order, 1)
    for copy in range(int(np.ceil(by_fate.max() - 1))):
        path, fate = _draw(stream(2 + 2 * copy), counts[:, nearest], table)
        keep = stream(3 + 2 * copy).random(len(fate), dtype=np.float32) < by_fate[fate] - 1 - copy
        paths.append(path[keep])
        kept.append(fate[keep])
    return np.concatenate(paths), np.concatenate(kept)


def build_load(
    calendar: Calendar,
    paths: int,
    groups: int,
    waiting: WaitingPlans,
    fates: Fates | None = None,
    drawn: tuple[Ints, Ints] | None = None,
    expected: Floats | None = None,
) -> Load:
    """The queue's load: those waiting, the same on every path, and the plans drawn (path, fate) from `fates`.

    expected: (C, F) mean number of plans per fate, for the means of the load.
    """
    first, days = calendar.first_day, calendar.days
    classes = calendar.most_slack + 2
    due = waiting.due - first
    eligible = np.maximum(waiting.eligible - first, 0)
    hopeless = waiting.missed | (due < eligible)
    row = np.where(hopeless, 0, due - eligible + 1)

    most = int(waiting.count.sum())
    if drawn is not None:
        most += int(np.bincount(drawn[0], minlength=paths).max(initial=0))
    kind = np.int16 if most < INT16_ROOM else np.int32
    shape = (days, classes, groups)
    arrived: Counts = np.zeros((days * classes * groups + 1, paths), dtype=kind)  # the last row takes what never queues
    lost: Counts = np.zeros((days + 1, paths), dtype=kind)
    inside = eligible < days
    where = np.ravel_multi_index((eligible[inside], row[inside], waiting.group[inside]), shape)
    known = tally(where, waiting.count[inside], len(arrived))
    arrived[known > 0] = known[known > 0].astype(kind)[:, None]
    expires = (due >= 0) & (due < days)
    lost += tally(due[hopeless & expires], waiting.count[hopeless & expires], days + 1).astype(kind)[:, None]
    deadlines = tally(due[expires], waiting.count[expires], days)
    flow = -tally(eligible[inside], waiting.count[inside], days)

    if fates is not None and drawn is not None and expected is not None:
        path, fate = drawn
        counted = fates.timed & (fates.received >= 0)
        late = counted & (fates.due < fates.eligible)
        queues = counted & (fates.eligible < days)
        slack_row = np.where(late, 0, fates.due - fates.eligible + 1)
        place = ((fates.eligible * classes + slack_row) * groups + fates.group[:, None]) * paths
        place = np.where(queues, place, days * classes * groups * paths).astype(
            np.int32 if arrived.size < 2**31 else np.int64
        )
        np.add.at(arrived.reshape(-1), place.ravel()[fate] + path, kind(1))
        ends = counted & (fates.due >= 0) & (fates.due < days)
        if (late & ends & (fates.share > 0)).any():
            day = np.where(late & ends, fates.due, days).ravel()[fate]
            np.add.at(lost, (day, path), kind(1))
        deadlines = deadlines + tally(fates.due[ends], expected[ends], days)
        comes = counted & (fates.received < days)
        flow = flow + tally(fates.received[comes], expected[comes], days)
        flow = flow - tally(fates.eligible[queues], expected[queues], days)

    load = arrived[:-1].reshape(days, classes, groups, paths)
    for level in range(1, classes):
        load[:, level] += load[:, level - 1]
    unready = float(waiting.count.sum()) + np.cumsum(flow) - flow
    return Load(first, load, lost[:-1], deadlines, unready)
