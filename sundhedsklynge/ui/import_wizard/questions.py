"""One question about a file, and the ways to answer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.import_wizard.words import answer_name, said
from sundhedsklynge.ui.page import button, frame, label
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ingest.mapping import Question

_MOST_BUTTONS = 3


def question_card(question: Question, answer: Callable[[str, str], None]) -> QWidget:
    """The question with its candidates as buttons or a list, and a field where any answer is allowed. `answer(what, value)`."""
    box = QVBoxLayout()
    box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_M)
    box.setSpacing(theme.SPACE_S)
    asked = said(question.sentence)
    box.addWidget(label(asked, wrap=True))
    few = len(question.candidates) <= _MOST_BUTTONS
    if question.candidates and few:
        for at, value in enumerate(question.candidates):
            shown = answer_name(question.what, value)
            made = button(shown, lambda value=value: answer(question.what, value), "primary" if at == 0 else "")
            made.setAccessibleDescription(asked)
            made.setObjectName(f"answer:{question.what}:{at}")
            box.addWidget(made)
    elif question.candidates:
        box.addLayout(_listed(question, asked, answer))
    if question.open_ended and (few or question.what == "as_of"):
        box.addLayout(_typed(question, asked, answer))
    card = frame("notice", box)
    card.setProperty("tone", "warning")
    card.setAccessibleName(asked)
    return card


def _listed(question: Question, asked: str, answer: Callable[[str, str], None]) -> QHBoxLayout:
    picker = Picker()
    picker.setObjectName(f"answer:{question.what}")
    picker.setAccessibleName(asked)
    picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    picker.setMinimumContentsLength(12)
    for value in question.candidates:
        picker.addItem(answer_name(question.what, value), value)
    picker.setEditable(question.open_ended)
    picker.setPlaceholderText(tr("vælg"))
    field = picker.lineEdit()
    if field is not None:
        field.setPlaceholderText(tr("vælg eller skriv"))
    proposed = answer_name(question.what, question.candidates[0]) in asked
    picker.setCurrentIndex(0 if proposed else -1)  # what the file does not hint at is not put in the user's mouth

    def give() -> None:
        typed = picker.currentText().strip()
        at = picker.findText(typed)
        value = str(picker.itemData(at)) if at >= 0 else typed
        if value:
            answer(question.what, value)

    return _row(picker, give)


def _typed(question: Question, asked: str, answer: Callable[[str, str], None]) -> QHBoxLayout:
    field = QLineEdit()
    field.setObjectName(f"answer:{question.what}")
    field.setAccessibleName(asked)
    field.setPlaceholderText(tr("23-11-2026") if question.what == "as_of" else tr("Skriv et andet navn"))

    def give() -> None:
        if field.text().strip():
            answer(question.what, field.text().strip())

    field.returnPressed.connect(give)
    return _row(field, give)


def _row(control: QWidget, give: Callable[[], None]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.SPACE_S)
    row.addWidget(control, 1)

    def press() -> None:
        control.setFocus()  # a refused answer is mended where it was given
        give()

    row.addWidget(button(tr("Svar"), press))
    return row
