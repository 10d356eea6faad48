"""The slide that holds the saved scenarios against the plan. Expected numbers and slots only: nothing in it counts persons."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sundhedsklynge.ui.pages.frist_scenarios import lacking_said
from sundhedsklynge.ui.pages.frist_whatif import Choices, in_words
from sundhedsklynge.ui.pages.moede_slides import COMPARED, Slide, risk_said, too_low_foot
from sundhedsklynge.ui.tables import Column
from sundhedsklynge.ui.text import number, tr, translated

if TYPE_CHECKING:
    from sundhedsklynge.workspace.outcome import Outcome
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario


def compared_slide(
    compared: Comparison | None, saved: Sequence[SavedScenario], choices: Choices, limits: Sequence[float]
) -> Slide:
    """The plan and the scenarios side by side; None while they are computed."""
    question = tr("Hvad nu hvis?")
    if compared is None:
        return Slide(COMPARED, question, tr("Regner scenarierne …"))
    plan, *others = compared.outcomes
    foot = tr("Tallene er summer af de næste {weeks} uger. Scenarier laves under Frist.", weeks=len(plan.weeks))
    foot = " ".join(filter(None, (too_low_foot(plan.may_be_too_low), foot)))
    if not others:
        return Slide(COMPARED, question, tr("Ingen scenarier er gemt."), foot=tr("Gem dem under Frist, Hvad nu hvis."))
    changes = {scenario.name: in_words(scenario.changes, choices) for scenario in saved}
    outcomes = compared.outcomes
    columns = [
        Column(tr("Scenarie"), [tr("Planen"), *(outcome.name for outcome in others)]),
        Column(tr("Ændringer"), [tr("som den står"), *(changes.get(outcome.name, "") for outcome in others)], tip=str),
        Column(tr("Højeste risiko"), [_risk(outcome) for outcome in outcomes], lambda p: risk_said(p, limits)),
        Column(tr("Uger over mål"), [outcome.weeks_over for outcome in outcomes], number, numeric=True),
        Column(tr("Over frist"), [outcome.expected_late for outcome in outcomes], lambda n: number(n, 1), numeric=True),
        Column(tr("Pladser mangler"), [lacking_said(outcome) for outcome in outcomes], numeric=True),
    ]
    if plan.money is not None and plan.money.kroner is not None:
        columns.append(Column(tr("Privat, kr."), [_kroner(outcome) for outcome in outcomes], number, numeric=True))
    return Slide(
        COMPARED,
        question,
        translated(compared.sentence()),
        columns=tuple(columns),
        wide=1,
        risk_column=2,
        foot=foot,
    )


def _risk(outcome: Outcome) -> float:
    highest = outcome.highest_risk
    return math.nan if highest is None else highest


def _kroner(outcome: Outcome) -> float:
    kroner = outcome.money.kroner if outcome.money else None
    return math.nan if kroner is None else float(kroner.mean[0])
