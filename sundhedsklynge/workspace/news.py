"""What is new since the hospitals' last files, in a line a planner can act on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.coverage.openness import FRESH, MISSING, Freshness
from sundhedsklynge.domain.areas import Organisation
from sundhedsklynge.domain.calendar import day_at, week_text
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.changes import latest_changes
from sundhedsklynge.forecast.evidence import Evidence

NOTABLE = 3.0  # a change of a week's bookings is told when it is this many times the square root of what was booked
RECENT_DAYS = 28  # a hospital whose newest file is older has told nothing new


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of what changed. `severity`: `info`, `watch` or `high`; `weight` ranks (in units of chance variation)."""

    text: str
    severity: str
    weight: float
    municipality: int | None = None
    week: dt.date | None = None


def changes(evidence: Evidence, organisation: Organisation, freshness: list[Freshness], most: int) -> list[ChangeLine]:
    """The `most` heaviest changes between each hospital's two newest snapshots, and hospitals that fell silent, heaviest first."""
    lines = [*_silent(freshness), *_moved(evidence, organisation)]
    lines.sort(key=lambda line: -line.weight)
    return lines[:most]


def _silent(freshness: list[Freshness]) -> list[ChangeLine]:
    lines: list[ChangeLine] = []
    for entry in freshness:
        if entry.extracted is None or entry.status == FRESH or entry.age_days is None:
            continue
        weeks = entry.age_days // 7
        waited = f"{weeks} {'uge' if weeks == 1 else 'uger'}"
        text = f"{entry.hospital} har ikke sendt ny plan i {waited}. Prognosen bruger historikken for resten."
        lines.append(ChangeLine(text, "high" if entry.status == MISSING else "watch", 4.0 + weeks))
    return lines


def _moved(evidence: Evidence, organisation: Organisation) -> list[ChangeLine]:
    lines: list[ChangeLine] = []
    for hospital, change in latest_changes(evidence):
        if evidence.as_of - change.extracted[1] > RECENT_DAYS:
            continue
        delta = change.difference.sum(axis=1)  # (M, W)
        weight = np.abs(delta) / np.sqrt(np.maximum(change.before.sum(axis=1), 1))
        for m, w in np.argwhere(weight >= NOTABLE).tolist():
            code, day = change.municipalities[m], day_at(change.weeks[w])
            procedure = PROCEDURES[int(np.argmax(np.abs(change.difference[m, :, w])))]
            text = (
                f"{organisation.name(code)}, {week_text(day)}: {delta[m, w]:+d} planlagte operationer på {hospital} "
                f"siden sidste fil, mest {procedure}."
            )
            severity = "watch" if delta[m, w] > 0 else "info"
            lines.append(ChangeLine(text, severity, float(weight[m, w]), code, day))
    return lines
