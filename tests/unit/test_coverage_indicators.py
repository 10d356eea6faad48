"""Quarterly indicators: what counts in numerator and denominator, sums over areas, targets, status, intervals."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.coverage import indicators as ind
from sundhedsklynge.coverage.indicators import INDICATORS, Place, Status, Target, interval, status, target_of
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.domain.areas import CLUSTER, COUNCIL, REGION, Area, Membership, Municipality, organisation
from sundhedsklynge.domain.kinds import NURSING_HOME, TREATMENT72
from tests.rows import frame

BYEN, SYD = Area(CLUSTER, "H-BYEN", "Byen"), Area(CLUSTER, "H-SYD", "Syd")
COUNCIL_A = Area(COUNCIL, "Amager", "Amager")
OLD, NEW = (
    Area(REGION, "Region Hovedstaden", "Region Hovedstaden"),
    Area(REGION, "Region Østdanmark", "Region Østdanmark"),
)
BEGIN, END, REFORM = dt.date(2022, 7, 1), dt.date(2026, 12, 31), dt.date(2027, 1, 1)
PLACES = organisation(
    [Municipality(101, "København"), Municipality(147, "Frederiksberg"), Municipality(167, "Hvidovre")],
    [
        *(Membership(code, area, BEGIN, END) for code, area in ((101, BYEN), (101, SYD), (147, BYEN), (167, SYD))),
        *(Membership(code, OLD, BEGIN, END) for code in (101, 147, 167)),
        *(Membership(code, NEW, REFORM) for code in (101, 147, 167)),
        Membership(167, COUNCIL_A, REFORM),
    ],
)
ALL = Place("i_alt", "i_alt", "I alt", (101, 147, 167))
TREATMENT = frame(
    TREATMENT72,
    {"quarter": "2026K3", "municipality": 101, "hospital": "A", "discharges": 100, "covered": 60, "contacts": 9},
    {"quarter": "2026K3", "municipality": 101, "hospital": "B", "discharges": 40, "covered": 30, "contacts": 5},
    {"quarter": "2026K3", "municipality": 147, "hospital": "A", "discharges": 20, "covered": 20},
    {"quarter": "2026K3", "municipality": 167, "hospital": "B", "discharges": 10, "covered": 1, "contacts": 0},
)


def cells(
    counts: pd.DataFrame, day: dt.date = dt.date(2026, 11, 23), targets: tuple[Target, ...] = ()
) -> dict[tuple[str, str, str], ind.Cell]:
    found = ind.cells(counts, ind.places(PLACES, counts, day), targets)
    return {(c.place.level, c.place.code, c.indicator): c for c in found}


def homes(**values: Any) -> pd.DataFrame:
    return ind.home_counts(frame(NURSING_HOME, {"quarter": "2026K3", "homes": 8, "homes_with_doctor": 6, **values}))


def test_that_koebenhavn_counts_in_both_clusters_and_once_in_all() -> None:
    found = cells(ind.treatment_counts(TREATMENT))
    cover = {key[1]: (c.numerator, c.denominator) for key, c in found.items() if key[2] == "behandling72_daekning"}
    assert cover["H-BYEN"] == (110, 160)
    assert cover["H-SYD"] == (91, 150)
    assert cover["i_alt"] == cover["Region Hovedstaden"] == (111, 170)
    assert (cover["A"], cover["B"]) == ((80, 120), (31, 50))


def test_that_contacts_count_against_the_discharges_that_tell_of_them() -> None:
    found = cells(ind.treatment_counts(TREATMENT))
    contacts = found["klynge", "H-BYEN", "behandling72_kontakter"]
    assert (contacts.numerator, contacts.denominator, contacts.unknown) == (14, 140, 20)
    assert ("kommune", "147", "behandling72_kontakter") not in found  # told nothing: missing, never zero
    assert ("i_alt", "i_alt", "behandling72_genindlaeggelser") not in found


def test_that_reported_says_how_many_of_the_areas_municipalities_have_told() -> None:
    found = cells(ind.treatment_counts(TREATMENT[TREATMENT["municipality"] == 101]))
    cell = found["klynge", "H-SYD", "behandling72_daekning"]
    assert (cell.reported, cell.members) == (1, 2)


def test_that_unknown_homes_stay_in_the_denominator() -> None:
    found = cells(homes(homes_unknown=2, places=300, places_with_doctor=240))
    cell = found["kommune", "101", "plejehjem_laege"]
    assert (cell.numerator, cell.denominator, cell.unknown, cell.share) == (6, 8, 2, 0.75)
    places = found["kommune", "101", "plejehjem_pladser_laege"]
    assert (places.numerator, places.denominator, places.unknown) == (240, 300, None)


def test_that_unknown_is_blank_where_it_is_not_said_and_the_sum_of_what_is() -> None:
    assert cells(homes())["kommune", "101", "plejehjem_laege"].unknown is None
    both = ind.all_counts(homes(), homes(municipality=147, homes_unknown=1))
    assert cells(both)["klynge", "H-BYEN", "plejehjem_laege"].unknown == 1


def test_that_places_are_left_out_where_only_one_of_the_two_numbers_is_told() -> None:
    assert ("kommune", "101", "plejehjem_pladser_laege") not in cells(homes(places=300))


def test_that_a_place_without_a_denominator_has_no_row() -> None:
    assert cells(homes(homes=0, homes_with_doctor=0)) == {}


def test_that_areas_follow_the_date() -> None:
    counts = ind.treatment_counts(TREATMENT)
    before = {(p.level, p.code) for p in ind.places(PLACES, counts, END)}
    after = {(p.level, p.code) for p in ind.places(PLACES, counts, REFORM)}
    assert before - after == {("klynge", "H-BYEN"), ("klynge", "H-SYD"), ("region", "Region Hovedstaden")}
    assert after - before == {("sundhedsraad", "Amager"), ("region", "Region Østdanmark")}


@pytest.mark.parametrize(
    ("share", "target", "higher", "expected"),
    [
        (0.80, 0.80, True, Status.GREEN),
        (0.72, 0.80, True, Status.YELLOW),  # exactly 10 % of the target short
        (0.7199, 0.80, True, Status.RED),
        (0.10, 0.10, False, Status.GREEN),
        (0.11, 0.10, False, Status.YELLOW),
        (0.1101, 0.10, False, Status.RED),
        (0.05, 0.10, False, Status.GREEN),
        (0.5, None, True, Status.NO_TARGET),
        (None, 0.8, True, Status.NO_TARGET),
    ],
)
def test_that_status_follows_the_kkr_convention(
    share: float | None, target: float | None, higher: bool, expected: Status
) -> None:
    assert status(share, target, higher_is_better=higher) == expected


def test_that_the_nearest_target_in_force_on_the_quarters_last_day_speaks() -> None:
    place = Place("kommune", "219", "Hillerød", (219,))
    key = "gop_komplet"
    targets = [
        Target(key, 0.5, dt.date(2024, 1, 1)),
        Target(key, 0.6, dt.date(2026, 9, 30)),
        Target(key, 0.7, dt.date(2025, 1, 1), "kommune"),
        Target(key, 0.8, dt.date(2025, 1, 1), "kommune", "219", dt.date(2026, 3, 31)),
        Target(key, 0.9, dt.date(2025, 1, 1), "kommune", "101"),
        Target("gop_sendt_sent", 0.1, dt.date(2020, 1, 1)),
    ]
    assert target_of(targets, key, place, "2023K4") is None
    assert target_of(targets, key, place, "2024K4") == 0.5
    assert target_of(targets, key, place, "2026K1") == 0.8
    assert target_of(targets, key, place, "2026K2") == 0.7  # its own ended
    assert target_of(targets, key, Place("i_alt", "i_alt", "I alt", ()), "2026K2") == 0.5
    assert target_of(targets, key, Place("i_alt", "i_alt", "I alt", ()), "2026K3") == 0.6


def test_that_only_the_aim_of_all_homes_is_shipped() -> None:
    assert {key: entry.aim for key, entry in INDICATORS.items() if entry.aim is not None} == {"plejehjem_laege": 1.0}


@pytest.mark.parametrize(
    ("n", "size", "low", "high"),
    [
        (8, 10, 0.4902, 0.9433),
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (1, 1, 0.2065, 1.0),
        (81, 263, 0.2553, 0.3662),
    ],
)
def test_that_wilsons_interval_has_the_known_answers(n: int, size: int, low: float, high: float) -> None:
    assert interval(Measure.PROPORTION, n, size) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_that_a_rate_may_pass_one_and_has_a_poisson_interval() -> None:
    low, high = interval(Measure.RATE, 10, 5)
    assert (low, high) == (
        pytest.approx(4.795 / 5, rel=0.005),
        pytest.approx(18.39 / 5, rel=0.005),
    )  # exact: 4.795 to 18.390
    assert interval(Measure.RATE, 0, 5)[0] == 0
    assert interval(Measure.PROPORTION, 6, 5) == (None, None)


@given(st.integers(0, 500), st.integers(1, 500))
def test_that_the_interval_holds_the_share(n: int, more: int) -> None:
    size = n + more - 1 or 1
    low, high = interval(Measure.PROPORTION, n, size)
    assert low is not None
    assert high is not None
    assert 0 <= low <= n / size + 1e-12
    assert n / size - 1e-12 <= high <= 1


def test_that_quarters_step_over_the_year() -> None:
    assert ind.next_quarter("2026K4") == "2027K1"
    assert ind.next_quarter("2026K1", -5) == "2024K4"
    assert ind.quarters_between("2025K4", "2026K2") == ["2025K4", "2026K1", "2026K2"]
    assert ind.last_day("2024K1") == dt.date(2024, 3, 31)
    assert ind.is_over("2026K3", dt.date(2026, 10, 1))
    assert not ind.is_over("2026K3", dt.date(2026, 9, 30))


def test_that_the_table_has_the_contracts_columns_and_shares_from_sums() -> None:
    counts = ind.treatment_counts(TREATMENT)
    table = ind.coverage_table(ind.cells(counts, [ALL], [Target("behandling72_daekning", 0.7, dt.date(2026, 1, 1))]))
    assert ";".join(table.columns) == "kvartal;niveau;kode;navn;indikator;taeller;naevner;andel;ukendt;maal;status"
    row = table.iloc[0]
    assert (row["andel"], row["maal"], row["status"]) == (pytest.approx(111 / 170), 0.7, "gul")
    assert math.isnan(table.iloc[1]["maal"])
