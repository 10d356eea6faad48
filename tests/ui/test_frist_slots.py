"""The slots editor on its own: edited like a sheet; and the chart of the queue."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.heatmap import CELL_ROLE, HIGH
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.frist_slots import SlotRow, SlotsData, SlotsTable, Strip, read_block
from tests.ui.frist_page import LIMITS, NAN, WEEKS


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
            [False, False, False, True],
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


def test_that_a_week_that_is_not_over_the_target_is_never_said_to_be_beyond_help(slots: SlotsTable) -> None:
    slots.set_content(replace(slots.slots_model.content, helpless=[False] * 4))
    assert slots.slots_model.index(1, 3).data(Qt.ItemDataRole.ToolTipRole) == "Anbefalet, uge 1, 2027: –"
    assert "skriv antal pladser" in slots.slots_model.index(1, 2).data(Qt.ItemDataRole.ToolTipRole)


def test_that_only_weeks_shown_over_the_target_are_beyond_help(frist_page: FristPage) -> None:
    view = frist_page.view
    assert view is not None
    assert not any(view.slots_data(LIMITS).helpless)
    p = np.full_like(view.plan.p_late, 0.054)  # reads 5 %, the target
    p[0, 1:3] = 0.06, NAN
    hopeless = replace(view, plan=replace(view.plan, p_late=p, recommended=np.full_like(p, NAN)))
    assert hopeless.slots_data(LIMITS).helpless == [week == 1 for week in range(p.shape[1])]


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


@pytest.mark.parametrize("marked", [(0, 1), (0,)])
def test_that_slots_copied_here_are_put_in_here(slots: SlotsTable, marked: tuple[int, ...]) -> None:
    told = edits_of(slots)
    slots.clearSelection()
    for week in marked:
        slots.selectionModel().select(slots.slots_model.index(0, week), slots.selectionModel().SelectionFlag.Select)
    slots.copy()
    slots.look_at(0, 2)
    slots.paste()
    assert told == [{("", WEEKS[2 + week]): [12, 8][week] for week in marked}]
