"""Workbooks: what stands in the cells, what the file hides, and hostile files that only the child process meets."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from xlsxwriter.worksheet import Worksheet

from sundhedsklynge.domain.errors import CancelledError, InputRefusedError
from sundhedsklynge.ingest import workbook, worker
from sundhedsklynge.ingest.cpr import find_cpr
from sundhedsklynge.ingest.read import read_file
from sundhedsklynge.ingest.sheets import MAX_COLUMNS
from sundhedsklynge.ingest.table import RawTable


@pytest.fixture(scope="module", autouse=True)
def no_child_left() -> Iterator[None]:
    yield
    worker.shared.stop()


def values(table: RawTable) -> list[list[str]]:
    return table.cells.to_numpy().tolist()


def xlsx(folder: Path, *sheets: str, name: str = "bog.xlsx") -> tuple[Path, xlsxwriter.Workbook, list[Worksheet]]:
    path = folder / name
    book = xlsxwriter.Workbook(str(path))
    return path, book, [book.add_worksheet(sheet) for sheet in sheets or ("Plan",)]


def repacked(path: Path, changes: dict[str, bytes]) -> Path:
    """The workbook with some of its entries replaced or added."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()} | changes
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def test_that_cells_keep_what_excel_holds(tmp_path: Path) -> None:
    path, book, (sheet,) = xlsx(tmp_path)
    day, moment = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": "dd-mm-yyyy hh:mm"})
    clock = book.add_format({"num_format": "hh:mm"})
    sheet.write_row(0, 0, ["tekst", 3, 2.5, 0.1 + 0.2, 1e15, 101901234, 3112901234])
    sheet.write_datetime(1, 0, dt.datetime(2026, 11, 23), day)
    sheet.write_datetime(1, 1, dt.datetime(2026, 11, 23, 6, 15), moment)
    sheet.write_number(1, 2, 0.5, clock)
    sheet.write_boolean(1, 3, True)
    sheet.write_number(1, 4, 1)
    sheet.write_string(1, 5, "  0101 ")
    sheet.write_formula(1, 6, "=1+1", value=2)
    book.close()
    raw = read_file(path)
    (table,) = raw.tables
    assert (raw.kind_hint, raw.encoding, raw.separator, table.name) == ("xlsx", "", "", "Plan")
    assert values(table) == [
        ["tekst", "3", "2.5", "0.3", "1000000000000000", "101901234", "3112901234"],
        ["2026-11-23", "2026-11-23 06:15:00", "12:00:00", "TRUE", "1", "  0101 ", "2"],
    ]
    assert table.numeric is not None
    assert table.numeric.tolist() == [[False, *[True] * 6], [False, False, False, False, True, False, True]]
    assert table.cells.dtypes.eq("str").all()
    assert {hit.column for hit in find_cpr(raw)} == {5, 6}


def test_that_hidden_merged_and_blank_parts_are_told(tmp_path: Path) -> None:
    path, book, (sheet, hidden) = xlsx(tmp_path, "Plan", "Gemt")
    sheet.merge_range("A1:C1", "Titel")
    sheet.write_row("A3", ["a", "b", "c"])
    sheet.write_row("A4", [1, 2, 3])
    sheet.merge_range("A6:B7", "Herlev")
    sheet.set_column("B:B", None, None, {"hidden": True})
    sheet.set_row(3, None, None, {"hidden": True})
    hidden.write("B2", "x")
    hidden.hide()
    book.close()
    table, other = read_file(path).tables
    assert table.rows.tolist() == [1, 3, 4, 6]
    assert table.hidden_columns == {1}
    assert table.hidden_rows == {2}
    assert table.merged == ((0, 0, 0, 2), (3, 0, 3, 1))
    assert (table.hidden, other.hidden) == (False, True)
    assert values(other) == [["", "x"]]
    assert other.rows.tolist() == [2]


def test_that_errors_and_formulas_without_a_value_show(tmp_path: Path) -> None:
    path = tmp_path / "formler.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["a", "b", "c"])
    sheet.append([1, "=A2+1", "=NA()"])
    book.save(path)
    (table,) = read_file(path).tables
    assert values(table)[1] == ["1", "", ""]
    assert "2 formler har ingen gemt værdi, den første i celle B2" in table.warnings[0]

    path, other, (written,) = xlsx(tmp_path)
    written.write_row(0, 0, ["a", "b"])
    written.write_formula(1, 0, "=NA()", value="#N/A")
    written.write_formula(1, 1, "=1/0", value="#DIV/0!")
    other.close()
    (table,) = read_file(path).tables
    assert values(table)[1] == ["#N/A", "#DIV/0!"]
    assert table.warnings == ()


def test_that_the_1904_calendar_is_minded(tmp_path: Path) -> None:
    path = tmp_path / "mac.xlsx"
    book = xlsxwriter.Workbook(str(path), {"date_1904": True})
    sheet = book.add_worksheet()
    sheet.write_datetime(0, 0, dt.datetime(2026, 11, 23), book.add_format({"num_format": "yyyy-mm-dd"}))
    book.close()
    assert values(read_file(path).tables[0]) == [["2026-11-23"]]


def test_that_xls_reads_like_xlsx(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark æøå")
    sheet.write(0, 0, "Kommune")
    sheet.write(2, 1, dt.datetime(2026, 11, 16), xlwt.easyxf(num_format_str="DD-MM-YYYY"))
    sheet.write(2, 2, 101901234)
    sheet.write(2, 3, True)
    sheet.write_merge(4, 5, 0, 1, "m")
    sheet.col(2).hidden = True
    sheet.row(4).hidden = True
    book.add_sheet("Gemt").visibility = 1
    path = tmp_path / "gammel.csv"  # the content decides
    book.save(str(path))
    raw = read_file(path)
    table, other = raw.tables
    assert (raw.kind_hint, table.name, other.hidden) == ("xls", "Ark æøå", True)
    assert values(table) == [["Kommune", "", "", ""], ["", "2026-11-16", "101901234", "TRUE"], ["m", "", "", ""]]
    assert (table.rows.tolist(), table.hidden_columns, table.hidden_rows) == ([1, 3, 5], {2}, {2})
    assert table.merged == ((2, 0, 2, 1),)


def test_that_ods_reads_like_xlsx(tmp_path: Path) -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Ark")
    for cells in (
        [("string", {}, "a"), ("string", {}, "b")],
        [("float", {"value": "101"}, "101"), ("date", {"datevalue": "2026-11-16"}, "16-11-26")],
    ):
        row = TableRow()
        for kind, given, text in cells:
            cell = TableCell(valuetype=kind, **given)
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    table.addElement(TableRow(numberrowsrepeated="1048000"))
    document.spreadsheet.addElement(table)
    document.save(str(tmp_path / "ark.ods"))
    raw = read_file(tmp_path / "ark.ods")
    assert raw.kind_hint == "ods"
    assert values(raw.tables[0]) == [["a", "b"], ["101", "2026-11-16"]]


@pytest.mark.parametrize("cell", ["XFD1048576", "XFD1", "A1048576", "SZ900000"])
def test_that_a_lone_cell_far_away_costs_neither_the_table_nor_the_machine(tmp_path: Path, cell: str) -> None:
    path, book, (sheet,) = xlsx(tmp_path)
    sheet.write_row(0, 0, ["kommune", "antal"])
    sheet.write_row(1, 0, ["Greve", 3])
    sheet.write(cell, "solver")
    book.close()
    (table,) = read_file(path).tables
    assert table.cells.shape[0] <= 3
    assert table.cells.shape[1] <= MAX_COLUMNS
    assert table.cells.iloc[:2, :2].to_numpy().tolist() == [["kommune", "antal"], ["Greve", "3"]]
    assert table.rows[:2].tolist() == [1, 2]
    assert bool(table.warnings) == (cell != "A1048576")


def test_that_more_than_500_filled_columns_are_refused(tmp_path: Path) -> None:
    path, book, (sheet,) = xlsx(tmp_path)
    sheet.write_row(0, 0, [f"k{i}" for i in range(600)])
    book.close()
    with pytest.raises(InputRefusedError, match="500 kolonner"):
        read_file(path)


def test_that_an_empty_workbook_is_refused(tmp_path: Path) -> None:
    path, book, _ = xlsx(tmp_path)
    book.close()
    with pytest.raises(InputRefusedError, match="ingen ark med indhold"):
        read_file(path)


def small_book(folder: Path) -> Path:
    path, book, (sheet,) = xlsx(folder)
    sheet.write_row(0, 0, ["a", "b"])
    sheet.write_row(1, 0, ["x", 1])
    book.close()
    return path


def test_that_a_zip_bomb_is_refused_before_anything_in_it_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb = repacked(small_book(tmp_path), {"xl/media/a.bin": b"\0" * 300_000_000})
    with pytest.raises(InputRefusedError, match="fylder for meget"):
        read_file(bomb)
    monkeypatch.delattr(zipfile.ZipFile, "open")
    with pytest.raises(InputRefusedError, match="fylder for meget"):
        workbook.parse(bomb.read_bytes(), sparse=False)


def test_that_too_many_entries_are_refused(tmp_path: Path) -> None:
    many = repacked(small_book(tmp_path), {f"xl/media/{i}.xml": b"<a/>" for i in range(2_001)})
    with pytest.raises(InputRefusedError, match="fylder for meget"):
        read_file(many)


@pytest.mark.parametrize(
    "prolog",
    [
        b'<!DOCTYPE a [<!ENTITY b "ccc">]>',
        b"<!--" + b"x" * 5_000 + b"--><!DOCTYPE a>",
        b'<?xml version="1.0"?><!-- a --><!DOCTYPE a SYSTEM "file:///etc/passwd">',
    ],
)
def test_that_xml_entities_are_refused(tmp_path: Path, prolog: bytes) -> None:
    book = repacked(small_book(tmp_path), {"xl/sharedStrings.xml": prolog + b"<sst/>"})
    with pytest.raises(InputRefusedError, match="XML"):
        read_file(book)


def test_that_other_zip_and_ole_files_are_told_apart(tmp_path: Path) -> None:
    cases = {
        "word/document.xml": "Office-dokument",
        "xl/workbook.bin": "xlsb",
        "readme.txt": "pakket fil",
    }
    for entry, said in cases.items():
        path = tmp_path / "fil.xlsx"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(entry, b"<a/>")
        with pytest.raises(InputRefusedError, match=said):
            read_file(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(InputRefusedError, match="adgangskode"):
        read_file(path)


def test_that_cut_and_damaged_workbooks_are_refused(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    whole = path.read_bytes()
    for content in (
        whole[: len(whole) // 2],
        whole[:40],
        whole[:-30],
        b"PK\x03\x04" + b"\0" * 50,
        whole[:8] + b"\xff" * 900,
    ):
        path.write_bytes(content)
        with pytest.raises(InputRefusedError):
            read_file(path)


def endless(folder: Path) -> Path:
    """A workbook that takes the child many seconds: a sheet of very many cells."""
    path, book, (sheet,) = xlsx(folder, name="stor.xlsx")
    sheet.write(0, 0, 1)
    book.close()
    row = b'<row r="%d">' + b"<c><v>1</v></c>" * 20 + b"</row>"
    xml = (
        b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    )
    buffer = io.BytesIO()
    buffer.write(xml)
    for number in range(1, 400_000):
        buffer.write(row % number)
    buffer.write(b"</sheetData></worksheet>")
    return repacked(path, {"xl/worksheets/sheet1.xml": buffer.getvalue()})


def test_that_reading_stops_at_the_first_look_that_says_so_and_the_next_file_reads(tmp_path: Path) -> None:
    path = endless(tmp_path)
    looks = 0

    def cancelled() -> bool:
        nonlocal looks
        looks += 1
        return looks >= 5  # by then the child is at work

    with pytest.raises(CancelledError):
        read_file(path, cancelled=cancelled)
    assert looks == 5
    assert values(read_file(small_book(tmp_path)).tables[0]) == [["a", "b"], ["x", "1"]]


def test_that_time_and_memory_of_the_child_are_bounded(tmp_path: Path) -> None:
    data = endless(tmp_path).read_bytes()
    impatient = worker.Worker(wall=0.5)
    with pytest.raises(InputRefusedError, match="sekunder"):
        impatient.parse(data, worker.Way.DENSE, cancelled=lambda: False)
    impatient.stop()
    narrow = worker.Worker(memory=300 * 1024**2)
    with pytest.raises((InputRefusedError, worker.ChildDiedError)):
        narrow.parse(data, worker.Way.DENSE, cancelled=lambda: False)
    narrow.stop()


def test_that_one_child_serves_many_files_and_threads(tmp_path: Path) -> None:
    path = small_book(tmp_path)
    read_file(path)
    first = worker.shared.pid
    found: list[list[list[str]]] = []
    threads = [threading.Thread(target=lambda: found.append(values(read_file(path).tables[0]))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[["a", "b"], ["x", "1"]]] * 6
    assert worker.shared.pid == first


def test_that_the_child_loads_neither_pandas_nor_qt() -> None:
    code = "import sys, sundhedsklynge.ingest.worker, sundhedsklynge.ingest.workbook, sundhedsklynge.ingest.fhir; "
    code += "print(sorted({'pandas', 'numpy', 'PySide6', 'openpyxl'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_that_a_script_without_guard_can_read_a_workbook(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from sundhedsklynge.ingest.read import read_file\n"
        f"print(read_file({str(small_book(tmp_path))!r}).tables[0].cells.shape)\n"
    )
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert (done.stdout, done.stderr) == ("(2, 2)\n", "")
