"""The forecast of rehabilitation plans received, per municipality, procedure and week, as joint draws.

    mean = received + q lag * (a booked + b usual + c surplus + d cancelled + e week's surplus) + base stream

`plans` lays out the hospitals' snapshots, `bookings` learns season, level and the weights a-e by lead, `lag` learns
share, delay and the base stream, `expectation` puts the mean together, `spread` learns from past as-of forecasts how
wrong it tends to be, `breaks` finds a new level, `draws` makes the joint draws. Sums over weeks and places come from
the draws, never from rows.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sundhedsklynge.forecast.breaks import DOUBT, Breaks, alike, find_breaks
from sundhedsklynge.forecast.draws import couple, draw_counts
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Forecast, Ints
from sundhedsklynge.forecast.expectation import BASE, LEVEL, NOT_BOOKED, PARTS, PERFORMED, Expectation, expect
from sundhedsklynge.forecast.learn import Learnt, learn
from sundhedsklynge.forecast.spread import learn_spread, try_past

ALIKE = 6.0  # shape of the gamma law of plans per person over municipalities: a spread of about 40 %
YOUNG = 26  # weeks of known receipts from which on a municipality's own rates stand alone
FEW = 50_000.0  # persons' worth of the whole that a group's rate per person is drawn to
STALE = 14  # days after which a hospital's newest plan is old, where it does not send more seldom than that anyway
DEAF = 28  # days without known receipts after which a municipality's are missing


def predict(
    evidence: Evidence, weeks: int = 12, draws: int = 2000, seed: int = 20261, override: Floats | None = None
) -> Forecast:
    """Plans received per municipality, procedure and week, `weeks` ahead, as `draws` joint draws.

    override: (M, P, W) factor by which a planner multiplies what is still to come; 1 where there is none. The same
    evidence in any order of rows, with the same seed, gives the same draws.
    """
    learnt = learn(evidence, weeks)
    expected = expect(learnt, learnt.origin, learnt.cut, weeks)
    trials = try_past(learnt, weeks)
    spread = learn_spread(trials)
    shared, own = _season_doubt(learnt, expected)
    found = find_breaks(trials, spread, evidence.cluster, alike(learnt, trials))
    expected, unsure, wide = _follow_breaks(expected, found, evidence.cluster)
    expected, strange = _newcomers(learnt, expected)
    spread = replace(spread, shared=spread.shared + shared + unsure)
    variance = spread.variance(expected.mean, expected.chance) + own + wide + strange
    mean, factor = expected.mean, np.ones(expected.sure.shape) if override is None else override
    counts = draw_counts(mean * factor, variance * factor**2, couple(mean, variance, spread), draws, seed)
    received = _received(learnt, weeks)
    counts += received.astype(np.int32)[..., None]
    parts = {"received": received, **dict(zip(PARTS, expected.parts, strict=True)), "override": mean * (factor - 1.0)}
    total = received + mean * factor
    monday = evidence.as_of - (evidence.as_of + 3) % 7
    booked = _booked(learnt, weeks)
    return Forecast(
        weeks=(monday + 7 * np.arange(weeks)).astype(np.int32),
        draws=counts,
        booked=booked,
        flags=_flags(
            learnt, found, np.nansum(booked, axis=2) > 0, expected.parts[PERFORMED : NOT_BOOKED + 1].sum((0, 3)) > 0
        ),
        mean=total,
        parts=parts,
        sources=expected.sources * factor[:, None],
        private=_private(learnt, received, mean * factor, expected.sources),
        plan_age=_plan_age(learnt),
    )


def _season_doubt(learnt: Learnt, expected: Expectation) -> tuple[Floats, Floats]:
    """Variance from not knowing the season well: of the total as a share of its squared mean (W,), and of each row (M,
    P, W).
    """
    weeks = expected.sure.shape[2]
    ahead = slice(learnt.origin // 7, learnt.origin // 7 + weeks)
    shared, own = np.zeros(weeks), np.zeros(expected.sure.shape)
    for amount, season in ((expected.from_operations, learnt.usual.season), (expected.from_base, learnt.base.season)):
        by_procedure = amount.sum(0)
        shared += by_procedure.sum(0) ** 2 * season.doubt[ahead] + (by_procedure**2 * season.own_doubt[:, ahead]).sum(0)
        own += amount**2 * (season.doubt[ahead] + season.own_doubt[:, ahead])
    return shared / np.maximum(expected.mean.sum((0, 1)), 1e-9) ** 2, own


def _follow_breaks(expected: Expectation, found: Breaks, cluster: Ints) -> tuple[Expectation, Floats, Floats]:
    """Usual levels moved by the break of the municipality's group; with it the variance of not knowing its size, of the
    total as a share of its squared mean (W,), and of each row (M, P, W).
    """
    usual = expected.from_operations + expected.from_base
    factor = found.factor[cluster][:, None, None]
    parts, sources = expected.parts.copy(), expected.sources.copy()
    rise = usual * (factor - 1.0)
    parts[LEVEL] += rise
    sources += (sources / np.maximum(sources.sum(1, keepdims=True), 1e-9)) * rise[:, None]
    unsure = DOUBT * usual * factor * found.found[cluster][:, None, None]
    by_group = np.eye(len(found.found))[cluster].T @ unsure.sum(1)
    moved = replace(expected, parts=parts, sources=sources)
    return moved, (by_group**2).sum(0) / np.maximum(moved.mean.sum((0, 1)), 1e-9) ** 2, unsure**2


def _newcomers(learnt: Learnt, expected: Expectation) -> tuple[Expectation, Floats]:
    """Municipalities too new to have rates of their own get that of their group per person; with it the variance of
    municipalities being unlike.

    Gamma-Poisson credibility: T weeks of knowledge against a rate r per week from elsewhere count `T / (T + ALIKE /
    r)`. Where surgery plans show the operations, only a base stream that nothing is known of is filled in.
    """
    evidence, weeks_seen = learnt.evidence, learnt.seen.sum(1) / 7.0
    has_plan = np.isin(np.arange(len(weeks_seen)), learnt.plans.municipality)
    young = weeks_seen < YOUNG
    rates = [_per_person(evidence, amount, ~young) for amount in (expected.mean, expected.from_base)]
    rows = np.where(has_plan[:, None, None], rates[1], rates[0])
    typical = rates[0].mean(2, keepdims=True)
    own = weeks_seen[:, None, None] / (weeks_seen[:, None, None] + ALIKE / np.maximum(typical, 1e-9))
    deaf = has_plan & (expected.from_base.sum((1, 2)) == 0)
    keep = np.where(has_plan[:, None, None], 1.0, own)
    add = np.where(has_plan[:, None, None], np.where(deaf[:, None, None], 1.0, 0.0), 1.0 - own)
    keep, add = (np.where(young[:, None, None] & (typical > 1e-9), x, other) for x, other in ((keep, 1.0), (add, 0.0)))
    parts, sources = expected.parts * keep, expected.sources * keep[:, None]
    parts[BASE] += add * rows
    sources[:, -1] += add * rows
    return replace(expected, parts=parts, sources=sources, sure=expected.sure * keep**2), (add * rows) ** 2 / ALIKE


def _per_person(evidence: Evidence, amount: Floats, seasoned: Bools) -> Floats:
    """What each municipality would have (M, P, W) at its group's amount per person, small groups drawn to the whole."""
    people = _people(evidence.population)
    groups = np.eye(int(evidence.cluster.max(initial=-1)) + 1)[evidence.cluster] * seasoned[:, None]
    size = groups.T @ people
    common = (amount * seasoned[:, None, None]).sum(0) / max(float(size.sum()), 1.0)
    rate = (np.einsum("mg,mpw->gpw", groups, amount) + FEW * common) / (size + FEW)[:, None, None]
    return rate[evidence.cluster] * people[:, None, None]


def _people(population: Floats) -> Floats:
    known = population[np.isfinite(population)]
    return np.where(np.isfinite(population), population, np.median(known) if len(known) else 1.0)


def _received(learnt: Learnt, weeks: int) -> Floats:
    """Plans that have come in the first week already (M, P, W); no other week has any."""
    monday = learnt.origin // 7 * 7
    out = np.zeros((*learnt.received.shape[:2], weeks))
    out[:, :, 0] = learnt.received[:, :, monday : learnt.origin].sum(2)
    return out


def _booked(learnt: Learnt, weeks: int) -> Floats:
    plans, monday = learnt.plans, learnt.origin // 7 * 7
    out = np.zeros((*learnt.received.shape[:2], weeks))
    reached = np.zeros(weeks, bool)
    for h in range(len(plans.snapshots)):
        k = plans.newest(h, learnt.origin)
        if k >= 0:
            weekly = plans.booked(k, monday, monday + 7 * weeks).reshape(len(plans.group), weeks, 7).sum(2)
            np.add.at(out, (plans.municipality, plans.procedure), weekly)
            reached |= monday + 7 * np.arange(weeks) <= plans.last[k]
    return np.where(reached, out, np.nan)


def _private(learnt: Learnt, received: Floats, coming: Floats, sources: Floats, strength: float = 2.0) -> Floats:
    """(M, P, W) private plans among the mean: those to come by the share of the hospital that sends them, which is drawn
    to the place's (beta-binomial, `strength` plans); received ones and those of no hospital by the place's.
    """
    place = _private_share(learnt)
    r, shape = learnt.evidence.receipts, (sources.shape[1] - 1, sources.shape[2])
    told = r.hospital >= 0
    weight = r.count[told] * 0.5 ** ((learnt.evidence.as_of - r.received[told]) / 182.0)
    flat = r.hospital[told].astype(np.int64) * shape[1] + r.procedure[told]
    private, all_ = (
        np.bincount(flat, w, shape[0] * shape[1]).reshape(shape) for w in (weight * r.private[told], weight)
    )
    by_hospital = (private + strength * place[:, None]) / (all_ + strength)
    share = np.concatenate([by_hospital, place[:, None]], 1)[..., None]  # (M, H + 1, P, 1)
    whole = sources.sum(1)
    mixed = (sources * share).sum(1) / np.where(whole > 0, whole, 1.0)
    return received * place[:, :, None] + coming * np.where(whole > 0, mixed, place[:, :, None])


def _private_share(learnt: Learnt, strength: float = 20.0) -> Floats:
    """Share (M, P) of plans that are private, recent ones counting more, drawn to the procedure's."""
    r, shape = learnt.evidence.receipts, learnt.received.shape[:2]
    weight = r.count * 0.5 ** ((learnt.evidence.as_of - r.received) / 182.0)
    flat = r.municipality.astype(np.int64) * shape[1] + r.procedure
    private, all_ = (np.bincount(flat, w, shape[0] * shape[1]).reshape(shape) for w in (weight * r.private, weight))
    common = private.sum(0) / np.maximum(all_.sum(0), 1e-9)
    return (private + strength * common) / (all_ + strength)


def _plan_age(learnt: Learnt) -> Ints:
    newest = [learnt.plans.newest(h, learnt.origin) for h in range(len(learnt.plans.snapshots))]
    return np.array([learnt.origin - learnt.plans.extracted[k] if k >= 0 else -1 for k in newest], np.int32)


def _flags(learnt: Learnt, found: Breaks, booked: Bools, counted: Bools) -> dict[tuple[int, int], tuple[str, ...]]:
    """Reason codes. booked, counted: (M, P) whether operations are planned, and whether the mean rests on any."""
    plans, evidence = learnt.plans, learnt.evidence
    n_m, n_p = learnt.received.shape[:2]
    age = _plan_age(learnt)
    usual_gap = [float(np.median(np.diff(plans.extracted[k][-12:]))) if len(k) > 1 else 0.0 for k in plans.snapshots]
    stale = age > np.maximum(STALE, 2 * np.array(usual_gap))
    level = plans.performed.sum(1)
    total, old = np.zeros((n_m, n_p)), np.zeros((n_m, n_p))
    np.add.at(total, (plans.municipality, plans.procedure), level)
    np.add.at(old, (plans.municipality, plans.procedure), level * stale[plans.hospital])
    streams = np.zeros((n_m, n_p), int)
    np.add.at(streams, (plans.municipality, plans.procedure), 1)
    new = ~learnt.received.any((1, 2)) & ~streams.any(1) & (learnt.seen.sum(1) < 7 * YOUNG)
    deaf = ~learnt.seen.any(1) | (learnt.cut < learnt.origin - DEAF)
    reasons = {
        "no_history": np.tile(new[:, None], n_p),
        "no_plan": streams == 0,
        "short_plan": booked & ~counted,
        "stale_plan": (streams > 0) & (old > 0.25 * total),
        "level_break": np.tile(found.found[evidence.cluster][:, None], n_p),
        "no_receipts": np.tile(deaf[:, None], n_p),
    }
    return {(m, p): tuple(name for name, rows in reasons.items() if rows[m, p]) for m in range(n_m) for p in range(n_p)}
