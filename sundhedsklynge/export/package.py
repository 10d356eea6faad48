"""The week's package in a folder: one set of files, named by as-of date and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.export import csv, xlsx
from sundhedsklynge.export.files import make_folder, refuse_if_held, replace_file
from sundhedsklynge.export.report import Report

FORMATS: Final = ("xlsx", "pdf", "csv", "png", "svg")
DRAWN: Final = ("pdf", "png", "svg")  # these need a painter, which is passed in

Draw = Callable[[Report], bytes]
NO_DRAW: Final[Mapping[str, Draw]] = MappingProxyType({})


def write_package(
    report: Report, folder: Path, formats: Iterable[str], draw: Mapping[str, Draw] = NO_DRAW
) -> list[Path]:
    """Write `report` in each of `formats` into `folder`, made if it is not there, in place of older ones.

    draw: how each of the DRAWN formats asked for is made. Raises UserError for an unknown format, and where a file
    cannot be written; if one is held open, none is replaced.
    """
    asked = set(formats)
    chosen = [name for name in FORMATS if name in asked]
    unknown = sorted(asked - set(FORMATS))
    if unknown:
        raise UserError(f"Formatet '{unknown[0]}' findes ikke.", f"Vælg mellem {', '.join(FORMATS)}.")
    make_folder(folder)
    whole = {name: folder / f"{report.stem}.{name}" for name in chosen if name != "csv"}
    for path in [*whole.values(), *(csv.targets(report, folder) if "csv" in chosen else ())]:
        refuse_if_held(path)
    paths: list[Path] = []
    for name in chosen:
        if name == "csv":
            paths.extend(csv.write(report, folder))
        elif name == "xlsx":
            paths.append(xlsx.write(report, whole[name]))
        else:
            with replace_file(whole[name]) as temporary:
                temporary.write_bytes(draw[name](report))
            paths.append(whole[name])
    return paths
