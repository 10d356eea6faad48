"""The command line as a user and other programs meet it: contract columns, exit codes, one Danish sentence for each mistake."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.e2e.conftest import AS_OF, Cli

FORECAST = "som_af;niveau;kode;navn;procedure;uge;horisont;booket;middel;q025;q05;q10;q25;q50;q75;q90;q95;q975"
RISK = (
    "som_af;kommunekode;kommune;uge;forventet_modtaget;forventet_frister;ventende;pladser;forventet_over_frist;"
    "p_over_frist;anbefalede_pladser;forventet_privat;udgift_kr;allerede_over_frist"
)
GOP_HEAD = "kommunekode;procedure;sygehus;gop_type;udskrivningsdato;modtaget_dato"
GOP_ROW = "219;knæ;Nordsjællands Hospital;almen basal;2026-11-01;2026-11-02"


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_that_the_forecast_has_the_contracts_columns_and_all_rows(filled: Cli) -> None:
    out = filled.folder / "f.csv"
    assert filled("forecast", "--as-of", AS_OF, "--weeks", 12, "--out", out).code == 0
    text = out.read_text(encoding="utf-8")
    assert text.splitlines()[0] == FORECAST
    table = rows(text)
    for level, codes in {
        "kommune": {"217", "219", "250"},
        "klynge": {"H-NORD"},
        "region": {"Region Hovedstaden"},
        "i_alt": {"i_alt"},
    }.items():
        here = [r for r in table if r["niveau"] == level]
        assert {r["kode"] for r in here} == codes
        assert len(here) == len(codes) * 4 * 12  # knæ, hofte, skulder, alle
    for row in table:
        quantiles = [int(row[q]) for q in FORECAST.split(";")[9:]]
        assert quantiles == sorted(quantiles)
        assert row["booket"] == "" or row["booket"].isdigit()
    assert [r["uge"] for r in table[:12]] == [f"2026-W{w}" for w in range(48, 54)] + [
        f"2027-W0{w}" for w in range(1, 7)
    ]


def test_that_sums_over_areas_have_the_mean_of_their_parts(filled: Cli) -> None:
    table = rows(filled("forecast").out)
    parts = sum(
        float(r["middel"])
        for r in table
        if r["niveau"] == "kommune" and r["procedure"] != "alle" and r["horisont"] == "3"
    )
    total = next(
        float(r["middel"])
        for r in table
        if r["niveau"] == "i_alt" and r["procedure"] == "alle" and r["horisont"] == "3"
    )
    assert total == pytest.approx(parts, rel=1e-3)


def test_that_the_risk_has_the_contracts_columns(filled: Cli) -> None:
    result = filled("risk", "--as-of", AS_OF, "--weeks", 8)
    assert result.out.splitlines()[0] == RISK
    table = rows(result.out)
    assert len(table) == 3 * 8
    for row in table:
        assert 0 <= float(row["p_over_frist"]) <= 1
        assert row["forventet_privat"] == row["udgift_kr"] == ""
        if row["anbefalede_pladser"]:
            assert int(row["anbefalede_pladser"]) >= int(row["pladser"])


def test_that_the_same_question_gives_the_same_bytes(filled: Cli) -> None:
    for command in ("forecast", "risk"):
        assert filled.process(command).out == filled(command).out


def test_that_no_information_from_after_the_as_of_date_is_used(filled: Cli, files: Path, tmp_path: Path) -> None:
    cut = "2026-09-14"
    early = Cli(tmp_path)
    plan = files.joinpath("plan.csv").read_text(encoding="utf-8").splitlines()
    (tmp_path / "plan.csv").write_text("\n".join([plan[0], *(r for r in plan[1:] if r[:10] <= cut)]), encoding="utf-8")
    gop = [r.split(";") for r in files.joinpath("gop.csv").read_text(encoding="utf-8").splitlines()]
    kept = [[*r[:6], r[6] if r[6] < cut else "", r[7]] for r in gop[1:] if r[5] < cut]
    (tmp_path / "gop.csv").write_text("\n".join(";".join(r) for r in [gop[0], *kept]), encoding="utf-8")
    assert early("import", "plan.csv", "--kind", "plan").code == 0
    assert early("import", "gop.csv", "--as-of", cut).code == 0
    assert early("import", files / "kapacitet.csv").code == 0
    for command in ("forecast", "risk"):
        assert early(command, "--as-of", cut).out == filled(command, "--as-of", cut).out


def test_that_importing_the_same_file_again_stores_nothing(cli: Cli, files: Path) -> None:
    first, entry = cli.report(files / "gop.csv")
    assert first.code == 0
    assert entry["stored"] is True
    again, entry = cli.report(files / "gop.csv")
    assert again.code == 0
    assert entry["stored"] is False
    assert len(rows(cli("imports").out)) == 1


def test_that_the_report_has_what_the_contract_names(cli: Cli, files: Path) -> None:
    _, entry = cli.report(files / "plan.csv", "--dry-run")
    assert set(entry) >= {
        *("file", "sha256", "import_id", "kind", "as_of", "hospitals", "encoding", "mapping"),
        *("rows_read", "rows_ok", "problems", "stored", "counts"),
    }
    assert entry["stored"] is False
    assert not cli.db.exists()
    count = entry["counts"][0]
    assert set(count) >= {"sygehus", "udtraeksdato", "kommunekode", "procedure", "uge", "antal"}


def test_that_undo_takes_an_import_back_and_redo_brings_it_again(cli: Cli, files: Path) -> None:
    cli("import", files / "gop.csv")
    cli("import", files / "plan.csv")
    before = cli("forecast", "--as-of", AS_OF).out
    number = rows(cli("imports").out)[0]["id"]
    assert cli("undo", number).code == 0
    assert cli("forecast", "--as-of", AS_OF).out != before
    assert cli("redo", number).code == 0
    assert cli("forecast", "--as-of", AS_OF).out == before


BAD_FILES = {
    "not a table": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", ""),
    "empty": (b"", ""),
    "unknown kind": ("frugt;farve\næble;rød\n".encode(), ""),
    "missing column": (f"{GOP_HEAD.replace(';modtaget_dato', '')}\n{GOP_ROW[:-11]}\n".encode(), "modtaget"),
    "unknown municipality": (f"{GOP_HEAD}\n{GOP_ROW.replace('219', '999')}\n".encode(), "999"),
    "impossible date": (f"{GOP_HEAD}\n{GOP_ROW.replace('2026-11-02', '2026-02-30')}\n".encode(), "2026-02-30"),
    "negative count": (f"{GOP_HEAD};antal\n{GOP_ROW};-3\n".encode(), "antal"),
    "malformed code": (f"{GOP_HEAD}\n{GOP_ROW.replace('knæ', 'KNGBB')}\n".encode(), "KNGBB"),
}


@pytest.mark.parametrize("what", BAD_FILES)
def test_that_a_bad_file_is_refused_in_danish_and_nothing_stored(cli: Cli, what: str) -> None:
    content, named = BAD_FILES[what]
    (cli.folder / "fil.csv").write_bytes(content)
    result = cli.process("import", "fil.csv")
    assert result.code == 3
    assert "Traceback" not in result.err
    assert named in result.err
    assert result.err.strip()
    listed = cli("imports")
    assert listed.code == 5 or rows(listed.out) == []


def test_that_a_file_that_is_not_there_is_named(cli: Cli) -> None:
    result = cli("import", "findes-ikke.csv")
    assert result.code == 3
    assert "findes-ikke.csv" in result.err


@pytest.mark.parametrize("cpr", ["010190-1234", "0101901234", "010190 1234", "610190-1234"])
def test_that_a_cpr_number_refuses_the_file_and_is_stored_nowhere(cli: Cli, cpr: str) -> None:
    (cli.folder / "fil.csv").write_text(f"{GOP_HEAD};bemaerk\n{GOP_ROW};{cpr}\n", encoding="utf-8")
    result, entry = cli.report("fil.csv")
    assert result.code == 3
    assert "bemaerk" in result.err
    digits = cpr.replace("-", "").replace(" ", "")
    for path in [p for p in cli.folder.rglob("*") if p.is_file() and p.name != "fil.csv"]:
        data = path.read_bytes()
        assert cpr.encode() not in data
        assert digits.encode() not in data
    assert cpr not in result.err + result.out + json.dumps(entry)
    dropped, entry = cli.report("fil.csv", "--drop-cpr-columns")
    assert dropped.code == 0, dropped.err
    assert entry["rows_ok"] == 1


def test_that_one_refused_file_does_not_stop_the_others(cli: Cli, files: Path) -> None:
    (cli.folder / "tom.csv").write_bytes(b"")
    result = cli("import", "tom.csv", files / "kapacitet.csv")
    assert result.code == 3
    assert [r["fil"] for r in rows(cli("imports").out)] == ["kapacitet.csv"]


def test_that_bad_rows_can_be_skipped(cli: Cli) -> None:
    (cli.folder / "fil.csv").write_text(f"{GOP_HEAD}\n{GOP_ROW}\n{GOP_ROW.replace('219', '999')}\n", encoding="utf-8")
    assert cli("import", "fil.csv").code == 3
    result, entry = cli.report("fil.csv", "--skip-bad-rows")
    assert result.code == 0
    assert (entry["rows_read"], entry["rows_ok"]) == (2, 1)
    assert entry["problems"][0]["row"] == 3


def test_that_a_new_hospital_is_added_and_reported(cli: Cli) -> None:
    (cli.folder / "fil.csv").write_text(
        f"{GOP_HEAD}\n{GOP_ROW.replace('Nordsjællands Hospital', 'Klinik Solsikken')}\n", encoding="utf-8"
    )
    result = cli("import", "fil.csv")
    assert result.code == 0, result.err
    assert "Klinik Solsikken" in result.out


@pytest.mark.parametrize("command", ["imports", "forecast", "risk", "check", "settings"])
def test_that_reading_commands_never_create_a_database(cli: Cli, command: str) -> None:
    result = cli(command)
    assert result.code == 5
    assert not cli.db.exists()
    assert "Traceback" not in result.err


def test_that_an_empty_database_says_what_is_missing(cli: Cli, files: Path) -> None:
    cli("import", files / "kapacitet.csv")
    result = cli("forecast")
    assert result.code == 5
    assert "genoptræningsplaner" in result.err


@pytest.mark.parametrize(
    "arguments", [["flyv"], ["forecast", "--as-of", "i går"], ["forecast", "--weeks", "0"], ["import"], ["undo", "x"]]
)
def test_that_wrong_usage_is_one_danish_sentence(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert "invalid" not in result.err
    assert "argument " not in result.err


def test_that_a_locked_database_is_said_to_be_busy(cli: Cli, files: Path) -> None:
    cli("import", files / "kapacitet.csv")
    holder = sqlite3.connect(cli.db, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        result = cli("import", files / "gop.csv")
    finally:
        holder.rollback()
        holder.close()
    assert result.code == 4
    assert "Traceback" not in result.err


@pytest.mark.parametrize("content", [b"ikke en database, men noget tekst" * 40, b""])
def test_that_a_file_that_is_no_database_is_refused(cli: Cli, content: bytes) -> None:
    cli.db.write_bytes(content)
    result = cli("forecast")
    assert result.code in (4, 5)
    assert cli.db.read_bytes() == content


def test_that_an_unreachable_server_is_said_without_its_password(cli: Cli) -> None:
    result = cli("forecast", db="postgresql+psycopg://bruger:hemmeligt@127.0.0.1:1/findesikke")
    assert result.code == 4
    assert "hemmeligt" not in result.err


def test_that_settings_are_read_set_and_checked(cli: Cli, files: Path) -> None:
    cli("import", files / "kapacitet.csv")
    assert cli("settings", "risiko.maal", "10 %").code == 0
    assert "10 %" in cli("settings", "risiko.maal").out
    wrong = cli("settings", "risiko.maal", "mange")
    assert wrong.code == 2
    assert cli("settings", "findes.ikke", "1").code == 2


def test_that_the_export_is_written_for_people(filled: Cli) -> None:
    out = filled.folder / "ud"
    assert filled("export", "--as-of", AS_OF, "--format", "xlsx,csv", "--out", out).code == 0
    assert {p.suffix for p in out.iterdir()} == {".xlsx", ".csv"}
    text = next(out.glob("*.csv")).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")


def test_that_a_copy_can_be_taken_and_restored(cli: Cli, files: Path) -> None:
    cli("import", files / "gop.csv")
    before = cli("imports").out
    assert cli("backup", "kopi.sqlite").code == 0
    assert cli("undo", rows(before)[0]["id"]).code == 0
    assert cli("restore", "kopi.sqlite").code == 0
    assert cli("imports").out == before


@pytest.mark.parametrize("command", ["forecast", "risk", "export"])
def test_that_the_command_line_loads_no_qt(filled: Cli, command: str) -> None:
    code = textwrap.dedent(
        f"""
        import sys
        from sundhedsklynge.cli import run
        arguments = {{"export": ["--out", "ud2"]}}.get("{command}", ["--out", "t.csv"])
        assert run(["--db", r"{filled.db}", "{command}", *arguments]) == 0
        print([m for m in sys.modules if m.split(".")[0] in ("PySide6", "pyqtgraph")])
        """
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=filled.folder, check=True)
    assert done.stdout.strip().endswith("[]")


@pytest.mark.postgres
def test_that_both_databases_give_the_same_bytes(filled: Cli, files: Path, postgres_url: str) -> None:
    paths = [files / f"{name}.csv" for name in ("plan", "gop", "kapacitet")]
    assert filled("import", *paths, db=postgres_url).code == 0
    for command in ("forecast", "risk"):
        assert filled(command, "--as-of", AS_OF, db=postgres_url).out == filled(command, "--as-of", AS_OF).out
