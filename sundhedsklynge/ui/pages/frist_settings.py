"""Settings where they are used: a field for one of them, and from when what is written holds."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from sundhedsklynge.settings import SETTINGS, Value
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pickers import Picker, day_of, day_picker
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.settings import Settings

_WIDTH = 88  # pixels
FROM_DAY, ALWAYS = "dato", "altid"


@dataclass(frozen=True)
class Held:
    """A setting on a day: its text in force, and everything stored of it, oldest first."""

    key: str
    text: str
    stored: tuple[Value, ...]

    @property
    def said(self) -> str:
        """What may be written, and since when what holds."""
        entry = SETTINGS[self.key]
        lines = [tr("{label}: skriv {form}", label=translated(entry.label), form=translated(entry.form))]
        for value in self.stored:
            shown = value.text or tr("ikke sat")
            if value.valid_from is None:
                lines.append(tr("{value} altid", value=shown))
            else:
                lines.append(tr("{value} fra {day}", value=shown, day=text.date(value.valid_from)))
        return "\n".join(lines)


def held(settings: Settings, key: str, day: dt.date) -> Held:
    """The setting called `key` as on `day`."""
    return Held(key, settings.text(key, day), settings.stored(key))


class SettingField(QLineEdit):
    """One setting as a field; Enter, or leaving it, stores what is others than before. `stored` carries key and text."""

    stored = Signal(str, str)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._kept = ""
        self.setAccessibleName(translated(SETTINGS[key].label))
        self.setFixedWidth(theme.scaled(_WIDTH))
        self.setPlaceholderText(tr("ikke sat"))
        self.editingFinished.connect(self._on_finished)

    def show_value(self, value: Held) -> None:
        """Shows what is in force; what is being typed stays."""
        self._kept = value.text
        self.setToolTip(value.said)
        if not (self.hasFocus() and self.isModified()):
            self.setText(value.text)

    def _on_finished(self) -> None:
        self.setModified(False)
        if self.text().strip() != self._kept:
            self._kept = self.text().strip()
            self.stored.emit(self._key, self._kept)


class Since(QWidget):
    """From when a change holds: a day, to begin with the as-of date, or always."""

    def __init__(self, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Picker()
        self.kind.addItem(tr("fra den"), FROM_DAY)
        self.kind.addItem(tr("altid"), ALWAYS)
        self.kind.setAccessibleName(tr("Ændringer gælder"))
        self.day = day_picker(tr("Ændringer gælder fra denne dag"))
        self.day.setToolTip(tr("Tal fra før den dag regnes stadig med det, der gjaldt da."))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_S)
        if said:
            row.addWidget(label(said))
        row.addWidget(self.kind)
        row.addWidget(self.day)
        self.kind.currentIndexChanged.connect(lambda _: self.day.setVisible(self.kind.currentData() == FROM_DAY))
        self._as_of: dt.date | None = None

    def start_at(self, as_of: dt.date) -> None:
        """Proposes the as-of date, when it is another than before: from then on a change is seen on the page."""
        if as_of != self._as_of:
            self._as_of = as_of
            self.day.setDate(QDate(as_of.year, as_of.month, as_of.day))

    @property
    def valid_from(self) -> dt.date | None:
        """The day chosen; None is always."""
        return day_of(self.day) if self.kind.currentData() == FROM_DAY else None
