"""What the deadline risk rests on: forecast draws, receipts, who waits, slots per week, and the settings."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from sundhedsklynge.deadline.backlog import Backlog
from sundhedsklynge.deadline.queue import Counts, Floats, Ints, QueueRules
from sundhedsklynge.domain.clock import ClockRules
from sundhedsklynge.forecast.evidence import Receipts


@dataclass(frozen=True)
class WeeklySlots:
    """First appointments per week from the week of Monday `first_week` on, NaN where not known.

    shared: (M, K) for all procedures. own: (M, P, K) kept for one procedure. A week with slots of either kind is known,
    and what is not said in it is 0.
    """

    first_week: int
    shared: Floats
    own: Floats | None = None

    def of(self, municipality: int, weeks: Ints) -> tuple[Floats, Floats | None]:
        """(W,) shared and (P, W) own slots (None where it has none) of the weeks with these Mondays; NaN shared: not
        known.
        """
        index = (np.asarray(weeks) - self.first_week) // 7
        shared = _taken(self.shared[municipality], index)
        if self.own is None or np.isnan(self.own[municipality]).all():
            return shared, None
        own = _taken(self.own[municipality], index)
        said = ~np.isnan(own).all(0)
        return np.where(np.isnan(shared) & said, 0.0, shared), np.nan_to_num(own)


def _taken(slots: Floats, index: Ints) -> Floats:
    """`slots` (..., K) at `index` (W,), NaN outside."""
    weeks = slots.shape[-1]
    if not weeks:
        return np.full((*slots.shape[:-1], len(index)), np.nan)
    return np.where((index >= 0) & (index < weeks), slots[..., np.clip(index, 0, weeks - 1)], np.nan)


@dataclass(frozen=True)
class RiskInputs:
    """All that the deadline risk of M municipalities rests on; days are day numbers as in `forecast.evidence`.

    codes: (M,) municipality codes, which name the random streams. weeks: (W,) Mondays, the first holds as_of. draws:
    (M, P, W, N) plans received per week, whole weeks. receipts: known at as_of. closed: extra closed days by
    municipality index, -1 is everywhere; a week's slots go to its other days. groups: by municipality index, day and
    slots of the groups that start together, besides the week's slots. daily: (M, P, 7 W) plans expected by day
    of receipt, which say how a week's draws fall on its days; without it past receipts do. mean: (M, P, W) the mean of
    the law the draws are made from, which means are told by; without it the mean of the draws.
    """

    as_of: int
    codes: tuple[int, ...]
    weeks: Ints
    draws: Counts
    receipts: Receipts
    backlog: Backlog
    slots: WeeklySlots
    closed: dict[int, frozenset[int]] = field(default_factory=dict[int, frozenset[int]])
    groups: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict[int, tuple[tuple[int, int], ...]])
    daily: Floats | None = None
    mean: Floats | None = None

    def closed_in(self, municipality: int) -> frozenset[int]:
        """Extra closed days of a municipality, those that hold everywhere included."""
        nothing: frozenset[int] = frozenset()
        return self.closed.get(-1, nothing) | self.closed.get(municipality, nothing)


@dataclass(frozen=True)
class RiskRules:
    """Settings. target: highest probability a recommended plan may leave. slot_share: share of the slots that serve the
    procedures in the data (below 1 where the centre's slots also serve plans the data do not hold). private_share: of
    those late who go to a private supplier. private_prices: (P,) kroner for a course there. None until the user sets
    them.
    """

    clock: ClockRules = field(default_factory=ClockRules)
    queue: QueueRules = field(default_factory=QueueRules)
    target: float = 0.05
    slot_share: float = 1.0
    private_share: float | None = None
    private_prices: tuple[float | None, ...] | None = None
    seed: int = 20261123
