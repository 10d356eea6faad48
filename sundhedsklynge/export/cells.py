"""What may stand in a cell people open in Excel: clean text, real numbers and dates, or a word for what is hidden."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import Final

import pandas as pd


class Hidden:
    """A count that is not shown because it, or a sum with it, would tell of one to four persons."""

    def __repr__(self) -> str:
        return HIDDEN_WORD


HIDDEN_WORD: Final = "skjult"
HIDDEN: Final = Hidden()

Cell = str | int | float | dt.date | Hidden | None

MAX_TEXT: Final = 32_767  # characters in an Excel cell
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Blanks before a sign do not help; the full-width signs are read as the plain ones.
_FORMULA = re.compile("[\\s\ufeff\u200b]*[=+@＝＋－＠-]|[\t\r\n]")


def clean_text(text: str) -> str:
    """Text that every writer takes: no control characters or lone surrogates, at most what a cell holds."""
    return _UNWRITABLE.sub("\ufffd", text)[:MAX_TEXT]


def harmless(text: str) -> str:
    """Text for a CSV that Excel opens: what would run as a formula gets `'` before it, also behind blanks."""
    cleaned = clean_text(text)
    return f"'{cleaned}" if _FORMULA.match(cleaned) else cleaned


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
