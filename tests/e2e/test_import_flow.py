"""Import as a user and other programs meet it: the wizard and the command line give the same rows, on real files."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.ingest.report import plan_counts
from sundhedsklynge.resources import resource
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.wizard import ASKS, READY
from tests.e2e.conftest import HOSPITAL, Cli

ROOT = Path(__file__).parents[2]
DIALECTS = ROOT / "tests" / "data" / "dialects"
PERSON = "010190-1234"
HEAD = "udtraeksdato;sygehus;kommunekode;procedure;uge;antal"


@pytest.fixture
def workspace(cli: Cli) -> Workspace:
    return Workspace.open(str(cli.db), create=True)


def plan(day: str, count: int = 3, head: str = HEAD, more: str = "") -> str:
    return f"{head}\n{day};{HOSPITAL};219;knæ;2026-W49;{count}{more}\n"


@pytest.mark.parametrize(
    "name", ["e02_blandede_datoer.csv", "e03_to_overskrifter_flettet.xlsx", "e15_gammel_excel.xls"]
)
def test_that_the_wizard_and_the_command_line_read_the_same(workspace: Workspace, cli: Cli, name: str) -> None:
    preview = workspace.importing.preview(DIALECTS / name)
    result, entry = cli.report(DIALECTS / name, "--dry-run")
    assert result.code == 0
    assert preview.status == READY
    assert preview.draft is not None
    assert preview.draft.checked is not None
    assert entry["rows_ok"] == preview.rows_ok
    if entry["kind"] == "plan":
        assert entry["counts"] == plan_counts(preview.draft.checked.frame)
    assert entry["mapping"] == preview.mapping.columns


@pytest.mark.parametrize("name", ["q02_hospital_stavet.csv", "q03_uger_uden_aar.csv", "q05_ingen_dato.csv"])
def test_that_what_the_window_asks_the_command_line_refuses_naming_what_is_missing(
    workspace: Workspace, cli: Cli, name: str
) -> None:
    preview = workspace.importing.preview(DIALECTS / name)
    assert preview.status == ASKS
    result = cli("import", DIALECTS / name)
    assert result.code == 3
    for question in preview.questions:
        assert question.sentence in result.err


def test_that_an_exported_mapping_answers_on_the_command_line(workspace: Workspace, cli: Cli) -> None:
    preview = workspace.importing.preview(DIALECTS / "q02_hospital_stavet.csv")
    for question in preview.questions:
        preview = workspace.importing.answer(preview, question.what, question.candidates[0])
    workspace.importing.export_layout(preview.mapping, cli.folder / "m.json")
    result, entry = cli.report(DIALECTS / "q02_hospital_stavet.csv", "--mapping", cli.folder / "m.json")
    assert (result.code, entry["stored"]) == (0, True)
    assert entry["rows_ok"] == preview.rows_ok


def test_that_nothing_of_a_personal_number_is_left_anywhere(cli: Cli, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = cli.folder / "med.csv"
    path.write_text(plan("2026-11-23", head=f"{HEAD};note", more=f";ring til {PERSON}"), encoding="utf-8")
    refused, entry = cli.report(path)
    assert refused.code == 3
    assert "kolonne G (note)" in refused.err
    kept, _ = cli.report(path, "--drop-cpr-columns")
    assert kept.code == 0
    path.unlink()
    digits = PERSON.replace("-", "").encode()
    for file in [p for p in cli.folder.rglob("*") if p.is_file()]:
        assert PERSON.encode() not in file.read_bytes(), file
        assert digits not in file.read_bytes(), file
    assert PERSON not in refused.out + refused.err + kept.out + kept.err + json.dumps(entry)


def test_that_an_unknown_hospital_answered_in_the_window_is_known_on_the_command_line(
    workspace: Workspace, cli: Cli
) -> None:
    near = HOSPITAL.replace("Hospital", "Hosp.")
    path = cli.folder / "a.csv"
    path.write_text(plan("2026-11-16").replace(HOSPITAL, near), encoding="utf-8")
    preview = workspace.importing.preview(path)
    workspace.importing.store(workspace.importing.answer(preview, preview.questions[0].what, HOSPITAL))
    path.write_text(plan("2026-11-23").replace(HOSPITAL, near), encoding="utf-8")
    result, entry = cli.report(path)
    assert result.code == 0
    assert entry["hospitals"] == [HOSPITAL]


def test_that_a_changed_layout_is_told_on_the_command_line_and_read_rightly(cli: Cli) -> None:
    (cli.folder / "a.csv").write_text(plan("2026-11-16"), encoding="utf-8")
    head = "Udtræksdato;Sygehusnavn;Bopælskommune;Antal;Uge;Indgreb"
    (cli.folder / "b.csv").write_text(f"{head}\n2026-11-23;{HOSPITAL};Hillerød;4;2026-W50;knæ\n", encoding="utf-8")
    assert cli("import", "a.csv").code == 0
    result, entry = cli.report("b.csv")
    assert result.code == 0
    assert "ændret siden sidst" in result.err
    (count,) = entry["counts"]  # type: ignore[misc]
    assert (count["kommunekode"], count["uge"], count["antal"]) == (219, "2026-W50", 4)


def test_that_all_own_dialects_can_follow_one_another_in_one_database(workspace: Workspace, cli: Cli) -> None:
    files = sorted(path for path in DIALECTS.glob("e*") if ".expected." not in path.name)
    result = cli("import", *files)
    assert result.code == 0, result.err
    assert len(workspace.imports()) == len(files)


def test_that_undo_and_redo_change_what_speaks(cli: Cli) -> None:
    for number, count in enumerate((3, 5), start=1):
        (cli.folder / f"{number}.csv").write_text(plan("2026-11-23", count), encoding="utf-8")
        assert cli("import", f"{number}.csv").code == 0

    def history() -> list[tuple[str, str, str]]:
        rows = csv.DictReader(cli("imports").out.splitlines(), delimiter=";")
        return [(row["id"], row["status"], row["afloest_af"]) for row in rows]

    assert history() == [("1", "afløst", "2"), ("2", "gældende", "")]
    assert cli("undo", 2).code == 0
    assert history() == [("1", "gældende", ""), ("2", "fortrudt", "")]
    assert cli("redo", 2).code == 0
    assert history() == [("1", "afløst", "2"), ("2", "gældende", "")]


def test_that_areas_are_loaded_from_a_table(cli: Cli) -> None:
    result = cli("areas", resource("reference", "sundhedsraad.csv"))
    assert result.code == 0
    assert "sundhedsråd med" in result.out
    (cli.folder / "forkert.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    wrong = cli("areas", "forkert.csv")
    assert wrong.code == 3
    assert "kommunekode;klynge;gyldig_fra" in wrong.err


def test_that_a_large_import_goes_at_most_a_step_further_once_it_is_cancelled(workspace: Workspace, cli: Cli) -> None:
    path = cli.folder / "stor.csv"
    row = f"2026-11-23;{HOSPITAL};219;knæ;2026-W49;1\n"
    path.write_text(HEAD + "\n" + row * 200_000, encoding="utf-8")
    for share in (0.1, 0.35, 0.4, 0.7, 0.8):
        reached: list[float] = []

        def progress(done: float, share: float = share, reached: list[float] = reached) -> None:
            if done >= share:
                reached.append(done)

        with pytest.raises(CancelledError):
            workspace.import_file(path, progress=progress, cancelled=lambda reached=reached: bool(reached))
        assert len(reached) <= 2, "the step that was under way"
    assert workspace.imports() == []
    assert workspace.importing.layouts() == []


def test_that_a_script_without_a_main_guard_can_import_a_workbook(cli: Cli) -> None:
    script = cli.folder / "script.py"
    workbook = DIALECTS / "e03_to_overskrifter_flettet.xlsx"
    script.write_text(
        textwrap.dedent(f"""
            from pathlib import Path
            from sundhedsklynge.workspace import Workspace

            with Workspace.open({str(cli.db)!r}, create=True) as workspace:
                print(workspace.import_file(Path({str(workbook)!r})).sentence())
        """),
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    assert "importeret som nr. 1" in done.stdout
