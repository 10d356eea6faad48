"""Where the tables of a sheet are: title rows, header in one or two rows, blank rows, columns that stand for a week or
a procedure.

A `Block` is one table with its header. Nothing is read for good here; `assemble` turns a block into columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping as Map
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.ingest.danish import Flaw, clean, fold, parse_date, parse_week, week_number
from sundhedsklynge.ingest.places import MunicipalityNames
from sundhedsklynge.ingest.table import RawTable
from sundhedsklynge.ingest.terms import read_procedure
from sundhedsklynge.ingest.vocabulary import FIELDS, match_header

HEADER_DEPTH = 60  # rows at the top of a block in which a header is looked for
LEAST_UNDERSTOOD = 2.0  # columns that make a row a header
MOST_GAPS = 200
MOST_ROWS_SEARCHED = 5000  # a second header without a blank row before it is only looked for in tables this short
TOTAL = re.compile(
    r"(?:i\s?alt|total(?:t|er)?|sum|subtotal|hovedtotal|samlet|grand total|totals)(?: antal)?\W*"
    r"|.*\bi\s?alt\W*|(?:i\s?alt|sum|total for|total af)\b.*"
)


@dataclass(frozen=True)
class Pivot:
    """A column that stands for a value: `dims` says which canonical columns its header fills, e.g. {"uge": "Uge
    47-2026"}."""

    column: int
    dims: dict[str, str]


@dataclass(frozen=True)
class Block:
    """One table of a sheet.

    header_rows, first and last (exclusive) are positions in `table.cells`. headers: one label per column, unique,
    "Kolonne C" where the header is blank. pivots: columns that stand for a value; total_columns: sums of them. above:
    the texts over the header. unread: file rows (from, to) after it that belong to no table we know.
    """

    table: RawTable
    header_rows: tuple[int, ...]
    first: int
    last: int
    headers: tuple[str, ...]
    pivots: tuple[Pivot, ...] = ()
    total_columns: tuple[int, ...] = ()
    above: tuple[str, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    remarks: tuple[int, ...] = ()


def column_letter(position: int) -> str:
    """A, B, ... Z, AA: the name of a column in a spreadsheet."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def is_total(text: str) -> bool:
    """Whether a label says that its row or column is a sum."""
    plain = text.casefold()
    return ("alt" in plain or "tot" in plain or "sum" in plain or "saml" in plain) and bool(TOTAL.fullmatch(fold(text)))


def find_blocks(table: RawTable, names: MunicipalityNames, taught: Map[str, str]) -> list[Block]:
    """Every table of a sheet whose header holds column names we know, or that `taught` ({header: canonical name})
    names."""
    known = {fold(header) for header in taught}
    blocks: list[Block] = []
    empty: list[Block] = []  # a header over nothing: only a table when there is no other
    remarks: list[int] = []  # words between blank rows, notes unless the table goes on after them
    since = 0  # where the titles of the next table may begin
    starts = _starts(table)
    if not starts:
        return []
    for start, end in zip(starts, [*starts[1:], len(table.rows)], strict=True):
        found = _header(table, start, end, names, known)
        if found is not None and found.first == found.last:
            empty.append(found)
        elif found is not None and (parts := _side_by_side(found)):
            titles = _texts(table, since, found.header_rows[0])
            beside = [block for part in parts for block in find_blocks(part, names, taught)]
            return [replace(block, above=tuple(dict.fromkeys([*titles, *block.above]))) for block in beside]
        elif found is not None:
            blocks += _split(replace(found, above=_texts(table, since, found.header_rows[0])), names, known)
            remarks, since = [], end
        elif blocks and _remarks_only(table, start, end):
            remarks += range(start, end)
        elif blocks:
            blocks[-1] = _continued(blocks[-1], start, end, remarks, names)
            remarks, since = [], end
    return blocks or empty


def _continued(block: Block, start: int, end: int, remarks: list[int], names: MunicipalityNames) -> Block:
    """`block` with the rows after blank ones, or with their file rows as `unread` when they begin a table of their own."""
    if block.unread or _other_table(block.table, start, end, block, names):
        rows = block.table.rows
        return replace(block, unread=(*block.unread, (int(rows[start]), int(rows[end - 1]))))
    return replace(block, last=end, remarks=(*block.remarks, *remarks))


def _side_by_side(block: Block) -> list[RawTable]:
    """The tables that stand beside one another, parted by a blank column and naming the same columns; [] for one table."""
    table = block.table
    cells = _cells(table, block.header_rows[0], block.last)
    blank = [all(not clean(str(text)) for text in column) for column in cells.T]
    bounds = [-1, *(c for c, is_blank in enumerate(blank) if is_blank), len(blank)]
    spans = [(a + 1, b) for a, b in itertools.pairwise(bounds) if b > a + 1]
    named = [{name for header in block.headers[a:b] if (name := best_field(header))} for a, b in spans]
    if len(spans) < 2 or any(len(names & named[0]) < 2 for names in named):
        return []
    return [_columns(table, a, b) for a, b in spans]


def _columns(table: RawTable, first: int, last: int) -> RawTable:
    """Some columns of a sheet as a sheet of their own, without the rows that are blank in them."""
    cells = table.cells.iloc[:, first:last]
    kept = np.flatnonzero((cells.to_numpy(dtype=object) != "").any(axis=1))
    at = {int(row): index for index, row in enumerate(kept)}
    merged = [(at[r0], c0 - first, at[r1], c1 - first) for r0, c0, r1, c1 in table.merged
              if first <= c0 and c1 < last and r0 in at and r1 in at]  # fmt: skip
    return replace(
        table,
        cells=cells.iloc[kept].set_axis(range(last - first), axis=1).reset_index(drop=True),
        rows=table.rows[kept],
        numeric=None if table.numeric is None else table.numeric[kept, first:last],
        hidden_columns=frozenset(c - first for c in table.hidden_columns if first <= c < last),
        hidden_rows=frozenset(at[row] for row in table.hidden_rows if row in at),
        merged=tuple(merged),
    )


def plain_block(table: RawTable) -> Block:
    """The sheet as one table whose header is the first of its fullest rows, for a user to name the columns."""
    top = _cells(table, 0, min(len(table.rows), HEADER_DEPTH))
    filled = [sum(bool(clean(str(text))) for text in row) for row in top]
    row = next(index for index, number in enumerate(filled) if number >= 0.8 * max(filled))
    headers = _unique([clean(str(text)) for text in top[row]])
    return Block(table, (row,), row + 1, len(table.rows), headers, above=_texts(table, 0, row))


def _starts(table: RawTable) -> list[int]:
    """The first position, and those after one or more blank rows."""
    gaps = np.flatnonzero(np.diff(table.rows) > 1) + 1
    return [0, *(int(gap) for gap in gaps[:MOST_GAPS])] if len(table.rows) else []


def _cells(table: RawTable, start: int, end: int) -> NDArray[np.object_]:
    return table.cells.iloc[start:end].to_numpy(dtype=object)


def _texts(table: RawTable, start: int, end: int) -> tuple[str, ...]:
    """One text per row, its cells joined."""
    rows = [" ".join(map(str, row)) for row in _cells(table, max(start, end - HEADER_DEPTH), end)]
    return tuple(dict.fromkeys(text for row in rows if (text := clean(row))))


def _remarks_only(table: RawTable, start: int, end: int) -> bool:
    """Whether rows hold no more than one cell of words each: titles and notes."""
    if end - start > HEADER_DEPTH:
        return False
    rows = [[clean(str(text)) for text in row if clean(str(text))] for row in _cells(table, start, end)]
    return all(len(row) <= 1 and all(re.search(r"[^\W\d]{2}", text) for text in row) for row in rows)


def _other_table(table: RawTable, start: int, end: int, block: Block, names: MunicipalityNames) -> bool:
    """Whether rows after a gap begin with a header of their own: words only, no place where the table has places."""
    top = [clean(str(text)) for text in _cells(table, start, start + 1)[0]]
    words = [text for text in top if text]
    if end - start < 2 or len(words) < 2 or any(ch.isdigit() for text in words for ch in text):
        return False
    places = [c for c, header in enumerate(block.headers) if best_field(header) in ("kommune", "kommunekode")]
    return not any(top[c] == "" or not isinstance(names.read(top[c]), Flaw) or is_total(top[c]) for c in places)


# The header -----------------------------------------------------------------------------------------------------------


def _header(table: RawTable, start: int, end: int, names: MunicipalityNames, known: set[str]) -> Block | None:
    """The row, or two rows, in which most columns are understood."""
    found: list[tuple[float, Block]] = []
    for row in range(start, min(end, start + HEADER_DEPTH)):
        for rows in ((row,), (row, row + 1)):
            if rows[-1] >= end:
                continue
            block, score = _candidate(table, rows, end, names, known)
            if score < LEAST_UNDERSTOOD:
                continue
            score -= 0.9 * (len(rows) - 1)  # a second row must make nearly one more column understood
            found.append((score, block))
        if found and row > found[-1][1].header_rows[-1] + 3:
            break
    return max(found, key=lambda each: each[0])[1] if found else None


def _candidate(
    table: RawTable, rows: tuple[int, ...], end: int, names: MunicipalityNames, known: set[str]
) -> tuple[Block, float]:
    """The block whose header is `rows`, and how many of its columns are understood."""
    upper, lower = _two_rows(table, rows)
    labels = _labels(upper, lower)
    fields_ = [best_field(label) for label in labels]
    pivots = _pivots(labels, upper, lower, fields_, names)
    taken = {pivot.column for pivot in pivots}
    plain = [c for c in range(len(labels)) if labels[c] and c not in taken]
    understood = sum({f: _weight(labels[c], f) for c in plain if (f := fields_[c])}.values())
    taught = sum(fold(labels[c]) in known for c in plain)
    data_like = sum(bool(re.fullmatch(r"[\d.,/<-]+", labels[c])) for c in plain)
    if len(rows) == 2 and _first_row_is_header(table, rows, lower, {*taken}):
        return Block(table, rows, rows[-1] + 1, end, ()), 0.0
    dims = {name for pivot in pivots for name in pivot.dims}
    score = max(understood, taught) + (0.5 + len(dims) if dims else 0) - 0.5 * data_like
    totals = tuple(c for c in plain if pivots and is_total(labels[c]))
    return Block(table, rows, rows[-1] + 1, end, _unique(labels), pivots, totals), score


def _weight(label: str, name: str) -> float:
    """An exact name counts more than a pattern, which titles may hold as well."""
    return 1.0 if any((name, True) == match_header(kind, label) for kind in FIELDS) else 0.6


def _two_rows(table: RawTable, rows: tuple[int, ...]) -> tuple[list[str], list[str]]:
    """Upper and lower header texts; the upper goes on to the right over what is merged, or blank in files that cannot
    merge."""
    cells = _cells(table, rows[0], rows[-1] + 1)
    lower = [clean(str(text)) for text in cells[-1]]
    if len(rows) == 1:
        return [""] * len(lower), lower
    upper = [clean(str(text)) for text in cells[0]]
    spans = {c: c0 for r0, c0, r1, c1 in table.merged if r0 <= rows[0] <= r1 for c in range(c0, c1 + 1)}
    for column in range(1, len(upper)):
        if not upper[column] and column in spans:
            upper[column] = upper[spans[column]]
        elif not upper[column] and not spans and lower[column]:
            upper[column] = upper[column - 1]
    return upper, lower


def _first_row_is_header(table: RawTable, rows: tuple[int, ...], lower: list[str], pivots: set[int]) -> bool:
    """Whether the second of two rows is data: digits outside a pivot, or values under more than one column name."""
    if any(ch.isdigit() for c, text in enumerate(lower) if c not in pivots for ch in text):
        return True
    own = [clean(str(text)) for text in _cells(table, rows[0], rows[0] + 1)[0]]
    return (
        sum(
            bool(best_field(above)) and bool(below) and not best_field(below)
            for above, below in zip(own, lower, strict=True)
        )
        > 1
    )


def _labels(upper: list[str], lower: list[str]) -> list[str]:
    labels: list[str] = []
    for above, below in zip(upper, lower, strict=True):
        if not below or above == below:
            labels.append(above)
        elif not above or best_field(below):
            labels.append(below)
        else:
            labels.append(f"{above} {below}")
    return labels


def _unique(labels: list[str]) -> tuple[str, ...]:
    unique: list[str] = []
    for position, label in enumerate(labels):
        name = label or f"Kolonne {column_letter(position)}"
        unique.append(f"{name} ({column_letter(position)})" if name in unique else name)
    return tuple(unique)


@lru_cache(maxsize=4096)
def best_field(label: str) -> str:
    """A canonical name that some kind has for the header, by exact name first; "" for none."""
    if week_number(label) is not None or not isinstance(parse_week(label), Flaw):
        return ""
    found = [match for kind in FIELDS if (match := match_header(kind, label))]
    return min(found, key=lambda match: not match[1])[0] if found else ""


def _split(block: Block, names: MunicipalityNames, known: set[str]) -> list[Block]:
    """End a block where another header begins without a blank row between; the same header again stays in it."""
    if block.last - block.first > MOST_ROWS_SEARCHED:
        return [block]
    wanted = {fold(header) for header in block.headers}
    for position, row in enumerate(_cells(block.table, block.first, block.last), start=block.first):
        texts = [clean(str(text)) for text in row if clean(str(text))]
        if any(ch.isdigit() for text in texts for ch in text) or sum(bool(best_field(text)) for text in texts) < 2:
            continue
        if {fold(text) for text in texts} <= wanted:
            continue
        rest = _header(block.table, position, block.last, names, known)
        if rest is not None and rest.header_rows[0] == position:
            return [replace(block, last=position), *_split(rest, names, known)]
    return [block]


# Columns that stand for a value ---------------------------------------------------------------------------------------

# How many columns must stand for values of a dimension: one may when its header is a whole week.
_LEAST = {"uge": 1, "mandag": 2, "operationsdato": 2, "procedure": 2, "kommune": 3}


_TIMES = {"uge", "mandag", "operationsdato"}


def _pivots(
    labels: list[str], upper: list[str], lower: list[str], fields_: list[str], names: MunicipalityNames
) -> tuple[Pivot, ...]:
    dims = [
        {} if _stands_alone(label, fields_[c]) else _dims(label, upper[c], lower[c], names)
        for c, label in enumerate(labels)
    ]
    dims = _bare_weeks(labels) if not any(dims) else dims
    wanted = {name for name, least in _LEAST.items() if sum(name in each for each in dims) >= least}
    week = "operationsdato" if "operationsdato" in wanted else "uge"  # only Mondays: each stands for its week
    found = [
        Pivot(c, {week if n == "mandag" else n: t for n, t in each.items() if n in wanted})
        for c, each in enumerate(dims)
    ]
    return tuple(pivot for pivot in found if pivot.dims)


def _bare_weeks(labels: list[str]) -> list[dict[str, str]]:
    """Weeks told by their numbers only: three or more columns in a row that count on, over New Year too."""
    numbers = [int(label) if re.fullmatch(r"\d{1,2}", label) else 0 for label in labels]
    columns = [c for c, number in enumerate(numbers) if 1 <= number <= 53]
    steps = [(numbers[a], numbers[b]) for a, b in itertools.pairwise(columns)]
    follows = all(b == a + 1 or (a >= 52 and b == 1) for a, b in steps)
    together = len(columns) >= 3 and columns[-1] - columns[0] == len(columns) - 1
    return [{"uge": f"uge {numbers[c]}"} if follows and together and c in columns else {} for c in range(len(labels))]


def _stands_alone(label: str, name: str) -> bool:
    """A header that names a column of its own rather than a value of one."""
    return bool(name) and not any(ch.isdigit() for ch in label) and isinstance(read_procedure(label), Flaw)


def _dims(label: str, upper: str, lower: str, names: MunicipalityNames) -> dict[str, str]:
    """Which values the header of one column stands for: a week or day, a procedure, a municipality."""
    dims: dict[str, str] = {}
    for text in dict.fromkeys(t for t in (label, f"{upper} {lower}".strip(), lower, upper) if t):
        if not _TIMES & set(dims) and (name := _time_in(text)):
            dims[name] = text
        if "procedure" not in dims and not any(ch.isdigit() for ch in text):
            found = read_procedure(text)
            if not isinstance(found, Flaw):
                dims["procedure"] = text
    if not dims and lower and not lower.isdigit() and isinstance(names.read(lower), int):
        dims["kommune"] = lower
    return dims


def _time_in(text: str) -> str:
    """What a header is that names a week or a date: "uge", "mandag", "operationsdato" or ""."""
    if text.isdigit() and len(text) != 6:
        return ""
    if isinstance(parse_week(text), Flaw):
        return "uge" if week_number(text) is not None and not text.rstrip(".").isdigit() else ""
    day = parse_date(text)
    if isinstance(day, Flaw):
        return "uge"
    return "mandag" if day.weekday() == 0 else "operationsdato"
