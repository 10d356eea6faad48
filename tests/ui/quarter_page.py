"""The quarter page as its tests look at it."""

from __future__ import annotations

from sundhedsklynge.ui.pages import KVARTAL
from sundhedsklynge.ui.pages.kvartal import KvartalPage
from sundhedsklynge.ui.pages.kvartal_indicators import IndicatorsPart
from sundhedsklynge.ui.tables import TableView
from sundhedsklynge.ui.window import MainWindow
from tests.ui.reading import shown

HILLEROED, NORTH = 219, ("klynge", "H-NORD")
COVERED, CONTACTS, HOMES, COMPLETE = (
    "behandling72_daekning",
    "behandling72_kontakter",
    "plejehjem_laege",
    "gop_komplet",
)


def opened(window: MainWindow) -> KvartalPage:
    return shown(window, KVARTAL, KvartalPage)


def beside(part: IndicatorsPart, indicator: str, view: str) -> TableView:
    part.choose(indicator)
    part.beside.views.button(view).click()
    return part.beside.table
