"""The room of the planner's corrections: what is still to come, multiplied, with a date and a reason; always told, always removable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.domain.calendar import ONE_DAY, ONE_WEEK, day_at, day_number, monday, week_text
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.evidence import Evidence, Floats, Forecast
from sundhedsklynge.forecast.outlook import TOTAL, Scope, scopes
from sundhedsklynge.ingest.cpr_text import reads_as_cpr
from sundhedsklynge.store import overrides as stored
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.kept import rests_on_no_override
from sundhedsklynge.workspace.predictions import Predictions
from sundhedsklynge.workspace.words import number

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace


class Overrides:
    """Reached as `Workspace.overrides`. An override is known from its `as_of` on; one that was removed counts nowhere."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._predict = Predictions()

    def all(self) -> list[Override]:
        """Every override that was not removed, the oldest first."""
        return self._workspace.keep("overrides", lambda: stored.overrides(self._db))

    def in_force(self, as_of: dt.date, weeks: int = 12) -> list[Override]:
        """Those known on `as_of` that touch one of the `weeks` weeks from then on."""
        first = monday(as_of)
        end = first + weeks * ONE_WEEK
        return [
            o
            for o in self.all()
            if o.as_of <= as_of and o.first_day < end and (o.last_day is None or o.last_day >= first)
        ]

    def touching(self, level: str, code: str, procedure: str, as_of: dt.date, weeks: int = 12) -> list[Override]:
        """Those in force that change a number of that area and procedure (`alle` is all)."""
        found = self.in_force(as_of, weeks)
        if not found:
            return []
        municipalities = self._workspace.evidence(as_of).municipalities
        areas = scopes(self._workspace.organisation(), municipalities, as_of)
        return [o for o in found if touches(o, areas, level, code, procedure)]

    def told(self, as_of: dt.date, weeks: int = 12, members: Collection[int] | None = None) -> tuple[str, ...]:
        """A sentence on each in force, for wherever its numbers are shown; of a place, those that touch one of its `members`."""
        found = self.in_force(as_of, weeks)
        if not found:
            return ()
        known = self._workspace.evidence(as_of).municipalities
        areas = scopes(self._workspace.organisation(), known, as_of)
        names = {(area.level, area.code): area.name for area in areas}
        wanted = set(known if members is None else members)
        return tuple(
            sentence(o, names.get((o.level, o.code), o.code))
            for o in found
            if wanted & _members(areas, o.level, o.code)
        )

    def add(self, override: Override) -> Change:
        """Stores an override; what comes back can take it away again. Raises UserError for one that cannot be used."""
        if reads_as_cpr(override.reason):
            raise UserError("Begrundelsen ligner et CPR-nummer og er ikke gemt.", "Skriv den uden personoplysninger.")
        evidence = self._workspace.evidence(override.as_of)
        areas = scopes(self._workspace.organisation(), evidence.municipalities, override.as_of)
        if override.level != TOTAL and not _members(areas, override.level, override.code):
            raise UserError(f"Stedet '{override.code}' er ikke i data.", "Vælg et sted, som data rummer.")
        if override.hospital and override.hospital not in evidence.hospitals:
            raise UserError(f"Hospitalet '{override.hospital}' er ikke i data.", "Vælg et hospital, som data rummer.")
        first = monday(override.first_day)
        last = monday(override.last_day) + 6 * ONE_DAY if override.last_day else None
        number_ = stored.add_override(self._db, replace(override, first_day=first, last_day=last))
        self._workspace.forget(rests_on_no_override)
        return self._change(f"Rettelse af prognosen: {in_words(override)}", number_, added=True)

    def remove(self, override_id: int) -> Change:
        """Takes an override away; what comes back can put it in force again. Raises UserError where it is gone."""
        found = next((o for o in self.all() if o.id == override_id), None)
        self._set(override_id, in_force=False)
        said = in_words(found) if found else ""
        return self._change(f"Rettelse af prognosen fjernet: {said}", override_id, added=False)

    def _change(self, text: str, override_id: int, *, added: bool) -> Change:
        return Change(
            text,
            lambda: self._set(override_id, in_force=not added),
            lambda: self._set(override_id, in_force=added),
        )

    def _set(self, override_id: int, *, in_force: bool) -> None:
        (stored.restore_override if in_force else stored.remove_override)(self._db, override_id)
        self._workspace.forget(rests_on_no_override)

    def predict(self, evidence: Evidence, weeks: int) -> Forecast:
        """The forecast with every override in force that morning; shared by all who ask for the same."""
        day = day_at(evidence.as_of)
        found = self.in_force(day, weeks)
        if not found:
            return self._predict(evidence, weeks)
        areas = scopes(self._workspace.organisation(), evidence.municipalities, day)
        shares = self._predict(evidence, weeks).sources if any(o.hospital for o in found) else None
        return self._predict(evidence, weeks, factors(evidence, areas, found, weeks, shares))


def factors(
    evidence: Evidence, areas: Sequence[Scope], overrides: Sequence[Override], weeks: int, sources: Floats | None
) -> Floats:
    """What each municipality, procedure and week still to come is multiplied by (M, P, W).

    sources: (M, H + 1, P, W) expected plans by hospital, needed where an override is for one hospital: its factor then
    counts for that hospital's part. Overrides that overlap are multiplied.
    """
    first = evidence.as_of - (evidence.as_of + 3) % 7
    result = np.ones((len(evidence.municipalities), len(evidence.procedures), weeks))
    for override in overrides:
        members = _members(areas, override.level, override.code)
        rows = [m for m, code in enumerate(evidence.municipalities) if code in members]
        columns = [p for p, name in enumerate(evidence.procedures) if override.procedure in ("", name)]
        start = day_number(override.first_day)
        end = day_number(override.last_day) + 1 if override.last_day else first + 7 * weeks
        chosen = [w for w in range(weeks) if start <= first + 7 * w < end]
        cells = np.ix_(rows, columns, chosen)
        part = np.ones(result[cells].shape)
        if override.hospital and sources is not None:
            h = evidence.hospitals.index(override.hospital)
            part = (sources[:, h] / np.maximum(sources.sum(axis=1), 1e-9))[cells]
        result[cells] *= 1.0 + (override.factor - 1.0) * part
    return result


def touches(override: Override, areas: Sequence[Scope], level: str, code: str, procedure: str) -> bool:
    """Whether the override changes numbers of that area and procedure (`alle` is all)."""
    shared = _members(areas, level, code) & _members(areas, override.level, override.code)
    return bool(shared) and (not override.procedure or procedure in (ALL, override.procedure))


def in_words(override: Override, place: str = "") -> str:
    """`+20 % i uge 50-53, 2026 (knæ, Nordsjællands Hospital)`; the weeks of a stored override are whole."""
    change = number(100 * (override.factor - 1.0))
    signed = f"+{change}" if override.factor >= 1 else change.replace("-", "−")
    first = week_text(override.first_day)
    if override.last_day is None:
        weeks = f"fra {first}"
    elif monday(override.last_day) == monday(override.first_day):
        weeks = f"i {first}"
    else:
        weeks = f"fra {first} til {week_text(override.last_day)}"
    about = ", ".join(filter(None, (place, override.procedure, override.hospital)))
    return f"{signed} % {weeks}" + (f" ({about})" if about else "")


def sentence(override: Override, place: str) -> str:
    """What was corrected, why, by whom and when."""
    said, day = in_words(override, place), f"{override.as_of:%d.%m.%Y}"
    return f"Prognosen er rettet {said}: {override.reason} ({override.made_by}, {day})."


def _members(areas: Sequence[Scope], level: str, code: str) -> set[int]:
    found = next((area for area in areas if (area.level, area.code) == (level, code)), None)
    return set(found.members) if found else set()
