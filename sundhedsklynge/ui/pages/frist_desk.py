"""The desk of one municipality: slots, queue, what if and the parts below, laid out; it shows a view and knows nothing of jobs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import ElidedLabel, button, label
from sundhedsklynge.ui.pages.frist_chart import QueueChart, QueueData
from sundhedsklynge.ui.pages.frist_days import DaysPanel
from sundhedsklynge.ui.pages.frist_private import PrivatePanel, SettingField
from sundhedsklynge.ui.pages.frist_record import HistoryPanel, RecordPanel
from sundhedsklynge.ui.pages.frist_scenarios import ScenariosPanel, highest_risk
from sundhedsklynge.ui.pages.frist_slots import SlotsTable
from sundhedsklynge.ui.pages.frist_view import SLOT_SHARE, FristView
from sundhedsklynge.ui.pages.frist_waiting import WaitingPanel
from sundhedsklynge.ui.pages.frist_whatif import WhatIfPanel
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import ColumnTable, TableView
from sundhedsklynge.ui.text import number, percent, tr

if TYPE_CHECKING:
    from sundhedsklynge.workspace.scenarios import WhatIfAnswer

CHART, TABLE = "diagram", "tabel"
SCENARIOS, WAITING, DAYS, PRIVATE, RECORD, HISTORY = "scenarier", "venter", "dage", "privat", "hvor_god", "aendringer"
_LOWER_HEIGHT = 144  # pixels


class Desk(QWidget):
    """The widgets are its face: the page connects them to what is done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.advice = label("", "strong", wrap=True)
        self.take = button(
            tr("Brug anbefalingen"), lambda: None, "primary", tr("Læg de anbefalede pladser til planen; kan fortrydes")
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
        named = (
            (SCENARIOS, tr("Scenarier"), self.scenarios),
            (WAITING, tr("Venter nu"), self.waiting),
            (DAYS, tr("Lukkedage og fravær"), self.days),
            (PRIVATE, tr("Privat og udgift"), self.private),
            (RECORD, tr("Hvor god var den"), self.record),
            (HISTORY, tr("Ændringer"), self.history),
        )
        self.parts = Segments(tr("Vis nederst"), [(key, said) for key, said, _ in named])
        self._panels: dict[str, QWidget] = {key: panel for key, _, panel in named}
        self._queue = QStackedWidget()
        self._lower = _LowStack()
        self._build()
        self.parts.chosen.connect(self.show_part)

    def _build(self) -> None:
        table = self.queue_table
        table.setModel(self.queue_model)
        table.setSelectionBehavior(TableView.SelectionBehavior.SelectItems)
        table.verticalHeader().show()
        table.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setMinimumSectionSize(46)
        self._queue.addWidget(self.chart)
        self._queue.addWidget(table)
        self._lower.setMinimumHeight(_LOWER_HEIGHT)
        for panel in self._panels.values():
            self._lower.addWidget(panel)
        advice, why, parts = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        advice.setSpacing(theme.SPACE_M)
        advice.addWidget(self.advice, 1)
        advice.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        why.setSpacing(theme.SPACE_M)
        why.addWidget(self.why, 1)
        why.addWidget(self.warning, 1)
        why.addWidget(self.slot_share)
        parts.addWidget(self.parts)
        parts.addStretch(1)
        column = QWidget()
        left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(theme.SPACE_S)
        left.addLayout(advice)
        left.addWidget(self.slots)
        left.addLayout(why)
        left.addWidget(self._queue, 5)
        left.addLayout(parts)
        left.addWidget(self._lower, 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.SPACE_M)
        row.addWidget(_scrolled(column), 1)
        row.addWidget(self.what_if)

    def show_part(self, key: str) -> None:
        """Shows one of the parts at the bottom."""
        self.parts.set_current(key)
        self._lower.setCurrentWidget(self._panels[key])

    def show_shape(self, key: str) -> None:
        """Shows the queue as a chart or as a table."""
        self._queue.setCurrentIndex(int(key == TABLE))

    # What is shown ----------------------------------------------------------------------------------------------------

    def show_view(self, view: FristView) -> None:
        """Everything but what the changes looked at bear on."""
        advice = view.advice
        self.advice.setText(advice.sentence if advice else tr("Regner anbefalingen …"))
        self.take.setVisible(advice is None or bool(advice.extra))
        self.take.setEnabled(advice is not None)
        self.what_if.set_choices(view.choices)
        for panel in (self.scenarios, self.waiting, self.days, self.private, self.history):
            panel.show_view(view)
        self.warning.setVisible(view.only_three)
        self.slot_share.setVisible(view.only_three)
        self.slot_share.show_value(view.settings[SLOT_SHARE])
        self.warning.set_whole(
            tr(
                "▲ Data rummer kun knæ, hofte og skulder. Bruger andre planer de samme pladser, er risikoen for lav: "
                "skriv den andel af pladserne, som de tre får."
            )
        )

    def show_outcome(self, view: FristView, answer: WhatIfAnswer | None, limits: Sequence[float], source: str) -> None:
        """Slots, queue and headline, with the changes looked at."""
        changed = (tr("Ændret %"), answer.after) if answer else None
        self.slots.set_content(view.slots_data(limits, changed))
        self._show_queue(view, answer, source)
        was = highest_risk(view.plan)
        if was is None:
            self.what_if.show_answer(text.tr_marked(text.MISSING), tr("Skriv antal pladser ind for at se risikoen."))
        elif answer is None:
            said = tr(
                "højeste risiko i en uge; {late} ventes over fristen i alt. Træk for at se, hvad der ændrer det.",
                late=number(view.plan.expected_late, 1),
            )
            self.what_if.show_answer(percent(was), said)
        else:
            self.what_if.show_answer(_most_moved(answer), answer.sentence)

    def _show_queue(self, view: FristView, answer: WhatIfAnswer | None, source: str) -> None:
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
        )
        self.chart.show_data(data)
        self.queue_model.set_columns(*data.columns())

    def show_why(self, change: str) -> None:
        """Lets a reason be given for a change with that text; "" where there is none."""
        self.why.setEnabled(bool(change))
        self.why.setPlaceholderText(
            tr("Hvorfor? Enter gemmer det med: {change}", change=change)
            if change
            else tr("Hvorfor pladserne er ændret kan skrives her efter en ændring")
        )


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
    area, inner = QScrollArea(), _Column(column)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    area.viewport().setAutoFillBackground(False)
    inner.setAutoFillBackground(False)
    return area
