"""The watched folder: new files with what they would change, imported by one click or by themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QHeaderView, QVBoxLayout

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.import_wizard.words import kind_name, said
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import ElidedLabel, Page, button, label
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.inbox import InboxView, NewFile

_READY, _ASKS, _FAULTY, _PERSONAL = "klar", "spørgsmål", "fejl", "personnumre"  # as `workspace.wizard`
_BY_CLICK, _ITSELF = "klik", "selv"
_ANSWERABLE = (_ASKS, _FAULTY, _PERSONAL)


class InboxTab(Tab):
    """Which folder is watched, and what lies new in it."""

    key = "mappe"
    name = mark("Overvåget mappe")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._watch = watch_of(self.session)
        self._watch.seen.connect(self._show)
        self._files: tuple[NewFile, ...] = ()
        self.folder = ElidedLabel("", "strong")
        self.automatic = Segments(
            tr("Nye filer, der ikke kræver svar"),
            ((_BY_CLICK, tr("importeres ved et klik")), (_ITSELF, tr("importeres af sig selv"))),
        )
        self.automatic.chosen.connect(self._on_automatic)
        self._said = label("", "muted", wrap=True)
        self.model = ColumnTable(self)
        self.table = TableView(tr("Nye filer i mappen"))
        self.table.setModel(self.model)
        self.table.opened.connect(lambda _: self._import_selected())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.take = button(tr("Importér"), self._import_selected, "primary", tr("Importér de valgte filer (Enter)"))
        self.take_all = button(tr("Importér alle, der er klar"), self._import_ready)
        self.ignore = button(tr("Vis ikke igen"), self._ignore_selected, "flat")
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_S)
        top.addWidget(self.folder, 1)
        top.addWidget(button(tr("Se efter nu"), self._watch.look))
        top.addWidget(button(tr("Vælg en anden mappe"), self.ask_folder))
        top.addWidget(button(tr("Hold op med at overvåge"), lambda: self._set_folder(None), "flat"))
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_S)
        for widget in (self.take, self.take_all, self.ignore):
            foot.addWidget(widget)
        foot.addStretch(1)
        self._box = box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        way = QHBoxLayout()
        way.setSpacing(theme.SPACE_S)
        way.addWidget(label(tr("Nye filer, der ikke kræver svar"), "muted"))
        way.addWidget(self.automatic)
        way.addStretch(1)
        box.addLayout(way)
        box.addWidget(self._said)
        box.addWidget(self.table, 1)
        box.addLayout(foot)
        box.addStretch()

    def load(self) -> None:
        self._show()
        self._watch.look()

    def ask_folder(self) -> QFileDialog:
        """Asks for the folder to watch, without stopping the window."""
        title = tr("Vælg mappen, som hospitalernes filer lægges i")
        return ask_paths(self, title, Mode.Directory, lambda paths: self._set_folder(paths[0]))

    def _show(self) -> None:
        view = self._watch.view
        if view is None or view.folder is None:
            self._files = ()
            self.model.set_columns(())
            self.show_empty(
                Notice(
                    "info",
                    tr("Ingen mappe overvåges."),
                    tr("Vælg den mappe, som hospitalerne lægger filer i. Så viser programmet nye filer her."),
                    (tr("Vælg mappe"), self.ask_folder_silently),
                )
            )
            return
        self.show_content()
        self.folder.set_whole(str(view.folder))
        self.automatic.set_current(_ITSELF if view.automatic else _BY_CLICK)
        told = _told(view)
        self._said.setText(told)
        self._said.setVisible(bool(told))
        kept = {self._files[row].sha256 for row in self._rows()}
        self._files = files = view.files
        self.model.set_columns(
            (
                Column(tr("Fil"), [f.name for f in files]),
                Column(tr("Ændret"), [f.modified for f in files], text.moment),
                Column(tr("Art"), [kind_name(f.kind) for f in files]),
                Column(tr("Tilstand"), [_state(f) for f in files]),
                Column(tr("Det ændrer den"), [_change(f) for f in files]),
            )
        )
        head = self.table.horizontalHeader()
        for column, width in ((0, 230), (1, 136), (2, 130), (3, 150)):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(files))
        # the spacer at the foot takes the table's room while it is hidden
        self._box.setStretch(self._box.count() - 1, 0 if files else 1)
        again = [row for row, file in enumerate(files) if file.sha256 in kept]
        if files:
            self.table.select_row(again[0] if again else 0)
        self._show_buttons()

    def ask_folder_silently(self) -> None:
        """As `ask_folder`, for a button that wants nothing back."""
        self.ask_folder()

    def _rows(self) -> list[int]:
        chosen = self.table.selectionModel().selectedRows()
        return [self.model.source_row(index.row()) for index in chosen if index.row() < self.model.rowCount()]

    def _selected(self) -> list[NewFile]:
        return [self._files[row] for row in self._rows()]

    def _show_buttons(self) -> None:
        chosen = self._selected()
        ready = [file for file in self._files if file.status == _READY]
        for widget in (self.take, self.ignore):
            widget.setVisible(bool(self._files))
            widget.setEnabled(bool(chosen))
        asks = any(file.status in _ANSWERABLE for file in chosen)
        self.take.setText(tr("Se filen, og svar") if asks else tr("Importér"))
        self.take.setAccessibleName(self.take.text())
        self.take_all.setVisible(len(ready) > 1)

    def _import_selected(self) -> None:
        chosen = self._selected()
        if chosen:
            self._watch.take(chosen)

    def _import_ready(self) -> None:
        self._watch.take([file for file in self._files if file.status == _READY])

    def _ignore_selected(self) -> None:
        chosen = self._selected()
        if chosen:
            self.make(
                tr("Gemmer valget"),
                lambda workspace: [workspace.inbox.ignore(file) for file in chosen],
                self._watch.look,
            )

    def _set_folder(self, folder: Path | None) -> None:
        self._set(lambda workspace: workspace.inbox.watch(folder))

    def _on_automatic(self, way: str) -> None:
        self._set(lambda workspace: workspace.inbox.watch(workspace.inbox.folder, automatic=way == _ITSELF))

    def _set(self, change: Callable[[Workspace], Change]) -> None:
        def make(workspace: Workspace) -> list[Change]:
            made = change(workspace)
            workspace.inbox.scan()  # notes sizes; a file counts when the next look sees it the same
            return [made]

        self.make(tr("Ser efter nye filer"), make, self._watch.look)

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        if not current.isValid() or not self.isVisible() or not self.table.hasFocus():
            return
        file = self._files[self.model.source_row(current.row())]
        figures = [
            (tr("Art"), kind_name(file.kind) or "–"),
            (tr("Ændret"), text.moment(file.modified)),
        ]
        notes = (said(file.sentence), *map(translated, file.changes))
        self.page.details_asked.emit(Details(file.name, figures=tuple(figures), notes=notes))


def _state(file: NewFile) -> str:
    return {
        _READY: tr("✓ klar"),
        _ASKS: tr("○ kræver svar"),
        _FAULTY: tr("▲ rækker med fejl"),
        _PERSONAL: tr("● personnumre"),
    }.get(file.status, tr("● kan ikke læses"))


def _change(file: NewFile) -> str:
    return translated(file.changes[0]) if file.changes else said(file.sentence)


def _told(view: InboxView) -> str:
    if view.error:
        return f"● {translated(view.error)}"
    parts: list[str] = []
    if not view.files:
        parts.append(tr("Ingen nye filer. Mappen ses efter hvert halve minut, så længe programmet er åbent."))
    if view.waiting:
        parts.append(tr("{count} filer er ved at blive skrevet.", count=view.waiting))
    if view.later:
        parts.append(tr("{count} filer mere vises, når disse er taget.", count=view.later))
    return " ".join(parts)
