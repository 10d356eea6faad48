"""Help that comes with the program, shown without a network: one text a topic in `resources/help`, in Danish, and in a folder for each
other language with pictures of its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from sundhedsklynge.resources import resource
from sundhedsklynge.ui import language, theme
from sundhedsklynge.ui.text import Language, tr

START, WORDS, SHORTCUTS = "start", "ordliste", "genveje"
TOPICS = (
    START,
    "overblik",
    "prognose",
    "frist",
    "kvartal",
    "data",
    "moede",
    "indstillinger",
    SHORTCUTS,
    WORDS,
    "nyt",
)
_PICTURE_WIDTH = 760  # pixels, at most


def file_of(name: str, spoken: Language | None = None) -> Path:
    """The text or picture of that name in a language (None: the one in force)."""
    spoken = spoken or language.in_force()
    return resource("help", *([] if spoken is Language.DANISH else [spoken.value]), name)


def text_of(topic: str, spoken: Language | None = None) -> str:
    """The text of a topic as Markdown, in a language (None: the one in force). Raises KeyError for one that is not there."""
    if topic not in TOPICS:
        raise KeyError(topic)
    return _read(file_of(f"{topic}.md", spoken))


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def title_of(topic: str, spoken: Language | None = None) -> str:
    """The headline of a topic: its first line."""
    return text_of(topic, spoken).splitlines()[0].lstrip("# ")


def topic_of(page: str) -> str:
    """The topic that tells of a page; how to begin where none does."""
    return page if page in TOPICS else START


class HelpText(QTextBrowser):
    """Shows a topic; links lead to other topics, pictures are as wide as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = ""
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setAccessibleName(tr("Hjælpetekst"))
        self.anchorClicked.connect(self._follow)

    def show_topic(self, topic: str) -> None:
        """Shows a topic from its top."""
        self.topic = topic
        self._fill()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        url = name if isinstance(name, QUrl) else QUrl(name)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        picture = QImage(str(file_of(url.fileName())))
        room = min(_PICTURE_WIDTH, self.viewport().width() - 2 * theme.SPACE_XL)
        ratio = self.devicePixelRatioF()
        shown = picture.scaledToWidth(max(1, round(room * ratio)), Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(ratio)
        return shown

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and self.topic:
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and getattr(self, "topic", ""):
            self._fill()

    def _fill(self) -> None:
        where = self.verticalScrollBar().value()
        document = QTextDocument(self)
        document.setDefaultFont(theme.font(theme.BASE))
        document.setDocumentMargin(theme.SPACE_L)
        self.setDocument(document)
        self.setMarkdown(text_of(self.topic))
        self.verticalScrollBar().setValue(where)

    def _follow(self, link: QUrl) -> None:
        topic = link.fileName().removesuffix(".md")
        if topic in TOPICS:
            self.show_topic(topic)
