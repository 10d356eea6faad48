"""Fixtures for all tests: databases."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsklynge.store.database import Database, open_database
from tests import postgres

os.environ.setdefault("QT_HASH_SEED", "0")  # before pytest-qt loads Qt: see sundhedsklynge/ui/__init__.py

# --- databases ---
# A new database takes up to a second to make: one of each is made in a session, and copied or emptied for each test.


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with the shipped places."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    open_database(path, create=True).close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The socket folder of a PostgreSQL of our own; skips, visibly, where none is installed."""
    if postgres.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with postgres.server() as folder:
        yield folder


@pytest.fixture(scope="session")
def shared_postgres_url(postgres_server: str) -> Iterator[str]:
    """The PostgreSQL database that the tests use one after another."""
    with postgres.new_database(postgres_server) as url:
        open_database(url, create=True).close()
        yield url


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres.new_database(postgres_server) as url:
        yield url


@pytest.fixture
def postgres_db(shared_postgres_url: str) -> Iterator[Database]:
    """A PostgreSQL database with the shipped places."""
    with open_database(shared_postgres_url) as database:
        yield database
        postgres.make_like_new(database)


@pytest.fixture
def sqlite_db(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A SQLite database with the shipped places."""
    with open_database(shutil.copy(sqlite_template, tmp_path / "test.sqlite")) as database:
        yield database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address where there is no database yet, once in SQLite and once in PostgreSQL."""
    if request.param == "sqlite":
        return str(tmp_path / "data" / "test.sqlite")
    return request.getfixturevalue("postgres_url")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def db(request: pytest.FixtureRequest) -> Database:
    """A new database with the shipped places, once in SQLite and once in PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_db")
