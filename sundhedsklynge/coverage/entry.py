"""Figures typed in by hand: what cannot be right, and what must be asked about."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from sundhedsklynge.coverage.indicators import last_day, next_quarter
from sundhedsklynge.domain.calendar import quarter_start

BIG_SHARE, BIG_SIZE = 0.20, 0.50  # share points, and part of the base, from one quarter to the next
CHANCE = 2.0  # standard deviations under which a jump is no more than chance
SMALL = 5  # a base that moves by less is not asked about


@dataclass(frozen=True, slots=True)
class TreatmentEntry:
    """One line of 72-hour treatment; None is not said."""

    quarter: str
    municipality: int
    hospital: str
    discharges: int
    covered: int
    contacts: int | None = None
    readmissions: int | None = None


@dataclass(frozen=True, slots=True)
class HomeEntry:
    """One line of nursing-home doctors; None is not said."""

    quarter: str
    municipality: int
    homes: int
    homes_with_doctor: int
    homes_unknown: int | None = None
    places: int | None = None
    places_with_doctor: int | None = None


Entry = TreatmentEntry | HomeEntry


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something about `field`: wrong (it cannot be stored), else a question that the user may answer with yes."""

    field: str
    message: str
    wrong: bool


def check_entry(entry: Entry, before: Entry | None, as_of: dt.date) -> list[Doubt]:
    """What is wrong with `entry` or must be asked, wrong first. before: the same place's figures of the quarter before, where known."""
    wrong = _wrong(entry, as_of)
    if wrong or before is None:
        return wrong
    return _jumps(entry, before)


def _wrong(entry: Entry, as_of: dt.date) -> list[Doubt]:
    try:
        quarter_start(entry.quarter)
    except ValueError:
        return [Doubt("quarter", f"'{entry.quarter}' er ikke et kvartal. Skriv det som 2026K3.", wrong=True)]
    found: list[Doubt] = []
    if last_day(entry.quarter) >= as_of:
        over = f"{next_quarter(entry.quarter)[-1]}. kvartal"
        found.append(Doubt("quarter", f"Kvartalet er ikke slut. Vent med tallene, til {over} er begyndt.", wrong=True))
    if isinstance(entry, TreatmentEntry) and not entry.hospital.strip():
        found.append(Doubt("hospital", "Hospitalet mangler. Vælg et hospital.", wrong=True))
    found += [
        Doubt(name, "Tallet kan ikke være under nul.", wrong=True) for name, value in _numbers(entry) if value < 0
    ]
    found += [
        Doubt(part, f"{said} kan ikke være flere end {whole}. Ret et af tallene.", wrong=True)
        for part, said, count, whole, size in _parts(entry)
        if count is not None and size is not None and count > size
    ]
    if isinstance(entry, HomeEntry) and (entry.places is None) != (entry.places_with_doctor is None):
        found.append(Doubt("places", "Skriv både pladser og pladser med læge, eller ingen af dem.", wrong=True))
    return found


def _numbers(entry: Entry) -> list[tuple[str, int]]:
    names = [name for name in entry.__dataclass_fields__ if name not in ("quarter", "municipality", "hospital")]
    return [(name, getattr(entry, name)) for name in names if getattr(entry, name) is not None]


def _parts(entry: Entry) -> list[tuple[str, str, int | None, str, int | None]]:
    """(field, its name, its count, name of the whole, count of the whole); contacts are events and may outnumber citizens."""
    if isinstance(entry, TreatmentEntry):
        return [
            ("covered", "Omfattede", entry.covered, "udskrivninger", entry.discharges),
            ("readmissions", "Genindlagte", entry.readmissions, "udskrivninger", entry.discharges),
        ]
    told = entry.homes_with_doctor + (entry.homes_unknown or 0)
    return [
        ("homes_with_doctor", "Plejehjem med læge og ukendte", told, "plejehjem i alt", entry.homes),
        ("places_with_doctor", "Pladser med læge", entry.places_with_doctor, "pladser i alt", entry.places),
    ]


def _jumps(entry: Entry, before: Entry) -> list[Doubt]:
    base, counted = ("discharges", "covered") if isinstance(entry, TreatmentEntry) else ("homes", "homes_with_doctor")
    now_n, now_of, was_n, was_of = (getattr(e, name) for e in (entry, before) for name in (counted, base))
    found: list[Doubt] = []
    if abs(now_of - was_of) > max(BIG_SIZE * was_of, SMALL):
        found.append(
            Doubt(base, f"Sidste kvartal var tallet {was_of}, nu er det {now_of}. Er det rigtigt?", wrong=False)
        )
    if now_of and was_of:
        change = now_n / now_of - was_n / was_of
        common = (now_n + was_n) / (now_of + was_of)
        chance = math.sqrt(common * (1 - common) * (1 / now_of + 1 / was_of))
        if abs(change) > max(BIG_SHARE, CHANCE * chance if isinstance(entry, TreatmentEntry) else 0.0):
            text = f"Andelen går fra {round(100 * was_n / was_of)} % til {round(100 * now_n / now_of)} % på et kvartal. Er det rigtigt?"
            found.append(Doubt(counted, text, wrong=False))
    return found
