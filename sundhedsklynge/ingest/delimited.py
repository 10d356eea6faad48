"""Delimited text: bytes to encoding, encoding to separator, separator to cells.

The C parser of pandas takes what holds no quotes; a file with quotes goes through the csv module, which knows where a
record ends.
Everything runs in blocks, so that a run can be cancelled and a window stays alive.
"""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.progress import Cancelled, Progress, stop_if
from sundhedsklynge.ingest.table import RawTable

MAX_HEADER_BYTES = 64 * 1024
MAX_LINE_BYTES = 1024 * 1024
MAX_COLUMNS = 500
MAX_CELLS = 50_000_000
BLOCK_BYTES = 4 * 1024 * 1024
BLOCK_RECORDS = 20_000
SEPARATORS = (";", "\t", "|", ",")
SINGLE_BYTE = ("cp1252", "cp850", "cp865", "mac-roman")
_SAMPLE_LINES = 400
_IS_CONTROL = (np.arange(256) < 32) & ~np.isin(np.arange(256), list(b"\t\n\v\f\r"))
_TYPOGRAPHIC = set("–—‘’‚“”„•…€§°½¼¾´·«»¨£¤µ±²³×©®¿¡\xa0")


@dataclass(frozen=True)
class Text:
    """Bytes whose line ends are all LF and that are `encoding`, an ASCII superset."""

    data: bytes
    encoding: str


# Encoding


def to_text(data: bytes) -> tuple[Text, str]:
    """Text in an ASCII superset, and the encoding the file had.

    Order: byte order mark, strict UTF-8, UTF-16 without a mark, then a score of Danish letters over single-byte
    encodings. Raises InputRefusedError for NUL bytes.
    """
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF32_LE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _recoded(data, encoding), encoding
    if b"\0" in data:
        encoding = _utf16_without_mark(data[:4096])
        if not encoding:
            raise _binary()
        return _recoded(data, encoding), encoding
    head = np.frombuffer(data[:MAX_HEADER_BYTES], np.uint8)
    if np.count_nonzero(_IS_CONTROL[head]) > 0.01 * head.size + 1:
        raise _binary()
    lines = _one_line_end(data.rstrip(b"\x1a"))  # DOS programs end a file so
    encoding = "utf-8" if _is_utf8(lines) else _best_single_byte(lines)
    return Text(lines, encoding), encoding


def _binary() -> InputRefusedError:
    return InputRefusedError("Filen indeholder binære tegn og er ikke en tabel.", "Gem den som CSV eller XLSX.")


def _recoded(data: bytes, encoding: str) -> Text:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise InputRefusedError(
            "Filens tegn er beskadiget og kan ikke læses.", "Gem den igen som CSV med UTF-8."
        ) from None
    if "\0" in text:
        raise _binary()
    return Text(_one_line_end(text.encode("utf-8")), "utf-8")


def _one_line_end(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in data else data


def _utf16_without_mark(head: bytes) -> str:
    """`utf-16-le` or `utf-16-be` where nearly every second byte is NUL, else ""."""
    if len(head) < 4:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    threshold = 0.6 * (len(head) // 2)
    if odd > threshold and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > threshold and odd == 0 else ""


def _is_utf8(data: bytes) -> bool:
    try:
        for block in _blocks(data):
            block.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _best_single_byte(data: bytes) -> str:
    """The single-byte encoding under which the file's non-ASCII letters look most like Danish words."""
    sample = np.frombuffer(data[: 8 * BLOCK_BYTES], np.uint8)
    high = np.flatnonzero(sample >= 0x80)[:20_000]
    padded = np.concatenate((np.full(1, 32, np.uint8), sample, np.full(1, 32, np.uint8)))
    before, here, after = padded[high], sample[high], padded[high + 2]
    seen = Counter(zip(before.tolist(), here.tolist(), after.tolist(), strict=True))
    scores = {
        encoding: sum(n * _danishness(bytes(triple).decode(encoding, "replace")) for triple, n in seen.items())
        for encoding in SINGLE_BYTE
    }
    return max(SINGLE_BYTE, key=lambda encoding: scores[encoding])


def _danishness(triple: str) -> float:
    """How well the middle character fits between its neighbours in Danish text."""
    before, char, after = triple
    joined = before.isalpha() or after.isalpha()
    if char in "æøå":
        return 3.0 if joined else 1.0
    if char in "ÆØÅ":  # inside a word of small letters it is rather an apostrophe or a dash
        return -2.0 if before.islower() else 2.0
    if char in "éèüöäáÉÜÖÄ":
        return 1.0 if joined else -1.0
    if char in _TYPOGRAPHIC:
        return 0.0
    return -1.0 if char.isalpha() else -3.0


# Lines and separator


def _blocks(data: bytes) -> Iterator[bytes]:
    """`data` cut after line ends into pieces of about BLOCK_BYTES."""
    start = 0
    while start < len(data):
        end = start + BLOCK_BYTES
        if end < len(data):
            cut = data.rfind(b"\n", start, end)
            if cut < start:
                cut = data.find(b"\n", end)
            end = cut + 1 if cut >= 0 else len(data)
        yield data[start:end]
        start = end


def check_lines(data: bytes) -> None:
    """Raises InputRefusedError where the header or a line is longer than any table has."""
    end = data.find(b"\n")
    if (end if end >= 0 else len(data)) > MAX_HEADER_BYTES:
        raise InputRefusedError(
            "Filens første linje er over 64 KB og kan ikke være en overskrift.", "Kontrollér, at filen er en tabel."
        )
    first = 1
    for block in _blocks(data):
        ends = np.flatnonzero(np.frombuffer(block, np.uint8) == 10)
        lengths = np.diff(np.concatenate(([-1], ends, [len(block)])))
        long = np.flatnonzero(lengths > MAX_LINE_BYTES)
        if long.size:
            row = first + int(long[0])
            raise InputRefusedError(f"Linje {row} i filen er over 1 MB.", "Kontrollér, at filen er en tabel.")
        first += ends.size


def find_separator(text: Text) -> str:
    """The separator that cuts most lines into the same number of columns; "" where none makes two columns.

    A line is cut by the csv rules, so what stands in quotes is not counted. More columns and more equal lines count
    for a candidate; of equals the first of SEPARATORS wins (a comma is more often a decimal mark).
    """
    sample = text.data[: 4 * MAX_HEADER_BYTES].decode(text.encoding, "replace")
    lines = [line for line in sample.split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES] if line.strip()]
    best, best_score = "", 0.0
    for separator in SEPARATORS:
        counts = Counter(len(record) for record in _records(lines, separator) if len(record) > 1)
        if not counts:
            continue
        score = max(n * (1 - 1 / columns) for columns, n in counts.items())
        if score > best_score * 1.05:
            best, best_score = separator, score
    return best


def _records(lines: list[str], separator: str) -> Iterator[list[str]]:
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue


def take_separator_line(text: Text) -> tuple[Text, str]:
    """Excel's own `sep=;` first line, which Excel neither shows nor counts: the text after it and the separator, or
    "".
    """
    found = re.match(rb'"?sep=([;,\t|])"?[;,\t| ]*(?:\n|$)', text.data, re.IGNORECASE)
    if not found:
        return text, ""
    return Text(text.data[found.end() :], text.encoding), found[1].decode("ascii")


# Cells


def read_cells(text: Text, separator: str, *, cancelled: Cancelled, progress: Progress) -> RawTable:
    """All fields of the file as text; ragged records are filled up with "".

    Raises InputRefusedError for too many columns or cells or a quote that is never closed, CancelledError when
    `cancelled()` says so.
    """
    if b'"' in text.data:
        frame, rows = _quoted_cells(text, separator, cancelled, progress)
    else:
        frame, rows = _plain_cells(text, separator, cancelled, progress)
    filled = _has_content(frame)
    if not filled.all():
        frame, rows = frame.loc[filled].reset_index(drop=True), rows[filled]
    return RawTable("", frame, rows)


def _has_content(frame: pd.DataFrame) -> NDArray[np.bool_]:
    """(r,) whether a row holds anything but blanks; looks closer only at rows whose first cell is blank."""
    filled = np.ones(len(frame), np.bool_)
    suspects = np.flatnonzero((frame[0].str.strip() == "").to_numpy())
    if suspects.size:
        rest = frame.iloc[suspects]
        filled[suspects] = np.any([(rest[c].str.strip() != "").to_numpy() for c in frame.columns], axis=0)
    return filled


def _check_size(rows: int, columns: int) -> None:
    if columns > MAX_COLUMNS:
        raise InputRefusedError(
            f"Filen har {columns} kolonner; der læses højst {MAX_COLUMNS}.", "Slet de kolonner, der ikke bruges."
        )
    if rows * columns > MAX_CELLS:
        raise InputRefusedError(
            f"Filen er for stor: {rows} rækker og {columns} kolonner.", "Del den op, fx i én fil for hvert år."
        )


def _plain_cells(
    text: Text, separator: str, cancelled: Cancelled, progress: Progress
) -> tuple[pd.DataFrame, NDArray[np.int32]]:
    """Cells of a file without quotes, in which every line is a record, and the number of each."""
    mark = ord(separator)
    columns, count = 1, 0
    for block in _blocks(text.data):
        stop_if(cancelled)
        lines, most = _measure(np.frombuffer(block, np.uint8), mark)
        columns, count = max(columns, most), count + lines
    _check_size(count, columns)
    parts: list[pd.DataFrame] = []
    numbers: list[NDArray[np.int32]] = []
    done, first = 0, 1
    for block in _blocks(text.data):
        stop_if(cancelled)
        lines = block.removesuffix(b"\n").split(b"\n") if b"\n\n" in block or block.startswith(b"\n") else []
        done += len(block)
        if lines:
            filled = np.flatnonzero(np.fromiter(map(len, lines), np.int32, len(lines)))
            block = b"\n".join(filter(None, lines))
        else:
            filled = np.arange(block.removesuffix(b"\n").count(b"\n") + 1)
        if filled.size:
            parts.append(_parsed(block, text.encoding, separator, columns))
            numbers.append((filled + first).astype(np.int32))
        first += len(lines) or filled.size
        progress(done / len(text.data))
    frame = pd.concat(parts, ignore_index=True) if len(parts) > 1 else parts[0]
    return frame, np.concatenate(numbers)


def _parsed(block: bytes, encoding: str, separator: str, columns: int) -> pd.DataFrame:
    utf8 = block if encoding == "utf-8" else block.decode(encoding, "replace").encode("utf-8")
    return pd.read_csv(
        io.BytesIO(utf8),
        sep=separator,
        header=None,
        names=list(range(columns)),
        index_col=False,
        dtype=str,
        engine="c",
        keep_default_na=False,
        na_filter=False,
        skip_blank_lines=False,
        quoting=csv.QUOTE_NONE,
        lineterminator="\n",
        encoding="utf-8",
    )


def _measure(block: NDArray[np.uint8], mark: int) -> tuple[int, int]:
    """How many lines that are not blank, and how many fields the longest has."""
    marks = np.flatnonzero(block == mark)
    ends = np.flatnonzero(block == 10)
    per_line = np.diff(np.searchsorted(marks, ends), prepend=0, append=marks.size)
    filled = np.count_nonzero(np.diff(ends, prepend=-1, append=block.size) > 1)
    return int(filled), int(per_line.max()) + 1


class _Lines:
    """The lines of a file, of which it remembers those taken since it was last told to forget."""

    def __init__(self, text: Text) -> None:
        self._stream = io.TextIOWrapper(io.BytesIO(text.data), encoding=text.encoding, errors="replace", newline="\n")
        self.taken: list[str] = []
        self.count = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._stream:
            self.taken.append(line)
            self.count += 1
            yield line


def _quoted_cells(
    text: Text, separator: str, cancelled: Cancelled, progress: Progress
) -> tuple[pd.DataFrame, NDArray[np.int32]]:
    """Cells of a file with quotes, in which a record may run over several lines, and the number of each record."""
    lines = _Lines(text)
    records = enumerate(_whole_records(lines, separator), 1)
    total = text.data.count(b"\n") + 1
    columns: list[list[str]] = []
    numbers: list[int] = []
    known: dict[str, str] = {}
    while block := list(itertools.islice(records, BLOCK_RECORDS)):
        stop_if(cancelled)
        filled = [(number, record) for number, record in block if record]
        width = max((len(record) for _, record in filled), default=0)
        _check_size(len(numbers) + len(filled), max(width, len(columns)))
        columns.extend([""] * len(numbers) for _ in range(len(columns), width))
        numbers.extend(number for number, _ in filled)
        for column, cells in zip(
            columns, itertools.zip_longest(*(record for _, record in filled), fillvalue=""), strict=False
        ):
            column.extend(known.setdefault(cell, cell) for cell in cells)
        for column in columns:
            column.extend([""] * (len(numbers) - len(column)))
        progress(min(1.0, lines.count / total))
    frame = pd.DataFrame({j: pd.array(column, dtype="str") for j, column in enumerate(columns)})
    return frame, np.array(numbers, np.int32)


def _whole_records(lines: _Lines, separator: str) -> Iterator[list[str]]:
    """The records; refuses a quote that was never closed and has swallowed the lines after it.

    A quoted field may hold line breaks and separators; but then its closing quote ends the field. Where it does not, by
    the strict rules, the quote belongs to something else.
    """
    try:
        for record in csv.reader(lines, delimiter=separator):
            if len(lines.taken) > 1 and any("\n" in cell and separator in cell for cell in record):
                next(csv.reader(lines.taken, delimiter=separator, strict=True))
            lines.taken.clear()
            yield record
    except csv.Error:
        raise _open_quote(lines.count - len(lines.taken) + 1) from None


def _open_quote(line: int) -> InputRefusedError:
    return InputRefusedError(
        f'Et anførselstegn (") i linje {line} bliver ikke lukket, så linjerne efter det ikke kan læses.',
        "Ret linjen, eller gem filen igen fra Excel.",
    )
