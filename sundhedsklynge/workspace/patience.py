"""Long computations that cannot look whether they should stop: whoever waits for one can let go of it at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from sundhedsklynge.domain.errors import CancelledError

Result = TypeVar("Result")

_LOOK = 0.1  # seconds between two looks


def until_cancelled(work: Callable[[], Result], cancelled: Callable[[], bool]) -> Result:
    """What `work` gives, or raises. Raises CancelledError within a tenth of a second of `cancelled`; the work then ends on its own and its
    result is lost, so it must change nothing.
    """
    results: list[Result] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(work())
        except Exception as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="until cancelled", daemon=True)
    thread.start()
    while thread.is_alive():
        if cancelled():
            raise CancelledError
        thread.join(_LOOK)
    if errors:
        raise errors[0]
    return results[0]
