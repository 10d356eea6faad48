"""How the slots came to be what they are: every file and every edit in the window, with who and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from sundhedsklynge.domain.kinds import CAPACITY
from sundhedsklynge.store import schema
from sundhedsklynge.store.organisation import PROCEDURE_ID
from sundhedsklynge.store.trail import record

if TYPE_CHECKING:
    from collections.abc import Collection

    from sundhedsklynge.store.database import Database

_PROCEDURE = {number: name for name, number in PROCEDURE_ID.items()}


@dataclass(frozen=True, slots=True)
class SlotsWere:
    """One cell an import changed: `before` None where nothing was said. procedure "" is shared by all."""

    municipality: int
    week: dt.date
    procedure: str
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class CapacityChange:
    """One file or edit. file "" is an edit in the window; why: its note; undone: taken back, its cells did not count."""

    import_id: int
    file: str
    why: str
    who: str
    when: dt.datetime
    as_of: dt.date | None
    undone: bool
    cells: tuple[SlotsWere, ...]


def capacity_history(db: Database, municipality: int | None = None) -> list[CapacityChange]:
    """Every import of slots with the cells it changed, of one municipality or all, the newest first; those that changed nothing there
    are left out. What was taken back is told with the cells it had changed.
    """
    batch, table = schema.import_batch, schema.capacity
    rows = select(table).order_by(table.c.import_id, table.c.row)
    if municipality is not None:
        rows = rows.where(table.c.municipality == municipality)
    with db.read() as connection:
        batches = connection.execute(select(batch).where(batch.c.kind == CAPACITY).order_by(batch.c.id)).all()
        told: dict[int, dict[tuple[int, dt.date, str], int]] = {}
        for r in connection.execute(rows):
            cell = (r.municipality, r.week, _PROCEDURE.get(r.procedure_id, ""))
            told.setdefault(r.import_id, {})[cell] = r.slots
    speaks: dict[tuple[int, dt.date, str], int] = {}
    found: list[CapacityChange] = []
    for entry in batches:
        cells = told.get(entry.id, {})
        changed = tuple(
            SlotsWere(*cell, speaks.get(cell), slots)
            for cell, slots in sorted(cells.items())
            if speaks.get(cell) != slots
        )
        if entry.undone_at is None:
            speaks |= cells
        if changed:
            undone = entry.undone_at is not None
            found.append(
                CapacityChange(
                    entry.id, entry.file_name, entry.note, entry.made_by, entry.made_at, entry.as_of, undone, changed
                )
            )
    return found[::-1]


def give_reason(db: Database, imports: Collection[int], why: str) -> None:
    """Writes why the slots of these edits were set, in place of what was said before; the trail keeps that."""
    batch, table = schema.import_batch, schema.capacity
    with db.write() as connection:
        for r in connection.execute(select(batch.c.id, batch.c.note).where(batch.c.id.in_(imports))).all():
            record(connection, "reason", "import_batch", r.id, before={"note": r.note}, after={"note": why})
        connection.execute(update(batch).where(batch.c.id.in_(imports)).values(note=why))
        connection.execute(update(table).where(table.c.import_id.in_(imports)).values(note=why))
