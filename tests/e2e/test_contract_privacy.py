"""No personal number comes in or out beside the cells either: arguments, mappings, file names, comments, far cells."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.e2e.conftest import HOSPITAL, Cli

NUMBER = "010170-1234"
HEADER = "udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato"
ROW = f"2026-11-23;{HOSPITAL};219;KNGB40;2026-11-25"


def write(folder: Path, text: str, name: str = "plan.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def assert_nothing_shown(result: Any) -> None:
    assert NUMBER not in result.out + result.err


def test_that_a_hospital_given_on_the_command_line_may_not_be_a_person(cli: Cli) -> None:
    text = "udtraeksdato;kommunekode;sks_kode;operationsdato\n2026-11-23;219;KNGB40;2026-11-25\n"
    result, entry = cli.report(write(cli.folder, text), "--hospital", NUMBER)
    assert result.code == 3
    assert not entry["stored"]
    assert_nothing_shown(result)
    assert NUMBER.encode() not in cli.db.read_bytes()


@pytest.mark.parametrize("mapping", [{"hospital": NUMBER}, {"hospitals": {"x": NUMBER}}, {"columns": {NUMBER: ""}}])
def test_that_a_mapping_may_not_name_a_person(cli: Cli, mapping: dict[str, object]) -> None:
    given = write(cli.folder, json.dumps(mapping), "m.json")
    result = cli("import", write(cli.folder, f"{HEADER}\n{ROW}\n"), "--mapping", given)
    assert result.code == 3
    assert_nothing_shown(result)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("forecast", "--as-of", NUMBER), 2),
        (("settings", NUMBER), 2),
        (("import", "x.csv", "--kind", NUMBER), 2),
        (("scenarios", NUMBER), 2),
        (("coverage", "--out", f"{NUMBER}.csv"), 3),
        (("backup", f"{NUMBER}.sqlite"), 3),
    ],
)
def test_that_wrong_usage_repeats_no_person_and_no_file_is_named_by_one(
    cli: Cli, arguments: tuple[str, ...], code: int
) -> None:
    assert cli("import", write(cli.folder, f"{HEADER}\n{ROW}\n")).code == 0
    result = cli(*arguments)
    assert result.code == code
    assert_nothing_shown(result)
    assert not list(cli.folder.glob(f"{NUMBER}*"))


def test_that_the_rest_is_read_where_a_remark_below_the_table_named_a_person(cli: Cli) -> None:
    text = f"note;{HEADER}\n;{ROW}\nRing til {NUMBER};;;;;\n"
    assert cli("import", write(cli.folder, text)).code == 3
    result, entry = cli.report(write(cli.folder, text), "--drop-cpr-columns")
    assert (result.code, entry["rows_ok"]) == (0, 1)


def test_that_a_date_of_birth_with_its_century_and_a_number_refuses_the_file(cli: Cli) -> None:
    result = cli("import", write(cli.folder, f"{HEADER};note\n{ROW};01/01/1970-1234\n"))
    assert result.code == 3


def _comment(sheet: Any) -> None:
    sheet["A1"].comment = Comment(f"ring til {NUMBER}", "x")


def _far(sheet: Any) -> None:
    sheet["ZZ9"].value = NUMBER


def _title(sheet: Any) -> None:
    sheet.parent.properties.title = NUMBER


def _sheet_name(sheet: Any) -> None:
    sheet.parent.create_sheet(NUMBER)


@pytest.mark.parametrize("hide", [_comment, _far, _title, _sheet_name])
def test_that_a_person_anywhere_in_a_workbook_refuses_it(cli: Cli, hide: Callable[[Any], None]) -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(HEADER.split(";"))
    sheet.append(ROW.split(";"))
    book.create_sheet("Tom")
    book.save(cli.folder / "ren.xlsx")
    assert cli("import", cli.folder / "ren.xlsx", "--dry-run").code == 0
    hide(sheet)
    book.save(cli.folder / "plan.xlsx")
    result = cli("import", cli.folder / "plan.xlsx")
    assert (result.code, "CPR" in result.err) == (3, True)
    assert_nothing_shown(result)
