"""Municipalities ranked by risk: what the deadline page shows until one is chosen."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.heatmap import CELL_ROLE, WORDS, HeatDelegate
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pages.overblik import lacking_slots
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, percent_figure, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ChangeLine, RiskView

    Alerts = Mapping[int, Sequence[ChangeLine]]

_RISK, _NEWS = 1, 7  # the column that is painted, and the one that takes the room that is left
_WIDTHS = (140, 120, 116, 142, 116, 84, 130)  # pixels


@dataclass(frozen=True)
class Ranked:
    """One municipality: its largest risk and the week of it; sums of the weeks with known slots.

    lacking: slots recommended besides the planned, for sorting and as read. NaN where slots are not known. news: weeks that crossed the
    target since the last file, the heaviest first.
    """

    code: int
    name: str
    risk: float
    week: str
    late: float
    lacking: tuple[float, str]
    waiting: float
    overdue: float
    news: str


def rank(risk: RiskView, chosen: Sequence[tuple[int, str]], alerts: Alerts) -> list[Ranked]:
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
                " ".join(crossing(line, name) for line in alerts.get(risk.municipalities[i], ())),
            )
        )
    return sorted(rows, key=lambda row: (np.isnan(row.risk), -np.nan_to_num(row.risk), -np.nan_to_num(row.late)))


def crossing(line: ChangeLine, name: str) -> str:
    """`▲ Uge 50, 2026: risikoen er steget ...`: a week that crossed the target, without the municipality's name."""
    said = translated(line.text).removeprefix(f"{name}, ")
    mark = "▼" if line.severity == "info" else "▲"
    return f"{mark} {said[:1].upper()}{said[1:]}"


def waiting_now(value: float) -> str:
    """Those who wait on the as-of date: whole where they were counted, with a decimal where they had to be reckoned."""
    return number(value, 0 if math.isnan(value) or round(value, 1).is_integer() else 1)


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
        self.hint = label("", "muted", wrap=True)
        box.addWidget(self.hint)
        box.addWidget(self.table, 1)

    def show_rows(self, rows: list[Ranked], limits: Sequence[float]) -> None:
        """Fills the list, keeping the row looked at."""
        self.rows = rows
        self.table_model.limits = limits

        def in_words(value: float) -> str:
            kind = risk_class(value, limits)
            return text.tr_marked(text.MISSING) if kind is None else f"{tr_marked(WORDS[kind])}, {percent(value)}"

        self.table_model.set_columns(
            (
                Column(tr("Kommune"), [row.name for row in rows]),
                Column(tr("Højeste risiko %"), [row.risk for row in rows], percent_figure, numeric=True, tip=in_words),
                Column(tr("I uge"), [row.week for row in rows]),
                Column(tr("Forventet over frist"), [row.late for row in rows], lambda v: number(v, 1), numeric=True),
                Column(tr("Pladser mangler"), [row.lacking for row in rows], lambda v: v[1], numeric=True),
                Column(tr("Venter nu"), [row.waiting for row in rows], waiting_now, numeric=True),
                Column(tr("Allerede over frist"), [row.overdue for row in rows], number, numeric=True),
                Column(tr("Over eller under målet siden sidst"), [row.news for row in rows], tip=str),
            )
        )
        told = any(row.news for row in rows)
        self.table.setColumnHidden(_NEWS, not told)
        hint = tr("Vælg en kommune for at se og ændre dens pladser. Enter eller dobbeltklik åbner den.")
        nothing = tr("Ingen uger er kommet over eller under målet siden sidste fil.")
        self.hint.setText(hint if told else f"{hint} {nothing}")
        head = self.table.horizontalHeader()
        head.setStretchLastSection(not told)
        for column, width in enumerate(_WIDTHS):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(_NEWS, QHeaderView.ResizeMode.Stretch)
        if rows and not self.table.currentIndex().isValid():
            self.table.select_row(0)
