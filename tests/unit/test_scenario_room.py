"""The scenarios room and the answers in words: what is written is what is computed, on the plan's own random numbers."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from sundhedsklynge.deadline.scenario import Scenario, case_under
from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.store import scenarios as stored_scenarios
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.kept_results import keep_results, kept_results
from sundhedsklynge.workspace import WhatIf, Workspace, read_what_if
from sundhedsklynge.workspace.deadline import Deadline
from sundhedsklynge.workspace.deadline_risk import RISK_NUMBERS
from sundhedsklynge.workspace.risk_record import RiskRecord, RiskThen
from sundhedsklynge.workspace.whatif import ExtraSlots, MoreOrLess, to_scenario
from tests.rows import store

AS_OF = dt.date(2026, 11, 23)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
HILLEROED, HELSINGOER = 219, 217
HOSPITAL = "Nordsjællands Hospital"


def test_that_a_scenario_saved_with_iso_dates_still_loads(sqlite_copy: Workspace) -> None:
    stored_scenarios.save_scenario(
        sqlite_copy.database, "Fra en uge", {"changes": ["aktivitet +30 % fra 2026-11-30", "pladser +6 2026-W50"]}
    )
    (saved,) = sqlite_copy.scenarios.list()
    assert saved.changes.parts == (MoreOrLess(30, first=AS_OF + WEEK), ExtraSlots(6, AS_OF + 2 * WEEK))
    assert sqlite_copy.scenarios.what_if(HILLEROED, saved.changes).after.changes == saved.changes.text()


def test_that_activity_from_a_day_changes_nothing_that_is_received_before_it(busy: Workspace) -> None:
    basis = busy.deadline.basis(AS_OF)
    thursday = AS_OF + 3 * WEEK + 3 * DAY

    def expected(first: dt.date | None) -> Any:
        scenario = to_scenario(WhatIf((MoreOrLess(100, first=first),)), basis)
        return case_under(basis.inputs, basis.profile, basis.index(HILLEROED), basis.rules, scenario).received

    plan, monday, middle, after = (expected(day) for day in (dt.date.max, AS_OF + 3 * WEEK, thursday, AS_OF + 4 * WEEK))
    assert plan == pytest.approx(
        case_under(basis.inputs, basis.profile, basis.index(HILLEROED), basis.rules, Scenario()).received
    )
    assert middle[:3] == pytest.approx(plan[:3])
    assert middle[4:] == pytest.approx(2 * plan[4:])
    assert monday[3] == pytest.approx(2 * plan[3])
    assert after[3] == pytest.approx(plan[3])
    assert 1.2 * plan[3] < middle[3] < 1.6 * plan[3]  # Thursday and Friday of five days


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Workspace]:
    """Two municipalities with about six plans a week each for 60 weeks; six slots a week in one, thirty in the other. Tests leave it as
    it is.
    """
    path = tmp_path_factory.mktemp("busy") / "busy.sqlite"
    with open_database(shutil.copy(sqlite_template, path)) as database:
        rng = np.random.default_rng(4)
        plans = []
        for back in range(1, 7 * 60):
            received = AS_OF - back * DAY
            if received.weekday() > 4:
                continue
            for municipality in (HILLEROED, HELSINGOER):
                for _ in range(rng.poisson(1.2)):
                    offered = received + int(rng.integers(1, 9)) * DAY
                    plans.append(
                        {
                            "municipality": municipality,
                            "hospital": HOSPITAL,
                            "discharged": received - DAY,
                            "received": received,
                            "offered": offered if offered < AS_OF else None,
                            "count": 1,
                        }
                    )
        plans.append(
            {"municipality": HELSINGOER, "received": AS_OF - 200 * DAY, "discharged": AS_OF - 200 * DAY, "count": 2}
        )
        store(database, kinds.GOP, *plans, extracted=AS_OF.isoformat())
        slots = [
            {"municipality": m, "week": AS_OF + k * WEEK, "slots": n}
            for m, n in ((HILLEROED, 6), (HELSINGOER, 30))
            for k in range(-30, 12)
        ]
        store(database, kinds.CAPACITY, *slots)
        yield Workspace(database)


def test_that_more_activity_raises_the_risk_and_more_slots_lower_it(busy: Workspace) -> None:
    more = busy.scenarios.what_if(HILLEROED, read_what_if("aktivitet +30 %"))
    assert (more.after.p_late >= more.before.p_late).all()
    assert more.after.expected_late > more.before.expected_late
    assert "stiger fra" in more.sentence
    helped = busy.scenarios.what_if(HILLEROED, read_what_if("pladser +6 2026-W49; pladser +6 2026-W50"))
    assert helped.after.expected_late < helped.before.expected_late
    assert "falder fra" in helped.sentence
    assert helped.after.planned[0, 1] == helped.before.planned[0, 1] + 6


def test_that_a_change_elsewhere_leaves_a_municipality_as_it_was(busy: Workspace) -> None:
    answer = busy.scenarios.what_if(
        HILLEROED, read_what_if("pladser -6 2026-W49 kommune 217; lukket 2026-12-01 kommune 217")
    )
    assert np.array_equal(answer.after.p_late, answer.before.p_late)
    assert answer.sentence.startswith("Risikoen er den samme")


def test_that_a_hospital_that_stops_takes_its_plans_with_it(busy: Workspace) -> None:
    answer = busy.scenarios.what_if(HILLEROED, read_what_if(f"aktivitet -100 % på {HOSPITAL}"))
    assert answer.after.p_late[0, 4:].max() == 0
    with pytest.raises(UserError, match="Ingensteds"):
        busy.scenarios.what_if(HILLEROED, read_what_if("aktivitet -100 % på Ingensteds"))


def test_that_slower_offers_and_a_closed_week_raise_the_risk(busy: Workspace) -> None:
    for text in ("tilbud 4 dage", "lukket 2026-12-07..2026-12-11"):
        answer = busy.scenarios.what_if(HILLEROED, read_what_if(text))
        assert answer.after.expected_late > answer.before.expected_late, text


def test_that_the_risk_of_few_weeks_is_the_first_of_many(busy: Workspace) -> None:
    few, many = busy.risk(AS_OF, 5), busy.risk(AS_OF)
    assert (len(few.weeks), len(many.weeks)) == (5, 8)
    pd.testing.assert_frame_equal(
        few.table(), many.table().groupby("kommune", sort=False).head(5).reset_index(drop=True)
    )
    whole = busy.risk(AS_OF, 12)
    for name in RISK_NUMBERS:
        assert np.array_equal(getattr(many, name), getattr(whole, name)[:, :8], equal_nan=True), name
    # and what is received is what the forecast says, from the first whole week on
    expected = busy.forecast(AS_OF).forecast.mean.sum(1)
    assert many.forventet_modtaget[:, 1:] == pytest.approx(expected[:, 1:8])


def test_that_scenarios_over_few_weeks_are_the_first_of_many(sqlite_copy: Workspace) -> None:
    room = sqlite_copy.scenarios
    sqlite_copy.set_setting("privat.andel", "30 %")
    room.save("Travlt", read_what_if("aktivitet +30 % fra 03.12.2026"))
    few, many = room.compare(["Travlt"], AS_OF, 3), room.compare(["Travlt"], AS_OF, 12)
    for short, long in zip(few.outcomes, many.outcomes, strict=True):
        assert np.array_equal(short.p_late, long.p_late[:, :3], equal_nan=True)
        assert short.weeks == long.weeks[:3]
        assert short.money is not None
        assert long.money is not None
        assert short.money.people_by_week.mean == pytest.approx(long.money.people_by_week.mean[:3], rel=0.1)
    view = room.risk("Travlt", AS_OF, 3)
    assert np.array_equal(view.p_over_frist, few.outcomes[1].p_late)
    assert np.array_equal(view.anbefalede_pladser, few.outcomes[1].recommended, equal_nan=True)


def test_that_a_group_that_is_planned_counts_as_one_in_a_scenario(sqlite_copy: Workspace) -> None:
    asked = sqlite_copy.scenarios.what_if(HILLEROED, read_what_if("hold 8 2026-12-01"))
    sqlite_copy.capacity.start_group(HILLEROED, dt.date(2026, 12, 1), 8)
    planned = sqlite_copy.scenarios.what_if(HILLEROED, WhatIf())
    assert np.array_equal(planned.before.p_late, asked.after.p_late)
    assert planned.before.expected_late < asked.before.expected_late


@pytest.fixture
def sqlite_copy(busy: Workspace, tmp_path: Path) -> Iterator[Workspace]:
    """A copy that may be changed."""
    busy.backup(tmp_path / "copy.sqlite")
    with Workspace.open(str(tmp_path / "copy.sqlite")) as workspace:
        yield workspace


def test_that_scenarios_stand_beside_the_plan_with_sums_that_agree(sqlite_copy: Workspace) -> None:
    room = sqlite_copy.scenarios
    room.save("Travlt", read_what_if("aktivitet +30 %"))
    room.save("Ekstra", read_what_if("pladser +10 2026-W49 kommune 219"))
    sqlite_copy.set_setting("privat.andel", "50 %")
    sqlite_copy.set_setting("privat.priser", "01 Underekstremitet kirurgisk (knæ, hofte): 10.000")
    sqlite_copy.set_setting("pladser.pris", "900")
    compared = room.compare(["Travlt", "Ekstra"])
    totals = compared.totals().set_index("scenarie")
    assert list(totals.index) == ["planen", "Travlt", "Ekstra"]
    assert totals.loc["Ekstra", "forventet_over_frist"] < totals.loc["planen", "forventet_over_frist"]
    assert totals.loc["planen", "forventet_over_frist"] < totals.loc["Travlt", "forventet_over_frist"]
    plan = totals.loc["planen"]
    assert plan["forventet_privat"] == pytest.approx(0.5 * plan["forventet_over_frist"], rel=0.05)
    assert plan["udgift_kr"] == pytest.approx(10_000 * plan["forventet_privat"])
    assert plan["udgift_lav"] < plan["udgift_kr"] < plan["udgift_hoej"]
    assert plan["ekstra_pladser_kr"] == 900 * plan["ekstra_pladser"]
    rows = compared.table()
    assert rows.groupby("scenarie")["forventet_over_frist"].sum()["Travlt"] == pytest.approx(
        totals.loc["Travlt", "forventet_over_frist"]
    )
    money = compared.outcomes[0].money
    assert money is not None
    assert money.quarters == ("2026K4", "2027K1")
    assert money.people_by_quarter.mean.sum() == pytest.approx(money.people_by_week.mean.sum())
    assert (money.people_by_week.low <= money.people_by_week.high).all()


def test_that_without_prices_there_are_counts_and_no_kroner(sqlite_copy: Workspace) -> None:
    sqlite_copy.set_setting("privat.andel", "50 %")
    (plan,) = sqlite_copy.scenarios.compare([]).outcomes
    assert plan.money is not None
    assert plan.money.kroner is None
    assert np.isnan(plan.cost).all()
    assert plan.extra_cost is None


def test_that_a_scenario_is_saved_renamed_deleted_and_brought_back(db: Database) -> None:
    room = Workspace(db).scenarios
    first, second = read_what_if("aktivitet +30 %"), read_what_if("aktivitet +40 %")
    saved = room.save("Travlt", first)
    changed = room.save("Travlt", second)
    assert [(s.name, s.changes) for s in room.list()] == [("Travlt", second)]
    changed.undo()
    assert room.get("travlt").changes == first
    renamed = room.rename("Travlt", "Meget travlt")
    assert [s.name for s in room.list()] == ["Meget travlt"]
    renamed.undo()
    gone = room.delete("Travlt")
    assert room.list() == []
    gone.undo()
    assert room.get("Travlt").changes == first
    saved.undo()
    assert room.list() == []
    saved.redo()
    assert list(room.table()["aendringer"]) == ["aktivitet +30 %"]


def test_that_names_that_cannot_be_used_are_refused(db: Database) -> None:
    room = Workspace(db).scenarios
    more = read_what_if("aktivitet +30 %")
    room.save("Travlt", more)
    room.save("Roligt", more)
    for name in ("", "planen", "x" * 300, "borger 010190-1234"):
        with pytest.raises(UserError):
            room.save(name, more)
    with pytest.raises(UserError, match="allerede"):
        room.rename("Travlt", "Roligt")
    with pytest.raises(UserError, match="Travlt"):
        room.get("Findes ikke")
    with pytest.raises(UserError, match="ændrer intet"):
        room.save("Tomt", WhatIf())


def test_that_the_advice_brings_the_weeks_under_the_target_in_a_sentence(sqlite_copy: Workspace) -> None:
    advice = sqlite_copy.deadline.advice(HILLEROED)
    assert advice.total > 0
    assert advice.late_after < advice.late_before
    assert advice.sentence.startswith(f"{advice.total} ekstra pladser inden ")
    assert advice.sentence.split(".")[2].endswith("% af risikoen")
    stand = sqlite_copy.capacity.table()
    row = stand.codes.index(HILLEROED)
    now = {week: int(stand.slots[row, stand.weeks.index(week)]) + more for week, more in advice.extra.items()}
    sqlite_copy.capacity.set_slots(HILLEROED, now, "som anbefalet")
    after = sqlite_copy.deadline.advice(HILLEROED)
    assert after.extra == {}
    assert after.late_before == pytest.approx(advice.late_after)
    risk = sqlite_copy.risk()
    solved = [w for w, week in enumerate(risk.weeks) if week not in advice.too_late]
    assert risk.p_over_frist[risk.municipalities.index(HILLEROED), solved].max() <= 0.05


def test_that_slots_that_are_enough_need_no_advice(busy: Workspace) -> None:
    advice = busy.deadline.advice(HELSINGOER)
    assert advice.extra == {}
    assert "Pladserne er nok" in advice.sentence


def test_that_the_best_use_gives_out_what_helps_and_says_what_it_does(busy: Workspace) -> None:
    few, many = busy.deadline.best_use(HILLEROED, 2), busy.deadline.best_use(HILLEROED, 8)
    assert sum(few.added.values()) == 2
    assert many.removed > few.removed > 0
    assert "af de ventede overskridelser" in few.sentence
    late = busy.deadline.best_use(HILLEROED, 2, last_week=AS_OF)
    assert set(late.added) <= {AS_OF}
    with pytest.raises(UserError):
        busy.deadline.best_use(HILLEROED, 0)
    with pytest.raises(UserError, match="forbi"):
        busy.deadline.best_use(HILLEROED, 3, last_week=AS_OF - WEEK)


def test_that_those_who_wait_are_counted_by_days_left_on_both_clocks(busy: Workspace) -> None:
    waiting = {entry.municipality: entry for entry in busy.deadline.waiting()}
    mine = waiting[HILLEROED]
    assert mine.known
    assert mine.total == sum(mine.by_days_left_received.values()) > 0
    # every plan came a day after discharge: from receipt there is a day more
    assert mine.by_days_left_received == {left + 1: count for left, count in mine.by_days_left.items()}
    assert mine.overdue == sum(count for left, count in mine.by_days_left.items() if left < 0)


def test_that_plans_open_long_past_their_deadline_are_listed_and_not_queued(busy: Workspace) -> None:
    (found,) = busy.deadline.long_open()
    assert (found.municipality, found.count, found.days_past) == (HELSINGOER, 2, 193)
    waiting = {entry.municipality: entry for entry in busy.deadline.waiting()}
    assert waiting[HELSINGOER].long_open == 2
    assert min(waiting[HELSINGOER].by_days_left) > -90


def test_that_the_clock_from_receipt_misses_fewer(busy: Workspace) -> None:
    for counts in busy.deadline.two_clocks():
        assert 0 < counts.missed_received < counts.missed < counts.deadlines


def test_that_a_week_that_crossed_the_target_is_told_with_its_reason(sqlite_copy: Workspace) -> None:
    assert all(line.municipality == HILLEROED for line in sqlite_copy.deadline.alerts(before=AS_OF - DAY))
    week = AS_OF + 3 * WEEK
    sqlite_copy.capacity.set_slots(HELSINGOER, dict.fromkeys([week - WEEK, week, week + WEEK], 0), "ferie")
    lines = [line for line in sqlite_copy.deadline.alerts(before=AS_OF - DAY) if line.municipality == HELSINGOER]
    told = {line.week: line for line in lines}
    assert week in told
    assert "risikoen er steget fra" in told[week].text
    assert "30 pladser færre" in told[week].text
    assert told[week].severity == "high"
    weights = [line.weight for line in lines]
    assert weights == sorted(weights, reverse=True)


def test_that_how_grave_an_alert_is_follows_the_limits_as_they_are_set(sqlite_copy: Workspace) -> None:
    slots = dict.fromkeys([AS_OF + k * WEEK for k in range(2, 5)], 0)
    sqlite_copy.capacity.set_slots(HELSINGOER, slots, "ferie")

    def severities() -> dict[dt.date, str]:
        lines = sqlite_copy.deadline.alerts(before=AS_OF - DAY)
        return {line.week: line.severity for line in lines if line.week and line.municipality == HELSINGOER}

    view = sqlite_copy.risk(AS_OF, 12)
    p = dict(zip(view.weeks, view.p_over_frist[view.municipalities.index(HELSINGOER)].tolist(), strict=True))
    before = severities()
    assert before == {week: "high" if p[week] >= 0.5 else "watch" for week in before}
    assert set(before.values()) == {"high", "watch"}
    for limits, third in (("5 %; 20 %; 100 %", 1.0), ("1 %; 2 %; 3 %", 0.03)):
        sqlite_copy.set_setting("risiko.graenser", limits)
        assert severities() == {week: "high" if p[week] >= third else "watch" for week in before}
    assert sqlite_copy.risk(AS_OF, 12) is view  # the limits change how the risk is told, not the risk


def test_that_the_record_holds_what_was_said_against_what_came(busy: Workspace) -> None:
    record = busy.deadline.record()
    assert record.skill is not None
    assert record.reliability is not None
    rows = record.weeks
    assert len(rows) == record.skill.pairs == record.reliability.pairs.sum()
    assert set(rows["kommunekode"]) == {HILLEROED, HELSINGOER}
    assert rows["som_af"].nunique() >= 5
    # four weeks back four whole weeks have passed, eight weeks back all eight
    assert rows[rows["som_af"] == str(AS_OF - 4 * WEEK)]["uge"].nunique() == 4
    assert rows[rows["som_af"] == str(AS_OF - 8 * WEEK)]["uge"].nunique() == 8
    high = rows[rows["p_over_frist"] > 0.5]
    assert f"Af {len(high)} uger med risiko over 50 % gik {(high['over_frist'] > 0).sum()} galt." in record.sentences


def test_that_the_first_file_has_no_alerts(sqlite_db: Database) -> None:
    store(sqlite_db, kinds.GOP, {"received": AS_OF - DAY, "count": 1}, extracted=AS_OF.isoformat())
    assert Workspace(sqlite_db).deadline.alerts() == []


def test_that_the_past_is_not_judged_where_nothing_has_passed(sqlite_db: Database) -> None:
    store(
        sqlite_db,
        kinds.GOP,
        *({"received": AS_OF - k * DAY, "offered": AS_OF - k * DAY + 2 * DAY, "count": 1} for k in range(5, 40)),
        extracted=AS_OF.isoformat(),
    )
    record = Workspace(sqlite_db).deadline.record()
    assert record.skill is None
    assert "endnu ingen" in record.sentences[0]
    assert len(record.table()) == 0


def test_that_a_comparison_can_be_of_some_municipalities_only(sqlite_copy: Workspace) -> None:
    room = sqlite_copy.scenarios
    room.save("Travlt", read_what_if("aktivitet +30 %"))
    whole, part = room.compare(["Travlt"]), room.compare(["Travlt"], municipalities=[HILLEROED])
    for all_of_it, some in zip(whole.outcomes, part.outcomes, strict=True):
        row = all_of_it.codes.index(HILLEROED)
        assert some.codes == (HILLEROED,)
        assert np.array_equal(some.p_late[0], all_of_it.p_late[row], equal_nan=True)
        assert np.array_equal(some.extra[0], all_of_it.extra[row], equal_nan=True)
    assert "Travlt øger de ventede overskridelser mest" in part.sentence()


def test_that_a_comparison_is_written_as_a_workbook_and_as_csv(sqlite_copy: Workspace, tmp_path: Path) -> None:
    room = sqlite_copy.scenarios
    room.save("=Ekstra", read_what_if("pladser +10 2026-W49 kommune 219"))
    compared = room.compare(["=Ekstra"])
    paths = room.export(compared, tmp_path / "ud", "Alle kommuner")
    assert [path.suffix for path in paths] == [".xlsx", ".csv", ".csv", ".csv", ".csv"]
    book = CalamineWorkbook.from_path(paths[0])
    assert book.sheet_names == ["Scenarier", "Kommuner", "Uger", "Kilder og forudsætninger"]
    rows = book.get_sheet_by_name("Scenarier").to_python()
    assert [row[0] for row in rows[4:6]] == ["planen", "=Ekstra"]
    late = rows[3].index("Over fristen (forventet)")
    assert rows[5][late] == pytest.approx(compared.outcomes[1].expected_late)
    text = paths[1].read_text(encoding="utf-8-sig")
    assert "'=Ekstra" in text
    assert "=Ekstra" not in text.replace("'=Ekstra", "")


def test_that_only_scenarios_whose_names_the_data_know_fit(sqlite_copy: Workspace) -> None:
    room = sqlite_copy.scenarios
    room.save("Her", read_what_if("aktivitet +30 %"))
    room.save("Andetsteds", read_what_if("aktivitet -100 % på Ingensteds"))
    assert [scenario.name for scenario in room.fitting()] == ["Her"]


def as_never_computed(workspace: Workspace) -> None:
    """Forgets what was computed, in the database too."""
    keep_results(workspace.database, "risk:none", {})
    workspace.forget()


def test_that_the_record_grows_date_by_date_and_keeps_what_was_computed_when_cancelled(busy: Workspace) -> None:
    as_never_computed(busy)
    seen: list[int] = []

    with pytest.raises(CancelledError):
        busy.deadline.record(so_far=lambda record: seen.append(record.judged), cancelled=lambda: len(seen) == 2)
    assert seen == [1, 2]
    began: list[float] = []
    record = busy.deadline.record(progress=began.append)
    assert record.judged == record.of == 6
    assert record.sentences[0].startswith("Risikoen, som den blev regnet 6 gange fra 8.6. til 26.10.2026")
    assert began == sorted(began)


def test_that_the_record_is_kept_in_the_database_until_what_it_rests_on_changes(
    sqlite_copy: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[dt.date] = []
    compute = Deadline._compute_then

    def counting(self: Deadline, day: dt.date, *rest: Any) -> RiskThen:
        computed.append(day)
        return compute(self, day, *rest)

    def again() -> tuple[RiskRecord, int]:
        computed.clear()
        sqlite_copy.forget()
        return sqlite_copy.deadline.record(), len(computed)

    monkeypatch.setattr(Deadline, "_compute_then", counting)
    as_never_computed(sqlite_copy)
    first, of = again()
    assert of == first.judged == 6
    second, of = again()
    assert of == 0
    pd.testing.assert_frame_equal(second.weeks, first.weeks)
    assert second.sentences == first.sentences
    sqlite_copy.capacity.set_slots(
        HILLEROED, {AS_OF + WEEK: 9}, "en mere"
    )  # the slots of today are not those of the past
    assert again()[1] == 0
    keep_results(
        sqlite_copy.database, "a backtest of forecasts", {AS_OF: b"1"}
    )  # they share a table and leave each other alone
    assert again()[1] == 0
    assert kept_results(sqlite_copy.database, "a backtest of forecasts") == {AS_OF: b"1"}
    sqlite_copy.rules.set("frist.dage", "8")
    third, of = again()
    assert of == 6
    assert not third.weeks["p_over_frist"].equals(first.weeks["p_over_frist"])


def test_that_who_waits_is_told_without_a_forecast(busy: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    busy.forget()
    monkeypatch.setattr(Workspace, "forecast", lambda *_, **__: pytest.fail("a forecast was computed"))
    assert busy.deadline.waiting()
    assert busy.deadline.two_clocks()
    assert busy.deadline.long_open()
