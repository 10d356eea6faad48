"""A window for each test, and guards: no thread, timer, window or setting outlives the test that made it."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui import language, theme
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.layout import layout_settings
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.kvartal import KvartalPage
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.start import prepare
from sundhedsklynge.ui.text import Language
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.e2e.conftest import capacity_text, gop_text, plan_text
from tests.ui.frist_page import HILLEROED, frist
from tests.ui.quarter_page import opened


@pytest.fixture(scope="session")
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A settings folder of the tests' own, so that none of them reads or writes the user's."""
    folder = tmp_path_factory.mktemp("settings")
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder


@pytest.fixture(scope="session")
def prepared_app(qapp: QApplication, own_settings: Path) -> QApplication:
    """The application as `start.run` prepares it."""
    prepare(qapp)
    theme.apply(qapp, theme.Scheme.LIGHT)
    return qapp


@pytest.fixture
def english(prepared_app: QApplication) -> Iterator[None]:
    """The window's texts in English, for one test."""
    language.install(prepared_app, Language.ENGLISH)
    yield
    language.install(prepared_app, Language.DANISH)


@pytest.fixture(autouse=True)
def nothing_leaks(prepared_app: QApplication, own_settings: Path) -> Iterator[None]:
    """Fails the test that leaves a thread, a running timer, an open window or a setting behind."""
    threads = set(threading.enumerate())
    yield
    for widget in prepared_app.topLevelWidgets():
        widget.close()
        widget.deleteLater()
    prepared_app.processEvents()
    prepared_app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [thread for thread in threading.enumerate() if thread not in threads and thread.is_alive()]
    for thread in left:
        thread.join(2)
    assert not [thread.name for thread in left if thread.is_alive()], "a thread outlives its test"
    timers = [thing for thing in gc.get_objects() if isinstance(thing, QTimer) and _is_active(thing)]
    assert not timers, "a timer outlives its test"
    assert Path(layout_settings().fileName()).is_relative_to(own_settings), "a test wrote to the user's settings"
    layout_settings().clear()
    theme.apply(prepared_app, theme.Scheme.LIGHT)


def _is_active(timer: QTimer) -> bool:
    try:
        return timer.isActive()
    except RuntimeError:
        return False  # its C++ half is gone


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Plan, received plans and capacity of three municipalities."""
    folder = tmp_path_factory.mktemp("files")
    for name, text in (("plan", plan_text()), ("gop", gop_text()), ("kapacitet", capacity_text())):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def filled_database(files: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database file with the three files; tests only read it."""
    path = str(tmp_path_factory.mktemp("db") / "nord.sqlite")
    with Workspace.open(path, create=True) as workspace:
        for name in ("plan", "gop", "kapacitet"):
            report = workspace.import_file(files / f"{name}.csv")
            assert report.stored, report.refused
    return path


@pytest.fixture(scope="session")
def shared_workspace(filled_database: str) -> Iterator[Workspace]:
    """The filled database, open, everything computed once; tests only read it."""
    with Workspace.open(filled_database) as workspace:
        yield workspace


@pytest.fixture
def own_workspace(tmp_path: Path) -> Workspace:
    """An empty database of the test's own; the session closes it."""
    return Workspace.open(str(tmp_path / "egen.sqlite"), create=True)


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once; tests copy it."""
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    Workspace.demo(str(path)).close()
    return path


@pytest.fixture(scope="session")
def demo(demo_database: Path) -> Iterator[Workspace]:
    """The demo, open; tests only read it."""
    with Workspace.open(str(demo_database)) as workspace:
        yield workspace


@pytest.fixture
def own_demo(demo_database: Path, tmp_path: Path) -> Workspace:
    """A copy of the test's own; the session closes it."""
    path = tmp_path / "demo.sqlite"
    path.write_bytes(demo_database.read_bytes())
    return Workspace.open(str(path))


MakeWindow = Callable[..., MainWindow]


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[MakeWindow]:
    """Opens a window on a workspace, by default with jobs that run on the spot."""
    made: list[tuple[MainWindow, bool]] = []

    def make(workspace: Workspace | None, *, synchronous: bool = True, keep: bool = False) -> MainWindow:
        session = Session(Jobs(synchronous=synchronous))
        window = MainWindow(session)
        made.append((window, keep))
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if workspace is not None:
            session.use(workspace, workspace.is_empty())
        return window

    yield make
    for window, keep in made:
        if keep:
            window.session.workspace = None  # the shared one lives on
        window.close()
        window.deleteLater()


@pytest.fixture
def window(make_window: MakeWindow, shared_workspace: Workspace) -> MainWindow:
    """A window on the shared database, everything computed."""
    return make_window(shared_workspace, keep=True)


@pytest.fixture
def own_copy(filled_database: str, tmp_path: Path) -> Workspace:
    """A copy of the filled database that a test may change; the window closes it."""
    path = tmp_path / "egen_kopi.sqlite"
    path.write_bytes(Path(filled_database).read_bytes())
    return Workspace.open(str(path))


@pytest.fixture
def frist_page(make_window: MakeWindow, own_copy: Workspace) -> FristPage:
    """Frist on Hillerød, on a database that may be changed."""
    return frist(make_window(own_copy), HILLEROED)


@pytest.fixture
def quarter_page(make_window: MakeWindow, demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> KvartalPage:
    """Kvartal on the shared demo, without the forecast, which it does not need."""
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    return opened(make_window(demo, keep=True))


@pytest.fixture
def own_quarter_page(make_window: MakeWindow, own_demo: Workspace, monkeypatch: pytest.MonkeyPatch) -> KvartalPage:
    """Kvartal on a demo that may be changed, without the forecast."""
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    return opened(make_window(own_demo))
