"""Counts of persons as a meeting may see them. The rule, and the sums that tie cells, stand in `export.masking`.

What is hidden is decided on all areas at once, whichever of them is on the screen, so that two screens cannot be held against each other;
and on all tables that hold the same persons at once, so that what one hides no other tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from sundhedsklynge.domain.progress import Cancelled, never
from sundhedsklynge.export.cells import HIDDEN, Hidden
from sundhedsklynge.export.masked_rows import Area, AreaKey, covers, hidden_areas
from sundhedsklynge.export.masking import Table, hidden_cells

Count = int | Hidden | None  # None: not known
_PART, _REST, _WHOLE = "part", "rest", "whole"


def masked_sums(counts: Mapping[int, int], areas: Sequence[Area], below: int) -> dict[AreaKey, Count]:
    """By area the sum of one count a municipality; those not known left out, None where none is known."""
    hidden = hidden_areas(counts, areas, below)
    sums: dict[AreaKey, Count] = {}
    for area in areas:
        key, told = (area.level, area.code), [counts[code] for code in area.members if code in counts]
        sums[key] = None if not told else HIDDEN if key in hidden else sum(told)
    return sums


@dataclass(frozen=True)
class Share:
    """By municipality a numerator and its denominator. is_part: those counted are among those they are held against, so that the rest
    counts persons too; else they are events."""

    counts: Mapping[int, tuple[int, int]]
    is_part: bool = True


@dataclass(frozen=True)
class ShownShares:
    """Shares of the same persons as they were shown on a date: with their areas, and the cells (area, place among the shares, part)
    hidden."""

    areas: tuple[Area, ...]
    shares: tuple[Share, ...]
    hidden: frozenset[tuple[AreaKey, int, str]]

    def of(self, key: AreaKey, place: int) -> tuple[Count, Count]:
        """Numerator and denominator of a share in an area."""
        area = next((area for area in self.areas if (area.level, area.code) == key), None)
        told = [self.shares[place].counts[m] for m in area.members if m in self.shares[place].counts] if area else []
        if not told:
            return None, None
        part, whole = (sum(values) for values in zip(*told, strict=True))
        return (
            HIDDEN if (key, place, _PART) in self.hidden else part,
            HIDDEN if (key, place, _WHOLE) in self.hidden else whole,
        )


def masked_shares(
    shares: Sequence[Share],
    areas: Sequence[Area],
    below: int,
    earlier: Sequence[ShownShares] = (),
    later: Sequence[ShownShares] = (),
    cancelled: Cancelled = never,
) -> ShownShares:
    """What may be shown of shares that may count the same persons.

    earlier, later: the same shares as they have been shown, from data older and newer than these, each oldest first. Raises
    CancelledError.
    """
    others = (*earlier, *later)
    versions = [*((shown.shares, shown.areas) for shown in others), (tuple(shares), tuple(areas))]
    places = sorted({m for told, sites in versions for m in _places(told, sites)})
    kinds = _kinds(shares)
    columns = _columns(shares, kinds)
    tables = [_table(told, sites, places, kinds, columns) for told, sites in versions]
    used = np.any([table.known.any(axis=0) for table in tables], axis=0)
    tables = [
        Table(table.counts[:, used], table.known[:, used], table.areas, table.columns[:, used], table.seen)
        for table in tables
    ]
    shown_so = [
        (table, np.array([[((a.level, a.code), *column) in shown.hidden for column in columns] for a in shown.areas]))
        for table, shown in zip(tables[:-1], others, strict=True)
    ]
    names = list(columns)
    found = hidden_cells(tables[-1], below, shown_so[: len(earlier)], shown_so[len(earlier) :], cancelled)
    return ShownShares(
        tuple(areas),
        tuple(shares),
        frozenset(((areas[a].level, areas[a].code), *names[c]) for a, c in np.argwhere(found).tolist()),
    )


@dataclass(frozen=True)
class _Kind:
    """Persons that a set of the shares is held against, on one side (True: counted) of each that is a part; or the events of one share."""

    held: frozenset[int]
    sides: Mapping[int, bool]
    events: int | None = None


def _kinds(shares: Sequence[Share]) -> list[_Kind]:
    kinds = [_Kind(frozenset(), {}, i) for i, share in enumerate(shares) if not share.is_part]
    for size in range(len(shares), 0, -1):
        for held in combinations(range(len(shares)), size):
            parts = [i for i in held if shares[i].is_part]
            kinds += [
                _Kind(frozenset(held), dict(zip(parts, sides, strict=True)))
                for sides in product((True, False), repeat=len(parts))
            ]
    return kinds


def _columns(shares: Sequence[Share], kinds: Sequence[_Kind]) -> dict[tuple[int, str], list[bool]]:
    """Which kinds each column sums; the rest of a part is guarded, for it is the difference of the two others."""
    columns: dict[tuple[int, str], list[bool]] = {}
    for i, share in enumerate(shares):
        columns[i, _WHOLE] = [i in kind.held for kind in kinds]
        if share.is_part:
            columns[i, _PART] = [kind.sides.get(i) is True for kind in kinds]
            columns[i, _REST] = [kind.sides.get(i) is False for kind in kinds]
        else:
            columns[i, _PART] = [kind.events == i for kind in kinds]
    return columns


def _table(
    shares: Sequence[Share],
    areas: Sequence[Area],
    places: Sequence[int],
    kinds: Sequence[_Kind],
    columns: Mapping[tuple[int, str], list[bool]],
) -> Table:
    counts = np.zeros((len(places), len(kinds)), dtype=np.int64)
    known = np.zeros(counts.shape, dtype=np.bool_)
    for m, code in enumerate(places):
        told = {i: share.counts[code] for i, share in enumerate(shares) if code in share.counts}
        persons = _persons(told, [share.is_part for share in shares])
        for k, kind in enumerate(kinds):
            if kind.events is None:
                found = persons.get((kind.held, tuple(sorted(kind.sides.items()))))
            else:
                found = told[kind.events][0] if kind.events in told else None
            if found is not None:
                counts[m, k], known[m, k] = found, True
    return Table(
        counts,
        known,
        covers(areas, places),
        np.array(list(columns.values()), dtype=np.bool_),
        np.array([part != _REST for _, part in columns], dtype=np.bool_),
    )


Sides = tuple[tuple[int, bool], ...]


def _persons(told: Mapping[int, tuple[int, int]], is_part: Sequence[bool]) -> dict[tuple[frozenset[int], Sides], int]:
    """The persons of one place by the shares they are held against and the side they are on.

    Equal denominators are the same persons; a smaller one is held to be among the larger. How numerators overlap is not told; any way that
    fits will do, the one in proportion leaves most room to hide in.
    """
    cells: dict[tuple[frozenset[int], Sides], int] = {}
    below = 0
    for whole in sorted({whole for _, whole in told.values()}):
        cells[frozenset(i for i in told if told[i][1] >= whole), ()] = whole - below
        below = whole
    for i, (part, whole) in sorted(told.items()):
        if is_part[i]:
            cells = _split(cells, i, min(part, whole))
    return cells


def _split(
    cells: Mapping[tuple[frozenset[int], Sides], int], share: int, part: int
) -> dict[tuple[frozenset[int], Sides], int]:
    """The cells held against the share in two, those counted by it, `part` in all, and those not; in proportion as whole persons go."""
    mine = {key: n for key, n in cells.items() if share in key[0]}
    total = sum(mine.values())
    counted = {key: part * n // total if total else 0 for key, n in mine.items()}
    left = part - sum(counted.values())
    for key, n in mine.items():
        more = min(left, n - counted[key])
        counted[key] += more
        left -= more
    parted = {
        (held, tuple(sorted((*sides, (share, side))))): counted[held, sides] if side else n - counted[held, sides]
        for (held, sides), n in mine.items()
        for side in (True, False)
    }
    return {key: n for key, n in cells.items() if key not in mine} | parted


def _places(shares: Sequence[Share], areas: Sequence[Area]) -> set[int]:
    return {m for area in areas for m in area.members if any(m in share.counts for share in shares)}
