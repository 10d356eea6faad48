"""The desk of one municipality: slots, queue, what if and the parts below, laid out; it shows a view and knows nothing of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.domain.risk_class import TOO_LOW
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import Scrolled, Stack
from sundhedsklynge.ui.page import ElidedLabel, Page, button, label
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.frist_days import DaysPanel
from sundhedsklynge.ui.pages.frist_private import PrivatePanel
from sundhedsklynge.ui.pages.frist_ranking import crossing
from sundhedsklynge.ui.pages.frist_record import HistoryPanel, RecordPanel
from sundhedsklynge.ui.pages.frist_scenarios import ScenariosPanel
from sundhedsklynge.ui.pages.frist_settings import SettingField, Since
from sundhedsklynge.ui.pages.frist_slots import SlotsTable
from sundhedsklynge.ui.pages.frist_view import SLOT_SHARE, FristView
from sundhedsklynge.ui.pages.frist_waiting import WaitingPanel
from sundhedsklynge.ui.pages.frist_whatif import WhatIfPanel
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import ChangeLine
    from sundhedsklynge.workspace.scenarios import WhatIfAnswer

CHART, TABLE = "diagram", "tabel"
QUEUE, SCENARIOS, WAITING, DAYS, PRIVATE, RECORD, HISTORY = (
    "koe",
    "scenarier",
    "venter",
    "dage",
    "privat",
    "hvor_god",
    "aendringer",
)
_ROOM_FOR_BOTH = 760  # pixels of height from which on the queue stands above the parts; below it is one of them


class Desk(QWidget):
    """The widgets are its face: the page connects them to what is done."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.advice = label("", "strong", wrap=True)
        self.take = button(
            tr("Brug anbefalingen"), lambda: None, "primary", tr("Læg de anbefalede pladser til planen; kan fortrydes")
        )
        self.slots = SlotsTable()
        self.why = QLineEdit()
        self.why.setAccessibleName(tr("Hvorfor pladserne er ændret"))
        self.warning = ElidedLabel("", "small")
        self.slot_share, self.since = SettingField(SLOT_SHARE), Since("")
        self.news = ElidedLabel("", "small")
        self.chart = QueueChart()
        self.queue_model = ColumnTable(self)
        self.queue_table = TableView(tr("Modtagne planer, frister, pladser og ventende for hver uge"))
        self.what_if = WhatIfPanel()
        self.scenarios, self.waiting, self.days = ScenariosPanel(by_week=True), WaitingPanel(), DaysPanel()
        self.private, self.record, self.history = PrivatePanel(), RecordPanel(page), HistoryPanel()
        self._queue = Stack()
        self._named = (
            (QUEUE, tr("Køen"), self._queue),
            (SCENARIOS, tr("Scenarier"), self.scenarios),
            (WAITING, tr("Venter nu"), self.waiting),
            (DAYS, tr("Lukket, fravær, hold"), self.days),
            (PRIVATE, tr("Privat og udgift"), self.private),
            (RECORD, tr("Hvor god var den"), self.record),
            (HISTORY, tr("Ændringer"), self.history),
        )
        self.parts = Segments(tr("Vis nederst"))
        self._part = QUEUE  # that was asked for
        self._has_both: bool | None = None
        self._lower = Stack()
        self._left = QVBoxLayout()
        self._build()
        self._divide()
        self.parts.chosen.connect(self.show_part)

    def _build(self) -> None:
        table = self.queue_table
        table.setModel(self.queue_model)
        table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        table.verticalHeader().show()
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMinimumSectionSize(theme.scaled(46))
        self._queue.addWidget(self.chart)
        self._queue.addWidget(table)
        for _, _, panel in self._named:
            self._lower.addWidget(panel)
        advice, why, parts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        advice.setSpacing(theme.SPACE_M)
        advice.addWidget(self.advice, 1)
        advice.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        why.setSpacing(theme.SPACE_M)
        why.addWidget(self.why, 1)
        why.addWidget(self.warning, 1)
        why.addWidget(self.slot_share)
        why.addWidget(self.since)
        parts.addWidget(self.parts)
        parts.addStretch(1)
        column, left = QWidget(), self._left
        column.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE_S)
        left.addLayout(advice)
        left.addWidget(self.news)
        left.addWidget(self.slots)
        left.addLayout(why)
        left.addLayout(parts)
        left.addWidget(self._lower, 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_M)
        row.addWidget(Scrolled(column), 1)
        row.addWidget(self.what_if)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        """Puts the queue above the parts, or in a low window among them."""
        has_both = self.height() >= theme.scaled(_ROOM_FOR_BOTH)
        if has_both == self._has_both:
            return
        self._has_both = has_both
        if has_both:
            self._lower.removeWidget(self._queue)
            self._left.insertWidget(self._left.count() - 2, self._queue, 5)
            self._queue.show()
        else:
            self._left.removeWidget(self._queue)
            self._lower.insertWidget(0, self._queue)
        self.parts.set_options([(key, said) for key, said, _ in self._named if key != QUEUE or not has_both])
        self.show_part(self._part)

    def show_part(self, key: str) -> None:
        """Shows one of the parts at the bottom; the scenarios where the queue is asked for and seen anyway."""
        self._part = key
        shown = SCENARIOS if key == QUEUE and self._has_both else key
        self.parts.set_current(shown)
        self._lower.setCurrentWidget(next(panel for name, _, panel in self._named if name == shown))

    def show_shape(self, key: str) -> None:
        """Shows the queue as a chart or as a table."""
        self._queue.setCurrentIndex(int(key == TABLE))

    # What is shown ----------------------------------------------------------------------------------------------------

    def show_view(self, view: FristView, limits: Sequence[float]) -> None:
        """Everything but what the changes looked at bear on. limits: of the risk classes."""
        advice = view.advice
        self.advice.setText(translated(advice.sentence) if advice else tr("Regner anbefalingen …"))
        self.take.setVisible(advice is None or bool(advice.extra))
        self.take.setEnabled(advice is not None)
        self.what_if.set_choices(view.choices)
        for panel in (self.waiting, self.days, self.history):
            panel.show_view(view)
        self.scenarios.show_comparison(view.compared, view.scenarios, view.choices, limits)
        self.private.show_money(view.money, view.as_of)
        for widget in (self.warning, self.slot_share, self.since):
            widget.setVisible(view.only_three)
        share = view.settings[SLOT_SHARE]
        self.slot_share.show_value(replace(share, text="") if view.plan.may_be_too_low else share)
        self.since.start_at(view.as_of)
        said = tr("Knæ, hofte og skulder får denne andel af pladserne:")
        if view.plan.may_be_too_low:
            said = f"▲ {translated(TOO_LOW)} {tr('Skriv andelen her:')}"
        self.warning.set_whole(said)
        self.warning.setToolTip(
            tr(
                "Får andre planer også pladser, er den viste risiko for lav. Skriv den andel af pladserne, som knæ, hofte og skulder får, "
                "så regnes der kun med dem."
            )
        )

    def say_computing(self) -> None:
        """The data are others than those shown: says so until the new figures are there."""
        self.advice.setText(tr("Regner igen. Tallene er fra før ændringen …"))
        self.take.setEnabled(False)

    def show_news(self, alerts: Sequence[ChangeLine], name: str) -> None:
        """Weeks that crossed the target since the last file, the heaviest first."""
        said = "  ".join(crossing(line, name) for line in alerts)
        self.news.set_whole(tr("Siden sidste fil: {said}", said=said) if said else "")
        self.news.setVisible(bool(said))

    def show_outcome(
        self,
        view: FristView,
        answer: WhatIfAnswer | None,
        limits: Sequence[float],
        source: str,
        *,
        is_demo: bool = False,
    ) -> None:
        """Slots, queue and headline, with the changes looked at."""
        changed = (tr("Ændret %"), answer.after) if answer else None
        self.slots.set_content(view.slots_data(limits, changed))
        self._show_queue(view, answer, source, is_demo=is_demo)
        was = view.plan.highest_risk
        if was is None:
            self.what_if.show_answer(text.tr_marked(text.MISSING), tr("Skriv antal pladser ind for at se risikoen."))
        elif answer is None:
            said = tr(
                "højeste risiko i en uge; {late} ventes over fristen i alt. Træk for at se, hvad der ændrer det.",
                late=number(view.plan.expected_late, 1),
            )
            self.what_if.show_answer(percent(was), said)
        else:
            self.what_if.show_answer(_most_moved(answer), translated(answer.sentence))

    def _show_queue(self, view: FristView, answer: WhatIfAnswer | None, source: str, *, is_demo: bool) -> None:
        after = answer.after if answer else None
        data = QueueData(
            tr("Planer, frister og pladser pr. uge: {name}", name=view.name),
            source,
            view.as_of,
            view.plan.weeks,
            view.received,
            view.deadlines,
            view.plan.planned[0],
            view.plan.waiting[0],
            (tr("ændret"), after.planned[0], after.waiting[0]) if after else None,
            is_demo,
            view.is_observed(0),
        )
        self.chart.show_data(data)
        self.queue_model.set_columns(*data.columns())

    def show_why(self, change: str) -> None:
        """Lets a reason be given for a change with that text; "" where there is none."""
        self.why.setVisible(bool(change))
        self.why.setPlaceholderText(tr("Hvorfor? Enter gemmer"))
        self.why.setToolTip(translated(change))


def _most_moved(answer: WhatIfAnswer) -> str:
    """The risk before and after in the week where it moves most."""
    was, now = answer.before.p_late[0], answer.after.p_late[0]
    moved = np.where(np.isnan(was) | np.isnan(now), -1.0, np.abs(now - was))
    week = int(np.argmax(moved))
    return tr(
        "{week}: {before} → {after}",
        week=text.short_week(answer.after.weeks[week]),
        before=percent(float(was[week])),
        after=percent(float(now[week])),
    )
