"""The weekly package as CSV for Danish Excel: `;`, decimal comma, UTF-8 with BOM, no live formulas."""

from __future__ import annotations

import csv
import datetime as dt
import io
from pathlib import Path

from sundhedsklynge.export.cells import Cell, Hidden
from sundhedsklynge.export.files import replace_file
from sundhedsklynge.export.report import Accounted, Report
from sundhedsklynge.export.safe_text import harmless
from sundhedsklynge.export.table import ColumnKind, Table

DECIMALS: dict[ColumnKind, int] = {"number": 2, "share": 3, "kroner": 0, "whole": 0}


def write(report: Report, folder: Path) -> list[Path]:
    """Write one file a table and one with the account. Raises UserError where one cannot be written."""
    *tables, account = targets(report, folder)
    for path, table in zip(tables, report.tables, strict=True):
        write_text(path, table_text(table, report))
    write_text(account, about_text(report))
    return [*tables, account]


def targets(report: Report, folder: Path) -> list[Path]:
    """The files `write` writes, in order."""
    names = (*(table.name.lower() for table in report.tables), "kilder")
    return [folder / f"{report.stem}_{name}.csv" for name in names]


def write_text(path: Path, text: str) -> None:
    """Write `text` as Danish Excel reads it. Raises UserError where it cannot be."""
    with replace_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8-sig", newline="")


def table_text(table: Table, report: Accounted) -> str:
    """Headings and rows; every row of demo data begins with DEMO, so that none is taken for real."""
    head = [column.heading for column in table.columns]
    lines = [
        [_text(value, column.kind) for value, column in zip(row, table.columns, strict=True)] for row in table.rows
    ]
    if report.meta.is_demo:
        head, lines = ["Data", *head], [["DEMO", *line] for line in lines]
    return _lines([[harmless(heading) for heading in head], *lines])


def about_text(report: Accounted) -> str:
    """The account: section, label, value."""
    rows = [["Afsnit", "Emne", "Oplysning"]]
    for heading, lines in report.about:
        rows.extend([heading, harmless(label), _text(value, "text")] for label, value in lines)
    return _lines(rows)


def _text(value: Cell, kind: ColumnKind) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, Hidden):
        return str(value)
    if isinstance(value, dt.date):
        return f"{value:%d-%m-%Y}"  # the form Danish Excel takes for a date
    text = f"{value:.{DECIMALS.get(kind, 3)}f}".replace(".", ",")
    return text.lstrip("-") if float(text.replace(",", ".")) == 0 else text


def _lines(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue()
