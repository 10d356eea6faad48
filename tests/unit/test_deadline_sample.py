"""The queue rules against the open sample: knowing the plans to come, the late are the ones that were late, day by day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.deadline.arrivals import Calendar, WaitingPlans, build_load
from sundhedsklynge.deadline.backlog import due_table
from sundhedsklynge.deadline.queue import DailySlots, daily_slots, monday_of, open_mask, serve
from sundhedsklynge.domain.calendar import day_number, parse_week
from sundhedsklynge.domain.clock import ClockRules
from tests.deadline_cases import Array

SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "hovedstaden"
FIRST = monday_of(day_number(dt.date(2023, 1, 2)))
WEEKS = 195  # deadlines within them are of plans received within the file
pytestmark = [pytest.mark.sample, pytest.mark.skipif(not SAMPLE.is_dir(), reason="needs the open sample")]


def days_of(column: pd.Series) -> Array:
    days = pd.to_datetime(column).to_numpy().astype("datetime64[D]").astype(np.int64)
    return np.where(column.isna(), -1, days)


def test_that_every_day_of_four_years_has_the_late_plans_it_had() -> None:
    plans = pd.read_csv(SAMPLE / "genoptraeningsplaner.csv", sep=";")
    slots = pd.read_csv(SAMPLE / "kapacitet.csv", sep=";")
    truth = pd.read_csv(SAMPLE / "truth" / "frister.csv", sep=";")
    received, start = days_of(plans["modtaget_dato"]), days_of(plans["udskrivningsdato"])
    start = np.maximum(start, days_of(plans["tidligst_start_dato"]))
    slots["day"] = [day_number(parse_week(week)) for week in slots["uge"]]
    truth["day"] = days_of(truth["frist"])
    days = 7 * WEEKS
    low = FIRST - 10
    calendar = Calendar(FIRST, days, low, due_table(low, days + 100, ClockRules()))
    is_open = open_mask(FIRST, days)
    for code in plans["kommunekode"].unique():
        mine = (plans["kommunekode"] == code).to_numpy()
        none = np.zeros(int(mine.sum()), dtype=np.int64)
        eligible = np.maximum(received[mine] + 1, start[mine])
        come = WaitingPlans(none, eligible, start[mine] + 7, none.astype(np.bool_), none + 1)
        weekly = slots[slots["kommunekode"] == code].set_index("day")["pladser"]
        per_week = weekly.reindex(FIRST + 7 * np.arange(WEEKS)).to_numpy()
        late = serve(build_load(calendar, 1, 1, come), DailySlots(daily_slots(per_week, is_open))).late[:, 0]
        known = truth[(truth["kommunekode"] == code) & (truth["day"] < FIRST + days)]
        expected = np.zeros(days, dtype=np.int64)
        expected[known["day"] - FIRST] = known["over_frist"]
        assert np.array_equal(late, expected), code
