"""What reading gives: the cells of a file as text, before anything is recognised in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray

FileKind = Literal["csv", "xlsx", "xls", "ods", "json"]
CellRange = tuple[int, int, int, int]


@dataclass(frozen=True)
class RawTable:
    """One sheet, or the whole of a CSV file, with the header still in it.

    name: sheet name, "" for CSV.
    cells: r x n of `str` dtype, columns 0..n-1 (0 is column A), index 0..r-1, "" is empty. Rows without any content
    are left out. Numbers are written with "." and, where whole, without decimals; dates and times as ISO text
    (`2026-11-23`, `2026-11-23 06:15:00`, `06:15:00`), truth values as `TRUE` and `FALSE`, error cells as their own
    token (`#N/A`), a formula without a stored value as "".
    rows: (r,) the row number of each cells row as Excel shows it, so that a gap tells of blank rows.
    numeric: (r, n) which cells were real numbers in the file; workbooks only, None for CSV.
    hidden_columns, hidden_rows, merged (row0, col0, row1, col1, inclusive): in cells' positions, empty where the
    format does not tell.
    warnings: Danish sentences on what the reading left out or the file did not say.
    """

    name: str
    cells: pd.DataFrame
    rows: NDArray[np.int32]
    numeric: NDArray[np.bool_] | None = None
    hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    merged: tuple[CellRange, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class RawFile:
    """A file that was read once: `sha256` and `size` (bytes) are of the very bytes that became `tables`.

    name: base name, no folder. encoding and separator: "" for workbooks and JSON. A FHIR bundle becomes one table
    with canonical `gop` column names as its header.
    """

    name: str
    sha256: str
    size: int
    encoding: str
    separator: str
    tables: tuple[RawTable, ...]
    kind_hint: FileKind
