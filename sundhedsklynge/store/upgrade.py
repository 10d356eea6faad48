"""The version of a database against that of the program: newer is refused, older is copied and then migrated.

The migrations lie in the package (`migrations/versions`) and run from there, so that an installed program brings its
own.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import Engine

from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"  # the revision this program writes; a test holds it equal to the newest migration


def revision(engine: Engine) -> str | None:
    """The revision of the database; None where it is not one of ours yet."""
    with engine.connect() as connection:
        return revision_on(connection)


def revision_on(connection: Connection) -> str | None:
    """As `revision`, inside a transaction."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def take_writer_lock(connection: Connection) -> None:
    """Makes this the one writer until the transaction ends; in SQLite its BEGIN IMMEDIATE has done so already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPLICATION_ID})


def create_all(connection: Connection) -> None:
    """Makes all tables in an empty database, in the caller's transaction."""
    _migrate(connection, HEAD)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def bring_up_to_date(engine: Engine, path: Path | None) -> None:
    """Migrates an older database, a SQLite file after a copy beside it. Raises DatabaseError for one newer than the
    program.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found not in known_revisions():
        raise DatabaseError(
            "Databasen er lavet af en nyere udgave af programmet.", "Opdatér Sundhedsklynge, og åbn den igen."
        )
    if path:
        copy_beside(path, str(found))
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # Only outside a transaction, on the driver's own connection, does this take effect; with keys on,
            # rebuilding a table deletes the rows that point to it.
            driver = connection.connection.driver_connection
            assert isinstance(driver, sqlite3.Connection)
            driver.execute("PRAGMA foreign_keys=OFF")
        try:
            with connection.execution_options(sundhedsklynge_write=True).begin():
                take_writer_lock(connection)
                _migrate(connection, HEAD)
                if (
                    connection.dialect.name == "sqlite"
                    and connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                ):
                    raise DatabaseError("Databasen kunne ikke opdateres.", "Den er uændret. Kør sundhedsklynge check.")
        finally:
            connection.invalidate()  # the next connection has its keys on


def copy_beside(path: Path, label: str) -> Path:
    """A copy of the SQLite file at `path` beside it, named with date and `label`; never over another file."""
    day = dt.datetime.now(dt.UTC).strftime("%Y-%m-%d")
    names = (f"{path.stem}.{day}.{label}{f'.{n}' if n else ''}{path.suffix}" for n in range(10_000))
    target = next(path.with_name(name) for name in names if not path.with_name(name).exists())
    source, copy = sqlite3.connect(path), sqlite3.connect(target)
    try:
        source.backup(copy)
    finally:
        source.close()
        copy.close()
    return target


def known_revisions() -> list[str]:
    """All revisions the program knows, newest first."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _migrate(connection: Connection, target: str) -> None:
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, target)
