"""Every spelling of dates, weeks, quarters, months and counts reads as what it says, and nothing is guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.domain.calendar import monday
from sundhedsklynge.ingest.danish import (
    EXCEL_EPOCH,
    MONTH_STEMS,
    CountStyle,
    DateStyle,
    Flaw,
    count_style,
    date_style,
    parse_count,
    parse_date,
    parse_month,
    parse_quarter,
    parse_week,
    parse_yes_no,
    week_number,
)
from sundhedsklynge.ingest.problems import CODES

FULL_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober",
               "november", "december")  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31))
WEEKS = st.dates(dt.date(2001, 1, 1), dt.date(2098, 12, 31)).map(monday)

DATE_SPELLINGS: dict[str, Callable[[dt.date], str]] = {
    "iso": lambda d: d.isoformat(),
    "iso with slashes": lambda d: f"{d:%Y/%m/%d}",
    "iso with time": lambda d: f"{d.isoformat()}T06:15:30",
    "iso with blank and time": lambda d: f"{d.isoformat()} 06:15:30.000",
    "compact": lambda d: f"{d:%Y%m%d}",
    "hyphens": lambda d: f"{d:%d-%m-%Y}",
    "points": lambda d: f"{d:%d.%m.%Y}",
    "slashes": lambda d: f"{d:%d/%m/%Y}",
    "short numbers": lambda d: f"{d.day}-{d.month}-{d.year}",
    "short numbers, points": lambda d: f"{d.day}. {d.month}. {d.year}",
    "with a clock": lambda d: f"{d:%d-%m-%Y} kl. 06:15",
    "with a Danish clock": lambda d: f"{d:%d.%m.%Y} 06.15",
    "two-digit year with points": lambda d: f"{d:%d.%m.%y}",
    "month name": lambda d: f"{d.day}. {FULL_MONTHS[d.month - 1]} {d.year}",
    "capital month name": lambda d: f"{d.day}. {FULL_MONTHS[d.month - 1].upper()} {d.year}",
    "short month name": lambda d: f"{d.day}-{MONTH_STEMS[d.month - 1]}-{d.year}",
    "weekday": lambda d: f"{WEEKDAYS[d.weekday()]} den {d.day}. {FULL_MONTHS[d.month - 1]} {d.year}",
    "short weekday": lambda d: f"{WEEKDAYS[d.weekday()][:3]} {d:%d-%m-%Y}",
    "with d.": lambda d: f"d. {d:%d.%m.%Y}",
    "no-break blanks": lambda d: f"\u00a0{d:%d-%m-%Y}\u00a0",
    "Excel serial": lambda d: str((d - EXCEL_EPOCH).days),
    "Excel serial with time": lambda d: f"{(d - EXCEL_EPOCH).days}.260416667",
}
WEEK_SPELLINGS: dict[str, Callable[[int, int], str]] = {
    "uge 48 2026": lambda y, w: f"uge {w} {y}",
    "Uge 48, 2026": lambda y, w: f"Uge {w}, {y}",
    "UGE 48-2026": lambda y, w: f"UGE {w}-{y}",
    "uge 48/2026": lambda y, w: f"uge {w}/{y}",
    "uge 48 (2026)": lambda y, w: f"uge {w} ({y})",
    "48/2026": lambda y, w: f"{w}/{y}",
    "48-2026": lambda y, w: f"{w}-{y}",
    "08-2026": lambda y, w: f"{w:02d}-{y}",
    "2026-48": lambda y, w: f"{y}-{w:02d}",
    "2026/48": lambda y, w: f"{y}/{w}",
    "202648": lambda y, w: f"{y}{w:02d}",
    "2026-W48": lambda y, w: f"{y}-W{w:02d}",
    "2026W48": lambda y, w: f"{y}W{w:02d}",
    "2026 uge 48": lambda y, w: f"{y} uge {w}",
    "U48-2026": lambda y, w: f"U{w}-{y}",
    "u48 2026": lambda y, w: f"u{w} {y}",
    "W48 2026": lambda y, w: f"W{w} {y}",
    "Week 48, 2026": lambda y, w: f"Week {w}, {y}",
    "48. uge 2026": lambda y, w: f"{w}. uge {y}",
    "uge nr. 48 2026": lambda y, w: f"uge nr. {w} {y}",
}


@pytest.mark.parametrize("spelling", DATE_SPELLINGS)
@given(day=DAYS)
def test_that_every_date_spelling_reads_back(spelling: str, day: dt.date) -> None:
    assert parse_date(DATE_SPELLINGS[spelling](day)) == day


@pytest.mark.parametrize("spelling", WEEK_SPELLINGS)
@given(week=WEEKS)
def test_that_every_week_spelling_reads_back(spelling: str, week: dt.date) -> None:
    year, number, _ = week.isocalendar()
    assert parse_week(WEEK_SPELLINGS[spelling](year, number)) == week


@given(day=DAYS)
def test_that_a_date_in_a_week_column_is_the_week_it_lies_in(day: dt.date) -> None:
    assert parse_week(f"{day:%d-%m-%Y}") == monday(day)


@given(text=st.text("0123456789-./ ", max_size=12))
def test_that_a_date_is_never_made_of_other_numbers_than_those_written(text: str) -> None:
    day = parse_date(text)
    if isinstance(day, Flaw) or re.fullmatch(r"\s*\d{5}([.]\d+)?\s*", text):
        return
    digits = re.sub(r"\D", "", text)
    numbers = {int(n) for n in re.findall(r"\d+", text)}
    if len(digits) == 8 and text.strip() == digits:
        assert digits == f"{day:%Y%m%d}"
    else:
        assert {day.day, day.month} <= numbers
        assert day.year in numbers or day.year - 2000 in numbers


@given(text=st.text("0123456789-./ uwUge", max_size=12))
def test_that_a_week_is_never_made_of_other_numbers_than_those_written(text: str) -> None:
    week = parse_week(text)
    if isinstance(week, Flaw) or isinstance(parse_date(text), dt.date):
        return
    year, number, _ = week.isocalendar()
    digits = re.sub(r"\D", "", text)
    assert digits in {f"{y}{w}" for y in (year, year - 2000) for w in (number, f"{number:02d}")} | {
        f"{w}{y}" for y in (year, year - 2000) for w in (number, f"{number:02d}")
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31-02-2026", "impossible_date"),
        ("2026-02-30", "impossible_date"),
        ("29.02.2027", "impossible_date"),
        ("00-01-2026", "impossible_date"),
        ("2026-13-01", "impossible_date"),
        ("30. februar 2026", "impossible_date"),
        ("1899-12-30", "impossible_date"),
        ("16-11-2126", "impossible_date"),
        ("25-11-26", "short_year"),
        ("i morgen", "bad_date"),
        ("12345678", "bad_date"),
        ("16-11", "bad_date"),
        ("16-11-202", "bad_date"),
        ("10001", "bad_date"),
    ],
)
def test_that_what_is_no_certain_date_is_a_flaw(text: str, code: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Flaw)
    assert found.code == code
    assert text in found.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("uge 53 2027", "no_such_week"),
        ("2027-W53", "no_such_week"),
        ("uge 0 2026", "no_such_week"),
        ("uge 54 2026", "no_such_week"),
        ("uge 48", "week_year"),
        ("48", "week_year"),
        ("uge 24-26", "week_year"),
        ("uge 3/27", "week_year"),
        ("uge 48-49 2026", "bad_week"),
        ("snart", "bad_week"),
        ("2026.5", "bad_week"),
        ("31-02-2026", "impossible_date"),
    ],
)
def test_that_what_is_no_certain_week_is_a_flaw(text: str, code: str) -> None:
    found = parse_week(text)
    assert isinstance(found, Flaw)
    assert found.code == code


def test_that_week_53_exists_only_in_long_years() -> None:
    assert parse_week("uge 53 2026") == dt.date(2026, 12, 28)
    assert isinstance(parse_week("uge 53 2025"), Flaw)
    assert parse_week("uge 1 2027") == dt.date(2027, 1, 4)
    assert parse_week("uge 48-26") == dt.date(2026, 11, 23)


def test_that_a_week_without_year_is_told_apart() -> None:
    assert [week_number(t) for t in ("uge 48", "U48", "48", "Week 9", "uge 54", "2026-W48", "x")] == [
        48,
        48,
        48,
        9,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-15T23:30:00Z", dt.date(2026, 11, 16)),
        ("2026-07-15T22:30:00Z", dt.date(2026, 7, 16)),
        ("2026-07-15T21:30:00Z", dt.date(2026, 7, 15)),
        ("2026-11-16T00:30:00+01:00", dt.date(2026, 11, 16)),
        ("2026-03-29T00:59:00Z", dt.date(2026, 3, 29)),
        ("2026-10-25T23:15:00Z", dt.date(2026, 10, 26)),
    ],
)
def test_that_a_moment_with_a_zone_is_the_day_on_a_danish_clock(text: str, day: dt.date) -> None:
    assert parse_date(text) == day


def test_that_months_first_are_asked_about_and_not_guessed() -> None:
    assert "måneden først" in date_style(["11/23/2026", "12/04/2026"]).doubt
    assert date_style(["23/11/2026", "04/12/2026", "11/23/2026"]).doubt == ""
    assert date_style(["23-13-2026"]).doubt == ""
    assert parse_date("11/23/2026", DateStyle(month_first=True)) == dt.date(2026, 11, 23)
    assert isinstance(parse_date("11/23/2026"), Flaw)


def test_that_two_digit_years_are_read_where_the_column_settles_them() -> None:
    assert not date_style(["25-11-26", "26-11-26"]).short_years
    style = date_style(["25-11-26", "03-11-26"])
    assert style.short_years
    assert parse_date("25-11-26", style) == dt.date(2026, 11, 25)


@given(year=st.integers(2000, 2099), quarter=st.integers(1, 4))
def test_that_every_quarter_spelling_reads_back(year: int, quarter: int) -> None:
    for text in (f"{year}K{quarter}", f"{year}-Q{quarter}", f"{year}Q{quarter}", f"{quarter}. kvartal {year}", f"K{quarter} {year}",
                 f"Q{quarter}-{year}", f"{quarter}. kv. {year}", f"{year} K{quarter}", f"{year}, {quarter}. kvartal"):  # fmt: skip
        assert parse_quarter(text) == f"{year}K{quarter}", text


@pytest.mark.parametrize("text", ["2026K5", "2026", "K3", "2026-3", "3. kvartal", "september 2026"])
def test_that_what_is_no_quarter_is_a_flaw(text: str) -> None:
    assert isinstance(parse_quarter(text), Flaw)


@given(day=DAYS.map(lambda d: d.replace(day=1)))
def test_that_every_month_spelling_reads_back(day: dt.date) -> None:
    name = FULL_MONTHS[day.month - 1]
    for text in (f"{day:%Y-%m}", f"{day:%m-%Y}", f"{name} {day.year}", f"{name[:3]} {day.year}", f"{name[:3]}-{day:%y}", f"{day:%Y%m}",
                 f"{day.year}M{day:%m}", day.isoformat(), f"{day.year} {name}", f"{name.capitalize()} {day.year}"):  # fmt: skip
        assert parse_month(text) == day, text


def test_that_what_is_no_month_is_a_flaw() -> None:
    assert all(isinstance(parse_month(text), Flaw) for text in ("2026-13", "2026", "november", "00-2026"))


@given(number=st.integers(0, 999))
def test_that_a_plain_count_reads_in_every_form(number: int) -> None:
    for text in (
        str(number),
        f"{number},0",
        f"{number}.0",
        f" {number} ",
        f"{number},00",
        f"\u00a0{number}\u00a0",
        f"+{number}",
    ):
        assert parse_count(text) == (number, number)


@given(number=st.integers(1000, 999_999))
def test_that_thousands_read_once_the_column_shows_the_mark(number: int) -> None:
    text = f"{number:,}".replace(",", ".")
    found = parse_count(text)
    assert isinstance(found, Flaw)
    assert found.code == "ambiguous_count"
    assert parse_count(text, CountStyle(".")) == (number, number)
    assert parse_count(f"{text},0") == (number, number)
    assert parse_count(text.replace(".", " ")) == (number, number)
    assert count_style([text, "3,0"]).thousands == "."
    assert count_style([text, "1.234.567"]).thousands == "."
    assert count_style([text]).doubt
    assert count_style([text, "3.0"]).thousands == ""


def test_that_fewer_than_five_is_between_one_and_four() -> None:
    for text in ("<5", "< 5", "&lt;5", "1-4", "≤4", "under 5", "færre end 5", "Mindre end 5"):
        assert parse_count(text) == (1, 4)
    assert parse_count("<3") == (1, 2)
    assert isinstance(parse_count("<500"), Flaw)


@pytest.mark.parametrize("sign", ["-", "–", "—", "−", " - "])
def test_that_a_dash_is_none(sign: str) -> None:
    assert parse_count(sign) == (0, 0)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-3", "negative_count"),
        ("−3", "negative_count"),
        ("- 3,0", "negative_count"),
        ("3,5", "not_whole"),
        ("3.25", "not_whole"),
        ("1.234,5", "not_whole"),
        ("", "missing_count"),
        ("tre", "bad_count"),
        ("3 stk", "bad_count"),
        ("1e3", "bad_count"),
        ("*", "bad_count"),
        ("(3)", "bad_count"),
        ("12.34.56", "bad_count"),
        ("99999999", "bad_count"),
        ("1.234", "ambiguous_count"),
        ("3,000", "ambiguous_count"),
    ],
)
def test_that_what_is_no_count_is_a_flaw(text: str, code: str) -> None:
    found = parse_count(text)
    assert isinstance(found, Flaw)
    assert found.code == code


@given(text=st.text(max_size=20))
def test_that_any_text_ends_in_a_value_or_a_known_reason(text: str) -> None:
    for parse in (parse_date, parse_week, parse_quarter, parse_month, parse_count, parse_yes_no):
        found = parse(text)
        if isinstance(found, Flaw):
            assert found.code in CODES
            assert found.message.endswith(".")


def test_that_yes_and_no_read_in_danish_and_english() -> None:
    assert [parse_yes_no(t) for t in ("Ja", "J", "1", "TRUE", "x", "Nej", "0", "False", "", "ukendt")] == [1] * 5 + [
        0
    ] * 3 + [-1] * 2
    assert isinstance(parse_yes_no("måske"), Flaw)
