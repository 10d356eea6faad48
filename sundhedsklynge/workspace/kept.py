"""Results kept until something is stored, and which of them a change leaves true: the functions here give what `forget` takes."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from sundhedsklynge.domain.kinds import CAPACITY, GOP, PLAN

Stays = Callable[[Hashable], bool]
Result = TypeVar("Result")

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


class KeptResults:
    """Results by key, from any thread. Those computed while their key is dropped are given out but not kept."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._busy: dict[Hashable, threading.RLock] = {}  # by every key ever asked for
        self._drops: Counter[Hashable] = Counter()  # how often a key was dropped, kept or under way
        self._lock = threading.Lock()

    def keep(self, key: Hashable, compute: Callable[[], Result]) -> Result:
        """The result of `key`, computed once; others who ask meanwhile wait, those who ask for something else do not."""
        with self._lock:
            if key in self._kept:
                return self._kept[key]
            busy = self._busy.setdefault(key, threading.RLock())
        with busy:
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
                drops = self._drops[key]
            result = compute()
            with self._lock:
                if self._drops[key] == drops:
                    self._kept[key] = result
            return result

    def forget(self, stays: Stays | None = None) -> None:
        """Drops results, all but those whose key `stays` says yes to."""
        with self._lock:
            for key in [key for key in self._busy if not (stays and stays(key))]:
                self._kept.pop(key, None)
                self._drops[key] += 1

    def holds(self, result: object) -> bool:
        """Whether `result` is among those kept."""
        with self._lock:
            return any(kept is result for kept in self._kept.values())


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
