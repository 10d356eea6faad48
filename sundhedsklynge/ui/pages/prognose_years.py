"""År mod år: this year beside last year, month by month, as KL's figure has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import StatePanel
from sundhedsklynge.ui.pages.year_chart import YearChart, table_columns
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.workspace.quarterly import YearView

PLANS, FILES = "planer", "aktivitet"


class YearsView(QWidget):
    """Bars of two years and the same as a table, for the session's scope."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: tuple[object, ...] | None = None
        self._place = self._newest = ""
        self.source = Segments(tr("Kilde"), ((PLANS, tr("Modtagne planer")), (FILES, tr("Aktivitetsfil"))))
        self.year = Segments(tr("År"))
        self.source.chosen.connect(lambda _: self._again())
        self.year.chosen.connect(lambda _: self._again())
        self.chart = YearChart()
        self.chart.told.connect(session.told)
        self.months = ColumnTable(self)
        self.table = TableView(tr("År mod år som tabel"))
        self.table.setModel(self.months)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        self.table.verticalHeader().show()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.state = StatePanel()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        self._stack = Stack()
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

    def forget(self) -> None:
        """What is shown may have changed: another file has come or gone."""
        self._key = None

    def refresh(self, place: str) -> None:
        """Shows the scope's months."""
        session = self._session
        workspace, outlook = session.workspace, session.outlook
        if workspace is None or outlook is None:
            return
        (level, code), procedure = session.scope.focus, session.scope.procedure
        source, chosen = self.source.current(), self.year.current()
        if chosen == self._newest:
            chosen = ""  # whichever is the newest, when a new month brings another
        key = (id(outlook), level, code, procedure, source, chosen)
        if key == self._key:
            return
        self._key, self._place = key, place
        year = int(chosen) if chosen else None

        def failed(error: Exception) -> None:
            self._key = None
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
        session = self._session
        assert session.outlook is not None
        self.year.set_options([(str(year), str(year)) for year in view.years[-4:]])
        self.year.set_current(str(view.year))
        self._newest = str(view.years[-1])
        what = tr("Genoptræningsplaner") if view.source == PLANS else tr("Genoptræningsplaner i aktivitetsfilen")
        title = tr(
            "{what} pr. måned, {place}: {year} mod {before}",
            what=what,
            place=self._place,
            year=view.year,
            before=view.year - 1,
        )
        where = tr("modtagne genoptræningsplaner") if view.source == PLANS else tr("aktivitetsfiler")
        source = tr("{source} i {database}", source=where, database=session.database_name)
        self.chart.show_view(view, session.outlook.as_of, title, source, is_demo=session.is_demo)
        self.months.set_columns(*table_columns(view, session.outlook.as_of))
        self.table.show_rows(3)
        self._stack.setCurrentIndex(0)
