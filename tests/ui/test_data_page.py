"""The Data page: history, differences, openness and agreements, the watched folder, names and remembered layouts."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.pages import OVERBLIK
from sundhedsklynge.ui.pages.data import DataPage
from sundhedsklynge.ui.pages.data.changes import ChangesTab
from sundhedsklynge.ui.pages.data.files import FilesTab
from sundhedsklynge.ui.pages.data.inbox import InboxTab
from sundhedsklynge.ui.pages.data.names import NamesTab
from sundhedsklynge.ui.pages.data.openness import OpennessTab
from sundhedsklynge.ui.pages.data.page import TABS
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.test_import import data_page, drop, statuses, told

HOSPITAL = "Nordsjællands Hospital"


def plan(path: Path, day: dt.date, counts: dict[int, int], hospital: str = HOSPITAL) -> Path:
    """A plan of one hospital: operations of Hillerød by weeks after `day`."""
    lines = ["udtraeksdato;sygehus;kommunekode;procedure;uge;antal"]
    for weeks, count in counts.items():
        year, week, _ = (day + dt.timedelta(weeks=weeks)).isocalendar()
        lines.append(f"{day};{hospital};219;knæ;{year}-W{week:02d};{count}")
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def two_plans(own_workspace: Workspace, tmp_path: Path) -> Workspace:
    """A hospital's plans of two Mondays: one operation moved a week on, three new, and last year's."""
    monday = dt.date(2026, 11, 23)
    for day, counts in (
        (monday - dt.timedelta(days=364), {0: 1, 1: 2, 2: 2, 3: 1}),
        (monday - dt.timedelta(days=7), {1: 5, 2: 4, 3: 3, 4: 2}),
        (monday, {0: 5, 1: 3, 2: 4, 3: 5}),
    ):
        report = own_workspace.import_file(plan(tmp_path / f"{day}.csv", day, counts))
        assert report.stored, report.refused
    return own_workspace


def cells(model: ColumnTable) -> list[list[str]]:
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def click(widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def open_tab(window: MainWindow, key: str) -> DataPage:
    page = data_page(window)
    click(page.segments.button(key))
    return page


# Every part ------------------------------------------------------------------------------------------------------------


def test_that_every_part_says_what_to_do_when_there_is_nothing(
    make_window: MakeWindow, own_workspace: Workspace
) -> None:
    page = data_page(make_window(own_workspace))
    assert page.tab(FilesTab).drop_zone.choose.isVisible()
    for kind in (ChangesTab, OpennessTab, InboxTab):
        page.show_tab(kind.key)
        tab = page.tab(kind)
        assert tab.state.isVisible()
        said = [label.text() for label in tab.state.findChildren(QLabel)]
        assert any("Importér" in text or "Vælg" in text for text in said)


def test_that_every_control_of_every_part_has_a_name(make_window: MakeWindow, two_plans: Workspace) -> None:
    page = data_page(make_window(two_plans))
    for kind in TABS:
        page.show_tab(kind.key)
        current = page.tab(kind)
        controls = (QAbstractButton, QComboBox, QLineEdit, TableView)
        named = [each for control in controls for each in current.findChildren(control) if each.isVisible()]
        own = [each for each in named if not each.objectName().startswith("qt_")]
        assert own
        nameless = [each for each in own if not (each.accessibleName() or getattr(each, "text", str)())]
        assert not [each for each in nameless if each.focusPolicy() & Qt.FocusPolicy.TabFocus]


# Files -----------------------------------------------------------------------------------------------------------------


def test_that_the_history_says_what_superseded_what(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    day = dt.date(2026, 11, 23)
    window = make_window(own_workspace)
    drop(window, plan(tmp_path / "første.csv", day, {0: 5}))
    drop(window, plan(tmp_path / "rettet.csv", day, {0: 6}))
    page = open_tab(window, "filer")
    lines = cells(page.tab(FilesTab).history_model)
    assert [line[1] for line in lines] == ["rettet.csv", "første.csv"]
    assert [line[-1] for line in lines] == ["gældende", "afløst af nr. 2"]
    page.tab(FilesTab).history.select_row(0)
    assert window.details.shown is not None
    assert "Afløser nr. 1 første.csv" in window.details.shown.notes
    page.tab(FilesTab).history.select_row(1)
    assert window.details.shown is not None
    assert "Afløst af nr. 2 rettet.csv" in window.details.shown.notes


def test_that_typed_slots_are_named_as_typed(make_window: MakeWindow, two_plans: Workspace) -> None:
    two_plans.capacity.set_slots(219, {dt.date(2026, 11, 30): 8})
    window = make_window(two_plans)
    tab = open_tab(window, "filer").tab(FilesTab)
    assert cells(tab.history_model)[0][1] == "tastet i vinduet"
    tab.history.select_row(0)
    assert window.details.shown is not None
    assert window.details.shown.title == "tastet i vinduet"


def test_that_an_old_import_is_withdrawn_and_restored_by_key(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    page = open_tab(window, "filer")
    drop(window, files / "plan.csv", files / "gop.csv")
    page.tab(FilesTab).history.select_row(1)
    assert window.details.shown is not None
    name, act = window.details.shown.actions[0]
    assert name == "Fortryd import"
    act()
    assert statuses(window)[1] == "fortrudt"
    page.tab(FilesTab).history.select_row(1)
    page.tab(FilesTab).history.setFocus()
    QTest.keyClick(page.tab(FilesTab).history, Qt.Key.Key_Delete)
    assert statuses(window) == ["gældende"] * 2


# Differences -----------------------------------------------------------------------------------------------------------


def test_that_two_plans_are_compared_by_week_procedure_and_municipality(
    make_window: MakeWindow, two_plans: Workspace
) -> None:
    page = open_tab(make_window(two_plans), "forskelle")
    tab = page.tab(ChangesTab)
    assert (tab.before.currentText(), tab.after.currentText()) == ("16.11.2026", "23.11.2026")
    assert "nye" in tab.sentence.text()
    lines = cells(tab.model)
    assert [line[0] for line in lines] == ["uge 48, 2026", "uge 49, 2026", "uge 50, 2026", "uge 51, 2026"]
    assert [line[1:4] for line in lines] == [["5", "5", "0"], ["4", "3", "−1"], ["3", "4", "+1"], ["2", "5", "+3"]]
    click(tab.by.button("procedure"))
    assert [line[:4] for line in cells(tab.model)] == [["knæ", "14", "17", "+3"]]
    click(tab.by.button("kommune"))
    assert [line[0] for line in cells(tab.model)] == ["Hillerød"]
    click(tab.by.button("alt"))
    assert len(cells(tab.model)) == 4


def test_that_a_plan_is_compared_with_the_same_time_last_year(make_window: MakeWindow, two_plans: Workspace) -> None:
    page = open_tab(make_window(two_plans), "forskelle")
    tab = page.tab(ChangesTab)
    click(tab.mode.button("sidste år"))
    assert "sidste år" in tab.sentence.text()
    assert [line[1:3] for line in cells(tab.model)] == [["1", "5"], ["2", "3"], ["2", "4"], ["1", "5"]]
    tab.after.setCurrentIndex(tab.after.findText("16.11.2026"))
    tab.after.activated.emit(tab.after.currentIndex())
    assert tab.table.isVisible()
    first = tab.after.count() - 1
    tab.after.setCurrentIndex(first)
    tab.after.activated.emit(first)
    assert not tab.table.isVisible()
    assert "mangler" in tab.sentence.text()


# Openness --------------------------------------------------------------------------------------------------------------


def test_that_openness_shows_weeks_and_what_was_told(make_window: MakeWindow, two_plans: Workspace) -> None:
    window = make_window(two_plans)
    page = open_tab(window, "aabenhed")
    lines = cells(page.tab(OpennessTab).model)
    assert [(line[0], line[2], line[3], line[-1]) for line in lines] == [
        (HOSPITAL, "23.11.2026", "4 uger", "ingen aftale")
    ]
    strip = page.tab(OpennessTab).model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 delt" in strip
    assert "mangler" in strip
    page.tab(OpennessTab).table.select_row(0)
    assert window.details.shown is not None
    assert any("Mangler: uge" in note for note in window.details.shown.notes)


def test_that_an_agreement_is_added_judged_changed_and_undone(make_window: MakeWindow, two_plans: Workspace) -> None:
    window = make_window(two_plans)
    page = open_tab(window, "aabenhed")
    tab = page.tab(OpennessTab)
    click(tab.add)
    assert tab.form.isVisible()
    tab.form.ahead.setValue(8)
    tab.form.since.setDate(QDate(2026, 11, 1))
    tab.form.shared.setText("knæ og hofte")
    click(tab.form.save)
    assert [(a.every_days, a.weeks_ahead, a.shared) for a in two_plans.sharing.agreements()] == [(7, 8, "knæ og hofte")]
    assert cells(tab.model)[0][-1] == "▲ 1 af 2 holdes"
    tab.table.select_row(0)
    assert window.details.shown is not None
    assert any(note.startswith("▲") and "8 uger frem" in note for note in window.details.shown.notes)
    actions = dict(window.details.shown.actions)
    actions["Ret aftale"]()
    tab.form.ahead.setValue(4)
    click(tab.form.save)
    assert cells(tab.model)[0][-1] == "✓ holdes"
    window.session.steps.undo()
    window.session.steps.undo()
    assert two_plans.sharing.agreements() == []
    assert cells(tab.model)[0][-1] == "ingen aftale"


# The watched folder ----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "indbakke"
    made.mkdir()
    return made


def choose_folder(page: DataPage, folder: Path) -> None:
    dialog = page.tab(InboxTab).ask_folder()
    dialog.filesSelected.emit([str(folder)])
    dialog.close()


def test_that_new_files_are_shown_with_what_they_change_and_imported_by_one_click(
    make_window: MakeWindow, two_plans: Workspace, folder: Path
) -> None:
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9, 1: 9})
    window = make_window(two_plans)
    page = open_tab(window, "mappe")
    choose_folder(page, folder)
    lines = cells(page.tab(InboxTab).model)
    assert [(line[0], line[3]) for line in lines] == [("ny.csv", "✓ klar")]
    assert HOSPITAL in lines[0][4]
    assert page.segments.button("mappe").text() == "Overvåget mappe (1)"
    assert "Der er én ny fil i den overvågede mappe." in told(window)
    before = len(two_plans.imports())
    click(page.tab(InboxTab).take)
    assert len(two_plans.imports()) == before + 1
    assert page.tab(InboxTab).model.rowCount() == 0
    assert "ny.csv er importeret" in told(window)[-1]


def test_that_a_file_in_the_folder_that_asks_opens_the_wizard(
    make_window: MakeWindow, two_plans: Workspace, folder: Path
) -> None:
    (folder / "kap.csv").write_text("kommunekode;uge;pladser\n219;2026-W60;1\n219;2026-W50;1\n", encoding="utf-8")
    window = make_window(two_plans)
    page = open_tab(window, "mappe")
    choose_folder(page, folder)
    assert page.tab(InboxTab).take.text() == "Se filen, og svar"
    page.tab(InboxTab).table.setFocus()
    QTest.keyClick(page.tab(InboxTab).table, Qt.Key.Key_Return)
    assert window.file_door.sheet is not None
    assert window.file_door.sheet.isVisible()
    desk_of(window.session).close()


def test_that_files_are_imported_by_themselves_when_that_is_chosen(
    make_window: MakeWindow, two_plans: Workspace, folder: Path
) -> None:
    window = make_window(two_plans)
    page = open_tab(window, "mappe")
    choose_folder(page, folder)
    click(page.tab(InboxTab).automatic.button("selv"))
    assert two_plans.inbox.automatic
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    page.watch.look()
    assert "ny.csv" not in [info.file for info in two_plans.imports()], "it may still be written"
    page.watch.look()
    assert "ny.csv" in [info.file for info in two_plans.imports()]
    assert window.session.steps.undo_text == "Import af ny.csv"


def test_that_a_new_file_is_told_on_any_page_and_leads_to_the_folder(
    make_window: MakeWindow, two_plans: Workspace, folder: Path, qtbot: QtBot
) -> None:
    window = make_window(two_plans)
    two_plans.inbox.watch(folder)
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    window.show_page(OVERBLIK)
    two_plans.inbox.scan()
    watch_of(window.session).look()
    assert window.current_page is not None
    bar = window.current_page.notices()[-1]
    show = next(child for child in bar.children() if isinstance(child, QAbstractButton) and child.text() == "Vis")
    qtbot.waitUntil(show.isVisible)
    click(show)
    page = window.current_page
    assert isinstance(page, DataPage)
    assert page.segments.current() == "mappe"
    assert page.tab(InboxTab).table.isVisible()


def test_that_the_watch_follows_the_folder_in_the_background(
    make_window: MakeWindow, two_plans: Workspace, folder: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sundhedsklynge.ui.import_wizard.watch.SECONDS", 0.05)
    monkeypatch.setattr("sundhedsklynge.ui.import_wizard.watch.SOON_SECONDS", 0.05)
    two_plans.inbox.watch(folder)
    window = make_window(two_plans, synchronous=False)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    qtbot.waitUntil(lambda: any("ny fil" in said for said in told(window)), timeout=20_000)


def test_that_a_file_can_be_left_out_for_good(make_window: MakeWindow, two_plans: Workspace, folder: Path) -> None:
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    window = make_window(two_plans)
    page = open_tab(window, "mappe")
    choose_folder(page, folder)
    click(page.tab(InboxTab).ignore)
    assert page.tab(InboxTab).model.rowCount() == 0
    window.session.steps.undo()
    assert page.tab(InboxTab).model.rowCount() == 1


# Names -----------------------------------------------------------------------------------------------------------------


def test_that_a_name_is_taught_changed_forgotten_and_undone(make_window: MakeWindow, two_plans: Workspace) -> None:
    window = make_window(two_plans)
    tab = open_tab(window, "navne").tab(NamesTab)
    QTest.keyClicks(tab.spelling, "NOH Hillerød")
    tab.meaning.setCurrentText(HOSPITAL)
    QTest.keyClick(tab.spelling, Qt.Key.Key_Return)
    assert cells(tab.alias_model) == [["hospital", "NOH Hillerød", HOSPITAL]]
    tab.aliases.select_row(0)
    tab.spelling.setText("NOH")
    click(tab.save)
    assert cells(tab.alias_model) == [["hospital", "NOH", HOSPITAL]]
    tab.aliases.select_row(0)
    click(tab.forget)
    assert cells(tab.alias_model) == []
    window.session.steps.undo()
    window.session.steps.undo()
    assert [alias.text for alias in two_plans.places.aliases()] == ["NOH Hillerød"]


def test_that_a_remembered_layout_is_shown_changed_exported_and_forgotten(
    make_window: MakeWindow, two_plans: Workspace, tmp_path: Path
) -> None:
    window = make_window(two_plans)
    tab = open_tab(window, "navne").tab(NamesTab)
    assert len(cells(tab.layout_model)) == 1
    assert not tab.keep.isEnabled()
    picker = tab.columns.pickers["kommunekode"]
    at = picker.findData("kommune")
    picker.setCurrentIndex(at)
    picker.activated.emit(at)
    click(tab.keep)
    assert two_plans.importing.layouts()[0].mapping.columns["kommunekode"] == "kommune"
    window.session.steps.undo()
    assert two_plans.importing.layouts()[0].mapping.columns["kommunekode"] == "kommunekode"
    dialog = tab.ask_export()
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(tmp_path / "k.json")])
    dialog.close()
    assert '"kommunekode"' in (tmp_path / "k.json").read_text(encoding="utf-8")
    click(tab.drop)
    assert two_plans.importing.layouts() == []
    fetched = tab.ask_layout()
    fetched.filesSelected.emit([str(tmp_path / "k.json")])
    fetched.close()
    assert len(two_plans.importing.layouts()) == 1


def test_that_areas_are_loaded_from_a_table(make_window: MakeWindow, two_plans: Workspace, tmp_path: Path) -> None:
    table = tmp_path / "klynger.csv"
    table.write_text("kommunekode;klynge;gyldig_fra\n219;Klynge Nord;2022-07-01\n", encoding="utf-8")
    window = make_window(two_plans)
    tab = open_tab(window, "navne").tab(NamesTab)
    dialog = tab.ask_areas()
    dialog.filesSelected.emit([str(table)])
    dialog.close()
    assert "1 klynge med 1 kommune er" in told(window)[-1]
