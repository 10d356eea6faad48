"""Files in the watched folder that somebody has said no to, by their SHA-256. The trail itself is the memory: its newest line decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from sundhedsklynge.store import schema
from sundhedsklynge.store.trail import record

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_SUBJECT, _IGNORE, _RECALL = "inbox", "ignore", "recall"


def ignored_files(db: Database) -> frozenset[str]:
    """SHA-256 of every file that is not to be offered."""
    table = schema.audit
    query = select(table.c.action, table.c.after).where(table.c.subject == _SUBJECT).order_by(table.c.id)
    with db.read() as connection:
        newest = {row.after["sha256"]: row.action for row in connection.execute(query)}
    return frozenset(sha256 for sha256, action in newest.items() if action == _IGNORE)


def ignore_file(db: Database, sha256: str) -> None:
    """A file with these bytes is offered no more, under any name."""
    _write(db, _IGNORE, sha256)


def recall_file(db: Database, sha256: str) -> None:
    """It is offered again."""
    _write(db, _RECALL, sha256)


def _write(db: Database, action: str, sha256: str) -> None:
    with db.write() as connection:
        record(connection, action, _SUBJECT, None, after={"sha256": sha256})
