"""The pages of the PDF: the front page on one grid of weeks, the tables with repeated headings, the account."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from itertools import groupby

from sundhedsklynge.export.cells import Cell
from sundhedsklynge.export.front import Front, Grid, Line, Mark
from sundhedsklynge.export.report import DEMO_WORD, Report
from sundhedsklynge.export.words import number
from sundhedsklynge.ui import text
from sundhedsklynge.ui.paper_chart import draw_fan, draw_key
from sundhedsklynge.ui.paper_sheet import CENTER, RIGHT, Sheet, risk_fill, risk_ink, tag
from sundhedsklynge.ui.text import tr
from sundhedsklynge.ui.theme import LIGHT

Page = Callable[[Sheet], None]

MARGIN, TOP, BOTTOM = 14.0, 11.0, 197.0  # of what stands on a page of A4 landscape
WIDTH = 297.0 - 2 * MARGIN
_NAME, _TOTAL = 46.0, 22.0  # columns beside the weeks on the front page


def draw_frame(sheet: Sheet, report: Report, foot: str, page: int, pages: int) -> None:
    """What every page has: mark of demo data, note on small numbers, place and as-of date or source, page number."""
    sheet.rule(MARGIN, BOTTOM + 2, WIDTH)
    said = f"{report.note} {foot}" if page == 1 else f"{report.place} · {report.note}"
    sheet.text(MARGIN, BOTTOM + 3, WIDTH - 30, 5, said, 7, color=LIGHT.muted)
    counted = tr("Side {page} af {pages}", page=page, pages=pages)
    sheet.text(MARGIN + WIDTH - 30, BOTTOM + 3, 30, 5, counted, 7, color=LIGHT.muted, align=RIGHT)
    if report.meta.is_demo:
        tag(sheet, MARGIN + WIDTH, TOP - 2, DEMO_WORD)


def draw_front(sheet: Sheet, front: Front) -> None:
    """The page to hang on the wall: one column a week from the risk at the top to the slots at the bottom."""
    weeks = front.risk.weeks
    column = (WIDTH - _NAME - _TOTAL) / len(weeks)
    left = MARGIN + _NAME
    sheet.text(MARGIN, TOP - 1, WIDTH - 60, 11, front.place, 24, bold=True)
    sheet.text(MARGIN, TOP + 10, WIDTH * 0.6, 5, front.title, 10, color=LIGHT.muted)
    sheet.text(MARGIN + WIDTH * 0.6, TOP + 10, WIDTH * 0.4, 5, front.when, 10, color=LIGHT.muted, align=RIGHT)
    y = TOP + 18
    for i, sentence in enumerate(front.sentences):
        sheet.text(MARGIN, y, WIDTH, 6, sentence, 12.5 if i == 0 else 11, bold=i == 0)
        y += 6.4
    y += 3
    caption = " ".join(part for part in (front.risk.title + ".", front.more) if part)
    sheet.text(MARGIN, y, WIDTH, 5, caption, 9, bold=True)
    y += 6
    _week_heads(sheet, left, y, column, weeks)
    sheet.text(left + column * len(weeks), y, _TOTAL, 4.5, front.risk.heads[2], 7, color=LIGHT.muted, align=RIGHT)
    y += 9
    high = 12.0 if len(front.risk.lines) == 1 else 6.2
    for line in front.risk.lines:
        sheet.text(MARGIN, y, _NAME - 2, high, line.name, 10, bold=len(front.risk.lines) == 1)
        for i, mark in enumerate(line.marks):
            _risk_cell(sheet, left + i * column, y, column, high, mark, 15 if high > 8 else 9.5)
        sheet.text(left + column * len(weeks), y, _TOTAL, high, line.total, 10, align=RIGHT)
        y += high
    y = _legend(sheet, left, y + 1.5, front.legend) + 3
    bottom = _freshness(sheet, front) - 3 - 5.2 * len(front.figures)
    sheet.text(MARGIN, y, 120, 5, tr("Forventede genoptræningsplaner pr. uge"), 9, bold=True)
    draw_key(sheet, MARGIN + 78, y, front.series, 7.5, past=False)
    draw_fan(sheet, left, y + 8, column * len(weeks), bottom - y - 11, front.series, past=False, small=7.5)
    for i, line in enumerate(front.figures):
        _figure_row(sheet, bottom + 5.2 * i, column, line, i == 0)


def _week_heads(sheet: Sheet, x: float, y: float, column: float, weeks: Sequence[dt.date]) -> None:
    """Week over the date of its Monday; the year stands where it is a new one."""
    year = 0
    for i, monday in enumerate(weeks):
        fresh = monday.isocalendar().year != year
        year = monday.isocalendar().year
        said = text.short_week(monday)
        shift = (sheet.text_width(str(year), 6.5) + 0.8) / 2 if fresh else 0.0
        half = sheet.text_width(said, 9, bold=True) / 2
        sheet.text(x + i * column - shift, y, column, 4.5, said, 9, bold=True, align=CENTER)
        if fresh:
            sheet.text(x + (i + 0.5) * column - shift + half + 0.8, y, 10, 4.9, str(year), 6.5, color=LIGHT.muted)
        sheet.text(x + i * column, y + 4, column, 4, text.short_date(monday), 7, color=LIGHT.muted, align=CENTER)


def _risk_cell(sheet: Sheet, x: float, y: float, width: float, height: float, mark: Mark, points: float) -> None:
    """The class as fill, shape and figure."""
    gap = 0.35
    sheet.fill(x + gap, y + gap, width - 2 * gap, height - 2 * gap, risk_fill(mark.risk))
    if mark.risk == 0:
        sheet.painter.setPen(sheet.pen(LIGHT.line))
        sheet.painter.drawRect(sheet.box(x + gap, y + gap, width - 2 * gap, height - 2 * gap))
    ink = risk_ink(mark.risk)
    shaped = mark.risk is not None and mark.risk > 0
    said = sheet.text_width(mark.text, points, bold=shaped)
    radius = min(height * 0.18, 1.6)
    shift = (2 * radius + 1) / 2 if shaped else 0
    if mark.risk is not None and shaped:
        sheet.sign(x + width / 2 - said / 2 - 0.5, y + height / 2, radius, mark.risk, ink)
    sheet.text(x + shift, y, width, height, mark.text, points, bold=shaped, color=ink, align=CENTER)


def _legend(sheet: Sheet, x: float, y: float, legend: Sequence[tuple[int, str]]) -> float:
    """The classes in words; returns where it ends."""
    for risk, said in legend:
        _risk_cell(sheet, x, y, 7, 4.6, Mark("", risk=risk), 7.5)
        sheet.text(x + 8, y, 50, 4.6, said, 7.5, color=LIGHT.muted)
        x += 8 + sheet.text_width(said, 7.5) + 5
    sheet.fill(x + 0.35, y + 0.35, 6.3, 3.9, risk_fill(None))
    sheet.text(x + 8, y, 50, 4.6, tr("ukendt: ingen pladser oplyst"), 7.5, color=LIGHT.muted)
    return y + 4.6


def _figure_row(sheet: Sheet, y: float, column: float, line: Line, strong: bool) -> None:
    sheet.rule(MARGIN, y, WIDTH)
    sheet.text(MARGIN, y, _NAME - 2, 5.2, line.name, 8.5, bold=strong)
    for i, mark in enumerate(line.marks):
        left = MARGIN + _NAME + i * column
        sheet.text(left, y, column, 5.2, mark.text, 9 if strong else 8.5, bold=strong, align=CENTER)
    right = MARGIN + WIDTH - _TOTAL
    sheet.text(right, y, _TOTAL, 5.2, line.total, 9 if strong else 8.5, bold=strong, align=RIGHT)


def _freshness(sheet: Sheet, front: Front) -> float:
    """How old the hospitals' plans are, at the foot of the page; returns where it begins."""
    columns = 3
    rows = -(-len(front.freshness) // columns)
    y = BOTTOM - 4.6 * (rows + 1)
    sheet.rule(MARGIN, y - 0.8, WIDTH, LIGHT.line_strong)
    sheet.text(MARGIN, y, WIDTH, 4.6, tr("Hospitalernes planer"), 8.5, bold=True)
    left = MARGIN
    for column in range(columns):
        lines = [(sign, f"{name}: {said}") for sign, name, said in front.freshness[column * rows : (column + 1) * rows]]
        for i, (sign, said) in enumerate(lines, start=1):
            sheet.text(left, y + 4.6 * i, 4, 4.6, sign, 8)
            sheet.text(left + 4.5, y + 4.6 * i, MARGIN + WIDTH - left - 5, 4.6, said, 8)
        left += 12 + max((sheet.text_width(said, 8) for _, said in lines), default=0)
    return y - 0.8


# Tables


def grid_pages(sheet: Sheet, grid: Grid) -> list[Page]:
    """The pages of a table; lines of one block stay together."""
    high = 7.4 if any(mark.small for line in grid.lines for mark in line.marks) else 4.7
    room = int((BOTTOM - TOP - 28) / high)
    pages: list[list[Line]] = [[]]
    for block in _blocks(grid.lines):
        if pages[-1] and len(pages[-1]) + len(block) > room:
            pages.append([])
        for line in block:
            if len(pages[-1]) >= room:
                pages.append([])
            pages[-1].append(line)
    return [lambda page, lines=lines: _draw_grid(page, grid, lines, high) for lines in pages]


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    starts = [i for i, line in enumerate(lines) if line.first]
    return [list(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _draw_grid(sheet: Sheet, grid: Grid, lines: Sequence[Line], high: float) -> None:
    labelled = 33.0
    name, total = 40.0, 18.0
    column = (WIDTH - name - labelled - total) / len(grid.weeks)
    left = MARGIN + name + labelled
    _page_title(sheet, grid.title, grid.note)
    y = TOP + 16
    sheet.text(MARGIN, y, name, 5, grid.heads[0], 8, bold=True)
    sheet.text(MARGIN + name, y, labelled, 5, grid.heads[1], 8, bold=True)
    _week_heads(sheet, left, y, column, grid.weeks)
    sheet.text(MARGIN + WIDTH - total, y, total, 5, grid.heads[2], 8, bold=True, align=RIGHT)
    y += 9
    for i, line in enumerate(lines):
        opens = line.first or i == 0
        sheet.rule(
            MARGIN if opens else MARGIN + name,
            y,
            WIDTH - (0 if opens else name),
            LIGHT.line_strong if opens else LIGHT.line,
        )
        if opens:
            sheet.text(MARGIN, y, name - 1, min(high, 5.5), line.name, 8.5, bold=True)
        sheet.text(MARGIN + name, y, labelled - 1, min(high, 5.5), line.label, 8)
        for w, mark in enumerate(line.marks):
            x = left + w * column
            if mark.risk is not None:
                _risk_cell(sheet, x, y, column, high, mark, 8)
            elif mark.small:
                sheet.text(x, y + 0.2, column, 4, mark.text, 8.5, align=CENTER)
                sheet.text(x, y + 3.6, column, 3.4, mark.small, 6.5, color=LIGHT.muted, align=CENTER)
            else:
                sheet.text(x, y, column, high, mark.text, 8, align=CENTER)
        sheet.text(
            MARGIN + WIDTH - total, y, total, min(high, 4.9), line.total, 8.5, bold=bool(line.total), align=RIGHT
        )
        y += high
    sheet.rule(MARGIN, y, WIDTH, LIGHT.line_strong)


def _page_title(sheet: Sheet, title: str, note: str) -> None:
    sheet.text(MARGIN, TOP - 1, WIDTH - 60, 7, title, 14, bold=True)
    sheet.text(MARGIN, TOP + 7, WIDTH, 5, note, 8.5, color=LIGHT.muted)


# The account


def about_pages(sheet: Sheet, about: Sequence[tuple[str, Sequence[tuple[str, Cell]]]]) -> list[Page]:
    """The account of what the numbers rest on, broken into pages where it is long."""
    label_width = 78.0
    entries = [
        (heading, label, number(value), i == 0) for heading, lines in about for i, (label, value) in enumerate(lines)
    ]
    placed: list[tuple[int, float, str, str, str]] = []
    page, y = 0, TOP + 12
    for heading, label, said, opens in entries:
        text_width = WIDTH - label_width if label else WIDTH
        height = max(sheet.wrapped_height(text_width, said, 8.5), sheet.wrapped_height(label_width - 4, label, 8.5)) + 1
        above = 9.0 if opens else 0.0
        if y + above + height > BOTTOM:
            page, y = page + 1, TOP + 12
        placed.append((page, y, heading if opens else "", label, said))
        y += above + height
    return [
        lambda target, lines=list(lines): _draw_about(target, lines, label_width)
        for _, lines in groupby(placed, key=lambda entry: entry[0])
    ]


def _draw_about(sheet: Sheet, lines: Sequence[tuple[int, float, str, str, str]], label_width: float) -> None:
    _page_title(sheet, tr("Kilder og forudsætninger"), "")
    for _, y, heading, label, said in lines:
        if heading:
            sheet.text(MARGIN, y + 2, WIDTH, 5, heading, 10, bold=True)
            sheet.rule(MARGIN, y + 7.6, WIDTH, LIGHT.line_strong)
            y += 9
        if label:
            sheet.wrapped(MARGIN, y, label_width - 4, label, 8.5, color=LIGHT.muted)
            sheet.wrapped(MARGIN + label_width, y, WIDTH - label_width, said, 8.5)
        else:
            sheet.wrapped(MARGIN, y, WIDTH, said, 8.5)
