"""The child process in which workbooks are parsed: bounded in memory and time, killed and started anew when it fails.

A damaged or hostile workbook can abort a native reader, eat the memory or never end; then only the child dies. What
comes back is JSON and plain buffers, never pickled objects. The child is started at the first workbook and used
again.
"""

from __future__ import annotations

import contextlib
import json
import multiprocessing
import os
import signal
import sys
import threading
import time
import types
from collections.abc import Generator
from dataclasses import dataclass
from enum import IntEnum
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.domain.progress import Cancelled, stop_if

MEMORY_BYTES = 2 * 1024**3
WALL_SECONDS = 90.0
_RENEW_ABOVE_BYTES = 1024**3  # a child that has needed more is not used again
_POLL_SECONDS = 0.1
_MAX_REPLY_BYTES = 1024**3


class Way(IntEnum):
    """How the child is to read the bytes."""

    DENSE = 0
    SPARSE = 1
    FHIR = 2


class ChildDiedError(Exception):
    """The child aborted or ran out of memory on this workbook; another way of reading may work."""


@dataclass(frozen=True)
class Reply:
    """What the child found: `about` (kind and sheets as plain JSON values) and the buffers it speaks of, in its
    order.
    """

    about: dict[str, Any]
    buffers: list[bytes]


class Worker:
    """One child process for one workbook at a time; threads wait their turn."""

    def __init__(self, memory: int = MEMORY_BYTES, wall: float = WALL_SECONDS) -> None:
        self._memory, self._wall = memory, wall
        self._turn = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def parse(self, data: bytes, way: Way, *, cancelled: Cancelled) -> Reply:
        """Has the child parse a workbook (`workbook.parse`) or a FHIR bundle (`fhir.parse`).

        Raises InputRefusedError as the child says or when its time is up, CancelledError within a second of
        `cancelled()`, ChildDiedError when the child did not survive.
        """
        while not self._turn.acquire(timeout=_POLL_SECONDS):
            stop_if(cancelled)
        try:
            return self._exchange(data, way, cancelled)
        finally:
            self._turn.release()

    @property
    def pid(self) -> int | None:
        """The child's process id, None while there is none."""
        return self._process.pid if self._process is not None else None

    def stop(self) -> None:
        """Ends the child; the next workbook starts a new one."""
        with self._turn:
            self._end()

    def _exchange(self, data: bytes, way: Way, cancelled: Cancelled) -> Reply:
        done = False
        try:
            process, pipe = self._running()
            pipe.send_bytes(bytes([way]) + data)
            self._await_reply(process, pipe, cancelled)
            about = json.loads(pipe.recv_bytes(_MAX_REPLY_BYTES))
            buffers = [pipe.recv_bytes(_MAX_REPLY_BYTES) for _ in range(about["buffers"])]
            done = not about["last"]
        except (EOFError, OSError) as error:
            raise ChildDiedError from error
        finally:
            if not done:
                self._end()
        if about["refused"]:
            raise InputRefusedError(*about["refused"])
        return Reply(about, buffers)

    def _running(self) -> tuple[BaseProcess, Connection]:
        if self._process is None or self._pipe is None or not self._process.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")
            ours, theirs = cast("tuple[Connection, Connection]", context.Pipe())
            process = context.Process(
                target=serve, args=(theirs, self._memory), name="sundhedsklynge-laeser", daemon=True
            )
            with _without_main():
                process.start()
            self._process, self._pipe = process, ours
            theirs.close()
            try:
                ours.recv_bytes(1)  # it is up: from here on a death is the workbook's doing
            except (EOFError, OSError):
                raise RuntimeError("the reader's child process does not start") from None
            return process, ours
        return self._process, self._pipe

    def _await_reply(self, process: BaseProcess, pipe: Connection, cancelled: Cancelled) -> None:
        deadline = time.monotonic() + self._wall
        while not wait([pipe, process.sentinel], timeout=_POLL_SECONDS):
            stop_if(cancelled)
            if time.monotonic() > deadline:
                raise InputRefusedError(
                    f"Filen kunne ikke læses på {self._wall:.0f} sekunder.",
                    "Del den op, eller gem den som CSV.",
                )
            if sys.platform == "win32" and _resident_bytes(process.pid or 0) > self._memory:
                raise ChildDiedError

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


shared = Worker()


@contextlib.contextmanager
def _without_main() -> Generator[None, None, None]:
    """Keeps the child from importing the parent's main module, which may be slow, a script without guard or no file."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


# In the child


def serve(pipe: Connection, memory: int) -> None:
    """The child's life: parses one workbook after the other until the pipe closes or it has grown too large."""
    from sundhedsklynge.ingest import fhir, workbook

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to answer
    with open(os.devnull, "wb") as silent:  # noqa: PTH123 - an aborting reader must not write on the user's terminal
        os.dup2(silent.fileno(), 2)
    _limit_memory(memory)
    pipe.send_bytes(b"\1")
    last = False
    while not last:
        try:
            message = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        about: dict[str, Any] = {"refused": []}
        buffers: list[bytes] = []
        try:
            way = Way(message[0])
            kind, sheets, book = (
                fhir.parse(message[1:]) if way == Way.FHIR else workbook.parse(message[1:], sparse=way == Way.SPARSE)
            )
            about |= {"kind": kind, "sheets": [sheet.about() for sheet in sheets]}
            buffers = [
                book.texts_buffer(),
                bytes(book.numbers),
                *(part for sheet in sheets for part in sheet.buffers()),
            ]
        except InputRefusedError as refusal:
            about["refused"] = [refusal.sentence, refusal.remedy]
        except MemoryError:
            about["refused"] = ["Filen er for stor til at blive læst.", "Del den op, eller gem den som CSV."]
        except Exception:  # whatever damaged bytes lead a reader to
            refusal = workbook.damaged()
            about["refused"] = [refusal.sentence, refusal.remedy]
        last = _peak_bytes() > _RENEW_ABOVE_BYTES
        about |= {"buffers": len(buffers), "last": last}
        pipe.send_bytes(json.dumps(about).encode())
        for buffer in buffers:
            pipe.send_bytes(buffer)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class _MemoryCounters(ctypes.Structure):
        _fields_ = [  # PROCESS_MEMORY_COUNTERS, psapi.h
            ("cb", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("peak_working_set", "working_set")),
            *((f"quota_{i}", ctypes.c_size_t) for i in range(4)),
            *((name, ctypes.c_size_t) for name in ("pagefile", "peak_pagefile")),
        ]

    def _counters(pid: int) -> _MemoryCounters:
        counters = _MemoryCounters(cb=ctypes.sizeof(_MemoryCounters))
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.c_void_p, wintypes.DWORD)
        handle = kernel.OpenProcess(0x1000, False, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
        if handle:
            kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
            kernel.CloseHandle(wintypes.HANDLE(handle))
        return counters

    def _resident_bytes(pid: int) -> int:
        return max(_counters(pid).working_set, _counters(pid).pagefile)

    def _peak_bytes() -> int:
        return _counters(os.getpid()).peak_working_set

    def _limit_memory(memory: int) -> None:
        """The parent polls what the child holds: Windows has no address-space limit of this kind."""
        del memory

else:
    import resource

    def _resident_bytes(pid: int) -> int:
        del pid
        return 0  # the limit below holds

    def _peak_bytes() -> int:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024

    def _limit_memory(memory: int) -> None:
        with contextlib.suppress(ValueError, OSError):  # a lower limit is set already
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
