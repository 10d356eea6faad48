"""What the keyboard can ask of the window, in one list: the shortcuts, the menu and the palette are made from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sundhedsklynge.ui.text import tr


@dataclass(frozen=True)
class Command:
    """A named deed with its shortcuts. `group`: where it stands in the menu, nothing for not at all; `findable`: whether the palette lists
    it; `about`: what it would be done to now, nothing where it cannot be done."""

    title: str
    shortcuts: tuple[str, ...]
    run: Callable[[], object]
    group: str = ""
    findable: bool = True
    about: Callable[[], str] | None = None

    @property
    def said(self) -> str:
        """Its name, with what it would be done to."""
        about = self.about() if self.about is not None else ""
        return tr("{deed}: {about}", deed=self.title, about=about) if about else self.title

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to do it to."""
        return self.about is None or bool(self.about())


class Actions:
    """The commands as actions of a window, with the menu of those that have a group, in the order given."""

    def __init__(self, window: QWidget, commands: Sequence[Command]) -> None:
        self.menu = QMenu(tr("Menu"), window)
        self.menu.setAccessibleName(tr("Menu"))
        self._made = [(command, _action(window, command)) for command in commands]
        group = ""
        for command, action in self._made:
            window.addAction(action)
            if command.group:
                if group not in ("", command.group):
                    self.menu.addSeparator()
                group = command.group
                self.menu.addAction(action)
        self.name()

    def name(self) -> None:
        """Says anew what each deed would be done to, and which can be done."""
        for command, action in self._made:
            if command.about is not None:
                action.setText(as_label(command.said))
                action.setEnabled(command.is_possible)


def as_label(text: str) -> str:
    """`text` for a menu or a button, where a bare & would mark a letter."""
    return text.replace("&", "&&")


def _action(window: QWidget, command: Command) -> QAction:
    action = QAction(as_label(command.title), window)
    action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
    action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
    action.triggered.connect(lambda _=False: command.run())
    return action
