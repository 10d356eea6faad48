"""From a recognised file to typed rows and the complete list of what is wrong with it.

`check` reads every distinct text of a column once and takes the rest by position, so that a million rows cost no more
than their distinct values. The frames have exactly the columns of `domain.kinds`; a row with an error is not in the
frame, a row from outside the municipalities is left out with a warning.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pandas as pd

from sundhedsklynge.domain.errors import InputRefusedError, Problem
from sundhedsklynge.domain.kinds import ACTIVITY, CAPACITY, GOP, NURSING_HOME, PLAN, TREATMENT72
from sundhedsklynge.ingest.kind_rows import (
    Told,
    activity_rows,
    capacity_rows,
    gop_rows,
    nursing_home_rows,
    plan_rows,
    treatment72_rows,
)
from sundhedsklynge.ingest.mapping import Known, Mapping
from sundhedsklynge.ingest.problems import WARNING
from sundhedsklynge.ingest.recognise import Recognition
from sundhedsklynge.ingest.rows import RowReader
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.ingest.totals import TotalsCheck, check_totals

MOST_PROBLEMS = 1000

_MAKERS = {
    PLAN: plan_rows,
    GOP: gop_rows,
    CAPACITY: capacity_rows,
    TREATMENT72: treatment72_rows,
    NURSING_HOME: nursing_home_rows,
    ACTIVITY: activity_rows,
}


@dataclass(frozen=True)
class Checked:
    """A file made rows.

    frame: the good rows, as `domain.kinds.COLUMNS[kind]` says. as_of: the file's extract date (data contract, *Time*):
    the newest where rows differ, None for kinds without one. problems: errors by row and warnings, the first `limit` of
    them; problem_count all of them. error_rows: rows with an error. rows_read: rows of the table without titles, totals
    and notes; rows_ok: rows in frame; left_out: rows left out with a warning. hospitals: names in the frame;
    new_hospitals those not known. totals: what the file's own totals said.
    """

    kind: str
    frame: pd.DataFrame = field(repr=False)
    as_of: dt.date | None
    problems: tuple[Problem, ...]
    problem_count: int
    error_rows: int
    rows_read: int
    rows_ok: int
    left_out: int
    hospitals: tuple[str, ...]
    new_hospitals: tuple[str, ...]
    totals: TotalsCheck
    mapping: Mapping

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Problems that refuse a row."""
        return tuple(p for p in self.problems if p.severity != WARNING)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Problems that are only told."""
        return tuple(p for p in self.problems if p.severity == WARNING)


def check(
    raw: RawFile, recognition: Recognition, known: Known, key: bytes = b"", limit: int = MOST_PROBLEMS
) -> Checked:
    """Read all rows of `raw` as `recognition` says. key hashes the case keys (needed where the file has any). Raises
    InputRefusedError while questions are open."""
    if not recognition.ready:
        said = [q.sentence for q in recognition.questions] or ["Filen er ikke genkendt."]
        raise InputRefusedError(" ".join(said))
    kind = recognition.kind
    reader = RowReader(recognition, known)
    told: Told = _MAKERS[kind](reader, recognition, known, key)
    totals = check_totals(recognition, told.counts)
    for difference in totals.differences:
        reader.warn("total_differs", difference.sentence(), difference.row, difference.column, difference.told)
    for note in recognition.notes:
        reader.warn("reading", note)
    new = tuple(h for h in told.hospitals if h not in set(known.hospitals))
    for name in new:
        reader.warn("new_hospital", f"Hospitalet '{name}' er nyt og bliver oprettet.", value=name)
    good = ~(reader.bad | reader.out)
    frame = told.frame if bool(good.all()) else told.frame[good].reset_index(drop=True)
    hospitals = (
        told.hospitals if bool(good.all()) or "hospital" not in frame else tuple(sorted(set(frame["hospital"]) - {""}))
    )
    problems, count = reader.problems(limit)
    return Checked(
        kind,
        frame,
        told.as_of,
        problems,
        count,
        int(reader.bad.sum()),
        reader.length,
        len(frame),
        int((reader.out & ~reader.bad).sum()),
        hospitals,
        tuple(h for h in new if h in hospitals),
        totals,
        recognition.mapping,
    )
