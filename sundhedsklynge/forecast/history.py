"""What has been received, week by week; a week that is not fully known is missing, never zero."""

from __future__ import annotations

import numpy as np

from sundhedsklynge.forecast.evidence import Evidence, Floats, Ints


def received_per_week(known: Evidence) -> tuple[Ints, Floats]:
    """Plans received per week before the week of the as-of: Mondays (W,), counts (M, P, W); NaN where a day of the week is missing."""
    first = known.first_day - (known.first_day + 3) % 7
    weeks = np.arange(first, known.as_of - (known.as_of + 3) % 7, 7, dtype=np.int32)
    counts = np.zeros((len(known.municipalities), len(known.procedures), len(weeks)))
    heard = known.receipts
    inside = heard.received < first + 7 * len(weeks)
    cell = (heard.municipality * counts.shape[1] + heard.procedure) * len(weeks) + (heard.received - first) // 7
    counts += np.bincount(cell[inside], heard.count[inside], counts.size).reshape(counts.shape)
    days = np.zeros((len(known.municipalities), 7 * len(weeks)), dtype=bool)
    lead = known.first_day - first
    held = max(0, days.shape[1] - lead)
    days[:, lead : lead + known.observed.shape[1]] = known.observed[:, :held]
    whole = np.asarray(days.reshape(len(days), len(weeks), 7).all(axis=2))
    return weeks, np.where(whole[:, None, :], counts, np.nan)
