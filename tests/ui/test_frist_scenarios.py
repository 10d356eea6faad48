"""Frist, scenarios: saved, compared for one municipality and for an area, exported, shown in the meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView
from python_calamine import CalamineWorkbook

from sundhedsklynge.ui.pages import MOEDE
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.moede import MoedePage
from sundhedsklynge.ui.pages.moede_slides import COMPARED, ORDER
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace, read_what_if
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import HILLEROED, frist
from tests.ui.reading import column


def test_that_scenarios_are_saved_compared_renamed_deleted_and_undone(frist_page: FristPage) -> None:
    what_if, scenarios = frist_page.desk.what_if, frist_page.desk.scenarios

    def names() -> list[str]:
        model = scenarios.table_model
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    what_if.slots.setValue(5)
    what_if.name.setText("Fem ekstra")
    what_if.save.click()
    what_if.clear()
    assert names() == ["Planen", "Fem ekstra"]
    assert scenarios.table_model.index(1, 1).data() == "+5 pladser i uge 48, 2026"
    scenarios.table.select_row(1)
    scenarios.show_it.click()
    assert what_if.slots.value() == 5
    scenarios.rename.click()
    scenarios.new_name.setText("Fem ekstra i uge 48")
    QTest.keyClick(scenarios.new_name, Qt.Key.Key_Return)
    assert names() == ["Planen", "Fem ekstra i uge 48"]
    scenarios.table.select_row(1)
    scenarios.delete.click()
    assert names() == ["Planen"]
    frist_page.session.steps.undo()
    assert names() == ["Planen", "Fem ekstra i uge 48"]


@pytest.fixture
def with_two(own_copy: Workspace) -> Workspace:
    own_copy.scenarios.save("Travlt", read_what_if("aktivitet +40 %"))
    own_copy.scenarios.save("Ekstra", read_what_if("pladser +9 2026-W50 kommune 219; pladser +9 2026-W51 kommune 219"))
    own_copy.scenarios.save("Ukendt", read_what_if("aktivitet -100 % på Ingensteds"))
    return own_copy


def test_that_a_municipality_sees_plan_and_scenarios_week_by_week(with_two: Workspace, make_window: MakeWindow) -> None:
    page = frist(make_window(with_two), HILLEROED)
    scenarios = page.desk.scenarios
    assert column(scenarios.table, "Scenarie") == ["Planen", "Ekstra", "Travlt", "Ukendt"]
    assert column(scenarios.table, "Højeste risiko")[3] == "mangler"  # it names what the data do not hold
    matrix = scenarios.matrix
    heads = [matrix.table_model.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert heads == ["Planen", "Ekstra", "Travlt"]
    assert matrix.table_model.columnCount() == 12
    matrix.measure.set_current("over_frist")
    matrix.base.setCurrentIndex(matrix.base.findText("Planen"))
    assert set(shown(matrix.table, 0)) == {"0,0"}  # the plan differs from itself in nothing
    assert any(cell.startswith("+") for cell in shown(matrix.table, 2))


def shown(table: QTableView, row: int) -> list[str]:
    model = table.model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def of_all(window: MainWindow) -> FristPage:
    page = frist(window, None)
    page.area.show_part("scenarier")
    return page


def test_that_all_municipalities_are_compared_side_by_side(with_two: Workspace, make_window: MakeWindow) -> None:
    page = of_all(make_window(with_two))
    scenarios = page.area.scenarios
    compared = with_two.scenarios.compare(["Ekstra", "Travlt"], None, 12)
    late = [float(cell.replace(",", ".")) for cell in column(scenarios.table, "Over frist")[:3]]
    assert late == [pytest.approx(outcome.expected_late, abs=0.051) for outcome in compared.outcomes]
    assert column(scenarios.table, "Ændringer")[1].endswith("i Hillerød")
    assert "Ekstra sænker" in scenarios.said.toolTip()
    matrix = scenarios.matrix
    columns = [matrix.table_model.headerData(c, Qt.Orientation.Horizontal) for c in range(3)]
    assert columns == ["Planen", "Ekstra", "Travlt"]
    names = [matrix.table_model.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert sorted(names) == ["Frederikssund", "Helsingør", "Hillerød"]
    matrix.measure.set_current("over_frist")
    matrix.base.setCurrentIndex(matrix.base.findText("Travlt"))
    hilleroed = shown(matrix.table, names.index("Hillerød"))
    assert hilleroed[2] == "0,0"
    assert hilleroed[1].startswith("−")


def test_that_a_scenario_for_every_municipality_is_saved_on_the_page_of_all(
    own_copy: Workspace, make_window: MakeWindow
) -> None:
    page = of_all(make_window(own_copy))
    page.area.what_if.slots.setValue(3)
    page.area.what_if.name.setText("Tre mere")
    page.area.what_if.save.click()
    assert column(page.area.scenarios.table, "Scenarie") == ["Planen", "Tre mere"]
    assert own_copy.scenarios.get("Tre mere").changes.text() == "pladser +3 uge 48, 2026"
    page.session.steps.undo()
    assert column(page.area.scenarios.table, "Scenarie") == ["Planen"]


@pytest.mark.parametrize("municipality", [HILLEROED, None])
def test_that_what_is_compared_is_exported_from_the_page(
    with_two: Workspace, make_window: MakeWindow, tmp_path: Path, municipality: int | None
) -> None:
    page = of_all(make_window(with_two)) if municipality is None else frist(make_window(with_two), municipality)
    (page.export_area if municipality is None else page.export_scenarios)(tmp_path / "ud")
    names = sorted(path.suffix for path in (tmp_path / "ud").iterdir())
    assert names == [".csv", ".csv", ".csv", ".csv", ".xlsx"]
    (book,) = (tmp_path / "ud").glob("*.xlsx")
    rows = CalamineWorkbook.from_path(book).get_sheet_by_name("Kommuner").to_python()[4:]
    assert {row[0] for row in rows} == {"planen", "Ekstra", "Travlt"}
    places = {row[2] for row in rows}
    assert places == ({"Frederikssund", "Helsingør", "Hillerød"} if municipality is None else {"Hillerød"})
    assert "Eksporteret" in page.notices()[-1].sentence.text()


def test_that_the_meeting_shows_the_scenarios(with_two: Workspace, make_window: MakeWindow) -> None:
    window = make_window(with_two)
    window.show_page(MOEDE)
    page = window.current_page
    assert isinstance(page, MoedePage)
    page.go(ORDER.index(COMPARED) - ORDER.index(page.steps.current()))
    slide = page.slide.slide
    assert slide is not None
    assert slide.question == "Hvad nu hvis?"
    assert list(slide.columns[0].values) == ["Planen", "Ekstra", "Travlt"]
    assert "Travlt øger de ventede overskridelser mest" in slide.answer
