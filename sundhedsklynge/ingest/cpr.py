"""Finds the columns and names of a file that read as CPR numbers, and never gives a value away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.progress import Cancelled, never, stop_if
from sundhedsklynge.ingest.cpr_text import MONTH, mask, plain, reads_as_cpr
from sundhedsklynge.ingest.table import RawFile, RawTable

# of a column's nine-digit numbers must begin like a date before it is taken for CPR numbers; one in nine does by chance
LOST_ZERO_SHARE = 0.2

_LOST_ZERO = re.compile(rf"[1-9]{MONTH}\d{{6}}")
_NINE_DIGITS = re.compile(r"([1-9]\d{8})(?:[.,]0+)?")
_CHUNK = 100_000
_IS_DIGIT = np.isin(np.arange(256), list(b"0123456789"))
_IN_NUMBER = _IS_DIGIT | np.isin(np.arange(256), list(b"-_./ \t\n\r\v\f")) | (np.arange(256) >= 0x80)


@dataclass(frozen=True)
class CprHit:
    """Where something reads as a CPR number; the number itself is never held.

    place: a cell, a sheet's name or the file's name. sheet: "" in CSV. row (as Excel shows it) and column (0 is A)
    of the first such cell of the column; count: how many there are. header: what stands over the column.
    """

    place: Literal["cell", "sheet", "file"]
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    header: str = ""
    count: int = 1


def find_cpr(source: RawFile | RawTable, cancelled: Cancelled = never) -> tuple[CprHit, ...]:
    """All columns and names in which something reads as a CPR number, hidden and unused ones included.

    Raises CancelledError when `cancelled()` says so; it is asked at every column.
    """
    hits: list[CprHit] = []
    if isinstance(source, RawFile) and reads_as_cpr(source.name, name=True):
        hits.append(CprHit("file"))
    for table in source.tables if isinstance(source, RawFile) else (source,):
        sheet = mask(table.name)
        if reads_as_cpr(table.name, name=True):
            hits.append(CprHit("sheet", sheet))
        header = _header_position(table)
        for column in range(table.cells.shape[1]):
            stop_if(cancelled)
            rows = _rows_with_cpr(table, column)
            if rows.size:
                title = mask(str(table.cells.iloc[header, column])) if header < rows[0] else ""
                hits.append(CprHit("cell", sheet, int(table.rows[rows[0]]), column, title, rows.size))
    return tuple(hits)


def columns_by_sheet(hits: Iterable[CprHit]) -> dict[str, list[int]]:
    """The columns to leave out so that no cell reads as a CPR number, by sheet name."""
    columns: dict[str, list[int]] = {}
    for hit in hits:
        if hit.column is not None:
            columns.setdefault(hit.sheet, []).append(hit.column)
    return columns


def without_columns(file: RawFile, columns: Mapping[str, Sequence[int]]) -> RawFile:
    """The file with those columns emptied, header included; the others keep their positions."""
    return replace(file, tables=tuple(_emptied(table, columns.get(mask(table.name), ())) for table in file.tables))


def refusal(hits: Sequence[CprHit]) -> InputRefusedError:
    """The refusal of a file with hits (at least one): says where, never what."""
    columns = [hit for hit in hits if hit.place == "cell"]
    if len(columns) < len(hits):
        where = "Filnavnet" if any(hit.place == "file" for hit in hits) else "Navnet på et ark"
        return InputRefusedError(f"{where} ligner et CPR-nummer.", "Omdøb det, og prøv igen.")
    more = f" og {len(columns) - 1} kolonner mere" if len(columns) > 2 else " og i en kolonne mere"
    return InputRefusedError(
        f"Filen indeholder noget, der ligner CPR-numre: {place_text(columns[0])}{more if len(columns) > 1 else ''}.",
        "Fjern dem, eller importér filen uden de kolonner (--drop-cpr-columns).",
    )


def place_text(hit: CprHit) -> str:
    """`række 7, kolonne C (bemærkning), ark Plan`."""
    if hit.place != "cell" or hit.column is None:
        return "filnavnet" if hit.place == "file" else "arkets navn"
    header = f" ({hit.header})" if hit.header else ""
    sheet = f", ark {hit.sheet}" if hit.sheet else ""
    return f"række {hit.row}, kolonne {column_letters(hit.column)}{header}{sheet}"


def column_letters(column: int) -> str:
    """A for 0, AB for 27."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _header_position(table: RawTable) -> int:
    """The first row that is nearly as full as the fullest of the first thirty."""
    if table.cells.empty:
        return 0
    filled = (table.cells.iloc[:30] != "").to_numpy().sum(axis=1)
    return int(np.argmax(filled >= 0.6 * filled.max()))


def _rows_with_cpr(table: RawTable, column: int) -> NDArray[np.intp]:
    """Positions of the rows whose cell in `column` reads as a CPR number."""
    cells = table.cells.iloc[:, column]
    distinct: list[str] = pd.unique(cells.to_numpy(object)).tolist()
    values = [value for i in range(0, len(distinct), _CHUNK) for value in _with_digits(distinct[i : i + _CHUNK])]
    numeric = None if table.numeric is None else table.numeric[:, column]
    hits = {
        value
        for value in values
        if reads_as_cpr(value)
        # a real number with four decimals is no CPR number
        and (numeric is None or "." not in value or not numeric[(cells == value).to_numpy()].all())
    }
    hits |= _lost_zeros(cells, values)
    return np.flatnonzero(cells.isin(hits).to_numpy()) if hits else np.empty(0, np.intp)


def _with_digits(values: list[str]) -> list[str]:
    """Those with at least nine digits in a stretch of digits and separators; looks at all at once, as bytes."""
    text = np.frombuffer(plain("\0".join(values)).encode("utf-8", "replace"), np.uint8)
    breaks = np.flatnonzero(~_IN_NUMBER[text])
    digits = np.cumsum(_IS_DIGIT[text], dtype=np.int32)
    counts = np.diff(digits[breaks], prepend=0, append=digits[-1] if digits.size else 0)
    ends = np.flatnonzero(text == 0)
    starts = np.concatenate(([0], breaks))[counts >= 9]
    return [values[i] for i in np.unique(np.searchsorted(ends, starts + 1)).tolist()]


def _lost_zeros(cells: pd.Series[str], values: list[str]) -> set[str]:
    """Nine-digit numbers that are CPR numbers without their leading zero, if enough of the column's are."""
    nine = {value: match[1] for value in values if (match := _NINE_DIGITS.fullmatch(value))}
    hits = {value for value, digits in nine.items() if _LOST_ZERO.fullmatch(digits)}
    if not hits:
        return hits
    share = cells.isin(hits).sum() / cells.isin(nine).sum()
    return hits if share >= LOST_ZERO_SHARE else set()


def _emptied(table: RawTable, columns: Sequence[int]) -> RawTable:
    if not columns:
        return table
    cells = table.cells.copy()
    cells[list(columns)] = ""
    numeric = table.numeric
    if numeric is not None:
        numeric = numeric.copy()
        numeric[:, list(columns)] = False
    return replace(table, cells=cells, numeric=numeric)
