"""The private alternative: who gets the right to choose, who uses it, what it costs against extra slots. No price, no kroner."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.settings import SETTINGS
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pages.frist_view import PRIVATE_PRICE, PRIVATE_SHARE, SLOT_PRICE
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, short_week, tr

if TYPE_CHECKING:
    from sundhedsklynge.deadline.private import Interval
    from sundhedsklynge.ui.pages.frist_view import FristView

_THURSDAY = dt.timedelta(days=3)


class SettingField(QLineEdit):
    """One setting as a field; Enter, or leaving it, stores what is others than before. `stored` carries key and text."""

    stored = Signal(str, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._kept = ""
        self.setAccessibleName(SETTINGS[key].label)
        self.setToolTip(tr("{label}: skriv {form}", label=SETTINGS[key].label, form=SETTINGS[key].form))
        self.setFixedWidth(88)
        self.setPlaceholderText(tr("ikke sat"))
        self.editingFinished.connect(self._on_finished)

    def show_value(self, value: str) -> None:
        """Shows what is in force."""
        self._kept = value
        self.setText(value)

    def _on_finished(self) -> None:
        if self.text().strip() != self._kept:
            self._kept = self.text().strip()
            self.stored.emit(self._key, self._kept)


class PrivatePanel(QWidget):
    """Expected citizens and kroner by week and quarter, and the settings they rest on. `stored` carries key and text of a setting."""

    stored = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Ret til privat tilbud for hver uge og hvert kvartal"))
        self.table.setModel(self.table_model)
        self.table.setProperty("kind", "small")
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        rows = self.table.verticalHeader()
        rows.show()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._said = label("", wrap=True)
        self.fields = {key: SettingField(key) for key in (PRIVATE_SHARE, PRIVATE_PRICE, SLOT_PRICE)}
        names = {
            PRIVATE_SHARE: tr("Bruger retten"),
            PRIVATE_PRICE: tr("Pris pr. forløb, kr."),
            SLOT_PRICE: tr("Pris pr. ekstra plads, kr."),
        }
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        for key, field in self.fields.items():
            said = label(names[key])
            said.setBuddy(field)
            row.addWidget(said)
            row.addWidget(field)
            row.addSpacing(theme.SPACE_M)
            field.stored.connect(self.stored)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(row)
        box.addWidget(self.table, 1)
        box.addWidget(self._said)

    def show_view(self, view: FristView) -> None:
        """Fills the table and the fields."""
        plan, money = view.plan, view.plan.money
        quarters = [quarter_code(week + _THURSDAY) for week in plan.weeks]
        each = list(dict.fromkeys(quarters))
        late = plan.late[0]
        rights = [float(value) for value in late]
        rights += [float(np.nansum(late[[q == quarter for q in quarters]])) for quarter in each]
        heads = [tr("Får ret til at vælge")]
        lines = [[number(value, 1) for value in rights]]
        if money is not None:
            heads += [tr("Bruger den"), tr("80 % mellem")]
            lines += _lines(money.people_by_week, money.people_by_quarter, lambda value: number(value, 1))
            if money.kroner_by_week is not None and money.kroner_by_quarter is not None:
                heads += [tr("Udgift, 1.000 kr."), tr("80 % mellem")]
                lines += _lines(money.kroner_by_week, money.kroner_by_quarter, lambda value: number(value / 1000))
        titles = [*(short_week(week) for week in plan.weeks), *(_quarter(quarter) for quarter in each)]
        self.table_model.set_columns(
            [
                Column(
                    title, [line[i] for line in lines], numeric=True, tip=lambda said, title=title: f"{title}: {said}"
                )
                for i, title in enumerate(titles)
            ],
            heads,
        )
        head = self.table.horizontalHeader()
        head.setMinimumSectionSize(40)
        for i in range(len(titles)):
            mode = QHeaderView.ResizeMode
            head.setSectionResizeMode(i, mode.Stretch if i < len(plan.weeks) else mode.ResizeToContents)
        self.table.setMaximumHeight(len(heads) * theme.ROW_HEIGHT + head.sizeHint().height() + 4)
        self._said.setText(_sentence(view))
        for key, field in self.fields.items():
            field.show_value(view.settings[key])


def _lines(weekly: Interval, quarterly: Interval, show: Callable[[float], str]) -> list[list[str]]:
    """Mean and 80 % range as text, weeks first."""

    def both(name: str) -> list[float]:
        return [*getattr(weekly, name).tolist(), *getattr(quarterly, name).tolist()]

    spans = [f"{show(low)}–{show(high)}" for low, high in zip(both("low"), both("high"), strict=True)]
    return [[show(value) for value in both("mean")], spans]


def _quarter(code: str) -> str:
    return tr("{quarter}. kv. {year}", quarter=code[-1], year=code[:4])


def _sentence(view: FristView) -> str:
    plan, money, advice = view.plan, view.plan.money, view.advice
    if money is None:
        return tr(
            "Andelen, der bruger retten til privat tilbud, er ikke sat, så kun antallet med ret til at vælge vises. "
            "Skriv andelen ovenfor, for eksempel 30 %."
        )
    if money.kroner is None:
        return tr(
            "Prisen er ikke sat, så der vises kun antal. Skriv prisen pr. forløb ovenfor; priser pr. pakke sættes under "
            "privat.priser i indstillingerne."
        )
    spent = tr(
        "Forventet udgift til private tilbud: {kroner} kr., 80 % mellem {low} og {high}.",
        kroner=number(float(money.kroner.mean[0])),
        low=number(float(money.kroner.low[0])),
        high=number(float(money.kroner.high[0])),
    )
    if plan.extra_cost is None:
        return f"{spent} {tr('Skriv prisen for en ekstra plads for at sammenligne.')}"
    against = tr(
        "De anbefalede {slots} ekstra pladser koster {kroner} kr.",
        slots=number(plan.extra_slots),
        kroner=number(plan.extra_cost),
    )
    if advice is None or advice.private_saved is None or math.isnan(advice.private_saved):
        return f"{spent} {against}"
    saved = tr("De sparer {kroner} kr. hos private.", kroner=number(advice.private_saved))
    return f"{spent} {against} {saved}"
