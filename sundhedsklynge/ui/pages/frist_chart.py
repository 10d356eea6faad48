"""Arrivals and deadlines against slots, with those who wait: a chart, and the same as a table."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.charts import CountAxis, WeekAxis
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import number, short_week, tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.picture import Picture

Floats = NDArray[np.float64]
_LEAST_HEIGHT = 96  # pixels


@dataclass(frozen=True)
class QueueData:
    """Plans received, deadlines that expire, slots and people waiting as the week begins, all (W,), NaN not known.

    changed: slots and waiting (W,) of the scenario looked at, with its name; None where there is none. counted: those who wait as the first
    week begins have been counted, so that their number is whole.
    """

    title: str
    source: str
    as_of: dt.date
    weeks: Sequence[dt.date]
    received: Floats
    deadlines: Floats
    slots: Floats
    waiting: Floats
    changed: tuple[str, Floats, Floats] | None = None
    is_demo: bool = False
    counted: bool = False

    def sentence(self, index: int) -> str:
        """The week `index` in words."""
        parts = [
            tr("modtager {count}", count=number(float(self.received[index]), 1)),
            tr("{count} frister udløber", count=number(float(self.deadlines[index]), 1)),
            tr("{count} pladser", count=number(float(self.slots[index]))),
            tr("{count} venter ved ugens start", count=self._people(self.waiting, index)),
        ]
        if self.changed is not None:
            name, slots, waiting = self.changed
            parts.append(
                tr(
                    "{name}: {slots} pladser, {waiting} venter",
                    name=name,
                    slots=number(float(slots[index])),
                    waiting=self._people(waiting, index),
                )
            )
        return f"{text.week(self.weeks[index])}: {' · '.join(parts)}"

    def summary(self) -> str:
        """The chart in one line, for those who do not see it."""
        most = self.waiting
        if np.isnan(most).all():
            return tr("Pladser mangler, så antallet af ventende kendes ikke.")
        peak = int(np.nanargmax(most))
        return tr(
            "Forventet {received} planer mod {slots} pladser i {count} uger; flest venter i {week}: {waiting}",
            received=number(float(np.nansum(self.received))),
            slots=number(float(np.nansum(self.slots))),
            count=len(self.weeks),
            week=text.week(self.weeks[peak]),
            waiting=self._people(most, peak),
        )

    @property
    def highest(self) -> float:
        """The highest value drawn."""
        series = (self.received, self.deadlines, self.slots, self.waiting, *(self.changed[1:] if self.changed else ()))
        return max([4.0, *(float(np.nanmax(s)) for s in series if not np.isnan(s).all())])

    def labels(self, t: theme.Tokens) -> list[tuple[str, float, QColor]]:
        """Words, value and colour of the direct labels, each at the last value known (NaN: at none), the most needed first."""
        entries = [(tr("● venter"), self.waiting, t.text)]
        if self.changed is not None:
            entries.append((tr("○ venter, ændret"), self.changed[2], t.text))
        entries.append((tr("modtager"), self.received, t.accent))
        entries += [(tr("frister"), self.deadlines, t.muted), (tr("pladser"), self.slots, t.muted)]
        known = [(said, values[~np.isnan(values)], color) for said, values, color in entries]
        return [(said, float(values[-1]) if len(values) else math.nan, color) for said, values, color in known]

    def columns(self) -> tuple[list[Column], list[str]]:
        """The table twin: a column for each week, and the row heads."""
        heads = [tr("Modtager"), tr("Frister udløber"), tr("Pladser"), tr("Venter")]
        series = [(self.received, _mean), (self.deadlines, _mean), (self.slots, _whole), (self.waiting, self._people)]
        if self.changed is not None:
            heads += [tr("Pladser, ændret"), tr("Venter, ændret")]
            series += [(self.changed[1], _whole), (self.changed[2], self._people)]
        columns = [
            Column(
                short_week(week),
                [show(values, w) for values, show in series],
                numeric=True,
                tip=lambda said, week=week: f"{text.week(week)}: {said}",
            )
            for w, week in enumerate(self.weeks)
        ]
        return columns, heads

    def _people(self, waiting: Floats, index: int) -> str:
        """Those who wait: whole where they were counted."""
        return _whole(waiting, index) if self.counted and index == 0 else _mean(waiting, index)


def _whole(values: Floats, index: int) -> str:
    return number(float(values[index]))


def _mean(values: Floats, index: int) -> str:
    return number(float(values[index]), 1)


class QueueChart(FramedChart):
    """Slots as bars, plans received as a line, deadlines as a broken line, people waiting as dots; read by mouse and keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._weeks_axis = WeekAxis()
        super().__init__({"bottom": self._weeks_axis, "left": CountAxis()}, _LEAST_HEIGHT, parent)
        self.shown: QueueData | None = None

    def lay_out(self) -> None:
        self.source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.readout.setProperty("kind", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE_M)
        head.addWidget(self.title, 4)
        head.addWidget(self.source, 5)
        box.addLayout(head)
        box.addWidget(self.readout)
        box.addWidget(self.plot, 1)

    def show_data(self, data: QueueData) -> None:
        """Draws `data`."""
        self.shown = data
        source = tr("Kilde: {source} · opgjort pr. {day}", source=data.source, day=text.date(data.as_of))
        self.show_words(data.title, source, data.title, data.summary())

    def places(self) -> int:
        return len(self.shown.weeks) if self.shown else 0

    def said(self, place: int | None) -> str:
        assert self.shown is not None
        return self.shown.sentence(place or 0)

    def picture(self) -> Picture | None:
        from sundhedsklynge.ui.pages.frist_paper import queue_picture

        return queue_picture(self.shown) if self.shown else None

    def make_room(self) -> None:
        self.spread(-0.6, self.places() - 0.5)

    def draw(self, t: theme.Tokens) -> None:
        data, plot = self.shown, self.plot
        assert data is not None
        view = plot.getViewBox()
        x = np.arange(len(data.weeks), dtype=float)
        highest = data.highest * 1.08
        self._weeks_axis.set_weeks(data.weeks, 0)
        self.axis_rows(2)
        view.setYRange(0, highest, padding=0)
        known = ~np.isnan(data.slots)
        bars = pg.BarGraphItem(
            x=x[known], height=data.slots[known], width=0.78, brush=t.faded(t.line_strong, 0.28), pen=None
        )
        plot.addItem(bars)
        for week in np.flatnonzero(~known):
            self.shade(int(week), 0, highest, t.hatch())
        self._steps(x, data.slots, pg.mkPen(t.line_strong, width=1))
        self._curve(x, data.deadlines, pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine))
        self._curve(x, data.received, pg.mkPen(t.accent, width=2))
        self._dots(x, data.waiting, t.text, filled=True)
        if data.changed is not None:
            self._steps(x, data.changed[1], pg.mkPen(t.text, width=1, style=Qt.PenStyle.DotLine))
            self._dots(x, data.changed[2], t.text, filled=False)
        for said, value, color in data.labels(t):
            self.label(said, value, color)

    def _curve(self, x: Floats, values: Floats, pen: object) -> None:
        self.plot.plot(x, values, pen=pen, antialias=True, connect="finite")

    def _steps(self, x: Floats, values: Floats, pen: object) -> None:
        edges = np.column_stack([x - 0.39, x + 0.39, x + 0.39]).ravel()
        levels = np.column_stack(
            [values, values, np.full_like(values, np.nan)]
        ).ravel()  # one item draws faster than many
        self.plot.addItem(pg.PlotCurveItem(edges, levels, pen=pen, connect="finite"))

    def _dots(self, x: Floats, values: Floats, color: QColor, *, filled: bool) -> None:
        known = ~np.isnan(values)
        pen, brush = pg.mkPen(color, width=1.4), pg.mkBrush(color) if filled else None
        dots = pg.ScatterPlotItem(x[known], values[known], size=7, pen=pen, brush=brush, antialias=True)
        self.plot.addItem(dots)
