"""Signs of the quarter page: a shape, a word and a colour for status, variation and assurance; and how a figure reads."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sundhedsklynge.coverage.indicators import INDICATORS, Cell, Indicator, Status
from sundhedsklynge.coverage.spc import Measure
from sundhedsklynge.coverage.summary import Assurance, Variation
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import VALUE_ROLE, AnyIndex
from sundhedsklynge.ui.text import MISSING, mark, number, signed, tr, tr_marked

_ROOM = 20  # pixels for the shape


@dataclass(frozen=True, order=True)
class Sign:
    """rank: for sorting; shape: what is drawn; tone: the token of its colour; word: what stands beside it; said: the whole of it."""

    rank: int
    shape: str
    tone: str
    word: str
    said: str

    def __str__(self) -> str:
        return tr_marked(self.word)


STATUS = {
    Status.RED: Sign(0, "square", "high", mark("ikke nået"), mark("rød: mere end 10 % fra målet")),
    Status.YELLOW: Sign(1, "triangle", "watch", mark("tæt på"), mark("gul: højst 10 % fra målet")),
    Status.GREEN: Sign(2, "disc", "calm", mark("nået"), mark("grøn: målet er nået")),
    Status.NO_TARGET: Sign(3, "dash", "muted", mark("intet mål"), mark("intet mål: sæt et under Indtastning")),
}
NOTHING = Sign(4, "hatch", "muted", mark("mangler"), mark("mangler: der er ingen tal, og det er ikke nul"))
VARIATION = {
    Variation.WORSE: Sign(0, "down", "high", mark("forværring"), mark("forværring, som er mere end tilfældig")),
    Variation.BETTER: Sign(1, "up", "calm", mark("forbedring"), mark("forbedring, som er mere end tilfældig")),
    Variation.CHANCE: Sign(2, "wave", "muted", mark("tilfældig"), mark("kun tilfældig variation")),
    Variation.CONSTANT: Sign(3, "dash", "muted", mark("uændret"), mark("det samme i alle kvartaler")),
    Variation.STOCK: Sign(4, "step", "muted", mark("beholdning"), mark("en beholdning, ikke tilfældig variation")),
    Variation.FEW: Sign(5, "dots", "muted", mark("for få kvartaler"), mark("for få kvartaler til at sige noget")),
}
ASSURANCE = {
    Assurance.MISSED: Sign(0, "square", "high", mark("nås ikke"), mark("målet nås ikke uden ændringer")),
    Assurance.UNMET: Sign(1, "square", "high", mark("ikke nået"), mark("målet er ikke nået")),
    Assurance.VARIES: Sign(
        2, "triangle", "watch", mark("nås nogle gange"), mark("målet nås nogle gange, ved tilfælde")
    ),
    Assurance.KEPT: Sign(3, "disc", "calm", mark("nås stabilt"), mark("målet nås stabilt")),
    Assurance.MET: Sign(4, "disc", "calm", mark("nået"), mark("målet er nået")),
    Assurance.FEW: Sign(5, "dots", "muted", mark("for få kvartaler"), mark("for få kvartaler til at sige noget")),
    Assurance.NO_TARGET: Sign(6, "dash", "muted", mark("intet mål"), mark("intet mål")),
}


SHORT = {
    "behandling72_daekning": mark("Omfattet af 72-timers behandlingsansvar"),
    "behandling72_kontakter": mark("Kontakter inden for 72 timer"),
    "behandling72_genindlaeggelser": mark("Genindlæggelser inden for 72 timer"),
    "plejehjem_laege": mark("Plejehjem med fast læge"),
    "plejehjem_pladser_laege": mark("Plejehjemspladser med fast læge"),
    "gop_komplet": mark("Planer komplette første gang"),
    "gop_sendt_sent": mark("Planer sendt sent"),
}


def short_name(indicator: str) -> str:
    """An indicator by its key, in few words."""
    return tr_marked(SHORT[indicator])


def sign_said(sign: Sign) -> str:
    """The whole of a sign, for the tooltip and those who do not see it."""
    return tr_marked(sign.said)


def status_of(cell: Cell | None) -> Sign:
    """The sign of a cell's status."""
    return NOTHING if cell is None else STATUS[cell.status]


def figure(indicator: Indicator, share: float | None, decimals: int = 1) -> str:
    """`72,7 %`, or `14,8 pr. 100` for a rate; the word for missing where there is none."""
    if share is None or math.isnan(share):
        return tr_marked(MISSING)
    said = number(100 * share, decimals)
    return tr("{figure} pr. 100", figure=said) if indicator.measure is Measure.RATE else f"{said} %"


def change(share: float | None) -> str:
    """A difference of shares in points: `+5,3`; a line where the other quarter has no data."""
    if share is None:
        return "–"
    return signed(100 * share, 1)


def part_of(numerator: float, denominator: float) -> str:
    """`777/1.069`; the word for missing where nothing is known."""
    if math.isnan(numerator) or math.isnan(denominator):
        return tr_marked(MISSING)
    return f"{number(numerator)}/{number(denominator)}"


def span(cell: Cell | None) -> str:
    """The 95 % interval of a cell, in per cent; a line for a stock, which is counted and not drawn."""
    if cell is None or cell.low is None or cell.high is None or INDICATORS[cell.indicator].measure is Measure.STOCK:
        return "–"
    return f"{number(100 * cell.low, 1)}–{number(100 * cell.high, 1)}"


def told(cell: Cell | None) -> str:
    """A cell's n/N, and how many are unknown."""
    if cell is None:
        return tr_marked(MISSING)
    said = part_of(cell.numerator, cell.denominator)
    return f"{said}, {tr('{count} ukendte', count=number(cell.unknown))}" if cell.unknown else said


class SignDelegate(QStyledItemDelegate):
    """Draws a cell's `Sign`: the shape in its colour, then the word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        sign = index.data(VALUE_ROLE)
        if not isinstance(sign, Sign):
            super().paint(painter, option, index)
            return
        rect = QRectF(fields(option).rect)
        painter.save()
        if fields(option).state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.tokens().selection)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, QPointF(rect.left() + _ROOM / 2, rect.center().y()), sign)
        painter.setPen(theme.tokens().muted if sign.tone == "muted" else theme.tokens().text)
        room = rect.adjusted(_ROOM, 0, -2, 0)
        said = painter.fontMetrics().elidedText(str(sign), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
        painter.restore()


def draw(painter: QPainter, at: QPointF, sign: Sign, size: float = 5.0) -> None:
    """The shape of a sign about `at`."""
    tokens = theme.tokens()
    color: QColor = getattr(tokens, sign.tone)
    outline = tokens.text if sign.tone == "watch" else color  # the watch fill alone is too faint on white
    solid = {
        "disc": None,
        "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
        "triangle": ((0, -1.1), (1.15, 1), (-1.15, 1)),
        "up": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
        "down": ((-1.15, -1), (1.15, -1), (0, 1.1)),
    }
    lines = {
        "dash": ((-1, 0), (1, 0)),
        "step": ((-1.2, 0.9), (-0.2, 0.9), (-0.2, 0), (0.6, 0), (0.6, -0.9), (1.3, -0.9)),
        "wave": ((-1.3, 0.3), (-0.7, -0.6), (-0.1, 0.5), (0.5, -0.6), (1.2, 0.4)),
    }
    if sign.shape in solid:
        painter.setPen(QPen(outline, 1))
        painter.setBrush(color)
        corners = solid[sign.shape]
        if corners is None:
            painter.drawEllipse(at, size, size)
        else:
            painter.drawPolygon(_around(at, corners, size))
    elif sign.shape in lines:
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(_around(at, lines[sign.shape], size))
    elif sign.shape == "dots":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for step in (-1, 0, 1):
            painter.drawEllipse(at + QPointF(step * size, 0), 1.4, 1.4)
    else:
        box = QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size)
        painter.fillRect(box, tokens.hatch())
        painter.setPen(QPen(tokens.line_strong, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)


def _around(at: QPointF, corners: tuple[tuple[float, float], ...], size: float) -> QPolygonF:
    return QPolygonF([at + QPointF(x * size, y * size) for x, y in corners])
