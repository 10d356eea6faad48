"""A row of joined buttons of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from sundhedsklynge.ui.fitting import WrapRow


class Segments(WrapRow):
    """Chooses one of a few options; left and right move between them. `chosen` carries the key."""

    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(-1, 2, parent)  # each lays its left border over the right one of the button before
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Replaces the options: key and text, the first chosen unless the one chosen before is still there."""
        if [key for key, _ in options] == list(self._buttons):
            return
        before = self.current()
        for old in self._buttons.values():
            self._group.removeButton(old)
            self.lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._buttons = {}
        for i, (key, said) in enumerate(options):
            made = QToolButton()
            made.setText(said)
            made.setAccessibleName(f"{self.accessibleName()}: {said}")
            made.setCheckable(True)
            made.setProperty("kind", "segment")
            made.setProperty("edge", "first" if i == 0 else "last" if i == len(options) - 1 else "")
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._group.addButton(made)
            self.add(made)
            self._buttons[key] = made
        if self._buttons:
            self.set_current(before if before in self._buttons else next(iter(self._buttons)))

    def current(self) -> str:
        """The key chosen, or nothing."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    @property
    def keys(self) -> list[str]:
        """The keys of the options, in order."""
        return list(self._buttons)

    def set_current(self, key: str) -> None:
        """Chooses without telling."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def button(self, key: str) -> QToolButton:
        """The button of an option."""
        return self._buttons[key]
