"""The weekly package on paper: the PDF with a page to hang on the wall, and the chart as a picture.

What is drawn is composed by `export.front`; here it is only painted, in any thread and without a display.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QUuid
from PySide6.QtGui import QImage, QImageWriter, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from sundhedsklynge.export.front import Front, front, grids, series_of
from sundhedsklynge.export.report import Report
from sundhedsklynge.ui.paper_chart import draw_picture
from sundhedsklynge.ui.paper_pages import Page, about_pages, draw_frame, draw_front, grid_pages
from sundhedsklynge.ui.paper_sheet import Sheet
from sundhedsklynge.ui.theme import LIGHT

DPI = 600  # of the PDF's grid; its lines and letters are drawn at any size
PICTURE_DPI, PICTURE_WIDTH, PICTURE_HEIGHT = 200, 2200, 1240
_NAMESPACE = QUuid("{6f1f6e0e-3c1c-4b0e-9a43-6f1c6c7d2a10}")  # ours, so that a report always gets the same document id


def pdf(report: Report) -> bytes:
    """The report as a PDF, A4 landscape: the same bytes for the same report on the same fonts.

    Qt writes the time of UTC in fewer letters than that of other zones, so only files from either are the same.
    """
    _painting_possible()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(0, 0, 0, 0))
    )
    writer.setResolution(DPI)
    writer.setTitle(f"{report.forecast.title} - {report.note}")
    writer.setCreator(f"Sundhedsklynge {report.meta.program_version}")
    writer.setDocumentId(QUuid.createUuidV5(_NAMESPACE, repr(report).encode()))
    painter = QPainter(writer)
    try:
        sheet = Sheet(painter)
        first = front(report)
        pages = _pages(sheet, report, first)
        for number, draw in enumerate(pages, start=1):
            if number > 1:
                writer.newPage()
            draw_frame(sheet, report, first.foot, number, len(pages))
            draw(sheet)
    finally:
        painter.end()
    return _dated(bytes(buffer.data().data()), report.meta.as_of)


def png(report: Report) -> bytes:
    """The chart of the report's place as a picture with its title, source and date."""
    _painting_possible()
    image = QImage(PICTURE_WIDTH, PICTURE_HEIGHT, QImage.Format.Format_RGB32)
    dots = round(PICTURE_DPI / 0.0254)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    image.fill(LIGHT.surface)
    painter = QPainter(image)
    try:
        draw_picture(Sheet(painter), series_of(report), report.note, demo=report.meta.is_demo)
    finally:
        painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


DRAW: Mapping[str, Callable[[Report], bytes]] = MappingProxyType({"pdf": pdf, "png": png})


def _pages(sheet: Sheet, report: Report, first: Front) -> Sequence[Page]:
    pages: list[Page] = [lambda page: draw_front(page, first)]
    for grid in grids(report):
        pages.extend(grid_pages(sheet, grid))
    pages.extend(about_pages(sheet, report.about))
    return pages


def _painting_possible() -> None:
    """Fonts need an application object; a window has one already, the command line gets one without a display."""
    if QApplication.instance() is None:
        _Alone.app = QApplication(["sundhedsklynge"])


class _Alone:
    app: QApplication | None = None  # kept, or it would be gone while fonts are still in use


def _dated(document: bytes, day: dt.date) -> bytes:
    """The document with `day` for the moment it was made: clock and time zone would change the bytes.

    Every replacement is as long as what it replaces, for a PDF counts its bytes.
    """
    stamped = re.sub(rb"D:\d{14}(?=[+\-Z)])", f"D:{day:%Y%m%d}000000".encode(), document)
    stamped = re.sub(rb"(?<=D:\d{14})[+-]\d\d'\d\d'", b"+00'00'", stamped)
    moment = f"{day:%Y-%m-%d}T00:00:00".encode()
    stamped = re.sub(rb"(?<=Date=\")\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", moment, stamped)
    return re.sub(rb"(?<=T00:00:00)[+-]\d\d:\d\d(?=\")", b"+00:00", stamped)
