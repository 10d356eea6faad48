"""The import wizard without a window: a file is shown, asked about and stored, and its bytes are read only once.

Every step gives a new `Preview`; the one before it stays as it was, so that a step back costs nothing.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.domain.kinds import GOP, KIND_NAMES, PLAN
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet
from sundhedsklynge.export.files import replace_file
from sundhedsklynge.export.safe_text import harmless
from sundhedsklynge.ingest.cpr import mask, refusal
from sundhedsklynge.ingest.danish import Flaw, parse_date
from sundhedsklynge.ingest.mapping import Mapping, Question, answer, mapping_from
from sundhedsklynge.ingest.read import base_name, read_file
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.ingest.vocabulary import names_of
from sundhedsklynge.store import notes
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.effects import Effect, effect_of
from sundhedsklynge.workspace.importing import (
    Draft,
    ImportOptions,
    ImportReport,
    bad_rows_text,
    import_meta,
    refused,
    settle,
    understand,
)
from sundhedsklynge.workspace.kept import all_but, with_file
from sundhedsklynge.workspace.patience import until_cancelled
from sundhedsklynge.workspace.preview import (
    Fact,
    Finding,
    SheetView,
    Tally,
    findings,
    personal_places,
    sheet_views,
    tally,
)
from sundhedsklynge.workspace.words import counted, number

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

READY, ASKS, FAULTY, PERSONAL, ALREADY, REFUSED = "klar", "spørgsmål", "fejl", "personnumre", "importeret før", "afvist"
UNKNOWN = Fact("", "")


@dataclass(frozen=True)
class Preview:
    """A file before it is stored. Nothing in it that is shown holds a personal number.

    status: READY to store; ASKS while `questions` are open; FAULTY where rows have errors (the rest can be stored if `rows_ok`);
    PERSONAL where `personal` tells of personal numbers (`can_drop`: the rest can be imported without those columns); ALREADY stored as
    import `already`; REFUSED. sentence says it in Danish. kind, as_of, hospitals: what is known and where from. columns of a mapping are
    assigned with `Importing.assign`. findings: problems by row, the first thousand of `finding_count`; notes: how the file was read.
    """

    file: str
    status: str
    sentence: str
    sha256: str = ""
    kind: Fact = UNKNOWN
    as_of: Fact = UNKNOWN
    hospitals: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    findings: tuple[Finding, ...] = ()
    finding_count: int = 0
    error_rows: int = 0
    rows_read: int = 0
    rows_ok: int = 0
    left_out: int = 0
    notes: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    can_drop: bool = False
    already: int | None = None
    sheets: tuple[SheetView, ...] = ()
    tally: Tally | None = None
    effect: Effect | None = None
    mapping: Mapping = field(default_factory=Mapping)
    options: ImportOptions = field(default_factory=ImportOptions)
    draft: Draft | None = field(default=None, repr=False)


@dataclass(frozen=True)
class KnownLayout:
    """A remembered mapping: files with this header, from this hospital ("" any), are read so."""

    hospital: str
    kind: str
    mapping: Mapping
    made_at: dt.datetime
    made_by: str


class Importing:
    """The room of files in: `workspace.importing`."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    # One file ---------------------------------------------------------------------------------------------------------

    def preview(
        self,
        path: Path,
        options: ImportOptions | None = None,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> Preview:
        """Reads a file and shows what storing it would do; stores nothing. A refusal is in the preview. Raises CancelledError,
        DatabaseError."""
        options = options or ImportOptions()
        try:
            file = read_file(path, cancelled=cancelled, progress=lambda share: progress(0.3 * share))
        except InputRefusedError as error:
            return Preview(mask(base_name(path)), REFUSED, mask(str(error)), options=options)
        try:
            return self._shown(file, options, progress, cancelled)
        except InputRefusedError as error:
            return Preview(mask(base_name(path)), REFUSED, mask(str(error)), file.sha256, options=options)

    def revise(
        self, preview: Preview, options: ImportOptions, progress: Progress = quiet, cancelled: Cancelled = never
    ) -> Preview:
        """The same bytes understood with other options. Raises UserError for a preview of a file that could not be read."""
        draft = _draft(preview)
        try:
            return self._shown(draft.file, options, progress, cancelled)
        except InputRefusedError as error:
            return Preview(preview.file, REFUSED, mask(str(error)), preview.sha256, options=options)

    def answer(
        self, preview: Preview, what: str, value: str, progress: Progress = quiet, cancelled: Cancelled = never
    ) -> Preview:
        """The answer to the question `what`. Raises UserError where it cannot be used."""
        draft = _draft(preview)
        if what == "as_of":
            day = parse_date(value)
            if isinstance(day, Flaw):
                raise UserError(f"'{value}' er ikke en dato.", "Skriv den som 23-11-2026.")
            return self.revise(preview, replace(draft.options, as_of=day), progress, cancelled)
        try:
            mapping = answer(draft.recognition.mapping, what, value)
        except ValueError:
            raise UserError("Det spørgsmål kan kun besvares i filen.", "Ret filen, og vælg den igen.") from None
        return self.revise(preview, replace(draft.options, mapping=mapping), progress, cancelled)

    def assign(
        self, preview: Preview, header: str, name: str, progress: Progress = quiet, cancelled: Cancelled = never
    ) -> Preview:
        """The column `header` is read as the canonical `name` from now on, "" for a column to leave; another that was read so is left."""
        draft = _draft(preview)
        mapping = draft.recognition.mapping
        others = {h: "" if name and n == name else n for h, n in mapping.columns.items()}
        changed = replace(mapping, columns=others | {header: name})
        return self.revise(preview, replace(draft.options, mapping=changed), progress, cancelled)

    def without_personal_columns(
        self, preview: Preview, progress: Progress = quiet, cancelled: Cancelled = never
    ) -> Preview:
        """The rest of the file, its columns with personal numbers left out."""
        return self.revise(preview, replace(preview.options, drop_cpr_columns=True), progress, cancelled)

    def store(
        self,
        preview: Preview,
        *,
        skip_bad_rows: bool = False,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> ImportReport:
        """Stores what the preview shows, with `skip_bad_rows` its good rows; refuses it where questions are open or rows have errors.
        Raises CancelledError (nothing is stored), DatabaseError."""
        if preview.draft is None:
            return refused(preview.file, preview.sentence)
        if preview.status == ASKS:
            return refused(preview.file, preview.sentence, questions=preview.questions)
        options = replace(preview.draft.options, skip_bad_rows=skip_bad_rows, dry_run=False)
        try:
            report = settle(self._db, replace(preview.draft, options=options), progress, cancelled)
        except InputRefusedError as error:
            return refused(preview.file, mask(str(error)))
        if report.stored:
            self._workspace.forget(with_file(report.kind))
        return report

    def save_problems(self, found: Iterable[Finding], path: Path) -> None:
        """Writes the problems as CSV for Excel, to send to whom the file came from. Raises UserError where it cannot be written."""
        out = io.StringIO()
        lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
        lines.writerow(["Række", "Kolonne", "Værdi", "Problem", "Gør sådan", "Rækken importeres"])
        for finding in found:
            cells = (finding.column, finding.value, finding.reason, finding.remedy)
            row = "" if finding.row is None else finding.row
            lines.writerow([row, *(harmless(mask(cell)) for cell in cells), "nej" if finding.refuses else "ja"])
        with replace_file(path) as temporary:
            temporary.write_text(out.getvalue(), encoding="utf-8-sig", newline="")

    # Layouts ----------------------------------------------------------------------------------------------------------

    def columns_of(self, kind: str) -> tuple[str, ...]:
        """The canonical columns a file of that kind can have."""
        return names_of(kind)

    def layouts(self) -> list[KnownLayout]:
        """All remembered layouts, the newest first."""
        return [
            KnownLayout(entry.hospital, entry.kind, mapping_from(entry.mapping), entry.made_at, entry.made_by)
            for entry in notes.mappings(self._db)
        ]

    def remember_layout(self, mapping: Mapping, hospital: str = "") -> Change:
        """Files with this mapping's header, from that hospital, are read so from now on. Raises UserError where it names neither."""
        if not mapping.fingerprint or mapping.kind not in KIND_NAMES:
            raise UserError("Kortlægningen siger ikke, hvilken slags fil den er til.", "Gem den fra en importeret fil.")
        key = (mapping.fingerprint, mapping.kind, hospital)
        old = [each.mapping for each in self.layouts() if (each.mapping.fingerprint, each.kind, each.hospital) == key]
        self._remember(mapping, hospital)
        back = (lambda: self._remember(old[0], hospital)) if old else (lambda: self._forget(mapping, hospital))
        return Change("Kolonnevalg er gemt", back, lambda: self._remember(mapping, hospital))

    def forget_layout(self, layout: KnownLayout) -> Change:
        """A file with this header is recognised anew."""
        mapping, hospital = layout.mapping, layout.hospital
        self._forget(mapping, hospital)
        return Change(
            "Kolonnevalg er glemt",
            lambda: self._remember(mapping, hospital),
            lambda: self._forget(mapping, hospital),
        )

    def _remember(self, mapping: Mapping, hospital: str) -> None:
        notes.remember_mapping(self._db, mapping.fingerprint, mapping.kind, asdict(mapping), hospital)
        self._workspace.forget(all_but("inbox"))

    def _forget(self, mapping: Mapping, hospital: str) -> None:
        notes.forget_mapping(self._db, mapping.fingerprint, mapping.kind, hospital)
        self._workspace.forget(all_but("inbox"))

    def export_layout(self, mapping: Mapping, path: Path) -> None:
        """Writes a mapping as the JSON that `--mapping` and `read_layout` take. Raises UserError."""
        with replace_file(path) as temporary:
            temporary.write_text(mapping.to_json() + "\n", encoding="utf-8", newline="\n")

    def read_layout(self, path: Path) -> Mapping:
        """A mapping that was exported. Raises InputRefusedError."""
        try:
            return Mapping.from_json(path.read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            raise InputRefusedError(f"Kortlægningen {path.name} kan ikke læses.", "Kontrollér stien.") from None

    # What is shown ----------------------------------------------------------------------------------------------------

    def _shown(self, file: RawFile, options: ImportOptions, progress: Progress, cancelled: Cancelled) -> Preview:
        draft = understand(self._db, file, options, progress, cancelled, asks=True)
        preview = until_cancelled(lambda: self._compose(draft), cancelled)
        progress(1.0)
        return preview

    def _compose(self, draft: Draft) -> Preview:
        found, checked = draft.recognition, draft.checked
        effect = None
        if checked is not None:
            files = {entry.id: entry.file for entry in self._workspace.imports()}
            effect = effect_of(self._db, import_meta(draft, checked), checked, files)
        status, sentence = _status(draft)
        return Preview(
            file=draft.name,
            status=status,
            sentence=sentence,
            sha256=draft.file.sha256,
            kind=Fact(found.kind, _kind_source(draft)) if found.kind else UNKNOWN,
            as_of=_as_of(draft),
            hospitals=_hospitals(draft),
            questions=found.questions,
            findings=findings(checked.problems) if checked else (),
            finding_count=checked.problem_count if checked else 0,
            error_rows=checked.error_rows if checked else 0,
            rows_read=checked.rows_read if checked else 0,
            rows_ok=checked.rows_ok if checked else 0,
            left_out=checked.left_out if checked else 0,
            notes=found.notes,
            personal=personal_places(draft.hits),
            can_drop=draft.personal and all(hit.place == "cell" for hit in draft.hits),
            already=draft.already,
            sheets=sheet_views(draft.raw, found, draft.hits),
            tally=tally(checked.kind, checked.frame) if checked else None,
            effect=effect,
            mapping=found.mapping,
            options=draft.options,
            draft=draft,
        )


def _draft(preview: Preview) -> Draft:
    if preview.draft is None:
        raise UserError(preview.sentence, "Vælg filen igen.")
    return preview.draft


def _status(draft: Draft) -> tuple[str, str]:
    found, checked = draft.recognition, draft.checked
    if draft.personal:
        return PERSONAL, str(refusal(draft.hits))
    if draft.already is not None:
        return ALREADY, f"Filen er allerede importeret som nr. {draft.already}."
    if checked is None:
        asked = " ".join(question.sentence for question in found.questions)
        answerable = all(question.candidates or question.open_ended for question in found.questions)
        return (ASKS if answerable else REFUSED), asked
    if checked.errors:
        rest = f" De øvrige {number(checked.rows_ok)} kan importeres." if checked.rows_ok else ""
        return FAULTY, f"{bad_rows_text(checked.error_rows)}.{rest}"
    if not checked.rows_ok:
        return REFUSED, "Filen har ingen rækker, der kan bruges."
    left = f" {number(checked.left_out)} udelades." if checked.left_out else ""
    return READY, f"{counted(checked.rows_ok, 'række', 'rækker')} er klar til import.{left}"


def _kind_source(draft: Draft) -> str:
    if draft.options.kind:
        return "angivet"
    return "kortlægning" if draft.mapping is not None and draft.mapping.kind else "indhold"


def _as_of(draft: Draft) -> Fact:
    found, checked = draft.recognition, draft.checked
    day = checked.as_of if checked and found.kind in (PLAN, GOP) else found.as_of
    return Fact(day.isoformat() if day else "", found.as_of_source if day or found.as_of_source else "")


def _hospitals(draft: Draft) -> tuple[Fact, ...]:
    found = draft.recognition
    if draft.checked is not None:
        return tuple(Fact(name, found.hospital_source) for name in draft.checked.hospitals)
    names = [found.hospital] if found.hospital else list(dict.fromkeys(found.hospital_names.values()))
    return tuple(Fact(name, found.hospital_source) for name in names)
