"""The pages of the window and how each is made. Their modules are imported by `preload`, after the first paint."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from sundhedsklynge.ui.text import mark

if TYPE_CHECKING:
    from sundhedsklynge.ui.page import Page
    from sundhedsklynge.ui.session import Session

START, OVERBLIK, PROGNOSE, FRIST, KVARTAL, DATA = "start", "overblik", "prognose", "frist", "kvartal", "data"
MOEDE, HELP, SETTINGS = "moede", "hjaelp", "indstillinger"
DATABASES = "databases"  # a topic of `Page.look_up`: where another database is opened


@dataclass(frozen=True)
class PageSpec:
    """A page: `title` is marked for translation, `needs_data` hides it while the database is empty, `at_foot` puts it at the
    bottom of the rail."""

    key: str
    title: str
    icon: str
    make: Callable[[Session], Page]
    needs_data: bool = True
    only_empty: bool = False
    at_foot: bool = False


def _start(session: Session) -> Page:
    from sundhedsklynge.ui.pages.start import StartPage

    return StartPage(session)


def _overblik(session: Session) -> Page:
    from sundhedsklynge.ui.pages.overblik import OverblikPage

    return OverblikPage(session)


def _prognose(session: Session) -> Page:
    from sundhedsklynge.ui.pages.prognose import PrognosePage

    return PrognosePage(session)


def _frist(session: Session) -> Page:
    from sundhedsklynge.ui.pages.frist import FristPage

    return FristPage(session)


def _kvartal(session: Session) -> Page:
    from sundhedsklynge.ui.pages.kvartal import KvartalPage

    return KvartalPage(session)


def _data(session: Session) -> Page:
    from sundhedsklynge.ui.pages.data import DataPage

    return DataPage(session)


def _moede(session: Session) -> Page:
    from sundhedsklynge.ui.pages.moede import MoedePage

    return MoedePage(session)


def _indstillinger(session: Session) -> Page:
    from sundhedsklynge.ui.pages.indstillinger import IndstillingerPage

    return IndstillingerPage(session)


def _hjaelp(session: Session) -> Page:
    from sundhedsklynge.ui.pages.hjaelp import HjaelpPage

    return HjaelpPage(session)


PAGES: tuple[PageSpec, ...] = (
    PageSpec(START, mark("Start"), "start", _start, needs_data=False, only_empty=True),
    PageSpec(OVERBLIK, mark("Overblik"), "overblik", _overblik),
    PageSpec(PROGNOSE, mark("Prognose"), "prognose", _prognose),
    PageSpec(FRIST, mark("Frist"), "frist", _frist),
    PageSpec(KVARTAL, mark("Kvartal"), "kvartal", _kvartal, needs_data=False),
    PageSpec(DATA, mark("Data"), "data", _data, needs_data=False),
    PageSpec(MOEDE, mark("Møde"), "moede", _moede),
    PageSpec(SETTINGS, mark("Indstillinger"), "settings", _indstillinger, needs_data=False, at_foot=True),
    PageSpec(HELP, mark("Hjælp"), "help", _hjaelp, needs_data=False, at_foot=True),
)


def preload(*keys: str) -> None:
    """Imports what those pages need, or all of them; meant for a thread, so that no first click waits for it."""
    for spec in PAGES:
        if not keys or spec.key in keys:
            import_module(f"sundhedsklynge.ui.pages.{spec.key}")
    gc.freeze()  # what has been imported stays: looking through it for garbage stops the window for a tenth of a second
