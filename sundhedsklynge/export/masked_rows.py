"""Small numbers in the rows of a package or a meeting: counts by week, place and procedure, and citizens who wait."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pandas as pd

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, never, stop_if
from sundhedsklynge.export.cells import HIDDEN
from sundhedsklynge.export.masking import Bools, Showing, Table, hidden_cells, with_total
from sundhedsklynge.forecast.outlook import MUNICIPALITY, Scope

AreaKey = tuple[str, str]  # level and code
WeekCounts = Mapping[tuple[int, str], int]  # by municipality and procedure; those not known left out
RowKey = tuple[str, str, str, str]  # week, level, code, procedure


class Area(Protocol):
    """A place with its level and code, and the municipalities it sums."""

    @property
    def level(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def members(self) -> tuple[int, ...]: ...


@dataclass(frozen=True)
class Shown:
    """Counts by week as they were shown on a date, with the areas they were summed over and the cells that were hidden."""

    areas: tuple[Scope, ...]
    weeks: Mapping[str, WeekCounts]
    hidden: frozenset[RowKey]


def week_counts(rows: pd.DataFrame, counted: str) -> dict[str, WeekCounts]:
    """The counts of the municipalities in `rows` (niveau, kode, procedure, uge, `counted`; NaN where not known)."""
    own = rows[(rows["niveau"] == MUNICIPALITY) & (rows["procedure"] != ALL)]
    weeks: dict[str, dict[tuple[int, str], int]] = {str(week): {} for week in rows["uge"].unique()}
    for week, code, procedure, count in zip(own["uge"], own["kode"], own["procedure"], own[counted], strict=True):
        if not math.isnan(count):
            weeks[week][int(code), procedure] = round(count)
    return dict(weeks)


def shown_weeks(
    weeks: Mapping[str, WeekCounts],
    areas: Sequence[Scope],
    below: int,
    earlier: Sequence[Shown] = (),
    later: Sequence[Shown] = (),
    cancelled: Cancelled = never,
) -> Shown:
    """What of the counts of persons may be shown, in all areas and procedures at once.

    earlier, later: what of the same weeks has been shown, from data older and newer than these, each oldest first. Raises CancelledError.
    """
    hidden: set[RowKey] = set()
    for week, counts in weeks.items():
        stop_if(cancelled)
        others = [shown for shown in (*earlier, *later) if week in shown.weeks]
        told = [counts, *(shown.weeks[week] for shown in others)]
        kinds = sorted({procedure for those in told for _, procedure in those})
        places = sorted({code for area in areas for code in area.members}.union(m for those in told for m, _ in those))
        columns = (*kinds, ALL)
        tables: list[Showing] = []
        for shown in others:
            cells = [[(week, area.level, area.code, name) in shown.hidden for name in columns] for area in shown.areas]
            tables.append((_week_table(shown.weeks[week], places, kinds, shown.areas), np.array(cells, dtype=np.bool_)))
        older = sum(week in shown.weeks for shown in earlier)
        table = _week_table(counts, places, kinds, areas)
        found = hidden_cells(table, below, tables[:older], tables[older:], cancelled)
        hidden.update((week, areas[a].level, areas[a].code, columns[c]) for a, c in np.argwhere(found).tolist())
    return Shown(tuple(areas), weeks, frozenset(hidden))


def mask_counts(rows: pd.DataFrame, counted: str, shown: Shown) -> pd.DataFrame:
    """`rows` with HIDDEN where the count in `counted` may not be shown."""
    keys = zip(rows["uge"], rows["niveau"], rows["kode"], rows["procedure"], strict=True)
    cells = [
        HIDDEN if key in shown.hidden and not math.isnan(count) else count
        for key, count in zip(keys, rows[counted].astype(float), strict=True)
    ]
    return rows.assign(**{counted: pd.Series(cells, index=rows.index, dtype=object)})


def hidden_areas(counts: Mapping[int, int], areas: Sequence[Area], below: int) -> frozenset[AreaKey]:
    """The areas whose sum may not be shown of one count a municipality; those not known left out."""
    places = sorted({code for area in areas for code in area.members})
    if not places:
        return frozenset()
    values = np.array([[counts.get(code, 0)] for code in places], dtype=np.int64)
    known = np.array([[code in counts] for code in places], dtype=np.bool_)
    found = hidden_cells(with_total(values, covers(areas, places), known), below)[:, 0]
    return frozenset((areas[a].level, areas[a].code) for a in np.flatnonzero(found).tolist())


def mask_waiting(risk: pd.DataFrame, areas: Sequence[Scope], below: int, told: Collection[int] | None) -> pd.DataFrame:
    """`risk` with small counts of citizens hidden: who wait as the first week begins, and who are past their deadline.

    The later weeks, and municipalities not `told` of (None: all are), are expected numbers and stay. The meeting shows the sums over areas,
    so these are guarded.
    """
    first = risk["uge"] == risk.groupby("kommunekode")["uge"].transform("min")
    hidden: dict[str, pd.Series] = {}
    for name in ("ventende", "allerede_over_frist"):
        observed = first & risk[name].notna()
        if told is not None:
            observed &= risk["kommunekode"].astype(int).isin(list(told))
        seen = risk[observed]
        counts = {int(code): round(count) for code, count in zip(seen["kommunekode"], seen[name], strict=True)}
        small = {code for level, code in hidden_areas(counts, areas, below) if level == MUNICIPALITY}
        hidden[name] = risk[name].astype(object).mask(observed & risk["kommunekode"].astype(str).isin(small), HIDDEN)
    return risk.assign(**hidden)


def covers(areas: Sequence[Area], places: Sequence[int]) -> Bools:
    """(A, M) which of `places` an area sums."""
    return np.array([[code in area.members for code in places] for area in areas], dtype=np.bool_)


def _week_table(counts: WeekCounts, places: Sequence[int], kinds: Sequence[str], areas: Sequence[Scope]) -> Table:
    values = np.array([[counts.get((m, kind), 0) for kind in kinds] for m in places], dtype=np.int64)
    known = np.array([[(m, kind) in counts for kind in kinds] for m in places], dtype=np.bool_)
    shape = (len(places), len(kinds))
    return with_total(values.reshape(shape), covers(areas, places), known.reshape(shape))
