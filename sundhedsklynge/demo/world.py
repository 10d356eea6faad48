"""The invented world: operations are booked, moved, cancelled or performed; plans follow; a start is offered.

Days are integers since 1970-01-01, as in `forecast/evidence.py`. Each part draws from its own stream of one fixed seed.
"""

from __future__ import annotations

import csv
import datetime as dt
import heapq
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.domain.calendar import open_days
from sundhedsklynge.domain.kinds import LEAVES_THE_COUNT
from sundhedsklynge.resources import resource

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

SEED = 20261123
NEVER = 2**31
EPOCH = dt.date(1970, 1, 1)
FREE_CHOICE, DEFERRED = "frit valg", "udskudt"


def day_number(day: dt.date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


FIRST, LAST, AS_OF = day_number(a.FIRST_DAY), day_number(a.LAST_DAY), day_number(a.AS_OF)
DAYS = LAST - FIRST + 1


@dataclass(frozen=True)
class Region:
    """The municipalities (M,). `pull` (H, M) is how a hospital's operations fall on them; its rows sum to 1."""

    codes: Ints
    names: tuple[str, ...]
    population: Floats
    pull: Floats
    catchment: Floats  # (H,) inhabitants each hospital serves

    def index(self, code: int) -> int:
        """Position of a municipality code."""
        return int(np.searchsorted(self.codes, code))


@dataclass(frozen=True)
class Operations:
    """One entry an operation, length N.

    planned: (N, 3) the day it stood on first, after one move and after two; moved: (N, 2) the days it was moved (NEVER:
    was not). cancelled: the day it was cancelled (NEVER: performed on its last planned day). booked: day of booking.
    """

    hospital: Ints
    municipality: Ints
    procedure: Ints
    sks: NDArray[np.str_]
    department: Ints
    booked: Ints
    planned: Ints
    moved: Ints
    cancelled: Ints

    def standing(self, day: int) -> Ints:
        """(N,) the day each operation is planned for, as known on the morning of `day`."""
        where = (self.moved < day).sum(axis=1)
        return np.take_along_axis(self.planned, where[:, None], axis=1)[:, 0]


@dataclass(frozen=True)
class Plans:
    """Plans received before the as-of date, R of them, by (municipality, received). A day of 0 is none."""

    municipality: Ints
    procedure: Ints
    hospital: Ints
    department: Ints
    gop_type: Ints
    discharged: Ints
    received: Ints
    earliest_start: Ints
    offered: Ints
    started: Ints
    status: NDArray[np.str_]
    incomplete: Bools


@dataclass(frozen=True)
class World:
    """All that happened. slots: (M, W) first appointments a week from the week of FIRST; notes: {(m, w): text}."""

    region: Region
    operations: Operations
    plans: Plans
    slots: Ints
    notes: dict[tuple[int, int], str]


def build() -> World:
    """The whole world, the same every time."""
    streams = [np.random.Generator(np.random.PCG64(seed)) for seed in np.random.SeedSequence(SEED).spawn(5)]
    region = read_region()
    is_open = np.array(open_days([a.FIRST_DAY + dt.timedelta(days=i) for i in range(DAYS)]))
    operations = _operations(streams[0], region, is_open)
    sent = _sent(streams[1], streams[2], region, operations, is_open)
    slots, notes = _slots(region, sent, is_open)
    plans = _offer(streams[3], sent, slots, is_open)
    return World(region, operations, plans, slots, notes)


def read_region() -> Region:
    """Municipalities of Region Hovedstaden and their clusters, from the shipped reference tables."""
    rows = [row for row in _reference("kommuner.csv") if row["region"] == a.REGION]
    codes = np.array([int(row["kode"]) for row in rows])
    order = np.argsort(codes)
    population = np.array([float(row["befolkning"]) for row in rows])[order]
    clusters: dict[int, list[str]] = {}
    for row in _reference("sundhedsklynger.csv"):
        clusters.setdefault(int(row["kommunekode"]), []).append(row["klynge"])
    weight = np.zeros((len(a.HOSPITALS), len(codes)))
    for h, hospital in enumerate(a.HOSPITALS):
        for m, code in enumerate(codes[order]):
            mine = clusters[int(code)]
            share = {"H-BYEN": a.KBH_IN_BYEN}.get(hospital.cluster, 1 - a.KBH_IN_BYEN) if len(mine) > 1 else 1.0
            weight[h, m] = population[m] * (share if hospital.cluster in mine or not hospital.cluster else 0.0)
    weight[[not h.cluster for h in a.HOSPITALS]] = population
    catchment = weight.sum(axis=1)
    pull = a.HOME_SHARE * weight / catchment[:, None] + (1 - a.HOME_SHARE) * population / population.sum()
    return Region(codes[order], tuple(rows[i]["navn"] for i in order), population, pull, catchment)


def _reference(name: str) -> list[dict[str, str]]:
    with resource("reference", name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _days_of_year() -> Ints:
    days = np.arange(FIRST, LAST + 1).astype("datetime64[D]")
    return (days - days.astype("datetime64[Y]")).astype(np.int64)


def _calm_weeks() -> Floats:
    """(D,) share of the usual planned activity that runs: less in summer, school holidays and around Christmas."""
    weeks = np.array([(a.FIRST_DAY + dt.timedelta(days=i)).isocalendar().week for i in range(DAYS)])
    level = np.ones(DAYS)
    level[(weeks >= 28) & (weeks <= 31)] = 0.55
    level[np.isin(weeks, (7, 42))] = 0.85
    level[np.isin(weeks, (52, 53, 1))] = 0.6
    return level


def _shocks(rng: np.random.Generator, sd: float) -> Floats:
    """(D,) a common factor around 1 that changes by week and remembers the week before."""
    weeks = DAYS // 7 + 1
    noise, level = rng.normal(0, sd, weeks), np.zeros(weeks)
    for w in range(1, weeks):
        level[w] = 0.6 * level[w - 1] + noise[w]
    return np.repeat(np.exp(level), 7)[:DAYS]


def _operations(rng: np.random.Generator, region: Region, is_open: Bools) -> Operations:
    weekday = np.resize(np.array(a.WEEKDAYS), DAYS)
    usual = weekday * _calm_weeks() * is_open * _shocks(rng, 0.03)
    surge = (np.arange(FIRST, LAST + 1) >= day_number(a.SURGE_FROM)) & (
        np.arange(FIRST, LAST + 1) <= day_number(a.SURGE_TO)
    )
    columns: list[tuple[Ints, ...]] = []
    for h, hospital in enumerate(a.HOSPITALS):
        factors = a.SURGE if hospital.cluster else a.SURGE_PRIVATE
        for p, rate in enumerate(a.OPERATIONS_PER_100K):
            mean = rate * hospital.volume * region.catchment[h] / 1e5 * usual * np.where(surge, factors[p], 1.0)
            day = np.repeat(np.arange(FIRST, LAST + 1), rng.poisson(mean))
            columns.append((np.full(len(day), h), np.full(len(day), p), day))
    hospital_of, procedure, day = (np.concatenate(parts) for parts in zip(*columns, strict=True))
    n = len(day)
    municipality = _choose_rows(rng, region.pull[hospital_of])
    sks = np.empty(n, dtype="U6")
    for p, codes in enumerate(a.SKS):
        mine = procedure == p
        names, shares = zip(*codes, strict=True)
        sks[mine] = rng.choice(np.array(names), mine.sum(), p=np.array(shares))
    department = (rng.random(n) < np.where(procedure == 2, 0.6, np.where(procedure == 0, 0.3, 0.05))).astype(np.int64)
    lead = np.array([h.lead_days for h in a.HOSPITALS])[hospital_of]
    booked = day - np.ceil(rng.gamma(2.2, lead / 2.2)).astype(np.int64).clip(1, 7 * 16)
    in_surge = day >= day_number(a.SURGE_FROM)
    early = in_surge & (booked < day_number(a.SURGE_BOOKED_FROM)) & (rng.random(n) < 0.35)
    booked[early] = day_number(a.SURGE_BOOKED_FROM) + rng.integers(0, 14, early.sum())
    planned, moved = _moves(rng, hospital_of, booked, day, is_open)
    final = planned[:, 2]
    cancel = rng.random(n) < np.array([h.cancelled for h in a.HOSPITALS])[hospital_of]
    when = np.maximum(
        final - rng.geometric(0.12, n) + 1, np.maximum(booked, np.where(moved < NEVER, moved, 0).max(axis=1)) + 1
    )
    cancelled = np.where(cancel, np.minimum(when, final), NEVER)
    return Operations(hospital_of, municipality, procedure, sks, department, booked, planned, moved, cancelled)


def _choose_rows(rng: np.random.Generator, shares: Floats) -> Ints:
    """One column index a row, drawn by the row's shares."""
    return (rng.random((len(shares), 1)) > shares.cumsum(axis=1)[:, :-1]).sum(axis=1)


def _moves(rng: np.random.Generator, hospital: Ints, booked: Ints, day: Ints, is_open: Bools) -> tuple[Ints, Ints]:
    """Planned days (N, 3) and the days they were moved (N, 2): patients ask, and one hospital closes for a week."""
    n = len(day)
    closed_hospital = [h.name for h in a.HOSPITALS].index(a.CLOSED_HOSPITAL)
    first_closed, told = day_number(a.CLOSED_WEEK), day_number(a.CLOSURE_TOLD)

    def in_closure(days: Ints) -> Bools:
        return (hospital == closed_hospital) & (days >= first_closed) & (days < first_closed + 7)

    moves = (rng.random(n) < np.array([h.moved for h in a.HOSPITALS])[hospital]) & ~in_closure(day)
    moved_at = booked + 1 + (rng.random(n) * np.maximum(day - booked - 1, 0)).astype(np.int64)
    later = _next_open(is_open, day + rng.integers(5, 43, n))
    planned = np.stack([day, day, day], axis=1)
    moved = np.full((n, 2), NEVER)
    planned[moves, 1] = planned[moves, 2] = later[moves]
    moved[moves, 0] = moved_at[moves]
    hit = in_closure(planned[:, 2])
    shift = 7 * rng.choice(np.array([-1, 1, 1, 2, 3, 3, 4]), n)
    elsewhere = _next_open(is_open, planned[:, 2] + shift)
    told_at = np.maximum(told, np.maximum(booked, np.where(moves, moved[:, 0], 0)))
    planned[hit, 2] = elsewhere[hit]
    planned[hit & ~moves, 1] = elsewhere[hit & ~moves]
    moved[hit, moves[hit].astype(int)] = told_at[hit]
    return planned, moved


def _next_open(is_open: Bools, days: Ints) -> Ints:
    """The first open day from each day on."""
    nearest = np.where(is_open, np.arange(DAYS), DAYS - 1)
    nearest = np.minimum.accumulate(nearest[::-1])[::-1]
    return FIRST + nearest[np.clip(days - FIRST, 0, DAYS - 1)]


@dataclass(frozen=True)
class _Sent:
    """Plans as sent, before any offer: as in `Plans`, unsorted, all days to LAST."""

    municipality: Ints
    procedure: Ints
    hospital: Ints
    department: Ints
    gop_type: Ints
    discharged: Ints
    received: Ints
    earliest_start: Ints
    status: NDArray[np.str_]
    incomplete: Bools


def _sent(
    rng: np.random.Generator, rest: np.random.Generator, region: Region, ops: Operations, is_open: Bools
) -> _Sent:
    """Plans from performed operations and from the base stream, what the hospital wrote on them and when they came."""
    share = np.array([h.gives_plan for h in a.HOSPITALS])[ops.hospital, ops.procedure]
    gives = (ops.cancelled == NEVER) & (rng.random(len(share)) < share)
    stay = _choose_rows(rng, np.array(a.STAY_DAYS)[ops.procedure])
    discharged = ops.planned[gives, 2] + stay[gives]
    base = _base(rest, region, is_open)
    hospital = np.concatenate([ops.hospital[gives], base[2]])
    municipality = np.concatenate([ops.municipality[gives], base[0]])
    procedure = np.concatenate([ops.procedure[gives], base[1]])
    department = np.concatenate([ops.department[gives], (rest.random(len(base[0])) < 0.2).astype(np.int64)])
    discharged = np.concatenate([discharged, base[3]])
    n = len(hospital)
    habits = np.array([(h.sent_too_late, h.sent_late) for h in a.HOSPITALS])[hospital].cumsum(axis=1)
    how = (rng.random((n, 1)) > habits).sum(axis=1)
    lag = np.choose(
        how, [rng.integers(7, 15, n), rng.integers(3, 5, n), rng.choice(3, n, p=np.array([0.75, 0.20, 0.05]))]
    )
    received = discharged + lag
    monday_instead = (rng.random(n) < 0.8) & ~is_open[np.clip(received - FIRST, 0, DAYS - 1)]
    received = np.where(monday_instead, _next_open(is_open, received), received)
    own_start = rng.random(n) < np.array([0.03, 0.03, 0.22])[procedure]
    earliest = np.where(own_start, discharged + rng.integers(10, 43, n), 0)
    names = np.array(["", *(name for name, _ in a.STATUSES)])
    shares = np.array([share for _, share in a.STATUSES])
    status = names[rng.choice(len(names), n, p=np.array([1 - shares.sum(), *shares]))]
    deferred = (status == DEFERRED) & (rng.random(n) < 0.7)
    earliest = np.where(deferred, np.maximum(earliest, discharged + rng.integers(14, 57, n)), earliest)
    incomplete = rng.random(n) < np.array([h.incomplete for h in a.HOSPITALS])[hospital, department]
    gop_type = rng.choice(len(a.GOP_TYPES), n, p=np.array([share for _, share in a.GOP_TYPES]))
    inside = received <= LAST
    return _Sent(
        *(
            column[inside]
            for column in (municipality, procedure, hospital, department, gop_type, discharged, received, earliest)
        ),
        status=status[inside],
        incomplete=incomplete[inside],
    )


def _base(rng: np.random.Generator, region: Region, is_open: Bools) -> tuple[Ints, Ints, Ints, Ints]:
    """Outpatient and acute plans: municipality, procedure, hospital, day of discharge. Acute hips rise in winter."""
    winter = 1 + 0.12 * np.cos(2 * np.pi * (_days_of_year() - 20) / 365.25)
    outpatient = is_open * _calm_weeks() / 5
    acute = np.full(DAYS, 1 / 7)
    shape = np.stack(
        [0.75 * outpatient + 0.25 * acute, 0.35 * outpatient + 0.65 * acute * winter, 0.7 * outpatient + 0.3 * acute]
    )
    place = rng.gamma(60, 1 / 60, (len(region.codes), 3))
    rate = region.population[:, None] / 1e5 * np.array(a.BASE_PER_100K) * place
    mean = rate[:, :, None] * shape * _shocks(rng, 0.03) * (1 + 0.00005 * np.arange(DAYS))
    counts = rng.poisson(mean)
    m, p, d = np.nonzero(counts)
    times = counts[m, p, d]
    m, p, d = np.repeat(m, times), np.repeat(p, times), np.repeat(d, times)
    public = np.array([bool(h.cluster) for h in a.HOSPITALS])
    toward = (region.pull * np.where(public, region.catchment, 0.05 * region.catchment)[:, None]).T
    toward /= toward.sum(axis=1, keepdims=True)
    return m, p, _choose_rows(rng, toward[m]), FIRST + d


def _slots(region: Region, sent: _Sent, is_open: Bools) -> tuple[Ints, dict[tuple[int, int], str]]:
    """Slots (M, W): set each half-year from the year before, fewer with closed days, more in the surge; and notes."""
    weeks = DAYS // 7
    week = (sent.received - FIRST) // 7
    counts = np.zeros((len(region.codes), weeks + 1))
    np.add.at(counts, (sent.municipality, np.minimum(week, weeks)), 1)
    open_share = is_open[: weeks * 7].reshape(weeks, 7).sum(axis=1) / 5
    level = np.zeros((len(region.codes), weeks))
    for w in range(weeks):
        term = w - w % 26
        year = counts[:, max(term - 52, 4) : term] if term >= 26 else counts[:, 4:56]
        mean = year.mean(axis=1)
        level[:, w] = mean + a.SLOT_MARGIN * np.sqrt(mean)
    surge = np.arange(weeks) >= (day_number(a.SURGE_FROM) - FIRST) // 7
    level *= np.where(surge, a.SURGE_SLOTS, 1.0)
    slots = np.ceil(level * open_share)
    notes: dict[tuple[int, int], str] = {}
    for change in a.SLOT_CHANGES:
        m = region.index(change.municipality)
        for w in range((day_number(change.first) - FIRST) // 7, (day_number(change.last) - FIRST) // 7 + 1):
            slots[m, w] = np.floor(slots[m, w] * change.factor)
            notes[m, w] = change.note
    return slots.astype(np.int64), notes


def _daily(slots: Ints, is_open: Bools) -> Ints:
    """Slots (M, W) spread evenly over each week's open days, the earlier days getting the remainder: (M, 7 W)."""
    days = is_open[: slots.shape[1] * 7].reshape(-1, 7)
    n_open = np.maximum(days.sum(axis=1), 1)
    each, extra = slots // n_open, slots % n_open
    place = days.cumsum(axis=1) - 1
    return ((each[:, :, None] + (place < extra[:, :, None])) * days).reshape(len(slots), -1)


def _offer(rng: np.random.Generator, sent: _Sent, slots: Ints, is_open: Bools) -> Plans:
    """Serve each municipality's queue, earliest deadline first, from the day after receipt. Some offers lie ahead."""
    known = sent.received < AS_OF
    order = np.flatnonzero(known)[np.lexsort((sent.received[known], sent.municipality[known]))]
    columns = {name: getattr(sent, name)[order] for name in _Sent.__dataclass_fields__}
    deadline = np.maximum(columns["discharged"], columns["earliest_start"]) + 7
    eligible = np.maximum(columns["received"] + 1, columns["earliest_start"])
    waiting = ~np.isin(columns["status"], [*LEAVES_THE_COUNT, FREE_CHOICE])
    waiting &= (columns["status"] != DEFERRED) | (columns["earliest_start"] > 0)
    offered = np.zeros(len(order), dtype=np.int64)
    daily = _daily(slots, is_open)
    for m in range(len(slots)):
        mine = np.flatnonzero(waiting & (columns["municipality"] == m))
        _serve(mine[np.argsort(eligible[mine], kind="stable")], eligible, deadline, daily[m], offered)
    told = rng.random(len(order)) < 0.5  # of those served after the as-of date, half have their letter already
    offered[(offered >= AS_OF) & (~told | (offered > AS_OF + 11))] = 0
    delay = np.where(rng.random(len(order)) < 0.06, 7, 0)
    started = np.where((offered > 0) & (offered + delay < AS_OF), offered + delay, 0)
    return Plans(offered=offered, started=started, **columns)


def _serve(queue: Ints, eligible: Ints, deadline: Ints, daily: Ints, offered: Ints) -> None:
    """Give `queue` (indices by eligible day) the slots of `daily`; writes the day of offer into `offered`."""
    heap: list[tuple[int, int]] = []
    entries = [(int(eligible[i]), int(deadline[i]), int(i)) for i in queue]
    at = 0
    for d, free in enumerate(daily.tolist()):
        today = FIRST + d
        while at < len(entries) and entries[at][0] <= today:
            heapq.heappush(heap, entries[at][1:])
            at += 1
        for _ in range(min(free, len(heap))):
            offered[heapq.heappop(heap)[1]] = today
        if at == len(entries) and not heap:
            return
