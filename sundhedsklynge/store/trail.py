"""The audit trail: who changed what, when, from what to what. Every change of what people decide goes through here."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select

from sundhedsklynge.store import schema

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database


def now() -> dt.datetime:
    """This moment in UTC, without zone and fractions, as the tables keep it."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)


def user_name() -> str:
    """The computer's user name, as the trail shows it."""
    try:
        return getpass.getuser()[:100]
    except (OSError, KeyError):
        return "ukendt"


def _plain(values: Mapping[Any, Any] | None) -> dict[str, Any] | None:
    if values is None:
        return None
    return {str(key): value.isoformat() if isinstance(value, dt.date) else value for key, value in values.items()}


def record(
    connection: Connection,
    action: str,
    subject: str,
    subject_id: int | None,
    *,
    before: Mapping[Any, Any] | None = None,
    after: Mapping[Any, Any] | None = None,
    who: str | None = None,
) -> None:
    """Writes one line of the trail in the caller's transaction. `subject` is the table's name."""
    connection.execute(
        insert(schema.audit).values(
            at=now(),
            who=who or user_name(),
            action=action,
            subject=subject,
            subject_id=subject_id,
            before=_plain(before),
            after=_plain(after),
        )
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the trail; `before` and `after` hold the changed row, None where there was none."""

    at: dt.datetime
    who: str
    action: str
    subject: str
    subject_id: int | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def trail(db: Database, subject: str | None = None, limit: int = 1000) -> list[Entry]:
    """The newest lines first, of one table or of all."""
    query = select(schema.audit).order_by(schema.audit.c.id.desc()).limit(limit)
    if subject:
        query = query.where(schema.audit.c.subject == subject)
    with db.read() as connection:
        rows = connection.execute(query).all()
    return [Entry(r.at, r.who, r.action, r.subject, r.subject_id, r.before, r.after) for r in rows]
