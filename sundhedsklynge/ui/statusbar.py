"""The bar at the foot: undo and redo, the job under way with its progress and a way to stop it, and which database is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.actions import as_label
from sundhedsklynge.ui.icons import icon
from sundhedsklynge.ui.jobs import Job
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import percent_figure, tr, translated

_PATIENCE_MS = 300  # a job shorter than this is not worth a flicker
_LEAST_LETTERS = 12  # of a step, in a bar that is short of room


class StatusBar(QFrame):
    """Follows the session's jobs and undo steps."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("kind", "foot")
        self.setMinimumHeight(36)
        self.setAccessibleName(tr("Status"))
        self.undo = _StepButton(session.steps.undo)
        self.redo = _StepButton(session.steps.redo)
        self._job = label("", "muted")
        self.progress = QProgressBar()
        self.progress.setFixedWidth(140)
        self.progress.setTextVisible(False)
        self._share = label("", "muted")
        self.cancel = button(tr("Annullér"), self._cancel, "flat", tr("Stop det, der arbejdes på"))
        self._database = label("", "muted")
        self._demo = label(tr("DEMO"), "demo")
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_job)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.SPACE_S, 0, theme.SPACE_L, 0)
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addStretch(1)
        for widget in (self._job, self.progress, self._share, self.cancel):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._database)
        row.addWidget(self._demo, 0, Qt.AlignmentFlag.AlignVCenter)
        session.jobs.changed.connect(self._on_jobs)
        session.steps.changed.connect(self._show_steps)
        session.workspace_changed.connect(self._show_database)
        self._show_job()
        self._show_steps()
        self._show_database()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_steps()

    def _current(self) -> Job | None:
        return self._session.jobs.newest

    def _on_jobs(self) -> None:
        if self._current() is None or self.progress.isVisibleTo(self):
            self._show_job()
        elif not self._patience.isActive():
            self._patience.start()

    def _show_job(self) -> None:
        job = self._current()
        for widget in (self._job, self.progress, self._share):
            widget.setVisible(job is not None)
        self.cancel.setVisible(job is not None and job.cancellable)
        if job is None:
            self._patience.stop()
            return
        self._job.setText(job.label)
        blocker = QSignalBlocker(self.progress)
        self.progress.setRange(0, 0 if job.share is None else 100)
        if job.share is not None:
            self.progress.setValue(round(job.share * 100))
        del blocker
        self.progress.setAccessibleName(job.label)
        self._share.setText("" if job.share is None else f"{percent_figure(round(job.share, 2))} %")
        stopping = job.cancel_event.is_set()
        self.cancel.setEnabled(not stopping)
        self.cancel.setText(tr("Stopper") if stopping else tr("Annullér"))

    def _cancel(self) -> None:
        job = self._current()
        if job is not None:
            job.cancel()
            self._show_job()

    def _show_steps(self) -> None:
        steps = self._session.steps
        _name(self.undo, "undo", steps.undo_text, tr("Fortryd: {step}", step=translated(steps.undo_text)), "Ctrl+Z")
        _name(self.redo, "redo", steps.redo_text, tr("Gentag: {step}", step=translated(steps.redo_text)), "Ctrl+Y")

    def _show_database(self) -> None:
        workspace = self._session.workspace
        self._database.setText(self._session.database_name or tr("ingen database åben"))
        self._database.setToolTip(workspace.name if workspace else "")
        self._demo.setVisible(workspace is not None and workspace.is_demo)
        self._demo.setToolTip(tr("Opdigtede data. Alle forudsætninger i dem er antagelser."))


class _StepButton(QPushButton):
    """A step to undo or redo: as wide as its text where there is room, with dots where there is not."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__()
        self._whole = ""
        self.setProperty("kind", "flat")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_click())

    def set_whole(self, text: str) -> None:
        """Sets the text to be shown as far as there is room."""
        self._whole = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self._edges() + self._wide(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        return QSize(self._edges() + min(least, self._wide(self._whole)), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._edges()
        self.setText(as_label(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)))

    def _edges(self) -> int:
        """What icon and padding take beside the text."""
        return super().sizeHint().width() - self._wide(self.text().replace("&&", "&"))

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


def _name(control: _StepButton, drawing: str, step: str, said: str, keys: str) -> None:
    """Says what a press of the button does; without a step it is gone."""
    control.setVisible(bool(step))
    control.setIcon(icon(drawing))
    control.set_whole(said)
    control.setToolTip(f"{said} ({keys})")
