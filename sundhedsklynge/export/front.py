"""What stands on paper, composed without a painter: the front page to hang on the wall, the series of the chart and
the tables with a column a week. All of it is read from the `Report`, so that paper and workbook tell the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sundhedsklynge.domain.calendar import is_closed, week_text
from sundhedsklynge.domain.risk_class import over_target, risk_class
from sundhedsklynge.export import words
from sundhedsklynge.export.cells import Cell
from sundhedsklynge.export.report import RISK_WORDS, Report, Source
from sundhedsklynge.export.table import Table

MOST_EXPOSED: Final = 7  # municipalities on the front page
MOST_HOSPITALS: Final = 12
TITLE: Final = "Genoptræning: forventede planer og risiko for at overskride 7-dages-fristen"
SIGNS: Final = {"frisk": "✓", "gammel": "▲", "mangler": "▨"}
HIGH: Final = 3  # the highest class of risk


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of a week: what stands in it, smaller words under it, and its class of risk (None: it has none)."""

    text: str
    small: str = ""
    risk: int | None = None


@dataclass(frozen=True)
class Line:
    """A row with a cell a week and one for them all; `first` opens a block that stays on one page."""

    name: str
    label: str
    marks: tuple[Mark, ...]
    total: str
    first: bool = True


@dataclass(frozen=True)
class Grid:
    """A table with a column a week. heads: of the name, of the label (none if empty) and of the last column."""

    title: str
    heads: tuple[str, str, str]
    weeks: tuple[dt.date, ...]
    lines: tuple[Line, ...]
    note: str = ""


@dataclass(frozen=True)
class Series:
    """The chart: plans received in the `past` weeks; median, spans (low, high by coverage) and booked ahead.

    None is missing; hidden counts are left out of the drawing too.
    """

    title: str
    note: str
    foot: str
    as_of: dt.date
    past: tuple[dt.date, ...]
    received: tuple[float | None, ...]
    weeks: tuple[dt.date, ...]
    median: tuple[float, ...]
    spans: dict[int, tuple[tuple[float, float], ...]]
    booked: tuple[float | None, ...]
    masked: bool

    @property
    def all_weeks(self) -> tuple[dt.date, ...]:
        """Every week on the axis."""
        return *self.past, *self.weeks

    @property
    def highest(self) -> float:
        """The highest value drawn."""
        ends = [high for _, high in self.spans[95]]
        return max([4.0, *ends, *(n for n in (*self.received, *self.booked) if n is not None)])


@dataclass(frozen=True)
class Front:
    """The front page. more: which municipalities are shown; freshness: sign, hospital and age of its plan."""

    title: str
    place: str
    when: str
    sentences: tuple[str, ...]
    risk: Grid
    more: str
    legend: tuple[tuple[int, str], ...]
    series: Series
    figures: tuple[Line, ...]
    freshness: tuple[tuple[str, str, str], ...]
    foot: str


def closed_days(monday: dt.date) -> int:
    """How many of a week's five working days are closed."""
    return sum(is_closed(monday + dt.timedelta(days=day)) for day in range(5))


def front(report: Report) -> Front:
    """The front page of the report."""
    risk = report.risk
    lines = _exposed(report)
    chosen = lines[:MOST_EXPOSED]
    more = f"De {len(chosen)} mest udsatte af {len(lines)} kommuner." if len(lines) > len(chosen) else ""
    if any(line.total == words.UNKNOWN and line.marks[0].risk is not None for line in chosen):
        more = f"{more} {words.UNKNOWN}: intet antal pladser er nok.".strip()
    series = series_of(report)
    return Front(
        title=TITLE,
        place=report.place,
        when=f"opgjort pr. {words.date(report.meta.as_of)} · {week_text(report.meta.as_of)}",
        sentences=tuple(_sentences(report, lines)),
        risk=Grid(
            "Sandsynlighed i procent for at mindst én borger når over fristen i ugen",
            ("Kommune", "", "pladser mangler"),
            series.weeks,
            tuple(chosen),
        ),
        more=more,
        legend=tuple(enumerate(_legend(report.meta.risk_limits))),
        series=series,
        figures=_figures(report, len(lines) > 1, risk),
        freshness=_freshness(report.meta.sources, report.meta.as_of),
        foot=_foot(report),
    )


def series_of(report: Report) -> Series:
    """The chart of the whole place."""
    table = report.overview
    return Series(
        title=f"Genoptræningsplaner modtaget pr. uge · {report.place}",
        note=_expected_sentence(table, _days(table.column("mandag"))),
        foot=_foot(report),
        as_of=report.meta.as_of,
        past=tuple(day for day, _ in report.received),
        received=tuple(_shown(count) for _, count in report.received),
        weeks=_days(table.column("mandag")),
        median=_numbers(table.column("q50")),
        spans={
            coverage: tuple(zip(_numbers(table.column(low)), _numbers(table.column(high)), strict=True))
            for coverage, low, high in ((95, "q025", "q975"), (80, "q10", "q90"), (50, "q25", "q75"))
        },
        booked=tuple(_shown(count) for count in table.column("booket")),
        masked=report.masked,
    )


def grids(report: Report) -> tuple[Grid, Grid]:
    """The tables with a column a week: what is expected by place and procedure, and the deadline by municipality."""
    weeks = series_of(report).weeks
    return _expected_grid(report, weeks), _deadline_grid(report, weeks)


def _expected_grid(report: Report, weeks: tuple[dt.date, ...]) -> Grid:
    table = report.forecast
    lines: list[Line] = []
    before = ""
    for rows in _groups(table, ("niveau", "kode", "procedure")):
        place = f"Klynge {rows[0]['navn']}" if rows[0]["niveau"] == "Klynge" else str(rows[0]["navn"])
        marks = tuple(Mark(words.expected(row["middel"]), words.span(row["q10"], row["q90"])) for row in rows)
        total = words.expected(sum(_numbers(row["middel"] for row in rows)))
        lines.append(Line(place, str(rows[0]["procedure"]), marks, total, first=place != before))
        before = place
    note = "Forventet antal modtagne planer; under tallet det, som antallet i 8 af 10 tilfælde ligger imellem."
    return Grid(table.title, ("Sted", "Operation", "i alt"), weeks, tuple(lines), note)


def _deadline_grid(report: Report, weeks: tuple[dt.date, ...]) -> Grid:
    table = report.risk
    rows_of: tuple[tuple[str, str, Callable[[Cell], str]], ...] = (
        ("forventet_frister", "Frister", words.expected),
        ("ventende", "Venter", words.expected),
        ("planlagte_pladser", "Pladser", words.number),
        ("anbefalede_pladser", "Anbefalede pladser", words.number),
        ("forventet_over_frist", "Over fristen", words.expected),
        ("udgift_kr", "Udgift (kr.)", words.number),
    )
    lines: list[Line] = []
    for rows in _groups(table, ("kommunekode",)):
        name = str(rows[0]["kommune"])
        lines.append(Line(name, "Risiko (%)", tuple(_risk_mark(row["p_over_frist"], report) for row in rows), ""))
        for key, label, written in rows_of:
            cells = [row[key] for row in rows]
            if key == "udgift_kr" and all(cell is None for cell in cells):
                continue
            known = _numbers(cells)
            total = written(sum(known)) if key != "ventende" and len(known) == len(cells) else ""
            lines.append(Line(name, label, tuple(Mark(written(value)) for value in cells), total, first=False))
    note = "– betyder ikke kendt: ingen pladser oplyst, eller intet antal pladser bringer risikoen under målet."
    if report.meta.slots_changed:
        note += " Ændrede pladser og grunden: se Kilder og forudsætninger."
    return Grid(table.title, ("Kommune", "", "i alt"), weeks, tuple(lines), note)


def _exposed(report: Report) -> list[Line]:
    """A line a municipality, the most exposed first; those with no known risk last."""
    lines: list[tuple[float, float, Line]] = []
    for rows in _groups(report.risk, ("kommunekode",)):
        shares = _numbers(row["p_over_frist"] for row in rows)
        lacking = [
            max(0.0, wanted - slots)
            for row in rows
            if isinstance(wanted := row["anbefalede_pladser"], int | float)
            and isinstance(slots := row["planlagte_pladser"], int | float)
        ]
        marks = tuple(_risk_mark(row["p_over_frist"], report) for row in rows)
        total = words.number(sum(lacking)) if lacking else words.UNKNOWN
        line = Line(str(rows[0]["kommune"]), "", marks, total)
        lines.append((max(shares, default=-1.0), sum(shares), line))
    return [line for _, _, line in sorted(lines, key=lambda entry: (-entry[0], -entry[1]))]


def _risk_mark(share: Cell, report: Report) -> Mark:
    if not isinstance(share, int | float):
        return Mark(words.UNKNOWN)
    return Mark(words.figure(share), risk=risk_class(share, report.meta.risk_limits))


def _figures(report: Report, several: bool, risk: Table) -> tuple[Line, ...]:
    """The rows under the chart, aligned with its weeks."""
    table = report.overview
    spans = zip(table.column("q10"), table.column("q90"), strict=True)
    total = words.expected(sum(_numbers(table.column("middel"))))
    lines = [
        Line("Forventede planer", "", tuple(Mark(words.expected(v)) for v in table.column("middel")), total),
        Line("8 af 10 gange mellem", "", tuple(Mark(words.span(low, high)) for low, high in spans), ""),
        _counts("Bookede operationer", table.column("booket"), whole=False),
    ]
    slots = _counts("Pladser", table.column("pladser"))
    if several:
        return (*lines, slots, _counts("Pladser mangler", table.column("mangler")))
    waiting = tuple(Mark(words.number(value)) for value in risk.column("ventende"))
    wanted = _counts("Anbefalede pladser", risk.column("anbefalede_pladser"))
    return (*lines, Line("Venter ved ugens start", "", waiting, ""), slots, wanted)


def _counts(name: str, cells: Sequence[Cell], *, whole: bool = True) -> Line:
    """A row of counts and, where every week is known, their sum."""
    known = _numbers(cells)
    total = words.number(sum(known)) if whole and len(known) == len(cells) else ""
    return Line(name, "", tuple(Mark(words.number(value)) for value in cells), total)


def _sentences(report: Report, lines: Sequence[Line]) -> Iterable[str]:
    """What the reader should take away, in three sentences: risk, slots, plans expected."""
    table, limits = report.overview, report.meta.risk_limits
    weeks, shares = _days(table.column("mandag")), table.column("p_over_frist")
    known = [(share, -i) for i, share in enumerate(shares) if isinstance(share, int | float)]
    if not known:
        yield "Risikoen kan ikke regnes: der er ikke oplyst pladser."
    else:
        worst, at = max(known)
        place = table.column("kommune")[-at] if len(lines) > 1 else None
        where = f"{place} i {week_text(weeks[-at])}" if place else week_text(weeks[-at])
        kind = risk_class(worst, limits)
        if kind == 0:
            yield f"Rolig i alle {len(weeks)} uger: risikoen er under {words.percent(limits[0])}."
        elif kind != HIGH:
            yield f"Størst risiko: {where}, {words.percent(worst)}."
        else:
            high = [line.name for line in lines if any(mark.risk == HIGH for mark in line.marks)]
            at_worst = f"størst i {where}: {words.percent(worst)}"
            yield (
                f"Høj risiko i {words.names(high)}, {at_worst}."
                if place
                else f"Høj risiko i {where}: {words.percent(worst)}."
            )
        yield from _lacking(report, weeks)
    yield _expected_sentence(table, weeks)


def _lacking(report: Report, weeks: Sequence[dt.date]) -> Iterable[str]:
    """How many slots would bring the risk under its target, and where no number can."""
    lacking = [value if isinstance(value, int | float) else 0 for value in report.overview.column("mangler")]
    beyond = [
        str(rows[0]["kommune"])
        for rows in _groups(report.risk, ("kommunekode",))
        if any(
            isinstance(share := row["p_over_frist"], int | float)
            and over_target(share, report.meta.risk_target)
            and row["anbefalede_pladser"] is None
            for row in rows
        )
    ]
    total, most = sum(lacking), max(range(len(lacking)), key=lambda i: lacking[i])
    if total >= 1:
        pieces = "1 ekstra plads" if total == 1 else f"{words.number(total)} ekstra pladser"
        only = total == lacking[most]
        when = (
            f" i {week_text(weeks[most])}"
            if only
            else f", flest i {week_text(weeks[most])} ({words.number(lacking[most])}),"
        )
        rest = f", men ikke i alle uger i {words.names(beyond)}" if beyond else ""
        yield f"{pieces}{when} bringer risikoen under målet{rest}."
    elif not beyond:
        yield "Der er pladser nok til at holde risikoen under målet."
    else:
        yield f"Intet antal pladser kan bringe risikoen under målet i alle uger i {words.names(beyond)}."


def _expected_sentence(table: Table, weeks: Sequence[dt.date]) -> str:
    mean = _numbers(table.column("middel"))
    peak = max(range(len(mean)), key=lambda i: mean[i])
    low, high = table.column("q10")[peak], table.column("q90")[peak]
    return (
        f"Der ventes {words.number(sum(mean))} genoptræningsplaner på {len(weeks)} uger, flest i "
        f"{week_text(weeks[peak])}: {words.number(mean[peak])} (8 af 10 gange mellem {words.number(low)} og {words.number(high)})."
    )


def _legend(limits: tuple[float, float, float]) -> list[str]:
    calm, *upper = RISK_WORDS
    parts = [f"{calm} under {words.percent(limits[0])}"]
    parts += [f"{word[2:]} fra {words.percent(limit)}" for word, limit in zip(upper, limits, strict=True)]
    return parts


def _freshness(sources: Sequence[Source], as_of: dt.date) -> tuple[tuple[str, str, str], ...]:
    """Hospitals, those that want a look first; the last line counts those there is no room for."""
    hospitals = sorted(
        (source for source in sources if source.kind == "operationsplan"), key=lambda s: (s.status == "frisk", s.name)
    )
    lines: list[tuple[str, str, str]] = []
    for source in hospitals:
        status = "mangler" if source.extracted is None else source.status
        lines.append((SIGNS.get(status, "▲"), source.name, _told(source.extracted, status, as_of)))
    if len(lines) <= MOST_HOSPITALS:
        return tuple(lines)
    rest = len(lines) - MOST_HOSPITALS + 1
    return (*lines[: MOST_HOSPITALS - 1], ("", f"og {rest} andre", "se Kilder og forudsætninger"))


def _told(extracted: dt.date | None, status: str, as_of: dt.date) -> str:
    if extracted is None:
        return "mangler"
    if status == "mangler":
        return f"ikke delt siden {words.date(extracted)}"
    days = (as_of - extracted).days
    age = "samme dag" if days == 0 else "1 dag gammel" if days == 1 else f"{days} dage gammel"
    return f"{words.date(extracted)}, {age}"


def _foot(report: Report) -> str:
    files = sum(source.extracted is not None for source in report.meta.sources)
    program = f"Sundhedsklynge {report.meta.program_version}, model {report.meta.model_version}"
    sources = "1 datakilde" if files == 1 else f"{files} datakilder"
    return f"Kilde: hospitalers og kommuners data ({sources}) · {program}"


def _groups(table: Table, keys: Sequence[str]) -> list[list[dict[str, Cell]]]:
    """The rows as they stand, gathered by what they have under `keys`."""
    names = [column.key for column in table.columns]
    found: dict[tuple[Cell, ...], list[dict[str, Cell]]] = {}
    for row in table.rows:
        entry = dict(zip(names, row, strict=True))
        found.setdefault(tuple(entry[key] for key in keys), []).append(entry)
    return list(found.values())


def _numbers(cells: Iterable[Cell]) -> tuple[float, ...]:
    return tuple(float(value) for value in cells if isinstance(value, int | float))


def _days(cells: Iterable[Cell]) -> tuple[dt.date, ...]:
    return tuple(value for value in cells if isinstance(value, dt.date))


def _shown(value: Cell) -> float | None:
    return float(value) if isinstance(value, int | float) else None
