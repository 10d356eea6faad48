"""How good earlier risks were, in words with the reliability table; and how the slots came to be what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr

if TYPE_CHECKING:
    from sundhedsklynge.store.capacity import CapacityChange
    from sundhedsklynge.ui.pages.frist_view import FristView
    from sundhedsklynge.workspace.risk_record import RiskRecord

_TABLE_WIDTH = 430
_MOST_CELLS = 3  # that are told one by one


class RecordPanel(QWidget):
    """What was said against what happened, for all municipalities. `asked` wants it computed."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = label("", wrap=True)
        self.compute = button(
            tr("Regn efter"), self.asked.emit, tip=tr("Tager op til et halvt minut og kan annulleres")
        )
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Sagt risiko mod det, der skete"))
        self.table.setModel(self.table_model)
        self.table.setFixedWidth(_TABLE_WIDTH)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_S)
        left.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.compute)
        row.addStretch(1)
        left.addLayout(row)
        left.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_L)
        box.addLayout(left, 1)
        box.addWidget(self.table)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Before it is computed."""
        self.said.setText(
            tr(
                "Det, der blev sagt hver fjerde uge i det sidste halve år, kan holdes op mod det, der skete, i alle kommuner."
            )
        )
        self.compute.show()
        self.compute.setEnabled(True)
        self.table.hide()

    def show_working(self) -> None:
        """While it is computed."""
        self.said.setText(tr("Regner risikoen, som den blev sagt dengang …"))
        self.compute.setEnabled(False)

    def show_record(self, record: RiskRecord) -> None:
        """The record in words and as a table."""
        self.said.setText("\n".join(f"• {sentence}" for sentence in record.sentences))
        self.compute.hide()
        rows = record.table()
        spans = [
            tr("{low} til {high}", low=f"{low * 100:.0f}", high=percent(float(high)))
            for low, high in zip(rows["fra"], rows["til"], strict=True)
        ]
        self.table_model.set_columns(
            (
                Column(tr("Sagt risiko"), spans),
                Column(tr("Uger"), rows["uger"].tolist(), number, numeric=True),
                Column(tr("Sagt i snit"), rows["sagt"].tolist(), percent, numeric=True),
                Column(tr("Gik galt"), rows["skete"].tolist(), percent, numeric=True),
            )
        )
        self.table.setVisible(len(rows) > 0)


class HistoryPanel(QWidget):
    """Every change of the municipality's slots: when, who, why, and what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Ændringer af pladser"))
        self.table.setModel(self.table_model)
        self._empty = label(tr("Ingen har ændret pladserne endnu."), "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.table, 1)
        box.addWidget(self._empty)

    def show_view(self, view: FristView) -> None:
        """Fills the table, the newest change first."""
        changes = view.history
        self.table.setVisible(bool(changes))
        self._empty.setVisible(not changes)
        self.table_model.set_columns(
            (
                Column(tr("Hvornår"), [change.when for change in changes], text.moment),
                Column(tr("Hvem"), [change.who for change in changes]),
                Column(tr("Ændring"), [_said(change) for change in changes]),
                Column(tr("Hvorfor"), [change.why or "–" for change in changes]),
                Column(tr("Kilde"), [change.file or tr("rettet her") for change in changes]),
            )
        )
        head = self.table.horizontalHeader()
        for column, width in ((0, 130), (1, 80), (3, 180), (4, 130)):
            head.resizeSection(column, width)
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
    return tr("{said} (fortrudt)", said=said) if change.undone else said
