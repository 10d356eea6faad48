"""What in a text reads as a CPR number (Danish personal number), and the text without it. Standard library only.

Ten digits, DDMMYY and four more, with or without separators, with the century written out, as a number that lost its
leading zero. Day 61-91 is a replacement number (erstatnings-CPR, day + 60). Modulus 11 plays no part: since 2007 numbers
are issued without it. In doubt a text is taken for a CPR number (data contract, *CPR*).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

MASK = "######-####"
_TIMESTAMP_YEARS = range(2015, 2050)  # such a date and a clock time tell when a file was made

_DAY = r"(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
MONTH = r"(?:0[1-9]|1[0-2])"
_CENTURY = r"(?:1[89]|20)"
_GAP = r"[-_./\s\u00ad\u00b7\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff]"
_CPR = re.compile(
    # keys of hexadecimal digits hold ten digits in a row now and then, and are no numbers
    r"(?P<key>(?<![0-9A-Za-z])(?:[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
    r"|(?=(?:\d*[a-fA-F]){3})[0-9a-fA-F]{16,})(?![0-9A-Za-z]))"
    # 010190-1234, 01011990-1234
    rf"|(?<!\d)(?P<day>{_DAY})(?P<month>{MONTH})(?P<year>{_CENTURY}?\d\d)(?P<gap>{_GAP}{{0,3}})(?P<serial>\d{{4}})(?!\d)"
    # 19900101-1234
    rf"|(?<!\d)(?P<first_year>{_CENTURY}\d\d){MONTH}{_DAY}{_GAP}{{0,3}}(?P<first_serial>\d{{4}})(?!\d)"
    # 01-01-90-1234, 01-01-1990-1234
    rf"|(?<!\d){_DAY}(?P<inner>[-./\s]){MONTH}(?P=inner)(?P<split_year>{_CENTURY}?\d\d){_GAP}{{1,3}}"
    r"(?P<split_serial>\d{4})(?!\d)"
)
_LOST_ZERO_IN_TEXT = re.compile(rf"(?<![\d.,])[1-9]{MONTH}\d{{6}}(?!\d)")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")


def reads_as_cpr(text: str, *, name: bool = False) -> bool:
    """Whether something in `text` reads as a CPR number; in a name (file, sheet) timestamps do not."""
    return any(True for _ in _found(plain(text), name=name))


def mask(text: str) -> str:
    """`text` fit for logs, reports and messages: whatever could be a CPR number is replaced."""
    original = plain(text)
    masked = original
    for match in reversed(list(_found(original, name=False))):
        masked = masked[: match.start()] + MASK + masked[match.end() :]
    masked = _LOST_ZERO_IN_TEXT.sub(MASK, masked)
    return text if masked == original else masked


def plain(text: str) -> str:
    """Full-width digits and the like as ASCII."""
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


def _found(text: str, *, name: bool) -> Iterator[re.Match[str]]:
    for match in _CPR.finditer(text):
        if match["key"] or _is_timestamp(match, name):
            continue
        yield match


def _is_timestamp(match: re.Match[str], name: bool) -> bool:
    """Whether the digits are a recent date and a clock time rather than a person's number.

    Year first, or split like a date: always, for CPR numbers are not written so. Day first: only in names of files and
    sheets, where times are written without colons.
    """
    serial = match["first_serial"] or match["split_serial"] or match["serial"]
    stated = match["first_year"] or match["split_year"] or (match["year"] if name else "")
    if not stated or not _CLOCK.fullmatch(serial):
        return False
    return (int(stated) if len(stated) == 4 else 2000 + int(stated)) in _TIMESTAMP_YEARS
