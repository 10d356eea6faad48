"""Combo box and date field with our own arrow: a style sheet that sets their borders takes Fusion's arrow away."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from sundhedsklynge.ui import theme


def _draw_arrow(on: QWidget) -> None:
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens()
    painter.setPen(QPen(tokens.muted if on.isEnabled() else tokens.line_strong, 1.5))
    middle = QPointF(on.width() - 13, on.height() / 2)
    painter.drawPolyline([middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)])
    painter.end()


class Picker(QComboBox):
    """Chooses one of a list."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)


class DayPicker(QDateEdit):
    """Chooses a day, typed or from a calendar."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)
