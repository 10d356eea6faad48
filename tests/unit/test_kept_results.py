"""What is kept: a computation that something was stored under is not, and dropping one result leaves those around it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.kept import all_but


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(str(tmp_path / "kept.sqlite"), create=True) as opened:
        yield opened


def test_that_a_result_outdated_while_it_was_computed_is_not_kept(workspace: Workspace) -> None:
    def compute() -> str:
        workspace.forget(all_but("risk"))  # something was stored
        return "old"

    assert workspace.keep(("risk", 1), compute) == "old"
    assert workspace.keep(("risk", 1), lambda: "new") == "new"
    assert workspace.keep(("risk", 1), lambda: "newest") == "new"


def test_that_a_result_computed_while_others_are_dropped_is_kept(workspace: Workspace) -> None:
    workspace.keep("draws", lambda: "large")

    def compute() -> str:
        workspace.forget(all_but("draws"))
        return "made of them"

    assert workspace.keep("view", compute) == "made of them"
    assert workspace.keep("view", lambda: "again") == "made of them"
    assert workspace.keep("draws", lambda: "anew") == "anew"


def test_that_a_result_dropped_and_kept_again_within_another_computation_outdates_only_that(
    workspace: Workspace,
) -> None:
    def inner() -> int:
        workspace.forget(all_but("outer"))
        return 1

    assert workspace.keep("outer", lambda: workspace.keep("inner", inner) + 1) == 2
    assert workspace.keep("inner", lambda: 7) == 1
    assert workspace.keep("outer", lambda: 8) == 8
