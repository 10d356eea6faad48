"""Who waits, by days left; those past their deadline; the two clocks. Counts only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_view import FristView

_LAST_DAY = 7  # days left that have a column of their own
_FIGURES = 2  # letters of a head that is a bare figure
HEAD = QHeaderView.ResizeMode


class WaitingPanel(QWidget):
    """The waiting list of one municipality. `details_asked` wants the plans that have been open too long, in counts."""

    details_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FristView | None = None
        self._overdue = label("", "figure")
        self._overdue_said = label("", "small", wrap=True)
        self._overdue_said.setFixedWidth(theme.scaled(150))
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Ventende efter dage til fristen"))
        self.table.setModel(self.table_model)
        self.table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        rows = self.table.verticalHeader()
        rows.show()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setMinimumSectionSize(32)
        self._said = label("", wrap=True)
        self._open = button(tr("Vis åbne planer"), self._show_long_open, tip=tr("Planer, der er taget ud af køen"))
        figure = QVBoxLayout()
        figure.setSpacing(0)
        figure.addWidget(self._overdue)
        figure.addWidget(self._overdue_said)
        figure.addSpacing(theme.SPACE_S)
        figure.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        figure.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.SPACE_XS)
        self._head = label(tr("Borgere, der venter på et tilbud, efter dage til fristen"), "strong")
        right.addWidget(self._head)
        right.addWidget(self.table)
        right.addWidget(self._said)
        right.addStretch(1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_L)
        box.addLayout(figure)
        box.addLayout(right, 1)

    def show_view(self, view: FristView) -> None:
        """Fills the list."""
        self._view = view
        waiting = view.waiting
        missing = text.tr_marked(text.MISSING)
        self._overdue.setText(number(waiting.overdue) if waiting.known else missing)
        self._overdue_said.setText(
            tr("er allerede over fristen pr. {day}, også med tilbud om en senere dag", day=text.date(waiting.day))
        )
        self.table.setVisible(waiting.known)
        self._head.setVisible(waiting.known)
        if waiting.known:
            self._fill(view)
        self._said.setText(" ".join(_sentences(view)))
        self._open.setVisible(bool(view.long_open))

    def _fill(self, view: FristView) -> None:
        waiting = view.waiting
        clocks = (waiting.by_days_left, waiting.by_days_left_received)
        columns = [
            Column(
                title, [sum(n for days, n in clock.items() if holds(days)) for clock in clocks], number, numeric=True
            )
            for title, holds in _groups(clocks)
        ]
        columns.append(Column(tr("i alt"), [sum(clock.values()) for clock in clocks], number, numeric=True))
        self.table_model.set_columns(columns, [tr("fra udskrivning (gælder)"), tr("fra modtagelse")])
        head = self.table.horizontalHeader()
        for i, column in enumerate(columns):
            wordy = len(column.title) > _FIGURES
            head.setSectionResizeMode(i, HEAD.ResizeToContents if wordy else HEAD.Stretch)
        self.table.show_rows(2)

    def _show_long_open(self) -> None:
        if self._view is not None:
            figures = [
                (
                    tr(
                        "{procedure}, modtaget {day}, frist {deadline}",
                        procedure=translated(entry.procedure).capitalize(),
                        day=text.date(entry.received),
                        deadline=text.date(entry.deadline),
                    ),
                    number(entry.count),
                )
                for entry in self._view.long_open
            ]
            note = tr("Giv dem en start, eller luk dem i jeres system, og importér en ny fil.")
            self.details_asked.emit(Details(tr("Åbne længe efter fristen"), figures=tuple(figures), notes=(note,)))


def _groups(clocks: tuple[Mapping[int, int], ...]) -> list[tuple[str, Callable[[int], bool]]]:
    """Columns of days left, each with which days it holds; no column for later days where nobody has so many."""
    groups: list[tuple[str, Callable[[int], bool]]] = [(tr("over frist"), lambda days: days < 0)]
    groups += [(str(n), lambda days, n=n: days == n) for n in range(_LAST_DAY + 1)]
    groups.append((f"{_LAST_DAY + 1}–14", lambda days: _LAST_DAY < days <= 14))
    if any(days > 14 for clock in clocks for days in clock):
        groups.append((tr("over 14"), lambda days: days > 14))
    return groups


def _sentences(view: FristView) -> list[str]:
    waiting, clocks = view.waiting, view.clocks
    if not waiting.known:
        return [
            tr(
                "Filen siger ikke, hvornår borgere er tilbudt start. Antallet af ventende er anslået ud fra planer og pladser. "
                "Importér genoptræningsplaner med tilbudt dato for at se dem."
            )
        ]
    said: list[str] = []
    if clocks is not None:
        said.append(
            tr(
                "Sidste 13 uger: {missed} af {all} frister blev overskredet, regnet fra udskrivning, som loven gør; "
                "{missed_received} af {all_received}, regnet fra modtagelse.",
                missed=number(clocks.missed),
                all=number(clocks.deadlines),
                missed_received=number(clocks.missed_received),
                all_received=number(clocks.deadlines_received),
            )
        )
    if waiting.undated:
        said.append(tr("{count} er udskudt uden dato.", count=number(waiting.undated)))
    if waiting.long_open:
        said.append(
            tr("{count} står åbne så længe efter fristen, at de er taget ud af køen.", count=number(waiting.long_open))
        )
    return said
