"""Work done before it is asked for, while the window has nothing else to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from sundhedsklynge.ui.session import Session

_QUIET_MS = 200  # without a change before the first piece: what the user has just done is drawn first
_PAUSE_MS = 30  # between two pieces, for what the user does meanwhile


class Ahead(QObject):
    """Asks `ahead` for a piece of work, again and again until there is none, whenever no job is at work.

    A piece must be short: the window stands still while it is done. After one that raises there is quiet until the next change, for it
    would be the next one again. Where jobs work on the spot nothing is done ahead.
    """

    def __init__(self, session: Session, ahead: Callable[[], Callable[[], object] | None], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ahead = ahead
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        for changed in (session.jobs.changed, session.scope_changed):
            changed.connect(self._wait)

    def stop(self) -> None:
        """Nobody will ask for anything more."""
        self._timer.stop()

    def _wait(self) -> None:
        self._timer.start(_QUIET_MS)

    def _go_on(self) -> None:
        jobs = self._session.jobs
        if jobs.running or jobs.synchronous:
            return  # when they end, `changed` tells
        piece = self._ahead()
        if piece is not None:
            piece()
            self._timer.start(_PAUSE_MS)
