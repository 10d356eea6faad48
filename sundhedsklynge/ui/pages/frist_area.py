"""The desk of an area: its municipalities by risk, scenarios for all of them, what if, the private alternative, how good it was."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.domain.risk_class import TOO_LOW
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.notice import Notice, notice_of, stopped_notice
from sundhedsklynge.ui.page import ElidedLabel, Page, StatePanel
from sundhedsklynge.ui.pages.frist_private import PrivatePanel
from sundhedsklynge.ui.pages.frist_ranking import RankingPanel
from sundhedsklynge.ui.pages.frist_record import RecordPanel
from sundhedsklynge.ui.pages.frist_scenarios import ScenariosPanel
from sundhedsklynge.ui.pages.frist_view import AreaView
from sundhedsklynge.ui.pages.frist_whatif import WhatIfPanel
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import WEEKS
from sundhedsklynge.ui.text import number, percent, tr, translated
from sundhedsklynge.workspace.whatif import WhatIf

if TYPE_CHECKING:
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario

PLACES, SCENARIOS, PRIVATE, RECORD = "kommuner", "scenarier", "privat", "hvor_god"


class AreaDesk(QWidget):
    """The widgets are its face: the page connects them to what is done. It computes what if and the comparison itself, for these take
    seconds where there are many municipalities. `compared` tells that the comparison is another."""

    compared = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._session = page.session
        self.view: AreaView | None = None
        self.comparison: Comparison | None = None
        self._saved: Sequence[SavedScenario] = ()
        self._limits: Sequence[float] = ()
        self._expected: tuple[set[int], dt.date] | None = None
        self._is_compared = False  # whether the scenarios shown are of this area and date
        self._part = PLACES  # that was asked for
        self.ranking = RankingPanel()
        self.scenarios = ScenariosPanel(by_week=False)
        self.private = PrivatePanel()
        self.record = RecordPanel(page)
        self.what_if = WhatIfPanel()
        self._named = (
            (PLACES, tr("Kommuner"), self.ranking),
            (SCENARIOS, tr("Scenarier"), self.scenarios),
            (PRIVATE, tr("Privat og udgift"), self.private),
            (RECORD, tr("Hvor god var den"), self.record),
        )
        self.parts = Segments(tr("Vis"), [(key, said) for key, said, _ in self._named])
        self._stack = Stack()
        for _, _, panel in self._named:
            self._stack.addWidget(panel)
        self.state = StatePanel()
        self._stack.addWidget(self.state)
        top = QHBoxLayout()
        self.warning = ElidedLabel("", "small")
        top.setSpacing(theme.SPACE_M)
        top.addWidget(self.parts)
        top.addWidget(self.warning, 1)
        left = QVBoxLayout()
        left.setSpacing(theme.SPACE_S)
        left.addLayout(top)
        left.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_M)
        row.addLayout(left, 1)
        row.addWidget(self.what_if)
        self.parts.chosen.connect(self.show_part)
        self.what_if.changed.connect(self._ask)
        self.show_part(PLACES)

    def show_part(self, key: str) -> None:
        """Shows one of the parts; what if stands beside the scenarios."""
        self._part = key
        self.parts.set_current(key)
        self._show_ready()
        if key == SCENARIOS:
            self._compare()

    def _show_ready(self) -> None:
        """The part asked for; in its place what is under way, or why there is nothing, where its figures are of another area or date."""
        is_ready = {SCENARIOS: self._is_compared, PRIVATE: self.view is not None}.get(self._part, True)
        panel = next(panel for name, _, panel in self._named if name == self._part)
        self._stack.setCurrentWidget(panel if is_ready else self.state)
        self.what_if.setVisible(self._part == SCENARIOS and self.view is not None)

    def awaits(self, view: AreaView) -> bool:
        """Whether a view is of the municipalities and the date expected; one that comes late is not."""
        return self._expected == (set(view.plan.codes), view.as_of)

    def expect(self, codes: Sequence[int], as_of: dt.date) -> None:
        """These municipalities are to be read; figures of others, or of another date, go at once."""
        self._expected = (set(codes), as_of)
        if self.view is None or not self.awaits(self.view):
            self._clear()

    def show_instead(self, notice: Notice) -> None:
        """The reading came to nothing: says so where there are no figures."""
        if self.view is None:
            self.state.show_notice(notice)

    def show_view(self, view: AreaView, limits: Sequence[float]) -> None:
        """Shows an area. limits: of the risk classes."""
        self.view, self.comparison, self._limits = view, None, limits
        self.what_if.set_choices(view.choices)
        self.private.show_money(view.money, view.as_of)
        self.warning.set_whole(f"▲ {translated(TOO_LOW)}" if view.plan.may_be_too_low else "")
        self._answered(None)
        self._show_ready()
        if self._part == SCENARIOS:
            self._compare()
        self._ask(self.what_if.changes)

    def forget(self) -> None:
        """Another database."""
        self._expected = None
        self._clear()
        self.what_if.clear()

    def _clear(self) -> None:
        self.view = self.comparison = None
        self._is_compared = False
        self.state.show_loading(tr("Regner fristen"))
        self._show_ready()

    # Scenarios ----------------------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Computes the scenarios for every municipality of the area; what is kept is there at once."""
        view, workspace = self.view, self._session.workspace
        if view is None or workspace is None:
            return
        room, jobs = workspace.scenarios, self._session.jobs
        if not self._is_compared:
            self.state.show_loading(tr("Sammenligner scenarierne"))

        def failed(error: Exception) -> None:
            if self._is_compared:
                self._page.tell(notice_of(error))
            elif self.view is view:
                self.state.show_notice(notice_of(error))

        def stopped() -> None:
            if self.view is view and not jobs.is_running("frist-compare"):
                self.state.show_notice(stopped_notice(self._compare))

        def done(found: tuple[Comparison, Sequence[SavedScenario]]) -> None:
            if self.view is view:
                self.comparison, self._saved = found
                self._is_compared = True
                self._show_ready()
                self.scenarios.show_comparison(self.comparison, self._saved, view.choices, self._limits)
                self.compared.emit()

        jobs.start(
            "frist-compare",
            tr("Sammenligner scenarierne"),
            lambda progress, cancelled: (
                room.compare(room.fitting(view.as_of, WEEKS), view.as_of, WEEKS, progress, cancelled, view.plan.codes),
                room.list(),
            ),
            done,
            failed,
            stopped,
        )

    # What if ------------------------------------------------------------------------------------------------------------

    def _ask(self, changes: WhatIf) -> None:
        view, workspace = self.view, self._session.workspace
        if view is None or workspace is None:
            return
        if not changes.parts:
            self._session.jobs.start(
                "whatif", tr("Regner hvad nu hvis"), lambda *_: None, lambda _: self._answered(None)
            )
            return
        room, codes = workspace.scenarios, view.plan.codes
        self._session.jobs.start(
            "whatif",
            tr("Regner hvad nu hvis"),
            lambda progress, cancelled: room.try_out(changes, codes, view.as_of, WEEKS, progress, cancelled),
            self._answered,
            lambda error: self._page.tell(notice_of(error)),
        )

    def _answered(self, answer: Comparison | None) -> None:
        view = self.view
        if view is None:
            return
        if answer is None or not self.what_if.changes.parts:
            highest = view.plan.highest_risk
            if highest is None:
                said = tr("Skriv antal pladser ind for at se risikoen.")
                self.what_if.show_answer(text.tr_marked(text.MISSING), said)
                return
            said = tr(
                "ventes over fristen i alle kommuner; den højeste risiko er {risk}. Træk for at se, hvad der ændrer det.",
                risk=percent(highest),
            )
            self.what_if.show_answer(number(view.plan.expected_late, 1), said)
            return
        before, after = answer.outcomes
        headline = tr(
            "{before} → {after}", before=number(before.expected_late, 1), after=number(after.expected_late, 1)
        )
        self.what_if.show_answer(headline, tr("ventes over fristen. {said}", said=translated(answer.difference())))
