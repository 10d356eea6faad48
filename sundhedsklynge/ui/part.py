"""A part of a page with several: its content, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, StatePanel

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace

Result = TypeVar("Result")


class Part(QWidget):
    """One tab or segment of a page. It reads when it is looked at and the data are others."""

    key = ""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.session = page.session
        self.content = QWidget()
        self.state = StatePanel()
        self._stack = Stack()
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._outdated = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def data_changed(self) -> None:
        """What is looked at, or the data, are others: reads at once if the part is seen."""
        self._outdated = True
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """The part is looked at."""
        if self._outdated:
            self._outdated = False
            self.load()

    def load(self) -> None:
        """Reads what the part shows."""
        raise NotImplementedError

    def show_content(self) -> None:
        """Shows the content."""
        self._stack.setCurrentWidget(self.content)

    def show_empty(self, notice: Notice) -> None:
        """Shows why there is nothing, and what to do."""
        self.state.show_notice(notice)
        self._stack.setCurrentWidget(self.state)

    def read(
        self, label: str, work: Callable[[Workspace], Result], done: Callable[[Result], None], topic: str = ""
    ) -> None:
        """Runs `work` in a thread; a newer reading of the same topic takes the place of the older. One that
        was stopped or failed is begun again when the part is looked at again."""
        workspace = self.session.workspace
        if workspace is None:
            return
        jobs, key = self.session.jobs, f"{type(self).__name__} {self.key} {topic}"

        def stopped() -> None:
            if not jobs.is_running(key):
                self._outdated = True

        def failed(error: Exception) -> None:
            self._outdated = True
            self.failed(error)

        jobs.start(
            key,
            label,
            lambda progress, cancelled: work(workspace),
            lambda result: done(result) if self.session.workspace is workspace else None,
            failed,
            stopped,
        )

    def failed(self, error: Exception) -> None:
        """A reading ended in an error."""
        self.page.tell(notice_of(error))
