"""År mod år: this year beside last year, month by month, as KL's figure has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.charts import CountAxis
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import ElidedLabel, StatePanel, frame, label
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import date, mark, number, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.coverage.yearly import MonthRow
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.workspace.quarterly import YearView

PLANS, FILES = "planer", "aktivitet"
MONTHS = (
    mark("januar"),
    mark("februar"),
    mark("marts"),
    mark("april"),
    mark("maj"),
    mark("juni"),
    mark("juli"),
    mark("august"),
    mark("september"),
    mark("oktober"),
    mark("november"),
    mark("december"),
)


class YearsView(QWidget):
    """Bars of two years and the same as a table, for the session's scope."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: tuple[object, ...] | None = None
        self._shown: YearView | None = None
        self._place = ""
        self.source = Segments(tr("Kilde"), ((PLANS, tr("Modtagne planer")), (FILES, tr("Aktivitetsfil"))))
        self.year = Segments(tr("År"))
        self.source.chosen.connect(lambda _: self._again())
        self.year.chosen.connect(lambda _: self._again())
        self._title = label("", "strong", wrap=True)
        self._foot = ElidedLabel("", "small")
        self._plot = pg.PlotWidget(axisItems={"left": CountAxis()})
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMinimumHeight(180)
        self.months = ColumnTable(self)
        self.table = TableView(tr("År mod år som tabel"))
        self.table.setModel(self.months)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        self.table.verticalHeader().show()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.state = StatePanel()
        chart = QVBoxLayout()
        chart.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        chart.addWidget(self._title)
        chart.addWidget(self._plot, 1)
        chart.addWidget(self._foot)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        column.addWidget(frame("card", chart), 1)
        column.addWidget(self.table)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self.state)
        choose = QHBoxLayout()
        choose.addWidget(self.source)
        choose.addSpacing(theme.SPACE_M)
        choose.addWidget(self.year)
        choose.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(choose)
        box.addWidget(self._stack, 1)

    def refresh(self, place: str) -> None:
        """Shows the scope's months."""
        session = self._session
        workspace, outlook = session.workspace, session.outlook
        if workspace is None or outlook is None:
            return
        (level, code), procedure = session.scope.focus, session.scope.procedure
        source, chosen = self.source.current(), self.year.current()
        key = (id(outlook), level, code, procedure, source, chosen)
        if key == self._key:
            return
        self._key, self._place = key, place
        year = int(chosen) if chosen else None

        def failed(error: Exception) -> None:
            self._shown = None
            self.state.show_notice(notice_of(error))
            self._stack.setCurrentWidget(self.state)

        session.jobs.start(
            "years",
            tr("Samler måneder"),
            lambda progress, cancelled: workspace.quarterly.year_on_year(
                level, code, year, source, procedure, as_of=outlook.as_of
            ),
            self.show_years,
            failed,
        )

    def _again(self) -> None:
        self.refresh(self._place)

    def show_years(self, view: YearView) -> None:
        """Draws two years."""
        self._shown = view
        self.year.set_options([(str(year), str(year)) for year in view.years[-4:]])
        self.year.set_current(str(view.year))
        self._key = (*self._key[:-1], str(view.year)) if self._key else None
        what = tr("Genoptræningsplaner") if view.source == PLANS else tr("Genoptræningsplaner i aktivitetsfilen")
        self._title.setText(
            tr(
                "{what} pr. måned, {place}: {year} mod {before}",
                what=what,
                place=self._place,
                year=view.year,
                before=view.year - 1,
            )
        )
        self._foot.set_whole(self.summary())
        self._plot.setAccessibleName(self._title.text())
        self._plot.setAccessibleDescription(self.summary())
        self._show_table(view)
        self._draw()
        self._stack.setCurrentIndex(0)

    def summary(self) -> str:
        """The figure in one line."""
        view, outlook = self._shown, self._session.outlook
        if view is None or outlook is None:
            return ""
        day = date(outlook.as_of)
        total = view.total
        if total is None or total.change is None:
            return tr("Ingen måned er kendt i begge år. Opgjort pr. {day}.", day=day)
        return tr(
            "{change} i de måneder, der er fuldt kendt i begge år: {now} mod {before}. Måneder, der ikke er fuldt kendt, mangler. "
            "Opgjort pr. {day}.",
            change=_change(total),
            now=number(total.this_year or 0),
            before=number(total.last_year or 0),
            day=day,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._shown is not None:
            self._draw()

    def _show_table(self, view: YearView) -> None:
        rows = [*view.rows, *([view.total] if view.total else [])]
        heads = (str(view.year - 1), str(view.year), tr("Ændring"))
        columns = [
            Column(
                tr_marked(MONTHS[row.month.month - 1])[:3] if i < len(view.rows) else tr("i alt"),
                (_count(row.last_year), _count(row.this_year), _change(row)),
                numeric=True,
            )
            for i, row in enumerate(rows)
        ]
        self.months.set_columns(columns, heads)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(3 * theme.ROW_HEIGHT + head + 4)

    def _draw(self) -> None:
        view = self._shown
        assert view is not None
        t, plot = theme.tokens(), self._plot
        plot.clear()
        plot.setBackground(t.surface)
        month = np.arange(12, dtype=float)
        highest = 4.0
        for values, offset, brush in (
            ([row.last_year for row in view.rows], -0.2, t.faded(t.line_strong, 0.7)),
            ([row.this_year for row in view.rows], 0.2, t.accent),
        ):
            known = np.array([value is not None for value in values])
            heights = np.array([value or 0 for value in values], dtype=float)
            highest = max(highest, float(heights.max(initial=0)))
            plot.addItem(
                pg.BarGraphItem(
                    x=month[: len(values)][known] + offset, height=heights[known], width=0.36, brush=brush, pen=None
                )
            )
        for i, row in enumerate(view.rows):
            if row.change is not None:
                self._say(_change(row), i, max(row.this_year or 0, row.last_year or 0), t.text, (0.5, 1))
        first = next((i for i, row in enumerate(view.rows) if row.last_year is not None), None)
        self._legend(view, first, t, highest)
        view_box = plot.getViewBox()
        view_box.setXRange(-0.6, 11.6, padding=0)
        view_box.setYRange(0, highest * 1.22, padding=0)
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0)
            axis.setPen(pg.mkPen(t.line))
            axis.setZValue(-20)
        plot.getAxis("bottom").setTicks([[(float(i), tr_marked(name)[:3]) for i, name in enumerate(MONTHS)]])
        plot.showGrid(x=False, y=True, alpha=0.9)

    def _legend(self, view: YearView, first: int | None, t: theme.Tokens, highest: float) -> None:
        if first is None:
            return
        self._say(tr("■ {year}", year=view.year - 1), -0.5, highest * 1.22, t.muted, (0, 0))
        self._say(tr("■ {year}", year=view.year), 0.9, highest * 1.22, t.accent, (0, 0))

    def _say(self, said: str, x: float, y: float, color: object, anchor: tuple[float, float]) -> None:
        item = pg.TextItem(said, color=color, anchor=anchor)
        item.setFont(theme.font(theme.SMALL))
        item.setPos(x, y)
        self._plot.addItem(item)


def _count(value: int | None) -> str:
    return tr("mangler") if value is None else number(value)


def _change(row: MonthRow) -> str:
    if row.change is None:
        return "–"
    percent = round(100 * row.change)
    return f"{'+' if percent > 0 else '−' if percent < 0 else ''}{abs(percent)} %"
