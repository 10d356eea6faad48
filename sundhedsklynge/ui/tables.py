"""Tables from lists of columns: a model, a view that copies to Excel with headers, a delegate for small curves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.clipping import mime_of
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.text import tr

AnyIndex = QModelIndex | QPersistentModelIndex
VALUE_ROLE = Qt.ItemDataRole.UserRole
NO_INDEX = QModelIndex()
_LEAST_ROWS = 3  # a table that shows fewer of those it has is no table


@dataclass(frozen=True)
class Column:
    """One column: its head, a value for each row, how a value reads, and what is said of it where that is longer."""

    title: str
    values: Sequence[Any]
    show: Callable[[Any], str] = str
    numeric: bool = False
    tip: Callable[[Any], str] | None = None


class ColumnTable(QAbstractTableModel):
    """A read-only table of columns of equal length, with row heads if given; sortable by the columns' own values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._heads: Sequence[str] = ()
        self._order: list[int] = []

    def set_columns(self, columns: Sequence[Column], heads: Sequence[str] = ()) -> None:
        """Replaces the content."""
        self.beginResetModel()
        self._columns = columns
        self._heads = heads
        self._order = list(range(len(columns[0].values) if columns else 0))
        self.endResetModel()

    def source_row(self, row: int) -> int:
        """The index into the columns' lists of what stands in `row`."""
        return self._order[row]

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        value = column.values[self._order[index.row()]]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.show(value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title}: {column.tip(value) if column.tip else column.show(value)}"
            case Qt.ItemDataRole.ToolTipRole:
                return column.tip(value) if column.tip else column.show(value)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.UserRole:
                return value
            case _:
                return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            column = self._columns[section] if section < len(self._columns) else None
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and column:
                return column.title
            if role == Qt.ItemDataRole.TextAlignmentRole and column:
                side = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
        elif role == Qt.ItemDataRole.DisplayRole and self._heads:
            return self._heads[self._order[section]]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self._columns):
            return
        values = self._columns[column].values
        self.layoutAboutToBeChanged.emit()
        self._order.sort(
            key=lambda row: (values[row] is None, values[row] if values[row] is not None else 0),
            reverse=order == Qt.SortOrder.DescendingOrder,
        )
        self.layoutChanged.emit()


class TableView(QTableView):
    """A table with fixed row height and no grid. Ctrl+C copies the selection, or all of it, with heads, for Excel.

    `chosen` is the cell looked at, `opened` the one double clicked or entered. Both wait for the mouse to be let go: what they
    open may move the columns, and a pressed mouse would then drag the selection on.
    """

    chosen = Signal(QModelIndex)
    opened = Signal(QModelIndex)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_shown = 0  # 0: as many as there is room for
        self._pressed = QPersistentModelIndex()  # where the mouse was last pressed
        self._is_pressed = self._is_double = False
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.row_height())
        rows.setMinimumSectionSize(theme.TARGET)
        rows.hide()
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for said, keys, whole in (
            (tr("Kopiér til Excel"), "Ctrl+C", False),
            (tr("Kopiér hele tabellen"), "Ctrl+Shift+C", True),
        ):
            action = QAction(said, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, whole=whole: self.copy(whole=whole))
            self.addAction(action)
        self.horizontalScrollBar().rangeChanged.connect(self._fit_rows)
        rows.sectionCountChanged.connect(lambda _old, _new: self.updateGeometry())

    def minimumSizeHint(self) -> QSize:
        rows = min(_LEAST_ROWS, self.verticalHeader().count())
        head = self.horizontalHeader()
        height = rows * theme.row_height() + (head.sizeHint().height() if not head.isHidden() else 0)
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().minimumSizeHint().width(), height + bar + 2 * self.frameWidth())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.verticalHeader().setDefaultSectionSize(theme.row_height())
            self._fit_rows()

    def show_rows(self, count: int) -> None:
        """From now on the table is as high as `count` rows with their head, and the scroll bar below where there is one."""
        self._rows_shown = count
        self._fit_rows()

    def _fit_rows(self) -> None:
        if self._rows_shown:
            head, bar = self.horizontalHeader(), self.horizontalScrollBar()
            below = bar.sizeHint().height() if bar.maximum() > 0 else 0
            rows = self._rows_shown * theme.row_height()
            self.setFixedHeight(rows + head.sizeHint().height() + below + 2 * theme.FOCUS_WIDTH)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self._is_pressed:
            self.chosen.emit(current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed, self._is_double = True, False
        self._pressed = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = self._is_double = True
        if self._pressed == self.indexAt(event.position().toPoint()):  # else the first click moved the columns
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        is_double, self._is_pressed, self._is_double = self._is_double, False, False
        if event.button() == Qt.MouseButton.LeftButton and self._pressed.isValid():
            if is_double:
                self.opened.emit(self.model().index(self._pressed.row(), self._pressed.column()))
            else:
                self.chosen.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def copy(self, *, whole: bool = False) -> None:
        """Puts the selected block, or everything, on the clipboard with heads, as spreadsheets and documents paste it."""
        QApplication.clipboard().setMimeData(mime_of(self.cells(whole=whole)))

    def cells(self, *, whole: bool = False) -> list[list[str]]:
        """The selected cells as they read, or the whole table where less than two are selected; the heads first."""
        model = self.model()
        chosen = self.selectionModel().selectedIndexes()
        if whole or len(chosen) < 2:
            rows, columns = list(range(model.rowCount())), list(range(model.columnCount()))
        else:
            rows = sorted({index.row() for index in chosen})
            columns = sorted({index.column() for index in chosen})
        with_heads = self.verticalHeader().isVisibleTo(self)
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        first = [""] if with_heads else []
        lines = [[*first, *(str(model.headerData(column, across) or "") for column in columns)]]
        for row in rows:
            head = [str(model.headerData(row, down) or "")] if with_heads else []
            lines.append([*head, *(str(model.index(row, column).data() or "") for column in columns)])
        return lines

    def select_row(self, row: int) -> None:
        """Makes `row` the current and only selected one."""
        index = self.model().index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.scrollTo(index)


class SparklineDelegate(QStyledItemDelegate):
    """Draws a cell's list of numbers (NaN is a gap) as a small curve from zero, the last point marked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        values: Sequence[float] = index.data(VALUE_ROLE) or ()
        fields(option).text = ""
        tokens = theme.tokens()
        rect = fields(option).rect
        painter.save()
        view = fields(option).widget
        if isinstance(view, QTableView) and option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.selection)
        known = [value for value in values if value == value]
        if known:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(tokens.muted, 1.2))
            area = rect.adjusted(6, 6, -6, -6)
            top = max(*known, 1.0)
            step = area.width() / max(1, len(values) - 1)
            run = QPolygonF()
            last = QPointF()
            for i, value in enumerate(values):
                if value != value:
                    painter.drawPolyline(run)
                    run = QPolygonF()
                    continue
                last = QPointF(area.left() + i * step, area.bottom() - value / top * area.height())
                run.append(last)
            painter.drawPolyline(run)
            painter.setBrush(tokens.text)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(last, 2.0, 2.0)
        painter.restore()
