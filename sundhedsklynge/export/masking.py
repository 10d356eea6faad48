"""Small numbers: counts of 1 to 4 persons are hidden, and enough others that none can be had back by subtraction.

A table of counts is published with all its sums: areas (which may overlap, as København's two clusters do) times
categories and their total. Hiding a cell is of no use while a sum less its other parts gives it back. So for every
small count a *witness* is laid down: another table of whole counts in which that count is different and every shown
cell is as shown. Whoever holds the published table cannot tell the witness from the truth. Cells a witness changes
are hidden; hiding more never spoils an earlier witness. Zeros may be hidden as well, so a hidden cell can be anything
from 0 up.

A witness moves one person between two places, between two categories, or both, or adds one; the one that hides least is
taken. The idea is that of complementary cell suppression by cycles (Cox 1980, J. Amer. Statist. Assoc. 75:377-385).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


def hidden_cells(counts: Ints, areas: Bools, below: int = 5, known: Bools | None = None) -> Bools:
    """Which cells to hide: (A, P + 1), the last column the sum over categories.

    counts: (M, P) persons by place and category, 0 where not known. areas: (A, M) which places an area sums; a place
    that is published itself is an area of one. below: the smallest count that may be shown. known: (M, P) where a
    count is known at all (None: everywhere); the others are seen to be missing and can hide nobody.
    """
    values = areas.astype(np.int64) @ np.column_stack([counts, counts.sum(axis=1)])
    hidden = (values > 0) & (values < below)
    safe = ~hidden
    worth = (1.0 + values) * areas.sum(
        axis=1, keepdims=True
    )  # what hiding costs: large counts of large areas tell most
    changes = _changes(areas, counts, np.ones(counts.shape, dtype=np.bool_) if known is None else known)
    for area, column in np.argwhere(hidden):
        if not safe[area, column]:
            changed = _witness(changes, values < 1, np.where(hidden, 0.0, worth), int(area), int(column))
            hidden |= changed
            safe |= changed
    return hidden


@dataclass(frozen=True)
class _Changes:
    """Changes of one person between places (U of them) and between categories (V), each +1, 0 or -1.

    up, down: (U, A) areas that gain and lose. shows: (V, P + 1) how a change of categories shows in the columns.
    barred: (V, U) changes that touch a count that is not known.
    """

    up: Ints
    down: Ints
    shows: Ints
    barred: Bools


def _changes(areas: Bools, counts: Ints, known: Bools) -> _Changes:
    places, categories = (_differences(n) for n in counts.shape)
    reach = places @ areas.astype(np.int64).T
    unknown = np.abs(places) @ (~known).astype(np.int64)  # (U, P)
    return _Changes(
        (reach > 0).astype(np.int64),
        (reach < 0).astype(np.int64),
        np.column_stack([categories, categories.sum(axis=1)]),
        (unknown @ np.abs(categories).T).T > 0,
    )


def _differences(n: int) -> Ints:
    """All changes of one person among n: one more in i; one more in i and one less in j > i. (n + n (n - 1) / 2, n)."""
    single = np.eye(n, dtype=np.int64)
    first, second = np.triu_indices(n, 1)
    return np.concatenate([single, single[first] - single[second]])


def _witness(changes: _Changes, empty: Bools, price: Floats, area: int, column: int) -> Bools:
    """The cells (A, P + 1) that the cheapest allowed change of cell (area, column) alters, either way round.

    empty: (A, P + 1) cells that cannot lose a person. price: (A, P + 1) of hiding a cell, 0 where it is hidden already.
    One change always exists: one person more in a known place and category that the cell counts.
    """
    moving = np.flatnonzero(changes.up[:, area] | changes.down[:, area])
    up, down = changes.up[moving], changes.down[moving]
    blocks = empty.astype(np.int64)
    best, chosen = np.inf, np.zeros(empty.shape, dtype=np.bool_)
    for change, barred in zip(changes.shows, changes.barred, strict=True):
        if change[column] == 0:
            continue
        plus, minus = (change > 0).astype(np.int64), (change < 0).astype(np.int64)
        forward = up @ (blocks @ minus) + down @ (blocks @ plus)  # cells that forbid the change
        backward = up @ (blocks @ plus) + down @ (blocks @ minus)
        allowed = (np.minimum(forward, backward) == 0) & ~barred[moving]
        cost = np.where(allowed, (up + down) @ (price @ (plus + minus)), np.inf)
        cheapest = int(np.argmin(cost))
        if cost[cheapest] < best:
            best = float(cost[cheapest])
            chosen = np.outer(up[cheapest] + down[cheapest], plus + minus) > 0
    return chosen
