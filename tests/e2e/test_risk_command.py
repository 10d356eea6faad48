"""`risk --scenario` and `scenarios` as a user and other programs meet them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.e2e.conftest import AS_OF, Cli


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def expected(text: str) -> float:
    return sum(float(row["forventet_over_frist"]) for row in rows(text))


@pytest.fixture
def mine(filled: Cli, tmp_path: Path) -> Cli:
    """A copy of the filled database that may be changed."""
    cli = Cli(tmp_path)
    assert filled("backup", cli.db).code == 0
    return cli


def test_that_a_saved_scenario_is_listed_shown_computed_and_deleted(mine: Cli) -> None:
    plan = mine("risk", "--as-of", AS_OF)
    saved = mine("scenarios", "Travlt", "aktivitet +30 %; pladser -2 2026-W50 kommune 219")
    assert saved.code == 0, saved.err
    (row,) = rows(mine("scenarios").out)
    assert (row["navn"], row["aendringer"]) == ("Travlt", "aktivitet +30 %; pladser -2 uge 50, 2026 kommune 219")
    assert mine("scenarios", "Travlt").out.splitlines() == ["aktivitet +30 %", "pladser -2 uge 50, 2026 kommune 219"]
    busy = mine("risk", "--as-of", AS_OF, "--scenario", "Travlt")
    assert busy.out.splitlines()[0] == plan.out.splitlines()[0]
    assert len(rows(busy.out)) == len(rows(plan.out))
    assert expected(busy.out) > expected(plan.out)
    week = next(r for r in rows(busy.out) if (r["kommunekode"], r["uge"]) == ("219", "2026-W50"))
    before = next(r for r in rows(plan.out) if (r["kommunekode"], r["uge"]) == ("219", "2026-W50"))
    assert int(week["pladser"]) == int(before["pladser"]) - 2
    assert mine("risk", "--as-of", AS_OF).out == plan.out
    assert mine("scenarios", "Travlt", "--delete").code == 0
    assert rows(mine("scenarios").out) == []


def test_that_scenarios_are_compared_with_the_plan_in_one_file(mine: Cli) -> None:
    mine("scenarios", "Travlt", "aktivitet +30 %")
    out = mine.folder / "sammenlign.csv"
    assert mine("scenarios", "--compare", "--as-of", AS_OF, "--weeks", 4, "--out", out).code == 0
    table = rows(out.read_text(encoding="utf-8"))
    assert {r["scenarie"] for r in table} == {"planen", "Travlt"}
    assert len(table) == 2 * 3 * 4


def test_that_activity_can_change_from_any_day_written_as_danes_write_it(mine: Cli) -> None:
    plan = rows(mine("risk", "--as-of", AS_OF).out)
    changed: dict[str, list[dict[str, str]]] = {}
    for name, text in (("Dansk", "aktivitet +100 % fra 10.12.2026"), ("ISO", "aktivitet +100 % fra 2026-12-10")):
        assert mine("scenarios", name, text).code == 0
        changed[name] = rows(mine("risk", "--as-of", AS_OF, "--scenario", name).out)
    assert changed["Dansk"] == changed["ISO"]
    more = [
        float(after["forventet_modtaget"]) / float(before["forventet_modtaget"])
        for before, after in zip(plan, changed["ISO"], strict=True)
        if before["kommunekode"] == "219"
    ]
    assert more[:2] == [1, 1]
    assert 1.1 < more[2] < 1.9  # the tenth is a Thursday
    assert more[3:] == pytest.approx([2] * 5, rel=1e-3)


def test_that_a_risk_that_may_be_too_low_is_said_beside_the_rows(mine: Cli) -> None:
    said = mine("risk", "--as-of", AS_OF)
    assert "Risikoen er for lav, hvis andre planer end knæ, hofte og skulder bruger pladserne" in said.err
    assert "for lav" not in said.out
    assert mine("settings", "frist.andel_pladser", "80 %").code == 0
    assert mine("risk", "--as-of", AS_OF).err == ""


def test_that_a_scenario_that_is_not_there_is_named_with_those_that_are(mine: Cli) -> None:
    mine("scenarios", "Travlt", "aktivitet +30 %")
    result = mine("risk", "--scenario", "Roligt")
    assert result.code == 2
    assert "Roligt" in result.err
    assert "Travlt" in result.err


@pytest.mark.parametrize(
    "arguments", [["Travlt", "noget andet"], ["--delete"], ["Travlt", "aktivitet +30 %", "--delete"], ["Findes ikke"]]
)
def test_that_wrong_use_is_one_danish_sentence(mine: Cli, arguments: list[str]) -> None:
    result = mine("scenarios", *arguments)
    assert result.code == 2
    assert len(result.err.strip().splitlines()) == 1
    assert result.out == ""


def test_that_a_setting_can_hold_from_a_date_on(mine: Cli) -> None:
    before, after = mine("risk", "--as-of", "2026-09-14").out, mine("risk", "--as-of", AS_OF).out
    assert mine("settings", "frist.dage", "3", "--from", "2026-11-01").code == 0
    assert mine("risk", "--as-of", "2026-09-14").out == before
    assert expected(mine("risk", "--as-of", AS_OF).out) > expected(after)
    said = mine("settings", "frist.dage", "5")
    assert "senere dato gælder nu: 3" in said.out


def test_that_reading_scenarios_never_creates_a_database(cli: Cli) -> None:
    assert cli("scenarios").code == 5
    assert not cli.db.exists()


def test_that_recommended_slots_imported_as_capacity_bring_the_weeks_under_the_target(mine: Cli) -> None:
    plan = rows(mine("risk", "--as-of", AS_OF).out)
    lines = ["kommunekode;uge;pladser"]
    told = {(r["kommunekode"], r["uge"]): r["anbefalede_pladser"] for r in plan if r["anbefalede_pladser"]}
    lines += [f"{code};{week};{slots}" for (code, week), slots in told.items()]
    (mine.folder / "anbefalet.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert mine("import", "anbefalet.csv").code == 0
    after = rows(mine("risk", "--as-of", AS_OF).out)
    assert all(float(r["p_over_frist"]) <= 0.05 for r in after if (r["kommunekode"], r["uge"]) in told)


@pytest.mark.parametrize("command", ["forecast", "risk"])
def test_that_fewer_weeks_are_the_first_of_more(filled: Cli, command: str) -> None:
    few, many = (rows(filled(command, "--as-of", AS_OF, "--weeks", weeks).out) for weeks in (5, 12))
    weeks = {row["uge"] for row in few}
    assert len(weeks) == 5
    assert few == [row for row in many if row["uge"] in weeks]
