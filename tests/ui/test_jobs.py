"""Jobs: in a thread, cancellable, one at a time for each key, and never in the way of the event loop."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from sundhedsklynge.domain.errors import CancelledError, UserError
from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui.jobs import Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    assert made.shut_down()
    made.deleteLater()


def spin_until(cancelled: Cancelled, seconds: float = 5.0) -> None:
    """Busy work that looks whether it should stop, as imports and forecasts do."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        sum(range(1000))
        if cancelled():
            raise CancelledError


def test_that_a_result_is_delivered_in_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[int, bool]] = []
    jobs.start(
        "a",
        "Regner",
        lambda progress, cancelled: threading.get_ident(),
        lambda ident: seen.append((ident, threading.current_thread() is threading.main_thread())),
    )
    qtbot.waitUntil(lambda: bool(seen))
    ident, in_gui_thread = seen[0]
    assert ident != threading.get_ident()
    assert in_gui_thread


def test_that_the_event_loop_runs_while_a_job_computes(jobs: Jobs, qtbot: QtBot) -> None:
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(10)
    done: list[bool] = []
    jobs.start("busy", "Regner", lambda progress, cancelled: compute_until(lambda: len(beats) >= 20), done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    timer.stop()
    assert done == [True]


def compute_until(enough: Callable[[], bool]) -> bool:
    """Busy work that never waits; whether it was `enough` before the work was at its end."""
    return any(enough() for _ in range(100_000) if sum(range(1000)))


def test_that_cancelling_stops_the_work_and_tells_so(jobs: Jobs, qtbot: QtBot) -> None:
    outcome: list[str] = []
    job = jobs.start(
        "slow",
        "Regner",
        lambda progress, cancelled: spin_until(cancelled),
        lambda _: outcome.append("done"),
        lambda _: outcome.append("failed"),
        lambda: outcome.append("stopped"),
    )
    qtbot.wait(30)
    job.cancel()
    qtbot.waitUntil(lambda: bool(outcome))
    assert outcome == ["stopped"]
    assert jobs.running == []


def test_that_a_newer_job_of_the_same_key_takes_over(jobs: Jobs, qtbot: QtBot) -> None:
    outcome: list[str] = []
    at_once: list[int] = []
    working = 0

    def work(progress: Progress, cancelled: Cancelled) -> str:
        nonlocal working
        working += 1
        at_once.append(working)
        try:
            spin_until(cancelled, 0.3)
        finally:
            working -= 1
        return "result"

    for name in ("first", "second", "third"):
        jobs.start(
            "load",
            name,
            work,
            lambda _, name=name: outcome.append(f"{name} done"),
            stopped=lambda name=name: outcome.append(f"{name} stopped"),
        )
    qtbot.waitUntil(lambda: "third done" in outcome)
    assert sorted(outcome) == ["first stopped", "second stopped", "third done"]
    assert max(at_once) == 1


def test_that_queued_jobs_of_one_key_all_run_in_turn(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for i in range(4):
        jobs.start("import", "Importerer", lambda progress, cancelled, i=i: i, order.append, queue=True)
    qtbot.waitUntil(lambda: len(order) == 4)
    assert order == [0, 1, 2, 3]


def test_that_errors_reach_their_own_handler(jobs: Jobs, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work(progress: Progress, cancelled: Cancelled) -> None:
        raise UserError("Filen er tom.", "Vælg en anden.")

    jobs.start("a", "Læser", work, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert str(errors[0]) == "Filen er tom. Vælg en anden."


def test_that_progress_is_reported_and_thinned(jobs: Jobs, qtbot: QtBot) -> None:
    shares: list[float] = []
    done: list[object] = []

    def work(progress: Progress, cancelled: Cancelled) -> None:
        for i in range(2000):
            progress(i / 2000)
            if i % 500 == 0:
                time.sleep(0.06)

    jobs.changed.connect(lambda: shares.extend(job.share for job in jobs.running if job.share is not None))
    jobs.start("a", "Læser", work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert 2 <= len(shares) < 200
    assert shares == sorted(shares)


def test_that_a_synchronous_runner_delivers_before_it_returns() -> None:
    jobs = Jobs(synchronous=True)
    seen: list[int] = []
    jobs.start("a", "Regner", lambda progress, cancelled: 42, seen.append)
    assert seen == [42]


def test_that_a_job_may_end_after_the_page_that_asked(jobs: Jobs, qtbot: QtBot) -> None:
    page, may_end, told = QLabel(), threading.Event(), list[str]()

    def done(text: str) -> None:
        told.append(text)
        page.setText(text)

    jobs.start("a", "Regner", lambda progress, cancelled: "42" if may_end.wait(10) else "", done)
    delete(page)
    may_end.set()
    qtbot.waitUntil(lambda: told == ["42"])  # pytest-qt fails the test where an error is raised in the event loop
    assert not jobs.running


def test_that_a_full_round_of_the_garbage_collector_waits_until_the_jobs_rest(jobs: Jobs, qtbot: QtBot) -> None:
    full: list[bool] = []

    def told(phase: str, info: dict[str, int]) -> None:
        if phase == "start" and info["generation"] == 2:
            full.append(jobs.is_running("cells"))

    def work(progress: Progress, cancelled: Cancelled) -> int:
        return len([[number] for number in range(500_000)])  # of itself the collector would go round several times

    done: list[int] = []
    gc.collect()
    gc.callbacks.append(told)
    try:
        jobs.start("cells", "Skriver", work, done.append)
        qtbot.waitUntil(lambda: bool(done))
        assert not full
        qtbot.waitUntil(lambda: bool(full))
    finally:
        gc.callbacks.remove(told)
    assert not any(full)
