"""The command `backtest`: the contract's columns, every model and group, dates, refusals."""

from __future__ import annotations

import csv

import pytest

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
