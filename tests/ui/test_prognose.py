"""Prognose: why a number is as it is, corrections with undo, how good forecasts were, year on year."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from sundhedsklynge.ui.page import LineButton
from sundhedsklynge.ui.pages import PROGNOSE
from sundhedsklynge.ui.pages.moede_slides import change_slide
from sundhedsklynge.ui.pages.prognose import RECORD, WEEKS, YEARS, PrognosePage
from sundhedsklynge.ui.pages.prognose_correct import CorrectionForm
from sundhedsklynge.ui.pages.prognose_record import hits_in_words, in_words, leaning
from sundhedsklynge.ui.pages.prognose_why import Waterfall, waterfall
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.accuracy import Group, Record
from sundhedsklynge.workspace.importing import ImportOptions
from sundhedsklynge.workspace.movement import Movement
from tests.e2e.conftest import gop_text
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
    assert falls.cells(whole=True)[-1][:2] == ["Forventet", ""]


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
    page.chart.look_at(26 + 3)
    assert page.chart.readout.text().endswith("rettet af planlæggeren")
    page.chart.look_at(26 + 2)
    assert "rettet" not in page.chart.readout.text()
    picture = page.chart.picture()
    assert picture is not None
    assert "Prognosen er rettet af planlæggeren." in picture.told
    assert window.session.risk is not None
    assert [line[:31] for line in window.session.risk.rettelser] == ["Prognosen er rettet +50 % i uge"]
    workspace = window.session.workspace
    assert workspace is not None
    assert change_slide(workspace.meeting.view()).lines[0].startswith("✎ Prognosen er rettet +50 % i uge 51, 2026")
    window.session.steps.undo()
    np.testing.assert_allclose(mean(window), before)
    assert said(page) == []
    page.chart.look_at(26 + 3)
    assert "rettet" not in page.chart.readout.text()
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
    assert any(sentence.startswith("Kommunerne hver for sig: ramte") for sentence in sentences)
    assert page.record.given_model.rowCount() == 1
    assert "Ærlige intervaller" in page.record.pit.accessibleDescription()
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
    assert shown.index(1, 11).data() == "ikke slut"
    assert "opgjort pr. 23.11.2026" in page.years.chart.source.toolTip()


def test_that_a_new_month_and_a_new_activity_file_are_shown_when_they_come(
    corrected: MainWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    window, page = corrected, prognose(corrected)
    page.views.button(YEARS).click()
    shown = page.years.months
    november = 10
    assert shown.index(1, november).data() == "ikke slut"
    page.years.source.button("aktivitet").click()
    assert page.years.state.isVisible()
    activity = tmp_path / "aktivitet.csv"
    activity.write_text(
        "maaned;kommunekode;procedure;operationer;genoptraeningsplaner\n2025-10;219;knæ;9;8\n2026-10;219;knæ;12;10\n",
        encoding="utf-8",
    )
    assert own_workspace.import_file(activity).stored
    window.session.load()
    assert not page.years.state.isVisible()
    assert [shown.index(row, 9).data() for row in range(2)] == ["8", "10"]
    assert shown.index(2, 9).data().startswith("+25")
    page.years.source.button("planer").click()
    newer = tmp_path / "gop.csv"
    newer.write_text(gop_text(dt.date(2026, 12, 1), weeks=8), encoding="utf-8")
    assert own_workspace.import_file(newer).stored
    window.session.load()
    assert danish(shown.index(1, november).data()) > 0
    assert page.years.year.current() == "2026"


def test_that_a_new_year_is_shown_unless_another_was_chosen(
    corrected: MainWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    window, page = corrected, prognose(corrected)
    page.views.button(YEARS).click()
    assert page.years.year.current() == "2026"

    def arrives(day: dt.date) -> None:
        path = tmp_path / f"{day}.csv"
        path.write_text(gop_text(day, weeks=6), encoding="utf-8")
        assert own_workspace.import_file(path, ImportOptions(as_of=day)).stored
        window.session.load()

    arrives(dt.date(2027, 2, 1))
    assert page.years.year.current() == "2027"
    page.years.year.button("2025").click()
    arrives(dt.date(2027, 3, 1))
    assert page.years.year.current() == "2025"


def test_that_an_export_is_among_the_forecasts_given_out_when_one_looks_again(
    corrected: MainWindow, tmp_path: Path
) -> None:
    page, workspace = prognose(corrected), corrected.session.workspace
    assert workspace is not None
    page.views.button(RECORD).click()
    assert page.record.given_model.index(0, 1).data() == "vist i vinduet"
    workspace.export(tmp_path, None, ("csv",))
    page.views.button(WEEKS).click()
    page.views.button(RECORD).click()
    assert page.record.given_model.index(0, 1).data() == "vist i vinduet, eksporteret"


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


def test_that_the_scores_are_split_by_weeks_or_procedures_and_measured_in_four_ways(
    corrected: MainWindow,
) -> None:
    page = prognose(corrected)
    page.views.button(RECORD).click()
    record, shown = page.record, page.record.scores_model
    workspace = corrected.session.workspace
    assert workspace is not None
    found = workspace.accuracy.record("i_alt", "i_alt")
    assert found.whole is not None
    assert [shown.index(row, 0).data() for row in range(4)] == ["1–4", "5–8", "9–12", "alle"]
    assert [shown.index(0, 3).data(), shown.index(0, 4).data()] == [
        f"{found.groups[0].hits[1]} af {found.groups[0].n}",
        f"{found.groups[0].held[1]:.0f}",
    ]
    record.by.button("indgreb").click()
    assert [shown.index(row, 0).data() for row in range(4)] == ["Knæ", "Hofte", "Skulder", "Alle indgreb"]
    assert shown.index(3, 3).data() == f"{found.whole.hits[1]} af {found.whole.n}"
    for measure, values, decimals in (("fejl", found.whole.errors, 1), ("wis", found.whole.wis, 2)):
        record.measure.button(measure).click()
        assert shown.columnCount() == 6
        assert danish(shown.index(3, 1).data()) == round(values["model"], decimals)
        assert danish(shown.index(3, 3).data()) == round(values["sidste_aar"], decimals)
    record.measure.button("slog").click()
    assert shown.index(3, 1).data() == f"{found.whole.beaten['middel8']} af {found.whole.of}"


def group(n: int, above: float, hits: tuple[int, int, int] = (20, 41, 47)) -> Group:
    errors = {"model": 1.0, "middel8": 1.4, "sidste_aar": 1.2, "booket_rate": 2.0, "pickup": 1.1}
    return Group(
        "1-4",
        n,
        hits,
        (24.0, 39.4, 46.0),
        (3.0, 2.6, 1.4),
        errors,
        errors,
        {"middel8": 11, "sidste_aar": 9, "booket_rate": 12, "pickup": 8},
        12,
        above,
        np.full(10, 0.1),
    )


def test_that_the_record_speaks_a_planners_language() -> None:
    days = (dt.date(2025, 11, 24), dt.date(2026, 10, 26))
    record = Record("kommune", "219", "alle", days, (group(48, 25),))
    first, second, third = in_words(record, "Hillerød")
    assert first == "Hillerød: 2 prognoser regnet som på dagen, fra 24.11.2025 til 26.10.2026."
    assert second == (
        "Uge 1–4 frem: ramte inden for 80 %-intervallet 41 af 48 uger; ventet 39: som det skal være. Slog sidste års tal i 9 af 12."
    )
    assert hits_in_words(group(48, 25, (20, 30, 47))).endswith(
        "30 af 48 uger; ventet 39: for få, intervallerne er for smalle"
    )
    assert hits_in_words(group(48, 25, (20, 48, 48))).endswith(
        "48 af 48 uger; ventet 39: for mange, intervallerne er for brede"
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


def test_that_a_record_without_outcomes_draws_no_bars(corrected: MainWindow) -> None:
    page = prognose(corrected)
    page.views.button(RECORD).click()
    assert page.record.pit.isVisible()
    page.record.show_record(Record("i_alt", "i_alt", "alle", (dt.date(2026, 10, 26),), ()), (), "I alt")
    assert not page.record.pit.isVisible()
