"""Health, copies and putting them back, while others work."""

from __future__ import annotations

import datetime as dt
import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, text

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.errors import CancelledError, DatabaseError, InputRefusedError, UserError
from sundhedsklynge.store import backup as module
from sundhedsklynge.store import schema
from sundhedsklynge.store.backup import backup, check, restore
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.history import imports
from sundhedsklynge.store.queries import evidence
from tests.rows import store

ROW = {"hospital": "Ny", "extracted": "2026-11-23", "day": "2026-12-01"}


def file_of(db: Database) -> Path:
    assert db.location.path is not None
    return db.location.path


def test_that_a_sound_database_has_no_findings(db: Database) -> None:
    store(db, kinds.PLAN, ROW)
    assert check(db) == []


def test_that_damage_in_a_table_is_found(sqlite_db: Database) -> None:
    table = {**ROW, "case": "", "count": 1}
    store(sqlite_db, kinds.PLAN, *({**table, "row": i} for i in range(2000)))
    sqlite_db.close()
    path = file_of(sqlite_db)
    with closing(sqlite3.connect(path)) as file:
        page = file.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'ix_planned_operation_snapshot_id'"
        ).fetchone()[0]
    content = bytearray(path.read_bytes())
    content[(page - 1) * 4096 + 12 : (page - 1) * 4096 + 40] = bytes(28)
    path.write_bytes(content)
    with open_database(path) as db:
        assert check(db) == ["Databasen er beskadiget. Gendan den fra en sikkerhedskopi."]


def test_that_a_row_that_points_to_nothing_is_found(sqlite_db: Database) -> None:
    with closing(sqlite3.connect(file_of(sqlite_db))) as file:
        file.execute("INSERT INTO department (hospital_id, name) VALUES (999, 'x')")
        file.commit()
    assert check(sqlite_db) == ["Tabellen department har rækker, der peger på noget, som mangler."]


def test_that_a_copy_is_a_database_of_its_own(sqlite_db: Database, tmp_path: Path) -> None:
    store(sqlite_db, kinds.PLAN, ROW)
    backup(sqlite_db, tmp_path / "copy.sqlite")
    with open_database(tmp_path / "copy.sqlite") as copy:
        assert len(imports(copy)) == 1
    backup(sqlite_db, tmp_path / "copy.sqlite")  # the copy of yesterday may be written over
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_that_a_copy_taken_while_another_writes_is_whole_and_sound(sqlite_db: Database, tmp_path: Path) -> None:
    halfway, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with open_database(file_of(sqlite_db)) as other, other.write() as connection:
            connection.execute(insert(schema.hospital).values(name="Halvt"))
            halfway.set()
            go_on.wait(10)
            connection.execute(insert(schema.hospital).values(name="Helt"))

    writer = threading.Thread(target=write)
    writer.start()
    halfway.wait(10)
    backup(sqlite_db, tmp_path / "copy.sqlite")
    go_on.set()
    writer.join()
    with open_database(tmp_path / "copy.sqlite") as copy, copy.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM hospital WHERE name IN ('Halvt', 'Helt')")).scalar() == 0
    with sqlite_db.read() as connection:
        assert connection.execute(text("SELECT count(*) FROM hospital WHERE name IN ('Halvt', 'Helt')")).scalar() == 2


def test_that_a_cancelled_copy_leaves_no_file(sqlite_db: Database, tmp_path: Path) -> None:
    with pytest.raises(CancelledError):
        backup(sqlite_db, tmp_path / "copy.sqlite", cancelled=lambda: True)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["test.sqlite"]


def test_that_a_file_that_is_not_a_copy_is_never_written_over(sqlite_db: Database, tmp_path: Path) -> None:
    letter = tmp_path / "brev.txt"
    letter.write_text("Kære kollega", encoding="utf-8")
    for target in (letter, file_of(sqlite_db)):
        with pytest.raises(UserError, match="kan ikke overskrives"):
            backup(sqlite_db, target)
    assert letter.read_text(encoding="utf-8") == "Kære kollega"


def test_that_a_folder_that_is_not_there_is_told(sqlite_db: Database, tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="kan ikke skrives"):
        backup(sqlite_db, tmp_path / "nowhere" / "copy.sqlite")


def test_that_restore_brings_back_the_copy_and_keeps_what_was_there(sqlite_db: Database, tmp_path: Path) -> None:
    store(sqlite_db, kinds.PLAN, ROW)
    backup(sqlite_db, tmp_path / "copy.sqlite")
    store(sqlite_db, kinds.PLAN, {**ROW, "hospital": "Senere", "count": 9})
    assert evidence(sqlite_db, dt.date(2026, 11, 23)).snapshots.count.sum() == 10
    before = restore(sqlite_db, tmp_path / "copy.sqlite")
    assert evidence(sqlite_db, dt.date(2026, 11, 23)).snapshots.count.sum() == 1
    store(
        sqlite_db, kinds.PLAN, {**ROW, "hospital": "Nyere", "count": 4}
    )  # takes the number of the import that is gone
    assert evidence(sqlite_db, dt.date(2026, 11, 23)).snapshots.count.sum() == 5
    with open_database(before) as kept:
        assert len(imports(kept)) == 2


def test_that_another_program_sees_the_restored_rows(sqlite_db: Database, tmp_path: Path) -> None:
    backup(sqlite_db, tmp_path / "copy.sqlite")
    with open_database(file_of(sqlite_db)) as other:
        store(other, kinds.PLAN, ROW)
        assert evidence(other, dt.date(2026, 11, 23)).snapshots.count.sum() == 1
        restore(sqlite_db, tmp_path / "copy.sqlite")
        assert evidence(other, dt.date(2026, 11, 23)).snapshots.count.sum() == 0


def test_that_restore_waits_for_others_and_then_says_so(
    sqlite_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 0.3)
    backup(sqlite_db, tmp_path / "copy.sqlite")
    with open_database(file_of(sqlite_db)) as other, other.write() as connection:
        connection.execute(insert(schema.hospital).values(name="Halvt"))
        with pytest.raises(DatabaseError, match="i brug"):
            restore(sqlite_db, tmp_path / "copy.sqlite")
    assert check(sqlite_db) == []


def test_that_only_a_sound_copy_of_ours_is_put_back(sqlite_db: Database, tmp_path: Path) -> None:
    store(sqlite_db, kinds.PLAN, ROW)
    broken, foreign, newer = (tmp_path / name for name in ("broken.sqlite", "foreign.sqlite", "newer.sqlite"))
    content = bytearray(file_of(sqlite_db).read_bytes())
    content[8192:12288] = bytes(4096)
    broken.write_bytes(content)
    with closing(sqlite3.connect(foreign)) as file:
        file.execute("CREATE TABLE songs (id)")
    shutil.copy(file_of(sqlite_db), newer)
    with closing(sqlite3.connect(newer)) as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
        file.commit()
    for source, told in (
        (broken, "ikke en brugbar"),
        (foreign, "ikke en brugbar"),
        (newer, "nyere udgave"),
        (tmp_path / "x", "findes ikke"),
    ):
        with pytest.raises(InputRefusedError, match=told):
            restore(sqlite_db, source)
    with pytest.raises(UserError, match="databasen selv"):
        restore(sqlite_db, file_of(sqlite_db))
    assert len(imports(sqlite_db)) == 1


@pytest.mark.postgres
def test_that_a_server_database_is_left_to_it(postgres_db: Database, tmp_path: Path) -> None:
    for action in (backup, restore):
        with pytest.raises(UserError, match="ligger på en server") as told:
            action(postgres_db, tmp_path / "copy.sqlite")
        assert "it-afdeling" in told.value.remedy
    assert list(tmp_path.iterdir()) == []
