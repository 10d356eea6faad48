"""Text that is safe in a cell: writable, and never run as a formula."""

from __future__ import annotations

import re
from typing import Final

MAX_TEXT: Final = 32_767  # characters in an Excel cell
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Blanks before a sign do not help; the full-width signs are read as the plain ones.
_FORMULA = re.compile("[\\s\ufeff\u200b]*[=+@＝＋－＠-]|[\t\r\n]")


def clean_text(text: str) -> str:
    """Text that every writer takes: no control characters or lone surrogates, at most what a cell holds."""
    return _UNWRITABLE.sub("\ufffd", text)[:MAX_TEXT]


def harmless(text: str) -> str:
    """Text for a CSV that Excel opens: what would run as a formula gets `'` before it, also behind blanks."""
    cleaned = clean_text(text)
    return f"'{cleaned}" if _FORMULA.match(cleaned) else cleaned
