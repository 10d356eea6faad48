"""Prognose: why a number is as it is, corrections with undo, how good forecasts were, year on year."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from sundhedsklynge.ui.page import LineButton
from sundhedsklynge.ui.pages import PROGNOSE
from sundhedsklynge.ui.pages.prognose import RECORD, WEEKS, YEARS, PrognosePage
from sundhedsklynge.ui.pages.prognose_correct import CorrectionForm
from sundhedsklynge.ui.pages.prognose_record import in_words, leaning
from sundhedsklynge.ui.pages.prognose_why import Waterfall, waterfall
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.accuracy import Group, Record
from sundhedsklynge.workspace.movement import Movement
from tests.ui.conftest import MakeWindow

HILLEROED = 219


def prognose(window: MainWindow) -> PrognosePage:
    window.show_page(PROGNOSE)
    page = window.current_page
    assert isinstance(page, PrognosePage)
    return page


def danish(text: str) -> float:
    return float(text.replace(".", "").replace(",", ".").replace("−", "-"))


def test_that_a_cell_of_the_table_opens_why_it_is_so(window: MainWindow, shared_workspace: Workspace) -> None:
    page = prognose(window)
    window.session.choose(Scope(municipality=HILLEROED))
    page.table.setCurrentIndex(page.table_model.index(0, 4))
    shown = window.details.shown
    assert shown is not None
    assert "uge 52, 2026" in shown.title
    (falls,) = window.details.findChildren(Waterfall)
    numbers = [danish(falls.parts.index(row, 2).data()) for row in range(falls.parts.rowCount())]
    assert sum(numbers[:-1]) == pytest.approx(numbers[-1], abs=1e-9)
    outlook = shared_workspace.forecast(None, 12)
    assert numbers[-1] == pytest.approx(outlook.cell("kommune", str(HILLEROED), "alle").mean[4], abs=0.051)
    assert page.table_model.index(0, 4).data() == falls.parts.index(falls.parts.rowCount() - 1, 2).data()


def test_that_the_waterfall_says_its_sources_and_what_it_adds_up_to(window: MainWindow) -> None:
    page = prognose(window)
    page.explain(0)
    (falls,) = window.details.findChildren(Waterfall)
    tips = [falls.parts.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(falls.parts.rowCount())]
    assert any("operationsplaner: Nordsjællands Hospital 23.11." in tip for tip in tips)
    assert falls.accessibleDescription().startswith("Delene giver tilsammen")
    assert falls.as_text(whole=True).splitlines()[-1].startswith("Forventet\t\t")


def test_that_bars_begin_where_those_before_ended() -> None:
    assert waterfall([3.0, -1.0, 2.0], 4.0) == [
        (0.0, 3.0, False),
        (3.0, 2.0, False),
        (2.0, 4.0, False),
        (0.0, 4.0, True),
    ]


def test_that_walking_the_table_by_keys_explains_each_week_and_escape_closes(window: MainWindow) -> None:
    page = prognose(window)
    page.table.setFocus()
    page.table.setCurrentIndex(page.table_model.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Right)
    shown = window.details.shown
    assert shown is not None
    assert "uge 49, 2026" in shown.title
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.details.isHidden()


def test_that_another_place_explains_the_same_week_there(window: MainWindow) -> None:
    page = prognose(window)
    page.explain(2)
    window.session.choose(Scope(municipality=217))
    shown = window.details.shown
    assert shown is not None
    assert shown.title == "Hvorfor dette tal: Helsingør, alle indgreb, uge 50, 2026"


def test_that_private_referrals_have_a_row(window: MainWindow, shared_workspace: Workspace) -> None:
    page = prognose(window)
    heads = [page.table_model.headerData(row, Qt.Orientation.Vertical) for row in range(page.table_model.rowCount())]
    assert heads[-1] == "Heraf privat"
    total = shared_workspace.forecast(None, 12).forecast.private.sum((0, 1))
    shown = [danish(page.table_model.index(len(heads) - 1, week).data()) for week in range(12)]
    np.testing.assert_allclose(shown, total, atol=0.051)


@pytest.fixture
def corrected(make_window: MakeWindow, own_workspace: Workspace, filled_files: None) -> MainWindow:
    return make_window(own_workspace)


@pytest.fixture
def filled_files(own_workspace: Workspace, files: object) -> None:
    from pathlib import Path

    assert isinstance(files, Path)
    for name in ("plan", "gop"):
        assert own_workspace.import_file(files / f"{name}.csv").stored


def test_that_a_correction_is_made_seen_undone_and_made_again(corrected: MainWindow) -> None:
    window, page = corrected, prognose(corrected)
    window.session.choose(Scope(municipality=HILLEROED))
    outlook = window.session.outlook
    assert outlook is not None
    before = outlook.cell("kommune", str(HILLEROED), "alle").mean.copy()
    page.explain(3)
    page.correct()
    (form,) = window.details.findChildren(CorrectionForm)
    assert not form.save.isEnabled()
    form.change.setValue(50)
    QTest.keyClicks(form.reason, "Ny kirurg")
    QTest.keyClick(form.reason, Qt.Key.Key_Return)
    expected = before.copy()
    expected[3] *= 1.5
    np.testing.assert_allclose(mean(window), expected)
    assert said(page) == ["✎ Prognosen er rettet +50 % i uge 51, 2026 (Hillerød): Ny kirurg"]
    assert "✎" in page.table_model.headerData(3, Qt.Orientation.Horizontal)
    assert "✎" not in page.table_model.headerData(2, Qt.Orientation.Horizontal)
    window.session.steps.undo()
    np.testing.assert_allclose(mean(window), before)
    assert said(page) == []
    window.session.steps.redo()
    np.testing.assert_allclose(mean(window), expected)


def test_that_a_correction_can_be_removed_where_it_is_seen_and_only_there(corrected: MainWindow) -> None:
    window, page = corrected, prognose(corrected)
    window.session.choose(Scope(municipality=HILLEROED))
    page.correct()
    (form,) = window.details.findChildren(CorrectionForm)
    form.reason.setText("Ny kirurg")
    form.save.click()
    window.session.choose(Scope(municipality=217))
    assert said(page) == []
    window.session.choose(Scope())
    assert len(said(page)) == 1
    page.corrections.findChildren(QPushButton)[0].click()
    assert said(page) == []
    workspace = window.session.workspace
    assert workspace is not None
    assert workspace.overrides.all() == []
    assert window.session.steps.undo_text.startswith("Fjernet rettelse")


def test_that_the_record_is_shown_in_words_and_tables(corrected: MainWindow) -> None:
    page = prognose(corrected)
    page.views.button(RECORD).click()
    sentences = [label.text() for label in page.record.findChildren(QLabel)]
    assert any("ramte inden for 80 %-intervallet" in sentence for sentence in sentences)
    assert page.record.groups_model.rowCount() == 3
    assert page.record.errors_model.columnCount() == 6
    assert page.record.given_model.rowCount() == 1
    assert "Ærlige intervaller" in page.record.pit.findChildren(QLabel)[-1].text()
    page.views.button(WEEKS).click()
    assert page.chart.isVisible()


def test_that_too_little_history_is_said(make_window: MakeWindow, own_workspace: Workspace, files: object) -> None:
    from pathlib import Path

    assert isinstance(files, Path)
    assert own_workspace.import_file(files / "plan.csv").stored
    window = make_window(own_workspace)
    page = prognose(window)
    page.views.button(RECORD).click()
    assert page.record.state.isVisible()
    assert any("for lidt historik" in label.text() for label in page.record.state.findChildren(QLabel))


def test_that_year_on_year_shows_two_years_and_their_change(window: MainWindow, shared_workspace: Workspace) -> None:
    page = prognose(window)
    page.views.button(YEARS).click()
    view = shared_workspace.quarterly.year_on_year(as_of=dt.date(2026, 11, 23))
    shown = page.years.months
    assert [shown.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == ["2025", "2026", "Ændring"]
    assert shown.index(1, 2).data() == f"{view.rows[2].this_year}"
    assert shown.index(1, 11).data() == "mangler"
    assert "opgjort pr. 23.11.2026" in page.years.summary().lower()


def test_that_a_missing_activity_file_is_said(window: MainWindow) -> None:
    page = prognose(window)
    page.views.button(YEARS).click()
    page.years.source.button("aktivitet").click()
    assert page.years.state.isVisible()
    page.years.source.button("planer").click()
    assert not page.years.state.isVisible()


def test_that_a_surge_is_told_above_the_chart_of_its_place_and_opens_its_reason(window: MainWindow) -> None:
    page = prognose(window)
    outlook = window.session.outlook
    assert outlook is not None
    area = outlook.area("kommune", str(HILLEROED))
    since = dt.date(2026, 11, 16)
    page.show_moved(
        [Movement(area, outlook.weeks[3], since, 8.1, 12.3, 4.0, "knæ", 3.0, "Nordsjællands Hospital", 3.2)]
    )
    assert [line for line in page.findChildren(LineButton) if not line.isHidden()] == []
    window.session.choose(Scope(municipality=HILLEROED))
    QApplication.processEvents()  # the layout shows what is new when its turn comes
    (line,) = [line for line in page.findChildren(LineButton) if not line.isHidden()]
    words = (
        "Uge 51, 2026: forventningen er flyttet fra 8,1 til 12,3 siden 16.11.2026, mere end tilfældigt, "
        "mest knæ fra Nordsjællands Hospital."
    )
    assert line.accessibleName() == f"▲ {words}"
    line.click()
    assert window.details.shown is not None
    assert window.details.shown.notes[0] == words


def group(n: int, above: float, hits: tuple[int, int, int] = (20, 41, 47)) -> Group:
    errors = {"model": 1.0, "middel8": 1.4, "sidste_aar": 1.2, "booket_rate": 2.0, "pickup": 1.1}
    return Group(
        "1-4",
        n,
        hits,
        errors,
        {"middel8": 11, "sidste_aar": 9, "booket_rate": 12, "pickup": 8},
        12,
        above,
        np.full(10, 0.1),
    )


def test_that_the_record_speaks_a_planners_language() -> None:
    days = (dt.date(2025, 11, 24), dt.date(2026, 10, 26))
    first, second, third = in_words(Record("kommune", "219", "alle", days, (group(48, 25),)), "Hillerød")
    assert first == "Hillerød: 2 prognoser regnet som på dagen, fra 24.11.2025 til 26.10.2026."
    assert second == (
        "Uge 1–4 frem: ramte inden for 80 %-intervallet 41 af 48 uger; slog sidste års tal i 9 af 12 prognoser og snittet af 8 uger "
        "i 11 af 12."
    )
    assert third == "Prognosen har hverken ligget for højt eller for lavt: 25 af 48 uger lå over medianen."
    assert leaning([group(48, 44)]).startswith("Prognosen har ligget for lavt")
    assert leaning([group(48, 4)]).startswith("Prognosen har ligget for højt")


def mean(window: MainWindow) -> np.ndarray:
    outlook = window.session.outlook
    assert outlook is not None
    return outlook.cell("kommune", str(HILLEROED), "alle").mean


def said(page: PrognosePage) -> list[str]:
    """The corrections in sight, without by whom and when."""
    labels = [label.accessibleName() for label in page.corrections.findChildren(QLabel) if not label.isHidden()]
    return [text.rsplit(" (", 1)[0] for text in labels if text.startswith("✎")]
