"""Places and what they belong to, from one date to another."""

from __future__ import annotations

import datetime as dt

import pytest

from sundhedsklynge.domain.areas import (
    CLUSTER,
    COUNCIL,
    REGION,
    Organisation,
    organisation,
    read_clusters,
    read_councils,
    read_municipalities,
)
from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.resources import resource

LAST_OF_CLUSTERS, REFORM = dt.date(2026, 12, 31), dt.date(2027, 1, 1)


@pytest.fixture(scope="module")
def places() -> Organisation:
    def text(name: str) -> str:
        return resource("reference", name).read_text(encoding="utf-8")

    municipalities, regions = read_municipalities(text("kommuner.csv"))
    return organisation(
        municipalities,
        [*regions, *read_clusters(text("sundhedsklynger.csv")), *read_councils(text("sundhedsraad.csv"))],
    )


def test_that_the_shipped_tables_hold_98_municipalities_in_22_clusters_and_5_regions(places: Organisation) -> None:
    assert len(places.municipalities) == 98
    assert len(places.areas(CLUSTER, LAST_OF_CLUSTERS)) == 22
    assert len(places.areas(REGION, LAST_OF_CLUSTERS)) == 5
    assert {
        code for area in places.areas(REGION, LAST_OF_CLUSTERS) for code in places.members(area, LAST_OF_CLUSTERS)
    } == set(places.municipalities)


def test_that_copenhagen_lies_in_two_clusters_and_borrows_from_the_first(places: Organisation) -> None:
    assert [a.code for a in places.areas_of(101, CLUSTER, LAST_OF_CLUSTERS)] == ["H-BYEN", "H-SYD"]
    kin = places.kin_of(101, LAST_OF_CLUSTERS)
    assert kin is not None
    assert kin.code == "H-BYEN"


def test_that_the_reform_ends_clusters_and_joins_two_regions(places: Organisation) -> None:
    assert places.areas(CLUSTER, REFORM) == ()
    assert [a.name for a in places.areas(REGION, REFORM)] == [
        "Region Midtjylland",
        "Region Nordjylland",
        "Region Syddanmark",
        "Region Østdanmark",
    ]
    (region,) = places.areas_of(259, REGION, REFORM)
    assert region.name == "Region Østdanmark"
    assert len(places.members(region, REFORM)) == 46
    assert [a.name for a in places.areas(COUNCIL, REFORM)] == ["Amager og Vestegnen"]


def test_that_a_municipality_borrows_from_its_council_and_else_its_region_after_the_reform(
    places: Organisation,
) -> None:
    council, region = places.kin_of(153, REFORM), places.kin_of(101, REFORM)
    assert council is not None
    assert region is not None
    assert (council.kind, region.kind) == (COUNCIL, REGION)


def test_that_an_unknown_municipality_is_called_by_its_code(places: Organisation) -> None:
    assert places.name(101) == "København"
    assert places.name(999) == "999"
    assert places.kin_of(999, REFORM) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("kode;navn\n101;København\n", "region"),
        ("kode;navn;region\n10A;København;R\n", "Linje 2"),
        ("kode;navn;region\n101;;R\n", "navn"),
        ("kode;navn;region;befolkning\n101;København;R;mange\n", "befolkning"),
    ],
)
def test_that_a_table_of_municipalities_that_cannot_be_used_is_refused_with_the_place_named(
    text: str, told: str
) -> None:
    with pytest.raises(InputRefusedError, match=told):
        read_municipalities(text)


def test_that_a_cluster_table_with_an_impossible_date_is_refused() -> None:
    with pytest.raises(InputRefusedError, match="Linje 2"):
        read_clusters("kommunekode;klynge;gyldig_fra\n101;H-BYEN;2026-02-30\n")


def test_that_a_loaded_table_may_have_a_byte_order_mark_and_empty_lines() -> None:
    rows = read_councils("\ufeffkommunekode;sundhedsraad;gyldig_fra\n\n153;Amager;2027-01-01\n;;\n")
    assert [(m.municipality, m.area.code, m.first, m.last) for m in rows] == [(153, "Amager", REFORM, None)]
