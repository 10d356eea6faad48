"""Rehabilitation plans from KL Gateway FHIR bundles (kl-gateway-rehab 2.2.0) as a table with canonical `gop` columns.

A plan is a ServiceRequest. Persons are dropped while the JSON is parsed, before anything is looked at: of a citizen
only the id that links and the organisation that keeps the record (the municipality) are left. Lenient in where a
field stands, strict in what is kept. Runs in the reader's child process; standard library only.

Source: hl7dk/kl-gateway-rehab, profiles klgateway-140-servicerequest, -citizen, -focus-condition, -delivery-report.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest.sheets import Codebook, Filler, Sheet

HEADER = (
    "kommunekode",
    "sygehus",
    "procedure",
    "sks_kode",
    "diagnosekode",
    "tekst",
    "gop_type",
    "udskrivningsdato",
    "modtaget_dato",
    "tilbudt_dato",
    "status",
    "udtraeksdato",
)
_ALWAYS = ("kommunekode", "gop_type", "udskrivningsdato", "modtaget_dato")
MAX_BYTES = 128 * 1024 * 1024
_PERSONS = {"Patient", "Person", "RelatedPerson", "Practitioner", "PractitionerRole"}

# Codes of CareSocialCodes in the value sets ServiceRequestTypes140 and ServiceRequestStatusReasons140
_LEVELS = {
    "ffd81f78-352e-4589-a195-5350dd1df2a4": "almen",
    "8b962281-2ab6-4b10-9c91-4bac592d6d49": "basal",
    "b679c454-2da2-46dd-9425-0e52d4aa2bf3": "avanceret",
    "0c8e2bfc-1350-45d1-90da-c07e2645d073": "specialiseret",
    "83c89857-8fb8-4163-97b1-eb1a56345c29": "rehabilitering",
}
_GOP_TYPES = (  # the first whose word is said
    ("rehabilitering", "rehabilitering på specialiseret niveau"),
    ("specialiseret", "specialiseret genoptræning"),
    ("avanceret", "almen avanceret"),
    ("basal", "almen basal"),
)
_REASONS = {
    "f64b8f5e-8ced-4a8b-ab73-8994fb524915": "anden kommune",
    "a8632e22-bf0c-4f5a-92a7-70977ba104d5": "udskudt",
    "3796fa11-305f-47d6-b164-45b05489afb2": "frit valg",
    "8ac7be88-5d16-4dbd-a61a-ab02673f4b34": "fejlsendt",
    "46a6bc1f-bfe8-4390-a71f-44ad4a384b9d": "frit valg afslået",
}
_REASON_WORDS = (
    ("afslået", "frit valg afslået"),
    ("frit valg", "frit valg"),
    ("fritvalg", "frit valg"),
    ("anden kom", "anden kommune"),
    ("udskudt", "udskudt"),
    ("fejl", "fejlsendt"),
)
_STATUSES = {"revoked": "erstattet", "entered-in-error": "fejlsendt", "on-hold": "udskudt"}

Json = dict[str, Any]


def parse(data: bytes) -> tuple[str, list[Sheet], Codebook]:
    """`json`, one sheet with HEADER and a row for each plan, and the texts.

    A plan that stands in several reports counts once, as it was told last. One that another plan replaces gets status
    `erstattet`. Raises InputRefusedError for what is no FHIR JSON or holds no plan.
    """
    plans: dict[str, tuple[Json, _Library]] = {}
    others = 0
    extracted = ""
    for number, (bundle_time, library, resource) in enumerate(_requests(_parsed(data))):
        extracted = max(extracted, bundle_time)
        if any("-119-" in str(profile) for profile in _list(_dict(resource.get("meta")).get("profile"))):
            others += 1  # health promotion, not rehabilitation
            continue
        plans.pop(key := _key(resource) or f"#{number}", None)  # the last one told stands last
        plans[key] = (resource, library)
    if not plans:
        raise InputRefusedError(
            "Filen indeholder ingen genoptræningsplaner (ServiceRequest efter § 140).",
            "Kontrollér, at det er en rapport til KL Gateway.",
        )
    replaced = {
        _last_part(link.get("reference")) for plan, _ in plans.values() for link in _dicts(plan.get("replaces"))
    }
    rows = [_row(plan, library, key in replaced, extracted) for key, (plan, library) in plans.items()]
    told = [j for j, name in enumerate(HEADER) if name in _ALWAYS or any(row[j] for row in rows)]
    sheet = Sheet("", hidden=False)
    book = Codebook()
    Filler(sheet, book).ragged([[row[j] for j in told] for row in (HEADER, *rows)])
    without = sum(row[HEADER.index("procedure")] != "" for row in rows)
    if without:
        sheet.warnings.append(f"{without} planer uden diagnose eller kode er talt med som andre.")
    if others:
        sheet.warnings.append(f"{others} henvisninger efter § 119 er ikke læst.")
    return "json", [sheet], book


# JSON without persons


def _parsed(data: bytes) -> Any:
    if len(data) > MAX_BYTES:
        raise InputRefusedError(f"FHIR-filen fylder over {MAX_BYTES >> 20} MB.", "Del den op i flere.")
    try:
        return json.loads(data, object_hook=_without_person)
    except (ValueError, RecursionError) as error:
        raise InputRefusedError("Filen er ikke gyldig JSON.", "Hent den igen hos afsenderen.") from error


def _without_person(found: Json) -> Json:
    """Called for every object as it is parsed: cuts persons down to their municipality and subjects to their link."""
    if _is_person(found):
        return {name: found[name] for name in ("resourceType", "id", "managingOrganization") if name in found}
    if "subject" in found:
        found["subject"] = {"reference": _dict(found["subject"]).get("reference")}
    return found


def _is_person(resource: Json) -> bool:
    return str(resource.get("resourceType")) in _PERSONS


class _Library:
    """The other resources of one bundle, found by any of their names."""

    def __init__(self, resources: list[tuple[str, Json]]) -> None:
        self._known: dict[str, Json] = {}
        for url, resource in resources:
            kind, own = resource.get("resourceType"), resource.get("id")
            for name in (url, f"{kind}/{own}" if own else "", str(own or ""), _last_part(url)):
                if name:
                    self._known.setdefault(name, resource)

    def find(self, link: Json, within: Json) -> Json:
        """The resource a reference points to, also one contained in the referring resource; {} where it is not here."""
        reference = str(link.get("reference") or "")
        if reference.startswith("#"):
            return next((part for part in _dicts(within.get("contained")) if f"#{part.get('id')}" == reference), {})
        return self._known.get(reference) or self._known.get(_last_part(reference)) or {}

    def municipalities(self) -> list[Json]:
        """Organisations that call themselves a municipality."""
        named = {id(r): r for r in self._known.values() if "kommune" in str(r.get("name", "")).lower()}
        return [resource for resource in named.values() if resource.get("resourceType") == "Organization"]


def _requests(top: Any) -> Iterator[tuple[str, _Library, Json]]:
    """All ServiceRequests, with the day of the bundle they stand in and what else it holds."""
    for day, entries in _bundles(top):
        library = _Library(entries)
        for _, resource in entries:
            if resource.get("resourceType") == "ServiceRequest":
                yield day, library, resource


def _bundles(top: Any) -> Iterator[tuple[str, list[tuple[str, Json]]]]:
    """Day and (fullUrl, resource) entries of each bundle, also of bundles in a list or in each other."""
    if isinstance(top, list):
        found = [("", resource) for resource in _dicts(top)]
        day = ""
    elif _dict(top).get("resourceType") == "Bundle":
        found = [(str(e.get("fullUrl") or ""), _dict(e.get("resource"))) for e in _dicts(top.get("entry"))]
        day = _day(top.get("timestamp"))
    else:
        found, day = [("", _dict(top))], ""
    inner = [resource for _, resource in found if resource.get("resourceType") == "Bundle"]
    yield day, [entry for entry in found if entry[1].get("resourceType") != "Bundle"]
    for bundle in inner:
        yield from _bundles(bundle)


# One plan


def _row(plan: Json, library: _Library, replaced: bool, extracted: str) -> tuple[str, ...]:
    sks, diagnosis, text = _cause(plan, library)
    return (
        _municipality(plan, library),
        _hospital(plan, library),
        "" if sks or diagnosis or text else "andre",
        sks,
        diagnosis,
        text,
        _gop_type(plan),
        _discharge_day(plan),
        _day(plan.get("authoredOn")),
        _day(_dict(plan.get("occurrencePeriod")).get("start") or plan.get("occurrenceDateTime")),
        _status(plan, replaced),
        extracted,
    )


def _municipality(plan: Json, library: _Library) -> str:
    """Who keeps the citizen's record, else the performer, else the one municipality the bundle names."""
    citizen = library.find(_dict(plan.get("subject")), plan)
    for link in (_dict(citizen.get("managingOrganization")), *_dicts(plan.get("performer"))):
        if name := _organisation(link, library, plan):
            return name
    named = library.municipalities()
    return str(named[0]["name"]) if len(named) == 1 else ""


def _hospital(plan: Json, library: _Library) -> str:
    requester = _dict(plan.get("requester"))
    by_person = _is_person(library.find(requester, plan))
    by_person |= any(kind in str(requester.get("reference", "")) for kind in _PERSONS)
    return "" if by_person else _organisation(requester, library, plan)


def _organisation(link: Json, library: _Library, within: Json) -> str:
    """A municipality's code where one is given, else the organisation's name, else its SOR code."""
    target = library.find(link, within)
    if _is_person(target):
        return ""
    identifiers = [*_dicts(link.get("identifier")), *_dicts(target.get("identifier"))]
    values = [str(identifier.get("value") or "").strip() for identifier in identifiers]
    codes = [value for value in values if re.fullmatch(r"0?[1-9]\d\d", value)]
    names = [str(name).strip() for name in (target.get("name"), link.get("display")) if name]
    return next((found for found in (*codes, *names, *values) if found), "")


def _cause(plan: Json, library: _Library) -> tuple[str, str, str]:
    """(SKS operation, SKS diagnosis, text) of what led to the plan; the text only where there is no code."""
    conditions = [library.find(link, plan) for link in _dicts(plan.get("reasonReference"))]
    concepts = [_dict(condition.get("code")) for condition in conditions]
    concepts += [*_dicts(plan.get("reasonCode")), *_dicts(plan.get("code")), *_dicts(plan.get("orderDetail"))]
    codings = [coding for concept in concepts for coding in _dicts(concept.get("coding"))]
    codes = [re.split(r"[+\s]", str(coding.get("code") or "").strip().upper())[0] for coding in codings]
    sks = next((code for code in codes if re.fullmatch(r"K[A-Z]{3}\d\w*", code)), "")
    diagnosis = next((code for code in codes if re.fullmatch(r"D[A-Z]\d{2}\w*", code)), "")
    if sks or diagnosis:
        return sks, diagnosis, ""
    said = [
        str(part)
        for concept in concepts[: len(conditions) + len(_dicts(plan.get("reasonCode")))]
        for part in (concept.get("text"), *(coding.get("display") for coding in _dicts(concept.get("coding"))))
        if part
    ]
    return "", "", said[0].strip() if said else ""


def _gop_type(plan: Json) -> str:
    words = " ".join(_words(plan.get("category"), _LEVELS))
    return next((gop_type for word, gop_type in _GOP_TYPES if word in words), "ukendt")


def _discharge_day(plan: Json) -> str:
    for extension in _dicts(plan.get("extension")):
        name = _last_part(extension.get("url")).replace("-", "").lower()
        if "preconditiondate" in name or "dischargedate" in name:
            return _day(extension.get("valueDate") or extension.get("valueDateTime"))
    return ""


def _status(plan: Json, replaced: bool) -> str:
    """The plan's status as in `domain.kinds.GOP_STATUSES`; a stated reason says more than the FHIR status."""
    reasons = [_dicts(plan.get("statusReason"))] + [
        _dicts(extension.get("valueCodeableConcept"))
        for extension in _dicts(plan.get("extension"))
        if "statusreason" in _last_part(extension.get("url")).replace("-", "").lower()
    ]
    words = " ".join(word for concepts in reasons for word in _words(concepts, _REASONS))
    stated = next((status for word, status in _REASON_WORDS if word in words), "")
    if stated in ("fejlsendt", "anden kommune"):
        return stated
    status = _STATUSES.get(str(plan.get("status")), "")
    if replaced or status in ("erstattet", "fejlsendt"):
        return status if status == "fejlsendt" else "erstattet"
    return stated or status


def _words(concepts: Any, codes: dict[str, str]) -> Iterator[str]:
    """What codeable concepts say, in lower case: the word for each known code, displays and texts."""
    for concept in _dicts(concepts):
        yield str(concept.get("text") or "").lower()
        for coding in _dicts(concept.get("coding")):
            yield codes.get(str(coding.get("code") or "").lower(), str(coding.get("display") or "").lower())


def _day(moment: Any) -> str:
    """The Danish date of a FHIR date or dateTime; what is neither is passed on as it is, for the check to refuse."""
    text = str(moment or "").strip()
    try:
        parsed = dt.datetime.fromisoformat(text)
    except ValueError:
        return text
    if parsed.tzinfo is None:
        return parsed.date().isoformat()
    utc = parsed.astimezone(dt.UTC).replace(tzinfo=None)
    hours = 2 if _summer_time(utc.year, 3) <= utc < _summer_time(utc.year, 10) else 1
    return (utc + dt.timedelta(hours=hours)).date().isoformat()


def _summer_time(year: int, month: int) -> dt.datetime:
    """When summer time begins (March) or ends (October): 01:00 UTC on the last Sunday (directive 2000/84/EC)."""
    last = dt.datetime(year, month, 31, 1)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)


def _key(resource: Json) -> str:
    return str(resource.get("id") or "")


def _last_part(url: Any) -> str:
    return re.split(r"[/:]", str(url or "").split("/_history/")[0])[-1]


def _dict(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _dicts(value: Any) -> list[Json]:
    """The objects in a list, or the one object that stands where a list may stand."""
    return [value] if isinstance(value, dict) else [part for part in _list(value) if isinstance(part, dict)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
