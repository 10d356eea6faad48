"""Prognose in words: names of procedures, titles, heads of weeks, curves for those who do not see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui.text import number, short_week, tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sundhedsklynge.forecast.outlook import Outlook


def procedure_name(procedure: str) -> str:
    """A procedure as a heading: `Knæ`, and `Alle` for the sum."""
    return tr("Alle indgreb") if procedure == ALL else translated(procedure).capitalize()


def chart_title(procedure: str, place: str) -> str:
    """What the fan chart shows, unit first."""
    return tr(
        "Genoptræningsplaner pr. uge: {place}, {procedure}", place=place, procedure=procedure_name(procedure).lower()
    )


def week_head(outlook: Outlook, w: int, *, corrected: bool) -> str:
    """`u50` and beneath it the ISO year where one begins, and a pencil where a planner has corrected the week."""
    week = outlook.weeks[w]
    year = week.isocalendar().year
    starts = w == 0 or outlook.weeks[w - 1].isocalendar().year != year
    return (
        f"{short_week(week)}\n{year if starts else ''}{' ' if starts and corrected else ''}{'✎' if corrected else ''}"
    )


def expected_in_words(value: float) -> str:
    """The number of the list's last column."""
    return tr("forventet i ugen, der holder opgørelsesdagen: {count}", count=number(value, 1))


def curve_in_words(values: Sequence[float]) -> str:
    """What a small curve shows."""
    known = [value for value in values if value == value]
    if not known:
        return tr("ingen modtagne planer kendes")
    return tr(
        "modtaget pr. uge: mindst {low}, højst {high}, senest {last}",
        low=number(min(known)),
        high=number(max(known)),
        last=number(known[-1]),
    )
