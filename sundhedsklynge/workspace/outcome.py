"""What a plan or a scenario leads to: risk, extra slots, private suppliers and kroner, by municipality, week and quarter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import pandas as pd

from sundhedsklynge.deadline.private import Interval, by_period, private_choices
from sundhedsklynge.deadline.queue import Bools, Floats
from sundhedsklynge.deadline.risk import RiskTable, weeks_beyond_help, weeks_over
from sundhedsklynge.domain.calendar import quarter_code, week_code
from sundhedsklynge.workspace.deadline_risk import RiskBasis

THURSDAY = dt.timedelta(days=3)  # an ISO week belongs to the year, and here to the quarter, of its Thursday


@dataclass(frozen=True)
class Money:
    """All municipalities of an outcome together: citizens who go to a private supplier, and kroner (None: no price), with the
    range that holds 80 % of the paths, by week (W,) and by quarter (K,); weeks without known slots are not in them."""

    quarters: tuple[str, ...]
    people_by_week: Interval
    people_by_quarter: Interval
    kroner_by_week: Interval | None
    kroner_by_quarter: Interval | None
    people: Interval
    kroner: Interval | None


@dataclass(frozen=True)
class Outcome:
    """One plan or scenario. Arrays are (M, W), NaN not known: probability and expected number late, waiting as the week begins, slots
    from as_of on, whole-week slots as they stand, recommended slots. overdue: (M,). money: None until the share who go to a private
    supplier is set. slot_price: kroner for an extra slot, None not set. may_be_too_low: slots may serve plans the data do not hold."""

    name: str
    changes: str
    weeks: tuple[dt.date, ...]
    codes: tuple[int, ...]
    names: tuple[str, ...]
    p_late: Floats
    late: Floats
    waiting: Floats
    slots: Floats
    planned: Floats
    recommended: Floats
    private: Floats
    cost: Floats
    overdue: Floats
    target: float
    money: Money | None
    slot_price: float | None
    may_be_too_low: bool

    @property
    def extra(self) -> Floats:
        """(M, W) slots to add, NaN where none can help or slots are not known."""
        return self.recommended - self.planned

    @property
    def expected_late(self) -> float:
        """All weeks with known slots."""
        return float(np.nansum(self.late))

    @property
    def slots_in_all(self) -> int:
        """Slots of all weeks where they are known, from as_of on; those of closed weeks are lost."""
        return int(np.nansum(self.slots))

    @property
    def extra_slots(self) -> int:
        """All weeks that slots can help."""
        return int(np.nansum(self.extra))

    @property
    def extra_cost(self) -> float | None:
        """Kroner for the extra slots; None where the price is not set."""
        return None if self.slot_price is None else self.extra_slots * self.slot_price

    @property
    def highest_risk(self) -> float | None:
        """The largest probability of any municipality and week; None where none is known."""
        known = self.p_late[~np.isnan(self.p_late)]
        return float(known.max()) if len(known) else None

    @property
    def weeks_over(self) -> int:
        """Municipality weeks with a risk over the target."""
        return int(weeks_over(self.p_late, self.target).sum())

    @property
    def helpless(self) -> Bools:
        """(M, W) weeks over the target that no number of slots can bring under it."""
        return weeks_beyond_help(self.p_late, self.recommended, self.target)

    def table(self) -> pd.DataFrame:
        """By municipality and week."""
        rows, weeks = self.p_late.shape
        return pd.DataFrame(
            {
                "scenarie": self.name,
                "kommunekode": np.repeat([str(code) for code in self.codes], weeks),
                "kommune": np.repeat(list(self.names), weeks),
                "uge": [week_code(week) for week in self.weeks] * rows,
                "p_over_frist": self.p_late.ravel(),
                "forventet_over_frist": self.late.ravel(),
                "pladser": self.planned.ravel(),
                "ekstra_pladser": self.extra.ravel(),
                "forventet_privat": self.private.ravel(),
                "udgift_kr": self.cost.ravel(),
            }
        )

    def by_municipality(self) -> pd.DataFrame:
        """Sums over the weeks with known slots, and the largest risk."""
        known = (~np.isnan(self.p_late)).any(1)

        def total(values: Floats) -> Floats:
            return np.where((~np.isnan(values)).any(1), np.nansum(values, axis=1), np.nan)

        return pd.DataFrame(
            {
                "scenarie": self.name,
                "kommunekode": [str(code) for code in self.codes],
                "kommune": list(self.names),
                "hoejeste_risiko": np.where(known, np.nan_to_num(self.p_late).max(1), np.nan),
                "forventet_over_frist": total(self.late),
                "ekstra_pladser": total(self.extra),
                "forventet_privat": total(self.private),
                "udgift_kr": total(self.cost),
            }
        )

    def totals(self) -> dict[str, Any]:
        """One row: all municipalities and weeks."""
        money = self.money
        kroner = money.kroner if money else None
        return {
            "scenarie": self.name,
            "aendringer": self.changes,
            "hoejeste_risiko": self.highest_risk,
            "uger_over_maal": self.weeks_over,
            "forventet_over_frist": self.expected_late,
            "pladser": self.slots_in_all,
            "ekstra_pladser": self.extra_slots,
            "ekstra_pladser_kr": self.extra_cost,
            "forventet_privat": float(money.people.mean[0]) if money else None,
            "privat_lav": float(money.people.low[0]) if money else None,
            "privat_hoej": float(money.people.high[0]) if money else None,
            "udgift_kr": float(kroner.mean[0]) if kroner else None,
            "udgift_lav": float(kroner.low[0]) if kroner else None,
            "udgift_hoej": float(kroner.high[0]) if kroner else None,
        }


def part_of(table: RiskTable, rows: Sequence[int], weeks: int | None = None) -> RiskTable:
    """The municipalities `rows` (indices) of a risk table, in that order, and its first `weeks` weeks (None: all)."""
    chosen = list(rows)
    by_row = {field.name: getattr(table, field.name)[chosen] for field in fields(table) if field.name != "weeks"}
    cut = {name: values if values.ndim == 1 else values[:, :weeks] for name, values in by_row.items()}
    return replace(table, weeks=table.weeks[:weeks], **cut)


def outcome_of(
    name: str,
    changes: str,
    basis: RiskBasis,
    table: RiskTable,
    slot_price: float | None,
    rows: Sequence[int] | None = None,
) -> Outcome:
    """The outcome of a risk table; `rows`: which of the basis's municipalities it holds (None: all)."""
    which = range(len(basis.inputs.codes)) if rows is None else rows
    return Outcome(
        name=name,
        changes=changes,
        weeks=tuple(basis.weeks[: len(table.weeks)]),
        codes=tuple(basis.inputs.codes[m] for m in which),
        names=tuple(basis.names[m] for m in which),
        p_late=table.p_late,
        late=table.late,
        waiting=table.waiting,
        slots=table.slots,
        planned=table.planned,
        recommended=table.recommended,
        private=table.private,
        cost=table.cost,
        overdue=table.overdue,
        target=basis.rules.target,
        money=_money(basis, table),
        slot_price=slot_price,
        may_be_too_low=basis.may_be_too_low,
    )


def _money(basis: RiskBasis, table: RiskTable) -> Money | None:
    share = basis.rules.private_share
    if share is None:
        return None
    late = np.where(table.known[..., None], table.late_paths, 0)
    people = private_choices(late, share, basis.rules.seed)
    codes = [quarter_code(week + THURSDAY) for week in basis.weeks[: len(table.weeks)]]
    quarters = tuple(dict.fromkeys(codes))
    by_week, by_quarter = range(len(codes)), [quarters.index(code) for code in codes]
    at_once = [0] * len(codes)
    everyone = people.sum(0)
    # a municipality where no one is late costs nothing whatever the price
    priced = not bool(np.isnan(table.price[late.any((1, 2))]).any())
    kroner = np.einsum("mwn,m->wn", people, np.nan_to_num(table.price)) if priced else None
    return Money(
        quarters=quarters,
        people_by_week=by_period(everyone, by_week),
        people_by_quarter=by_period(everyone, by_quarter),
        kroner_by_week=None if kroner is None else by_period(kroner, by_week),
        kroner_by_quarter=None if kroner is None else by_period(kroner, by_quarter),
        people=by_period(everyone, at_once),
        kroner=None if kroner is None else by_period(kroner, at_once),
    )
