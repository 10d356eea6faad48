"""A small, made-up region that the command line can import, forecast and export in seconds."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sundhedsklynge.cli import run

AS_OF = dt.date(2026, 11, 23)
HOSPITAL = "Nordsjællands Hospital"
MUNICIPALITIES = {219: 6.0, 217: 3.0, 250: 2.0}
CODES = {"knæ": "KNGB20", "hofte": "KNFB20", "skulder": "KNBF10"}
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Cli:
    """Runs the program's command line with its own database and home: in this process, or with `process` as a user does, in a new one."""

    folder: Path

    @property
    def db(self) -> Path:
        return self.folder / "test.sqlite"

    def _arguments(self, arguments: tuple[object, ...], db: str | Path) -> list[str]:
        return ["--db", str(self.db if db == "own" else db), *map(str, arguments)]

    def __call__(self, *arguments: object, db: str | Path = "own") -> Result:
        out, err = io.StringIO(), io.StringIO()
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                try:
                    code = run(self._arguments(arguments, db))
                except SystemExit as stop:  # argparse ends wrong usage so
                    code = int(str(stop.code or 0))
        finally:
            os.chdir(before)
        return Result(code, out.getvalue(), err.getvalue())

    def process(self, *arguments: object, db: str | Path = "own") -> Result:
        """The same in a new process."""
        done = subprocess.run(
            [sys.executable, "-m", "sundhedsklynge", *self._arguments(arguments, db)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "HOME": str(self.folder), "PYTHONIOENCODING": "utf-8"},
            cwd=self.folder,
            timeout=120,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def report(self, *arguments: object) -> tuple[Result, dict[str, Any]]:
        """`import ... --report`: the result and the report's first file."""
        path = self.folder / "report.json"
        result = self("import", *arguments, "--report", path)
        return result, json.loads(path.read_text(encoding="utf-8"))["files"][0]


@pytest.fixture
def cli(tmp_path: Path) -> Cli:
    return Cli(tmp_path)


def plan_text(as_of: dt.date = AS_OF, snapshots: int = 60) -> str:
    """Weekly snapshots, four weeks back and twelve ahead; one operation a row, fewer the further ahead."""
    rng = np.random.default_rng(1)
    operations: list[tuple[dt.date, dt.date, int, str]] = []  # booked, operation day, municipality, code
    first = as_of - (snapshots + 5) * 7 * DAY
    for week in range(snapshots + 18):
        for municipality, rate in MUNICIPALITIES.items():
            for code in CODES.values():
                for _ in range(rng.poisson(rate / 2)):
                    day = first + (7 * week + int(rng.integers(0, 5))) * DAY
                    operations.append((day - int(rng.integers(5, 80)) * DAY, day, municipality, code))
    lines = ["udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato;antal"]
    for back in range(snapshots, -1, -1):
        extract = as_of - 7 * back * DAY
        for booked, day, municipality, code in operations:
            if booked < extract and -28 <= (day - extract).days < 84:
                lines.append(f"{extract};{HOSPITAL};{municipality};{code};{day};1")
    return "\n".join(lines) + "\n"


def gop_text(as_of: dt.date = AS_OF, weeks: int = 60) -> str:
    """Plans received on working days, most of them offered a start within the week."""
    rng = np.random.default_rng(2)
    lines = ["kommunekode;procedure;sygehus;gop_type;udskrivningsdato;modtaget_dato;tilbudt_dato;mangelfuld"]
    for offset in range(7 * weeks, 0, -1):
        received = as_of - offset * DAY
        if received.weekday() > 4:
            continue
        for municipality, rate in MUNICIPALITIES.items():
            for procedure in CODES:
                for _ in range(rng.poisson(rate / 5)):
                    offered = received + int(rng.integers(1, 8)) * DAY
                    told = offered.isoformat() if offered < as_of else ""
                    lines.append(
                        f"{municipality};{procedure};{HOSPITAL};almen basal;{received - DAY};{received};{told};nej"
                    )
    return "\n".join(lines) + "\n"


def capacity_text(as_of: dt.date = AS_OF) -> str:
    """Slots from a year back to twenty weeks ahead."""
    lines = ["kommunekode;uge;pladser"]
    for week in range(-52, 20):
        year, number, _ = (as_of + 7 * week * DAY).isocalendar()
        lines += [f"{code};{year}-W{number:02d};{round(3.2 * rate) + 2}" for code, rate in MUNICIPALITIES.items()]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name, text in (("plan", plan_text()), ("gop", gop_text()), ("kapacitet", capacity_text())):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def filled(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Cli:
    """A database with the three files imported; tests only read it."""
    cli = Cli(tmp_path_factory.mktemp("filled"))
    result = cli("import", files / "plan.csv", files / "gop.csv", files / "kapacitet.csv")
    assert result.code == 0, result.err
    return cli
