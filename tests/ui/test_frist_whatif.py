"""What if: the panel on its own, answers while dragging, the best use of extra slots, and an area as a whole."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.frist_whatif import Choices, WhatIfPanel, in_words
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.whatif import ClosedSpan, ExtraSlots, MoreOrLess, SlowerOffers, WhatIf
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import HILLEROED, WEEKS, frist


@pytest.fixture
def panel(qtbot: QtBot) -> WhatIfPanel:
    made = WhatIfPanel()
    qtbot.addWidget(made)
    made.set_choices(Choices(HILLEROED, WEEKS, ("Nordsjællands Hospital", "Herlev"), ("knæ", "hofte", "skulder"), 1))
    made.show()
    return made


def test_that_the_panel_starts_as_the_plan(panel: WhatIfPanel) -> None:
    assert panel.changes == WhatIf()
    assert not panel.save.isEnabled()
    assert not panel.reset.isEnabled()


def test_that_the_arrow_keys_on_a_slider_change_the_activity(panel: WhatIfPanel) -> None:
    told: list[WhatIf] = []
    panel.changed.connect(told.append)
    panel.activity.setFocus()
    for _ in range(6):
        QTest.keyClick(panel.activity, Qt.Key.Key_Right)
    assert told[-1] == WhatIf((MoreOrLess(30),))
    assert len(told) == 6
    assert panel.save.isEnabled()


EVERY_KIND = WhatIf(
    (
        MoreOrLess(30, "knæ", "Herlev", WEEKS[1]),
        ExtraSlots(6, WEEKS[2], HILLEROED),
        ClosedSpan(WEEKS[1], WEEKS[1] + dt.timedelta(days=6), HILLEROED),
        MoreOrLess(-100, hospital="Nordsjællands Hospital"),
        SlowerOffers(4),
    )
)


def test_that_what_the_controls_can_show_comes_back_unchanged(panel: WhatIfPanel) -> None:
    panel.set_changes(EVERY_KIND)
    assert panel.changes == EVERY_KIND
    assert panel.others.isHidden()
    assert panel.slot_week.currentText() == "Uge 53, 2026"
    panel.clear()
    assert panel.changes == WhatIf()


def test_that_what_the_controls_cannot_show_is_kept_and_told(panel: WhatIfPanel) -> None:
    changes = WhatIf((MoreOrLess(33), ExtraSlots(2, WEEKS[0], HILLEROED), ExtraSlots(3, WEEKS[1], HILLEROED)))
    panel.set_changes(changes)
    assert set(panel.changes.parts) == set(changes.parts)
    assert "aktivitet +33 %" in panel.others.text()
    assert "+3 pladser i uge 52, 2026" in panel.others.text()


@pytest.mark.parametrize("typed", ["30.12.2026", "30-12-2026", "30122026"])
def test_that_activity_changes_from_any_day_typed_or_stepped_to(panel: WhatIfPanel, typed: str) -> None:
    told: list[WhatIf] = []
    panel.activity.setValue(6)
    panel.changed.connect(told.append)
    panel.first_day.setSelectedSection(panel.first_day.Section.DaySection)
    QTest.keyClicks(panel.first_day, typed)
    assert not told  # a date half typed is none
    QTest.keyClick(panel.first_day, Qt.Key.Key_Return)
    assert told == [WhatIf((MoreOrLess(30, first=dt.date(2026, 12, 30)),))]
    panel.first_day.setSelectedSection(panel.first_day.Section.DaySection)
    QTest.keyClick(panel.first_day, Qt.Key.Key_Down)
    assert panel.changes == WhatIf((MoreOrLess(30, first=dt.date(2026, 12, 29)),))
    panel.reset.click()
    assert panel.first_day.text() == "14.12.2026"


@pytest.mark.parametrize(
    ("first", "shown"),
    [
        (WEEKS[1], True),  # as one saved when activity began with a week
        (dt.date(2026, 12, 23), True),
        (WEEKS[0] - dt.timedelta(days=1), False),
    ],
)
def test_that_a_saved_day_is_shown_if_it_is_to_come_and_else_told(
    panel: WhatIfPanel, first: dt.date, shown: bool
) -> None:
    changes = WhatIf((MoreOrLess(30, "knæ", first=first),))
    panel.set_changes(changes)
    assert panel.changes == changes
    assert panel.activity.value() == (6 if shown else 0)
    assert panel.others.isHidden() == shown


def test_that_from_now_on_stays_from_now_on_when_the_date_moves(panel: WhatIfPanel) -> None:
    panel.activity.setValue(6)
    for as_of in (dt.date(2026, 12, 23), dt.date(2026, 12, 17)):
        panel.set_choices(Choices(HILLEROED, WEEKS, (), ("knæ",), 1, as_of=as_of))
        assert panel.changes == WhatIf((MoreOrLess(30),))
        assert panel.first_day.text() == f"{as_of:%d.%m.%Y}"
    panel.first_day.setDate(QDate(2027, 1, 1))
    panel.set_choices(Choices(HILLEROED, WEEKS, (), ("knæ",), 1, as_of=dt.date(2026, 12, 23)))
    assert panel.changes == WhatIf((MoreOrLess(30, first=dt.date(2027, 1, 1)),))
    panel.first_day.setDate(QDate(2026, 12, 22))
    assert panel.changes == WhatIf((MoreOrLess(30),))  # what has been received is known


def test_that_a_day_that_has_passed_when_the_date_moves_is_shown_as_from_now_on(panel: WhatIfPanel) -> None:
    def as_of(day: dt.date) -> Choices:
        return Choices(HILLEROED, WEEKS, (), ("knæ",), 1, as_of=day)

    panel.set_choices(as_of(dt.date(2026, 11, 23)))
    panel.activity.setValue(6)
    panel.first_day.setDate(QDate(2026, 12, 1))
    panel.set_choices(as_of(dt.date(2026, 12, 7)))
    assert panel.first_day.text() == "07.12.2026"
    assert panel.changes == WhatIf((MoreOrLess(30),))


def test_that_another_municipality_resets_the_panel(panel: WhatIfPanel) -> None:
    panel.set_changes(EVERY_KIND)
    panel.set_choices(Choices(217, WEEKS, ("Herlev",), ("knæ",), 1))
    assert panel.changes == WhatIf()


def test_that_changes_are_said_as_people_say_them() -> None:
    said = in_words(EVERY_KIND)
    assert said == (
        "aktivitet +30 % knæ på Herlev fra 21.12.2026; +6 pladser i uge 53, 2026; lukket 21.12.2026 til 27.12.2026; "
        "Nordsjællands Hospital stopper; første plads efter 4 dage"
    )


def test_that_a_hospital_that_stops_from_a_day_is_said_so() -> None:
    stops = WhatIf((MoreOrLess(-100, hospital="Herlev", first=dt.date(2026, 12, 9)),))
    assert in_words(stops) == "Herlev stopper fra 09.12.2026"


def test_that_dragging_answers_before_and_after_at_once(frist_page: FristPage) -> None:
    for step in range(1, 7):
        frist_page.desk.what_if.activity.setValue(step)
    assert frist_page.answer is not None
    assert frist_page.answer.after.expected_late > frist_page.answer.before.expected_late
    assert "→" in frist_page.desk.what_if.headline.text()
    assert frist_page.desk.what_if.answer.text() == frist_page.answer.sentence
    strips = frist_page.desk.slots.slots_model.content.strips
    assert [strip.name for strip in strips] == ["Risiko %", "Ændret %"]
    frist_page.desk.what_if.reset.click()
    assert frist_page.answer is None
    assert len(frist_page.desk.slots.slots_model.content.strips) == 1


def test_that_while_dragging_the_newest_position_wins(
    make_window: MakeWindow, own_copy: Workspace, qtbot: QtBot
) -> None:
    window = make_window(own_copy, synchronous=False)
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=60_000)
    page = frist(window, HILLEROED)
    qtbot.waitUntil(lambda: page.view is not None and not window.session.jobs.running, timeout=60_000)
    for step in range(1, 13):
        page.desk.what_if.activity.setValue(step)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=20_000)
    assert page.answer is not None
    assert page.answer.after.changes == "aktivitet +60 %"


def test_that_the_best_use_of_extra_slots_is_put_in_the_panel(frist_page: FristPage) -> None:
    frist_page.desk.slots.slots_model.put(dict.fromkeys([(0, week) for week in range(1, 4)], 0))
    frist_page.desk.what_if.slots.setValue(3)
    frist_page.desk.what_if.best.click()
    added = [part for part in frist_page.desk.what_if.changes.parts if isinstance(part, ExtraSlots)]
    assert sum(part.slots for part in added) <= 3
    assert added
    assert frist_page.answer is not None
    assert frist_page.answer.after.expected_late < frist_page.answer.before.expected_late


def test_that_what_is_for_another_place_is_said_so_and_kept(panel: WhatIfPanel) -> None:
    panel.set_choices(Choices(HILLEROED, WEEKS, (), ("knæ",), 1, {217: "Helsingør", HILLEROED: "Hillerød"}))
    changes = WhatIf((ExtraSlots(6, WEEKS[1], 217), ExtraSlots(2, WEEKS[1]), ExtraSlots(1, WEEKS[1], HILLEROED)))
    panel.set_changes(changes)
    assert panel.slots.value() == 1
    assert (
        panel.others.text() == "Også: +6 pladser i uge 52, 2026 i Helsingør; +2 pladser i uge 52, 2026 i hver kommune"
    )
    assert set(panel.changes.parts) == set(changes.parts)


def test_that_an_area_is_tried_as_a_whole(frist_page: FristPage) -> None:
    frist_page = frist_of_all(frist_page)
    frist_page.area.show_part("scenarier")
    what_if = frist_page.area.what_if
    assert not what_if.best.isVisibleTo(frist_page.area)
    before = what_if.headline.text()
    what_if.activity.setValue(8)
    was, arrow, now = what_if.headline.text().split()
    assert (was, arrow) == (before, "→")
    assert float(now.replace(",", ".")) > float(was.replace(",", "."))
    assert "Kommune-uger over målet: fra" in what_if.answer.text()
    what_if.slots.setValue(2)
    assert ExtraSlots(2, what_if.slot_week.itemData(0)) in what_if.changes.parts  # in every municipality
    what_if.reset.click()
    assert what_if.headline.text() == before


def frist_of_all(page: FristPage) -> FristPage:
    page.session.choose(Scope(page.session.scope.area))
    return page
