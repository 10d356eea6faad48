"""The dialect files of `tests/data/dialects` and of the shared samples read exactly as expected."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from sundhedsklynge.ingest.check import Checked, check
from sundhedsklynge.ingest.mapping import Known
from sundhedsklynge.ingest.read import read_file
from sundhedsklynge.ingest.recognise import recognise
from sundhedsklynge.ingest.report import plan_counts

ROOT = Path(__file__).parents[2]
DIALECTS = ROOT / "tests" / "data" / "dialects"
SHARED = ROOT.parent / "shared" / "samples" / "dialects"
KEY = b"a key of the tests"


def _files(folder: Path, ending: str) -> list[Path]:
    """Every input that has an expected reading; the shared ones carry the date of the extract in their names."""
    found: list[Path] = []
    for expected in sorted(folder.glob(f"*.expected.{ending}")):
        stem = expected.name.removesuffix(f".expected.{ending}")
        found += [
            p
            for p in folder.glob(f"{stem}*")
            if ".expected." not in p.name and p.stem.removesuffix("_20261116") == stem
        ]
    return found


def _sums(checked: Checked) -> dict[tuple[str, int, str, str], str]:
    return {
        (str(row["sygehus"]), int(row["kommunekode"]), str(row["procedure"]), str(row["uge"])): str(row["antal"])
        if row["antal"] is not None
        else f"{row['antal_min']}-{row['antal_max']}"
        for row in plan_counts(checked.frame)
    }


def _expected_of(path: Path) -> Path:
    for stem in (path.stem, path.stem.removesuffix("_20261116")):
        expected = path.with_name(f"{stem}.expected.csv")
        if expected.exists():
            return expected
    raise AssertionError(path)


@pytest.mark.parametrize("path", _files(DIALECTS, "csv") + _files(SHARED, "csv"), ids=lambda p: p.stem)
def test_that_a_dialect_reads_exactly_as_expected(path: Path, known: Known) -> None:
    raw = read_file(path)
    recognition = recognise(raw, known)
    assert recognition.questions == ()
    checked = check(raw, recognition, known, KEY)
    assert checked.errors == ()
    with _expected_of(path).open(encoding="utf-8", newline="") as file:
        dialect = "," if path.parent == SHARED else ";"
        expected = list(csv.DictReader(file, delimiter=dialect))
    if checked.kind == "plan":
        assert _sums(checked) == {(r["hospital"], int(r["m"]), r["proc"], r["uge"]): r["n"] for r in expected}
    else:
        columns = list(expected[0])
        frame = checked.frame[columns].astype("str").fillna("")
        assert frame.to_dict("records") == expected


@pytest.mark.parametrize("path", _files(DIALECTS, "txt"), ids=lambda p: p.stem)
def test_that_what_is_not_certain_is_asked(path: Path, known: Known) -> None:
    recognition = recognise(read_file(path), known)
    wanted = path.with_name(f"{path.stem}.expected.txt").read_text(encoding="utf-8").split("\n")[:-1]
    assert [question.what for question in recognition.questions] == wanted
    assert not recognition.ready
