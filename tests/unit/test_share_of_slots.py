"""Slots that serve plans the data do not hold: that the risk is too low is said wherever it is told, until the share is stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.risk_class import TOO_LOW
from sundhedsklynge.workspace import Workspace, read_what_if
from sundhedsklynge.workspace.minutes import markdown
from tests.rows import store

AS_OF = dt.date(2026, 11, 23)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(days=7)
HILLEROED = 219
SHARE = "frist.andel_pladser"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Workspace]:
    """A municipality with a plan each working day, of knees only, and seven slots a week."""
    with Workspace.open(str(tmp_path / "center.sqlite"), create=True) as workspace:
        days = [AS_OF - back * DAY for back in range(1, 300)]
        plans = [
            {"municipality": HILLEROED, "hospital": "Nordsjællands Hospital", "discharged": day, "received": day}
            for day in days
            if day.weekday() < 5
        ]
        store(workspace.database, kinds.GOP, *({**plan, "count": 1} for plan in plans), extracted=AS_OF.isoformat())
        slots = [{"municipality": HILLEROED, "week": AS_OF + k * WEEK, "slots": 7} for k in range(-20, 14)]
        store(workspace.database, kinds.CAPACITY, *slots)
        yield workspace


def told(workspace: Workspace, folder: Path) -> dict[str, bool]:
    """Where it is said: in the risk, under a scenario, in the meeting and its minutes, in files with the risk and with scenarios."""
    room = workspace.scenarios
    comparison = room.compare(["Travlt"], AS_OF)
    meeting = workspace.meeting.view(as_of=AS_OF)
    (book, *_) = room.export(comparison, folder, "Hillerød", AS_OF)
    package = workspace.export(folder, AS_OF, ("xlsx",))
    said = {
        "risk": workspace.risk(AS_OF).may_be_too_low,
        "scenario": room.risk("Travlt", AS_OF).may_be_too_low,
        "what if": room.what_if(HILLEROED, read_what_if("aktivitet +10 %"), AS_OF).after.may_be_too_low,
        "comparison": all(outcome.may_be_too_low for outcome in comparison.outcomes),
        "meeting": meeting.risk_may_be_too_low,
        "minutes": TOO_LOW in markdown(workspace.meeting.minutes(AS_OF, as_of=AS_OF)),
    }
    for name, path in (("scenarios' workbook", book), ("week's workbook", package[0])):
        sheets = CalamineWorkbook.from_path(path)
        heads = [sheets.get_sheet_by_name(sheet).to_python()[1][0] for sheet in sheets.sheet_names[:2]]
        said[name] = any(TOO_LOW in str(head) for head in heads)
    return said


def test_that_a_risk_that_may_be_too_low_is_told_so_wherever_it_is_told(centre: Workspace, tmp_path: Path) -> None:
    centre.scenarios.save("Travlt", read_what_if("aktivitet +30 %"))
    assert set(told(centre, tmp_path).values()) == {True}
    centre.set_setting(SHARE, "60 %", AS_OF)
    assert set(told(centre, tmp_path).values()) == {False}
    assert centre.risk(AS_OF - DAY).may_be_too_low  # it was not stated then


def test_that_the_stated_share_raises_the_risk_and_all_of_them_is_a_statement_too(centre: Workspace) -> None:
    before = centre.risk(AS_OF)
    centre.set_setting(SHARE, "100 %")
    stated = centre.risk(AS_OF)
    assert not stated.may_be_too_low
    assert stated.p_over_frist.tolist() == before.p_over_frist.tolist()
    centre.set_setting(SHARE, "60 %")
    assert (centre.risk(AS_OF).p_over_frist >= before.p_over_frist).all()
    assert centre.risk(AS_OF).p_over_frist.sum() > before.p_over_frist.sum()


def test_that_data_with_other_plans_need_no_share(centre: Workspace) -> None:
    other = {
        "municipality": HILLEROED,
        "procedure": "andre",
        "received": AS_OF - 3 * DAY,
        "discharged": AS_OF - 3 * DAY,
    }
    extracted = (AS_OF + DAY).isoformat()
    store(centre.database, kinds.GOP, {**other, "count": 1}, extracted=extracted)
    centre.forget()
    assert not centre.risk(AS_OF + DAY).may_be_too_low
