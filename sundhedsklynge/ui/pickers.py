"""Combo box and date field with our own arrow: a style sheet that sets their borders takes Fusion's arrow away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QDateEdit, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.painting import fields


def _draw_arrow(on: QWidget) -> None:
    painter = QPainter(on)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    tokens = theme.tokens()
    painter.setPen(QPen(tokens.muted if on.isEnabled() else tokens.line_strong, 1.5))
    middle = QPointF(on.width() - 13, on.height() / 2)
    painter.drawPolyline([middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)])
    painter.end()


class Picker(QComboBox):
    """Chooses one of a list. A choice longer than its place is told whole in the tooltip."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut():
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def is_cut(self) -> bool:
        """Whether the choice does not fit in its place."""
        return self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()

    def showPopup(self) -> None:
        if self.count() <= self.maxVisibleItems():
            self._give_every_row_room()
        super().showPopup()

    def _give_every_row_room(self) -> None:
        """Qt forgets the margins of the popup where a style sheet dresses it, and cuts the last row."""
        view, popup = self.view(), self.view().parentWidget()
        layout = popup.layout() if popup is not None else None
        if popup is None or layout is None:
            return
        view.ensurePolished()
        parts = [layout.itemAt(i) for i in range(layout.count())]
        margins = [part.sizeHint().height() for part in parts if part is not None and part.spacerItem() is not None]
        rows = [view.sizeHintForRow(row) for row in range(self.count())]
        popup.setMinimumHeight(sum(rows) + sum(margins) + 2 * view.frameWidth())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        said = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, self._room())
        fields(option).currentText = said
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()
        _draw_arrow(self)

    def _room(self) -> int:
        option, part = QStyleOptionComboBox(), QStyle.SubControl.SC_ComboBoxEditField
        self.initStyleOption(option)
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()


class DayPicker(QDateEdit):
    """Chooses a day, typed or from a calendar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # With a calendar Qt asks the combo box's style for the part under the mouse and reads its frame as the button one up.
        self.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self._gone_on_to = QDateEdit.Section.NoSection  # the part Qt went on to by itself, at the key before

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A dot right after the digits of a part is part of the date: Qt has gone on to the next part already, and would skip it."""
        section, gone_on_to = self.currentSection(), self._gone_on_to
        self._gone_on_to = QDateEdit.Section.NoSection
        if event.text() in {".", "-", "/"} and section == gone_on_to:
            return
        super().keyPressEvent(event)
        if event.text().isdigit() and self.currentSection() != section:
            self._gone_on_to = self.currentSection()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)
