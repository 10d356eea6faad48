"""Line icons from `resources/icons`, tinted from the theme's tokens."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sundhedsklynge.resources import resource
from sundhedsklynge.ui.theme import tokens

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str) -> QIcon:
    """The icon `name`, in the text colour of the theme now in force and muted where disabled."""
    source = _source(name)
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_drawn(source, tokens().text, size), QIcon.Mode.Normal)
        made.addPixmap(_drawn(source, tokens().line_strong, size), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, size: int, color: QColor) -> QPixmap:
    """The icon `name` as a picture of `size` device-independent pixels in one colour."""
    return _drawn(_source(name), color, size)


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _drawn(source: str, color: QColor, size: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color.name()).encode()))
    drawn = QPixmap(QSize(size, size))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter)
    painter.end()
    return drawn
