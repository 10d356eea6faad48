"""Line icons from `resources/icons`, tinted from the theme's tokens."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sundhedsklynge.resources import resource
from sundhedsklynge.ui.theme import tokens

_SIZES = (16, 20, 24, 32, 48)


def icon(name: str) -> QIcon:
    """The icon `name`, in the text colour of the theme now in force and muted where disabled."""
    source = _source(name)
    made = QIcon()
    for color, mode in ((tokens().text, QIcon.Mode.Normal), (tokens().line_strong, QIcon.Mode.Disabled)):
        shape = _in_colour(source, color)
        for size in _SIZES:
            made.addPixmap(_drawn(shape, size), mode)
    return made


def pixmap(name: str, size: int, color: QColor) -> QPixmap:
    """The icon `name` as a picture of `size` device-independent pixels in one colour, as sharp as the sharpest screen."""
    sharpness = screen_sharpness()
    drawn = _drawn(_in_colour(_source(name), color), round(size * sharpness))
    drawn.setDevicePixelRatio(sharpness)
    return drawn


def screen_sharpness() -> float:
    """Device pixels for each pixel of the window, on the sharpest screen."""
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


def _in_colour(source: str, color: QColor) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source.replace("currentColor", color.name()).encode()))


def _drawn(shape: QSvgRenderer, size: int) -> QPixmap:
    drawn = QPixmap(QSize(size, size))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    shape.render(painter)
    painter.end()
    return drawn
