"""Arrivals and deadlines against slots as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper_plot import Box, Dashed, Dotted, count_plot
from sundhedsklynge.ui.paper_sheet import Sheet
from sundhedsklynge.ui.picture import Picture
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.theme import LIGHT

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_chart import QueueData

_LABELS = 34.0  # mm right of the plot


def queue_picture(data: QueueData) -> Picture:
    """The same marks as on screen."""

    def draw(sheet: Sheet, box: Box) -> None:
        x, y, width, height = box
        area = (x + 12, y + 3, width - 12 - _LABELS, height - 16)
        plot, step = count_plot(sheet, area, len(data.weeks), data.highest)
        for week in np.flatnonzero(np.isnan(data.slots)).tolist():
            plot.shade(week, LIGHT.hatch())
        for week in np.flatnonzero(~np.isnan(data.slots)).tolist():
            plot.bar(week, float(data.slots[week]), 0.78, LIGHT.mixed(LIGHT.line_strong, 0.28))
        plot.grid(step, text.number, 9)
        plot.steps(data.slots.tolist(), LIGHT.line_strong, 0.3, share=0.78)
        plot.curve(data.deadlines.tolist(), LIGHT.muted, 0.35, style=Dashed)
        plot.curve(data.received.tolist(), LIGHT.accent, 0.6)
        plot.dots(data.waiting.tolist(), LIGHT.text, 0.9)
        if data.changed is not None:
            plot.steps(data.changed[1].tolist(), LIGHT.text, 0.3, style=Dotted, share=0.78)
            plot.dots(data.changed[2].tolist(), LIGHT.text, 0.9, filled=False)
        plot.label(data.labels(LIGHT), 9)
        plot.week_names(data.weeks, 9, 0)

    source = tr("Kilde: {source}", source=data.source)
    told = tr("Opgjort pr. {day}.", day=text.date(data.as_of))
    return Picture(data.title, data.summary(), source, told, data.as_of, draw, data.is_demo)
