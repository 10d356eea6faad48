"""The workbook's own charts and the sheet they stand on."""

from __future__ import annotations

import io
import zipfile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from sundhedsklynge.export import xlsx
from tests.unit.test_export import HEAD, SCOPES, WEEKS, sheet_of
from tests.unit.test_export_front import report


def charts(book: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return {name: package.read(name).decode() for name in package.namelist() if name.startswith("xl/charts/chart")}


def test_that_the_overview_comes_first_with_a_row_a_week() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.workbook(report())))
    assert book.sheetnames == ["Oversigt", "Prognose", "Frist", xlsx.ABOUT]
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    assert [sheet.cell(HEAD + 1 + w, 1).value for w in range(len(WEEKS))][:2] == ["uge 48, 2026", "uge 49, 2026"]
    assert sheet.cell(HEAD + 1 + len(WEEKS), 1).value is None


def test_that_the_charts_read_the_sheets_own_cells() -> None:
    drawn = charts(xlsx.workbook(report()))
    assert len(drawn) == 2
    expected, risk = sorted(drawn.values(), key=len, reverse=True)
    first, last = HEAD + 1, HEAD + len(WEEKS)
    overview = report().overview
    for key, drawing in (
        ("middel", expected),
        ("q10", expected),
        ("q90", expected),
        ("booket", expected),
        ("p_over_frist", risk),
    ):
        letter = chr(ord("A") + overview.position(key))
        assert f"Oversigt!${letter}${first}:${letter}${last}" in drawing
    assert "Forventede genoptræningsplaner pr. uge" in expected


def test_that_charts_keep_their_values_when_rows_are_filtered_away() -> None:
    assert all('<c:plotVisOnly val="1"/>' not in drawing for drawing in charts(xlsx.workbook(report())).values())


def test_that_a_workbook_with_charts_is_the_same_bytes_each_time() -> None:
    assert xlsx.workbook(report(scope=SCOPES[2])) == xlsx.workbook(report(scope=SCOPES[2]))


def test_that_the_highest_risk_is_coloured_on_the_overview_too() -> None:
    sheet = sheet_of(xlsx.workbook(report()), "Oversigt")
    (area,) = [str(block.sqref) for block in sheet.conditional_formatting]
    overview = report().overview
    first, last = (chr(ord("A") + overview.position(key)) for key in ("p_over_frist", "vurdering"))
    assert area == f"{first}{HEAD + 1}:{last}{HEAD + len(WEEKS)}"
