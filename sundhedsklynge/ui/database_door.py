"""The way to another database: the address of a shared one, or a file."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.page import button
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr


class DatabaseDoor(QWidget):
    """A field for an address and a button for a file. The database that is open stays so until the other is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Adresse på en delt database"))
        self.address.setPlaceholderText("postgresql+psycopg://server/sundhedsklynge")
        self.address.returnPressed.connect(self.open_address)
        self.shared = button(tr("Åbn"), self.open_address)
        self.shared.setAccessibleName(tr("Åbn den delte database"))
        self.file = button(tr("Vælg databasefil"), self.ask_file)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.shared)
        row.addWidget(self.file)
        row.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.address)
        box.addLayout(row)
        self.setFocusProxy(self.address)

    def open_address(self) -> None:
        """Opens what has been typed."""
        address = self.address.text().strip()
        if address:
            self._session.open(address)

    def ask_file(self) -> QFileDialog:
        """Asks for a database file without stopping the window."""
        filters = tr("Databaser (*.sqlite *.db);;Alle filer (*)")
        title = tr("Vælg databasefil")
        return ask_paths(self, title, Mode.ExistingFile, lambda paths: self._session.open(str(paths[0])), filters)
