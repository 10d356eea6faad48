"""Parses workbooks inside the reader's child process: bytes in, compact columns out.

Imports neither pandas nor numpy, so that the child starts fast. python-calamine reads XLSX and ODS, xlrd XLS;
openpyxl is the second try for XLSX that calamine cannot take. What calamine does not tell of an XLSX (hidden rows
and columns, error cells, formulas without a stored value) is read from the sheet's XML.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Literal
from xml.etree import ElementTree as ET

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest.cpr_text import reads_as_cpr
from sundhedsklynge.ingest.sheets import MAX_COLUMNS, Codebook, Filler, Sheet
from sundhedsklynge.ingest.xlsx_details import add_details, xlsx_details

MAX_ENTRIES = 2_000
MAX_UNPACKED_BYTES = 400 * 1024 * 1024
MAX_RATIO = 200
_RATIO_MATTERS_BYTES = 1024 * 1024
_HEAD_BYTES = 4_096
_ASK_SENDER = "Bed afsenderen om tallene som CSV eller XLSX."
_SAVE_AGAIN = "Åbn filen i Excel, og gem den igen som Excel-projektmappe (.xlsx)."


def parse(data: bytes, sparse: bool) -> tuple[str, list[Sheet], Codebook]:
    """Kind (`xlsx`, `xls`, `ods`), sheets and texts of a workbook.

    sparse: read an XLSX cell by cell, for sheets whose far corner is out of reach of a dense reader. Raises
    InputRefusedError for what is no workbook, is damaged, protected or too large.
    """
    book = Codebook()
    if not data.startswith(b"PK"):
        return "xls", _xls_sheets(data, book), book
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            kind = _checked_kind(archive)
            _refuse_persons(archive)
            if kind == "ods":
                return kind, _calamine_sheets(data, book), book
            with ThreadPoolExecutor(1) as beside:  # calamine runs without the interpreter lock
                details = beside.submit(xlsx_details, archive)
                sheets = _openpyxl_sheets(data, book) if sparse else _xlsx_sheets(data, book)
            for sheet in sheets:
                if sheet.name in details.result():
                    add_details(sheet, details.result()[sheet.name], book)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, ET.ParseError) as error:
        raise damaged() from error
    return kind, sheets, book


def damaged() -> InputRefusedError:
    """The refusal of a workbook that no reader takes."""
    return InputRefusedError("Projektmappen er beskadiget og kan ikke læses.", _SAVE_AGAIN)


def _protected() -> InputRefusedError:
    return InputRefusedError("Projektmappen er beskyttet med adgangskode.", "Gem den uden adgangskode, og prøv igen.")


# ZIP and XML


def _checked_kind(archive: zipfile.ZipFile) -> str:
    """`xlsx` or `ods`, once the archive is known to be of bounded size and without XML entities."""
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if (
        len(entries) > MAX_ENTRIES
        or total > MAX_UNPACKED_BYTES
        or any(
            entry.file_size > max(_RATIO_MATTERS_BYTES, MAX_RATIO * max(1, entry.compress_size)) for entry in entries
        )
    ):
        raise InputRefusedError(
            "Projektmappen fylder for meget, når den pakkes ud.", "Del den op, eller gem den som CSV."
        )
    if any(entry.flag_bits & 1 for entry in entries):
        raise _protected()
    names = {entry.filename.lower() for entry in entries}
    if "xl/workbook.bin" in names:
        raise InputRefusedError("Excels binære format (.xlsb) kan ikke læses.", _SAVE_AGAIN)
    if any(name.startswith(("word/", "ppt/")) for name in names):
        raise InputRefusedError("Filen er et Office-dokument og ikke en projektmappe.", _ASK_SENDER)
    if "xl/workbook.xml" in names:
        kind = "xlsx"
    elif "content.xml" in names:
        kind = "ods"
        if b"encryption-data" in (archive.read("META-INF/manifest.xml") if "meta-inf/manifest.xml" in names else b""):
            raise _protected()
    else:
        raise InputRefusedError("Filen er en pakket fil (ZIP) og ikke en projektmappe.", "Pak den ud først.")
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
            with archive.open(entry) as stream:
                _check_prolog(stream.read(_HEAD_BYTES))
    return kind


_PROLOG = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->).)*-->\s*)*<[A-Za-z_]", re.DOTALL)


def _check_prolog(head: bytes) -> None:
    """Refuses a document type, entities and all that hides them (other encodings, an endless prolog)."""
    if head.strip() and not _PROLOG.match(head):
        raise InputRefusedError("Projektmappen indeholder XML-erklæringer, der ikke er tilladt.", _SAVE_AGAIN)


# Parts beside the cells: comments, notes in threads, text boxes, the document's properties.
_BESIDE = re.compile(r"(?:xl/(?:comments|threadedcomments|drawings)|docprops)[\d/].*\.xml|meta\.xml", re.IGNORECASE)
_XML_TEXT = re.compile(r">([^<>]+)<")


def _refuse_persons(archive: zipfile.ZipFile) -> None:
    """Refuses a workbook with a personal number beside its cells; nothing there is read, but the file holds it."""
    for name in archive.namelist():
        if not _BESIDE.fullmatch(name):
            continue
        texts = _XML_TEXT.findall(archive.read(name).decode("utf-8", "replace"))
        if any(reads_as_cpr(text, name=name.lower().startswith(("docprops", "meta"))) for text in texts):
            raise InputRefusedError(
                "Projektmappens kommentarer, tekstfelter eller egenskaber indeholder noget, der ligner et CPR-nummer.",
                "Fjern det, og gem igen.",
            )


# Readers


def _xlsx_sheets(data: bytes, book: Codebook) -> list[Sheet]:
    try:
        return _calamine_sheets(data, book)
    except InputRefusedError as refusal:
        if refusal.__cause__ is None:  # not damage but a password: openpyxl has none either
            raise
        return _openpyxl_sheets(data, book)


def _calamine_sheets(data: bytes, book: Codebook) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets: list[Sheet] = []
        for index, about in enumerate(workbook.sheets_metadata):
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            source = workbook.get_sheet_by_index(index)
            sheet = Sheet(about.name, about.visible is not SheetVisibleEnum.Visible)
            if source.start is not None:
                first, left = source.start
                Filler(sheet, book).dense(source.to_python(), first + 1, left)
            sheets.append(sheet)
    except PasswordError:
        raise _protected() from None
    except CalamineError as error:
        raise damaged() from error
    return sheets


def _openpyxl_sheets(data: bytes, book: Codebook) -> list[Sheet]:
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets: list[Sheet] = []
        for source in workbook.worksheets:
            source.reset_dimensions()
            sheet = Sheet(source.title, source.sheet_state != "visible")
            Filler(sheet, book).ragged(source.iter_rows(values_only=True))
            sheets.append(sheet)
    except (InputRefusedError, MemoryError):
        raise
    except Exception as error:  # openpyxl lets any kind of error through on damaged parts
        raise damaged() from error
    return sheets


def _xls_sheets(data: bytes, book: Codebook) -> list[Sheet]:
    import xlrd

    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _protected()
    if "WordDocument".encode("utf-16-le") in data:
        raise InputRefusedError("Filen er et Word-dokument og ikke en projektmappe.", _ASK_SENDER)
    try:
        return _xls_sheets_by(xlrd, data, book, formatting=True)
    except (InputRefusedError, MemoryError):
        raise
    except Exception as error:  # xlrd raises whatever the damaged bytes lead to
        if "encrypted" in str(error).lower():
            raise _protected() from error
    try:
        return _xls_sheets_by(xlrd, data, book, formatting=False)  # damaged formats do not harm the values
    except (InputRefusedError, MemoryError):
        raise
    except Exception as error:
        raise damaged() from error


def _xls_sheets_by(xlrd: Any, data: bytes, book: Codebook, formatting: bool) -> list[Sheet]:
    workbook = xlrd.open_workbook(file_contents=data, formatting_info=formatting, logfile=io.StringIO(), on_demand=True)
    sheets: list[Sheet] = []
    for index in range(workbook.nsheets):
        source = workbook.sheet_by_index(index)
        sheet = Sheet(source.name, source.visibility != 0)
        Filler(sheet, book).dense(_xls_rows(source, workbook.datemode), 1, 0)
        sheet.hidden_columns = [c for c, about in source.colinfo_map.items() if about.hidden and c < MAX_COLUMNS]
        sheet.hidden_rows = [r + 1 for r, about in source.rowinfo_map.items() if about.hidden]
        sheet.merged = [(r0 + 1, c0, r1, c1 - 1) for r0, r1, c0, c1 in source.merged_cells]
        sheets.append(sheet)
        workbook.unload_sheet(index)
    return sheets


def _xls_rows(sheet: Any, datemode: Literal[0, 1]) -> Iterator[list[Any]]:
    from xlrd import XL_CELL_BOOLEAN, XL_CELL_DATE, XL_CELL_ERROR, error_text_from_code, xldate

    for row in range(sheet.nrows):
        values = sheet.row_values(row)
        for column, kind in enumerate(sheet.row_types(row)):
            if kind == XL_CELL_DATE:
                with_day = values[column] >= 1
                moment = xldate.xldate_as_datetime(values[column], datemode)
                values[column] = moment if with_day else moment.time()
            elif kind == XL_CELL_BOOLEAN:
                values[column] = bool(values[column])
            elif kind == XL_CELL_ERROR:
                values[column] = error_text_from_code.get(values[column], "#N/A")
        yield values
