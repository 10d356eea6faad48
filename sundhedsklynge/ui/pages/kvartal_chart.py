"""The chart of an indicator by quarter: steps, line, median or limits, what is more than chance marked by shape, read by mouse and keys."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from sundhedsklynge.coverage.spc import ChartKind, Measure, Signal
from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.pages.kvartal_part import quarter_name
from sundhedsklynge.ui.pages.kvartal_signs import STATUS, figure, part_of
from sundhedsklynge.ui.text import number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.coverage.summary import Series
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.ui.picture import Picture
    from sundhedsklynge.workspace.quarterly import ChartView

_LEAST_HEIGHT = 150  # pixels
_LEAST_SPAN = 0.10  # of the share axis, so that chance looks small
_QUARTER_ROOM, _YEAR_ROOM = 22, 40  # pixels that `K3` and `2026` need
PLAIN, BETTER, WORSE = "o", "d", "t"  # symbols of pyqtgraph: disc, diamond, triangle that points down
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
        return [(share_step((maxVal - minVal) / max(2.0, size / 36)), 0.0)]

    def tickStrings(  # pyright: ignore[reportIncompatibleMethodOverride]  # called by position only
        self, values: Sequence[float], scale: float, spacing: float
    ) -> list[str]:
        return [number(100 * value, 0 if spacing >= 0.0099 else 1) + self.sign for value in values]


class QuarterChart(FramedChart):
    """Draws a `ChartView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._quarters, self._shares = QuarterAxis(), ShareAxis()
        super().__init__({"bottom": self._quarters, "left": self._shares}, _LEAST_HEIGHT, parent)
        self.shown: ChartView | None = None
        self._told_source, self._is_demo = "", False

    def show_view(self, view: ChartView, source: str, *, is_demo: bool = False) -> None:
        """Draws `view`."""
        self.shown, self._told_source, self._is_demo = view, source, is_demo
        self._shares.sign = "" if view.series.indicator.measure is Measure.RATE else " %"
        self._quarters.set_series(view.series)
        newest = self.said(None)
        foot = tr("Kilde: {source} · opgjort pr. {day}", source=source, day=text.date(view.as_of))
        self.show_words(titled(view), foot, translated(view.title), f"{newest} {translated(view.sentence)}")

    def places(self) -> int:
        return len(self.shown.series.quarters) if self.shown else 0

    def said(self, place: int | None) -> str:
        assert self.shown is not None
        return sentence(self.shown.series, self.places() - 1 if place is None else place)

    def before_first_key(self) -> int:
        return self.places() - 1

    def picture(self) -> Picture | None:
        from sundhedsklynge.ui.pages.kvartal_paper import quarter_picture

        view = self.shown
        return None if view is None else quarter_picture(view, self._told_source, is_demo=self._is_demo)

    def draw(self, t: theme.Tokens) -> None:
        assert self.shown is not None
        line = self.shown.series
        low, high = share_range(line)
        self._quarters.set_letter(self.fontMetrics().horizontalAdvance("0"))
        self.axis_rows(3)
        self.plot.getViewBox().setYRange(low, high, padding=0)
        for i in np.flatnonzero(np.isnan(line.shares)):
            self.shade(int(i), low, high, t.hatch())
        self._draw_limits(line, t)
        self._level(line.targets, 0, len(line.quarters), pg.mkPen(t.text, width=1.2, style=Qt.PenStyle.DotLine))
        self._draw_values(line, t)
        self._draw_rebases(line, high, t)
        for said, height, color in labels(line, t):
            self.label(said, height, color)

    def make_room(self) -> None:
        self.spread(-0.6, self.places() - 0.45)

    def _draw_limits(self, line: Series, t: theme.Tokens) -> None:
        limits = line.control.limits
        thin = pg.mkPen(t.muted, width=1)
        dashed = pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine)
        for values, pen in ((limits.centre, thin), (limits.lower, dashed), (limits.upper, dashed)):
            for phase in line.control.phases:
                self._level(values, phase.first, phase.stop, pen)

    def _draw_values(self, line: Series, t: theme.Tokens) -> None:
        kind = line.control.kind
        if kind is ChartKind.STEP:
            self._level(line.shares, 0, len(line.quarters), pg.mkPen(t.accent, width=2))
        else:
            x = np.arange(len(line.quarters), dtype=float)
            self.plot.plot(x, line.shares, pen=pg.mkPen(t.accent, width=1.6), antialias=True, connect="finite")
            self._draw_intervals(line, t)
        held = symbols(line)
        looks: dict[str, list[int]] = {}
        for i in np.flatnonzero(~np.isnan(line.shares)).tolist():
            looks.setdefault(held.get(i, PLAIN), []).append(i)
        for symbol, at in looks.items():
            color, size = {PLAIN: (t.text, 7), BETTER: (t.calm, 13), WORSE: (t.high, 11)}[symbol]
            points = pg.ScatterPlotItem(
                np.array(at, float), line.shares[at], size=size, symbol=symbol, brush=color, pen=None, antialias=True
            )
            self.plot.addItem(points)

    def _draw_intervals(self, line: Series, t: theme.Tokens) -> None:
        pen = pg.mkPen(t.line_strong, width=1)
        at = with_intervals(line)
        if at:
            ends = np.column_stack([line.low[at], line.high[at]]).ravel()
            self.plot.plot(np.repeat(np.array(at, float), 2), ends, pen=pen, connect="pairs")

    def _draw_rebases(self, line: Series, high: float, t: theme.Tokens) -> None:
        for rebase in line.rebased:
            where = line.quarters.index(quarter_code(rebase.day)) - 0.5
            mark = pg.InfiniteLine(where, angle=90, pen=pg.mkPen(t.muted, width=1.2, style=Qt.PenStyle.DashDotLine))
            self.plot.addItem(mark)
            anchor = (1 if where > len(line.quarters) / 2 else 0, 0)
            self.write(shortened(rebase.reason), QPointF(where, high), t.muted, anchor)

    def _level(self, values: Floats, first: int, stop: int, pen: object) -> None:
        """Values as steps a quarter wide, with gaps where there are none."""
        x = np.repeat(np.arange(first, stop, dtype=float), 2) + np.tile([-0.5, 0.5], stop - first)
        y = np.repeat(values[first:stop], 2)
        if not np.isnan(y).all():
            self.plot.plot(x, y, pen=pen, connect="finite")


def titled(view: ChartView) -> str:
    """The title with its unit."""
    unit = tr("pr. 100") if view.series.indicator.measure is Measure.RATE else tr("procent")
    return tr("{title} ({unit})", title=translated(view.title), unit=unit)


def shortened(reason: str) -> str:
    """A reason as it stands in the plot."""
    return reason if len(reason) <= 28 else f"{reason[:27]}…"


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
    return f"{tr('forbedring') if better else tr('forværring')}: {translated(signal.rule.value)}"


def signals_said(line: Series) -> str:
    """All signals of a chart, with their quarters; nothing where there are none."""
    said = [
        f"{'◆' if s.high == line.indicator.higher_is_better else '▼'} "
        f"{line.quarters[s.first]}–{line.quarters[s.last]}, {rule(line, s)}."
        for s in line.control.signals
    ]
    return " ".join(said)


def symbols(line: Series) -> dict[int, str]:
    """Places that are more than chance: BETTER or WORSE."""
    return {
        i: BETTER if s.high == line.indicator.higher_is_better else WORSE
        for s in line.control.signals
        for i in range(s.first, s.last + 1)
    }


def labels(line: Series, t: theme.Tokens) -> list[tuple[str, float, QColor]]:
    """Words, value (NaN: none) and colour of the direct labels, the most needed first."""

    sign = "" if line.indicator.measure is Measure.RATE else " %"
    last, target, limits = float(line.shares[-1]), float(line.targets[-1]), line.control.limits
    return [
        (number(100 * last, 1) + sign, last, t.accent),
        (tr("mål {target}", target=number(100 * target) + sign), target, t.text),
        (tr("middel") if line.control.kind in _WITH_LIMITS else tr("median"), float(limits.centre[-1]), t.muted),
        (tr("nedre grænse"), float(limits.lower[-1]), t.muted),
        (tr("øvre grænse"), float(limits.upper[-1]), t.muted),
    ]


def with_intervals(line: Series) -> list[int]:
    """Quarters whose 95 % interval is drawn: where there are too few for a run chart or limits."""
    phases = [p for p in line.control.phases if p.kind in (ChartKind.LINE, ChartKind.MEDIAN)]
    return [i for p in phases for i in range(p.first, p.stop) if not math.isnan(line.low[i])]


def share_step(wanted: float) -> float:
    """The round share that is at least `wanted`, between lines of the grid."""
    steps = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5)
    return next((step for step in steps if step >= wanted), 1.0)


def share_range(line: Series) -> tuple[float, float]:
    """What the share axis shows: from zero for a stock, else as much as values, limits and target need."""
    limits = line.control.limits
    held = with_intervals(line)
    shown = [line.shares, line.targets, limits.lower, limits.upper, line.low[held], line.high[held]]
    values = np.concatenate([np.asarray(part, dtype=float) for part in shown])
    top, bottom = float(np.nanmax(values)), float(np.nanmin(values))
    if line.control.kind is ChartKind.STEP:
        return 0.0, max(0.05, top) * 1.1
    room = max(0.12 * (top - bottom), (_LEAST_SPAN - top + bottom) / 2)
    low = max(0.0, bottom - room)
    return low, max(top + room, low + _LEAST_SPAN)
