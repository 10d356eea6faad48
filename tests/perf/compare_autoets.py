"""The whole forecast at national size beside Nixtla's AutoETS on as many points, timed in the same run.

    python tests/perf/compare_autoets.py [ENVIRONMENT]

statsforecast needs another pandas than this program, so it runs in an environment of its own: ENVIRONMENT if it
exists, else one made in the temporary folder. Prints both times (best of three after a warm-up) and their ratio, to
be at most 2.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "unit"))

from forecast_world import World, evidence

from sundhedsklynge.forecast.model import predict

ROUNDS = 3
PEER = """
import time, numpy as np, pandas as pd
from statsforecast import StatsForecast
from statsforecast.models import AutoETS
rng = np.random.default_rng(1)
rows, weeks = 294, 156
rate = rng.gamma(2.0, 2.0, (rows, 1)) * (1 + 0.2 * np.cos(2 * np.pi * np.arange(weeks) / 52))
day = pd.date_range("2023-01-02", periods=weeks, freq="W-MON")
frame = pd.DataFrame(
    {"unique_id": np.repeat(np.arange(rows), weeks), "ds": np.tile(day, rows), "y": rng.poisson(rate).ravel().astype(float)}
)
times = []
for _ in range(%d + 1):
    start = time.perf_counter()
    StatsForecast(models=[AutoETS(season_length=1)], freq="W-MON", n_jobs=2).forecast(df=frame, h=12, level=[50, 80, 95])
    times.append(time.perf_counter() - start)
print(min(times[1:]))
"""


def peer_python(folder: Path) -> Path:
    """The Python of an environment with statsforecast; made if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "statsforecast", "pandas<3"], check=True)
    return python


def main() -> None:
    """Time both and print the ratio."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.gettempdir()) / "sundhedsklynge-statsforecast"
    python = peer_python(folder)
    world = World(municipalities=98, hospitals=21, weeks=170, rate=0.35, base=0.2, overlap=4)
    known = evidence(world, 156, plan_weeks=156)
    predict(known)
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        predict(known)
        times.append(time.perf_counter() - start)
    peer = float(subprocess.run([python, "-c", PEER % ROUNDS], check=True, capture_output=True, text=True).stdout)
    print(f"forecast, 98 x 3 rows, 3 years, 12 weeks, 2,000 joint draws: {min(times):.2f} s")
    print(f"AutoETS, 294 series x 156 weeks, no joint draws: {peer:.2f} s")
    print(f"ratio {min(times) / peer:.2f} (at most 2)")


if __name__ == "__main__":
    main()
