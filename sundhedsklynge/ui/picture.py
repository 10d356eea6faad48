"""A chart as a picture: title, source and as-of date around what is drawn; PNG for screens, SVG for print. Always the light theme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from sundhedsklynge.export.files import plain_name
from sundhedsklynge.export.report import DEMO_WORD
from sundhedsklynge.ui.paper_plot import Box
from sundhedsklynge.ui.paper_sheet import Sheet, tag
from sundhedsklynge.ui.theme import LIGHT

PICTURE_DPI, WIDTH, HEIGHT = 200, 2200, 1240  # dots: twice as fine as on screen
MARGIN = 8.0  # mm


@dataclass(frozen=True)
class Picture:
    """What a picture tells: title with its unit, a note under it, the source, what to know before the numbers, and the drawing."""

    title: str
    note: str
    source: str
    told: str
    as_of: dt.date
    draw: Callable[[Sheet, Box], None]
    is_demo: bool = False

    @property
    def stem(self) -> str:
        """What its file is called: `genoptraeningsplaner-pr-uge_2026-11-23`, then `_DEMO` where it is so."""
        return "_".join([plain_name(self.title), self.as_of.isoformat()] + ["DEMO"] * self.is_demo)


def paint(sheet: Sheet, picture: Picture) -> None:
    """The whole picture."""
    right = sheet.width - MARGIN
    wide = right - MARGIN
    if picture.is_demo:
        tag(sheet, right, 7, DEMO_WORD)
    top = 7.5 + sheet.wrapped(MARGIN, 7.5, wide - 50 * picture.is_demo, picture.title, 15, bold=True) + 1.5
    top += sheet.wrapped(MARGIN, top, wide, picture.note, 10) + 2
    foot = sheet.height - 13
    picture.draw(sheet, (MARGIN, top, wide, foot - top - 1))
    sheet.rule(MARGIN, foot, wide)
    sheet.text(MARGIN, foot + 1.5, wide, 5, picture.source, 8, color=LIGHT.muted)
    sheet.text(MARGIN, foot + 6, wide, 5, picture.told, 8, color=LIGHT.muted)


def image(picture: Picture) -> QImage:
    """The picture in dots."""
    made = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    made.setDotsPerMeterX(round(PICTURE_DPI / 0.0254))
    made.setDotsPerMeterY(round(PICTURE_DPI / 0.0254))
    made.fill(LIGHT.surface)
    painter = QPainter(made)
    try:
        paint(Sheet(painter), picture)
    finally:
        painter.end()
    return made


def png(picture: Picture) -> bytes:
    """The picture as a PNG file: the same bytes for the same picture on the same fonts."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image(picture))
    return bytes(data.data())


def svg(picture: Picture) -> bytes:
    """The picture as an SVG file of lines and letters: the same bytes for the same picture on the same fonts."""
    from PySide6.QtSvg import QSvgGenerator  # only who asks for an SVG waits for it

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(PICTURE_DPI)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRect(0, 0, WIDTH, HEIGHT))
    generator.setTitle(picture.title)
    generator.setDescription(f"{picture.note} {picture.source}. {picture.told}")
    painter = QPainter(generator)
    try:
        sheet = Sheet(painter)
        sheet.fill(0, 0, sheet.width, sheet.height, LIGHT.surface)
        paint(sheet, picture)
    finally:
        painter.end()
    return bytes(data.data())
