"""What the parts of the Data page share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, StatePanel
from sundhedsklynge.ui.steps import Step

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change

Result = TypeVar("Result")


class Tab(QWidget):
    """A part of the Data page: its content, or why there is none. It reads when it is looked at and the data are others."""

    key = ""
    name = ""  # marked for translation

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.session = page.session
        self.content = QWidget()
        self.state = StatePanel()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._outdated = True

    def data_changed(self) -> None:
        """The data are others: reads them, at once if the tab is looked at."""
        self._outdated = True
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """The tab is looked at."""
        if self._outdated:
            self._outdated = False
            self.load()

    def load(self) -> None:
        """Reads what the tab shows."""
        raise NotImplementedError

    def show_content(self) -> None:
        """Shows the content."""
        self._stack.setCurrentWidget(self.content)

    def show_empty(self, sentence: str, remedy: str, action: tuple[str, Callable[[], None]] | None = None) -> None:
        """Shows why there is nothing, and what to do."""
        self.state.show_notice(Notice("info", sentence, remedy, action))
        self._stack.setCurrentWidget(self.state)

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
            lambda error: self.page.tell(notice_of(error)),
            cancellable=False,
            queue=True,
        )

    def read(self, label: str, work: Callable[[Workspace], Result], done: Callable[[Result], None]) -> None:
        """Runs `work` in a thread; a newer reading of this tab takes the place of the older."""
        workspace = self.session.workspace
        if workspace is None:
            return
        self.session.jobs.start(
            f"data {self.key}",
            label,
            lambda progress, cancelled: work(workspace),
            lambda result: done(result) if self.session.workspace is workspace else None,
            lambda error: self.page.tell(notice_of(error)),
        )


def step_of(changes: Sequence[Change]) -> Step:
    """Changes made together as one step, called after the first."""
    return Step(
        changes[0].text,
        lambda: [change.undo() for change in reversed(changes)],
        lambda: [change.redo() for change in changes],
    )
