"""Scenarios beside the plan, for people: a workbook with sums, municipalities and weeks, and the same as CSV for Excel."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from sundhedsklynge.domain.calendar import parse_week, week_text
from sundhedsklynge.export import csv, xlsx
from sundhedsklynge.export.files import make_folder, plain_name, refuse_if_held, replace_file
from sundhedsklynge.export.machine import machine_csv
from sundhedsklynge.export.report import About, Meta, account
from sundhedsklynge.export.table import Column, Table, table_of

_NAME = Column("scenarie", "Scenarie", "text", 26)
_PLACE = (Column("kommunekode", "Kode", "text", 8), Column("kommune", "Kommune", "text", 22))
_LATE = Column("forventet_over_frist", "Over fristen (forventet)", "number", 15)
_LACKING = Column("ekstra_pladser", "Pladser mangler", "whole", 12)
_PRIVATE = Column("forventet_privat", "Privat (forventet)", "number", 13)
_KRONER = Column("udgift_kr", "Udgift til private (kr.)", "kroner", 15)
_TOTALS = (
    _NAME,
    Column("aendringer", "Ændringer", "text", 48),
    Column("hoejeste_risiko", "Højeste risiko", "share", 11),
    Column("uger_over_maal", "Kommune-uger over målet", "whole", 14),
    _LATE,
    Column("pladser", "Pladser i alt", "whole", 11),
    _LACKING,
    Column("ekstra_pladser_kr", "Pris for pladser, der mangler (kr.)", "kroner", 18),
    _PRIVATE,
    Column("privat_lav", "Privat, 80 % fra", "whole", 12),
    Column("privat_hoej", "Privat, 80 % til", "whole", 12),
    _KRONER,
    Column("udgift_lav", "Udgift, 80 % fra (kr.)", "kroner", 15),
    Column("udgift_hoej", "Udgift, 80 % til (kr.)", "kroner", 15),
)
_MUNICIPALITIES = (
    _NAME,
    *_PLACE,
    Column("hoejeste_risiko", "Højeste risiko", "share", 11),
    _LATE,
    _LACKING,
    _PRIVATE,
    _KRONER,
)
_WEEKS = (
    _NAME,
    *_PLACE,
    Column("uge", "Uge", "text", 13),
    Column("mandag", "Mandag", "date", 11),
    Column("p_over_frist", "Sandsynlighed", "share", 14),
    _LATE,
    Column("pladser", "Pladser hele ugen", "whole", 10),
    _LACKING,
    _PRIVATE,
    _KRONER,
)
_MEANINGS: Final = (
    ("Planen", "Pladser og prognose, som de står. Scenarierne regnes på de samme mulige forløb."),
    ("Sandsynlighed", "Sandsynlighed for at mindst én borger når over fristen i ugen."),
    ("Højeste risiko", "Den største sandsynlighed i nogen uge og kommune."),
    ("Over fristen", "Forventet antal borgere uden en første tid, når fristen udløber."),
    ("Pladser mangler", "Ekstra pladser, der bringer risikoen under målet i de uger, hvor pladser kan nå det."),
    ("Privat", "Borgere, der ventes at bruge retten til privat tilbud. Tomt: andelen er ikke sat."),
    ("80 % fra/til", "Otte af ti mulige forløb ligger inden for grænserne."),
    ("Tomme felter", "Ikke kendt. Et tomt felt er aldrig nul."),
)


@dataclass(frozen=True)
class ScenarioReport:
    """Sums, municipalities and weeks of every scenario, the plan first; `about` what they rest on."""

    meta: Meta
    place: str
    tables: tuple[Table, ...]
    about: About

    @property
    def note(self) -> str:
        """One line under every title."""
        return self.meta.note

    @property
    def stem(self) -> str:
        """What its files are called."""
        parts = ["scenarier", self.meta.as_of.isoformat(), plain_name(self.place)]
        return "_".join(parts + ["DEMO"] * self.meta.is_demo)


def compose(
    totals: pd.DataFrame, by_municipality: pd.DataFrame, weeks: pd.DataFrame, meta: Meta, place: str
) -> ScenarioReport:
    """The report of a comparison's frames."""
    mondays = [parse_week(code) for code in weeks["uge"]]
    dated = weeks.assign(uge=[week_text(day) for day in mondays], mandag=mondays)
    tables = (
        table_of("Scenarier", f"Planen og scenarierne - {place}", _TOTALS, totals, 1),
        table_of("Kommuner", f"Scenarierne i kommunerne - {place}", _MUNICIPALITIES, by_municipality, 3),
        table_of("Uger", f"Scenarierne uge for uge - {place}", _WEEKS, dated, 4),
    )
    numbers = hashlib.sha256("".join(map(machine_csv, (totals, by_municipality, weeks))).encode()).hexdigest()
    return ScenarioReport(meta, place, tables, account(meta, place, numbers, meanings=_MEANINGS))


def write(report: ScenarioReport, folder: Path) -> list[Path]:
    """A workbook, and a CSV of each table and of the account, in place of older ones. Raises UserError where one cannot be written; if one
    is held open, none is replaced.
    """
    make_folder(folder)
    texts = {table.name.lower(): csv.table_text(table, report) for table in report.tables}
    texts["kilder"] = csv.about_text(report)
    book = folder / f"{report.stem}.xlsx"
    files = {folder / f"{report.stem}_{name}.csv": text for name, text in texts.items()}
    for path in (book, *files):
        refuse_if_held(path)
    with replace_file(book) as temporary:
        temporary.write_bytes(xlsx.tables_workbook(report, report.tables))
    for path, text in files.items():
        csv.write_text(path, text)
    return [book, *files]
