"""Whether a risk is over its target, and the figure it is read as: they never contradict each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sundhedsklynge.deadline.inputs import RiskRules
from sundhedsklynge.deadline.plan import recommend
from sundhedsklynge.deadline.risk import assess, profile_of, weeks_over
from sundhedsklynge.deadline.scenario import Scenario, SlotChange, case_under
from sundhedsklynge.domain.risk_class import over_target
from sundhedsklynge.export import words as export_words
from sundhedsklynge.workspace.words import percent
from tests.deadline_cases import poisson_draws, risk_inputs

NAN = float("nan")
VAGUE = {"under 1 %", "over 99 %"}
shares = st.floats(0, 1) | st.integers(0, 2000).map(lambda hits: hits / 2000)  # as counted on 2,000 paths
targets = st.floats(0, 1) | st.integers(0, 100).map(lambda whole: whole / 100)


@given(shares, targets)
@example(0.2049, 0.2)
@example(0.0525, 0.05)
@example(0.195, 0.2)
@example(0.285, 0.285)
def test_that_the_flag_says_what_the_figures_say(share: float, target: float) -> None:
    shown, wanted = percent(share), percent(target)
    if not {shown, wanted} & VAGUE:
        assert over_target(share, target) == (int(shown[:-2]) > int(wanted[:-2]))
        assert export_words.figure(share) == shown[:-2]
    elif shown != wanted:
        assert over_target(share, target) == (share > target)


@given(shares, targets)
def test_that_a_risk_brought_to_the_target_is_never_flagged(share: float, target: float) -> None:
    assert not over_target(min(share, target), target)


@given(st.lists(shares | st.just(NAN), min_size=1), targets)
def test_that_a_table_is_flagged_cell_by_cell_and_nothing_where_the_risk_is_missing(
    risks: list[float], target: float
) -> None:
    table = np.array([risks, risks[::-1]])
    flags = weeks_over(table, target)
    assert flags.shape == table.shape
    assert flags[0].tolist() == [over_target(share, target) for share in risks]
    assert not flags[np.isnan(table)].any()


@pytest.mark.parametrize("target", [0.05, 0.2])
def test_that_no_week_that_can_be_helped_is_flagged_with_the_recommended_slots(target: float) -> None:
    inputs, rules = risk_inputs(poisson_draws(6, 8, 400), 7), RiskRules(target=target)
    plan = assess(inputs, rules)
    assert weeks_over(plan.p_late, target).any()
    more = recommend(case_under(inputs, profile_of(inputs), 0, rules, Scenario()), target) - plan.planned[0]
    extra = tuple(
        SlotChange(int(week), int(slots)) for week, slots in zip(inputs.weeks, more, strict=True) if slots > 0
    )
    after = assess(inputs, rules, scenario=Scenario(slots=extra))
    assert not (weeks_over(after.p_late, target) & ~np.isnan(more)).any()
