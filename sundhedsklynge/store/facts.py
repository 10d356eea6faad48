"""The rows of imports as columns, read once and kept in memory: stored rows never change, so that a forecast for
fifty dates of the past reads the database once. Which of them speak on a day is for `effective.py` to say.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Connection, Select, select

from sundhedsklynge.domain import kinds
from sundhedsklynge.store import schema
from sundhedsklynge.store.bulk import Columns, read_columns

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_ORDER = {
    kinds.PLAN: ("day", "municipality", "row", "snapshot_id"),
    kinds.GOP: ("received", "municipality", "row", "import_id"),
}


@dataclass(frozen=True)
class _Rows:
    """All rows of the imports in `batches` (id -> when stored), sorted, the last column of the order first."""

    batches: dict[int, dt.datetime]
    columns: Columns


def live_batches(connection: Connection, kind: str) -> list[tuple[int, dt.datetime, dt.date | None, dt.date | None]]:
    """Imports of a kind that have not been taken back: (id, made at, as of, extracted), oldest first."""
    batch = schema.import_batch
    query = (
        select(batch.c.id, batch.c.made_at, batch.c.as_of, batch.c.extracted)
        .where(batch.c.kind == kind, batch.c.undone_at.is_(None))
        .order_by(batch.c.id)
    )
    return [(r.id, r.made_at, r.as_of, r.extracted) for r in connection.execute(query)]


def operations(db: Database, connection: Connection, batches: dict[int, dt.datetime]) -> Columns:
    """Rows of `planned_operation` of at least these imports, sorted by snapshot; `import_id` beside them."""
    row, snapshot = schema.planned_operation, schema.plan_snapshot
    query = select(snapshot.c.import_id, *(c for c in row.c if c.name != "sks_id")).join(
        snapshot, row.c.snapshot_id == snapshot.c.id
    )
    return _rows(db, connection, kinds.PLAN, query, snapshot.c.import_id, batches)


def plans(db: Database, connection: Connection, batches: dict[int, dt.datetime]) -> Columns:
    """Rows of `plan_received` of at least these imports, sorted by import."""
    row = schema.plan_received
    return _rows(db, connection, kinds.GOP, select(*row.c), row.c.import_id, batches)


def _rows(
    db: Database,
    connection: Connection,
    kind: str,
    query: Select[Any],
    key: ColumnElement[int],
    batches: dict[int, dt.datetime],
) -> Columns:
    kept: _Rows = db.memory.get(kind, _Rows({}, {}))
    if any(batches.get(number, made) != made for number, made in kept.batches.items()):
        kept = _Rows({}, {})  # the database was put back to an earlier copy: numbers may mean other files now
    new = {number: made for number, made in batches.items() if number not in kept.batches}
    if new or not kept.columns:
        columns = _sorted(read_columns(connection, query.where(key.in_(sorted(new)))), kind)
        if kept.columns:
            first, last = columns[_ORDER[kind][-1]][:1], kept.columns[_ORDER[kind][-1]][-1:]
            columns = {name: np.concatenate([kept.columns[name], column]) for name, column in columns.items()}
            if (first <= last).any():  # an import was put back that is older than what was read
                columns = _sorted(columns, kind)
        kept = _Rows({**kept.batches, **new}, columns)
        db.memory[kind] = kept
    return kept.columns


def _sorted(columns: Columns, kind: str) -> Columns:
    order = np.lexsort([columns[name] for name in _ORDER[kind]])
    return {name: column[order] for name, column in columns.items()}


def slices(sorted_keys: NDArray[np.int32], keys: NDArray[np.int64]) -> list[slice]:
    """Where each of `keys` lies in `sorted_keys`."""
    first, last = np.searchsorted(sorted_keys, keys, "left"), np.searchsorted(sorted_keys, keys, "right")
    return [slice(int(a), int(b)) for a, b in zip(first, last, strict=True)]
