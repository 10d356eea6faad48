"""Year on year by month, as KL's figure has it: this year, last year, and the change in per cent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHeaderView, QVBoxLayout

from sundhedsklynge.coverage.yearly import OPERATIONS, RECEIVED
from sundhedsklynge.domain.procedures import ALL, PROCEDURES
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import WrapRow
from sundhedsklynge.ui.page import Page, button
from sundhedsklynge.ui.pages.kvartal_part import QuarterPart, Sight, picker, place_name, refill, table_view
from sundhedsklynge.ui.pages.year_chart import YearChart, table_columns
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import ColumnTable
from sundhedsklynge.ui.text import tr, translated
from sundhedsklynge.workspace.quarterly import FILES, PLANS

if TYPE_CHECKING:
    from sundhedsklynge.workspace.quarterly import YearView

_RECEIVED, _REPORTED, _OPERATED = "modtaget", "indberettet", "operationer"
_SOURCES = {_RECEIVED: (PLANS, RECEIVED), _REPORTED: (FILES, RECEIVED), _OPERATED: (FILES, OPERATIONS)}


class YearPart(QuarterPart):
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
            tr("Indgreb"), ((ALL, tr("Alle indgreb")), *((name, translated(name).capitalize()) for name in PROCEDURES))
        )
        self.year = picker(tr("År"), letters=5)
        self.chart = YearChart()
        self.chart.told.connect(page.tell)
        self.model = ColumnTable(self)
        self.table = table_view(tr("År til år som tabel"), single=False)
        self.table.setModel(self.model)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(self.table.SelectionBehavior.SelectItems)
        self.table.verticalHeader().show()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        row = WrapRow(theme.SPACE_M, theme.SPACE_S)
        for widget in (self.source, self.procedure, self.year, button(tr("Kopiér diagram"), self.copy_chart, "flat")):
            row.add(widget)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(row)
        box.addWidget(self.chart, 1)
        box.addWidget(self.table)
        self.source.chosen.connect(lambda _: self.load())
        self.procedure.chosen.connect(lambda _: self.load())
        self.year.activated.connect(lambda _: self.load())

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        self.chart.copy()

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
        of = "" if procedure == ALL else f", {translated(procedure)}"
        title = tr("{what} pr. måned: {place}{of}", what=what, place=place_name(view.place), of=of)
        source = tr("modtagne genoptræningsplaner") if chosen == _RECEIVED else tr("aktivitetsfiler")
        ground = self.session.ground
        as_of = ground.as_of if ground is not None else dt.date.today()
        where = tr("{source} i {database}", source=source, database=self.session.database_name)
        self.chart.show_view(view, as_of, title, where, is_demo=self.session.is_demo)
        self.model.set_columns(*table_columns(view, as_of))
        self.table.show_rows(3)
