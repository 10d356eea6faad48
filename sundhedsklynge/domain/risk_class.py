"""A probability as it is shown, in whole per cent, its class of risk and whether it is over the target: one rule, so that figure, colour
and flag agree."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

TOO_LOW = "Risikoen er for lav, hvis andre planer bruger pladserne."  # said beside it where the data hold no others, and no share is stated


def shown_share(share: float) -> float:
    """The share that a reader sees: whole per cent, halves up as Excel rounds. Below 1 % (`<1`) and above 99 % it is as it is."""
    if 0 < share < 0.01 or 0.99 < share < 1 or math.isnan(share):
        return share
    return math.floor(round(share * 100, 9) + 0.5) / 100  # the inner rounding takes off what binary fractions add


def risk_class(probability: float, limits: Sequence[float]) -> int | None:
    """Class 0-3 of a probability by the three `limits`, each the lower end of a class; None where it is missing.

    The share shown decides: with a limit of 50 % no cell that reads 50 is in the class below.
    """
    return None if math.isnan(probability) else bisect_right(list(limits), shown_share(probability))


def over_target(probability: float, target: float) -> bool:
    """Whether a probability is over the target as both are shown: what reads 5 % is never over 5 %. False where it is missing.

    Slots are recommended to the exact target, which is never over it as shown.
    """
    return shown_share(probability) > shown_share(target)
