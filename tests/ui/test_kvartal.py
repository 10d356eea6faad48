"""The quarter page on the demo: tables against the room, charts and their words."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QTableView
from pytestqt.qtbot import QtBot

from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.spc import ChartKind
from sundhedsklynge.demo.quarterly import EARLIER_HOSPITAL
from sundhedsklynge.ui.pages import KVARTAL
from sundhedsklynge.ui.pages.kvartal import ENTRY, OFFERS, PLANS, TREATMENT, YEAR, KvartalPage
from sundhedsklynge.ui.pages.kvartal_beside import AREAS, DRIFT, FIGURES, HOSPITALS, PLACES, WARDS
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.quarterly import Ground, Quarterly
from tests.ui.conftest import MakeWindow
from tests.ui.quarter_page import COMPLETE, CONTACTS, COVERED, HILLEROED, HOMES, NORTH, beside, opened
from tests.ui.reading import column, room

# Indicators


def test_that_the_summary_has_one_row_an_indicator_with_share_and_counts_together(quarter_page: KvartalPage) -> None:
    part = quarter_page.treatment
    assert column(part.table, "Indikator")[3] == "Plejehjem med fast læge"
    row = room(quarter_page).quarterly.summary()[3]
    assert row.indicator.key == HOMES
    assert column(part.table, "n/N")[3] == f"{row.latest.numerator}/{row.latest.denominator}"
    assert column(part.table, "Andel")[3] == "42,1 %"
    assert column(part.table, "Mål")[3] == "100 %"
    assert column(part.table, "Status")[3] == "ikke nået"
    assert column(part.table, "Status")[0] == "intet mål"


def test_that_a_rate_reads_per_hundred(quarter_page: KvartalPage) -> None:
    contacts, discharges = column(quarter_page.treatment.table, "n/N")[1].replace(".", "").split("/")
    rate = f"{100 * int(contacts) / int(discharges):.1f}".replace(".", ",")
    assert column(quarter_page.treatment.table, "Andel")[1] == f"{rate} pr. 100"


def test_that_a_click_on_a_row_opens_its_chart_with_the_sentence_under_it(quarter_page: KvartalPage) -> None:
    part = quarter_page.treatment
    index = part.model.index(3, 0)
    QTest.mouseClick(part.table.viewport(), Qt.MouseButton.LeftButton, pos=part.table.visualRect(index).center())
    assert part.chart.shown is not None
    assert part.chart.shown.series.control.kind is ChartKind.STEP
    assert part.why.text() == room(quarter_page).quarterly.chart(HOMES).sentence
    assert part.basis.text() == "Antal plejehjem med læge af alle plejehjem, også ukendte."


def test_that_enter_on_a_row_moves_to_the_chart_which_reads_by_arrow_keys(quarter_page: KvartalPage) -> None:
    part = quarter_page.treatment
    part.table.setFocus()
    QTest.keyClick(part.table, Qt.Key.Key_Return)
    assert part.chart.hasFocus()
    newest = part.chart.readout.toolTip()
    QTest.keyClick(part.chart, Qt.Key.Key_Left)
    assert newest.startswith("3. kvartal 2026: 72,7 % (777/1.069)")
    assert part.chart.readout.toolTip().startswith("2. kvartal 2026: 67,4 % (682/1.012)")


def test_that_the_target_group_stands_by_the_72_hour_figures(quarter_page: KvartalPage) -> None:
    quarter_page.treatment.choose(COVERED)
    assert "Målgruppe: indlagt mindst 24 timer" in quarter_page.treatment.basis.text()


def test_that_the_summary_says_that_copenhagen_counts_once(quarter_page: KvartalPage) -> None:
    assert quarter_page.treatment.twice.isVisible()
    assert quarter_page.treatment.twice.text().startswith("København ligger i to klynger")
    quarter_page.session.choose(Scope(NORTH))
    assert not quarter_page.treatment.twice.isVisible()


def test_that_the_page_follows_the_scope(quarter_page: KvartalPage) -> None:
    quarter_page.session.choose(Scope(NORTH, HILLEROED))
    chosen = room(quarter_page).quarterly.summary("kommune", str(HILLEROED))[0].latest
    assert column(quarter_page.treatment.table, "n/N")[0] == f"{chosen.numerator}/{chosen.denominator}"
    assert quarter_page.subtitle == "Hillerød"


def test_that_a_place_without_figures_reads_missing_and_never_zero(own_quarter_page: KvartalPage) -> None:
    workspace = room(own_quarter_page)
    nursing = [info for info in workspace.imports() if info.kind == "nursing_home"]
    for info in nursing:
        workspace.undo_import(info.id)
    own_quarter_page.session.load()
    part = own_quarter_page.treatment
    assert column(part.table, "Andel")[3:] == ["mangler", "mangler"]
    assert column(part.table, "Status")[3:] == ["mangler", "mangler"]
    part.choose(HOMES)
    assert not part.chart.isVisible()
    assert "ikke nul" in part.why.text()


def test_that_the_table_twin_tells_what_the_chart_shows(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, COVERED, FIGURES)
    view = room(quarter_page).quarterly.chart(COVERED)
    assert column(table, "Kvartal") == list(reversed(view.series.quarters))
    assert column(table, "n/N")[0] == "777/1.069"
    assert column(table, "95 %")[0] == "69,9–75,3"


def test_that_hospitals_stand_side_by_side_best_first(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, COVERED, HOSPITALS)
    wanted = [cell.place.name for cell in room(quarter_page).quarterly.hospitals(COVERED)]
    assert column(table, "Hospital") == wanted
    assert beside(quarter_page.treatment, HOMES, HOSPITALS).isVisible() is False
    assert "ikke på hospitaler" in quarter_page.treatment.beside.said.text()


def test_that_unknown_homes_are_always_shown(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, HOMES, PLACES)
    known = {place.name: cell for place, cell in room(quarter_page).quarterly.municipalities(HOMES)}
    shown = dict(zip(column(table, "Kommune"), column(table, "Ukendt"), strict=True))
    assert shown == {name: str(cell.unknown) for name, cell in known.items() if cell is not None}
    assert "1" in shown.values()


def test_that_enter_on_a_municipality_chooses_it_in_the_scope(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, HOMES, PLACES)
    row = column(table, "Kommune").index("Hillerød")
    table.setCurrentIndex(table.model().index(row, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert quarter_page.session.scope.municipality == HILLEROED


def test_that_the_watch_for_early_discharge_tells_every_hospital_and_figure(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, CONTACTS, DRIFT)
    drifts = room(quarter_page).quarterly.drift()
    assert column(table, "Hospital") == [drift.hospital for drift in drifts]
    assert "liggetid" in quarter_page.treatment.beside.said.text()
    assert {drift.hospital for drift in drifts if drift.drifting} == {EARLIER_HOSPITAL}


def test_that_areas_can_be_shown_by_council_before_they_begin(quarter_page: KvartalPage) -> None:
    table = beside(quarter_page.treatment, HOMES, AREAS)
    assert "Klynge Nord" in column(table, "Område")
    quarter_page.organisation.setCurrentIndex(2)
    quarter_page.organisation.activated.emit(2)
    assert "Amager og Vestegnen" in column(table, "Område")
    assert not any("Klynge" in name for name in column(table, "Område"))


def test_that_an_area_of_the_other_organisation_opens_on_the_page_and_lets_go_again(quarter_page: KvartalPage) -> None:
    quarter_page.organisation.setCurrentIndex(2)
    quarter_page.organisation.activated.emit(2)
    table = beside(quarter_page.treatment, HOMES, AREAS)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert quarter_page.elsewhere.isVisible()
    assert quarter_page.treatment.chart.accessibleName() == "Plejehjem med fast læge, Amager og Vestegnen"
    quarter_page.elsewhere.findChildren(QAbstractButton)[0].click()
    assert not quarter_page.elsewhere.isVisible()
    assert quarter_page.treatment.chart.accessibleName() == "Plejehjem med fast læge, I alt"


def test_that_a_cluster_that_the_councils_do_not_have_gives_way_to_the_whole(quarter_page: KvartalPage) -> None:
    quarter_page.session.choose(Scope(NORTH))
    quarter_page.organisation.setCurrentIndex(2)
    quarter_page.organisation.activated.emit(2)
    assert quarter_page.sight().code == "i_alt"
    assert quarter_page.elsewhere.isVisible()


# Charts with limits


def test_that_limits_signals_and_a_new_phase_are_drawn_and_said(own_quarter_page: KvartalPage) -> None:
    workspace = room(own_quarter_page)
    quarters = [f"{year}K{k}" for year in (2021, 2022, 2023) for k in (1, 2, 3, 4)]
    early = [TreatmentEntry(quarter, HILLEROED, "Nordsjællands Hospital", 30, 9, 6, 2) for quarter in quarters]
    workspace.quarterly.save_entries(early, confirmed=True)
    own_quarter_page.session.load()
    own_quarter_page.session.choose(Scope(NORTH, HILLEROED))
    part = own_quarter_page.treatment
    part.choose(COVERED)
    view = part.chart.shown
    assert view is not None
    assert view.series.control.kind is ChartKind.P
    assert view.series.control.signals
    assert "◆" in part.signals.text()
    assert "forbedring" in column(part.table, "Variation")[0]
    assert "Grænser" in [
        str(part.beside.model.headerData(c, Qt.Orientation.Horizontal)) for c in range(part.beside.model.columnCount())
    ]
    form = own_quarter_page.entry.remarks
    own_quarter_page.show_part(ENTRY)
    own_quarter_page.entry.show_kind("noter")
    form.text.setText("Nyt samarbejde")
    form.day.setDate(QDate(2025, 1, 15))
    form.anew.setChecked(True)
    form.save.click()
    own_quarter_page.show_part(TREATMENT)
    assert "Regnet om fra 15.01.2025: Nyt samarbejde" in part.why.text()
    assert len(part.chart.shown.series.control.phases) == 2  # type: ignore[union-attr]
    own_quarter_page.session.steps.undo()
    assert "Regnet om" not in part.why.text()


# Quality of plans


def test_that_quality_is_told_by_department_over_time(quarter_page: KvartalPage) -> None:
    quarter_page.show_part(PLANS)
    table = beside(quarter_page.plans, COMPLETE, WARDS)
    frame = room(quarter_page).quarterly.quality(("hospital", "department"))
    rows = frame[(frame["indicator"] == COMPLETE) & (frame["quarter"] == "2026K3") & (frame["department"] != "")]
    wanted = {(r.hospital, r.department): f"{r.numerator:.0f}/{r.denominator:.0f}" for r in rows.itertuples()}
    keys = zip(column(table, "Hospital"), column(table, "Afdeling"), strict=True)
    assert dict(zip(keys, column(table, "n/N"), strict=True)) == wanted


def test_that_the_quality_chart_says_why_it_has_no_limits(quarter_page: KvartalPage) -> None:
    quarter_page.show_part(PLANS)
    quarter_page.plans.choose(COMPLETE)
    assert quarter_page.plans.why.text().startswith("Seriediagram: 11 kvartaler")


# Year on year


def test_that_year_on_year_tells_both_years_and_the_change(quarter_page: KvartalPage) -> None:
    quarter_page.show_part(YEAR)
    part = quarter_page.year
    view = room(quarter_page).quarterly.year_on_year()
    model = part.model
    march = [str(model.index(row, 2).data()) for row in range(3)]
    assert march == [str(view.rows[2].last_year), str(view.rows[2].this_year), "+7,2 %"]
    assert str(model.index(1, 10).data()) == "ikke slut"
    assert part.chart.readout.toolTip().endswith("ændring +3,9 %")


def test_that_operations_reported_have_their_own_figure(quarter_page: KvartalPage) -> None:
    quarter_page.show_part(YEAR)
    quarter_page.year.source.button("operationer").click()
    assert quarter_page.year.chart.accessibleName().startswith("Indberettede operationer pr. måned")
    october = room(quarter_page).quarterly.year_on_year(source="aktivitet", measure="operations").rows[9]
    assert str(quarter_page.year.model.index(1, 9).data()) == str(october.this_year)


def test_that_an_earlier_year_can_be_chosen(quarter_page: KvartalPage) -> None:
    quarter_page.show_part(YEAR)
    part = quarter_page.year
    part.year.setCurrentIndex(part.year.findData(2025))
    part.year.activated.emit(part.year.currentIndex())
    assert str(part.model.headerData(1, Qt.Orientation.Vertical)) == "2025"


# The page


def test_that_quarterly_files_alone_are_enough(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    own_page = opened(make_window(own_workspace))
    assert own_page.treatment.state.isVisible()
    told = "kvartal;kommunekode;plejehjem;plejehjem_med_laege;plejehjem_ukendt\n2026K3;219;5;4;0\n"
    (tmp_path / "plejehjem.csv").write_text(told, encoding="utf-8")
    assert own_workspace.import_file(tmp_path / "plejehjem.csv").refused is None
    own_page.session.load()
    assert "4/5" in column(own_page.treatment.table, "n/N")


def test_that_every_control_has_an_accessible_name(own_quarter_page: KvartalPage) -> None:
    for show in (lambda key=key: own_quarter_page.show_part(key) for key in (TREATMENT, PLANS, YEAR, OFFERS, ENTRY)):
        show()
        kinds = (QAbstractButton, QComboBox, QLineEdit, QTableView, QAbstractSpinBox)
        for kind in kinds:
            for control in own_quarter_page.findChildren(kind):
                if control.isVisible() and not isinstance(control.parent(), QComboBox | QAbstractSpinBox | QTableView):
                    said = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
                    assert said, f"{type(control).__name__} in {own_quarter_page.segments.current()}"


def test_that_changes_on_another_page_are_read_when_the_page_is_seen_again(own_quarter_page: KvartalPage) -> None:
    workspace = room(own_quarter_page)
    window = own_quarter_page.window()
    assert isinstance(window, MainWindow)
    window.show_page("data")
    workspace.quarterly.save_entries([HomeEntry("2026K3", HILLEROED, 8, 8)], confirmed=True)
    own_quarter_page.session.load()
    window.show_page(KVARTAL)
    assert column(own_quarter_page.treatment.table, "n/N")[3] == "124/290"


def test_that_nothing_is_read_in_the_thread_of_the_window(
    make_window: MakeWindow, own_demo: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[threading.Thread] = []
    ground = Quarterly.ground

    def watched(self: Quarterly, *args: Any, **named: Any) -> Ground:
        readers.append(threading.current_thread())
        return ground(self, *args, **named)

    monkeypatch.setattr(Quarterly, "ground", watched)
    monkeypatch.setattr("sundhedsklynge.ui.session.Session._load_outlook", lambda *_: None)
    window = make_window(own_demo, synchronous=False)
    qtbot.waitUntil(lambda: window.session.ground is not None, timeout=30000)
    page = opened(window)
    for key in (TREATMENT, PLANS, YEAR, OFFERS, ENTRY):
        page.show_part(key)
        qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=30000)
    assert page.treatment.chart.shown is not None
    assert page.plans.chart.shown is not None
    assert readers
    assert threading.main_thread() not in readers
