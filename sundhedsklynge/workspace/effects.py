"""What storing a file would change: which earlier imports it takes the place of, and how a hospital's plan differs from its last one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.domain.calendar import day_at, week_text
from sundhedsklynge.domain.kinds import PLAN
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.changes import Changes, compare
from sundhedsklynge.ingest.check import Checked
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.imports import ImportMeta, extract_date
from sundhedsklynge.store.snapshots import snapshot_in, snapshots, stored_snapshot, would_replace
from sundhedsklynge.workspace.words import counted, number


@dataclass(frozen=True, slots=True)
class Replaced:
    """Rows of an earlier import that would speak no more."""

    import_id: int
    file: str
    rows: int


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """A hospital's newest plan in the file against the plan it told before it, or against the one of the same day where that is stored (of
    it only the municipalities in the file); `before` and `changes` None where there is neither. `newer`: the stored plan that is newer
    than the file's, so that the forecast goes by that one."""

    hospital: str
    extracted: dt.date
    before: dt.date | None = None
    changes: Changes | None = None
    newer: dt.date | None = None

    def sentence(self) -> str:
        """`Nordsjællands Hospital, opgjort 23.11.2026: +42 knæ i uge 50, 2026 siden 16.11.2026 (...)`."""
        head = f"{self.hospital}, opgjort {self.extracted:%d.%m.%Y}"
        if self.changes is None or self.before is None:
            return f"{head}: den første plan."
        same_day = self.before == self.extracted
        since = "i forhold til planen fra samme dag" if same_day else f"siden {self.before:%d.%m.%Y}"
        new, moved, vanished = self.changes.totals()
        if not new + moved + vanished:
            return f"{head}: ingen ændringer {since}."
        text = (
            f"{head}: {number(new)} nye, {number(moved)} flyttede og {number(vanished)} forsvundne operationer {since}"
        )
        return f"{text}, mest {most_changed(self.changes)}."


@dataclass(frozen=True, slots=True)
class Effect:
    """`silent`: rows of the file that something stored already speaks for, because it is newer."""

    replaced: tuple[Replaced, ...] = ()
    silent: int = 0
    plans: tuple[PlanEffect, ...] = ()
    new_hospitals: tuple[str, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """What would change, in Danish, the weightiest first."""
        lines = [plan.sentence() for plan in self.plans]
        lines += [
            f"{plan.hospital} har en nyere plan fra {plan.newer:%d.%m.%Y}. Den gælder fortsat."
            for plan in self.plans
            if plan.newer
        ]
        lines += [
            f"{counted(old.rows, 'række', 'rækker')} i import {old.import_id} ({old.file}) afløses."
            for old in self.replaced
        ]
        if self.silent:
            lines.append(
                f"{counted(self.silent, 'række', 'rækker')} i filen bruges ikke, fordi nyere oplysninger er importeret."
            )
        if self.new_hospitals:
            lines.append(f"Nye hospitaler oprettes: {', '.join(self.new_hospitals)}.")
        return tuple(lines)


def most_changed(changes: Changes) -> str:
    """`+42 knæ i uge 50, 2026`: the procedure and week that changed most, over all municipalities."""
    table = changes.difference.sum(axis=0)
    procedure, week = np.unravel_index(int(np.argmax(np.abs(table))), table.shape)
    monday = day_at(changes.weeks[week])
    return f"{int(table[procedure, week]):+d} {PROCEDURES[procedure]} i {week_text(monday)}"


def effect_of(db: Database, meta: ImportMeta, checked: Checked, files: dict[int, str]) -> Effect:
    """What storing these rows would change. files: names of the stored imports by number."""
    if checked.rows_ok == 0:
        return Effect()
    frame = checked.frame
    found = would_replace(db, checked.kind, frame, extract_date(meta, checked.kind, frame))
    replaced = tuple(Replaced(number, files.get(number, ""), rows) for number, rows in found.rows.items())
    plans = _plan_effects(db, checked) if checked.kind == PLAN else ()
    return Effect(replaced, found.silent, plans, checked.new_hospitals)


def _plan_effects(db: Database, checked: Checked) -> tuple[PlanEffect, ...]:
    newest = checked.frame.groupby("hospital")["extracted"].max()
    stored = snapshots(db)
    effects: list[PlanEffect] = []
    for hospital, moment in newest.items():
        name, day = str(hospital), moment.date()
        days = [entry.extracted for entry in stored if entry.hospital == name]
        until = max((other for other in days if other <= day), default=None)
        newer = max((other for other in days if other > day), default=None)
        before = stored_snapshot(db, name, until) if until else None
        if before is None:
            effects.append(PlanEffect(name, day, newer=newer))
            continue
        after = snapshot_in(checked.frame, name, day)
        if until == day:
            before = before.take(np.isin(before.municipality, after.municipality))
        effects.append(PlanEffect(name, day, until, compare(before, after), newer))
    effects.sort(key=lambda entry: -sum(entry.changes.totals()) if entry.changes else 0)
    return tuple(effects)
