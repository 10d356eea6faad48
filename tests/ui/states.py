"""Every state of the window: its pages, their segments, what a page itself calls worth a picture, details, meeting, search, wizard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.pages import MOEDE, OVERBLIK
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.window import MainWindow

# Segments whose options are data or settings: one of them looks like the others.
_ALIKE = {"Tema", "Indgreb", "År", "Vis pr.", "Nye filer, der ikke kræver svar", "Sprog (Language)"}
_FAULTY = "kommunekode;uge;pladser\n219;2027-W05;24\n219;2027-W60;24\n223;2027-W05;mange\n"


def settle() -> None:
    """Lets layouts follow from one another."""
    for _ in range(12):
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # with those that they lead to
        QApplication.processEvents()


def shown(parent: QWidget) -> list[QWidget]:
    """All that can be seen in `parent`."""
    return [widget for widget in parent.findChildren(QWidget) if widget.isVisible()]


def states(window: MainWindow, folder: Path) -> Iterator[str]:
    """Brings the window into one state after the other; yields its name. `folder` is for a file to import."""
    for key in window.page_keys():
        window.show_page(key)
        settle()
        yield key
        yield from _segments(window, key, set())
        page = window.current_page
        for name, show in page.further_states() if page is not None else ():
            show()
            settle()
            if name:
                yield f"{key} {name}"
    window.show_page(OVERBLIK)
    window.details.show_details(
        Details("Hillerød", "64 %", ((tr("Forventet"), "12,3"),), (), ((tr("Åbn i Frist"), window.details.dismiss),))
    )
    settle()
    yield "detaljer"
    window.details.dismiss()
    window.show_page(MOEDE)
    window.meeting.enter(full_screen=False)
    settle()
    yield "mødevisning"
    window.meeting.leave()
    window.search.open()
    settle()
    yield "søgning"
    window.search.close_panel()
    path = folder / "pladser uge 5.csv"
    path.write_text(_FAULTY, encoding="utf-8")
    desk = desk_of(window.session)
    desk.take([path])
    settle()
    yield "import"
    desk.close()
    settle()


def _segments(window: MainWindow, state: str, done: set[Segments]) -> Iterator[str]:
    for segments in window.findChildren(Segments):
        if not segments.isVisible() or segments in done or segments.accessibleName() in _ALIKE:
            continue
        done.add(segments)
        first = segments.current()
        for key in segments.keys:
            made = segments.button(key)
            if key == first or not made.isEnabled():
                continue
            made.click()
            settle()
            yield f"{state} {key}"
            yield from _segments(window, f"{state} {key}", done)
        segments.button(first).click()
        settle()
