"""What changed between two snapshots of a hospital: new, moved and vanished operations.

Hospitals mostly send counts without case keys, so a move is seen as fewer in one week and more in another of the same municipality and
procedure; what does not balance is new or vanished.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.forecast.evidence import Ints, Snapshots


@dataclass(frozen=True)
class Changes:
    """Between snapshot `before` and `after` of one hospital, weeks that both speak of.

    weeks: (W,) day numbers of Mondays. difference: (M, P, W) operations more (or fewer) in `after`. new, moved, vanished: (M, P) counts,
    with new + moved = the sum of what rose and vanished + moved = the sum of what fell.
    """

    before: int
    after: int
    weeks: Ints
    difference: NDArray[np.int64]
    new: NDArray[np.int64]
    moved: NDArray[np.int64]
    vanished: NDArray[np.int64]


def latest_pairs(snapshots: Snapshots) -> list[tuple[int, int]]:
    """(before, after) for each hospital with at least two snapshots: its two newest."""
    pairs: list[tuple[int, int]] = []
    for hospital in np.unique(snapshots.hospital):
        own = np.flatnonzero(snapshots.hospital == hospital)
        if own.size >= 2:
            ordered = own[np.argsort(snapshots.extracted[own])]
            pairs.append((int(ordered[-2]), int(ordered[-1])))
    return pairs


def between(snapshots: Snapshots, before: int, after: int, municipalities: int, procedures: int) -> Changes:
    """Changes in the weeks from `after`'s extract week to the last week both snapshots reach."""
    first = _week(snapshots.extracted[after])
    last = min(_week(snapshots.last[before]), _week(snapshots.last[after]))
    count = max(int(last - first) + 1, 0)
    shape = (municipalities, procedures, count)
    tables = [_table(snapshots, which, int(first), shape) for which in (before, after)]
    difference = tables[1] - tables[0]
    rose = np.maximum(difference, 0).sum(axis=2)
    fell = np.maximum(-difference, 0).sum(axis=2)
    moved = np.minimum(rose, fell)
    weeks = ((first + np.arange(count)) * 7 - 3).astype(np.int32)
    return Changes(before, after, weeks, difference, rose - moved, moved, fell - moved)


def _week(day: np.int32) -> int:
    return int((day + 3) // 7)


def _table(snapshots: Snapshots, which: int, first: int, shape: tuple[int, int, int]) -> NDArray[np.int64]:
    week = (snapshots.day + 3) // 7 - first
    rows = (snapshots.snapshot == which) & ~snapshots.cancelled & (week >= 0) & (week < shape[2])
    table = np.zeros(shape, np.int64)
    np.add.at(table, (snapshots.municipality[rows], snapshots.procedure[rows], week[rows]), snapshots.count[rows])
    return table
