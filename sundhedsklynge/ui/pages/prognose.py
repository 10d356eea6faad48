"""Prognose: areas with their curves, the fan chart of the one chosen and the same as a table; why each number is as it is,
how good earlier forecasts were, year on year, and the planner's corrections.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QSplitter, QVBoxLayout, QWidget

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.charts import FanChart, FanData
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.exporting import ask_folder
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import LineButton, Page, button, clear, label, when_seen
from sundhedsklynge.ui.pages.prognose_correct import CorrectionForm, Corrections, adding, removing
from sundhedsklynge.ui.pages.prognose_record import RecordView
from sundhedsklynge.ui.pages.prognose_table import private_of, week_columns
from sundhedsklynge.ui.pages.prognose_why import why_details
from sundhedsklynge.ui.pages.prognose_words import (
    chart_title,
    curve_in_words,
    expected_in_words,
    flags_in_words,
    moved_in_words,
    procedure_name,
)
from sundhedsklynge.ui.pages.prognose_years import YearsView
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Scope, Session
from sundhedsklynge.ui.tables import Column, ColumnTable, SparklineDelegate, TableView
from sundhedsklynge.ui.text import number, short_week, tr, translated

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from sundhedsklynge.forecast.outlook import Cell, Outlook
    from sundhedsklynge.store.overrides import Override
    from sundhedsklynge.workspace.explain import Explanation
    from sundhedsklynge.workspace.movement import Movement

ViewT = TypeVar("ViewT", RecordView, YearsView)

WEEKS, RECORD, YEARS = "uger", "traefsikkerhed", "aar"


class PrognosePage(Page):
    """Forecast by area and procedure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Prognose")
        self._areas: list[tuple[str, str]] = []
        self.procedures = Segments(tr("Indgreb"))
        self._copy = button(tr("Kopiér diagram"), self.copy_chart, tip=tr("Kopiér diagrammet som billede"))
        self._export = button(
            tr("Eksportér"), lambda: ask_folder(self), tip=tr("Gem ugens prognose som Excel, PDF, CSV og billede")
        )
        self.list_model = ColumnTable(self)
        self.list = TableView(tr("Områder og kommuner"))
        self.list.setModel(self.list_model)
        self.list.setItemDelegateForColumn(1, SparklineDelegate(self.list))
        self.list.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.chart = FanChart()
        self.chart.told.connect(self.tell)
        self._flags = label("", wrap=True)
        self._flags.hide()
        self.views = Segments(
            tr("Visning"), ((WEEKS, tr("Uger frem")), (RECORD, tr("Træfsikkerhed")), (YEARS, tr("År mod år")))
        )
        self._why = button(tr("Hvorfor dette tal"), self.explain, tip=tr("Se, hvad ugens tal er lagt sammen af"))
        self._correct = button(
            tr("Ret prognosen"), self.correct, tip=tr("Gang forventningen op eller ned i nogle uger")
        )
        self.corrections = Corrections()
        self._moved_line = QVBoxLayout()
        self._week = 0  # the week explained, or to be explained
        self._overrides: tuple[Override, ...] = ()
        self._moved: tuple[Movement, ...] = ()
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Prognosen som tabel"))
        self.table.setModel(self.table_model)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        self.table.verticalHeader().show()
        self.table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._build()
        self.procedures.chosen.connect(self._choose_procedure)
        self.list.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.chosen.connect(lambda index: self.explain(index.column()))
        self.table.opened.connect(lambda index: self.explain(index.column()))
        self.views.chosen.connect(self._choose_view)
        self.corrections.remove_asked.connect(self._remove)
        session.ground_changed.connect(self._refresh)
        session.outlook_changed.connect(self._refresh)
        session.changes_changed.connect(self._load_moved)
        session.scope_changed.connect(self._show)
        self._refresh()

    def _build(self) -> None:
        weeks = QWidget()
        below = QVBoxLayout(weeks)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.SPACE_S)
        below.addLayout(self._moved_line)
        below.addWidget(self._flags)
        below.addWidget(self.chart, 1)
        below.addWidget(self.table)
        self._stacked = Stack()
        self._stacked.addWidget(weeks)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        top.addWidget(self._why)
        top.addWidget(self._correct)
        column.addLayout(top)
        column.addWidget(self.corrections)
        column.addWidget(self._stacked, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        self.list.setMinimumWidth(theme.scaled(232))
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([276, 900])
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)

    @cached_property
    def record(self) -> RecordView:
        """How good earlier forecasts were."""
        return self._late(RecordView(self.session))

    @cached_property
    def years(self) -> YearsView:
        """Year on year."""
        return self._late(YearsView(self.session))

    def _late(self, view: ViewT) -> ViewT:
        self._stacked.addWidget(view)
        self.grown.emit()
        return view

    def unmade(self) -> Sequence[Callable[[], object]]:
        return [lambda name=name: getattr(self, name) for name in ("record", "years") if name not in vars(self)]

    def _forget_views(self) -> None:
        if "record" in vars(self):
            self.record.forget()
        if "years" in vars(self):
            self.years.forget()

    @property
    def subtitle(self) -> str:
        scope = self.session.scope
        if self.session.outlook is None:
            return ""
        return tr("{area} · {procedure}", area=self._focus_name(), procedure=procedure_name(scope.procedure).lower())

    def actions_row(self) -> list[QWidget]:
        return [self.procedures, self._copy, self._export]

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        return (
            ("hvorfor", lambda: self.explain(4)),
            ("ret", self.correct),
            *((view, lambda view=view: self._picture_view(view)) for view in (RECORD, YEARS)),
            ("", lambda: self._picture_view(WEEKS)),
        )

    def _picture_view(self, view: str) -> None:
        self.details_asked.emit(None)
        self.views.button(view).click()

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        (self.years.chart if self.views.current() == YEARS else self.chart).copy()

    def _focus_name(self) -> str:
        return self.session.area_name(*self.session.scope.focus)

    @when_seen
    def _refresh(self) -> None:
        session = self.session
        if session.outlook_failure is not None:
            self.show_state(session.outlook_failure)
        elif session.outlook is None or session.ground is None:
            self.show_loading(tr("Regner prognosen") if session.ground else tr("Læser data"))
        else:
            options = [(ALL, procedure_name(ALL)), *((p, procedure_name(p)) for p in session.outlook.procedures)]
            self.procedures.set_options(options)
            self._moved = ()
            self._forget_views()
            self._show()
            self.show_content()
            self._load_overrides(outlook=session.outlook)
        self.head_changed.emit()

    @when_seen
    def _show(self) -> None:
        outlook = self.session.outlook
        if outlook is None:
            return
        self.procedures.set_current(self.session.scope.procedure)
        self._show_list(outlook)
        self._show_focus(outlook)
        self._show_corrections(outlook)
        self._show_moved()
        self._show_view()
        if self.details_open:
            self.explain(self._week)
        self.head_changed.emit()

    def _show_list(self, outlook: Outlook) -> None:
        scope = self.session.scope
        known = set(outlook.municipalities)
        inside = [area for area in self.session.municipalities_in_scope() if int(area.code) in known]
        self._areas = [scope.area, *(("kommune", area.code) for area in inside)]
        curves: list[Sequence[float]] = []
        expected: list[float] = []
        for level, code in self._areas:
            curves.append(self.session.history(level, code, scope.procedure)[1].tolist())
            expected.append(float(outlook.cell(level, code, scope.procedure).mean[0]))
        this_week = short_week(outlook.weeks[0])
        names = [self.session.area_name(*area) for area in self._areas]
        blocked = self.list.selectionModel().blockSignals(True)
        self.list_model.set_columns(
            (
                Column(tr("Område"), names),
                Column(tr("26 uger"), curves, lambda _: "", tip=curve_in_words),
                Column(this_week, expected, lambda value: number(value, 1), numeric=True, tip=expected_in_words),
            )
        )
        head = self.list.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, theme.scaled(84))
        head.resizeSection(2, theme.scaled(66))
        row = self._areas.index(scope.focus) if scope.focus in self._areas else 0
        index = self.list_model.index(row, 0)
        flag = QItemSelectionModel.SelectionFlag
        self.list.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)
        self.list.selectionModel().blockSignals(blocked)
        self.list.scrollTo(index)
        self.list.viewport().update()

    def _show_focus(self, outlook: Outlook) -> None:
        scope, session = self.session.scope, self.session
        level, code = scope.focus
        if level == "kommune" and int(code) not in outlook.municipalities:
            self.chart.show_nothing(
                tr("Ingen data for {place}. Importér planer eller genoptræningsplaner.", place=self._focus_name())
            )
            self.table.hide()
            self._flags.hide()
            return
        cell = outlook.cell(level, code, scope.procedure)
        past, history = session.history(level, code, scope.procedure)
        self.chart.show_data(
            FanData(
                chart_title(scope.procedure, self._focus_name()),
                tr(
                    "modtagne genoptræningsplaner og hospitalernes operationsplaner i {database}",
                    database=session.database_name,
                ),
                outlook.as_of,
                past,
                np.asarray(history, dtype=float),
                outlook.weeks,
                cell.mean,
                cell.quantiles,
                cell.booked,
                is_demo=session.is_demo,
                corrected=[w for w, week in enumerate(outlook.weeks) if self._is_corrected(outlook, week)],
            )
        )
        said = flags_in_words(cell.flags)
        self._flags.setVisible(bool(said))
        self._flags.setText(said)
        self._show_table(outlook, cell)

    def _show_table(self, outlook: Outlook, cell: Cell) -> None:
        scope = self.session.scope
        private = private_of(outlook, outlook.area(*scope.focus), scope.procedure)
        corrected = [self._is_corrected(outlook, week) for week in outlook.weeks]
        columns, heads = week_columns(outlook, cell, private, corrected)
        self.table_model.set_columns(columns, heads)
        digit = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance("0")
        widest = max(len(said) for column in columns for said in column.values)
        self.table.horizontalHeader().setMinimumSectionSize(digit * widest + 6)
        self.table.show()
        self.table.show_rows(self.table_model.rowCount())

    # The views

    def _choose_view(self) -> None:
        self._forget_views()  # an export since has given out a forecast
        self._show_view()

    def _show_view(self) -> None:
        view = self.views.current()
        self._copy.setEnabled(view != RECORD)
        self._why.setVisible(view == WEEKS)
        self._correct.setVisible(view == WEEKS)
        if view == WEEKS:
            self._stacked.setCurrentIndex(0)
            return
        shown = self.record if view == RECORD else self.years
        self._stacked.setCurrentWidget(shown)
        shown.refresh(self._focus_name())

    # Why this number

    def explain(self, week: int | None = None) -> None:
        """Opens the details on why a week's number is as it is: the week given, else the one looked at last."""
        session, outlook = self.session, self.session.outlook
        workspace = session.workspace
        if workspace is None or outlook is None:
            return
        self._week = min(self._week if week is None else week, len(outlook.weeks) - 1)
        monday = outlook.weeks[self._week]
        (level, code), procedure = session.scope.focus, session.scope.procedure
        if level == "kommune" and int(code) not in outlook.municipalities:
            self.details_asked.emit(None)
            return
        place, said = self._focus_name(), procedure_name(procedure).lower()
        if not self.details_open:
            self.details_asked.emit(Details(tr("Hvorfor dette tal"), notes=(tr("Lægger delene sammen"),)))

        def done(explanation: Explanation) -> None:
            if session.outlook is outlook and self.details_open:
                moves = [move for move in self._moved_here() if move.week == monday and procedure == ALL]
                moved = moved_in_words(moves[0]) if moves else ""
                self.details_asked.emit(why_details(explanation, place, said, moved, self.correct))

        session.jobs.start(
            "why",
            tr("Lægger delene sammen"),
            lambda progress, cancelled: workspace.explain.cell(
                level, code, procedure, monday, outlook.as_of, len(outlook.weeks)
            ),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    # Where the expectation moved

    @when_seen
    def _load_moved(self) -> None:
        workspace, outlook = self.session.workspace, self.session.outlook
        if workspace is None or outlook is None:
            return

        def done(moved: list[Movement]) -> None:
            if self.session.outlook is outlook:
                self.show_moved(moved)

        self.session.jobs.start(
            "moved",
            tr("Ser, hvor forventningen har flyttet sig"),
            lambda progress, cancelled: workspace.explain.moved(outlook.as_of, None, len(outlook.weeks)),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def show_moved(self, moved: Sequence[Movement]) -> None:
        """Takes what moved more than chance, heaviest first, and tells of it where it is of the area shown."""
        self._moved = tuple(moved)
        self._show_moved()

    def _show_moved(self) -> None:
        clear(self._moved_line)
        here, outlook = self._moved_here(), self.session.outlook
        if here and outlook is not None:
            at = outlook.weeks.index(here[0].week)
            self._moved_line.addWidget(LineButton(f"▲ {moved_in_words(here[0])}", lambda: self.explain(at)))

    def _moved_here(self) -> list[Movement]:
        return [move for move in self._moved if (move.area.level, move.area.code) == self.session.scope.focus]

    # Corrections

    def correct(self) -> None:
        """Opens the form for a correction of what is shown."""
        from sundhedsklynge.store.overrides import Override

        outlook, scope = self.session.outlook, self.session.scope
        if outlook is None:
            return
        level, code = scope.focus
        procedure = "" if scope.procedure == ALL else scope.procedure

        def make(factor: float, first: dt.date, last: dt.date | None, hospital: str, reason: str) -> Override:
            return Override(factor, reason, outlook.as_of, first, last, level, code, procedure, hospital)

        def form() -> CorrectionForm:
            made = CorrectionForm(make, outlook.weeks, self._week, outlook.evidence.hospitals)
            made.made.connect(self._add)
            return made

        about = tr(
            "Gælder {place}, {procedure}. Det, der endnu ikke er modtaget, ganges op eller ned. Rettelsen vises overalt, hvor den "
            "virker, og kan fjernes igen.",
            place=self._focus_name(),
            procedure=procedure_name(scope.procedure).lower(),
        )
        self.details_asked.emit(Details(tr("Ret prognosen"), notes=(about,), body=form))

    def _add(self, override: Override) -> None:
        workspace = self.session.workspace
        if workspace is not None:
            self._correct.setFocus()  # the form that had the keyboard goes
            self.details_asked.emit(None)
            self.session.steps.make(adding(workspace, override, self._words(override)))

    def _remove(self, override: Override) -> None:
        workspace = self.session.workspace
        if workspace is not None:
            self.session.steps.make(removing(workspace, override, self._words(override)))

    def _words(self, override: Override) -> str:
        from sundhedsklynge.workspace.overrides import in_words

        return translated(in_words(override, self.session.area_name(override.level, override.code)))

    def _load_overrides(self, outlook: Outlook) -> None:
        workspace = self.session.workspace
        if workspace is None:
            return

        def done(found: list[Override]) -> None:
            if self.session.outlook is outlook:
                self._overrides = tuple(found)
                self._show()

        self.session.jobs.start(
            "overrides",
            tr("Læser rettelser"),
            lambda progress, cancelled: workspace.overrides.in_force(outlook.as_of, len(outlook.weeks)),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def _here(self, outlook: Outlook) -> list[Override]:
        if not self._overrides:
            return []
        from sundhedsklynge.workspace.overrides import touches

        scope = self.session.scope
        return [o for o in self._overrides if touches(o, outlook.areas, *scope.focus, scope.procedure)]

    def _is_corrected(self, outlook: Outlook, week: dt.date) -> bool:
        return any(o.first_day <= week and (o.last_day is None or week <= o.last_day) for o in self._here(outlook))

    def _show_corrections(self, outlook: Outlook) -> None:
        self.corrections.show_overrides([(o, self._words(o)) for o in self._here(outlook)])

    # Choosing

    def _choose_procedure(self, key: str) -> None:
        scope = self.session.scope
        self.session.choose(Scope(scope.area, scope.municipality, key))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        level, code = self._areas[self.list_model.source_row(current.row())]
        scope = self.session.scope
        self.session.choose(Scope(scope.area, int(code) if level == "kommune" else None, scope.procedure))
