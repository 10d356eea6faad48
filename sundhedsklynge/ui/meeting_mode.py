"""Meeting mode: the meeting page alone, in large type, on the whole screen; everything comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.pages import MOEDE

if TYPE_CHECKING:
    from sundhedsklynge.ui.window import MainWindow

SCALE = 1.5


@dataclass(frozen=True)
class _Before:
    """How the window was: page, details, what had the focus, and its state."""

    page: str
    details: Details | None
    focus: QWidget | None
    state: Qt.WindowState


class MeetingMode(QObject):
    """Turns the mode on and off. While it is on no tooltip is shown, for it may tell what the slide hides."""

    def __init__(self, window: MainWindow, scale: Callable[[], float]) -> None:
        super().__init__(window)
        self._window = window
        self._scale = scale
        self._before: _Before | None = None

    @property
    def is_on(self) -> bool:
        """Whether the meeting is on the screen."""
        return self._before is not None

    @property
    def scale(self) -> float:
        """The size of type that holds now."""
        return self._scale() * (SCALE if self.is_on else 1.0)

    def toggle(self) -> None:
        """On, or back."""
        if self.is_on:
            self.leave()
        else:
            self.enter()

    def enter(self, *, full_screen: bool = True) -> None:
        """Shows the meeting alone; nothing happens while there are no data to meet about."""
        window = self._window
        if self.is_on or window.session.workspace is None or MOEDE not in window.page_keys():
            return
        self._before = _Before(window.current_key, window.details.shown, window.focusWidget(), window.windowState())
        window.show_page(MOEDE)
        window.details.dismiss()
        self._set_frame(visible=False)
        _application().installEventFilter(self)
        if full_screen:
            window.showFullScreen()

    def leave(self) -> None:
        """Puts the window back as it was."""
        before, window = self._before, self._window
        if before is None:
            return
        self._before = None
        _application().removeEventFilter(self)
        if window.isFullScreen():
            window.setWindowState(before.state)
        self._set_frame(visible=True)
        window.show_page(before.page)
        if before.details is not None:
            window.details.show_details(before.details)
        if before.focus is not None and before.focus.isVisible():
            before.focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_frame(self, *, visible: bool) -> None:
        window = self._window
        for part in (window.navigation, window.scope_bar, window.status_bar):
            part.setVisible(visible)
        theme.apply(_application(), theme.tokens().scheme, self.scale)
        page = window.current_page
        if page is not None:
            page.set_meeting_mode(not visible)
            if not visible:
                page.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.ToolTip


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
