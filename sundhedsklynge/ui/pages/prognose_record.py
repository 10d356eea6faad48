"""Træfsikkerhed: how good earlier forecasts would have been, in a planner's words, and those that were given out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QStackedWidget, QVBoxLayout, QWidget

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import StatePanel, clear, frame, label
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, number, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.workspace.accuracy import GivenOut, Group, Record

# Heads of narrow columns, in two lines.
RULES = {
    "middel8": mark("snit\n8 uger"),
    "sidste_aar": mark("sidste\når"),
    "booket_rate": mark("booket\n× rate"),
    "pickup": mark("booket\n+ tillæg"),
}
_WHY = {"eksport": mark("eksporteret"), "vist": mark("vist efter import")}


class RecordView(QWidget):
    """Computes the record of the session's scope as a job, when shown, and shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: tuple[object, ...] | None = None
        self.state = StatePanel()
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(theme.SPACE_XS)
        self.groups_model = ColumnTable(self)
        self.groups = _table(tr("Træfsikkerhed efter afstand"), self.groups_model)
        self.errors_model = ColumnTable(self)
        self.errors = _table(tr("Gennemsnitlig fejl ved siden af enkle regler"), self.errors_model)
        self.pit = PitChart()
        self.given_model = ColumnTable(self)
        self.given = _table(tr("Prognoser, der er vist eller eksporteret"), self.given_model)
        self._given_empty = label(tr("Ingen prognose er gemt endnu. Det sker ved hver import og eksport."), "muted")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        words = QVBoxLayout()
        words.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        words.addLayout(self._sentences)
        column.addWidget(frame("card", words))
        tables = QVBoxLayout()
        tables.setSpacing(theme.SPACE_S)
        tables.addWidget(label(tr("Ramte inden for intervallet"), "strong"))
        tables.addWidget(self.groups)
        tables.addWidget(label(tr("Gennemsnitlig fejl i planer pr. uge"), "strong"))
        tables.addWidget(self.errors)
        tables.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACE_M)
        middle.addLayout(tables, 7)
        middle.addWidget(self.pit, 4)
        column.addLayout(middle)
        column.addWidget(label(tr("Prognoser, der er vist eller eksporteret"), "strong"))
        self.given.setMinimumHeight(4 * theme.ROW_HEIGHT)
        column.addWidget(self.given, 1)
        column.addWidget(self._given_empty)
        column.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def refresh(self, place: str) -> None:
        """Shows the record of the scope; computes it in a job where it is not kept."""
        session = self._session
        workspace, outlook = session.workspace, session.outlook
        if workspace is None or outlook is None:
            return
        (level, code), procedure = session.scope.focus, session.scope.procedure
        key = (id(outlook), level, code, procedure)
        if key == self._key:
            return
        self._key = key
        self.state.show_loading(tr("Regner efter, hvor gode tidligere prognoser ville have været"))
        self._stack.setCurrentWidget(self.state)

        def work(progress: Progress, cancelled: Cancelled) -> tuple[Record, list[GivenOut]]:
            record = workspace.accuracy.record(level, code, procedure, progress=progress, cancelled=cancelled)
            return record, workspace.accuracy.given_out(level, code, procedure)

        def failed(error: Exception) -> None:
            self._key = None
            self.state.show_notice(notice_of(error))

        def stopped() -> None:
            if self._key == key:
                self._key = None
                again = (tr("Regn igen"), lambda: self.refresh(place))
                self.state.show_notice(Notice("info", tr("Beregningen er annulleret."), "", again))

        session.jobs.start(
            "record",
            tr("Regner træfsikkerhed"),
            work,
            lambda found: self.show_record(found[0], found[1], place),
            failed,
            stopped,
        )

    def show_record(self, record: Record, given: Sequence[GivenOut], place: str) -> None:
        """Shows what was found."""
        clear(self._sentences)
        for sentence in in_words(record, place):
            self._sentences.addWidget(label(sentence, wrap=True))
        groups = record.groups
        self.groups_model.set_columns(
            (
                Column(tr("Uger frem"), [group.horizons.replace("-", "–") for group in groups]),
                *(
                    Column(
                        tr("{share} % interval", share=share),
                        [(group.hits[i], group.n) for group in groups],
                        _of,
                        numeric=True,
                    )
                    for i, share in enumerate((50, 80, 95))
                ),
                Column(tr("Over median"), [(group.above, group.n) for group in groups], _of, numeric=True),
            )
        )
        self.errors_model.set_columns(
            (
                Column(tr("Uger frem"), [group.horizons.replace("-", "–") for group in groups]),
                Column(tr("Prognosen"), [group.errors["model"] for group in groups], _one, numeric=True),
                *(
                    Column(tr_marked(name).capitalize(), [group.errors[rule] for group in groups], _one, numeric=True)
                    for rule, name in RULES.items()
                ),
            )
        )
        for table in (self.groups, self.errors):
            head = table.horizontalHeader()
            table.setFixedHeight(head.sizeHint().height() + theme.ROW_HEIGHT * max(1, len(groups)) + 4)
        self.pit.show_groups(groups)
        self._show_given(given)
        self._stack.setCurrentIndex(0)

    def _show_given(self, given: Sequence[GivenOut]) -> None:
        self.given.setVisible(bool(given))
        self._given_empty.setVisible(not given)
        self.given_model.set_columns(
            (
                Column(tr("Opgjort"), [entry.as_of for entry in given], text.date),
                Column(tr("Anledning"), [tr_marked(_WHY.get(entry.why, entry.why)) for entry in given]),
                Column(tr("Af"), [entry.made_by for entry in given]),
                Column(tr("Rettelser"), [len(entry.overrides) for entry in given], number, numeric=True),
                Column(tr("Uger gået"), [entry.n for entry in given], number, numeric=True),
                Column(
                    tr("Inden for 80 %"),
                    [(entry.inside, entry.n) for entry in given],
                    lambda pair: _of(pair) if pair[1] else "–",
                    numeric=True,
                ),
                Column(
                    tr("Gns. fejl"),
                    [entry.error for entry in given],
                    lambda error: "–" if error != error else number(error, 1),
                    numeric=True,
                ),
            )
        )


def in_words(record: Record, place: str) -> list[str]:
    """The record in a planner's words, a sentence for each group of horizons and one on leaning."""
    if not record.groups:
        return [tr("Ingen uge er gået for {place}, siden der var nok historik.", place=place)]
    first, last = record.as_ofs[0], record.as_ofs[-1]
    said = [
        tr(
            "{place}: {count} prognoser regnet som på dagen, fra {first} til {last}.",
            place=place,
            count=len(record.as_ofs),
            first=text.date(first),
            last=text.date(last),
        )
    ]
    said += [
        tr(
            "Uge {weeks} frem: ramte inden for 80 %-intervallet {hits} af {n} uger; slog sidste års tal i {year} af {of} "
            "prognoser og snittet af 8 uger i {mean} af {of}.",
            weeks=group.horizons.replace("-", "–"),
            hits=group.hits[1],
            n=group.n,
            year=group.beaten["sidste_aar"],
            mean=group.beaten["middel8"],
            of=group.of,
        )
        for group in record.groups
    ]
    return [*said, leaning(record.groups)]


def leaning(groups: Sequence[Group]) -> str:
    """Whether forecasts lean: outcomes above the median against half of them, told from three standard deviations of independent weeks on.

    Weeks of one forecast hang together, so that two would call chance a leaning.
    """
    n, above = sum(group.n for group in groups), sum(group.above for group in groups)
    if abs(above - n / 2) < 1.5 * np.sqrt(n):
        return tr(
            "Prognosen har hverken ligget for højt eller for lavt: {above} af {n} uger lå over medianen.",
            above=number(above),
            n=n,
        )
    if above > n / 2:
        return tr("Prognosen har ligget for lavt: {above} af {n} uger lå over medianen.", above=number(above), n=n)
    return tr("Prognosen har ligget for højt: kun {above} af {n} uger lå over medianen.", above=number(above), n=n)


class PitChart(QWidget):
    """Where outcomes fell in the forecasts' distribution, in tenths; each holds a tenth when the intervals are honest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shares = np.zeros(10)
        self._plot = pg.PlotWidget()
        self._plot.setMenuEnabled(False)
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.hideButtons()
        self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._plot.setMinimumHeight(120)
        self._plot.setAccessibleName(tr("Hvor tallene faldt i prognosens fordeling"))
        self._words = label("", "small", wrap=True)
        box = QVBoxLayout()
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.addWidget(label(tr("Hvor tallene faldt i prognosens fordeling"), "strong"))
        box.addWidget(self._plot, 1)
        box.addWidget(self._words)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", box))

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Draws the tenths of all groups together."""
        n = sum(group.n for group in groups)
        self._shares = sum((group.pit * group.n for group in groups), np.zeros(10)) / max(n, 1)
        shares = ", ".join(f"{share * 100:.0f}" for share in self._shares)
        self._words.setText(
            tr("Tiendedele fra lavest til højest, i %: {shares}. Ærlige intervaller giver 10 i hver.", shares=shares)
        )
        self._plot.setAccessibleDescription(self._words.text())
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        t = theme.tokens()
        plot = self._plot
        plot.clear()
        plot.setBackground(t.surface)
        plot.addItem(
            pg.BarGraphItem(x=np.arange(10) + 0.5, height=100 * self._shares, width=0.8, brush=t.accent, pen=None)
        )
        plot.addItem(pg.InfiniteLine(10, angle=0, pen=pg.mkPen(t.text, width=1, style=Qt.PenStyle.DashLine)))
        view = plot.getViewBox()
        view.setXRange(0, 10, padding=0.01)
        view.setYRange(0, max(23.0, 110 * float(self._shares.max())), padding=0)
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0, hideOverlappingLabels=False)
            axis.setPen(pg.mkPen(t.line))
        plot.getAxis("left").setTicks([[(0.0, "0"), (10.0, "10 %"), (20.0, "20 %")]])
        plot.getAxis("bottom").setTicks([[(1.0, tr("lavere")), (5.0, tr("som ventet")), (9.0, tr("højere"))]])


def _table(name: str, model: ColumnTable) -> TableView:
    made = TableView(name)
    made.setModel(model)
    made.setProperty("kind", "small")
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return made


def _of(pair: tuple[float, int]) -> str:
    return tr("{count} af {n}", count=number(pair[0]), n=pair[1])


def _one(value: float) -> str:
    return number(value, 1)
