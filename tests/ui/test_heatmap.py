"""The heat map: classes by limits, words for those who do not see colours, missing never zero."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui.heatmap import (
    CALM,
    CELL_ROLE,
    HIGH,
    RISK,
    WATCH,
    HeatData,
    HeatMap,
    HeatRow,
    class_mark,
)
from sundhedsklynge.ui.text import percent_figure

LIMITS = (0.05, 0.20, 0.50)
NAN = float("nan")
WEEKS = [dt.date(2026, 12, 21), dt.date(2026, 12, 28), dt.date(2027, 1, 4)]


@pytest.fixture
def heat_map(qtbot: QtBot) -> HeatMap:
    made = HeatMap()
    qtbot.addWidget(made)
    rows = [
        HeatRow(219, "Hillerød", [0.01, 0.64, 0.2], [0.01, 0.64, 0.2], "42", "6", "6 ekstra pladser"),
        HeatRow(155, "Dragør", [NAN, NAN, NAN], [NAN, NAN, NAN], "3", "mangler", "ingen pladser er indlæst"),
    ]
    made.set_content(HeatData(WEEKS, rows, LIMITS, "Risiko", percent_figure))
    return made


@pytest.mark.parametrize(
    ("probability", "kind"),
    [
        (0.0, CALM),
        (0.0449, CALM),
        (0.045, WATCH),
        (0.05, WATCH),
        (0.1949, WATCH),
        (0.1951, RISK),
        (0.2, RISK),
        (0.4949, RISK),
        (0.495, HIGH),
        (0.5, HIGH),
        (1.0, HIGH),
        (NAN, None),
    ],
)
def test_that_a_limit_belongs_to_the_class_above_it(probability: float, kind: int | None) -> None:
    assert risk_class(probability, LIMITS) == kind


@pytest.mark.parametrize("limit", [0.05, 0.2, 0.5, 0.29, 0.58])
def test_that_no_figure_shown_stands_in_two_classes(limit: float) -> None:
    limits = (limit, 0.999, 1.0)
    for k in range(10, 990):  # what a risk counted in 1000 draws can be, where the figure is a whole per cent
        share = k / 1000
        is_above = int(percent_figure(share)) >= round(limit * 100)
        assert risk_class(share, limits) == int(is_above), share


def test_that_a_cell_is_said_in_words(heat_map: HeatMap) -> None:
    said = heat_map.heat.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Hillerød, uge 53, 2026: høj risiko, 64 %")


def test_that_missing_is_named_and_not_zero(heat_map: HeatMap) -> None:
    cell = heat_map.heat.index(1, 0)
    assert cell.data() == "mangler"
    assert cell.data(CELL_ROLE) is None
    assert "mangler" in cell.data(Qt.ItemDataRole.ToolTipRole)


def test_that_the_year_stands_under_the_first_week_of_each_year(heat_map: HeatMap) -> None:
    across = Qt.Orientation.Horizontal
    assert [heat_map.heat.headerData(i, across) for i in range(3)] == ["u52\n2026", "u53\n", "u1\n2027"]


def test_that_a_screen_reader_meets_the_cells(heat_map: HeatMap) -> None:
    heat_map.show()
    face = QAccessible.queryAccessibleInterface(heat_map)
    assert face.text(QAccessible.Text.Name) == "Risiko for hver kommune og uge"
    assert face.role() == QAccessible.Role.Table
    names = [face.child(i).text(QAccessible.Text.Name) for i in range(face.childCount())]
    assert any(name.startswith("Hillerød, uge 53, 2026: høj risiko") for name in names)


def test_that_the_cell_looked_at_survives_new_content(heat_map: HeatMap) -> None:
    heat_map.look_at(219, 2)
    content = heat_map.heat.content
    heat_map.set_content(HeatData(content.weeks, content.rows[::-1], LIMITS, "Risiko", percent_figure))
    assert heat_map.looked_at() == (1, 2)


def test_that_the_classes_differ_without_colour() -> None:
    grey = [
        class_mark(kind).toImage().convertToFormat(class_mark(kind).toImage().Format.Format_Grayscale8)
        for kind in (CALM, WATCH, RISK, HIGH, None)
    ]
    for i, one in enumerate(grey):
        for other in grey[i + 1 :]:
            assert one != other
