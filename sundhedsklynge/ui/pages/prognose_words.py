"""Prognose in words: names of procedures, titles, heads of weeks, what a number rests on, how an expectation moved, and curves for
those who do not see them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui import text
from sundhedsklynge.ui.text import mark, number, short_week, tr, tr_marked, translated

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sundhedsklynge.forecast.outlook import Outlook
    from sundhedsklynge.workspace.movement import Movement

_FLAGS = {
    "no_history": mark("Der er ingen historik. Prognosen bygger på klyngens niveau og er usikker."),
    "no_plan": mark("Intet hospital har delt en plan, der når disse uger. Prognosen bygger på det sædvanlige."),
    "short_plan": mark(
        "Planerne dækker for få uger til at lære, hvor mange genoptræningsplaner de giver. Prognosen bygger på historikken."
    ),
    "stale_plan": mark("Den nyeste plan fra mindst ét hospital er gammel."),
    "level_break": mark("Niveauet har ændret sig tydeligt for nylig. Intervallerne er gjort bredere."),
    "no_receipts": mark("Modtagne planer mangler for de seneste uger."),
}


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


def flags_in_words(flags: Iterable[str]) -> str:
    """What to know of a forecast before its numbers; nothing where there is nothing."""
    sentences = [tr_marked(_FLAGS[flag]) for flag in flags if flag in _FLAGS]
    return f"▲ {' '.join(sentences)}" if sentences else ""


def moved_in_words(move: Movement) -> str:
    """How far the expectation of a week moved, since when, and what moved it most."""
    by = tr("{procedure} fra {hospital}", procedure=translated(move.procedure), hospital=move.hospital)
    return tr(
        "{week}: forventningen er flyttet fra {before} til {now} siden {since}, mere end tilfældigt, mest {by}.",
        week=text.week(move.week).capitalize(),
        before=number(move.before, 1),
        now=number(move.now, 1),
        since=text.date(move.since),
        by=by if move.hospital else translated(move.procedure),
    )
