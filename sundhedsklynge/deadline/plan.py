"""How many slots are enough, and where extra slots do most good. All on one case's own paths, so that more slots never
look worse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.deadline.case import Case, run
from sundhedsklynge.deadline.queue import Bools, Counts, Floats, Ints, serve

MANY = 20_000  # extra slots a week that count as "any number"


def least(enough: Callable[[int], bool], most: int) -> int | None:
    """The least n in 0 .. `most` with `enough(n)`, by doubling and bisection; None where not even `most` is. `enough`
    must be monotone.
    """
    if enough(0):
        return 0
    high = 1
    while not enough(min(high, most)):
        if high >= most:
            return None
        high *= 4
    high = min(high, most)
    low = high // 4
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high


class _Search:
    """Slots per week as they are being filled up, with the queue's state as each week begins."""

    def __init__(self, case: Case, target: float) -> None:
        self.case = case
        self.slots = case.slots.copy()
        self.allowed = int(np.floor(target * case.load.paths + 1e-9))
        self.states: list[Counts | None] = [None] * (len(case.slots) + 1)

    def _hit(self, late: Counts, first: int) -> Bools:
        """(N,) whether anyone is late from as_of on; `late` begins on the load's day `first`."""
        return np.any(late[max(0, self.case.first_counted - first) :], axis=0)

    def week(self, week: int, state: Counts | None) -> tuple[Bools, Counts]:
        """On which paths (N,) anyone is late in `week`, begun with `state`, and the state as it ends."""
        first, last = self.case.bounds(week)
        part = self.case.load.part(first, last)
        served = serve(part, self.case.daily(self.slots, week, week + 1), state=state)
        return self._hit(served.late, first), served.state

    def pass_week(self, week: int) -> Bools:
        """Run `week` and keep the state as the next begins."""
        hit, self.states[week + 1] = self.week(week, self.states[week])
        return hit

    def holds(self, hit: Bools) -> bool:
        """Whether a week with these paths late is under the target."""
        return int(hit.sum()) <= self.allowed

    def trial(self, week: int, earlier: bool, hit: Bools) -> Callable[[int, int], bool]:
        """Whether (extra in the week before, extra in `week`) brings `week` under the target, tried on the paths it
        needs.
        """
        paths = np.flatnonzero(hit)
        begin = week - 1 if earlier else week
        start, (middle, end) = self.case.bounds(begin)[0], self.case.bounds(week)
        part = self.case.load.part(start, end, paths)
        state = self.states[begin]
        state = None if state is None else state[..., paths]

        def test(before: int, here: int) -> bool:
            slots = self.slots.copy()
            slots[week] += here
            if earlier:
                slots[week - 1] += before
            late = serve(part, self.case.daily(slots, begin, week + 1), state=state).late
            return self.holds(self._hit(late[middle - start :], middle))

        return test


def _fewest(test: Callable[[int, int], bool], earlier: bool) -> tuple[int, int] | None:
    """Extra slots (week before, week itself) with the least sum that passes `test`, the week itself first; None where
    none does.
    """
    here = least(lambda n: test(0, n), MANY)
    if not earlier:
        return None if here is None else (0, here)
    before = 0
    if here is None:
        found = least(lambda n: test(n, MANY), MANY)
        if found is None:
            return None
        before = found
        here = least(lambda n: test(before, n), MANY) or 0
    best = (before, here)
    step = max(1, (before + here) // 16)
    before += step
    while before < sum(best):
        while (fewer := sum(best) - 1 - before) >= 0 and test(before, fewer):
            best = (before, fewer)
        before += step
    return best


def recommend(case: Case, target: float) -> Floats:
    """(W,) whole-week slots, at least the planned ones, that bring every week they can to a probability of at most
    `target`.

    Week by week forward: where a week is over the target, the fewest extra slots in it and, where that takes fewer, the
    week before. NaN where no number of slots can, or where slots are not known.
    """
    search = _Search(case, target)
    solved = np.zeros(len(case.slots), dtype=np.bool_)
    lent = False
    for week in range(case.reach):
        hit = search.pass_week(week)
        out = week - case.gap
        if out < 0 or case.settled_missed[out] > 0:
            continue
        if search.holds(hit):
            solved[week] = True
            continue
        earlier = out > 0 and bool(solved[week - 1])
        extra = _fewest(search.trial(week, earlier, hit), earlier)
        if extra is None:
            continue
        solved[week] = True
        search.slots[week] += extra[1]
        if extra[0]:
            lent = True
            search.slots[week - 1] += extra[0]
            search.pass_week(week - 1)
        search.pass_week(week)
    if lent:
        _trim(search, solved)
    total = search.slots if case.own is None else search.slots + case.own.sum(0)
    return np.where(solved, total, np.nan)[case.gap :]


def _trim(search: _Search, solved: Bools) -> None:
    """Take back slots that those lent by later weeks have made superfluous."""
    case = search.case
    for week in range(case.gap, case.reach):
        extra = int(search.slots[week] - case.slots[week])
        if extra <= 0 or not solved[week]:
            continue

        def enough(kept: int, week: int = week) -> bool:
            search.slots[week] = case.slots[week] + kept
            state = search.states[week]
            for later in range(week, case.reach):
                hit, state = search.week(later, state)
                if solved[later] and not search.holds(hit):
                    return False
            return True

        kept = least(enough, extra - 1) if enough(extra - 1) else None
        search.slots[week] = case.slots[week] + (extra if kept is None else kept)
        if kept is not None:
            for later in range(week, case.reach):
                search.pass_week(later)


@dataclass(frozen=True)
class BestUse:
    """Where extra slots do most good: added (W,) per output week; late_before, late_after: expected late plans over all
    weeks.
    """

    added: Ints
    late_before: float
    late_after: float

    @property
    def removed(self) -> float:
        """Share of the expected late plans that the extra slots remove; 0 where there are none."""
        return 1 - self.late_after / self.late_before if self.late_before > 0 else 0.0


def best_use(case: Case, extra: int, last_week: int | None = None) -> BestUse:
    """Where `extra` slots in the output weeks up to `last_week` (index, included) remove most expected late plans;
    greedy, one by one.

    Slots that no longer remove anyone are not given out.
    """
    weeks = case.weeks if last_week is None else min(case.weeks, last_week + 1)
    slots = case.slots.copy()
    added = np.zeros(case.weeks, dtype=np.int64)

    def total(trial: Floats) -> float:
        outlook = run(case, trial)
        return float(outlook.late[outlook.known].sum()) / case.load.paths

    before = now = total(slots)
    for _ in range(extra):
        trials = np.full(weeks, np.inf)
        for week in range(weeks):
            if not np.isnan(slots[case.gap + week]):
                slots[case.gap + week] += 1
                trials[week] = total(slots)
                slots[case.gap + week] -= 1
        best = int(np.argmin(trials))
        if not trials[best] < now:
            break
        now = float(trials[best])
        slots[case.gap + best] += 1
        added[best] += 1
    return BestUse(added, before, now)
