"""The raw cells of a sheet with what was recognised marked: headers, columns, totals, remarks, cells with problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.import_wizard.words import column_name
from sundhedsklynge.ui.tables import NO_INDEX, AnyIndex, TableView
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.preview import ColumnMark, Finding, SheetView

# as `workspace.preview` names them; that module loads pandas
HEADER, DATA, TOTAL, NOTE, UNREAD, TITLE = "overskrift", "række", "total", "bemærkning", "ikke læst", "titel"
READ, PIVOT, SUM, PERSONAL = "læst", "værdi pr. kolonne", "sum", "personnumre"
MOST_COLUMNS = 200  # shown; a file may have many thousands
_WIDTH, _ROLE_WIDTH = 132, 96


class RawModel(QAbstractTableModel):
    """The first column says what a row is; then the file's own columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: SheetView | None = None
        self._columns: Sequence[ColumnMark] = ()
        self._findings: dict[tuple[int, str], Finding] = {}
        self._bad_rows: set[int] = set()

    def set_sheet(self, sheet: SheetView | None, findings: Sequence[Finding]) -> None:
        """Shows a sheet and marks the cells with problems."""
        self.beginResetModel()
        self._sheet = sheet
        self._columns = sheet.columns[:MOST_COLUMNS] if sheet else ()
        self._findings = {(found.row, found.column): found for found in findings if found.row is not None}
        self._bad_rows = {found.row for found in findings if found.row is not None and found.refuses}
        self.endResetModel()

    def row_of(self, number: int) -> int | None:
        """Where the row with that number in the file stands; None where it is not shown."""
        rows = self._sheet.rows if self._sheet else ()
        return next((at for at, row in enumerate(rows) if row.row == number), None)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._sheet.rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() or self._sheet is None else len(self._columns) + 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._sheet is None:
            return None
        row = self._sheet.rows[index.row()]
        column = self._columns[index.column() - 1] if index.column() else None
        tokens = theme.tokens()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                if column is None:
                    return (
                        tr("▲ fejl") if row.row in self._bad_rows else "" if row.role == DATA else translated(row.role)
                    )
                return row.cells[index.column() - 1]
            case Qt.ItemDataRole.AccessibleTextRole:
                said = row.cells[index.column() - 1] if column else translated(row.role)
                name = _column_said(column) if column else tr("hvad rækken er")
                problem = self._finding(row.row, column)
                told = tr("Række {row}, {name}: {value}", row=row.row, name=name, value=said)
                return f"{told}. {translated(problem.reason)}" if problem else told
            case Qt.ItemDataRole.ToolTipRole:
                problem = self._finding(row.row, column)
                return (
                    translated(f"{problem.reason} {problem.remedy}".strip())
                    if problem
                    else row.cells[index.column() - 1]
                )
            case Qt.ItemDataRole.BackgroundRole:
                if self._finding(row.row, column) is not None:
                    return tokens.watch_soft
                if row.role == HEADER:
                    return tokens.selection
                return None if row.role in (DATA, "") else tokens.ground
            case Qt.ItemDataRole.ForegroundRole:
                left = column is not None and column.role not in (READ, PIVOT) and bool(row.role)
                quiet = row.role in (TITLE, NOTE, UNREAD, TOTAL) or left or column is None
                return tokens.muted if quiet else tokens.text
            case Qt.ItemDataRole.FontRole:
                return theme.font(theme.BASE, QFont.Weight.DemiBold) if row.role == HEADER and column else None
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._sheet is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._sheet.rows[section].row) if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not section:
            return tr("Række") if role == Qt.ItemDataRole.DisplayRole else None
        column = self._columns[section - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{column.letter}\n{_column_head(column)}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _column_said(column)
        return None

    def _finding(self, row: int, column: ColumnMark | None) -> Finding | None:
        return self._findings.get((row, column.header)) if column is not None else None


class RawView(TableView):
    """The sheet. Rows are numbered as in Excel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filens rækker"), parent)
        self.raw = RawModel(self)
        self.setModel(self.raw)
        self.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        rows = self.verticalHeader()
        rows.show()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultSectionSize(theme.scaled(_WIDTH))
        head.setTextElideMode(Qt.TextElideMode.ElideRight)

    def set_sheet(self, sheet: SheetView | None, findings: Sequence[Finding]) -> None:
        """Shows a sheet, and stays where it was scrolled to."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self.raw.set_sheet(sheet, findings)
        self.horizontalHeader().resizeSection(0, theme.scaled(_ROLE_WIDTH))
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(down)

    def show_row(self, number: int) -> None:
        """Goes to a row by its number in the file."""
        at = self.raw.row_of(number)
        if at is not None:
            index = self.raw.index(at, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index, TableView.ScrollHint.PositionAtCenter)


def _column_head(column: ColumnMark) -> str:
    if column.role == READ:
        return f"✓ {column_name(column.name)}"
    if column.role == PIVOT:
        return f"✓ {column_name(column.name)}"
    return column_name("") if column.role not in (SUM, PERSONAL) else column.role


def _column_said(column: ColumnMark) -> str:
    hidden = tr(", skjult i filen") if column.hidden else ""
    return f"{column.letter} {column.header}: {_column_head(column).removeprefix('✓ ')}{hidden}"
