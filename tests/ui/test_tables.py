"""Tables: columns in, Danish text out, sorted by value, copied to a spreadsheet without harm."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.clipping import Figure, as_html, as_text, figure_of
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number
from sundhedsklynge.ui.window import MainWindow


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
    assert view.cells() == [["Kommune", "Planer"], ["Hillerød", "1.234,5"], ["Ærø", "30,0"]]


def test_that_sorting_is_by_value_and_keeps_track_of_the_source(view: TableView) -> None:
    model = view.model()
    assert isinstance(model, ColumnTable)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert [model.index(row, 1).data() for row in range(3)] == ["1.234,5", "30,0", "7,0"]
    assert [model.source_row(row) for row in range(3)] == [0, 2, 1]


@pytest.mark.parametrize("cell", ["=SUM(A1)", "+cmd", "-x", "@ref", "=HYPERLINK(1)", "＝1+1", "\t=1", "-"])
def test_that_a_pasted_cell_is_no_formula(cell: str) -> None:
    head, pasted = as_text([["A"], [cell]]).split("\n")
    assert head == "A"
    assert pasted == f"'{cell.strip()}"
    assert """<td style='mso-number-format:"\\@"'>""" in as_html([["A"], [cell]])


@pytest.mark.parametrize("cell", ["-3,5", "+4", "uge 48", "", "1.234,5", "64 %"])
def test_that_numbers_and_words_are_left_alone(cell: str) -> None:
    assert as_text([["A"], [cell]]) == f"A\n{cell}"


def test_that_a_minus_is_pasted_as_spreadsheets_read_it() -> None:
    assert as_text([["A"], ["−1.234,5"], ["−10 % fra uge 50"]]) == "A\n-1.234,5\n−10 % fra uge 50"


@pytest.mark.parametrize(
    ("said", "value", "form"),
    [
        ("1.234,5", 1234.5, "#,##0.0"),
        ("12", 12, "0"),
        ("−3", -3, "0"),
        ("+5,3", 5.3, "0.0"),
        ("64 %", 0.64, "0 %"),
        ("0,7 %", 0.007, "0.0 %"),
        ("23.11.2026", 46349, "dd.mm.yyyy"),
    ],
)
def test_that_numbers_and_dates_are_pasted_with_their_values(said: str, value: float, form: str) -> None:
    assert figure_of(said) == Figure(value, form)
    assert f'x:num="{value:.12g}"' in as_html([["A"], [said]])


@pytest.mark.parametrize(
    "said", ["3/10", "<1", ">99", "skjult", "mangler", "–", "2026K3", "0101", "1.23", "99.99.2026", "4–6"]
)
def test_that_other_cells_are_pasted_as_text(said: str) -> None:
    assert figure_of(said) is None
    assert "x:num" not in as_html([["A"], [said]])


def test_that_the_clipboard_has_text_and_a_table_with_heads(view: TableView) -> None:
    view.copy(whole=True)
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "Kommune\tPlaner\nHillerød\t1.234,5\n'=1+1\t7,0\nÆrø\t30,0"
    table = mime.html()
    assert table.count("<th") == 2
    assert table.count("<td") == 6
    assert ">=1+1</td>" in table
    assert 'x:num="1234.5"' in table


def test_that_markup_in_a_cell_stays_text() -> None:
    assert "&lt;b&gt;" in as_html([["A"], ["<b>"]])


def test_that_every_table_in_the_window_copies_to_a_spreadsheet_with_heads(window: MainWindow) -> None:
    seen: set[str] = set()
    for key in window.page_keys():
        window.show_page(key)
        page = window.current_page
        assert page is not None
        for _, show in page.further_states():
            show()
            seen |= copied(page)
        seen |= copied(page)
    window.meeting.enter(full_screen=False)
    assert window.current_page is not None
    assert copied(window.current_page)
    window.meeting.leave()
    assert len(seen) > 15, sorted(seen)


def copied(page: QWidget) -> set[str]:
    """Names of the tables of a page, each of which was copied by its keys."""
    names: set[str] = set()
    for table in page.findChildren(QAbstractItemView):
        if not isinstance(table, QTableView | QTreeView) or table.window() is not page.window():
            continue  # lists of words, and what drops down from a field
        assert isinstance(table, TableView), table.accessibleName()
        keys = {action.shortcut().toString() for action in table.actions()}
        assert {"Ctrl+C", "Ctrl+Shift+C"} <= keys, table.accessibleName()
        names.add(table.accessibleName())
        model = table.model()
        if not model.rowCount() or not table.isVisible():
            continue
        QApplication.clipboard().clear()
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        lines = QApplication.clipboard().text().split("\n")
        assert len(lines) == model.rowCount() + 1, table.accessibleName()
        assert lines[0].strip(), table.accessibleName()
        assert QApplication.clipboard().mimeData().html().count("<tr>") == len(lines)
    return names


def test_that_enter_opens_the_current_row(view: TableView, qtbot: QtBot) -> None:
    view.select_row(2)
    with qtbot.waitSignal(view.opened) as signal:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert signal.args[0].row() == 2
