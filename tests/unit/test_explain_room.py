"""Why this number: parts that add up, sources, past weeks; private referrals; where the expectation moved."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.outlook import Outlook
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.explain import last_time, private_referrals, rounded_to_sum
from sundhedsklynge.workspace.movement import beyond_chance, movement_line, movements
from sundhedsklynge.workspace.provenance import provenance
from tests.rows import store
from tests.unit.test_overrides_room import AS_OF, HERLEV, NORTH, WEEK, fill


@pytest.fixture
def workspace(sqlite_db: Database) -> Workspace:
    fill(sqlite_db)
    return Workspace(sqlite_db)


def test_that_the_parts_of_every_cell_add_up_to_the_mean(workspace: Workspace) -> None:
    outlook = workspace.forecast(AS_OF)
    for area in outlook.areas:
        for procedure in ("knæ", ALL):
            mean = outlook.cell(area.level, area.code, procedure).mean
            for w, week in enumerate(outlook.weeks):
                found = workspace.explain.cell(area.level, area.code, procedure, week, AS_OF)
                assert sum(part.value for part in found.parts) == pytest.approx(mean[w], abs=1e-9)
                total, shown = found.shown()
                assert sum(shown) == pytest.approx(total, abs=1e-9)
                assert sum(h.plans for h in found.hospitals) <= mean[w] + 1e-9


def test_that_each_part_names_its_source(workspace: Workspace) -> None:
    found = workspace.explain.cell("kommune", "219", "knæ", AS_OF + WEEK, AS_OF)
    sources = {part.key: part.source for part in found.parts}
    assert sources["booked"] == "operationsplaner: Nordsjællands Hospital 23.11."
    assert sources["base"] == "modtagne planer til og med 22.11."
    hospital = found.hospitals[0]
    assert (hospital.name, hospital.age_days, hospital.extracted, hospital.booked) == (NORTH, 0, AS_OF, 4.0)
    assert hospital.performed is not None
    assert 0 < hospital.performed <= 1.2
    assert "4 operationer i ugen" in hospital.sentence()


def test_that_the_past_weeks_are_those_received(workspace: Workspace) -> None:
    found = workspace.explain.cell("kommune", "219", ALL, AS_OF, AS_OF)
    heard = workspace.evidence(AS_OF).receipts
    last = found.past[-1]
    monday = day_number(last[0])
    inside = (heard.received >= monday) & (heard.received < monday + 7)
    mine = heard.municipality == workspace.evidence(AS_OF).municipalities.index(219)
    assert last == (AS_OF - WEEK, float(heard.count[inside & mine].sum()))
    assert f"{last[1]:.0f} (til og med uge 47, 2026)" in found.past_in_words()


def test_that_an_override_is_told_with_its_reason(workspace: Workspace) -> None:
    week = AS_OF + 2 * WEEK
    before = workspace.explain.cell("kommune", "219", "knæ", week, AS_OF).mean
    workspace.overrides.add(Override(1.5, "Ny kirurg", AS_OF, week, week, "kommune", "219", "knæ"))
    found = workspace.explain.cell("kommune", "219", "knæ", week, AS_OF)
    part = next(part for part in found.parts if part.key == "override")
    assert part.value == pytest.approx(0.5 * before)
    assert "Ny kirurg" in part.source
    assert [o.reason for o in found.overrides] == ["Ny kirurg"]
    assert workspace.explain.cell("kommune", "219", "knæ", week + WEEK, AS_OF).overrides == ()


def test_that_a_cell_outside_the_forecast_is_refused(workspace: Workspace) -> None:
    for level, code, procedure, week in (
        ("kommune", "461", "knæ", AS_OF),
        ("kommune", "219", "tand", AS_OF),
        ("kommune", "219", "knæ", AS_OF - WEEK),
    ):
        with pytest.raises(UserError):
            workspace.explain.cell(level, code, procedure, week, AS_OF)


def test_that_private_referrals_have_their_own_line(workspace: Workspace) -> None:
    private_plans = [
        {
            "municipality": 217,
            "procedure": "knæ",
            "hospital": HERLEV,
            "private": True,
            "received": day,
            "discharged": day,
            "count": 2,
        }
        for back in range(1, 120, 3)
        for day in [AS_OF - dt.timedelta(days=back)]
    ]
    store(workspace.database, kinds.GOP, *private_plans, extracted=AS_OF.isoformat(), sha="c")
    workspace.forget()
    outlook = workspace.forecast(AS_OF)
    mean, quantiles = private_referrals(outlook, "kommune", "217", "knæ")
    np.testing.assert_allclose(
        mean, outlook.forecast.private[outlook.municipalities.index(217), outlook.procedures.index("knæ")]
    )
    assert (mean > 0.5).all()
    assert (quantiles[:, 0] <= mean).all()
    assert (mean <= quantiles[:, 8]).all()
    assert (mean <= outlook.cell("kommune", "217", "knæ").mean + 1e-9).all()


def test_that_slots_typed_on_older_files_are_no_news(workspace: Workspace) -> None:
    cells = [{"municipality": 219, "week": AS_OF, "slots": 10}]
    store(workspace.database, kinds.CAPACITY, *cells)
    workspace.capacity.set_slots(219, {AS_OF: 12}, "forrige uges", as_of=AS_OF - WEEK)
    workspace.capacity.set_slots(219, {AS_OF: 14}, "denne uges", as_of=AS_OF)
    assert [c.why for c in provenance(workspace, AS_OF, ()).slots_changed] == ["denne uges"]
    assert [c.why for c in provenance(workspace, AS_OF - WEEK, ()).slots_changed] == ["forrige uges"]


def test_that_a_week_of_the_deadline_receives_what_the_forecast_expects(workspace: Workspace) -> None:
    risk, outlook = workspace.risk(AS_OF, 12), workspace.forecast(AS_OF, 12)
    for code, received in zip(risk.municipalities, risk.forventet_modtaget, strict=True):
        np.testing.assert_allclose(received, outlook.cell("kommune", str(code), ALL).mean, rtol=1e-9)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9))
def test_that_rounding_keeps_the_sum_and_moves_no_part_by_a_whole_unit(values: list[float]) -> None:
    total = sum(values)
    shown = rounded_to_sum(values, total, 1)
    assert sum(shown) == pytest.approx(round(10 * total) / 10, abs=1e-9)
    assert all(abs(a - b) <= 0.1 + 1e-9 for a, b in zip(values, shown, strict=True))


# Early warning


def shifted(outlook: Outlook, municipality: int, week: int, plans: int) -> Outlook:
    """The same forecast with more plans in one week, from the hospital of that municipality, all knees."""
    m, p = outlook.municipalities.index(municipality), outlook.procedures.index("knæ")
    forecast = outlook.forecast
    mean, draws, sources = forecast.mean.copy(), forecast.draws.copy(), forecast.sources.copy()
    mean[m, p, week] += plans
    draws[m, p, week] += plans
    sources[m, outlook.evidence.hospitals.index(NORTH), p, week] += plans
    return replace(outlook, forecast=replace(forecast, mean=mean, draws=draws, sources=sources), _cells={})


def test_that_a_surge_is_found_and_who_caused_it(workspace: Workspace) -> None:
    then, now = workspace.forecast(AS_OF - WEEK), workspace.forecast(AS_OF)
    surge = movements(then, shifted(now, 219, 3, 25))
    heaviest = next(move for move in surge if move.area.code == "219")
    assert (heaviest.week, heaviest.procedure, heaviest.hospital) == (now.weeks[3], "knæ", NORTH)
    assert surge == sorted(surge, key=lambda move: -abs(move.z))
    line = movement_line(heaviest)
    assert "mest knæ fra Nordsjællands Hospital" in line.text
    assert (line.municipality, line.week, line.severity) == (219, now.weeks[3], "watch")


def with_hilleroed(outlook: Outlook, week: int, mean: float, variance: float) -> Outlook:
    """The same forecast with that mean and variance of all plans of Hillerød in one week."""
    m, p, forecast = outlook.municipalities.index(219), outlook.procedures.index("knæ"), outlook.forecast
    means, draws = forecast.mean.copy(), forecast.draws.copy()
    means[m, :, week], draws[m, :, week] = 0, 0
    means[m, p, week] = mean
    n = draws.shape[-1]
    draws[m, p, week] = np.where(np.arange(n) < n / 2, round(mean - variance**0.5), round(mean + variance**0.5))
    return replace(outlook, forecast=replace(forecast, mean=means, draws=draws), _cells={})


def test_that_what_is_left_to_know_is_taken_at_the_mean_that_was_expected(workspace: Workspace) -> None:
    """From 8 with variance 16 to 16: with variance 16, the same dispersion at 8 leaves 8, so that news of variance 8 were to come, and a
    rise of 8 is less than three standard deviations; with variance 36 no news were to come but the least there always are."""
    then, now = workspace.forecast(AS_OF - WEEK), workspace.forecast(AS_OF)
    before = with_hilleroed(then, 4, 8.0, 16.0)

    def told(variance: float) -> list[float]:
        after = with_hilleroed(now, 3, 16.0, variance)
        return [move.z for move in movements(before, after) if move.area.code == "219" and move.week == now.weeks[3]]

    assert told(16.0) == []
    assert told(36.0) == pytest.approx([8 / (0.07 * 16) ** 0.5])


def test_that_last_time_is_about_a_week_ago_though_hospitals_send_on_different_days(workspace: Workspace) -> None:
    """Files came each Monday: on a Tuesday the Monday before is news too, and is not what it is held against."""
    for weekday, ago in ((0, 7), (1, 8), (4, 11), (6, 6)):
        day = AS_OF + dt.timedelta(days=weekday)
        assert last_time(workspace.evidence(day)) == day - dt.timedelta(days=ago)
    assert last_time(workspace.evidence(AS_OF - 11 * WEEK)) is None
    first = AS_OF - 11 * WEEK + dt.timedelta(days=2)
    assert last_time(workspace.evidence(first)) == AS_OF - 11 * WEEK


def test_that_nothing_is_told_where_nothing_moved(workspace: Workspace) -> None:
    now = workspace.forecast(AS_OF)
    assert movements(replace(now, as_of=AS_OF - WEEK), now) == []


def test_that_chance_alone_is_seldom_told() -> None:
    rng = np.random.default_rng(3)
    told = [beyond_chance(rng.standard_normal(400)).any() for _ in range(200)]
    assert np.mean(told) < 0.1
    mixed = np.concatenate([rng.standard_normal(400), [8.0, -7.0]])
    assert beyond_chance(mixed)[-2:].all()


def test_that_moves_since_the_last_file_are_ranked_and_one_line_a_place(workspace: Workspace) -> None:
    lines = workspace.explain.warnings(AS_OF)
    assert len({(line.municipality, line.text.split(",")[0]) for line in lines}) == len(lines)
    assert [line.weight for line in lines] == sorted((line.weight for line in lines), reverse=True)
    assert all(line.week is not None and line.week >= AS_OF for line in lines)


def test_that_a_planners_correction_is_no_early_warning(workspace: Workspace) -> None:
    before = workspace.explain.moved(AS_OF)
    workspace.overrides.add(Override(5.0, "Ny kirurg", AS_OF, AS_OF + WEEK, None, "kommune", "219"))
    corrected = workspace.explain.moved(AS_OF)
    assert {(move.area.code, move.week) for move in corrected} <= {(move.area.code, move.week) for move in before}


def test_that_a_capacity_file_leaves_the_forecast_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    forecast = workspace.forecast(AS_OF)
    path = tmp_path / "kapacitet.csv"
    path.write_text("kommunekode;uge;pladser\n219;2026-W50;12\n", encoding="utf-8")
    assert workspace.import_file(path).stored
    assert workspace.forecast(AS_OF) is forecast
    workspace.undo_import(workspace.imports()[-1].id)
    assert workspace.forecast(AS_OF) is not forecast
