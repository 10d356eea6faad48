"""Saved scenarios side by side with the plan: shown, renamed, deleted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pages.frist_whatif import in_words
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_view import FristView
    from sundhedsklynge.workspace.outcome import Outcome
    from sundhedsklynge.workspace.scenarios import SavedScenario

NOT_SET = "–"
_FIGURE_WIDTH = 112  # pixels


class ScenariosPanel(QWidget):
    """A row for the plan and for each scenario. `opened` carries the one to look at, `renamed` old and new name, `deleted` the name."""

    opened = Signal(object)
    renamed = Signal(str, str)
    deleted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.new_name = QLineEdit()
        self.new_name.setAccessibleName(tr("Nyt navn på scenariet"))
        self.new_name.setPlaceholderText(tr("Nyt navn, Enter gemmer"))
        self.new_name.hide()
        self._hint = label(
            tr("Træk i Hvad nu hvis, og gem ændringerne for at sammenligne dem med planen."), "small", wrap=True
        )
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        for widget in (self.show_it, self.rename, self.delete):
            row.addWidget(widget)
        row.addWidget(self.new_name, 1)
        row.addWidget(self._hint, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_XS)
        box.addWidget(self.table, 1)
        box.addLayout(row)
        self.table.opened.connect(self._on_opened)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.new_name.returnPressed.connect(self._end_rename)
        self._enable()

    def show_view(self, view: FristView) -> None:
        """Fills the table."""
        chosen = self._chosen()
        self._saved = [saved for saved, _ in view.scenarios]
        outcomes: list[Outcome | None] = [
            view.plan,
            *(answer.after if answer else None for _, answer in view.scenarios),
        ]
        names = [tr("Planen"), *(saved.name for saved in self._saved)]
        changes = [tr("som den står"), *(in_words(saved.changes) for saved in self._saved)]

        def figures(take: Callable[[Outcome], float | None]) -> list[float | None]:
            return [None if outcome is None else take(outcome) for outcome in outcomes]

        self.table_model.set_columns(
            (
                Column(tr("Scenarie"), names),
                Column(tr("Ændringer"), changes, tip=str),
                Column(tr("Højeste risiko"), figures(highest_risk), _share, numeric=True),
                Column(tr("Uger over mål"), figures(lambda o: o.weeks_over), _whole, numeric=True),
                Column(tr("Over frist"), figures(lambda o: o.expected_late), _tenth, numeric=True),
                Column(tr("Pladser mangler"), figures(lambda o: o.extra_slots), _whole, numeric=True),
                Column(tr("Privat"), figures(_private), _tenth, numeric=True),
                Column(tr("Udgift, kr."), figures(_kroner), _whole, numeric=True),
            )
        )
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        head.resizeSection(0, 150)
        for column in range(2, 8):
            head.resizeSection(column, _FIGURE_WIDTH)
        for column in (6, 7):
            self.table.setColumnHidden(column, view.plan.money is None)
        row = next((i for i, saved in enumerate(self._saved, 1) if chosen and saved.name == chosen.name), None)
        if row is not None:
            self.table.select_row(row)
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
            self._hint.hide()
            self.new_name.setFocus()
            self.new_name.selectAll()

    def _end_rename(self) -> None:
        chosen, new = self._chosen(), self.new_name.text().strip()
        if chosen is not None and new and new != chosen.name:
            self.renamed.emit(chosen.name, new)
        self._end_edit()

    def _end_edit(self) -> None:
        self.new_name.hide()
        self._hint.show()


def highest_risk(outcome: Outcome) -> float | None:
    """The largest probability of any week; None where none is known."""
    known = outcome.p_late[~np.isnan(outcome.p_late)]
    return float(known.max()) if len(known) else None


def _share(value: float | None) -> str:
    return text.tr_marked(text.MISSING) if value is None else percent(value)


def _whole(value: float | None) -> str:
    return NOT_SET if value is None else number(value)


def _tenth(value: float | None) -> str:
    return NOT_SET if value is None else number(value, 1)


def _private(outcome: Outcome) -> float | None:
    return float(outcome.money.people.mean[0]) if outcome.money else None


def _kroner(outcome: Outcome) -> float | None:
    kroner = outcome.money.kroner if outcome.money else None
    return float(kroner.mean[0]) if kroner else None
