"""Every kind of change that can be made in the window is taken back and made again, under its name, and costs only its own work."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from sundhedsklynge.ui.session import Scope, Session
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.capacity import Capacity
from sundhedsklynge.workspace.history import UNDONE
from sundhedsklynge.workspace.inbox import Inbox
from sundhedsklynge.workspace.meeting import Meeting
from sundhedsklynge.workspace.overrides import Overrides
from sundhedsklynge.workspace.places import Places
from sundhedsklynge.workspace.quarterly import Quarterly
from sundhedsklynge.workspace.rules import Rules
from sundhedsklynge.workspace.scenarios import Scenarios
from sundhedsklynge.workspace.sharing import Sharing
from sundhedsklynge.workspace.wizard import Importing
from tests.ui.changes_made import (
    HILLEROED,
    UNDOABLE,
    Make,
    agreement,
    alias,
    close,
    correct,
    decide,
    file_in,
    offer,
    price,
    quarter,
    remark,
    room,
    rule,
    scenario,
    slots,
    target,
)
from tests.ui.conftest import MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
ROOMS = (Capacity, Inbox, Meeting, Overrides, Places, Quarterly, Rules, Scenarios, Sharing, Importing)


@pytest.fixture
def window(make_window: MakeWindow, filled_database: str, tmp_path: Path) -> MainWindow:
    """On a copy of the filled database, Hillerød chosen."""
    path = tmp_path / "kopi.sqlite"
    path.write_bytes(Path(filled_database).read_bytes())
    made = make_window(Workspace.open(str(path)))
    made.session.choose(Scope(municipality=HILLEROED))
    return made


def stored(workspace: Workspace) -> dict[str, object]:
    """All a user can change, as it stands; numbers and times of storing left out, for what is put back gets new ones."""

    def bare(things: Any) -> list[Any]:
        left_out = {"id", "made_at", "made_by"}
        fields = [{k: getattr(t, k) for k in t.__dataclass_fields__ if k not in left_out} for t in things]
        return sorted(map(repr, fields))

    return {
        "slots": np.nan_to_num(workspace.capacity.table().slots, nan=-1).tolist(),
        "rules": [(each.entry.key, each.text) for each in workspace.rules.list()],
        "scenarios": [(each.name, each.changes.text()) for each in workspace.scenarios.list()],
        "overrides": bare(workspace.overrides.all()),
        "decisions": bare(workspace.meeting.log()),
        "targets": bare(workspace.quarterly.targets()),
        "remarks": bare(workspace.quarterly.remarks()),
        "offers": bare(workspace.quarterly.offers()),
        "imports": sorted((i.file, i.kind, i.rows) for i in workspace.imports() if i.status != UNDONE),
        "names": workspace.places.aliases(),
        "layouts": sorted((each.kind, each.hospital, str(each.mapping)) for each in workspace.importing.layouts()),
        "areas": sorted(workspace.organisation().memberships, key=repr),
        "agreements": bare(workspace.sharing.agreements()),
        "inbox": [file.name for file in workspace.inbox.scan().files],
    }


def differing(one: dict[str, object], other: dict[str, object]) -> set[str]:
    return {name for name in one if one[name] != other[name]}


def test_that_every_change_a_room_offers_is_in_the_list() -> None:
    offered = {
        f"{kind.__name__}.{name}"
        for kind in ROOMS
        for name, method in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and _changes(method)
    }
    assert offered == {method for _, methods in UNDOABLE.values() for method in methods}


def _changes(method: Callable[..., object]) -> bool:
    told = str(inspect.signature(method).return_annotation)
    plain = (
        "save_entries",
        "set_target",
        "remove_target",
        "save_remark",
        "remove_remark",
        "save_offer",
        "remove_offer",
    )
    return (
        told in ("Change", "Change | None", "SlotsEdit | None", "tuple[AreasReport, Change]")
        or method.__name__ in plain
    )


def test_that_every_change_is_undone_and_made_again_from_the_keyboard(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, steps, bar = room(window), window.session.steps, window.status_bar
    states, names = [stored(workspace)], [""]
    for what, (make, _) in UNDOABLE.items():
        make(window, tmp_path)
        states.append(stored(workspace))
        names.append(steps.undo_text)
        page = window.current_page
        assert differing(states[-2], states[-1]), (
            what,
            [bar.sentence.text() for bar in page.notices()] if page else "",
        )
        assert bar.undo.accessibleName() == f"Fortryd: {steps.undo_text}", what
    assert all(names[1:])
    monkeypatch.setattr(
        Session, "_load_missing", lambda *_: None
    )  # what is stored is looked at, not what follows from it
    for at in range(len(states) - 1, 0, -1):
        assert steps.undo_text == names[at]
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
        assert not differing(stored(workspace), states[at - 1]), list(UNDOABLE)[at - 1]
        assert bar.redo.accessibleName() == f"Gentag: {names[at]}"
    assert not bar.undo.isVisible()
    for at in range(1, len(states)):
        QTest.keyClick(window, Qt.Key.Key_Y, CONTROL)
        assert not differing(stored(workspace), states[at]), list(UNDOABLE)[at - 1]
    assert not bar.redo.isVisible()


# Only the work needed ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make", [target, remark, offer, decide, agreement, alias, scenario, quarter], ids=lambda make: make.__name__
)
def test_that_what_no_forecast_rests_on_computes_none(window: MainWindow, tmp_path: Path, make: Make) -> None:
    session = window.session
    outlook, risk = session.outlook, session.risk
    redrawn: list[str] = []
    session.outlook_changed.connect(lambda: redrawn.append("outlook"))
    session.risk_changed.connect(lambda: redrawn.append("risk"))
    make(window, tmp_path)
    assert session.steps.undo_text
    session.steps.undo()
    session.steps.redo()
    assert session.outlook is outlook
    assert session.risk is risk
    assert session.risk is room(window).risk(None, 12)
    assert redrawn == []


@pytest.mark.parametrize("make", [slots, close, price, rule], ids=lambda make: make.__name__)
def test_that_what_the_forecast_does_not_rest_on_leaves_it_and_computes_the_risk(
    window: MainWindow, tmp_path: Path, make: Make
) -> None:
    session = window.session
    outlook, risk = session.outlook, session.risk
    make(window, tmp_path)
    assert session.outlook is outlook
    assert session.risk is not risk
    again = session.risk
    session.steps.undo()
    assert session.outlook is outlook
    assert session.risk is not again


@pytest.mark.parametrize("make", [correct, file_in], ids=lambda make: make.__name__)
def test_that_what_the_forecast_rests_on_computes_it_anew(window: MainWindow, tmp_path: Path, make: Make) -> None:
    before = window.session.outlook
    make(window, tmp_path)
    made = window.session.outlook
    assert made is not before
    window.session.steps.undo()
    assert window.session.outlook is not made
    assert window.session.outlook is not None
    assert before is not None
    np.testing.assert_allclose(window.session.outlook.forecast.mean, before.forecast.mean)


def test_that_f5_computes_all_anew_for_others_may_have_written(window: MainWindow) -> None:
    before = window.session.outlook
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert window.session.outlook is not None
    assert window.session.outlook is not before
