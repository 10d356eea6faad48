"""The weekly package: what is composed, and what Excel finds in the files."""

from __future__ import annotations

import csv as std_csv
import datetime as dt
import hashlib
import io
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from sundhedsklynge.domain.calendar import week_code, weeks_from
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.export import csv, xlsx
from sundhedsklynge.export.cells import HIDDEN
from sundhedsklynge.export.front import grids
from sundhedsklynge.export.package import write_package
from sundhedsklynge.export.report import Meta, Report, SlotsChanged, Source, compose, risk_word
from sundhedsklynge.forecast.outlook import QUANTILE_COLUMNS, Scope

AS_OF = dt.date(2026, 11, 23)
NAMES = {101: "København", 147: "Frederiksberg", 219: "Hillerød", 400: "Bornholm"}
SCOPES = (
    *(Scope("kommune", str(code), name, (code,)) for code, name in NAMES.items()),
    Scope("klynge", "H-BORNHOLM", "Bornholm", (400,)),
    Scope("klynge", "H-BYEN", "Byen", (101, 147)),
    Scope("klynge", "H-NORD", "Nord", (219,)),
    Scope("klynge", "H-SYD", "Syd", (101,)),
    Scope("i_alt", "i_alt", "I alt", tuple(NAMES)),
)
PROCEDURES = ("knæ", "hofte", "skulder")
WEEKS = [week_code(day) for day in weeks_from(AS_OF, 7)]  # from uge 48, 2026 through uge 53 into 2027
HEAD = 4  # the row of headings as Excel counts


def forecast_rows(seed: int = 0, names: dict[int, str] = NAMES) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    booked = {(code, p, w): int(rng.integers(0, 9)) for code in NAMES for p in PROCEDURES for w in range(len(WEEKS))}
    rows: list[dict[str, Any]] = []
    for scope in SCOPES:
        for procedure in (*PROCEDURES, "alle"):
            for w, week in enumerate(WEEKS):
                parts = PROCEDURES if procedure == "alle" else (procedure,)
                mean = float(rng.gamma(4, 1))
                row: dict[str, Any] = {
                    "som_af": AS_OF.isoformat(),
                    "niveau": scope.level,
                    "kode": scope.code,
                    "navn": names.get(scope.members[0], scope.name) if scope.level == "kommune" else scope.name,
                    "procedure": procedure,
                    "uge": week,
                    "horisont": w + 1,
                    "booket": float(sum(booked[code, p, w] for code in scope.members for p in parts)),
                    "middel": mean,
                }
                rows.append(row | {name: float(i) for i, name in enumerate(QUANTILE_COLUMNS)})
    frame = pd.DataFrame(rows)
    frame.loc[frame["uge"] == WEEKS[-1], "booket"] = np.nan
    return frame


def risk_rows(names: dict[int, str] = NAMES) -> pd.DataFrame:
    rows: list[dict[str, Any]] = []
    for m, (code, name) in enumerate(names.items()):
        for w, week in enumerate(WEEKS):
            known = code != 400
            rows.append(
                {
                    "som_af": AS_OF.isoformat(),
                    "kommunekode": str(code),
                    "kommune": name,
                    "uge": week,
                    "forventet_modtaget": 5.25,
                    "forventet_frister": 4.5,
                    "ventende": float(m) if w == 0 else 1.5,
                    "pladser": 6.0 if known else np.nan,
                    "planlagte_pladser": 6.0 if known else np.nan,
                    "forventet_over_frist": 0.3 if known else np.nan,
                    "p_over_frist": (0.01, 0.05, 0.2, 0.5, 0.64, 0.04, 0.0)[w] if known else np.nan,
                    "anbefalede_pladser": 8.0 if known else np.nan,
                    "forventet_privat": np.nan,
                    "udgift_kr": np.nan,
                    "allerede_over_frist": float(3 * m) if w == 0 else np.nan,
                }
            )
    return pd.DataFrame(rows)


def meta(**changes: Any) -> Meta:
    return Meta(
        **{
            "as_of": AS_OF,
            "sources": [
                Source("Nordsjællands Hospital", AS_OF, "frisk"),
                Source("Herlev og Gentofte Hospital", AS_OF - dt.timedelta(days=21), "gammel"),
                Source("Privathospital", None),
            ],
            "model_version": "1",
            "program_version": "0.1.0",
            "assumptions": ["Dage til fristen: 7"],
            "checksum": "abc123",
        }
        | changes
    )


def report(masked: bool = False, scope: Scope | None = None, **changes: Any) -> Report:
    return compose(forecast_rows(), risk_rows(), meta(**changes), areas=SCOPES, scope=scope, masked=masked)


def column(table_rows: Report, table: str, key: str) -> list[Any]:
    chosen = {"forecast": table_rows.forecast, "risk": table_rows.risk}[table]
    return [row[chosen.position(key)] for row in chosen.rows]


def sheet_of(book: bytes, name: str) -> Worksheet:
    sheet = openpyxl.load_workbook(io.BytesIO(book))[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def headings(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[HEAD]}


# Composing ----------------------------------------------------------------------------------------------------------


def test_that_weeks_are_told_with_their_iso_year_and_their_monday() -> None:
    told = report()
    assert column(told, "forecast", "uge")[5:7] == ["uge 53, 2026", "uge 1, 2027"]
    assert column(told, "forecast", "mandag")[5] == dt.date(2026, 12, 28)


def test_that_a_municipality_gets_its_own_rows_only() -> None:
    told = report(scope=SCOPES[2])
    assert set(column(told, "forecast", "navn")) == set(column(told, "risk", "kommune")) == {"Hillerød"}
    assert told.stem == "genoptraening_2026-11-23_hilleroed"


def test_that_a_cluster_gets_its_sum_and_its_municipalities() -> None:
    told = report(scope=next(s for s in SCOPES if s.code == "H-BYEN"))
    assert told.forecast.title.endswith("Klynge Byen")
    assert list(dict.fromkeys(column(told, "forecast", "niveau"))) == ["Klynge", "Kommune"]  # overview first
    assert set(column(told, "forecast", "navn")) == {"København", "Frederiksberg", "Byen"}
    assert set(column(told, "risk", "kommune")) == {"København", "Frederiksberg"}


def test_that_a_scope_without_rows_is_told() -> None:
    with pytest.raises(NothingToComputeError):
        report(scope=Scope("kommune", "999", "Intetsted", (999,)))


def test_that_missing_stays_missing() -> None:
    told = report()
    assert column(told, "forecast", "booket")[6] is None
    assert set(column(told, "risk", "udgift_kr")) == {None}
    bornholm = [row for row in told.risk.rows if row[1] == "Bornholm"]
    assert {row[told.risk.position("pladser")] for row in bornholm} == {None}
    assert {row[told.risk.position("vurdering")] for row in bornholm} == {"ukendt: ingen pladser oplyst"}


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "rolig"),
        (0.0449, "rolig"),
        (0.045, "○ hold øje"),
        (0.05, "○ hold øje"),
        (0.2, "◐ risiko"),
        (0.4949, "◐ risiko"),
        (0.495, "● høj risiko"),
        (0.5, "● høj risiko"),
        (1.0, "● høj risiko"),
    ],
)
def test_that_each_class_has_word_and_shape(probability: float, word: str) -> None:
    assert risk_word(probability, (0.05, 0.2, 0.5)) == word


def test_that_the_account_tells_sources_with_dates_model_and_assumptions() -> None:
    lines = {label: value for _, rows in report().about for label, value in rows}
    assert lines["Opgjort pr."] == AS_OF
    assert lines["Nordsjællands Hospital, operationsplan"] == "23.11.2026, samme dag (frisk)"
    assert lines["Herlev og Gentofte Hospital, operationsplan"] == "02.11.2026, 21 dage gammel (gammel)"
    assert lines["Privathospital, operationsplan"] == "mangler"
    assert lines["Kontrolsum for data"] == "abc123"
    assert len(str(lines["Kontrolsum for tallene"])) == 64
    assert ("", "Dage til fristen: 7") in dict(report().about)["Forudsætninger"]


def test_that_changed_slots_are_told_with_who_and_why_in_workbook_paper_and_csv() -> None:
    week, day = dt.date(2026, 12, 7), dt.date(2026, 11, 23)
    changes = [
        SlotsChanged("Hillerød", week, "", 2, 8, "anna", day, "=vikar"),
        SlotsChanged("Hillerød", week, "hofte", None, 3, "anna", day, ""),
    ]
    told = report(slots_changed=changes)
    assert dict(told.about)["Ændringer af pladser siden sidste fil"] == (
        ("Hillerød, uge 50, 2026", "2 → 8 pladser. anna, 23.11.2026: =vikar"),
        ("Hillerød, hofte, uge 50, 2026", "ikke oplyst → 3 pladser. anna, 23.11.2026: ingen grund angivet"),
    )
    assert "Ændringer af pladser" in csv.about_text(told)
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(told)))["Kilder og forudsætninger"]
    assert "2 → 8 pladser. anna, 23.11.2026: =vikar" in [row[1].value for row in sheet.iter_rows()]
    assert "Ændrede pladser og grunden" in grids(told)[1].note
    assert "Ændringer af pladser" not in csv.about_text(report())
    assert "Ændrede pladser" not in grids(report())[1].note


def test_that_the_checksum_follows_the_numbers_shown() -> None:
    def told(**kwargs: Any) -> object:
        return dict(dict(report(**kwargs).about)["Program"])["Kontrolsum for tallene"]

    assert told() == told()
    assert told() != told(masked=True)
    assert told() != told(scope=SCOPES[0])


# Masking ------------------------------------------------------------------------------------------------------------


def test_that_masking_hides_small_observed_counts_and_leaves_forecasts() -> None:
    plain, masked = report(), report(masked=True)
    for before, after in zip(column(plain, "forecast", "booket"), column(masked, "forecast", "booket"), strict=True):
        if before is None:
            assert after is None
        elif 0 < before < 5:
            assert after is HIDDEN
        else:
            assert after in (before, HIDDEN)
    for key in ("middel", "q025", "q50", "q975"):
        assert column(plain, "forecast", key) == column(masked, "forecast", key)
    for key in ("p_over_frist", "pladser", "forventet_over_frist", "anbefalede_pladser"):
        assert column(plain, "risk", key) == column(masked, "risk", key)


def test_that_citizens_seen_waiting_are_masked_in_the_first_week_only() -> None:
    masked = report(masked=True)
    waiting, late = column(masked, "risk", "ventende"), column(masked, "risk", "allerede_over_frist")
    weeks = len(WEEKS)
    assert waiting[::weeks] == [0, HIDDEN, HIDDEN, HIDDEN]
    assert waiting[1] == 1.5
    assert late[::weeks] == [0, HIDDEN, HIDDEN, 9]  # the 3 would be the sum a meeting shows less the 6 and the 9


def test_that_an_estimated_waiting_list_is_no_count_to_hide() -> None:
    told = compose(forecast_rows(), risk_rows(), meta(), areas=SCOPES, masked=True, waiting_told=[101, 147, 219])
    assert column(told, "risk", "ventende")[:: len(WEEKS)] == [0, HIDDEN, HIDDEN, 3]


def test_that_a_cut_out_hides_the_same_cells_as_the_whole() -> None:
    whole = report(masked=True)
    name, booked = whole.forecast.position("navn"), whole.forecast.position("booket")
    for scope in SCOPES[:4]:
        part = report(masked=True, scope=scope)
        same = [row[booked] for row in whole.forecast.rows if row[name] == scope.name and row[0] == "Kommune"]
        assert column(part, "forecast", "booket") == same


def test_that_hidden_counts_stand_as_a_word_in_both_files(tmp_path: Path) -> None:
    told = report(masked=True)
    sheet = sheet_of(xlsx.workbook(told), "Prognose")
    values = {row[headings(sheet)["Booket"] - 1] for row in sheet.iter_rows(min_row=HEAD + 1, values_only=True)}
    assert "skjult" in values
    assert not values & {1, 2, 3, 4}
    assert ";skjult;" in csv.table_text(told.forecast, told)
    assert "_skjult" in write_package(told, tmp_path, ["csv"])[0].name


# XLSX ---------------------------------------------------------------------------------------------------------------


def test_that_cells_are_real_numbers_dates_and_text() -> None:
    sheet = sheet_of(xlsx.workbook(report()), "Prognose")
    at = headings(sheet)
    row = sheet[HEAD + 1]
    assert row[at["Mandag"] - 1].value == dt.datetime(2026, 11, 23)
    assert row[at["Mandag"] - 1].is_date
    assert row[at["Mandag"] - 1].number_format == "dd.mm.yyyy"
    assert row[at["Forventet"] - 1].data_type == "n"
    assert row[at["Forventet"] - 1].number_format == "#,##0.0"
    assert row[at["Median"] - 1].number_format == "#,##0"
    assert row[at["Kode"] - 1].data_type == "s"


def test_that_probability_is_a_share_shown_as_percent() -> None:
    sheet = sheet_of(xlsx.workbook(report()), "Frist")
    cell = sheet.cell(HEAD + 5, headings(sheet)["Sandsynlighed"])
    assert cell.value == 0.64
    assert cell.number_format == "0 %"
    assert sheet.cell(HEAD + 5, headings(sheet)["Vurdering"]).value == "● høj risiko"


@pytest.mark.parametrize(("name", "pane"), [("Prognose", "F5"), ("Frist", "D5"), ("Kilder og forudsætninger", "A4")])
def test_that_headings_are_frozen_and_filtered(name: str, pane: str) -> None:
    sheet = sheet_of(xlsx.workbook(report()), name)
    assert sheet.freeze_panes == pane
    if name != "Kilder og forudsætninger":
        assert sheet.auto_filter.ref == f"A{HEAD}:{sheet.cell(HEAD, sheet.max_column).column_letter}{sheet.max_row}"
        assert sheet.print_title_rows == f"${HEAD}:${HEAD}"
        assert all(sheet.column_dimensions["A"].width > 5 for _ in sheet[HEAD])


def test_that_risk_is_coloured_by_the_limits_beside_its_word() -> None:
    sheet = sheet_of(xlsx.workbook(report()), "Frist")
    ((area, rules),) = [(str(block.sqref), block.rules) for block in sheet.conditional_formatting]
    assert area == f"K5:L{sheet.max_row}"
    assert [rule.formula[0] for rule in rules] == [
        f"AND(ISNUMBER($K5),ROUND($K5,2)>={limit})" for limit in ("0.5", "0.2", "0.05")
    ]
    assert all(rule.stopIfTrue for rule in rules)


def test_that_the_same_report_gives_the_same_bytes() -> None:
    first, second = (hashlib.sha256(xlsx.workbook(report())).hexdigest() for _ in range(2))
    assert first == second


def test_that_demo_is_marked_on_every_sheet_in_every_csv_row_and_in_the_name(tmp_path: Path) -> None:
    told = report(is_demo=True)
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(told)))
    for sheet in book.worksheets:
        assert "DEMO" in str(sheet["A2"].value)
        assert "DEMO" in sheet.oddFooter.left.text
    for path in write_package(told, tmp_path, ["xlsx", "csv"]):
        assert "_DEMO" in path.name
    lines = csv.table_text(told.forecast, told).splitlines()
    assert lines[0].startswith("Data;")
    assert all(line.startswith("DEMO;") for line in lines[1:])
    assert "DEMO" not in csv.table_text(report().forecast, report())


hostile = st.one_of(
    st.sampled_from(
        [
            "=1+1",
            "+1",
            "-1",
            "@A1",
            "\t=1",
            "http://x.dk",
            "mailto:a@b.dk",
            "{=1}",
            "12",
            "\ud800",
            "_x0041_",
            "x" * 40_000,
        ]
    ),
    st.text(alphabet=st.characters(), max_size=30),
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(hostile, hostile)
def test_that_no_text_becomes_a_live_cell(name: str, source: str) -> None:
    names = NAMES | {219: name}
    told = compose(
        forecast_rows(names=names),
        risk_rows(names),
        meta(sources=[Source(source, AS_OF, source)], assumptions=[source, name]),
        areas=SCOPES,
    )
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(told)))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    for text in (*(csv.table_text(table, told) for table in told.tables), csv.about_text(told)):
        for line in std_csv.reader(io.StringIO(text), delimiter=";"):
            for value in line:
                assert not value.lstrip().startswith(("=", "+", "@", "＝"))
                assert not value.lstrip().startswith("-") or value.replace(",", "").lstrip("-").isdigit()


# CSV ----------------------------------------------------------------------------------------------------------------


def test_that_csv_is_as_danish_excel_wants_it(tmp_path: Path) -> None:
    paths = write_package(report(), tmp_path, ["csv"])
    assert [path.name.rsplit("_", 1)[1] for path in paths] == ["prognose.csv", "frist.csv", "kilder.csv"]
    raw = paths[1].read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    head, first, *_ = raw.decode("utf-8-sig").split("\r\n")
    told = dict(zip(head.split(";"), first.split(";"), strict=True))
    assert told["Mandag"] == "23-11-2026"
    assert told["Modtages (forventet)"] == "5,25"
    assert told["Sandsynlighed"] == "0,010"
    assert told["Pladser"] == "6"
    assert told["Udgift (kr.)"] == ""
