"""What a file says outside its columns: in titles, sheet names, the file name and its own totals."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from sundhedsklynge.domain.kinds import ACTIVITY, CAPACITY, GOP, NURSING_HOME, PLAN, TREATMENT72
from sundhedsklynge.ingest.assemble import Section
from sundhedsklynge.ingest.danish import CountStyle, Flaw, fold, parse_count, parse_date
from sundhedsklynge.ingest.layout import Block
from sundhedsklynge.ingest.mapping import Known
from sundhedsklynge.ingest.places import near_hospitals
from sundhedsklynge.ingest.table import RawFile

_KIND_WORDS: dict[str, str] = {
    PLAN: r"operation|planlagt|indgreb|surger",
    GOP: r"\bgop|genoptraeningsplan",
    CAPACITY: r"kapacitet|pladser|capacity|slots",
    TREATMENT72: r"72|behandlingsansvar",
    NURSING_HOME: r"plejehjem",
    ACTIVITY: r"aktivitet",
}
# A date is the extract's when one of these words stands right before it.
_DATE_WORD = re.compile(
    r"\b(?:udtr[a-z]*|trukket|opgjort|opdateret|dateret|dato|pr|per|as of|extracted|generated)\b[\s.:,]*"
    r"(?:(?:pr|d|den|kl|dato|dag|on)\b[\s.:]*)*(?:[a-z]+dag\b[\s.,]*(?:d\b|den\b)?[\s.]*)?$"
)
_DATE_IN_TEXT = re.compile(
    r"(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\.?\s+[a-zæøå]{3,9}\.?\s+\d{4})(?!\d)",
    re.IGNORECASE,
)
_DATE_IN_NAME = re.compile(
    r"(?<!\d)(?:(20\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:\d{4}|\d{6})?|([0-3]?\d)[-_.]([01]?\d)[-_.](20\d\d))(?!\d)"
)


def kinds_said(raw: RawFile, blocks: Iterable[Block]) -> set[str]:
    """Kinds that titles, headers, sheet or file names speak of."""
    texts = [raw.name, *(t.name for t in raw.tables)]
    for block in blocks:
        texts += [*block.above, *block.headers]
    joined = fold(re.sub(r"[_-]", " ", " | ".join(texts)))
    return {kind for kind, words in _KIND_WORDS.items() if re.search(words, joined)}


def title_dates(sections: Sequence[Section]) -> tuple[set[dt.date], set[dt.date]]:
    """(dates after a word such as `udtrukket`, all dates) in the lines above the tables."""
    marked: set[dt.date] = set()
    plain: set[dt.date] = set()
    for text in dict.fromkeys(text for section in sections for text in section.block.above):
        for match in _DATE_IN_TEXT.finditer(text):
            day = parse_date(match[0])
            if not isinstance(day, Flaw):
                plain.add(day)
                if _DATE_WORD.search(fold(text[: match.start()])):
                    marked.add(day)
    return marked, plain


def name_dates(raw: RawFile) -> set[dt.date]:
    """Dates in the file name (`..._20261116.xlsx`, `16-11-2026`)."""
    found: set[dt.date] = set()
    for match in _DATE_IN_NAME.finditer(raw.name):
        year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
        try:
            found.add(dt.date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return found


def section_hospitals(sections: Sequence[Section], known: Known, told: str) -> list[str]:
    """The hospital of each table: what is told for the whole file, else what its own title or sheet name says ("" if
    not one)."""
    result: list[str] = []
    for section in sections:
        own = hospitals_in([*section.block.above, section.block.table.name], known)
        result.append(told or (own[0] if len(own) == 1 else ""))
    return result


def hospitals_in(texts: Iterable[str], known: Known) -> list[str]:
    """The known hospitals that any of the texts names in full."""
    found: dict[str, str] = {}
    names = {hospital: hospital for hospital in known.hospitals} | dict(known.hospital_aliases)
    for text in texts:
        spread = f" {_spread(text)} "
        hits = {hospital: _spread(name) for name, hospital in names.items() if f" {_spread(name)} " in spread}
        for hospital, name in hits.items():
            # "Aalborg Universitetshospital, Thisted" also holds the shorter name
            if not any(name != other and f" {name} " in f" {other} " for other in hits.values()):
                found.setdefault(hospital, name)
    return list(found)


def _spread(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())


def near_in_texts(sections: Sequence[Section], raw: RawFile, known: Known) -> tuple[str, ...]:
    """Hospitals that titles, sheet or file names may mean: proposals only."""
    texts = [t for s in sections for t in [*s.block.above, s.block.table.name]] + [re.sub(r"[_.-]", " ", raw.name)]
    return tuple(dict.fromkeys(h for text in texts for h in near_hospitals(text, known.hospitals)))


def total_texts(sections: Sequence[Section]) -> list[str]:
    """The cells of total rows and total columns."""
    rows = [text for s in sections for total in s.columns.totals for text in total.cells.values()]
    return rows + [text for s in sections for texts in s.columns.row_totals.values() for text in texts]


def thousands_by_totals(sections: Sequence[Section]) -> str:
    """The mark that parts thousands if reading it so makes a column add up to its total row, else ""."""
    for mark in ".,":
        style = CountStyle(mark)
        for columns in (section.columns for section in sections):
            for name, position in columns.count_at.items():
                texts = [str(text) for text in columns.values[name].texts()]
                counts = [count for text in texts if not isinstance(count := parse_count(text, style), Flaw)]
                least, most = sum(low for low, _ in counts), sum(high for _, high in counts)
                if len(counts) < len(texts) or not any(mark in text for text in texts):
                    continue
                for total in columns.totals:
                    told = parse_count(total.cells[position], style)
                    if not isinstance(told, Flaw) and total.before == len(texts) and least <= told[0] <= most:
                        return mark
    return ""
