"""Files into the window: drop anywhere, several at once, receipts, undo, redo, cancel, and no stop of the event loop."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.pages import DATA, OVERBLIK
from sundhedsklynge.ui.pages.data import DataPage
from sundhedsklynge.ui.pages.data.files import FilesTab
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow


def data_page(window: MainWindow) -> DataPage:
    window.show_page(DATA)
    page = window.current_page
    assert isinstance(page, DataPage)
    return page


def drop(window: MainWindow, *paths: Path) -> QDropEvent:
    """Drops files on the window as a user does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPointF(600, 400).toPoint(), copy, mime, left, none)
    QApplication.sendEvent(window, over)
    assert over.isAccepted()
    event = QDropEvent(QPointF(600, 400), copy, mime, left, none)
    QApplication.sendEvent(window, event)
    return event


def statuses(window: MainWindow) -> list[str]:
    return [info.status for info in window.session.imports]


def told(window: MainWindow) -> list[str]:
    page = window.current_page
    assert page is not None
    return [bar.sentence.text() for bar in page.notices()]


def test_that_an_empty_database_offers_three_ways_in(make_window: MakeWindow, own_workspace: Workspace) -> None:
    window = make_window(own_workspace)
    assert window.page_keys()[:3] == ["start", "kvartal", "data"]
    assert OVERBLIK not in window.page_keys()
    assert window.current_page is not None
    assert window.current_page.title == "Velkommen"
    QTest.mouseClick(window.current_page.files, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]
    (dialog,) = window.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFiles
    dialog.close()


def test_that_files_dropped_anywhere_fill_the_window(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, files / "plan.csv", files / "gop.csv", files / "kapacitet.csv")
    assert statuses(window) == ["gældende"] * 3
    assert OVERBLIK in window.page_keys()
    assert window.navigation.button(OVERBLIK) is not None
    assert window.session.risk is not None
    assert "plan.csv, gop.csv, kapacitet.csv" in told(window)[-1]
    window.show_page(OVERBLIK)
    drop(window, files / "plan.csv")
    assert window.current_page is not None
    assert window.current_page.title == "Overblik"
    assert told(window)[-1] == "plan.csv er allerede importeret som nr. 1. Intet er ændret."


def test_that_ctrl_o_asks_for_files_and_imports_them(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialogs = window.findChildren(QFileDialog)
    assert len(dialogs) == 1
    dialogs[0].filesSelected.emit([str(files / "plan.csv")])
    dialogs[0].close()
    assert statuses(window) == ["gældende"]


def test_that_a_folder_is_not_taken_for_a_file(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, tmp_path)
    assert own_workspace.imports() == []
    assert "Mapper kan ikke slippes her." in told(window)[-1]


def test_that_the_receipt_undoes_the_import(make_window: MakeWindow, own_workspace: Workspace, files: Path) -> None:
    window = make_window(own_workspace)
    page = data_page(window)
    drop(window, files / "gop.csv")
    assert "gop.csv er importeret som genoptræningsplaner" in told(window)[-1]
    bar = page.notices()[-1]
    undo = next(child for child in bar.children() if getattr(child, "text", str)() == "Fortryd")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)  # type: ignore[arg-type]
    assert statuses(window) == ["fortrudt"]


def test_that_an_import_is_undone_and_redone_by_keys(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    drop(window, files / "plan.csv", files / "gop.csv")
    assert window.session.steps.undo_text == "Import af gop.csv"
    assert "gop.csv" in window.status_bar.undo.accessibleName()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(window, Qt.Key.Key_Z, control)
    assert sorted(statuses(window)) == ["fortrudt", "gældende"]
    QTest.keyClick(window, Qt.Key.Key_Y, control)
    assert statuses(window) == ["gældende"] * 2


def test_that_taking_back_the_only_import_leaves_it_to_be_restored(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    page = data_page(window)
    drop(window, files / "gop.csv")
    window.session.steps.undo()
    assert window.page_keys()[:3] == ["start", "kvartal", "data"]
    assert OVERBLIK not in window.page_keys()
    assert window.current_page is page
    assert page.tab(FilesTab).history.isVisible()
    window.session.steps.redo()
    assert OVERBLIK in window.navigation.page_keys()


def test_that_a_cancelled_import_stores_nothing(
    make_window: MakeWindow, own_workspace: Workspace, files: Path, qtbot: QtBot
) -> None:
    window = make_window(own_workspace, synchronous=False)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    data_page(window)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    drop(window, files / "plan.csv")
    window.session.jobs.cancel_all()
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    assert own_workspace.imports() == []
    assert told(window)[-1] == "Importen af plan.csv er annulleret. Intet fra filen er gemt."


def test_that_the_window_stays_awake_while_a_large_file_is_read_and_shown(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    lines = ["udtraeksdato;sygehus;kommunekode;procedure;uge;antal"]
    lines += [
        f"2026-11-23;Nordsjællands Hospital;{(210, 217, 219)[i % 3]};knæ;2026-W{49 + i % 5};x" for i in range(60_000)
    ]
    large = tmp_path / "stor.csv"
    large.write_text("\n".join(lines), encoding="utf-8")
    window = make_window(own_workspace, synchronous=False)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    beats: list[bool] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(desk_of(window.session).current is None))
    heart.start(5)
    drop(window, large)
    qtbot.waitUntil(lambda: desk_of(window.session).current is not None, timeout=60_000)
    qtbot.waitUntil(lambda: not beats[-1])
    heart.stop()
    assert beats.count(True) > 20  # while it was read; how long the gaps are tells tests/perf/bench_window.py
    assert window.file_door.sheet is not None
    assert window.file_door.sheet.isVisible()
    desk_of(window.session).close()
