"""The fan chart on paper: plain painting, so that it stays lines and letters in a PDF."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import Qt

from sundhedsklynge.export.front import Series, closed_days
from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper_plot import GRID, Box, Plot, count_plot
from sundhedsklynge.ui.paper_sheet import Sheet
from sundhedsklynge.ui.picture import Picture
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.theme import LIGHT


def draw_fan(
    sheet: Sheet, x: float, y: float, width: float, height: float, series: Series, *, past: bool, small: float
) -> Plot:
    """The chart in a box of equal columns, one a week, with its value axis left of it; without week names.

    past: whether the weeks before are drawn. small: points of the figures. Returns the area.
    """
    first = len(series.past) if past else 0
    weeks = series.all_weeks if past else series.weeks
    plot, step = count_plot(sheet, (x, y, width, height), len(weeks), series.highest, min(GRID, height / 4))
    for i, monday in enumerate(weeks):
        if closed_days(monday):
            plot.shade(i, LIGHT.ground)
    for i, count in enumerate(series.received if past else ()):
        if count is None and not series.masked:
            plot.shade(i, LIGHT.hatch())
    plot.grid(step, text.number, small)
    for coverage in sorted(series.spans, reverse=True):
        lows, highs = zip(*series.spans[coverage], strict=True)
        plot.band(lows, highs, first, LIGHT.band(coverage))
    for i, count in enumerate(series.booked):
        if count is not None:
            plot.bar(first + i, count, min(0.28, 2.5 / plot.column), LIGHT.line_strong)
    plot.curve(series.median, LIGHT.accent, 0.6, first=first)
    if past:
        plot.dots(_gaps(series.received), LIGHT.text, 0.75)
    return plot


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
    word(tr("median"))
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


def fan_picture(series: Series, told: str, *, is_demo: bool) -> Picture:
    """The chart as a picture with the weeks before. told: what the reader must know before the numbers."""

    def draw(sheet: Sheet, box: Box) -> None:
        x, y, width, height = box
        draw_key(sheet, x, y, series, 9, past=True)
        plot = draw_fan(sheet, x + 12, y + 12, width - 12, height - 25, series, past=True, small=9)
        first = len(series.past)
        plot.week_names(series.all_weeks, 9, first)
        if first:
            where = first + (series.as_of - series.weeks[0]).days / 7
            plot.mark(where, tr("opgjort {day}", day=text.date(series.as_of)))

    return Picture(series.title, series.note, series.foot, told, series.as_of, draw, is_demo)


def _gaps(counts: Iterable[float | None]) -> list[float]:
    return [math.nan if count is None else count for count in counts]
