"""A change that has been made and saved, in a form the window can take back and make again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """What was changed, in Danish; `undo` takes it back, `redo` makes it again. Both may run in any thread."""

    text: str
    undo: Callable[[], object]
    redo: Callable[[], object]
