"""What the overview tells of one municipality and week."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from sundhedsklynge.ui.pages.overblik import OverblikPage
from sundhedsklynge.ui.window import MainWindow
from sundhedsklynge.workspace import Workspace
from tests.ui.conftest import MakeWindow

HILLEROED = 219


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
    window.session.risk = replace(risk, anbefalede_pladser=np.full_like(risk.anbefalede_pladser, np.nan))
    assert details(window)["Anbefalede pladser"] == "intet antal rækker"
    window.session.risk = replace(window.session.risk, p_over_frist=np.full_like(risk.p_over_frist, np.nan))
    assert details(window)["Anbefalede pladser"] == "mangler"
