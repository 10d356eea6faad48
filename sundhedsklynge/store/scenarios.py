"""Named scenarios: what people want to see the effect of. Every change leaves its trail."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, insert, select, update

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.store import schema
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class StoredScenario:
    """A scenario as it is kept; definition: plain JSON."""

    id: int
    name: str
    definition: dict[str, Any]
    made_at: dt.datetime
    made_by: str


def scenarios(db: Database) -> list[StoredScenario]:
    """All that were not removed, by name."""
    table = schema.scenario
    query = select(table).where(table.c.removed_at.is_(None)).order_by(table.c.name)
    with db.read() as connection:
        return [StoredScenario(r.id, r.name, r.definition, r.made_at, r.made_by) for r in connection.execute(query)]


def save_scenario(db: Database, name: str, definition: dict[str, Any]) -> int:
    """Stores a scenario under a new name, or gives the one called so a new definition; returns its id. Raises UserError for a name that
    cannot be used.
    """
    table, name = schema.scenario, _usable(name)
    values = {"definition": definition, "made_at": now(), "made_by": user_name()}
    with db.write() as connection:
        before = _live(connection, name)
        if before is not None:
            connection.execute(update(table).where(table.c.id == before.id).values(values))
            record(
                connection,
                "change",
                table.name,
                before.id,
                before={"name": name, "definition": before.definition},
                after={"name": name, "definition": definition},
            )
            return before.id
        new = connection.execute(insert(table).values(name=name, **values).returning(table.c.id)).scalar_one()
        record(connection, "add", table.name, new, after={"name": name, "definition": definition})
    return new


def rename_scenario(db: Database, name: str, new: str) -> None:
    """Gives a scenario another name. Raises UserError where there is none called `name`, or one called `new` already."""
    table, new = schema.scenario, _usable(new)
    with db.write() as connection:
        row = _called(connection, name)
        if new != name and _live(connection, new) is not None:
            raise UserError(f"Der er allerede et scenarie, der hedder '{new}'.", "Vælg et andet navn.")
        connection.execute(update(table).where(table.c.id == row.id).values(name=new))
        record(connection, "rename", table.name, row.id, before={"name": name}, after={"name": new})


def remove_scenario(db: Database, name: str) -> None:
    """The scenario is shown no more; it stays in the trail. Raises UserError where there is none called so."""
    table = schema.scenario
    with db.write() as connection:
        row = _called(connection, name)
        connection.execute(update(table).where(table.c.id == row.id).values(removed_at=now(), removed_by=user_name()))
        record(connection, "remove", table.name, row.id, before={"name": name, "definition": row.definition})


def _usable(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > MOST_LETTERS:
        raise UserError("Scenariet har ikke et brugbart navn.", f"Giv det et navn på højst {MOST_LETTERS} tegn.")
    return tidy


def _live(connection: Connection, name: str) -> Any:
    table = schema.scenario
    return connection.execute(select(table).where(table.c.name == name, table.c.removed_at.is_(None))).first()


def _called(connection: Connection, name: str) -> Any:
    row = _live(connection, name)
    if row is None:
        raise UserError(f"Der er intet scenarie, der hedder '{name}'.", "Se navnene med scenarios.")
    return row
