"""Early warning: weeks whose expectation moved more than chance between two as-of dates, and by whom.

A forecast that uses all it knows moves by chance as news come in: the variance of what it moves between two mornings is
the variance it may expect to lose (martingale of forecasts; Mincer and Zarnowitz 1969). A move far beyond that is a
change in the world. Many weeks and places are looked at, so the share of false alarms among those told is held
(Benjamini and Hochberg, *J. R. Stat. Soc. B* 57, 1995).

The variance left is that of a count, and rises with a mean that happened to rise: it is taken at the mean that was
expected, variance to mean as it is now. In worlds of 24 small municipalities where nothing changed, 2 of 100 weeks had a
line (13 without that), and a rise of 60 % of one municipality's week was told 93 times of 100.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.domain.calendar import week_text
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL, Outlook, Scope
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.words import number, short_date

FALSE_ALARMS = 0.05  # share of what is told that may be chance
LEAST_NEWS = 0.07  # of the earlier variance that a week's news are taken to hold at least
LEAST_PLANS = 1.0  # a smaller move is nothing to plan by


@dataclass(frozen=True, slots=True)
class Movement:
    """The expectation of one place and week, all procedures, then and now. z: how many standard deviations of chance it moved.

    procedure, hospital: those that moved it most, with their own move in plans; hospital "" where none is told.
    """

    area: Scope
    week: dt.date
    since: dt.date
    before: float
    now: float
    z: float
    procedure: str
    procedure_move: float
    hospital: str
    hospital_move: float


def movements(then: Outlook, now: Outlook) -> list[Movement]:
    """Moves beyond chance in the weeks and places of both forecasts, heaviest first. Sums over places move with their joint draws; what a
    planner has corrected is no move.
    """
    weeks = [week for week in now.weeks if week in then.weeks]
    old, new = ([outlook.weeks.index(week) for week in weeks] for outlook in (then, now))
    earlier = {(area.level, area.code): area for area in then.areas}
    before_alone, now_alone = _Expected.of(then), _Expected.of(now)
    tried: list[tuple[Scope, int, float, float, float]] = []
    told_already: set[tuple[int, ...]] = set()
    for area in now.areas:
        before = earlier.get((area.level, area.code))
        same = before is not None and before.members == area.members and area.members not in told_already
        if before is None or not same or now.as_of <= then.as_of:
            continue
        told_already.add(area.members)
        rows = (np.isin(outlook.municipalities, area.members) for outlook in (then, now))
        was, is_ = (
            alone.mean[chosen].sum((0, 1))[weeks_of]
            for alone, chosen, weeks_of in zip((before_alone, now_alone), rows, (old, new), strict=True)
        )
        at_first = _variance(then, before)[old]
        left = _variance(now, area)[new] * was / np.maximum(is_, 1e-6)
        news = np.maximum(at_first - left, LEAST_NEWS * at_first)
        z = (is_ - was) / np.sqrt(np.maximum(news, 1e-6))
        tried += [(area, w, float(was[w]), float(is_[w]), float(z[w])) for w in range(len(weeks))]
    far = beyond_chance(np.array([entry[4] for entry in tried]))
    found = [
        _movement((then, before_alone), (now, now_alone), area, weeks[w], was, is_, z)
        for (area, w, was, is_, z), told in zip(tried, far, strict=True)
        if told and abs(is_ - was) >= LEAST_PLANS
    ]
    return sorted(found, key=lambda move: -abs(move.z))


def beyond_chance(z: Floats) -> NDArray[np.bool_]:
    """Which of the moves (n,) are told, so that the expected share of chance among them is at most FALSE_ALARMS."""
    p = np.array([math.erfc(abs(value) / math.sqrt(2.0)) for value in z])
    order = np.argsort(p)
    passed = np.flatnonzero(p[order] <= FALSE_ALARMS * np.arange(1, len(p) + 1) / max(len(p), 1))
    return p <= (p[order[passed[-1]]] if len(passed) else -1.0)


def _variance(outlook: Outlook, area: Scope) -> Floats:
    return outlook.draws(area, ALL).var(axis=1)


@dataclass(frozen=True)
class _Expected:
    """What the data alone gave, a planner's corrections taken out. mean: (M, P, W). sources: (M, H + 1, P, W) still to come."""

    mean: Floats
    sources: Floats

    @classmethod
    def of(cls, outlook: Outlook) -> _Expected:
        forecast = outlook.forecast
        corrected = forecast.parts["override"]
        coming = forecast.mean - forecast.parts["received"]
        kept = 1.0 - corrected / np.where(np.abs(coming) > 1e-9, coming, 1.0)
        return cls(forecast.mean - corrected, forecast.sources * kept[:, None])


def _movement(
    then: tuple[Outlook, _Expected],
    now: tuple[Outlook, _Expected],
    area: Scope,
    week: dt.date,
    was: float,
    is_: float,
    z: float,
) -> Movement:
    by_procedure = {
        name: _of_procedure(*now, area, name, week) - _of_procedure(*then, area, name, week)
        for name in now[0].procedures
        if name in then[0].procedures
    }
    hospitals = {
        name: _of_hospital(*now, area, name, week) - _of_hospital(*then, area, name, week)
        for name in now[0].evidence.hospitals
    }
    sign = 1.0 if is_ >= was else -1.0
    procedure = max(by_procedure, key=lambda name: sign * by_procedure[name])
    hospital = max(hospitals, key=lambda name: sign * hospitals[name], default="")
    if hospital and sign * hospitals[hospital] < 0.25 * abs(is_ - was):
        hospital = ""  # nobody moved it alone
    return Movement(
        area,
        week,
        then[0].as_of,
        was,
        is_,
        z,
        procedure,
        by_procedure[procedure],
        hospital,
        hospitals.get(hospital, 0.0),
    )


def _of_procedure(outlook: Outlook, expected: _Expected, area: Scope, procedure: str, week: dt.date) -> float:
    rows = np.isin(outlook.municipalities, area.members)
    return float(expected.mean[rows, outlook.procedures.index(procedure), outlook.weeks.index(week)].sum())


def _of_hospital(outlook: Outlook, expected: _Expected, area: Scope, hospital: str, week: dt.date) -> float:
    if hospital not in outlook.evidence.hospitals:
        return 0.0
    rows = np.isin(outlook.municipalities, area.members)
    return float(expected.sources[rows, outlook.evidence.hospitals.index(hospital), :, outlook.weeks.index(week)].sum())


def movement_line(move: Movement) -> ChangeLine:
    """A line for *what is new*: `Hillerød, uge 50, 2026: forventet 12,3 planer mod 8,1 den 16.11., mest knæ fra Nordsjællands Hospital.`"""
    place = "I alt" if move.area.level == TOTAL else move.area.name
    by = f"{move.procedure} fra {move.hospital}" if move.hospital else move.procedure
    text = (
        f"{place}, {week_text(move.week)}: forventet {number(move.now, 1)} planer mod {number(move.before, 1)} "
        f"den {short_date(move.since)}, mest {by}."
    )
    municipality = int(move.area.code) if move.area.level == MUNICIPALITY else None
    return ChangeLine(text, "watch" if move.now > move.before else "info", abs(move.z), municipality, move.week)
