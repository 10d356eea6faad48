"""Frist: slots per week against the risk of passing the deadline, and what to do about it, for one municipality."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.exporting import ask_folder
from sundhedsklynge.ui.heatmap import WORDS, risk_class
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import ElidedLabel, Page, button, label
from sundhedsklynge.ui.pages import PROGNOSE
from sundhedsklynge.ui.pages.frist_changes import SlotsChange, set_back, store_edits
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.frist_days import DaysPanel
from sundhedsklynge.ui.pages.frist_private import PrivatePanel, SettingField
from sundhedsklynge.ui.pages.frist_ranking import RankingPanel, rank
from sundhedsklynge.ui.pages.frist_record import HistoryPanel, RecordPanel
from sundhedsklynge.ui.pages.frist_scenarios import ScenariosPanel, highest_risk
from sundhedsklynge.ui.pages.frist_slots import SlotEdits, SlotsTable
from sundhedsklynge.ui.pages.frist_view import SLOT_SHARE, FristView, read_view
from sundhedsklynge.ui.pages.frist_waiting import WaitingPanel
from sundhedsklynge.ui.pages.frist_whatif import WhatIfPanel
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import WEEKS, Scope, Session
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.workspace import RiskView, Workspace
    from sundhedsklynge.workspace.advice import BestUseAnswer
    from sundhedsklynge.workspace.change import Change
    from sundhedsklynge.workspace.risk_record import RiskRecord
    from sundhedsklynge.workspace.scenarios import SavedScenario, WhatIfAnswer
    from sundhedsklynge.workspace.whatif import WhatIf

CHART, TABLE = "diagram", "tabel"
_LOWER_HEIGHT, _ROOM_FOR_BOTH = 144, 1080  # pixels; the details pane takes the place of what if in a narrower page
SCENARIOS, WAITING, DAYS, PRIVATE, RECORD, HISTORY = "scenarier", "venter", "dage", "privat", "hvor_god", "aendringer"


class FristPage(Page):
    """The page where slots are planned."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Frist")
        self.view: FristView | None = None
        self.answer: WhatIfAnswer | None = None
        self._risk: RiskView | None = None  # the last known, for what slots do not change while it is computed anew
        self._last_change: SlotsChange | None = None
        self._record: RiskRecord | None = None
        self.shape = Segments(tr("Vis køen som"), ((CHART, tr("Diagram")), (TABLE, tr("Tabel"))))
        self._copy = button(tr("Kopiér diagram"), self.copy_chart, tip=tr("Kopiér diagrammet som billede"))
        self._export = button(tr("Eksportér"), lambda: ask_folder(self), tip=tr("Gem ugens tal som Excel og CSV"))
        self.ranking = RankingPanel()
        self.advice = label("", "strong", wrap=True)
        self.take = button(
            tr("Brug anbefalingen"), self.take_advice, "primary", tr("Læg de anbefalede pladser til planen")
        )
        self.slots = SlotsTable()
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Hvorfor pladserne er ændret"))
        self.warning = ElidedLabel("", "small")
        self.slot_share = SettingField(SLOT_SHARE)
        self.chart = QueueChart()
        self.queue_model = ColumnTable(self)
        self.queue_table = TableView(tr("Modtagne planer, frister, pladser og ventende for hver uge"))
        self.what_if = WhatIfPanel()
        self.scenarios, self.waiting, self.days = ScenariosPanel(), WaitingPanel(), DaysPanel()
        self.private, self.record, self.history = PrivatePanel(), RecordPanel(), HistoryPanel()
        self._lower = {
            SCENARIOS: self.scenarios,
            WAITING: self.waiting,
            DAYS: self.days,
            PRIVATE: self.private,
            RECORD: self.record,
            HISTORY: self.history,
        }
        self.parts = Segments(
            tr("Vis nederst"),
            (
                (SCENARIOS, tr("Scenarier")),
                (WAITING, tr("Venter nu")),
                (DAYS, tr("Lukkedage og fravær")),
                (PRIVATE, tr("Privat og udgift")),
                (RECORD, tr("Hvor god var den")),
                (HISTORY, tr("Ændringer")),
            ),
        )
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        self.queue_table.setModel(self.queue_model)
        self.queue_table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        self.queue_table.verticalHeader().show()
        self.queue_table.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.queue_table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.queue_table.horizontalHeader().setMinimumSectionSize(46)
        advice = QHBoxLayout()
        advice.setSpacing(theme.SPACE_M)
        advice.addWidget(self.advice, 1)
        advice.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        why = QHBoxLayout()
        why.setSpacing(theme.SPACE_M)
        why.addWidget(self.why, 1)
        why.addWidget(self.warning, 1)
        why.addWidget(self.slot_share)
        self._queue = QStackedWidget()
        self._queue.addWidget(self.chart)
        self._queue.addWidget(self.queue_table)
        parts = QHBoxLayout()
        parts.addWidget(self.parts)
        parts.addStretch(1)
        self._lower_stack = _LowStack()
        self._lower_stack.setMinimumHeight(_LOWER_HEIGHT)
        for panel in self._lower.values():
            self._lower_stack.addWidget(panel)
        column = QWidget()
        left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE_S)
        left.addLayout(advice)
        left.addWidget(self.slots)
        left.addLayout(why)
        left.addWidget(self._queue, 5)
        left.addLayout(parts)
        left.addWidget(self._lower_stack, 4)
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_M)
        row.addWidget(_scrolled(column), 1)
        row.addWidget(self.what_if)
        self._which = QStackedWidget()
        self._which.addWidget(self.ranking)
        self._which.addWidget(one)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._which)

    def _connect(self) -> None:
        session = self.session
        session.ground_changed.connect(self._refresh)
        session.risk_changed.connect(self._refresh)
        session.scope_changed.connect(self._refresh)
        session.workspace_changed.connect(self._forget)
        session.steps.applied.connect(self._on_applied)
        session.steps.failed.connect(lambda _: self._show_slots())
        session.steps.changed.connect(self._show_why)
        self.ranking.chosen.connect(self._choose)
        self.slots.slots_model.edited.connect(self.store)
        self.slots.refused.connect(lambda error: self.tell(notice_of(error)))
        self.slots.asked_why.connect(self.explain)
        self.why.returnPressed.connect(self._give_reason)
        self.slot_share.stored.connect(self._store_setting)
        self.private.stored.connect(self._store_setting)
        self.what_if.changed.connect(self._ask)
        self.what_if.save_asked.connect(self._save_scenario)
        self.what_if.best_use_asked.connect(self._ask_best_use)
        self.scenarios.opened.connect(self._open_scenario)
        self.scenarios.renamed.connect(
            lambda old, new: self._change_scenario(lambda room: room.scenarios.rename(old, new))
        )
        self.scenarios.deleted.connect(lambda name: self._change_scenario(lambda room: room.scenarios.delete(name)))
        self.days.asked.connect(self._change)
        self.waiting.details_asked.connect(self._show_details)
        self.record.asked.connect(self._compute_record)
        self.shape.chosen.connect(lambda key: self._queue.setCurrentIndex(int(key == TABLE)))
        self.parts.chosen.connect(lambda key: self._lower_stack.setCurrentWidget(self._lower[key]))

    @property
    def subtitle(self) -> str:
        risk, scope = self._risk, self.session.scope
        if risk is None:
            return ""
        where = self.session.area_name(*scope.focus)
        if scope.municipality is None:
            where = tr("{where}, kommuner efter risiko", where=where)
        return tr(
            "{where} · {first} til {last}", where=where, first=text.week(risk.weeks[0]), last=text.week(risk.weeks[-1])
        )

    def actions_row(self) -> list[QWidget]:
        return [self.shape, self._copy, self._export]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.what_if.setVisible(not self.details_open or self.width() >= _ROOM_FOR_BOTH)

    def _show_details(self, details: Details) -> None:
        self.details_asked.emit(details)
        self._make_room()

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        if self.chart.shown is not None:
            QApplication.clipboard().setPixmap(self.chart.picture())
            self.tell(Notice("info", tr("Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V.")))

    # Reading ----------------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.view = self.answer = self._risk = self._last_change = self._record = None
        self.record.show_nothing()

    def _refresh(self) -> None:
        session = self.session
        ground, risk = session.ground, session.risk
        if risk is not None:
            if self._risk is None or self._risk.as_of != risk.as_of:
                self._record = None
                self.record.show_nothing()
            self._risk = risk
        if session.risk_failure is not None:
            self.show_state(session.risk_failure)
        elif ground is None or self._risk is None or self._risk.as_of != ground.as_of:
            self.show_loading(tr("Regner risikoen") if ground else tr("Læser data"))
        elif session.scope.municipality is None:
            self._show_ranking(self._risk)
        elif risk is not None or self.view is None or self.view.municipality != session.scope.municipality:
            self._read()
        self.head_changed.emit()

    def _show_ranking(self, risk: RiskView) -> None:
        ground = self.session.ground
        assert ground is not None
        places = {code: i for i, code in enumerate(risk.municipalities)}
        inside = [(int(area.code), area.name) for area in self.session.municipalities_in_scope()]
        rows = rank(risk, [(places[code], name) for code, name in inside if code in places])
        self.ranking.show_rows(rows, ground.limits)
        self._which.setCurrentIndex(0)
        self.show_content()

    def _choose(self, code: int) -> None:
        scope = self.session.scope
        self.session.choose(Scope(scope.area, code, scope.procedure))

    def _read(self) -> None:
        """Reads the view of the municipality chosen; the advice with it where the risk of all is known."""
        session, risk = self.session, self._risk
        workspace, code = session.workspace, session.scope.municipality
        if workspace is None or risk is None or code is None:
            return
        if code not in risk.municipalities:
            name = session.area_name("kommune", str(code))
            self.show_state(
                Notice("info", tr("Der er ingen data for {name}.", name=name), tr("Vælg en anden kommune."))
            )
            return
        if self.view is None or self.view.municipality != code or self.view.as_of != risk.as_of:
            self.show_loading(tr("Regner fristen for {name}", name=session.area_name("kommune", str(code))))
        with_advice = session.risk is not None
        session.jobs.start(
            "frist",
            tr("Regner fristen"),
            lambda progress, cancelled: read_view(workspace, risk, code, WEEKS, with_advice=with_advice),
            self._show_view,
            lambda error: self.show_state(notice_of(error)),
        )

    def _on_applied(self) -> None:
        if self.session.risk is None and self.session.scope.municipality is not None:
            self._read()  # at once for the municipality on screen, while the risk of all is computed

    # Showing ----------------------------------------------------------------------------------------------------------

    def _show_view(self, view: FristView) -> None:
        before = self.view
        if view.municipality != self.session.scope.municipality:
            return  # another was chosen meanwhile
        other = before is None or before.municipality != view.municipality
        if view.advice is None and before is not None and not other:
            same = np.array_equal(before.plan.planned, view.plan.planned, equal_nan=True)
            view = replace(view, advice=before.advice if same else None)
        self.view = view
        if other:
            self.answer, self._last_change = None, None
        self.what_if.set_choices(view.choices)
        self._show_slots()
        self._show_advice()
        self._show_queue()
        self._show_headline()
        for panel in (self.scenarios, self.waiting, self.days, self.private, self.history):
            panel.show_view(view)
        self._show_warning()
        self._show_why()
        self._which.setCurrentIndex(1)
        self.show_content()
        self.head_changed.emit()
        changes = self.what_if.changes
        if changes.parts:
            self._ask(changes)

    def _show_slots(self) -> None:
        view, ground = self.view, self.session.ground
        if view is not None and ground is not None:
            changed = (tr("Ændret %"), self.answer.after) if self.answer else None
            self.slots.set_content(view.slots_data(ground.limits, changed))

    def _show_advice(self) -> None:
        view = self.view
        assert view is not None
        advice = view.advice
        self.advice.setText(advice.sentence if advice else tr("Regner anbefalingen …"))
        self.take.setVisible(advice is None or bool(advice.extra))
        self.take.setEnabled(advice is not None)

    def _show_queue(self) -> None:
        view = self.view
        assert view is not None
        changed = None
        if self.answer is not None:
            changed = (tr("ændret"), self.answer.after.planned[0], self.answer.after.waiting[0])
        data = QueueData(
            tr("Planer, frister og pladser pr. uge: {name}", name=view.name),
            tr("prognose og pladser i {database}", database=self.session.database_name),
            view.as_of,
            view.plan.weeks,
            view.received,
            view.deadlines,
            view.plan.planned[0],
            view.plan.waiting[0],
            changed,
        )
        self.chart.show_data(data)
        columns, heads = data.columns()
        self.queue_model.set_columns(columns, heads)

    def _show_headline(self) -> None:
        view, answer = self.view, self.answer
        assert view is not None
        was = highest_risk(view.plan)
        if was is None:
            self.what_if.show_answer(text.tr_marked(text.MISSING), tr("Skriv antal pladser ind for at se risikoen."))
        elif answer is None:
            late = number(view.plan.expected_late, 1)
            said = tr(
                "højeste risiko i en uge; {late} ventes over fristen i alt. Træk for at se, hvad der ændrer det.",
                late=late,
            )
            self.what_if.show_answer(percent(was), said)
        else:
            now = highest_risk(answer.after)
            after = text.tr_marked(text.MISSING) if now is None else percent(now)
            self.what_if.show_answer(tr("{before} → {after}", before=percent(was), after=after), answer.sentence)

    def _show_warning(self) -> None:
        view = self.view
        assert view is not None
        self.warning.setVisible(view.only_three)
        self.slot_share.setVisible(view.only_three)
        self.warning.set_whole(
            tr(
                "▲ Data rummer kun knæ, hofte og skulder. Bruger andre planer de samme pladser, er risikoen for lav: "
                "skriv den andel af pladserne, som de tre får."
            )
        )
        self.slot_share.show_value(view.settings[SLOT_SHARE])

    def explain(self, week: int) -> None:
        """Opens the details on why the risk of a week is what it is."""
        view, ground = self.view, self.session.ground
        if view is None or ground is None:
            return
        plan = view.plan
        p = float(plan.p_late[0, week])
        kind = risk_class(p, ground.limits)
        figures = [
            (tr("Frister, der udløber"), number(float(view.deadlines[week]), 1)),
            (tr("Venter ved ugens start"), number(float(plan.waiting[0, week]), 1)),
            (tr("Pladser i ugen"), number(float(plan.planned[0, week]))),
        ]
        if week:
            figures.append((tr("Pladser ugen før"), number(float(plan.planned[0, week - 1]))))
        figures.append((tr("Forventet over frist"), number(float(plan.late[0, week]), 1)))
        figures.append((tr("Anbefalede pladser"), number(float(plan.recommended[0, week]))))
        notes = [tr("Pladser mangler. Skriv antallet i tabellen for at se risikoen.")]
        if kind is not None:
            word = tr_marked(WORDS[kind]).capitalize()
            notes = [tr("{word}: sandsynlighed for at mindst én borger når over fristen i ugen.", word=word)]
            if view.closed[week]:
                notes.append(tr("I ugen er der {days}.", days=view.closed[week]))
            if week and view.closed[week - 1]:
                notes.append(tr("I ugen før er der {days}.", days=view.closed[week - 1]))
        title = f"{view.name}, {text.week(plan.weeks[week])}"
        headline = text.tr_marked(text.MISSING) if kind is None else percent(p)
        act = (tr("Åbn i Prognose"), lambda: self.page_asked.emit(PROGNOSE))
        self._show_details(Details(title, headline, tuple(figures), tuple(notes), (act,)))

    # Changing ---------------------------------------------------------------------------------------------------------

    def store(self, edits: SlotEdits) -> None:
        """Stores slots that were typed, filled or pasted; undoable."""
        view = self.view
        if view is not None:
            code, day = view.municipality, view.as_of
            self._change_slots(lambda workspace: store_edits(workspace, code, edits, "", day))

    def take_advice(self) -> None:
        """Adds the recommended slots to the plan; undoable."""
        view = self.view
        if view is None or view.advice is None or not view.advice.extra:
            return
        code, day, extra = view.municipality, view.as_of, view.advice.extra
        slots = {week: int(view.rows[0].slots[view.plan.weeks.index(week)]) + more for week, more in extra.items()}
        edits = {("", week): count for week, count in slots.items()}
        self._change_slots(lambda workspace: store_edits(workspace, code, edits, "", day))

    def _change_slots(self, work: Callable[[Workspace], SlotsChange | None]) -> None:
        def done(change: SlotsChange | None) -> None:
            if change is not None:
                self._last_change = change
                self._made(change.text, change.undo, change.redo)

        self._run_change(work, done)

    def _change(self, work: Callable[[Workspace], Change | None]) -> None:
        """Runs a change of the workspace in a thread and takes note of it."""

        def done(change: Change | None) -> None:
            if change is not None:
                self._made(change.text, change.undo, change.redo)

        self._run_change(work, done)

    def _made(self, said: str, undo: Callable[[], object], redo: Callable[[], object]) -> None:
        self.session.steps.remember(Step(said, undo, redo))
        self.session.steps.applied.emit()

    def _run_change(self, work: Callable[[Workspace], object], done: Callable[..., None]) -> None:
        workspace = self.session.workspace
        if workspace is None:
            return

        def failed(error: Exception) -> None:
            self.tell(notice_of(error))
            self._show_slots()

        self.session.jobs.start(
            "change",
            tr("Gemmer"),
            lambda progress, cancelled: work(workspace),
            done,
            failed,
            cancellable=False,
            queue=True,
        )

    def _store_setting(self, key: str, value: str) -> None:
        self._change(lambda workspace: set_back(workspace, key, value))

    def _show_why(self) -> None:
        change = self._last_change
        open_to_reason = change is not None and self.session.steps.undo_text == change.text
        self.why.setEnabled(open_to_reason)
        self.why.setPlaceholderText(
            tr("Hvorfor? Enter gemmer det med: {change}", change=change.text)
            if change is not None and open_to_reason
            else tr("Hvorfor pladserne er ændret kan skrives her efter en ændring")
        )

    def _give_reason(self) -> None:
        change, why = self._last_change, self.why.text().strip()
        if change is None or not why or self.session.steps.undo_text != change.text:
            return

        def done(_: object) -> None:
            self.why.clear()
            self.tell(Notice("info", tr("Begrundelsen er gemt med ændringen.")))
            self._read()

        self._run_change(lambda workspace: change.give_reason(workspace, why), done)

    # What if ----------------------------------------------------------------------------------------------------------

    def _ask(self, changes: WhatIf) -> None:
        view, workspace = self.view, self.session.workspace
        if view is None or workspace is None:
            return
        if not changes.parts:
            self._answered(None)
            return
        code, day = view.municipality, view.as_of
        self.session.jobs.start(
            "whatif",
            tr("Regner hvad nu hvis"),
            lambda progress, cancelled: workspace.scenarios.what_if(code, changes, day, WEEKS),
            self._answered,
            lambda error: self.tell(notice_of(error)),
        )

    def _answered(self, answer: WhatIfAnswer | None) -> None:
        if answer is not None and (self.view is None or answer.after.codes != (self.view.municipality,)):
            return
        self.answer = answer if self.what_if.changes.parts else None
        self._show_slots()
        self._show_queue()
        self._show_headline()

    def _ask_best_use(self, extra: int) -> None:
        view, workspace = self.view, self.session.workspace
        if view is None or workspace is None:
            return
        code, day = view.municipality, view.as_of

        def done(best: BestUseAnswer) -> None:
            from sundhedsklynge.workspace.whatif import ExtraSlots, WhatIf

            others = [part for part in self.what_if.changes.parts if not isinstance(part, ExtraSlots)]
            slots: Sequence[ExtraSlots] = [ExtraSlots(count, week, code) for week, count in best.added.items()]
            self.what_if.set_changes(WhatIf((*slots, *others)))
            self.what_if.tell(best.sentence)

        self.session.jobs.start(
            "best_use",
            tr("Finder de bedste uger"),
            lambda progress, cancelled: workspace.deadline.best_use(code, extra, None, day, WEEKS),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def _save_scenario(self, name: str) -> None:
        changes = self.what_if.changes

        def done(change: Change) -> None:
            self.what_if.name.clear()
            self._made(change.text, change.undo, change.redo)
            self.show_part(SCENARIOS)

        self._run_change(lambda workspace: workspace.scenarios.save(name, changes), done)

    def _change_scenario(self, work: Callable[[Workspace], Change]) -> None:
        self._change(work)

    def _open_scenario(self, scenario: SavedScenario) -> None:
        self.what_if.name.setText(scenario.name)
        self.what_if.set_changes(scenario.changes)

    def show_part(self, key: str) -> None:
        """Shows one of the parts at the bottom."""
        self.parts.set_current(key)
        self._lower_stack.setCurrentWidget(self._lower[key])

    # How good it was --------------------------------------------------------------------------------------------------

    def _compute_record(self) -> None:
        workspace, ground = self.session.workspace, self.session.ground
        if workspace is None or ground is None:
            return
        self.record.show_working()

        def done(record: RiskRecord) -> None:
            self._record = record
            self.record.show_record(record)

        def failed(error: Exception) -> None:
            self.record.show_nothing()
            self.tell(notice_of(error))

        self.session.jobs.start(
            "frist-record",
            tr("Holder tidligere risiko op mod det, der skete"),
            lambda progress, cancelled: workspace.deadline.record(ground.as_of, WEEKS, progress, cancelled),
            done,
            failed,
            self.record.show_nothing,
        )


class _LowStack(QStackedWidget):
    """Takes the height it is given: wrapped text in one of its pages asks for no more."""

    def hasHeightForWidth(self) -> bool:
        return False


class _Column(QWidget):
    """Fits its one child into itself. A layout with wrapped text would ask a scroll area for its preferred height, not its least."""

    def __init__(self, child: QWidget) -> None:
        super().__init__()
        self._child = child
        child.setParent(self)

    def minimumSizeHint(self) -> QSize:
        return self._child.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._child.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)


def _scrolled(column: QWidget) -> QScrollArea:
    """The column, to be scrolled where the window is smaller than it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(_Column(column))
    area.viewport().setAutoFillBackground(False)
    area.widget().setAutoFillBackground(False)
    return area
