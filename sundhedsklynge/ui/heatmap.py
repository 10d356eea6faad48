"""The heat map of municipality by week: risk as shape, number and colour; the word in tooltip, legend, accessible text.

A `QTableView` with a delegate, so that keyboard, selection, copy and screen readers come with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import WrapRow
from sundhedsklynge.ui.icons import screen_sharpness
from sundhedsklynge.ui.page import clear, label
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import NO_INDEX, AnyIndex, TableView
from sundhedsklynge.ui.text import mark, percent, short_week, tr, tr_marked

CELL_ROLE = Qt.ItemDataRole.UserRole
CALM, WATCH, RISK, HIGH = range(4)
WORDS = (mark("rolig"), mark("hold øje"), mark("risiko"), mark("høj risiko"))
_FILLS = ("surface", "watch_soft", "watch", "high")  # tokens by class
_WEEK_WIDTH, _SUM_WIDTH, _FIGURE_WIDTH = 50, 66, 50  # pixels


def fill_of(kind: int | None) -> QBrush:
    """The fill of a class; hatched where missing."""
    tokens = theme.tokens()
    if kind is None:
        return tokens.hatch()
    return QBrush(getattr(tokens, _FILLS[kind]))


def text_on(kind: int | None) -> QColor:
    """The text colour that reads on the fill of a class."""
    tokens = theme.tokens()
    return tokens.muted if kind is None else (tokens.text, tokens.text, tokens.on_watch, tokens.on_high)[kind]


def draw_sign(painter: QPainter, center: QPointF, radius: float, kind: int, color: QColor) -> None:
    """The shape of a class: nothing, ring, half disc, disc."""
    if kind == CALM:
        return
    painter.setPen(QPen(color, 1.4))
    painter.setBrush(QBrush(color) if kind == HIGH else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(center, radius, radius)
    if kind == RISK:
        half = QPainterPath(center)
        half.arcTo(QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), 90, 180)
        painter.fillPath(half, color)


@dataclass(frozen=True)
class HeatRow:
    """One municipality: probability (W,), the figures shown (W,), and two sums ready to read, the second with a sentence."""

    code: int
    name: str
    probability: Sequence[float]
    figures: Sequence[float]
    expected: str
    lacking: str
    lacking_said: str


@dataclass(frozen=True)
class HeatData:
    """Everything the heat map shows. `show` writes one figure; `measure` names what the figures are."""

    weeks: Sequence[dt.date] = ()
    rows: Sequence[HeatRow] = ()
    limits: Sequence[float] = (0.05, 0.20, 0.50)
    measure: str = ""
    show: Callable[[float], str] = field(default=text.number)


class HeatModel(QAbstractTableModel):
    """Rows are municipalities; columns the weeks and, last, the sums."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = HeatData()

    def set_content(self, content: HeatData) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self.content = content
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.content.rows)

    def columnCount(self, parent: AnyIndex = NO_INDEX) -> int:
        return 0 if parent.isValid() or not self.content.weeks else len(self.content.weeks) + 2

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.content.rows[index.row()]
        week = index.column()
        if week >= len(self.content.weeks):
            return self._sum(row, week - len(self.content.weeks), role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.content.show(row.figures[week])
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.sentence(row, week)
            case Qt.ItemDataRole.UserRole:
                return risk_class(row.probability[week], self.content.limits)
            case _:
                return None

    def sentence(self, row: HeatRow, week: int) -> str:
        """A cell in words."""
        place = {"name": row.name, "week": text.week(self.content.weeks[week])}
        kind = risk_class(row.probability[week], self.content.limits)
        if kind is None:
            return tr("{name}, {week}: risikoen mangler, fordi der ikke er pladser eller planer at regne på", **place)
        said = tr(
            "{name}, {week}: {word}, {risk} sandsynlighed for at mindst én borger når over fristen",
            **place,
            word=tr_marked(WORDS[kind]),
            risk=percent(row.probability[week]),
        )
        figure = self.content.show(row.figures[week])
        return f"{said}. {self.content.measure}: {figure}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        weeks = self.content.weeks
        if orientation == Qt.Orientation.Vertical:
            return self.content.rows[section].name if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= len(weeks) else Qt.AlignmentFlag.AlignHCenter
            return side | Qt.AlignmentFlag.AlignTop
        if section >= len(weeks):
            names = (tr("forventet\ni alt"), tr("pladser\nmangler"))
            tips = (
                tr("Forventede genoptræningsplaner i de viste uger"),
                tr("Ekstra pladser, der bringer hver uge under målet"),
            )
            index = section - len(weeks)
            return {Qt.ItemDataRole.DisplayRole: names[index], Qt.ItemDataRole.ToolTipRole: tips[index]}.get(
                Qt.ItemDataRole(role)
            )
        if role == Qt.ItemDataRole.DisplayRole:
            year = weeks[section].isocalendar().year
            shown = section == 0 or weeks[section - 1].isocalendar().year != year
            return f"{short_week(weeks[section])}\n{year if shown else ''}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return text.week(weeks[section])
        return None

    @staticmethod
    def _sum(row: HeatRow, which: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.expected, row.lacking)[which]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            sentences = (
                tr("{name}: forventet {value} genoptræningsplaner i alt", name=row.name, value=row.expected),
                f"{row.name}: {row.lacking_said}",
            )
            return sentences[which]
        return None


class HeatDelegate(QStyledItemDelegate):
    """Paints one cell: fill, shape, figure, and a frame where the keyboard is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        tokens = theme.tokens()
        rect = QRectF(fields(option).rect).adjusted(1, 1, -1, -1)
        figure = str(index.data() or "")
        is_sum = isinstance(model, HeatModel) and index.column() >= len(model.content.weeks)
        kind: int | None = index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_sum:
            painter.setPen(tokens.text)
            painter.drawText(
                rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure
            )
        else:
            path = QPainterPath()
            path.addRoundedRect(rect, 3, 3)
            painter.fillPath(path, fill_of(kind))
            color = text_on(kind)
            if kind is None:
                painter.setFont(theme.font(theme.SMALL))
                ground = painter.boundingRect(rect, Qt.AlignmentFlag.AlignCenter, figure)
                if ground.width() < rect.width() - 4:  # in a narrow column the hatch alone says it
                    painter.fillRect(ground, tokens.surface)
                    painter.setPen(color)
                    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, figure)
            else:
                slack = max(0.0, (rect.width() - theme.scaled(_FIGURE_WIDTH)) / 2)
                draw_sign(
                    painter,
                    QPointF(rect.left() + slack + theme.scaled(9), rect.center().y()),
                    theme.scaled(42) / 10,
                    kind,
                    color,
                )
                painter.setPen(color)
                inner = rect.adjusted(theme.scaled(15) + slack, 0, -5 - slack, 0)
                painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        state = fields(option).state
        if state & QStyle.StateFlag.State_Selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(tokens.surface, 4))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
            painter.setPen(QPen(tokens.accent, theme.FOCUS_WIDTH))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 3, 3)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(56, theme.row_height())


class HeatMap(TableView):
    """The view. `opened` (Enter or double click) drills down, the selection model tells what is looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Risiko for hver kommune og uge"), parent)
        self.heat = HeatModel(self)
        self.setModel(self.heat)
        self.setItemDelegate(HeatDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        columns = self.horizontalHeader()
        columns.setMinimumSectionSize(theme.scaled(_WEEK_WIDTH))
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.show()
        rows.setSectionsClickable(False)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def set_content(self, content: HeatData) -> None:
        """Shows `content`, and keeps the cell looked at where it still exists."""
        old = self.looked_at()
        kept = (self.heat.content.rows[old[0]].code, old[1]) if old is not None else None
        self.heat.set_content(content)
        for column in range(len(content.weeks), self.heat.columnCount()):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            self.horizontalHeader().resizeSection(column, theme.scaled(_SUM_WIDTH))
        if kept is not None:
            self.look_at(*kept)

    def looked_at(self) -> tuple[int, int] | None:
        """Row and week of the current cell; None on a sum or where nothing is selected."""
        index = self.currentIndex()
        if not index.isValid() or index.column() >= len(self.heat.content.weeks):
            return None
        return index.row(), index.column()

    def look_at(self, code: int, week: int) -> bool:
        """Makes the cell of a municipality and week the current one; whether it is there."""
        for row, content in enumerate(self.heat.content.rows):
            if content.code == code and week < len(self.heat.content.weeks):
                self.setCurrentIndex(self.heat.index(row, week))
                return True
        return False


class Legend(WrapRow):
    """The classes in shape, colour and word, with their limits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(theme.SPACE_M, 2, parent)
        self._marks: list[tuple[QLabel, int | None]] = []

    def set_limits(self, limits: Sequence[float]) -> None:
        """Writes the legend for these class limits."""
        clear(self.lines)
        self._marks.clear()
        first, second, third = (percent(limit) for limit in limits)
        spans = (
            tr("under {limit}", limit=first),
            tr("fra {limit}", limit=first),
            tr("fra {limit}", limit=second),
            tr("fra {limit}", limit=third),
        )
        for kind in (CALM, WATCH, RISK, HIGH, None):
            swatch = label()
            self._marks.append((swatch, kind))
            said = text.tr_marked(text.MISSING) if kind is None else f"{tr_marked(WORDS[kind])} {spans[kind]}"
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.SPACE_XS)
            row.addWidget(swatch)
            row.addWidget(label(said, "small"))
            self.add(entry)
        self.redraw()

    def redraw(self) -> None:
        """Draws the marks in the colours now in force."""
        for swatch, kind in self._marks:
            swatch.setPixmap(class_mark(kind))


def class_mark(kind: int | None, width: int = 22, height: int = 16) -> QPixmap:
    """A small picture of a class: its fill and its shape."""
    tokens = theme.tokens()
    sharpness = screen_sharpness()
    drawn = QPixmap(round(width * sharpness), round(height * sharpness))
    drawn.setDevicePixelRatio(sharpness)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rect = QRectF(0.5, 0.5, width - 1, height - 1)
    painter.setBrush(fill_of(kind))
    painter.setPen(QPen(tokens.line_strong if kind in (CALM, None) else Qt.GlobalColor.transparent, 1))
    painter.drawRoundedRect(rect, 3, 3)
    if kind is not None:
        draw_sign(painter, rect.center(), 4.0, kind, text_on(kind))
    painter.end()
    return drawn
