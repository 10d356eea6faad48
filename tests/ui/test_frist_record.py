"""Frist, who waits and how good it was: observed counts, and the record that grows in the background."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui.jobs import Progress
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.frist_ranking import waiting_now
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.deadline import Deadline
from sundhedsklynge.workspace.risk_record import RiskRecord
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import HILLEROED, frist
from tests.ui.reading import room


def test_that_who_waits_is_counted_by_both_clocks(frist_page: FristPage, own_copy: Workspace) -> None:
    waiting = next(entry for entry in own_copy.deadline.waiting() if entry.municipality == HILLEROED)
    model = frist_page.desk.waiting.table_model
    last = model.columnCount() - 1
    assert model.index(0, last).data() == str(waiting.total)
    assert model.headerData(0, Qt.Orientation.Vertical) == "fra udskrivning (gælder)"
    counts = [int(model.index(0, column).data()) for column in range(last)]
    assert sum(counts) == waiting.total


def test_that_how_good_it_was_is_told_in_words_as_soon_as_it_is_looked_at(frist_page: FristPage) -> None:
    record = frist_page.desk.record
    frist_page.desk.show_part("hvor_god")
    told = room(frist_page).deadline.record(None, 12)
    assert record.said.text() == "\n".join(f"• {sentence}" for sentence in told.sentences)
    for widget in (record.bar, record.stop, record.go_on):
        assert not widget.isVisibleTo(record)


def test_that_the_record_grows_stops_at_once_and_goes_on_from_there(
    own_copy: Workspace, make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(own_copy, synchronous=False)
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=60_000)
    page = frist(window, HILLEROED)
    qtbot.waitUntil(lambda: page.view is not None and not window.session.jobs.running, timeout=60_000)
    record, going_on = page.desk.record, threading.Event()
    whole = Deadline.record

    def slow(
        self: Deadline,
        day: dt.date,
        weeks: int,
        progress: Progress,
        cancelled: Cancelled,
        so_far: Callable[[RiskRecord], object],
    ) -> RiskRecord:
        told = whole(self, day, weeks, progress)
        so_far(replace(told, judged=1))
        while not going_on.wait(0.02):
            if cancelled():
                raise CancelledError
        return told

    monkeypatch.setattr(Deadline, "record", slow)
    page.desk.show_part("hvor_god")
    qtbot.waitUntil(lambda: record.said.text().startswith("•"), timeout=60_000)
    assert record.stop.isVisible()
    record.stop.click()
    qtbot.waitUntil(lambda: record.go_on.isVisible(), timeout=10_000)
    assert record.said.text().startswith("•")  # what was computed stays
    going_on.set()
    record.go_on.click()
    qtbot.waitUntil(lambda: not record.go_on.isVisible() and not record.bar.isVisible(), timeout=60_000)
    assert not window.session.jobs.running


def test_that_counted_people_are_whole_and_expected_ones_have_a_decimal(frist_page: FristPage) -> None:
    view = frist_page.view
    assert view is not None
    assert view.is_observed(0)
    waiting = int(view.plan.waiting[0, 0])
    shown = frist_page.desk.chart.shown
    assert shown is not None
    assert f"{waiting} venter ved ugens start" in shown.sentence(0)
    assert re.search(r"\d,\d venter ved ugens start", shown.sentence(1))
    figures = dict(view.reasons(0, (0.05, 0.2, 0.5)).figures)
    assert figures["Venter ved ugens start"] == str(waiting)
    assert f"{view.waiting.total} venter, {view.waiting.overdue} allerede over fristen" in frist_page.subtitle


def test_that_the_ranking_shows_counted_people_as_whole_numbers() -> None:
    assert [waiting_now(value) for value in (3.0, 2.4, float("nan"))] == ["3", "2,4", "mangler"]


def test_that_what_comes_late_from_an_earlier_run_is_not_shown(
    frist_page: FristPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = frist_page.desk.record
    runs: list[Callable[[RiskRecord], object]] = []
    whole = Deadline.record

    def kept(
        self: Deadline,
        day: dt.date,
        weeks: int,
        progress: Progress,
        cancelled: Cancelled,
        so_far: Callable[[RiskRecord], object],
    ) -> RiskRecord:
        runs.append(so_far)
        return whole(self, day, weeks, progress)

    late = replace(room(frist_page).deadline.record(None, 12), sentences=("For sent.",))
    monkeypatch.setattr(Deadline, "record", kept)
    frist_page.desk.show_part("hvor_god")
    record.data_changed()
    earlier, newest = runs
    shown = record.said.text()
    earlier(late)
    assert record.said.text() == shown
    newest(late)
    assert record.said.text() == "• For sent."
