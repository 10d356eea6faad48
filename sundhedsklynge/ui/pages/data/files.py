"""Files: the drop zone, and the history of imports with undo and redo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHeaderView, QVBoxLayout

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.import_wizard.door import ask_files
from sundhedsklynge.ui.import_wizard.words import WITHDRAWN, kind_name
from sundhedsklynge.ui.importing import desk_of, redo_import, undo_import
from sundhedsklynge.ui.page import Page, label
from sundhedsklynge.ui.pages.data.dropzone import DropZone
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ImportInfo

_NO_LIMIT = 16777215  # Qt's own: no greatest height


class FilesTab(Tab):
    """What has come in so far, newest first."""

    key = "filer"
    name = mark("Filer")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.drop_zone = DropZone(self.ask)
        self.history_model = ColumnTable(self)
        self.history = TableView(tr("Importerede filer"))
        self.history.setModel(self.history_model)
        self.history.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._title = label(tr("Importerede filer"), "strong")
        self._imports: Sequence[ImportInfo] = ()
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addWidget(self.drop_zone)
        box.addWidget(self._title)
        box.addWidget(self.history, 3)
        self.history.selectionModel().currentRowChanged.connect(self._on_row)
        withdraw = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.history)
        withdraw.setContext(Qt.ShortcutContext.WidgetShortcut)
        withdraw.activated.connect(self.toggle_selected)

    def ask(self) -> QFileDialog:
        """Asks for files without stopping the window."""
        return ask_files(self, desk_of(self.session).take)

    def toggle_selected(self) -> None:
        """Takes the selected import back, or makes it hold again."""
        index = self.history.currentIndex()
        if index.isValid():
            self._toggle(self._imports[self.history_model.source_row(index.row())])

    def load(self) -> None:
        self._imports = imports = self.session.imports
        self.history_model.set_columns(
            (
                Column(tr("Nr."), [i.id for i in imports], str, numeric=True),
                Column(tr("Fil"), [_file(i) for i in imports]),
                Column(tr("Art"), [kind_name(i.kind) for i in imports]),
                Column(tr("Udtrukket"), [i.extracted or i.as_of for i in imports], _day),
                Column(tr("Rækker"), [i.rows for i in imports], number, numeric=True),
                Column(tr("Importeret"), [i.when for i in imports], text.moment),
                Column(tr("Status"), [_status(i) for i in imports]),
            )
        )
        head = self.history.horizontalHeader()
        for column, width in ((0, 44), (2, 170), (3, 88), (4, 72), (5, 132), (6, 160)):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        has_history = bool(imports)
        self.history.setVisible(has_history)
        self._title.setVisible(has_history)
        self.drop_zone.setMaximumHeight(self.drop_zone.minimumSizeHint().height() if has_history else _NO_LIMIT)

    def _toggle(self, info: ImportInfo) -> None:
        if info.status == WITHDRAWN:
            redo_import(self.session, info)
        else:
            undo_import(self.session, info)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid():
            return
        info = self._imports[self.history_model.source_row(current.row())]
        figures = [
            (tr("Import nr."), str(info.id)),
            (tr("Art"), kind_name(info.kind)),
            (tr("Udtrukket"), _day(info.extracted)),
            (tr("Opgjort pr."), _day(info.as_of)),
            (tr("Rækker"), number(info.rows)),
            (tr("Importeret"), text.moment(info.when)),
            (tr("Af"), info.who),
            (tr("Status"), translated(info.status)),
        ]
        notes: list[str] = []
        if info.hospitals:
            notes.append(tr("Hospitaler: {names}", names=", ".join(info.hospitals)))
        notes += self._superseding(info)
        notes.append(tr("Intet slettes: en fortrudt import kan gendannes. Tasten Delete skifter mellem de to."))
        name = tr("Gendan import") if info.status == WITHDRAWN else tr("Fortryd import")
        self.page.details_asked.emit(
            Details(
                _file(info),
                figures=tuple(figures),
                notes=tuple(notes),
                actions=((name, lambda: self._toggle(info)),),
            )
        )

    def _superseding(self, info: ImportInfo) -> list[str]:
        """What took the place of an import, and what it took the place of."""
        names = {each.id: tr("nr. {id} {file}", id=each.id, file=_file(each)) for each in self._imports}
        older = [each.id for each in self._imports if info.id in each.superseded_by]
        lines: list[str] = []
        if info.superseded_by:
            lines.append(tr("Afløst af {imports}", imports=", ".join(names.get(n, str(n)) for n in info.superseded_by)))
        if older:
            lines.append(tr("Afløser {imports}", imports=", ".join(names[n] for n in older)))
        return lines


def _file(info: ImportInfo) -> str:
    """The name of the file; what was typed has none."""
    return info.file or tr("tastet i vinduet")


def _status(info: ImportInfo) -> str:
    if not info.superseded_by or info.status == WITHDRAWN:
        return translated(info.status)
    return tr("{status} af nr. {newer}", status=translated(info.status), newer=", ".join(map(str, info.superseded_by)))


def _day(day: dt.date | None) -> str:
    return "–" if day is None else text.date(day)
