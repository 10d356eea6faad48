"""Møde: one thing a slide, from how the last decisions went to what is decided now; the log of decisions, and minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.domain.progress import Cancelled
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.filedialogs import Mode, ask_paths
from sundhedsklynge.ui.jobs import Progress
from sundhedsklynge.ui.minutes_paper import save_minutes_pdf
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.frist_whatif import Choices
from sundhedsklynge.ui.pages.kvartal_part import on_delete
from sundhedsklynge.ui.pages.moede_decide import DecideBar, OutcomeBar
from sundhedsklynge.ui.pages.moede_scenarios import compared_slide
from sundhedsklynge.ui.pages.moede_slides import (
    ACTION,
    CHANGE,
    COMPARED,
    DECIDED,
    FRESH,
    ORDER,
    QUARTER,
    RISK,
    SINCE,
    Slide,
    action_slide,
    change_slide,
    decided_slide,
    fresh_slide,
    quarter_slide,
    risk_slide,
    since_slide,
    step_name,
)
from sundhedsklynge.ui.pages.moede_view import SlideView
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import WEEKS, Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.store.notes import Note
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.meeting import FollowUp
    from sundhedsklynge.workspace.meeting_figures import MeetingView
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario


@dataclass(frozen=True)
class Read:
    """What the page shows: the figures, how the last decisions went, the log on these data with the names of its places."""

    view: MeetingView
    earlier: Sequence[FollowUp]
    log: Sequence[Note]
    places: Sequence[str]


class MoedePage(Page):
    """Left and right move between slides."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Møde")
        self.read: Read | None = None
        self._compared: tuple[Comparison | None, Sequence[SavedScenario]] = (None, ())
        self._stale = True
        self._in_meeting = False
        self.steps = Segments(tr("Trin"), [(key, step_name(key)) for key in ORDER])
        self.slide = SlideView()
        self.outcome = OutcomeBar()
        self.decide = DecideBar()
        self.back = button(tr("‹ Forrige"), lambda: self.go(-1), tip=tr("Forrige (venstre pil)"))
        self.next = button(tr("Næste ›"), lambda: self.go(1), tip=tr("Næste (højre pil)"))
        self._place = label("", "muted")
        self.minutes = button(
            tr("Gem referat"), self.ask_folder, tip=tr("Gem mødets referat som PDF, tekst og regneark")
        )
        self.mode = button(
            tr("Mødevisning F11"), self.meeting_asked.emit, "primary", tr("Stor skrift uden andet omkring")
        )
        self._build()
        self._connect()

    def _build(self) -> None:
        strip = QHBoxLayout()
        strip.setSpacing(theme.SPACE_S)
        strip.addWidget(self.steps)
        strip.addStretch(1)
        strip.addWidget(self._place)
        strip.addWidget(self.back)
        strip.addWidget(self.next)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addLayout(strip)
        box.addWidget(self.slide, 1)
        box.addWidget(self.outcome)
        box.addWidget(self.decide)

    def _connect(self) -> None:
        session = self.session
        self.steps.chosen.connect(lambda _: self._show())
        self.decide.asked.connect(self.save)
        self.outcome.asked.connect(self.save_outcome)
        self.slide.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_outcome())
        on_delete(self.slide.table, self.remove_selected)
        for keys, act in (
            ("Right", lambda: self._on_arrow(1)),
            ("PgDown", lambda: self.go(1)),
            ("Left", lambda: self._on_arrow(-1)),
            ("PgUp", lambda: self.go(-1)),
            ("Alt+B", self.decide.text.setFocus),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)
        session.ground_changed.connect(self._data_changed)
        session.changes_changed.connect(self._data_changed)
        session.risk_changed.connect(self._data_changed)
        session.scope_changed.connect(self._data_changed)

    @property
    def subtitle(self) -> str:
        ground = self.session.ground
        if ground is None:
            return ""
        said = tr(
            "{place} · data pr. {day}",
            place=self.session.area_name(*self.session.scope.focus),
            day=text.date(ground.as_of),
        )
        workspace = self.session.workspace
        is_demo = self._in_meeting and workspace is not None and workspace.is_demo
        return tr("{said} · DEMO: opdigtede tal", said=said) if is_demo else said

    def actions_row(self) -> list[QWidget]:
        return [self.minutes, self.mode]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.load()

    def set_meeting_mode(self, on: bool) -> None:
        """In the meeting: no strip of steps, no deadline to set, the button leads back."""
        self.steps.setVisible(not on)
        self.minutes.setVisible(not on)
        self.decide.set_meeting_mode(on)
        said = tr("Afslut (F11)") if on else tr("Mødevisning F11")
        self.mode.setText(said)
        self.mode.setAccessibleName(said)
        self.mode.setProperty("kind", "" if on else "primary")
        self.mode.style().polish(self.mode)
        self._in_meeting = on
        self.head_changed.emit()
        self._show()

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        def open_at(key: str) -> Callable[[], object]:
            return lambda: self.go(ORDER.index(key) - ORDER.index(self.steps.current()))

        return (*((key, open_at(key)) for key in ORDER[1:]), ("", open_at(SINCE)))

    # Reading

    def _data_changed(self) -> None:
        self._stale = True
        self.head_changed.emit()
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Reads what the slides show, in a thread, once risk and changes are known."""
        session = self.session
        workspace, ground = session.workspace, session.ground
        if session.risk_failure is not None:
            self.show_state(session.risk_failure)
            return
        if workspace is None or ground is None or session.risk is None:
            self.show_loading(tr("Regner risikoen") if ground else tr("Læser data"))
            return
        self._stale = False
        if self.read is None:
            self.show_loading(tr("Gør mødet klar"))
        level, code = session.scope.focus

        def work(progress: Progress, cancelled: Cancelled) -> Read:
            room = workspace.meeting
            view = room.view(level, code, ground.as_of, progress, cancelled)
            log = room.log(ground.as_of)
            return Read(view, room.earlier(ground.as_of, cancelled), log, [room.place_name(note) for note in log])

        session.jobs.start("moede", tr("Gør mødet klar"), work, self._on_read, self._on_failed, self._on_stopped)

    def _on_read(self, read: Read) -> None:
        self.read = read
        self.show_content()
        self._show()
        self._compare(read.view)

    def _compare(self, view: MeetingView) -> None:
        """Computes the scenarios after the rest, for each takes seconds the first time."""
        workspace = self.session.workspace
        if workspace is None:
            return
        room, day, codes = workspace.scenarios, view.as_of, view.area.members

        def done(found: tuple[Comparison, Sequence[SavedScenario]]) -> None:
            self._compared = found
            if self.steps.current() == COMPARED:
                self._show()

        self._compared = (None, ())
        self.session.jobs.start(
            "moede scenarios",
            tr("Sammenligner scenarierne"),
            lambda progress, cancelled: (
                room.compare(room.fitting(day, WEEKS), day, WEEKS, progress, cancelled, codes),
                room.list(),
            ),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def _on_failed(self, error: Exception) -> None:
        self.read = None
        self.show_state(notice_of(error))

    def _on_stopped(self) -> None:
        self._stale = True

    # Slides

    def go(self, step: int) -> None:
        """Moves to the slide before or after; stays at the ends."""
        place = ORDER.index(self.steps.current()) + step
        if self.read is not None and 0 <= place < len(ORDER):
            self.steps.set_current(ORDER[place])
            self._show()

    def _on_arrow(self, step: int) -> None:
        """Another slide, or the other type where the keyboard is in the choice of it."""
        focus = QApplication.focusWidget()
        if focus is not None and self.decide.kind.isAncestorOf(focus):
            self.decide.turn_kind()
        else:
            self.go(step)

    def made_slide(self, key: str) -> Slide:
        """The slide of a step. Asked for only once the page has read."""
        assert self.read is not None
        read, ground = self.read, self.session.ground
        limits: Sequence[float] = ground.limits if ground is not None else ()
        make: dict[str, Callable[[], Slide]] = {
            SINCE: lambda: since_slide(read.earlier, limits),
            FRESH: lambda: fresh_slide(read.view),
            CHANGE: lambda: change_slide(read.view),
            RISK: lambda: risk_slide(read.view, limits),
            QUARTER: lambda: quarter_slide(read.view),
            ACTION: lambda: action_slide(read.view),
            COMPARED: lambda: compared_slide(*self._compared, self._choices(), limits),
            DECIDED: lambda: decided_slide(read.log, read.places, read.view),
        }
        return make[key]()

    def _choices(self) -> Choices:
        """What changes are said to be about."""
        areas = self.session.ground.areas if self.session.ground else ()
        names = {int(area.code): area.name for area in areas if area.level == "kommune"}
        return Choices(self.session.scope.municipality, (), (), (), 1, names)

    def _show(self) -> None:
        if self.read is None:
            return
        key = self.steps.current()
        ground = self.session.ground
        self.slide.show_slide(self.made_slide(key), ground.limits if ground is not None else ())
        place = ORDER.index(key)
        count = tr("{place} af {all}", place=place + 1, all=len(ORDER))
        self._place.setText(f"{step_name(key)} · {count}" if self._in_meeting else count)
        self.back.setEnabled(place > 0)
        self.next.setEnabled(place < len(ORDER) - 1)
        self._show_outcome()

    def _marked(self, notes: Sequence[Note]) -> Note | None:
        row = self.slide.table.currentIndex().row()
        return notes[self.slide.model.source_row(row)] if 0 <= row < len(notes) else None

    def _earlier(self) -> Note | None:
        if self.read is None or self.steps.current() != SINCE:
            return None
        return self._marked([up.note for up in self.read.earlier])

    def _show_outcome(self) -> None:
        note = self._earlier()
        self.outcome.setVisible(note is not None)
        if note is not None:
            self.outcome.show_note(note)

    # Decisions and notes

    def save(self, note: Note) -> None:
        """Stores a decision or note about the place and data on the screen; it can be undone."""
        ground = self.session.ground
        if ground is None:
            return
        level, code = self.session.scope.focus
        self._make(replace(note, data_date=ground.as_of, area_kind=level, area_code=code), self.decide.clear)

    def save_outcome(self, said: str, done: bool) -> None:
        """Stores how the marked earlier decision went; it can be undone."""
        note = self._earlier()
        if note is not None:
            day = (note.done_on or dt.date.today()) if done else None
            self._make(replace(note, outcome=said, done_on=day), lambda: None)

    def remove_selected(self) -> None:
        """Takes the marked line of the log away; it can be undone."""
        workspace = self.session.workspace
        if self.read is None or workspace is None or self.steps.current() != DECIDED:
            return
        note = self._marked(self.read.log)
        if note is not None:
            self._run(lambda: workspace.meeting.remove(note.id), lambda: None)

    def _make(self, note: Note, then: Callable[[], None]) -> None:
        workspace = self.session.workspace
        if workspace is not None:
            self._run(lambda: workspace.meeting.save(note), then)

    def _run(self, change: Callable[[], Change], then: Callable[[], None]) -> None:
        """Makes a change in a thread and remembers it for undo; only the log is read anew."""
        steps = self.session.steps

        def done(made: Change) -> None:
            then()
            steps.remember(Step(made.text, made.undo, made.redo))
            self.load()

        self.session.jobs.start(
            "moede note",
            tr("Gemmer"),
            lambda progress, cancelled: change(),
            done,
            lambda error: self.tell(notice_of(error)),
            cancellable=False,
            queue=True,
        )

    # Minutes

    def ask_folder(self) -> None:
        """Asks where the minutes are to lie, without stopping the window."""
        ask_paths(self, tr("Vælg mappe til referatet"), Mode.Directory, lambda paths: self.write_minutes(paths[0]))

    def write_minutes(self, folder: Path) -> None:
        """Writes the minutes of today's meeting as PDF, text, Markdown and CSV into `folder`."""
        session = self.session
        workspace, ground = session.workspace, session.ground
        if workspace is None or ground is None:
            return
        level, code = session.scope.focus

        def work(progress: Progress, cancelled: Cancelled) -> list[Path]:
            room = workspace.meeting
            minutes = room.minutes(dt.date.today(), level, code, ground.as_of, cancelled)
            return [*room.write_minutes(minutes, folder), save_minutes_pdf(minutes, folder)]

        def done(paths: list[Path]) -> None:
            names = ", ".join(path.name for path in paths)
            show = (tr("Åbn mappen"), lambda: _open(folder))
            self.tell(Notice("info", tr("Referatet er gemt: {names}.", names=names), "", show))

        session.jobs.start(
            "export", tr("Gemmer referatet"), work, done, lambda error: self.tell(notice_of(error)), queue=True
        )


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
