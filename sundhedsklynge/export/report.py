"""The weekly package as plain data: tables with typed columns and an account of what they rest on. Writers only write.

Everything a reader sees is decided here, so that XLSX, CSV and PDF tell the same.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

import pandas as pd

from sundhedsklynge.domain.calendar import parse_week, week_text
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, never
from sundhedsklynge.domain.risk_class import TOO_LOW, risk_class
from sundhedsklynge.export.cells import HIDDEN_WORD, Cell, cell
from sundhedsklynge.export.files import plain_name
from sundhedsklynge.export.machine import machine_csv
from sundhedsklynge.export.masked_rows import Shown, mask_counts, mask_waiting, shown_weeks, week_counts
from sundhedsklynge.export.table import Column, Table, table_of
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL, Scope

LEVELS: Final = {  # in the order they are shown: overview first
    "i_alt": "I alt",
    "region": "Region",
    "sundhedsraad": "Sundhedsråd",
    "klynge": "Klynge",
    MUNICIPALITY: "Kommune",
}
RISK_WORDS: Final = ("rolig", "○ hold øje", "◐ risiko", "● høj risiko")
NO_SLOTS: Final = "ukendt: ingen pladser oplyst"
DEMO_WORD: Final = "DEMO - opdigtede tal"

About = tuple[tuple[str, tuple[tuple[str, Cell], ...]], ...]  # lines (label, value) under their headings


@dataclass(frozen=True)
class Source:
    """One source of the data: `status` is how fresh it is, in a word; `extracted` None where nothing ever came."""

    name: str
    extracted: dt.date | None
    status: str = ""
    kind: str = "operationsplan"


@dataclass(frozen=True)
class SlotsChanged:
    """Slots of a week somebody typed anew: `before` None where none were told; `procedure` "" is shared by all."""

    place: str
    week: dt.date
    procedure: str
    before: int | None
    after: int
    who: str
    day: dt.date
    why: str


@dataclass(frozen=True)
class Meta:
    """What the numbers rest on. `checksum` is of the data in the database; `risk_limits` are the lower ends of the
    upper three classes; counts of persons from 1 to `mask_below` - 1 are hidden where the report is masked. `corrections`:
    what a planner has corrected in the forecast, and why. slots_changed: typed since the last file."""

    as_of: dt.date
    sources: Sequence[Source]
    model_version: str
    program_version: str
    assumptions: Sequence[str]
    is_demo: bool = False
    checksum: str = ""
    risk_limits: tuple[float, float, float] = (0.05, 0.20, 0.50)
    risk_target: float = 0.05
    mask_below: int = 5
    corrections: Sequence[str] = ()
    slots_changed: Sequence[SlotsChanged] = ()
    risk_may_be_too_low: bool = False

    @property
    def note(self) -> str:
        """The as-of date, that a planner has corrected the forecast, that the risk may be too low, and that the data are made up, where it
        is so.
        """
        said = f"Opgjort pr. {self.as_of:%d.%m.%Y}."
        if self.corrections:
            said += " Prognosen er rettet af planlæggeren."
        if self.risk_may_be_too_low:
            said += f" {TOO_LOW}"
        return f"{DEMO_WORD}. {said}" if self.is_demo else said


class Accounted(Protocol):
    """What every sheet of a workbook tells of itself: what the numbers rest on, in one line and at length."""

    @property
    def meta(self) -> Meta: ...
    @property
    def note(self) -> str: ...
    @property
    def about(self) -> About: ...


@dataclass(frozen=True)
class Report:
    """The package: two tables; `overview`, the week's figures of the whole place; `received`, the weeks before with the
    plans received (None missing); and `about`, the lines (label, value) of the account under their headings."""

    meta: Meta
    place: str
    masked: bool
    forecast: Table
    risk: Table
    overview: Table
    received: tuple[tuple[dt.date, Cell], ...]
    about: About

    @property
    def tables(self) -> tuple[Table, Table]:
        """The tables in the order they are shown."""
        return self.forecast, self.risk

    @property
    def note(self) -> str:
        """One line under every title: what the reader must know before the numbers."""
        said = self.meta.note
        return f"{said} {_mask_note(self.meta.mask_below)}." if self.masked else said

    @property
    def stem(self) -> str:
        """What its files are called: `genoptraening_2026-11-23_hilleroed`, then `_skjult`, `_DEMO` where it is so."""
        parts = ["genoptraening", self.meta.as_of.isoformat(), plain_name(self.place)]
        return "_".join(parts + ["skjult"] * self.masked + ["DEMO"] * self.meta.is_demo)


_FORECAST = (
    Column("niveau", "Niveau", "text", 11),
    Column("kode", "Kode", "text", 12),
    Column("navn", "Sted", "text", 22),
    Column("procedure", "Operation", "text", 11),
    Column("uge", "Uge", "text", 13),
    Column("mandag", "Mandag", "date", 11),
    Column("horisont", "Uger frem", "whole", 10),
    Column("booket", "Booket", "whole", 9),
    Column("middel", "Forventet", "number", 10),
    Column("q50", "Median", "whole", 9),
    Column("q25", "50 % fra", "whole", 9),
    Column("q75", "50 % til", "whole", 9),
    Column("q10", "80 % fra", "whole", 9),
    Column("q90", "80 % til", "whole", 9),
    Column("q05", "90 % fra", "whole", 9),
    Column("q95", "90 % til", "whole", 9),
    Column("q025", "95 % fra", "whole", 9),
    Column("q975", "95 % til", "whole", 9),
)
_RISK = (
    Column("kommunekode", "Kode", "text", 8),
    Column("kommune", "Kommune", "text", 22),
    Column("uge", "Uge", "text", 13),
    Column("mandag", "Mandag", "date", 11),
    Column("forventet_modtaget", "Modtages (forventet)", "number", 13),
    Column("forventet_frister", "Frister (forventet)", "number", 13),
    Column("ventende", "Venter", "number", 10),
    Column("pladser", "Pladser", "whole", 10),
    Column("planlagte_pladser", "Pladser hele ugen", "whole", 10),
    Column("forventet_over_frist", "Over fristen (forventet)", "number", 15),
    Column("p_over_frist", "Sandsynlighed", "share", 14),
    Column("vurdering", "Vurdering", "text", 26),
    Column("anbefalede_pladser", "Anbefalede pladser", "whole", 13),
    Column("forventet_privat", "Privat (forventet)", "number", 13),
    Column("udgift_kr", "Udgift (kr.)", "kroner", 13),
    Column("allerede_over_frist", "Allerede over fristen", "whole", 14),
)
_OVERVIEW = (
    Column("uge", "Uge", "text", 13),
    Column("mandag", "Mandag", "date", 11),
    *(column for column in _FORECAST if column.key in {"booket", "middel", "q50", "q25", "q75", "q10", "q90"}),
    *(column for column in _FORECAST if column.key in {"q025", "q975"}),
    Column("pladser", "Pladser hele ugen", "whole", 10),
    Column("anbefalede_pladser", "Anbefalede pladser", "whole", 13),
    Column("mangler", "Pladser mangler", "whole", 11),
    Column("p_over_frist", "Højeste risiko", "share", 11),
    Column("vurdering", "Vurdering", "text", 26),
    Column("kommune", "Kommune med højeste risiko", "text", 22),
)
_MEANINGS = (
    ("Forventet", "Gennemsnittet af de mulige forløb, som modellen regner ud. Genoptræningsplaner modtaget i ugen."),
    ("50, 80, 90 og 95 % fra/til", "Så ofte ventes det modtagne antal at ligge inden for grænserne."),
    ("Booket", "Operationer, som hospitalernes nyeste planer har i ugen. Tomt: ingen plan når så langt frem."),
    ("Frister", "Borgere, hvis frist på 7 dage udløber i ugen (sundhedsloven § 140, stk. 4)."),
    ("Venter", "Borgere uden en tilbudt tid, når ugen (eller opgørelsesdagen) begynder."),
    ("Pladser", "Første tider, træningsstedet kan give; i første uge fra opgørelsesdagen."),
    ("Pladser mangler", "Anbefalede pladser ud over hele ugens pladser, lagt sammen over kommunerne."),
    ("Sandsynlighed", "Sandsynlighed for at mindst én borger når over fristen."),
    ("Anbefalede pladser", "Hele ugens pladser, der bringer risikoen under målet. Tomt: intet antal kan."),
    ("Tomme felter", "Ikke kendt. Et tomt felt er aldrig nul."),
)


def compose(
    forecast: pd.DataFrame,
    risk: pd.DataFrame,
    meta: Meta,
    *,
    areas: Sequence[Scope],
    scope: Scope | None = None,
    masked: bool = False,
    received: pd.DataFrame | None = None,
    booked: Shown | None = None,
    cancelled: Cancelled = never,
    waiting_told: Collection[int] | None = None,
) -> Report:
    """The weekly package of `scope` (None: all) from the contract's `forecast` and `risk` rows of the whole database.

    risk also has `planlagte_pladser`, the slots of the whole week. received: plans received in the weeks before, one row
    per niveau, kode, procedure and uge, `modtaget` NaN where missing; None leaves the past out. areas: every scope in
    `forecast`, for the sums that masking has to guard. Masking is decided on the whole before the
    scope is cut out, so that two packages cannot be held against each other. booked: what of the bookings may be shown
    in the light of earlier meetings; None is what these rows alone allow. waiting_told: municipalities whose waiting list is
    known and not estimated; None is all. Raises NothingToComputeError where the scope has no rows, CancelledError.
    """
    if masked:
        shown = booked or shown_weeks(week_counts(forecast, "booket"), areas, meta.mask_below, cancelled=cancelled)
        forecast = mask_counts(forecast, "booket", shown)
        if received is not None:
            arrived = shown_weeks(week_counts(received, "modtaget"), areas, meta.mask_below, cancelled=cancelled)
            received = mask_counts(received, "modtaget", arrived)
        risk = mask_waiting(risk, areas, meta.mask_below, waiting_told)
    total = _of(forecast, scope)
    past = None if received is None else _of(received, scope)
    if scope is not None:
        members = {str(code) for code in scope.members}
        own = (forecast["niveau"] == scope.level) & (forecast["kode"] == scope.code)
        forecast = forecast[own | ((forecast["niveau"] == MUNICIPALITY) & forecast["kode"].isin(members))]
        risk = risk[risk["kommunekode"].astype(str).isin(members)]
    if forecast.empty:
        raise NothingToComputeError("Der er ingen prognose at eksportere.", "Vælg et andet sted, eller importér data.")
    place = _place(scope)
    draft = Report(
        meta,
        place,
        masked,
        table_of("Prognose", f"Forventede genoptræningsplaner - {place}", _FORECAST, _readable_forecast(forecast), 5),
        table_of("Frist", f"Risiko for at overskride 7-dages-fristen - {place}", _RISK, _readable_risk(risk, meta), 3),
        table_of("Oversigt", f"Ugerne i overblik - {place}", _OVERVIEW, _overview(total, risk, meta), 2),
        ()
        if past is None
        else tuple((parse_week(week), cell(n)) for week, n in zip(past["uge"], past["modtaget"], strict=True)),
        (),
    )
    numbers = hashlib.sha256((machine_csv(forecast) + machine_csv(risk)).encode()).hexdigest()
    return replace(draft, about=account(meta, place, numbers, masked))


def risk_word(probability: float, limits: Sequence[float]) -> str:
    """Shape and word of a probability; says so where it is not known (NaN)."""
    kind = risk_class(probability, limits)
    return NO_SLOTS if kind is None else RISK_WORDS[kind]


def _place(scope: Scope | None) -> str:
    if scope is None:
        return "Alle kommuner"
    return f"{LEVELS[scope.level]} {scope.name}" if scope.level in ("klynge", "sundhedsraad") else scope.name


def _readable_forecast(rows: pd.DataFrame) -> pd.DataFrame:
    order = {level: place for place, level in enumerate(LEVELS)}
    rows = rows.sort_values("niveau", key=lambda levels: levels.map(order), kind="stable")
    return _with_weeks(rows).assign(
        niveau=[LEVELS.get(str(level), str(level)) for level in rows["niveau"]],
        procedure=rows["procedure"].str.capitalize(),
    )


def _readable_risk(rows: pd.DataFrame, meta: Meta) -> pd.DataFrame:
    words = [risk_word(float(p), meta.risk_limits) for p in rows["p_over_frist"]]
    return _with_weeks(rows).assign(vurdering=words)


def _of(rows: pd.DataFrame, scope: Scope | None) -> pd.DataFrame:
    """The rows of the scope itself, all procedures in one."""
    level, code = (TOTAL, TOTAL) if scope is None else (scope.level, scope.code)
    return rows[(rows["niveau"] == level) & (rows["kode"] == code) & (rows["procedure"] == ALL)]


def _overview(total: pd.DataFrame, risk: pd.DataFrame, meta: Meta) -> pd.DataFrame:
    """One row a week: the forecast of the whole place, its municipalities' slots summed, and the highest risk of any.

    Slots nobody has told are left out of the sums; where no municipality has told any, the sums are missing.
    """
    lacking = (risk["anbefalede_pladser"] - risk["planlagte_pladser"]).clip(lower=0)
    weeks = risk.assign(mangler=lacking).groupby("uge", sort=False)
    sums = weeks[["planlagte_pladser", "mangler"]].sum(min_count=1)
    known = risk.dropna(subset=["p_over_frist"])
    worst = known.loc[known.groupby("uge")["p_over_frist"].idxmax()].set_index("uge")[["p_over_frist", "kommune"]]
    rows = total.join(sums, on="uge").join(worst, on="uge")
    words = [risk_word(float(p), meta.risk_limits) for p in rows["p_over_frist"]]
    recommended = rows["planlagte_pladser"] + rows["mangler"]
    kommune = rows["kommune"].where(rows["kommune"].notna(), None)
    return _with_weeks(rows).assign(
        pladser=rows["planlagte_pladser"], anbefalede_pladser=recommended, vurdering=words, kommune=kommune
    )


def _with_weeks(rows: pd.DataFrame) -> pd.DataFrame:
    mondays = [parse_week(code) for code in rows["uge"]]
    return rows.assign(uge=[week_text(day) for day in mondays], mandag=mondays)


def _mask_note(below: int) -> str:
    return (
        f'Antal fra 1 til {below - 1} personer står som "{HIDDEN_WORD}", og flere er skjult, så de ikke kan regnes ud'
    )


def account(
    meta: Meta,
    place: str,
    numbers: str,
    masked: bool = False,
    meanings: Sequence[tuple[str, str]] = _MEANINGS,
) -> About:
    """What the numbers rest on, at length. numbers: their checksum."""
    low, middle, high = (f"{limit * 100:g} %".replace(".", ",") for limit in meta.risk_limits)
    first: list[tuple[str, Cell]] = [("Opgjort pr.", meta.as_of), ("Sted", place)]
    if meta.is_demo:
        first.insert(0, ("DEMO", "Alle tal er opdigtede. Hver forudsætning i demodata er en antagelse."))
    if masked:
        first.append(("Små tal", _mask_note(meta.mask_below) + "."))
    calm, *upper = RISK_WORDS
    classes = ", ".join([f"{calm} under {low}", *map("{} fra {}".format, upper, (low, middle, high))])
    program: list[tuple[str, Cell]] = [("Model", meta.model_version), ("Program", meta.program_version)]
    if meta.checksum:
        program.append(("Kontrolsum for data", meta.checksum))
    program.append(("Kontrolsum for tallene", numbers))
    return (
        ("Udtræk", tuple(first)),
        ("Datakilder", tuple(line for source in meta.sources for line in _source_lines(source, meta.as_of))),
        *([("Rettelser af prognosen", tuple(("", text) for text in meta.corrections))] if meta.corrections else []),
        *(
            [("Ændringer af pladser siden sidste fil", tuple(map(_slots_line, meta.slots_changed)))]
            if meta.slots_changed
            else []
        ),
        ("Forudsætninger", tuple(("", text) for text in meta.assumptions)),
        ("Sådan læses tallene", (*meanings, ("Vurdering", f"{classes}."))),
        ("Program", tuple(program)),
    )


def _slots_line(changed: SlotsChanged) -> tuple[str, Cell]:
    where = f"{changed.place}, {changed.procedure}" if changed.procedure else changed.place
    before = "ikke oplyst" if changed.before is None else changed.before
    why = changed.why or "ingen grund angivet"
    return (
        f"{where}, {week_text(changed.week)}",
        f"{before} → {changed.after} pladser. {changed.who}, {changed.day:%d.%m.%Y}: {why}",
    )


def _source_lines(source: Source, as_of: dt.date) -> list[tuple[str, Cell]]:
    name = f"{source.name}, {source.kind}" if source.kind else source.name
    if source.extracted is None:
        return [(name, f"uden dato ({source.status})" if source.status not in ("", "mangler") else "mangler")]
    age = (as_of - source.extracted).days
    days = "samme dag" if age == 0 else "1 dag gammel" if age == 1 else f"{age} dage gammel"
    status = f" ({source.status})" if source.status else ""
    return [(name, f"{source.extracted:%d.%m.%Y}, {days}{status}")]
