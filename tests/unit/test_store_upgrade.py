"""Migrations: the tables as the program knows them, older databases brought up with all their rows, newer ones
refused.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import select

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.store import schema, upgrade
from sundhedsklynge.store.backup import check
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.history import imports
from sundhedsklynge.store.queries import default_as_of, evidence
from tests.rows import store

STORED = Path(__file__).parents[1] / "data"

NOW = upgrade.HEAD
REBUILDS_A_PARENT = f'''
"""Adds a column to the imports by rebuilding the table, as SQLite must."""
import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{NOW}", None, None


def upgrade() -> None:
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("import_batch", recreate="always" if on_sqlite else "never") as batch:
        batch.add_column(sa.Column("sender", sa.String(50), nullable=False, server_default="ukendt"))
'''


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program one revision on, whose migration rebuilds a table with children."""
    folder = tmp_path / "migrations"
    shutil.copytree(Path(upgrade.__file__).with_name("migrations"), folder)
    (folder / "versions" / "r9999_next.py").write_text(REBUILDS_A_PARENT, encoding="utf-8")
    original = upgrade._config

    def config() -> Any:
        changed = original()
        changed.set_main_option("script_location", str(folder))
        return changed

    monkeypatch.setattr(upgrade, "_config", config)
    monkeypatch.setattr(upgrade, "HEAD", "9999")


def _columns(db: Database, table: str) -> set[str]:
    from sqlalchemy import inspect

    return {column["name"] for column in inspect(db.engine).get_columns(table)}


def test_that_the_migrations_make_the_tables_of_the_schema(db: Database) -> None:
    def ours(_object: Any, name: str | None, kind: str, *_: Any) -> bool:
        return not (kind == "table" and name == "alembic_version")

    with db.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_object": ours})
        assert compare_metadata(context, schema.metadata) == []


def test_that_checks_and_keys_are_in_the_migrations_too(db: Database) -> None:
    from sqlalchemy import CheckConstraint, inspect

    found = inspect(db.engine)
    for table in schema.metadata.sorted_tables:
        wanted = {str(c.name) for c in table.constraints if isinstance(c, CheckConstraint)}
        assert {str(c["name"]) for c in found.get_check_constraints(table.name)} == wanted, table.name
        assert len(found.get_foreign_keys(table.name)) == len(table.foreign_keys), table.name


def test_that_the_revision_of_the_program_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(upgrade._config()).get_heads() == [upgrade.HEAD]


@pytest.mark.usefixtures("next_version")
def test_that_an_older_database_is_copied_then_migrated_with_all_its_children(
    sqlite_template: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    path = Path(shutil.copy(sqlite_template, folder / "plan.sqlite"))
    with pytest.MonkeyPatch.context() as at_the_old_version:
        at_the_old_version.setattr(upgrade, "HEAD", NOW)
        with open_database(path) as old:
            store(
                old, kinds.PLAN, {"hospital": "Ny", "extracted": "2026-11-23", "day": "2026-12-01", "department": "Ort"}
            )
            store(old, kinds.GOP, {"received": "2026-11-20"})
            assert "sender" not in _columns(old, "import_batch")
    before = path.read_bytes()
    with open_database(path) as db:
        assert "sender" in _columns(db, "import_batch")
        with db.read() as connection:
            assert len(connection.execute(select(schema.planned_operation)).all()) == 1
            assert len(connection.execute(select(schema.plan_received)).all()) == 1
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert check(db) == []
        store(db, kinds.GOP, {"received": "2026-11-21"})
    (copy,) = folder.glob(f"plan.*.{NOW}.sqlite")
    with closing(sqlite3.connect(copy)) as kept, closing(sqlite3.connect(":memory:")) as original:
        original.deserialize(before)
        assert list(kept.iterdump()) == list(original.iterdump())


@pytest.mark.postgres
@pytest.mark.usefixtures("next_version")
def test_that_an_older_server_database_is_migrated(postgres_url: str) -> None:
    with pytest.MonkeyPatch.context() as at_the_old_version:
        at_the_old_version.setattr(upgrade, "HEAD", NOW)
        with open_database(postgres_url, create=True) as old:
            store(old, kinds.GOP, {"received": "2026-11-20"})
    with open_database(postgres_url) as db:
        assert "sender" in _columns(db, "import_batch")
        with db.read() as connection:
            assert len(connection.execute(select(schema.plan_received)).all()) == 1


@pytest.mark.usefixtures("next_version")
def test_that_a_migration_that_fails_leaves_the_database_as_it_was(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "plan.sqlite"))
    original = upgrade._migrate

    def then_break_a_key(connection: Any, target: str) -> None:
        original(connection, target)
        connection.exec_driver_sql("INSERT INTO department (hospital_id, name) VALUES (999, 'x')")

    monkeypatch.setattr(upgrade, "_migrate", then_break_a_key)
    with pytest.raises(DatabaseError, match="kunne ikke opdateres"):
        open_database(path)
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT version_num FROM alembic_version").fetchone() == (NOW,)
        assert file.execute("SELECT count(*) FROM department").fetchone() == (0,)
        assert "sender" not in str(file.execute("SELECT sql FROM sqlite_master WHERE name = 'import_batch'").fetchone())


@pytest.mark.parametrize("revision", ["0001"])
def test_that_a_database_kept_from_each_version_opens_and_tells_the_same(revision: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(STORED / f"database_{revision}.sqlite", tmp_path / "old.sqlite"))
    with open_database(path) as db:
        assert check(db) == []
        day = default_as_of(db)
        assert day is not None
        known = evidence(db, day)
        assert (known.municipalities, known.hospitals) == (
            (101, 219),
            ("Nordsjællands Hospital", "Privathospitalet Kysten"),
        )
        assert known.snapshots.count.sum() == 5
        assert known.receipts.count.sum() == 3
        assert [(r.id, r.superseded_by, r.undone_at is None) for r in imports(db)] == [
            (5, (), False),
            (4, (), True),
            (3, (), True),
            (2, (), True),
            (1, (2,), True),
        ]
