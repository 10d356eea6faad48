"""A file on its way in: read, searched for personal numbers, recognised, checked, stored; or refused as a whole, saying why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from sundhedsklynge.domain.errors import CancelledError, InputRefusedError, Problem
from sundhedsklynge.domain.kinds import CAPACITY, KIND_NAMES, PLAN
from sundhedsklynge.ingest.check import Checked, check
from sundhedsklynge.ingest.cpr import CprHit, columns_by_sheet, find_cpr, mask, place_text, refusal, without_columns
from sundhedsklynge.ingest.mapping import Known, Mapping, Question, mapping_from
from sundhedsklynge.ingest.problems import ERROR
from sundhedsklynge.ingest.read import base_name, read_file
from sundhedsklynge.ingest.recognise import Recognition, recognise
from sundhedsklynge.ingest.report import report_entry
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.store import notes
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.imports import ImportMeta, save_import, stored_as
from sundhedsklynge.store.organisation import aliases, hospitals, organisation

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about a file; None is left to recognition. `mapping` is a path to an exported mapping, or the mapping itself."""

    kind: str | None = None
    as_of: dt.date | None = None
    hospital: str | None = None
    mapping: Path | Mapping | None = None
    skip_bad_rows: bool = False
    drop_cpr_columns: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class ImportReport:
    """What became of a file. `refused` is the Danish sentence, None where it was read; `already` where it was stored before; `entry` is
    the contract's report entry. Nothing in it holds a personal number."""

    file: str
    refused: str | None = None
    import_id: int | None = None
    kind: str = ""
    stored: bool = False
    already: bool = False
    rows_read: int = 0
    rows_ok: int = 0
    problems: tuple[Problem, ...] = ()
    hospitals: tuple[str, ...] = ()
    new_hospitals: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    can_skip: bool = False
    cpr: bool = False
    entry: dict[str, Any] = field(default_factory=dict[str, Any], repr=False)

    def sentence(self) -> str:
        """What happened, in Danish."""
        if self.refused is not None:
            return f"{self.file} er ikke importeret: {self.refused}"
        kind = KIND_NAMES.get(self.kind, self.kind)
        if self.already:
            return f"{self.file} er allerede importeret som nr. {self.import_id}. Intet er ændret."
        done = f"importeret som nr. {self.import_id}" if self.stored else "kontrolleret, ikke gemt"
        skipped = self.rows_read - self.rows_ok
        left = f", {skipped} udeladt" if skipped else ""
        new = f" Nye hospitaler: {', '.join(self.new_hospitals)}." if self.new_hospitals else ""
        return f"{self.file} ({kind}) er {done}: {self.rows_ok} rækker{left}.{new}"


def known_names(db: Database) -> Known:
    """What the database knows of places, hospitals, procedures and layouts."""
    names = aliases(db)
    mappings: dict[str, Mapping] = {}
    for entry in reversed(notes.mappings(db)):
        key = f"{entry.header_fingerprint}|{entry.hospital}" if entry.hospital else entry.header_fingerprint
        mappings[key] = mapping_from(entry.mapping)
    return Known(
        municipalities={code: place.name for code, place in organisation(db).municipalities.items()},
        hospitals=tuple(hospital.name for hospital in hospitals(db)),
        municipality_aliases=names.municipalities,
        hospital_aliases=names.hospitals,
        procedures=names.procedures,
        mappings=mappings,
    )


def import_file(db: Database, path: Path, options: ImportOptions, progress: Progress, cancelled: Cancelled) -> ImportReport:
    """See `Workspace.import_file`."""
    name = mask(base_name(path))
    try:
        raw = read_file(path, cancelled=cancelled, progress=lambda share: progress(0.3 * share))
        return _take(db, raw, name, options, progress, cancelled)
    except InputRefusedError as error:
        return _refused(name, mask(str(error)), None)


def _take(
    db: Database, raw: RawFile, name: str, options: ImportOptions, progress: Progress, cancelled: Cancelled
) -> ImportReport:
    hits = find_cpr(raw)
    if hits and options.drop_cpr_columns:
        raw = without_columns(raw, columns_by_sheet(hits))
        hits = find_cpr(raw)
    if hits:
        return _refused(name, str(refusal(hits)), raw, problems=tuple(_cpr_problem(hit) for hit in hits), cpr=True)
    progress(0.4)
    _stop_if(cancelled)
    known = known_names(db)
    mapping = _mapping(options.mapping)
    recognition = recognise(raw, known, options.kind, options.as_of, options.hospital, mapping)
    already = stored_as(db, raw.sha256, recognition.kind) if recognition.kind else None
    if already is not None:
        entry = report_entry(raw, recognition, None, already, stored=False)
        return ImportReport(name, None, already, recognition.kind, already=True, entry=entry)
    if not recognition.ready:
        sentence = " ".join(question.sentence for question in recognition.questions)
        return _refused(name, sentence, raw, recognition, questions=recognition.questions)
    checked = check(raw, recognition, known, db.identity().case_secret)
    progress(0.7)
    _stop_if(cancelled)
    if checked.errors and not options.skip_bad_rows:
        count = checked.error_rows
        sentence = (
            f"{count} {'række har' if count == 1 else 'rækker har'} fejl, og intet er gemt. "
            f"Første fejl: {_told(checked.errors[0])} Ret filen, eller importér resten uden de rækker."
        )
        return _refused(name, sentence, raw, recognition, checked, problems=checked.problems, can_skip=checked.rows_ok > 0)
    if checked.rows_ok == 0:
        return _refused(name, "Filen har ingen rækker, der kan bruges.", raw, recognition, checked, problems=checked.problems)
    report = ImportReport(
        file=name,
        kind=checked.kind,
        rows_read=checked.rows_read,
        rows_ok=checked.rows_ok,
        problems=checked.problems,
        hospitals=checked.hospitals,
        new_hospitals=checked.new_hospitals,
    )
    if options.dry_run:
        progress(1.0)
        return replace(report, entry=report_entry(raw, recognition, checked))
    stored = save_import(
        db,
        _meta(raw, name, recognition, checked, options),
        checked.kind,
        checked.frame,
        cancelled=cancelled,
        progress=lambda share: progress(0.7 + 0.3 * share),
    )
    if not stored.stored:
        entry = report_entry(raw, recognition, checked, stored.import_id, stored=False)
        return replace(report, import_id=stored.import_id, already=True, entry=entry)
    notes.remember_mapping(
        db, recognition.fingerprint, recognition.kind, _plain(recognition.mapping), recognition.hospital
    )
    entry = report_entry(raw, recognition, checked, stored.import_id, stored=True)
    return replace(report, import_id=stored.import_id, stored=True, entry=entry)


def _cpr_problem(hit: CprHit) -> Problem:
    return Problem(hit.row, hit.header, "", "cpr", ERROR, f"Ligner et CPR-nummer: {place_text(hit)}.")


def _told(problem: Problem) -> str:
    where = f"række {problem.row}" if problem.row else "hele filen"
    return f"{where}, {problem.column}: {problem.message}" if problem.column else f"{where}: {problem.message}"


def _refused(
    name: str,
    sentence: str,
    raw: RawFile | None,
    recognition: Recognition | None = None,
    checked: Checked | None = None,
    *,
    problems: tuple[Problem, ...] = (),
    questions: tuple[Question, ...] = (),
    can_skip: bool = False,
    cpr: bool = False,
) -> ImportReport:
    whole = Problem(None, "", "", "refused", ERROR, sentence)
    unread = RawFile(name, "", 0, "", "", (), "csv")
    entry = {
        **report_entry(raw or unread, recognition, checked),
        "file": name,
        "refused": sentence,
        "problems": [asdict(problem) for problem in problems or (whole,)],
    }
    return ImportReport(
        file=name,
        refused=sentence,
        kind=recognition.kind if recognition else "",
        rows_read=checked.rows_read if checked else 0,
        rows_ok=checked.rows_ok if checked else 0,
        problems=problems,
        questions=questions,
        can_skip=can_skip,
        cpr=cpr,
        entry=entry,
    )


def _meta(raw: RawFile, name: str, recognition: Recognition, checked: Checked, options: ImportOptions) -> ImportMeta:
    """As-of is what the user gave at import (capacity counts from it); a plan's or GOP file's own date is its extract date."""
    return ImportMeta(
        file_name=name,
        sha256=raw.sha256,
        rows_read=checked.rows_read,
        rows_ok=checked.rows_ok,
        as_of=options.as_of or (recognition.as_of if checked.kind == CAPACITY else None),
        extracted=checked.as_of,
        encoding=raw.encoding,
        header_fingerprint=recognition.fingerprint,
        mapping=_plain(recognition.mapping),
        report={"warnings": [problem.message for problem in checked.warnings], "snapshots": checked.kind == PLAN},
    )


def _plain(mapping: Mapping) -> dict[str, Any]:
    return asdict(mapping)


def _mapping(given: Path | Mapping | None) -> Mapping | None:
    if not isinstance(given, Path):
        return given
    try:
        return Mapping.from_json(given.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise InputRefusedError(f"Kortlægningen {given.name} kan ikke læses.", "Kontrollér stien.") from None


def _stop_if(cancelled: Cancelled) -> None:
    if cancelled():
        raise CancelledError
