"""The private alternative: who gets the right to choose, who uses it, what it costs against extra slots. No price, no kroner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Stack, WrapRow
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pages.frist_prices import PACKAGE_PRICES, PriceTable
from sundhedsklynge.ui.pages.frist_settings import SettingField, Since
from sundhedsklynge.ui.pages.frist_view import PRIVATE_PRICE, PRIVATE_SHARE, SLOT_PRICE
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, short_week, tr

if TYPE_CHECKING:
    from sundhedsklynge.deadline.private import Interval
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.ui.pages.frist_view import Money

COST, PRICES = "udgift", "priser"
_THURSDAY = dt.timedelta(days=3)


class PrivatePanel(QWidget):
    """Expected citizens and kroner by week and quarter; beside them, one press away, the share and the prices they rest on. `stored`
    carries key and text of a setting and the day it holds from (None: always); `refused` a UserError."""

    stored = Signal(str, str, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = Segments(tr("Privat tilbud"), ((COST, tr("Antal og udgift")), (PRICES, tr("Andel og priser"))))
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Ret til privat tilbud for hver uge og hvert kvartal"))
        self.table.setModel(self.table_model)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        rows = self.table.verticalHeader()
        rows.show()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.said = label("", wrap=True)
        self.fields = {key: SettingField(key) for key in (PRIVATE_SHARE, PRIVATE_PRICE, SLOT_PRICE)}
        self.since = Since(tr("Ændringer gælder"))
        self.prices = PriceTable()
        self._views = Stack()
        self._views.addWidget(self._cost_view())
        self._views.addWidget(self._price_view())
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self._views, 1)
        self.views.chosen.connect(self.show_part)
        self.prices.stored.connect(self._store)
        self.prices.refused.connect(self.refused)

    def _cost_view(self) -> QWidget:
        view = QWidget()
        box = QVBoxLayout(view)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addStretch(0)
        return view

    def _price_view(self) -> QWidget:
        names = {
            PRIVATE_SHARE: tr("Andel, der bruger retten"),
            PRIVATE_PRICE: tr("Pris uden for pakkerne, kr."),
            SLOT_PRICE: tr("Pris for en ekstra plads, kr."),
        }
        row = WrapRow(theme.SPACE_S)
        for key, field in self.fields.items():
            pair = QWidget()
            inner = QHBoxLayout(pair)
            inner.setContentsMargins(0, 0, theme.SPACE_M, 0)
            inner.setSpacing(theme.SPACE_S)
            said = label(names[key])
            said.setBuddy(field)
            inner.addWidget(said)
            inner.addWidget(field)
            row.add(pair)
            field.stored.connect(self._store)
        row.add(self.since)
        view = QWidget()
        box = QVBoxLayout(view)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(row)
        box.addWidget(self.prices, 1)
        return view

    def show_part(self, key: str) -> None:
        """Shows the figures, or what they rest on."""
        self.views.set_current(key)
        self._views.setCurrentIndex(int(key == PRICES))

    def show_money(self, money: Money, as_of: dt.date) -> None:
        """Fills the table and the fields."""
        plan, costs = money.plan, money.plan.money
        quarters = [quarter_code(week + _THURSDAY) for week in plan.weeks]
        each = list(dict.fromkeys(quarters))
        rights = [_known_sum(plan.late[:, week]) for week in range(len(plan.weeks))]
        rights += [_known_sum(plan.late[:, [q == quarter for q in quarters]]) for quarter in each]
        heads = [tr("Får ret til at vælge")]
        lines = [[number(value, 1) for value in rights]]
        if costs is not None:
            heads += [tr("Bruger den"), tr("80 % mellem")]
            lines += _lines(costs.people_by_week, costs.people_by_quarter, lambda count: number(count, 1), number)
            if costs.kroner_by_week is not None and costs.kroner_by_quarter is not None:
                heads += [tr("Udgift, 1.000 kr."), tr("80 % mellem")]
                lines += _lines(costs.kroner_by_week, costs.kroner_by_quarter, _thousands, _thousands)
        titles = [*(short_week(week) for week in plan.weeks), *(_quarter(quarter) for quarter in each)]
        self.table_model.set_columns(
            [
                Column(
                    title,
                    [line[i] for line in lines],
                    numeric=True,
                    tip=lambda said, title=title: tr("{title}: {said}", title=title, said=said),
                )
                for i, title in enumerate(titles)
            ],
            heads,
        )
        head = self.table.horizontalHeader()
        head.setMinimumSectionSize(theme.scaled(40))
        for i in range(len(titles)):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(i, mode.Stretch if i < len(plan.weeks) else mode.ResizeToContents)
        self.table.show_rows(len(heads))
        self.said.setText(_sentence(money))
        self.since.start_at(as_of)
        for key, field in self.fields.items():
            field.show_value(money.settings[key])
        self.prices.show_prices(money.settings[PACKAGE_PRICES], money.procedures)

    def _store(self, key: str, value: str) -> None:
        self.stored.emit(key, value, self.since.valid_from)


def _known_sum(late: Floats) -> float:
    """The sum of what is known; NaN where nothing is."""
    return float("nan") if np.isnan(late).all() else float(np.nansum(late))


def _lines(
    weekly: Interval, quarterly: Interval, mean: Callable[[float], str], end: Callable[[float], str]
) -> list[list[str]]:
    """Mean and 80 % range as text, weeks first."""

    def both(name: str) -> list[float]:
        return [*getattr(weekly, name).tolist(), *getattr(quarterly, name).tolist()]

    spans = [f"{end(low)}–{end(high)}" for low, high in zip(both("low"), both("high"), strict=True)]
    return [[mean(value) for value in both("mean")], spans]


def _thousands(kroner: float) -> str:
    return number(kroner / 1000)


def _quarter(code: str) -> str:
    return tr("{quarter}. kv. {year}", quarter=code[-1], year=code[:4])


def _sentence(money: Money) -> str:
    plan, costs = money.plan, money.plan.money
    if costs is None:
        return tr(
            "Andelen, der bruger retten til privat tilbud, er ikke sat, så kun antallet med ret til at vælge vises. "
            "Skriv den under Andel og priser, for eksempel 30 %."
        )
    if costs.kroner is None:
        return tr(
            "Priserne er ikke skrevet for alle de indgreb, der ventes, så der vises kun antal. Skriv dem under Andel og priser."
        )
    spent = tr(
        "Forventet udgift til private tilbud: {kroner} kr., 80 % mellem {low} og {high}.",
        kroner=number(float(costs.kroner.mean[0])),
        low=number(float(costs.kroner.low[0])),
        high=number(float(costs.kroner.high[0])),
    )
    if plan.extra_cost is None:
        asked = tr("Skriv prisen for en ekstra plads under Andel og priser for at sammenligne.")
        return f"{spent} {asked}"
    if not plan.extra_slots:
        enough = tr("Der anbefales ingen ekstra pladser.")
        return f"{spent} {enough}"
    against = tr(
        "De anbefalede {slots} ekstra pladser koster {kroner} kr.",
        slots=number(plan.extra_slots),
        kroner=number(plan.extra_cost),
    )
    if money.saved is None or np.isnan(money.saved):
        return f"{spent} {against}"
    saved = tr("De sparer {kroner} kr. hos private.", kroner=number(money.saved))
    return f"{spent} {against} {saved}"
