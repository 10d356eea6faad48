"""The capacity room: every change is saved at once, told with who and why, and can be taken back."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.store import queries
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.trail import trail, user_name
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.capacity import SlotTable, read_slots
from sundhedsklynge.workspace.provenance import provenance
from tests.rows import store

AS_OF = dt.date(2026, 11, 23)
WEEK = dt.timedelta(days=7)
HILLEROED, FREDENSBORG = 219, 210


@pytest.fixture
def workspace(db: Database) -> Workspace:
    """Plans known at AS_OF, and ten slots in each of four weeks in two municipalities."""
    received = [{"municipality": m, "received": AS_OF - WEEK, "count": 1} for m in (HILLEROED, FREDENSBORG)]
    store(db, kinds.GOP, *received, extracted=AS_OF.isoformat())
    slots = [
        {"municipality": m, "week": AS_OF + k * WEEK, "slots": 10} for m in (HILLEROED, FREDENSBORG) for k in range(4)
    ]
    store(db, kinds.CAPACITY, *slots)
    return Workspace(db)


def slots_of(table: SlotTable, municipality: int) -> list[float]:
    return table.slots[table.codes.index(municipality)].tolist()


def test_that_the_table_holds_every_municipality_and_says_what_is_not_known(workspace: Workspace) -> None:
    table = workspace.capacity.table(weeks=6)
    assert table.codes == (FREDENSBORG, HILLEROED)
    assert slots_of(table, HILLEROED)[:4] == [10, 10, 10, 10]
    assert np.isnan(slots_of(table, HILLEROED)[4:]).all()
    assert table.weeks[0] == AS_OF
    christmas = table.weeks.index(dt.date(2026, 12, 21))
    assert table.closed[christmas] == (dt.date(2026, 12, 24), dt.date(2026, 12, 25))
    assert table.open_days[0, christmas] == 3


def test_that_an_edit_is_saved_with_who_and_why_and_can_be_taken_back(workspace: Workspace) -> None:
    change = workspace.capacity.set_slots(HILLEROED, {AS_OF + WEEK: 16}, "vikar i uge 49")
    assert change is not None
    assert change.text == "16 pladser i uge 49, 2026 i Hillerød"
    assert slots_of(workspace.capacity.table(), HILLEROED)[1] == 16
    newest = workspace.capacity.history(HILLEROED)[0]
    assert (newest.file, newest.why, newest.undone, newest.as_of) == ("", "vikar i uge 49", False, AS_OF)
    assert newest.who
    assert [(c.before, c.after) for c in newest.cells] == [(10, 16)]
    change.undo()
    assert slots_of(workspace.capacity.table(), HILLEROED)[1] == 10
    assert workspace.capacity.history(HILLEROED)[0].undone
    change.redo()
    assert slots_of(workspace.capacity.table(), HILLEROED)[1] == 16
    assert workspace.capacity.history(FREDENSBORG)[0].file == "test.csv"


def test_that_a_reason_given_afterwards_stands_on_the_one_line_and_in_the_trail(workspace: Workspace) -> None:
    change = workspace.capacity.set_slots(HILLEROED, {AS_OF + WEEK: 16})
    assert change is not None
    lines = len(workspace.capacity.history(HILLEROED))
    workspace.capacity.give_reason([change], "vikar i uge 49")
    newest, *older = workspace.capacity.history(HILLEROED)
    assert (newest.why, newest.undone, len(older)) == ("vikar i uge 49", False, lines - 1)
    assert queries.capacity(workspace.database, AS_OF)["note"].tolist().count("vikar i uge 49") == 1
    told = trail(workspace.database, "import_batch")[0]
    assert (told.action, told.before, told.after) == ("reason", {"note": ""}, {"note": "vikar i uge 49"})
    with pytest.raises(UserError):
        workspace.capacity.give_reason([change], "ring til 010180-1236")
    change.undo()
    assert slots_of(workspace.capacity.table(), HILLEROED)[1] == 10


def test_that_the_package_tells_what_was_typed_since_the_last_file_and_names_it_as_a_source(
    workspace: Workspace,
) -> None:
    capacity = workspace.capacity
    made = capacity.set_slots(HILLEROED, {AS_OF + WEEK: 16}, "vikar")
    gone = capacity.set_slots(HILLEROED, {AS_OF + 2 * WEEK: 99}, "fejl")
    capacity.set_slots(FREDENSBORG, {AS_OF + WEEK: 4}, "", "hofte")
    assert made is not None
    assert gone is not None
    gone.undo()
    told = provenance(workspace, AS_OF, ())
    who = capacity.history(HILLEROED)[0].who
    assert [(c.place, c.week, c.procedure, c.before, c.after, c.who, c.why) for c in told.slots_changed] == [
        ("Fredensborg", AS_OF + WEEK, "hofte", None, 4, who, ""),
        ("Hillerød", AS_OF + WEEK, "", 10, 16, who, "vikar"),
    ]
    assert [c.place for c in provenance(workspace, AS_OF, (), {HILLEROED}).slots_changed] == ["Hillerød"]
    assert sorted(s.name for s in told.sources if s.kind == "kapacitet") == ["tastet i vinduet", "test.csv"]


def test_that_an_earlier_as_of_keeps_the_slots_it_had(workspace: Workspace) -> None:
    workspace.capacity.set_slots(HILLEROED, {AS_OF: 3})
    assert slots_of(workspace.capacity.table(AS_OF), HILLEROED)[0] == 3
    assert slots_of(workspace.capacity.table(AS_OF - WEEK, first_week=AS_OF), HILLEROED)[0] == 10


def test_that_setting_what_stands_changes_nothing(workspace: Workspace) -> None:
    before = len(workspace.imports())
    assert workspace.capacity.set_slots(HILLEROED, {AS_OF: 10}) is None
    assert len(workspace.imports()) == before


def test_that_slots_for_one_procedure_stand_beside_the_shared_ones(workspace: Workspace) -> None:
    workspace.capacity.set_slots(HILLEROED, {AS_OF: 4}, procedure="knæ")
    table = workspace.capacity.table()
    assert slots_of(table, HILLEROED)[0] == 10
    assert table.own["knæ"][table.codes.index(HILLEROED), 0] == 4
    with pytest.raises(UserError, match="albue"):
        workspace.capacity.set_slots(HILLEROED, {AS_OF: 4}, procedure="albue")


def test_that_a_block_from_excel_is_set_in_one_change_and_empty_cells_are_left(workspace: Workspace) -> None:
    change = workspace.capacity.paste("12\t\t14\r\n8,0\t9\t\r\n", FREDENSBORG, AS_OF, "ny vagtplan")
    assert change is not None
    table = workspace.capacity.table(weeks=3)
    assert slots_of(table, FREDENSBORG) == [12, 10, 14]
    assert slots_of(table, HILLEROED) == [8, 9, 10]
    change.undo()
    assert slots_of(workspace.capacity.table(weeks=3), FREDENSBORG) == [10, 10, 10]


@pytest.mark.parametrize(("text", "named"), [("12\tmange", "kolonne 2"), ("12\n-3", "Række 2"), ("1\n2\n3", "flere")])
def test_that_a_block_that_cannot_be_used_names_the_cell_and_changes_nothing(
    workspace: Workspace, text: str, named: str
) -> None:
    with pytest.raises(UserError, match=named):
        workspace.capacity.paste(text, FREDENSBORG, AS_OF)
    assert slots_of(workspace.capacity.table(weeks=2), FREDENSBORG) == [10, 10]


@pytest.mark.parametrize(("text", "slots"), [("12", 12), (" 1 200 ", 1200), ("3,0", 3), ("0", 0), ("", None)])
def test_that_slots_are_read_as_people_write_them(text: str, slots: int | None) -> None:
    assert read_slots(text) == slots


@pytest.mark.parametrize("text", ["-1", "1,5", "tolv", "99999", "1.200"])
def test_that_what_is_no_number_of_slots_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_slots(text)


def test_that_a_number_can_be_filled_to_the_right(workspace: Workspace) -> None:
    workspace.capacity.fill(HILLEROED, AS_OF, AS_OF + 5 * WEEK, 7)
    assert slots_of(workspace.capacity.table(weeks=6), HILLEROED) == [7] * 6


def test_that_leave_takes_slots_away_and_never_below_none(workspace: Workspace) -> None:
    workspace.capacity.set_slots(HILLEROED, {AS_OF + WEEK: 2})
    workspace.capacity.take_leave(HILLEROED, AS_OF, AS_OF + WEEK, 4, "barsel")
    assert slots_of(workspace.capacity.table(weeks=3), HILLEROED) == [6, 0, 10]
    with pytest.raises(UserError, match="uge 52, 2026"):
        workspace.capacity.take_leave(HILLEROED, AS_OF, AS_OF + 4 * WEEK, 1)


def test_that_closed_days_take_open_days_from_the_week_and_come_back(workspace: Workspace) -> None:
    first = dt.date(2026, 12, 7)
    change = workspace.capacity.close(first, dt.date(2026, 12, 9), HILLEROED)
    table = workspace.capacity.table()
    row, week = table.codes.index(HILLEROED), table.weeks.index(first)
    assert table.open_days[row, week] == 2
    assert table.open_days[1 - row, week] == 5
    (closing,) = workspace.capacity.closings()
    change.undo()
    assert workspace.capacity.closings() == []
    change.redo()
    assert workspace.capacity.closings() == [closing]
    workspace.capacity.reopen(closing)
    assert workspace.capacity.closings() == []


def test_that_a_period_that_ends_before_it_begins_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError):
        workspace.capacity.close(dt.date(2026, 12, 9), dt.date(2026, 12, 7))
    with pytest.raises(UserError):
        workspace.capacity.fill(HILLEROED, AS_OF + WEEK, AS_OF, 3)


def test_that_a_group_starts_on_its_day_and_can_be_cancelled(workspace: Workspace) -> None:
    workspace.capacity.start_group(HILLEROED, dt.date(2026, 12, 1), 8)
    (group,) = workspace.capacity.groups()
    assert (group.municipality, group.first, group.slots) == (HILLEROED, dt.date(2026, 12, 1), 8)
    workspace.capacity.cancel_group(group)
    assert workspace.capacity.groups() == []
    with pytest.raises(UserError, match="allerede"):
        workspace.capacity.cancel_group(group)


def test_that_closed_days_and_groups_have_a_history_with_who_and_why(workspace: Workspace) -> None:
    room, day = workspace.capacity, dt.date(2026, 12, 7)
    undone = room.close(day, dt.date(2026, 12, 9), HILLEROED, why="kursus")
    room.start_group(HILLEROED, day, 8, as_of=AS_OF + WEEK, why="fælles opstart")
    room.close(dt.date(2026, 12, 28), dt.date(2026, 12, 30), as_of=AS_OF + WEEK)
    room.start_group(FREDENSBORG, day, 4)
    undone.undo()
    (group, *_) = room.groups(AS_OF + WEEK)
    room.cancel_group(group, AS_OF + WEEK)
    told = room.days_history(HILLEROED)
    assert [(change.text, change.why) for change in told] == [
        ("Holdet den 07.12.2026 i Hillerød er aflyst", ""),
        ("Åbent igen 07.12.2026 til 09.12.2026 i Hillerød", ""),
        ("Lukket 28.12.2026 til 30.12.2026 i alle kommuner", ""),
        ("Hold på 8 den 07.12.2026 i Hillerød", "fælles opstart"),
        ("Lukket 07.12.2026 til 09.12.2026 i Hillerød", "kursus"),
    ]
    assert {change.who for change in told} == {user_name()}
    assert room.days_history(FREDENSBORG)[0].text == "Hold på 4 den 07.12.2026 i Fredensborg"
    with pytest.raises(UserError):
        room.close(day, day, HILLEROED, why="aftalt med 010190-1234")


@pytest.mark.parametrize("slots", [{AS_OF: -1}, {AS_OF: 100_000}, {AS_OF + dt.timedelta(days=1): 3}])
def test_that_slots_that_make_no_sense_are_refused(workspace: Workspace, slots: dict[dt.date, int]) -> None:
    with pytest.raises(UserError):
        workspace.capacity.set_slots(HILLEROED, slots)


def test_that_an_unknown_municipality_is_refused(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="999"):
        workspace.capacity.set_slots(999, {AS_OF: 3})


def test_that_a_reason_with_a_personal_number_is_refused_and_not_repeated(workspace: Workspace) -> None:
    with pytest.raises(InputRefusedError) as refused:
        workspace.capacity.set_slots(HILLEROED, {AS_OF: 3}, "borger 010190-1234 har ringet")
    assert "010190" not in str(refused.value)
    assert slots_of(workspace.capacity.table(), HILLEROED)[0] == 10


def test_that_slots_can_be_written_before_there_are_any_plans(db: Database) -> None:
    workspace = Workspace(db)
    workspace.capacity.set_slots(HILLEROED, {AS_OF: 5})
    table = workspace.capacity.table(first_week=AS_OF)
    assert (table.as_of, slots_of(table, HILLEROED)[0]) == (None, 5)


def test_that_an_edit_keeps_the_forecast_and_drops_the_risk(workspace: Workspace) -> None:
    made: list[str] = []
    for name in ("forecast", "risk_table"):
        workspace.keep((name, AS_OF, 8), lambda name=name: made.append(name))
    workspace.keep(("risk_then", AS_OF - WEEK, 8), lambda: made.append("then"))
    workspace.capacity.set_slots(HILLEROED, {AS_OF: 5})
    made.clear()
    for name in ("forecast", "risk_table"):
        workspace.keep((name, AS_OF, 8), lambda name=name: made.append(name))
    workspace.keep(("risk_then", AS_OF - WEEK, 8), lambda: made.append("then"))
    assert made == ["risk_table"]
