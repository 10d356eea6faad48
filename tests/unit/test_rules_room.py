"""Settings as people change them: every value with its date, every change undoable, on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt

import pytest

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.settings import SETTINGS, Value
from sundhedsklynge.store.database import Database
from sundhedsklynge.workspace import Workspace

NEW_YEAR = dt.date(2027, 1, 1)


@pytest.fixture
def workspace(db: Database) -> Workspace:
    return Workspace(db)


def test_that_every_setting_is_listed_with_its_default(workspace: Workspace) -> None:
    listed = workspace.rules.list()
    assert [rule.entry.key for rule in listed] == list(SETTINGS)
    assert all(rule.text == rule.entry.default and rule.stored == () for rule in listed)


def test_that_undo_puts_back_what_stood_before(workspace: Workspace) -> None:
    workspace.rules.set("frist.dage", "8")
    change = workspace.rules.set("frist.dage", "10")
    assert workspace.settings().get("frist.dage") == 10
    change.undo()
    assert workspace.settings().get("frist.dage") == 8
    change.redo()
    assert workspace.settings().get("frist.dage") == 10
    assert change.text == "Dage fra udskrivning til tilbudt start: 10"


def test_that_undo_of_a_first_value_leaves_nothing_stored(workspace: Workspace) -> None:
    workspace.rules.set("frist.dage", "8", NEW_YEAR).undo()
    assert workspace.settings().stored("frist.dage") == ()


def test_that_a_dated_value_leaves_the_past_as_it_was(workspace: Workspace) -> None:
    change = workspace.rules.set("risiko.maal", "10 %", NEW_YEAR)
    assert workspace.settings().get("risiko.maal", dt.date(2026, 12, 31)) == 0.05
    assert workspace.settings().get("risiko.maal", NEW_YEAR) == 0.10
    assert change.text.endswith("10 % fra 01.01.2027")


def test_that_the_default_takes_all_values_away_and_undo_puts_them_back(workspace: Workspace) -> None:
    workspace.rules.set("frist.dage", "8")
    workspace.rules.set("frist.dage", "9", NEW_YEAR)
    change = workspace.rules.reset("frist.dage")
    assert workspace.settings().get("frist.dage") == 7
    change.undo()
    assert workspace.settings().stored("frist.dage") == (
        Value("frist.dage", "8"),
        Value("frist.dage", "9", NEW_YEAR),
    )


@pytest.mark.parametrize(
    ("key", "text"), [("frist.dage", "0"), ("findes.ikke", "1"), ("indbakke.mappe", "010203-0000")]
)
def test_that_what_cannot_be_used_is_refused_and_nothing_stored(workspace: Workspace, key: str, text: str) -> None:
    with pytest.raises(UserError):
        workspace.rules.set(key, text)
    assert all(rule.stored == () for rule in workspace.rules.list())
