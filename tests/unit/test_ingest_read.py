"""Delimited text: any encoding and separator, ragged rows, row numbers as Excel shows them, clear refusals."""

from __future__ import annotations

import hashlib
import os
import random
from pathlib import Path

import pytest

from sundhedsklynge.domain.errors import CancelledError, InputRefusedError
from sundhedsklynge.ingest import delimited
from sundhedsklynge.ingest.read import base_name, read_file
from sundhedsklynge.ingest.table import RawTable

PLAN = "udtraeksdato;sygehus;kommune;antal\n2026-11-23;Nordsjællands Hospital;Rødovre;3,0\n2026-11-23;Århus;Ærø;1\n"


def written(folder: Path, content: str | bytes, name: str = "fil.csv") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def read(folder: Path, content: str | bytes, name: str = "fil.csv") -> RawTable:
    return read_file(written(folder, content, name)).tables[0]


def values(table: RawTable) -> list[list[str]]:
    return table.cells.to_numpy().tolist()


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("cp1252", "cp1252"),
        ("iso-8859-1", "cp1252"),
        ("cp850", "cp850"),
        ("cp865", "cp850"),
        ("mac-roman", "mac-roman"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_that_encoding_and_separator_are_found(tmp_path: Path, encoding: str, named: str, separator: str) -> None:
    text = PLAN.replace("3,0", "3").replace(";", separator)
    raw = read_file(written(tmp_path, text.encode(encoding)))
    assert (raw.encoding, raw.separator, raw.kind_hint) == (named, separator, "csv")
    assert values(raw.tables[0]) == [line.split(separator) for line in text.splitlines()]
    assert raw.tables[0].cells.dtypes.eq("str").all()


@pytest.mark.parametrize(
    "word", ["Knæ", "Ærø", "Rødovre", "ÅRHUS", "Høje Tåstrup", "Læsø", "Sygehus Sønderjylland", "Nørre Åby"]
)
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac-roman"])
def test_that_one_danish_word_is_enough_to_tell_the_encoding(tmp_path: Path, word: str, encoding: str) -> None:
    assert values(read(tmp_path, f"a;b\n{word};1\n".encode(encoding)))[1] == [word, "1"]


def test_that_a_typographic_apostrophe_is_not_taken_for_a_letter(tmp_path: Path) -> None:
    assert read_file(written(tmp_path, "a;b\nit’s;1–2\n".encode("cp1252"))).encoding == "cp1252"


def test_that_a_dos_end_mark_is_no_row(tmp_path: Path) -> None:
    assert values(read(tmp_path, "a;b\r\nknæ;1\r\n\x1a".encode("cp850"))) == [["a", "b"], ["knæ", "1"]]


def test_that_decimal_commas_do_not_pass_for_separators(tmp_path: Path) -> None:
    assert values(read(tmp_path, "uge;antal\n48;3,0\n49;1,5\n")) == [["uge", "antal"], ["48", "3,0"], ["49", "1,5"]]


def test_that_an_excel_separator_line_is_used_and_not_counted(tmp_path: Path) -> None:
    raw = read_file(written(tmp_path, "sep=|\na,b|c\n1,2|3\n"))
    assert raw.separator == "|"
    assert values(raw.tables[0]) == [["a,b", "c"], ["1,2", "3"]]
    assert raw.tables[0].rows.tolist() == [1, 2]


def test_that_ragged_rows_are_kept_and_blank_lines_counted(tmp_path: Path) -> None:
    table = read(tmp_path, "Operationsplan\n\nkommune;uge;antal\n101;48;3\n;;\n  \n147;49\nNote: <5;er;skjult;helt\n")
    assert values(table) == [
        ["Operationsplan", "", "", ""],
        ["kommune", "uge", "antal", ""],
        ["101", "48", "3", ""],
        ["147", "49", "", ""],
        ["Note: <5", "er", "skjult", "helt"],
    ]
    assert table.rows.tolist() == [1, 3, 4, 7, 8]
    assert table.numeric is None


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_that_every_line_end_gives_the_same_cells(tmp_path: Path, ends: str) -> None:
    table = read(tmp_path, f"a;b{ends}1;2{ends}{ends}3;4{ends}")
    assert values(table) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert table.rows.tolist() == [1, 2, 4]


def test_that_quotes_hold_separators_quotes_and_line_breaks(tmp_path: Path) -> None:
    table = read(tmp_path, 'a,b,c\n"x, ""y""","1\n2",3\n\n4,5,6\n')
    assert values(table) == [["a", "b", "c"], ['x, "y"', "1\n2", "3"], ["4", "5", "6"]]
    assert table.rows.tolist() == [1, 2, 4]  # the record counts, as in Excel, not the line


def test_that_an_inch_mark_inside_a_field_is_a_letter(tmp_path: Path) -> None:
    assert values(read(tmp_path, 'a;b\n12" skærm;1\n')) == [["a", "b"], ['12" skærm', "1"]]


@pytest.mark.parametrize("content", ['a;b;c\n"x;1;2\ny;3;4\n"z";3;4\n', 'a;b;c\n1;2;3\n"x;1;2\n' + "y;3;4\n" * 40_000])
def test_that_an_open_quote_does_not_swallow_rows(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputRefusedError, match="anførselstegn"):
        read(tmp_path, content)


def test_that_a_quoted_field_may_hold_lines_with_separators(tmp_path: Path) -> None:
    table = read(tmp_path, 'a;b\n"uge 48; 3\nuge 49; 4";1\n"y";2\n')
    assert values(table) == [["a", "b"], ["uge 48; 3\nuge 49; 4", "1"], ["y", "2"]]


def test_that_an_open_quote_in_two_columns_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefusedError, match="linje 2"):
        read(tmp_path, 'a;b\n"x;1\ny;2\n"z";3\n')


@pytest.mark.parametrize("quoted", ["", '"x";"y"\n'])
def test_that_blank_lines_and_wide_lines_cannot_fill_the_memory(tmp_path: Path, quoted: str) -> None:
    table = read(tmp_path, "a;b\n1;2\n" + quoted + "\n" * 300_000 + "3;4\n")
    assert values(table)[-1] == ["3", "4"]
    assert table.rows[-1] == 300_003 + bool(quoted)
    with pytest.raises(InputRefusedError, match="for stor"):
        read(tmp_path, "a;b\n" + quoted + "1\n" * 150_000 + ";" * 499 + "\n")


def test_that_na_words_and_leading_zeros_stay_text(tmp_path: Path) -> None:
    assert values(read(tmp_path, "a;b\nNA;0101\nnull;1e5\n"))[1:] == [["NA", "0101"], ["null", "1e5"]]


def test_that_digest_and_size_are_of_the_bytes_read(tmp_path: Path) -> None:
    raw = read_file(written(tmp_path, PLAN))
    assert (raw.sha256, raw.size) == (hashlib.sha256(PLAN.encode()).hexdigest(), len(PLAN.encode()))


def test_that_many_blocks_give_the_rows_of_one(tmp_path: Path) -> None:
    lines = [f"{i};Høje Taastrup;{'x' * (i % 60)}" for i in range(200_000)]
    table = read(tmp_path, ("nr;sted;tekst\n" + "\n".join(lines)).encode("cp1252"))
    assert len(table.cells) == 200_001
    assert table.cells.iloc[150_001].tolist() == lines[150_000].split(";")
    assert table.rows[-1] == 200_001


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "tom"),
        (b"  \r\n\r\n", "tom"),
        (b"\xef\xbb\xbf", "tom"),
        (b"sep=;\r\n\r\n", "tom"),
        (b"hej med dig", "ikke en tabel"),
        (b"%PDF-1.7\n1 0 obj;2;3\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "billede"),
        (b"\xff\xd8\xff\xe0", "billede"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "webside"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "XML"),
        (b"\x1f\x8b\x08\x00", "pakket"),
        (b"a;b\n1;\x002\n", "binære"),
        (b"\xff\xfea\x00;\x00b", "beskadiget"),
        (b"x" * 70_000 + b";y\n1;2\n", "64 KB"),
        (b"a;b\n1;" + b"2" * 1_100_000 + b"\n", "1 MB"),
        (b"a;b\n" + b";" * 600 + b"\n", "kolonner"),
        (b'a;b\n"x"' + b";" * 600 + b"\n", "kolonner"),
        (random.Random(3).randbytes(50_000), "binære"),
        (random.Random(3).randbytes(50_000).replace(b"\0", b";"), "binære"),
    ],
)
@pytest.mark.parametrize("name", ["fil.csv", "fil.xls"])
def test_that_what_is_no_table_is_refused_in_one_sentence(tmp_path: Path, content: bytes, said: str, name: str) -> None:
    with pytest.raises(InputRefusedError) as refused:
        read(tmp_path, content, name)
    assert said in refused.value.sentence
    assert refused.value.remedy


def test_that_a_million_columns_are_refused_before_a_table_is_made_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(delimited, "read_cells")
    with pytest.raises(InputRefusedError, match="64 KB"):
        read(tmp_path, b";".join(b"k" for _ in range(1_000_000)) + b"\n")


def test_that_a_missing_file_a_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "mangler.csv", tmp_path, Path(os.devnull), tmp_path / ("x" * 400)):
        with pytest.raises(InputRefusedError):
            read_file(path)


@pytest.mark.parametrize("lock", ["~$plan.csv", ".~lock.plan.csv#"])
def test_that_a_file_open_in_an_office_program_is_refused(tmp_path: Path, lock: str) -> None:
    path = written(tmp_path, PLAN, "plan.csv")
    written(tmp_path, "", lock)
    with pytest.raises(InputRefusedError, match="åben"):
        read_file(path)


def test_that_a_locked_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "locked")

    path = written(tmp_path, PLAN)
    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(InputRefusedError, match="åben"):
        read_file(path)


def test_that_reading_can_be_cancelled(tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        read_file(written(tmp_path, PLAN), cancelled=lambda: True)


def test_that_progress_reaches_one(tmp_path: Path) -> None:
    told: list[float] = []
    read_file(written(tmp_path, PLAN), progress=told.append)
    assert told[-1] == 1.0


def test_that_names_lose_folders_and_what_does_not_print() -> None:
    assert base_name(Path("/data/plan.csv")) == "plan.csv"
    assert base_name(Path("..\\..\\Windows\\plan.csv")) == "plan.csv"
    assert base_name(Path("/data/pl\nan\u202e.csv")) == "pl?an?.csv"
