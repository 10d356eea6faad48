"""The minutes as a PDF: the words of the other files, on pages that say number, data date and DEMO."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from sundhedsklynge.store.notes import DECISION, NOTE, Note
from sundhedsklynge.ui.minutes_paper import minutes_pdf, parts_of
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.minutes import Minutes, markdown, plain_text
from tests.ui.test_paper import pages, text_of

AS_OF = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def minutes(demo: Workspace) -> Minutes:
    made = demo.meeting.minutes(AS_OF, as_of=demo.default_as_of())
    hold = Note("To hold * mere", AS_OF, DECISION, AS_OF, "Centerleder", "kommune", "219")
    note = Note("Ring mandag " * 30, AS_OF, NOTE, AS_OF, "", "kommune", "219")
    return replace(made, decisions=((hold, "Hillerød"),), notes=((note, "Hillerød"),) * 30)


def test_that_the_pdf_says_what_the_other_files_say(minutes: Minutes, tmp_path: Path) -> None:
    words = " ".join(said for _, said in parts_of(markdown(minutes))).lower().split()
    plain = plain_text(minutes).lower().split()
    assert [word for word in words if word != "-"] == [word for word in plain if word != "-"]
    assert "To hold * mere (ansvarlig: Centerleder; data pr. 23.11.2026)" in text_of(minutes_pdf(minutes), tmp_path)


def test_that_every_page_says_its_number_data_date_and_demo(minutes: Minutes, tmp_path: Path) -> None:
    document = minutes_pdf(minutes)
    sheets = text_of(document, tmp_path).split("\f")[:-1]
    assert len(sheets) == pages(document) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert f"Side {number} af {len(sheets)}" in sheet
        assert "Data opgjort pr. 23.11.2026" in sheet
        assert "DEMO - opdigtede tal" in sheet
    assert "DEMO" not in text_of(minutes_pdf(replace(minutes, is_demo=False)), tmp_path)


def test_that_it_is_letters_with_their_fonts_and_the_same_bytes_each_time(minutes: Minutes) -> None:
    document = minutes_pdf(minutes)
    assert document == minutes_pdf(minutes)
    assert b"/FontFile2" in document
    assert b"/Subtype /Image" not in document
    assert b"Referat" in document.replace(b"\x00", b"")
