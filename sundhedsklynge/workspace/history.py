"""The import history as people read it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass

import pandas as pd

from sundhedsklynge.store.history import ImportRecord

CURRENT, PARTLY, REPLACED, UNDONE = "gældende", "delvist afløst", "afløst", "fortrudt"


@dataclass(frozen=True, slots=True)
class ImportInfo:
    """One import: `rows` stored of `rows_read`; `snapshots` the extract dates of the plans in it; `status` one of gældende, delvist afløst,
    afløst, fortrudt; `superseded_by` newer import ids."""

    id: int
    file: str
    kind: str
    as_of: dt.date | None
    extracted: dt.date | None
    who: str
    when: dt.datetime
    rows: int
    status: str
    superseded_by: tuple[int, ...]
    hospitals: tuple[str, ...]
    sha256: str
    snapshots: tuple[dt.date, ...] = ()
    rows_read: int = 0
    undone_at: dt.datetime | None = None
    undone_by: str = ""


def import_info(record: ImportRecord) -> ImportInfo:
    """`record` with its status in a word."""
    if record.undone_at:
        status = UNDONE
    elif not record.superseded_by:
        status = CURRENT
    else:
        status = PARTLY if record.speaks else REPLACED
    return ImportInfo(
        id=record.id,
        file=record.file_name,
        kind=record.kind,
        as_of=record.as_of,
        extracted=record.extracted,
        who=record.made_by,
        when=record.made_at,
        rows=record.rows_ok,
        status=status,
        superseded_by=record.superseded_by,
        hospitals=record.hospitals,
        sha256=record.sha256,
        snapshots=record.snapshots,
        rows_read=record.rows_read,
        undone_at=record.undone_at,
        undone_by=record.undone_by,
    )


def imports_table(imports: list[ImportInfo]) -> pd.DataFrame:
    """The history as rows for other programs, id first, oldest first."""
    columns = [
        "id",
        "fil",
        "art",
        "som_af",
        "udtraeksdato",
        "hvem",
        "hvornaar",
        "raekker",
        "status",
        "afloest_af",
        "sha256",
    ]
    rows = [
        (
            entry.id,
            entry.file,
            entry.kind,
            entry.as_of.isoformat() if entry.as_of else "",
            entry.extracted.isoformat() if entry.extracted else "",
            entry.who,
            f"{entry.when:%Y-%m-%dT%H:%M:%S}",
            entry.rows,
            entry.status,
            ",".join(map(str, entry.superseded_by)),
            entry.sha256,
        )
        for entry in reversed(imports)
    ]
    return pd.DataFrame(rows, columns=columns)


def checksum(imports: list[ImportInfo]) -> str:
    """Sixteen hex digits that change whenever the files in force do."""
    live = sorted(entry.sha256 or f"edit {entry.id}" for entry in imports if entry.status != UNDONE)
    return hashlib.sha256("\n".join(live).encode()).hexdigest()[:16]
