"""How open each hospital is with its plans: age of the newest snapshot, missing weeks, how far ahead it tells, how much was told in time,
and whether that is what was agreed.

A hospital that sends nothing is missing, never zero.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.domain.calendar import ONE_WEEK, day_at, monday
from sundhedsklynge.forecast.changes import Told, told
from sundhedsklynge.forecast.evidence import Evidence, Indices

FRESH, OLD, MISSING = "frisk", "gammel", "mangler"
SHARED, AGREED, LATE = "delt", "ikke ventet", "sen"  # a week of the strip; MISSING is one of them too
LEADS = (1, 2, 4, 8)  # weeks before the operation
STRIP_WEEKS = 26


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
    """How a hospital has told of its operations.

    snapshots: how many; missing_weeks: weeks without one since the first. newest, age_days, weeks_ahead: of the newest snapshot, None where
    there is none. told[lead]: share (0-1) of performed operations that a snapshot at least that many weeks before had told of, None where
    that cannot be known (no snapshot old enough, or none that says what was performed).
    """

    hospital: str
    snapshots: int
    missing_weeks: int | None
    newest: dt.date | None
    age_days: int | None
    weeks_ahead: int | None
    told: dict[int, float | None]


@dataclass(frozen=True, slots=True)
class WeekMark:
    """One week of a hospital's strip: SHARED where a plan was extracted in it; AGREED where none was due; LATE where the newest one was
    older than agreed as the week ended; MISSING where it was over twice that, or there was none."""

    week: dt.date
    status: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Whether a rule is kept: True, False, or None where it cannot be judged; the sentence says what was agreed and what is."""

    rule: str
    kept: bool | None
    sentence: str


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
        newest = int(own[np.argmax(snapshots.extracted[own])])
        extracted = int(snapshots.extracted[newest])
        age = evidence.as_of - extracted
        status = FRESH if age <= fresh_days else OLD if age <= missing_days else MISSING
        ahead = _weeks_ahead(extracted, int(snapshots.last[newest]))
        result.append(Freshness(name, day_at(extracted), age, ahead, status))
    return result


def openness(evidence: Evidence, since: int) -> list[Openness]:
    """Openness of every hospital of the evidence, in its order, over snapshots extracted from day `since` on.

    A performed operation is one that the newest snapshot after its week still tells of. It was told in time where the snapshot taken at
    least `lead` weeks before had it in the same week for the same municipality and procedure; counts are compared cell by cell, so a
    moved operation counts for the week it was performed in.
    """
    snapshots = evidence.snapshots
    result: list[Openness] = []
    for index, name in enumerate(evidence.hospitals):
        own = np.flatnonzero((snapshots.hospital == index) & (snapshots.extracted >= since))
        if own.size == 0:
            result.append(Openness(name, 0, None, None, None, None, dict.fromkeys(LEADS)))
            continue
        days = snapshots.extracted[own]
        weeks = np.unique((days + 3) // 7)
        this_week = (evidence.as_of + 3) // 7
        newest = int(own[-1])
        plans = [told(snapshots, int(which), evidence.municipalities) for which in own]
        result.append(
            Openness(
                hospital=name,
                snapshots=int(own.size),
                missing_weeks=max(this_week - int(weeks[0]) - int((weeks < this_week).sum()), 0),
                newest=day_at(days[-1]),
                age_days=evidence.as_of - int(days[-1]),
                weeks_ahead=_weeks_ahead(int(days[-1]), int(snapshots.last[newest])),
                told={lead: _told_share(plans, lead) for lead in LEADS},
            )
        )
    return result


def strip(extracted: list[dt.date], as_of: dt.date, every_days: int, weeks: int = STRIP_WEEKS) -> tuple[WeekMark, ...]:
    """The `weeks` weeks up to the one of `as_of`, the oldest first. extracted: dates of a hospital's snapshots."""
    marks: list[WeekMark] = []
    for back in range(weeks - 1, -1, -1):
        week = monday(as_of) - back * ONE_WEEK
        end = min(week + ONE_WEEK - dt.timedelta(days=1), as_of)
        newest = max((day for day in extracted if day <= end), default=None)
        if newest is None:
            status = MISSING
        elif newest >= week:
            status = SHARED
        else:
            age = (end - newest).days
            status = AGREED if age <= every_days else LATE if age <= 2 * every_days else MISSING
        marks.append(WeekMark(week, status))
    return tuple(marks)


def kept_rules(entry: Openness, every_days: int, weeks_ahead: int, marks: tuple[WeekMark, ...]) -> tuple[Kept, ...]:
    """How a hospital keeps its agreement; marks: the strip since it began."""
    often = f"Aftalt: en plan mindst hver {every_days}. dag."
    far = f"Aftalt: {weeks_ahead} uger frem."
    if entry.newest is None or entry.age_days is None or entry.weeks_ahead is None:
        return (
            Kept("hyppighed", False, f"{often} Hospitalet har ikke delt nogen plan."),
            Kept("rækkevidde", None, f"{far} Der er ingen plan at måle på."),
        )
    passed = [mark for mark in marks[:-1] if mark.status != AGREED]
    shared = sum(mark.status == SHARED for mark in passed)
    history = f" Delt i {shared} af {len(passed)} uger, hvor en plan var ventet." if passed else ""
    return (
        Kept(
            "hyppighed",
            entry.age_days <= every_days,
            f"{often} Den nyeste er {entry.age_days} {'dag' if entry.age_days == 1 else 'dage'} gammel.{history}",
        ),
        Kept("rækkevidde", entry.weeks_ahead >= weeks_ahead, f"{far} Den nyeste når {entry.weeks_ahead} uger frem."),
    )


def _weeks_ahead(extracted: int, last: int) -> int:
    return max((last - extracted) // 7 + 1, 0)


def _told_share(plans: list[Told], lead: int) -> float | None:
    """Share of performed operations that had been told `lead` weeks before, over all snapshots that look back."""
    hits = performed = 0
    for late, plan in enumerate(plans):
        week = (plan.extracted + 3) // 7 - 1  # the week before the snapshot: performed
        before = [p for p in plans[:late] if p.extracted <= plan.extracted - 7 * (lead + 1)]
        if not before:
            continue
        real, known = _cells(plan, week), _cells(before[-1], week)
        performed += sum(real.values())
        hits += sum(min(count, known.get(cell, 0)) for cell, count in real.items())
    return hits / performed if performed else None


def _cells(plan: Told, week: int) -> dict[int, int]:
    """Operations of a week by municipality and procedure."""
    rows = plan.week == week
    keys: Indices = plan.municipality[rows].astype(np.int64) * 16 + plan.procedure[rows]
    cells, where = np.unique(keys, return_inverse=True)
    return dict(zip(cells.tolist(), np.bincount(where, plan.count[rows]).astype(int).tolist(), strict=True))
