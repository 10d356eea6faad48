"""Long computations that cannot look whether they should stop: whoever waits for one can let go of it at any time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeVar

from sundhedsklynge.domain.progress import Cancelled, stop_if

Result = TypeVar("Result")

_LOOK = 0.1  # seconds between two looks


def until_cancelled(work: Callable[[], Result], cancelled: Cancelled) -> Result:
    """What `work` gives, or raises. Raises CancelledError within a tenth of a second of `cancelled`; the work, which numpy and pandas
    cannot stop midway, then ends on its own and its result is lost, so it must change nothing.
    """
    done: Future[Result] = Future()

    def run() -> None:
        try:
            done.set_result(work())
        except BaseException as error:
            done.set_exception(error)

    threading.Thread(target=run, name="until cancelled", daemon=True).start()
    while not wait([done], timeout=_LOOK).done:
        stop_if(cancelled)
    return done.result()
