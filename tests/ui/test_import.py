"""The Data page: files in through the drop zone, refusals with their problems and remedies, undo, redo, cancel."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.pages import DATA, OVERBLIK
from sundhedsklynge.ui.pages.data import DataPage
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow


def data_page(window: MainWindow) -> DataPage:
    window.show_page(DATA)
    page = window.current_page
    assert isinstance(page, DataPage)
    return page


def drop(page: DataPage, *paths: Path) -> None:
    """Drops files on the page's drop zone as a user does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(20, 20), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    page.drop_zone.dropEvent(event)


def statuses(window: MainWindow) -> list[str]:
    return [info.status for info in window.session.imports]


def test_that_an_empty_database_offers_three_ways_in(make_window: MakeWindow, own_workspace: Workspace) -> None:
    window = make_window(own_workspace)
    assert window.page_keys() == ["start", "data"]
    assert window.current_page is not None
    assert window.current_page.title == "Velkommen"
    QTest.mouseClick(window.current_page.files, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    assert window.current_page.title == "Data"


def test_that_dropped_files_fill_the_window(make_window: MakeWindow, own_workspace: Workspace, files: Path) -> None:
    window = make_window(own_workspace)
    drop(data_page(window), files / "plan.csv", files / "gop.csv", files / "kapacitet.csv")
    assert statuses(window) == ["gældende"] * 3
    assert OVERBLIK in window.page_keys()
    assert window.navigation.button(OVERBLIK) is not None
    assert window.session.risk is not None
    assert window.current_page is not None
    assert "plan.csv, gop.csv, kapacitet.csv" in window.current_page.notices()[-1].sentence.text()


def test_that_a_refused_file_lists_its_problems_and_stores_nothing(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    bad = tmp_path / "kapacitet.csv"
    bad.write_text("kommunekode;uge;pladser\n219;2026-W48;12\n219;2026-W60;12\n217;2026-W49;-3\n", encoding="utf-8")
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, bad)
    assert page.refused.isVisible()
    rows = {page.refused.model.index(row, 0).data() for row in range(page.refused.model.rowCount())}
    assert rows == {"3", "4"}
    assert own_workspace.imports() == []
    assert page.refused.skip.isVisible()
    QTest.mouseClick(page.refused.skip, Qt.MouseButton.LeftButton)
    assert [info.rows for info in own_workspace.imports()] == [1]
    assert not page.refused.isVisible()


def test_that_a_personal_number_is_refused_and_never_shown(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    number = "0101901234"
    lines = ["kommunekode;procedure;gop_type;udskrivningsdato;modtaget_dato;cpr"]
    lines += [f"219;knæ;almen basal;2026-11-{day:02d};2026-11-{day:02d};{number}" for day in range(2, 6)]
    bad = tmp_path / "gop.csv"
    bad.write_text("\n".join(lines), encoding="utf-8")
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, bad)
    model = page.refused.model
    shown = [str(model.index(r, c).data()) for r in range(model.rowCount()) for c in range(model.columnCount())]
    shown += [label.text() for label in page.refused.findChildren(type(page._history_title))]
    assert page.refused.drop.isVisible()
    assert not any(number in said or number[:6] in said for said in shown)
    assert own_workspace.imports() == []
    QTest.mouseClick(page.refused.drop, Qt.MouseButton.LeftButton)
    assert [info.rows for info in own_workspace.imports()] == [4]


def test_that_several_refused_files_are_shown_one_after_the_other(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "tom.csv").write_bytes(b"")
    (tmp_path / "brev.csv").write_text("Kære kommune, hermed vores plan.", encoding="utf-8")
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, tmp_path / "tom.csv", tmp_path / "brev.csv", tmp_path / "findes-ikke.csv")
    shown: list[str] = []
    while page.refused.isVisible():
        shown.append(page.refused._title.text())
        QTest.mouseClick(page.refused._close, Qt.MouseButton.LeftButton)
    assert [title.split()[1] for title in shown] == ["tom.csv", "brev.csv", "findes-ikke.csv"]
    assert own_workspace.imports() == []


def test_that_an_import_is_undone_and_redone_by_keys(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    drop(data_page(window), files / "plan.csv", files / "gop.csv")
    assert window.session.steps.undo_text == "Import af gop.csv"
    assert "gop.csv" in window.status_bar.undo.text()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert sorted(statuses(window)) == ["fortrudt", "gældende"]
    QTest.keyClick(window, Qt.Key.Key_Y, control)
    assert statuses(window) == ["gældende"] * 2


def test_that_an_old_import_is_withdrawn_from_the_history(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, files / "plan.csv", files / "gop.csv")
    page.history.select_row(1)
    assert window.details.shown is not None
    name, act = window.details.shown.actions[0]
    assert name == "Fortryd import"
    act()
    assert statuses(window)[1] == "fortrudt"
    page.history.select_row(0)
    page.history.select_row(1)
    page.toggle_selected()
    assert statuses(window) == ["gældende"] * 2


def test_that_taking_back_the_only_import_leaves_it_to_be_restored(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, files / "gop.csv")
    window.session.steps.undo()
    assert window.page_keys() == ["start", "data"]
    assert window.current_page is page
    assert page.history.isVisible()
    window.session.steps.redo()
    assert OVERBLIK in window.navigation.page_keys()


def test_that_the_same_file_again_changes_nothing(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    page = data_page(window)
    drop(page, files / "plan.csv")
    drop(page, files / "plan.csv")
    assert page.notices()[-1].sentence.text() == "plan.csv er importeret før. Intet er ændret."
    assert len(own_workspace.imports()) == 1


def test_that_a_cancelled_import_stores_nothing(
    make_window: MakeWindow, own_workspace: Workspace, files: Path, qtbot: QtBot
) -> None:
    window = make_window(own_workspace, synchronous=False)
    page = data_page(window)
    drop(page, files / "plan.csv")
    window.status_bar.cancel.click()
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    assert own_workspace.imports() == []
    assert page.notices()[-1].sentence.text() == "Importen af plan.csv er annulleret. Intet fra filen er gemt."
