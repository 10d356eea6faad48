"""What goes wrong between the program and its database, as Danish sentences. The driver's own words never reach the
user: they may hold an address, a user name or a password.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager

import sqlalchemy.exc as sa

from sundhedsklynge.domain.errors import DatabaseError

LOCKED = ("Databasen er i brug af et andet program.", "Vent, til det er færdigt, og prøv igen.")
DAMAGED = ("Databasen er beskadiget.", "Gendan den fra en sikkerhedskopi.")
NO_RIGHTS = ("Du har ikke ret til at skrive i databasen.", "Bed den, der ejer databasen, om adgang.")
NOT_OPENED = ("Databasen kan ikke åbnes.", "Se efter, om mappen findes, og om du har adgang til den.")
DISK_FULL = ("Der er ikke plads på disken.", "Frigør plads, og prøv igen. Intet er gemt.")
DISK_FAILS = ("Disken svarer ikke.", "Se efter, om drevet er tilsluttet, og prøv igen.")
UNREACHABLE = ("Databaseserveren svarer ikke.", "Se efter, om du er på netværket, og prøv igen.")
NO_LOGIN = ("Databaseserveren afviser brugernavn eller adgangskode.", "Ret oplysningerne, eller bed it om adgang.")
NO_SUCH = ("Databasen findes ikke på serveren.", "Ret navnet, eller bed it om at oprette den.")
BROKEN = ("Databasen svarer med en fejl.", "Kør sundhedsklynge check, og prøv igen.")

_SQLITE = (
    (("locked", "busy"), LOCKED),
    (("malformed", "not a database", "corrupt"), DAMAGED),
    (("readonly", "read-only", "attempt to write"), NO_RIGHTS),
    (("unable to open",), NOT_OPENED),
    (("full",), DISK_FULL),
    (("i/o error",), DISK_FAILS),
)
_POSTGRES = (  # by the class or code of SQLSTATE
    ("28", NO_LOGIN),
    ("3D", NO_SUCH),
    ("42501", NO_RIGHTS),
    ("25006", NO_RIGHTS),
    ("55P03", LOCKED),
    ("40", LOCKED),
    ("53", DISK_FULL),
    ("08", UNREACHABLE),
    ("57", UNREACHABLE),
    ("XX", DAMAGED),
    ("58", DISK_FAILS),
)
_PROGRAMMING = (sa.IntegrityError, sa.ProgrammingError, sa.DataError, sqlite3.IntegrityError, sqlite3.ProgrammingError)


def sentence(error: BaseException) -> DatabaseError | None:
    """The error to show for what a driver raised; None where it is a bug of ours and must be seen as one."""
    inner = error.orig if isinstance(error, sa.DBAPIError) and error.orig else error
    state = getattr(inner, "sqlstate", None)
    if isinstance(state, str):
        found = next((words for prefix, words in _POSTGRES if state.startswith(prefix)), None)
        return DatabaseError(*found) if found else None
    words = str(inner).lower()
    if type(inner).__module__.startswith("psycopg"):
        if "no password" in words or "authentication failed" in words or "role " in words:
            return DatabaseError(*NO_LOGIN)
        if "does not exist" in words:
            return DatabaseError(*NO_SUCH)
        return (
            DatabaseError(*UNREACHABLE) if type(inner).__name__ in ("OperationalError", "ConnectionTimeout") else None
        )
    if isinstance(inner, sqlite3.Error) and not words.startswith(("no such", "near ")):
        found = next((says for marks, says in _SQLITE if any(mark in words for mark in marks)), None)
        if found:
            return DatabaseError(*found)
        return None if isinstance(error, _PROGRAMMING) or isinstance(inner, _PROGRAMMING) else DatabaseError(*BROKEN)
    if isinstance(error, (sa.TimeoutError, sa.DisconnectionError)):
        return DatabaseError(*LOCKED)
    return None


@contextmanager
def told_in_danish() -> Generator[None]:
    """Turns what drivers raise inside the block into `DatabaseError`; bugs pass through."""
    try:
        yield
    except (sa.SQLAlchemyError, sqlite3.Error) as error:
        told = sentence(error)
        if told is None:
            raise
        raise told from None
    except Exception as error:
        # psycopg is imported only where PostgreSQL is used, so its errors are known by their module.
        told = sentence(error) if type(error).__module__.startswith("psycopg") else None
        if told is None:
            raise
        raise told from None
