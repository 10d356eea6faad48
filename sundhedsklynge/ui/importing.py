"""Files into the open database. What needs no answer goes straight in; the rest waits for the user, one file at a time.

Every import is a step that can be taken back. The desk holds the queue and does the work in threads; the sheet in `import_wizard` shows
what it holds.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui.import_wizard.words import WITHDRAWN, kind_name, rows_said
from sundhedsklynge.ui.jobs import Job, Progress
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ImportInfo, Workspace
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.importing import ImportOptions, ImportReport
    from sundhedsklynge.workspace.wizard import Preview

log = logging.getLogger("sundhedsklynge.ui")

KEY = "import"
HOW_READ = "reading"  # the code of remarks on how a file was read
_READ_SHARE = 0.7  # of the progress of a file: reading and checking; the rest is storing


@dataclass
class Waiting:
    """A file that waits for the user: its previews so far, the newest last, and whether others were stored since it was read."""

    path: Path
    previews: list[Preview] = field(default_factory=list["Preview"])
    outdated: bool = False

    @property
    def preview(self) -> Preview:
        """What is known of it now."""
        return self.previews[-1]


@dataclass(frozen=True)
class Outcome:
    """What became of one file of a batch: stored (or known already), left for the user, or an error."""

    path: Path
    report: ImportReport | None = None
    preview: Preview | None = None
    error: Exception | None = None


class ImportDesk(QObject):
    """Takes files. `changed`: another file or preview is to be shown, work began or ended, or nothing waits any more.
    `stored`: files were stored."""

    changed = Signal()
    stored = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._waiting: list[Waiting] = []
        self.error: Notice | None = None
        self.job: Job | None = None
        session.workspace_changed.connect(self._forget)

    @property
    def current(self) -> Waiting | None:
        """The file that is asked about."""
        return self._waiting[0] if self._waiting else None

    @property
    def left(self) -> int:
        """Files that wait behind the current one."""
        return max(0, len(self._waiting) - 1)

    @property
    def busy(self) -> bool:
        """Whether work on the current file is under way."""
        return self.job is not None

    # Files in

    def take(self, paths: Sequence[Path], options: ImportOptions | None = None) -> None:
        """Reads files; those that need no answer are stored. A refused one does not stop the others, a wish to cancel does."""
        workspace = self._session.workspace
        if workspace is None:
            self._session.told.emit(Notice("warning", tr("Ingen database er åben."), tr("Åbn en, og slip filen igen.")))
            return
        files = [path for path in paths if not path.is_dir()]
        if len(files) < len(paths):
            self._session.told.emit(
                Notice(
                    "warning", tr("Mapper kan ikke slippes her."), tr("Vælg filerne, eller overvåg mappen under Data.")
                )
            )
        if not files:
            return
        names = shown_name(files[0]) if len(files) == 1 else tr("{count} filer", count=len(files))
        self._session.jobs.start(
            KEY,
            tr("Importerer {names}", names=names),
            lambda progress, cancelled: _read_all(workspace, files, options, progress, cancelled),
            lambda outcomes: self._on_read(workspace, outcomes),
            self._tell_error,
            queue=True,
        )

    def take_stored(self, reports: Sequence[ImportReport]) -> None:
        """Takes note of files that were stored elsewhere, by the watched folder."""
        self._on_stored(reports)

    def _on_read(self, workspace: Workspace, outcomes: Sequence[Outcome]) -> None:
        if workspace is not self._session.workspace:
            return
        for outcome in outcomes:
            if isinstance(outcome.error, CancelledError):
                said = tr("Importen af {file} er annulleret. Intet fra filen er gemt.", file=shown_name(outcome.path))
                self._session.told.emit(Notice("info", said))
            elif outcome.error is not None:
                self._session.told.emit(notice_of(outcome.error))
            elif outcome.preview is not None:
                self._waiting.append(Waiting(outcome.path, [outcome.preview]))
        self._on_stored([outcome.report for outcome in outcomes if outcome.report is not None])
        self.changed.emit()

    def _on_stored(self, reports: Sequence[ImportReport]) -> None:
        workspace = self._session.workspace
        new = [report for report in reports if report.stored and report.import_id is not None]
        if workspace is not None:
            for report in new:
                step = import_step(workspace, report.file, report.import_id or 0, report.learnt)
                self._session.steps.remember(step)
        if new:
            for waiting in self._waiting:
                waiting.outdated = True
            self._session.load()
            self.stored.emit()
        if workspace is not None and reports:
            self._session.told.emit(_with_undo(receipt(reports), self._session, workspace, new))

    # The file that is asked about

    def answer(self, what: str, value: str) -> None:
        """Answers a question about the current file."""
        self._revise(lambda room, shown, progress, cancelled: room.answer(shown, what, value, progress, cancelled))

    def assign(self, header: str, name: str) -> None:
        """Reads a column of the current file as another."""
        self._revise(lambda room, shown, progress, cancelled: room.assign(shown, header, name, progress, cancelled))

    def set_kind(self, kind: str) -> None:
        """Reads the current file as another kind."""
        self._revise(
            lambda room, shown, progress, cancelled: room.revise(
                shown, replace(shown.options, kind=kind, mapping=None), progress, cancelled
            )
        )

    def drop_personal(self) -> None:
        """Leaves out the columns with personal numbers."""
        self._revise(lambda room, shown, progress, cancelled: room.without_personal_columns(shown, progress, cancelled))

    def back(self) -> None:
        """Takes the last answer back."""
        if self.current is not None and len(self.current.previews) > 1 and not self.busy:
            self.current.previews.pop()
            self.error = None
            self.changed.emit()

    def skip(self) -> None:
        """Leaves the current file, nothing of it is stored; shows the next."""
        if self._waiting:
            self.cancel()
            self._waiting.pop(0)
            self._show_next()

    def close(self) -> None:
        """Leaves all files that wait."""
        self.cancel()
        self._waiting.clear()
        self.error = None
        self.changed.emit()

    def store(self, *, skip_bad_rows: bool = False) -> None:
        """Stores the current file, with `skip_bad_rows` its good rows, and shows the next."""
        workspace, current = self._session.workspace, self.current
        if workspace is None or current is None or self.busy:
            return
        shown = current.preview

        def work(progress: Progress, cancelled: Cancelled) -> ImportReport:
            return workspace.importing.store(shown, skip_bad_rows=skip_bad_rows, progress=progress, cancelled=cancelled)

        def done(report: ImportReport) -> None:
            if report.refused is not None:
                self.error = Notice("error", translated(report.refused))
                self.changed.emit()
                return
            self._waiting.remove(current)
            self._on_stored([report])
            self._show_next()

        self._start(current, tr("Importerer {names}", names=shown.file), work, done)

    def columns_of(self, kind: str) -> tuple[str, ...]:
        """The canonical columns a file of that kind can have."""
        workspace = self._session.workspace
        return workspace.importing.columns_of(kind) if workspace is not None else ()

    def save_problems(self, path: Path) -> None:
        """Writes the problems of the current file as CSV."""
        workspace, current = self._session.workspace, self.current
        if workspace is None or current is None:
            return
        found = current.preview.findings
        told = Notice("info", tr("Listen er gemt: {path}", path=path))

        def done(_: object) -> None:
            self.error = told
            self.changed.emit()

        self._start(current, tr("Gemmer listen"), lambda *_: workspace.importing.save_problems(found, path), done)

    def _revise(self, make: Callable[..., Preview]) -> None:
        workspace, current = self._session.workspace, self.current
        if workspace is None or current is None or self.busy:
            return
        shown = current.preview

        def done(preview: Preview) -> None:
            current.previews.append(preview)
            current.outdated = False
            self.changed.emit()

        self._start(
            current,
            tr("Læser {name}", name=shown.file),
            lambda progress, cancelled: make(workspace.importing, shown, progress, cancelled),
            done,
        )

    def _show_next(self) -> None:
        self.error = None
        current, workspace = self.current, self._session.workspace
        if current is not None and current.outdated and workspace is not None and current.preview.draft is not None:
            current.outdated = False
            shown = current.preview

            def read_again(progress: Progress, cancelled: Cancelled) -> Preview:
                return workspace.importing.revise(shown, shown.options, progress, cancelled)

            def done(preview: Preview) -> None:
                current.previews[-1] = preview
                self.changed.emit()

            self._start(current, tr("Læser {name}", name=shown.file), read_again, done)
        self.changed.emit()

    def _start(
        self,
        current: Waiting,
        label: str,
        work: Callable[[Progress, Cancelled], object],
        done: Callable[..., None],
    ) -> None:
        self.error = None

        def ended() -> bool:
            """Whether the file is still the one asked about."""
            self.job = None
            return self.current is current

        def on_done(result: object) -> None:
            if ended():
                done(result)

        def on_failed(error: Exception) -> None:
            if ended():
                self.error = notice_of(error)
                self.changed.emit()

        def on_stopped() -> None:
            if ended():
                self.error = Notice("info", tr("Annulleret. Intet er gemt."))
                self.changed.emit()

        job = self._session.jobs.start(KEY, label, work, on_done, on_failed, on_stopped, queue=True)
        if job in self._session.jobs.running:  # else it ran on the spot
            self.job = job
            self.changed.emit()

    def cancel(self) -> None:
        """Asks the work on the current file to stop."""
        if self.job is not None:
            self.job.cancel()

    def _forget(self) -> None:
        self._waiting.clear()
        self.error = None
        self.job = None
        self.changed.emit()

    def _tell_error(self, error: Exception) -> None:
        self._session.told.emit(notice_of(error))


def desk_of(session: Session) -> ImportDesk:
    """The session's desk, made the first time it is asked for."""
    return session.findChild(ImportDesk) or ImportDesk(session)


def _read_all(
    workspace: Workspace,
    paths: Sequence[Path],
    options: ImportOptions | None,
    progress: Progress,
    cancelled: Cancelled,
) -> list[Outcome]:
    outcomes: list[Outcome] = []
    for index, path in enumerate(paths):

        def share(of_file: float, index: int = index) -> None:
            progress((index + of_file) / len(paths))

        try:
            outcomes.append(_read_one(workspace, path, options, share, cancelled))
        except CancelledError as error:
            outcomes.append(Outcome(path, error=error))
            break
        except UserError as error:
            outcomes.append(Outcome(path, error=error))
        except Exception as error:  # a bug in one file keeps the others from nothing
            log.exception("import of a file")
            outcomes.append(Outcome(path, error=error))
    return outcomes


def _read_one(
    workspace: Workspace,
    path: Path,
    options: ImportOptions | None,
    share: Callable[[float], None],
    cancelled: Cancelled,
) -> Outcome:
    from sundhedsklynge.workspace.wizard import ALREADY, READY

    room = workspace.importing
    preview = room.preview(path, options, lambda done: share(_READ_SHARE * done), cancelled)
    if preview.status not in (READY, ALREADY):
        return Outcome(path, preview=preview)
    return Outcome(path, room.store(preview, progress=share, cancelled=cancelled))


def shown_name(path: Path) -> str:
    """A file's name, fit to show: a name may hold a personal number too."""
    from sundhedsklynge.ingest.cpr import mask

    return mask(path.name)


def receipt(reports: Sequence[ImportReport]) -> Notice:
    """What is told of files that were taken: one in full, several in one line."""
    new = [report for report in reports if report.stored]
    if len(reports) == 1:
        report = reports[0]
        if report.already:
            said = tr("{file} er allerede importeret som nr. {id}.", file=report.file, id=report.import_id)
            return Notice("info", said, tr("Intet er ændret."))
        kind = kind_name(report.kind)
        problems = [problem for problem in report.problems if problem.code != HOW_READ]
        rows = rows_said(report.rows_ok)
        said = tr("{file} er importeret som {kind}: {rows}.", file=report.file, kind=kind, rows=rows)
        skipped = report.rows_read - report.rows_ok
        parts = [tr("{rows} er udeladt.", rows=rows_said(skipped))] if skipped else []
        if report.new_hospitals:
            parts.append(tr("Nye hospitaler: {names}.", names=", ".join(report.new_hospitals)))
        elif problems and not skipped:
            count = len(problems)
            first = translated(problems[0].message)
            parts.append(
                tr("Bemærkning: {first}", first=first)
                if count == 1
                else tr("{count} bemærkninger, den første: {first}", count=count, first=first)
            )
        elif report.problems and not skipped:
            parts.append(translated(report.problems[0].message))
        return Notice("warning" if problems else "info", said, " ".join(parts))
    again = [report.file for report in reports if report.already]
    parts = []
    if new:
        rows = rows_said(sum(report.rows_ok for report in new))
        names = ", ".join(report.file for report in new)
        parts.append(tr("Importeret: {names}. {rows} i alt.", names=names, rows=rows))
    if again:
        parts.append(tr("Allerede importeret: {names}.", names=", ".join(again)))
    return Notice("info", " ".join(parts))


def _with_undo(notice: Notice, session: Session, workspace: Workspace, new: Sequence[ImportReport]) -> Notice:
    """The receipt with a button that takes just those imports back, whatever came after, as a step of its own; it goes with them."""
    if not new:
        return notice
    own = {
        report.import_id or 0: import_step(workspace, report.file, report.import_id or 0, report.learnt)
        for report in new
    }
    taken: list[Step] = []

    def take_back() -> None:
        gone = _withdrawn(workspace.imports())
        taken[:] = [step for number, step in own.items() if number not in gone]
        for step in reversed(taken):
            step.undo()

    def restore() -> None:
        for step in taken:
            step.redo()

    name = new[0].file if len(new) == 1 else tr("{count} filer", count=len(new))
    whole = Step(tr("Fortrudt import af {name}", name=name), restore, take_back)
    return replace(
        notice,
        action=(tr("Fortryd"), lambda: session.steps.make(whole)),
        once=True,
        holds=lambda: not own.keys() <= _withdrawn(session.imports),
    )


def _withdrawn(imports: Sequence[ImportInfo]) -> set[int]:
    return {info.id for info in imports if info.status == WITHDRAWN}


def undo_import(session: Session, info: ImportInfo) -> None:
    """Takes an earlier import back."""
    if session.workspace is not None:
        step = import_step(session.workspace, info.file, info.id)
        session.steps.make(Step(tr("Fortrudt import af {name}", name=info.file), step.redo, step.undo))


def redo_import(session: Session, info: ImportInfo) -> None:
    """Makes an import hold again that was taken back."""
    if session.workspace is not None:
        session.steps.make(import_step(session.workspace, info.file, info.id))


def import_step(workspace: Workspace, name: str, import_id: int, learnt: Sequence[Change] = ()) -> Step:
    """An import as a change that can be taken back, with what the file taught of layouts and names."""

    def undo() -> None:
        workspace.undo_import(import_id)
        for change in reversed(learnt):
            change.undo()

    def redo() -> None:
        workspace.redo_import(import_id)
        for change in learnt:
            change.redo()

    return Step(tr("Import af {name}", name=name), undo, redo)
