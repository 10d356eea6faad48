"""User text and Danish number formats.

Danish is the source language. `tr` takes a constant (a test holds that) and fills in the placeholders after
translation, so a translator sees `"Ingen data for {place} i uge {week}"`, not one sentence for each place.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum

from PySide6.QtCore import QCoreApplication, QLocale

from sundhedsklynge.domain.risk_class import shown_share
from sundhedsklynge.ui.phrasebook import Phrasebook

CONTEXT = "sundhedsklynge"  # one translation context for the whole window
DANISH = QLocale(QLocale.Language.Danish, QLocale.Country.Denmark)
MISSING = "mangler"

_stays_danish = ContextVar("stays_danish", default=False)


@contextmanager
def in_danish() -> Generator[None]:
    """Within it, in this thread, texts stay as they are written: for what leaves the window, which is Danish in any language."""
    before = _stays_danish.set(True)
    try:
        yield
    finally:
        _stays_danish.reset(before)


def tr(text: str, **values: object) -> str:
    """`text` in the user's language, with `{name}` placeholders filled from `values`."""
    said = tr_marked(text)
    return said.format(**values) if values else said


def mark(text: str) -> str:
    """Marks a module-level constant for translation; `tr_marked` translates it when it is shown."""
    return text


def tr_marked(text: str) -> str:
    """The translation of a constant that was given to `mark`."""
    return text if _stays_danish.get() else QCoreApplication.translate(CONTEXT, text)


class Language(Enum):
    """The languages of the window, as they are stored. Numbers and dates are written the Danish way in both."""

    DANISH = "da"
    ENGLISH = "en"


class _Below:
    phrases: Phrasebook | None = None


def use_phrases(phrases: Phrasebook | None) -> None:
    """Where `translated` looks sentences up; None leaves them in Danish."""
    _Below.phrases = phrases


def translated(sentence: str) -> str:
    """A Danish text made below the window (an error, a label, a line of news) in the user's language."""
    phrases = None if _stays_danish.get() else _Below.phrases
    return phrases.translate(sentence) if phrases else sentence


def number(value: float, decimals: int = 0) -> str:
    """`1.234,5`, with a real minus below zero; the word for missing where the value is NaN."""
    if math.isnan(value):
        return tr_marked(MISSING)
    size = DANISH.toString(abs(float(value)), "f", decimals)
    return f"−{size}" if value < 0 and size.strip("0,") else size


def signed(value: float, decimals: int = 0) -> str:
    """A change: `+3`, `−3`, `0`."""
    said = number(value, decimals)
    return f"+{said}" if value > 0 and said.strip("0,") else said


def interval(low: float, high: float) -> str:
    """`25–38`, an interval of whole counts; the word for missing where an end is NaN."""
    if math.isnan(low) or math.isnan(high):
        return tr_marked(MISSING)
    return f"{number(low)}–{number(high)}"


def percent_figure(share: float) -> str:
    """A probability as a bare figure of whole percent: `64`, `<1`, `>99`. Never 0 or 100 unless it is exactly so."""
    if math.isnan(share):
        return tr_marked(MISSING)
    if 0 < share < 0.01:
        return "<1"
    if 0.99 < share < 1:
        return ">99"
    return f"{shown_share(share) * 100:.0f}"


def percent(share: float) -> str:
    """A probability as `64 %`."""
    return percent_figure(share) if math.isnan(share) else f"{percent_figure(share)} %"


def date(day: dt.date) -> str:
    """`23.11.2026`."""
    return f"{day:%d.%m.%Y}"


def short_date(day: dt.date) -> str:
    """`23.11.`, for places where the year is plain from the context."""
    return f"{day:%d.%m}."


def week(day: dt.date) -> str:
    """`uge 48, 2026`, always with the ISO year."""
    year, week_number, _ = day.isocalendar()
    return tr("uge {week}, {year}", week=week_number, year=year)


def short_week(day: dt.date) -> str:
    """`u48`, for column heads and axes that show the year elsewhere."""
    return tr("u{week}", week=day.isocalendar().week)


def moment(when: dt.datetime) -> str:
    """`23.11.2026 08.15`."""
    return f"{when:%d.%m.%Y %H.%M}"


def lacking(extra: float, *, beyond_help: bool) -> str:
    """Slots that are lacking: `≥ 23` where some week has a risk that no slots can help, a line where no week can be helped."""
    if not beyond_help:
        return number(extra)
    return tr("≥ {extra}", extra=number(extra)) if extra else "–"
