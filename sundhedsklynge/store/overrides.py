"""A planner's own corrections of the forecast: dated, explained, removable. Every change leaves its trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, update

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.store import schema
from sundhedsklynge.store.organisation import PROCEDURE_ID, hospital_ids
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

LOWEST, HIGHEST = 0.1, 10.0  # a factor beyond these is a slip of the keyboard


@dataclass(frozen=True, slots=True)
class Override:
    """What is still to come from `first_day` to `last_day` (None: until further notice) is multiplied by `factor`.

    as_of: the date from which on it is known. level, code: a municipality, an area or `i_alt`. procedure, hospital: "" is
    all of them. id 0: not stored yet.
    """

    factor: float
    reason: str
    as_of: dt.date
    first_day: dt.date
    last_day: dt.date | None = None
    level: str = "i_alt"
    code: str = "i_alt"
    procedure: str = ""
    hospital: str = ""
    id: int = 0
    made_at: dt.datetime | None = None
    made_by: str = ""


def overrides(db: Database) -> list[Override]:
    """Those that were not removed, the oldest first."""
    table, area, hospital = schema.override, schema.area, schema.hospital
    query = (
        select(table, area.c.kind, area.c.code.label("area_code"), hospital.c.name.label("hospital_name"))
        .outerjoin(area, table.c.area_id == area.c.id)
        .outerjoin(hospital, table.c.hospital_id == hospital.c.id)
        .where(table.c.removed_at.is_(None))
        .order_by(table.c.id)
    )
    with db.read() as connection:
        rows = connection.execute(query).mappings().all()
    names = {number: name for name, number in PROCEDURE_ID.items()}
    return [_override(row, names) for row in rows]


def _override(row: Any, names: dict[int, str]) -> Override:
    level, code = "i_alt", "i_alt"
    if row["municipality"] is not None:
        level, code = "kommune", str(row["municipality"])
    elif row["area_id"] is not None:
        level, code = row["kind"], row["area_code"]
    return Override(
        **{
            name: row[name]
            for name in ("factor", "reason", "as_of", "first_day", "last_day", "id", "made_at", "made_by")
        },
        level=level,
        code=code,
        procedure=names.get(row["procedure_id"], ""),
        hospital=row["hospital_name"] or "",
    )


def add_override(db: Database, override: Override) -> int:
    """Stores a new override and returns its id. Raises UserError for one that cannot be used."""
    _check(override)
    table = schema.override
    with db.write() as connection:
        after: dict[str, Any] = {
            "as_of": override.as_of,
            "reason": override.reason.strip(),
            "factor": override.factor,
            "municipality": int(override.code) if override.level == "kommune" else None,
            "area_id": _area_id(connection, override),
            "hospital_id": hospital_ids(connection, [override.hospital])[0][override.hospital]
            if override.hospital
            else None,
            "procedure_id": PROCEDURE_ID[override.procedure] if override.procedure else None,
            "first_day": override.first_day,
            "last_day": override.last_day,
        }
        values = insert(table).values(**after, made_at=now(), made_by=user_name())
        new: int = connection.execute(values.returning(table.c.id)).scalar_one()
        record(connection, "add", table.name, new, after=after)
    return new


def remove_override(db: Database, override_id: int) -> None:
    """The override counts no more; it stays in the trail. Raises UserError where it is gone."""
    _set_removed(db, override_id, "remove", {"removed_at": now(), "removed_by": user_name()})


def restore_override(db: Database, override_id: int) -> None:
    """Lets a removed override count again. Raises UserError where there is none."""
    _set_removed(db, override_id, "restore", {"removed_at": None, "removed_by": None})


def _set_removed(db: Database, override_id: int, action: str, values: dict[str, Any]) -> None:
    table = schema.override
    standing = table.c.removed_at.is_(None) if action == "remove" else table.c.removed_at.is_not(None)
    with db.write() as connection:
        query = select(table.c.factor, table.c.reason).where(table.c.id == override_id, standing)
        before = connection.execute(query).mappings().first()
        if before is None:
            raise UserError("Rettelsen af prognosen findes ikke længere.", "Opdatér siden.")
        connection.execute(update(table).where(table.c.id == override_id).values(values))
        record(connection, action, table.name, override_id, before=before)


def _area_id(connection: Connection, override: Override) -> int | None:
    if override.level in ("kommune", "i_alt"):
        return None
    area = schema.area
    query = select(area.c.id).where(area.c.kind == override.level, area.c.code == override.code)
    found: int | None = connection.execute(query).scalar()
    if found is None:
        raise UserError(f"Området '{override.code}' findes ikke.", "Vælg et område fra listen.")
    return found


def _check(override: Override) -> None:
    if not LOWEST <= override.factor <= HIGHEST:
        raise UserError("Rettelsen kan ikke bruges.", f"Skriv en ændring fra {LOWEST - 1:+.0%} til {HIGHEST - 1:+.0%}.")
    if not override.reason.strip():
        raise UserError("Rettelsen mangler en begrundelse.", "Skriv kort, hvorfor tallene bliver anderledes.")
    if override.last_day is not None and override.last_day < override.first_day:
        raise UserError("Rettelsen slutter, før den begynder.", "Ret en af ugerne.")
    if override.procedure and override.procedure not in PROCEDURE_ID:
        raise UserError(f"Indgrebet '{override.procedure}' findes ikke.", f"Vælg et af: {', '.join(PROCEDURE_ID)}.")
