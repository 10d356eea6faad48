"""`coverage` as a user and other programs meet it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.e2e.conftest import Cli

HEADER = "kvartal;niveau;kode;navn;indikator;taeller;naevner;andel;ukendt;maal;status"
TREATMENT = """kvartal;kommunekode;sygehus;udskrivninger;omfattet;kontakter_72t;genindlagt_72t
2026-Q3;101;Amager og Hvidovre Hospital;200;150;30;12
3. kvartal 2026;101;Bispebjerg og Frederiksberg Hospital;100;50;10;8
2026K3;219;Nordsjællands Hospital;80;72;;
"""
HOMES = """kvartal;kommunekode;plejehjem;plejehjem_med_laege;plejehjem_ukendt;pladser;pladser_med_laege
2026K3;101;40;30;4;2000;1500
2026K3;219;8;8;0;300;300
2026K3;217;10;9;0;;
"""


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture
def quarterly(cli: Cli) -> Cli:
    for name, text in (("t72.csv", TREATMENT), ("homes.csv", HOMES)):
        (cli.folder / name).write_text(text, encoding="utf-8")
    result = cli("import", "t72.csv", "homes.csv")
    assert result.code == 0, result.err
    return cli


def found(cli: Cli, *arguments: object) -> dict[tuple[str, str, str], dict[str, str]]:
    result = cli("coverage", *arguments)
    assert result.code == 0, result.err
    return {(r["niveau"], r["kode"], r["indikator"]): r for r in rows(result.out)}


def test_that_the_file_has_exactly_the_contracts_columns(quarterly: Cli) -> None:
    out = quarterly.folder / "c.csv"
    assert quarterly("coverage", "--out", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert text.splitlines()[0] == HEADER
    for row in rows(text):
        assert row["kvartal"] == "2026K3"
        assert row["niveau"] in {"kommune", "klynge", "region", "i_alt", "hospital"}
        assert row["status"] in {"groen", "gul", "roed", "intet_maal"}
        assert float(row["andel"]) == pytest.approx(int(row["taeller"]) / int(row["naevner"]), abs=5e-5)


def test_that_koebenhavn_counts_in_two_clusters_and_once_in_all(quarterly: Cli) -> None:
    table = found(quarterly)
    cover = "behandling72_daekning"
    assert (table["klynge", "H-BYEN", cover]["naevner"], table["klynge", "H-SYD", cover]["naevner"]) == ("300", "300")
    assert table["i_alt", "i_alt", cover]["naevner"] == table["region", "Region Hovedstaden", cover]["naevner"] == "380"
    assert table["hospital", "Amager og Hvidovre Hospital", cover]["andel"] == "0.75"


def test_that_unknown_homes_count_and_the_aim_is_all_homes(quarterly: Cli) -> None:
    table = found(quarterly)
    homes = table["kommune", "101", "plejehjem_laege"]
    assert [homes[name] for name in ("taeller", "naevner", "andel", "ukendt", "maal", "status")] == [
        "30",
        "40",
        "0.75",
        "4",
        "1",
        "roed",
    ]
    assert table["kommune", "219", "plejehjem_laege"]["status"] == "groen"
    assert table["kommune", "217", "plejehjem_laege"]["status"] == "gul"
    assert ("kommune", "217", "plejehjem_pladser_laege") not in table
    assert ("kommune", "219", "behandling72_kontakter") not in table  # not told, never zero


def test_that_areas_can_be_shown_as_from_2027(quarterly: Cli) -> None:
    table = found(quarterly, "--organisation", "sundhedsraad")
    assert ("region", "Region Østdanmark", "plejehjem_laege") in table
    assert not [key for key in table if key[0] == "klynge"]


def test_that_plans_received_are_enough(filled: Cli) -> None:
    table = found(filled)
    complete = table["i_alt", "i_alt", "gop_komplet"]
    assert (complete["andel"], complete["ukendt"], complete["maal"]) == ("1", "0", "")
    assert table["i_alt", "i_alt", "gop_sendt_sent"]["andel"] == "0"
    assert {key[2] for key in table} == {"gop_komplet", "gop_sendt_sent"}


def test_that_nothing_to_show_ends_with_5_and_a_sentence(cli: Cli) -> None:
    missing = cli("coverage", "--out", "c.csv")
    assert (missing.code, "Der er ingen database endnu" in missing.err) == (5, True)
    assert not cli.db.exists()
    (cli.folder / "k.csv").write_text("kommunekode;uge;pladser\n219;2026-W48;20\n", encoding="utf-8")
    assert cli("import", "k.csv").code == 0
    empty = cli("coverage", "--out", "c.csv")
    assert empty.code == 5
    assert empty.err.startswith("Der er ingen kvartalstal")
    assert not (cli.folder / "c.csv").exists()


def test_that_an_undone_import_is_not_shown(quarterly: Cli) -> None:
    assert quarterly("undo", 2).code == 0
    assert not [key for key in found(quarterly) if key[2].startswith("plejehjem")]


def test_that_no_qt_is_loaded(quarterly: Cli, tmp_path: Path) -> None:
    code = (
        "import sys; from sundhedsklynge.cli import run; "
        f"run(['--db', {str(quarterly.db)!r}, 'coverage', '--out', {str(tmp_path / 'c.csv')!r}]); "
        "sys.exit('PySide6' in sys.modules)"
    )
    import subprocess
    import sys

    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
