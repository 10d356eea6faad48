"""What the indicator segments read in a thread: the summary of a place, and all about one of its indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from sundhedsklynge.coverage.indicators import INDICATORS, Cell, Indicator, Place, cells
from sundhedsklynge.domain.areas import CLUSTER, COUNCIL, REGION
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.ui.pages.kvartal_part import Sight
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.coverage.drift import Drift
    from sundhedsklynge.coverage.summary import SummaryRow
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.quarterly import ChartView

HOSPITAL, DEPARTMENT, PROCEDURE = ("hospital",), ("hospital", "department"), ("procedure",)
BREAKDOWNS = (HOSPITAL, DEPARTMENT, PROCEDURE)
Pairs = Sequence[tuple[Place, Cell | None]]


@dataclass(frozen=True)
class Summary:
    """One row for each indicator asked about, None where the place has no data."""

    rows: tuple[tuple[Indicator, SummaryRow | None], ...]
    twice: tuple[str, ...]  # municipalities of the place that lie in two of the areas listed


@dataclass(frozen=True)
class About:
    """All about one indicator in one place. areas: clusters, councils and regions, whatever the place; breakdowns: by hospital, department
    and procedure over time, only for the quality of plans."""

    view: ChartView
    hospitals: Sequence[Cell]
    municipalities: Pairs
    areas: Pairs
    drifts: Sequence[Drift]
    breakdowns: dict[tuple[str, ...], pd.DataFrame]


def read_summary(workspace: Workspace, sight: Sight, indicators: Sequence[str]) -> Summary:
    """Raises NothingToComputeError where there is nothing to follow in the place."""
    found = {row.indicator.key: row for row in workspace.quarterly.summary(**sight.place)}
    if not found.keys() & set(indicators):
        raise NothingToComputeError(
            tr("Der er ingen tal for det valgte sted."), tr("Importér tallene, eller tast dem ind under Indtastning.")
        )
    rows = tuple((INDICATORS[key], found.get(key)) for key in indicators)
    return Summary(rows, _twice(workspace, sight))


def read_about(workspace: Workspace, sight: Sight, indicator: str) -> About:
    """Raises NothingToComputeError where the place has no data for the indicator."""
    room = workspace.quarterly
    view = room.chart(indicator, **sight.place)
    quarter = view.series.quarters[-1]
    ground = room.ground(**sight.time)
    areas = [place for place in ground.places if place.level in (CLUSTER, COUNCIL, REGION)]
    counts = ground.counts[(ground.counts["indicator"] == indicator) & (ground.counts["quarter"] == quarter)]
    here = {(cell.place.level, cell.place.code): cell for cell in cells(counts, areas, ground.targets)}
    is_quality = indicator.startswith("gop_")
    breakdowns = {by: _of(room.quality(by, **sight.place), indicator) for by in BREAKDOWNS} if is_quality else {}
    return About(
        view=view,
        hospitals=room.hospitals(indicator, quarter=quarter, **sight.place),
        municipalities=room.municipalities(indicator, quarter=quarter, **sight.place),
        areas=[(place, here.get((place.level, place.code))) for place in areas],
        drifts=[] if is_quality else room.drift(**sight.place),
        breakdowns=breakdowns,
    )


def _of(quality: pd.DataFrame, indicator: str) -> pd.DataFrame:
    return quality[quality["indicator"] == indicator]


def _twice(workspace: Workspace, sight: Sight) -> tuple[str, ...]:
    """Names of municipalities that lie in two clusters or councils and are in the place looked at."""
    ground = workspace.quarterly.ground(**sight.time)
    here = next((p for p in ground.places if (p.level, p.code) == (sight.level, sight.code)), None)
    members = here.members if here else ()
    if len(members) < 2:
        return ()
    areas = [place for place in ground.places if place.level in (CLUSTER, COUNCIL)]
    organised = workspace.organisation()
    return tuple(organised.name(code) for code in members if sum(code in area.members for area in areas) > 1)
