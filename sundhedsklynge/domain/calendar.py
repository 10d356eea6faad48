"""ISO weeks, quarters, Danish holidays and open days. A day is a `datetime.date`; a week is its Monday; a quarter `2026K3`."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache
from typing import SupportsInt

import holidays

EPOCH = dt.date(1970, 1, 1)  # the day numpy counts from
ONE_DAY = dt.timedelta(days=1)
ONE_WEEK = dt.timedelta(days=7)


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01, as the computations and the database count them."""
    return (day - EPOCH).days


def day_at(number: SupportsInt) -> dt.date:
    """The day with that number of days since 1970-01-01."""
    return EPOCH + dt.timedelta(days=int(number))


def monday(day: dt.date) -> dt.date:
    """The Monday of the ISO week that holds `day`."""
    return day - dt.timedelta(days=day.weekday())


def week_code(day: dt.date) -> str:
    """`2026-W48`: the ISO week of `day` with its ISO year."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_text(day: dt.date) -> str:
    """`uge 48, 2026`, as it stands on screen."""
    year, week, _ = day.isocalendar()
    return f"uge {week}, {year}"


def parse_week(code: str) -> dt.date:
    """The Monday of `2026-W48`. Raises ValueError for anything else, week 53 in a year of 52 included."""
    match = re.fullmatch(r"(\d{4})-W(\d{2})", code)
    if not match:
        raise ValueError(f"not an ISO week: {code!r}")
    return dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)


def weeks_from(first: dt.date, count: int) -> list[dt.date]:
    """`count` Mondays from the week that holds `first`."""
    start = monday(first)
    return [start + i * ONE_WEEK for i in range(count)]


def quarter_code(day: dt.date) -> str:
    """`2026K3`."""
    return f"{day.year}K{(day.month + 2) // 3}"


def quarter_start(code: str) -> dt.date:
    """First day of `2026K3`. Raises ValueError for anything else."""
    match = re.fullmatch(r"(\d{4})K([1-4])", code)
    if not match:
        raise ValueError(f"not a quarter: {code!r}")
    return dt.date(int(match[1]), 3 * int(match[2]) - 2, 1)


@cache
def holidays_of(year: int) -> frozenset[dt.date]:
    """Danish public holidays of `year`; store bededag until 2023 (the `holidays` library knows its abolition)."""
    return frozenset(holidays.country_holidays("DK", years=year))


def is_closed(day: dt.date) -> bool:
    """Closed by default: Saturday, Sunday, public holidays, 24 and 31 December (data contract, queue defaults)."""
    return day.weekday() >= 5 or (day.month == 12 and day.day in (24, 31)) or day in holidays_of(day.year)


def open_days(days: Iterable[dt.date], extra_closed: frozenset[dt.date] = frozenset()) -> list[bool]:
    """For each day, whether a centre or an outpatient ward is open."""
    return [not is_closed(day) and day not in extra_closed for day in days]


def easter_sunday(year: int) -> dt.date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
