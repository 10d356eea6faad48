"""Looks at the watched folder now and then, whatever page is shown, and tells of new files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui.importing import KEY, desk_of
from sundhedsklynge.ui.jobs import Progress
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.importing import ImportReport
    from sundhedsklynge.workspace.inbox import InboxView, NewFile

SECONDS, SOON_SECONDS = 30, 3  # between two looks; after the first, which only notes sizes, or while a file is written


class FolderWatch(QObject):
    """The newest look at the folder. `seen` tells that there is a newer one; the others ask for the place that shows it."""

    seen = Signal()
    page_asked = Signal()
    tab_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._told: frozenset[str] = frozenset()
        self.view: InboxView | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        session.workspace_changed.connect(self._on_workspace)
        session.steps.applied.connect(self.look)
        # what was stored may lie in the folder; queued, for a look itself may store
        desk_of(session).stored.connect(self.look, Qt.ConnectionType.QueuedConnection)
        if session.workspace is not None:
            self.look()

    @property
    def new_files(self) -> int:
        """How many files nobody has taken yet."""
        return len(self.view.files) if self.view else 0

    def look(self) -> None:
        """Looks at the folder now."""
        workspace = self._session.workspace
        if workspace is None:
            return
        self._session.jobs.start(
            "inbox",
            tr("Ser efter nye filer"),
            lambda progress, cancelled: workspace.inbox.scan(progress, cancelled),
            lambda view: self._on_view(view) if workspace is self._session.workspace else None,
            lambda error: self._session.told.emit(notice_of(error)),
        )

    def stop(self) -> None:
        """Looks no more: the window closes."""
        self._timer.stop()

    def take(self, files: list[NewFile]) -> None:
        """Imports new files that need no answer; the rest waits in the wizard."""
        workspace = self._session.workspace
        if workspace is None:
            return
        from sundhedsklynge.workspace.wizard import READY

        ready = [file for file in files if file.status == READY]
        asking = [file.path for file in files if file.status != READY]
        if asking:
            desk_of(self._session).take(asking)
        if not ready:
            return

        def work(progress: Progress, cancelled: Cancelled) -> list[ImportReport]:
            reports: list[ImportReport] = []
            for at, file in enumerate(ready):
                progress(at / len(ready))
                reports.append(workspace.inbox.import_file(file, cancelled=cancelled))
            return reports

        self._session.jobs.start(
            KEY,
            tr("Importerer {count} filer", count=len(ready)),
            work,
            self._on_taken,
            lambda error: self._session.told.emit(notice_of(error)),
            queue=True,
        )

    def _on_taken(self, reports: list[ImportReport]) -> None:
        for report in reports:
            if report.refused is not None:
                self._session.told.emit(Notice("error", translated(report.sentence())))
        desk_of(self._session).take_stored([report for report in reports if report.refused is None])
        self.look()

    def _on_view(self, view: InboxView) -> None:
        self.view = view
        if view.imported:
            desk_of(self._session).take_stored(list(view.imported))
        names = frozenset(file.sha256 or file.name for file in view.files)
        told, self._told = self._told, names
        self._session.news_changed.emit()
        if names - told:
            self._tell(names)
        if view.folder is not None and not self._session.jobs.synchronous:
            self._timer.start(1000 * (SOON_SECONDS if view.waiting or view.later else SECONDS))
        else:
            self._timer.stop()
        self.seen.emit()

    def _tell(self, names: frozenset[str]) -> None:
        count = len(names)
        said = (
            tr("Der er én ny fil i den overvågede mappe.")
            if count == 1
            else tr("Der er {count} nye filer i den overvågede mappe.", count=count)
        )
        self._session.told.emit(
            Notice("info", said, "", (tr("Vis"), self._ask), holds=lambda: bool(names & self._told))
        )

    def _ask(self) -> None:
        """The user wants to see the files: first the page, which may have to be made, then its part."""
        self.page_asked.emit()
        self.tab_asked.emit()

    def _on_workspace(self) -> None:
        self._timer.stop()
        self.view = None
        self._told = frozenset()
        self.look()


def watch_of(session: Session) -> FolderWatch:
    """The session's watch, made the first time it is asked for."""
    return session.findChild(FolderWatch) or FolderWatch(session)
