"""The full sample, where it lies beside the checkout: imported as it is, with nothing to mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.conftest import Cli

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "hovedstaden"
pytestmark = [
    pytest.mark.sample,
    pytest.mark.skipif(not SAMPLE.exists(), reason="the full sample is not beside the checkout"),
]


def test_that_the_sample_is_imported_forecast_and_judged(cli: Cli) -> None:
    for name, rows in (("operationsplan", 158931), ("genoptraeningsplaner", 43979), ("kapacitet", 6293)):
        result, entry = cli.report(SAMPLE / f"{name}.csv")
        assert result.code == 0, result.err
        assert (entry["rows_read"], entry["rows_ok"], entry["problems"]) == (rows, rows, [])
    assert cli("forecast", "--as-of", "2026-08-31", "--out", "f.csv").code == 0
    assert cli("risk", "--as-of", "2026-08-31", "--out", "r.csv").code == 0
    forecast = (cli.folder / "f.csv").read_text(encoding="utf-8").splitlines()
    assert sum(line.split(";")[1] == "kommune" for line in forecast) == 29 * 4 * 12
    assert len((cli.folder / "r.csv").read_text(encoding="utf-8").splitlines()) == 1 + 29 * 8
