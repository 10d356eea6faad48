"""How open each hospital is with its plans: age of the newest snapshot, missing weeks, how far ahead it tells, how much was told in time.

A hospital that sends nothing is missing, never zero.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Evidence, Ints, Snapshots

EPOCH = dt.date(1970, 1, 1)
FRESH, OLD, MISSING = "frisk", "gammel", "mangler"
LEADS = (1, 2, 4, 8)  # weeks before the operation


@dataclass(frozen=True, slots=True)
class Freshness:
    """Newest snapshot of a hospital as seen on an as-of date; `extracted` None where it never sent one."""

    hospital: str
    extracted: dt.date | None
    age_days: int | None
    weeks_ahead: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Openness:
    """How a hospital has told of its operations. `told[lead]` is the share (0-1) of performed operations that a snapshot at least that
    many weeks before had told of, None where no snapshot is old enough."""

    hospital: str
    snapshots: int
    missing_weeks: int
    weeks_ahead: float
    told: dict[int, float | None]


def freshness(evidence: Evidence, fresh_days: int, missing_days: int) -> list[Freshness]:
    """One entry per hospital of the evidence, in its order.

    fresh_days: age up to which a snapshot is fresh; older than missing_days the hospital counts as missing.
    """
    result: list[Freshness] = []
    snapshots = evidence.snapshots
    for index, name in enumerate(evidence.hospitals):
        own = np.flatnonzero(snapshots.hospital == index)
        if own.size == 0:
            result.append(Freshness(name, None, None, None, MISSING))
            continue
        newest = own[np.argmax(snapshots.extracted[own])]
        extracted = int(snapshots.extracted[newest])
        age = evidence.as_of - extracted
        status = FRESH if age <= fresh_days else OLD if age <= missing_days else MISSING
        ahead = max((int(snapshots.last[newest]) - extracted) // 7 + 1, 0)
        result.append(Freshness(name, EPOCH + dt.timedelta(days=extracted), age, ahead, status))
    return result


def openness(evidence: Evidence, since: int) -> list[Openness]:
    """Openness of each sharing hospital over snapshots extracted from day `since` on.

    A performed operation is one that the newest snapshot after its day still tells of. It was told in time where the snapshot taken at
    least `lead` weeks before had it in the same week for the same municipality and procedure; counts are compared cell by cell, so a
    moved operation counts for the week it was performed in.
    """
    snapshots = evidence.snapshots
    result: list[Openness] = []
    for index, name in enumerate(evidence.hospitals):
        own = np.flatnonzero((snapshots.hospital == index) & (snapshots.extracted >= since))
        if own.size == 0:
            continue
        days = snapshots.extracted[own]
        weeks = np.unique((days + 3) // 7)
        expected = (evidence.as_of + 3) // 7 - weeks[0]  # whole weeks from the first snapshot up to the as-of week
        ahead = (snapshots.last[own] - days) / 7
        result.append(
            Openness(
                hospital=name,
                snapshots=int(own.size),
                missing_weeks=max(int(expected - (weeks < (evidence.as_of + 3) // 7).sum()), 0),
                weeks_ahead=float(np.median(ahead)),
                told={lead: _told(snapshots, own, lead) for lead in LEADS},
            )
        )
    return result


def _told(snapshots: Snapshots, own: Ints, lead: int) -> float | None:
    """Share of performed operations that had been told `lead` weeks before, over all snapshot pairs that far apart."""
    by_day = {int(snapshots.extracted[k]): int(k) for k in own}
    told = performed = 0
    for day, late in by_day.items():
        before = [d for d in by_day if d <= day - 7 * (lead + 1)]
        if not before:
            continue
        week = (day + 3) // 7 - 1  # the week before the snapshot: performed, and not yet in the snapshot before it
        real = _cells(snapshots, late, week)
        known = _cells(snapshots, by_day[max(before)], week)
        performed += sum(real.values())
        told += sum(min(count, known.get(cell, 0)) for cell, count in real.items())
    return told / performed if performed else None


def _cells(snapshots: Snapshots, snapshot: int, week: int) -> dict[int, int]:
    rows = (snapshots.snapshot == snapshot) & ((snapshots.day + 3) // 7 == week) & ~snapshots.cancelled
    keys = snapshots.municipality[rows].astype(np.int64) * 16 + snapshots.procedure[rows]
    cells, where = np.unique(keys, return_inverse=True)
    return dict(zip(cells.tolist(), np.bincount(where, snapshots.count[rows]).astype(int).tolist(), strict=True))
