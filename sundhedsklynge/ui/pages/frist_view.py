"""What the deadline page shows of one municipality, or of an area, read in a thread."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.domain.procedures import GROUPS
from sundhedsklynge.domain.risk_class import risk_class
from sundhedsklynge.ui import text
from sundhedsklynge.ui.details import Details
from sundhedsklynge.ui.heatmap import WORDS
from sundhedsklynge.ui.pages.frist_prices import PACKAGE_PRICES
from sundhedsklynge.ui.pages.frist_settings import Held, held
from sundhedsklynge.ui.pages.frist_slots import SlotRow, SlotsData, Strip
from sundhedsklynge.ui.pages.frist_whatif import Choices
from sundhedsklynge.ui.text import MISSING, number, percent, tr, tr_marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.store.capacity import CapacityChange
    from sundhedsklynge.workspace import RiskView, Workspace
    from sundhedsklynge.workspace.advice import Advice
    from sundhedsklynge.workspace.capacity import Closing
    from sundhedsklynge.workspace.days_history import DaysChange
    from sundhedsklynge.workspace.deadline_risk import RiskBasis
    from sundhedsklynge.workspace.outcome import Outcome
    from sundhedsklynge.workspace.scenarios import Comparison, SavedScenario
    from sundhedsklynge.workspace.waiting_list import LongOpen, TwoClocks, Waiting

SLOT_SHARE, PRIVATE_SHARE, PRIVATE_PRICE, SLOT_PRICE = (
    "frist.andel_pladser",
    "privat.andel",
    "privat.pris",
    "pladser.pris",
)
SET_HERE = (SLOT_SHARE, PRIVATE_SHARE, PRIVATE_PRICE, SLOT_PRICE, PACKAGE_PRICES)


@dataclass(frozen=True)
class Money:
    """What the private alternative is told of: the plan's outcome, kroner that the recommended slots save with the private suppliers (None
    where price or share is not set), the settings and the procedures of the data."""

    plan: Outcome
    saved: float | None
    settings: Mapping[str, Held]
    procedures: tuple[str, ...]


@dataclass(frozen=True)
class AreaView:
    """The municipalities of an area together. plan: their outcome as the slots stand. saved: as in `Money`."""

    name: str
    as_of: dt.date
    plan: Outcome
    saved: float | None
    choices: Choices
    settings: Mapping[str, Held]

    @property
    def money(self) -> Money:
        """What the private alternative is told of."""
        return Money(self.plan, self.saved, self.settings, tuple(self.choices.procedures))


@dataclass(frozen=True)
class FristView:
    """One municipality. plan: its outcome as the slots stand. received, deadlines: (W,). advice: None until it is computed.

    scenarios: all that are saved. compared: the plan and those of them that fit the data. settings: those that are set on the page.
    only_three: the data hold knee, hip and shoulder only.
    """

    municipality: int
    name: str
    as_of: dt.date
    plan: Outcome
    received: Floats
    deadlines: Floats
    rows: tuple[SlotRow, ...]
    closed: tuple[str, ...]
    advice: Advice | None
    waiting: Waiting
    clocks: TwoClocks | None
    long_open: tuple[LongOpen, ...]
    closings: tuple[Closing, ...]
    groups: tuple[Closing, ...]
    history: tuple[CapacityChange, ...]
    days_history: tuple[DaysChange, ...]
    scenarios: tuple[SavedScenario, ...]
    compared: Comparison
    choices: Choices
    settings: Mapping[str, Held]
    only_three: bool

    @property
    def money(self) -> Money:
        """What the private alternative is told of."""
        saved = self.advice.private_saved if self.advice else None
        return Money(self.plan, saved, self.settings, tuple(self.choices.procedures))

    def slots_data(self, limits: Sequence[float], changed: tuple[str, Outcome] | None = None) -> SlotsData:
        """The editor's content, with the strip of the changes looked at below the plan's."""
        strips = [Strip(tr("Risiko %"), self.plan.p_late[0].tolist(), self.plan.late[0].tolist())]
        if changed is not None:
            strips.append(Strip(changed[0], changed[1].p_late[0].tolist(), changed[1].late[0].tolist()))
        return SlotsData(
            self.plan.weeks,
            self.rows,
            self.plan.planned[0].tolist(),
            self.plan.recommended[0].tolist(),
            tuple(strips),
            limits,
            self.closed,
            self.plan.helpless[0].tolist(),
        )

    def is_observed(self, week: int) -> bool:
        """Whether those who wait as the week begins have been counted, so that their number is whole."""
        return week == 0 and self.waiting.known and self.waiting.day == self.as_of

    def reasons(self, week: int, limits: Sequence[float]) -> Details:
        """Why the risk of a week is what it is: what expires, who waits, the slots, and closed days."""
        plan = self.plan
        p = float(plan.p_late[0, week])
        kind = risk_class(p, limits)
        slots = [(tr("Pladser i ugen"), plan.planned[0, week], 0)]
        if week:
            slots.append((tr("Pladser ugen før"), plan.planned[0, week - 1], 0))
        figures = [
            (tr("Frister, der udløber"), self.deadlines[week], 1),
            (tr("Venter ved ugens start"), plan.waiting[0, week], 0 if self.is_observed(week) else 1),
            *slots,
            (tr("Forventet over frist"), plan.late[0, week], 1),
            (tr("Anbefalede pladser"), plan.recommended[0, week], 0),
        ]
        notes = [tr("Pladser mangler. Skriv antallet i tabellen for at se risikoen.")]
        if kind is not None:
            word = tr_marked(WORDS[kind]).capitalize()
            notes = [tr("{word}: sandsynlighed for at mindst én borger når over fristen i ugen.", word=word)]
            if plan.recommended[0, week] > plan.planned[0, week]:
                notes.append(
                    tr(
                        "Ugens pladser fordeles jævnt på dens åbne dage. Har mange frist først på ugen, skal der flere pladser til, "
                        "end der ventes over fristen."
                    )
                )
            if self.closed[week]:
                notes.append(tr("I ugen er der {days}.", days=self.closed[week]))
            if week and self.closed[week - 1]:
                notes.append(tr("I ugen før er der {days}.", days=self.closed[week - 1]))
        return Details(
            f"{self.name}, {text.week(plan.weeks[week])}",
            tr_marked(MISSING) if kind is None else percent(p),
            tuple((name, number(float(value), decimals)) for name, value, decimals in figures),
            tuple(notes),
        )


def read_view(workspace: Workspace, risk: RiskView, municipality: int, weeks: int, *, with_advice: bool) -> FristView:
    """Everything about one municipality, from results the workspace keeps. Raises UserError, NothingToComputeError.

    risk: of the same date, for what the slots do not change. with_advice: computes the risk of every municipality where it
    is not kept.
    """
    day = risk.as_of
    deadline, settings = workspace.deadline, workspace.settings()
    basis = deadline.basis(day, weeks)
    m = basis.index(municipality)
    fitting = workspace.scenarios.fitting(day, weeks)
    compared = workspace.scenarios.side_by_side(municipality, fitting, day, weeks)
    table = workspace.capacity.table(day, weeks)
    row = table.codes.index(municipality)
    shared = table.slots[row]
    own = [(name, slots[row]) for name, slots in table.own.items() if not np.isnan(slots[row]).all()]
    rows = [SlotRow("", tr("Planlagt, fælles") if own else tr("Planlagt"), shared.tolist())]
    rows += [SlotRow(name, tr("Planlagt, {name}", name=name), slots.tolist()) for name, slots in own]
    return FristView(
        municipality=municipality,
        name=basis.names[m],
        as_of=day,
        plan=compared.outcomes[0],
        received=risk.forventet_modtaget[risk.municipalities.index(municipality)],
        deadlines=risk.forventet_frister[risk.municipalities.index(municipality)],
        rows=tuple(rows),
        closed=tuple(_closed(days, int(table.open_days[row][w])) for w, days in enumerate(table.closed)),
        advice=deadline.advice(municipality, day, weeks) if with_advice else None,
        waiting=deadline.waiting(day)[m],
        clocks=next((clocks for clocks in deadline.two_clocks(day) if clocks.municipality == municipality), None),
        long_open=tuple(entry for entry in deadline.long_open(day) if entry.municipality == municipality),
        closings=tuple(
            entry for entry in workspace.capacity.closings(day) if entry.municipality in (None, municipality)
        ),
        groups=tuple(entry for entry in workspace.capacity.groups(day) if entry.municipality == municipality),
        history=tuple(workspace.capacity.history(municipality)),
        days_history=tuple(workspace.capacity.days_history(municipality)),
        scenarios=tuple(workspace.scenarios.list()),
        compared=compared,
        choices=_choices(basis, municipality),
        settings={key: held(settings, key, day) for key in SET_HERE},
        only_three=basis.inputs.draws.shape[1] == len(GROUPS),
    )


def read_area(workspace: Workspace, name: str, codes: Sequence[int], day: dt.date, weeks: int) -> AreaView:
    """The municipalities `codes` of an area together; the risk of all is computed where it is not kept."""
    deadline, settings = workspace.deadline, workspace.settings()
    basis = deadline.basis(day, weeks)
    plan = workspace.scenarios.compare([], day, weeks, municipalities=codes).outcomes[0]
    saved = [deadline.advice(code, day, weeks).private_saved for code in codes] if plan.money else []
    return AreaView(
        name=name,
        as_of=day,
        plan=plan,
        saved=sum(kroner for kroner in saved if kroner is not None) if any(k is not None for k in saved) else None,
        choices=_choices(basis, None),
        settings={key: held(settings, key, day) for key in SET_HERE},
    )


def _choices(basis: RiskBasis, municipality: int | None) -> Choices:
    return Choices(
        municipality,
        tuple(basis.weeks),
        basis.hospitals,
        basis.procedures,
        basis.rules.queue.first_slot_after,
        dict(zip(basis.inputs.codes, basis.names, strict=True)),
        basis.as_of,
    )


def _closed(days: Sequence[dt.date], open_days: int) -> str:
    """What the head of a week says of its closed days."""
    if not days and open_days >= 5:
        return ""
    said = tr("åbent {count} dage", count=open_days)
    if not days:
        return said
    return tr("{said} ({days} lukket)", said=said, days=", ".join(text.short_date(day) for day in days))
