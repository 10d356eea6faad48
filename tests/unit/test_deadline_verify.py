"""How good earlier risks were, against plans whose deadlines have expired."""

from __future__ import annotations

import numpy as np
import pytest

from sundhedsklynge.deadline.verify import as_usual, expired, judge, reliability
from sundhedsklynge.domain.clock import ClockRules
from sundhedsklynge.domain.kinds import GOP_STATUSES
from tests.deadline_cases import MONDAY, plan_rows

WEEKS = MONDAY + 7 * np.arange(-3, 0)


def test_that_expired_deadlines_and_those_unmet_are_counted_by_week() -> None:
    discharged = [MONDAY - 28, MONDAY - 28, MONDAY - 21, MONDAY - 14, MONDAY - 9, MONDAY - 7]
    ended = [MONDAY - 21, MONDAY - 20, -1, MONDAY - 13, -1, -1]
    status = [0, 0, 0, 0, GOP_STATUSES.index("fejlsendt"), 0]
    deadlines, late = expired(
        plan_rows(discharged, ended=ended, status=status), WEEKS, MONDAY - 21, MONDAY, 1, ClockRules()
    )
    assert deadlines.tolist() == [[2, 1, 1]]
    assert late.tolist() == [[1, 1, 0]]


def test_that_as_usual_is_the_share_of_weeks_with_someone_late_among_those_with_deadlines() -> None:
    deadlines = np.array([[3, 0, 2, 5], [0, 0, 0, 0]])
    late = np.array([[1, 0, 0, 2], [0, 0, 0, 0]])
    assert as_usual(deadlines, late) == pytest.approx([2 / 3, 0])


def test_that_skill_is_one_for_the_certain_and_zero_for_the_usual() -> None:
    late = np.array([0, 2, 0, 1])
    usual = np.full(4, 0.5)
    perfect = judge((late > 0).astype(float), late.astype(float), late, usual)
    assert (perfect.brier, perfect.skill, perfect.expected, perfect.came) == (0, 1, 3, 3)
    assert judge(usual, usual, late, usual).skill == pytest.approx(0)


def test_that_what_was_not_known_is_not_judged() -> None:
    result = judge(np.array([np.nan, 1.0]), np.array([9.0, 2.0]), np.array([4, 2]), np.array([0.5, 0.5]))
    assert (result.pairs, result.came, result.expected) == (1, 2, 2)
    nothing = judge(np.array([np.nan]), np.array([1.0]), np.array([1]), np.array([0.5]))
    assert np.isnan(nothing.brier)
    assert np.isnan(nothing.skill)


def test_that_reliability_tells_what_came_by_what_was_said() -> None:
    said = np.array([0.0, 0.04, 0.3, 0.4, 1.0, np.nan])
    table = reliability(said, np.array([0, 0, 1, 0, 3, 9]))
    assert table.pairs.tolist() == [2, 0, 2, 0, 1]
    assert table.stated[[0, 2, 4]] == pytest.approx([0.02, 0.35, 1.0])
    assert table.came[[0, 2, 4]] == pytest.approx([0, 0.5, 1])
    assert np.isnan(table.came[1])
