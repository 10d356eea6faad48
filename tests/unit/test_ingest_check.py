"""From canonical files to typed rows: complete problems by row, left-out places, totals, and the report of the data contract."""

from __future__ import annotations

import datetime as dt
import hmac
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.kinds import COLUMNS
from sundhedsklynge.ingest.check import Checked, check
from sundhedsklynge.ingest.mapping import Known
from sundhedsklynge.ingest.problems import CODES
from sundhedsklynge.ingest.read import read_file
from sundhedsklynge.ingest.recognise import recognise
from sundhedsklynge.ingest.report import report_entry

ROOT = Path(__file__).parents[2]
KEY = b"a key of the tests"
NOH = "Nordsjællands Hospital"
PLAN_HEADER = "udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato;antal"
GOP_HEADER = (
    "kommunekode;procedure;sygehus;gop_type;udskrivningsdato;modtaget_dato;tidligst_start_dato;tilbudt_dato;mangelfuld"
)
Import = Callable[..., Checked]


@pytest.fixture
def checked(tmp_path: Path, known: Known) -> Import:
    """Write lines to a file, recognise and check it."""

    def run(
        *lines: str, name: str = "fil.csv", as_of: dt.date | None = None, hospital: str | None = None, **more: int
    ) -> Checked:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        raw = read_file(path)
        return check(raw, recognise(raw, known, as_of=as_of, hospital=hospital), known, KEY, **more)

    return run


def _codes(found: Checked) -> list[tuple[int | None, str, str]]:
    return [(p.row, p.column, p.code) for p in found.errors]


def test_that_a_canonical_plan_becomes_typed_rows(checked: Import) -> None:
    found = checked(
        "udtraeksdato;sygehus;afdeling;kommunekode;sks_kode;operationsdato;antal;status;bookingdato;sagsnoegle;privat",
        f"2026-11-23;{NOH};Ortopædkirurgi;219;KNGB40A;2026-12-01;2;planlagt;2026-10-01;A-17;nej",
        f"2026-11-23;{NOH};;201;KNFB20;2026-11-16;1;;;;ja",
        f"2026-11-23;{NOH};;201;KNBL39;2026-11-30;1;aflyst;;;",
    )
    assert found.problems == ()
    assert list(found.frame.columns) == list(COLUMNS["plan"])
    types = {"int": "int64", "str": "str", "date": "datetime64[s]", "bool": "bool", "maybe": "int8"}
    assert {n: str(t) for n, t in found.frame.dtypes.items()} == {n: types[s] for n, s in COLUMNS["plan"].items()}
    first, second, third = found.frame.to_dict("records")
    assert first == {
        "row": 2, "extracted": pd.Timestamp("2026-11-23"), "hospital": NOH, "department": "Ortopædkirurgi", "municipality": 219,
        "procedure": "knæ", "sks": "KNGB40A", "day": pd.Timestamp("2026-12-01"), "weekly": False, "count_min": 2, "count_max": 2,
        "status": "planlagt", "booked": pd.Timestamp("2026-10-01"),
        "case": hmac.new(KEY, b"A-17", "sha256").hexdigest()[:16], "private": False,
    }  # fmt: skip
    assert (second["status"], second["case"], second["private"]) == ("udført", "", True)
    assert third["status"] == "aflyst"
    assert found.as_of == dt.date(2026, 11, 23)
    assert (found.rows_read, found.rows_ok, found.hospitals, found.new_hospitals) == (3, 3, (NOH,), ())


def test_that_every_bad_row_is_told_with_its_row_column_and_reason(checked: Import) -> None:
    good = f"2026-11-23;{NOH};219;KNGB40;2026-12-01;1"
    found = checked(
        PLAN_HEADER,
        good,
        f"2026-11-23;{NOH};999;KNGB40;2026-12-01;1",
        f"2026-11-23;{NOH};219;KNGB4;2026-12-01;1",
        f"2026-11-23;{NOH};219;Tandlæge;2026-12-01;1",
        f"2026-11-23;{NOH};219;KNGB40;2026-02-30;1",
        f"2026-11-23;{NOH};219;KNGB40;2026-12-01;-2",
        f"2026-11-23;{NOH};219;KNGB40;2026-12-01;1,5",
        "2026-11-23;;219;KNGB40;2026-12-01;1",
        f"2026-11-23;{NOH};;;;",
        good,
    )
    assert _codes(found) == [
        (3, "kommunekode", "unknown_municipality"),
        (4, "sks_kode", "malformed_code"),
        (5, "sks_kode", "unknown_procedure"),
        (6, "operationsdato", "impossible_date"),
        (7, "antal", "negative_count"),
        (8, "antal", "not_whole"),
        (9, "sygehus", "missing_value"),
        (10, "kommunekode", "missing_value"),
        (10, "sks_kode", "missing_value"),
        (10, "operationsdato", "missing_value"),
        (10, "antal", "missing_count"),
    ]
    assert {p.code for p in found.problems} <= set(CODES)
    assert found.frame["row"].tolist() == [2, 11]
    assert (found.rows_read, found.rows_ok, found.error_rows, found.problem_count) == (10, 2, 8, 11)
    assert found.errors[0].value == "999"
    assert found.errors[0].message == "Kommunekoden 999 findes ikke. Ret koden i filen."


def test_that_the_list_of_problems_is_cut_but_counted(checked: Import) -> None:
    found = checked(PLAN_HEADER, *[f"2026-11-23;{NOH};999;KNGB40;2026-12-01;1"] * 50, limit=10)
    assert len(found.problems) == 10
    assert (found.problem_count, found.error_rows, found.rows_ok) == (50, 50, 0)
    assert [p.row for p in found.problems] == list(range(2, 12))


def test_that_places_outside_the_municipalities_are_left_out_and_told(checked: Import) -> None:
    rows = [
        f"2026-11-23;{NOH};{place};KNGB40;2026-12-01;1"
        for place in ("219", "Christiansø", "411", "udland", "Færøerne", "ukendt")
    ]
    found = checked(PLAN_HEADER, *rows)
    assert found.errors == ()
    assert found.frame["municipality"].tolist() == [219]
    assert found.left_out == 5
    told = [(p.value, p.row) for p in found.warnings if p.code == "left_out"]
    assert told == [("Christiansø", 3), ("udland", 5), ("Færøerne", 6), ("ukendt", 7)]
    assert "2 rækker" in next(p.message for p in found.warnings if p.value == "Christiansø")


def test_that_code_and_name_must_be_of_the_same_municipality(checked: Import) -> None:
    found = checked(
        "udtraeksdato;sygehus;kommunekode;kommune;sks_kode;operationsdato",
        f"2026-11-23;{NOH};219;Hillerød Kommune;KNGB40;2026-12-01",
        f"2026-11-23;{NOH};219;Allerød;KNGB40;2026-12-01",
        f"2026-11-23;{NOH};;Allerød;KNGB40;2026-12-01",
        f"2026-11-23;{NOH};217 Hillerød;;KNGB40;2026-12-01",
    )
    assert _codes(found) == [(3, "kommune", "municipality_conflict"), (5, "kommunekode", "municipality_conflict")]
    assert found.frame["municipality"].tolist() == [219, 201]


def test_that_fewer_than_five_stays_a_range_and_is_null_in_the_report(
    checked: Import, tmp_path: Path, known: Known
) -> None:
    lines = ("udtraeksdato;sygehus;kommunekode;procedure;uge;antal", f"2026-11-23;{NOH};219;knæ;2026-W49;<5",
             f"2026-11-23;{NOH};219;hofte;2026-W49;3", f"2026-11-23;{NOH};219;hofte;2026-W49;<5",
             f"2026-11-23;{NOH};219;skulder;2026-W53;7")  # fmt: skip
    found = checked(*lines)
    assert found.errors == ()
    assert found.frame[["count_min", "count_max"]].to_numpy().tolist() == [[1, 4], [3, 3], [1, 4], [7, 7]]
    raw = read_file(tmp_path / "fil.csv")
    recognition = recognise(raw, known)
    entry = report_entry(raw, recognition, found, 7, stored=True)
    same = {"sygehus": NOH, "udtraeksdato": "2026-11-23", "kommunekode": 219}
    assert entry["counts"] == [
        {**same, "procedure": "hofte", "uge": "2026-W49", "antal": None, "antal_min": 4, "antal_max": 7},
        {**same, "procedure": "knæ", "uge": "2026-W49", "antal": None, "antal_min": 1, "antal_max": 4},
        {**same, "procedure": "skulder", "uge": "2026-W53", "antal": 7},
    ]
    assert {k: v for k, v in entry.items() if k != "counts"} == {
        "file": "fil.csv", "sha256": raw.sha256, "import_id": 7, "kind": "plan", "as_of": "2026-11-23", "hospitals": [NOH],
        "encoding": raw.encoding, "mapping": {n: n for n in lines[0].split(";")}, "rows_read": 4, "rows_ok": 4, "problems": [],
        "stored": True,
    }  # fmt: skip


def test_that_cancelled_operations_are_rows_but_not_in_the_counts(
    checked: Import, tmp_path: Path, known: Known
) -> None:
    found = checked(
        "udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato;status",
        f"2026-11-23;{NOH};219;KNGB40;2026-12-01;Aflyst",
        f"2026-11-23;{NOH};219;KNGB40;2026-12-01;Planlagt",
    )
    raw = read_file(tmp_path / "fil.csv")
    assert [row["antal"] for row in report_entry(raw, recognise(raw, known), found)["counts"]] == [1]
    assert len(found.frame) == 2


def test_that_plans_get_their_extract_date_from_the_newest_receipt(checked: Import) -> None:
    lines = (GOP_HEADER, f"219;knæ;{NOH};almen basal;2026-11-12;2026-11-13;;;ja", f"219;hofte;{NOH};;;2026-11-16;;;")
    found = checked(*lines)
    assert found.as_of == dt.date(2026, 11, 17)
    assert found.frame["gop_type"].tolist() == ["almen basal", "ukendt"]
    assert found.frame["incomplete"].tolist() == [1, -1]
    assert np.isnat(found.frame["discharged"].to_numpy()[1])
    assert checked(*lines, as_of=dt.date(2026, 11, 23)).as_of == dt.date(2026, 11, 23)
    assert checked(*lines, name="gop_20261120.csv").as_of == dt.date(2026, 11, 20)
    assert checked(*lines, name="gop_20261101.csv").as_of == dt.date(2026, 11, 17)
    extracted = (
        f"{line};{last}" for line, last in zip(lines, ("udtraeksdato", "2026-11-18", "2026-11-18"), strict=True)
    )
    assert checked(*extracted, as_of=dt.date(2026, 11, 23)).as_of == dt.date(2026, 11, 18)


def test_that_a_plan_without_received_date_is_refused_by_row(checked: Import) -> None:
    found = checked(
        GOP_HEADER, f"219;knæ;{NOH};almen basal;2026-11-12;;;;", f"219;knæ;{NOH};specialiseret;;2026-11-12;;;"
    )
    assert _codes(found) == [(2, "modtaget_dato", "missing_value"), (3, "gop_type", "unknown_gop_type")]


def test_that_capacity_is_shared_where_no_procedure_is_said(checked: Import) -> None:
    found = checked(
        "kommunekode;uge;pladser;procedure;bemaerkning",
        "219;2026-W49;12;;ferie",
        "219;2026-W50;12;alle;",
        "219;2026-W50;3;knæ;",
        "219;2026-W51;<5;;",
        "219;2026-W50;4;knæ;",
    )
    assert found.frame[["procedure", "slots"]].to_numpy().tolist() == [["", 12], ["", 12], ["knæ", 3]]
    assert _codes(found) == [(6, "pladser", "repeated_row")]
    assert [(p.code, p.row) for p in found.warnings] == [("masked_left_out", 5)]
    assert found.as_of is None


def test_that_coverage_keeps_parts_within_their_whole(checked: Import) -> None:
    found = checked(
        "kvartal;kommunekode;sygehus;udskrivninger;omfattet;kontakter_72t",
        f"2026K3;219;{NOH};10;8;3",
        f"2026K2;219;{NOH};10;11;3",
        f"2026-Q1;219;{NOH};10;10;",
    )
    assert _codes(found) == [(3, "omfattet", "more_than_all")]
    assert found.frame[["quarter", "contacts", "readmissions"]].to_numpy().tolist() == [
        ["2026K3", 3, -1],
        ["2026K1", -1, -1],
    ]


def test_that_a_masked_count_the_row_can_do_without_is_unknown_and_the_rest_is_kept(checked: Import) -> None:
    found = checked(
        "kvartal;kommunekode;sygehus;udskrivninger;omfattet;kontakter_72t;genindlagt_72t",
        f"2026K3;219;{NOH};50;40;<5;3",
        f"2026K2;219;{NOH};50;<5;7;3",
    )
    assert found.frame[["discharges", "covered", "contacts", "readmissions"]].to_numpy().tolist() == [[50, 40, -1, 3]]
    assert {(p.code, p.row) for p in found.warnings} == {("masked_unknown", 2), ("masked_left_out", 3)}
    homes = checked(
        "kvartal;kommunekode;plejehjem;plejehjem_med_laege;plejehjem_ukendt;pladser;pladser_med_laege",
        "2026K3;219;8;5;<5;300;<5",
    )
    row = homes.frame[["homes", "homes_with_doctor", "homes_unknown", "places", "places_with_doctor"]]
    assert row.to_numpy().tolist() == [[8, 5, -1, 300, -1]]


def test_that_nursing_homes_and_activity_read(checked: Import) -> None:
    homes = checked(
        "kvartal;kommunekode;plejehjem;plejehjem_med_laege;plejehjem_ukendt", "2026K3;219;8;5;1", "2026K3;201;8;8;1"
    )
    assert homes.kind == "nursing_home"
    assert homes.frame[["homes", "homes_with_doctor", "homes_unknown", "places"]].to_numpy().tolist() == [[8, 5, 1, -1]]
    assert [e.code for e in homes.errors] == ["more_than_all"]
    activity = checked(
        "maaned;region;gop_modtaget", "2026-10;Region Hovedstaden;120", "november 2026;sjælland;90", "2026-10;Skåne;1"
    )
    assert activity.kind == "activity"
    assert activity.frame["region"].tolist() == ["Region Hovedstaden", "Region Sjælland"]
    assert activity.frame["month"].tolist() == [pd.Timestamp("2026-10-01"), pd.Timestamp("2026-11-01")]
    assert [e.code for e in activity.errors] == ["unknown_region"]


def test_that_a_total_that_differs_is_told_and_one_that_fits_is_not(checked: Import) -> None:
    lines = (PLAN_HEADER, f"2026-11-23;{NOH};219;KNGB40;2026-12-01;4", f"2026-11-23;{NOH};219;KNGB40;2026-12-02;5")
    fits = checked(*lines, "I alt;;;;;9")
    assert (fits.totals.compared, fits.totals.differences, fits.rows_read) == (1, (), 2)
    differs = checked(*lines, "I alt;;;;;12")
    (told,) = differs.totals.differences
    assert (told.row, told.column, told.told, told.counted) == (4, "antal", "12", "9")
    assert [(p.row, p.code, p.severity) for p in differs.problems] == [(4, "total_differs", "warning")]


def test_that_a_new_hospital_is_reported(checked: Import) -> None:
    found = checked(PLAN_HEADER, "2026-11-23;Privathospitalet Birkely;219;KNGB40;2026-12-01;1")
    assert found.hospitals == found.new_hospitals == ("Privathospitalet Birkely",)
    assert found.errors == ()


def test_that_open_questions_refuse_the_check(checked: Import) -> None:
    with pytest.raises(InputRefusedError, match=r"Nordsjælands Hospital.*ligner 'Nordsjællands Hospital'"):
        checked(PLAN_HEADER, "2026-11-23;Nordsjælands Hospital;219;KNGB40;2026-12-01;1")
    with pytest.raises(InputRefusedError, match="mangler kolonnen kommunekode eller kommune"):
        checked("udtraeksdato;sygehus;sks_kode;operationsdato", f"2026-11-23;{NOH};KNGB40;2026-12-01")
    with pytest.raises(InputRefusedError, match="ingen rækker"):
        checked(PLAN_HEADER)
    with pytest.raises(InputRefusedError, match="type"):
        checked("navn;farve;pris", "a;b;c")


def test_that_no_problem_shows_a_long_number(checked: Import) -> None:
    found = checked(
        PLAN_HEADER,
        f"2026-11-23;{NOH};219;KNGB40;2026-12-01;12345678901",
        f"2026-11-23;{NOH};010190-1234;KNGB40;2026-12-01;1",
    )
    assert [e.value for e in found.errors] == ["#" * 11, "######-####"]
    assert not any("1234" in e.message for e in found.errors)


def test_that_a_case_key_needs_a_key_to_hash_it(tmp_path: Path, known: Known) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(f"{PLAN_HEADER};sagsnoegle\n2026-11-23;{NOH};219;KNGB40;2026-12-01;1;A1\n", encoding="utf-8")
    raw = read_file(path)
    with pytest.raises(ValueError, match="key"):
        check(raw, recognise(raw, known), known)
    one, other = (check(raw, recognise(raw, known), known, key).frame["case"][0] for key in (b"a", b"b"))
    assert one != other
    assert "A1" not in one


def test_that_an_excel_error_is_a_problem_of_its_row(checked: Import) -> None:
    found = checked(
        PLAN_HEADER, f"2026-11-23;{NOH};#N/A;KNGB40;2026-12-01;1", f"2026-11-23;{NOH};219;KNGB40;2026-12-01;#REF!"
    )
    assert _codes(found) == [(2, "kommunekode", "excel_error"), (3, "antal", "excel_error")]


def test_that_taught_procedures_and_places_are_used(tmp_path: Path, known: Known) -> None:
    taught = replace(
        known, procedures={"Led 4": "skulder"}, municipality_aliases={"Nordbyen": 219}, hospital_aliases={"NOH": NOH}
    )
    path = tmp_path / "plan.csv"
    path.write_text(
        "udtraeksdato;sygehus;kommune;procedure;uge\n2026-11-23;noh;Nordbyen;Led 4;2026-W49\n", encoding="utf-8"
    )
    raw = read_file(path)
    (row,) = check(raw, recognise(raw, taught), taught, KEY).frame.to_dict("records")
    assert (row["hospital"], row["municipality"], row["procedure"]) == (NOH, 219, "skulder")


@pytest.mark.sample
@pytest.mark.parametrize(
    ("name", "kind", "rows"),
    [("operationsplan", "plan", 158_931), ("genoptraeningsplaner", "gop", 43_979), ("kapacitet", "capacity", 6_293)],
)
def test_that_the_sample_reads_without_a_problem(name: str, kind: str, rows: int, known: Known) -> None:
    path = ROOT.parent / "shared" / "samples" / "hovedstaden" / f"{name}.csv"
    if not path.exists():
        pytest.skip("the full sample is not here")
    raw = read_file(path)
    found = check(raw, recognise(raw, known), known, KEY)
    assert (found.kind, found.rows_ok, found.problems) == (kind, rows, ())


def test_that_every_reason_code_is_used_and_documented() -> None:
    sources = [
        p
        for folder in ("ingest", "workspace")
        for p in (ROOT / "sundhedsklynge" / folder).glob("*.py")
        if p.name != "problems.py"
    ]
    text = "\n".join(p.read_text(encoding="utf-8") for p in sources)
    assert [code for code in CODES if f'"{code}"' not in text] == []


def test_that_a_date_outside_the_week_beside_it_is_refused(checked: Import) -> None:
    found = checked(
        "udtraeksdato;sygehus;kommunekode;procedure;operationsdato;uge;antal",
        f"2026-11-23;{NOH};219;knæ;2026-12-01;2026-W49;1",
        f"2026-11-23;{NOH};219;knæ;2026-12-06;2026-W49;1",
        f"2026-11-23;{NOH};219;knæ;2026-12-01;;1",
        f"2026-11-23;{NOH};219;knæ;;2026-W49;1",
        f"2026-11-23;{NOH};219;knæ;2026-12-01;2026-W48;1",
        f"2026-11-23;{NOH};219;knæ;2026-12-06;2026-W50;1",
    )
    assert _codes(found) == [(6, "uge", "week_and_date"), (7, "uge", "week_and_date")]
    assert found.rows_ok == 4
