"""What is told goes when it is no longer so, and its button does what it says and nothing else."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.errors import Problem
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.importing import receipt
from sundhedsklynge.ui.navigation import Entry, NavButton
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import NoticeBar
from sundhedsklynge.ui.pages import DATA, OVERBLIK
from sundhedsklynge.ui.pages.data.inbox import InboxTab
from sundhedsklynge.ui.pages.indstillinger import IndstillingerPage
from sundhedsklynge.ui.pages.start import StartPage
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.importing import ImportReport
from tests.ui.conftest import MakeWindow
from tests.ui.test_data_page import choose_folder, click, open_tab, plan
from tests.ui.test_import import data_page, drop, statuses, told


def bar_of(window: MainWindow, said: str) -> NoticeBar:
    page = window.current_page
    assert page is not None
    return next(bar for bar in page.notices() if said in bar.sentence.text())


def press(bar: NoticeBar, name: str) -> None:
    QTest.mouseClick(next(b for b in bar.findChildren(QPushButton) if b.text() == name), Qt.MouseButton.LeftButton)


# Taking an import back


def test_that_a_receipt_takes_back_its_own_files_whatever_came_after(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    data_page(window)
    drop(window, files / "plan.csv", files / "gop.csv")
    later = bytearray(b"made")
    window.session.steps.make(Step("Noget andet", later.clear, lambda: None))
    press(bar_of(window, "Importeret: plan.csv, gop.csv"), "Fortryd")
    assert statuses(window) == ["fortrudt"] * 2
    assert later == b"made"
    assert not any("plan.csv" in said for said in told(window))
    assert window.session.steps.undo_text == "Fortrudt import af 2 filer"
    window.session.steps.undo()
    assert statuses(window) == ["gældende"] * 2
    assert window.session.steps.undo_text == "Noget andet"


def test_that_a_receipt_leaves_what_another_import_brought(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    data_page(window)
    drop(window, files / "plan.csv")
    drop(window, files / "gop.csv")
    press(bar_of(window, "plan.csv er importeret"), "Fortryd")
    assert {info.file: info.status for info in window.session.imports} == {
        "plan.csv": "fortrudt",
        "gop.csv": "gældende",
    }
    assert [said.split(" er ")[0] for said in told(window)] == ["gop.csv"]


def test_that_a_receipt_goes_when_its_import_is_taken_back_otherwise(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    data_page(window)
    drop(window, files / "gop.csv")
    assert [said.split(" er ")[0] for said in told(window)] == ["gop.csv"]
    window.session.steps.undo()
    assert told(window) == []


def test_that_half_a_receipt_taken_back_otherwise_is_not_taken_back_twice(
    make_window: MakeWindow, own_workspace: Workspace, files: Path
) -> None:
    window = make_window(own_workspace)
    data_page(window)
    drop(window, files / "plan.csv", files / "gop.csv")
    window.session.steps.undo()
    assert sorted(statuses(window)) == ["fortrudt", "gældende"]
    press(bar_of(window, "Importeret: plan.csv, gop.csv"), "Fortryd")
    assert statuses(window) == ["fortrudt"] * 2
    window.session.steps.undo()
    assert sorted(statuses(window)) == ["fortrudt", "gældende"], "what was taken back before stays so"


def test_that_reading_the_columns_as_last_time_is_no_warning() -> None:
    note = Problem(None, "", "", "reading", "warning", "Kolonnerne er læst som sidst.")
    odd = Problem(3, "uge", "2026-W60", "week", "warning", "Ugen findes ikke.")

    def told_of(*problems: Problem) -> Notice:
        return receipt([ImportReport("a.csv", None, 1, "plan", stored=True, rows_read=2, rows_ok=2, problems=problems)])

    assert (told_of(note).tone, told_of(note).remedy) == ("info", "Kolonnerne er læst som sidst.")
    assert told_of(note, odd).tone == "warning"


# What goes by itself


def test_that_new_files_are_no_longer_told_of_when_none_are_left(
    make_window: MakeWindow, own_copy: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    window = make_window(own_copy)
    own_copy.inbox.watch(folder)
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    window.show_page(OVERBLIK)
    own_copy.inbox.scan()
    watch_of(window.session).look()
    assert "Der er én ny fil i den overvågede mappe." in told(window)
    page = open_tab(window, "mappe")
    click(page.tab(InboxTab).take)
    window.show_page(OVERBLIK)
    assert told(window) == []


def test_that_a_file_of_the_folder_that_is_dropped_is_no_longer_new(
    make_window: MakeWindow, own_copy: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "indbakke"
    folder.mkdir()
    window = make_window(own_copy)
    choose_folder(open_tab(window, "mappe"), folder)
    plan(folder / "ny.csv", dt.date(2026, 11, 30), {0: 9})
    watch_of(window.session).look()
    watch_of(window.session).look()
    assert watch_of(window.session).new_files == 1
    drop(window, folder / "ny.csv")
    qtbot.waitUntil(lambda: watch_of(window.session).new_files == 0)
    assert not any("ny fil" in said for said in told(window))


def test_that_a_confirmation_goes_by_itself_and_a_warning_stays(
    make_window: MakeWindow, own_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sundhedsklynge.ui.page.PASSING_SECONDS", 0.05)
    window = make_window(own_workspace)
    page = data_page(window)
    page.tell(Notice("warning", "Den bliver."))
    page.tell(Notice("info", "Kopieret.", passing=True))
    assert told(window) == ["Den bliver.", "Kopieret."]
    qtbot.waitUntil(lambda: told(window) == ["Den bliver."])


def test_that_a_confirmation_stays_while_the_keyboard_is_in_it(
    make_window: MakeWindow, own_workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sundhedsklynge.ui.page.PASSING_SECONDS", 0.05)
    window = make_window(own_workspace)
    page = data_page(window)
    page.tell(Notice("info", "Kopieret.", passing=True))
    bar = page.notices()[-1]
    close = bar.findChildren(QPushButton)[-1]
    qtbot.waitUntil(close.isVisible)
    close.setFocus()
    assert QApplication.focusWidget() is close
    qtbot.wait(250)
    assert told(window) == ["Kopieret."]
    page.setFocus()
    window.setFocus()
    qtbot.waitUntil(lambda: told(window) == [])


# A database that cannot be opened


def test_that_a_failed_open_is_told_once_and_keeps_what_was_typed(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    window = make_window(own_workspace)
    page = window.current_page
    assert isinstance(page, StartPage)
    for name in ("mangler", "mangler også"):
        address = str(tmp_path / name / "base.sqlite")
        (tmp_path / name).write_text("ikke en mappe", encoding="utf-8")
        page.door.address.setText(address)
        page.door.open_address()
        assert window.current_page is page
        assert page.door.address.text() == address
        assert len(told(window)) == 1


def test_that_a_first_failed_open_is_told_once(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(None)
    (tmp_path / "fil").write_text("ikke en mappe", encoding="utf-8")
    window.session.open(str(tmp_path / "fil" / "base.sqlite"))
    assert isinstance(window.current_page, StartPage)
    assert len(told(window)) == 1


# Another database


def test_that_another_database_is_opened_from_the_menu(
    make_window: MakeWindow, own_copy: Workspace, demo_database: Path
) -> None:
    window = make_window(own_copy)
    command = next(command for command in window.commands if command.title == "Åbn en anden database …")
    assert command.group
    assert command.findable
    command.run()
    page = window.current_page
    assert isinstance(page, IndstillingerPage)
    assert page.views.current() == "database"
    assert QApplication.focusWidget() is page.door.address
    page.door.address.setText("/dev/null/findes/ikke.sqlite")
    page.door.open_address()
    assert window.current_page is page, "the database that was open stays"
    assert len(told(window)) == 1
    page.door.address.setText(str(demo_database))
    page.door.open_address()
    assert window.session.workspace is not None
    assert window.session.workspace.name == str(demo_database)


# The figure in the rail


def test_that_the_rail_says_which_hospitals_want_a_look(qtbot: QtBot) -> None:
    button = NavButton(Entry(DATA, "Data", "data", "Ctrl+6"))
    qtbot.addWidget(button)
    button.set_attention(["Rigshospitalet ▨ mangler siden 3.11."])
    assert "(1)" in button.text()
    assert "Rigshospitalet" in button.toolTip()
    assert "Rigshospitalet" in button.accessibleName()
    button.set_attention(())
    assert button.toolTip() == "Data (Ctrl+6)"
