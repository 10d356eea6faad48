"""The quarter page on the demo: tables against the room, charts and their words, entry with doubts, targets, remarks, offers."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.offers import Offer
from sundhedsklynge.coverage.spc import ChartKind
from sundhedsklynge.demo.quarterly import EARLIER_HOSPITAL
from sundhedsklynge.ui.pages import KVARTAL
from sundhedsklynge.ui.pages.kvartal import ENTRY, OFFERS, PLANS, TREATMENT, YEAR, KvartalPage
from sundhedsklynge.ui.pages.kvartal_beside import AREAS, DRIFT, FIGURES, HOSPITALS, PLACES, REMARKS, WARDS
from sundhedsklynge.ui.pages.kvartal_indicators import IndicatorsPart
from sundhedsklynge.ui.pages.kvartal_print import Catalogue, save_catalogue
from sundhedsklynge.ui.pages.kvartal_sheet import SheetPart
from sundhedsklynge.ui.pages.kvartal_targets import read_percent
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.tables import TableView
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.quarterly import Ground, Quarterly
from tests.ui.conftest import MakeWindow

HILLEROED, NORTH = 219, ("klynge", "H-NORD")
COVERED, CONTACTS, HOMES, COMPLETE = (
    "behandling72_daekning",
    "behandling72_kontakter",
    "plejehjem_laege",
    "gop_komplet",
)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once; tests copy it."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    Workspace.demo(str(path)).close()
    return path


@pytest.fixture(scope="session")
def demo(demo_database: Path) -> Iterator[Workspace]:
    """The demo, open; tests only read it."""
    with Workspace.open(str(demo_database)) as workspace:
        yield workspace


@pytest.fixture
def own_demo(demo_database: Path, tmp_path: Path) -> Workspace:
    """A copy of the test's own; the session closes it."""
    path = tmp_path / "demo.sqlite"
    path.write_bytes(demo_database.read_bytes())
    return Workspace.open(str(path))


def opened(window: MainWindow) -> KvartalPage:
    window.show_page(KVARTAL)
    page = window.current_page
    assert isinstance(page, KvartalPage)
    return page


@pytest.fixture
def page(make_window: MakeWindow, demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> KvartalPage:
    """The page on the shared demo, without the forecast, which it does not need."""
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    return opened(make_window(demo, keep=True))


@pytest.fixture
def own_page(make_window: MakeWindow, own_demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> KvartalPage:
    """The page on a demo that may be changed."""
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    return opened(make_window(own_demo))


def room(page: KvartalPage) -> Workspace:
    assert page.session.workspace is not None
    return page.session.workspace


def column(table: QTableView, title: str) -> list[str]:
    """What a table shows in the column headed `title`."""
    model = table.model()
    titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
    at = titles.index(title)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


# Indicators


def test_that_the_summary_has_one_row_an_indicator_with_share_and_counts_together(page: KvartalPage) -> None:
    part = page.treatment
    assert column(part.table, "Indikator")[3] == "Plejehjem med fast læge"
    row = room(page).quarterly.summary()[3]
    assert row.indicator.key == HOMES
    assert column(part.table, "n/N")[3] == f"{row.latest.numerator}/{row.latest.denominator}"
    assert column(part.table, "Andel")[3] == "42,1 %"
    assert column(part.table, "Mål")[3] == "100 %"
    assert column(part.table, "Status")[3] == "ikke nået"
    assert column(part.table, "Status")[0] == "intet mål"


def test_that_a_rate_reads_per_hundred(page: KvartalPage) -> None:
    contacts, discharges = column(page.treatment.table, "n/N")[1].replace(".", "").split("/")
    rate = f"{100 * int(contacts) / int(discharges):.1f}".replace(".", ",")
    assert column(page.treatment.table, "Andel")[1] == f"{rate} pr. 100"


def test_that_a_click_on_a_row_opens_its_chart_with_the_sentence_under_it(page: KvartalPage) -> None:
    part = page.treatment
    index = part.model.index(3, 0)
    QTest.mouseClick(part.table.viewport(), Qt.MouseButton.LeftButton, pos=part.table.visualRect(index).center())
    assert part.chart.shown is not None
    assert part.chart.shown.series.control.kind is ChartKind.STEP
    assert part.why.text() == room(page).quarterly.chart(HOMES).sentence
    assert part.basis.text() == "Antal plejehjem med læge af alle plejehjem, også ukendte."


def test_that_enter_on_a_row_moves_to_the_chart_which_reads_by_arrow_keys(page: KvartalPage) -> None:
    part = page.treatment
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert part.chart.hasFocus()
    newest = part.chart.readout.toolTip()
    QTest.keyClick(part.chart, Qt.Key.Key_Left)
    assert newest.startswith("3. kvartal 2026: 72,7 % (777/1.069)")
    assert part.chart.readout.toolTip().startswith("2. kvartal 2026: 67,4 % (682/1.012)")


def test_that_the_target_group_stands_by_the_72_hour_figures(page: KvartalPage) -> None:
    page.treatment.choose(COVERED)
    assert "Målgruppe: indlagt mindst 24 timer" in page.treatment.basis.text()


def test_that_the_summary_says_that_copenhagen_counts_once(page: KvartalPage) -> None:
    assert page.treatment.twice.isVisible()
    assert page.treatment.twice.text().startswith("København ligger i to klynger")
    page.session.choose(Scope(NORTH))
    assert not page.treatment.twice.isVisible()


def test_that_the_page_follows_the_scope(page: KvartalPage) -> None:
    page.session.choose(Scope(NORTH, HILLEROED))
    chosen = room(page).quarterly.summary("kommune", str(HILLEROED))[0].latest
    assert column(page.treatment.table, "n/N")[0] == f"{chosen.numerator}/{chosen.denominator}"
    assert page.subtitle == "Hillerød"


def test_that_a_place_without_figures_reads_missing_and_never_zero(own_page: KvartalPage) -> None:
    workspace = room(own_page)
    nursing = [info for info in workspace.imports() if info.kind == "nursing_home"]
    for info in nursing:
        workspace.undo_import(info.id)
    own_page.session.load()
    part = own_page.treatment
    assert column(part.table, "Andel")[3:] == ["mangler", "mangler"]
    assert column(part.table, "Status")[3:] == ["mangler", "mangler"]
    part.choose(HOMES)
    assert not part.chart.isVisible()
    assert "ikke nul" in part.why.text()


def beside(part: IndicatorsPart, indicator: str, view: str) -> TableView:
    part.choose(indicator)
    part.beside.views.button(view).click()
    return part.beside.table


def test_that_the_table_twin_tells_what_the_chart_shows(page: KvartalPage) -> None:
    table = beside(page.treatment, COVERED, FIGURES)
    view = room(page).quarterly.chart(COVERED)
    assert column(table, "Kvartal") == list(reversed(view.series.quarters))
    assert column(table, "n/N")[0] == "777/1.069"
    assert column(table, "95 %")[0] == "69,9–75,3"


def test_that_hospitals_stand_side_by_side_best_first(page: KvartalPage) -> None:
    table = beside(page.treatment, COVERED, HOSPITALS)
    wanted = [cell.place.name for cell in room(page).quarterly.hospitals(COVERED)]
    assert column(table, "Hospital") == wanted
    assert beside(page.treatment, HOMES, HOSPITALS).isVisible() is False
    assert "ikke på hospitaler" in page.treatment.beside.said.text()


def test_that_unknown_homes_are_always_shown(page: KvartalPage) -> None:
    table = beside(page.treatment, HOMES, PLACES)
    known = {place.name: cell for place, cell in room(page).quarterly.municipalities(HOMES)}
    shown = dict(zip(column(table, "Kommune"), column(table, "Ukendt"), strict=True))
    assert shown == {name: str(cell.unknown) for name, cell in known.items() if cell is not None}
    assert "1" in shown.values()


def test_that_enter_on_a_municipality_chooses_it_in_the_scope(page: KvartalPage) -> None:
    table = beside(page.treatment, HOMES, PLACES)
    row = column(table, "Kommune").index("Hillerød")
    table.setCurrentIndex(table.model().index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.session.scope.municipality == HILLEROED


def test_that_the_watch_for_early_discharge_tells_every_hospital_and_figure(page: KvartalPage) -> None:
    table = beside(page.treatment, CONTACTS, DRIFT)
    drifts = room(page).quarterly.drift()
    assert column(table, "Hospital") == [drift.hospital for drift in drifts]
    assert "liggetid" in page.treatment.beside.said.text()
    assert {drift.hospital for drift in drifts if drift.drifting} == {EARLIER_HOSPITAL}


def test_that_areas_can_be_shown_by_council_before_they_begin(page: KvartalPage) -> None:
    table = beside(page.treatment, HOMES, AREAS)
    assert "Klynge Nord" in column(table, "Område")
    page.organisation.setCurrentIndex(2)
    page.organisation.activated.emit(2)
    assert "Amager og Vestegnen" in column(table, "Område")
    assert not any("Klynge" in name for name in column(table, "Område"))


def test_that_an_area_of_the_other_organisation_opens_on_the_page_and_lets_go_again(page: KvartalPage) -> None:
    page.organisation.setCurrentIndex(2)
    page.organisation.activated.emit(2)
    table = beside(page.treatment, HOMES, AREAS)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.elsewhere.isVisible()
    assert page.treatment.chart.accessibleName() == "Plejehjem med fast læge, Amager og Vestegnen"
    page.elsewhere.findChildren(QAbstractButton)[0].click()
    assert not page.elsewhere.isVisible()
    assert page.treatment.chart.accessibleName() == "Plejehjem med fast læge, I alt"


def test_that_a_cluster_that_the_councils_do_not_have_gives_way_to_the_whole(page: KvartalPage) -> None:
    page.session.choose(Scope(NORTH))
    page.organisation.setCurrentIndex(2)
    page.organisation.activated.emit(2)
    assert page.sight().code == "i_alt"
    assert page.elsewhere.isVisible()


# Charts with limits


def test_that_limits_signals_and_a_new_phase_are_drawn_and_said(own_page: KvartalPage) -> None:
    workspace = room(own_page)
    quarters = [f"{year}K{k}" for year in (2021, 2022, 2023) for k in (1, 2, 3, 4)]
    early = [TreatmentEntry(quarter, HILLEROED, "Nordsjællands Hospital", 30, 9, 6, 2) for quarter in quarters]
    workspace.quarterly.save_entries(early, confirmed=True)
    own_page.session.load()
    own_page.session.choose(Scope(NORTH, HILLEROED))
    part = own_page.treatment
    part.choose(COVERED)
    view = part.chart.shown
    assert view is not None
    assert view.series.control.kind is ChartKind.P
    assert view.series.control.signals
    assert "◆" in part.signals.text()
    assert "forbedring" in column(part.table, "Variation")[0]
    assert "Grænser" in [
        str(part.beside.model.headerData(c, Qt.Orientation.Horizontal)) for c in range(part.beside.model.columnCount())
    ]
    form = own_page.entry.remarks
    own_page.show_part(ENTRY)
    own_page.entry.show_kind("noter")
    form.text.setText("Nyt samarbejde")
    form.day.setDate(QDate(2025, 1, 15))
    form.anew.setChecked(True)
    form.save.click()
    own_page.show_part(TREATMENT)
    assert "Regnet om fra 15.01.2025: Nyt samarbejde" in part.why.text()
    assert len(part.chart.shown.series.control.phases) == 2  # type: ignore[union-attr]
    own_page.session.steps.undo()
    assert "Regnet om" not in part.why.text()


# Quality of plans


def test_that_quality_is_told_by_department_over_time(page: KvartalPage) -> None:
    page.show_part(PLANS)
    table = beside(page.plans, COMPLETE, WARDS)
    frame = room(page).quarterly.quality(("hospital", "department"))
    rows = frame[(frame["indicator"] == COMPLETE) & (frame["quarter"] == "2026K3") & (frame["department"] != "")]
    wanted = {(r.hospital, r.department): f"{r.numerator:.0f}/{r.denominator:.0f}" for r in rows.itertuples()}
    keys = zip(column(table, "Hospital"), column(table, "Afdeling"), strict=True)
    assert dict(zip(keys, column(table, "n/N"), strict=True)) == wanted


def test_that_the_quality_chart_says_why_it_has_no_limits(page: KvartalPage) -> None:
    page.show_part(PLANS)
    page.plans.choose(COMPLETE)
    assert page.plans.why.text().startswith("Seriediagram: 11 kvartaler")


# Year on year


def test_that_year_on_year_tells_both_years_and_the_change(page: KvartalPage) -> None:
    page.show_part(YEAR)
    part = page.year
    view = room(page).quarterly.year_on_year()
    model = part.model
    march = [str(model.index(row, 2).data()) for row in range(3)]
    assert march == [str(view.rows[2].last_year), str(view.rows[2].this_year), "+7,2 %"]
    assert str(model.index(1, 10).data()) == "ikke slut"
    assert part.chart.readout.toolTip().endswith("ændring +3,9 %")


def test_that_operations_reported_have_their_own_figure(page: KvartalPage) -> None:
    page.show_part(YEAR)
    page.year.source.button("operationer").click()
    assert page.year.chart.accessibleName().startswith("Indberettede operationer pr. måned")
    october = room(page).quarterly.year_on_year(source="aktivitet", measure="operations").rows[9]
    assert str(page.year.model.index(1, 9).data()) == str(october.this_year)


def test_that_an_earlier_year_can_be_chosen(page: KvartalPage) -> None:
    page.show_part(YEAR)
    part = page.year
    part.year.setCurrentIndex(part.year.findData(2025))
    part.year.activated.emit(part.year.currentIndex())
    assert str(part.model.headerData(1, Qt.Orientation.Vertical)) == "2025"


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


def test_that_what_cannot_be_right_is_said_in_place_and_not_saved(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    before = len(room(own_page).imports())
    type_in(part, row, 1, "99")
    assert "■" in column(part.table, "Tvivl")[row]
    assert not part.save.isEnabled()
    assert not part.yes.isVisible()
    part.save_all()
    assert len(room(own_page).imports()) == before


def test_that_a_jump_is_asked_about_and_saved_when_answered_then_undone(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    stored = part.table.sheet.stored(row)
    type_in(part, row, 1, "1")
    assert "Er det rigtigt?" in column(part.table, "Tvivl")[row]
    assert not part.save.isEnabled()
    part.yes.click()
    assert part.save.isEnabled()
    imports = len(room(own_page).imports())
    part.save.click()
    assert len(room(own_page).imports()) == imports + 1
    saved = part.table.sheet.stored(part.table.sheet.row_of(HILLEROED, ""))
    assert isinstance(saved, HomeEntry)
    assert saved.homes_with_doctor == 1
    assert not part.table.sheet.changed_rows()
    own_page.session.steps.undo()
    assert part.table.sheet.stored(row) == stored
    own_page.session.steps.redo()
    assert part.table.sheet.stored(row) == saved
    assert len(room(own_page).imports()) == imports + 1


def test_that_space_in_the_doubt_column_answers_yes(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "1")
    part.table.setCurrentIndex(part.table.sheet.index(row, part.table.sheet.doubt_column))
    QTest.keyClick(part.table, Qt.Key.Key_Space)
    assert not part.table.sheet.open_doubts()


def test_that_a_block_from_a_sheet_is_typed_in(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    part.table.look_at(0)
    QApplication.clipboard().setText("4\t4\t0\n4\t2\tx")
    QTest.keyClick(part.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column(part.table, "Ukendt")[:2] == ["0", "x"]
    assert "ikke et helt tal" in column(part.table, "Tvivl")[1]


def test_that_typed_figures_survive_a_look_at_another_quarter_and_can_be_dropped(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "7")
    for quarter in ("2026K2", "2026K3"):
        part.quarter.setCurrentIndex(part.quarter.findData(quarter))
        part.quarter.activated.emit(part.quarter.currentIndex())
    assert column(part.table, "Med fast læge")[row] == "7"
    part.drop.click()
    assert column(part.table, "Med fast læge")[row] == "6"


def test_that_a_new_line_can_be_added_for_a_hospital_that_sent_nothing(own_page: KvartalPage) -> None:
    part = sheet(own_page, "behandling")
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


def test_that_corrections_have_a_history(own_page: KvartalPage) -> None:
    part = sheet(own_page)
    row = part.table.sheet.row_of(HILLEROED, "")
    type_in(part, row, 1, "7")
    part.yes.click()
    part.save.click()
    part.table.look_at(part.table.sheet.row_of(HILLEROED, ""))
    shown: list[tuple[str, ...]] = []
    own_page.details_asked.connect(lambda details: shown.append(details.notes))
    part.history.click()
    notes = shown[-1]
    assert notes[1].startswith("●")
    assert "tastet ind" in notes[1]
    assert "med fast læge 7" in notes[1]
    assert notes[2].startswith("○")
    assert "med fast læge 6" in notes[2]


# Targets, remarks, offers


def test_that_a_target_set_here_gives_a_status_and_can_be_undone(own_page: KvartalPage) -> None:
    own_page.show_part(ENTRY)
    own_page.entry.kinds.button("maal").click()
    form = own_page.entry.targets
    form.value.setText("80 %")
    form.first.setDate(QDate(2026, 1, 1))
    form.save.click()
    assert column(form.table, "Mål") == ["80,0 %"]
    assert form.value.text() == ""
    own_page.show_part(TREATMENT)
    assert column(own_page.treatment.table, "Status")[0] == "tæt på"
    own_page.session.steps.undo()
    assert column(own_page.treatment.table, "Status")[0] == "intet mål"


def test_that_delete_removes_the_marked_target(own_page: KvartalPage) -> None:
    own_page.show_part(ENTRY)
    own_page.entry.kinds.button("maal").click()
    form = own_page.entry.targets
    form.value.setText("80")
    form.save.click()
    form.table.select_row(0)
    form.table.setFocus()
    QTest.keyClick(form.table, Qt.Key.Key_Delete)
    assert room(own_page).quarterly.targets() == []
    assert "ikke sat mål" in form.said.text()


@pytest.mark.parametrize(("said", "value"), [("80", 0.8), ("80,5 %", 0.805), ("0", 0.0), ("100", 1.0)])
def test_that_a_target_reads_as_per_cent(said: str, value: float) -> None:
    assert read_percent(said) == pytest.approx(value)


@pytest.mark.parametrize("said", ["", "mange", "120", "-1", "nan"])
def test_that_what_is_no_target_is_said_and_not_stored(own_page: KvartalPage, said: str) -> None:
    own_page.show_part(ENTRY)
    own_page.entry.kinds.button("maal").click()
    own_page.entry.targets.value.setText(said)
    own_page.entry.targets.save.click()
    assert len(own_page.notices()) == 1
    assert room(own_page).quarterly.targets() == []


def test_that_a_remark_is_shown_beside_the_chart(own_page: KvartalPage) -> None:
    own_page.show_part(ENTRY)
    own_page.entry.kinds.button("noter").click()
    form = own_page.entry.remarks
    form.indicator.setCurrentIndex(form.indicator.findData(HOMES))
    form.text.setText("Møde med praktiserende læger")
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    own_page.show_part(TREATMENT)
    assert column(beside(own_page.treatment, HOMES, REMARKS), "Bemærkning") == ["Møde med praktiserende læger"]


def add_offer(page: KvartalPage, title: str, said: str = "Otte uger") -> None:
    page.offers.offer_title.setText(title)
    page.offers.offer_text.setText(said)
    page.offers.save.click()


def test_that_offers_are_added_searched_changed_and_removed_and_each_undone(own_page: KvartalPage) -> None:
    own_page.show_part(OFFERS)
    part = own_page.offers
    assert "Kataloget er tomt" in part.said.text()
    add_offer(own_page, "Genoptræning af knæ")
    add_offer(own_page, "Skuldertræning")
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
    own_page.session.steps.undo()
    assert "Skuldertræning" in column(part.table, "Tilbud")
    part.table.select_row(0)
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Delete)
    assert len(column(part.table, "Tilbud")) == 1
    own_page.session.steps.undo()
    assert len(column(part.table, "Tilbud")) == 2


def test_that_an_offer_that_is_refused_stays_in_the_form(own_page: KvartalPage) -> None:
    own_page.show_part(OFFERS)
    add_offer(own_page, "Genoptræning", "")
    assert own_page.offers.offer_title.text() == "Genoptræning"
    assert len(own_page.notices()) == 1


def test_that_offers_that_have_ended_are_hidden_until_asked_for(own_page: KvartalPage) -> None:
    own_page.show_part(OFFERS)
    part = own_page.offers
    part.first.setDate(QDate(2020, 1, 1))
    part.ends.setChecked(True)
    part.last.setDate(QDate(2021, 1, 1))
    add_offer(own_page, "Gammelt tilbud")
    assert column(part.table, "Tilbud") == []
    part.current_only.setChecked(False)
    assert column(part.table, "Tilbud") == ["Gammelt tilbud"]


def pages_of(path: Path) -> list[str]:
    """The text of each page of a PDF."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    found = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return found.stdout.decode().removesuffix("\f").split("\f")


def test_that_the_offers_shown_are_printed(own_page: KvartalPage, tmp_path: Path) -> None:
    own_page.show_part(OFFERS)
    part = own_page.offers
    assert not part.print.isEnabled()
    add_offer(own_page, "Genoptræning af knæ")
    add_offer(own_page, "Skuldertræning")
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
    assert f"{dt.date.today().year}" in printed


def test_that_a_file_that_cannot_be_written_is_told(own_page: KvartalPage, tmp_path: Path) -> None:
    own_page.show_part(OFFERS)
    add_offer(own_page, "Knæhold")
    own_page.offers.print_to(tmp_path / "findes ikke" / "tilbud.pdf")
    (bar,) = own_page.notices()
    assert bar.sentence.text().startswith("tilbud.pdf kan ikke gemmes. Luk filen")


def test_that_every_page_of_the_catalogue_has_headings_and_number(qapp: QApplication, tmp_path: Path) -> None:
    offers = [Offer("kommune", f"Hold {n:02}", "Træning på hold. " * 12, dt.date(2026, 1, 1)) for n in range(40)]
    save_catalogue(tmp_path / "k.pdf", Catalogue(offers, "Alle kommuner", "40 tilbud", dt.date(2026, 11, 23)))
    pages = pages_of(tmp_path / "k.pdf")
    assert len(pages) > 1
    for number, printed in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in printed
        assert "Beskrivelse" in printed
    assert [f"Hold {n:02}" for n in range(40) if f"Hold {n:02}" not in "".join(pages)] == []


# The page


def test_that_quarterly_files_alone_are_enough(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    own_page = opened(make_window(own_workspace))
    assert own_page.treatment.state.isVisible()
    told = "kvartal;kommunekode;plejehjem;plejehjem_med_laege;plejehjem_ukendt\n2026K3;219;5;4;0\n"
    (tmp_path / "plejehjem.csv").write_text(told, encoding="utf-8")
    assert own_workspace.import_file(tmp_path / "plejehjem.csv").refused is None
    own_page.session.load()
    assert "4/5" in column(own_page.treatment.table, "n/N")


def test_that_every_control_has_an_accessible_name(own_page: KvartalPage) -> None:
    for show in (lambda key=key: own_page.show_part(key) for key in (TREATMENT, PLANS, YEAR, OFFERS, ENTRY)):
        show()
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView, QAbstractSpinBox)
        for kind in kinds:
            for control in own_page.findChildren(kind):
                if control.isVisible() and not isinstance(control.parent(), QComboBox | QAbstractSpinBox | QTableView):
                    said = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
                    assert said, f"{type(control).__name__} in {own_page.segments.current()}"


def test_that_changes_on_another_page_are_read_when_the_page_is_seen_again(own_page: KvartalPage) -> None:
    workspace = room(own_page)
    window = own_page.window()
    assert isinstance(window, MainWindow)
    window.show_page("data")
    workspace.quarterly.save_entries([HomeEntry("2026K3", HILLEROED, 8, 8)], confirmed=True)
    own_page.session.load()
    window.show_page(KVARTAL)
    assert column(own_page.treatment.table, "n/N")[3] == "124/290"


def test_that_nothing_is_read_in_the_thread_of_the_window(
    make_window: MakeWindow, own_demo: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[threading.Thread] = []
    ground = Quarterly.ground

    def watched(self: Quarterly, *args: Any, **named: Any) -> Ground:
        readers.append(threading.current_thread())
        return ground(self, *args, **named)

    monkeypatch.setattr(Quarterly, "ground", watched)
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    window = make_window(own_demo, synchronous=False)
    qtbot.waitUntil(lambda: window.session.ground is not None, timeout=30000)
    page = opened(window)
    for key in (TREATMENT, PLANS, YEAR, OFFERS, ENTRY):
        page.show_part(key)
        qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=30000)
    assert page.treatment.chart.shown is not None
    assert page.plans.chart.shown is not None
    assert readers
    assert threading.main_thread() not in readers
