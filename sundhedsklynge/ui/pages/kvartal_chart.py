"""The chart of an indicator by quarter: steps, line, median or limits, what is more than chance marked by shape, read by mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from sundhedsklynge.coverage.spc import ChartKind, Measure, Signal
from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.page import ElidedLabel
from sundhedsklynge.ui.pages.kvartal_part import quarter_name
from sundhedsklynge.ui.pages.kvartal_signs import STATUS, figure, part_of
from sundhedsklynge.ui.text import number, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.coverage.summary import Series
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.workspace.quarterly import ChartView

_LEAST_HEIGHT = 150  # pixels
_LEAST_SPAN = 0.10  # of the share axis, so that chance looks small
_QUARTER_ROOM, _YEAR_ROOM = 22, 40  # pixels that `K3` and `2026` need
_WITH_LIMITS = (ChartKind.P, ChartKind.P_PRIME, ChartKind.XMR)


class QuarterAxis(pg.AxisItem):
    """`K3`, the year under its first quarter, and n/N under each; fewer ticks where there is no room for all."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self._quarters: Sequence[str] = ()
        self._parts: Sequence[str] = ()
        self._room = 40.0
        self._every = 1  # quarters from one n/N to the next
        self._width = 0.0  # pixels of a quarter

    def set_series(self, line: Series) -> None:
        """The quarters at positions 0, 1, 2 ..."""
        self._quarters = line.quarters
        pairs = zip(line.numerators, line.denominators, strict=True)
        self._parts = [part_of(float(n), float(size)) for n, size in pairs]
        self.picture = None
        self.update()

    def set_letter(self, width: float) -> None:
        """The width of a digit in pixels."""
        self._room = width * (max((len(part) for part in self._parts), default=4) + 1)

    def tickValues(  # the parameters are pyqtgraph's
        self,
        minVal: float,  # noqa: N803
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, list[float]]]:
        width = self._width = max(1.0, size / max(1.0, maxVal - minVal))
        self._every = next((step for step in (1, 2, 4, 8) if step * width >= self._room), 16)
        apart = 1 if width >= _QUARTER_ROOM else self._every
        last = len(self._quarters) - 1
        return [(float(apart), [float(i) for i in range(last % apart, last + 1, apart)])]

    def tickStrings(  # pyright: ignore[reportIncompatibleMethodOverride]  # called by position only
        self, values: Sequence[float], *_: float
    ) -> list[str]:
        strings: list[str] = []
        years = [self._quarters[int(value)][:4] for value in values]
        lonely = (
            len(years) > 1 and years[0] != years[1] and self._width < _YEAR_ROOM
        )  # no room for two years side by side
        before = years[0] if lonely else ""
        last = len(self._quarters) - 1
        for value in values:
            place = int(value)
            year = self._quarters[place][:4]
            part = self._parts[place] if (last - place) % self._every == 0 else " "
            strings.append(f"{self._quarters[place][4:]}\n{part}\n{year if year != before else ' '}")
            before = year
        return strings


class ShareAxis(pg.AxisItem):
    """Whole per cent; a rate is per 100, which reads the same without the sign."""

    def __init__(self) -> None:
        super().__init__("left")
        self.sign = " %"

    def tickSpacing(
        self,
        minVal: float,  # noqa: N803
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, float]]:
        wanted = max(0.001, (maxVal - minVal) / max(2.0, size / 36))
        steps = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
        return [(next((step for step in steps if step >= wanted), 1.0), 0.0)]

    def tickStrings(  # pyright: ignore[reportIncompatibleMethodOverride]  # called by position only
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        return [number(100 * value, 0 if spacing >= 0.0099 else 1) + self.sign for value in values]


class QuarterChart(FramedChart):
    """Draws a `ChartView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shown: ChartView | None = None
        self._cursor: int | None = None
        self._labels: list[tuple[pg.TextItem, float]] = []
        self._title = ElidedLabel("", "strong")
        self.readout = ElidedLabel("", "muted")
        self._foot = ElidedLabel("", "small")
        self._quarters = QuarterAxis()
        self._shares = ShareAxis()
        self._plot = pg.PlotWidget(axisItems={"bottom": self._quarters, "left": self._shares})
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
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.setSpacing(theme.SPACE_XS)
        box.addWidget(self._title)
        box.addWidget(self.readout)
        box.addWidget(self._plot, 1)
        box.addWidget(self._foot)

    def show_view(self, view: ChartView, source: str) -> None:
        """Draws `view`."""
        self.shown = view
        self._cursor = None
        self._shares.sign = "" if view.series.indicator.measure is Measure.RATE else " %"
        self._quarters.set_series(view.series)
        unit = tr("pr. 100") if view.series.indicator.measure is Measure.RATE else tr("procent")
        self._title.set_whole(tr("{title} ({unit})", title=view.title, unit=unit))
        self.readout.set_whole(sentence(view.series, len(view.series.quarters) - 1))
        self._foot.set_whole(tr("Kilde: {source} · opgjort pr. {day}", source=source, day=text.date(view.as_of)))
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(f"{self.readout.toolTip()} {view.sentence}")
        self._draw()

    def picture(self) -> QPixmap:
        """The chart with title, source and date, as it stands."""
        return self.grab()

    def look_at(self, index: int | None) -> None:
        """Puts the reading line on a quarter; None takes it away."""
        view = self.shown
        if view is None or index == self._cursor:
            return
        self._cursor = index
        self._line.setVisible(index is not None)
        if index is not None:
            self._line.setValue(index)
        self.readout.set_whole(sentence(view.series, len(view.series.quarters) - 1 if index is None else index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        view = self.shown
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if view is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        last = len(view.series.quarters) - 1
        start = last if self._cursor is None else self._cursor
        self.look_at(min(max(0, start + steps[Qt.Key(event.key())]), last))

    def leaveEvent(self, event: QEvent) -> None:
        self.look_at(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.shown is not None:
            self._draw()

    def _on_mouse(self, where: QPointF) -> None:
        view = self.shown
        if view is None:
            return
        box = self._plot.getViewBox()
        index = round(box.mapSceneToView(where).x())
        inside = box.sceneBoundingRect().contains(where) and 0 <= index < len(view.series.quarters)
        self.look_at(index if inside else None)

    def _draw(self) -> None:
        view = self.shown
        assert view is not None
        line, t = view.series, theme.tokens()
        plot = self._plot
        plot.clear()
        plot.setBackground(t.surface)
        self._labels.clear()
        low, high = _range(line)
        self._dress_axes(t)
        plot.getViewBox().setYRange(low, high, padding=0)
        for i in np.flatnonzero(np.isnan(line.shares)):
            self._hatch(int(i), low, high, t)
        self._draw_limits(line, t)
        self._draw_target(line, t)
        self._draw_values(line, t)
        self._draw_rebases(line, high, t)
        self._line.setPen(pg.mkPen(t.muted, width=1))
        self._line.setVisible(False)
        plot.addItem(self._line)
        self._place_labels()

    def _dress_axes(self, t: theme.Tokens) -> None:
        for name in ("left", "bottom"):
            axis = self._plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.setPen(pg.mkPen(t.line))
            axis.setZValue(-20)
        self._quarters.set_letter(self.fontMetrics().horizontalAdvance("0"))
        self._plot.getAxis("bottom").setHeight(self.fontMetrics().height() * 3 + 8)
        self._plot.showGrid(x=False, y=True, alpha=0.9)

    def _draw_limits(self, line: Series, t: theme.Tokens) -> None:
        limits, name = line.control.limits, tr("middel") if line.control.kind in _WITH_LIMITS else tr("median")
        thin = pg.mkPen(t.muted, width=1)
        dashed = pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine)
        for values, pen, said in (
            (limits.centre, thin, name),
            (limits.lower, dashed, tr("nedre grænse")),
            (limits.upper, dashed, tr("øvre grænse")),
        ):
            for phase in line.control.phases:
                self._level(values, phase.first, phase.stop, pen)
            self._label(said, float(values[-1]), t.muted)

    def _draw_target(self, line: Series, t: theme.Tokens) -> None:
        pen = pg.mkPen(t.text, width=1.2, style=Qt.PenStyle.DotLine)
        self._level(line.targets, 0, len(line.quarters), pen)
        target = float(line.targets[-1])
        said = figure(line.indicator, target, 0).removesuffix(" pr. 100")
        self._label(tr("mål {target}", target=said), target, t.text)

    def _draw_values(self, line: Series, t: theme.Tokens) -> None:
        kind = line.control.kind
        if kind is ChartKind.STEP:
            self._level(line.shares, 0, len(line.quarters), pg.mkPen(t.accent, width=2))
        else:
            x = np.arange(len(line.quarters), dtype=float)
            self._plot.plot(x, line.shares, pen=pg.mkPen(t.accent, width=1.6), antialias=True, connect="finite")
            self._draw_intervals(line, t)
        held = {i: _symbol(line, s, t) for s in line.control.signals for i in range(s.first, s.last + 1)}
        looks: dict[str, tuple[QColor, int, list[int]]] = {}
        for i in np.flatnonzero(~np.isnan(line.shares)).tolist():
            color, symbol, size = held.get(i, (t.text, "o", 7))
            looks.setdefault(symbol, (color, size, []))[2].append(i)
        for symbol, (color, size, at) in looks.items():
            points = pg.ScatterPlotItem(
                np.array(at, float), line.shares[at], size=size, symbol=symbol, brush=color, pen=None, antialias=True
            )
            self._plot.addItem(points)
        last = float(line.shares[-1])
        self._label(figure(line.indicator, last).removesuffix(" pr. 100"), last, t.accent)

    def _draw_intervals(self, line: Series, t: theme.Tokens) -> None:
        pen = pg.mkPen(t.faded(t.line_strong, 0.8), width=1)
        at = _with_intervals(line)
        if at:
            ends = np.column_stack([line.low[at], line.high[at]]).ravel()
            self._plot.plot(np.repeat(np.array(at, float), 2), ends, pen=pen, connect="pairs")

    def _draw_rebases(self, line: Series, high: float, t: theme.Tokens) -> None:
        for rebase in line.rebased:
            where = line.quarters.index(quarter_code(rebase.day)) - 0.5
            mark = pg.InfiniteLine(where, angle=90, pen=pg.mkPen(t.muted, width=1.2, style=Qt.PenStyle.DashDotLine))
            self._plot.addItem(mark)
            short = rebase.reason if len(rebase.reason) <= 28 else f"{rebase.reason[:27]}…"
            late = where > len(line.quarters) / 2
            said = pg.TextItem(short, color=t.muted, anchor=(1 if late else 0, 0))
            said.setFont(theme.font(theme.SMALL))
            said.setPos(where, high)
            self._plot.addItem(said)

    def _level(self, values: Floats, first: int, stop: int, pen: object) -> None:
        """Values as steps a quarter wide, with gaps where there are none."""
        x = np.repeat(np.arange(first, stop, dtype=float), 2) + np.tile([-0.5, 0.5], stop - first)
        y = np.repeat(values[first:stop], 2)
        if not np.isnan(y).all():
            self._plot.plot(x, y, pen=pen, connect="finite")

    def _hatch(self, index: int, low: float, high: float, t: theme.Tokens) -> None:
        shade = pg.QtWidgets.QGraphicsRectItem(index - 0.5, low, 1, high - low)
        shade.setPen(pg.mkPen(None))
        shade.setBrush(t.hatch())
        shade.setZValue(-10)
        self._plot.addItem(shade)

    def _label(self, said: str, height: float, color: QColor) -> None:
        if not math.isnan(height):
            item = pg.TextItem(said, color=color, anchor=(0, 0.5))
            item.setFont(theme.font(theme.SMALL))
            self._plot.addItem(item)
            self._labels.append((item, height))

    def _place_labels(self) -> None:
        """Moves the direct labels apart until none covers another, highest first."""
        view = self.shown
        if view is None or not self._labels:
            return
        box = self._plot.getViewBox()
        count, width = len(view.series.quarters), max(1.0, box.width())
        needed = min(0.5 * width, max(item.boundingRect().width() for item, _ in self._labels) + theme.SPACE_S)
        box.setXRange(-0.6, count - 0.45 + needed * (count + 0.15) / (width - needed), padding=0)
        (_, _), (low, high) = box.viewRange()
        gap = (self.fontMetrics().height() + 1) * (high - low) / max(1.0, box.height())
        ordered = sorted(self._labels, key=lambda entry: -entry[1])
        ceiling = high - gap / 2
        for place, (item, wanted) in enumerate(ordered):
            floor = low + gap / 2 + gap * (len(ordered) - 1 - place)
            height = max(min(wanted, ceiling), floor)
            item.setPos(len(view.series.quarters) - 0.45, height)
            ceiling = height - gap


def sentence(line: Series, index: int) -> str:
    """A quarter of the chart in words: share with n/N, interval, target, status, and what is more than chance."""
    cell = line.cells[index]
    when = quarter_name(line.quarters[index])
    if cell is None:
        return tr("{quarter}: mangler. Ingen tal er ikke nul.", quarter=when)
    parts = [f"{figure(line.indicator, cell.share)} ({part_of(cell.numerator, cell.denominator)})"]
    if cell.low is not None and cell.high is not None and line.indicator.measure is not Measure.STOCK:
        interval = f"{number(100 * cell.low, 1)}–{number(100 * cell.high, 1)}"
        parts.append(tr("95 % mellem {interval}", interval=interval))
    if cell.unknown:
        parts.append(tr("{count} ukendte", count=number(cell.unknown)))
    if cell.target is not None:
        parts.append(
            tr("mål {target}: {status}", target=figure(line.indicator, cell.target, 0), status=STATUS[cell.status])
        )
    if cell.reported < cell.members:
        parts.append(tr("{told} af {all} kommuner har oplyst", told=cell.reported, all=cell.members))
    parts += [rule(line, s) for s in line.control.signals if s.first <= index <= s.last]
    return f"{when}: {' · '.join(parts)}"


def rule(line: Series, signal: Signal) -> str:
    """A signal in words."""
    better = signal.high == line.indicator.higher_is_better
    return f"{tr('forbedring') if better else tr('forværring')}: {tr_marked(signal.rule.value)}"


def signals_said(line: Series) -> str:
    """All signals of a chart, with their quarters; nothing where there are none."""
    said = [
        f"{'◆' if s.high == line.indicator.higher_is_better else '▼'} "
        f"{line.quarters[s.first]}–{line.quarters[s.last]}, {rule(line, s)}."
        for s in line.control.signals
    ]
    return " ".join(said)


def _symbol(line: Series, signal: Signal, t: theme.Tokens) -> tuple[QColor, str, int]:
    better = signal.high == line.indicator.higher_is_better
    return (t.calm, "d", 13) if better else (t.high, "t", 11)


def _with_intervals(line: Series) -> list[int]:
    """Quarters whose 95 % interval is drawn: where there are too few for a run chart or limits."""
    phases = [p for p in line.control.phases if p.kind in (ChartKind.LINE, ChartKind.MEDIAN)]
    return [i for p in phases for i in range(p.first, p.stop) if not math.isnan(line.low[i])]


def _range(line: Series) -> tuple[float, float]:
    """What the share axis shows: from zero for a stock, else as much as values, limits and target need."""
    limits = line.control.limits
    held = _with_intervals(line)
    shown = [line.shares, line.targets, limits.lower, limits.upper, line.low[held], line.high[held]]
    values = np.concatenate([np.asarray(part, dtype=float) for part in shown])
    top, bottom = float(np.nanmax(values)), float(np.nanmin(values))
    if line.control.kind is ChartKind.STEP:
        return 0.0, max(0.05, top) * 1.1
    room = max(0.12 * (top - bottom), (_LEAST_SPAN - top + bottom) / 2)
    low = max(0.0, bottom - room)
    return low, max(top + room, low + _LEAST_SPAN)
