"""What hospitals have agreed to share: how often, how far ahead, with whom, from when. Every change leaves its trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, update

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.store import schema
from sundhedsklynge.store.organisation import hospital_ids
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database


@dataclass(frozen=True, slots=True)
class Agreement:
    """A hospital shares its plan every `every_days` days, `weeks_ahead` weeks ahead, from `valid_from` to `valid_to` (None: until further
    notice). parties: who agreed, functions and not persons. shared: what is shared, in words. id 0: not stored yet.
    """

    hospital: str
    every_days: int
    weeks_ahead: int
    valid_from: dt.date
    valid_to: dt.date | None = None
    parties: str = ""
    shared: str = ""
    id: int = 0
    made_at: dt.datetime | None = None
    made_by: str = ""

    def holds(self, day: dt.date) -> bool:
        """Whether it is in force on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


_TERMS = ("every_days", "weeks_ahead", "valid_from", "valid_to", "parties", "shared")


def agreements(db: Database) -> list[Agreement]:
    """Agreements that were not removed, by hospital and then the newest first."""
    table, hospital = schema.agreement, schema.hospital
    query = (
        select(table, hospital.c.name)
        .join(hospital, table.c.hospital_id == hospital.c.id)
        .where(table.c.removed_at.is_(None))
        .order_by(hospital.c.name, table.c.valid_from.desc(), table.c.id.desc())
    )
    with db.read() as connection:
        rows = connection.execute(query).mappings().all()
    return [
        Agreement(row["name"], id=row["id"], made_at=row["made_at"], made_by=row["made_by"], **_terms(row))
        for row in rows
    ]


def save_agreement(db: Database, agreement: Agreement) -> int:
    """Stores a new agreement, or the changed one with its id; returns the id. Raises UserError for terms that cannot be, or one that is
    gone.
    """
    _check(agreement)
    table = schema.agreement
    with db.write() as connection:
        hospitals, _ = hospital_ids(connection, [agreement.hospital])
        after = {name: getattr(agreement, name) for name in _TERMS}
        after["hospital_id"] = hospitals[agreement.hospital]
        if not agreement.id:
            values = insert(table).values(**after, made_at=now(), made_by=user_name())
            new: int = connection.execute(values.returning(table.c.id)).scalar_one()
            record(connection, "add", table.name, new, after=after)
            return new
        before = _row(connection, agreement.id)
        connection.execute(update(table).where(table.c.id == agreement.id).values(after))
        told = {name: before[name] for name in after}
        record(connection, "change", table.name, agreement.id, before=told, after=after)
    return agreement.id


def remove_agreement(db: Database, agreement_id: int) -> None:
    """The agreement counts no more; it stays in the trail. Raises UserError where it is gone."""
    table = schema.agreement
    with db.write() as connection:
        before = _row(connection, agreement_id)
        gone = {"removed_at": now(), "removed_by": user_name()}
        connection.execute(update(table).where(table.c.id == agreement_id).values(gone))
        record(connection, "remove", table.name, agreement_id, before=_terms(before))


def restore_agreement(db: Database, agreement_id: int) -> None:
    """Lets a removed agreement count again."""
    table = schema.agreement
    with db.write() as connection:
        back = {"removed_at": None, "removed_by": None}
        connection.execute(update(table).where(table.c.id == agreement_id).values(back))
        record(connection, "restore", table.name, agreement_id)


def _check(agreement: Agreement) -> None:
    if not agreement.hospital.strip():
        raise UserError("Aftalen mangler et hospital.", "Vælg et hospital.")
    if not 1 <= agreement.every_days <= 366:
        raise UserError("Antal dage mellem planer kan ikke bruges.", "Skriv et helt tal fra 1 til 366.")
    if not 0 <= agreement.weeks_ahead <= 104:
        raise UserError("Antal uger frem kan ikke bruges.", "Skriv et helt tal fra 0 til 104.")
    if agreement.valid_to is not None and agreement.valid_to < agreement.valid_from:
        raise UserError("Aftalen slutter, før den begynder.", "Ret en af datoerne.")


def _terms(row: Any) -> dict[str, Any]:
    return {name: row[name] for name in _TERMS}


def _row(connection: Connection, agreement_id: int) -> Any:
    table = schema.agreement
    query = select(table).where(table.c.id == agreement_id, table.c.removed_at.is_(None))
    row = connection.execute(query).mappings().first()
    if row is None:
        raise UserError("Aftalen findes ikke længere.", "Opdatér siden.")
    return row
