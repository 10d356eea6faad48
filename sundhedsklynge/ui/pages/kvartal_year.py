"""Year on year by month, as KL's figure has it: this year, last year, and the change in per cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QHeaderView, QSizePolicy, QVBoxLayout

from sundhedsklynge.coverage.yearly import OPERATIONS, RECEIVED
from sundhedsklynge.domain.procedures import ALL, PROCEDURES
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.charts import CountAxis
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import ElidedLabel, Page, button
from sundhedsklynge.ui.pages.kvartal_part import Part, Sight, picker, place_name, refill, table_view
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable
from sundhedsklynge.ui.text import MISSING, mark, number, tr, tr_marked
from sundhedsklynge.workspace.quarterly import FILES, PLANS

if TYPE_CHECKING:
    from sundhedsklynge.coverage.yearly import MonthRow
    from sundhedsklynge.workspace.quarterly import YearView

_MONTHS = (
    *(mark("jan."), mark("feb."), mark("marts"), mark("april"), mark("maj"), mark("juni")),
    *(mark("juli"), mark("aug."), mark("sept."), mark("okt."), mark("nov."), mark("dec.")),
)
_RECEIVED, _REPORTED, _OPERATED = "modtaget", "indberettet", "operationer"
_SOURCES = {_RECEIVED: (PLANS, RECEIVED), _REPORTED: (FILES, RECEIVED), _OPERATED: (FILES, OPERATIONS)}
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


class YearChart(QFrame):
    """Two bars a month, the change above them; a month that is not known is hatched."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shown: YearView | None = None
        self._as_of = dt.date.min
        self._cursor: int | None = None
        self._title = ElidedLabel("", "strong")
        self.readout = ElidedLabel("", "muted")
        self._foot = ElidedLabel("", "small")
        self._plot = pg.PlotWidget(axisItems={"bottom": MonthAxis(), "left": CountAxis()})
        self._plot.setMinimumHeight(_LEAST_HEIGHT)
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setFrameShape(QFrame.Shape.NoFrame)
        scene = self._plot.scene()
        assert isinstance(scene, pg.GraphicsScene)
        scene.sigMouseMoved.connect(self._on_mouse)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.setSpacing(theme.SPACE_XS)
        box.addWidget(self._title)
        box.addWidget(self.readout)
        box.addWidget(self._plot, 1)
        box.addWidget(self._foot)

    def show_view(self, view: YearView, as_of: dt.date, title: str, foot: str) -> None:
        """Draws `view`."""
        self.shown, self._as_of = view, as_of
        self._cursor = None
        self._title.set_whole(title)
        self.readout.set_whole(summary(view))
        self._foot.set_whole(foot)
        self.setAccessibleName(title)
        self.setAccessibleDescription(summary(view))
        self._draw()

    def picture(self) -> QPixmap:
        """The chart with title, source and date, as it stands."""
        return self.grab()

    def look_at(self, month: int | None) -> None:
        """Reads a month (0-11) out; None reads the whole."""
        view = self.shown
        if view is None or month == self._cursor:
            return
        self._cursor = month
        self.readout.set_whole(summary(view) if month is None else sentence(view, view.rows[month], self._as_of))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self.shown is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        start = -1 if self._cursor is None else self._cursor
        self.look_at(min(max(0, start + steps[Qt.Key(event.key())]), 11))

    def leaveEvent(self, event: QEvent) -> None:
        self.look_at(None)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.shown is not None:
            self._draw()

    def _on_mouse(self, where: QPointF) -> None:
        box = self._plot.getViewBox()
        month = round(box.mapSceneToView(where).x())
        self.look_at(month if box.sceneBoundingRect().contains(where) and 0 <= month < 12 else None)

    def _draw(self) -> None:
        view, t, plot = self.shown, theme.tokens(), self._plot
        assert view is not None
        plot.clear()
        plot.setBackground(t.surface)
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.setPen(pg.mkPen(t.line))
            axis.setZValue(-20)
        plot.showGrid(x=False, y=True, alpha=0.9)
        known = [count for row in view.rows for count in (row.this_year, row.last_year) if count is not None]
        highest = max([4, *known]) * 1.14
        plot.getViewBox().setXRange(-0.6, 11.6, padding=0)
        plot.getViewBox().setYRange(0, highest, padding=0)
        for i, row in enumerate(view.rows):
            for count, left, brush in (
                (row.last_year, i - _BAR, t.faded(t.line_strong, 0.55)),
                (row.this_year, i, t.accent),
            ):
                if count is None and (left < i or is_over(row.month, self._as_of)):
                    self._bar(left, highest / 1.14, t.hatch())
                elif count is not None:
                    self._bar(left, count, brush)
            if row.change is not None:
                said = pg.TextItem(change_said(row), color=t.text, anchor=(0.5, 1))
                said.setFont(theme.font(theme.SMALL))
                said.setPos(i, max(row.this_year or 0, row.last_year or 0))
                plot.addItem(said)

    def _bar(self, left: float, height: float, brush: QBrush | QColor) -> None:
        bar = pg.QtWidgets.QGraphicsRectItem(left, 0, _BAR, height)
        bar.setPen(pg.mkPen(None))
        bar.setBrush(brush)
        self._plot.addItem(bar)


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


class YearPart(Part):
    """Plans received, reported or operated by month beside the year before."""

    key = "aar"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight)
        self.source = Segments(
            tr("Kilde"),
            (
                (_RECEIVED, tr("Modtagne planer")),
                (_REPORTED, tr("Indberettede planer")),
                (_OPERATED, tr("Indberettede operationer")),
            ),
        )
        self.procedure = Segments(
            tr("Indgreb"), ((ALL, tr("Alle indgreb")), *((name, name.capitalize()) for name in PROCEDURES))
        )
        self.year = picker(tr("År"), letters=5)
        self.chart = YearChart()
        self.model = ColumnTable(self)
        self.table = table_view(tr("År til år som tabel"), single=False)
        self.table.setModel(self.model)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(self.table.SelectionBehavior.SelectItems)
        self.table.verticalHeader().show()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_M)
        for widget in (self.source, self.procedure, self.year):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(button(tr("Kopiér diagram"), self.copy_chart, "flat"))
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(row)
        box.addWidget(self.chart, 1)
        box.addWidget(self.table)
        self.source.chosen.connect(lambda _: self.load())
        self.procedure.chosen.connect(lambda _: self.load())
        self.year.activated.connect(lambda _: self.load())

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        QApplication.clipboard().setPixmap(self.chart.picture())
        self.page.tell(Notice("info", tr("Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V.")))

    def load(self) -> None:
        sight = self.sight()
        chosen, procedure = self.source.current(), self.procedure.current()
        source, measure = _SOURCES[chosen]
        year: int | None = self.year.currentData()
        self.read(
            tr("Sammenligner måneder"),
            lambda workspace: workspace.quarterly.year_on_year(
                **sight.place, year=year, source=source, procedure=procedure, measure=measure
            ),
            lambda view: self._on_view(view, chosen, procedure),
        )

    def _on_view(self, view: YearView, chosen: str, procedure: str) -> None:
        options = [(str(year), year) for year in reversed(view.years)]
        refill(self.year, options)
        self.year.setCurrentIndex([year for _, year in options].index(view.year) if view.year in view.years else 0)
        self.show_content()
        what = {
            _RECEIVED: tr("Modtagne genoptræningsplaner"),
            _REPORTED: tr("Indberettede genoptræningsplaner"),
            _OPERATED: tr("Indberettede operationer"),
        }[chosen]
        of = "" if procedure == ALL else f", {procedure}"
        title = tr("{what} pr. måned: {place}{of}", what=what, place=place_name(view.place), of=of)
        source = tr("modtagne genoptræningsplaner") if chosen == _RECEIVED else tr("aktivitetsfiler")
        ground = self.session.ground
        as_of = ground.as_of if ground is not None else dt.date.today()
        foot = tr(
            "Kilde: {source} i {database} · opgjort pr. {day}",
            source=source,
            database=self.session.database_name,
            day=text.date(as_of),
        )
        self.chart.show_view(view, as_of, title, foot)
        self._show_table(view, as_of)

    def _show_table(self, view: YearView, as_of: dt.date) -> None:
        rows = [*view.rows, *([view.total] if view.total else [])]
        columns = [
            Column(
                month_name(row) if i < 12 else tr("i alt"),
                (count_said(row.last_year), this_said(row, as_of), change_said(row)),
                numeric=True,
                tip=lambda said, row=row: sentence(view, row, as_of),
            )
            for i, row in enumerate(rows)
        ]
        self.model.set_columns(columns, (str(view.year - 1), str(view.year), tr("Ændring")))
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(3 * theme.ROW_HEIGHT + head + 4)
