"""What the columns of a file and the kinds of question are called on screen."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sundhedsklynge.domain.kinds import KIND_NAMES
from sundhedsklynge.ui import text
from sundhedsklynge.ui.text import mark, number, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ImportInfo

WITHDRAWN = "fortrudt"  # as `workspace.history`
NAMES = {
    "": mark("bruges ikke"),
    "udtraeksdato": mark("opgjort pr."),
    "sygehus": mark("hospital"),
    "sks_kode": mark("SKS-kode"),
    "aar": mark("år"),
    "sagsnoegle": mark("sagsnøgle"),
    "gop_type": mark("type af genoptræningsplan"),
    "udskrivningsdato": mark("udskrivningsdato"),
    "modtaget_dato": mark("modtaget"),
    "tidligst_start_dato": mark("tidligste start"),
    "tilbudt_dato": mark("tilbudt tid"),
    "opstart_dato": mark("opstart"),
    "bemaerkning": mark("bemærkning"),
    "kontakter_72t": mark("kontakter i 72 timer"),
    "genindlagt_72t": mark("genindlagt i 72 timer"),
    "plejehjem_med_laege": mark("plejehjem med læge"),
    "plejehjem_ukendt": mark("plejehjem, ukendt"),
    "pladser_med_laege": mark("pladser med læge"),
    "maaned": mark("måned"),
    "gop_modtaget": mark("modtagne genoptræningsplaner"),
    "afdeling": mark("afdeling"),
    "kommunekode": mark("kommunekode"),
    "kommune": mark("kommune"),
    "procedure": mark("procedure"),
    "operationsdato": mark("operationsdato"),
    "uge": mark("uge"),
    "antal": mark("antal"),
    "status": mark("status"),
    "bookingdato": mark("bookingdato"),
    "privat": mark("privat"),
    "diagnosekode": mark("diagnosekode"),
    "tekst": mark("tekst"),
    "mangelfuld": mark("mangelfuld"),
    "pladser": mark("pladser"),
    "kvartal": mark("kvartal"),
    "udskrivninger": mark("udskrivninger"),
    "omfattet": mark("omfattet"),
    "plejehjem": mark("plejehjem"),
    "region": mark("region"),
    "operationer": mark("operationer"),
}
ANSWERS = {"nærmest": mark("Ja, de nærmeste uger"), "ja": mark("Ja, læs den sådan")}
_OPTION = re.compile(r"\s*\(--[a-z-]+\)| Ret overskriften, eller giv en kortlægning\.|, eller giv en kortlægning(?=\.)")


def files_said(imports: Sequence[ImportInfo]) -> str:
    """How many files hold; those taken back do not."""
    files = sum(info.status != WITHDRAWN for info in imports)
    return tr("1 importeret fil") if files == 1 else tr("{count} importerede filer", count=number(files))


def column_name(name: str) -> str:
    """A canonical column as it is called on screen."""
    return tr_marked(NAMES[name]) if name in NAMES else name


def kind_name(kind: str) -> str:
    """What a kind of file is called."""
    return translated(KIND_NAMES.get(kind, kind))


def said(sentence: str) -> str:
    """A sentence in the user's language, without the options of the command line."""
    return _OPTION.sub("", translated(sentence))


def rows_said(count: int) -> str:
    """`1 række`, `1.234 rækker`."""
    return tr("1 række") if count == 1 else tr("{count} rækker", count=number(count))


def answer_name(what: str, value: str) -> str:
    """A possible answer as it is shown."""
    if what == "kind":
        return kind_name(value)
    if what == "as_of":
        try:
            return text.date(dt.date.fromisoformat(value))
        except ValueError:
            return value
    if what in ("week_year", "layout") and value in ANSWERS:
        return tr_marked(ANSWERS[value])
    return value
