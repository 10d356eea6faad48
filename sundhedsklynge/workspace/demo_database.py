"""The demo database: made from the demo's files once, when a version is made (`.ci/demo`); from then on unpacked.

Making it takes seconds, unpacking it a tenth of one.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from sundhedsklynge.resources import resource, resources_folder
from sundhedsklynge.store import shipped
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.location import locate

PACKED = ("demo", "demo.sqlite.xz")
MADE_AT, MADE_BY, CASE_SECRET = dt.datetime(2026, 11, 23, 6, 30), "demo", 64 * "0"


def demo_database(db: str) -> Database:
    """A demo database at `db`, labelled as such: a new file is unpacked, on a server it is made. Raises DatabaseError."""
    path = locate(db).path
    if path is None or path.exists():
        database = open_database(db, create=True, demo=True)
        _fill(database)
        return database
    shipped.unpack(resource(*PACKED), path)
    return open_database(db)


def make(db: str) -> Database:
    """The demo database at `db` as it ships: made from the demo's files, the same every time."""
    database = open_database(db, create=True, demo=True)
    shipped.give_identity(database, MADE_AT, CASE_SECRET)
    _fill(database)
    shipped.settle(database, MADE_AT, MADE_BY)
    return database


def ship() -> Path:
    """Makes the file that ships anew; its path."""
    target = resources_folder().joinpath(*PACKED)
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, make(f"{folder}/demo.sqlite") as database:
        shipped.pack(database, target, Path(folder))
    return target


def _fill(database: Database) -> None:
    from sundhedsklynge import demo
    from sundhedsklynge.workspace.importing import ImportOptions, import_file

    try:
        with tempfile.TemporaryDirectory(prefix="sundhedsklynge-demo-") as folder:
            for path in demo.write_canonical(Path(folder)):
                report = import_file(database, path, ImportOptions(), lambda _: None, lambda: False)
                assert not report.refused, report.sentence()
    except BaseException:
        database.close()
        raise
