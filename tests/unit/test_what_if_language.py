"""The language of what if: what is written reads as it was, with dates as Danes write them and in ISO 8601."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.workspace import WhatIf, read_what_if
from sundhedsklynge.workspace.whatif import ClosedSpan, ExtraSlots, GroupOn, MoreOrLess, Part, SlowerOffers

DAY = dt.timedelta(days=1)
HOSPITAL = "Nordsjællands Hospital"

days = st.dates(dt.date(2024, 1, 1), dt.date(2030, 12, 31))
places = st.none() | st.integers(101, 860)
parts = st.one_of(
    st.builds(
        MoreOrLess,
        st.integers(-100, 400),
        st.sampled_from(["", "knæ", "hofte", "skulder", "andre"]),
        st.sampled_from(["", HOSPITAL, "Amager og Hvidovre Hospital"]),
        st.none() | st.dates(dt.date(2024, 1, 1), dt.date(2026, 1, 1)),
        st.none() | st.dates(dt.date(2026, 1, 1), dt.date(2028, 1, 1)),
    ),
    st.builds(ExtraSlots, st.integers(-500, 500), days.map(lambda d: d - d.weekday() * DAY), places),
    st.builds(lambda d, n, m: ClosedSpan(d, d + n * DAY, m), days, st.integers(0, 300), places),
    st.builds(GroupOn, st.integers(1, 500), days, places),
    st.builds(SlowerOffers, st.integers(0, 60)),
)


@given(st.lists(parts, max_size=5))
def test_that_what_is_written_reads_as_it_was(changes: list[Part]) -> None:
    written = WhatIf(tuple(changes))
    assert read_what_if(written.text()) == written
    assert read_what_if(written.lines()) == written


@given(st.lists(parts, max_size=5))
def test_that_iso_dates_and_weeks_say_the_same_as_danish_ones(changes: list[Part]) -> None:
    written = WhatIf(tuple(changes))
    iso = re.sub(r"(\d\d)\.(\d\d)\.(\d{4})", r"\3-\2-\1", written.text())
    iso = re.sub(r"uge (\d+), (\d{4})", lambda found: f"{found[2]}-W{int(found[1]):02d}", iso)
    assert read_what_if(iso) == written


def test_that_dates_are_written_as_danes_write_them() -> None:
    changes = read_what_if("aktivitet +10 % fra 1.12.2026; pladser +6 uge 50 2026; lukket 2026-12-21..2026-12-23")
    assert changes.text() == "aktivitet +10 % fra 01.12.2026; pladser +6 uge 50, 2026; lukket 21.12.2026..23.12.2026"
    with pytest.raises(UserError, match=r"fra 01\.12\.2026"):
        read_what_if("aktivitet +10 % fra næste uge på mandag")


@pytest.mark.parametrize(
    "text",
    [
        "mere travlt",
        "aktivitet +900 %",
        "aktivitet +10 % albue",
        "pladser +6 2026-W60",
        "lukket 2026-12-24..2026-12-20",
        "lukket 2026-02-30",
        "hold 0 2026-12-01",
        "tilbud 100 dage",
        "aktivitet +10 % fra 2026-12-01 til 2026-11-01",
        "aktivitet +10 % på Nordsjællands Hospital fra 1/12/2026",
        "lukket 21.12.2026..21.12.9999",
    ],
)
def test_that_a_change_that_makes_no_sense_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        read_what_if(text)


def test_that_room_between_the_words_does_not_matter() -> None:
    changes = read_what_if("pladser +6 uge 50,2026; lukket 21.12.2026 .. 23.12.2026; lukket 31.12.9999")
    assert changes.text() == "pladser +6 uge 50, 2026; lukket 21.12.2026..23.12.2026; lukket 31.12.9999"
