"""The room of how good earlier forecasts were: computed anew as of dates in the past, and those that were given out."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from sundhedsklynge.domain.calendar import ONE_DAY, ONE_WEEK
from sundhedsklynge.domain.errors import CancelledError, DatabaseError, NothingToComputeError, UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast import MODEL_VERSION
from sundhedsklynge.forecast.backtest import GROUPS, MEAN8, MODEL, Score, backtest, outcomes, simple_rules
from sundhedsklynge.forecast.evidence import Bools, Evidence, Floats, Forecast
from sundhedsklynge.forecast.history import received_per_week
from sundhedsklynge.forecast.model import predict
from sundhedsklynge.forecast.outlook import Outlook, Scope, scopes
from sundhedsklynge.store import frozen as stored
from sundhedsklynge.store import queries
from sundhedsklynge.workspace.history import checksum

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

log = logging.getLogger("sundhedsklynge")

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

EPOCH = dt.date(1970, 1, 1)
WEEKS = 12
STEP = 4  # weeks between as-of dates: each group of horizons then sees each week once
SPAN = 48  # weeks back, so that a usual backtest has thirteen as-of dates
HISTORY = 26 * ONE_WEEK  # of plans received before the first as-of date: with less, nothing is being tested
EXPORT, SHOWN = "eksport", "vist"  # why a forecast was frozen


def _quiet(_share: float) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Past:
    """One forecast of the past beside what came: A areas, P + 1 procedures (the last is `alle`), W weeks.

    came: (A, P + 1, W), NaN where the week is not wholly known now. below, upto: (A, P + 1, W) share of the draws below
    and at most what came. mean: expected, by model or rule (A, P + 1, W).
    """

    as_of: dt.date
    areas: dict[tuple[str, str], int]
    procedures: tuple[str, ...]
    came: Floats
    below: Floats
    upto: Floats
    mean: dict[str, Floats]


@dataclass(frozen=True)
class Group:
    """One group of horizons in one place. hits: outcomes inside the 50, 80 and 95 % interval, of `n`. errors: mean
    absolute error in plans a week, by model and rule. beaten: by rule, in how many of `of` forecasts the model was
    nearer. above: outcomes above the median, those at it counting half. pit: (10,) shares.
    """

    horizons: str
    n: int
    hits: tuple[int, int, int]
    errors: dict[str, float]
    beaten: dict[str, int]
    of: int
    above: float
    pit: Floats


@dataclass(frozen=True)
class Record:
    """How good forecasts of one place and procedure were, by group of horizons (those without outcomes left out)."""

    level: str
    code: str
    procedure: str
    as_ofs: tuple[dt.date, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class GivenOut:
    """A forecast that was given out, scored as far as its weeks have passed: `inside` of `n` weeks in the 80 % interval."""

    as_of: dt.date
    made_at: dt.datetime
    made_by: str
    model_version: str
    why: str
    overrides: tuple[str, ...]
    n: int
    inside: int
    error: float


@dataclass(frozen=True)
class _Scored:
    scores: tuple[Score, ...]
    past: Past


class Accuracy:
    """Reached as `Workspace.accuracy`. What was computed is kept until files come or go: a date in the past stays what it was."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._scored: dict[tuple[str, dt.date], _Scored | None] = {}

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
        start = EPOCH + evidence.first_day * ONE_DAY + HISTORY
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
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> pd.DataFrame:
        """The contract's backtest rows. Raises CancelledError, NothingToComputeError where no week of any forecast has passed."""
        done = self._run(self.dates(first, last, step), progress, cancelled)
        rows = [
            {
                "som_af": scored.past.as_of.isoformat(),
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
            for scored in done
            for score in scored.scores
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
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> Record:
        """How good forecasts of one place and procedure would have been. Raises as `table`."""
        done = self._run(self.dates(first, last, step), progress, cancelled)
        return judge([scored.past for scored in done], level, code, procedure)

    def _run(self, days: Sequence[dt.date], progress: Progress, cancelled: Cancelled) -> list[_Scored]:
        stamp = checksum(self._workspace.imports())
        latest = self._workspace.evidence()
        done: list[_Scored] = []
        for i, day in enumerate(days):
            if cancelled():
                raise CancelledError
            key = (stamp, day)
            if key not in self._scored:
                self._scored = {k: kept for k, kept in self._scored.items() if k[0] == stamp}
                self._scored[key] = self._score(day, latest)
            scored = self._scored[key]
            if scored is not None:
                done.append(scored)
            progress((i + 1) / len(days))
        if not any(scored.scores for scored in done):
            raise NothingToComputeError(
                "Ingen uge efter de valgte datoer er gået og fuldt kendt.",
                "Vælg tidligere datoer, eller importér nyere genoptræningsplaner.",
            )
        return done

    def _score(self, day: dt.date, latest: Evidence) -> _Scored | None:
        """None where nothing was known on that morning."""
        known = queries.evidence(self._db, day)
        if not known.municipalities:
            return None
        made: list[Forecast] = []

        def law(evidence: Evidence, weeks: int, draws: int) -> Forecast:
            made.append(predict(evidence, weeks, draws))
            return made[-1]

        scores = tuple(backtest(lambda _: known, [(day - EPOCH).days], latest, WEEKS, forecast=law))
        areas = scopes(self._workspace.organisation(), known.municipalities, day)
        return _Scored(scores, past_forecast(Outlook(day, known, areas, made[0]), latest))

    # Forecasts given out -------------------------------------------------------------------------------------------------

    def freeze(self, outlook: Outlook, why: str = SHOWN) -> bool:
        """Keeps a forecast as it is given out; whether it was new and could be kept. The same forecast of the same files is kept once;
        a database that cannot be written to now must not stop who only reads.
        """
        assumptions: dict[str, Any] = {
            "filer": checksum(self._workspace.imports()),
            "anledning": why,
            "rettelser": [o.id for o in self._workspace.overrides.in_force(outlook.as_of, len(outlook.weeks))],
            "begrundelser": [o.reason for o in self._workspace.overrides.in_force(outlook.as_of, len(outlook.weeks))],
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
        came_by_week = {EPOCH + int(day) * ONE_DAY: counts[:, :, i] for i, day in enumerate(mondays)}
        found: list[GivenOut] = []
        for entry in reversed(stored.frozen(self._db)):
            rows = stored.frozen_rows(self._db, entry.id, level, code, procedure)
            areas = scopes(self._workspace.organisation(), latest.municipalities, entry.as_of)
            came = np.array(
                [_of_area(came_by_week.get(w), latest, areas, level, code, procedure) for w in rows["week"]]
            )
            known = ~np.isnan(came) if len(came) else np.zeros(0, bool)
            low, high, mean = (rows[name].to_numpy(float)[known] for name in ("q10", "q90", "mean"))
            seen = came[known]
            found.append(
                GivenOut(
                    entry.as_of,
                    entry.made_at,
                    entry.made_by,
                    entry.model_version,
                    str(entry.assumptions.get("anledning", "")),
                    tuple(entry.assumptions.get("begrundelser", ())),
                    int(known.sum()),
                    int(((seen >= low) & (seen <= high)).sum()),
                    float(np.abs(seen - mean).mean()) if len(seen) else float("nan"),
                )
            )
        return found


def past_forecast(outlook: Outlook, latest: Evidence) -> Past:
    """A forecast of the past beside what came, for every area and procedure of its date."""
    known, weeks = outlook.evidence, len(outlook.weeks)
    actual, whole = outcomes(known, latest, weeks)
    actual = np.where(whole[:, None], actual, np.nan)
    procedures = (*outlook.procedures, ALL)
    shape = (len(outlook.areas), len(procedures), weeks)
    came, below, upto = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    rules = simple_rules(known, weeks)
    mean = {name: np.zeros(shape) for name in (MODEL, *rules)}
    expected = {MODEL: outlook.forecast.mean, **rules}
    for a, area in enumerate(outlook.areas):
        rows = np.isin(known.municipalities, area.members)
        for p, procedure in enumerate(procedures):
            columns = np.array([procedure in (ALL, name) for name in outlook.procedures])
            came[a, p] = actual[rows][:, columns].sum((0, 1))
            draws = outlook.draws(area, procedure)
            below[a, p] = (draws < came[a, p][:, None]).mean(1)
            upto[a, p] = (draws <= came[a, p][:, None]).mean(1)
            for name, values in expected.items():
                mean[name][a, p] = values[rows][:, columns].sum((0, 1))
    places = {(area.level, area.code): a for a, area in enumerate(outlook.areas)}
    return Past(outlook.as_of, places, procedures, came, below, upto, mean)


def judge(pasts: Sequence[Past], level: str, code: str, procedure: str) -> Record:
    """The forecasts of one place and procedure, scored by group of horizons.

    A count is inside a central interval where its distribution function reaches the lower limit and the count below it
    does not reach the upper one: the same as lying between the quantiles.
    """
    here = [p for p in pasts if (level, code) in p.areas and procedure in p.procedures]
    at = [(p.areas[level, code], p.procedures.index(procedure)) for p in here]
    came, below, upto = (
        np.array([getattr(p, name)[cell] for p, cell in zip(here, at, strict=True)]).reshape(-1, WEEKS)
        for name in ("came", "below", "upto")
    )
    names = list(here[0].mean) if here else [MODEL, MEAN8]
    errors = {
        name: np.abs(np.array([p.mean[name][cell] for p, cell in zip(here, at, strict=True)]).reshape(-1, WEEKS) - came)
        for name in names
    }
    groups: list[Group] = []
    for horizons, (lo, hi) in GROUPS.items():
        known = ~np.isnan(came[:, lo:hi])
        if known.any():
            groups.append(
                _group(
                    horizons,
                    known,
                    below[:, lo:hi],
                    upto[:, lo:hi],
                    {name: error[:, lo:hi] for name, error in errors.items()},
                )
            )
    return Record(level, code, procedure, tuple(p.as_of for p in here), tuple(groups))


def _group(horizons: str, known: Bools, below: Floats, upto: Floats, errors: dict[str, Floats]) -> Group:
    low, high = below[known], upto[known]
    hits = tuple(int(((high >= tail) & (low < 1 - tail)).sum()) for tail in (0.25, 0.1, 0.025))
    by_forecast = {name: np.where(known, error, 0).sum(1)[known.any(1)] for name, error in errors.items()}
    width = np.maximum(high - low, 1e-9)
    edges = np.linspace(0, 1, 11)
    reached = np.clip((edges - low[:, None]) / width[:, None], 0, 1)
    reached[:, -1] = 1
    return Group(
        horizons,
        int(known.sum()),
        (hits[0], hits[1], hits[2]),
        {name: float(error[known].mean()) for name, error in errors.items()},
        {name: int((by_forecast[MODEL] < other).sum()) for name, other in by_forecast.items() if name != MODEL},
        int(known.any(1).sum()),
        float((low >= 0.5).sum() + 0.5 * ((low < 0.5) & (high > 0.5)).sum()),
        np.diff(reached, axis=1).mean(0),
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
