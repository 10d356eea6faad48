"""Every shortcut is in the help, every shortcut in the help is there, and each is shown where its control stands."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from sundhedsklynge.ui.help import SHORTCUTS, text_of
from sundhedsklynge.ui.pages import HELP
from sundhedsklynge.ui.pages.hjaelp import HjaelpPage
from sundhedsklynge.ui.text import Language
from sundhedsklynge.ui.window import MainWindow

SPELT = {
    "Delete": "Del",
    "Page Up": "PgUp",
    "Page Down": "PgDown",
    "Pil til venstre": "Left",
    "Pil til højre": "Right",
    "Left arrow": "Left",
    "Right arrow": "Right",
    "Piletaster": "Arrow keys",
    "Mellemrum": "Space",
}
OF_THE_CONTROLS = {"Tab", "Arrow keys", "Enter", "F2", "Space"}  # what Qt's own tables and fields take


def listed(spoken: Language) -> list[set[str]]:
    """The keys in the help's tables, row by row."""
    rows: list[set[str]] = []
    for cell in re.findall(r"^\| ([^|]+?) \|", text_of(SHORTCUTS, spoken), flags=re.MULTILINE):
        first, *last = re.split(r" (?:til|to) Ctrl\+", cell)
        if last:
            rows.append({f"Ctrl+{figure}" for figure in range(int(first[-1]), int(last[0]) + 1)})
        elif cell not in ("Tast", "Key"):
            rows.append({SPELT.get(keys, keys) for keys in re.split(" eller | or ", cell)})
    return rows


def installed(window: MainWindow) -> set[str]:
    """The keys of all actions and shortcuts once every page has been shown."""
    for key in window.page_keys():
        window.show_page(key)
    sequences = [keys for action in window.findChildren(QAction) for keys in action.shortcuts()]
    sequences += [shortcut.key() for shortcut in window.findChildren(QShortcut)]
    return {QKeySequence(keys).toString() for keys in sequences}


@pytest.mark.parametrize("spoken", Language)
def test_that_the_help_lists_the_shortcuts_there_are_and_no_others(window: MainWindow, spoken: Language) -> None:
    assert set().union(*listed(spoken)) - OF_THE_CONTROLS == installed(window)


def test_that_the_shortcuts_stand_in_the_same_rows_in_both_languages() -> None:
    assert listed(Language.ENGLISH) == listed(Language.DANISH)


def test_that_no_two_deeds_of_the_window_share_a_shortcut(window: MainWindow) -> None:
    keys = [keys for command in window.commands for keys in command.shortcuts]
    assert len(keys) == len(set(keys))


def test_that_the_menu_shows_every_deed_that_is_found_by_search_with_its_shortcut(window: MainWindow) -> None:
    shown = {action.text(): action.shortcut().toString() for action in window.menu.actions() if action.text()}
    wanted = {command.said: "".join(command.shortcuts[:1]) for command in window.commands if command.findable}
    assert shown == wanted


def test_that_every_button_of_the_rail_shows_its_shortcut(window: MainWindow) -> None:
    tips = {button.toolTip() for button in window.navigation.findChildren(QToolButton)}
    for keys in ("Ctrl+1", "Ctrl+7", "Ctrl+K", "Ctrl+T", "F1", "F10"):
        assert any(f"({keys})" in tip for tip in tips), keys


def test_that_the_menu_leads_to_the_list_of_shortcuts(window: MainWindow) -> None:
    (action,) = [action for action in window.menu.actions() if action.text() == "Vis genveje"]
    action.trigger()
    page = window.current_page
    assert isinstance(page, HjaelpPage)
    assert page.text.topic == SHORTCUTS
    assert page.text.toPlainText().count("Ctrl+Z") == 1
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.current_key != HELP
