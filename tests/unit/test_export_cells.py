"""Cells: nothing runs as a formula, nothing crashes a writer, and the machine form can be read back."""

from __future__ import annotations

import csv
import datetime as dt
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.export.cells import HIDDEN, cell
from sundhedsklynge.export.machine import machine_csv
from sundhedsklynge.export.safe_text import clean_text, harmless

PAYLOADS = [
    "=1+1",
    "=cmd|'/C calc'!A0",
    '=HYPERLINK("http://x","y")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "＝1+1",
    "\u2003=1+1",
    "\u200b=1+1",
    "\x00=1+1",
]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_that_a_payload_does_not_begin_as_a_formula(payload: str) -> None:
    told = harmless(payload)
    assert told.strip(" \u00a0\ufeff\u2003\u200b\t\r\n")[0] not in "=+-@＝＋－＠"


@given(st.text())
def test_that_no_text_begins_as_a_formula_and_what_is_safe_is_left_alone(text: str) -> None:
    told = harmless(text)
    assert not told.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
    if text and text[0].isalnum() and text.isprintable():
        assert told == text[: len(told)]


@given(st.text(alphabet=st.characters()))
def test_that_clean_text_can_be_encoded(text: str) -> None:
    clean_text(text).encode("utf-8")
    assert "\x00" not in clean_text(text)


def test_that_lone_surrogates_and_noncharacters_are_replaced() -> None:
    assert clean_text("a\ud800b\uffffc\x07") == "a\ufffdb\ufffdc\ufffd"


@pytest.mark.parametrize("missing", [None, float("nan"), np.nan, pd.NaT, pd.NA, float("inf"), -float("inf")])
def test_that_what_is_missing_is_none_and_never_zero(missing: object) -> None:
    assert cell(missing) is None


def test_that_values_become_plain_cells() -> None:
    assert cell(np.int64(4)) == 4
    assert cell(3.0) == 3
    assert isinstance(cell(3.0), int)
    assert cell(0.25) == 0.25
    assert cell(pd.Timestamp("2026-11-23")) == dt.date(2026, 11, 23)
    assert cell(dt.datetime(2026, 11, 23, 6, 15)) == dt.datetime(2026, 11, 23, 6, 15)
    assert cell(True) == "ja"
    assert cell(HIDDEN) is HIDDEN


def test_that_the_machine_form_is_as_the_contract_says() -> None:
    frame = pd.DataFrame(
        {
            "som_af": ["2026-11-23", "2026-11-23"],
            "navn": ["Høje-Taastrup", "=1+1"],
            "booket": [3.0, np.nan],
            "middel": [2.34567, -0.00001],
            "q50": [2.0, 1234567.0],
            "dato": pd.to_datetime(["2026-11-23", None]),
        }
    )
    assert machine_csv(frame) == (
        "som_af;navn;booket;middel;q50;dato\n"
        "2026-11-23;Høje-Taastrup;3;2.3457;2;2026-11-23\n"
        "2026-11-23;'=1+1;;0;1234567;\n"
    )


@given(st.lists(st.tuples(st.floats(-1e6, 1e6) | st.none(), st.integers(-(10**9), 10**9)), max_size=20))
def test_that_numbers_come_back_from_the_machine_form(rows: list[tuple[float | None, int]]) -> None:
    frame = pd.DataFrame(rows, columns=["x", "n"]).astype({"x": float})
    back = list(csv.DictReader(io.StringIO(machine_csv(frame)), delimiter=";"))
    for row, (x, n) in zip(back, rows, strict=True):
        assert int(row["n"]) == n
        if x is None:
            assert row["x"] == ""
        else:
            assert float(row["x"]) == pytest.approx(x, abs=5.1e-5)
        assert row["x"] != "-0"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=5))
def test_that_separators_and_quotes_in_names_survive(names: list[str]) -> None:
    frame = pd.DataFrame({"navn": names, "n": range(len(names))})
    back = list(csv.reader(io.StringIO(machine_csv(frame)), delimiter=";"))[1:]
    assert [row[0].removeprefix("'") for row in back] == [clean_text(name).removeprefix("'") for name in names]


def test_that_an_empty_frame_is_a_header() -> None:
    assert machine_csv(pd.DataFrame({"a": [], "b": []})) == "a;b\n"
