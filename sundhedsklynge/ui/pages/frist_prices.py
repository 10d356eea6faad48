"""The price table of private suppliers: packages as the agreement names them, for which procedures, and what a course costs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QHeaderView, QLineEdit, QVBoxLayout, QWidget

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.settings import SETTINGS, Package, check_value, packages_text
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.page import button, label
from sundhedsklynge.ui.tables import Column, ColumnTable, TableView
from sundhedsklynge.ui.text import number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.ui.pages.frist_settings import Held

PACKAGE_PRICES = "privat.priser"
_PRICE_WIDTH = 88  # pixels


class PriceTable(QWidget):
    """Lists the packages; the row marked is mended below. `stored` carries key and text of the setting, `refused` a UserError."""

    stored = Signal(str, str)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packages: tuple[Package, ...] = ()
        self.table_model = ColumnTable(self)
        self.table = TableView(tr("Pakker og priser hos private leverandører"))
        self.table.setModel(self.table_model)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._empty = label(
            tr("Ingen priser er skrevet, så der vises kun antal. Priserne står i kommunens aftale med de private."),
            "muted",
            wrap=True,
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Pakke, for eksempel 01 Underekstremitet kirurgisk"))
        self.name.setAccessibleName(tr("Pakkens navn"))
        self.procedures: dict[str, QCheckBox] = {}
        self.price = QLineEdit()
        self.price.setFixedWidth(theme.scaled(_PRICE_WIDTH))
        self.price.setPlaceholderText(tr("kr."))
        self.price.setAccessibleName(tr("Pris pr. forløb i kroner"))
        self.keep = button(tr("Gem pakken"), self._keep, tip=tr("En pakke med samme navn får den nye pris"))
        self.remove = button(tr("Fjern"), self._remove)
        self.remove.setAccessibleName(tr("Fjern den valgte pakke"))
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.SPACE_S)
        self._row.addWidget(self.name, 1)
        for widget in (self.price, self.keep, self.remove):
            self._row.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        box.addWidget(self.table, 1)
        box.addWidget(self._empty)
        box.addLayout(self._row)
        self.price.returnPressed.connect(self._keep)
        self.name.returnPressed.connect(self._keep)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_marked())
        self._on_marked()

    def show_prices(self, value: Held, procedures: Sequence[str]) -> None:
        """Shows the packages in force; `procedures` are those of the data; those priced already are offered too."""
        self._packages = SETTINGS[PACKAGE_PRICES].parse(value.text)
        priced = (name for package in self._packages for name in package.procedures)
        self._offer([*procedures, *priced])
        self.table_model.set_columns(
            (
                Column(tr("Pakke"), [package.name for package in self._packages]),
                Column(tr("Indgreb"), [", ".join(map(translated, package.procedures)) for package in self._packages]),
                Column(tr("Pris pr. forløb, kr."), [package.kroner for package in self._packages], _kroner, True),
            )
        )
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(self._packages))
        self._empty.setVisible(not self._packages)
        self.table.setToolTip(value.said)
        self._on_marked()

    def _offer(self, procedures: Sequence[str]) -> None:
        for name in procedures:
            if name not in self.procedures:
                box = QCheckBox(translated(name))
                box.setAccessibleName(tr("Pakken er for {procedure}", procedure=translated(name)))
                self._row.insertWidget(1 + len(self.procedures), box)
                self.procedures[name] = box

    def _marked(self) -> Package | None:
        index = self.table.currentIndex()
        if not index.isValid() or not self.table.selectionModel().hasSelection():
            return None
        return self._packages[self.table_model.source_row(index.row())]

    def _on_marked(self) -> None:
        marked = self._marked()
        self.remove.setEnabled(marked is not None)
        if marked is not None:
            self.name.setText(marked.name)
            self.price.setText(_kroner(marked.kroner))
            for name, box in self.procedures.items():
                box.setChecked(name in marked.procedures)

    def _keep(self) -> None:
        name = " ".join(self.name.text().split())
        chosen = tuple(name for name, box in self.procedures.items() if box.isChecked())
        try:
            kroner = SETTINGS["pladser.pris"].parse(self.price.text())
        except ValueError:
            kroner = None
        if not name or not chosen or kroner is None:
            self.refused.emit(
                UserError(
                    tr("Pakken er ikke gemt."), tr("Skriv et navn, vælg mindst ét indgreb, og skriv prisen i kroner.")
                )
            )
            return
        others = [package for package in self._packages if package.name != name]
        self._store([*others, Package(name, chosen, kroner)])

    def _remove(self) -> None:
        marked = self._marked()
        if marked is not None:
            self._store([package for package in self._packages if package is not marked])

    def _store(self, packages: Sequence[Package]) -> None:
        twice = [name for name in self.procedures if sum(name in package.procedures for package in packages) > 1]
        if twice:
            self.refused.emit(
                UserError(
                    tr("{procedure} har en pris i to pakker.", procedure=translated(twice[0]).capitalize()),
                    tr("Fjern indgrebet fra den ene."),
                )
            )
            return
        try:
            value = check_value(PACKAGE_PRICES, packages_text(sorted(packages, key=lambda package: package.name)))
        except UserError:
            self.refused.emit(
                UserError(tr("Pakkens navn kan ikke bruges."), tr("Skriv det uden semikolon og parentes."))
            )
            return
        self.name.clear()
        self.price.clear()
        for box in self.procedures.values():
            box.setChecked(False)
        self.stored.emit(PACKAGE_PRICES, value)


def _kroner(value: float) -> str:
    return number(value, 0 if math.isclose(value, round(value)) else 2)
