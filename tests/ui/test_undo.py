"""Every kind of change that can be made in the window is taken back and made again, under its name, and costs only its own work."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from sundhedsklynge.ui import importing
from sundhedsklynge.ui.pages import DATA, FRIST, KVARTAL, MOEDE, PROGNOSE
from sundhedsklynge.ui.pages.data.inbox import InboxTab
from sundhedsklynge.ui.pages.data.names import NamesTab
from sundhedsklynge.ui.pages.data.openness import OpennessTab
from sundhedsklynge.ui.pages.indstillinger import IndstillingerPage
from sundhedsklynge.ui.pages.kvartal import ENTRY, OFFERS
from sundhedsklynge.ui.pages.moede_slides import DECIDED
from sundhedsklynge.ui.pages.prognose_correct import CorrectionForm
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
from sundhedsklynge.workspace.whatif import ExtraSlots, WhatIf
from sundhedsklynge.workspace.wizard import Importing
from tests.ui.conftest import MakeWindow
from tests.ui.test_data_page import plan

HILLEROED = 219
CONTROL = Qt.KeyboardModifier.ControlModifier
HOSPITAL = "Nordsjællands Hospital"
ROOMS = (Capacity, Inbox, Meeting, Overrides, Places, Quarterly, Rules, Scenarios, Sharing, Importing)


@pytest.fixture
def window(make_window: MakeWindow, filled_database: str, tmp_path: Path) -> MainWindow:
    """On a copy of the filled database, Hillerød chosen."""
    path = tmp_path / "kopi.sqlite"
    path.write_bytes(Path(filled_database).read_bytes())
    made = make_window(Workspace.open(str(path)))
    made.session.choose(Scope(municipality=HILLEROED))
    return made


def opened(window: MainWindow, key: str) -> Any:
    """The page of that key, shown."""
    window.show_page(key)
    return window.current_page


def room(window: MainWindow) -> Workspace:
    assert window.session.workspace is not None
    return window.session.workspace


def choose(picker: Any, value: object) -> None:
    picker.setCurrentIndex(picker.findData(value))
    picker.activated.emit(picker.currentIndex())


# How each change is made --------------------------------------------------------------------------------------------------


def slots(window: MainWindow, _: Path) -> None:
    opened(window, FRIST).desk.slots.slots_model.put({(0, 1): 1, (0, 2): 2})


def leave(window: MainWindow, _: Path) -> None:
    days = opened(window, FRIST).desk.days
    choose(days.kind, "fravaer")
    days.slots.setValue(2)
    days.add.click()


def close(window: MainWindow, _: Path) -> None:
    days = opened(window, FRIST).desk.days
    choose(days.kind, "lukket")
    days.add.click()


def group(window: MainWindow, _: Path) -> None:
    days = opened(window, FRIST).desk.days
    choose(days.kind, "hold")
    days.slots.setValue(4)
    days.add.click()


def take_day_away(window: MainWindow, _: Path) -> None:
    days = opened(window, FRIST).desk.days
    days.table.select_row(0)
    days.remove.click()


def price(window: MainWindow, _: Path) -> None:
    field = opened(window, FRIST).desk.private.fields["privat.pris"]
    field.setText("9500")
    field.editingFinished.emit()


def scenario(window: MainWindow, _: Path) -> None:
    page = opened(window, FRIST)
    page.desk.what_if.set_changes(WhatIf((ExtraSlots(3, page.view.plan.weeks[2], HILLEROED),)))
    page.desk.what_if.save_asked.emit("Vikar")


def rename_scenario(window: MainWindow, _: Path) -> None:
    opened(window, FRIST).desk.scenarios.renamed.emit("Vikar", "Vikar i uge 50")


def delete_scenario(window: MainWindow, _: Path) -> None:
    opened(window, FRIST).desk.scenarios.deleted.emit("Vikar i uge 50")


def correct(window: MainWindow, _: Path) -> None:
    page = opened(window, PROGNOSE)
    page.correct()
    (form,) = window.details.findChildren(CorrectionForm)
    form.change.setValue(50)
    form.reason.setText("Ny kirurg")
    form.save.click()


def uncorrect(window: MainWindow, _: Path) -> None:
    opened(window, PROGNOSE).corrections.findChildren(QPushButton)[0].click()


def decide(window: MainWindow, _: Path) -> None:
    page = opened(window, MOEDE)
    page.decide.text.setText("Seks ekstra pladser")
    page.decide.save.click()


def settle_decision(window: MainWindow, _: Path) -> None:
    page = opened(window, MOEDE)
    (note,) = room(window).meeting.log()
    page._make(replace(note, outcome="Risikoen faldt"), lambda: None)  # the slide shows decisions of earlier data only


def drop_decision(window: MainWindow, _: Path) -> None:
    page = opened(window, MOEDE)
    page.steps.set_current(DECIDED)
    page.go(0)
    page.slide.table.select_row(0)
    page.remove_selected()


def quarter(window: MainWindow, _: Path) -> None:
    page = opened(window, KVARTAL)
    page.show_part(ENTRY)
    page.entry.kinds.button("plejehjem").click()
    part = page.entry.parts["plejehjem"]
    row = part.table.sheet.row_of(HILLEROED, "")
    part.table.sheet.put(dict(zip([(row, 1), (row, 2), (row, 3)], ("7", "5", "1"), strict=True)))
    part.save.click()


def target(window: MainWindow, _: Path) -> None:
    page = opened(window, KVARTAL)
    page.show_part(ENTRY)
    page.entry.kinds.button("maal").click()
    part = page.entry.parts["maal"]
    part.value.setText("80")
    part.save.click()


def drop_target(window: MainWindow, _: Path) -> None:
    part = opened(window, KVARTAL).entry.parts["maal"]
    part.table.select_row(0)
    part.remove_selected()


def remark(window: MainWindow, _: Path) -> None:
    page = opened(window, KVARTAL)
    page.show_part(ENTRY)
    page.entry.kinds.button("noter").click()
    part = page.entry.parts["noter"]
    part.text.setText("Ny aftale med lægerne")
    part.save.click()


def drop_remark(window: MainWindow, _: Path) -> None:
    part = opened(window, KVARTAL).entry.parts["noter"]
    part.table.select_row(0)
    part.remove_selected()


def offer(window: MainWindow, _: Path) -> None:
    page = opened(window, KVARTAL)
    page.show_part(OFFERS)
    choose(page.offers.form_owner, HILLEROED)
    page.offers.offer_title.setText("Knæhold")
    page.offers.offer_text.setText("To gange om ugen")
    page.offers.save_form()


def change_offer(window: MainWindow, _: Path) -> None:
    part = opened(window, KVARTAL).offers
    part.table.select_row(0)
    part.edit_selected()
    part.offer_title.setText("Knæ & hofte")
    part.save_form()


def drop_offer(window: MainWindow, _: Path) -> None:
    part = opened(window, KVARTAL).offers
    part.table.select_row(0)
    part.remove_selected()


def file_in(window: MainWindow, folder: Path) -> None:
    window.file_door.take([plan(folder / "ny plan.csv", dt.date(2026, 11, 23), {1: 9}, "Herlev og Gentofte Hospital")])


def import_back(window: MainWindow, _: Path) -> None:
    importing.undo_import(window.session, room(window).imports()[0])


def import_again(window: MainWindow, _: Path) -> None:
    importing.redo_import(window.session, room(window).imports()[0])


def tab(window: MainWindow, kind: type[Any], key: str) -> Any:
    page = opened(window, DATA)
    page.show_tab(key)
    return page.tab(kind)


def alias(window: MainWindow, _: Path) -> None:
    names = tab(window, NamesTab, "navne")
    names.spelling.setText("NOH")
    names.meaning.setCurrentText(HOSPITAL)
    names.save_alias()


def change_alias(window: MainWindow, _: Path) -> None:
    names = tab(window, NamesTab, "navne")
    names.aliases.select_row(0)
    names.spelling.setText("NOH Hillerød")
    names.save_alias()


def forget_alias(window: MainWindow, _: Path) -> None:
    names = tab(window, NamesTab, "navne")
    names.aliases.select_row(0)
    names.forget_alias()


def layout(window: MainWindow, _: Path) -> None:
    names = tab(window, NamesTab, "navne")
    names.layouts.select_row(0)
    picker = names.columns.pickers["kommunekode"]
    choose(picker, "kommune")
    names.save_layout()


def forget_layout(window: MainWindow, _: Path) -> None:
    names = tab(window, NamesTab, "navne")
    names.layouts.select_row(0)
    names.forget_layout()


def areas(window: MainWindow, folder: Path) -> None:
    table = folder / "klynger.csv"
    table.write_text("kommunekode;klynge;gyldig_fra\n219;Klynge Nord;2022-07-01\n", encoding="utf-8")
    dialog = tab(window, NamesTab, "navne").ask_areas()
    dialog.filesSelected.emit([str(table)])
    dialog.close()


def agreement(window: MainWindow, _: Path) -> None:
    openness = tab(window, OpennessTab, "aabenhed")
    openness.add.click()
    openness.form.save.click()


def details_action(window: MainWindow, name: str) -> None:
    openness = tab(window, OpennessTab, "aabenhed")
    openness.table.clearSelection()
    openness.table.setCurrentIndex(openness.model.index(-1, -1))
    names = [openness.model.index(row, 0).data() for row in range(openness.model.rowCount())]
    openness.table.select_row(names.index(room(window).sharing.agreements()[0].hospital))
    assert window.details.shown is not None
    dict(window.details.shown.actions)[name]()


def change_agreement(window: MainWindow, _: Path) -> None:
    details_action(window, "Ret aftale")
    form = tab(window, OpennessTab, "aabenhed").form
    form.ahead.setValue(4)
    form.save.click()


def drop_agreement(window: MainWindow, _: Path) -> None:
    details_action(window, "Fjern aftale")


def watch(window: MainWindow, folder: Path) -> None:
    (folder / "indbakke").mkdir()
    plan(folder / "indbakke" / "uge 49.csv", dt.date(2026, 11, 30), {0: 9})
    dialog = tab(window, InboxTab, "mappe").ask_folder()
    dialog.filesSelected.emit([str(folder / "indbakke")])
    dialog.close()


def ignore(window: MainWindow, _: Path) -> None:
    tab(window, InboxTab, "mappe").ignore.click()


def rule(window: MainWindow, _: Path) -> None:
    page = opened(window, "indstillinger")
    assert isinstance(page, IndstillingerPage)
    page.rows["risiko.maal"].changed.emit("risiko.maal", "10 %")


def reset_rule(window: MainWindow, _: Path) -> None:
    opened(window, "indstillinger").rows["risiko.maal"].reset.emit("risiko.maal")


Make = Callable[[MainWindow, Path], None]
UNDOABLE: dict[str, tuple[Make, tuple[str, ...]]] = {
    "slots": (slots, ("Capacity.set_cells", "Capacity.set_slots", "Capacity.paste", "Capacity.fill")),
    "a colleague's leave": (leave, ("Capacity.add", "Capacity.take_leave")),
    "closed days": (close, ("Capacity.close",)),
    "closed days taken away": (take_day_away, ("Capacity.reopen",)),
    "a group": (group, ("Capacity.start_group",)),
    "a group taken away": (take_day_away, ("Capacity.cancel_group",)),
    "a price": (price, ()),
    "a scenario": (scenario, ("Scenarios.save",)),
    "a scenario's name": (rename_scenario, ("Scenarios.rename",)),
    "a scenario deleted": (delete_scenario, ("Scenarios.delete",)),
    "a correction of the forecast": (correct, ("Overrides.add",)),
    "a correction removed": (uncorrect, ("Overrides.remove",)),
    "a decision": (decide, ("Meeting.save",)),
    "how a decision went": (settle_decision, ("Meeting.save",)),
    "a decision removed": (drop_decision, ("Meeting.remove",)),
    "quarterly figures": (quarter, ("Quarterly.save_entries",)),
    "a target": (target, ("Quarterly.set_target",)),
    "a target removed": (drop_target, ("Quarterly.remove_target",)),
    "a remark": (remark, ("Quarterly.save_remark",)),
    "a remark removed": (drop_remark, ("Quarterly.remove_remark",)),
    "an offer": (offer, ("Quarterly.save_offer",)),
    "an offer changed": (change_offer, ("Quarterly.save_offer",)),
    "an offer removed": (drop_offer, ("Quarterly.remove_offer",)),
    "a file": (file_in, ()),
    "an import taken back in the history": (import_back, ()),
    "an import restored in the history": (import_again, ()),
    "a name": (alias, ("Places.remember",)),
    "a name changed": (change_alias, ("Places.change",)),
    "a name forgotten": (forget_alias, ("Places.forget",)),
    "columns of a layout": (layout, ("Importing.remember_layout",)),
    "a layout forgotten": (forget_layout, ("Importing.forget_layout",)),
    "areas": (areas, ("Places.load_areas",)),
    "an agreement": (agreement, ("Sharing.save_agreement",)),
    "an agreement changed": (change_agreement, ("Sharing.save_agreement",)),
    "an agreement removed": (drop_agreement, ("Sharing.remove_agreement",)),
    "a watched folder": (watch, ("Inbox.watch",)),
    "a file left out": (ignore, ("Inbox.ignore",)),
    "a rule": (rule, ("Rules.set",)),
    "a rule back to standard": (reset_rule, ("Rules.reset",)),
}


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
