"""The rail at the left: one button a page, arrow keys between them, and a figure where a page wants attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.icons import icon, pixmap
from sundhedsklynge.ui.page import clear, label
from sundhedsklynge.ui.text import tr

WIDTH = 168
LEAST_LETTERS = 22  # that fit at any size of type


@dataclass(frozen=True)
class Entry:
    """A page in the rail: its key, name, icon and shortcut."""

    key: str
    title: str
    icon: str
    shortcut: str = ""
    at_foot: bool = False


class NavButton(QToolButton):
    """One entry; up and down move between entries and open them."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._icon_name = entry.icon
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(18, 18))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(f"{entry.title} ({entry.shortcut})" if entry.shortcut else entry.title)
        self.set_attention(0)
        self.redraw()

    def set_attention(self, count: int) -> None:
        """Shows how many things on the page want a look."""
        self.setText(f" {self.entry.title}" + (f" ({count})" if count else ""))
        name = tr("{page}, {count} kræver et blik", page=self.entry.title, count=count) if count else self.entry.title
        self.setAccessibleName(name)

    def redraw(self) -> None:
        """Draws the icon in the colours now in force."""
        self.setIcon(icon(self._icon_name))


class Navigation(QFrame):
    """The rail. `asked` carries the key of the page wanted."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setAccessibleName(tr("Sider"))
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.SPACE_M, 0, theme.SPACE_S)
        box.setSpacing(2)
        brand = QHBoxLayout()
        brand.setContentsMargins(theme.SPACE_M, 0, theme.SPACE_S, theme.SPACE_M)
        self._mark = QLabel()
        brand.addWidget(self._mark)
        brand.addWidget(label(tr("Sundhedsklynge"), "strong"), 1)
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
            self._group.addButton(made)
            (self._foot_pages if entry.at_foot else self._pages).addWidget(made)
            self._buttons[entry.key] = made

    def add_at_foot(self, widget: QWidget) -> None:
        """Puts a control at the bottom of the rail."""
        self._foot.addWidget(widget)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        focused = self.focusWidget()
        if step is None or not isinstance(focused, NavButton):
            super().keyPressEvent(event)
            return
        target = buttons[(buttons.index(focused) + step) % len(buttons)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        target.click()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._redraw()

    def _redraw(self) -> None:
        self.setFixedWidth(max(WIDTH, LEAST_LETTERS * self.fontMetrics().averageCharWidth()))
        self._mark.setPixmap(pixmap("app", 20, theme.tokens().accent))
        for made in self._buttons.values():
            made.redraw()
