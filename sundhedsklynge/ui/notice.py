"""What is told to the user in place, never in a box that stops the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui.text import tr, translated


@dataclass(frozen=True)
class Notice:
    """A sentence and its remedy: `tone` is info, warning or error; `action` is offered as one button."""

    tone: str
    sentence: str
    remedy: str = ""
    action: tuple[str, Callable[[], None]] | None = None


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
