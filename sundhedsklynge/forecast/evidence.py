"""What is known on the morning of an as-of date, as arrays.

Days are integers: days since 1970-01-01 (numpy `datetime64[D]` seen as int); the weekday of day d is `(d + 3) % 7`,
Monday = 0. Whoever builds an `Evidence` has already left out everything that was not known at `as_of`: receipts on or
after it, snapshots extracted after it, replaced versions. The model never looks at a clock or a database.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Indices = NDArray[np.integer[Any]]  # positions and numbers of any width
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Receipts:
    """Plans received by municipalities, one entry a plan or a group of equal plans; all arrays have length R.

    municipality, procedure, hospital: indices into the evidence's tuples (hospital -1: not said). received, discharged,
    start: day numbers (discharged -1: unknown; start is where the 7-day clock starts: discharge or the plan's own later
    date). count: plans, the lower bound where only `<5` is known. private: sent by a private hospital or to a private
    supplier. timed: under the 7-day rule. Plans that leave the count (anden kommune, fejlsendt, erstattet) are not
    here.
    """

    municipality: Ints
    procedure: Ints
    hospital: Ints
    received: Ints
    discharged: Ints
    start: Ints
    count: Ints
    private: Bools
    timed: Bools


@dataclass(frozen=True)
class Snapshots:
    """Everything hospitals told of planned operations. K snapshots, S rows.

    hospital, extracted: (K,), sorted by (hospital, extracted). first, last: (K,) first and last operation day the
    snapshot speaks of. The rest are (S,): snapshot (0..K-1), municipality, procedure, day (of operation; the Monday
    where `weekly`), weekly, cancelled, booked (day the case was booked, -1 unknown), case (hash of a stable case key, 0
    unknown), count (lower bound), private.
    """

    hospital: Ints
    extracted: Ints
    first: Ints
    last: Ints
    snapshot: Ints
    municipality: Ints
    procedure: Ints
    day: Ints
    weekly: Bools
    cancelled: Bools
    booked: Ints
    case: NDArray[np.int64]
    count: Ints
    private: Bools


@dataclass(frozen=True)
class Evidence:
    """All a forecast may use.

    as_of: day number of the morning. municipalities: (M,) codes such as 101, ascending. population: (M,) persons (NaN
    unknown). cluster: (M,) index of the group a municipality borrows strength from. procedures: (P,) names. hospitals:
    (H,) names. first_day: day number of `observed[:, 0]`. observed: (M, D) bool, whether receipts of that municipality
    and day are known (D reaches the day before `as_of`; a day no file covers is missing, never zero).
    """

    as_of: int
    municipalities: tuple[int, ...]
    population: Floats
    cluster: Ints
    procedures: tuple[str, ...]
    hospitals: tuple[str, ...]
    receipts: Receipts
    snapshots: Snapshots
    first_day: int
    observed: Bools


@dataclass(frozen=True)
class Forecast:
    """Plans received per week as joint draws.

    weeks: (W,) day numbers of the Mondays, the first is the week that holds `as_of`. draws: (M, P, W, N) int32, whole
    weeks: what has come this week before `as_of` is included, so no draw is below it. booked: (M, P, W) operations
    planned for that week in each hospital's newest snapshot, cancelled left out, lower bounds of masked counts; NaN
    where no snapshot reaches that week. flags: (M, P) lists of reason codes, empty when all is well ("no_history",
    "no_plan", "short_plan" (too few weeks of plans to learn what they lead to), "stale_plan", "level_break", "no_receipts").

    mean: (M, P, W) the mean of the law the draws are made from; the mean of N draws differs from it by chance, about
    sqrt(variance / N). parts: the mean taken apart, (M, P, W) each, summing to it exactly: "received" already,
    "performed" operations whose plan is on its way, "booked" operations, "not_booked" yet but usual, "level" (more or
    less booked ahead than usual, or a break), "base" stream that no plan shows, "holiday" weeks' shift, "override" by a
    planner. The usual parts hold no holidays, "holiday" what these take or give, closed days included. sources: (M, H +
    1, P, W) the mean still to come by hospital, the last where none is told (or nothing is known but the population).
    private: (M, P, W) how many of the mean come by a private hospital or go to a private supplier. plan_age: (H,) days
    since each hospital's newest snapshot, -1 where it has none.
    """

    weeks: Ints
    draws: NDArray[np.int32]
    booked: Floats
    flags: dict[tuple[int, int], tuple[str, ...]]
    mean: Floats = field(default_factory=lambda: np.zeros((0, 0, 0)))
    parts: dict[str, Floats] = field(default_factory=dict[str, Floats])
    sources: Floats = field(default_factory=lambda: np.zeros((0, 0, 0, 0)))
    private: Floats = field(default_factory=lambda: np.zeros((0, 0, 0)))
    plan_age: Ints = field(default_factory=lambda: np.zeros(0, np.int32))

    def first(self, weeks: int) -> Forecast:
        """The first `weeks` weeks."""
        return replace(
            self,
            weeks=self.weeks[:weeks],
            draws=self.draws[:, :, :weeks],
            booked=self.booked[:, :, :weeks],
            mean=self.mean[:, :, :weeks],
            parts={name: part[:, :, :weeks] for name, part in self.parts.items()},
            sources=self.sources[..., :weeks],
            private=self.private[:, :, :weeks],
        )
