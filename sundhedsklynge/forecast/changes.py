"""What changed between two snapshots of a hospital: new, moved and vanished operations, by municipality, procedure and week.

Where both snapshots name their cases by stable keys, each operation is followed. The rest, mostly counts, is compared net: fewer in one
week and more in another of the same municipality and procedure is a move to the nearest such week; what does not balance is new or
vanished.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.evidence import Bools, Evidence, Indices, Ints, Snapshots

Counts = NDArray[np.int64]
YEAR = 364  # days: whole weeks, so that Mondays meet Mondays
YEAR_SLACK = 10  # days a snapshot may lie from the same time last year
STABLE_SEEN = 0.5  # of the keys of coming operations the next snapshot must hold ...
STABLE_SAME = 0.9  # ... of those with the same municipality and procedure ...
STABLE_WEEK = 0.5  # ... and with the same week: running numbers of an extract meet by chance only


@dataclass(frozen=True)
class Told:
    """One snapshot, cancelled operations left out. extracted, last: day numbers, last the latest operation day it speaks of. Rows (S,):
    municipality (code), procedure (index into PROCEDURES), day (Monday where only the week is told), count (lower bound), case (0
    none).
    """

    extracted: int
    last: int
    municipality: Indices
    procedure: Indices
    day: Indices
    count: Indices
    case: NDArray[np.int64]

    @property
    def week(self) -> Indices:
        """(S,) weeks since the one of 1970-01-01."""
        return (self.day + 3) // 7

    def take(self, rows: Bools) -> Told:
        """The same snapshot with some of its rows."""
        return replace(
            self,
            municipality=self.municipality[rows],
            procedure=self.procedure[rows],
            day=self.day[rows],
            count=self.count[rows],
            case=self.case[rows],
        )

    def later(self, days: int) -> Told:
        """The same plan `days` later, its cases forgotten: to lay last year's beside this year's."""
        return replace(
            self,
            extracted=self.extracted + days,
            last=self.last + days,
            day=self.day + days,
            case=np.zeros(len(self.day), np.int64),
        )


@dataclass(frozen=True)
class Changes:
    """From one snapshot to another, in the weeks both speak of. municipalities: (M,) codes. weeks: (W,) day numbers of Mondays.

    The counts are (M, P, W), P as PROCEDURES: `before` and `after` planned; `new` and `moved_in` by the week they are in now, `vanished`
    and `moved_out` by the week they were in, with after - before = new + moved_in - vanished - moved_out in every cell. by_case: share of
    the planned operations (0-1) that could be followed by their keys.
    """

    extracted: tuple[int, int]
    municipalities: tuple[int, ...]
    weeks: Ints
    before: Counts
    after: Counts
    new: Counts
    vanished: Counts
    moved_in: Counts
    moved_out: Counts
    by_case: float

    @property
    def difference(self) -> Counts:
        """(M, P, W) operations more (or fewer) than before."""
        return self.after - self.before

    @property
    def moved(self) -> Counts:
        """(M, P) operations that moved, also to or from a week outside `weeks`."""
        return np.maximum(self.moved_in.sum(axis=2), self.moved_out.sum(axis=2))

    def totals(self) -> tuple[int, int, int]:
        """Operations new, moved and vanished in all."""
        return int(self.new.sum()), int(self.moved.sum()), int(self.vanished.sum())


def told(snapshots: Snapshots, which: int, municipalities: Sequence[int]) -> Told:
    """Snapshot number `which` of an evidence whose municipalities are given."""
    start, stop = np.searchsorted(snapshots.snapshot, [which, which + 1])
    rows = slice(int(start), int(stop))
    whole = Told(
        extracted=int(snapshots.extracted[which]),
        last=int(snapshots.last[which]),
        municipality=np.asarray(municipalities, np.int64)[snapshots.municipality[rows]],
        procedure=snapshots.procedure[rows],
        day=snapshots.day[rows],
        count=snapshots.count[rows],
        case=snapshots.case[rows],
    )
    return whole.take(~snapshots.cancelled[rows])


def latest_pairs(snapshots: Snapshots) -> list[tuple[int, int]]:
    """(before, after) for each hospital with at least two snapshots: its two newest."""
    pairs: list[tuple[int, int]] = []
    for hospital in np.unique(snapshots.hospital):
        own = np.flatnonzero(snapshots.hospital == hospital)  # sorted by extract date
        if own.size >= 2:
            pairs.append((int(own[-2]), int(own[-1])))
    return pairs


def latest_changes(evidence: Evidence) -> list[tuple[str, Changes]]:
    """Hospital and what changed between its two newest snapshots, for each that has two."""
    shots = evidence.snapshots
    return [
        (
            evidence.hospitals[int(shots.hospital[after])],
            compare(told(shots, before, evidence.municipalities), told(shots, after, evidence.municipalities)),
        )
        for before, after in latest_pairs(shots)
    ]


def compare(before: Told, after: Told) -> Changes:
    """Changes in the weeks from `after`'s extract week to the last week both snapshots reach."""
    first = (after.extracted + 3) // 7
    last = (min(before.last, after.last) + 3) // 7
    places = np.unique(np.concatenate([before.municipality, after.municipality])).astype(np.int64)
    grid = _Grid(places, first, max(last - first + 1, 0))
    planned = grid.count(before), grid.count(after)
    followed = _followed(before, after, first, last)
    parts = np.zeros((4, *grid.shape), np.int64)
    if followed is not None:
        parts += _by_case(before.take(followed[0]), after.take(followed[1]), grid)
        before, after = before.take(~followed[0]), after.take(~followed[1])
    rest = grid.count(before), grid.count(after)
    parts += _net(rest[1] - rest[0])
    all_told = int(planned[0].sum() + planned[1].sum())
    return Changes(
        extracted=(before.extracted, after.extracted),
        municipalities=tuple(places.tolist()),
        weeks=((first + np.arange(grid.weeks)) * 7 - 3).astype(np.int32),
        before=planned[0],
        after=planned[1],
        new=parts[0],
        vanished=parts[1],
        moved_in=parts[2],
        moved_out=parts[3],
        by_case=1 - int(rest[0].sum() + rest[1].sum()) / all_told if all_told else 0.0,
    )


def year_before(extracted: Sequence[int], day: int) -> int | None:
    """Position of the snapshot taken nearest to the same time last year; None where none is near."""
    gaps = [abs(other - (day - YEAR)) for other in extracted]
    best = min(range(len(gaps)), key=gaps.__getitem__, default=None)
    return best if best is not None and gaps[best] <= YEAR_SLACK else None


@dataclass(frozen=True)
class _Grid:
    """Cells of municipality, procedure and week; `first` the week of column 0."""

    places: Counts
    first: int
    weeks: int

    @property
    def shape(self) -> tuple[int, int, int]:
        return len(self.places), len(PROCEDURES), self.weeks

    def count(self, plan: Told, which: Bools | None = None) -> Counts:
        """(M, P, W) operations of `plan`, of all its rows or of those in `which`."""
        week = plan.week - self.first
        inside = (week >= 0) & (week < self.weeks)
        if which is not None:
            inside &= which
        table = np.zeros(self.shape, np.int64)
        place = np.searchsorted(self.places, plan.municipality[inside])
        np.add.at(table, (place, plan.procedure[inside], week[inside]), plan.count[inside])
        return table


def _followed(before: Told, after: Told, first: int, last: int) -> tuple[Bools, Bools] | None:
    """Rows whose case keys can be followed: present once in their own snapshot. None where the keys are not stable."""
    once = [_once(plan.case) for plan in (before, after)]
    coming = np.flatnonzero(once[0] & (before.week >= first) & (before.week <= last))
    if not coming.size or not once[1].any():
        return None
    at, found = _match(before.case[coming], after, once[1])
    seen, at = coming[found], at[found]
    if seen.size < STABLE_SEEN * coming.size:
        return None
    same = (before.municipality[seen] == after.municipality[at]) & (before.procedure[seen] == after.procedure[at])
    if same.mean() < STABLE_SAME or (before.week[seen] == after.week[at]).mean() < STABLE_WEEK:
        return None
    return once[0], once[1]


def _once(case: NDArray[np.int64]) -> Bools:
    _, which, times = np.unique(case, return_inverse=True, return_counts=True)
    return (case != 0) & (times[which] == 1)


def _match(cases: NDArray[np.int64], plan: Told, usable: Bools) -> tuple[NDArray[np.int64], Bools]:
    """(position in `plan` of each case, whether it is there)."""
    rows = np.flatnonzero(usable)
    order = rows[np.argsort(plan.case[rows])]
    place = np.minimum(np.searchsorted(plan.case[order], cases), len(order) - 1)
    at = order[place]
    return at, plan.case[at] == cases


def _by_case(before: Told, after: Told, grid: _Grid) -> Counts:
    """(4, M, P, W) new, vanished, moved in and moved out of operations followed by their keys. What lies outside the weeks of both is no
    news: an operation performed meanwhile, or a week only the newer one reaches."""
    everything = np.ones(len(after.case), bool)
    at, found = _match(before.case, after, everything)
    there = np.zeros(len(after.case), bool)
    there[at[found]] = True
    stayed = np.zeros(len(before.case), bool)
    stayed[found] = (
        (before.week[found] == after.week[at[found]])
        & (before.municipality[found] == after.municipality[at[found]])
        & (before.procedure[found] == after.procedure[at[found]])
        & (before.count[found] == after.count[at[found]])
    )
    stays = np.zeros(len(after.case), bool)
    stays[at[stayed]] = True
    return np.stack(
        [
            grid.count(after, ~there),
            grid.count(before, ~found),
            grid.count(after, there & ~stays),
            grid.count(before, found & ~stayed),
        ]
    )


def _net(difference: Counts) -> Counts:
    """(4, M, P, W) new, vanished, moved in and moved out of counts: what one week lost is matched with the nearest week that gained, the
    later one first."""
    rose, fell = np.maximum(difference, 0), np.maximum(-difference, 0)
    gained, lost = np.zeros_like(rose), np.zeros_like(fell)
    weeks = difference.shape[2]
    for distance in range(1, weeks):
        early, late = slice(0, weeks - distance), slice(distance, weeks)
        for source, target in ((early, late), (late, early)):
            moved = np.minimum(fell[..., source], rose[..., target])
            fell[..., source] -= moved
            rose[..., target] -= moved
            lost[..., source] += moved
            gained[..., target] += moved
    return np.stack([rose, fell, gained, lost])
