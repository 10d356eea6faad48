"""Municipalities and hospitals by the names people use (data contract, *Places*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sundhedsklynge.ingest.danish import Flaw, clean, fold

OUTSIDE_CODES = {411: "Christiansø"}
OUTSIDE_NAMES: dict[str, str] = {
    "christiansoe": "Christiansø", "ertholmene": "Christiansø", "udland": "udland", "udlandet": "udland",
    "udenlandsk": "udland", "udenlandsk borger": "udland", "bosat i udlandet": "udland", "sverige": "udland",
    "norge": "udland", "tyskland": "udland", "abroad": "udland", "foreign": "udland", "groenland": "Grønland",
    "greenland": "Grønland", "faeroeerne": "Færøerne", "faroe islands": "Færøerne", "ukendt": "ukendt",
    "ukendt kommune": "ukendt", "uoplyst": "ukendt", "ikke oplyst": "ukendt", "unknown": "ukendt",
}  # fmt: skip
REGIONS: dict[str, str] = {
    "hovedstaden": "Region Hovedstaden",
    "sjaelland": "Region Sjælland",
    "syddanmark": "Region Syddanmark",
    "midtjylland": "Region Midtjylland",
    "midt": "Region Midtjylland",
    "nordjylland": "Region Nordjylland",
    "nord": "Region Nordjylland",
    "oestdanmark": "Region Østdanmark",
}
# Old and foreign spellings that the folding does not reach.
OTHER_NAMES: dict[str, int] = {"copenhagen": 101, "kbh": 101, "koebenhavns": 101, "elsinore": 217}


@dataclass(frozen=True, slots=True)
class Outside:
    """A place that is no municipality: its rows are counted and left out."""

    place: str


class MunicipalityNames:
    """Reads a municipality from a code, a name or both. `names` is {code: name}, `aliases` what a user has taught
    ({text: code})."""

    def __init__(self, names: Mapping[int, str], aliases: Mapping[str, int]) -> None:
        self._names = names
        self._by_name: dict[str, int] = {name: code for name, code in OTHER_NAMES.items() if code in names}
        for code, name in names.items():
            for form in _name_forms(name):
                self._by_name.setdefault(form, code)
        for text, code in aliases.items():
            self._by_name[fold(text)] = code
            self._by_name[_bare(text)] = code

    def read(self, text: str) -> int | Outside | Flaw:
        """The code `text` means; `Outside` for places that are left out; a `Flaw` where it names none."""
        value = clean(text)
        if not value:
            return Flaw("missing_value", "Kommunen mangler. Skriv kommunekode eller navn.")
        taught = self._by_name.get(fold(value))
        if taught is not None:
            return taught
        match = re.fullmatch(r"0?(\d{3})(?:[.,]0+)?(?:[\s\-–:,/(]+(\D+?)\)?)?|(\D+?)[\s\-–:,/(]+0?(\d{3})\)?", value)
        if match:
            code, name = int(match[1] or match[4]), match[2] or match[3] or ""
            return self._coded(code, name, value)
        return self._named(value)

    def _coded(self, code: int, name: str, value: str) -> int | Outside | Flaw:
        if code in OUTSIDE_CODES:
            return Outside(OUTSIDE_CODES[code])
        if code not in self._names:
            return Flaw("unknown_municipality", f"Kommunekoden {value} findes ikke. Ret koden i filen.")
        if name and self._named(name) != code:
            return Flaw("municipality_conflict", f"'{value}': koden er {self._names[code]}. Ret kode eller navn.")
        return code

    def _named(self, value: str) -> int | Outside | Flaw:
        bare = _bare(value)
        if bare in OUTSIDE_NAMES:
            return Outside(OUTSIDE_NAMES[bare])
        code = self._by_name.get(bare)
        if code is None:
            return Flaw(
                "unknown_municipality", f"Kommunen '{value}' kendes ikke. Ret navnet, eller skriv kommunekoden."
            )
        return code


def _bare(text: str) -> str:
    """The folded name without `Kommune` and the like, hyphens as spaces, aa for å."""
    name = re.sub(r"[-–/.]", " ", fold(text))
    name = re.sub(r"\b(?:regionskommune|kommune|kommunen|municipality)\b|^municipality of\b", " ", name)
    return " ".join(name.removeprefix("  of ").split()).removeprefix("of ")


@cache
def _name_forms(name: str) -> tuple[str, ...]:
    """Every folded form of a municipality's name: as it is, with and without genitive s, with o and a for ø and å."""
    base = _bare(name)
    forms = [base, base + "s", base.removesuffix("s") if base.endswith(("fyns", "lands")) else base]
    plain = " ".join(clean(name).casefold().replace("-", " ").split())
    rough = plain.replace("ø", "o").replace("å", "a").replace("æ", "ae")
    return tuple(dict.fromkeys([*forms, rough, rough + "s"]))


def read_region(text: str) -> str | Flaw:
    """`Region Hovedstaden` for any usual form of its name."""
    name = fold(text).removeprefix("region ").removeprefix("the ").strip()
    if name.removesuffix("s region") in REGIONS:
        name = name.removesuffix("s region")
    region = REGIONS.get(name.removeprefix("capital region of denmark") or "hovedstaden")
    return region or Flaw("unknown_region", f"Regionen '{clean(text)}' kendes ikke. Ret navnet i filen.")


# Hospitals ------------------------------------------------------------------------------------------------------------

# Sites and short names by the hospital they belong to (the regions' own pages). They only ever make a proposal: the user
# says yes once, and the alias is remembered.
SITES: dict[str, tuple[str, ...]] = {
    "Nordsjællands Hospital": ("noh", "hilleroed", "frederikssund", "helsingoer"),
    "Herlev og Gentofte Hospital": ("hgh",),
    "Amager og Hvidovre Hospital": ("ahh", "hvh"),
    "Bispebjerg og Frederiksberg Hospital": ("bfh", "bbh"),
    "Bornholms Hospital": ("boh", "bh", "roenne"),
    "Sjællands Universitetshospital": ("suh", "koege", "roskilde"),
    "Næstved, Slagelse og Ringsted Sygehuse": ("nsr",),
    "Odense Universitetshospital": ("ouh", "svendborg"),
    "Sygehus Lillebælt": ("slb", "kolding", "vejle", "middelfart"),
    "Sydvestjysk Sygehus": ("svs", "esbjerg", "grindsted"),
    "Sygehus Sønderjylland": ("shs", "aabenraa", "soenderborg", "toender"),
    "Regionshospitalet Gødstrup": ("herning", "holstebro"),
    "Aarhus Universitetshospital": ("auh", "skejby"),
    "Regionshospital Nordjylland": ("hjoerring", "frederikshavn"),
    "Aalborg Universitetshospital": ("aauh",),
}
_PRIVATE = frozenset(
    {"aleris", "hamlet", "capio", "adeas", "gildhoej", "moelholm", "eira", "cfr"}
)  # chains, as they are called
_GENERIC = re.compile(
    r"(?:universitets|regions|privat|central|amts)?(?:hospitale[tr]s?|hospitals?|hosp|sygehuse[tr]?s?|sygehus|klinik(?:ken|ker)?)"
    r"|og|and|i|paa|ved|af|the|region|afdeling|aps|as"
)


def near_hospitals(name: str, known: Iterable[str]) -> list[str]:
    """The known hospitals that `name` may be a spelling, a site or a short form of; empty when it is clearly a
    different one."""
    words = _words(name)
    own = [word for word in words if not _GENERIC.fullmatch(word)]
    found: list[str] = []
    for hospital in known:
        theirs = _words(hospital)
        distinct = [word for word in theirs if not _GENERIC.fullmatch(word)]
        if _is_private(words) != _is_private(theirs):
            # a private hospital in the same town is another hospital
            continue
        sites = SITES.get(hospital, ())
        initials = "".join(word[0] for word in theirs if word != "og")
        if (
            fold(name).replace(" ", "") == fold(hospital).replace(" ", "")
            or any(word in sites or (2 < len(word) <= 4 and word == initials) for word in own)
            or any(_alike(word, other) for word in own for other in distinct)
        ):
            found.append(hospital)
    return found


def _words(name: str) -> list[str]:
    return re.sub(r"[^a-z0-9]+", " ", fold(name)).split()


def _is_private(words: list[str]) -> bool:
    return any("privat" in word or word.startswith("klinik") or word in _PRIVATE for word in words)


def _alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: equal, or one letter apart (two in long words)."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or any(c.isdigit() for c in one + other):
        return False
    if one.startswith(other) or other.startswith(one):
        return abs(len(one) - len(other)) <= 3
    return _distance(one, other) <= (2 if shorter >= 8 else 1)


def _distance(one: str, other: str) -> int:
    """Letters to insert, delete, change or swap (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
