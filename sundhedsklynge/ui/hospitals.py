"""How fresh the hospitals' data are: the strip at the foot of Overblik and the same as details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.page import ElidedLabel, button, clear, frame, label
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Freshness

_SIGNS = {"frisk": "✓", "gammel": "▲", "mangler": "▨"}
_WORST_FIRST = ("mangler", "gammel", "frisk")
_LEAST_WIDTH = 204  # pixels one hospital needs


def ranked(freshness: Sequence[Freshness]) -> list[Freshness]:
    """Those that want attention first."""
    return sorted(freshness, key=lambda entry: (_WORST_FIRST.index(entry.status), entry.hospital))


def state(entry: Freshness) -> str:
    """A hospital's state, shape and word: `✓ opgjort 23.11., ser 14 uger frem`."""
    sign = _SIGNS[entry.status]
    if entry.extracted is None:
        return tr("{sign} mangler: har ingen plan delt", sign=sign)
    day = text.short_date(entry.extracted)
    if entry.status == "frisk":
        if entry.weeks_ahead is None:
            return tr("{sign} opgjort {day}", sign=sign, day=day)
        return tr("{sign} opgjort {day}, ser {weeks} uger frem", sign=sign, day=day, weeks=entry.weeks_ahead)
    if entry.status == "gammel":
        return tr("{sign} {days} dage gammel (opgjort {day})", sign=sign, days=entry.age_days, day=day)
    return tr("{sign} mangler siden {day}", sign=sign, day=day)


def wanting(freshness: Sequence[Freshness]) -> list[str]:
    """Those without fresh data, each with its state."""
    return [f"{entry.hospital} {state(entry)}" for entry in ranked(freshness) if entry.status != "frisk"]


def freshness_details(freshness: Sequence[Freshness]) -> Details:
    """Every hospital with the age of its data."""
    return Details(
        tr("Hospitalernes data"),
        notes=tuple(f"{entry.hospital}\n{state(entry)}" for entry in ranked(freshness)),
    )


class HospitalStrip(QWidget):
    """One short column a hospital, worst first; those that do not fit stand behind a button."""

    def __init__(self, on_all: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on_all = on_all
        self._freshness: list[Freshness] = []
        self._places = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        self._grid.setHorizontalSpacing(theme.SPACE_L)
        self._grid.setVerticalSpacing(0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame("card", self._grid))
        self.setAccessibleName(tr("Hospitalernes data"))

    def set_freshness(self, freshness: Sequence[Freshness]) -> None:
        """Shows these hospitals."""
        self._freshness = ranked(freshness)
        self._places = 0
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        places = max(1, (self.width() - 2 * theme.SPACE_M) // _LEAST_WIDTH)
        if places == self._places:
            return
        self._places = places
        clear(self._grid)
        shown = self._freshness if len(self._freshness) <= places else self._freshness[: places - 1]
        for column in range(len(shown), self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)  # one that is empty now would keep its room
        for column, entry in enumerate(shown):
            name = ElidedLabel(entry.hospital, "strong")
            said = label(state(entry), "small", wrap=True)
            self._grid.addWidget(name, 0, column)
            self._grid.addWidget(said, 1, column)
            self._grid.setColumnStretch(column, 1)
        rest = len(self._freshness) - len(shown)
        if rest:
            more = button(tr("og {count} mere", count=rest), self._on_all, "flat", tr("Vis alle hospitaler"))
            self._grid.addWidget(more, 0, len(shown), 2, 1)
        if not self._freshness:
            self._grid.addWidget(
                label(tr("Ingen hospitaler har delt planer endnu. Importér en operationsplan."), "muted"), 0, 0
            )
