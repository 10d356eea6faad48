"""The fan chart: what came, what is expected with its bands, what is booked.

Direct labels instead of a legend, zero-based, Danish axes, read by mouse and by keys.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sundhedsklynge.domain.calendar import is_closed
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.export.front import Series
    from sundhedsklynge.ui.picture import Picture

Floats = NDArray[np.float64]
BANDS = ((95, 0, 8), (80, 2, 6), (50, 3, 5))  # coverage and the columns of its ends among the nine quantiles
MEDIAN = 4
_LEAST_HEIGHT = 160  # pixels


@dataclass(frozen=True)
class FanData:
    """One fan chart: history (H,) counts of the `past` Mondays; mean, booked (W,); quantiles (W, 9). NaN is missing.
    corrected: the weeks ahead whose numbers a planner has corrected."""

    title: str
    source: str
    as_of: dt.date
    past: Sequence[dt.date]
    history: Floats
    weeks: Sequence[dt.date]
    mean: Floats
    quantiles: Floats
    booked: Floats
    is_demo: bool = False
    corrected: Sequence[int] = ()

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
            if w in self.corrected:
                parts.append(tr("rettet af planlæggeren"))
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

    def __init__(self, parent: QWidget | None = None) -> None:
        self._weeks_axis = WeekAxis()
        super().__init__({"bottom": self._weeks_axis, "left": CountAxis()}, _LEAST_HEIGHT, parent)
        self._shown: FanData | None = None

    def lay_out(self) -> None:
        super().lay_out()
        self._why_empty = label("", "muted", wrap=True)
        self._why_empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._why_empty.hide()
        box = self.layout()
        assert isinstance(box, QVBoxLayout)
        box.insertWidget(3, self._why_empty, 1)

    def show_data(self, data: FanData) -> None:
        """Draws `data`."""
        self._shown = data
        self._why_empty.hide()
        self.plot.show()
        self.show_words(data.title, _source_said(data), data.title, self.summary())

    def show_nothing(self, why: str) -> None:
        """Says why there is no chart."""
        self._shown = None
        self.plot.hide()
        self._why_empty.setText(why)
        self._why_empty.show()
        self.show_words("", "", why, "")

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

    def picture(self) -> Picture | None:
        from sundhedsklynge.ui.paper_chart import fan_picture

        data = self._shown
        if data is None:
            return None
        said = tr("Opgjort pr. {day}.", day=text.date(data.as_of))
        if data.corrected:
            said += " " + tr("Prognosen er rettet af planlæggeren.")
        note = tr(
            "Forventet {total} genoptræningsplaner i {count} uger fra {first}.",
            total=text.number(float(data.mean.sum())),
            count=len(data.weeks),
            first=text.week(data.weeks[0]),
        )
        return fan_picture(_series(data, note), said, is_demo=data.is_demo)

    def places(self) -> int:
        return len(self._shown.all_weeks) if self._shown else 0

    def said(self, place: int | None) -> str:
        data = self._shown
        assert data is not None
        return data.sentence(len(data.past) if place is None else place)

    def before_first_key(self) -> int:
        return len(self._shown.past) - 1 if self._shown else -1

    def make_room(self) -> None:
        self.spread(-1.2, self.places() - 0.3)

    def draw(self, t: theme.Tokens) -> None:
        data, plot = self._shown, self.plot
        assert data is not None
        view = plot.getViewBox()
        first = len(data.past)
        ahead = np.arange(first, first + len(data.weeks), dtype=float)
        highest = np.nanmax(np.concatenate([data.quantiles[:, 8], data.history, data.booked, [4.0]])) * 1.06
        self._weeks_axis.set_weeks(data.all_weeks, first)
        self.axis_rows(2)
        view.setYRange(-0.05 * highest, highest, padding=0)
        for i, monday in enumerate(data.all_weeks):
            if closed_days(monday):
                self.shade(i, 0, highest, t.faded(t.line, 0.55))
        for i in np.flatnonzero(np.isnan(data.history)):
            self.shade(int(i), 0, highest, t.hatch())
        for coverage, low, high in BANDS:
            edge = pg.mkPen(t.band_edge, width=1)
            edges = [pg.PlotCurveItem(ahead, data.quantiles[:, k], pen=edge) for k in (low, high)]
            for edge in edges:
                plot.addItem(edge)
            plot.addItem(pg.FillBetweenItem(*edges, brush=t.band(coverage)))
        known = ~np.isnan(data.booked)
        if known.any():
            bars = pg.BarGraphItem(x=ahead[known], height=data.booked[known], width=0.22, brush=t.line_strong, pen=None)
            bars.setZValue(-5)
            plot.addItem(bars)
        plot.plot(ahead, data.quantiles[:, MEDIAN], pen=pg.mkPen(t.accent, width=2), antialias=True)
        seen = ~np.isnan(data.history)
        plot.addItem(
            pg.ScatterPlotItem(np.flatnonzero(seen), data.history[seen], size=6, brush=t.text, pen=None, antialias=True)
        )
        for w in data.corrected:
            self.write("✎", QPointF(first + w, highest), t.accent, (0.5, 0))
        now = first - 0.5 + (data.as_of - data.weeks[0]).days / 7
        plot.addItem(pg.InfiniteLine(now, angle=90, pen=pg.mkPen(t.muted, width=1, style=Qt.PenStyle.DashLine)))
        said = tr("opgjort {day}", day=text.short_date(data.as_of))
        self.write(said, QPointF(now - 0.1, highest), t.muted, (1, 0))
        last = data.quantiles[-1]
        for said, k in (("95 %", 8), ("80 %", 6), ("50 %", 5), (tr("median"), MEDIAN)):
            self.label(said, float(last[k]), t.accent)
        if known.any():
            self.label(tr("booket"), float(data.booked[known][-1]) / 2, t.muted)


def _source_said(data: FanData) -> str:
    return tr("Kilde: {source} · opgjort pr. {day}", source=data.source, day=text.date(data.as_of))


def _series(data: FanData, note: str) -> Series:
    """The same as paper takes it."""
    from sundhedsklynge.export.front import Series

    return Series(
        title=data.title,
        note=note,
        foot=tr("Kilde: {source}", source=data.source),
        as_of=data.as_of,
        past=tuple(data.past),
        received=_known(data.history),
        weeks=tuple(data.weeks),
        median=tuple(data.quantiles[:, MEDIAN].tolist()),
        spans={
            coverage: tuple(zip(data.quantiles[:, low].tolist(), data.quantiles[:, high].tolist(), strict=True))
            for coverage, low, high in BANDS
        },
        booked=_known(data.booked),
        masked=False,
    )


def _known(values: Floats) -> tuple[float | None, ...]:
    return tuple(None if math.isnan(value) else value for value in values.tolist())
