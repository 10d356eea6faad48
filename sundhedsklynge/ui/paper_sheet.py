"""A sheet of paper to draw on in millimetres and points: the same on a PDF page and in a picture. Always the light theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from sundhedsklynge.ui.heatmap import draw_sign
from sundhedsklynge.ui.theme import LIGHT

FAMILIES = ["Segoe UI", "Noto Sans", "DejaVu Sans"]  # not the desktop's own, so that window and command line agree
LEFT, CENTER, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
MIDDLE, WRAP = Qt.AlignmentFlag.AlignVCenter, int(Qt.TextFlag.TextWordWrap)
HAIR = 0.15  # mm


def risk_fill(risk: int | None) -> QBrush:
    """The fill of a class of risk; hatched where it is not known."""
    if risk is None:
        return LIGHT.hatch()
    return QBrush((LIGHT.surface, LIGHT.watch_soft, LIGHT.watch, LIGHT.high)[risk])


def risk_ink(risk: int | None) -> QColor:
    """The text colour on the fill of a class."""
    return LIGHT.muted if risk is None else (LIGHT.text, LIGHT.text, LIGHT.on_watch, LIGHT.on_high)[risk]


class Sheet:
    """Draws with a painter; all lengths are millimetres from the upper left corner of the page."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
        self.mm = painter.device().logicalDpiX() / 25.4
        self.width = painter.device().width() / self.mm
        self.height = painter.device().height() / self.mm
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font(9)[0])  # an SVG tells of the font in force also where nothing is written

    def font(self, points: float, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        """The font of paper and its measures on this device."""
        if (points, bold) not in self._fonts:
            made = QFont()
            made.setFamilies(FAMILIES)
            made.setPointSizeF(points)
            made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._fonts[points, bold] = made, QFontMetricsF(made, self.painter.device())
        return self._fonts[points, bold]

    def box(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle in the device's own unit."""
        return QRectF(x * self.mm, y * self.mm, width * self.mm, height * self.mm)

    def point(self, x: float, y: float) -> QPointF:
        """A point in the device's own unit."""
        return QPointF(x * self.mm, y * self.mm)

    def pen(self, color: QColor, width: float = HAIR) -> QPen:
        """A pen of `width` millimetres."""
        return QPen(color, width * self.mm)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        said: str,
        points: float,
        *,
        bold: bool = False,
        color: QColor = LIGHT.text,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line of text, in the middle of the height, with dots where it does not fit."""
        font, metrics = self.font(points, bold)
        fitted = metrics.elidedText(said, Qt.TextElideMode.ElideRight, width * self.mm)
        self.painter.setFont(font)
        self.painter.setPen(color)
        self.painter.drawText(self.box(x, y, width, height), int(align | MIDDLE), fitted)

    def text_width(self, said: str, points: float, bold: bool = False) -> float:
        """How wide a line of text is."""
        return self.font(points, bold)[1].horizontalAdvance(said) / self.mm

    def wrapped_height(self, width: float, said: str, points: float, bold: bool = False) -> float:
        """How high a text is when it is broken into lines."""
        _, metrics = self.font(points, bold)
        return metrics.boundingRect(self.box(0, 0, width, 1000), WRAP, said).height() / self.mm

    def wrapped(
        self,
        x: float,
        y: float,
        width: float,
        said: str,
        points: float,
        *,
        bold: bool = False,
        color: QColor = LIGHT.text,
    ) -> float:
        """A text broken into lines; returns its height."""
        height = self.wrapped_height(width, said, points, bold)
        self.painter.setFont(self.font(points, bold)[0])
        self.painter.setPen(color)
        self.painter.drawText(self.box(x, y, width, height + 1), WRAP, said)
        return height

    def rule(self, x: float, y: float, width: float, color: QColor = LIGHT.line, thick: float = HAIR) -> None:
        """A horizontal line."""
        self.painter.setPen(self.pen(color, thick))
        self.painter.drawLine(self.point(x, y), self.point(x + width, y))

    def fill(self, x: float, y: float, width: float, height: float, brush: QBrush | QColor) -> None:
        """A filled rectangle without a border; a pattern is drawn in lines the size of the paper's."""
        box = self.box(x, y, width, height)
        if isinstance(brush, QBrush) and brush.style() == Qt.BrushStyle.BDiagPattern:
            self._hatch(box, brush.color())
        else:
            self.painter.fillRect(box, brush)

    def sign(self, x: float, y: float, radius: float, risk: int, color: QColor) -> None:
        """The shape of a class of risk, around its middle."""
        self.painter.save()
        self.painter.translate(self.point(x, y))
        scale = radius * self.mm / 4
        self.painter.scale(scale, scale)
        draw_sign(self.painter, QPointF(0, 0), 4, risk, color)
        self.painter.restore()

    def _hatch(self, box: QRectF, color: QColor) -> None:
        """Slanted lines: the pattern of a brush is in device dots, which a printer makes grey."""
        self.painter.save()
        self.painter.setClipRect(box)
        self.painter.setPen(self.pen(color, 0.18))
        step, x = 1.3 * self.mm, box.left() - box.height()
        while x < box.right():
            self.painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
            x += step
        self.painter.restore()


def tag(sheet: Sheet, right: float, y: float, said: str) -> float:
    """A filled label that ends at `right`; returns where it begins."""
    width = sheet.text_width(said, 9, bold=True) + 5
    sheet.fill(right - width, y, width, 6, LIGHT.watch)
    sheet.text(right - width, y, width, 6, said, 9, bold=True, color=LIGHT.on_watch, align=CENTER)
    return right - width
