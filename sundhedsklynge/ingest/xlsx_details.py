"""What python-calamine does not tell of an XLSX: what is hidden or merged, error cells, formulas without a value.

Found by search in the sheets' XML, which is many times faster than parsing it. Runs in the reader's child process.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from sundhedsklynge.ingest.sheets import MAX_COLUMNS, Codebook, Sheet

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION_ID_STRICT = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_HIDDEN_ROW = re.compile(rb'<(?:\w+:)?row\s(?=[^>]*\bhidden="(?:1|true)")[^>]*?\br="(\d+)"')
_COLUMN = re.compile(rb"<(?:\w+:)?col\s([^>]*)>")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"')
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c\s(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<',
    re.DOTALL,
)
_EMPTY_FORMULA = re.compile(
    rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3}\d+)"[^>]*>'
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?</(?:\w+:)?c>"
)


@dataclass
class Details:
    hidden_columns: list[int]
    hidden_rows: list[int]
    merged: list[tuple[int, int, int, int]]
    errors: list[tuple[int, int, str]]  # row as Excel shows it, column, token
    warnings: list[str]


def xlsx_details(archive: zipfile.ZipFile) -> dict[str, Details]:
    """Sheet name -> what its XML says beside the values."""
    names = {entry.filename.lower(): entry.filename for entry in archive.infolist()}
    targets: dict[str, str] = {}
    relations = archive.read(names["xl/_rels/workbook.xml.rels"])
    for relation in ET.fromstring(relations).iter():  # noqa: S314 - entities were refused before
        target = relation.get("Target", "").replace("\\", "/")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        targets[relation.get("Id", "")] = names.get(path.lower(), "")
    details: dict[str, Details] = {}
    for sheet in ET.fromstring(archive.read(names["xl/workbook.xml"])).iterfind(".//{*}sheet"):  # noqa: S314
        part = targets.get(sheet.get(_RELATION_ID) or sheet.get(_RELATION_ID_STRICT) or "", "")
        if part:
            details[sheet.get("name", "")] = _scan(archive.read(part))
    return details


def _scan(xml: bytes) -> Details:
    """The details of one sheet by search in its XML, which is many times faster than parsing it."""
    hidden_columns: list[int] = []
    for found in _COLUMN.finditer(xml, 0, max(xml.find(b"sheetData"), 0)):
        attributes = dict(re.findall(rb'(\w+)="([^"]*)"', found[1]))
        if attributes.get(b"hidden") in (b"1", b"true") or attributes.get(b"width") == b"0":
            first, last = int(attributes.get(b"min", b"1")), int(attributes.get(b"max", b"0"))
            hidden_columns.extend(range(first - 1, min(last, MAX_COLUMNS)))
    hidden_rows = [int(found[1]) for found in _HIDDEN_ROW.finditer(xml)] if b'hidden="' in xml else []
    merged = [
        (int(found[2]), column_index(found[1]), int(found[4]), column_index(found[3]))
        for found in _MERGED.finditer(xml, max(xml.rfind(b"sheetData"), 0))
    ]
    errors = [
        (int(found[2]), column_index(found[1]), found[3].decode("ascii", "replace"))
        for found in (_ERROR_CELL.finditer(xml) if b't="e"' in xml else ())
    ]
    warnings: list[str] = []
    if b"f>" in xml:  # the end of a formula element, with or without prefix
        empty = [found[1].decode() for found in _EMPTY_FORMULA.finditer(xml)]
        if empty:
            warnings.append(
                f"{len(empty)} formler har ingen gemt værdi, den første i celle {empty[0]}. "
                "Åbn filen i Excel, gem den, og prøv igen."
            )
    return Details(hidden_columns, hidden_rows, merged, errors, warnings)


def add_details(sheet: Sheet, details: Details, book: Codebook) -> None:
    sheet.hidden_columns, sheet.hidden_rows, sheet.merged = details.hidden_columns, details.hidden_rows, details.merged
    sheet.warnings += details.warnings
    position = {row: i for i, row in enumerate(sheet.rows)} if details.errors else {}
    for row, column, token in details.errors:  # calamine gives them as ""
        if row in position and column < len(sheet.columns):
            sheet.columns[column][position[row]] = book[token]


def column_index(letters: bytes) -> int:
    """0 for A, 27 for AB."""
    index = 0
    for letter in letters:
        index = index * 26 + letter - 64
    return index - 1
