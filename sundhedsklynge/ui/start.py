"""Start-up: the window first, the heavy imports in a thread once it has been painted."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtWidgets import QApplication

from sundhedsklynge import __version__
from sundhedsklynge.ui import language, theme
from sundhedsklynge.ui.icons import icon
from sundhedsklynge.ui.jobs import Jobs
from sundhedsklynge.ui.layout import mend, remembered_language, remembered_scale, remembered_scheme
from sundhedsklynge.ui.memory import share_one_heap
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.window import MainWindow

log = logging.getLogger("sundhedsklynge.ui")


def prepare(app: QApplication) -> None:
    """The user's language, names; once. The theme is applied by the caller."""
    if app.applicationVersion() == __version__:
        return
    app.setApplicationName("Sundhedsklynge")
    app.setApplicationVersion(__version__)
    language.install(app, remembered_language())


def application() -> QApplication:
    """The one QApplication, made and prepared if there is none."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    prepare(app)
    return app


def run(db: str | None, demo: bool) -> int:
    """Opens the window on `db` (None: the user's own) or on a fresh demo. Returns the exit code when it closes."""
    app = application()
    mended = mend()
    theme.apply(app, remembered_scheme(app), remembered_scale())
    hints = app.styleHints()
    for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
        changed.connect(lambda _: theme.apply(app, remembered_scheme(app), theme.scale()))
    sys.setswitchinterval(0.001)  # a long computation in a thread lets the window breathe (architecture, measured)
    session = Session(Jobs())
    window = MainWindow(session)
    window.setWindowIcon(icon("app"))

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        log.error("unexpected error in the window", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            session.told.emit(notice_of(error))

    sys.excepthook = on_bug
    window.painted.connect(share_one_heap)
    window.painted.connect(session.open_demo if demo else lambda: session.open(db))
    window.restore_layout(mended)
    window.tour.offer()
    window.show()
    return app.exec()
