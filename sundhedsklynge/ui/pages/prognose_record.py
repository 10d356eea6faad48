"""Træfsikkerhed: how good earlier forecasts would have been, in a planner's words, and those that were given out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.jobs import Cancelled, Progress
from sundhedsklynge.ui.notice import notice_of, stopped_notice
from sundhedsklynge.ui.page import StatePanel, clear, frame, label
from sundhedsklynge.ui.pages.prognose_words import procedure_name
from sundhedsklynge.ui.pages.tenths_chart import TenthsChart
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, number, tr, tr_marked

if TYPE_CHECKING:
    from sundhedsklynge.forecast.outlook import Outlook
    from sundhedsklynge.ui.session import Session
    from sundhedsklynge.workspace.accuracy import GivenOut, Group, Record

    _Key = tuple[Outlook, str, str, str]

# Heads of narrow columns, in two lines.
RULES = {
    "middel8": mark("snit\n8 uger"),
    "sidste_aar": mark("sidste\når"),
    "booket_rate": mark("booket\n× rate"),
    "pickup": mark("booket\n+ tillæg"),
}
_WHY = {"eksport": mark("eksporteret"), "vist": mark("vist i vinduet"), "fil": mark("skrevet til fil")}
HITS, ERRORS, WIS, BEATEN = "traef", "fejl", "wis", "slog"
WEEKS, PROCEDURES = "uger", "indgreb"
_MEANING = {
    HITS: mark(
        "Ventet er det, intervallerne selv lover: ved små tal rummer et 80 %-interval mere end 80 %. ▲ er mere end tilfældigt ved siden af."
    ),
    ERRORS: mark("Gennemsnitlig afstand i planer pr. uge mellem det forventede og det, der kom. Mindre er bedre."),
    WIS: mark(
        "Den samlede score (WIS) tæller både afstanden og intervallernes bredde. Mindre er bedre. "
        "Reglernes intervaller er dem, tilfældet alene giver."
    ),
    BEATEN: mark("Antal prognoser, hvor prognosens samlede score var lavere end reglens."),
}
_VERDICT = {
    0: mark("som det skal være"),
    -1: mark("for få, intervallerne er for smalle"),
    1: mark("for mange, intervallerne er for brede"),
}
_INTERVALS = (50, 80, 95)
_MODE = QHeaderView.ResizeMode


class RecordView(QWidget):
    """Computes the record of the session's scope as a job, when shown, and shows it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._key: _Key | None = None  # what was asked for last
        self._shown: _Key | None = None  # what stands on the screen
        self.state = StatePanel()
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(theme.SPACE_XS)
        self.measure = Segments(
            tr("Mål"),
            (
                (HITS, tr("Træf i intervallet")),
                (ERRORS, tr("Fejl")),
                (WIS, tr("Samlet score")),
                (BEATEN, tr("Slog reglen")),
            ),
        )
        self.by = Segments(tr("Opdelt efter"), ((WEEKS, tr("Efter uger frem")), (PROCEDURES, tr("Efter indgreb"))))
        self.scores_model = ColumnTable(self)
        self.scores = _table(tr("Træfsikkerhed"), self.scores_model)
        self._meaning = label("", "small", wrap=True)
        self.pit = TenthsChart()
        self.pit.told.connect(session.told)
        self.given_model = ColumnTable(self)
        self.given = _table(tr("Prognoser, der er vist eller givet videre"), self.given_model)
        self._given_empty = label(tr("Ingen prognose er gemt endnu. Det sker ved hver import og eksport."), "muted")
        self._record: Record | None = None
        for choice in (self.measure, self.by):
            choice.chosen.connect(lambda _: self._show_scores())
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SPACE_S)
        words = QVBoxLayout()
        words.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        words.addLayout(self._sentences)
        column.addWidget(frame("card", words))
        choices = QHBoxLayout()
        choices.addWidget(self.measure)
        choices.addStretch(1)
        choices.addWidget(self.by)
        tables = QVBoxLayout()
        tables.setSpacing(theme.SPACE_S)
        tables.addWidget(self.scores)
        tables.addWidget(self._meaning)
        tables.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme.SPACE_M)
        middle.addLayout(tables, 7)
        middle.addWidget(self.pit, 4)
        column.addLayout(choices)
        column.addLayout(middle, 1)
        column.addWidget(label(tr("Prognoser, der er vist eller givet videre"), "strong"))
        self.given.setMinimumHeight(4 * theme.row_height())
        column.addWidget(self.given, 1)
        column.addWidget(self._given_empty)
        column.addStretch(0)
        self._stack = Stack()
        self._stack.addWidget(content)
        self._stack.addWidget(self.state)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def forget(self) -> None:
        """What is shown may have changed: a file has come or gone, a forecast was given out."""
        self._key = None

    def refresh(self, place: str) -> None:
        """Shows the record of the scope; computes it in a job where it is not kept."""
        session = self._session
        workspace, outlook = session.workspace, session.outlook
        if workspace is None or outlook is None:
            return
        (level, code), procedure = session.scope.focus, session.scope.procedure
        key = (outlook, level, code, procedure)
        if _is_same(key, self._key):
            return
        if not _is_same(key, self._shown):  # else what is on the screen stays until the new is there
            self.state.show_loading(tr("Regner efter, hvor gode tidligere prognoser ville have været"))
            self._stack.setCurrentWidget(self.state)
        self._key, self._shown = key, None

        def work(progress: Progress, cancelled: Cancelled) -> tuple[Record, list[GivenOut]]:
            record = workspace.accuracy.record(level, code, procedure, progress=progress, cancelled=cancelled)
            return record, workspace.accuracy.given_out(level, code, procedure)

        def done(found: tuple[Record, list[GivenOut]]) -> None:
            self.show_record(found[0], found[1], place)
            self._shown = key

        def failed(error: Exception) -> None:
            self._key = None
            self.state.show_notice(notice_of(error))
            self._stack.setCurrentWidget(self.state)

        def stopped() -> None:
            if self._key is key:
                self._key = None
                self._stack.setCurrentWidget(self.state)
                self.state.show_notice(stopped_notice(lambda: self.refresh(place)))

        session.jobs.start(
            "record",
            tr("Regner træfsikkerhed"),
            work,
            done,
            failed,
            stopped,
        )

    def show_record(self, record: Record, given: Sequence[GivenOut], place: str) -> None:
        """Shows what was found."""
        clear(self._sentences)
        for sentence in in_words(record, place):
            self._sentences.addWidget(label(sentence, wrap=True))
        self._record = record
        self._show_scores()
        session = self._session
        ground = session.ground
        self.pit.setVisible(record.whole is not None)
        if record.whole is not None:
            self.pit.show_shares(
                record.whole.pit,
                place,
                tr("prognoser holdt op mod det, der kom, i {database}", database=session.database_name),
                ground.as_of if ground else record.as_ofs[-1],
                is_demo=session.is_demo,
            )
        self._show_given(given)
        self._stack.setCurrentIndex(0)

    def _show_scores(self) -> None:
        record, measure = self._record, self.measure.current()
        if record is None:
            return
        by_weeks = self.by.current() == WEEKS
        if by_weeks:
            groups = [*record.groups, *([record.whole] if record.whole and len(record.groups) > 1 else [])]
            names = [tr("alle") if group.name == ALL else group.name.replace("-", "–") for group in groups]
        else:
            groups = list(record.procedures)
            names = [procedure_name(group.name) for group in groups]
        columns = {
            HITS: _hit_columns,
            ERRORS: lambda found: _error_columns([group.errors for group in found], 1),
            WIS: lambda found: _error_columns([group.wis for group in found], 2),
            BEATEN: _beaten_columns,
        }[measure](groups)
        self.scores_model.set_columns((Column(tr("Uger frem") if by_weeks else tr("Indgreb"), names), *columns))
        self._meaning.setText(tr_marked(_MEANING[measure]))
        head = self.scores.horizontalHeader()
        for i in range(1, len(columns) + 1):
            head.setSectionResizeMode(
                i, _MODE.ResizeToContents if measure == HITS else _MODE.Stretch
            )  # hits are never cut
        self.scores.show_rows(max(1, len(groups)))

    def _show_given(self, given: Sequence[GivenOut]) -> None:
        self.given.setVisible(bool(given))
        self._given_empty.setVisible(not given)
        self.given_model.set_columns(
            (
                Column(tr("Opgjort"), [entry.as_of for entry in given], text.date),
                Column(
                    tr("Anledning"),
                    [", ".join(tr_marked(_WHY.get(why, why)) for why in entry.whys) for entry in given],
                ),
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


def _is_same(one: _Key, other: _Key | None) -> bool:
    """Whether both are of the same forecast, not of one that is alike, and of the same place and procedure."""
    return other is not None and one[0] is other[0] and one[1:] == other[1:]


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
            "Uge {weeks} frem: {hits}. Slog sidste års tal i {year} af {of}.",
            weeks=group.name.replace("-", "–"),
            hits=hits_in_words(group),
            year=group.beaten["sidste_aar"],
            of=group.of,
        )
        for group in record.groups
    ]
    if record.each is not None:
        said.append(tr("Kommunerne hver for sig: {hits}.", hits=hits_in_words(record.each)))
    return [*said, leaning(record.groups)]


def hits_in_words(group: Group) -> str:
    """Hits of the 80 % interval beside what it promised, and whether that is right."""
    return tr(
        "ramte inden for 80 %-intervallet {hits} af {n} uger; ventet {held}: {verdict}",
        hits=number(group.hits[1]),
        n=number(group.n),
        held=number(group.held[1]),
        verdict=tr_marked(_VERDICT[group.honest(1)]),
    )


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


def _table(name: str, model: ColumnTable) -> TableView:
    made = TableView(name)
    made.setModel(model)
    made.setProperty("kind", "small")
    made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return made


def _of(pair: tuple[float, int]) -> str:
    return tr("{count} af {n}", count=number(pair[0]), n=pair[1])


def _hit_columns(groups: Sequence[Group]) -> list[Column]:
    columns: list[Column] = []
    for i, share in enumerate(_INTERVALS):
        hits = [(group.hits[i], group.n, group.honest(i)) for group in groups]
        held = [group.held[i] for group in groups]
        columns.append(Column(tr("{share} %:\nramte", share=share), hits, _judged, numeric=True, tip=_judged_in_words))
        columns.append(Column(tr("\nventet"), held, number, numeric=True, tip=_promised))
    return columns


def _error_columns(groups: Sequence[dict[str, float]], decimals: int) -> list[Column]:
    heads = {"model": tr("\nPrognosen"), **{rule: tr_marked(name).capitalize() for rule, name in RULES.items()}}
    return [
        Column(head, [errors[model] for errors in groups], _rounded_to(decimals), numeric=True)
        for model, head in heads.items()
    ]


def _beaten_columns(groups: Sequence[Group]) -> list[Column]:
    return [
        Column(tr_marked(name).capitalize(), [(group.beaten[rule], group.of) for group in groups], _of, numeric=True)
        for rule, name in RULES.items()
    ]


def _rounded_to(decimals: int) -> Callable[[float], str]:
    return lambda value: number(value, decimals)


def _judged(hits: tuple[int, int, int]) -> str:
    right, n, verdict = hits
    return f"▲ {_of((right, n))}" if verdict else _of((right, n))


def _judged_in_words(hits: tuple[int, int, int]) -> str:
    return f"{_of(hits[:2])}: {tr_marked(_VERDICT[hits[2]])}"


def _promised(held: float) -> str:
    return tr("intervallerne lovede {held}", held=number(held, 1))
