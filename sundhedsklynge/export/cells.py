"""What may stand in a cell people open in Excel: clean text, real numbers and dates, or a word for what is hidden."""

from __future__ import annotations

import datetime as dt
import math
from typing import Final

import pandas as pd

from sundhedsklynge.export.safe_text import clean_text


class Hidden:
    """A count that is not shown because it, or a sum with it, would tell of one to four persons."""

    def __repr__(self) -> str:
        return HIDDEN_WORD


HIDDEN_WORD: Final = "skjult"
HIDDEN: Final = Hidden()

Cell = str | int | float | dt.date | Hidden | None


def cell(value: object) -> Cell:
    """A plain cell of a frame's value: NaN, NaT and infinities are none, midnights dates, whole floats ints."""
    if value is None or value is pd.NaT or value is pd.NA:
        return None
    if isinstance(value, Hidden):
        return value
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == dt.time.min else value
    if isinstance(value, dt.date):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nej"
    number = float(value)  # pyright: ignore[reportArgumentType] - numpy's numbers convert
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number
