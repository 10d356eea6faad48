"""The risk table by municipality and week: what is counted where, and what cannot be known."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from sundhedsklynge.deadline.case import make_case
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.private import course_price
from sundhedsklynge.deadline.queue import QueueRules
from sundhedsklynge.deadline.risk import RiskTable, assess, crossings, profile_of
from sundhedsklynge.domain.clock import ClockRules
from sundhedsklynge.domain.kinds import GOP_STATUSES
from tests.deadline_cases import MONDAY, Array, past_receipts, plan_rows, poisson_draws, receipts, risk_inputs

NOBODY = np.zeros((1, 1, 4, 50), dtype=np.int32)


def table_of(inputs: RiskInputs, rules: RiskRules | None = None) -> RiskTable:
    return assess(inputs, rules or RiskRules())


def first(values: Array) -> list[float]:
    return values[0].round(6).tolist()


def test_that_without_plans_nothing_expires_and_nothing_is_late() -> None:
    table = table_of(risk_inputs(NOBODY, 5))
    assert first(table.deadlines) == [0] * 4
    assert first(table.p_late) == [0] * 4
    assert first(table.slots) == [5] * 4
    assert first(table.recommended) == [5] * 4


def test_that_a_deadline_counts_in_the_week_in_which_it_expires_whether_decided_or_not() -> None:
    rows = plan_rows([MONDAY - 3, MONDAY - 3, MONDAY + -1], ended=[-1, MONDAY - 1, -1], earliest=[-1, -1, MONDAY + 8])
    table = table_of(risk_inputs(NOBODY, 5, rows=rows))
    assert first(table.deadlines) == [2, 0, 1, 0]
    assert first(table.waiting) == [2, 1, 0, 0]
    assert first(table.late) == [0] * 4


def test_that_those_waiting_are_late_where_there_are_no_slots_in_time() -> None:
    rows = plan_rows([MONDAY - 3] * 3)
    table = table_of(risk_inputs(NOBODY, 0, rows=rows))
    assert first(table.late) == [3, 0, 0, 0]
    assert first(table.p_late) == [1, 0, 0, 0]
    assert first(table.waiting) == [3] * 4


def test_that_those_past_their_deadline_are_counted_apart_and_served_first() -> None:
    rows = plan_rows([MONDAY - 20, MONDAY - 3])
    slots = np.array([[1.0, 0, 0, 0]])
    table = table_of(risk_inputs(NOBODY, slots, rows=rows))
    assert table.overdue.tolist() == [1]
    assert first(table.late) == [1, 0, 0, 0]


def test_that_a_missed_free_choice_is_late_and_no_longer_waits() -> None:
    chosen = GOP_STATUSES.index("frit valg")
    declined = GOP_STATUSES.index("frit valg afslået")
    table = table_of(risk_inputs(NOBODY, 5, rows=plan_rows([MONDAY - 3] * 2, status=[chosen, declined])))
    assert first(table.deadlines) == [2, 0, 0, 0]
    assert first(table.late) == [2, 0, 0, 0]
    assert first(table.waiting) == [1, 0, 0, 0]


def test_that_postponed_plans_without_a_date_wait_all_along() -> None:
    rows = plan_rows([MONDAY - 3], status=[GOP_STATUSES.index("udskudt")])
    table = table_of(risk_inputs(NOBODY, 5, rows=rows))
    assert first(table.waiting) == [1] * 4
    assert first(table.deadlines) == [0] * 4


def test_that_offers_already_made_use_the_slots_of_their_days() -> None:
    waiting = [MONDAY - 6] * 2  # deadline Tuesday
    offered = [MONDAY - 6] * 2
    rows = plan_rows([*waiting, *offered], ended=[-1, -1, MONDAY, MONDAY + 1])
    table = table_of(risk_inputs(NOBODY, 5, rows=rows))  # one slot a day, both days' taken
    assert first(table.deadlines)[0] == 4
    assert first(table.late)[0] == 2
    assert first(table.slots)[0] == 5


def test_that_in_a_week_begun_only_what_is_left_of_it_counts() -> None:
    as_of = MONDAY + 2
    history = receipts([*past_receipts().received, MONDAY, MONDAY + 1])
    draws = np.full((1, 1, 3, 40), 5, dtype=np.int32)
    rows = plan_rows([MONDAY - 6, MONDAY - 3])
    table = table_of(risk_inputs(draws, 10, as_of=as_of, history=history, rows=rows))
    assert first(table.received) == [3, 5, 5]
    assert first(table.slots) == [6, 10, 10]
    assert first(table.deadlines)[0] == 1
    assert table.overdue.tolist() == [1]


def test_that_what_is_received_is_the_mean_of_the_law_less_what_has_come() -> None:
    history = receipts([*past_receipts().received, MONDAY, MONDAY + 1])
    inputs = risk_inputs(np.full((1, 1, 3, 40), 5, dtype=np.int32), 10, as_of=MONDAY + 2, history=history)
    table = table_of(replace(inputs, mean=np.array([[[5.25, 4.5, 6.0]]])))
    np.testing.assert_allclose(table.received[0], [3.25, 4.5, 6.0])


def test_that_draws_below_what_has_come_leave_nothing_to_come() -> None:
    as_of = MONDAY + 2
    history = receipts([*past_receipts().received, *[MONDAY] * 9])
    table = table_of(risk_inputs(np.full((1, 1, 2, 40), 5, dtype=np.int32), 10, as_of=as_of, history=history))
    assert first(table.received) == [0, 5]


def test_that_what_depends_on_unknown_slots_is_unknown_and_the_rest_is_not() -> None:
    slots = np.array([[9.0, 9, np.nan, 9]])
    table = table_of(risk_inputs(poisson_draws(6, 4), slots))
    for values in (table.p_late, table.late, table.recommended, table.private):
        assert np.isnan(values[0, 2:]).all()
    assert not np.isnan(table.p_late[0, :2]).any()
    assert np.isnan(table.waiting[0]).tolist() == [False, False, False, True]
    assert np.isnan(table.slots[0]).tolist() == [False, False, True, False]
    assert not np.isnan(table.deadlines).any()
    assert not np.isnan(table.received).any()


def test_that_a_municipality_without_slots_still_has_what_needs_none() -> None:
    table = table_of(risk_inputs(poisson_draws(6, 4), np.full((1, 4), np.nan), rows=plan_rows([MONDAY - 3])))
    assert np.isnan(table.p_late).all()
    assert table.waiting[0, 0] == 1
    assert table.deadlines[0, 1] > 1


def test_that_private_and_cost_are_empty_until_share_and_price_are_set() -> None:
    inputs = risk_inputs(poisson_draws(9, 4), 6)
    bare = table_of(inputs)
    assert np.isnan(bare.private).all()
    assert np.isnan(bare.cost).all()
    shared = table_of(inputs, RiskRules(private_share=0.3))
    assert shared.private == pytest.approx(0.3 * shared.late)
    assert np.isnan(shared.cost).all()
    priced = table_of(inputs, RiskRules(private_share=0.3, private_prices=(7000.0,) * inputs.draws.shape[1]))
    assert priced.cost == pytest.approx(2100 * priced.late)


def test_that_a_course_costs_the_mean_of_the_procedures_that_come() -> None:
    plans = np.array([3.0, 1.0, 0.0])
    assert course_price((8000.0, 4000.0, None), plans) == pytest.approx(7000)
    assert np.isnan(course_price((8000.0, None, 4000.0), plans))
    assert np.isnan(course_price(None, plans))
    assert np.isnan(course_price((8000.0, 8000.0, 8000.0), 0 * plans))


def test_that_equal_inputs_give_equal_risks_whichever_municipalities_are_asked_for() -> None:
    inputs = risk_inputs(poisson_draws(6, 6, municipalities=3), 7)
    every, one = assess(inputs, RiskRules()), assess(inputs, RiskRules(), [2])
    assert np.array_equal(every.p_late[2], one.p_late[0])
    assert np.array_equal(every.late_paths[2], one.late_paths[0])


def test_that_progress_is_told_and_can_stop_the_work() -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        assess(risk_inputs(poisson_draws(6, 2, 20, municipalities=3), 7), RiskRules(), progress=stop)
    assert told == [(1, 3), (2, 3)]


def test_that_more_backlog_and_later_first_slots_never_lower_the_risk() -> None:
    draws = poisson_draws(6, 6)
    plain = table_of(risk_inputs(draws, 7))
    crowded = table_of(risk_inputs(draws, 7, rows=plan_rows([MONDAY - 3] * 6)))
    slower = table_of(risk_inputs(draws, 7), RiskRules(queue=QueueRules(first_slot_after=4)))
    assert (crowded.p_late >= plain.p_late).all()
    assert (slower.p_late >= plain.p_late).all()
    assert slower.p_late.sum() > plain.p_late.sum()


def test_that_the_length_of_the_deadline_is_a_setting() -> None:
    draws = poisson_draws(6, 6)
    longer = RiskRules(clock=ClockRules(days=14))
    assert (table_of(risk_inputs(draws, 6), longer).late.sum()) < table_of(risk_inputs(draws, 6)).late.sum()


def test_that_working_days_give_longer_deadlines() -> None:
    draws = poisson_draws(6, 6)
    rules = RiskRules(clock=ClockRules(working_days=True))
    assert table_of(risk_inputs(draws, 6, rules=rules), rules).late.sum() < table_of(risk_inputs(draws, 6)).late.sum()


def test_that_a_share_of_the_slots_works_as_fewer_slots_and_is_recommended_in_whole_ones() -> None:
    draws = poisson_draws(6, 6)
    half, fewer = table_of(risk_inputs(draws, 14), RiskRules(slot_share=0.5)), table_of(risk_inputs(draws, 7))
    assert np.array_equal(half.late_paths, fewer.late_paths)
    assert (half.recommended >= 14).all()
    inputs = risk_inputs(draws, half.recommended)
    assert (table_of(inputs, RiskRules(slot_share=0.5)).p_late <= 0.05).all()


def test_that_slots_kept_for_a_procedure_serve_no_other() -> None:
    draws = np.zeros((1, 2, 4, 30), dtype=np.int32)
    draws[:, 0] = 6
    own = np.zeros((1, 2, 4))
    own[0, 1] = 20
    none = table_of(risk_inputs(draws, np.full((1, 4), np.nan), own=own))
    assert none.late[0, 2] > 0
    own[0, 0] = 20
    assert table_of(risk_inputs(draws, np.full((1, 4), np.nan), own=own)).late.sum() == 0
    assert first(table_of(risk_inputs(draws, np.full((1, 4), 2.0), own=own)).slots) == [42] * 4


def test_that_own_slots_of_all_procedures_and_shared_ones_are_recommended_together() -> None:
    draws = poisson_draws(4, 5, 200, procedures=2)
    own = np.full((1, 2, 5), 2.0)
    inputs = risk_inputs(draws, np.full((1, 5), 1.0), own=own)
    table = table_of(inputs)
    assert (table.recommended >= 5).all()
    enough = risk_inputs(draws, table.recommended - 4, own=own)
    assert (table_of(enough).p_late <= 0.05).all()


def test_that_weeks_which_crossed_the_target_since_last_time_are_told() -> None:
    draws = np.zeros((1, 1, 4, 40), dtype=np.int32)
    earlier = table_of(risk_inputs(draws, 0, rows=plan_rows([MONDAY - 1], earliest=[MONDAY + 9])))
    later = plan_rows([MONDAY - 1], earliest=[MONDAY + 16])
    now = table_of(risk_inputs(draws, 0, as_of=MONDAY + 7, rows=later))
    assert first(earlier.p_late) == [0, 0, 1, 0]
    assert first(now.p_late) == [0, 0, 1, 0]
    assert crossings(earlier, now, 0.05).tolist() == [[0, -1, 1, 0]]
    assert crossings(now, earlier, 0.05).tolist() == [[0, 0, 1, -1]]


# --- data that say nothing of offers, or end early ---


def test_that_without_offers_the_queue_is_warmed_up_from_arrivals_and_slots() -> None:
    history = past_receipts(weeks=30, each=10)
    plenty = table_of(
        risk_inputs(NOBODY, np.full((1, 17), 20.0), history=history, offers_known=False, slot_weeks_before=13)
    )
    scarce = table_of(
        risk_inputs(NOBODY, np.full((1, 17), 8.0), history=history, offers_known=False, slot_weeks_before=13)
    )
    assert plenty.warmed_up.tolist() == [True]
    assert plenty.overdue.tolist() == [0]
    assert first(plenty.late) == [0] * 4
    assert scarce.waiting[0, 0] == 13 * 10 - (13 * 8 - 4)  # the first Monday and Tuesday there was no one to serve
    assert scarce.overdue[0] > 0


def test_that_a_warmed_up_queue_stands_as_the_same_plans_with_their_offers_would() -> None:
    history = past_receipts(weeks=13, each=9)
    slots = np.full((1, 17), 8.0)
    warmed = table_of(risk_inputs(NOBODY, slots, history=history, offers_known=False, slot_weeks_before=13))
    offers = _served_in_turn(history.received, 8)
    rows = plan_rows(history.received.tolist(), ended=offers)
    known = table_of(risk_inputs(NOBODY, slots, history=history, rows=rows, slot_weeks_before=13))
    for name in ("deadlines", "waiting", "late", "overdue"):
        assert getattr(warmed, name) == pytest.approx(getattr(known, name)), name


def _served_in_turn(received: Array, weekly: int) -> list[int]:
    """The day each plan gets a slot, in order of receipt, before MONDAY; -1 where it waits."""
    offers = [-1] * len(received)
    order = np.argsort(received, kind="stable")
    for day in range(int(received.min()), MONDAY):
        weekday = (day + 3) % 7
        left = (weekly // 5 + (weekday < weekly % 5)) if weekday < 5 else 0
        for i in order:
            if left and offers[i] == -1 and received[i] < day:
                offers[i] = day
                left -= 1
    return offers


def test_that_without_offers_and_without_slots_no_one_can_say_who_waits() -> None:
    table = table_of(risk_inputs(NOBODY, np.full((1, 4), np.nan), offers_known=False))
    assert np.isnan(table.waiting).all()
    assert np.isnan(table.overdue).all()
    assert not np.isnan(table.deadlines).any()


def test_that_a_municipality_known_to_have_had_no_plans_has_no_backlog() -> None:
    table = table_of(risk_inputs(NOBODY, 5, history=receipts([])))
    assert (first(table.waiting), table.warmed_up.tolist()) == ([0] * 4, [False])


def test_that_data_ending_early_leave_the_days_between_to_be_drawn() -> None:
    end = MONDAY - 14
    history = past_receipts(weeks=28, each=10, until=end)
    inputs = risk_inputs(
        np.full((1, 1, 4, 300), 10, dtype=np.int32),
        np.full((1, 7), 10.0),
        history=history,
        rows=plan_rows([end - 3] * 4),
        first_day=end,
        slot_weeks_before=3,
    )
    case = make_case(inputs, profile_of(inputs), 0, RiskRules())
    assert (case.gap, case.load.first_day, case.first_counted) == (2, end, 14)
    table = table_of(inputs)
    assert first(table.received) == [10] * 4
    assert table.deadlines[0, 0] == pytest.approx(10, abs=1)
    assert 0 < table.waiting[0, 0] < 15
    assert table.warmed_up.tolist() == [False]


def test_that_data_ending_within_the_week_keep_the_slots_that_have_been() -> None:
    inputs = risk_inputs(poisson_draws(6, 4), 10, as_of=MONDAY + 3, first_day=MONDAY + 1)
    case = make_case(inputs, profile_of(inputs), 0, RiskRules())
    more = case.slots + np.array([5.0, 0, 0, 0])
    assert case.daily(more).shared[:3].tolist() == [2, 2, 3]
    assert case.daily(case.slots).shared[:3].tolist() == [2, 2, 2]


def test_that_a_municipality_without_recent_data_is_warmed_up_from_the_forecast() -> None:
    draws = np.full((1, 1, 4, 200), 8, dtype=np.int32)
    long_ago = past_receipts(until=MONDAY - 203)
    ended = risk_inputs(draws, 9, history=long_ago, rows=plan_rows([MONDAY - 210] * 5), first_day=MONDAY - 203)
    never = risk_inputs(draws, 9, history=receipts([]), offers_known=False)
    for inputs in (ended, never):
        table = table_of(inputs)
        assert table.warmed_up.tolist() == [True]
        assert table.deadlines[0, 0] == pytest.approx(8, abs=0.5)
        assert 0 <= table.overdue[0] < table.waiting[0, 0]
