"""What stands on paper: sentences, the heat strip, the chart's series and the tables with a column a week."""

from __future__ import annotations

import datetime as dt
from typing import Any

import numpy as np
import pandas as pd
import pytest

from sundhedsklynge.domain.calendar import week_code
from sundhedsklynge.export import words
from sundhedsklynge.export.cells import HIDDEN
from sundhedsklynge.export.front import MOST_EXPOSED, front, grids, series_of
from sundhedsklynge.export.report import Report, Source, compose
from sundhedsklynge.forecast.outlook import Scope
from tests.unit.test_export import AS_OF, NAMES, PROCEDURES, SCOPES, WEEKS, forecast_rows, meta, risk_rows

PAST = [AS_OF - dt.timedelta(weeks=back) for back in (3, 2, 1)]
HILLEROED = SCOPES[2]


def received_rows() -> pd.DataFrame:
    """Three weeks before: København 10 a procedure, the others 2, the last week missing in Bornholm."""
    rows: list[dict[str, Any]] = []
    for scope in SCOPES:
        for procedure in (*PROCEDURES, "alle"):
            for week, day in enumerate(PAST):
                own = [10.0 if code == 101 else 2.0 for code in scope.members]
                count = sum(own) * (3 if procedure == "alle" else 1)
                missing = week == 2 and 400 in scope.members
                row = {"niveau": scope.level, "kode": scope.code, "procedure": procedure, "uge": week_code(day)}
                rows.append(row | {"modtaget": np.nan if missing else count})
    return pd.DataFrame(rows)


def report(
    masked: bool = False, scope: Scope | None = None, risk: pd.DataFrame | None = None, **changes: Any
) -> Report:
    risk = risk_rows() if risk is None else risk
    return compose(
        forecast_rows(), risk, meta(**changes), areas=SCOPES, scope=scope, masked=masked, received=received_rows()
    )


def test_that_the_front_page_names_the_week_that_is_worst() -> None:
    risk, slots, expected = front(report(scope=HILLEROED)).sentences
    assert risk == "Høj risiko i uge 52, 2026: 64 %."
    assert slots == "14 ekstra pladser, flest i uge 48, 2026 (2), bringer risikoen under målet."
    assert expected.startswith("Der ventes ")
    assert "på 7 uger" in expected


def test_that_a_cluster_of_places_names_those_with_high_risk() -> None:
    first = front(report()).sentences[0]
    assert first == "Høj risiko i København, Frederiksberg og Hillerød, størst i København i uge 52, 2026: 64 %."


def test_that_a_calm_place_is_told_so() -> None:
    calm = risk_rows().assign(p_over_frist=0.01, anbefalede_pladser=6.0)
    assert front(report(risk=calm, scope=HILLEROED)).sentences[:2] == (
        "Rolig i alle 7 uger: risikoen er under 5 %.",
        "Der er pladser nok til at holde risikoen under målet.",
    )


def test_that_a_place_without_slots_claims_no_risk() -> None:
    page = front(report(scope=next(scope for scope in SCOPES if scope.code == "400")))
    assert page.sentences[0] == "Risikoen kan ikke regnes: der er ikke oplyst pladser."
    assert {mark.risk for line in page.risk.lines for mark in line.marks} == {None}
    assert page.risk.lines[0].total == words.UNKNOWN


def test_that_where_no_number_of_slots_helps_it_is_not_promised() -> None:
    hopeless = risk_rows()
    hopeless.loc[hopeless["kommunekode"] == "101", "anbefalede_pladser"] = np.nan
    assert front(report(risk=hopeless)).sentences[1].endswith("under målet, men ikke i alle uger i København.")
    alone = hopeless.assign(anbefalede_pladser=np.nan)
    assert front(report(risk=alone, scope=HILLEROED)).sentences[1] == (
        "Intet antal pladser kan bringe risikoen under målet i alle uger i Hillerød."
    )


def test_that_the_most_exposed_places_are_shown_first_and_the_rest_counted() -> None:
    one = risk_rows().query("kommunekode == '219'")
    many = [one.assign(kommunekode=str(500 + i), kommune=f"K{i}", p_over_frist=i / 100) for i in range(20)]
    page = front(report(risk=pd.concat(many)))
    assert [line.name for line in page.risk.lines] == [f"K{19 - i}" for i in range(MOST_EXPOSED)]
    assert page.more == f"De {MOST_EXPOSED} mest udsatte af 20 kommuner."


def test_that_the_classes_follow_the_limits_and_are_told_in_words() -> None:
    page = front(report(scope=HILLEROED))
    assert [mark.risk for mark in page.risk.lines[0].marks] == [0, 1, 2, 3, 3, 0, 0]
    assert [said for _, said in page.legend] == [
        "rolig under 5 %",
        "hold øje fra 5 %",
        "risiko fra 20 %",
        "høj risiko fra 50 %",
    ]


def test_that_hospitals_that_want_a_look_come_first() -> None:
    lines = front(report()).freshness
    assert lines[0] == ("▲", "Herlev og Gentofte Hospital", "02.11.2026, 21 dage gammel")
    assert lines[1] == ("▨", "Privathospital", "mangler")
    assert lines[2] == ("✓", "Nordsjællands Hospital", "23.11.2026, samme dag")


def test_that_many_hospitals_are_counted_where_there_is_no_room() -> None:
    sources = [Source(f"Hospital {i:02d}", AS_OF, "frisk") for i in range(30)]
    lines = front(report(sources=sources)).freshness
    assert len(lines) == 12
    assert lines[-1][1] == "og 19 andre"


def test_that_the_chart_has_the_weeks_before_and_says_what_is_missing() -> None:
    series = series_of(report())
    assert series.past == tuple(PAST)
    assert series.received == (48.0, 48.0, None)
    assert series.weeks[0] == AS_OF
    assert series.median == tuple(report().overview.column("q50"))
    assert series.highest >= max(high for _, high in series.spans[95])


def test_that_masked_paper_hides_small_counts_of_the_past_too() -> None:
    told = report(masked=True)
    own = report(masked=True, scope=next(scope for scope in SCOPES if scope.code == "147"))
    assert all(count is None or count >= 5 for count in series_of(own).received)
    assert HIDDEN not in [count for _, count in told.received][:2]


def test_that_the_tables_have_a_column_a_week_and_every_place() -> None:
    expected, deadline = grids(report())
    assert len(expected.weeks) == len(WEEKS)
    assert {line.name for line in expected.lines} == {
        "I alt",
        "Klynge Bornholm",
        "Klynge Byen",
        "Klynge Nord",
        "Klynge Syd",
        *NAMES.values(),
    }
    assert sum(line.first for line in deadline.lines) == len(NAMES)
    assert all(len(line.marks) == len(WEEKS) for line in (*expected.lines, *deadline.lines))
    assert not any(line.label == "Udgift (kr.)" for line in deadline.lines)


def test_that_a_sum_is_told_only_where_every_week_is_known() -> None:
    _, deadline = grids(report())
    slots = {line.name: line.total for line in deadline.lines if line.label == "Pladser"}
    assert slots == {"København": "42", "Frederiksberg": "42", "Hillerød": "42", "Bornholm": ""}


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.0, "0,0"), (0.02, "<0,1"), (4.25, "4,2"), (9.96, "10"), (1234.5, "1.234"), (None, "–"), (HIDDEN, "skjult")],
)
def test_that_numbers_read_as_danish_and_are_never_rounded_to_nothing(value: Any, said: str) -> None:
    assert words.expected(value) == said


def test_that_the_overview_sums_the_slots_of_those_that_told_them() -> None:
    overview = report().overview
    assert overview.column("pladser") == (18,) * len(WEEKS)
    assert overview.column("mangler") == (6,) * len(WEEKS)
    assert overview.column("anbefalede_pladser") == (24,) * len(WEEKS)
    assert overview.column("kommune")[4] == "København"
