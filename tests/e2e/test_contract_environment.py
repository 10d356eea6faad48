"""Odd places to write to and odd locales (data contract, *Command line* and *Files out*)."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.e2e.conftest import HOSPITAL, Cli

PLAN = f"udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato\n2026-11-23;{HOSPITAL};217;KNGB40;2026-11-25\n"


@pytest.fixture
def small(cli: Cli) -> Cli:
    (cli.folder / "plän æ.csv").write_text(PLAN, encoding="utf-8")
    assert cli("import", cli.folder / "plän æ.csv").code == 0
    return cli


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in folders")
def test_that_a_pipe_is_written_to_and_never_replaced(small: Cli) -> None:
    pipe = small.folder / "pipe.csv"
    os.mkfifo(pipe)
    told: list[str] = []
    reader = threading.Thread(target=lambda: told.append(pipe.read_text(encoding="utf-8")), daemon=True)
    reader.start()
    assert small("scenarios", "jul", "aktivitet +30 %").code == 0
    assert small("scenarios", "--out", pipe).code == 0
    reader.join(10)
    assert pipe.is_fifo()
    assert told[0].startswith("navn;aendringer;")


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "ascii"}]
)
def test_that_what_is_printed_is_utf8_in_every_locale(small: Cli, locale: dict[str, str]) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONIOENCODING"}
    for arguments, words in (
        (("settings", "frist.arbejdsdage"), "Fristen tælles i arbejdsdage"),
        (("import", str(small.folder / "plän æ.csv")), "er allerede importeret som nr. 1"),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "sundhedsklynge", "--db", str(small.db), *arguments],
            capture_output=True,
            env={**environment, "HOME": str(small.folder), **locale},
            cwd=Path(__file__).parents[2],
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert words in done.stdout.decode("utf-8")


def test_that_nothing_is_stored_where_the_report_has_no_folder(cli: Cli) -> None:
    (cli.folder / "plan.csv").write_text(PLAN, encoding="utf-8")
    result = cli("import", cli.folder / "plan.csv", "--report", cli.folder / "mangler" / "r.json")
    assert (result.code, "mangler findes ikke" in result.err) == (2, True)
    assert not cli.db.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_that_a_full_disk_is_told_in_one_sentence(small: Cli) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "sundhedsklynge", "--db", str(small.db), "imports"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
            timeout=120,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").splitlines() == ["Der er ikke plads på disken. Skaf plads, og prøv igen."]
