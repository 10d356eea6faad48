"""A new level that the running levels have not followed yet: found, told and followed faster.

A forecast made before the break errs by all of it, whatever bookings tell of the weeks next to come. So the errors
nine weeks ahead are watched, by a two-sided CUSUM for each group of municipalities and for all of them. How large they
usually are, and how long they last, is learnt from the weeks before those that are watched: a rough level wanders, and
a break stands out from that. Errors that last are scaled by the standard deviation of their sums, `(1 + rho) / (1 - rho)` times as large in
variance (Johnson and Bagshaw, *Technometrics* 16, 1974).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.learn import Learnt
from sundhedsklynge.forecast.spread import SHOCK, SHOCKS, Spread, Trials

SLACK, ALARM = (
    0.5,
    5.0,
)  # of the CUSUM in standard deviations: finds one sd, false alarm about every 470 weeks (Hawkins and Olwell 1998)
JOINED = 2.5  # from which on a group has its part in an alarm of the whole region
LEAD = 8  # forecasts nine weeks ahead are watched ...
WATCHED = 8  # ... in the newest weeks, and those before teach what is usual
LASTING = 10.0  # weeks' worth of errors that do not last
RECENT = 4  # weeks whose errors give the size of the break
PRIOR = 40.0  # plans' worth of "no break" that the size is drawn to
SETTLE = 4  # weeks after a hospital's first plan from which on what is usual there is known
DOUBT = 0.15  # relative error of a break's size


@dataclass(frozen=True)
class Breaks:
    """found: (G,) whether a group of municipalities has a break. factor: (G,) what its usual level is to be multiplied
    by, else 1.
    """

    found: Bools
    factor: Floats


def alike(learnt: Learnt, trials: Trials) -> Bools:
    """Which past forecasts (J, M) stood on hospitals as today's does: all that tell of a municipality's operations had begun to.

    A forecast from before a hospital's first plan errs by what was not told, and that is no new level.
    """
    plans = learnt.plans
    begun = np.zeros((len(trials.weight), len(learnt.seen)), bool)
    for j in range(len(begun)):
        at = learnt.origin - 7 * (j + 1 + SETTLE)
        silent = np.array([plans.newest(h, at) < 0 for h in range(len(plans.snapshots))], bool)
        begun[j] = ~np.isin(np.arange(begun.shape[1]), plans.municipality[silent[plans.hospital]])
    return begun


def find_breaks(trials: Trials, spread: Spread, cluster: Indices, use: Bools | None = None) -> Breaks:
    """Groups that have a new level, alone or with the whole region, and its size.

    use: (J, M) past forecasts that may speak of a break, all of them if not given. The size is what would have mended the
    newest errors two weeks ahead (the first week that is forecast whole from a Monday on), had the usual part of the
    forecasts been multiplied by it.
    """
    groups = np.hstack([np.eye(int(cluster.max(initial=-1)) + 1)[cluster], np.ones((len(cluster), 1))])
    use = np.ones(trials.known.shape[:2], bool) if use is None else use
    rows = spread.variance(trials.mean, trials.chance)

    def summed(lead: int, *amounts: Floats) -> list[Floats]:
        known = trials.known[:, :, lead] & use
        return [np.einsum("jmp,jm,mg->jg", x[..., lead], known, groups) for x in amounts]

    last = trials.mean.shape[3] - 1
    height = _cusum(*summed(min(LEAD, last), trials.actual, trials.mean, rows))
    own, region = height[:-1], height[-1]  # the region's sum comes last
    found = (np.abs(own) > ALARM) | ((abs(region) > ALARM) & (own * np.sign(region) > JOINED))
    actual, mean, usual = summed(min(1, last), trials.actual, trials.mean, trials.usual)
    fresh = np.flatnonzero(mean.any(1))[:RECENT]
    actual, mean, usual = (x[fresh].sum(0) for x in (actual, mean, usual))
    size = np.maximum(actual - mean + usual + PRIOR, 0.0) / (usual + PRIOR)
    return Breaks(found, np.where(found, size[:-1], 1.0))


def _cusum(actual: Floats, mean: Floats, variance: Floats) -> Floats:
    """Height (G,) of each group's CUSUM now, negative where fewer came; actual, mean, variance: (J, G), the newest first."""
    heard = mean > 0
    rows = np.flatnonzero(heard.any(1))[::-1]
    actual, mean, variance, heard = actual[rows], mean[rows], variance[rows], heard[rows]
    before = slice(0, max(len(mean) - WATCHED, 0))
    weeks, size = float(heard[before].sum()), float((mean[before] ** 2).sum())
    if weeks < WATCHED:
        return np.zeros(mean.shape[1])
    excess = float((((actual - mean) ** 2 - variance) * heard)[before].sum())
    typical = SHOCKS * size / weeks
    shared = max(excess + SHOCK**2 * typical, 0.0) / (size + typical)
    z = np.clip((actual - mean) / np.sqrt(variance + shared * mean**2 + 1e-9), -3.0, 3.0) * heard
    usual = z[before]
    rho = float(np.clip((usual[1:] * usual[:-1]).sum() / ((usual**2).sum() + LASTING), 0.0, 0.9))
    up, down = np.zeros(z.shape[1]), np.zeros(z.shape[1])
    for error in z * np.sqrt((1.0 - rho) / (1.0 + rho)):
        up, down = (
            np.maximum(up + error - SLACK, 0.0),
            np.maximum(down - error - SLACK, 0.0),
        )
    return np.where(up >= down, up, -down)
