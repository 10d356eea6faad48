"""How good earlier risks were: what expired unmet, what "as usual" would have said, Brier skill and reliability."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.backlog import NONE, PlanRows, read_clocks
from sundhedsklynge.deadline.queue import Bools, Floats, Ints, tally
from sundhedsklynge.domain.clock import ClockRules, Outcome


def expired(
    rows: PlanRows, weeks: Ints, first_day: int, last_day: int, municipalities: int, rules: ClockRules
) -> tuple[Ints, Ints]:
    """(M, W) deadlines that expired and those unmet by week, of deadlines on `first_day` .. `last_day` - 1; the rows
    say what is known on the morning of `last_day`.
    """
    clocks = read_clocks(rows, last_day, rules)
    week = (clocks.deadline - int(weeks[0])) // 7
    scored = (clocks.outcome >= Outcome.MET) & (clocks.deadline != NONE)
    counted = scored & (clocks.deadline >= first_day) & (clocks.deadline < last_day) & (week >= 0) & (week < len(weeks))
    size = municipalities * len(weeks)

    def table(chosen: Bools) -> Ints:
        cell = rows.municipality[chosen].astype(np.int64) * len(weeks) + week[chosen]
        return tally(cell, rows.count[chosen], size).astype(np.int64).reshape(municipalities, len(weeks))

    return table(counted), table(counted & (clocks.outcome == Outcome.MISSED))


def as_usual(deadlines: Ints, late: Ints) -> Floats:
    """(M,) share of the past weeks with deadlines (M, W), 26 for instance, in which someone was late; 0 without any."""
    any_deadline = deadlines > 0
    return ((late > 0) & any_deadline).sum(1) / np.maximum(any_deadline.sum(1), 1)


@dataclass(frozen=True)
class Skill:
    """brier: mean squared error of the probabilities; skill: 1 - brier / that of "as usual" (NaN where that is 0).
    expected, came: plans late. pairs: probabilities judged.
    """

    brier: float
    skill: float
    expected: float
    came: int
    pairs: int


def judge(p_late: Floats, expected: Floats, late: Ints, usual: Floats) -> Skill:
    """Score probabilities and expected numbers against the numbers late, all of one shape; NaN probabilities are left
    out.
    """
    known = ~np.isnan(p_late)
    happened = (late > 0)[known]
    brier = float(((p_late[known] - happened) ** 2).mean()) if known.any() else float("nan")
    reference = float(((usual[known] - happened) ** 2).mean()) if known.any() else float("nan")
    skill = 1 - brier / reference if reference > 0 else float("nan")
    return Skill(brier, skill, float(expected[known].sum()), int(late[known].sum()), int(known.sum()))


@dataclass(frozen=True)
class Reliability:
    """By class of stated probability (K classes with `edges` (K + 1,)): pairs in it, mean stated, share in which it
    came.
    """

    edges: Floats
    pairs: Ints
    stated: Floats
    came: Floats


def reliability(p_late: Floats, late: Ints, edges: tuple[float, ...] = (0, 0.05, 0.2, 0.5, 0.8, 1)) -> Reliability:
    """How often someone was late among weeks given about the same probability; NaN in empty classes."""
    known = ~np.isnan(p_late)
    stated, happened = p_late[known], (late > 0)[known]
    bounds = np.asarray(edges, dtype=np.float64)
    which = np.clip(np.searchsorted(bounds, stated, side="right") - 1, 0, len(bounds) - 2)
    pairs = np.bincount(which, minlength=len(bounds) - 1)
    total = np.where(pairs > 0, pairs, np.nan)
    return Reliability(
        bounds,
        pairs,
        tally(which, stated, len(pairs)) / total,
        tally(which, happened.astype(np.float64), len(pairs)) / total,
    )
