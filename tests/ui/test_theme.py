"""Contrast of both themes by WCAG 2.2, and status that stays apart for colour-blind eyes."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from sundhedsklynge.ui.theme import DARK, LIGHT, Tokens

BOTH = pytest.mark.parametrize("t", [LIGHT, DARK], ids=["light", "dark"])

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear RGB.
BLINDNESS = {
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}


def linear(color: QColor) -> np.ndarray:
    parts = np.array([color.redF(), color.greenF(), color.blueF()])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def luminance(color: QColor) -> float:
    return float(linear(color) @ [0.2126, 0.7152, 0.0722])


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@BOTH
def test_that_text_has_contrast_four_and_a_half(t: Tokens) -> None:
    pairs = [(t.text, ground) for ground in (t.ground, t.surface, t.raised, t.selection, t.watch_soft)]
    pairs += [(t.muted, ground) for ground in (t.ground, t.surface, t.raised)]
    pairs += [(t.on_accent, t.accent), (t.on_watch, t.watch), (t.on_high, t.high), (t.accent, t.surface)]
    for ink, ground in pairs:
        assert contrast(ink, ground) >= 4.5, (ink.name(), ground.name())


@BOTH
def test_that_graphics_and_borders_have_contrast_three(t: Tokens) -> None:
    for mark, ground in ((t.line_strong, t.surface), (t.accent, t.surface), (t.accent, t.ground), (t.high, t.surface)):
        assert contrast(mark, ground) >= 3.0, (mark.name(), ground.name())


@BOTH
@pytest.mark.parametrize("kind", BLINDNESS)
def test_that_status_fills_stay_apart_for_colour_blind_eyes(t: Tokens, kind: str) -> None:
    seen = [np.array(BLINDNESS[kind]) @ linear(color) for color in (t.surface, t.watch, t.high)]
    for one, other in combinations(seen, 2):
        assert np.abs(np.cbrt(np.clip(one, 0, 1)) - np.cbrt(np.clip(other, 0, 1))).max() > 0.15
