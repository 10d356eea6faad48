"""How tests look at any page: shown, its room, and what stands in a column of a table."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace

Shown = TypeVar("Shown", bound=Page)


def shown(window: MainWindow, name: str, kind: type[Shown]) -> Shown:
    """The page of that name, in front."""
    window.show_page(name)
    page = window.current_page
    assert isinstance(page, kind)
    return page


def room(page: Page) -> Workspace:
    """The workspace the page looks at."""
    assert page.session.workspace is not None
    return page.session.workspace


def column(table: QTableView, title: str) -> list[str]:
    """What a table shows in the column headed `title`."""
    model = table.model()
    titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
    at = titles.index(title)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]
