"""What the keyboard can ask of the window, in one list; the window shows each shortcut where the control stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True)
class Command:
    """A named deed with its shortcuts; `findable`: whether the palette lists it."""

    title: str
    shortcuts: tuple[str, ...]
    run: Callable[[], object]
    findable: bool = True


def install(window: QWidget, commands: list[Command]) -> list[QAction]:
    """Makes each command an action of `window` and returns the actions."""
    actions: list[QAction] = []
    for command in commands:
        action = QAction(command.title, window)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _=False, run=command.run: run())
        window.addAction(action)
        actions.append(action)
    return actions
