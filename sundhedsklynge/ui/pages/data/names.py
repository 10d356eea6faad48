"""Names: what hospitals, municipalities and procedures are also called, and how files with a known header are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.fitting import Scrolled
from sundhedsklynge.ui.import_wizard.columns import ColumnsEditor
from sundhedsklynge.ui.import_wizard.words import column_name, kind_name
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.ingest.mapping import Mapping
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.places import Alias
    from sundhedsklynge.workspace.wizard import KnownLayout

HOSPITAL, MUNICIPALITY, PROCEDURE = "hospital", "kommune", "procedure"  # as `workspace.places`


class NamesTab(Tab):
    """Two tables side by side, each with its form below."""

    key = "navne"
    name = mark("Navne")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._aliases: Sequence[Alias] = ()
        self._layouts: Sequence[KnownLayout] = ()
        self._meanings: dict[str, Sequence[str]] = {}
        self._editing: Alias | None = None
        self._changed: dict[str, str] = {}
        row = QHBoxLayout(self.content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_XL)
        row.addLayout(self._names(), 1)
        row.addLayout(self._known_layouts(), 1)

    def _names(self) -> QVBoxLayout:
        self.alias_model = ColumnTable(self)
        self.aliases = TableView(tr("Navne, programmet har lært"))
        self.aliases.setModel(self.alias_model)
        self.aliases.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.aliases.selectionModel().currentRowChanged.connect(lambda *_: self._show_alias())
        self._no_alias = label(
            tr("Ingen navne endnu. Når du svarer på, hvad et navn i en fil betyder, huskes det her."),
            "muted",
            wrap=True,
        )
        self.kind = Picker()
        self.kind.setAccessibleName(tr("Slags"))
        for key in (HOSPITAL, MUNICIPALITY, PROCEDURE):
            self.kind.addItem(translated(key), key)
        self.kind.activated.connect(lambda _: self._fill_meanings())
        self.spelling = QLineEdit()
        self.spelling.setAccessibleName(tr("Navnet i filen"))
        self.spelling.setPlaceholderText(tr("navnet i filen"))
        self.spelling.returnPressed.connect(self.save_alias)
        self.meaning = Picker()
        self.meaning.setAccessibleName(tr("Betyder"))
        self.meaning.setMinimumContentsLength(12)
        self.save = button(tr("Gem navn"), self.save_alias)
        self.forget = button(tr("Glem navn"), self.forget_alias, "flat")
        fields = QHBoxLayout()
        fields.setSpacing(theme.SPACE_S)
        fields.addWidget(self.kind)
        fields.addWidget(self.spelling, 1)
        fields.addWidget(label(tr("betyder"), "muted"))
        fields.addWidget(self.meaning, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE_S)
        buttons.addWidget(self.save)
        buttons.addWidget(self.forget)
        buttons.addWidget(button(tr("Nyt navn"), self._new_alias, "flat"))
        buttons.addStretch(1)
        buttons.addWidget(
            button(tr("Indlæs områder"), self.ask_areas, "", tr("Klynger eller sundhedsråd fra en CSV-fil"))
        )
        box = QVBoxLayout()
        box.setSpacing(theme.SPACE_S)
        box.addWidget(label(tr("Navne i filer"), "strong"))
        box.addWidget(self._no_alias, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.aliases, 1)
        box.addLayout(fields)
        box.addLayout(buttons)
        return box

    def _known_layouts(self) -> QVBoxLayout:
        self.layout_model = ColumnTable(self)
        self.layouts = TableView(tr("Kortlægninger, programmet husker"))
        self.layouts.setModel(self.layout_model)
        self.layouts.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.layouts.selectionModel().currentRowChanged.connect(lambda *_: self._show_layout())
        self._no_layout = label(
            tr("Ingen endnu. Kortlægningen af en fil huskes, når filen er importeret."), "muted", wrap=True
        )
        self.columns = ColumnsEditor(self._on_column)
        inside = QWidget()
        inside_box = QVBoxLayout(inside)
        inside_box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        inside_box.addWidget(self.columns)
        inside_box.addStretch(1)
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        card_box = QVBoxLayout(self._card)
        card_box.setContentsMargins(1, 1, 1, 1)
        card_box.addWidget(Scrolled(inside))
        self.keep = button(tr("Gem rettelser"), self.save_layout)
        self.export = button(tr("Eksportér"), self.ask_export, "", tr("Gem kortlægningen som JSON"))
        self.drop = button(tr("Glem"), self.forget_layout, "flat")
        self.drop.setAccessibleName(tr("Glem kortlægningen"))
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE_S)
        for widget in (self.keep, self.export, self.drop):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Hent kortlægning"), self.ask_layout, "", tr("Læs en eksporteret kortlægning")))
        box = QVBoxLayout()
        box.setSpacing(theme.SPACE_S)
        box.addWidget(label(tr("Huskede kortlægninger"), "strong"))
        box.addWidget(self._no_layout, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.layouts, 2)
        box.addWidget(self._card, 3)
        box.addLayout(buttons)
        return box

    # Reading

    def load(self) -> None:
        def read(workspace: Workspace) -> tuple[list[Alias], list[KnownLayout], dict[str, Sequence[str]]]:
            municipalities = sorted(place.name for place in workspace.organisation().municipalities.values())
            meanings: dict[str, Sequence[str]] = {
                HOSPITAL: sorted(workspace.places.hospitals()),
                MUNICIPALITY: municipalities,
                PROCEDURE: PROCEDURES,
            }
            return workspace.places.aliases(), workspace.importing.layouts(), meanings

        self.read(tr("Læser navne"), read, lambda found: self._on_read(*found))

    def _on_read(
        self, aliases: Sequence[Alias], layouts: Sequence[KnownLayout], meanings: dict[str, Sequence[str]]
    ) -> None:
        self._aliases, self._layouts, self._meanings = aliases, layouts, meanings
        self._editing = None
        self.alias_model.set_columns(
            (
                Column(tr("Slags"), [translated(a.kind) for a in aliases]),
                Column(tr("Står i filen"), [a.text for a in aliases]),
                Column(tr("Betyder"), [_meaning(a.kind, a.meaning) for a in aliases]),
            )
        )
        head = self.aliases.horizontalHeader()
        head.resizeSection(0, theme.scaled(90))
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.layout_model.set_columns(
            (
                Column(tr("Hospital"), [each.hospital or tr("alle") for each in layouts]),
                Column(tr("Art"), [kind_name(each.kind) for each in layouts]),
                Column(tr("Kolonner"), [_columns_said(each.mapping) for each in layouts]),
                Column(tr("Lært"), [each.made_at for each in layouts], text.moment),
            )
        )
        head = self.layouts.horizontalHeader()
        for column, width in ((0, 150), (1, 110), (3, 130)):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.aliases.setVisible(bool(aliases))
        self._no_alias.setVisible(not aliases)
        self._no_layout.setVisible(not layouts)
        for widget in (self.layouts, self._card, self.keep, self.export, self.drop):
            widget.setVisible(bool(layouts))
        self._fill_meanings()
        self._show_alias()
        if layouts:
            self.layouts.select_row(0)

    # Names

    def _show_alias(self) -> None:
        index = self.aliases.currentIndex()
        self._editing = self._aliases[self.alias_model.source_row(index.row())] if index.isValid() else None
        self.forget.setEnabled(self._editing is not None)
        self.kind.setEnabled(self._editing is None)
        if self._editing is not None:
            self.kind.setCurrentIndex(self.kind.findData(self._editing.kind))
            self._fill_meanings()
            self.spelling.setText(self._editing.text)
            self.meaning.setCurrentIndex(self.meaning.findData(self._editing.meaning))

    def _new_alias(self) -> None:
        self.aliases.clearSelection()
        self.aliases.setCurrentIndex(self.alias_model.index(-1, -1))
        self.spelling.clear()
        self._show_alias()
        self.spelling.setFocus()

    def _fill_meanings(self) -> None:
        kept = self.meaning.currentData()
        self.meaning.clear()
        kind = str(self.kind.currentData())
        for meaning in self._meanings.get(kind, ()):
            self.meaning.addItem(_meaning(kind, meaning), meaning)
        self.meaning.setCurrentIndex(max(0, self.meaning.findData(kept)))

    def save_alias(self) -> None:
        """Keeps the name in the form, new or changed."""
        name, meaning = self.spelling.text().strip(), str(self.meaning.currentData() or "")
        if not name or not meaning:
            return
        before, kind = self._editing, str(self.kind.currentData())

        def write(workspace: Workspace) -> list[Change]:
            room = workspace.places
            return [room.change(before, name, meaning) if before is not None else room.remember(kind, name, meaning)]

        self.make(tr("Gemmer navnet"), write)

    def forget_alias(self) -> None:
        """Forgets the selected name."""
        alias = self._editing
        if alias is not None:
            self.make(tr("Glemmer navnet"), lambda workspace: [workspace.places.forget(alias)])

    def ask_areas(self) -> QFileDialog:
        """Asks for a table of clusters or councils."""
        filters = tr("Tabeller (*.csv)")
        return ask_paths(self, tr("Vælg tabel over områder"), Mode.ExistingFile, self._load_areas, filters)

    def _load_areas(self, paths: Sequence[Path]) -> None:
        said: list[str] = []

        def load(workspace: Workspace) -> list[Change]:
            report, change = workspace.places.load_areas(paths[0])
            said.append(translated(report.sentence))
            return [change]

        self.make(tr("Indlæser områder"), load, lambda: self.page.tell(Notice("info", said[0])))

    # Layouts

    def _layout(self) -> KnownLayout | None:
        index = self.layouts.currentIndex()
        return self._layouts[self.layout_model.source_row(index.row())] if index.isValid() else None

    def _show_layout(self) -> None:
        layout, workspace = self._layout(), self.session.workspace
        self._changed = {}
        self.keep.setEnabled(False)
        if layout is not None and workspace is not None:
            mapping = layout.mapping
            headers = dict.fromkeys(mapping.headers) | mapping.columns
            shown = [(header, name or "") for header, name in headers.items() if header]
            self.columns.set_columns(shown, workspace.importing.columns_of(layout.kind))

    def _on_column(self, header: str, name: str) -> None:
        self._changed[header] = name
        self.keep.setEnabled(True)

    def save_layout(self) -> None:
        """Keeps the changed columns of the selected layout."""
        layout = self._layout()
        if layout is None or not self._changed:
            return
        hospital, before = layout.hospital, layout.mapping
        taken = set(self._changed.values()) - {""}
        columns = {h: "" if n in taken else n for h, n in before.columns.items()} | self._changed
        after = replace(before, columns=columns)
        self.make(
            tr("Gemmer kortlægningen"),
            lambda workspace: [workspace.importing.remember_layout(after, hospital)],
        )

    def forget_layout(self) -> None:
        """Forgets the selected layout."""
        layout = self._layout()
        if layout is not None:
            self.make(tr("Glemmer kortlægningen"), lambda workspace: [workspace.importing.forget_layout(layout)])

    def ask_export(self) -> QFileDialog | None:
        """Asks where the selected layout is written."""
        layout = self._layout()
        if layout is None:
            return None
        mapping = layout.mapping

        def write(paths: Sequence[Path]) -> None:
            self.read(
                tr("Eksporterer kortlægning"),
                lambda workspace: workspace.importing.export_layout(mapping, paths[0]),
                lambda _: self.page.tell(Notice("info", tr("Kortlægningen er gemt: {path}", path=paths[0]))),
            )

        dialog = ask_paths(self, tr("Gem kortlægning"), Mode.AnyFile, write, tr("Kortlægning (*.json)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(tr("kortlægning {name}.json", name=layout.hospital or layout.kind))
        return dialog

    def ask_layout(self) -> QFileDialog:
        """Asks for a layout that was exported."""
        filters = tr("Kortlægning (*.json)")
        return ask_paths(self, tr("Vælg kortlægning"), Mode.ExistingFile, self._fetch, filters)

    def _fetch(self, paths: Sequence[Path]) -> None:
        def fetch(workspace: Workspace) -> list[Change]:
            room = workspace.importing
            return [room.remember_layout(room.read_layout(paths[0]))]

        self.make(tr("Henter kortlægningen"), fetch)


def _meaning(kind: str, meaning: str) -> str:
    """What a name means, as it is shown: a place by its own name."""
    return translated(meaning) if kind == PROCEDURE else meaning


def _columns_said(mapping: Mapping) -> str:
    return ", ".join(column_name(name) for name in mapping.columns.values() if name)
