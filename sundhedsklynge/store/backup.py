"""The health of a database, a safe copy of it while others work, and putting a copy back."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from sundhedsklynge.domain.errors import DatabaseError, InputRefusedError, UserError
from sundhedsklynge.domain.progress import Cancelled, never, stop_if
from sundhedsklynge.store import upgrade
from sundhedsklynge.store.failures import DAMAGED, LOCKED, told_in_danish
from sundhedsklynge.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_PATIENCE = 10.0  # seconds others may hold the database before a copy gives up
_PAGES = 5_000  # a step of the copy: 20 MB, some tens of milliseconds


def check(db: Database) -> list[str]:
    """What is wrong with the database, in Danish; empty where all is well. SQLite: every page and every key is
    looked at.
    """
    path = db.location.path
    if path is None:
        with db.read() as connection:
            whole = connection.execute(text("SELECT count(*) FROM identity")).scalar() == 1
        return [] if whole else ["Databasen mangler sin egen beskrivelse. Bed it om at gendanne den."]
    with told_in_danish():
        damaged = _damaged(path)
    if damaged:
        return [" ".join(DAMAGED)]
    with db.read() as connection:
        broken = {str(row[0]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    return [f"Tabellen {table} har rækker, der peger på noget, som mangler." for table in sorted(broken)]


def backup(db: Database, target: Path, cancelled: Cancelled = never) -> None:
    """A copy of the database as it is this moment, readable at once, while others read and write.

    Raises UserError for a target that would be lost or for PostgreSQL, CancelledError (no file is left then),
    DatabaseError.
    """
    path = _file_of(db, "Brug it-afdelingens backup (pg_dump).")
    target = target.expanduser().absolute()
    if target == path or (target.exists() and not _is_ours(target)):
        raise UserError(f"{target} kan ikke overskrives med en kopi.", "Vælg et andet filnavn.")
    with told_in_danish(), _beside(target) as scratch:
        with closing(_connect(path, "ro")) as source, closing(sqlite3.connect(scratch)) as copy:
            source.execute("BEGIN")  # one moment for the whole copy
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()
            _copy(source, copy, cancelled)
        if _damaged(scratch):
            raise DatabaseError("Kopien er ikke, som den skal være.", "Kør sundhedsklynge check.")
        scratch.replace(target)


def restore(db: Database, source: Path) -> Path:
    """Puts the copy `source` in the place of the database and returns the path of a copy of what was there before.

    The copy is looked through first; the change is one transaction, so that a program at work on the database sees the
    old or the new, and a power cut leaves one of them. Raises InputRefusedError for a file that is no sound copy,
    DatabaseError where others hold the database.
    """
    path = _file_of(db, "Bed it-afdelingen om at gendanne den.")
    source = source.expanduser().absolute()
    if not source.is_file():
        raise InputRefusedError(f"Filen {source} findes ikke.", "Vælg en sikkerhedskopi.")
    if source == path:
        raise UserError("Filen er databasen selv.", "Vælg en sikkerhedskopi.")
    with told_in_danish():
        if not _is_ours(source) or _damaged(source):
            raise InputRefusedError(f"{source} er ikke en brugbar sikkerhedskopi.", "Vælg en anden.")
        with closing(_connect(source, "ro")) as found:
            version = found.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    if version not in upgrade.known_revisions():
        raise InputRefusedError(
            "Kopien er lavet af en nyere udgave af programmet.", "Opdatér Sundhedsklynge, og prøv igen."
        )
    with told_in_danish(), db.still():
        before = upgrade.copy_beside(path, "foer-gendannelse")
        with closing(_connect(source, "ro")) as wanted, closing(_connect(path, "rw")) as live:
            _copy(wanted, live, never, pages=-1)  # all in one step: one transaction
        upgrade.bring_up_to_date(db.engine, path)
    return before


def _file_of(db: Database, remedy: str) -> Path:
    if db.location.path is None:
        raise UserError("Databasen ligger på en server.", remedy)
    return db.location.path


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_PATIENCE)


def _is_ours(path: Path) -> bool:
    try:
        with closing(_connect(path, "ro")) as file:
            return file.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    except sqlite3.Error:
        return False


def _damaged(path: Path) -> bool:
    """Looks at every page (quick_check misses one damage in five). Raises what SQLite raises where the file is held."""
    with closing(_connect(path, "ro")) as file:
        try:
            return file.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok"
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            return True


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, cancelled: Cancelled, pages: int = _PAGES) -> None:
    """SQLite's own online copy. It tries again for ever where the target is held, so the time since it last moved is
    watched.
    """
    moved, left_before = time.monotonic(), -1

    def watch(_status: int, left: int, _total: int) -> None:
        nonlocal moved, left_before
        stop_if(cancelled)
        if left != left_before:
            moved, left_before = time.monotonic(), left
        elif time.monotonic() - moved > _PATIENCE:
            raise DatabaseError(*LOCKED)

    target.execute(f"PRAGMA busy_timeout={int(_PATIENCE * 1000)}")
    source.backup(target, pages=pages, progress=watch, sleep=0.1)


@contextmanager
def _beside(target: Path) -> Generator[Path]:
    """A new file in the folder of `target`, removed again unless it was moved there. Raises DatabaseError where none
    can be made.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.stem}-", suffix=".tmp", dir=target.parent)
    except OSError:
        raise DatabaseError(f"Der kan ikke skrives i {target.parent}.", "Vælg en anden mappe.") from None
    os.close(handle)
    scratch = Path(name)
    try:
        yield scratch
    finally:
        scratch.unlink(missing_ok=True)
