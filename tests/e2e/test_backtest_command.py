"""The command `backtest`: the contract's columns, every model and group, dates, refusals."""

from __future__ import annotations

import csv
import io
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection

from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.store.database import Database
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.accuracy import Accuracy
from tests.e2e.conftest import Cli

COLUMNS = [
    "som_af",
    "niveau",
    "procedure",
    "horisontgruppe",
    "model",
    "wis",
    "mae",
    "daekning50",
    "daekning80",
    "daekning95",
    "n",
]
MODELS = {"model", "middel8", "sidste_aar", "booket_rate", "pickup"}


def test_that_backtest_writes_the_contracts_rows(filled: Cli) -> None:
    out = filled.folder / "backtest.csv"
    result = filled("backtest", "--from", "2026-07-06", "--to", "2026-08-31", "--step-weeks", 8, "--out", out)
    assert result.code == 0, result.err
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    assert list(rows[0]) == COLUMNS
    assert {row["som_af"] for row in rows} == {"2026-07-06", "2026-08-31"}
    assert {row["model"] for row in rows} == MODELS
    assert {row["niveau"] for row in rows} >= {"kommune", "klynge", "i_alt"}
    assert {row["horisontgruppe"] for row in rows} == {"1-4", "5-8", "9-12"}
    assert {row["procedure"] for row in rows} == {"knæ", "hofte", "skulder", "alle"}
    keys = [tuple(row[name] for name in COLUMNS[:5]) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        assert float(row["wis"]) >= 0
        assert float(row["mae"]) >= 0
        shares = [float(row[name]) for name in ("daekning50", "daekning80", "daekning95")]
        assert 0 <= shares[0] <= shares[1] <= shares[2] <= 1
        assert int(row["n"]) == (12 if row["niveau"] == "kommune" else 4) or row["niveau"] == "klynge"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--from", "2026-08-31", "--to", "2026-07-06"), 2, "Startdatoen ligger efter slutdatoen."),
        (("--from", "2026-11-23", "--to", "2026-11-23"), 5, "Ingen uge efter de valgte datoer"),
        (("--step-weeks", "0"), 2, "helt tal fra 1 til 52"),
        (("--from", "i går"), 2, "ikke en dato"),
    ],
)
def test_that_what_cannot_be_tested_is_said(filled: Cli, arguments: tuple[str, ...], code: int, said: str) -> None:
    result = filled("backtest", *arguments)
    assert result.code == code
    assert said in result.err
    assert result.out == ""


def test_that_an_empty_database_is_told(cli: Cli) -> None:
    assert cli("backtest").code == 5
    assert not cli.db.exists()


TWO_DATES = ("backtest", "--from", "2026-07-06", "--to", "2026-08-31", "--step-weeks", 8)


@pytest.fixture
def mine(filled: Cli, tmp_path: Path) -> Cli:
    """A database of the test's own, in which nothing has been looked at or handed on."""
    cli = Cli(tmp_path)
    shutil.copy(filled.db, cli.db)
    with closing(sqlite3.connect(cli.db)) as file, file:
        for table in ("backtest_result", "frozen_row", "frozen_forecast"):
            file.execute(f"DELETE FROM {table}")
    return cli


def test_that_asking_again_gives_the_same_bytes_without_computing(mine: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    first = mine(*TWO_DATES)
    assert first.code == 0, first.err

    def again(*_: object) -> None:
        raise AssertionError("computed twice")

    monkeypatch.setattr("sundhedsklynge.workspace.accuracy.predict", again)
    assert mine(*TWO_DATES).out == first.out


def test_that_progress_is_told_on_a_terminal_only_and_never_in_the_rows(
    mine: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    quiet = mine(*TWO_DATES)
    assert quiet.err == ""
    monkeypatch.setattr(io, "StringIO", type("Terminal", (io.StringIO,), {"isatty": lambda _: True}))
    told = mine(*TWO_DATES)
    assert told.out == quiet.out
    counts = [line.strip() for line in told.err.split("\r") if line.strip()]
    assert counts == [f"Regner tidligere prognoser: {done} af 2" for done in (0, 1)]
    assert told.err.endswith(" \r")  # the line is wiped at the end


def test_that_stopping_says_so_in_a_sentence_and_keeps_what_was_done(
    mine: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, looked = mine.folder / "backtest.csv", list[object]()
    look_back = Accuracy._look_back

    def interrupted(self: Accuracy, day: Any, latest: Any) -> Any:
        looked.append(day)
        if len(looked) == 2:
            raise KeyboardInterrupt
        return look_back(self, day, latest)

    monkeypatch.setattr(Accuracy, "_look_back", interrupted)
    stopped = mine(*TWO_DATES, "--out", out)
    assert (stopped.code, stopped.out) == (130, "")
    assert stopped.err == "Afbrudt. Ingen fil er skrevet. De datoer, der nåede at blive regnet, huskes.\n"
    assert not out.exists()
    assert mine(*TWO_DATES, "--out", out).code == 0
    assert looked[2:] == looked[1:2]  # only the date that was not done


# Forecasts written to a file are kept, to be scored when their weeks have passed


def given_out(cli: Cli) -> list[tuple[str, ...]]:
    with Workspace.open(str(cli.db)) as workspace:
        return [entry.whys for entry in workspace.accuracy.given_out("i_alt", "i_alt")]


def test_that_the_newest_forecast_written_to_a_file_is_kept_and_no_other(mine: Cli) -> None:
    assert mine("forecast").code == 0
    assert mine("forecast", "--as-of", "2026-10-05", "--out", mine.folder / "dengang.csv").code == 0
    assert given_out(mine) == []
    for _ in range(2):
        assert mine("forecast", "--out", mine.folder / "nu.csv").code == 0
    assert given_out(mine) == [("fil",)]


def test_that_a_database_that_can_only_be_read_gives_the_forecast_all_the_same(
    mine: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def refused(_db: Database) -> Generator[Connection]:
        raise DatabaseError("Du har ikke ret til at skrive i databasen.", "Bed om adgang.")
        yield

    monkeypatch.setattr(Database, "write", refused)
    for arguments in (("forecast", "--out", mine.folder / "a.csv"), TWO_DATES):
        found = mine(*arguments)
        assert (found.code, found.err) == (0, "")
    assert given_out(mine) == []


def test_that_a_correction_is_told_beside_the_rows_that_hold_it(mine: Cli) -> None:
    from sundhedsklynge.store.overrides import Override

    assert mine("forecast").err == ""
    with Workspace.open(str(mine.db)) as workspace:
        day = workspace.default_as_of()
        workspace.overrides.add(Override(1.2, "Ny kirurg", day, day, None, "kommune", "219"))
    found = mine("forecast")
    assert found.code == 0
    assert found.err.startswith("Prognosen er rettet +20 % fra uge 48, 2026 (Hillerød): Ny kirurg (")
    assert "Ny kirurg" not in found.out


def test_that_stopping_an_import_says_how_much_is_stored(
    cli: Cli, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_file, seen = Workspace.import_file, list[str]()

    def interrupted(self: Workspace, path: Path, *rest: Any) -> Any:
        seen.append(path.name)
        if len(seen) == 2:
            raise KeyboardInterrupt
        return import_file(self, path, *rest)

    monkeypatch.setattr(Workspace, "import_file", interrupted)
    stopped = cli("import", files / "gop.csv", files / "kapacitet.csv")
    assert (stopped.code, stopped.err) == (130, "Afbrudt. 1 af 2 filer er gemt.\n")
    seen.append("")  # the next is no second one
    assert len(cli("imports").out.splitlines()) == 2
