"""How content gets the room it needs, at any size of window and type: rows that break, text that is never cut, what scrolls.

None of these asks for height for width: Qt passes that through nested widgets as the preferred height, never the least, and a page
would scroll that could have shrunk. Each keeps its least height in step with its width instead.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QScrollArea, QStackedWidget, QWidget


class WrappedLabel(QLabel):
    """Text in as many lines as its width makes of it; no layout can give it less."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._needed())

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _needed(self) -> int:
        return self.heightForWidth(self.width()) if self.text() else 0


class _Lines(QLayout):
    """Items side by side, broken into lines like words; the stretching one takes what a line has left."""

    def __init__(self, parent: QWidget, gap: int, line_gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._stretching: QWidget | None = None
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def stretch(self, widget: QWidget) -> None:
        self._stretching = widget

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # Qt asks beyond the end and takes a null
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # the same
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0), max((size.height() for size in shown), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.place(rect, move=True)

    def place(self, rect: QRect, *, move: bool) -> int:
        """Puts the items into `rect` if they are to be moved; the height of all lines together."""
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        left = rect.width()
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), rect.width())
            if lines[-1] and width > left:
                lines.append([])
                left = rect.width()
            lines[-1].append((item, width))
            left -= width + self._gap
        top = rect.top()
        for line in lines:
            height = max((item.sizeHint().height() for item, _ in line), default=0)
            if move:
                self._place_line(line, QRect(rect.left(), top, rect.width(), height))
            top += height + self._line_gap
        return top - self._line_gap - rect.top()

    def _place_line(self, line: list[tuple[QLayoutItem, int]], room: QRect) -> None:
        spare = room.width() - sum(width for _, width in line) - self._gap * (len(line) - 1)
        x = room.left()
        for item, width in line:
            wide = width + (spare if item.widget() is self._stretching else 0)
            high = min(item.sizeHint().height(), room.height())
            item.setGeometry(QRect(QPoint(x, room.top() + (room.height() - high) // 2), QSize(wide, high)))
            x += wide + self._gap


class WrapRow(QWidget):
    """A row of widgets that breaks into lines where it is wider than its place."""

    def __init__(self, gap: int, line_gap: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = _Lines(self, gap, gap if line_gap is None else line_gap)

    def add(self, widget: QWidget, *, stretch: bool = False) -> None:
        """Puts a widget at the end; the one that stretches takes what its line has left."""
        self.lines.addWidget(widget)
        if stretch:
            self.lines.stretch(widget)

    def sizeHint(self) -> QSize:
        return QSize(self.lines.sizeHint().width(), self._needed())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.lines.minimumSize().width(), self._needed())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _needed(self) -> int:
        return self.lines.place(self.rect(), move=False)


class Stack(QStackedWidget):
    """Asks for the room of the widget it shows, not of the largest it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()


class Scrolled(QScrollArea):
    """Shows a widget whole; scrolls where there is less room than it needs at least. Not a stop of the Tab key."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = _Column(content)
        self.setViewport(QWidget())  # ours has no ground of its own; to ask for Qt's takes PySide 20 ms the first time
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._column)
        self._column.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return self._column.content.sizeHint()


class _Column(QWidget):
    """Fits its one child into itself, without a layout and its height for width."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.content = content
        content.setParent(self)
        content.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        return self.content.minimumSizeHint().expandedTo(self.content.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.content.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False
