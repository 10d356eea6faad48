"""How long a validated import of a large plan file takes beside the least that could be done with it.

The floor: `pandas.read_csv` of the same file, and the driver's own `executemany` of the same rows into an empty SQLite table, in one
transaction with the same pragmas. Target: at most 4 times that, and under 1.5 GB of memory (issue 3). Each is run in a process of its own,
so that the peaks are their own.

    python tests/perf/bench_import.py [ROWS]

Linux only, for the peak of memory.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd

from sundhedsklynge.resources import resource

ROWS = 1_000_000
TARGET_RATIO, TARGET_MB = 4.0, 1500


def write_plan(path: Path, rows: int) -> None:
    """A canonical plan file as the acute hospitals would send it in 50 weekly extracts, operation by operation."""
    rng = np.random.default_rng(1)
    codes = np.array(
        [101, 147, 151, 153, 155, 157, 159, 161, 163, 165, 167, 173, 175, 183, 185, 187, 190, 201, 210, 217, 219, 223]
    )
    sks = np.array(["KNGB40", "KNGB20", "KNFB40", "KNFB20", "KNBF10", "KNGB40A", "KNFB30", "KNBB20", "KNGD11"])
    hospitals = pd.read_csv(resource("reference", "akuthospitaler.csv"), sep=";")["akuthospital"].to_numpy()
    day = np.datetime64("2025-12-01")
    extracted = day + 7 * np.sort(rng.integers(0, 50, rows))
    operation = extracted + rng.integers(-28, 84, rows)
    pd.DataFrame(
        {
            "udtraeksdato": extracted.astype(str),
            "sygehus": hospitals[rng.integers(0, len(hospitals), rows)],
            "afdeling": np.array(["Ortopædkirurgi", "Dagkirurgi", "Idrætsklinik"])[rng.integers(0, 3, rows)],
            "kommunekode": codes[rng.integers(0, len(codes), rows)],
            "sks_kode": sks[rng.integers(0, len(sks), rows)],
            "operationsdato": operation.astype(str),
            "antal": 1,
            "status": np.where(operation < extracted, "udført", "planlagt"),
            "bookingdato": (extracted - rng.integers(1, 90, rows)).astype(str),
            "sagsnoegle": np.char.add("S-", rng.integers(0, rows // 8, rows).astype(str)),
        }
    ).to_csv(path, sep=";", index=False)


def floor(path: Path, database: Path) -> float:
    """Seconds for the least: read the file, put the rows into a table of text and numbers."""
    start = time.perf_counter()
    frame = pd.read_csv(path, sep=";")
    with sqlite3.connect(database, isolation_level=None) as connection:
        for pragma in ("journal_mode=TRUNCATE", "synchronous=FULL"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"CREATE TABLE plan ({', '.join(frame.columns)})")
        connection.execute("BEGIN IMMEDIATE")
        marks = ", ".join("?" * frame.shape[1])
        connection.executemany(
            f"INSERT INTO plan VALUES ({marks})", zip(*(frame[c].tolist() for c in frame), strict=True)
        )
        connection.execute("COMMIT")
    return time.perf_counter() - start


def validated(path: Path, database: Path) -> float:
    """Seconds for the whole import: read, search for personal numbers, recognise, check, store."""
    from sundhedsklynge.workspace import Workspace

    with Workspace.open(str(database), create=True) as workspace:
        start = time.perf_counter()
        report = workspace.import_file(path)
        seconds = time.perf_counter() - start
    if not report.stored:
        raise SystemExit(report.sentence())
    return seconds


def measure(which: str, path: str, database: str) -> None:
    """In the child: seconds and the peak of memory in MB."""
    seconds = {"floor": floor, "import": validated}[which](Path(path), Path(database))
    status = Path("/proc/self/status").read_text(encoding="ascii")  # ru_maxrss would be the parent's, if that is larger
    print(seconds, int(status.partition("VmHWM:")[2].split()[0]) / 1024)


def main(rows: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.csv"
        write_plan(path, rows)
        print(f"{rows} rows, {path.stat().st_size / 1e6:.0f} MB")
        seconds: dict[str, float] = {}
        for which in ("floor", "import"):
            times: list[float] = []
            for run in range(3):
                command = [sys.executable, __file__, which, str(path), f"{folder}/{which}{run}.sqlite"]
                out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
                times.append(float(out[0]))
            seconds[which] = min(times)
            print(
                f"{which:7} {min(times):6.2f} s (of {', '.join(f'{t:.2f}' for t in times)}), peak {float(out[1]):.0f} MB"
            )
        print(f"ratio {seconds['import'] / seconds['floor']:.2f} (target {TARGET_RATIO}), memory target {TARGET_MB} MB")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        measure(*sys.argv[1:])
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
