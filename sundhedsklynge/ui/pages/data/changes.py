"""Differences: what is new, moved and gone between two plans of a hospital, or from the same time last year."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import Page, label
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import VALUE_ROLE, AnyIndex, Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, number, signed, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.sharing import SnapshotChanges

TWO_PLANS, LAST_YEAR = "planer", "sidste år"
_EDGE, _REACH = 8, 180  # pixels
WEEK, PROCEDURE, MUNICIPALITY, EVERYTHING = "uge", "procedure", "kommune", "alt"


class DifferenceDelegate(QStyledItemDelegate):
    """Draws a difference as a bar to the right or left of the middle; `most` fills a side. The number stands beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.most = 1.0

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        tokens = theme.tokens()
        rect = QRectF(fields(option).rect)
        painter.save()
        if fields(option).state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, tokens.selection)
        reach = min(rect.width() / 2 - _EDGE, _REACH)
        middle = rect.left() + _EDGE + reach
        painter.setPen(QPen(tokens.line_strong, 1))
        painter.drawLine(QPointF(middle, rect.top()), QPointF(middle, rect.bottom()))
        length = reach * float(index.data(VALUE_ROLE) or 0) / self.most
        painter.fillRect(QRectF(middle, rect.top() + 9, length, rect.height() - 18).normalized(), tokens.accent)
        painter.restore()


class ChangesTab(Tab):
    """Two plans side by side, as a table by week, procedure or municipality."""

    key = "forskelle"
    name = mark("Forskelle")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._days: dict[str, list[dt.date]] = {}
        self._changes: SnapshotChanges | None = None
        self.hospital = _picker(tr("Hospital"), 26)
        self.before = _picker(tr("Fra planen"), 11)
        self.after = _picker(tr("Til planen"), 11)
        self._from, self._to = label(tr("fra"), "muted"), label(tr("til"), "muted")
        self.mode = Segments(tr("Sammenlign"), ((TWO_PLANS, tr("To planer")), (LAST_YEAR, tr("Samme tid sidste år"))))
        self.by = Segments(
            tr("Vis pr."),
            (
                (WEEK, tr("Uge")),
                (PROCEDURE, tr("Procedure")),
                (MUNICIPALITY, tr("Kommune")),
                (EVERYTHING, tr("Alle tre")),
            ),
        )
        self.sentence = label("", "strong", wrap=True)
        self._note = label("", "small", wrap=True)
        self.model = ColumnTable(self)
        self.table = TableView(tr("Forskelle mellem to planer"))
        self.table.setModel(self.model)
        self._cells, self._bars = QStyledItemDelegate(self.table), DifferenceDelegate(self.table)
        picks = QHBoxLayout()
        picks.setSpacing(theme.SPACE_S)
        for widget in (self.hospital, self.mode, self._from, self.before, self._to, self.after):
            picks.addWidget(widget)
        picks.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.sentence, 1)
        middle.addWidget(self.by)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addLayout(picks)
        box.addLayout(middle)
        box.addWidget(self.table, 1)
        box.addWidget(self._note)
        self.hospital.activated.connect(lambda _: self._on_hospital())
        self.before.activated.connect(lambda _: self._compare())
        self.after.activated.connect(lambda _: self._on_after())
        self.mode.chosen.connect(lambda _: self._on_after())
        self.by.chosen.connect(lambda _: self._fill())

    def load(self) -> None:
        def read(workspace: Workspace) -> dict[str, list[dt.date]]:
            days: dict[str, list[dt.date]] = {}
            for entry in workspace.sharing.snapshots():
                days.setdefault(entry.hospital, []).append(entry.extracted)
            return days

        self.read(tr("Læser planer"), read, self._on_days)

    def _on_days(self, days: dict[str, list[dt.date]]) -> None:
        self._days = days
        if not days:
            self.show_empty(
                Notice(
                    "info",
                    tr("Ingen operationsplaner at sammenligne."),
                    tr("Importér mindst to planer fra samme hospital."),
                    (tr("Importér filer"), self.ask_files),
                )
            )
            return
        kept = self.hospital.currentText()
        self.hospital.clear()
        for name in sorted(days, key=lambda name: (len(days[name]) < 2, name)):
            self.hospital.addItem(name)
        self.hospital.setCurrentIndex(max(0, self.hospital.findText(kept)))
        self.show_content()
        self._on_hospital()

    def _on_hospital(self) -> None:
        newest = sorted(self._days.get(self.hospital.currentText(), ()), reverse=True)
        _fill_days(self.after, newest)
        self._on_after()

    def _on_after(self) -> None:
        after: dt.date | None = self.after.currentData()
        days = sorted(self._days.get(self.hospital.currentText(), ()), reverse=True)
        _fill_days(self.before, [day for day in days if after is None or day < after])
        two = self.mode.current() == TWO_PLANS
        for widget in (self._from, self.before):
            widget.setVisible(two)
        self._to.setText(tr("til") if two else tr("planen fra"))
        self._compare()

    def _compare(self) -> None:
        hospital = self.hospital.currentText()
        before: dt.date | None = self.before.currentData()
        after: dt.date | None = self.after.currentData()
        if self.mode.current() == LAST_YEAR:
            missing = tr("Ingen plan fra samme tid sidste år. Det mangler, og er ikke nul.")
            self.read(
                tr("Sammenligner planer"),
                lambda workspace: workspace.sharing.against_last_year(hospital, after),
                lambda changes: self._on_changes(changes, missing),
            )
        elif before is None:
            self._on_changes(None, tr("Der er ingen tidligere plan. Importér en mere fra hospitalet."))
        else:
            self.read(
                tr("Sammenligner planer"),
                lambda workspace: workspace.sharing.changes(hospital, before, after),
                lambda changes: self._on_changes(changes, ""),
            )

    def _on_changes(self, changes: SnapshotChanges | None, missing: str) -> None:
        self._changes = changes
        self.sentence.setText(translated(changes.sentence) if changes else missing)
        self._fill()

    def _fill(self) -> None:
        changes = self._changes
        self.table.setVisible(changes is not None)
        self._note.setVisible(changes is not None)
        if changes is None:
            self.model.set_columns(())
            return
        by = self.by.current()
        frame = {
            WEEK: changes.weeks,
            PROCEDURE: changes.procedures,
            MUNICIPALITY: changes.municipalities,
            EVERYTHING: changes.cells,
        }[by]
        heads = {
            "uge": (tr("Uge"), text.week),
            "procedure": (tr("Procedure"), translated),
            "kommune": (tr("Kommune"), str),
            "foer": (tr("Sidste år") if changes.last_year else tr("Før"), number),
            "nu": (tr("Nu"), number),
            "forskel": (tr("Forskel"), signed),
            "nye": (tr("Nye"), _count),
            "flyttet_ind": (tr("Flyttet hertil"), _count),
            "flyttet_ud": (tr("Flyttet herfra"), _count),
            "forsvundne": (tr("Forsvundne"), _count),
        }
        named = [name for name in heads if name in frame.columns]
        columns: list[Column] = []
        for name in named:
            title, show = heads[name]
            values: list[Any] = frame[name].tolist()
            columns.append(Column(title, values, show, numeric=name not in (WEEK, PROCEDURE, MUNICIPALITY)))
        columns.append(Column(tr("Fald og stigning"), frame["forskel"].tolist(), lambda _: "", tip=signed))
        self.model.set_columns(columns)
        most = max((abs(value) for value in columns[-1].values), default=1)
        self._bars.most = max(most, 1)
        self.table.setItemDelegateForColumn(len(named), self._bars)
        head = self.table.horizontalHeader()
        for at, name in enumerate(named):
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            self.table.setItemDelegateForColumn(at, self._cells)
            head.resizeSection(at, theme.scaled(150 if name in (WEEK, PROCEDURE, MUNICIPALITY) else 96))
        head.setSectionResizeMode(len(named), QHeaderView.ResizeMode.Stretch)
        self._note.setText(
            tr("Operationer i de uger, som begge planer taler om. Sidste års plan er flyttet 52 uger frem.")
            if changes.last_year
            else tr("Operationer i de uger, som begge planer taler om. Aflyste er ikke talt med.")
        )


def _picker(name: str, letters: int) -> Picker:
    made = Picker()
    made.setAccessibleName(name)
    made.setMinimumContentsLength(letters)
    return made


def _fill_days(picker: Picker, days: list[dt.date]) -> None:
    kept = picker.currentData()
    picker.clear()
    for day in days:
        picker.addItem(text.date(day), day)
    picker.setCurrentIndex(days.index(kept) if kept in days else 0 if days else -1)
    picker.setEnabled(bool(days))


def _count(value: float) -> str:
    return number(value) if value else ""
