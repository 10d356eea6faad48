"""What the reader's child process sends back: sheets whose cells are codes into one list of texts.

Imports neither pandas nor numpy, so that the child starts fast.
"""

from __future__ import annotations

import datetime as dt
import itertools
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest.cpr_text import reads_as_cpr

MAX_COLUMNS = 500
_BLOCK_ROWS = 10_000


@dataclass
class Sheet:
    """One sheet. columns: codes into the book's texts, each as long as `rows` (numbers as Excel shows them)."""

    name: str
    hidden: bool
    rows: array[int] = field(default_factory=lambda: array("i"))
    columns: list[array[int]] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)  # 0 is column A
    hidden_rows: list[int] = field(default_factory=list)  # as Excel shows them
    merged: list[tuple[int, int, int, int]] = field(
        default_factory=list
    )  # row0, col0, row1, col1; rows as Excel shows them
    warnings: list[str] = field(default_factory=list)

    def about(self) -> dict[str, Any]:
        """All but the cells, as JSON values."""
        cells = ("rows", "columns")
        return {name: value for name, value in vars(self).items() if name not in cells} | {"width": len(self.columns)}

    def buffers(self) -> tuple[bytes, bytes]:
        """Row numbers (int32) and the columns' codes one after the other (uint32)."""
        return self.rows.tobytes(), b"".join(column.tobytes() for column in self.columns)


class Codebook(dict[Any, int]):
    """A number for every distinct cell value; `texts[code]` is how it is written, `numbers[code]` 1 for a number."""

    def __init__(self) -> None:
        super().__init__({"": 0, None: 0})
        self.texts = [""]
        self.numbers = bytearray(1)

    def __missing__(self, value: Any) -> int:
        code = len(self.texts)
        self[value] = code
        self.texts.append(cell_text(value))
        self.numbers.append(isinstance(value, (int, float)))
        return code

    def texts_buffer(self) -> bytes:
        """All texts in the order of their codes, NUL between them, UTF-8."""
        return "\0".join(self.texts).encode("utf-8", "replace")

    def encode(self, cells: Sequence[Any]) -> array[int]:
        """The codes of one column's cells."""
        if bool in set(map(type, cells)):  # True would be found under 1
            cells = [str(cell).upper() if isinstance(cell, bool) else cell for cell in cells]
        return array("I", map(self.__getitem__, cells))


def cell_text(value: Any) -> str:
    """A cell as text: numbers to Excel's 15 digits with "." and without ".0", dates and times in ISO form."""
    if isinstance(value, str):
        return value.replace("\0", " ")
    if isinstance(value, (int, float)):
        return str(int(value)) if abs(value) < 1e18 and value == int(value) else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        value = _whole_second(value)
        return value.isoformat(" ") if value.time() != dt.time() else value.date().isoformat()
    if isinstance(value, dt.time):
        return _whole_second(dt.datetime.combine(dt.date(2000, 1, 1), value)).time().isoformat()
    if isinstance(value, dt.timedelta):
        seconds = round(value.total_seconds())
        return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return str(value)


def _whole_second(moment: dt.datetime) -> dt.datetime:
    """Excel keeps days as fractions: 06:15 may come as 06:14:59.999999."""
    return (moment + dt.timedelta(microseconds=500_000)).replace(microsecond=0) if moment.microsecond else moment


class Filler:
    """Takes a reader's rows into a sheet, column by column; cells beyond MAX_COLUMNS are left out and told of."""

    def __init__(self, sheet: Sheet, book: Codebook) -> None:
        self._sheet, self._book = sheet, book
        self._far: set[int] = set()

    def dense(self, rows: Iterable[Sequence[Any]], first: int, left: int) -> None:
        """Rows of one length; the first is row `first` in Excel, its first cell stands in column `left`."""
        source = iter(rows)
        while block := list(itertools.islice(source, _BLOCK_ROWS)):
            self._add(range(first, first + len(block)), block, left)
            first += len(block)
        self._tell()

    def ragged(self, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of any length from row 1, column A, of which most may be blank."""
        numbers: list[int] = []
        block: list[Sequence[Any]] = []
        for number, row in enumerate(rows, 1):
            if any(cell is not None for cell in row):
                far = [j for j in range(MAX_COLUMNS, len(row)) if row[j] is not None]
                self._far.update(far)
                _refuse_persons(cell_text(row[j]) for j in far)
                numbers.append(number)
                block.append(row[:MAX_COLUMNS])
                if len(block) == _BLOCK_ROWS:
                    self._add(numbers, block, 0)
                    numbers, block = [], []
        if block:
            self._add(numbers, block, 0)
        self._tell()

    def _add(self, numbers: Sequence[int], block: list[Sequence[Any]], left: int) -> None:
        sheet = self._sheet
        found = {
            j: codes
            for j, cells in enumerate(itertools.zip_longest(*block, fillvalue=""), left)
            if any(codes := self._book.encode(cells))
        }
        far = [j for j in found if j >= MAX_COLUMNS]
        self._far.update(far)
        _refuse_persons(self._book.texts[code] for j in far for code in set(found[j]))
        near = [j for j in found if j < MAX_COLUMNS]
        if not near:
            return
        blanks = array("I", bytes(4 * len(sheet.rows)))
        sheet.columns.extend(blanks[:] for _ in range(len(sheet.columns), near[-1] + 1))
        nothing = array("I", bytes(4 * len(block)))
        for j, column in enumerate(sheet.columns):
            column.extend(found.get(j, nothing))
        sheet.rows.extend(numbers)

    def _tell(self) -> None:
        if not self._far:
            return
        if len(self._far) + sum(any(column) for column in self._sheet.columns) > MAX_COLUMNS:
            raise InputRefusedError(
                f"Et ark har over {MAX_COLUMNS} kolonner med indhold.", "Slet de kolonner, der ikke bruges."
            )
        self._sheet.warnings.append(f"Celler længere ude end kolonne {MAX_COLUMNS} er ikke læst.")


def _refuse_persons(texts: Iterable[str]) -> None:
    """Cells that are not read are searched for personal numbers all the same."""
    if any(map(reads_as_cpr, texts)):
        raise InputRefusedError(
            f"Et ark har noget, der ligner et CPR-nummer, længere ude end kolonne {MAX_COLUMNS}.", "Slet de kolonner."
        )
