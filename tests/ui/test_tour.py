"""The tour of the first start: what it points at, that it stops nothing, by keyboard and for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from shiboken6 import isValid

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.layout import remember, remembered
from sundhedsklynge.ui.pages import FRIST, HELP, OVERBLIK
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow


def titles(window: MainWindow) -> list[str]:
    """Walks the tour by Enter; what each callout was called."""
    seen: list[str] = []
    while window.tour.is_on:
        seen.append(window.tour.callout.accessibleName())
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert len(seen) < 9
    return seen


def overblik(window: MainWindow) -> OverblikPage:
    page = window.current_page
    assert isinstance(page, OverblikPage)
    return page


def told_rect(window: MainWindow, widget: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_that_it_is_offered_once_and_only_where_it_is_asked_for(
    make_window: MakeWindow, shared_workspace: Workspace
) -> None:
    first = make_window(shared_workspace, keep=True)
    assert not first.tour.is_on
    first.tour.offer()
    assert first.tour.is_on
    assert remembered("tour") == "seen"
    second = make_window(shared_workspace, keep=True)
    second.tour.offer()
    assert not second.tour.is_on


def test_that_it_waits_for_figures(
    make_window: MakeWindow, shared_workspace: Workspace, own_workspace: Workspace
) -> None:
    window = make_window(own_workspace)
    window.tour.offer()
    assert not window.tour.is_on
    assert remembered("tour") == ""
    window.session.use(shared_workspace, False)
    assert window.tour.is_on
    window.tour.end()
    window.session.workspace = None


def test_that_enter_leads_through_three_stops_and_gives_the_keyboard_back(window: MainWindow) -> None:
    window.navigation.focus_current()
    before = window.focusWidget()
    window.show_tour()
    assert titles(window) == [
        "Rundtur, 1 af 3: Vælg område og dato ét sted",
        "Rundtur, 2 af 3: Se risikoen og dens grund",
        "Rundtur, 3 af 3: Søg, eller få hjælp",
    ]
    assert not window.tour.callout.isVisible()
    assert window.focusWidget() is before


def test_that_each_stop_stands_beside_what_it_tells_of_and_does_not_cover_it(window: MainWindow) -> None:
    window.show_tour()
    callout, bar = window.tour.callout, window.scope_bar
    assert not callout.geometry().adjusted(8, 12, -8, -12).intersects(told_rect(window, bar.as_of))
    window.tour.go_on()
    assert window.current_key == OVERBLIK
    assert window.details.isVisible()
    heat_map = overblik(window).heat_map
    cell = heat_map.visualRect(heat_map.currentIndex())
    inside = QRect(heat_map.viewport().mapTo(window, cell.topLeft()), cell.size())
    assert not callout.geometry().adjusted(8, 12, -8, -12).intersects(inside)
    assert window.rect().contains(callout.geometry())
    window.tour.go_on()
    assert not callout.geometry().adjusted(12, 8, -12, -8).intersects(told_rect(window, window.search_button))
    window.tour.end()


def test_that_it_shows_the_highest_risk(window: MainWindow) -> None:
    window.show_tour()
    window.tour.go_on()
    risk = window.session.risk
    assert risk is not None
    shown = window.details.shown
    assert shown is not None
    heat = overblik(window).heat_map
    looked_at = heat.looked_at()
    assert looked_at is not None
    row, week = looked_at
    assert heat.heat.content.rows[row].probability[week] == risk.p_over_frist[risk.p_over_frist >= 0].max()
    window.tour.end()


def test_that_nothing_waits_for_it(window: MainWindow) -> None:
    window.show_tour()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == FRIST
    assert window.tour.is_on  # the scope is on every page
    window.tour.go_on()
    window.show_page(FRIST)
    assert not window.tour.is_on  # the cell it told of is out of sight


def test_that_escape_and_skip_end_it(window: MainWindow) -> None:
    window.show_tour()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.tour.is_on
    window.show_tour()
    QTest.mouseClick(window.tour.callout.skip, Qt.MouseButton.LeftButton)
    assert not window.tour.is_on
    window.show_tour()
    window.tour.callout.skip.setFocus()
    QTest.keyClick(window.tour.callout.skip, Qt.Key.Key_Return)
    assert not window.tour.is_on


def test_that_help_starts_it_again(window: MainWindow) -> None:
    remember("tour", "seen")
    window.show_page(HELP)
    page = window.current_page
    assert page is not None
    (again,) = [widget for widget in page.actions_row() if isinstance(widget, QPushButton)]
    again.click()
    assert window.tour.is_on
    window.tour.end()


def test_that_without_figures_help_says_how_to_get_some(make_window: MakeWindow, own_workspace: Workspace) -> None:
    window = make_window(own_workspace)
    window.show_page(HELP)
    window.show_tour()
    assert not window.tour.is_on
    page = window.current_page
    assert page is not None
    (bar,) = page.notices()
    assert "demo" in bar.sentence.text()


@pytest.mark.parametrize("scheme", list(theme.Scheme))
def test_that_a_screen_reader_and_every_theme_show_it(
    window: MainWindow, scheme: theme.Scheme, prepared_app: QApplication
) -> None:
    theme.apply(prepared_app, scheme)
    window.show_tour()
    callout = window.tour.callout
    spoken = QAccessible.queryAccessibleInterface(callout.next)
    assert "Område, kommune og dato" in spoken.text(QAccessible.Text.Description)
    picture = callout.grab().toImage()
    middle = picture.pixelColor(14 + 4, picture.height() // 2)
    assert middle == theme.tokens().raised
    window.tour.end()


def test_that_a_meeting_ends_it(window: MainWindow) -> None:
    window.show_tour()
    window.meeting.enter(full_screen=False)
    assert not window.tour.is_on
    window.show_tour()
    assert not window.tour.is_on
    window.meeting.leave()


def test_that_it_follows_the_window_when_that_is_made_smaller(window: MainWindow) -> None:
    window.show_tour()
    window.tour.go_on()
    window.tour.go_on()
    window.resize(1024, 640)
    QApplication.processEvents()
    assert window.rect().contains(window.tour.callout.geometry())
    window.tour.end()


def test_that_it_ends_where_the_page_it_began_on_is_made_anew(window: MainWindow, prepared_app: QApplication) -> None:
    window.show_page(FRIST)
    page = window.current_page
    assert page is not None
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    page.setFocus()
    assert window.focusWidget() is page
    window.show_tour()
    window.tour.go_on()
    theme.apply(prepared_app, theme.Scheme.LIGHT, 1.5)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(page)
    window.tour.end()
    assert not window.tour.callout.isVisible()


def test_that_the_first_ring_goes_round_the_area_and_the_date(window: MainWindow) -> None:
    window.show_tour()
    ring = told_rect(window, next(part for part in window.children() if type(part).__name__ == "_Ring"))
    for picker in (window.scope_bar.area, window.scope_bar.as_of):
        assert ring.contains(told_rect(window, picker))
    window.tour.end()
