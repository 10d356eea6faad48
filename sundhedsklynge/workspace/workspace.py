"""Everything a window or a command can do. Results are kept until something is stored, so that asking twice costs once."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

import pandas as pd

from sundhedsklynge.coverage.openness import Freshness, freshness
from sundhedsklynge.domain.areas import Organisation
from sundhedsklynge.domain.errors import DatabaseError, NothingToComputeError, UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.domain.progress import Cancelled, Progress, never, quiet, stop_if
from sundhedsklynge.forecast import WEEKS_AHEAD
from sundhedsklynge.forecast.evidence import Evidence
from sundhedsklynge.forecast.outlook import Outlook, Scope, scopes
from sundhedsklynge.settings import SETTINGS, Setting, Settings, setting
from sundhedsklynge.store import backup as copies
from sundhedsklynge.store import history, notes, queries
from sundhedsklynge.store import imports as stored_imports
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.organisation import organisation
from sundhedsklynge.workspace.accuracy import EXPORT, Accuracy
from sundhedsklynge.workspace.deadline import Deadline
from sundhedsklynge.workspace.deadline_risk import RiskView, risk_view
from sundhedsklynge.workspace.demo_database import demo_database
from sundhedsklynge.workspace.explain import Explain
from sundhedsklynge.workspace.history import ImportInfo, import_info, imports_table
from sundhedsklynge.workspace.kept import KeptResults, Stays, with_file, with_setting
from sundhedsklynge.workspace.news import ChangeLine, changes
from sundhedsklynge.workspace.overrides import Overrides
from sundhedsklynge.workspace.rules import Rules

if TYPE_CHECKING:  # the rooms load when first entered, so that data are shown sooner
    from sundhedsklynge.export.package import Draw
    from sundhedsklynge.export.report import Report
    from sundhedsklynge.workspace.capacity import Capacity
    from sundhedsklynge.workspace.importing import ImportOptions, ImportReport
    from sundhedsklynge.workspace.inbox import Inbox
    from sundhedsklynge.workspace.meeting import Meeting
    from sundhedsklynge.workspace.places import Places
    from sundhedsklynge.workspace.quarterly import Quarterly
    from sundhedsklynge.workspace.scenarios import Scenarios
    from sundhedsklynge.workspace.sharing import Sharing
    from sundhedsklynge.workspace.wizard import Importing

WEEKS_SHOWN_BACK = 26  # before the forecast, in the chart of what is written out

Result = TypeVar("Result")


class Workspace:
    """An open database and all that can be done with it. Methods may be called from any thread; close it when done."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._identity = database.identity()
        self._results = KeptResults()
        self._closing: list[Callable[[], None]] = []

    @classmethod
    def open(cls, db: str | None = None, *, create: bool = False) -> Self:
        """Opens the database meant by `db`. Raises DatabaseError, or NothingToComputeError where it is missing and not to be made."""
        return cls(open_database(db, create=create))

    @classmethod
    def open_or_scratch(cls, db: str | None = None) -> Self:
        """The database meant by `db`, or an empty one that is gone when closed: a dry run leaves no database behind."""
        try:
            return cls.open(db)
        except NothingToComputeError:
            folder = tempfile.TemporaryDirectory(prefix="sundhedsklynge-")
            workspace = cls.open(str(Path(folder.name) / "proeve.sqlite"), create=True)
            workspace.on_close(folder.cleanup)
            return workspace

    @classmethod
    def demo(cls, db: str) -> Self:
        """A fresh demo database at `db`, labelled as such. Raises DatabaseError."""
        return cls(demo_database(db))

    @classmethod
    def restore(cls, db: str | None, source: Path) -> None:
        """Puts the copy `source` in the place of the database."""
        with open_database(db, create=True) as database:
            copies.restore(database, source)

    @property
    def database(self) -> Database:
        """The open database, for the rooms."""
        return self._db

    @cached_property
    def importing(self) -> Importing:
        """Files in, step by step; remembered layouts."""
        from sundhedsklynge.workspace.wizard import Importing

        return Importing(self)

    @cached_property
    def inbox(self) -> Inbox:
        """The watched folder."""
        from sundhedsklynge.workspace.inbox import Inbox

        return Inbox(self)

    @cached_property
    def sharing(self) -> Sharing:
        """How hospitals share their plans, and what changed in them."""
        from sundhedsklynge.workspace.sharing import Sharing

        return Sharing(self)

    @cached_property
    def places(self) -> Places:
        """Names hospitals, municipalities and procedures also have; areas."""
        from sundhedsklynge.workspace.places import Places

        return Places(self)

    @property
    def name(self) -> str:
        """What the database is called on screen: its path or its server, never a password."""
        return self._db.location.shown

    @property
    def is_demo(self) -> bool:
        return self._identity.demo

    @cached_property
    def deadline(self) -> Deadline:
        """The deadline: advice, who waits, alerts, how good the risk was."""
        return Deadline(self)

    @cached_property
    def capacity(self) -> Capacity:
        """Slots per week, closed days and groups: seen, changed, with their history."""
        from sundhedsklynge.workspace.capacity import Capacity

        return Capacity(self)

    @cached_property
    def scenarios(self) -> Scenarios:
        """What if: named, saved and compared."""
        from sundhedsklynge.workspace.scenarios import Scenarios

        return Scenarios(self)

    @cached_property
    def explain(self) -> Explain:
        """Why a number is as it is, and where the expectation moved since last."""
        return Explain(self)

    @cached_property
    def accuracy(self) -> Accuracy:
        """How good earlier forecasts were; forecasts given out are kept."""
        return Accuracy(self)

    @cached_property
    def overrides(self) -> Overrides:
        """The planner's own corrections of the forecast."""
        return Overrides(self)

    @cached_property
    def meeting(self) -> Meeting:
        """The cluster meeting: what it looks at, decisions and notes, minutes."""
        from sundhedsklynge.workspace.meeting import Meeting

        return Meeting(self)

    def on_close(self, callback: Callable[[], None]) -> None:
        """Have `callback` called after the database is closed."""
        self._closing.append(callback)

    def close(self) -> None:
        self._db.close()
        while self._closing:
            self._closing.pop()()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What is known ----------------------------------------------------------------------------------------------------

    def is_empty(self) -> bool:
        """Whether neither plans nor received plans have been imported."""
        return queries.default_as_of(self._db) is None

    def default_as_of(self) -> dt.date:
        """The newest extract date of any plan or GOP file. Raises NothingToComputeError where there is none."""
        found = queries.default_as_of(self._db)
        if found is None:
            raise NothingToComputeError(
                "Der er hverken operationsplaner eller genoptræningsplaner i databasen.", "Importér en fil først."
            )
        return found

    def settings(self) -> Settings:
        """All settings in force."""
        return self.keep("settings", lambda: notes.settings(self._db))

    def settings_list(self, key: str | None = None) -> list[tuple[Setting, str]]:
        """Every setting (or the one called `key`) with its text in force. Raises UserError for an unknown key."""
        chosen = [setting(key)] if key else SETTINGS.values()
        return [(entry, self.settings().text(entry.key)) for entry in chosen]

    def set_setting(self, key: str, text: str, valid_from: dt.date | None = None) -> None:
        """Sets a setting from a date on. Raises UserError for a key or a value that cannot be used."""
        notes.set_setting(self._db, key, text, valid_from)
        self.forget(with_setting(key))

    def organisation(self) -> Organisation:
        """All places and memberships."""
        return self.keep("organisation", lambda: organisation(self._db))

    def evidence(self, as_of: dt.date | None = None) -> Evidence:
        """All a forecast may use on that morning. Raises NothingToComputeError where nothing was known."""
        day = as_of or self.default_as_of()
        types = self.settings().get("frist.typer", day)
        evidence = self.keep(("evidence", day), lambda: queries.evidence(self._db, day, types))
        if not evidence.municipalities:
            raise NothingToComputeError(
                f"Der er ingen operationsplaner eller genoptræningsplaner, som var kendt den {day:%d.%m.%Y}.",
                "Importér en fil, eller vælg en senere dato.",
            )
        return evidence

    def areas(self, as_of: dt.date | None = None) -> tuple[Scope, ...]:
        """Municipalities, areas and the whole, as on that date."""
        day = as_of or self.default_as_of()
        return scopes(self.organisation(), self.evidence(day).municipalities, day)

    def procedures(self, as_of: dt.date | None = None) -> tuple[str, ...]:
        """The procedures the data hold, and `alle`."""
        return (*self.evidence(as_of).procedures, ALL)

    def freshness(self, as_of: dt.date | None = None) -> list[Freshness]:
        """How old each hospital's newest plan is; one that never sent any is missing."""
        day = as_of or self.default_as_of()
        settings = self.settings()
        return freshness(
            self.evidence(day), settings.get("friskhed.dage", day), settings.get("friskhed.mangler_dage", day)
        )

    def changes(
        self,
        as_of: dt.date | None = None,
        most: int = 3,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> list[ChangeLine]:
        """What is new since the hospitals' last files: hospitals that fell silent, changed plans, weeks that crossed the target or whose
        expectation moved more than chance; the heaviest first. Computes forecast and risk of the file before as well, which takes
        seconds the first time."""
        day = as_of or self.default_as_of()
        lines = changes(self.evidence(day), self.organisation(), self.freshness(day), most)
        alerts = self.deadline.alerts(day, progress=progress, cancelled=cancelled)
        moved = self.explain.warnings(day, most)
        return sorted([*lines, *alerts, *moved], key=lambda line: -line.weight)[:most]

    # Rooms ------------------------------------------------------------------------------------------------------------

    @property
    def rules(self) -> Rules:
        """The settings: seen, changed, with their history."""
        return Rules(self)

    @property
    def quarterly(self) -> Quarterly:
        """Quarterly indicators, year on year, targets and the catalogue of offers."""
        from sundhedsklynge.workspace.quarterly import Quarterly

        return Quarterly(self)

    # What is expected -------------------------------------------------------------------------------------------------

    def forecast(
        self,
        as_of: dt.date | None = None,
        weeks: int = WEEKS_AHEAD,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> Outlook:
        """Plans received per week, the first being the week of the as-of date; that of fewer weeks is the first of WEEKS_AHEAD. Raises
        NothingToComputeError.
        """
        day = as_of or self.default_as_of()

        def compute() -> Outlook:
            if weeks < WEEKS_AHEAD:
                return self.forecast(day, WEEKS_AHEAD, progress, cancelled).first(weeks)
            evidence = self.evidence(day)
            progress(0.3)
            stop_if(cancelled)
            forecast = self.overrides.predict(evidence, weeks)
            stop_if(cancelled)
            return Outlook(day, evidence, scopes(self.organisation(), evidence.municipalities, day), forecast)

        outlook = self.keep(("forecast", day, weeks), compute)
        progress(1.0)
        return outlook

    def risk(
        self,
        as_of: dt.date | None = None,
        weeks: int = 8,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> RiskView:
        """The risk of passing the deadline, by the week in which it expires; that of fewer weeks is the first of more. Raises
        NothingToComputeError.
        """
        day = as_of or self.default_as_of()

        def compute() -> RiskView:
            table = self.deadline.table(day, weeks, progress, cancelled)
            return risk_view(self.deadline.basis(day, weeks), table, self.overrides.told(day, weeks)).first(weeks)

        view = self.keep(("risk", day, weeks), compute)
        progress(1.0)
        return view

    # Files in ---------------------------------------------------------------------------------------------------------

    def import_file(
        self,
        path: Path,
        options: ImportOptions | None = None,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> ImportReport:
        """Reads, checks and stores one file, or refuses it as a whole; a refusal is in the report, not raised.

        Raises CancelledError (nothing is stored) and DatabaseError.
        """
        from sundhedsklynge.workspace.importing import ImportOptions, import_file

        report = import_file(self._db, path, options or ImportOptions(), progress, cancelled)
        if report.stored:
            self.forget(with_file(report.kind))
        return report

    def imports(self) -> list[ImportInfo]:
        """All imports, newest first."""
        return self.keep("imports", lambda: [import_info(entry) for entry in history.imports(self._db)])

    def imports_table(self) -> pd.DataFrame:
        """The history as rows for other programs, id first, oldest first."""
        return imports_table(self.imports())

    def undo_import(self, import_id: int) -> None:
        """Takes an import back; its rows stay, unused. Raises UserError."""
        stored_imports.undo_import(self._db, import_id)
        self._forget_of_import(import_id)

    def redo_import(self, import_id: int) -> None:
        """Lets an import that was taken back speak again. Raises UserError."""
        stored_imports.redo_import(self._db, import_id)
        self._forget_of_import(import_id)

    def _forget_of_import(self, import_id: int) -> None:
        kind = next((entry.kind for entry in self.imports() if entry.id == import_id), "")
        self.forget(with_file(kind))

    # Files out --------------------------------------------------------------------------------------------------------

    def export(
        self,
        folder: Path,
        as_of: dt.date | None,
        formats: tuple[str, ...],
        municipality: str | None = None,
        cluster: str | None = None,
        masked: bool = False,
        draw: Mapping[str, Draw] = MappingProxyType({}),
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> list[Path]:
        """Writes the weekly package for people; `draw` makes the formats that need a painter (pdf, png, svg), by name.

        Raises UserError for a place that is not in the data, NothingToComputeError.
        """
        from sundhedsklynge.export.package import write_package

        report = self.report(as_of, municipality, cluster, masked, progress, cancelled)
        stop_if(cancelled)
        paths = write_package(report, folder, formats, draw)
        self.accuracy.freeze(self.forecast(report.meta.as_of), EXPORT)
        progress(1.0)
        return paths

    def report(
        self,
        as_of: dt.date | None,
        municipality: str | None = None,
        cluster: str | None = None,
        masked: bool = False,
        progress: Progress = quiet,
        cancelled: Cancelled = never,
    ) -> Report:
        """The weekly package as plain data. Raises as `export` does."""
        from sundhedsklynge.export.report import compose
        from sundhedsklynge.workspace.provenance import provenance

        day = as_of or self.default_as_of()
        outlook = self.forecast(day, progress=lambda share: progress(0.4 * share), cancelled=cancelled)
        scope = self._scope(outlook, municipality, cluster)
        risk = self.risk(day, len(outlook.weeks), lambda share: progress(0.4 + 0.4 * share), cancelled)
        report = compose(
            outlook.table(),
            risk.table().assign(planlagte_pladser=risk.planlagte_pladser.ravel()),
            provenance(self, day, risk.advarsler, scope.members if scope else None),
            areas=outlook.areas,
            scope=scope,
            masked=masked,
            received=outlook.received_table(WEEKS_SHOWN_BACK),
            booked=self.meeting.shown_bookings(day, cancelled) if masked else None,
            cancelled=cancelled,
            waiting_told=[entry.municipality for entry in self.deadline.waiting(day) if entry.known],
        )
        progress(0.9)
        return report

    def _scope(self, outlook: Outlook, municipality: str | None, cluster: str | None) -> Scope | None:
        if not municipality and not cluster:
            return None
        level, code = ("kommune", municipality) if municipality else ("klynge", cluster)
        of_level = [scope for scope in outlook.areas if scope.level == level]
        wider = [] if municipality else [scope for scope in outlook.areas if scope.level in ("region", "sundhedsraad")]
        for scope in (*of_level, *wider):
            if str(code).lower() in (scope.code.lower(), scope.name.lower()):
                return scope
        known = ", ".join(scope.code for scope in of_level)
        raise UserError(f"{level.capitalize()} '{code}' er ikke i data.", f"Vælg en af: {known}.")

    # Care of the database ---------------------------------------------------------------------------------------------

    def check(self) -> str:
        """One Danish sentence that all is well. Raises DatabaseError with what is not."""
        findings = copies.check(self._db)
        if findings:
            raise DatabaseError(" ".join(findings))
        return "Databasen er i orden."

    def backup(self, file: Path, cancelled: Cancelled = never) -> None:
        """A safe copy while others work. Raises UserError, CancelledError, DatabaseError."""
        copies.backup(self._db, file, cancelled)

    def restore_from(self, copy: Path) -> Path:
        """Puts `copy` in the place of this database; returns where what was there before is kept. Open it anew afterwards.

        Raises UserError where the file is no copy or the database lies on a server, DatabaseError.
        """
        before = copies.restore(self._db, copy)
        self.forget()
        return before

    @property
    def on_server(self) -> bool:
        """Whether the database lies on a server, whose own backup takes care of it."""
        return self._db.location.path is None

    # Keeping results --------------------------------------------------------------------------------------------------

    def keep(self, key: Hashable, compute: Callable[[], Result]) -> Result:
        """The kept result of `key`, computed once; others who ask meanwhile wait, those who ask for something else do not."""
        return self._results.keep(key, compute)

    def forget(self, stays: Stays | None = None) -> None:
        """Drops kept results, all but those whose key `stays` says yes to."""
        self._results.forget(stays)

    def holds(self, result: object) -> bool:
        """Whether `result`, given out earlier, is still what would be answered: nothing it rests on has changed."""
        return self._results.holds(result)
