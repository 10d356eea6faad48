"""The deadline room: what every question about the 7 days rests on, and the answers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.deadline.risk import RiskTable, assess, profile_of
from sundhedsklynge.domain.calendar import ONE_WEEK
from sundhedsklynge.domain.errors import CancelledError, NothingToComputeError
from sundhedsklynge.forecast.outlook import Outlook, scopes
from sundhedsklynge.store import queries
from sundhedsklynge.workspace.advice import Advice, BestUseAnswer, advise, alert_lines, use_best
from sundhedsklynge.workspace.deadline_risk import (
    EPOCH,
    RiskBasis,
    closed_days,
    group_days,
    risk_inputs,
    risk_rules,
)
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.risk_record import RiskRecord, RiskThen, judge_record, risk_then
from sundhedsklynge.workspace.waiting_list import LongOpen, TwoClocks, Waiting, long_open, two_clocks, waiting_list

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

Progress = Callable[[float], None]
Cancelled = Callable[[], bool]

RECORD_ORIGINS = 6  # as-of dates four weeks apart: half a year
RECORD_STEP = 4 * ONE_WEEK


def _quiet(_share: float) -> None:
    return None


def _never() -> bool:
    return False


class Deadline:
    """Risk, advice, who waits, alerts and how good it was. Without an `as_of` the newest data speak. Every method raises
    NothingToComputeError where nothing is known; `weeks` is the number of weeks ahead.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    def basis(
        self,
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> RiskBasis:
        """Draws, queue, slots and rules of one as-of date, kept until the data change."""
        day = as_of or self._workspace.default_as_of()

        def compute() -> RiskBasis:
            return self._basis(day, self._workspace.forecast(day, weeks, progress, cancelled))

        return self._workspace.keep(("basis", day, weeks), compute)

    def _basis(self, day: dt.date, outlook: Outlook) -> RiskBasis:
        evidence, settings = outlook.evidence, self._workspace.settings()
        rules = risk_rules(settings, day, evidence.procedures)
        plans, offers_known = queries.plan_rows(self._db, day, evidence)
        inputs = risk_inputs(
            evidence,
            outlook,
            plans,
            offers_known,
            queries.capacity(self._db, day),
            rules,
            closed_days(settings, day, evidence.municipalities),
            group_days(settings, day, evidence.municipalities),
        )
        names = tuple(self._workspace.organisation().name(code) for code in evidence.municipalities)
        return RiskBasis(day, inputs, profile_of(inputs), rules, plans, names, evidence.procedures, evidence.hospitals)

    def table(
        self,
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> RiskTable:
        """The risk of the plan as it stands, with its joint paths."""
        day = as_of or self._workspace.default_as_of()

        def step(done: int, of: int) -> None:
            if cancelled():
                raise CancelledError
            progress(0.4 + 0.6 * done / of)

        def compute() -> RiskTable:
            basis = self.basis(day, weeks, lambda share: progress(0.4 * share), cancelled)
            return assess(basis.inputs, basis.rules, progress=step, profile=basis.profile)

        return self._workspace.keep(("risk_table", day, weeks), compute)

    # What to do about it ----------------------------------------------------------------------------------------------

    def advice(self, municipality: int, as_of: dt.date | None = None, weeks: int = 8) -> Advice:
        """The recommended slots of a municipality in words. Raises UserError where it is not in the data."""
        day = as_of or self._workspace.default_as_of()
        slot_price: float | None = self._workspace.settings().get("pladser.pris", day)

        def compute() -> Advice:
            return advise(self.basis(day, weeks), self.table(day, weeks), municipality, slot_price)

        return self._workspace.keep(("advice", day, weeks, municipality), compute)

    def best_use(
        self,
        municipality: int,
        extra: int,
        last_week: dt.date | None = None,
        as_of: dt.date | None = None,
        weeks: int = 8,
    ) -> BestUseAnswer:
        """Where `extra` slots, up to the week of `last_week`, do most good. Raises UserError for a number that cannot be used."""
        return use_best(self.basis(as_of, weeks), municipality, extra, last_week)

    def alerts(
        self,
        as_of: dt.date | None = None,
        weeks: int = 8,
        before: dt.date | None = None,
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> list[ChangeLine]:
        """Weeks that crossed the target since `before` (the last file before the as-of date), each with its reason, heaviest first."""
        day = as_of or self._workspace.default_as_of()
        earlier = before or self._last_file_before(day)

        def compute() -> list[ChangeLine]:
            try:
                then = self._workspace.keep(
                    ("risk_then", earlier, weeks),
                    lambda: self._then(earlier, weeks, lambda share: progress(0.6 * share), cancelled),
                )
            except NothingToComputeError:
                return []  # the first file has nothing to be compared with
            now = self.table(day, weeks, lambda share: progress(0.6 + 0.4 * share), cancelled)
            return alert_lines(then, self.basis(day, weeks), now)

        return self._workspace.keep(("alerts", day, weeks, earlier), compute)

    def _last_file_before(self, day: dt.date) -> dt.date:
        extracted = self._workspace.evidence(day).snapshots.extracted
        older = extracted[extracted < (day - EPOCH).days]
        return EPOCH + dt.timedelta(days=int(older.max())) if len(older) else day - ONE_WEEK

    # Who waits --------------------------------------------------------------------------------------------------------

    def waiting(self, as_of: dt.date | None = None) -> tuple[Waiting, ...]:
        """Who waits, by days left, in every municipality; counts only."""
        basis = self.basis(as_of)
        return self._workspace.keep(("waiting", basis.as_of), lambda: waiting_list(basis))

    def long_open(self, as_of: dt.date | None = None) -> tuple[LongOpen, ...]:
        """Plans so long past their deadline that they are left out of the queue: to be closed or offered a start."""
        return long_open(self.basis(as_of))

    def two_clocks(self, as_of: dt.date | None = None) -> tuple[TwoClocks, ...]:
        """Deadlines of the last 13 weeks and those missed, from discharge (the law) and from receipt."""
        return two_clocks(self.basis(as_of))

    # How good it was --------------------------------------------------------------------------------------------------

    def record(
        self,
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> RiskRecord:
        """What was said every fourth week of the last half year against what happened."""
        day = as_of or self._workspace.default_as_of()

        def compute() -> RiskRecord:
            said: list[RiskThen] = []
            for k in range(RECORD_ORIGINS, 0, -1):
                earlier = day - k * RECORD_STEP
                share = (RECORD_ORIGINS - k) / RECORD_ORIGINS
                if self._known_before(day, earlier):
                    said.append(
                        self._workspace.keep(
                            ("risk_then", earlier, weeks),
                            lambda at=earlier, from_=share: self._then(
                                at, weeks, lambda s: progress(from_ + s / RECORD_ORIGINS), cancelled
                            ),
                        )
                    )
            return judge_record(said, self.basis(day, weeks))

        record = self._workspace.keep(("record", day, weeks), compute)
        progress(1.0)
        return record

    def _known_before(self, day: dt.date, earlier: dt.date) -> bool:
        """Whether half a year of receipts were known at `earlier`: less says nothing of the risk."""
        received = self._workspace.evidence(day).receipts.received
        return len(received) > 0 and int(np.min(received)) <= (earlier - EPOCH).days - 182

    def _then(self, day: dt.date, weeks: int, progress: Progress, cancelled: Cancelled) -> RiskThen:
        """The risk as of an earlier day; its draws are not kept."""
        evidence = queries.evidence(self._db, day, self._workspace.settings().get("frist.typer", day))
        if not evidence.municipalities:
            raise NothingToComputeError(f"Intet var kendt den {day:%d.%m.%Y}.", "Vælg en senere dato.")

        def step(done: int, of: int) -> None:
            if cancelled():
                raise CancelledError
            progress(0.5 + 0.5 * done / of)

        areas = scopes(self._workspace.organisation(), evidence.municipalities, day)
        basis = self._basis(day, Outlook(day, evidence, areas, self._workspace.overrides.predict(evidence, weeks)))
        progress(0.5)
        table = assess(basis.inputs, basis.rules, progress=step, profile=basis.profile, with_plan=False)
        return risk_then(basis, table)
