"""Splitters and columns of pages as the user left them. Apart from the rest of the layout: the first paint needs no tables."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.layout import WIDEST, layout_settings, remember, remembered


class PartsMemory(QObject):
    """Remembers how the user divided pages and how wide he drew the columns of tables."""

    def follow(self, page: str, widget: QWidget) -> None:
        """Puts the parts of a page as they were left, and keeps what the user changes. Parts known already are passed by."""
        for place, splitter in enumerate(widget.findChildren(QSplitter)):
            if _is_new(splitter):
                _follow_splitter(f"splitters/{page}/{place}", splitter)
        for table in widget.findChildren(QTableView):
            if table.accessibleName() and _is_new(table):
                name = table.accessibleName().replace("/", "-")
                _Columns(f"columns/{page}/{name}", table.horizontalHeader())


def _is_new(widget: QWidget) -> bool:
    known = bool(widget.property("remembered"))
    widget.setProperty("remembered", True)
    return not known


def _follow_splitter(key: str, splitter: QSplitter) -> None:
    sizes = [int(size) for size in remembered(key).split()]
    if len(sizes) == splitter.count():
        splitter.setSizes(sizes)
    splitter.splitterMoved.connect(lambda *_: remember(key, " ".join(map(str, splitter.sizes()))))


class _Columns(QObject):
    """The columns of one table. Pages set widths anew whenever they show other data; a width the user drew wins over theirs.

    A column is known by its heading. One whose heading has a figure in it (a week) is another next week and is not remembered.
    """

    def __init__(self, group: str, head: QHeaderView) -> None:
        super().__init__(head)
        self._group = group
        self._head = head
        self._widths = _widths(group)
        self._is_drawing = False  # the user is, now
        self._is_putting_back = False
        head.viewport().installEventFilter(self)
        head.sectionResized.connect(self._on_resized)
        head.sectionCountChanged.connect(lambda *_: self._put_all_back())
        self._put_all_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._is_drawing = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_drawing = False
        return False

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if not self._is_drawing:
            self._put_back(column)
        elif (heading := self._heading(column)) and theme.TARGET <= width <= WIDEST:
            self._widths[heading] = width
            remember(f"{self._group}/{heading}", width)

    def _put_all_back(self) -> None:
        for column in range(self._head.count()):
            self._put_back(column)

    def _put_back(self, column: int) -> None:
        if self._is_putting_back or not self._widths:
            return
        width = self._widths.get(self._heading(column))
        if width is not None and self._head.sectionSize(column) != width:
            self._is_putting_back = True
            self._head.resizeSection(column, width)
            self._is_putting_back = False

    def _heading(self, column: int) -> str:
        """The heading of a column that the user can draw and that is there next time too, else nothing."""
        if self._head.sectionResizeMode(column) != QHeaderView.ResizeMode.Interactive:
            return ""
        heading = str(self._head.model().headerData(column, Qt.Orientation.Horizontal) or "").replace("/", "-").strip()
        return "" if re.search(r"\d", heading) else heading


def _widths(group: str) -> dict[str, int]:
    """The remembered widths of a table's columns by heading."""
    settings = layout_settings()
    settings.beginGroup(group)
    widths = {heading: remembered(f"{group}/{heading}") for heading in settings.childKeys()}
    return {heading: int(width) for heading, width in widths.items() if width}
