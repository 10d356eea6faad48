"""The settings as people see and change them: every value with the date it holds from, every change undoable."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sundhedsklynge.settings import SETTINGS, Setting, Value, check_value, setting
from sundhedsklynge.store import notes
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.kept import with_setting
from sundhedsklynge.workspace.personal import without_person

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace


@dataclass(frozen=True)
class Rule:
    """A setting, its text in force from now on, and what is stored of it, oldest first (None: always)."""

    entry: Setting
    text: str
    stored: tuple[Value, ...]


class Rules:
    """All settings: read, set from a date on, set back to the default."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    def list(self) -> tuple[Rule, ...]:
        """Every setting in the order of `SETTINGS`."""
        settings = self._workspace.settings()
        return tuple(Rule(entry, settings.text(key), settings.stored(key)) for key, entry in SETTINGS.items())

    def set(self, key: str, text: str, valid_from: dt.date | None = None) -> Change:
        """Sets `key` from a date on (None: always). Raises UserError for a value that cannot be used."""
        value, before = without_person(check_value(key, text)), notes.setting_from(self._db, key, valid_from)
        said = f"{setting(key).label}: {value or 'ikke sat'}" + (f" fra {valid_from:%d.%m.%Y}" if valid_from else "")
        return self._made(
            key,
            said,
            lambda: notes.set_setting(self._db, key, value, valid_from),
            lambda: self._put(key, before, valid_from),
        )

    def reset(self, key: str) -> Change:
        """Takes everything stored of `key` away, so that its default is in force. Raises UserError for an unknown key."""
        stored = self._workspace.settings().stored(key)
        default = setting(key).default

        def take_away() -> None:
            for value in stored:
                notes.remove_setting(self._db, key, value.valid_from)

        def put_back() -> None:
            for value in stored:
                notes.set_setting(self._db, key, value.text, value.valid_from)

        return self._made(key, f"{setting(key).label}: standard ({default or 'ikke sat'})", take_away, put_back)

    def _put(self, key: str, text: str | None, valid_from: dt.date | None) -> None:
        if text is None:
            notes.remove_setting(self._db, key, valid_from)
        else:
            notes.set_setting(self._db, key, text, valid_from)

    def _made(self, key: str, text: str, make: Callable[[], None], take_back: Callable[[], None]) -> Change:
        def then_forget(change: Callable[[], None]) -> Callable[[], None]:
            def run() -> None:
                change()
                self._workspace.forget(with_setting(key))

            return run

        redo = then_forget(make)
        redo()
        return Change(text, then_forget(take_back), redo)
