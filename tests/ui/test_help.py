"""Offline help: a text for every page, links and pictures that are there, F1 there and back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from sundhedsklynge.resources import resource
from sundhedsklynge.ui.help import START, TOPICS, WORDS, text_of, title_of, topic_of
from sundhedsklynge.ui.pages import FRIST, HELP, PAGES, PROGNOSE
from sundhedsklynge.ui.pages.hjaelp import HjaelpPage
from sundhedsklynge.ui.window import MainWindow


@pytest.mark.parametrize("spec", [spec for spec in PAGES if spec.key != HELP], ids=lambda spec: spec.key)
def test_that_every_page_has_its_own_help(spec: object) -> None:
    key = getattr(spec, "key", "")
    assert topic_of(key) == key
    assert title_of(key) == ("Kom i gang" if key == START else getattr(spec, "title", ""))


@pytest.mark.parametrize("topic", TOPICS)
def test_that_links_and_pictures_are_there(topic: str) -> None:
    text = text_of(topic)
    assert text.startswith("# ")
    assert "!" not in re.sub(r"!\[", "", text), "an exclamation mark"
    for is_picture, target in re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", text):
        assert resource("help", target).is_file(), target
        assert is_picture or target.removesuffix(".md") in TOPICS


def test_that_no_help_text_is_left_over() -> None:
    texts = {path.stem for path in resource("help").glob("*.md")}
    assert texts == set(TOPICS)


@pytest.mark.parametrize(
    "term", ["GOP", "Almen genoptræning", "Avanceret genoptræning", "Frit valg", "Frist", "Klynge", "Skjult"]
)
def test_that_the_glossary_tells_the_terms(term: str) -> None:
    assert f"**{term}**:" in text_of(WORDS)


def test_that_the_glossary_is_in_danish_order() -> None:
    terms = re.findall(r"^\*\*(\D[^*]*)\*\*:", text_of(WORDS), flags=re.MULTILINE)
    assert terms == sorted(terms, key=lambda term: [{"æ": "{", "ø": "|", "å": "}"}.get(c, c) for c in term.casefold()])


def test_that_f1_opens_the_help_of_the_page_and_leads_back(window: MainWindow) -> None:
    for key in (FRIST, PROGNOSE):
        window.show_page(key)
        QTest.keyClick(window, Qt.Key.Key_F1)
        page = window.current_page
        assert isinstance(page, HjaelpPage)
        assert page.text.topic == key
        assert page.topics.currentItem().text() == title_of(key)
        assert page.topics.hasFocus()
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.current_key == key


def test_that_arrows_and_links_lead_to_other_topics(window: MainWindow) -> None:
    window.show_page(HELP)
    page = window.current_page
    assert isinstance(page, HjaelpPage)
    page.look_up(START)
    QTest.keyClick(page.topics, Qt.Key.Key_Down)
    assert page.text.topic == TOPICS[1]
    page.text.anchorClicked.emit(QUrl("ordliste.md"))
    assert page.text.topic == WORDS
    assert page.topics.currentItem().text() == "Ordliste"
    page.text.anchorClicked.emit(QUrl("https://example.org/x"))
    assert page.text.topic == WORDS


def test_that_pictures_are_no_wider_than_the_text(window: MainWindow) -> None:
    window.show_page(HELP)
    page = window.current_page
    assert isinstance(page, HjaelpPage)
    page.look_up("overblik")
    picture = page.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("overblik-lys.png"))
    assert 300 < picture.deviceIndependentSize().width() <= page.text.viewport().width()
    assert page.text.horizontalScrollBar().maximum() == 0
