"""What hospitals say they will operate, beside what is usual and what they then did.

Operations of a stream in the week at lead l of a snapshot are forecast in the net form

    mu = a B + b m + c m R + d C + e m T

B what is booked there now, m what is usual at that time of year, R how much more (as a share) the group has booked
ahead than it usually has, C operations listed as cancelled, most of which come back, T how much more the whole region
has booked for that week: many small rows tell together of a week that none tells of alone. The coefficients, by group
and lead, come from past snapshots by weighted least squares with all of them >= 0, recent ones counting more, each group
drawn to its procedure's pool (credibility; Bühlmann and Gisler, *A Course in Credibility Theory*, ch. 4). Where booking
dates or case keys tell which operations were already booked, those that came of B (a) and those booked later (the rest)
are fitted apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.plans import UNTOLD, Plans, spoken_rows
from sundhedsklynge.forecast.season import Calendar, Season, day_profile, fit_season, tally, weekly_sums

LEADS = 20  # weeks ahead of a snapshot that are kept: twelve and the age of an old snapshot
POOL = 30.0  # operations' worth of its procedure's pool that a hospital's coefficients start from
PRIOR = 15.0  # operations' worth of taking bookings at their word
ENOUGH = 8  # snapshots whose weeks have passed, from which on a surplus can be told
KINDS = 5  # of regressors
HELD = 5  # weeks for which a hospital's snapshot speaks in the region's sums
WIDE = 100.0  # operations' worth of no surplus that a region's surplus is drawn to
SLOW = 104.0  # half-life in weeks of the level that every other is drawn to
HALF_LIFE = 39.0  # weeks after which a past snapshot counts half


@dataclass(frozen=True)
class Usual:
    """What is usual: level x season x day.

    level: (S, weeks + 1) operations in an ordinary week, as known before each week (the last column: now). rhythm: (P,
    days) factor of each day, the days of an ordinary week summing to 1; plain: the same without holidays. season: how
    well the factors are known.
    """

    level: Floats
    rhythm: Floats
    plain: Floats
    season: Season


def usual_operations(plans: Plans, calendar: Calendar, now: int, prior: Season, procedures: int) -> Usual:
    """Season by procedure from sums over streams, then levels. now: week from which on
    nothing is known; prior: the season to start from."""
    known = plans.known[plans.hospital].astype(float)
    by_procedure = tally(plans.procedure, plans.performed, procedures)
    size = plans.performed.sum(1) / np.maximum(known.sum(1), 1.0)
    seen = tally(plans.procedure, known * size[:, None], procedures)
    share = seen / np.maximum(seen.max(1, keepdims=True), 1e-9)
    profile = day_profile(by_procedure, calendar, share, 50.0)
    days, weekdays = profile[:, calendar.kind], np.tile(profile, calendar.weeks)
    level = by_procedure.sum(1) / np.maximum((share * days).sum(1), 1e-9)
    counts, expected = weekly_sums(by_procedure), weekly_sums(share * days) * level[:, None]
    season = fit_season(counts, expected, calendar, now, prior)
    rhythm = days * np.repeat(np.exp(season.log), 7, axis=1)
    plain = weekdays * np.repeat(np.exp(season.plain), 7, axis=1)
    return Usual(levels(plans, rhythm), rhythm, plain, season)


def levels(plans: Plans, rhythm: Floats) -> Floats:
    """Level of each stream before each week (S, weeks + 1): procedure x group's share of it x stream's share of that."""
    y = weekly_sums(plans.performed)
    e = weekly_sums(rhythm[plans.procedure] * plans.known[plans.hospital])
    return tiered_level(y, e, (plans.procedure, plans.group, np.arange(len(y))))


TIERS = (((3.0, 6.0, 12.0, 24.0), 20.0), ((8.0, 16.0, 32.0, 64.0), 10.0), ((13.0, 26.0, 52.0, 104.0), 2.0))


def tiered_level(y: Floats, e: Floats, tiers: tuple[Indices, Indices, Indices]) -> Floats:
    """Causal level of each series before each week (G, weeks + 1) as a product over tiers, from wide sums to the series
    itself.

    y, e: (G, weeks) counts and their expectation at level 1; tiers: group numbers (G,). The wider the sum, the shorter
    its memory can be: each tier takes the half-life of a grid that would have forecast best four to eight weeks ahead,
    and is gamma-Poisson shrunk to its own slow level.
    """
    level = np.ones((len(y), y.shape[1] + 1))
    for tier, (grid, strength) in zip(tiers, TIERS, strict=True):
        size = int(tier.max(initial=-1)) + 1
        ty, te = tally(tier, y, size), tally(tier, e * level[:, :-1], size)
        level = level * _best_half_life(ty, te, grid, strength)[tier]
    return level


def _best_half_life(y: Floats, e: Floats, grid: tuple[float, ...], strength: float) -> Floats:
    """Causal level (G, weeks + 1) with the half-life whose levels forecast the weeks four to eight ahead best (Poisson
    deviance).
    """
    weeks = y.shape[1]
    level = causal_levels(y, e, np.array(grid), strength)
    loss = np.zeros(len(grid))
    warm = 26 if weeks > 52 else 8
    for ahead in (4, 8):
        mu = level[:, :, warm : weeks - ahead] * e[:, warm + ahead :] + 1e-3
        loss += (mu - y[:, warm + ahead :] * np.log(mu)).sum((1, 2))
    return level[int(loss.argmin())]


def causal_levels(y: Floats, e: Floats, half_lives: Floats, strength: float) -> Floats:
    """Level before each week for each half-life (L, G, weeks + 1), by exponential weights drawn to the slow level with
    `strength` counts.

    y, e: (G, weeks) counts and their expectation at level 1; weeks with e = 0 carry no news.
    """
    keep = 0.5 ** (1.0 / np.append(half_lives, SLOW))[:, None]
    start = y.sum(1) / np.maximum(e.sum(1), 1e-9)
    pseudo = strength / np.maximum(start, 1e-9)
    news = np.stack([y.T, e.T], axis=1)[:, :, None]
    sums = np.zeros((len(news) + 1, 2, len(keep), len(y)))
    for before, after, new in zip(sums, sums[1:], news, strict=False):
        np.multiply(keep, before, out=after)
        after += new
    got, size = sums[:, 0], sums[:, 1]
    anchor = (got[:, -1:] + start * pseudo) / (size[:, -1:] + pseudo)
    return ((got[:, :-1] + anchor * pseudo) / (size[:, :-1] + pseudo)).transpose(1, 2, 0)


@dataclass(frozen=True)
class Past:
    """All snapshots of one hospital beside what came of them; K snapshots, S own streams, LEADS weeks ahead.

    own: (S,) stream numbers. regressors: (KINDS, K, S, LEADS) booked, usual, surplus, cancelled operations and the
    week's surplus (both surpluses filled in later), for the seven days from that lead on. done: (K, S, LEADS)
    operations in them; early: how many of these were already booked, None where not told. told: (LEADS,) whether
    snapshots reach that far; over: (K, LEADS) and all its days have passed. age: (K,) weeks.
    """

    own: Indices
    regressors: Floats
    done: Floats
    early: Floats | None
    told: Bools
    over: Bools
    age: NDArray[np.floating[Any]]


def look_back(plans: Plans, usual: Usual, hospital: int) -> Past:
    """Lays a hospital's snapshots beside what was usual and what was done."""
    own = np.flatnonzero(plans.hospital == hospital)
    numbers = plans.snapshots[hospital]
    days = plans.performed.shape[1]
    place = np.full(len(plans.group), -1)
    place[own] = np.arange(len(own))
    at = plans.extracted[numbers]
    edges = np.clip(at[:, None] + 7 * np.arange(LEADS + 1), 0, days)
    x = np.zeros((KINDS, len(numbers), len(own), LEADS))
    x[0] = _booked(plans, hospital, place, len(own))
    rhythm = np.diff(_cumulated(usual.rhythm)[plans.procedure[own]][:, edges], axis=2)
    level = usual.level[own][:, np.clip(at // 7, 0, usual.level.shape[1] - 1)]
    x[1] = (level[:, :, None] * rhythm).transpose(1, 0, 2)
    x[3] = plans.cancelled[numbers][:, own, None]
    done = np.diff(_cumulated(plans.performed[own])[:, edges], axis=2).transpose(1, 0, 2)
    known = np.diff(_cumulated(plans.known[hospital][None].astype(float))[0, edges], axis=1)
    told = np.arange(LEADS) < int(plans.window[hospital]) // 7
    end = float(at[-1]) if len(at) else 0.0
    return Past(
        own, x, done, _early(plans, hospital, place, len(own)), told, told & (known == 7), np.asarray((end - at) / 7.0)
    )


def _booked(plans: Plans, hospital: int, place: Indices, streams: int) -> Floats:
    """Operations booked in each of the hospital's snapshots (K, S, LEADS)."""
    rows, numbers = plans.rows, plans.snapshots[hospital]
    mine = rows.of(numbers)
    of = np.repeat(np.arange(len(numbers)), np.diff(rows.bounds)[numbers])
    lead = (rows.position[mine] - plans.extracted[numbers[of]]) // 7
    use = (lead >= 0) & (lead < LEADS)
    flat = (of * streams + place[rows.stream[mine]]) * LEADS + lead
    table = tally(flat[use], rows.amount[mine][use], len(numbers) * streams * LEADS)
    return table.reshape(len(numbers), streams, LEADS)


def _by_lead(place: Indices, stream: Indices, ahead: Indices, amount: Floats, streams: int) -> Floats:
    """Sums by stream and lead (streams, LEADS); ahead: days after the snapshot."""
    lead = ahead // 7
    use = (lead >= 0) & (lead < LEADS)
    flat = place[stream[use]] * LEADS + lead[use]
    return tally(flat, amount[use], streams * LEADS).reshape(streams, LEADS)


def _early(plans: Plans, hospital: int, place: Indices, streams: int) -> Floats | None:
    """Of the operations done, those already booked at each snapshot (K, S, LEADS); None where fewer than four of five
    tell.
    """
    if not len(plans.rows.entered) or plans.rows.entered.min() == UNTOLD:
        return None
    said = spoken_rows(plans)
    said = said[plans.hospital[plans.rows.stream[said]] == hospital]
    rows = plans.rows
    stream, position, amount, entered = rows.stream[said], rows.position[said], rows.amount[said], rows.entered[said]
    if amount[entered < UNTOLD].sum() <= 0.8 * amount.sum():
        return None
    at = plans.extracted[plans.snapshots[hospital]]
    out = np.zeros((len(at), streams, LEADS))
    for i, now in enumerate(at):
        booked = entered <= now
        out[i] = _by_lead(place, stream[booked], position[booked] - now, amount[booked], streams)
    return out


def _cumulated(days: Floats) -> Floats:
    return np.hstack([np.zeros((len(days), 1)), np.cumsum(days, axis=1)])


@dataclass(frozen=True)
class NetForm:
    """coefficients: (H * P, LEADS, KINDS) of booked, usual, usual x surplus, cancelled and usual x the week's surplus;
    leads no snapshot reached have (0, 1, c, d, e) with the last lead's c, d and e. surplus: (K, P) of each snapshot;
    week: (K, LEADS) the region's for each week ahead of it.
    """

    coefficients: Floats
    surplus: Floats
    week: Floats


def fit_net_form(plans: Plans, usual: Usual, procedures: int) -> NetForm:
    """Non-negative weighted least squares per group and lead over past snapshots whose weeks have passed."""
    n_h = len(plans.snapshots)
    pasts = [look_back(plans, usual, h) for h in range(n_h)]
    surplus, ahead = _surplus(plans, pasts, procedures)
    gram, target = np.zeros((n_h * procedures, LEADS, KINDS, KINDS)), np.zeros((n_h * procedures, LEADS, KINDS))
    for h, past in enumerate(pasts):
        x, own = past.regressors, past.own
        x[2] = x[1] * surplus[plans.snapshots[h]][:, plans.procedure[own], None]
        x[4] = x[1] * ahead[plans.snapshots[h]][:, None]
        weight = (past.over * 0.5 ** (past.age / HALF_LIFE)[:, None])[:, None] / (x[1] + 0.1)
        split = past.early is not None
        for i in range(KINDS):
            weighed = weight * x[i]
            came = past.done if past.early is None else past.early if i == 0 else past.done - past.early
            target[..., i] += tally(plans.group[own], np.einsum("ksl,ksl->sl", weighed, came), len(target))
            for j in range(i, KINDS):
                if not (split and i == 0 < j):
                    gram[..., i, j] += tally(plans.group[own], np.einsum("ksl,ksl->sl", weighed, x[j]), len(gram))
    gram = np.triu(gram) + np.triu(gram, 1).swapaxes(2, 3)
    shape = (n_h, procedures, LEADS)
    start = np.array([_booked_share(past, plans, procedures) for past in pasts]).reshape(*shape)
    fitted = _solve(gram.reshape(*shape, KINDS, KINDS), target.reshape(*shape, KINDS), start)
    reach = np.minimum(plans.window // 7, LEADS)
    for h in range(n_h):
        if reach[h] < LEADS:
            fitted[h, :, reach[h] :, :2] = 0.0, 1.0
            fitted[h, :, reach[h] :, 2:] = fitted[h, :, max(reach[h] - 1, 0), None, 2:]
    return NetForm(fitted.reshape(n_h * procedures, LEADS, KINDS), surplus, ahead)


def _surplus(plans: Plans, pasts: list[Past], procedures: int) -> tuple[Floats, Floats]:
    """How much more each snapshot holds than usual (K, P) at leads from one week on, gamma-Poisson shrunk to the
    region's surplus that week; and how much more the region holds for each week ahead of it (K, LEADS), shrunk to the
    weeks around it, and they to none.

    The strength of the shrinkage is the reciprocal of the variance of past surpluses beyond Poisson (method of
    moments). What is usual comes from weeks that have passed: what is booked now moves the surplus of now and nothing
    else.
    """
    n_k = len(plans.extracted)
    got, expected, newest = (
        np.zeros((n_k, procedures, LEADS)),
        np.zeros((n_k, procedures, LEADS)),
        np.zeros(n_k, bool),
    )
    for h, past in enumerate(pasts):
        numbers = plans.snapshots[h]
        to_procedure = np.eye(procedures)[plans.procedure[past.own]]
        booked, usual = (np.einsum("ksl,sp->kpl", x, to_procedure) for x in past.regressors[:2])
        over = past.over[:, None]
        rate = (booked * over).sum(0) / np.maximum((usual * over).sum(0), 1e-9)
        leads = past.over.sum(0) >= ENOUGH
        got[numbers], expected[numbers] = booked * leads, usual * rate * leads
        newest[numbers[-1:]] = True
    if not n_k:
        return got[:, :, 0], got[:, 0]
    week = plans.extracted // 7 - plans.extracted.min() // 7
    later, later_expected = got[:, :, 1:].sum(2), expected[:, :, 1:].sum(2)
    common = (tally(week, later.sum(1), int(week.max()) + 1) + WIDE) / (
        tally(week, later_expected.sum(1), int(week.max()) + 1) + WIDE
    )
    start = common[week][:, None]
    own = _shrunk(later, later_expected, start, ~newest[:, None])
    held, usually = (_regional(plans, week, x.sum(1)) for x in (got, expected))
    settled = (np.arange(len(held)) < week.max())[:, None]
    gap = np.abs(np.arange(LEADS)[:, None] - np.arange(LEADS))
    near = 0.5**gap * (gap > 0)
    around = _shrunk(held @ near, usually @ near, np.ones((len(settled), 1)), settled)
    return own - 1.0, _shrunk(held, usually, around, settled)[week] - 1.0


def _shrunk(got: Floats, expected: Floats, start: Floats, settled: Bools) -> Floats:
    """Ratios got / expected drawn to `start` as much as those that are `settled` differ from it by chance alone."""
    beyond = (((got - expected * start) ** 2 - expected * start) * settled).sum()
    strength = 1.0 / max(float(beyond / np.maximum((expected**2 * settled).sum(), 1e-9)), 1e-3)
    return (got + start * strength) / (expected + strength)


def _regional(plans: Plans, week: Indices, by_lead: Floats) -> Floats:
    """Sums (weeks, LEADS) over each hospital's newest snapshot by the end of the week, by lead from that week; by_lead:
    (K, LEADS) by snapshot."""
    out = np.zeros((int(week.max()) + 1, LEADS))
    for numbers in plans.snapshots:
        place = np.searchsorted(week[numbers], np.arange(len(out)), side="right") - 1
        age = np.arange(len(out)) - week[numbers[place]] if len(numbers) else place
        for old in range(HELD):
            use = np.flatnonzero((place >= 0) & (age == old))
            out[use, : LEADS - old] += by_lead[numbers[place[use]], old:]
    return out


def _booked_share(past: Past, plans: Plans, procedures: int) -> Floats:
    """What is booked at each lead as a share of what is usual (P, LEADS), over all snapshots but the newest (if there
    are more).
    """
    old = past.regressors[:2, : max(past.regressors.shape[1] - 1, 1)]
    booked, usual = (np.einsum("ksl,sp->pl", x, np.eye(procedures)[plans.procedure[past.own]]) for x in old)
    return booked / np.maximum(usual, 1e-9)


def _solve(gram: Floats, target: Floats, booked_share: Floats) -> Floats:
    """Non-negative coefficients (H, P, LEADS, KINDS), each hospital's normal equations mixed with POOL operations' worth of
    its procedure's.

    Before anything has come of the bookings, all of them count and the usual rest is added: a = 1, b = 1 - booked
    share, worth PRIOR operations; c has the prior N(0.5, 1), d N(0, 0.2^2) and e N(0, 1), the weighted counts having
    variance 1.

    Coordinate descent; the problem is convex (Lawson and Hanson, *Solving Least Squares Problems*, ch. 23), so it ends
    in its solution.
    """
    pool, pool_target = gram.sum(0), target.sum(0)
    pool, pool_target = pool + 0.05 * pool.sum(0), pool_target + 0.05 * pool_target.sum(0)
    share = POOL / np.maximum(pool[..., 1, 1], 1e-9)
    gram, target = gram + pool * share[..., None, None], target + pool_target * share[..., None]
    beta = np.zeros_like(target)
    beta[..., 0], beta[..., 1] = 1.0, np.clip(1.0 - booked_share, 0.0, 1.0)
    beta[..., 2] = 0.5
    for i, weight in enumerate(
        (PRIOR * np.minimum(booked_share, 1.0), PRIOR, *(spread**-2.0 for spread in (1.0, 0.2, 1.0)))
    ):
        gram[..., i, i] += weight
        target[..., i] += weight * beta[..., i]
    size = np.einsum("...ii->...i", gram)
    for _ in range(200):
        before = beta.copy()
        for i in range(beta.shape[-1]):
            gradient = target[..., i] - np.einsum("...j,...j->...", gram[..., i, :], beta)
            step = gradient / np.maximum(size[..., i], 1e-9)
            beta[..., i] = np.where(size[..., i] > 1e-9, np.maximum(beta[..., i] + step, 0.0), beta[..., i])
        if np.abs(beta - before).max(initial=0.0) < 1e-12:
            break
    return beta
