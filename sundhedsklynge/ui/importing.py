"""Files into the open database, one after the other, each a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ImportInfo, ImportOptions, ImportReport, Workspace

    Outcome = ImportReport | UserError | CancelledError


def import_files(
    session: Session,
    paths: Sequence[Path],
    options: ImportOptions | None,
    done: Callable[[list[tuple[Path, Outcome]]], None],
) -> None:
    """Imports files; a refused one does not stop the others, a wish to cancel does. Loads anew afterwards."""
    workspace = session.workspace
    if workspace is None:
        return

    def work(progress: Progress, cancelled: Cancelled) -> list[tuple[Path, Outcome]]:
        results: list[tuple[Path, Outcome]] = []
        for index, path in enumerate(paths):

            def share(of_file: float, index: int = index) -> None:
                progress((index + of_file) / len(paths))

            try:
                results.append((path, workspace.import_file(path, options, share, cancelled)))
            except UserError as error:
                results.append((path, error))
            except CancelledError as error:
                results.append((path, error))
                break
        return results

    def finished(results: list[tuple[Path, Outcome]]) -> None:
        for path, outcome in results:
            if not isinstance(outcome, Exception) and outcome.stored and outcome.import_id is not None:
                session.steps.remember(_step(workspace, path.name, outcome.import_id))
        session.load()
        done(results)

    names = paths[0].name if len(paths) == 1 else tr("{count} filer", count=len(paths))
    session.jobs.start(
        "import",
        tr("Importerer {names}", names=names),
        work,
        finished,
        lambda error: session.told.emit(notice_of(error)),
        queue=True,
    )


def undo_import(session: Session, info: ImportInfo) -> None:
    """Takes an earlier import back."""
    if session.workspace is not None:
        step = _step(session.workspace, info.file, info.id)
        session.steps.make(Step(tr("Fortrudt import af {name}", name=info.file), step.redo, step.undo))


def redo_import(session: Session, info: ImportInfo) -> None:
    """Makes an import hold again that was taken back."""
    if session.workspace is not None:
        session.steps.make(_step(session.workspace, info.file, info.id))


def _step(workspace: Workspace, name: str, import_id: int) -> Step:
    return Step(
        tr("Import af {name}", name=name),
        lambda: workspace.undo_import(import_id),
        lambda: workspace.redo_import(import_id),
    )
