"""The bar at the top: area, municipality and as-of date, which hold for all pages, and how fresh the data are."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import WrapRow
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pickers import DayPicker, Picker
from sundhedsklynge.ui.session import Scope, Session, danish_order
from sundhedsklynge.ui.text import tr

_LEVELS = ("i_alt", "region", "sundhedsraad", "klynge")
_PICKER_WIDTH = 176
_PAUSE_MS = 500  # a date being typed settles before the forecast is computed anew


class ScopeBar(QFrame):
    """Chooses the scope. `freshness_asked` wants the details of the hospitals' data.

    In a narrow window it says less, and breaks into lines where that is not enough.
    """

    freshness_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("kind", "bar")
        self.setMinimumHeight(48)
        self.setAccessibleName(tr("Udsnit"))
        self.area = Picker()
        self.area.setAccessibleName(tr("Område"))
        self.area.setToolTip(tr("Område: hele regionen eller en klynge"))
        self.municipality = Picker()
        self.municipality.setAccessibleName(tr("Kommune"))
        self.municipality.setToolTip(tr("Kommune i området"))
        self.as_of = DayPicker()
        self.as_of.setAccessibleName(tr("Opgjort pr."))
        self.as_of.setToolTip(tr("Vis det, der kunne siges om morgenen denne dag"))
        self._known_when = label(tr("opgjort pr."), "muted")
        self._week = label("", "muted")
        self.freshness = button("", self.freshness_asked.emit, "flat", tr("Hospitalernes data: vis alder på hver fil"))
        self._full_width = 0  # that all its words need
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_PAUSE_MS)
        self._settle.timeout.connect(self._choose_as_of)
        self._row = WrapRow(theme.SPACE_S, theme.SPACE_XS)
        for widget in (self.area, self.municipality, self._known_when, self.as_of):
            self._row.add(widget)
        self._row.add(self._week, stretch=True)
        self._row.add(self.freshness)
        box = QHBoxLayout(self)
        box.setContentsMargins(theme.SPACE_L, theme.SPACE_XS, theme.SPACE_L, theme.SPACE_XS)
        box.addWidget(self._row, 1, Qt.AlignmentFlag.AlignVCenter)
        self.area.activated.connect(self._choose_area)
        self.municipality.activated.connect(self._choose_municipality)
        self.as_of.dateChanged.connect(lambda _: self._settle.start())
        session.ground_changed.connect(self._fill)
        session.scope_changed.connect(self._fill)
        session.workspace_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        ground = self._session.ground
        self._row.setVisible(ground is not None)
        if ground is None:
            return
        blockers = [QSignalBlocker(control) for control in (self.area, self.municipality, self.as_of)]
        self.area.clear()
        self.municipality.clear()
        self._fill_areas()
        self._fill_as_of(ground.as_of, ground.newest)
        fresh, of_all = self._freshness
        self.freshness.setAccessibleName(tr("data: {fresh} af {all} hospitaler friske", fresh=fresh, all=of_all))
        self.freshness.setVisible(of_all > 0)
        del blockers
        self._fit()

    @property
    def _freshness(self) -> tuple[int, int]:
        """How many hospitals have sent fresh data, of how many."""
        ground = self._session.ground
        known = () if ground is None else ground.freshness
        return sum(entry.status == "frisk" for entry in known), len(known)

    def _fit(self) -> None:
        """Says as much as there is room for."""
        width = theme.scaled(_PICKER_WIDTH)
        self.area.setMinimumWidth(width)
        self.municipality.setMinimumWidth(width)
        self._speak(brief=False)
        self._full_width = self._row.sizeHint().width() + 2 * theme.SPACE_L
        self._speak(brief=self.width() < self._full_width)

    def _speak(self, *, brief: bool) -> None:
        fresh, of_all = self._freshness
        sign = "✓" if fresh == of_all else "▲"
        self.freshness.setText(f"{sign} {fresh}/{of_all}" if brief else f"{sign} {self.freshness.accessibleName()}")
        self._known_when.setVisible(not brief)
        ground = self._session.ground
        self._week.setText("" if brief or ground is None else f"· {text.week(ground.as_of)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < self._full_width) != (event.oldSize().width() < self._full_width):
            self._speak(brief=event.size().width() < self._full_width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_row"):
            self._fit()

    def _fill_areas(self) -> None:
        session = self._session
        ground = session.ground
        assert ground is not None
        wider = [area for area in ground.areas if area.level in _LEVELS]
        wider.sort(key=lambda area: (_LEVELS.index(area.level), danish_order(area.name)))
        for area in wider:
            name = tr("Alle klynger") if area.level == "i_alt" else session.area_name(area.level, area.code)
            self.area.addItem(name, (area.level, area.code))
        chosen_area = [area for area in wider if (area.level, area.code) == session.scope.area]
        self.area.setCurrentIndex(wider.index(chosen_area[0]) if chosen_area else 0)
        self.municipality.addItem(tr("Alle kommuner"), None)
        for area in session.municipalities_in_scope():
            self.municipality.addItem(area.name, int(area.code))
        chosen = session.scope.municipality
        self.municipality.setCurrentIndex(0 if chosen is None else max(0, self.municipality.findData(chosen)))

    def _fill_as_of(self, as_of: dt.date, newest: dt.date) -> None:
        self.as_of.setMaximumDate(QDate(newest.year, newest.month, newest.day))
        self.as_of.setDate(QDate(as_of.year, as_of.month, as_of.day))

    def _choose_area(self, index: int) -> None:
        level, code = self.area.itemData(index)
        self._session.choose(Scope((level, code), None, self._session.scope.procedure))

    def _choose_municipality(self, index: int) -> None:
        scope = self._session.scope
        self._session.choose(Scope(scope.area, self.municipality.itemData(index), scope.procedure))

    def _choose_as_of(self) -> None:
        day = self.as_of.date()
        self._session.choose_as_of(dt.date(day.year(), day.month(), day.day()))
