"""Quarterly figures and activity as they speak, the quality of plans received, and what each figure said before it was corrected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Select, select

from sundhedsklynge.coverage.entry import Entry, HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.indicators import is_over
from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.store import facts, schema
from sundhedsklynge.store.bulk import NONE
from sundhedsklynge.store.effective import received_by
from sundhedsklynge.store.history import KEYS
from sundhedsklynge.store.imports import ImportMeta, save_import
from sundhedsklynge.store.queries import gop_files

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_LEAVES = [kinds.GOP_STATUSES.index(word) for word in kinds.LEAVES_THE_COUNT]
_ON_TIME_DAYS = 1  # from discharge to receipt
QUALITY_KEYS = ("quarter", "municipality", "hospital", "department", "procedure")
QUALITY_COUNTS = ("complete", "incomplete", "complete_unknown", "late", "on_time", "late_unknown")


def treatment72(db: Database, as_of: dt.date | None = None) -> pd.DataFrame:
    """Rows as `kinds.COLUMNS["treatment72"]` without `row`; the newest import speaks for each quarter, municipality and hospital.

    as_of: only quarters that were over by then, by an import of then or earlier where there is one; None: all.
    """
    return _quarterly(db, kinds.TREATMENT72, as_of)


def nursing_home(db: Database, as_of: dt.date | None = None) -> pd.DataFrame:
    """Rows as `kinds.COLUMNS["nursing_home"]` without `row`; the newest import speaks for each quarter and municipality."""
    return _quarterly(db, kinds.NURSING_HOME, as_of)


def activity(db: Database, as_of: dt.date | None = None) -> pd.DataFrame:
    """Rows as `kinds.COLUMNS["activity"]` without `row`; the newest import speaks for each month, place and procedure."""
    table, area = schema.activity, schema.area
    query = select(table, area.c.code.label("region")).outerjoin(area, table.c.area_id == area.c.id)
    with db.read() as connection:
        rows = _speaking(connection, kinds.ACTIVITY, query, as_of)
    procedure = {None: "", **dict(enumerate(PROCEDURES, start=1))}
    told = [
        {
            **row,
            "municipality": row["municipality"] or 0,
            "region": row["region"] or "",
            "procedure": procedure[row["procedure_id"]],
        }
        for row in rows
        if as_of is None or row["month"] < as_of.replace(day=1)
    ]
    return _frame(kinds.ACTIVITY, told)


def _quarterly(db: Database, kind: str, as_of: dt.date | None) -> pd.DataFrame:
    table, hospital = KEYS[kind][0], schema.hospital
    query = select(table)
    if "hospital_id" in table.c:
        query = select(table, hospital.c.name.label("hospital")).join(hospital, table.c.hospital_id == hospital.c.id)
    with db.read() as connection:
        rows = _speaking(connection, kind, query, as_of)
    return _frame(kind, [row for row in rows if as_of is None or is_over(row["quarter"], as_of)])


def _speaking(connection: Connection, kind: str, query: Select[Any], as_of: dt.date | None) -> list[dict[str, Any]]:
    """The newest row of each key among imports that were not taken back, sorted by key."""
    (table, key), batch = KEYS[kind], schema.import_batch
    query = query.add_columns(batch.c.as_of).join(batch, table.c.import_id == batch.c.id)
    query = query.where(batch.c.undone_at.is_(None)).order_by(table.c.import_id, table.c.row)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    known = [row["as_of"] is None or as_of is None or row["as_of"] <= as_of for row in rows]
    later_first = sorted(
        range(len(rows)), key=lambda place: known[place]
    )  # what was known then speaks before what came later
    newest = {tuple(rows[place][name] for name in key): rows[place] for place in later_first}
    return [newest[cell] for cell in sorted(newest, key=lambda cell: tuple((c is not None, c) for c in cell))]


def _frame(kind: str, rows: list[dict[str, Any]]) -> pd.DataFrame:
    """Rows as typed columns: NULL is -1 in numbers."""
    types = {"int": "int64", "str": "str", "date": "datetime64[s]"}
    columns = {name: form for name, form in kinds.COLUMNS[kind].items() if name != "row"}
    return pd.DataFrame(
        {
            name: pd.Series([NONE if row[name] is None else row[name] for row in rows], dtype=types[form])
            for name, form in columns.items()
        }
    )


def plan_quality(db: Database, as_of: dt.date) -> pd.DataFrame:
    """Plans received as known at `as_of`, by QUALITY_KEYS: how many (QUALITY_COUNTS) were complete the first time and came in time.

    A plan is late where it came more than a day after discharge. Plans that left the count are not here; of `<5` the lower bound counts.
    """
    day = day_number(as_of)
    with db.read() as connection:
        batches = facts.live_batches(connection, kinds.GOP)
        plans = facts.plans(db, connection, {number: made for number, made, _, _ in batches})
        hospitals = {r.id: r.name for r in connection.execute(select(schema.hospital.c.id, schema.hospital.c.name))}
        wards = {r.id: r.name for r in connection.execute(select(schema.department.c.id, schema.department.c.name))}
    heard = received_by(day, gop_files(batches, plans), plans)
    left = heard.told & np.isin(plans["status"], _LEAVES)
    row = np.flatnonzero(heard.speaks & ~left & (plans["count_min"] > 0))
    count, discharged = plans["count_min"][row], plans["discharged"][row]
    incomplete = np.where(heard.told[row], plans["incomplete"][row], NONE)
    late = plans["received"][row] - discharged > _ON_TIME_DAYS
    said = discharged != NONE
    month = plans["received"][row].astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    table = pd.DataFrame(
        {
            "quarter": month // 3,
            "municipality": plans["municipality"][row],
            "hospital": plans["hospital_id"][row],
            "department": plans["department_id"][row],
            "procedure": plans["procedure_id"][row],
            "complete": count * (incomplete == 0),
            "incomplete": count * (incomplete == 1),
            "complete_unknown": count * (incomplete == NONE),
            "late": count * (late & said),
            "on_time": count * (~late & said),
            "late_unknown": count * ~said,
        }
    )
    sums = table.groupby(list(QUALITY_KEYS), sort=True)[list(QUALITY_COUNTS)].sum().reset_index()
    return sums.assign(
        quarter=[f"{1970 + q // 4}K{q % 4 + 1}" for q in sums["quarter"]],
        hospital=[hospitals.get(number, "") for number in sums["hospital"]],
        department=[wards.get(number, "") for number in sums["department"]],
        procedure=[PROCEDURES[number - 1] for number in sums["procedure"]],
    )


# What is typed in -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """What one import said of a figure. file "" was typed in. speaks: it is the one that counts."""

    import_id: int
    file: str
    note: str
    made_at: dt.datetime
    made_by: str
    undone: bool
    speaks: bool
    entry: Entry


def save_entries(db: Database, entries: Sequence[Entry], note: str = "") -> int:
    """Keeps entries of one kind as an import of their own, so that what was there before stays and it can be undone; returns its id."""
    kind = _kind(entries[0])
    columns = kinds.COLUMNS[kind]
    types = {"int": "int64", "str": "str"}
    given = [
        {"row": place, **{name: getattr(entry, name) for name in columns if name != "row"}}
        for place, entry in enumerate(entries, start=1)
    ]
    frame = pd.DataFrame(
        {
            name: pd.Series([NONE if line[name] is None else line[name] for line in given], dtype=types[form])
            for name, form in columns.items()
        }
    )
    meta = ImportMeta("", "", len(frame), len(frame), note=note)
    return save_import(db, meta, kind, frame).import_id


def told_before(db: Database, entry: Entry) -> list[Told]:
    """Everything that was ever said of the entry's quarter and place, the newest first."""
    kind = _kind(entry)
    (table, _), batch, hospital = KEYS[kind], schema.import_batch, schema.hospital
    named = (
        select(table, batch, hospital.c.name.label("hospital")) if "hospital_id" in table.c else select(table, batch)
    )
    query = named.join(batch, table.c.import_id == batch.c.id)
    query = query.where(table.c.quarter == entry.quarter, table.c.municipality == entry.municipality)
    if isinstance(entry, TreatmentEntry):
        query = query.join(hospital, table.c.hospital_id == hospital.c.id).where(hospital.c.name == entry.hospital)
    with db.read() as connection:
        rows = connection.execute(query.order_by(batch.c.id.desc(), table.c.row.desc())).mappings().all()
    live = next((row["import_id"] for row in rows if row["undone_at"] is None), None)
    return [
        Told(
            import_id=row["import_id"],
            file=row["file_name"],
            note=row["note"],
            made_at=row["made_at"],
            made_by=row["made_by"],
            undone=row["undone_at"] is not None,
            speaks=row["import_id"] == live,
            entry=type(entry)(**{name: row[name] for name in entry.__dataclass_fields__}),
        )
        for row in rows
    ]


def _kind(entry: Entry) -> str:
    return kinds.NURSING_HOME if isinstance(entry, HomeEntry) else kinds.TREATMENT72
