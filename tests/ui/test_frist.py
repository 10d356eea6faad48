"""Frist: slots edited like a sheet and undone, what if, advice, scenarios, who waits, money, and how good it was."""

from __future__ import annotations

import datetime as dt
import math
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.heatmap import CELL_ROLE, HIGH
from sundhedsklynge.ui.pages import FRIST, OVERBLIK
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.frist_slots import SlotRow, SlotsData, SlotsTable, Strip, read_block
from sundhedsklynge.ui.pages.frist_whatif import Choices, WhatIfPanel, in_words
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.whatif import ClosedSpan, ExtraSlots, MoreOrLess, SlowerOffers, WhatIf
from tests.ui.conftest import MakeWindow

HILLEROED = 219
NAN = float("nan")
WEEKS = [dt.date(2026, 12, 14), dt.date(2026, 12, 21), dt.date(2026, 12, 28), dt.date(2027, 1, 4)]
LIMITS = (0.05, 0.20, 0.50)


# The editor on its own


@pytest.fixture
def slots(qtbot: QtBot) -> SlotsTable:
    made = SlotsTable()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.set_content(
        SlotsData(
            WEEKS,
            (SlotRow("", "Planlagt", [12, 8, NAN, 12]),),
            [12, 8, NAN, 12],
            [12, 14, NAN, NAN],
            (Strip("Risiko %", [0.01, 0.64, NAN, 0.3], [0.0, 1.7, NAN, 0.4]),),
            LIMITS,
            ["", "åbent 3 dage", "", ""],
        )
    )
    made.show()
    return made


def edits_of(table: SlotsTable) -> list[dict[tuple[str, dt.date], int]]:
    told: list[dict[tuple[str, dt.date], int]] = []
    table.slots_model.edited.connect(told.append)
    return told


def shown(table: SlotsTable, row: int) -> list[str]:
    return [str(table.slots_model.index(row, week).data()) for week in range(len(WEEKS))]


def test_that_the_editor_shows_planned_recommended_difference_and_risk(slots: SlotsTable) -> None:
    heads = [slots.slots_model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert heads == ["Planlagt", "Anbefalet", "Forskel", "Risiko %", "Over frist"]
    assert shown(slots, 0) == ["12", "8", "mangler", "12"]
    assert shown(slots, 1) == ["12", "14", "–", "–"]
    assert shown(slots, 2) == ["0", "+6", "–", "–"]
    assert shown(slots, 3) == ["1", "64", "mangler", "30"]
    assert shown(slots, 4) == ["0,0", "1,7", "–", "0,4"]
    assert slots.slots_model.index(3, 1).data(CELL_ROLE) == HIGH


def test_that_a_risk_is_said_in_words(slots: SlotsTable) -> None:
    said = slots.slots_model.index(3, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "uge 52, 2026" in said
    assert "høj risiko" in said
    assert "64 %" in said
    assert "1,7" in said
    assert "intet antal pladser" in slots.slots_model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole)


def test_that_only_planned_slots_can_be_edited(slots: SlotsTable) -> None:
    model = slots.slots_model
    editable = [bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable) for row in range(5)]
    assert editable == [True, False, False, False, False]


def test_that_typing_a_number_and_enter_stores_it(slots: SlotsTable, qtbot: QtBot) -> None:
    told = edits_of(slots)
    slots.look_at(0, 1)
    QTest.keyClick(slots, Qt.Key.Key_1)
    editor = slots.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "4")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [{("", WEEKS[1]): 14}]
    assert shown(slots, 0)[1] == "14"
    assert shown(slots, 2)[1] == "0"


def test_that_the_same_number_again_is_no_change(slots: SlotsTable) -> None:
    told = edits_of(slots)
    assert slots.slots_model.setData(slots.slots_model.index(0, 0), "12")
    assert told == []


@pytest.mark.parametrize("typed", ["", "tolv", "-3", "1,5", "99999"])
def test_that_what_is_no_number_of_slots_is_not_taken(slots: SlotsTable, typed: str) -> None:
    told = edits_of(slots)
    assert not slots.slots_model.setData(slots.slots_model.index(0, 0), typed)
    assert told == []
    assert shown(slots, 0)[0] == "12"


def test_that_fill_right_copies_the_first_marked_week(slots: SlotsTable) -> None:
    told = edits_of(slots)
    slots.look_at(0, 0)
    for _ in range(2):
        QTest.keyClick(slots, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    slots.fill_right()
    assert told == [{("", WEEKS[1]): 12, ("", WEEKS[2]): 12}]
    slots.look_at(0, 2)
    slots.slots_model.put({(0, 2): 5})
    slots.fill_right()
    assert told[-1] == {("", WEEKS[3]): 5}


def test_that_fill_down_copies_the_shared_slots_to_a_procedure(slots: SlotsTable) -> None:
    content = slots.slots_model.content
    rows = (SlotRow("", "Planlagt, fælles", [12, 8, 9, 12]), SlotRow("knæ", "Planlagt, knæ", [1, 1, 1, 1]))
    slots.set_content(SlotsData(content.weeks, rows, [13, 9, 10, 13], content.recommended, content.strips, LIMITS))
    told = edits_of(slots)
    slots.look_at(0, 1)
    slots.fill_down()
    assert told == [{("knæ", WEEKS[1]): 8}]
    assert slots.slots_model.content.planned[1] == 16


@pytest.mark.parametrize("block", ["20\t21\t\t22", "20\n21\n\n22\n", "20\r\n21\r\n\r\n22"])
def test_that_a_row_or_a_column_is_pasted_along_the_weeks(slots: SlotsTable, block: str) -> None:
    told = edits_of(slots)
    QApplication.clipboard().setText(block)
    slots.look_at(0, 0)
    slots.paste()
    assert told == [{("", WEEKS[0]): 20, ("", WEEKS[1]): 21, ("", WEEKS[3]): 22}]


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("20\tmange", "Række 1, kolonne 2 i udklippet"),
        ("1\t2\t3\t4\t5", "rækker ud over den sidste uge"),
        ("1\t2\n3\t4", "flere rækker end tabellen"),
    ],
)
def test_that_a_paste_that_does_not_fit_is_refused_as_a_whole(slots: SlotsTable, block: str, said: str) -> None:
    told, refused = edits_of(slots), list[Exception]()
    slots.refused.connect(refused.append)
    QApplication.clipboard().setText(block)
    slots.look_at(0, 0)
    slots.paste()
    assert told == []
    assert said in str(refused[0])


def test_that_a_paste_needs_a_cell_with_slots(slots: SlotsTable) -> None:
    refused = list[Exception]()
    slots.refused.connect(refused.append)
    QApplication.clipboard().setText("1")
    slots.look_at(3, 0)
    slots.paste()
    assert "ikke valgt en uge" in str(refused[0])


def test_that_empty_cells_of_a_block_are_left_as_they_are() -> None:
    assert read_block("1\t\t3") == [[1, None, 3]]


def test_that_enter_on_the_strip_asks_why(slots: SlotsTable) -> None:
    asked: list[int] = []
    slots.asked_why.connect(asked.append)
    slots.look_at(3, 1)
    QTest.keyClick(slots, Qt.Key.Key_Return)
    assert asked == [1]


# The chart on its own


def test_that_the_chart_says_each_week_in_words_and_as_a_table(qtbot: QtBot) -> None:
    data = QueueData(
        "Planer",
        "prøve",
        dt.date(2026, 12, 14),
        WEEKS,
        np.array([9.8, 4, 7, 5]),
        np.array([9.7, 8, 5, 6]),
        np.array([12, 8, NAN, 12]),
        np.array([2, 5, NAN, NAN]),
        ("ændret", np.array([12, 14, NAN, 12]), np.array([2, 3, NAN, NAN])),
    )
    chart = QueueChart()
    qtbot.addWidget(chart)
    chart.resize(600, 240)
    chart.show_data(data)
    chart.show()
    assert chart.accessibleName() == "Planer"
    assert "flest venter i uge 52, 2026: 5,0" in chart.accessibleDescription()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    sentence = data.sentence(1)
    assert sentence == (
        "uge 52, 2026: modtager 4,0 · 8,0 frister udløber · 8 pladser · 5,0 venter ved ugens start · "
        "ændret: 14 pladser, 3,0 venter"
    )
    columns, heads = data.columns()
    assert len(heads) == 6
    assert columns[2].values == ["7,0", "5,0", "mangler", "mangler", "mangler", "mangler"]


# What if on its own


@pytest.fixture
def panel(qtbot: QtBot) -> WhatIfPanel:
    made = WhatIfPanel()
    qtbot.addWidget(made)
    made.set_choices(Choices(HILLEROED, WEEKS, ("Nordsjællands Hospital", "Herlev"), ("knæ", "hofte", "skulder"), 1))
    made.show()
    return made


def test_that_the_panel_starts_as_the_plan(panel: WhatIfPanel) -> None:
    assert panel.changes == WhatIf()
    assert not panel.save.isEnabled()
    assert not panel.reset.isEnabled()


def test_that_the_arrow_keys_on_a_slider_change_the_activity(panel: WhatIfPanel) -> None:
    told: list[WhatIf] = []
    panel.changed.connect(told.append)
    panel.activity.setFocus()
    for _ in range(6):
        QTest.keyClick(panel.activity, Qt.Key.Key_Right)
    assert told[-1] == WhatIf((MoreOrLess(30),))
    assert len(told) == 6
    assert panel.save.isEnabled()


EVERY_KIND = WhatIf(
    (
        MoreOrLess(30, "knæ", "Herlev", WEEKS[1]),
        ExtraSlots(6, WEEKS[2], HILLEROED),
        ClosedSpan(WEEKS[1], WEEKS[1] + dt.timedelta(days=6), HILLEROED),
        MoreOrLess(-100, hospital="Nordsjællands Hospital"),
        SlowerOffers(4),
    )
)


def test_that_what_the_controls_can_show_comes_back_unchanged(panel: WhatIfPanel) -> None:
    panel.set_changes(EVERY_KIND)
    assert panel.changes == EVERY_KIND
    assert panel.others.isHidden()
    assert panel.slot_week.currentText() == "Uge 53, 2026"
    panel.clear()
    assert panel.changes == WhatIf()


def test_that_what_the_controls_cannot_show_is_kept_and_told(panel: WhatIfPanel) -> None:
    changes = WhatIf((MoreOrLess(33), ExtraSlots(2, WEEKS[0], HILLEROED), ExtraSlots(3, WEEKS[1], HILLEROED)))
    panel.set_changes(changes)
    assert set(panel.changes.parts) == set(changes.parts)
    assert "aktivitet +33 %" in panel.others.text()
    assert "+3 pladser i uge 52, 2026" in panel.others.text()


def test_that_another_municipality_resets_the_panel(panel: WhatIfPanel) -> None:
    panel.set_changes(EVERY_KIND)
    panel.set_choices(Choices(217, WEEKS, ("Herlev",), ("knæ",), 1))
    assert panel.changes == WhatIf()


def test_that_changes_are_said_as_people_say_them() -> None:
    said = in_words(EVERY_KIND)
    assert said == (
        "aktivitet +30 % knæ på Herlev fra 21.12.2026; +6 pladser i uge 53, 2026; lukket 21.12.2026 til 27.12.2026; "
        "Nordsjællands Hospital stopper; første plads efter 4 dage"
    )


# The page on a database


@pytest.fixture
def own_copy(filled_database: str, tmp_path: Path) -> Workspace:
    """The filled database, copied, so that a test may change it; the window closes it."""
    path = tmp_path / "egen_kopi.sqlite"
    path.write_bytes(Path(filled_database).read_bytes())
    return Workspace.open(str(path))


@pytest.fixture
def page(make_window: MakeWindow, own_copy: Workspace) -> FristPage:
    """Frist on Hillerød."""
    return frist(make_window(own_copy), HILLEROED)


def frist(window: MainWindow, municipality: int | None) -> FristPage:
    window.show_page(FRIST)
    window.session.choose(Scope(window.session.scope.area, municipality))
    made = window.current_page
    assert isinstance(made, FristPage)
    return made


def planned(page: FristPage) -> list[float]:
    return list(page.desk.slots.slots_model.content.rows[0].slots)


def test_that_without_a_municipality_all_are_ranked_by_risk(window: MainWindow) -> None:
    page = frist(window, None)
    model = page.ranking.table_model
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert sorted(names) == ["Frederikssund", "Helsingør", "Hillerød"]
    risks = [model.index(row, 1).data(Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    values = [page.ranking.rows[row].risk for row in range(3)]  # the order is what is tested
    known = [value for value in values if not math.isnan(value)]
    assert known == sorted(known, reverse=True)
    assert all(" %" in said or said == "mangler" for said in risks)
    page.ranking.table.select_row(names.index("Hillerød"))
    QTest.keyClick(page.ranking.table, Qt.Key.Key_Return)
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


def test_that_an_edit_is_stored_seen_everywhere_and_undone(page: FristPage) -> None:
    session = page.session
    workspace = session.workspace
    assert workspace is not None
    before = planned(page)
    late = page.view.plan.expected_late if page.view else NAN
    page.desk.slots.slots_model.put({(0, 1): 0, (0, 2): 0})
    assert planned(page)[1:3] == [0, 0]
    assert workspace.risk(None, 12).planlagte_pladser[workspace.risk().municipalities.index(HILLEROED)][1] == 0
    assert page.view is not None
    assert page.view.plan.expected_late > late
    assert "uge 49, 2026" in session.steps.undo_text
    session.steps.undo()
    assert planned(page) == before
    assert page.view.plan.expected_late == late
    session.steps.redo()
    assert planned(page)[1:3] == [0, 0]


def test_that_a_reason_is_kept_with_the_change_and_survives_undo(page: FristPage) -> None:
    assert not page.desk.why.isEnabled()
    page.desk.slots.slots_model.put({(0, 3): 3})
    assert page.desk.why.isEnabled()
    page.desk.why.setText("ny kollega fra december")
    QTest.keyClick(page.desk.why, Qt.Key.Key_Return)
    workspace = page.session.workspace
    assert workspace is not None
    newest = workspace.capacity.history(HILLEROED)[0]
    assert newest.why == "ny kollega fra december"
    assert planned(page)[3] == 3
    assert page.desk.history.table_model.index(0, 3).data() == "ny kollega fra december"
    page.session.steps.undo()
    assert planned(page)[3] != 3
    assert not page.desk.why.isEnabled()


def test_that_a_reason_with_a_person_in_it_is_refused_and_the_slots_stay(page: FristPage) -> None:
    page.desk.slots.slots_model.put({(0, 3): 3})
    page.desk.why.setText("ring til 010180-1236")
    QTest.keyClick(page.desk.why, Qt.Key.Key_Return)
    assert page.notices()
    assert planned(page)[3] == 3
    page.session.steps.undo()
    assert planned(page)[3] != 3


def test_that_the_recommendation_is_taken_over_and_undone(page: FristPage) -> None:
    page.desk.slots.slots_model.put(dict.fromkeys([(0, week) for week in range(2, 12)], 0))
    view = page.view
    assert view is not None
    assert view.advice is not None
    assert view.advice.extra
    before = planned(page)
    page.desk.take.click()
    after = planned(page)
    extra = {view.plan.weeks.index(week): count for week, count in view.advice.extra.items()}
    assert after == [slots + extra.get(week, 0) for week, slots in enumerate(before)]
    now = page.view
    assert now is not None
    assert now.plan.expected_late < view.plan.expected_late
    for week in extra:
        assert now.plan.p_late[0, week] <= now.plan.target
    page.session.steps.undo()
    assert planned(page) == before


def test_that_dragging_answers_before_and_after_at_once(page: FristPage) -> None:
    took: list[float] = []
    for step in range(1, 7):
        began = time.thread_time()
        page.desk.what_if.activity.setValue(step)
        took.append(time.thread_time() - began)
    assert page.answer is not None
    assert page.answer.after.expected_late > page.answer.before.expected_late
    assert "→" in page.desk.what_if.headline.text()
    assert page.desk.what_if.answer.text() == page.answer.sentence
    strips = page.desk.slots.slots_model.content.strips
    assert [strip.name for strip in strips] == ["Risiko %", "Ændret %"]
    assert min(took) < 0.3  # of the processor: other tests may be at work
    page.desk.what_if.reset.click()
    assert page.answer is None
    assert len(page.desk.slots.slots_model.content.strips) == 1


def test_that_while_dragging_the_newest_position_wins(
    make_window: MakeWindow, own_copy: Workspace, qtbot: QtBot
) -> None:
    window = make_window(own_copy, synchronous=False)
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=60_000)
    page = frist(window, HILLEROED)
    qtbot.waitUntil(lambda: page.view is not None and not window.session.jobs.running, timeout=60_000)
    for step in range(1, 13):
        page.desk.what_if.activity.setValue(step)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    assert page.answer is not None
    assert page.answer.after.changes == "aktivitet +60 %"


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


def test_that_scenarios_are_saved_compared_renamed_deleted_and_undone(page: FristPage) -> None:
    what_if, scenarios = page.desk.what_if, page.desk.scenarios

    def names() -> list[str]:
        model = scenarios.table_model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    what_if.slots.setValue(5)
    what_if.name.setText("Fem ekstra")
    what_if.save.click()
    what_if.clear()
    assert names() == ["Planen", "Fem ekstra"]
    assert scenarios.table_model.index(1, 1).data() == "+5 pladser i uge 48, 2026"
    scenarios.table.select_row(1)
    scenarios.show_it.click()
    assert what_if.slots.value() == 5
    scenarios.rename.click()
    scenarios.new_name.setText("Fem ekstra i uge 48")
    QTest.keyClick(scenarios.new_name, Qt.Key.Key_Return)
    assert names() == ["Planen", "Fem ekstra i uge 48"]
    scenarios.table.select_row(1)
    scenarios.delete.click()
    assert names() == ["Planen"]
    page.session.steps.undo()
    assert names() == ["Planen", "Fem ekstra i uge 48"]


def test_that_the_best_use_of_extra_slots_is_put_in_the_panel(page: FristPage) -> None:
    page.desk.slots.slots_model.put(dict.fromkeys([(0, week) for week in range(1, 4)], 0))
    page.desk.what_if.slots.setValue(3)
    page.desk.what_if.best.click()
    added = [part for part in page.desk.what_if.changes.parts if isinstance(part, ExtraSlots)]
    assert sum(part.slots for part in added) <= 3
    assert added
    assert page.answer is not None
    assert page.answer.after.expected_late < page.answer.before.expected_late


def test_that_a_week_opens_its_reasons(page: FristPage) -> None:
    told: list[object] = []
    page.details_asked.connect(told.append)
    page.desk.slots.look_at(3, 2)
    QTest.keyClick(page.desk.slots, Qt.Key.Key_Return)
    details = told[0]
    assert "Hillerød, uge 50, 2026" in str(details)
    assert "Frister, der udløber" in str(details)


def test_that_who_waits_is_counted_by_both_clocks(page: FristPage, own_copy: Workspace) -> None:
    waiting = next(entry for entry in own_copy.deadline.waiting() if entry.municipality == HILLEROED)
    model = page.desk.waiting.table_model
    last = model.columnCount() - 1
    assert model.index(0, last).data() == str(waiting.total)
    assert model.headerData(0, Qt.Orientation.Vertical) == "fra udskrivning (gælder)"
    counts = [int(model.index(0, column).data()) for column in range(last)]
    assert sum(counts) == waiting.total


def test_that_there_are_no_kroner_before_share_and_price_are_set(page: FristPage) -> None:
    model = page.desk.private.table_model
    assert model.rowCount() == 1
    page.desk.private.fields["privat.andel"].setText("30 %")
    page.desk.private.fields["privat.andel"].editingFinished.emit()
    assert model.rowCount() == 3
    page.desk.private.fields["privat.pris"].setText("9500")
    page.desk.private.fields["privat.pris"].editingFinished.emit()
    assert model.rowCount() == 5
    page.session.steps.undo()
    assert model.rowCount() == 3
    assert page.desk.private.fields["privat.pris"].text() == ""


def test_that_a_share_that_cannot_be_used_is_refused_and_put_back(page: FristPage) -> None:
    field = page.desk.private.fields["privat.andel"]
    field.setText("mange")
    field.editingFinished.emit()
    assert page.notices()
    assert field.text() == ""


def test_that_the_share_of_slots_is_asked_for_where_data_hold_three_procedures_only(page: FristPage) -> None:
    assert page.desk.slot_share.isVisibleTo(page)
    assert page.view is not None
    late = page.view.plan.expected_late
    page.desk.slot_share.setText("50 %")
    page.desk.slot_share.editingFinished.emit()
    assert page.view.plan.expected_late > late


def test_that_leave_and_closed_days_are_added_and_taken_away(page: FristPage) -> None:
    days = page.desk.days
    before = planned(page)
    days.kind.setCurrentIndex(days.kind.findData("fravaer"))
    days.slots.setValue(2)
    days.add.click()
    assert planned(page)[1] == before[1] - 2
    days.kind.setCurrentIndex(days.kind.findData("lukket"))
    days.add.click()
    assert days.table_model.rowCount() == 1
    assert page.view is not None
    assert "åbent 4 dage" in page.view.closed[1]
    days.table.select_row(0)
    days.remove.click()
    assert days.table_model.rowCount() == 0


def test_that_how_good_it_was_is_told_in_words(page: FristPage) -> None:
    page.desk.record.compute.click()
    assert "•" in page.desk.record.said.text()  # the words are what is tested
    assert not page.desk.record.compute.isVisibleTo(page)


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


def test_that_the_theme_can_change_under_the_page(page: FristPage) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    page.desk.what_if.activity.setValue(3)
    for scheme in (theme.Scheme.DARK, theme.Scheme.LIGHT):
        theme.apply(app, scheme)
        app.processEvents()
        assert not page.grab().isNull()
