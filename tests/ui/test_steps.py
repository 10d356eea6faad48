"""Steps on their own: where undo and redo are reached, in which order they run, and what happens when one cannot be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.errors import DatabaseError, UserError
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.steps import Step, Steps
from sundhedsklynge.ui.window import MainWindow

# Where it is reached ---------------------------------------------------------------------------------------------------------


def test_that_menu_status_bar_and_palette_name_the_change(window: MainWindow) -> None:
    window.session.steps.make(Step("Mål & midler", lambda: None, lambda: None))
    undo, redo = window.menu.actions()[:2]
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("Fortryd: Mål && midler", True, False)
    assert undo.shortcut().toString() == "Ctrl+Z"
    QApplication.processEvents()  # the button gets its width
    assert window.status_bar.undo.text() == "Fortryd: Mål && midler"
    window.search.open()
    assert "Fortryd: Mål & midler" in window.search.names()
    window.search.close_panel()
    undo.trigger()
    assert (redo.text(), redo.isEnabled(), undo.text()) == ("Gentag: Mål && midler", True, "Fortryd")
    QTest.mouseClick(window.status_bar.redo, Qt.MouseButton.LeftButton)
    assert window.session.steps.undo_text == "Mål & midler"
    QTest.mouseClick(window.status_bar.undo, Qt.MouseButton.LeftButton)
    assert window.session.steps.redo_text == "Mål & midler"


def test_that_the_menu_opens_by_key_and_button(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert window.menu.isVisible()
    QTest.keyClick(window.menu, Qt.Key.Key_Escape)
    assert not window.menu.isVisible()
    QTest.mouseClick(window.menu_button, Qt.MouseButton.LeftButton)
    assert window.menu.isVisible()
    window.menu.close()


# Order and failure -----------------------------------------------------------------------------------------------------------


def failing(error: Exception) -> Callable[[], None]:
    def fail() -> None:
        raise error

    return fail


def test_that_a_step_that_is_gone_does_not_bar_the_way_to_those_before_it() -> None:
    steps = Steps(Jobs(synchronous=True))
    told: list[Exception] = []
    steps.failed.connect(told.append)
    steps.remember(Step("den første", lambda: None, lambda: None))
    steps.remember(Step("den anden", failing(UserError("Den er væk.")), lambda: None))
    steps.undo()
    assert [str(error) for error in told] == ["Den er væk."]
    assert steps.undo_text == "den første"
    assert steps.redo_text == ""


def test_that_a_locked_database_lets_the_step_be_tried_again() -> None:
    steps = Steps(Jobs(synchronous=True))
    steps.remember(Step("pladser", failing(DatabaseError("Databasen er låst.")), lambda: None))
    steps.undo()
    assert steps.undo_text == "pladser"


def test_that_what_is_asked_for_while_a_change_is_stored_waits_its_turn(qtbot: QtBot) -> None:
    jobs = Jobs()
    steps = Steps(jobs)
    done: list[str] = []
    for name in ("a", "b"):
        steps.make(Step(name, lambda name=name: done.append(f"-{name}"), lambda name=name: done.append(name)))
    steps.undo()
    steps.undo()
    steps.redo()
    qtbot.waitUntil(lambda: len(done) == 5 and not jobs.running)
    assert done == ["a", "b", "-b", "-a", "a"]
    assert (steps.undo_text, steps.redo_text) == ("a", "b")


def test_that_a_change_another_part_stores_is_the_one_undone(qtbot: QtBot) -> None:
    jobs = Jobs()
    steps = Steps(jobs)
    undone: list[str] = []
    steps.remember(Step("gammel", lambda: undone.append("gammel"), lambda: None))
    new = Step("ny", lambda: undone.append("ny"), lambda: None)
    jobs.start("change", "Gemmer", lambda *_: None, lambda _: steps.remember(new), queue=True)
    steps.undo()
    qtbot.waitUntil(lambda: bool(undone) and not jobs.running)
    assert undone == ["ny"]
