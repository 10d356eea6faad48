"""What every page says when data are missing, being computed, or could not be computed: why, and the way on."""

from __future__ import annotations

import datetime as dt
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.gaps import LEAST_WEEKS
from sundhedsklynge.ui.page import NoticeBar, Page
from sundhedsklynge.ui.pages import DATA, FRIST, KVARTAL, MOEDE, OVERBLIK, PROGNOSE, START
from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.pages.start import StartPage
from sundhedsklynge.ui.session import Scope
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.e2e.conftest import capacity_text, gop_text, plan_text
from tests.ui.conftest import MakeWindow

TEXTS: dict[str, Callable[[], str]] = {
    "gop": gop_text,
    "plan": plan_text,
    "kapacitet": capacity_text,
    "kort gop": lambda: gop_text(weeks=3),
    "kort plan": lambda: plan_text(snapshots=3),
}
LACKING: dict[str, tuple[tuple[str, ...], str]] = {
    "only plans received": (("gop",), "Der er ingen operationsplaner"),
    "only plans": (("plan",), "Der er ingen modtagne genoptræningsplaner"),
    "three weeks": (("kort gop", "kort plan", "kapacitet"), f"Importér planer fra mindst {LEAST_WEEKS} uger"),
    "no slots": (("gop", "plan"), "Der er ingen pladser, så risikoen er ukendt"),
}


def workspace_with(tmp_path: Path, names: tuple[str, ...]) -> Workspace:
    workspace = Workspace.open(str(tmp_path / "egen.sqlite"), create=True)
    for name in names:
        path = tmp_path / f"{name}.csv"
        path.write_text(TEXTS[name](), encoding="utf-8")
        report = workspace.import_file(path)
        assert report.stored, report.refused
    return workspace


def said(widget: QWidget) -> str:
    """All that is to be read in the visible part of `widget`."""
    QApplication.processEvents()  # what was just put in a layout is shown
    texts = [found.text() for found in widget.findChildren(QLabel) if found.isVisible()]
    for table in widget.findChildren(QTableView):
        model = table.model()
        if table.isVisible():
            texts += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
            ]
    return "\n".join(texts)


def offered(widget: QWidget) -> list[str]:
    return [found.text() for found in widget.findChildren(QPushButton) if found.isVisible()]


def gap_bar(window: MainWindow) -> NoticeBar | None:
    """The notice of missing data above the page, which is not the page's own."""
    QApplication.processEvents()
    page = window.current_page
    bars = [bar for bar in window.findChildren(NoticeBar) if bar.isVisible()]
    return next((bar for bar in bars if page is None or not page.isAncestorOf(bar)), None)


def current(window: MainWindow) -> Page:
    assert window.current_page is not None
    return window.current_page


# Too little data -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", LACKING)
def test_that_each_lack_is_told_above_the_pages_it_bears_on_with_a_way_to_mend_it(
    make_window: MakeWindow, tmp_path: Path, state: str
) -> None:
    files, sentence = LACKING[state]
    window = make_window(workspace_with(tmp_path, files))
    for key in (OVERBLIK, FRIST):
        window.show_page(key)
        bar = gap_bar(window)
        assert bar is not None
        assert sentence in bar.sentence.text()
        assert "Importér filer" in offered(bar)
    window.show_page(PROGNOSE)
    bar = gap_bar(window)
    assert (bar is None) == (state == "no slots")
    window.show_page(DATA)
    assert gap_bar(window) is None


@pytest.mark.parametrize("state", LACKING)
def test_that_no_page_is_blank_or_says_nan_whatever_is_missing(
    make_window: MakeWindow, tmp_path: Path, state: str
) -> None:
    window = make_window(workspace_with(tmp_path, LACKING[state][0]))
    for municipality in (None, 219):
        window.session.choose(Scope(municipality=municipality))
        for key in window.page_keys():
            window.show_page(key)
            for name, show in (("", lambda: None), *current(window).further_states()):
                show()
                read = said(window)
                assert not re.search(r"\b(nan|inf|none|NaT)\b", read, re.IGNORECASE), (key, name)
                assert len(read) > 40, (key, name)
                busy = [bar for bar in current(window).findChildren(QProgressBar) if bar.isVisible()]
                assert not busy, (key, name)


def test_that_unknown_risk_is_not_zero_risk(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(workspace_with(tmp_path, ("gop", "plan")))
    assert isinstance(window.current_page, OverblikPage)
    figures = [found.text() for found in current(window).findChildren(QLabel) if found.property("kind") == "figure"]
    assert figures[1:] == ["ukendt", "ukendt"]
    window.show_page(MOEDE)
    page = current(window)
    shown = ""
    for name, show in page.further_states():
        show()
        shown += said(page) if name in ("risiko", "handling") else ""
    assert "Risikoen er ukendt" in shown
    assert "Ingen pladser er kendt" in shown
    assert "Pladserne er nok" not in shown


def test_that_the_notice_goes_when_what_was_missing_comes_and_stays_away_once_closed(
    make_window: MakeWindow, tmp_path: Path
) -> None:
    window = make_window(workspace_with(tmp_path, ("gop", "plan")))
    bar = gap_bar(window)
    assert bar is not None
    bar.closed.emit()
    assert gap_bar(window) is None
    window.show_page(FRIST)
    assert gap_bar(window) is None
    window.show_page(DATA)
    path = tmp_path / "kapacitet.csv"
    path.write_text(capacity_text(), encoding="utf-8")
    window.file_door.take([path])
    window.show_page(OVERBLIK)
    assert gap_bar(window) is None


def test_that_nothing_lacks_where_nothing_lacks(window: MainWindow) -> None:
    for key in (OVERBLIK, PROGNOSE, FRIST):
        window.show_page(key)
        assert gap_bar(window) is None


# Empty -----------------------------------------------------------------------------------------------------------------------


def test_that_an_empty_database_offers_three_ways_in_and_names_what_is_read(
    make_window: MakeWindow, own_workspace: Workspace
) -> None:
    window = make_window(own_workspace)
    page = current(window)
    assert isinstance(page, StartPage)
    assert {"Åbn demo", "Importér filer", "Vælg databasefil"} <= set(offered(page))
    read = said(page)
    assert "Excel" in read
    assert "CSV" in read
    assert "kvartalstal" in read
    assert "Filer med personnumre afvises" in read


def test_that_the_start_page_opens_the_dialog_and_leads_to_the_receipt(
    make_window: MakeWindow, own_workspace: Workspace, tmp_path: Path
) -> None:
    window = make_window(own_workspace)
    page = current(window)
    assert isinstance(page, StartPage)
    path = tmp_path / "plan.csv"
    path.write_text(plan_text(snapshots=3), encoding="utf-8")
    dialog = page.ask_files()
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    assert window.current_key == DATA
    assert "er importeret som operationsplan" in said(current(window))


def test_that_slots_alone_leave_the_start_page_saying_what_is_missing(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window(workspace_with(tmp_path, ("kapacitet",)))
    assert window.current_key == START
    assert "hverken operationsplaner eller genoptræningsplaner" in said(current(window))


def test_that_every_page_of_an_empty_database_says_what_to_do(
    make_window: MakeWindow, own_workspace: Workspace
) -> None:
    window = make_window(own_workspace)
    for key in (KVARTAL, DATA):
        window.show_page(key)
        for _, show in (("", lambda: None), *current(window).further_states()):
            show()
            assert offered(current(window))
            assert "i_alt" not in said(window)


# Errors and work under way ---------------------------------------------------------------------------------------------------


PAGES_OF_FIGURES = (OVERBLIK, PROGNOSE, FRIST, MOEDE)


@pytest.mark.parametrize("key", PAGES_OF_FIGURES)
def test_that_an_error_of_a_job_says_so_and_can_be_tried_again(
    make_window: MakeWindow, tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    workspace = workspace_with(tmp_path, ("kort gop", "kort plan", "kapacitet"))
    with monkeypatch.context() as broken:

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("a bug")

        broken.setattr(workspace, "forecast", fail)
        window = make_window(workspace)
        window.show_page(key)
        page = current(window)
        assert page.state.isVisible()
        assert "Der skete en fejl i programmet. Data er ikke ændret." in said(page)
    (again,) = [found for found in page.state.findChildren(QPushButton) if found.isVisible()]
    assert again.text() == "Regn igen"
    again.click()
    assert page.content.isVisible()


def test_that_a_date_without_data_leads_back_to_the_newest(window: MainWindow) -> None:
    window.session.choose_as_of(dt.date(2020, 1, 6))
    page = current(window)
    assert page.state.isVisible()
    (newest,) = [found for found in page.state.findChildren(QPushButton) if found.isVisible()]
    assert newest.text() == "Vis nyeste data"
    newest.click()
    assert page.content.isVisible()
    assert window.session.ground is not None
    assert window.session.ground.as_of == window.session.ground.newest


@pytest.mark.parametrize("key", PAGES_OF_FIGURES)
def test_that_work_under_way_is_shown_as_such_and_ends(
    make_window: MakeWindow, filled_database: str, key: str, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_go_on = threading.Event()
    compute = Workspace.forecast

    def wait(self: Workspace, *arguments: object, **named: object) -> object:
        may_go_on.wait(30)
        return compute(self, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Workspace, "forecast", wait)
    window = make_window(None, synchronous=False)
    window.session.open(filled_database)
    qtbot.waitUntil(lambda: window.session.ground is not None, timeout=30_000)
    window.show_page(key)
    page = current(window)
    assert page.state.isVisible()
    assert [bar.accessibleName() for bar in page.state.findChildren(QProgressBar) if bar.isVisible()] == ["Arbejder"]
    assert said(page.state).startswith("Regner")
    may_go_on.set()
    qtbot.waitUntil(lambda: page.content.isVisible(), timeout=30_000)
    qtbot.waitUntil(lambda: not window.session.jobs.running, timeout=30_000)
