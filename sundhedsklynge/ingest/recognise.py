"""What a file is and how it is read: kind, sheet, header, columns, dates, hospital, and what must still be asked.

`recognise` is the whole flow, without Qt: the wizard shows its `Recognition`, lets the user answer the questions with
`mapping.answer`, and calls it again; the command line refuses a file with open questions and says them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from sundhedsklynge.domain.kinds import GOP, KIND_NAMES, PLAN
from sundhedsklynge.ingest import hints
from sundhedsklynge.ingest.assemble import Coded, Columns, Section, assemble
from sundhedsklynge.ingest.danish import CountStyle, DateStyle, clean, count_style, date_style, fold, week_number
from sundhedsklynge.ingest.fit import ColumnReading, Fit, choose, fit
from sundhedsklynge.ingest.layout import Block, column_letter, find_blocks, plain_block
from sundhedsklynge.ingest.mapping import (
    DAY_THEN_MONTH,
    DECIMALS,
    MONTH_FIRST,
    NEAREST,
    THOUSANDS,
    Known,
    Mapping,
    Question,
)
from sundhedsklynge.ingest.places import MunicipalityNames, near_hospitals
from sundhedsklynge.ingest.table import RawFile, RawTable
from sundhedsklynge.ingest.vocabulary import (
    COUNT,
    DATE,
    FIELDS,
    MONTH,
    PIVOT_VALUE,
    REQUIRED,
    WEEK,
    fingerprint,
    sort_of,
)


@dataclass(frozen=True)
class Recognition:
    """How a file is read; when `ready`, `check` makes rows of it.

    mapping: to remember, show, edit and export. columns: how each column was found. as_of: the file's date, None where
    rows tell it (or the kind has none); as_of_source and hospital_source: "kolonne", "angivet", "kortlægning", "titel",
    "ark", "filnavn", "modtaget" (the day after the newest receipt) or "". hospital: for rows without one.
    hospital_names: {spelling in the file: name to use}. styles: {canonical column: how it writes dates}; counts: what a
    point in a count means. notes: Danish sentences on the reading. fingerprint: of the header, the key under which the
    mapping is remembered (alone, or `fingerprint|hospital`).
    """

    kind: str
    mapping: Mapping
    columns: tuple[ColumnReading, ...] = ()
    sections: tuple[Section, ...] = field(default=(), repr=False)
    as_of: dt.date | None = None
    as_of_source: str = ""
    hospital: str = ""
    hospital_source: str = ""
    hospital_names: dict[str, str] = field(default_factory=dict[str, str])
    styles: dict[str, DateStyle] = field(default_factory=dict[str, DateStyle])
    counts: CountStyle = field(default_factory=CountStyle)
    questions: tuple[Question, ...] = ()
    notes: tuple[str, ...] = ()
    fingerprint: str = ""

    @property
    def ready(self) -> bool:
        """Whether nothing is left to ask."""
        return bool(self.kind) and bool(self.sections) and not self.questions


@dataclass(frozen=True)
class _Request:
    """The arguments of `recognise`; mapping is the one in force, remembered whether it was found rather than given."""

    raw: RawFile
    known: Known
    names: MunicipalityNames
    as_of: dt.date | None
    hospital: str
    mapping: Mapping
    given: bool
    remembered: bool


def recognise(
    raw: RawFile,
    known: Known,
    kind: str | None = None,
    as_of: dt.date | None = None,
    hospital: str | None = None,
    mapping: Mapping | None = None,
) -> Recognition:
    """Find out how `raw` is read. kind, as_of and hospital are what the user says (they win over the file's title and
    name, not over its columns); mapping is a given or edited one; without one, `known.mappings` is searched for the
    file's header."""
    names = MunicipalityNames(known.municipalities, known.municipality_aliases)
    asked = mapping or Mapping()
    blocks = [b for table in _sheets(raw, asked) for b in find_blocks(table, names, asked.columns)]
    if not blocks and mapping is None:  # a header of which nothing is known may still be a remembered one
        taught = {h: n for m in known.mappings.values() for h, n in m.columns.items()}
        blocks = [b for table in _sheets(raw, asked) for b in find_blocks(table, names, taught)]
    if not blocks:
        blocks = [plain_block(table) for table in _sheets(raw, asked) if len(table.rows) > 1]
    if not blocks:
        sentence = "Filen har ingen tabel, som programmet kan læse. Bed afsenderen om tallene med overskrifter."
        return Recognition("", asked, questions=(Question("kind", sentence, tuple(KIND_NAMES)),))
    remembered = None if mapping else _remembered(blocks, known, hospital)
    asked = remembered or asked
    wanted = kind or asked.kind
    fits = [fit(each, block, asked.columns, names) for block in blocks for each in ([wanted] if wanted else FIELDS)]
    chosen, question = choose(fits, raw, wanted)
    if not chosen:
        return Recognition("", asked, questions=(question,) if question else (), fingerprint=_print(blocks[0]))
    request = _Request(
        raw, known, names, as_of, hospital or asked.hospital, asked, mapping is not None, remembered is not None
    )
    return _read(chosen, [question] if question else [], request)


def _sheets(raw: RawFile, mapping: Mapping) -> list[RawTable]:
    visible = [table for table in raw.tables if not table.hidden]
    return [table for table in raw.tables if table.name in mapping.sheets] or visible


def _print(block: Block) -> str:
    return fingerprint(block.headers)


def _remembered(blocks: Sequence[Block], known: Known, hospital: str | None) -> Mapping | None:
    """The mapping remembered for a header. Its hospital is dropped: another hospital may send the same layout."""
    for key in dict.fromkeys(_print(block) for block in blocks):
        found = known.mappings.get(f"{key}|{hospital}") or known.mappings.get(key)
        own = [mapping for name, mapping in known.mappings.items() if name.startswith(f"{key}|")]
        if found is None and own and all(mapping.columns == own[0].columns for mapping in own):
            found = own[0]
        if found is not None:
            return replace(found, hospital="")
    return None


def _read(chosen: Sequence[Fit], questions: list[Question], request: _Request) -> Recognition:
    """Settle everything but the kind and the columns."""
    best = chosen[0]
    kind = best.kind
    sections = [_section(each, request.names) for each in chosen]
    questions += [_missing_column(best, group) for group in best.hard]
    questions += [
        Question(
            f"column:{name}", f"Både '{one}' og '{other}' kan være kolonnen {name}. Vælg den rigtige.", (one, other)
        )
        for name, (one, other) in best.doubled.items()
    ]
    mapping = replace(
        request.mapping,
        kind=kind,
        columns={header: "" for header, name in request.mapping.columns.items() if not name}
        | {reading.header: reading.name for reading in best.columns.values() if reading.name not in best.doubled},
        fingerprint=_print(best.block),
        headers=best.block.headers,
    )
    as_of, as_of_source, asked = _as_of(best, sections, request)
    questions += asked
    hospital, hospital_source, asked = _hospital(kind, sections, request)
    questions += asked
    if hospital_source in ("angivet", "kortlægning"):
        mapping = replace(mapping, hospital=hospital)
    own = hints.section_hospitals(sections, request.known, hospital)
    sections = [replace(section, hospital=name) for section, name in zip(sections, own, strict=True)]
    spelled, asked = _hospital_names(sections, request)
    questions += asked
    styles, asked = _date_styles(kind, sections, mapping)
    questions += asked
    counts, asked = _counts(kind, sections, request.mapping)
    questions += asked
    questions += _week_years(sections, request.mapping, as_of)
    if not any(len(section.columns.rows) for section in sections):
        questions.append(Question("rows", "Filen har kolonner, men ingen rækker. Bed afsenderen om en ny."))
    changed = _changed_layout(best, {*spelled.values(), hospital} - {""}, request)
    if changed and (request.given or any(reading.confidence < 1 for reading in best.columns.values())):
        questions.append(Question("layout", changed, ("ja",)))
    notes = _notes(best, sections, request) + ([changed] if changed else [])
    return Recognition(
        kind=kind,
        mapping=mapping,
        columns=tuple(best.columns.values()),
        sections=tuple(sections),
        as_of=as_of,
        as_of_source=as_of_source,
        hospital=hospital,
        hospital_source=hospital_source,
        hospital_names=spelled,
        styles=styles,
        counts=counts,
        questions=tuple(questions),
        notes=tuple(notes),
        fingerprint=mapping.fingerprint,
    )


def _section(found: Fit, names: MunicipalityNames) -> Section:
    value = PIVOT_VALUE.get(found.kind, "antal")
    positions = {name: reading.position for name, reading in found.columns.items()}
    columns = assemble(found.block, positions, value, names)
    day = columns.values.get("operationsdato")
    if day is not None and "uge" in columns.values and not day.where(lambda text: not clean(text)).any():
        # every row has its day: what the week column says besides is not needed
        columns = replace(columns, values={name: c for name, c in columns.values.items() if name not in ("uge", "aar")})
    return Section(found.block, _with_constants(columns, found.constants))


def _with_constants(columns: Columns, constants: dict[str, str]) -> Columns:
    same = np.zeros(len(columns.rows), dtype=np.intp)
    return replace(columns, values=columns.values | {name: Coded(same, [text]) for name, text in constants.items()})


def _missing_column(found: Fit, group: tuple[str, ...]) -> Question:
    guess = next((found.guesses[name] for name in group if name in found.guesses), "")
    remedy = f"Er det '{guess}'? Ret overskriften, eller giv en kortlægning." if guess else "Vælg den, eller ret filen."
    headers = (guess, *(h for h in found.block.headers if h != guess)) if guess else found.block.headers
    return Question(f"column:{group[0]}", f"Filen mangler kolonnen {' eller '.join(group)}. {remedy}", headers)


def _changed_layout(found: Fit, hospitals: set[str], request: _Request) -> str:
    """What differs from the layout that was told or remembered, as a Danish sentence; "" if nothing."""
    headers = {fold(header) for header in found.block.headers}
    if request.given:
        gone = [header for header, name in request.mapping.columns.items() if name and fold(header) not in headers]
        return f"Filen har ikke kortlægningens kolonner: {', '.join(gone)}. Ret kortlægningen." if gone else ""
    if request.remembered:
        return ""
    for key, mapping in request.known.mappings.items():
        if key.partition("|")[2] in hospitals and mapping.kind == found.kind:
            before = {fold(header) for header in mapping.headers}
            new = [header for header in found.block.headers if fold(header) not in before]
            gone = [header for header in mapping.headers if fold(header) not in headers]
            parts = [f"nye: {', '.join(new)}"] * bool(new) + [f"mangler: {', '.join(gone)}"] * bool(gone)
            told = "; ".join(parts) or "anden orden"
            return f"Kolonnerne er ændret siden sidst ({told}). Se efter, om de er læst rigtigt."
    return ""


# Date, hospital -------------------------------------------------------------------------------------------------------


def _as_of(found: Fit, sections: Sequence[Section], request: _Request) -> tuple[dt.date | None, str, list[Question]]:
    given = request.as_of
    if found.kind not in (PLAN, GOP):
        return given, "angivet" if given else "", []
    if "udtraeksdato" in found.columns:
        return given, "kolonne", []
    if given is not None:
        return given, "angivet", []
    marked, plain = hints.title_dates(sections)
    if len(marked) == 1:
        return next(iter(marked)), "titel", []
    told = plain | hints.name_dates(request.raw)
    if len(told) == 1:
        return next(iter(told)), "titel" if plain else "filnavn", []
    if told:
        listed = ", ".join(day.strftime("%d.%m.%Y") for day in sorted(told))
        sentence = f"Filen nævner flere datoer ({listed}). Angiv, hvornår den er opgjort (--as-of)."
        return None, "", [Question("as_of", sentence, tuple(day.isoformat() for day in sorted(told)), open_ended=True)]
    if found.kind == GOP:
        return None, "modtaget", []
    sentence = "Filen siger ikke, hvornår den er opgjort. Angiv datoen (--as-of)."
    return None, "", [Question("as_of", sentence, open_ended=True)]


def _hospital(kind: str, sections: Sequence[Section], request: _Request) -> tuple[str, str, list[Question]]:
    if request.hospital:
        name, near = resolve_hospital(request.hospital, request.known, request.mapping)
        source = "kortlægning" if request.hospital == request.mapping.hospital else "angivet"
        return name, source, [_near_question(request.hospital, near)] if near else []
    if any("sygehus" in section.columns.values for section in sections):
        return "", "kolonne", []
    if ("sygehus",) not in REQUIRED[kind]:
        return "", "", []
    own = hints.section_hospitals(sections, request.known, "")
    if all(own):
        return (own[0], "titel", []) if len(set(own)) == 1 else ("", "ark", [])
    named = hints.hospitals_in([request.raw.name], request.known)
    if len(named) == 1 and not any(own):
        return named[0], "filnavn", []
    key = f"{_print(sections[0].block)}|"
    before = [name.removeprefix(key) for name in request.known.mappings if name.startswith(key)]
    near = hints.near_in_texts(sections, request.raw, request.known)
    proposals = tuple(dict.fromkeys(name for name in [*own, *before, *near] if name))
    sentence = "Filen siger ikke, hvilket hospital den er fra. Angiv hospitalet (--hospital)."
    if proposals:
        sentence = (
            f"Filen siger ikke klart, hvilket hospital den er fra. Er det {proposals[0]}? Angiv det (--hospital)."
        )
    return "", "", [Question("hospital", sentence, proposals or request.known.hospitals, open_ended=True)]


def resolve_hospital(name: str, known: Known, mapping: Mapping) -> tuple[str, list[str]]:
    """(the name to use, known hospitals it may be instead); an answer, an exact name or an alias leave none."""
    shown = clean(name)
    for text, hospital in mapping.hospitals.items():
        if fold(text) == fold(shown):
            return hospital or shown, []
    for hospital in known.hospitals:
        if clean(hospital).casefold() == shown.casefold():
            return hospital, []
    for text, hospital in known.hospital_aliases.items():
        if fold(text) == fold(shown):
            return hospital, []
    return shown, near_hospitals(shown, known.hospitals)


def _near_question(name: str, near: Sequence[str]) -> Question:
    listed = " eller ".join(f"'{hospital}'" for hospital in near)
    sentence = f"Hospitalet '{name}' ligner {listed}. Er det samme hospital? Ret navnet, eller vælg."
    return Question(f"hospital:{name}", sentence, (*near, name), open_ended=True)


def _hospital_names(sections: Sequence[Section], request: _Request) -> tuple[dict[str, str], list[Question]]:
    """Every spelling in the hospital columns with the name to use; spellings that differ in case or blanks are one name."""
    spelled: dict[str, str] = {}
    first: dict[str, str] = {}
    asked: dict[str, Question] = {}
    columns = [s.columns.values["sygehus"] for s in sections if "sygehus" in s.columns.values]
    for text in dict.fromkeys(text for column in columns for text in column.values if clean(text)):
        name, near = resolve_hospital(text, request.known, request.mapping)
        spelled[text] = first.setdefault(clean(name).casefold(), name)
        if near:
            asked.setdefault(clean(text), _near_question(clean(text), near))
    return spelled, list(asked.values())


# How dates, counts and weeks are written ------------------------------------------------------------------------------


def _date_styles(
    kind: str, sections: Sequence[Section], mapping: Mapping
) -> tuple[dict[str, DateStyle], list[Question]]:
    styles: dict[str, DateStyle] = {}
    questions: list[Question] = []
    headers = {name: header for header, name in mapping.columns.items()}
    dated = {n for s in sections for n in s.columns.values if sort_of(kind, n) in (DATE, WEEK, MONTH)}
    for name in sorted(dated):
        header = headers.get(name, name)
        style = date_style(t for s in sections if name in s.columns.values for t in s.columns.values[name].values)
        told = mapping.month_first.get(header)
        if told is not None:
            style = replace(style, month_first=told, doubt="")
        if style.doubt:
            sentence = f"Kolonnen {header}: {style.doubt} Skriv datoerne som 23-11-2026."
            questions.append(Question(f"date_order:{header}", sentence, (MONTH_FIRST, DAY_THEN_MONTH)))
        styles[name] = style
    return styles, questions


def _counts(kind: str, sections: Sequence[Section], mapping: Mapping) -> tuple[CountStyle, list[Question]]:
    if mapping.thousands is not None:
        return CountStyle(mapping.thousands), []
    columns = [c for s in sections for name, c in s.columns.values.items() if sort_of(kind, name) == COUNT]
    style = count_style([*(text for column in columns for text in column.values), *hints.total_texts(sections)])
    if not style.doubt:
        return style, []
    proved = hints.thousands_by_totals(sections)
    if proved:
        return CountStyle(proved), []
    sentence = f"{style.doubt} Skriv tallet uden skilletegn."
    return style, [Question(f"thousands:{style.doubtful_mark}", sentence, (THOUSANDS, DECIMALS))]


def _week_years(sections: Sequence[Section], mapping: Mapping, as_of: dt.date | None) -> list[Question]:
    """Ask about weeks without a year, unless a year column tells it."""
    columns = [s.columns.values for s in sections if "uge" in s.columns.values and "aar" not in s.columns.values]
    lacking = [text for values in columns for text in values["uge"].values if week_number(text) is not None]
    if not lacking or (mapping.week_year == NEAREST and as_of is not None):
        return []
    near = f"Skal de læses som ugerne nærmest {as_of.strftime('%d.%m.%Y')}? " if as_of else ""
    sentence = f"Ugerne står uden årstal ({clean(lacking[0])}). {near}Skriv årstallet i filen, f.eks. 2026-W48."
    return [Question("week_year", sentence, (NEAREST,))]


# What to tell ---------------------------------------------------------------------------------------------------------


def _notes(found: Fit, sections: Sequence[Section], request: _Request) -> list[str]:
    notes = [warning for section in sections for warning in section.block.table.warnings]
    if request.remembered:
        notes.append("Kolonnerne er læst som sidst.")
    for reading in found.columns.values():
        if reading.confidence < 1:
            notes.append(f"Kolonnen '{reading.header}' er læst som {reading.name}.")
        if reading.position in found.block.table.hidden_columns:
            notes.append(f"Den skjulte kolonne {column_letter(reading.position)} er læst som {reading.name}.")
    notes += [f"{name} er læst af '{text}'." for name, text in found.constants.items()]
    filled = dict.fromkeys(label for section in sections for label in section.columns.filled)
    notes += [f"Tomme felter i '{label}' er læst som værdien ovenover." for label in filled]
    read = {section.block.table.name for section in sections}
    others = [table for table in request.raw.tables if table.name not in read and len(table.rows)]
    hidden = ", ".join(table.name for table in others if table.hidden)
    visible = ", ".join(table.name for table in others if not table.hidden)
    if hidden:
        notes.append(f"Skjulte ark er ikke læst: {hidden}.")
    if visible:
        notes.append(f"Ark uden {KIND_NAMES[found.kind]} er ikke læst: {visible}.")
    for section in sections:
        inside = [row for row in section.block.table.hidden_rows if section.block.first <= row < section.block.last]
        if inside:
            notes.append(f"{len(inside)} skjulte rækker er læst med.")
        notes += [f"Række {row} er læst som en bemærkning." for row in section.columns.notes]
        notes += [f"Række {a}-{b} er ikke læst: de hører ikke til tabellen." for a, b in section.block.unread]
    return notes
