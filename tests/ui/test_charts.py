"""The fan chart: its sentences, its Danish axis, labels that do not cover each other, reading by keys."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.calendar import weeks_from
from sundhedsklynge.ui.charts import FanChart, FanData, WeekAxis, closed_days

AS_OF = dt.date(2026, 11, 25)


def fan(level: float = 30.0) -> FanData:
    weeks = weeks_from(AS_OF, 12)
    past = weeks_from(AS_OF - dt.timedelta(weeks=26), 26)
    spread = np.array([-9, -8, -6, -3, 0, 3, 6, 8, 9.0])
    history = np.full(26, level)
    history[3] = np.nan
    booked = np.full(12, level)
    booked[8:] = np.nan
    return FanData(
        "Genoptræningsplaner pr. uge",
        "prøvedata",
        AS_OF,
        past,
        history,
        weeks,
        np.full(12, level + 0.4),
        level + np.tile(spread, (12, 1)),
        booked,
    )


@pytest.fixture
def chart(qtbot: QtBot) -> FanChart:
    made = FanChart()
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    made.show_data(fan())
    return made


def test_that_each_week_reads_as_a_sentence() -> None:
    data = fan()
    assert data.sentence(0) == "uge 22, 2026: modtaget 30 · 1 lukkedag"
    assert data.sentence(3) == "uge 25, 2026: modtaget mangler"
    assert (
        data.sentence(26)
        == "uge 48, 2026: forventet 30,4 · 80 % mellem 24–36 · 95 % mellem 21–39 · booket 30 operationer"
    )
    assert data.sentence(34) == "uge 3, 2027: forventet 30,4 · 80 % mellem 24–36 · 95 % mellem 21–39"


def test_that_christmas_weeks_count_their_closed_days() -> None:
    assert closed_days(dt.date(2026, 12, 21)) == 2  # 24 and 25 December
    assert closed_days(dt.date(2026, 12, 28)) == 2  # 31 December and 1 January
    assert closed_days(dt.date(2026, 11, 23)) == 0


def test_that_the_axis_names_weeks_and_each_new_year_once(qtbot: QtBot) -> None:
    axis = WeekAxis()
    axis.set_weeks(weeks_from(dt.date(2026, 12, 14), 6), 0)
    assert axis.tickStrings([0, 1, 2, 3, 4, 5], 1, 1) == ["u51\n2026", "u52\n ", "u53\n ", "u1\n2027", "u2\n ", "u3\n "]


@pytest.mark.parametrize("level", [0.0, 9.0, 400.0])
def test_that_direct_labels_do_not_cover_each_other(chart: FanChart, level: float, qtbot: QtBot) -> None:
    chart.show_data(fan(level))
    qtbot.wait(20)
    boxes = sorted((item.mapRectToScene(item.boundingRect()) for item, _ in chart._labels), key=lambda box: box.top())
    for upper, lower in pairwise(boxes):
        assert lower.center().y() - upper.center().y() >= chart.fontMetrics().ascent()


def test_that_keys_move_the_reading_line(chart: FanChart, qtbot: QtBot) -> None:
    weeks: list[dt.date] = []
    chart.week_looked_at.connect(weeks.append)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert weeks == [dt.date(2026, 11, 23), dt.date(2026, 11, 30), dt.date(2026, 11, 23)]


def test_that_the_chart_has_a_name_and_a_line_about_itself(chart: FanChart) -> None:
    assert chart.accessibleName() == "Genoptræningsplaner pr. uge"
    assert "uge 48, 2026" in chart.accessibleDescription()


def test_that_an_empty_chart_says_why(chart: FanChart) -> None:
    chart.show_nothing("Ingen data for Dragør.")
    assert chart.accessibleName() == "Ingen data for Dragør."
    assert chart.summary() == ""
