"""A day as Danes write and read it. Apart from the calendar, whose holidays take long to load."""

from __future__ import annotations

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
