"""Writing the package: the old file stays whole, what is no ordinary file is refused, links and permissions are kept."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from sundhedsklynge.domain.errors import Exit, UserError
from sundhedsklynge.export import xlsx
from sundhedsklynge.export.files import make_folder, refuse_if_held, replace_file
from sundhedsklynge.export.package import write_package
from tests.unit.test_export import SCOPES, report


def test_that_a_file_open_in_excel_is_told_and_left_untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "gammel.xlsx"
    target.write_bytes(b"old")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(UserError, match=r"gammel\.xlsx kan ikke skrives.*Excel.*Luk filen") as told:
        xlsx.write(report(), target)
    assert told.value.exit_code == Exit.USAGE
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["gammel.xlsx"]


def test_that_no_file_of_a_package_is_replaced_when_one_is_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = write_package(report(), tmp_path, ["xlsx", "csv"])
    before = {path: path.stat().st_mtime_ns for path in first}
    held = first[-1]
    really_open = Path.open

    def hold(self: Path, mode: str = "r", *args: Any, **kwargs: Any) -> Any:
        if self.name == held.name and "+" in mode:
            raise PermissionError(13, "Permission denied")
        return really_open(self, mode, *args, **kwargs)

    monkeypatch.setattr(Path, "open", hold)
    with pytest.raises(UserError, match="kilder"):
        write_package(report(masked=False, is_demo=False), tmp_path, ["xlsx", "csv"])
    assert {path: path.stat().st_mtime_ns for path in first} == before


def test_that_a_failure_while_writing_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")

    def fail() -> None:
        with replace_file(target) as temporary:
            temporary.write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_that_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="findes ikke"), replace_file(tmp_path / "nowhere" / "a.csv") as temporary:
        temporary.write_text("x")


def test_that_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("x")
    with pytest.raises(UserError, match="er en fil"):
        make_folder(tmp_path / "taken")


def test_that_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(UserError, match="er en mappe"):
        xlsx.write(report(), tmp_path / "a.xlsx")


def test_that_what_is_no_ordinary_file_is_refused_and_left(tmp_path: Path) -> None:
    pipe = tmp_path / "prognose.csv"
    os.mkfifo(pipe)
    with (
        pytest.raises(UserError, match=r"^prognose\.csv er ikke en almindelig fil\. Vælg et andet filnavn\.$"),
        replace_file(pipe) as temporary,
    ):
        temporary.write_text("x")
    with pytest.raises(UserError, match="ikke en almindelig fil"):
        refuse_if_held(pipe)
    assert pipe.is_fifo()
    assert list(tmp_path.iterdir()) == [pipe]


def test_that_a_link_to_a_pipe_is_refused_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    link = tmp_path / "prognose.csv"
    link.symlink_to(tmp_path / "pipe")
    with pytest.raises(UserError, match=r"^prognose\.csv er ikke"), replace_file(link) as temporary:
        temporary.write_text("x")
    assert link.is_symlink()


def test_that_a_link_is_written_through(tmp_path: Path) -> None:
    target = tmp_path / "fælles" / "uge.csv"
    target.parent.mkdir()
    target.write_text("old")
    link = tmp_path / "uge.csv"
    link.symlink_to(target)
    with replace_file(link) as temporary:
        assert temporary.parent == target.parent
        temporary.write_text("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert list(target.parent.iterdir()) == [target]


def test_that_a_link_to_nothing_yet_makes_what_it_names(tmp_path: Path) -> None:
    link = tmp_path / "uge.csv"
    link.symlink_to(tmp_path / "ny.csv")
    with replace_file(link) as temporary:
        temporary.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "ny.csv").read_text() == "new"


def test_that_links_in_a_ring_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    with (
        pytest.raises(UserError, match=r"a\.csv er en genvej, der ikke fører nogen steder hen"),
        replace_file(tmp_path / "a.csv") as temporary,
    ):
        temporary.write_text("x")


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_that_an_existing_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "a.csv"
    target.write_text("old")
    target.chmod(mode)
    with replace_file(target) as temporary:
        temporary.write_text("new")
    assert stat.S_IMODE(target.stat().st_mode) == mode
    assert target.read_text() == "new"


def test_that_an_unknown_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="docx"):
        write_package(report(), tmp_path, ["xlsx", "docx"])
    assert list(tmp_path.iterdir()) == []


def test_that_the_folder_is_made_and_each_format_written_once(tmp_path: Path) -> None:
    paths = write_package(report(scope=SCOPES[2]), tmp_path / "uge 48" / "ny", ["xlsx", "csv", "xlsx"])
    assert len(paths) == len(set(paths)) == 4
    assert all(path.is_file() and "hilleroed" in path.name and "2026-11-23" in path.name for path in paths)
