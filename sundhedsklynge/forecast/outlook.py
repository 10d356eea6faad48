"""Joint draws summed to the areas and weeks people ask about: means, quantiles and the contract's forecast table."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.areas import CLUSTER, COUNCIL, REGION, Organisation
from sundhedsklynge.domain.calendar import day_at, week_code
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.evidence import Evidence, Floats, Forecast
from sundhedsklynge.forecast.history import received_per_week

QUANTILES = (0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975)
QUANTILE_COLUMNS = ("q025", "q05", "q10", "q25", "q50", "q75", "q90", "q95", "q975")


MUNICIPALITY, TOTAL = "kommune", "i_alt"


@dataclass(frozen=True, slots=True)
class Scope:
    """A municipality, an area or the whole, as files out name it; `members` are municipality codes."""

    level: str
    code: str
    name: str
    members: tuple[int, ...]


def scopes(organisation: Organisation, municipalities: tuple[int, ...], day: dt.date) -> tuple[Scope, ...]:
    """Every scope with at least one of `municipalities`, in the organisation of `day`: municipalities, areas, then the whole."""
    known = set(municipalities)
    result = [Scope(MUNICIPALITY, str(code), organisation.name(code), (code,)) for code in municipalities]
    for kind in (CLUSTER, COUNCIL, REGION):
        for area in organisation.areas(kind, day):
            members = tuple(code for code in organisation.members(area, day) if code in known)
            if members:
                result.append(Scope(kind, area.code, area.name, members))
    return (*result, Scope(TOTAL, TOTAL, "I alt", municipalities))


@dataclass(frozen=True)
class Cell:
    """One area and procedure: mean (W,), quantiles (W, 9) of whole counts, booked (W,) operations (NaN: no snapshot reaches it)."""

    mean: Floats
    quantiles: Floats
    booked: Floats
    flags: tuple[str, ...]


def whole_quantiles(draws: NDArray[np.int32]) -> Floats:
    """Quantiles (..., 9) of draws (..., N): the smallest whole count with at least that share of the draws at or below it."""
    ordered = np.sort(draws, axis=-1)
    n = ordered.shape[-1]
    rank = np.maximum(np.ceil(np.array(QUANTILES) * n - 1e-9).astype(int) - 1, 0)
    return ordered[..., rank].astype(float)


@dataclass(frozen=True)
class Outlook:
    """A forecast with the names of its axes. `areas` are those of the as-of date, for the whole output."""

    as_of: dt.date
    evidence: Evidence
    areas: tuple[Scope, ...]
    forecast: Forecast
    _cells: dict[tuple[str, str, str], Cell] = field(default_factory=dict, repr=False)

    @property
    def municipalities(self) -> tuple[int, ...]:
        return self.evidence.municipalities

    @property
    def procedures(self) -> tuple[str, ...]:
        return self.evidence.procedures

    @property
    def weeks(self) -> list[dt.date]:
        """Mondays of the weeks forecast; the first holds the as-of date."""
        return [day_at(day) for day in self.forecast.weeks]

    def first(self, weeks: int) -> Outlook:
        """The first `weeks` weeks."""
        return Outlook(self.as_of, self.evidence, self.areas, self.forecast.first(weeks))

    def area(self, level: str, code: str) -> Scope:
        """The area with that level and code. Raises KeyError."""
        for area in self.areas:
            if (area.level, area.code) == (level, code):
                return area
        raise KeyError((level, code))

    def cell(self, level: str, code: str, procedure: str) -> Cell:
        """Mean, quantiles and bookings of an area; `procedure` may be `alle`. Sums are taken draw by draw."""
        key = (level, code, procedure)
        if key not in self._cells:
            self._cells[key] = self._compute(self.area(level, code), procedure)
        return self._cells[key]

    def draws(self, area: Scope, procedure: str) -> NDArray[np.int32]:
        """(W, N) joint draws of an area; a municipality counts once."""
        rows, columns = self._indices(area, procedure)
        return self.forecast.draws[np.ix_(rows, columns)].sum(axis=(0, 1), dtype=np.int32)

    def history(self, level: str, code: str, procedure: str, weeks_back: int) -> tuple[list[dt.date], Floats]:
        """The last `weeks_back` whole weeks before the as-of week: Mondays and plans received, NaN where a day of the week is missing for
        any municipality of the area."""
        rows, columns = self._indices(self.area(level, code), procedure)
        mondays, counts = received_per_week(self.evidence)
        chosen = counts[np.ix_(rows, columns)].sum(axis=(0, 1))[-weeks_back:]
        days = [day_at(day) for day in mondays[-weeks_back:]]
        return days, chosen

    def _indices(self, area: Scope, procedure: str) -> tuple[list[int], list[int]]:
        members = set(area.members)
        rows = [i for i, code in enumerate(self.municipalities) if code in members]
        columns = [i for i, name in enumerate(self.procedures) if procedure in (ALL, name)]
        return rows, columns

    def _compute(self, area: Scope, procedure: str) -> Cell:
        rows, columns = self._indices(area, procedure)
        draws = self.draws(area, procedure)
        booked = self.forecast.booked[np.ix_(rows, columns)].reshape(-1, draws.shape[0])
        known = ~np.isnan(booked)
        total = np.where(known.any(axis=0), np.where(known, booked, 0).sum(axis=0), np.nan)
        flags = dict.fromkeys(flag for m in rows for p in columns for flag in self.forecast.flags.get((m, p), ()))
        mean = self.forecast.mean[np.ix_(rows, columns)].sum(axis=(0, 1))
        return Cell(mean, whole_quantiles(draws), total, tuple(flags))

    def table(self) -> pd.DataFrame:
        """The contract's forecast rows: every area, procedure and week, sums over areas from the joint draws."""
        lines = [(area, procedure) for area in self.areas for procedure in (*self.procedures, ALL)]
        cells = [self.cell(area.level, area.code, procedure) for area, procedure in lines]
        quantiles = np.concatenate([cell.quantiles for cell in cells])
        return pd.DataFrame(
            {
                "som_af": self.as_of.isoformat(),
                **_by_week(lines, [week_code(week) for week in self.weeks]),
                "horisont": np.tile(np.arange(1, len(self.weeks) + 1), len(lines)),
                "booket": np.concatenate([cell.booked for cell in cells]),
                "middel": np.concatenate([cell.mean for cell in cells]),
                **{name: quantiles[:, i] for i, name in enumerate(QUANTILE_COLUMNS)},
            }
        )

    def received_table(self, weeks_back: int) -> pd.DataFrame:
        """Plans received in the last `weeks_back` whole weeks: niveau, kode, procedure, uge, modtaget (NaN where missing)."""
        mondays, counts = received_per_week(self.evidence)
        shown = counts[..., -weeks_back:]
        lines = [(area, procedure) for area in self.areas for procedure in (*self.procedures, ALL)]
        rows = _by_week(lines, [week_code(day_at(day)) for day in mondays[-weeks_back:]])
        del rows["navn"]
        sums = [shown[np.ix_(*self._indices(area, procedure))].sum(axis=(0, 1)) for area, procedure in lines]
        return pd.DataFrame({**rows, "modtaget": np.concatenate(sums)})


def _by_week(lines: list[tuple[Scope, str]], weeks: list[str]) -> dict[str, list[str]]:
    """The columns that name a row, `weeks` for each area and procedure. One frame of long columns: a frame of each line takes half a
    second more for the country, and leaves other threads hardly a turn meanwhile (measured: up to 0.2 s)."""
    return {
        "niveau": [area.level for area, _ in lines for _ in weeks],
        "kode": [area.code for area, _ in lines for _ in weeks],
        "navn": [area.name for area, _ in lines for _ in weeks],
        "procedure": [procedure for _, procedure in lines for _ in weeks],
        "uge": weeks * len(lines),
    }
