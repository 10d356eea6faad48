"""The frame all charts stand in: a rounded surface whose border tells of the keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sundhedsklynge.ui import theme


class FramedChart(QWidget):
    """A chart's widget; subclasses lay out and draw what is inside."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, focused = theme.tokens(), self.hasFocus()
        pen = QPen(tokens.accent if focused else tokens.line, theme.FOCUS_WIDTH if focused else 1)
        painter = QPainter(self)
        painter.setBrush(tokens.surface)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()
