"""Many rows in and out as columns of whole numbers, by the fastest way each driver has.

SQLite: the driver's own executemany and fetchmany (twice the speed of SQLAlchemy Core). PostgreSQL: COPY, in both
directions, on the connection of the transaction at hand. -1 stands for NULL; none of the columns read or written here
can hold it otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import BigInteger, Connection, Select, Table, cast, func, literal_column

from sundhedsklynge.domain.progress import Cancelled, Progress, stop_if

NONE = -1
Columns = dict[str, NDArray[Any]]
_BLOCK = 10_000  # rows; a larger one is no faster and keeps other threads from their turn for a tenth of a second
_COPY_HEADER = 19  # bytes: signature 11, flags 4, length of extension 4 (PostgreSQL manual, COPY, binary format)


def write_columns(
    connection: Connection,
    table: Table,
    columns: Mapping[str, NDArray[Any]],
    cancelled: Cancelled,
    progress: Progress,
) -> None:
    """Appends rows. columns: name -> (n,) integers, -1 is NULL. Raises ValueError for a NULL the table does not allow,
    CancelledError between blocks.
    """
    names = list(columns)
    rows = len(columns[names[0]])
    put = (
        _sqlite_writer(connection, table, names)
        if connection.dialect.name == "sqlite"
        else _copy_writer(connection, table, names)
    )
    nullable = [bool(table.c[name].nullable) for name in names]
    empty = next((n for n, null in zip(names, nullable, strict=True) if not null and (columns[n] == NONE).any()), None)
    if empty:
        raise ValueError(f"{table.name}.{empty} must be given in every row")
    for first in range(0, rows, _BLOCK):
        stop_if(cancelled)
        put([columns[name][first : first + _BLOCK] for name in names], nullable)
        progress(min(1.0, (first + _BLOCK) / rows))


def _sqlite_writer(
    connection: Connection, table: Table, names: list[str]
) -> Callable[[list[NDArray[Any]], list[bool]], None]:
    sql = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 names are ours
    driver: Any = connection.connection.driver_connection

    def put(block: list[NDArray[Any]], nullable: list[bool]) -> None:
        driver.executemany(
            sql,
            zip(*(_with_none(c) if null else c.tolist() for c, null in zip(block, nullable, strict=True)), strict=True),
        )

    return put


def _with_none(column: NDArray[Any]) -> list[Any]:
    holes = column == NONE
    if not holes.any():
        return column.tolist()
    values = column.astype(object)
    values[holes] = None
    return values.tolist()


def _copy_writer(
    connection: Connection, table: Table, names: list[str]
) -> Callable[[list[NDArray[Any]], list[bool]], None]:
    quoted = ", ".join('"' + name + '"' for name in names)
    sql = f"COPY {table.name} ({quoted}) FROM STDIN (FORMAT csv)"
    driver: Any = connection.connection.driver_connection

    def put(block: list[NDArray[Any]], nullable: list[bool]) -> None:
        frame = pd.DataFrame({name: pd.array(column, dtype="Int64") for name, column in zip(names, block, strict=True)})
        for name, null in zip(names, nullable, strict=True):
            if null:
                frame[name] = frame[name].mask(frame[name] == NONE)
        with driver.cursor() as cursor, cursor.copy(sql) as copy:
            copy.write(frame.to_csv(index=False, header=False))

    return put


def read_columns(connection: Connection, query: Select[Any]) -> Columns:
    """The rows of `query` as columns by name, in no order. Every selected column must be a whole number; NULL
    becomes -1.
    """
    names = [column.name for column in query.selected_columns]
    wide = [isinstance(column.type, BigInteger) for column in query.selected_columns]
    plain = query.with_only_columns(
        *(
            cast(func.coalesce(column, literal_column("-1")), BigInteger).label(column.name)
            if connection.dialect.name != "sqlite"
            else func.coalesce(column, literal_column("-1")).label(column.name)
            for column in query.selected_columns
        )
    )
    sql = str(plain.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True}))
    read = _fetch if connection.dialect.name == "sqlite" else _copy_out
    table = read(connection, sql, len(names))
    return {
        name: np.ascontiguousarray(table[:, i], dtype=np.int64 if big else np.int32)
        for i, (name, big) in enumerate(zip(names, wide, strict=True))
    }


def _fetch(connection: Connection, sql: str, width: int) -> NDArray[np.int64]:
    driver: Any = connection.connection.driver_connection
    cursor = driver.execute(sql)
    blocks = [np.empty((0, width), dtype=np.int64)]
    while rows := cursor.fetchmany(_BLOCK):
        blocks.append(np.array(rows, dtype=np.int64))
    return np.concatenate(blocks)


def _copy_out(connection: Connection, sql: str, width: int) -> NDArray[np.int64]:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY ({sql}) TO STDOUT (FORMAT binary)") as copy:
        data = b"".join(bytes(block) for block in copy)
    # Each row: number of fields (2 bytes), then length (4) and value (8) of each: fixed, as no field is null.
    row = np.dtype([("fields", ">i2"), ("cells", [("length", ">i4"), ("value", ">i8")], (width,))])
    body = np.frombuffer(data, dtype=row, offset=_COPY_HEADER, count=(len(data) - _COPY_HEADER - 2) // row.itemsize)
    return body["cells"]["value"].astype(np.int64)
