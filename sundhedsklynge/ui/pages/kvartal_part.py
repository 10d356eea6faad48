"""What the parts of the quarter page share: what they look at, how they read, and their empty states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLayout, QLineEdit, QVBoxLayout

from sundhedsklynge.coverage.indicators import INDICATORS
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import Page, frame, label
from sundhedsklynge.ui.pages import DATA
from sundhedsklynge.ui.pages.kvartal_signs import short_name
from sundhedsklynge.ui.part import Part
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sundhedsklynge.coverage.indicators import Place
    from sundhedsklynge.workspace import Workspace

Where = tuple[str, str]
EVERYWHERE: Where = ("", "")


@dataclass(frozen=True)
class Sight:
    """What the page looks at. as_of None: all that is stored; organisation None: that of the date."""

    level: str
    code: str
    as_of: dt.date | None = None
    organisation: str | None = None

    @property
    def place(self) -> dict[str, Any]:
        """Arguments of the room's questions about one place."""
        return {"level": self.level, "code": self.code, **self.time}

    @property
    def time(self) -> dict[str, Any]:
        """Arguments of the room's questions about all places."""
        return {"as_of": self.as_of, "organisation": self.organisation}


class QuarterPart(Part):
    """One segment of the page. Where there is nothing to compute it says so."""

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page)
        self.sight = sight

    def failed(self, error: Exception) -> None:
        if isinstance(error, NothingToComputeError):
            go = (tr("Gå til Data"), lambda: self.page.page_asked.emit(DATA))
            self.show_empty(Notice("info", translated(error.sentence), translated(error.remedy), go))
        else:
            super().failed(error)


class ListPart(QuarterPart):
    """A list of things said about an indicator and a place, and a form below it that adds one."""

    def __init__(self, page: Page, sight: Callable[[], Sight], name: str) -> None:
        super().__init__(page, sight)
        self.said = label("", "muted", wrap=True)
        self.model = ColumnTable(self)
        self.table = table_view(name)
        self.table.setModel(self.model)
        self.indicator = picker(tr("Indikator"), [(short_name(key), key) for key in INDICATORS], 32)
        self.place = picker(tr("Sted"), [(tr("Alle steder"), EVERYWHERE)], 26)
        on_delete(self.table, self.remove_selected)
        self.session.steps.applied.connect(self.clear_saved)

    def lay_out(self, form: QLayout) -> None:
        """Puts the sentence, the list and the form under each other."""
        form.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addWidget(frame("card", form))
        box.addStretch(0)

    @property
    def selected(self) -> int | None:
        """The index in the list of the marked row."""
        index = self.table.currentIndex()
        return self.model.source_row(index.row()) if index.isValid() else None

    def remove_selected(self) -> None:
        """Takes what is marked away; it can be undone."""
        raise NotImplementedError

    def clear_saved(self) -> None:
        """Empties the form when what it said is stored."""
        raise NotImplementedError


def place_options(workspace: Workspace, sight: Sight) -> list[tuple[str, Where]]:
    """Everywhere, then every place with data, with level and code."""
    try:
        found = workspace.quarterly.places(**sight.time)
    except NothingToComputeError:
        found = ()
    return [(tr("Alle steder"), EVERYWHERE), *((place_name(place), (place.level, place.code)) for place in found)]


def where_said(options: Sequence[tuple[str, Where]], kind: str, code: str) -> str:
    """What a stored place is called."""
    return next((said for said, where in options if where == (kind, code)), code or kind)


def table_view(name: str, *, single: bool = True) -> TableView:
    """A table as the parts use it."""
    made = TableView(name)
    if single:
        made.setSelectionMode(TableView.SelectionMode.SingleSelection)
    return made


def widths(table: TableView, stretched: int, sizes: Sequence[int]) -> None:
    """Gives the columns of `table` their widths in pixels; `stretched` takes what is left."""
    head = table.horizontalHeader()
    head.setMinimumSectionSize(theme.TARGET)
    for column, size in enumerate(sizes):
        head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        head.resizeSection(column, theme.scaled(size))
    head.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)


def picker(name: str, options: Sequence[tuple[str, Any]] = (), letters: int = 10) -> Picker:
    """A picker of texts with their values."""
    made = Picker()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setMinimumContentsLength(letters)
    made.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    refill(made, options)
    return made


def refill(made: Picker, options: Sequence[tuple[str, Any]]) -> None:
    """Replaces the options of a picker; the value chosen stays where it is still there."""
    kept = made.currentData()
    blocked = made.blockSignals(True)
    made.clear()
    for said, value in options:
        made.addItem(said, value)
    values = [value for _, value in options]
    if values:
        made.setCurrentIndex(values.index(kept) if kept in values else 0)
    made.blockSignals(blocked)


def place_name(place: Place) -> str:
    """What a place is called on screen."""
    if place.level == "i_alt":
        return tr("I alt")
    return tr("Klynge {name}", name=place.name.removeprefix("Klynge ")) if place.level == "klynge" else place.name


def quarter_name(quarter: str) -> str:
    """`3. kvartal 2026`."""
    return tr("{number}. kvartal {year}", number=quarter[-1], year=quarter[:4])


class Saving:
    """A new thing stored the first time, and put back after that. `number` is its id, 0 until it is stored."""

    def __init__(self, save: Callable[[], int], undo: Callable[[int], object], again: Callable[[int], object]) -> None:
        self.number = 0
        self._save, self._undo, self._again = save, undo, again

    def redo(self) -> None:
        """Stores it, or puts it back."""
        if self.number:
            self._again(self.number)
        else:
            self.number = self._save()

    def undo(self) -> None:
        """Takes it away."""
        self._undo(self.number)

    def step(self, text: str) -> Step:
        """The change as a step that can be taken back."""
        return Step(text, self.undo, self.redo)


def line_edit(name: str, hint: str) -> QLineEdit:
    """A field of one line; `hint` stands in it while it is empty."""
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    made.setMinimumWidth(theme.scaled(96))
    made.setToolTip(hint)
    return made


def on_delete(table: TableView, act: Callable[[], object]) -> None:
    """The Delete key in `table` does `act`."""
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)
