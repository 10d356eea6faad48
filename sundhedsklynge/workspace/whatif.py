"""What if, as people say it: changes with names and dates, written a line each, and turned into the numbers' own terms.

A scenario is kept and shown as these lines, so that what a person reads is what is computed:

    aktivitet +30 % knæ på Nordsjællands Hospital fra 01.12.2026 til 31.12.2026
    pladser +6 uge 50, 2026 kommune 219
    lukket 21.12.2026..23.12.2026
    hold 8 01.12.2026 kommune 219
    tilbud 3 dage

ISO dates and weeks (`2026-12-01`, `2026-W50`) are read as well.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sundhedsklynge.deadline.scenario import Activity, Closure, GroupStart, Scenario, SlotChange
from sundhedsklynge.domain.calendar import day_number, monday, parse_week, week_text
from sundhedsklynge.domain.dates import day_text, parse_day
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.workspace.deadline_risk import RiskBasis

MOST_PERCENT, MOST_SLOTS, MOST_DAYS = 400, 500, 60
LONGEST_CLOSURE = dt.timedelta(days=366)


@dataclass(frozen=True)
class MoreOrLess:
    """Plans received change by `percent` (-100 stops them), of one procedure or hospital ("" is all), from one date to another (both
    included, None: no bound). The dates are those the plans are received on: operations lie some days before."""

    percent: int
    procedure: str = ""
    hospital: str = ""
    first: dt.date | None = None
    last: dt.date | None = None


@dataclass(frozen=True)
class ExtraSlots:
    """Slots more, or below 0 fewer, in the week of Monday `week`; municipality None is every one."""

    slots: int
    week: dt.date
    municipality: int | None = None


@dataclass(frozen=True)
class ClosedSpan:
    """Days (both included) whose slots are lost; municipality None is every one."""

    first: dt.date
    last: dt.date
    municipality: int | None = None


@dataclass(frozen=True)
class GroupOn:
    """A group of `slots` citizens that starts together on `day`, besides the week's slots."""

    slots: int
    day: dt.date
    municipality: int | None = None


@dataclass(frozen=True)
class SlowerOffers:
    """Days from receipt to the first slot a plan can take (1 is the day after)."""

    days: int


Part = MoreOrLess | ExtraSlots | ClosedSpan | GroupOn | SlowerOffers


@dataclass(frozen=True)
class WhatIf:
    """A set of changes to the plan; none is the plan itself."""

    parts: tuple[Part, ...] = ()

    def lines(self) -> list[str]:
        """A line for each change; `read_what_if` reads them."""
        return [write_part(part) for part in self.parts]

    def text(self) -> str:
        """All changes on one line."""
        return "; ".join(self.lines())


def write_part(part: Part) -> str:
    """The line that says `part`."""
    match part:
        case MoreOrLess():
            words = [f"aktivitet {part.percent:+d} %", part.procedure]
            words += [f"på {part.hospital}" if part.hospital else ""]
            words += [
                f"fra {day_text(part.first)}" if part.first else "",
                f"til {day_text(part.last)}" if part.last else "",
            ]
            return " ".join(filter(None, words))
        case ExtraSlots():
            return f"pladser {part.slots:+d} {week_text(part.week)}{_place(part.municipality)}"
        case ClosedSpan():
            last = "" if part.first == part.last else f"..{day_text(part.last)}"
            return f"lukket {day_text(part.first)}{last}{_place(part.municipality)}"
        case GroupOn():
            return f"hold {part.slots} {day_text(part.day)}{_place(part.municipality)}"
        case SlowerOffers():
            return f"tilbud {part.days} {'dag' if part.days == 1 else 'dage'}"


def _place(municipality: int | None) -> str:
    return "" if municipality is None else f" kommune {municipality}"


_DAY = r"\d{4}-\d\d?-\d\d?|\d\d?[.-]\d\d?[.-]\d{4}"
_WEEK = r"\d{4}-W\d{2}|uge\s+\d\d?(?:,\s*|\s+)\d{4}"
_WHERE = r"(?:\s+kommune\s+(?P<where>\d{3}))?"
_FORMS: dict[str, re.Pattern[str]] = {
    name: re.compile(form, re.IGNORECASE)
    for name, form in {
        "aktivitet": rf"aktivitet\s+(?P<percent>[+-]?\d+)\s*%(?:\s+(?P<procedure>{'|'.join(PROCEDURES)}))?"
        rf"(?:\s+på\s+(?P<hospital>(?:(?!\s(?:fra|til)\s+\d).)+?))?(?:\s+fra\s+(?P<first>{_DAY}))?(?:\s+til\s+(?P<last>{_DAY}))?",
        "pladser": rf"pladser\s+(?P<slots>[+-]?\d+)\s+(?P<week>{_WEEK}){_WHERE}",
        "lukket": rf"lukket\s+(?P<first>{_DAY})(?:\s*\.\.\s*(?P<last>{_DAY}))?{_WHERE}",
        "hold": rf"hold\s+(?P<slots>\d+)\s+(?P<day>{_DAY}){_WHERE}",
        "tilbud": r"tilbud\s+(?P<days>\d+)\s+dage?",
    }.items()
}
HELP = "aktivitet +30 % fra 01.12.2026; pladser +6 uge 50 2026; lukket 21.12.2026..23.12.2026; hold 8 01.12.2026; tilbud 3 dage"


def read_what_if(text: str | Iterable[str]) -> WhatIf:
    """The changes of a text, divided by semicolons or lines. Raises UserError naming the one that cannot be read."""
    lines = re.split(r"[;\n]", text) if isinstance(text, str) else list(text)
    return WhatIf(tuple(read_part(line.strip()) for line in lines if line.strip()))


def read_part(line: str) -> Part:
    """The change a line says. Raises UserError."""
    for name, form in _FORMS.items():
        match = form.fullmatch(line)
        if match:
            try:
                return checked(_PARTS[name](match))
            except ValueError as error:
                raise UserError(f"'{line}' nævner en dag eller uge, der ikke findes.", "Ret den.") from error
    raise UserError(f"'{line}' kan ikke læses som en ændring.", f"Skriv for eksempel {HELP}.")


def _day(text: str | None) -> dt.date | None:
    return parse_day(text) if text else None


def _week(text: str) -> dt.date:
    if text[0].isdigit():
        return parse_week(text.upper())
    week, year = re.findall(r"\d+", text)
    return dt.date.fromisocalendar(int(year), int(week), 1)


def _where(match: re.Match[str]) -> int | None:
    return int(match["where"]) if match["where"] else None


_PARTS = {
    "aktivitet": lambda m: MoreOrLess(
        int(m["percent"]), (m["procedure"] or "").lower(), m["hospital"] or "", _day(m["first"]), _day(m["last"])
    ),
    "pladser": lambda m: ExtraSlots(int(m["slots"]), _week(m["week"]), _where(m)),
    "lukket": lambda m: ClosedSpan(parse_day(m["first"]), parse_day(m["last"] or m["first"]), _where(m)),
    "hold": lambda m: GroupOn(int(m["slots"]), parse_day(m["day"]), _where(m)),
    "tilbud": lambda m: SlowerOffers(int(m["days"])),
}


def checked(part: Part) -> Part:
    """`part`, if it makes sense. Raises UserError saying what does."""
    match part:
        case MoreOrLess() if not -100 <= part.percent <= MOST_PERCENT:
            raise UserError(f"{part.percent:+d} % er uden for det mulige.", f"Skriv fra -100 % til +{MOST_PERCENT} %.")
        case MoreOrLess() if part.first and part.last and part.last < part.first:
            raise UserError("Perioden slutter, før den begynder.", "Byt om på datoerne.")
        case ExtraSlots() if not -MOST_SLOTS <= part.slots <= MOST_SLOTS:
            raise UserError(f"{part.slots:+d} pladser er uden for det mulige.", f"Skriv højst {MOST_SLOTS}.")
        case ExtraSlots() if part.week != monday(part.week):
            raise UserError(f"{day_text(part.week)} er ikke en mandag.", "Angiv ugen ved dens mandag.")
        case ClosedSpan() if not dt.timedelta(0) <= part.last - part.first <= LONGEST_CLOSURE:
            raise UserError("Lukkeperioden slutter, før den begynder, eller er over et år.", "Ret datoerne.")
        case GroupOn() if not 1 <= part.slots <= MOST_SLOTS:
            raise UserError(f"Et hold på {part.slots} er uden for det mulige.", f"Skriv fra 1 til {MOST_SLOTS}.")
        case SlowerOffers() if not 0 <= part.days <= MOST_DAYS:
            raise UserError(f"{part.days} dage er uden for det mulige.", f"Skriv fra 0 til {MOST_DAYS}.")
        case _:
            return part


def to_scenario(changes: WhatIf, basis: RiskBasis) -> Scenario:
    """The changes in the indices and day numbers of `basis`. Raises UserError for a place, hospital or procedure not in the data."""
    activity: list[Activity] = []
    slots: list[SlotChange] = []
    closures: list[Closure] = []
    groups: list[GroupStart] = []
    days: int | None = None
    for part in changes.parts:
        match part:
            case MoreOrLess():
                activity.append(
                    Activity(
                        1 + part.percent / 100,
                        _index(part.procedure, basis.procedures, "Indgrebet"),
                        _index(part.hospital, basis.hospitals, "Hospitalet"),
                        _number(part.first),
                        _number(part.last),
                    )
                )
            case ExtraSlots():
                slots.append(SlotChange(day_number(part.week), part.slots, _municipality(part.municipality, basis)))
            case ClosedSpan():
                first, last = day_number(part.first), day_number(part.last)
                closures.append(Closure(first, last, _municipality(part.municipality, basis)))
            case GroupOn():
                day = day_number(part.day)
                groups.append(GroupStart(day, part.slots, _municipality(part.municipality, basis)))
            case SlowerOffers():
                days = part.days
    return Scenario(tuple(activity), tuple(slots), tuple(closures), tuple(groups), days)


def _number(day: dt.date | None) -> int | None:
    return None if day is None else day_number(day)


def _municipality(code: int | None, basis: RiskBasis) -> int | None:
    return None if code is None else basis.index(code)


def _index(name: str, known: tuple[str, ...], what: str) -> int | None:
    if not name:
        return None
    found = [i for i, other in enumerate(known) if other.casefold() == name.casefold()]
    if not found:
        raise UserError(f"{what} '{name}' er ikke i data på den dato.", f"Vælg en af: {', '.join(known)}.")
    return found[0]
