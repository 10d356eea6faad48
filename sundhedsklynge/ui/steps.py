"""Undo and redo: every change of the data is a step with a name that can be taken back and made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.text import tr

_KEY = "change"


@dataclass(frozen=True)
class Step:
    """A change with its name; `undo` and `redo` run in a thread."""

    text: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class Steps(QObject):
    """The changes made since the database was opened. `applied` tells that the data are others, `failed` carries the error."""

    changed = Signal()
    applied = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undo_text(self) -> str:
        """What the next undo takes back, or nothing."""
        return self._done[-1].text if self._done else ""

    @property
    def redo_text(self) -> str:
        """What the next redo makes again, or nothing."""
        return self._undone[-1].text if self._undone else ""

    def clear(self) -> None:
        """Forgets all steps: another database was opened."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    def remember(self, step: Step) -> None:
        """Takes note of a change that has been made."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def make(self, step: Step) -> None:
        """Makes a change and takes note of it."""
        self._run(step.text, step.redo, lambda: self.remember(step))

    def undo(self) -> None:
        """Takes the last change back."""
        if self._done:
            said = tr("Fortryder: {step}", step=self._done[-1].text)
            self._run(said, self._done[-1].undo, lambda: self._move(self._done, self._undone))

    def redo(self) -> None:
        """Makes the change last taken back again."""
        if self._undone:
            said = tr("Gentager: {step}", step=self._undone[-1].text)
            self._run(said, self._undone[-1].redo, lambda: self._move(self._undone, self._done))

    def _move(self, source: list[Step], target: list[Step]) -> None:
        target.append(source.pop())
        self.changed.emit()

    def _run(self, label: str, change: Callable[[], object], then: Callable[[], None]) -> None:
        def done(_: object) -> None:
            then()
            self.applied.emit()

        if any(job.key == _KEY for job in self._jobs.running):
            return  # the steps move when the one under way has ended

        self._jobs.start(_KEY, label, lambda progress, cancelled: change(), done, self.failed.emit, cancellable=False)
