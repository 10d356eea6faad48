"""One setting: its name, a field, what may stand in it, from when it holds, and what is wrong with what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.settings import Setting, check_value
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pickers import Picker
from sundhedsklynge.ui.text import mark, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.rules import Rule

GROUPS = (  # the first part of a setting's key, and what the group is called
    (("frist",), mark("7-dages-fristen")),
    (("risiko",), mark("Risiko")),
    (("privat", "pladser"), mark("Priser")),
    (("friskhed", "indbakke"), mark("Hospitalernes filer")),
    (("behandling72",), mark("72-timers behandlingsansvar")),
    ((), mark("Andet")),  # those that no other group takes
)
LABEL_WIDTH, SHORT, LONG = 330, 160, 520  # a number or a choice, and a list
YES_NO = ("ja", "nej")


def group_of(key: str) -> int:
    """The place in GROUPS of the setting called `key`."""
    first = key.split(".")[0]
    return next((i for i, (parts, _) in enumerate(GROUPS) if first in parts), len(GROUPS) - 1)


class Field(QLineEdit):
    """A line of text; Esc puts back what is in force."""

    given_up = Signal()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._gives_up(event):
            event.accept()  # else the window's own Esc takes it
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._gives_up(event):
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _gives_up(self, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and self.isModified()


class RuleRow(QWidget):
    """Shows and edits one setting. `changed` carries key and text once a usable value is written; `reset` the key."""

    changed = Signal(str, str)
    reset = Signal(str)

    def __init__(self, entry: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._shown: str | None = None  # what is in force, None until it is known
        self._rule: Rule | None = None
        name, form = translated(entry.label), translated(entry.form)
        self.field: Field | Picker = self._picker() if entry.default in YES_NO else self._line(form)
        self.field.setAccessibleName(name)
        self.field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.field.setMinimumWidth(theme.scaled(SHORT if entry.form.startswith(("et ", "en ", *YES_NO)) else LONG))
        self.told = label("", "small", wrap=True)
        self.standard = button(
            tr("Standard"), lambda: self.reset.emit(entry.key), "flat", tr("Brug programmets egen værdi")
        )
        self.standard.setAccessibleName(tr("Brug programmets egen værdi: {name}", name=name))
        caption = label(name, wrap=True)
        caption.setBuddy(self.field)
        caption.setFixedWidth(theme.scaled(LABEL_WIDTH))
        beside = QHBoxLayout()
        beside.setSpacing(theme.SPACE_S)
        beside.addWidget(self.field)
        beside.addWidget(self.standard)
        beside.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, theme.SPACE_XS, 0, theme.SPACE_XS)
        grid.setHorizontalSpacing(theme.SPACE_M)
        grid.setVerticalSpacing(2)
        grid.addWidget(caption, 0, 0)
        grid.addLayout(beside, 0, 1)
        grid.addWidget(self.told, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_rule(self, rule: Rule) -> None:
        """Shows the value in force and where it comes from."""
        self._rule = rule
        self._shown = rule.text
        self._put(rule.text)
        self.standard.setVisible(bool(rule.stored))
        said = [translated(rule.entry.form)]
        if not rule.stored:
            said.append(tr("standard"))
        dated = [value for value in rule.stored if value.valid_from is not None]
        said += [
            tr("{value} fra {day}", value=value.text or tr("ikke sat"), day=text.date(value.valid_from))
            for value in dated
            if value.valid_from is not None
        ]
        if dated:
            always = next((value.text for value in rule.stored if value.valid_from is None), rule.entry.default)
            said.insert(1, tr("før {value}", value=always or tr("ikke sat")))
        self._say(" · ".join(said), "small")
        self.field.setAccessibleDescription(self.told.text())

    def show_error(self, error: UserError) -> None:
        """Says what is wrong, in the place of what may stand there; the text stays to be mended."""
        said = " ".join(
            part for part in (tr("● Det kan ikke bruges."), translated(error.remedy or error.sentence)) if part
        )
        self._say(said, "strong")
        self.field.setAccessibleDescription(said)

    def is_being_written(self) -> bool:
        """Whether something is written that is not yet in force."""
        return self._shown is not None and self._text() != self._shown

    def commit(self) -> None:
        """Tells of the value written, if it is another and can be used."""
        written = self._text()
        if written == self._shown:
            return
        try:
            value = check_value(self.entry.key, written)
        except UserError as error:
            self.show_error(error)
            return
        self._shown = value
        self.changed.emit(self.entry.key, value)

    def _picker(self) -> Picker:
        made = Picker()
        for value in YES_NO:
            made.addItem(tr_marked(value), value)
        made.activated.connect(lambda _: self.commit())
        return made

    def _line(self, form: str) -> Field:
        made = Field()
        made.setPlaceholderText(tr("ikke sat"))
        made.setToolTip(form)
        made.editingFinished.connect(self.commit)
        made.given_up.connect(self._give_up)
        return made

    def _give_up(self) -> None:
        if self._rule is not None:
            self.show_rule(self._rule)

    def _say(self, said: str, kind: str) -> None:
        self.told.setText(said)
        self.told.setProperty("kind", kind)
        self.told.style().polish(self.told)

    def _text(self) -> str:
        return self.field.text() if isinstance(self.field, Field) else str(self.field.currentData())

    def _put(self, value: str) -> None:
        if isinstance(self.field, Field):
            self.field.setText(value)
            self.field.setCursorPosition(0)
            self.field.setModified(False)
        else:
            self.field.setCurrentIndex(max(0, self.field.findData(value)))
