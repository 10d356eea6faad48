"""The command line. Every command is one call of `Workspace`; Qt is loaded only where a window or a picture is wanted."""

from __future__ import annotations

import argparse
import errno
import io
import json
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sundhedsklynge.cli_grammar import parser
from sundhedsklynge.domain.errors import Exit, InputRefusedError, UserError

if TYPE_CHECKING:
    import pandas as pd

    from sundhedsklynge.export.package import Draw
    from sundhedsklynge.workspace import Workspace

log = logging.getLogger("sundhedsklynge")

BUG, INTERRUPTED = (
    1,
    130,
)  # exit codes of a fault in the program itself and of Ctrl+C; the contract names those a user can cause


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
        code = COMMANDS[args.command](args)
        sys.stdout.flush()
    except UserError as error:
        print(mask(str(error)), file=sys.stderr)
        return int(error.exit_code)
    except KeyboardInterrupt:
        print("Afbrudt. Intet er gemt.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:  # `| head` closed the pipe
        _drop_output()
        return 0
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            _drop_output()
            print("Der er ikke plads på disken. Skaf plads, og prøv igen.", file=sys.stderr)
            return Exit.USAGE
        log.exception("unexpected error in %s", args.command)
        print(f"Der er sket en fejl i programmet. Send loggen til os: {log_file}", file=sys.stderr)
        return BUG
    return code


def _drop_output() -> None:
    """What is still to be written goes nowhere; Python would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.importing import ImportOptions

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
            try:
                report = workspace.import_file(Path(name), options)
            except KeyboardInterrupt:
                stored = sum(bool(entry["stored"]) for entry in entries)
                kept = f"{stored} af {len(args.files)} filer er gemt" if stored else "Intet er gemt"
                print(f"Afbrudt. {kept}.", file=sys.stderr)
                return INTERRUPTED
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


def _forecast(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        outlook = workspace.forecast(args.as_of, args.weeks)
        if args.out is not None and outlook.as_of >= workspace.default_as_of():
            from sundhedsklynge.workspace.accuracy import WRITTEN

            workspace.accuracy.freeze(outlook, WRITTEN)  # who writes the newest forecast to a file uses it
        _tell(workspace.overrides.told(outlook.as_of, args.weeks))
        _write_frame(outlook.table(), args.out)
    return Exit.DONE


def _risk(args: argparse.Namespace) -> int:
    with _open(args) as workspace:
        if args.scenario is None:
            view = workspace.risk(args.as_of, args.weeks)
        else:
            view = workspace.scenarios.risk(args.scenario, args.as_of, args.weeks)
        _tell((*view.rettelser, *view.advarsler))
        _write_frame(view.table(), args.out)
    return Exit.DONE


def _tell(sentences: Iterable[str]) -> None:
    """What the rows have no place for, and no correction is silent."""
    for said in sentences:
        print(said, file=sys.stderr)


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
    try:
        with _open(args) as workspace:
            days = workspace.accuracy.dates(args.first, args.last, args.step_weeks)
            frame = workspace.accuracy.table(args.first, args.last, args.step_weeks, progress=_counted(len(days)))
    except KeyboardInterrupt:
        line = "\n" if sys.stderr.isatty() else ""  # below the one that counts
        print(f"{line}Afbrudt. Ingen fil er skrevet. De datoer, der nåede at blive regnet, huskes.", file=sys.stderr)
        return INTERRUPTED
    _write_frame(frame, args.out)
    return Exit.DONE


def _counted(many: int) -> Callable[[float], None]:
    """Tells on a terminal how many of the dates are done, on one line that is gone at the end; elsewhere nothing."""
    if not sys.stderr.isatty():
        return lambda _: None

    def tell(share: float) -> None:
        done = round(share * many)
        said = f"Regner tidligere prognoser: {done} af {many}"
        print(f"\r{said}" if done < many else f"\r{' ' * len(said)}\r", end="", file=sys.stderr, flush=True)

    tell(0.0)
    return tell


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
            f"PDF, PNG og SVG kan ikke tegnes på denne maskine ({error}).",
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


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "import": _import,
    "imports": _imports,
    "undo": _undo_redo,
    "redo": _undo_redo,
    "forecast": _forecast,
    "risk": _risk,
    "coverage": _coverage,
    "backtest": _backtest,
    "export": _export,
    "areas": _areas,
    "settings": _settings,
    "scenarios": _scenarios,
    "demo": _demo,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "screenshots": _screenshots,
}
