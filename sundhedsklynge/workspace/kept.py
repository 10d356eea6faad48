"""Which kept results a change leaves true. Each function here gives what `Workspace.forget` takes."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from sundhedsklynge.domain.kinds import CAPACITY, GOP, PLAN

Stays = Callable[[Hashable], bool]

ON_PLANS = frozenset(
    {"evidence", "forecast", "learnt", "explain", "then", "moved", "overrides", "organisation", "settings"}
)
BEFORE_OVERRIDES = frozenset({"evidence", "learnt", "organisation", "settings", "imports"})
ON_QUARTERS = ("quarterly", "meeting")  # the meeting looks at the quarters too
_ON_SETTINGS = {  # what rests on a setting, or on those of a group; what rests on the others is the risk
    "risiko.graenser": ("settings", "alerts", "meeting"),
    "indbakke": ("settings",),
    "behandling72": ("settings", *ON_QUARTERS),
    "smaatal": ("settings", "meeting", "meeting figures"),
}


def name_of(key: Hashable) -> Hashable:
    """The first word of a kept result's key."""
    return key[0] if isinstance(key, tuple) else key


def all_but(*names: str) -> Stays:
    """Everything stays but the results called so."""
    return lambda key: name_of(key) not in names


def rests_on_plans_only(key: Hashable) -> bool:
    """Whether a result rests on nothing but plans and plans received: what may stay when slots come."""
    return name_of(key) in ON_PLANS


def rests_on_no_override(key: Hashable) -> bool:
    """Whether a result rests on no forecast: what may stay when an override changes."""
    return name_of(key) in BEFORE_OVERRIDES


def with_file(kind: str) -> Stays | None:
    """What stays when a file of that kind comes or goes; None: nothing."""
    if kind in (PLAN, GOP, ""):
        return None
    return rests_on_plans_only if kind == CAPACITY else all_but("imports", "inbox", *ON_QUARTERS)


def with_setting(key: str) -> Stays | None:
    """What stays when that setting changes; None: nothing, for the types of plans decide what the evidence is."""
    if key == "frist.typer":
        return None
    names = _ON_SETTINGS.get(key) or _ON_SETTINGS.get(key.partition(".")[0])
    return all_but(*names) if names else lambda kept: rests_on_plans_only(kept) and name_of(kept) != "settings"
