"""The field at the foot of the meeting: a decision or a note, who is responsible, until when; and how an earlier one went."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.store.notes import DECISION, NOTE, Note
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import button, frame, label
from sundhedsklynge.ui.pages.kvartal_part import line_edit
from sundhedsklynge.ui.pickers import day_of, day_picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.text import tr


class DecideBar(QWidget):
    """What is decided, in one line. `asked` carries the note as it is typed, its place and data date left to the page."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self.kind = Segments(tr("Type"), ((DECISION, tr("Beslutning")), (NOTE, tr("Note"))))
        self.text = line_edit(tr("Beslutning eller note"), _asked(DECISION))
        self.responsible = line_edit(tr("Ansvarlig funktion"), tr("Ansvarlig funktion"))
        self.has_due = QCheckBox(tr("Frist"))
        self.due = day_picker(tr("Frist for beslutningen"))
        self.due.setDate(QDate.currentDate().addDays(14))
        self.due.setEnabled(False)
        self.save = button(tr("Gem"), self.ask, "primary", tr("Gem med dato, data og ansvarlig (Enter)"))
        row = QHBoxLayout()
        row.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.kind)
        row.addWidget(self.text, 3)
        row.addWidget(self.responsible, 1)
        row.addWidget(self.has_due)
        row.addWidget(self.due)
        row.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(frame("card", row))
        self.has_due.setAccessibleName(tr("Beslutningen har en frist"))
        self.has_due.toggled.connect(self.due.setEnabled)
        self.kind.chosen.connect(lambda kind: self._show_kind(kind == DECISION))
        self.text.returnPressed.connect(self.ask)
        self.responsible.returnPressed.connect(self.ask)

    def _show_kind(self, decides: bool) -> None:
        self.text.setPlaceholderText(_asked(DECISION if decides else NOTE))
        self.responsible.setVisible(decides)
        for widget in (self.has_due, self.due):
            widget.setVisible(decides and not self._brief)

    def turn_kind(self) -> None:
        """A note in place of a decision, or the other way round; the keyboard follows."""
        other = self.kind.button(NOTE if self.kind.current() == DECISION else DECISION)
        other.click()
        other.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_meeting_mode(self, on: bool) -> None:
        """Leaves the choice of a deadline out while the room looks on."""
        self._brief = on
        self._show_kind(self.kind.current() == DECISION)

    def ask(self) -> None:
        """Asks for what is typed to be stored."""
        decides = self.kind.current() == DECISION
        self.asked.emit(
            Note(
                text=self.text.text().strip(),
                day=dt.date.today(),
                kind=self.kind.current(),
                responsible=self.responsible.text().strip() if decides else "",
                due=day_of(self.due) if decides and self.has_due.isChecked() else None,
            )
        )

    def clear(self) -> None:
        """Empties the field for the next; the responsible function stays."""
        self.text.clear()
        self.has_due.setChecked(False)


def _asked(kind: str) -> str:
    """What the empty field asks for."""
    if kind == NOTE:
        return tr("Hvad skal noteres? Ingen personoplysninger. (Alt+B)")
    return tr("Hvad beslutter I? Ingen personoplysninger. (Alt+B)")


class OutcomeBar(QWidget):
    """How the marked decision went. `asked` carries the text and whether it has been carried out."""

    asked = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = line_edit(tr("Udfald"), tr("Hvordan gik den valgte beslutning?"))
        self.done = QCheckBox(tr("Udført"))
        self.done.setAccessibleName(tr("Beslutningen er udført"))
        self.save = button(tr("Gem udfald"), self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_S)
        row.addWidget(label(tr("Udfald"), "muted"))
        row.addWidget(self.text, 1)
        row.addWidget(self.done)
        row.addWidget(self.save)
        self.text.returnPressed.connect(self._ask)

    def show_note(self, note: Note) -> None:
        """Shows what is stored of a decision."""
        self.text.setText(note.outcome)
        self.done.setChecked(note.done_on is not None)

    def _ask(self) -> None:
        self.asked.emit(self.text.text().strip(), self.done.isChecked())
