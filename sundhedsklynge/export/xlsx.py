"""The weekly package as an Excel workbook: typed cells, frozen headings, filters, a sheet on what they rest on."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sundhedsklynge.export.cells import Cell, Hidden
from sundhedsklynge.export.files import replace_file
from sundhedsklynge.export.report import DEMO_WORD, Accounted, Report
from sundhedsklynge.export.safe_text import clean_text
from sundhedsklynge.export.table import Column, Table

if TYPE_CHECKING:  # loaded when a workbook is made, so that the window opens sooner
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

SAFE: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FORMATS: Final = {  # Excel shows these with Danish signs on a Danish machine
    "text": "@",
    "date": "dd.mm.yyyy",
    "whole": "#,##0",
    "number": "#,##0.0",
    "share": "0 %",
    "kroner": "#,##0",
}
HEAD_ROW: Final = 3
# Fill, text and weight of the upper three classes of risk; shape and word stand in the cell itself.
CLASSES: Final = (("#FBE3B3", "#1A1F26", False), ("#F2B134", "#000000", True), ("#9E1B1B", "#FFFFFF", True))
ACCENT, BAND, BARS = "#0B5CAD", "#8DB3D9", "#B5BCC4"
ABOUT: Final = "Kilder og forudsætninger"


def write(report: Report, path: Path) -> Path:
    """Write `report` to `path`, the same bytes for the same report. Raises UserError where it cannot be."""
    with replace_file(path) as temporary:
        temporary.write_bytes(workbook(report))
    return path


def workbook(report: Report) -> bytes:
    """The workbook as bytes."""
    buffer, book = _book(report.forecast.title, report)
    styles = _Styles(book)
    for table in (report.overview, *report.tables):
        sheet = book.add_worksheet(table.name)
        _write_table(sheet, table, report, styles)
        if table is report.overview:
            _add_charts(book, sheet, table)
        if table is not report.forecast:
            _mark_risk(sheet, table, report.meta.risk_limits, book)
    _write_about(book.add_worksheet(ABOUT), report, styles)
    book.close()
    return buffer.getvalue()


def tables_workbook(report: Accounted, tables: Sequence[Table]) -> bytes:
    """A workbook of the tables, a sheet each, and the account: the same bytes for the same report."""
    buffer, book = _book(tables[0].title, report)
    styles = _Styles(book)
    for table in tables:
        _write_table(book.add_worksheet(table.name), table, report, styles)
    _write_about(book.add_worksheet(ABOUT), report, styles)
    book.close()
    return buffer.getvalue()


def _book(title: str, report: Accounted) -> tuple[io.BytesIO, Workbook]:
    from xlsxwriter import Workbook

    buffer = io.BytesIO()
    book = Workbook(buffer, SAFE)
    book.set_properties(
        {
            "title": clean_text(title),
            "subject": clean_text(report.note),
            "company": "Sundhedsklynge",
            "created": _moment(report.meta.as_of),  # the clock would change the bytes
        }
    )
    return buffer, book


class _Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"font_color": "#57606A"})
        self.demo = book.add_format({"bold": True, "bg_color": "#F2B134", "font_color": "#000000"})
        self.head = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 2, "bg_color": "#F6F7F9"}
        )
        self.section = book.add_format({"bold": True, "bottom": 1})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.label = book.add_format({"valign": "top", "text_wrap": True})
        self.about_date = book.add_format({"num_format": FORMATS["date"], "align": "left", "valign": "top"})
        self.hidden = book.add_format({"italic": True, "align": "right", "font_color": "#57606A"})
        self.of = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}


def _write_table(sheet: Worksheet, table: Table, report: Accounted, styles: _Styles) -> None:
    _top(sheet, table.title, report, styles)
    for i, column in enumerate(table.columns):
        sheet.set_column(i, i, column.width)
        sheet.write_string(HEAD_ROW, i, column.heading, styles.head)
    for r, row in enumerate(table.rows, start=HEAD_ROW + 1):
        for i, (column, value) in enumerate(zip(table.columns, row, strict=True)):
            _write_cell(sheet, r, i, value, column, styles)
    last = HEAD_ROW + len(table.rows)
    sheet.set_row(HEAD_ROW, 32)
    sheet.freeze_panes(HEAD_ROW + 1, table.frozen)
    sheet.autofilter(HEAD_ROW, 0, max(last, HEAD_ROW + 1), len(table.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A{HEAD_ROW + 2}:B{last + 1}"})  # codes are names, not numbers
    sheet.repeat_rows(HEAD_ROW)
    _paper(sheet, report)


def _write_cell(sheet: Worksheet, row: int, column: int, value: Cell, what: Column, styles: _Styles) -> None:
    style = styles.of[what.kind]
    if value is None:
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, Hidden):
        sheet.write_string(row, column, str(value), styles.hidden)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean_text(value), style)
    elif isinstance(value, dt.date):
        sheet.write_datetime(row, column, _moment(value), style)
    else:
        sheet.write_number(row, column, value, style)


def _mark_risk(sheet: Worksheet, table: Table, limits: tuple[float, float, float], book: Workbook) -> None:
    """Colour probability and word by the class of the whole per cent shown; the word and its shape stand there without it."""
    from xlsxwriter.utility import xl_col_to_name

    if not table.rows:
        return
    column, word = table.position("p_over_frist"), table.position("vurdering")
    first, last = HEAD_ROW + 1, HEAD_ROW + len(table.rows)
    cell = f"${xl_col_to_name(column)}{first + 1}"
    for (fill, ink, bold), limit in reversed(list(zip(CLASSES, limits, strict=True))):
        style: Format = book.add_format({"bg_color": fill, "font_color": ink, "bold": bold})
        rule = {
            "type": "formula",
            "criteria": f"=AND(ISNUMBER({cell}),ROUND({cell},2)>={limit:g})",
            "format": style,
            "stop_if_true": True,
        }
        sheet.conditional_format(first, column, last, word, rule)


def _add_charts(book: Workbook, sheet: Worksheet, table: Table) -> None:
    """Under the table: plans expected with what is booked, and the risk by week, as Excel's own charts."""
    if not table.rows:
        return
    first, last = HEAD_ROW + 1, HEAD_ROW + len(table.rows)
    weeks = [table.name, first, table.position("uge"), last, table.position("uge")]

    def series(key: str, name: str, **look: Any) -> dict[str, Any]:
        column = table.position(key)
        return {"name": name, "categories": weeks, "values": [table.name, first, column, last, column], **look}

    expected = _chart(book, "line")
    for key, name, dash in (
        ("q025", "95 % fra", "dash"),
        ("q975", "95 % til", "dash"),
        ("q10", "80 % fra", "solid"),
        ("q90", "80 % til", "solid"),
    ):
        expected.add_series(series(key, name, line={"color": BAND, "width": 1, "dash_type": dash}))
    expected.add_series(series("middel", "Forventet", line={"color": ACCENT, "width": 2.5}))
    booked = _chart(book, "column")
    booked.add_series(series("booket", "Booket", fill={"color": BARS}, gap=250))
    booked.combine(expected)
    risk = _chart(book, "column")
    risk.add_series(series("p_over_frist", "Højeste risiko", fill={"color": ACCENT}, gap=80))
    for chart, title, top in (
        (booked, "Forventede genoptræningsplaner pr. uge", None),
        (risk, "Højeste risiko for at overskride fristen", 1),
    ):
        chart.set_title({"name": title, "name_font": {"size": 12}, "overlay": False})
        chart.set_y_axis({"min": 0, "max": top, "major_gridlines": {"visible": True, "line": {"color": "#DDE2E8"}}})
        chart.set_size({"width": 760, "height": 320})
        chart.show_hidden_data()
    risk.set_legend({"none": True})
    booked.set_legend({"position": "bottom"})
    sheet.insert_chart(last + 2, 0, booked, {"description": "Forventede planer med intervaller og bookede operationer"})
    sheet.insert_chart(last + 2, 8, risk, {"description": "Højeste risiko uge for uge"})


def _chart(book: Workbook, kind: str) -> Chart:
    made = book.add_chart({"type": kind})
    if made is None:
        raise ValueError(f"XlsxWriter has no chart of type {kind}")
    return made


def _write_about(sheet: Worksheet, report: Accounted, styles: _Styles) -> None:
    _top(sheet, ABOUT, report, styles)
    sheet.set_column(0, 0, 46)
    sheet.set_column(1, 1, 100)
    row = HEAD_ROW
    for heading, lines in report.about:
        sheet.write_string(row, 0, heading, styles.section)
        sheet.write_blank(row, 1, None, styles.section)
        for label, value in lines:
            row += 1
            sheet.write_string(row, 0, clean_text(label), styles.label)
            if isinstance(value, dt.date):
                sheet.write_datetime(row, 1, _moment(value), styles.about_date)
            else:
                sheet.write_string(row, 1, clean_text(str(value)), styles.wrapped)
        row += 2
    sheet.freeze_panes(HEAD_ROW, 0)
    _paper(sheet, report)


def _moment(day: dt.date) -> dt.datetime:
    return day if isinstance(day, dt.datetime) else dt.datetime.combine(day, dt.time.min)


def _top(sheet: Worksheet, title: str, report: Accounted, styles: _Styles) -> None:
    sheet.write_string(0, 0, clean_text(title), styles.title)
    sheet.write_string(1, 0, clean_text(report.note), styles.demo if report.meta.is_demo else styles.note)


def _paper(sheet: Worksheet, report: Accounted) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    mark = f"&L{DEMO_WORD}" if report.meta.is_demo else ""
    sheet.set_footer(f"{mark}&COpgjort pr. {report.meta.as_of:%d.%m.%Y}&RSide &P af &N")
