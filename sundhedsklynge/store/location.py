"""Where the database is: a file, a SQLAlchemy URL, the environment, or the user's data folder; and which files must
not be one.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sundhedsklynge.domain.errors import DatabaseError

ENVIRONMENT = "SUNDHEDSKLYNGE_DB"
FILE_NAME = "sundhedsklynge.sqlite"
_NETWORK = {
    "cifs",
    "smb3",
    "smbfs",
    "nfs",
    "nfs4",
    "afpfs",
    "webdav",
    "davfs",
    "fuse.sshfs",
    "fuse.davfs2",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
}
_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "my drive",
    "icloud",
    "mobile documents",
    "nextcloud",
    "owncloud",
    "sharepoint",
)


@dataclass(frozen=True, slots=True)
class Location:
    """A database: `path` where it is a SQLite file, else None. `shown` names it without a password."""

    url: URL
    path: Path | None

    @property
    def shown(self) -> str:
        return str(self.path) if self.path else self.url.render_as_string(hide_password=True)


def default_path() -> Path:
    """The database file in the user's own data folder, which is local to the computer."""
    return user_data_path("sundhedsklynge", appauthor=False) / FILE_NAME


def locate(given: str | Path | None = None) -> Location:
    """The database meant by `given`, else by SUNDHEDSKLYNGE_DB, else the default. Raises DatabaseError for what
    cannot be one.
    """
    text = str(given or os.environ.get(ENVIRONMENT) or default_path())
    if "://" not in text:
        return _file(Path(text).expanduser().absolute())
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise DatabaseError(
            "Databasens adresse kan ikke læses.", "Skriv den som postgresql://bruger@server/navn."
        ) from None
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return Location(url.set(drivername="postgresql+psycopg"), None)
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return _file(Path(url.database).expanduser().absolute())
    raise DatabaseError(
        "Databasens adresse er ikke en, programmet kan bruge.", "Brug en fil eller postgresql://bruger@server/navn."
    )


def _file(path: Path) -> Location:
    return Location(URL.create("sqlite", database=str(path)), path)


def refuse_shared_folder(path: Path) -> None:
    """Raises DatabaseError where a SQLite file would lie on a network share or in a synced folder, as far as that can
    be told.

    Locks do not hold on a share, and a sync client copies a file in the middle of a write: both have destroyed
    databases.
    """
    real = Path(os.path.realpath(path))
    remedy = "Vælg en mappe på computerens egen disk, eller brug en fælles PostgreSQL-database."
    if _on_network(real):
        raise DatabaseError(f"Databasen {path} ligger på et netværksdrev, hvor den kan gå i stykker.", remedy)
    if any(part.lower().startswith(_SYNCED) for part in real.parent.parts) or _in_onedrive(real):
        raise DatabaseError(
            f"Databasen {path} ligger i en mappe, der synkroniseres, hvor den kan gå i stykker.", remedy
        )


def _in_onedrive(path: Path) -> bool:
    roots = (os.environ.get(name) for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer"))
    return any(root and path.is_relative_to(root) for root in roots)


def _on_network(path: Path) -> bool:
    if str(path).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == 4  # DRIVE_REMOTE
    return mount_type(path, _mounts()) in _NETWORK


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def mount_type(path: Path, mountinfo: str) -> str:
    """The file system type of the mount that holds `path`, from the text of /proc/self/mountinfo (proc(5)); "" where
    unknown.
    """
    best, found = -1, ""
    for line in mountinfo.splitlines():
        left, _, right = line.partition(" - ")
        fields, kinds = left.split(), right.split()
        if len(fields) > 4 and kinds:
            mount = fields[4].replace("\\040", " ")
            if path.is_relative_to(mount) and len(mount) >= best:
                best, found = len(mount), kinds[0]
    return found
