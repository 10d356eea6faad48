"""Sums and recursions that are written for speed, beside the plain way of writing them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from forecast_world import World, evidence
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.forecast.bookings import LEADS, SLOW, causal_levels, look_back
from sundhedsklynge.forecast.learn import learn
from sundhedsklynge.forecast.plans import read_plans
from sundhedsklynge.forecast.season import make_calendar, tally

TASKS = Path("/proc/self/task")
COUNT_TASKS = """
import os, sundhedsklynge, numpy
numpy.ones((900, 900)) @ numpy.ones((900, 900))
print(len(os.listdir("/proc/self/task")))
"""


@given(st.integers(0, 9), st.integers(1, 5), st.lists(st.integers(1, 3), max_size=2), st.integers(0, 99))
def test_that_a_tally_is_what_adding_one_by_one_gives(rows: int, size: int, rest: list[int], seed: int) -> None:
    rng = np.random.default_rng(seed)
    number, amount = rng.integers(0, size, rows), rng.random((rows, *rest))
    expected = np.zeros((size, *rest))
    np.add.at(expected, number, amount)
    assert (tally(number, amount, size) == expected).all()


def test_that_levels_before_each_week_know_only_the_weeks_before() -> None:
    rng = np.random.default_rng(1)
    expected = np.where(rng.random((4, 30)) < 0.2, 0.0, rng.random((4, 30)))
    counts = rng.poisson(3 * expected).astype(float)
    levels = causal_levels(counts, expected, np.array([3.0, 12.0]), 5.0)
    start = counts.sum(1) / expected.sum(1)
    for i, half_life in enumerate((3.0, 12.0)):
        for week in range(31):
            age = np.arange(week, 0, -1) - 1
            quick, slow = 0.5 ** (age / half_life), 0.5 ** (age / SLOW)
            anchor = ((counts[:, :week] * slow).sum(1) + 5.0) / ((expected[:, :week] * slow).sum(1) + 5.0 / start)
            level = ((counts[:, :week] * quick).sum(1) + anchor * 5.0 / start) / (
                (expected[:, :week] * quick).sum(1) + 5.0 / start
            )
            assert levels[i, :, week] == pytest.approx(level)


def test_that_bookings_of_several_hospitals_are_those_of_each() -> None:
    known = evidence(World(hospitals=3), 40, plan_weeks=20)
    plans = read_plans(known, make_calendar(known.first_day, known.as_of + 84))
    newest = np.array([numbers[-1] for numbers in plans.snapshots])
    day = int(plans.extracted[newest[0]])
    apart = [plans.booked(k, day, day + 60) for k in newest]
    assert all(booked.any() for booked in apart)
    assert (plans.booked(newest, day, day + 60) == sum(apart)).all()
    assert not plans.booked(newest[:0], day, day + 60).any()


def test_that_what_was_booked_at_each_lead_is_that_of_the_snapshots() -> None:
    learnt = learn(evidence(World(), 60, plan_weeks=30), 12)
    plans = learnt.plans
    for hospital, numbers in enumerate(plans.snapshots):
        past = look_back(plans, learnt.usual, hospital)
        for i, k in enumerate(numbers):
            at = int(plans.extracted[k])
            by_day = plans.booked(int(k), at, at + 7 * LEADS)[past.own]
            assert (past.regressors[0, i] == by_day.reshape(-1, LEADS, 7).sum(2)).all()


@pytest.mark.skipif(not TASKS.is_dir(), reason="threads are counted as Linux tells of them")
def test_that_linear_algebra_runs_in_one_thread_so_that_cores_do_not_show_in_the_digits() -> None:
    plain = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    done = subprocess.run([sys.executable, "-c", COUNT_TASKS], capture_output=True, text=True, check=True, env=plain)
    assert done.stdout.strip() == "1"
