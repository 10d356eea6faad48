"""Numbers, shares and dates in Danish sentences."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sundhedsklynge.domain.risk_class import shown_share


def number(value: float, decimals: int = 0) -> str:
    """`1.234,5`."""
    text = f"{value:,.{decimals}f}"
    return text.translate(str.maketrans(",.", ".,"))


def percent(share: float) -> str:
    """`64 %`; what is neither none nor all never rounds to it."""
    if 0 < share < 0.01:
        return "under 1 %"
    if 0.99 < share < 1:
        return "over 99 %"
    return f"{shown_share(share) * 100:.0f} %"


def short_date(day: dt.date) -> str:
    """`9.12.`"""
    return f"{day.day}.{day.month}."


def counted(count: int, one: str, many: str) -> str:
    """`1 plads`, `6 pladser`."""
    return f"{number(count)} {one if count == 1 else many}"


def listed(parts: Sequence[str]) -> str:
    """`a`, `a og b`, `a, b og c`."""
    return " og ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
