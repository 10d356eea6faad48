"""Plans received (or operations) by month, this year beside last year, as KL's figure has it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.evidence import Evidence, Floats

RECEIVED, OPERATIONS = "received", "operations"


@dataclass(frozen=True)
class Monthly:
    """Counts by month: `rows` are municipality codes (or one region), values (R, K) with NaN where a month is not wholly known; month k is
    `first` plus k months, counted as year * 12 + month - 1."""

    rows: tuple[int | str, ...]
    first: int
    values: Floats

    def of(self, members: Sequence[int | str]) -> Floats:
        """(members with data, K)."""
        return self.values[[i for i, row in enumerate(self.rows) if row in set(members)]]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """One month: counts of this year and last year, None where not known, and the change (0.3 is 30 % up), None without both or from zero.

    Where both years are known, only municipalities known in both count: `places` of `of`.
    """

    month: dt.date
    this_year: int | None
    last_year: int | None
    change: float | None
    places: int
    of: int


def received_by_month(evidence: Evidence, procedure: str = ALL) -> Monthly:
    """Plans received by municipality and month; a month of which a day is missing, the one running included, is NaN."""
    days = evidence.observed.shape[1]
    month = _month_of(np.arange(evidence.first_day, evidence.first_day + days))
    if not days:
        return Monthly(evidence.municipalities, 0, np.zeros((len(evidence.municipalities), 0)))
    first, count = int(month[0]), int(month[-1] - month[0]) + 1
    heard = evidence.receipts
    wanted = (
        np.ones(len(heard.count), bool) if procedure == ALL else heard.procedure == evidence.procedures.index(procedure)
    )
    values = np.zeros((len(evidence.municipalities), count))
    np.add.at(values, (heard.municipality[wanted], _month_of(heard.received[wanted]) - first), heard.count[wanted])
    known = np.zeros(values.shape)
    for row, seen in enumerate(evidence.observed):
        known[row] = np.bincount(month[seen] - first, minlength=count)
    values[known < _lengths(first, count)] = np.nan
    return Monthly(evidence.municipalities, first, values)


def activity_by_month(rows: pd.DataFrame, measure: str = RECEIVED, procedure: str = ALL) -> Monthly:
    """`activity` files by municipality or region and month.

    rows: month, municipality (0 for a region), region, procedure ("" is all), received, operations (-1 not said). The sum of all procedures
    is the row that says so, else the sum of those there are.
    """
    table = rows[rows[measure] >= 0]
    table = table[table["procedure"] == procedure] if procedure != ALL else table
    if table.empty:
        return Monthly((), 0, np.zeros((0, 0)))
    month = table["month"].dt.year * 12 + table["month"].dt.month - 1
    place = table["municipality"].astype(object).where(table["municipality"] > 0, table["region"])
    sums = pd.DataFrame({"place": place, "month": month, "total": table["procedure"] == "", "count": table[measure]})
    sums = sums.groupby(["place", "month", "total"])["count"].sum().reset_index()
    sums = sums.sort_values("total").drop_duplicates(["place", "month"], keep="last")  # the stated total before a sum
    first, count = int(sums["month"].min()), int(sums["month"].max() - sums["month"].min()) + 1
    wide = sums.pivot_table(index="place", columns="month", values="count", sort=False)
    values = wide.reindex(columns=range(first, first + count)).to_numpy(dtype=float)
    return Monthly(tuple(wide.index.tolist()), first, values)


def year_on_year(values: Floats, first: int, year: int) -> list[MonthRow]:
    """January to December of `year` beside the year before.

    values: (R, K) from `Monthly.of`. Municipalities without any data are not waited for.
    """
    values = values[~np.isnan(values).all(axis=1)] if values.size else values
    return [_month_row(values, first, year, month) for month in range(12)]


def _month_row(values: Floats, first: int, year: int, month: int) -> MonthRow:
    now, then = (_column(values, (year - back) * 12 + month - first) for back in (0, 1))
    both = ~np.isnan(now) & ~np.isnan(then)
    day = dt.date(year, month + 1, 1)
    if both.any():
        this, last = int(now[both].sum()), int(then[both].sum())
        return MonthRow(day, this, last, this / last - 1 if last else None, int(both.sum()), len(values))
    known = ~np.isnan(now) | ~np.isnan(then)
    return MonthRow(day, _total(now), _total(then), None, int(known.sum()), len(values))


def so_far(rows: Sequence[MonthRow]) -> MonthRow | None:
    """The months known in both years as one, under the first of them; None where there are none."""
    both = [row for row in rows if row.this_year is not None and row.last_year is not None]
    if not both:
        return None
    this, last = sum(row.this_year or 0 for row in both), sum(row.last_year or 0 for row in both)
    return MonthRow(
        both[0].month, this, last, this / last - 1 if last else None, min(r.places for r in both), both[0].of
    )


def _column(values: Floats, index: int) -> Floats:
    return values[:, index] if 0 <= index < values.shape[1] else np.full(len(values), np.nan)


def _total(column: Floats) -> int | None:
    return None if np.isnan(column).all() else int(np.nansum(column))


def _month_of(days: np.ndarray) -> np.ndarray:
    """Day numbers as months since year 0."""
    return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) + 1970 * 12


def _lengths(first: int, count: int) -> Floats:
    """Days of `count` months."""
    starts = (np.arange(first, first + count + 1) - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]")
    return np.diff(starts.astype(np.int64)).astype(float)
