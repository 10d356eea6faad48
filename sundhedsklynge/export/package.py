"""The week's package in a folder: one set of files, named by as-of date and place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.export import csv, xlsx
from sundhedsklynge.export.files import make_folder, refuse_if_held
from sundhedsklynge.export.report import Report

FORMATS: Final = ("xlsx", "csv")


def write_package(report: Report, folder: Path, formats: Iterable[str]) -> list[Path]:
    """Write `report` in each of `formats` into `folder`, made if it is not there, in place of older ones.

    Raises UserError for an unknown format, and where a file cannot be written; if one is held open, none is replaced.
    """
    chosen = list(dict.fromkeys(formats))
    unknown = [name for name in chosen if name not in FORMATS]
    if unknown:
        raise UserError(f"Formatet '{unknown[0]}' findes ikke.", f"Vælg mellem {', '.join(FORMATS)}.")
    make_folder(folder)
    book = folder / f"{report.stem}.xlsx"
    for path in [book] * ("xlsx" in chosen) + csv.targets(report, folder) * ("csv" in chosen):
        refuse_if_held(path)
    paths: list[Path] = []
    if "xlsx" in chosen:
        paths.append(xlsx.write(report, book))
    if "csv" in chosen:
        paths.extend(csv.write(report, folder))
    return paths
