"""A forecast after small imports and undoings is that of a fresh start, bit for bit; what they leave as it was is not made again."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

import numpy as np
import pytest

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.calendar import day_number
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.forecast.evidence import Evidence, Forecast
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.imports import redo_import, undo_import
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace import Workspace, predictions
from sundhedsklynge.workspace.predictions import MOST, Predictions, content_of
from tests.rows import store
from tests.unit.test_overrides_room import AS_OF, HERLEV, NORTH, WEEK, fill

DAY = dt.timedelta(days=1)
HOSPITALS = {NORTH: 219, HERLEV: 217}
Rng = np.random.Generator

IN_A_FRESH_PROCESS = """
import datetime as dt, sys
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.predictions import content_of
with Workspace.open(sys.argv[1]) as workspace:
    print(content_of(workspace.forecast(dt.date.fromisoformat(sys.argv[2])).forecast).hex())
"""


def snapshot(db: Database, rng: Rng, number: int) -> int:
    """One hospital's plan of a day of the last three weeks: new, or in the place of one that was told."""
    hospital = str(rng.choice(list(HOSPITALS)))
    told = AS_OF - int(rng.integers(0, 22)) * DAY
    rows = [
        {
            "hospital": hospital,
            "extracted": told,
            "municipality": HOSPITALS[hospital],
            "procedure": str(rng.choice(["knæ", "hofte"])),
            "day": told + int(ahead) * DAY,
            "count": int(rng.integers(1, 4)),
        }
        for ahead in rng.integers(-10, 70, 12)
    ]
    return store(db, kinds.PLAN, *rows, extracted=told.isoformat(), sha=f"plan {number}")


def receipts(db: Database, rng: Rng, number: int) -> int:
    """One municipality's plans received of some weeks, told up to then or later."""
    code, hospital = (219, NORTH) if rng.random() < 0.5 else (217, HERLEV)
    last = AS_OF - int(rng.integers(1, 30)) * DAY
    days = [last - int(back) * DAY for back in rng.integers(0, 40, 15)]
    told = min(last + int(rng.integers(1, 15)) * DAY, AS_OF)
    rows = [
        {"municipality": code, "procedure": "knæ", "hospital": hospital, "received": day, "discharged": day, "count": 1}
        for day in days
    ]
    return store(db, kinds.GOP, *rows, extracted=told.isoformat(), sha=f"gop {number}")


def same(one: Any, other: Any) -> bool:
    """Whether two results are the same in every number, to the last bit."""
    if isinstance(one, np.ndarray):
        return one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes()
    if is_dataclass(one):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(value, other[key]) for key, value in one.items())
    return one == other


def agrees_with_a_fresh_start(kept: Workspace, day: dt.date) -> bool:
    with Database(kept.database.location) as database:
        fresh = Workspace(database)
        return same(kept.evidence(day), fresh.evidence(day)) and same(
            kept.forecast(day).forecast, fresh.forecast(day).forecast
        )


@pytest.mark.parametrize("seed", range(3))
def test_that_imports_and_undoing_in_any_order_give_what_a_fresh_start_gives(db: Database, seed: int) -> None:
    fill(db)
    rng, workspace = np.random.default_rng(seed), Workspace(db)
    live: list[int] = []
    undone: list[int] = []

    def add(make: Callable[[Database, Rng, int], int], number: int) -> None:
        live.append(make(db, rng, number))

    def move(come: list[int], go: list[int], change: Callable[[Database, int], None]) -> None:
        if come:
            number = come.pop(int(rng.integers(len(come))))
            change(db, number)
            go.append(number)

    for number in range(12):
        match int(rng.integers(5)):
            case 0 | 1:
                add(snapshot if rng.random() < 0.5 else receipts, number)
            case 2:
                move(live, undone, undo_import)
            case 3:
                move(undone, live, redo_import)
            case _:
                week = AS_OF + int(rng.integers(0, 12)) * WEEK
                workspace.overrides.add(Override(1.2, "Ny kirurg", AS_OF, week, week, "kommune", "219", "knæ"))
        workspace.forget()
        if rng.random() < 0.6:  # what was never asked of must not matter either
            assert agrees_with_a_fresh_start(workspace, AS_OF - int(rng.integers(0, 3)) * WEEK)
    assert agrees_with_a_fresh_start(workspace, AS_OF)


def test_that_an_older_import_put_back_is_read_in_its_place(sqlite_db: Database) -> None:
    fill(sqlite_db)
    rng = np.random.default_rng(1)
    older = [snapshot(sqlite_db, rng, 1), receipts(sqlite_db, rng, 2)]
    for number in older:
        undo_import(sqlite_db, number)
    workspace = Workspace(sqlite_db)
    snapshot(sqlite_db, rng, 3)
    receipts(sqlite_db, rng, 4)
    without = workspace.forecast(AS_OF).forecast
    for number in older:
        redo_import(sqlite_db, number)
    workspace.forget()
    assert agrees_with_a_fresh_start(workspace, AS_OF)
    assert not same(workspace.forecast(AS_OF).forecast, without)


def test_that_a_fresh_process_gives_the_same_bits(sqlite_db: Database) -> None:
    fill(sqlite_db)
    workspace = Workspace(sqlite_db)
    workspace.forecast(AS_OF)
    snapshot(sqlite_db, np.random.default_rng(1), 1)
    workspace.forget()
    done = subprocess.run(
        [sys.executable, "-c", IN_A_FRESH_PROCESS, str(sqlite_db.location.path), AS_OF.isoformat()],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == content_of(workspace.forecast(AS_OF).forecast).hex()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The as-of days (day numbers) of the forecasts that are really computed, as they are."""
    days: list[int] = []
    real = predictions.predict

    def counted(evidence: Evidence, *given: Any, **options: Any) -> Forecast:
        days.append(evidence.as_of)
        return real(evidence, *given, **options)

    monkeypatch.setattr(predictions, "predict", counted)
    return days


def test_that_a_past_forecast_that_an_import_leaves_as_it_was_is_not_made_again(
    sqlite_db: Database, made: list[int]
) -> None:
    fill(sqlite_db)
    workspace = Workspace(sqlite_db)
    for day in (AS_OF - WEEK, AS_OF):
        workspace.forecast(day)
    operation = {"municipality": 219, "procedure": "knæ", "day": AS_OF + WEEK, "count": 9}
    told = store(sqlite_db, kinds.PLAN, {"hospital": NORTH, "extracted": AS_OF, **operation}, sha="new")
    workspace.forget()
    made.clear()
    for day in (AS_OF - WEEK, AS_OF):
        workspace.forecast(day)
    assert made == [day_number(AS_OF)]
    undo_import(sqlite_db, told)
    workspace.forget()
    workspace.forecast(AS_OF)
    assert made == [day_number(AS_OF)]


def test_that_what_is_new_makes_each_forecast_once(sqlite_db: Database, made: list[int]) -> None:
    fill(sqlite_db)
    workspace = Workspace(sqlite_db)
    workspace.changes(AS_OF)
    workspace.forecast(AS_OF)
    assert sorted(made) == [day_number(AS_OF - WEEK), day_number(AS_OF)]


def test_that_few_forecasts_are_remembered(sqlite_db: Database, made: list[int]) -> None:
    fill(sqlite_db)
    workspace, predict = Workspace(sqlite_db), Predictions()
    known = [workspace.evidence(AS_OF - back * WEEK) for back in range(MOST + 1)]
    for evidence in known:
        predict(evidence, 2)
    made.clear()
    predict(known[-1], 2)
    assert made == []
    predict(known[0], 2)
    assert made == [known[0].as_of]


def test_that_any_difference_of_content_is_seen(sqlite_db: Database) -> None:
    fill(sqlite_db)
    evidence = Workspace(sqlite_db).evidence(AS_OF)
    ones, heard = np.ones((2, 3, 4)), evidence.receipts
    one_more = replace(evidence, receipts=replace(heard, count=heard.count + (np.arange(len(heard.count)) == 7)))
    contents = [
        content_of(evidence, 12, None),
        content_of(evidence, 8, None),
        content_of(one_more, 12, None),
        content_of(evidence, 12, ones),
        content_of(evidence, 12, ones.reshape(2, 4, 3)),
        content_of(evidence, 12, ones.astype(np.float32)),
        content_of(Workspace(sqlite_db).evidence(AS_OF - DAY), 12, None),
    ]
    assert len(set(contents)) == len(contents)
    assert content_of(evidence, 12, ones) == content_of(Workspace(sqlite_db).evidence(AS_OF), 12, ones.copy())


def test_that_nothing_known_is_still_said_after_an_undoing(sqlite_db: Database) -> None:
    workspace = Workspace(sqlite_db)
    told = receipts(sqlite_db, np.random.default_rng(2), 1)
    workspace.forecast(AS_OF)
    undo_import(sqlite_db, told)
    workspace.forget()
    with pytest.raises(NothingToComputeError):
        workspace.forecast(AS_OF)
