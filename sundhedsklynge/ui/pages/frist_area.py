"""The desk of an area: its municipalities by risk, scenarios for all of them, what if, the private alternative, how good it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import Page
from sundhedsklynge.ui.pages.frist_private import PrivatePanel
from sundhedsklynge.ui.pages.frist_ranking import RankingPanel
from sundhedsklynge.ui.pages.frist_record import RecordPanel
from sundhedsklynge.ui.pages.frist_scenarios import ScenariosPanel
from sundhedsklynge.ui.pages.frist_view import AreaView
from sundhedsklynge.ui.pages.frist_whatif import WhatIfPanel
from sundhedsklynge.ui.room import Stack
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
        top = QHBoxLayout()
        top.addWidget(self.parts)
        top.addStretch(1)
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
        self.parts.set_current(key)
        self._stack.setCurrentWidget(next(panel for name, _, panel in self._named if name == key))
        self.what_if.setVisible(key == SCENARIOS)
        if key == SCENARIOS:
            self._compare()

    def show_view(self, view: AreaView, limits: Sequence[float]) -> None:
        """Shows an area. limits: of the risk classes."""
        self.view, self.comparison, self._limits = view, None, limits
        self.what_if.set_choices(view.choices)
        self.private.show_money(view.money, view.as_of)
        self._answered(None)
        if self.parts.current() == SCENARIOS:
            self._compare()
        self._ask(self.what_if.changes)

    def forget(self) -> None:
        """Another database."""
        self.view = self.comparison = None
        self.what_if.clear()

    # Scenarios ----------------------------------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Computes the scenarios for every municipality of the area; what is kept is there at once."""
        view, workspace = self.view, self._session.workspace
        if view is None or workspace is None:
            return
        room = workspace.scenarios

        def done(found: tuple[Comparison, Sequence[SavedScenario]]) -> None:
            if self.view is view:
                self.comparison, self._saved = found
                self.scenarios.show_comparison(self.comparison, self._saved, view.choices, self._limits)
                self.compared.emit()

        self._session.jobs.start(
            "frist-compare",
            tr("Sammenligner scenarierne"),
            lambda progress, cancelled: (
                room.compare(room.fitting(view.as_of, WEEKS), view.as_of, WEEKS, progress, cancelled, view.plan.codes),
                room.list(),
            ),
            done,
            lambda error: self._page.tell(notice_of(error)),
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
