"""From operation to plan: the share that gives a plan, the days it takes, and the base stream no surgery plan shows.

Plans of a cell (municipality, hospital, procedure) are Poisson with rate

    rate(d) = sum_k theta[hospital, procedure, k] * operations(d - k) + base(d)

by day of discharge d (of receipt where no discharge is told); theta is the share q times the pmf of nights in hospital.
It is fitted by expectation-maximisation: each plan is divided between the operations and the base that may have given
it (Shepp and Vardi, *IEEE Trans. Med. Imaging* 1, 1982), with gamma priors that draw each hospital to its procedure's
pool. Discharge to receipt is a pmf by hospital and weekday; of those due on a public holiday a share waits for the next
open day.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from sundhedsklynge.forecast.bookings import tiered_level
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Indices
from sundhedsklynge.forecast.plans import Plans
from sundhedsklynge.forecast.season import Calendar, Season, day_profile, fit_season, tally, weekly_sums

NIGHTS = 15  # operation to discharge, 0-14 days
LONG = 4  # nights from which on stays are long
DELAYS = 22  # discharge to receipt, 0-21 days
REACH = NIGHTS + DELAYS - 1
ROUNDS = 9  # of EM; the base is fitted anew after every third
FRESH = 7  # days before the newest receipt whose discharges are too fresh to count
ENOUGH = 28  # days of plans against known operations, from which on a hospital's share is learnt
# Before any plan was seen: three of four operations give one, most after a night or two.
START = 0.75 * 0.6 ** np.arange(NIGHTS) / (0.6 ** np.arange(NIGHTS)).sum()


@dataclass(frozen=True)
class Cells:
    """Plans received, by cell and day. C cells of (municipality, hospital, procedure); hospital H is "not said".

    municipality, hospital, procedure: (C,). cell, anchor, received, count: (R,) groups of equal plans, sorted by
    receipt so that any past day's knowledge is a prefix; anchor is the position of the discharge (of the receipt where
    unknown).
    """

    municipality: Indices
    hospital: Indices
    procedure: Indices
    cell: Indices
    anchor: Indices
    received: Indices
    count: Floats


def read_cells(evidence: Evidence, calendar: Calendar) -> Cells:
    """Groups of equal plans on the day axis."""
    r = evidence.receipts
    n_p, n_h, days = len(evidence.procedures), len(evidence.hospitals), 7 * calendar.weeks
    hospital = np.where(r.hospital < 0, n_h, r.hospital).astype(np.int64)
    code = (r.municipality.astype(np.int64) * (n_h + 1) + hospital) * n_p + r.procedure
    received = r.received.astype(np.int64) - calendar.start
    delay = r.received.astype(np.int64) - r.discharged
    told = (r.discharged >= 0) & (delay >= 0) & (delay < DELAYS)
    delay = np.where(told & (delay <= received), delay, 0)
    codes, cell = np.unique(code, return_inverse=True)
    key, group = np.unique((received * max(len(codes), 1) + cell) * DELAYS + delay, return_inverse=True)
    count = tally(group, r.count.astype(np.float64), len(key))
    received, cell, delay = key // DELAYS // max(len(codes), 1), key // DELAYS % max(len(codes), 1), key % DELAYS
    inside = (received >= 0) & (received < days)
    place = codes // n_p
    return Cells(
        place // (n_h + 1),
        place % (n_h + 1),
        codes % n_p,
        cell[inside],
        (received - delay)[inside],
        received[inside],
        count[inside],
    )


@dataclass(frozen=True)
class Lag:
    """theta: (H * P, NIGHTS) plans per operation by nights; late: (H + 1, 7, DELAYS) pmf of discharge to receipt by
    weekday of discharge.

    kernel: (H * P, 7, REACH) plans per operation by weekday of operation and days from operation to receipt. waits: (H +
    1,) share of the plans due on a public holiday that come on the next open day instead. pair, stream: (J,) plan
    groups and the streams they may come from, used: (J, NIGHTS) plans ascribed to operations of that stream that many
    nights earlier.
    """

    theta: Floats
    late: Floats
    kernel: Floats
    waits: Floats
    pair: Indices
    stream: Indices
    used: Floats

    @cached_property
    def from_operation(self) -> Floats:
        """`kernel` cumulated: received before each day since the operation (H * P, 7, REACH + 1)."""
        return _cumulated(self.kernel)

    @cached_property
    def from_discharge(self) -> Floats:
        """`late` cumulated likewise (H + 1, 7, REACH + 1)."""
        return _cumulated(self.late)


def _cumulated(pmf: Floats) -> Floats:
    out = np.zeros((*pmf.shape[:2], REACH + 1))
    out[:, :, 1 : pmf.shape[2] + 1] = np.cumsum(pmf, axis=2)
    out[:, :, pmf.shape[2] + 1 :] = out[:, :, pmf.shape[2], None]
    return out


@dataclass(frozen=True)
class Base:
    """The base stream. level: (C, weeks + 1) plans in an ordinary week, known before each week; rhythm, plain: (P,
    days) factor of each day with and without holidays. season: how well the factors are known.
    """

    level: Floats
    rhythm: Floats
    plain: Floats
    season: Season


def fit_lag(
    evidence: Evidence, calendar: Calendar, plans: Plans, cells: Cells, seen: Bools, cut: Indices, prior: Season
) -> tuple[Lag, Base]:
    """Shares, nights and base by EM.

    seen: (M, days) whether receipts of the municipality are known on the day; cut: (M,) first position from which on
    they are not. prior: the season the base starts from.
    """
    n_p, n_h, days = len(evidence.procedures), len(evidence.hospitals), 7 * calendar.weeks
    now = calendar.index(evidence.as_of)
    shares = _sharing(plans, seen)
    explained = _explained(shares, cells, seen)
    late = delay_pmf(cells, n_h, seen.argmax(1), cut)
    groups, recency = plans.group, 0.5 ** ((now - np.arange(days)) / 7.0 / 52.0)
    pair, stream = _candidates(plans, shares, cells, n_h)
    bounds = np.searchsorted(groups[stream], np.arange(n_h * n_p + 1))
    spans = [(g, slice(bounds[g], bounds[g + 1])) for g in range(n_h * n_p) if bounds[g] < bounds[g + 1]]
    source = cells.anchor[pair][:, None] - np.arange(NIGHTS)
    covered = explained[cells.cell, cells.anchor]
    operations = plans.performed[stream[:, None], np.maximum(source, 0)] * ((source >= 0) & covered[pair][:, None])
    settled = cells.anchor < cut[cells.municipality[cells.cell]] - FRESH
    weight = (cells.count * recency[cells.anchor] * settled)[pair]
    open_days = seen & (np.arange(days) < cut[:, None] - FRESH)
    exposed = (shares[plans.hospital] & open_days[plans.municipality]) * recency
    size = np.zeros((n_h * n_p, NIGHTS))
    for k in range(min(NIGHTS, days)):
        reached = np.einsum("sd,sd->s", plans.performed[:, : days - k], exposed[:, k:])
        size[:, k] = tally(groups, reached, n_h * n_p)
    age = np.clip(cut[cells.municipality][:, None] - 1 - np.arange(days), 0, DELAYS - 1)
    arrived = explained * np.cumsum(late, axis=2)[cells.hospital[:, None], np.arange(days) % 7, age]
    theta = np.tile(START, (n_h * n_p, 1))
    rate = tally(cells.cell, cells.count, len(cells.municipality)) / np.maximum(
        seen.sum(1)[cells.municipality] / 7.0, 1.0
    )
    even = np.full((n_p, days), 1.0 / 7.0)
    base = Base(np.tile(_first_base(plans, cells, shares, rate)[:, None], (1, calendar.weeks + 1)), even, even, prior)
    total = np.ones(len(cells.count))
    weigh = cells.count * recency[cells.anchor] * settled * covered
    told = np.append(shares.any(1), shares.any())[cells.hospital]
    reach = open_days[cells.municipality] * explained * recency * told[:, None]
    for turn in range(ROUNDS):
        from_operations = np.zeros(len(pair))
        for g, rows in spans:
            from_operations[rows] = operations[rows] @ theta[g]
        own = (
            _after(base.level)[cells.cell, cells.anchor // 7] * base.rhythm[cells.procedure[cells.cell], cells.anchor]
            + 1e-9
        )
        planned = tally(pair, from_operations, len(cells.count))
        if turn % 3 == 0:
            expected = (theta * size).sum(1).reshape(n_h, n_p).sum(0), _base_reach(base, cells, reach, n_p)
            more, less = _balance(planned, own, weigh * told[cells.cell], cells.procedure[cells.cell], *expected)
            theta, planned = theta * np.tile(more, n_h)[:, None], planned * more[cells.procedure[cells.cell]]
            from_operations *= np.tile(more, n_h)[groups[stream]]
            scaled = np.where(told, less[cells.procedure], 1.0)
            own, base = own * scaled[cells.cell], replace(base, level=base.level * scaled[:, None])
        total = planned + own
        got = np.zeros((n_h * n_p, NIGHTS))
        for g, rows in spans:
            got[g] = theta[g] * ((weight[rows] / total[pair[rows]]) @ operations[rows])
        if turn < ROUNDS - 1:
            theta = _shrink(got, size, n_h, n_p)
        if turn % 3 == 2:
            base = _fit_base(cells, calendar, cells.count * covered * own / total, arrived, now // 7, prior, n_p)
    used = operations * theta[groups[stream]] * (cells.count / total)[pair][:, None]
    usable = shares.any(1) | (not seen.any())  # else what the operations give is in the base already
    theta = theta * np.repeat(usable, n_p)[:, None]
    waits = waiting_share(cells, calendar, late, cut)
    return Lag(theta, late, kernel_of(theta, late, n_p), waits, pair, stream, used), base


def _first_base(plans: Plans, cells: Cells, shares: Bools, rate: Floats) -> Floats:
    """Plans a week of each cell (C,) that START leaves to the base: on the line where both add up, EM has not far to go."""
    days = shares.sum(1)
    weekly = (plans.performed * shares[plans.hospital]).sum(1) / np.maximum(days / 7.0, 1.0)[plans.hospital]
    table = np.zeros(
        (int(cells.municipality.max(initial=0)) + 1, len(shares) + 1, int(cells.procedure.max(initial=0)) + 1)
    )
    inside = (plans.municipality < table.shape[0]) & (plans.procedure < table.shape[2])
    np.add.at(table, (plans.municipality[inside], plans.hospital[inside], plans.procedure[inside]), weekly[inside])
    table[:, -1] = table.sum(1)
    operated = table[cells.municipality, cells.hospital, cells.procedure]
    return np.maximum(rate - START.sum() * operated, 0.1 * rate)


def _after(level: Floats, weeks: int = 26) -> Floats:
    """Mean of the causal levels (C, weeks + 1) of the half-year that follows, which know of both sides of each week.

    The causal level before a week is too rough to divide its plans by: operations would be given what chance took from it.
    """
    ahead = np.hstack([level, np.repeat(level[:, -1:], weeks, axis=1)])
    sums = np.hstack([np.zeros((len(level), 1)), np.cumsum(ahead, axis=1)])
    return (sums[:, weeks:-1] - sums[:, : -weeks - 1])[:, : level.shape[1]] / weeks


def _base_reach(base: Base, cells: Cells, reach: Floats, procedures: int) -> Floats:
    """Plans (P,) expected of the base on the days that count. reach: (C, days) what each day counts."""
    weekly = np.einsum(
        "cwd,cwd->cw", *(x.reshape(len(x), x.shape[1] // 7, 7) for x in (base.rhythm[cells.procedure], reach))
    )
    return tally(cells.procedure, (base.level[:, :-1] * weekly).sum(1), procedures)


def _balance(
    planned: Floats, own: Floats, weight: Floats, procedure: Indices, operations: Floats, base: Floats
) -> tuple[Floats, Floats]:
    """Factors (P,) of the operations' and of the base's rates at which they best divide each procedure's plans.

    planned, own: (R,) both rates at the plans received; operations, base: (P,) plans expected of either. Both together
    expect the plans that came, so one share is sought, where the likelihood of mixing is highest (Newton; it is
    concave). EM alone creeps along this line.
    """
    size = len(operations)
    came = tally(procedure, weight, size)
    use = (operations > 1.0) & (base > 1.0) & (came > 1.0)
    up, down = (came / np.maximum(x, 1e-9) for x in (operations, base))
    one, other = planned * up[procedure], own * down[procedure]
    share = np.clip(operations / np.maximum(operations + base, 1e-9), 0.05, 0.95)
    for _ in range(6):
        mixed = share[procedure] * one + (1.0 - share[procedure]) * other
        gain = (one - other) / np.maximum(mixed, 1e-12)
        slope, bend = (tally(procedure, weight * x, size) for x in (gain, gain**2))
        share = np.clip(share + np.clip(slope / np.maximum(bend, 1e-9), -0.2, 0.2), 0.02, 0.98)
    return np.where(use, share * up, 1.0), np.where(use, (1.0 - share) * down, 1.0)


def delay_pmf(
    cells: Cells, hospitals: int, first: Indices, cut: Indices, half_life: float = 26.0, strength: float = 40.0
) -> Floats:
    """Discharge to receipt by hospital and weekday (H + 1, 7, DELAYS); recent discharges count more, those too fresh to
    be whole, or from before the receipts are known, not at all. first, cut: (M,) the position from which on receipts are
    known, and the first from which on they are not.
    """
    delay = cells.received - cells.anchor
    municipality = cells.municipality[cells.cell]
    age = cut[municipality] - cells.anchor
    whole = (age > DELAYS) & (cells.anchor >= first[municipality])
    weight = np.where(whole, cells.count * 0.5 ** (age / 7.0 / half_life), 0.0)
    flat = (cells.hospital[cells.cell] * 7 + cells.anchor % 7) * DELAYS + delay
    table = tally(flat, weight, (hospitals + 1) * 7 * DELAYS).reshape(hospitals + 1, 7, DELAYS)
    at_once = np.arange(DELAYS) == 0
    pool = (table.sum((0, 1)) + 1e-3 * at_once) / (table.sum() + 1e-3)
    by_day = table.sum(0) + strength * pool
    mixed = table + strength * by_day / by_day.sum(1, keepdims=True)
    return mixed / mixed.sum(2, keepdims=True)


def waiting_share(cells: Cells, calendar: Calendar, late: Floats, cut: Indices, strength: float = 20.0) -> Floats:
    """Share (H + 1,) of the plans due on public holidays (and on the closed days that follow) that wait for an open day.

    Due is what the pmf by weekday, `late`, expects of the discharges; what did come on those days had not waited. Each
    hospital is drawn to all with `strength` plans, and they to none waiting.
    """
    days = 7 * calendar.weeks
    held = np.append(calendar.since[1:] <= np.arange(days), np.zeros(DELAYS, bool))
    hospital = cells.hospital[cells.cell]
    count = cells.count * (cells.anchor < cut[cells.municipality[cells.cell]] - DELAYS)
    discharged = tally(hospital * days + cells.anchor, count, len(late) * days).reshape(-1, days)
    came = tally(hospital, count * held[cells.received], len(late))
    on_held = np.lib.stride_tricks.sliding_window_view(held, DELAYS)[:days].astype(np.float64)
    due = sum((discharged[:, w::7] * (late[:, w] @ on_held[w::7].T)).sum(1) for w in range(7)) + np.zeros(len(late))
    common = (came.sum() + strength) / (due.sum() + strength)
    return np.clip(1.0 - (came + strength * common) / (due + strength), 0.0, 1.0)


def kernel_of(theta: Floats, late: Floats, procedures: int) -> Floats:
    """Plans per operation by weekday of operation and days to receipt (H * P, 7, REACH)."""
    out = np.zeros((len(theta), 7, REACH))
    own = late[np.arange(len(theta)) // procedures]
    for k in range(NIGHTS):
        out[:, :, k : k + DELAYS] += theta[:, k, None, None] * own[:, (np.arange(7) + k) % 7]
    return out


def _sharing(plans: Plans, seen: Bools) -> Bools:
    """Days (H, days) whose plans can be set against all operations that may have given them; none where they would be
    too few to learn.
    """
    shares = plans.known.copy()
    for h in np.flatnonzero(shares.any(1)):
        shares[h, : int(shares[h].argmax()) + NIGHTS] = False
    shares[(shares & seen.any(0)).sum(1) < ENOUGH] = False
    return shares


def _explained(shares: Bools, cells: Cells, seen: Bools) -> Bools:
    """Cells and days whose plans tell of the base stream: all days of a hospital that never shares, else those set
    against operations.
    """
    known = np.vstack([shares, shares.any(0)])
    known[~known.any(1)] = True
    return seen[cells.municipality] & known[cells.hospital]


def _candidates(plans: Plans, shares: Bools, cells: Cells, hospitals: int) -> tuple[Indices, Indices]:
    """Pairs (plan group, stream) that may belong together, in order of (hospital, procedure): the hospital told, else
    every hospital that operates for that municipality.
    """
    streams: dict[tuple[int, int, int], list[int]] = {}
    for s, (m, h, p) in enumerate(zip(plans.municipality, plans.hospital, plans.procedure, strict=True)):
        if shares[h].any():
            streams.setdefault((int(m), int(h), int(p)), []).append(s)
            streams.setdefault((int(m), hospitals, int(p)), []).append(s)
    keys = zip(cells.municipality, cells.hospital, cells.procedure, strict=True)
    found = [(c, s) for c, (m, h, p) in enumerate(keys) for s in streams.get((int(m), int(h), int(p)), [])]
    found.sort(key=lambda one: (plans.group[one[1]], one))
    cell, stream = np.array(found, np.int64).reshape(-1, 2).T
    order = np.argsort(cells.cell, kind="stable")
    bounds = np.searchsorted(cells.cell[order], np.arange(len(cells.municipality) + 1))
    size = np.diff(bounds)[cell]
    place = np.arange(int(size.sum())) - np.repeat(np.cumsum(size) - size, size)
    return order[np.repeat(bounds[cell], size) + place], np.repeat(stream, size)


def _shrink(got: Floats, size: Floats, hospitals: int, procedures: int, strength: float = 60.0) -> Floats:
    """Most probable shares per night: hospital drawn to its procedure, procedure to all.

    With Jeffreys' prior `theta ** -0.5`, which takes half a plan off each: else the many nights on which nobody goes
    home would each keep what chance gave them, and their sum would be no small thing.
    """
    shape = (hospitals, procedures, NIGHTS)
    got, size = got.reshape(shape), size.reshape(shape)
    common = (np.maximum(got.sum((0, 1)) - 0.5, 0.0) + 20.0 * START) / (size.sum((0, 1)) + 20.0)
    pool = (np.maximum(got.sum(0) - 0.5, 0.0) + strength * common) / (size.sum(0) + strength)
    return _geometric(((np.maximum(got - 0.5, 0.0) + strength * pool) / (size + strength)).reshape(-1, NIGHTS))


def _geometric(theta: Floats) -> Floats:
    """The same (G, NIGHTS) with the long stays laid out geometrically about their own mean, so that they keep two numbers
    of chance and not eleven."""
    tail = theta[:, LONG:]
    nights = np.arange(tail.shape[1])
    mass = tail.sum(1, keepdims=True)
    mean = (tail * nights).sum(1, keepdims=True) / np.maximum(mass, 1e-12)
    shape = (mean / (1.0 + mean)) ** nights
    return np.hstack([theta[:, :LONG], mass * shape / shape.sum(1, keepdims=True)])


def _fit_base(
    cells: Cells, calendar: Calendar, amount: Floats, arrived: Floats, now: int, prior: Season, procedures: int
) -> Base:
    """Base stream from the plans ascribed to it. amount: (R,); arrived: (C, days) share of a day's plans that can be
    known by now.
    """
    days, n_c = 7 * calendar.weeks, len(cells.municipality)
    daily = tally(cells.cell * days + cells.anchor, amount, n_c * days).reshape(n_c, days)
    to_procedure = np.eye(procedures)[:, cells.procedure]
    total = to_procedure @ daily
    share = to_procedure @ (arrived * (daily.sum(1) / np.maximum(arrived.sum(1), 1.0))[:, None])
    share /= np.maximum(share.max(1, keepdims=True), 1e-9)
    profile = day_profile(total, calendar, share, 50.0)
    by_kind = profile[:, calendar.kind]
    mean = total.sum(1) / np.maximum((share * by_kind).sum(1), 1e-9)
    season = fit_season(weekly_sums(total), weekly_sums(share * by_kind) * mean[:, None], calendar, now, prior)
    rhythm = by_kind * np.repeat(np.exp(season.log), 7, axis=1)
    plain = np.tile(profile, calendar.weeks) * np.repeat(np.exp(season.plain), 7, axis=1)
    row = np.unique(cells.municipality * procedures + cells.procedure, return_inverse=True)[1]
    expected = weekly_sums(rhythm[cells.procedure] * arrived)
    return Base(
        tiered_level(weekly_sums(daily), expected, (cells.procedure, row, np.arange(n_c))), rhythm, plain, season
    )
