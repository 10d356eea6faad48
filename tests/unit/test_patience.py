"""Who waits for a long computation can let go of it."""

from __future__ import annotations

import threading

import pytest

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.workspace.patience import until_cancelled


def test_that_what_the_work_gives_or_raises_comes_back() -> None:
    def refuse() -> None:
        raise UserError("Nej.", "Prøv igen.")

    assert until_cancelled(lambda: 42, lambda: False) == 42
    with pytest.raises(UserError, match="Nej"):
        until_cancelled(refuse, lambda: False)


def test_that_a_wish_to_cancel_does_not_wait_for_the_work() -> None:
    done = threading.Event()
    with pytest.raises(CancelledError):
        until_cancelled(lambda: done.wait(30), lambda: True)
    assert not done.is_set()
    done.set()  # the work ends on its own
