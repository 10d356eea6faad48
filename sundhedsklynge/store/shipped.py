"""A database that ships with the program: packed the same for the same rows, unpacked with an identity of its own."""

from __future__ import annotations

import datetime as dt
import lzma
import secrets
from pathlib import Path
from typing import Any

from sqlalchemy import DateTime, select, update

from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.store import schema, upgrade
from sundhedsklynge.store.database import Database, make_folder
from sundhedsklynge.store.location import locate, refuse_shared_folder
from sundhedsklynge.store.trail import now

_PERSONS = ("made_by", "removed_by", "undone_by", "who")


def give_identity(database: Database, created_at: dt.datetime, case_secret: str) -> None:
    """Sets when the database was made, and the key (64 hex digits) that case keys of later imports are hashed with."""
    with database.write() as connection:
        connection.execute(update(schema.identity).values(created_at=created_at, case_secret=case_secret))


def settle(database: Database, at: dt.datetime, who: str) -> None:
    """Sets every moment something was done to `at`, and who did it to `who`, in the trail too."""

    def settled(row: dict[str, Any] | None) -> dict[str, Any] | None:
        said = {"made_at": at.isoformat(), "made_by": who}
        return row and {key: said.get(key, value) for key, value in row.items()}

    with database.write() as connection:
        for table in schema.metadata.sorted_tables:
            for column in table.columns:
                value = at if isinstance(column.type, DateTime) else who if column.name in _PERSONS else None
                if value is not None:
                    connection.execute(update(table).where(column.is_not(None)).values({column: value}))
        trail = schema.audit
        for line in connection.execute(select(trail)).all():
            values = {"before": settled(line.before), "after": settled(line.after)}
            connection.execute(update(trail).where(trail.c.id == line.id).values(values))


def pack(database: Database, target: Path, scratch: Path) -> None:
    """Writes the SQLite database, compressed, to `target`; `scratch` is a folder for what lies between."""
    plain = scratch / "packed.sqlite"
    with database.engine.connect() as connection:
        connection.exec_driver_sql("COMMIT")  # not inside a transaction
        connection.exec_driver_sql("VACUUM INTO ?", (str(plain),))
    target.write_bytes(lzma.compress(plain.read_bytes(), preset=9 | lzma.PRESET_EXTREME))


def unpack(packed: Path, path: Path) -> None:
    """Makes the database `path` from a packed one, brought up to date. Raises DatabaseError where it cannot be written."""
    refuse_shared_folder(path)
    make_folder(path)
    content = lzma.decompress(packed.read_bytes())
    beside = path.with_name(f"{path.name}.ny")  # a disk that fills leaves no half database
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise DatabaseError(f"Databasen {path} kan ikke skrives.", "Vælg en mappe, du kan skrive i.") from None
    with Database(locate(path)) as database:
        upgrade.bring_up_to_date(database.engine, None)
        give_identity(database, now(), secrets.token_hex(32))
