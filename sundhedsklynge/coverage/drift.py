"""Watch for earlier discharge: do more citizens need the hospital again within 72 hours than a year ago?

The files tell nothing of length of stay; contacts and readmissions among the covered are what would move if it fell. The last four quarters
are set against the four before, so that the seasons are the same, by a test of two Poisson rates (square roots; Huffman 1984, Appl.
Statist. 33).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from sundhedsklynge.coverage.indicators import next_quarter, quarters_between

YEAR = 4  # quarters
CLEAR = 2.576  # standard deviations: 1 % two-sided, for there are several hospitals and figures to look at
_FIGURES = {
    "contacts": ("Kontakter inden for 72 timer", "covered", "omfattede"),
    "readmissions": ("Genindlæggelser inden for 72 timer", "covered", "omfattede"),
}


@dataclass(frozen=True, slots=True)
class Drift:
    """A hospital's figure over four quarters against the four before. before, after: per `of` (0.2 is 20 per 100); z: standard deviations;
    drifting: a clear rise."""

    hospital: str
    figure: str
    of: str
    quarters: tuple[str, str]
    before: float
    after: float
    z: float
    drifting: bool
    sentence: str


def drifts(rows: pd.DataFrame, municipalities: Iterable[int] | None = None) -> list[Drift]:
    """Every hospital and figure with eight quarters of data, clear rises first, then by z.

    rows: `treatment72` rows that speak, -1 not said; municipalities: only these (None: all). Only municipalities that told the figure in
    all eight quarters count, so that a new one cannot look like a rise.
    """
    table = rows if municipalities is None else rows[rows["municipality"].isin(set(municipalities))]
    if table.empty:
        return []
    last = str(table["quarter"].max())
    quarters = quarters_between(next_quarter(last, 1 - 2 * YEAR), last)
    found: list[Drift] = []
    for name, (label, base, of) in _FIGURES.items():
        told = table[(table[name] >= 0) & table["quarter"].isin(quarters)]
        steady = told.groupby(["hospital", "municipality"])["quarter"].transform("nunique") == len(quarters)
        for hospital, own in told[steady].groupby("hospital"):
            early = own["quarter"] < quarters[YEAR]
            events, size = (own.groupby(early)[column].sum() for column in (name, base))
            if size.min() > 0:
                found.append(
                    _drift(
                        str(hospital),
                        label,
                        of,
                        (quarters[0], last),
                        events[True],
                        size[True],
                        events[False],
                        size[False],
                    )
                )
    return sorted(found, key=lambda d: (not d.drifting, -d.z))


def _drift(
    hospital: str, label: str, of: str, quarters: tuple[str, str], was: int, was_of: int, now: int, now_of: int
) -> Drift:
    ratio = now_of / was_of
    z = 2 * (math.sqrt(now + 0.375) - math.sqrt(ratio * (was + 0.375))) / math.sqrt(1 + ratio)
    before, after = was / was_of, now / now_of
    drifting = z > CLEAR
    moved = "er steget" if drifting else "er faldet" if z < -CLEAR else "er ikke klart ændret"
    levels = " til ".join(f"{100 * rate:.1f}".replace(".", ",") for rate in (before, after))
    sentence = (
        f"{hospital}: {label.lower()} {moved}, fra {levels} pr. 100 {of} (de sidste fire kvartaler mod de fire før)."
    )
    return Drift(hospital, label, of, quarters, before, after, z, drifting, sentence)
