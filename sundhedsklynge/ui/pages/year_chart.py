"""Two years month by month, as KL's figure has it: a chart, its words, and its picture."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.charts import CountAxis
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import MISSING, mark, number, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.coverage.yearly import MonthRow
    from sundhedsklynge.ui.paper_plot import Box
    from sundhedsklynge.ui.paper_sheet import Sheet
    from sundhedsklynge.ui.picture import Picture
    from sundhedsklynge.workspace.quarterly import YearView

_MONTHS = (
    *(mark("jan."), mark("feb."), mark("marts"), mark("april"), mark("maj"), mark("juni")),
    *(mark("juli"), mark("aug."), mark("sept."), mark("okt."), mark("nov."), mark("dec.")),
)
_BAR = 0.36  # width in months
_LEAST_HEIGHT = 180  # pixels


def month_name(row: MonthRow) -> str:
    """`marts`."""
    return tr_marked(_MONTHS[row.month.month - 1])


def change_said(row: MonthRow) -> str:
    """`+7,2 %`; a line where there is nothing to compare."""
    if row.change is None:
        return "–"
    said = number(100 * row.change, 1)
    return f"{'+' if row.change > 0 else ''}{said} %"


def count_said(count: int | None) -> str:
    """The count, or the word for missing."""
    return tr_marked(MISSING) if count is None else number(count)


def is_over(month: dt.date, as_of: dt.date) -> bool:
    """Whether a month lies before the morning of `as_of`: until then nothing is missing."""
    return (month.year, month.month) < (as_of.year, as_of.month)


def this_said(row: MonthRow, as_of: dt.date) -> str:
    """This year's count; a month that is not over is not missing."""
    if row.this_year is None and not is_over(row.month, as_of):
        return tr("ikke slut")
    return count_said(row.this_year)


def table_columns(view: YearView, as_of: dt.date) -> tuple[list[Column], tuple[str, str, str]]:
    """The chart's table twin: a column a month and one of the whole, and the row heads."""
    rows = [*view.rows, *([view.total] if view.total else [])]
    columns = [
        Column(
            month_name(row) if i < len(view.rows) else tr("i alt"),
            (count_said(row.last_year), this_said(row, as_of), change_said(row)),
            numeric=True,
            tip=(lambda said, row=row: sentence(view, row, as_of)) if i < len(view.rows) else None,
        )
        for i, row in enumerate(rows)
    ]
    return columns, (str(view.year - 1), str(view.year), tr("Ændring"))


def sentence(view: YearView, row: MonthRow, as_of: dt.date) -> str:
    """A month in words."""
    said = tr(
        "{month}: {last} i {before}, {this} i {year}, ændring {change}",
        month=month_name(row),
        last=count_said(row.last_year),
        before=view.year - 1,
        this=this_said(row, as_of),
        year=view.year,
        change=change_said(row),
    )
    if row.places < row.of:
        said += tr(" (kun {places} af {all} kommuner er kendt)", places=row.places, all=row.of)
    return said


class MonthAxis(pg.AxisItem):
    """The months of a year at positions 0 to 11."""

    def __init__(self) -> None:
        super().__init__("bottom")
        self.setTicks([[(i, tr_marked(name)) for i, name in enumerate(_MONTHS)]])


class YearChart(FramedChart):
    """Two bars a month, the change above them; a month that is not known is hatched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__({"bottom": MonthAxis(), "left": CountAxis()}, _LEAST_HEIGHT, parent)
        self.shown: YearView | None = None
        self._as_of = dt.date.min
        self._title, self._told_source, self._is_demo = "", "", False

    def show_view(self, view: YearView, as_of: dt.date, title: str, source: str, *, is_demo: bool = False) -> None:
        """Draws `view`."""
        self.shown, self._as_of = view, as_of
        self._title, self._told_source, self._is_demo = title, source, is_demo
        foot = tr("Kilde: {source} · opgjort pr. {day}", source=source, day=text.date(as_of))
        self.show_words(title, foot, title, summary(view))

    def places(self) -> int:
        return len(self.shown.rows) if self.shown else 0

    def said(self, place: int | None) -> str:
        assert self.shown is not None
        return summary(self.shown) if place is None else sentence(self.shown, self.shown.rows[place], self._as_of)

    def draw(self, t: theme.Tokens) -> None:
        view = self.shown
        assert view is not None
        highest = _highest(view)
        self.plot.getViewBox().setXRange(-0.6, 11.6, padding=0)
        self.plot.getViewBox().setYRange(0, highest * 1.14, padding=0)
        for left, count, brush in bars(view, self._as_of, t):
            bar = pg.QtWidgets.QGraphicsRectItem(left, 0, _BAR, highest if count is None else count)
            bar.setPen(pg.mkPen(None))
            bar.setBrush(brush)
            self.plot.addItem(bar)
        for i, row in enumerate(view.rows):
            if row.change is not None:
                self.write(change_said(row), QPointF(i, _top(row)), t.text, (0.5, 1))

    def picture(self) -> Picture | None:
        from sundhedsklynge.ui.picture import Picture

        view = self.shown
        if view is None:
            return None
        source, told = (
            tr("Kilde: {source}", source=self._told_source),
            tr("Opgjort pr. {day}.", day=text.date(self._as_of)),
        )
        as_of = self._as_of

        def draw(sheet: Sheet, box: Box) -> None:
            _draw_on_paper(sheet, box, view, as_of)

        return Picture(self._title, summary(view), source, told, as_of, draw, self._is_demo)


def bars(view: YearView, as_of: dt.date, t: theme.Tokens) -> Iterator[tuple[float, int | None, QBrush | QColor]]:
    """Left edge in months, height (None: hatched to the top, for it is missing) and fill of each bar."""
    for i, row in enumerate(view.rows):
        for count, left, brush in (
            (row.last_year, i - _BAR, t.line_strong),
            (row.this_year, float(i), t.accent),
        ):
            if count is not None:
                yield left, count, brush
            elif left < i or is_over(row.month, as_of):
                yield left, None, t.hatch()


def _draw_on_paper(sheet: Sheet, box: Box, view: YearView, as_of: dt.date) -> None:
    from sundhedsklynge.ui.paper_plot import count_plot

    x, y, width, height = box
    plot, step = count_plot(sheet, (x + 14, y + 6, width - 14, height - 14), len(view.rows), _highest(view))
    plot.grid(step, number, 9)
    for left, count, brush in bars(view, as_of, theme.LIGHT):
        plot.bar(left + _BAR / 2, plot.high if count is None else count, _BAR, brush)
    for i, row in enumerate(view.rows):
        plot.under(i, month_name(row), 9, 0)
        if row.change is not None:
            plot.over(i, _top(row), change_said(row), 9)


def _highest(view: YearView) -> float:
    return max([4, *(_top(row) for row in view.rows)])


def _top(row: MonthRow) -> int:
    return max(row.this_year or 0, row.last_year or 0)


def summary(view: YearView) -> str:
    """The months known in both years, in words."""
    whole = view.total
    if whole is None:
        return tr("Ingen måned er kendt i begge år. Importér data for året før.")
    return tr(
        "Måneder kendt i begge år: {last} i {before} (grå, til venstre), {this} i {year} (blå, til højre), ændring {change}",
        last=count_said(whole.last_year),
        before=view.year - 1,
        this=count_said(whole.this_year),
        year=view.year,
        change=change_said(whole),
    )
