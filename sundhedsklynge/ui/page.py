"""What every page of the window shares: a place for notices, and its loading, empty and error states."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Scrolled, Stack, WrappedLabel
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr

PASSING_SECONDS = 8  # time to read two lines


def label(text: str = "", kind: str = "", *, wrap: bool = False) -> QLabel:
    """A label of plain text in one of the style sheet's kinds."""
    made = WrappedLabel(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        made.setProperty("kind", kind)
    return made


class ElidedLabel(QLabel):
    """One line that ends in dots where it does not fit; the whole text is in the tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if kind:
            self.setProperty("kind", kind)
        self.set_whole(text)

    def set_whole(self, text: str) -> None:
        """Sets the text to be shown as far as there is room."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, max(0, self.width())))


def button(text: str, on_click: Callable[[], object], kind: str = "", tip: str = "") -> QPushButton:
    """A push button in one of the style sheet's kinds."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda: on_click())
    return made


def frame(kind: str, layout: QLayout) -> QFrame:
    """A frame in one of the style sheet's kinds around `layout`."""
    made = QFrame()
    made.setProperty("kind", kind)
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and destroys it."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        inner = item.layout()
        if inner is not None:
            clear(inner)


class LineButton(QPushButton):
    """A line of text to click, with dots where it does not fit; the whole text is in the tooltip."""

    def __init__(self, text: str, on_click: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = text
        self.setProperty("kind", "line")
        self.setAutoDefault(False)
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_click())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - self.iconSize().width() - 4 * theme.SPACE_XS - theme.SPACE_XS
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))


class NoticeBar(QFrame):
    """One notice: shape and word for its tone, the sentence, the remedy, one action, and a way to close it.

    One that only confirms closes itself, but not from under the mouse or the keyboard.
    """

    closed = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice = notice
        self.setProperty("kind", "notice")
        self.setProperty("tone", notice.tone)
        tone = {
            "info": "✓ " + tr("Besked"),
            "warning": "▲ " + tr("Bemærk"),
            "error": "● " + tr("Fejl"),
        }[notice.tone]
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_S, theme.SPACE_S)
        row.setSpacing(theme.SPACE_M)
        row.addWidget(label(tone, "strong"))
        text = " ".join(part for part in (notice.sentence, notice.remedy) if part)
        self.sentence = label(text, wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self.sentence, 1)
        if notice.action is not None:
            row.addWidget(button(notice.action[0], self._act))
        close = button(tr("Luk"), self.closed.emit, "flat")
        close.setAccessibleName(tr("Luk beskeden"))
        row.addWidget(close)
        self.setAccessibleName(f"{tone}: {text}")
        if notice.passing:
            self._timer = QTimer(self)
            self._timer.timeout.connect(self._pass)
            self._timer.start(int(1000 * PASSING_SECONDS))

    @property
    def holds(self) -> bool:
        """Whether what it tells is still so."""
        return self._notice.holds is None or self._notice.holds()

    def _act(self) -> None:
        if self._notice.once:
            self.closed.emit()
        if self._notice.action is not None:
            self._notice.action[1]()

    def _pass(self) -> None:
        focused = QApplication.focusWidget()
        if not self.underMouse() and (focused is None or not self.isAncestorOf(focused)):
            self.closed.emit()


class StatePanel(QWidget):
    """What a page shows instead of its content: why, and what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.addStretch(2)
        self._title = label("", "title", wrap=True)
        self._text = label("", "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(320)
        self._bar.setAccessibleName(tr("Arbejder"))
        self._act = button("", self._do)
        self._action: Callable[[], None] | None = None
        for widget in (self._title, self._text):
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            widget.setMaximumWidth(theme.scaled(640))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(widget, 6)
            row.addStretch(1)
            box.addLayout(row)
            box.addSpacing(theme.SPACE_S)
        box.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(self._act, 0, Qt.AlignmentFlag.AlignHCenter)
        box.addStretch(3)

    def show_loading(self, title: str) -> None:
        """Work is under way; `title` says which."""
        self._show(title, "", None, busy=True)

    def show_notice(self, notice: Notice) -> None:
        """Why there is nothing to show."""
        self._show(notice.sentence, notice.remedy, notice.action, busy=False)

    def _show(self, title: str, text: str, action: tuple[str, Callable[[], None]] | None, *, busy: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._bar.setVisible(busy)
        self._act.setVisible(action is not None)
        if action is not None:
            self._act.setText(action[0])
            self._act.setAccessibleName(action[0])
        self._action = action[1] if action else None

    def _do(self) -> None:
        if self._action is not None:
            self._action()


PageT = TypeVar("PageT", bound="Page")


def when_seen(refresh: Callable[[PageT], None]) -> Callable[[PageT], None]:
    """Makes a page's method wait while the page is put away; however often it is called then, it runs once. The debt is paid when it
    has run to its end, also as a part of another one."""

    @wraps(refresh)
    def waiting(page: PageT) -> None:
        if page.is_away:
            page.owed[waiting] = True
        else:
            refresh(page)
            page.owed.pop(waiting, None)

    return waiting


class Page(QWidget):
    """A page. `title` and `actions` stand in the window's head; `details_asked` opens the details, None closes them;
    `meeting_asked` turns the meeting mode on or off, `tour_asked` starts the tour."""

    title = ""
    details_asked = Signal(object)
    page_asked = Signal(str)
    head_changed = Signal()
    meeting_asked = Signal()
    tour_asked = Signal()
    grown = Signal()  # a part was made after the page

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.details_open = False  # whether the details pane now shows something of this page
        self.is_away = False  # made, and another page is looked at
        self.owed: dict[Callable[..., None], bool] = {}  # held back by `when_seen`, in order; False: tried in vain
        self._bars: list[NoticeBar] = []
        self._notices = QVBoxLayout()
        self._notices.setSpacing(theme.SPACE_S)
        self.state = StatePanel()
        self.content = QWidget()
        self._stack = Stack()
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_L, 0, theme.SPACE_L, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(self._notices)
        box.addWidget(Scrolled(self._stack), 1)
        session.ground_changed.connect(self._drop_outlived)
        session.news_changed.connect(self._drop_outlived)

    @property
    def subtitle(self) -> str:
        """What stands muted beside the title."""
        return ""

    def actions_row(self) -> list[QWidget]:
        """The page's own controls in the window's head."""
        return []

    def look_up(self, topic: str) -> None:
        """Shows what the page has on `topic`, as a page's key in help; most have nothing."""

    def set_meeting_mode(self, on: bool) -> None:
        """The page stands alone in large type, or not any more: fewer controls for a room that looks on."""

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        """What else of the page is worth a picture: a name, and what shows it."""
        return ()

    def unmade(self) -> Sequence[Callable[[], object]]:
        """What makes each part that is not made before it is looked at."""
        return ()

    def put_away(self) -> None:
        """Another page is looked at: this one draws nothing until it is taken up again, or there is time to spare."""
        self.is_away = True

    def take_up(self) -> None:
        """The page is about to be looked at. What cannot be done is told as a bug, stays owed, and is tried again the next time."""
        self.is_away = False
        for refresh in list(self.owed):
            if refresh in self.owed:  # not done as a part of another meanwhile
                self._pay(refresh)

    @property
    def can_catch_up(self) -> bool:
        """Whether the page is away and owes something that has not failed since it was asked for."""
        return self.is_away and any(self.owed.values())

    def catch_up(self) -> None:
        """Does one of the things owed while the page is away; there is time to spare."""
        self.is_away = False
        try:
            self._pay(next(refresh for refresh, is_untried in self.owed.items() if is_untried))
        finally:
            self.is_away = True

    def _pay(self, refresh: Callable[..., None]) -> None:
        self.owed[refresh] = False
        try:
            refresh(self)
        except Exception as error:
            sys.excepthook(type(error), error, error.__traceback__)  # as for any slot that fails; the window goes on

    def show_content(self) -> None:
        """Shows the page itself."""
        self._stack.setCurrentWidget(self.content)

    def show_loading(self, title: str) -> None:
        """Shows that work is under way."""
        self.state.show_loading(title)
        self._stack.setCurrentWidget(self.state)

    def show_state(self, notice: Notice) -> None:
        """Shows why there is no content."""
        self.state.show_notice(notice)
        self._stack.setCurrentWidget(self.state)

    def tell(self, notice: Notice) -> None:
        """Puts a notice above the content; the newest two stay."""
        self._drop_outlived()
        for old in self.notices()[:-1]:
            self._drop(old)
        bar = NoticeBar(notice)
        bar.closed.connect(lambda: self._drop(bar))
        self._notices.addWidget(bar)
        self._bars.append(bar)
        QAccessible.updateAccessibility(QAccessibleEvent(bar, QAccessible.Event.Alert))

    def notices(self) -> list[NoticeBar]:
        """The notices now shown, oldest first."""
        return list(self._bars)

    def _drop_outlived(self) -> None:
        for bar in self.notices():
            if not bar.holds:
                self._drop(bar)

    def _drop(self, bar: NoticeBar) -> None:
        if bar not in self._bars:
            return
        self._bars.remove(bar)
        self._notices.removeWidget(bar)
        bar.hide()
        bar.deleteLater()
