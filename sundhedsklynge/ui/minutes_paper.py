"""The minutes of a meeting on paper: A4 landscape, the same words as in the other files, with the data date on every page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sundhedsklynge.export.files import replace_file
from sundhedsklynge.export.report import DEMO_WORD
from sundhedsklynge.ui.paper import document
from sundhedsklynge.ui.paper_pages import BOTTOM, MARGIN, TOP, WIDTH, Page
from sundhedsklynge.ui.paper_sheet import RIGHT, Sheet, tag
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.theme import LIGHT
from sundhedsklynge.workspace.minutes import date, markdown

if TYPE_CHECKING:
    from sundhedsklynge.workspace.minutes import Minutes

_TITLE, _HEADING, _ITEM, _UNDER, _TEXT = "# ", "## ", "- ", "  - ", ""
_POINTS = {_TITLE: 18.0, _HEADING: 11.0}
_ABOVE = {_TITLE: 0.0, _HEADING: 5.0}  # mm
_INDENT = {_ITEM: 4.0, _UNDER: 9.0}
_KEPT = 14.0  # mm a heading needs under it, so that it is not the last on a page

Part = tuple[str, str]  # the mark a line begins with, and its words


def save_minutes_pdf(minutes: Minutes, folder: Path) -> Path:
    """Writes the minutes as a PDF beside the other files. Raises UserError where it cannot be written."""
    path = folder / f"{minutes.stem}.pdf"
    with replace_file(path) as temporary:
        temporary.write_bytes(minutes_pdf(minutes))
    return path


def minutes_pdf(minutes: Minutes) -> bytes:
    """The minutes as a PDF: the same bytes for the same minutes on the same fonts."""
    parts = parts_of(markdown(minutes))
    as_of = minutes.view.as_of
    note = f"{DEMO_WORD}. " if minutes.is_demo else ""
    note += f"Data opgjort pr. {date(as_of)}."

    def pages(sheet: Sheet) -> list[Page]:
        broken = broken_into_pages(sheet, parts)
        return [
            lambda page, placed=placed, number=number: _draw_page(
                page, placed, note, tr("Side {page} af {pages}", page=number, pages=len(broken)), minutes.is_demo
            )
            for number, placed in enumerate(broken, start=1)
        ]

    return document(f"{parts[0][1]} - {note}", "Sundhedsklynge", repr((parts, note)), as_of, pages)


def parts_of(text: str) -> list[Part]:
    """The lines of the minutes' Markdown that say something, without markup."""
    parts: list[Part] = []
    for line in filter(str.strip, text.splitlines()):
        mark = next(mark for mark in (_TITLE, _HEADING, _ITEM, _UNDER, _TEXT) if line.startswith(mark))
        said = line.removeprefix(mark).replace("**", "").strip()
        parts.append((mark, re.sub(r"\\([\\`*_{}\[\]<>#|])", r"\1", said)))
    return parts


def broken_into_pages(sheet: Sheet, parts: Sequence[Part]) -> list[list[tuple[float, Part]]]:
    """The lines of each page with where they stand (mm); a line is never broken over two pages."""
    pages: list[list[tuple[float, Part]]] = [[]]
    y = TOP
    for part in parts:
        mark, said = part
        indent, points = _INDENT.get(mark, 0.0), _POINTS.get(mark, 9.5)
        high = sheet.wrapped_height(WIDTH - indent, said, points, mark in _POINTS) + 1
        above = _ABOVE.get(mark, 0.0) if pages[-1] else 0.0
        if pages[-1] and y + above + high + (_KEPT if mark == _HEADING else 0.0) > BOTTOM:
            pages.append([])
            y, above = TOP, 0.0
        pages[-1].append((y + above, part))
        y += above + high
    return pages


def _draw_page(sheet: Sheet, placed: Sequence[tuple[float, Part]], note: str, counted: str, is_demo: bool) -> None:
    for y, (mark, said) in placed:
        indent = _INDENT.get(mark, 0.0)
        if indent:
            sheet.text(MARGIN + indent - 3.5, y, 3, 4.5, "–" if mark == _UNDER else "•", 9.5, color=LIGHT.muted)
        sheet.wrapped(MARGIN + indent, y, WIDTH - indent, said, _POINTS.get(mark, 9.5), bold=mark in _POINTS)
    sheet.rule(MARGIN, BOTTOM + 2, WIDTH)
    sheet.text(MARGIN, BOTTOM + 3, WIDTH - 30, 5, note, 7, color=LIGHT.muted)
    sheet.text(MARGIN + WIDTH - 30, BOTTOM + 3, 30, 5, counted, 7, color=LIGHT.muted, align=RIGHT)
    if is_demo:
        tag(sheet, MARGIN + WIDTH, TOP - 2, DEMO_WORD)
