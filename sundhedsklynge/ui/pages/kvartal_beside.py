"""Beside the chart: its figures, hospitals, municipalities and areas side by side, quality over time, early discharge, remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd
from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sundhedsklynge.coverage.drift import CLEAR
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.ui import text, theme
from sundhedsklynge.ui.page import label
from sundhedsklynge.ui.pages.kvartal_part import place_name, table_view, widths
from sundhedsklynge.ui.pages.kvartal_reading import DEPARTMENT, HOSPITAL, PROCEDURE, About
from sundhedsklynge.ui.pages.kvartal_signs import (
    Sign,
    SignDelegate,
    figure,
    part_of,
    sign_said,
    span,
    status_of,
    told,
)
from sundhedsklynge.ui.segments import Segments
from sundhedsklynge.ui.session import danish_order
from sundhedsklynge.ui.tables import Column, ColumnTable, SparklineDelegate
from sundhedsklynge.ui.text import MISSING, mark, number, tr, tr_marked, translated

if TYPE_CHECKING:
    from sundhedsklynge.coverage.indicators import Cell, Indicator, Place

FIGURES, HOSPITALS, PLACES, AREAS, DRIFT, REMARKS = "tal", "hospitaler", "kommuner", "omraader", "udskrivning", "noter"
WARDS, PROCEDURES = "afdelinger", "indgreb"
_OVER_TIME = {HOSPITALS: HOSPITAL, WARDS: DEPARTMENT, PROCEDURES: PROCEDURE}
_LATEST = 4  # quarters with a column of their own in a table over time
_RISES = Sign(0, "down", "high", mark("stiger"), mark("stiger mere end tilfældigt"))
_FALLS = Sign(2, "up", "calm", mark("falder"), mark("falder mere end tilfældigt"))
_STILL = Sign(1, "wave", "muted", mark("uændret"), mark("ikke klart ændret"))


class Beside(QWidget):
    """Shows one of several tables about an indicator. `place_asked`: level, code and name of a place opened."""

    place_asked = Signal(str, str, str)

    def __init__(self, *, quality: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quality = quality
        self._about: About | None = None
        self._places: Sequence[Place] = ()
        options = [(FIGURES, tr("Tal")), (HOSPITALS, tr("Hospitaler"))]
        options += [(WARDS, tr("Afdelinger")), (PROCEDURES, tr("Indgreb"))] if quality else []
        options += [(PLACES, tr("Kommuner")), (AREAS, tr("Områder"))]
        options += [] if quality else [(DRIFT, tr("Tidlig udskrivning"))]
        options.append((REMARKS, tr("Noter")))
        self.views = Segments(tr("Vis"), options)
        self.said = label("", "small", wrap=True)
        self.model = ColumnTable(self)
        self.table = table_view(tr("Tal for indikatoren"))
        self.table.setModel(self.model)
        self._signs = SignDelegate(self.table)
        self._curves = SparklineDelegate(self.table)
        self._plain = self.table.itemDelegate()
        self.table.setSortingEnabled(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, 0, 0, 0)
        box.setSpacing(theme.SPACE_S)
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addStretch(1)
        box.addLayout(top)
        box.addWidget(self.said)
        box.addWidget(self.table, 1)
        box.addStretch(0)
        self.views.chosen.connect(lambda _: self._fill())
        self.table.opened.connect(self._on_opened)

    def show_about(self, about: About) -> None:
        """Shows the tables of `about`."""
        self._about = about
        self._fill()

    def choose(self, view: str) -> None:
        """Shows one of the tables."""
        self.views.set_current(view)
        self._fill()

    def _fill(self) -> None:
        about = self._about
        if about is None:
            return
        view = self.views.current()
        self._places = ()
        if self._quality and view in _OVER_TIME:
            self._show_over_time(about, about.breakdowns[_OVER_TIME[view]], _OVER_TIME[view])
        else:
            {
                FIGURES: self._show_figures,
                HOSPITALS: self._show_hospitals,
                PLACES: self._show_municipalities,
                AREAS: self._show_areas,
                DRIFT: self._show_drifts,
                REMARKS: self._show_remarks,
            }[view](about)
        self.table.setAccessibleDescription(self.said.text())

    def _put(self, said: str, columns: Sequence[Column], stretched: int, sizes: Sequence[int]) -> None:
        self.said.setText(said)
        self.said.setVisible(bool(said))
        filled = bool(columns) and len(columns[0].values) > 0
        self.table.setVisible(filled)
        self.model.set_columns(columns)
        for column, entry in enumerate(columns):
            first = entry.values[0] if entry.values else None
            is_sign, is_curve = isinstance(first, Sign), isinstance(first, list)
            delegate = self._signs if is_sign else self._curves if is_curve else self._plain
            self.table.setItemDelegateForColumn(column, delegate)
        if columns:
            widths(self.table, stretched, sizes)

    def _show_figures(self, about: About) -> None:
        line = about.view.series
        indicator = line.indicator
        newest = list(reversed(range(len(line.quarters))))
        found = [line.cells[i] for i in newest]
        limits = line.control.limits
        shares = [figure(indicator, float(line.shares[i])) for i in newest]
        columns = [
            Column(tr("Kvartal"), [line.quarters[i] for i in newest]),
            Column(tr("Andel"), shares, numeric=True),
            Column("n/N", [told(cell) for cell in found], numeric=True),
        ]
        sizes = [66, 92, 130 if indicator.measure is Measure.STOCK else 96]
        if any(cell is not None and cell.target is not None for cell in found):
            targets = [_target(indicator, float(line.targets[i])) for i in newest]
            columns.append(Column(tr("Mål"), targets, numeric=True))
            columns.append(Column(tr("Status"), [status_of(cell) for cell in found], tip=sign_said))
            sizes += [56, 104]
        if indicator.measure is not Measure.STOCK:
            columns.append(Column(tr("95 %"), [span(cell) for cell in found], numeric=True))
            sizes.append(84)
        spans = [_limits(float(limits.lower[i]), float(limits.upper[i])) for i in newest]
        if any(said != "–" for said in spans):
            columns.append(Column(tr("Grænser"), spans, numeric=True))
            sizes.append(84)
        self._put("", columns, 0, sizes)

    def _show_hospitals(self, about: About) -> None:
        if not about.hospitals:
            self._put(tr("Tallene fordeler sig ikke på hospitaler."), (), 0, ())
            return
        quarter = about.hospitals[0].quarter
        said = tr("Hospitaler side om side i {quarter}, for borgere i {place}.", quarter=quarter, place=_here(about))
        self._show_cells(said, tr("Hospital"), [(cell.place, cell) for cell in about.hospitals], about)

    def _show_municipalities(self, about: About) -> None:
        pairs = sorted(about.municipalities, key=lambda pair: danish_order(pair[0].name))
        missing = sum(cell is None for _, cell in pairs)
        quarter = about.view.series.quarters[-1]
        said = tr("Kommuner i {quarter}. Enter vælger kommunen.", quarter=quarter)
        if missing:
            said += " " + tr("{count} har ikke oplyst tal; de mangler og er ikke nul.", count=missing)
        self._show_cells(said, tr("Kommune"), pairs, about)

    def _show_areas(self, about: About) -> None:
        quarter = about.view.series.quarters[-1]
        said = tr("Områder i {quarter}. Enter viser området.", quarter=quarter)
        self._show_cells(said, tr("Område"), about.areas, about)

    def _show_cells(self, said: str, name: str, pairs: Sequence[tuple[Place, Cell | None]], about: About) -> None:
        self._places = [place for place, _ in pairs]
        found = [cell for _, cell in pairs]
        indicator = about.view.series.indicator
        columns = [
            Column(name, [place_name(place) for place in self._places]),
            Column(tr("Andel"), [figure(indicator, cell.share if cell else None) for cell in found], numeric=True),
            Column("n/N", [_parts(cell) for cell in found], numeric=True),
            Column(tr("Ukendt"), [_unknown(cell) for cell in found], numeric=True)
            if indicator.measure is Measure.STOCK
            else Column(tr("95 %"), [span(cell) for cell in found], numeric=True),
            Column(tr("Status"), [status_of(cell) for cell in found], tip=sign_said),
        ]
        self._put(said, columns, 0, [150, 92, 100, 84, 104])

    def _show_over_time(self, about: About, frame: pd.DataFrame, by: tuple[str, ...]) -> None:
        quarters = list(about.view.series.quarters)
        indicator = about.view.series.indicator
        grouped = [([str(part) for part in key], rows.set_index("quarter")) for key, rows in frame.groupby(list(by))]
        found = sorted((pair for pair in grouped if pair[0][-1]), key=lambda pair: danish_order(" ".join(pair[0])))
        tables = [rows.reindex(quarters) for _, rows in found]
        curves = [[100 * value for value in table["share"].tolist()] for table in tables]
        latest = [table.iloc[-1] for table in tables]
        names_of = {"hospital": tr("Hospital"), "department": tr("Afdeling"), "procedure": tr("Indgreb")}
        heads = [names_of[name] for name in by]
        shows = [translated if name == "procedure" else str for name in by]
        columns = [
            Column(head, [_capital(show(key[at])) for key, _ in found])
            for at, (head, show) in enumerate(zip(heads, shows, strict=True))
        ]
        columns.append(Column(tr("Udvikling"), curves, lambda _: "", tip=_curve_said))
        shown = quarters[-_LATEST // len(heads) :]
        for quarter in shown:
            values = [float(table.loc[quarter, "share"]) for table in tables]  # pyright: ignore[reportArgumentType]
            columns.append(Column(quarter, [figure(indicator, value, 0) for value in values], numeric=True))
        columns.append(
            Column("n/N", [part_of(float(row["numerator"]), float(row["denominator"])) for row in latest], numeric=True)
        )
        said = tr(
            "{indicator} over tid, for borgere i {place}.", indicator=translated(indicator.label), place=_here(about)
        )
        names = [150] if len(heads) == 1 else [150, 160]
        self._put(said, columns, 0, [*names, 84, *([62] * len(shown)), 88])

    def _show_drifts(self, about: About) -> None:
        if not about.drifts:
            self._put(
                tr("Der skal otte kvartaler fra samme kommuner til for at se tegn på tidligere udskrivning."), (), 0, ()
            )
            return
        said = tr(
            "Får flere brug for hospitalet igen inden for 72 timer? De sidste fire kvartaler mod de fire før, pr. 100. "
            "Filerne fortæller ikke om liggetid."
        )
        found = about.drifts
        signs = [_RISES if d.drifting else _FALLS if d.z < -CLEAR else _STILL for d in found]
        sentences = {str(i): translated(d.sentence) for i, d in enumerate(found)}
        self._put(
            said,
            (
                Column(tr("Hospital"), [d.hospital for d in found]),
                Column(
                    tr("Tal"),
                    [str(i) for i in range(len(found))],
                    lambda i: translated(found[int(i)].figure.removesuffix(" inden for 72 timer")),
                    tip=lambda i: sentences[i],
                ),
                Column(tr("Før"), [d.before for d in found], _per_hundred, numeric=True),
                Column(tr("Nu"), [d.after for d in found], _per_hundred, numeric=True),
                Column(tr("Tegn"), signs, tip=sign_said),
            ),
            0,
            (150, 130, 52, 52, 96),
        )

    def _show_remarks(self, about: About) -> None:
        found = about.view.remarks
        if not found:
            self._put(tr("Ingen bemærkninger. Skriv under Indtastning, hvad der er gjort."), (), 0, ())
            return
        self._put(
            "",
            (
                Column(tr("Dato"), [r.day for r in found], text.date),
                Column(tr("Bemærkning"), [r.text for r in found]),
                Column(tr("Af"), [r.made_by for r in found]),
            ),
            1,
            (84, 240, 84),
        )

    def _on_opened(self, index: QModelIndex) -> None:
        if self._places and index.isValid():
            place = self._places[self.model.source_row(index.row())]
            self.place_asked.emit(place.level, place.code, place_name(place))


def _here(about: About) -> str:
    name = place_name(about.view.place)
    return name if about.view.place.level != "i_alt" else tr("alle kommuner")


def _target(indicator: Indicator, target: float) -> str:
    return "–" if target != target else figure(indicator, target, 0).removesuffix(" pr. 100")


def _parts(cell: Cell | None) -> str:
    return tr_marked(MISSING) if cell is None else part_of(cell.numerator, cell.denominator)


def _unknown(cell: Cell | None) -> str:
    return "–" if cell is None or cell.unknown is None else number(cell.unknown)


def _limits(lower: float, upper: float) -> str:
    return "–" if lower != lower else f"{number(100 * lower, 1)}–{number(100 * upper, 1)}"


def _per_hundred(value: float) -> str:
    return number(100 * float(value), 1)


def _capital(name: str) -> str:
    """`Knæ`: procedures are stored in lower case, hospitals and departments are not."""
    return name[:1].upper() + name[1:]


def _curve_said(values: Sequence[float]) -> str:
    return ", ".join(number(value) for value in values)
