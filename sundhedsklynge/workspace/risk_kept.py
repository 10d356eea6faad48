"""The risk as it was on past mornings, kept in the database under a stamp of all it rests on, so that it is computed once."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.deadline.risk import RiskTable
from sundhedsklynge.domain.calendar import ONE_WEEK
from sundhedsklynge.domain.errors import DatabaseError
from sundhedsklynge.domain.kinds import CAPACITY, GOP, PLAN
from sundhedsklynge.forecast import MODEL_VERSION
from sundhedsklynge.settings import SETTINGS
from sundhedsklynge.store import history
from sundhedsklynge.store.kept_results import keep_results, kept_results
from sundhedsklynge.workspace.risk_record import RiskThen

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

log = logging.getLogger("sundhedsklynge.workspace")

LAYOUT = 1  # of the bytes, and of how the risk is computed; a change of it leaves what was kept before unread
YOUNGEST = 4 * ONE_WEEK  # a risk that can be judged is at least so old
_ARRAYS = (
    "p_late",
    "late",
    "deadlines",
    "planned",
    "waiting",
)  # of the table: what is judged, and what tells of changes


def stamp_of(workspace: Workspace, weeks: int) -> str:
    """Stamp of all that the risk of past mornings rests on: the model, the files in force, rules, corrections and areas.

    Slots that count from a date on change nothing before it: only those of mornings old enough to be judged are in it.
    """
    settings = workspace.settings()
    last = workspace.default_as_of() - YOUNGEST
    files = [
        (entry.id, entry.sha256)
        for entry in history.imports(workspace.database)
        if entry.undone_at is None
        and (entry.kind in (PLAN, GOP) or (entry.kind == CAPACITY and (entry.as_of is None or entry.as_of <= last)))
    ]
    rules = [settings.stored(key) for key in SETTINGS if key.startswith("frist.")]
    places = workspace.organisation()
    said = repr((MODEL_VERSION, LAYOUT, weeks, sorted(files), rules, workspace.overrides.all(), places.memberships))
    return f"risk:{hashlib.sha256(said.encode()).hexdigest()[:59]}"  # the column takes 64


def known_then(workspace: Workspace, stamp: str) -> dict[dt.date, RiskThen]:
    """What is kept under that stamp, by as-of date."""
    return {day: unpack(day, result) for day, result in kept_results(workspace.database, stamp).items()}


def keep_then(workspace: Workspace, stamp: str, weeks: int, said: Mapping[dt.date, RiskThen]) -> None:
    """Keeps them, unless what they rest on has changed meanwhile. A database that cannot be written to now is no reason to fail."""
    if not said or stamp_of(workspace, weeks) != stamp:
        return
    try:
        keep_results(workspace.database, stamp, {day: pack(then) for day, then in said.items()})
    except DatabaseError as error:
        log.warning("%d risks of the past are not kept: %s", len(said), error)


def pack(then: RiskThen) -> bytes:
    """Bytes that `unpack` reads."""
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        head=np.frombuffer(json.dumps(then.codes).encode(), np.uint8),
        weeks=np.asarray(then.table.weeks),
        usual=then.usual,
        table=np.array([getattr(then.table, name) for name in _ARRAYS]),
    )
    return stream.getvalue()


def unpack(day: dt.date, kept: bytes) -> RiskThen:
    """What `pack` made bytes of; what it leaves out is not known."""
    with np.load(io.BytesIO(kept), allow_pickle=False) as file:
        codes = tuple(json.loads(file["head"].tobytes()))
        weeks, usual, table = file["weeks"], file["usual"], file["table"]
    unknown, row = np.full((len(codes), len(weeks)), np.nan), np.full(len(codes), np.nan)
    arrays = dict(zip(_ARRAYS, table, strict=True))
    risk = RiskTable(
        weeks=weeks,
        received=unknown,
        slots=unknown,
        recommended=unknown,
        private=unknown,
        cost=unknown,
        overdue=row,
        warmed_up=np.zeros(len(codes), dtype=np.bool_),
        price=row,
        late_paths=np.zeros((len(codes), 0, 0), dtype=np.int32),
        known=np.zeros(unknown.shape, dtype=np.bool_),
        **arrays,
    )
    return RiskThen(day, codes, risk, usual)
