"""Where outcomes fell in the forecasts' distribution, in tenths: each holds a tenth when the intervals are honest."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.text import number, tr

if TYPE_CHECKING:
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.ui.paper_plot import Box
    from sundhedsklynge.ui.paper_sheet import Sheet
    from sundhedsklynge.ui.picture import Picture

_LEAST_HEIGHT = 120  # pixels
_HONEST, _LEAST_TOP = 0.10, 0.23  # share of each tenth; what the axis shows at least


class TenthsChart(FramedChart):
    """Ten bars, and a line at a tenth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._axes = {"bottom": pg.AxisItem("bottom"), "left": pg.AxisItem("left")}
        super().__init__(self._axes, _LEAST_HEIGHT, parent)
        self._shares: Floats | None = None
        self._place, self._told_source, self._as_of, self._is_demo = "", "", dt.date.min, False

    def show_shares(self, tenths: Floats, place: str, source: str, as_of: dt.date, *, is_demo: bool = False) -> None:
        """Draws the share of outcomes in each tenth (10,)."""
        self._shares = tenths
        self._place, self._told_source, self._as_of, self._is_demo = place, source, as_of, is_demo
        title = tr("Hvor tallene faldt i fordelingen")
        foot = tr("Kilde: {source} · opgjort pr. {day}", source=source, day=text.date(as_of))
        self.show_words(title, foot, title, self.summary())

    def places(self) -> int:
        return 0 if self._shares is None else len(self._shares)

    def said(self, place: int | None) -> str:
        assert self._shares is not None
        if place is None:
            return tr("Ærlige intervaller giver 10 % i hver")
        share = number(100 * float(self._shares[place]))
        return tr("Tiendedel {place} fra lavest: {share} % af ugerne", place=place + 1, share=share)

    def summary(self) -> str:
        """All tenths in one line."""
        shares = () if self._shares is None else self._shares.tolist()
        told = ", ".join(number(100 * share) for share in shares)
        return tr("Tiendedele fra lavest til højest, i %: {shares}. Ærlige intervaller giver 10 i hver.", shares=told)

    def draw(self, t: theme.Tokens) -> None:
        assert self._shares is not None
        x = np.arange(len(self._shares), dtype=float)
        self.plot.addItem(pg.BarGraphItem(x=x, height=100 * self._shares, width=0.8, brush=t.accent, pen=None))
        honest = pg.mkPen(t.text, width=1, style=Qt.PenStyle.DashLine)
        self.plot.addItem(pg.InfiniteLine(100 * _HONEST, angle=0, pen=honest))
        view = self.plot.getViewBox()
        view.setXRange(-0.9, len(x) - 0.1, padding=0)
        view.setYRange(0, 100 * self._top(), padding=0)
        for axis in self._axes.values():
            axis.setStyle(hideOverlappingLabels=False)
        self._axes["left"].setTicks([[(share, f"{share:.0f} %") for share in (0.0, 10.0, 20.0)]])
        self._axes["bottom"].setTicks([[(float(place), said) for place, said in _ends()]])

    def picture(self) -> Picture | None:
        from sundhedsklynge.ui.picture import Picture

        shares = self._shares
        if shares is None:
            return None
        title = tr("Hvor tallene faldt i prognosens fordeling (procent af ugerne): {place}", place=self._place)
        source = tr("Kilde: {source}", source=self._told_source)
        told = tr("Opgjort pr. {day}.", day=text.date(self._as_of))
        top = self._top()

        def draw(sheet: Sheet, box: Box) -> None:
            _draw_on_paper(sheet, box, shares, top)

        return Picture(title, self.summary(), source, told, self._as_of, draw, self._is_demo)

    def _top(self) -> float:
        assert self._shares is not None
        return max(_LEAST_TOP, 1.1 * float(self._shares.max()))


def _draw_on_paper(sheet: Sheet, box: Box, shares: Floats, top: float) -> None:
    from sundhedsklynge.ui.paper_plot import Dashed, Plot

    x, y, width, height = box
    plot = Plot(sheet, x + 14, y + 3, width - 14, height - 10, len(shares), 0.0, top)
    plot.grid(0.05, lambda share: f"{number(100 * share)} %", 9)
    for place, share in enumerate(shares.tolist()):
        plot.bar(place, share, 0.8, theme.LIGHT.accent)
    plot.steps([_HONEST] * len(shares), theme.LIGHT.text, 0.35, style=Dashed)
    for place, said in _ends():
        plot.under(place, said, 9, 0)


def _ends() -> tuple[tuple[int, str], ...]:
    """Words under some of the tenths."""
    return (0, tr("lavere")), (4, tr("som ventet")), (9, tr("højere"))
