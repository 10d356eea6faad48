"""The room of the quarter on the demo's own quarterly figures and a few plans."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sundhedsklynge import demo
from sundhedsklynge.coverage.entry import HomeEntry, TreatmentEntry
from sundhedsklynge.coverage.indicators import INDICATORS, Status, Target
from sundhedsklynge.coverage.offers import Offer
from sundhedsklynge.coverage.spc import ChartKind
from sundhedsklynge.domain.errors import NothingToComputeError, UserError
from sundhedsklynge.domain.kinds import ACTIVITY, GOP, NURSING_HOME, TREATMENT72
from sundhedsklynge.store.database import Database, open_database
from sundhedsklynge.store.follow_up import Remark
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.quarterly import COUNCILS, FILES, PLANS, Quarterly
from tests.rows import store

DAY = dt.date(2026, 11, 23)
HOSPITAL = "Nordsjællands Hospital"


@pytest.fixture(scope="module")
def quarterly_file(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the demo's quarterly and monthly files, and plans of two quarters in Hillerød."""
    folder = tmp_path_factory.mktemp("quarterly")
    path = Path(shutil.copy(sqlite_template, folder / "quarterly.sqlite"))
    frames = demo.frames()
    with Workspace.open(str(path)) as workspace:
        for name in ("72timers_behandlingsansvar.csv", "plejehjemslaeger.csv", "aktivitet.csv"):
            frames[name].to_csv(folder / name, sep=";", index=False)
            report = workspace.import_file(folder / name)
            assert report.refused is None
    plans = [
        {
            "municipality": 219,
            "hospital": HOSPITAL,
            "department": ward,
            "received": day,
            "discharged": sent,
            "incomplete": incomplete,
        }
        for ward, day, sent, incomplete, times in (
            ("Ortopædkirurgi", "2026-08-11", "2026-08-10", 0, 6),
            ("Ortopædkirurgi", "2026-08-12", "2026-08-10", 1, 2),
            ("Fysioterapi", "2026-08-13", "2026-08-12", 0, 2),
            ("Fysioterapi", "2026-10-13", "2026-10-12", 1, 2),
        )
        for _ in range(times)
    ]
    with open_database(path) as database:
        store(database, GOP, *plans, extracted="2026-11-23")
    return path


@pytest.fixture
def workspace(quarterly_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.open(shutil.copy(quarterly_file, tmp_path / "q.sqlite")) as opened:
        yield opened


@pytest.fixture
def room(workspace: Workspace) -> Quarterly:
    return workspace.quarterly


def test_that_sums_over_municipalities_are_those_of_the_file(room: Quarterly) -> None:
    table = room.table()
    homes = demo.frames()["plejehjemslaeger.csv"]
    wanted = homes[homes["kvartal"] == "2026K3"]
    row = table[
        (table["kvartal"] == "2026K3") & (table["niveau"] == "i_alt") & (table["indikator"] == "plejehjem_laege")
    ].iloc[0]
    assert (row["taeller"], row["naevner"], row["ukendt"]) == (
        wanted["plejehjem_med_laege"].sum(),
        wanted["plejehjem"].sum(),
        wanted["plejehjem_ukendt"].sum(),
    )
    clusters = table[
        (table["kvartal"] == "2026K3") & (table["niveau"] == "klynge") & (table["indikator"] == "plejehjem_laege")
    ]
    koebenhavn = wanted[wanted["kommunekode"] == 101].iloc[0]
    assert clusters["naevner"].sum() == row["naevner"] + koebenhavn["plejehjem"]


def test_that_history_is_regrouped_on_demand_and_by_date(room: Quarterly) -> None:
    assert {"klynge"} == {p.level for p in room.places()} & {"klynge", "sundhedsraad"}
    later = room.table(organisation=COUNCILS)
    assert {"sundhedsraad"} == set(later["niveau"]) & {"klynge", "sundhedsraad"}
    assert set(later[later["niveau"] == "region"]["kode"]) == {"Region Østdanmark"}
    assert "2024K1" in set(later[later["niveau"] == "region"]["kvartal"])
    by_date = room.table(as_of=dt.date(2027, 1, 4))
    assert set(by_date[by_date["niveau"] == "region"]["kode"]) == {"Region Østdanmark"}
    with pytest.raises(UserError, match="Inddelingen"):
        room.table(organisation="amter")


def test_that_the_summary_has_a_row_for_each_indicator_of_the_newest_quarter_that_is_over(room: Quarterly) -> None:
    rows = {row.indicator.key: row for row in room.summary("klynge", "H-NORD")}
    assert list(rows) == list(INDICATORS)
    assert {row.latest.quarter for row in rows.values()} == {"2026K3"}
    assert (rows["gop_komplet"].latest.numerator, rows["gop_komplet"].latest.denominator) == (8, 10)
    assert len(rows["plejehjem_laege"].shares) == 11
    assert room.summary("klynge", "H-NORD", quarter="2026K4")[-1].latest.quarter == "2026K4"
    assert [row.latest.quarter for row in room.summary("klynge", "H-NORD", quarter="2024K2")] == ["2024K2"] * 2


def test_that_a_past_date_knows_nothing_of_later_quarters(room: Quarterly) -> None:
    assert max(room.quarters(dt.date(2026, 7, 1))) == "2026K2"
    assert "2026K4" in room.quarters()


def test_that_a_place_without_figures_is_told_as_such(room: Quarterly) -> None:
    with pytest.raises(NothingToComputeError, match="Der er ingen kvartalstal for kommune 851"):
        room.summary("kommune", "851")


def test_that_a_chart_says_why_and_names_its_target_group(room: Quarterly, workspace: Workspace) -> None:
    chart = room.chart("behandling72_daekning", "klynge", "H-NORD")
    assert chart.series.control.kind == ChartKind.MEDIAN
    assert "det kræver 10" in chart.sentence
    assert chart.basis.endswith("Målgruppe: indlagt mindst 24 timer, alle aldre. Startdatoen er ikke sat.")
    workspace.set_setting("behandling72.alder", "65", dt.date(2026, 1, 1))
    workspace.set_setting("behandling72.start", "Region Hovedstaden: 2025-01-01")
    assert room.basis("behandling72_daekning", DAY).endswith(
        "indlagt mindst 24 timer og mindst 65 år. Startdato: Region Hovedstaden 01.01.2025."
    )
    assert "alle aldre" in room.basis("behandling72_daekning", dt.date(2025, 12, 31))
    assert room.chart("plejehjem_laege").series.control.kind == ChartKind.STEP


def test_that_a_rebase_is_shown_with_its_reason_and_a_remark_beside_the_chart(room: Quarterly) -> None:
    room.save_remark(
        Remark("behandling72_daekning", dt.date(2026, 1, 1), "Ny aftale.", "klynge", "H-NORD", new_phase=True)
    )
    room.save_remark(Remark("behandling72_daekning", DAY, "Møde med hospitalet.", "klynge", "H-NORD"))
    chart = room.chart("behandling72_daekning", "klynge", "H-NORD")
    assert [phase.points for phase in chart.series.control.phases] == [5, 3]
    assert chart.sentence.endswith("Regnet om fra 01.01.2026: Ny aftale.")
    assert [remark.text for remark in chart.remarks] == ["Møde med hospitalet."]
    elsewhere = room.chart("behandling72_daekning", "klynge", "H-MIDT")
    assert (len(elsewhere.series.control.phases), elsewhere.remarks) == (1, ())


def test_that_targets_change_status_at_once_and_can_be_taken_back(room: Quarterly) -> None:
    def status() -> Status:
        return next(row for row in room.summary("klynge", "H-NORD") if row.indicator.key == "gop_komplet").latest.status

    assert status() == Status.NO_TARGET
    target = Target("gop_komplet", 0.85, dt.date(2026, 1, 1), "klynge")
    room.set_target(target)
    assert status() == Status.YELLOW
    room.set_target(replace(target, area_code="H-NORD", value=0.95))
    assert status() == Status.RED
    room.remove_target(replace(target, area_code="H-NORD"))
    assert status() == Status.YELLOW


def test_that_hospitals_stand_side_by_side_best_first(room: Quarterly) -> None:
    found = room.hospitals("behandling72_daekning", "klynge", "H-NORD")
    shares = [cell.share or 0 for cell in found]
    assert shares == sorted(shares, reverse=True)
    assert HOSPITAL in {cell.place.code for cell in found}
    total = next(r for r in room.summary("klynge", "H-NORD") if r.indicator.key == "behandling72_daekning").latest
    assert sum(cell.denominator for cell in found) == total.denominator
    readmitted = [
        cell.share or 0 for cell in room.hospitals("behandling72_genindlaeggelser", "klynge", "H-NORD", "2026K2")
    ]
    assert readmitted == sorted(readmitted)


def test_that_municipalities_that_have_told_nothing_are_listed_as_missing(room: Quarterly) -> None:
    found = {place.code: cell for place, cell in room.municipalities("gop_komplet", "klynge", "H-NORD")}
    assert len(found) == 8
    assert [code for code, cell in found.items() if cell] == ["219"]


def test_that_quality_is_told_by_hospital_department_and_procedure_over_time(room: Quarterly) -> None:
    table = room.quality(("hospital", "department"), "klynge", "H-NORD")
    complete = table[table["indicator"] == "gop_komplet"]
    assert complete[["quarter", "department", "numerator", "denominator"]].to_numpy().tolist() == [
        ["2026K3", "Fysioterapi", 2, 2],
        ["2026K3", "Ortopædkirurgi", 6, 8],
        ["2026K4", "Fysioterapi", 0, 2],
    ]
    late = room.quality(("procedure",))
    assert late[late["indicator"] == "gop_sendt_sent"]["share"].tolist() == [0.2, 0.0]


def test_that_year_on_year_is_told_from_files_and_from_plans(room: Quarterly) -> None:
    table = demo.frames()["aktivitet.csv"]
    nord = {int(p.code) for p, _ in room.municipalities("plejehjem_laege", "klynge", "H-NORD")}
    mine = table[table["kommunekode"].isin(nord)]
    view = room.year_on_year("klynge", "H-NORD", 2026, FILES)
    for row in view.rows[:10]:
        for year, told in ((2026, row.this_year), (2025, row.last_year)):
            moment = row.month.replace(year=year).isoformat()
            assert told == mine[mine["maaned"].astype(str) == moment]["gop_modtaget"].sum()
    assert view.rows[11].this_year is None
    assert view.total is not None
    assert view.years == (2023, 2024, 2025, 2026)
    plans = room.year_on_year("kommune", "219", 2026, PLANS)
    assert [row.this_year for row in plans.rows[8:11]] == [0, 2, None]
    assert all(row.change is None for row in plans.rows)
    with pytest.raises(NothingToComputeError):
        room.year_on_year("kommune", "851", 2026, FILES)


def test_that_a_regions_own_activity_rows_speak_for_it(sqlite_db: Database) -> None:
    rows = [
        {"month": f"{year}-01-01", "municipality": 0, "region": "Region Fyn", "received": 1} for year in (2025, 2026)
    ]
    with pytest.raises(UserError, match="Region Fyn"):
        store(sqlite_db, ACTIVITY, *rows)
    store(
        sqlite_db,
        ACTIVITY,
        *({**row, "region": "Region Hovedstaden", "received": 100 * i} for i, row in enumerate(rows, start=2)),
        {"month": "2026-01-01", "municipality": 219, "received": 7},
    )
    with Workspace.open(str(sqlite_db.location.path)) as workspace:
        row = workspace.quarterly.year_on_year("region", "Region Hovedstaden", 2026, FILES).rows[0]
    assert (row.this_year, row.last_year, row.change) == (300, 200, 0.5)


def test_that_figures_typed_in_speak_at_once_and_can_be_undone(room: Quarterly, workspace: Workspace) -> None:
    line = next(each for each in room.entry_lines(HomeEntry, "2026K3", "klynge", "H-NORD") if each.municipality == 219)
    assert isinstance(line.entry, HomeEntry)
    assert isinstance(line.before, HomeEntry)
    better = replace(line.entry, homes=line.entry.homes + 1)
    number = room.save_entries([better], note="Nyt hjem", today=DAY)
    cell = room.summary("kommune", "219")[3].latest
    assert (cell.indicator, cell.denominator) == ("plejehjem_laege", better.homes)
    assert [told.entry for told in room.history(better)] == [better, line.entry]
    workspace.undo_import(number)
    assert room.summary("kommune", "219")[3].latest.denominator == line.entry.homes


def test_that_wrong_figures_are_refused_and_questions_wait_for_a_yes(room: Quarterly) -> None:
    line = next(
        each
        for each in room.entry_lines(TreatmentEntry, "2026K3")
        if each.hospital == HOSPITAL and each.municipality == 219
    )
    assert isinstance(line.entry, TreatmentEntry)
    with pytest.raises(UserError, match="Hillerød: Omfattede kan ikke være flere end udskrivninger"):
        room.save_entries([replace(line.entry, covered=line.entry.discharges + 1)], confirmed=True, today=DAY)
    many = replace(line.entry, discharges=10 * line.entry.discharges)
    with pytest.raises(UserError, match="Er det rigtigt"):
        room.save_entries([many], today=DAY)
    room.save_entries([many], confirmed=True, today=DAY)
    assert room.history(many)[0].entry == many
    with pytest.raises(UserError, match="Kvartalet er ikke slut"):
        room.save_entries([replace(many, quarter="2026K4")], confirmed=True, today=DAY)
    with pytest.raises(UserError, match="ingen tal"):
        room.save_entries([])


def test_that_the_quick_entry_table_lists_every_municipality_of_the_place(room: Quarterly) -> None:
    lines = room.entry_lines(HomeEntry, "2026K4", "klynge", "H-NORD")
    assert len(lines) == 8
    assert all(line.entry is None and line.before is not None for line in lines)
    assert room.entry_lines(HomeEntry, "2026K3", "kommune", "851")[0].entry is None


def test_that_no_text_that_reads_as_a_personal_number_is_stored(room: Quarterly) -> None:
    offer = Offer("kommune", "Knæhold", "Ring til 010190-1234.", DAY, municipality=219)
    with pytest.raises(UserError, match="ligner et CPR-nummer") as refused:
        room.save_offer(offer)
    assert "0101" not in str(refused.value)
    with pytest.raises(UserError, match="ligner et CPR-nummer"):
        room.save_remark(Remark("gop_komplet", DAY, "010190-1234 ringede"))
    room.save_offer(replace(offer, text="Ring mandag 8-10."))
    assert [o.title for o in room.offers("knæhold ring")] == ["Knæhold"]


def test_that_drift_needs_eight_quarters_and_is_told_by_hospital(room: Quarterly) -> None:
    found = room.drift("klynge", "H-NORD")
    assert {d.hospital for d in found} >= {HOSPITAL}
    assert (
        room.drift("hospital", HOSPITAL)
        == [d for d in room.drift("hospital", HOSPITAL) if d.hospital == HOSPITAL]
        != []
    )
    assert room.drift(as_of=dt.date(2026, 4, 1)) == []


def test_that_an_empty_database_says_what_to_import(sqlite_db: Database) -> None:
    with (
        Workspace.open(str(sqlite_db.location.path)) as workspace,
        pytest.raises(NothingToComputeError, match="Importér 72-timers"),
    ):
        workspace.quarterly.table()


def test_that_figures_without_any_plans_are_enough(sqlite_db: Database) -> None:
    store(sqlite_db, NURSING_HOME, {"quarter": "2027K1", "homes": 4, "homes_with_doctor": 4})
    store(sqlite_db, TREATMENT72, {"quarter": "2026K4", "discharges": 4, "covered": 4})
    with Workspace.open(str(sqlite_db.location.path)) as workspace:
        table = workspace.quarterly.table()
    assert {"Region Østdanmark"} == set(table[table["niveau"] == "region"]["kode"])  # the newest quarter's organisation
    assert set(table["status"]) == {"groen", "intet_maal"}
