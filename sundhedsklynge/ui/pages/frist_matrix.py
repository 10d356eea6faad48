"""Scenarios beside each other cell by cell: by municipality, or week by week; as they are, or what they differ from one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.heatmap import CELL_ROLE, WORDS, HeatDelegate
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, percent_figure, short_week, signed, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.workspace.outcome import Outcome
    from sundhedsklynge.workspace.scenarios import Comparison

RISK, LATE, LACKING, KRONER = "risiko", "over_frist", "mangler", "udgift"
_NONE = -1  # compared with none: the figures themselves
_CELL, _COLUMN, _PICKER = 46, 160, 190  # pixels


@dataclass(frozen=True)
class _Measure:
    """A figure by municipality and week, and how several weeks or municipalities are one."""

    take: Callable[[Outcome], Floats]
    largest: bool
    show: Callable[[float], str]
    difference: Callable[[float], str]


def _points(value: float) -> str:
    return signed(100 * value)


_MEASURES = {
    RISK: _Measure(lambda outcome: outcome.p_late, True, percent_figure, _points),
    LATE: _Measure(lambda outcome: outcome.late, False, lambda value: number(value, 1), lambda value: signed(value, 1)),
    LACKING: _Measure(lambda outcome: outcome.extra, False, number, signed),
    KRONER: _Measure(lambda outcome: outcome.cost, False, number, signed),
}


class _HeatModel(ColumnTable):
    """Tells the class of a risk besides its value."""

    limits: Sequence[float] = ()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = super().data(index, role)
        if role == CELL_ROLE and self.limits and isinstance(value, float):
            return risk_class(value, self.limits)
        return value


class ScenarioMatrix(QWidget):
    """Scenarios by municipality (rows are places) or by week (rows are scenarios)."""

    def __init__(self, *, by_week: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_week = by_week
        self._compared: Comparison | None = None
        self._limits: Sequence[float] = ()
        self.measure = Segments(tr("Vis"), ())
        self.base = Picker()
        self.base.setAccessibleName(tr("Vis forskellen til"))
        self.base.setMinimumWidth(theme.scaled(_PICKER))
        self.table_model = _HeatModel(self)
        self.table = TableView(tr("Scenarierne uge for uge") if by_week else tr("Scenarierne kommune for kommune"))
        self.table.setModel(self.table_model)
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        rows = self.table.verticalHeader()
        rows.show()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._heat, self._plain = HeatDelegate(self.table), self.table.itemDelegate()
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.measure)
        row.addStretch(1)
        row.addWidget(label(tr("Forskel til")))
        row.addWidget(self.base)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_XS)
        box.addLayout(row)
        box.addWidget(self.table, 1)
        self.measure.chosen.connect(lambda _: self._fill())
        self.base.currentIndexChanged.connect(lambda _: self._fill())

    def show_comparison(self, compared: Comparison, limits: Sequence[float]) -> None:
        """Shows the outcomes; what was chosen stays where it still exists."""
        self._compared, self._limits = compared, limits
        options = [
            (RISK, tr("Højeste risiko %") if not self._by_week else tr("Risiko %")),
            (LATE, tr("Over frist")),
            (LACKING, tr("Pladser mangler")),
        ]
        if compared.outcomes[0].money is not None and compared.outcomes[0].money.kroner is not None:
            options.append((KRONER, tr("Udgift, kr.")))
        self.measure.set_options(options)
        kept = self.base.currentText()
        self.base.blockSignals(True)
        self.base.clear()
        self.base.addItem(tr("ingen, vis tallene"), _NONE)
        for place, name in enumerate(self._names()):
            self.base.addItem(name, place)
        self.base.setCurrentIndex(max(0, self.base.findText(kept)))
        self.base.blockSignals(False)
        self._fill()

    def _names(self) -> list[str]:
        assert self._compared is not None
        return [tr("Planen"), *(outcome.name for outcome in self._compared.outcomes[1:])]

    def _fill(self) -> None:
        compared = self._compared
        if compared is None:
            return
        key = self.measure.current()
        measure, base = _MEASURES[key], self.base.currentData()
        values = np.array([_summed(measure, outcome, self._by_week) for outcome in compared.outcomes])  # (S, cells)
        differs = base is not None and base != _NONE
        if differs:
            values = values - values[base]
        is_heat = key == RISK and not differs
        self.table_model.limits = self._limits if is_heat else ()
        show = measure.difference if differs else measure.show
        plan = compared.outcomes[0]
        cells = [short_week(week) for week in plan.weeks] if self._by_week else list(plan.names)
        columns, heads = (cells, self._names()) if self._by_week else (self._names(), cells)
        table = values if self._by_week else values.T
        self.table_model.set_columns(
            [
                Column(title, table[:, i].tolist(), show, numeric=True, tip=self._in_words if is_heat else None)
                for i, title in enumerate(columns)
            ],
            heads,
        )
        head = self.table.horizontalHeader()
        if self._by_week:
            head.setMinimumSectionSize(theme.scaled(_CELL))
            head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        else:
            for at in range(len(columns)):
                head.resizeSection(at, theme.scaled(_COLUMN))
        for column in range(len(columns)):
            self.table.setItemDelegateForColumn(column, self._heat if is_heat else self._plain)

    def _in_words(self, value: float) -> str:
        kind = risk_class(value, self._limits)
        return tr_marked(text.MISSING) if kind is None else f"{tr_marked(WORDS[kind])}, {percent(value)}"


def _summed(measure: _Measure, outcome: Outcome, by_week: bool) -> Floats:
    """One figure for each week, or for each municipality; NaN where nothing is known."""
    values = measure.take(outcome)
    axis = 0 if by_week else 1
    known = ~np.isnan(values)
    whole = np.nan_to_num(values).max(axis) if measure.largest else np.nansum(values, axis=axis)
    return np.where(known.any(axis), whole, np.nan)
