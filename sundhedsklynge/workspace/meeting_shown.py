"""What meetings have been shown, so that the next one does not give back by subtraction what they hid.

A meeting leaves its data date in the log. The bookings of a week are shown for twelve weeks before it, and a quarter's shares until the
next quarter is told: both may stand in several meetings, and are masked in the light of those shown before, whether their data are older or
newer. Whatever was shown is worked out again from the log and the data known then; nothing of it is stored. Who waits is another count each
morning, and not tied.

What the log does not hold is not known: a meeting without a note or decision, one whose only note was removed, and the first of two
showings of one data date with an import between them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from sundhedsklynge.coverage.indicators import HOSPITAL, INDICATORS, last_day
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.domain.calendar import monday, week_code
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.progress import Cancelled, never
from sundhedsklynge.export.masked_rows import Shown, WeekCounts, shown_weeks
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.forecast.outlook import TOTAL, Scope
from sundhedsklynge.store import notes
from sundhedsklynge.workspace.meeting_masking import Share, ShownShares, masked_shares

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

Booked = tuple[tuple[Scope, ...], Mapping[str, WeekCounts]]
Showing = TypeVar("Showing")

SAME_PERSONS = (  # indicators that are held against the same persons
    ("behandling72_daekning", "behandling72_kontakter", "behandling72_genindlaeggelser"),
    ("gop_komplet", "gop_sendt_sent"),
)
_HEAVY = ("evidence", "forecast", "caseload", "basis", "risk_table", "risk", "waiting")


def let_go(workspace: Workspace, then: dt.date, looked_at: dt.date) -> None:
    """Drops the draws of another morning than the one looked at, which are large; what was made of them is not."""
    if then not in (looked_at, workspace.default_as_of()):
        workspace.forget(lambda key: not (isinstance(key, tuple) and key[0] in _HEAVY and key[1] == then))


def mask_limit(workspace: Workspace, day: dt.date) -> int:
    """The least count of persons that is shown."""
    return workspace.settings().get("smaatal.graense", day)


def shown_before(workspace: Workspace, day: dt.date) -> tuple[dt.date, ...]:
    """The data dates that meetings have been shown before they are shown `day`, in the order of the log. Where `day` is not in the log it
    comes after all that are, newer ones too."""
    log = reversed(notes.notes(workspace.database))
    dates = tuple(dict.fromkeys(note.data_date for note in log if note.data_date is not None))
    return dates[: dates.index(day)] if day in dates else dates


def shown_bookings(workspace: Workspace, day: dt.date, cancelled: Cancelled = never) -> Shown:
    """What may be shown of the bookings of the twelve weeks from `day`. Raises NothingToComputeError, CancelledError."""
    booked = {day: _booked(workspace, day, cancelled)}
    for then in shown_before(workspace, day):
        if abs(monday(then) - monday(day)) < dt.timedelta(weeks=WEEKS_AHEAD):
            try:
                booked[then] = _booked(workspace, then, cancelled)
            except NothingToComputeError:
                continue
            let_go(workspace, then, day)
    before = tuple(booked)[1:]
    areas, weeks = booked[day]
    parts = [_shown_week(workspace, week, booked, day, before, cancelled) for week in weeks]
    return Shown(areas, weeks, frozenset(key for part in parts for key in part.hidden))


def _shown_week(
    workspace: Workspace,
    week: str,
    booked: Mapping[dt.date, Booked],
    day: dt.date,
    before: tuple[dt.date, ...],
    cancelled: Cancelled,
) -> Shown:
    """One week of a showing, which stays as it was: it rests on those `before` it alone, in the order they were shown."""
    tied = tuple(then for then in before if week in booked[then][1])

    def compute() -> Shown:
        areas, weeks = booked[day]
        others = {then: _shown_week(workspace, week, booked, then, tied[:i], cancelled) for i, then in enumerate(tied)}
        return shown_weeks({week: weeks[week]}, areas, mask_limit(workspace, day), *_around(others, day), cancelled)

    return workspace.keep(("meeting", "week", week, day, tied), compute)


def _around(showings: Mapping[dt.date, Showing], day: dt.date) -> tuple[list[Showing], list[Showing]]:
    """Those of data before and after the day, each oldest first."""
    dates = sorted(showings)
    return [showings[then] for then in dates if then < day], [showings[then] for then in dates if then > day]


def _booked(workspace: Workspace, day: dt.date, cancelled: Cancelled) -> Booked:
    """The areas of a morning, and the bookings by week, municipality and procedure."""

    def compute() -> Booked:
        outlook = workspace.forecast(day, WEEKS_AHEAD, cancelled=cancelled)
        booked = outlook.forecast.booked  # (M, P, W)
        weeks = {
            week_code(week): {
                (outlook.municipalities[m], outlook.procedures[p]): round(float(booked[m, p, w]))
                for m, p in np.argwhere(~np.isnan(booked[:, :, w])).tolist()
            }
            for w, week in enumerate(outlook.weeks)
        }
        return tuple(outlook.areas), weeks

    return workspace.keep(("meeting", "booked", day), compute)


def shown_quarter(
    workspace: Workspace, quarter: str, day: dt.date, cancelled: Cancelled = never
) -> dict[str, tuple[ShownShares, int]]:
    """By indicator that counts persons, what may be shown of it in the quarter on `day`, and its place there. Raises CancelledError."""
    before = tuple(then for then in shown_before(workspace, day) if then > last_day(quarter))
    found: dict[str, tuple[ShownShares, int]] = {}
    for family in SAME_PERSONS:
        shown = _shown_shares(workspace, family, quarter, day, before, cancelled)
        if shown is not None:
            found |= {indicator: (shown, place) for place, indicator in enumerate(family)}
    return found


def _shown_shares(
    workspace: Workspace,
    family: tuple[str, ...],
    quarter: str,
    day: dt.date,
    before: tuple[dt.date, ...],
    cancelled: Cancelled,
) -> ShownShares | None:
    """One showing of shares, which stays as it was, as with `_shown_week`; None where nothing is known yet."""

    def compute() -> ShownShares | None:
        shares, areas = _shares(workspace, family, quarter, day)
        if not areas:
            return None
        told = {
            then: _shown_shares(workspace, family, quarter, then, before[:i], cancelled)
            for i, then in enumerate(before)
        }
        others = {then: shown for then, shown in told.items() if shown is not None}
        return masked_shares(shares, areas, mask_limit(workspace, day), *_around(others, day), cancelled)

    return workspace.keep(("meeting", "shares", family, quarter, day, before), compute)


def _shares(workspace: Workspace, family: Sequence[str], quarter: str, day: dt.date) -> tuple[list[Share], list[Scope]]:
    """The shares of a quarter by municipality, and the areas that sum them; no area where nothing is known yet."""
    room = workspace.quarterly
    try:
        areas = [
            Scope(place.level, place.code, place.name, place.members)
            for place in room.places(day)
            if place.level != HOSPITAL
        ]
    except NothingToComputeError:
        return [], []
    shares: list[Share] = []
    for indicator in family:
        lines = room.municipalities(indicator, TOTAL, TOTAL, quarter, day)
        counts = {int(place.code): (cell.numerator, cell.denominator) for place, cell in lines if cell is not None}
        shares.append(Share(counts, INDICATORS[indicator].measure is not Measure.RATE))
    return shares, areas if any(share.counts for share in shares) else []
