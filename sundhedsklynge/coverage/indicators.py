"""The quarterly indicators: what each counts, its sums over areas, its target and its status.

`Counts` frames are the common form: one row per quarter, municipality, hospital, department, procedure and indicator, with numerator,
denominator and unknown (NaN: not said). A share is always numerator / denominator of sums, never a mean of shares.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.domain.areas import AREA_KINDS, Organisation
from sundhedsklynge.domain.calendar import ONE_DAY, quarter_code, quarter_start
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL, scopes

HOSPITAL = "hospital"
KEYS = ("quarter", "municipality", "hospital", "department", "procedure")
VALUES = ("numerator", "denominator", "unknown")
COUNTS = (*KEYS, "indicator", *VALUES)
NEAR = 0.10  # the KKR convention: yellow at most 10 % of the target short of it
_Z = 1.959964  # 95 %
FIRST_QUARTER = "2007K1"  # the municipalities of today began


class Status(StrEnum):
    """Against the target, as files out name it."""

    GREEN, YELLOW, RED, NO_TARGET = "groen", "gul", "roed", "intet_maal"


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is followed. `counted` and `of` name numerator and denominator; `aim` is the target where the user has set none."""

    key: str
    label: str
    counted: str
    of: str
    measure: Measure
    higher_is_better: bool = True
    aim: float | None = None

    @property
    def counts_persons(self) -> bool:
        """Whether small counts are to be masked: homes and their places are no persons."""
        return self.measure is not Measure.STOCK


INDICATORS: dict[str, Indicator] = {
    entry.key: entry
    for entry in (
        Indicator(
            "behandling72_daekning",
            "Udskrivninger omfattet af 72-timers behandlingsansvar",
            "omfattede udskrivninger",
            "alle udskrivninger i målgruppen",
            Measure.PROPORTION,
        ),
        Indicator(
            "behandling72_kontakter",
            "Kontakter inden for 72 timer",
            "kontakter",
            "udskrivninger i målgruppen",
            Measure.RATE,
            higher_is_better=False,
        ),
        Indicator(
            "behandling72_genindlaeggelser",
            "Genindlæggelser inden for 72 timer",
            "genindlæggelser",
            "udskrivninger i målgruppen",
            Measure.PROPORTION,
            higher_is_better=False,
        ),
        Indicator(
            "plejehjem_laege",
            "Plejehjem med fast læge",
            "plejehjem med læge",
            "alle plejehjem, også ukendte",
            Measure.STOCK,
            aim=1.0,  # the agreement's own aim: all homes
        ),
        Indicator(
            "plejehjem_pladser_laege",
            "Plejehjemspladser med fast læge",
            "pladser med læge",
            "alle pladser",
            Measure.STOCK,
        ),
        Indicator(
            "gop_komplet",
            "Genoptræningsplaner komplette første gang",
            "planer uden spørgsmål",
            "planer, hvor det er oplyst",
            Measure.PROPORTION,
        ),
        Indicator(
            "gop_sendt_sent",
            "Genoptræningsplaner sendt sent",
            "planer modtaget mere end en dag efter udskrivning",
            "planer med udskrivningsdato",
            Measure.PROPORTION,
            higher_is_better=False,
        ),
    )
}
_ORDER = {key: place for place, key in enumerate(INDICATORS)}


@dataclass(frozen=True, slots=True)
class Target:
    """A target (0-1) for an indicator from a date on. area_kind "" is every level; area_code "" every area of the kind."""

    indicator: str
    value: float
    valid_from: dt.date
    area_kind: str = ""
    area_code: str = ""
    valid_to: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality, area, hospital or the whole; `members` are the municipalities it sums, all of them, with data or not."""

    level: str
    code: str
    name: str
    members: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """An indicator in a place and quarter. share, low, high, target: 0-1 (a rate may pass 1); low and high are the 95 % interval. unknown:
    None where it is not said. reported: municipalities that have told of the quarter, of `members`."""

    quarter: str
    place: Place
    indicator: str
    numerator: int
    denominator: int
    unknown: int | None
    share: float | None
    low: float | None
    high: float | None
    target: float | None
    status: Status
    reported: int
    members: int


def treatment_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Counts of the 72-hour indicators, all against discharges in the target group.

    rows: as `kinds.COLUMNS["treatment72"]`, -1 not said. Where a row does not tell of contacts or readmissions its discharges are unknown.
    """
    parts: list[pd.DataFrame] = []
    for indicator, column in (
        ("behandling72_daekning", "covered"),
        ("behandling72_kontakter", "contacts"),
        ("behandling72_genindlaeggelser", "readmissions"),
    ):
        told = rows[column] >= 0
        values = {
            "numerator": rows[column].where(told, 0),
            "denominator": rows["discharges"].where(told, 0),
            "unknown": rows["discharges"].where(~told, 0),
        }
        parts.append(_counts(rows, indicator, values))
    return _joined(parts)


def home_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Counts of the nursing-home indicators; homes of which nothing is known stay in the denominator.

    rows: as `kinds.COLUMNS["nursing_home"]`, -1 not said. Places are counted where both numbers are told; how many places the unknown homes
    have is not told.
    """
    homes = {
        "numerator": rows["homes_with_doctor"],
        "denominator": rows["homes"],
        "unknown": rows["homes_unknown"].where(rows["homes_unknown"] >= 0),
    }
    told = rows[(rows["places"] >= 0) & (rows["places_with_doctor"] >= 0)]
    places = {
        "numerator": told["places_with_doctor"],
        "denominator": told["places"],
        "unknown": pd.Series(np.nan, index=told.index),
    }
    return _joined([_counts(rows, "plejehjem_laege", homes), _counts(told, "plejehjem_pladser_laege", places)])


def plan_counts(rows: pd.DataFrame) -> pd.DataFrame:
    """Counts of plans complete the first time and of plans sent late.

    rows: quarter, municipality, hospital, department, procedure; numbers of plans complete, incomplete, complete_unknown, late, on_time,
    late_unknown.
    """
    complete = {
        "numerator": rows["complete"],
        "denominator": rows["complete"] + rows["incomplete"],
        "unknown": rows["complete_unknown"],
    }
    late = {
        "numerator": rows["late"],
        "denominator": rows["late"] + rows["on_time"],
        "unknown": rows["late_unknown"],
    }
    return _joined([_counts(rows, "gop_komplet", complete), _counts(rows, "gop_sendt_sent", late)])


def _counts(rows: pd.DataFrame, indicator: str, values: dict[str, pd.Series]) -> pd.DataFrame:
    keys = {name: rows.get(name, "") for name in KEYS}
    table = pd.DataFrame({**keys, "indicator": indicator, **values}, index=rows.index)
    return table.astype(dict.fromkeys(VALUES, "float64"))


def _joined(parts: list[pd.DataFrame]) -> pd.DataFrame:
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if filled else empty_counts()


def empty_counts() -> pd.DataFrame:
    """A Counts frame without rows."""
    return pd.DataFrame({name: pd.Series(dtype="float64" if name in VALUES else "object") for name in COUNTS})


def all_counts(*parts: pd.DataFrame) -> pd.DataFrame:
    """Several Counts frames as one."""
    return _joined(list(parts))


def places(organisation: Organisation, counts: pd.DataFrame, day: dt.date) -> tuple[Place, ...]:
    """Every place that `counts` tells of, in the organisation of `day`: municipalities, areas, the whole, then hospitals."""
    codes = tuple(sorted({int(code) for code in counts["municipality"]}))
    everywhere = {
        (area.kind, area.code): organisation.members(area, day)
        for kind in AREA_KINDS
        for area in organisation.areas(kind, day)
    }
    found = [
        Place(scope.level, scope.code, scope.name, everywhere.get((scope.level, scope.code), scope.members))
        for scope in scopes(organisation, codes, day)
    ]
    hospitals = sorted({str(name) for name in counts["hospital"]} - {""})
    return (*found, *(Place(HOSPITAL, name, name, ()) for name in hospitals))


def cells(counts: pd.DataFrame, wanted: Iterable[Place], targets: Sequence[Target]) -> list[Cell]:
    """Every indicator and quarter of `wanted` with a denominator above zero, by quarter, place and indicator.

    A municipality in two clusters counts in both, and once in the whole. A hospital sums over all municipalities.
    """
    chosen = tuple(wanted)
    rank = {(place.level, place.code): i for i, place in enumerate(chosen)}
    by_municipality = _sums(counts, ["quarter", "indicator", "municipality"])
    seats = pd.DataFrame(
        [(i, code) for i, place in enumerate(chosen) if place.level != HOSPITAL for code in place.members],
        columns=["place", "municipality"],
    )
    areas = by_municipality.merge(seats, on="municipality")
    areas = _sums(areas, ["quarter", "place", "indicator"], reported="municipality")
    wards = counts[counts["hospital"].isin([p.code for p in chosen if p.level == HOSPITAL])]
    wards = wards.assign(place=wards["hospital"].map(lambda name: rank[(HOSPITAL, str(name))]))
    wards = _sums(wards, ["quarter", "place", "indicator"], reported="municipality")
    table = pd.concat([frame for frame in (areas, wards) if len(frame)] or [areas])
    table = table[table["denominator"] > 0]
    table = table.assign(order=table["indicator"].map(_ORDER)).sort_values(["quarter", "place", "order"])
    names = [*zip(table["quarter"].tolist(), table["place"].tolist(), table["indicator"].tolist(), strict=True)]
    sums = table[["numerator", "denominator", "unknown", "reported"]].to_numpy(dtype=float).tolist()
    return [
        cell(quarter, chosen[place], indicator, numerator, denominator, unknown, int(reported), targets)
        for (quarter, place, indicator), (numerator, denominator, unknown, reported) in zip(names, sums, strict=True)
    ]


def cell(
    quarter: str,
    place: Place,
    indicator: str,
    numerator: float,
    denominator: float,
    unknown: float,
    reported: int,
    targets: Sequence[Target],
) -> Cell:
    """One cell with its share, interval, target and status. unknown: NaN where it is not said."""
    share = numerator / denominator if denominator else None
    entry = INDICATORS[indicator]
    low, high = interval(entry.measure, numerator, denominator)
    target = target_of(targets, indicator, place, quarter)
    return Cell(
        quarter=quarter,
        place=place,
        indicator=indicator,
        numerator=int(numerator),
        denominator=int(denominator),
        unknown=None if math.isnan(unknown) else int(unknown),
        share=share,
        low=low,
        high=high,
        target=target,
        status=status(share, target, higher_is_better=entry.higher_is_better),
        reported=reported,
        members=len(place.members) or reported,
    )


def _sums(table: pd.DataFrame, by: list[str], reported: str = "") -> pd.DataFrame:
    """Sums of the values; `unknown` is the sum of what is said, NaN where nothing is."""
    groups = table.groupby(by, sort=False)
    result = groups[["numerator", "denominator"]].sum()
    result["unknown"] = groups["unknown"].sum(min_count=1)
    if reported:
        result["reported"] = groups[reported].nunique()
    return result.reset_index()


def breakdown(counts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Sums of `counts` by some of its keys: `by`, numerator, denominator, unknown, share (NaN where nothing is told)."""
    result = _sums(counts, list(by))
    share = result["numerator"] / result["denominator"].where(result["denominator"] > 0)
    return result.assign(share=share).sort_values(list(by), ignore_index=True)


def interval(measure: Measure, numerator: float, denominator: float) -> tuple[float | None, float | None]:
    """The 95 % interval: Wilson's for a proportion (Wilson 1927), Byar's for a rate of events (Breslow & Day 1987, eq. 2.13); none for
    nothing, and none for a proportion above one.
    """
    if denominator <= 0 or (measure is not Measure.RATE and numerator > denominator):
        return None, None
    if measure is Measure.RATE:
        more = numerator + 1
        low = numerator * (1 - 1 / (9 * numerator) - _Z / (3 * math.sqrt(numerator))) ** 3 if numerator else 0.0
        high = more * (1 - 1 / (9 * more) + _Z / (3 * math.sqrt(more))) ** 3
        return low / denominator, high / denominator
    share, square = numerator / denominator, _Z**2
    centre = share + square / (2 * denominator)
    reach = _Z * math.sqrt(share * (1 - share) / denominator + square / (4 * denominator**2))
    scale = 1 + square / denominator
    return max((centre - reach) / scale, 0.0), min((centre + reach) / scale, 1.0)


def status(share: float | None, target: float | None, *, higher_is_better: bool = True) -> Status:
    """Green: target met; yellow: at most 10 % of the target short of it; red: more."""
    if share is None or target is None:
        return Status.NO_TARGET
    short = (target - share) if higher_is_better else (share - target)
    if short <= 1e-9:
        return Status.GREEN
    return Status.YELLOW if short <= NEAR * target + 1e-9 else Status.RED


def target_of(targets: Sequence[Target], indicator: str, place: Place, quarter: str) -> float | None:
    """The target in force on the last day of `quarter`: the place's own, else that of its level, else that of all, else the shipped aim."""
    day = last_day(quarter)
    known = [
        t
        for t in targets
        if t.indicator == indicator
        and t.valid_from <= day
        and (t.valid_to is None or t.valid_to >= day)
        and t.area_kind in ("", place.level)
        and t.area_code in ("", place.code)
    ]
    if not known:
        return INDICATORS[indicator].aim
    return max(known, key=lambda t: (t.area_kind != "", t.area_code != "", t.valid_from)).value


def last_day(quarter: str) -> dt.date:
    """The last day of `2026K3`."""
    return quarter_start(next_quarter(quarter)) - ONE_DAY


def is_over(quarter: str, as_of: dt.date) -> bool:
    """Whether all of `quarter` lies before the morning of `as_of`."""
    return last_day(quarter) < as_of


def next_quarter(quarter: str, steps: int = 1) -> str:
    """The quarter `steps` later (earlier where negative)."""
    first = quarter_start(quarter)
    months = first.year * 12 + first.month - 1 + 3 * steps
    return quarter_code(dt.date(months // 12, months % 12 + 1, 1))


def quarters_between(first: str, last: str) -> list[str]:
    """All quarters from `first` to `last`, both included."""
    found = [first]
    while found[-1] < last:
        found.append(next_quarter(found[-1]))
    return found


FILE_COLUMNS = (
    "kvartal",
    "niveau",
    "kode",
    "navn",
    "indikator",
    "taeller",
    "naevner",
    "andel",
    "ukendt",
    "maal",
    "status",
)


def coverage_table(found: Sequence[Cell]) -> pd.DataFrame:
    """The contract's coverage rows."""
    rows = [
        (
            c.quarter,
            c.place.level,
            c.place.code,
            c.place.name,
            c.indicator,
            c.numerator,
            c.denominator,
            np.nan if c.share is None else c.share,
            np.nan if c.unknown is None else c.unknown,
            np.nan if c.target is None else c.target,
            c.status.value,
        )
        for c in found
    ]
    return pd.DataFrame(rows, columns=list(FILE_COLUMNS))


LEVELS = (MUNICIPALITY, *AREA_KINDS, TOTAL, HOSPITAL)
