"""Remarks: what was done about an indicator, and dates from which limits are computed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout

from sundhedsklynge.coverage.indicators import INDICATORS
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import Page, button, frame, label
from sundhedsklynge.ui.pages.kvartal_part import (
    Part,
    Saving,
    Sight,
    day_of,
    day_picker,
    line_edit,
    on_delete,
    picker,
    refill,
    table_view,
    widths,
)
from sundhedsklynge.ui.pages.kvartal_signs import short_name
from sundhedsklynge.ui.pages.kvartal_targets import EVERYWHERE, Where, place_options, where_said
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import Column, ColumnTable
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.store.follow_up import Remark


@dataclass(frozen=True)
class Found:
    """Remarks, and the places one can be about."""

    remarks: Sequence[Remark]
    places: Sequence[tuple[str, Where]]


class RemarksPart(Part):
    """The list and a form."""

    key = "noter"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight)
        self._remarks: Sequence[Remark] = ()
        self._saving: Saving | None = None
        self.said = label("", "muted", wrap=True)
        self.model = ColumnTable(self)
        self.table = table_view(tr("Bemærkninger"))
        self.table.setModel(self.model)
        self.indicator = picker(tr("Indikator"), [(short_name(key), key) for key in INDICATORS], 32)
        self.place = picker(tr("Sted"), [(tr("Alle steder"), EVERYWHERE)], 26)
        self.day = day_picker(tr("Dato"))
        self.text = line_edit(tr("Bemærkning"), tr("Hvad skete der, eller hvad gjorde I? Ingen personoplysninger."))
        self.anew = QCheckBox(tr("Regn grænserne om herfra"))
        self.save = button(tr("Gem bemærkning"), self.save_form, "primary")
        grid = QGridLayout()
        grid.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        grid.setHorizontalSpacing(theme.SPACE_S)
        grid.setVerticalSpacing(theme.SPACE_S)
        for column, widget in enumerate((self.indicator, self.place, self.day)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.anew, 0, 3)
        grid.addWidget(self.text, 1, 0, 1, 4)
        grid.addWidget(self.save, 1, 4)
        grid.setColumnStretch(3, 1)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addWidget(frame("card", grid))
        box.addStretch(0)
        self.text.returnPressed.connect(self.save_form)
        on_delete(self.table, self.remove_selected)
        self.session.steps.applied.connect(self._on_applied)

    def load(self) -> None:
        sight = self.sight()
        self.read(
            tr("Læser bemærkninger"),
            lambda workspace: Found(workspace.quarterly.remarks(), place_options(workspace, sight)),
            self._on_found,
        )

    def _on_found(self, found: Found) -> None:
        self._remarks = remarks = found.remarks
        refill(self.place, found.places)
        self.show_content()
        self.model.set_columns(
            (
                Column(tr("Dato"), [r.day for r in remarks], text.date),
                Column(tr("Indikator"), [short_name(r.indicator) for r in remarks]),
                Column(tr("Sted"), [where_said(found.places, r.area_kind, r.area_code) for r in remarks]),
                Column(tr("Bemærkning"), [r.text for r in remarks]),
                Column(tr("Grænser"), [tr("regnes om herfra") if r.new_phase else "–" for r in remarks]),
                Column(tr("Af"), [r.made_by for r in remarks]),
            )
        )
        widths(self.table, 3, (90, 300, 160, 300, 130, 90))
        self.table.setVisible(bool(remarks))
        self.said.setText(
            tr("Bemærkninger vises ved diagrammet. Delete fjerner den valgte.")
            if remarks
            else tr(
                "Ingen bemærkninger endnu. Skriv, hvad der er gjort ved en indikator, eller hvornår grænser regnes om."
            )
        )

    def save_form(self) -> None:
        """Stores the remark that the form says; it can be undone."""
        from sundhedsklynge.store.follow_up import Remark

        workspace = self.session.workspace
        if workspace is None:
            return
        kind, code = self.place.currentData()
        remark = Remark(
            self.indicator.currentData(), day_of(self.day), self.text.text().strip(), kind, code, self.anew.isChecked()
        )
        room = workspace.quarterly
        self._saving = Saving(
            lambda: room.save_remark(remark),
            room.remove_remark,
            lambda number: room.save_remark(replace(remark, id=number)),
        )
        self.session.steps.make(self._saving.step(tr("Bemærkning af {day}", day=text.date(remark.day))))

    def remove_selected(self) -> None:
        """Takes the marked remark away; it can be undone."""
        index, workspace = self.table.currentIndex(), self.session.workspace
        if not index.isValid() or workspace is None:
            return
        remark = self._remarks[self.model.source_row(index.row())]
        room = workspace.quarterly
        said = tr("Fjern bemærkning af {day}", day=text.date(remark.day))
        self.session.steps.make(Step(said, lambda: room.save_remark(remark), lambda: room.remove_remark(remark.id)))

    def _on_applied(self) -> None:
        if self._saving is not None and self._saving.number:
            self._saving = None
            self.text.clear()
            self.anew.setChecked(False)
