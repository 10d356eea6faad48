"""Saved scenarios side by side with the plan: shown, renamed, deleted, exported."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.page import ElidedLabel, button
from sundhedsklynge.ui.pages.frist_matrix import ScenarioMatrix
from sundhedsklynge.ui.pages.frist_whatif import Choices, in_words
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.outcome import Outcome
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario

SUMS, CELLS = "samlet", "celler"
NOT_SET = "–"
_FEWEST_ROWS, _MOST_ROWS = 3, 8  # of the sums, where the municipalities stand below them
_NAME_WIDTH, _FIGURE_WIDTHS = 130, (104, 104, 76, 92, 116, 64, 84)  # pixels


class ScenariosPanel(QWidget):
    """A row for the plan and for each scenario. `opened` carries the one to look at, `renamed` old and new name, `deleted` the name;
    `export_asked` wants what is shown as files."""

    opened = Signal(object)
    renamed = Signal(str, str)
    deleted = Signal(str)
    export_asked = Signal()

    def __init__(self, *, by_week: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_week = by_week
        self.matrix = ScenarioMatrix(by_week=by_week)
        self.views = Segments(tr("Vis scenarierne"), ((SUMS, tr("Samlet")), (CELLS, tr("Uge for uge"))))
        self._saved: list[SavedScenario] = []
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Planen og scenarierne side om side"))
        self.table.setModel(self.table_model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.show_it = button(tr("Vis"), self._open, tip=tr("Sæt scenariet i panelet Hvad nu hvis (Enter)"))
        self.show_it.setAccessibleName(tr("Vis scenariet"))
        self.rename = button(tr("Omdøb"), self._begin_rename)
        self.rename.setAccessibleName(tr("Omdøb scenariet"))
        self.delete = button(tr("Slet"), self._delete)
        self.delete.setAccessibleName(tr("Slet scenariet"))
        self.export = button(
            tr("Eksportér scenarier"), self.export_asked.emit, tip=tr("Gem sammenligningen som Excel og CSV")
        )
        self.new_name = QLineEdit()
        self.new_name.setAccessibleName(tr("Nyt navn på scenariet"))
        self.new_name.setPlaceholderText(tr("Nyt navn, Enter gemmer"))
        self.new_name.hide()
        self.said = ElidedLabel("", "small")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.views)
        for widget in (self.show_it, self.rename, self.delete):
            row.addWidget(widget)
        row.addWidget(self.new_name, 1)
        row.addWidget(self.said, 1)
        row.addWidget(self.export)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_XS)
        if by_week:  # on the desk of one municipality there is room for one of them
            self._stack = Stack()
            for widget in (self.table, self.matrix):
                self._stack.addWidget(widget)
            box.addWidget(self._stack, 1)
            box.addLayout(row)
            self.views.chosen.connect(self.show_cells)
        else:
            self.views.hide()
            box.addWidget(self.table)
            box.addLayout(row)
            box.addSpacing(theme.SPACE_S)
            box.addWidget(self.matrix, 1)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.new_name.returnPressed.connect(self._end_rename)
        self._enable()

    def show_cells(self, key: str) -> None:
        """Shows the sums, or the weeks one by one."""
        self.views.set_current(key)
        self._stack.setCurrentIndex(int(key == CELLS))

    def show_comparison(
        self, compared: Comparison, saved: Sequence[SavedScenario], choices: Choices, limits: Sequence[float]
    ) -> None:
        """Fills the tables; a scenario that is saved but not compared does not fit the data. limits: of the risk classes."""
        self.matrix.show_comparison(compared, limits)
        chosen = self._chosen()
        self._saved = list(saved)
        plan, *others = compared.outcomes
        found = {outcome.name: outcome for outcome in others}
        outcomes: list[Outcome | None] = [plan, *(found.get(scenario.name) for scenario in saved)]
        names = [tr("Planen"), *(scenario.name for scenario in saved)]
        changes = [tr("som den står"), *(in_words(scenario.changes, choices) for scenario in saved)]

        def figures(take: Callable[[Outcome], float | None]) -> list[float | None]:
            return [None if outcome is None else take(outcome) for outcome in outcomes]

        self.table_model.set_columns(
            (
                Column(tr("Scenarie"), names, tip=str),
                Column(tr("Ændringer"), changes, tip=str),
                Column(tr("Højeste risiko"), figures(lambda o: o.highest_risk), _share, numeric=True),
                Column(tr("Uger over mål"), figures(lambda o: o.weeks_over), _whole, numeric=True),
                Column(tr("Over frist"), figures(lambda o: o.expected_late), _tenth, numeric=True),
                Column(tr("Pladser i alt"), figures(lambda o: o.slots_in_all), _whole, numeric=True),
                Column(tr("Pladser mangler"), [*map(lacking_said, outcomes)], numeric=True),
                Column(tr("Privat"), figures(_private), _tenth, numeric=True),
                Column(tr("Udgift, kr."), figures(_kroner), _whole, numeric=True),
            )
        )
        head = self.table.horizontalHeader()
        if not self._by_week:
            rows = min(max(len(names), _FEWEST_ROWS), _MOST_ROWS)
            self.table.show_rows(rows)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(0, theme.scaled(_NAME_WIDTH))
        for column, width in enumerate(_FIGURE_WIDTHS, 2):
            head.resizeSection(column, theme.scaled(width))
        for column, hidden in ((5, plan.money is not None), (7, plan.money is None), (8, plan.money is None)):
            self.table.setColumnHidden(column, hidden)  # all of them leave no room for what the scenarios change
        row = next((i for i, scenario in enumerate(self._saved, 1) if chosen and scenario.name == chosen.name), None)
        if row is not None:
            self.table.select_row(row)
        self.said.set_whole(
            translated(compared.sentence())
            if others
            else tr("Træk i Hvad nu hvis, og gem ændringerne for at sammenligne dem med planen.")
        )
        self._end_edit()
        self._enable()

    def _chosen(self) -> SavedScenario | None:
        index = self.table.currentIndex()
        row = index.row() if index.isValid() and self.table.selectionModel().hasSelection() else 0
        return self._saved[row - 1] if 1 <= row <= len(self._saved) else None

    def _enable(self) -> None:
        chosen = self._chosen() is not None
        for widget in (self.show_it, self.rename, self.delete):
            widget.setEnabled(chosen)

    def _on_opened(self, _: QModelIndex) -> None:
        self._open()

    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.opened.emit(chosen)

    def _delete(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.deleted.emit(chosen.name)

    def _begin_rename(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.new_name.setText(chosen.name)
            self.new_name.show()
            self.said.hide()
            self.new_name.setFocus()
            self.new_name.selectAll()

    def _end_rename(self) -> None:
        chosen, new = self._chosen(), self.new_name.text().strip()
        if chosen is not None and new and new != chosen.name:
            self.renamed.emit(chosen.name, new)
        self._end_edit()

    def _end_edit(self) -> None:
        self.new_name.hide()
        self.said.show()


def _share(value: float | None) -> str:
    return text.tr_marked(text.MISSING) if value is None else percent(value)


def lacking_said(outcome: Outcome | None) -> str:
    """Slots that an outcome lacks."""
    if outcome is None:
        return _whole(None)
    return text.lacking(outcome.extra_slots, beyond_help=bool(outcome.helpless.any()))


def _whole(value: float | None) -> str:
    return NOT_SET if value is None else number(value)


def _tenth(value: float | None) -> str:
    return NOT_SET if value is None else number(value, 1)


def _private(outcome: Outcome) -> float | None:
    return float(outcome.money.people.mean[0]) if outcome.money else None


def _kroner(outcome: Outcome) -> float | None:
    kroner = outcome.money.kroner if outcome.money else None
    return float(kroner.mean[0]) if kroner else None
