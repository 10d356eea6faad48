"""The deadline risk of all municipalities by week: what the `risk` command writes and the heat map shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.deadline.case import run
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules
from sundhedsklynge.deadline.plan import recommend
from sundhedsklynge.deadline.private import course_price
from sundhedsklynge.deadline.profile import Profile, learn_profile
from sundhedsklynge.deadline.queue import Bools, Floats, Ints
from sundhedsklynge.deadline.scenario import Scenario, case_under
from sundhedsklynge.domain.risk_class import over_target


@dataclass(frozen=True)
class RiskTable:
    """Per municipality and week; floats are NaN where they cannot be known (no slots, no price).

    weeks: (W,) Mondays. All (M, W): received, plans expected from as_of on; deadlines, those that expire; waiting, as
    the week or as_of begins; slots, from then on; late, expected number without a first appointment when the deadline
    expires; p_late, probability of at least one; recommended, whole-week slots that bring the week under the target
    (NaN: none can, or slots are not known); planned, the whole week's slots as they stand; private, cost. overdue: (M,)
    past their deadline at as_of. warmed_up: (M,) the backlog is not in the data and comes from arrivals and slots.
    price: (M,) kroner for a course at a private supplier. late_paths: (M, W, N) late plans on the joint paths, to add
    up over weeks and areas. known: (M, W) whether late_paths holds.
    """

    weeks: Ints
    received: Floats
    deadlines: Floats
    waiting: Floats
    slots: Floats
    planned: Floats
    late: Floats
    p_late: Floats
    recommended: Floats
    private: Floats
    cost: Floats
    overdue: Floats
    warmed_up: Bools
    price: Floats
    late_paths: Ints
    known: Bools


def profile_of(inputs: RiskInputs) -> Profile:
    """The weekday and deadline profiles that `inputs` teach."""
    municipalities, procedures = inputs.draws.shape[:2]
    return learn_profile(inputs.receipts, municipalities, procedures, inputs.as_of)


def assess(
    inputs: RiskInputs,
    rules: RiskRules,
    municipalities: Sequence[int] | None = None,
    scenario: Scenario | None = None,
    progress: Callable[[int, int], None] | None = None,
    profile: Profile | None = None,
    with_plan: bool = True,
) -> RiskTable:
    """The risk of every municipality (or those with the given indices, in that order), on common random numbers for
    equal `rules.seed`.

    progress: called with (done, all) after each municipality; it may raise to cancel. profile: what `inputs` teach,
    where it is known already. with_plan: False leaves out the recommended slots, which take most of the time.
    """
    chosen = range(len(inputs.codes)) if municipalities is None else municipalities
    profile = profile_of(inputs) if profile is None else profile
    size, weeks, paths = len(chosen), len(inputs.weeks), inputs.draws.shape[3]
    table = (np.full((size, weeks), np.nan) for _ in range(8))
    received, deadlines, waiting, slots, planned, late, p_late, recommended = table
    late_paths = np.zeros((size, weeks, paths), dtype=np.int32)
    known = np.zeros((size, weeks), dtype=np.bool_)
    overdue, price = np.full(size, np.nan), np.full(size, np.nan)
    warmed_up = np.zeros(size, dtype=np.bool_)
    for i, municipality in enumerate(chosen):
        case = case_under(inputs, profile, municipality, rules, scenario or Scenario())
        outlook = run(case)
        received[i] = case.received
        deadlines[i] = case.deadlines
        waiting[i] = outlook.waiting
        slots[i] = case.slots_left(case.slots)
        planned[i] = case.planned
        if with_plan:
            recommended[i] = recommend(case, rules.target)
        late[i] = outlook.expected_late
        p_late[i] = outlook.p_late
        late_paths[i] = outlook.late
        known[i] = outlook.known
        overdue[i] = outlook.overdue
        warmed_up[i] = case.standing.warmed_up
        price[i] = course_price(rules.private_prices, inputs.draws[municipality].mean((1, 2)))
        if progress:
            progress(i + 1, size)
    private = late * (np.nan if rules.private_share is None else rules.private_share)
    return RiskTable(
        weeks=inputs.weeks,
        received=received,
        deadlines=deadlines,
        waiting=waiting,
        slots=slots,
        planned=planned,
        late=late,
        p_late=p_late,
        recommended=recommended,
        private=private,
        cost=private * price[:, None],
        overdue=overdue,
        warmed_up=warmed_up,
        price=price,
        late_paths=late_paths,
        known=known,
    )


def weeks_over(p_late: Floats, target: float) -> Bools:
    """Which of the probabilities are over `target` as they are shown; False where they are not known."""
    flags = [over_target(share, target) for share in p_late.ravel().tolist()]
    return np.array(flags, dtype=np.bool_).reshape(p_late.shape)


def weeks_beyond_help(p_late: Floats, recommended: Floats, target: float) -> Bools:
    """Which weeks are over the target as shown, and no number of slots (`recommended` NaN) can bring under it."""
    return weeks_over(p_late, target) & np.isnan(recommended)


def crossings(earlier: RiskTable, now: RiskTable, target: float) -> NDArray[np.int8]:
    """(M, W) 1 where a week of `now` has gone over the target since `earlier`, -1 where it has come under it, else 0
    (weeks that either does not know included). Both hold the same municipalities in the same order.
    """
    place = (np.asarray(now.weeks) - int(earlier.weeks[0])) // 7
    held = (place >= 0) & (place < len(earlier.weeks))
    before = np.where(held, earlier.p_late[:, np.clip(place, 0, len(earlier.weeks) - 1)], np.nan)
    known = ~np.isnan(before) & ~np.isnan(now.p_late)
    change = weeks_over(now.p_late, target).astype(np.int8) - weeks_over(before, target).astype(np.int8)
    return np.where(known, change, 0).astype(np.int8)
