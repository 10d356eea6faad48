"""A real PostgreSQL for the tests: its own cluster in a temporary folder, on a socket only, gone with the run.

PostgreSQL refuses to run as root, so there it runs as `nobody`. Nothing is installed here; where there is none,
`binaries` is None.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import text

from sundhedsklynge.store import schema, upgrade
from sundhedsklynge.store.database import Database, fill

_FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=64MB", "listen_addresses=''")


def binaries() -> Path | None:
    """The folder of the newest installed server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


@contextmanager
def server() -> Iterator[str]:
    """Starts a server and gives the address of its socket folder; stops it at the end."""
    programs = binaries()
    assert programs is not None, "no PostgreSQL installed"
    user = "nobody" if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="sk-pg-"))
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def run(*command: str) -> None:
        subprocess.run(
            command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=60
        )

    try:
        run(
            str(programs / "initdb"),
            "-D",
            str(data),
            "-U",
            "test",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
            "--no-sync",
        )
        options = " ".join(f"-c {setting}" for setting in (*_FAST, f"unix_socket_directories={folder}"))
        run(str(programs / "pg_ctl"), "-D", str(data), "-l", str(folder / "log"), "-w", "-o", options, "start")
        try:
            yield str(folder)
        finally:
            run(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def new_database(socket_folder: str) -> Iterator[str]:
    """An empty database on the server, as a URL; dropped at the end."""
    name = f"t{uuid.uuid4().hex[:12]}"
    with psycopg.connect(host=socket_folder, user="test", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield f"postgresql://test@/{name}?host={socket_folder}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def make_like_new(db: Database) -> None:
    """Empties a database of ours and fills it as a new one is: a tenth of the time that making one takes."""
    with db.write() as connection:
        emptied = "; ".join(f'DELETE FROM "{table.name}"' for table in reversed(schema.metadata.sorted_tables))
        connection.exec_driver_sql(emptied)
        connection.execute(text("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"))
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": upgrade.HEAD})
        fill(connection)
