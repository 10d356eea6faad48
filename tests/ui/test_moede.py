"""The meeting on the demo: slides by keys, the mode that comes back as it was, decisions, small counts, minutes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QToolTip, QWidget

from sundhedsklynge.store.notes import DECISION, NOTE, Note
from sundhedsklynge.ui import theme
from sundhedsklynge.ui.pages import MOEDE, OVERBLIK
from sundhedsklynge.ui.pages.moede import MoedePage
from sundhedsklynge.ui.pages.moede_slides import (
    ACTION,
    DECIDED,
    ORDER,
    RISK,
    SINCE,
    action_slide,
    quarter_slide,
    risk_slide,
    since_slide,
)
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.minutes import markdown
from tests.ui.conftest import MakeWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The demo with a decision of three weeks ago; tests take back what they write."""
    with Workspace.demo(str(tmp_path_factory.mktemp("demo") / "demo.sqlite")) as workspace:
        then = workspace.default_as_of() - dt.timedelta(days=21)
        workspace.meeting.save(Note("To hold mere", then, DECISION, then, "Centerleder", "kommune", "250"))
        yield workspace


@pytest.fixture
def window(make_window: MakeWindow, demo: Workspace) -> MainWindow:
    return make_window(demo, keep=True)


def moede(window: MainWindow) -> MoedePage:
    window.show_page(MOEDE)
    page = window.current_page
    assert isinstance(page, MoedePage)
    return page


def cells(page: MoedePage) -> list[list[str]]:
    model = page.slide.model
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def test_that_the_meeting_opens_with_the_last_decision_then_and_now(window: MainWindow) -> None:
    page = moede(window)
    assert page.steps.current() == SINCE
    (row,) = cells(page)
    assert row[:4] == ["To hold mere", "Frederikssund", "Centerleder", "02.11.2026"]
    assert row[5].count("→") == 1
    assert page.outcome.isVisible()


def test_that_the_arrows_walk_through_every_slide_and_stop_at_the_ends(window: MainWindow) -> None:
    page = moede(window)
    seen = [page.steps.current()]
    for _ in range(len(ORDER)):
        QTest.keyClick(page, Qt.Key.Key_Right)
        seen.append(page.steps.current())
        assert page.slide.question.text().endswith("?")
        assert page.slide.answer.text()
    assert seen == [*ORDER, ORDER[-1]]
    assert not page.next.isEnabled()
    for _ in range(len(ORDER)):
        QTest.keyClick(page, Qt.Key.Key_PageUp)
    assert page.steps.current() == SINCE


def test_that_arrows_in_the_decision_field_move_in_the_text(window: MainWindow) -> None:
    page = moede(window)
    page.decide.text.setFocus()
    QTest.keyClicks(page.decide.text, "hold")
    QTest.keyClick(page.decide.text, Qt.Key.Key_Left)
    assert page.steps.current() == SINCE
    assert page.decide.text.cursorPosition() == 3


def test_that_arrows_in_the_choice_of_type_change_the_type(window: MainWindow) -> None:
    page = moede(window)
    page.decide.kind.button(DECISION).setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Right)
    assert page.decide.kind.current() == NOTE
    assert not page.decide.responsible.isVisible()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left)
    assert page.decide.kind.current() == DECISION
    assert page.steps.current() == SINCE


def test_that_meeting_mode_is_large_and_bare_and_comes_back_as_it_was(window: MainWindow, qapp: QApplication) -> None:
    window.show_page(OVERBLIK)
    window.navigation.focus_current()
    before = (qapp.font().pointSizeF(), window.focusWidget(), window.windowState())
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.meeting.is_on
    assert isinstance(window.current_page, MoedePage)
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * before[0])
    for part in (window.navigation, window.scope_bar, window.status_bar, window.current_page.steps):
        assert not part.isVisible()
    assert "DEMO" in window.current_page.subtitle
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    assert window.current_key == MOEDE
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.meeting.is_on
    assert window.current_key == OVERBLIK
    assert (qapp.font().pointSizeF(), window.focusWidget(), window.windowState()) == before
    assert window.navigation.isVisible()
    assert moede(window).steps.isVisible()


def test_that_the_theme_can_be_switched_in_the_meeting_and_stays_large(window: MainWindow, qapp: QApplication) -> None:
    QTest.keyClick(window, Qt.Key.Key_F11)
    large = qapp.font().pointSizeF()
    QTest.keyClick(window, Qt.Key.Key_T, CONTROL)
    assert theme.tokens() is theme.DARK
    assert qapp.font().pointSizeF() == large
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert qapp.font().pointSizeF() < large


def test_that_no_tooltip_shows_in_the_meeting(window: MainWindow, qapp: QApplication) -> None:
    page = moede(window)
    QTest.keyClick(window, Qt.Key.Key_F11)
    where = QPoint(5, 5)
    QApplication.sendEvent(page.back, QHelpEvent(QEvent.Type.ToolTip, where, page.back.mapToGlobal(where)))
    assert not QToolTip.isVisible()
    QTest.keyClick(window, Qt.Key.Key_F11)


def test_that_no_slide_shows_a_small_count_of_persons(window: MainWindow, demo: Workspace) -> None:
    page = moede(window)
    page.steps.button(RISK).click()
    waiting = {entry.name: entry.total for entry in demo.deadline.waiting()}
    missed = {entry.name: entry.missed for entry in demo.deadline.two_clocks()}
    rows = cells(page)
    assert any(0 < waiting[row[0]] < 5 for row in rows), "nothing small to hide"
    for row in rows:
        assert (row[4] == "skjult") or not 0 < waiting[row[0]] < 5
        assert row[5].startswith("skjult") or not 0 < missed.get(row[0], 0) < 5
    assert any("skjult" in line for line in page.slide.table.cells(whole=True))


def test_that_slides_and_minutes_hide_the_same_counts(demo: Workspace) -> None:
    hidden = 0
    for level, code in (("kommune", "155"), ("kommune", "163"), ("klynge", "H-NORD"), ("i_alt", "i_alt")):
        minutes = demo.meeting.minutes(dt.date.today(), level, code)
        said = [line.removeprefix("- ") for line in markdown(minutes).splitlines()]
        slide = risk_slide(minutes.view, ())
        waiting, overdue = (value for value, _ in slide.figures[2:])
        assert f"Venter nu: {waiting}. Allerede over fristen: {overdue}." in said
        shares = quarter_slide(minutes.view).columns[2].values
        for line, share in zip(minutes.view.quarters, shares, strict=True):
            (told,) = [text for text in said if text.startswith(f"{line.indicator.label}: ")]
            assert ("skjult" in told) == (share == "skjult") == (line.share is None)
            hidden += share == "skjult"
    assert hidden > 3


def test_that_a_hidden_share_is_not_given_away_by_its_status_or_the_targets_met(demo: Workspace) -> None:
    view = demo.meeting.view("kommune", "155")
    with_targets = replace(view, quarters=tuple(replace(line, target=0.9) for line in view.quarters))
    slide = quarter_slide(with_targets)
    shown = [line for line in with_targets.quarters if line.share is not None]
    assert 0 < len(shown) < len(view.quarters)
    assert slide.answer.split(" mål")[0].endswith(f" af {len(shown)}")
    told = list(zip(*(column.values for column in slide.columns), strict=True))
    for row in told:
        assert (row[2] == "skjult") == (row[5] == "skjult") == (row[6] == "skjult") == (row[7] == "skjult")


def test_that_the_action_slide_counts_all_over_the_target_and_those_that_slots_can_help(
    window: MainWindow, demo: Workspace
) -> None:
    page = moede(window)
    page.steps.button(ACTION).click()
    view = demo.meeting.view("i_alt", "i_alt")
    over = [line for line in view.risk if line.weeks_over]
    helped = [line for line in view.advice if line.slots]
    assert len(over) > len(view.advice) > len(helped) > 1, "nothing to tell apart"
    slide = action_slide(view)
    assert [value for value, _ in slide.figures] == [str(sum(line.slots for line in helped)), str(len(over))]
    assert f" i {len(helped)} kommuner " in page.slide.answer.text()
    assert f"{len(over) - len(view.advice)} kommuner med lavere risiko er ikke vist." in slide.foot
    assert any("uge 48, 2026 til uge 6, 2027 kan ikke" in line.sentence.lower() for line in view.advice)


def test_that_the_scope_chosen_at_the_top_holds_in_the_meeting(window: MainWindow) -> None:
    page = moede(window)
    window.session.choose(Scope(("klynge", "H-NORD")))
    page.steps.button(RISK).click()
    assert "Klynge Nord" in page.subtitle
    assert {row[0] for row in cells(page)} <= {area.name for area in window.session.municipalities_in_scope()}


def test_that_a_decision_is_typed_logged_undone_and_removed(window: MainWindow, demo: Workspace) -> None:
    page = moede(window)
    window.session.choose(Scope(municipality=219))
    QTest.keyClick(page, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)
    assert page.decide.text.hasFocus()
    QTest.keyClicks(page.decide.text, "Seks ekstra pladser i uge 50")
    QTest.keyClicks(page.decide.responsible, "Centerleder")
    QTest.keyClick(page.decide.text, Qt.Key.Key_Return)
    (note,) = demo.meeting.log(demo.default_as_of())
    assert (note.kind, note.area_kind, note.area_code, note.day) == (DECISION, "kommune", "219", dt.date.today())
    assert note.data_date == demo.default_as_of()
    assert page.decide.text.text() == ""
    page.steps.button(DECIDED).click()
    assert [row[2:5] for row in cells(page)] == [["Seks ekstra pladser i uge 50", "Hillerød", "Centerleder"]]
    assert "Beslutning af" in window.session.steps.undo_text
    QTest.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert demo.meeting.log(demo.default_as_of()) == []
    assert cells(page) == []
    QTest.keyClick(window, Qt.Key.Key_Y, CONTROL)
    page.slide.table.setFocus()
    QTest.keyClick(page.slide.table, Qt.Key.Key_Delete)
    assert demo.meeting.log(demo.default_as_of()) == []


def test_that_a_personal_number_is_refused_and_the_text_stays(window: MainWindow, demo: Workspace) -> None:
    page = moede(window)
    page.decide.text.setText("Ring til 010190-1234")
    page.decide.save.click()
    assert demo.meeting.log(demo.default_as_of()) == []
    assert "personnummer" in page.notices()[-1].sentence.text()
    assert page.decide.text.text() == "Ring til 010190-1234"


def test_that_how_a_decision_went_is_stored_and_can_be_undone(window: MainWindow) -> None:
    page = moede(window)
    page.outcome.text.setText("Risikoen faldt")
    page.outcome.done.setChecked(True)
    page.outcome.save.click()
    assert cells(page)[0][6].startswith("Risikoen faldt (")
    assert "1 af 1" in page.slide.answer.text()
    window.session.steps.undo()
    assert cells(page)[0][6] == "åben"


def test_that_the_field_asks_for_what_is_typed(window: MainWindow) -> None:
    page = moede(window)
    assert page.decide.text.placeholderText().startswith("Hvad beslutter I?")
    page.decide.kind.button(NOTE).click()
    assert page.decide.text.placeholderText().startswith("Hvad skal noteres?")
    page.decide.kind.button(DECISION).click()
    assert page.decide.text.placeholderText().startswith("Hvad beslutter I?")


def test_that_a_decision_is_asked_for_only_where_there_is_one() -> None:
    slide = since_slide((), ())
    assert "Vælg en beslutning" not in slide.foot


def test_that_the_minutes_are_written_and_told(window: MainWindow, tmp_path: Path) -> None:
    page = moede(window)
    page.write_minutes(tmp_path)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".csv", ".md", ".pdf", ".txt"]
    assert "To hold mere" in next(tmp_path.glob("*.md")).read_text(encoding="utf-8")
    assert "Referatet er gemt" in page.notices()[-1].sentence.text()


@pytest.mark.parametrize("mode", [False, True])
def test_that_it_fits_the_smallest_screen_and_every_control_has_a_name(window: MainWindow, mode: bool) -> None:
    page = moede(window)
    if mode:
        window.meeting.enter(full_screen=False)
    for key in ORDER:
        page.steps.button(key).click()
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1366
        assert window.minimumSizeHint().height() <= 768
        for widget in page.findChildren(QWidget):
            if isinstance(widget, QAbstractButton | QLineEdit) and widget.isVisible():
                inner = widget.objectName().startswith("qt_")
                assert inner or widget.accessibleName(), widget
    window.meeting.leave()
