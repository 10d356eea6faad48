"""Work that may take more than a moment: in a thread, with progress, cancellable, never in the way of the event loop.

A job has a key. Two jobs with the same key never work at once: a newer one cancels the older and starts when that has
let go, or, with `queue=True`, waits its turn. Results are delivered in the GUI thread. `Jobs(synchronous=True)` runs
the work on the spot, for tests and pictures.

Full rounds of the garbage collector wait until the jobs rest: in the midst of one, among the cells of a workbook, a round stops all
threads (measured: 40 to 140 ms), afterwards it takes less than ten.
"""

from __future__ import annotations

import gc
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.domain.progress import Cancelled

log = logging.getLogger("sundhedsklynge.ui")

Progress = Callable[..., None]
Work = Callable[[Progress, Cancelled], Any]

_REPORT_INTERVAL = 0.05  # seconds between two progress reports of one job; more would only fill the event queue
_REST = 500  # milliseconds without a job
_YOUNG, _MIDDLE, _FULL = gc.get_threshold()
_NEVER = 2**31 - 1


def _ignore(_: object = None) -> None:
    """The default for outcomes nobody waits for."""


@dataclass(eq=False)
class Job:
    """One piece of work. `share` is 0-1, None while unknown; `cancellable`: the work looks whether it should stop."""

    key: str
    label: str
    work: Work
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    stopped: Callable[[], None]
    cancellable: bool = True
    share: float | None = None
    superseded: bool = False
    cancel_event: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None

    def cancel(self) -> None:
        """Asks the work to stop; it does so at its next look."""
        self.cancel_event.set()


class Jobs(QObject):
    """Runs jobs. `changed` tells that the list of running jobs, or the progress of one, is another."""

    changed = Signal()
    _reported = Signal(object, float)
    _ended = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None, *, synchronous: bool = False) -> None:
        super().__init__(parent)
        self._synchronous = synchronous
        self._running: list[Job] = []
        self._waiting: list[Job] = []
        self._reported.connect(self._on_report, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._on_end, Qt.ConnectionType.QueuedConnection)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(_collect)

    @property
    def running(self) -> list[Job]:
        """Jobs at work or waiting for an older one of the same key, oldest first."""
        return [*self._running, *self._waiting]

    def is_running(self, key: str) -> bool:
        """Whether a job with that key is at work or waits: one that was stopped has then given way to it."""
        return any(job.key == key for job in self.running)

    @property
    def newest(self) -> Job | None:
        """The job at work that began last: what the user did last, and what a wish to cancel is about."""
        return self._running[-1] if self._running else None

    @property
    def synchronous(self) -> bool:
        """Whether work runs on the spot."""
        return self._synchronous

    def start(
        self,
        key: str,
        label: str,
        work: Work,
        done: Callable[[Any], None] = _ignore,
        failed: Callable[[Exception], None] = _ignore,
        stopped: Callable[[], None] = _ignore,
        *,
        cancellable: bool = True,
        queue: bool = False,
    ) -> Job:
        """Runs `work(progress, cancelled)`; then one of `done(result)`, `failed(error)`, `stopped()` in the GUI thread.

        `progress(share)` or `progress(done, total)` may be called from the thread as often as it likes.
        """
        job = Job(key, label, work, done, failed, stopped, cancellable)
        if self._synchronous:
            self._run_here(job)
            return job
        if not queue:
            self._supersede(key)
        if any(older.key == key for older in self._running):
            self._waiting.append(job)
        else:
            self._launch(job)
        self.changed.emit()
        return job

    def cancel_all(self) -> None:
        """Asks every job to stop."""
        for job in self._running:
            job.cancel()
        for job in self._waiting:
            job.stopped()
        self._waiting.clear()

    def shut_down(self, seconds: float = 5.0) -> bool:
        """Cancels everything and waits at most `seconds` for the threads; whether all have ended."""
        self._waiting.clear()
        self.cancel_all()
        deadline = time.monotonic() + seconds
        for job in self._running:
            if job.thread is not None:
                job.thread.join(max(0.0, deadline - time.monotonic()))
        ended = not any(job.thread is not None and job.thread.is_alive() for job in self._running)
        self._running.clear()
        self._rest.stop()
        gc.set_threshold(_YOUNG, _MIDDLE, _FULL)
        return ended

    def _supersede(self, key: str) -> None:
        for older in [job for job in self.running if job.key == key]:
            older.superseded = True
            older.cancel()
            if older in self._waiting:
                self._waiting.remove(older)
                older.stopped()

    def _run_here(self, job: Job) -> None:
        try:
            result = job.work(_ignore_progress, job.cancel_event.is_set)
        except CancelledError:
            job.stopped()
        except Exception as error:
            _log_bug(job, error)
            job.failed(error)
        else:
            job.done(result)

    def _launch(self, job: Job) -> None:
        job.thread = threading.Thread(target=self._run_in_thread, args=(job,), name=f"job {job.key}", daemon=True)
        self._running.append(job)
        self._rest.stop()
        gc.set_threshold(_YOUNG, _MIDDLE, _NEVER)
        job.thread.start()

    def _run_in_thread(self, job: Job) -> None:
        last_report = 0.0

        def progress(done: float, total: float = 1.0, *_: object) -> None:
            nonlocal last_report
            now = time.monotonic()
            if now - last_report >= _REPORT_INTERVAL and total > 0:
                last_report = now
                self._reported.emit(job, min(1.0, done / total))

        result: object = None
        error: Exception | None = None
        try:
            result = job.work(progress, job.cancel_event.is_set)
        except Exception as raised:
            error = raised
            _log_bug(job, raised)
        try:
            self._ended.emit(job, result, error)
        except RuntimeError:
            log.info("job %s ended after the window", job.key)

    @Slot(object, float)
    def _on_report(self, job: Job, share: float) -> None:
        if job in self._running:
            job.share = share
            self.changed.emit()

    @Slot(object, object, object)
    def _on_end(self, job: Job, result: object, error: Exception | None) -> None:
        if job not in self._running:
            return
        self._running.remove(job)
        waiting = next((other for other in self._waiting if other.key == job.key), None)
        if waiting is not None:
            self._waiting.remove(waiting)
            self._launch(waiting)
        if not self._running:
            self._rest.start()
        self.changed.emit()
        try:
            if isinstance(error, CancelledError) or job.superseded:
                job.stopped()
            elif error is not None:
                job.failed(error)
            else:
                job.done(result)
        except RuntimeError as gone:
            if "already deleted" not in str(gone):  # what shiboken says of a widget whose C++ part is no more
                raise
            log.info("job %s ended after the page that asked", job.key)


def _collect() -> None:
    """The full round that was put off; from here on they come by themselves again."""
    gc.set_threshold(_YOUNG, _MIDDLE, _FULL)
    gc.collect()


def _ignore_progress(*_: object) -> None:
    """Progress of work that runs on the spot."""


def _log_bug(job: Job, error: Exception) -> None:
    if not isinstance(error, UserError | CancelledError):
        log.error("job %s failed", job.key, exc_info=error)
