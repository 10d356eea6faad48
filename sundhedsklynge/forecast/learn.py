"""All that is learnt from one evidence, before any week ahead is looked at."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.bookings import NetForm, Usual, fit_net_form, usual_operations
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Indices
from sundhedsklynge.forecast.lag import Base, Cells, Lag, fit_lag, read_cells
from sundhedsklynge.forecast.plans import Plans, read_plans
from sundhedsklynge.forecast.season import Calendar, Season, day_profile, fit_season, make_calendar, tally, weekly_sums


@dataclass(frozen=True)
class Learnt:
    """evidence on the day axis of `calendar`. received: (M, P, days) plans by day of receipt. seen: (M, days) whether
    they are known; cut: (M,) first position from which on they are not. The rest is what was fitted.
    """

    evidence: Evidence
    calendar: Calendar
    received: Floats
    seen: Bools
    cut: Indices
    plans: Plans
    cells: Cells
    usual: Usual
    net: NetForm
    lag: Lag
    base: Base

    @property
    def origin(self) -> int:
        """Position of the as-of day."""
        return self.calendar.index(self.evidence.as_of)


def learn(evidence: Evidence, weeks: int) -> Learnt:
    """Season, levels, bookings, share, lag and base, on an axis that ends `weeks` weeks ahead."""
    r = evidence.receipts
    told = [r.received, evidence.snapshots.day[evidence.snapshots.day > 0], np.array([evidence.as_of])]
    first = min(int(days.min()) for days in told if len(days))
    calendar = make_calendar(first, evidence.as_of - (evidence.as_of + 3) % 7 + 7 * weeks)
    days, n_p = 7 * calendar.weeks, len(evidence.procedures)
    received = receipts_by_day(evidence, calendar)
    origin = calendar.index(evidence.as_of)
    seen = known_days(evidence, calendar)
    cut = np.where(seen.any(1), days - seen[:, ::-1].argmax(1), origin // 7 * 7)
    now = origin // 7
    prior = _history(received, seen, calendar, now)
    plans, cells = read_plans(evidence, calendar), read_cells(evidence, calendar)
    usual = usual_operations(plans, calendar, now, prior, n_p)
    net = fit_net_form(plans, usual, n_p)
    lag, base = fit_lag(evidence, calendar, plans, cells, seen, cut, prior)
    return Learnt(evidence, calendar, received, seen, cut, plans, cells, usual, net, lag, base)


def receipts_by_day(evidence: Evidence, calendar: Calendar) -> Floats:
    """Plans received (M, P, days) on the axis."""
    r, days = evidence.receipts, 7 * calendar.weeks
    shape = (len(evidence.municipalities), len(evidence.procedures), days)
    day = r.received.astype(np.int64) - calendar.start
    inside = (day >= 0) & (day < days)
    flat = (r.municipality.astype(np.int64) * shape[1] + r.procedure) * days + day
    return tally(flat[inside], r.count[inside].astype(np.float64), shape[0] * shape[1] * days).reshape(shape)


def known_days(evidence: Evidence, calendar: Calendar) -> Bools:
    """Whether receipts are known, by municipality and day on the axis (M, days)."""
    seen = np.zeros((len(evidence.municipalities), 7 * calendar.weeks), bool)
    start = evidence.first_day - calendar.start
    lo, hi = max(start, 0), min(start + evidence.observed.shape[1], calendar.index(evidence.as_of), seen.shape[1])
    if lo < hi:
        seen[:, lo:hi] = evidence.observed[:, lo - start : hi - start]
    return seen


def _history(received: Floats, seen: Bools, calendar: Calendar, now: int) -> Season:
    """Season of all plans received, from which those of operations and base start; it reaches back before the first
    surgery plan.
    """
    daily = received.sum(1) * seen
    rate = daily.sum(1) / np.maximum(seen.sum(1), 1)
    expected, total = rate @ seen, daily.sum(0)
    profile = day_profile(total[None], calendar, expected[None] / max(float(expected.max(initial=0.0)), 1e-9), 50.0)[0]
    by_kind = expected * profile[calendar.kind] * 7.0
    return fit_season(
        weekly_sums(total[None]), weekly_sums(by_kind[None]), calendar, now, Season.flat(1, calendar.weeks)
    )
