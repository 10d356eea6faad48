"""Frist on a database: the ranking, slots stored, explained and undone, advice, reasons, closed days."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.pages import OVERBLIK
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import HILLEROED, NAN, frist, planned


def test_that_without_a_municipality_all_are_ranked_by_risk(window: MainWindow) -> None:
    page = frist(window, None)
    model = page.area.ranking.table_model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert sorted(names) == ["Frederikssund", "Helsingør", "Hillerød"]
    risks = [model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    values = [page.area.ranking.rows[row].risk for row in range(3)]  # the order is what is tested
    known = [value for value in values if not math.isnan(value)]
    assert known == sorted(known, reverse=True)
    assert all(" %" in said or said == "mangler" for said in risks)
    page.area.ranking.table.select_row(names.index("Hillerød"))
    QTest.keyClick(page.area.ranking.table, Qt.Key.Key_Return)
    assert window.session.scope.municipality == HILLEROED
    assert page.view is not None
    assert page.view.name == "Hillerød"


def test_that_the_page_shows_what_the_workspace_computed(window: MainWindow, shared_workspace: Workspace) -> None:
    page = frist(window, HILLEROED)
    risk = shared_workspace.risk(None, 12)
    row = risk.municipalities.index(HILLEROED)
    content = page.desk.slots.slots_model.content
    np.testing.assert_array_equal(content.planned, risk.planlagte_pladser[row])
    np.testing.assert_array_equal(content.strips[0].probability, risk.p_over_frist[row])
    np.testing.assert_array_equal(content.recommended, risk.anbefalede_pladser[row])
    assert page.desk.advice.text() == shared_workspace.deadline.advice(HILLEROED, None, 12).sentence


def test_that_an_edit_is_stored_seen_everywhere_and_undone(frist_page: FristPage) -> None:
    session = frist_page.session
    workspace = session.workspace
    assert workspace is not None
    before = planned(frist_page)
    late = frist_page.view.plan.expected_late if frist_page.view else NAN
    frist_page.desk.slots.slots_model.put({(0, 1): 0, (0, 2): 0})
    assert planned(frist_page)[1:3] == [0, 0]
    assert workspace.risk(None, 12).planlagte_pladser[workspace.risk().municipalities.index(HILLEROED)][1] == 0
    assert frist_page.view is not None
    assert frist_page.view.plan.expected_late > late
    assert "uge 49, 2026" in session.steps.undo_text
    session.steps.undo()
    assert planned(frist_page) == before
    assert frist_page.view.plan.expected_late == late
    session.steps.redo()
    assert planned(frist_page)[1:3] == [0, 0]


def test_that_a_reason_is_kept_with_the_change_and_survives_undo(frist_page: FristPage) -> None:
    assert not frist_page.desk.why.isVisibleTo(frist_page)
    frist_page.desk.slots.slots_model.put({(0, 3): 3})
    assert frist_page.desk.why.isVisibleTo(frist_page)
    frist_page.desk.why.setText("ny kollega fra december")
    QTest.keyClick(frist_page.desk.why, Qt.Key.Key_Return)
    workspace = frist_page.session.workspace
    assert workspace is not None
    newest, *older = workspace.capacity.history(HILLEROED)
    assert newest.why == "ny kollega fra december"
    assert not [change for change in (newest, *older) if change.undone], "she took nothing back"
    assert planned(frist_page)[3] == 3
    assert frist_page.desk.history.table_model.index(0, 3).data() == "ny kollega fra december"
    frist_page.session.steps.undo()
    assert planned(frist_page)[3] != 3
    assert not frist_page.desk.why.isVisibleTo(frist_page)


def test_that_a_reason_with_a_person_in_it_is_refused_and_the_slots_stay(frist_page: FristPage) -> None:
    frist_page.desk.slots.slots_model.put({(0, 3): 3})
    frist_page.desk.why.setText("ring til 010180-1236")
    QTest.keyClick(frist_page.desk.why, Qt.Key.Key_Return)
    assert frist_page.notices()
    assert planned(frist_page)[3] == 3
    frist_page.session.steps.undo()
    assert planned(frist_page)[3] != 3


def test_that_the_recommendation_is_taken_over_and_undone(frist_page: FristPage) -> None:
    frist_page.desk.slots.slots_model.put(dict.fromkeys([(0, week) for week in range(2, 12)], 0))
    view = frist_page.view
    assert view is not None
    assert view.advice is not None
    assert view.advice.extra
    before = planned(frist_page)
    frist_page.desk.take.click()
    after = planned(frist_page)
    extra = {view.plan.weeks.index(week): count for week, count in view.advice.extra.items()}
    assert after == [slots + extra.get(week, 0) for week, slots in enumerate(before)]
    now = frist_page.view
    assert now is not None
    assert now.plan.expected_late < view.plan.expected_late
    for week in extra:
        assert now.plan.p_late[0, week] <= now.plan.target
    frist_page.session.steps.undo()
    assert planned(frist_page) == before


def test_that_edits_made_while_another_is_stored_are_kept(
    make_window: MakeWindow, own_copy: Workspace, qtbot: QtBot
) -> None:
    window = make_window(own_copy, synchronous=False)
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=60_000)
    page = frist(window, HILLEROED)
    qtbot.waitUntil(lambda: page.view is not None and not window.session.jobs.running, timeout=60_000)
    for week in (4, 5, 6):
        page.desk.slots.slots_model.put({(0, week): 20 + week})
    assert planned(page)[4:7] == [24, 25, 26]
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=60_000)
    assert planned(page)[4:7] == [24, 25, 26]
    row = own_copy.capacity.table(None, 12)
    assert row.slots[row.codes.index(HILLEROED)][4:7].tolist() == [24, 25, 26]


def test_that_a_week_opens_its_reasons(frist_page: FristPage) -> None:
    told: list[object] = []
    frist_page.details_asked.connect(told.append)
    frist_page.desk.slots.look_at(3, 2)
    QTest.keyClick(frist_page.desk.slots, Qt.Key.Key_Return)
    details = told[0]
    assert "Hillerød, uge 50, 2026" in str(details)
    assert "Frister, der udløber" in str(details)


def test_that_leave_and_closed_days_are_added_and_taken_away(frist_page: FristPage) -> None:
    days = frist_page.desk.days
    before = planned(frist_page)
    days.kind.setCurrentIndex(days.kind.findData("fravaer"))
    days.slots.setValue(2)
    days.add.click()
    assert planned(frist_page)[1] == before[1] - 2
    days.kind.setCurrentIndex(days.kind.findData("lukket"))
    days.why.setText("kursus")
    days.add.click()
    assert days.table_model.rowCount() == 1
    assert days.why.text() == ""
    history = frist_page.desk.history.table_model
    told = [[str(history.index(row, column).data()) for column in (2, 3, 4)] for row in range(2)]
    assert ["Lukket 30.11.2026 i Hillerød", "kursus", "rettet her"] in told  # the leave may be of the same second
    days.why.setText("010190-1234")
    days.add.click()
    assert days.why.text() == "010190-1234"  # it was refused
    days.why.clear()
    assert frist_page.view is not None
    assert "åbent 4 dage" in frist_page.view.closed[1]
    days.table.select_row(0)
    days.remove.click()
    assert days.table_model.rowCount() == 0


def test_that_a_municipality_without_slots_says_what_to_do(
    make_window: MakeWindow, files: Path, own_workspace: Workspace
) -> None:
    for name in ("plan", "gop"):
        assert own_workspace.import_file(files / f"{name}.csv").stored
    page = frist(make_window(own_workspace), HILLEROED)
    assert set(shown_row(page, 0)) == {"mangler"}
    assert "Skriv antal pladser" in page.desk.advice.text()
    assert page.desk.what_if.headline.text() == "mangler"
    page.desk.slots.slots_model.put({(0, week): 8 for week in range(12)})
    assert page.view is not None
    assert not np.isnan(page.view.plan.p_late).any()


def shown_row(page: FristPage, row: int) -> list[str]:
    model = page.desk.slots.slots_model
    return [str(model.index(row, week).data()) for week in range(model.columnCount())]


def test_that_the_overview_leads_here_with_its_reasons(window: MainWindow) -> None:
    window.show_page(OVERBLIK)
    overblik = window.current_page
    assert isinstance(overblik, OverblikPage)
    assert overblik.heat_map.look_at(HILLEROED, 2)
    QTest.keyClick(overblik.heat_map, Qt.Key.Key_Return)
    opened = window.current_page
    assert isinstance(opened, FristPage)
    assert opened.view is not None
    assert opened.view.municipality == HILLEROED


def test_that_the_theme_can_change_under_the_page(frist_page: FristPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    frist_page.desk.what_if.activity.setValue(3)
    for scheme in (theme.Scheme.DARK, theme.Scheme.LIGHT):
        theme.apply(app, scheme)
        app.processEvents()
        assert not frist_page.grab().isNull()


def test_that_the_queue_is_a_part_in_a_low_window_and_stands_above_in_a_high_one(frist_page: FristPage) -> None:
    window, desk = frist_page.window(), frist_page.desk
    window.resize(1366, 768)
    QApplication.processEvents()
    assert desk.chart.isVisible()
    assert desk.chart.height() > 200
    desk.show_part("venter")
    assert not desk.chart.isVisible()
    window.resize(1920, 1080)
    QApplication.processEvents()
    assert desk.chart.isVisible()
    assert desk.waiting.isVisible()


def test_that_weeks_that_crossed_the_target_are_told_on_the_page(frist_page: FristPage) -> None:
    frist_page.desk.slots.slots_model.put(dict.fromkeys([(0, week) for week in range(1, 5)], 0))
    lines = [line for line in frist_page.alerts_of(HILLEROED) if "steget" in line.text]
    assert lines
    assert frist_page.desk.news.isVisibleTo(frist_page)
    assert "▲ Uge" in frist_page.desk.news.toolTip()
    frist_page.session.choose(Scope(frist_page.session.scope.area))
    rows = {row.name: row.news for row in frist_page.area.ranking.rows}
    assert rows["Hillerød"].startswith("▲ Uge")
