"""Overblik: what is new, the heat map of municipality by week, and how fresh every hospital's data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QModelIndex, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.exporting import ask_folder
from sundhedsklynge.ui.heatmap import (
    CALM,
    HIGH,
    RISK,
    WORDS,
    HeatData,
    HeatMap,
    HeatRow,
    Legend,
    class_mark,
)
from sundhedsklynge.ui.hospitals import HospitalStrip, freshness_details
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import ElidedLabel, LineButton, Page, button, clear, label, when_seen
from sundhedsklynge.ui.pages import FRIST, PROGNOSE
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import EVERYTHING, WEEKS, Ground, Scope, Session
from sundhedsklynge.ui.text import number, percent, percent_figure, tr, tr_marked, translated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sundhedsklynge.workspace import ChangeLine, RiskView

RISK_MEASURE, PLANS, SLOTS, LATE = "risiko", "planer", "pladser", "over_frist"
_SEVERITY_CLASS = {"high": HIGH, "watch": RISK, "info": CALM}
_MOST_NEWS = 3
_NONE = "–"


class OverblikPage(Page):
    """The page a planner opens on Monday."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Overblik")
        self.alerts: tuple[ChangeLine, ...] = ()  # weeks that crossed the target since the last file
        self._alert_limits: Sequence[float] = ()  # how grave they are by
        self._is_filling = False  # the heat map is being filled, nobody has moved in it
        self._news = QVBoxLayout()
        self._news.setSpacing(0)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(theme.SPACE_XL)
        self.heat_map = HeatMap()
        self._legend = Legend()
        self._what = ElidedLabel("", "strong")
        self._warnings = QVBoxLayout()
        self._hospitals = HospitalStrip(self._show_freshness)
        self.measures = Segments(
            tr("Vis"),
            (
                (RISK_MEASURE, tr("Risiko")),
                (PLANS, tr("Planer")),
                (SLOTS, tr("Pladser")),
                (LATE, tr("Over frist")),
            ),
        )
        self._export = button(
            tr("Eksportér"), lambda: ask_folder(self), tip=tr("Gem ugens prognose som Excel, PDF, CSV og billede")
        )
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_XL)
        top.addLayout(self._news, 1)
        top.addLayout(self._figures)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self._what)
        box.addWidget(self.heat_map, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.SPACE_L)
        foot.addWidget(self._legend)
        foot.addLayout(self._warnings, 1)
        box.addLayout(foot)
        box.addWidget(self._hospitals)
        self.measures.chosen.connect(lambda _: self._show_heat())
        self.heat_map.opened.connect(self._drill_down)
        self.heat_map.chosen.connect(self._on_current)
        session.ground_changed.connect(self._refresh)
        session.ground_changed.connect(self._on_ground)
        session.risk_changed.connect(self._refresh)
        session.changes_changed.connect(self._on_changes)
        session.scope_changed.connect(self._show_heat)
        self._refresh()
        self._on_ground()

    @property
    def subtitle(self) -> str:
        ground, risk = self.session.ground, self.session.risk
        if ground is None or risk is None:
            return ""
        area = self.session.scope.area
        where = tr("{count} kommuner", count=len(self.heat_map.heat.content.rows))
        if area != EVERYTHING:
            where = f"{self.session.area_name(*area)}, {where}"
        return tr(
            "{where} · {first} til {last}", where=where, first=text.week(risk.weeks[0]), last=text.week(risk.weeks[-1])
        )

    def actions_row(self) -> list[QWidget]:
        return [self.measures, self._export]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_legend"):
            self._legend.redraw()
            self._show_news()

    @when_seen
    def _refresh(self) -> None:
        session = self.session
        if session.risk_failure is not None:
            self.show_state(session.risk_failure)
        elif session.risk is None or session.ground is None:
            self.show_loading(tr("Regner prognosen") if session.ground else tr("Læser data"))
        else:
            self._legend.set_limits(session.ground.limits)
            self._hospitals.set_freshness(session.ground.freshness)
            self._show_news()
            self._show_warnings((*session.risk.rettelser, *session.risk.advarsler))
            self._show_heat()
            self.show_content()
        self.head_changed.emit()

    # Heat map

    def _rows(self) -> list[tuple[int, str]]:
        """Index into the risk arrays and name of each municipality in scope."""
        risk = self.session.risk
        assert risk is not None
        places = {code: i for i, code in enumerate(risk.municipalities)}
        listed = [(int(area.code), area.name) for area in self.session.municipalities_in_scope()]
        return [(places[code], name) for code, name in listed if code in places]

    @when_seen
    def _show_heat(self) -> None:
        risk, ground = self.session.risk, self.session.ground
        if risk is None or ground is None:
            return
        measure = self.measures.current()
        figures, named, show = {
            RISK_MEASURE: (risk.p_over_frist, tr("Risiko"), percent_figure),
            PLANS: (risk.forventet_modtaget, tr("Forventede planer"), number),
            SLOTS: (risk.planlagte_pladser, tr("Pladser"), number),
            LATE: (risk.forventet_over_frist, tr("Forventet over frist"), lambda value: number(value, 1)),
        }[measure]
        listed = self._rows()
        rows = [
            HeatRow(
                risk.municipalities[i],
                name,
                risk.p_over_frist[i].tolist(),
                figures[i].tolist(),
                number(float(np.nansum(risk.forventet_modtaget[i]))),
                *lacking_slots(risk, i),
            )
            for i, name in listed
        ]
        self._is_filling = True
        self.heat_map.set_content(HeatData(risk.weeks, rows, ground.limits, named, show))
        self._what.set_whole(
            {
                RISK_MEASURE: tr("Sandsynlighed for at mindst én borger når over fristen, i procent"),
                PLANS: tr("Forventede planer (form og farve: risiko)"),
                SLOTS: tr("Pladser (form og farve: risiko)"),
                LATE: tr("Forventet over frist (form og farve: risiko)"),
            }[measure]
        )
        self._show_figures(risk, ground, [i for i, _ in listed])
        chosen = self.session.scope.municipality
        if chosen is not None:
            looked_at = self.heat_map.looked_at()
            self.heat_map.look_at(chosen, looked_at[1] if looked_at else 0)
        self._is_filling = False
        if self.details_open:
            self._show_details()
        self.head_changed.emit()

    def _show_figures(self, risk: RiskView, ground: Ground, rows: list[int]) -> None:
        clear(self._figures)
        p = risk.p_over_frist[rows]
        is_known = not np.isnan(p).all()
        high = sum(risk_class(share, ground.limits) == HIGH for share in p.flat)
        over = number(high) if is_known else tr("ukendt")
        expected = float(np.nansum(risk.forventet_modtaget[rows]))
        lacking = np.nansum(np.maximum(risk.anbefalede_pladser[rows] - risk.planlagte_pladser[rows], 0))
        beyond_help = bool(risk.helpless[rows].any())
        extra = text.lacking(float(lacking), beyond_help=beyond_help) if is_known else tr("ukendt")
        for value, caption in (
            (number(expected), tr("planer forventet")),
            (over, tr("kommune-uger i høj risiko")),
            (extra, tr("pladser mangler")),
        ):
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(value, "figure"))
            column.addWidget(label(caption, "small"))
            column.addStretch(1)
            self._figures.addLayout(column)

    def _on_current(self) -> None:
        if not self._is_filling:
            self._show_details()

    def _show_details(self) -> None:
        looked_at = self.heat_map.looked_at()
        if looked_at is not None:
            row, week = looked_at
            self.details_asked.emit(self._details(self.heat_map.heat.content.rows[row], week))

    def _details(self, row: HeatRow, week: int) -> Details:
        risk, ground = self.session.risk, self.session.ground
        assert risk is not None
        assert ground is not None
        i = risk.municipalities.index(row.code)
        p = float(risk.p_over_frist[i, week])
        kind = risk_class(p, ground.limits)
        word = text.tr_marked(text.MISSING) if kind is None else tr_marked(WORDS[kind])
        figures = [(tr("Forventede planer"), number(float(risk.forventet_modtaget[i, week]), 1))]
        for name, values, decimals in (
            (tr("Frister, der udløber"), risk.forventet_frister, 1),
            (tr("Venter ved ugens start"), risk.ventende, 1),
            (tr("Pladser"), risk.planlagte_pladser, 0),
            (tr("Forventet over frist"), risk.forventet_over_frist, 1),
            (tr("Anbefalede pladser"), risk.anbefalede_pladser, 0),
        ):
            figures.append((name, number(float(values[i, week]), decimals)))
        if kind is not None and np.isnan(risk.anbefalede_pladser[i, week]):
            figures[-1] = (figures[-1][0], tr("intet antal rækker") if risk.helpless[i, week] else _NONE)
        return Details(
            f"{row.name}, {text.week(risk.weeks[week])}",
            f"{percent(p)}" if kind is not None else word,
            tuple(figures),
            (*self._notes(risk, i, week, word, kind), *self._crossed(row.code, week)),
            (
                (tr("Åbn i Frist"), lambda: self.open_in(FRIST, row.code)),
                (tr("Åbn i Prognose"), lambda: self.open_in(PROGNOSE, row.code)),
            ),
        )

    @staticmethod
    def _notes(risk: RiskView, i: int, week: int, word: str, kind: int | None) -> list[str]:
        slots, wanted = float(risk.planlagte_pladser[i, week]), float(risk.anbefalede_pladser[i, week])
        if kind is None:
            return [tr("Ingen pladser er indlæst for kommunen. Importér en kapacitetsfil for at se risikoen.")]
        notes = [tr("{word}: sandsynlighed for at mindst én borger når over fristen i ugen.", word=word.capitalize())]
        if risk.helpless[i, week]:
            notes.append(
                tr("Intet antal pladser i ugen bringer risikoen under målet: fristen udløber, før de kan bruges.")
            )
        elif wanted > slots:
            notes.append(
                tr("{extra} ekstra pladser i ugen bringer risikoen under målet.", extra=number(wanted - slots))
            )
        return notes

    def _crossed(self, code: int, week: int) -> list[str]:
        """Why the week crossed the target since the last file, where it did."""
        risk = self.session.risk
        assert risk is not None
        return [
            translated(line.text) for line in self.alerts if (line.municipality, line.week) == (code, risk.weeks[week])
        ]

    def _drill_down(self, index: QModelIndex) -> None:
        """The plans lead to the forecast, what is about the deadline to where slots are planned."""
        page = PROGNOSE if self.measures.current() == PLANS else FRIST
        self.open_in(page, self.heat_map.heat.content.rows[index.row()].code)

    def open_in(self, page: str, code: int) -> None:
        """Opens another page on a municipality."""
        scope = self.session.scope
        self.put_away()  # nobody waits for this page to follow
        self.session.choose(Scope(scope.area, code, scope.procedure))
        self.page_asked.emit(page)

    # News and freshness

    def _on_ground(self) -> None:
        """Alerts are asked for anew where the limits are others, and the first time; those of a new risk come with its changes."""
        ground = self.session.ground
        if self.session.risk is not None and ground is not None and ground.limits != self._alert_limits:
            self._on_changes()

    @when_seen
    def _on_changes(self) -> None:
        """The risk is known; what crossed the target is found out beside."""
        self.alerts = ()
        self._show_news()
        workspace, ground = self.session.workspace, self.session.ground
        if workspace is None or ground is None:
            return
        self._alert_limits = ground.limits

        def done(lines: Sequence[ChangeLine]) -> None:
            self.alerts = tuple(lines)
            self._show_news()
            if self.details_open:
                self._show_details()

        self.session.jobs.start(
            "alerts",
            tr("Sammenligner risikoen med sidste fil"),
            lambda progress, cancelled: workspace.deadline.alerts(
                ground.as_of, WEEKS, progress=progress, cancelled=cancelled
            ),
            done,
            lambda error: self.session.told.emit(notice_of(error)),
        )

    def _show_news(self) -> None:
        clear(self._news)
        news = sorted((*self.alerts, *self.session.changes), key=lambda line: -line.weight)[:_MOST_NEWS]
        self._news.addWidget(label(tr("Hvad er nyt siden sidst"), "strong"))
        for change in news:
            line = LineButton(translated(change.text), lambda change=change: self._open_change(change))
            line.setIcon(QIcon(class_mark(_SEVERITY_CLASS.get(change.severity, CALM), 16, 16)))
            line.setIconSize(QSize(16, 16))
            self._news.addWidget(line)
        if not news:
            self._news.addWidget(label(tr("Intet væsentligt har ændret sig."), "muted"))
        self._news.addStretch(1)

    def _show_warnings(self, warnings: tuple[str, ...]) -> None:
        clear(self._warnings)
        if warnings:
            said = tuple(map(translated, warnings))
            whole = Details(tr("Om tallene"), notes=said)
            self._warnings.addWidget(LineButton("▲ " + " ".join(said), lambda: self.details_asked.emit(whole)))

    def _open_change(self, change: ChangeLine) -> None:
        risk = self.session.risk
        if risk is None or change.municipality is None:
            self.details_asked.emit(Details(tr("Hvad er nyt siden sidst"), notes=(translated(change.text),)))
            return
        week = risk.weeks.index(change.week) if change.week and change.week in risk.weeks else 0
        if not self.heat_map.look_at(change.municipality, week):
            self.session.choose(Scope())
            self.heat_map.look_at(change.municipality, week)
        self.heat_map.setFocus()

    def _show_freshness(self) -> None:
        ground = self.session.ground
        if ground is not None:
            self.details_asked.emit(freshness_details(ground.freshness))


def lacking_slots(risk: RiskView, i: int) -> tuple[str, str]:
    """Extra slots a municipality needs in all weeks together, as a figure and as a sentence."""
    slots, wanted = risk.planlagte_pladser[i], risk.anbefalede_pladser[i]
    if np.isnan(slots).all():
        return text.tr_marked(text.MISSING), tr("ingen pladser er indlæst")
    extra = float(np.nansum(np.maximum(wanted - slots, 0)))
    said = tr("{extra} ekstra pladser bringer risikoen under målet", extra=number(extra))
    helpless = [text.short_week(risk.weeks[w]) for w in np.flatnonzero(risk.helpless[i])]
    if not helpless:
        return number(extra), said
    said = tr("{said}, men i {weeks} rækker intet antal pladser", said=said, weeks=", ".join(helpless))
    return text.lacking(extra, beyond_help=True), said
