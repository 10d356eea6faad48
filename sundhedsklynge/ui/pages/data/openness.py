"""Openness: how each hospital shares its plans, against what was agreed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout

from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.notice import Notice
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.data.agreement import AgreementForm
from sundhedsklynge.ui.pages.data.tab import Tab
from sundhedsklynge.ui.pages.data.weekstrip import MISSING, SHARED, StripDelegate, StripLegend, strip_said
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import mark, percent, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.store.agreements import Agreement
    from sundhedsklynge.workspace import Workspace
    from sundhedsklynge.workspace.sharing import HospitalSharing

_LEADS = (1, 2, 4, 8)
_STRIP = 1  # the column of weeks


class OpennessTab(Tab):
    """One row a hospital; the details pane says what was agreed and how it is kept."""

    key = "aabenhed"
    name = mark("Åbenhed")

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._hospitals: Sequence[HospitalSharing] = ()
        self.model = ColumnTable(self)
        self.table = TableView(tr("Hospitalernes åbenhed"))
        self.table.setModel(self.model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.setItemDelegateForColumn(_STRIP, StripDelegate(self.table))
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.opened.connect(lambda _: self._edit_selected())
        self.add = button(
            tr("Tilføj aftale"), self._edit_selected, "", tr("Aftal, hvor tit og hvor langt frem der deles")
        )
        self.form = AgreementForm(self._save)
        head = QHBoxLayout()
        head.addWidget(
            label(
                tr("Hvor tit hospitalerne deler planer, hvor langt frem, og hvor meget de havde fortalt i god tid."),
                "muted",
                wrap=True,
            ),
            1,
        )
        head.addWidget(self.add)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addLayout(head)
        box.addWidget(self.form)
        box.addWidget(self.table, 1)
        box.addWidget(StripLegend())
        box.addWidget(
            label(
                tr(
                    "1, 2, 4 og 8 u. før: andel af de udførte operationer i det seneste år, som stod i en plan"
                    " mindst så længe før. Streg: det kan ikke vides."
                ),
                "small",
                wrap=True,
            )
        )

    def load(self) -> None:
        ground = self.session.ground
        as_of = ground.as_of if ground else None

        def read(workspace: Workspace) -> list[HospitalSharing]:
            try:
                return workspace.sharing.hospitals(as_of)
            except NothingToComputeError:
                return []

        self.read(tr("Måler åbenhed"), read, self._on_read)

    def _on_read(self, hospitals: Sequence[HospitalSharing]) -> None:
        self._hospitals = hospitals
        if not hospitals:
            self.show_empty(
                Notice(
                    "info",
                    tr("Ingen hospitaler har delt planer endnu."),
                    tr("Importér en operationsplan."),
                    (tr("Importér filer"), self.ask_files),
                )
            )
            return
        self.show_content()
        entries = [each.openness for each in hospitals]
        self.model.set_columns(
            (
                Column(tr("Hospital"), [each.hospital for each in hospitals]),
                Column(tr("Seneste 26 uger"), [each.strip for each in hospitals], lambda _: "", tip=strip_said),
                Column(tr("Nyeste plan"), [e.newest for e in entries], _day),
                Column(tr("Ser frem"), [e.weeks_ahead for e in entries], _weeks, numeric=True),
                *(
                    Column(
                        _lead(lead),
                        [e.told.get(lead) for e in entries],
                        _share,
                        numeric=True,
                    )
                    for lead in _LEADS
                ),
                Column(tr("Aftale"), [_agreed(each) for each in hospitals]),
            )
        )
        head = self.table.horizontalHeader()
        for column, width in ((0, 184), (2, 94), (3, 64), (4, 60), (5, 60), (6, 60), (7, 60), (8, 96)):
            head.resizeSection(column, theme.scaled(width))
        head.setSectionResizeMode(_STRIP, QHeaderView.ResizeMode.Stretch)

    def _selected(self) -> HospitalSharing | None:
        index = self.table.currentIndex()
        return self._hospitals[self.model.source_row(index.row())] if index.isValid() else None

    def _on_row(self, current: QModelIndex, _before: QModelIndex) -> None:
        each = self._selected() if current.isValid() else None
        if each is None:
            return
        entry = each.openness
        figures = [
            (tr("Planer i alt"), str(entry.snapshots)),
            (tr("Nyeste plan"), _day(entry.newest)),
            (tr("Alder i dage"), "–" if entry.age_days is None else str(entry.age_days)),
            (tr("Ser frem"), _weeks(entry.weeks_ahead)),
            (tr("Uger uden plan"), "–" if entry.missing_weeks is None else str(entry.missing_weeks)),
        ]
        figures += [(tr("Fortalt {lead}", lead=_lead(lead)), _share(entry.told.get(lead))) for lead in _LEADS]
        notes = [f"{_sign(rule.kept)} {translated(rule.sentence)}" for rule in each.kept]
        if each.agreement is not None and (each.agreement.shared or each.agreement.parties):
            notes += [part for part in (each.agreement.shared, each.agreement.parties) if part]
        if each.agreement is None:
            notes.append(tr("Ingen aftale. Tilføj en for at følge, om den holdes."))
        absent = [text.week(mark.week) for mark in each.strip if mark.status == MISSING]
        if absent:
            notes.append(tr("Mangler: {weeks}", weeks="; ".join(absent)))
        elif not any(mark.status == SHARED for mark in each.strip):
            notes.append(tr("Ingen plan i de viste uger."))
        edit = tr("Ret aftale") if each.agreement is not None else tr("Tilføj aftale")
        actions = [(edit, self._edit_selected)]
        if each.agreement is not None:
            agreement = each.agreement
            actions.append((tr("Fjern aftale"), lambda: self._remove(agreement)))
        self.page.details_asked.emit(
            Details(each.hospital, figures=tuple(figures), notes=tuple(notes), actions=tuple(actions))
        )

    # Agreements

    def _edit_selected(self) -> None:
        each = self._selected()
        hospitals = [other.hospital for other in self._hospitals]
        ground = self.session.ground
        self.form.open(
            hospitals,
            each.agreement if each else None,
            each.hospital if each else "",
            ground.as_of if ground else dt.date.today(),
        )

    def _save(self, agreement: Agreement) -> None:
        self.make(tr("Gemmer aftalen"), lambda workspace: [workspace.sharing.save_agreement(agreement)])

    def _remove(self, agreement: Agreement) -> None:
        self.make(tr("Fjerner aftalen"), lambda workspace: [workspace.sharing.remove_agreement(agreement.id)])


def _agreed(each: HospitalSharing) -> str:
    if each.agreement is None:
        return tr("ingen aftale")
    kept = sum(rule.kept is True for rule in each.kept)
    if each.keeps:
        return tr("✓ holdes")
    return tr("▲ {kept} af {all} holdes", kept=kept, all=len(each.kept))


def _sign(kept: bool | None) -> str:
    return {True: "✓", False: "▲", None: "▨"}[kept]


def _day(day: dt.date | None) -> str:
    return tr("mangler") if day is None else text.date(day)


def _weeks(weeks: int | None) -> str:
    return "–" if weeks is None else tr("{weeks} uger", weeks=weeks)


def _lead(lead: int) -> str:
    return tr("{lead} u. før", lead=lead)


def _share(share: float | None) -> str:
    return "–" if share is None else percent(share)
