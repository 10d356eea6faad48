"""Figures typed in: what is refused, and what is asked about."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from sundhedsklynge.coverage.entry import Entry, HomeEntry, TreatmentEntry, check_entry

TODAY = dt.date(2026, 11, 23)
TREATMENT = TreatmentEntry("2026K3", 219, "Nordsjællands Hospital", 180, 120, 30, 12)
HOMES = HomeEntry("2026K3", 219, 8, 5, 1, 320, 210)


def fields(entry: Entry, before: Entry | None = None, *, wrong: bool) -> set[str]:
    return {doubt.field for doubt in check_entry(entry, before, TODAY) if doubt.wrong == wrong}


@pytest.mark.parametrize("entry", [TREATMENT, HOMES, replace(TREATMENT, contacts=None, readmissions=None)])
def test_that_sound_figures_are_neither_wrong_nor_asked_about(entry: Entry) -> None:
    assert check_entry(entry, None, TODAY) == []
    assert check_entry(entry, replace(entry, quarter="2026K2"), TODAY) == []


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (replace(TREATMENT, covered=181), "covered"),
        (replace(TREATMENT, readmissions=181), "readmissions"),
        (replace(TREATMENT, discharges=-1), "discharges"),
        (replace(TREATMENT, hospital=" "), "hospital"),
        (replace(TREATMENT, quarter="2026-3"), "quarter"),
        (replace(TREATMENT, quarter="2026K4"), "quarter"),
        (replace(HOMES, homes_with_doctor=9), "homes_with_doctor"),
        (replace(HOMES, homes_unknown=4), "homes_with_doctor"),
        (replace(HOMES, places_with_doctor=321), "places_with_doctor"),
        (replace(HOMES, places=None), "places"),
    ],
)
def test_that_what_cannot_be_right_is_wrong(entry: Entry, field: str) -> None:
    assert field in fields(entry, wrong=True)
    assert fields(entry, wrong=False) == set()


def test_that_a_quarter_is_complete_the_day_after_its_last() -> None:
    assert check_entry(replace(HOMES, quarter="2026K3"), None, dt.date(2026, 10, 1)) == []
    (doubt,) = check_entry(replace(HOMES, quarter="2026K3"), None, dt.date(2026, 9, 30))
    assert doubt.message == "Kvartalet er ikke slut. Vent med tallene, til 4. kvartal er begyndt."


def test_that_contacts_may_outnumber_the_citizens() -> None:
    assert check_entry(replace(TREATMENT, contacts=400), None, TODAY) == []


def test_that_big_jumps_are_asked_about() -> None:
    before = replace(TREATMENT, quarter="2026K2")
    assert fields(replace(TREATMENT, discharges=300, covered=200), before, wrong=False) == {"discharges"}
    assert fields(replace(TREATMENT, covered=60), before, wrong=False) == {"covered"}
    assert fields(replace(HOMES, homes_with_doctor=3), replace(HOMES, quarter="2026K2"), wrong=False) == {
        "homes_with_doctor"
    }


def test_that_chance_in_small_numbers_is_not_asked_about() -> None:
    before = replace(TREATMENT, quarter="2026K2", discharges=6, covered=3, contacts=None, readmissions=None)
    assert check_entry(replace(before, quarter="2026K3", covered=5), before, TODAY) == []
    assert check_entry(replace(before, quarter="2026K3", discharges=11, covered=6), before, TODAY) == []


def test_that_the_question_names_both_numbers() -> None:
    before = replace(TREATMENT, quarter="2026K2")
    (doubt,) = check_entry(replace(TREATMENT, covered=60), before, TODAY)
    assert doubt.message == "Andelen går fra 67 % til 33 % på et kvartal. Er det rigtigt?"
