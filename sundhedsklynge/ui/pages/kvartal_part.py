"""What the parts of the quarter page share: what they look at, how they read, and their empty states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHeaderView, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, StatePanel
from sundhedsklynge.ui.pages import DATA
from sundhedsklynge.ui.pickers import DayPicker, Picker
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import TableView
from sundhedsklynge.ui.text import DANISH, tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sundhedsklynge.coverage.indicators import Place
    from sundhedsklynge.workspace import Workspace

Result = TypeVar("Result")


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


class Part(QWidget):
    """One segment of the page: its content, or why there is none. It reads when it is looked at and the data are others."""

    key = ""

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__()
        self.page = page
        self.session = page.session
        self.sight = sight
        self.content = QWidget()
        self.state = StatePanel()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        self._outdated = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def data_changed(self) -> None:
        """What is looked at, or the data, are others: reads at once if the part is seen."""
        self._outdated = True
        if self.isVisible():
            self.look()

    def look(self) -> None:
        """The part is looked at."""
        if self._outdated:
            self._outdated = False
            self.load()

    def load(self) -> None:
        """Reads what the part shows."""
        raise NotImplementedError

    def show_content(self) -> None:
        """Shows the content."""
        self._stack.setCurrentWidget(self.content)

    def show_empty(self, notice: Notice) -> None:
        """Shows why there is nothing, and what to do."""
        self.state.show_notice(notice)
        self._stack.setCurrentWidget(self.state)

    def read(
        self, label: str, work: Callable[[Workspace], Result], done: Callable[[Result], None], topic: str = ""
    ) -> None:
        """Runs `work` in a thread; a newer reading of the same topic takes the place of the older. Where there is nothing to compute the
        part says so."""
        workspace = self.session.workspace
        if workspace is None:
            return
        self.session.jobs.start(
            f"kvartal {self.key} {topic}",
            label,
            lambda progress, cancelled: work(workspace),
            lambda result: done(result) if self.session.workspace is workspace else None,
            self._on_error,
        )

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, NothingToComputeError):
            go = (tr("Gå til Data"), lambda: self.page.page_asked.emit(DATA))
            self.show_empty(Notice("info", error.sentence, error.remedy, go))
        else:
            self.page.tell(notice_of(error))


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
        head.resizeSection(column, size)
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
    made.setToolTip(hint)
    return made


def day_picker(name: str) -> DayPicker:
    """A field for a day, today at first."""
    made = DayPicker()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setLocale(DANISH)
    made.setDisplayFormat("dd.MM.yyyy")
    made.setCalendarPopup(True)
    made.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setMinimumWidth(120)
    made.setDate(QDate.currentDate())
    return made


def day_of(field: DayPicker) -> dt.date:
    """The day in a field."""
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())


def put_day(field: DayPicker, day: dt.date) -> None:
    """Puts a day in a field."""
    field.setDate(QDate(day.year, day.month, day.day))


def on_delete(table: TableView, act: Callable[[], object]) -> None:
    """The Delete key in `table` does `act`."""
    shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)
