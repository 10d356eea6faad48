"""Uses the totals in a file to check how it was read."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.ingest.assemble import Ints, Section
from sundhedsklynge.ingest.danish import Flaw, clean, parse_count
from sundhedsklynge.ingest.recognise import Recognition


@dataclass(frozen=True, slots=True)
class Difference:
    """A total that differs: where it stands, what it says, and what the rows add up to."""

    row: int
    column: str
    told: str
    counted: str

    def sentence(self) -> str:
        """For the user."""
        said = f"Filen siger {self.told} i alt i {self.column}, men rækkerne giver {self.counted}."
        return f"{said} Se efter, om noget mangler."


@dataclass(frozen=True)
class TotalsCheck:
    """How many totals were compared and which differed."""

    compared: int = 0
    differences: tuple[Difference, ...] = ()


def check_totals(recognition: Recognition, counts: dict[str, tuple[Ints, Ints]]) -> TotalsCheck:
    """Compare every total row and total column with the sums of what was read. counts: {canonical column: (least,
    most), each (n,)} over all tables; `<5` makes a sum a range."""
    compared, differences = 0, []
    offset = 0
    for section in recognition.sections:
        size = len(section.columns.rows)
        here = {
            name: (low[offset : offset + size], high[offset : offset + size]) for name, (low, high) in counts.items()
        }
        offset += size
        number, found = _section(section, recognition, here)
        compared += number
        differences += found
    return TotalsCheck(compared, tuple(differences))


def _section(
    section: Section, recognition: Recognition, counts: dict[str, tuple[Ints, Ints]]
) -> tuple[int, list[Difference]]:
    columns, block = section.columns, section.block
    kept = len(columns.kept_rows)
    sums: dict[
        int, tuple[Ints, Ints]
    ] = {}  # position of a count column: its sums up to and including each kept row, from 0
    if block.pivots:
        low, high = next(iter(counts.values()))
        for pivot in block.pivots:
            mine = columns.column == pivot.column
            source = columns.source[mine]
            sums[pivot.column] = _running(source, low[mine], kept), _running(source, high[mine], kept)
        for total in block.total_columns:
            sums[total] = _running(columns.source, low, kept), _running(columns.source, high, kept)
    else:
        for name, position in columns.count_at.items():
            low, high = (np.maximum(part, 0) for part in counts[name])
            sums[position] = _running(columns.source, low, kept), _running(columns.source, high, kept)
    compared, found = 0, []
    starts = [0]
    for total in columns.totals:
        for column, text in total.cells.items():
            told = parse_count(text, recognition.counts) if clean(text) else None
            if told is None or isinstance(told, Flaw) or column not in sums:
                continue
            compared += 1
            low, high = sums[column]
            # a subtotal counts from an earlier total row; a grand total may also stand above its rows
            ranges = [(low[total.before] - low[s], high[total.before] - high[s]) for s in starts]
            ranges.append((low[-1], high[-1]))
            if not any(least <= told[1] and told[0] <= most for least, most in ranges):
                least, most = min(ranges, key=lambda each, said=told[0]: min(abs(each[0] - said), abs(each[1] - said)))
                found.append(Difference(total.row, block.headers[column], clean(text), _between(int(least), int(most))))
        starts.append(total.before)
    for column, texts in columns.row_totals.items():
        low, high = sums[column]
        for index, text in enumerate(texts):
            told = parse_count(text, recognition.counts) if clean(text) else None
            if told is None or isinstance(told, Flaw):
                continue
            compared += 1
            least, most = low[index + 1] - low[index], high[index + 1] - high[index]
            if not (least <= told[1] and told[0] <= most):
                row = int(columns.kept_rows[index])
                found.append(Difference(row, block.headers[column], clean(text), _between(int(least), int(most))))
    return compared, found


def _running(source: Ints, values: Ints, kept: int) -> Ints:
    sums = np.bincount(source, weights=values, minlength=kept) if len(source) else np.zeros(kept)
    return np.concatenate([[0], np.cumsum(sums)]).astype(np.int64)


def _between(least: int, most: int) -> str:
    return str(least) if least == most else f"{least}-{most}"
