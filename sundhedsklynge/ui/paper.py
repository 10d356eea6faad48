"""The weekly package on paper: the PDF with a page to hang on the wall, the same pages for a printer, and the chart as a picture.

What is drawn is composed by `export.front`; here it is only painted, in any thread and without a display.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageRanges, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.export.front import front, grids, series_of
from sundhedsklynge.export.report import Report
from sundhedsklynge.ui import picture
from sundhedsklynge.ui.paper_chart import fan_picture
from sundhedsklynge.ui.paper_pages import Page, about_pages, draw_frame, draw_front, grid_pages
from sundhedsklynge.ui.paper_sheet import Sheet
from sundhedsklynge.ui.text import in_danish, tr

GRID_DPI = 600  # of the PDF; its lines and letters are drawn at any size
A4_LANDSCAPE = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
_WIDTH, _HEIGHT = 297.0, 210.0  # mm, what the pages are drawn for
_NAMESPACE = QUuid("{6f1f6e0e-3c1c-4b0e-9a43-6f1c6c7d2a10}")  # ours, so that a report always gets the same document id

PagesOf = Callable[[Sheet], Sequence[Page]]


def pdf(report: Report) -> bytes:
    """The report as a PDF, A4 landscape: the same bytes for the same report on the same fonts, wherever and whenever it is made."""
    title = f"{report.forecast.title} - {report.note}"
    creator = f"Sundhedsklynge {report.meta.program_version}"
    return document(title, creator, repr(report), report.meta.as_of, lambda sheet: report_pages(sheet, report))


def document(title: str, creator: str, content: str, day: dt.date, pages_of: PagesOf) -> bytes:
    """Pages as a PDF that is dated `day` and known by a checksum of its `content`."""
    _painting_possible()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(A4_LANDSCAPE)
    writer.setResolution(GRID_DPI)
    writer.setTitle(title)
    writer.setCreator(creator)
    writer.setDocumentId(QUuid.createUuidV5(_NAMESPACE, content.encode()))
    paint(writer, pages_of)
    return dated(bytes(buffer.data().data()), day)


def paint(device: QPagedPaintDevice, pages_of: PagesOf, wanted: QPageRanges | None = None) -> None:
    """Paints the `wanted` pages (None: all), made smaller where the device's paper is smaller than A4 landscape.

    Raises UserError where the device cannot be begun, as a printer that is off.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise UserError(tr("Udskriften kan ikke begynde."), tr("Vælg en anden printer, eller eksportér som PDF."))
    try:
        sheet = Sheet(painter)
        fit = min(1.0, sheet.width / _WIDTH, sheet.height / _HEIGHT)
        if fit < 0.999:  # a device counts whole dots
            painter.scale(fit, fit)
        begun = False
        with in_danish():
            for number, draw in enumerate(pages_of(sheet), start=1):
                if wanted is None or wanted.isEmpty() or wanted.contains(number):
                    if begun:
                        device.newPage()
                    draw(sheet)
                    begun = True
    finally:
        painter.end()


def report_pages(sheet: Sheet, report: Report) -> list[Page]:
    """Every page of the report, whole."""
    first = front(report)
    bodies: list[Page] = [lambda page: draw_front(page, first)]
    for grid in grids(report):
        bodies.extend(grid_pages(sheet, grid))
    bodies.extend(about_pages(sheet, report.about))

    def whole(number: int, body: Page) -> Page:
        def draw(page: Sheet) -> None:
            draw_frame(page, report, first.foot, number, len(bodies))
            body(page)

        return draw

    return [whole(number, body) for number, body in enumerate(bodies, start=1)]


@in_danish()
def png(report: Report) -> bytes:
    """The chart of the report's place as a picture with its title, source and date."""
    _painting_possible()
    return picture.png(_chart(report))


@in_danish()
def svg(report: Report) -> bytes:
    """The same chart of lines and letters."""
    _painting_possible()
    return picture.svg(_chart(report))


DRAW: Mapping[str, Callable[[Report], bytes]] = MappingProxyType({"pdf": pdf, "png": png, "svg": svg})


def _chart(report: Report) -> picture.Picture:
    return fan_picture(series_of(report), report.note, is_demo=report.meta.is_demo)


def _painting_possible() -> None:
    """Fonts need an application object; a window has one already, the command line gets one without a display."""
    if QApplication.instance() is None:
        _Alone.app = QApplication(["sundhedsklynge"])


class _Alone:
    app: QApplication | None = None  # kept, or it would be gone while fonts are still in use


def dated(document: bytes, day: dt.date) -> bytes:
    """The document with `day` for the moment it was made: clock and time zone would change the bytes.

    Qt writes the zone of UTC in fewer letters than others, so what follows moves, and the table of where each object
    stands (PDF 1.7, 7.5.4) is written again.
    """
    moved: list[tuple[int, int]] = []  # end of what was replaced, and by how much what follows moves

    def put(new: bytes) -> Callable[[re.Match[bytes]], bytes]:
        def replace(found: re.Match[bytes]) -> bytes:
            moved.append((found.end(), len(new) - len(found[0])))
            return new

        return replace

    def place(old: int) -> int:
        return old + sum(change for end, change in moved if end <= old)

    body, table, rest = document.rpartition(b"\nxref\n")
    table_at = len(body) + 1
    moment = rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d"  # as long in every zone
    body = re.sub(moment, f"{day:%Y-%m-%d}T00:00:00+00:00".encode(), body)
    body = re.sub(rb"(?<=Date \(D:)\d{14}[^)]{0,8}(?=\))", put(f"{day:%Y%m%d}000000Z".encode()), body)
    rest = re.sub(rb"\d{10}(?= \d{5} n)", lambda entry: b"%010d" % place(int(entry[0])), rest)
    rest = re.sub(rb"(?<=startxref\n)\d+", b"%d" % place(table_at), rest)
    return body + table + rest
