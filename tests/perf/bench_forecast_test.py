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

LIMIT = 3.0  # seconds, with 2,000 joint draws on two cores (issue 4)


def test_that_the_national_forecast_is_made_in_time(benchmark: Any) -> None:
    known = evidence(
        World(municipalities=98, hospitals=21, weeks=170, rate=0.35, base=0.2, overlap=4), 156, plan_weeks=156
    )
    forecast = benchmark.pedantic(predict, (known,), rounds=3, warmup_rounds=1)
    assert forecast.draws.shape == (98, 3, 12, 2000)
    assert np.isfinite(forecast.mean).all()
    if benchmark.stats is not None:
        assert benchmark.stats.stats.min < LIMIT
