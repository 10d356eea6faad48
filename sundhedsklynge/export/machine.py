"""The machine form of every table out: UTF-8, `;`, `.` as decimal mark, ISO dates, blank for missing."""

from __future__ import annotations

import csv
import io

import pandas as pd

from sundhedsklynge.export.cells import Cell, Hidden, cell
from sundhedsklynge.export.safe_text import harmless

DECIMALS = 4  # a probability from 2,000 paths needs no more


def machine_csv(frame: pd.DataFrame) -> str:
    """`frame` as text. Whole numbers stand without decimals, others with at most four; booleans as `ja`, `nej`."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(harmless(str(name)) for name in frame.columns)
    columns = [[_text(cell(value)) for value in frame[name].tolist()] for name in frame.columns]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def _text(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return harmless(value)
    if isinstance(value, float):
        short = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
        return "0" if short == "-0" else short
    if isinstance(value, int | Hidden):
        return str(value)
    return value.isoformat()
