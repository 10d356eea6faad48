"""The room of *why this number*: the parts a forecast adds up from, where each comes from, and where the expectation moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.domain.calendar import ONE_DAY, ONE_WEEK, day_at, day_number, is_closed, monday, week_text
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.bookings import LEADS
from sundhedsklynge.forecast.evidence import Evidence, Floats, Indices, Ints
from sundhedsklynge.forecast.learn import Learnt, learn
from sundhedsklynge.forecast.outlook import Outlook, Scope, scopes, whole_quantiles
from sundhedsklynge.store import queries
from sundhedsklynge.store.overrides import Override
from sundhedsklynge.workspace.movement import Movement, movement_line, movements
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.overrides import in_words
from sundhedsklynge.workspace.words import counted, listed, number, percent, short_date

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

RECEIVED, PERFORMED, BOOKED, NOT_BOOKED, LEVEL, BASE, HOLIDAY, OVERRIDE = (
    "received",
    "performed",
    "booked",
    "not_booked",
    "level",
    "base",
    "holiday",
    "override",
)
NAMES = {
    RECEIVED: "Allerede modtaget",
    PERFORMED: "Plan på vej",
    BOOKED: "Booket",
    NOT_BOOKED: "Ikke booket endnu",
    LEVEL: "Ændret niveau",
    BASE: "Ambulant og akut",
    HOLIDAY: "Helligdage, ferie",
    OVERRIDE: "Jeres rettelse",
}
PAST_WEEKS = 8
YEAR = 52  # weeks
AGO = 6  # days: a week between files, of which one may come a day early


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a number: plans (negative where it takes away), what it is called, where it comes from."""

    key: str
    name: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class HospitalPart:
    """What one hospital gives of the plans still to come. name "": not said by which hospital.

    extracted: of its newest plan, None where it has none. booked: operations planned in the week, None where its plan does not reach it.
    performed, planned: shares (0-1) of what is booked at that distance that is then performed, and of operations that give a plan;
    days: half of the plans have come that long after the operation. None where it has no plan to learn them from.
    """

    name: str
    plans: float
    extracted: dt.date | None
    age_days: int | None
    booked: float | None
    performed: float | None
    planned: float | None
    days: int | None

    def sentence(self) -> str:
        """The hospital in words."""
        said = f"{self.name or 'Uden angivet hospital'}: {number(self.plans, 1)} planer"
        if self.extracted is None:
            return f"{said}. Ingen plan er delt; tallet bygger på det sædvanlige."
        said += f". Plan fra {short_date(self.extracted)} ({counted(self.age_days or 0, 'dag', 'dage')} gammel)"
        if self.booked is None:
            return f"{said}, som ikke når ugen."
        said += f": {counted(round(self.booked), 'operation', 'operationer')} i ugen."
        if not self.booked or self.performed is None or self.planned is None or self.days is None:
            return said
        performed, planned = percent(min(self.performed, 1.0)), percent(min(self.planned, 1.0))
        return (
            f"{said} Af det, der er booket så langt frem, gennemføres {performed}, og {planned} af operationerne giver en plan, "
            f"oftest inden for {counted(self.days, 'dag', 'dage')}."
        )


@dataclass(frozen=True)
class Explanation:
    """Why a number is as it is. The parts sum to `mean` exactly. quantiles: (9,) whole counts.

    past: the weeks the number can be held against, (Monday, plans or NaN); last_year: the same week last year. private: expected private
    referrals among them, with quantiles (9,).
    """

    place: str
    procedure: str
    as_of: dt.date
    week: dt.date
    mean: float
    quantiles: Floats
    parts: tuple[Part, ...]
    hospitals: tuple[HospitalPart, ...]
    past: tuple[tuple[dt.date, float], ...]
    last_year: float
    private: float
    private_quantiles: Floats
    overrides: tuple[Override, ...]

    def shown(self, decimals: int = 1) -> tuple[float, tuple[float, ...]]:
        """The mean and the parts, rounded so that what is seen adds up."""
        (total,) = rounded_to_sum([self.mean], self.mean, decimals)
        return total, rounded_to_sum([part.value for part in self.parts], self.mean, decimals)

    def past_in_words(self) -> str:
        """The past weeks in a sentence."""
        known = [count for _, count in self.past if count == count]
        if not known:
            return "Ingen tidligere uger er fuldt kendte."
        last = max(week for week, count in self.past if count == count)
        said = (
            f"De seneste {counted(len(known), 'kendte uge', 'kendte uger')} kom {', '.join(number(c) for c in known)}"
        )
        said += f" (til og med {week_text(last)}), i snit {number(sum(known) / len(known), 1)}."
        if self.last_year == self.last_year:
            said += f" Samme uge sidste år: {number(self.last_year)}."
        return said


def rounded_to_sum(values: Sequence[float], total: float, decimals: int = 1) -> tuple[float, ...]:
    """Values rounded so that they add up to the rounded total: those cut most get the rest (largest remainder)."""
    unit = 10.0**decimals
    scaled = np.asarray(values, float) * unit
    floor = np.floor(scaled)
    missing = round(total * unit) - int(floor.sum())
    order = np.argsort(floor - scaled, kind="stable")
    floor[order[: max(missing, 0)]] += 1
    return tuple((floor / unit).tolist())


class Explain:
    """Reached as `Workspace.explain`. Without an `as_of` the newest data speak; `weeks` is the number of weeks ahead."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def cell(
        self, level: str, code: str, procedure: str, week: dt.date, as_of: dt.date | None = None, weeks: int = 12
    ) -> Explanation:
        """Why the expectation of one place, procedure (`alle` is the sum) and week is as it is.

        Raises UserError for a place, procedure or week the forecast does not hold, NothingToComputeError.
        """
        outlook = self._workspace.forecast(as_of, weeks)
        key = ("explain", level, code, procedure, week, outlook.as_of, weeks)
        return self._workspace.keep(key, lambda: self._cell(outlook, level, code, procedure, week))

    def _cell(self, outlook: Outlook, level: str, code: str, procedure: str, week: dt.date) -> Explanation:
        area = next((a for a in outlook.areas if (a.level, a.code) == (level, code)), None)
        if area is None or procedure not in (*outlook.procedures, ALL) or monday(week) not in outlook.weeks:
            raise UserError(
                f"Prognosen har intet tal for {code}, {procedure}, {week_text(week)}.", "Vælg et felt i tabellen."
            )
        w = outlook.weeks.index(monday(week))
        rows, columns = _indices(outlook, area, procedure)
        cells, forecast = np.ix_(rows, columns, [w]), outlook.forecast
        overrides = self._workspace.overrides.touching(level, code, procedure, outlook.as_of, len(outlook.weeks))
        here = tuple(
            o
            for o in overrides
            if o.first_day <= outlook.weeks[w] and (not o.last_day or outlook.weeks[w] <= o.last_day)
        )
        hospitals = self._hospitals(outlook, rows, columns, w)
        parts = tuple(
            Part(name, NAMES[name], value, self._source(name, outlook, rows, w, hospitals, here))
            for name, value in ((name, float(amount[cells].sum())) for name, amount in forecast.parts.items())
            if value or name in (BOOKED, BASE)
        )
        cell = outlook.cell(level, code, procedure)
        private, private_quantiles = private_referrals(outlook, level, code, procedure)
        days, counts = outlook.history(level, code, procedure, PAST_WEEKS)
        year_days, year_counts = outlook.history(level, code, procedure, YEAR + 1)
        same = outlook.weeks[w] - YEAR * ONE_WEEK
        return Explanation(
            place=area.name,
            procedure=procedure,
            as_of=outlook.as_of,
            week=outlook.weeks[w],
            mean=float(cell.mean[w]),
            quantiles=cell.quantiles[w],
            parts=parts,
            hospitals=hospitals,
            past=tuple(zip(days, counts.tolist(), strict=True)),
            last_year=float(year_counts[year_days.index(same)]) if same in year_days else float("nan"),
            private=float(private[w]),
            private_quantiles=private_quantiles[w],
            overrides=here,
        )

    def _source(
        self,
        name: str,
        outlook: Outlook,
        rows: Sequence[int],
        w: int,
        hospitals: Sequence[HospitalPart],
        overrides: Sequence[Override],
    ) -> str:
        if name in (RECEIVED, BASE):
            return f"modtagne planer til og med {_last_receipt(outlook.evidence, rows)}"
        if name in (PERFORMED, BOOKED):
            told = [
                f"{h.name} {short_date(h.extracted)}"
                for h in hospitals
                if h.extracted and (h.booked or name == PERFORMED)
            ]
            return f"operationsplaner: {listed(told)}" if told else "ingen operationer er booket i ugen"
        if name == HOLIDAY:
            closed = [day for i in range(5) if is_closed(day := outlook.weeks[w] + i * ONE_DAY)]
            dates = f": lukket {listed([short_date(d) for d in closed])}" if closed else ""
            return f"tidligere års ferier og helligdage{dates}"
        if name == LEVEL:
            return "flere eller færre bookinger end sædvanligt, eller et nyt niveau i modtagne planer"
        if name == OVERRIDE:
            return "; ".join(f"{in_words(o)}: {o.reason} ({o.made_by})" for o in overrides)
        return "hvad der plejer at komme til senere, lært af tidligere planer"

    def _hospitals(self, outlook: Outlook, rows: list[int], columns: list[int], w: int) -> tuple[HospitalPart, ...]:
        evidence, forecast = outlook.evidence, outlook.forecast
        plans = forecast.sources[rows][:, :, columns, w].sum((0, 2))
        routes = _Routes(self._learnt(outlook))
        found = [
            routes.part(evidence, h, float(plans[h]), int(forecast.plan_age[h]), rows, columns, outlook.weeks[w])
            for h in range(len(evidence.hospitals))
        ]
        if plans[-1] > 0:
            found.append(HospitalPart("", float(plans[-1]), None, None, None, None, None, None))
        least = 0.005 * float(plans.sum())
        return tuple(sorted((h for h in found if h.plans > least or h.booked), key=lambda h: -h.plans))

    def _learnt(self, outlook: Outlook) -> Learnt:
        weeks = len(outlook.weeks)
        return self._workspace.keep(("learnt", outlook.as_of, weeks), lambda: learn(outlook.evidence, weeks))

    # Where the expectation moved ----------------------------------------------------------------------------------------

    def moved(self, as_of: dt.date | None = None, before: dt.date | None = None, weeks: int = 12) -> list[Movement]:
        """Weeks whose expectation moved more than chance since `before` (else `last_time`), heaviest first."""
        now = self._workspace.forecast(as_of, weeks)
        then = self._then(now, before)
        if then is None:
            return []
        key = ("moved", now.as_of, then.as_of, weeks)
        return self._workspace.keep(key, lambda: movements(then, now))

    def warnings(self, as_of: dt.date | None = None, most: int = 10) -> list[ChangeLine]:
        """The same as lines for *what is new*, the heaviest week of each place."""
        heaviest: dict[Scope, Movement] = {}
        for found in self.moved(as_of):
            heaviest.setdefault(found.area, found)
        return [movement_line(found) for found in list(heaviest.values())[:most]]

    def _then(self, now: Outlook, before: dt.date | None) -> Outlook | None:
        day = before or last_time(now.evidence)
        if day is None:
            return None
        weeks = len(now.weeks)

        def compute() -> Outlook | None:
            known = queries.evidence(self._workspace.database, day)
            if not known.municipalities:
                return None
            areas = scopes(self._workspace.organisation(), known.municipalities, day)
            return Outlook(day, known, areas, self._workspace.overrides.predict(known, weeks))

        key = ("then", now.as_of, weeks) if before is None else ("then", now.as_of, weeks, before)
        return self._workspace.keep(key, compute)


@dataclass(frozen=True)
class _Routes:
    """What was learnt on the way from a booking to a plan, per hospital."""

    learnt: Learnt

    def part(
        self, evidence: Evidence, h: int, plans: float, age: int, rows: list[int], columns: list[int], week: dt.date
    ) -> HospitalPart:
        """One hospital's way for the municipalities `rows` and procedures `columns`."""
        name = evidence.hospitals[h]
        if age < 0:
            return HospitalPart(name, plans, None, None, None, None, None, None)
        learnt, told = self.learnt, self.learnt.plans
        k = told.newest(h, learnt.origin)
        start = learnt.calendar.index(day_number(week))
        mine = np.flatnonzero(
            (told.hospital == h) & np.isin(told.municipality, rows) & np.isin(told.procedure, columns)
        )
        extracted = day_at(evidence.as_of - age)
        reached = start <= int(told.last[k])
        booked = told.booked(k, start, start + 7)[mine].sum(1)
        weight = booked + 1e-6 * learnt.usual.level[mine, -1] + 1e-12
        if not len(mine):
            return HospitalPart(name, plans, extracted, age, 0.0 if reached else None, None, None, None)
        performed, planned, days = self._shares(told.group[mine], weight, start - int(told.extracted[k]))
        return HospitalPart(
            name, plans, extracted, age, float(booked.sum()) if reached else None, performed, planned, days
        )

    def _shares(self, group: Indices, weight: Floats, ahead: int) -> tuple[float, float, int]:
        lead = min(max(ahead // 7, 0), LEADS - 1)
        weight = weight / weight.sum()
        kernel = self.learnt.lag.kernel[group, :5].mean(1)  # of a weekday's operation
        toward = np.cumsum(weight @ kernel)
        days = int(np.searchsorted(toward, toward[-1] / 2)) if toward[-1] > 0 else 0
        performed = float(weight @ self.learnt.net.coefficients[group, lead, 0])
        return performed, float(toward[-1]), days


def private_referrals(outlook: Outlook, level: str, code: str, procedure: str) -> tuple[Floats, Floats]:
    """Private referrals expected among the plans of a place: mean (W,) and quantiles (W, 9) of whole counts.

    Each plan of a draw is private with the share learnt for its place and procedure (binomial thinning).
    """
    area = outlook.area(level, code)
    rows, columns = _indices(outlook, area, procedure)
    mean = outlook.forecast.private[np.ix_(rows, columns)].sum(0)
    total = outlook.forecast.mean[np.ix_(rows, columns)].sum(0)
    share = np.clip(mean / np.maximum(total, 1e-9), 0.0, 1.0)
    draws = np.stack([outlook.draws(area, outlook.procedures[p]) for p in columns])
    thinned = np.random.default_rng(outlook.evidence.as_of).binomial(draws, share[..., None]).sum(0)
    return mean.sum(0), whole_quantiles(thinned.astype(np.int32))


def _indices(outlook: Outlook, area: Scope, procedure: str) -> tuple[list[int], list[int]]:
    rows = [i for i, code in enumerate(outlook.municipalities) if code in set(area.members)]
    return rows, [i for i, name in enumerate(outlook.procedures) if procedure in (ALL, name)]


def last_time(evidence: Evidence) -> dt.date | None:
    """The day to hold this morning against: the newest on which a hospital sent a plan, at least AGO days back, so that files of one week,
    sent on different days, are all news; where there is none, the newest before today. None where nothing was sent before.
    """
    sent = evidence.snapshots.extracted[evidence.snapshots.extracted < evidence.as_of]
    if not len(sent):
        return None
    before = sent[sent <= evidence.as_of - AGO]
    return day_at((before if len(before) else sent).max())


def _last_receipt(evidence: Evidence, rows: Sequence[int]) -> str:
    days: Ints = np.flatnonzero(evidence.observed[list(rows)].any(axis=0)).astype(np.int32)
    return short_date(day_at(evidence.first_day + days[-1])) if len(days) else "ingen"
