"""One row an indicator, as the quarter page and the meeting show it: the latest quarter, its trend, and what of it is more than chance.

The two icons are those of NHS England's *Making Data Count*: variation (is something happening?) and assurance (will the target be met?).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sundhedsklynge.coverage.indicators import INDICATORS, Cell, Indicator, Target, quarters_between, target_of
from sundhedsklynge.coverage.spc import MEDIAN_FROM, ChartKind, Control, control_chart
from sundhedsklynge.domain.calendar import quarter_code
from sundhedsklynge.forecast.evidence import Floats


class Variation(StrEnum):
    """What the chart says of the newest point, in words."""

    BETTER, WORSE, CHANCE, FEW = "forbedring", "forværring", "tilfældig variation", "for få kvartaler"
    STOCK, CONSTANT = "beholdning uden tilfældig variation", "det samme i alle kvartaler"


class Assurance(StrEnum):
    """What the limits say of the target, in words."""

    KEPT, MISSED, VARIES = "målet nås stabilt", "målet nås ikke uden ændringer", "målet nås nogle gange"
    NO_TARGET, FEW = "intet mål", "for få kvartaler"
    MET, UNMET = "målet er nået", "målet er ikke nået"  # of a stock


@dataclass(frozen=True, slots=True)
class Rebase:
    """From `day` on the user wants limits computed anew, because of `reason`."""

    day: dt.date
    reason: str


@dataclass(frozen=True)
class Series:
    """An indicator in one place by consecutive quarters; all arrays (K,), NaN without data. low, high: 95 % interval of the share."""

    indicator: Indicator
    quarters: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    numerators: Floats
    denominators: Floats
    shares: Floats
    low: Floats
    high: Floats
    targets: Floats
    control: Control
    rebased: tuple[Rebase, ...]


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """`latest` in the newest quarter; changes are differences of shares, None where the other quarter has no data. shares: every quarter
    up to the latest, None without data, for the sparkline."""

    indicator: Indicator
    latest: Cell
    since_last_quarter: float | None
    since_last_year: float | None
    variation: Variation
    assurance: Assurance
    shares: tuple[float | None, ...]
    first_quarter: str


def series(found: Sequence[Cell], targets: Sequence[Target], rebases: Sequence[Rebase] = ()) -> Series:
    """The cells of one indicator and place as a chart over time. Raises ValueError where there are none."""
    if not found:
        raise ValueError("no cells")
    entry, place = INDICATORS[found[0].indicator], found[0].place
    by_quarter = {cell.quarter: cell for cell in found}
    quarters = quarters_between(min(by_quarter), max(by_quarter))
    inside = [r for r in sorted(rebases, key=lambda r: r.day) if quarters[0] < quarter_code(r.day) <= quarters[-1]]
    cells = [by_quarter.get(quarter) for quarter in quarters]
    n, size = _column(cells, "numerator"), _column(cells, "denominator")
    targets_at = [target_of(targets, entry.key, place, quarter) for quarter in quarters]
    return Series(
        indicator=entry,
        quarters=tuple(quarters),
        cells=tuple(cells),
        numerators=n,
        denominators=size,
        shares=n / size,
        low=_column(cells, "low"),
        high=_column(cells, "high"),
        targets=np.array([np.nan if t is None else t for t in targets_at]),
        control=control_chart(n, size, entry.measure, [quarters.index(quarter_code(r.day)) for r in inside]),
        rebased=tuple(inside),
    )


def _column(cells: Sequence[Cell | None], name: str) -> Floats:
    values = [None if cell is None else getattr(cell, name) for cell in cells]
    return np.array([np.nan if value is None else value for value in values], dtype=float)


def summary_row(line: Series) -> SummaryRow:
    """The newest quarter of `line` and what the chart says of it."""
    shares = [None if np.isnan(share) else float(share) for share in line.shares]
    latest = line.cells[-1]
    if latest is None:
        raise ValueError("a series ends with a quarter that has data")
    return SummaryRow(
        indicator=line.indicator,
        latest=latest,
        since_last_quarter=_change(shares, 1),
        since_last_year=_change(shares, 4),
        variation=variation(line),
        assurance=assurance(line),
        shares=tuple(shares),
        first_quarter=line.quarters[0],
    )


def _change(shares: Sequence[float | None], back: int) -> float | None:
    now, then = shares[-1], shares[-1 - back] if len(shares) > back else None
    return None if now is None or then is None else now - then


def variation(line: Series) -> Variation:
    """Better or worse where a signal holds the newest point; a chart without rules says nothing."""
    if line.control.kind is ChartKind.STEP:
        return Variation.STOCK
    if line.control.kind is ChartKind.LINE and line.control.phases[-1].points >= MEDIAN_FROM:
        return Variation.CONSTANT
    if line.control.kind in (ChartKind.LINE, ChartKind.MEDIAN):
        return Variation.FEW
    newest = [signal for signal in line.control.signals if signal.last == len(line.quarters) - 1]
    if not newest:
        return Variation.CHANCE
    return Variation.BETTER if newest[-1].high == line.indicator.higher_is_better else Variation.WORSE


def assurance(line: Series) -> Assurance:
    """Whether the limits of the newest quarter lie wholly on one side of its target. A stock is what it is: met or not."""
    target = line.targets[-1]
    if np.isnan(target):
        return Assurance.NO_TARGET
    better = 1 if line.indicator.higher_is_better else -1
    if line.control.kind is ChartKind.STEP:
        return Assurance.MET if better * (line.shares[-1] - target) >= 0 else Assurance.UNMET
    lower, upper = line.control.limits.lower[-1], line.control.limits.upper[-1]
    if np.isnan(lower):
        return Assurance.FEW
    worst, best = (lower, upper) if better > 0 else (upper, lower)
    if better * (worst - target) >= 0:
        return Assurance.KEPT
    return Assurance.MISSED if better * (best - target) < 0 else Assurance.VARIES
