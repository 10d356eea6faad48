"""The segments of indicators: one row an indicator, the chart of the one chosen, and beside it the same in tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.kvartal_beside import Beside
from sundhedsklynge.ui.pages.kvartal_chart import QuarterChart, signals_said
from sundhedsklynge.ui.pages.kvartal_part import QuarterPart, Sight, table_view, widths
from sundhedsklynge.ui.pages.kvartal_reading import About, Summary, read_about, read_summary
from sundhedsklynge.ui.pages.kvartal_signs import (
    ASSURANCE,
    NOTHING,
    VARIATION,
    SignDelegate,
    change,
    figure,
    short_name,
    sign_said,
    status_of,
    told,
)
from sundhedsklynge.ui.tables import Column, ColumnTable, SparklineDelegate
from sundhedsklynge.ui.text import MISSING, number, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.coverage.indicators import Indicator
    from sundhedsklynge.coverage.summary import SummaryRow

_WIDTHS = (280, 66, 96, 104, 56, 98, 70, 66, 124, 124, 84)
_STATUS, _SINCE_QUARTER, _SINCE_YEAR, _VARIATION, _ASSURANCE, _CURVE = range(5, 11)
_ALL_COLUMNS = 1060  # pixels that all columns need


class IndicatorsPart(QuarterPart):
    """`indicators`: what is listed. `place_asked`: level, code and name of a place chosen in a table beside the chart."""

    place_asked = Signal(str, str, str)

    def __init__(
        self, page: Page, sight: Callable[[], Sight], key: str, indicators: Sequence[str], source: str
    ) -> None:
        super().__init__(page, sight)
        self.key = key
        self._indicators = indicators
        self._source = source
        self._summary: Summary | None = None
        self.model = ColumnTable(self)
        self.table = table_view(tr("Indikatorer"))
        self.table.setModel(self.model)
        signs = SignDelegate(self.table)
        for column in (_STATUS, _VARIATION, _ASSURANCE):
            self.table.setItemDelegateForColumn(column, signs)
        self.table.setItemDelegateForColumn(_CURVE, SparklineDelegate(self.table))
        self.twice = label("", "small")
        self.chart = QuarterChart()
        self.chart.told.connect(page.tell)
        self.why = label("", wrap=True)
        self.signals = label("", wrap=True)
        self.basis = label("", "small", wrap=True)
        self.copy = button(tr("Kopiér diagram"), self.copy_chart, "flat", tr("Kopiér diagrammet som billede"))
        self.beside = Beside(quality=key == "planer")
        self._build()
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _: self.chart.setFocus())
        self.beside.place_asked.connect(self.place_asked)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.basis, 1)
        foot.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, theme.SPACE_M, 0)
        column.setSpacing(theme.SPACE_XS)
        column.addWidget(self.chart, 1)
        column.addWidget(self.why)
        column.addWidget(self.signals)
        column.addLayout(foot)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(left)
        splitter.addWidget(self.beside)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        left.setMinimumWidth(380)
        self.beside.setMinimumWidth(320)
        splitter.setSizes([556, 610])
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.table)
        box.addWidget(self.twice)
        box.addWidget(splitter, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column in (_SINCE_QUARTER, _SINCE_YEAR, _CURVE):
            self.table.setColumnHidden(column, event.size().width() < _ALL_COLUMNS)

    @property
    def indicator(self) -> str:
        """The key of the indicator whose chart is shown."""
        index = self.table.currentIndex()
        return self._indicators[self.model.source_row(index.row())] if index.isValid() else self._indicators[0]

    def load(self) -> None:
        sight = self.sight()
        if self._summary is None:
            self.state.show_loading(tr("Læser kvartalstal"))
        self.read(
            tr("Læser kvartalstal"),
            lambda workspace: read_summary(workspace, sight, self._indicators),
            self._on_summary,
            "oversigt",
        )

    def choose(self, indicator: str) -> None:
        """Shows the chart of an indicator."""
        self.table.select_row(self._indicators.index(indicator))

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        self.chart.copy()

    def _on_summary(self, summary: Summary) -> None:
        chosen = self.indicator
        known = [indicator.key for indicator, row in summary.rows if row is not None]
        chosen = chosen if chosen in known or self._summary is not None else known[0]
        self._summary = summary
        self.show_content()
        blocked = self.table.selectionModel().blockSignals(True)
        self.model.set_columns(_columns(summary))
        widths(self.table, 0, _WIDTHS)
        self.table.show_rows(self.model.rowCount())
        self.choose(chosen)
        self.table.selectionModel().blockSignals(blocked)
        self.table.viewport().update()
        self._show_twice(summary.twice)
        self._load_about(chosen)

    def _show_twice(self, names: Sequence[str]) -> None:
        said = tr(
            "{names} ligger i to klynger og tælles med i begge, men kun én gang i summen.", names=", ".join(names)
        )
        self.twice.setText(said)
        self.twice.setVisible(bool(names))

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self._load_about(self.indicator)

    def _load_about(self, indicator: str) -> None:
        sight = self.sight()
        rows = self._summary.rows if self._summary else ()
        if any(entry.key == indicator and row is None for entry, row in rows):
            self.chart.hide()
            self.beside.hide()
            self.why.setText(
                tr(
                    "Der er ingen tal for stedet. De mangler og er ikke nul. Importér dem under Data, eller tast dem ind."
                )
            )
            self.signals.hide()
            self.basis.setText("")
            return
        self.read(
            tr("Læser indikatoren"),
            lambda workspace: read_about(workspace, sight, indicator),
            self._on_about,
            "diagram",
        )

    def _on_about(self, about: About) -> None:
        view = about.view
        self.chart.show()
        self.beside.show()
        source = tr("{source} i {database}", source=self._source, database=self.session.database_name)
        self.chart.show_view(view, source, is_demo=self.session.is_demo)
        self.why.setText(translated(view.sentence))
        said = signals_said(view.series)
        self.signals.setText(said)
        self.signals.setVisible(bool(said))
        self.basis.setText(translated(view.basis))
        self.beside.show_about(about)


def _columns(summary: Summary) -> tuple[Column, ...]:
    rows = summary.rows

    def latest(pick: Callable[[Indicator, SummaryRow], str]) -> list[str]:
        return [tr_marked(MISSING) if row is None else pick(indicator, row) for indicator, row in rows]

    def target(indicator: Indicator, row: SummaryRow) -> str:
        return "–" if row.latest.target is None else figure(indicator, row.latest.target, 0)

    def moved(value: Callable[[SummaryRow], float | None]) -> list[str]:
        return ["–" if row is None else change(value(row)) for _, row in rows]

    heads = [short_name(indicator.key) for indicator, _ in rows]
    basis = {
        short_name(i.key): tr(
            "{label}. Antal {counted} af {of}",
            label=translated(i.label),
            counted=translated(i.counted),
            of=translated(i.of),
        )
        for i, _ in rows
    }
    return (
        Column(tr("Indikator"), heads, tip=lambda name: basis[name]),
        Column(tr("Senest"), latest(lambda _, row: row.latest.quarter)),
        Column(tr("Andel"), latest(lambda i, row: figure(i, row.latest.share)), numeric=True),
        Column("n/N", latest(lambda _, row: told(row.latest).split(",")[0]), numeric=True),
        Column(tr("Mål"), latest(target), numeric=True),
        Column(tr("Status"), [status_of(row.latest if row else None) for _, row in rows], tip=sign_said),
        Column(tr("Sidste kv."), moved(lambda row: row.since_last_quarter), numeric=True, tip=_since_quarter),
        Column(tr("Sidste år"), moved(lambda row: row.since_last_year), numeric=True, tip=_since_year),
        Column(tr("Variation"), [VARIATION[row.variation] if row else NOTHING for _, row in rows], tip=sign_said),
        Column(tr("Nås målet?"), [ASSURANCE[row.assurance] if row else NOTHING for _, row in rows], tip=sign_said),
        Column(tr("Udvikling"), [_curve(row) for _, row in rows], lambda _: "", tip=_curve_in_words),
    )


def _since_quarter(said: str) -> str:
    return tr("ændring siden sidste kvartal: {change} procentpoint", change=said)


def _since_year(said: str) -> str:
    return tr("ændring siden samme kvartal sidste år: {change} procentpoint", change=said)


def _curve(row: SummaryRow | None) -> list[float]:
    """Shares in per cent, NaN without data."""
    return [] if row is None else [float("nan") if share is None else 100 * share for share in row.shares]


def _curve_in_words(values: Sequence[float]) -> str:
    known = [value for value in values if value == value]
    if not known:
        return tr_marked(MISSING)
    return tr(
        "{count} kvartaler: mindst {low} %, højst {high} %, senest {last} %",
        count=len(known),
        low=number(min(known), 1),
        high=number(max(known), 1),
        last=number(known[-1], 1),
    )
