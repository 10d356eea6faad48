"""Tables: columns in, Danish text out, sorted by value, copied to a spreadsheet without harm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.tables import Column, ColumnTable, TableView, harmless
from sundhedsklynge.ui.text import number


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    model = ColumnTable()
    model.set_columns(
        (
            Column("Kommune", ["Hillerød", "=1+1", "Ærø"]),
            Column("Planer", [1234.5, 7.0, 30.0], lambda value: number(value, 1), numeric=True),
        )
    )
    made = TableView("Prøve")
    made.setModel(model)
    model.setParent(made)
    qtbot.addWidget(made)
    return made


def test_that_the_whole_table_is_copied_with_heads_when_nothing_is_selected(view: TableView) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    view.copy()
    assert QApplication.clipboard().text() == "Kommune\tPlaner\nHillerød\t1.234,5\n'=1+1\t7,0\nÆrø\t30,0"


def test_that_a_selected_block_is_copied_with_its_own_heads(view: TableView) -> None:
    flag = QItemSelectionModel.SelectionFlag
    for row in (0, 2):
        view.selectionModel().select(view.model().index(row, 0), flag.Select | flag.Rows)
    assert view.as_text() == "Kommune\tPlaner\nHillerød\t1.234,5\nÆrø\t30,0"


def test_that_sorting_is_by_value_and_keeps_track_of_the_source(view: TableView) -> None:
    model = view.model()
    assert isinstance(model, ColumnTable)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.index(row, 1).data() for row in range(3)] == ["1.234,5", "30,0", "7,0"]
    assert [model.source_row(row) for row in range(3)] == [0, 2, 1]


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+cmd", "-x", "@ref", "=HYPERLINK(1)"])
def test_that_a_pasted_cell_is_no_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-3,5", "+4", "uge 48", ""])
def test_that_numbers_and_words_are_left_alone(cell: str) -> None:
    assert harmless(cell) == cell


def test_that_enter_opens_the_current_row(view: TableView, qtbot: QtBot) -> None:
    view.select_row(2)
    with qtbot.waitSignal(view.opened) as signal:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert signal.args[0].row() == 2
