"""Offline help: a text for every page in every language, links and pictures that are there, F1 there and back."""

from __future__ import annotations

import re
from functools import cache

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest

from sundhedsklynge.resources import resource
from sundhedsklynge.ui.help import START, TOPICS, WORDS, file_of, text_of, title_of, topic_of
from sundhedsklynge.ui.pages import DATA, FRIST, HELP, KVARTAL, MOEDE, PAGES, PROGNOSE, SETTINGS
from sundhedsklynge.ui.pages.hjaelp import HjaelpPage
from sundhedsklynge.ui.text import Language, tr_marked
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests import translations
from tests.ui.conftest import MakeWindow

IN_THE_CHART = {"n/N", "Prikker", "Linjen", "Båndene", "Søjlerne", "Grå felter", "Dots", "The line", "The bands"} | {
    *("The bars", "Grey areas"),
}
LARGE = (FRIST, PROGNOSE, KVARTAL, DATA, MOEDE, SETTINGS)
IN_BOTH = [(topic, spoken) for topic in TOPICS for spoken in Language]
NAMES = [f"{topic}-{spoken.value}" for topic, spoken in IN_BOTH]


def targets(text: str) -> list[tuple[str, str]]:
    """`!` for a picture or nothing for a link, and where it leads."""
    return re.findall(r"(!?)\[[^\]]*\]\(([^)]+)\)", text)


def shape(text: str) -> list[str]:
    """What a text is made of, line by line: headlines by level, table rows, points and numbered points."""
    return re.findall(r"^(#+ |\|(?=.)|- |\d+\. )", text, flags=re.MULTILINE)


def terms(text: str) -> list[str]:
    """The Danish terms that a glossary tells of, in its order."""
    return re.findall(r"^\*\*[^*]+\*\* \(\*([^*]+)\*\):", text, flags=re.MULTILINE) or re.findall(
        r"^\*\*([^*]+)\*\*:", text, flags=re.MULTILINE
    )


def plain(said: str) -> str:
    """A text of the window without what is filled in, case and line breaks, so that it can be looked up."""
    return re.sub(r"\s*\({\w+}\)|^[▲○●✓✎] ", "", said).replace("\n", " ").strip().casefold()


@cache
def window_words() -> frozenset[str]:
    """What the window says, in both languages."""
    catalogue = translations.read(translations.CATALOGUES / "sundhedsklynge_en.ts")
    return frozenset(plain(said) for entries in catalogue.values() for pair in entries.items() for said in pair)


def as_shown(markdown: str) -> str:
    """A help text as plain text."""
    shown = QTextDocument()
    shown.setMarkdown(markdown)
    return shown.toPlainText()


# The texts ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("spec", [spec for spec in PAGES if spec.key != HELP], ids=lambda spec: spec.key)
def test_that_every_page_has_its_own_help(spec: object) -> None:
    key = getattr(spec, "key", "")
    assert topic_of(key) == key
    assert title_of(key) == ("Kom i gang" if key == START else getattr(spec, "title", ""))


@pytest.mark.parametrize("spec", [spec for spec in PAGES if spec.key not in (HELP, START)], ids=lambda spec: spec.key)
def test_that_every_page_has_the_same_name_in_english_help(spec: object, english: None) -> None:
    assert title_of(getattr(spec, "key", "")) == tr_marked(getattr(spec, "title", ""))


@pytest.mark.parametrize(("topic", "spoken"), IN_BOTH, ids=NAMES)
def test_that_links_and_pictures_are_there(topic: str, spoken: Language) -> None:
    text = text_of(topic, spoken)
    assert text.startswith("# ")
    assert "!" not in re.sub(r"!\[", "", text), "an exclamation mark"
    for is_picture, target in targets(text):
        assert file_of(target, spoken).is_file(), target
        assert is_picture or target.removesuffix(".md") in TOPICS


@pytest.mark.parametrize("spoken", Language)
def test_that_no_help_text_and_no_picture_is_left_over(spoken: Language) -> None:
    folder = file_of("", spoken)
    assert {path.stem for path in folder.glob("*.md")} == set(TOPICS)
    shown = {target for topic in TOPICS for is_picture, target in targets(text_of(topic, spoken)) if is_picture}
    assert {path.name for path in folder.glob("*.png")} == shown


@pytest.mark.parametrize("topic", TOPICS)
def test_that_the_english_help_says_the_same_as_the_danish(topic: str) -> None:
    danish, english = (text_of(topic, spoken) for spoken in Language)
    assert shape(english) == shape(danish)
    assert targets(english) == targets(danish)
    same = {line for line in danish.splitlines() if len(line) > 30} & set(english.splitlines())
    assert same == set(), "not translated"
    titles = [title_of(topic, spoken) for spoken in Language]
    assert (titles[0] == titles[1]) == (topic == DATA)  # the one headline that both languages spell alike


@pytest.mark.parametrize("topic", LARGE)
def test_that_help_tells_what_to_do_when_it_looks_wrong(topic: str) -> None:
    assert "## Når det ser forkert ud" in text_of(topic, Language.DANISH)
    assert "## When it looks wrong" in text_of(topic, Language.ENGLISH)


@pytest.mark.parametrize(("topic", "spoken"), IN_BOTH, ids=NAMES)
def test_that_what_help_prints_in_bold_is_called_so_in_the_window(topic: str, spoken: Language) -> None:
    """A point's first words are a headline of the help's own where a colon or a full stop ends them."""
    text = re.sub(
        r"^(- |\d+\. )?\*\*([^*]+\.\*\*|[^*]+\*\*( \(.*?\))?[:.])", "", text_of(topic, spoken), flags=re.MULTILINE
    )
    called = set(re.findall(r"\*\*([^*]+)\*\*", text)) - IN_THE_CHART
    assert {name for name in called if plain(name) not in window_words()} == set()


# The glossary ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "term",
    [
        *("GOP", "Almen genoptræning", "Avanceret genoptræning", "Frit valg", "Frist", "Klynge", "Skjult", "Plads"),
        *("72-timers behandlingsansvar", "Plejehjemslæge", "Kortlægning", "Åbenhed", "Scenarie", "Træfsikkerhed"),
        *("Median", "Interval", "Beholdning", "Variation", "Indgreb", "Operationsplan", "SKS-kode", "Sundhedsråd"),
    ],
)
def test_that_the_glossary_tells_the_terms(term: str) -> None:
    assert f"**{term}**:" in text_of(WORDS, Language.DANISH)


def test_that_the_glossary_is_in_the_order_of_its_language() -> None:
    danish = [term for term in terms(text_of(WORDS, Language.DANISH)) if not term[0].isdigit()]
    order = {"æ": "{", "ø": "|", "å": "}"}
    assert danish == sorted(danish, key=lambda term: [order.get(c, c) for c in term.casefold()])
    english = re.findall(r"^\*\*([^*]+)\*\*", text_of(WORDS, Language.ENGLISH), flags=re.MULTILINE)
    assert english == sorted(english, key=str.casefold)


def test_that_the_glossaries_tell_the_same_terms() -> None:
    danish, english = (terms(text_of(WORDS, spoken)) for spoken in Language)
    assert len(danish) > 40
    assert sorted(english) == sorted(danish)


# In the window --------------------------------------------------------------------------------------------------------


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


def test_that_f1_shows_english_help_on_every_page_of_an_english_window(
    english: None, make_window: MakeWindow, demo: Workspace
) -> None:
    window = make_window(demo, keep=True)
    for key in window.page_keys():
        if key == HELP:
            continue
        window.show_page(key)
        QTest.keyClick(window, Qt.Key.Key_F1)
        page = window.current_page
        assert isinstance(page, HjaelpPage)
        assert page.text.toPlainText() == as_shown(text_of(key, Language.ENGLISH))
        assert page.topics.currentItem().text() == title_of(key, Language.ENGLISH)
        QTest.keyClick(window, Qt.Key.Key_F1)
        assert window.current_key == key


def test_that_an_english_window_shows_pictures_in_english(
    english: None, make_window: MakeWindow, demo: Workspace
) -> None:
    window = make_window(demo, keep=True)
    window.show_page(HELP)
    page = window.current_page
    assert isinstance(page, HjaelpPage)
    page.look_up(KVARTAL)
    kind = QTextDocument.ResourceType.ImageResource.value
    shown = page.text.loadResource(kind, QUrl("kvartal-lys.png"))
    assert not shown.isNull()
    assert file_of("kvartal-lys.png") == resource("help", "en", "kvartal-lys.png")
    assert file_of("kvartal-lys.png").read_bytes() != file_of("kvartal-lys.png", Language.DANISH).read_bytes()


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
