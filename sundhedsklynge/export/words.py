"""Numbers and dates as Danes read them, for what is drawn on paper; in sheets the reader's own program writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sundhedsklynge.domain.risk_class import shown_share
from sundhedsklynge.export.cells import Cell, Hidden

UNKNOWN = "–"
_SWAP = str.maketrans(",.", ".,")


def number(value: Cell, decimals: int = 0) -> str:
    """`1.234,5`; a dash where it is not known, the word where it is hidden. Text stands as it is."""
    if value is None:
        return UNKNOWN
    if isinstance(value, Hidden | str):
        return str(value)
    if isinstance(value, dt.date):
        return date(value)
    return f"{value:,.{decimals}f}".translate(_SWAP)


def expected(value: Cell) -> str:
    """A mean: with a decimal below ten, whole from there; never 0 unless it is exactly so."""
    if isinstance(value, int | float) and 0 < value < 0.05:
        return "<0,1"
    return number(value, 1 if isinstance(value, int | float) and value < 9.95 else 0)


def names(said: Sequence[str], most: int = 3) -> str:
    """`Allerød, Hillerød og 4 andre`."""
    shown = list(said) if len(said) <= most else [*said[: most - 1], f"{len(said) - most + 1} andre"]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} og {shown[-1]}"


def span(low: Cell, high: Cell) -> str:
    """`18–29`."""
    return UNKNOWN if low is None or high is None else f"{number(low)}–{number(high)}"


def figure(share: float) -> str:
    """A probability as whole percent, never 0 or 100 unless it is exactly so."""
    if 0 < share < 0.01:
        return "<1"
    if 0.99 < share < 1:
        return ">99"
    return f"{shown_share(share) * 100:.0f}"


def percent(share: float) -> str:
    """`64 %`."""
    return f"{figure(share)} %"


def date(day: dt.date) -> str:
    """`23.11.2026`."""
    return f"{day:%d.%m.%Y}"
