"""Arrivals and deadlines against slots, with those who wait: a chart, and the same as a table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.charts import CountAxis, WeekAxis
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.page import ElidedLabel
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import number, short_week, tr

Floats = NDArray[np.float64]
_LABEL_ROOM = 1.9  # weeks of space at the right for the direct labels
_LEAST_HEIGHT = 96  # pixels


@dataclass(frozen=True)
class QueueData:
    """Plans received, deadlines that expire, slots and people waiting as the week begins, all (W,), NaN not known.

    changed: slots and waiting (W,) of the scenario looked at, with its name; None where there is none.
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

    def sentence(self, index: int) -> str:
        """The week `index` in words."""
        parts = [
            tr("modtager {count}", count=number(float(self.received[index]), 1)),
            tr("{count} frister udløber", count=number(float(self.deadlines[index]), 1)),
            tr("{count} pladser", count=number(float(self.slots[index]))),
            tr("{count} venter ved ugens start", count=number(float(self.waiting[index]), 1)),
        ]
        if self.changed is not None:
            name, slots, waiting = self.changed
            parts.append(
                tr(
                    "{name}: {slots} pladser, {waiting} venter",
                    name=name,
                    slots=number(float(slots[index])),
                    waiting=number(float(waiting[index]), 1),
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
            waiting=number(float(most[peak]), 1),
        )

    def columns(self) -> tuple[list[Column], list[str]]:
        """The table twin: a column for each week, and the row heads."""
        heads = [tr("Modtager"), tr("Frister udløber"), tr("Pladser"), tr("Venter")]
        series = [(self.received, 1), (self.deadlines, 1), (self.slots, 0), (self.waiting, 1)]
        if self.changed is not None:
            heads += [tr("Pladser, ændret"), tr("Venter, ændret")]
            series += [(self.changed[1], 0), (self.changed[2], 1)]
        columns = [
            Column(
                short_week(week),
                [number(float(values[w]), decimals) for values, decimals in series],
                numeric=True,
                tip=lambda said, week=week: f"{text.week(week)}: {said}",
            )
            for w, week in enumerate(self.weeks)
        ]
        return columns, heads


class QueueChart(FramedChart):
    """Slots as bars, plans received as a line, deadlines as a broken line, people waiting as dots; read by mouse and keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._shown: QueueData | None = None
        self._cursor: int | None = None
        self._labels: list[tuple[pg.TextItem, float]] = []
        self._title = ElidedLabel("", "strong")
        self._readout = ElidedLabel("", "small")
        self._source = ElidedLabel("", "small")
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._weeks_axis = WeekAxis()
        self._plot = pg.PlotWidget(axisItems={"bottom": self._weeks_axis, "left": CountAxis()})
        self._plot.setMinimumHeight(_LEAST_HEIGHT)
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
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_XS, theme.SPACE_M, theme.SPACE_XS)
        box.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE_M)
        head.addWidget(self._title, 4)
        head.addWidget(self._source, 5)
        box.addLayout(head)
        box.addWidget(self._readout)
        box.addWidget(self._plot, 1)

    @property
    def shown(self) -> QueueData | None:
        """What is drawn."""
        return self._shown

    def show_data(self, data: QueueData) -> None:
        """Draws `data`."""
        self._shown = data
        self._cursor = None
        self._title.set_whole(data.title)
        self._readout.set_whole(data.sentence(0))
        self._source.set_whole(tr("Kilde: {source} · opgjort pr. {day}", source=data.source, day=text.date(data.as_of)))
        self.setAccessibleName(data.title)
        self.setAccessibleDescription(data.summary())
        self._draw()

    def picture(self) -> QPixmap:
        """The chart with title, source and date, as it stands."""
        return self.grab()

    def look_at(self, index: int | None) -> None:
        """Puts the reading line on a week; None takes it away."""
        data = self._shown
        if data is None or index == self._cursor:
            return
        self._cursor = index
        self._line.setVisible(index is not None)
        if index is not None:
            self._line.setValue(index)
        self._readout.set_whole(data.sentence(index or 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        data = self._shown
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if data is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        start = -1 if self._cursor is None else self._cursor
        self.look_at(min(max(0, start + steps[Qt.Key(event.key())]), len(data.weeks) - 1))

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
        view = self._plot.getViewBox()
        index = round(view.mapSceneToView(where).x())
        inside = view.sceneBoundingRect().contains(where) and 0 <= index < len(data.weeks)
        self.look_at(index if inside else None)

    def _draw(self) -> None:
        data = self._shown
        assert data is not None
        t = theme.tokens()
        plot, view = self._plot, self._plot.getViewBox()
        plot.clear()
        plot.setBackground(t.surface)
        self._labels.clear()
        x = np.arange(len(data.weeks), dtype=float)
        series = [data.received, data.deadlines, data.slots, data.waiting, *(data.changed[1:] if data.changed else ())]
        highest = max([4.0, *(float(np.nanmax(s)) for s in series if not np.isnan(s).all())]) * 1.08
        self._weeks_axis.set_weeks(data.weeks, 0)
        self._dress_axes(t)
        view.setXRange(-0.6, len(data.weeks) - 0.5 + _LABEL_ROOM, padding=0)
        view.setYRange(0, highest, padding=0)
        known = ~np.isnan(data.slots)
        bars = pg.BarGraphItem(
            x=x[known], height=data.slots[known], width=0.78, brush=t.faded(t.line_strong, 0.28), pen=None
        )
        plot.addItem(bars)
        for week in np.flatnonzero(~known):
            self._shade(int(week), highest, t)
        self._steps(x, data.slots, pg.mkPen(t.line_strong, width=1))
        self._curve(x, data.deadlines, pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine))
        self._curve(x, data.received, pg.mkPen(t.accent, width=2))
        self._dots(x, data.waiting, t.text, filled=True)
        if data.changed is not None:
            self._steps(x, data.changed[1], pg.mkPen(t.text, width=1, style=Qt.PenStyle.DotLine))
            self._dots(x, data.changed[2], t.text, filled=False)
        self._line.setPen(pg.mkPen(t.muted, width=1))
        self._line.setVisible(False)
        plot.addItem(self._line)
        self._label(tr("● venter"), data.waiting, t.text)
        if data.changed is not None:
            self._label(tr("○ venter, ændret"), data.changed[2], t.text)
        self._label(tr("modtager"), data.received, t.accent)
        self._label(tr("frister"), data.deadlines, t.muted)
        self._label(tr("pladser"), data.slots, t.muted)
        self._place_labels()

    def _curve(self, x: Floats, values: Floats, pen: object) -> None:
        self._plot.plot(x, values, pen=pen, antialias=True, connect="finite")

    def _steps(self, x: Floats, values: Floats, pen: object) -> None:
        edges = np.column_stack([x - 0.39, x + 0.39, x + 0.39]).ravel()
        levels = np.column_stack(
            [values, values, np.full_like(values, np.nan)]
        ).ravel()  # one item draws faster than many
        self._plot.addItem(pg.PlotCurveItem(edges, levels, pen=pen, connect="finite"))

    def _dots(self, x: Floats, values: Floats, color: QColor, *, filled: bool) -> None:
        known = ~np.isnan(values)
        pen, brush = pg.mkPen(color, width=1.4), pg.mkBrush(color) if filled else None
        dots = pg.ScatterPlotItem(x[known], values[known], size=7, pen=pen, brush=brush, antialias=True)
        self._plot.addItem(dots)

    def _shade(self, week: int, height: float, t: theme.Tokens) -> None:
        shade = pg.QtWidgets.QGraphicsRectItem(week - 0.5, 0, 1, height)
        shade.setPen(pg.mkPen(None))
        shade.setBrush(t.hatch())
        shade.setZValue(-10)
        self._plot.addItem(shade)

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

    def _label(self, said: str, values: Floats, color: QColor) -> None:
        known = values[~np.isnan(values)]
        if len(known):
            item = pg.TextItem(said, color=color, anchor=(0, 0.5))
            item.setFont(theme.font(theme.SMALL))
            self._plot.addItem(item)
            self._labels.append((item, float(known[-1])))

    def _place_labels(self) -> None:
        """Moves the direct labels apart until none covers another, highest first; the last given go where there is no room."""
        data = self._shown
        if data is None or not self._labels:
            return
        view = self._plot.getViewBox()
        (_, _), (low, high) = view.viewRange()
        line = self.fontMetrics().height() + 1
        gap = line * (high - low) / max(1.0, view.height())
        room = max(1, int(view.height() // line))
        for place, (item, _) in enumerate(self._labels):
            item.setVisible(place < room)
        ordered = sorted(self._labels[:room], key=lambda entry: -entry[1])
        ceiling = high - gap / 2
        for place, (item, wanted) in enumerate(ordered):
            floor = low + gap / 2 + gap * (len(ordered) - 1 - place)
            height = max(min(wanted, ceiling), floor)
            item.setPos(len(data.weeks) - 0.55, height)
            ceiling = height - gap
