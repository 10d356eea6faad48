"""Year on year by month: whole months only, the same municipalities in both years, totals before sums."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.coverage.yearly import (
    OPERATIONS,
    MonthRow,
    activity_by_month,
    received_by_month,
    so_far,
    year_on_year,
)
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.kinds import ACTIVITY
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots
from tests.rows import frame

FIRST = 2022 * 12  # January 2022


def test_that_the_change_is_that_of_kls_figure() -> None:
    values = np.array([[100.0, 80.0, *[np.nan] * 10, 130.0, 100.0]])
    rows = year_on_year(values, FIRST, 2023)
    assert rows[0] == MonthRow(dt.date(2023, 1, 1), 130, 100, pytest.approx(0.30), 1, 1)
    assert rows[1].change == pytest.approx(0.25)
    assert [row.this_year for row in rows[2:]] == [None] * 10
    total = so_far(rows)
    assert total is not None
    assert (total.this_year, total.last_year, total.change) == (230, 180, pytest.approx(230 / 180 - 1))


def test_that_only_municipalities_known_in_both_years_are_compared() -> None:
    values = np.full((3, 13), np.nan)
    values[0, 0], values[0, 12] = 10, 20
    values[1, 12] = 500  # sent nothing last year
    row = year_on_year(values, FIRST, 2023)[0]
    assert (row.this_year, row.last_year, row.change, row.places, row.of) == (20, 10, 1.0, 1, 2)


def test_that_a_year_without_the_one_before_shows_counts_and_no_change() -> None:
    rows = year_on_year(np.array([[10.0, 20.0]]), FIRST, 2022)
    assert (rows[0].this_year, rows[0].last_year, rows[0].change) == (10, None, None)
    assert so_far(rows) is None


def test_that_nothing_last_year_gives_no_percentage() -> None:
    row = year_on_year(np.array([[0.0, *[np.nan] * 11, 5.0]]), FIRST, 2023)[0]
    assert (row.this_year, row.last_year, row.change) == (5, 0, None)


def activity(*rows: dict[str, object]) -> pd.DataFrame:
    return frame(ACTIVITY, *rows)


def test_that_a_stated_total_speaks_before_the_sum_of_procedures() -> None:
    table = activity(
        {"month": "2026-01-01", "received": 100},
        {"month": "2026-01-01", "procedure": "knæ", "received": 30},
        {"month": "2026-02-01", "procedure": "knæ", "received": 30},
        {"month": "2026-02-01", "procedure": "hofte", "received": 12},
    )
    monthly = activity_by_month(table)
    assert monthly.rows == (101,)
    assert monthly.values.tolist() == [[100, 42]]
    assert activity_by_month(table, procedure="knæ").values.tolist() == [[30, 30]]


def test_that_operations_not_said_are_missing_and_regions_stand_by_themselves() -> None:
    table = activity(
        {"month": "2026-01-01", "received": 9, "operations": 4},
        {"month": "2026-03-01", "received": 9},
        {"month": "2026-03-01", "municipality": 0, "region": "Region Hovedstaden", "received": 70, "operations": 50},
    )
    monthly = activity_by_month(table, OPERATIONS)
    assert np.isnan(monthly.of([101])).tolist() == [[False, True, True]]
    assert monthly.of(["Region Hovedstaden"])[0, 2] == 50
    assert activity_by_month(table[:0]).rows == ()


def evidence(days: list[tuple[str, int, int]], missing: list[str], first: str, as_of: str) -> Evidence:
    """Plans of municipality 101 and 219: (day received, procedure, count); days of `missing` are not known for 101."""
    number = lambda text: day_number(dt.date.fromisoformat(text))  # noqa: E731
    count = len(days)
    whole = np.zeros(count, np.int32)
    observed = np.ones((2, number(as_of) - number(first)), bool)
    for text in missing:
        observed[0, number(text) - number(first)] = False
    nothing = np.zeros(0, np.int32)
    none = np.zeros(0, bool)
    received = np.array([number(text) for text, _, _ in days], np.int32)
    procedure, plans = (np.array([day[i] for day in days], np.int32) for i in (1, 2))
    return Evidence(
        as_of=number(as_of),
        municipalities=(101, 219),
        population=np.array([1e5, 5e4]),
        cluster=np.zeros(2, np.int32),
        procedures=("knæ", "hofte", "skulder"),
        hospitals=(),
        receipts=Receipts(
            whole,
            procedure,
            whole - 1,
            received,
            received,
            received,
            plans,
            np.zeros(count, bool),
            np.ones(count, bool),
        ),
        snapshots=Snapshots(
            *[nothing] * 4,
            *[nothing] * 4,
            weekly=none,
            cancelled=none,
            booked=nothing,
            case=nothing,
            count=nothing,
            private=none,
        ),
        first_day=number(first),
        observed=observed,
    )


def test_that_plans_are_counted_by_whole_months_and_a_running_month_is_missing() -> None:
    plans = [("2025-12-31", 0, 2), ("2026-01-01", 0, 3), ("2026-01-31", 1, 4), ("2026-02-02", 0, 5)]
    monthly = received_by_month(evidence(plans, [], "2025-12-01", "2026-02-15"))
    assert monthly.first == 2025 * 12 + 11
    assert monthly.values[:, :2].tolist() == [[2, 7], [0, 0]]
    assert np.isnan(monthly.values[:, 2]).all()
    assert received_by_month(evidence(plans, [], "2025-12-01", "2026-02-15"), "hofte").values[0, :2].tolist() == [0, 4]


def test_that_a_month_with_a_missing_day_is_missing_for_that_municipality_only() -> None:
    plans = [("2026-01-05", 0, 3)]
    monthly = received_by_month(evidence(plans, ["2026-01-20"], "2026-01-01", "2026-02-01"))
    assert np.isnan(monthly.values[0, 0])
    assert monthly.values[1, 0] == 0
