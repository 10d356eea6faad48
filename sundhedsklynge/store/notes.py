"""What people write down: settings, notes and decisions, mappings of files that are remembered. Every change leaves
its trail.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, update

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.settings import Settings, Value, check_value
from sundhedsklynge.store import schema
from sundhedsklynge.store.organisation import hospital_ids
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

NOTE, DECISION = "note", "decision"


def settings(db: Database) -> Settings:
    """All stored settings."""
    with db.read() as connection:
        return Settings(Value(r.key, r.value, r.valid_from) for r in connection.execute(select(schema.setting)))


def setting_from(db: Database, key: str, valid_from: dt.date | None) -> str | None:
    """What `key` was set to from exactly that date on; None where nothing was."""
    table = schema.setting
    when = table.c.valid_from.is_(None) if valid_from is None else table.c.valid_from == valid_from
    with db.read() as connection:
        return connection.execute(select(table.c.value).where(table.c.key == key, when)).scalar()


def set_setting(db: Database, key: str, text: str, valid_from: dt.date | None = None, why: str = "") -> None:
    """Sets `key` from a date on, None: from the beginning. why: kept in the trail. Raises UserError for a key or a
    value that cannot be used.
    """
    value, table = check_value(key, text), schema.setting
    when = table.c.valid_from.is_(None) if valid_from is None else table.c.valid_from == valid_from
    with db.write() as connection:
        before = connection.execute(select(table).where(table.c.key == key, when)).mappings().first()
        after = {"key": key, "value": value, "valid_from": valid_from}
        if before:
            connection.execute(update(table).where(table.c.id == before["id"]).values(value=value))
        else:
            connection.execute(insert(table).values(after))
        told = {**after, "why": why} if why else after
        record(connection, "set", "setting", before["id"] if before else None, before=before, after=told)


def remove_setting(db: Database, key: str, valid_from: dt.date | None = None) -> None:
    """Takes a stored value away, so that the one before it, or the default, is in force again."""
    table = schema.setting
    when = table.c.valid_from.is_(None) if valid_from is None else table.c.valid_from == valid_from
    with db.write() as connection:
        before = connection.execute(select(table).where(table.c.key == key, when)).mappings().first()
        if before:
            connection.execute(table.delete().where(table.c.id == before["id"]))
            record(connection, "remove", "setting", before["id"], before=before)


@dataclass(frozen=True, slots=True)
class Note:
    """A note or a decision. day: when it was made; data_date: the as-of of the data that were looked at;
    responsible: a function, not a person; area_kind, area_code: the place it is about ("" is all). id 0: not stored
    yet.
    """

    text: str
    day: dt.date
    kind: str = NOTE
    data_date: dt.date | None = None
    responsible: str = ""
    area_kind: str = ""
    area_code: str = ""
    due: dt.date | None = None
    outcome: str = ""
    done_on: dt.date | None = None
    id: int = 0
    made_at: dt.datetime | None = None
    made_by: str = ""


_NOTE_FIELDS = (
    "text",
    "day",
    "kind",
    "data_date",
    "responsible",
    "area_kind",
    "area_code",
    "due",
    "outcome",
    "done_on",
)


def notes(db: Database, kind: str | None = None) -> list[Note]:
    """Notes and decisions that were not removed, the newest day first."""
    table = schema.note
    query = select(table).where(table.c.removed_at.is_(None)).order_by(table.c.day.desc(), table.c.id.desc())
    if kind:
        query = query.where(table.c.kind == kind)
    with db.read() as connection:
        rows = connection.execute(query).mappings().all()
    return [Note(**{name: row[name] for name in (*_NOTE_FIELDS, "id", "made_at", "made_by")}) for row in rows]


def save_note(db: Database, note: Note) -> int:
    """Stores a new note, or the changed one with its id; returns the id. Raises UserError for an empty one or one
    that is gone.
    """
    if not note.text.strip():
        raise UserError("Noten er tom.", "Skriv en tekst.")
    table, after = schema.note, {name: getattr(note, name) for name in _NOTE_FIELDS}
    with db.write() as connection:
        if not note.id:
            values = insert(table).values(**after, made_at=now(), made_by=user_name())
            new = connection.execute(values.returning(table.c.id)).scalar_one()
            record(connection, "add", "note", new, after=after)
            return new
        before = _note(connection, note.id)
        connection.execute(update(table).where(table.c.id == note.id).values(after))
        record(connection, "change", "note", note.id, before={name: before[name] for name in _NOTE_FIELDS}, after=after)
    return note.id


def remove_note(db: Database, note_id: int) -> None:
    """The note is shown no more; it stays in the trail. Raises UserError where it is gone."""
    with db.write() as connection:
        before = _note(connection, note_id)
        connection.execute(
            update(schema.note).where(schema.note.c.id == note_id).values(removed_at=now(), removed_by=user_name())
        )
        record(connection, "remove", "note", note_id, before={name: before[name] for name in _NOTE_FIELDS})


def _note(connection: Connection, note_id: int) -> Any:
    table = schema.note
    row = (
        connection.execute(select(table).where(table.c.id == note_id, table.c.removed_at.is_(None))).mappings().first()
    )
    if row is None:
        raise UserError("Noten findes ikke længere.", "Opdatér siden.")
    return row


@dataclass(frozen=True, slots=True)
class RememberedMapping:
    """How a file with this header was read: `hospital` "" is any."""

    header_fingerprint: str
    hospital: str
    kind: str
    mapping: dict[str, Any]
    made_at: dt.datetime
    made_by: str


def mappings(db: Database) -> list[RememberedMapping]:
    """All remembered mappings, the newest first."""
    table, hospital = schema.remembered_mapping, schema.hospital
    query = select(table, hospital.c.name).outerjoin(hospital).order_by(table.c.made_at.desc(), table.c.id.desc())
    with db.read() as connection:
        return [
            RememberedMapping(r.header_fingerprint, r.name or "", r.kind, r.mapping, r.made_at, r.made_by)
            for r in connection.execute(query)
        ]


def remember_mapping(
    db: Database, header_fingerprint: str, kind: str, mapping: Mapping[str, Any], hospital: str = ""
) -> None:
    """From now on a file with this header, from this hospital, is read so."""
    table = schema.remembered_mapping
    with db.write() as connection:
        number = hospital_ids(connection, [hospital])[0][hospital] if hospital else None
        before = _mapping(connection, header_fingerprint, kind, number)
        after = {"mapping": dict(mapping), "made_at": now(), "made_by": user_name()}
        key = {"header_fingerprint": header_fingerprint, "kind": kind, "hospital_id": number}
        if before:
            connection.execute(update(table).where(table.c.id == before["id"]).values(after))
        else:
            connection.execute(insert(table).values(**key, **after))
        record(
            connection, "remember", table.name, before["id"] if before else None, before=before, after={**key, **after}
        )


def forget_mapping(db: Database, header_fingerprint: str, kind: str, hospital: str = "") -> None:
    """A file with this header is recognised anew."""
    table = schema.remembered_mapping
    with db.write() as connection:
        number = hospital_ids(connection, [hospital])[0][hospital] if hospital else None
        before = _mapping(connection, header_fingerprint, kind, number)
        if before:
            connection.execute(table.delete().where(table.c.id == before["id"]))
            record(connection, "remove", table.name, before["id"], before=before)


def _mapping(connection: Connection, header_fingerprint: str, kind: str, hospital_id: int | None) -> Any:
    table = schema.remembered_mapping
    of = table.c.hospital_id.is_(None) if hospital_id is None else table.c.hospital_id == hospital_id
    query = select(table).where(table.c.header_fingerprint == header_fingerprint, table.c.kind == kind, of)
    return connection.execute(query).mappings().first()
