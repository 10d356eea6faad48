"""The watched folder: new files are noticed, shown with what they would change, and imported by one call or by themselves.

The folder is looked at, never listened to: network shares do not tell of changes. A file counts once its size and time are the same in two
looks in a row, so that none is read while it is being written. No personal number is kept: names are masked, and of the content only the
SHA-256 is remembered.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import re
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet, stop_if
from sundhedsklynge.ingest.cpr import mask
from sundhedsklynge.ingest.read import MAX_FILE_BYTES, base_name
from sundhedsklynge.store.inbox import ignore_file, ignored_files, recall_file
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.importing import ImportOptions, ImportReport
from sundhedsklynge.workspace.wizard import ALREADY, READY, REFUSED, Preview

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

log = logging.getLogger("sundhedsklynge")

FOLDER, AUTOMATIC = "indbakke.mappe", "indbakke.automatisk"
ENDINGS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".json"})
MOST_SHOWN = 25  # new files read in one look; the next look takes the next ones
_PASSING = re.compile(r"[.~]|.*(?:\.tmp|\.part|\.partial|\.crdownload|~)$", re.IGNORECASE)  # locks, drafts, downloads
_CHUNK = 1024 * 1024

Mark = tuple[int, int]  # size in bytes, time of the last change in ns


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file nobody has taken yet. status and sentence: as `wizard.Preview`; changes: Danish sentences on what it would change, the
    weightiest first. sha256 "" where it could not be read."""

    path: Path
    name: str
    modified: dt.datetime
    status: str
    sentence: str
    changes: tuple[str, ...] = ()
    kind: str = ""
    as_of: str = ""
    hospitals: tuple[str, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class InboxView:
    """One look at the folder. error: a Danish sentence where it could not be looked at, "" else. files: new ones, the oldest first;
    imported: what this look imported by itself; waiting: files that are still being written; later: new files left for the next look.
    """

    folder: Path | None
    automatic: bool
    error: str = ""
    files: tuple[NewFile, ...] = ()
    imported: tuple[ImportReport, ...] = ()
    waiting: int = 0
    later: int = 0


class Inbox:
    """The room of the watched folder: `workspace.inbox`. A timer calls `scan`; one look at a time."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database
        self._looking = threading.Lock()
        self._marks: dict[Path, Mark] = {}  # of the look before
        self._hashes: dict[Path, tuple[Mark, str]] = {}
        self._last = InboxView(None, automatic=False)

    @property
    def folder(self) -> Path | None:
        """The watched folder; None where none is set."""
        text = self._workspace.settings().text(FOLDER)
        return Path(text) if text else None

    @property
    def automatic(self) -> bool:
        """Whether files that need no answer are imported by themselves."""
        return bool(self._workspace.settings().get(AUTOMATIC))

    def watch(self, folder: Path | None, *, automatic: bool | None = None) -> Change:
        """Sets the folder (None: watch none) and, where given, whether files are imported by themselves. Raises UserError for a folder
        that is not there."""
        if folder is not None and not _is_folder(folder):
            raise UserError(f"Mappen {folder} findes ikke, eller du har ikke adgang til den.", "Vælg en anden mappe.")
        before = self.folder, self.automatic
        after = folder.absolute() if folder else None, before[1] if automatic is None else automatic
        self._set(*after)
        text = f"Mappen {folder} overvåges" if folder else "Ingen mappe overvåges"
        return Change(text, lambda: self._set(*before), lambda: self._set(*after))

    def _set(self, folder: Path | None, automatic: bool) -> None:
        self._workspace.set_setting(FOLDER, str(folder or ""))
        self._workspace.set_setting(AUTOMATIC, "ja" if automatic else "nej")
        self._marks.clear()

    def scan(self, progress: Progress = quiet, cancelled: Cancelled = never) -> InboxView:
        """Looks at the folder; what goes wrong is told in the view, not raised. While another look is under way, the last view. Raises
        CancelledError."""
        if not self._looking.acquire(blocking=False):
            return self._last
        try:
            self._last = self._scan(progress, cancelled)
        finally:
            self._looking.release()
        return self._last

    def import_file(self, file: NewFile, progress: Progress = quiet, cancelled: Cancelled = never) -> ImportReport:
        """Imports a new file, if it is still the one that was shown. Raises CancelledError, DatabaseError."""
        return self._workspace.import_file(file.path, ImportOptions(sha256=file.sha256), progress, cancelled)

    def ignore(self, file: NewFile) -> Change:
        """The file, also under other names, is offered no more. Raises UserError for one that could not be read."""
        if not file.sha256:
            raise UserError(file.sentence, "Vent, til filen kan læses.")
        ignore_file(self._db, file.sha256)
        back, again = (lambda: recall_file(self._db, file.sha256)), (lambda: ignore_file(self._db, file.sha256))
        return Change(f"{file.name} vises ikke mere", back, again)

    def _scan(self, progress: Progress, cancelled: Cancelled) -> InboxView:
        folder, automatic = self.folder, self.automatic
        if folder is None:
            return InboxView(None, automatic)
        try:
            found = _files(folder)
        except OSError:
            error = f"Mappen {folder} kan ikke læses. Kontrollér forbindelsen til drevet, eller vælg en anden mappe."
            return InboxView(folder, automatic, mask(error))
        stable = [path for path, mark in found.items() if self._marks.get(path) == mark]
        self._marks = found
        self._hashes = {path: known for path, known in self._hashes.items() if path in found}
        stable.sort(key=lambda path: (found[path][1], path.name))
        files: list[NewFile] = []
        imported: list[ImportReport] = []
        seen = {entry.sha256 for entry in self._workspace.imports()} | ignored_files(self._db)
        later = 0
        for number, path in enumerate(stable):
            stop_if(cancelled)
            progress(number / len(stable))
            try:
                sha256 = self._sha256(path, found[path], cancelled)
            except OSError:
                files.append(_unreadable(path, found[path]))
                continue
            if sha256 in seen:
                continue
            if len(files) + len(imported) >= MOST_SHOWN:
                later += 1
                continue
            seen.add(sha256)  # a copy under another name
            entry, report = self._look(path, found[path], sha256, automatic, cancelled)
            if report is not None:
                imported.append(report)
            elif entry.status != ALREADY:
                files.append(entry)
        progress(1.0)
        return InboxView(folder, automatic, "", tuple(files), tuple(imported), len(found) - len(stable), later)

    def _look(
        self, path: Path, mark: Mark, sha256: str, automatic: bool, cancelled: Cancelled
    ) -> tuple[NewFile, ImportReport | None]:
        """A new file as it is shown, and the report where it was imported."""

        def shown() -> NewFile:
            return _new_file(path, mark, sha256, self._workspace.importing.preview(path, cancelled=cancelled))

        try:
            entry = self._workspace.keep(("inbox", path, mark, sha256), shown)
            if not automatic or entry.status != READY:
                return entry, None
            report = self.import_file(entry, cancelled=cancelled)
        except UserError as error:
            return _failed(path, mark, sha256, str(error)), None
        except CancelledError:
            raise
        except Exception:
            log.exception("a file in the watched folder")
            return _failed(path, mark, sha256, "Filen kan ikke læses på grund af en fejl i programmet."), None
        if report.refused is not None:
            return replace(entry, status=REFUSED, sentence=report.refused), None
        return entry, report

    def _sha256(self, path: Path, mark: Mark, cancelled: Cancelled) -> str:
        known = self._hashes.get(path)
        if known is not None and known[0] == mark:
            return known[1]
        digest = hashlib.sha256()
        if mark[0] <= MAX_FILE_BYTES:
            with path.open("rb") as stream:
                while chunk := stream.read(_CHUNK):
                    stop_if(cancelled)
                    digest.update(chunk)
        else:  # too large to be read at all: known by name and time
            digest.update(f"{path}|{mark}".encode())
        self._hashes[path] = (mark, digest.hexdigest())
        return digest.hexdigest()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _files(folder: Path) -> dict[Path, Mark]:
    """Files of the folder that may be tables and are not open, with size and time. Raises OSError."""
    names = {path.name for path in folder.iterdir()}
    open_ones = {name[2:] for name in names if name.startswith("~$")}
    open_ones |= {name[7:-1] for name in names if name.startswith(".~lock.") and name.endswith("#")}
    found: dict[Path, Mark] = {}
    for name in sorted(names - open_ones):
        path = folder / name
        if _PASSING.match(name) or path.suffix.lower() not in ENDINGS:
            continue
        try:
            info = path.stat()
            if path.is_file():
                found[path] = (info.st_size, info.st_mtime_ns)
        except OSError:  # gone between two calls
            continue
    return found


def _new_file(path: Path, mark: Mark, sha256: str, preview: Preview) -> NewFile:
    return NewFile(
        path=path,
        name=preview.file,
        modified=_time(mark),
        status=preview.status,
        sentence=preview.sentence,
        changes=preview.effect.sentences() if preview.effect else (),
        kind=preview.kind.value,
        as_of=preview.as_of.value,
        hospitals=tuple(fact.value for fact in preview.hospitals),
        sha256=sha256,
    )


def _unreadable(path: Path, mark: Mark) -> NewFile:
    return _failed(
        path, mark, "", "Filen kan ikke læses lige nu. Måske er den åben i et andet program. Den prøves igen."
    )


def _failed(path: Path, mark: Mark, sha256: str, sentence: str) -> NewFile:
    return NewFile(path, mask(base_name(path)), _time(mark), REFUSED, mask(sentence), sha256=sha256)


def _time(mark: Mark) -> dt.datetime:
    return dt.datetime.fromtimestamp(mark[1] / 1e9).replace(microsecond=0)
