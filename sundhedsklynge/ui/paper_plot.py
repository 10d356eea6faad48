"""A plot area on paper: equal columns and a value axis. What all charts draw with when they leave the window."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPen, QPolygonF

from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper_sheet import CENTER, RIGHT, Sheet
from sundhedsklynge.ui.theme import LIGHT

Box = tuple[float, float, float, float]  # x, y, width, height in millimetres
Values = Sequence[float]
Solid, Dashed, Dotted = Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine
DashDot = Qt.PenStyle.DashDotLine
GRID = 14.0  # mm, at least, from one line of the grid to the next
_AXIS = 16.0  # mm left of the area for the values
_LINE = 4.4  # mm from one direct label to the next


@dataclass(frozen=True)
class Plot:
    """An area of `columns` columns, its lengths in millimetres; `low` and `high` are the ends of the value axis. NaN is never drawn."""

    sheet: Sheet
    x: float
    y: float
    width: float
    height: float
    columns: int
    low: float
    high: float

    @property
    def column(self) -> float:
        """How wide a column is."""
        return self.width / self.columns

    def at(self, value: float) -> float:
        """Where a value stands."""
        return self.y + self.height * (self.high - value) / (self.high - self.low)

    def middle(self, place: float) -> float:
        """The middle of a column, counted from 0."""
        return self.x + (place + 0.5) * self.column

    def grid(self, step: float, show: Callable[[float], str], points: float) -> None:
        """Lines at the multiples of `step`, their values left of them."""
        for level in range(math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9) + 1):
            y = self.at(level * step)
            self.sheet.rule(self.x, y, self.width, LIGHT.line_strong if level * step == self.low else LIGHT.line)
            said = show(level * step)
            self.sheet.text(self.x - _AXIS, y - 3, _AXIS - 2, 6, said, points, color=LIGHT.muted, align=RIGHT)

    def shade(self, place: int, brush: QBrush | QColor) -> None:
        """Fills a column."""
        self.sheet.fill(self.x + place * self.column, self.y, self.column, self.height, brush)

    def bar(self, middle: float, value: float, share: float, brush: QBrush | QColor) -> None:
        """A bar from the foot of the area, `share` of a column wide."""
        width = share * self.column
        top = self.at(value)
        self.sheet.fill(self.middle(middle) - width / 2, top, width, self.y + self.height - top, brush)

    def band(self, lows: Values, highs: Values, first: int, color: QColor) -> None:
        """The area between two curves that begin at column `first`."""
        edge = [self.sheet.point(self.middle(first + i), self.at(low)) for i, low in enumerate(lows)]
        edge += [self.sheet.point(self.middle(first + i), self.at(high)) for i, high in reversed([*enumerate(highs)])]
        self.sheet.painter.setPen(Qt.PenStyle.NoPen)
        self.sheet.painter.setBrush(color)
        self.sheet.painter.drawPolygon(QPolygonF(edge))

    def curve(self, values: Values, color: QColor, thick: float, *, first: int = 0, style: Qt.PenStyle = Solid) -> None:
        """A line through the middles of the columns from `first` on, broken where a value is missing."""
        points = [(self.middle(first + i), value) for i, value in enumerate(values)]
        self._line(points, color, thick, style)

    def steps(
        self,
        values: Values,
        color: QColor,
        thick: float,
        *,
        first: int = 0,
        style: Qt.PenStyle = Solid,
        share: float = 1.0,
    ) -> None:
        """A level for each column, `share` of it wide; whole columns are joined."""
        points: list[tuple[float, float]] = []
        for i, value in enumerate(values, start=first):
            half = share * self.column / 2
            points += [(self.middle(i) - half, value), (self.middle(i) + half, value)]
            if share < 1:
                points.append((0.0, math.nan))
        self._line(points, color, thick, style)

    def dots(self, values: Values, color: QColor, radius: float, *, filled: bool = True) -> None:
        """A round mark at each value."""
        painter = self.sheet.painter
        painter.setPen(Qt.PenStyle.NoPen if filled else self.sheet.pen(color, 0.3))
        painter.setBrush(QBrush(color) if filled else QBrush(LIGHT.surface))
        for i, value in enumerate(values):
            if not math.isnan(value):
                size = radius * self.sheet.mm
                painter.drawEllipse(self.sheet.point(self.middle(i), self.at(value)), size, size)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def polygon(self, place: float, value: float, corners: Sequence[tuple[float, float]], color: QColor) -> None:
        """A filled shape; `corners` are millimetres from the point of the value."""
        x, y = self.middle(place), self.at(value)
        self.sheet.painter.setPen(Qt.PenStyle.NoPen)
        self.sheet.painter.setBrush(color)
        self.sheet.painter.drawPolygon(QPolygonF([self.sheet.point(x + right, y + down) for right, down in corners]))
        self.sheet.painter.setBrush(Qt.BrushStyle.NoBrush)

    def upright(self, place: float, low: float, high: float, color: QColor, thick: float) -> None:
        """A line from one value to another."""
        x = self.middle(place)
        self._line([(x, low), (x, high)], color, thick, Solid)

    def mark(self, where: float, said: str, style: Qt.PenStyle = Dashed) -> None:
        """A line from top to bottom `where` columns from the left, with its words above, on the side that has room."""
        x = self.x + where * self.column
        self.sheet.painter.setPen(self._pen(LIGHT.muted, 0.25, style))
        self.sheet.painter.drawLine(self.sheet.point(x, self.y - 3), self.sheet.point(x, self.y + self.height))
        wide = self.sheet.text_width(said, 8) + 2
        left = x - wide - 1 if x - wide - 1 >= self.x else x + 1
        self.sheet.text(left, self.y - 5, wide, 5, said, 8, color=LIGHT.muted)

    def label(self, entries: Sequence[tuple[str, float, QColor]], points: float) -> None:
        """Direct labels right of the area at their values, moved apart until none covers another, highest first."""
        known = sorted((entry for entry in entries if not math.isnan(entry[1])), key=lambda entry: -entry[1])
        above = self.y - _LINE
        for place, (said, value, color) in enumerate(known):
            deepest = self.y + self.height - _LINE * (len(known) - 1 - place)
            above = min(max(self.at(value), above + _LINE), deepest)
            wide = self.sheet.text_width(said, points) + 2
            self.sheet.text(self.x + self.width + 1.5, above - 3, wide, 6, said, points, color=color)

    def week_names(self, weeks: Sequence[dt.date], points: float, anchor: int) -> None:
        """`u48` under the columns, as many as there is room for, the week at `anchor` among them; the year under its first."""
        every = max(1, math.ceil(9 / self.column))
        year = 0
        for i in range(anchor % every, len(weeks), every):
            fresh = weeks[i].isocalendar().year
            self.under(i, text.short_week(weeks[i]), points, 0)
            if fresh != year:
                self.under(i, str(fresh), points, 1)
            year = fresh

    def under(self, place: float, said: str, points: float, row: int) -> None:
        """Words under a column, in the first or a later row."""
        left, top = self.middle(place) - 12, self.y + self.height + 1 + 4.5 * row
        self.sheet.text(left, top, 24, 5, said, points, color=LIGHT.muted, align=CENTER)

    def over(self, place: float, value: float, said: str, points: float) -> None:
        """Words above a value."""
        self.sheet.text(self.middle(place) - 12, self.at(value) - 5.5, 24, 5, said, points, align=CENTER)

    def _pen(self, color: QColor, thick: float, style: Qt.PenStyle) -> QPen:
        pen = self.sheet.pen(color, thick)
        pen.setStyle(style)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _line(self, points: Sequence[tuple[float, float]], color: QColor, thick: float, style: Qt.PenStyle) -> None:
        self.sheet.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.sheet.painter.setPen(self._pen(color, thick, style))
        for run in _runs(points):
            self.sheet.painter.drawPolyline(QPolygonF([self.sheet.point(x, self.at(value)) for x, value in run]))


def count_plot(sheet: Sheet, box: Box, columns: int, highest: float, apart: float = GRID) -> tuple[Plot, float]:
    """An area for counts from zero in `box`, and the step of its grid: a round number, its lines at least `apart` millimetres apart."""
    x, y, width, height = box
    wanted = max(1.0, highest * apart / height)
    power = 10 ** math.floor(math.log10(wanted))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted)
    return Plot(sheet, x, y, width, height, columns, 0.0, step * math.ceil(highest * 1.02 / step)), step


def _runs(points: Sequence[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The stretches without a missing value."""
    run: list[tuple[float, float]] = []
    for x, value in points:
        if math.isnan(value):
            if run:
                yield run
            run = []
        else:
            run.append((x, value))
    if run:
        yield run
