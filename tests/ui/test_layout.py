"""The layout as the user left it, and what becomes of a settings file that cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import layout, theme
from sundhedsklynge.ui.layout import (
    layout_settings,
    mend,
    put_in_place,
    remember,
    remember_place,
    remembered,
    remembered_scale,
    remembered_scheme,
)
from sundhedsklynge.ui.pages import DATA, OVERBLIK
from sundhedsklynge.ui.parts_memory import PartsMemory
from sundhedsklynge.ui.session import EVERYTHING, Scope
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow

HILLEROED = 219


@pytest.fixture
def file(own_settings: Path) -> Iterator[Path]:
    """The settings file, in a folder made for it; whatever a test puts aside is removed."""
    path = Path(layout_settings().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    yield path
    for left in path.parent.glob("vindue*"):
        left.rmdir() if left.is_dir() else left.unlink()


def aside(file: Path) -> Path:
    return file.with_name("vindue-kasseret.ini")


# A file that cannot be used ------------------------------------------------------------------------------------------------


def test_that_no_file_and_a_good_one_need_no_mending(file: Path) -> None:
    file.unlink(missing_ok=True)
    assert mend() is None
    remember("theme", "dark")
    remember("window", "10 20 1300 700 0")
    layout_settings().sync()
    assert mend() is None
    assert not aside(file).exists()
    assert remembered("window") == "10 20 1300 700 0"


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)) * 40,
        b"\x00" * 3000,
        b"not an ini file at all\njust words\n",
        b"[General]\ntheme=dark\nwindow=10 20 13",  # half written
        b"[General]\ntheme=7\nscale=huge\n",
        b"[General]\nwindow=1 2 999999999999 4 0\n",
        b"[General]\nwindow=@Rect(1 2 3 4)\nscale=1e9\n",
        b"[Somebody]\nelse=yes\n",
        b"[columns]\nprognose\\Liste\\Navn=-40\n",
        "[General]\npage=ÆØÅ\n".encode("latin-1"),
    ],
)
def test_that_a_file_that_cannot_be_used_is_put_aside_and_told_of_in_one_sentence(
    file: Path, content: bytes, qapp: QApplication, qtbot: QtBot
) -> None:
    file.write_bytes(content)
    told = mend()
    assert told is not None
    assert "er sat tilbage" in told.sentence
    assert str(aside(file)) in told.sentence
    assert aside(file).read_bytes() == content
    assert mend() is None
    assert remembered_scheme(qapp) in theme.Scheme
    assert remembered_scale() == 1.0
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window)
    assert window.width() > 0
    assert layout.remembered_scope() == Scope()


def test_that_what_is_good_in_a_broken_file_is_kept(file: Path, qapp: QApplication) -> None:
    file.write_text("[General]\ntheme=dark\nscale=wide\npage=frist\n", encoding="utf-8")
    assert mend() is not None
    assert remembered_scheme(qapp) is theme.Scheme.DARK
    assert remembered("page") == "frist"
    assert remembered_scale() == 1.0


def test_that_a_folder_in_the_file_s_place_does_not_stop_the_start(file: Path) -> None:
    file.unlink(missing_ok=True)
    file.mkdir()
    assert mend() is not None
    assert remembered("theme") == ""
    remember("theme", "dark")
    layout_settings().sync()
    assert file.is_file()


def test_that_the_user_is_told_once_the_window_has_a_page(
    make_window: MakeWindow, shared_workspace: Workspace, file: Path
) -> None:
    file.write_bytes(b"\xff\xfe rubbish")
    window = make_window(None)
    window.restore_layout(mend())
    window.session.use(shared_workspace, False)
    page = window.current_page
    assert page is not None
    assert page.notices()[0].sentence.text().startswith("Vinduets indstillinger var ødelagt")
    window.session.workspace = None


# The window's place --------------------------------------------------------------------------------------------------------


def shown(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    put_in_place(window)
    window.show()
    return window


def test_that_the_window_comes_back_where_it_was(qtbot: QtBot) -> None:
    first = QWidget()
    qtbot.addWidget(first)
    first.setGeometry(QRect(40, 60, 500, 400))
    first.show()
    remember_place(first)
    assert shown(qtbot).geometry() == QRect(40, 60, 500, 400)


def test_that_a_maximised_window_comes_back_maximised_and_knows_its_own_size(qtbot: QtBot) -> None:
    remember("window", "40 60 500 400 1")
    window = shown(qtbot)
    assert window.isMaximized()
    window.showNormal()
    assert window.size().toTuple() == (500, 400)


@pytest.mark.parametrize(
    "place", ["9000 200 700 500 0", "-5000 -5000 700 500 0", "0 0 99999 99999 0", "100 780 700 500 0"]
)
def test_that_a_place_on_no_screen_becomes_one_in_the_middle(place: str, qtbot: QtBot) -> None:
    remember("window", place)
    room = QGuiApplication.primaryScreen().availableGeometry()
    window = shown(qtbot)
    top = window.frameGeometry().intersected(room)
    assert top.width() >= 160
    assert room.contains(window.geometry().topLeft())
    assert window.width() <= room.width()


# Page and scope ------------------------------------------------------------------------------------------------------------


def reopened(make_window: MakeWindow, workspace: Workspace) -> MainWindow:
    window = make_window(None)
    window.restore_layout()
    window.session.use(workspace, False)
    return window


def test_that_page_and_scope_come_back(make_window: MakeWindow, shared_workspace: Workspace) -> None:
    first = make_window(shared_workspace, keep=True)
    first.session.choose(Scope(EVERYTHING, HILLEROED))
    first.show_page(DATA)
    first.session.workspace = None
    first.close()
    second = reopened(make_window, shared_workspace)
    assert second.current_key == DATA
    assert second.session.scope.municipality == HILLEROED
    assert second.scope_bar.municipality.currentText() == "Hillerød"
    second.session.workspace = None


@pytest.mark.parametrize(
    ("area", "municipality", "page"),
    [("klynge H-VEST", "101", "frist"), ("galakse 7", "9999", "ukendt"), ("klynge", "219 4", "../hemmeligt")],
)
def test_that_a_scope_or_page_that_is_gone_gives_way(
    make_window: MakeWindow, shared_workspace: Workspace, area: str, municipality: str, page: str
) -> None:
    for key, value in (("area", area), ("municipality", municipality), ("page", page)):
        remember(key, value)
    window = reopened(make_window, shared_workspace)
    assert window.session.scope == Scope()
    assert window.current_key in ("frist", OVERBLIK)
    window.session.workspace = None


# Splitters and columns -----------------------------------------------------------------------------------------------------


def divided(qtbot: QtBot) -> tuple[QWidget, QSplitter]:
    splitter = QSplitter()
    for _ in range(2):
        splitter.addWidget(QTableView())
    page = QWidget()
    splitter.setParent(page)
    qtbot.addWidget(page)
    splitter.resize(600, 200)
    page.show()
    return page, splitter


def test_that_a_splitter_the_user_moved_comes_back(qtbot: QtBot) -> None:
    page, splitter = divided(qtbot)
    memory = PartsMemory(page)
    memory.follow("prognose", page)
    splitter.moveSplitter(150, 1)
    again, other = divided(qtbot)
    PartsMemory(again).follow("prognose", again)
    assert other.sizes() == splitter.sizes()
    assert remembered("splitters/prognose/0")


def table(qtbot: QtBot, headings: tuple[str, ...] = ("Navn", "u48", "Sted")) -> TableView:
    made = TableView("Liste")
    model = ColumnTable(made)
    made.setModel(model)
    model.set_columns(tuple(Column(heading, ["a"]) for heading in headings))
    qtbot.addWidget(made)
    made.resize(700, 200)
    made.show()
    return made


def draw(view: TableView, column: int, by: int) -> None:
    """Draws a column's edge with the mouse, as a user does."""
    head = view.horizontalHeader()
    x = head.sectionViewportPosition(column) + head.sectionSize(column) - 1
    for kind, at in (
        (QEvent.Type.MouseButtonPress, x),
        (QEvent.Type.MouseMove, x + by),
        (QEvent.Type.MouseButtonRelease, x + by),
    ):
        place = QPoint(at, 8)
        pressed = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind,
            place.toPointF(),
            head.viewport().mapToGlobal(place).toPointF(),
            Qt.MouseButton.LeftButton,
            pressed,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(head.viewport(), event)


def followed(view: TableView) -> TableView:
    page = QWidget()
    view.setParent(page)
    view.page = page  # type: ignore[attr-defined]  # lives as long as the view
    PartsMemory(page).follow("data", page)
    return view


def test_that_a_column_the_user_drew_comes_back_and_wins_over_the_page_s_own_width(qtbot: QtBot) -> None:
    first = followed(table(qtbot))
    draw(first, 0, 60)
    wide = first.horizontalHeader().sectionSize(0)
    assert wide == first.horizontalHeader().defaultSectionSize() + 60
    second = followed(table(qtbot))
    assert second.horizontalHeader().sectionSize(0) == wide
    second.horizontalHeader().resizeSection(0, 50)  # the page fills the table anew
    assert second.horizontalHeader().sectionSize(0) == wide
    second.horizontalHeader().resizeSection(2, 77)
    assert second.horizontalHeader().sectionSize(2) == 77


def test_that_columns_named_by_a_week_and_widths_the_page_sets_are_not_kept(qtbot: QtBot) -> None:
    view = followed(table(qtbot))
    draw(view, 1, 40)
    view.horizontalHeader().resizeSection(2, 90)
    assert not [key for key in layout_settings().allKeys() if key.startswith("columns")]


def test_that_a_column_is_known_by_its_heading(qtbot: QtBot) -> None:
    draw(followed(table(qtbot)), 2, 30)
    moved = followed(table(qtbot, ("Sted", "Navn", "u48")))
    usual = moved.horizontalHeader().defaultSectionSize()
    assert [moved.horizontalHeader().sectionSize(column) for column in range(3)] == [usual + 30, usual, usual]
