"""The deadline page as its tests look at it."""

from __future__ import annotations

import datetime as dt

from sundhedsklynge.ui.pages import FRIST
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from tests.ui.reading import shown

HILLEROED = 219
NAN = float("nan")
AS_OF = dt.date(2026, 11, 23)
WEEKS = [dt.date(2026, 12, 14), dt.date(2026, 12, 21), dt.date(2026, 12, 28), dt.date(2027, 1, 4)]
LIMITS = (0.05, 0.20, 0.50)


def frist(window: MainWindow, municipality: int | None) -> FristPage:
    """The page on a municipality, or on all."""
    page = shown(window, FRIST, FristPage)
    window.session.choose(Scope(window.session.scope.area, municipality))
    return page


def planned(page: FristPage) -> list[float]:
    """The slots as the editor shows them."""
    return list(page.desk.slots.slots_model.content.rows[0].slots)
