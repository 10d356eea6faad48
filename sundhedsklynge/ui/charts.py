"""The fan chart: what came, what is expected with its bands, what is booked.

Direct labels instead of a legend, zero-based, Danish axes, read by mouse and by keys.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sundhedsklynge.domain.calendar import is_closed
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.page import ElidedLabel, label
from sundhedsklynge.ui.text import tr

Floats = NDArray[np.float64]
BANDS = ((95, 0, 8), (80, 2, 6), (50, 3, 5))  # coverage and the columns of its ends among the nine quantiles
MEDIAN = 4
_LABEL_ROOM = 3.2  # weeks of space at the right for the direct labels


@dataclass(frozen=True)
class FanData:
    """One fan chart: history (H,) counts of the `past` Mondays; mean, booked (W,); quantiles (W, 9). NaN is missing."""

    title: str
    source: str
    as_of: dt.date
    past: Sequence[dt.date]
    history: Floats
    weeks: Sequence[dt.date]
    mean: Floats
    quantiles: Floats
    booked: Floats

    @property
    def all_weeks(self) -> list[dt.date]:
        """Every week on the axis."""
        return [*self.past, *self.weeks]

    def sentence(self, index: int) -> str:
        """The week `index` of `all_weeks`, in words."""
        monday = self.all_weeks[index]
        parts: list[str] = []
        closed = closed_days(monday)
        if index < len(self.past):
            parts.append(tr("modtaget {count}", count=text.number(float(self.history[index]))))
        else:
            w = index - len(self.past)
            q = self.quantiles[w]
            parts.append(tr("forventet {mean}", mean=text.number(float(self.mean[w]), 1)))
            parts.append(tr("80 % mellem {span}", span=text.interval(float(q[2]), float(q[6]))))
            parts.append(tr("95 % mellem {span}", span=text.interval(float(q[0]), float(q[8]))))
            if not math.isnan(self.booked[w]):
                parts.append(_booked(float(self.booked[w])))
        if closed == 1:
            parts.append(tr("1 lukkedag"))
        elif closed:
            parts.append(tr("{count} lukkedage", count=closed))
        return f"{text.week(monday)}: {' · '.join(parts)}"


def _booked(count: float) -> str:
    return tr("booket 1 operation") if count == 1 else tr("booket {count} operationer", count=text.number(count))


def closed_days(monday: dt.date) -> int:
    """How many of the five weekdays of a week are closed."""
    return sum(is_closed(monday + dt.timedelta(days=day)) for day in range(5))


class WeekAxis(pg.AxisItem):
    """`u48` under each tick, the ISO year under the first of each year. Position 0 is the first week given."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._weeks: Sequence[dt.date] = ()
        self._anchor = 0

    def set_weeks(self, weeks: Sequence[dt.date], anchor: int) -> None:
        """The Mondays at positions 0, 1, 2 ...; the week at `anchor` always has its tick."""
        self._weeks = weeks
        self._anchor = anchor
        self.picture = None
        self.update()

    def tickValues(  # the parameters are pyqtgraph's
        self,
        minVal: float,  # noqa: N803
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, list[float]]]:
        width = max(1.0, size / max(1.0, maxVal - minVal))
        every = next((step for step in (1, 2, 4, 8, 13, 26) if step * width >= 34), 52)
        return [(float(every), [float(i) for i in range(self._anchor % every, len(self._weeks), every)])]

    def tickStrings(  # pyright: ignore[reportIncompatibleMethodOverride]  # called by position only
        self, values: Sequence[float], *_: float
    ) -> list[str]:
        strings: list[str] = []
        year_before: int | None = None
        for value in values:
            monday = self._weeks[int(value)]
            year = monday.isocalendar().year
            strings.append(f"{text.short_week(monday)}\n{year if year != year_before else ' '}")
            year_before = year
        return strings


class CountAxis(pg.AxisItem):
    """Whole Danish numbers."""

    def __init__(self) -> None:
        super().__init__("left")

    def tickSpacing(
        self,
        minVal: float,  # noqa: N803
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, float]]:
        wanted = max(1.0, (maxVal - minVal) / max(2.0, size / 44))
        power = 10 ** math.floor(math.log10(wanted))
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted)
        return [(max(1.0, step), 0.0)]

    def tickStrings(  # pyright: ignore[reportIncompatibleMethodOverride]  # called by position only
        self, values: Sequence[float], *_: float
    ) -> list[str]:
        return [text.number(value) for value in values]


class FanChart(FramedChart):
    """History dots, the median with 50/80/95 % bands, booked operations as thin bars, the as-of day, closed weeks."""

    week_looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shown: FanData | None = None
        self._cursor: int | None = None
        self._labels: list[tuple[pg.TextItem, float]] = []
        self._title = ElidedLabel("", "strong")
        self._readout = ElidedLabel("", "muted")
        self._foot = ElidedLabel("", "small")
        self._why_empty = label("", "muted", wrap=True)
        self._why_empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._weeks_axis = WeekAxis()
        self._plot = pg.PlotWidget(axisItems={"bottom": self._weeks_axis, "left": CountAxis()})
        self._plot.setMinimumHeight(160)
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        scene = self._plot.scene()
        assert isinstance(scene, pg.GraphicsScene)
        scene.sigMouseMoved.connect(self._on_mouse)
        self._plot.getViewBox().sigResized.connect(self._place_labels)
        self._line = pg.InfiniteLine(angle=90, movable=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.setSpacing(theme.SPACE_XS)
        box.addWidget(self._title)
        box.addWidget(self._readout)
        box.addWidget(self._plot, 1)
        box.addWidget(self._why_empty, 1)
        box.addWidget(self._foot)
        self._why_empty.hide()

    def show_data(self, data: FanData) -> None:
        """Draws `data`."""
        self._shown = data
        self._cursor = None
        self._title.set_whole(data.title)
        self._readout.set_whole(data.sentence(len(data.past)))
        self._foot.set_whole(tr("Kilde: {source} · opgjort pr. {day}", source=data.source, day=text.date(data.as_of)))
        self._why_empty.hide()
        self._plot.show()
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(self.summary())
        self._draw()

    def show_nothing(self, why: str) -> None:
        """Says why there is no chart."""
        self._shown = None
        self._plot.hide()
        self._title.set_whole("")
        self._readout.set_whole("")
        self._foot.set_whole("")
        self._why_empty.setText(why)
        self._why_empty.show()
        self.setAccessibleName(why)
        self.setAccessibleDescription("")

    def summary(self) -> str:
        """The chart in one line, for those who do not see it."""
        data = self._shown
        if data is None:
            return ""
        return tr(
            "Forventet {total} genoptræningsplaner i {count} uger fra {first}; næste uge: {sentence}",
            total=text.number(float(data.mean.sum())),
            count=len(data.weeks),
            first=text.week(data.weeks[0]),
            sentence=data.sentence(len(data.past)),
        )

    def picture(self) -> QPixmap:
        """The chart with title, source and date, as it stands."""
        return self.grab()

    def look_at(self, index: int | None) -> None:
        """Puts the reading line on a week of `all_weeks`; None takes it away."""
        data = self._shown
        if data is None or index == self._cursor:
            return
        self._cursor = index
        self._line.setVisible(index is not None)
        if index is None:
            self._readout.set_whole(data.sentence(len(data.past)))
            return
        self._line.setValue(index)
        self._readout.set_whole(data.sentence(index))
        self.week_looked_at.emit(data.all_weeks[index])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        data = self._shown
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if data is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        start = len(data.past) - 1 if self._cursor is None else self._cursor
        self.look_at(min(max(0, start + steps[Qt.Key(event.key())]), len(data.all_weeks) - 1))

    def leaveEvent(self, event: QEvent) -> None:
        self.look_at(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._draw()

    def _on_mouse(self, where: QPointF) -> None:
        data = self._shown
        if data is None:
            return
        inside = self._plot.getViewBox().sceneBoundingRect().contains(where)
        index = round(self._plot.getViewBox().mapSceneToView(where).x())
        self.look_at(index if inside and 0 <= index < len(data.all_weeks) else None)

    def _draw(self) -> None:
        data = self._shown
        assert data is not None
        t = theme.tokens()
        plot = self._plot
        view = plot.getViewBox()
        plot.clear()
        plot.setBackground(t.surface)
        self._labels.clear()
        first = len(data.past)
        ahead = np.arange(first, first + len(data.weeks), dtype=float)
        highest = np.nanmax(np.concatenate([data.quantiles[:, 8], data.history, data.booked, [4.0]])) * 1.06
        self._weeks_axis.set_weeks(data.all_weeks, first)
        self._dress_axes(t)
        view.setXRange(-1.2, len(data.all_weeks) - 0.5 + _LABEL_ROOM, padding=0)
        view.setYRange(-0.05 * highest, highest, padding=0)

        for i, monday in enumerate(data.all_weeks):
            if closed_days(monday):
                self._shade(i, highest, t.faded(t.line, 0.55))
        for i, count in enumerate(data.history):
            if math.isnan(count):
                self._shade(i, highest, t.hatch())
        for coverage, low, high in BANDS:
            edges = [pg.PlotCurveItem(ahead, data.quantiles[:, k], pen=None) for k in (low, high)]
            for edge in edges:
                plot.addItem(edge)
            plot.addItem(pg.FillBetweenItem(*edges, brush=t.band(coverage)))
        known = ~np.isnan(data.booked)
        if known.any():
            faint = t.faded(t.line_strong, 0.75)
            bars = pg.BarGraphItem(x=ahead[known], height=data.booked[known], width=0.22, brush=faint, pen=None)
            bars.setZValue(-5)
            plot.addItem(bars)
        plot.plot(ahead, data.quantiles[:, MEDIAN], pen=pg.mkPen(t.accent, width=2), antialias=True)
        seen = ~np.isnan(data.history)
        plot.addItem(
            pg.ScatterPlotItem(np.flatnonzero(seen), data.history[seen], size=6, brush=t.text, pen=None, antialias=True)
        )
        self._mark_as_of(data, first, highest, t)
        self._line.setPen(pg.mkPen(t.muted, width=1))
        self._line.setVisible(False)
        plot.addItem(self._line)
        self._label_directly(data, t, known)

    def _dress_axes(self, t: theme.Tokens) -> None:
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.setPen(pg.mkPen(t.line))
            axis.setZValue(-20)
        self._plot.getAxis("bottom").setHeight(self.fontMetrics().height() * 2 + 8)
        self._plot.showGrid(x=False, y=True, alpha=0.9)

    def _shade(self, index: int, height: float, brush: object) -> None:
        shade = pg.QtWidgets.QGraphicsRectItem(index - 0.5, 0, 1, height)
        shade.setPen(pg.mkPen(None))
        shade.setBrush(pg.mkBrush(brush))
        shade.setZValue(-10)
        self._plot.addItem(shade)

    def _mark_as_of(self, data: FanData, first: int, highest: float, t: theme.Tokens) -> None:
        where = first - 0.5 + (data.as_of - data.weeks[0]).days / 7
        line = pg.InfiniteLine(where, angle=90, pen=pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine))
        self._plot.addItem(line)
        said = pg.TextItem(tr("opgjort {day}", day=text.short_date(data.as_of)), color=t.muted, anchor=(1, 0))
        said.setFont(theme.font(theme.SMALL))
        said.setPos(where - 0.1, highest)
        self._plot.addItem(said)

    def _label_directly(self, data: FanData, t: theme.Tokens, known: NDArray[np.bool_]) -> None:
        last = data.quantiles[-1]
        entries = [("95 %", last[8], t.accent), ("80 %", last[6], t.accent), ("50 %", last[5], t.accent)]
        entries.append((tr("median"), last[MEDIAN], t.accent))
        if known.any():
            end = int(np.flatnonzero(known)[-1])
            entries.append((tr("booket"), float(data.booked[end]) / 2, t.muted))
        for said, height, color in entries:
            item = pg.TextItem(said, color=color, anchor=(0, 0.5))
            item.setFont(theme.font(theme.SMALL))
            self._plot.addItem(item)
            self._labels.append((item, float(height)))
        self._place_labels()

    def _place_labels(self) -> None:
        """Moves the direct labels apart until none covers another, highest first."""
        data = self._shown
        if data is None or not self._labels:
            return
        view = self._plot.getViewBox()
        (_, _), (low, high) = view.viewRange()
        pixels = max(1.0, view.height())
        gap = (self.fontMetrics().height() + 1) * (high - low) / pixels
        ceiling = high - gap / 2
        ordered = sorted(self._labels, key=lambda entry: -entry[1])
        lowest_allowed = [gap / 2 + gap * (len(ordered) - 1 - i) for i in range(len(ordered))]
        for (item, wanted), floor in zip(ordered, lowest_allowed, strict=True):
            height = max(min(wanted, ceiling), floor)
            item.setPos(len(data.all_weeks) - 0.6, height)
            ceiling = height - gap
