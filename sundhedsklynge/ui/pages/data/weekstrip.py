"""A hospital's weeks in one line: shared, not due, late, missing; each by shape, the word in the tooltip and the legend."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import VALUE_ROLE, AnyIndex
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.coverage.openness import WeekMark

SHARED, AGREED, LATE, MISSING = "delt", "ikke ventet", "sen", "mangler"  # as `coverage.openness`, which loads numpy
_GAP, _EDGE = 2.0, 6.0


def week_mark_said(mark: WeekMark) -> str:
    """`uge 48, 2026: delt`."""
    return f"{text.week(mark.week)}: {translated(mark.status)}"


def strip_said(marks: Sequence[WeekMark]) -> str:
    """How many weeks are of each kind, in words."""
    counts = {status: sum(mark.status == status for mark in marks) for status in (SHARED, AGREED, LATE, MISSING)}
    told = ", ".join(f"{count} {translated(status)}" for status, count in counts.items() if count)
    return tr("{weeks} uger: {told}", weeks=len(marks), told=told)


def draw_mark(painter: QPainter, rect: QRectF, status: str) -> None:
    """One week."""
    tokens = theme.tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    if status == SHARED:
        painter.setBrush(tokens.calm)
        painter.drawRect(rect)
    elif status == LATE:
        painter.setBrush(tokens.watch)
        painter.drawRect(rect)
        middle = rect.center()
        reach = min(3.5, rect.width() / 2 - 1)
        painter.setBrush(tokens.on_watch)
        corners = [QPointF(-reach, reach), QPointF(reach, reach), QPointF(0, -reach)]
        painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    elif status == MISSING:
        painter.fillRect(rect, tokens.hatch())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(tokens.line_strong, 1))
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    else:
        painter.setBrush(tokens.line_strong)
        painter.drawEllipse(rect.center(), 1.6, 1.6)


class StripDelegate(QStyledItemDelegate):
    """Draws a cell's list of `WeekMark`; the tooltip tells of the week under the pointer."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        marks: Sequence[WeekMark] = index.data(VALUE_ROLE) or ()
        rect = QRectF(fields(option).rect)
        painter.save()
        if fields(option).state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.tokens().selection)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, mark in enumerate(marks):
            draw_mark(painter, _place(rect, at, len(marks)), mark.status)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        marks: Sequence[WeekMark] = index.data(VALUE_ROLE) or ()
        if event.type() != QEvent.Type.ToolTip or not marks:
            return super().helpEvent(event, view, option, index)
        rect = QRectF(fields(option).rect)
        at = int((event.pos().x() - rect.left() - _EDGE) / _step(rect, len(marks)))
        if 0 <= at < len(marks):
            QToolTip.showText(event.globalPos(), week_mark_said(marks[at]), view)
        return True


class StripLegend(QWidget):
    """What the shapes mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_XS)
        self._marks: list[tuple[QLabel, str]] = []
        for status, said in (
            (SHARED, tr("delt")),
            (AGREED, tr("ikke ventet i ugen")),
            (LATE, tr("sen")),
            (MISSING, tr("mangler")),
        ):
            swatch = label()
            self._marks.append((swatch, status))
            row.addWidget(swatch)
            row.addWidget(label(said, "small"))
            row.addSpacing(theme.SPACE_S)
        row.addStretch(1)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_marks"):
            self._redraw()

    def _redraw(self) -> None:
        for swatch, status in self._marks:
            drawn = QPixmap(14, 16)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_mark(painter, QRectF(1, 1, 11, 14), status)
            painter.end()
            swatch.setPixmap(drawn)


def _step(rect: QRectF, count: int) -> float:
    return min(16.0, (rect.width() - 2 * _EDGE) / max(1, count))


def _place(rect: QRectF, at: int, count: int) -> QRectF:
    step = _step(rect, count)
    return QRectF(rect.left() + _EDGE + at * step, rect.top() + 7, step - _GAP, rect.height() - 14)
