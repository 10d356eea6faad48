"""Who closed days and started groups, when and why: read from the trail of the two settings that hold them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sundhedsklynge.domain.dates import day_text
from sundhedsklynge.settings import ClosedDays, GroupDay, setting
from sundhedsklynge.store.trail import trail
from sundhedsklynge.workspace.words import number

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

CLOSED, GROUPS = "frist.lukkedage", "frist.hold"
_WHOLE_TRAIL = 100_000  # lines


@dataclass(frozen=True, slots=True)
class DaysChange:
    """Days closed or opened again, a group started or called off. municipality None is every one; why: "" where no one said."""

    municipality: int | None
    who: str
    when: dt.datetime
    text: str
    why: str


def days_text(days: ClosedDays | GroupDay, place: str, *, gone: bool = False) -> str:
    """What is closed or starts, or (gone) no longer is or does."""
    if isinstance(days, GroupDay):
        day = period_text(days.day, days.day)
        return f"Holdet den {day} i {place} er aflyst" if gone else f"Hold på {number(days.slots)} den {day} i {place}"
    period = period_text(days.first, days.last)
    return f"Åbent igen {period} i {place}" if gone else f"Lukket {period} i {place}"


def period_text(first: dt.date, last: dt.date) -> str:
    """`21.12.2026 til 23.12.2026`, one day as itself."""
    return day_text(first) if first == last else f"{day_text(first)} til {day_text(last)}"


def days_history(db: Database, place_of: Callable[[int | None], str]) -> list[DaysChange]:
    """Every change of closed days and groups, the newest first. place_of: what a municipality's code (None: all of them) is called."""
    held: dict[str, dict[str, str]] = {CLOSED: {}, GROUPS: {}}  # by the date a text holds from
    found: list[DaysChange] = []
    for entry in reversed(trail(db, "setting", _WHOLE_TRAIL)):
        row = entry.after or entry.before or {}
        texts = held.get(row.get("key", ""))
        if texts is None:
            continue
        since = row.get("valid_from") or ""
        before = _standing(row["key"], texts, since)
        if entry.after is None:
            texts.pop(since, None)
        else:
            texts[since] = row["value"]
        now = _standing(row["key"], texts, since)
        changed = [(days, True) for days in before if days not in now]
        changed += [(days, False) for days in now if days not in before]
        for days, gone in changed:
            said = days_text(days, place_of(days.municipality), gone=gone)
            found.append(DaysChange(days.municipality, entry.who, entry.at, said, row.get("why", "")))
    return found[::-1]


def _standing(key: str, texts: dict[str, str], since: str) -> tuple[ClosedDays | GroupDay, ...]:
    """What holds on that date, ISO 8601 ("" is always)."""
    known = [day for day in texts if day <= since]
    try:
        return setting(key).parse(texts[max(known)]) if known else ()
    except ValueError:
        return ()
