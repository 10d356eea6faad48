"""How good earlier risks were, in words with the reliability table; and how the slots came to be what they are."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QProgressBar, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.part import Part
from sundhedsklynge.ui.session import WEEKS
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.store.capacity import CapacityChange
    from sundhedsklynge.ui.jobs import Job
    from sundhedsklynge.ui.pages.frist_view import FristView
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.risk_record import RiskRecord

_TABLE_WIDTH = 400  # pixels
_MOST_CELLS = 3  # that are told one by one


class RecordPanel(Part):
    """What was said against what happened, for all municipalities. It is computed in the background from when it is first looked at, date
    by date; what is known so far is shown, and what was computed stays when the rest is stopped."""

    key = "hvor_god"
    _grown = Signal(object, object)  # the run it is of, and the record

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.said = label("", wrap=True)
        self._note = label("", "small", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Regner tidligere risiko efter"))
        self.stop = button(tr("Stop"), self._stop, tip=tr("Det, der er regnet, bliver stående"))
        self.go_on = button(tr("Regn videre"), self.load)
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Sagt risiko mod det, der skete"))
        self.table.setModel(self.table_model)
        self.table.setFixedWidth(theme.scaled(_TABLE_WIDTH))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self._job: Job | None = None
        self._of: tuple[Workspace, dt.date] | None = None
        self._run: object = None  # the newest; what comes late from one before is not shown
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        row.addWidget(self.go_on)
        row.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_S)
        left.addWidget(self.said)
        left.addLayout(row)
        left.addWidget(self._note)
        left.addStretch(1)
        box = QHBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_L)
        box.addLayout(left, 1)
        box.addWidget(self.table, 0, Qt.AlignmentFlag.AlignTop)
        self._grown.connect(self._on_grown)
        self.session.jobs.changed.connect(self._show_progress)
        self._show_nothing()

    def load(self) -> None:
        workspace, ground = self.session.workspace, self.session.ground
        if workspace is None or ground is None:
            return
        if self._of != (workspace, ground.as_of):
            self._of = (workspace, ground.as_of)
            self._show_nothing()
        run = self._run = object()

        def work(progress: Progress, cancelled: Cancelled) -> RiskRecord:
            def grown(record: RiskRecord) -> None:
                self._grown.emit(run, record)

            return workspace.deadline.record(ground.as_of, WEEKS, progress, cancelled, grown)

        def stopped() -> None:
            if run is self._run:
                self._rest()

        def failed(error: Exception) -> None:
            self._rest()
            self.failed(error)

        self._show_working()
        self._job = self.session.jobs.start(
            "frist-record",
            tr("Holder tidligere risiko op mod det, der skete"),
            work,
            self._done,
            failed,
            stopped,
        )

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_grown(self, run: object, record: RiskRecord) -> None:
        if run is self._run:
            self._show_record(record)

    def _done(self, record: RiskRecord) -> None:
        self._show_record(record)
        self._rest()

    def _rest(self) -> None:
        """Nothing is computed any more; what is not yet known can be asked for."""
        self._job = None
        for widget in (self.bar, self.stop):
            widget.hide()
        self.go_on.setVisible(not self._whole)
        self._note.setVisible(not self._whole)

    def _show_working(self) -> None:
        self._whole = False  # what stands there may be of other data
        self.bar.setRange(0, 0)
        for widget in (self.bar, self.stop, self._note):
            widget.show()
        self.go_on.hide()

    def _show_progress(self) -> None:
        share = self._job.share if self._job is not None else None
        if share is not None and self._job in self.session.jobs.running:
            self.bar.setRange(0, 100)
            self.bar.setValue(round(100 * share))

    def _show_nothing(self) -> None:
        self._whole = False
        self.said.setText(
            tr("Risikoen regnes, som den blev sagt hver fjerde uge i det sidste halve år, i alle kommuner.")
        )
        self._note.setText("")
        self.table.hide()
        self._rest()

    def _show_record(self, record: RiskRecord) -> None:
        """The record in words and as a table, as far as it is known."""
        self._whole = record.judged == record.of
        self.said.setText("\n".join(tr("• {sentence}", sentence=translated(sentence)) for sentence in record.sentences))
        self._note.setText(tr("{judged} af {all} datoer er regnet efter.", judged=record.judged, all=record.of))
        self._note.setVisible(not self._whole)
        rows = record.table()
        spans = [
            tr("{low} til {high}", low=f"{low * 100:.0f}", high=percent(float(high)))
            for low, high in zip(rows["fra"], rows["til"], strict=True)
        ]
        self.table_model.set_columns(
            (
                Column(tr("Sagt risiko"), spans),
                Column(tr("Uger"), rows["uger"].tolist(), number, numeric=True),
                Column(tr("Sagt i snit"), rows["sagt"].tolist(), _share, numeric=True),
                Column(tr("Gik galt"), rows["skete"].tolist(), _share, numeric=True),
            )
        )
        self.table.setVisible(len(rows) > 0)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setFixedHeight(len(rows) * theme.row_height() + head + 4)


def _share(value: float) -> str:
    """A class that no week fell in is empty, not missing."""
    return "–" if value != value else percent(value)


class HistoryPanel(QWidget):
    """Every change of the municipality's slots, closed days and groups: when, who, why, and what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Ændringer af pladser, lukkedage og hold"))
        self.table.setModel(self.table_model)
        self._empty = label(tr("Ingen har ændret pladserne endnu."), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table, 1)
        box.addWidget(self._empty)

    def show_view(self, view: FristView) -> None:
        """Fills the table, the newest change first."""
        here = tr("rettet her")
        changes = [(c.when, c.who, _said(c), c.why, c.file or here) for c in view.history]
        changes += [(c.when, c.who, translated(c.text), c.why, here) for c in view.days_history]
        changes.sort(key=lambda change: change[0], reverse=True)
        self.table.setVisible(bool(changes))
        self._empty.setVisible(not changes)
        self.table_model.set_columns(
            (
                Column(tr("Hvornår"), [when for when, *_ in changes], text.moment),
                Column(tr("Hvem"), [who for _, who, *_ in changes]),
                Column(tr("Ændring"), [said for _, _, said, *_ in changes]),
                Column(tr("Hvorfor"), [why or "–" for *_, why, _ in changes]),
                Column(tr("Kilde"), [source for *_, source in changes]),
            )
        )
        head = self.table.horizontalHeader()
        for column, width in ((0, 130), (1, 80), (3, 180), (4, 130)):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


def _said(change: CapacityChange) -> str:
    """`uge 50, 2026: 12 → 18`; the span of weeks where there are many."""
    weeks = sorted({cell.week for cell in change.cells})
    said = "; ".join(
        tr(
            "{week}: {before} → {after}",
            week=text.week(cell.week),
            before="–" if cell.before is None else number(cell.before),
            after=number(cell.after),
        )
        for cell in change.cells
    )
    if len(change.cells) > _MOST_CELLS:
        said = tr(
            "{first} til {last}, {count} tal",
            first=text.week(weeks[0]),
            last=text.week(weeks[-1]),
            count=len(change.cells),
        )
    return tr("fortrudt: {said}", said=said) if change.undone else said
