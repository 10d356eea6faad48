"""*Why this number* in the details pane: a waterfall that adds up, each part's source, hospitals, past weeks, corrections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import VALUE_ROLE, AnyIndex, Column, ColumnTable, TableView
from sundhedsklynge.ui.text import interval, number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.explain import Explanation

Bar = tuple[float, float, bool]  # where the bar begins and ends, and whether it is the sum


class WaterfallDelegate(QStyledItemDelegate):
    """Draws one step of a waterfall: from where the parts before have come to where this one leads."""

    def __init__(self, low: float, high: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._low, self._high = low, high

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.tokens()
        rect = fields(option).rect
        painter.save()
        if fields(option).state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.selection)
        start, end, is_sum = index.data(VALUE_ROLE)
        area = QRectF(rect).adjusted(4, 0, -4, 0)
        scale = area.width() / max(self._high - self._low, 1e-9)
        left, right = sorted((area.left() + (start - self._low) * scale, area.left() + (end - self._low) * scale))
        zero = area.left() - self._low * scale
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(int(zero), rect.top(), int(zero), rect.bottom())
        bar = QRectF(left, area.center().y() - 6, max(right - left, 1.5), 12)
        if is_sum:
            painter.fillRect(bar, tokens.accent)
        elif end >= start:
            painter.fillRect(bar, tokens.faded(tokens.accent, 0.45))
        else:
            painter.fillRect(bar, tokens.hatch())  # what takes away is hatched, not only another colour
            painter.setPen(QPen(tokens.line_strong, 1))
            painter.drawRect(bar)
        painter.restore()


class Waterfall(TableView):
    """The parts of a number as a table, one row a part, the sum last: read, copied and walked through like any other."""

    def __init__(self, explanation: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(tr("Hvorfor dette tal"), parent)
        total, values = explanation.shown()
        shown = [
            (part, value)
            for part, value in zip(explanation.parts, values, strict=True)
            if value or part.key == "booked"
        ]
        names = [*(translated(part.name) for part, _ in shown), tr("Forventet")]
        numbers = [*(value for _, value in shown), total]
        sources = [*(translated(part.source) for part, _ in shown), tr("summen af delene")]
        bars = waterfall([value for _, value in shown], total)
        ends = [edge for start, end, _ in bars for edge in (start, end)]
        tips = dict(zip(names, sources, strict=True))
        self.parts = ColumnTable(self)
        self.parts.set_columns(
            (
                Column(tr("Del"), names, tip=lambda name: f"{name}: {tips[name]}"),
                Column(tr("Bidrag"), bars, lambda _: "", tip=lambda bar: number(bar[1] - bar[0], 1)),
                Column(tr("Antal"), numbers, _tenth, numeric=True),
            )
        )
        self.setModel(self.parts)
        self.setProperty("kind", "small")
        self.setItemDelegateForColumn(1, WaterfallDelegate(min(0.0, *ends), max(*ends, 0.1), self))
        head = self.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, theme.scaled(52))
        head.resizeSection(
            2,
            QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(max(*map(_tenth, numbers), tr("Antal"), key=len))
            + 12,
        )
        head.setMinimumSectionSize(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(head.sizeHint().height() + theme.row_height() * len(names) + 4)
        self.setAccessibleDescription(
            tr("Delene giver tilsammen {total} planer", total=number(total, 1))
            + ": "
            + ", ".join(f"{name} {_tenth(value)}" for name, value in zip(names[:-1], numbers[:-1], strict=True))
        )


def waterfall(values: Sequence[float], total: float) -> list[Bar]:
    """Where each part's bar begins and ends, and the sum's from zero."""
    ends = np.cumsum(values).tolist()
    starts = [0.0, *ends[:-1]]
    return [*((start, end, False) for start, end in zip(starts, ends, strict=True)), (0.0, total, True)]


def _tenth(value: float) -> str:
    return number(value, 1)


def why_details(
    explanation: Explanation, place: str, procedure: str, moved: str, correct: Callable[[], None]
) -> Details:
    """What the pane says of one number. moved: how the expectation moved since the last file, where it was more than chance."""
    q = [float(value) for value in explanation.quantiles]
    private = [float(value) for value in explanation.private_quantiles]
    figures = [
        (tr("80 % sikkert mellem"), interval(q[2], q[6])),
        (tr("95 % sikkert mellem"), interval(q[0], q[8])),
        (
            tr("Heraf private henvisninger"),
            tr("{mean} ({span})", mean=number(explanation.private, 1), span=interval(private[2], private[6])),
        ),
    ]
    notes = [moved] if moved else []
    notes += [
        tr("Rettet: {reason} ({who}, {day})", reason=o.reason, who=o.made_by, day=text.date(o.as_of))
        for o in explanation.overrides
    ]
    notes.append(tr("En privat henvisning er en plan fra et privathospital eller en plan, som er mærket privat."))
    hospitals = (translated(hospital.sentence()) for hospital in explanation.hospitals)
    notes += [translated(explanation.past_in_words()), tr("Hospitalerne:"), *hospitals]
    told = [part for part in explanation.parts if abs(part.value) >= 0.05]
    notes += [tr("Kilder:"), *(f"{translated(part.name)}: {translated(part.source)}." for part in told)]
    return Details(
        tr(
            "Hvorfor dette tal: {place}, {procedure}, {week}",
            place=place,
            procedure=procedure,
            week=text.week(explanation.week),
        ),
        tr("{count} planer", count=number(explanation.mean, 1)),
        tuple(figures),
        tuple(notes),
        ((tr("Ret prognosen"), correct),),
        lambda: Waterfall(explanation),
    )
