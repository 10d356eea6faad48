"""The window on a real database: pages, keyboard, drill-down, details, scope, theme, names for every control."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from PySide6.QtCore import QDate, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.charts import FanChart
from sundhedsklynge.ui.layout import layout_settings, remembered_scheme
from sundhedsklynge.ui.pages import DATA, FRIST, OVERBLIK, PROGNOSE
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.pages.prognose import PrognosePage
from sundhedsklynge.ui.pickers import DayPicker
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.reading import shown

HILLEROED = 219


def overblik(window: MainWindow) -> OverblikPage:
    return shown(window, OVERBLIK, OverblikPage)


def prognose(window: MainWindow) -> PrognosePage:
    return shown(window, PROGNOSE, PrognosePage)


def test_that_the_window_opens_on_the_overview(window: MainWindow) -> None:
    page = overblik(window)
    assert [row.name for row in page.heat_map.heat.content.rows] == ["Frederikssund", "Helsingør", "Hillerød"]
    assert "3 kommuner" in page.subtitle
    assert page.content.isVisible()


def test_that_the_heat_map_shows_what_the_workspace_computed(window: MainWindow, shared_workspace: Workspace) -> None:
    risk = shared_workspace.risk(None, 12)
    rows = {row.code: row for row in overblik(window).heat_map.heat.content.rows}
    for i, code in enumerate(risk.municipalities):
        np.testing.assert_array_equal(rows[code].probability, risk.p_over_frist[i])


def test_that_the_arrow_keys_walk_the_rail(window: MainWindow) -> None:
    window.navigation.focus_current()
    first = window.focusWidget()
    assert first is window.navigation.button(OVERBLIK)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert window.current_page is not None
    assert window.current_page.title == "Prognose"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Up)
    assert window.current_page.title == "Overblik"


def test_that_control_and_a_figure_open_a_page(window: MainWindow) -> None:
    for place, title in ((3, "Frist"), (2, "Prognose"), (1, "Overblik")):
        QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + place), Qt.KeyboardModifier.ControlModifier)
        assert window.current_page is not None
        assert window.current_page.title == title


def test_that_enter_on_a_cell_of_plans_opens_its_municipality_in_the_forecast(window: MainWindow) -> None:
    page = overblik(window)
    page.measures.button("planer").click()
    assert page.heat_map.look_at(HILLEROED, 2)
    QTest.keyClick(page.heat_map, Qt.Key.Key_Return)
    opened = window.current_page
    assert isinstance(opened, PrognosePage)
    assert window.session.scope.municipality == HILLEROED
    assert "Hillerød" in opened.subtitle
    assert opened.chart.accessibleName() == "Genoptræningsplaner pr. uge: Hillerød, alle indgreb"


def test_that_the_arrow_keys_move_in_the_heat_map_and_the_details_follow(window: MainWindow) -> None:
    page = overblik(window)
    page.heat_map.look_at(HILLEROED, 0)
    first = window.details.shown
    QTest.keyClick(page.heat_map, Qt.Key.Key_Right)
    assert page.heat_map.looked_at() is not None
    second = window.details.shown
    assert first is not None
    assert second is not None
    assert first.title == "Hillerød, uge 48, 2026"
    assert second.title == "Hillerød, uge 49, 2026"
    assert window.details.isVisible()


def test_that_escape_closes_the_details(window: MainWindow) -> None:
    page = overblik(window)
    page.heat_map.look_at(HILLEROED, 0)
    assert window.details.isVisible()
    QTest.keyClick(page.heat_map, Qt.Key.Key_Escape)
    assert not window.details.isVisible()


def test_that_a_chosen_measure_changes_the_figures_and_keeps_the_risk(window: MainWindow) -> None:
    page = overblik(window)
    before = page.heat_map.heat.content
    page.measures.button("planer").click()
    after = page.heat_map.heat.content
    assert [row.probability for row in after.rows] == [row.probability for row in before.rows]
    assert [row.figures for row in after.rows] != [row.figures for row in before.rows]


def test_that_the_forecast_page_shows_the_outlook(window: MainWindow, shared_workspace: Workspace) -> None:
    page = prognose(window)
    window.session.choose(Scope(municipality=HILLEROED, procedure="knæ"))
    cell = shared_workspace.forecast(None, 12).cell("kommune", str(HILLEROED), "knæ")
    shown = [page.table_model.index(1, column).data() for column in range(12)]
    assert shown == [f"{median:.0f}" for median in cell.quantiles[:, 4]]
    assert page.procedures.current() == "knæ"


def test_that_choosing_in_the_list_sets_the_scope_everywhere(window: MainWindow) -> None:
    page = prognose(window)
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    chosen = window.session.scope.municipality
    assert chosen is not None
    assert window.scope_bar.municipality.currentData() == chosen
    assert page.list.currentIndex().row() == 1


def test_that_a_past_as_of_date_is_computed_anew(window: MainWindow, qtbot: QtBot) -> None:
    ground = window.session.ground
    assert ground is not None
    earlier = ground.as_of - dt.timedelta(days=14)
    window.scope_bar.as_of.setDate(earlier)
    qtbot.waitUntil(
        lambda: window.session.ground is not None and window.session.ground.as_of == earlier, timeout=20_000
    )
    assert window.session.outlook is not None
    assert window.session.outlook.as_of == earlier
    assert "uge 46, 2026" in overblik(window).subtitle


def test_that_an_as_of_date_before_all_data_says_what_to_do(window: MainWindow) -> None:
    page = overblik(window)
    window.session.choose_as_of(dt.date(2020, 1, 6))
    assert not page.content.isVisible()
    assert page.state.isVisible()
    said = " ".join(child.text() for child in page.state.findChildren(QLabel))
    assert "06.01.2020" in said
    assert window.scope_bar.as_of.isVisible()
    window.session.choose_as_of(dt.date(2026, 11, 23))
    assert page.content.isVisible()


def test_that_the_theme_is_switched_and_remembered(window: MainWindow, qapp: QApplication) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert theme.tokens() is theme.DARK
    assert remembered_scheme(qapp) is theme.Scheme.DARK
    assert qapp.palette().window().color() == theme.DARK.ground


def test_that_broken_theme_settings_fall_back(window: MainWindow, qapp: QApplication) -> None:
    layout_settings().setValue("theme", "pink")
    assert remembered_scheme(qapp) in theme.Scheme


def test_that_the_chart_is_copied_as_a_picture(window: MainWindow) -> None:
    page = prognose(window)
    page.copy_chart()
    picture = QApplication.clipboard().image()
    assert picture.width() > 300
    assert [bar.sentence.text() for bar in page.notices()] == [
        "Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V."
    ]


@pytest.mark.parametrize("key", [OVERBLIK, PROGNOSE, DATA])
def test_that_every_control_has_an_accessible_name(window: MainWindow, key: str) -> None:
    window.show_page(key)
    if key == OVERBLIK:
        overblik(window).heat_map.look_at(HILLEROED, 0)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractItemView, QProgressBar, FanChart)
    nameless: list[QWidget] = []
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or isinstance(
            widget.parent(), (QAbstractSpinBox, QComboBox, QTableView)
        )
        popup = widget.window() is not window
        if (
            isinstance(widget, kinds)
            and widget.isVisibleTo(window)
            and not inner
            and not popup
            and not widget.accessibleName()
        ):
            nameless.append(widget)
    assert nameless == []


@pytest.mark.parametrize("key", [OVERBLIK, PROGNOSE, DATA])
def test_that_tab_reaches_the_page_and_comes_back(window: MainWindow, key: str) -> None:
    window.show_page(key)
    window.navigation.focus_current()
    start = window.focusWidget()
    seen = [start]
    for _ in range(60):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        if window.focusWidget() is start:
            break
        seen.append(window.focusWidget())
    assert window.focusWidget() is start
    page = window.current_page
    assert any(page is not None and page.isAncestorOf(widget) for widget in seen if widget)


def test_that_targets_are_at_least_24_pixels(window: MainWindow) -> None:
    for key in (OVERBLIK, PROGNOSE, DATA):
        window.show_page(key)
        for widget in window.findChildren(QAbstractButton):
            if (
                widget.isVisible()
                and not widget.objectName().startswith("qt_")
                and not isinstance(widget.parent(), QTableView)
            ):
                assert widget.height() >= 24, (key, widget.accessibleName())
                assert widget.width() >= 24, (key, widget.accessibleName())


def test_that_nothing_is_wider_than_the_smallest_screen(window: MainWindow) -> None:
    window.resize(1366, 768)
    for key in (OVERBLIK, PROGNOSE, DATA):
        window.show_page(key)
        QApplication.processEvents()
        assert window.size().width() == 1366
        assert window.minimumSizeHint().width() <= 1366


def test_that_a_failed_database_is_told_on_the_start_page(make_window: MakeWindow) -> None:
    window = make_window(None)
    window.session.open("postgresql+psycopg://nobody@127.0.0.1:1/ingen")
    page = window.current_page
    assert page is not None
    assert page.title == "Velkommen"
    assert len(page.notices()) >= 1


def test_that_a_click_shows_the_cell_that_is_ringed_although_the_pane_moves_the_columns(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = overblik(window)
    heat_map = page.heat_map
    window.details.dismiss()
    QApplication.processEvents()
    place = heat_map.viewport().mapTo(window, heat_map.visualRect(heat_map.heat.index(1, 2)).center())
    frame = window.windowHandle()
    QTest.mousePress(frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()
    assert window.details.isHidden()
    QTest.mouseMove(frame, place + QPoint(1, 0))
    QTest.mouseRelease(frame, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place + QPoint(1, 0))
    qtbot.waitUntil(window.details.isVisible)
    assert window.details.shown is not None
    assert window.details.shown.title.endswith("uge 50, 2026")
    assert heat_map.looked_at() == (1, 2)
    assert [(i.row(), i.column()) for i in heat_map.selectedIndexes()] == [(1, 2)]


def test_that_a_double_click_opens_frist_although_the_first_click_moves_the_columns(
    window: MainWindow, qtbot: QtBot
) -> None:
    heat_map = overblik(window).heat_map
    window.details.dismiss()
    QApplication.processEvents()
    cell = heat_map.visualRect(heat_map.heat.index(2, 9))
    place = heat_map.viewport().mapTo(window, cell.center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(lambda: heat_map.visualRect(heat_map.heat.index(2, 9)) != cell)
    for kind in (
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseButtonRelease,
    ):  # as a mouse sends them, no press first
        at = QPointF(heat_map.viewport().mapFrom(window, place))
        held = Qt.MouseButton.LeftButton if kind == QEvent.Type.MouseButtonDblClick else Qt.MouseButton.NoButton
        none = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, heat_map.viewport().mapToGlobal(at), Qt.MouseButton.LeftButton, held, none)
        QApplication.sendEvent(heat_map.viewport(), event)
    qtbot.waitUntil(lambda: window.current_key == FRIST)
    assert window.session.scope.municipality == HILLEROED


def test_that_a_click_in_a_week_of_prognose_explains_that_week(window: MainWindow, qtbot: QtBot) -> None:
    page = prognose(window)
    window.details.dismiss()
    QApplication.processEvents()
    place = page.table.viewport().mapTo(window, page.table.visualRect(page.table.model().index(1, 2)).center())
    QTest.mousePress(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    QApplication.processEvents()
    assert window.details.isHidden()
    QTest.mouseRelease(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    qtbot.waitUntil(window.details.isVisible)
    assert window.details.shown is not None
    assert "uge 50, 2026" in window.details.shown.title


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("27.12.2026", dt.date(2026, 12, 27)),
        ("4.12.2026", dt.date(2026, 12, 4)),
        (".12.2026", dt.date(2026, 12, 23)),  # the day stays
        ("..2027", dt.date(2027, 11, 23)),
        ("27..2027", dt.date(2027, 11, 27)),
        ("27-12-2027", dt.date(2027, 12, 27)),
        ("1.2.2027", dt.date(2027, 2, 1)),
    ],
)
def test_that_a_day_is_typed_with_its_dots_or_they_skip_what_stays(qtbot: QtBot, typed: str, meant: dt.date) -> None:
    made = DayPicker()
    made.setDisplayFormat("dd.MM.yyyy")
    made.setDate(QDate(2026, 11, 23))
    made.setKeyboardTracking(False)
    qtbot.addWidget(made)
    made.show()
    made.setSelectedSection(DayPicker.Section.DaySection)
    QTest.keyClicks(made, typed)
    QTest.keyClick(made, Qt.Key.Key_Return)
    assert made.date().toPython() == meant


def test_that_no_click_along_a_day_changes_it(qtbot: QtBot) -> None:
    made = DayPicker()
    made.setCalendarPopup(True)
    made.setDate(QDate(2026, 11, 23))
    made.setDisplayFormat("dd.MM.yyyy")
    theme.dress(made)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    qtbot.waitExposed(made)
    for x in range(made.width() - 24):
        at = QPoint(x, made.height() // 2)
        QTest.mouseClick(made.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        assert made.date().toPython() == dt.date(2026, 11, 23), x


@pytest.mark.parametrize("start", ["all", "home", "month"])
def test_that_a_typed_day_is_never_made_another(qtbot: QtBot, start: str) -> None:
    made = DayPicker()
    made.setDisplayFormat("dd.MM.yyyy")
    made.setDate(QDate(2026, 11, 23))
    qtbot.addWidget(made)
    made.show()
    begin = {
        "all": made.selectAll,
        "home": lambda: QTest.keyClick(made, Qt.Key.Key_Home),
        "month": lambda: made.setSelectedSection(DayPicker.Section.MonthSection),
    }
    for typed, meant in (("09.10.2026", QDate(2026, 10, 9)), ("31.11.2026", QDate(2026, 10, 9))):
        begin[start]()
        QTest.keyClicks(made, typed)
        QTest.keyClick(made, Qt.Key.Key_Return)
        assert made.date() == meant
        assert made.text() == meant.toString("dd.MM.yyyy")
