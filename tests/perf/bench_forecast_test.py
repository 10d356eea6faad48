"""How long a forecast takes: the whole country from arrays, and anew after a small import.

98 municipalities, 3 procedures, 21 hospitals, three years of weekly snapshots; and the open sample of 29 municipalities, where it lies
beside the checkout. Beside the time on the wall stands that of the processor, which a busy machine stretches less.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from forecast_world import World, evidence

from sundhedsklynge.forecast.model import predict
from sundhedsklynge.workspace import Workspace

SAMPLE = Path(__file__).parents[3] / "shared/samples/hovedstaden"
NEWEST = "2026-11-23"
AS_OF = dt.date.fromisoformat(NEWEST) + dt.timedelta(days=1)


def on_the_processor(benchmark: Any, work: Callable[[], object]) -> Callable[[], object]:
    """`work`, with its seconds of processor time and the machine's load kept beside the benchmark's own figures."""
    seconds: list[float] = benchmark.extra_info.setdefault("processor", [])

    def timed() -> object:
        began = time.process_time()
        result = work()
        seconds.append(round(time.process_time() - began, 3))
        benchmark.extra_info["load"] = os.getloadavg()[0]
        return result

    return timed


def test_that_the_national_forecast_is_whole(benchmark: Any) -> None:
    """Aim: under 3 s with 2,000 joint draws on two cores; read it from the benchmark's table."""
    known = evidence(
        World(municipalities=98, hospitals=21, weeks=170, rate=0.35, base=0.2, overlap=4), 156, plan_weeks=156
    )
    forecast = benchmark.pedantic(on_the_processor(benchmark, lambda: predict(known)), rounds=3, warmup_rounds=1)
    assert forecast.draws.shape == (98, 3, 12, 2000)
    assert np.isfinite(forecast.mean).all()
    print(benchmark.extra_info)


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sample's plans but for the newest week, all plans received but for that week, then the rest as small files."""
    if not SAMPLE.is_dir():
        pytest.skip("the open sample does not lie beside the checkout")
    folder = tmp_path_factory.mktemp("parts")
    head, *plans = (SAMPLE / "operationsplan.csv").read_text("utf-8").splitlines()
    top, *received = (SAMPLE / "genoptraeningsplaner.csv").read_text("utf-8").splitlines()
    monday = (AS_OF - dt.timedelta(days=8)).isoformat()
    day = top.split(";").index("modtaget_dato")
    hospitals = sorted({row.split(";")[1] for row in plans if row.startswith(NEWEST)})
    files = [
        (head, [row for row in plans if not row.startswith(NEWEST)]),
        (top, [row for row in received if row.split(";")[day] < monday]),
        (top, [row for row in received if row.split(";")[day] >= monday]),
        *((head, [row for row in plans if row.startswith(f"{NEWEST};{hospital};")]) for hospital in hospitals),
    ]
    for number, (header, rows) in enumerate(files):
        (folder / f"{number}.csv").write_text("\n".join([header, *rows, ""]), "utf-8")
    return [folder / f"{number}.csv" for number in range(len(files))]


@pytest.fixture
def filled(parts: list[Path], tmp_path: Path) -> Iterator[Workspace]:
    """A workspace that has shown the forecast of the sample's large files."""
    with Workspace.open(str(tmp_path / "sample.sqlite"), create=True) as workspace:
        for file in parts[:2]:
            assert workspace.import_file(file).stored
        workspace.forecast(AS_OF)
        yield workspace


def test_that_a_forecast_is_soon_there_after_a_small_import(
    benchmark: Any, filled: Workspace, parts: list[Path]
) -> None:
    """Aim: under 0.5 s after one hospital's plan or a week of plans received, the reading of the new rows included."""
    small = iter(parts[2:])

    def take_in() -> None:
        assert filled.import_file(next(small)).stored

    anew = on_the_processor(benchmark, lambda: filled.forecast(AS_OF))
    benchmark.pedantic(anew, setup=take_in, rounds=len(parts) - 2 if benchmark.enabled else 1)
    print(benchmark.extra_info)


def test_that_another_morning_is_soon_there(benchmark: Any, filled: Workspace) -> None:
    """Aim: under 0.5 s."""
    days = iter(AS_OF - dt.timedelta(days=back) for back in range(1, 9))
    another = on_the_processor(benchmark, lambda: filled.forecast(next(days)))
    benchmark.pedantic(another, rounds=5)
    print(benchmark.extra_info)
