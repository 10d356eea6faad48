"""What the parts of the Data page share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sundhedsklynge.ui.import_wizard.door import ask_files
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.part import Part
from sundhedsklynge.ui.steps import Step

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change


class Tab(Part):
    """A part of the Data page."""

    name = ""  # marked for translation

    def ask_files(self) -> None:
        """Asks for files to import, without stopping the window."""
        ask_files(self, desk_of(self.session).take)

    def make(
        self, label: str, work: Callable[[Workspace], Sequence[Change]], then: Callable[[], None] | None = None
    ) -> None:
        """Makes changes in a thread; they become one step that can be taken back. `then` runs when they are made."""
        workspace, session = self.session.workspace, self.session
        if workspace is None:
            return

        def done(changes: Sequence[Change]) -> None:
            if workspace is session.workspace and changes:
                session.steps.remember(step_of(changes))
                session.load()
                if then is not None:
                    then()

        session.jobs.start(
            "change",
            label,
            lambda progress, cancelled: work(workspace),
            done,
            self.failed,
            cancellable=False,
            queue=True,
        )


def step_of(changes: Sequence[Change]) -> Step:
    """Changes made together as one step, called after the first."""
    return Step(
        changes[0].text,
        lambda: [change.undo() for change in reversed(changes)],
        lambda: [change.redo() for change in changes],
    )
