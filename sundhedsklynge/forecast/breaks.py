"""A new level that the running levels have not followed yet: found, told and followed faster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.learn import Learnt
from sundhedsklynge.forecast.spread import Spread, Trials

SLACK, ALARM = (
    0.5,
    5.0,
)  # of the CUSUM in standard deviations: finds one sd, false alarm about every 470 weeks (Hawkins and Olwell 1998)
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
    """Two-sided CUSUM of each group's errors two weeks ahead (the first week that is forecast whole from a Monday on).

    use: (J, M) past forecasts that may speak of a break, all of them if not given.
    """
    groups = np.eye(int(cluster.max(initial=-1)) + 1)[cluster]
    lead = min(1, trials.mean.shape[3] - 1)
    known = trials.known[:, :, lead] if use is None else trials.known[:, :, lead] & use
    rows = spread.scale * trials.chance + spread.row * trials.mean**2
    mean, variance, actual = (
        np.einsum("jmp,jm,mg->jg", x[..., lead], known, groups) for x in (trials.mean, rows, trials.actual)
    )
    found, factor = np.zeros(groups.shape[1], bool), np.ones(groups.shape[1])
    deviation = np.sqrt(np.maximum(variance + spread.shared[lead] * mean**2, 1e-9))
    z = np.where(mean > 0, np.clip((actual - mean) / deviation, -3.0, 3.0), 0.0)
    for g in range(len(found)):
        up = down = 0.0
        for error in z[::-1, g]:
            up, down = max(0.0, up + error - SLACK), max(0.0, down - error - SLACK)
        found[g] = max(up, down) > ALARM
        if found[g]:
            fresh = np.flatnonzero(known.any(1))[:RECENT]
            factor[g] = (actual[fresh, g].sum() + PRIOR) / (mean[fresh, g].sum() + PRIOR)
    return Breaks(found, factor)
