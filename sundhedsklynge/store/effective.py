"""Which rows speak on the morning of a date: the contract's *Time* and *Supersession*, in one place.

Arrays in, arrays out; days are day numbers. Nothing here reads a clock or a database.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.calendar import day_at, is_closed
from sundhedsklynge.store.bulk import NONE, Columns

Mask = NDArray[np.bool_]
_SILENT_DAYS = 5  # working days without a plan before silence can mean that data are missing ...
_SILENT_PLANS = 12.0  # ... and plans that would have come in them: Poisson probability of none 6e-6
_QUIET_SHARE = 0.01  # a weekday with less of the plans than this receives none


@dataclass(frozen=True)
class PlanFile:
    """One hospital's snapshot as one import told it: rows `rows` of the operations."""

    snapshot_id: int
    import_id: int
    hospital: int
    extracted: int
    rows: slice


def replaced_operations(files: list[PlanFile], operations: Columns) -> dict[tuple[int, int], Mask]:
    """Rows that a newer import of the same hospital and extract date took the place of.

    Returns (older snapshot id, newer snapshot id) -> mask over the older one's rows; pairs without any are left out. A
    newer import replaces the municipalities in it, and of them only the departments in it where both name departments;
    disjoint ones add up.
    """
    groups: dict[tuple[int, int], list[PlanFile]] = {}
    for file in sorted(files, key=lambda f: f.import_id):
        groups.setdefault((file.hospital, file.extracted), []).append(file)
    found: dict[tuple[int, int], Mask] = {}
    for group in groups.values():
        for place, older in enumerate(group):
            for newer in group[place + 1 :]:
                mask = _overlap(operations, older.rows, newer.rows)
                if mask.any():
                    found[(older.snapshot_id, newer.snapshot_id)] = mask
    return found


def _overlap(operations: Columns, older: slice, newer: slice) -> Mask:
    place, part = operations["municipality"], operations["department_id"]
    mask = np.isin(place[older], np.unique(place[newer]))
    departments = np.unique(part[newer])
    if NONE in departments:
        return mask
    return mask & ((part[older] == NONE) | np.isin(part[older], departments))


def speaking_operations(files: list[PlanFile], operations: Columns) -> Mask:
    """Mask over all operations: the rows of `files` (those extracted on or before the date) that no newer import
    replaced.
    """
    mask = np.zeros(len(operations["day"]), dtype=bool)
    for file in files:
        mask[file.rows] = True
    rows = {file.snapshot_id: file.rows for file in files}
    for (older, _), gone in replaced_operations(files, operations).items():
        mask[rows[older]] &= ~gone
    return mask


@dataclass(frozen=True)
class GopFile:
    """One import of plans received: rows `rows` of the plans; `extracted` its extract date."""

    import_id: int
    extracted: int
    rows: slice


@dataclass(frozen=True)
class Received:
    """Plans received as known on a morning.

    speaks: mask over all plans. told: mask, the row comes from a file extracted by then, so that its status and later
    dates are known. municipalities: (M,) codes covered. first_day: day of `observed[:, 0]`. observed: (M, D) to the day
    before the as-of; missing is False. owner: (M, D) index into `files` of the one that speaks, -1 none.
    """

    speaks: Mask
    told: Mask
    municipalities: NDArray[np.int32]
    first_day: int
    observed: Mask
    owner: NDArray[np.int32]


def received_by(as_of: int, files: list[GopFile], plans: Columns) -> Received:
    """What is known at `as_of` (a day number) of plans received.

    A file replaces the municipalities in it over its own received period. Of several that cover a municipality and day,
    the newest extracted on or before `as_of` speaks; where there is none, the newest one, and then only what its rows'
    own dates let be known. A later version of a file that was there by then says nothing of the days since that one
    begins (`_version_starts`), for they were not told yet. Of a file extracted later only rows received before `as_of`
    count, also for which municipalities are in it: so a file cut at `as_of` says the same.
    """
    size = len(plans["received"])
    speaks, told = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    known = plans["received"] < as_of
    heard = [(number, file, plans["received"][file.rows][known[file.rows]]) for number, file in enumerate(files)]
    heard = [(number, file, days) for number, file, days in heard if len(days)]
    heard.sort(
        key=lambda h: (h[1].extracted <= as_of, h[1].extracted, h[1].import_id)
    )  # later ones paint over earlier ones
    if not heard:
        nothing = np.empty((0, 0), dtype=bool)
        return Received(speaks, told, np.empty(0, dtype=np.int32), as_of, nothing, nothing.astype(np.int32))
    inside = {number: plans["municipality"][file.rows][known[file.rows]] for number, file, _ in heard}
    places = np.unique(np.concatenate(list(inside.values())))
    first_day = min(int(days.min()) for _, _, days in heard)
    owner = np.full((len(places), as_of - first_day), -1, dtype=np.int32)
    observed = np.zeros(owner.shape, dtype=bool)
    closed = np.array([is_closed(day_at(day)) for day in range(first_day, as_of)], dtype=bool)
    axis = np.arange(first_day, as_of)
    told_before = [(np.searchsorted(places, inside[n]), days) for n, file, days in heard if file.extracted <= as_of]
    for number, file, days in heard:
        mine = np.searchsorted(places, inside[number])
        ends = np.full(len(places), as_of)
        if file.extracted > as_of:
            ends = _version_starts(days, told_before, ends)
        period = (axis >= days.min()) & (axis <= days.max())
        for place in np.unique(mine):
            owner[place, period & (axis < ends[place])] = number
        for place, start, stop in zip(
            *_covered(mine, days, file.extracted, as_of, closed[int(days.min()) - first_day :]), strict=True
        ):
            observed[place, start - first_day : min(stop, ends[place]) - first_day] = True
    for number, file, days in heard:
        rows = np.flatnonzero(known[file.rows]) + file.rows.start
        place = np.searchsorted(places, plans["municipality"][rows])
        speaks[rows] = owner[place, days - first_day] == number
        told[rows] = file.extracted <= as_of
    return Received(speaks, told & speaks, places, first_day, observed, owner)


def _version_starts(
    days: NDArray[np.int32], told: list[tuple[NDArray[np.int64], NDArray[np.int32]]], ends: NDArray[np.int64]
) -> NDArray[np.int64]:
    """(M,) for a file of plans received on `days`: the first day of the earliest version of it among `told`
    (municipalities and days of each plan of a file), else as `ends`. A version tells of some of the same days.
    """
    starts = ends.copy()
    for place, theirs in told:
        if theirs.min() <= days.max() and days.min() <= theirs.max():
            starts[place] = np.minimum(starts[place], theirs.min())
    return starts


def _covered(
    place: NDArray[np.int64], days: NDArray[np.int32], extracted: int, as_of: int, closed: Mask
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Which days a file tells of: municipalities in it, and for each the first day and the day after the last.

    place, days: municipality and day of each plan in the file known at `as_of`; closed: closed days from the first plan
    to the as-of. The file tells of its first plan's day to the day before its extract date, and on over closed days on
    which none ever comes. Where far more plans would have come in a silence at either end than chance allows, in the
    whole file or in one municipality, that silence is missing data and not zero.
    """
    start = int(days.min())
    weekday = (np.arange(start, as_of) + 3) % 7
    seldom = np.bincount((days + 3) % 7, minlength=7) <= _QUIET_SHARE * len(days)
    idle = seldom[weekday] | (closed & (weekday < 5))  # holidays are too few to be learnt
    stop = max(min(extracted, as_of), int(days.max()) + 1)
    while stop < as_of and idle[stop - start] and closed[stop - start]:
        stop += 1
    passed = np.concatenate([[0], np.cumsum(~idle)])  # days on which plans come, before each day from `start`
    order = np.argsort(place, kind="stable")
    heads = np.flatnonzero(np.diff(place[order], prepend=-1))
    first, last = np.minimum.reduceat(days[order], heads), np.maximum.reduceat(days[order], heads) + 1
    size = np.diff(heads, append=len(place))
    _, whole = _heard(np.array([len(place)]), days.min(keepdims=True), days.max(keepdims=True) + 1, start, stop, passed)
    return place[order][heads], *_heard(size, first, last, start, int(whole[0]), passed)


def _heard(
    size: NDArray[np.int64],
    first: NDArray[np.int32],
    last: NDArray[np.int32],
    start: int,
    stop: int,
    passed: NDArray[np.int64],
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """`start` and `stop`, moved in to the first and last plan where the silence before or after it is too long for
    chance.
    """
    begins, ends, stops = passed[first - start], passed[last - start], passed[stop - start]
    rate = size / np.maximum(ends - begins, 1)
    lead, tail = begins, stops - ends
    return (
        np.where((lead >= _SILENT_DAYS) & (rate * lead > _SILENT_PLANS), first, start),
        np.where((tail >= _SILENT_DAYS) & (rate * tail > _SILENT_PLANS), last, stop),
    )
