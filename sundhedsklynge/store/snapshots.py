"""Single snapshots of hospitals, and what a file not yet stored would take the place of. The rules are `effective.py`'s; the file is laid
beside what is stored as if it had been imported now.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.areas import REGION
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.changes import Told
from sundhedsklynge.store import facts, schema
from sundhedsklynge.store.bulk import NONE, Columns
from sundhedsklynge.store.effective import GopFile, PlanFile, received_by, replaced_operations, speaking_operations
from sundhedsklynge.store.history import KEYS
from sundhedsklynge.store.imports import case_hashes
from sundhedsklynge.store.organisation import PROCEDURE_ID
from sundhedsklynge.store.queries import gop_files, plan_files

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

UNHEARD: int = 2**30  # a department that is not stored yet, so that it meets no stored one
_CANCELLED = kinds.PLAN_STATUSES.index("aflyst")


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """What a hospital told on one day, by one or more imports that have not been taken back."""

    hospital: str
    extracted: dt.date
    imports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """What storing a file would do: `rows` of each earlier import (by id) that would speak no more; `silent` rows of the file itself that
    something newer speaks for already."""

    rows: dict[int, int]
    silent: int = 0


def snapshots(db: Database) -> list[SnapshotInfo]:
    """All snapshots by hospital and date."""
    table, batch, hospital = schema.plan_snapshot, schema.import_batch, schema.hospital
    query = (
        select(hospital.c.name, table.c.extracted, table.c.import_id)
        .join(hospital, table.c.hospital_id == hospital.c.id)
        .join(batch, table.c.import_id == batch.c.id)
        .where(batch.c.undone_at.is_(None))
        .order_by(hospital.c.name, table.c.extracted, table.c.import_id)
    )
    found: dict[tuple[str, dt.date], list[int]] = {}
    with db.read() as connection:
        for row in connection.execute(query):
            found.setdefault((row.name, row.extracted), []).append(row.import_id)
    return [SnapshotInfo(name, day, tuple(numbers)) for (name, day), numbers in found.items()]


def stored_snapshot(db: Database, hospital: str, extracted: dt.date) -> Told | None:
    """What `hospital` told on that day, replaced rows left out; None where it told nothing."""
    with db.read() as connection:
        number = connection.execute(select(schema.hospital.c.id).where(schema.hospital.c.name == hospital)).scalar()
        operations, files = _plan_files(db, connection)
    mine = [file for file in files if file.hospital == number and file.extracted == day_number(extracted)]
    if not mine:
        return None
    speaks = np.concatenate([np.arange(file.rows.start, file.rows.stop) for file in mine])
    speaks = speaks[speaking_operations(mine, operations)[speaks]]
    if not speaks.size:
        return None
    rows = {name: column[speaks] for name, column in operations.items()}
    return _told(
        day_number(extracted),
        rows["municipality"],
        rows["procedure_id"] - 1,
        rows["day"],
        rows["weekly"] == 1,
        rows["count_min"],
        np.where(rows["case_hash"] == NONE, 0, rows["case_hash"]),
        rows["status"] == _CANCELLED,
    )


def snapshot_in(frame: pd.DataFrame, hospital: str, extracted: dt.date) -> Told:
    """The same of a plan file's rows (`domain.kinds`), not yet stored."""
    own = frame[(frame["hospital"] == hospital) & (frame["extracted"] == pd.Timestamp(extracted))]
    case = case_hashes(own["case"])
    return _told(
        day_number(extracted),
        own["municipality"].to_numpy(np.int64),
        _numbered(own["procedure"], {name: i for i, name in enumerate(PROCEDURES)}),
        own["day"].to_numpy("datetime64[D]").astype(np.int64),
        own["weekly"].to_numpy(bool),
        own["count_min"].to_numpy(np.int64),
        np.where(case == NONE, 0, case),
        (own["status"] == "aflyst").to_numpy(),
    )


def _told(
    extracted: int,
    municipality: NDArray[Any],
    procedure: NDArray[Any],
    day: NDArray[Any],
    weekly: NDArray[np.bool_],
    count: NDArray[Any],
    case: NDArray[np.int64],
    cancelled: NDArray[np.bool_],
) -> Told:
    last = int(np.where(weekly, day + 6, day).max())
    return Told(extracted, last, municipality, procedure, day, count, case).take(~cancelled)


def would_replace(db: Database, kind: str, frame: pd.DataFrame, extracted: dt.date | None) -> Replacement:
    """What storing `frame` (rows as `domain.kinds`, at least one; `extracted` the date the import would get) would do."""
    if kind == kinds.PLAN:
        return _would_replace_plans(db, frame)
    if kind == kinds.GOP:
        return _would_replace_received(db, frame, extracted)
    return _would_replace_keys(db, kind, frame)


def _would_replace_plans(db: Database, frame: pd.DataFrame) -> Replacement:
    hospital, part = schema.hospital, schema.department
    with db.read() as connection:
        hospitals: dict[str, int] = {r.name: r.id for r in connection.execute(select(hospital.c.name, hospital.c.id))}
        known = select(hospital.c.name.label("hospital"), part.c.name, part.c.id).join(
            hospital, part.c.hospital_id == hospital.c.id
        )
        departments: dict[tuple[str, str], int] = {(r.hospital, r.name): int(r.id) for r in connection.execute(known)}
        operations, files = _plan_files(db, connection)
    taken = {(file.hospital, file.extracted) for file in files}
    size = len(operations["day"])
    columns = {name: [operations[name]] for name in ("municipality", "department_id")}
    new: list[PlanFile] = []
    groups: Any = frame.groupby(["hospital", "extracted"], sort=False).indices
    for (name, moment), rows_in in groups.items():
        key = (hospitals.get(str(name), 0), day_number(pd.Timestamp(moment).date()))
        if key not in taken:
            continue
        own = frame.take(np.asarray(rows_in))
        number = -1 - len(new)
        new.append(PlanFile(number, 2**31 - 1, *key, slice(size, size + len(own))))
        columns["municipality"].append(own["municipality"].to_numpy(np.int32))
        words: list[str] = own["department"].unique().tolist()
        ids = {word: departments.get((str(name), word), UNHEARD) if word else NONE for word in words}
        columns["department_id"].append(_numbered(own["department"], ids))
        size += len(own)
    keys = {(file.hospital, file.extracted) for file in new}
    stored = [file for file in files if (file.hospital, file.extracted) in keys]
    laid = {name: np.concatenate(parts) for name, parts in columns.items()}
    owner = {file.snapshot_id: file.import_id for file in stored}
    before = replaced_operations(stored, laid)
    gone: dict[int, Any] = {}
    for (older, _), mask in before.items():
        gone[older] = gone.get(older, False) | mask
    rows: dict[int, int] = {}
    for (older, newer), mask in replaced_operations([*stored, *new], laid).items():
        if newer < 0:
            count = int((mask & ~gone.get(older, np.zeros(len(mask), bool))).sum())
            rows[owner[older]] = rows.get(owner[older], 0) + count
    return Replacement({number: count for number, count in sorted(rows.items()) if count})


def _would_replace_received(db: Database, frame: pd.DataFrame, extracted: dt.date | None) -> Replacement:
    with db.read() as connection:
        batches = facts.live_batches(connection, kinds.GOP)
        plans = facts.plans(db, connection, {number: made for number, made, _, _ in batches})
    files = gop_files(batches, plans)
    received = frame["received"].to_numpy("datetime64[D]").astype(np.int32)
    size = len(plans["received"])
    laid: Columns = {
        "received": np.concatenate([plans["received"], received]),
        "municipality": np.concatenate([plans["municipality"], frame["municipality"].to_numpy(np.int32)]),
    }
    told_on = day_number(extracted) if extracted else int(received.max()) + 1
    new = GopFile(2**31 - 1, told_on, slice(size, size + len(frame)))
    today = max([int(laid["received"].max()), told_on, *(file.extracted for file in files)]) + 1
    before = received_by(today, files, laid).speaks
    after = received_by(today, [*files, new], laid).speaks
    lost = {file.import_id: int((before[file.rows] & ~after[file.rows]).sum()) for file in files}
    return Replacement({number: count for number, count in lost.items() if count}, int((~after[new.rows]).sum()))


def _would_replace_keys(db: Database, kind: str, frame: pd.DataFrame) -> Replacement:
    table, key = KEYS[kind]
    batch = schema.import_batch
    query = (
        select(table.c.import_id, *(table.c[name] for name in key))
        .join(batch, table.c.import_id == batch.c.id)
        .where(batch.c.undone_at.is_(None))
        .order_by(table.c.import_id)
    )
    with db.read() as connection:
        owner: dict[tuple[Any, ...], int] = {}
        times: dict[tuple[int, tuple[Any, ...]], int] = {}
        for row in connection.execute(query):
            cell = tuple(row[1:])
            owner[cell] = row[0]
            times[row[0], cell] = times.get((row[0], cell), 0) + 1
        wanted = set(zip(*_key_columns(connection, frame, key), strict=True))
    rows: dict[int, int] = {}
    for cell, number in owner.items():
        if cell in wanted:
            rows[number] = rows.get(number, 0) + times[number, cell]
    return Replacement(dict(sorted(rows.items())))


def _key_columns(connection: Connection, frame: pd.DataFrame, key: tuple[str, ...]) -> list[list[Any]]:
    """The key columns of `frame` as the tables keep them."""
    hospital, area = schema.hospital, schema.area
    columns: list[list[Any]] = []
    for name in key:
        if name in ("week", "month"):
            columns.append([moment.date() for moment in frame[name]])
        elif name == "procedure_id":
            columns.append([PROCEDURE_ID.get(word) for word in frame["procedure"]])
        elif name == "hospital_id":
            ids = {r.name: r.id for r in connection.execute(select(hospital.c.name, hospital.c.id))}
            columns.append([ids.get(word, 0) for word in frame["hospital"]])
        elif name == "area_id":
            regions = select(area.c.code, area.c.id).where(area.c.kind == REGION)
            areas = {r.code: r.id for r in connection.execute(regions)}
            columns.append([areas.get(word) for word in frame["region"]])
        elif name == "municipality":
            columns.append([int(code) or None for code in frame["municipality"]])
        else:
            columns.append(frame[name].tolist())
    return columns


def _plan_files(db: Database, connection: Connection) -> tuple[Columns, list[PlanFile]]:
    batches = {number: made for number, made, _, _ in facts.live_batches(connection, kinds.PLAN)}
    operations = facts.operations(db, connection, batches)
    return operations, plan_files(connection, operations)


def _numbered(column: pd.Series, numbers: dict[str, int]) -> NDArray[np.int64]:
    codes, words = pd.factorize(column)
    return np.array([numbers[str(word)] for word in words], dtype=np.int64)[codes]
