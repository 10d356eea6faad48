"""Targets by indicator and place, each from a date on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout

from sundhedsklynge.coverage.indicators import INDICATORS, Target
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.notice import notice_of
from sundhedsklynge.ui.page import Page, button, label
from sundhedsklynge.ui.pages.kvartal_part import (
    ListPart,
    Sight,
    Where,
    line_edit,
    place_options,
    refill,
    where_said,
    widths,
)
from sundhedsklynge.ui.pages.kvartal_signs import figure, short_name
from sundhedsklynge.ui.pickers import day_of, day_picker
from sundhedsklynge.ui.steps import Step
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import tr


@dataclass(frozen=True)
class Found:
    """Targets, and the places one can be set for."""

    targets: Sequence[Target]
    places: Sequence[tuple[str, Where]]


class TargetsPart(ListPart):
    """The list and a form."""

    key = "maal"

    def __init__(self, page: Page, sight: Callable[[], Sight]) -> None:
        super().__init__(page, sight, tr("Mål"))
        self._targets: Sequence[Target] = ()
        self._saving: Target | None = None
        self.value = line_edit(tr("Mål i procent"), tr("Mål i procent, fx 80"))
        self.value.setMaximumWidth(theme.scaled(170))
        self.first = day_picker(tr("Gælder fra"))
        self.save = button(tr("Sæt mål"), self.save_form, "primary")
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_S)
        row.addWidget(self.indicator)
        row.addWidget(self.place)
        row.addWidget(self.value)
        row.addWidget(label(tr("gælder fra"), "muted"))
        row.addWidget(self.first)
        row.addStretch(1)
        row.addWidget(self.save)
        self.lay_out(row)
        self.value.returnPressed.connect(self.save_form)

    def load(self) -> None:
        sight = self.sight()
        self.read(
            tr("Læser mål"),
            lambda workspace: Found(workspace.quarterly.targets(), place_options(workspace, sight)),
            self._on_found,
        )

    def _on_found(self, found: Found) -> None:
        self._targets = found.targets
        refill(self.place, found.places)
        self.show_content()
        self.model.set_columns(
            (
                Column(tr("Indikator"), [short_name(t.indicator) for t in found.targets]),
                Column(tr("Sted"), [where_said(found.places, t.area_kind, t.area_code) for t in found.targets]),
                Column(tr("Mål"), [figure(INDICATORS[t.indicator], t.value) for t in found.targets], numeric=True),
                Column(tr("Gælder fra"), [t.valid_from for t in found.targets], text.date),
            )
        )
        widths(self.table, 0, (380, 240, 110, 110))
        self.table.setVisible(bool(found.targets))
        self.said.setText(
            tr("Et mål gælder fra sin dato, til et nyt sættes. Delete fjerner det valgte.")
            if found.targets
            else tr("Der er ikke sat mål endnu. Plejehjem med fast læge følges mod aftalens mål: alle plejehjem.")
        )

    def save_form(self) -> None:
        """Sets the target that the form says; it can be undone."""
        workspace = self.session.workspace
        if workspace is None:
            return
        try:
            value = read_percent(self.value.text())
        except UserError as error:
            self.page.tell(notice_of(error))
            self.value.setFocus()
            return
        kind, code = self.place.currentData()
        target = Target(self.indicator.currentData(), value, day_of(self.first), kind, code)
        before = next((t for t in self._targets if _same(t, target)), None)
        room = workspace.quarterly
        back = (lambda: room.set_target(before)) if before else (lambda: room.remove_target(target))
        said = tr("Mål for {indicator}", indicator=short_name(target.indicator).lower())
        self._saving = target
        self.session.steps.make(Step(said, back, lambda: room.set_target(target)))

    def remove_selected(self) -> None:
        at, workspace = self.selected, self.session.workspace
        if at is None or workspace is None:
            return
        target = self._targets[at]
        room = workspace.quarterly
        said = tr("Fjern mål for {indicator}", indicator=short_name(target.indicator).lower())
        self.session.steps.make(Step(said, lambda: room.set_target(target), lambda: room.remove_target(target)))

    def clear_saved(self) -> None:
        if self._saving is not None:
            self._saving = None
            self.value.clear()


def read_percent(said: str) -> float:
    """`80`, `80 %` or `80,5` as 0.8, 0.8, 0.805. Raises UserError."""
    bare = said.replace("%", "").replace("\u00a0", "").strip().replace(",", ".")
    try:
        value = float(bare) / 100
    except ValueError:
        raise UserError(tr("Målet er ikke et tal."), tr("Skriv det i procent, fx 80 eller 80,5.")) from None
    if not 0 <= value <= 1:
        raise UserError(tr("Målet skal ligge mellem 0 og 100 %."), tr("Skriv det i procent, fx 80."))
    return value


def _same(one: Target, other: Target) -> bool:
    """Whether the one takes the other's place."""
    return (one.indicator, one.area_kind, one.area_code, one.valid_from) == (
        other.indicator,
        other.area_kind,
        other.area_code,
        other.valid_from,
    )
