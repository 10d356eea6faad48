"""Turns a block into canonical columns: totals, notes and repeated headers taken out, blanks that repeat the value
above filled, columns for single weeks laid under one another."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.ingest.danish import Flaw, clean, fold
from sundhedsklynge.ingest.layout import HEADER_DEPTH, Block, is_total
from sundhedsklynge.ingest.places import MunicipalityNames
from sundhedsklynge.ingest.table import RawTable
from sundhedsklynge.ingest.vocabulary import COUNT, FIELDS

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
# Columns in which a blank may mean the value above; in others a blank is none.
_REPEATABLE = frozenset(
    {"sygehus", "kommune", "kommunekode", "procedure", "sks_kode", "udtraeksdato", "uge", "aar", "kvartal", "maaned"}
)
_COUNTS = frozenset(f.name for fields_ in FIELDS.values() for f in fields_ if f.sort == COUNT)
_OPAQUE = frozenset({"sagsnoegle", "bemaerkning"})  # hold no labels, and a key for every row costs to look at
_NOTE = re.compile(r"\*|(?:note|obs|kilde|bemaerk|forklaring|udtrukket|rapport|data)\b")


@dataclass(frozen=True)
class Coded:
    """A column as its distinct texts and, for each row, which one: (n,) codes into values."""

    codes: NDArray[np.intp]
    values: list[str]

    def texts(self) -> NDArray[np.object_]:
        """(n,) the texts themselves."""
        return np.array([*self.values, ""], dtype=object)[self.codes]

    def take(self, positions: NDArray[np.intp]) -> Coded:
        """The same column at some rows."""
        return Coded(self.codes[positions], self.values)

    def where(self, test: Callable[[str], bool]) -> Bools:
        """(n,) rows whose text passes `test`."""
        passed = np.array([test(text) for text in self.values], dtype=bool)
        return passed[self.codes] if passed.any() else np.zeros(len(self.codes), dtype=bool)


def coded(texts: pd.Series | NDArray[np.object_]) -> Coded:
    """Factorise a column of text."""
    codes, values = pd.factorize(texts)
    return Coded(codes, [str(value) for value in values])


@dataclass(frozen=True)
class TotalRow:
    """A total row: its file row, how many kept rows stand before it, and {column position: text} of its count cells."""

    row: int
    before: int
    cells: dict[int, str]


@dataclass(frozen=True)
class Columns:
    """A block read into canonical columns.

    values: {canonical name: n coded texts}. rows: (n,) file rows. source: (n,) index of the kept sheet row the entry
    came from; column: (n,) position of the column its count stood in (-1: none). kept_rows: file rows of the kept sheet
    rows. totals: total rows; row_totals: {position of a total column: its texts, one per kept sheet row}. notes: file
    rows read as remarks. filled: headers of columns whose blanks repeat the value above. count_at: {count column: its
    position}, none in a pivot.
    """

    values: dict[str, Coded]
    rows: Ints
    source: Ints
    column: Ints
    kept_rows: Ints
    totals: tuple[TotalRow, ...] = ()
    row_totals: dict[int, list[str]] = field(default_factory=dict[int, list[str]])
    notes: tuple[int, ...] = ()
    filled: tuple[str, ...] = ()
    count_at: dict[str, int] = field(default_factory=dict[str, int])


@dataclass(frozen=True)
class Section:
    """One table of the file that is read; hospital is what its sheet or title says, "" if nothing."""

    block: Block
    columns: Columns
    hospital: str = ""


def assemble(block: Block, fields_: Map[str, int], value: str, names: MunicipalityNames) -> Columns:
    """Read `block` with its columns named: fields_ {canonical name: column position}; value the canonical name of what
    the cells of a pivot count."""
    cells = block.table.cells.iloc[block.first : block.last]
    rows = block.table.rows[block.first : block.last].astype(np.int64)
    columns = {name: _column(block.table, cells, c, name in _COUNTS, block.first) for name, c in fields_.items()}
    pivoted = {pivot.column for pivot in block.pivots}
    counted = sorted(pivoted | set(block.total_columns) | {c for name, c in fields_.items() if name in _COUNTS})
    total = _total_rows(cells, columns, fields_, set(counted))
    note = _notes(cells, set(fields_.values()) | pivoted, total, names)
    note[[position - block.first for position in block.remarks]] = True
    keep = np.flatnonzero(~(total | note | _repeated_header(block, columns, fields_, len(rows))))
    kept = {name: column.take(keep) for name, column in columns.items()}
    kept, filled = _fill(kept, block, fields_, keep)
    before = np.searchsorted(keep, np.arange(len(rows)))
    found = Columns(
        values=kept,
        rows=rows[keep],
        source=np.arange(len(keep)),
        column=np.full(len(keep), -1, dtype=np.int64),
        kept_rows=rows[keep],
        totals=tuple(
            TotalRow(int(rows[p]), int(before[p]), {c: str(cells.iat[int(p), c]) for c in counted})  # noqa: PD009
            for p in np.flatnonzero(total)
        ),
        row_totals={c: [str(text) for text in cells.iloc[keep, c]] for c in block.total_columns},
        notes=tuple(int(rows[p]) for p in np.flatnonzero(note)),
        filled=filled,
        count_at={} if block.pivots else {name: c for name, c in fields_.items() if name in _COUNTS},
    )
    return _melt(found, block, cells.iloc[keep], value) if block.pivots else found


def _column(table: RawTable, cells: pd.DataFrame, position: int, counts: bool, first: int) -> Coded:
    column = coded(cells.iloc[:, position])
    if not counts or table.numeric is None or not any("." in text for text in column.values):
        return column
    # A real number with a fraction is never thousands; a further decimal says so to who reads the text.
    texts = column.texts()
    mask = table.numeric[first : first + len(cells), position] & np.array(["." in str(text) for text in texts])
    return coded(np.where(mask, texts + "0", texts)) if mask.any() else column


def _total_rows(cells: pd.DataFrame, columns: Map[str, Coded], fields_: Map[str, int], counted: set[int]) -> Bools:
    """Rows that a label calls a sum, or whose count stands alone at the end and is the sum of those above."""
    mask = np.zeros(len(cells), dtype=bool)
    labels = [column for name, column in columns.items() if name not in _COUNTS | _OPAQUE]
    spare = [c for c in range(min(cells.shape[1], 3)) if c not in counted and c not in fields_.values()]
    for column in [*labels, *(coded(cells.iloc[:, c]) for c in spare)]:
        mask |= column.where(lambda text: bool(text) and is_total(text))
    counts = [column for name, column in columns.items() if name in _COUNTS]
    if len(cells) > 2 and not mask.any() and counts and labels:
        last = len(cells) - 1
        blank = all(not clean(column.values[column.codes[last]]) for column in labels)
        texts = [clean(str(text)) for text in counts[0].texts()]
        if blank and all(text.isdigit() for text in texts) and sum(map(int, texts[:-1])) == int(texts[-1]):
            mask[last] = True
    return mask


def _notes(cells: pd.DataFrame, named: set[int], total: Bools, names: MunicipalityNames) -> Bools:
    """Remarks under the table: rows at its end with running text in one cell (or after a word such as `Note`) and
    nothing else."""
    mask = np.zeros(len(cells), dtype=bool)
    if len(named) < 2:
        return mask
    for position in range(len(cells) - 1, max(-1, len(cells) - 1 - HEADER_DEPTH), -1):
        if total[position]:
            continue
        filled = [clean(str(text)) for text in cells.iloc[position] if clean(str(text))]
        if not filled:  # all it said stood in a column that was left out
            mask[position] = True
            continue
        running = len(filled) == 1 and re.search(r"[^\W\d]{2,}.*[\s:]", filled[0])
        marked = len(filled) <= 2 and _NOTE.match(fold(filled[0]))
        if not (running or marked) or not isinstance(names.read(filled[0]), Flaw):
            break
        mask[position] = True
    return mask


def _repeated_header(block: Block, columns: Map[str, Coded], fields_: Map[str, int], length: int) -> Bools:
    """Rows that say the header again, as printed pages do."""
    hits = np.zeros(length, dtype=np.int64)
    for name, column in columns.items():
        if name in _OPAQUE:
            continue
        label = fold(block.headers[fields_[name]])
        hits += column.where(lambda text, label=label: bool(text) and fold(text) == label)
    return hits >= 2


# Blanks that repeat the value above -----------------------------------------------------------------------------------


def _fill(
    kept: dict[str, Coded], block: Block, fields_: Map[str, int], keep: NDArray[np.intp]
) -> tuple[dict[str, Coded], tuple[str, ...]]:
    filled: list[str] = []
    result = dict(kept)
    for name, column in kept.items():
        blank = column.where(lambda text: not clean(text))
        if not blank.any():
            continue
        under = blank & _under_merged(block.table, fields_[name], keep + block.first)
        if not under.any() and name in _REPEATABLE and _repeats_above(column.codes, blank):
            under = blank
        if under.any():
            origin = np.maximum.accumulate(np.where(under, 0, np.arange(len(under))))
            result[name] = Coded(column.codes[origin], column.values)
            filled.append(block.headers[fields_[name]])
    return result, tuple(filled)


def _under_merged(table: RawTable, column: int, positions: NDArray[np.intp]) -> Bools:
    """Which rows lie in a merged cell of `column` below its first row."""
    under = np.zeros(len(positions), dtype=bool)
    for top, left, bottom, right in table.merged:
        if left <= column <= right and bottom > top:
            under |= (positions > top) & (positions <= bottom)
    return under


def _repeats_above(codes: NDArray[np.intp], blank: Bools) -> bool:
    """Whether blanks plainly repeat the value above: the column starts filled, at least a third (and two) are blank,
    and no value is written twice in a row, as it would be where cells were merely forgotten."""
    if blank[0] or blank.sum() < max(2, len(blank) / 3):
        return False
    said = codes[~blank]
    return bool((said[1:] != said[:-1]).all())


# One column per week --------------------------------------------------------------------------------------------------


def _melt(found: Columns, block: Block, cells: pd.DataFrame, value: str) -> Columns:
    """One entry for every filled cell of the pivot, row by row."""
    width = [pivot.column for pivot in block.pivots]
    grid = np.array(
        [[clean(str(text)) for text in row] for row in cells.iloc[:, width].to_numpy(dtype=object)], dtype=object
    )
    grid = grid.reshape(len(cells), len(width))
    source, which = np.nonzero(grid != "")
    values = {name: column.take(source) for name, column in found.values.items()}
    for name in sorted({name for pivot in block.pivots for name in pivot.dims}):
        texts = np.array([pivot.dims.get(name, "") for pivot in block.pivots], dtype=object)
        values[name] = coded(texts[which])
    values[value] = coded(grid[source, which])
    column = np.array(width, dtype=np.int64)[which]
    return replace(found, values=values, rows=found.rows[source], source=source, column=column)
