"""What the window does before it is asked for it, and what waits until it is seen."""

from __future__ import annotations

import builtins

import pytest
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.page import Page, when_seen
from sundhedsklynge.ui.pages import FRIST, OVERBLIK, PROGNOSE, PageSpec
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.pages.prognose import PrognosePage
from sundhedsklynge.ui.session import Scope, Session
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.reading import shown

HILLEROED = 219


def pieces(window: MainWindow) -> int:
    """Does all that can be done ahead; how many pieces it was."""
    done = 0
    while (piece := window.ahead()) is not None:
        piece()
        done += 1
        assert done < 100
    return done


def test_that_every_page_is_made_ahead_and_is_the_one_shown(window: MainWindow) -> None:
    assert pieces(window)
    assert window.current_key == OVERBLIK
    made = window.findChildren(Page)
    assert len(made) == len(window.page_keys())
    for key in window.page_keys():
        window.show_page(key)
        assert window.current_page in made
    assert pieces(window) == 0


def test_that_nothing_is_done_ahead_in_a_meeting_or_without_figures(
    make_window: MakeWindow, window: MainWindow
) -> None:
    window.meeting.enter(full_screen=False)
    assert window.ahead() is None
    window.meeting.leave()
    assert make_window(None).ahead() is None


def test_that_pages_are_made_while_nothing_else_is_done(
    qtbot: QtBot, make_window: MakeWindow, own_copy: Workspace
) -> None:
    window = make_window(own_copy, synchronous=False)
    qtbot.waitUntil(lambda: window.session.risk is not None and window.ahead() is None, timeout=60_000)
    assert len(window.findChildren(Page)) == len(window.page_keys())


def test_that_a_page_put_away_follows_when_it_is_taken_up_or_there_is_time(window: MainWindow) -> None:
    page = shown(window, PROGNOSE, PrognosePage)
    before = page.chart.accessibleName()
    overview = shown(window, OVERBLIK, OverblikPage)
    window.session.choose(Scope(municipality=HILLEROED))
    assert page.chart.accessibleName() == before
    assert page.owed
    page.catch_up()
    assert not page.owed
    assert page.is_away
    assert page.chart.accessibleName() != before
    overview.open_in(FRIST, HILLEROED)
    window.session.choose(Scope())
    window.show_page(PROGNOSE)
    assert page.chart.accessibleName() == before
    assert not page.is_away


def test_that_what_is_asked_of_a_page_put_away_is_done_once_in_the_order_asked(
    qtbot: QtBot, window: MainWindow
) -> None:
    said: list[str] = []

    class Diary(Page):
        @when_seen
        def first(self) -> None:
            said.append("first")

        @when_seen
        def second(self) -> None:
            said.append("second")
            self.first()

    diary = Diary(window.session)
    qtbot.addWidget(diary)
    diary.second()
    assert said == ["second", "first"]
    said.clear()
    diary.put_away()
    diary.first()
    diary.second()
    diary.first()
    assert said == []
    diary.take_up()
    assert said == ["first", "second", "first"]
    assert not diary.owed


class BugError(Exception):
    """What no one foresaw."""


class Failing(Page):
    """A page of which one thing fails as long as `fails`."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.fails = True
        self.said: list[str] = []

    @when_seen
    def first(self) -> None:
        if self.fails:
            raise BugError
        self.said.append("first")

    @when_seen
    def second(self) -> None:
        self.said.append("second")


def test_that_a_failure_ahead_leaves_the_page_away_and_is_tried_again_when_it_is_looked_at(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = Failing(window.session)
    qtbot.addWidget(page)
    page.put_away()
    page.first()
    page.second()
    with qtbot.captureExceptions() as told:
        while page.can_catch_up:
            page.catch_up()
    assert [kind for kind, _, _ in told] == [BugError]  # once: the other is still done, and nothing goes in rings
    assert page.is_away
    assert page.said == ["second"]
    assert page.owed
    page.first()  # asked again: what it shows is other now
    assert page.can_catch_up
    page.fails = False
    page.take_up()
    assert not page.is_away
    assert page.said == ["second", "first"]
    assert not page.owed


def test_that_a_page_that_fails_as_it_is_taken_up_is_shown_all_the_same(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    specs = {key: PageSpec(key, key, OVERBLIK, Failing) for key in ("a", "b")}
    monkeypatch.setattr(window, "_specs", specs)
    window.session.ground_changed.emit()  # the rail is filled anew
    pages = {key: shown(window, key, Failing) for key in ("b", "a")}
    pages["b"].first()
    with qtbot.captureExceptions() as told:
        window.show_page("b")
    assert [kind for kind, _, _ in told] == [BugError]
    assert window.current_key == "b"
    assert pages["b"].isVisibleTo(window)
    button = window.navigation.button("b")
    assert button is not None
    assert button.isChecked()
    pages["b"].fails = False
    window.show_page("a")
    window.show_page("b")
    assert pages["b"].said == ["first"]


def test_that_what_another_refresh_draws_too_is_drawn_once(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(PrognosePage, "_show_list", lambda *_: drawn.append(PROGNOSE))
    monkeypatch.setattr(OverblikPage, "_show_figures", lambda *_: drawn.append(OVERBLIK))
    # Corrections draw it again when they have been read.
    monkeypatch.setattr(PrognosePage, "_load_overrides", lambda *_, **__: None)
    for key, other, kind in ((PROGNOSE, OVERBLIK, PrognosePage), (OVERBLIK, PROGNOSE, OverblikPage)):
        page = shown(window, key, kind)
        window.show_page(other)
        drawn.clear()
        window.session.ground_changed.emit()
        window.session.choose(Scope(municipality=HILLEROED if key == PROGNOSE else None))
        assert len(page.owed) == 2
        window.show_page(key)
        assert drawn.count(key) == 1


def test_that_parts_made_late_are_made_once_and_keep_their_columns(window: MainWindow) -> None:
    page = shown(window, PROGNOSE, PrognosePage)
    assert len(page.unmade()) == 2
    years = page.years
    assert len(page.unmade()) == 1
    assert page.years is years
    assert years.table.property("remembered")


def test_that_importing_is_pythons_own_again() -> None:
    assert builtins.__import__ is getattr(builtins, "__orig_import__", None)
    assert "feature" not in repr(builtins.__import__)
