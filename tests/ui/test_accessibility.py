"""Keyboard and screen reader: every state of the window on the demo is walked as they meet it, by Tab and by QAccessible."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QTableView,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.heatmap import WORDS, HeatMap
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.pages import FRIST, KVARTAL, OVERBLIK, PROGNOSE
from sundhedsklynge.ui.pages.data import DataPage
from sundhedsklynge.ui.pages.data.dropzone import DropZone
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.states import settle, shown, states

_PARTS_OF_A_DATE = 3  # Tab stops at day, month and year
_ROWS_READ = 3


@dataclass
class Seen:
    """What was found wrong, each as `state: what`."""

    unnamed: list[str] = field(default_factory=list[str])
    twins: list[str] = field(default_factory=list[str])
    stuck: list[str] = field(default_factory=list[str])
    unreached: list[str] = field(default_factory=list[str])
    silent: list[str] = field(default_factory=list[str])
    charts: list[str] = field(default_factory=list[str])
    states: list[str] = field(default_factory=list[str])
    stops: int = 0


@pytest.fixture(scope="module")
def seen(prepared_app: QApplication, demo_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """One walk through the window, its findings as plain data."""
    session = Session(Jobs(synchronous=True))
    window = MainWindow(session)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    folder = tmp_path_factory.mktemp("walk")
    own = folder / "demo.sqlite"
    own.write_bytes(demo_database.read_bytes())
    session.use(Workspace.open(str(own)), False)
    settle()
    found = Seen()
    for state in states(window, folder):
        found.states.append(state)
        _walk(window, state, found)
    window.close()
    window.deleteLater()
    return found


def _walk(window: MainWindow, state: str, found: Seen) -> None:
    scope: QWidget = window
    for layer in (window.search, *(sheet for sheet in shown(window) if type(sheet).__name__ == "ImportSheet")):
        scope = layer if layer.isVisible() else scope  # what lies beneath is out of reach, and is meant to be
    stops = [widget for widget in shown(scope) if _is_stop(widget)]
    found.stops += len(stops)
    found.unnamed += [f"{state}: {type(stop).__name__}" for stop in stops if not name(stop)]
    counted = Counter((type(stop).__name__, name(stop), window.details.isAncestorOf(stop)) for stop in stops)
    found.twins += [f"{state}: {kind} {said}" for (kind, said, _), count in counted.items() if count > 1]
    for view in shown(scope):
        if isinstance(view, QTableView):
            found.silent += [f"{state}: {problem}" for problem in _silence(view)]
        if isinstance(view, pg.PlotWidget):
            found.charts += [f"{state}: {problem}" for problem in _chart_problems(view, scope)]
    if scope is not window.search:  # there the arrows move, and Tab leaves and closes it
        _tab_round(state, stops, found)


def _is_stop(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def name(widget: QWidget) -> str:
    """What a screen reader calls it. For a combo box Qt gives the choice as the name on Linux and leaves the name to a relation."""
    if isinstance(widget, QComboBox):
        return widget.accessibleName()
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name).strip()


def _stops_within(widget: QWidget) -> int:
    """How often Tab may stay in a widget: at the parts of a date, at the links of a text."""
    return widget.toHtml().count("<a href") if isinstance(widget, QTextBrowser) else _PARTS_OF_A_DATE


def _tab_round(state: str, stops: list[QWidget], found: Seen) -> None:
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    reached = [focused()]
    stays = 0
    while True:
        before = focused()
        press(before, Qt.Key.Key_Tab, "\t")
        now = focused()
        stays = stays + 1 if now is before else 0
        if stays > _stops_within(now):
            found.stuck.append(f"{state}: {type(now).__name__} {name(now)}")
            return
        if now is not before and now in reached:
            break
        reached.append(now)
    missed = [stop for stop in stops if stop not in reached and _is_stop(stop) and not _by_arrow(stop, reached)]
    found.unreached += [f"{state}: {type(stop).__name__} {name(stop)}" for stop in missed]


def _by_arrow(stop: QWidget, reached: list[QWidget]) -> bool:
    """Whether it is one of a group in which the arrow keys move."""
    group = stop.group() if isinstance(stop, QAbstractButton) else None
    return group is not None and group.exclusive() and any(button in reached for button in group.buttons())


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None, "the keyboard is nowhere"
    return widget


def press(widget: QWidget, key: Qt.Key, text: str = "") -> None:
    """A key as the window system sends it."""
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


def _silence(view: QTableView) -> Iterator[str]:
    if not view.accessibleName():
        yield "a table without a name"
    model = view.model()
    for row in range(min(_ROWS_READ, model.rowCount())):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            seen = bool(index.data()) or isinstance(index.data(Qt.ItemDataRole.UserRole), list | tuple)
            said = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data()
            if seen and not str(said or "").strip(" :"):
                yield f"{view.accessibleName()} says nothing of row {row}, column {column}"


def _chart_problems(plot: pg.PlotWidget, scope: QWidget) -> Iterator[str]:
    chart: QWidget | None = plot
    while chart is not None and not chart.accessibleName():
        chart = chart.parentWidget()
    if chart is None or chart is scope or (isinstance(chart, QAbstractScrollArea) and chart is not plot):
        yield "a chart without a name"
        return
    line = chart.accessibleDescription()
    if not line or "\n" in line:
        yield f"{chart.accessibleName()} has no summary of one line"
    twin = any(isinstance(widget, QTableView) for widget in shown(scope))
    choice = any(isinstance(widget, QAbstractButton) and widget.text() == "Tabel" for widget in shown(scope))
    if not twin and not choice:
        yield f"{chart.accessibleName()} has no table beside it"


def test_that_the_walk_met_all_there_is(seen: Seen) -> None:
    assert len(seen.states) > 60
    assert {"detaljer", "mødevisning", "søgning", "import"} <= set(seen.states)
    assert seen.stops > 1000


def test_that_every_control_has_a_name(seen: Seen) -> None:
    assert not seen.unnamed


def test_that_no_two_controls_of_a_kind_have_the_same_name(seen: Seen) -> None:
    assert not seen.twins


def test_that_tab_goes_round_and_never_sticks(seen: Seen) -> None:
    assert not seen.stuck


def test_that_tab_and_arrows_reach_every_control(seen: Seen) -> None:
    assert not seen.unreached


def test_that_every_table_has_a_name_and_says_what_it_shows(seen: Seen) -> None:
    assert not seen.silent


def test_that_every_chart_has_a_name_a_line_and_a_table(seen: Seen) -> None:
    assert not seen.charts


@pytest.fixture
def window(make_window: MakeWindow, demo: Workspace) -> MainWindow:
    """A window on the demo."""
    return make_window(demo, keep=True)


def heat_map_of(window: MainWindow) -> HeatMap:
    """The heat map of the first page."""
    made = window.findChild(HeatMap)
    assert isinstance(made, HeatMap)
    return made


def faces(widget: QWidget) -> list[str]:
    """What a screen reader says of a table's cells."""
    face = QAccessible.queryAccessibleInterface(widget)
    parts = [face.child(i) for i in range(face.childCount())]
    return [part.text(QAccessible.Text.Name) for part in parts if part.role() == QAccessible.Role.Cell]


def test_that_a_screen_reader_hears_the_word_of_every_class(window: MainWindow) -> None:
    said = faces(heat_map_of(window))
    weeks = [cell for cell in said if "sandsynlighed" in cell or "mangler" in cell]
    assert len(weeks) >= 12
    assert all(any(word in cell for word in (*WORDS, "mangler")) for cell in weeks)
    assert any("høj risiko" in cell for cell in said)


def test_that_a_screen_reader_hears_how_many_weeks_a_hospital_shares(window: MainWindow) -> None:
    window.show_page("data")
    page = window.current_page
    assert isinstance(page, DataPage)
    page.show_tab("aabenhed")
    settle()
    tables = [view for view in shown(page) if isinstance(view, QTableView)]
    assert any("delt" in cell for view in tables for cell in faces(view))


def test_that_arrows_choose_among_segments(qtbot: QtBot) -> None:
    segments = Segments("Vis", (("a", "Risiko"), ("b", "Planer"), ("c", "Pladser")))
    qtbot.addWidget(segments)
    segments.show()
    segments.activateWindow()
    qtbot.waitUntil(segments.isActiveWindow)
    segments.button("a").setFocus()
    qtbot.waitUntil(segments.button("a").hasFocus)
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    with qtbot.waitSignal(segments.chosen) as told:
        QTest.keyClick(segments.button("b"), Qt.Key.Key_Space)
    assert told.args == ["b"]
    assert segments.current() == "b"


def test_that_arrows_move_in_the_heat_map_and_enter_opens(window: MainWindow) -> None:
    heat_map = heat_map_of(window)
    heat_map.setFocus()
    heat_map.setCurrentIndex(heat_map.heat.index(0, 0))
    QTest.keyClick(heat_map, Qt.Key.Key_Right)
    QTest.keyClick(heat_map, Qt.Key.Key_Down)
    assert heat_map.looked_at() == (1, 1)
    QTest.keyClick(heat_map, Qt.Key.Key_Return)
    assert window.current_key != OVERBLIK


@pytest.mark.parametrize("key", [PROGNOSE, KVARTAL, FRIST])
def test_that_arrows_read_a_chart(window: MainWindow, key: str) -> None:
    window.show_page(key)
    page = window.current_page
    assert page is not None
    for name_of_state, show in page.further_states() if key == FRIST else ():
        if name_of_state == "kommune":
            show()
    settle()
    chart = next(widget for widget in shown(page) if isinstance(widget, FramedChart))
    chart.setFocus()
    read: list[str] = []
    for move in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(chart, move)
        read.append(chart.readout.toolTip())
    assert read[1] != read[2]
    assert read[1] == read[3]


def test_that_the_drop_zone_asks_for_files_at_a_key(qtbot: QtBot) -> None:
    asked: list[bool] = []
    zone = DropZone(lambda: asked.append(True))
    qtbot.addWidget(zone)
    zone.show()
    QTest.keyClick(zone.choose, Qt.Key.Key_Space)
    assert asked == [True]
