"""A small world of hospitals, municipalities and patients, with what is known of it on a morning: a test's own truth."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from sundhedsklynge.domain.calendar import day_at, is_closed
from sundhedsklynge.forecast.evidence import Evidence, Receipts, Snapshots

MONDAY = 20_089  # 2025-01-01 is day 20089, a Wednesday; weeks start on (day + 3) % 7 == 0
START = MONDAY - (MONDAY + 3) % 7
BACK, AHEAD = 14, 110


@dataclass(frozen=True)
class World:
    """How patients come. Rates are operations a week per 10,000 persons and procedure; level(week) multiplies
    operations and base. lead, shape: mean in days and shape of the gamma law from booking to operation; ahead: days
    ahead that hospitals plan; dated: they say when each operation was booked; open_days: plans are sent on open days only.
    """

    municipalities: int = 6
    hospitals: int = 2
    weeks: int = 110
    seed: int = 1
    rate: float = 1.0
    lead: float = 35.0
    cancelled: float = 0.05
    share: float = 0.8
    base: float = 0.4
    level: Any = field(default=lambda week: np.ones_like(week, dtype=float))
    season: float = 0.0
    overlap: int = 1
    shape: float = 2.0
    ahead: int = AHEAD
    dated: bool = False
    open_days: bool = False


def simulate(world: World) -> dict[str, np.ndarray]:
    """Every case: municipality, procedure, hospital, booked, operated (day), gone (day cancelled, large if never),
    discharged, received.
    """
    rng = np.random.default_rng(world.seed)
    population = people(world)
    days = 7 * world.weeks
    columns: list[list[np.ndarray]] = []
    for planned in (True, False):
        per_day = np.ones(days) / 7.0
        if planned:
            per_day = np.where([is_closed(day_at(START + d)) for d in range(days)], 0.0, 0.2)
        week = np.arange(days) // 7
        per_day = per_day * world.level(week) * (1 + world.season * np.cos(2 * np.pi * np.arange(days) / 365.25))
        mean = (
            (world.rate if planned else world.base) * population[:, None, None] / 10_000 * per_day * np.ones((1, 3, 1))
        )
        if planned:
            mean = mean / (1 - world.cancelled)
        count = rng.poisson(mean)
        m, p, d = (np.repeat(i, count.ravel()) for i in np.unravel_index(np.arange(count.size), count.shape))
        n = len(m)
        hospital = (m + rng.integers(0, world.overlap, n)) % world.hospitals
        lead = rng.gamma(world.shape, world.lead / world.shape, n).astype(int) + 1
        gone = np.where(rng.random(n) < world.cancelled, d - (rng.random(n) * lead).astype(int), days * 9)
        keep = (gone > d) & (rng.random(n) < world.share)
        nights = rng.poisson(1.2, n) if planned else np.zeros(n, int)
        plan = keep if planned else np.ones(n, bool)
        discharged = np.where(plan, d + nights, days * 9)
        received = discharged + rng.choice(4, n, p=(0.6, 0.25, 0.1, 0.05))
        if world.open_days:
            is_open = [d for d in range(days + 14) if not is_closed(day_at(START + d))]
            received = np.where(
                received < days, np.take(is_open, np.searchsorted(is_open, received), mode="clip"), received
            )
        columns.append([m, p, hospital, d - lead, d, gone, discharged, received, np.full(n, planned)])
    names = ("municipality", "procedure", "hospital", "booked", "operated", "gone", "discharged", "received", "planned")
    return {name: np.concatenate(pair) for name, pair in zip(names, zip(*columns, strict=True), strict=True)}


def rough_level(seed: int, memory: float = 0.9, innovation: float = 0.15, weeks: int = 400) -> Any:
    """A level all share, autoregressive in logarithms, as World.level wants it."""
    rng = np.random.default_rng(seed)
    log = np.zeros(weeks)
    for w in range(1, weeks):
        log[w] = memory * log[w - 1] + innovation * rng.standard_normal()
    return lambda week: np.exp(log)[week]


def people(world: World) -> np.ndarray:
    """Population of each municipality, from 20,000 up."""
    return np.round(20_000 * 1.25 ** np.arange(world.municipalities) % 90_000 + 15_000)


def evidence(world: World, as_of_week: int, weekday: int = 0, every: int = 7, plan_weeks: int = 90) -> Evidence:
    """What is known at the morning of that week and weekday: weekly snapshots of the last `plan_weeks` weeks, all plans
    received.
    """
    case = simulate(world)
    now = 7 * as_of_week + weekday
    i32 = lambda values: np.asarray(values, np.int32)  # noqa: E731
    came = np.flatnonzero(case["received"] < now)
    n = len(came)
    receipts = Receipts(
        *(i32(case[k][came]) for k in ("municipality", "procedure", "hospital")),
        i32(case["received"][came] + START),
        i32(case["discharged"][came] + START),
        i32(case["discharged"][came] + START),
        np.ones(n, np.int32),
        np.zeros(n, bool),
        np.ones(n, bool),
    )
    planned = np.flatnonzero(case["planned"])
    extracted = np.arange(now - now % 7, max(now - 7 * plan_weeks, 0), -every)[::-1]
    parts = []
    for h in range(world.hospitals):
        own = planned[case["hospital"][planned] == h]
        for x in extracted:
            day, gone = case["operated"][own], case["gone"][own]
            there = (case["booked"][own] < x) & (gone >= x) & (day >= x - BACK) & (day < x + world.ahead)
            there &= (gone > day) | (day >= x)
            parts.append((h, x, own[there]))
    parts = [part for part in parts if len(part[2])]
    rows = np.concatenate([part[2] for part in parts]) if parts else np.zeros(0, int)
    of = np.repeat(np.arange(len(parts)), [len(part[2]) for part in parts])
    day = i32(case["operated"][rows] + START)
    snapshots = Snapshots(
        i32([part[0] for part in parts]),
        i32([part[1] + START for part in parts]),
        i32([case["operated"][part[2]].min() + START for part in parts]),
        i32([case["operated"][part[2]].max() + START for part in parts]),
        i32(of),
        i32(case["municipality"][rows]),
        i32(case["procedure"][rows]),
        day,
        np.zeros(len(rows), bool),
        np.zeros(len(rows), bool),
        i32(case["booked"][rows] + START) if world.dated else np.full(len(rows), -1, np.int32),
        np.zeros(len(rows), np.int64),
        np.ones(len(rows), np.int32),
        np.zeros(len(rows), bool),
    )
    return Evidence(
        START + now,
        tuple(range(101, 101 + world.municipalities)),
        people(world),
        i32(np.arange(world.municipalities) % 2),
        ("knæ", "hofte", "skulder"),
        tuple(f"Hospital {chr(65 + h)}" for h in range(world.hospitals)),
        receipts,
        snapshots,
        START,
        np.ones((world.municipalities, now), bool),
    )


def truth(world: World, as_of_week: int, weeks: int = 12) -> np.ndarray:
    """Plans that came (M, P, W) from the week on."""
    case = simulate(world)
    week = case["received"] // 7 - as_of_week
    use = (week >= 0) & (week < weeks)
    out = np.zeros((world.municipalities, 3, weeks))
    np.add.at(out, (case["municipality"][use], case["procedure"][use], week[use]), 1)
    return out


def keep_receipts(known: Evidence, keep: np.ndarray) -> Evidence:
    """The same with some receipts only (a mask or an order of rows)."""
    rows = {name: getattr(known.receipts, name)[keep] for name in Receipts.__dataclass_fields__}
    return replace(known, receipts=Receipts(**rows))


def keep_rows(known: Evidence, keep: np.ndarray) -> Evidence:
    """The same with some rows of the snapshots only (a mask or an order of rows)."""
    names = [name for name in Snapshots.__dataclass_fields__ if name not in ("hospital", "extracted", "first", "last")]
    return replace(known, snapshots=replace(known.snapshots, **{n: getattr(known.snapshots, n)[keep] for n in names}))


def keep_snapshots(known: Evidence, keep: np.ndarray) -> Evidence:
    """The same with some snapshots only (a mask)."""
    s = known.snapshots
    number = np.cumsum(keep) - 1
    known = keep_rows(known, keep[s.snapshot])
    own = {name: getattr(s, name)[keep] for name in ("hospital", "extracted", "first", "last")}
    return replace(
        known, snapshots=replace(known.snapshots, snapshot=number[known.snapshots.snapshot].astype(np.int32), **own)
    )
