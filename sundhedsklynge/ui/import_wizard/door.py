"""Files dropped anywhere on the window, Ctrl+O, and the sheet that opens when a file needs an answer.

Light to import: the sheet itself is loaded with the pages, after the first paint.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.import_wizard.sheet import ImportSheet


class FileDoor(QObject):
    """Lets files into `window`. `show_data` opens the page on which a first file's receipt can be read."""

    def __init__(self, session: Session, window: QWidget, show_data: Callable[[], object]) -> None:
        super().__init__(window)
        self._show_data = show_data
        self._session = session
        self._window = window
        self.sheet: ImportSheet | None = None
        self._desk = desk_of(session)
        self._desk.changed.connect(self._on_desk)
        self._watch = watch_of(session)
        self._watch.page_asked.connect(lambda: show_data())
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self) -> QFileDialog | None:
        """Asks for files without stopping the window."""
        return None if self._session.workspace is None else ask_files(self._window, self.take)

    def take(self, paths: Sequence[Path]) -> None:
        """Imports files that were dropped or chosen."""
        if self._session.empty:
            self._show_data()
        self._desk.take(paths)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._window:
            return False
        if isinstance(event, QDropEvent):  # dragging is a kind of dropping
            if not event.mimeData().hasUrls() or self._session.workspace is None:
                return False
            if isinstance(event.source(), QWidget):  # a chart of ours, being carried out
                return False
            event.acceptProposedAction()
            if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
                paths = local_files(event)
                if paths:
                    self.take(paths)
            return True
        if event.type() == QEvent.Type.Close:
            self._watch.stop()
        elif event.type() == QEvent.Type.Resize and self.sheet is not None:
            self.sheet.setGeometry(self._window.rect())
        return False

    def _on_desk(self) -> None:
        if self.sheet is None and self._desk.current is not None:
            from sundhedsklynge.ui.import_wizard.sheet import ImportSheet

            self.sheet = ImportSheet(self._desk, self._window)
        if self.sheet is not None:
            self.sheet.refresh()


def ask_files(parent: QWidget, chosen: Callable[[Sequence[Path]], object]) -> QFileDialog:
    """The dialog for files to import."""
    filters = tr("Tabeller (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;Alle filer (*)")
    return ask_paths(parent, tr("Vælg filer"), Mode.ExistingFiles, chosen, filters)


def local_files(event: QDropEvent) -> Sequence[Path]:
    """The files of a drop."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
