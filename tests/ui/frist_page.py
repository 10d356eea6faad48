"""The deadline page as its tests look at it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from sundhedsklynge.ui.pages import FRIST
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace

HILLEROED = 219
NAN = float("nan")
AS_OF = dt.date(2026, 11, 23)
WEEKS = [dt.date(2026, 12, 14), dt.date(2026, 12, 21), dt.date(2026, 12, 28), dt.date(2027, 1, 4)]
LIMITS = (0.05, 0.20, 0.50)


def copy_of(database: str, folder: Path) -> Workspace:
    """A database, copied, so that a test may change it; the window closes it."""
    path = folder / "egen_kopi.sqlite"
    path.write_bytes(Path(database).read_bytes())
    return Workspace.open(str(path))


def frist(window: MainWindow, municipality: int | None) -> FristPage:
    """The page on a municipality, or on all."""
    window.show_page(FRIST)
    window.session.choose(Scope(window.session.scope.area, municipality))
    made = window.current_page
    assert isinstance(made, FristPage)
    return made


def room(page: FristPage) -> Workspace:
    assert page.session.workspace is not None
    return page.session.workspace


def planned(page: FristPage) -> list[float]:
    """The slots as the editor shows them."""
    return list(page.desk.slots.slots_model.content.rows[0].slots)


def column(table: QTableView, title: str) -> list[str]:
    """What a table shows in the column headed `title`."""
    model = table.model()
    titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
    at = titles.index(title)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]
