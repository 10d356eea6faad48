"""The planner's Monday and the cluster's quarterly meeting, from start to end, by the keys and clicks of those who do it."""

from __future__ import annotations

import contextlib
import datetime as dt
import subprocess
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge import demo
from sundhedsklynge.forecast.evidence import Floats
from sundhedsklynge.store.notes import DECISION, Note
from sundhedsklynge.ui.import_wizard.watch import watch_of
from sundhedsklynge.ui.pages import OVERBLIK
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.moede import MoedePage
from sundhedsklynge.ui.pages.moede_slides import DECIDED, ORDER, RISK, SINCE
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.pages.prognose import PrognosePage
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
HILLEROED = 219
NEW_PLAN = "operationsplan_nordsjaellands_hospital.csv"


def press(where: QWidget, said: str) -> None:
    """Clicks the visible button whose text begins with `said`."""
    QApplication.processEvents()
    buttons = [b for b in where.findChildren(QAbstractButton) if b.isVisible() and b.text().startswith(said)]
    assert buttons, f"no button says '{said}'"
    assert buttons[0].isEnabled(), f"'{said}' cannot be pressed"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton, pos=QPoint(8, buttons[0].height() // 2))


def key(window: MainWindow, code: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key pressed where the focus is."""
    QTest.keyClick(window.focusWidget() or window, code, modifier)


def risk_of(window: MainWindow, code: int) -> tuple[Floats, Floats, Floats]:
    """Probability, planned and recommended slots by week."""
    risk = window.session.risk
    assert risk is not None
    i = risk.municipalities.index(code)
    return risk.p_over_frist[i], risk.planlagte_pladser[i], risk.anbefalede_pladser[i]


@pytest.fixture
def last_week(tmp_path: Path) -> tuple[Workspace, Path]:
    """The demo a week ago at Nordsjællands Hospital, whose newest plan lies in the watched folder."""
    made, watched = tmp_path / "filer", tmp_path / "delt"
    watched.mkdir()
    with Workspace.open(str(tmp_path / "hilleroed.sqlite"), create=True) as workspace:
        for path in demo.write_canonical(made):
            if path.name == NEW_PLAN:
                head, *rows = path.read_text(encoding="utf-8-sig").splitlines()
                assert head.startswith("udtraeksdato;")
                newest = max(row[:10] for row in rows)
                (watched / path.name).write_text(
                    "\n".join([head, *(row for row in rows if row[:10] == newest)]), encoding="utf-8"
                )
                path.write_text("\n".join([head, *(row for row in rows if row[:10] < newest)]), encoding="utf-8")
            assert workspace.import_file(path).stored
        workspace.inbox.watch(watched)
    return Workspace.open(str(tmp_path / "hilleroed.sqlite")), tmp_path


def test_that_a_monday_at_a_training_centre_runs_from_the_new_file_to_the_export(
    make_window: MakeWindow, last_week: tuple[Workspace, Path], qtbot: QtBot
) -> None:
    workspace, folder = last_week
    window = make_window(workspace)
    watch_of(window.session).look()  # the second look, which the timer does: the file has stopped growing

    # The file lies in the shared folder; the window says so and reads it as last time.
    assert window.current_page is not None
    told = [bar for bar in window.current_page.notices() if "ny fil" in bar.sentence.text()]
    assert told, "the window says nothing of the new file"
    press(told[0], "Vis")
    assert window.current_page.title == "Data"
    before = len(workspace.imports())
    press(window.current_page, "Importér")
    assert len(workspace.imports()) == before + 1

    # What is new, and the weeks that stand out.
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    page = window.current_page
    assert isinstance(page, OverblikPage)
    assert window.session.changes
    p, planned, wanted = risk_of(window, HILLEROED)
    week = int(np.nanargmax(np.where(wanted > planned, p, -1)))
    assert p[week] > 0.2
    assert page.heat_map.look_at(HILLEROED, week)
    page.heat_map.setFocus()

    # One key leads to the slots; six more, and why.
    key(window, Qt.Key.Key_Return)
    frist = window.current_page
    assert isinstance(frist, FristPage)
    extra = int(wanted[week] - planned[week])
    frist.desk.slots.look_at(0, week)
    frist.desk.slots.setFocus()
    for digit in str(int(planned[week]) + extra):
        editor = frist.desk.slots.findChild(QLineEdit)
        QTest.keyClicks(editor if editor is not None else frist.desk.slots, digit)
    editor = frist.desk.slots.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: risk_of(window, HILLEROED)[1][week] == planned[week] + extra)
    after = risk_of(window, HILLEROED)[0]
    assert after[week] <= 0.05 < p[week]
    QTest.keyClicks(frist.desk.why, "Vikar i uge 50")
    QTest.keyClick(frist.desk.why, Qt.Key.Key_Return)
    assert any("Vikar i uge 50" in str(row) for row in workspace.capacity.history(HILLEROED))

    # Why this number: parts that add up.
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    prognose = window.current_page
    assert isinstance(prognose, PrognosePage)
    assert window.session.scope.municipality == HILLEROED
    press(prognose, "Hvorfor dette tal")
    why = window.details.shown
    assert window.details.isVisible()
    assert why is not None
    assert why.title.startswith("Hvorfor dette tal: Hillerød")
    assert any("Nordsjællands Hospital" in note for note in why.notes)

    # The week's files for the manager.
    out = folder / "pakke"
    out.mkdir()
    press(window, "Eksportér")
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.setDirectory(str(out))
    dialog.filesSelected.emit([str(out)])
    dialog.close()
    (book,) = out.glob("*.xlsx")
    (paper,) = out.glob("*.pdf")
    with contextlib.closing(openpyxl.load_workbook(book, read_only=True)) as sheets:
        cells = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert "Hillerød" in cells
    text = subprocess.run(["pdftotext", "-layout", str(paper), "-"], capture_output=True, text=True, check=True).stdout
    assert "Hillerød" in text
    assert "DEMO" not in text  # files imported into a database of one's own are no demo

    # And all of it can be taken back, step by step.
    while window.session.steps.undo_text:
        QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert risk_of(window, HILLEROED)[1][week] == planned[week]
    assert len([info for info in workspace.imports() if info.status == "gældende"]) == before


def test_that_a_meeting_runs_from_the_last_decision_to_the_next_and_the_minutes(
    make_window: MakeWindow, own_demo: Workspace, tmp_path: Path, qapp: QApplication
) -> None:
    today = own_demo.default_as_of()
    earlier = Note(
        "To hold mere", today - dt.timedelta(91), DECISION, today - dt.timedelta(91), "Centerleder", "klynge", "H-NORD"
    )
    own_demo.meeting.save(earlier)
    window = make_window(own_demo)
    window.show_page(OVERBLIK)
    before = qapp.font().pointSizeF(), window.current_key

    # F11: large, bare, and opened on how the last decision went.
    QTest.keyClick(window, Qt.Key.Key_F11)
    page = window.current_page
    assert isinstance(page, MoedePage)
    assert qapp.font().pointSizeF() > before[0]
    assert not window.navigation.isVisible()
    assert page.steps.current() == SINCE
    assert page.slide.model.index(0, 0).data() == "To hold mere"
    QTest.keyClicks(page.outcome.text, "Holdene er i gang")
    QTest.keyClick(page.outcome.text, Qt.Key.Key_Return)

    # Freshness, change, risk, quarter, action: one thing a slide, nothing small, no tooltip needed.
    seen = [page.steps.current()]
    for _ in ORDER[1:]:
        page.setFocus()
        key(window, Qt.Key.Key_Right)
        seen.append(page.steps.current())
        assert page.slide.question.text().endswith("?")
        assert page.slide.answer.text()
        if seen[-1] == RISK:
            small = [v for e in own_demo.deadline.waiting() if 0 < (v := e.total) < 5]
            shown = [str(page.slide.model.index(r, 4).data()) for r in range(page.slide.model.rowCount())]
            assert not small or not {str(v) for v in small} & set(shown)
    assert seen == list(ORDER)

    # The decision, in reach all the time, with today's date and the date of the data.
    key(window, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(window.focusWidget(), "Seks ekstra pladser i Hillerød i uge 50")
    QTest.keyClicks(page.decide.responsible, "Centerleder")
    QTest.keyClick(page.decide.responsible, Qt.Key.Key_Return)
    made = own_demo.meeting.log(today)
    assert [(note.text, note.responsible, note.data_date) for note in made] == [
        ("Seks ekstra pladser i Hillerød i uge 50", "Centerleder", today)
    ]
    assert page.steps.current() == DECIDED

    # Back as it was, and the minutes.
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert (qapp.font().pointSizeF(), window.current_key) == before
    assert window.navigation.isVisible()
    QTest.keyClick(window, Qt.Key.Key_6, CONTROL)
    press(window, "Gem referat")
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.filesSelected.emit([str(tmp_path)])
    dialog.close()
    (minutes,) = tmp_path.glob("*.md")
    said = minutes.read_text(encoding="utf-8")
    assert "Seks ekstra pladser i Hillerød i uge 50" in said
    assert "Holdene er i gang" in said
    assert "DEMO" in said
