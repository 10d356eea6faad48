"""The rail at the left: one button a page, arrow keys between them, and a figure where a page wants attention.

In a narrow window only icons and figures are left, in a low one the buttons stand closer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Scrolled
from sundhedsklynge.ui.icons import icon, pixmap
from sundhedsklynge.ui.page import clear, label
from sundhedsklynge.ui.text import tr

WIDTH = 168
_SHARE = 6  # a window narrower than this many rails shows icons only
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True)
class Entry:
    """A page in the rail: its key, name, icon and shortcut."""

    key: str
    title: str
    icon: str
    shortcut: str = ""
    at_foot: bool = False


class NavButton(QToolButton):
    """One entry. `stepped` carries the direction of an arrow key."""

    stepped = Signal(int)

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._attention = 0
        self._is_narrow = False
        self.setProperty("kind", "nav")
        self.setProperty("dense", False)
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_attention(())
        self.redraw()

    def set_attention(self, things: Sequence[str]) -> None:
        """Shows how many things on the page want a look, and in the tooltip which."""
        self._attention = count = len(things)
        name = tr("{page}, {count} kræver et blik", page=self.entry.title, count=count) if count else self.entry.title
        self.setAccessibleName(": ".join(part for part in (name, "; ".join(things)) if part))
        title = f"{self.entry.title} ({self.entry.shortcut})" if self.entry.shortcut else self.entry.title
        self.setToolTip("\n".join((title, *things)))
        self._write()

    def set_shape(self, *, narrow: bool, dense: bool) -> None:
        """Icon and figure alone if narrow; less air above and below if dense."""
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._write()
        if dense != self.property("dense"):
            self.setProperty("dense", dense)
            self.style().unpolish(self)
            self.style().polish(self)

    def wide_hint(self) -> int:
        """The width that icon, title and figure need."""
        title = f" {self.entry.title} (9)"
        bold = theme.font(weight=QFont.Weight.DemiBold)
        return self.iconSize().width() + QFontMetrics(bold).horizontalAdvance(title) + 2 * theme.SPACE_M

    def redraw(self) -> None:
        """Draws the icon in the colours now in force."""
        self.setIcon(icon(self.entry.icon))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def _write(self) -> None:
        said = str(self._attention or "") if self._is_narrow else self.entry.title
        figure = f" ({self._attention})" if self._attention and not self._is_narrow else ""
        self.setText(f" {said}{figure}" if said else "")


class Navigation(QFrame):
    """The rail. `asked` carries the key of the page wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(tr("Sider"))
        self._buttons: dict[str, NavButton] = {}
        self._at_foot: list[NavButton] = []
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        rail = QWidget()
        box = QVBoxLayout(rail)
        box.setContentsMargins(0, theme.SPACE_M, 0, theme.SPACE_S)
        box.setSpacing(2)
        brand = QHBoxLayout()
        brand.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_S, theme.SPACE_M)
        self._mark = QLabel()
        self._name = label(tr("Sundhedsklynge"), "strong")
        brand.addWidget(self._mark)
        brand.addWidget(self._name, 1)
        box.addLayout(brand)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(2)
        box.addLayout(self._pages)
        box.addStretch(1)
        self._foot_pages = QVBoxLayout()
        self._foot_pages.setSpacing(2)
        box.addLayout(self._foot_pages)
        self._foot = QVBoxLayout()
        box.addLayout(self._foot)
        self._rail = rail
        scrolled = Scrolled(rail)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled)
        self._redraw()

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """Replaces the pages to choose from."""
        for old in self._buttons.values():
            self._group.removeButton(old)
        clear(self._pages)
        clear(self._foot_pages)
        self._buttons = {}
        for entry in entries:
            made = NavButton(entry)
            made.clicked.connect(lambda _=False, key=entry.key: self.asked.emit(key))
            made.stepped.connect(lambda step, key=entry.key: self._step(key, step))
            self._group.addButton(made)
            (self._foot_pages if entry.at_foot else self._pages).addWidget(made)
            self._buttons[entry.key] = made
        self.fit(self.window().size())

    def add_at_foot(self, made: NavButton) -> None:
        """Puts a control at the bottom of the rail."""
        self._foot.addWidget(made)
        self._at_foot.append(made)

    def mark_current(self, key: str) -> None:
        """Shows which page is open."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def page_keys(self) -> list[str]:
        """Keys of the pages to choose from, in order."""
        return list(self._buttons)

    def button(self, key: str) -> NavButton | None:
        """The button of a page, if it is in the rail."""
        return self._buttons.get(key)

    def focus_current(self) -> None:
        """Moves the keyboard to the rail."""
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self, window: QSize) -> None:
        """Takes the shape for a window of this size."""
        made = [*self._buttons.values(), *self._at_foot]
        wide = max([WIDTH, self._name.sizeHint().width() + 5 * theme.SPACE_M, *(one.wide_hint() for one in made)])
        narrow = window.width() < _SHARE * wide
        self._name.setVisible(not narrow)
        for dense in (False, True):
            for one in made:
                one.set_shape(narrow=narrow, dense=dense)
            if self._rail.sizeHint().height() <= window.height():
                break
        self.setFixedWidth(max(one.sizeHint().width() for one in made) if narrow and made else wide)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()

    def _step(self, key: str, step: int) -> None:
        keys = list(self._buttons)
        target = self._buttons[keys[(keys.index(key) + step) % len(keys)]]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def _redraw(self) -> None:
        self._mark.setPixmap(pixmap("app", 20, theme.tokens().accent))
        for made in (*self._buttons.values(), *self._at_foot):
            made.redraw()
