"""What is typed in on the quarter page: figures with doubts, targets, remarks, offers, and their print."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.offers import Offer
from sundhedsklynge.ui.pages.kvartal import ENTRY, OFFERS, TREATMENT, KvartalPage
from sundhedsklynge.ui.pages.kvartal_beside import REMARKS
from sundhedsklynge.ui.pages.kvartal_print import Catalogue, catalogue_pdf, save_catalogue
from sundhedsklynge.ui.pages.kvartal_sheet import SheetPart
from sundhedsklynge.ui.pages.kvartal_targets import read_percent
from sundhedsklynge.ui.session import Scope
from tests.ui.quarter_page import HILLEROED, HOMES, beside
from tests.ui.reading import column, room

AS_OF = dt.date(2026, 11, 23)


# Figures typed in


def sheet(page: KvartalPage, kind: str = "plejehjem") -> SheetPart:
    page.show_part(ENTRY)
    page.entry.kinds.button(kind).click()
    part = page.entry.parts[kind]
    assert isinstance(part, SheetPart)
    return part


def type_in(part: SheetPart, row: int, at: int, said: str) -> None:
    """Types into figure `at` of a line as a user does: the first key opens the editor, Enter closes it."""
    names = 1 if part.kind is HomeEntry else 2
    part.table.setCurrentIndex(part.table.sheet.index(row, names + at))
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_F2)
    (editor,) = [field for field in part.table.viewport().findChildren(QLineEdit) if field.isVisible()]
    editor.selectAll()
    QTest.keyClicks(editor, said)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_that_what_cannot_be_right_is_said_in_place_and_not_saved(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    before = len(room(own_quarter_page).imports())
    type_in(part, row, 1, "99")
    assert "■" in column(part.table, "Tvivl")[row]
    assert not part.save.isEnabled()
    assert not part.yes.isVisible()
    part.save_all()
    assert len(room(own_quarter_page).imports()) == before


def test_that_a_jump_is_asked_about_and_saved_when_answered_then_undone(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    stored = part.table.sheet.stored(row)
    type_in(part, row, 1, "1")
    assert "Er det rigtigt?" in column(part.table, "Tvivl")[row]
    assert not part.save.isEnabled()
    part.yes.click()
    assert part.save.isEnabled()
    imports = len(room(own_quarter_page).imports())
    part.save.click()
    assert len(room(own_quarter_page).imports()) == imports + 1
    saved = part.table.sheet.stored(part.table.sheet.row_of(HILLEROED, ""))
    assert isinstance(saved, HomeEntry)
    assert saved.homes_with_doctor == 1
    assert not part.table.sheet.changed_rows()
    own_quarter_page.session.steps.undo()
    assert part.table.sheet.stored(row) == stored
    own_quarter_page.session.steps.redo()
    assert part.table.sheet.stored(row) == saved
    assert len(room(own_quarter_page).imports()) == imports + 1


def test_that_space_in_the_doubt_column_answers_yes(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "1")
    part.table.setCurrentIndex(part.table.sheet.index(row, part.table.sheet.doubt_column))
    QTest.keyClick(part.table, Qt.Key.Key_Space)
    assert not part.table.sheet.open_doubts()


def test_that_a_block_from_a_sheet_is_typed_in(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    part.table.look_at(0)
    QApplication.clipboard().setText("4\t4\t0\n4\t2\tx")
    QTest.keyClick(part.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column(part.table, "Ukendt")[:2] == ["0", "x"]
    assert "ikke et helt tal" in column(part.table, "Tvivl")[1]


def test_that_typed_figures_survive_a_look_at_another_quarter_and_can_be_dropped(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "7")
    for quarter in ("2026K2", "2026K3"):
        part.quarter.setCurrentIndex(part.quarter.findData(quarter))
        part.quarter.activated.emit(part.quarter.currentIndex())
    assert column(part.table, "Med fast læge")[row] == "7"
    part.drop.click()
    assert column(part.table, "Med fast læge")[row] == "6"


def test_that_a_new_line_can_be_added_for_a_hospital_that_sent_nothing(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page, "behandling")
    part.municipality.setCurrentIndex(part.municipality.findData(HILLEROED))
    part.hospital.setCurrentIndex(part.hospital.findData("Bornholms Hospital"))
    part.add.click()
    row = part.table.sheet.row_of(HILLEROED, "Bornholms Hospital")
    assert row == part.table.sheet.rowCount() - 1
    for at, said in enumerate(("8", "5")):
        type_in(part, row, at, said)
    part.save.click()
    entry = part.table.sheet.stored(part.table.sheet.row_of(HILLEROED, "Bornholms Hospital"))
    assert entry == TreatmentEntry("2026K3", HILLEROED, "Bornholms Hospital", 8, 5)


def test_that_corrections_have_a_history(own_quarter_page: KvartalPage) -> None:
    part = sheet(own_quarter_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "7")
    part.yes.click()
    part.save.click()
    part.table.look_at(part.table.sheet.row_of(HILLEROED, ""))
    shown: list[tuple[str, ...]] = []
    own_quarter_page.details_asked.connect(lambda details: shown.append(details.notes))
    part.history.click()
    notes = shown[-1]
    assert notes[1].startswith("●")
    assert "tastet ind" in notes[1]
    assert "med fast læge 7" in notes[1]
    assert notes[2].startswith("○")
    assert "med fast læge 6" in notes[2]


# Targets, remarks, offers


def test_that_a_target_set_here_gives_a_status_and_can_be_undone(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(ENTRY)
    own_quarter_page.entry.kinds.button("maal").click()
    form = own_quarter_page.entry.targets
    form.value.setText("80 %")
    form.first.setDate(QDate(2026, 1, 1))
    form.save.click()
    assert column(form.table, "Mål") == ["80,0 %"]
    assert form.value.text() == ""
    own_quarter_page.show_part(TREATMENT)
    assert column(own_quarter_page.treatment.table, "Status")[0] == "tæt på"
    own_quarter_page.session.steps.undo()
    assert column(own_quarter_page.treatment.table, "Status")[0] == "intet mål"


def test_that_delete_removes_the_marked_target(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(ENTRY)
    own_quarter_page.entry.kinds.button("maal").click()
    form = own_quarter_page.entry.targets
    form.value.setText("80")
    form.save.click()
    form.table.select_row(0)
    form.table.setFocus()
    QTest.keyClick(form.table, Qt.Key.Key_Delete)
    assert room(own_quarter_page).quarterly.targets() == []
    assert "ikke sat mål" in form.said.text()


@pytest.mark.parametrize(("said", "value"), [("80", 0.8), ("80,5 %", 0.805), ("0", 0.0), ("100", 1.0)])
def test_that_a_target_reads_as_per_cent(said: str, value: float) -> None:
    assert read_percent(said) == pytest.approx(value)


@pytest.mark.parametrize("said", ["", "mange", "120", "-1", "nan"])
def test_that_what_is_no_target_is_said_and_not_stored(own_quarter_page: KvartalPage, said: str) -> None:
    own_quarter_page.show_part(ENTRY)
    own_quarter_page.entry.kinds.button("maal").click()
    own_quarter_page.entry.targets.value.setText(said)
    own_quarter_page.entry.targets.save.click()
    assert len(own_quarter_page.notices()) == 1
    assert room(own_quarter_page).quarterly.targets() == []


def test_that_a_remark_is_shown_beside_the_chart(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(ENTRY)
    own_quarter_page.entry.kinds.button("noter").click()
    form = own_quarter_page.entry.remarks
    form.indicator.setCurrentIndex(form.indicator.findData(HOMES))
    form.text.setText("Møde med praktiserende læger")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    own_quarter_page.show_part(TREATMENT)
    assert column(beside(own_quarter_page.treatment, HOMES, REMARKS), "Bemærkning") == ["Møde med praktiserende læger"]


def add_offer(page: KvartalPage, title: str, said: str = "Otte uger") -> None:
    page.offers.offer_title.setText(title)
    page.offers.offer_text.setText(said)
    page.offers.save.click()


def test_that_offers_are_added_searched_changed_and_removed_and_each_undone(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(OFFERS)
    part = own_quarter_page.offers
    assert "Kataloget er tomt" in part.said.text()
    add_offer(own_quarter_page, "Genoptræning af knæ")
    add_offer(own_quarter_page, "Skuldertræning")
    part.search.setText("knæ")
    assert column(part.table, "Tilbud") == ["Genoptræning af knæ"]
    part.search.setText("ryg")
    assert "Ingen tilbud passer" in part.said.text()
    part.search.clear()
    part.table.select_row(column(part.table, "Tilbud").index("Skuldertræning"))
    part.edit_selected()
    part.offer_title.setText("Skulder, hold")
    part.save.click()
    assert "Skulder, hold" in column(part.table, "Tilbud")
    own_quarter_page.session.steps.undo()
    assert "Skuldertræning" in column(part.table, "Tilbud")
    part.table.select_row(0)
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    assert len(column(part.table, "Tilbud")) == 1
    own_quarter_page.session.steps.undo()
    assert len(column(part.table, "Tilbud")) == 2


def test_that_an_offer_that_is_refused_stays_in_the_form(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(OFFERS)
    add_offer(own_quarter_page, "Genoptræning", "")
    assert own_quarter_page.offers.offer_title.text() == "Genoptræning"
    assert len(own_quarter_page.notices()) == 1


def test_that_offers_that_have_ended_are_hidden_until_asked_for(own_quarter_page: KvartalPage) -> None:
    own_quarter_page.show_part(OFFERS)
    part = own_quarter_page.offers
    part.first.setDate(QDate(2020, 1, 1))
    part.ends.setChecked(True)
    part.last.setDate(QDate(2021, 1, 1))
    add_offer(own_quarter_page, "Gammelt tilbud")
    assert column(part.table, "Tilbud") == []
    part.current_only.setChecked(False)
    assert column(part.table, "Tilbud") == ["Gammelt tilbud"]


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return found.stdout.decode().removesuffix("\f").split("\f")


def test_that_the_offers_shown_are_printed(own_quarter_page: KvartalPage, tmp_path: Path) -> None:
    own_quarter_page.show_part(OFFERS)
    part = own_quarter_page.offers
    assert not part.print.isEnabled()
    add_offer(own_quarter_page, "Genoptræning af knæ")
    add_offer(own_quarter_page, "Skuldertræning")
    part.search.setText("knæ")
    dialog = part.ask_where()
    dialog.filesSelected.emit([str(tmp_path / "tilbud.pdf")])
    dialog.reject()
    (printed,) = pages_of(tmp_path / "tilbud.pdf")
    for said in (
        "Katalog over tilbud",
        "Alle kommuner · 1 tilbud",
        "søgt på: knæ",
        "Beskrivelse",
        "Genoptræning af knæ",
    ):
        assert said in printed
    assert "Skuldertræning" not in printed
    assert "Opgjort pr. 23.11.2026." in printed


def test_that_the_catalogue_follows_the_place_chosen_at_the_top(own_quarter_page: KvartalPage, tmp_path: Path) -> None:
    own_quarter_page.show_part(OFFERS)
    part = own_quarter_page.offers
    for place in ("Allerød", "Hillerød"):
        part.form_owner.setCurrentIndex(part.form_owner.findText(place))
        add_offer(own_quarter_page, f"Knæhold i {place}")
    part.form_provider.setCurrentIndex(part.form_provider.findData("almen praksis"))
    part.form_provider.activated.emit(part.form_provider.currentIndex())
    add_offer(own_quarter_page, "Henvisning")
    own_quarter_page.session.choose(Scope(municipality=HILLEROED))
    assert set(column(part.table, "Tilbud")) == {"Knæhold i Hillerød", "Henvisning"}
    part.print_to(tmp_path / "tilbud.pdf")
    (printed,) = pages_of(tmp_path / "tilbud.pdf")
    assert "Hillerød · 2 tilbud" in printed
    assert "Allerød" not in printed


def test_that_the_same_catalogue_is_the_same_bytes(qapp: QApplication) -> None:
    catalogue = Catalogue([Offer("kommune", "Hold", "Træning", AS_OF)], "Hillerød", "1 tilbud", AS_OF)
    assert catalogue_pdf(catalogue) == catalogue_pdf(catalogue)
    assert b"/CreationDate (D:20261123000000Z)" in catalogue_pdf(catalogue)


def test_that_a_file_that_cannot_be_written_is_told(own_quarter_page: KvartalPage, tmp_path: Path) -> None:
    own_quarter_page.show_part(OFFERS)
    add_offer(own_quarter_page, "Knæhold")
    own_quarter_page.offers.print_to(tmp_path / "findes ikke" / "tilbud.pdf")
    (bar,) = own_quarter_page.notices()
    assert (
        bar.sentence.text() == f"Mappen {tmp_path / 'findes ikke'} findes ikke. Opret den, eller vælg en anden mappe."
    )


def test_that_every_page_of_the_catalogue_has_headings_and_number(qapp: QApplication, tmp_path: Path) -> None:
    offers = [Offer("kommune", f"Hold {n:02}", "Træning på hold. " * 12, dt.date(2026, 1, 1)) for n in range(40)]
    save_catalogue(tmp_path / "k.pdf", Catalogue(offers, "Alle kommuner", "40 tilbud", dt.date(2026, 11, 23)))
    pages = pages_of(tmp_path / "k.pdf")
    assert len(pages) > 1
    for number, printed in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in printed
        assert "Beskrivelse" in printed
    assert [f"Hold {n:02}" for n in range(40) if f"Hold {n:02}" not in "".join(pages)] == []
