"""What meetings have been shown, so that the next one does not give back by subtraction what they hid.

A meeting leaves its data date in the log. The bookings of a week are shown for twelve weeks before it, and a quarter's shares until the
next quarter is told: both may stand in several meetings, and are masked in the light of the earlier ones, oldest first. Whatever was shown
is worked out again from the log and the data known then; nothing of it is stored. Who waits is another count each morning, and not tied.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.coverage.indicators import HOSPITAL, INDICATORS, last_day
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.domain.calendar import monday, week_code
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.export.masked_rows import Shown, WeekCounts, shown_weeks
from sundhedsklynge.forecast.outlook import TOTAL, Scope
from sundhedsklynge.store import notes
from sundhedsklynge.workspace.meeting_masking import Share, ShownShares, masked_shares

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

WEEKS = 12
SAME_PERSONS = (  # indicators that are held against the same persons
    ("behandling72_daekning", "behandling72_kontakter", "behandling72_genindlaeggelser"),
    ("gop_komplet", "gop_sendt_sent"),
)
_HEAVY = ("evidence", "forecast", "caseload", "basis", "risk_table", "risk", "waiting")


def let_go(workspace: Workspace, day: dt.date) -> None:
    """Drops the draws of a past morning, which are large; what was made of them is not."""
    if day != workspace.default_as_of():
        workspace.forget(lambda key: not (isinstance(key, tuple) and key[0] in _HEAVY and key[1] == day))


def mask_limit(workspace: Workspace, day: dt.date) -> int:
    """The least count of persons that is shown."""
    return workspace.settings().get("smaatal.graense", day)


def meeting_days(workspace: Workspace, before: dt.date) -> tuple[dt.date, ...]:
    """The data dates of decisions and notes before that one, oldest first."""
    dates = {note.data_date for note in notes.notes(workspace.database) if note.data_date is not None}
    return tuple(sorted(day for day in dates if day < before))


def shown_bookings(workspace: Workspace, day: dt.date) -> Shown:
    """What may be shown of the bookings of the twelve weeks from `day`. Raises NothingToComputeError."""
    earlier = earlier_bookings(workspace, day)
    dates = meeting_days(workspace, day)

    def compute() -> Shown:
        areas, weeks = _booked(workspace, day)
        return shown_weeks(weeks, areas, mask_limit(workspace, day), earlier)

    return workspace.keep(("meeting", "bookings", day, dates), compute)


def earlier_bookings(workspace: Workspace, day: dt.date) -> tuple[Shown, ...]:
    """What earlier meetings saw of the bookings of the weeks from `day` on, oldest first."""
    first = monday(day)
    dates = [then for then in meeting_days(workspace, day) if monday(then) > first - dt.timedelta(weeks=WEEKS)]

    def compute() -> tuple[Shown, ...]:
        found: list[Shown] = []
        for then in dates:
            try:
                areas, weeks = _booked(workspace, then)
            except NothingToComputeError:
                continue
            ahead = {week: counts for week, counts in weeks.items() if week >= week_code(first)}
            found.append(shown_weeks(ahead, areas, mask_limit(workspace, then), found))
        return tuple(found)

    return workspace.keep(("meeting", "earlier bookings", day, tuple(dates)), compute)


def _booked(workspace: Workspace, day: dt.date) -> tuple[tuple[Scope, ...], Mapping[str, WeekCounts]]:
    """The areas of a morning, and the bookings by week, municipality and procedure."""

    def compute() -> tuple[tuple[Scope, ...], Mapping[str, WeekCounts]]:
        outlook = workspace.forecast(day, WEEKS)
        booked = outlook.forecast.booked  # (M, P, W)
        weeks = {
            week_code(week): {
                (outlook.municipalities[m], outlook.procedures[p]): round(float(booked[m, p, w]))
                for m, p in np.argwhere(~np.isnan(booked[:, :, w])).tolist()
            }
            for w, week in enumerate(outlook.weeks)
        }
        let_go(workspace, day)
        return tuple(outlook.areas), weeks

    return workspace.keep(("meeting", "booked", day), compute)


def shown_quarter(workspace: Workspace, quarter: str, day: dt.date) -> dict[str, tuple[ShownShares, int]]:
    """By indicator that counts persons, what may be shown of it in the quarter on `day`, and its place there."""
    dates = tuple(then for then in meeting_days(workspace, day) if then > last_day(quarter))

    def compute() -> dict[str, tuple[ShownShares, int]]:
        found: dict[str, tuple[ShownShares, int]] = {}
        for family in SAME_PERSONS:
            seen: list[ShownShares] = []
            for then in (*dates, day):
                shares, areas = _shares(workspace, family, quarter, then)
                if areas:
                    seen.append(masked_shares(shares, areas, mask_limit(workspace, then), seen))
            found |= {indicator: (seen[-1], place) for place, indicator in enumerate(family) if seen}
        return found

    return workspace.keep(("meeting", "quarter", quarter, day, dates), compute)


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
