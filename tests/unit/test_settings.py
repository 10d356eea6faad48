from __future__ import annotations

import datetime as dt

import pytest

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.settings import SETTINGS, ClosedDays, GroupDay, Package, Settings, Value, check_value


@pytest.mark.parametrize("key", SETTINGS)
def test_that_every_default_is_a_valid_value(key: str) -> None:
    assert check_value(key, SETTINGS[key].default) == SETTINGS[key].default


def test_that_a_value_speaks_from_its_date_on() -> None:
    settings = Settings([Value("frist.dage", "14", dt.date(2027, 1, 1)), Value("frist.dage", "7")])
    assert settings.get("frist.dage", dt.date(2026, 12, 31)) == 7
    assert settings.get("frist.dage", dt.date(2027, 1, 1)) == 14
    assert settings.get("frist.dage") == 14


def test_that_a_broken_stored_value_falls_back_to_the_default() -> None:
    assert Settings([Value("risiko.maal", "mange")]).get("risiko.maal") == 0.05


@pytest.mark.parametrize(("text", "value"), [("5 %", 0.05), ("0,05", 0.05), ("0.05", 0.05), ("100%", 1.0)])
def test_that_a_share_is_read_as_people_write_it(text: str, value: float) -> None:
    assert Settings([Value("risiko.maal", text)]).get("risiko.maal") == pytest.approx(value)


def test_that_closed_days_are_days_or_spans_with_or_without_a_municipality() -> None:
    value = Settings([Value("frist.lukkedage", "2026-12-23; 219: 2026-12-28..2026-12-30")]).get("frist.lukkedage")
    day = dt.date(2026, 12, 23)
    assert value == (ClosedDays(None, day, day), ClosedDays(219, dt.date(2026, 12, 28), dt.date(2026, 12, 30)))
    assert len(value[1].days()) == 3


@pytest.mark.parametrize("day", ["23.12.2026", "23-12-2026", "2026-12-23"])
def test_that_dates_are_read_as_danes_and_programs_write_them_and_shown_as_danes_do(day: str) -> None:
    settings = Settings(
        [
            Value("frist.lukkedage", f"219: {day}..{day}"),
            Value("frist.hold", f"219: {day} 8"),
            Value("behandling72.start", f"Region Hovedstaden: {day}"),
            Value("indbakke.mappe", "/planer/2026-12-23"),
        ]
    )
    christmas = dt.date(2026, 12, 23)
    assert settings.get("frist.lukkedage") == (ClosedDays(219, christmas, christmas),)
    assert settings.get("frist.hold") == (GroupDay(219, christmas, 8),)
    assert [start.day for start in settings.get("behandling72.start")] == [christmas]
    assert "2026-12" not in "".join(settings.text(key) for key in ("frist.lukkedage", "frist.hold"))
    assert settings.text("indbakke.mappe") == "/planer/2026-12-23"


@pytest.mark.parametrize("text", ["31.11.2026", "23.12.26", "2026.12.23"])
def test_that_a_date_that_is_none_is_refused_with_the_form(text: str) -> None:
    with pytest.raises(UserError) as told:
        check_value("frist.lukkedage", text)
    assert "23.12.2026" in told.value.remedy


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("frist.dage", "0"),
        ("frist.dage", "syv"),
        ("risiko.maal", "120 %"),
        ("risiko.graenser", "20 %; 5 %; 50 %"),
        ("frist.lukkedage", "2026-12-30..2026-12-28"),
        ("frist.typer", "noget andet"),
        ("frist.samme_dag", "måske"),
        ("privat.pris", "-3"),
        ("privat.priser", "01 Underekstremitet: 9500"),
        ("privat.priser", "A (knæ): 9500; B (knæ, hofte): 8000"),
        ("privat.priser", "A (albue): 9500"),
        ("frist.hold", "219: 2026-12-01"),
        ("frist.hold", "219: 2026-12-01 0"),
    ],
)
def test_that_a_value_that_makes_no_sense_is_refused_with_what_is_accepted(key: str, text: str) -> None:
    with pytest.raises(UserError, match="Skriv"):
        check_value(key, text)


def test_that_packages_name_the_procedures_they_are_for_and_their_price() -> None:
    text = "01 Underekstremitet kirurgisk (knæ, hofte): 9.500; 02 Overekstremitet kirurgisk (skulder): 8.200,50 kr."
    assert Settings([Value("privat.priser", text)]).get("privat.priser") == (
        Package("01 Underekstremitet kirurgisk", ("knæ", "hofte"), 9500),
        Package("02 Overekstremitet kirurgisk", ("skulder",), 8200.5),
    )


def test_that_groups_have_a_municipality_a_day_and_a_size() -> None:
    value = Settings([Value("frist.hold", "219: 2026-12-01 8; 217: 2026-12-08 6")]).get("frist.hold")
    assert value == (GroupDay(219, dt.date(2026, 12, 1), 8), GroupDay(217, dt.date(2026, 12, 8), 6))


def test_that_an_unknown_key_names_those_there_are() -> None:
    with pytest.raises(UserError, match=r"frist\.dage"):
        Settings().get("findes.ikke")
