"""The fan chart on paper: plain painting, so that it stays lines and letters in a PDF."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPolygonF

from sundhedsklynge.export.front import Series, closed_days
from sundhedsklynge.export.report import DEMO_WORD
from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper_sheet import CENTER, RIGHT, Sheet, tag
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.theme import LIGHT

Place = Callable[[float], float]


def draw_fan(
    sheet: Sheet, x: float, y: float, width: float, height: float, series: Series, *, past: bool, small: float
) -> Place:
    """The chart in a box of equal columns, one a week, with its value axis left of it; without week names.

    past: whether the weeks before are drawn. small: points of the figures. Returns where a value stands.
    """
    first = len(series.past) if past else 0
    weeks = series.all_weeks if past else series.weeks
    column = width / len(weeks)
    step = _step(series.highest, height)
    top = step * math.ceil(series.highest * 1.02 / step)

    def at(value: float) -> float:
        return y + height * (1 - value / top)

    def middle(i: int) -> float:
        return x + (i + 0.5) * column

    painter = sheet.painter
    for i, monday in enumerate(weeks):
        if closed_days(monday):
            sheet.fill(x + i * column, y, column, height, LIGHT.ground)
    for i, count in enumerate(series.received if past else ()):
        if count is None and not series.masked:
            sheet.fill(x + i * column, y, column, height, LIGHT.hatch())
    for level in range(round(top / step) + 1):
        value = level * step
        sheet.rule(x, at(value), width, LIGHT.line_strong if level == 0 else LIGHT.line)
        sheet.text(x - 16, at(value) - 3, 14, 6, text.number(value), small, color=LIGHT.muted, align=RIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    for coverage in sorted(series.spans, reverse=True):
        lows, highs = zip(*series.spans[coverage], strict=True)
        edge = [sheet.point(middle(first + i), at(low)) for i, low in enumerate(lows)]
        edge += [sheet.point(middle(first + i), at(high)) for i, high in reversed(list(enumerate(highs)))]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LIGHT.band(coverage))
        painter.drawPolygon(QPolygonF(edge))
    for i, count in enumerate(series.booked):
        if count is not None:
            bar = min(column * 0.28, 2.5)
            sheet.fill(middle(first + i) - bar / 2, at(count), bar, at(0) - at(count), LIGHT.line_strong)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(sheet.pen(LIGHT.accent, 0.6))
    painter.drawPolyline(QPolygonF([sheet.point(middle(first + i), at(m)) for i, m in enumerate(series.mean)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.text)
    for i, count in enumerate(series.received if past else ()):
        if count is not None:
            painter.drawEllipse(sheet.point(middle(i), at(count)), 0.75 * sheet.mm, 0.75 * sheet.mm)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    return at


def draw_key(sheet: Sheet, x: float, y: float, series: Series, small: float, *, past: bool) -> None:
    """What the chart's marks are, in one line from `x` on."""
    painter = sheet.painter

    def word(said: str) -> None:
        nonlocal x
        sheet.text(x, y, 80, 5, said, small, color=LIGHT.muted)
        x += sheet.text_width(said, small) + 5

    if past:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(LIGHT.text)
        painter.drawEllipse(sheet.point(x + 1, y + 2.5), 0.75 * sheet.mm, 0.75 * sheet.mm)
        x += 3.2
        word(tr("modtaget"))
    sheet.rule(x, y + 2.5, 5, LIGHT.accent, 0.6)
    x += 6.5
    word(tr("forventet"))
    for coverage in (50, 80, 95):
        for wider in (c for c in (95, 80, 50) if c >= coverage):
            sheet.fill(x, y + 1, 5, 3, LIGHT.band(wider))
        x += 6.5
        word(f"{coverage} %")
    if any(count is not None for count in series.booked):
        sheet.fill(x, y + 1, 1.5, 3, LIGHT.line_strong)
        x += 3
        word(tr("booket"))
    if any(closed_days(monday) for monday in (series.all_weeks if past else series.weeks)):
        sheet.fill(x, y + 0.8, 4, 3.6, LIGHT.line)
        x += 5.5
        word(tr("uge med lukkedage"))
    if past and not series.masked and any(count is None for count in series.received):
        sheet.fill(x, y + 1, 4, 3, LIGHT.hatch())
        x += 5.5
        word(tr("mangler"))


def draw_picture(sheet: Sheet, series: Series, told: str, *, demo: bool) -> None:
    """The whole picture: title, chart, weeks, source and date. told: what the reader must know before the numbers."""
    left, right = 20.0, sheet.width - 8
    if demo:
        tag(sheet, right, 7, DEMO_WORD)
    sheet.text(8, 6, right - 8 - 50 * demo, 9, series.title, 15, bold=True)
    sheet.text(8, 15, right - 8, 6, series.note, 10)
    draw_key(sheet, 8, 23, series, 9, past=True)
    top, bottom = 33.0, sheet.height - 26
    draw_fan(sheet, left, top, right - left, bottom - top, series, past=True, small=9)
    weeks = series.all_weeks
    column = (right - left) / len(weeks)
    every = max(1, math.ceil(9 / column))
    start, year = len(series.past) % every, 0
    for i in range(start, len(weeks), every):
        middle = left + (i + 0.5) * column
        sheet.text(middle - 8, bottom + 1, 16, 5, text.short_week(weeks[i]), 9, color=LIGHT.muted, align=CENTER)
        if weeks[i].isocalendar().year != year:
            year = weeks[i].isocalendar().year
            sheet.text(middle - 8, bottom + 5.5, 16, 5, str(year), 9, color=LIGHT.muted, align=CENTER)
    if series.past:
        now = left + (len(series.past) + (series.as_of - series.weeks[0]).days / 7) * column
        pen = sheet.pen(LIGHT.muted, 0.25)
        pen.setStyle(Qt.PenStyle.DashLine)
        sheet.painter.setPen(pen)
        sheet.painter.drawLine(sheet.point(now, top - 3), sheet.point(now, bottom))
        said = tr("opgjort {day}", day=text.date(series.as_of))
        sheet.text(now - 52, top - 5, 51, 5, said, 8, color=LIGHT.muted, align=RIGHT)
    sheet.rule(8, sheet.height - 13, right - 8)
    sheet.text(8, sheet.height - 11.5, right - 8, 5, series.foot, 8, color=LIGHT.muted)
    sheet.text(8, sheet.height - 7, right - 8, 5, told, 8, color=LIGHT.muted)


def _step(highest: float, height: float) -> float:
    """A round distance between lines of the grid, at least eight millimetres apart."""
    wanted = max(1.0, highest * 8 / height)
    power = 10 ** math.floor(math.log10(wanted))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= wanted)
