"""A new level that the running levels have not followed yet: found, told and followed faster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sundhedsklynge.forecast.evidence import Bools, Floats, Indices
from sundhedsklynge.forecast.spread import Spread, Trials

SLACK, ALARM = (
    0.5,
    5.0,
)  # of the CUSUM in standard deviations: finds one sd, false alarm about every 470 weeks (Hawkins and Olwell 1998)
RECENT = 4  # weeks whose errors give the size of the break
PRIOR = 40.0  # plans' worth of "no break" that the size is drawn to
DOUBT = 0.15  # relative error of a break's size


@dataclass(frozen=True)
class Breaks:
    """found: (G,) whether a group of municipalities has a break. factor: (G,) what its usual level is to be multiplied
    by, else 1.
    """

    found: Bools
    factor: Floats


def find_breaks(trials: Trials, spread: Spread, cluster: Indices) -> Breaks:
    """Two-sided CUSUM of each group's errors two weeks ahead (the first week that is forecast whole from a Monday on)."""
    groups = np.eye(int(cluster.max(initial=-1)) + 1)[cluster]
    lead = min(1, trials.mean.shape[3] - 1)
    known = trials.known[:, :, lead]
    mean, chance, actual = (
        np.einsum("jmp,jm,mg->jg", x[..., lead], known, groups) for x in (trials.mean, trials.chance, trials.actual)
    )
    found, factor = np.zeros(groups.shape[1], bool), np.ones(groups.shape[1])
    deviation = np.sqrt(np.maximum(spread.scale * chance + spread.shared[lead] * mean**2, 1e-9))
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
