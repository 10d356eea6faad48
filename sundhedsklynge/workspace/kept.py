"""Which kept results a change leaves true."""

from __future__ import annotations

from collections.abc import Hashable

ON_PLANS = frozenset(
    {"evidence", "forecast", "learnt", "explain", "then", "moved", "overrides", "organisation", "settings"}
)
BEFORE_OVERRIDES = frozenset({"evidence", "learnt", "organisation", "settings", "imports"})


def name_of(key: Hashable) -> Hashable:
    """The first word of a kept result's key."""
    return key[0] if isinstance(key, tuple) else key


def rests_on_plans_only(key: Hashable) -> bool:
    """Whether a result rests on nothing but plans and plans received: what may stay when a file of another kind comes."""
    return name_of(key) in ON_PLANS


def rests_on_no_override(key: Hashable) -> bool:
    """Whether a result rests on no forecast: what may stay when an override changes."""
    return name_of(key) in BEFORE_OVERRIDES
