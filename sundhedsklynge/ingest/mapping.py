"""What recognition knows beforehand and what it answers: `Known`, `Mapping`, `Question`."""

from __future__ import annotations

import json
from collections.abc import Mapping as Map
from dataclasses import asdict, dataclass, field, replace

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.kinds import KIND_NAMES
from sundhedsklynge.ingest.vocabulary import FIELDS, names_of


@dataclass(frozen=True)
class Mapping:
    """How a layout is read; a JSON object in files (`to_json`, `from_json`), remembered per header fingerprint.

    columns: {header as in the file: canonical name, "" for a column to leave}. hospital: for files without a hospital
    column. hospitals: {name in the file: known hospital, or itself for a new one}. month_first: headers of date columns
    with the month first. thousands: the mark between thousands, "" for none, None not said. week_year: "nærmest" reads
    weeks without a year as the ones nearest to as_of. sheets: names of the sheets to read, empty for all that fit.
    fingerprint and headers say which layout it was made for. as_of is never remembered: it belongs to one file.
    """

    kind: str = ""
    columns: dict[str, str] = field(default_factory=dict[str, str])
    hospital: str = ""
    hospitals: dict[str, str] = field(default_factory=dict[str, str])
    month_first: dict[str, bool] = field(default_factory=dict[str, bool])
    thousands: str | None = None
    week_year: str = ""
    sheets: tuple[str, ...] = ()
    fingerprint: str = ""
    headers: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The mapping as an indented JSON object, Danish letters as they are."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2)

    @staticmethod
    def from_json(text: str) -> Mapping:
        """Read `to_json`'s form; `columns` may also be written {canonical name: header}. Raises InputRefusedError."""
        try:
            return mapping_from(json.loads(text))
        except json.JSONDecodeError as error:
            raise InputRefusedError(
                f"Kortlægningen er ikke gyldig JSON (linje {error.lineno}).", "Ret filen."
            ) from None


def mapping_from(data: object) -> Mapping:
    """A `Mapping` from decoded JSON; raises InputRefusedError with what is wrong."""
    if not isinstance(data, dict):
        raise InputRefusedError("Kortlægningen skal være et JSON-objekt.", "Eksportér en, og ret i den.")
    kind = str(data.get("kind", "") or "")
    if kind and kind not in KIND_NAMES:
        raise InputRefusedError(
            f"Kortlægningen har den ukendte type '{kind}'.", f"Skriv en af: {', '.join(KIND_NAMES)}."
        )
    canonical = {name for each in ([kind] if kind else FIELDS) for name in names_of(each)}
    columns = _texts(data.get("columns"), "columns")
    if columns and not set(columns.values()) <= canonical | {""} and set(columns) <= canonical:
        columns = {header: name for name, header in columns.items()}
    unknown = sorted(set(columns.values()) - canonical - {""})
    if unknown:
        raise InputRefusedError(f"Kortlægningen nævner ukendte kolonner: {', '.join(unknown)}.", "Ret navnene i filen.")
    month_first = data.get("month_first") or {}
    if not isinstance(month_first, dict):
        raise InputRefusedError("Feltet month_first i kortlægningen skal være et objekt.", "Ret filen.")
    thousands = data.get("thousands")
    return Mapping(
        kind=kind,
        columns=columns,
        hospital=str(data.get("hospital", "") or ""),
        hospitals=_texts(data.get("hospitals"), "hospitals"),
        month_first={str(header): bool(value) for header, value in month_first.items()},
        thousands=thousands if isinstance(thousands, str) else None,
        week_year=str(data.get("week_year", "") or ""),
        sheets=_list(data.get("sheets")),
        fingerprint=str(data.get("fingerprint", "") or ""),
        headers=_list(data.get("headers")),
    )


def _texts(data: object, name: str) -> dict[str, str]:
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise InputRefusedError(f"Feltet {name} i kortlægningen skal være et objekt.", "Ret filen.")
    return {str(key): str(value or "") for key, value in data.items()}


def _list(data: object) -> tuple[str, ...]:
    return tuple(str(item) for item in data) if isinstance(data, list | tuple) else ()


@dataclass(frozen=True)
class Known:
    """Reference data and what users have taught.

    municipalities: {code: name}. hospitals: names in use. The aliases: {text: code or name}. procedures: {text: group}.
    mappings: {header fingerprint, or fingerprint|hospital: mapping}.
    """

    municipalities: Map[int, str]
    hospitals: tuple[str, ...] = ()
    municipality_aliases: Map[str, int] = field(default_factory=dict[str, int])
    hospital_aliases: Map[str, str] = field(default_factory=dict[str, str])
    procedures: Map[str, str] = field(default_factory=dict[str, str])
    mappings: Map[str, Mapping] = field(default_factory=dict[str, Mapping])


@dataclass(frozen=True, slots=True)
class Question:
    """Something the file does not say. `what` names it for `answer`; `sentence` is Danish; `candidates` the possible
    answers, the likeliest first (any other text is allowed where `open_ended`)."""

    what: str
    sentence: str
    candidates: tuple[str, ...] = ()
    open_ended: bool = False


def answer(mapping: Mapping, what: str, value: str) -> Mapping:
    """`mapping` with the user's answer to the question `what`; recognise again with it. (as_of is an argument of
    `recognise`.)"""
    topic, _, detail = what.partition(":")
    match topic:
        case "kind":
            return replace(mapping, kind=value)
        case "column":
            left = {header: name for header, name in mapping.columns.items() if name != detail}
            return replace(mapping, columns=left | {value: detail})
        case "hospital" if detail:
            return replace(mapping, hospitals=mapping.hospitals | {detail: value})
        case "hospital":
            return replace(mapping, hospital=value)
        case "date_order":
            return replace(mapping, month_first=mapping.month_first | {detail: value == MONTH_FIRST})
        case "thousands":
            return replace(mapping, thousands="" if value == DECIMALS else detail)
        case "week_year":
            return replace(mapping, week_year=NEAREST)
        case "sheets":
            return replace(mapping, sheets=(value,))
        case "layout":
            return mapping
        case _:
            raise ValueError(f"no such question: {what!r}")


NEAREST = "nærmest"  # weeks without a year are the ones nearest to as_of
MONTH_FIRST, DAY_THEN_MONTH = "måneden først", "dagen først"
THOUSANDS, DECIMALS = "tusindtal", "decimaltal"
