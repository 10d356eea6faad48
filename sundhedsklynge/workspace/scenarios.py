"""The scenarios room: what if, answered at once for one municipality; named, saved and compared side by side for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sundhedsklynge.deadline.risk import RiskTable, assess
from sundhedsklynge.domain.calendar import week_text
from sundhedsklynge.domain.errors import UserError
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet, stop_if
from sundhedsklynge.export.scenarios import compose, write
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.store import scenarios as stored
from sundhedsklynge.workspace.change import Change
from sundhedsklynge.workspace.deadline_risk import RiskBasis, RiskView, data_warnings, risk_view
from sundhedsklynge.workspace.outcome import Outcome, outcome_of, part_of
from sundhedsklynge.workspace.personal import without_person
from sundhedsklynge.workspace.provenance import provenance
from sundhedsklynge.workspace.whatif import WhatIf, read_what_if, to_scenario
from sundhedsklynge.workspace.words import number, percent

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace


PLAN = "planen"  # what a scenario is compared with
PLAIN = WhatIf()


@dataclass(frozen=True)
class SavedScenario:
    """A scenario as people see it."""

    name: str
    changes: WhatIf
    who: str
    when: dt.datetime


@dataclass(frozen=True)
class WhatIfAnswer:
    """One municipality before and after; both hold one row. sentence: the difference in words."""

    before: Outcome
    after: Outcome
    sentence: str


@dataclass(frozen=True)
class Comparison:
    """Outcomes side by side, the plan first."""

    outcomes: tuple[Outcome, ...]

    def table(self) -> pd.DataFrame:
        """Every outcome's rows by municipality and week."""
        return pd.concat([outcome.table() for outcome in self.outcomes], ignore_index=True)

    def by_municipality(self) -> pd.DataFrame:
        """Every outcome's sums by municipality."""
        return pd.concat([outcome.by_municipality() for outcome in self.outcomes], ignore_index=True)

    def totals(self) -> pd.DataFrame:
        """A row for each outcome, all municipalities together."""
        return pd.DataFrame([outcome.totals() for outcome in self.outcomes])

    def difference(self) -> str:
        """What the first scenario does to several municipalities: weeks over the target, and the municipality it means most to."""
        return _area_difference(*self.outcomes[:2])

    def sentence(self) -> str:
        """Which scenario lowers the expected number past the deadline most, and by how much."""
        plan, *others = self.outcomes
        if not others:
            return "Gem et scenarie for at sammenligne det med planen."
        if np.isnan(plan.p_late).all():
            return "Skriv antal pladser ind for at sammenligne risikoen."
        best = min(others, key=lambda outcome: outcome.expected_late)
        worst = max(others, key=lambda outcome: outcome.expected_late)
        before = number(plan.expected_late, 1)
        parts: list[str] = []
        for outcome, sign, verb in ((best, -1, "sænker"), (worst, 1, "øger")):
            after = number(outcome.expected_late, 1)
            if sign * (outcome.expected_late - plan.expected_late) > 0 and after != before:
                parts.append(f"{outcome.name} {verb} de ventede overskridelser mest: fra {before} til {after}.")
        return " ".join(parts) or f"Ingen af scenarierne ændrer de ventede overskridelser ({before})."


class Scenarios:
    """Named scenarios and what they do to the risk. `weeks` is the number of weeks ahead; where one municipality is
    looked at alone, WEEKS_AHEAD at the least."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    # Kept -------------------------------------------------------------------------------------------------------------

    def list(self) -> list[SavedScenario]:
        """All that are saved, by name."""
        return [
            SavedScenario(s.name, read_what_if(s.definition["changes"]), s.made_by, s.made_at)
            for s in stored.scenarios(self._db)
        ]

    def get(self, name: str) -> SavedScenario:
        """The scenario called `name`. Raises UserError naming those there are."""
        every = self.list()
        for scenario in every:
            if scenario.name.casefold() == name.strip().casefold():
                return scenario
        names = ", ".join(scenario.name for scenario in every)
        remedy = f"Vælg en af: {names}." if names else "Gem et scenarie først."
        raise UserError(f"Der er intet scenarie, der hedder '{name}'.", remedy)

    def save(self, name: str, changes: WhatIf) -> Change:
        """Saves `changes` as `name`, in place of what was called so. Raises UserError for a name that cannot be used, or no changes."""
        if not changes.parts:
            raise UserError("Scenariet ændrer intet.", "Tilføj mindst én ændring.")
        if name.strip().casefold() == PLAN:
            raise UserError(f"'{PLAN}' er det, scenarier sammenlignes med.", "Vælg et andet navn.")
        without_person(name)
        before = next((s for s in self.list() if s.name == " ".join(name.split())), None)
        definition = {"changes": changes.lines()}

        def write() -> None:
            stored.save_scenario(self._db, name, definition)

        def back() -> None:
            if before is None:
                stored.remove_scenario(self._db, " ".join(name.split()))
            else:
                stored.save_scenario(self._db, before.name, {"changes": before.changes.lines()})

        write()
        return Change(f"Scenariet {name} er gemt", back, write)

    def rename(self, name: str, new: str) -> Change:
        """Gives a scenario another name. Raises UserError."""
        without_person(new)
        old, tidy = self.get(name).name, " ".join(new.split())
        if tidy.casefold() == PLAN:
            raise UserError(f"'{PLAN}' er det, scenarier sammenlignes med.", "Vælg et andet navn.")
        stored.rename_scenario(self._db, old, tidy)
        return Change(
            f"Scenariet {old} hedder nu {tidy}",
            lambda: stored.rename_scenario(self._db, tidy, old),
            lambda: stored.rename_scenario(self._db, old, tidy),
        )

    def delete(self, name: str) -> Change:
        """Takes a scenario away. Raises UserError."""
        old = self.get(name)
        stored.remove_scenario(self._db, old.name)
        return Change(
            f"Scenariet {old.name} er slettet",
            lambda: stored.save_scenario(self._db, old.name, {"changes": old.changes.lines()}),
            lambda: stored.remove_scenario(self._db, old.name),
        )

    def table(self) -> pd.DataFrame:
        """The saved scenarios as rows for other programs."""
        rows = [(s.name, s.changes.text(), s.who, f"{s.when:%Y-%m-%dT%H:%M:%S}") for s in self.list()]
        return pd.DataFrame(rows, columns=["navn", "aendringer", "hvem", "hvornaar"])

    # Computed ---------------------------------------------------------------------------------------------------------

    def risk(
        self,
        name: str,
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> RiskView:
        """The risk under a saved scenario. Raises UserError, NothingToComputeError."""
        scenario = self.get(name)
        basis = self._workspace.deadline.basis(as_of, weeks, lambda share: progress(0.4 * share), cancelled)
        rows = range(len(basis.inputs.codes))
        table = self._assess(basis, scenario.changes, rows, weeks, progress, cancelled)
        view = risk_view(basis, table, self._workspace.overrides.told(basis.as_of, weeks)).first(weeks)
        said = f"Scenarie {scenario.name}: {scenario.changes.text()}."
        return replace(view, advarsler=(said, *view.advarsler))

    def compare(
        self,
        scenarios: Sequence[str | SavedScenario],
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
        municipalities: Sequence[int] | None = None,
        recommend: bool = True,
    ) -> Comparison:
        """The plan and the scenarios (saved ones by name) side by side, on the same random numbers; of `municipalities` (codes; None: all).
        recommend: False leaves out the recommended slots of the scenarios, which take half the time. Raises UserError,
        NothingToComputeError.
        """
        chosen = [self.get(s) if isinstance(s, str) else s for s in scenarios]
        deadline = self._workspace.deadline
        part = 1 / (len(chosen) + 1)
        plan = deadline.table(as_of, weeks, lambda share: progress(part * share), cancelled)
        basis = deadline.basis(as_of, weeks)
        codes = basis.inputs.codes if municipalities is None else municipalities
        rows = [basis.index(code) for code in codes]
        slot_price = self._slot_price(basis)
        outcomes = [outcome_of(PLAN, "", basis, part_of(plan, rows, weeks), slot_price, rows)]
        for i, scenario in enumerate(chosen, 1):

            def report(share: float, done: int = i) -> None:
                progress(part * (done + share))

            table = self._assess(basis, scenario.changes, rows, weeks, report, cancelled, recommend)
            table = part_of(table, range(len(rows)), weeks)
            outcomes.append(outcome_of(scenario.name, scenario.changes.text(), basis, table, slot_price, rows))
        return Comparison(tuple(outcomes))

    def try_out(
        self,
        changes: WhatIf,
        municipalities: Sequence[int],
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> Comparison:
        """The plan and `changes` that are not saved, for several municipalities (codes), without recommended slots. Raises UserError,
        NothingToComputeError, CancelledError.
        """
        trial = SavedScenario(changes.text(), changes, "", dt.datetime.min)
        return self.compare([trial], as_of, weeks, progress, cancelled, municipalities, recommend=False)

    def fitting(self, as_of: dt.date | None = None, weeks: int = WEEKS_AHEAD) -> list[SavedScenario]:
        """Those saved that name only what the data of the date hold, by name."""
        basis = self._workspace.deadline.basis(as_of, weeks)

        def fits(scenario: SavedScenario) -> bool:
            try:
                to_scenario(scenario.changes, basis)
            except UserError:
                return False
            return True

        return [scenario for scenario in self.list() if fits(scenario)]

    def export(self, comparison: Comparison, folder: Path, place: str, as_of: dt.date | None = None) -> list[Path]:
        """Writes a comparison as a workbook and as CSV for Excel, with what it rests on; `place` is what its area is called. Raises
        UserError where a file cannot be written.
        """
        day = as_of or self._workspace.default_as_of()
        weeks, deadline = len(comparison.outcomes[0].weeks), self._workspace.deadline
        warnings = data_warnings(deadline.basis(day, weeks), deadline.table(day, weeks))
        meta = provenance(self._workspace, day, warnings, comparison.outcomes[0].codes)
        frames = (comparison.totals(), comparison.by_municipality(), comparison.table())
        return write(compose(*frames, meta, place), folder)

    def what_if(
        self,
        municipality: int,
        changes: WhatIf,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        recommend: bool = True,
    ) -> WhatIfAnswer:
        """What `changes` do to one municipality, at once. While dragging, `recommend` False leaves out the recommended slots after,
        which take half the time. Raises UserError, NothingToComputeError.
        """
        basis = self._workspace.deadline.basis(as_of, weeks)
        before = self._plan_of(basis, municipality, weeks)
        after = self._one(basis, municipality, changes, recommend)
        return WhatIfAnswer(before, after, _difference(before, after))

    def side_by_side(
        self,
        municipality: int,
        scenarios: Sequence[SavedScenario],
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
    ) -> Comparison:
        """The plan and the scenarios for one municipality, at once: as `compare`, without the risk of the others. Raises UserError,
        NothingToComputeError.
        """
        basis = self._workspace.deadline.basis(as_of, weeks)
        plan = self._plan_of(basis, municipality, weeks)
        others = [replace(self._one(basis, municipality, s.changes), name=s.name) for s in scenarios]
        return Comparison((plan, *others))

    def _plan_of(self, basis: RiskBasis, municipality: int, weeks: int) -> Outcome:
        return self._workspace.keep(
            ("what_if", basis.as_of, weeks, municipality), lambda: self._one(basis, municipality, PLAIN)
        )

    def _one(self, basis: RiskBasis, municipality: int, changes: WhatIf, recommend: bool = True) -> Outcome:
        m = basis.index(municipality)
        scenario = to_scenario(changes, basis)
        table = assess(basis.inputs, basis.rules, [m], scenario, profile=basis.profile, with_plan=recommend)
        return outcome_of(changes.text() or PLAN, changes.text(), basis, table, self._slot_price(basis), (m,))

    def _assess(
        self,
        basis: RiskBasis,
        changes: WhatIf,
        rows: Sequence[int],
        weeks: int,
        progress: Progress,
        cancelled: Cancelled,
        recommend: bool = True,
    ) -> RiskTable:
        """The risk of the municipalities `rows` under `changes`, in that order; kept where it is whole."""
        ordered = sorted(rows)

        def step(done: int, of: int) -> None:
            stop_if(cancelled)
            progress(done / of)

        def compute() -> RiskTable:
            scenario = to_scenario(changes, basis)
            return assess(
                basis.inputs, basis.rules, ordered, scenario, progress=step, profile=basis.profile, with_plan=recommend
            )

        key = ("scenario", basis.as_of, weeks, changes, tuple(ordered))
        table = self._workspace.keep(key, compute) if recommend else compute()
        return part_of(table, [ordered.index(row) for row in rows])

    def _slot_price(self, basis: RiskBasis) -> float | None:
        return self._workspace.settings().get("pladser.pris", basis.as_of)


def _area_difference(before: Outcome, after: Outcome) -> str:
    if np.isnan(before.p_late).all():
        return "Skriv antal pladser ind for at se risikoen."
    moved = np.nansum(after.late, axis=1) - np.nansum(before.late, axis=1)
    most = int(np.argmax(np.abs(moved)))
    said = f"Kommune-uger over målet: fra {number(before.weeks_over)} til {number(after.weeks_over)}."
    if abs(moved[most]) < 0.05:
        return f"{said} De ventede overskridelser er de samme."
    late = (float(np.nansum(outcome.late[most])) for outcome in (before, after))
    was, now = (number(count, 1) for count in late)
    return f"{said} Det betyder mest i {before.names[most]}: fra {was} til {now} ventede overskridelser."


def _difference(before: Outcome, after: Outcome) -> str:
    """The week whose risk moves most, and the expected number over all weeks."""
    was, now = before.p_late[0], after.p_late[0]
    known = ~np.isnan(was) & ~np.isnan(now)
    if not known.any():
        return "Skriv antal pladser ind for at se risikoen."
    week = int(np.argmax(np.where(known, np.abs(now - was), -1.0)))
    expected = f"{number(before.expected_late, 1)} til {number(after.expected_late, 1)}"
    if abs(now[week] - was[week]) < 0.005:
        return f"Risikoen er den samme. Ventede overskridelser: fra {expected}."
    verb = "stiger" if now[week] > was[week] else "falder"
    return (
        f"Risikoen i {week_text(before.weeks[week])} {verb} fra {percent(was[week])} til {percent(now[week])}. "
        f"Ventede overskridelser i alt: fra {expected}."
    )
