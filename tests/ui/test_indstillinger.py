"""Indstillinger: every setting can be seen, changed, taken back; looks are remembered; the database is cared for."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from sundhedsklynge.settings import SETTINGS
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.layout import layout_settings, remembered_scale
from sundhedsklynge.ui.pages.indstillinger import (
    ABOUT,
    DATABASE,
    FROM_DAY,
    LOOKS,
    SCALES,
    SYSTEM,
    IndstillingerPage,
)
from sundhedsklynge.ui.pages.indstillinger_about import PARTS, parts
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow


@pytest.fixture
def own_window(make_window: MakeWindow, own_workspace: Workspace) -> MainWindow:
    return make_window(own_workspace)


@pytest.fixture
def page(own_window: MainWindow) -> IndstillingerPage:
    own_window.show_page("indstillinger")
    found = own_window.current_page
    assert isinstance(found, IndstillingerPage)
    return found


def settings(page: IndstillingerPage) -> Workspace:
    assert page.session.workspace is not None
    return page.session.workspace


def write(page: IndstillingerPage, key: str, text: str) -> None:
    field = page.rows[key].field
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_that_every_setting_has_a_named_field_with_what_may_stand_in_it(page: IndstillingerPage) -> None:
    assert sorted(page.rows) == sorted(SETTINGS)
    for key, row in page.rows.items():
        assert row.field.accessibleName() == SETTINGS[key].label
        assert SETTINGS[key].form in row.told.text()
        shown = row.field.text() if isinstance(row.field, QLineEdit) else row.field.currentData()
        assert shown == SETTINGS[key].default


def test_that_a_change_is_saved_at_once_and_can_be_taken_back_and_made_again(page: IndstillingerPage) -> None:
    write(page, "frist.dage", "10")
    assert settings(page).settings().get("frist.dage") == 10
    assert "Dage fra udskrivning" in page.session.steps.undo_text
    page.session.steps.undo()
    assert settings(page).settings().get("frist.dage") == 7
    assert page.rows["frist.dage"].field.text() == "7"  # type: ignore[union-attr]
    page.session.steps.redo()
    assert settings(page).settings().get("frist.dage") == 10


def test_that_two_changes_in_a_row_are_both_saved(
    make_window: MakeWindow, own_workspace: Workspace, qtbot: QtBot
) -> None:
    window = make_window(own_workspace, synchronous=False)
    qtbot.waitUntil(lambda: not window.session.jobs.running)
    window.show_page("indstillinger")
    page = window.current_page
    assert isinstance(page, IndstillingerPage)
    qtbot.waitUntil(lambda: bool(page.rows))
    write(page, "frist.dage", "8")
    write(page, "friskhed.dage", "12")
    qtbot.waitUntil(lambda: not window.session.jobs.running)
    assert own_workspace.settings().get("frist.dage") == 8
    assert own_workspace.settings().get("friskhed.dage") == 12


def test_that_a_value_that_cannot_be_used_is_told_in_place_and_not_saved(page: IndstillingerPage) -> None:
    write(page, "frist.dage", "0")
    row = page.rows["frist.dage"]
    assert "Skriv et helt tal fra 1 til 60" in row.told.text()
    assert row.told.text() == row.field.accessibleDescription()
    assert settings(page).settings().get("frist.dage") == 7
    write(page, "friskhed.dage", "12")  # another change does not wipe out what is to be mended
    assert row.field.text() == "0"  # type: ignore[union-attr]
    QTest.keyClick(row.field, Qt.Key.Key_Escape)
    assert row.field.text() == "7"  # type: ignore[union-attr]
    assert not row.is_being_written()


def test_that_a_change_can_hold_from_a_date_on(page: IndstillingerPage) -> None:
    page.since.set_current(FROM_DAY)
    page.since.chosen.emit(FROM_DAY)
    assert page.day.isVisible()
    page.day.setDate(QDate(2027, 1, 1))
    write(page, "risiko.maal", "10 %")
    known = settings(page).settings()
    assert known.get("risiko.maal", dt.date(2026, 12, 31)) == 0.05
    assert known.get("risiko.maal", dt.date(2027, 1, 1)) == 0.10
    assert "før 5 % · 10 % fra 01.01.2027" in page.rows["risiko.maal"].told.text()


def test_that_the_default_can_be_had_back_and_that_too_taken_back(page: IndstillingerPage) -> None:
    row = page.rows["frist.arbejdsdage"]
    assert isinstance(row.field, QComboBox)
    assert row.standard.isHidden()
    row.field.setCurrentIndex(row.field.findData("ja"))
    row.field.activated.emit(row.field.currentIndex())
    assert settings(page).settings().get("frist.arbejdsdage") is True
    row.standard.click()
    assert settings(page).settings().get("frist.arbejdsdage") is False
    assert row.field.currentData() == "nej"
    page.session.steps.undo()
    assert row.field.currentData() == "ja"


def test_that_a_personal_number_is_not_kept(page: IndstillingerPage) -> None:
    write(page, "indbakke.mappe", "/data/010203-0000")
    assert "personnummer" in page.rows["indbakke.mappe"].told.text()
    assert settings(page).settings().get("indbakke.mappe") == ""


def test_that_theme_and_size_are_used_and_remembered(page: IndstillingerPage, prepared_app: QApplication) -> None:
    page.show_view(LOOKS)
    page.theme_choice.button(theme.Scheme.DARK.value).click()
    assert theme.tokens().scheme is theme.Scheme.DARK
    before = prepared_app.font().pointSizeF()
    page.scale.setCurrentIndex(SCALES.index(1.3))
    page.scale.activated.emit(page.scale.currentIndex())
    assert prepared_app.font().pointSizeF() == pytest.approx(before * 1.3)
    assert layout_settings().value("theme") == "dark"
    assert remembered_scale() == 1.3
    page.theme_choice.button(SYSTEM).click()
    assert theme.tokens().scheme is theme.system_scheme(prepared_app)


@pytest.mark.parametrize("stored", ["stor", "99", ""])
def test_that_a_broken_size_is_mended(stored: str) -> None:
    layout_settings().setValue("scale", stored)
    assert remembered_scale() == 1.0


def test_that_the_database_is_named_checked_and_copied(page: IndstillingerPage, tmp_path: Path) -> None:
    page.show_view(DATABASE)
    assert page.where.text() == settings(page).name
    page.check.click()
    assert "Databasen er i orden." in page.notices()[-1].sentence.text()
    copy = tmp_path / "kopi.sqlite"
    page.back_up_to(copy)
    assert copy.stat().st_size > 0
    assert str(copy) in page.notices()[-1].sentence.text()


def test_that_a_copy_can_be_put_back(own_window: MainWindow, page: IndstillingerPage, tmp_path: Path) -> None:
    copy = tmp_path / "kopi.sqlite"
    page.back_up_to(copy)
    write(page, "frist.dage", "10")
    page.restore_from(copy)
    workspace = own_window.session.workspace
    assert workspace is not None
    assert workspace.settings().get("frist.dage") == 7
    assert own_window.session.steps.undo_text == ""
    assert own_window.current_page is not None
    assert "genskabt" in own_window.current_page.notices()[-1].sentence.text()


def test_that_a_file_that_is_no_copy_leaves_the_database_alone(page: IndstillingerPage, tmp_path: Path) -> None:
    write(page, "frist.dage", "10")
    wrong = tmp_path / "a.sqlite"
    wrong.write_text("ikke en database")
    page.restore_from(wrong)
    assert "er ikke en brugbar sikkerhedskopi" in page.notices()[-1].sentence.text()
    assert settings(page).settings().get("frist.dage") == 10


def test_that_the_demo_cannot_be_replaced(tmp_path: Path, make_window: MakeWindow) -> None:
    from sundhedsklynge.store.database import open_database

    window = make_window(Workspace(open_database(str(tmp_path / "demo.sqlite"), create=True, demo=True)))
    window.show_page("indstillinger")
    page = window.current_page
    assert isinstance(page, IndstillingerPage)
    assert not page.restore.isEnabled()
    assert page.back_up.isEnabled()


def test_that_the_parts_are_named_with_version_and_licence(page: IndstillingerPage) -> None:
    page.show_view(ABOUT)
    named = {name: (version, licence) for name, version, licence in parts()}
    assert set(named) == {"Python", *(name for name, _ in PARTS)}
    assert named["PySide6-Essentials"][1] == "LGPL-3.0"
    assert all(version for version, _ in named.values())


def test_that_every_control_has_an_accessible_name(page: IndstillingerPage) -> None:
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for widget in page.findChildren(kind):
            interface = QAccessible.queryAccessibleInterface(widget)
            if widget.isVisibleTo(page) and interface is not None and not widget.objectName().startswith("qt_"):
                assert interface.text(QAccessible.Text.Name), widget


def test_that_the_page_stands_at_the_bottom_of_the_rail(own_window: MainWindow) -> None:
    rail = own_window.navigation
    made = rail.button("indstillinger")
    assert made is not None
    assert made.geometry().top() > rail.height() / 2
