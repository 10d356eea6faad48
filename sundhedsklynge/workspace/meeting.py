"""The meeting room: what is looked at, decisions and notes with the data they rest on, how the last ones went, and minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.domain.errors import NothingToComputeError, UserError
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet
from sundhedsklynge.export.masked_rows import Shown
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.forecast.outlook import Scope
from sundhedsklynge.store import notes
from sundhedsklynge.store.notes import DECISION, NOTE, Note
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.meeting_figures import (
    Figures,
    MeetingView,
    area_name,
    area_of,
    figures_of,
    meeting_view,
    person_counts,
    risk_lines,
)
from sundhedsklynge.workspace.meeting_shown import let_go, mask_limit, shown_before, shown_bookings
from sundhedsklynge.workspace.minutes import Minutes, write_minutes
from sundhedsklynge.workspace.personal import without_person
from sundhedsklynge.workspace.words import short_date

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace


EVERYWHERE = ("i_alt", "i_alt")
MOST_EARLIER = 5


@dataclass(frozen=True)
class FollowUp:
    """An earlier decision with its place's figures then and now; None where that morning's cannot be computed."""

    note: Note
    place: str
    then: Figures | None
    now: Figures | None


class Meeting:
    """Reached as `Workspace.meeting`. Without an `as_of` the newest data speak."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._moved: dict[int, int] = {}  # ids of notes that were taken away and put back, to what they are now

    # What is looked at ------------------------------------------------------------------------------------------------

    def view(
        self,
        level: str = EVERYWHERE[0],
        code: str = EVERYWHERE[1],
        as_of: dt.date | None = None,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> MeetingView:
        """Freshness, change, risk and advice in a place. Raises NothingToComputeError, CancelledError."""
        day = as_of or self._workspace.default_as_of()
        return self._workspace.keep(
            ("meeting", day, level, code, shown_before(self._workspace, day)),
            lambda: meeting_view(self._workspace, level, code, day, progress, cancelled),
        )

    def shown_bookings(self, as_of: dt.date, cancelled: Cancelled = never) -> Shown:
        """What may be shown of the bookings of the weeks from `as_of` on. Raises NothingToComputeError, CancelledError."""
        return shown_bookings(self._workspace, as_of, cancelled)

    def earlier(self, as_of: dt.date | None = None, cancelled: Cancelled = never) -> list[FollowUp]:
        """Decisions taken on older data, those not carried out first, then the newest; computes the risk of each data date."""
        day = as_of or self._workspace.default_as_of()
        found = [note for note in notes.notes(self._db, DECISION) if note.data_date and note.data_date < day]
        found.sort(key=lambda note: (note.done_on is not None, -note.day.toordinal(), -note.id))
        return [
            FollowUp(
                note,
                self.place_name(note),
                self._figures(note, note.data_date or day, day, cancelled),
                self._figures(note, day, day, cancelled),
            )
            for note in found[:MOST_EARLIER]
        ]

    def _figures(self, note: Note, day: dt.date, looked_at: dt.date, cancelled: Cancelled) -> Figures | None:
        level, code = (note.area_kind, note.area_code) if note.area_kind else EVERYWHERE

        def compute() -> Figures | None:
            try:
                risk = self._workspace.risk(day, WEEKS_AHEAD, cancelled=cancelled)
                areas = self._workspace.areas(day)
                area = area_of(areas, level, code)
                target: float = self._workspace.settings().get("risiko.maal", day)
                persons = person_counts(self._workspace, areas, day, mask_limit(self._workspace, day), cancelled)
                return figures_of(risk, area, risk_lines(risk, area, target), persons)
            except NothingToComputeError:
                return None

        figures = self._workspace.keep(("meeting figures", day, level, code), compute)
        let_go(self._workspace, day, looked_at)
        return figures

    # Decisions and notes ----------------------------------------------------------------------------------------------

    def log(self, as_of: dt.date | None = None) -> list[Note]:
        """Decisions and notes, newest first; those that rest on the data of `as_of` where one is given."""
        return [note for note in notes.notes(self._db) if as_of is None or note.data_date == as_of]

    def place_name(self, note: Note) -> str:
        """What the place of a note is called."""
        if note.area_kind in ("", EVERYWHERE[0]):
            return "Alle kommuner"
        if note.area_kind == "kommune":
            return self._workspace.organisation().name(int(note.area_code))
        day = note.data_date or note.day
        known = self._workspace.organisation().areas(note.area_kind, day)
        name = next((area.name for area in known if area.code == note.area_code), note.area_code)
        return area_name(Scope(note.area_kind, note.area_code, name, ()))

    def save(self, note: Note) -> Change:
        """Stores a new note or decision, or the changed one. Raises UserError for an empty text, a deadline before the day,
        one that is gone; InputRefusedError for what reads as a CPR number."""
        clean = replace(
            note,
            id=self._now(note.id),
            text=without_person(note.text),
            responsible=without_person(note.responsible),
            outcome=without_person(note.outcome),
        )
        if clean.due is not None and clean.due < clean.day:
            raise UserError("Fristen ligger før beslutningen.", "Vælg en senere frist.")
        before = self._stored(clean.id) if clean.id else None
        number = notes.save_note(self._db, clean)
        kind = "Beslutning" if clean.kind == DECISION else "Note"
        if before is not None:
            return Change(
                f"{kind} af {short_date(clean.day)} rettet",
                lambda: notes.save_note(self._db, replace(before, id=self._now(number))),
                lambda: notes.save_note(self._db, replace(clean, id=self._now(number))),
            )
        return Change(
            f"{kind} af {short_date(clean.day)}",
            lambda: notes.remove_note(self._db, self._now(number)),
            lambda: self._put_back(number, clean),
        )

    def remove(self, note_id: int) -> Change:
        """Takes a note or decision away; it stays in the trail. Raises UserError where it is gone."""
        number = self._now(note_id)
        note = self._stored(number)
        notes.remove_note(self._db, number)
        kind = "beslutning" if note.kind == DECISION else "note"
        return Change(
            f"Fjern {kind} af {short_date(note.day)}",
            lambda: self._put_back(number, note),
            lambda: notes.remove_note(self._db, self._now(number)),
        )

    def _stored(self, number: int) -> Note:
        found = next((note for note in notes.notes(self._db) if note.id == number), None)
        if found is None:
            raise UserError("Noten findes ikke længere.", "Opdatér siden.")
        return found

    def _put_back(self, number: int, note: Note) -> None:
        self._moved[self._now(number)] = notes.save_note(self._db, replace(note, id=0))

    def _now(self, number: int) -> int:
        while number in self._moved:
            number = self._moved[number]
        return number

    # Minutes ----------------------------------------------------------------------------------------------------------

    def minutes(
        self,
        day: dt.date,
        level: str = EVERYWHERE[0],
        code: str = EVERYWHERE[1],
        as_of: dt.date | None = None,
        cancelled: Cancelled = never,
    ) -> Minutes:
        """The minutes of the meeting held on `day`: the figures looked at, how earlier decisions went, and that day's log."""
        view = self.view(level, code, as_of, cancelled=cancelled)
        log = [note for note in notes.notes(self._db) if note.day == day][::-1]
        return Minutes(
            day=day,
            view=view,
            decisions=tuple((note, self.place_name(note)) for note in log if note.kind == DECISION),
            notes=tuple((note, self.place_name(note)) for note in log if note.kind == NOTE),
            earlier=tuple((up.note, up.place, up.then, up.now) for up in self.earlier(as_of, cancelled)),
            is_demo=self._workspace.is_demo,
        )

    def write_minutes(self, minutes: Minutes, folder: Path) -> list[Path]:
        """Minutes as Markdown, text and a CSV of the log. Raises UserError where a file cannot be written."""
        return write_minutes(minutes, folder)
