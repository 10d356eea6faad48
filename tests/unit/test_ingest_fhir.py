"""KL Gateway FHIR bundles: plans are counted, persons never reach a cell. The personal number is MedCom's test person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest import worker
from sundhedsklynge.ingest.cpr import find_cpr
from sundhedsklynge.ingest.read import read_file
from sundhedsklynge.ingest.table import RawFile

CPR = "1502779995"
ALMEN, BASAL, AVANCERET = (
    "ffd81f78-352e-4589-a195-5350dd1df2a4",
    "8b962281-2ab6-4b10-9c91-4bac592d6d49",
    "b679c454-2da2-46dd-9425-0e52d4aa2bf3",
)
SPECIALISERET, REHABILITERING = "0c8e2bfc-1350-45d1-90da-c07e2645d073", "83c89857-8fb8-4163-97b1-eb1a56345c29"
REASONS = {
    "anden kommune": "f64b8f5e-8ced-4a8b-ab73-8994fb524915",
    "udskudt": "a8632e22-bf0c-4f5a-92a7-70977ba104d5",
    "frit valg": "3796fa11-305f-47d6-b164-45b05489afb2",
    "fejlsendt": "8ac7be88-5d16-4dbd-a61a-ab02673f4b34",
    "frit valg afslået": "46a6bc1f-bfe8-4390-a71f-44ad4a384b9d",
}


@pytest.fixture(scope="module", autouse=True)
def no_child_left() -> Iterator[None]:
    yield
    worker.shared.stop()


def entry(resource: dict[str, Any]) -> dict[str, Any]:
    return {"fullUrl": f"https://x.dk/{resource['resourceType']}/{resource['id']}", "resource": resource}


def plan(key: str, *levels: str, reason: str = "", **changes: Any) -> dict[str, Any]:
    extensions: list[dict[str, Any]] = [
        {"url": "http://fhir.kl.dk/rehab/StructureDefinition/PreconditionDate", "valueDate": "2026-11-10"}
    ]
    if reason:
        extensions.append(
            {
                "url": "http://hl7.org/fhir/StructureDefinition/request-statusReason",
                "valueCodeableConcept": {"coding": [{"code": REASONS[reason]}]},
            }
        )
    return {
        "resourceType": "ServiceRequest",
        "id": key,
        "meta": {"profile": ["http://fhir.kl.dk/rehab/StructureDefinition/klgateway-140-servicerequest"]},
        "text": {"div": f"<div>{CPR}</div>"},
        "extension": extensions,
        "status": "active",
        "intent": "plan",
        "category": [{"coding": [{"code": level}]} for level in levels or (ALMEN, BASAL)],
        "subject": {"reference": "Patient/p", "identifier": {"value": CPR}, "display": "Ruddi Test Berggren"},
        "authoredOn": "2026-11-11",
        "occurrencePeriod": {"start": "2026-11-16"},
        "requester": {"reference": "Organization/h"},
        "reasonReference": [{"reference": "Condition/c"}],
    } | changes


def bundle(*plans: dict[str, Any], **changes: Any) -> dict[str, Any]:
    others = (
        {
            "resourceType": "Patient",
            "id": "p",
            "identifier": [{"system": "urn:oid:1.2.208.176.1.2", "value": CPR}],
            "name": [{"text": "Ruddi Test Berggren"}],
            "managingOrganization": {"identifier": {"system": "urn:oid:1.2.208.176.1.1", "value": "451000016003"}},
        },
        {
            "resourceType": "Organization",
            "id": "h",
            "name": "Holbæk Sygehus",
            "identifier": [{"value": "227871000016001"}],
        },
        {
            "resourceType": "Condition",
            "id": "c",
            "code": {"coding": [{"code": "DS721+TUL1", "display": "Femurfraktur"}]},
        },
    )
    return {
        "resourceType": "Bundle",
        "type": "collection",
        "timestamp": "2026-11-23T05:00:00Z",
        "entry": [entry(resource) for resource in (*others, *plans)],
    } | changes


def read(folder: Path, content: Any) -> RawFile:
    path = folder / "rapport.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return read_file(path)


def rows(raw: RawFile) -> list[dict[str, str]]:
    header, *lines = raw.tables[0].cells.to_numpy().tolist()
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_that_a_plan_becomes_a_row_in_canonical_columns(tmp_path: Path) -> None:
    raw = read(tmp_path, bundle(plan("1")))
    assert raw.kind_hint == "json"
    assert rows(raw) == [
        {
            "kommunekode": "451000016003",
            "sygehus": "Holbæk Sygehus",
            "diagnosekode": "DS721",
            "gop_type": "almen basal",
            "udskrivningsdato": "2026-11-10",
            "modtaget_dato": "2026-11-11",
            "tilbudt_dato": "2026-11-16",
            "udtraeksdato": "2026-11-23",
        }
    ]


def test_that_no_person_reaches_a_cell(tmp_path: Path) -> None:
    raw = read(
        tmp_path, bundle(plan("1"), plan("2", requester={"reference": "Practitioner/x", "display": "Læge Hansen"}))
    )
    said = " ".join(raw.tables[0].cells.to_numpy().ravel())
    assert CPR not in said
    assert "Berggren" not in said
    assert "Hansen" not in said
    assert find_cpr(raw) == ()


def test_that_a_cpr_in_a_kept_field_is_found(tmp_path: Path) -> None:
    raw = read(tmp_path, bundle(plan("1", reasonReference=[], reasonCode=[{"text": f"knæ, {CPR}"}])))
    assert [(hit.row, hit.header) for hit in find_cpr(raw)] == [(2, "tekst")]


@pytest.mark.parametrize(
    ("levels", "gop_type"),
    [
        ((ALMEN, BASAL), "almen basal"),
        ((ALMEN, AVANCERET), "almen avanceret"),
        ((ALMEN,), "ukendt"),
        ((SPECIALISERET,), "specialiseret genoptræning"),
        ((REHABILITERING,), "rehabilitering på specialiseret niveau"),
    ],
)
def test_that_categories_become_plan_types(tmp_path: Path, levels: tuple[str, ...], gop_type: str) -> None:
    assert rows(read(tmp_path, bundle(plan("1", *levels))))[0]["gop_type"] == gop_type


@pytest.mark.parametrize("reason", REASONS)
def test_that_a_status_reason_becomes_the_status(tmp_path: Path, reason: str) -> None:
    assert rows(read(tmp_path, bundle(plan("1", reason=reason))))[0]["status"] == reason


@pytest.mark.parametrize(
    ("status", "told"), [("revoked", "erstattet"), ("entered-in-error", "fejlsendt"), ("completed", "")]
)
def test_that_the_fhir_status_counts_where_no_reason_is_given(tmp_path: Path, status: str, told: str) -> None:
    assert rows(read(tmp_path, bundle(plan("1", status=status))))[0].get("status", "") == told


def test_that_a_replaced_plan_leaves_the_count_and_the_new_one_stays(tmp_path: Path) -> None:
    raw = read(tmp_path, bundle(plan("1"), plan("2", replaces=[{"reference": "ServiceRequest/1"}])))
    assert [row["status"] for row in rows(raw)] == ["erstattet", ""]


def test_that_a_plan_told_again_counts_once_with_its_corrections(tmp_path: Path) -> None:
    later = bundle(plan("1", ALMEN, AVANCERET), timestamp="2026-11-24T05:00:00Z")
    raw = read(tmp_path, [bundle(plan("1"), plan("2")), later])
    assert sorted((row["gop_type"], row["udtraeksdato"]) for row in rows(raw)) == [
        ("almen avanceret", "2026-11-24"),
        ("almen basal", "2026-11-24"),
    ]


def test_that_moments_become_danish_dates(tmp_path: Path) -> None:
    raw = read(
        tmp_path,
        bundle(
            plan("1", authoredOn="2026-11-10T23:30:00Z"),
            plan("2", authoredOn="2026-07-10T21:30:00Z"),
            plan("3", authoredOn="2026-07-10T22:30:00+00:00"),
            plan("4", authoredOn="2026-11"),
        ),
    )
    assert [row["modtaget_dato"] for row in rows(raw)] == ["2026-11-11", "2026-07-10", "2026-07-11", "2026-11"]


def test_that_a_plan_without_a_cause_is_counted_and_told(tmp_path: Path) -> None:
    raw = read(tmp_path, bundle(plan("1", reasonReference=[])))
    assert rows(raw)[0]["procedure"] == "andre"
    assert "1 planer uden diagnose" in raw.tables[0].warnings[0]


def test_that_a_municipality_is_found_by_code_name_or_performer(tmp_path: Path) -> None:
    organisation = {
        "resourceType": "Organization",
        "id": "k",
        "name": "Greve Kommune",
        "identifier": [{"value": "253"}],
    }
    own = bundle(plan("1", performer=[{"reference": "Organization/k"}], subject={"reference": "Patient/ukendt"}))
    own["entry"].append(entry(organisation))
    assert rows(read(tmp_path, own))[0]["kommunekode"] == "253"
    del organisation["identifier"]
    assert rows(read(tmp_path, own))[0]["kommunekode"] == "Greve Kommune"


def test_that_health_promotion_is_left_out_and_told(tmp_path: Path) -> None:
    other = plan(
        "2", meta={"profile": ["http://fhir.kl.dk/rehab/StructureDefinition/klgateway-140-119-servicerequest"]}
    )
    raw = read(tmp_path, bundle(plan("1"), other))
    assert len(rows(raw)) == 1
    assert "§ 119" in raw.tables[0].warnings[0]


@pytest.mark.parametrize(
    "content",
    [
        '{"a": 1}',
        '[{"resourceType": "Patient"}]',
        '{"a":' * 100_000,
        '{"a": 1',
        '{"a": ' + "9" * 5_000 + "}",
        '{"a": NaN}',
    ],
)
def test_that_other_and_broken_json_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputRefusedError):
        read(tmp_path, content)


def test_that_fields_of_the_wrong_shape_do_not_stop_the_reading(tmp_path: Path) -> None:
    odd: dict[str, Any] = {name: 7 for name in plan("1") if name not in ("resourceType", "id")}
    assert len(rows(read(tmp_path, bundle(plan("1"), {"resourceType": "ServiceRequest", "id": "2"} | odd)))) == 2
