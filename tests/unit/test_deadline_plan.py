"""Recommended slots are enough, few and as late as can be; extra slots go where they do most good."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.deadline.case import Case, make_case, run
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.plan import best_use, least, recommend
from sundhedsklynge.deadline.risk import profile_of
from tests.deadline_cases import MONDAY, Array, plan_rows, poisson_draws, risk_inputs

RULES = RiskRules()
TARGET = 0.05


def case_of(inputs: RiskInputs, rules: RiskRules = RULES) -> Case:
    return make_case(inputs, profile_of(inputs), 0, rules)


def imported(case: Case, column: Array) -> Array:
    """p_late when the recommended column is imported as capacity; where it is empty the plan stands."""
    return run(case, np.where(np.isnan(column), case.slots, column)).p_late


def surge(paths: int = 400) -> Array:
    draws = poisson_draws(6, 10, paths)
    draws[:, :, 4:6] += 5
    return draws


@given(limit=st.integers(0, 5000), most=st.integers(1, 4000))
def test_that_the_least_number_that_is_enough_is_found(limit: int, most: int) -> None:
    found = least(lambda n: n >= limit, most)
    assert found == (limit if limit <= most else None)


@pytest.mark.parametrize("slots", [3, 5, 6, 7, 9, 14])
def test_that_every_recommended_week_comes_under_the_target_when_imported(slots: int) -> None:
    case = case_of(risk_inputs(surge(), slots))
    column = recommend(case, TARGET)
    assert (imported(case, column)[~np.isnan(column)] <= TARGET).all()
    assert (column[~np.isnan(column)] >= slots).all()
    assert not np.isnan(column[1:]).any()


def test_that_enough_slots_are_left_as_they_are() -> None:
    case = case_of(risk_inputs(poisson_draws(6), 30))
    assert recommend(case, TARGET).tolist() == [30.0] * 8


def test_that_no_recommended_week_can_do_with_one_slot_fewer() -> None:
    case = case_of(risk_inputs(surge(), 7))
    column = recommend(case, TARGET)
    extra = column - 7
    assert extra.sum() > 0
    for week in np.flatnonzero(extra):
        fewer = column.copy()
        fewer[week] -= 1
        assert (run(case, fewer).p_late > TARGET).any(), week


def test_that_extra_slots_come_no_earlier_than_needed() -> None:
    draws = surge()
    draws[:, :, 4:6] += 10
    case = case_of(risk_inputs(draws, 12))
    extra = recommend(case, TARGET) - 12
    assert extra[:3].tolist() == [0, 0, 0]
    assert extra[4:7].sum() > 0


def test_that_a_week_in_which_someone_is_lost_whatever_happens_has_no_number() -> None:
    rows = plan_rows([MONDAY - 3], ended=[MONDAY + 9])  # offered after the deadline, which is the coming Friday
    case = case_of(risk_inputs(poisson_draws(6), 9, rows=rows))
    column = recommend(case, TARGET)
    assert np.isnan(column).tolist() == [True] + [False] * 7
    assert run(case).p_late[0] == 1


def test_that_a_week_behind_a_closed_one_has_no_number_where_none_can_help() -> None:
    shut = frozenset(range(MONDAY + 7, MONDAY + 21))
    inputs = replace(risk_inputs(poisson_draws(8), 12), closed={0: shut})
    case = case_of(inputs)
    column = recommend(case, TARGET)
    assert np.isnan(column)[2]
    many = run(case, np.full(8, 5000.0)).p_late
    assert (many[np.isnan(column)] > TARGET).all()
    assert (imported(case, column)[~np.isnan(column)] <= TARGET).all()


def test_that_a_deadline_on_a_monday_is_helped_by_slots_the_week_before() -> None:
    draws = np.zeros((1, 1, 4, 200), dtype=np.int32)
    rows = plan_rows([MONDAY + 14 - 10] * 8, discharged=[MONDAY + 7] * 8)
    inputs = risk_inputs(draws, 1, as_of=MONDAY + 7, rows=rows)
    case = case_of(inputs)
    column = recommend(case, TARGET)
    assert column.tolist()[2:] == [1, 1]
    assert (imported(case, column) <= TARGET).all()
    assert column.sum() - 4 <= 7


def test_that_weeks_without_known_slots_and_those_after_have_no_number() -> None:
    slots = np.full((1, 8), 9.0)
    slots[0, 4] = np.nan
    column = recommend(case_of(risk_inputs(poisson_draws(6), slots)), TARGET)
    assert np.isnan(column).tolist() == [False] * 4 + [True] * 4


def test_that_in_a_week_begun_the_number_is_for_the_whole_week() -> None:
    case = case_of(risk_inputs(poisson_draws(6), 20, as_of=MONDAY + 2))
    assert recommend(case, TARGET)[0] == 20
    assert case.slots_left(case.slots)[0] == 12


def test_that_extra_slots_go_where_they_do_most_good() -> None:
    draws = np.zeros((1, 1, 6, 100), dtype=np.int32)
    draws[:, :, 3] = 9
    case = case_of(risk_inputs(draws, 2))
    use = best_use(case, 6)
    assert use.added.sum() <= 6
    assert use.added[:3].tolist() == [0, 0, 0]
    assert use.late_after < use.late_before
    assert use.removed == pytest.approx(1 - use.late_after / use.late_before)
    assert run(case, case.slots + use.added).late.sum() / 100 == pytest.approx(use.late_after)


def test_that_slots_which_help_no_one_are_not_given_out_nor_weeks_after_the_last_allowed() -> None:
    assert best_use(case_of(risk_inputs(poisson_draws(3), 40)), 5).added.sum() == 0
    assert best_use(case_of(risk_inputs(surge(), 6)), 3, last_week=5).added[6:].sum() == 0
