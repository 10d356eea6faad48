"""What the window works on: the open workspace, the scope chosen at the top, and the results all pages show.

Everything slow goes through `Jobs`. Results arrive in steps (ground, outlook, risk, changes), each with its own signal,
so that a page redraws only what is new.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sundhedsklynge.domain.errors import NothingToComputeError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, stop_if
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.ui.jobs import Jobs, Progress
from sundhedsklynge.ui.notice import Notice, notice_of, stopped_notice
from sundhedsklynge.ui.steps import Steps
from sundhedsklynge.ui.text import tr

if TYPE_CHECKING:
    from sundhedsklynge.forecast.evidence import Floats
    from sundhedsklynge.forecast.outlook import Outlook
    from sundhedsklynge.forecast.outlook import Scope as Area
    from sundhedsklynge.workspace import (
        ChangeLine,
        Freshness,
        ImportInfo,
        RiskView,
        Workspace,
    )

    Histories = dict[tuple[str, str, str], tuple[list[dt.date], Floats]]

WEEKS, WEEKS_BACK = WEEKS_AHEAD, 26
EVERYTHING = ("i_alt", "i_alt")


@dataclass(frozen=True)
class Scope:
    """What all pages look at: an area whose municipalities are listed, one municipality in it or None, a procedure."""

    area: tuple[str, str] = EVERYTHING
    municipality: int | None = None
    procedure: str = ALL

    @property
    def focus(self) -> tuple[str, str]:
        """Level and code of the narrowest area chosen."""
        return self.area if self.municipality is None else ("kommune", str(self.municipality))


@dataclass(frozen=True)
class Ground:
    """What is known without computing anything."""

    as_of: dt.date
    newest: dt.date
    areas: tuple[Area, ...]
    procedures: tuple[str, ...]
    freshness: tuple[Freshness, ...]
    limits: tuple[float, float, float]


@dataclass(frozen=True)
class Reading:
    """What a first look at the database gave: always the imports, and the ground or why there is none."""

    imports: tuple[ImportInfo, ...]
    empty: bool
    ground: Ground | None
    failure: Exception | None


class Session(QObject):
    """The open workspace and what is shown of it."""

    workspace_changed = Signal()
    ground_changed = Signal()
    outlook_changed = Signal()
    risk_changed = Signal()
    changes_changed = Signal()
    scope_changed = Signal()
    told = Signal(object)
    news_changed = Signal()  # what has been told may no longer be so

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self.workspace: Workspace | None = None
        self.empty = True
        self.failure: Notice | None = None
        self.ground: Ground | None = None
        self.imports: tuple[ImportInfo, ...] = ()
        self.outlook: Outlook | None = None
        self.risk: RiskView | None = None
        self.changes: tuple[ChangeLine, ...] = ()
        self.outlook_failure: Notice | None = None
        self.risk_failure: Notice | None = None
        self.scope = Scope()
        self._first_scope = Scope()
        self._chosen_as_of: dt.date | None = None
        self._histories: Histories = {}
        self._is_complete = False  # all that is computed of the ground is there
        self.steps = Steps(jobs, self)
        self.steps.applied.connect(self.load)
        self.steps.failed.connect(lambda error: self.told.emit(notice_of(error)))

    # Opening and closing

    def begin_with(self, scope: Scope) -> None:
        """The scope of the first database that is opened, as far as its data have it."""
        self._first_scope = scope

    def open(self, database: str | None) -> None:
        """Opens a database file or address (None: the user's own), creating it where there is none."""

        def make() -> Workspace:
            from sundhedsklynge.workspace import Workspace

            return Workspace.open(database, create=True)

        self._open(tr("Åbner databasen"), make)

    def open_demo(self) -> None:
        """Opens a fresh demo database that is gone when the window closes."""

        def make() -> Workspace:
            from sundhedsklynge.workspace import Workspace

            folder = tempfile.TemporaryDirectory(prefix="sundhedsklynge-demo-")
            workspace = Workspace.demo(str(Path(folder.name) / "demo.sqlite"))
            workspace.on_close(folder.cleanup)
            return workspace

        self._open(tr("Laver demodata"), make)

    def use(self, workspace: Workspace, is_empty: bool) -> None:
        """Takes an open workspace, closes the one before, and loads."""
        self.jobs.cancel_all()
        if self.workspace is not None:
            self.workspace.close()
        self.workspace = workspace
        self.failure = None
        self._chosen_as_of = None
        self.steps.clear()
        self.scope, self._first_scope = self._first_scope, Scope()
        self._forget_results()
        self.ground = None
        self.imports = ()
        self.empty = is_empty
        self.workspace_changed.emit()
        self.load()

    def close(self) -> None:
        """Stops all jobs and closes the workspace."""
        self.jobs.shut_down()
        if self.workspace is not None:
            self.workspace.close()
            self.workspace = None

    def _open(self, label: str, make: Callable[[], Workspace]) -> None:
        def work(progress: Progress, cancelled: Cancelled) -> tuple[Workspace, bool]:
            from sundhedsklynge.ui.layout import remembered
            from sundhedsklynge.ui.pages import OVERBLIK, preload

            preload(OVERBLIK, remembered("page"))  # the others once there are data to look at
            workspace = make()
            return workspace, workspace.is_empty()

        def failed(error: Exception) -> None:
            is_first = self.workspace is None and self.failure is None  # else the pages stay, with what was typed there
            self.failure = failure = replace(notice_of(error), holds=lambda: self.failure is failure)
            if is_first:
                self.workspace_changed.emit()
            self.told.emit(failure)

        self.jobs.start("open", label, work, lambda opened: self.use(*opened), failed, cancellable=False)

    # Loading

    def compute_again(self) -> None:
        """Reads and computes everything anew: others may have changed the database."""
        if self.workspace is not None:
            self.workspace.forget()
            self.load()

    def load(self) -> None:
        """Reads the ground, then computes what of outlook, risk and changes is not known; a load under way is cancelled."""
        workspace = self.workspace
        if workspace is None:
            return
        chosen = self._chosen_as_of

        def read(progress: Progress, cancelled: Cancelled) -> Reading:
            imports, empty = tuple(workspace.imports()), workspace.is_empty()
            try:
                newest = workspace.default_as_of()
                as_of = chosen or newest
                ground = Ground(
                    as_of,
                    newest,
                    tuple(workspace.areas(as_of)),
                    tuple(workspace.procedures(as_of)),
                    tuple(workspace.freshness(as_of)),
                    workspace.settings().get("risiko.graenser", as_of),
                )
            except NothingToComputeError as error:
                return Reading(imports, empty, None, error)
            return Reading(imports, empty, ground, None)

        self.jobs.start(
            "load",
            tr("Læser data"),
            read,
            lambda reading: self._on_read(workspace, reading),
            lambda error: self._on_read(workspace, Reading(self.imports, self.empty, None, error)),
            self._on_stopped,
        )

    def _on_read(self, workspace: Workspace, reading: Reading) -> None:
        outlook, risk = self._still_true(workspace, reading)
        if outlook is None:
            self._forget_results()
        elif risk is None:
            self._forget_risk()
        self.imports, self.empty = reading.imports, reading.empty
        if reading.ground is not None:
            self.ground = reading.ground
            self._keep_scope_within(reading.ground)
        elif self.ground is not None and self._chosen_as_of is not None and not reading.empty:
            self.ground = replace(self.ground, as_of=self._chosen_as_of)  # another date can be chosen in its place
        else:
            self.ground = None
        if reading.failure is not None:
            self.outlook_failure = self.risk_failure = self._with_way_on(reading.failure)
        self.ground_changed.emit()
        if outlook is None:
            self.outlook_changed.emit()
        if risk is None:
            self.risk_changed.emit()
        if reading.ground is not None:
            self._load_missing(workspace, reading.ground)
        else:
            self._load_pages()

    def _still_true(self, workspace: Workspace, reading: Reading) -> tuple[Outlook | None, RiskView | None]:
        """The results shown that the change left as they were: those are not computed, nor drawn, anew."""
        ground = reading.ground
        if ground is None or self.ground is None or ground.as_of != self.ground.as_of:
            return None, None
        if self.outlook is None or not workspace.holds(self.outlook):
            return None, None
        return self.outlook, self.risk if self.risk is not None and workspace.holds(self.risk) else None

    def _load_missing(self, workspace: Workspace, ground: Ground) -> None:
        if self.outlook is None:
            self._load_outlook(workspace, ground)
        elif self.risk is None:
            self._load_risk(workspace, ground)
        elif not self._is_complete:
            self._load_changes(workspace, ground)

    def _load_outlook(self, workspace: Workspace, ground: Ground) -> None:
        def work(progress: Progress, cancelled: Cancelled) -> Outlook:
            outlook = workspace.forecast(ground.as_of, WEEKS, progress=progress, cancelled=cancelled)
            self._make_ready(outlook, ground, (ALL,), self._histories, cancelled)
            return outlook

        def done(outlook: Outlook) -> None:
            self.outlook = outlook
            self.outlook_changed.emit()
            self._load_risk(workspace, ground)

        def failed(error: Exception) -> None:
            self.outlook_failure = self.risk_failure = self._with_way_on(error)
            self.outlook_changed.emit()
            self.risk_changed.emit()

        self.jobs.start("load", tr("Regner prognosen"), work, done, failed, self._on_stopped)

    def _load_risk(self, workspace: Workspace, ground: Ground) -> None:
        def work(progress: Progress, cancelled: Cancelled) -> RiskView:
            return workspace.risk(ground.as_of, WEEKS, progress=progress, cancelled=cancelled)

        def done(risk: RiskView) -> None:
            self.risk = risk
            self.risk_changed.emit()
            self._load_pages()
            self._load_changes(workspace, ground)

        def failed(error: Exception) -> None:
            self.risk_failure = self._with_way_on(error)
            self.risk_changed.emit()

        self.jobs.start("load", tr("Regner risikoen"), work, done, failed, self._on_stopped)

    def _load_pages(self) -> None:
        from sundhedsklynge.ui.pages import preload

        self.jobs.start("pages", tr("Gør siderne klar"), lambda progress, cancelled: preload(), cancellable=False)

    def _load_changes(self, workspace: Workspace, ground: Ground) -> None:
        def done(changes: Sequence[ChangeLine]) -> None:
            self.changes = tuple(changes)
            self.changes_changed.emit()
            assert self.outlook is not None
            self._load_rest(self.outlook, ground)

        self.jobs.start(
            "load",
            tr("Sammenligner med sidste fil"),
            lambda progress, cancelled: workspace.changes(ground.as_of, progress=progress, cancelled=cancelled),
            done,
            lambda error: self.told.emit(notice_of(error)),
        )

    def _load_rest(self, outlook: Outlook, ground: Ground) -> None:
        histories, workspace = self._histories, self.workspace
        assert workspace is not None

        def work(progress: Progress, cancelled: Cancelled) -> None:
            self._make_ready(outlook, ground, outlook.procedures, histories, cancelled)
            if ground.as_of == ground.newest:
                # What was shown of the newest data is scored when its weeks have passed.
                workspace.accuracy.freeze(outlook)

        def done(_: object) -> None:
            self._is_complete = True

        self.jobs.start("load", tr("Gør kurver klar"), work, done, lambda error: self.told.emit(notice_of(error)))

    @staticmethod
    def _make_ready(
        outlook: Outlook, ground: Ground, procedures: Sequence[str], histories: Histories, cancelled: Cancelled
    ) -> None:
        """Sums areas in the thread; results are kept, so that lists and charts find them without waiting."""
        for area in ground.areas:
            for procedure in procedures:
                stop_if(cancelled)
                outlook.cell(area.level, area.code, procedure)
                key = (area.level, area.code, procedure)
                histories[key] = outlook.history(*key, WEEKS_BACK)

    def _with_way_on(self, error: Exception) -> Notice:
        """Why there are no figures, and what to press: the newest data where an earlier date has none, else to try again."""
        if isinstance(error, NothingToComputeError) and self._chosen_as_of is not None:
            return replace(notice_of(error), action=(tr("Vis nyeste data"), self.choose_newest))
        return replace(notice_of(error), action=(tr("Regn igen"), self.compute_again))

    def _on_stopped(self) -> None:
        if self.jobs.is_running("load"):
            return  # a newer load took over
        stopped = stopped_notice(self.load)
        if self.outlook is None:
            self.outlook_failure = stopped
            self.outlook_changed.emit()
        if self.risk is None:
            self.risk_failure = stopped
            self.risk_changed.emit()

    def _forget_results(self) -> None:
        self.outlook = None
        self._histories = {}
        self.outlook_failure = None
        self._forget_risk()

    def _forget_risk(self) -> None:
        self.risk = None
        self.changes = ()
        self.risk_failure = None
        self._is_complete = False

    # Scope

    def choose_as_of(self, day: dt.date) -> None:
        """Looks at the data as they were known on the morning of `day`."""
        if self.ground is None or day != self.ground.as_of:
            self._chosen_as_of = day
            self.load()

    def choose_newest(self) -> None:
        """Looks at the newest data again."""
        self._chosen_as_of = None
        self.load()

    def choose(self, scope: Scope) -> None:
        """Sets the scope of all pages."""
        if scope != self.scope:
            self.scope = scope
            self.scope_changed.emit()

    def area(self, level: str, code: str) -> Area | None:
        """The area of the as-of date with that level and code."""
        areas = self.ground.areas if self.ground else ()
        return next((area for area in areas if (area.level, area.code) == (level, code)), None)

    def area_name(self, level: str, code: str) -> str:
        """What an area is called on screen."""
        if level == "i_alt":
            return tr("I alt")
        area = self.area(level, code)
        if area is None:
            return code
        return tr("Klynge {name}", name=area.name.removeprefix("Klynge ")) if level == "klynge" else area.name

    @property
    def is_demo(self) -> bool:
        """Whether the data are made up."""
        return self.workspace is not None and self.workspace.is_demo

    @property
    def database_name(self) -> str:
        """The last part of the open database's path or address, short enough for a title."""
        return self.workspace.name.replace("\\", "/").rsplit("/", 1)[-1] if self.workspace else ""

    def history(self, level: str, code: str, procedure: str) -> tuple[list[dt.date], Floats]:
        """Mondays and plans received (NaN missing) of the half year before the forecast; kept, for lists ask often."""
        key = (level, code, procedure)
        if key not in self._histories:
            assert self.outlook is not None
            self._histories[key] = self.outlook.history(*key, WEEKS_BACK)
        return self._histories[key]

    def municipalities_in_scope(self) -> list[Area]:
        """The municipalities of the chosen area, by name."""
        chosen = self.area(*self.scope.area)
        members = set(chosen.members) if chosen else set[int]()
        areas = self.ground.areas if self.ground else ()
        inside = [area for area in areas if area.level == "kommune" and int(area.code) in members]
        return sorted(inside, key=lambda area: danish_order(area.name))

    def _keep_scope_within(self, ground: Ground) -> None:
        known = {(area.level, area.code) for area in ground.areas}
        area = self.scope.area if self.scope.area in known else EVERYTHING
        municipality = self.scope.municipality
        members = next((inside.members for inside in ground.areas if (inside.level, inside.code) == area), ())
        if municipality is not None and (("kommune", str(municipality)) not in known or municipality not in members):
            municipality = None
        procedure = self.scope.procedure if self.scope.procedure in (*ground.procedures, ALL) else ALL
        self.choose(Scope(area, municipality, procedure))


@lru_cache(maxsize=1024)
def danish_order(text: str) -> tuple[int, ...]:
    """Sort key with æ, ø and å last, aa as å."""
    letters = text.casefold().replace("aa", "å")
    return tuple({"æ": 1000, "ø": 1001, "å": 1002}.get(letter, ord(letter)) for letter in letters)
