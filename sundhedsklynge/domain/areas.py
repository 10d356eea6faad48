"""Places: municipalities, and the regions, clusters and councils (sundhedsråd) they belong to from one date to another.

København lies in two clusters, so membership is many-to-many. The shape of the tables that can be read is that of
`resources/reference`.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sundhedsklynge.domain.errors import InputRefusedError

REGION, CLUSTER, COUNCIL = "region", "klynge", "sundhedsraad"
AREA_KINDS = (REGION, CLUSTER, COUNCIL)
REFORM = dt.date(2027, 1, 1)  # Region Østdanmark and the councils begin, clusters end
BEFORE_RECORDS = dt.date(2007, 1, 1)  # the municipalities of today began


@dataclass(frozen=True, slots=True)
class Municipality:
    """`population` None: not known; `source` says from when the number is."""

    code: int
    name: str
    population: int | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A region, cluster or council. `code` is what files out carry: `H-NORD` for a cluster, the name for the others."""

    kind: str
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Membership:
    """`municipality` belongs to `area` from `first` to `last`, both included; `last` None: still. `certainty` as in
    the reference.
    """

    municipality: int
    area: Area
    first: dt.date
    last: dt.date | None = None
    certainty: str = ""

    def holds(self, day: dt.date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Organisation:
    """All places and memberships; every question is asked for a day."""

    municipalities: Mapping[int, Municipality]
    memberships: tuple[Membership, ...] = field(default=())

    def name(self, code: int) -> str:
        """The municipality's name, or its code as text where it is unknown."""
        found = self.municipalities.get(code)
        return found.name if found else str(code)

    def areas(self, kind: str, day: dt.date) -> tuple[Area, ...]:
        """The areas of `kind` with members on `day`, by code."""
        return tuple(sorted({m.area for m in self.memberships if m.area.kind == kind and m.holds(day)}))

    def members(self, area: Area, day: dt.date) -> tuple[int, ...]:
        """Codes of the municipalities in `area` on `day`, ascending."""
        return tuple(sorted({m.municipality for m in self.memberships if m.area == area and m.holds(day)}))

    def areas_of(self, municipality: int, kind: str, day: dt.date) -> tuple[Area, ...]:
        """The areas of `kind` that hold `municipality` on `day`, by code (København: two clusters)."""
        mine = (m for m in self.memberships if m.municipality == municipality and m.area.kind == kind)
        return tuple(sorted({m.area for m in mine if m.holds(day)}))

    def kin_of(self, municipality: int, day: dt.date) -> Area | None:
        """The area a municipality borrows strength from: its first cluster, else its council, else its region."""
        found = (self.areas_of(municipality, kind, day) for kind in (CLUSTER, COUNCIL, REGION))
        return next((areas[0] for areas in found if areas), None)


def read_municipalities(text: str) -> tuple[list[Municipality], list[Membership]]:
    """Municipalities and their regions from a table like `kommuner.csv`. Raises InputRefusedError naming the line
    that is wrong.
    """
    places: list[Municipality] = []
    regions: list[Membership] = []
    for line, row in _rows(text, "kode", "navn", "region"):
        code = _code(row, "kode", line)
        people = row.get("befolkning", "")
        if people and not people.isdecimal():
            raise _wrong(line, "befolkning")
        places.append(Municipality(code, row["navn"], int(people) if people else None, row.get("befolkning_kilde", "")))
        now, later = row["region"], row.get("region_2027", "") or row["region"]
        last = None if later == now else REFORM - dt.timedelta(days=1)
        regions.append(Membership(code, Area(REGION, now, now), BEFORE_RECORDS, last))
        if last:
            regions.append(Membership(code, Area(REGION, later, later), REFORM))
    return places, regions


def read_clusters(text: str) -> list[Membership]:
    """Clusters from a table like `sundhedsklynger.csv`. Raises InputRefusedError naming the line that is wrong."""
    return [
        Membership(
            _code(row, "kommunekode", line),
            Area(CLUSTER, row["klynge"], row.get("klyngenavn", "") or row["klynge"]),
            _day(row["gyldig_fra"], line) or BEFORE_RECORDS,
            _day(row.get("gyldig_til", ""), line),
            row.get("sikkerhed", ""),
        )
        for line, row in _rows(text, "kommunekode", "klynge", "gyldig_fra")
    ]


def read_councils(text: str) -> list[Membership]:
    """Councils from a table like `sundhedsraad.csv`. Raises InputRefusedError naming the line that is wrong."""
    return [
        Membership(
            _code(row, "kommunekode", line),
            Area(COUNCIL, row["sundhedsraad"], row["sundhedsraad"]),
            _day(row["gyldig_fra"], line) or REFORM,
            _day(row.get("gyldig_til", ""), line),
            row.get("kilde", ""),
        )
        for line, row in _rows(text, "kommunekode", "sundhedsraad", "gyldig_fra")
    ]


def organisation(municipalities: Iterable[Municipality], memberships: Iterable[Membership]) -> Organisation:
    """An `Organisation` of these places."""
    return Organisation({m.code: m for m in municipalities}, tuple(memberships))


def _rows(text: str, *needed: str) -> Iterable[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";")
    missing = [name for name in needed if name not in (reader.fieldnames or [])]
    if missing:
        raise InputRefusedError(f"Tabellen mangler kolonnen {missing[0]}.", "Brug samme kolonner som i skabelonen.")
    for row in reader:
        cells = {key: (value or "").strip() for key, value in row.items() if key}
        if any(cells.values()):
            empty = next((name for name in needed if not cells[name]), None)
            if empty:
                raise _wrong(reader.line_num, empty)
            yield reader.line_num, cells


def _code(row: Mapping[str, str], column: str, line: int) -> int:
    if not row[column].isdecimal() or not 100 < int(row[column]) < 1000:
        raise _wrong(line, column)
    return int(row[column])


def _day(text: str, line: int) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise _wrong(line, "gyldig_fra eller gyldig_til") from None


def _wrong(line: int, column: str) -> InputRefusedError:
    return InputRefusedError(
        f"Linje {line} har en værdi i {column}, der ikke kan bruges.", "Ret tabellen, og indlæs den igen."
    )
