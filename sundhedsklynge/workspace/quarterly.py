"""The room of the quarter: indicators by quarter and place, charts, year on year, figures typed in, targets and the catalogue of offers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from sundhedsklynge.coverage import indicators as ind
from sundhedsklynge.coverage import yearly
from sundhedsklynge.coverage.drift import Drift, drifts
from sundhedsklynge.coverage.entry import Doubt, Entry, HomeEntry, TreatmentEntry, check_entry
from sundhedsklynge.coverage.indicators import HOSPITAL, INDICATORS, Cell, Indicator, Place, Target
from sundhedsklynge.coverage.offers import Offer, search
from sundhedsklynge.coverage.summary import Rebase, Series, SummaryRow, series, summary_row
from sundhedsklynge.coverage.yearly import MonthRow
from sundhedsklynge.domain.areas import REFORM, REGION
from sundhedsklynge.domain.calendar import ONE_DAY, quarter_start
from sundhedsklynge.domain.errors import NothingToComputeError, UserError
from sundhedsklynge.domain.procedures import ALL
from sundhedsklynge.forecast.outlook import MUNICIPALITY, TOTAL
from sundhedsklynge.ingest.cpr_text import reads_as_cpr
from sundhedsklynge.store import follow_up
from sundhedsklynge.store import quarterly as stored
from sundhedsklynge.store.bulk import NONE
from sundhedsklynge.store.follow_up import Remark
from sundhedsklynge.store.quarterly import Told
from sundhedsklynge.store.queries import default_as_of
from sundhedsklynge.workspace.kept import ON_QUARTERS, all_but

if TYPE_CHECKING:
    from sundhedsklynge.workspace.workspace import Workspace

CLUSTERS, COUNCILS = "klynger", "sundhedsraad"  # how areas are shown, whatever the date
ORGANISATIONS = {CLUSTERS: REFORM - ONE_DAY, COUNCILS: REFORM}
PLANS, FILES = "planer", "aktivitet"  # sources of the year-on-year figure


@dataclass(frozen=True)
class Ground:
    """All that is known of the indicators on a morning. day: whose organisation the areas are. counts: a Counts frame (`indicators`)."""

    as_of: dt.date
    day: dt.date
    counts: pd.DataFrame
    treatment: pd.DataFrame
    places: tuple[Place, ...]
    targets: tuple[Target, ...]
    remarks: tuple[Remark, ...]


@dataclass(frozen=True)
class ChartView:
    """A chart of one indicator in one place with all its words. `sentence`: why this chart and no stronger one. basis: what is counted, of
    what, and for 72-hour treatment the target group. remarks: what was done about it here, newest first."""

    place: Place
    series: Series
    title: str
    sentence: str
    basis: str
    remarks: tuple[Remark, ...]
    as_of: dt.date


@dataclass(frozen=True)
class YearView:
    """January to December beside the year before; `total` over the months known in both. years: those that can be chosen."""

    place: Place
    year: int
    source: str
    rows: tuple[MonthRow, ...]
    total: MonthRow | None
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of the quick entry table: what is stored for the quarter and for the one before, None where nothing is."""

    municipality: int
    name: str
    hospital: str
    entry: Entry | None
    before: Entry | None


class Quarterly:
    """Reached as `Workspace.quarterly`. `as_of` None is all that is stored; `organisation` None goes by date, else CLUSTERS or COUNCILS."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._db = workspace.database

    # Indicators -------------------------------------------------------------------------------------------------------

    def ground(self, as_of: dt.date | None = None, organisation: str | None = None) -> Ground:
        """Raises NothingToComputeError where there is nothing to follow, UserError for an unknown organisation."""
        if organisation not in (None, *ORGANISATIONS):
            raise UserError(f"Inddelingen '{organisation}' findes ikke.", f"Vælg en af: {', '.join(ORGANISATIONS)}.")
        found = self._workspace.keep(("quarterly", as_of, organisation), lambda: self._ground(as_of, organisation))
        if found.counts.empty:
            raise NothingToComputeError(
                "Der er ingen kvartalstal og ingen genoptræningsplaner at følge op på.",
                "Importér 72-timers behandlingsansvar, plejehjemslæger eller genoptræningsplaner, eller tast tallene ind.",
            )
        return found

    def _ground(self, as_of: dt.date | None, organisation: str | None) -> Ground:
        treatment = stored.treatment72(self._db, as_of)
        parts = [ind.treatment_counts(treatment), ind.home_counts(stored.nursing_home(self._db, as_of))]
        plans_known = as_of or default_as_of(self._db)
        if plans_known:
            parts.append(ind.plan_counts(stored.plan_quality(self._db, plans_known)))
        counts = ind.all_counts(*parts)
        newest = str(counts["quarter"].max()) if len(counts) else ind.FIRST_QUARTER
        by_date = as_of or max(plans_known or dt.date.min, quarter_start(newest))
        day = ORGANISATIONS[organisation] if organisation else by_date
        return Ground(
            as_of=plans_known or ind.last_day(newest),
            day=day,
            counts=counts,
            treatment=treatment,
            places=ind.places(self._workspace.organisation(), counts, day),
            targets=tuple(follow_up.targets(self._db)),
            remarks=tuple(follow_up.remarks(self._db)),
        )

    def table(self, as_of: dt.date | None = None, organisation: str | None = None) -> pd.DataFrame:
        """The contract's coverage rows. Raises NothingToComputeError."""
        ground = self.ground(as_of, organisation)
        return ind.coverage_table(self._cells(ground, ground.places))

    def places(self, as_of: dt.date | None = None, organisation: str | None = None) -> tuple[Place, ...]:
        """Municipalities, areas, the whole and hospitals that have data."""
        return self.ground(as_of, organisation).places

    def quarters(self, as_of: dt.date | None = None) -> tuple[str, ...]:
        """The quarters with data, oldest first."""
        return tuple(sorted({str(quarter) for quarter in self.ground(as_of).counts["quarter"]}))

    def summary(
        self,
        level: str = TOTAL,
        code: str = TOTAL,
        quarter: str | None = None,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> list[SummaryRow]:
        """One row an indicator that the place has data for, up to `quarter` (None: the newest that is over)."""
        ground = self.ground(as_of, organisation)
        place = self._place(ground, level, code)
        rows: list[SummaryRow] = []
        for indicator in INDICATORS:
            line = self._series(ground, place, indicator, quarter)
            if line is not None:
                rows.append(summary_row(line))
        return rows

    def chart(
        self,
        indicator: str,
        level: str = TOTAL,
        code: str = TOTAL,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> ChartView:
        """The right chart for the points there are. Raises NothingToComputeError where the place has no data for the indicator."""
        ground = self.ground(as_of, organisation)
        place, entry = self._place(ground, level, code), self._indicator(indicator)
        line = self._series(ground, place, indicator, None)
        if line is None:
            raise NothingToComputeError(
                f"Der er ingen tal for {place.name} om {entry.label.lower()}.",
                "Vælg et andet sted, eller importér tallene.",
            )
        reasons = "".join(f" Regnet om fra {rebase.day:%d.%m.%Y}: {rebase.reason}" for rebase in line.rebased)
        return ChartView(
            place=place,
            series=line,
            title=f"{entry.label}, {place.name}",
            sentence=line.control.sentence + reasons,
            basis=self.basis(indicator, ground.as_of),
            remarks=tuple(
                r for r in ground.remarks if r.indicator == indicator and _is_here(r, place) and not r.new_phase
            ),
            as_of=ground.as_of,
        )

    def hospitals(
        self,
        indicator: str,
        level: str = TOTAL,
        code: str = TOTAL,
        quarter: str | None = None,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> list[Cell]:
        """Hospitals side by side for the citizens of a place, in `quarter` (None: the newest that is over), best share first."""
        ground = self.ground(as_of, organisation)
        self._indicator(indicator)
        counts = self._of_place(ground, self._place(ground, level, code))
        wards = [place for place in ground.places if place.level == HOSPITAL]
        found = ind.cells(counts[counts["indicator"] == indicator], wards, ground.targets)
        found = [c for c in found if quarter or _settled(c, ground.as_of)] or found
        chosen = quarter or max((c.quarter for c in found), default="")
        sign = -1 if INDICATORS[indicator].higher_is_better else 1
        return sorted((c for c in found if c.quarter == chosen), key=lambda c: (sign * (c.share or 0), c.place.name))

    def municipalities(
        self,
        indicator: str,
        level: str = TOTAL,
        code: str = TOTAL,
        quarter: str | None = None,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> list[tuple[Place, Cell | None]]:
        """Every municipality of a place in `quarter`; None where it has told nothing: missing is not zero."""
        ground = self.ground(as_of, organisation)
        self._indicator(indicator)
        organised, area = self._workspace.organisation(), self._place(ground, level, code)
        wanted = [Place(MUNICIPALITY, str(number), organised.name(number), (number,)) for number in area.members]
        found = ind.cells(ground.counts[ground.counts["indicator"] == indicator], wanted, ground.targets)
        settled = [c.quarter for c in found if _settled(c, ground.as_of)] or [c.quarter for c in found]
        chosen = quarter or max(settled, default="")
        here = {c.place.code: c for c in found if c.quarter == chosen}
        return [(place, here.get(place.code)) for place in wanted]

    def quality(
        self,
        by: Sequence[str] = (HOSPITAL,),
        level: str = TOTAL,
        code: str = TOTAL,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> pd.DataFrame:
        """Plans complete the first time and sent late over time: indicator, quarter, `by` (hospital, department, procedure, municipality),
        numerator, denominator, unknown, share (0-1, NaN where nothing is told)."""
        ground = self.ground(as_of, organisation)
        counts = self._of_place(ground, self._place(ground, level, code))
        counts = counts[counts["indicator"].isin(["gop_komplet", "gop_sendt_sent"])]
        return ind.breakdown(counts, ["indicator", "quarter", *by])

    def drift(
        self, level: str = TOTAL, code: str = TOTAL, as_of: dt.date | None = None, organisation: str | None = None
    ) -> list[Drift]:
        """Signs of earlier discharge by hospital, clear rises first; empty where there are not eight quarters."""
        ground = self.ground(as_of, organisation)
        place = self._place(ground, level, code)
        rows = ground.treatment
        if place.level == HOSPITAL:
            return drifts(rows[rows["hospital"] == place.code])
        return drifts(rows, place.members)

    def basis(self, indicator: str, day: dt.date) -> str:
        """What is counted of what, and for 72-hour treatment the target group in force on `day`, to stand beside the number."""
        entry = self._indicator(indicator)
        text = f"Antal {entry.counted} af {entry.of}."
        if not indicator.startswith("behandling72"):
            return text
        settings = self._workspace.settings()
        age = settings.get("behandling72.alder", day)
        group = f"Målgruppe: indlagt mindst {settings.get('behandling72.timer', day)} timer"
        group += f" og mindst {age} år." if age is not None else ", alle aldre."
        starts = ", ".join(f"{start.region} {start.day:%d.%m.%Y}" for start in settings.get("behandling72.start", day))
        return f"{text} {group} Startdato: {starts}." if starts else f"{text} {group} Startdatoen er ikke sat."

    # Year on year -----------------------------------------------------------------------------------------------------

    def year_on_year(
        self,
        level: str = TOTAL,
        code: str = TOTAL,
        year: int | None = None,
        source: str = PLANS,
        procedure: str = ALL,
        measure: str = yearly.RECEIVED,
        as_of: dt.date | None = None,
        organisation: str | None = None,
    ) -> YearView:
        """This year, last year and change by month, from plans received (PLANS) or activity files (FILES, also of `operations`).

        Raises NothingToComputeError where the source has nothing for the place.
        """
        if source == PLANS:
            monthly = yearly.received_by_month(self._workspace.evidence(as_of), procedure)
        else:
            monthly = yearly.activity_by_month(stored.activity(self._db, as_of), measure, procedure)
        codes = [row for row in monthly.rows if isinstance(row, int)]
        day = ORGANISATIONS[organisation] if organisation else as_of or default_as_of(self._db) or dt.date.max
        sites = ind.places(self._workspace.organisation(), pd.DataFrame({"municipality": codes, "hospital": ""}), day)
        named = next((place for place in sites if (place.level, place.code) == (level, code)), None)
        if named is None and level == REGION and code in monthly.rows:
            named = Place(REGION, code, code, ())
        values = monthly.of([code] if level == REGION and code in monthly.rows else named.members) if named else None
        if named is None or values is None or not values.size:
            raise NothingToComputeError(
                "Der er ingen måneder at sammenligne for det sted.", "Vælg et andet sted eller en anden kilde."
            )
        last = monthly.first + values.shape[1] - 1
        years = tuple(range(monthly.first // 12, last // 12 + 1))
        chosen = years[-1] if year is None else year
        rows = tuple(yearly.year_on_year(values, monthly.first, chosen))
        return YearView(named, chosen, source, rows, yearly.so_far(rows), years)

    # Figures typed in -------------------------------------------------------------------------------------------------

    def entry_lines(self, kind: type[Entry], quarter: str, level: str = TOTAL, code: str = TOTAL) -> list[EntryLine]:
        """The quick entry table of a quarter: every municipality (and hospital it has sent figures with), stored or still missing."""
        organised = self._workspace.organisation()
        day = quarter_start(quarter)
        members = set(organised.municipalities)
        if level == MUNICIPALITY:
            members = {int(code)}
        elif level != TOTAL:
            members = {m for a in organised.areas(level, day) if a.code == code for m in organised.members(a, day)}
        known = self._entries(kind)
        keys = {(m, h) for _, m, h in known if m in members}
        if kind is HomeEntry:
            keys = {(m, "") for m in members}
        before = ind.next_quarter(quarter, -1)
        lines = [
            EntryLine(m, organised.name(m), h, known.get((quarter, m, h)), known.get((before, m, h))) for m, h in keys
        ]
        return sorted(lines, key=lambda line: (line.name, line.hospital))

    def check_entries(self, entries: Sequence[Entry], today: dt.date | None = None) -> list[tuple[int, Doubt]]:
        """What is wrong or must be asked about, with the entry's place in the list. today: None is the later of the clock and the data."""
        clock = dt.date.today()
        day = today or max(clock, default_as_of(self._db) or clock)
        known = {kind: self._entries(kind) for kind in {type(entry) for entry in entries}}
        found: list[tuple[int, Doubt]] = []
        for place, entry in enumerate(entries):
            before = known[type(entry)].get(_key(entry, back=1))
            found += [(place, doubt) for doubt in check_entry(entry, before, day)]
        return found

    def save_entries(
        self, entries: Sequence[Entry], *, confirmed: bool = False, note: str = "", today: dt.date | None = None
    ) -> int:
        """Stores entries of one kind, in the place of what was there, which stays in the history; returns the import's id, to undo by.

        Raises UserError for what is wrong, and for open questions unless `confirmed`.
        """
        if not entries:
            raise UserError("Der er ingen tal at gemme.", "Udfyld mindst en linje.")
        _refuse_cpr(note)
        doubts = self.check_entries(entries, today)
        for place, doubt in sorted(doubts, key=lambda d: not d[1].wrong):
            if doubt.wrong or not confirmed:
                raise UserError(f"{self._workspace.organisation().name(entries[place].municipality)}: {doubt.message}")
        number = stored.save_entries(self._db, entries, note)
        self._workspace.forget(all_but("imports", *ON_QUARTERS))
        return number

    def history(self, entry: Entry) -> list[Told]:
        """Everything that was ever said of the entry's quarter and place, the newest first."""
        return stored.told_before(self._db, entry)

    def _entries(self, kind: type[Entry]) -> dict[tuple[str, int, str], Entry]:
        read = stored.nursing_home if kind is HomeEntry else stored.treatment72
        found: dict[tuple[str, int, str], Entry] = {}
        for row in read(self._db).to_dict("records"):
            entry = kind(**{str(name): None if value == NONE else value for name, value in row.items()})  # pyright: ignore[reportArgumentType] - typed by the store
            found[_key(entry)] = entry
        return found

    # Targets, remarks, offers -----------------------------------------------------------------------------------------

    def targets(self) -> list[Target]:
        """All targets with their dates."""
        return follow_up.targets(self._db)

    def set_target(self, target: Target) -> None:
        """Sets a target from its date on. Raises UserError."""
        follow_up.set_target(self._db, target)
        self._workspace.forget(all_but(*ON_QUARTERS))

    def remove_target(self, target: Target) -> None:
        """Takes a target away. Raises UserError where it is gone."""
        follow_up.remove_target(self._db, target)
        self._workspace.forget(all_but(*ON_QUARTERS))

    def remarks(self) -> list[Remark]:
        """What was done about the indicators, and where limits begin anew, the newest first."""
        return follow_up.remarks(self._db)

    def save_remark(self, remark: Remark) -> int:
        """Stores a new or changed remark, or puts a removed one back; returns its id. Raises UserError."""
        _refuse_cpr(remark.text)
        number = follow_up.save_remark(self._db, remark)
        self._workspace.forget(all_but(*ON_QUARTERS))
        return number

    def remove_remark(self, remark_id: int) -> None:
        """Raises UserError where it is gone."""
        follow_up.remove_remark(self._db, remark_id)
        self._workspace.forget(all_but(*ON_QUARTERS))

    def offers(self, words: str = "", day: dt.date | None = None, provider: str = "") -> list[Offer]:
        """The catalogue, or what in it holds all `words`, is offered on `day` (None: any) and comes from `provider` ("": any)."""
        return search(follow_up.offers(self._db), words, day, provider)

    def save_offer(self, offer: Offer) -> int:
        """Stores a new or changed offer, or puts a removed one back; returns its id. Raises UserError."""
        _refuse_cpr(offer.title, offer.text, offer.contact_function)
        return follow_up.save_offer(self._db, offer)

    def remove_offer(self, offer_id: int) -> None:
        """Raises UserError where it is gone."""
        follow_up.remove_offer(self._db, offer_id)

    # Within -----------------------------------------------------------------------------------------------------------

    def _cells(self, ground: Ground, wanted: Sequence[Place]) -> list[Cell]:
        return ind.cells(ground.counts, wanted, ground.targets)

    def _series(self, ground: Ground, place: Place, indicator: str, quarter: str | None) -> Series | None:
        counts = ground.counts[ground.counts["indicator"] == indicator]
        found = ind.cells(counts, [place], ground.targets)
        if quarter is None:
            quarter = max((c.quarter for c in found if _settled(c, ground.as_of)), default=None)
        found = [c for c in found if quarter is None or c.quarter <= quarter]
        rebases = [
            Rebase(r.day, r.text)
            for r in ground.remarks
            if r.new_phase and r.indicator == indicator and _is_here(r, place)
        ]
        return series(found, ground.targets, rebases) if found else None

    def _of_place(self, ground: Ground, place: Place) -> pd.DataFrame:
        if place.level == HOSPITAL:
            return ground.counts[ground.counts["hospital"] == place.code]
        return ground.counts[ground.counts["municipality"].isin(place.members)]

    def _place(self, ground: Ground, level: str, code: str) -> Place:
        for place in ground.places:
            if (place.level, place.code) == (level, code):
                return place
        raise NothingToComputeError(
            f"Der er ingen kvartalstal for {level} {code}.", "Vælg et andet sted, eller importér tallene."
        )

    def _indicator(self, indicator: str) -> Indicator:
        if indicator not in INDICATORS:
            raise UserError(f"Indikatoren '{indicator}' findes ikke.", f"Vælg en af: {', '.join(INDICATORS)}.")
        return INDICATORS[indicator]


def _settled(cell: Cell, as_of: dt.date) -> bool:
    """Quarters counted from plans are settled when they are over; figures that somebody reported always are."""
    return not cell.indicator.startswith("gop_") or ind.is_over(cell.quarter, as_of)


def _is_here(remark: Remark, place: Place) -> bool:
    return remark.area_kind in ("", place.level) and remark.area_code in ("", place.code)


def _key(entry: Entry, back: int = 0) -> tuple[str, int, str]:
    hospital = entry.hospital if isinstance(entry, TreatmentEntry) else ""
    try:
        return ind.next_quarter(entry.quarter, -back), entry.municipality, hospital
    except ValueError:  # not a quarter: `check_entry` says so
        return "", entry.municipality, hospital


def _refuse_cpr(*texts: str) -> None:
    if any(reads_as_cpr(text) for text in texts):
        raise UserError("Teksten ligner et CPR-nummer og er ikke gemt.", "Skriv den uden personoplysninger.")
