"""Reads the columns of a recognised file value by distinct value and keeps account of what was wrong where."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.errors import Problem
from sundhedsklynge.ingest.assemble import Bools, Coded, Ints, coded
from sundhedsklynge.ingest.cpr import mask
from sundhedsklynge.ingest.danish import DAY_FIRST, DateStyle, Flaw, clean
from sundhedsklynge.ingest.mapping import Known
from sundhedsklynge.ingest.problems import ERROR, WARNING
from sundhedsklynge.ingest.recognise import Recognition

T = TypeVar("T")
Days = NDArray[np.datetime64]
NO_DAY = np.datetime64("NaT", "s")
LONGEST_VALUE = 80
_LONG_NUMBER = re.compile(r"\d{9,}")
_EXCEL_ERRORS = frozenset(
    {
        "#N/A",
        "#REF!",
        "#VALUE!",
        "#DIV/0!",
        "#NAME?",
        "#NUM!",
        "#NULL!",
        "#I/T",
        "#REFERENCE!",
        "#VÆRDI!",
        "#DIVISION/0!",
        "#NAVN?",
        "#GETTING_DATA",
    }
)


@dataclass(frozen=True)
class _Finding:
    positions: Ints
    column: str
    texts: NDArray[np.object_]
    flaws: NDArray[np.object_]


class RowReader:
    """All rows of a file, its tables one after the other. bad and out: (n,) rows refused and rows left out."""

    def __init__(self, recognition: Recognition, known: Known) -> None:
        self.recognition = recognition
        self.sections = recognition.sections
        parts = [section.columns for section in self.sections]
        self.rows: Ints = np.concatenate([part.rows for part in parts])
        self.section: Ints = np.repeat(np.arange(len(parts)), [len(part.rows) for part in parts])
        self.length = len(self.rows)
        self.bad: Bools = np.zeros(self.length, dtype=bool)
        self.out: Bools = np.zeros(self.length, dtype=bool)
        self._findings: list[_Finding] = []
        self._warnings: list[Problem] = []
        self._headers = {reading.name: reading.header for reading in recognition.columns}
        self._known = known
        self._columns: dict[str, Coded] = {}

    def has(self, name: str) -> bool:
        """Whether the file has the column."""
        return any(name in section.columns.values for section in self.sections)

    def header(self, name: str) -> str:
        """The column's header in the file."""
        return self._headers.get(name, name)

    def column(self, name: str) -> Coded:
        """The column over all tables; blank where a table lacks it."""
        if name not in self._columns:
            parts = [section.columns.values.get(name) for section in self.sections]
            if len(parts) == 1 and parts[0] is not None:
                self._columns[name] = parts[0]
            else:
                lengths = [len(section.columns.rows) for section in self.sections]
                texts = [
                    part.texts() if part is not None else np.full(length, "", dtype=object)
                    for part, length in zip(parts, lengths, strict=True)
                ]
                self._columns[name] = coded(np.concatenate(texts) if texts else np.empty(0, dtype=object))
        return self._columns[name]

    def style(self, name: str) -> DateStyle:
        """How the column writes dates."""
        return self.recognition.styles.get(name, DAY_FIRST)

    def read(
        self, name: str, parse: Callable[[str], T | Flaw], empty: T | Flaw
    ) -> tuple[NDArray[np.intp], list[T | Flaw]]:
        """(codes, values): each distinct text of the column parsed, `empty` for a blank one and for a column the file
        lacks."""
        if not self.has(name):
            return np.zeros(self.length, dtype=np.intp), [empty]
        column = self.column(name)
        values: list[T | Flaw] = []
        for text in column.values:
            if not text or text.isspace():
                values.append(empty)
            elif text[0] == "#" and clean(text).upper() in _EXCEL_ERRORS:
                values.append(Flaw("excel_error", f"Cellen viser fejlen {clean(text)}. Ret formlen i filen."))
            else:
                values.append(parse(text))
        return column.codes, values

    def flaw(
        self, name: str, codes: NDArray[np.intp], values: list[T | Flaw], default: T, where: Bools | None = None
    ) -> list[T]:
        """Note the flaws among `values` for all rows (of `where`) that have them; the values with `default` in their
        place."""
        if any(isinstance(value, Flaw) for value in values):
            flawed = np.array([isinstance(value, Flaw) for value in values])
            mask = flawed[codes] if where is None else flawed[codes] & where
            positions = np.flatnonzero(mask)
            if len(positions):
                flaws = np.empty(len(values), dtype=object)
                flaws[:] = values
                texts = (
                    self.column(name).texts()[positions]
                    if self.has(name)
                    else np.full(len(positions), "", dtype=object)
                )
                self._note(positions, self.header(name), texts, flaws[codes[positions]])
        return [default if isinstance(value, Flaw) else value for value in values]

    def _note(self, positions: Ints, column: str, texts: NDArray[np.object_], flaws: NDArray[np.object_]) -> None:
        self.bad[positions] = True
        self._findings.append(_Finding(positions, column, texts, flaws))

    def refuse(self, mask: Bools, name: str, flaw: Flaw) -> None:
        """Note one flaw for every row of `mask`."""
        positions = np.flatnonzero(mask)
        if len(positions):
            texts = (
                self.column(name).texts()[positions] if self.has(name) else np.full(len(positions), "", dtype=object)
            )
            flaws = np.full(len(positions), flaw, dtype=object)
            self._note(positions, self.header(name), texts, flaws)

    def days(self, name: str, empty: dt.date | Flaw | None, parse: Callable[[str], dt.date | Flaw]) -> Days:
        """(n,) datetime64[s], NaT where blank or flawed."""
        codes, values = self.read(name, parse, empty)
        return day_array(self.flaw(name, codes, values, None))[codes]

    def warn(self, code: str, message: str, row: int | None = None, column: str = "", value: str = "") -> None:
        """Tell something that refuses no row."""
        self._warnings.append(Problem(row, column, shown(value), code, WARNING, unnumbered(message)))

    def leave_out(self, mask: Bools, code: str, column: str, value: str, message: str) -> None:
        """Leave rows out and say so once, at the first of them."""
        positions = np.flatnonzero(mask)
        if len(positions):
            self.out[positions] = True
            self.warn(code, message.format(rows=rows_text(len(positions))), int(self.rows[positions[0]]), column, value)

    def problems(self, limit: int) -> tuple[tuple[Problem, ...], int]:
        """The first `limit` errors by row, then the warnings, and how many there are in all."""
        total = sum(len(f.positions) for f in self._findings)
        errors: list[Problem] = []
        if self._findings:
            positions = np.concatenate([f.positions for f in self._findings])
            origin = np.repeat(np.arange(len(self._findings)), [len(f.positions) for f in self._findings])
            within = np.concatenate([np.arange(len(f.positions)) for f in self._findings])
            for index in np.argsort(positions, kind="stable")[:limit]:
                finding = self._findings[origin[index]]
                flaw = cast(Flaw, finding.flaws[within[index]])
                position = int(positions[index])
                errors.append(
                    Problem(
                        int(self.rows[position]),
                        finding.column,
                        shown(str(finding.texts[within[index]])),
                        flaw.code,
                        ERROR,
                        unnumbered(self._sheet(position) + flaw.message),
                    )
                )
        return (*errors, *self._warnings), total + len(self._warnings)

    def _sheet(self, position: int) -> str:
        """Which sheet a row is in, where more than one is read."""
        names = {section.block.table.name for section in self.sections}
        return f"Ark {self.sections[self.section[position]].block.table.name}: " if len(names) > 1 else ""


def day_array(values: list[dt.date | None]) -> Days:
    """Dates as datetime64[s], NaT for None."""
    return np.array([NO_DAY if v is None else np.datetime64(v, "s") for v in values], dtype="datetime64[s]")


def rows_text(count: int) -> str:
    """`1 række`, `12 rækker`."""
    return f"{count} række" if count == 1 else f"{count} rækker"


def shown(value: str) -> str:
    """A value fit for a list of problems: cleaned, cut, and nothing in it that could be a personal number."""
    text = unnumbered(clean(value))
    return text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…"


def unnumbered(text: str) -> str:
    """`text` without what reads as a CPR number and without other long runs of digits."""
    return _LONG_NUMBER.sub(lambda match: "#" * len(match[0]), mask(text))
