"""The place that says files can be dropped; the whole window takes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.icons import pixmap
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.text import tr


class DropZone(QFrame):
    """Says what can be dropped, and asks for files at a click."""

    def __init__(self, ask: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        self.setAccessibleName(tr("Slip filer her"))
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button(tr("Vælg filer"), ask, "primary", tr("Vælg filer at importere (Ctrl+O)"))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(tr("Slip filer hvor som helst i vinduet"), "strong"))
        words.addWidget(
            label(tr("Operationsplaner, genoptræningsplaner eller kapacitet. Filer med personnumre afvises."), "muted")
        )
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_XL, theme.SPACE_M, theme.SPACE_XL, theme.SPACE_M)
        row.setSpacing(theme.SPACE_L)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addLayout(words)
        row.addSpacing(theme.SPACE_L)
        row.addWidget(self.choose)
        row.addStretch(1)
        self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._redraw()

    def _redraw(self) -> None:
        self._sign.setPixmap(pixmap("drop", 32, theme.tokens().muted))
