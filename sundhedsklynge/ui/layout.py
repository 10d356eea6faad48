"""The window's layout as the user left it: place, splitters, columns, page, scope, theme, size of type and language.

It lies in a file in the user's own settings folder and says nothing of the data. What is read is checked first, so that a broken,
foreign or half-written file costs the user the layout and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QHeaderView, QSplitter, QTableView, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.session import EVERYTHING, Scope
from sundhedsklynge.ui.text import Language, tr

USUAL_WIDTH, USUAL_HEIGHT = 1440, 900
_LEAST_STRIP = (160, 24)  # pixels of the window's top that must be on a screen, or it cannot be dragged back
_FAR = 100_000  # no desktop is larger
_WIDEST = 4000  # of a column or a part of a splitter


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
    "splitters": lambda text: bool(text) and _are_whole(text, 0, _WIDEST),
    "columns": lambda text: text.isdecimal() and _are_whole(text, theme.TARGET, _WIDEST),
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


# Parts of a page ------------------------------------------------------------------------------------------------------


class PartsMemory(QObject):
    """Remembers how the user divided pages and how wide he drew the columns of tables."""

    def follow(self, page: str, widget: QWidget) -> None:
        """Puts the parts of a page as they were left, and keeps what the user changes. Parts known already are passed by."""
        for place, splitter in enumerate(widget.findChildren(QSplitter)):
            if _is_new(splitter):
                _follow_splitter(f"splitters/{page}/{place}", splitter)
        for table in widget.findChildren(QTableView):
            if table.accessibleName() and _is_new(table):
                name = table.accessibleName().replace("/", "-")
                _Columns(f"columns/{page}/{name}", table.horizontalHeader())


def _is_new(widget: QWidget) -> bool:
    known = bool(widget.property("remembered"))
    widget.setProperty("remembered", True)
    return not known


def _follow_splitter(key: str, splitter: QSplitter) -> None:
    sizes = [int(size) for size in remembered(key).split()]
    if len(sizes) == splitter.count():
        splitter.setSizes(sizes)
    splitter.splitterMoved.connect(lambda *_: remember(key, " ".join(map(str, splitter.sizes()))))


class _Columns(QObject):
    """The columns of one table. Pages set widths anew whenever they show other data; a width the user drew wins over theirs.

    A column is known by its heading. One whose heading has a figure in it (a week) is another next week and is not remembered.
    """

    def __init__(self, group: str, head: QHeaderView) -> None:
        super().__init__(head)
        self._group = group
        self._head = head
        self._widths = _widths(group)
        self._is_drawing = False  # the user is, now
        self._is_putting_back = False
        head.viewport().installEventFilter(self)
        head.sectionResized.connect(self._on_resized)
        head.sectionCountChanged.connect(lambda *_: self._put_all_back())
        self._put_all_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._is_drawing = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._is_drawing = False
        return False

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if not self._is_drawing:
            self._put_back(column)
        elif (heading := self._heading(column)) and theme.TARGET <= width <= _WIDEST:
            self._widths[heading] = width
            remember(f"{self._group}/{heading}", width)

    def _put_all_back(self) -> None:
        for column in range(self._head.count()):
            self._put_back(column)

    def _put_back(self, column: int) -> None:
        if self._is_putting_back or not self._widths:
            return
        width = self._widths.get(self._heading(column))
        if width is not None and self._head.sectionSize(column) != width:
            self._is_putting_back = True
            self._head.resizeSection(column, width)
            self._is_putting_back = False

    def _heading(self, column: int) -> str:
        """The heading of a column that the user can draw and that is there next time too, else nothing."""
        if self._head.sectionResizeMode(column) != QHeaderView.ResizeMode.Interactive:
            return ""
        heading = str(self._head.model().headerData(column, Qt.Orientation.Horizontal) or "").replace("/", "-").strip()
        return "" if re.search(r"\d", heading) else heading


def _widths(group: str) -> dict[str, int]:
    """The remembered widths of a table's columns by heading."""
    settings = layout_settings()
    settings.beginGroup(group)
    widths = {heading: remembered(f"{group}/{heading}") for heading in settings.childKeys()}
    return {heading: int(width) for heading, width in widths.items() if width}
