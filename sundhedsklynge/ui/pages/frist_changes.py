"""Changes of slots and settings made on the deadline page, each as one step that can be taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_slots import SlotEdits
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.capacity import SlotsEdit
    from sundhedsklynge.workspace.change import Change

Result = TypeVar("Result")


@dataclass(frozen=True)
class SlotsChange:
    """Slots that were stored together, to be undone together."""

    changes: tuple[SlotsEdit, ...]

    @property
    def text(self) -> str:
        """What was changed, for undo."""
        return self.changes[0].text

    def undo(self) -> None:
        """Takes all of it back."""
        for change in reversed(self.changes):
            change.undo()

    def redo(self) -> None:
        """Makes all of it again."""
        for change in self.changes:
            change.redo()


def store_edits(
    workspace: Workspace, municipality: int, edits: SlotEdits, why: str, day: dt.date
) -> SlotsChange | None:
    """Stores slots by procedure and Monday; None where nothing changes. Raises UserError, and then nothing is stored."""
    made: list[SlotsEdit] = []
    for procedure in sorted({procedure for procedure, _ in edits}):
        slots = {week: count for (name, week), count in edits.items() if name == procedure}
        try:
            change = workspace.capacity.set_slots(municipality, slots, why, procedure, day)
        except BaseException:
            for earlier in reversed(made):
                earlier.undo()
            raise
        if change is not None:
            made.append(change)
    return SlotsChange(tuple(made)) if made else None


class Changer(QObject):
    """Makes changes of the workspace in a thread, one after the other, each as a step that can be undone. `refused` carries the error."""

    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def make(self, work: Callable[[Workspace], Change | None], then: Callable[[], object] | None = None) -> None:
        """Runs a change and takes note of it; `then` where there was one."""

        def done(change: Change | None) -> None:
            if change is not None:
                self.remember(change)
                if then is not None:
                    then()

        self.run(work, done)

    def set_setting(self, key: str, value: str, valid_from: dt.date | None) -> None:
        """Sets a setting from a day on (None: always)."""
        self.make(lambda workspace: workspace.rules.set(key, value, valid_from))

    def remember(self, change: Change | SlotsChange) -> None:
        """Takes note of a change that was made."""
        self._session.steps.remember(Step(change.text, change.undo, change.redo))
        self._session.steps.applied.emit()

    def run(self, work: Callable[[Workspace], Result], done: Callable[[Result], None]) -> None:
        """Runs `work` after the changes before it."""
        workspace = self._session.workspace
        if workspace is not None:
            self._session.jobs.start(
                "change",
                tr("Gemmer"),
                lambda progress, cancelled: work(workspace),
                done,
                self.refused.emit,
                cancellable=False,
                queue=True,
            )
