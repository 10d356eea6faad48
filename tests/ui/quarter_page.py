"""The quarter page as its tests look at it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from sundhedsklynge.ui.pages import KVARTAL
from sundhedsklynge.ui.pages.kvartal import KvartalPage
from sundhedsklynge.ui.pages.kvartal_indicators import IndicatorsPart
from sundhedsklynge.ui.tables import TableView
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace

HILLEROED, NORTH = 219, ("klynge", "H-NORD")
COVERED, CONTACTS, HOMES, COMPLETE = (
    "behandling72_daekning",
    "behandling72_kontakter",
    "plejehjem_laege",
    "gop_komplet",
)


def opened(window: MainWindow) -> KvartalPage:
    window.show_page(KVARTAL)
    page = window.current_page
    assert isinstance(page, KvartalPage)
    return page


def room(page: KvartalPage) -> Workspace:
    assert page.session.workspace is not None
    return page.session.workspace


def column(table: QTableView, title: str) -> list[str]:
    """What a table shows in the column headed `title`."""
    model = table.model()
    titles = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(model.columnCount())]
    at = titles.index(title)
    return [str(model.index(row, at).data()) for row in range(model.rowCount())]


def beside(part: IndicatorsPart, indicator: str, view: str) -> TableView:
    part.choose(indicator)
    part.beside.views.button(view).click()
    return part.beside.table
