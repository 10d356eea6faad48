"""A file on its way in: read once, searched for personal numbers, recognised, checked, stored; or refused as a whole, saying why.

`understand` is the whole reading of the bytes. The command line stores what it gives or refuses it (`import_file`); the window shows it,
lets the user answer and understands the same bytes again (`wizard.py`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from sundhedsklynge.domain.errors import InputRefusedError, Problem
from sundhedsklynge.domain.kinds import CAPACITY, KIND_NAMES, PLAN
from sundhedsklynge.domain.progress import Cancelled, Progress, stop_if
from sundhedsklynge.ingest.check import Checked, check
from sundhedsklynge.ingest.cpr import CprHit, columns_by_sheet, find_cpr, mask, place_text, refusal, without_columns
from sundhedsklynge.ingest.cpr_text import reads_as_cpr
from sundhedsklynge.ingest.danish import fold
from sundhedsklynge.ingest.mapping import Known, Mapping, Question, mapping_from
from sundhedsklynge.ingest.problems import ERROR
from sundhedsklynge.ingest.read import base_name, read_file
from sundhedsklynge.ingest.recognise import Recognition, recognise
from sundhedsklynge.ingest.report import report_entry
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.store import notes
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.imports import ImportMeta, save_import, stored_as
from sundhedsklynge.store.organisation import aliases, forget_alias, hospitals, organisation, remember_hospital
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.patience import until_cancelled
from sundhedsklynge.workspace.words import counted

LAYOUT = "layout"  # the question whether a changed layout is read rightly; told, not asked, where nobody can answer
MOST_REMEMBERED = 20  # hospitals of one file whose layout is remembered each for itself


@dataclass(frozen=True)
class ImportOptions:
    """What the user says about a file; None is left to recognition. `mapping` is a path to an exported mapping, or the mapping itself.
    `sha256`: the file must be this one ("" any). `counts`: the report counts planned operations by week, which takes a while."""

    kind: str | None = None
    as_of: dt.date | None = None
    hospital: str | None = None
    mapping: Path | Mapping | None = None
    skip_bad_rows: bool = False
    drop_cpr_columns: bool = False
    dry_run: bool = False
    sha256: str = ""
    counts: bool = False


@dataclass(frozen=True)
class ImportReport:
    """What became of a file. `refused` is the Danish sentence, None where it was read; `already` where it was stored before; `entry` is
    the contract's report entry; `learnt` is what the file taught of layouts and names, to be undone with it. Nothing in it holds a personal
    number."""

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
    learnt: tuple[Change, ...] = field(default=(), repr=False, compare=False)

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
        return f"{self.file} ({kind}) er {done}: {counted(self.rows_ok, 'række', 'rækker')}{left}.{new}"


@dataclass(frozen=True)
class Draft:
    """A file that was read, and what is made of it so far; the later fields are None where an earlier one stopped the reading.

    file: as it was read, which may hold personal numbers: never shown, logged or kept. raw: the same without the columns that do. hits:
    where personal numbers were; `personal` while they stand in the way. already: the import that holds the same file.
    """

    file: RawFile = field(repr=False)
    options: ImportOptions
    mapping: Mapping | None
    raw: RawFile = field(repr=False)
    hits: tuple[CprHit, ...]
    personal: bool
    known: Known = field(repr=False)
    recognition: Recognition
    already: int | None = None
    checked: Checked | None = None

    @property
    def name(self) -> str:
        """The file's name, fit to show."""
        return mask(self.file.name)


def known_names(db: Database) -> Known:
    """What the database knows of places, hospitals, procedures and layouts."""
    names = aliases(db)
    mappings: dict[str, Mapping] = {}
    for entry in reversed(notes.mappings(db)):
        mappings[_layout_key(entry.header_fingerprint, entry.hospital)] = mapping_from(entry.mapping)
    return Known(
        municipalities={code: place.name for code, place in organisation(db).municipalities.items()},
        hospitals=tuple(hospital.name for hospital in hospitals(db)),
        municipality_aliases=names.municipalities,
        hospital_aliases=names.hospitals,
        procedures=names.procedures,
        mappings=mappings,
    )


def import_file(
    db: Database, path: Path, options: ImportOptions, progress: Progress, cancelled: Cancelled
) -> ImportReport:
    """See `Workspace.import_file`."""
    try:
        file = read_file(path, cancelled=cancelled, progress=lambda share: progress(0.3 * share))
        draft = understand(db, file, options, progress, cancelled)
        return settle(db, draft, progress, cancelled)
    except InputRefusedError as error:
        return refused(mask(base_name(path)), mask(str(error)))


def understand(
    db: Database, file: RawFile, options: ImportOptions, progress: Progress, cancelled: Cancelled, *, asks: bool = False
) -> Draft:
    """What `file` is and its rows, as far as that can be told.

    asks: somebody can answer, so that a changed layout is a question. A file with personal numbers is recognised without their columns, so
    that it can be shown, and not checked. Raises InputRefusedError for a mapping or file that is not the one meant, CancelledError.
    """
    if options.sha256 and options.sha256 != file.sha256:
        raise InputRefusedError("Filen er ændret, siden den blev vist.", "Se den igen, før du importerer den.")
    mapping = _mapping(options.mapping)
    _refuse_persons(options, mapping)
    hits = find_cpr(file, cancelled)
    raw = without_columns(file, columns_by_sheet(hits)) if hits else file
    personal = bool(hits) and (not options.drop_cpr_columns or bool(find_cpr(raw, cancelled)))
    progress(0.4)
    stop_if(cancelled)
    known = known_names(db)
    asked = (options.kind, options.as_of, options.hospital, mapping)
    found = until_cancelled(lambda: recognise(raw, known, *asked), cancelled)
    if not asks:
        found = replace(found, questions=tuple(q for q in found.questions if q.what != LAYOUT))
    draft = Draft(file, options, mapping, raw, hits, personal, known, found)
    stop_if(cancelled)
    if personal:
        return draft
    if found.kind:
        draft = replace(draft, already=stored_as(db, file.sha256, found.kind))
    if draft.already is None and found.ready:
        secret = db.identity().case_secret
        draft = replace(draft, checked=until_cancelled(lambda: check(raw, found, known, secret), cancelled))
    progress(0.7)
    stop_if(cancelled)
    return draft


def settle(db: Database, draft: Draft, progress: Progress, cancelled: Cancelled) -> ImportReport:
    """Stores what was understood, or refuses it as a whole and says why. Raises CancelledError (nothing is stored), DatabaseError."""
    name, raw, found, checked = draft.name, draft.raw, draft.recognition, draft.checked
    if draft.personal:
        problems = tuple(_cpr_problem(hit) for hit in draft.hits)
        return refused(name, str(refusal(draft.hits)), raw, problems=problems, cpr=True)
    if draft.already is not None:
        entry = report_entry(raw, found, None, draft.already, stored=False)
        return ImportReport(name, None, draft.already, found.kind, already=True, entry=entry)
    if checked is None:
        sentence = " ".join(question.sentence for question in found.questions)
        return refused(name, sentence, raw, found, questions=found.questions)
    told = checked if draft.options.counts else replace(checked, frame=checked.frame.iloc[:0])
    if checked.errors and not draft.options.skip_bad_rows:
        sentence = (
            f"{bad_rows_text(checked.error_rows)}, og intet er gemt. "
            f"Første fejl: {_told(checked.errors[0])} Ret filen, eller importér resten uden de rækker."
        )
        return refused(name, sentence, raw, found, told, problems=checked.problems, can_skip=checked.rows_ok > 0)
    if checked.rows_ok == 0:
        return refused(name, "Filen har ingen rækker, der kan bruges.", raw, found, told, problems=checked.problems)
    report = ImportReport(
        file=name,
        kind=checked.kind,
        rows_read=checked.rows_read,
        rows_ok=checked.rows_ok,
        problems=checked.problems,
        hospitals=checked.hospitals,
        new_hospitals=checked.new_hospitals,
    )
    if draft.options.dry_run:
        progress(1.0)
        return replace(report, entry=report_entry(raw, found, told))
    stored = save_import(
        db,
        import_meta(draft, checked),
        checked.kind,
        checked.frame,
        cancelled=cancelled,
        progress=lambda share: progress(0.7 + 0.3 * share),
    )
    if not stored.stored:
        entry = report_entry(raw, found, told, stored.import_id, stored=False)
        return replace(report, import_id=stored.import_id, already=True, entry=entry)
    learnt = tuple(_remember(db, draft, checked))
    entry = report_entry(raw, found, told, stored.import_id, stored=True)
    return replace(report, import_id=stored.import_id, stored=True, entry=entry, learnt=learnt)


def import_meta(draft: Draft, checked: Checked) -> ImportMeta:
    """What is kept of the file. As-of is what the user gave (capacity counts from it); a plan's or GOP file's own is its extract date."""
    found = draft.recognition
    return ImportMeta(
        file_name=draft.name,
        sha256=draft.file.sha256,
        rows_read=checked.rows_read,
        rows_ok=checked.rows_ok,
        as_of=draft.options.as_of or (found.as_of if checked.kind == CAPACITY else None),
        extracted=checked.as_of,
        encoding=draft.raw.encoding,
        header_fingerprint=found.fingerprint,
        mapping=asdict(found.mapping),
        report={"warnings": [problem.message for problem in checked.warnings], "snapshots": checked.kind == PLAN},
    )


def bad_rows_text(count: int) -> str:
    """`3 rækker har fejl`."""
    return f"{counted(count, 'række', 'rækker')} har fejl"


def refused(
    name: str,
    sentence: str,
    raw: RawFile | None = None,
    recognition: Recognition | None = None,
    checked: Checked | None = None,
    *,
    problems: tuple[Problem, ...] = (),
    questions: tuple[Question, ...] = (),
    can_skip: bool = False,
    cpr: bool = False,
) -> ImportReport:
    """The report of a file that is not stored, for the reason `sentence`."""
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


def _remember(db: Database, draft: Draft, checked: Checked) -> Iterator[Change]:
    """Keeps the layout for each hospital of the file, and what the user said that unknown hospital names mean."""
    mapping, known, kind = draft.recognition.mapping, draft.known, checked.kind
    own = checked.hospitals if checked.kind == PLAN and len(checked.hospitals) <= MOST_REMEMBERED else ()
    for hospital in own or (draft.recognition.hospital,):
        before = known.mappings.get(_layout_key(mapping.fingerprint, hospital))
        if before != mapping:
            forget = partial(notes.forget_mapping, db, mapping.fingerprint, kind, hospital)
            keep = partial(notes.remember_mapping, db, mapping.fingerprint, kind, hospital=hospital)
            was = asdict(before) if before is not None and before.kind == kind else None
            yield _made(partial(keep, asdict(mapping)), partial(keep, was) if was is not None else forget)
    for text, name in mapping.hospitals.items():
        meant = known.hospital_aliases.get(text)
        if name and fold(name) != fold(text) and meant != name:
            back = partial(remember_hospital, db, text, meant) if meant else partial(forget_alias, db, text)
            yield _made(partial(remember_hospital, db, text, name), back)


def _made(change: Callable[[], None], back: Callable[[], None]) -> Change:
    change()
    return Change("", back, change)


def _layout_key(fingerprint: str, hospital: str) -> str:
    return f"{fingerprint}|{hospital}" if hospital else fingerprint


def _cpr_problem(hit: CprHit) -> Problem:
    return Problem(hit.row, hit.header, "", "cpr", ERROR, f"Ligner et CPR-nummer: {place_text(hit)}.")


def _told(problem: Problem) -> str:
    where = f"række {problem.row}" if problem.row else "hele filen"
    return f"{where}, {problem.column}: {problem.message}" if problem.column else f"{where}: {problem.message}"


def _mapping(given: Path | Mapping | None) -> Mapping | None:
    if not isinstance(given, Path):
        return given
    try:
        return Mapping.from_json(given.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        raise InputRefusedError(f"Kortlægningen {given.name} kan ikke læses.", "Kontrollér stien.") from None


def _refuse_persons(options: ImportOptions, mapping: Mapping | None) -> None:
    """What is said beside the file is kept with it, so it must hold no personal number either."""
    if reads_as_cpr(options.hospital or ""):
        raise InputRefusedError("Hospitalets navn ligner et CPR-nummer.", "Skriv navnet uden.")
    if mapping is not None and reads_as_cpr(mapping.to_json()):
        raise InputRefusedError("Kortlægningen indeholder noget, der ligner et CPR-nummer.", "Fjern det fra den.")
