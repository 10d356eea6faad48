"""Room: at 100 to 200 % on a screen of 1366 x 768 nothing is cut without dots and a tooltip, nothing overlaps, nothing is out of reach."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Scrolled, Stack, WrapRow
from sundhedsklynge.ui.heatmap import HeatMap
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.page import ElidedLabel, LineButton, label
from sundhedsklynge.ui.pages import OVERBLIK, PROGNOSE
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.states import settle, shown, states

SCREEN = QSize(1366, 768)
# What is left of the screen, in the units of the window, when the system scales by 100, 125, 150 and 200 %.
SIZES = [QSize(int(SCREEN.width() / by), int(SCREEN.height() / by)) for by in (1.0, 1.25, 1.5, 2.0)]
_LAYERS = {"CommandPalette", "ImportSheet", "Tour"}  # lie over the window, and are meant to


@pytest.fixture(scope="module")
def problems(
    prepared_app: QApplication, demo_database: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[str]]:
    """What a walk through all states finds, by the scaling of the system; the last key is type at 200 %."""
    found: dict[str, list[str]] = {}
    for type_scale, sizes in ((1.0, (SIZES[0], SIZES[2], SIZES[3])), (2.0, SIZES[:1])):
        theme.apply(prepared_app, theme.Scheme.LIGHT, type_scale)
        folder = tmp_path_factory.mktemp("walk")
        own = folder / "demo.sqlite"
        own.write_bytes(demo_database.read_bytes())
        session = Session(Jobs(synchronous=True))
        window = MainWindow(session)
        window.resize(SCREEN)
        window.show()
        window.activateWindow()
        session.use(Workspace.open(str(own)), False)
        for state in states(window, folder):
            for size in sizes:
                window.resize(size)
                settle()
                at = f"{size.width()}x{size.height()} type {type_scale:.0%}"
                found.setdefault(at, []).extend(f"{state}: {problem}" for problem in cramped(window))
        window.close()
        window.deleteLater()
    theme.apply(prepared_app, theme.Scheme.LIGHT)
    return found


def cramped(window: QWidget) -> Iterator[str]:
    """What has too little room in `window`, or lies where it cannot be reached."""
    for widget in shown(window):
        if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QHeaderView | QTableView):
            continue
        yield from _cut(widget)
        yield from _out_of_reach(widget)
    for parent in (window, *shown(window)):
        if not isinstance(parent, QAbstractScrollArea | QComboBox | QAbstractSpinBox | QSplitter):
            yield from _overlaps(parent)


def _cut(widget: QWidget) -> Iterator[str]:
    line = widget.fontMetrics().height()
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                yield f"lines cut: {widget.text()!r}"
        elif widget.fontMetrics().size(0, widget.text()).width() > widget.contentsRect().width() + 1:
            yield f"text cut: {widget.text()!r}"
        elif line > widget.height() + 2:
            yield f"text too high: {widget.text()!r}"
        if isinstance(widget, ElidedLabel) and widget.text().endswith("…") and not widget.toolTip():
            yield f"dots without a tooltip: {widget.text()!r}"
    if isinstance(widget, QPushButton | QToolButton | QCheckBox) and widget.text():
        elides = isinstance(widget, LineButton) and bool(widget.toolTip())
        if not elides and widget.sizeHint().width() > widget.width() + 1:
            yield f"button cut: {widget.text()!r}"
        if line + 2 > widget.height():
            yield f"button too low: {widget.text()!r}"
    if isinstance(widget, QComboBox):
        if line + 4 > widget.height():
            yield f"picker too low: {widget.currentText()!r}"
        if widget.width() < 3 * line:
            yield f"picker too narrow: {widget.currentText()!r}"
    if isinstance(widget, QTableView) and widget.verticalHeader().count():
        if widget.rowHeight(0) < line:
            yield f"rows too low: {widget.accessibleName()}"
        if widget.viewport().height() < line or widget.viewport().width() < 4 * line:
            yield f"no room for a row: {widget.accessibleName()}"


def _out_of_reach(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if (
        parent is None
        or isinstance(parent, QAbstractScrollArea)
        or isinstance(parent.parentWidget(), QAbstractScrollArea)
    ):
        return  # what lies outside can be scrolled to
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()) and not widget.size().isEmpty():
        yield f"outside: {type(widget).__name__} in {type(parent).__name__}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget) and child.isVisible() and type(child).__name__ not in _LAYERS
    ]
    for i, one in enumerate(children):
        for other in children[i + 1 :]:
            both = one.geometry() & other.geometry()
            if both.width() > 1 and both.height() > 1:
                yield f"overlap: {type(one).__name__} and {type(other).__name__} in {type(parent).__name__}"


def test_that_nothing_is_cut_covered_or_out_of_reach(problems: dict[str, list[str]]) -> None:
    assert len(problems) == 4
    assert {at: told for at, told in problems.items() if told} == {}


def test_that_the_walk_sees_what_is_cut_covered_and_out_of_reach(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    cut, covering, outside = (
        QLabel("Genoptræningsplaner", window),
        QPushButton("Gem", window),
        QPushButton("Væk", window),
    )
    cut.setGeometry(0, 0, 30, 20)
    covering.setGeometry(10, 0, 80, 30)
    outside.setGeometry(180, 0, 80, 30)
    window.resize(200, 100)
    window.show()
    told = " ".join(cramped(window))
    assert "text cut: 'Genoptræningsplaner'" in told
    assert "overlap: QLabel and QPushButton" in told
    assert "outside: QPushButton" in told


# The pieces ----------------------------------------------------------------------------------------------------------


def test_that_a_row_breaks_and_asks_for_the_height_of_its_lines(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    box = QVBoxLayout(outer)
    row = WrapRow(8)
    for name in ("Risiko", "Planer", "Pladser"):
        row.add(QPushButton(name))
    box.addWidget(row)
    box.addStretch(1)
    outer.resize(600, 200)
    outer.show()
    settle()
    one_line = row.height()
    outer.resize(row.minimumSizeHint().width() + 30, 200)
    settle()
    assert row.height() >= 3 * one_line
    assert not list(cramped(outer))


def test_that_what_stretches_takes_what_its_line_has_left(qtbot: QtBot) -> None:
    row = WrapRow(8)
    qtbot.addWidget(row)
    first, last = QPushButton("a"), QPushButton("b")
    row.add(first)
    row.add(QWidget(), stretch=True)
    row.add(last)
    row.resize(500, 40)
    row.show()
    settle()
    assert last.geometry().right() == 499


def test_that_wrapped_text_is_never_given_less_than_it_needs(qtbot: QtBot) -> None:
    column = QWidget()
    box = QVBoxLayout(column)
    said = label("Trin for trin: " * 20, wrap=True)
    box.addWidget(said)
    box.addWidget(QPushButton("Gem"))
    area = Scrolled(column)
    qtbot.addWidget(area)
    area.resize(160, 80)
    area.show()
    settle()
    assert said.height() >= said.heightForWidth(said.width())
    assert area.verticalScrollBar().maximum() > 0
    said.setText("Kort")
    settle()
    assert area.verticalScrollBar().maximum() == 0


def test_that_a_stack_asks_for_what_it_shows(qtbot: QtBot) -> None:
    stack = Stack()
    qtbot.addWidget(stack)
    small, large = QWidget(), QWidget()
    small.setMinimumSize(10, 10)
    column = QVBoxLayout(large)
    inner = QWidget()
    inner.setMinimumSize(900, 900)
    column.addWidget(inner)
    stack.addWidget(small)
    stack.addWidget(large)
    assert stack.minimumSizeHint().width() < 900
    stack.setCurrentWidget(large)
    assert stack.minimumSizeHint().width() >= 900


def test_that_segments_break_where_they_are_wider_than_their_place(qtbot: QtBot) -> None:
    segments = Segments("Vis", [(str(i), f"Mulighed {i}") for i in range(6)])
    qtbot.addWidget(segments)
    segments.resize(200, 400)
    segments.show()
    settle()
    assert len({segments.button(key).y() for key in segments.keys}) > 1
    assert not list(cramped(segments))


def test_that_a_picker_tells_when_its_choice_does_not_fit(qtbot: QtBot) -> None:
    picker = Picker()
    qtbot.addWidget(picker)
    picker.addItem("Bispebjerg og Frederiksberg Hospital")
    picker.resize(400, 28)
    picker.show()
    assert not picker.is_cut()
    picker.resize(90, 28)
    assert picker.is_cut()


def test_that_rail_and_scope_bar_fold_in_a_narrow_window_and_unfold_again(
    make_window: MakeWindow, shared_workspace: Workspace
) -> None:
    window = make_window(shared_workspace, keep=True)
    settle()
    wide, data = window.navigation.width(), window.navigation.button("data")
    assert data is not None
    full = data.text()
    said = window.scope_bar.freshness.text()
    window.resize(SIZES[-1])
    settle()
    assert window.navigation.width() < wide / 2
    assert data.text() != full
    assert data.accessibleName().startswith("Data")
    assert len(window.scope_bar.freshness.text()) < len(said)
    assert window.scope_bar.freshness.accessibleName() in said
    window.resize(SCREEN)
    settle()
    assert window.navigation.width() == wide
    assert data.text() == full
    assert window.scope_bar.freshness.text() == said


def test_that_pages_are_made_anew_for_another_size_of_type_but_not_for_a_meeting(
    make_window: MakeWindow, shared_workspace: Workspace, qapp: QApplication
) -> None:
    window = make_window(shared_workspace, keep=True)
    overview = window.current_page
    window.show_page(PROGNOSE)
    forecast = window.current_page
    window.meeting.enter(full_screen=False)
    window.meeting.leave()
    window.show_page(OVERBLIK)
    assert window.current_page is overview
    theme.apply(qapp, theme.Scheme.LIGHT, 1.5)
    settle()
    window.show_page(PROGNOSE)
    assert window.current_page is not forecast
    window.show_page(OVERBLIK)
    assert window.current_page is overview


def test_that_table_rows_follow_the_size_of_type(
    make_window: MakeWindow, shared_workspace: Workspace, qapp: QApplication
) -> None:
    window = make_window(shared_workspace, keep=True)
    heat_map = window.findChild(HeatMap)
    assert isinstance(heat_map, HeatMap)
    before = heat_map.rowHeight(0)
    theme.apply(qapp, theme.Scheme.LIGHT, 2.0)
    settle()
    assert heat_map.rowHeight(0) > before
    assert heat_map.rowHeight(0) >= heat_map.fontMetrics().height()


_REAL = """
import json, sys
from PySide6.QtCore import QSettings
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[1])
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.start import application
from sundhedsklynge.ui.window import MainWindow
app = application()
theme.apply(app, theme.Scheme.LIGHT)
window = MainWindow(Session(Jobs(synchronous=True)))
window.restore_layout()
window.show()
app.processEvents()
room = window.screen().availableGeometry()
drawn = window.grab()
print(json.dumps({
    "room": [room.width(), room.height()],
    "window": [window.width(), window.height()],
    "drawn": [drawn.width(), drawn.height()],
    "icon": window.navigation.findChildren(type(window.navigation._mark))[0].pixmap().width(),
}))
"""


@pytest.mark.parametrize("by", [1.0, 1.25, 1.5, 2.0])
def test_that_the_window_fits_the_screen_at_the_systems_scaling(by: float, tmp_path: Path) -> None:
    screen = {"name": "lille", "x": 0, "y": 0, "width": SCREEN.width(), "height": SCREEN.height(), "logicalDpi": 96}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96, "dpr": 1}]}), encoding="utf-8")
    environment = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}", "QT_SCALE_FACTOR": str(by)}
    done = subprocess.run(
        [sys.executable, "-c", _REAL, str(tmp_path)], env=environment, capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["room"] == [pytest.approx(SCREEN.width() / by, abs=1), pytest.approx(SCREEN.height() / by, abs=1)]
    assert told["window"][0] <= told["room"][0]
    assert told["window"][1] <= told["room"][1]
    assert told["drawn"][0] == pytest.approx(told["window"][0] * by, abs=2)
    assert told["icon"] == pytest.approx(20 * by, abs=1), "icons are drawn as sharp as the screen"
    assert told["room"][0] >= LEAST_WIDTH
    assert told["room"][1] >= LEAST_HEIGHT
