"""The summary row: trend, variation and assurance, and limits anew where the user says."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from sundhedsklynge.coverage.indicators import Cell, Place, Target, cell, next_quarter
from sundhedsklynge.coverage.spc import ChartKind
from sundhedsklynge.coverage.summary import Assurance, Rebase, Series, Variation, series, summary_row

PLACE = Place("klynge", "H-NORD", "Nord", (219, 217))
LONG_AGO = dt.date(2010, 1, 1)


def cells(shares: list[float | None], indicator: str = "gop_komplet", size: int = 100) -> list[Cell]:
    found: list[Cell] = []
    for place, share in enumerate(shares):
        if share is not None:
            quarter = next_quarter("2020K1", place)
            found.append(cell(quarter, PLACE, indicator, round(share * size), size, 0.0, 2, ()))
    return found


def line(shares: list[float | None], target: float | None = None, indicator: str = "gop_komplet") -> Series:
    targets = [] if target is None else [Target(indicator, target, LONG_AGO)]
    return series(cells(shares, indicator), targets)


STEADY = [0.5, 0.54, 0.49, 0.52, 0.5, 0.53, 0.48, 0.51, 0.54, 0.5, 0.49, 0.52, 0.5, 0.53]


def test_that_trends_are_against_the_last_quarter_and_the_same_quarter_last_year() -> None:
    row = summary_row(line([0.5, 0.6, None, 0.7, 0.8]))
    assert row.since_last_quarter == pytest.approx(0.1)
    assert row.since_last_year == pytest.approx(0.3)
    assert row.shares == (0.5, 0.6, None, 0.7, 0.8)
    gap = summary_row(line([None, 0.6, 0.5, None, 0.8]))
    assert gap.since_last_quarter is None
    assert gap.since_last_year is None
    assert gap.first_quarter == "2020K2"


def test_that_few_quarters_say_nothing_of_variation_or_assurance() -> None:
    row = summary_row(line([0.5, 0.6, 0.9], target=0.8))
    assert (row.variation, row.assurance) == (Variation.FEW, Assurance.FEW)
    assert summary_row(line([0.5, 0.6, 0.9])).assurance == Assurance.NO_TARGET


def test_that_steady_figures_are_chance_and_the_target_is_judged_by_the_limits() -> None:
    assert summary_row(line(STEADY)).variation == Variation.CHANCE
    assert summary_row(line(STEADY, target=0.5)).assurance == Assurance.VARIES
    assert summary_row(line(STEADY, target=0.2)).assurance == Assurance.KEPT
    assert summary_row(line(STEADY, target=0.9)).assurance == Assurance.MISSED


def test_that_low_is_good_where_lower_is_better() -> None:
    late = "gop_sendt_sent"
    assert summary_row(line(STEADY, 0.9, late)).assurance == Assurance.KEPT
    assert summary_row(line(STEADY, 0.1, late)).assurance == Assurance.MISSED
    jump = [*STEADY[:-1], 0.95]
    assert summary_row(line(jump)).variation == Variation.BETTER
    assert summary_row(line(jump, indicator=late)).variation == Variation.WORSE


def test_that_an_old_signal_does_not_colour_the_newest_quarter() -> None:
    assert summary_row(line([0.95, *STEADY])).variation == Variation.CHANCE


def test_that_a_stock_is_met_or_not_and_a_constant_is_told_as_one() -> None:
    homes = summary_row(line([0.5] * 13 + [1.0], 1.0, "plejehjem_laege"))
    assert (homes.variation, homes.assurance) == (Variation.STOCK, Assurance.MET)
    assert summary_row(line([0.5] * 14, 1.0, "plejehjem_laege")).assurance == Assurance.UNMET
    assert summary_row(line([1.0] * 14)).variation == Variation.CONSTANT


def test_that_a_rebase_splits_the_chart_at_its_quarter_only_inside_the_series() -> None:
    found = cells([*STEADY, *(share + 0.3 for share in STEADY)])
    middle = Rebase(dt.date(2023, 8, 15), "Ny arbejdsgang.")  # 2023K3 is the fifteenth quarter
    outside = Rebase(dt.date(2031, 1, 1), "Senere.")
    whole, split = series(found, []), series(found, [], [outside, middle])
    assert split.rebased == (middle,)
    assert [phase.first for phase in split.control.phases] == [0, 14]
    assert summary_row(split).variation == Variation.CHANCE
    assert len(whole.control.signals) > len(split.control.signals)


def test_that_a_target_may_change_over_time() -> None:
    targets = [Target("gop_komplet", 0.4, LONG_AGO), Target("gop_komplet", 0.6, dt.date(2020, 7, 1))]
    found = series(cells([0.5] * 4), targets)
    assert found.targets.tolist() == [0.4, 0.4, 0.6, 0.6]


def test_that_a_gap_between_quarters_stays_a_gap() -> None:
    found = line([0.5, None, None, 0.6])
    assert found.quarters == ("2020K1", "2020K2", "2020K3", "2020K4")
    assert np.isnan(found.shares[1:3]).all()
    assert found.control.kind == ChartKind.LINE
