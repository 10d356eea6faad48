"""Remarks: what was done about an indicator, and dates from which limits are computed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout

from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import Page, button
from sundhedsklynge.ui.pages.kvartal_part import (
    ListPart,
    Saving,
    Sight,
    Where,
    line_edit,
    place_options,
    refill,
    where_said,
    widths,
)
from sundhedsklynge.ui.pages.kvartal_signs import short_name
from sundhedsklynge.ui.pickers import day_of, day_picker
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.store.follow_up import Remark


@dataclass(frozen=True)
class Found:
    """Remarks, and the places one can be about."""

    remarks: Sequence[Remark]
    places: Sequence[tuple[str, Where]]


class RemarksPart(ListPart):
    """The list and a form."""

    key = "noter"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight, tr("Bemærkninger"))
        self._remarks: Sequence[Remark] = ()
        self._saving: Saving | None = None
        self.day = day_picker(tr("Dato"))
        self.text = line_edit(tr("Bemærkning"), tr("Hvad skete der, eller hvad gjorde I? Ingen personoplysninger."))
        self.anew = QCheckBox(tr("Regn grænserne om herfra"))
        self.save = button(tr("Gem bemærkning"), self.save_form, "primary")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.SPACE_S)
        grid.setVerticalSpacing(theme.SPACE_S)
        for column, widget in enumerate((self.indicator, self.place, self.day)):
            grid.addWidget(widget, 0, column)
        grid.addWidget(self.anew, 0, 3)
        grid.addWidget(self.text, 1, 0, 1, 3)
        grid.addWidget(self.save, 1, 3, Qt.AlignmentFlag.AlignLeft)
        grid.setColumnStretch(3, 1)
        self.lay_out(grid)
        self.text.returnPressed.connect(self.save_form)

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
        at, workspace = self.selected, self.session.workspace
        if at is None or workspace is None:
            return
        remark = self._remarks[at]
        room = workspace.quarterly
        said = tr("Fjern bemærkning af {day}", day=text.date(remark.day))
        self.session.steps.make(Step(said, lambda: room.save_remark(remark), lambda: room.remove_remark(remark.id)))

    def clear_saved(self) -> None:
        if self._saving is not None and self._saving.number:
            self._saving = None
            self.text.clear()
            self.anew.setChecked(False)
