"""The fan chart's table twin: a column a week, with mean, intervals, bookings and private referrals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui import text
from sundhedsklynge.ui.pages.prognose_words import week_head
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import interval, number, tr

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sundhedsklynge.forecast.outlook import Cell, Outlook, Scope


def private_of(outlook: Outlook, area: Scope, procedure: str) -> NDArray[np.float64]:
    """Expected private referrals by week (W,) of an area and a procedure."""
    rows = np.isin(outlook.municipalities, area.members)
    columns = np.array([procedure in (ALL, name) for name in outlook.procedures])
    return outlook.forecast.private[rows][:, columns].sum(axis=(0, 1))


def week_columns(
    outlook: Outlook, cell: Cell, private: NDArray[np.float64], corrected: Sequence[bool]
) -> tuple[list[Column], tuple[str, ...]]:
    """A column a week and the row heads. private: (W,). corrected: (W,) weeks that a planner's correction bears on."""
    heads = (tr("Forventet"), tr("Median"), "50 %", "80 %", "95 %", tr("Booket"), tr("Heraf privat"))
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
            number(float(private[w]), 1),
        )
        columns.append(
            Column(
                week_head(outlook, w, corrected=corrected[w]),
                values,
                tip=lambda said, week=week: f"{text.week(week)}: {said}",
                numeric=True,
            )
        )
    return columns, heads
