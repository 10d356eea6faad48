"""CPR numbers are found in every form, never shown, and not seen where there are none. All numbers here are made up."""

from __future__ import annotations

import datetime as dt
import random

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.ingest.cpr import (
    columns_by_sheet,
    find_cpr,
    place_text,
    refusal,
    without_columns,
)
from sundhedsklynge.ingest.cpr_text import MASK, mask, reads_as_cpr
from sundhedsklynge.ingest.table import RawFile, RawTable

SEPARATORS = ("", "-", "_", " ", ".", "/", "–", "—", "‑", "−", "\u00a0", " - ", "\n", "\u200b")


def table(columns: dict[str, list[str]], numeric: set[str] = frozenset(), name: str = "") -> RawTable:
    cells = pd.DataFrame(
        {j: pd.array([head, *column], dtype="str") for j, (head, column) in enumerate(columns.items())}
    )
    mask_of = np.zeros(cells.shape, np.bool_)
    for j, head in enumerate(columns):
        mask_of[1:, j] = head in numeric
    return RawTable(name, cells, np.arange(1, len(cells) + 1, dtype=np.int32), mask_of)


def file(*tables: RawTable, name: str = "plan.csv") -> RawFile:
    return RawFile(name, "0" * 64, 1, "utf-8", ";", tables, "csv")


def cpr_parts(rng: random.Random) -> tuple[str, str]:
    day = rng.randrange(1, 32) + rng.choice((0, 0, 0, 60))
    return f"{day:02d}{rng.randrange(1, 13):02d}{rng.randrange(100):02d}", f"{rng.randrange(10_000):04d}"


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("text", ["{}", "Pt. {} ringer", "({})", "CPR{}", "x;{};y", "{}.0"])
def test_that_a_number_is_found_with_any_separator_and_inside_text(separator: str, text: str) -> None:
    assert reads_as_cpr(text.format(f"010190{separator}1234"))


@pytest.mark.parametrize(
    "text",
    [
        "710190-1234",
        "910190-1234",
        "01011990-1234",
        "010119901234",
        "19900101-1234",
        "01-01-90-1234",
        "０１０１９０－１２３４",
    ],
)
def test_that_replacement_numbers_centuries_and_other_digits_are_found(text: str) -> None:
    assert reads_as_cpr(text)


@pytest.mark.parametrize(
    "text",
    [
        "KNGB40",
        "KNGB40A TUL1",
        "DM171",
        "441071000016002",
        "227871000016001",
        "301000016004",
        "12345678",
        "+4512345678",
        "12 34 56 78",
        "2026-11-16 06:15:00",
        "16-11-2026 06:15",
        "16.11.2026",
        "20261116-0615",
        "202611160615",
        "2026-11-16T06:15:00+0100",
        "uge 48 2026",
        "202648",
        "1763000000",
        "320190-1234",
        "011390-1234",
        "600190-1234",
        "1234567890123",
        "deadbeef0101901234cafe",
        "a1b2c3d4-0101-9012-3456-0101901234ab",
        "1.234.567",
    ],
)
def test_that_codes_dates_phones_and_keys_are_not_cpr(text: str) -> None:
    assert not reads_as_cpr(text)
    assert mask(text) == text


def test_that_a_timestamp_passes_in_a_name_but_not_in_a_cell() -> None:
    assert not reads_as_cpr("plan_231126-0830.csv", name=True)
    assert reads_as_cpr("231126-0830")
    assert reads_as_cpr("plan_231126-9930.csv", name=True)
    assert reads_as_cpr("plan_010190-0830.csv", name=True)


def test_that_a_mask_leaves_no_digit_of_the_number() -> None:
    for form in ("010190-1234", "0101901234", "101901234", "01011990 1234", "010190–1234"):
        masked = mask(f"række 2: {form} findes")
        assert masked == f"række 2: {MASK} findes"


def test_that_hits_name_sheet_row_column_and_header_but_no_value() -> None:
    raw = file(table({"Kommune": ["101", "147"], "Bemærkning": ["", "ring til 010190-1234"]}, name="Plan"))
    (hit,) = find_cpr(raw)
    assert (hit.place, hit.sheet, hit.row, hit.column, hit.header, hit.count) == ("cell", "Plan", 3, 1, "Bemærkning", 1)
    assert place_text(hit) == "række 3, kolonne B (Bemærkning), ark Plan"
    assert "010190" not in repr(hit) + str(refusal([hit]))


def test_that_file_and_sheet_names_are_searched() -> None:
    clean = {"Kommune": ["101"]}
    hits = find_cpr(file(table(clean, name="010190-1234"), name="0101901234.xlsx"))
    assert [hit.place for hit in hits] == ["file", "sheet"]
    assert "1234" not in repr(hits)
    assert "Filnavnet" in refusal(hits).sentence


@pytest.mark.parametrize("numeric", [True, False])
def test_that_a_number_that_lost_its_leading_zero_is_found(numeric: bool) -> None:
    raw = table(
        {"antal": ["1", "2", "3"], "id": ["101901234", "3112901234", "201854321"]},
        {"antal", "id"} if numeric else set(),
    )
    (hit,) = find_cpr(raw)
    assert (hit.column, hit.count) == (1, 3)


def test_that_one_lost_zero_among_small_numbers_is_found() -> None:
    raw = table({"antal": [*("1" for _ in range(500)), "101901234"]}, {"antal"})
    assert [hit.row for hit in find_cpr(raw)] == [502]


def test_that_nine_digit_case_keys_are_no_lost_zeros() -> None:
    rng = random.Random(5)
    keys = [str(rng.randrange(10**8, 10**9)) for _ in range(2_000)]
    assert find_cpr(table({"sagsnoegle": keys}, {"sagsnoegle"})) == ()


def test_that_a_real_number_with_four_decimals_is_no_cpr() -> None:
    assert find_cpr(table({"pris": ["120345.6789"]}, {"pris"})) == ()
    assert find_cpr(table({"pris": ["120345.6789"]})) != ()


def test_that_dropped_columns_are_empty_and_the_rest_stays() -> None:
    raw = file(table({"Kommune": ["101"], "Note": ["0101901234"], "Antal": ["3"]}, {"Antal"}, name="A"))
    rest = without_columns(raw, columns_by_sheet(find_cpr(raw)))
    assert find_cpr(rest) == ()
    assert rest.tables[0].cells.to_numpy().tolist() == [["Kommune", "", "Antal"], ["101", "", "3"]]
    assert raw.tables[0].cells.iloc[1, 1] == "0101901234"


def test_that_the_search_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        find_cpr(table({"a": ["1"]}), lambda: True)


def test_that_both_error_rates_on_generated_cells_are_bounded() -> None:
    """100,000 cells: half hold a CPR number in one of the contract's forms, half what such files hold otherwise."""
    rng = random.Random(2026)
    frames = ("{}", "{}", "{}", "cpr {}", "Pt {} indlagt", "{}, knæ")
    missed = 0
    for _ in range(50_000):
        first, last = cpr_parts(rng)
        first = rng.choice((first, first, first[:4] + rng.choice(("18", "19", "20")) + first[4:]))
        missed += not reads_as_cpr(rng.choice(frames).format(first + rng.choice(SEPARATORS) + last))

    def moment(pattern: str) -> str:
        when = dt.datetime(2018, 1, 1) + dt.timedelta(minutes=rng.randrange(10 * 365 * 1440))
        return when.strftime(pattern)

    others = (
        lambda: f"K{rng.choice('NF')}{rng.choice('GFB')}{rng.choice('BCE')}{rng.randrange(100):02d}",
        lambda: f"{rng.randrange(10**3, 10**11)}10000{rng.randrange(10, 18)}{rng.randrange(100):03d}"[:18],
        lambda: f"{rng.choice('23456789')}{rng.randrange(10**7):07d}",
        lambda: f"+45 {rng.randrange(10**7, 10**8)}",
        lambda: moment("%d-%m-%Y %H:%M"),
        lambda: moment("%Y-%m-%d"),
        lambda: moment("%Y%m%d-%H%M"),
        lambda: f"uge {rng.randrange(1, 54)} {rng.randrange(2020, 2030)}",
        lambda: f"{rng.randrange(10**6)},{rng.randrange(100):02d}",
        lambda: str(rng.randrange(1, 2_000)),
        lambda: f"{rng.getrandbits(256):064x}",
        lambda: str(rng.randrange(40_000, 50_000)),
    )
    false_alarms = sum(reads_as_cpr(rng.choice(others)()) for _ in range(50_000))
    print(f"missed {missed} of 50000 CPR numbers, {false_alarms} false alarms in 50000 other cells")
    assert missed == 0
    assert false_alarms == 0
