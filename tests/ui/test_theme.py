"""Contrast of all themes by WCAG 2.2, meaning that stays apart for colour-blind eyes, and a focus that is seen on every kind of control.

Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes (2009), A Physiologically-based Model for Simulation of
Color Vision Deficiency, IEEE TVCG 15(6), severity 1.0, on linear RGB. Difference is CIE76, the distance in CIELAB (D65); 2.3 is just
noticeable side by side, and 20 is asked for here, since these colours are compared across a page.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSlider,
    QSpinBox,
    QTextBrowser,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.charts import FanChart
from sundhedsklynge.ui.navigation import Entry, NavButton
from sundhedsklynge.ui.page import LineButton, button
from sundhedsklynge.ui.pickers import DayPicker, Picker
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.theme import ALL, Scheme, Tokens

EACH = pytest.mark.parametrize("t", ALL, ids=[t.scheme.value for t in ALL])
HIGH = pytest.mark.parametrize("t", [t for t in ALL if t.scheme.has_high_contrast], ids=lambda t: t.scheme.value)

SIGHT = {
    "normal": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
_APART = 20.0
_TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
_D65 = np.array([0.95047, 1.0, 1.08883])
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])


def linear(color: QColor) -> np.ndarray:
    return _linear(np.array([color.redF(), color.greenF(), color.blueF()]))


def _linear(parts: np.ndarray) -> np.ndarray:
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: QColor, other: QColor) -> float:
    return float(_ratio(linear(one) @ _LUMINANCE, linear(other) @ _LUMINANCE))


def _ratio(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    return (np.maximum(one, other) + 0.05) / (np.minimum(one, other) + 0.05)


def difference(one: QColor, other: QColor, sight: str) -> float:
    """CIE76 between two colours as eyes of that kind see them."""
    first, second = (_lab(np.asarray(SIGHT[sight]) @ linear(color)) for color in (one, other))
    return float(np.linalg.norm(first - second))


def _lab(seen: np.ndarray) -> np.ndarray:
    scaled = _TO_XYZ @ np.clip(seen, 0, 1) / _D65
    x, y, z = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_that_contrast_and_difference_are_those_of_the_books() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert difference(QColor("black"), QColor("white"), "normal") == pytest.approx(100.0, abs=0.1)
    assert difference(QColor("red"), QColor("lime"), "deuteranopia") < difference(
        QColor("red"), QColor("lime"), "normal"
    )


@EACH
def test_that_text_has_contrast_four_and_a_half(t: Tokens) -> None:
    grounds = (t.ground, t.surface, t.raised)
    pairs = [(t.text, ground) for ground in (*grounds, t.selection, t.watch_soft)]
    pairs += [(t.muted, ground) for ground in (*grounds, t.selection)]
    pairs += [(t.accent, ground) for ground in grounds] + [(t.high, ground) for ground in grounds]
    pairs += [(t.on_accent, t.accent), (t.on_watch, t.watch), (t.on_high, t.high)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


@EACH
def test_that_what_carries_meaning_has_contrast_three(t: Tokens) -> None:
    marks = (t.line_strong, t.accent, t.calm, t.high, t.band_edge, t.hatch().color(), t.muted)
    for mark in marks:
        for ground in (t.ground, t.surface):
            assert contrast(mark, ground) >= 3.0, (mark.name(), ground.name())
    assert contrast(t.on_watch, t.watch) >= 3.0  # its fill is told by the shape on it


@HIGH
def test_that_high_contrast_is_seven_for_text_and_three_for_lines_and_selection(t: Tokens) -> None:
    for ink in (t.text, t.muted, t.accent, t.high, t.calm):
        assert contrast(ink, t.surface) >= 7.0, ink.name()
    assert contrast(t.on_accent, t.accent) >= 7.0
    assert contrast(t.line, t.surface) >= 3.0
    assert contrast(t.selection, t.surface) >= 3.0


@EACH
@pytest.mark.parametrize("sight", SIGHT)
def test_that_meanings_stay_apart_for_all_eyes(t: Tokens, sight: str) -> None:
    status = [*combinations((t.calm, t.watch, t.high), 2), *combinations((t.surface, t.watch, t.high), 2)]
    for one, other in (*status, (t.text, t.accent), (t.text, t.surface), (t.accent, t.surface)):
        assert difference(one, other, sight) >= _APART, (one.name(), other.name())


def test_that_a_scheme_is_found_by_its_properties() -> None:
    for scheme in Scheme:
        assert Scheme.of(dark=scheme.is_dark, high_contrast=scheme.has_high_contrast) is scheme


def test_that_the_desktop_decides_contrast_too(prepared_app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Wish:
        def contrastPreference(self) -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast

    class Hints:
        def colorScheme(self) -> Qt.ColorScheme:
            return Qt.ColorScheme.Dark

        def accessibility(self) -> Wish:
            return Wish()

    assert not theme.system_scheme(prepared_app).has_high_contrast
    monkeypatch.setattr(prepared_app, "styleHints", Hints)
    assert theme.system_scheme(prepared_app) is Scheme.CONTRAST_DARK


# Focus --------------------------------------------------------------------------------------------------------------


def _table() -> QWidget:
    model = ColumnTable()
    model.set_columns((Column("Uge", ["48", "49"]),))
    made = TableView("Tabel")
    made.setModel(model)
    model.setParent(made)
    return made


def _list() -> QWidget:
    made = QListWidget()
    made.addItems(["Overblik", "Prognose"])
    return made


def _segment(*, chosen: bool) -> QWidget:
    made = Segments("Vis", (("a", "Risiko"), ("b", "Planer")))
    return _wrapped(made, made.button("a" if chosen else "b"))


def _wrapped(outer: QWidget, inner: QToolButton) -> QWidget:
    outer.setFocusProxy(inner)
    return outer


def _nav(*, chosen: bool) -> QWidget:
    made = NavButton(Entry("overblik", "Overblik", "overblik"))
    made.setChecked(chosen)
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: button("Eksportér", lambda: None),
    "primary": lambda: button("Gem", lambda: None, "primary"),
    "flat": lambda: button("Luk", lambda: None, "flat"),
    "line": lambda: LineButton("Hillerød uge 50", lambda: None),
    "segment": lambda: _segment(chosen=False),
    "chosen segment": lambda: _segment(chosen=True),
    "page": lambda: _nav(chosen=False),
    "chosen page": lambda: _nav(chosen=True),
    "picker": Picker,
    "day": DayPicker,
    "field": QLineEdit,
    "number": QSpinBox,
    "check": lambda: QCheckBox("Frist"),
    "slider": lambda: QSlider(Qt.Orientation.Horizontal),
    "table": _table,
    "list": _list,
    "text": QTextBrowser,
    "chart": FanChart,
}


@EACH
def test_that_focus_is_seen_on_every_kind_of_control(t: Tokens, qtbot: QtBot, prepared_app: QApplication) -> None:
    theme.apply(prepared_app, t.scheme)
    for kind in CONTROLS:
        changed, least = _focus_of(kind, qtbot)
        assert changed >= least, (kind, changed, least)


def _focus_of(kind: str, qtbot: QtBot) -> tuple[int, float]:
    """Pixels that change by 3:1 when the control gets the focus, and how many a line of one pixel all round has."""
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    elsewhere = QLineEdit()
    made = CONTROLS[kind]()
    row.addWidget(elsewhere)
    row.addWidget(made, 1)
    window.resize(500, 120)
    theme.dress(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    target = made.focusProxy() or made
    elsewhere.setFocus()
    QApplication.processEvents()
    before = _luminance(window, target)
    target.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    after = _luminance(window, target)
    assert target.hasFocus()
    changed = int((_ratio(before, after) >= 3.0).sum())
    corners = 24  # rounded, and drawn softly
    return changed, 1.8 * (target.width() + target.height()) - corners


def _luminance(window: QWidget, target: QWidget) -> np.ndarray:
    """The picture of `target` on its window."""
    place = QRect(target.mapTo(window, QPoint(0, 0)), target.size())
    image = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGBX8888)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3] / 255
    return _linear(pixels) @ _LUMINANCE
