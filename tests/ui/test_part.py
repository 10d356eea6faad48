"""Parts of a page: what was stopped or failed is read again when one looks again, what gave way to newer is not."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.part import Part
from sundhedsklynge.ui.session import Session
from sundhedsklynge.workspace import Workspace


class Reading(Part):
    """Counts its readings; `work` is what one does."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.readings = 0
        self.work: Callable[[], object] = lambda: None

    def load(self) -> None:
        self.readings += 1
        work = self.work
        self.read("Læser", lambda _: work(), lambda _: self.show_content())


def part_of(qtbot: QtBot, jobs: Jobs, workspace: Workspace) -> Reading:
    session = Session(jobs)
    session.workspace = workspace
    page = Page(session)
    qtbot.addWidget(page)
    made = Reading(page)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("error", [CancelledError(), UserError("Kan ikke læses.", "Prøv igen.")])
def test_that_what_was_stopped_or_failed_is_read_again_when_looked_at(
    qtbot: QtBot, shared_workspace: Workspace, error: Exception
) -> None:
    part = part_of(qtbot, Jobs(synchronous=True), shared_workspace)

    def end() -> None:
        raise error

    part.work = end
    part.look()
    part.look()
    assert part.readings == 2
    part.work = lambda: None
    part.look()
    part.look()
    assert part.readings == 3


def test_that_a_reading_that_gave_way_to_a_newer_is_not_begun_again(qtbot: QtBot, shared_workspace: Workspace) -> None:
    jobs, going_on = Jobs(), threading.Event()
    part = part_of(qtbot, jobs, shared_workspace)
    part.work = lambda: going_on.wait(10)
    part.look()
    part.data_changed()
    part.look()
    going_on.set()
    qtbot.waitUntil(lambda: not jobs.running)
    part.look()
    assert part.readings == 2
    jobs.shut_down()
