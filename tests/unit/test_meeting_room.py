"""The meeting room: what may be seen, what is logged, how earlier decisions went, and the minutes."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from sundhedsklynge.domain.errors import InputRefusedError, NothingToComputeError, UserError
from sundhedsklynge.export.cells import HIDDEN, Hidden
from sundhedsklynge.forecast.outlook import Scope
from sundhedsklynge.store.notes import DECISION, NOTE, Note
from sundhedsklynge.store.trail import trail
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.meeting_figures import without_reason
from sundhedsklynge.workspace.meeting_masking import masked_sums
from sundhedsklynge.workspace.minutes import log_csv, markdown, plain_text
from tests.e2e.conftest import capacity_text, gop_text, plan_text

AS_OF = dt.date(2026, 11, 23)
HILLEROED = "219"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Plans, received plans and slots of three municipalities; tests take back what they write."""
    folder = tmp_path_factory.mktemp("meeting")
    with Workspace.open(str(folder / "moede.sqlite"), create=True) as workspace:
        for name, text in (("plan", plan_text()), ("gop", gop_text()), ("kapacitet", capacity_text())):
            path = folder / f"{name}.csv"
            path.write_text(text, encoding="utf-8")
            assert workspace.import_file(path).stored
        yield workspace


def decision(**changes: object) -> Note:
    made = Note("Seks ekstra pladser", AS_OF, DECISION, AS_OF, "Leder af træningscenteret", "kommune", HILLEROED)
    return replace(made, **changes)  # type: ignore[arg-type]


def scope(level: str, *members: int) -> Scope:
    return Scope(level, "i_alt" if level == "i_alt" else str(members[0]), "", members)


def test_that_the_view_holds_what_the_pages_show(filled: Workspace) -> None:
    view = filled.meeting.view()
    risk = filled.risk(view.as_of, 12)
    outlook = filled.forecast(view.as_of, 12)
    assert view.as_of == filled.default_as_of()
    assert [line.hospital for line in view.freshness] == [f.hospital for f in filled.freshness(view.as_of)]
    assert [line.risk for line in view.risk] == sorted(np.nanmax(risk.p_over_frist, axis=1), reverse=True)
    assert view.figures.risk == np.nanmax(risk.p_over_frist)
    np.testing.assert_allclose([w.expected for w in view.weeks], outlook.cell("i_alt", "i_alt", "alle").mean)
    worst = next(line for line in view.risk if line.weeks_over)
    assert view.advice[0].sentence == filled.deadline.advice(worst.municipality, view.as_of, 12).sentence


def test_that_a_municipality_sees_itself_only(filled: Workspace) -> None:
    view = filled.meeting.view("kommune", HILLEROED)
    assert [line.name for line in view.risk] == ["Hillerød"]
    with pytest.raises(NothingToComputeError):
        filled.meeting.view("klynge", "findes ikke")


def test_that_every_small_count_of_persons_is_hidden_and_no_forecast_is(filled: Workspace) -> None:
    view = filled.meeting.view()
    waiting = {entry.name: entry for entry in filled.deadline.waiting(view.as_of)}
    clocks = {entry.name: entry for entry in filled.deadline.two_clocks(view.as_of)}
    outlook = filled.forecast(view.as_of, 12)
    for line in view.persons:
        pairs = [(line.waiting, waiting[line.name].total), (line.overdue, waiting[line.name].overdue)]
        if line.name in clocks:
            pairs += [(line.missed, clocks[line.name].missed), (line.deadlines, clocks[line.name].deadlines)]
        for shown, real in pairs:
            assert isinstance(shown, Hidden) or shown is None or (shown == real and not 0 < real < view.below)
    booked = outlook.cell("i_alt", "i_alt", "alle").booked
    for week, real in zip(view.weeks, booked, strict=True):
        assert isinstance(week.booked, Hidden) or week.booked is None or week.booked == real
        assert not isinstance(week.expected, Hidden)
    for code in outlook.municipalities:
        own = filled.meeting.view("kommune", str(code))
        for week, real in zip(own.weeks, outlook.cell("kommune", str(code), "alle").booked, strict=True):
            assert not 0 < real < own.below or isinstance(week.booked, Hidden)


def test_that_a_municipality_without_data_is_missing_and_not_zero() -> None:
    areas = [scope("kommune", 101), scope("kommune", 147), scope("i_alt", 101, 147)]
    shown = masked_sums({101: 7}, areas, 5)
    assert shown == {("kommune", "101"): 7, ("kommune", "147"): None, ("i_alt", "i_alt"): 7}
    assert masked_sums({101: 3}, areas, 5)["i_alt", "i_alt"] is HIDDEN


def test_that_news_tell_no_reason_that_could_be_a_count() -> None:
    crossed = "Hillerød, uge 50, 2026: risikoen er steget fra 5 % til 10 %, fordi der ventes 1 flere i kø."
    assert without_reason(crossed) == "Hillerød, uge 50, 2026: risikoen er steget fra 5 % til 10 %."
    assert without_reason("Ingen grund.") == "Ingen grund."


def test_that_a_decision_is_logged_with_its_data_and_can_be_undone_and_redone(filled: Workspace) -> None:
    room = filled.meeting
    made = room.save(decision())
    (logged,) = room.log(AS_OF)
    assert (logged.text, logged.data_date, logged.responsible) == (
        "Seks ekstra pladser",
        AS_OF,
        "Leder af træningscenteret",
    )
    assert room.place_name(logged) == "Hillerød"
    changed = room.save(replace(logged, outcome="Risikoen faldt", done_on=AS_OF))
    made_again = [changed.undo, made.undo, made.redo, changed.redo]
    for step in made_again:
        step()
    assert [(n.outcome, n.done_on) for n in room.log()] == [("Risikoen faldt", AS_OF)]
    removed = room.remove(room.log()[0].id)
    assert room.log() == []
    removed.undo()
    assert [n.text for n in room.log()] == ["Seks ekstra pladser"]
    removed.redo()
    assert room.log() == []
    assert len(trail(filled.database, "note")) >= 8


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"text": "  "}, UserError),
        ({"text": "Borgeren 010190-1234 ringes op"}, InputRefusedError),
        ({"responsible": "010190-1234"}, InputRefusedError),
        ({"due": AS_OF - dt.timedelta(days=1)}, UserError),
        ({"id": 4711}, UserError),
    ],
)
def test_that_what_cannot_be_kept_is_refused(
    filled: Workspace, changes: dict[str, object], error: type[UserError]
) -> None:
    before = filled.meeting.log()
    with pytest.raises(error):
        filled.meeting.save(decision(**changes))
    assert filled.meeting.log() == before


def test_that_the_meeting_opens_with_what_the_numbers_were_then_and_now(filled: Workspace) -> None:
    room, then = filled.meeting, AS_OF - dt.timedelta(days=14)
    older = room.save(decision(day=then, data_date=then))
    today = room.save(decision(text="I dag"))
    (entry,) = room.earlier(AS_OF)
    assert entry.note.data_date == then
    assert entry.then is not None
    assert entry.now is not None
    row = filled.risk(then, 12).municipalities.index(int(HILLEROED))
    assert entry.then.risk == np.nanmax(filled.risk(then, 12).p_over_frist[row])
    assert entry.now.risk == np.nanmax(filled.risk(AS_OF, 12).p_over_frist[row])
    today.undo()
    older.undo()


def test_that_a_decision_on_data_from_before_all_files_says_so(filled: Workspace) -> None:
    room, then = filled.meeting, dt.date(2019, 1, 7)
    made = room.save(decision(day=then, data_date=then))
    (entry,) = room.earlier(AS_OF)
    assert entry.then is None
    assert "Da: kan ikke beregnes" in markdown(room.minutes(AS_OF))
    made.undo()


def test_that_minutes_are_written_in_three_forms_without_live_formulas(filled: Workspace, tmp_path: Path) -> None:
    room = filled.meeting
    made = [
        room.save(decision(text="=HYPERLINK(1) # hold", due=AS_OF + dt.timedelta(days=7))),
        room.save(decision(text="Hospitalet svarer mandag", kind=NOTE)),
    ]
    minutes = room.minutes(AS_OF)
    paths = room.write_minutes(minutes, tmp_path / "referater")
    assert [path.name for path in paths] == [f"moedereferat_2026-11-23.{ending}" for ending in ("md", "txt", "csv")]
    rows = list(csv.reader(io.StringIO(paths[2].read_text(encoding="utf-8-sig")), delimiter=";"))
    assert rows[1][2:7] == [
        "Beslutning",
        "Hillerød",
        "'=HYPERLINK(1) # hold",
        "Leder af træningscenteret",
        "30-11-2026",
    ]
    assert rows[2][2:5] == ["Note", "Hillerød", "Hospitalet svarer mandag"]
    said = markdown(minutes)
    assert [line for line in said.splitlines() if line.startswith("## ")] == [
        "## Siden sidst",
        "## Friskhed",
        "## Ændring",
        "## Risiko",
        "## Handling",
        "## Beslutninger",
        "## Noter",
    ]
    assert "=HYPERLINK(1) \\# hold" in said
    assert "=HYPERLINK(1) # hold (ansvarlig: Leder af træningscenteret; frist 30.11.2026" in plain_text(minutes)
    assert "DEMO" not in said
    assert log_csv(replace(minutes, is_demo=True)).startswith("Data;Dag")
    assert "DEMO" in markdown(replace(minutes, is_demo=True))
    for change in made:
        change.undo()
