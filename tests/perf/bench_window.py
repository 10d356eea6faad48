"""How the window feels: first paint, data on screen, page switches, the event loop at work, memory (issue 7). Prints a table.

    python tests/perf/bench_window.py [start] [pages] [memory] [country]

Without a word all of it, which takes some minutes. Every measurement is made in a process of its own, on Qt's offscreen platform.
`wall` is what a user waits; on a machine that others use as well it is too long, so beside it stands the processor time the process
spent meanwhile, all threads together, and the load. Linux only, for the peak of memory.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice, product
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from sundhedsklynge.ui.window import MainWindow

FIRST_PAINT_RATIO, DATA_SECONDS, SWITCH_MS, GAP_MS, MEMORY_MB = 1.5, 2.5, 100, 100, 400
HEARTBEAT_MS = 5
KEPT = Path(tempfile.gettempdir()) / f"sundhedsklynge-bench-{os.getuid()}"
Clocks = tuple[float, float]


def clocks() -> Clocks:
    """Seconds on the wall since this process began, and of the processor since then, interpreter and imports included."""
    fields = Path("/proc/self/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    began = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return time.clock_gettime(time.CLOCK_BOOTTIME) - began, time.process_time()


# In the child ---------------------------------------------------------------------------------------------------------


def bare() -> dict[str, Clocks]:
    """A window with nothing in it, in the program's style."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QLabel

    from sundhedsklynge.ui import theme

    painted: dict[str, Clocks] = {}

    class Window(QLabel):
        def paintEvent(self, event: object) -> None:
            super().paintEvent(event)  # type: ignore[arg-type]
            painted["first paint"] = clocks()
            QTimer.singleShot(0, app.quit)

    app = QApplication(sys.argv[:1])
    theme.apply(app, theme.Scheme.LIGHT)
    window = Window("Sundhedsklynge")
    theme.dress(window)
    window.resize(1366, 768)
    window.show()
    app.exec()
    return painted


def started(*arguments: str) -> dict[str, Clocks]:
    """The program as a user starts it: when it first painted, when the heat map stood on the screen, and, closed then, when it was over."""
    from PySide6.QtCore import Qt

    from sundhedsklynge.ui import window
    from sundhedsklynge.ui.start import QApplication

    times: dict[str, Clocks] = {}
    paint = window.MainWindow.paintEvent

    def painted(self: MainWindow, event: Any) -> None:
        paint(self, event)
        if "first paint" not in times:
            times["first paint"] = clocks()
            # queued: the page, made later than this connection, takes the figures first
            self.session.risk_changed.connect(lambda: shown(self), Qt.ConnectionType.QueuedConnection)

    def shown(self: MainWindow) -> None:
        if self.session.risk is not None and "data" not in times:
            QApplication.processEvents()  # painted too
            times["data"] = clocks()
            self.close()
            times["window gone"] = clocks()

    window.MainWindow.paintEvent = painted  # type: ignore[method-assign]
    from sundhedsklynge.cli import run

    run(arguments)
    times["ended"] = clocks()
    return times


@contextmanager
def opened(database: str) -> Generator[tuple[QApplication, MainWindow]]:
    """The window on `database` with its threads, everything computed."""
    from sundhedsklynge.ui import theme
    from sundhedsklynge.ui.jobs import Jobs
    from sundhedsklynge.ui.memory import share_one_heap
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.ui.start import application
    from sundhedsklynge.ui.window import MainWindow

    sys.setswitchinterval(0.001)
    share_one_heap()
    app = application()
    theme.apply(app, theme.Scheme.LIGHT)
    window = MainWindow(Session(Jobs()))
    window.resize(1366, 768)
    window.show()
    window.session.open(database)
    settle(app, window)
    try:
        yield app, window
    finally:
        window.close()


def settle(app: QApplication, window: MainWindow) -> None:
    """Until nothing is at work, nothing is left to do ahead and all is painted."""
    idle, session = 0, window.session
    while idle < 5:
        app.processEvents()
        time.sleep(0.01)
        assert session.failure is None, session.failure
        is_busy = session.workspace is None or session.jobs.running or window.ahead() is not None
        idle = 0 if is_busy else idle + 1


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds on the wall and of this thread's processor time."""
    wall, processor = time.perf_counter(), time.thread_time()
    work()
    return 1000 * (time.perf_counter() - wall), 1000 * (time.thread_time() - processor)


def pages(database: str, rounds: str) -> dict[str, Any]:
    """Milliseconds from the click until the page is painted: the first visit, later ones, and drill-downs from the heat map."""
    from sundhedsklynge.ui.pages import FRIST, PROGNOSE

    with opened(database) as (app, window):
        keys = window.page_keys()
        first = {key: _shown(app, window, key) for key in [*keys[1:], keys[0]]}
        later = {
            key: [
                _shown(app, window, key) for _ in range(int(rounds)) if _shown(app, window, keys[keys.index(key) - 1])
            ]
            for key in keys
        }
        ground = window.session.ground
        assert ground is not None
        places = [int(area.code) for area in ground.areas if area.level == "kommune"]
        places = places[:: max(1, len(places) // int(rounds))]
        drilled = {key: [_drilled(app, window, key, code) for code in places] for key in (PROGNOSE, FRIST)}
        return {"first": first, "later": later, "drilled": drilled}


def at_once(database: str, way: str, key: str) -> tuple[float, float]:
    """The same for the first click of all, before anything could be made ahead: on the page in the rail, or on the heat map."""
    from sundhedsklynge.ui.window import MainWindow

    MainWindow.ahead = lambda self: None  # type: ignore[method-assign]
    with opened(database) as (app, window):
        return _shown(app, window, key) if way == "rail" else _drilled(app, window, key, 219)


def _shown(app: QApplication, window: MainWindow, key: str) -> tuple[float, float]:
    settle(app, window)
    return spent(lambda: (window.show_page(key), app.processEvents()))


def _drilled(app: QApplication, window: MainWindow, key: str, code: int) -> tuple[float, float]:
    from sundhedsklynge.ui.pages import OVERBLIK
    from sundhedsklynge.ui.pages.overblik import OverblikPage

    _shown(app, window, OVERBLIK)
    settle(app, window)
    overview = window.current_page
    assert isinstance(overview, OverblikPage)
    return spent(lambda: (overview.open_in(key, code), app.processEvents()))


@dataclass
class Heart:
    """Beats in the event loop; `worst` gap between two beats: milliseconds on the wall, of the process and of the window's thread."""

    worst: tuple[float, float, float] = (0.0, 0.0, 0.0)
    _last: tuple[float, float, float] = field(default_factory=lambda: Heart.now())

    @staticmethod
    def now() -> tuple[float, float, float]:
        return time.perf_counter(), time.process_time(), time.thread_time()

    def begin(self) -> None:
        """Forgets what was."""
        self.worst, self._last = (0.0, 0.0, 0.0), self.now()

    def beat(self) -> None:
        """A turn of the event loop."""
        now = self.now()
        gap = tuple(1000 * (b - a) for a, b in zip(self._last, now, strict=True))
        self.worst, self._last = max(self.worst, (gap[0], gap[1], gap[2])), now


def gaps(database: str, file: str, faulty: str, folder: str) -> dict[str, Any]:
    """The worst gap of the event loop while the window works: milliseconds on the wall, of the process, of its own thread."""
    from PySide6.QtCore import QTimer

    from sundhedsklynge.ui import exporting

    worst: dict[str, Any] = {}
    with opened(database) as (app, window):
        heart, timer = Heart(), QTimer()
        timer.timeout.connect(heart.beat)
        timer.start(HEARTBEAT_MS)

        def during(name: str, act: Callable[[], object]) -> None:
            heart.begin()
            act()
            settle(app, window)
            worst[name] = heart.worst

        def export() -> None:
            page = window.current_page
            assert page is not None
            exporting.export(page, Path(folder))

        def turn_pages() -> None:
            for key in window.page_keys():
                window.show_page(key)
                settle(app, window)

        during("nothing", lambda: None)
        during("forecast, risk and changes", window.session.compute_again)
        during("import and forecast", lambda: window.file_door.take([Path(file)]))
        during("export of all formats", export)
        during("all pages, first visit", turn_pages)
        during("all pages, again", turn_pages)
        during("forecast on every page", lambda: (window.session.compute_again(), turn_pages()))
        assert window.session.imports[0].file == Path(file).name
        during("faulty file, its problems", lambda: window.file_door.take([Path(faulty)]))
        sheet = window.file_door.sheet
        assert sheet is not None
        last = sheet.problem_model.index(sheet.problem_model.rowCount() - 1, 0)
        assert last.row() > 900  # of 20,000, the sheet lists the first thousand
        during("faulty file, from list to row", lambda: sheet.problems.opened.emit(last))
        during("faulty file, the rest stored", sheet.rest.click)
        timer.stop()
        assert window.session.imports[0].file == Path(faulty).name
    return worst


def memory(database: str) -> dict[str, float]:
    """Peak in MB: with data shown, and with every page visited twice, in two places, and exported."""
    from sundhedsklynge.ui import exporting
    from sundhedsklynge.ui.session import Scope

    def peak() -> float:
        status = Path("/proc/self/status").read_text(
            encoding="ascii"
        )  # ru_maxrss would be the parent's, if that is larger
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    peaks: dict[str, float] = {}
    with opened(database) as (app, window):
        peaks["data shown"] = peak()
        for municipality in (None, 101, 219):
            window.session.choose(Scope(window.session.scope.area, municipality))
            for key in window.page_keys():
                window.show_page(key)
                settle(app, window)
                peaks[f"{key} {municipality or ''}".strip()] = peak()
        page = window.current_page
        assert page is not None
        with tempfile.TemporaryDirectory() as folder:
            exporting.export(page, Path(folder))
            settle(app, window)
        peaks["export"] = peak()
    return peaks


# In the parent --------------------------------------------------------------------------------------------------------


def child(*arguments: str) -> Any:
    """What one of the functions above gives, run in a new process as the second start of an installed program: compiled, settings there."""
    folders = {"HOME": str(KEPT), "XDG_CONFIG_HOME": str(KEPT / "config"), "XDG_DATA_HOME": str(KEPT / "data")}
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(KEPT / "compiled")}
    env = {**os.environ, **folders, **compiled, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, "--child", *arguments]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=env)
    return json.loads(done.stdout.splitlines()[-1])


def heading(text: str) -> None:
    """Above a table, with the load others put on the machine."""
    print(f"\n{text}  [load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores]")


def said(values: list[Clocks], unit: str = "s") -> str:
    """Least and median, on the wall and of the processor."""
    wall, processor = zip(*values, strict=True)
    return (
        f"wall {min(wall):6.2f} to {statistics.median(wall):6.2f} {unit}, "
        f"processor {min(processor):6.2f} to {statistics.median(processor):6.2f} {unit}"
    )


def bench_start(demo: str, times: int = 5) -> None:
    """First paint beside a bare window, turn by turn, and data on the screen."""
    heading("Start, least to median")
    ways = {"bare window": ("bare",), "demo, made": ("started", "--demo"), "demo, there": ("started", "--db", demo)}
    runs: dict[str, list[dict[str, Clocks]]] = {name: [] for name in ways}
    for arguments in ways.values():
        child(*arguments)  # the first time all is compiled, and the tour is offered
    for _ in range(times):
        for name, arguments in ways.items():
            runs[name].append(child(*arguments))
    for name, found in runs.items():
        for what in found[0]:
            print(f"{name:12} {what:12} {said([run[what] for run in found])}")
    for i, clock in enumerate(("wall", "processor")):
        alone, ours = (
            min(run["first paint"][i] for name in names for run in runs[name])
            for names in (("bare window",), ("demo, made", "demo, there"))
        )
        print(f"first paint, ratio of {clock:9} {ours / alone:.2f} (at most {FIRST_PAINT_RATIO})")
    print(f"data shown: at most {DATA_SECONDS} s")


def bench_pages(database: str, what: str, rounds: int = 6) -> None:
    """Page switches and drill-downs; p95 over all pages."""
    heading(f"Pages of the {what}, ms until painted: wall / the window's own processor time")
    found = child("pages", database, str(rounds))
    for key, (wall, own) in found["first"].items():
        later = found["later"][key]
        again = f"{statistics.median(ms for ms, _ in later):5.0f} / {statistics.median(ms for _, ms in later):4.0f}"
        print(f"{key:14} first {wall:5.0f} / {own:4.0f}   again, median {again}")
    drills = {f"to {key}": pairs for key, pairs in found["drilled"].items()}
    early = [child("at_once", database, way, key) for way, key in product(("rail", "heat map"), ("prognose", "frist"))]
    early.append(child("at_once", database, "rail", "kvartal"))
    every = {
        "first visit": list(found["first"].values()),
        "switch": [pair for pairs in found["later"].values() for pair in pairs],
        **drills,
        "first click": early,
    }
    every["all of these"] = [pair for pairs in every.values() for pair in pairs]
    for name, pairs in every.items():
        wall, own = (statistics.quantiles(ms, n=20, method="inclusive")[-1] for ms in zip(*pairs, strict=True))
        worst = max(own for _, own in pairs)
        print(f"{name:14} p95 {wall:5.0f} / {own:4.0f}, worst {worst:4.0f}, {len(pairs)} times (under {SWITCH_MS})")


def bench_memory(demo: str) -> None:
    """Memory with the demo."""
    heading(f"Peak of memory with the demo, MB (under {MEMORY_MB})")
    for what, megabytes in child("memory", demo).items():
        print(f"{what:14} {megabytes:5.0f}")


def bench_country(folder: Path) -> None:
    """The event loop at work on 98 municipalities."""
    database, file = make_country(folder)
    faulty = make_faulty(folder)
    bench_pages(str(database), "country", 3)
    heading(f"Country: worst gap of the event loop, ms: wall / process / the window's thread (under {GAP_MS})")
    for what, (wall, process, own) in child("gaps", *map(str, (database, file, faulty, folder))).items():
        print(f"{what:28} {wall:5.0f} / {process:5.0f} / {own:5.0f}")


def make_country(folder: Path) -> tuple[Path, Path]:
    """A database of all 98 municipalities, the demo's region laid over the country until it is covered, and a newer plan to import."""
    import numpy as np
    import pandas as pd

    from sundhedsklynge import demo
    from sundhedsklynge.demo.files import canonical_csv
    from sundhedsklynge.resources import resource
    from sundhedsklynge.workspace import Workspace

    region = demo.frames()
    places = pd.read_csv(resource("reference", "kommuner.csv"), sep=";")
    at_home = sorted(region["kapacitet.csv"]["kommunekode"].unique())
    codes = [*at_home, *sorted(set(places["kode"]) - set(at_home))]
    hospitals = list(pd.read_csv(resource("reference", "akuthospitaler.csv"), sep=";")["akuthospital"].unique())
    names = list(region["genoptraeningsplaner.csv"]["sygehus"].unique())
    hospitals = [*names, *(name for name in hospitals if name not in names)]
    database, newest = folder / "country.sqlite", folder / "newest.csv"
    with Workspace.open(str(database), create=True) as workspace:
        for start in range(0, len(codes), len(at_home)):
            there = dict(zip(at_home, codes[start : start + len(at_home)], strict=False))
            shift = start // len(at_home) * len(names)
            called = dict(zip(names, hospitals[shift : shift + len(names)], strict=False))
            for name, frame in region.items():
                if "kommunekode" not in frame:
                    continue
                rows = frame[frame["kommunekode"].isin(there)]
                rows = rows.assign(kommunekode=rows["kommunekode"].map(there))
                if "sygehus" in rows:
                    rows = rows.assign(sygehus=rows["sygehus"].map(called).fillna("Demo Privathospital"))
                file = folder / name
                file.write_bytes(canonical_csv(rows))
                report = workspace.import_file(file)
                assert report.stored, report.sentence()
                if name.startswith("operationsplan") and "operationsdato" in rows and not newest.exists():
                    last = rows["udtraeksdato"] == rows["udtraeksdato"].max()
                    later = rows[last & (rows["status"] == "planlagt")].assign(
                        udtraeksdato=rows["udtraeksdato"].max() + np.timedelta64(1, "D")
                    )
                    newest.write_bytes(canonical_csv(later))
    return database, newest


def make_faulty(folder: Path) -> Path:
    """A plan of 60,000 rows, every third of them with a date, a number or a municipality that cannot be."""
    plan = max(folder.glob("operationsplan*.csv"), key=lambda file: file.stat().st_size)
    head, *lines = plan.read_text(encoding="utf-8").splitlines()
    rows = [line.split(";") for line in islice(cycle(lines), 60_000)]
    wrong = cycle((("operationsdato", "32.13.2026"), ("antal", "mange"), ("kommunekode", "9999")))
    for row, (name, value) in zip(rows[::3], wrong, strict=False):
        row[head.split(";").index(name)] = value
    faulty = folder / "faulty.csv"
    faulty.write_text("\n".join([head, *map(";".join, rows)]), encoding="utf-8")
    return faulty


def main(wanted: set[str]) -> None:
    """Runs the benches named, or all."""
    from sundhedsklynge.workspace import Workspace

    with tempfile.TemporaryDirectory() as folder:
        demo = str(Path(folder) / "demo.sqlite")
        Workspace.demo(demo).close()
        benches: dict[str, Callable[[], object]] = {
            "start": lambda: bench_start(demo),
            "pages": lambda: bench_pages(demo, "demo"),
            "memory": lambda: bench_memory(demo),
            "country": lambda: bench_country(Path(folder)),
        }
        for name, run in benches.items():
            if not wanted or name in wanted:
                run()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        in_child: dict[str, Callable[..., Any]] = {
            "bare": bare,
            "started": started,
            "pages": pages,
            "at_once": at_once,
            "gaps": gaps,
            "memory": memory,
        }
        print(json.dumps(in_child[sys.argv[2]](*sys.argv[3:])))
    else:
        main(set(sys.argv[1:]))
