"""What the overview tells of one municipality and week."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np
from pytestqt.qtbot import QtBot

from sundhedsklynge.ui.pages import FRIST, OVERBLIK
from sundhedsklynge.ui.pages.frist import FristPage
from sundhedsklynge.ui.pages.overblik import OverblikPage, lacking_slots
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import ChangeLine, Workspace
from tests.ui.conftest import MakeWindow
from tests.ui.frist_page import AS_OF
from tests.ui.reading import shown

HELSINGOER, HILLEROED = 217, 219


def details(window: MainWindow) -> dict[str, str]:
    page = window.current_page
    assert isinstance(page, OverblikPage)
    page.heat_map.look_at(HILLEROED, 0)
    page.heat_map.look_at(HILLEROED, 1)
    assert window.details.shown is not None
    return dict(window.details.shown.figures)


def test_that_where_no_number_of_slots_helps_it_is_said_so(
    make_window: MakeWindow, shared_workspace: Workspace
) -> None:
    window = make_window(shared_workspace, keep=True)
    risk = window.session.risk
    assert risk is not None
    assert details(window)["Anbefalede pladser"].isdigit()
    helpless = "intet antal rækker", True
    unknown = np.full_like(risk.anbefalede_pladser, np.nan)
    for p, told in ((0.06, helpless), (0.054, ("–", False))):  # 5.4 % reads 5 %: never over the target of 5 %
        window.session.risk = replace(risk, anbefalede_pladser=unknown, p_over_frist=np.full_like(risk.p_over_frist, p))
        recommended = details(window)["Anbefalede pladser"]
        assert window.details.shown is not None
        assert (recommended, any("Intet antal" in note for note in window.details.shown.notes)) == told
        assert lacking_slots(window.session.risk, 0)[1].endswith("rækker intet antal pladser") == told[1]
    window.session.risk = replace(window.session.risk, p_over_frist=np.full_like(risk.p_over_frist, np.nan))
    assert details(window)["Anbefalede pladser"] == "mangler"


def test_that_how_grave_an_alert_is_shown_follows_the_limits_at_once(
    qtbot: QtBot, make_window: MakeWindow, own_copy: Workspace
) -> None:
    weeks = [AS_OF + k * dt.timedelta(weeks=1) for k in range(2, 5)]
    own_copy.capacity.set_slots(HELSINGOER, dict.fromkeys(weeks, 0), "ferie")
    window = make_window(own_copy)
    session = window.session
    frist, overview = shown(window, FRIST, FristPage), shown(window, OVERBLIK, OverblikPage)

    def shown_now() -> list[ChangeLine]:
        window.show_page(FRIST)
        window.show_page(OVERBLIK)
        assert list(frist.alerts_of(HELSINGOER)) == [a for a in overview.alerts if a.municipality == HELSINGOER]
        return list(overview.alerts)

    before, risk = shown_now(), session.risk
    assert {alert.severity for alert in before} == {"high"}
    own_copy.set_setting("risiko.graenser", "5 %; 20 %; 100 %")
    session.load()
    assert session.risk is risk  # it holds, so nothing else asks for the alerts
    assert shown_now() == own_copy.deadline.alerts() != before
    late = OverblikPage(session)  # made when the changes have been told already
    qtbot.addWidget(late)
    assert late.alerts == overview.alerts
