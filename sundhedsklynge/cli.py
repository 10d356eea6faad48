"""The command line. Every command is one call of `Workspace`; Qt is loaded only where a window or a picture is wanted."""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from sundhedsklynge import __version__
from sundhedsklynge.domain.errors import Exit, InputRefusedError, UserError
from sundhedsklynge.domain.kinds import KIND_NAMES

if TYPE_CHECKING:
    import pandas as pd

    from sundhedsklynge.export.package import Draw
    from sundhedsklynge.workspace import Workspace

log = logging.getLogger("sundhedsklynge")

BUG = 1  # exit code of a fault in the program itself; the contract names those a user can cause


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
    "show program's version number and exit": "vis programmets version",
}
setattr(argparse, "_", lambda text: _ARGPARSE.get(text, text))  # noqa: B010 - a private name, so no plain assignment


def _danish(message: str) -> str:
    return message if message.endswith(".") else f"{message}."


def _date(text: str) -> dt.date:
    for form in ("%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return dt.datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(f"'{text}' er ikke en dato. Skriv den som 2026-11-23.")


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
    top.add_argument("--version", action="version", version=f"sundhedsklynge {__version__}")
    top.add_argument(
        "--db", metavar="DB", help="databasefil eller adresse; ellers SUNDHEDSKLYNGE_DB eller brugerens egen"
    )
    top.add_argument("--demo", action="store_true", help="brug en frisk database med demodata")
    commands = top.add_subparsers(dest="command", metavar="KOMMANDO", title="kommandoer")

    def command(name: str, text: str, run: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=text, description=text)
        sub.set_defaults(run=run)
        return sub

    c = command("import", "læs filer ind", _import)
    c.add_argument("files", nargs="+", metavar="FIL")
    c.add_argument("--kind", choices=list(KIND_NAMES), help="filens art; ellers genkendes den")
    c.add_argument("--as-of", type=_date, metavar="DATO", help="den dato, filen er opgjort")
    c.add_argument("--hospital", metavar="NAVN", help="hospitalet, hvor filen ikke selv siger det")
    c.add_argument("--mapping", type=Path, metavar="M.json", help="gemt kolonnevalg")
    c.add_argument("--dry-run", action="store_true", help="kontrollér uden at gemme")
    c.add_argument("--skip-bad-rows", action="store_true", help="læs resten, når rækker har fejl")
    c.add_argument("--drop-cpr-columns", action="store_true", help="udelad kolonner med personnumre")
    c.add_argument("--report", type=Path, metavar="R.json", help="skriv en rapport om hver fil")

    command("imports", "vis importerede filer", _imports)
    for name, text in (("undo", "tag en import tilbage"), ("redo", "genindfør en import, der er taget tilbage")):
        c = command(name, text, _undo_redo)
        c.add_argument("id", type=_count(1, 10**9), metavar="ID")

    for name, text, weeks in (
        ("forecast", "prognose for modtagne genoptræningsplaner", 12),
        ("risk", "risiko for at overskride fristen", 8),
    ):
        c = command(name, text, _table)
        c.add_argument(
            "--as-of", type=_date, metavar="DATO", help="morgenen prognosen laves; ellers de nyeste datas dato"
        )
        c.add_argument("--weeks", type=_count(1, 26), default=weeks, metavar="N", help=f"antal uger (ellers {weeks})")
        c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")
        if name == "risk":
            c.add_argument("--scenario", metavar="NAVN", help="regn med et gemt scenarie")

    c = command("coverage", "kvartalsvise indikatorer for dækning og kvalitet", _coverage)
    c.add_argument("--as-of", type=_date, metavar="DATO", help="det, der var kendt den morgen; ellers alt")
    c.add_argument(
        "--organisation",
        choices=("klynger", "sundhedsraad"),
        help="vis områderne før eller efter 1. januar 2027; ellers efter datoen",
    )
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("backtest", "hvor gode tidligere prognoser ville have været, ved siden af simple regler", _backtest)
    c.add_argument(
        "--from", dest="first", type=_date, metavar="DATO", help="første opgørelsesdato; ellers et år tilbage"
    )
    c.add_argument("--to", dest="last", type=_date, metavar="DATO", help="sidste; ellers fire uger før de nyeste data")
    c.add_argument("--step-weeks", type=_count(1, 52), default=4, metavar="N", help="uger mellem datoerne (ellers 4)")
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("export", "ugens pakke til mennesker (danske formater)", _export)
    c.add_argument("--as-of", type=_date, metavar="DATO")
    c.add_argument(
        "--format",
        type=_formats,
        default=("xlsx", "csv"),
        metavar="xlsx,pdf,csv,png",
        help="filformater (ellers xlsx,csv)",
    )
    c.add_argument("--out", type=Path, required=True, metavar="MAPPE")
    where = c.add_mutually_exclusive_group()
    where.add_argument("--municipality", metavar="KODE", help="kun denne kommune")
    where.add_argument("--cluster", metavar="KODE", help="kun denne klynge")
    c.add_argument("--masked", action="store_true", help="skjul små antal personer")

    c = command("areas", "indlæs en tabel over klynger eller sundhedsråd", _areas)
    c.add_argument("file", type=Path, metavar="FIL")

    c = command("settings", "vis eller sæt indstillinger", _settings)
    c.add_argument("key", nargs="?", metavar="NØGLE")
    c.add_argument("value", nargs="?", metavar="VÆRDI")
    c.add_argument(
        "--from", dest="valid_from", type=_date, metavar="DATO", help="den dag, værdien gælder fra; ellers altid"
    )

    c = command("scenarios", "vis, gem og sammenlign scenarier", _scenarios)
    c.add_argument("name", nargs="?", metavar="NAVN")
    c.add_argument("changes", nargs="?", metavar="ÆNDRINGER", help="'aktivitet +30 %%; lukket 2026-12-21..2026-12-23'")
    c.add_argument("--delete", action="store_true", help="slet scenariet")
    c.add_argument("--compare", action="store_true", help="regn alle scenarier (eller det ene) ved siden af planen")
    c.add_argument("--as-of", type=_date, metavar="DATO")
    c.add_argument("--weeks", type=_count(1, 26), default=8, metavar="N")
    c.add_argument("--out", type=Path, metavar="FIL", help="CSV-fil; ellers skrives på skærmen")

    c = command("demo", "skriv et sæt demofiler", _demo)
    c.add_argument("folder", type=Path, metavar="MAPPE")

    command("check", "kontrollér databasen", _check)
    c = command("backup", "tag en sikker kopi af databasen", _backup)
    c.add_argument("file", type=Path, metavar="FIL")
    c = command("restore", "genskab databasen fra en kopi", _restore)
    c.add_argument("file", type=Path, metavar="FIL")

    c = command("screenshots", "gem billeder af alle sider uden skærm", _screenshots)
    c.add_argument("folder", type=Path, metavar="MAPPE")
    return top


def run(arguments: Sequence[str]) -> int:
    """Parse and run. Returns the exit code; errors a user can cause end as one Danish sentence on stderr, bugs in the log."""
    _speak_utf8()
    args = parser().parse_args(arguments)
    from sundhedsklynge.ingest.cpr_text import mask
    from sundhedsklynge.logs import start_log

    log_file = start_log()
    try:
        _refuse_persons(args)
        if args.command is None:
            from sundhedsklynge.ui.start import run as run_window

            return run_window(args.db, args.demo)
        return int(args.run(args))
    except UserError as error:
        print(mask(str(error)), file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        print("Afbrudt. Intet er gemt.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # `| head` closed the pipe; Python would complain at exit
        return 0
    except Exception:
        log.exception("unexpected error in %s", args.command)
        print(f"Der er sket en fejl i programmet. Send loggen til os: {log_file}", file=sys.stderr)
        return BUG


def _speak_utf8() -> None:
    """Machine output is UTF-8 whatever the locale (data contract), and no file name is a reason to stop."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _refuse_persons(args: argparse.Namespace) -> None:
    """No file is read or written whose name reads as a personal number; `import` says so of its own files one by one."""
    from sundhedsklynge.ingest.cpr_text import reads_as_cpr

    if any(isinstance(value, Path) and reads_as_cpr(value.name, name=True) for value in vars(args).values()):
        raise InputRefusedError("Et filnavn ligner et CPR-nummer.", "Vælg et andet navn, og prøv igen.")


def _open(args: argparse.Namespace, *, create: bool = False) -> Workspace:
    from sundhedsklynge.workspace import Workspace

    if args.demo:
        folder = tempfile.TemporaryDirectory(prefix="sundhedsklynge-demo-")
        workspace = Workspace.demo(str(Path(folder.name) / "demo.sqlite"))
        workspace.on_close(folder.cleanup)
        return workspace
    return Workspace.open(args.db, create=create)


def _import(args: argparse.Namespace) -> int:
    from sundhedsklynge.workspace import ImportOptions, Workspace

    options = ImportOptions(
        kind=args.kind,
        as_of=args.as_of,
        hospital=args.hospital,
        mapping=args.mapping,
        skip_bad_rows=args.skip_bad_rows,
        drop_cpr_columns=args.drop_cpr_columns,
        dry_run=args.dry_run,
        counts=args.report is not None,
    )
    if args.report and not args.report.absolute().parent.is_dir():  # said before anything is stored
        raise UserError(f"Mappen {args.report.parent} findes ikke.", "Opret den, eller vælg en anden til rapporten.")
    refused = False
    entries: list[dict[str, Any]] = []
    workspace: Workspace = (
        _open(args, create=not args.dry_run) if not args.dry_run else Workspace.open_or_scratch(args.db)
    )
    with workspace:
        for name in args.files:
            report = workspace.import_file(Path(name), options)
            entries.append(report.entry)
            refused |= report.refused is not None
            print(report.sentence(), file=sys.stderr if report.refused else sys.stdout)
            for problem in report.problems[:20]:
                where = f"række {problem.row}" if problem.row else "hele filen"
                column = f", kolonne {problem.column}" if problem.column else ""
                print(f"  {where}{column}: {problem.message}", file=sys.stderr)
            if len(report.problems) > 20:
                print(f"  ... og {len(report.problems) - 20} mere. Brug --report for at få dem alle.", file=sys.stderr)
    if args.report:
        _write_text(args.report, json.dumps({"files": entries}, ensure_ascii=False, indent=1))
    return Exit.REFUSED if refused else Exit.DONE


def _imports(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        _write_frame(workspace.imports_table(), None)
    return Exit.DONE


def _undo_redo(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        if args.command == "undo":
            workspace.undo_import(args.id)
            print(f"Import {args.id} er taget tilbage. Skriv 'redo {args.id}' for at genindføre den.")
        else:
            workspace.redo_import(args.id)
            print(f"Import {args.id} gælder igen.")
    return Exit.DONE


def _table(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        if args.command == "forecast":
            frame = workspace.forecast(args.as_of, args.weeks).table()
        elif args.scenario is not None:
            frame = workspace.scenarios.risk(args.scenario, args.as_of, args.weeks).table()
        else:
            frame = workspace.risk(args.as_of, args.weeks).table()
        _write_frame(frame, args.out)
    return Exit.DONE


def _scenarios(args: argparse.Namespace) -> int:
    from sundhedsklynge.workspace import read_what_if

    if (args.delete and not args.name) or (args.changes is not None and (args.delete or args.compare)):
        raise UserError("Skriv navnet på scenariet, og gør én ting ad gangen.", "Se hvordan med scenarios --help.")
    if args.changes is not None:
        changes = read_what_if(args.changes)
        with _open(args, create=True) as workspace:
            print(f"{workspace.scenarios.save(args.name, changes).text}: {changes.text()}")
        return Exit.DONE
    with _open(args) as workspace:
        room = workspace.scenarios
        if args.delete:
            print(f"{room.delete(args.name).text}.")
        elif args.compare:
            names = [args.name] if args.name else [scenario.name for scenario in room.list()]
            _write_frame(room.compare(names, args.as_of, args.weeks).table(), args.out)
        elif args.name:
            print("\n".join(room.get(args.name).changes.lines()))
        else:
            _write_frame(room.table(), args.out)
    return Exit.DONE


def _coverage(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        _write_frame(workspace.quarterly.table(args.as_of, args.organisation), args.out)
    return Exit.DONE


def _backtest(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        _write_frame(workspace.accuracy.table(args.first, args.last, args.step_weeks), args.out)
    return Exit.DONE


def _export(args: argparse.Namespace) -> int:
    draw = _painters(args.format)
    with _open(args) as workspace:
        paths = workspace.export(
            args.out,
            args.as_of,
            args.format,
            municipality=args.municipality,
            cluster=args.cluster,
            masked=args.masked,
            draw=draw,
        )
    for path in paths:
        print(f"Skrev {path}")
    return Exit.DONE


def _areas(args: argparse.Namespace) -> int:
    with _open(args, create=True) as workspace:
        report, _ = workspace.places.load_areas(args.file)
    print(report.sentence)
    return Exit.DONE


def _painters(formats: Sequence[str]) -> Mapping[str, Draw]:
    """What draws the formats that need Qt, which is loaded for them only. Raises UserError where Qt cannot be."""
    from sundhedsklynge.export.package import DRAWN, NO_DRAW

    if not set(DRAWN) & set(formats):
        return NO_DRAW
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        from sundhedsklynge.ui.paper import DRAW
    except ImportError as error:
        raise UserError(
            f"PDF og PNG kan ikke tegnes på denne maskine ({error}).",
            "Installér Qt's biblioteker, eller vælg xlsx,csv.",
        ) from error
    return DRAW


def _settings(args: argparse.Namespace) -> int:
    if args.value is not None:
        with _open(args, create=True) as workspace:
            workspace.set_setting(args.key, args.value, args.valid_from)
            now = workspace.settings().text(args.key)
            since = f" fra {args.valid_from:%d.%m.%Y}" if args.valid_from else ""
            if now == args.value.strip():
                print(f"{args.key} er nu{since}: {now}")
            else:
                print(
                    f"{args.key} er sat{since}, men en værdi med senere dato gælder nu: {now}. Brug --from med en senere dato."
                )
        return Exit.DONE
    with _open(args) as workspace:
        for entry, text in workspace.settings_list(args.key):
            print(f"{entry.key};{text};{entry.label}")
    return Exit.DONE


def _demo(args: argparse.Namespace) -> int:
    from sundhedsklynge import demo

    for path in demo.write(args.folder):
        print(f"Skrev {path}")
    return Exit.DONE


def _check(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        print(workspace.check())
    return Exit.DONE


def _backup(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        workspace.backup(args.file)
    print(f"Databasen er kopieret til {args.file}.")
    return Exit.DONE


def _restore(args: argparse.Namespace) -> int:
    from sundhedsklynge.workspace import Workspace

    Workspace.restore(args.db, args.file)
    print(f"Databasen er genskabt fra {args.file}.")
    return Exit.DONE


def _screenshots(args: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from sundhedsklynge.ui.screenshots import take

    with _open(args) as workspace:
        for path in take(workspace, args.folder):
            print(f"Skrev {path}")
    return Exit.DONE


def _write_frame(frame: pd.DataFrame, out: Path | None) -> None:
    from sundhedsklynge.export.machine import machine_csv

    text = machine_csv(frame)
    if out is None:
        sys.stdout.write(text)
    else:
        _write_text(out, text)
        print(f"Skrev {len(frame)} rækker til {out}.")


def _write_text(path: Path, text: str) -> None:
    from sundhedsklynge.export.files import replace_file

    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe or device is written to, never replaced
        with path.open("w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        return
    with replace_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")
