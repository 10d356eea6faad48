"""The command palette: what is found, what it does, and how the keyboard comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sundhedsklynge.ui.pages import FRIST, MOEDE, OVERBLIK
from sundhedsklynge.ui.palette import Entry, found
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(window: MainWindow, letters: str = "") -> list[str]:
    QTest.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.search.field.hasFocus()
    QTest.keyClicks(window.search.field, letters)
    return window.search.names()


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Frist", "Hillerød", "Helsingør", "Fortryd"]),
        ("f", ["Frist", "Fortryd"]),
        ("hilleroed", ["Hillerød"]),
        ("HELSINGØR", ["Helsingør"]),
        ("kommune h", ["Hillerød", "Helsingør"]),
        ("xyz", []),
    ],
)
def test_that_words_find_names_and_kinds(query: str, names: list[str]) -> None:
    entries = [
        Entry(name, kind, lambda: None)
        for name, kind in (
            ("Frist", "Side"),
            ("Hillerød", "Kommune"),
            ("Helsingør", "Kommune"),
            ("Fortryd", "Handling"),
        )
    ]
    assert [entry.name for entry in found(entries, query)] == names


def test_that_a_name_that_begins_with_the_letters_comes_first() -> None:
    entries = [Entry(name, "Kommune", lambda: None) for name in ("Egedal", "Lyngby-Taarbæk", "Tårnby", "Gedser")]
    assert [entry.name for entry in found(entries, "ged")] == ["Gedser", "Egedal"]
    assert [entry.name for entry in found(entries, "taa")] == ["Tårnby", "Lyngby-Taarbæk"]


def test_that_it_lists_pages_municipalities_areas_and_deeds(window: MainWindow) -> None:
    names = opened(window)
    for name in ("Overblik", "Frist", "Møde", "Hillerød", "Alle kommuner", "Regn igen", "Mødevisning", "Eksportér"):
        assert name in names
    assert not any(name.startswith("Side ") for name in names)


def test_that_enter_chooses_a_municipality_for_all_pages(window: MainWindow) -> None:
    assert opened(window, "hiller")[0] == "Hillerød"
    QTest.keyClick(window.search.field, Qt.Key.Key_Return)
    assert not window.search.isVisible()
    assert window.session.scope.municipality == 219
    window.session.choose(Scope())


def test_that_arrows_and_enter_open_a_page(window: MainWindow) -> None:
    names = opened(window, "side")
    place = names.index("Frist")
    for _ in range(place):
        QTest.keyClick(window.search.field, Qt.Key.Key_Down)
    QTest.keyClick(window.search.field, Qt.Key.Key_Return)
    assert window.current_key == FRIST


def test_that_an_area_is_shown_at_the_top_when_it_is_chosen(window: MainWindow) -> None:
    assert opened(window, "klynge")
    QTest.keyClick(window.search.field, Qt.Key.Key_Return)
    assert window.session.scope.area[0] == "klynge"
    assert window.scope_bar.area.currentText() == window.session.area_name(*window.session.scope.area)


def test_that_escape_gives_the_keyboard_back(window: MainWindow) -> None:
    window.show_page(OVERBLIK)
    window.navigation.focus_current()
    before = window.focusWidget()
    opened(window)
    QTest.keyClick(window.search.field, Qt.Key.Key_Escape)
    assert not window.search.isVisible()
    assert window.focusWidget() is before


def test_that_it_closes_when_the_keyboard_goes_elsewhere(window: MainWindow) -> None:
    opened(window)
    window.navigation.focus_current()
    assert not window.search.isVisible()


def test_that_nothing_found_says_what_to_do(window: MainWindow) -> None:
    assert opened(window, "qqq") == []
    assert not window.search.table.isVisible()
    QTest.keyClick(window.search.field, Qt.Key.Key_Return)
    assert window.search.isVisible()
    window.search.close_panel()


def test_that_in_a_meeting_no_other_page_is_found(window: MainWindow) -> None:
    window.meeting.enter(full_screen=False)
    names = opened(window)
    assert "Prognose" not in names
    assert "Hillerød" in names
    window.search.close_panel()
    window.meeting.leave()
    assert window.current_key != MOEDE
