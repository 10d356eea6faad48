"""Opening a database, and every way that can fail."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from sundhedsklynge.domain.areas import CLUSTER
from sundhedsklynge.domain.errors import DatabaseError, Exit, NothingToComputeError, UserError
from sundhedsklynge.store import database, location, schema
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.location import locate, mount_type, refuse_shared_folder
from sundhedsklynge.store.organisation import hospitals, organisation, remember_hospital


def test_that_a_new_database_holds_the_shipped_places(db: Database) -> None:
    import datetime as dt

    places = organisation(db)
    assert len(places.municipalities) == 98
    assert [a.code for a in places.areas_of(101, CLUSTER, dt.date(2026, 1, 1))] == ["H-BYEN", "H-SYD"]
    assert ("Bornholms Hospital", "H-BORNHOLM") in [(h.name, h.cluster) for h in hospitals(db)]
    with db.read() as connection:
        assert connection.execute(select(schema.procedure.c.name).order_by(schema.procedure.c.id)).scalars().all() == [
            "knæ",
            "hofte",
            "skulder",
            "andre",
        ]
        assert len(connection.execute(select(schema.sks_group)).all()) == 58


def test_that_a_database_keeps_its_identity_when_opened_again(database_url: str) -> None:
    with open_database(database_url, create=True, demo=True) as first:
        identity = first.identity()
    with open_database(database_url) as again:
        assert again.identity().case_secret == identity.case_secret
        assert again.identity().demo
    assert len(identity.case_secret) == 32


def test_that_opening_for_reading_makes_no_database(database_url: str) -> None:
    with pytest.raises(NothingToComputeError) as refused:
        open_database(database_url)
    assert refused.value.exit_code == Exit.NOTHING
    assert not list(Path(database_url).parent.glob("*")) or database_url.startswith("postgresql")


def test_that_an_empty_file_counts_as_no_database(tmp_path: Path) -> None:
    path = tmp_path / "empty.sqlite"
    path.touch()
    with pytest.raises(NothingToComputeError):
        open_database(path)
    open_database(path, create=True).close()
    open_database(path).close()


def test_that_a_write_is_all_or_nothing(db: Database) -> None:
    def fail_halfway() -> None:
        with db.write() as connection:
            connection.execute(insert(schema.hospital).values(name="Prøve"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    assert "Prøve" not in [h.name for h in hospitals(db)]


def test_that_foreign_keys_hold(db: Database) -> None:
    from sqlalchemy.exc import IntegrityError

    def point_to_nothing() -> None:
        with db.write() as connection:
            connection.execute(insert(schema.department).values(hospital_id=999_999, name="x"))

    with pytest.raises(IntegrityError):
        point_to_nothing()


def test_that_two_writers_of_one_program_take_turns(db: Database) -> None:
    def add(name: str) -> None:
        with db.write() as connection:
            connection.execute(insert(schema.hospital).values(name=name))

    threads = [threading.Thread(target=add, args=(f"Hospital {i}",)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {f"Hospital {i}" for i in range(4)} <= {h.name for h in hospitals(db)}


def test_that_a_reader_sees_nothing_of_an_unfinished_write(db: Database) -> None:
    with db.write() as connection:
        connection.execute(insert(schema.hospital).values(name="Prøve"))
        assert "Prøve" not in [h.name for h in hospitals(db)]
    assert "Prøve" in [h.name for h in hospitals(db)]


def test_that_a_database_another_program_writes_in_is_told_as_busy(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MS", 100)
    url = db.location.path or db.location.url.render_as_string(hide_password=False)
    with (
        open_database(str(url)) as other,
        db.write(),
        pytest.raises(DatabaseError, match="i brug af et andet program"),
        other.write(),
    ):
        pass


def test_that_a_newer_database_is_refused(db: Database) -> None:
    with db.write() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    url = db.location.path or db.location.url.render_as_string(hide_password=False)
    with pytest.raises(DatabaseError, match="nyere udgave") as refused:
        open_database(str(url))
    assert refused.value.exit_code == Exit.DATABASE
    assert "Opdatér" in refused.value.remedy


def test_that_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Kære kollega, " * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="ikke en database"):
        open_database(path, create=True)
    assert path.read_bytes() == before


def test_that_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE songs (id)")
    other.close()
    with pytest.raises(DatabaseError, match="ikke lavet af Sundhedsklynge"):
        open_database(path, create=True)


def test_that_a_damaged_database_is_told_with_its_remedy(sqlite_db: Database) -> None:
    path = sqlite_db.location.path
    assert path is not None
    sqlite_db.close()
    content = bytearray(path.read_bytes())
    content[100:] = b"\xa5" * (len(content) - 100)
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match="beskadiget") as refused:
        open_database(path)
    assert "sikkerhedskopi" in refused.value.remedy


def test_that_a_folder_is_not_a_database(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="er en mappe"):
        open_database(tmp_path, create=True)


def test_that_a_server_that_does_not_answer_is_told_without_the_password() -> None:
    with pytest.raises(DatabaseError, match="svarer ikke") as refused:
        open_database("postgresql://planner:hemmelig@127.0.0.1:9/x", create=True)
    assert "hemmelig" not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.postgres
def test_that_a_database_missing_on_the_server_is_told(postgres_server: str) -> None:
    with pytest.raises(DatabaseError, match="findes ikke på serveren"):
        open_database(f"postgresql://test@/nowhere?host={postgres_server}", create=True)


@pytest.mark.postgres
def test_that_a_wrong_user_is_told(postgres_server: str) -> None:
    with pytest.raises(DatabaseError, match="brugernavn eller adgangskode"):
        open_database(f"postgresql://stranger@/postgres?host={postgres_server}", create=True)


@pytest.mark.postgres
def test_that_a_user_without_rights_is_told(postgres_url: str) -> None:
    with open_database(postgres_url, create=True) as db:
        with db.write() as connection:
            connection.execute(text("DROP ROLE IF EXISTS reader"))
            connection.execute(text("CREATE ROLE reader LOGIN"))
            connection.execute(text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader"))
        with open_database(postgres_url.replace("test@", "reader@")) as reader:
            assert len(hospitals(reader)) == 22
            with pytest.raises(DatabaseError, match="ikke ret til"):
                remember_hospital(reader, "Prøve", "Prøve")
        with db.write() as connection:
            connection.execute(text("DROP OWNED BY reader"))
            connection.execute(text("DROP ROLE reader"))


@pytest.mark.parametrize("address", ["mysql://a:hemmelig@b/c", "postgresql://a:hemmelig@b:xx/c", "sqlite://"])
def test_that_an_address_of_no_use_is_refused_without_its_password(address: str) -> None:
    with pytest.raises(DatabaseError) as refused:
        locate(address)
    assert "hemmelig" not in str(refused.value)


def test_that_the_address_comes_from_the_call_then_the_environment_then_the_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(location.ENVIRONMENT, str(tmp_path / "env.sqlite"))
    assert locate(tmp_path / "call.sqlite").path == tmp_path / "call.sqlite"
    assert locate().path == tmp_path / "env.sqlite"
    assert locate(f"sqlite:///{tmp_path}/url.sqlite").path == tmp_path / "url.sqlite"
    monkeypatch.delenv(location.ENVIRONMENT)
    assert locate().path == location.default_path()
    shown = locate("postgresql://planner:hemmelig@server/plan").shown
    assert "hemmelig" not in shown
    assert shown.startswith("postgresql+psycopg://planner")


@pytest.mark.parametrize("folder", ["OneDrive - Kommunen", "Dropbox", "Google Drive"])
def test_that_a_database_in_a_synced_folder_is_refused(tmp_path: Path, folder: str) -> None:
    with pytest.raises(DatabaseError, match="synkroniseres"):
        open_database(tmp_path / folder / "plan.sqlite", create=True)
    assert not (tmp_path / folder).exists()


def test_that_a_database_on_a_network_drive_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mounts = f"36 35 98:0 / / rw - ext4 /dev/sda rw\n37 36 0:50 / {tmp_path} rw - cifs //server/share rw\n"
    assert mount_type(tmp_path / "x", mounts) == "cifs"
    assert mount_type(tmp_path.parent, mounts) == "ext4"
    monkeypatch.setattr(location, "_mounts", lambda: mounts)
    with pytest.raises(DatabaseError, match="netværksdrev"):
        refuse_shared_folder(tmp_path / "plan.sqlite")


def test_that_every_failure_has_a_remedy() -> None:
    from sundhedsklynge.store import failures

    words = [value for name, value in vars(failures).items() if name.isupper() and not name.startswith("_")]
    assert len(words) >= 10
    for sentence, remedy in words:
        assert sentence.endswith(".")
        assert remedy.endswith(".")
        assert isinstance(DatabaseError(sentence, remedy), UserError)
