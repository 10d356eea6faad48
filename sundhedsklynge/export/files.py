"""Writing a file so that the old one stays whole until the new one is complete."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
import unicodedata
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sundhedsklynge.domain.errors import UserError


def plain_name(name: str) -> str:
    """A name as it may stand in a file's."""
    letters = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    ascii_only = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:100] or "sted"


@contextmanager
def replace_file(path: Path) -> Generator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when the block ends well, else it is removed.

    A link is written through, and an existing file keeps its permissions. Raises UserError where the folder is missing or
    closed to the user, another program holds the file, or `path` is no ordinary file; what was there is then untouched.
    """
    target = _target(path)
    refuse_if_held(path)
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)  # noqa: PTH105 - the same as Path.replace, and what tests watch
    except OSError as error:
        raise _told(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)


def refuse_if_held(path: Path) -> None:
    """Raises UserError where `path` is there and is no ordinary file, or cannot be written, as when Excel holds it."""
    target = _target(path)
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    except OSError as error:
        raise _told(error, path) from error
    if stat.S_ISDIR(mode):
        raise UserError(f"{path.name} er en mappe.", "Vælg et andet filnavn.")
    if not stat.S_ISREG(mode):  # a device or a pipe: looked at only, for opening it may wait or do harm
        raise UserError(f"{path.name} er ikke en almindelig fil.", "Vælg et andet filnavn.")
    try:
        with target.open("r+b"):
            pass
    except OSError as error:
        raise _told(error, path) from error


def make_folder(folder: Path) -> Path:
    """`folder`, made where it is not there. Raises UserError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise UserError(f"{folder} er en fil, ikke en mappe.", "Vælg en mappe.") from None
    except OSError as error:
        raise _told(error, folder) from error
    return folder


def _target(path: Path) -> Path:
    """What `path` stands for: where a link leads. Raises UserError where links lead in a ring."""
    try:
        target = path.resolve()
    except (OSError, RuntimeError):  # Python 3.12 and older
        target = path
    if target.is_symlink():  # still a link when it is resolved
        raise UserError(f"{path.name} er en genvej, der ikke fører nogen steder hen.", "Vælg et andet filnavn.")
    return target


def _told(error: OSError, path: Path) -> UserError:
    if isinstance(error, PermissionError):
        return UserError(
            f"{path.name} kan ikke skrives. Måske er den åben i Excel.",
            "Luk filen, eller vælg en anden mappe, og prøv igen.",
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError(f"Mappen {path.parent} findes ikke.", "Opret den, eller vælg en anden mappe.")
    reason = error.strerror or type(error).__name__
    return UserError(f"{path.name} kan ikke skrives ({reason}).", "Vælg en anden mappe, og prøv igen.")
