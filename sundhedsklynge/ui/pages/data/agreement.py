"""The form in which an agreement on sharing is entered or changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pickers import DayPicker, Picker
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.store.agreements import Agreement

_WEEKLY, _EIGHT_WEEKS = 7, 8  # where the form starts: the usual agreement


class AgreementForm(QFrame):
    """Hospital, how often, how far ahead, from when, what and with whom. `save` gets the agreement."""

    def __init__(self, save: Callable[[Agreement], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(tr("Aftale om deling"))
        self._save = save
        self._agreement: Agreement | None = None
        self._title = label("", "strong")
        self.hospital = Picker()
        self.every = QSpinBox()
        self.every.setRange(1, 366)
        self.every.setSuffix(tr(" dage"))
        self.ahead = QSpinBox()
        self.ahead.setRange(0, 104)
        self.ahead.setSuffix(tr(" uger"))
        for spin in (self.every, self.ahead):
            spin.setMinimumHeight(theme.TARGET + theme.SPACE_XS)
        self.since = DayPicker()
        self.shared = QLineEdit()
        self.shared.setPlaceholderText(tr("f.eks. planlagte knæ- og hofteoperationer pr. kommune"))
        self.parties = QLineEdit()
        self.parties.setPlaceholderText(tr("funktioner, ikke navne på personer"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_M)
        grid.setVerticalSpacing(theme.SPACE_XS)
        fields = (
            (tr("Hospital"), self.hospital, 3),
            (tr("En ny plan mindst hver"), self.every, 1),
            (tr("Planen ser mindst frem"), self.ahead, 1),
            (tr("Gælder fra"), self.since, 1),
        )
        for column, (name, field, stretch) in enumerate(fields):
            field.setAccessibleName(name)
            grid.addWidget(label(name, "muted"), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, stretch)
        for row, (name, field) in enumerate(((tr("Hvad deles"), self.shared), (tr("Aftalt mellem"), self.parties)), 2):
            field.setAccessibleName(name)
            line = QHBoxLayout()
            said = label(name, "muted")
            said.setMinimumWidth(theme.scaled(96))
            line.addWidget(said)
            line.addWidget(field, 1)
            grid.addLayout(line, row, 0, 1, len(fields))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(button(tr("Fortryd"), self.hide, "flat"))
        self.save = button(tr("Gem aftale"), self._on_save, "primary")
        buttons.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_L, theme.SPACE_M, theme.SPACE_L, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self._title)
        box.addLayout(grid)
        box.addLayout(buttons)
        self.hide()

    def open(self, hospitals: Sequence[str], agreement: Agreement | None, hospital: str, today: dt.date) -> None:
        """Shows an agreement to change, or an empty form for `hospital`."""
        self._agreement = agreement
        self._title.setText(tr("Ret aftale") if agreement else tr("Ny aftale"))
        self.hospital.clear()
        self.hospital.addItems(list(hospitals))
        self.hospital.setCurrentIndex(max(0, self.hospital.findText(hospital)))
        self.hospital.setEnabled(agreement is None)
        self.every.setValue(agreement.every_days if agreement else _WEEKLY)
        self.ahead.setValue(agreement.weeks_ahead if agreement else _EIGHT_WEEKS)
        since = agreement.valid_from if agreement else today
        self.since.setDate(QDate(since.year, since.month, since.day))
        self.shared.setText(agreement.shared if agreement else "")
        self.parties.setText(agreement.parties if agreement else "")
        self.show()
        (self.every if agreement else self.hospital).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_save()
        else:
            super().keyPressEvent(event)

    def _on_save(self) -> None:
        from sundhedsklynge.store.agreements import Agreement

        since = self.since.date()
        before = self._agreement
        self.hide()
        self._save(
            Agreement(
                hospital=self.hospital.currentText(),
                every_days=self.every.value(),
                weeks_ahead=self.ahead.value(),
                valid_from=dt.date(since.year(), since.month(), since.day()),
                valid_to=before.valid_to if before else None,
                parties=self.parties.text().strip(),
                shared=self.shared.text().strip(),
                id=before.id if before else 0,
            )
        )
