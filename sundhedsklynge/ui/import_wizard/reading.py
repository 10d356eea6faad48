"""The side of the sheet: what is asked, what the file is, what it would change, and how each column is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from sundhedsklynge.domain.kinds import KIND_NAMES
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.import_wizard.columns import MOST, ColumnsEditor
from sundhedsklynge.ui.import_wizard.questions import question_card
from sundhedsklynge.ui.import_wizard.raw_view import PIVOT, READ
from sundhedsklynge.ui.import_wizard.words import column_name
from sundhedsklynge.ui.importing import ImportDesk
from sundhedsklynge.ui.page import button, clear, frame, label
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.text import tr, translated
from sundhedsklynge.workspace.preview import LEFT
from sundhedsklynge.workspace.wizard import PERSONAL, REFUSED

if TYPE_CHECKING:
    from sundhedsklynge.ingest.mapping import Question
    from sundhedsklynge.workspace.preview import ColumnMark
    from sundhedsklynge.workspace.wizard import Preview

_MOST_NOTES = 8


class Reading(QScrollArea):
    """Shows one preview; what the user does goes to the desk."""

    def __init__(self, desk: ImportDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Sådan er filen læst"))
        self._body = body = QWidget()
        self._box = QVBoxLayout(body)
        self._box.setContentsMargins(0, 0, theme.SPACE_M, 0)
        self._box.setSpacing(theme.SPACE_S)
        self.setWidget(body)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self.columns: ColumnsEditor | None = None
        self.drop: QWidget | None = None

    def show_preview(self, preview: Preview) -> None:
        """Replaces everything."""
        self._body.hide()  # shown again below, so that what is new can have the focus at once
        clear(self._box)
        self.columns = self.drop = None
        if preview.status == PERSONAL:
            self._box.addWidget(self._personal(preview))
        elif preview.status != REFUSED:
            for question in open_questions(preview):
                self._box.addWidget(question_card(question, self._desk.answer))
        if preview.sheets:
            self._add_facts(preview)
        if preview.effect is not None and (lines := preview.effect.sentences()):
            self._add_lines(tr("Det ændrer importen"), [translated(line) for line in lines])
        columns = _columns(preview)
        if columns and preview.kind.value:
            self._add_columns(preview, columns)
        if preview.notes:
            self._add_lines(tr("Sådan er den læst"), [translated(note) for note in preview.notes])
        self._box.addStretch(1)
        self._body.show()

    def _head(self, said: str) -> None:
        self._box.addSpacing(theme.SPACE_XS)
        self._box.addWidget(label(said, "strong"))

    def _add_lines(self, head: str, lines: Sequence[str]) -> None:
        self._head(head)
        for line in lines[:_MOST_NOTES]:
            self._box.addWidget(label(line, "muted", wrap=True))
        if len(lines) > _MOST_NOTES:
            self._box.addWidget(label(tr("og {count} mere", count=len(lines) - _MOST_NOTES), "muted"))

    def _personal(self, preview: Preview) -> QWidget:
        box = QVBoxLayout()
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(label(tr("Her står noget, der ligner personnumre:"), "strong", wrap=True))
        for place in preview.personal[:_MOST_NOTES]:
            box.addWidget(label(translated(place), wrap=True))
        if preview.can_drop:
            said = tr("Udelad kolonnerne, og læs resten")
            drop = button(said, self._desk.drop_personal, "primary")
            drop.setObjectName("answer:personal")
            self.drop = drop
            box.addWidget(drop)
            box.addWidget(label(tr("Intet fra de kolonner gemmes."), "muted", wrap=True))
        else:
            box.addWidget(label(tr("Bed afsenderen om en fil uden personnumre."), "muted", wrap=True))
        card = frame("notice", box)
        card.setProperty("tone", "error")
        return card

    def _add_facts(self, preview: Preview) -> None:
        self._head(tr("Filen er"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_S)
        grid.setVerticalSpacing(theme.SPACE_XS)
        grid.setColumnStretch(1, 1)
        kind = Picker()
        kind.setObjectName("kind")
        kind.setAccessibleName(tr("Filens art"))
        if not preview.kind.value:
            kind.addItem(tr("vælg"), "")
        for key, name in KIND_NAMES.items():
            kind.addItem(translated(name), key)
        kind.setCurrentIndex(max(0, kind.findData(preview.kind.value)))
        kind.activated.connect(lambda at: self._on_kind(preview.kind.value, str(kind.itemData(at))))
        day = QLineEdit(_danish(preview.as_of.value))
        day.setObjectName("as_of")
        day.setAccessibleName(tr("Opgjort pr."))
        day.setPlaceholderText(tr("ikke angivet"))
        day.returnPressed.connect(lambda: self._on_day(preview.as_of.value, day.text().strip()))
        grid.addWidget(label(tr("Art"), "muted"), 0, 0)
        grid.addWidget(kind, 0, 1)
        grid.addWidget(label(tr("Opgjort pr."), "muted"), 1, 0)
        grid.addWidget(day, 1, 1)
        if preview.as_of.source:
            day.setToolTip(
                tr("Fundet i: {source}. Ret datoen, og tryk Enter.", source=translated(preview.as_of.source))
            )
        if preview.hospitals:
            names = ", ".join(fact.value for fact in preview.hospitals)
            grid.addWidget(label(tr("Hospital"), "muted"), 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(names, wrap=True), 2, 1)
        self._box.addLayout(grid)

    def _add_columns(self, preview: Preview, columns: Sequence[ColumnMark]) -> None:
        self._head(tr("Kolonner"))
        workspace_names = self._desk.columns_of(preview.kind.value)
        self.columns = ColumnsEditor(self._desk.assign)
        self.columns.set_columns([(mark.header, mark.name) for mark in columns], workspace_names)
        self._box.addWidget(self.columns)
        across = [mark for sheet in preview.sheets if sheet.read for mark in sheet.columns if mark.role == PIVOT]
        if across:
            said = tr("{count} kolonner: {what}", count=len(across), what=column_name(across[0].name))
            self._box.addWidget(label(said, "muted", wrap=True))
        if len(columns) > MOST:
            self._box.addWidget(label(tr("og {count} kolonner mere", count=len(columns) - MOST), "muted"))

    def _on_kind(self, before: str, after: str) -> None:
        if after and after != before:
            self._desk.set_kind(after)

    def _on_day(self, before: str, after: str) -> None:
        if after and after != _danish(before):
            self._desk.answer("as_of", after)


def open_questions(preview: Preview) -> list[Question]:
    """What can be answered now: which weeks are nearest can be told once the file's date is."""
    no_day = any(question.what == "as_of" for question in preview.questions)
    return [question for question in preview.questions if not (no_day and question.what == "week_year")]


def _columns(preview: Preview) -> list[ColumnMark]:
    """The columns a user may read otherwise, each header once."""
    found: dict[str, ColumnMark] = {}
    for sheet in preview.sheets:
        for mark in sheet.columns if sheet.read else ():
            if mark.header and mark.role in (READ, LEFT):
                found.setdefault(mark.header, mark)
    return list(found.values())


def _danish(iso: str) -> str:
    return text.date(dt.date.fromisoformat(iso)) if iso else ""
