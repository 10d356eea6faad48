"""The Data page: five parts of which one is looked at. Each is made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.import_wizard import sheet as _sheet  # loaded with the page, not at the first question
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.import_wizard.words import files_said
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.pages.data.changes import ChangesTab
from sundhedsklynge.ui.pages.data.files import FilesTab
from sundhedsklynge.ui.pages.data.inbox import InboxTab
from sundhedsklynge.ui.pages.data.names import NamesTab
from sundhedsklynge.ui.pages.data.openness import OpennessTab
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr, tr_marked

__all__ = ["DataPage", "_sheet"]

TABS: tuple[type[Tab], ...] = (FilesTab, ChangesTab, OpennessTab, InboxTab, NamesTab)
Kind = TypeVar("Kind", bound=Tab)


class DataPage(Page):
    """Files in, and all that is known of what came in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Data")
        self.watch = watch_of(session)
        self._tabs: dict[str, Tab] = {}
        self.segments = Segments(tr("Del af siden"), [(kind.key, tr_marked(kind.name)) for kind in TABS])
        self._parts = Stack()
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addWidget(self._parts, 1)
        self.segments.chosen.connect(self.show_tab)
        self.watch.seen.connect(self._on_watch)
        self.watch.tab_asked.connect(lambda: self.show_tab(InboxTab.key))
        session.ground_changed.connect(self._on_ground)
        self._on_watch()
        self.tab(FilesTab)

    @property
    def subtitle(self) -> str:
        return files_said(self.session.imports) if self.session.imports else ""

    def actions_row(self) -> list[QWidget]:
        return [self.segments]

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        first, *others = (kind.key for kind in TABS)
        return [*((key, lambda key=key: self.show_tab(key)) for key in others), ("", lambda: self.show_tab(first))]

    def tab(self, kind: type[Kind]) -> Kind:
        """A part of the page."""
        made = self._tabs.get(kind.key)
        if not isinstance(made, kind):
            made = self._tabs[kind.key] = kind(self)
            self._parts.addWidget(made)
        return made

    def show_tab(self, key: str) -> None:
        """Shows a part."""
        self.details_asked.emit(None)
        self.segments.set_current(key)
        tab = self.tab(next(kind for kind in TABS if kind.key == key))
        self._parts.setCurrentWidget(tab)
        tab.look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tabs[self.segments.current()].look()

    def _on_ground(self) -> None:
        for tab in self._tabs.values():
            tab.data_changed()
        self.head_changed.emit()

    def _on_watch(self) -> None:
        count = self.watch.new_files
        said = tr("Overvåget mappe ({count})", count=count) if count else tr_marked(InboxTab.name)
        self.segments.button(InboxTab.key).setText(said)
