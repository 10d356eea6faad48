"""Whatever stands in a table, recognising and checking it ends in rows, problems or questions, never in a crash or a silent loss."""

from __future__ import annotations

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from sundhedsklynge.domain.kinds import COLUMNS, KIND_NAMES
from sundhedsklynge.ingest.check import check
from sundhedsklynge.ingest.mapping import answer
from sundhedsklynge.ingest.problems import CODES
from sundhedsklynge.ingest.recognise import Recognition, recognise
from sundhedsklynge.ingest.report import report_entry
from sundhedsklynge.ingest.table import RawFile, RawTable
from sundhedsklynge.ingest.vocabulary import REQUIRED, names_of, sort_of
from tests.shipped_names import shipped_names

KNOWN = shipped_names()
SPARE_HEADERS = [
    "",
    "Kommune",
    "Uge 48 2026",
    "Uge 49 2026",
    "2026-W53",
    "Knæ",
    "Hofte",
    "I alt",
    "30-11-2026",
    "47",
    "48",
    "49",
]
ANY = [
    "", "", "101", "Christiansø", "999", "Herlev Hospital", "KNGB4", "uge 53 2027", "uge 48", "31-02-2026", "11/30/2026", "46349",
    "<5", "-", "-2", "1.234", "2.468", "x", "I alt", "Total", "Note: tal", "#N/A", "12345678901",
]  # fmt: skip
FITTING = {
    "date": ["2026-11-23", "30-11-2026", "1.12.2026"],
    "week": ["2026-W49", "uge 53 2026", "50/2026"],
    "year": ["2026"],
    "quarter": ["2026K3", "3. kvartal 2026"],
    "month": ["2026-10", "november 2026"],
    "count": ["3", "3,0", "<5", "-", "12"],
    "municipality": ["101", "Hillerød", "0201 Allerød", "udland"],
    "hospital": ["Nordsjællands Hospital", "Privathospitalet Birkely"],
    "procedure": ["knæ", "KNGB40", "Andre", "DS720"],
    "region": ["Region Hovedstaden"],
    "answer": ["ja", "nej", ""],
    "text": ["", "a"],
    "word": ["", "ukendt", "udskudt", "aflyst", "almen basal", "planlagt"],
}


@st.composite
def tables(draw: st.DrawFn) -> RawTable:
    """A table that mostly holds what a kind needs, with a stray column, title, total row or broken cell here and there."""
    kind = draw(st.sampled_from(list(KIND_NAMES)))
    needed = [draw(st.sampled_from(group)) for group in REQUIRED[kind]]
    extra = draw(st.lists(st.sampled_from([n for n in names_of(kind) if n not in needed]), max_size=3, unique=True))
    header = [*needed, *extra, *draw(st.lists(st.sampled_from(SPARE_HEADERS), max_size=2))]
    pools = [FITTING[sort_of(kind, name)] if name in names_of(kind) else FITTING["count"] for name in header]
    cells = [
        st.one_of(st.sampled_from(pool), st.sampled_from(pool), st.sampled_from(pool), st.sampled_from(ANY))
        for pool in pools
    ]
    rows = draw(st.lists(st.tuples(*cells).map(list), min_size=1, max_size=6))
    titles = draw(st.lists(st.lists(st.sampled_from(ANY), min_size=len(header), max_size=len(header)), max_size=1))
    return _table([*titles, header, *rows], draw(st.sets(st.integers(1, 8), max_size=2)))


def _table(rows: list[list[str]], gaps: set[int]) -> RawTable:
    filled = [row for row in rows if any(row)]
    steps = np.array([2 if index in gaps else 1 for index in range(len(filled))], dtype=np.int32)
    return RawTable("Ark1", pd.DataFrame(filled, dtype="str"), np.cumsum(steps, dtype=np.int32))


def _answered(raw: RawFile, kind: str | None) -> Recognition:
    """Recognise and answer every question with its first candidate, as a hurried user does."""
    found = recognise(raw, KNOWN, kind)
    for _ in range(12):
        question = next(
            (q for q in found.questions if q.candidates and q.what not in ("as_of", "tables", "rows")), None
        )
        if question is None:
            break
        found = recognise(raw, KNOWN, kind, mapping=answer(found.mapping, question.what, question.candidates[0]))
    return found


@settings(max_examples=150, deadline=None)
@given(table=tables(), kind=st.sampled_from([None, None, None, *KIND_NAMES]))
def test_that_any_table_ends_in_rows_problems_or_questions(table: RawTable, kind: str | None) -> None:
    raw = RawFile("fil_20261123.csv", "0" * 64, 1, "utf-8", ";", (table,), "csv")
    found = _answered(raw, kind)
    assert found.ready or found.questions
    if not found.ready:
        assert all(question.sentence.endswith(".") for question in found.questions)
        return
    checked = check(raw, found, KNOWN, b"key")
    assert list(checked.frame.columns) == list(COLUMNS[checked.kind])
    assert checked.rows_ok + checked.error_rows + checked.left_out == checked.rows_read
    assert {p.code for p in checked.problems} <= set(CODES)
    assert checked.error_rows == len({p.row for p in checked.errors}) or found.sections[0].block.pivots
    assert checked.frame["row"].isin(table.rows).all()
    if checked.kind == "plan":
        assert (checked.frame["count_min"] <= checked.frame["count_max"]).all()
        assert checked.frame["municipality"].isin(list(KNOWN.municipalities)).all()
    report_entry(raw, found, checked)
