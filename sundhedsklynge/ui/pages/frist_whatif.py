"""What if: sliders and choices that together are a set of changes, with before and after in one line while dragging."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import Scrolled
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.pickers import DayPicker, Picker, day_of, day_picker, put_day
from sundhedsklynge.ui.text import tr, translated
from sundhedsklynge.workspace.whatif import ClosedSpan, ExtraSlots, GroupOn, MoreOrLess, Part, SlowerOffers, WhatIf

WIDTH = 300
_STEP = 5  # percent of activity for each step of the slider
_SIX_DAYS = dt.timedelta(days=6)


@dataclass(frozen=True)
class Choices:
    """What can be chosen: the municipality (None: each of an area), the weeks ahead, hospitals and procedures in the data, days from
    receipt to a first slot. names: of the municipalities, by code. as_of: the first day on which anything can change (None: the first
    week's Monday)."""

    municipality: int | None
    weeks: Sequence[dt.date]
    hospitals: Sequence[str]
    procedures: Sequence[str]
    usual_days: int
    names: Mapping[int, str] = field(default_factory=dict[int, str])
    as_of: dt.date | None = None


class WhatIfPanel(QFrame):
    """The controls. `changed` carries the `WhatIf` they say, at every step of a slider."""

    changed = Signal(object)
    save_asked = Signal(str)
    best_use_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedWidth(theme.scaled(WIDTH))
        self.setAccessibleName(tr("Hvad nu hvis"))
        self._choices: Choices | None = None
        self._others: tuple[Part, ...] = ()
        self._now = dt.date.max
        self.activity = _slider(tr("Aktivitet i procent"), -20, 20)
        self.hospital = _picker(tr("Aktivitet: hospital"))
        self.procedure = _picker(tr("Aktivitet: indgreb"))
        self.first_day = _day_picker()
        self.slots = _slider(tr("Ekstra pladser"), -20, 40)
        self.slot_week = _picker(tr("Ekstra pladser: uge"))
        self.best = button(tr("Hvor gør de mest nytte?"), self._ask_best_use)
        self.closed = _picker(tr("Lukket uge"))
        self.stopped = _picker(tr("Hospital, der stopper"))
        self.offers = _slider(tr("Dage fra modtagelse til første plads"), 0, 14)
        self._activity_said, self._slots_said, self._offers_said = label(), label(), label()
        self.headline = label("", "title", wrap=True)
        self.answer = label("", "muted", wrap=True)
        self.others = label("", "small", wrap=True)
        self.others.hide()
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Navn på scenariet"))
        self.name.setAccessibleName(tr("Navn på scenariet"))
        self.name.setMaxLength(200)
        self.save = button(tr("Gem"), self._ask_save, tip=tr("Gem ændringerne som scenarie"))
        self.save.setAccessibleName(tr("Gem scenariet"))
        self.reset = button(tr("Nulstil"), self.clear, "flat", tr("Tilbage til planen"))
        self._build()
        for slider in (self.activity, self.slots, self.offers):
            slider.valueChanged.connect(self._on_change)
        self._pickers = (self.hospital, self.procedure, self.slot_week, self.closed, self.stopped)
        for picker in self._pickers:
            picker.currentIndexChanged.connect(self._on_change)
        self.first_day.dateChanged.connect(self._on_change)
        self.name.returnPressed.connect(self._ask_save)
        self._say()

    def _build(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, theme.SPACE_S, 0)
        column.setSpacing(theme.SPACE_XS)

        def pair(left: QWidget, right: QWidget, stretch: int = 1) -> None:
            row = QHBoxLayout()
            row.setSpacing(theme.SPACE_S)
            row.addWidget(left, 1)
            row.addWidget(right, stretch)
            column.addLayout(row)

        def head(said: str, value: QWidget) -> None:
            pair(label(said, "strong"), value, 0)

        def wide(widget: QWidget) -> None:
            column.addWidget(widget)

        head(tr("Aktivitet"), self._activity_said)
        wide(self.activity)
        wide(self.procedure)
        wide(self.hospital)
        pair(label(tr("Modtaget fra")), self.first_day)
        head(tr("Ekstra pladser"), self._slots_said)
        wide(self.slots)
        wide(self.slot_week)
        wide(self.best)
        pair(label(tr("Lukket uge"), "strong"), self.closed)
        wide(label(tr("Et hospital stopper"), "strong"))
        wide(self.stopped)
        head(tr("Langsommere tilbud"), self._offers_said)
        wide(self.offers)
        column.addStretch(1)
        scroll = Scrolled(body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.addWidget(label(tr("Hvad nu hvis"), "strong"), 1)
        top.addWidget(self.reset)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_S)
        foot.addWidget(self.name, 1)
        foot.addWidget(self.save)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_M)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self.headline)
        box.addWidget(self.answer)
        box.addWidget(self.others)
        box.addWidget(scroll, 1)
        box.addLayout(foot)

    # What is chosen

    @property
    def changes(self) -> WhatIf:
        """What the controls say now; nothing is the plan itself."""
        choices = self._choices
        if choices is None:
            return WhatIf()
        parts: list[Part] = []
        if self.activity.value():
            parts.append(
                MoreOrLess(
                    _STEP * self.activity.value(),
                    str(self.procedure.currentData() or ""),
                    str(self.hospital.currentData() or ""),
                    self._first(),
                )
            )
        if self.slots.value():
            chosen = self.slot_week.currentData()
            weeks = choices.weeks if chosen is None else (chosen,)
            parts += [ExtraSlots(self.slots.value(), week, choices.municipality) for week in weeks]
        if self.closed.currentData() is not None:
            monday: dt.date = self.closed.currentData()
            parts.append(ClosedSpan(monday, monday + _SIX_DAYS, choices.municipality))
        if self.stopped.currentData():
            parts.append(MoreOrLess(-100, hospital=str(self.stopped.currentData())))
        if self.offers.value() != choices.usual_days:
            parts.append(SlowerOffers(self.offers.value()))
        return WhatIf((*parts, *self._others))

    def set_choices(self, choices: Choices) -> None:
        """Fills the lists; what was chosen stays where it still exists, all is reset for another municipality."""
        if choices == self._choices:
            return
        other_place = self._choices is None or self._choices.municipality != choices.municipality
        self._choices = choices
        blockers = self._blocked()
        weeks = [(text.week(week).capitalize(), week) for week in choices.weeks]
        hospitals = [(name, name) for name in choices.hospitals]
        _fill(self.hospital, [(tr("Alle hospitaler"), None), *hospitals])
        _fill(
            self.procedure,
            [(tr("Alle indgreb"), None), *((translated(name).capitalize(), name) for name in choices.procedures)],
        )
        first = self._first()
        self._now = choices.as_of or choices.weeks[0]
        put_day(self.first_day, max(first or self._now, self._now))  # a day that has passed is from now on
        _fill(self.slot_week, [*weeks, (tr("Hver uge"), None)])
        _fill(self.closed, [(tr("Ingen"), None), *weeks])
        _fill(self.stopped, [(tr("Intet"), None), *hospitals])
        del blockers
        self.best.setVisible(choices.municipality is not None)
        if other_place:
            self._set_plan()
        self._say()

    def _first(self) -> dt.date | None:
        """The day from which activity changes; None is from now on. The field has no limits, for within them Qt takes no typed date."""
        first = day_of(self.first_day)
        return first if first > self._now else None

    def clear(self) -> None:
        """Back to the plan."""
        self._set_plan()
        self._on_change()

    def set_changes(self, changes: WhatIf) -> None:
        """Sets the controls to `changes`; what they cannot show is kept and told in words."""
        self._set_plan()
        blockers = self._blocked()
        self._others = tuple([part for part in changes.parts if not self._take(part)])
        del blockers
        self._on_change()

    def show_answer(self, headline: str, sentence: str) -> None:
        """Before and after: in figures, and in words."""
        self.headline.setText(headline)
        self.answer.setText(sentence)

    def tell(self, sentence: str) -> None:
        """Says something of what is chosen, until it is changed."""
        self.others.setText(sentence)
        self.others.show()

    def _take(self, part: Part) -> bool:
        """Sets one control to `part`; whether it could."""
        choices = self._choices
        assert choices is not None
        here = choices.municipality
        match part:
            case MoreOrLess(percent=-100, procedure="", first=None, last=None) if (
                part.hospital and not self.stopped.currentData()
            ):
                return _choose(self.stopped, part.hospital)
            case MoreOrLess(last=None) if not self.activity.value() and part.percent % _STEP == 0:
                first = part.first or self._now
                fits = abs(part.percent) <= _STEP * self.activity.maximum() and first >= self._now
                found = [_place(self.hospital, part.hospital or None), _place(self.procedure, part.procedure or None)]
                if not fits or min(found) < 0:
                    return False
                for picker, place in zip((self.hospital, self.procedure), found, strict=True):
                    picker.setCurrentIndex(place)
                put_day(self.first_day, first)
                self.activity.setValue(part.percent // _STEP)
                return True
            case ExtraSlots() if not self.slots.value() and part.municipality == here:
                if not self.slots.minimum() <= part.slots <= self.slots.maximum() or not _choose(
                    self.slot_week, part.week
                ):
                    return False
                self.slots.setValue(part.slots)
                return True
            case ClosedSpan() if self.closed.currentData() is None and part.municipality == here:
                return part.last - part.first == _SIX_DAYS and _choose(self.closed, part.first)
            case SlowerOffers() if self.offers.value() == choices.usual_days and part.days <= self.offers.maximum():
                self.offers.setValue(part.days)
                return True
            case _:
                return False

    def _set_plan(self) -> None:
        blockers = self._blocked()
        self._others = ()
        for picker in self._pickers:
            picker.setCurrentIndex(0)
        put_day(self.first_day, self._now)
        self.activity.setValue(0)
        self.slots.setValue(0)
        self.offers.setValue(self._choices.usual_days if self._choices else 1)
        del blockers
        self._say()

    def _blocked(self) -> list[QSignalBlocker]:
        controls = (*self._pickers, self.first_day, self.activity, self.slots, self.offers)
        return [QSignalBlocker(control) for control in controls]

    def _on_change(self, _: object = None) -> None:
        self._say()
        self.changed.emit(self.changes)

    def _say(self) -> None:
        self._activity_said.setText(
            f"{text.signed(_STEP * self.activity.value())} %" if self.activity.value() else tr("som ventet")
        )
        slots = text.signed(self.slots.value())
        everywhere = self._choices is not None and self._choices.municipality is None
        if everywhere and self.slots.value():
            slots = tr("{slots} i hver kommune", slots=slots)
        self._slots_said.setText(slots if self.slots.value() else tr("ingen"))
        days = self.offers.value()
        self._offers_said.setText(
            {0: tr("samme dag"), 1: tr("fra dagen efter")}.get(days) or tr("efter {days} dage", days=days)
        )
        self.best.setEnabled(self.slots.value() > 0)
        is_plan = not self.changes.parts
        self.save.setEnabled(not is_plan)
        self.name.setEnabled(not is_plan)
        self.reset.setEnabled(not is_plan)
        self.others.setVisible(bool(self._others))
        self.others.setText(tr("Også: {lines}", lines=in_words(WhatIf(self._others), self._choices)))

    def _ask_save(self) -> None:
        if self.name.text().strip() and self.save.isEnabled():
            self.save_asked.emit(self.name.text().strip())
        else:
            self.name.setFocus()

    def _ask_best_use(self) -> None:
        self.best_use_asked.emit(self.slots.value())


def _slider(name: str, low: int, high: int) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(low, high)
    made.setPageStep(5)
    made.setAccessibleName(name)
    made.setMinimumHeight(theme.TARGET)
    return made


def _picker(name: str) -> Picker:
    made = Picker()
    made.setAccessibleName(name)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


def _day_picker() -> DayPicker:
    made = day_picker(tr("Aktivitet: fra dag"))
    made.setToolTip(tr("Gælder planer, der modtages fra den dag. Operationerne ligger nogle dage før."))
    made.setKeyboardTracking(False)  # a date half typed is none
    return made


def _fill(picker: Picker, entries: Sequence[tuple[str, object]]) -> None:
    kept = picker.currentData()
    picker.clear()
    for said, value in entries:
        picker.addItem(said, value)
        picker.setItemData(picker.count() - 1, said, Qt.ItemDataRole.ToolTipRole)
    place = _place(picker, kept)
    picker.setCurrentIndex(max(0, place))


def _place(picker: Picker, value: object) -> int:
    """Where `value` stands, -1 where it does not; `findData` does not compare Python's dates."""
    return next((i for i in range(picker.count()) if picker.itemData(i) == value), -1)


def _choose(picker: Picker, value: object) -> bool:
    place = _place(picker, value)
    if place >= 0:
        picker.setCurrentIndex(place)
    return place >= 0


def in_words(changes: WhatIf, choices: Choices | None = None) -> str:
    """The changes as people say them; the place is said where it is another than that of `choices`."""
    return "; ".join(_part_in_words(part) + _place_in_words(part, choices) for part in changes.parts)


def _place_in_words(part: Part, choices: Choices | None) -> str:
    if choices is None or not isinstance(part, ExtraSlots | ClosedSpan | GroupOn):
        return ""
    if part.municipality is None:
        return f" {tr('i hver kommune')}"
    if part.municipality == choices.municipality:
        return ""
    return f" {tr('i {name}', name=choices.names.get(part.municipality, str(part.municipality)))}"


def _part_in_words(part: Part) -> str:
    match part:
        case MoreOrLess():
            if part.hospital and part.percent == -100 and not part.procedure:
                words = [tr("{hospital} stopper", hospital=part.hospital)]
            else:
                words = [tr("aktivitet {percent} %", percent=text.signed(part.percent)), translated(part.procedure)]
                words += [tr("på {hospital}", hospital=part.hospital)] if part.hospital else []
            words += [tr("fra {day}", day=text.date(part.first))] if part.first else []
            words += [tr("til {day}", day=text.date(part.last))] if part.last else []
            return " ".join(filter(None, words))
        case ExtraSlots():
            return tr("{slots} pladser i {week}", slots=text.signed(part.slots), week=text.week(part.week))
        case ClosedSpan():
            return tr("lukket {first} til {last}", first=text.date(part.first), last=text.date(part.last))
        case GroupOn():
            return tr("hold på {slots} den {day}", slots=part.slots, day=text.date(part.day))
        case SlowerOffers():
            return tr("første plads efter {days} dage", days=part.days)
