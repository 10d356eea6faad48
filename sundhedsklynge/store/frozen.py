"""Forecasts as they were given out, kept to be scored when their weeks have passed. A frozen forecast is never changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd
from sqlalchemy import insert, select

from sundhedsklynge.domain.calendar import parse_week
from sundhedsklynge.store import schema
from sundhedsklynge.store.trail import now, user_name

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_QUANTILES = ("q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975")
_COLUMNS = {"level": "niveau", "code": "kode", "procedure": "procedure", "horizon": "horisont", "mean": "middel"}


@dataclass(frozen=True, slots=True)
class Frozen:
    """A forecast that was given out. assumptions: what it rested on, with the checksum of the files and the overrides in force."""

    id: int
    as_of: dt.date
    model_version: str
    assumptions: Mapping[str, Any]
    made_at: dt.datetime
    made_by: str


def freeze(
    db: Database, as_of: dt.date, model_version: str, assumptions: Mapping[str, Any], table: pd.DataFrame
) -> bool:
    """Keeps a forecast in the contract's columns; whether it was new: the same of the same day and assumptions is kept once."""
    head, row = schema.frozen_forecast, schema.frozen_row
    same = select(head.c.assumptions).where(head.c.as_of == as_of, head.c.model_version == model_version)
    with db.read() as connection:
        if any(before == dict(assumptions) for before in connection.execute(same).scalars()):
            return False
    columns: dict[str, list[Any]] = {ours: table[theirs].tolist() for ours, theirs in _COLUMNS.items()}
    columns["week"] = [parse_week(code) for code in table["uge"]]
    columns["booked"] = [None if value != value else value for value in table["booket"].tolist()]
    columns |= {name: table[name].astype(int).tolist() for name in _QUANTILES}
    with db.write() as connection:
        values = insert(head).values(
            made_at=now(), made_by=user_name(), as_of=as_of, model_version=model_version, assumptions=dict(assumptions)
        )
        number: int = connection.execute(values.returning(head.c.id)).scalar_one()
        rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
        connection.execute(insert(row), [{"forecast_id": number, **cells} for cells in rows])
    return True


def frozen(db: Database) -> list[Frozen]:
    """All forecasts kept, by the date they look ahead from, then in the order they were given out."""
    head = schema.frozen_forecast
    with db.read() as connection:
        rows = connection.execute(select(head).order_by(head.c.as_of, head.c.id)).all()
    return [Frozen(r.id, r.as_of, r.model_version, r.assumptions, r.made_at, r.made_by) for r in rows]


def frozen_rows(db: Database, forecast_id: int, level: str, code: str, procedure: str) -> pd.DataFrame:
    """Week (Monday, datetime.date), horizon, booked, mean and quantiles of one place and procedure, the nearest week first."""
    row = schema.frozen_row
    names = ("week", "horizon", "booked", "mean", *_QUANTILES)
    query = (
        select(*(row.c[name] for name in names))
        .where(
            row.c.forecast_id == forecast_id,
            row.c.level == level,
            row.c.code == code,
            row.c.procedure == procedure,
        )
        .order_by(row.c.horizon)
    )
    with db.read() as connection:
        return pd.DataFrame(connection.execute(query).all(), columns=list(names))
