"""Small typed frames as ingest makes them, for tests: name what matters, the rest is empty."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd

from sundhedsklynge.domain import kinds
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.imports import ImportMeta, save_import

_EMPTY = {"int": 1, "str": "", "date": None, "bool": False, "maybe": -1}
_TYPES = {"int": "int64", "str": "str", "date": "datetime64[s]", "bool": "bool", "maybe": "int8"}
_USUAL: dict[str, dict[str, Any]] = {
    kinds.PLAN: {"municipality": 101, "procedure": "knæ", "sks": "KNGB40", "status": "planlagt"},
    kinds.GOP: {"municipality": 101, "procedure": "knæ", "gop_type": "almen basal"},
    kinds.CAPACITY: {"municipality": 101},
    kinds.TREATMENT72: {"municipality": 101, "hospital": "Bornholms Hospital", "contacts": -1, "readmissions": -1},
    kinds.NURSING_HOME: {"municipality": 101, "homes_unknown": -1, "places": -1, "places_with_doctor": -1},
    kinds.ACTIVITY: {"municipality": 101, "operations": -1},
}


def frame(kind: str, *rows: dict[str, Any]) -> pd.DataFrame:
    """Rows of a kind; dates as ISO text or dates, `count` sets both bounds."""
    full = []
    for number, given in enumerate(rows, start=2):
        row = {**_USUAL[kind], "row": number, **given}
        if "count" in row:
            both = row.pop("count")
            row = {"count_min": both, "count_max": both, **row}
        full.append({name: row.get(name, _EMPTY[form]) for name, form in kinds.COLUMNS[kind].items()})
    table = pd.DataFrame(full, columns=list(kinds.COLUMNS[kind]))
    return pd.DataFrame(
        {
            name: pd.to_datetime(table[name]).astype(_TYPES[form])
            if form == "date"
            else table[name].astype(_TYPES[form])
            for name, form in kinds.COLUMNS[kind].items()
        }
    )


def store(
    db: Database,
    kind: str,
    *rows: dict[str, Any],
    as_of: str | None = None,
    extracted: str | None = None,
    sha: str = "",
) -> int:
    """Imports the rows; returns the import's id."""
    table = frame(kind, *rows)
    meta = ImportMeta(
        "test.csv",
        sha,
        len(table),
        len(table),
        as_of=dt.date.fromisoformat(as_of) if as_of else None,
        extracted=dt.date.fromisoformat(extracted) if extracted else None,
    )
    return save_import(db, meta, kind, table).import_id
