"""Cells on the clipboard as a spreadsheet pastes them: text with tabs, and a table in HTML with real numbers and dates.

The HTML is what Excel takes first: there `3/10` stays text where the plain text would become a date.
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QStringListModel

from sundhedsklynge.export.safe_text import clean_text, harmless

_NUMBER = re.compile(r"([+−-]?)(\d{1,3}(?:\.\d{3})+|0|[1-9]\d*)(?:,(\d+))?( %)?")
_DATE = re.compile(r"(\d\d)\.(\d\d)\.(\d{4})")
_FIRST_DAY = dt.date(1899, 12, 30)  # Excel counts days from here

Lines = Sequence[Sequence[str]]  # the first has the heads


@dataclass(frozen=True)
class Figure:
    """A number that a cell shows, as Excel stores it, and its format there."""

    value: float
    form: str


def figure_of(said: str) -> Figure | None:
    """The number or date that Danish text such as `1.234,5`, `64 %` or `23.11.2026` says; None for other text."""
    found = _NUMBER.fullmatch(said)
    if found:
        sign, whole, decimals, percent = found.groups()
        value = float(f"{whole.replace('.', '')}.{decimals or 0}") * (-1 if sign in ("−", "-") else 1)
        form = ("#,##0" if "." in whole else "0") + (f".{'0' * len(decimals)}" if decimals else "")
        return Figure(round(value / 100, 12), f"{form} %") if percent else Figure(value, form)
    day = _DATE.fullmatch(said)
    if day:
        try:
            return Figure((dt.date(int(day[3]), int(day[2]), int(day[1])) - _FIRST_DAY).days, "dd.mm.yyyy")
        except ValueError:
            return None
    return None


def flat(cell: str) -> str:
    """`cell` in one line of clean text."""
    return clean_text(" ".join(cell.split()))


def as_text(lines: Lines) -> str:
    """The cells with tabs between them, the minus of numbers as a spreadsheet reads it; none is a formula when it is pasted."""
    return "\n".join(
        "\t".join(cell.replace("−", "-") if figure_of(cell) else harmless(cell) for cell in map(flat, line))
        for line in lines
    )


def as_html(lines: Lines) -> str:
    """The cells as a table: numbers and dates with their values, all other cells as text that is not interpreted."""
    head, *rows = lines
    parts = [f"<tr>{''.join(f'<th{_TEXT}>{html.escape(flat(cell))}</th>' for cell in head)}</tr>"]
    parts += [f"<tr>{''.join(_td(flat(cell)) for cell in row)}</tr>" for row in rows]
    names = 'xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"'
    return f'<html {names}><head><meta charset="utf-8"></head><body><table>{"".join(parts)}</table></body></html>'


def carrier() -> QMimeData:
    """Empty data for the clipboard or a drag.

    Qt makes it: one made here would be a Python object, which the clipboard lets go of after the interpreter has ended (PySide6
    6.11.3 then ends in a segmentation fault).
    """
    model = QStringListModel([""])
    mime = model.mimeData([model.index(0, 0)])
    mime.clear()
    return mime


def mime_of(lines: Lines) -> QMimeData:
    """Both forms for the clipboard."""
    mime = carrier()
    mime.setText(as_text(lines))
    mime.setHtml(as_html(lines))
    return mime


_TEXT = """ style='mso-number-format:"\\@"'"""


def _td(cell: str) -> str:
    figure = figure_of(cell)
    if figure is None:
        return f"<td{_TEXT}>{html.escape(cell)}</td>"
    form = re.sub(r"([^0-9a-z %])", r"\\\1", figure.form)
    return (
        f"""<td align="right" x:num="{figure.value:.12g}" style='mso-number-format:"{form}"'>{html.escape(cell)}</td>"""
    )
