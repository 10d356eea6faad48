"""The same rows as hospitals and municipalities really send them. Frames in are canonical; bytes out are the file."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping

import numpy as np
import pandas as pd
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.domain.calendar import monday

PLURALS = {"knæ": "Knæoperationer", "hofte": "Hofteoperationer", "skulder": "Skulderoperationer"}
LETTERS = {"KNG": "knæ", "KNF": "hofte", "KNB": "skulder"}
DIAGNOSES = {"knæ": "DM171", "hofte": "DM161", "skulder": "DM751"}
STATUS = {"planlagt": "Scheduled", "udført": "Performed", "aflyst": "Cancelled"}


def weeks_cp1252(rows: pd.DataFrame, names: Mapping[int, str]) -> bytes:
    """Weekly counts with `uge 48 2026`, `3,0` and Danish dates in Windows-1252."""
    return _csv(
        pd.DataFrame(
            {
                "Sygehus": rows["sygehus"],
                "Bopælskommune": [f"{names[code]} Kommune" for code in rows["kommunekode"]],
                "Indgreb": rows["procedure"].map(PLURALS),
                "Planlagt uge": [f"uge {int(week[6:])} {week[:4]}" for week in rows["uge"]],
                "Antal operationer": [f"{count},0" for count in rows["antal"]],
                "Udtræksdato": rows["udtraeksdato"].dt.strftime("%d-%m-%Y"),
            }
        ),
        ";",
        "cp1252",
    )


def titled_utf16(rows: pd.DataFrame, names: Mapping[int, str]) -> bytes:
    """Title rows above the header, tabs, dotted dates and a total row, in UTF-16 as Excel's "Unicode-tekst"."""
    table = pd.DataFrame(
        {
            "Afdeling": rows["afdeling"],
            "Kommune": [f"{code:04d} {names[code]}" for code in rows["kommunekode"]],
            "Operationskode": rows["sks_kode"],
            "Operationsdato": rows["operationsdato"].dt.strftime("%d.%m.%Y"),
            "Status": rows["status"],
            "Antal": rows["antal"].astype(str),
        }
    )
    first = rows.iloc[0]
    title = f"{first['sygehus']} - planlagte operationer\r\nUdtrukket {first['udtraeksdato']:%d.%m.%Y}\r\n\r\n"
    total = f"I alt\t\t\t\t\t{rows['antal'].sum()}\r\n"
    return (title + table.to_csv(sep="\t", index=False, lineterminator="\r\n") + total).encode("utf-16")


def english_bom(rows: pd.DataFrame) -> bytes:
    """English headings, commas, UTF-8 with BOM."""
    return _csv(
        pd.DataFrame(
            {
                "ExtractDate": rows["udtraeksdato"].dt.strftime("%Y-%m-%d"),
                "Hospital": rows["sygehus"],
                "MunicipalityCode": rows["kommunekode"],
                "ProcedureCode": rows["sks_kode"],
                "SurgeryDate": rows["operationsdato"].dt.strftime("%Y-%m-%d"),
                "Status": rows["status"].map(STATUS),
                "BookingDate": rows["bookingdato"].dt.strftime("%Y-%m-%d"),
            }
        ),
        ",",
        "utf-8-sig",
    )


def diagnoses_cp1252(rows: pd.DataFrame, names: Mapping[int, str]) -> bytes:
    """A municipality's own extract: diagnoses for procedures, slashed dates, `Ja`/`Nej`, Windows-1252."""
    days = {
        "Udskrevet": "udskrivningsdato",
        "Modtaget": "modtaget_dato",
        "Tidligst start": "tidligst_start_dato",
        "Tilbudt første tid": "tilbudt_dato",
    }
    table = {
        "Kommune": [names[code] for code in rows["kommunekode"]],
        "Diagnosekode": rows["procedure"].map(DIAGNOSES),
        "Sygehus": rows["sygehus"],
        "GOP-type": rows["gop_type"].str.capitalize(),
        **{heading: rows[name].dt.strftime("%d/%m/%Y") for heading, name in days.items()},
        "Status": rows["status"],
        "Mangelfuld": rows["mangelfuld"].str.capitalize(),
    }
    return _csv(pd.DataFrame(table), ";", "cp1252")


def pivot_xlsx(rows: pd.DataFrame, names: Mapping[int, str]) -> bytes:
    """One column a week, title rows, blank cells that repeat the municipality above, totals at the end."""
    planned = rows[rows["status"] != "aflyst"]
    weeks = [monday(day.date()) for day in planned["operationsdato"]]
    first, last = monday(a.AS_OF), max(weeks)
    columns = [first + dt.timedelta(weeks=i) for i in range((last - first).days // 7 + 1)]
    keys = pd.DataFrame({"m": planned["kommunekode"], "p": planned["sks_kode"].str[:3].map(LETTERS), "w": weeks})
    ahead = keys[keys["w"] >= first].assign(n=1)
    counts = ahead.pivot_table(index=["m", "p"], columns="w", values="n", aggfunc="sum").reindex(columns=columns)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    book.set_properties({"created": dt.datetime.combine(a.AS_OF, dt.time(6, 15))})
    sheet = book.add_worksheet("Operationsplan")
    sheet.write_string(0, 0, f"Planlagte operationer – {rows['sygehus'].iloc[0]}")
    sheet.write_string(1, 0, f"Udtrukket: {a.AS_OF:%d-%m-%Y} kl. 06:15")
    headings = [f"Uge {week.isocalendar().week}-{week.isocalendar().year}" for week in columns]
    for column, heading in enumerate(["Kommune", "Operation", *headings, "I alt"]):
        sheet.write_string(3, column, heading)
    line, before = 4, ""
    for (code, procedure), row in counts.iterrows():  # pyright: ignore[reportGeneralTypeIssues] - a two-level index
        name = names[int(code)]
        if name != before:
            sheet.write_string(line, 0, name)
        sheet.write_string(line, 1, str(procedure).capitalize())
        _numbers(sheet, line, row.to_numpy())
        line, before = line + 1, name
    sheet.write_string(line, 0, "I alt")
    _numbers(sheet, line, counts.sum(axis=0).to_numpy())
    book.close()
    return buffer.getvalue()


def _numbers(sheet: Worksheet, line: int, values: np.ndarray[tuple[int], np.dtype[np.float64]]) -> None:
    for column, value in enumerate(values):
        if value > 0:
            sheet.write_number(line, 2 + column, float(value))
    sheet.write_number(line, 2 + len(values), float(np.nansum(values)))


def _csv(table: pd.DataFrame, separator: str, encoding: str) -> bytes:
    return table.to_csv(sep=separator, index=False, lineterminator="\r\n").encode(encoding)
