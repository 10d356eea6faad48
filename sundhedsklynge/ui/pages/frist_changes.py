"""Changes of slots and settings made on the deadline page, each as one step that can be taken back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sundhedsklynge.settings import SETTINGS
from sundhedsklynge.ui.text import tr
from sundhedsklynge.workspace.change import Change

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_slots import SlotEdits
    from sundhedsklynge.workspace import Workspace


@dataclass
class SlotsChange:
    """Slots that were stored together. A reason can be given afterwards: the change is then made anew with it."""

    municipality: int
    edits: SlotEdits
    day: dt.date
    changes: tuple[Change, ...]

    @property
    def text(self) -> str:
        """What was changed, for undo."""
        return self.changes[0].text

    def undo(self) -> None:
        """Takes all of it back."""
        for change in reversed(self.changes):
            change.undo()

    def redo(self) -> None:
        """Makes all of it again."""
        for change in self.changes:
            change.redo()

    def give_reason(self, workspace: Workspace, why: str) -> None:
        """Stores the same slots with a reason in place of those without. Raises UserError for one that cannot be kept."""
        self.undo()
        try:
            again = store_edits(workspace, self.municipality, self.edits, why, self.day)
        except BaseException:
            self.redo()
            raise
        if again is not None:
            self.changes = again.changes


def store_edits(
    workspace: Workspace, municipality: int, edits: SlotEdits, why: str, day: dt.date
) -> SlotsChange | None:
    """Stores slots by procedure and Monday; None where nothing changes. Raises UserError, and then nothing is stored."""
    made: list[Change] = []
    for procedure in sorted({procedure for procedure, _ in edits}):
        slots = {week: count for (name, week), count in edits.items() if name == procedure}
        try:
            change = workspace.capacity.set_slots(municipality, slots, why, procedure, day)
        except BaseException:
            for earlier in reversed(made):
                earlier.undo()
            raise
        if change is not None:
            made.append(change)
    return SlotsChange(municipality, edits, day, tuple(made)) if made else None


def set_back(workspace: Workspace, key: str, value: str) -> Change:
    """Sets a setting, and knows the way back. Raises UserError for a value that cannot be used."""
    before = workspace.settings().text(key)
    workspace.set_setting(key, value)
    said = tr("{label}: {value}", label=SETTINGS[key].label, value=value or tr("ikke sat"))
    return Change(said, lambda: workspace.set_setting(key, before), lambda: workspace.set_setting(key, value))
