"""The chart of an indicator by quarter as a picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.coverage.spc import ChartKind, Measure
from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.ui import text
from sundhedsklynge.ui.pages.kvartal_chart import (
    BETTER,
    labels,
    share_range,
    share_step,
    shortened,
    signals_said,
    symbols,
    titled,
    with_intervals,
)
from sundhedsklynge.ui.pages.kvartal_signs import part_of
from sundhedsklynge.ui.paper_plot import GRID, Box, DashDot, Dashed, Dotted, Plot, Solid
from sundhedsklynge.ui.paper_sheet import Sheet
from sundhedsklynge.ui.picture import Picture
from sundhedsklynge.ui.text import number, tr, translated
from sundhedsklynge.ui.theme import LIGHT

if TYPE_CHECKING:
    from sundhedsklynge.coverage.summary import Series
    from sundhedsklynge.workspace.quarterly import ChartView

_LABELS = 30.0  # mm right of the plot
_DIAMOND = ((0.0, -1.7), (1.3, 0.0), (0.0, 1.7), (-1.3, 0.0))  # mm
_DOWN = ((-1.4, -1.2), (1.4, -1.2), (0.0, 1.4))


def quarter_picture(view: ChartView, source: str, *, is_demo: bool) -> Picture:
    """The same marks as on screen, with the sentence on the kind of chart."""
    note = " ".join(part for part in (translated(view.sentence), signals_said(view.series)) if part)
    told = tr("Opgjort pr. {day}. {basis}", day=text.date(view.as_of), basis=translated(view.basis)).strip()
    said = tr("Kilde: {source}", source=source)
    return Picture(
        titled(view), note, said, told, view.as_of, lambda sheet, box: _draw(sheet, box, view.series), is_demo
    )


def _draw(sheet: Sheet, box: Box, line: Series) -> None:
    x, y, width, height = box
    low, high = share_range(line)
    plot = Plot(sheet, x + 15, y + 6, width - 15 - _LABELS, height - 22, len(line.quarters), low, high)
    for i in np.flatnonzero(np.isnan(line.shares)).tolist():
        plot.shade(i, LIGHT.hatch())
    step = share_step((high - low) * GRID / plot.height)
    sign = "" if line.indicator.measure is Measure.RATE else " %"
    plot.grid(step, lambda share: number(100 * share, 0 if step >= 0.0099 else 1) + sign, 9)
    limits = line.control.limits
    for phase in line.control.phases:
        for values, style in ((limits.centre, Solid), (limits.lower, Dashed), (limits.upper, Dashed)):
            part = values[phase.first : phase.stop].tolist()
            plot.steps(part, LIGHT.muted, 0.25, first=phase.first, style=style)
    plot.steps(line.targets.tolist(), LIGHT.text, 0.35, style=Dotted)
    _draw_values(plot, line)
    for rebase in line.rebased:
        plot.mark(line.quarters.index(quarter_code(rebase.day)), shortened(rebase.reason), DashDot)
    plot.label(labels(line, LIGHT), 9)
    _draw_axis(plot, line)


def _draw_values(plot: Plot, line: Series) -> None:
    shares = line.shares.tolist()
    if line.control.kind is ChartKind.STEP:
        plot.steps(shares, LIGHT.accent, 0.6)
    else:
        for i in with_intervals(line):
            plot.upright(i, float(line.low[i]), float(line.high[i]), LIGHT.line_strong, 0.3)
        plot.curve(shares, LIGHT.accent, 0.5)
    held = symbols(line)
    plot.dots([math.nan if i in held else share for i, share in enumerate(shares)], LIGHT.text, 0.9)
    for i, symbol in held.items():
        better = symbol == BETTER
        plot.polygon(i, shares[i], _DIAMOND if better else _DOWN, LIGHT.calm if better else LIGHT.high)


def _draw_axis(plot: Plot, line: Series) -> None:
    """`K3`, n/N and the year under its first quarter, as on screen; the newest quarter always has its own."""
    pairs = zip(line.numerators.tolist(), line.denominators.tolist(), strict=True)
    parts = [part_of(n, size) for n, size in pairs]
    every = max(1, math.ceil((max(plot.sheet.text_width(part, 8) for part in parts) + 2) / plot.column))
    last = len(line.quarters) - 1
    year = ""
    for i, quarter in enumerate(line.quarters):
        if plot.column >= 6 or (last - i) % every == 0:
            plot.under(i, quarter[4:], 9, 0)
            if quarter[:4] != year:
                plot.under(i, quarter[:4], 9, 2)
            year = quarter[:4]
        if (last - i) % every == 0:
            plot.under(i, parts[i], 8, 1)
