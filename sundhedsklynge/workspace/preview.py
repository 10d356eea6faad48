"""A file as the user sees it before it is stored: its raw cells with what was recognised in them, its problems, what it counts.

Nothing here holds a personal number: columns that do are emptied before anything is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.calendar import week_text
from sundhedsklynge.domain.errors import Problem
from sundhedsklynge.domain.kinds import ACTIVITY, CAPACITY, GOP, NURSING_HOME, PLAN, TREATMENT72
from sundhedsklynge.ingest.assemble import Section
from sundhedsklynge.ingest.cpr import CprHit, column_letters, mask, place_text
from sundhedsklynge.ingest.fit import ColumnReading
from sundhedsklynge.ingest.problems import WARNING
from sundhedsklynge.ingest.recognise import Recognition
from sundhedsklynge.ingest.table import RawFile, RawTable

SHOWN_ROWS = 200
SHOWN_LATER = 50  # titles, totals and remarks further down
TITLE, HEADER, DATA, TOTAL, NOTE, UNREAD = "titel", "overskrift", "række", "total", "bemærkning", "ikke læst"
READ, PIVOT, SUM, LEFT, PERSONAL = "læst", "værdi pr. kolonne", "sum", "ikke brugt", "personnumre"


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of the file and where from: "angivet", "kortlægning", "kolonne", "titel", "ark", "filnavn", "modtaget", "indhold"."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class ColumnMark:
    """A column: its letter and header, the canonical name it is read as ("" none), how that was found ("navn", "mønster", "indhold",
    "kortlægning", "" not) and how sure it is (0-1); `role` one of READ, PIVOT, SUM, LEFT, PERSONAL."""

    letter: str
    header: str
    role: str = LEFT
    name: str = ""
    source: str = ""
    confidence: float = 0.0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row: its number as Excel shows it, what it is ("" not recognised), its cells, one per column."""

    row: int
    role: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet (`name` "" in CSV): the first rows and those further down that are not data; `length` rows with content in all; `read`
    whether anything is taken from it."""

    name: str
    hidden: bool
    read: bool
    length: int
    columns: tuple[ColumnMark, ...]
    rows: tuple[RowMark, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem by row: `row` as Excel shows it (None: the whole file), the value without personal numbers, the reason and the remedy as
    Danish sentences ("" none). `refuses`: the row cannot be stored."""

    row: int | None
    column: str
    value: str
    reason: str
    remedy: str
    refuses: bool
    code: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted: `title` says what and of when; `least` and `most` (periods x groups) differ where a file says `<5`; None where
    nothing is said, which is not zero."""

    title: str
    periods: tuple[str, ...]
    groups: tuple[str, ...]
    least: tuple[tuple[int | None, ...], ...]
    most: tuple[tuple[int | None, ...], ...]


def findings(problems: Sequence[Problem]) -> tuple[Finding, ...]:
    """Problems with reason and remedy apart: a message ends with the remedy, in a sentence of its own."""
    found: list[Finding] = []
    for problem in problems:
        reason, mark, remedy = problem.message.rpartition(". ")
        if not mark:
            reason, remedy = problem.message, ""
        else:
            reason += "."
        refuses = problem.severity != WARNING
        found.append(Finding(problem.row, problem.column, problem.value, reason, remedy, refuses, problem.code))
    return tuple(found)


def personal_places(hits: Sequence[CprHit]) -> tuple[str, ...]:
    """Where personal numbers stand, never which."""
    return tuple(f"{place_text(hit)}: {hit.count} {'celle' if hit.count == 1 else 'celler'}" for hit in hits)


# The raw cells --------------------------------------------------------------------------------------------------------


def sheet_views(raw: RawFile, recognition: Recognition | None, hits: Sequence[CprHit]) -> tuple[SheetView, ...]:
    """Every sheet of `raw`, which must not hold personal numbers any more; `hits` tells the columns that did."""
    sections = recognition.sections if recognition else ()
    readings = recognition.columns if recognition else ()
    return tuple(_sheet(table, [s for s in sections if s.block.table is table], readings, hits) for table in raw.tables)


def _sheet(
    table: RawTable, sections: Sequence[Section], readings: Sequence[ColumnReading], hits: Sequence[CprHit]
) -> SheetView:
    roles = _row_roles(table, sections)
    later = [int(i) for i in np.flatnonzero(roles != DATA) if i >= SHOWN_ROWS] if sections else []
    shown = [*range(min(SHOWN_ROWS, len(table.rows))), *later[:SHOWN_LATER]]
    cells = table.cells.iloc[shown].to_numpy(dtype=object)
    rows = tuple(
        RowMark(int(table.rows[i]), str(roles[i]), tuple(map(str, line))) for i, line in zip(shown, cells, strict=True)
    )
    columns = _column_marks(table, sections, readings, hits)
    return SheetView(mask(table.name), table.hidden, bool(sections), len(table.rows), columns, rows)


def _row_roles(table: RawTable, sections: Sequence[Section]) -> NDArray[np.object_]:
    """(r,) what each row is; rows over the first table are titles."""
    roles = np.full(len(table.rows), DATA if sections else "", dtype=object)
    for section in sections:
        block, columns = section.block, section.columns
        roles[block.first : block.last] = UNREAD
        roles[np.searchsorted(table.rows, columns.kept_rows)] = DATA
        roles[list(block.header_rows)] = HEADER
        roles[np.searchsorted(table.rows, [total.row for total in columns.totals])] = TOTAL
        roles[np.searchsorted(table.rows, columns.notes)] = NOTE
        for start, stop in block.unread:
            roles[(table.rows >= start) & (table.rows <= stop)] = UNREAD
    if sections:
        roles[: min(section.block.header_rows[0] for section in sections)] = TITLE
    return roles


def _column_marks(
    table: RawTable, sections: Sequence[Section], readings: Sequence[ColumnReading], hits: Sequence[CprHit]
) -> tuple[ColumnMark, ...]:
    personal = {hit.column: hit.header for hit in hits if hit.column is not None and hit.sheet == mask(table.name)}
    block = sections[0].block if sections else None
    found = {reading.position: reading for reading in readings} if block else {}
    pivots = {pivot.column: ", ".join(pivot.dims) for pivot in block.pivots} if block else {}
    marks: list[ColumnMark] = []
    for position in range(table.cells.shape[1]):
        header = block.headers[position] if block and position < len(block.headers) else ""
        mark = ColumnMark(column_letters(position), header, hidden=position in table.hidden_columns)
        if position in personal:
            mark = ColumnMark(mark.letter, personal[position], PERSONAL, hidden=mark.hidden)
        elif position in found:
            reading = found[position]
            known = (reading.name, reading.source, reading.confidence)
            mark = ColumnMark(mark.letter, header, READ, *known, hidden=mark.hidden)
        elif position in pivots:
            mark = ColumnMark(mark.letter, header, PIVOT, pivots[position], "navn", 1.0, mark.hidden)
        elif block and position in block.total_columns:
            mark = ColumnMark(mark.letter, header, SUM, hidden=mark.hidden)
        marks.append(mark)
    return tuple(marks)


# Counts ---------------------------------------------------------------------------------------------------------------

_COUNTED = {
    PLAN: ("Planlagte operationer", "procedure", "count_min", "count_max"),
    GOP: ("Modtagne genoptræningsplaner", "procedure", "count_min", "count_max"),
    CAPACITY: ("Pladser", "procedure", "slots", "slots"),
    TREATMENT72: ("Udskrivninger i målgruppen", "hospital", "discharges", "discharges"),
    NURSING_HOME: ("Plejehjem", "", "homes", "homes"),
    ACTIVITY: ("Modtagne genoptræningsplaner", "procedure", "received", "received"),
}
_WEEK = {PLAN: "day", GOP: "received", CAPACITY: "week"}  # the column whose week is counted by


def tally(kind: str, frame: pd.DataFrame) -> Tally | None:
    """Counts by period and procedure of checked rows; of a plan file only each hospital's newest snapshot, or the same operation would
    count many times. None where there are no rows."""
    if frame.empty:
        return None
    title, group, low, high = _COUNTED[kind]
    if kind == PLAN:
        newest = frame["extracted"] == frame.groupby("hospital")["extracted"].transform("max")
        frame = frame[newest & (frame["status"] != "aflyst")]
        title += " i nyeste plan"
    if kind in _WEEK:
        day = frame[_WEEK[kind]]
        by, show = day - pd.to_timedelta(day.dt.day_of_week, unit="D"), week_text
    else:
        by, show = (frame["month"], "{:%m-%Y}".format) if kind == ACTIVITY else (frame["quarter"], str)
    groups = frame[group].replace("", "alle") if group else pd.Series("alle", index=frame.index)
    said = frame[low] >= 0
    sums = pd.DataFrame({"by": by[said], "group": groups[said], "low": frame[low][said], "high": frame[high][said]})
    table = sums.groupby(["by", "group"])[["low", "high"]].sum()
    periods = list(table.index.get_level_values("by").unique())
    names = tuple(str(name) for name in sorted(set(table.index.get_level_values("group"))))
    known = {
        key: (int(least), int(most)) for key, least, most in zip(table.index, table["low"], table["high"], strict=True)
    }
    grid = [[known.get((period, name), (None, None)) for name in names] for period in periods]
    return Tally(
        title,
        tuple(show(period) for period in periods),
        names,
        tuple(tuple(cell[0] for cell in line) for line in grid),
        tuple(tuple(cell[1] for cell in line) for line in grid),
    )
