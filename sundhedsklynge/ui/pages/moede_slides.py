"""The slides of a meeting, from figures to words: one thing a slide, no row of a single person, small counts hidden."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sundhedsklynge.coverage.indicators import Status
from sundhedsklynge.domain.risk_class import TOO_LOW, risk_class
from sundhedsklynge.export.cells import Hidden
from sundhedsklynge.store.notes import DECISION, Note
from sundhedsklynge.ui import text
from sundhedsklynge.ui.hospitals import ranked, state
from sundhedsklynge.ui.pages.kvartal_part import quarter_name
from sundhedsklynge.ui.pages.kvartal_signs import ASSURANCE, STATUS, VARIATION, figure, short_name
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import number, percent, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.meeting import FollowUp
    from sundhedsklynge.workspace.meeting_figures import MeetingView
    from sundhedsklynge.workspace.meeting_masking import Count

SINCE, FRESH, CHANGE, RISK, QUARTER, ACTION, COMPARED, DECIDED = (
    "siden_sidst",
    "friskhed",
    "aendring",
    "risiko",
    "kvartal",
    "handling",
    "scenarier",
    "beslutning",
)
ORDER = (SINCE, FRESH, CHANGE, RISK, QUARTER, ACTION, COMPARED, DECIDED)
_SHAPES = ("", "○ ", "◐ ", "● ")
_STATUS_SHAPES = {"groen": "●", "gul": "▲", "roed": "■", "intet_maal": "–"}
_MOST_ROWS = 8


@dataclass(frozen=True)
class Slide:
    """A question, its answer in a sentence, a few large figures with their names, lines, and a table.

    wide: the column that takes the room that is left, -1: all alike. pick: a row can be marked, to do something with it. risk_column: drawn
    in the colour of its class. empty: said where the table has no rows.
    """

    key: str
    question: str
    answer: str
    figures: tuple[tuple[str, str], ...] = ()
    lines: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    wide: int = 0
    pick: bool = False
    risk_column: int = -1
    empty: str = ""
    foot: str = ""


def step_name(key: str) -> str:
    """What a step is called in the strip."""
    return {
        SINCE: tr("Siden sidst"),
        FRESH: tr("Friskhed"),
        CHANGE: tr("Ændring"),
        RISK: tr("Risiko"),
        QUARTER: tr("Kvartal"),
        ACTION: tr("Handling"),
        COMPARED: tr("Scenarier"),
        DECIDED: tr("Beslutning"),
    }[key]


def count(value: Count) -> str:
    """A count of persons: the number, `skjult` where it is small, the word for missing where it is not known."""
    if value is None:
        return tr_marked(text.MISSING)
    return tr("skjult") if isinstance(value, Hidden) else number(value)


def risk_said(share: float, limits: Sequence[float]) -> str:
    """`● 64 %`: shape and figure; the word for missing where the slots are not known."""
    kind = risk_class(share, limits)
    return tr_marked(text.MISSING) if kind is None else f"{_SHAPES[kind]}{percent(share)}"


def since_slide(earlier: Sequence[FollowUp], limits: Sequence[float]) -> Slide:
    """How the last decisions went: the figures then and now."""
    done = sum(up.note.done_on is not None for up in earlier)

    def then_now(up: FollowUp, show: Any) -> str:
        before, after = (tr_marked(text.MISSING) if f is None else show(f) for f in (up.then, up.now))
        return f"{before} → {after}"

    return Slide(
        SINCE,
        tr("Hvordan gik det siden sidst?"),
        tr(
            "{done} af {all} tidligere beslutninger er udført. Tallene er dem, I så da, og dem, der gælder nu.",
            done=done,
            all=len(earlier),
        )
        if earlier
        else tr("Der er ingen beslutninger fra tidligere møder. Det, I beslutter i dag, åbner næste møde."),
        columns=(
            Column(tr("Beslutning"), [up.note.text for up in earlier]),
            Column(tr("Sted"), [up.place for up in earlier]),
            Column(tr("Ansvarlig"), [up.note.responsible or "–" for up in earlier]),
            Column(tr("Data pr."), [up.note.data_date for up in earlier], text.date),
            Column(tr("Højeste risiko"), [then_now(up, lambda f: risk_said(f.risk, limits)) for up in earlier]),
            Column(tr("Over frist"), [then_now(up, lambda f: number(f.late, 1)) for up in earlier], numeric=True),
            Column(tr("Udfald"), [outcome(up.note) for up in earlier]),
        ),
        pick=True,
        foot=tr(
            "Da → nu, begge for de næste 12 uger fra den dag, data er opgjort. "
            "Vælg en beslutning, og skriv, hvordan den gik."
        )
        if earlier
        else "",
    )


def outcome(note: Note) -> str:
    """What came of a decision."""
    said = note.outcome or (tr("udført") if note.done_on else tr("åben"))
    return tr("{said} ({day})", said=said, day=text.short_date(note.done_on)) if note.done_on else said


def fresh_slide(view: MeetingView) -> Slide:
    """How old the data are, hospital by hospital."""
    entries = ranked(view.freshness)
    fresh = sum(entry.status == "frisk" for entry in entries)
    late = [entry.hospital for entry in entries if entry.status != "frisk"]
    if not entries:
        answer = tr("Ingen hospitaler har delt planer endnu.")
    elif late:
        answer = tr(
            "{fresh} af {all} hospitaler har delt friske planer. Prognosen bruger historikken for {late}.",
            fresh=fresh,
            all=len(entries),
            late=", ".join(late),
        )
    else:
        answer = tr("Alle {all} hospitaler har delt friske planer.", all=len(entries))
    return Slide(
        FRESH,
        tr("Hvor friske er data?"),
        answer,
        ((text.date(view.as_of), tr("opgjort pr.")), (f"{fresh}/{len(entries)}", tr("hospitaler friske"))),
        columns=(
            Column(tr("Hospital"), [entry.hospital for entry in entries]),
            Column(tr("Status"), [state(entry) for entry in entries]),
        ),
        wide=1,
        empty=tr("Importér en operationsplan under Data."),
    )


def change_slide(view: MeetingView) -> Slide:
    """What is expected now, and which weeks moved."""
    total, shown = sum(week.expected for week in view.weeks), view.weeks[:_MOST_ROWS]
    return Slide(
        CHANGE,
        tr("Hvad har ændret sig?"),
        tr("{count} ændringer er større end tilfældige udsving.", count=len(view.news))
        if len(view.news) > 1
        else tr("Én ændring er større end tilfældige udsving.")
        if view.news
        else tr("Ingen uger har ændret sig mere end tilfældigt siden sidste fil."),
        (
            (number(total), tr("genoptræningsplaner ventes i {weeks} uger", weeks=len(view.weeks))),
            (number(max((week.expected for week in view.weeks), default=0.0)), tr("i den travleste uge")),
        ),
        lines=tuple(
            translated(line) for line in (*(f"✎ {said}" for said in view.corrections), *(n.text for n in view.news))
        ),
        columns=(
            Column(tr("Uge"), [week.week for week in shown], text.week),
            Column(tr("Ventede planer"), [week.expected for week in shown], number, numeric=True),
            Column(tr("8 af 10 gange mellem"), [text.interval(w.low, w.high) for w in shown], numeric=True),
            Column(tr("Bookede operationer"), [count(week.booked) for week in shown], numeric=True),
        ),
        wide=-1,
        foot=hidden_foot(view),
    )


def risk_slide(view: MeetingView, limits: Sequence[float]) -> Slide:
    """Who may pass the deadline, municipality by municipality, and who waits now."""
    figures, rows = view.figures, view.risk[:_MOST_ROWS]
    persons, rest = view.persons[:_MOST_ROWS], rest_foot(len(view.risk), len(rows))
    over, late = float(figures.weeks_over), figures.late
    if math.isnan(figures.risk):
        over = late = math.nan
        answer = tr("Risikoen er ukendt, fordi pladserne mangler. Skriv dem ind under Frist.")
    elif figures.week is None or not figures.weeks_over:
        answer = tr("Ingen kommune har en uge over målet på {target}.", target=percent(view.target))
    else:
        answer = tr(
            "Risikoen er størst i {place} i {week}: {risk} for at mindst én borger når over fristen.",
            place=figures.where,
            week=text.week(figures.week),
            risk=percent(figures.risk),
        )
    return Slide(
        RISK,
        tr("Hvor er der risiko for at overskride 7-dages-fristen?"),
        answer,
        (
            (number(over), tr("kommune-uger over {target}", target=percent(view.target))),
            (number(late, 1), tr("borgere forventes over fristen")),
            (count(view.total.waiting), tr("venter nu")),
            (count(figures.overdue), tr("allerede over fristen")),
        ),
        columns=(
            Column(tr("Kommune"), [line.name for line in rows]),
            Column(tr("Højeste risiko"), [line.risk for line in rows], lambda p: risk_said(p, limits)),
            Column(tr("I ugen"), [line.week for line in rows], lambda week: text.week(week) if week else "–"),
            Column(tr("Forventet over frist"), [line.late for line in rows], lambda n: number(n, 1), numeric=True),
            Column(tr("Venter nu"), [count(line.waiting) for line in persons], numeric=True),
            Column(
                tr("Frister overskredet, 13 uger"),
                [of_all(line.missed, line.deadlines) for line in persons],
                numeric=True,
            ),
        ),
        risk_column=1,
        foot=" ".join(filter(None, (too_low_foot(view.risk_may_be_too_low), rest, hidden_foot(view)))),
    )


def too_low_foot(may_be: bool) -> str:
    """That the risk is too low where the slots serve plans that the data do not hold."""
    return f"▲ {translated(TOO_LOW)}" if may_be else ""


def quarter_slide(view: MeetingView) -> Slide:
    """The quarter's indicators against their targets."""
    lines = view.quarters
    met = [line for line in lines if line.target is not None and line.status is not None]
    reached = sum(line.status is Status.GREEN for line in met)
    return Slide(
        QUARTER,
        tr("Hvordan går det med 72 timer og plejehjemslæger?"),
        tr("{reached} af {all} mål er nået i seneste kvartal.", reached=reached, all=len(met))
        if met
        else tr("Der er ikke sat mål. Sæt dem under Kvartal, Indtastning.")
        if lines
        else tr("Der er ingen kvartalstal for stedet. Importér dem under Data, eller tast dem ind under Kvartal."),
        columns=(
            Column(tr("Indikator"), [short_name(line.indicator.key) for line in lines]),
            Column(tr("Kvartal"), [line.quarter for line in lines], quarter_name),
            Column(
                tr("Andel"),
                [tr("skjult") if line.share is None else figure(line.indicator, line.share) for line in lines],
                numeric=True,
            ),
            Column(tr("Antal"), [of_all(line.numerator, line.denominator) for line in lines], numeric=True),
            Column(
                tr("Mål"),
                ["–" if line.target is None else figure(line.indicator, line.target, 0) for line in lines],
                numeric=True,
            ),
            Column(
                tr("Status"),
                [
                    f"{_STATUS_SHAPES[line.status]} {STATUS[line.status]}" if line.status else tr("skjult")
                    for line in lines
                ],
            ),
            Column(tr("Udvikling"), [str(VARIATION[v]) if (v := line.variation) else tr("skjult") for line in lines]),
            Column(tr("Nås målet?"), [str(ASSURANCE[a]) if (a := line.assurance) else tr("skjult") for line in lines]),
        ),
        foot=hidden_foot(view) if lines else "",
    )


def action_slide(view: MeetingView) -> Slide:
    """What can be done where the risk is over the target, in the places where it is highest."""
    over = sum(line.weeks_over > 0 for line in view.risk)
    slots = sum(line.slots for line in view.advice)
    return Slide(
        ACTION,
        tr("Hvad kan gøres?"),
        _action_answer(view),
        ((number(slots), tr("ekstra pladser")), (number(over), tr("kommuner over målet"))) if view.advice else (),
        lines=tuple(f"{line.name}: {translated(line.sentence)}" for line in view.advice),
        foot=" ".join(
            (rest_foot(over, len(view.advice)), tr("Prøv andre muligheder under Frist, Hvad nu hvis."))
        ).strip(),
    )


def _action_answer(view: MeetingView) -> str:
    helped = [line for line in view.advice if line.slots]
    if len(helped) > 1:
        return tr(
            "{slots} ekstra pladser i {count} kommuner sænker risikoen mest.",
            slots=number(sum(line.slots for line in helped)),
            count=len(helped),
        )
    if helped:
        return tr("Ekstra pladser i {place} sænker risikoen mest.", place=helped[0].name)
    if view.advice:
        return tr("Flere pladser kan ikke bringe risikoen under målet i tide.")
    if math.isnan(view.figures.risk):
        return tr("Ingen pladser er kendt. Skriv dem ind under Frist, så kan det regnes.")
    return tr("Pladserne er nok i de kommuner, hvor de er kendt.")


def decided_slide(log: Sequence[Note], places: Sequence[str], view: MeetingView) -> Slide:
    """Decisions and notes that rest on these data."""
    decisions = sum(note.kind == DECISION for note in log)
    return Slide(
        DECIDED,
        tr("Hvad har I besluttet?"),
        tr(
            "Beslutninger: {decisions}. Noter: {notes}. Alle bygger på data pr. {day}.",
            decisions=decisions,
            notes=len(log) - decisions,
            day=text.date(view.as_of),
        )
        if log
        else tr("Ingen beslutninger endnu. Skriv den første nederst; den gemmes med dato, data og ansvarlig."),
        columns=(
            Column(tr("Dag"), [note.day for note in log], text.date),
            Column(tr("Type"), [tr("Beslutning") if note.kind == DECISION else tr("Note") for note in log]),
            Column(tr("Tekst"), [note.text for note in log]),
            Column(tr("Sted"), list(places)),
            Column(tr("Ansvarlig"), [note.responsible or "–" for note in log]),
            Column(tr("Frist"), [text.date(note.due) if note.due else "–" for note in log]),
        ),
        wide=2,
        pick=True,
        foot=tr("Delete fjerner den valgte linje. Fortryd med Ctrl+Z.") if log else "",
    )


def of_all(part: Count, whole: Count) -> str:
    """`16 af 49`, each hidden where it is small."""
    if part is None or whole is None:
        return tr_marked(text.MISSING)
    return tr("{part} af {whole}", part=count(part), whole=count(whole))


def hidden_foot(view: MeetingView) -> str:
    """Why some counts are not shown."""
    return tr(
        "Antal fra 1 til {most} personer er skjult, og flere med dem, så de ikke kan regnes ud.", most=view.below - 1
    )


def rest_foot(all_rows: int, shown: int) -> str:
    """How many rows are left out, or nothing."""
    return tr("{count} kommuner med lavere risiko er ikke vist.", count=all_rows - shown) if all_rows > shown else ""
