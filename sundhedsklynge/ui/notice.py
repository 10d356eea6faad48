"""What is told to the user in place, never in a box that stops the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui.text import tr, translated


@dataclass(frozen=True)
class Notice:
    """A sentence and its remedy: `tone` is info, warning or error; `action` is offered as one button, with `once` to be pressed once.

    `holds`: whether it is still so, for one that tells of a state and goes with it. `passing`: it only confirms, and goes by itself.
    """

    tone: str
    sentence: str
    remedy: str = ""
    action: tuple[str, Callable[[], None]] | None = None
    once: bool = False
    holds: Callable[[], bool] | None = None
    passing: bool = False


def stopped_notice(again: Callable[[], None]) -> Notice:
    """What to tell where the user stopped the work."""
    return Notice("info", tr("Beregningen er annulleret."), "", (tr("Regn igen"), again))


def notice_of(error: Exception) -> Notice:
    """What to tell of an error: a user's own in its words, anything else calmly with where the log lies."""
    if isinstance(error, UserError):
        return Notice("error", translated(error.sentence), translated(error.remedy))
    from sundhedsklynge.logs import start_log

    return Notice(
        "error",
        tr("Der skete en fejl i programmet. Data er ikke ændret."),
        tr("Send loggen til dem, der passer programmet: {path}", path=start_log()),
    )
