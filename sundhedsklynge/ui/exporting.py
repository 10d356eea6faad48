"""The weekly forecast out of the window, from any page: as files in a folder, or on a printer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.jobs import Progress
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from sundhedsklynge.export.report import Report


def ask_folder(page: Page, write: Callable[[Path], object] | None = None) -> QFileDialog:
    """Asks for a folder without stopping the window, and exports what the page looks at into it, or has `write` do so."""

    def chosen(paths: Sequence[Path]) -> None:
        (write or partial(export, page))(paths[0])

    return ask_paths(page, tr("Vælg mappe til eksporten"), Mode.Directory, chosen)


def export(page: Page, folder: Path) -> None:
    """Writes the forecast of the page's scope in every format into `folder`."""
    session = page.session
    workspace, ground = session.workspace, session.ground
    if workspace is None or ground is None:
        return
    municipality, area = _place(page)

    def work(progress: Progress, cancelled: Cancelled) -> list[Path]:
        from sundhedsklynge.export.package import FORMATS
        from sundhedsklynge.ui.paper import DRAW

        return workspace.export(
            folder, ground.as_of, FORMATS, municipality, area, draw=DRAW, progress=progress, cancelled=cancelled
        )

    write_into(page, folder, work)


def write_into(page: Page, folder: Path, work: Callable[[Progress, Cancelled], list[Path]]) -> None:
    """Has `work` write files into `folder` in a thread, and tells what came of it."""

    def done(paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        show = (tr("Åbn mappen"), lambda: _show(folder))
        page.tell(Notice("info", tr("Eksporteret: {names}.", names=names), tr("Mappe: {folder}", folder=folder), show))

    page.session.jobs.start(
        "export",
        tr("Eksporterer"),
        work,
        done,
        lambda error: page.tell(notice_of(error)),
        lambda: page.tell(Notice("info", tr("Eksporten er annulleret."), passing=True)),
        queue=True,
    )


def ask_print(page: Page, *, masked: bool = False) -> None:
    """Composes the week's pages of the page's scope, then asks for a printer without stopping the window.

    masked: small numbers are hidden, as in a meeting.
    """
    session = page.session
    workspace, ground = session.workspace, session.ground
    if workspace is None or ground is None:
        return
    municipality, area = _place(page)

    def done(report: Report) -> None:
        choose_printer(page, report)

    session.jobs.start(
        "print",
        tr("Gør siderne klar"),
        lambda progress, cancelled: workspace.report(
            ground.as_of, municipality, area, masked, progress=progress, cancelled=cancelled
        ),
        done,
        lambda error: page.tell(notice_of(error)),
    )


def choose_printer(page: Page, report: Report) -> QPrintDialog | None:
    """The dialog for printers, where there is one; what is chosen there is printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    from sundhedsklynge.ui.paper import A4_LANDSCAPE

    if not QPrinterInfo.availablePrinterNames():
        save = (tr("Eksportér"), lambda: _ask_folder(page))
        sentence = tr("Der er ingen printer på computeren.")
        page.tell(Notice("warning", sentence, tr("Eksportér i stedet siderne som PDF."), save))
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(A4_LANDSCAPE)
    printer.setFullPage(True)
    printer.setDocName(report.stem)
    dialog = QPrintDialog(printer, page)
    dialog.setWindowTitle(tr("Udskriv ugens prognose"))
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.accepted.connect(lambda: print_report(page, report, printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # of its own it has only the form for C++
    return dialog


def print_report(page: Page, report: Report, printer: QPrinter) -> None:
    """Sends the pages that were asked for to `printer`."""

    def work(progress: Progress, cancelled: Cancelled) -> None:
        from sundhedsklynge.ui.paper import paint, report_pages

        paint(printer, lambda sheet: report_pages(sheet, report), printer.pageRanges())

    name = printer.printerName() or printer.outputFileName()
    session = page.session
    session.jobs.start(
        "print",
        tr("Udskriver"),
        work,
        lambda _: page.tell(Notice("info", tr("Siderne er sendt til {printer}.", printer=name), passing=True)),
        lambda error: page.tell(notice_of(error)),
        queue=True,
    )


def _place(page: Page) -> tuple[str | None, str | None]:
    """Municipality and area of the page's scope, as the workspace asks for them."""
    level, code = page.session.scope.focus
    if level == "kommune":
        return code, None
    return None, None if level == "i_alt" else code


def _ask_folder(page: Page) -> None:
    ask_folder(page)


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
