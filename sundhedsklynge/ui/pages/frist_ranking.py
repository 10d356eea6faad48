"""Municipalities ranked by risk: what the deadline page shows until one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.ui import text
from sundhedsklynge.ui.heatmap import CELL_ROLE, WORDS, HeatDelegate, risk_class
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pages.overblik import lacking_slots
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, percent_figure, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.workspace import RiskView

_RISK = 1  # the column that is painted


@dataclass(frozen=True)
class Ranked:
    """One municipality: its largest risk and the week of it; sums of the weeks with known slots.

    lacking: slots recommended besides the planned, for sorting and as read. NaN where slots are not known.
    """

    code: int
    name: str
    risk: float
    week: str
    late: float
    lacking: tuple[float, str]
    waiting: float
    overdue: float


def rank(risk: RiskView, chosen: Sequence[tuple[int, str]]) -> list[Ranked]:
    """The municipalities `chosen` (index and name), the largest risk first, those without slots last."""
    rows: list[Ranked] = []
    for i, name in chosen:
        p = risk.p_over_frist[i]
        known = not np.isnan(p).all()
        worst = int(np.nanargmax(p)) if known else 0
        more = np.maximum(risk.anbefalede_pladser[i] - risk.planlagte_pladser[i], 0)
        rows.append(
            Ranked(
                risk.municipalities[i],
                name,
                float(p[worst]),
                text.week(risk.weeks[worst]) if known else "–",
                float(np.nansum(risk.forventet_over_frist[i])) if known else float("nan"),
                (float(np.nansum(more)), lacking_slots(risk, i)[0]),
                float(risk.ventende[i, 0]),
                float(risk.allerede_over_frist[i]),
            )
        )
    return sorted(rows, key=lambda row: (np.isnan(row.risk), -np.nan_to_num(row.risk), -np.nan_to_num(row.late)))


class _RankingModel(ColumnTable):
    """Tells the class of a risk besides its value."""

    limits: Sequence[float] = (0.05, 0.20, 0.50)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value = super().data(index, role)
        if role == CELL_ROLE and index.column() == _RISK:
            return risk_class(value, self.limits)
        return value


class RankingPanel(QWidget):
    """The list. `chosen` carries a municipality's code."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Ranked] = []
        self.table_model = _RankingModel(self)
        self.table = TableView(tr("Kommuner efter risiko"))
        self.table.setModel(self.table_model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(_RISK, HeatDelegate(self.table))
        self.table.opened.connect(
            lambda index: self.chosen.emit(self.rows[self.table_model.source_row(index.row())].code)
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(
            label(tr("Vælg en kommune for at se og ændre dens pladser. Enter eller dobbeltklik åbner den."), "muted")
        )
        box.addWidget(self.table, 1)

    def show_rows(self, rows: list[Ranked], limits: Sequence[float]) -> None:
        """Fills the list, keeping the row looked at."""
        self.rows = rows
        self.table_model.limits = limits

        def in_words(value: float) -> str:
            kind = risk_class(value, limits)
            return text.tr_marked(text.MISSING) if kind is None else f"{tr_marked(WORDS[kind])}, {percent(value)}"

        def count(value: float) -> str:
            return number(value)

        self.table_model.set_columns(
            (
                Column(tr("Kommune"), [row.name for row in rows]),
                Column(tr("Højeste risiko %"), [row.risk for row in rows], percent_figure, numeric=True, tip=in_words),
                Column(tr("I uge"), [row.week for row in rows]),
                Column(tr("Forventet over frist"), [row.late for row in rows], lambda v: number(v, 1), numeric=True),
                Column(tr("Pladser mangler"), [row.lacking for row in rows], lambda v: v[1], numeric=True),
                Column(tr("Venter nu"), [row.waiting for row in rows], lambda v: number(v, 1), numeric=True),
                Column(tr("Allerede over frist"), [row.overdue for row in rows], count, numeric=True),
            )
        )
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if rows and not self.table.currentIndex().isValid():
            self.table.select_row(0)
