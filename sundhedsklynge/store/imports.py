"""Keeping what a file told: all of its rows in one transaction, or none. Taking an import back, and back again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Connection, insert, select, update

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.areas import REGION
from sundhedsklynge.domain.calendar import day_at
from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet
from sundhedsklynge.store import schema
from sundhedsklynge.store.bulk import NONE, Columns, write_columns
from sundhedsklynge.store.organisation import PROCEDURE_ID, department_ids, hospital_ids, sks_ids
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database


@dataclass(frozen=True, slots=True)
class ImportMeta:
    """What is known of a file beside its rows. sha256 "" for an edit in the window. as_of: given at import;
    extracted: the file's own extract date where it has one (plan rows carry theirs). mapping, report: plain JSON
    without values of rows. who: "" is the computer's user.
    """

    file_name: str
    sha256: str
    rows_read: int
    rows_ok: int
    as_of: dt.date | None = None
    extracted: dt.date | None = None
    encoding: str = ""
    header_fingerprint: str = ""
    mapping: Mapping[str, Any] = field(default_factory=dict[str, Any])
    report: Mapping[str, Any] = field(default_factory=dict[str, Any])
    note: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """`stored` False: the same file was there already as `import_id`. new_hospitals: names that were added."""

    import_id: int
    stored: bool
    new_hospitals: tuple[str, ...] = ()


def stored_as(db: Database, sha256: str, kind: str) -> int | None:
    """The import that holds this file already and has not been taken back; None where there is none."""
    with db.read() as connection:
        return _live(connection, sha256, kind)


def save_import(
    db: Database,
    meta: ImportMeta,
    kind: str,
    frame: pd.DataFrame,
    *,
    cancelled: Cancelled = never,
    progress: Progress = quiet,
) -> Stored:
    """Stores the rows of one file. frame: columns as `domain.kinds.COLUMNS[kind]`. progress: share done, 0-1.

    Raises InputRefusedError where the rows break what the tables demand, CancelledError where `cancelled` says so
    (nothing is stored then), DatabaseError.
    """
    with _unfit_rows_refused(), db.write() as connection:
        there = _live(connection, meta.sha256, kind) if meta.sha256 else None
        if there is not None:
            return Stored(there, stored=False)
        ids, new = hospital_ids(connection, frame["hospital"].unique()) if "hospital" in frame else ({}, [])
        batch = connection.execute(
            insert(schema.import_batch).values(_batch(meta, kind, frame)).returning(schema.import_batch.c.id)
        ).scalar_one()
        _KEEP[kind](connection, batch, frame, ids, cancelled, progress)
        record(
            connection,
            "import",
            "import_batch",
            batch,
            after={"kind": kind, "file_name": meta.file_name, "rows": len(frame), "new_hospitals": new},
            who=meta.who or None,
        )
    return Stored(batch, stored=True, new_hospitals=tuple(new))


@contextmanager
def _unfit_rows_refused() -> Generator[None]:
    """Rows that break a rule of the tables, two for the same quarter for example, refuse the file."""
    try:
        yield
    except Exception as error:
        # SQLAlchemy's, sqlite3's and psycopg's own, which is imported only where it is used
        if "IntegrityError" not in {base.__name__ for base in type(error).__mro__}:
            raise
        raise InputRefusedError(
            "Filen har rækker, der ikke kan gemmes sammen.", "Se efter dobbelte rækker og tal, der ikke passer sammen."
        ) from error


def undo_import(db: Database, import_id: int) -> None:
    """Takes an import back: its rows stay and speak no more. Raises UserError where there is no such import, or it
    is back already.
    """
    with db.write() as connection:
        row = _batch_row(connection, import_id)
        if row.undone_at:
            raise UserError(
                f"Import {import_id} er allerede fortrudt.", f"Skriv redo {import_id} for at tage den med igen."
            )
        _flag(connection, import_id, "undo", undone_at=now(), undone_by=user_name())


def redo_import(db: Database, import_id: int) -> None:
    """Lets an import that was taken back speak again. Raises UserError where it was not, or where the same file was
    imported since.
    """
    with db.write() as connection:
        row = _batch_row(connection, import_id)
        if not row.undone_at:
            raise UserError(f"Import {import_id} er ikke fortrudt.", "Se listen med imports.")
        there = _live(connection, row.sha256, row.kind) if row.sha256 else None
        if there is not None:
            raise UserError(f"Den samme fil er allerede med som import {there}.", f"Fortryd import {there} først.")
        _flag(connection, import_id, "redo", undone_at=None, undone_by=None)


def _live(connection: Connection, sha256: str, kind: str) -> int | None:
    batch = schema.import_batch
    return connection.execute(
        select(batch.c.id).where(batch.c.sha256 == sha256, batch.c.kind == kind, batch.c.undone_at.is_(None))
    ).scalar()


def _batch_row(connection: Connection, import_id: int) -> Any:
    batch = schema.import_batch
    row = connection.execute(select(batch).where(batch.c.id == import_id)).first()
    if row is None:
        raise UserError(f"Der er ingen import med nummer {import_id}.", "Se numrene med imports.")
    return row


def _flag(connection: Connection, import_id: int, action: str, **values: Any) -> None:
    connection.execute(update(schema.import_batch).where(schema.import_batch.c.id == import_id).values(**values))
    record(connection, action, "import_batch", import_id)


def _batch(meta: ImportMeta, kind: str, frame: pd.DataFrame) -> dict[str, Any]:
    return {
        "kind": kind,
        "file_name": meta.file_name[-255:],
        "sha256": meta.sha256 or None,
        "as_of": meta.as_of,
        "extracted": extract_date(meta, kind, frame),
        "made_at": now(),
        "made_by": meta.who or user_name(),
        "encoding": meta.encoding,
        "header_fingerprint": meta.header_fingerprint,
        "mapping": dict(meta.mapping),
        "report": dict(meta.report),
        "rows_read": meta.rows_read,
        "rows_ok": meta.rows_ok,
        "note": meta.note,
    }


def extract_date(meta: ImportMeta, kind: str, frame: pd.DataFrame) -> dt.date | None:
    """A file's extract date is its own, else the as-of given, else the day after the newest date received (data
    contract, *Time*).
    """
    if kind == kinds.PLAN:
        return frame["extracted"].max().date() if len(frame) else None
    if kind != kinds.GOP:
        return meta.extracted
    newest = frame["received"].max().date() + dt.timedelta(days=1) if len(frame) else None
    return meta.extracted or meta.as_of or newest


def _days(column: pd.Series) -> NDArray[np.int64]:
    """Days since 1970-01-01; -1 where there is no date."""
    dates = column.to_numpy("datetime64[D]")
    return np.where(np.isnat(dates), NONE, dates.astype(np.int64))


def _codes(column: pd.Series, meaning: Mapping[Any, int]) -> NDArray[np.int64]:
    """Each word's number; -1 for "". Raises InputRefusedError for a word without one."""
    numbers, words = pd.factorize(column)
    table = np.array([NONE if word == "" else meaning.get(word, -2) for word in words], dtype=np.int64)
    if (table == -2).any():
        strange = words[int(np.argmin(table))]
        raise InputRefusedError(
            f"Værdien '{strange}' er ikke en af dem, der kan gemmes.", "Ret filen, og importér den igen."
        )
    return table[numbers] if len(table) else np.empty(0, dtype=np.int64)


def _numbers(column: pd.Series) -> NDArray[np.int64]:
    return column.to_numpy(dtype=np.int64)


def _departments(connection: Connection, frame: pd.DataFrame, hospital: NDArray[np.int64]) -> NDArray[np.int64]:
    """Ids of the departments, -1 where none is given."""
    names, words = pd.factorize(frame["department"])
    if not any(words):
        return np.full(len(frame), NONE, dtype=np.int64)
    pairs, which = np.unique(hospital * len(words) + names, return_inverse=True)
    keys = [(int(pair) // len(words), str(words[int(pair) % len(words)])) for pair in pairs]
    ids = department_ids(connection, [key for key in keys if key[0] >= 0])
    return np.array([ids.get(key, NONE) for key in keys], dtype=np.int64)[which]


def case_hashes(column: pd.Series) -> NDArray[np.int64]:
    """63 bits of the keyed hash (its first 16 hexadecimal digits), never 0; -1 where there is no key."""
    numbers, words = pd.factorize(column)
    hashes = [max(int(word[:16], 16) >> 1, 1) if word else NONE for word in words]
    return np.array(hashes, dtype=np.int64)[numbers]


def _keep_plan(
    connection: Connection,
    batch: int,
    frame: pd.DataFrame,
    hospitals: Mapping[str, int],
    cancelled: Cancelled,
    progress: Progress,
) -> None:
    hospital, extracted = _codes(frame["hospital"], hospitals), _days(frame["extracted"])
    snapshots, which = np.unique(hospital << 32 | extracted, return_inverse=True)
    newest = (
        connection.execute(
            select(schema.plan_snapshot.c.id).order_by(schema.plan_snapshot.c.id.desc()).limit(1)
        ).scalar()
        or 0
    )
    ids = newest + 1 + np.arange(len(snapshots), dtype=np.int64)
    if len(snapshots):
        connection.execute(
            insert(schema.plan_snapshot),
            [
                {
                    "id": int(i),
                    "import_id": batch,
                    "hospital_id": int(key >> 32),
                    "extracted": day_at(key & 0xFFFFFFFF),
                }
                for i, key in zip(ids, snapshots, strict=True)
            ],
        )
    columns: Columns = {
        "snapshot_id": ids[which] if len(ids) else ids,
        "row": _numbers(frame["row"]),
        "municipality": _numbers(frame["municipality"]),
        "procedure_id": _codes(frame["procedure"], PROCEDURE_ID),
        "department_id": _departments(connection, frame, hospital),
        "sks_id": _codes(frame["sks"], sks_ids(connection, frame["sks"].unique())),
        "day": _days(frame["day"]),
        "weekly": _numbers(frame["weekly"]),
        "count_min": _numbers(frame["count_min"]),
        "count_max": _numbers(frame["count_max"]),
        "status": _codes(frame["status"], {word: i for i, word in enumerate(kinds.PLAN_STATUSES)}),
        "booked": _days(frame["booked"]),
        "case_hash": case_hashes(frame["case"]),
        "private": _numbers(frame["private"]),
    }
    write_columns(connection, schema.planned_operation, columns, cancelled, progress)


def _keep_gop(
    connection: Connection,
    batch: int,
    frame: pd.DataFrame,
    hospitals: Mapping[str, int],
    cancelled: Cancelled,
    progress: Progress,
) -> None:
    hospital = _codes(frame["hospital"], hospitals)
    dates = {name: _days(frame[name]) for name in ("discharged", "received", "earliest_start", "offered", "started")}
    columns: Columns = {
        "import_id": np.full(len(frame), batch),
        "row": _numbers(frame["row"]),
        "municipality": _numbers(frame["municipality"]),
        "procedure_id": _codes(frame["procedure"], PROCEDURE_ID),
        "hospital_id": hospital,
        "department_id": _departments(connection, frame, hospital),
        "gop_type": _codes(frame["gop_type"], {word: i for i, word in enumerate(kinds.GOP_TYPES)}),
        **dates,
        "status": np.maximum(_codes(frame["status"], {word: i for i, word in enumerate(kinds.GOP_STATUSES)}), 0),
        "incomplete": _numbers(frame["incomplete"]),
        "private": _numbers(frame["private"]),
        "count_min": _numbers(frame["count_min"]),
        "count_max": _numbers(frame["count_max"]),
    }
    write_columns(connection, schema.plan_received, columns, cancelled, progress)


def _keep_small(
    connection: Connection,
    batch: int,
    frame: pd.DataFrame,
    hospitals: Mapping[str, int],
    cancelled: Cancelled,
    progress: Progress,
) -> None:
    """Capacity, the quarterly kinds and activity: some thousand rows at most."""
    table, rows = _small_rows(connection, frame, hospitals)
    if rows:
        connection.execute(insert(table), [{"import_id": batch, **row} for row in rows])
    progress(1.0)


def _small_rows(
    connection: Connection, frame: pd.DataFrame, hospitals: Mapping[str, int]
) -> tuple[Any, list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = [{str(key): value for key, value in row.items()} for row in frame.to_dict("records")]
    if "slots" in frame:
        return schema.capacity, [
            {
                "row": row["row"],
                "municipality": row["municipality"],
                "week": row["week"].date(),
                "procedure_id": PROCEDURE_ID[row["procedure"]] if row["procedure"] else None,
                "slots": row["slots"],
                "note": row["note"],
            }
            for row in rows
        ]
    if "discharges" in frame:
        return schema.treatment72, [
            {**_said(row, "contacts", "readmissions"), "hospital_id": hospitals[hospital]}
            for row in rows
            for hospital in [row.pop("hospital")]
        ]
    if "homes" in frame:
        return schema.nursing_home, [_said(row, "homes_unknown", "places", "places_with_doctor") for row in rows]
    areas = {r.code: r.id for r in connection.execute(select(schema.area).where(schema.area.c.kind == REGION))}
    strange = next((row["region"] for row in rows if row["region"] and row["region"] not in areas), None)
    if strange:
        raise InputRefusedError(f"Regionen '{strange}' er ukendt.", "Ret filen, og importér den igen.")
    return schema.activity, [
        {
            **_said({key: row[key] for key in ("row", "received", "operations")}, "received", "operations"),
            "month": row["month"].date(),
            "municipality": row["municipality"] or None,
            "area_id": None if row["municipality"] else areas.get(row["region"]),
            "procedure_id": PROCEDURE_ID[row["procedure"]] if row["procedure"] else None,
        }
        for row in rows
    ]


def _said(row: dict[str, Any], *optional: str) -> dict[str, Any]:
    return {key: None if key in optional and value == NONE else value for key, value in row.items()}


_KEEP = {
    kinds.PLAN: _keep_plan,
    kinds.GOP: _keep_gop,
    kinds.CAPACITY: _keep_small,
    kinds.TREATMENT72: _keep_small,
    kinds.NURSING_HOME: _keep_small,
    kinds.ACTIVITY: _keep_small,
}
