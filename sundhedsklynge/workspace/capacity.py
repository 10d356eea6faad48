"""The capacity room: slots per week as a table to edit, closed days, leave and groups, and the history of it all.

Every change is saved at once and can be taken back. An edit is an import of its own: what was there before stays, for
as-of dates in the past and for undo.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sundhedsklynge.deadline.queue import open_mask
from sundhedsklynge.domain.calendar import ONE_WEEK, day_number, is_closed, monday, week_text, weeks_from
from sundhedsklynge.domain.dates import day_text
from sundhedsklynge.domain.errors import NothingToComputeError, UserError
from sundhedsklynge.domain.kinds import CAPACITY, COLUMNS
from sundhedsklynge.domain.procedures import PROCEDURES
from sundhedsklynge.forecast.evidence import Floats, Ints
from sundhedsklynge.settings import ClosedDays, GroupDay, check_value, setting
from sundhedsklynge.store import capacity as stored
from sundhedsklynge.store import notes, queries
from sundhedsklynge.store.capacity import CapacityChange
from sundhedsklynge.store.imports import ImportMeta, redo_import, save_import, undo_import
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.days_history import CLOSED, GROUPS, DaysChange, days_history, days_text
from sundhedsklynge.workspace.deadline_risk import closed_days
from sundhedsklynge.workspace.personal import without_person
from sundhedsklynge.workspace.words import counted, number

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

MOST_SLOTS = 2000  # in a week; more is a slip of the finger
NOT_ABOUT_SLOTS = frozenset(
    {"settings", "organisation", "evidence", "forecast", "caseload"}
)  # kept results an edit leaves as they are
OF_A_DAY = frozenset({"basis", "risk_table", "risk", "risk_then", "waiting", "scenario", "what_if", "advice"})


@dataclass(frozen=True)
class SlotTable:
    """Slots by municipality and week. slots: (M, W) shared, NaN not said. own: by procedure, (M, W) kept for it. open_days: (M, W) days the
    centre is open. closed: by week, the weekdays closed everywhere (holidays and 24 and 31 December)."""

    as_of: dt.date | None
    weeks: tuple[dt.date, ...]
    codes: tuple[int, ...]
    names: tuple[str, ...]
    slots: Floats
    own: dict[str, Floats]
    open_days: Ints
    closed: tuple[tuple[dt.date, ...], ...]


@dataclass(frozen=True)
class Closing:
    """A closed period or a group as it stands in the settings."""

    text: str
    municipality: int | None
    first: dt.date
    last: dt.date
    slots: int = 0


def read_slots(text: str) -> int | None:
    """Slots as a person writes them; None for an empty cell. Raises UserError."""
    plain = re.sub(r"\s", "", text)
    if not plain:
        return None
    if not re.fullmatch(r"\d+([.,]0+)?", plain):
        raise UserError(f"'{text.strip()}' er ikke et antal pladser.", "Skriv et helt tal fra 0.")
    return checked_slots(int(re.split(r"[.,]", plain)[0]))


def checked_slots(slots: int) -> int:
    """`slots`, if a week can have so many. Raises UserError."""
    if not 0 <= slots <= MOST_SLOTS:
        raise UserError(f"{slots} pladser kan ikke bruges.", f"Skriv et helt tal fra 0 til {MOST_SLOTS}.")
    return slots


@dataclass(frozen=True)
class SlotsEdit(Change):
    """Slots that were typed, stored as the import `import_id`."""

    import_id: int


class Capacity:
    """Slots, closed days, leave and groups. An edit counts from the as-of date it was made on (`as_of`, else the newest
    data's), so that an earlier as-of date keeps the slots it had. Every change raises UserError for what cannot be used.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    # Seen -------------------------------------------------------------------------------------------------------------

    def table(
        self, as_of: dt.date | None = None, weeks: int = 12, first_week: dt.date | None = None, procedure: str = ""
    ) -> SlotTable:
        """The slots known at `as_of`, from the week that holds it (or `first_week`), of every municipality in the data."""
        day = self._day(as_of)
        frame = queries.capacity(self._db, day or dt.date.max)
        codes = self._codes(day, frame)
        mondays = tuple(weeks_from(first_week or day or dt.date.today(), weeks))
        shared = _laid_out(frame[frame["procedure"] == ""], codes, mondays)
        own = {
            str(name): _laid_out(part, codes, mondays)
            for name, part in frame[frame["procedure"] != ""].groupby("procedure")
        }
        if procedure:
            own.setdefault(_known_procedure(procedure), np.full(shared.shape, np.nan))
        shut = closed_days(self._workspace.settings(), day or mondays[0], codes)
        first = day_number(mondays[0])
        everywhere = shut.get(-1, frozenset[int]())
        open_days = np.zeros((len(codes), weeks), dtype=np.int32)
        for m in range(len(codes)):
            mask = open_mask(first, 7 * weeks, everywhere | shut.get(m, frozenset[int]()))
            open_days[m] = mask.reshape(-1, 7).sum(1)
        names = self._workspace.organisation()
        return SlotTable(
            as_of=day,
            weeks=mondays,
            codes=codes,
            names=tuple(names.name(code) for code in codes),
            slots=shared,
            own=own,
            open_days=open_days,
            closed=tuple(tuple(d for d in _weekdays(week) if is_closed(d)) for week in mondays),
        )

    def closings(self, as_of: dt.date | None = None) -> list[Closing]:
        """Closed days beyond the calendar's, in force on that day."""
        spans: tuple[ClosedDays, ...] = self._workspace.settings().get(CLOSED, self._day(as_of))
        return [Closing(_span_text(span), span.municipality, span.first, span.last) for span in spans]

    def groups(self, as_of: dt.date | None = None) -> list[Closing]:
        """Groups that start together, in force on that day."""
        groups: tuple[GroupDay, ...] = self._workspace.settings().get(GROUPS, self._day(as_of))
        return [Closing(_group_text(g), g.municipality, g.day, g.day, g.slots) for g in groups]

    def history(self, municipality: int | None = None) -> list[CapacityChange]:
        """Every change of slots, of one municipality or all, with who and why; the newest first."""
        return stored.capacity_history(self._db, municipality)

    def days_history(self, municipality: int) -> list[DaysChange]:
        """Closed days and groups of a municipality, those of all included, as they were changed, the newest first."""
        every = days_history(self._db, self._place)
        return [change for change in every if change.municipality in (None, municipality)]

    # Changed ----------------------------------------------------------------------------------------------------------

    def set_slots(
        self,
        municipality: int,
        slots: Mapping[dt.date, int],
        why: str = "",
        procedure: str = "",
        as_of: dt.date | None = None,
    ) -> SlotsEdit | None:
        """Sets whole-week slots by the week's Monday; None where nothing changes."""
        return self.set_cells({(municipality, week): count for week, count in slots.items()}, why, procedure, as_of)

    def set_cells(
        self,
        cells: Mapping[tuple[int, dt.date], int],
        why: str = "",
        procedure: str = "",
        as_of: dt.date | None = None,
    ) -> SlotsEdit | None:
        """The same for cells (municipality, Monday) of several municipalities, in one change."""
        why, day = without_person(why), self._day(as_of)
        procedure = _known_procedure(procedure) if procedure else ""
        for (municipality, week), count in cells.items():
            self._check_municipality(municipality)
            checked_slots(count)
            if week != monday(week):
                raise UserError(f"{week} er ikke en mandag.", "Angiv ugen ved dens mandag.")
        stand = self._standing(day, procedure)
        new = {cell: count for cell, count in cells.items() if stand.get(cell) != count}
        if not new:
            return None
        frame = _rows(new, procedure, why)
        meta = ImportMeta("", "", len(frame), len(frame), as_of=day, note=why)
        number_of = save_import(self._db, meta, CAPACITY, frame).import_id
        made = self._done(
            self._slots_text(new),
            day,
            lambda: undo_import(self._db, number_of),
            lambda: redo_import(self._db, number_of),
        )
        return SlotsEdit(made.text, made.undo, made.redo, number_of)

    def give_reason(self, edits: Sequence[SlotsEdit], why: str) -> None:
        """Says why slots were typed, once they are; no figure changes. Raises UserError for a reason that cannot be kept."""
        stored.give_reason(self._db, [edit.import_id for edit in edits], without_person(why))

    def paste(
        self,
        text: str,
        municipality: int,
        week: dt.date,
        why: str = "",
        procedure: str = "",
        as_of: dt.date | None = None,
        order: Sequence[int] | None = None,
    ) -> Change | None:
        """Sets a block copied from Excel, its first cell at `municipality` and the week of `week`; a row for each
        municipality in `order` (the table's, by code). Empty cells are left as they are. Raises UserError naming the
        cell that cannot be used; nothing is stored then.
        """
        rows = list(order) if order is not None else list(self.table(as_of, 1).codes)
        if municipality not in rows:
            self._check_municipality(municipality)
            rows = [municipality]
        start = rows.index(municipality)
        cells: dict[tuple[int, dt.date], int] = {}
        for i, line in enumerate(text.rstrip("\r\n").splitlines()):
            if start + i >= len(rows):
                raise UserError("Udklippet har flere rækker end tabellen.", "Sæt det ind længere oppe.")
            for k, cell in enumerate(line.split("\t")):
                try:
                    count = read_slots(cell)
                except UserError as error:
                    where = f"Række {i + 1}, kolonne {k + 1} i udklippet"
                    raise UserError(f"{where}: {error.sentence}", f"{error.remedy} Intet er ændret.") from error
                if count is not None:
                    cells[(rows[start + i], monday(week) + k * ONE_WEEK)] = count
        return self.set_cells(cells, why, procedure, as_of)

    def fill(
        self,
        municipality: int,
        first_week: dt.date,
        last_week: dt.date,
        slots: int,
        why: str = "",
        procedure: str = "",
        as_of: dt.date | None = None,
    ) -> Change | None:
        """The same number in every week from one to another, both included."""
        return self.set_slots(municipality, dict.fromkeys(_span(first_week, last_week), slots), why, procedure, as_of)

    def add(
        self,
        municipality: int,
        slots: Mapping[dt.date, int],
        why: str = "",
        procedure: str = "",
        as_of: dt.date | None = None,
    ) -> Change | None:
        """Adds slots to what the weeks have (below 0: takes away, to none at least): extra slots, or a colleague on leave."""
        stand = self._standing(self._day(as_of), procedure)
        missing = sorted(week for week in slots if (municipality, week) not in stand)
        if missing:
            raise UserError(
                f"Der står ingen pladser i {week_text(missing[0])}.",
                "Skriv ugens pladser, før du lægger til eller trækker fra.",
            )
        changed = {week: max(0, stand[municipality, week] + more) for week, more in slots.items()}
        return self.set_slots(municipality, changed, why, procedure, as_of)

    def take_leave(
        self,
        municipality: int,
        first_week: dt.date,
        last_week: dt.date,
        slots_a_week: int,
        why: str = "",
        as_of: dt.date | None = None,
    ) -> Change | None:
        """A colleague away: so many slots fewer in every week from one to another, both included."""
        fewer = -abs(checked_slots(slots_a_week))
        return self.add(municipality, dict.fromkeys(_span(first_week, last_week), fewer), why, as_of=as_of)

    def close(
        self,
        first: dt.date,
        last: dt.date,
        municipality: int | None = None,
        as_of: dt.date | None = None,
        why: str = "",
    ) -> Change:
        """Closes the centre on these days (both included), of one municipality or all; the week's slots go to its other days, and are lost
        where it has none. For illness, with slots lost, use `add` or a scenario.
        """
        if municipality is not None:
            self._check_municipality(municipality)
        days = ClosedDays(municipality, first, last)
        said = days_text(days, self._place(municipality))
        return self._written(CLOSED, [*self._texts(CLOSED, as_of), _span_text(days)], said, as_of, why)

    def reopen(self, closing: Closing, as_of: dt.date | None = None, why: str = "") -> Change:
        """Takes a closed period away."""
        return self._removed(CLOSED, closing, as_of, why)

    def start_group(
        self, municipality: int, day: dt.date, slots: int, as_of: dt.date | None = None, why: str = ""
    ) -> Change:
        """A group that starts together on `day`, besides the week's slots."""
        self._check_municipality(municipality)
        group = GroupDay(municipality, day, slots)
        said = days_text(group, self._place(municipality))
        return self._written(GROUPS, [*self._texts(GROUPS, as_of), _group_text(group)], said, as_of, why)

    def cancel_group(self, group: Closing, as_of: dt.date | None = None, why: str = "") -> Change:
        """Takes a group away."""
        return self._removed(GROUPS, group, as_of, why)

    # Inside -----------------------------------------------------------------------------------------------------------

    def _day(self, as_of: dt.date | None) -> dt.date | None:
        """The date an edit counts from; None, always, where there are no data yet."""
        if as_of is not None:
            return as_of
        try:
            return self._workspace.default_as_of()
        except NothingToComputeError:
            return None

    def _codes(self, day: dt.date | None, capacity: pd.DataFrame) -> tuple[int, ...]:
        """Municipalities with plans, or with slots."""
        told = {int(code) for code in capacity["municipality"].unique()}
        if day is not None:
            with contextlib.suppress(NothingToComputeError):
                told |= set(self._workspace.evidence(day).municipalities)
        return tuple(sorted(told))

    def _check_municipality(self, code: int) -> None:
        if code not in self._workspace.organisation().municipalities:
            raise UserError(f"Der er ingen kommune med koden {code}.", "Vælg en kommune i tabellen.")

    def _standing(self, day: dt.date | None, procedure: str) -> dict[tuple[int, dt.date], int]:
        """Slots by municipality and Monday as they stand."""
        frame = queries.capacity(self._db, day or dt.date.max)
        frame = frame[frame["procedure"] == procedure]
        weeks = [week.date() for week in frame["week"]]
        return dict(zip(zip(frame["municipality"].tolist(), weeks, strict=True), frame["slots"].tolist(), strict=True))

    def _slots_text(self, cells: Mapping[tuple[int, dt.date], int]) -> str:
        places = sorted({code for code, _ in cells})
        weeks = sorted({week for _, week in cells})
        where = self._place(places[0]) if len(places) == 1 else f"{number(len(places))} kommuner"
        if len(cells) == 1:
            return f"{counted(next(iter(cells.values())), 'plads', 'pladser')} i {week_text(weeks[0])} i {where}"
        when = week_text(weeks[0]) if len(weeks) == 1 else f"{week_text(weeks[0])} til {week_text(weeks[-1])}"
        return f"Pladser i {when} i {where}"

    def _place(self, municipality: int | None) -> str:
        return "alle kommuner" if municipality is None else self._workspace.organisation().name(municipality)

    def _texts(self, key: str, as_of: dt.date | None) -> list[str]:
        text = self._workspace.settings().text(key, self._day(as_of))
        return [part.strip() for part in text.split(";") if part.strip()]

    def _removed(self, key: str, gone: Closing, as_of: dt.date | None, why: str) -> Change:
        listed = self.closings(as_of) if key == CLOSED else self.groups(as_of)
        if gone not in listed:
            raise UserError("Den er allerede fjernet.", "Opdatér siden.")
        listed.remove(gone)
        (days,) = setting(key).parse(gone.text)
        said = days_text(days, self._place(gone.municipality), gone=True)
        return self._written(key, [entry.text for entry in listed], said, as_of, why)

    def _written(self, key: str, parts: list[str], said: str, as_of: dt.date | None, why: str) -> Change:
        """Sets the setting from the as-of date on; undo puts back what stood from that date."""
        day, why = self._day(as_of), without_person(why)
        text = check_value(key, "; ".join(parts))
        before = notes.setting_from(self._db, key, day)

        def write() -> None:
            notes.set_setting(self._db, key, text, day, why)

        def back() -> None:
            if before is None:
                notes.remove_setting(self._db, key, day)
            else:
                notes.set_setting(self._db, key, before, day)

        write()
        return self._done(said, day, back, write, settings=True)

    def _done(
        self,
        text: str,
        day: dt.date | None,
        undo: Callable[[], object],
        redo: Callable[[], object],
        settings: bool = False,
    ) -> Change:
        """The change, made known: results that do not rest on slots, or are of earlier dates, stay."""

        def stays(key: Hashable) -> bool:
            name, at = (key[0], key[1]) if isinstance(key, tuple) and len(key) > 1 else (key, None)
            if name in NOT_ABOUT_SLOTS:
                return not (settings and name == "settings")
            return name in OF_A_DAY and day is not None and isinstance(at, dt.date) and at < day

        def then(change: Callable[[], object]) -> Callable[[], None]:
            def run() -> None:
                change()
                self._workspace.forget(stays)

            return run

        self._workspace.forget(stays)
        return Change(text, then(undo), then(redo))


def _laid_out(frame: pd.DataFrame, codes: tuple[int, ...], weeks: tuple[dt.date, ...]) -> Floats:
    """(M, W) slots, NaN where nothing is said."""
    table = np.full((len(codes), len(weeks)), np.nan)
    row = {code: i for i, code in enumerate(codes)}
    column = {week: i for i, week in enumerate(weeks)}
    for code, week, slots in zip(frame["municipality"], frame["week"], frame["slots"], strict=True):
        if code in row and week.date() in column:
            table[row[code], column[week.date()]] = slots
    return table


def _rows(cells: Mapping[tuple[int, dt.date], int], procedure: str, why: str) -> pd.DataFrame:
    """Typed rows of the capacity kind."""
    places = sorted(cells)
    frame = pd.DataFrame(
        {
            "row": pd.Series(range(1, len(places) + 1), dtype="int64"),
            "municipality": pd.Series([code for code, _ in places], dtype="int64"),
            "week": pd.Series([week for _, week in places], dtype="datetime64[s]"),
            "procedure": pd.Series([procedure] * len(places), dtype="str"),
            "slots": pd.Series([cells[place] for place in places], dtype="int64"),
            "note": pd.Series([why] * len(places), dtype="str"),
        }
    )
    return frame[list(COLUMNS[CAPACITY])]


def _known_procedure(name: str) -> str:
    if name not in PROCEDURES:
        raise UserError(f"Indgrebet '{name}' er ukendt.", f"Vælg en af: {', '.join(PROCEDURES)}.")
    return name


def _span(first_week: dt.date, last_week: dt.date) -> list[dt.date]:
    first, last = monday(first_week), monday(last_week)
    if not first <= last <= first + 106 * ONE_WEEK:
        raise UserError("Perioden slutter, før den begynder, eller er over to år.", "Ret ugerne.")
    return weeks_from(first, (last - first).days // 7 + 1)


def _weekdays(week: dt.date) -> list[dt.date]:
    return [week + dt.timedelta(days=i) for i in range(5)]


def _span_text(span: ClosedDays) -> str:
    first, last = day_text(span.first), day_text(span.last)
    days = first if first == last else f"{first}..{last}"
    return days if span.municipality is None else f"{span.municipality}: {days}"


def _group_text(group: GroupDay) -> str:
    return f"{group.municipality}: {day_text(group.day)} {group.slots}"
