"""The details pane: why a thing is as it is. Opens on selection, closes with Esc, never covers the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Scrolled
from sundhedsklynge.ui.page import button, clear, label
from sundhedsklynge.ui.text import tr

WIDTH = 264


@dataclass(frozen=True)
class Details:
    """What the pane shows: a headline, figures with their names, what `body` makes, sentences, and what can be done."""

    title: str
    headline: str = ""
    figures: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()
    body: Callable[[], QWidget] | None = None


class DetailsPane(QFrame):
    """Shows one `Details` at a time."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(tr("Detaljer"))
        self.shown: Details | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_S, theme.SPACE_M)
        top = QHBoxLayout()
        self._title = label("", "strong", wrap=True)
        close = button(tr("Luk"), self.dismiss, "flat", tr("Luk detaljer (Esc)"))
        close.setAccessibleName(tr("Luk detaljer"))
        top.addWidget(self._title, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        outer.addLayout(top)
        body = QWidget()
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(0, theme.SPACE_S, theme.SPACE_S, 0)
        self._body.setSpacing(theme.SPACE_M)
        scroll = Scrolled(body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer.addWidget(scroll, 1)
        self.hide()

    def show_details(self, details: Details) -> None:
        """Opens the pane on `details`."""
        self.setFixedWidth(theme.scaled(WIDTH))
        self.shown = details
        self._title.setText(details.title)
        clear(self._body)
        if details.headline:
            self._body.addWidget(label(details.headline, "figure", wrap=True))
        if details.figures:
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.SPACE_S)
            grid.setVerticalSpacing(theme.SPACE_XS)
            grid.setColumnStretch(0, 1)
            for row, (name, value) in enumerate(details.figures):
                grid.addWidget(label(name, "muted", wrap=True), row, 0)
                grid.addWidget(label(value), row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._body.addLayout(grid)
        if details.body is not None:
            self._body.addWidget(details.body())
        for note in details.notes:
            self._body.addWidget(label(note, wrap=True))
        for name, act in details.actions:
            self._body.addWidget(button(name, act))
        self._body.addStretch(1)
        self.show()

    def dismiss(self) -> None:
        """Closes the pane."""
        if not self.isHidden():
            self.shown = None
            self.hide()
            self.closed.emit()
