"""The one way to the database: open, read, write. SQLite in the user's data folder, or a shared PostgreSQL; the same
above this line.

SQLite runs with a rollback journal and full sync, which lost nothing when power failed; write transactions take the
lock at once, so that two writers meet at the start and not at the end. PostgreSQL has one writer at a time as well, by
an advisory lock.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event, insert, inspect, select
from sqlalchemy.engine import Engine

from sundhedsklynge.domain.errors import DatabaseError, NothingToComputeError
from sundhedsklynge.store import schema, upgrade
from sundhedsklynge.store.failures import told_in_danish
from sundhedsklynge.store.location import Location, locate, refuse_shared_folder
from sundhedsklynge.store.organisation import load_reference
from sundhedsklynge.store.trail import now

BUSY_MS = 5000


class Database:
    """An open database. Safe to use from several threads; each `read` and `write` takes a connection of its own."""

    def __init__(self, location: Location) -> None:
        self.location = location
        self.engine = _engine(location)
        self.memory: dict[Any, Any] = {}  # rows of imports, which never change once stored (`facts.py`)
        self._writer = threading.RLock()

    @contextmanager
    def read(self) -> Generator[Connection]:
        """A connection in a transaction of its own: what is read in the block fits together. Raises DatabaseError."""
        with told_in_danish(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self) -> Generator[Connection]:
        """The one writer's transaction: all of it is stored, or nothing. Raises DatabaseError where another writes
        for over 5 seconds.
        """
        with self._writer, told_in_danish(), self.engine.connect() as connection:
            connection = connection.execution_options(sundhedsklynge_write=True)
            with connection.begin():
                upgrade.take_writer_lock(connection)
                yield connection

    @contextmanager
    def still(self) -> Generator[None]:
        """Keeps this program's own writers out and its connections closed while the file itself is replaced."""
        with self._writer:
            self.engine.dispose()
            yield
            self.memory.clear()
            self.engine.dispose()

    def identity(self) -> Identity:
        """When the database was made, whether it is a demo, and the key of its hashes."""
        with self.read() as connection:
            row = connection.execute(select(schema.identity)).one()
        return Identity(row.demo, bytes.fromhex(row.case_secret))

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Identity:
    """`demo`: made by us, to be labelled so. `case_secret`: key for hashing case keys, the same for all its files."""

    demo: bool
    case_secret: bytes


def open_database(given: str | Path | None = None, *, create: bool = False, demo: bool = False) -> Database:
    """Opens the database meant by `given` (path, URL, else SUNDHEDSKLYNGE_DB, else the user's data folder), brought up
    to date.

    create: make it where it is missing, with the places and procedures that ship with the program; demo: label a new
    one so. Raises NothingToComputeError where it is missing and may not be made, DatabaseError where it cannot be
    opened.
    """
    location = locate(given)
    path = location.path
    missing = NothingToComputeError(
        f"Der er ingen database endnu: {location.shown}.", "Importér en fil for at begynde."
    )
    if path:
        refuse_shared_folder(path)
        _check_file(path)
        if not _holds_anything(path):
            if not create:
                raise missing
            make_folder(path)
    database = Database(location)
    try:
        with told_in_danish():
            new = upgrade.revision(database.engine) is None
            if new:
                _refuse_foreign(database.engine)
                if create:
                    _make(database, demo)
            else:
                upgrade.bring_up_to_date(database.engine, path)
    except BaseException:
        database.close()
        raise
    if new and not create:
        database.close()
        raise missing
    return database


def _make(database: Database, demo: bool) -> None:
    with database.write() as connection:
        if upgrade.revision_on(connection) is None:  # else another program made it while we waited
            upgrade.create_all(connection)
            fill(connection, demo)


def fill(connection: Connection, demo: bool = False) -> None:
    """Puts into empty tables what every database begins with: its identity, and the places and procedures we ship."""
    connection.execute(
        insert(schema.identity).values(id=1, created_at=now(), demo=demo, case_secret=secrets.token_hex(32))
    )
    load_reference(connection)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise DatabaseError(f"{path} er en mappe, ikke en database.", "Skriv filens navn med.")
    if not path.exists():
        return
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        raise DatabaseError(f"Databasen {path} kan ikke læses.", "Se efter, om du har adgang til filen.") from None
    if head and head != b"SQLite format 3\0":
        raise DatabaseError(
            f"{path} er ikke en database, eller den er beskadiget.",
            "Vælg en anden fil, eller gendan en sikkerhedskopi.",
        )


def _holds_anything(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def make_folder(path: Path) -> None:
    """Makes the folder the database `path` is to lie in. Raises DatabaseError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise DatabaseError(f"Mappen {path.parent} kan ikke oprettes.", "Vælg en mappe, du kan skrive i.") from None


def _refuse_foreign(engine: Engine) -> None:
    """Raises DatabaseError where tables lie there that are not ours."""
    tables = set(inspect(engine).get_table_names())
    if tables & set(schema.metadata.tables) or (engine.dialect.name == "sqlite" and tables):
        raise DatabaseError("Databasen er ikke lavet af Sundhedsklynge.", "Vælg en anden database.")


def _engine(location: Location) -> Engine:
    if location.path is None:
        return create_engine(
            location.url,
            pool_pre_ping=True,
            connect_args={"connect_timeout": 10, "options": f"-c lock_timeout={BUSY_MS} -c timezone=UTC"},
        )
    engine = create_engine(location.url, connect_args={"timeout": BUSY_MS / 1000, "check_same_thread": False})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we begin transactions ourselves, or DDL would survive a rollback
    for pragma in (
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "journal_mode=TRUNCATE",
        "synchronous=FULL",
        "trusted_schema=OFF",
        "cell_size_check=ON",
        "cache_size=-262144",  # with no spill, readers are kept out only while a large import is committed
        "cache_spill=OFF",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("sundhedsklynge_write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
