"""The sheet that quarterly figures are typed into: what is typed, what is wrong with it, and what must be answered."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sundhedsklynge.coverage.entry import Doubt, Entry, HomeEntry, TreatmentEntry, check_entry
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import NO_INDEX, AnyIndex, TableView
from sundhedsklynge.ui.text import MISSING, mark, number, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.quarterly import EntryLine

_HOMES = (
    ("homes", mark("Plejehjem")),
    ("homes_with_doctor", mark("Med fast læge")),
    ("homes_unknown", mark("Ukendt")),
    ("places", mark("Alle pladser")),
    ("places_with_doctor", mark("Pladser m. læge")),
)
_TREATMENT = (
    ("discharges", mark("Udskrivninger")),
    ("covered", mark("Omfattede")),
    ("contacts", mark("Kontakter 72 t")),
    ("readmissions", mark("Genindlagte 72 t")),
)
_NEEDED = 2  # the first two figures cannot be left out
_MOST = 10_000_000

Key = tuple[int, str]  # municipality and hospital


@dataclass(frozen=True)
class Place:
    """A line without stored figures."""

    municipality: int
    name: str
    hospital: str


@dataclass
class Typed:
    """What is typed and not saved, by line and figure; lines added; questions answered with yes."""

    cells: dict[tuple[Key, str], str] = field(default_factory=dict[tuple[Key, str], str])
    added: list[Place] = field(default_factory=list[Place])
    agreed: set[tuple[Key, str]] = field(default_factory=set[tuple[Key, str]])


@dataclass(frozen=True)
class Row:
    """A line of the sheet."""

    key: Key
    name: str
    hospital: str
    entry: Entry | None
    before: Entry | None


class Sheet(QAbstractTableModel):
    """Columns: municipality, hospital (72-hour treatment only), the figures, last quarter, doubt. `edited`: something was typed."""

    edited = Signal()

    def __init__(self, kind: type[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.fields = _HOMES if kind is HomeEntry else _TREATMENT
        self._names = 1 if kind is HomeEntry else 2  # columns before the figures
        self._quarter = ""
        self._rows: list[Row] = []
        self._typed = Typed()
        self._today = dt.date.today()

    # Content

    def set_lines(self, quarter: str, lines: Sequence[EntryLine], typed: Typed, today: dt.date) -> None:
        """Shows what is stored of a quarter, with what was typed and not saved on top."""
        self.beginResetModel()
        self._quarter, self._typed, self._today = quarter, typed, today
        self._rows = [
            Row((line.municipality, line.hospital), line.name, line.hospital, line.entry, line.before) for line in lines
        ]
        known = {row.key for row in self._rows}
        self._rows += [_empty(place) for place in typed.added if (place.municipality, place.hospital) not in known]
        self._let_go_of_stored()
        self.endResetModel()

    def _let_go_of_stored(self) -> None:
        """What was typed and is stored by now is typed no more."""
        for row in self._rows:
            for name, _ in self.fields:
                typed = self._typed.cells.get((row.key, name))
                if typed is not None and row.entry is not None and _bare(typed) == _shown(getattr(row.entry, name)):
                    del self._typed.cells[row.key, name]
        changed = {key for key, _ in self._typed.cells}
        self._typed.agreed = {(key, said) for key, said in self._typed.agreed if key in changed}

    def add_line(self, place: Place) -> None:
        """A new line at the end, unless it is there."""
        if self.row_of(place.municipality, place.hospital) < 0:
            self.beginInsertRows(NO_INDEX, len(self._rows), len(self._rows))
            self._typed.added.append(place)
            self._rows.append(_empty(place))
            self.endInsertRows()

    def row_of(self, municipality: int, hospital: str) -> int:
        """Where a line stands, -1 where it is not there."""
        keys = [row.key for row in self._rows]
        return keys.index((municipality, hospital)) if (municipality, hospital) in keys else -1

    def stored(self, row: int) -> Entry | None:
        """What is stored of a line."""
        return self._rows[row].entry if 0 <= row < len(self._rows) else None

    def line_name(self, row: int) -> str:
        """The place of a line."""
        line = self._rows[row]
        return f"{line.name}, {line.hospital}" if line.hospital else line.name

    def missing_lines(self) -> int:
        """Lines with neither stored nor typed figures."""
        return sum(row.entry is None and not self._is_changed(row) for row in self._rows)

    def changed_rows(self) -> list[int]:
        """Lines with figures typed that differ from what is stored."""
        return [i for i, row in enumerate(self._rows) if self._is_changed(row)]

    def entries(self) -> list[Entry]:
        """The changed lines as entries; those that cannot be read are left out, their doubts say why."""
        found = [self._entry(self._rows[i]) for i in self.changed_rows()]
        return [entry for entry in found if isinstance(entry, TreatmentEntry | HomeEntry)]

    def doubts(self, row: int) -> list[Doubt]:
        """What is wrong with a changed line or must be asked, without the questions that were answered with yes."""
        line = self._rows[row]
        if not self._is_changed(line):
            return []
        entry = self._entry(line)
        found = [entry] if isinstance(entry, Doubt) else check_entry(entry, line.before, self._today)
        return [doubt for doubt in found if doubt.wrong or (line.key, doubt.message) not in self._typed.agreed]

    def open_doubts(self) -> list[Doubt]:
        """Those of all lines."""
        return [doubt for row in range(len(self._rows)) for doubt in self.doubts(row)]

    def agree(self, row: int) -> bool:
        """Answers the first open question of a line with yes; whether there was one."""
        question = next((doubt for doubt in self.doubts(row) if not doubt.wrong), None)
        if question is None:
            return False
        self._typed.agreed.add((self._rows[row].key, question.message))
        self._tell(row)
        return True

    def put(self, cells: dict[tuple[int, int], str]) -> None:
        """Types texts into cells by row and column."""
        rows: set[int] = set()
        for (row, column), said in cells.items():
            name = self.fields[column - self._names][0]
            line = self._rows[row]
            stored = _shown(getattr(line.entry, name)) if line.entry else ""
            if _bare(said) == stored:
                self._typed.cells.pop((line.key, name), None)
            else:
                self._typed.cells[line.key, name] = said.strip()
            rows.add(row)
        for row in rows:
            self._tell(row)

    def figures_said(self, entry: Entry) -> str:
        """An entry's figures in words."""
        values = [(tr_marked(title).lower(), getattr(entry, name)) for name, title in self.fields]
        return ", ".join(f"{title} {number(value)}" for title, value in values if value is not None and value >= 0)

    def is_figure(self, column: int) -> bool:
        """Whether a column is typed in."""
        return self._names <= column < self._names + len(self.fields)

    @property
    def doubt_column(self) -> int:
        """Where doubts stand."""
        return self._names + len(self.fields) + 1

    # Model

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else self.doubt_column + 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_figure(index.column()) else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._said(row, column)
            case Qt.ItemDataRole.EditRole if self.is_figure(column):
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._sentence(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                right = self.is_figure(column) or column == self.doubt_column - 1
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.UserRole:
                return self._tone(row, column)
            case _:
                return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.is_figure(index.column()):
            return False
        self.put({(index.row(), index.column()): str(value)})
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads()[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.is_figure(section) or section == self.doubt_column - 1
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _heads(self) -> list[str]:
        names = [tr("Kommune"), tr("Hospital")][: self._names]
        return [*names, *(tr_marked(title) for _, title in self.fields), tr("Kvartalet før"), tr("Tvivl")]

    def _text(self, row: int, column: int) -> str:
        line, name = self._rows[row], self.fields[column - self._names][0]
        typed = self._typed.cells.get((line.key, name))
        if typed is not None:
            return typed
        return _shown(getattr(line.entry, name)) if line.entry else ""

    def _said(self, row: int, column: int) -> str:
        line = self._rows[row]
        if column < self._names:
            return (line.name, line.hospital)[column]
        if self.is_figure(column):
            said = self._text(row, column)
            return number(int(said)) if said.isdecimal() else said
        if column == self.doubt_column:
            return " ".join(f"{'■' if doubt.wrong else '▲'} {translated(doubt.message)}" for doubt in self.doubts(row))
        counted, base = (self.fields[1][0], self.fields[0][0])
        before = line.before
        return (
            tr_marked(MISSING)
            if before is None
            else f"{number(getattr(before, counted))}/{number(getattr(before, base))}"
        )

    def _sentence(self, row: int, column: int) -> str:
        said = self._said(row, column)
        if self.is_figure(column) and not said:
            said = tr("{word}, ikke nul", word=tr_marked(MISSING))
        where = "" if column < self._names else f"{self.line_name(row)}, "
        wrong = [
            translated(d.message)
            for d in self.doubts(row)
            if self.is_figure(column) and d.field == self.fields[column - self._names][0]
        ]
        return " ".join([f"{where}{self._heads()[column].lower()}: {said}.", *wrong])

    def _tone(self, row: int, column: int) -> str:
        """How a figure is drawn: wrong, asked, typed, missing or nothing."""
        if not self.is_figure(column):
            return ""
        line, name = self._rows[row], self.fields[column - self._names][0]
        at = {doubt.field: doubt.wrong for doubt in self.doubts(row)}
        if name in at:
            return "wrong" if at[name] else "asked"
        if (line.key, name) in self._typed.cells:
            return "typed"
        return "missing" if not self._text(row, column) else ""

    def _is_changed(self, line: Row) -> bool:
        return any((line.key, name) in self._typed.cells for name, _ in self.fields)

    def _entry(self, line: Row) -> Entry | Doubt:
        """The line as an entry, or why it cannot be read."""
        row = self._rows.index(line)
        values: dict[str, int | None] = {}
        for place, (name, title) in enumerate(self.fields):
            said = _bare(self._text(row, place + self._names))
            if said and (not said.isdecimal() or int(said) > _MOST):
                return Doubt(name, tr("{title} er ikke et helt tal. Skriv fx 12.", title=tr_marked(title)), wrong=True)
            if not said and place < _NEEDED:
                return Doubt(name, tr("{title} mangler. Skriv tallet.", title=tr_marked(title)), wrong=True)
            values[name] = int(said) if said else None
        if self.kind is HomeEntry:
            return HomeEntry(self._quarter, line.key[0], **values)  # pyright: ignore[reportArgumentType] - the needed ones are there
        return TreatmentEntry(self._quarter, *line.key, **values)  # pyright: ignore[reportArgumentType]

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.edited.emit()


def _empty(place: Place) -> Row:
    return Row((place.municipality, place.hospital), place.name, place.hospital, None, None)


def _bare(said: str) -> str:
    """`1.234` as `1234`."""
    return said.replace(".", "").replace("\u00a0", "").replace(" ", "")


def _shown(value: int | None) -> str:
    return "" if value is None or value < 0 else str(value)


class FigureDelegate(QStyledItemDelegate):
    """Figures look like fields; what is wrong or asked has a frame and a sign, what is missing is hatched."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setStyleSheet("padding: 0 4px; min-height: 0;")
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.tokens()
        tone = str(index.data(Qt.ItemDataRole.UserRole))
        rect = QRectF(fields(option).rect).adjusted(2.5, 2.5, -2.5, -2.5)
        chosen = bool(fields(option).state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or tone == "typed":
            painter.fillRect(rect, tokens.selection)
        elif tone == "asked":
            painter.fillRect(rect, tokens.watch_soft)
        elif tone == "missing":
            painter.fillRect(rect, tokens.hatch())
        frame = tokens.high if tone == "wrong" else tokens.accent if chosen else tokens.line_strong
        painter.setPen(QPen(frame, theme.FOCUS_WIDTH if chosen or tone == "wrong" else 1))
        painter.drawRoundedRect(rect, theme.RADIUS - 1, theme.RADIUS - 1)
        painter.setPen(tokens.text)
        sign = {"wrong": "■", "asked": "▲"}.get(tone, "")
        inside = rect.adjusted(5, 0, -5, 0)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, sign)
        painter.drawText(inside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        painter.restore()


class EntryTable(TableView):
    """The sheet, edited like a spreadsheet: type, Enter, arrows, paste. A click or space in the doubt column answers yes."""

    def __init__(self, kind: type[Entry], parent: QWidget | None = None) -> None:
        super().__init__(tr("Kvartalets tal"), parent)
        self.sheet = Sheet(kind, self)
        self.setModel(self.sheet)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        self._figures = FigureDelegate(self)
        for column in range(self.sheet.columnCount()):
            if self.sheet.is_figure(column):
                self.setItemDelegateForColumn(column, self._figures)
        paste = QAction(tr("Sæt ind fra Excel"), self)
        paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        paste.triggered.connect(lambda _=False: self.paste())
        self.addAction(paste)
        self.clicked.connect(self._on_clicked)

    def fit(self) -> None:
        """Gives the columns their widths."""
        head = self.horizontalHeader()
        for column in range(self.sheet.columnCount()):
            name = 140 if column == 0 else 260
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(column, theme.scaled(116 if self.sheet.is_figure(column) else name))
        head.resizeSection(self.sheet.doubt_column - 1, theme.scaled(96))
        head.setSectionResizeMode(self.sheet.doubt_column, QHeaderView.ResizeMode.Stretch)

    def look_at(self, row: int) -> None:
        """Makes the first figure of a line the current cell."""
        first = next(column for column in range(self.sheet.columnCount()) if self.sheet.is_figure(column))
        self.setCurrentIndex(self.sheet.index(row, first))
        self.setFocus()

    def paste(self) -> None:
        """Types a block copied from a sheet in from the current cell on, as far as there are lines and figures."""
        start = self.currentIndex()
        if not start.isValid():
            return
        cells: dict[tuple[int, int], str] = {}
        for r, line in enumerate(QApplication.clipboard().text().rstrip("\r\n").splitlines()):
            for c, said in enumerate(line.split("\t")):
                row, column = start.row() + r, start.column() + c
                if row < self.sheet.rowCount() and self.sheet.is_figure(column):
                    cells[row, column] = said
        self.sheet.put(cells)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if index.isValid() and self.sheet.is_figure(index.column()):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.state() != QAbstractItemView.State.EditingState:  # an open editor hands its Enter on
                    self.edit(index)
                return
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                chosen = [i for i in self.selectionModel().selectedIndexes() if self.sheet.is_figure(i.column())]
                self.sheet.put({(i.row(), i.column()): "" for i in chosen})
                return
        elif index.isValid() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sheet.agree(index.row())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self.sheet.doubt_column:
            self.sheet.agree(index.row())
