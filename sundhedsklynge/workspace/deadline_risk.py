"""From the store's rows and the forecast's draws to the deadline risk, with the names people read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from sundhedsklynge.deadline.backlog import Backlog
from sundhedsklynge.deadline.inputs import RiskInputs, RiskRules, WeeklySlots
from sundhedsklynge.deadline.profile import Profile
from sundhedsklynge.deadline.queue import Bools, QueueRules
from sundhedsklynge.deadline.risk import RiskTable, weeks_beyond_help
from sundhedsklynge.domain.calendar import day_at, day_number, week_code
from sundhedsklynge.domain.clock import ClockRules
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.procedures import GROUPS
from sundhedsklynge.forecast.evidence import Evidence, Floats, Ints
from sundhedsklynge.forecast.outlook import Outlook
from sundhedsklynge.settings import Package, Settings


@dataclass(frozen=True)
class RiskBasis:
    """What every question about the risk on one as-of date rests on. profile: what the inputs teach, learnt once. share_stated: the user
    has said what share of the slots serves the procedures in the data."""

    as_of: dt.date
    inputs: RiskInputs
    profile: Profile
    rules: RiskRules
    names: tuple[str, ...]
    procedures: tuple[str, ...]
    hospitals: tuple[str, ...]
    share_stated: bool

    @property
    def may_be_too_low(self) -> bool:
        """Whether slots may serve plans that the data do not hold, without anyone having said how many."""
        return len(self.procedures) == len(GROUPS) and not self.share_stated

    @property
    def weeks(self) -> list[dt.date]:
        """Mondays."""
        return [day_at(day) for day in self.inputs.weeks]

    def index(self, municipality: int) -> int:
        """Where the municipality stands in the arrays. Raises UserError where it is not in the data."""
        if municipality not in self.inputs.codes:
            raise UserError(f"Kommune {municipality} er ikke i data.", "Vælg en kommune, som data rummer.")
        return self.inputs.codes.index(municipality)


@dataclass(frozen=True)
class RiskView:
    """The risk by municipality and week under the contract's column names: arrays (M, W), NaN not known; `planlagte_pladser` is the whole
    week's slots where `pladser` counts from as_of on; `allerede_over_frist` (M,). target: of the risk. `advarsler` says what the numbers
    cannot know, `rettelser` what a planner has corrected in them."""

    as_of: dt.date
    weeks: list[dt.date]
    municipalities: tuple[int, ...]
    names: tuple[str, ...]
    forventet_modtaget: Floats
    forventet_frister: Floats
    ventende: Floats
    pladser: Floats
    planlagte_pladser: Floats
    forventet_over_frist: Floats
    p_over_frist: Floats
    anbefalede_pladser: Floats
    forventet_privat: Floats
    udgift_kr: Floats
    allerede_over_frist: Floats
    target: float
    advarsler: tuple[str, ...]
    rettelser: tuple[str, ...] = ()

    @property
    def may_be_too_low(self) -> bool:
        """Whether it is said that the risk is too low where other plans use the slots."""
        return SHARE_MISSING in self.advarsler

    @cached_property
    def helpless(self) -> Bools:
        """(M, W) weeks over the target that no number of slots can bring under it."""
        return weeks_beyond_help(self.p_over_frist, self.anbefalede_pladser, self.target)

    def first(self, weeks: int) -> RiskView:
        """The first `weeks` weeks."""
        cut = {name: getattr(self, name)[:, :weeks] for name in (*RISK_NUMBERS, "planlagte_pladser")}
        return replace(self, weeks=self.weeks[:weeks], **cut)

    def table(self) -> pd.DataFrame:
        """The contract's risk rows."""
        rows, weeks = len(self.municipalities), len(self.weeks)
        overdue = np.full((rows, weeks), np.nan)
        overdue[:, 0] = self.allerede_over_frist
        frame = pd.DataFrame(
            {
                "som_af": self.as_of.isoformat(),
                "kommunekode": np.repeat([str(code) for code in self.municipalities], weeks),
                "kommune": np.repeat(list(self.names), weeks),
                "uge": [week_code(week) for week in self.weeks] * rows,
            }
        )
        for name in RISK_NUMBERS:
            frame[name] = getattr(self, name).ravel()
        frame["allerede_over_frist"] = overdue.ravel()
        return frame


RISK_NUMBERS = (
    "forventet_modtaget",
    "forventet_frister",
    "ventende",
    "pladser",
    "forventet_over_frist",
    "p_over_frist",
    "anbefalede_pladser",
    "forventet_privat",
    "udgift_kr",
)


SHARE_MISSING = (
    "Risikoen er for lav, hvis andre planer end knæ, hofte og skulder bruger pladserne: angiv andelen af pladser."
)


def data_warnings(basis: RiskBasis, table: RiskTable) -> tuple[str, ...]:
    """What the numbers cannot know, in Danish sentences."""
    warnings = [SHARE_MISSING] if basis.may_be_too_low else []
    unknown = [name for name, warmed in zip(basis.names, table.warmed_up, strict=True) if warmed]
    if unknown:
        warnings.append(
            f"Filen siger ikke, hvornår borgere er tilbudt start, så antallet af ventende er anslået: {', '.join(unknown)}."
        )
    return tuple(warnings)


def risk_view(basis: RiskBasis, table: RiskTable, corrections: tuple[str, ...] = ()) -> RiskView:
    """A risk table with names, the planner's corrections it holds, and warnings on what the data do not tell."""
    inputs = basis.inputs
    return RiskView(
        as_of=basis.as_of,
        weeks=basis.weeks,
        municipalities=inputs.codes,
        names=basis.names,
        forventet_modtaget=table.received,
        forventet_frister=table.deadlines,
        ventende=table.waiting,
        pladser=table.slots,
        planlagte_pladser=table.planned,
        forventet_over_frist=table.late,
        p_over_frist=table.p_late,
        anbefalede_pladser=table.recommended,
        forventet_privat=table.private,
        udgift_kr=table.cost,
        allerede_over_frist=table.overdue,
        target=basis.rules.target,
        advarsler=data_warnings(basis, table),
        rettelser=corrections,
    )


def risk_rules(settings: Settings, day: dt.date, procedures: tuple[str, ...]) -> RiskRules:
    """The rules in force on `day`; prices in the order of `procedures`."""
    usual: float | None = settings.get("privat.pris", day)
    packages: tuple[Package, ...] = settings.get("privat.priser", day)
    own = {name: package.kroner for package in packages for name in package.procedures}
    prices = tuple(own.get(name, usual) for name in procedures)
    return RiskRules(
        clock=ClockRules(
            days=settings.get("frist.dage", day),
            timed_types=settings.get("frist.typer", day),
            stale_after_days=settings.get("frist.opgivet_dage", day),
            working_days=settings.get("frist.arbejdsdage", day),
        ),
        queue=QueueRules(first_slot_after=0 if settings.get("frist.samme_dag", day) else 1),
        target=settings.get("risiko.maal", day),
        slot_share=settings.get("frist.andel_pladser", day),
        private_share=settings.get("privat.andel", day),
        private_prices=None if all(price is None for price in prices) else prices,
    )


def closed_days(settings: Settings, day: dt.date, municipalities: tuple[int, ...]) -> dict[int, frozenset[int]]:
    """Extra closed days by municipality index, -1 everywhere, as day numbers."""
    closed: dict[int, set[int]] = {}
    for span in settings.get("frist.lukkedage", day):
        if span.municipality is not None and span.municipality not in municipalities:
            continue
        index = -1 if span.municipality is None else municipalities.index(span.municipality)
        closed.setdefault(index, set()).update(day_number(d) for d in span.days())
    return {index: frozenset(days) for index, days in closed.items()}


def group_days(
    settings: Settings, day: dt.date, municipalities: tuple[int, ...]
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Groups that start together, by municipality index: day number and slots."""
    groups: dict[int, tuple[tuple[int, int], ...]] = {}
    for group in settings.get("frist.hold", day):
        if group.municipality in municipalities:
            index = municipalities.index(group.municipality)
            groups[index] = (*groups.get(index, ()), (day_number(group.day), group.slots))
    return groups


def weekly_slots(capacity: pd.DataFrame, municipalities: tuple[int, ...], procedures: tuple[str, ...]) -> WeeklySlots:
    """Slots per municipality and week, shared and kept for one procedure; NaN where none are stated."""
    known = capacity[capacity["municipality"].isin(municipalities) & capacity["procedure"].isin(("", *procedures))]
    mondays = known["week"].to_numpy().astype("datetime64[D]").astype(np.int64)
    first = int(mondays.min()) if len(mondays) else -3
    weeks = (mondays - first) // 7
    count = int(weeks.max()) + 1 if len(weeks) else 0
    rows = np.searchsorted(municipalities, known["municipality"].to_numpy())
    shared = np.full((len(municipalities), count), np.nan)
    own = np.full((len(municipalities), len(procedures), count), np.nan)
    is_shared = (known["procedure"] == "").to_numpy()
    slots = known["slots"].to_numpy().astype(float)
    shared[rows[is_shared], weeks[is_shared]] = slots[is_shared]
    column = np.array([procedures.index(name) for name in known["procedure"][~is_shared]], dtype=int)
    own[rows[~is_shared], column, weeks[~is_shared]] = slots[~is_shared]
    return WeeklySlots(first, shared, own if len(column) else None)


def data_end(evidence: Evidence) -> Ints:
    """(M,) the day after the last one whose receipts are known, at most as_of; as_of where nothing is known at all."""
    observed = evidence.observed
    last = observed.shape[1] - np.argmax(observed[:, ::-1], axis=1) if observed.shape[1] else np.zeros(len(observed))
    known = observed.any(axis=1)
    return np.where(known, np.minimum(evidence.first_day + last, evidence.as_of), evidence.as_of).astype(np.int32)


def risk_inputs(
    evidence: Evidence,
    outlook: Outlook,
    backlog: Backlog,
    capacity: pd.DataFrame,
    closed: dict[int, frozenset[int]],
    groups: dict[int, tuple[tuple[int, int], ...]],
) -> RiskInputs:
    """All `deadline.risk.assess` needs for every municipality of the forecast."""
    return RiskInputs(
        as_of=evidence.as_of,
        codes=evidence.municipalities,
        weeks=outlook.forecast.weeks,
        draws=outlook.forecast.draws,
        receipts=evidence.receipts,
        backlog=backlog,
        slots=weekly_slots(capacity, evidence.municipalities, evidence.procedures),
        closed=closed,
        groups=groups,
        mean=outlook.forecast.mean,
    )
