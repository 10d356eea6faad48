"""The PDF and the picture: what the files are, that they stay the same, and that drawing takes any report."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtTest import QTest

from sundhedsklynge.export.report import Report, compose
from sundhedsklynge.ui import exporting, paper, picture
from sundhedsklynge.ui.exporting import ask_print, export, print_report
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from tests.unit.test_export import SCOPES, forecast_rows, meta, risk_rows
from tests.unit.test_export_front import report

ROOT = Path(__file__).parents[2]


def streams(document: bytes) -> bytes:
    """All that a PDF draws, unpacked."""
    parts: list[bytes] = []
    for body in re.findall(rb"stream\r?\n(.*?)endstream", document, re.DOTALL):
        try:
            parts.append(zlib.decompress(body))
        except zlib.error:
            continue
    return b"\n".join(parts)


def pages(document: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", document))


def text_of(document: bytes, folder: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    path = folder / "a.pdf"
    path.write_bytes(document)
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True).stdout.decode()


def test_that_the_pdf_is_lines_and_letters_with_its_fonts_inside() -> None:
    document = paper.pdf(report())
    assert document.startswith(b"%PDF-")
    assert b"/FontFile2" in document
    assert b"/Subtype /Image" not in document
    assert b" Tj" in streams(document) or b" TJ" in streams(document)


def test_that_the_pdf_and_the_picture_are_the_same_bytes_for_the_same_report() -> None:
    assert paper.pdf(report()) == paper.pdf(report())
    assert paper.png(report()) == paper.png(report())
    assert paper.svg(report()) == paper.svg(report())
    assert paper.pdf(report()) != paper.pdf(report(is_demo=True))


def test_that_the_pdf_is_dated_by_its_data_not_by_the_clock() -> None:
    document = paper.pdf(report())
    assert re.findall(rb"/(?:Creation|Mod)Date \((.*?)\)", document) == 2 * [b"D:20261123000000Z"]
    dates = re.findall(rb'Date="(.*?)"', document)
    assert dates
    assert set(dates) == {b"2026-11-23T00:00:00+00:00"}


DRAWN = """
import sys
from tests.unit.test_export_front import report
from sundhedsklynge.ui import paper
sys.stdout.buffer.write(paper.pdf(report()))
"""


def test_that_the_pdf_is_the_same_bytes_in_every_time_zone() -> None:
    told: set[bytes] = set()
    for zone in ("UTC", "Europe/Copenhagen", "America/St_Johns"):
        environment = {**os.environ, "TZ": zone, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
        made = subprocess.run([sys.executable, "-c", DRAWN], capture_output=True, env=environment, check=True)
        told.add(made.stdout)
    assert told == {paper.pdf(report())}


@pytest.mark.parametrize("made", ["20300704231502", "20261123000000"])
@pytest.mark.parametrize("zone", ["Z", "+01'00'", "-03'30'"])
def test_that_the_day_and_zone_of_making_leave_no_trace(made: str, zone: str) -> None:
    first, second = (
        paper.dated(small_pdf(when), dt.date(2026, 11, 23)) for when in (f"D:{made}{zone}", "D:20261123000000Z")
    )
    assert first == second


def small_pdf(when: str) -> bytes:
    """The bones of a document that Qt made at a moment."""
    body = f"%PDF-1.4\n1 0 obj\n<<\n/CreationDate ({when})\n/ModDate ({when})\n>>\nendobj\n".encode()
    second = len(body)
    body += b"2 0 obj\n<<\n>>\nendobj\n"
    entries = "".join(f"{place:010} 00000 n \n" for place in (9, second))
    table = f"xref\n0 3\n0000000000 65535 f \n{entries}trailer\n<<\n/Size 3\n>>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + table.encode()


def test_that_every_object_stands_where_the_table_says() -> None:
    document = paper.pdf(report())
    start = int(document.rpartition(b"startxref\n")[2].split()[0])
    assert document[start:].startswith(b"xref\n")
    entries = re.findall(rb"(\d{10}) \d{5} n", document[start:])
    assert len(entries) > 10
    for number, place in enumerate(entries, start=1):
        assert document[int(place) :].startswith(b"%d 0 obj" % number)


def test_that_a_municipality_gets_a_front_page_tables_and_the_account() -> None:
    document = paper.pdf(report(scope=SCOPES[2]))
    assert pages(document) >= 4


def test_that_every_page_says_its_number_and_as_of_date(tmp_path: Path) -> None:
    document = paper.pdf(report())
    sheets = text_of(document, tmp_path).split("\f")[:-1]
    assert len(sheets) == pages(document)
    for number, sheet in enumerate(sheets, start=1):
        assert f"Side {number} af {len(sheets)}" in sheet
        assert "23.11.2026" in sheet


def test_that_headings_are_repeated_on_every_page_of_a_table(tmp_path: Path) -> None:
    sheets = text_of(paper.pdf(report()), tmp_path).split("\f")[:-1]
    tables = [sheet for sheet in sheets if "Forventede genoptræningsplaner - Alle kommuner" in sheet]
    assert len(tables) > 1
    assert all("Sted" in sheet and "Operation" in sheet and "u53" in sheet for sheet in tables)


def test_that_demo_data_are_marked_on_every_page_and_real_data_on_none(tmp_path: Path) -> None:
    marked = text_of(paper.pdf(report(is_demo=True)), tmp_path).split("\f")[:-1]
    assert all("DEMO - opdigtede tal" in sheet for sheet in marked)
    assert "DEMO" not in text_of(paper.pdf(report()), tmp_path)


def test_that_hidden_counts_are_not_on_the_masked_paper(tmp_path: Path) -> None:
    masked = text_of(paper.pdf(report(masked=True)), tmp_path)
    assert "skjult" in masked
    assert "Antal fra 1 til 4 personer" in masked.split("\f")[0]


def test_that_the_picture_is_light_and_large_enough_for_print_in_either_theme() -> None:
    image = QImage.fromData(paper.png(report()))
    assert (image.width(), image.height()) == (picture.WIDTH, picture.HEIGHT)
    assert image.pixelColor(3, 3).lightnessF() > 0.95
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 9)}
    assert len(colors) > 8


def test_that_the_drawing_is_lines_and_letters() -> None:
    drawing = paper.svg(report(is_demo=True)).decode()
    assert "Genoptræningsplaner modtaget pr. uge · Alle kommuner" in drawing
    assert "DEMO - opdigtede tal" in drawing
    assert "Kilde: hospitalers og kommuners data" in drawing
    assert "opgjort 23.11.2026" in drawing
    assert "<image" not in drawing


def test_that_a_place_without_slots_can_be_drawn() -> None:
    bornholm = next(scope for scope in SCOPES if scope.code == "400")
    assert pages(paper.pdf(report(scope=bornholm))) >= 3


def test_that_more_municipalities_get_more_pages() -> None:
    one = risk_rows().query("kommunekode == '219'")
    many = pd.concat([one.assign(kommunekode=str(code), kommune=f"Kommune {code}") for code in range(500, 540)])
    told = compose(forecast_rows(), many, meta(), areas=SCOPES)
    assert pages(paper.pdf(told)) > pages(paper.pdf(report())) + 4


def test_that_the_window_writes_the_same_files_as_the_command_line(
    window: MainWindow, filled_database: str, tmp_path: Path
) -> None:
    page = window.current_page
    assert page is not None
    export(page, tmp_path / "vindue")
    arguments = ["export", "--format", "xlsx,pdf,csv,png,svg", "--out", str(tmp_path / "kommando")]
    done = subprocess.run(
        [sys.executable, "-m", "sundhedsklynge", "--db", filled_database, *arguments],
        capture_output=True,
        env={**os.environ, "HOME": str(tmp_path)},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    from_window, from_command = (
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("vindue", "kommando")
    )
    assert from_window == from_command
    assert {Path(name).suffix for name in from_window} == {".xlsx", ".pdf", ".csv", ".png", ".svg"}


# On a printer


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """What is ready for a printer, instead of the dialog."""
    reports: list[Report] = []
    monkeypatch.setattr(exporting, "choose_printer", lambda page, ready: reports.append(ready))
    return reports


def test_that_control_p_composes_the_pages_of_the_scope(window: MainWindow, chosen: list[Report]) -> None:
    window.session.choose(Scope(municipality=219))
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    (ready,) = chosen
    assert ready.place == "Hillerød"
    assert not ready.masked
    workspace, ground = window.session.workspace, window.session.ground
    assert workspace is not None
    assert ground is not None
    assert paper.pdf(ready) == paper.pdf(workspace.report(ground.as_of, "219"))


def test_that_small_numbers_are_hidden_on_what_is_printed_in_a_meeting(
    window: MainWindow, chosen: list[Report]
) -> None:
    window.meeting.enter(full_screen=False)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    window.meeting.leave()
    assert [ready.masked for ready in chosen] == [True]


@pytest.mark.parametrize("level", ["klynge", "region"])
def test_that_an_area_is_printed_by_itself(window: MainWindow, chosen: list[Report], level: str) -> None:
    ground, page = window.session.ground, window.current_page
    assert ground is not None
    assert page is not None
    area = next(area for area in ground.areas if area.level == level)
    window.session.choose(Scope((level, area.code)))
    ask_print(page)
    assert chosen[-1].place.endswith(area.name)


@pytest.mark.parametrize(("first", "last"), [(0, 0), (2, 3)])
def test_that_the_printer_gets_the_same_pages_or_those_asked_for(
    window: MainWindow, tmp_path: Path, first: int, last: int
) -> None:
    page = window.current_page
    assert page is not None
    printer = printer_to(tmp_path / "ud.pdf")
    if last:
        ranges = QPageRanges()
        ranges.addRange(first, last)
        printer.setPageRanges(ranges)
    print_report(page, report(), printer)
    printed = text_of((tmp_path / "ud.pdf").read_bytes(), tmp_path).split("\f")[:-1]
    whole = text_of(paper.pdf(report()), tmp_path).split("\f")[:-1]
    wanted = whole[first - 1 : last] if last else whole
    assert [sheet.split() for sheet in printed] == [sheet.split() for sheet in wanted]
    assert "sendt til" in page.notices()[-1].sentence.text()


def test_that_pages_are_made_smaller_for_smaller_paper(window: MainWindow, tmp_path: Path) -> None:
    page = window.current_page
    assert page is not None
    printer = printer_to(tmp_path / "ud.pdf")
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    print_report(page, report(), printer)
    assert "Side 1 af" in text_of((tmp_path / "ud.pdf").read_bytes(), tmp_path), "the foot of the page is lost"


def test_that_a_printer_that_cannot_begin_is_told(window: MainWindow, tmp_path: Path) -> None:
    page = window.current_page
    assert page is not None
    print_report(page, report(), printer_to(tmp_path / "findes ikke" / "ud.pdf"))
    assert page.notices()[-1].sentence.text().startswith("Udskriften kan ikke begynde. Vælg en anden printer")


def test_that_a_computer_without_a_printer_gets_the_remedy(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = window.current_page
    assert page is not None
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    assert exporting.choose_printer(page, report()) is None
    assert page.notices()[-1].sentence.text().startswith("Der er ingen printer på computeren. Eksportér i stedet")


def printer_to(path: Path) -> QPrinter:
    """A printer that writes a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setPageLayout(paper.A4_LANDSCAPE)
    printer.setFullPage(True)
    return printer
