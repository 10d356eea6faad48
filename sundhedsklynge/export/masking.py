"""Small numbers: which counts of persons are hidden, so that none of them can be had back from what is shown.

**The rule.** A shown count of 1 to `below` - 1 persons is hidden (0 and "not known" are not). Whoever holds all that is shown, knows every
sum below and which places have told nothing must find *every* number from 1 to `below` - 1 possible for each hidden small count: none can
be solved for, and none bounded more narrowly than the rule itself does. Where an earlier showing already bounds one, it is kept from being
solved for.

**The sums that tie cells.** Every cell is a sum of leaves: persons of one kind in one place.

- areas: a cluster, council or region is the sum of its municipalities, the whole counts each once; areas may overlap (København lies in two
  clusters) and may consist of one place.
- columns: all procedures = knee + hip + shoulder + others; of a share, those counted + those not counted = all. A column may be *guarded*:
  never shown itself, but a subtraction away (53 of 55 tells that 2 were not), and so protected like the shown ones.
- one count in several tables (the discharges behind coverage, contacts and readmissions) is one set of leaves: hidden in all or in none.
- time: the same count shown again on a later date. A leaf that has not changed between two showings is one leaf, so that both are looked at
  together: the sum of one may not give back what the other hides. What was shown stays shown, and can hide nobody.

No other sums of observed counts are shown: no year beside its quarters, no running total; expected numbers are forecasts and never hidden.
Two 13-week windows of two meetings differ by weeks that are shown nowhere. A share is shown only where both its counts are.

**How.** For each small count witnesses are laid down: tables of whole persons that look the same to the reader, in which the count is one
more or one fewer, step by step to both ends of the rule. Cells a witness changes are hidden; hiding more never spoils an earlier witness.
A step adds or takes one person, or moves one to another place, another kind or both; the one that hides least is taken, by whole-number
prices and a fixed order, so that the same counts are hidden the same way everywhere. The idea is that of complementary suppression by
cycles (Cox 1980, J. Amer. Statist. Assoc. 75:377-385).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Signs = NDArray[np.int8]
Bools = NDArray[np.bool_]

_NEVER = 10**12  # the price of hiding what has been shown; far above that of all other cells together


@dataclass(frozen=True)
class Table:
    """Counts by place and kind, and what of them is shown.

    counts: (M, K) persons, 0 where not known. known: (M, K), where a count is known at all; the others are seen to be missing and can hide
    nobody. areas: (A, M) which places an area sums; a place that is shown itself is an area of one. columns: (G, K) which kinds a column
    sums. seen: (G,) columns that are shown; the others are guarded.
    """

    counts: Ints
    known: Bools
    areas: Bools
    columns: Bools
    seen: Bools

    @property
    def values(self) -> Ints:
        """(A, G): all sums."""
        return self.areas.astype(np.int64) @ self.counts @ self.columns.T.astype(np.int64)


def with_total(counts: Ints, areas: Bools, known: Bools | None = None) -> Table:
    """Every kind as a column, and last their sum. known: None is everywhere."""
    kinds = counts.shape[1]
    columns = np.vstack([np.eye(kinds, dtype=np.bool_), np.ones((1, kinds), dtype=np.bool_)])
    told = np.ones(counts.shape, dtype=np.bool_) if known is None else known
    return Table(counts, told, areas, columns, np.ones(kinds + 1, dtype=np.bool_))


def hidden_cells(table: Table, below: int = 5, earlier: Sequence[tuple[Table, Bools]] = ()) -> Bools:
    """Which cells of `table` to hide, (A, G); guarded columns are always hidden.

    below: the least count that may be shown. earlier: tables of the same places and kinds shown before, oldest first, with their hidden
    cells; their areas and columns may differ.
    """
    now = (table.values > 0) & (table.values < below) | ~table.seen
    search = _Search([*(shown for shown, _ in earlier), table], [*(hidden for _, hidden in earlier), now], below)
    for cell in search.small.tolist():
        search.protect(cell)
    return search.hidden[-now.size :].reshape(now.shape)


class _Search:
    """All cells of all showings in one row (C), and the leaves that move together.

    A change has a span of showings in which all its leaves change alike, and beyond it those that are still the same count.
    """

    def __init__(self, tables: Sequence[Table], hidden: Sequence[Bools], below: int) -> None:
        self.below = below
        self.leaves = np.stack([table.counts for table in tables])  # (V, M, K)
        known = np.stack([table.known for table in tables])
        self.values = np.concatenate([table.values.ravel() for table in tables])
        self.hidden = np.concatenate([cells.ravel() for cells in hidden])
        self.showing = np.repeat(np.arange(len(tables)), [cells.size for cells in hidden])
        self.small = np.flatnonzero(self.hidden & (self.values > 0) & (self.values < below))
        self.price = np.concatenate([_prices(table) for table in tables])
        self.price[self.showing < len(tables) - 1] = _NEVER
        self.moves = _moving_together(self.leaves, known)
        self.counts_in = np.concatenate([_counts_in(table) for table in tables], axis=2)  # (M, K, C)
        self.seen = np.zeros((len(self.values), below + 1), dtype=np.bool_)  # (C, n): a table has n there, last: more
        self.seen[self.small, self.values[self.small]] = True

    def protect(self, cell: int) -> None:
        """Lays down witnesses until every number of the rule is possible in `cell`; any other where earlier showings forbid that."""
        self._walk(cell, 1, self.below - 1)
        self._walk(cell, -1, 1)
        if self.seen[cell].sum() == 1:
            self._walk(cell, 1, self.below)
            self._walk(cell, -1, 0)

    def _walk(self, cell: int, sign: int, end: int) -> None:
        """Steps from the truth towards `end` while there are numbers on the way that no witness has, as far as steps can be found."""
        leaves, values = self.leaves.copy(), self.values.copy()
        while True:
            value = int(values[cell])
            if self.seen[cell, value + 1 : end + 1].all() if sign > 0 else self.seen[cell, end:value].all():
                return
            step = self._cheapest(cell, sign, leaves)
            if step is None:
                return
            span, change = step
            leaves += change * self.moves[span]
            effect = sum(change[m, k] * self._effect(self.moves[span], k)[m] for m, k in np.argwhere(change).tolist())
            values += effect
            self.hidden |= effect != 0
            self.seen[self.small, np.minimum(values[self.small], self.below)] = True

    def _cheapest(self, cell: int, sign: int, leaves: Ints) -> tuple[tuple[int, int], Ints] | None:
        """The change of leaves (M, K) that alters `cell` by `sign` and hides least, with the span it moves in."""
        price = np.where(self.hidden, 0.0, self.price)
        best, found = float(_NEVER), None
        here = int(self.showing[cell])
        for span, moves in self.moves.items():
            if not span[0] <= here <= span[1]:
                continue
            movable: Bools = np.any(moves, axis=0)
            fewest = np.where(moves, leaves, np.iinfo(np.int64).max).min(axis=0)
            free: Bools = movable & (fewest > 0)  # can lose a person
            gains, loses = (movable, free) if sign > 0 else (free, movable)
            effects = functools.cache(functools.partial(self._effect, moves))
            for m, k in np.argwhere((self.counts_in[:, :, cell] != 0) & moves[here] & gains).tolist():
                cost, others = _cheapest_others(effects, price, gains, loses, m, k, cell)
                if cost < best:
                    change = np.zeros(movable.shape, dtype=np.int64)
                    change[m, k] = sign
                    for place, kind, way in others:
                        change[place, kind] = way * sign
                    best, found = cost, (span, change)
                    if cost == 0:
                        return found
        return found

    def _effect(self, moves: Bools, kind: int) -> Signs:
        """(M, C): whether a cell changes with the leaf of that kind."""
        if moves.all():
            return self.counts_in[:, kind]
        return self.counts_in[:, kind] * moves[self.showing, :, kind].T


def _cheapest_others(
    effects: Callable[[int], Signs], price: Floats, gains: Bools, loses: Bools, m: int, k: int, cell: int
) -> tuple[float, list[tuple[int, int, int]]]:
    """What is cheapest to change along with one more in leaf (m, k), so that `cell` has one more: its cost, and leaves with +1 or -1.

    effects: by kind (M, C), the cells a leaf alters. gains, loses: (M, K) leaves that can. With it goes nothing; one fewer of another kind
    here or there, or of the kind there; or both here and there the other way round, which keeps the sums of the places and of the kinds.
    """
    places = np.arange(len(gains))
    best: tuple[float, list[tuple[int, int, int]]] = (float(_NEVER), [])

    def offer(change: Signs, allowed: Bools, others: Callable[[int], list[tuple[int, int, int]]]) -> None:
        nonlocal best
        rows = np.flatnonzero(allowed & (change[:, cell] == 1))
        if len(rows):
            costs = (change[rows] != 0).astype(np.float64) @ price  # whole numbers, so exact in any order
            row = int(np.argmin(costs))
            if costs[row] < best[0]:
                best = float(costs[row]), others(int(rows[row]))

    one = effects(k)[m]
    offer(one[None], np.ones(1, dtype=np.bool_), lambda _: [])
    offer(one - effects(k), loses[:, k] & (places != m), lambda place: [(place, k, -1)])
    for kind in np.flatnonzero(np.arange(gains.shape[1]) != k).tolist():
        if best[0] == 0:
            break
        offer(one - effects(kind), loses[:, kind], lambda place, kind=kind: [(place, kind, -1)])
        if loses[m, kind]:
            offer(
                one - effects(kind)[m] - effects(k) + effects(kind),
                loses[:, k] & gains[:, kind] & (places != m),
                lambda place, kind=kind: [(m, kind, -1), (place, k, -1), (place, kind, 1)],
            )
    return best


def _prices(table: Table) -> Ints:
    """What hiding a cell costs: large counts of large areas tell most; guarded cells are never shown."""
    worth = (1 + table.values) * table.areas.sum(axis=1, keepdims=True)
    return (worth * table.seen).ravel()


def _moving_together(leaves: Ints, known: Bools) -> dict[tuple[int, int], Bools]:
    """By span of showings (first, last), shortest first: in which showings each leaf moves, (V, M, K)."""
    same = (leaves[1:] == leaves[:-1]) & known[1:] & known[:-1]
    last = len(leaves) - 1
    spans: dict[tuple[int, int], Bools] = {}
    for length in range(last + 1):
        for first in range(last + 1 - length):
            moves = np.zeros(leaves.shape, dtype=np.bool_)
            moves[first : first + length + 1] = known[first : first + length + 1]
            for v in range(first + length, last):
                moves[v + 1] = moves[v] & same[v]
            for v in range(first, 0, -1):
                moves[v - 1] = moves[v] & same[v - 1]
            spans[first, first + length] = moves
    return spans


def _counts_in(table: Table) -> Signs:
    """(M, K, A * G): whether a cell counts a leaf."""
    shape = (*table.counts.shape, table.values.size)
    return np.einsum("am,gk->mkag", table.areas, table.columns).reshape(shape).astype(np.int8)
