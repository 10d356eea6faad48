"""Prognose: areas with their curves, the fan chart of the one chosen, and the same as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHeaderView, QSplitter, QVBoxLayout, QWidget

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.charts import FanChart, FanData
from sundhedsklynge.ui.exporting import ask_folder
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Scope, Session
from sundhedsklynge.ui.tables import Column, ColumnTable, SparklineDelegate, TableView
from sundhedsklynge.ui.text import interval, mark, number, short_week, tr, tr_marked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sundhedsklynge.forecast.outlook import Cell, Outlook

_FLAGS = {
    "no_history": mark("Der er ingen historik. Prognosen bygger på klyngens niveau og er usikker."),
    "no_plan": mark("Intet hospital har delt en plan, der når disse uger. Prognosen bygger på det sædvanlige."),
    "stale_plan": mark("Den nyeste plan fra mindst ét hospital er gammel."),
    "level_break": mark("Niveauet har ændret sig tydeligt for nylig. Intervallerne er gjort bredere."),
    "no_receipts": mark("Modtagne planer mangler for de seneste uger."),
}


class PrognosePage(Page):
    """Forecast by area and procedure."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Prognose")
        self._areas: list[tuple[str, str]] = []
        self.procedures = Segments(tr("Indgreb"))
        self._copy = button(tr("Kopiér diagram"), self.copy_chart, tip=tr("Kopiér diagrammet som billede"))
        self._export = button(tr("Eksportér"), lambda: ask_folder(self), tip=tr("Gem ugens prognose som Excel og CSV"))
        self.list_model = ColumnTable(self)
        self.list = TableView(tr("Områder og kommuner"))
        self.list.setModel(self.list_model)
        self.list.setItemDelegateForColumn(1, SparklineDelegate(self.list))
        self.list.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.chart = FanChart()
        self._flags = label("", wrap=True)
        self._flags.hide()
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
        session.ground_changed.connect(self._refresh)
        session.outlook_changed.connect(self._refresh)
        session.scope_changed.connect(self._show)
        self._refresh()

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        column.addWidget(self._flags)
        column.addWidget(self.chart, 1)
        column.addWidget(self.table)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(right)
        self.list.setMinimumWidth(232)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([276, 900])
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(splitter)

    @property
    def subtitle(self) -> str:
        scope = self.session.scope
        if self.session.outlook is None:
            return ""
        return tr("{area} · {procedure}", area=self._focus_name(), procedure=procedure_name(scope.procedure).lower())

    def actions_row(self) -> list[QWidget]:
        return [self.procedures, self._copy, self._export]

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        QApplication.clipboard().setPixmap(self.chart.picture())
        self.tell(Notice("info", tr("Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V.")))

    def _focus_name(self) -> str:
        return self.session.area_name(*self.session.scope.focus)

    def _refresh(self) -> None:
        session = self.session
        if session.outlook_failure is not None:
            self.show_state(session.outlook_failure)
        elif session.outlook is None or session.ground is None:
            self.show_loading(tr("Regner prognosen") if session.ground else tr("Læser data"))
        else:
            options = [(ALL, procedure_name(ALL)), *((p, procedure_name(p)) for p in session.outlook.procedures)]
            self.procedures.set_options(options)
            self._show()
            self.show_content()
        self.head_changed.emit()

    def _show(self) -> None:
        outlook = self.session.outlook
        if outlook is None:
            return
        self.procedures.set_current(self.session.scope.procedure)
        self._show_list(outlook)
        self._show_focus(outlook)
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
                Column(tr("26 uger"), curves, lambda _: "", tip=_curve_in_words),
                Column(this_week, expected, lambda value: number(value, 1), numeric=True, tip=_expected_in_words),
            )
        )
        head = self.list.horizontalHeader()
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(1, 84)
        head.resizeSection(2, 66)
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
            )
        )
        self._show_flags(cell)
        self._show_table(outlook, cell)

    def _show_flags(self, cell: Cell) -> None:
        sentences = [tr_marked(_FLAGS[flag]) for flag in cell.flags if flag in _FLAGS]
        self._flags.setVisible(bool(sentences))
        self._flags.setText("▲ " + " ".join(sentences))

    def _show_table(self, outlook: Outlook, cell: Cell) -> None:
        heads = (tr("Forventet"), tr("Median"), "50 %", "80 %", "95 %", tr("Booket"))
        columns: list[Column] = []
        for w, week in enumerate(outlook.weeks):
            q = [float(value) for value in cell.quantiles[w]]
            booked = float(cell.booked[w])
            values = (
                number(float(cell.mean[w]), 1),
                number(q[4]),
                interval(q[3], q[5]),
                interval(q[2], q[6]),
                interval(q[0], q[8]),
                "–" if np.isnan(booked) else number(booked),
            )
            columns.append(
                Column(
                    _week_head(outlook, w),
                    values,
                    tip=lambda said, week=week: f"{text.week(week)}: {said}",
                    numeric=True,
                )
            )
        self.table_model.set_columns(columns, heads)
        digit = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance("0")
        widest = max(len(said) for column in columns for said in column.values)
        self.table.horizontalHeader().setMinimumSectionSize(digit * widest + 6)
        self.table.show()
        rows = self.table_model.rowCount() * theme.ROW_HEIGHT
        head = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar().sizeHint().height()
        self.table.setFixedHeight(rows + head + bar + 4)

    def _choose_procedure(self, key: str) -> None:
        scope = self.session.scope
        self.session.choose(Scope(scope.area, scope.municipality, key))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        level, code = self._areas[self.list_model.source_row(current.row())]
        scope = self.session.scope
        self.session.choose(Scope(scope.area, int(code) if level == "kommune" else None, scope.procedure))


def procedure_name(procedure: str) -> str:
    """A procedure as a heading: `Knæ`, and `Alle` for the sum."""
    return tr("Alle indgreb") if procedure == ALL else procedure.capitalize()


def chart_title(procedure: str, place: str) -> str:
    """What the fan chart shows, unit first."""
    return tr(
        "Genoptræningsplaner pr. uge: {place}, {procedure}", place=place, procedure=procedure_name(procedure).lower()
    )


def _week_head(outlook: Outlook, w: int) -> str:
    week = outlook.weeks[w]
    year = week.isocalendar().year
    starts = w == 0 or outlook.weeks[w - 1].isocalendar().year != year
    return f"{short_week(week)}\n{year if starts else ''}"


def _expected_in_words(value: float) -> str:
    return tr("forventet i ugen, der holder opgørelsesdagen: {count}", count=number(value, 1))


def _curve_in_words(values: Sequence[float]) -> str:
    known = [value for value in values if value == value]
    if not known:
        return tr("ingen modtagne planer kendes")
    return tr(
        "modtaget pr. uge: mindst {low}, højst {high}, senest {last}",
        low=number(min(known)),
        high=number(max(known)),
        last=number(known[-1]),
    )
