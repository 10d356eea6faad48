"""Closed days, groups and colleagues on leave of one municipality: listed, added, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pickers import Picker, day_of, day_picker, put_day
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_view import FristView
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.capacity import Closing
    from sundhedsklynge.workspace.change import Change

    Work = Callable[[Workspace], Change | None]

CLOSED, LEAVE, GROUP = "lukket", "fravaer", "hold"


class DaysPanel(QWidget):
    """`asked` carries what to do with the workspace: a function that makes the change and returns it."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FristView | None = None
        self._listed: list[tuple[str, Closing]] = []
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Lukkedage og hold"))
        self.table.setModel(self.table_model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.remove = button(tr("Fjern"), self._remove, tip=tr("Fjern den valgte lukkeperiode eller det valgte hold"))
        self.kind = Picker()
        self.kind.setAccessibleName(tr("Hvad der tilføjes"))
        for said, key in (
            (tr("Lukket"), CLOSED),
            (tr("Fravær, færre pladser"), LEAVE),
            (tr("Hold, der starter samlet"), GROUP),
        ):
            self.kind.addItem(said, key)
        self.first, self.last = day_picker(tr("Første dag")), day_picker(tr("Sidste dag"))
        self._to = label(tr("til"), "muted")
        self.slots = QSpinBox()
        self.slots.setRange(1, 500)
        self.slots.setAccessibleName(tr("Pladser"))
        self._slots_said = label("", "muted")
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Hvorfor"))
        self.why.setPlaceholderText(tr("Hvorfor (kan udelades)"))
        self.why.setMaxLength(200)
        self.why.returnPressed.connect(self._add)
        self.add = button(tr("Tilføj"), self._add)
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        for widget in (self.kind, self.first, self._to, self.last, self.slots, self._slots_said, self.add):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.remove)
        self._hint = label("", "small", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_XS)
        box.addLayout(row)
        box.addWidget(self.why)
        box.addWidget(self._hint)
        box.addWidget(self.table, 1)
        self.kind.currentIndexChanged.connect(lambda _: self._dress())
        self.first.dateChanged.connect(lambda day: self.last.setDate(max(day, self.last.date())))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self._dress()
        self._enable()

    def show_view(self, view: FristView) -> None:
        """Fills the list, the municipality's own and those that hold everywhere."""
        before, self._view = self._view, view
        other = before is None or before.municipality != view.municipality
        if before is None or other or _changes(before) != _changes(view):
            self.why.clear()  # it was said of what is done
        if other:
            monday = view.plan.weeks[1]
            for field in (self.first, self.last):
                put_day(field, monday)
        self._listed = [(CLOSED, entry) for entry in view.closings] + [(GROUP, entry) for entry in view.groups]
        self._listed.sort(key=lambda item: item[1].first)
        self.table_model.set_columns(
            (
                Column(tr("Hvad"), [_what(kind, entry) for kind, entry in self._listed]),
                Column(tr("Fra"), [entry.first for _, entry in self._listed], text.date),
                Column(tr("Til"), [entry.last for _, entry in self._listed], text.date),
                Column(
                    tr("Gælder"),
                    [tr("alle kommuner") if e.municipality is None else view.name for _, e in self._listed],
                ),
            )
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(self._listed))
        self._enable()

    def _dress(self) -> None:
        kind = self.kind.currentData()
        self._to.setVisible(kind != GROUP)
        self.last.setVisible(kind != GROUP)
        self.slots.setVisible(kind != CLOSED)
        self._slots_said.setVisible(kind != CLOSED)
        self._slots_said.setText(tr("pladser") if kind == GROUP else tr("pladser færre om ugen"))
        self._hint.setText(
            {
                CLOSED: tr(
                    "Ugens pladser fordeles på dens åbne dage. Helligdage, 24. og 31. december er lukket i forvejen."
                ),
                LEAVE: tr("Pladserne trækkes fra i hver uge i perioden og kan ses i tabellen øverst."),
                GROUP: tr("Holdets pladser kommer oven i ugens pladser den dag."),
            }[kind]
        )

    def _enable(self) -> None:
        self.remove.setEnabled(self.table.selectionModel().hasSelection())

    def _add(self) -> None:
        view = self._view
        if view is None:
            return
        code, at, slots = view.municipality, view.as_of, self.slots.value()
        first, last, why = day_of(self.first), day_of(self.last), self.why.text().strip()
        away = ": ".join(filter(None, (tr("Fravær"), why)))
        works: dict[str, Work] = {
            CLOSED: lambda workspace: workspace.capacity.close(first, last, code, at, why),
            LEAVE: lambda workspace: workspace.capacity.take_leave(code, first, last, slots, away, at),
            GROUP: lambda workspace: workspace.capacity.start_group(code, first, slots, at, why),
        }
        self.asked.emit(works[self.kind.currentData()])

    def _remove(self) -> None:
        view, index = self._view, self.table.currentIndex()
        if view is None or not index.isValid():
            return
        kind, entry = self._listed[self.table_model.source_row(index.row())]
        at, why = view.as_of, self.why.text().strip()

        def work(workspace: Workspace) -> Change:
            if kind == CLOSED:
                return workspace.capacity.reopen(entry, at, why)
            return workspace.capacity.cancel_group(entry, at, why)

        self.asked.emit(work)


def _changes(view: FristView) -> tuple[int, int]:
    return len(view.history), len(view.days_history)


def _what(kind: str, entry: Closing) -> str:
    return tr("Lukket") if kind == CLOSED else tr("Hold, {slots} pladser", slots=number(entry.slots))
