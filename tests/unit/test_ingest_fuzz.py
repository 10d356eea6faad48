"""Whatever the bytes, reading ends in a file or in a refusal.

A few hundred inputs in the normal suite; `SUNDHEDSKLYNGE_FUZZ=10000` makes it that many in all, through one reused child.
"""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import openpyxl
import pytest
import xlwt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest import read, worker
from sundhedsklynge.ingest.cpr import find_cpr
from sundhedsklynge.ingest.table import RawFile

TESTS = 5
EXAMPLES = int(os.environ.get("SUNDHEDSKLYNGE_FUZZ", "400")) // TESTS
fuzzed = settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
Edits = list[tuple[float, bytes, int]]
edits = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=8), st.integers(0, 40)), min_size=1, max_size=12)


@pytest.fixture(scope="module", autouse=True)
def one_child() -> Iterator[None]:
    """One child for all, with less patience than in earnest."""
    shared, worker.shared = worker.shared, worker.Worker(memory=1024**3, wall=20)
    yield
    worker.shared.stop()
    worker.shared = shared


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "fil.bin"


def edited(content: bytes, changes: Edits) -> bytes:
    """Content with some stretches replaced."""
    mutable = bytearray(content)
    for place, new, removed in changes:
        at = int(place * len(mutable))
        mutable[at : at + removed] = new
    return bytes(mutable)


def read_or_refuse(path: Path, content: bytes) -> RawFile | None:
    path.write_bytes(content)
    try:
        raw = read.read_file(path)
    except InputRefusedError:
        return None
    assert raw.tables
    for table in raw.tables:
        assert table.rows.shape == (len(table.cells),)
        assert (np.diff(table.rows) > 0).all()
        assert list(table.cells.columns) == list(range(table.cells.shape[1]))
        assert table.cells.empty or table.cells.dtypes.eq("str").all()
        assert not table.cells.isna().to_numpy().any()
        assert table.numeric is None or table.numeric.shape == table.cells.shape
        assert all(0 <= column < table.cells.shape[1] for column in table.hidden_columns)
        assert all(0 <= row < len(table.cells) for row in table.hidden_rows)
    find_cpr(raw)
    return raw


def xlsx_bytes() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Kommune", "Uge", "Antal", "Note"], ["Greve", "uge 48 2026", 3, "=A1"], ["Solrød", 1.5, True, None]):
        sheet.append(row)
    sheet.merge_cells("A5:B6")
    book.create_sheet("To")["C3"] = "x"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls_bytes() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Ark")
    for i, row in enumerate((["Kommune", "Antal"], ["Ærø", 3], ["Læsø", 1.5])):
        for j, value in enumerate(row):
            sheet.write(i, j, value)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def ods_bytes() -> bytes:
    document = OpenDocumentSpreadsheet()
    table, row, cell = Table(name="Ark"), TableRow(), TableCell(valuetype="float", value="3")
    cell.addElement(P(text="3"))
    row.addElement(cell)
    table.addElement(row)
    document.spreadsheet.addElement(table)
    stream = io.BytesIO()
    document.write(stream)
    return stream.getvalue()


def rezipped(archive: bytes, part: int, changes: Edits) -> bytes:
    """The archive with one entry's content edited, so that the damage lies in the XML and not in the compression."""
    with zipfile.ZipFile(io.BytesIO(archive)) as source:
        entries = [(name, source.read(name)) for name in source.namelist()]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target:
        for i, (name, content) in enumerate(entries):
            target.writestr(name, edited(content, changes) if i == part % len(entries) else content)
    return stream.getvalue()


XLSX, XLS, ODS = xlsx_bytes(), xls_bytes(), ods_bytes()
BUNDLE = {
    "resourceType": "Bundle",
    "entry": [
        {
            "resource": {
                "resourceType": "ServiceRequest",
                "id": "1",
                "authoredOn": "2026-11-11",
                "category": [{"coding": [{}]}],
            }
        }
    ],
}


@fuzzed
@given(content=st.binary(max_size=2_000))
def test_that_any_bytes_are_read_or_refused(path: Path, content: bytes) -> None:
    read_or_refuse(path, content)


@fuzzed
@given(
    cells=st.lists(st.lists(st.text(max_size=8), max_size=6), max_size=12),
    separator=st.sampled_from(";,\t|"),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "cp850", "mac-roman", "utf-16", "utf-16-le"]),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    changes=edits | st.just([]),
)
def test_that_any_text_is_read_or_refused(
    path: Path, cells: list[list[str]], separator: str, encoding: str, ends: str, changes: Edits
) -> None:
    text = ends.join(separator.join(row) for row in cells)
    read_or_refuse(path, edited(text.encode(encoding, "replace"), changes))


@fuzzed
@given(original=st.sampled_from([XLSX, XLS, ODS]), changes=edits)
def test_that_damaged_workbooks_are_read_or_refused(path: Path, original: bytes, changes: Edits) -> None:
    read_or_refuse(path, edited(original, changes))


@fuzzed
@given(original=st.sampled_from([XLSX, ODS]), part=st.integers(0, 20), changes=edits)
def test_that_workbooks_with_damaged_xml_are_read_or_refused(
    path: Path, original: bytes, part: int, changes: Edits
) -> None:
    read_or_refuse(path, rezipped(original, part, changes))


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["resourceType", "entry", "resource", "id", "category", "coding", "subject", "extension", "url"]
            )
            | st.text(max_size=5),
            inner | st.sampled_from(["Bundle", "ServiceRequest", "Patient"]),
            max_size=6,
        )
    ),
    max_leaves=30,
)


@fuzzed
@given(
    field=st.sampled_from(["category", "subject", "extension", "reasonReference", "requester", "id"]), value=anything
)
def test_that_any_json_is_read_or_refused(path: Path, field: str, value: object) -> None:
    bundle = json.loads(json.dumps(BUNDLE))
    bundle["entry"][0]["resource"][field] = value
    assert read_or_refuse(path, json.dumps(bundle).encode()) is not None
    read_or_refuse(path, json.dumps({"resourceType": "Bundle", "entry": value}).encode())
