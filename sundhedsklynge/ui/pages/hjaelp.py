"""Hjælp: topics at the left, the text at the right; F1 opens it at the page one came from and leads back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sundhedsklynge.ui import theme
from sundhedsklynge.ui.help import START, TOPICS, HelpText, title_of, topic_of
from sundhedsklynge.ui.page import Page, button
from sundhedsklynge.ui.session import Session
from sundhedsklynge.ui.text import tr

_LIST_WIDTH = 210


class HjaelpPage(Page):
    """Help on every page, a glossary and what is new."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.title = tr("Hjælp")
        self.topics = QListWidget()
        self.topics.setAccessibleName(tr("Emner"))
        self.topics.setFixedWidth(theme.scaled(_LIST_WIDTH))
        self.topics.setFrameShape(QFrame.Shape.NoFrame)
        for topic in TOPICS:
            item = QListWidgetItem(title_of(topic))
            item.setData(Qt.ItemDataRole.UserRole, topic)
            item.setSizeHint(QSize(0, theme.row_height()))
            self.topics.addItem(item)
        self.text = HelpText()
        self.tour = button(tr("Vis rundturen"), self.tour_asked.emit, tip=tr("Tre korte trin gennem det vigtigste"))
        row = QHBoxLayout()
        row.setSpacing(theme.SPACE_L)
        row.addWidget(self.topics)
        row.addWidget(self.text, 1)
        box = QVBoxLayout(self.content)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(row)
        self.topics.currentItemChanged.connect(self._on_topic)
        self.text.anchorClicked.connect(lambda _: self._mark(self.text.topic))
        self.look_up(START)

    def actions_row(self) -> list[QWidget]:
        return [self.tour]

    @property
    def subtitle(self) -> str:
        return tr("F1 fører tilbage")

    def look_up(self, topic: str) -> None:
        self._mark(topic_of(topic))
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, topic: str) -> None:
        self.topics.setCurrentRow(TOPICS.index(topic))

    def _on_topic(self, item: QListWidgetItem | None) -> None:
        topic = item.data(Qt.ItemDataRole.UserRole) if item is not None else START
        if topic != self.text.topic:
            self.text.show_topic(topic)
