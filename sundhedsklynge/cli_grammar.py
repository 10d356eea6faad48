"""The grammar of the command line (data contract, *Command line*), in Danish."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from sundhedsklynge import __version__
from sundhedsklynge.domain.dates import parse_day
from sundhedsklynge.domain.errors import Exit
from sundhedsklynge.domain.kinds import KIND_NAMES


class DanishParser(argparse.ArgumentParser):
    """argparse with Danish errors: one sentence on stderr, exit 2."""

    def error(self, message: str) -> NoReturn:
        from sundhedsklynge.ingest.cpr_text import mask

        print(f"{mask(_danish(message))} Skriv '{self.prog} --help' for at se, hvad der kan skrives.", file=sys.stderr)
        raise SystemExit(Exit.USAGE)


# argparse looks its texts up through gettext under these English keys; there is no other hook.
_ARGPARSE = {
    "the following arguments are required: %s": "Der mangler: %s.",
    "unrecognized arguments: %s": "Ukendt tilvalg eller ord: %s.",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r kan ikke bruges her. Vælg mellem %(choices)s.",
    "expected one argument": "Der mangler en værdi.",
    "expected at least one argument": "Der mangler mindst en værdi.",
    "invalid %(type)s value: %(value)r": "%(value)r kan ikke bruges her.",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyde flere ting: %(matches)s.",
    "not allowed with argument %s": "Det kan ikke bruges sammen med %s.",
    "ignored explicit argument %r": "%r kan ikke bruges her.",
    "usage: ": "brug: ",
    "positional arguments": "det skal med",
    "options": "tilvalg",
    "show this help message and exit": "vis denne hjælp",
}
setattr(argparse, "_", lambda text: _ARGPARSE.get(text, text))  # noqa: B010 - a private name, so no plain assignment


def _danish(message: str) -> str:
    return message if message.endswith(".") else f"{message}."


def _date(text: str) -> dt.date:
    try:
        return parse_day(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' er ikke en dato. Skriv den som 23.11.2026.") from None


def _count(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not text.isdecimal() or not low <= int(text) <= high:
            raise argparse.ArgumentTypeError(f"'{text}' kan ikke bruges. Skriv et helt tal fra {low} til {high}.")
        return int(text)

    return parse


def _formats(text: str) -> tuple[str, ...]:
    from sundhedsklynge.export.package import FORMATS

    chosen = tuple(part.strip().lower() for part in text.split(",") if part.strip())
    wrong = [part for part in chosen if part not in FORMATS]
    if wrong or not chosen:
        raise argparse.ArgumentTypeError(
            f"Formatet '{', '.join(wrong)}' findes ikke. Vælg mellem {', '.join(FORMATS)}."
        )
    return chosen


def parser() -> argparse.ArgumentParser:
    """The whole grammar of the command line (data contract, *Command line*)."""
    top = DanishParser(
        prog="sundhedsklynge",
        description="Prognose for genoptræningsplaner og risiko for at overskride 7-dages-fristen. Uden kommando åbnes vinduet.",
    )
    top.add_argument(
        "--version", action="version", version=f"sundhedsklynge {__version__}", help="vis programmets version"
    )
    top.add_argument(
        "--db", metavar="DB", help="databasefil eller adresse; ellers SUNDHEDSKLYNGE_DB eller brugerens egen"
    )
    top.add_argument("--demo", action="store_true", help="brug en frisk database med demodata")
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", title="kommandoer")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=text, description=text)

    c = command("import", "læs filer ind")
    c.add_argument("files", nargs="+", metavar="FIL")
    c.add_argument("--kind", choices=list(KIND_NAMES), help="filens art; ellers genkendes den")
    c.add_argument("--as-of", type=_date, metavar="DATO", help="den dato, filen er opgjort")
    c.add_argument("--hospital", metavar="NAVN", help="hospitalet, hvor filen ikke selv siger det")
    c.add_argument("--mapping", type=Path, metavar="M.json", help="gemt kolonnevalg")
    c.add_argument("--dry-run", action="store_true", help="kontrollér uden at gemme")
    c.add_argument("--skip-bad-rows", action="store_true", help="læs resten, når rækker har fejl")
    c.add_argument("--drop-cpr-columns", action="store_true", help="udelad kolonner med personnumre")
    c.add_argument("--report", type=Path, metavar="R.json", help="skriv en rapport om hver fil")

    command("imports", "vis importerede filer")
    for name, text in (("undo", "tag en import tilbage"), ("redo", "genindfør en import, der er taget tilbage")):
        c = command(name, text)
        c.add_argument("id", type=_count(1, 10**9), metavar="ID")

    for name, text, weeks in (
        ("forecast", "prognose for modtagne genoptræningsplaner", 12),
        ("risk", "risiko for at overskride fristen", 8),
    ):
        c = command(name, text)
        c.add_argument(
            "--as-of", type=_date, metavar="DATO", help="morgenen prognosen laves; ellers de nyeste datas dato"
        )
        c.add_argument("--weeks", type=_count(1, 26), default=weeks, metavar="N", help=f"antal uger (ellers {weeks})")
        c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")
        if name == "risk":
            c.add_argument("--scenario", metavar="NAVN", help="regn med et gemt scenarie")

    c = command("coverage", "kvartalsvise indikatorer for dækning og kvalitet")
    c.add_argument("--as-of", type=_date, metavar="DATO", help="det, der var kendt den morgen; ellers alt")
    c.add_argument(
        "--organisation",
        choices=("klynger", "sundhedsraad"),
        help="vis områderne før eller efter 1. januar 2027; ellers efter datoen",
    )
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("backtest", "hvor gode tidligere prognoser ville have været, ved siden af simple regler")
    c.add_argument(
        "--from", dest="first", type=_date, metavar="DATO", help="første opgørelsesdato; ellers et år tilbage"
    )
    c.add_argument("--to", dest="last", type=_date, metavar="DATO", help="sidste; ellers fire uger før de nyeste data")
    c.add_argument("--step-weeks", type=_count(1, 52), default=4, metavar="N", help="uger mellem datoerne (ellers 4)")
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("export", "ugens pakke til mennesker (danske formater)")
    c.add_argument("--as-of", type=_date, metavar="DATO")
    c.add_argument(
        "--format",
        type=_formats,
        default=("xlsx", "csv"),
        metavar="xlsx,pdf,csv,png,svg",
        help="filformater (ellers xlsx,csv)",
    )
    c.add_argument("--out", type=Path, required=True, metavar="MAPPE")
    where = c.add_mutually_exclusive_group()
    where.add_argument("--municipality", metavar="KODE", help="kun denne kommune")
    where.add_argument("--cluster", metavar="KODE", help="kun denne klynge")
    c.add_argument("--masked", action="store_true", help="skjul små antal personer")

    c = command("areas", "indlæs en tabel over klynger eller sundhedsråd")
    c.add_argument("file", type=Path, metavar="FIL")

    c = command("settings", "vis eller sæt indstillinger")
    c.add_argument("key", nargs="?", metavar="NØGLE")
    c.add_argument("value", nargs="?", metavar="VÆRDI")
    c.add_argument(
        "--from", dest="valid_from", type=_date, metavar="DATO", help="den dag, værdien gælder fra; ellers altid"
    )

    c = command("scenarios", "vis, gem og sammenlign scenarier")
    c.add_argument("name", nargs="?", metavar="NAVN")
    c.add_argument(
        "changes",
        nargs="?",
        metavar="ÆNDRINGER",
        help="'aktivitet +30 %% fra 01.12.2026; lukket 21.12.2026..23.12.2026'",
    )
    c.add_argument("--delete", action="store_true", help="slet scenariet")
    c.add_argument("--compare", action="store_true", help="regn alle scenarier (eller det ene) ved siden af planen")
    c.add_argument("--as-of", type=_date, metavar="DATO")
    c.add_argument("--weeks", type=_count(1, 26), default=8, metavar="N")
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("demo", "skriv et sæt demofiler")
    c.add_argument("folder", type=Path, metavar="MAPPE")

    command("check", "kontrollér databasen")
    c = command("backup", "tag en sikker kopi af databasen")
    c.add_argument("file", type=Path, metavar="FIL")
    c = command("restore", "genskab databasen fra en kopi")
    c.add_argument("file", type=Path, metavar="FIL")

    c = command("screenshots", "gem billeder af alle sider uden skærm")
    c.add_argument("folder", type=Path, metavar="MAPPE")
    return top
