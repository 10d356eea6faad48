"""Frist, settings where they are used: the private alternative, its price table, the share of slots; each from a day on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import AS_OF, HILLEROED, column, copy_of, frist, room


@pytest.fixture
def own_copy(filled_database: str, tmp_path: Path) -> Workspace:
    return copy_of(filled_database, tmp_path)


@pytest.fixture
def page(make_window: MakeWindow, own_copy: Workspace) -> FristPage:
    """Frist on Hillerød, on a database that may be changed."""
    return frist(make_window(own_copy), HILLEROED)


def test_that_there_are_no_kroner_before_share_and_price_are_set(page: FristPage) -> None:
    model = page.desk.private.table_model
    assert model.rowCount() == 1
    page.desk.private.fields["privat.andel"].setText("30 %")
    page.desk.private.fields["privat.andel"].editingFinished.emit()
    assert model.rowCount() == 3
    page.desk.private.fields["privat.pris"].setText("9500")
    page.desk.private.fields["privat.pris"].editingFinished.emit()
    assert model.rowCount() == 5
    page.session.steps.undo()
    assert model.rowCount() == 3
    assert page.desk.private.fields["privat.pris"].text() == ""


def test_that_a_share_that_cannot_be_used_is_refused_and_put_back(page: FristPage) -> None:
    field = page.desk.private.fields["privat.andel"]
    field.setText("mange")
    field.editingFinished.emit()
    assert page.notices()
    assert field.text() == ""


def test_that_the_share_of_slots_is_asked_for_where_data_hold_three_procedures_only(page: FristPage) -> None:
    assert page.desk.slot_share.isVisibleTo(page)
    assert page.view is not None
    late = page.view.plan.expected_late
    page.desk.slot_share.setText("50 %")
    page.desk.slot_share.editingFinished.emit()
    assert page.view.plan.expected_late > late


def test_that_a_setting_holds_from_the_as_of_date_unless_another_is_chosen(page: FristPage) -> None:
    private = page.desk.private
    assert private.since.valid_from == AS_OF
    private.fields["privat.andel"].setText("30 %")
    private.fields["privat.andel"].editingFinished.emit()
    settings = room(page).settings()
    assert settings.text("privat.andel", AS_OF) == "30 %"
    assert settings.text("privat.andel", AS_OF - dt.timedelta(days=1)) == ""
    assert "30 % fra 23.11.2026" in private.fields["privat.andel"].toolTip()
    page.session.steps.undo()
    assert room(page).settings().stored("privat.andel") == ()
    private.since.kind.setCurrentIndex(private.since.kind.findData("altid"))
    private.fields["privat.andel"].setText("40 %")
    private.fields["privat.andel"].editingFinished.emit()
    assert room(page).settings().text("privat.andel", dt.date(2020, 1, 1)) == "40 %"


def test_that_the_share_of_slots_too_holds_from_a_day(page: FristPage) -> None:
    page.desk.slot_share.setText("50 %")
    page.desk.slot_share.editingFinished.emit()
    (stored,) = room(page).settings().stored("frist.andel_pladser")
    assert (stored.text, stored.valid_from) == ("50 %", AS_OF)


def add_package(page: FristPage, name: str, procedures: tuple[str, ...], price: str) -> None:
    prices = page.desk.private.prices
    prices.name.setText(name)
    for procedure, box in prices.procedures.items():
        box.setChecked(procedure in procedures)
    prices.price.setText(price)
    prices.keep.click()


def test_that_the_price_table_is_written_mended_and_undone_on_the_page(page: FristPage) -> None:
    prices = page.desk.private.prices
    assert prices.table_model.rowCount() == 0  # shipped empty
    assert "kun antal" in page.desk.private.said.text()
    page.desk.private.fields["privat.andel"].setText("50 %")
    page.desk.private.fields["privat.andel"].editingFinished.emit()
    add_package(page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "9.500")
    add_package(page, "02 Overekstremitet kirurgisk", ("skulder",), "8.200,50")
    assert column(prices.table, "Pakke") == ["01 Underekstremitet kirurgisk", "02 Overekstremitet kirurgisk"]
    assert column(prices.table, "Indgreb") == ["knæ, hofte", "skulder"]
    assert column(prices.table, "Pris pr. forløb, kr.") == ["9.500", "8.200,50"]
    assert "Forventet udgift til private tilbud" in page.desk.private.said.text()
    assert page.view is not None
    assert page.view.plan.money is not None
    assert page.view.plan.money.kroner is not None
    prices.table.select_row(0)
    assert prices.name.text() == "01 Underekstremitet kirurgisk"
    add_package(page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "10.000")
    assert column(prices.table, "Pris pr. forløb, kr.") == ["10.000", "8.200,50"]
    prices.table.select_row(1)
    prices.remove.click()
    assert column(prices.table, "Pakke") == ["01 Underekstremitet kirurgisk"]
    page.session.steps.undo()
    assert column(prices.table, "Pakke") == ["01 Underekstremitet kirurgisk", "02 Overekstremitet kirurgisk"]


@pytest.mark.parametrize(
    ("name", "procedures", "price", "said"),
    [
        ("", ("knæ",), "9500", "Pakken er ikke gemt"),
        ("03 Andet", (), "9500", "Pakken er ikke gemt"),
        ("03 Andet", ("skulder",), "dyrt", "Pakken er ikke gemt"),
        ("03 Andet", ("knæ",), "9500", "Knæ har en pris i to pakker"),
        ("03; Andet", ("skulder",), "9500", "navn kan ikke bruges"),
    ],
)
def test_that_a_package_that_cannot_be_used_is_refused(
    page: FristPage, name: str, procedures: tuple[str, ...], price: str, said: str
) -> None:
    add_package(page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "9.500")
    add_package(page, name, procedures, price)
    assert said in page.notices()[-1].sentence.text()
    assert column(page.desk.private.prices.table, "Pakke") == ["01 Underekstremitet kirurgisk"]


def test_that_an_area_has_its_own_cost_by_week_and_quarter(page: FristPage) -> None:
    page.session.choose(Scope(page.session.scope.area))
    private = page.area.private
    assert private.table_model.rowCount() == 1
    private.fields["privat.andel"].setText("50 %")
    private.fields["privat.andel"].editingFinished.emit()
    private.fields["privat.pris"].setText("9000")
    private.fields["privat.pris"].editingFinished.emit()
    private.fields["pladser.pris"].setText("800")
    private.fields["pladser.pris"].editingFinished.emit()
    assert private.table_model.rowCount() == 5
    assert private.table_model.headerData(12, Qt.Orientation.Horizontal) == "4. kv. 2026"
    view = page.area.view
    assert view is not None
    assert view.plan.money is not None
    assert view.plan.money.kroner is not None
    assert set(view.plan.codes) == {217, 219, 250}
    assert "ekstra pladser" in private.said.text()
