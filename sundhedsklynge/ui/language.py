"""Puts a language in force: Danish, in which the program is written, or English from the catalogue in `resources/i18n`."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from sundhedsklynge.resources import resource
from sundhedsklynge.ui import text
from sundhedsklynge.ui.filedialogs import QtGaps
from sundhedsklynge.ui.phrasebook import Phrasebook
from sundhedsklynge.ui.text import Language

PHRASES = "phrases"  # the catalogue's context of what is said below the window


class _Spoken:
    language = Language.DANISH


def in_force() -> Language:
    """The language that texts are made in."""
    return _Spoken.language


def install(app: QApplication, language: Language) -> None:
    """Puts a language in force for all texts made from now on; Qt's own are English where nothing translates them."""
    _Spoken.language = language
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    if language is Language.DANISH:
        QLocale.setDefault(text.DANISH)
        text.use_phrases(None)
        app.installTranslator(QtGaps(app))
        qt = QTranslator(app)
        if qt.load(text.DANISH, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(qt)
    else:
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.Denmark))
        text.use_phrases(phrases(language))
        own = QTranslator(app)
        if own.load(str(resource("i18n", f"sundhedsklynge_{language.value}.qm"))):
            app.installTranslator(own)


def phrases(language: Language) -> Phrasebook:
    """What is said below the window, from the catalogue's source: a compiled one can be asked, but not listed."""
    root = ET.parse(resource("i18n", f"sundhedsklynge_{language.value}.ts")).getroot()  # noqa: S314 - a file of the program
    messages = (
        message
        for context in root.iter("context")
        if context.findtext("name") == PHRASES
        for message in context.iter("message")
    )
    return Phrasebook({m.findtext("source", ""): m.findtext("translation", "") for m in messages})
