"""Charts: sentences, the Danish axis, labels that do not cover each other, reading by keys, and the ways out as a picture."""

from __future__ import annotations

import datetime as dt
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QDropEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.coverage.indicators import Cell, Place, Status
from sundhedsklynge.coverage.summary import series
from sundhedsklynge.coverage.yearly import MonthRow
from sundhedsklynge.domain.calendar import weeks_from
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.charts import MEDIAN, FanChart, FanData, WeekAxis, closed_days
from sundhedsklynge.ui.framed import FramedChart
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.kvartal_chart import QuarterChart
from sundhedsklynge.ui.pages.tenths_chart import TenthsChart
from sundhedsklynge.ui.pages.year_chart import YearChart
from sundhedsklynge.ui.paper_plot import Plot
from sundhedsklynge.ui.picture import HEIGHT, WIDTH, Picture, image, svg
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace.quarterly import ChartView, YearView

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
    read: list[str] = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
        read.append(chart.readout.toolTip())
    assert read == [fan().sentence(26), fan().sentence(27), fan().sentence(26)]


def test_that_the_chart_has_a_name_and_a_line_about_itself(chart: FanChart) -> None:
    assert chart.accessibleName() == "Genoptræningsplaner pr. uge"
    assert "uge 48, 2026" in chart.accessibleDescription()


def test_that_an_empty_chart_says_why(chart: FanChart) -> None:
    chart.show_nothing("Ingen data for Dragør.")
    assert chart.accessibleName() == "Ingen data for Dragør."
    assert chart.summary() == ""


# Out as a picture


def quarters() -> ChartView:
    """Eight quarters with one missing."""
    place = Place("kommune", "219", "Hillerød", (219,))
    names = [f"{year}K{k}" for year in (2025, 2026) for k in (1, 2, 3, 4) if (year, k) != (2025, 3)]
    counts = [
        Cell(quarter, place, "plejehjem_laege", 20 + i, 40, 0, (20 + i) / 40, None, None, None, Status.NO_TARGET, 1, 1)
        for i, quarter in enumerate(names)
    ]
    line = series(counts, [])
    return ChartView(place, line, "Plejehjem med fast læge, Hillerød", "Trappediagram.", "Hjem med læge.", (), AS_OF)


def months() -> YearView:
    """Two known months, one missing, the rest to come."""
    known = [MonthRow(dt.date(2026, m, 1), 12, 10, 0.2, 1, 1) for m in (1, 2)]
    missing = [MonthRow(dt.date(2026, m, 1), None, 10, None, 1, 1) for m in range(3, 13)]
    return YearView(Place("i_alt", "i_alt", "I alt", (219,)), 2026, "plans", (*known, *missing), known[0], (2025, 2026))


def queue() -> QueueData:
    weeks = weeks_from(AS_OF, 4)
    nan = np.nan
    return QueueData(
        "Planer, frister og pladser pr. uge: Hillerød",
        "prøvedata",
        AS_OF,
        weeks,
        np.array([9.8, 4, 7, 5]),
        np.array([9.7, 8, 5, 6]),
        np.array([12, 8, nan, 12]),
        np.array([2, 5, nan, nan]),
        ("ændret", np.array([12, 14, nan, 12]), np.array([2, 3, nan, nan])),
    )


def shown(kind: str) -> FramedChart:
    """A chart of each kind with data."""
    match kind:
        case "fan":
            made = FanChart()
            made.show_data(fan())
        case "queue":
            made = QueueChart()
            made.show_data(queue())
        case "quarter":
            made = QuarterChart()
            made.show_view(quarters(), "prøvedata")
        case "tenths":
            made = TenthsChart()
            made.show_shares(np.linspace(0.01, 0.19, 10), "Hillerød", "prøvedata", AS_OF)
        case _:
            made = YearChart()
            made.show_view(months(), AS_OF, "Genoptræningsplaner pr. måned: I alt", "prøvedata")
    return made


KINDS = ["fan", "queue", "quarter", "year", "tenths"]


def texts(drawing: bytes) -> list[str]:
    """What is written in an SVG."""
    return [node.text or "" for node in ET.fromstring(drawing.decode()).iter("{http://www.w3.org/2000/svg}text")]


@pytest.fixture(params=KINDS)
def any_chart(request: pytest.FixtureRequest, qtbot: QtBot) -> FramedChart:
    made = shown(request.param)
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def test_that_a_picture_tells_title_unit_source_and_date_in_letters(any_chart: FramedChart) -> None:
    picture = any_chart.picture()
    assert picture is not None
    written = texts(svg(picture))
    assert picture.title in " ".join(written)
    assert "pr. " in picture.title or "(procent" in picture.title
    assert "Kilde: prøvedata" in written
    assert any(said.startswith("Opgjort pr. 25.11.2026.") for said in written)
    assert b"<image" not in svg(picture)
    assert svg(picture) == svg(picture)


def test_that_the_picture_draws_the_median_as_the_screen_does_and_says_so(
    chart: FanChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[float, ...]] = []
    monkeypatch.setattr(Plot, "curve", lambda plot, values, *_, **__: drawn.append(values))
    picture = chart.picture()
    assert picture is not None
    written = texts(svg(picture))
    assert drawn == [tuple(fan().quantiles[:, MEDIAN])]
    assert "median" in written
    assert "forventet" not in written


def test_that_the_picture_is_twice_as_fine_as_the_screen_and_light_in_every_theme(any_chart: FramedChart) -> None:
    picture = any_chart.picture()
    assert picture is not None
    light = image(picture)
    theme.apply(application(), theme.Scheme.DARK)
    again = any_chart.picture()
    assert again is not None
    assert image(again) == light
    assert light.logicalDpiX() >= 192
    assert light.pixelColor(3, 3).lightnessF() > 0.95
    inked = {light.pixelColor(x, y).name() for x in range(60, light.width(), 7) for y in range(250, 1000, 7)}
    assert len(inked) > 3, "nothing is drawn"


def test_that_demo_data_are_marked_in_the_picture_and_its_name(qtbot: QtBot) -> None:
    made = FanChart()
    qtbot.addWidget(made)
    made.show_data(replace(fan(), is_demo=True))
    picture = made.picture()
    assert picture is not None
    assert "DEMO - opdigtede tal" in texts(svg(picture))
    assert picture.stem == "genoptraeningsplaner-pr-uge_2026-11-25_DEMO"


def test_that_a_name_has_no_sign_that_windows_refuses() -> None:
    picture = Picture('Planer: "a/b" <c>|d?*\\e.', "", "", "", AS_OF, lambda sheet, box: None)
    assert picture.stem == "planer-a-b-c-d-e_2026-11-25"


def test_that_control_c_copies_the_chart_as_dots_and_lines(any_chart: FramedChart, qtbot: QtBot) -> None:
    with qtbot.waitSignal(any_chart.told):
        press(any_chart, "Ctrl+C")
    mime = QApplication.clipboard().mimeData()
    assert QApplication.clipboard().image().size() == QSize(WIDTH, HEIGHT)
    assert bytes(mime.data("image/svg+xml").data()).startswith(b"<?xml")


@pytest.mark.parametrize(("ending", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml"), ("SVG", b"<?xml")])
def test_that_the_chart_is_saved_as_the_name_ends(
    chart: FanChart, ending: str, begins: bytes, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = chart.ask_where()
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "genoptraeningsplaner-pr-uge_2026-11-25.png"
    assert [name[:3] for name in dialog.nameFilters()] == ["PNG", "SVG"]
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert Path(dialog.selectedFiles()[0]).name == "genoptraeningsplaner-pr-uge_2026-11-25.svg"
    path = tmp_path / f"a.{ending}"
    with qtbot.waitSignal(chart.told) as told:
        dialog.filesSelected.emit([str(path)])
    dialog.reject()
    assert path.read_bytes().startswith(begins)
    assert told.args[0].sentence == f"Diagrammet er gemt: a.{ending}."


def test_that_a_place_that_cannot_be_written_is_told(chart: FanChart, tmp_path: Path, qtbot: QtBot) -> None:
    picture = chart.picture()
    assert picture is not None
    with qtbot.waitSignal(chart.told) as told:
        chart.save(picture, tmp_path / "findes ikke" / "a.png")
    assert told.args[0].tone == "error"
    assert "findes ikke" in told.args[0].sentence


def test_that_dragging_carries_a_picture_and_a_file_that_is_gone_when_nobody_takes_it(
    any_chart: FramedChart, monkeypatch: pytest.MonkeyPatch
) -> None:
    carried: list[tuple[bytes, QSize, str]] = []

    def taken(drag: QDrag, *_: object) -> Qt.DropAction:
        mime = drag.mimeData()
        path = Path(mime.urls()[0].toLocalFile())
        carried.append((path.read_bytes()[:4], mime.imageData().size(), str(path)))
        assert mime.hasFormat("image/svg+xml")
        return Qt.DropAction.IgnoreAction if len(carried) == 1 else Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", taken)
    drag_out(any_chart)
    picture = any_chart.picture()
    assert picture is not None
    assert [entry[:2] for entry in carried] == [(b"\x89PNG", QSize(WIDTH, HEIGHT))]
    first = Path(carried[0][2])
    assert first.name == f"{picture.stem}.png"
    assert not first.exists()
    drag_out(any_chart)
    assert Path(carried[1][2]).exists(), "who took it may read it late"
    assert len(list(first.parent.iterdir())) == 1


def test_that_a_chart_dropped_on_the_own_window_is_no_file_to_import(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    accepted: list[bool] = []
    for ours in (False, True):
        over = QDragEnterEvent(
            QPoint(600, 400),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        if ours:
            monkeypatch.setattr(QDropEvent, "source", lambda _: window)
        QApplication.sendEvent(window, over)
        accepted.append(over.isAccepted())
    assert accepted == [True, False]


def test_that_a_short_move_of_the_mouse_is_no_drag(chart: FanChart, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FramedChart, "drag", lambda _: pytest.fail("dragged"))
    drag_out(chart, QApplication.startDragDistance() - 2)


def test_that_an_empty_chart_gives_no_picture(chart: FanChart) -> None:
    QApplication.clipboard().setText("før")
    chart.show_nothing("Ingen data for Dragør.")
    press(chart, "Ctrl+C")
    assert QApplication.clipboard().text() == "før"
    assert chart.ask_where() is None


def test_that_the_way_out_stands_in_the_chart_s_menu(any_chart: FramedChart) -> None:
    assert [(action.text(), action.shortcut().toString()) for action in any_chart.actions()] == [
        ("Kopiér som billede", "Ctrl+C"),
        ("Gem som billede …", "Ctrl+S"),
    ]
    assert any_chart.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert any_chart.plot.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def press(chart: FramedChart, keys: str) -> None:
    chart.activateWindow()
    chart.setFocus()
    QTest.keySequence(chart, QKeySequence(keys))


def drag_out(chart: FramedChart, far: int = 60) -> None:
    target = chart.plot.viewport()
    QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(100 + far, 60),
        target.mapToGlobal(QPointF(100 + far, 60)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(target, moved)
    QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(100 + far, 60))


def application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
