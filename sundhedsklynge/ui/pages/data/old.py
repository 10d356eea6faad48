"""Data: drop files, see what was refused and why, and the history of imports with undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QHeaderView, QLabel, QVBoxLayout, QWidget

from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.domain.kinds import KIND_NAMES
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.icons import pixmap
from sundhedsklynge.ui.importing import import_files, redo_import, undo_import
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, tr

if TYPE_CHECKING:
    from sundhedsklynge.domain.errors import Problem
    from sundhedsklynge.ui.importing import Outcome
    from sundhedsklynge.workspace import ImportInfo, ImportOptions, ImportReport

WITHDRAWN = "fortrudt"


class DropZone(QFrame):
    """Takes files by drag and drop or from a dialog."""

    dropped = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Slip filer her"))
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._said = label(tr("Slip filer her"), "strong")
        self._hint = label(
            tr("Operationsplaner, genoptræningsplaner eller kapacitet. Filer med personnumre afvises."), "muted"
        )
        self.choose = button(tr("Vælg filer"), self.ask, "primary", tr("Vælg filer at importere (Ctrl+O)"))
        self._words = QVBoxLayout()
        self._words.setSpacing(2)
        self._words.addStretch(1)
        self._words.addWidget(self._said)
        self._words.addWidget(self._hint)
        self._words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_XL, theme.SPACE_M, theme.SPACE_XL, theme.SPACE_M)
        row.setSpacing(theme.SPACE_L)
        row.addStretch(1)
        row.addWidget(self._sign)
        row.addLayout(self._words)
        row.addSpacing(theme.SPACE_L)
        row.addWidget(self.choose)
        row.addStretch(1)
        self._redraw()

    def ask(self) -> QFileDialog:
        """Asks for files without stopping the window."""
        filters = tr("Tabeller (*.csv *.tsv *.txt *.xlsx *.xls *.ods);;Alle filer (*)")
        return ask_paths(self, tr("Vælg filer"), Mode.ExistingFiles, self.dropped.emit, filters)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._set_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._set_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._set_over(False)
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.dropped.emit(files)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_sign"):
            self._redraw()

    def _set_over(self, over: bool) -> None:
        self.setProperty("over", "true" if over else "false")
        self.style().unpolish(self)
        self.style().polish(self)

    def _redraw(self) -> None:
        self._sign.setPixmap(pixmap("drop", 32, theme.tokens().muted))


class RefusedPanel(QFrame):
    """Why a file was refused: the sentence, every problem, what can be done. `again` asks for another try."""

    again = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "notice")
        self.setProperty("tone", "error")
        self._reports: list[tuple[Path, ImportReport, ImportOptions | None]] = []
        self._path = Path()
        self._options: ImportOptions | None = None
        self._title = label("", "strong", wrap=True)
        self._said = label("", wrap=True)
        self.model = ColumnTable(self)
        self.table = TableView(tr("Problemer i filen"))
        self.table.setModel(self.model)
        self.table.setMinimumHeight(theme.ROW_HEIGHT * 5)
        self.skip = button(tr("Importér uden rækkerne med fejl"), lambda: self._again(skip_bad_rows=True))
        self.drop = button(
            tr("Udelad kolonner med personnumre, og importér resten"), lambda: self._again(drop_cpr_columns=True)
        )
        self._close = button(tr("Luk"), self._next, "flat")
        self._close.setAccessibleName(tr("Luk listen over problemer"))
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._close)
        choices = QHBoxLayout()
        choices.setSpacing(theme.SPACE_S)
        choices.addWidget(self.skip)
        choices.addWidget(self.drop)
        choices.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self._said)
        box.addWidget(self.table, 1)
        box.addLayout(choices)
        self.hide()

    def clear(self) -> None:
        """Forgets all refusals."""
        self._reports.clear()
        self.hide()

    def add_report(self, path: Path, report: ImportReport, options: ImportOptions | None) -> None:
        """Shows an import that was refused with these options, or lets it wait behind one that is shown."""
        self._reports.append((path, report, options))
        if len(self._reports) == 1:
            self._show(*self._reports[0])
        else:
            self._show_waiting()

    def _next(self) -> None:
        self._reports.pop(0)
        if self._reports:
            self._show(*self._reports[0])
        else:
            self.hide()

    def _show_waiting(self) -> None:
        waiting = len(self._reports) - 1
        self._close.setText(tr("Næste ({count})", count=waiting) if waiting else tr("Luk"))

    def _show(self, path: Path, report: ImportReport, options: ImportOptions | None) -> None:
        self._path, self._options = path, options
        self._title.setText(tr("● {file} er ikke importeret. Intet er gemt.", file=path.name))
        self._said.setText(report.refused or "")
        self._show_waiting()
        problems: Sequence[Problem] = report.problems
        self.model.set_columns(
            (
                Column(
                    tr("Række"), [p.row for p in problems], lambda row: "" if row is None else str(row), numeric=True
                ),
                Column(tr("Kolonne"), [p.column for p in problems]),
                Column(tr("Værdi"), [p.value for p in problems]),
                Column(tr("Problem"), [p.message for p in problems]),
            )
        )
        head = self.table.horizontalHeader()
        for column, width in enumerate((64, 150, 150)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(problems))
        self.drop.setVisible(report.cpr)
        self.skip.setVisible(report.can_skip)
        self.show()

    def _again(self, *, skip_bad_rows: bool = False, drop_cpr_columns: bool = False) -> None:
        from sundhedsklynge.workspace import ImportOptions

        before = self._options or ImportOptions()
        options = replace(
            before,
            skip_bad_rows=before.skip_bad_rows or skip_bad_rows,
            drop_cpr_columns=before.drop_cpr_columns or drop_cpr_columns,
        )
        self.again.emit(self._path, options)


class DataPage(Page):
    """Files in, and what has come in so far."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Data")
        self.drop_zone = DropZone()
        self.refused = RefusedPanel()
        self.history_model = ColumnTable(self)
        self.history = TableView(tr("Importerede filer"))
        self.history.setModel(self.history_model)
        self.history.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._imports: Sequence[ImportInfo] = ()
        self._history_title = label(tr("Importerede filer"), "strong")
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addWidget(self.drop_zone)
        box.addWidget(self.refused, 2)
        box.addWidget(self._history_title)
        box.addWidget(self.history, 3)
        self.drop_zone.dropped.connect(self.import_files)
        self.refused.again.connect(lambda path, options: self.import_files([path], options))
        self.history.selectionModel().currentRowChanged.connect(self._on_row)
        opening = QShortcut(QKeySequence(QKeySequence.StandardKey.Open), self)
        opening.activated.connect(self.drop_zone.ask)
        withdraw = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.history)
        withdraw.setContext(Qt.ShortcutContext.WidgetShortcut)
        withdraw.activated.connect(self.toggle_selected)
        session.ground_changed.connect(self._refresh)
        self._refresh()

    @property
    def subtitle(self) -> str:
        return tr("{count} importerede filer", count=len(self._imports)) if self._imports else ""

    def import_files(self, paths: Sequence[Path], options: ImportOptions | None = None) -> None:
        """Imports files and tells how it went, each refused one with its problems."""
        self.refused.clear()
        import_files(self.session, paths, options, lambda results: self._on_imported(results, options))

    def toggle_selected(self) -> None:
        """Takes the selected import back, or makes it hold again."""
        info = self._selected()
        if info is not None:
            self._toggle(info)

    def _selected(self) -> ImportInfo | None:
        index = self.history.currentIndex()
        return self._imports[self.history_model.source_row(index.row())] if index.isValid() else None

    def _toggle(self, info: ImportInfo) -> None:
        if info.status == WITHDRAWN:
            redo_import(self.session, info)
        else:
            undo_import(self.session, info)

    def _on_imported(self, results: list[tuple[Path, Outcome]], options: ImportOptions | None) -> None:
        taken: list[tuple[Path, ImportReport]] = []
        for path, outcome in results:
            if isinstance(outcome, CancelledError):
                self.tell(
                    Notice("info", tr("Importen af {file} er annulleret. Intet fra filen er gemt.", file=path.name))
                )
            elif isinstance(outcome, Exception):
                self.tell(notice_of(outcome))
            elif outcome.refused is not None:
                self.refused.add_report(path, outcome, options)
            else:
                taken.append((path, outcome))
        if len(taken) == 1:
            self.tell(self._success(*taken[0]))
        elif taken:
            names = ", ".join(path.name for path, _ in taken)
            rows = sum(outcome.rows_ok for _, outcome in taken if outcome.stored)
            self.tell(Notice("info", tr("Importeret: {names}. {rows} rækker i alt.", names=names, rows=number(rows))))

    def _success(self, path: Path, report: ImportReport) -> Notice:
        if report.already:
            return Notice("info", tr("{file} er importeret før. Intet er ændret.", file=path.name))
        kind = KIND_NAMES.get(report.kind, report.kind)
        rows = number(report.rows_ok)
        said = tr("{file} er importeret som {kind}: {rows} rækker.", file=path.name, kind=kind, rows=rows)
        warnings = len(report.problems)
        remedy = (
            tr("{count} bemærkninger: {first}", count=warnings, first=report.problems[0].message) if warnings else ""
        )
        return Notice("warning" if warnings else "info", said, remedy, (tr("Fortryd"), self.session.steps.undo))

    def _refresh(self) -> None:
        self._imports = imports = self.session.imports
        self.history_model.set_columns(
            (
                Column(tr("Fil"), [i.file for i in imports]),
                Column(tr("Art"), [KIND_NAMES.get(i.kind, i.kind) for i in imports]),
                Column(tr("Udtrukket"), [i.extracted or i.as_of for i in imports], _day),
                Column(tr("Rækker"), [i.rows for i in imports], number, numeric=True),
                Column(tr("Importeret"), [i.when for i in imports], text.moment),
                Column(tr("Af"), [i.who for i in imports]),
                Column(tr("Status"), [i.status for i in imports]),
            )
        )
        head = self.history.horizontalHeader()
        for column, width in ((1, 196), (2, 100), (3, 90), (4, 140), (5, 100), (6, 130)):
            head.resizeSection(column, width)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        has_history = bool(imports)
        self.history.setVisible(has_history)
        self._history_title.setVisible(has_history)
        self.drop_zone.setMaximumHeight(88 if has_history else 16777215)
        self.head_changed.emit()

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        info = self._selected() if current.isValid() else None
        if info is None:
            return
        figures = [
            (tr("Import nr."), str(info.id)),
            (tr("Art"), KIND_NAMES.get(info.kind, info.kind)),
            (tr("Udtrukket"), _day(info.extracted)),
            (tr("Opgjort pr."), _day(info.as_of)),
            (tr("Rækker"), number(info.rows)),
            (tr("Importeret"), text.moment(info.when)),
            (tr("Af"), info.who),
            (tr("Status"), info.status),
        ]
        if info.superseded_by:
            newer = ", ".join(str(number) for number in info.superseded_by)
            figures.append((tr("Afløst af import"), newer))
        name = tr("Gendan import") if info.status == WITHDRAWN else tr("Fortryd import")
        self.details_asked.emit(
            Details(
                info.file,
                figures=tuple(figures),
                notes=(tr("Intet slettes: en fortrudt import kan gendannes. Tasten Delete skifter mellem de to."),),
                actions=((name, lambda: self._toggle(info)),),
            )
        )


def _day(day: dt.date | None) -> str:
    return "–" if day is None else text.date(day)
