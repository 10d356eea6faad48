"""Draws one slide: question, answer, large figures, lines and a table; all of it grows with the theme's scale."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.heatmap import fill_of, text_on
from sundhedsklynge.ui.page import clear, label
from sundhedsklynge.ui.pages.moede_slides import Slide
from sundhedsklynge.ui.painting import fields
from sundhedsklynge.ui.tables import VALUE_ROLE, AnyIndex, ColumnTable, TableView
from sundhedsklynge.ui.text import tr

_LINE_ROOM = 8  # pixels above and below a row's text


class RiskDelegate(QStyledItemDelegate):
    """Draws a probability as a chip: shape, figure and the colour of its class."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.limits: Sequence[float] = ()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        share: float = index.data(VALUE_ROLE)
        kind = risk_class(share, self.limits)
        rect = fields(option).rect.adjusted(2, 3, -2, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill_of(kind))
        painter.drawRoundedRect(rect, theme.RADIUS, theme.RADIUS)
        painter.setPen(text_on(kind))
        painter.setFont(fields(option).font)
        painter.drawText(
            rect.adjusted(theme.SPACE_S, 0, -theme.SPACE_S, 0), Qt.AlignmentFlag.AlignVCenter, index.data()
        )
        painter.restore()


class SlideView(QWidget):
    """Shows one `Slide` at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slide: Slide | None = None
        self.question = label("", "title", wrap=True)
        self.answer = label("", "lead", wrap=True)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(theme.SPACE_XL)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(theme.SPACE_S)
        self.model = ColumnTable(self)
        self.table = TableView(tr("Tal på siden"))
        self.table.setModel(self.model)
        self._risk = RiskDelegate(self.table)
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._foot = label("", "small", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.SPACE_M)
        box.addWidget(self.question)
        box.addWidget(self.answer)
        box.addLayout(self._figures)
        box.addLayout(self._lines)
        box.addWidget(self.table, 100)
        box.addWidget(self._foot)
        box.addStretch(1)

    def show_slide(self, slide: Slide, limits: Sequence[float] = ()) -> None:
        """Shows a slide; the row marked stays where the slide is the same. limits: of the risk classes."""
        row = self.table.currentIndex().row() if self.slide is not None and slide.key == self.slide.key else 0
        self.slide = slide
        self._risk.limits = limits
        self.question.setText(slide.question)
        self.answer.setText(slide.answer)
        clear(self._figures)
        for value, caption in slide.figures:
            column = QVBoxLayout()
            column.setSpacing(0)
            column.addWidget(label(value, "figure"))
            column.addWidget(label(caption, "small"))
            self._figures.addLayout(column)
        self._figures.addStretch(1)
        clear(self._lines)
        for line in slide.lines:
            self._lines.addWidget(label(f"•  {line}", "" if slide.columns else "lead", wrap=True))
        rows = len(slide.columns[0].values) if slide.columns else 0
        self.model.set_columns(slide.columns)
        self.table.setVisible(rows > 0)
        self.table.setAccessibleName(slide.question)
        for column in range(len(slide.columns)):
            is_risk = column == slide.risk_column
            self.table.setItemDelegateForColumn(column, self._risk if is_risk else self.table.itemDelegate())
        if rows and slide.pick:
            self.table.select_row(min(max(row, 0), rows - 1))
        foot = slide.foot or (slide.empty if slide.columns and not rows else "")
        self._foot.setText(foot)
        self._foot.setVisible(bool(foot))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "_foot"):
            self._fit()

    def _fit(self) -> None:
        """Rows as high, and columns as wide, as the type asks for."""
        if self.slide is None or not self.slide.columns:
            return
        self.table.ensurePolished()
        high = max(theme.row_height(), self.table.fontMetrics().height() + 2 * _LINE_ROOM - 4)
        self.table.verticalHeader().setDefaultSectionSize(high)
        head = self.table.horizontalHeader()
        for column in range(len(self.slide.columns)):
            wide = self.slide.wide in (column, -1)
            mode = QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents
            head.setSectionResizeMode(column, mode)
        frame_width = 2 * self.table.frameWidth()
        self.table.setMaximumHeight(head.sizeHint().height() + self.model.rowCount() * high + frame_width)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
