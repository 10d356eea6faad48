"""Export of the weekly forecast from any page: choose a folder, write in a thread, tell where it lies."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.text import tr


def ask_folder(page: Page) -> QFileDialog:
    """Asks for a folder without stopping the window, and exports what the page looks at into it."""
    return ask_paths(page, tr("Vælg mappe til eksporten"), Mode.Directory, lambda paths: export(page, paths[0]))


def export(page: Page, folder: Path) -> None:
    """Writes the forecast of the page's scope as XLSX, PDF, CSV and PNG into `folder`."""
    session = page.session
    workspace, ground = session.workspace, session.ground
    if workspace is None or ground is None:
        return
    level, code = session.scope.focus
    municipality = code if level == "kommune" else None
    cluster = code if level == "klynge" else None

    def work(progress: Progress, cancelled: Cancelled) -> list[Path]:
        from sundhedsklynge.export.package import FORMATS
        from sundhedsklynge.ui.paper import DRAW

        return workspace.export(
            folder,
            ground.as_of,
            FORMATS,
            municipality=municipality,
            cluster=cluster,
            draw=DRAW,
            progress=progress,
            cancelled=cancelled,
        )

    def done(paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        show = (tr("Åbn mappen"), lambda: _show(folder))
        page.tell(Notice("info", tr("Eksporteret: {names}.", names=names), tr("Mappe: {folder}", folder=folder), show))

    session.jobs.start(
        "export",
        tr("Eksporterer"),
        work,
        done,
        lambda error: page.tell(notice_of(error)),
        lambda: page.tell(Notice("info", tr("Eksporten er annulleret."))),
        queue=True,
    )


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
