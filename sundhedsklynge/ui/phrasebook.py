"""Danish sentences from below the window, in another language.

The layers below speak Danish and know nothing of languages: what they say goes to the command line, to exports and into the database as
it is. The window looks their sentences up by shape: `Mappen {parent} findes ikke.` is in the catalogue, `Mappen C:\\Data findes ikke.` is
not, but fits it, and what stands in the placeholder is looked up in its turn. What fits nothing stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_PLACE = re.compile(r"{(\w+)}")
_END = re.compile(r"(?<=[.?!…])\s+")  # where a sentence may end
_JOINTS = (": ", "; ", ", ", "\n")  # what joins phrases in a sentence
_FIGURE = re.compile(r"([+−-]?\d[\d.,–]*(?: %)? )(.+)", re.DOTALL)  # a figure and what it counts
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE = re.compile(r"(?<=[\W\d_])[^\W\d_]+(?=[\W\d_])")
_SURE = 5  # letters: a shape with fewer, such as `{first} og {last}`, may just as well be a part of a name
_KEPT = 4096  # texts remembered
_TOGETHER = 5  # sentences that are tried as one phrase; without a bound a long text would take for ever


class _Shape(NamedTuple):
    given: tuple[str, ...]  # what stands between the placeholders
    form: re.Pattern[str]
    said: str


class _Reading(NamedTuple):
    unread: int  # letters that no phrase explains
    said: str


class Phrasebook:
    """phrases: from Danish, with `{placeholders}`, to the same in another language. Of several ways to read a text the one that leaves
    fewest letters unread is taken."""

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._plain = {text: said for text, said in phrases.items() if not _PLACE.search(text)}
        self._shapes: dict[str, list[_Shape]] = {}  # by a word a text must have to fit
        for text, said in phrases.items():
            if _PLACE.search(text):
                self._shapes.setdefault(_longest_word(text), []).append(_shape(text, said))
        self._read = lru_cache(_KEPT)(self._best)

    def translate(self, text: str) -> str:
        """`text` in the other language, as far as its phrases are known."""
        return self._read(text).said

    def _best(self, text: str) -> _Reading:
        best = _Reading(_letters(text), text)
        for ways in (self._phrases, self._parts):
            for reading in ways(text) if best.unread else ():
                best = reading if reading.unread < best.unread else best
                if not best.unread:
                    break
        return best

    def _phrases(self, text: str) -> Iterator[_Reading]:
        """As one phrase."""
        for tried, restored in _spellings(text):
            if tried in self._plain:
                yield _Reading(0, restored(self._plain[tried]))
                return
            for shape in self._possible(tried):
                if match := shape.form.fullmatch(tried):
                    found = {name: self._read(value) for name, value in match.groupdict().items()}
                    unread = sum(reading.unread for reading in found.values())
                    if _letters(*shape.given) >= _SURE or self._is_told(match[1]):
                        filled = _PLACE.sub(lambda place, found=found: found[place[1]].said, shape.said)
                        yield _Reading(unread, restored(filled))

    def _is_told(self, text: str) -> bool:
        """Whether some of a text is read, or it has a figure: then it is hardly a name."""
        return bool(re.search(r"\d", text)) or self._read(text).unread < _letters(text)

    def _possible(self, text: str) -> list[_Shape]:
        """Shapes whose given parts are all in the text, those that give most first."""
        words = {"", *_WORD.findall(text)}
        found = (shape for word in words for shape in self._shapes.get(word, ()))
        fitting = (shape for shape in found if all(part in text for part in shape.given))
        return sorted(fitting, key=lambda shape: (-_letters(*shape.given), shape.form.pattern))

    def _parts(self, text: str) -> Iterator[_Reading]:
        """As sentences on end, phrases joined, or a figure and what it counts."""
        sentences = _END.split(text)
        for size in range(1, min(len(sentences), _TOGETHER + 1)):
            yield self._together(" ", (" ".join(sentences[:size]), " ".join(sentences[size:])))
        for joint in _JOINTS:
            for first, found, rest in {text.partition(joint), text.rpartition(joint)}:
                if found:
                    yield self._together(joint, (first, rest))
        if counted := _FIGURE.fullmatch(text):
            yield self._together("", counted.groups())

    def _together(self, joint: str, parts: Sequence[str]) -> _Reading:
        readings = [self._read(part) for part in parts]
        return _Reading(sum(each.unread for each in readings), joint.join(each.said for each in readings))


def _longest_word(template: str) -> str:
    """The longest word that stands whole outside the placeholders, or nothing."""
    parts = _PLACE.split(f" {template} ")[::2]
    return max((word for part in parts for word in _WHOLE.findall(part)), key=len, default="")


def _letters(*texts: str) -> int:
    return sum(map(str.isalpha, "".join(texts)))


def _shape(text: str, said: str) -> _Shape:
    given, names = _PLACE.split(text)[::2], _PLACE.findall(text)
    form = "".join(f"{re.escape(part)}(?P<{name}>.*?)" for part, name in zip(given, names, strict=False))
    return _Shape(tuple(filter(None, given)), re.compile(form + re.escape(given[-1]), re.DOTALL), said)


def _spellings(text: str) -> Iterator[tuple[str, Callable[[str], str]]]:
    """The text, with the other kind of first letter, and without a full stop; each with how to say it so again."""
    yield text, str
    yield _other_case(text), _other_case
    if text.endswith("."):
        yield text[:-1], lambda said: f"{said}."
        yield _other_case(text[:-1]), lambda said: f"{_other_case(said)}."


def _other_case(text: str) -> str:
    return text[:1].swapcase() + text[1:]
