"""Writes the dialect files beside it: files as hospitals and municipalities break them, each with its expected reading.

Run `python tests/data/dialects/build.py` after a change here and look at the difference. `NAME.expected.csv` holds
`hospital;m;proc;uge;n` sums of a plan (n as `1-4` where a file says `<5`) or rows `key;value` of other kinds;
`NAME.expected.txt` the questions of a file that must not be read without an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

HERE = Path(__file__).parent
NOH = "Nordsjællands Hospital"
HGH = "Herlev og Gentofte Hospital"
BFH = "Bispebjerg og Frederiksberg Hospital"
HOSPITALS = {"NOH": NOH, "HGH": HGH, "BFH": BFH}


def text(name: str, lines: Sequence[str], encoding: str = "utf-8", newline: str = "\r\n") -> None:
    (HERE / name).write_bytes((newline.join(lines) + newline).encode(encoding))


def plan(name: str, **sums: str) -> None:
    """Expected sums by hospital, `219 knæ 2026-W49 3, ...`."""
    rows = [";".join([HOSPITALS[short], *row.split()]) for short, each in sums.items() for row in each.split(", ")]
    (HERE / f"{name}.expected.csv").write_text(
        "\n".join(["hospital;m;proc;uge;n", *sorted(rows)]) + "\n", encoding="utf-8"
    )


def rows(name: str, expected: Sequence[str]) -> None:
    (HERE / f"{name}.expected.csv").write_text("\n".join(expected) + "\n", encoding="utf-8")


def asked(name: str, questions: Sequence[str]) -> None:
    (HERE / f"{name}.expected.txt").write_text("\n".join(questions) + "\n", encoding="utf-8")


def separate_year_and_week() -> None:
    text(
        "e01_utf16_aar_uge.csv",
        [
            "Sygehus\tBopælskommune\tIndgreb\tÅr\tUge\tAntal\tUdtræksdato",
            f"{NOH}\tHillerød\tKnæ\t2026\t52\t3\t23-11-2026",
            f"{NOH}\tHillerød\tKnæ\t2026\t53\t1\t23-11-2026",
            f"{NOH}\tHelsingør\tHofte\t2027\t1\t2\t23-11-2026",
            f"{NOH}\tHelsingør\tSkulder\t2027\t01\t-\t23-11-2026",
            "I alt\t\t\t\t\t6\t",
        ],
        "utf-16",
    )
    plan(
        "e01_utf16_aar_uge",
        NOH="219 knæ 2026-W52 3, 219 knæ 2026-W53 1, 217 hofte 2027-W01 2",
    )


def mixed_dates() -> None:
    days = [
        "16-11-2026",
        "17.11.2026",
        "18/11/2026",
        "2026-11-19",
        "46346",
        "23. november 2026",
        "24-11-2026 08:15",
        "2026-11-25T10:00:00",
        "d. 26.11.2026",
        "fre 27-11-2026",
        "2/12/2026",
        "20261203",
    ]
    text(
        "e02_blandede_datoer.csv",
        [
            "udtraeksdato,sygehus,kommunekode,sks_kode,operationsdato",
            *(f'16.11.2026,"{HGH}",0157,KNGB40,{day}' for day in days),
        ],
        "iso-8859-1",
        "\n",
    )
    plan(
        "e02_blandede_datoer",
        HGH="157 knæ 2026-W47 5, 157 knæ 2026-W48 5, 157 knæ 2026-W49 2",
    )


def merged_cells_and_two_header_rows() -> None:
    book = xlsxwriter.Workbook(HERE / "e03_to_overskrifter_flettet.xlsx")
    sheet = book.add_worksheet("Plan")
    sheet.merge_range(0, 0, 0, 5, f"Operationsplan, {BFH}")
    sheet.write(1, 0, "Opgjort pr. 21. december 2026")
    for column, word in enumerate(("Kommune", "Procedure")):
        sheet.merge_range(3, column, 4, column, word)
    sheet.merge_range(3, 2, 3, 3, 2026)
    sheet.merge_range(3, 4, 3, 5, 2027)
    for column, week in enumerate(("Uge 52", "Uge 53", "Uge 1", "Uge 2"), start=2):
        sheet.write(4, column, week)
    sheet.merge_range(5, 0, 7, 0, "København")
    sheet.merge_range(8, 0, 9, 0, "Frederiksberg")
    data = [
        ("Hofte", 4, None, 2, 1),
        ("Knæ", 3, 1, None, 2),
        ("Skulder", None, None, 1, None),
        ("Knæ", 1, None, None, 1),
        ("Andre", None, 2, None, None),
    ]
    for row, (word, *counts) in enumerate(data, start=5):
        sheet.write(row, 1, word)
        for column, count in enumerate(counts, start=2):
            if count is not None:
                sheet.write(row, column, count)
    sheet.write(10, 0, "I alt")
    for column, letter in enumerate("CDEF", start=2):
        total = sum(row[column - 1] or 0 for row in data)
        sheet.write_formula(10, column, f"=SUM({letter}6:{letter}10)", None, total)
    book.close()
    plan(
        "e03_to_overskrifter_flettet",
        BFH="101 hofte 2026-W52 4, 101 hofte 2027-W01 2, 101 hofte 2027-W02 1, 101 knæ 2026-W52 3, 101 knæ 2026-W53 "
        "1, 101 knæ 2027-W02 2, 101 skulder 2027-W01 1, 147 knæ 2026-W52 1, 147 knæ 2027-W02 1, 147 andre "
        "2026-W53 2",
    )


def hidden_sheet_and_column() -> None:
    book = xlsxwriter.Workbook(HERE / "e04_skjult_ark_20261123.xlsx")
    sheet = book.add_worksheet("Aktuel")
    old = book.add_worksheet("Sidste uge")
    old.hide()
    header = ["Sygehus", "Kommunekode", "SKS-kode", "Gammel dato", "Operationsdato", "Antal"]
    for each, count in ((sheet, 2), (old, 9)):
        each.write_row(0, 0, header)
        each.write_row(1, 0, [NOH, "219", "KNGB40", "2026-11-30", "2026-12-07", count])
        each.write_row(2, 0, [NOH, "201", "KNFB20", "2026-11-30", "2026-12-08", count + 1])
    sheet.set_column(3, 3, None, None, {"hidden": True})
    sheet.write(4, 0, "Note: Tallene er foreløbige og kan blive ændret.")
    sheet.write(5, 0, "* Kilde: Bookingsystemet")
    book.close()
    plan(
        "e04_skjult_ark_20261123",
        NOH="219 knæ 2026-W50 2, 201 hofte 2026-W50 3",
    )


def masked_and_subtotals() -> None:
    text(
        "e05_mindre_end_fem_subtotaler.csv",
        [
            f"Planlagte operationer;{HGH};;",
            "Udtrukket;16-11-2026;;",
            "",
            "Kommune;Indgreb;Uge;Antal",
            "Ballerup;Knæ;2026-48;<5",
            "Ballerup;Hofte;2026-48;7",
            "Ballerup i alt;;;9",
            "Gladsaxe;Knæ;2026-48;12",
            "Gladsaxe;Skulder;2026-49;< 5",
            "Gladsaxe i alt;;;14",
            "I alt;;;23",
            "",
            "Tal under 5 er skjult af hensyn til borgerne.",
        ],
        "cp1252",
    )
    plan(
        "e05_mindre_end_fem_subtotaler",
        HGH="151 knæ 2026-W48 1-4, 151 hofte 2026-W48 7, 159 knæ 2026-W48 12, 159 skulder 2026-W49 1-4",
    )


def municipality_names() -> None:
    spelled = {
        101: ("Københavns Kommune", "0101", "101 København", "101"),
        169: ("Høje Taastrup", "Høje Tåstrup Kommune"),
        173: ("Lyngby-Tårbæk",),
        219: ("HILLERØD",),
        259: ("Koege Kommune",),
        320: ("Faxe Kommune",),
        400: ("Bornholms Regionskommune",),
        751: ("Århus",),
        820: ("Vesthimmerland",),
    }
    outside = ("Christiansø", "411", "Udland", "Grønland", "Ukendt")
    names = [name for each in spelled.values() for name in each]
    header = "udtraeksdato;sygehus;kommune;procedure;uge;antal"
    text("e06_kommunenavne.csv", [header, *(f"2026-11-23;{NOH};{name};knæ;2026-W49;1" for name in (*names, *outside))])
    plan("e06_kommunenavne", NOH=", ".join(f"{code} knæ 2026-W49 {len(each)}" for code, each in spelled.items()))


def procedure_names() -> None:
    spelled = {
        "knæ": ("KNGB40", "KNGB40A", "KNGB40 TUL1", "kngb40+TUL2", "Knæalloplastik", "KNÆ", "TKA"),
        "hofte": ("KNFB40 Primær totalprotese i hofte", "Hofteoperationer", "THA"),
        "skulder": ("KNBL39", "Rotator cuff sutur"),
        "andre": ("KNCJ45", "Andre", "Håndkirurgi"),
    }
    text(
        "e07_procedurer.csv",
        [
            "Extract date;Hospital;Municipality;Procedure;Week;Count",
            *(f"2026-11-16;{NOH};Hillerød;{name};W49 2026;1" for names in spelled.values() for name in names),
        ],
    )
    plan("e07_procedurer", NOH=", ".join(f"219 {group} 2026-W49 {len(names)}" for group, names in spelled.items()))


def procedures_side_by_side() -> None:
    text(
        "e08_procedurer_i_kolonner.csv",
        [
            "Udtræksdato;Sygehus;Kommune;Uge;Knæ;Hofte;Skulder;I alt",
            f"21-12-2026;{NOH};Hillerød;uge 52 2026;3;2;;5",
            f"21-12-2026;{NOH};;uge 53 2026;1;;1;2",
            f"21-12-2026;{NOH};;uge 1 2027;;4;-;4",
            f"21-12-2026;{NOH};Halsnæs;uge 52 2026;2;;;2",
            f"21-12-2026;{NOH};;uge 1 2027;1;1;1;3",
            "I alt;;;;7;7;2;16",
        ],
    )
    plan(
        "e08_procedurer_i_kolonner",
        NOH="219 knæ 2026-W52 3, 219 hofte 2026-W52 2, 219 knæ 2026-W53 1, 219 skulder 2026-W53 1, 219 hofte 2027-W01 "
        "4, 260 knæ 2026-W52 2, 260 knæ 2027-W01 1, 260 hofte 2027-W01 1, 260 skulder 2027-W01 1",
    )


def two_tables() -> None:
    text(
        "e09_to_tabeller.csv",
        [
            f"Planlagte operationer, {NOH};;;;",
            "Opgjort 16.11.2026;;;;",
            "Kommune;Procedure;Uge;Antal;",
            "Allerød;Knæ;48/2026;2;",
            "Fredensborg;Hofte;49/2026;3;",
            ";;;;",
            "Bemanding;Vagt;Leder;;",
            "Afsnit A;Dag;Hansen;;",
            "Afsnit B;Aften;Jensen;;",
        ],
    )
    plan(
        "e09_to_tabeller",
        NOH="201 knæ 2026-W48 2, 210 hofte 2026-W49 3",
    )


def a_sheet_per_hospital() -> None:
    book = xlsxwriter.Workbook(HERE / "e10_ark_pr_hospital_2026-11-23.xlsx")
    book.add_worksheet("Forside").write(0, 0, "Planlagte operationer i regionen")
    for name, count in ((NOH, 1), (BFH, 4)):
        sheet = book.add_worksheet(name[:31])
        sheet.write(0, 0, name)
        sheet.write_row(2, 0, ["Kommunenr.", "Operation", "Planlagt uge", "Antal"])
        sheet.write_row(3, 0, [219, "Knæ", "2026-W49", count])
        sheet.write_row(4, 0, [217, "Hofte", "2026-W50", count + 1])
    book.close()
    plan(
        "e10_ark_pr_hospital_2026-11-23",
        NOH="219 knæ 2026-W49 1, 217 hofte 2026-W50 2",
        BFH="219 knæ 2026-W49 4, 217 hofte 2026-W50 5",
    )


def printed_pages() -> None:
    header = "Udtræksdato;Sygehus;Kommune;Indgreb;Uge;Antal"
    line = f"23.11.2026;{HGH};{{}};{{}};uge {{}}-2026;{{}}"
    text(
        "e11_gentaget_overskrift.csv",
        [
            header,
            line.format("Herlev", "Knæ", 48, 1),
            line.format("Herlev", "Hofte", 49, 2),
            header,
            line.format("Furesø", "Knæ", 50, 3),
            "",
            header,
            line.format("Egedal", "Skulder", 51, 4),
        ],
        "cp1252",
    )
    plan(
        "e11_gentaget_overskrift",
        HGH="163 knæ 2026-W48 1, 163 hofte 2026-W49 2, 190 knæ 2026-W50 3, 240 skulder 2026-W51 4",
    )


def weeks_over_procedures() -> None:
    book = xlsxwriter.Workbook(HERE / "e12_uger_over_procedurer.xlsx")
    sheet = book.add_worksheet("Ark1")
    sheet.write(0, 0, f"Planlagte operationer på {HGH}, udtrukket 2026-12-14 06:15")
    sheet.write(3, 0, "Kommune")
    for start, week in ((1, "Uge 53 2026"), (4, "Uge 1 2027")):
        sheet.merge_range(2, start, 2, start + 2, week)
        sheet.write_row(3, start, ["Knæ", "Hofte", "Skulder"])
    sheet.write_row(4, 0, ["Gentofte", 1, 2, 3, 4, 5, 6])
    sheet.write_row(5, 0, ["Rudersdal", "", "2", "", "<5", "", "-"])
    book.close()
    plan(
        "e12_uger_over_procedurer",
        HGH="157 knæ 2026-W53 1, 157 hofte 2026-W53 2, 157 skulder 2026-W53 3, 157 knæ 2027-W01 4, 157 hofte 2027-W01 "
        "5, 157 skulder 2027-W01 6, 230 hofte 2026-W53 2, 230 knæ 2027-W01 1-4",
    )


def thousands_proved_by_the_total() -> None:
    text(
        "e13_tusinder.csv",
        [
            "udtraeksdato;sygehus;kommunekode;procedure;uge;antal",
            f"2026-11-23;{BFH};101;andre;2026-W49;1.234",
            f"2026-11-23;{BFH};147;andre;2026-W49;66",
            "I alt;;;;;1.300",
        ],
    )
    plan(
        "e13_tusinder",
        BFH="101 andre 2026-W49 1234, 147 andre 2026-W49 66",
    )


def week_spellings() -> None:
    weeks = [
        "uge 53 2026",
        "53/2026",
        "2026-53",
        "202653",
        "2026-W53",
        "U53-2026",
        "Uge 53, 2026",
        "uge 53 (2026)",
        "2026W53",
    ]
    text(
        "e14_uger.csv",
        [
            "udtraeksdato;sygehus;kommunekode;procedure;uge;antal",
            *(f"2026-12-21;{NOH};219;hofte;{week};1" for week in weeks),
            f"2026-12-21;{NOH};219;hofte;uge 1 2027;1",
        ],
    )
    plan("e14_uger", NOH=f"219 hofte 2026-W53 {len(weeks)}, 219 hofte 2027-W01 1")


def old_workbook() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Plan")
    style = xlwt.easyxf(num_format_str="DD-MM-YYYY")
    sheet.write(0, 0, f"{BFH} – operationsplan")
    for column, word in enumerate(("Udtræksdato", "Kommunekode", "SKS-kode", "Operationsdato", "Status", "Antal")):
        sheet.write(2, column, word)
    data = [
        (101, "KNGB40", 46349, "Planlagt", 1.0),
        (147, "KNFB30", 46350, "Aflyst", 2.0),
        (101, "KNBB20", 46339, "Udført", 3.0),
    ]
    for row, (code, sks, day, status, count) in enumerate(data, start=3):
        sheet.write(row, 0, 46349, style)
        for column, value in enumerate((code, sks), start=1):
            sheet.write(row, column, value)
        sheet.write(row, 3, day, style)
        sheet.write(row, 4, status)
        sheet.write(row, 5, count)
    book.save(str(HERE / "e15_gammel_excel.xls"))
    plan(
        "e15_gammel_excel",
        BFH="101 knæ 2026-W48 1, 101 skulder 2026-W46 3",
    )


def text_numbers_in_ods() -> None:
    document = OpenDocumentSpreadsheet()
    table = Table(name="Uge 48")
    lines = [
        ["Hospital\u00a0", " Kommune ", "Indgreb", "Uge", "Antal ", "Udtrukket"],
        [f"{NOH} ", "Hillerød\u00a0", "Knæ ", " uge 48 2026", "3 ", "23-11-2026 "],
        [f" {NOH}", "Gribskov", "hofte", "uge 49\u00a02026", "\u00a02,0", "23-11-2026"],
    ]
    for line in lines:
        row = TableRow()
        for value in line:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=value))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(str(HERE / "e16_teksttal.ods"))
    plan(
        "e16_teksttal",
        NOH="219 knæ 2026-W48 3, 270 hofte 2026-W49 2",
    )


def total_that_differs() -> None:
    text(
        "e17_sum_passer_ikke.csv",
        [
            "udtraeksdato;sygehus;kommunekode;procedure;uge;antal",
            f"2026-11-23;{NOH};219;knæ;2026-W49;4",
            f"2026-11-23;{NOH};201;knæ;2026-W49;5",
            "Total;;;;;12",
        ],
    )
    plan(
        "e17_sum_passer_ikke",
        NOH="219 knæ 2026-W49 4, 201 knæ 2026-W49 5",
    )


def plans_from_a_municipality() -> None:
    text(
        "e18_gop_kommune.csv",
        [
            "Kommune;Diagnose;Hospital;Type af GOP;Udskrevet;Modtaget;Tidligst start;Tilbudt;Opstart;Status;Mangelfuld",
            f"Hillerød Kommune;DM17.1;{NOH};Almen - basal;16-11-2026;17-11-2026;;23-11-2026;;;Nej",
            f"Hillerød Kommune;DS72;{NOH};Almen genoptræning, avanceret;16-11-2026;16-11-2026;01-12-2026;;;Udskudt;ja",
            f"Hillerød Kommune;DZ509;{NOH};Specialiseret genoptræning;;18-11-2026;;;;Frit valg afslået;",
        ],
        "cp1252",
    )
    rows(
        "e18_gop_kommune",
        [
            "municipality;procedure;gop_type;discharged;received;earliest_start;offered;status;incomplete",
            "219;knæ;almen basal;2026-11-16;2026-11-17;;2026-11-23;;0",
            "219;hofte;almen avanceret;2026-11-16;2026-11-16;2026-12-01;;udskudt;1",
            "219;andre;specialiseret genoptræning;;2026-11-18;;;frit valg afslået;-1",
        ],
    )


def slots_by_week() -> None:
    text(
        "e19_kapacitet_uger.csv",
        [
            "Kapacitet i træningscentret: pladser til første tid;;;",
            "Kommune;Uge 48 2026;Uge 49 2026;Uge 53 2026",
            "Hillerød;12;10;-",
            "Allerød;4;;2",
            "I alt;16;10;2",
        ],
    )
    rows(
        "e19_kapacitet_uger",
        [
            "municipality;week;procedure;slots",
            "219;2026-11-23;;12",
            "219;2026-11-30;;10",
            "219;2026-12-28;;0",
            "201;2026-11-23;;4",
            "201;2026-12-28;;2",
        ],
    )


def quarters() -> None:
    text(
        "e20_kvartal.csv",
        [
            "Kvartal;Kommune;Sygehus;Udskrivninger i målgruppen;Omfattet;Kontakter inden 72 timer;Genindlagt",
            f"3. kvartal 2026;Hillerød;{NOH};1.200,0;900,0;45,0;<5",
            f"2026-Q3;Allerød;{NOH};1.100;700;30;6",
            f"K2 2026;Allerød;{NOH};300;200;;",
        ],
    )
    rows(
        "e20_kvartal",
        [
            "quarter;municipality;hospital;discharges;covered;contacts;readmissions",
            f"2026K3;201;{NOH};1100;700;30;6",
            f"2026K2;201;{NOH};300;200;-1;-1",
        ],
    )


def must_be_asked() -> None:
    text(
        "q01_maaneden_foerst.csv",
        [
            "ExtractDate,Hospital,MunicipalityCode,ProcedureCode,SurgeryDate",
            f"2026-11-16,{NOH},219,KNGB40,11/23/2026",
            f"2026-11-16,{NOH},219,KNGB40,12/04/2026",
        ],
    )
    asked("q01_maaneden_foerst", ["date_order:SurgeryDate"])
    text(
        "q02_hospital_stavet.csv",
        [
            "udtraeksdato;sygehus;kommunekode;procedure;uge;antal",
            "2026-11-23;Nordsjælands Hospital;219;knæ;2026-W49;1",
            "2026-11-23;Herlev Hospital;219;knæ;2026-W49;1",
            "2026-11-23;Privathospitalet Birkely;219;knæ;2026-W49;1",
        ],
    )
    asked("q02_hospital_stavet", ["hospital:Nordsjælands Hospital", "hospital:Herlev Hospital"])
    text(
        "q03_uger_uden_aar.csv",
        [
            f"Planlagte operationer {NOH} 23-11-2026;;;",
            "Kommune;Indgreb;Uge 52;Uge 53;Uge 1",
            "Hillerød;Knæ;1;2;3",
        ],
    )
    asked("q03_uger_uden_aar", ["week_year"])
    text(
        "q04_punktum.csv",
        [
            "udtraeksdato;sygehus;kommunekode;procedure;uge;antal",
            f"2026-11-23;{NOH};219;knæ;2026-W49;1.234",
        ],
    )
    asked("q04_punktum", ["thousands:."])
    text("q05_ingen_dato.csv", ["Sygehus;Kommune;Indgreb;Uge;Antal", f"{NOH};Hillerød;Knæ;2026-W49;1"])
    asked("q05_ingen_dato", ["as_of"])
    text("q06_type.csv", ["Kommune;Uge 48 2026;Uge 49 2026", "Hillerød;12;10"])
    asked("q06_type", ["kind"])
    text(
        "q07_mangler_kommune.csv",
        ["udtraeksdato;sygehus;sks_kode;operationsdato", f"2026-11-23;{NOH};KNGB40;2026-12-01"],
    )
    asked("q07_mangler_kommune", ["column:kommunekode"])


if __name__ == "__main__":
    for build in (
        separate_year_and_week,
        mixed_dates,
        merged_cells_and_two_header_rows,
        hidden_sheet_and_column,
        masked_and_subtotals,
        municipality_names,
        procedure_names,
        procedures_side_by_side,
        two_tables,
        a_sheet_per_hospital,
        printed_pages,
        weeks_over_procedures,
        thousands_proved_by_the_total,
        week_spellings,
        old_workbook,
        text_numbers_in_ods,
        total_that_differs,
        plans_from_a_municipality,
        slots_by_week,
        quarters,
        must_be_asked,
    ):
        build()
