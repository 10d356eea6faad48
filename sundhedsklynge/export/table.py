"""Typed tables of plain cells: what a writer gets to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pandas as pd

from sundhedsklynge.export.cells import Cell, cell

ColumnKind = Literal["text", "date", "whole", "number", "share", "kroner"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column people read: `width` in characters."""

    key: str
    heading: str
    kind: ColumnKind
    width: int


@dataclass(frozen=True)
class Table:
    """Rows under typed columns; the first `frozen` columns name the row."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    frozen: int

    def position(self, key: str) -> int:
        """Where the column with `key` stands."""
        return [column.key for column in self.columns].index(key)

    def column(self, key: str) -> tuple[Cell, ...]:
        """The cells of the column with `key`, one a row."""
        where = self.position(key)
        return tuple(row[where] for row in self.rows)


def table_of(name: str, title: str, columns: tuple[Column, ...], rows: pd.DataFrame, frozen: int) -> Table:
    """`rows` as a table of the `columns`, which the frame must hold by key."""
    cells = [[cell(value) for value in rows[column.key].tolist()] for column in columns]
    return Table(name, title, columns, tuple(zip(*cells, strict=True)), frozen)
