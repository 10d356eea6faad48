"""Frist, settings where they are used: the private alternative, its price table, the share of slots; each from a day on."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.ui.pages import MOEDE, OVERBLIK
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.frist_view import AreaView
from sundhedsklynge.ui.pages.moede import MoedePage
from sundhedsklynge.ui.pages.moede_slides import COMPARED, RISK
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import read_what_if
from tests.ui.frist_page import AS_OF, HILLEROED, frist
from tests.ui.reading import column, room, shown


def test_that_there_are_no_kroner_before_share_and_price_are_set(frist_page: FristPage) -> None:
    model = frist_page.desk.private.table_model
    assert model.rowCount() == 1
    frist_page.desk.private.fields["privat.andel"].setText("30 %")
    frist_page.desk.private.fields["privat.andel"].editingFinished.emit()
    assert model.rowCount() == 3
    frist_page.desk.private.fields["privat.pris"].setText("9500")
    frist_page.desk.private.fields["privat.pris"].editingFinished.emit()
    assert model.rowCount() == 5
    frist_page.session.steps.undo()
    assert model.rowCount() == 3
    assert frist_page.desk.private.fields["privat.pris"].text() == ""


def test_that_a_share_that_cannot_be_used_is_refused_and_put_back(frist_page: FristPage) -> None:
    field = frist_page.desk.private.fields["privat.andel"]
    field.setText("mange")
    field.editingFinished.emit()
    assert frist_page.notices()
    assert field.text() == ""


def test_that_the_share_of_slots_is_asked_for_where_data_hold_three_procedures_only(frist_page: FristPage) -> None:
    assert frist_page.desk.slot_share.isVisibleTo(frist_page)
    assert frist_page.view is not None
    late = frist_page.view.plan.expected_late
    frist_page.desk.slot_share.setText("50 %")
    frist_page.desk.slot_share.editingFinished.emit()
    assert frist_page.view.plan.expected_late > late


def said_on(page: QWidget) -> str:
    """What every label and button in sight on a page says, whole."""
    labels = [label.accessibleName() or label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    return " ".join([*labels, *(b.accessibleName() for b in page.findChildren(QAbstractButton) if b.isVisible())])


def test_that_every_page_with_the_risk_says_it_is_too_low_until_the_share_is_stated(frist_page: FristPage) -> None:
    window = frist_page.window()
    assert isinstance(window, MainWindow)
    room(frist_page).scenarios.save("Travlt", read_what_if("aktivitet +30 %"))

    def too_low() -> list[bool]:
        said = [said_on(shown(window, OVERBLIK, OverblikPage))]
        said += [said_on(frist(window, place)) for place in (HILLEROED, None)]
        meeting = shown(window, MOEDE, MoedePage)
        for step in (RISK, COMPARED):
            meeting.steps.button(step).click()
            said.append(said_on(meeting))
        return ["Risikoen er for lav, hvis andre planer" in line for line in said]

    assert too_low() == [True] * 5
    for share in ("80 %", "100 %"):  # that others use none of the slots may be said too
        field = frist(window, HILLEROED).desk.slot_share
        field.setText(share)
        field.editingFinished.emit()
        assert too_low() == [False] * 5
        assert frist(window, HILLEROED).desk.slot_share.text() == share
        frist_page.session.steps.undo()
        assert frist(window, HILLEROED).desk.slot_share.text() == ""


def test_that_a_setting_holds_from_the_as_of_date_unless_another_is_chosen(frist_page: FristPage) -> None:
    private = frist_page.desk.private
    assert private.since.valid_from == AS_OF
    private.fields["privat.andel"].setText("30 %")
    private.fields["privat.andel"].editingFinished.emit()
    settings = room(frist_page).settings()
    assert settings.text("privat.andel", AS_OF) == "30 %"
    assert settings.text("privat.andel", AS_OF - dt.timedelta(days=1)) == ""
    assert "30 % fra 23.11.2026" in private.fields["privat.andel"].toolTip()
    frist_page.session.steps.undo()
    assert room(frist_page).settings().stored("privat.andel") == ()
    private.since.kind.setCurrentIndex(private.since.kind.findData("altid"))
    private.fields["privat.andel"].setText("40 %")
    private.fields["privat.andel"].editingFinished.emit()
    assert room(frist_page).settings().text("privat.andel", dt.date(2020, 1, 1)) == "40 %"


def test_that_the_share_of_slots_too_holds_from_a_day(frist_page: FristPage) -> None:
    frist_page.desk.slot_share.setText("50 %")
    frist_page.desk.slot_share.editingFinished.emit()
    (stored,) = room(frist_page).settings().stored("frist.andel_pladser")
    assert (stored.text, stored.valid_from) == ("50 %", AS_OF)


def add_package(page: FristPage, name: str, procedures: tuple[str, ...], price: str) -> None:
    prices = page.desk.private.prices
    prices.name.setText(name)
    for procedure, box in prices.procedures.items():
        box.setChecked(procedure in procedures)
    prices.price.setText(price)
    prices.keep.click()


def test_that_the_price_table_is_written_mended_and_undone_on_the_page(frist_page: FristPage) -> None:
    prices = frist_page.desk.private.prices
    assert prices.table_model.rowCount() == 0  # shipped empty
    assert "kun antal" in frist_page.desk.private.said.text()
    frist_page.desk.private.fields["privat.andel"].setText("50 %")
    frist_page.desk.private.fields["privat.andel"].editingFinished.emit()
    add_package(frist_page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "9.500")
    add_package(frist_page, "02 Overekstremitet kirurgisk", ("skulder",), "8.200,50")
    assert column(prices.table, "Pakke") == ["01 Underekstremitet kirurgisk", "02 Overekstremitet kirurgisk"]
    assert column(prices.table, "Indgreb") == ["knæ, hofte", "skulder"]
    assert column(prices.table, "Pris pr. forløb, kr.") == ["9.500", "8.200,50"]
    assert "Forventet udgift til private tilbud" in frist_page.desk.private.said.text()
    assert frist_page.view is not None
    assert frist_page.view.plan.money is not None
    assert frist_page.view.plan.money.kroner is not None
    prices.table.select_row(0)
    assert prices.name.text() == "01 Underekstremitet kirurgisk"
    add_package(frist_page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "10.000")
    assert column(prices.table, "Pris pr. forløb, kr.") == ["10.000", "8.200,50"]
    prices.table.select_row(1)
    prices.remove.click()
    assert column(prices.table, "Pakke") == ["01 Underekstremitet kirurgisk"]
    frist_page.session.steps.undo()
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
    frist_page: FristPage, name: str, procedures: tuple[str, ...], price: str, said: str
) -> None:
    add_package(frist_page, "01 Underekstremitet kirurgisk", ("knæ", "hofte"), "9.500")
    add_package(frist_page, name, procedures, price)
    assert said in frist_page.notices()[-1].sentence.text()
    assert column(frist_page.desk.private.prices.table, "Pakke") == ["01 Underekstremitet kirurgisk"]


def test_that_an_area_has_its_own_cost_by_week_and_quarter(frist_page: FristPage) -> None:
    frist_page.session.choose(Scope(frist_page.session.scope.area))
    private = frist_page.area.private
    assert private.table_model.rowCount() == 1
    private.fields["privat.andel"].setText("50 %")
    private.fields["privat.andel"].editingFinished.emit()
    private.fields["privat.pris"].setText("9000")
    private.fields["privat.pris"].editingFinished.emit()
    private.fields["pladser.pris"].setText("800")
    private.fields["pladser.pris"].editingFinished.emit()
    assert private.table_model.rowCount() == 5
    assert private.table_model.headerData(12, Qt.Orientation.Horizontal) == "4. kv. 2026"
    view = frist_page.area.view
    assert view is not None
    assert view.plan.money is not None
    assert view.plan.money.kroner is not None
    assert set(view.plan.codes) == {217, 219, 250}
    assert "ekstra pladser" in private.said.text()


def test_that_a_price_for_what_the_data_lack_is_kept_and_cannot_be_written_twice(frist_page: FristPage) -> None:
    prices = frist_page.desk.private.prices
    assert "andre" not in prices.procedures
    prices.stored.emit("privat.priser", "01 Underekstremitet (knæ, andre): 9500")
    prices.table.select_row(0)
    prices.price.setText("9.900")
    prices.keep.click()
    assert room(frist_page).settings().text("privat.priser", AS_OF) == "01 Underekstremitet (knæ, andre): 9900"
    add_package(frist_page, "02 Overekstremitet", ("andre",), "8.200")
    assert "Andre har en pris i to pakker" in frist_page.notices()[-1].sentence.text()


def test_that_what_is_being_typed_stays_when_results_arrive(frist_page: FristPage) -> None:
    frist_page.desk.show_part("privat")
    frist_page.desk.private.show_part("priser")
    field = frist_page.desk.private.fields["privat.andel"]
    field.setFocus()
    QTest.keyClicks(field, "35")
    assert frist_page.view is not None
    frist_page.desk.private.show_money(frist_page.view.money, frist_page.view.as_of)
    assert field.text() == "35"
    QTest.keyClicks(field, " x")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert frist_page.notices()
    assert field.text() == ""  # refused: what is stored is put back


def test_that_figures_of_another_area_go_at_once_and_stay_away_when_it_cannot_be_read(
    frist_page: FristPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, area = frist_page.session, frist_page.area
    session.choose(Scope(session.scope.area))
    area.show_part("scenarier")
    assert area.scenarios.isVisibleTo(frist_page)
    area.show_part("privat")
    assert area.private.isVisibleTo(frist_page)
    with monkeypatch.context() as refusing:

        def refuse(*_: object) -> AreaView:
            raise UserError("Kan ikke læses.", "Prøv igen.")

        refusing.setattr("sundhedsklynge.ui.pages.frist.read_area", refuse)
        one = session.municipalities_in_scope()[:1]
        refusing.setattr(session, "municipalities_in_scope", lambda: one)
        session.scope_changed.emit()
        for part, panel in (("privat", area.private), ("scenarier", area.scenarios)):
            area.show_part(part)
            assert not panel.isVisibleTo(frist_page)
            assert area.state.isVisibleTo(frist_page)
        assert "Kan ikke læses." in [said.text() for said in area.state.findChildren(QLabel)]
    session.scope_changed.emit()
    assert area.scenarios.isVisibleTo(frist_page)
