"""Start-up in processes of their own: what the first paint loads, the binding's known fault, and the whole way in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import MakeWindow

FIRST_PAINT = """
import json, sys
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.start import application
from sundhedsklynge.ui.window import MainWindow
app = application()
theme.apply(app, theme.Scheme.LIGHT)
window = MainWindow(Session(Jobs()))
window.painted.connect(app.quit)
window.show()
app.exec()
heavy = [name for name in ("pandas", "numpy", "pyqtgraph", "sqlalchemy", "scipy") if name in sys.modules]
print(json.dumps(heavy))
"""

MANY_CALLS = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
for i in range(20_000):
    label.setText(str(i))
    label.setVisible(True)
print(label.text())
"""

WHOLE_WAY = """
import sys
from PySide6.QtCore import QTimer
from sundhedsklynge.ui import start, window
seen = []
def look():
    for widget in start.QApplication.topLevelWidgets():
        if isinstance(widget, window.MainWindow) and widget.session.risk is not None:
            seen.append(widget.current_page.title)
            widget.close()
app = start.application()
timer = QTimer()
timer.timeout.connect(look)
timer.start(50)
QTimer.singleShot(60_000, lambda: start.QApplication.exit(9))
code = start.run(sys.argv[1], False)
print(seen[0])
sys.exit(code)
"""


def run(source: str, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    home = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}
    env = {**os.environ, **home, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-c", source, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        timeout=120,
        check=False,
    )


def test_that_the_first_paint_loads_no_heavy_library(tmp_path: Path) -> None:
    done = run(FIRST_PAINT, tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_that_twenty_thousand_calls_into_qt_end_well(tmp_path: Path) -> None:
    done = run(MANY_CALLS, tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "19999"), done.stderr


def test_that_the_program_opens_a_database_computes_and_closes(tmp_path: Path, filled_database: str) -> None:
    done = run(WHOLE_WAY, tmp_path, filled_database)
    assert (done.returncode, done.stdout.strip()) == (0, "Overblik"), done.stderr
    assert done.stderr == ""


def test_that_a_broken_settings_file_does_not_stop_the_start(tmp_path: Path, filled_database: str) -> None:
    file = tmp_path / "config" / "Sundhedsklynge" / "vindue.ini"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"\x00\xff[General\nwindow=9999999999 a")
    done = run(WHOLE_WAY, tmp_path, filled_database)
    assert (done.returncode, done.stdout.strip()) == (0, "Overblik"), done.stderr
    assert file.with_name("vindue-kasseret.ini").read_bytes().startswith(b"\x00\xff")
    assert "page=overblik" in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("prepared_app")
def test_that_data_arrive_in_a_thread_without_stopping_the_window(
    make_window: MakeWindow, filled_database: str, qtbot: QtBot
) -> None:
    window = make_window(None, synchronous=False)
    window.session.open(filled_database)
    assert window.opening.isVisible()
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=30_000)
    assert window.current_page is not None
    assert window.current_page.content.isVisible()


@pytest.mark.usefixtures("prepared_app")
def test_that_a_cancelled_forecast_says_so_and_can_be_run_again(
    make_window: MakeWindow, filled_database: str, qtbot: QtBot
) -> None:
    window = make_window(None, synchronous=False)
    window.session.open(filled_database)
    qtbot.waitUntil(lambda: window.session.ground is not None, timeout=30_000)
    window.session.jobs.cancel_all()
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=30_000)
    page = window.current_page
    assert page is not None
    if window.session.risk is None:  # it may have been quicker than we were
        assert page.state.isVisible()
        window.session.load()
    qtbot.waitUntil(lambda: window.session.risk is not None, timeout=30_000)
    assert page.content.isVisible()
