"""The deadline room: what every question about the 7 days rests on, and the answers in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from sundhedsklynge.deadline.backlog import build_backlog
from sundhedsklynge.deadline.risk import RiskTable, assess, profile_of
from sundhedsklynge.domain.calendar import ONE_WEEK, day_number
from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet, stop_if
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.forecast.evidence import Evidence
from sundhedsklynge.forecast.outlook import Outlook, scopes
from sundhedsklynge.store import queries
from sundhedsklynge.workspace.advice import Advice, BestUseAnswer, advise, alert_lines, use_best
from sundhedsklynge.workspace.deadline_risk import RiskBasis, closed_days, data_end, group_days, risk_inputs, risk_rules
from sundhedsklynge.workspace.explain import last_time
from sundhedsklynge.workspace.news import ChangeLine
from sundhedsklynge.workspace.patience import until_cancelled
from sundhedsklynge.workspace.risk_kept import keep_then, known_then, stamp_of
from sundhedsklynge.workspace.risk_record import RiskRecord, RiskThen, judge_record, risk_then
from sundhedsklynge.workspace.waiting_list import (
    Caseload,
    LongOpen,
    TwoClocks,
    Waiting,
    long_open,
    two_clocks,
    waiting_list,
)

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace


RECORD_ORIGINS = 6  # as-of dates four weeks apart: half a year
RECORD_STEP = 4 * ONE_WEEK


class Deadline:
    """Risk, advice, who waits, alerts and how good it was. Without an `as_of` the newest data speak. Every method raises
    NothingToComputeError where nothing is known; `weeks` is the number of weeks ahead, WEEKS_AHEAD at the least.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    def basis(
        self,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> RiskBasis:
        """Draws, queue, slots and rules of one as-of date, kept until the data change."""
        day, weeks = as_of or self._workspace.default_as_of(), max(weeks, WEEKS_AHEAD)

        def compute() -> RiskBasis:
            outlook = self._workspace.forecast(day, weeks, progress, cancelled)
            return self._basis(day, outlook, self.caseload(day))

        return self._workspace.keep(("basis", day, weeks), compute)

    def _basis(self, day: dt.date, outlook: Outlook, load: Caseload) -> RiskBasis:
        evidence, settings = outlook.evidence, self._workspace.settings()
        rules = risk_rules(settings, day, evidence.procedures)
        inputs = risk_inputs(
            evidence,
            outlook,
            load.backlog,
            queries.capacity(self._db, day),
            closed_days(settings, day, evidence.municipalities),
            group_days(settings, day, evidence.municipalities),
        )
        return RiskBasis(
            as_of=day,
            inputs=inputs,
            profile=profile_of(inputs),
            rules=rules,
            names=load.names,
            procedures=evidence.procedures,
            hospitals=evidence.hospitals,
            share_stated=any((v.valid_from or day) <= day for v in settings.stored("frist.andel_pladser")),
        )

    def caseload(self, as_of: dt.date | None = None) -> Caseload:
        """The plans received and who of them waits, kept until they change; needs no forecast."""
        day = as_of or self._workspace.default_as_of()
        return self._workspace.keep(("caseload", day), lambda: self._caseload(day, self._workspace.evidence(day)))

    def _caseload(self, day: dt.date, evidence: Evidence) -> Caseload:
        rules = risk_rules(self._workspace.settings(), day, evidence.procedures)
        plans, offers_known = queries.plan_rows(self._db, day, evidence)
        organisation = self._workspace.organisation()
        return Caseload(
            as_of=evidence.as_of,
            codes=evidence.municipalities,
            names=tuple(organisation.name(code) for code in evidence.municipalities),
            procedures=evidence.procedures,
            plans=plans,
            backlog=build_backlog(plans, data_end(evidence), offers_known, rules.clock, rules.queue),
            clock=rules.clock,
            queue=rules.queue,
        )

    def table(
        self,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> RiskTable:
        """The risk of the plan as it stands, with its joint paths."""
        day, weeks = as_of or self._workspace.default_as_of(), max(weeks, WEEKS_AHEAD)

        def step(done: int, of: int) -> None:
            stop_if(cancelled)
            progress(0.4 + 0.6 * done / of)

        def compute() -> RiskTable:
            basis = self.basis(day, weeks, lambda share: progress(0.4 * share), cancelled)
            return assess(basis.inputs, basis.rules, progress=step, profile=basis.profile)

        return self._workspace.keep(("risk_table", day, weeks), compute)

    # What to do about it ----------------------------------------------------------------------------------------------

    def advice(self, municipality: int, as_of: dt.date | None = None, weeks: int = WEEKS_AHEAD) -> Advice:
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
        weeks: int = WEEKS_AHEAD,
    ) -> BestUseAnswer:
        """Where `extra` slots, up to the week of `last_week`, do most good. Raises UserError for a number that cannot be used."""
        return use_best(self.basis(as_of, weeks), municipality, extra, last_week)

    def alerts(
        self,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        before: dt.date | None = None,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> list[ChangeLine]:
        """Weeks that crossed the target since `before` (else `last_time`), each with its reason, heaviest first."""
        day, weeks = as_of or self._workspace.default_as_of(), max(weeks, WEEKS_AHEAD)
        earlier = before or last_time(self._workspace.evidence(day)) or day - ONE_WEEK

        def compute() -> list[ChangeLine]:
            try:
                then = self._risk_then(earlier, weeks, lambda share: progress(0.6 * share), cancelled)
            except NothingToComputeError:
                return []  # the first file has nothing to be compared with
            now = self.table(day, weeks, lambda share: progress(0.6 + 0.4 * share), cancelled)
            limits = self._workspace.settings().get("risiko.graenser", day)
            return alert_lines(then, self.basis(day, weeks), now, limits)

        return self._workspace.keep(("alerts", day, weeks, earlier), compute)

    # Who waits --------------------------------------------------------------------------------------------------------

    def waiting(self, as_of: dt.date | None = None) -> tuple[Waiting, ...]:
        """Who waits, by days left, in every municipality; counts only."""
        day = as_of or self._workspace.default_as_of()
        return self._workspace.keep(("waiting", day), lambda: waiting_list(self.caseload(day)))

    def long_open(self, as_of: dt.date | None = None) -> tuple[LongOpen, ...]:
        """Plans so long past their deadline that they are left out of the queue: to be closed or offered a start."""
        return long_open(self.caseload(as_of))

    def two_clocks(self, as_of: dt.date | None = None) -> tuple[TwoClocks, ...]:
        """Deadlines of the last 13 weeks and those missed, from discharge (the law) and from receipt."""
        day = as_of or self._workspace.default_as_of()
        return self._workspace.keep(("two_clocks", day), lambda: two_clocks(self.caseload(day)))

    # How good it was --------------------------------------------------------------------------------------------------

    def record(
        self,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
        so_far: Callable[[RiskRecord], object] | None = None,
    ) -> RiskRecord:
        """What was said every fourth week of the last half year against what happened. so_far: told the record of the dates judged
        as each is added, the newest date first. What is computed of a date stays, in the database too, when the rest is cancelled. Raises
        CancelledError.
        """
        day, weeks = as_of or self._workspace.default_as_of(), max(weeks, WEEKS_AHEAD)

        def compute() -> RiskRecord:
            now, stamp = self.caseload(day), stamp_of(self._workspace, weeks)
            days = [day - k * RECORD_STEP for k in range(1, RECORD_ORIGINS + 1)]
            days = [earlier for earlier in days if self._known_before(day, earlier)]
            known = known_then(self._workspace, stamp)
            said: dict[dt.date, RiskThen] = {}
            try:
                for done, earlier in enumerate(days):

                    def report(share: float, done: int = done) -> None:
                        progress((done + share) / len(days))

                    said[earlier] = known.get(earlier) or self._risk_then(earlier, weeks, report, cancelled)
                    report(1.0)
                    if so_far is not None:
                        so_far(judge_record(list(said.values()), now, len(days)))
            finally:
                keep_then(self._workspace, stamp, weeks, {d: then for d, then in said.items() if d not in known})
            return judge_record(list(said.values()), now, len(days))

        record = self._workspace.keep(("record", day, weeks), compute)
        progress(1.0)
        return record

    def _known_before(self, day: dt.date, earlier: dt.date) -> bool:
        """Whether half a year of receipts were known at `earlier`: less says nothing of the risk."""
        received = self._workspace.evidence(day).receipts.received
        return len(received) > 0 and int(np.min(received)) <= day_number(earlier) - 182

    def _risk_then(self, day: dt.date, weeks: int, progress: Progress, cancelled: Cancelled) -> RiskThen:
        """The risk as of an earlier day, kept under its stamp, for others may have changed the database; its draws are not."""
        key = ("risk_then", day, weeks, stamp_of(self._workspace, weeks))
        return self._workspace.keep(key, lambda: self._compute_then(day, weeks, progress, cancelled))

    def _compute_then(self, day: dt.date, weeks: int, progress: Progress, cancelled: Cancelled) -> RiskThen:
        evidence = queries.evidence(self._db, day, self._workspace.settings().get("frist.typer", day))
        if not evidence.municipalities:
            raise NothingToComputeError(f"Intet var kendt den {day:%d.%m.%Y}.", "Vælg en senere dato.")

        def step(done: int, of: int) -> None:
            stop_if(cancelled)
            progress(0.6 + 0.4 * done / of)

        areas = scopes(self._workspace.organisation(), evidence.municipalities, day)
        forecast = until_cancelled(lambda: self._workspace.overrides.predict(evidence, weeks), cancelled)
        progress(0.5)
        load = self._caseload(day, evidence)
        basis = self._basis(day, Outlook(day, evidence, areas, forecast), load)
        progress(0.6)
        table = assess(basis.inputs, basis.rules, progress=step, profile=basis.profile, with_plan=False)
        return risk_then(load, table)
