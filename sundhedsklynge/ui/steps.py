"""Undo and redo: every change of the data is a step with a name that can be taken back and made again."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.text import tr, translated

_KEY = "change"  # of every job that changes data


@dataclass(frozen=True)
class Step:
    """A change with its name; `undo` and `redo` run in a thread."""

    text: str
    undo: Callable[[], object]
    redo: Callable[[], object]


class Steps(QObject):
    """The changes made since the database was opened. `applied` tells that the data are others, `failed` carries the error.

    What is asked for while a change is under way waits for it, in the order asked.
    """

    changed = Signal()
    applied = Signal()
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._wishes: deque[Callable[[], None]] = deque()
        # queued: a job that has ended is told of before what it made is remembered
        jobs.changed.connect(self._grant, Qt.ConnectionType.QueuedConnection)

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
        for kept in (self._done, self._undone, self._wishes):
            kept.clear()
        self.changed.emit()

    def remember(self, step: Step) -> None:
        """Takes note of a change that has been made."""
        self._done.append(step)
        self._undone.clear()
        self.changed.emit()

    def make(self, step: Step) -> None:
        """Makes a change and takes note of it."""
        self._ask(lambda: self._run(translated(step.text), step.redo, lambda: self.remember(step), self.failed.emit))

    def undo(self) -> None:
        """Takes the last change back."""
        self._ask(self._undo)

    def redo(self) -> None:
        """Makes the change last taken back again."""
        self._ask(self._redo)

    def _undo(self) -> None:
        if self._done:
            step = self._done[-1]
            self._move(tr("Fortryder: {step}", step=translated(step.text)), step.undo, self._done, self._undone)

    def _redo(self) -> None:
        if self._undone:
            step = self._undone[-1]
            self._move(tr("Gentager: {step}", step=translated(step.text)), step.redo, self._undone, self._done)

    def _move(self, said: str, change: Callable[[], object], source: list[Step], target: list[Step]) -> None:
        def then() -> None:
            target.append(source.pop())
            self.changed.emit()

        def failed(error: Exception) -> None:
            if not isinstance(
                error, DatabaseError
            ):  # it will never succeed, and must not bar the way to those before it
                source.pop()
                self.changed.emit()
            self.failed.emit(error)

        self._run(said, change, then, failed)

    def _ask(self, wish: Callable[[], None]) -> None:
        self._wishes.append(wish)
        self._grant()

    def _grant(self) -> None:
        if self._wishes and not any(job.key == _KEY for job in self._jobs.running):
            self._wishes.popleft()()

    def _run(
        self,
        label: str,
        change: Callable[[], object],
        then: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        def done(_: object) -> None:
            then()
            self.applied.emit()

        self._jobs.start(_KEY, label, lambda progress, cancelled: change(), done, failed, cancellable=False)
