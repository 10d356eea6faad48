"""Figures typed in by quarter, targets and remarks: three tables under one head."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.pages.kvartal_part import QuarterPart, Sight
from sundhedsklynge.ui.pages.kvartal_remarks import RemarksPart
from sundhedsklynge.ui.pages.kvartal_sheet import SheetPart
from sundhedsklynge.ui.pages.kvartal_targets import TargetsPart
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.text import tr

HOMES, TREATMENT, TARGETS, REMARKS = "plejehjem", "behandling", "maal", "noter"


class EntryPart(QuarterPart):
    """Chooses among what can be typed in."""

    key = "indtastning"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight)
        self.homes = SheetPart(page, sight, HomeEntry)
        self.treatment = SheetPart(page, sight, TreatmentEntry)
        self.targets = TargetsPart(page, sight)
        self.remarks = RemarksPart(page, sight)
        self.parts: dict[str, QuarterPart] = {
            HOMES: self.homes,
            TREATMENT: self.treatment,
            TARGETS: self.targets,
            REMARKS: self.remarks,
        }
        self.kinds = Segments(
            tr("Indtast"),
            (
                (HOMES, tr("Plejehjemslæger")),
                (TREATMENT, tr("72-timers behandlingsansvar")),
                (TARGETS, tr("Mål")),
                (REMARKS, tr("Bemærkninger")),
            ),
        )
        self._shown = Stack()
        for part in self.parts.values():
            self._shown.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.kinds)
        row.addStretch(1)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(row)
        box.addWidget(self._shown, 1)
        self.kinds.chosen.connect(self.show_kind)

    def show_kind(self, key: str) -> None:
        """Opens one of the tables."""
        self.kinds.set_current(key)
        self._shown.setCurrentWidget(self.parts[key])

    def data_changed(self) -> None:
        for part in self.parts.values():
            part.data_changed()
        super().data_changed()

    def load(self) -> None:
        self.parts[self.kinds.current()].look()
