"""The whole forecast from arrays at national size: 98 municipalities, 3 procedures, 21 hospitals, three years of weekly
snapshots.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from forecast_world import World, evidence

from sundhedsklynge.forecast.model import predict


def test_that_the_national_forecast_is_whole(benchmark: Any) -> None:
    """Aim: under 3 s with 2,000 joint draws on two cores; read it from the benchmark's table."""
    known = evidence(
        World(municipalities=98, hospitals=21, weeks=170, rate=0.35, base=0.2, overlap=4), 156, plan_weeks=156
    )
    forecast = benchmark.pedantic(predict, (known,), rounds=3, warmup_rounds=1)
    assert forecast.draws.shape == (98, 3, 12, 2000)
    assert np.isfinite(forecast.mean).all()
