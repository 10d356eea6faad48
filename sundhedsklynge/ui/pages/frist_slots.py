"""The slots editor: planned, recommended and the difference for every week, over the risk strip. Edited like a sheet."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QFontMetrics,
    QIntValidator,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.heatmap import WORDS, HeatDelegate
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import NO_INDEX, AnyIndex, TableView
from sundhedsklynge.ui.text import number, percent, percent_figure, short_week, signed, tr, tr_marked
from sundhedsklynge.workspace.capacity import MOST_SLOTS, read_slots

NONE = "–"
_WEEK_WIDTH = 50  # pixels
NAN = float("nan")

SlotEdits = dict[tuple[str, dt.date], int]  # slots by procedure ("" is shared by all) and Monday


@dataclass(frozen=True)
class SlotRow:
    """Slots that can be edited, by week: `procedure` "" is shared by all; NaN where nothing is said."""

    procedure: str
    name: str
    slots: Sequence[float]


@dataclass(frozen=True)
class Strip:
    """Risk by week: what the strip is called, probability and expected number past the deadline."""

    name: str
    probability: Sequence[float]
    late: Sequence[float]


@dataclass(frozen=True)
class SlotsData:
    """What the editor shows of one municipality, by week; NaN is not known. planned: slots of all kinds as the risk counts them.
    helpless: weeks over the target that no number of slots can bring under it."""

    weeks: Sequence[dt.date] = ()
    rows: Sequence[SlotRow] = ()
    planned: Sequence[float] = ()
    recommended: Sequence[float] = ()
    strips: Sequence[Strip] = ()
    limits: Sequence[float] = (0.05, 0.20, 0.50)
    closed: Sequence[str] = ()
    helpless: Sequence[bool] = ()

    @property
    def plan_rows(self) -> int:
        """Rows that can be edited; recommended and difference follow them, then the strips' risks and the plan's expected number."""
        return len(self.rows)


class SlotsModel(QAbstractTableModel):
    """What is typed shows at once; `edited` carries it to be stored."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = SlotsData()

    def set_content(self, content: SlotsData) -> None:
        """Replaces everything; a cell looked at stays where the rows and weeks are the same."""
        same = (self.content.weeks, len(self.content.rows), len(self.content.strips)) == (
            content.weeks,
            len(content.rows),
            len(content.strips),
        )
        if not same:
            self.beginResetModel()
        self.content = content
        if not same:
            self.endResetModel()
        else:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        content = self.content
        return 0 if parent.isValid() or not content.weeks else content.plan_rows + 2 + len(self._below())

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.content.weeks)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.is_editable(index.row()) else flags

    def is_editable(self, row: int) -> bool:
        """Whether the row holds planned slots."""
        return 0 <= row < self.content.plan_rows

    def strip_of(self, row: int) -> Strip | None:
        """The strip whose probabilities stand in `row`."""
        place = row - self.content.plan_rows - 2
        below = self._below()
        return below[place][0] if 0 <= place < len(below) and below[place][1] else None

    def _below(self) -> list[tuple[Strip, bool]]:
        """The strips' rows: the strip, and whether the row holds its probabilities or its expected numbers."""
        rows = [(strip, True) for strip in self.content.strips]
        return [*rows[:1], *((strip, False) for strip in self.content.strips[:1]), *rows[1:]]

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, week = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, week)
            case Qt.ItemDataRole.EditRole if self.is_editable(row):
                slots = self.content.rows[row].slots[week]
                return "" if math.isnan(slots) else str(int(slots))
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.sentence(row, week)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.FontRole if row == self.content.plan_rows + 1 and self._difference(week) > 0:
                return theme.font(theme.BASE, QFont.Weight.DemiBold)
            case Qt.ItemDataRole.UserRole:
                strip = self.strip_of(row)
                return None if strip is None else risk_class(strip.probability[week], self.content.limits)
            case _:
                return None

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.is_editable(index.row()):
            return False
        try:
            slots = read_slots(str(value))
        except UserError:
            return False
        if slots is None:
            return False
        self.put({(index.row(), index.column()): slots})
        return True

    def put(self, cells: dict[tuple[int, int], int]) -> None:
        """Sets slots by row and week, and tells those that are others than before."""
        edits: SlotEdits = {}
        rows = [list(row.slots) for row in self.content.rows]
        for (row, week), slots in cells.items():
            if rows[row][week] != slots:
                rows[row][week] = float(slots)
                edits[self.content.rows[row].procedure, self.content.weeks[week]] = slots
        if edits:
            told = [replace(row, slots=slots) for row, slots in zip(self.content.rows, rows, strict=True)]
            planned = [_total(column) for column in zip(*rows, strict=True)]
            self.set_content(replace(self.content, rows=told, planned=planned))
            self.edited.emit(edits)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        content = self.content
        if orientation == Qt.Orientation.Vertical:
            return self._name(section) if role == Qt.ItemDataRole.DisplayRole else None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                year = content.weeks[section].isocalendar().year
                shown = section == 0 or content.weeks[section - 1].isocalendar().year != year
                return f"{short_week(content.weeks[section])}\n{year if shown else ''}"
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                closed = content.closed[section] if section < len(content.closed) else ""
                return f"{text.week(content.weeks[section])}{': ' if closed else ''}{closed}"
            case _:
                return None

    def sentence(self, row: int, week: int) -> str:
        """A cell in words."""
        content = self.content
        when = text.week(content.weeks[week])
        if self.is_editable(row):
            slots = content.rows[row].slots[week]
            if math.isnan(slots):
                return tr("{name}, {week}: pladser mangler. Skriv antallet.", name=self._name(row), week=when)
            return tr("{name}, {week}: {slots} pladser", name=self._name(row), week=when, slots=number(slots))
        strip = self.strip_of(row)
        if strip is not None:
            kind = risk_class(strip.probability[week], content.limits)
            if kind is None:
                return tr("{name}, {week}: mangler. Skriv antal pladser ind.", name=strip.name, week=when)
            return tr(
                "{name}, {week}: {word}, {risk} sandsynlighed for at mindst én borger når over fristen; "
                "forventet {late} over fristen. Enter viser hvorfor.",
                name=strip.name,
                week=when,
                word=tr_marked(WORDS[kind]),
                risk=percent(strip.probability[week]),
                late=number(strip.late[week], 1),
            )
        is_advice = row < content.plan_rows + 2
        if is_advice and math.isnan(content.planned[week]):
            return tr("{week}: skriv antal pladser ind for at få en anbefaling", week=when)
        if is_advice and any(content.helpless[week : week + 1]):
            return tr(
                "{week}: intet antal pladser bringer risikoen under målet, for fristen udløber, før de kan bruges",
                week=when,
            )
        return tr("{name}, {week}: {value}", name=self._name(row), week=when, value=self._shown(row, week))

    def _name(self, row: int) -> str:
        content = self.content
        if row < content.plan_rows:
            return content.rows[row].name
        place = row - content.plan_rows
        if place < 2:
            return (tr("Anbefalet"), tr("Forskel"))[place]
        strip, is_risk = self._below()[place - 2]
        return strip.name if is_risk else tr("Over frist")

    def _shown(self, row: int, week: int) -> str:
        content = self.content
        if row < content.plan_rows:
            return number(content.rows[row].slots[week])
        place = row - content.plan_rows
        if place == 0:
            wanted = content.recommended[week]
            return NONE if math.isnan(wanted) else number(wanted)
        if place == 1:
            more = self._difference(week)
            return NONE if math.isnan(more) else signed(more)
        strip, is_risk = self._below()[place - 2]
        if is_risk:
            return percent_figure(strip.probability[week])
        return NONE if math.isnan(strip.late[week]) else number(strip.late[week], 1)

    def _difference(self, week: int) -> float:
        return self.content.recommended[week] - self.content.planned[week]


def _total(column: Sequence[float]) -> float:
    known = [slots for slots in column if not math.isnan(slots)]
    return sum(known) if known else NAN


def _inset(width: float) -> float:
    """Room to the right of a figure, so that it stands under those of the strip."""
    return 5 + max(0.0, (width - _WEEK_WIDTH) / 2)


class SlotDelegate(QStyledItemDelegate):
    """Editable cells look like fields; the keyboard's cell has a frame; the editor takes whole numbers."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QLineEdit:
        editor = QLineEdit(parent)
        editor.setProperty("kind", "cell")
        editor.setValidator(QIntValidator(0, MOST_SLOTS, editor))
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        tokens = theme.tokens()
        rect = QRectF(fields(option).rect).adjusted(1.5, 1.5, -1.5, -1.5)
        state = fields(option).state
        editable = isinstance(model, SlotsModel) and model.is_editable(index.row())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        figure = str(index.data() or "")
        missing = editable and not index.data(Qt.ItemDataRole.EditRole)
        if chosen:
            painter.fillRect(rect, tokens.selection)
        elif missing:
            painter.fillRect(rect, tokens.hatch())
        if editable or chosen:
            painter.setPen(QPen(tokens.accent if chosen else tokens.line_strong, theme.FOCUS_WIDTH if chosen else 1))
            painter.drawRoundedRect(rect, theme.RADIUS - 1, theme.RADIUS - 1)
        font = index.data(Qt.ItemDataRole.FontRole)
        if isinstance(font, QFont):
            painter.setFont(font)
        painter.setPen(tokens.text if editable or isinstance(font, QFont) else tokens.muted)
        if not missing:
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(0, 0, -_inset(rect.width()), 0), align, figure)
        painter.restore()


class SlotsTable(TableView):
    """The view. `refused` carries why a paste was not taken, `asked_why` the week whose risk is asked about."""

    refused = Signal(object)
    asked_why = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pladser for hver uge"), parent)
        self.slots_model = SlotsModel(self)
        self.setModel(self.slots_model)
        self._cells = SlotDelegate(self)
        self._strip = HeatDelegate(self)
        self.setItemDelegate(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.AnyKeyPressed | trigger.EditKeyPressed)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(theme.scaled(_WEEK_WIDTH))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.show()
        rows.setSectionsClickable(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows.setFixedWidth(theme.scaled(132))
        for name, keys, act in (
            (tr("Udfyld mod højre"), "Ctrl+R", self.fill_right),
            (tr("Udfyld nedad"), "Ctrl+D", self.fill_down),
            (tr("Sæt ind fra Excel"), QKeySequence(QKeySequence.StandardKey.Paste).toString(), self.paste),
        ):
            action = QAction(name, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
        self.opened.connect(self._on_opened)

    def set_content(self, content: SlotsData) -> None:
        """Shows `content` in just the height it needs."""
        self.slots_model.set_content(content)
        for row in range(self.slots_model.rowCount()):
            is_strip = self.slots_model.strip_of(row) is not None
            self.setItemDelegateForRow(row, self._strip if is_strip else self._cells)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        head = self._fit_head()
        bar = self.horizontalScrollBar().sizeHint().height()
        narrow = len(self.slots_model.content.weeks) * theme.scaled(_WEEK_WIDTH) > self.viewport().width() > 0
        edges = 2 * self.frameWidth() + self.viewportMargins().bottom()
        self.setFixedHeight(self.verticalHeader().length() + head + edges + (bar if narrow else 0))

    def _fit_head(self) -> int:
        """Gives the heads just two lines of small type; the height."""
        height = 2 * QFontMetrics(theme.font(theme.SMALL)).lineSpacing() + theme.SPACE_S
        self.horizontalHeader().setFixedHeight(height)
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and index.isValid() and self.slots_model.is_editable(index.row()):
            if self.state() != QAbstractItemView.State.EditingState:  # the editor's own Enter comes here too
                self.edit(index)
            return
        super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        self.setFocus()

    def fill_right(self) -> None:
        """The first week marked into the other marked ones; with one week marked, into all that follow."""
        block = self._marked()
        if block is None:
            return
        rows, weeks = block
        last = self.slots_model.columnCount() if len(weeks) == 1 else weeks.stop
        self._fill({(row, week): (row, weeks.start) for row in rows for week in range(weeks.start + 1, last)})

    def fill_down(self) -> None:
        """The topmost marked row into the other marked ones; with one row marked, into all below that can be edited."""
        block = self._marked()
        if block is None:
            return
        rows, weeks = block
        last = self.slots_model.content.plan_rows if len(rows) == 1 else rows.stop
        self._fill({(row, week): (rows.start, week) for row in range(rows.start + 1, last) for week in weeks})

    def paste(self) -> None:
        """Puts a block copied from a sheet in from the current cell on; a single column runs along the weeks."""
        start = self.currentIndex()
        model = self.slots_model
        if not start.isValid() or not model.is_editable(start.row()):
            self.refused.emit(
                UserError(tr("Der er ikke valgt en uge med pladser."), tr("Vælg en celle i rækken med pladser."))
            )
            return
        try:
            block = read_block(self._without_heads(QApplication.clipboard().text()))
        except UserError as error:
            self.refused.emit(error)
            return
        if len(block) > 1 and all(len(line) == 1 for line in block):
            block = [[line[0] for line in block]]
        if start.row() + len(block) > model.content.plan_rows:
            self.refused.emit(
                UserError(tr("Udklippet har flere rækker end tabellen."), tr("Kopiér kun rækken med pladser."))
            )
            return
        if start.column() + max(len(line) for line in block) > model.columnCount():
            self.refused.emit(
                UserError(
                    tr("Udklippet rækker ud over den sidste uge."), tr("Vælg en tidligere uge, eller kopiér færre.")
                )
            )
            return
        model.put(
            {
                (start.row() + r, start.column() + c): slots
                for r, line in enumerate(block)
                for c, slots in enumerate(line)
                if slots is not None
            }
        )

    def cells(self, *, whole: bool = False) -> list[list[str]]:
        """As any table's; a single number of slots by itself, to be put in elsewhere."""
        chosen = self.selectionModel().selectedIndexes()
        if not whole and len(chosen) == 1 and self.slots_model.is_editable(chosen[0].row()):
            return [[str(chosen[0].data() or "")]]
        return super().cells(whole=whole)

    def _without_heads(self, pasted: str) -> str:
        """What was copied here, without the heads that were copied with it."""
        model, lines = self.slots_model, [line.split("\t") for line in pasted.rstrip("\r\n").splitlines()]
        heads = {
            " ".join(str(model.headerData(c, Qt.Orientation.Horizontal)).split()) for c in range(model.columnCount())
        }
        if len(lines) > 1 and not lines[0][0] and {" ".join(cell.split()) for cell in lines[0][1:]} <= heads:
            return "\n".join("\t".join(line[1:]) for line in lines[1:])
        return pasted

    def look_at(self, row: int, week: int) -> None:
        """Makes a cell the current one."""
        self.setCurrentIndex(self.slots_model.index(row, week))

    def _marked(self) -> tuple[range, range] | None:
        """Rows that can be edited and weeks of what is marked."""
        cells = [i for i in self.selectionModel().selectedIndexes() if self.slots_model.is_editable(i.row())]
        if not cells:
            return None
        rows, weeks = [i.row() for i in cells], [i.column() for i in cells]
        return range(min(rows), max(rows) + 1), range(min(weeks), max(weeks) + 1)

    def _fill(self, sources: dict[tuple[int, int], tuple[int, int]]) -> None:
        rows = self.slots_model.content.rows
        known = {to: rows[row].slots[week] for to, (row, week) in sources.items()}
        self.slots_model.put({to: int(slots) for to, slots in known.items() if not math.isnan(slots)})

    def _on_opened(self, index: QModelIndex) -> None:
        if not self.slots_model.is_editable(index.row()):
            self.asked_why.emit(index.column())


def read_block(pasted: str) -> list[list[int | None]]:
    """The cells of text copied from a sheet, None where empty. Raises UserError naming the cell that is no number of slots."""
    block: list[list[int | None]] = []
    for r, line in enumerate(pasted.rstrip("\r\n").splitlines() or [""], start=1):
        cells: list[int | None] = []
        for c, cell in enumerate(line.split("\t"), start=1):
            try:
                cells.append(read_slots(cell))
            except UserError as error:
                where = tr("Række {row}, kolonne {column} i udklippet", row=r, column=c)
                raise UserError(f"{where}: {error.sentence}", tr("Ret den i arket. Intet er ændret.")) from error
        block.append(cells)
    return block
