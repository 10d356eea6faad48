"""What a meeting looks at: freshness, changes, risk, persons waiting, quarters and advice, without anything on single persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.coverage.indicators import Indicator, Status
from sundhedsklynge.coverage.openness import Freshness
from sundhedsklynge.coverage.summary import Assurance, Variation
from sundhedsklynge.deadline.risk import weeks_over
from sundhedsklynge.domain.areas import CLUSTER
from sundhedsklynge.domain.calendar import week_code
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, Progress, never
from sundhedsklynge.export.cells import HIDDEN
from sundhedsklynge.export.masked_rows import AreaKey, Shown
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL, Outlook, Scope
from sundhedsklynge.workspace.deadline_risk import RiskView
from sundhedsklynge.workspace.meeting_masking import Count, Share, masked_shares, masked_sums
from sundhedsklynge.workspace.meeting_shown import mask_limit, shown_bookings, shown_quarter
from sundhedsklynge.workspace.movement import movement_line
from sundhedsklynge.workspace.news import ChangeLine

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

MOST_NEWS, MOST_ADVICE = 4, 5


@dataclass(frozen=True)
class WeekLine:
    """A week of the place: expected plans (mean), the middle 80 %, and booked operations, small counts hidden."""

    week: dt.date
    expected: float
    low: float
    high: float
    booked: Count


@dataclass(frozen=True)
class RiskLine:
    """A municipality over the weeks ahead: its worst week, weeks over the target, expected late, slots lacking (NaN: not known)."""

    municipality: int
    name: str
    week: dt.date | None
    risk: float
    weeks_over: int
    late: float
    lacking: float


@dataclass(frozen=True)
class PersonLine:
    """Persons in one area: waiting now, past the deadline now, deadlines of the last 13 weeks and those missed."""

    name: str
    waiting: Count
    overdue: Count
    deadlines: Count
    missed: Count


@dataclass(frozen=True)
class QuarterLine:
    """An indicator in the newest quarter. numerator and denominator hidden where they are small counts of persons; then the share, which
    would give them back, and what is said of it against its target and over time, which would bound it, are None."""

    indicator: Indicator
    quarter: str
    numerator: Count
    denominator: Count
    target: float | None
    share: float | None
    status: Status | None
    variation: Variation | None
    assurance: Assurance | None


@dataclass(frozen=True)
class AdviceLine:
    """What to do in one municipality, in words."""

    name: str
    slots: int
    removed: float
    sentence: str


@dataclass(frozen=True)
class Figures:
    """A place on one data date, the weeks ahead taken together: what a decision is held against later."""

    as_of: dt.date
    risk: float
    where: str
    week: dt.date | None
    weeks_over: int
    late: float
    lacking: float
    overdue: Count


@dataclass(frozen=True)
class MeetingView:
    """Everything the meeting shows of a place on an as-of date. below: counts of 1 to below - 1 persons are hidden.
    corrections: what a planner has corrected in the forecast, and why. risk_may_be_too_low: slots may serve plans the data do not hold."""

    as_of: dt.date
    area: Scope
    below: int
    target: float
    freshness: tuple[Freshness, ...]
    news: tuple[ChangeLine, ...]
    weeks: tuple[WeekLine, ...]
    risk: tuple[RiskLine, ...]
    figures: Figures
    total: PersonLine
    persons: tuple[PersonLine, ...]
    quarters: tuple[QuarterLine, ...]
    advice: tuple[AdviceLine, ...]
    corrections: tuple[str, ...] = ()
    risk_may_be_too_low: bool = False


def meeting_view(
    workspace: Workspace, level: str, code: str, day: dt.date, progress: Progress, cancelled: Cancelled
) -> MeetingView:
    """Raises NothingToComputeError where there is no such place on the day, CancelledError."""
    risk = workspace.risk(day, WEEKS_AHEAD, lambda share: progress(0.4 * share), cancelled)
    outlook = workspace.forecast(day, WEEKS_AHEAD, cancelled=cancelled)
    area, below = area_of(outlook.areas, level, code), mask_limit(workspace, day)
    target: float = workspace.settings().get("risiko.maal", day)
    lines = risk_lines(risk, area, target)
    progress(0.5)
    persons = person_counts(workspace, outlook.areas, day, below, cancelled)
    news = news_lines(workspace, area, day, lambda share: progress(0.5 + 0.4 * share), cancelled)
    return MeetingView(
        as_of=day,
        area=area,
        below=below,
        target=target,
        freshness=tuple(workspace.freshness(day)),
        news=news,
        weeks=week_lines(outlook, area, shown_bookings(workspace, day, cancelled)),
        risk=lines,
        figures=figures_of(risk, area, lines, persons),
        total=person_line(area.name, (area.level, area.code), persons),
        persons=tuple(person_line(line.name, (MUNICIPALITY, str(line.municipality)), persons) for line in lines),
        quarters=quarter_lines(workspace, area, day, cancelled),
        advice=advice_lines(workspace, lines, day),
        corrections=workspace.overrides.told(day, WEEKS_AHEAD, area.members),
        risk_may_be_too_low=risk.may_be_too_low,
    )


def area_of(areas: Sequence[Scope], level: str, code: str) -> Scope:
    """The area of that level and code. Raises NothingToComputeError where the day's organisation has none."""
    for area in areas:
        if (area.level, area.code) == (level, code):
            return area
    raise NothingToComputeError("Området findes ikke på den dato.", "Vælg et andet område eller en anden dato.")


def news_lines(
    workspace: Workspace, area: Scope, day: dt.date, progress: Progress, cancelled: Cancelled
) -> tuple[ChangeLine, ...]:
    """Expectations that moved beyond chance and weeks that crossed the target, in the place, heaviest first.

    Bookings that moved are counts of persons and stay out; so does the reason of a crossing, which may be one.
    """
    inside = {str(code) for code in area.members}
    own = (area.level, area.code)
    moved = [
        movement_line(move)
        for move in workspace.explain.moved(day, weeks=WEEKS_AHEAD)
        if (move.area.level, move.area.code) == own or (move.area.level == MUNICIPALITY and move.area.code in inside)
    ]
    crossed = [
        ChangeLine(without_reason(line.text), line.severity, line.weight, line.municipality, line.week)
        for line in workspace.deadline.alerts(day, progress=progress, cancelled=cancelled)
        if line.municipality in area.members
    ]
    heaviest: dict[int | None, ChangeLine] = {}
    for line in sorted([*moved, *crossed], key=lambda line: -line.weight):
        heaviest.setdefault(line.municipality, line)  # a place once: a meeting hears what matters most
    return tuple(list(heaviest.values())[:MOST_NEWS])


def without_reason(text: str) -> str:
    """A sentence without its `, fordi ...`."""
    said, because, _ = text.partition(", fordi ")
    return f"{said}." if because else text


def week_lines(outlook: Outlook, area: Scope, shown: Shown) -> tuple[WeekLine, ...]:
    """The weeks ahead, bookings hidden where they may not be shown."""
    cell = outlook.cell(area.level, area.code, ALL)
    lines: list[WeekLine] = []
    for w, week in enumerate(outlook.weeks):
        hidden = (week_code(week), area.level, area.code, ALL) in shown.hidden
        booked = None if np.isnan(cell.booked[w]) else HIDDEN if hidden else round(float(cell.booked[w]))
        low, high = cell.quantiles[w, 2], cell.quantiles[w, 6]
        lines.append(WeekLine(week, float(cell.mean[w]), float(low), float(high), booked))
    return tuple(lines)


def risk_lines(risk: RiskView, area: Scope, target: float) -> tuple[RiskLine, ...]:
    """The place's municipalities, those at most risk first, those without slots last."""
    lines: list[RiskLine] = []
    for m, code in enumerate(risk.municipalities):
        if code not in area.members:
            continue
        p = risk.p_over_frist[m]
        known = not bool(np.isnan(p).all())
        worst = int(np.nanargmax(p)) if known else 0
        lacking = np.maximum(risk.anbefalede_pladser[m] - risk.planlagte_pladser[m], 0)
        lines.append(
            RiskLine(
                municipality=code,
                name=risk.names[m],
                week=risk.weeks[worst] if known else None,
                risk=float(p[worst]) if known else np.nan,
                weeks_over=int(weeks_over(p, target).sum()),
                late=float(np.nansum(risk.forventet_over_frist[m])) if known else np.nan,
                lacking=float(np.nansum(lacking)) if known else np.nan,
            )
        )
    return tuple(
        sorted(lines, key=lambda line: (-np.nan_to_num(line.risk, nan=-1.0), -np.nan_to_num(line.late), line.name))
    )


@dataclass(frozen=True)
class Persons:
    """By area, as far as they may be shown: who waits, who is past the deadline, and of the deadlines of the last 13 weeks those missed and
    all of them."""

    waiting: Mapping[AreaKey, Count]
    overdue: Mapping[AreaKey, Count]
    clocks: Mapping[AreaKey, tuple[Count, Count]]


def person_counts(
    workspace: Workspace, areas: Sequence[Scope], day: dt.date, below: int, cancelled: Cancelled = never
) -> Persons:
    """Counts of persons in every area, small ones hidden."""
    waiting = [entry for entry in workspace.deadline.waiting(day) if entry.known]
    clocks = {c.municipality: (c.missed, c.deadlines) for c in workspace.deadline.two_clocks(day)}
    shown = masked_shares([Share(clocks)], areas, below, cancelled=cancelled)
    return Persons(
        masked_sums({entry.municipality: entry.total for entry in waiting}, areas, below),
        masked_sums({entry.municipality: entry.overdue for entry in waiting}, areas, below),
        {(area.level, area.code): shown.of((area.level, area.code), 0) for area in areas},
    )


def person_line(name: str, key: AreaKey, persons: Persons) -> PersonLine:
    """One area's counts."""
    missed, deadlines = persons.clocks.get(key, (None, None))
    return PersonLine(name, persons.waiting.get(key), persons.overdue.get(key), deadlines, missed)


def figures_of(risk: RiskView, area: Scope, lines: Sequence[RiskLine], persons: Persons) -> Figures:
    """The place in a few figures."""
    first = lines[0] if lines else None
    return Figures(
        as_of=risk.as_of,
        risk=first.risk if first else np.nan,
        where=first.name if first else "",
        week=first.week if first else None,
        weeks_over=sum(line.weeks_over for line in lines),
        late=float(np.nansum([line.late for line in lines])),
        lacking=float(np.nansum([line.lacking for line in lines])),
        overdue=person_line(area.name, (area.level, area.code), persons).overdue,
    )


def quarter_lines(
    workspace: Workspace, area: Scope, day: dt.date, cancelled: Cancelled = never
) -> tuple[QuarterLine, ...]:
    """The indicators of the quarter in the place; none where there are no quarterly data."""
    try:
        rows = workspace.quarterly.summary(area.level, area.code, as_of=day)
    except NothingToComputeError:
        return ()
    lines: list[QuarterLine] = []
    for row in rows:
        latest = row.latest
        counted: Count = latest.numerator
        of: Count = latest.denominator
        if row.indicator.counts_persons:
            shown, place = shown_quarter(workspace, latest.quarter, day, cancelled)[row.indicator.key]
            counted, of = shown.of((area.level, area.code), place)
        line = QuarterLine(row.indicator, latest.quarter, counted, of, latest.target, None, None, None, None)
        if isinstance(counted, int) and isinstance(of, int):
            line = replace(
                line,
                share=latest.share,
                status=latest.status,
                variation=row.variation,
                assurance=row.assurance,
            )
        lines.append(line)
    return tuple(lines)


def advice_lines(workspace: Workspace, lines: Sequence[RiskLine], day: dt.date) -> tuple[AdviceLine, ...]:
    """What to do where the risk is over the target, worst first."""
    told: list[AdviceLine] = []
    for line in [line for line in lines if line.weeks_over][:MOST_ADVICE]:
        advice = workspace.deadline.advice(line.municipality, day, WEEKS_AHEAD)
        told.append(AdviceLine(line.name, advice.total, advice.removed, advice.sentence))
    return tuple(told)


def area_name(area: Scope) -> str:
    """What an area is called in words."""
    if area.level == TOTAL:
        return "Alle kommuner"
    return f"Klynge {area.name.removeprefix('Klynge ')}" if area.level == CLUSTER else area.name
