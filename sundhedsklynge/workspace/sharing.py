"""How hospitals share their plans: how openly, against what was agreed, and what changed from one plan to another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sundhedsklynge.coverage.openness import (
    STRIP_WEEKS,
    Kept,
    Openness,
    WeekMark,
    kept_rules,
    openness,
    strip,
)
from sundhedsklynge.domain.areas import Organisation
from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.changes import YEAR, Changes, Told, compare, year_before
from sundhedsklynge.store import agreements as stored
from sundhedsklynge.store.agreements import Agreement
from sundhedsklynge.store.snapshots import SnapshotInfo, snapshots, stored_snapshot
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.kept import all_but
from sundhedsklynge.workspace.personal import without_person
from sundhedsklynge.workspace.words import number, percent

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

WEEKLY = 7  # days between plans where nothing was agreed
TOLD_OVER = 364  # days back over which what was told in time is measured


@dataclass(frozen=True, slots=True)
class HospitalSharing:
    """A hospital's row on the page of openness. agreement: the one in force, None where there is none; `kept` then is empty. strip: the
    last weeks, the oldest first, by the agreement's rhythm, else weekly."""

    openness: Openness
    agreement: Agreement | None
    kept: tuple[Kept, ...]
    strip: tuple[WeekMark, ...]

    @property
    def hospital(self) -> str:
        return self.openness.hospital

    @property
    def keeps(self) -> bool | None:
        """Whether every rule is kept; None without an agreement."""
        return all(rule.kept for rule in self.kept) if self.kept else None


@dataclass(frozen=True)
class SnapshotChanges:
    """What changed between two plans of a hospital, or from the same time last year (`last_year`).

    weeks, procedures and municipalities are frames of the rows that planned anything: `uge` (date, Monday), `procedure`, `kommunekode` and
    `kommune`, each with `foer`, `nu`, `forskel`, `nye`, `flyttet_ind`, `flyttet_ud`, `forsvundne` (whole numbers; without the last four
    against last year). cells holds all three together.
    """

    hospital: str
    before: dt.date
    after: dt.date
    last_year: bool
    sentence: str
    changes: Changes
    weeks: pd.DataFrame
    procedures: pd.DataFrame
    municipalities: pd.DataFrame
    cells: pd.DataFrame


class Sharing:
    """The room of openness: `workspace.sharing`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    # Openness and what was agreed -------------------------------------------------------------------------------------

    def hospitals(self, as_of: dt.date | None = None, weeks: int = STRIP_WEEKS) -> list[HospitalSharing]:
        """Every hospital that has shared, has sent plans or has an agreement, by name. Raises NothingToComputeError."""
        day = as_of or self._workspace.default_as_of()
        return self._workspace.keep(("sharing", day, weeks), lambda: self._hospitals(day, weeks))

    def _hospitals(self, day: dt.date, weeks: int) -> list[HospitalSharing]:
        evidence = self._workspace.evidence(day)
        entries = {entry.hospital: entry for entry in openness(evidence, evidence.as_of - TOLD_OVER)}
        dates: dict[str, list[dt.date]] = {}
        for shot in self.snapshots():
            if shot.extracted <= day:
                dates.setdefault(shot.hospital, []).append(shot.extracted)
        in_force = {each.hospital: each for each in reversed(self.agreements()) if each.holds(day)}
        result: list[HospitalSharing] = []
        for name in sorted(entries.keys() | in_force.keys()):
            entry = entries.get(name) or Openness(name, 0, None, None, None, None, {})
            agreement = in_force.get(name)
            marks = strip(dates.get(name, []), day, agreement.every_days if agreement else WEEKLY, weeks)
            kept: tuple[Kept, ...] = ()
            if agreement:
                since = tuple(mark for mark in marks if mark.week >= agreement.valid_from)
                kept = kept_rules(entry, agreement.every_days, agreement.weeks_ahead, since)
            result.append(HospitalSharing(entry, agreement, kept, marks))
        return result

    def agreements(self) -> list[Agreement]:
        """All agreements, by hospital and then the newest first."""
        return stored.agreements(self._db)

    def save_agreement(self, agreement: Agreement) -> Change:
        """Adds an agreement, or changes the one with its id. Raises UserError."""
        before = next((old for old in self.agreements() if old.id and old.id == agreement.id), None)
        stored_as = self._save(agreement)
        if before is None:
            text = f"Aftale med {agreement.hospital} er gemt"
            return Change(text, lambda: self._remove(stored_as), lambda: self._restore(stored_as))
        text = f"Aftale med {agreement.hospital} er ændret"
        return Change(text, lambda: self._save(before), lambda: self._save(agreement))

    def remove_agreement(self, agreement_id: int) -> Change:
        """The agreement counts no more. Raises UserError where it is gone."""
        self._remove(agreement_id)
        return Change("Aftale er slettet", lambda: self._restore(agreement_id), lambda: self._remove(agreement_id))

    def _save(self, agreement: Agreement) -> int:
        words = {name: without_person(getattr(agreement, name)) for name in ("hospital", "parties", "shared")}
        stored_as = stored.save_agreement(self._db, replace(agreement, **words))
        self._workspace.forget(all_but("sharing"))
        return stored_as

    def _remove(self, agreement_id: int) -> None:
        stored.remove_agreement(self._db, agreement_id)
        self._workspace.forget(all_but("sharing"))

    def _restore(self, agreement_id: int) -> None:
        stored.restore_agreement(self._db, agreement_id)
        self._workspace.forget(all_but("sharing"))

    # What changed -----------------------------------------------------------------------------------------------------

    def snapshots(self, hospital: str | None = None) -> list[SnapshotInfo]:
        """Every plan told, by hospital and date; with `hospital` only its own."""
        found = self._workspace.keep("snapshots", lambda: snapshots(self._db))
        return [entry for entry in found if hospital in (None, entry.hospital)]

    def changes(self, hospital: str, before: dt.date | None = None, after: dt.date | None = None) -> SnapshotChanges:
        """What changed between two plans of a hospital; without dates its two newest, with `after` alone the one before it. Raises
        UserError where there are not two such plans."""
        days = [entry.extracted for entry in self.snapshots(hospital)]
        after = after or max(days, default=None)
        earlier = [day for day in days if after is None or day < after]
        before = before or max(earlier, default=None)
        if before is None or after is None:
            raise UserError(f"{hospital} har ikke delt to planer at sammenligne.", "Importér en plan mere.")
        changes = compare(self._snapshot(hospital, before), self._snapshot(hospital, after))
        new, moved, vanished = changes.totals()
        sentence = f"{number(new)} nye, {number(moved)} flyttede og {number(vanished)} forsvundne operationer"
        if not changes.weeks.size:
            sentence = "De to planer taler ikke om de samme uger"
        how = f" ({percent(changes.by_case)} fulgt med sagsnøgle)" if changes.by_case else ""
        said = f"{hospital}, fra {before:%d.%m.%Y} til {after:%d.%m.%Y}: {sentence}{how}."
        return _told_changes(hospital, before, after, changes, said, self._workspace.organisation(), last_year=False)

    def against_last_year(self, hospital: str, after: dt.date | None = None) -> SnapshotChanges | None:
        """A hospital's plan (without a date its newest) beside the one from the same time last year, so that both look equally far ahead;
        None where there is no such plan: missing is not zero. Raises UserError where the hospital has no plan."""
        days = [entry.extracted for entry in self.snapshots(hospital)]
        after = after or max(days, default=None)
        if after is None:
            raise UserError(f"{hospital} har ikke delt nogen plan.", "Importér en plan først.")
        at = year_before([day_number(day) for day in days], day_number(after))
        if at is None:
            return None
        before = days[at]
        changes = compare(self._snapshot(hospital, before).later(YEAR), self._snapshot(hospital, after))
        was, now = int(changes.before.sum()), int(changes.after.sum())
        share = f" ({100 * (now - was) / was:+.0f} %)" if was else ""
        said = (
            f"{hospital} har {number(now)} operationer planlagt de næste {changes.weeks.size} uger "
            f"mod {number(was)} på samme tid sidste år{share}."
        )
        return _told_changes(hospital, before, after, changes, said, self._workspace.organisation(), last_year=True)

    def _snapshot(self, hospital: str, extracted: dt.date) -> Told:
        found = stored_snapshot(self._db, hospital, extracted)
        if found is None:
            raise UserError(f"{hospital} har ingen plan fra {extracted:%d.%m.%Y}.", "Vælg en anden dato.")
        return found


_KINDS = {"nye": "new", "flyttet_ind": "moved_in", "flyttet_ud": "moved_out", "forsvundne": "vanished"}


def _told_changes(
    hospital: str,
    before: dt.date,
    after: dt.date,
    changes: Changes,
    sentence: str,
    organisation: Organisation,
    *,
    last_year: bool,
) -> SnapshotChanges:
    counts = {"foer": changes.before, "nu": changes.after, "forskel": changes.difference}
    if not last_year:
        counts |= {column: getattr(changes, name) for column, name in _KINDS.items()}
    some = np.nonzero((changes.before > 0) | (changes.after > 0))
    mondays = [day_at(day) for day in changes.weeks]
    cells = pd.DataFrame(
        {
            "kommunekode": [changes.municipalities[m] for m in some[0]],
            "kommune": [organisation.name(changes.municipalities[m]) for m in some[0]],
            "procedure": [PROCEDURES[p] for p in some[1]],
            "uge": [mondays[w] for w in some[2]],
            **{name: table[some] for name, table in counts.items()},
        }
    )

    def by(*keys: str) -> pd.DataFrame:
        return cells.groupby(list(keys), sort=True)[list(counts)].sum().reset_index()

    return SnapshotChanges(
        hospital,
        before,
        after,
        last_year,
        sentence,
        changes,
        weeks=by("uge"),
        procedures=by("procedure"),
        municipalities=by("kommunekode", "kommune"),
        cells=cells,
    )
