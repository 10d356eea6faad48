"""The forecast as a whole: what it must do in every situation a cluster of municipalities can be in."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from forecast_world import (
    START,
    World,
    evidence,
    keep_receipts,
    keep_rows,
    keep_snapshots,
    people,
    rough_level,
    truth,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from sundhedsklynge.forecast.evidence import Evidence, Forecast
from sundhedsklynge.forecast.model import predict

NOW = 96
SMALL = 200


@cache
def known(weekday: int = 0) -> Evidence:
    return evidence(World(), NOW, weekday)


@cache
def usual(weekday: int = 0) -> Forecast:
    return predict(known(weekday), draws=SMALL)


def test_that_the_plans_a_private_hospital_sends_are_the_private_ones() -> None:
    receipts = known().receipts
    by_hospital = replace(known(), receipts=replace(receipts, private=receipts.hospital == 1))
    forecast = predict(by_hospital, draws=10)
    theirs, others = forecast.sources[:, 1].sum((0, 1)), forecast.sources[:, 0].sum((0, 1))
    assert others.min() > 1
    np.testing.assert_allclose(forecast.private.sum((0, 1)), theirs, atol=0.03 * total(forecast).max())
    nobody = replace(known(), receipts=replace(receipts, private=np.zeros_like(receipts.private)))
    assert predict(nobody, draws=10).private.max() == 0


def total(forecast: Forecast) -> np.ndarray:
    return forecast.mean.sum((0, 1))


def flags(forecast: Forecast) -> set[str]:
    return {flag for row in forecast.flags.values() for flag in row}


def no_plan(given: Evidence) -> Evidence:
    return keep_snapshots(given, np.zeros(len(given.snapshots.extracted), bool))


def test_that_the_forecast_is_near_what_comes() -> None:
    came = truth(World(), NOW).sum((0, 1))
    assert np.abs(total(usual()) / came - 1).mean() < 0.15
    assert total(usual()).sum() == pytest.approx(came.sum(), rel=0.06)


def test_that_all_is_well_in_an_ordinary_world() -> None:
    assert flags(usual()) == set()
    assert usual().weeks.tolist() == [START + 7 * (NOW + i) for i in range(12)]
    assert usual().draws.shape == (6, 3, 12, SMALL)
    assert usual().draws.dtype == np.int32


def test_that_the_parts_and_the_sources_add_up_to_the_mean() -> None:
    forecast = usual(3)
    assert sum(forecast.parts.values()) == pytest.approx(forecast.mean, abs=1e-9)
    assert forecast.sources.sum(1) + forecast.parts["received"] == pytest.approx(forecast.mean, abs=1e-9)
    assert (forecast.parts["booked"][:, :, 1] > 0).any()
    assert (forecast.parts["performed"][:, :, 5:] == 0).all()


def test_that_the_draws_have_the_mean_told() -> None:
    forecast = predict(known(), draws=4000)
    assert forecast.draws.mean(3) == pytest.approx(forecast.mean, abs=0.35)
    assert forecast.draws.mean() == pytest.approx(forecast.mean.mean(), rel=0.01)


def test_that_the_first_week_is_never_below_what_has_come() -> None:
    forecast, given = usual(3), known(3)
    monday = START + 7 * NOW
    r = given.receipts
    came = np.zeros((6, 3))
    here = r.received >= monday
    np.add.at(came, (r.municipality[here], r.procedure[here]), r.count[here])
    assert came.sum() > 10
    assert (forecast.parts["received"][:, :, 0] == came).all()
    assert (forecast.draws[:, :, 0].min(2) >= came).all()


def test_that_the_same_seed_gives_the_same_draws_and_another_does_not() -> None:
    assert (predict(known(), draws=SMALL).draws == usual().draws).all()
    assert (predict(known(), draws=SMALL, seed=7).draws != usual().draws).any()


@given(st.integers(0, 2**32 - 1), st.booleans())
@settings(max_examples=4, deadline=None)
def test_that_the_order_of_rows_makes_no_difference(seed: int, weekly: bool) -> None:
    given_ = known()
    if weekly:
        given_ = as_weeks(given_)
    rng = np.random.default_rng(seed)
    mixed = keep_receipts(given_, rng.permutation(len(given_.receipts.count)))
    mixed = keep_rows(mixed, rng.permutation(len(mixed.snapshots.day)))
    expected = predict(given_, draws=SMALL)
    assert (predict(mixed, draws=SMALL).draws == expected.draws).all()


def as_weeks(given_: Evidence) -> Evidence:
    s = given_.snapshots
    return replace(given_, snapshots=replace(s, day=s.day - (s.day + 3) % 7, weekly=np.ones(len(s.day), bool)))


def test_that_weekly_counts_give_about_the_same_as_days() -> None:
    assert total(predict(as_weeks(known()), draws=SMALL)) == pytest.approx(total(usual()), rel=0.08)


@given(st.integers(0, 5), st.integers(0, 2), st.integers(0, 80), st.integers(1, 4))
@settings(max_examples=10, deadline=None)
def test_that_more_bookings_never_lower_the_mean(municipality: int, procedure: int, ahead: int, more: int) -> None:
    given_ = known()
    s = given_.snapshots
    newest = int(np.flatnonzero(s.hospital == municipality % 2)[-1])
    day = START + 7 * NOW + ahead
    row = {"snapshot": newest, "municipality": municipality, "procedure": procedure, "day": day, "count": more}
    blank = {"weekly": False, "cancelled": False, "booked": -1, "case": 0, "private": False}
    extra = {
        name: np.append(getattr(s, name), np.asarray(v, getattr(s, name).dtype)) for name, v in (row | blank).items()
    }
    forecast = predict(replace(given_, snapshots=replace(s, **extra)), draws=10)
    assert (forecast.mean >= usual().mean - 1e-9).all()
    if ahead % 7 < 3:
        assert forecast.mean[municipality, procedure].sum() > usual().mean[municipality, procedure].sum() + 0.2 * more


def test_that_twice_the_patients_give_twice_the_mean() -> None:
    given_ = known()
    twice = replace(
        given_,
        receipts=replace(given_.receipts, count=2 * given_.receipts.count),
        snapshots=replace(given_.snapshots, count=2 * given_.snapshots.count),
    )
    assert total(predict(twice, draws=10)) == pytest.approx(2 * total(usual()), rel=0.05)


def test_that_what_comes_later_changes_nothing_said_before() -> None:
    """The model sees what it is given; a world that goes on longer and is cut at the morning gives the same."""
    later = evidence(World(), NOW + 6)
    now = START + 7 * NOW
    cut = keep_receipts(later, later.receipts.received < now)
    cut = keep_snapshots(cut, cut.snapshots.extracted <= now)
    first = known().snapshots.extracted.min()
    cut = replace(cut, as_of=now, observed=cut.observed[:, : now - START])
    before = keep_snapshots(known(), known().snapshots.extracted >= cut.snapshots.extracted.min())
    assert first <= cut.snapshots.extracted.min()
    assert (predict(cut, draws=SMALL).draws == predict(before, draws=SMALL).draws).all()


def test_that_history_alone_gives_a_forecast_and_says_so() -> None:
    forecast = predict(no_plan(known()), draws=SMALL)
    assert total(forecast).sum() == pytest.approx(truth(World(), NOW).sum(), rel=0.1)
    assert flags(forecast) == {"no_plan"}
    assert np.isnan(forecast.booked).all()
    assert (forecast.plan_age == -1).all()


def test_that_a_plan_too_short_to_learn_from_is_told_and_history_alone_used() -> None:
    given_ = known()
    last = int(given_.snapshots.extracted.max())
    told = keep_snapshots(given_, given_.snapshots.extracted == last)
    forecast = predict(told, 6, 200)
    assert np.nansum(forecast.booked) > 0
    assert flags(forecast) == {"short_plan"}
    assert forecast.mean[:, :, 1:].sum() == pytest.approx(
        predict(no_plan(given_), 6, 200).mean[:, :, 1:].sum(), rel=0.02
    )


@pytest.mark.parametrize("weeks", [1, 12])
def test_that_one_snapshot_and_no_receipts_are_forecast_without_an_error(weeks: int) -> None:
    given_ = known()
    alone = keep_snapshots(given_, given_.snapshots.extracted == int(given_.snapshots.extracted.max()))
    alone = keep_receipts(alone, np.zeros(len(alone.receipts.count), bool))
    start = int(alone.snapshots.day.min()) + 5
    short = replace(alone, first_day=start, observed=np.zeros((len(alone.municipalities), alone.as_of - start), bool))
    assert (predict(short, weeks, 50).draws >= 0).all()


@pytest.mark.parametrize("weeks", [1, 2, 3, 4, 5, 8])
def test_that_the_first_weeks_of_data_are_not_counted_twice(weeks: int) -> None:
    given_ = known()
    first = given_.as_of - 7 * weeks
    begun = keep_receipts(given_, given_.receipts.received >= first)
    begun = keep_snapshots(begun, begun.snapshots.extracted >= first)
    begun = replace(begun, observed=begun.observed & (np.arange(begun.observed.shape[1]) >= first - begun.first_day))
    came = float(begun.receipts.count.sum()) / weeks
    assert total(predict(begun, 4, 200)).mean() == pytest.approx(came, rel=0.25)


def test_that_plans_without_any_receipts_give_a_forecast_and_say_so() -> None:
    given_ = keep_receipts(known(), np.zeros(len(known().receipts.count), bool))
    forecast = predict(replace(given_, observed=np.zeros_like(given_.observed)), draws=SMALL)
    assert flags(forecast) == {"no_receipts"}
    assert total(forecast)[1] > 0.3 * total(usual())[1]


def test_that_nothing_known_gives_zero_and_not_an_error() -> None:
    given_ = no_plan(keep_receipts(known(), np.zeros(len(known().receipts.count), bool)))
    forecast = predict(replace(given_, observed=np.zeros_like(given_.observed)), draws=SMALL)
    assert forecast.draws.sum() == 0
    assert flags(forecast) == {"no_plan", "no_history", "no_receipts"}


def test_that_a_new_municipality_gets_the_rate_of_its_kind_per_person_and_a_wide_interval() -> None:
    given_ = known()
    stranger = replace(
        given_,
        municipalities=(*given_.municipalities, 999),
        population=np.append(given_.population, 60_000.0),
        cluster=np.append(given_.cluster, 0).astype(np.int32),
        observed=np.vstack([given_.observed, np.zeros((1, given_.observed.shape[1]), bool)]),
    )
    forecast = predict(stranger, draws=2000)
    per_person = usual().mean.sum((1, 2))[::2].sum() / people(World())[::2].sum()
    assert forecast.mean[6].sum() == pytest.approx(60_000 * per_person, rel=0.15)
    assert forecast.flags[6, 0] == ("no_history", "no_plan", "no_receipts")
    assert forecast.draws[6].var(2).mean() > 1.4 * forecast.mean[6].mean()
    assert total(usual()) == pytest.approx(forecast.mean[:6].sum((0, 1)), rel=0.01)


def test_that_a_municipality_that_gets_none_is_forecast_none() -> None:
    given_ = keep_receipts(known(), known().receipts.municipality != 2)
    given_ = keep_rows(given_, given_.snapshots.municipality != 2)
    assert predict(given_, draws=SMALL).mean[2].max() < 0.05


def test_that_receipts_that_stopped_weeks_ago_are_missing_and_not_zero() -> None:
    given_ = known()
    cut = given_.as_of - 21
    observed = given_.observed.copy()
    observed[:, -21:] = False
    forecast = predict(replace(keep_receipts(given_, given_.receipts.received < cut), observed=observed), draws=SMALL)
    assert total(forecast) == pytest.approx(total(usual()), rel=0.12)


def test_that_a_hospital_that_stops_sharing_moves_to_what_is_usual_and_is_flagged() -> None:
    s = known().snapshots
    stopped = keep_snapshots(known(), (s.hospital != 0) | (s.extracted < known().as_of - 70))
    forecast = predict(stopped, draws=SMALL)
    assert total(forecast).sum() == pytest.approx(total(usual()).sum(), rel=0.1)
    assert forecast.flags[0, 0] == ("stale_plan",)
    assert forecast.flags[1, 0] == ()
    assert forecast.plan_age.tolist() == [77, 0]


def test_that_a_missing_snapshot_leaves_the_last_one_at_its_true_age() -> None:
    s = known().snapshots
    forecast = predict(keep_snapshots(known(), s.extracted < known().as_of), draws=SMALL)
    assert total(forecast)[1:] == pytest.approx(total(usual())[1:], rel=0.1)
    assert total(forecast)[0] == pytest.approx(total(usual())[0], rel=0.12)
    assert forecast.plan_age.tolist() == [7, 7]
    assert flags(forecast) == set()


@pytest.mark.parametrize("age", [7, 14, 28])
def test_that_plans_already_come_are_not_expected_again_where_a_hospital_is_silent(age: int) -> None:
    s = known().snapshots
    silent = keep_snapshots(known(), (s.hospital != 0) | (s.extracted <= known().as_of - age))
    forecast = predict(silent, draws=10)
    weekly = forecast.sources[:, 0].sum((0, 1))
    assert weekly[0] == pytest.approx(weekly[1:6].mean(), rel=0.15)


def test_that_a_hospital_that_sends_counts_every_other_week_is_forecast_without_bias() -> None:
    world = World(municipalities=8, rate=2.0, base=0.8, seed=9)
    ratio = []
    for week in range(86, 98):
        given_ = evidence(world, week)
        s = given_.snapshots
        own = s.hospital[s.snapshot] == 0
        blurred = replace(s, day=np.where(own, s.day - (s.day + 3) % 7, s.day).astype(np.int32), weekly=own)
        seldom = (s.hospital != 0) | (s.extracted // 7 % 2 == 0)
        forecast = predict(keep_snapshots(replace(given_, snapshots=blurred), seldom), draws=10)
        ratio.append(total(forecast)[:4] / truth(world, week).sum((0, 1))[:4])
    assert np.mean(ratio, axis=0) == pytest.approx(np.ones(4), abs=0.06)


def test_that_a_hospital_that_comes_late_or_goes_is_no_new_level() -> None:
    given_ = evidence(World(municipalities=8, seed=1, rate=2.0, base=0.8), NOW)
    s = given_.snapshots
    assert "level_break" not in flags(predict(given_, draws=10))
    for keep in (s.extracted > given_.as_of - 90, s.extracted < given_.as_of - 28):
        assert "level_break" not in flags(predict(keep_snapshots(given_, (s.hospital != 0) | keep), draws=10))


@pytest.mark.parametrize("seed", range(5))
def test_that_a_hospital_that_stopped_ten_weeks_ago_is_no_new_level(seed: int) -> None:
    given_ = evidence(World(municipalities=8, seed=seed, rate=2.0, base=0.8), NOW)
    s = given_.snapshots
    stopped = keep_snapshots(given_, (s.hospital != 0) | (s.extracted < given_.as_of - 70))
    assert "level_break" not in flags(predict(stopped, draws=10))


@pytest.mark.parametrize("seed", range(3))
def test_that_a_level_that_always_wanders_is_no_new_level(seed: int) -> None:
    world = World(municipalities=8, seed=seed, rate=2.0, base=0.8, level=rough_level(seed, innovation=0.08))
    assert "level_break" not in flags(predict(evidence(world, NOW), draws=10))


@pytest.mark.parametrize("seed", range(3))
def test_that_a_new_level_is_shown_within_five_weeks_where_plans_tell_of_it_too(seed: int) -> None:
    step = World(
        municipalities=8, seed=seed, rate=2.0, base=0.8, level=lambda week: np.where(week >= NOW - 5, 1.3, 1.0)
    )
    before, after = (predict(evidence(world, NOW), draws=10) for world in (replace(step, level=World().level), step))
    assert "level_break" in flags(after)
    assert "level_break" not in flags(before)
    assert total(after)[4:].mean() > 1.15 * total(before)[4:].mean()


def test_that_receipts_that_are_missing_for_a_time_are_no_new_level() -> None:
    given_ = evidence(World(municipalities=8, seed=1, rate=2.0, base=0.8), NOW)
    observed = given_.observed.copy()
    observed[:3, -60:-20] = False
    there = observed[given_.receipts.municipality, given_.receipts.received - START]
    forecast = predict(replace(keep_receipts(given_, there), observed=observed), draws=10)
    assert "level_break" not in flags(forecast)


def test_that_a_short_planning_window_is_followed_by_what_is_usual() -> None:
    s = known().snapshots
    near = keep_rows(known(), s.day < s.extracted[s.snapshot] + 28)
    last = np.minimum(near.snapshots.last, near.snapshots.extracted + 27)
    forecast = predict(replace(near, snapshots=replace(near.snapshots, last=last)), draws=SMALL)
    assert total(forecast)[6:].sum() == pytest.approx(truth(World(), NOW).sum((0, 1))[6:].sum(), rel=0.12)
    assert np.isnan(forecast.booked[:, :, 4:]).all()
    assert (forecast.parts["booked"][:, :, 7:] == 0).all()


def test_that_a_new_level_is_followed_within_weeks_with_plans() -> None:
    step = World(level=lambda week: np.where(week >= NOW - 8, 1.3, 1.0))
    forecast = predict(evidence(step, NOW), draws=SMALL)
    assert total(forecast).mean() > 1.15 * total(usual()).mean()
    assert total(forecast).sum() == pytest.approx(truth(step, NOW).sum(), rel=0.12)


def test_that_a_new_level_is_found_shown_and_followed_on_history_alone() -> None:
    step = World(level=lambda week: np.where(week >= NOW - 5, 1.4, 1.0), rate=3.0, base=1.5)
    flat = replace(step, level=World().level)
    before, after = (predict(no_plan(evidence(world, NOW)), draws=SMALL) for world in (flat, step))
    assert "level_break" in flags(after)
    assert "level_break" not in flags(before)
    assert total(after).mean() > 1.15 * total(before).mean()
    spread = [(f.draws.sum((0, 1)).std(1) / total(f)).mean() for f in (before, after)]
    assert spread[1] > spread[0]


def test_that_an_override_multiplies_what_is_still_to_come_and_is_told_apart() -> None:
    factor = np.ones((6, 3, 12))
    factor[0, 0, 2:5] = 1.5
    forecast = predict(known(3), draws=SMALL, override=factor)
    plain = usual(3)
    assert forecast.mean[0, 0, 2:5] == pytest.approx(1.5 * plain.mean[0, 0, 2:5])
    assert forecast.parts["override"][0, 0, 2:5] == pytest.approx(0.5 * plain.mean[0, 0, 2:5])
    assert sum(forecast.parts.values()) == pytest.approx(forecast.mean, abs=1e-9)
    assert (forecast.draws[1:] == plain.draws[1:]).all()


def test_that_private_plans_are_a_line_of_their_own() -> None:
    given_ = known()
    private = np.arange(len(given_.receipts.count)) % 4 == 0
    forecast = predict(replace(given_, receipts=replace(given_.receipts, private=private)), draws=SMALL)
    assert forecast.private.sum() == pytest.approx(0.25 * forecast.mean.sum(), rel=0.1)
    assert (forecast.draws == usual().draws).all()


def test_that_receipts_without_a_hospital_are_shared_out() -> None:
    given_ = known()
    nowhere = replace(given_.receipts, hospital=np.full_like(given_.receipts.hospital, -1))
    forecast = predict(replace(given_, receipts=nowhere), draws=SMALL)
    assert total(forecast) == pytest.approx(total(usual()), rel=0.08)
    assert forecast.parts["booked"].sum() == pytest.approx(usual().parts["booked"].sum(), rel=0.15)


def test_that_receipts_without_a_discharge_date_still_give_share_and_lag() -> None:
    given_ = known()
    unknown = replace(given_.receipts, discharged=np.full_like(given_.receipts.discharged, -1))
    forecast = predict(replace(given_, receipts=unknown), draws=SMALL)
    assert total(forecast) == pytest.approx(total(usual()), rel=0.08)


def test_that_intervals_of_sums_are_wider_than_of_independent_rows() -> None:
    forecast = predict(known(), draws=2000)
    together = forecast.draws.sum((0, 1)).var(1)[4:]
    apart = forecast.draws.var(3).sum((0, 1))[4:]
    assert (together > 1.1 * apart).all()


def test_that_heavy_cancellation_and_long_leads_are_learnt_from_the_snapshots() -> None:
    world = World(cancelled=0.37, lead=60.0, seed=3)
    forecast = predict(evidence(world, NOW), draws=SMALL)
    assert total(forecast).sum() == pytest.approx(truth(world, NOW).sum(), rel=0.08)
    assert forecast.booked.sum() > 1.45 * forecast.parts["booked"].sum()


def test_that_plans_held_back_over_easter_are_expected_in_the_week_after() -> None:
    """Easter Monday 2026 begins week 66 of the axis: what was due from Maundy Thursday on comes on the Tuesday."""
    any_day = World(municipalities=8, rate=2.0, weeks=80)
    held = replace(any_day, open_days=True)
    came, told, as_ever = truth(held, 62, 5), predict(evidence(held, 62), 5, 10), predict(evidence(any_day, 62), 5, 10)
    assert total(told)[3:] == pytest.approx(came.sum((0, 1))[3:], rel=0.12)
    assert total(told)[3] < 0.9 * total(as_ever)[3]
    assert total(told)[4] > 1.1 * total(as_ever)[4]
