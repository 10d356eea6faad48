"""What is known on the morning of a date, read from the database. The rules are in `effective.py`; here they meet
the tables.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, func, or_, select

from sundhedsklynge.deadline.backlog import PlanRows
from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.procedures import GROUPS, OTHER
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots
from sundhedsklynge.store import facts, schema
from sundhedsklynge.store.bulk import NONE, Columns
from sundhedsklynge.store.effective import GopFile, PlanFile, Received, received_by, speaking_operations
from sundhedsklynge.store.organisation import PROCEDURE_ID, organisation

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

TIMED_TYPES = frozenset(kinds.GOP_TYPES) - {kinds.UNTIMED_GOP_TYPE}
_LEAVES = [kinds.GOP_STATUSES.index(word) for word in kinds.LEAVES_THE_COUNT]
_CANCELLED = kinds.PLAN_STATUSES.index("aflyst")
_PROCEDURE = {number: name for name, number in PROCEDURE_ID.items()}


@dataclass(frozen=True)
class _Known:
    """Rows and who speaks, at one as-of."""

    as_of: int
    operations: Columns
    told: NDArray[np.bool_]  # over operations
    files: list[PlanFile]
    plans: Columns
    received: Received
    hospitals: dict[int, str]


def default_as_of(db: Database) -> dt.date | None:
    """The newest extract date of any plan or GOP file; None where there is none."""
    batch = schema.import_batch
    query = select(func.max(batch.c.extracted)).where(
        batch.c.kind.in_((kinds.PLAN, kinds.GOP)), batch.c.undone_at.is_(None)
    )
    with db.read() as connection:
        return connection.execute(query).scalar()


def evidence(db: Database, as_of: dt.date, timed_types: Collection[str] = TIMED_TYPES) -> Evidence:
    """All a forecast may use at `as_of`. timed_types: kinds of plan under the 7-day rule."""
    known = _known(db, as_of)
    plans, row = known.plans, np.flatnonzero(known.received.speaks)
    operation = np.flatnonzero(known.told)
    places = np.unique(np.concatenate([plans["municipality"][row], known.operations["municipality"][operation]]))
    groups = np.unique(np.concatenate([plans["procedure_id"][row], known.operations["procedure_id"][operation]]))
    procedures = (*GROUPS, OTHER) if PROCEDURE_ID[OTHER] in groups else GROUPS
    told_by = {file.hospital for file in known.files} | set(np.unique(plans["hospital_id"][row]).tolist())
    hospitals = tuple(sorted(known.hospitals[i] for i in told_by if i != NONE))
    hospital_at = _lookup({i: hospitals.index(name) for i, name in known.hospitals.items() if i in told_by})
    procedure_at = _lookup({PROCEDURE_ID[name]: i for i, name in enumerate(procedures)})
    population, kin = _places(db, places, as_of)
    observed = np.zeros((len(places), known.received.observed.shape[1]), dtype=bool)
    observed[np.searchsorted(places, known.received.municipalities)] = known.received.observed
    return Evidence(
        as_of=known.as_of,
        municipalities=tuple(places.tolist()),
        population=population,
        cluster=kin,
        procedures=procedures,
        hospitals=hospitals,
        receipts=_receipts(known, row, places, procedure_at, hospital_at, timed_types),
        snapshots=_snapshots(known, operation, places, procedure_at, hospital_at),
        first_day=known.received.first_day,
        observed=observed,
    )


def plan_rows(db: Database, as_of: dt.date, known_as: Evidence) -> tuple[PlanRows, NDArray[np.bool_]]:
    """Every plan received before `as_of` as known then, for the clock, and (M,) whether the data of each municipality
    tell of offers.

    known_as: the evidence of the same date, whose municipality and procedure indices the rows use. Statuses and later
    dates are those of files extracted by then; plans that left the count are here, for the clock to judge.
    """
    known = _known(db, as_of)
    plans = known.plans
    row = np.flatnonzero(known.received.speaks & (plans["count_min"] > 0))
    row = row[np.lexsort([plans[c][row] for c in ("row", "procedure_id", "municipality", "received")])]
    offer = _offer(known)[row]
    procedure_at = _lookup({PROCEDURE_ID[name]: i for i, name in enumerate(known_as.procedures)})
    place = np.searchsorted(np.array(known_as.municipalities), plans["municipality"][row]).astype(np.int32)
    rows = PlanRows(
        municipality=place,
        procedure=procedure_at[plans["procedure_id"][row]],
        received=plans["received"][row],
        discharged=plans["discharged"][row],
        earliest=plans["earliest_start"][row],
        ended=offer,
        status=np.where(known.received.told[row], plans["status"][row], 0).astype(np.int8),
        gop_type=plans["gop_type"][row].astype(np.int8),
        count=plans["count_min"][row],
    )
    return rows, np.bincount(place, offer != NONE, len(known_as.municipalities)) > 0


def capacity(db: Database, as_of: dt.date) -> pd.DataFrame:
    """Slots per week as known at `as_of`: municipality (int), week (datetime64[s], Monday), procedure (str, "" is
    shared), slots, note, import_id; sorted. The newest import speaks for each municipality, week and procedure; its
    as-of says from when it counts.
    """
    table, batch = schema.capacity, schema.import_batch
    query = (
        select(table.c.municipality, table.c.week, table.c.procedure_id, table.c.slots, table.c.note, table.c.import_id)
        .join(batch, table.c.import_id == batch.c.id)
        .where(batch.c.undone_at.is_(None), or_(batch.c.as_of.is_(None), batch.c.as_of <= as_of))
        .order_by(table.c.import_id, table.c.row)
    )
    with db.read() as connection:
        newest = {(r.municipality, r.week, r.procedure_id or 0): r for r in connection.execute(query)}
    rows = [newest[key] for key in sorted(newest)]
    return pd.DataFrame(
        {
            "municipality": pd.Series([r.municipality for r in rows], dtype="int64"),
            "week": pd.Series([r.week for r in rows], dtype="datetime64[s]"),
            "procedure": pd.Series([_PROCEDURE.get(r.procedure_id, "") for r in rows], dtype="str"),
            "slots": pd.Series([r.slots for r in rows], dtype="int64"),
            "note": pd.Series([r.note for r in rows], dtype="str"),
            "import_id": pd.Series([r.import_id for r in rows], dtype="int64"),
        }
    )


def _known(db: Database, as_of: dt.date) -> _Known:
    day = day_number(as_of)
    with db.read() as connection:
        batches = {number: made for number, made, _, _ in facts.live_batches(connection, kinds.PLAN)}
        operations = facts.operations(db, connection, batches)
        files = [file for file in plan_files(connection, operations) if file.extracted <= day]
        gop = facts.live_batches(connection, kinds.GOP)
        plans = facts.plans(db, connection, {number: made for number, made, _, _ in gop})
        hospitals = {r.id: r.name for r in connection.execute(select(schema.hospital.c.id, schema.hospital.c.name))}
    received = received_by(day, gop_files(gop, plans), plans)
    return _Known(day, operations, speaking_operations(files, operations), files, plans, received, hospitals)


def plan_files(connection: Connection, operations: Columns) -> list[PlanFile]:
    """Every snapshot of an import that has not been taken back, with its rows."""
    table, batch = schema.plan_snapshot, schema.import_batch
    rows = connection.execute(
        select(table)
        .join(batch, table.c.import_id == batch.c.id)
        .where(batch.c.undone_at.is_(None))
        .order_by(table.c.id)
    ).all()
    places = facts.slices(operations["snapshot_id"], np.array([r.id for r in rows], dtype=np.int64))
    return [
        PlanFile(r.id, r.import_id, r.hospital_id, day_number(r.extracted), place)
        for r, place in zip(rows, places, strict=True)
    ]


def gop_files(batches: list[tuple[int, dt.datetime, dt.date | None, dt.date | None]], plans: Columns) -> list[GopFile]:
    """Every import of plans received that is given, with its rows; those without any rows left out."""
    places = facts.slices(plans["import_id"], np.array([number for number, *_ in batches], dtype=np.int64))
    return [
        GopFile(number, day_number(extracted), place)
        for (number, _, _, extracted), place in zip(batches, places, strict=True)
        if extracted
    ]


def _offer(known: _Known) -> NDArray[np.int32]:
    """The day offered as first appointment, else the day it started, where known: a later one only from a file
    extracted by then.
    """
    best = np.full(len(known.plans["received"]), NONE, dtype=np.int32)
    for name in ("started", "offered"):
        day = known.plans[name]
        best = np.where((day != NONE) & ((day < known.as_of) | known.received.told), day, best)
    return best


def _left(known: _Known) -> NDArray[np.bool_]:
    """Plans known to have left the count: another municipality's, sent by mistake, replaced."""
    return known.received.told & np.isin(known.plans["status"], _LEAVES)


def _receipts(
    known: _Known,
    row: NDArray[np.int64],
    places: NDArray[np.int32],
    procedure_at: NDArray[np.int32],
    hospital_at: NDArray[np.int32],
    timed_types: Collection[str],
) -> Receipts:
    plans = known.plans
    row = row[~_left(known)[row] & (plans["count_min"][row] > 0)]
    start = np.maximum(plans["discharged"][row], plans["earliest_start"][row])
    timed = [i for i, name in enumerate(kinds.GOP_TYPES) if name in timed_types]
    return Receipts(
        municipality=np.searchsorted(places, plans["municipality"][row]).astype(np.int32),
        procedure=procedure_at[plans["procedure_id"][row]],
        hospital=hospital_at[plans["hospital_id"][row]],
        received=plans["received"][row],
        discharged=plans["discharged"][row],
        start=np.where(start == NONE, plans["received"][row], start),
        count=plans["count_min"][row],
        private=plans["private"][row] == 1,
        timed=np.isin(plans["gop_type"][row], timed),
    )


def _snapshots(
    known: _Known,
    row: NDArray[np.int64],
    places: NDArray[np.int32],
    procedure_at: NDArray[np.int32],
    hospital_at: NDArray[np.int32],
) -> Snapshots:
    """Imports that told of the same hospital and extract date are one snapshot."""
    keys = sorted({(int(hospital_at[f.hospital]), f.extracted) for f in known.files if known.told[f.rows].any()})
    number = {key: i for i, key in enumerate(keys)}
    snapshot = np.full(len(known.told), NONE, dtype=np.int32)
    for file in known.files:
        snapshot[file.rows] = number.get((int(hospital_at[file.hospital]), file.extracted), NONE)
    row = row[np.argsort(snapshot[row], kind="stable")]
    rows = {name: column[row] for name, column in known.operations.items()}
    of, day = snapshot[row], rows["day"]
    starts = np.searchsorted(of, np.arange(len(keys)))
    last = np.where(rows["weekly"] == 1, day + 6, day)
    return Snapshots(
        hospital=np.array([k[0] for k in keys], dtype=np.int32),
        extracted=np.array([k[1] for k in keys], dtype=np.int32),
        first=np.minimum.reduceat(day, starts) if keys else np.empty(0, dtype=np.int32),
        last=np.maximum.reduceat(last, starts).astype(np.int32) if keys else np.empty(0, dtype=np.int32),
        snapshot=of,
        municipality=np.searchsorted(places, rows["municipality"]).astype(np.int32),
        procedure=procedure_at[rows["procedure_id"]],
        day=day,
        weekly=rows["weekly"] == 1,
        cancelled=rows["status"] == _CANCELLED,
        booked=rows["booked"],
        case=np.where(rows["case_hash"] == NONE, 0, rows["case_hash"]),
        count=rows["count_min"],
        private=rows["private"] == 1,
    )


def _places(db: Database, places: NDArray[np.int32], as_of: dt.date) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Population (NaN unknown) and the index of the area each municipality borrows strength from, on that day."""
    known = organisation(db)
    people = [known.municipalities[int(code)].population for code in places]
    kin = [known.kin_of(int(code), as_of) for code in places]
    groups = {area: i for i, area in enumerate(sorted({area for area in kin if area}))}
    index = [groups[area] if area else len(groups) for area in kin]
    return np.array([np.nan if p is None else p for p in people], dtype=np.float64), np.array(index, dtype=np.int32)


def _lookup(numbers: dict[int, int]) -> NDArray[np.int32]:
    """number -> index as an array; its last entry, which -1 reaches, is -1."""
    table = np.full(max(numbers, default=0) + 2, NONE, dtype=np.int32)
    table[list(numbers)] = list(numbers.values())
    return table
