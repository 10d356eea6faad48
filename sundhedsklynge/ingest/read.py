"""Reads a file once, decides from its content what it is, and gives its cells as text."""

from __future__ import annotations

import codecs
import contextlib
import hashlib
import re
import stat
from pathlib import Path, PureWindowsPath
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.progress import Cancelled, Progress, stop_if
from sundhedsklynge.ingest import delimited, worker
from sundhedsklynge.ingest.table import CellRange, FileKind, RawFile, RawTable

MAX_FILE_BYTES = 256 * 1024 * 1024
_CHUNK_BYTES = 8 * 1024 * 1024
_LOCK_FILES = ("~${}", ".~lock.{}#")  # Excel's, LibreOffice's
_ASK_SENDER = "Bed afsenderen om tallene som CSV eller XLSX."
_SAVE_AS_XLSX = "Åbn filen i Excel, og gem den som Excel-projektmappe (.xlsx)."
_UNPACK = "Pak den ud først."
_ZIP = b"PK\x03\x04"
_XLS = (  # OLE container, and the bare streams of Excel 2-5
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x08\x00",
)
_NOT_A_TABLE = (
    (b"%PDF", "et PDF-dokument", _ASK_SENDER),
    (b"\x89PNG", "et billede", _ASK_SENDER),
    (b"\xff\xd8\xff", "et billede", _ASK_SENDER),
    (b"GIF8", "et billede", _ASK_SENDER),
    (b"{\\rtf", "et tekstdokument", _ASK_SENDER),
    (b"\x1f\x8b", "en pakket fil", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "en pakket fil", _UNPACK),
    (b"Rar!", "en pakket fil", _UNPACK),
    (b"PK\x05\x06", "en tom pakket fil", _ASK_SENDER),
    (b"SQLite format 3", "en database", _ASK_SENDER),
)


def read_file(path: Path | str, *, cancelled: Cancelled | None = None, progress: Progress | None = None) -> RawFile:
    """The tables of a CSV, XLSX, XLS, ODS or FHIR JSON file, all cells as text.

    The content decides what a file is, not its name. `cancelled` is asked many times a second, `progress` is told a
    share from 0 to 1. Raises InputRefusedError (one Danish sentence and a remedy) for whatever cannot be read,
    CancelledError when stopped.
    """
    path = Path(path)
    stop = cancelled or (lambda: False)
    tell = progress or (lambda _share: None)
    data, digest = _read_once(path, stop)
    head = data[:4096]
    is_json = re.match(rb'\s*(?:\{|\[\s*\{)\s*["}]', head.removeprefix(codecs.BOM_UTF8))
    if is_json or head.startswith((_ZIP, *_XLS)):
        kind, tables = _read_in_child(data, worker.Way.FHIR if is_json else worker.Way.DENSE, stop)
        tell(1.0)
        return RawFile(base_name(path), digest, len(data), "", "", tables, kind)
    encoding, separator, table = _read_text(data, stop, tell)
    return RawFile(base_name(path), digest, len(data), encoding, separator, (table,), "csv")


def base_name(path: Path) -> str:
    """The file's name without folder, also of a path written the Windows way; what does not print becomes `?`."""
    name = PureWindowsPath(path.name).name or path.name
    return "".join(char if char.isprintable() else "?" for char in name)


def _read_once(path: Path, cancelled: Cancelled) -> tuple[bytes, str]:
    """All bytes of the file and their SHA-256."""
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputRefusedError("Det er en mappe og ikke en fil.", "Vælg en fil i mappen.")
        if not stat.S_ISREG(info.st_mode):
            raise InputRefusedError("Det er ikke en almindelig fil.", "Vælg en CSV-fil eller en projektmappe.")
        if info.st_size > MAX_FILE_BYTES:
            raise InputRefusedError(
                f"Filen fylder over {MAX_FILE_BYTES >> 20} MB.", "Del den op, fx i én fil for hvert år."
            )
        _check_not_open(path)
        digest = hashlib.sha256()
        chunks: list[bytes] = []
        size = 0
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                stop_if(cancelled)
                size += len(chunk)
                if size > MAX_FILE_BYTES:
                    raise InputRefusedError("Filen bliver større, mens den læses.", "Vent, til den er gemt færdig.")
                digest.update(chunk)
                chunks.append(chunk)
    except FileNotFoundError:
        raise InputRefusedError("Filen findes ikke.", "Kontrollér navn og mappe.") from None
    except PermissionError:
        raise _open_elsewhere() from None
    except (OSError, ValueError):  # a name no file system takes, a share that went away
        raise InputRefusedError("Filen kan ikke læses fra drevet.", "Kontrollér forbindelsen, og prøv igen.") from None
    return b"".join(chunks), digest.hexdigest()


def _check_not_open(path: Path) -> None:
    if path.name.startswith("~$"):
        raise InputRefusedError("Det er Excels låsefil og ikke selve filen.", "Vælg filen uden ~$ foran navnet.")
    if any(path.with_name(pattern.format(path.name)).exists() for pattern in _LOCK_FILES):
        raise _open_elsewhere()


def _open_elsewhere() -> InputRefusedError:
    return InputRefusedError(
        "Filen er åben i et andet program, fx Excel, eller du har ikke adgang til den.", "Luk den, og prøv igen."
    )


def _refuse_other_kinds(head: bytes) -> None:
    for mark, what, remedy in _NOT_A_TABLE:
        if head.startswith(mark):
            raise InputRefusedError(f"Filen er {what} og ikke en tabel.", remedy)
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if start.startswith(b"<"):
        what = "en webside" if re.search(rb"<(!doctype )?html|<table", start) else "et XML-dokument"
        raise InputRefusedError(f"Filen er {what} og ikke en tabel.", _SAVE_AS_XLSX)


def _read_in_child(data: bytes, way: worker.Way, cancelled: Cancelled) -> tuple[FileKind, tuple[RawTable, ...]]:
    """Kind and sheets of a workbook or FHIR bundle, parsed in the child process."""
    try:
        reply = worker.shared.parse(data, way, cancelled=cancelled)
    except worker.ChildDiedError:
        reply = _read_sparse(data, cancelled)
    texts = np.array(reply.buffers[0].decode("utf-8").split("\0"), dtype=object)
    numbers = np.frombuffer(reply.buffers[1], np.bool_)
    sheets: list[dict[str, Any]] = reply.about["sheets"]
    tables = tuple(
        _sheet_table(sheet, texts, numbers, reply.buffers[2 + 2 * i], reply.buffers[3 + 2 * i])
        for i, sheet in enumerate(sheets)
    )
    if not any(len(table.cells) for table in tables):
        raise InputRefusedError("Projektmappen har ingen ark med indhold.", "Hent den igen hos afsenderen.")
    return reply.about["kind"], tables


def _read_sparse(data: bytes, cancelled: Cancelled) -> worker.Reply:
    """A second try, cell by cell, for a workbook that the fast reader did not survive (a lone cell far away)."""
    if data.startswith(_ZIP):
        with contextlib.suppress(worker.ChildDiedError):
            return worker.shared.parse(data, worker.Way.SPARSE, cancelled=cancelled)
    raise InputRefusedError(
        "Filen er beskadiget eller for stor og kan ikke læses.", "Del den op, eller gem den som CSV."
    )


def _sheet_table(
    about: dict[str, Any], texts: NDArray[np.object_], numbers: NDArray[np.bool_], rows: bytes, codes: bytes
) -> RawTable:
    """One sheet from the child's buffers, blank rows left out."""
    numbered = np.frombuffer(rows, np.int32)
    coded = np.frombuffer(codes, np.uint32).reshape(about["width"], numbered.size)
    filled = coded.any(axis=0)
    numbered, coded = numbered[filled], coded[:, filled]
    cells = pd.DataFrame({j: pd.array(texts[column], dtype="str") for j, column in enumerate(coded)})
    position = {int(row): i for i, row in enumerate(numbered)} if about["hidden_rows"] or about["merged"] else {}
    merged: list[CellRange] = []
    for row0, column0, row1, column1 in about["merged"]:
        inside = [position[row] for row in range(row0, row1 + 1) if row in position]
        if inside and column0 < about["width"]:
            merged.append((inside[0], column0, inside[-1], min(column1, about["width"] - 1)))
    return RawTable(
        about["name"],
        cells,
        numbered,
        np.ascontiguousarray(numbers[coded].T),
        about["hidden"],
        frozenset(column for column in about["hidden_columns"] if column < about["width"]),
        frozenset(position[row] for row in about["hidden_rows"] if row in position),
        tuple(merged),
        tuple(about["warnings"]),
    )


def _read_text(data: bytes, cancelled: Cancelled, progress: Progress) -> tuple[str, str, RawTable]:
    """Encoding, separator and cells of delimited text."""
    _refuse_other_kinds(data[:4096])
    text, encoding = delimited.to_text(data)
    text, separator = delimited.take_separator_line(text)
    if not text.data.strip():
        raise InputRefusedError("Filen er tom.", "Hent den igen hos afsenderen.")
    delimited.check_lines(text.data)
    separator = separator or delimited.find_separator(text)
    if not separator:
        raise InputRefusedError(
            "Filen er ikke en tabel: ingen kolonner er adskilt af semikolon, komma, tabulator eller lodret streg.",
            "Gem den som CSV eller XLSX.",
        )
    return encoding, separator, delimited.read_cells(text, separator, cancelled=cancelled, progress=progress)
