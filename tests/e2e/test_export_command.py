"""`export` on the command line: every format, the same files as the window writes, and Qt only where it draws."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.conftest import Cli

LOADED = """
import json, sys
from sundhedsklynge.cli import run
code = run(sys.argv[1:])
print(json.dumps({"code": code, "qt": sorted(m for m in sys.modules if m.split(".")[0] in ("PySide6", "pyqtgraph"))}))
"""


def modules_after(filled: Cli, *arguments: object) -> list[str]:
    """The Qt modules that are loaded once a command has run in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "--db", str(filled.db), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "HOME": str(filled.folder), "PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=True,
    )
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["code"] == 0, done.stderr
    return told["qt"]


def test_that_every_format_is_written_and_named_by_date_and_place(filled: Cli, tmp_path: Path) -> None:
    result = filled("export", "--format", "xlsx,pdf,csv,png,svg", "--out", tmp_path, "--municipality", "219")
    assert result.code == 0, result.err
    stem = "genoptraening_2026-11-23_hilleroed"
    names = [
        f"{stem}.xlsx",
        f"{stem}.pdf",
        f"{stem}.png",
        f"{stem}.svg",
        *(f"{stem}_{n}.csv" for n in ("prognose", "frist", "kilder")),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names)
    assert all(name in result.out for name in names)
    assert (tmp_path / f"{stem}.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / f"{stem}.png").read_bytes().startswith(b"\x89PNG")


def test_that_the_same_data_give_the_same_bytes(filled: Cli, tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    for folder in folders:
        assert filled("export", "--format", "xlsx,pdf,csv,png,svg", "--out", folder, "--masked").code == 0
    first, second = ({path.name: path.read_bytes() for path in folder.iterdir()} for folder in folders)
    assert first == second
    assert all("_skjult" in name for name in first)


def test_that_a_file_held_open_gives_a_sentence_and_stays(filled: Cli, tmp_path: Path) -> None:
    target = tmp_path / "genoptraening_2026-11-23_alle-kommuner.pdf"
    target.mkdir()
    result = filled("export", "--format", "pdf", "--out", tmp_path)
    assert result.code == 2
    assert target.name in result.err
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("formats", ["xlsx", "csv", "xlsx,csv"])
def test_that_sheets_are_written_without_qt(filled: Cli, tmp_path: Path, formats: str) -> None:
    assert modules_after(filled, "export", "--format", formats, "--out", tmp_path) == []


@pytest.mark.parametrize("command", ["forecast", "risk", "imports", "settings"])
def test_that_commands_without_pictures_load_no_qt(filled: Cli, command: str) -> None:
    assert modules_after(filled, command) == []


def test_that_paper_is_drawn_without_a_display_and_without_the_charts_library(filled: Cli, tmp_path: Path) -> None:
    loaded = modules_after(filled, "export", "--format", "pdf,png", "--out", tmp_path)
    assert "PySide6.QtGui" in loaded
    assert not [name for name in loaded if name.startswith("pyqtgraph")]
    assert len(list(tmp_path.iterdir())) == 2
