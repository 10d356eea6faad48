"""The places and hospitals that every new database knows, for tests of reading files without one."""

from __future__ import annotations

import csv
from pathlib import Path

from sundhedsklynge.ingest.mapping import Known

_REFERENCE = Path(__file__).parents[1] / "resources" / "reference"


def shipped_names() -> Known:
    municipalities = {int(row["kode"]): row["navn"] for row in _rows("kommuner.csv")}
    return Known(municipalities, tuple(dict.fromkeys(row["akuthospital"] for row in _rows("akuthospitaler.csv"))))


def _rows(name: str) -> list[dict[str, str]]:
    with (_REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
