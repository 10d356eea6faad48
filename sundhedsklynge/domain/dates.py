"""A day as Danes write and read it. Apart from the calendar, whose holidays take long to load."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_DANISH = re.compile(r"(?P<day>\d\d?)[.-](?P<month>\d\d?)[.-](?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)")


def parse_day(text: str) -> dt.date:
    """`23.12.2026` as Danes write it, `23-12-2026`, or ISO 8601. Raises ValueError for anything else."""
    said = text.strip()
    found = _DANISH.fullmatch(said) or _ISO.fullmatch(said)
    if found is None:
        raise ValueError(f"not a day: {text!r}")
    return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))


def day_text(day: dt.date) -> str:
    """`23.12.2026`, as `parse_day` reads it."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"


def typed_day(typed: str, shown: tuple[int, int, int], part: int = 0) -> tuple[dt.date, int] | None:
    """The day meant by what is typed over day, month and year `shown`, and the day of the month typed; None where it is none.

    `07.12.2026`, `7/12`, `071226`, `07122026` and ISO 8601 are whole days, what is left out stays as shown. A single number is the
    `part` (0 day, 1 month, 2 year) it is typed in, `12.2026` may begin there. A day that the month lacks is its last one, if the day
    was not typed now.
    """
    pieces = re.split(r"[./-]", typed.strip())
    if not all(re.fullmatch(r"\d{0,4}", piece) or len(pieces) == 1 for piece in pieces) or not any(pieces):
        return None
    if len(pieces) == 1 and re.fullmatch(r"\d{6}|\d{8}", pieces[0]):
        pieces = [pieces[0][:2], pieces[0][2:4], pieces[0][4:]]
    elif len(pieces) == 3 and len(pieces[0]) == 4:
        pieces.reverse()
    for start in (part,) if len(pieces) == 1 else (0, part):
        found = _day_of([*[""] * start, *pieces], shown)
        if found is not None:
            return found
    return None


def _day_of(pieces: list[str], shown: tuple[int, int, int]) -> tuple[dt.date, int] | None:
    """The day of pieces for day, month and year, as far as there are any."""
    pieces = pieces + [""] * (3 - len(pieces))
    if len(pieces) > 3 or any(not re.fullmatch(r"\d{0,2}", piece) for piece in pieces[:2]):
        return None
    if len(pieces[2]) not in (0, 2, 4):
        return None
    day, month, year = (int(piece) if piece else number for piece, number in zip(pieces, shown, strict=True))
    year += 2000 if len(pieces[2]) == 2 else 0
    try:
        dt.date(year, month, 1)
    except ValueError:
        return None
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= (last if pieces[0] and pieces[1] else 31):
        return None
    return dt.date(year, month, min(day, last)), day
