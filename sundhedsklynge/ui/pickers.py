"""Combo box and date field with our own arrow: a style sheet that sets their borders takes Fusion's arrow away."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QComboBox,
    QDateEdit,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from sundhedsklynge.domain.dates import typed_day
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.text import tr

_CALENDAR = QSize(400, 270)  # pixels in which no weekday and no week is cut


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
    """Chooses a day, typed or from a calendar. What is typed is read as a whole when it is done, as `domain.dates.typed_day` reads it:
    Qt takes figures part by part instead, wherever the cursor stands, and makes another day of them without a word.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # With a calendar Qt asks the combo box's style for the part under the mouse and reads its frame as the button one up.
        self.setButtonSymbols(QDateEdit.ButtonSymbols.NoButtons)
        self.setDisplayFormat("dd.MM.yyyy")
        self.setCalendarPopup(True)
        self._typed = ""
        self._part = 0  # of day, month and year, the one in which the typing began
        self._day = 0  # typed, and kept for a month that has as many days
        self._over = QLabel(self.lineEdit())
        self._over.setProperty("kind", "typed")
        self._over.hide()
        self.lineEdit().installEventFilter(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        said = event.text()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._begin()
            self._show(QGuiApplication.clipboard().text().strip())
            self._take()
        elif said and said in "0123456789.-/":
            self._begin()
            self._show(self._typed + said)
        elif self._typed and event.key() == Qt.Key.Key_Backspace:
            self._show(self._typed[:-1])
        elif self._typed and event.key() == Qt.Key.Key_Escape:
            self._show("")
        elif self._typed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            self._take()
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self._take()
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress:
            self._take()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._take()
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setMinimumSize(theme.scaled(_CALENDAR.width()), theme.scaled(_CALENDAR.height()))
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._take()
        self._day = 0
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_arrow(self)

    def _begin(self) -> None:
        if not self._typed:
            whole = self.lineEdit().selectedText() == self.lineEdit().text()
            parts = (self.Section.DaySection, self.Section.MonthSection, self.Section.YearSection)
            self._part = parts.index(self.currentSection()) if not whole and self.currentSection() in parts else 0

    def _show(self, typed: str) -> None:
        """Shows what is typed so far, over the day; nothing is the day again."""
        self._typed = typed
        self._over.setVisible(bool(typed))
        self._over.setText(f"{typed}|")
        self._over.setGeometry(self.lineEdit().rect())

    def _take(self) -> None:
        """Takes the day that was typed, if it is one that can be chosen."""
        typed = self._typed
        if not typed:
            return
        now = self.date()
        shown = (self._day or now.day(), now.month(), now.year())
        found = typed_day(typed, shown, self._part)
        self._show("")
        day = QDate(found[0].year, found[0].month, found[0].day) if found else QDate()
        if found is None or not self.minimumDate() <= day <= self.maximumDate():
            said = tr("Dagen kan ikke vælges. Skriv den som 07.12.2026.")
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), said, self)
            return
        self._day = found[1]
        self.setDate(day)


def day_picker(name: str) -> DayPicker:
    """A field for a day, today at first."""
    made = DayPicker()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumWidth(theme.scaled(120))
    made.setDate(QDate.currentDate())
    return made


def day_of(field: DayPicker) -> dt.date:
    """The day in a field."""
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())


def put_day(field: DayPicker, day: dt.date) -> None:
    """Puts a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))
