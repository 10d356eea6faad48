"""The sheet in which a file is looked at before it is stored: its rows, its problems, what is asked and what it would change.

It lies over the window and keeps the keyboard inside, but the event loop runs on: all work is the desk's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.import_wizard.raw_view import RawView
from sundhedsklynge.ui.import_wizard.reading import Reading, open_questions
from sundhedsklynge.ui.import_wizard.words import rows_said, said
from sundhedsklynge.ui.importing import HOW_READ, ImportDesk
from sundhedsklynge.ui.page import ElidedLabel, button, label
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, tr, translated
from sundhedsklynge.workspace.wizard import FAULTY, READY, REFUSED

if TYPE_CHECKING:
    from sundhedsklynge.workspace.preview import Finding
    from sundhedsklynge.workspace.wizard import Preview

FILE, PROBLEMS, COUNTS = "fil", "problemer", "optælling"
_MARGIN, _SIDE_WIDTH = 28, 404
_OWN_KEYS = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.SelectAll,
)


class ImportSheet(QWidget):
    """Shows the desk's current file; hidden while there is none."""

    def __init__(self, desk: ImportDesk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._shown: object = None
        self._found: list[Finding] = []
        self._focus_before: QWidget | None = None
        self._key_for: QWidget | None = None
        self._left: str | None = None  # the name of what had the focus when the work under way began
        self.setAccessibleName(tr("Importér fil"))
        self._build()
        self.hide()

    def _build(self) -> None:
        self._panel = QFrame()
        self._panel.setProperty("kind", "card")
        self.title = ElidedLabel("", "title")
        self.waiting = label("", "muted")
        close = button(tr("Luk"), self._desk.close, "flat", tr("Luk uden at importere (Esc)"))
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE_M)
        head.addWidget(self.title, 1)
        head.addWidget(self.waiting)
        head.addWidget(close)
        self.sentence = label("", wrap=True)
        self.views = Segments(tr("Vis"))
        self.views.chosen.connect(self._show_view)
        self.sheets = Segments(tr("Ark"))
        self.sheets.chosen.connect(lambda _: self._show_sheet())
        picks = QHBoxLayout()
        picks.addWidget(self.views)
        picks.addStretch(1)
        picks.addWidget(self.sheets)
        self.raw = RawView()
        self.problem_model = ColumnTable(self)
        self.problems = TableView(tr("Problemer i filen"))
        self.problems.setModel(self.problem_model)
        self.problems.opened.connect(self._on_problem)
        self.count_model = ColumnTable(self)
        self.counts = TableView(tr("Optælling af filen"))
        self.counts.setModel(self.count_model)
        self._count_title = label("", "strong")
        count_page = QWidget()
        count_box = QVBoxLayout(count_page)
        count_box.setContentsMargins(0, 0, 0, 0)
        count_box.addWidget(self._count_title)
        count_box.addWidget(self.counts, 1)
        self._stack = Stack()
        for page in (self.raw, self.problems, count_page):
            self._stack.addWidget(page)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_S)
        left.addLayout(picks)
        left.addWidget(self._stack, 1)
        self.reading = Reading(self._desk)
        self.reading.setFixedWidth(theme.scaled(_SIDE_WIDTH))
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACE_L)
        middle.addLayout(left, 1)
        middle.addWidget(self.reading)
        box = QVBoxLayout(self._panel)
        box.setContentsMargins(theme.SPACE_XL, theme.SPACE_L, theme.SPACE_XL, theme.SPACE_L)
        box.setSpacing(theme.SPACE_M)
        box.addLayout(head)
        box.addWidget(self.sentence)
        box.addLayout(middle, 1)
        box.addLayout(self._foot())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        outer.addWidget(self._panel)

    def _foot(self) -> QHBoxLayout:
        self.skip = button(tr("Spring filen over"), self._desk.skip)
        self.back = button(tr("Et skridt tilbage"), self._desk.back, "flat", tr("Tag det sidste svar tilbage"))
        self._busy_said = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self.cancel = button(tr("Annullér"), self._desk.cancel, "flat", tr("Stop det, der arbejdes på"))
        self.save = button(tr("Gem listen"), self.ask_where, "", tr("Gem problemerne som CSV til Excel"))
        self.rest = button(tr("Importér resten"), lambda: self._desk.store(skip_bad_rows=True), "primary")
        self.store = button(tr("Importér"), self._desk.store, "primary")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.skip)
        row.addWidget(self.back)
        row.addStretch(1)
        for widget in (self._busy_said, self._bar, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.save, self.rest, self.store):
            row.addWidget(widget)
        return row

    # What is shown

    def refresh(self) -> None:
        """Shows what the desk holds now."""
        current = self._desk.current
        if current is None:
            self._close()
            return
        preview, focused = current.preview, self._focus_name() if self._left is None else self._left
        is_new = preview is not self._shown
        if is_new:
            new_file = self.isHidden() or not isinstance(self._shown, type(preview)) or self._shown.file != preview.file
            self._shown = preview
            self._show_preview(preview, new_file=new_file)
            self._open()
        left = self._desk.left
        self.waiting.setText(tr("1 fil mere venter") if left == 1 else tr("{count} filer mere venter", count=left))
        self.waiting.setVisible(left > 0)
        self._show_sentence(preview)
        self.back.setVisible(len(current.previews) > 1)
        if self._desk.busy and self._left is None:
            self._left = focused
            self.setFocus()  # else Qt gives it to the next button, which the next Enter presses
        self._show_work()
        if not self._desk.busy and (is_new or self._left is not None):
            self._left = None
            self._focus_again(focused)

    def _show_preview(self, preview: Preview, *, new_file: bool) -> None:
        self.title.set_whole(tr("Importér {file}", file=preview.file))
        views = [(FILE, tr("Filen"))] if preview.sheets else []
        self._found = [found for found in preview.findings if found.code != HOW_READ]  # those stand at the side
        if self._found:
            count = preview.finding_count - len(preview.findings) + len(self._found)
            views.append((PROBLEMS, tr("Problemer ({count})", count=number(count))))
        if preview.tally is not None:
            views.append((COUNTS, tr("Optælling")))
        self.views.set_options(views)
        for key, name in views:
            self.views.button(key).setText(name)
        self.views.setVisible(len(views) > 1)
        self._stack.setVisible(bool(views))
        names = [(str(at), sheet.name or str(at + 1)) for at, sheet in enumerate(preview.sheets)]
        self.sheets.set_options(names)
        self.sheets.setVisible(len(names) > 1)
        if new_file:
            read = next((at for at, sheet in enumerate(preview.sheets) if sheet.read), 0)
            self.sheets.set_current(str(read))
            self.views.set_current(PROBLEMS if preview.status == FAULTY else FILE)
        self._fill_problems()
        self._fill_counts(preview)
        self._show_sheet()
        self._show_view(self.views.current())
        self.reading.show_preview(preview)
        self.save.setVisible(bool(self._found))
        rest = preview.status == FAULTY and preview.rows_ok > 0
        self.rest.setVisible(rest)
        self.rest.setText(tr("Importér resten ({rows})", rows=rows_said(preview.rows_ok)))
        self.rest.setAccessibleName(self.rest.text())
        self.store.setVisible(not rest and preview.status not in (REFUSED, FAULTY))
        self.store.setText(
            tr("Importér {rows}", rows=rows_said(preview.rows_ok)) if preview.status == READY else tr("Importér")
        )
        self.store.setAccessibleName(self.store.text())
        self.skip.setText(tr("Spring filen over") if self._desk.left or preview.status != REFUSED else tr("Luk"))
        self.skip.setAccessibleName(self.skip.text())

    def _show_sentence(self, preview: Preview) -> None:
        told = self._desk.error
        if told is not None:
            sign = "✓" if told.tone == "info" else "●"
            self.sentence.setText(" ".join(part for part in (sign, told.sentence, told.remedy) if part))
        elif preview.questions and preview.status != REFUSED:
            count = len(open_questions(preview))
            self.sentence.setText(
                tr("○ Svar på ét spørgsmål, før filen kan importeres.")
                if count == 1
                else tr("○ Svar på {count} spørgsmål, før filen kan importeres.", count=count)
            )
        else:
            sign = {READY: "✓", FAULTY: "▲"}.get(preview.status, "●")
            tail = "" if preview.status in (READY, FAULTY) else tr("Intet er gemt.")
            self.sentence.setText(" ".join(part for part in (sign, said(preview.sentence), tail) if part))

    def _show_work(self) -> None:
        job = self._desk.job
        for widget in (self._busy_said, self._bar, self.cancel):
            widget.setVisible(job is not None)
        self._busy_said.setText(job.label if job is not None else "")
        if job is not None:
            self._bar.setAccessibleName(job.label)
        preview = self._shown
        self.reading.setEnabled(job is None)
        for widget in (self.save, self.rest, self.back):
            widget.setEnabled(job is None)
        self.store.setEnabled(job is None and getattr(preview, "status", "") == READY)

    def _fill_problems(self) -> None:
        found = self._found
        self.problem_model.set_columns(
            (
                Column(tr("Række"), [f.row for f in found], lambda row: "" if row is None else str(row), numeric=True),
                Column(tr("Kolonne"), [f.column for f in found]),
                Column(tr("Værdi"), [f.value for f in found]),
                Column(tr("Problem"), [translated(f.reason) for f in found]),
                Column(tr("Gør sådan"), [translated(f.remedy) for f in found]),
                Column(tr("Importeres"), [f.refuses for f in found], lambda no: tr("nej") if no else tr("ja")),
            )
        )
        head = self.problems.horizontalHeader()
        for column, width in ((0, 56), (1, 112), (2, 104), (5, 78)):
            head.resizeSection(column, theme.scaled(width))
        for column in (3, 4):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _fill_counts(self, preview: Preview) -> None:
        tally = preview.tally
        if tally is None:
            self.count_model.set_columns(())
            return
        self._count_title.setText(translated(tally.title))
        columns = [Column(tr("Periode"), [translated(period) for period in tally.periods])]
        for at, group in enumerate(tally.groups):
            cells = [_between(low[at], high[at]) for low, high in zip(tally.least, tally.most, strict=True)]
            columns.append(Column(translated(group), cells, numeric=True))
        self.count_model.set_columns(columns)
        head = self.counts.horizontalHeader()
        head.resizeSection(0, theme.scaled(130))

    def _show_view(self, key: str) -> None:
        self._stack.setCurrentIndex({FILE: 0, PROBLEMS: 1, COUNTS: 2}.get(key, 0))
        self.sheets.setVisible(key == FILE and len(self._preview().sheets) > 1)

    def _show_sheet(self) -> None:
        preview, at = self._preview(), int(self.sheets.current() or 0)
        sheet = preview.sheets[at] if at < len(preview.sheets) else None
        self.raw.set_sheet(sheet, preview.findings if sheet is not None and sheet.read else ())

    def _on_problem(self, index: QModelIndex) -> None:
        found = self._found[self.problem_model.source_row(index.row())]
        if found.row is not None:
            self.views.set_current(FILE)
            self._show_view(FILE)
            self.raw.show_row(found.row)
            self.raw.setFocus()

    def ask_where(self) -> QFileDialog:
        """Asks where the list of problems goes, without stopping the window."""
        dialog = ask_paths(
            self,
            tr("Gem listen over problemer"),
            Mode.AnyFile,
            lambda paths: self._desk.save_problems(paths[0]),
            tr("CSV til Excel (*.csv)"),
        )
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(tr("problemer i {file}.csv", file=self._preview().file.rsplit(".", 1)[0]))
        return dialog

    def _preview(self) -> Preview:
        current = self._desk.current
        assert current is not None
        return current.preview

    # Opening, closing and the keyboard

    def _open(self) -> None:
        if self.isVisible():
            return
        self._focus_before = QApplication.focusWidget()
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def _close(self) -> None:
        self._shown = self._left = None
        if self.isHidden():
            return
        self.hide()
        before = self._focus_before
        if before is not None and isValid(before) and before.isVisible():  # its page may be gone
            before.setFocus()
        self._focus_before = None

    def _stops(self) -> list[QWidget]:
        """What Tab stops at, in reading order."""
        tab = Qt.FocusPolicy.TabFocus
        return [
            widget
            for widget in self.findChildren(QWidget)
            if widget.focusPolicy() & tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
        ]

    def _focus_name(self) -> str:
        focused = QApplication.focusWidget()
        return focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""

    def _focus_again(self, name: str) -> None:
        """Back to the control of that name, else to what the file waits for."""
        named = [widget for widget in self._stops() if widget.objectName() == name] if name else []
        asked = [widget for widget in self._stops() if widget.objectName().startswith("answer:")]
        ways = (self.store, self.rest, self.back, self.skip)
        ready = [widget for widget in ways if widget.isVisible() and widget.isEnabled()]
        for widget in (*named, *asked, *ready):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops, focused = self._stops(), QApplication.focusWidget()
        if not stops:
            return False
        here = stops.index(focused) if focused in stops else -1 if forward else 0
        target = stops[(here + (1 if forward else -1)) % len(stops)]
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return True

    def event(self, event: QEvent) -> bool:
        # The window's own shortcuts would work on what lies beneath.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._key_for = QApplication.focusWidget()
            if not any(event.matches(key) for key in _OWN_KEYS):
                event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # not what has the focus now: an answer given with Enter has moved it on
        target = None if event.isAutoRepeat() else self._key_for
        if event.key() == Qt.Key.Key_Escape:
            self._desk.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(target, QAbstractButton):
            target.click()

    def mousePressEvent(self, event: object) -> None:
        """Clicks beside the panel end here."""

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.tokens()
        dark = tokens.scheme.is_dark
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.faded(tokens.ground if dark else tokens.text, 0.7 if dark else 0.4))
        painter.end()


def _between(least: int | None, most: int | None) -> str:
    if least is None or most is None:
        return tr("mangler")
    return number(least) if least == most else f"{number(least)}–{number(most)}"
