"""Small numbers: which counts of persons are hidden, so that none of them can be had back from what is shown.

**The rule.** A shown count of 1 to `below` - 1 persons is hidden (0 and "not known" are not). Whoever holds all that is shown, knows every
sum below and which places have told nothing must find *every* number from 1 to `below` - 1 possible for each hidden small count: none can
be solved for, and none bounded more narrowly than the rule itself does. Where another showing already bounds one, it is kept from being
solved for.

**The sums that tie cells.** Every cell is a sum of leaves: persons of one kind in one place.

- areas: a cluster, council or region is the sum of its municipalities, the whole counts each once; areas may overlap (København lies in two
  clusters) and may consist of one place.
- columns: all procedures = knee + hip + shoulder + others; of a share, those counted + those not counted = all. A column may be *guarded*:
  never shown itself, but a subtraction away (53 of 55 tells that 2 were not), and so protected like the shown ones.
- one count in several tables (the discharges behind coverage, contacts and readmissions) is one set of leaves: hidden in all or in none.
- time: the same count shown on several data dates, in whatever order they were shown. A leaf that has not changed between two showings is
  one leaf, so that both are looked at together: the sum of one may not give back what the other hides. What was shown stays shown, and can
  hide nobody.

No other sums of observed counts are shown: no year beside its quarters, no running total; expected numbers are forecasts and never hidden.
Two 13-week windows of two meetings differ by weeks that are shown nowhere. A share is shown only where both its counts are.

**How.** For each small count witnesses are laid down: tables of whole persons that look the same to the reader, in which the count is one
more or one fewer, step by step to both ends of the rule. Cells a witness changes are hidden; hiding more never spoils an earlier witness.
A step adds or takes one person, or moves one to another place, another kind or both; the one that hides least is taken, by whole-number
prices and a fixed order, so that the same counts are hidden the same way everywhere, and repeated while it can be. The idea is that of
complementary suppression by cycles (Cox 1980, J. Amer. Statist. Assoc. 75:377-385).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.progress import Cancelled, never, stop_if

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


Showing = tuple[Table, Bools]  # with its hidden cells


def with_total(counts: Ints, areas: Bools, known: Bools | None = None) -> Table:
    """Every kind as a column, and last their sum. known: None is everywhere."""
    kinds = counts.shape[1]
    columns = np.vstack([np.eye(kinds, dtype=np.bool_), np.ones((1, kinds), dtype=np.bool_)])
    told = np.ones(counts.shape, dtype=np.bool_) if known is None else known
    return Table(counts, told, areas, columns, np.ones(kinds + 1, dtype=np.bool_))


def hidden_cells(
    table: Table,
    below: int = 5,
    earlier: Sequence[Showing] = (),
    later: Sequence[Showing] = (),
    cancelled: Cancelled = never,
) -> Bools:
    """Which cells of `table` to hide, (A, G); guarded columns are always hidden.

    below: the least count that may be shown. earlier, later: tables of the same places and kinds that have been shown, with their hidden
    cells: as the counts stood before and after those of `table`, each oldest first; their areas and columns may differ. Raises
    CancelledError.
    """
    now = (table.values > 0) & (table.values < below) | ~table.seen
    showings = [*earlier, (table, now), *later]
    search = _Search(showings, len(earlier), below)
    for cell in search.small.tolist():
        stop_if(cancelled)
        search.protect(cell)
    return search.hidden[search.showing == len(earlier)].reshape(now.shape)


@dataclass(frozen=True)
class Step:
    """What gives a cell one more: a change of leaves (M, K) that holds in a span of showings (first, last)."""

    span: tuple[int, int]
    change: Ints


class _Search:
    """All cells of all showings in one row (C), and the leaves that move together.

    A change has a span of showings in which all its leaves change alike, and beyond it those that are still the same count.
    """

    def __init__(self, showings: Sequence[Showing], now: int, below: int) -> None:
        self.below = below
        self.tables = [table for table, _ in showings]
        self.leaves = np.stack([table.counts for table in self.tables])  # (V, M, K)
        known = np.stack([table.known for table in self.tables])
        self.values = np.concatenate([table.values.ravel() for table in self.tables])
        self.hidden = np.concatenate([cells.ravel() for _, cells in showings])
        self.sizes = np.array([cells.size for _, cells in showings])
        self.showing = np.repeat(np.arange(len(showings)), self.sizes)
        small = np.flatnonzero(self.hidden & (self.values > 0) & (self.values < below))
        # the new showing first: what protects it protects most of the others too
        self.small = small[np.argsort(self.showing[small] != now, kind="stable")]
        self.price = np.concatenate([_prices(table) for table in self.tables])
        self.price[self.showing != now] = _NEVER
        self.price[self.hidden] = 0
        self.moves = _moving_together(self.leaves, known)
        self.counts_in = np.concatenate([_counts_in(table) for table in self.tables])  # (C, M, K)
        self.counts_of = np.ascontiguousarray(self.counts_in.transpose(1, 2, 0))  # (M, K, C), for one leaf
        self.seen = np.zeros((len(self.values), below + 1), dtype=np.bool_)  # (C, n): a table has n there, last: more
        self.seen[small, self.values[small]] = True
        self._weigh()

    def protect(self, cell: int) -> None:
        """Lays down witnesses until every number of the rule is possible in `cell`; any other where other showings forbid that."""
        step = self._walk(cell, 1, self.below - 1)
        step = self._walk(cell, -1, 1, step)
        if self.seen[cell].sum() == 1:
            step = self._walk(cell, 1, self.below, step)
            self._walk(cell, -1, 0, step)

    def _walk(self, cell: int, sign: int, end: int, step: Step | None = None) -> Step | None:
        """Steps from the truth towards `end` while there are numbers on the way that no witness has, as far as steps can be found.

        step: what gave `cell` one more the last time; it hides nothing new, so it is taken, or taken back, as long as persons are left.
        """
        leaves, values = self.leaves.copy(), self.values.copy()
        while self._lacks(cell, int(values[cell]), sign, end):
            if step is None or (leaves + sign * step.change * self.moves[step.span] < 0).any():
                found = self._cheapest(cell, sign, leaves)
                if found is None:
                    return step
                step = found
            moves = self.moves[step.span]
            leaves += sign * step.change * moves
            effect = sum(
                sign * step.change[m, k] * self._effect(moves, m, k) for m, k in np.argwhere(step.change).tolist()
            )
            values += effect
            if not self.hidden[effect != 0].all():
                self.hidden |= effect != 0
                self.price[self.hidden] = 0
                self._weigh()
            self.seen[self.small, np.minimum(values[self.small], self.below)] = True
        return step

    def _lacks(self, cell: int, value: int, sign: int, end: int) -> bool:
        """Whether no witness has a number that lies beyond `value`, up to `end`."""
        return not (self.seen[cell, value + 1 : end + 1] if sign > 0 else self.seen[cell, end:value]).all()

    def _weigh(self) -> None:
        """What all cells cost in which a leaf counts, (V, M, K), and in which just one of two kinds does, (V, M, K, K)."""
        alone, pairs, start = [], [], 0
        for table in self.tables:
            size = table.values.size
            prices = self.price[start : start + size].reshape(table.values.shape)
            start += size
            of_place = table.areas.T.astype(np.float64) @ prices  # (M, G)
            alone.append(of_place @ table.columns)
            pairs.append(np.einsum("mg,gkl->mkl", of_place, table.columns[:, :, None] != table.columns[:, None, :]))
        self.alone, self.pairs = np.stack(alone), np.stack(pairs)

    def _cheapest(self, cell: int, sign: int, leaves: Ints) -> Step | None:
        """What alters `cell` by `sign` and hides least."""
        best, found = float(_NEVER), None
        here = int(self.showing[cell])
        for span, moves in self.moves.items():
            if not span[0] <= here <= span[1]:
                continue
            movable: Bools = np.any(moves, axis=0)
            fewest = np.where(moves, leaves, np.iinfo(np.int64).max).min(axis=0)
            free: Bools = movable & (fewest > 0)  # can lose a person
            gains, loses = (movable, free) if sign > 0 else (free, movable)
            counted = self.counts_in[cell] * moves[here]
            for m, k in np.argwhere((counted != 0) & gains).tolist():
                cost, others = self._cheapest_others(moves, gains, loses, m, k, counted)
                if cost < best:
                    change = np.zeros(movable.shape, dtype=np.int64)
                    change[m, k] = 1
                    for place, kind, way in others:
                        change[place, kind] = way
                    best, found = cost, Step(span, change)
                    if cost == 0:
                        return found
        return found

    def _effect(self, moves: Bools, m: int, k: int) -> Signs:
        """(C,): whether a cell changes with the leaf."""
        return self.counts_of[m, k] * np.repeat(moves[:, m, k], self.sizes)

    def _cheapest_others(
        self, moves: Bools, gains: Bools, loses: Bools, m: int, k: int, counted: Signs
    ) -> tuple[float, list[tuple[int, int, int]]]:
        """What is cheapest to change along with one more in leaf (m, k), so that a cell has one more: its cost, and leaves with +1 or -1.

        gains, loses: (M, K) leaves that can; counted: those the cell counts. With it goes nothing; one fewer of another kind here or there,
        or of the kind there; or both here and there the other way round, which keeps the sums of the places and of the kinds. Few cells
        count a leaf, so that a cost is what all cells of both cost, put right for those in common; whole numbers, so exact in any order.
        """
        touched = np.flatnonzero((self._effect(moves, m, k) != 0) & (self.price > 0))
        worth = self.price[touched]
        alone = float(worth.sum())
        best: tuple[float, list[tuple[int, int, int]]] = (min(alone, float(_NEVER)), [])
        if alone == 0:
            return best
        effects = self.counts_in[touched] * moves[self.showing[touched]]
        costs = alone + (self.alone * moves).sum(axis=0) - 2 * np.tensordot(worth, effects, 1)
        cost, place, kind = _least(costs, loses & (counted == 0))
        if cost < best[0]:
            best = cost, [(place, kind, -1)]
        if best[0] > 0:
            cost, place, kind = _least(*self._squares(moves, gains, loses, m, k, counted))
            if cost < best[0]:
                best = cost, [(m, kind, -1), (place, k, -1), (place, kind, 1)]
        return best

    def _squares(
        self, moves: Bools, gains: Bools, loses: Bools, m: int, k: int, counted: Signs
    ) -> tuple[Floats, Bools]:
        """By place and other kind what it costs to swap a person with one there, (M, K), and where that can be done."""
        touched = np.flatnonzero(self.counts_of[m].any(axis=0) & (self.price > 0))
        effects = self.counts_in[touched] * moves[self.showing[touched]]
        here = effects[:, m, k, None] - effects[:, m]
        there = effects[:, :, k, None] - effects
        of_kind = moves[:, :, k, None]
        apart = np.where(of_kind, self.alone[:, :, k, None], 0) + np.where(moves, self.alone, 0)
        costs = np.where(of_kind & moves, self.pairs[:, :, k], apart).sum(axis=0)
        costs += np.tensordot(self.price[touched], (there != here[:, None]).astype(np.int8) - (there != 0), 1)
        allowed = loses[:, k, None] & gains & loses[m]
        allowed &= counted[m, k] - counted[m] - (counted[:, k, None] - counted) == 1
        allowed[m], allowed[:, k] = False, False
        return costs, allowed


def _least(costs: Floats, allowed: Bools) -> tuple[float, int, int]:
    """The least cost, (M, K), where it is allowed, with its place and kind."""
    costs = np.where(allowed, costs, _NEVER)
    place, kind = divmod(int(np.argmin(costs)), costs.shape[1])
    return float(costs[place, kind]), place, kind


def _prices(table: Table) -> Floats:
    """What hiding a cell costs: large counts of large areas tell most; guarded cells are never shown."""
    worth = (1 + table.values) * table.areas.sum(axis=1, keepdims=True)
    return (worth * table.seen).ravel().astype(np.float64)


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
    """(A * G, M, K): whether a cell counts a leaf."""
    return (
        np.einsum("am,gk->agmk", table.areas, table.columns)
        .reshape(table.values.size, *table.counts.shape)
        .astype(np.int8)
    )
