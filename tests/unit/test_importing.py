"""The import wizard without a window: shown, asked, corrected, stored; nothing kept of what is refused or cancelled."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsklynge.domain.errors import CancelledError, InputRefusedError, UserError
from sundhedsklynge.ingest.mapping import Mapping
from sundhedsklynge.store.database import Database
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.importing import ImportOptions
from sundhedsklynge.workspace.places import HOSPITAL, MUNICIPALITY, Alias
from sundhedsklynge.workspace.preview import DATA, HEADER, NOTE, PERSONAL, READ, TITLE, TOTAL
from sundhedsklynge.workspace.wizard import ALREADY, ASKS, FAULTY, READY, REFUSED, Preview
from sundhedsklynge.workspace.wizard import PERSONAL as HELD

HEAD = "udtraeksdato;sygehus;kommunekode;procedure;uge;antal"
NORTH = "Nordsjællands Hospital"
PERSON = "010190-1234"


@pytest.fixture
def workspace(sqlite_db: Database) -> Iterator[Workspace]:
    with Workspace(sqlite_db) as workspace:
        yield workspace


@pytest.fixture
def both(db: Database) -> Workspace:
    """A workspace on SQLite and on PostgreSQL."""
    return Workspace(db)


class Files:
    """Writes small files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, *lines: str, name: str = "plan.csv") -> Path:
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def plan(self, day: str, *rows: str, name: str = "plan.csv", head: str = HEAD) -> Path:
        return self(head, *(f"{day};{NORTH};{row}" for row in rows), name=name)


@pytest.fixture
def write(tmp_path: Path) -> Files:
    return Files(tmp_path)


def rows_stored(workspace: Workspace) -> int:
    return sum(entry.rows for entry in workspace.imports())


def roles(preview: Preview) -> dict[int, str]:
    return {mark.row: mark.role for mark in preview.sheets[0].rows}


# What is shown --------------------------------------------------------------------------------------------------------


def test_that_a_preview_marks_what_was_recognised_and_stores_nothing(workspace: Workspace, write: Files) -> None:
    path = write(
        "Operationsplan;;;;",
        f"{NORTH}, udtrukket 23-11-2026;;;;",
        "Kommune;Procedure;Uge;Antal;Læge",
        "Hillerød;knæ;2026-W49;3;Hansen",
        "Fredensborg;hofte;2026-W50;<5;Jensen",
        "I alt;;;7;",
        "Note: tallene er foreløbige;;;;",
    )
    preview = workspace.importing.preview(path)
    assert preview.status == READY
    assert (preview.kind.value, preview.kind.source) == ("plan", "indhold")
    assert (preview.as_of.value, preview.as_of.source) == ("2026-11-23", "titel")
    assert [(fact.value, fact.source) for fact in preview.hospitals] == [(NORTH, "titel")]
    assert roles(preview) == {1: TITLE, 2: TITLE, 3: HEADER, 4: DATA, 5: DATA, 6: TOTAL, 7: NOTE}
    marks = {mark.header: (mark.role, mark.name) for mark in preview.sheets[0].columns}
    assert marks["Kommune"] == (READ, "kommune")
    assert marks["Læge"][1] == ""
    assert preview.tally is not None
    assert preview.tally.groups == ("hofte", "knæ")
    assert preview.tally.least == ((None, 3), (1, None))
    assert preview.tally.most == ((None, 3), (4, None))
    assert workspace.imports() == []


def test_that_only_the_first_rows_are_shown_and_totals_below_them(workspace: Workspace, write: Files) -> None:
    path = write.plan("2026-11-23", *["219;knæ;2026-W49;1"] * 300, "I alt;;;300")
    (sheet,) = workspace.importing.preview(path).sheets
    assert sheet.length == 302
    assert [mark.row for mark in sheet.rows] == [*range(1, 201), 302]
    assert sheet.rows[-1].role == TOTAL


def test_that_a_file_that_cannot_be_read_is_refused_in_the_preview(workspace: Workspace, tmp_path: Path) -> None:
    preview = workspace.importing.preview(tmp_path / "findes ikke.csv")
    assert preview.status == REFUSED
    assert "findes ikke" in preview.sentence
    assert workspace.importing.store(preview).refused is not None
    with pytest.raises(UserError):
        workspace.importing.answer(preview, "kind", "plan")


def test_that_an_import_tells_beforehand_what_it_would_change(both: Workspace, write: Files) -> None:
    both.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;3", "219;knæ;2026-W50;1", "219;hofte;2026-W50;2"))
    path = write.plan("2026-11-23", "219;knæ;2026-W49;2", "219;knæ;2026-W50;4", "219;hofte;2026-W50;2")
    effect = both.importing.preview(path).effect
    assert effect is not None
    (plan,) = effect.plans
    assert (plan.hospital, plan.before, plan.extracted) == (NORTH, dt.date(2026, 11, 16), dt.date(2026, 11, 23))
    assert plan.changes is not None
    assert plan.changes.totals() == (2, 1, 0)
    assert effect.replaced == ()
    assert (
        "2 nye, 1 flyttede og 0 forsvundne operationer siden 16.11.2026, mest +3 knæ i uge 50, 2026" in plan.sentence()
    )


def test_that_a_correction_of_the_same_day_tells_which_rows_it_replaces(both: Workspace, write: Files) -> None:
    both.import_file(write.plan("2026-11-23", "219;knæ;2026-W49;3", "250;knæ;2026-W49;1"))
    preview = both.importing.preview(write.plan("2026-11-23", "219;knæ;2026-W49;5"))
    assert preview.effect is not None
    assert [(old.import_id, old.rows) for old in preview.effect.replaced] == [(1, 1)]
    assert "i forhold til planen fra samme dag" in preview.effect.sentences()[0]
    (plan,) = preview.effect.plans
    assert plan.changes is not None
    assert plan.changes.totals() == (2, 0, 0)  # the other municipality stays, so it has not vanished
    both.importing.store(preview)
    assert [entry.superseded_by for entry in both.imports()] == [(), (2,)]


def test_that_an_older_plan_is_told_as_older(workspace: Workspace, write: Files) -> None:
    workspace.import_file(write.plan("2026-11-23", "219;knæ;2026-W49;3"))
    effect = workspace.importing.preview(write.plan("2026-11-16", "219;knæ;2026-W49;3")).effect
    assert effect is not None
    assert effect.plans[0].newer == dt.date(2026, 11, 23)
    assert any("nyere plan fra 23.11.2026" in line for line in effect.sentences())


GOP_HEAD = "kommunekode;procedure;gop_type;udskrivningsdato;modtaget_dato"


def gop(*days: str) -> list[str]:
    return [GOP_HEAD, *(f"219;knæ;almen basal;{day};{day}" for day in days)]


def test_that_plans_received_replace_their_period_and_older_ones_say_they_do_not(both: Workspace, write: Files) -> None:
    both.import_file(write(*gop("2026-11-02", "2026-11-05", "2026-11-09")), ImportOptions(as_of=dt.date(2026, 11, 16)))
    newer = both.importing.preview(write(*gop("2026-11-05", "2026-11-09", "2026-11-12")))
    assert newer.effect is not None
    assert newer.effect.replaced == ()  # without as-of it is from the day after its newest receipt: older
    assert newer.effect.silent == 2
    newest = both.importing.revise(newer, ImportOptions(as_of=dt.date(2026, 11, 17)))
    assert newest.effect is not None
    assert [(old.import_id, old.rows) for old in newest.effect.replaced] == [(1, 2)]
    assert newest.effect.silent == 0
    both.importing.store(newest)
    assert both.imports()[1].status == "delvist afløst"


def test_that_capacity_replaces_week_by_week(both: Workspace, write: Files) -> None:
    both.import_file(write("kommunekode;uge;pladser", "219;2026-W49;8", "219;2026-W50;8", "250;2026-W49;4"))
    effect = both.importing.preview(write("kommunekode;uge;pladser", "219;2026-W50;9", "219;2026-W51;9")).effect
    assert effect is not None
    assert [(old.import_id, old.rows) for old in effect.replaced] == [(1, 1)]


def test_that_the_same_file_is_noticed(workspace: Workspace, write: Files) -> None:
    path = write.plan("2026-11-23", "219;knæ;2026-W49;3")
    workspace.importing.store(workspace.importing.preview(path))
    again = workspace.importing.preview(path)
    assert (again.status, again.already) == (ALREADY, 1)
    assert workspace.importing.store(again).already
    assert len(workspace.imports()) == 1


# Questions ------------------------------------------------------------------------------------------------------------


def test_that_a_question_is_answered_without_reading_the_file_again(workspace: Workspace, write: Files) -> None:
    path = write("kommune;procedure;uge;antal", "Hillerød;knæ;2026-W49;3")
    preview = workspace.importing.preview(path)
    assert preview.status == ASKS
    assert [question.what for question in preview.questions] == ["kind"]
    assert workspace.importing.store(preview).refused == preview.sentence
    path.unlink()
    preview = workspace.importing.answer(preview, "kind", "plan")
    assert {question.what for question in preview.questions} == {"as_of", "hospital"}
    preview = workspace.importing.answer(preview, "as_of", "23-11-2026")
    preview = workspace.importing.answer(preview, "hospital", NORTH)
    assert preview.status == READY
    report = workspace.importing.store(preview)
    assert report.stored
    assert report.hospitals == (NORTH,)


def test_that_an_answer_that_is_no_date_is_refused(workspace: Workspace, write: Files) -> None:
    preview = workspace.importing.preview(write("kommune;procedure;uge;antal", "Hillerød;knæ;2026-W49;3"))
    with pytest.raises(UserError, match="ikke en dato"):
        workspace.importing.answer(preview, "as_of", "på mandag")


def test_that_a_hospital_spelled_otherwise_is_asked_about_once(workspace: Workspace, write: Files) -> None:
    near = "Nordsjællands Hosp."
    path = write(HEAD, f"2026-11-16;{near};219;knæ;2026-W49;3")
    preview = workspace.importing.preview(path)
    (question,) = preview.questions
    assert NORTH in question.candidates
    workspace.importing.store(workspace.importing.answer(preview, question.what, NORTH))
    assert Alias(HOSPITAL, near, NORTH) in workspace.places.aliases()
    later = write(HEAD, f"2026-11-23;{near};219;knæ;2026-W49;3", name="senere.csv")
    preview = workspace.importing.preview(later)
    assert preview.status == READY
    assert workspace.importing.store(preview).hospitals == (NORTH,)


def test_that_a_column_can_be_assigned_and_another_left(workspace: Workspace, write: Files) -> None:
    path = write(
        "udtraeksdato;sygehus;kommunekode;procedure;uge;antal;antal rettet",
        f"2026-11-23;{NORTH};219;knæ;2026-W49;3;5",
    )
    preview = workspace.importing.preview(path)
    preview = workspace.importing.assign(preview, "antal rettet", "antal")
    marks = {mark.header: mark.name for mark in preview.sheets[0].columns}
    assert (marks["antal"], marks["antal rettet"]) == ("", "antal")
    assert preview.tally is not None
    assert preview.tally.least == ((5,),)


# Problems -------------------------------------------------------------------------------------------------------------


def bad_plan(write: Files) -> Path:
    return write.plan("2026-11-23", "219;knæ;2026-W49;3", "219;knæ;2026-W99;1", "999;=cmd;2026-W49;2")


def test_that_problems_tell_row_column_value_reason_and_remedy(workspace: Workspace, write: Files) -> None:
    preview = workspace.importing.preview(bad_plan(write))
    assert (preview.status, preview.error_rows, preview.rows_ok) == (FAULTY, 2, 1)
    first = preview.findings[0]
    assert (first.row, first.column, first.value, first.refuses) == (3, "uge", "2026-W99", True)
    assert first.reason.endswith(".")
    assert first.remedy.endswith(".")
    assert workspace.importing.store(preview).can_skip
    assert workspace.imports() == []


def test_that_the_rest_can_be_imported(workspace: Workspace, write: Files) -> None:
    preview = workspace.importing.preview(bad_plan(write))
    report = workspace.importing.store(preview, skip_bad_rows=True)
    assert (report.stored, report.rows_ok, report.rows_read) == (True, 1, 3)


def test_that_the_problem_list_is_saved_for_excel_without_live_formulas(workspace: Workspace, write: Files) -> None:
    preview = workspace.importing.preview(bad_plan(write))
    target = write.folder / "problemer.csv"
    workspace.importing.save_problems(preview.findings, target)
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(target.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert lines[0] == ["Række", "Kolonne", "Værdi", "Problem", "Gør sådan", "Rækken importeres"]
    assert lines[1][:3] == ["3", "uge", "2026-W99"]
    assert "'=cmd" in {line[2] for line in lines[1:]}


def test_that_an_unknown_name_that_is_taught_is_read(workspace: Workspace, write: Files) -> None:
    path = write("udtraeksdato;sygehus;kommune;procedure;uge;antal", f"2026-11-23;{NORTH};Hilly;knæ;2026-W49;3")
    preview = workspace.importing.preview(path)
    assert preview.status == FAULTY
    workspace.places.remember(MUNICIPALITY, "Hilly", "Hillerød")
    assert workspace.importing.revise(preview, preview.options).status == READY


# Personal numbers -----------------------------------------------------------------------------------------------------


def test_that_personal_numbers_are_never_shown_and_the_rest_can_be_imported(workspace: Workspace, write: Files) -> None:
    path = write.plan(
        "2026-11-23", f"219;knæ;2026-W49;3;{PERSON}", "219;knæ;2026-W50;1;", head=f"{HEAD};bemærkning", name="med.csv"
    )
    preview = workspace.importing.preview(path)
    assert preview.status == HELD
    assert preview.can_drop
    assert "række 2, kolonne G" in preview.personal[0]
    assert preview.sheets[0].columns[6].role == PERSONAL
    assert PERSON not in repr(preview)
    assert PERSON.replace("-", "") not in repr(preview)
    refused = workspace.importing.store(preview)
    assert (refused.stored, refused.cpr) == (False, True)
    rest = workspace.importing.without_personal_columns(preview)
    assert rest.status == READY
    assert workspace.importing.store(rest).stored
    assert PERSON not in repr(rest)
    database = write.folder / "test.sqlite"
    assert PERSON.encode() not in database.read_bytes()
    assert b"0101901234" not in database.read_bytes()


def test_that_a_personal_number_in_the_file_name_cannot_be_left_out(workspace: Workspace, write: Files) -> None:
    path = write.plan("2026-11-23", "219;knæ;2026-W49;3", name=f"plan {PERSON}.csv")
    preview = workspace.importing.preview(path)
    assert (preview.status, preview.can_drop) == (HELD, False)
    assert PERSON not in repr(preview)
    assert workspace.importing.without_personal_columns(preview).status == HELD


# Layouts --------------------------------------------------------------------------------------------------------------


def test_that_the_layout_is_remembered_for_each_hospital_and_can_be_forgotten(
    workspace: Workspace, write: Files
) -> None:
    workspace.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;3"))
    (layout,) = workspace.importing.layouts()
    assert (layout.hospital, layout.kind) == (NORTH, "plan")
    change = workspace.importing.forget_layout(layout)
    assert workspace.importing.layouts() == []
    change.undo()
    assert [each.mapping for each in workspace.importing.layouts()] == [layout.mapping]


def test_that_a_layout_seen_before_leaves_no_new_line_in_the_trail(workspace: Workspace, write: Files) -> None:
    from sundhedsklynge.store.trail import trail

    for day in ("2026-11-16", "2026-11-23"):
        workspace.import_file(write.plan(day, "219;knæ;2026-W49;3"))
    assert len(trail(workspace.database, "remembered_mapping")) == 1


def test_that_a_changed_layout_of_a_hospital_is_asked_about_in_the_window(workspace: Workspace, write: Files) -> None:
    workspace.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;3"))
    changed = write(
        "Udtræksdato;Sygehusnavn;Patientens bopælskommune (kode);Indgreb;Uge;Antal",
        f"2026-11-23;{NORTH};219;knæ;2026-W49;3",
    )
    preview = workspace.importing.preview(changed)
    assert "ændret siden sidst" in preview.sentence
    assert [question.what for question in preview.questions] == ["layout"]
    assert workspace.importing.answer(preview, "layout", "ja").status == READY
    report = workspace.import_file(changed)  # nobody can answer: read, and told
    assert report.stored
    assert any("ændret siden sidst" in problem.message for problem in report.problems)


def test_that_a_mapping_is_exported_edited_and_read_back(workspace: Workspace, write: Files) -> None:
    workspace.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;3"))
    mapping = workspace.importing.layouts()[0].mapping
    target = write.folder / "m.json"
    workspace.importing.export_layout(mapping, target)
    assert workspace.importing.read_layout(target) == mapping
    target.write_text("{", encoding="utf-8")
    with pytest.raises(InputRefusedError):
        workspace.importing.read_layout(target)
    with pytest.raises(UserError):
        workspace.importing.remember_layout(Mapping())


# Cancelling, and other files ------------------------------------------------------------------------------------------


def test_that_a_cancelled_preview_and_import_leave_nothing(workspace: Workspace, write: Files) -> None:
    path = write.plan("2026-11-23", *[f"219;knæ;2026-W{w};1" for w in range(40, 53)] * 50)
    steps = 0
    for after in range(60):
        asked = 0

        def cancelled(after: int = after) -> bool:
            nonlocal asked
            asked += 1
            return asked > after

        try:
            workspace.import_file(path, cancelled=cancelled)
            break
        except CancelledError:
            steps += 1
            assert workspace.imports() == []
            assert workspace.importing.layouts() == []
    assert steps >= 4
    with pytest.raises(CancelledError):
        workspace.importing.preview(write.plan("2026-11-16", "219;knæ;2026-W49;1"), cancelled=lambda: True)


def test_that_another_file_than_the_one_shown_is_not_imported(workspace: Workspace, write: Files) -> None:
    path = write.plan("2026-11-23", "219;knæ;2026-W49;3")
    shown = workspace.importing.preview(path)
    write.plan("2026-11-23", "219;knæ;2026-W49;9")
    report = workspace.import_file(path, ImportOptions(sha256=shown.sha256))
    assert report.refused is not None
    assert "ændret" in report.refused
    assert rows_stored(workspace) == 0


# Undo, redo, history --------------------------------------------------------------------------------------------------


def test_that_the_history_tells_what_superseded_what_and_undo_brings_it_back(both: Workspace, write: Files) -> None:
    both.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;3", "250;knæ;2026-W49;3", name="a.csv"))
    both.import_file(write.plan("2026-11-16", "219;knæ;2026-W49;5", name="b.csv"))
    newer, older = both.imports()
    assert (older.status, older.superseded_by, older.snapshots) == ("delvist afløst", (2,), (dt.date(2026, 11, 16),))
    assert (newer.status, newer.rows, newer.rows_read) == ("gældende", 1, 1)
    both.undo_import(2)
    newer, older = both.imports()
    assert (older.status, newer.status) == ("gældende", "fortrudt")
    assert newer.undone_by
    both.redo_import(2)
    assert [entry.status for entry in both.imports()] == ["gældende", "delvist afløst"]
    with pytest.raises(UserError):
        both.redo_import(2)


def test_that_an_import_taken_back_may_come_again(both: Workspace, write: Files) -> None:
    path = write.plan("2026-11-16", "219;knæ;2026-W49;3")
    both.import_file(path)
    both.undo_import(1)
    preview = both.importing.preview(path)
    assert preview.status == READY
    assert both.importing.store(preview).import_id == 2
    with pytest.raises(UserError, match="allerede med"):
        both.redo_import(1)
