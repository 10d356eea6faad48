"""Start: what a new user can do when the database is empty or could not be opened."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.database_door import DatabaseDoor
from sundhedsklynge.ui.import_wizard.door import ask_files
from sundhedsklynge.ui.importing import desk_of
from sundhedsklynge.ui.page import Page, button, frame, label
from sundhedsklynge.ui.pages import DATA, DATABASES
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr


class StartPage(Page):
    """Three ways in: demo, files, a shared database."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Velkommen")
        self.demo = button(tr("Åbn demo"), session.open_demo, "primary")
        self.files = button(tr("Importér filer"), self.ask_files, tip=tr("Vælg filer at importere (Ctrl+O)"))
        self.files.setEnabled(session.workspace is not None)
        self.door = DatabaseDoor(session)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_L)
        row.addWidget(
            self._card(
                tr("Se programmet med demodata"),
                tr("29 kommuner og to års opdigtede data. Alt er mærket DEMO og er væk, når vinduet lukkes."),
                self.demo,
            ),
            1,
        )
        row.addWidget(
            self._card(
                tr("Importér jeres filer"),
                tr(
                    "Operationsplaner, genoptræningsplaner, kapacitet og kvartalstal fra Excel, LibreOffice eller CSV. "
                    "Vælg dem, eller slip dem i vinduet. Filer med personnumre afvises."
                ),
                self.files,
            ),
            1,
        )
        row.addWidget(
            self._card(
                tr("Åbn en fælles database"),
                tr("Skriv adressen på klyngens server, eller vælg en databasefil på denne maskine."),
                self.door,
            ),
            1,
        )
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, theme.SPACE_S, 0, 0)
        self.intro = label("", "muted", wrap=True)
        box.addWidget(self.intro)
        box.addSpacing(theme.SPACE_L)
        box.addLayout(row)
        box.addStretch(1)
        session.ground_changed.connect(self._introduce)
        self._introduce()

    def _introduce(self) -> None:
        """What the program does, or what the files taken so far leave to be wished for."""
        self.intro.setText(
            tr(
                "Databasen rummer hverken operationsplaner eller genoptræningsplaner endnu. "
                "Importér dem, så kommer prognosen. Kvartalstal kan ses under Kvartal, og alle filer under Data."
            )
            if self.session.imports
            else tr("Prognose for genoptræningsplaner og risiko for at overskride 7-dages-fristen, uge for uge.")
        )

    def look_up(self, topic: str) -> None:
        if topic == DATABASES:
            self.door.setFocus()

    def ask_files(self) -> QFileDialog:
        """Asks for files to import without stopping the window; what becomes of them is read on Data."""
        return ask_files(self, self._take)

    def _take(self, paths: Sequence[Path]) -> None:
        self.page_asked.emit(DATA)
        desk_of(self.session).take(paths)

    @staticmethod
    def _card(title: str, text: str, *controls: QWidget) -> QWidget:
        box = QVBoxLayout()
        box.setContentsMargins(theme.SPACE_L, theme.SPACE_L, theme.SPACE_L, theme.SPACE_L)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(label(title, "strong", wrap=True))
        box.addWidget(label(text, "muted", wrap=True))
        box.addStretch(1)
        for control in controls:
            is_button = isinstance(control, QPushButton)
            box.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
        card = frame("card", box)
        card.setMinimumHeight(216)
        card.setMaximumWidth(theme.scaled(420))
        return card
