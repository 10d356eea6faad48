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


def test_that_work_that_cannot_be_stopped_is_left_while_it_goes_on() -> None:
    going, release, ended = threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        going.set()
        release.wait()
        ended.set()

    with pytest.raises(CancelledError):
        until_cancelled(work, going.is_set)
    assert not ended.is_set()  # nobody waited for it
    release.set()
    assert ended.wait(10)
