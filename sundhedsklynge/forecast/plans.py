"""The hospitals' snapshots as arrays by stream and day.

A *stream* is (municipality, hospital, procedure); a *group* is (hospital, procedure). Streams are in order of group.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Indices, Snapshots
from sundhedsklynge.forecast.season import Calendar, tally

FRESH = 7  # days for which what is booked stands for what was done, where no later snapshot says
BACK = 28  # days back in which a cancelled operation may still be waiting for a new date
EVEN = 200.0  # operations' worth of working days being alike
UNTOLD = 2**30  # an operation of which nobody said when it was booked


@dataclass(frozen=True)
class Rows:
    """Operations in order of snapshot: stream, position on the axis, amount, entered (first position from which a
    snapshot could hold it, by booking date or by when its case key was first seen; UNTOLD). Those of snapshot k are
    `bounds[k]:bounds[k + 1]`.
    """

    bounds: Indices
    stream: Indices
    position: Indices
    amount: Floats
    entered: Indices

    def of(self, snapshots: Indices) -> Indices:
        """The rows of these snapshots."""
        spans = [np.arange(int(self.bounds[k]), int(self.bounds[k + 1])) for k in snapshots]
        return np.concatenate([np.zeros(0, np.int64), *spans])


@dataclass(frozen=True)
class Plans:
    """All snapshots on the day axis of a calendar. S streams, K snapshots, H hospitals.

    municipality, hospital, procedure, group: (S,), group is hospital x procedures + procedure. rows: operations still
    standing. extracted, last: (K,) positions. snapshots: for each hospital its snapshot numbers in order of time.
    cancelled: (K, S) operations each snapshot lists as cancelled. window: (H,) days ahead a snapshot reaches. speaker:
    (H, days) the snapshot with the last word on each day, -1 where there is none from after the day (or within FRESH
    days before it). performed: (S, days) operations as that word has them.
    """

    municipality: Indices
    hospital: Indices
    procedure: Indices
    group: Indices
    rows: Rows
    extracted: Indices
    last: Indices
    snapshots: tuple[Indices, ...]
    cancelled: Floats
    window: Indices
    speaker: Indices
    performed: Floats

    @property
    def known(self) -> Bools:
        """Whether it is known what each hospital did on each day (H, days)."""
        return self.speaker >= 0

    def booked(self, snapshots: int | Indices, first: int, end: int) -> Floats:
        """Operations per stream and day (S, end - first) in one snapshot, or in several hospitals' one each, days from
        position `first` to `end` (excluded).
        """
        mine = self.rows.of(np.atleast_1d(snapshots))
        day = self.rows.position[mine] - first
        use = (day >= 0) & (day < end - first)
        flat = self.rows.stream[mine][use] * (end - first) + day[use]
        size = len(self.group) * (end - first)
        return tally(flat, self.rows.amount[mine][use], size).reshape(len(self.group), end - first)

    def newest(self, hospital: int, at: int) -> int:
        """The hospital's newest snapshot extracted on or before position `at`, -1 if it has none."""
        numbers = self.snapshots[hospital]
        place = int(np.searchsorted(self.extracted[numbers], at, side="right"))
        return int(numbers[place - 1]) if place else -1


def read_plans(evidence: Evidence, calendar: Calendar) -> Plans:
    """Snapshots by stream and day; cancelled operations apart, weekly counts spread over the week's open days."""
    raw = evidence.snapshots
    n_p, n_h, n_k = len(evidence.procedures), len(evidence.hospitals), len(raw.extracted)
    hospital = raw.hospital[raw.snapshot].astype(np.int64) if n_k else np.zeros(0, np.int64)
    n_m = len(evidence.municipalities)
    code = (hospital * n_p + raw.procedure) * n_m + raw.municipality
    there = np.bincount(code, minlength=n_h * n_p * n_m) > 0
    streams = np.flatnonzero(there)
    stream = (np.cumsum(there) - 1)[code]
    group = streams // n_m
    extracted = raw.extracted.astype(np.int64) - calendar.start
    last = raw.last.astype(np.int64) - calendar.start
    numbers = tuple(np.flatnonzero(raw.hospital == h) for h in range(n_h))
    rows = _rows(raw, calendar, stream, extracted)
    speaker = _speaker(numbers, raw.first.astype(np.int64) - calendar.start, extracted, 7 * calendar.weeks)
    reach = last - extracted + 1
    gone = raw.cancelled & (raw.day - raw.extracted[raw.snapshot] >= -BACK) if n_k else raw.cancelled
    cancelled = tally(
        raw.snapshot[gone] * len(streams) + stream[gone], raw.count[gone].astype(np.float64), n_k * len(streams)
    )
    plans = Plans(
        streams % n_m,
        group // n_p,
        group % n_p,
        group,
        rows,
        extracted,
        last,
        numbers,
        cancelled.reshape(n_k, len(streams)),
        np.array([reach[k[-12:]].max() if len(k) else 0 for k in numbers], np.int64),
        speaker,
        np.zeros((len(streams), 7 * calendar.weeks)),
    )
    said = spoken_rows(plans)
    flat = rows.stream[said] * 7 * calendar.weeks + rows.position[said]
    plans.performed[:] = tally(flat, rows.amount[said], plans.performed.size).reshape(plans.performed.shape)
    return plans


def spoken_rows(plans: Plans) -> Indices:
    """The rows that have the last word on their day."""
    of = np.repeat(np.arange(len(plans.extracted)), np.diff(plans.rows.bounds))
    return np.flatnonzero(plans.speaker[plans.hospital[plans.rows.stream], plans.rows.position] == of)


def _rows(raw: Snapshots, calendar: Calendar, stream: Indices, extracted: Indices) -> Rows:
    position = raw.day.astype(np.int64) - calendar.start
    kept = np.flatnonzero(~raw.cancelled & (position >= 0) & (position < 7 * calendar.weeks))
    entered = np.where(raw.booked < 0, UNTOLD, raw.booked.astype(np.int64) - calendar.start + 1)
    if raw.case.any():
        entered = np.minimum(entered, _first_seen(raw, extracted))
    snapshot, stream, position, entered = (
        raw.snapshot[kept].astype(np.int64),
        stream[kept],
        position[kept],
        entered[kept],
    )
    amount, weekly = raw.count[kept].astype(np.float64), raw.weekly[kept]
    # Parts of weeks are not whole numbers: one order for their sums, whatever the order of the rows.
    if weekly.any() or (np.diff(snapshot) < 0).any():
        order = np.lexsort((entered, amount, position, stream, snapshot))
        snapshot, stream, position, entered = snapshot[order], stream[order], position[order], entered[order]
        amount, weekly = amount[order], weekly[order]
    if weekly.any():
        days = _weekdays(calendar, position[~weekly], amount[~weekly])[position // 7]
        days[~weekly] = np.arange(7) == (position[~weekly] % 7)[:, None]
        row, weekday = np.nonzero(days)
        amount = (amount[:, None] * days)[row, weekday]
        snapshot, stream, entered, position = snapshot[row], stream[row], entered[row], position[row] // 7 * 7 + weekday
    return Rows(np.searchsorted(snapshot, np.arange(len(extracted) + 1)), stream, position, amount, entered)


def _weekdays(calendar: Calendar, position: Indices, amount: Floats) -> Floats:
    """Shares of a week's operations on its open days (weeks, 7), as hospitals that give days have them."""
    told = tally(calendar.kind[position], amount, 7)[:5]
    share = (told + EVEN / 5.0) / (told.sum() + EVEN)
    is_open = (calendar.kind < 5).reshape(-1, 7)
    is_open[~is_open.any(1), :5] = True
    out = is_open * np.append(share, [0.0, 0.0])
    return out / out.sum(1, keepdims=True)


def _first_seen(raw: Snapshots, extracted: Indices) -> Indices:
    """Position of the first snapshot that held each row's case; UNTOLD without a key. A key holds within one hospital."""
    hospital = raw.hospital[raw.snapshot].astype(np.int64)
    _, case = np.unique(raw.case, return_inverse=True)
    _, case = np.unique(case * (int(hospital.max()) + 1) + hospital, return_inverse=True)
    first = np.full(int(case.max()) + 1, UNTOLD)
    np.minimum.at(first, case, extracted[raw.snapshot])
    return np.where(raw.case == 0, UNTOLD, first[case])


def _speaker(numbers: tuple[Indices, ...], first: Indices, extracted: Indices, days: int) -> Indices:
    speaker = np.full((len(numbers), days), -1, np.int64)
    for h, own in enumerate(numbers):
        for k in own:
            speaker[h, max(int(first[k]), 0) : max(int(extracted[k]) + FRESH, 0)] = k
        if len(own):
            speaker[h, max(int(extracted[own[-1]]), 0) :] = -1
    return speaker
