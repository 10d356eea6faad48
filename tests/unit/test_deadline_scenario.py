"""What-if on the plan's own random numbers, and the private alternative."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sundhedsklynge.deadline.case import run
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.private import by_period, private_choices
from sundhedsklynge.deadline.risk import assess, profile_of
from sundhedsklynge.deadline.scenario import (
    Activity,
    Closure,
    GroupStart,
    Scenario,
    SlotChange,
    activity_factor,
    case_under,
    hospital_share,
)
from tests.deadline_cases import MONDAY, Array, poisson_draws, receipts, risk_inputs

INPUTS = risk_inputs(poisson_draws(6, 8, 400), 8)
RULES = RiskRules()


def late(scenario: Scenario, inputs: RiskInputs = INPUTS) -> Array:
    return run(case_under(inputs, profile_of(inputs), 0, RULES, scenario)).late


def test_that_an_empty_scenario_is_the_plan() -> None:
    assert np.array_equal(late(Scenario()), assess(INPUTS, RULES).late_paths[0])


@pytest.mark.parametrize(
    "worse",
    [
        Scenario(activity=(Activity(1.3),)),
        Scenario(slots=(SlotChange(MONDAY + 14, -4),)),
        Scenario(closures=(Closure(MONDAY + 14, MONDAY + 18),)),
        Scenario(first_slot_after=3),
    ],
)
def test_that_what_makes_it_harder_makes_no_path_better(worse: Scenario) -> None:
    plain, hard = late(Scenario()), late(worse)
    assert (hard.cumsum(0) >= plain.cumsum(0)).all()
    assert hard.sum() > plain.sum()


@pytest.mark.parametrize("better", [Scenario(activity=(Activity(0.7),)), Scenario(slots=(SlotChange(MONDAY + 14, 6),))])
def test_that_what_makes_it_easier_makes_no_path_worse(better: Scenario) -> None:
    plain, easy = late(Scenario()), late(better)
    assert (easy.cumsum(0) <= plain.cumsum(0)).all()
    assert easy.sum() < plain.sum()


def test_that_more_activity_from_a_date_leaves_the_weeks_before_as_they_were() -> None:
    changed = late(Scenario(activity=(Activity(2.0, first_day=MONDAY + 28),)))
    assert np.array_equal(changed[:4], late(Scenario())[:4])
    assert changed[5:].sum() > late(Scenario())[5:].sum()


def test_that_a_closed_week_equals_a_week_without_slots() -> None:
    closed = Scenario(closures=(Closure(MONDAY + 14, MONDAY + 20),))
    empty = Scenario(slots=(SlotChange(MONDAY + 14, -8),))
    assert np.array_equal(late(closed), late(empty))


def test_that_a_closed_day_loses_its_slots_and_leaves_the_other_days_theirs() -> None:
    case = case_under(INPUTS, profile_of(INPUTS), 0, RULES, Scenario(closures=(Closure(MONDAY, MONDAY),)))
    assert case.daily(case.slots).shared[:7].tolist() == [0, 2, 2, 1, 1, 0, 0]


def test_that_a_group_that_starts_adds_its_slots_on_its_day() -> None:
    case = case_under(INPUTS, profile_of(INPUTS), 0, RULES, Scenario(groups=(GroupStart(MONDAY + 2, 6),)))
    assert case.daily(case.slots).shared[:7].tolist() == [2, 2, 8, 1, 1, 0, 0]
    assert case.slots_left(case.slots)[0] == 14


def test_that_changes_for_one_municipality_leave_the_others() -> None:
    inputs = risk_inputs(poisson_draws(6, 4, 100, municipalities=2), 6)
    scenario = Scenario(slots=(SlotChange(MONDAY, -6, municipality=0),), closures=(Closure(MONDAY, MONDAY + 9, 0),))
    plain, changed = assess(inputs, RULES), assess(inputs, RULES, scenario=scenario)
    assert np.array_equal(plain.late_paths[1], changed.late_paths[1])
    assert changed.late[0].sum() > plain.late[0].sum()


def test_that_slots_never_fall_below_none_and_unknown_ones_stay_unknown() -> None:
    unknown = replace(INPUTS, slots=replace(INPUTS.slots, shared=np.full((1, 8), np.nan)))
    change = Scenario(slots=(SlotChange(MONDAY, -99),))
    assert case_under(INPUTS, profile_of(INPUTS), 0, RULES, change).slots[0] == 0
    assert np.isnan(case_under(unknown, profile_of(unknown), 0, RULES, change).slots[0])


def test_that_a_hospital_that_stops_takes_its_share_of_the_plans() -> None:
    days = [MONDAY - 7 * w for w in range(1, 41)]
    history = receipts(days * 2, procedure=[0] * 40 + [1] * 40, hospital=[0, 1] * 20 + [0] * 40)
    assert hospital_share(history, 0, 0, 2, MONDAY).tolist() == [0.5, 1]
    inputs = risk_inputs(poisson_draws(6, 2, 10, procedures=2), 8, history=history)
    factor = activity_factor(inputs, 0, (Activity(0, hospital=0, last_day=MONDAY + 6),))
    assert factor is not None
    assert factor[:, 0].tolist() == [0.5, 0]
    assert factor[:, 7].tolist() == [1, 1]


def test_that_activity_of_one_procedure_leaves_the_others_and_changes_multiply() -> None:
    inputs = risk_inputs(poisson_draws(6, 2, 10, procedures=2), 8)
    factor = activity_factor(inputs, 0, (Activity(1.5, procedure=1), Activity(2.0)))
    assert factor is not None
    assert factor[:, 0].tolist() == [2, 3]


def test_that_expected_plans_follow_the_activity() -> None:
    plain = assess(INPUTS, RULES)
    more = assess(INPUTS, RULES, scenario=Scenario(activity=(Activity(1.3),)))
    assert more.received == pytest.approx(1.3 * plain.received)


def test_that_private_choices_are_a_share_of_those_late_and_add_up_by_quarter() -> None:
    paths = np.tile(np.array([[10], [20], [30]]), (1, 4000))
    choices = private_choices(paths, 0.25, 1)
    assert (choices <= paths).all()
    total = by_period(choices, [0, 0, 1])
    assert total.mean == pytest.approx([7.5, 7.5], abs=0.15)
    assert (total.low < total.mean).all()
    assert (total.mean < total.high).all()
    cost = total.times(8000)
    assert cost.high == pytest.approx(8000 * total.high)
    assert private_choices(paths, 0.0, 1).sum() == 0
