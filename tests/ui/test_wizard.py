"""The import wizard: what was recognised is marked, what is asked is answered, problems are listed, nothing is stored unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.import_wizard.sheet import ImportSheet
from sundhedsklynge.ui.importing import ImportDesk, desk_of
from sundhedsklynge.ui.tables import ColumnTable
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.test_import import drop, statuses, told

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "dialects"
CPR = "0101901234"


@pytest.fixture
def capacity(tmp_path: Path) -> Path:
    """One good row and two that cannot be read."""
    path = tmp_path / "kapacitet.csv"
    path.write_text("kommunekode;uge;pladser\n219;2026-W48;12\n219;2026-W60;12\n217;2026-W49;-3\n", encoding="utf-8")
    return path


@pytest.fixture
def puzzling(tmp_path: Path) -> Path:
    """A plan with a title, a total row, a column nobody knows, no date and no year."""
    lines = ["Udtræk fra booking", "", "Hospital;Kom;Indgreb;Uge nr;Stk;Noter"]
    lines += [
        f"Nordsjællands Hospital;{k};Knæalloplastik;{w};{2 + w % 3};" for k in (201, 210, 217) for w in range(49, 53)
    ]
    path = tmp_path / "booking.csv"
    path.write_text("\n".join([*lines, "I alt;;;;36;"]), encoding="utf-8")
    return path


def sheet_of(window: MainWindow) -> ImportSheet:
    sheet = window.file_door.sheet
    assert sheet is not None
    assert sheet.isVisible()
    return sheet


def texts(widget: QWidget) -> list[str]:
    """Everything a sheet says, tables too."""
    said = [label.text() for label in widget.findChildren(QLabel)]
    said += [button.text() for button in widget.findChildren(QPushButton)]
    said += [field.text() for field in widget.findChildren(QLineEdit)]
    for model in (*widget.findChildren(ColumnTable), widget.raw.raw):  # type: ignore[attr-defined]
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
                said += [str(model.index(row, column).data(role)) for role in roles]
    return said


def press(sheet: ImportSheet, name: str) -> None:
    """Presses a button by its text."""
    button = next(b for b in sheet.findChildren(QPushButton) if b.text() == name and b.isVisible() and b.isEnabled())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


Control = TypeVar("Control", bound=QWidget)


def shown(sheet: ImportSheet, kind: type[Control], name: str) -> Control:
    """A control by its name; those of the preview before are hidden until Qt destroys them."""
    return next(each for each in sheet.findChildren(kind, name) if each.isVisible())


def asked(desk: ImportDesk) -> list[str]:
    assert desk.current is not None
    return [question.what for question in desk.current.preview.questions]


def test_that_problems_are_listed_by_row_and_the_rest_is_imported(
    make_window: MakeWindow, own_workspace: Workspace, capacity: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, capacity)
    sheet = sheet_of(window)
    model = sheet.problem_model
    lines = [[str(model.index(row, column).data()) for column in range(6)] for row in range(model.rowCount())]
    assert [line[:3] for line in lines] == [["3", "uge", "2026-W60"], ["4", "pladser", "-3"]]
    assert all(line[3].endswith(".") and line[4].endswith(".") and line[5] == "nej" for line in lines)
    assert own_workspace.imports() == []
    press(sheet, "Importér resten (1 række)")
    assert [info.rows for info in own_workspace.imports()] == [1]
    assert sheet.isHidden()
    assert "2 rækker er udeladt." in told(window)[-1]


def test_that_a_problem_leads_to_its_row(make_window: MakeWindow, own_workspace: Workspace, capacity: Path) -> None:
    window = make_window(own_workspace)
    drop(window, capacity)
    sheet = sheet_of(window)
    sheet.problems.select_row(1)
    sheet.problems.setFocus()
    QTest.keyClick(sheet.problems, Qt.Key.Key_Return)
    assert sheet.raw.isVisible()
    index = sheet.raw.currentIndex()
    assert sheet.raw.raw.headerData(index.row(), Qt.Orientation.Vertical) == "4"
    bad = sheet.raw.raw.index(index.row(), 3)
    assert bad.data() == "-3"
    assert "negativ" in bad.data(Qt.ItemDataRole.AccessibleTextRole)
    assert sheet.raw.raw.index(index.row(), 0).data() == "▲ fejl"


def test_that_the_list_of_problems_is_saved(
    make_window: MakeWindow, own_workspace: Workspace, capacity: Path, tmp_path: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, capacity)
    sheet = sheet_of(window)
    dialog = sheet.ask_where()
    assert "kapacitet" in dialog.selectedFiles()[0]
    target = tmp_path / "liste.csv"
    dialog.filesSelected.emit([str(target)])
    dialog.close()
    assert "2026-W60" in target.read_text(encoding="utf-8-sig")
    assert str(target) in sheet.sentence.text()


def test_that_what_was_recognised_is_marked(make_window: MakeWindow, own_workspace: Workspace, puzzling: Path) -> None:
    window = make_window(own_workspace)
    drop(window, puzzling)
    raw = sheet_of(window).raw.raw
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    roles = {str(raw.headerData(row, down)): raw.index(row, 0).data() for row in range(raw.rowCount())}
    assert (roles["1"], roles["3"], roles["4"], roles["16"]) == ("titel", "overskrift", "", "total")
    heads = [str(raw.headerData(column, across)) for column in range(1, raw.columnCount())]
    assert heads[0] == "A\n✓ hospital"
    assert heads[4] == "E\n✓ antal"
    assert heads[5] == "F\nbruges ikke"


def test_that_answers_lead_to_an_import_and_are_remembered(
    make_window: MakeWindow, own_workspace: Workspace, puzzling: Path, tmp_path: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, puzzling)
    desk, sheet = desk_of(window.session), sheet_of(window)
    assert set(asked(desk)) == {"column:kommunekode", "as_of", "week_year"}
    assert not sheet.store.isEnabled()
    assert not any("--" in said for said in texts(sheet))
    column = shown(sheet, QComboBox, "answer:column:kommunekode")
    assert column is QApplication.focusWidget()
    column.setCurrentText("Kom")
    press(sheet, "Svar")
    day = shown(sheet, QLineEdit, "answer:as_of")
    day.setFocus()
    QTest.keyClicks(day, "ikke en dag")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert "er ikke en dato" in sheet.sentence.text()
    day.clear()
    QTest.keyClicks(day, "23-11-2026")
    QTest.keyClick(day, Qt.Key.Key_Return)
    press(sheet, "Ja, de nærmeste uger")
    assert asked(desk) == []
    assert sheet.counts.model().rowCount() == 4
    press(sheet, "Importér 12 rækker")
    assert [info.rows for info in own_workspace.imports()] == [12]
    assert len(own_workspace.importing.layouts()) == 1
    again = tmp_path / "booking 2026-11-30.csv"
    again.write_text(puzzling.read_text(encoding="utf-8").replace(";2;", ";4;").replace(";36;", ";;"), encoding="utf-8")
    drop(window, again)
    assert len(own_workspace.imports()) == 2, "the second file of the same layout needs no answer"


def test_that_nothing_is_proposed_that_the_file_does_not_hint_at(
    make_window: MakeWindow, own_workspace: Workspace, files: Path, tmp_path: Path
) -> None:
    path = tmp_path / "plan.csv"
    path.write_text("udtraeksdato;kommunekode;procedure;uge;antal\n2026-11-23;219;knæ;2026-W50;3\n", encoding="utf-8")
    window = make_window(own_workspace)
    drop(window, files / "plan.csv", path)
    desk, sheet = desk_of(window.session), sheet_of(window)
    assert asked(desk) == ["hospital"]
    picker = shown(sheet, QComboBox, "answer:hospital")
    assert picker.count() > 1
    assert picker.currentText() == ""
    press(sheet, "Svar")
    assert asked(desk) == ["hospital"]
    QTest.keyClicks(picker, "Nyt Hospital")
    press(sheet, "Svar")
    assert asked(desk) == []
    press(sheet, "Importér 1 række")
    assert "Nyt Hospital" in own_workspace.places.hospitals()


def test_that_a_step_back_asks_again(make_window: MakeWindow, own_workspace: Workspace, puzzling: Path) -> None:
    window = make_window(own_workspace)
    drop(window, puzzling)
    desk, sheet = desk_of(window.session), sheet_of(window)
    before = asked(desk)
    assert not sheet.back.isVisible()
    press(sheet, "Svar")
    assert asked(desk) != before
    press(sheet, "Et skridt tilbage")
    assert asked(desk) == before


def test_that_a_column_can_be_read_otherwise(make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "kapacitet.csv"
    path.write_text("kommunekode;uge;pladser;ekstra\n219;2026-W48;x;12\n", encoding="utf-8")
    window = make_window(own_workspace)
    drop(window, path)
    sheet = sheet_of(window)
    assert sheet.reading.columns is not None
    picker = sheet.reading.columns.pickers["ekstra"]
    at = picker.findData("pladser")
    picker.setCurrentIndex(at)
    picker.activated.emit(at)
    assert sheet.reading.columns is not None
    assert sheet.reading.columns.pickers["pladser"].currentData() == ""
    press(sheet, "Importér 1 række")
    assert statuses(window) == ["gældende"]


def test_that_a_personal_number_is_never_shown_and_its_column_can_be_left_out(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    lines = ["kommunekode;procedure;gop_type;udskrivningsdato;modtaget_dato;cpr"]
    lines += [f"219;knæ;almen basal;2026-11-{day:02d};2026-11-{day:02d};{CPR}" for day in range(2, 6)]
    bad = tmp_path / "gop.csv"
    bad.write_text("\n".join(lines), encoding="utf-8")
    window = make_window(own_workspace)
    drop(window, bad)
    sheet = sheet_of(window)
    said = texts(sheet)
    assert any("kolonne F (cpr)" in text for text in said)
    assert not any(CPR in text or CPR[:6] in text for text in said)
    assert own_workspace.imports() == []
    press(sheet, "Udelad kolonnerne, og læs resten")
    press(sheet, "Importér 4 rækker")
    assert [info.rows for info in own_workspace.imports()] == [4]


def test_that_a_personal_number_in_a_file_name_is_never_shown(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    bad = tmp_path / f"kapacitet {CPR}.csv"
    bad.write_text("kommunekode;uge;pladser\n219;2026-W48;12\n", encoding="utf-8")
    window = make_window(own_workspace)
    drop(window, bad)
    sheet = sheet_of(window)
    assert not any(CPR in said for said in [*texts(sheet), *told(window)])
    assert sheet.reading.drop is None
    press(sheet, "Spring filen over")
    assert own_workspace.imports() == []


def test_that_refused_files_are_shown_one_after_the_other(
    make_window: MakeWindow, own_workspace: Workspace, files: Path, tmp_path: Path
) -> None:
    (tmp_path / "tom.csv").write_bytes(b"")
    (tmp_path / "brev.csv").write_text("Kære kommune, hermed vores plan.", encoding="utf-8")
    window = make_window(own_workspace)
    drop(window, tmp_path / "tom.csv", files / "plan.csv", tmp_path / "brev.csv", tmp_path / "findes-ikke.csv")
    sheet = sheet_of(window)
    titles: list[str] = []
    while sheet.isVisible():
        titles.append(sheet.title.toolTip())
        assert not (sheet.store.isVisible() and sheet.store.isEnabled())
        QTest.mouseClick(sheet.skip, Qt.MouseButton.LeftButton)
    assert titles == [f"Importér {name}.csv" for name in ("tom", "brev", "findes-ikke")]
    assert [info.file for info in own_workspace.imports()] == ["plan.csv"]


def test_that_escape_leaves_the_file_and_the_keyboard_stays_inside(
    make_window: MakeWindow, own_workspace: Workspace, capacity: Path, files: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, files / "gop.csv")
    drop(window, capacity)
    sheet = sheet_of(window)
    seen: set[QWidget] = set()
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert sheet.isAncestorOf(focused)
        assert focused.accessibleName() or isinstance(focused, QPushButton)
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {sheet.problems, sheet.rest, sheet.save, sheet.skip} <= seen
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert statuses(window) == ["gældende"], "the window's own keys rest while the sheet is open"
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert len(own_workspace.imports()) == 1


def test_that_enter_presses_the_button_in_focus(
    make_window: MakeWindow, own_workspace: Workspace, capacity: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, capacity)
    assert QApplication.focusWidget() is sheet_of(window).rest
    QTest.keyClick(sheet_of(window).rest, Qt.Key.Key_Return)
    assert statuses(window) == ["gældende"]


def test_that_a_file_waiting_behind_another_is_read_again_when_that_is_stored(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.csv").write_text(
            f"Kommunekode;uge;pladser;note\n219;2026-W48;12;{name}\n219;2026-W61;1;{name}\n", encoding="utf-8"
        )
    window = make_window(own_workspace)
    drop(window, tmp_path / "a.csv", tmp_path / "b.csv")
    sheet, desk = sheet_of(window), desk_of(window.session)
    assert sheet.waiting.text() == "1 fil mere venter"
    press(sheet, "Importér resten (1 række)")
    assert desk.current is not None
    assert desk.current.preview.effect is not None
    assert [old.file for old in desk.current.preview.effect.replaced] == ["a.csv"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples lie beside the repository")
def test_that_a_pivoted_workbook_shows_its_columns(make_window: MakeWindow, own_workspace: Workspace) -> None:
    window = make_window(own_workspace)
    drop(window, SAMPLES / "d3_pivot_xlsx_20261116.xlsx")
    if own_workspace.imports():
        assert statuses(window) == ["gældende"]
        return
    assert sheet_of(window).raw.raw.rowCount() > 3


def focused() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName() or (widget.text() if isinstance(widget, QPushButton) else "")


def test_that_a_refused_answer_keeps_the_keyboard_and_an_accepted_one_moves_it_on(
    make_window: MakeWindow, own_workspace: Workspace, puzzling: Path, qtbot: QtBot
) -> None:
    window = make_window(own_workspace, synchronous=False)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    drop(window, puzzling)
    desk = desk_of(window.session)
    qtbot.waitUntil(lambda: desk.current is not None and not window.session.jobs.running, timeout=20_000)
    sheet = sheet_of(window)

    def settled() -> bool:
        return not desk.busy and not window.session.jobs.running

    def enter(said: str) -> None:
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.clear()
        QTest.keyClicks(field, said)
        QTest.keyClick(field, Qt.Key.Key_Return)
        for _ in range(2):  # an impatient user
            QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Return)
        qtbot.waitUntil(settled, timeout=20_000)

    shown(sheet, QComboBox, "answer:column:kommunekode").setCurrentText("Kom")
    press(sheet, "Svar")
    qtbot.waitUntil(settled, timeout=20_000)
    assert focused() == "answer:as_of"
    enter("32-13-2026")
    assert "er ikke en dato" in sheet.sentence.text()
    assert focused() == "answer:as_of"
    enter("23-11-2026")
    assert desk.current is not None
    assert "as_of" not in asked(desk)
    assert focused().startswith("answer:week_year")
    press(sheet, "Ja, de nærmeste uger")
    qtbot.waitUntil(settled, timeout=20_000)
    assert QApplication.focusWidget() is sheet.store
    desk.close()
