"""The planner's corrections: those in force, always in sight above the numbers they change, and the form that makes one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import ElidedLabel, button, clear, label
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.store.overrides import Override
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.change import Change

_MOST = 2  # corrections with a line of their own; the rest are counted


class Corrections(QFrame):
    """The corrections that touch what is shown; each can be removed here."""

    remove_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.SPACE_XS)
        self.hide()

    def show_overrides(self, overrides: Sequence[tuple[Override, str]]) -> None:
        """Each override with its words."""
        clear(self._box)
        for override, words in overrides[:_MOST]:
            said = tr(
                "✎ Prognosen er rettet {words}: {reason} ({who}, {day})",
                words=words,
                reason=override.reason,
                who=override.made_by,
                day=text.date(override.as_of),
            )
            remove = button(tr("Fjern"), lambda override=override: self.remove_asked.emit(override))
            remove.setAccessibleName(tr("Fjern rettelsen {words}", words=words))
            row = QHBoxLayout()
            row.addWidget(ElidedLabel(said), 1)
            row.addWidget(remove)
            self._box.addLayout(row)
        rest = len(overrides) - _MOST
        if rest > 0:
            self._box.addWidget(label(tr("✎ og {count} rettelser mere", count=rest), "muted"))
        self.setVisible(bool(overrides))


class _Change(QSpinBox):
    """A change with its sign: `+10 %`."""

    def textFromValue(self, value: int) -> str:
        return f"{value:+d}" if value else "0"


class CorrectionForm(QWidget):
    """How much, from when to when, for whom, and why."""

    made = Signal(object)

    def __init__(
        self,
        make: Callable[[float, dt.date, dt.date | None, str, str], Override],
        weeks: Sequence[dt.date],
        first: int,
        hospitals: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._weeks = make, list(weeks)
        self.change = _Change()
        self.change.setRange(-90, 900)
        self.change.setSuffix(" %")
        self.change.lineEdit().setTextMargins(
            theme.SPACE_S, 0, 0, 0
        )  # a spin box's field takes no padding from the style sheet
        self.change.setMinimumHeight(theme.TARGET + theme.SPACE_XS)
        self.change.setValue(10)
        self.change.setSingleStep(5)
        self.change.setAccessibleName(tr("Ændring i procent"))
        self.first = _picker(tr("Fra uge"), [text.week(week) for week in weeks], first)
        self.last = _picker(tr("Til uge"), [*(text.week(week) for week in weeks), tr("indtil videre")], first)
        self.hospital = _picker(tr("Hospital"), [tr("Alle hospitaler"), *hospitals], 0)
        self.hospital.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Begrundelse"))
        self.reason.setPlaceholderText(tr("Hvorfor? Skriv ingen navne"))
        self.reason.setMaxLength(300)
        self.save = button(tr("Gem rettelsen"), self._save, "primary")
        self.save.setEnabled(False)
        self.reason.textChanged.connect(lambda said: self.save.setEnabled(bool(said.strip())))
        self.reason.returnPressed.connect(self._save)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (tr("Ændring"), self.change),
            (tr("Fra"), self.first),
            (tr("Til og med"), self.last),
            (tr("Hospital"), self.hospital),
        ):
            form.addRow(name, field)
        form.addRow(label(tr("Begrundelse")))
        form.addRow(self.reason)
        form.addRow(self.save)

    def _save(self) -> None:
        if not self.reason.text().strip():
            return
        last = self.last.currentIndex()
        hospital = self.hospital.currentText() if self.hospital.currentIndex() else ""
        override = self._make(
            1 + self.change.value() / 100,
            self._weeks[self.first.currentIndex()],
            self._weeks[last] if last < len(self._weeks) else None,
            hospital,
            self.reason.text().strip(),
        )
        self.made.emit(override)


def _picker(name: str, options: Sequence[str], chosen: int) -> Picker:
    made = Picker()
    made.setAccessibleName(name)
    made.addItems(list(options))
    made.setCurrentIndex(chosen)
    return made


def adding(workspace: Workspace, override: Override, words: str) -> Step:
    """The step that makes a correction: the first time it is stored, after that it is put back."""
    made: list[Change] = []

    def redo() -> None:
        if made:
            made[0].redo()
        else:
            made.append(workspace.overrides.add(override))

    return Step(tr("Rettet prognose {words}", words=words), lambda: made[0].undo(), redo)


def removing(workspace: Workspace, override: Override, words: str) -> Step:
    """The step that takes a correction away."""
    made: list[Change] = []

    def redo() -> None:
        if made:
            made[0].redo()
        else:
            made.append(workspace.overrides.remove(override.id))

    return Step(tr("Fjernet rettelse {words}", words=words), lambda: made[0].undo(), redo)
