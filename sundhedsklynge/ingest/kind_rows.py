"""The rows of each kind: which columns are read how, and the rules a row must keep (data contract, *Files in*)."""

from __future__ import annotations

import datetime as dt
import hmac
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sundhedsklynge.domain.kinds import ACTIVITY, CAPACITY, COLUMNS, GOP, NURSING_HOME, PLAN, TREATMENT72
from sundhedsklynge.domain.procedures import GROUPS
from sundhedsklynge.ingest.assemble import Bools, Ints
from sundhedsklynge.ingest.danish import (
    Flaw,
    clean,
    fold,
    iso_week,
    parse_count,
    parse_date,
    parse_month,
    parse_quarter,
    parse_week,
    parse_yes_no,
    week_number,
)
from sundhedsklynge.ingest.mapping import NEAREST, Known
from sundhedsklynge.ingest.places import MunicipalityNames, Outside, read_region
from sundhedsklynge.ingest.recognise import Recognition
from sundhedsklynge.ingest.rows import Days, RowReader, day_array, rows_text
from sundhedsklynge.ingest.terms import read_gop_status, read_gop_type, read_plan_status, read_procedure

ONE_DAY = np.timedelta64(86400, "s")
Texts = NDArray[np.object_]


@dataclass(frozen=True)
class Told:
    """All rows of a file, bad ones included (with placeholder values). counts: {canonical count column: (least, most),
    each (n,)}."""

    frame: pd.DataFrame
    as_of: dt.date | None
    hospitals: tuple[str, ...] = ()
    counts: dict[str, tuple[Ints, Ints]] = field(default_factory=dict[str, tuple[Ints, Ints]])


def plan_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of planned (and performed) operations, one per operation or count."""
    municipality = _municipality(reader, known)
    procedure, sks = _procedure(reader, known, ("sks_kode", "procedure"))
    hospital, names = _hospital(reader, recognition)
    missing = _missing("Udtræksdatoen", "--as-of eller kolonnen udtraeksdato")
    extracted = _days(reader, "udtraeksdato", recognition.as_of or missing)
    day, weekly = _day_or_week(reader, recognition)
    least, most = _count(reader, recognition, "antal", (1, 1))
    codes, values = reader.read("status", read_plan_status, "")
    status = np.array(reader.flaw("status", codes, values, ""), dtype=object)[codes]
    # Without a status, a day before the extract says what was performed (data contract, *Files in*).
    last_day = day + np.where(weekly, 6, 0) * ONE_DAY
    status[status == ""] = np.where(last_day[status == ""] < extracted[status == ""], "udført", "planlagt")
    booked = _days(reader, "bookingdato", None)
    _warn_late(reader, booked > extracted, "bookingdato", "er booket efter udtræksdatoen")
    frame = _frame(
        PLAN,
        {
            "row": reader.rows,
            "extracted": extracted,
            "hospital": hospital,
            "department": _text(reader, "afdeling"),
            "municipality": municipality,
            "procedure": procedure,
            "sks": sks,
            "day": day,
            "weekly": weekly,
            "count_min": least,
            "count_max": most,
            "status": status,
            "booked": booked,
            "case": _case(reader, key),
            "private": _private(reader),
        },
    )
    return Told(frame, _newest(extracted), names, {"antal": (least, most)})


def gop_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of rehabilitation plans received by municipalities."""
    municipality = _municipality(reader, known)
    procedure, _ = _procedure(reader, known, ("procedure", "sks_kode", "diagnosekode", "tekst"))
    hospital, names = _hospital(reader, recognition, required=False)
    codes, values = reader.read("gop_type", read_gop_type, "ukendt")
    gop_type = np.array(reader.flaw("gop_type", codes, values, "ukendt"), dtype=object)[codes]
    received = _days(reader, "modtaget_dato", _missing("Modtagelsesdatoen", "datoen"))
    codes, values = reader.read("status", read_gop_status, "")
    status = np.array(reader.flaw("status", codes, values, ""), dtype=object)[codes]
    codes, answers = reader.read("mangelfuld", parse_yes_no, -1)
    incomplete = np.array(reader.flaw("mangelfuld", codes, answers, -1), dtype=np.int8)[codes]
    least, most = _count(reader, recognition, "antal", (1, 1))
    frame = _frame(
        GOP,
        {
            "row": reader.rows,
            "municipality": municipality,
            "procedure": procedure,
            "hospital": hospital,
            "department": _text(reader, "afdeling"),
            "gop_type": gop_type,
            "discharged": _days(reader, "udskrivningsdato", None),
            "received": received,
            "earliest_start": _days(reader, "tidligst_start_dato", None),
            "offered": _days(reader, "tilbudt_dato", None),
            "started": _days(reader, "opstart_dato", None),
            "status": status,
            "incomplete": incomplete,
            "private": _private(reader),
            "count_min": least,
            "count_max": most,
        },
    )
    extracted = _newest(_days(reader, "udtraeksdato", None)) if reader.has("udtraeksdato") else None
    newest = _newest(received[~reader.bad])
    after_newest = newest + dt.timedelta(days=1) if newest else None
    as_of = extracted or recognition.as_of or after_newest
    if recognition.as_of_source in ("titel", "filnavn") and newest and as_of and as_of < newest:
        as_of = after_newest  # a date older than what the file holds is not when it was extracted
    if as_of is not None:
        _warn_late(reader, received > np.datetime64(as_of, "s"), "modtaget_dato", "er modtaget efter udtræksdatoen")
    return Told(frame, as_of, names, {"antal": (least, most)})


def capacity_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of first appointments per municipality and week."""
    municipality = _municipality(reader, known)
    week = _week(reader, recognition)
    codes, values = reader.read("procedure", partial(_shared_or_procedure, known=known), "")
    procedure = np.array(reader.flaw("procedure", codes, values, ""), dtype=object)[codes]
    least, most = _count(reader, recognition, "pladser", _NO_COUNT)
    _leave_masked(reader, "pladser", least, most)
    frame = _frame(
        CAPACITY,
        {
            "row": reader.rows,
            "municipality": municipality,
            "week": week,
            "procedure": procedure,
            "slots": least,
            "note": _text(reader, "bemaerkning"),
        },
    )
    _refuse_repeated(reader, frame, ["municipality", "week", "procedure"], "pladser", "Kommune, uge og procedure")
    return Told(frame, recognition.as_of, (), {"pladser": (least, most)})


def treatment72_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of 72-hour responsibility per quarter, municipality and hospital."""
    hospital, names = _hospital(reader, recognition)
    counts = {name: _count(reader, recognition, name, _NO_COUNT) for name in ("udskrivninger", "omfattet")}
    _leave_masked_all(reader, counts)
    spare = _spare_counts(reader, recognition, ("kontakter_72t", "genindlagt_72t"))
    frame = _frame(
        TREATMENT72,
        {
            "row": reader.rows,
            "quarter": _quarter(reader),
            "municipality": _municipality(reader, known),
            "hospital": hospital,
            "discharges": counts["udskrivninger"][0],
            "covered": counts["omfattet"][0],
            "contacts": _known(spare["kontakter_72t"]),
            "readmissions": _known(spare["genindlagt_72t"]),
        },
    )
    _refuse_more(reader, counts["omfattet"][0] > counts["udskrivninger"][0], "omfattet", "udskrivninger")
    _refuse_repeated(reader, frame, ["quarter", "municipality", "hospital"], "omfattet", "Kvartal, kommune og sygehus")
    return Told(frame, recognition.as_of, names, counts | spare)


def nursing_home_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of nursing-home doctors per quarter and municipality."""
    counts = {name: _count(reader, recognition, name, _NO_COUNT) for name in ("plejehjem", "plejehjem_med_laege")}
    _leave_masked_all(reader, counts)
    spare = _spare_counts(reader, recognition, ("plejehjem_ukendt", "pladser", "pladser_med_laege"))
    places, with_doctor = _known(spare["pladser"]), _known(spare["pladser_med_laege"])
    frame = _frame(
        NURSING_HOME,
        {
            "row": reader.rows,
            "quarter": _quarter(reader),
            "municipality": _municipality(reader, known),
            "homes": counts["plejehjem"][0],
            "homes_with_doctor": counts["plejehjem_med_laege"][0],
            "homes_unknown": _known(spare["plejehjem_ukendt"]),
            "places": places,
            "places_with_doctor": with_doctor,
        },
    )
    told = counts["plejehjem_med_laege"][0] + np.maximum(spare["plejehjem_ukendt"][0], 0)
    _refuse_more(reader, told > counts["plejehjem"][0], "plejehjem_med_laege", "plejehjem")
    _refuse_more(reader, (places >= 0) & (with_doctor > places), "pladser_med_laege", "pladser")
    _refuse_repeated(reader, frame, ["quarter", "municipality"], "plejehjem", "Kvartal og kommune")
    return Told(frame, recognition.as_of, (), counts | spare)


def activity_rows(reader: RowReader, recognition: Recognition, known: Known, key: bytes) -> Told:
    """Rows of plans received (and operations) per month and municipality or region."""
    by_region = not (reader.has("kommunekode") or reader.has("kommune"))
    codes, values = reader.read("region", read_region, "" if not by_region else _missing("Regionen", "navnet"))
    region = np.array(reader.flaw("region", codes, values, ""), dtype=object)[codes]
    municipality = (
        np.zeros(reader.length, dtype=np.int64) if by_region else _municipality(reader, known, blank_where=region != "")
    )
    region[municipality > 0] = ""
    codes, values = reader.read("procedure", partial(_shared_or_procedure, known=known), "")
    procedure = np.array(reader.flaw("procedure", codes, values, ""), dtype=object)[codes]
    month = reader.days("maaned", _missing("Måneden", "måneden"), partial(parse_month, style=reader.style("maaned")))
    counts = {"gop_modtaget": _count(reader, recognition, "gop_modtaget", _NO_COUNT)}
    _leave_masked_all(reader, counts)
    spare = _spare_counts(reader, recognition, ("operationer",))
    frame = _frame(
        ACTIVITY,
        {
            "row": reader.rows,
            "month": month,
            "municipality": municipality,
            "region": region,
            "procedure": procedure,
            "received": counts["gop_modtaget"][0],
            "operations": _known(spare["operationer"]),
        },
    )
    _refuse_repeated(
        reader, frame, ["month", "municipality", "region", "procedure"], "gop_modtaget", "Måned, sted og procedure"
    )
    return Told(frame, recognition.as_of, (), counts | spare)


# Columns shared by kinds ----------------------------------------------------------------------------------------------

_NO_COUNT = Flaw("missing_count", "Antallet mangler. Skriv et tal, eller - for ingen.")


def _missing(what: str, remedy: str) -> Flaw:
    return Flaw("missing_value", f"{what} mangler. Angiv {remedy}.")


def _municipality(reader: RowReader, known: Known, blank_where: Bools | None = None) -> Ints:
    """(n,) codes, 0 where refused or left out; code and name must agree where the file has both."""
    names = MunicipalityNames(known.municipalities, known.municipality_aliases)
    result = np.zeros(reader.length, dtype=np.int64)
    told = np.zeros(reader.length, dtype=bool)
    filled = np.zeros(reader.length, dtype=bool) if blank_where is None else blank_where.copy()
    present = [name for name in ("kommunekode", "kommune") if reader.has(name)]
    for name in present:
        codes, values = reader.read(name, names.read, Outside(""))
        places = [v for v in values if isinstance(v, Outside) and v.place]
        for place in dict.fromkeys(places):
            mask = np.array([v == place for v in values])[codes] & ~filled
            reader.leave_out(
                mask,
                "left_out",
                reader.header(name),
                place.place,
                f"{{rows}} fra {place.place} er talt med her, men indgår ikke i prognosen.",
            )
        numbers = np.array([v if isinstance(v, int) else 0 for v in values], dtype=np.int64)[codes]
        flawed = [v if isinstance(v, Flaw) else 0 for v in values]
        reader.flaw(name, codes, flawed, 0)
        clash = told & (numbers > 0) & (numbers != result)
        reader.refuse(
            clash, name, Flaw("municipality_conflict", "Kommunekode og kommunenavn passer ikke sammen. Ret en af dem.")
        )
        blank = np.array([isinstance(v, Outside) and not v.place for v in values])[codes]
        result = np.where(told, result, numbers)
        told |= numbers > 0
        filled |= ~blank
    reader.refuse(~filled, present[0], _missing("Kommunen", "kommunekode eller navn"))
    return result


def _procedure(reader: RowReader, known: Known, order: tuple[str, ...]) -> tuple[Texts, Texts]:
    """(groups, SKS codes), each (n,): of the first column of `order` that the row has; named groups must agree."""
    group = np.full(reader.length, "", dtype=object)
    sks = np.full(reader.length, "", dtype=object)
    present = [name for name in order if reader.has(name)]
    flawed = np.zeros(reader.length, dtype=bool)
    for name in present:
        codes, values = reader.read(name, partial(_known_procedure, known=known), ("", ""))
        free = group == ""
        read = reader.flaw(name, codes, values, ("", ""), free)
        flawed |= np.array([isinstance(value, Flaw) for value in values])[codes]
        here = np.array([v[0] for v in read], dtype=object)[codes]
        named = np.isin(group.astype(str), GROUPS) & np.isin(here.astype(str), GROUPS) if len(present) > 1 else None
        if named is not None and name != "tekst":  # free text only speaks where nothing else does
            conflict = Flaw("procedure_conflict", "Rækkens kolonner nævner hver sin procedure. Ret en af dem.")
            reader.refuse(named & (here != group), name, conflict)
        group = np.where(free, here, group)
        sks = np.where(sks == "", np.array([v[1] for v in read], dtype=object)[codes], sks)
    reader.refuse(
        (group == "") & ~flawed, present[0], _missing("Proceduren", "en SKS-kode eller knæ, hofte, skulder, andre")
    )
    return group, sks


def _known_procedure(text: str, known: Known) -> tuple[str, str] | Flaw:
    taught = known.procedures.get(clean(text)) or known.procedures.get(fold(text))
    return (taught, "") if taught else read_procedure(text)


def _shared_or_procedure(text: str, known: Known) -> str | Flaw:
    """A group, or "" for capacity and activity that all procedures share."""
    if fold(text) in ("alle", "alle procedurer", "faelles", "samlet", "all", "-"):
        return ""
    found = _known_procedure(text, known)
    return found if isinstance(found, Flaw) else found[0]


def _hospital(reader: RowReader, recognition: Recognition, required: bool = True) -> tuple[Texts, tuple[str, ...]]:
    """(names, each once): from the column, else what the row's table or the file says."""
    told = np.array([s.hospital or recognition.hospital for s in reader.sections], dtype=object)[reader.section]
    if reader.has("sygehus"):
        codes, values = reader.read("sygehus", lambda text: recognition.hospital_names.get(text, clean(text)), "")
        here = np.array(reader.flaw("sygehus", codes, values, ""), dtype=object)[codes]
        told = here if not (here == "").any() else np.where(here == "", told, here)
        found = set(pd.unique(pd.Series(told)))
    else:
        found = {s.hospital or recognition.hospital for s in reader.sections}
    if required and "" in found:
        reader.refuse(told == "", "sygehus", _missing("Sygehuset", "navnet i filen, eller brug --hospital"))
    return told, tuple(sorted(found - {""}))


def _days(reader: RowReader, name: str, empty: dt.date | Flaw | None) -> Days:
    return reader.days(name, empty, partial(parse_date, style=reader.style(name)))


def _week(reader: RowReader, recognition: Recognition, empty: dt.date | Flaw | None = None) -> Days:
    """(n,) Mondays from the week column, with the year column or the year nearest to as_of where the week has none."""
    style = reader.style("uge")
    blank = empty or _missing("Ugen", "ugen som 2026-W48")
    if reader.has("aar"):
        return _week_and_year(reader, blank)
    if recognition.mapping.week_year == NEAREST and recognition.as_of is not None:
        near = recognition.as_of
        return reader.days("uge", blank, lambda text: _nearest_week(text, near))
    return reader.days("uge", blank, partial(parse_week, style=style))


def _nearest_week(text: str, near: dt.date) -> dt.date | Flaw:
    week = week_number(text)
    if week is None:
        return parse_week(text)
    found = [iso_week(near.isocalendar().year + shift, week, text) for shift in (-1, 0, 1)]
    mondays = [monday for monday in found if isinstance(monday, dt.date)]
    return min(mondays, key=lambda monday: abs((monday - near).days)) if mondays else found[1]


def _week_and_year(reader: RowReader, blank: dt.date | Flaw | None) -> Days:
    weeks, years = reader.column("uge"), reader.column("aar")
    pairs, codes = np.unique(weeks.codes * len(years.values) + years.codes, return_inverse=True)
    values: list[dt.date | Flaw | None] = []
    for pair in pairs:
        week, year = weeks.values[pair // len(years.values)], years.values[pair % len(years.values)]
        number = week_number(week)
        if not clean(week):
            values.append(blank)
        elif number is None:
            values.append(parse_week(week))
        elif clean(year).isdigit() and len(clean(year)) == 4:
            values.append(iso_week(int(clean(year)), number, f"uge {number}, {clean(year)}"))
        else:
            values.append(Flaw("week_year", f"Ugen '{clean(week)}' mangler et årstal. Skriv årstallet med fire cifre."))
    return day_array(reader.flaw("uge", codes, values, None))[codes]


def _day_or_week(reader: RowReader, recognition: Recognition) -> tuple[Days, Bools]:
    """(day or Monday, whether only the week is known), each (n,); day and week must agree where a row has both."""
    missing = _missing("Operationsdatoen", "dato eller uge")
    if not reader.has("uge"):
        return _days(reader, "operationsdato", missing), np.zeros(reader.length, dtype=bool)
    if not reader.has("operationsdato"):
        return _week(reader, recognition, missing), np.ones(reader.length, dtype=bool)
    day = _days(reader, "operationsdato", None)
    weekly = np.isnat(day) & ~reader.bad
    column = reader.column("uge")
    blank = np.array([not clean(text) for text in column.values])[column.codes]
    reader.refuse(weekly & blank, "operationsdato", missing)
    week = _week(reader, recognition, dt.date(2000, 1, 1))
    off = ~weekly & ~blank & ~reader.bad & ((day < week) | (day > week + 6 * ONE_DAY))
    reader.refuse(off, "uge", Flaw("week_and_date", "Operationsdatoen ligger ikke i ugen. Ret den, der er forkert."))
    return np.where(weekly, week, day), weekly


def _count(reader: RowReader, recognition: Recognition, name: str, empty: tuple[int, int] | Flaw) -> tuple[Ints, Ints]:
    """(least, most) of a count column; `empty` where the file lacks the column, and for blanks unless the column is
    required."""
    blank = _NO_COUNT if reader.has(name) and empty == (1, 1) else empty
    codes, values = reader.read(name, partial(parse_count, style=recognition.counts), blank)
    read = reader.flaw(name, codes, values, (0, 0))
    return np.array([v[0] for v in read], dtype=np.int64)[codes], np.array([v[1] for v in read], dtype=np.int64)[codes]


def _leave_masked(reader: RowReader, name: str, least: Ints, most: Ints) -> None:
    """`<5` is neither zero nor an error, but slots and shares cannot be reckoned from it."""
    message = "{rows} med <5 er udeladt, fordi tallet ikke kendes. Skriv det rigtige tal, hvis rækkerne skal med."
    reader.leave_out(least != most, "masked_left_out", reader.header(name), "<5", message)


def _leave_masked_all(reader: RowReader, counts: dict[str, tuple[Ints, Ints]]) -> None:
    for name, (least, most) in counts.items():
        _leave_masked(reader, name, least, most)


def _spare_counts(reader: RowReader, recognition: Recognition, names: tuple[str, ...]) -> dict[str, tuple[Ints, Ints]]:
    """(least, most) of counts that a kind can do without, -1 where not said; `<5` in one leaves the row in."""
    counts = {name: _count(reader, recognition, name, (-1, -1)) for name in names}
    for name, (least, most) in counts.items():
        masked = np.flatnonzero(least != most)
        if len(masked):
            message = f"{rows_text(len(masked))} har <5, og tallet er derfor ukendt. Resten af rækken er læst med."
            reader.warn("masked_unknown", message, int(reader.rows[masked[0]]), reader.header(name), "<5")
    return counts


def _known(count: tuple[Ints, Ints]) -> Ints:
    """(n,) the count where one number is told, else -1."""
    return np.where(count[0] == count[1], count[0], -1)


def _quarter(reader: RowReader) -> Texts:
    codes, values = reader.read("kvartal", parse_quarter, _missing("Kvartalet", "kvartalet som 2026K3"))
    return np.array(reader.flaw("kvartal", codes, values, ""), dtype=object)[codes]


def _text(reader: RowReader, name: str) -> Texts:
    codes, values = reader.read(name, clean, "")
    return np.array(reader.flaw(name, codes, values, ""), dtype=object)[codes]


def _private(reader: RowReader) -> Bools:
    codes, values = reader.read("privat", parse_yes_no, 0)
    return np.array([v == 1 for v in reader.flaw("privat", codes, values, 0)], dtype=bool)[codes]


def _case(reader: RowReader, key: bytes) -> Texts:
    """Keyed hashes (HMAC-SHA256, first 16 hex digits) of the case keys: the keys themselves are never kept."""
    if reader.has("sagsnoegle") and not key:
        raise ValueError("a file with case keys needs a key to hash them")
    codes, values = reader.read("sagsnoegle", partial(_keyed_hash, hmac.new(key, digestmod="sha256")), "")
    return np.array(reader.flaw("sagsnoegle", codes, values, ""), dtype=object)[codes]


def _keyed_hash(keyed: hmac.HMAC, text: str) -> str:
    hashed = keyed.copy()
    hashed.update(clean(text).encode())
    return hashed.hexdigest()[:16]


def _warn_late(reader: RowReader, mask: Bools, name: str, what: str) -> None:
    positions = np.flatnonzero(mask)
    if len(positions):
        reader.warn(
            "after_extract",
            f"{rows_text(len(positions))} {what}. Se efter, om datoerne er rigtige.",
            int(reader.rows[positions[0]]),
            reader.header(name),
        )


def _refuse_more(reader: RowReader, mask: Bools, part: str, whole: str) -> None:
    good = mask & ~reader.bad & ~reader.out
    reader.refuse(good, part, Flaw("more_than_all", f"{part} er større end {whole}. Ret et af tallene."))


def _refuse_repeated(reader: RowReader, frame: pd.DataFrame, by: list[str], name: str, what: str) -> None:
    good = ~(reader.bad | reader.out)
    repeated = np.zeros(reader.length, dtype=bool)
    repeated[good] = frame.loc[good, by].duplicated(keep="first").to_numpy()
    reader.refuse(repeated, name, Flaw("repeated_row", f"{what} står også i en tidligere række. Slå rækkerne sammen."))


def _newest(days: Days) -> dt.date | None:
    told = days[~np.isnat(days)]
    return told.max().astype("datetime64[D]").astype(dt.date) if len(told) else None


def _frame(kind: str, columns: dict[str, NDArray[np.generic]]) -> pd.DataFrame:
    """The columns as `kinds.COLUMNS` types them."""
    types = {"int": "int64", "str": "str", "date": "datetime64[s]", "bool": "bool", "maybe": "int8"}
    return pd.DataFrame({name: pd.Series(columns[name], dtype=types[sort]) for name, sort in COLUMNS[kind].items()})
