"""The PDF and the picture: what the files are, that they stay the same, and that drawing takes any report."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtGui import QImage

from sundhedsklynge.export.report import compose
from sundhedsklynge.ui import paper
from sundhedsklynge.ui.exporting import export
from sundhedsklynge.ui.window import MainWindow
from tests.unit.test_export import SCOPES, forecast_rows, meta, risk_rows
from tests.unit.test_export_front import report


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
    assert paper.pdf(report()) != paper.pdf(report(is_demo=True))


def test_that_the_pdf_is_dated_by_its_data_not_by_the_clock() -> None:
    document = paper.pdf(report())
    (told,) = re.findall(rb"/CreationDate \((.*?)\)", document)
    assert told in (b"D:20261123000000Z", b"D:20261123000000+00'00'")
    dates = re.findall(rb'Date="(.*?)"', document)
    assert dates
    assert set(dates) == {b"2026-11-23T00:00:00+00:00"}


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
    assert (image.width(), image.height()) == (paper.PICTURE_WIDTH, paper.PICTURE_HEIGHT)
    assert image.pixelColor(3, 3).lightnessF() > 0.95
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 5) for y in range(0, image.height(), 9)}
    assert len(colors) > 8


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
    arguments = ["export", "--format", "xlsx,pdf,csv,png", "--out", str(tmp_path / "kommando")]
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
    assert {Path(name).suffix for name in from_window} == {".xlsx", ".pdf", ".csv", ".png"}
