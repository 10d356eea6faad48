"""What all charts share: the frame with title, reading and source, keys and mouse, direct labels, and the ways out as a picture."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QDrag,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QFileDialog, QSizePolicy, QVBoxLayout, QWidget

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.clipping import carrier
from sundhedsklynge.ui.filedialogs import ask_where
from sundhedsklynge.ui.notice import Notice, notice_of
from sundhedsklynge.ui.page import ElidedLabel
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.ui.picture import Picture

_AFTER_LAST = 0.45  # columns from the middle of the last one to the direct labels


class FramedChart(QWidget):
    """A chart in a rounded frame. Subclasses say how many places it has, what is said of each, how it is drawn, and its picture.

    `told` carries the notice after copying or saving.
    """

    told = Signal(object)

    def __init__(self, axes: Mapping[str, pg.AxisItem], least_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.title = ElidedLabel("", "strong")
        self.readout = ElidedLabel("", "muted")
        self.source = ElidedLabel("", "small")
        self.plot = pg.PlotWidget(axisItems=dict(axes), enableMenu=False)
        self.plot.setMinimumHeight(least_height)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.plot.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the chart's own
        self.plot.viewport().installEventFilter(self)
        scene = self.plot.scene()
        assert isinstance(scene, pg.GraphicsScene)
        scene.sigMouseMoved.connect(self._on_mouse)
        self.plot.getViewBox().sigResized.connect(self._place_labels)
        self._line = pg.InfiniteLine(angle=90, movable=False)
        self._labels: list[tuple[pg.TextItem, float]] = []
        self._cursor: int | None = None
        self._pressed: QPoint | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for said, keys, act in (
            (tr("Kopiér som billede"), QKeySequence.StandardKey.Copy, self.copy),
            (tr("Gem som billede …"), QKeySequence.StandardKey.Save, self.ask_where),
        ):
            action = QAction(said, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, act=act: act())
            self.addAction(action)
        self.lay_out()

    # What a chart tells of itself

    def places(self) -> int:
        """How many weeks, quarters or months can be read; 0 while nothing is shown."""
        raise NotImplementedError

    def said(self, place: int | None) -> str:
        """A place in words; of None what is said while none is looked at."""
        raise NotImplementedError

    def before_first_key(self) -> int:
        """The place from which the first arrow key moves."""
        return -1

    def draw(self, t: theme.Tokens) -> None:
        """Puts what is shown on the empty plot."""
        raise NotImplementedError

    def make_room(self) -> None:
        """Called before the direct labels are placed: the last chance to change the range."""

    def picture(self) -> Picture | None:
        """The chart for the world outside; None while nothing is shown."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Title, reading, plot and source from top to bottom."""
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.SPACE_M, theme.SPACE_S, theme.SPACE_M, theme.SPACE_S)
        box.setSpacing(theme.SPACE_XS)
        box.addWidget(self.title)
        box.addWidget(self.readout)
        box.addWidget(self.plot, 1)
        box.addWidget(self.source)

    # Showing

    def show_words(self, title: str, source: str, name: str, description: str) -> None:
        """Writes what stands around the plot and what a screen reader says, and draws."""
        self._cursor = None
        self.title.set_whole(title)
        self.source.set_whole(source)
        self.readout.set_whole(self.said(None) if self.places() else "")
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.redraw()

    def redraw(self) -> None:
        """Draws in the colours now in force."""
        if not self.places():
            return
        t, plot = theme.tokens(), self.plot
        plot.clear()
        plot.setBackground(t.surface)
        self._labels.clear()
        for name in ("left", "bottom"):
            axis = plot.getAxis(name)
            axis.setTextPen(t.muted)
            axis.setTickFont(theme.font(theme.SMALL))
            axis.setStyle(tickLength=0, tickTextOffset=6)
            axis.setPen(pg.mkPen(t.line))
            axis.setZValue(-20)
        plot.showGrid(x=False, y=True, alpha=0.9)
        self.draw(t)
        self._line.setPen(pg.mkPen(t.muted, width=1))
        self._line.setVisible(False)
        plot.addItem(self._line)
        self._place_labels()

    def axis_rows(self, rows: int) -> None:
        """Room for so many rows of words under the plot."""
        self.plot.getAxis("bottom").setHeight(self.fontMetrics().height() * rows + 8)

    def shade(self, place: int, low: float, high: float, brush: object) -> None:
        """Fills a column of the plot behind everything."""
        shade = pg.QtWidgets.QGraphicsRectItem(place - 0.5, low, 1, high - low)
        shade.setPen(pg.mkPen(None))
        shade.setBrush(pg.mkBrush(brush))
        shade.setZValue(-10)
        self.plot.addItem(shade)

    def write(self, said: str, at: QPointF, color: QColor, anchor: tuple[float, float]) -> pg.TextItem:
        """Small words in the plot, `anchor` of them at a point."""
        item = pg.TextItem(said, color=color, anchor=anchor)
        item.setFont(theme.font(theme.SMALL))
        item.setPos(at)
        self.plot.addItem(item)
        return item

    def label(self, said: str, height: float, color: QColor) -> None:
        """A direct label right of the last column at a value; NaN has none. Those given last go where there is no room for all."""
        if height == height:
            self._labels.append((self.write(said, QPointF(0, height), color, (0, 0.5)), height))

    def spread(self, first: float, last: float) -> None:
        """Shows the columns from `first` to `last`, and as much beyond as the widest direct label needs."""
        view = self.plot.getViewBox()
        width = max(1.0, view.width())
        widest = max((item.boundingRect().width() for item, _ in self._labels), default=0.0) + theme.SPACE_S
        needed = min(0.5 * width, widest)
        view.setXRange(first, last + needed * (last - first) / (width - needed), padding=0)

    def _place_labels(self) -> None:
        """Moves the direct labels apart until none covers another, highest first."""
        self.make_room()
        if not self._labels:
            return
        view = self.plot.getViewBox()
        (_, _), (low, high) = view.viewRange()
        line = self.fontMetrics().height() + 1
        gap = line * (high - low) / max(1.0, view.height())
        room = max(1, int(view.height() // line))
        for place, (item, _) in enumerate(self._labels):
            item.setVisible(place < room)
        ordered = sorted(self._labels[:room], key=lambda entry: -entry[1])
        ceiling = high - gap / 2
        for place, (item, wanted) in enumerate(ordered):
            floor = low + gap / 2 + gap * (len(ordered) - 1 - place)
            height = max(min(wanted, ceiling), floor)
            item.setPos(self.places() - 1 + _AFTER_LAST, height)
            ceiling = height - gap

    # Reading

    def look_at(self, place: int | None) -> None:
        """Puts the reading line on a place; None takes it away."""
        if not self.places() or place == self._cursor:
            return
        self._cursor = place
        self._line.setVisible(place is not None)
        if place is not None:
            self._line.setValue(place)
        self.readout.set_whole(self.said(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if not self.places() or event.key() not in steps:
            super().keyPressEvent(event)
            return
        start = self.before_first_key() if self._cursor is None else self._cursor
        self.look_at(min(max(0, start + steps[Qt.Key(event.key())]), self.places() - 1))

    def leaveEvent(self, event: QEvent) -> None:
        self.look_at(None)
        super().leaveEvent(event)

    def _on_mouse(self, where: QPointF) -> None:
        view = self.plot.getViewBox()
        place = round(view.mapSceneToView(where).x())
        inside = view.sceneBoundingRect().contains(where) and 0 <= place < self.places()
        self.look_at(place if inside else None)

    # Out as a picture

    def copy(self) -> None:
        """Puts the chart on the clipboard, as dots and as lines."""
        picture = self.picture()
        if picture is not None:
            QApplication.clipboard().setMimeData(mime_of(picture))
            self.told.emit(
                Notice("info", tr("Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V."), passing=True)
            )

    def ask_where(self) -> QFileDialog | None:
        """Asks where the chart goes, without stopping the window."""
        picture = self.picture()
        if picture is None:
            return None
        filters = (tr("PNG-billede (*.png)"), tr("SVG-tegning (*.svg)"))
        return ask_where(self, tr("Gem diagrammet"), picture.stem, filters, lambda path: self.save(picture, path))

    def save(self, picture: Picture, path: Path) -> None:
        """Writes a picture of the chart, by the end of the name an SVG or a PNG."""
        try:
            write_picture(picture, path)
        except UserError as error:
            self.told.emit(notice_of(error))
        else:
            self.told.emit(Notice("info", tr("Diagrammet er gemt: {file}.", file=path.name), str(path)))

    def drag(self) -> None:
        """Lets the chart be carried to another program, as a picture and as a file; ends when it is dropped."""
        picture = self.picture()
        if picture is None:
            return
        mime = mime_of(picture)
        path = _outgoing(picture)
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        carried = QDrag(self)
        carried.setMimeData(mime)
        image: QImage = mime.imageData()
        carried.setPixmap(QPixmap.fromImage(image).scaledToWidth(240, Qt.TransformationMode.SmoothTransformation))
        if carried.exec(Qt.DropAction.CopyAction) == Qt.DropAction.IgnoreAction:
            path.unlink(missing_ok=True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            return True  # the plot's own dragging moves nothing here
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            far = (event.position().toPoint() - self._pressed).manhattanLength()
            if far >= QApplication.startDragDistance():
                self._pressed = None
                self.drag()
                return True
        return False

    # Frame

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.redraw()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, focused = theme.tokens(), self.hasFocus()
        pen = QPen(tokens.accent if focused else tokens.line, theme.FOCUS_WIDTH if focused else 1)
        painter = QPainter(self)
        painter.setBrush(tokens.surface)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS, theme.RADIUS)
        painter.end()


def mime_of(picture: Picture) -> QMimeData:
    """A picture as programs take it: dots, and lines for those that know SVG."""
    from sundhedsklynge.ui.picture import image, svg

    mime = carrier()
    mime.setImageData(image(picture))
    mime.setData("image/svg+xml", svg(picture))
    return mime


def write_picture(picture: Picture, path: Path) -> None:
    """Writes `picture` to `path`. Raises UserError where it cannot be."""
    from sundhedsklynge.export.files import replace_file
    from sundhedsklynge.ui.picture import png, svg

    with replace_file(path) as temporary:
        temporary.write_bytes(svg(picture) if path.suffix.lower() == ".svg" else png(picture))


def _outgoing(picture: Picture) -> Path:
    """The file of a picture being dragged. Whoever gets it may read it late, so it lies until the next one or the end of the program."""
    folder = _outgoing_folder()
    for old in folder.iterdir():
        old.unlink(missing_ok=True)
    path = folder / f"{picture.stem}.png"
    write_picture(picture, path)
    return path


@cache
def _outgoing_folder() -> Path:
    folder = tempfile.TemporaryDirectory(prefix="sundhedsklynge-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
