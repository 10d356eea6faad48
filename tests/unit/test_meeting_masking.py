"""What a meeting sees of small numbers: the same in every place, and nothing to be had back from two tables or two meetings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sundhedsklynge.coverage.indicators import INDICATORS
from sundhedsklynge.domain.errors import CancelledError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.export import masked_rows
from sundhedsklynge.export.cells import HIDDEN, Hidden
from sundhedsklynge.export.masked_rows import Shown, shown_weeks
from sundhedsklynge.export.report import Report
from sundhedsklynge.forecast.outlook import Scope
from sundhedsklynge.store.notes import DECISION, Note
from sundhedsklynge.workspace import Workspace, meeting_masking, predictions
from sundhedsklynge.workspace.kept import all_but
from sundhedsklynge.workspace.meeting_figures import person_counts, week_lines
from sundhedsklynge.workspace.meeting_masking import Count, Share, ShownShares, masked_shares
from sundhedsklynge.workspace.meeting_shown import SAME_PERSONS, shown_before, shown_bookings, shown_quarter
from tests import disclosure
from tests.disclosure import given_back

SMALL = range(1, 5)
MUNICIPALITIES = (101, 147, 151, 153)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo, with a meeting three weeks ago."""
    with Workspace.demo(str(tmp_path_factory.mktemp("demo") / "demo.sqlite")) as workspace:
        then = workspace.default_as_of() - dt.timedelta(days=21)
        workspace.meeting.save(Note("To hold mere", then, DECISION, then, "Centerleder"))
        yield workspace


@pytest.fixture(scope="module")
def package(demo: Workspace) -> Report:
    return demo.report(demo.default_as_of(), masked=True)


def is_small(value: Count) -> bool:
    return isinstance(value, int) and value in SMALL


# The same in every place -------------------------------------------------------------------------------------------


def test_that_the_meeting_hides_the_bookings_the_masked_package_hides(demo: Workspace, package: Report) -> None:
    day = demo.default_as_of()
    outlook, shown = demo.forecast(day, 12), shown_bookings(demo, day)
    place, level, procedure, booked = (
        package.forecast.position(key) for key in ("kode", "niveau", "procedure", "booket")
    )
    told = [row for row in package.forecast.rows if row[procedure] == ALL.capitalize()]
    for area in outlook.areas:
        here = [
            row[booked]
            for row in told
            if row[place] == area.code and (row[level] == "Kommune") == (area.level == "kommune")
        ]
        assert [line.booked for line in week_lines(outlook, area, shown)] == here
    assert any(isinstance(row[booked], Hidden) for row in told)


def test_that_the_meeting_hides_the_waiting_the_masked_package_hides(demo: Workspace, package: Report) -> None:
    day = demo.default_as_of()
    persons = person_counts(demo, demo.areas(day), day, 5)
    code, waiting, overdue = (package.risk.position(key) for key in ("kommunekode", "ventende", "allerede_over_frist"))
    first = {row[code]: row for row in reversed(package.risk.rows)}
    assert len(first) > 20
    for number, row in first.items():
        key = ("kommune", str(number))
        assert (persons.waiting[key], persons.overdue[key]) == (row[waiting], row[overdue])
    assert persons.waiting["i_alt", "i_alt"] is not None


def test_that_one_denominator_is_hidden_in_all_tables_or_in_none(demo: Workspace) -> None:
    shown = shown_quarter(demo, "2026K3", demo.default_as_of())
    for family in SAME_PERSONS:
        for area in shown[family[0]][0].areas:
            told = [shown[name][0].of((area.level, area.code), shown[name][1])[1] for name in family]
            assert len({repr(value) for value in told}) == 1, area


def test_that_no_small_share_of_the_quarter_can_be_solved_for_from_all_its_tables(demo: Workspace) -> None:
    shown = shown_quarter(demo, "2026K3", demo.default_as_of())
    found = [shown[family[0]][0] for family in SAME_PERSONS]
    assert sum(len(told.hidden) for told in found) > 50
    for told in found:
        assert not given_back(share_cells([told]))


# Nothing to be had back from two meetings ----------------------------------------------------------------------------


def test_that_two_meetings_do_not_tell_what_either_hid_of_the_bookings(demo: Workspace) -> None:
    day = demo.default_as_of()
    (then,) = shown_before(demo, day)
    showings = [shown_bookings(demo, then), shown_bookings(demo, day)]
    common = sorted(showings[0].weeks.keys() & showings[1].weeks.keys())
    assert len(common) == 9
    for week in common[::4]:
        assert not given_back(booked_cells(week, showings))


def test_that_a_past_morning_looked_at_after_a_later_meeting_does_not_give_back_what_that_hid(demo: Workspace) -> None:
    """The meeting of three weeks ago is in the log; now someone goes a week further back."""
    then = demo.default_as_of() - dt.timedelta(days=21)
    past = then - dt.timedelta(days=7)
    assert shown_before(demo, past) == (then,)
    assert shown_before(demo, then) == ()
    meeting, looked_at = shown_bookings(demo, then), shown_bookings(demo, past)
    common = sorted(meeting.weeks.keys() & looked_at.weeks.keys())
    assert len(common) == 11
    careless = shown_weeks(looked_at.weeks, looked_at.areas, 5)
    found = 0
    for week in common[::4]:
        assert not given_back(booked_cells(week, [meeting, looked_at]))
        found += len(given_back(booked_cells(week, [meeting, careless])))
    assert found  # the attacker of this test does find it


def test_that_meetings_are_remembered_in_the_order_of_the_log(demo: Workspace) -> None:
    day = demo.default_as_of()
    before = shown_before(demo, day)
    newer = demo.meeting.save(Note("Sidst", day, data_date=day))
    past = day - dt.timedelta(days=14)
    older = demo.meeting.save(Note("Set tilbage", day, data_date=past))
    try:
        assert shown_before(demo, day) == before
        assert shown_before(demo, past) == (*before, day)
    finally:
        older.undo()
        newer.undo()


# Computed once, and stopped ------------------------------------------------------------------------------------------


def test_that_the_same_view_again_computes_no_forecast_and_masks_nothing(
    demo: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counted(module: Any, name: str) -> None:
        real = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *given, **named: (calls.append(name), real(*given, **named))[1])

    counted(predictions, "predict")
    for module in (masked_rows, meeting_masking):
        counted(module, "hidden_cells")
    demo.forget()
    past = demo.default_as_of() - dt.timedelta(days=14)
    first = demo.meeting.view(as_of=past)
    assert "hidden_cells" in calls
    calls.clear()
    assert demo.meeting.view(as_of=past) is first
    assert not calls
    demo.meeting.view("kommune", "219", as_of=past)
    assert "predict" not in calls


def test_that_the_masking_can_be_stopped_and_asked_for_again(demo: Workspace) -> None:
    day = demo.default_as_of()
    told = shown_bookings(demo, day)
    shares = shown_quarter(demo, "2026K3", day)
    demo.forget(all_but("meeting"))
    demo.forecast(day - dt.timedelta(days=21), 12)
    for compute in (
        lambda stop: shown_bookings(demo, day, stop),
        lambda stop: shown_quarter(demo, "2026K3", day, stop),
        lambda stop: demo.report(day, masked=True, cancelled=stop),
    ):
        asked = iter([*[False] * 60, *[True] * 9])
        with pytest.raises(CancelledError):
            compute(lambda asked=asked: next(asked))
    assert shown_bookings(demo, day) == told
    assert shown_quarter(demo, "2026K3", day) == shares


def booked_cells(week: str, showings: Sequence[Shown]) -> list[disclosure.Shown]:
    """What was shown of a week's bookings; a count that is the same in both is one unknown."""
    found: list[disclosure.Shown] = []
    for date, shown in enumerate(showings):
        counts = shown.weeks[week]
        for area in shown.areas:
            for procedure in {name for _, name in counts} | {ALL}:
                keys = [key for key in counts if key[0] in area.members and procedure in (key[1], ALL)]
                unknown: dict[Hashable, int] = {(*key, counts[key]): 1 for key in keys}
                hidden = (week, area.level, area.code, procedure) in shown.hidden
                found.append(disclosure.Shown(date, unknown, sum(counts[key] for key in keys), hidden))
    return found


Told = list[dict[int, tuple[int, int]]]


@st.composite
def families(draw: st.DrawFn) -> list[Told]:
    """Three shares, the second of events, as told on one or two dates: mostly of the same persons, some not told, some told anew."""

    def told(m: int) -> dict[int, tuple[int, int]]:
        whole = draw(st.integers(0, 14))
        found: dict[int, tuple[int, int]] = {}
        for i in range(3):
            mine = whole + draw(st.sampled_from([0, 0, 0, 2]))
            if draw(st.integers(0, 5)):
                found[i] = (draw(st.integers(0, 9 if i == 1 else mine)), mine)
        return found

    first = {m: told(m) for m in MUNICIPALITIES}
    second = {m: told(m) if draw(st.integers(0, 2)) == 0 else first[m] for m in MUNICIPALITIES}
    dates = [first, second][: draw(st.integers(1, 2))]
    return [[{m: shares[i] for m, shares in told_then.items() if i in shares} for i in range(3)] for told_then in dates]


@settings(max_examples=150, deadline=None)
@given(families())
def test_that_no_small_share_can_be_solved_for_from_tables_of_the_same_persons_on_two_dates(dates: list[Told]) -> None:
    pair = (Scope("klynge", "A", "", MUNICIPALITIES[:2]), Scope("klynge", "B", "", MUNICIPALITIES[1:]))
    areas = [
        *(Scope("kommune", str(m), "", (m,)) for m in MUNICIPALITIES),
        *pair,
        Scope("i_alt", "i_alt", "", MUNICIPALITIES),
    ]
    shown: list[ShownShares] = []
    for told in dates:
        shown.append(masked_shares([Share(counts, i != 1) for i, counts in enumerate(told)], areas, 5, shown))
    assert not given_back(share_cells(shown))
    for then in shown:
        for area in areas:
            for place in range(3):
                assert not any(is_small(value) for value in then.of((area.level, area.code), place))


def share_cells(showings: Sequence[ShownShares]) -> list[disclosure.Shown]:
    """Numerators, denominators and, never shown, the rests. Equal denominators of a municipality are one unknown, and so are all its
    figures where none has changed since the last date."""
    found: list[disclosure.Shown] = []
    for v, shown in enumerate(showings):
        for area in shown.areas:
            for place, share in enumerate(shown.shares):
                members = [m for m in area.members if m in share.counts]
                since = {m: v - 1 if v and told_of(showings[v - 1], m) == told_of(shown, m) else v for m in members}
                part: dict[Hashable, int] = {(m, place, since[m]): 1 for m in members}
                whole: dict[Hashable, int] = {(m, "whole", share.counts[m][1], since[m]): 1 for m in members}
                counted, of = shown.of((area.level, area.code), place)
                parts, wholes = (sum(share.counts[m][side] for m in members) for side in (0, 1))
                found.append(disclosure.Shown(v, part, parts, counted is HIDDEN))
                found.append(disclosure.Shown(v, whole, wholes, of is HIDDEN))
                if share.is_part:
                    found.append(disclosure.Shown(v, whole | dict.fromkeys(part, -1), wholes - parts, True))
    return found


def told_of(shown: ShownShares, municipality: int) -> list[tuple[int, int] | None]:
    return [share.counts.get(municipality) for share in shown.shares]


# What else would tell ------------------------------------------------------------------------------------------------


def test_that_a_hidden_count_hides_its_share_and_what_is_said_of_it(demo: Workspace) -> None:
    lines = [line for code in ("155", "163", "219") for line in demo.meeting.view("kommune", code).quarters]
    persons = [line for line in lines if INDICATORS[line.indicator.key].counts_persons]
    hidden = [line for line in persons if isinstance(line.numerator, Hidden) or isinstance(line.denominator, Hidden)]
    assert 3 < len(hidden) < len(persons)
    for line in persons:
        said = (line.share, line.status, line.variation, line.assurance)
        assert all(part is None for part in said) if line in hidden else None not in said
