"""Places, hospitals and procedures in the database: loaded from the shipped tables, found by name, remembered under
other names.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert, select, update

from sundhedsklynge.domain import areas
from sundhedsklynge.domain.areas import Area, Membership, Municipality, Organisation
from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.resources import resource
from sundhedsklynge.store import schema
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

PROCEDURE_ID: Mapping[str, int] = {name: number for number, name in enumerate(PROCEDURES, start=1)}


@dataclass(frozen=True, slots=True)
class Hospital:
    """`cluster`: code of the cluster whose acute hospital it is, "" for others."""

    id: int
    name: str
    cluster: str
    private: bool


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names that are remembered to mean something: as written -> hospital's name, municipality's code, procedure's
    name.
    """

    hospitals: dict[str, str]
    municipalities: dict[str, int]
    procedures: dict[str, str]


def load_reference(connection: Connection) -> None:
    """Fills a new database with the shipped municipalities, areas, acute hospitals and operation codes."""
    connection.execute(insert(schema.procedure), [{"id": i, "name": name} for name, i in PROCEDURE_ID.items()])
    places, regions = areas.read_municipalities(_reference("kommuner.csv"))
    connection.execute(
        insert(schema.municipality),
        [{"code": p.code, "name": p.name, "population": p.population, "population_source": p.source} for p in places],
    )
    clusters = areas.read_clusters(_reference("sundhedsklynger.csv"))
    councils = areas.read_councils(_reference("sundhedsraad.csv"))
    area_id = _add_memberships(connection, [*regions, *clusters, *councils])
    connection.execute(
        insert(schema.hospital),
        [
            {"name": row["akuthospital"], "area_id": area_id[(areas.CLUSTER, row["klynge"])]}
            for row in _table(_reference("akuthospitaler.csv"))
        ],
    )
    connection.execute(
        insert(schema.sks_group),
        [
            {
                "prefix": row["praefiks"],
                "procedure_id": PROCEDURE_ID[row["gruppe"]],
                "kind": row["type"],
                "leads_to_plan": row["giver_normalt_gop"],
            }
            for row in _table(_reference("sks_grupper.csv"))
        ],
    )


def organisation(db: Database) -> Organisation:
    """All places and memberships as they stand in the database."""
    place, group, member = schema.municipality, schema.area, schema.membership
    with db.read() as connection:
        places = connection.execute(select(place).order_by(place.c.code)).all()
        rows = connection.execute(
            select(member, group.c.kind, group.c.code, group.c.name)
            .join(group, member.c.area_id == group.c.id)
            .order_by(member.c.municipality, group.c.kind, group.c.code, member.c.valid_from)
        ).all()
    return areas.organisation(
        (Municipality(p.code, p.name, p.population, p.population_source) for p in places),
        (Membership(r.municipality, Area(r.kind, r.code, r.name), r.valid_from, r.valid_to, r.certainty) for r in rows),
    )


def replace_memberships(db: Database, kind: str, memberships: Iterable[Membership]) -> int:
    """Puts a loaded table of clusters or councils in the place of those there are of that kind; returns the number of
    rows.

    Raises InputRefusedError for a municipality that does not exist.
    """
    new = list(memberships)
    known = organisation(db)
    strange = next((m.municipality for m in new if m.municipality not in known.municipalities), None)
    if strange is not None:
        raise InputRefusedError(f"Kommunekode {strange} findes ikke.", "Ret tabellen, og indlæs den igen.")
    old = [m for m in known.memberships if m.area.kind == kind]
    with db.write() as connection:
        ids = select(schema.area.c.id).where(schema.area.c.kind == kind)
        connection.execute(schema.membership.delete().where(schema.membership.c.area_id.in_(ids)))
        _add_memberships(connection, new)
        record(
            connection,
            "replace",
            "membership",
            None,
            before={"rows": _written(old)},
            after={"kind": kind, "rows": _written(new)},
        )
    return len(new)


def hospitals(db: Database) -> list[Hospital]:
    """All hospitals by name."""
    table, group = schema.hospital, schema.area
    query = select(table, group.c.code).outerjoin(group, table.c.area_id == group.c.id).order_by(table.c.name)
    with db.read() as connection:
        return [Hospital(r.id, r.name, r.code or "", r.private) for r in connection.execute(query)]


def hospital_ids(connection: Connection, names: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    """Ids of the hospitals called so, and the names that had to be added. `names` are canonical: aliases were
    resolved before.
    """
    return _ids(connection, schema.hospital, schema.hospital.c.name, names)


def department_ids(connection: Connection, pairs: Iterable[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """Ids of the departments (hospital id, name), added where they are new."""
    table = schema.department
    known = {(r.hospital_id, r.name): r.id for r in connection.execute(select(table))}
    new = sorted({pair for pair in pairs if pair[1]} - known.keys())
    if new:
        connection.execute(insert(table), [{"hospital_id": h, "name": name} for h, name in new])
        known = {(r.hospital_id, r.name): r.id for r in connection.execute(select(table))}
    return known


def sks_ids(connection: Connection, codes: Iterable[str]) -> dict[str, int]:
    """Ids of the operation codes, added where they are new."""
    return _ids(connection, schema.sks_code, schema.sks_code.c.code, codes)[0]


def aliases(db: Database) -> Aliases:
    """All remembered names."""
    hospital, place, kind = schema.hospital_alias, schema.municipality_alias, schema.procedure_alias
    with db.read() as connection:
        named = select(hospital.c.alias, schema.hospital.c.name).join(schema.hospital)
        meant = select(kind.c.alias, schema.procedure.c.name).join(schema.procedure)
        return Aliases(
            {r.alias: r.name for r in connection.execute(named)},
            {r.alias: r.municipality for r in connection.execute(select(place))},
            {r.alias: r.name for r in connection.execute(meant)},
        )


def remember_hospital(db: Database, alias: str, name: str) -> None:
    """From now on `alias` means the hospital called `name`, which is added where it is new."""
    with db.write() as connection:
        ids, _ = hospital_ids(connection, [name])
        _remember(connection, schema.hospital_alias, alias, {"hospital_id": ids[name]})


def remember_municipality(db: Database, alias: str, code: int) -> None:
    """From now on `alias` means the municipality with that code."""
    with db.write() as connection:
        _remember(connection, schema.municipality_alias, alias, {"municipality": code})


def remember_procedure(db: Database, alias: str, name: str) -> None:
    """From now on `alias` means the procedure group called `name`."""
    with db.write() as connection:
        _remember(connection, schema.procedure_alias, alias, {"procedure_id": PROCEDURE_ID[name]})


def forget_alias(db: Database, alias: str) -> None:
    """The name means nothing any more, whatever it meant."""
    with db.write() as connection:
        for table in (schema.hospital_alias, schema.municipality_alias, schema.procedure_alias):
            row = connection.execute(select(table).where(table.c.alias == alias)).mappings().first()
            if row:
                connection.execute(table.delete().where(table.c.alias == alias))
                record(connection, "remove", table.name, None, before=dict(row))


def _remember(connection: Connection, table: Table, alias: str, meaning: dict[str, Any]) -> None:
    values = {**meaning, "made_at": now(), "made_by": user_name()}
    before = connection.execute(select(table).where(table.c.alias == alias)).mappings().first()
    if before:
        connection.execute(update(table).where(table.c.alias == alias).values(values))
    else:
        connection.execute(insert(table).values(alias=alias, **values))
    record(connection, "remember", table.name, None, before=before, after={"alias": alias, **values})


def _ids(connection: Connection, table: Table, column: Any, words: Iterable[str]) -> tuple[dict[str, int], list[str]]:
    wanted = {word for word in words if word}
    known: dict[str, int] = {name: number for number, name in connection.execute(select(table.c.id, column))}
    new = sorted(wanted - known.keys())
    if new:
        connection.execute(insert(table), [{column.name: word} for word in new])
        known = {name: number for number, name in connection.execute(select(table.c.id, column))}
    return known, new


def _add_memberships(connection: Connection, memberships: list[Membership]) -> dict[tuple[str, str], int]:
    known = {(r.kind, r.code): r.id for r in connection.execute(select(schema.area))}
    for found in sorted({m.area for m in memberships}):
        values = {"kind": found.kind, "code": found.code, "name": found.name}
        if (found.kind, found.code) in known:
            connection.execute(
                update(schema.area).where(schema.area.c.id == known[(found.kind, found.code)]).values(values)
            )
        else:
            connection.execute(insert(schema.area).values(values))
    known = {(r.kind, r.code): r.id for r in connection.execute(select(schema.area))}
    rows = [
        {
            "municipality": m.municipality,
            "area_id": known[(m.area.kind, m.area.code)],
            "valid_from": m.first,
            "valid_to": m.last,
            "certainty": m.certainty,
        }
        for m in memberships
    ]
    if rows:
        connection.execute(insert(schema.membership), rows)
    return known


def _written(memberships: list[Membership]) -> list[dict[str, Any]]:
    return [{key: str(value) for key, value in asdict(m).items()} for m in memberships]


def _reference(name: str) -> str:
    return resource("reference", name).read_text(encoding="utf-8")


def _table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
