"""Frist: slots per week against the risk of passing the deadline, and what to do about it, for one municipality or an area."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sundhedsklynge.ui import text
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.exporting import ask_folder, write_into
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.notice import Notice, notice_of, stopped_notice
from sundhedsklynge.ui.page import Page, button, when_seen
from sundhedsklynge.ui.pages import PROGNOSE
from sundhedsklynge.ui.pages.frist_area import SCENARIOS as AREA_SCENARIOS
from sundhedsklynge.ui.pages.frist_area import AreaDesk
from sundhedsklynge.ui.pages.frist_changes import Changer, SlotsChange, store_edits
from sundhedsklynge.ui.pages.frist_desk import CHART, HISTORY, PRIVATE, QUEUE, SCENARIOS, TABLE, WAITING, Desk
from sundhedsklynge.ui.pages.frist_ranking import rank
from sundhedsklynge.ui.pages.frist_slots import SlotEdits
from sundhedsklynge.ui.pages.frist_view import AreaView, FristView, read_area, read_view
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import WEEKS, Scope, Session
from sundhedsklynge.ui.text import tr, translated
from sundhedsklynge.workspace.whatif import ExtraSlots, WhatIf

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ChangeLine, RiskView, Workspace
    from sundhedsklynge.workspace.advice import BestUseAnswer
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario, WhatIfAnswer

_ROOM_FOR_BOTH = 1080  # pixels; the details pane takes the place of what if in a narrower page


class FristPage(Page):
    """The page where slots are planned."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Frist")
        self.view: FristView | None = None
        self.answer: WhatIfAnswer | None = None
        self._risk: RiskView | None = None  # the last known, for what slots do not change while it is computed anew
        self._alerts: Mapping[int, Sequence[ChangeLine]] = {}
        self._alert_limits: Sequence[float] = ()  # how grave the alerts are by
        self._last_change: SlotsChange | None = None
        self.changer = Changer(session, self)
        self.shape = Segments(tr("Vis køen som"), ((CHART, tr("Diagram")), (TABLE, tr("Tabel"))))
        self._copy = button(tr("Kopiér diagram"), self.copy_chart, tip=tr("Kopiér diagrammet som billede"))
        self._export = button(
            tr("Eksportér"), lambda: ask_folder(self), tip=tr("Gem ugens tal som Excel, PDF, CSV og billede")
        )
        self.area, self.desk = AreaDesk(self), Desk(self)
        self._which = Stack()
        self._which.addWidget(self.area)
        self._which.addWidget(self.desk)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._which)
        self._connect()
        self._refresh()

    def _connect(self) -> None:
        session, desk, area = self.session, self.desk, self.area
        session.ground_changed.connect(self._refresh)
        session.risk_changed.connect(self._refresh)
        session.scope_changed.connect(self._refresh)
        session.workspace_changed.connect(self._forget)
        session.steps.applied.connect(self._on_applied)
        session.steps.failed.connect(self._show_stored)
        session.steps.changed.connect(self._show_why)
        self.changer.refused.connect(self._on_refused)
        area.ranking.chosen.connect(self._choose)
        area.scenarios.export_asked.connect(lambda: ask_folder(self, self.export_area))
        desk.scenarios.export_asked.connect(lambda: ask_folder(self, self.export_scenarios))
        desk.slots.slots_model.edited.connect(self.store)
        desk.slots.refused.connect(lambda error: self.tell(notice_of(error)))
        desk.slots.asked_why.connect(self.explain)
        desk.why.returnPressed.connect(self._give_reason)
        desk.slot_share.stored.connect(lambda key, value: self.changer.set_setting(key, value, desk.since.valid_from))
        desk.what_if.changed.connect(self._ask)
        desk.what_if.best_use_asked.connect(self._ask_best_use)
        for part in (desk, area):
            part.private.stored.connect(self.changer.set_setting)
            part.private.refused.connect(self._on_refused)
            part.what_if.save_asked.connect(lambda name, part=part: self._save_scenario(part, name))
            part.scenarios.opened.connect(lambda scenario, part=part: self._open_scenario(part, scenario))
            part.scenarios.renamed.connect(
                lambda old, new: self.changer.make(lambda workspace: workspace.scenarios.rename(old, new))
            )
            part.scenarios.deleted.connect(
                lambda name: self.changer.make(lambda workspace: workspace.scenarios.delete(name))
            )
        desk.days.asked.connect(self.changer.make)
        desk.waiting.details_asked.connect(self._show_details)
        desk.take.clicked.connect(lambda: self.take_advice())
        desk.chart.told.connect(self.tell)
        self.shape.chosen.connect(desk.show_shape)

    @property
    def subtitle(self) -> str:
        risk, scope = self._risk, self.session.scope
        if risk is None:
            return ""
        said = tr(
            "{where} · {first} til {last}",
            where=self.session.area_name(*scope.focus),
            first=text.week(risk.weeks[0]),
            last=text.week(risk.weeks[-1]),
        )
        view = self.view
        if view is None or view.municipality != scope.municipality or not view.waiting.known:
            return said
        return tr(
            "{said} · {waiting} venter, {overdue} allerede over fristen",
            said=said,
            waiting=text.number(view.waiting.total + view.waiting.undated),
            overdue=text.number(view.waiting.overdue),
        )

    def actions_row(self) -> list[QWidget]:
        return [self.shape, self._copy, self._export]

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        risk, scope, what_if = self._risk, self.session.scope, self.desk.what_if
        if risk is None or np.isnan(risk.p_over_frist).all():
            return ()
        worst = risk.municipalities[int(np.nanargmax(np.nan_to_num(risk.p_over_frist)[:, 2:].max(1)))]
        return (
            ("alle-scenarier", lambda: self.area.show_part(AREA_SCENARIOS)),
            ("kommune", lambda: self._choose(worst)),
            ("hvad-nu-hvis", lambda: what_if.activity.setValue(6)),
            *((part, lambda part=part: self.desk.show_part(part)) for part in (SCENARIOS, WAITING, PRIVATE, HISTORY)),
            ("", lambda: (what_if.clear(), self.desk.show_part(QUEUE), self.session.choose(scope))),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        self.desk.what_if.setVisible(not self.details_open or self.width() >= _ROOM_FOR_BOTH)

    def _show_details(self, details: Details) -> None:
        self.details_asked.emit(details)
        self._make_room()

    def copy_chart(self) -> None:
        """Puts the chart on the clipboard as a picture, title, source and date in it."""
        self.desk.chart.copy()

    # Reading ----------------------------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self.view = self.answer = self._risk = self._last_change = None
        self._alerts = {}
        self.area.forget()

    @when_seen
    def _refresh(self) -> None:
        session = self.session
        ground, risk = session.ground, session.risk
        if risk is not None:
            is_new, self._risk = risk is not self._risk, risk
            if is_new:
                for part in (self.desk, self.area):
                    part.record.data_changed()
            if is_new or (ground is not None and ground.limits != self._alert_limits):
                self._load_alerts()
        if session.risk_failure is not None:
            self.show_state(session.risk_failure)
        elif ground is None or self._risk is None or self._risk.as_of != ground.as_of:
            self.show_loading(tr("Regner risikoen") if ground else tr("Læser data"))
        elif session.scope.municipality is None:
            self._show_ranking(self._risk)
            self._read_area()
        elif risk is not None or self.view is None or self.view.municipality != session.scope.municipality:
            self._read()
        self.head_changed.emit()

    def _show_ranking(self, risk: RiskView) -> None:
        ground = self.session.ground
        assert ground is not None
        places = {code: i for i, code in enumerate(risk.municipalities)}
        inside = [(int(area.code), area.name) for area in self.session.municipalities_in_scope()]
        rows = rank(risk, [(places[code], name) for code, name in inside if code in places], self._alerts)
        self.area.ranking.show_rows(rows, ground.limits)
        self._show_which(self.area)
        self.show_content()

    def _read_area(self) -> None:
        """Reads what the area's other parts show, once the risk of all is known."""
        session, risk = self.session, self.session.risk
        workspace, ground = session.workspace, session.ground
        codes = [row.code for row in self.area.ranking.rows]  # those at most risk first
        if ground is not None:
            self.area.expect(codes, ground.as_of)
        if workspace is None or risk is None:
            return
        name = session.area_name(*session.scope.area)

        def failed(error: Exception) -> None:
            self.area.show_instead(notice_of(error))
            self.tell(notice_of(error))

        def stopped() -> None:
            if not session.jobs.is_running("frist"):
                self.area.show_instead(stopped_notice(self._read_area))

        session.jobs.start(
            "frist",
            tr("Regner fristen"),
            lambda progress, cancelled: read_area(workspace, name, codes, risk.as_of, WEEKS),
            self._show_area,
            failed,
            stopped,
        )

    def _show_area(self, view: AreaView) -> None:
        ground = self.session.ground
        if ground is not None and self.session.scope.municipality is None and self.area.awaits(view):
            self.area.show_view(view, ground.limits)

    def _load_alerts(self) -> None:
        """Weeks that crossed the target since the last file; they were computed with what is new, or are now."""
        session = self.session
        workspace, ground = session.workspace, session.ground
        if workspace is None or ground is None:
            return
        self._alert_limits = ground.limits

        def done(lines: Sequence[ChangeLine]) -> None:
            found: dict[int, list[ChangeLine]] = {}
            for line in lines:
                if line.municipality is not None:
                    found.setdefault(line.municipality, []).append(line)
            self._alerts = found
            if session.scope.municipality is None and self._risk is not None:
                self._show_ranking(self._risk)
            self._show_news()

        session.jobs.start(
            "frist-alerts",
            tr("Sammenligner risikoen med sidste fil"),
            lambda progress, cancelled: workspace.deadline.alerts(
                ground.as_of, WEEKS, progress=progress, cancelled=cancelled
            ),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def alerts_of(self, municipality: int) -> Sequence[ChangeLine]:
        """Weeks of a municipality that crossed the target since the last file, the heaviest first."""
        return self._alerts.get(municipality, ())

    def _show_news(self) -> None:
        if self.view is not None:
            self.desk.show_news(self.alerts_of(self.view.municipality), self.view.name)

    def _show_which(self, widget: QWidget) -> None:
        """The list or the desk; what is done with the chart needs the desk."""
        self._which.setCurrentWidget(widget)
        for control in (self.shape, self._copy):
            control.setEnabled(widget is self.desk)

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
            self.desk.say_computing()
            self._read()  # at once for the municipality on screen, while the risk of all is computed

    # Showing ----------------------------------------------------------------------------------------------------------

    def _show_view(self, view: FristView) -> None:
        before = self.view
        if view.municipality != self.session.scope.municipality:
            return  # another was chosen meanwhile
        other = before is None or (before.municipality, before.as_of) != (view.municipality, view.as_of)
        if view.advice is None and before is not None and not other:
            was, now = before.plan, view.plan
            same = all(
                np.array_equal(old, new, equal_nan=True)
                for old, new in ((was.planned, now.planned), (was.p_late, now.p_late))
            )
            view = replace(view, advice=before.advice if same else None)
        self.view = view
        if other:
            self.answer, self._last_change = None, None
        assert self.session.ground is not None
        self.desk.show_view(view, self.session.ground.limits)
        self._show_outcome()
        self._show_why()
        self._show_news()
        self._show_which(self.desk)
        self.show_content()
        self.head_changed.emit()
        changes = self.desk.what_if.changes
        if changes.parts:
            self._ask(changes)

    def _show_outcome(self) -> None:
        view, ground = self.view, self.session.ground
        if view is not None and ground is not None:
            source = tr("prognose og pladser i {database}", database=self.session.database_name)
            self.desk.show_outcome(view, self.answer, ground.limits, source, is_demo=self.session.is_demo)

    def _show_stored(self) -> None:
        """What is stored, in place of what was typed: a change was refused."""
        ground = self.session.ground
        if self.view is not None and ground is not None:
            self.desk.show_view(self.view, ground.limits)
            self._show_outcome()
        if self.area.view is not None and ground is not None:
            self.area.show_view(self.area.view, ground.limits)

    def _on_refused(self, error: Exception) -> None:
        self.tell(notice_of(error))
        self._show_stored()

    def explain(self, week: int) -> None:
        """Opens the details on why the risk of a week is what it is."""
        view, ground = self.view, self.session.ground
        if view is not None and ground is not None:
            act = (tr("Åbn i Prognose"), lambda: self.page_asked.emit(PROGNOSE))
            self._show_details(replace(view.reasons(week, ground.limits), actions=(act,)))

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
        shared = dict(zip(view.plan.weeks, np.nan_to_num(view.rows[0].slots), strict=True))
        edits = {("", week): int(shared[week]) + more for week, more in extra.items()}
        self._change_slots(lambda workspace: store_edits(workspace, code, edits, "", day))

    def _change_slots(self, work: Callable[[Workspace], SlotsChange | None]) -> None:
        def done(change: SlotsChange | None) -> None:
            if change is not None:
                self._last_change = change
                self.changer.remember(change)

        self.changer.run(work, done)

    def _show_why(self) -> None:
        change = self._last_change
        is_newest = change is not None and self.session.steps.undo_text == change.text
        self.desk.show_why(change.text if change is not None and is_newest else "")

    def _give_reason(self) -> None:
        change, why = self._last_change, self.desk.why.text().strip()
        if change is None or not why or self.session.steps.undo_text != change.text:
            return

        def done(_: object) -> None:
            self.desk.why.setText("")  # clear() could be undone, and Ctrl+Z is to undo the slots now
            self.desk.slots.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tell(Notice("info", tr("Begrundelsen er gemt med ændringen."), passing=True))
            self._read()

        self.changer.run(lambda workspace: workspace.capacity.give_reason(change.changes, why), done)

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
            lambda progress, cancelled: workspace.scenarios.what_if(code, changes, day, WEEKS, recommend=False),
            self._answered,
            lambda error: self.tell(notice_of(error)),
        )

    def _answered(self, answer: WhatIfAnswer | None) -> None:
        if answer is not None and (self.view is None or answer.after.codes != (self.view.municipality,)):
            return
        self.answer = answer if self.desk.what_if.changes.parts else None
        self._show_outcome()

    def _ask_best_use(self, extra: int) -> None:
        view, workspace = self.view, self.session.workspace
        if view is None or workspace is None:
            return
        code, day = view.municipality, view.as_of

        def done(best: BestUseAnswer) -> None:
            others = [part for part in self.desk.what_if.changes.parts if not isinstance(part, ExtraSlots)]
            slots: Sequence[ExtraSlots] = [ExtraSlots(count, week, code) for week, count in best.added.items()]
            self.desk.what_if.set_changes(WhatIf((*slots, *others)))
            self.desk.what_if.tell(translated(best.sentence))

        self.session.jobs.start(
            "best_use",
            tr("Finder de bedste uger"),
            lambda progress, cancelled: workspace.deadline.best_use(code, extra, None, day, WEEKS),
            done,
            lambda error: self.tell(notice_of(error)),
        )

    def _save_scenario(self, part: Desk | AreaDesk, name: str) -> None:
        changes = part.what_if.changes

        def then() -> None:
            part.what_if.name.clear()
            part.show_part(AREA_SCENARIOS if isinstance(part, AreaDesk) else SCENARIOS)

        self.changer.make(lambda workspace: workspace.scenarios.save(name, changes), then)

    def _open_scenario(self, part: Desk | AreaDesk, scenario: SavedScenario) -> None:
        part.what_if.name.setText(scenario.name)
        part.what_if.set_changes(scenario.changes)

    def export_scenarios(self, folder: Path) -> None:
        """Writes the scenarios of the municipality beside its plan into `folder`, as a workbook and as CSV."""
        if self.view is not None:
            self._write_scenarios(folder, self.view.compared, self.view)

    def export_area(self, folder: Path) -> None:
        """Writes the scenarios of the area's municipalities beside their plan into `folder`."""
        if self.area.view is not None and self.area.comparison is not None:
            self._write_scenarios(folder, self.area.comparison, self.area.view)

    def _write_scenarios(self, folder: Path, compared: Comparison, view: FristView | AreaView) -> None:
        workspace = self.session.workspace
        if workspace is not None:
            room, name, day = workspace.scenarios, view.name, view.as_of
            write_into(self, folder, lambda *_: room.export(compared, folder, name, day))
