"""The room of how good earlier forecasts were: computed anew as of dates in the past, and those that were given out."""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from sundhedsklynge.domain.calendar import ONE_WEEK, day_at
from sundhedsklynge.domain.errors import DatabaseError, NothingToComputeError, UserError
from sundhedsklynge.domain.kinds import GOP, PLAN
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet, stop_if
from sundhedsklynge.forecast import MODEL_VERSION, WEEKS_AHEAD
from sundhedsklynge.forecast.backtest import GROUPS, MODEL, TAILS, Judged, Past, past_forecast, pit_histogram, scores
from sundhedsklynge.forecast.evidence import Evidence, Floats
from sundhedsklynge.forecast.history import received_per_week
from sundhedsklynge.forecast.model import predict
from sundhedsklynge.forecast.outlook import MUNICIPALITY, Outlook, Scope, scopes
from sundhedsklynge.store import frozen as stored
from sundhedsklynge.store import history, queries
from sundhedsklynge.store.kept_results import keep_results, kept_results
from sundhedsklynge.store.organisation import organisation
from sundhedsklynge.workspace.history import checksum
from sundhedsklynge.workspace.looks_back import LAYOUT, pack, rounded, unpack

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

log = logging.getLogger("sundhedsklynge")


WEEKS = WEEKS_AHEAD
STEP = 4  # weeks between as-of dates: each group of horizons then sees each week once
SPAN = 48  # weeks back, so that a usual backtest has thirteen as-of dates
HISTORY = 26 * ONE_WEEK  # of plans received before the first as-of date: with less, nothing is being tested
DRAWS = 1000
SURELY = 3.0
EXPORT, SHOWN, WRITTEN = "eksport", "vist", "fil"  # why a forecast was frozen


@dataclass(frozen=True)
class Group:
    """Some outcomes of one place, or of several taken one by one. name: a group of horizons, a procedure or `alle`.

    hits: outcomes inside the 50, 80 and 95 % interval, of `n`. held: hits the intervals themselves promised, the sum of what each held of
    its law; doubt: standard deviation of the hits about that, were the weeks independent. errors: mean absolute error in plans a week,
    wis: mean weighted interval score, by model and rule. beaten: by rule, in how many of `of` forecasts the model's score was the lower.
    above: outcomes above the median, those at it counting half. pit: (10,) shares.
    """

    name: str
    n: int
    hits: tuple[int, ...]
    held: tuple[float, ...]
    doubt: tuple[float, ...]
    errors: dict[str, float]
    wis: dict[str, float]
    beaten: dict[str, int]
    of: int
    above: float
    pit: Floats

    def honest(self, interval: int) -> int:
        """0 where the hits of that interval (0, 1, 2: 50, 80, 95 %) are what it promised, -1 for too few, 1 for too many.

        Told from three standard deviations of independent weeks on: the weeks of one forecast hang together, so that two would call chance
        a fault.
        """
        off = self.hits[interval] - self.held[interval]
        return 0 if abs(off) <= SURELY * max(self.doubt[interval], 0.5) else int(np.sign(off))


@dataclass(frozen=True)
class Record:
    """How good forecasts of one place and procedure were; groups without outcomes are left out.

    groups: by horizon. whole: all horizons. procedures: each procedure and `alle`, all horizons. each: the municipalities of an area one by
    one, None for a single municipality.
    """

    level: str
    code: str
    procedure: str
    as_ofs: tuple[dt.date, ...]
    groups: tuple[Group, ...]
    whole: Group | None = None
    procedures: tuple[Group, ...] = ()
    each: Group | None = None


@dataclass(frozen=True)
class GivenOut:
    """A forecast that was given out, scored as far as its weeks have passed: `inside` of `n` weeks in the 80 % interval.

    made_at, made_by: when first and by whom; whys: for what, in that order (a forecast shown, then exported, is one). overrides: reasons.
    """

    as_of: dt.date
    made_at: dt.datetime
    made_by: str
    model_version: str
    whys: tuple[str, ...]
    overrides: tuple[str, ...]
    n: int
    inside: int
    error: float


class Accuracy:
    """Reached as `Workspace.accuracy`. What was computed is kept, in the database too, until anything it rests on changes: a date in the
    past stays what it was."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._stamp = ""
        self._pasts: dict[dt.date, Past | None] = {}  # under that stamp; None: nothing was known that morning

    # As of dates in the past --------------------------------------------------------------------------------------------

    def dates(self, first: dt.date | None = None, last: dt.date | None = None, step: int = STEP) -> list[dt.date]:
        """The as-of dates of a backtest: from `first` in steps of weeks, else back from `last`, which is else the newest with four
        weeks behind it. Raises UserError for dates the wrong way round, NothingToComputeError where there is too little history.
        """
        newest = self._workspace.default_as_of()
        end = last or newest - STEP * ONE_WEEK
        if first is not None:
            if first > end:
                raise UserError("Startdatoen ligger efter slutdatoen.", "Byt datoerne om.")
            return [first + i * step * ONE_WEEK for i in range((end - first).days // (7 * step) + 1)]
        evidence = self._workspace.evidence(newest)
        start = day_at(evidence.first_day) + HISTORY
        steps = min(SPAN // step, (end - start).days // (7 * step))
        if steps < 0 or not evidence.observed.size:
            raise NothingToComputeError(
                "Der er for lidt historik til at se, hvor gode tidligere prognoser ville have været.",
                "Importér modtagne genoptræningsplaner for mindst et halvt år.",
            )
        return [end - i * step * ONE_WEEK for i in range(steps, -1, -1)]

    def table(
        self,
        first: dt.date | None = None,
        last: dt.date | None = None,
        step: int = STEP,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> pd.DataFrame:
        """The contract's backtest rows. Raises CancelledError, NothingToComputeError where no week of any forecast has passed."""
        rows = [
            {
                "som_af": score.as_of.isoformat(),
                "niveau": score.level,
                "procedure": score.procedure,
                "horisontgruppe": score.horizons,
                "model": score.model,
                "wis": score.wis,
                "mae": score.mae,
                "daekning50": score.inside50,
                "daekning80": score.inside80,
                "daekning95": score.inside95,
                "n": score.n,
            }
            for past in self._run(self.dates(first, last, step), progress, cancelled)
            for score in scores(past)
        ]
        return pd.DataFrame(rows)

    def record(
        self,
        level: str,
        code: str,
        procedure: str = ALL,
        first: dt.date | None = None,
        last: dt.date | None = None,
        step: int = STEP,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> Record:
        """How good forecasts of one place and procedure would have been. Raises as `table`."""
        return judge(self._run(self.dates(first, last, step), progress, cancelled), level, code, procedure)

    def _run(self, days: Sequence[dt.date], progress: Progress, cancelled: Cancelled) -> list[Past]:
        stamp = self._rests_on()
        if stamp != self._stamp:
            self._pasts = {day: unpack(result) for day, result in kept_results(self._db, stamp).items()}
            self._stamp = stamp
        pasts, missing = self._pasts, [day for day in days if day not in self._pasts]
        latest = self._latest() if missing else None
        new: dict[dt.date, Past | None] = {}
        try:
            for i, day in enumerate(days):
                stop_if(cancelled)
                if latest is not None and day not in pasts:
                    new[day] = pasts[day] = self._look_back(day, latest)
                progress((i + 1) / len(days))
        finally:
            self._keep(stamp, new)
        if self._stamp != stamp:  # others stored or took back a file meanwhile
            return self._run(days, progress, cancelled)
        done = [past for day in days if (past := pasts[day]) is not None]
        if all(np.isnan(past.came).all() for past in done):
            raise NothingToComputeError(
                "Ingen uge efter de valgte datoer er gået og fuldt kendt.",
                "Vælg tidligere datoer, eller importér nyere genoptræningsplaner.",
            )
        return done

    def _latest(self) -> Evidence:
        """What is known now, as it lies in the database, whatever the workspace keeps: the stamp is of that."""
        return queries.evidence(self._db, self._workspace.default_as_of())

    def _look_back(self, day: dt.date, latest: Evidence) -> Past | None:
        known = queries.evidence(self._db, day)
        if not known.municipalities:
            return None
        areas = scopes(organisation(self._db), known.municipalities, day)
        outlook = Outlook(day, known, areas, predict(known, WEEKS, DRAWS))
        return rounded(past_forecast(outlook, latest))

    def _rests_on(self) -> str:
        """Stamp of all that a look back rests on: the model, the plans in force with the reading of each, places and areas."""
        files = [
            (entry.id, entry.sha256)
            for entry in history.imports(self._db)
            if entry.kind in (PLAN, GOP) and entry.undone_at is None
        ]
        places = organisation(self._db)
        said = repr((MODEL_VERSION, LAYOUT, WEEKS, DRAWS, sorted(files), places.municipalities, places.memberships))
        return hashlib.sha256(said.encode()).hexdigest()

    def _keep(self, stamp: str, new: Mapping[dt.date, Past | None]) -> None:
        """A database that cannot be written to now is no reason not to show what was found."""
        if not new:
            return
        try:
            if self._rests_on() != stamp:
                self._stamp = ""
                return
            keep_results(self._db, stamp, {day: pack(past) for day, past in new.items()})
        except DatabaseError as error:
            log.warning("%d looks back are not kept: %s", len(new), error)

    # Forecasts given out -------------------------------------------------------------------------------------------------

    def freeze(self, outlook: Outlook, why: str = SHOWN) -> bool:
        """Keeps a forecast as it is given out; whether it was new and could be kept. The same forecast of the same files is kept once;
        a database that cannot be written to now must not stop who only reads.
        """
        plans = [entry for entry in self._workspace.imports() if entry.kind in (PLAN, GOP)]
        overrides = self._workspace.overrides.in_force(outlook.as_of, len(outlook.weeks))
        assumptions: dict[str, Any] = {
            "filer": checksum(plans),
            "anledning": why,
            "rettelser": [o.id for o in overrides],
            "begrundelser": [o.reason for o in overrides],
        }
        try:
            return stored.freeze(self._db, outlook.as_of, MODEL_VERSION, assumptions, outlook.table())
        except DatabaseError as error:
            log.warning("the forecast of %s is not kept: %s", outlook.as_of, error)
            return False

    def given_out(self, level: str, code: str, procedure: str = ALL) -> list[GivenOut]:
        """Forecasts that were given out, newest first, scored on one place and procedure as far as its weeks are known now."""
        latest = self._workspace.evidence()
        mondays, counts = received_per_week(latest)
        came_by_week = {day_at(day): counts[:, :, i] for i, day in enumerate(mondays)}
        found: dict[tuple[object, ...], GivenOut] = {}
        for entry in reversed(stored.frozen(self._db)):
            said, why = dict(entry.assumptions), str(entry.assumptions.get("anledning", ""))
            rows = stored.frozen_rows(self._db, entry.id, level, code, procedure)
            same = (entry.as_of, entry.model_version, said.get("filer"), str(said.get("rettelser")), len(rows))
            if same in found:
                later = found[same]
                whys = (why, *(other for other in later.whys if other != why))
                found[same] = replace(later, made_at=entry.made_at, made_by=entry.made_by, whys=whys)
                continue
            areas = scopes(self._workspace.organisation(), latest.municipalities, entry.as_of)
            came = np.array(
                [_of_area(came_by_week.get(w), latest, areas, level, code, procedure) for w in rows["week"]]
            )
            known = ~np.isnan(came) if len(came) else np.zeros(0, bool)
            low, high, mean = (rows[name].to_numpy(float)[known] for name in ("q10", "q90", "mean"))
            seen = came[known]
            found[same] = GivenOut(
                entry.as_of,
                entry.made_at,
                entry.made_by,
                entry.model_version,
                (why,),
                tuple(said.get("begrundelser", ())),
                int(known.sum()),
                int(((seen >= low) & (seen <= high)).sum()),
                float(np.abs(seen - mean).mean()) if len(seen) else float("nan"),
            )
        return list(found.values())


def judge(pasts: Sequence[Past], level: str, code: str, procedure: str) -> Record:
    """The forecasts of one place and procedure, scored by group of horizons, together, and beside the other procedures."""
    here = [(past, area) for past in pasts for area in past.areas if (area.level, area.code) == (level, code)]
    here = [(past, area) for past, area in here if procedure in past.procedures]

    def pooled(name: str, of: str, lo: int = 0, hi: int = WEEKS, *, one_by_one: bool = False) -> Group | None:
        picked: list[_Picked] = []
        for past, area in here:
            if of in past.procedures:
                places = _municipalities(past, area) if one_by_one else [past.areas.index(area)]
                picked.append(_pick(past, places, past.procedures.index(of), lo, hi))
        return _group(name, picked)

    by_horizon = (pooled(name, procedure, lo, hi) for name, (lo, hi) in GROUPS.items())
    names = dict.fromkeys(name for past, _ in here for name in past.procedures)
    by_procedure = (pooled(name, name) for name in names)
    return Record(
        level,
        code,
        procedure,
        tuple(past.as_of for past, _ in here),
        tuple(group for group in by_horizon if group),
        pooled(ALL, procedure),
        tuple(group for group in by_procedure if group),
        pooled(ALL, procedure, one_by_one=True) if level != MUNICIPALITY else None,
    )


def _municipalities(past: Past, area: Scope) -> list[int]:
    """Positions of an area's municipalities."""
    members = set(area.members)
    return [i for i, a in enumerate(past.areas) if a.level == MUNICIPALITY and members.issuperset(a.members)]


@dataclass(frozen=True)
class _Picked:
    """Some rows (areas) and weeks of one look back: came (R, W), held (3, R, W), judged by model (R, W)."""

    came: Floats
    held: Floats
    judged: dict[str, Judged]


def _pick(past: Past, rows: Sequence[int], p: int, lo: int, hi: int) -> _Picked:
    at = (list(rows), p, slice(lo, hi))
    judged = {
        name: Judged(*(getattr(of, part.name)[at] for part in fields(Judged))) for name, of in past.judged.items()
    }
    return _Picked(past.came[at], past.held[(slice(None), *at)], judged)


def _group(name: str, picked: Sequence[_Picked]) -> Group | None:
    """None without outcomes."""
    if not any((~np.isnan(p.came)).any() for p in picked):
        return None
    came = np.concatenate([p.came for p in picked])  # (forecasts, weeks)
    known = ~np.isnan(came)
    judged = {
        model: Judged(*(np.concatenate([getattr(p.judged[model], f.name) for p in picked]) for f in fields(Judged)))
        for model in picked[0].judged
    }
    held = np.concatenate([p.held for p in picked], axis=1)[:, known]
    mine, some = judged[MODEL], known.any(1)
    lost = {model: np.where(known, of.wis, 0).sum(1)[some] for model, of in judged.items()}
    low, high = mine.below[known], mine.upto[known]
    return Group(
        name,
        int(known.sum()),
        tuple(int(mine.inside(tail)[known].sum()) for tail in TAILS),
        tuple(held.sum(1).tolist()),
        tuple(np.sqrt((held * (1 - held)).sum(1)).tolist()),
        {model: float(np.abs(of.mean - came)[known].mean()) for model, of in judged.items()},
        {model: float(of.wis[known].mean()) for model, of in judged.items()},
        {model: int((lost[MODEL] < other).sum()) for model, other in lost.items() if model != MODEL},
        int(some.sum()),
        float((low >= 0.5).sum() + 0.5 * ((low < 0.5) & (high > 0.5)).sum()),
        pit_histogram(low, high),
    )


def _of_area(
    counts: Floats | None, evidence: Evidence, areas: Sequence[Scope], level: str, code: str, procedure: str
) -> float:
    """Plans received in an area in one week; NaN where not wholly known. counts: (M, P)."""
    area = next((a for a in areas if (a.level, a.code) == (level, code)), None)
    if counts is None or area is None:
        return float("nan")
    columns = np.array([procedure in (ALL, name) for name in evidence.procedures])
    return float(counts[np.isin(evidence.municipalities, area.members)][:, columns].sum())
