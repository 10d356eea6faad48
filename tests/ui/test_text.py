"""Danish formats, and the rules that keep every user text translatable."""

from __future__ import annotations

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import sundhedsklynge.ui
from sundhedsklynge.ui import text

UI = Path(sundhedsklynge.ui.__file__).parent
SOURCES = sorted(UI.rglob("*.py"))
SHOWING = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setAccessibleName",
    "setPlaceholderText",
    "addItem",
    "label",
    "button",
}


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def is_words(node: ast.expr) -> bool:
    """Whether an expression is a literal with a word in it (percentages, dashes and addresses are not words)."""
    said = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return any(len(part) > 1 and part.isalpha() for part in said.split())


def test_that_numbers_and_dates_read_as_danish() -> None:
    assert text.number(1234.5, 1) == "1.234,5"
    assert text.number(-1234.5, 1) == "−1.234,5"
    assert text.number(-0.04, 1) == "0,0"
    assert [text.signed(value) for value in (3.0, -3.0, 0.4, -0.4)] == ["+3", "−3", "0", "0"]
    assert text.date(dt.date(2026, 11, 23)) == "23.11.2026"
    assert text.week(dt.date(2027, 1, 1)) == "uge 53, 2026"
    assert text.short_week(dt.date(2027, 1, 4)) == "u1"
    assert text.moment(dt.datetime(2026, 11, 23, 8, 5)) == "23.11.2026 08.05"


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0"), (0.004, "<1"), (0.64, "64"), (0.996, ">99"), (1.0, "100"), (float("nan"), "mangler")],
)
def test_that_a_probability_is_never_rounded_to_certainty(share: float, said: str) -> None:
    assert text.percent_figure(share) == said


def test_that_what_is_missing_says_so() -> None:
    assert text.number(float("nan")) == "mangler"
    assert text.interval(float("nan"), 3) == "mangler"
    assert text.percent(float("nan")) == "mangler"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_that_tr_and_mark_get_constants(path: Path) -> None:
    for name, call in calls(path):
        if name in ("tr", "mark") and isinstance(call.func, ast.Name):  # not a method that is called so
            first = call.args[0]
            assert isinstance(first, ast.Constant), f"{path.name}:{call.lineno}: not a constant"
            assert isinstance(first.value, str)
            fields = {keyword.arg for keyword in call.keywords}
            if None not in fields:
                first.value.format(**dict.fromkeys(filter(None, fields), "x"))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_that_no_bare_words_are_shown(path: Path) -> None:
    for name, call in calls(path):
        if name in SHOWING and call.args:
            assert not is_words(call.args[0]), f"{path.name}:{call.lineno}: a text outside tr"


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_that_only_the_theme_names_colours(path: Path) -> None:
    if path.name == "theme.py":
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not node.value.startswith("#") or len(node.value) not in (4, 7), (
                f"{path.name}:{node.lineno}: a colour"
            )
