"""Writing a file so that the old one stays whole until the new one is complete."""

from __future__ import annotations

import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sundhedsklynge.domain.errors import UserError


@contextmanager
def replace_file(path: Path) -> Generator[Path]:
    """A path beside `path` to write to; it takes the place of `path` when the block ends well, else it is removed.

    Raises UserError where the folder is missing or closed to the user, or another program holds the file; the old file
    is then untouched.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(4)}.tmp")
    refuse_if_held(target)
    try:
        yield temporary
        os.replace(temporary, target)  # noqa: PTH105 - the same as Path.replace, and what tests watch
    except OSError as error:
        raise _told(error, path) from error
    finally:
        temporary.unlink(missing_ok=True)


def refuse_if_held(path: Path) -> None:
    """Raises UserError where `path` is there and cannot be written, as when Excel holds it."""
    try:
        if path.exists():
            with path.open("r+b"):
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


def _told(error: OSError, path: Path) -> UserError:
    if isinstance(error, PermissionError):
        return UserError(
            f"{path.name} kan ikke skrives. Måske er den åben i Excel.",
            "Luk filen, eller vælg en anden mappe, og prøv igen.",
        )
    if isinstance(error, IsADirectoryError):
        return UserError(f"{path.name} er en mappe.", "Vælg et andet filnavn.")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return UserError(f"Mappen {path.parent} findes ikke.", "Opret den, eller vælg en anden mappe.")
    reason = error.strerror or type(error).__name__
    return UserError(f"{path.name} kan ikke skrives ({reason}).", "Vælg en anden mappe, og prøv igen.")
