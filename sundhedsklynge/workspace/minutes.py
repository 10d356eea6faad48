"""Minutes of a meeting: what was looked at and decided, as Markdown, as plain text and as rows for Excel."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import re
from dataclasses import dataclass
from pathlib import Path

from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.domain.calendar import week_text
from sundhedsklynge.domain.risk_class import TOO_LOW
from sundhedsklynge.export.cells import Hidden
from sundhedsklynge.export.files import make_folder, replace_file
from sundhedsklynge.export.safe_text import clean_text, harmless
from sundhedsklynge.store.notes import DECISION, Note
from sundhedsklynge.workspace.meeting_figures import Figures, MeetingView, QuarterLine, area_name
from sundhedsklynge.workspace.meeting_masking import Count
from sundhedsklynge.workspace.words import counted, number, percent

Entry = tuple[Note, str]  # with the name of its place
_HEADS = ("Dag", "Data pr.", "Type", "Sted", "Tekst", "Ansvarlig", "Frist", "Udfald", "Udført")


@dataclass(frozen=True)
class Minutes:
    """A meeting held on `day`. earlier: decisions of before with their place, and its figures then and now."""

    day: dt.date
    view: MeetingView
    decisions: tuple[Entry, ...]
    notes: tuple[Entry, ...]
    earlier: tuple[tuple[Note, str, Figures | None, Figures | None], ...]
    is_demo: bool

    @property
    def stem(self) -> str:
        """The file name without its ending."""
        return f"moedereferat_{self.day.isoformat()}" + ("_DEMO" if self.is_demo else "")


def date(day: dt.date | None) -> str:
    """`23.11.2026`, or nothing."""
    return "" if day is None else f"{day:%d.%m.%Y}"


def count(value: Count) -> str:
    """A count as it may be shown: the number, `skjult` or `mangler`."""
    return "mangler" if value is None else str(value) if isinstance(value, Hidden) else number(value)


def figures_said(figures: Figures | None) -> str:
    """A place's figures in one sentence."""
    if figures is None:
        return "kan ikke beregnes"
    if math.isnan(figures.risk) or figures.week is None:
        return "pladser mangler, så risikoen er ukendt"
    weeks = counted(figures.weeks_over, "kommune-uge", "kommune-uger")
    return (
        f"højeste risiko {percent(figures.risk)} ({figures.where}, {week_text(figures.week)}), {weeks} over målet, "
        f"{number(figures.late, 1)} borgere forventes over fristen, {number(figures.lacking)} pladser mangler"
    )


def markdown(minutes: Minutes) -> str:
    """The minutes as Markdown; what people typed cannot turn into markup."""
    view = minutes.view
    place = area_name(view.area)
    lines = [f"# Referat af møde {date(minutes.day)}", ""]
    if minutes.is_demo:
        lines += ["**DEMO: alle tal er opdigtede, og forudsætningerne er antagelser.**", ""]
    lines += [f"Sted: {_plain(place)}  ", f"Data opgjort pr. {date(view.as_of)}  ", ""]
    lines += ["## Siden sidst", ""]
    lines += [line for entry in minutes.earlier for line in _earlier(*entry)] or ["Ingen tidligere beslutninger."]
    lines += ["", "## Friskhed", ""]
    lines += [
        f"- {_plain(entry.hospital)}: {entry.status}"
        + (f", opgjort {date(entry.extracted)}" if entry.extracted else "")
        for entry in view.freshness
    ] or ["Ingen hospitaler har delt planer."]
    lines += ["", "## Ændring", ""]
    lines += [f"- {_plain(line.text)}" for line in view.news] or ["Ingen uger har ændret sig mere end tilfældigt."]
    lines += [f"- {_plain(said)}" for said in view.corrections]
    lines += ["", "## Risiko", "", f"- De næste {len(view.weeks)} uger: {figures_said(view.figures)}."]
    lines += [f"- {TOO_LOW}"] * view.risk_may_be_too_low
    lines += [
        f"- Venter nu: {count(view.total.waiting)}. Allerede over fristen: {count(view.total.overdue)}.",
        f"- Seneste 13 uger: {count(view.total.missed)} af {count(view.total.deadlines)} frister overskredet.",
        *(f"- {line.indicator.label}: {_share(line)} ({_quarter(line.quarter)})." for line in view.quarters),
    ]
    lines += ["", "## Handling", ""]
    lines += [f"- {_plain(line.name)}: {_plain(line.sentence)}" for line in view.advice] or [
        "Ingen kommune har uger over målet."
    ]
    for heading, entries in (("Beslutninger", minutes.decisions), ("Noter", minutes.notes)):
        lines += ["", f"## {heading}", ""]
        lines += [_entry(note, name) for note, name in entries] or ["Ingen."]
    lines += [
        "",
        f'Antal fra 1 til {view.below - 1} personer står som "skjult", og flere er skjult, så de ikke kan regnes ud.',
    ]
    return "\n".join(lines) + "\n"


def plain_text(minutes: Minutes) -> str:
    """The minutes without markup, for a mail."""
    text = re.sub(r"^#+ (.*)$", lambda match: match[1].upper(), markdown(minutes), flags=re.MULTILINE)
    return re.sub(r"\\([\\`*_{}\[\]<>#|])", r"\1", text.replace("**", "").replace("  \n", "\n"))


def log_csv(minutes: Minutes) -> str:
    """Decisions and notes of the day and the earlier decisions, one a row, for Danish Excel."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    demo = minutes.is_demo
    writer.writerow([*(["Data"] if demo else []), *_HEADS])
    earlier = tuple((note, place) for note, place, _, _ in minutes.earlier)
    today = {note.id for note, _ in (*minutes.decisions, *minutes.notes)}
    for note, place in (*minutes.decisions, *minutes.notes, *(e for e in earlier if e[0].id not in today)):
        cells = (
            _day(note.day),
            _day(note.data_date),
            "Beslutning" if note.kind == DECISION else "Note",
            place,
            note.text,
            note.responsible,
            _day(note.due),
            note.outcome,
            _day(note.done_on),
        )
        writer.writerow([*(["DEMO"] if demo else []), *map(harmless, cells)])
    return out.getvalue()


def write_minutes(minutes: Minutes, folder: Path) -> list[Path]:
    """Writes the three files. Raises UserError where one cannot be written."""
    make_folder(folder)
    made: list[Path] = []
    for ending, encoding, text in (
        ("md", "utf-8", markdown(minutes)),
        ("txt", "utf-8-sig", plain_text(minutes)),
        ("csv", "utf-8-sig", log_csv(minutes)),
    ):
        path = folder / f"{minutes.stem}.{ending}"
        with replace_file(path) as temporary:
            temporary.write_text(text, encoding=encoding, newline="")
        made.append(path)
    return made


def _entry(note: Note, place: str) -> str:
    parts = [
        f"ansvarlig: {_plain(note.responsible)}" if note.responsible else "",
        f"frist {date(note.due)}" if note.due else "",
        f"data pr. {date(note.data_date)}" if note.data_date else "",
    ]
    said = "; ".join(part for part in parts if part)
    return f"- {_plain(place)}: {_plain(note.text)}" + (f" ({said})" if said else "")


def _earlier(note: Note, place: str, then: Figures | None, now: Figures | None) -> list[str]:
    done = f"udført {date(note.done_on)}" if note.done_on else "ikke udført"
    lines = [
        f"- {date(note.day)}, {_plain(place)}: {_plain(note.text)} ({done})",
        f"  - Da: {figures_said(then)}.",
        f"  - Nu: {figures_said(now)}.",
    ]
    return [*lines, f"  - Udfald: {_plain(note.outcome)}"] if note.outcome else lines


def _plain(text: str) -> str:
    """Typed text on one line that Markdown takes literally."""
    return re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", " ".join(clean_text(text).split()))


def _share(line: QuarterLine) -> str:
    if line.share is None:
        return "skjult"
    return f"{number(line.share * 100, 1)} {'pr. 100' if line.indicator.measure is Measure.RATE else '%'}"


def _quarter(code: str) -> str:
    return f"{code[-1]}. kvartal {code[:4]}"


def _day(day: dt.date | None) -> str:
    return "" if day is None else f"{day:%d-%m-%Y}"  # the form Danish Excel takes for a date
