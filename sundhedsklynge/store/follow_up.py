"""What people write about the indicators: targets, remarks on what was done and where limits begin anew, and the catalogue of offers.
Every change leaves its trail; what is removed can be put back by saving it again."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Table, insert, select, update

from sundhedsklynge.coverage.indicators import INDICATORS, LEVELS, Target
from sundhedsklynge.coverage.offers import PROVIDERS, Offer
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.store import schema
from sundhedsklynge.store.organisation import hospital_ids
from sundhedsklynge.store.trail import now, record, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_TARGET = ("indicator", "area_kind", "area_code", "value", "valid_from", "valid_to")
_REMARK = ("indicator", "area_kind", "area_code", "day", "text", "new_phase")
_OFFER = ("provider", "municipality", "title", "text", "contact_function", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that happened to an indicator in a place on a day: what was done about it, or with `new_phase` why limits are computed anew
    from then on. area_kind "" is everywhere. id 0: not stored yet."""

    indicator: str
    day: dt.date
    text: str
    area_kind: str = ""
    area_code: str = ""
    new_phase: bool = False
    id: int = 0
    made_at: dt.datetime | None = None
    made_by: str = ""


# Targets --------------------------------------------------------------------------------------------------------------


def targets(db: Database) -> list[Target]:
    """All targets, by indicator, place and date."""
    table = schema.target
    query = select(table).order_by(table.c.indicator, table.c.area_kind, table.c.area_code, table.c.valid_from)
    with db.read() as connection:
        return [Target(**{name: row[name] for name in _TARGET}) for row in connection.execute(query).mappings()]


def set_target(db: Database, target: Target) -> None:
    """Sets a target from its date on, in the place of one with the same date. Raises UserError for one that cannot be used."""
    _check_place(target.indicator, target.area_kind)
    if not 0 <= target.value <= 1:
        raise UserError("Målet skal ligge mellem 0 og 100 %.", "Skriv en andel som 80 %.")
    _check_dates(target.valid_from, target.valid_to)
    table, after = schema.target, {name: getattr(target, name) for name in _TARGET}
    with db.write() as connection:
        before = _target(connection, target)
        if before is None:
            connection.execute(insert(table).values(**after, made_at=now(), made_by=user_name()))
        else:
            connection.execute(update(table).where(table.c.id == before["id"]).values(after))
        record(
            connection, "set", table.name, before["id"] if before else None, before=_told(before, _TARGET), after=after
        )


def remove_target(db: Database, target: Target) -> None:
    """Takes the target with that indicator, place and date away. Raises UserError where it is gone."""
    table = schema.target
    with db.write() as connection:
        before = _target(connection, target)
        if before is None:
            raise UserError("Målet findes ikke længere.", "Opdatér siden.")
        connection.execute(table.delete().where(table.c.id == before["id"]))
        record(connection, "remove", table.name, before["id"], before=_told(before, _TARGET))


def _target(connection: Connection, target: Target) -> Any:
    table = schema.target
    same = [table.c[name] == getattr(target, name) for name in ("indicator", "area_kind", "area_code", "valid_from")]
    return connection.execute(select(table).where(*same)).mappings().first()


# Remarks --------------------------------------------------------------------------------------------------------------


def remarks(db: Database) -> list[Remark]:
    """All remarks that were not removed, the newest day first."""
    table = schema.remark
    query = select(table).where(table.c.removed_at.is_(None)).order_by(table.c.day.desc(), table.c.id.desc())
    with db.read() as connection:
        rows = connection.execute(query).mappings().all()
    return [Remark(**{name: row[name] for name in (*_REMARK, "id", "made_at", "made_by")}) for row in rows]


def save_remark(db: Database, remark: Remark) -> int:
    """Stores a new remark, or the one with its id, changed or put back; returns the id. Raises UserError."""
    _check_place(remark.indicator, remark.area_kind)
    if not remark.text.strip():
        raise UserError("Bemærkningen er tom.", "Skriv, hvad der skete, eller hvorfor grænserne skal regnes om.")
    return _save(db, schema.remark, remark.id, {name: getattr(remark, name) for name in _REMARK})


def remove_remark(db: Database, remark_id: int) -> None:
    """The remark is shown no more; it stays in the trail. Raises UserError where it is gone."""
    _remove(db, schema.remark, remark_id, _REMARK)


# Offers ---------------------------------------------------------------------------------------------------------------


def offers(db: Database) -> list[Offer]:
    """The catalogue, by provider, place and title."""
    table, place, hospital = schema.offer, schema.municipality, schema.hospital
    query = (
        select(table, place.c.name.label("municipality_name"), hospital.c.name.label("hospital_name"))
        .outerjoin(place, table.c.municipality == place.c.code)
        .outerjoin(hospital, table.c.hospital_id == hospital.c.id)
        .where(table.c.removed_at.is_(None))
    )
    with db.read() as connection:
        rows = connection.execute(query).mappings().all()
    found = [
        Offer(
            **{name: row[name] for name in (*_OFFER, "id", "made_at", "made_by")},
            hospital=row["hospital_name"] or "",
            place=row["hospital_name"] or row["municipality_name"] or "",
        )
        for row in rows
    ]
    return sorted(found, key=lambda o: (PROVIDERS.index(o.provider), o.place, o.title, o.valid_from, o.id))


def save_offer(db: Database, offer: Offer) -> int:
    """Stores a new offer, or the one with its id, changed or put back; returns the id. Raises UserError."""
    if offer.provider not in PROVIDERS:
        raise UserError("Udbyderen kan ikke bruges.", f"Vælg en af: {', '.join(PROVIDERS)}.")
    if not offer.title.strip() or not offer.text.strip():
        raise UserError("Tilbuddet mangler titel eller tekst.", "Skriv begge dele.")
    if offer.provider == "hospital" and not offer.hospital:
        raise UserError("Tilbuddet mangler et hospital.", "Vælg et hospital.")
    if offer.provider == "kommune" and not offer.municipality:
        raise UserError("Tilbuddet mangler en kommune.", "Vælg en kommune.")
    _check_dates(offer.valid_from, offer.valid_to)
    values = {name: getattr(offer, name) for name in _OFFER}
    return _save(db, schema.offer, offer.id, values, hospital=offer.hospital)


def remove_offer(db: Database, offer_id: int) -> None:
    """The offer is shown no more; it stays in the trail. Raises UserError where it is gone."""
    _remove(db, schema.offer, offer_id, _OFFER)


# Common to them -------------------------------------------------------------------------------------------------------


def _check_place(indicator: str, area_kind: str) -> None:
    if indicator not in INDICATORS:
        raise UserError(f"Indikatoren '{indicator}' findes ikke.", f"Vælg en af: {', '.join(INDICATORS)}.")
    if area_kind not in ("", *LEVELS):
        raise UserError(f"Niveauet '{area_kind}' findes ikke.", f"Vælg et af: {', '.join(LEVELS)}.")


def _check_dates(first: dt.date, last: dt.date | None) -> None:
    if last is not None and last < first:
        raise UserError("Slutdatoen ligger før startdatoen.", "Ret en af datoerne.")


def _save(db: Database, table: Table, number: int, after: dict[str, Any], hospital: str | None = None) -> int:
    with db.write() as connection:
        if hospital is not None:
            known = hospital_ids(connection, [hospital])[0] if hospital else {}
            after = {**after, "hospital_id": known.get(hospital)}
        if not number:
            values = insert(table).values(**after, made_at=now(), made_by=user_name())
            new: int = connection.execute(values.returning(table.c.id)).scalar_one()
            record(connection, "add", table.name, new, after=after)
            return new
        before = connection.execute(select(table).where(table.c.id == number)).mappings().first()
        if before is None:
            raise UserError("Det, du retter, findes ikke længere.", "Opdatér siden.")
        back = {"removed_at": None, "removed_by": None}
        connection.execute(update(table).where(table.c.id == number).values(**after, **back))
        record(connection, "change", table.name, number, before=_told(before, tuple(after)), after=after)
    return number


def _remove(db: Database, table: Table, number: int, names: tuple[str, ...]) -> None:
    with db.write() as connection:
        query = select(table).where(table.c.id == number, table.c.removed_at.is_(None))
        before = connection.execute(query).mappings().first()
        if before is None:
            raise UserError("Det, du fjerner, findes ikke længere.", "Opdatér siden.")
        gone = {"removed_at": now(), "removed_by": user_name()}
        connection.execute(update(table).where(table.c.id == number).values(gone))
        record(connection, "remove", table.name, number, before=_told(before, names))


def _told(row: Any, names: tuple[str, ...]) -> dict[str, Any] | None:
    return None if row is None else {name: row[name] for name in names}
