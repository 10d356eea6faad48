from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.domain import calendar

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


@given(DAYS)
def test_that_a_week_code_reads_back_to_its_monday(day: dt.date) -> None:
    assert calendar.parse_week(calendar.week_code(day)) == calendar.monday(day)
    assert calendar.monday(day).weekday() == 0
    assert 0 <= (day - calendar.monday(day)).days < 7


@given(DAYS)
def test_that_a_quarter_begins_on_the_first_of_its_own_months(day: dt.date) -> None:
    start = calendar.quarter_start(calendar.quarter_code(day))
    assert start <= day < start + dt.timedelta(days=93)
    assert (start.day, start.month % 3) == (1, 1)


@pytest.mark.parametrize("code", ["2025-W53", "2026-W00", "2026-W54", "2026W48", "uge 48", "2026-48", ""])
def test_that_a_week_that_does_not_exist_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=r"week|Week"):
        calendar.parse_week(code)


def test_that_2026_has_a_week_53_and_2027_follows_it() -> None:
    weeks = calendar.weeks_from(dt.date(2026, 12, 24), 3)
    assert [calendar.week_code(week) for week in weeks] == ["2026-W52", "2026-W53", "2027-W01"]
    assert calendar.week_text(dt.date(2027, 1, 3)) == "uge 53, 2026"


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (dt.date(2023, 5, 5), True),  # store bededag, the last one
        (dt.date(2024, 4, 26), False),  # abolished
        (dt.date(2026, 4, 3), True),  # langfredag
        (dt.date(2026, 5, 14), True),  # Kristi himmelfart
        (dt.date(2026, 12, 24), True),
        (dt.date(2026, 12, 31), True),
        (dt.date(2026, 12, 23), False),
        (dt.date(2026, 11, 22), True),  # Sunday
        (dt.date(2026, 11, 23), False),
    ],
)
def test_that_closed_days_are_those_of_the_contract(day: dt.date, closed: bool) -> None:
    assert calendar.is_closed(day) is closed


@given(st.integers(1970, 2090))
def test_that_easter_sunday_agrees_with_the_holidays_library(year: int) -> None:
    easter = calendar.easter_sunday(year)
    assert easter.weekday() == 6
    assert easter in calendar.holidays_of(year)
    assert easter + calendar.ONE_DAY in calendar.holidays_of(year)
