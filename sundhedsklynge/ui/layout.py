"""The window's layout as the user left it: place, splitters, columns, page, scope, theme, size of type and language.

It lies in a file in the user's own settings folder and says nothing of the data. What is read is checked first, so that a broken,
foreign or half-written file costs the user the layout and nothing else. `parts_memory` puts splitters and columns back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.session import EVERYTHING, Scope
from sundhedsklynge.ui.text import Language, tr

USUAL_WIDTH, USUAL_HEIGHT = 1440, 900
_LEAST_STRIP = (160, 24)  # pixels of the window's top that must be on a screen, or it cannot be dragged back
_FAR = 100_000  # no desktop is larger
WIDEST = 4000  # of a column or a part of a splitter


def _are_whole(text: str, low: int, high: int) -> bool:
    return all(re.fullmatch(r"-?\d{1,6}", part) and low <= int(part) <= high for part in text.split())


def _is_place(text: str) -> bool:
    *_, width, height, is_maximised = ("0", "0", "0", *text.split())
    is_sized = len(text.split()) == 5 and _are_whole(text, -_FAR, _FAR) and min(int(width), int(height)) > 0
    return is_sized and is_maximised in ("0", "1")


def _is_scale(text: str) -> bool:
    return bool(re.fullmatch(r"\d(\.\d+)?", text)) and 0.8 <= float(text) <= 2.0


_FITS: dict[str, Callable[[str], bool]] = {
    "window": _is_place,
    "theme": lambda text: text in {"", *(scheme.value for scheme in theme.Scheme)},
    "scale": _is_scale,
    "language": lambda text: text in {language.value for language in Language},
    "page": lambda text: bool(re.fullmatch(r"[a-z]{1,40}", text)),
    "area": lambda text: bool(re.fullmatch(r"[a-z_]{1,40} \S.{0,80}", text)),
    "municipality": lambda text: text == "" or (text.isdecimal() and _are_whole(text, 1, 9999)),
    "tour": lambda text: text == "seen",
    "splitters": lambda text: bool(text) and _are_whole(text, 0, WIDEST),
    "columns": lambda text: text.isdecimal() and _are_whole(text, theme.TARGET, WIDEST),
}


def layout_settings() -> QSettings:
    """Where the layout is remembered: a file in the user's own settings folder."""
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Sundhedsklynge", "vindue")
    settings.setFallbacksEnabled(False)
    return settings


def remembered(key: str) -> str:
    """What is stored as `key`; nothing where there is none or it cannot be used."""
    stored = layout_settings().value(key)
    return str(stored) if stored is not None and _fits(key, stored) else ""


def remember(key: str, value: object) -> None:
    """Stores `value` as `key`."""
    layout_settings().setValue(key, str(value))


def _fits(key: str, stored: object) -> bool:
    fits = _FITS.get(key.partition("/")[0])
    return fits is not None and isinstance(stored, str | int | float) and fits(str(stored))


def mend() -> Notice | None:
    """Puts a file that cannot be used, or not all of it, aside and keeps what can; what to tell the user, if anything was wrong."""
    settings = layout_settings()
    file = Path(settings.fileName())
    if not file.exists():
        return None
    stored = {key: settings.value(key) for key in settings.allKeys()}
    is_readable = settings.status() == QSettings.Status.NoError and file.is_file()
    good = {key: value for key, value in stored.items() if is_readable and _fits(key, value)}
    if is_readable and len(good) == len(stored):
        return None
    aside = file.with_name(f"{file.stem}-kasseret{file.suffix}")
    try:
        file.replace(aside)
    except OSError:
        return Notice("warning", tr("Vinduets indstillinger kan ikke læses. Standard bruges."))
    fresh = layout_settings()
    fresh.clear()
    for key, value in good.items():
        fresh.setValue(key, value)
    fresh.sync()
    return Notice(
        "warning",
        tr("Vinduets indstillinger var ødelagt og er sat tilbage. Den gamle fil er gemt som {path}.", path=aside),
    )


def remembered_scheme(app: QApplication) -> theme.Scheme:
    """The theme chosen last time, else the desktop's."""
    stored = remembered("theme")
    return theme.Scheme(stored) if stored else theme.system_scheme(app)


def remembered_scale() -> float:
    """The size of type chosen last time, 1 where none was or what was stored is no use."""
    return float(remembered("scale") or 1.0)


def remembered_language() -> Language:
    """The language chosen last time, else Danish."""
    return Language(remembered("language") or Language.DANISH.value)


def remember_scope(scope: Scope) -> None:
    """Keeps area and municipality for next time."""
    remember("area", " ".join(scope.area))
    remember("municipality", "" if scope.municipality is None else scope.municipality)


def remembered_scope() -> Scope:
    """Area and municipality of last time; whether the data have them is for the session to see."""
    level, _, code = remembered("area").partition(" ")
    municipality = remembered("municipality")
    return Scope((level, code) if level else EVERYTHING, int(municipality) if municipality else None)


# The window's place ---------------------------------------------------------------------------------------------------


def remember_place(window: QWidget) -> None:
    """Keeps where the window is, and how large when it is not maximised."""
    place = window.normalGeometry() if window.isMaximized() or window.isFullScreen() else window.geometry()
    figures = (place.x(), place.y(), place.width(), place.height(), int(window.isMaximized()))
    remember("window", " ".join(map(str, figures)))


def put_in_place(window: QWidget) -> None:
    """The window where it was; in the middle of the main screen where that place is gone, and a share of the screen the first time."""
    stored = remembered("window")
    if not stored:
        room = window.screen().availableGeometry()
        window.resize(min(USUAL_WIDTH, room.width()), min(USUAL_HEIGHT, room.height()))
        if room.width() <= USUAL_WIDTH:
            window.setWindowState(Qt.WindowState.WindowMaximized)
        return
    *figures, is_maximised = map(int, stored.split())
    place = QRect(*figures)
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if any(_can_be_reached(place, room) for room in screens):
        window.setGeometry(place)
    else:
        room = window.screen().availableGeometry()
        window.resize(place.size().boundedTo(room.size() * 0.9))
        window.move(room.center() - window.rect().center())
    if is_maximised:
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _can_be_reached(place: QRect, room: QRect) -> bool:
    width, height = _LEAST_STRIP
    seen = QRect(place.x(), place.y(), place.width(), height).intersected(room)
    return seen.width() >= width and seen.height() >= height and place.width() <= 2 * room.width()
