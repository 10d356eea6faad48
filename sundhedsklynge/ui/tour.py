"""The tour of the first start: three small callouts beside what they tell of. Nothing waits for them and nothing is covered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.layout import remember, remembered
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pages import HELP, OVERBLIK
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.window import MainWindow

_WIDTH = 340
_ARROW = 10  # pixels, from the callout to what it tells of
_SEEN, _YES = "tour", "seen"


@dataclass(frozen=True)
class Stop:
    """One callout. `look` brings the window there and gives the widgets told of, or a part of one; None where there is none to tell of."""

    title: str
    text: str
    look: Callable[[], tuple[QWidget, QRect] | None]


class Tour(QObject):
    """Shows the stops one after the other. It is offered once, and again whenever it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stops = stops(window)
        self._at = -1
        self._target: tuple[QWidget, QRect] | None = None
        self._before: QWidget | None = None
        self._is_offered = False
        self.callout = Callout(window, self.go_on, self.end)
        self._ring = _Ring(window)
        window.installEventFilter(self)
        window.session.risk_changed.connect(self._on_risk)
        window.session.workspace_changed.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether a callout is shown."""
        return self._at >= 0

    @property
    def is_possible(self) -> bool:
        """Whether there are figures to show it on."""
        return self._window.session.risk is not None and OVERBLIK in self._window.page_keys()

    def offer(self) -> None:
        """Starts as soon as there are figures, unless the user has seen it before."""
        self._is_offered = remembered(_SEEN) != _YES
        self._on_risk()

    def start(self) -> None:
        """Starts from the first stop."""
        if not self.is_possible or self._window.meeting.is_on:
            return
        self.end()
        self._is_offered = False
        remember(_SEEN, _YES)
        self._before = QApplication.focusWidget()
        self.go_on()

    def go_on(self) -> None:
        """The next stop that there is something to tell of; after the last, the end."""
        while self._at + 1 < len(self._stops):
            self._at += 1
            self._follow(None)
            target = self._stops[self._at].look()
            if target is not None:
                self._show(target)
                return
        self.end()

    def end(self) -> None:
        """Ends the tour and gives the keyboard back."""
        if not self.is_on:
            return
        self._at = -1
        self._follow(None)
        had_keyboard = self.callout.isAncestorOf(QApplication.focusWidget() or self._window)
        self.callout.hide()
        self._ring.hide()
        before, self._before = self._before, None  # its page may have been made anew since, for another size of type
        if had_keyboard and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_keyboard:
            self._window.navigation.focus_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._target is None:
            return False
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        elif watched is self._target[0] and event.type() == QEvent.Type.Hide:
            self.end()  # the user went elsewhere
        return False

    def _on_risk(self) -> None:
        if self._is_offered and self.is_possible:
            self.start()

    def _show(self, target: tuple[QWidget, QRect]) -> None:
        self._follow(target)
        stop = self._stops[self._at]
        self.callout.tell(stop.title, stop.text, self._at + 1, len(self._stops))
        self._place()
        for part in (self._ring, self.callout):
            part.show()
            part.raise_()
        self.callout.next.setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleEvent(self.callout, QAccessible.Event.Alert))

    def _follow(self, target: tuple[QWidget, QRect] | None) -> None:
        if self._target is not None and self._target[0] is not self._window:
            self._target[0].removeEventFilter(self)
        self._target = target
        if target is not None and target[0] is not self._window:
            target[0].installEventFilter(self)

    def _place(self) -> None:
        if self._target is None:
            return
        widget, part = self._target
        told = QRect(widget.mapTo(self._window, part.topLeft()), part.size())
        self._ring.setGeometry(told.adjusted(-4, -4, 4, 4).intersected(self._window.rect()))
        self.callout.point_at(told, self._window.rect())


class Callout(QFrame):
    """A title, a sentence or two, which stop it is, and the ways on. An arrow leads to what it tells of."""

    def __init__(self, window: QWidget, go_on: Callable[[], None], end: Callable[[], None]) -> None:
        super().__init__(window)
        self._tip = QPointF()  # where the arrow ends
        self._go_on = go_on
        self._title = label("", "strong", wrap=True)
        self._text = label("", wrap=True)
        self._count = label("", "small")
        self.skip = button(tr("Spring over"), end, "flat", tr("Slut rundturen (Esc)"))
        self.next = button("", go_on, "primary", tr("Enter"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_S)
        foot.addWidget(self._count)
        foot.addStretch(1)
        foot.addWidget(self.skip)
        foot.addWidget(self.next)
        box = QVBoxLayout(self)
        room = theme.SPACE_L + _ARROW
        box.setContentsMargins(room, room - theme.SPACE_XS, room, room - theme.SPACE_XS)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self._title)
        box.addWidget(self._text)
        box.addLayout(foot)
        self.hide()

    def tell(self, title: str, text: str, place: int, of_all: int) -> None:
        """Shows a stop's words."""
        count = tr("{place} af {all}", place=place, all=of_all)
        is_last = place == of_all
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(count)
        self.skip.setVisible(not is_last)
        self.next.setText(tr("Færdig") if is_last else tr("Næste"))
        self.next.setAccessibleName(self.next.text())
        self.next.setAccessibleDescription(f"{title}. {text}")
        self.setAccessibleName(tr("Rundtur, {count}: {title}", count=count, title=title))
        self.setAccessibleDescription(text)

    def point_at(self, told: QRect, room: QRect) -> None:
        """Stands below `told`, else beside or above it, wholly within `room`, and points at its middle."""
        width = min(_WIDTH * self.fontMetrics().averageCharWidth() // 7 + 2 * _ARROW, room.width())
        size = self.sizeHint()
        size.setWidth(width)
        size.setHeight(max(self.heightForWidth(width), self.minimumSizeHint().height()))
        middle = told.center() - QPoint(size.width() // 2, size.height() // 2)
        places = (
            QPoint(middle.x(), told.bottom()),
            QPoint(told.right(), middle.y()),
            QPoint(middle.x(), told.top() - size.height()),
            QPoint(told.left() - size.width(), middle.y()),
        )
        frames = [QRect(_within(place, size.width(), size.height(), room), size) for place in places]
        frame = next((frame for frame in frames if not frame.adjusted(2, 2, -2, -2).intersects(told)), frames[0])
        self.setGeometry(frame)
        end = QPoint(
            min(max(told.center().x(), frame.left()), frame.right()),
            min(max(told.center().y(), frame.top()), frame.bottom()),
        )
        self._tip = QPointF(end - frame.topLeft())
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.skip.click if self.skip.hasFocus() else self._go_on)()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        painter.setPen(QPen(tokens.accent, theme.FOCUS_WIDTH))
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(body, theme.RADIUS, theme.RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.accent)
        painter.drawPolygon(_arrow(body, self._tip))


class _Ring(QWidget):
    """A frame around what is told of; the mouse does not see it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.tokens().accent, theme.FOCUS_WIDTH))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)


def _within(place: QPoint, width: int, height: int, room: QRect) -> QPoint:
    x = min(max(place.x(), room.left()), room.right() - width)
    y = min(max(place.y(), room.top()), room.bottom() - height)
    return QPoint(x, y)


def _arrow(body: QRectF, tip: QPointF) -> QPolygonF:
    """A triangle from the side of `body` that `tip` lies beyond, to `tip`."""
    x = min(max(tip.x(), body.left() + 2 * _ARROW), body.right() - 2 * _ARROW)
    y = min(max(tip.y(), body.top() + 2 * _ARROW), body.bottom() - 2 * _ARROW)
    if tip.y() <= body.top() or tip.y() >= body.bottom():
        edge = body.top() if tip.y() <= body.top() else body.bottom()
        return QPolygonF([QPointF(x - _ARROW, edge), tip, QPointF(x + _ARROW, edge)])
    edge = body.left() if tip.x() <= body.left() else body.right()
    return QPolygonF([QPointF(edge, y - _ARROW), tip, QPointF(edge, y + _ARROW)])


def stops(window: MainWindow) -> Sequence[Stop]:
    """The three stops: where the scope is chosen, a risk and its reason, how to find the rest."""
    return (
        Stop(
            tr("Vælg område og dato ét sted"),
            tr(
                "Område, kommune og dato gælder for alle sider. En tidligere dato viser det, der kunne siges den morgen."
            ),
            lambda: _scope(window),
        ),
        Stop(
            tr("Se risikoen og dens grund"),
            tr(
                "Hvert felt er en kommune i en uge: sandsynligheden for, at mindst én borger når over fristen. "
                "Klik på et felt, eller brug piletasterne. Grunden står til højre, og Enter åbner ugen under Frist."
            ),
            lambda: _riskiest_cell(window),
        ),
        Stop(
            tr("Søg, eller få hjælp"),
            tr(
                "Ctrl+K finder kommuner, sider og handlinger. F1 åbner hjælpen til den side, du står på. "
                "Rundturen kan ses igen under Hjælp."
            ),
            lambda: _help(window),
        ),
    )


def _scope(window: MainWindow) -> tuple[QWidget, QRect]:
    bar = window.scope_bar
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    first, last = (QRect(each.mapTo(bar, QPoint()), each.size()) for each in (bar.area, bar.as_of))
    return bar, first.united(last)


def _riskiest_cell(window: MainWindow) -> tuple[QWidget, QRect] | None:
    """The cell of the highest risk among those in scope, looked at, so that its reason opens."""
    import numpy as np

    from sundhedsklynge.ui.pages.overblik import OverblikPage

    window.show_page(OVERBLIK)
    page = window.current_page
    assert isinstance(page, OverblikPage)
    cells = np.array([row.probability for row in page.heat_map.heat.content.rows])
    if not cells.size or np.isnan(cells).all():
        return None
    row, week = np.unravel_index(int(np.nanargmax(cells)), cells.shape)
    page.heat_map.look_at(page.heat_map.heat.content.rows[int(row)].code, int(week))
    QApplication.sendPostedEvents(
        None, QEvent.Type.LayoutRequest
    )  # the details take their room before the cell is framed
    return page.heat_map.viewport(), page.heat_map.visualRect(page.heat_map.currentIndex())


def _help(window: MainWindow) -> tuple[QWidget, QRect] | None:
    help_button = window.navigation.button(HELP)
    if help_button is None:
        return None
    search = window.search_button
    place = QRect(search.mapTo(window, QPoint()), search.size())
    return window.navigation, place.united(QRect(help_button.mapTo(window, QPoint()), help_button.size()))
