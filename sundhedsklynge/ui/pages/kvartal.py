"""Kvartal: what the cluster follows up each quarter - indicators, quality of plans, year on year, offers, and figures typed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.fitting import Stack
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.kvartal_entry import EntryPart
from sundhedsklynge.ui.pages.kvartal_indicators import IndicatorsPart
from sundhedsklynge.ui.pages.kvartal_offers import OffersPart
from sundhedsklynge.ui.pages.kvartal_part import QuarterPart, Sight, picker
from sundhedsklynge.ui.pages.kvartal_year import YearPart
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import EVERYTHING, Scope, Session
from sundhedsklynge.ui.text import tr
from sundhedsklynge.workspace.quarterly import CLUSTERS, COUNCILS

TREATMENT, PLANS, YEAR, OFFERS, ENTRY = "behandling", "planer", "aar", "tilbud", "indtastning"
_OF_AREAS = ("klynge", "sundhedsraad", "region")
_TREATMENT = (
    "behandling72_daekning",
    "behandling72_kontakter",
    "behandling72_genindlaeggelser",
    "plejehjem_laege",
    "plejehjem_pladser_laege",
)
_PLANS = ("gop_komplet", "gop_sendt_sent")


class KvartalPage(Page):
    """The quarter, in five segments."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Kvartal")
        self._name = ""
        self._area: tuple[str, str] | None = None  # an area of another organisation than the date's, chosen on the page
        self.treatment = IndicatorsPart(self, self.sight, TREATMENT, _TREATMENT, tr("kvartalstal"))
        self.plans = IndicatorsPart(self, self.sight, PLANS, _PLANS, tr("modtagne genoptræningsplaner"))
        self.year = YearPart(self, self.sight)
        self.offers = OffersPart(self, self.sight)
        self.entry = EntryPart(self, self.sight)
        self._parts: dict[str, QuarterPart] = {
            TREATMENT: self.treatment,
            PLANS: self.plans,
            YEAR: self.year,
            OFFERS: self.offers,
            ENTRY: self.entry,
        }
        self.segments = Segments(
            tr("Kvartal"),
            (
                (TREATMENT, tr("72 timer og plejehjem")),
                (PLANS, tr("Planer")),
                (YEAR, tr("År til år")),
                (OFFERS, tr("Tilbud")),
                (ENTRY, tr("Indtastning")),
            ),
        )
        self.organisation = picker(
            tr("Inddeling i områder"),
            (
                (tr("Områder efter dato"), None),
                (tr("Klynger (til 2026)"), CLUSTERS),
                (tr("Sundhedsråd (fra 2027)"), COUNCILS),
            ),
            letters=18,
        )
        self.elsewhere = QWidget()
        self._where = label("", "strong")
        row = QHBoxLayout(self.elsewhere)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._where)
        row.addWidget(button(tr("Følg udsnittet i toppen"), self._return, "flat"))
        row.addStretch(1)
        self.elsewhere.hide()
        self._shown = Stack()
        for part in self._parts.values():
            self._shown.addWidget(part)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.elsewhere)
        box.addWidget(self._shown, 1)
        self.segments.chosen.connect(self.show_part)
        self.organisation.activated.connect(lambda _: self._on_organisation())
        for part in (self.treatment, self.plans):
            part.place_asked.connect(self._open_place)
        session.ground_changed.connect(self._changed)
        session.scope_changed.connect(self._follow_scope)
        self.show_content()
        self.show_part(TREATMENT)

    @property
    def subtitle(self) -> str:
        if self.segments.current() in (OFFERS, ENTRY):
            return ""
        sight = self.sight()
        return self.session.area_name(sight.level, sight.code) if self._area is None else ""

    def actions_row(self) -> list[QWidget]:
        return [self.organisation, self.segments]

    def further_states(self) -> Sequence[tuple[str, Callable[[], object]]]:
        shown = [(key, lambda key=key: self.show_part(key)) for key in self._parts if key != TREATMENT]
        return (*shown, ("", lambda: self.show_part(TREATMENT)))

    def sight(self) -> Sight:
        """What the parts look at: the scope of the window, or an area of the other organisation chosen here."""
        ground = self.session.ground
        as_of = ground.as_of if ground is not None and ground.as_of != ground.newest else None
        level, code = self._area or self.session.scope.focus
        organisation: str | None = self.organisation.currentData()
        if self._area is None and organisation is not None and level in _OF_AREAS:
            level, code = self._within(organisation, level, code)
        return Sight(level, code, as_of, organisation)

    def show_part(self, key: str) -> None:
        """Opens a segment."""
        if self.details_open:
            self.details_asked.emit(None)
        self.segments.set_current(key)
        self._shown.setCurrentWidget(self._parts[key])
        self.organisation.setEnabled(key not in (OFFERS, ENTRY))
        self.head_changed.emit()

    def _within(self, organisation: str, level: str, code: str) -> tuple[str, str]:
        """The area, where the organisation chosen has it; else the whole."""
        gone = {CLUSTERS: "sundhedsraad", COUNCILS: "klynge"}[organisation]
        return EVERYTHING if level in (gone, "region") else (level, code)

    def _on_organisation(self) -> None:
        self._area = None
        self._changed()

    def _follow_scope(self) -> None:
        self._area = None
        self._changed()

    def _return(self) -> None:
        self.organisation.setCurrentIndex(0)
        self._follow_scope()

    def _open_place(self, level: str, code: str, name: str) -> None:
        self._name = name
        scope = self.session.scope
        if level == "hospital" or self.session.area(level, code) is None:
            self._area = (level, code)
            self._changed()
        elif level == "kommune":
            self.session.choose(Scope(scope.area, int(code), scope.procedure))
        else:
            self.session.choose(Scope((level, code), None, scope.procedure))

    def _changed(self) -> None:
        for part in self._parts.values():
            part.data_changed()
        sight = self.sight()
        elsewhere = (sight.level, sight.code) != self.session.scope.focus
        self.elsewhere.setVisible(elsewhere)
        if elsewhere and self._area is None:
            said = tr(
                "Området i toppen findes ikke i den valgte inddeling. Viser alle kommuner; åbn et område under Områder."
            )
            self._where.setText(said)
        elif elsewhere:
            self._where.setText(tr("Viser {place}, som er åbnet her på siden.", place=self._name))
        self.head_changed.emit()
