"""The report of an import, one entry a file (data contract, *Report*)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pandas as pd

from sundhedsklynge.domain.kinds import PLAN
from sundhedsklynge.ingest.check import Checked
from sundhedsklynge.ingest.recognise import Recognition
from sundhedsklynge.ingest.table import RawFile


def report_entry(
    raw: RawFile,
    recognition: Recognition | None,
    checked: Checked | None,
    import_id: int | None = None,
    stored: bool = False,
) -> dict[str, Any]:
    """The entry of `raw` in the report's `files`. recognition and checked are None where reading ended before them;
    problems of the whole file (CPR, open questions) are added by the caller."""
    as_of = checked.as_of if checked else recognition.as_of if recognition else None
    return {
        "file": raw.name,
        "sha256": raw.sha256,
        "import_id": import_id,
        "kind": recognition.kind if recognition else "",
        "as_of": as_of.isoformat() if as_of else None,
        "hospitals": list(checked.hospitals) if checked else [],
        "encoding": raw.encoding,
        "mapping": dict(recognition.mapping.columns) if recognition else {},
        "rows_read": checked.rows_read if checked else 0,
        "rows_ok": checked.rows_ok if checked else 0,
        "problems": [asdict(problem) for problem in checked.problems] if checked else [],
        "stored": stored,
        "counts": plan_counts(checked.frame) if checked and checked.kind == PLAN else [],
    }


def plan_counts(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Planned operations by hospital, extract, municipality, procedure and ISO week, cancelled ones left out. Where a
    `<5` is in it, `antal` is None and `antal_min` and `antal_max` bound it."""
    counted = frame[(frame["status"] != "aflyst") & (frame["count_max"] > 0)]
    keys = ["hospital", "extracted", "municipality", "procedure", "week"]
    monday = counted["day"] - pd.to_timedelta(counted["day"].dt.day_of_week, unit="D")
    grouped = counted.assign(week=monday).groupby(keys, sort=True)[["count_min", "count_max"]].sum().reset_index()
    weeks = {week: f"{week.isocalendar().year}-W{week.isocalendar().week:02d}" for week in grouped["week"].unique()}
    rows: list[dict[str, Any]] = []
    dates = grouped["extracted"].dt.strftime("%Y-%m-%d")
    for hospital, date, municipality, procedure, week, least, most in zip(
        grouped["hospital"],
        dates,
        grouped["municipality"],
        grouped["procedure"],
        grouped["week"].map(weeks),
        grouped["count_min"],
        grouped["count_max"],
        strict=True,
    ):
        row: dict[str, Any] = {
            "sygehus": hospital,
            "udtraeksdato": date,
            "kommunekode": int(municipality),
            "procedure": procedure,
            "uge": week,
            "antal": int(least) if least == most else None,
        }
        rows.append(row if least == most else row | {"antal_min": int(least), "antal_max": int(most)})
    return rows
