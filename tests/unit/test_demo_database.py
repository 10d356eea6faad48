"""The demo database that ships: what its files say, whole, and an identity of its own in every copy."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest
from sqlalchemy import select

from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.resources import resource
from sundhedsklynge.store import schema
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.shipped import unpack
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.demo_database import PACKED, make


def rows(database: Database, table: str) -> list[tuple[object, ...]]:
    with database.read() as connection:
        return [tuple(row) for row in connection.execute(select(schema.metadata.tables[table]))]


def test_that_the_shipped_database_is_what_the_files_of_the_demo_give(tmp_path: Path) -> None:
    """Where it fails: run `.ci/demo`, and look at what has changed."""
    unpack(resource(*PACKED), tmp_path / "shipped.sqlite")
    with make(str(tmp_path / "made.sqlite")) as made, open_database(tmp_path / "shipped.sqlite") as shipped:
        names = set(schema.metadata.tables) - {"identity"}
        assert {name for name in names if rows(shipped, name) != rows(made, name)} == set()
        assert len(rows(made, "planned_operation")) > 30_000


def test_that_every_demo_is_labelled_and_hashes_with_a_key_of_its_own(tmp_path: Path) -> None:
    with (
        Workspace.demo(str(tmp_path / "ny mappe" / "1.sqlite")) as one,
        Workspace.demo(str(tmp_path / "2.sqlite")) as two,
    ):
        assert one.is_demo
        assert one.check() == "Databasen er i orden."
        first, second = one.database.identity(), two.database.identity()
    assert first.case_secret != second.case_secret
    assert bytes(32) not in (first.case_secret, second.case_secret)


def test_that_an_older_shipped_database_is_brought_up_to_date_without_a_copy_beside_it(tmp_path: Path) -> None:
    older = Path(__file__).parents[1] / "data" / "database_0001.sqlite"
    packed = tmp_path / "older.xz"
    packed.write_bytes(lzma.compress(older.read_bytes()))
    unpack(packed, tmp_path / "demo" / "demo.sqlite")
    assert [path.name for path in (tmp_path / "demo").glob("*.sqlite")] == ["demo.sqlite"]
    with Workspace.open(str(tmp_path / "demo" / "demo.sqlite")) as workspace:
        assert workspace.check() == "Databasen er i orden."


def test_that_a_folder_that_cannot_be_written_in_is_told(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("x")
    with pytest.raises(DatabaseError, match="kan ikke oprettes"):
        Workspace.demo(str(tmp_path / "fil" / "demo.sqlite"))


@pytest.mark.postgres
def test_that_a_demo_on_a_server_is_made_there(postgres_url: str, tmp_path: Path) -> None:
    with Workspace.demo(postgres_url) as served, Workspace.demo(str(tmp_path / "demo.sqlite")) as file:
        assert served.is_demo
        assert served.default_as_of() == file.default_as_of()
        assert len(rows(served.database, "planned_operation")) == len(rows(file.database, "planned_operation"))
