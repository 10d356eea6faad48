"""The list of imports, and which took the place of which. Who speaks is settled in `effective.py`; here it is only
told.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from sqlalchemy import Connection, select

from sundhedsklynge.domain import kinds
from sundhedsklynge.store import facts, schema
from sundhedsklynge.store.effective import received_by, replaced_operations
from sundhedsklynge.store.queries import gop_files, plan_files

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

KEYS = {
    kinds.CAPACITY: (schema.capacity, ("municipality", "week", "procedure_id")),
    kinds.TREATMENT72: (schema.treatment72, ("quarter", "municipality", "hospital_id")),
    kinds.NURSING_HOME: (schema.nursing_home, ("quarter", "municipality")),
    kinds.ACTIVITY: (schema.activity, ("month", "municipality", "area_id", "procedure_id")),
}


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """One import as the history shows it. superseded_by: newer imports that took the place of some of its rows;
    speaks: rows that still count today (0: all were replaced or it was taken back).
    """

    id: int
    kind: str
    file_name: str
    sha256: str
    as_of: dt.date | None
    extracted: dt.date | None
    made_at: dt.datetime
    made_by: str
    rows_read: int
    rows_ok: int
    header_fingerprint: str
    mapping: dict[str, Any]
    report: dict[str, Any]
    note: str
    undone_at: dt.datetime | None
    undone_by: str
    hospitals: tuple[str, ...] = ()
    snapshots: tuple[dt.date, ...] = ()
    superseded_by: tuple[int, ...] = ()
    speaks: int = 0


@dataclass
class _Fate:
    speaks: int = 0
    by: set[int] = field(default_factory=set[int])


def imports(db: Database) -> list[ImportRecord]:
    """All imports, the newest first."""
    batch = schema.import_batch
    fates: dict[int, _Fate] = {}
    with db.read() as connection:
        rows = connection.execute(select(batch).order_by(batch.c.id.desc())).all()
        _plans_fate(db, connection, fates)
        _received_fate(db, connection, fates)
        for table, key in KEYS.values():
            _newest_fate(connection, table, key, fates)
        told = _snapshots(connection)
    return [
        ImportRecord(
            id=r.id,
            kind=r.kind,
            file_name=r.file_name,
            sha256=r.sha256 or "",
            as_of=r.as_of,
            extracted=r.extracted,
            made_at=r.made_at,
            made_by=r.made_by,
            rows_read=r.rows_read,
            rows_ok=r.rows_ok,
            header_fingerprint=r.header_fingerprint,
            mapping=r.mapping,
            report=r.report,
            note=r.note,
            undone_at=r.undone_at,
            undone_by=r.undone_by or "",
            hospitals=tuple(sorted({name for name, _ in told.get(r.id, [])})),
            snapshots=tuple(sorted({day for _, day in told.get(r.id, [])})),
            superseded_by=tuple(sorted(fates.get(r.id, _Fate()).by)),
            speaks=fates.get(r.id, _Fate()).speaks,
        )
        for r in rows
    ]


def _snapshots(connection: Connection) -> dict[int, list[tuple[str, dt.date]]]:
    table, hospital = schema.plan_snapshot, schema.hospital
    told: dict[int, list[tuple[str, dt.date]]] = {}
    for r in connection.execute(select(table.c.import_id, hospital.c.name, table.c.extracted).join(hospital)):
        told.setdefault(r.import_id, []).append((r.name, r.extracted))
    return told


def _plans_fate(db: Database, connection: Connection, fates: dict[int, _Fate]) -> None:
    batches = {number: made for number, made, _, _ in facts.live_batches(connection, kinds.PLAN)}
    operations = facts.operations(db, connection, batches)
    files = plan_files(connection, operations)
    owner = {file.snapshot_id: file for file in files}
    gone = {file.snapshot_id: np.zeros(file.rows.stop - file.rows.start, dtype=bool) for file in files}
    for (older, newer), mask in replaced_operations(files, operations).items():
        gone[older] |= mask
        fates.setdefault(owner[older].import_id, _Fate()).by.add(owner[newer].import_id)
    for file in files:
        fates.setdefault(file.import_id, _Fate()).speaks += int((~gone[file.snapshot_id]).sum())


def _received_fate(db: Database, connection: Connection, fates: dict[int, _Fate]) -> None:
    batches = facts.live_batches(connection, kinds.GOP)
    plans = facts.plans(db, connection, {number: made for number, made, _, _ in batches})
    files = gop_files(batches, plans)
    if not files:
        return
    today = max(_newest_day(plans), max(file.extracted for file in files)) + 1
    heard = received_by(today, files, plans)
    for file in files:
        fate = fates.setdefault(file.import_id, _Fate())
        fate.speaks = int(heard.speaks[file.rows].sum())
        silent = np.flatnonzero(~heard.speaks[file.rows]) + file.rows.start
        place = np.searchsorted(heard.municipalities, plans["municipality"][silent])
        winners = np.unique(heard.owner[place, plans["received"][silent] - heard.first_day])
        fate.by |= {files[int(w)].import_id for w in winners if w >= 0}


def _newest_day(plans: Any) -> int:
    return int(plans["received"].max()) if len(plans["received"]) else 0


def _newest_fate(connection: Connection, table: Any, key: tuple[str, ...], fates: dict[int, _Fate]) -> None:
    """Kinds where the newest import of a key speaks."""
    batch = schema.import_batch
    columns = [table.c[name] for name in key]
    live = (
        select(table.c.import_id, *columns)
        .join(batch, table.c.import_id == batch.c.id)
        .where(batch.c.undone_at.is_(None))
    )
    owner: dict[tuple[Any, ...], int] = {}
    counts: dict[tuple[int, tuple[Any, ...]], int] = {}
    for row in connection.execute(live.order_by(table.c.import_id)):
        number, cell = row[0], tuple(row[1:])
        older = owner.get(cell)
        if older is not None and older != number:
            fate = fates.setdefault(older, _Fate())
            fate.by.add(number)
            fate.speaks -= counts[(older, cell)]
        owner[cell] = number
        counts[(number, cell)] = counts.get((number, cell), 0) + 1
        fates.setdefault(number, _Fate()).speaks += 1
