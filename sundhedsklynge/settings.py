"""Settings: one typed entry each, with valid-from dates, so that a figure of the past is judged by the rules of its time.

`SETTINGS` is the one list of what can be set; the window, `settings` on the command line and the computations read from it. A stored
value is text in the form a user writes; `Settings.at(day)` gives the typed values in force that day.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from sundhedsklynge.domain.dates import parse_day
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.kinds import GOP_TYPES, UNTIMED_GOP_TYPE
from sundhedsklynge.domain.procedures import PROCEDURES

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        value = int(text)
        if not low <= value <= high:
            raise ValueError
        return value

    return parse


def _share(text: str) -> float:
    """A share between 0 and 1, written `0,05`, `0.05` or `5 %`."""
    percent = text.rstrip().endswith("%")
    value = float(text.replace("%", "").strip().replace(",", ".")) / (100 if percent else 1)
    if not 0 <= value <= 1:
        raise ValueError
    return value


def _maybe_share(text: str) -> float | None:
    return _share(text) if text.strip() else None


def _maybe_kroner(text: str) -> float | None:
    return _kroner(text) if text.strip() else None


def _kroner(text: str) -> float:
    """Kroner written `9500`, `9.500`, `9.500,50` or `9500.5`."""
    plain = text.replace("kr.", "").strip()
    if "," in plain or re.fullmatch(r"\d{1,3}(\.\d{3})+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    value = float(plain)
    if not 0 <= value < 1e9:
        raise ValueError
    return value


def _limits(text: str) -> tuple[float, float, float]:
    first, second, third = (_share(part) for part in text.split(";"))
    if not first < second < third:
        raise ValueError
    return first, second, third


def _types(text: str) -> tuple[str, ...]:
    types = tuple(part.strip().lower() for part in text.split(";") if part.strip())
    if not types or any(name not in GOP_TYPES for name in types):
        raise ValueError
    return types


def _yes(text: str) -> bool:
    return {"ja": True, "nej": False}[text.strip().lower()]


@dataclass(frozen=True, slots=True)
class ClosedDays:
    """Days the training centre is closed: `municipality` None is everywhere; `first` and `last` included."""

    municipality: int | None
    first: dt.date
    last: dt.date

    def days(self) -> list[dt.date]:
        return [self.first + dt.timedelta(days=i) for i in range((self.last - self.first).days + 1)]


def _closed(text: str) -> tuple[ClosedDays, ...]:
    """`23.12.2026; 219: 28.12.2026..30.12.2026`: days or spans, a municipality code before the colon where only one is closed."""
    spans: list[ClosedDays] = []
    for part in filter(None, (p.strip() for p in text.split(";"))):
        code, _, span = part.rpartition(":")
        first, _, last = span.partition("..")
        start = parse_day(first)
        end = parse_day(last) if last else start
        if not dt.timedelta(0) <= end - start <= dt.timedelta(days=366):
            raise ValueError
        spans.append(ClosedDays(int(code) if code else None, start, end))
    return tuple(spans)


@dataclass(frozen=True, slots=True)
class GroupDay:
    """A group of `slots` citizens that starts together on `day` in a municipality, besides the week's other slots."""

    municipality: int
    day: dt.date
    slots: int


def _groups(text: str) -> tuple[GroupDay, ...]:
    """`219: 01.12.2026 8; 219: 08.12.2026 8`: municipality code, day and slots."""
    groups: list[GroupDay] = []
    for part in filter(None, (p.strip() for p in text.split(";"))):
        code, _, rest = part.partition(":")
        day, slots = rest.split()
        if not 1 <= int(slots) <= 1000:
            raise ValueError
        groups.append(GroupDay(int(code), parse_day(day), int(slots)))
    return tuple(groups)


@dataclass(frozen=True, slots=True)
class Package:
    """A course at a private supplier: the agreement's name for it, the procedures it is for, and its price."""

    name: str
    procedures: tuple[str, ...]
    kroner: float


def _packages(text: str) -> tuple[Package, ...]:
    """`01 Underekstremitet kirurgisk (knæ, hofte): 9.500; 02 Overekstremitet (skulder): 8.200`: no procedure has two."""
    packages: list[Package] = []
    for part in filter(None, (p.strip() for p in text.split(";"))):
        match = re.fullmatch(r"(.+?)\s*\(([^()]+)\)\s*:\s*(.+)", part)
        if not match:
            raise ValueError
        procedures = tuple(name.strip().lower() for name in match[2].split(","))
        taken = [name for package in packages for name in package.procedures]
        if any(name not in PROCEDURES or name in taken for name in procedures):
            raise ValueError
        packages.append(Package(match[1].strip(), procedures, _kroner(match[3])))
    return tuple(packages)


def packages_text(packages: Iterable[Package]) -> str:
    """The packages as the setting `privat.priser` holds them."""
    return "; ".join(
        f"{package.name} ({', '.join(package.procedures)}): {package.kroner:.2f}".removesuffix(".00")
        for package in packages
    )


def _maybe_age(text: str) -> int | None:
    return _whole(0, 120)(text) if text.strip() else None


@dataclass(frozen=True, slots=True)
class RegionStart:
    """The day a region began to be responsible for treatment in the 72 hours after discharge."""

    region: str
    day: dt.date


def _starts(text: str) -> tuple[RegionStart, ...]:
    """`Region Hovedstaden: 01.01.2025; Region Sjælland: 01.04.2025`."""
    starts: list[RegionStart] = []
    for part in filter(None, (p.strip() for p in text.split(";"))):
        region, _, day = part.rpartition(":")
        if not region.strip():
            raise ValueError
        starts.append(RegionStart(region.strip(), parse_day(day)))
    return tuple(starts)


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: `default` is written as a user writes it; `form` says in Danish what is accepted; `assumption` whether it is one
    behind the figures, to be told in what is exported."""

    key: str
    label: str
    default: str
    form: str
    parse: Callable[[str], Any]
    assumption: bool = True


SETTINGS: dict[str, Setting] = {
    setting.key: setting
    for setting in (
        Setting("frist.dage", "Dage fra udskrivning til tilbudt start", "7", "et helt tal fra 1 til 60", _whole(1, 60)),
        Setting("frist.arbejdsdage", "Fristen tælles i arbejdsdage", "nej", "ja eller nej", _yes),
        Setting(
            "frist.typer",
            "Typer af planer, som fristen gælder",
            "; ".join(name for name in GOP_TYPES if name != UNTIMED_GOP_TYPE),
            "plantyper adskilt af semikolon",
            _types,
        ),
        Setting(
            "frist.opgivet_dage",
            "Dage efter fristen, hvor en åben plan tages ud af køen",
            "90",
            "et helt tal fra 1 til 3650",
            _whole(1, 3650),
        ),
        Setting("frist.samme_dag", "En plan kan få en plads den dag, den modtages", "nej", "ja eller nej", _yes),
        Setting(
            "frist.lukkedage",
            "Ekstra lukkedage",
            "",
            "datoer som 23.12.2026 eller 219: 28.12.2026..30.12.2026",
            _closed,
        ),
        Setting(
            "frist.hold",
            "Hold, der starter samlet ud over ugens pladser",
            "",
            "kommunekode, dag og pladser som 219: 01.12.2026 8, adskilt af semikolon",
            _groups,
        ),
        Setting(
            "frist.andel_pladser",
            "Andel af pladserne til de indgreb, som data rummer",
            "100 %",
            "en andel som 80 %",
            _share,
        ),
        Setting("risiko.maal", "Højeste risiko, som anbefalede pladser skal sikre", "5 %", "en andel som 5 %", _share),
        Setting(
            "risiko.graenser",
            "Grænser for hold øje, risiko og høj risiko",
            "5 %; 20 %; 50 %",
            "tre stigende andele adskilt af semikolon",
            _limits,
        ),
        Setting(
            "privat.andel",
            "Andel, der bruger retten til privat tilbud",
            "",
            "en andel som 30 %, eller tom",
            _maybe_share,
        ),
        Setting(
            "privat.pris",
            "Pris pr. forløb hos privat leverandør, hvor ingen pakke gælder (kr.)",
            "",
            "et beløb i kroner, eller tom",
            _maybe_kroner,
        ),
        Setting(
            "privat.priser",
            "Pakker og priser hos private leverandører (kr. pr. forløb)",
            "",
            "pakker som 01 Underekstremitet kirurgisk (knæ, hofte): 9500, adskilt af semikolon, eller tom",
            _packages,
        ),
        Setting("pladser.pris", "Pris for en ekstra plads (kr.)", "", "et beløb i kroner, eller tom", _maybe_kroner),
        Setting(
            "friskhed.dage", "Dage, før en hospitalsfil er gammel", "10", "et helt tal fra 1 til 365", _whole(1, 365)
        ),
        Setting(
            "friskhed.mangler_dage",
            "Dage, før et hospital regnes som holdt op",
            "28",
            "et helt tal fra 1 til 365",
            _whole(1, 365),
        ),
        Setting("indbakke.mappe", "Overvåget mappe", "", "stien til en mappe, eller tom", str.strip, assumption=False),
        Setting(
            "indbakke.automatisk",
            "Importér nye filer i den overvågede mappe af sig selv",
            "nej",
            "ja eller nej",
            _yes,
            assumption=False,
        ),
        Setting(
            "smaatal.graense", "Mindste antal, der vises i mødevisning", "5", "et helt tal fra 1 til 20", _whole(1, 20)
        ),
        Setting(
            "behandling72.timer",
            "72-timers behandlingsansvar: korteste indlæggelse i målgruppen (timer)",
            "24",
            "et helt tal fra 0 til 240",
            _whole(0, 240),
            assumption=False,
        ),
        Setting(
            "behandling72.alder",
            "72-timers behandlingsansvar: laveste alder i målgruppen",
            "",
            "et helt tal fra 0 til 120, eller tom for alle",
            _maybe_age,
            assumption=False,
        ),
        Setting(
            "behandling72.start",
            "72-timers behandlingsansvar: startdato pr. region",
            "",
            "regioner og datoer som Region Hovedstaden: 01.01.2025, adskilt af semikolon, eller tom",
            _starts,
            assumption=False,
        ),
    )
}


@dataclass(frozen=True, slots=True)
class Value:
    """A stored value: text as the user wrote it, in force from `valid_from` (None: always)."""

    key: str
    text: str
    valid_from: dt.date | None = None


def _in_danish(value: Value) -> Value:
    """The value with its dates as they are written today: they were once stored in ISO 8601."""
    entry = SETTINGS.get(value.key)
    if entry is None or entry.parse not in (_closed, _groups, _starts):
        return value
    return replace(value, text=_ISO.sub(r"\3.\2.\1", value.text))


def setting(key: str) -> Setting:
    """The setting called `key`. Raises UserError naming those there are."""
    if key not in SETTINGS:
        raise UserError(f"Indstillingen '{key}' findes ikke.", f"Vælg en af: {', '.join(SETTINGS)}.")
    return SETTINGS[key]


def check_value(key: str, text: str) -> str:
    """`text` trimmed, if it is a valid value of `key`. Raises UserError saying what is accepted."""
    entry = setting(key)
    try:
        entry.parse(text)
    except (ValueError, KeyError) as error:
        raise UserError(
            f"'{text}' kan ikke bruges som {key} ({entry.label.lower()}).", f"Skriv {entry.form}."
        ) from error
    return text.strip()


class Settings:
    """All stored values; reading one takes the newest valid on that day, else the default. A broken stored value falls back to it."""

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self._values = sorted(map(_in_danish, values), key=lambda v: v.valid_from or dt.date.min)

    def text(self, key: str, day: dt.date | None = None) -> str:
        """The value in force on `day` (None: the newest) as written. Raises UserError for an unknown key."""
        default = setting(key).default
        known = [v.text for v in self._values if v.key == key and (day is None or (v.valid_from or dt.date.min) <= day)]
        return known[-1] if known else default

    def stored(self, key: str) -> tuple[Value, ...]:
        """What is stored of `key`, oldest valid-from first."""
        return tuple(value for value in self._values if value.key == key)

    def get(self, key: str, day: dt.date | None = None) -> Any:
        """The typed value in force on `day`."""
        entry = setting(key)
        try:
            return entry.parse(self.text(key, day))
        except (ValueError, KeyError):
            return entry.parse(entry.default)
