"""The Data page: five parts of which one is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.import_wizard import sheet as _sheet  # loaded with the page, not at the first question
from sundhedsklynge.ui.import_wizard.door import ask_files
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.pages.data.changes import ChangesTab
from sundhedsklynge.ui.pages.data.files import FilesTab
from sundhedsklynge.ui.pages.data.inbox import InboxTab
from sundhedsklynge.ui.pages.data.names import NamesTab
from sundhedsklynge.ui.pages.data.openness import OpennessTab
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ImportOptions

__all__ = ["DataPage", "_sheet"]


class DataPage(Page):
    """Files in, and all that is known of what came in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Data")
        self._watch = watch_of(session)
        self.files = FilesTab(self, self.ask)
        self.changes = ChangesTab(self)
        self.openness = OpennessTab(self)
        self.inbox = InboxTab(self)
        self.names = NamesTab(self)
        self._tabs: dict[str, Tab] = {
            tab.key: tab for tab in (self.files, self.changes, self.openness, self.inbox, self.names)
        }
        self.segments = Segments(
            tr("Del af siden"),
            (
                (self.files.key, tr("Filer")),
                (self.changes.key, tr("Forskelle")),
                (self.openness.key, tr("Åbenhed")),
                (self.inbox.key, tr("Overvåget mappe")),
                (self.names.key, tr("Navne")),
            ),
        )
        self._parts = QStackedWidget()
        for tab in self._tabs.values():
            self._parts.addWidget(tab)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addWidget(self._parts, 1)
        self.segments.chosen.connect(self.show_tab)
        self._watch.seen.connect(self._on_watch)
        self._watch.tab_asked.connect(lambda: self.show_tab(self.inbox.key))
        session.ground_changed.connect(self._on_ground)
        self._on_watch()
        self.files.look()

    @property
    def subtitle(self) -> str:
        count = len(self.session.imports)
        return tr("{count} importerede filer", count=count) if count else ""

    def actions_row(self) -> list[QWidget]:
        return [self.segments]

    def import_files(self, paths: Sequence[Path], options: ImportOptions | None = None) -> None:
        """Imports files."""
        desk_of(self.session).take(paths, options)

    def ask(self) -> QFileDialog:
        """Asks for files without stopping the window."""
        return ask_files(self, self.import_files)

    def tab_keys(self) -> list[str]:
        """The parts of the page, in order."""
        return list(self._tabs)

    def show_tab(self, key: str) -> None:
        """Shows a part."""
        self.details_asked.emit(None)
        self.segments.set_current(key)
        self._parts.setCurrentWidget(self._tabs[key])
        self._tabs[key].look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tabs[self.segments.current()].look()

    def _on_ground(self) -> None:
        for tab in self._tabs.values():
            tab.data_changed()
        self.head_changed.emit()

    def _on_watch(self) -> None:
        count = self._watch.new_files
        named = self.segments.button(self.inbox.key)
        named.setText(tr("Overvåget mappe ({count})", count=count) if count else tr("Overvåget mappe"))
