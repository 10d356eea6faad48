"""A look back at the forecasts of one morning as bytes, to be kept in the database."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json

import numpy as np

from sundhedsklynge.forecast.backtest import Judged, Past
from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.forecast.outlook import Scope

LAYOUT = 1  # of the bytes; a change of it leaves what was kept before unread


def rounded(past: Past) -> Past:
    """The same in single precision, as it is kept: so a number is the same before and after."""

    def single(values: Floats) -> Floats:
        return values.astype(np.float32).astype(np.float64)

    judged = {
        name: Judged(*(single(getattr(of, part.name)) for part in dataclasses.fields(Judged)))
        for name, of in past.judged.items()
    }
    return dataclasses.replace(past, came=single(past.came), held=single(past.held), judged=judged)


def pack(past: Past | None) -> bytes:
    """Bytes that `unpack` reads; none for a morning on which nothing was known."""
    if past is None:
        return b""
    head = {
        "as_of": past.as_of.isoformat(),
        "areas": [(area.level, area.code, area.name, area.members) for area in past.areas],
        "procedures": past.procedures,
        "models": list(past.judged),
    }
    judged = [[getattr(of, part.name) for part in dataclasses.fields(Judged)] for of in past.judged.values()]
    stream = io.BytesIO()
    np.savez_compressed(
        stream,
        head=np.frombuffer(json.dumps(head).encode(), np.uint8),
        came=past.came.astype(np.float32),
        held=past.held.astype(np.float32),
        judged=np.array(judged, np.float32),
    )
    return stream.getvalue()


def unpack(kept: bytes) -> Past | None:
    """What `pack` made bytes of."""
    if not kept:
        return None
    with np.load(io.BytesIO(kept), allow_pickle=False) as file:
        head = json.loads(file["head"].tobytes())
        came, held, judged = (file[name].astype(np.float64) for name in ("came", "held", "judged"))
    return Past(
        dt.date.fromisoformat(head["as_of"]),
        tuple(Scope(level, code, name, tuple(members)) for level, code, name, members in head["areas"]),
        tuple(head["procedures"]),
        came,
        held,
        {name: Judged(*of) for name, of in zip(head["models"], judged, strict=True)},
    )
