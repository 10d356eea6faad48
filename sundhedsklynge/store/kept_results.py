"""Look-backs at past forecasts and risks, kept from one day to the next under a stamp of all they rest on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from sundhedsklynge.store import schema

if TYPE_CHECKING:
    from sundhedsklynge.store.database import Database

_TABLE = schema.backtest_result


def kept_results(db: Database, stamp: str) -> dict[dt.date, bytes]:
    """The results kept under exactly that stamp, by as-of date. Raises DatabaseError."""
    with db.read() as connection:
        rows = connection.execute(select(_TABLE.c.as_of, _TABLE.c.result).where(_TABLE.c.stamp == stamp)).all()
    return {row.as_of: row.result for row in rows}


def keep_results(db: Database, stamp: str, results: Mapping[dt.date, bytes]) -> None:
    """Keeps results under a stamp, those of other stamps are thrown away. What another has kept meanwhile stays. Raises DatabaseError.

    A stamp that begins with a word and a colon is of results of another kind: the kinds leave each other alone.
    """
    kind, colon, _ = stamp.partition(":")
    same_kind = _TABLE.c.stamp.startswith(f"{kind}:") if colon else ~_TABLE.c.stamp.contains(":")
    with db.write() as connection:
        connection.execute(delete(_TABLE).where(_TABLE.c.stamp != stamp, same_kind))
        there = set(connection.execute(select(_TABLE.c.as_of).where(_TABLE.c.stamp == stamp)).scalars())
        new = [{"stamp": stamp, "as_of": day, "result": result} for day, result in results.items() if day not in there]
        if new:
            connection.execute(insert(_TABLE), new)
