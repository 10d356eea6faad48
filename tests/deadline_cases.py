"""Small worlds for the deadline tests, and oracles that share nothing with the program's own queue."""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.deadline.backlog import PlanRows, build_backlog
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules, WeeklySlots
from sundhedsklynge.deadline.queue import Load
from sundhedsklynge.domain.kinds import GOP_TYPES
from sundhedsklynge.forecast.evidence import Receipts

MONDAY = 20_696  # 2026-08-31
Array = NDArray[Any]
Trip = tuple[int, int, int]  # eligible day, deadline day, group; all from the load's first day


def load_of(paths: Sequence[Sequence[Trip]], days: int, slack: int = 7, groups: int = 1) -> Load:
    """A load with the given plans on each path."""
    eligible = np.zeros((days, slack + 2, groups, len(paths)), dtype=np.int16)
    lost = np.zeros((days, len(paths)), dtype=np.int16)
    for n, plans in enumerate(paths):
        for first, due, group in plans:
            if first < days:
                eligible[first, max(due - first, -1) + 1, group, n] += 1
            if due < first and 0 <= due < days:
                lost[due, n] += 1
    return Load(MONDAY, eligible.cumsum(1, dtype=np.int16), lost, np.zeros(days), np.zeros(days))


def brute_force(plans: Sequence[Trip], shared: Sequence[int], own: Sequence[Sequence[int]] | None = None) -> list[int]:
    """Plans late by deadline day, serving them one by one: own slots first, then the shared ones by deadline, then
    group.
    """
    days = len(shared)
    served: dict[int, int] = {}
    for day in range(days):

        def waiting(group: int | None, day: int = day) -> list[tuple[int, int, int]]:
            queue = [
                (due, g, i)
                for i, (first, due, g) in enumerate(plans)
                if first <= day and i not in served and group in (None, g)
            ]
            heapq.heapify(queue)
            return queue

        if own is not None:
            for group, slots in enumerate(own[day]):
                queue = waiting(group)
                for _ in range(min(slots, len(queue))):
                    served[heapq.heappop(queue)[2]] = day
        queue = waiting(None)
        for _ in range(min(shared[day], len(queue))):
            served[heapq.heappop(queue)[2]] = day
    late = [0] * days
    for i, (_, due, _group) in enumerate(plans):
        if 0 <= due < days and served.get(i, days) > due:
            late[due] += 1
    return late


def receipts(
    received: Sequence[int],
    start: Sequence[int] | None = None,
    municipality: Sequence[int] | None = None,
    procedure: Sequence[int] | None = None,
    hospital: Sequence[int] | None = None,
    timed: Sequence[bool] | None = None,
) -> Receipts:
    """Receipts of single plans; municipality 0, procedure 0, start on the day of receipt and timed unless told."""
    size = len(received)
    zeros = np.zeros(size, dtype=np.int32)
    days = np.asarray(received, dtype=np.int32)
    begins = days if start is None else np.asarray(start, dtype=np.int32)
    return Receipts(
        municipality=zeros if municipality is None else np.asarray(municipality, dtype=np.int32),
        procedure=zeros if procedure is None else np.asarray(procedure, dtype=np.int32),
        hospital=zeros if hospital is None else np.asarray(hospital, dtype=np.int32),
        received=days,
        discharged=begins,
        start=begins,
        count=np.ones(size, dtype=np.int32),
        private=np.zeros(size, dtype=np.bool_),
        timed=np.ones(size, dtype=np.bool_) if timed is None else np.asarray(timed, dtype=np.bool_),
    )


def plan_rows(
    received: Sequence[int],
    discharged: Sequence[int] | None = None,
    earliest: Sequence[int] | None = None,
    ended: Sequence[int] | None = None,
    status: Sequence[int] | None = None,
    gop_type: Sequence[int] | None = None,
    municipality: Sequence[int] | None = None,
    procedure: Sequence[int] | None = None,
) -> PlanRows:
    """Rows of single plans; discharged on the day of receipt, nothing else said, `almen basal`, unless told."""
    size = len(received)

    def column(values: Sequence[int] | None, default: int, kind: Any = np.int32) -> Array:
        return np.full(size, default, dtype=kind) if values is None else np.asarray(values, dtype=kind)

    days = np.asarray(received, dtype=np.int32)
    return PlanRows(
        municipality=column(municipality, 0),
        procedure=column(procedure, 0),
        received=days,
        discharged=days if discharged is None else column(discharged, 0),
        earliest=column(earliest, -1),
        ended=column(ended, -1),
        status=column(status, 0, np.int8),
        gop_type=column(gop_type, GOP_TYPES.index("almen basal"), np.int8),
        count=column(None, 1),
    )


def past_receipts(
    municipalities: int = 1, weeks: int = 30, each: int = 6, procedures: int = 1, until: int = MONDAY
) -> Receipts:
    """`each` plans a week, Tuesday to Thursday, sent on the day of discharge, in the weeks before `until`."""
    cells = [
        (until - 7 * w + 1 + i % 3, m, p)
        for w in range(1, weeks + 1)
        for m in range(municipalities)
        for p in range(procedures)
        for i in range(each)
    ]
    received, municipality, procedure = zip(*cells, strict=True)
    return receipts(received, municipality=municipality, procedure=procedure)


def risk_inputs(
    draws: Array,
    slots: Array | float,
    as_of: int = MONDAY,
    rows: PlanRows | None = None,
    history: Receipts | None = None,
    rules: RiskRules | None = None,
    offers_known: bool = True,
    first_day: int | None = None,
    own: Array | None = None,
    slot_weeks_before: int = 0,
    closed: dict[int, frozenset[int]] | None = None,
) -> RiskInputs:
    """Inputs of M municipalities from draws (M, P, W, N) and slots per week (M, K), the first `slot_weeks_before` weeks
    back.
    """
    rules = rules or RiskRules()
    municipalities, procedures, weeks, _ = draws.shape
    monday = as_of - (as_of + 3) % 7
    begin = np.full(municipalities, as_of if first_day is None else first_day, dtype=np.int32)
    backlog = build_backlog(
        rows or plan_rows([]), begin, np.full(municipalities, offers_known), rules.clock, rules.queue
    )
    per_week = np.broadcast_to(np.asarray(slots, dtype=float), (municipalities, weeks + slot_weeks_before))
    if np.ndim(slots) == 2:
        per_week = np.asarray(slots, dtype=float)
    return RiskInputs(
        as_of=as_of,
        codes=tuple(101 + i for i in range(municipalities)),
        weeks=np.arange(monday, monday + 7 * weeks, 7),
        draws=draws,
        receipts=history or past_receipts(municipalities, procedures=procedures, until=monday),
        backlog=backlog,
        slots=WeeklySlots(monday - 7 * slot_weeks_before, per_week, own),
        closed=closed or {},
    )


def poisson_draws(
    rate: float, weeks: int = 8, paths: int = 500, municipalities: int = 1, procedures: int = 1, seed: int = 1
) -> Array:
    """(M, P, W, N) independent Poisson plans per week."""
    rng = np.random.default_rng(seed)
    return rng.poisson(rate, (municipalities, procedures, weeks, paths)).astype(np.int32)
