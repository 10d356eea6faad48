"""The watched folder: what is new, what it would change, and what is left alone."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.store.database import Database
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.inbox import MOST_SHOWN, Inbox, InboxView
from sundhedsklynge.workspace.wizard import FAULTY, PERSONAL, READY, REFUSED

NORTH = "Nordsjællands Hospital"
PERSON = "010190-1234"


@pytest.fixture
def workspace(sqlite_db: Database) -> Iterator[Workspace]:
    with Workspace(sqlite_db) as workspace:
        yield workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "fælles"
    path.mkdir()
    return path


def put(folder: Path, day: str, count: int = 3, name: str = "", week: str = "2026-W49", age: int = 0) -> Path:
    """A plan of one row, last changed `age` seconds ago."""
    path = folder / (name or f"plan {day}.csv")
    text = f"udtraeksdato;sygehus;kommunekode;procedure;uge;antal\n{day};{NORTH};219;knæ;{week};{count}\n"
    path.write_text(text, encoding="utf-8")
    changed = dt.datetime(2026, 11, 23, 8).timestamp() - age
    os.utime(path, (changed, changed))
    return path


def look(inbox: Inbox, times: int = 2) -> InboxView:
    for _ in range(times - 1):
        inbox.scan()
    return inbox.scan()


def test_that_no_folder_is_watched_until_one_is_set(workspace: Workspace, folder: Path) -> None:
    assert workspace.inbox.scan().folder is None
    change = workspace.inbox.watch(folder)
    assert workspace.inbox.folder == folder
    assert not workspace.inbox.automatic
    change.undo()
    assert workspace.inbox.folder is None


def test_that_a_folder_that_is_not_there_cannot_be_watched(workspace: Workspace, folder: Path) -> None:
    with pytest.raises(UserError, match="findes ikke"):
        workspace.inbox.watch(folder / "nej")


def test_that_a_new_file_is_shown_with_what_it_would_change(workspace: Workspace, folder: Path) -> None:
    workspace.import_file(put(folder, "2026-11-16"))
    workspace.inbox.watch(folder)
    put(folder, "2026-11-23", 9)
    (file,) = look(workspace.inbox).files
    assert (file.name, file.status, file.kind, file.as_of) == ("plan 2026-11-23.csv", READY, "plan", "2026-11-23")
    assert file.hospitals == (NORTH,)
    assert "6 nye" in file.changes[0]
    assert len(workspace.imports()) == 1


def test_that_a_file_is_left_alone_until_it_is_the_same_in_two_looks(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder)
    path = put(folder, "2026-11-16")
    first = workspace.inbox.scan()
    assert (first.files, first.waiting) == ((), 1)
    with path.open("a", encoding="utf-8") as file:
        file.write(f"2026-11-16;{NORTH};250;knæ;2026-W49;1\n")
    second = workspace.inbox.scan()
    assert (second.files, second.waiting) == ((), 1)
    assert len(workspace.inbox.scan().files) == 1


@pytest.mark.parametrize(
    "name", ["~$plan.xlsx", ".plan.csv", "plan.csv.part", "plan.tmp", "plan.crdownload", "Thumbs.db", "læs mig.pdf"]
)
def test_that_locks_downloads_and_other_files_are_ignored(workspace: Workspace, folder: Path, name: str) -> None:
    workspace.inbox.watch(folder)
    put(folder, "2026-11-16", name=name)
    (folder / "mappe.csv").mkdir()
    view = look(workspace.inbox)
    assert (view.files, view.waiting, view.error) == ((), 0, "")


@pytest.mark.parametrize("lock", ["~${}", ".~lock.{}#"])
def test_that_a_file_open_in_a_spreadsheet_waits_until_it_is_closed(
    workspace: Workspace, folder: Path, lock: str
) -> None:
    workspace.inbox.watch(folder)
    held = folder / lock.format(put(folder, "2026-11-16").name)
    held.touch()
    assert look(workspace.inbox).files == ()
    held.unlink()
    assert len(look(workspace.inbox).files) == 1


def test_that_a_file_imported_before_is_not_new_under_any_name(workspace: Workspace, folder: Path) -> None:
    workspace.import_file(put(folder, "2026-11-16"))
    workspace.inbox.watch(folder)
    put(folder, "2026-11-16", name="kopi.csv")
    assert look(workspace.inbox).files == ()
    workspace.undo_import(1)
    assert look(workspace.inbox).files == ()  # who took it back does not want it back by itself


def test_that_a_file_that_is_ignored_is_offered_no_more_in_any_session(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder)
    put(folder, "2026-11-16")
    (file,) = look(workspace.inbox).files
    change = workspace.inbox.ignore(file)
    assert look(workspace.inbox).files == ()
    assert look(Workspace(workspace.database).inbox).files == ()
    change.undo()
    assert len(look(workspace.inbox).files) == 1


def test_that_one_call_imports_the_file_that_was_shown_and_no_other(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder)
    path = put(folder, "2026-11-16")
    (file,) = look(workspace.inbox).files
    put(folder, "2026-11-16", 99)
    assert workspace.inbox.import_file(file).refused is not None
    assert path.exists()
    (file,) = look(workspace.inbox).files
    assert workspace.inbox.import_file(file).stored
    assert look(workspace.inbox).files == ()


def test_that_files_are_imported_by_themselves_the_oldest_first_where_that_is_set(
    workspace: Workspace, folder: Path
) -> None:
    workspace.inbox.watch(folder, automatic=True)
    put(folder, "2026-11-23", 9, name="a.csv", age=10)
    put(folder, "2026-11-16", 3, name="b.csv", age=100)
    put(folder, "2026-11-24", week="2026-W99", name="c.csv")
    view = look(workspace.inbox)
    assert [(report.file, report.stored) for report in view.imported] == [("b.csv", True), ("a.csv", True)]
    assert [(file.name, file.status) for file in view.files] == [("c.csv", FAULTY)]
    assert look(workspace.inbox).imported == ()


def test_that_a_file_with_personal_numbers_is_never_imported_by_itself(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder, automatic=True)
    path = put(folder, "2026-11-16")
    path.write_text(path.read_text(encoding="utf-8").replace("knæ", f"knæ {PERSON}"), encoding="utf-8")
    put(folder, "2026-11-16", name=f"{PERSON}.csv")
    view = look(workspace.inbox)
    assert {file.status for file in view.files} == {PERSONAL}
    assert PERSON not in repr([(file.name, file.sentence, file.changes) for file in view.files])
    assert workspace.imports() == []


def test_that_a_damaged_file_is_told_and_does_not_stop_the_others(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder)
    (folder / "skadet.xlsx").write_bytes(b"PK\x03\x04" + b"x" * 100)
    (folder / "tom.csv").touch()
    put(folder, "2026-11-16")
    view = look(workspace.inbox)
    assert {file.name: file.status for file in view.files} == {
        "skadet.xlsx": REFUSED,
        "tom.csv": REFUSED,
        "plan 2026-11-16.csv": READY,
    }
    assert all(file.sentence for file in view.files)


def test_that_a_drive_that_went_away_is_told_and_not_raised(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder)
    folder.rmdir()
    view = workspace.inbox.scan()
    assert "kan ikke læses" in view.error
    folder.mkdir()
    put(folder, "2026-11-16")
    assert len(look(workspace.inbox).files) == 1


def test_that_many_files_are_taken_a_look_at_a_time(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder, automatic=True)
    for number in range(MOST_SHOWN + 2):
        put(folder, "2026-11-16", number + 1, name=f"{number:02d}.csv")
    view = look(workspace.inbox)
    assert (len(view.imported), view.later) == (MOST_SHOWN, 2)
    assert len(workspace.inbox.scan().imported) == 2


def test_that_a_look_can_be_cancelled(workspace: Workspace, folder: Path) -> None:
    workspace.inbox.watch(folder, automatic=True)
    put(folder, "2026-11-16")
    workspace.inbox.scan()
    with pytest.raises(CancelledError):
        workspace.inbox.scan(cancelled=lambda: True)
    assert workspace.imports() == []
    assert len(workspace.inbox.scan().imported) == 1
