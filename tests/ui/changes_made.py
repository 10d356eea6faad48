"""Every kind of change a user can make in the window, each made as a user makes it, and the methods of the rooms behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

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
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.whatif import ExtraSlots, WhatIf
from tests.ui.test_data_page import plan

HILLEROED = 219
HOSPITAL = "Nordsjællands Hospital"


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
