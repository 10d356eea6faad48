"""What long work is given: someone to tell how far it is, and someone to ask whether it should stop."""

from __future__ import annotations

from collections.abc import Callable

from sundhedsklynge.domain.errors import CancelledError

Progress = Callable[[float], None]  # told the share done, 0 to 1
Cancelled = Callable[[], bool]


def quiet(_share: float) -> None:
    """Progress that nobody follows."""


def never() -> bool:
    """Work that nobody stops."""
    return False


def stop_if(cancelled: Cancelled) -> None:
    """Raises CancelledError where the work should stop."""
    if cancelled():
        raise CancelledError
