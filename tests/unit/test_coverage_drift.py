"""Watch for earlier discharge: a clear rise is told, chance and new municipalities are not."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.coverage.drift import drifts
from sundhedsklynge.coverage.indicators import next_quarter
from sundhedsklynge.domain.kinds import TREATMENT72
from tests.rows import frame


def treatment(contacts: list[int], municipality: int = 101, first: str = "2024K4", hospital: str = "A") -> pd.DataFrame:
    rows = [
        {"quarter": next_quarter(first, i), "municipality": municipality, "hospital": hospital, "discharges": 200,
         "covered": 100, "contacts": count}
        for i, count in enumerate(contacts)
    ]  # fmt: skip
    return frame(TREATMENT72, *rows)


def test_that_a_clear_rise_is_told_with_both_levels() -> None:
    (found,) = drifts(treatment([20, 22, 18, 20, 40, 42, 38, 40]))
    assert found.drifting
    assert (found.before, found.after, found.quarters) == (0.2, 0.4, ("2024K4", "2026K3"))
    assert found.sentence == (
        "A: kontakter inden for 72 timer er steget, fra 20,0 til 40,0 pr. 100 omfattede (de sidste fire kvartaler mod de fire før)."
    )


def test_that_z_is_that_of_two_poisson_rates() -> None:
    (found,) = drifts(treatment([25, 25, 25, 25, 36, 36, 36, 36]))
    assert found.z == pytest.approx((144 - 100) / np.sqrt(144 + 100), abs=0.05)


def test_that_a_fall_or_chance_is_no_drift() -> None:
    (fell,) = drifts(treatment([40] * 4 + [20] * 4))
    assert (fell.drifting, "er faldet" in fell.sentence) == (False, True)
    (same,) = drifts(treatment([20, 25, 18, 22, 24, 20, 27, 21]))
    assert (same.drifting, "er ikke klart ændret" in same.sentence) == (False, True)


def test_that_fewer_than_eight_quarters_say_nothing() -> None:
    assert drifts(treatment([20] * 3 + [60] * 4)) == []
    assert drifts(treatment([])[:0]) == []


def test_that_a_municipality_that_began_later_cannot_look_like_a_rise() -> None:
    steady = treatment([20] * 8)
    late = treatment([90] * 4, municipality=147, first="2025K4")
    (found,) = drifts(pd.concat([steady, late], ignore_index=True))
    assert (found.before, found.after, found.drifting) == (0.2, 0.2, False)


def test_that_clear_rises_come_first_and_a_place_can_be_chosen() -> None:
    rows = pd.concat(
        [treatment([20] * 8, hospital="A"), treatment([20] * 4 + [40] * 4, 147, hospital="B")], ignore_index=True
    )
    assert [d.hospital for d in drifts(rows)] == ["B", "A"]
    assert [d.hospital for d in drifts(rows, [101])] == ["A"]
