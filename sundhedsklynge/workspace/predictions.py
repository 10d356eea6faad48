"""The latest forecasts by what they were made from: what an import, its undoing or another room leaves as it was is not computed again."""

from __future__ import annotations

import hashlib
import threading
from dataclasses import fields, is_dataclass
from typing import Any

import numpy as np

from sundhedsklynge.forecast.evidence import Evidence, Floats, Forecast
from sundhedsklynge.forecast.model import predict

MOST = 3  # this morning before and after an import, and the one it is held against; for the whole country 28 MB each


class Predictions:
    """`predict` that remembers its last results. The model is a function of its arguments alone, so the same content gives the same draws.

    Any thread may ask; who asks for what is being computed waits for it.
    """

    def __init__(self) -> None:
        self._kept: dict[bytes, Forecast] = {}  # the one used last is last
        self._busy: dict[bytes, threading.Lock] = {}
        self._lock = threading.Lock()

    def __call__(self, evidence: Evidence, weeks: int, override: Floats | None = None) -> Forecast:
        """As `forecast.model.predict`; the result is shared and not to be changed."""
        key = content_of(evidence, weeks, override)
        with self._lock:
            busy = self._busy.setdefault(key, threading.Lock())
        with busy:
            with self._lock:
                forecast = self._kept.pop(key, None)
            try:
                forecast = forecast or predict(evidence, weeks, override=override)
            finally:
                with self._lock:
                    self._busy.pop(key, None)
            with self._lock:
                self._kept[key] = forecast
                for oldest in list(self._kept)[:-MOST]:
                    del self._kept[oldest]
        return forecast


def content_of(*values: object) -> bytes:
    """A digest of arrays, of data classes made of them and of plain values, in their order."""
    digest = hashlib.blake2b(digest_size=20)

    def add(value: Any) -> None:
        if isinstance(value, np.ndarray):
            digest.update(f"{value.dtype.str}{value.shape}".encode())
            digest.update(np.ascontiguousarray(value).data)
        elif is_dataclass(value):
            for field in fields(value):
                add(getattr(value, field.name))
        else:
            digest.update(f"{value!r};".encode())

    for value in values:
        add(value)
    return digest.digest()
