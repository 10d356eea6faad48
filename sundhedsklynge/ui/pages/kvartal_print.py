"""The catalogue of offers on paper: A4 landscape, a plain table with its headings and the page number on every page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sundhedsklynge.coverage.offers import Offer, offer_table
from sundhedsklynge.export.files import replace_file
from sundhedsklynge.export.report import DEMO_WORD
from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper import document
from sundhedsklynge.ui.paper_pages import BOTTOM, MARGIN, TOP, WIDTH, Page
from sundhedsklynge.ui.paper_sheet import RIGHT, Sheet, tag
from sundhedsklynge.ui.text import in_danish, tr
from sundhedsklynge.ui.theme import LIGHT

_WIDTHS = (26.0, 42.0, 50.0, 73.0, 38.0, 40.0)  # mm: provider, place, offer, description, contact, valid
_POINTS, _GAP, _PAD = 8.5, 3.0, 1.2
_HEAD = TOP + 17  # where the headings stand
_BODY = _HEAD + 7  # where the rows begin

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What is printed: `chosen` says which offers these are, `area` and `as_of` where and when they hold."""

    offers: Sequence[Offer]
    area: str
    chosen: str
    as_of: dt.date
    is_demo: bool = False


def save_catalogue(path: Path, catalogue: Catalogue) -> None:
    """Writes the catalogue as a PDF. Raises UserError where the file cannot be written."""
    with replace_file(path) as temporary:
        temporary.write_bytes(catalogue_pdf(catalogue))


@in_danish()
def catalogue_pdf(catalogue: Catalogue) -> bytes:
    """The catalogue as a PDF; one empty table where there are no offers. The same bytes for the same catalogue on the same fonts."""
    rows = catalogue_rows(catalogue.offers)

    def pages(sheet: Sheet) -> list[Page]:
        broken = broken_into_pages(sheet, rows)
        counted = [tr("Side {page} af {pages}", page=number, pages=len(broken)) for number in range(1, len(broken) + 1)]
        return [
            lambda page, part=part, said=said: _draw_page(page, catalogue, part, said)
            for part, said in zip(broken, counted, strict=True)
        ]

    title = tr("Katalog over tilbud, {area}", area=catalogue.area)
    return document(title, "Sundhedsklynge", repr((catalogue.area, catalogue.chosen, rows)), catalogue.as_of, pages)


def catalogue_rows(offers: Sequence[Offer]) -> list[Row]:
    """What stands in the table, a row an offer."""
    return [
        (
            row["udbyder"].capitalize(),
            row["sted"] or tr("Alle kommuner"),
            row["tilbud"],
            row["beskrivelse"],
            row["kontakt"],
            validity(row["gyldig_fra"], row["gyldig_til"]),
        )
        for row in offer_table(offers).to_dict("records")
    ]


def validity(first: dt.date, last: dt.date | None) -> str:
    """The days an offer holds."""
    if last is None:
        return tr("fra {day}", day=text.date(first))
    return f"{text.date(first)}–{text.date(last)}"


def broken_into_pages(sheet: Sheet, rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each page: a row is never broken, and there is always one page."""
    pages: list[list[Row]] = [[]]
    y = _BODY
    for row in rows:
        high = _height(sheet, row)
        if y + high > BOTTOM and pages[-1]:
            pages.append([])
            y = _BODY
        pages[-1].append(row)
        y += high
    return pages


def _height(sheet: Sheet, row: Row) -> float:
    cells = zip(row, _WIDTHS, strict=True)
    return max(sheet.wrapped_height(wide - _GAP, said, _POINTS) for said, wide in cells) + 2 * _PAD


def _draw_page(sheet: Sheet, catalogue: Catalogue, rows: Sequence[Row], counted: str) -> None:
    sheet.text(MARGIN, TOP - 1, WIDTH - 60, 9, tr("Katalog over tilbud"), 18, bold=True)
    sheet.text(MARGIN, TOP + 8, WIDTH, 5, f"{catalogue.area} · {catalogue.chosen}", 10, color=LIGHT.muted)
    heads = (tr("Udbyder"), tr("Sted"), tr("Tilbud"), tr("Beskrivelse"), tr("Kontakt"), tr("Gælder"))
    x = MARGIN
    for head, wide in zip(heads, _WIDTHS, strict=True):
        sheet.text(x, _HEAD, wide - _GAP, 5, head, _POINTS, bold=True)
        x += wide
    sheet.rule(MARGIN, _BODY - 1, WIDTH, LIGHT.text, 0.3)
    y = _BODY
    for row in rows:
        x = MARGIN
        for said, wide in zip(row, _WIDTHS, strict=True):
            sheet.wrapped(x, y + _PAD, wide - _GAP, said, _POINTS)
            x += wide
        y += _height(sheet, row)
        sheet.rule(MARGIN, y, WIDTH)
    made = tr("Opgjort pr. {day}.", day=text.date(catalogue.as_of))
    sheet.text(MARGIN, BOTTOM + 3, WIDTH - 30, 5, made, 7, color=LIGHT.muted)
    sheet.text(MARGIN + WIDTH - 30, BOTTOM + 3, 30, 5, counted, 7, color=LIGHT.muted, align=RIGHT)
    if catalogue.is_demo:
        tag(sheet, MARGIN + WIDTH, TOP - 2, DEMO_WORD)
