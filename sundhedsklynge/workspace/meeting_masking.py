"""Counts of persons as a meeting may see them: small ones hidden, with others so that no sum gives them back.

What is hidden is decided on all areas at once, whichever of them is on the screen, so that two screens cannot be held against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sundhedsklynge.export.cells import HIDDEN, Hidden
from sundhedsklynge.export.masking import hidden_cells

Count = int | Hidden | None  # None: not known
AreaKey = tuple[str, str]


@dataclass(frozen=True)
class Members:
    """An area by level and code, and the municipalities it sums."""

    level: str
    code: str
    members: tuple[int, ...]

    @property
    def key(self) -> AreaKey:
        """Level and code."""
        return self.level, self.code


def masked_counts(
    areas: Sequence[Members], counts: Mapping[int, Sequence[int]], categories: int, below: int
) -> dict[AreaKey, tuple[Count, ...]]:
    """By area its `categories` counts and, last, their sum. counts: by municipality, those that are not known left out.

    A sum covers the municipalities that are known; it is None where none is.
    """
    places = sorted({code for area in areas for code in area.members})
    known = np.array([code in counts for code in places], dtype=np.bool_)
    values = np.array([counts.get(code, (0,) * categories) for code in places], dtype=np.int64).reshape(-1, categories)
    covers = np.array([[code in area.members for code in places] for area in areas], dtype=np.bool_)
    if not places:
        return {}
    hidden = hidden_cells(values, covers, below, np.repeat(known[:, None], categories, axis=1))
    sums = covers.astype(np.int64) @ np.column_stack([values, values.sum(axis=1)])
    told = covers @ known
    return {
        area.key: tuple(
            None if not told[a] else HIDDEN if hidden[a, c] else int(sums[a, c]) for c in range(categories + 1)
        )
        for a, area in enumerate(areas)
    }
