"""The field's own words: procedure groups from SKS codes and texts, types of plan, statuses."""

from __future__ import annotations

import re

from sundhedsklynge.domain.procedures import HIP, KNEE, OTHER, SHOULDER
from sundhedsklynge.ingest.danish import Flaw, clean, fold

# NOMESCO operation codes with the Danish K: chapter, two letters, two digits, a variant; chapter Z holds no operations.
_OPERATION = r"K[A-HJ-NPQTUXY](?!XX)[A-Z]{2}\d{2}[A-Z]?"
_DIAGNOSIS = r"D[A-Z]\d{2}(?:\.?\d[0-9A-Z]{0,3}|[A-Z]\d?)?"
_TREATMENT = r"[BU][A-Z]{3}\d{1,2}[A-Z]?\d?"
_SIDE = r"T[A-Z]{2,3}\d{1,2}"
_CODE = re.compile(rf"({_OPERATION}|{_DIAGNOSIS}|{_TREATMENT})(?:\s*[+,/ ]?\s*{_SIDE})*(?:[\s:,;–-]+(\D.*))?")
_CODE_LIKE = re.compile(r"[A-Z]{1,5}[\d.]+[A-Z0-9.]*|K?N[BFG][A-Z]?|\d+")

CODE_GROUPS: dict[str, str] = {
    "KNG": KNEE, "KNF": HIP, "KNB": SHOULDER,
    "DM17": KNEE, "DM23": KNEE, "DS83": KNEE,
    "DM16": HIP, "DS72": HIP,
    "DM75": SHOULDER, "DS42": SHOULDER, "DS43": SHOULDER, "DS46": SHOULDER,
}  # fmt: skip
_STEMS: dict[str, str] = {
    "knae": KNEE, "knee": KNEE, "menisk": KNEE, "korsbaand": KNEE, "patella": KNEE, "gonartrose": KNEE,
    "hofte": HIP, "coxartrose": HIP, "laarbenshals": HIP, "collum femoris": HIP,
    "skulder": SHOULDER, "shoulder": SHOULDER, "rotator cuff": SHOULDER, "rotatorcuff": SHOULDER,
}  # fmt: skip
_WORDS: dict[str, str] = {
    "tka": KNEE, "tkp": KNEE, "uka": KNEE, "ukp": KNEE, "acl": KNEE, "genu": KNEE,
    "hip": HIP, "hips": HIP, "tha": HIP, "thp": HIP, "coxa": HIP, "coxae": HIP,
    "tsa": SHOULDER, "rsa": SHOULDER,
}  # fmt: skip
# Body parts and fields that are none of the groups.
_OTHER_WORDS = frozenset(
    {"ryg", "rygsoejle", "nakke", "columna", "spine", "albue", "elbow", "haand", "haandled", "hand", "wrist", "finger"}
    | {
        "fod",
        "foot",
        "ankel",
        "ankle",
        "taa",
        "hallux",
        "baekken",
        "apopleksi",
        "kraeft",
        "cancer",
        "hjerte",
        "lunge",
        "kol",
    }
    | {"neurologi", "neurologisk", "amputation"}
)
_REST = re.compile(
    r"(?:alle? )?(?:andre|andet|anden|oevrige?t?|others?)(?: (?:operation|indgreb|procedure|plan|type)[a-z]*)?"
)
_OTHER_STEMS = ("rygop", "albueop", "haandop", "fodop", "ankelop", "rygkirurg", "haandkirurg", "fodkirurg")


def read_procedure(text: str) -> tuple[str, str] | Flaw:
    """(group, SKS code or "") of an operation code, a diagnosis code or a text; what is none of them is a `Flaw`, never
    `andre`."""
    value = clean(text)
    if not value:
        return Flaw("missing_value", "Proceduren mangler. Skriv en SKS-kode eller knæ, hofte, skulder eller andre.")
    if match := _CODE.fullmatch(value.upper()):
        code = match[1].replace(".", "")
        group = CODE_GROUPS.get(code[:3]) or CODE_GROUPS.get(code[:4], OTHER)
        named = _groups_in(match[2] or "")
        if named and named != {group}:
            return Flaw("procedure_conflict", f"'{value}': kode og tekst er ikke samme procedure. Ret en af dem.")
        return group, code
    groups = _groups_in(value)
    if len(groups) == 1:
        return next(iter(groups)), ""
    if groups:
        return Flaw("procedure_conflict", f"'{value}' nævner flere procedurer. Del rækken, eller skriv en SKS-kode.")
    if _CODE_LIKE.fullmatch(value.upper().replace(" ", "")):
        return Flaw("malformed_code", f"'{value}' er ikke en SKS-kode. Skriv den som KNGB40.")
    words = re.sub(r"[^a-z0-9]+", " ", fold(value)).split()
    if _REST.fullmatch(" ".join(words)) or _OTHER_WORDS & set(words) or fold(value).startswith(_OTHER_STEMS):
        return OTHER, ""
    return Flaw("unknown_procedure", f"'{value}' kendes ikke som procedure. Skriv knæ, hofte, skulder eller andre.")


def _groups_in(text: str) -> set[str]:
    folded = fold(text)
    groups = {group for stem, group in _STEMS.items() if stem in folded}
    words = re.sub(r"[^a-z0-9]+", " ", folded).split()
    return groups | {_WORDS[word] for word in words if word in _WORDS}


# Types and statuses ---------------------------------------------------------------------------------------------------

_GOP_TYPES: dict[str, str] = {
    spelling: name
    for name, spellings in {
        "almen basal": (
            "almen basal", "basal", "basic", "basalt niveau", "almen basalt niveau", "genoptraening basal",
            "almen genoptraening basal", "almen genoptraening basalt niveau", "almen genoptraening paa basalt niveau",
        ),
        "almen avanceret": (
            "almen avanceret", "avanceret", "advanced", "avanceret niveau", "almen avanceret niveau",
            "genoptraening avanceret", "almen genoptraening avanceret", "almen genoptraening avanceret niveau",
            "almen genoptraening paa avanceret niveau",
        ),
        "rehabilitering på specialiseret niveau": (
            "rehabilitering paa specialiseret niveau", "rehabilitering specialiseret niveau",
            "specialiseret rehabilitering", "rehabilitering",
        ),
        "specialiseret genoptræning": ("specialiseret genoptraening", "genoptraening specialiseret"),
        "ukendt": ("", "ukendt", "uoplyst", "ikke oplyst", "unknown", "almen", "almen genoptraening"),
    }.items()
    for spelling in spellings
}  # fmt: skip
_PLAN_STATUSES: dict[str, str] = {
    "planlagt": "planlagt", "booket": "planlagt", "bestilt": "planlagt", "planned": "planlagt", "scheduled": "planlagt",
    "booked": "planlagt", "bekraeftet": "planlagt", "confirmed": "planlagt",
    "udfoert": "udført", "gennemfoert": "udført", "opereret": "udført", "completed": "udført", "performed": "udført",
    "done": "udført", "afsluttet": "udført",
    "aflyst": "aflyst", "annulleret": "aflyst", "afbestilt": "aflyst", "cancelled": "aflyst", "canceled": "aflyst",
    "udgaaet": "aflyst",
}  # fmt: skip
_GOP_STATUSES: dict[str, str] = {
    spelling: name
    for name, spellings in {
        "anden kommune": (
            "anden kommune", "sendt til anden kommune", "flyttet til anden kommune", "videresendt til anden kommune",
        ),
        "fejlsendt": ("fejlsendt",),
        "erstattet": ("erstattet", "erstattet af ny"),
        "udskudt": ("udskudt",),
        "frit valg": ("frit valg", "fritvalg", "valgt frit valg"),
        "frit valg afslået": ("frit valg afslaaet", "fritvalg afslaaet", "afslaaet frit valg"),
        # words that say nothing the counting needs
        "": (
            "", "aktiv", "modtaget", "aaben", "oprettet", "igangsat", "igangvaerende", "i gang", "afsluttet",
            "gennemfoert", "afventer", "ventende", "venter", "tilbudt", "startet", "opstartet", "active", "completed",
        ),
    }.items()
    for spelling in spellings
}  # fmt: skip


def _tight(text: str) -> str:
    return " ".join(re.sub(r"[^a-z]+", " ", fold(text)).split())


def read_gop_type(text: str) -> str | Flaw:
    """One of `kinds.GOP_TYPES`; an empty cell is `ukendt`."""
    found = _GOP_TYPES.get(_tight(text))
    return found or Flaw(
        "unknown_gop_type",
        f"'{clean(text)}' kendes ikke som type. Skriv f.eks. almen basal, almen avanceret eller ukendt.",
    )


def read_plan_status(text: str) -> str | Flaw:
    """One of `kinds.PLAN_STATUSES`, "" for an empty cell."""
    found = _PLAN_STATUSES.get(_tight(text)) if clean(text) else ""
    return Flaw("unknown_status", _UNKNOWN_PLAN_STATUS.format(clean(text))) if found is None else found


def read_gop_status(text: str) -> str | Flaw:
    """One of `kinds.GOP_STATUSES`."""
    found = _GOP_STATUSES.get(_tight(text))
    return Flaw("unknown_status", _UNKNOWN_GOP_STATUS.format(clean(text))) if found is None else found


_UNKNOWN_PLAN_STATUS = "Status '{}' kendes ikke. Skriv planlagt, udført eller aflyst."
_UNKNOWN_GOP_STATUS = (
    "Status '{}' kendes ikke. Skriv anden kommune, fejlsendt, erstattet, udskudt, frit valg, frit valg afslået, "
    "eller lad feltet stå tomt."
)
