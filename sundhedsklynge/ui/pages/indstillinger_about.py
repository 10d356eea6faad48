"""What the program is made of: versions and licences, and the duties of the LGPL."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sundhedsklynge import __version__
from sundhedsklynge.forecast import MODEL_VERSION
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import tr

PARTS = (  # packages that come along, and their licences
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("pandas", "BSD-3-Clause"),
    ("SQLAlchemy", "MIT"),
    ("alembic", "MIT"),
    ("psycopg", "LGPL-3.0"),
    ("python-calamine", "MIT"),
    ("xlrd", "BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("platformdirs", "MIT"),
    ("holidays", "MIT"),
)


def parts() -> list[tuple[str, str, str]]:
    """Name, version and licence of every part; one that is not installed is left out."""
    found = [("Python", platform.python_version(), "PSF-2.0")]
    for name, licence in PARTS:
        try:
            found.append((name, version(name), licence))
        except PackageNotFoundError:
            continue
    return found


class AboutView(QWidget):
    """Version, licence, and the parts as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.SPACE_S, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(label(tr("Sundhedsklynge {version}", version=__version__), "title"))
        for said in (
            tr("Prognosemodel {version}. Sundhedsklynge er fri software under MIT-licensen.", version=MODEL_VERSION),
            tr(
                "Vinduet er bygget på Qt og PySide6, som bruges uændret under GNU Lesser General Public License version 3. "
                "Bibliotekerne ligger som selvstændige filer, og du må skifte dem ud med din egen udgave. Det samme "
                "gælder psycopg. Kildekoden findes på download.qt.io og github.com/psycopg, licensens tekst på "
                "gnu.org/licenses/lgpl-3.0."
            ),
        ):
            line = label(said, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            box.addWidget(line)
        self.table = TableView(tr("Dele af programmet og deres licenser"))
        self.model = ColumnTable(self)
        self.table.setModel(self.model)
        names, versions, licences = zip(*parts(), strict=True)
        self.model.set_columns(
            (Column(tr("Del"), names), Column(tr("Udgave"), versions), Column(tr("Licens"), licences))
        )
        self.table.resizeColumnsToContents()
        box.addWidget(self.table, 1)
