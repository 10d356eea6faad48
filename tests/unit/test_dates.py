"""Days as Danes write them, and as they are typed over the day shown."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.domain.dates import day_text, parse_day, typed_day

days = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))


@given(days)
def test_that_a_day_reads_as_it_was_written(day: dt.date) -> None:
    assert parse_day(day_text(day)) == parse_day(day.isoformat()) == parse_day(f"{day:%d-%m-%Y}") == day


@given(days, days, st.integers(0, 2))
def test_that_a_whole_day_is_that_day_whatever_was_shown_and_wherever_typed(
    day: dt.date, before: dt.date, part: int
) -> None:
    shown = (before.day, before.month, before.year)
    for typed in (
        day_text(day),
        f"{day.day}/{day.month}-{day.year}",
        f"{day:%d%m%Y}",
        f"{day:%d%m%y}",
        day.isoformat(),
    ):
        assert typed_day(typed, shown, part) == (day, day.day)


@pytest.mark.parametrize(
    ("typed", "part", "meant"),
    [
        ("7", 0, dt.date(2026, 11, 7)),
        ("7", 1, dt.date(2026, 7, 23)),
        ("2027", 2, dt.date(2027, 11, 23)),
        ("7.12", 1, dt.date(2026, 12, 7)),
        ("12.2027", 1, dt.date(2027, 12, 23)),
        (".12", 0, dt.date(2026, 12, 23)),
        ("7.12.", 0, dt.date(2026, 12, 7)),
    ],
)
def test_that_what_is_left_out_stays_as_shown(typed: str, part: int, meant: dt.date) -> None:
    found = typed_day(typed, (23, 11, 2026), part)
    assert found is not None
    assert found[0] == meant


@pytest.mark.parametrize("typed", ["", ".", "32", "31.11.2026", "7.13.2026", "071", "7.12.26.1", "i dag", "7.12.202"])
def test_that_no_day_is_made_of_what_is_none(typed: str) -> None:
    assert typed_day(typed, (23, 11, 2026)) is None


def test_that_a_day_waits_for_its_month() -> None:
    assert typed_day("31", (15, 2, 2026), 0) == (dt.date(2026, 2, 28), 31)
    assert typed_day("12", (31, 2, 2026), 1) == (dt.date(2026, 12, 31), 31)
