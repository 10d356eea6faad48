"""The catalogue of offers: what municipalities, hospitals and general practice offer; searched, added to, taken from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QCheckBox, QFileDialog, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from sundhedsklynge.coverage.offers import PROVIDERS, Offer
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.filedialogs import ask_where
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import Page, button, frame, label
from sundhedsklynge.ui.pages.kvartal_part import (
    QuarterPart,
    Saving,
    Sight,
    line_edit,
    on_delete,
    picker,
    refill,
    table_view,
    widths,
)
from sundhedsklynge.ui.pages.kvartal_print import Catalogue, save_catalogue, validity
from sundhedsklynge.ui.pickers import day_of, day_picker, put_day
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import EVERYTHING, danish_order
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import Column, ColumnTable
from sundhedsklynge.ui.text import tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace import Workspace

_ALL = "alle"
Owners = tuple[Sequence[tuple[str, int]], Sequence[str]]


class OffersPart(QuarterPart):
    """A list with a search field above it and a form below it."""

    key = "tilbud"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight)
        self._offers: Sequence[Offer] = ()
        self._owners: Owners = ((), ())
        self._changed: Offer | None = None
        self._saving: Saving | None = None
        self.search = line_edit(tr("Søg i tilbud"), tr("Søg i tilbud, steder og kontakter"))
        self.search.setClearButtonEnabled(True)
        self.provider = Segments(
            tr("Udbyder"),
            (
                (_ALL, tr("Alle")),
                ("kommune", tr("Kommuner")),
                ("hospital", tr("Hospitaler")),
                ("almen praksis", tr("Almen praksis")),
            ),
        )
        self.current_only = QCheckBox(tr("Kun gældende"))
        self.current_only.setChecked(True)
        self.current_only.setToolTip(tr("Tilbud, der gælder på den dag, der er valgt øverst"))
        self.print = button(tr("Udskriv …"), self.ask_where)
        self.print.setToolTip(tr("Gemmer de viste tilbud som PDF, A4"))
        self.print.setEnabled(False)
        self.model = ColumnTable(self)
        self.table = table_view(tr("Tilbud"))
        self.table.setModel(self.model)
        self.said = label("", "muted", wrap=True)
        self._build()
        self.search.textChanged.connect(lambda _: self._search())
        self.provider.chosen.connect(lambda _: self._search())
        self.current_only.toggled.connect(lambda _: self._search())
        self.form_provider.activated.connect(lambda _: self._fill_owners())
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _: self.edit_selected())
        on_delete(self.table, self.remove_selected)
        self.session.steps.applied.connect(self._on_applied)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE_M)
        top.addWidget(self.search, 1)
        top.addWidget(self.provider)
        top.addWidget(self.current_only)
        top.addWidget(self.print)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(top)
        box.addWidget(self.said)
        box.addWidget(self.table, 1000)
        box.addWidget(self._form())
        box.addStretch(1)  # takes the room where there is no table
        box.addStretch(0)

    def _form(self) -> QFrame:
        self.form_title = label(tr("Nyt tilbud"), "strong")
        self.form_provider = picker(
            tr("Udbyder af tilbuddet"), [(translated(name).capitalize(), name) for name in PROVIDERS], 12
        )
        self.form_owner = picker(tr("Sted"), letters=22)
        self.offer_title = line_edit(tr("Titel"), tr("Titel, fx Genoptræning efter knæoperation"))
        self.offer_text = line_edit(tr("Beskrivelse"), tr("Hvad tilbuddet er, og for hvem"))
        self.contact = line_edit(tr("Kontakt"), tr("Kontaktfunktion, ikke en person"))
        self.first = day_picker(tr("Gælder fra"))
        self.ends = QCheckBox(tr("til og med"))
        self.last = day_picker(tr("Gælder til"))
        self.last.setEnabled(False)
        self.ends.toggled.connect(self.last.setEnabled)
        self.save = button(tr("Tilføj tilbud"), self.save_form, "primary")
        self.cancel = button(tr("Annullér rettelsen"), self._clear_form, "flat")
        self.cancel.hide()
        first, last = QHBoxLayout(), QHBoxLayout()
        for row in (first, last):
            row.setSpacing(theme.SPACE_S)
        first.addWidget(self.form_provider)
        first.addWidget(self.form_owner)
        first.addWidget(self.offer_title, 1)
        last.addWidget(self.contact, 1)
        for widget in (label(tr("gælder fra"), "muted"), self.first, self.ends, self.last, self.cancel, self.save):
            last.addWidget(widget)
        box = QVBoxLayout()
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.form_title)
        box.addLayout(first)
        box.addWidget(self.offer_text)
        box.addLayout(last)
        made = frame("card", box)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        return made

    def load(self) -> None:
        def read(workspace: Workspace) -> Owners:
            organised = workspace.organisation()
            places = sorted(organised.municipalities.values(), key=lambda place: danish_order(place.name))
            return [(place.name, place.code) for place in places], workspace.places.hospitals()

        if not self._owners[0]:
            put_day(self.first, self._day())  # an offer typed in is among those shown
        self.read(tr("Læser tilbud"), read, self._on_owners, "steder")
        self._search()

    def _on_owners(self, owners: Owners) -> None:
        self._owners = owners
        self._fill_owners()

    def _fill_owners(self) -> None:
        provider = self.form_provider.currentData()
        places, hospitals = self._owners
        if provider == "hospital":
            refill(self.form_owner, [(name, name) for name in hospitals])
        else:
            everywhere = [(tr("Alle kommuner"), None)] if provider == "almen praksis" else []
            refill(self.form_owner, [*everywhere, *places])

    def _search(self) -> None:
        words, provider = self.search.text(), self.provider.current()
        day = self._day() if self.current_only.isChecked() else None
        self.read(
            tr("Søger i tilbud"),
            lambda workspace: workspace.quarterly.offers(words, day, "" if provider == _ALL else provider),
            self._on_offers,
            "søgning",
        )

    def _on_offers(self, found: Sequence[Offer]) -> None:
        offers = self._offers = [offer for offer in found if self._holds_here(offer)]
        self.print.setEnabled(bool(offers))
        self.show_content()
        self.model.set_columns(
            (
                Column(tr("Udbyder"), [translated(o.provider).capitalize() for o in offers]),
                Column(tr("Sted"), [o.place or tr("Alle kommuner") for o in offers]),
                Column(tr("Tilbud"), [o.title for o in offers]),
                Column(tr("Beskrivelse"), [o.text for o in offers]),
                Column(tr("Kontakt"), [o.contact_function for o in offers]),
                Column(tr("Gælder"), [validity(o.valid_from, o.valid_to) for o in offers]),
            )
        )
        widths(self.table, 3, (104, 170, 220, 200, 180, 160))
        self.table.setVisible(bool(offers))
        is_filtered = bool(self.search.text().strip()) or self.provider.current() != _ALL
        if offers:
            said = tr("{count} tilbud. Enter retter det valgte, Delete fjerner det.", count=len(offers))
        elif is_filtered:
            said = tr("Ingen tilbud passer. Søg på et andet ord, eller vis alle.")
        else:
            said = tr("Kataloget er tomt. Tilføj det første tilbud i felterne nedenfor.")
        self.said.setText(said)

    def selected(self) -> Offer | None:
        """The offer marked in the list."""
        index = self.table.currentIndex()
        return self._offers[self.model.source_row(index.row())] if index.isValid() else None

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        offer = self.selected() if current.isValid() else None
        if offer is None:
            return
        figures = [(tr("Udbyder"), offer.provider), (tr("Sted"), offer.place or tr("Alle kommuner"))]
        figures.append((tr("Gælder"), validity(offer.valid_from, offer.valid_to)))
        contact = (tr("Kontakt: {contact}", contact=offer.contact_function),) if offer.contact_function else ()
        actions = ((tr("Ret"), self.edit_selected), (tr("Fjern"), self.remove_selected))
        self.page.details_asked.emit(Details(offer.title, "", tuple(figures), (offer.text, *contact), actions))

    def ask_where(self) -> QFileDialog:
        """Asks where the catalogue goes, without stopping the window."""
        stem = tr("tilbud {area} {day}", area=self._area(), day=self._day().isoformat())
        return ask_where(self, tr("Gem kataloget som PDF"), stem, (tr("PDF (*.pdf)"),), self.print_to)

    def _area(self) -> str:
        focus = self.session.scope.focus
        return tr("Alle kommuner") if focus == EVERYTHING else self.session.area_name(*focus)

    def print_to(self, path: Path) -> None:
        """Writes the offers shown as a PDF."""
        workspace = self.session.workspace
        if workspace is None:
            return
        catalogue = Catalogue(self._offers, self._area(), self._chosen(), self._day(), is_demo=workspace.is_demo)
        self.session.jobs.start(
            "kvartal tilbud udskrift",
            tr("Skriver kataloget"),
            lambda progress, cancelled: save_catalogue(path, catalogue),
            lambda _: self.page.tell(Notice("info", tr("Kataloget er gemt: {file}.", file=path.name), str(path))),
            lambda error: self.page.tell(notice_of(error)),
            queue=True,
        )

    def _chosen(self) -> str:
        """Which offers are shown, as it stands on the paper."""
        said = [tr("gældende {day}", day=text.date(self._day()))] if self.current_only.isChecked() else []
        if self.provider.current() != _ALL:
            said.append(tr("udbyder: {provider}", provider=self.provider.current()))
        if self.search.text().strip():
            said.append(tr("søgt på: {words}", words=self.search.text().strip()))
        return " · ".join([tr("{count} tilbud", count=len(self._offers)), *said])

    def edit_selected(self) -> None:
        """Puts the marked offer in the form."""
        offer = self.selected()
        if offer is None:
            return
        self._changed = offer
        self.form_provider.setCurrentIndex(self.form_provider.findData(offer.provider))
        self._fill_owners()
        owner = offer.hospital if offer.provider == "hospital" else offer.municipality
        self.form_owner.setCurrentIndex(max(0, self.form_owner.findData(owner)))
        self.offer_title.setText(offer.title)
        self.offer_text.setText(offer.text)
        self.contact.setText(offer.contact_function)
        put_day(self.first, offer.valid_from)
        self.ends.setChecked(offer.valid_to is not None)
        put_day(self.last, offer.valid_to or offer.valid_from)
        self.form_title.setText(tr("Ret tilbud"))
        self.save.setText(tr("Gem rettelsen"))
        self.cancel.show()
        self.offer_title.setFocus()

    def save_form(self) -> None:
        """Stores what the form says; it can be undone."""
        workspace = self.session.workspace
        if workspace is None:
            return
        provider, owner = self.form_provider.currentData(), self.form_owner.currentData()
        before = self._changed
        after = Offer(
            provider=provider,
            title=self.offer_title.text().strip(),
            text=self.offer_text.text().strip(),
            valid_from=day_of(self.first),
            valid_to=day_of(self.last) if self.ends.isChecked() else None,
            municipality=None if provider == "hospital" else owner,
            hospital=owner or "" if provider == "hospital" else "",
            contact_function=self.contact.text().strip(),
            id=before.id if before else 0,
        )
        room = workspace.quarterly
        back = (lambda _: room.save_offer(before)) if before else room.remove_offer
        said = (
            tr("Ret tilbud: {title}", title=after.title) if before else tr("Tilføj tilbud: {title}", title=after.title)
        )
        self._saving = Saving(
            lambda: room.save_offer(after), back, lambda number: room.save_offer(replace(after, id=number))
        )
        self.session.steps.make(self._saving.step(said))

    def remove_selected(self) -> None:
        """Takes the marked offer out of the catalogue; it can be undone."""
        offer, workspace = self.selected(), self.session.workspace
        if offer is None or workspace is None:
            return
        room = workspace.quarterly
        text_ = tr("Fjern tilbud: {title}", title=offer.title)
        step = Step(text_, lambda: room.save_offer(offer), lambda: room.remove_offer(offer.id))
        self.session.steps.make(step)
        self.page.details_asked.emit(None)

    def _on_applied(self) -> None:
        if self._saving is not None and self._saving.number:
            self._saving = None
            self._clear_form()

    def _clear_form(self) -> None:
        self._changed = None
        for field in (self.offer_title, self.offer_text, self.contact):
            field.clear()
        self.ends.setChecked(False)
        self.form_title.setText(tr("Nyt tilbud"))
        self.save.setText(tr("Tilføj tilbud"))
        self.cancel.hide()

    def _day(self) -> dt.date:
        """The day chosen at the top."""
        ground = self.session.ground
        return ground.as_of if ground else dt.date.today()

    def _holds_here(self, offer: Offer) -> bool:
        """Whether an offer is for the place chosen at the top: those without a municipality are for all."""
        scope = self.session.scope
        if offer.municipality is None or scope.focus == EVERYTHING:
            return True
        if scope.municipality is not None:
            return offer.municipality == scope.municipality
        return str(offer.municipality) in {area.code for area in self.session.municipalities_in_scope()}
