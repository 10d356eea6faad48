"""What a meeting looks at: freshness, changes, risk, persons waiting, quarters and advice, without anything on single persons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.coverage.indicators import HOSPITAL, Cell, Indicator
from sundhedsklynge.coverage.openness import Freshness
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.coverage.summary import SummaryRow
from sundhedsklynge.domain.areas import CLUSTER
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, Progress
from sundhedsklynge.export.cells import Hidden
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL, Outlook, Scope
from sundhedsklynge.workspace.deadline_risk import RiskView
from sundhedsklynge.workspace.meeting_masking import AreaKey, Count, Members, masked_counts
from sundhedsklynge.workspace.movement import movement_line
from sundhedsklynge.workspace.news import ChangeLine

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

WEEKS = 12
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
    """An indicator in the newest quarter. numerator and denominator hidden where they are small counts of persons; the share then too."""

    indicator: Indicator
    quarter: str
    numerator: Count
    denominator: Count
    share: float | None
    target: float | None
    row: SummaryRow


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
    corrections: what a planner has corrected in the forecast, and why."""

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


def meeting_view(
    workspace: Workspace, level: str, code: str, day: dt.date, progress: Progress, cancelled: Cancelled
) -> MeetingView:
    """Raises NothingToComputeError where there is no such place on the day, CancelledError."""
    risk = workspace.risk(day, WEEKS, lambda share: progress(0.4 * share), cancelled)
    outlook = workspace.forecast(day, WEEKS)
    area, below = area_of(outlook.areas, level, code), mask_limit(workspace, day)
    target: float = workspace.settings().get("risiko.maal", day)
    lines = risk_lines(risk, area, target)
    progress(0.5)
    persons = person_counts(workspace, outlook.areas, day, below)
    news = news_lines(workspace, area, day, lambda share: progress(0.5 + 0.4 * share), cancelled)
    return MeetingView(
        as_of=day,
        area=area,
        below=below,
        target=target,
        freshness=tuple(workspace.freshness(day)),
        news=news,
        weeks=week_lines(outlook, area, below),
        risk=lines,
        figures=figures_of(risk, area, lines, persons),
        total=person_line(area.name, (area.level, area.code), persons),
        persons=tuple(person_line(line.name, (MUNICIPALITY, str(line.municipality)), persons) for line in lines),
        quarters=quarter_lines(workspace, area, day, below),
        advice=advice_lines(workspace, lines, day),
        corrections=workspace.overrides.told(day, WEEKS, area.members),
    )


def mask_limit(workspace: Workspace, day: dt.date) -> int:
    """The least count of persons that is shown."""
    return workspace.settings().get("smaatal.graense", day)


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
        for move in workspace.explain.moved(day, weeks=WEEKS)
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


def week_lines(outlook: Outlook, area: Scope, below: int) -> tuple[WeekLine, ...]:
    """The weeks ahead, bookings masked over all areas and procedures."""
    cell = outlook.cell(area.level, area.code, ALL)
    booked = outlook.forecast.booked  # (M, P, W)
    areas = [Members(other.level, other.code, other.members) for other in outlook.areas]
    lines: list[WeekLine] = []
    for w, week in enumerate(outlook.weeks):
        counts = {
            code: [int(n) for n in booked[m, :, w]]
            for m, code in enumerate(outlook.municipalities)
            if not np.isnan(booked[m, :, w]).any()
        }
        shown = masked_counts(areas, counts, booked.shape[1], below)[(area.level, area.code)][-1]
        low, high = cell.quantiles[w, 2], cell.quantiles[w, 6]
        lines.append(WeekLine(week, float(cell.mean[w]), float(low), float(high), shown))
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
                weeks_over=int((np.nan_to_num(p) > target).sum()),
                late=float(np.nansum(risk.forventet_over_frist[m])) if known else np.nan,
                lacking=float(np.nansum(lacking)) if known else np.nan,
            )
        )
    return tuple(
        sorted(lines, key=lambda line: (-np.nan_to_num(line.risk, nan=-1.0), -np.nan_to_num(line.late), line.name))
    )


Persons = dict[str, dict[AreaKey, tuple[Count, ...]]]


def person_counts(workspace: Workspace, areas: Sequence[Scope], day: dt.date, below: int) -> Persons:
    """Who waits, who is past the deadline, and the last 13 weeks' deadlines by kept and missed; every area, masked."""
    sums = [Members(area.level, area.code, area.members) for area in areas]
    waiting = [entry for entry in workspace.deadline.waiting(day) if entry.known]
    clocks = workspace.deadline.two_clocks(day)
    return {
        "waiting": masked_counts(sums, {w.municipality: (w.total,) for w in waiting}, 1, below),
        "overdue": masked_counts(sums, {w.municipality: (w.overdue,) for w in waiting}, 1, below),
        "clocks": masked_counts(sums, {c.municipality: (c.missed, c.deadlines - c.missed) for c in clocks}, 2, below),
    }


def person_line(name: str, key: AreaKey, persons: Persons) -> PersonLine:
    """One area's counts."""
    unknown: tuple[Count, ...] = (None, None, None)
    clocks = persons["clocks"].get(key, unknown)
    return PersonLine(
        name,
        persons["waiting"].get(key, unknown)[0],
        persons["overdue"].get(key, unknown)[0],
        clocks[-1],
        clocks[0],
    )


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


def quarter_lines(workspace: Workspace, area: Scope, day: dt.date, below: int) -> tuple[QuarterLine, ...]:
    """The indicators of the quarter in the place; none where there are no quarterly data."""
    room = workspace.quarterly
    try:
        rows = room.summary(area.level, area.code, as_of=day)
        places = [place for place in room.places(day) if place.level != HOSPITAL]
    except NothingToComputeError:
        return ()
    sums = [Members(place.level, place.code, place.members) for place in places]
    lines: list[QuarterLine] = []
    for row in rows:
        latest, entry = row.latest, row.indicator
        counted, of, share = latest.numerator, latest.denominator, latest.share
        if entry.counts_persons:
            cells = {
                int(place.code): cell
                for place, cell in room.municipalities(entry.key, TOTAL, TOTAL, latest.quarter, day)
                if cell is not None
            }
            counted, of = _masked_part(sums, cells, entry, (area.level, area.code), below)
            share = None if isinstance(counted, Hidden) or isinstance(of, Hidden) else share
        lines.append(QuarterLine(entry, latest.quarter, counted, of, share, latest.target, row))
    return tuple(lines)


def _masked_part(
    areas: Sequence[Members], cells: dict[int, Cell], entry: Indicator, key: AreaKey, below: int
) -> tuple[Count, Count]:
    """Numerator and denominator; of a share the rest counts persons too, and is guarded with them."""
    if entry.measure is Measure.RATE:
        counted = masked_counts(areas, {code: (cell.numerator,) for code, cell in cells.items()}, 1, below)
        of = masked_counts(areas, {code: (cell.denominator,) for code, cell in cells.items()}, 1, below)
        return counted[key][0], of[key][0]
    parts = {code: (cell.numerator, cell.denominator - cell.numerator) for code, cell in cells.items()}
    counted_of = masked_counts(areas, parts, 2, below)[key]
    if isinstance(counted_of[1], Hidden):
        return counted_of[1], counted_of[-1]  # the whole less the rest would tell
    return counted_of[0], counted_of[-1]


def advice_lines(workspace: Workspace, lines: Sequence[RiskLine], day: dt.date) -> tuple[AdviceLine, ...]:
    """What to do where the risk is over the target, worst first."""
    told: list[AdviceLine] = []
    for line in [line for line in lines if line.weeks_over][:MOST_ADVICE]:
        advice = workspace.deadline.advice(line.municipality, day, WEEKS)
        told.append(AdviceLine(line.name, advice.total, advice.removed, advice.sentence))
    return tuple(told)


def area_name(area: Scope) -> str:
    """What an area is called in words."""
    if area.level == TOTAL:
        return "Alle kommuner"
    return f"Klynge {area.name.removeprefix('Klynge ')}" if area.level == CLUSTER else area.name
