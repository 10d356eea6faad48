"""The demo: the needs of the product stand out in it, its frames keep the contract, and it is the same every time."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from sundhedsklynge import demo
from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.demo.files import README, frames, snapshot
from sundhedsklynge.demo.world import AS_OF as TODAY
from sundhedsklynge.demo.world import World, build
from sundhedsklynge.domain.calendar import is_closed, parse_week

AS_OF = pd.Timestamp(demo.AS_OF)


@pytest.fixture(scope="module")
def world() -> World:
    return build()


@pytest.fixture(scope="module")
def tables(world: World) -> dict[str, pd.DataFrame]:
    return frames(world)


@pytest.fixture(scope="module")
def plans(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Operation plans by hospital."""
    found = [table for name, table in tables.items() if name.startswith("operationsplan_")]
    return {table["sygehus"].iloc[0]: table for table in found}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All the files, written once."""
    path = tmp_path_factory.mktemp("demo")
    demo.write(path)
    return path


@pytest.fixture(scope="module")
def gop(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    return tables["genoptraeningsplaner.csv"]


def test_that_all_29_municipalities_of_the_region_have_plans_and_slots_every_week(
    tables: dict[str, pd.DataFrame], gop: pd.DataFrame
) -> None:
    capacity = tables["kapacitet.csv"]
    assert gop["kommunekode"].nunique() == 29
    assert capacity.groupby("kommunekode")["uge"].nunique().eq(capacity["uge"].nunique()).all()
    assert parse_week(max(capacity["uge"])) >= demo.AS_OF + dt.timedelta(weeks=14)
    assert (capacity["pladser"] >= 0).all()


def test_that_the_size_lets_the_demo_open_fast(plans: dict[str, pd.DataFrame], gop: pd.DataFrame) -> None:
    assert 50_000 < sum(map(len, plans.values())) <= 80_000
    assert 20_000 < len(gop) <= 45_000


def test_that_nothing_in_a_snapshot_was_unknown_when_it_was_taken(plans: dict[str, pd.DataFrame]) -> None:
    for table in plans.values():
        if "bookingdato" in table:
            assert (table["bookingdato"] < table["udtraeksdato"]).all()
        if "status" in table:
            performed = table["status"] == "udført"
            assert (table.loc[performed, "operationsdato"] < table.loc[performed, "udtraeksdato"]).all()
            assert (table.loc[table["status"] == "planlagt", "operationsdato"] >= table["udtraeksdato"].iloc[0]).all()


def test_that_each_snapshot_looks_four_weeks_back_and_its_own_window_ahead(plans: dict[str, pd.DataFrame]) -> None:
    for hospital in a.HOSPITALS:
        if hospital.weekly_counts:
            continue
        table = plans[hospital.name]
        ahead = (table["operationsdato"] - table["udtraeksdato"]).dt.days
        assert ahead.min() >= -7 * a.WEEKS_BACK
        assert 7 * (hospital.weeks_ahead - 2) < ahead.max() < 7 * hospital.weeks_ahead


def test_that_no_planned_operation_lies_on_a_closed_day(plans: dict[str, pd.DataFrame]) -> None:
    days = {day.date() for t in plans.values() if "operationsdato" in t for day in t["operationsdato"].unique()}
    assert [day for day in days if is_closed(day)] == []


def test_that_a_case_keeps_its_key_and_its_municipality_while_it_moves(plans: dict[str, pd.DataFrame]) -> None:
    table = plans["Nordsjællands Hospital"]
    cases = table.groupby("sagsnoegle")
    assert cases["kommunekode"].nunique().max() == 1
    assert 0.05 < (cases["operationsdato"].max() > cases["operationsdato"].min()).mean() < 0.3


def test_that_most_cancelled_operations_are_new_to_cancellation_and_moves_outnumber_them(world: World) -> None:
    ops = world.operations
    moved = (ops.moved[:, 0] < 2**31).sum()
    cancelled = (ops.cancelled < 2**31).sum()
    assert moved > 1.5 * cancelled > 0


def test_that_the_backlog_package_shows_as_a_surge_in_plans_received(gop: pd.DataFrame) -> None:
    weekly = gop.groupby(gop["modtaget_dato"].dt.to_period("W-SUN")).size()
    before, after = weekly[-26:-14].mean(), weekly[-9:].mean()
    same_last_year = weekly[-61:-52].mean()
    assert after > 1.15 * same_last_year
    assert after > before


def test_that_a_hospital_empties_its_closed_week(plans: dict[str, pd.DataFrame]) -> None:
    table = plans[a.CLOSED_HOSPITAL]

    def booked(extracted: dt.date, week: dt.date) -> int:
        newest = table[(table["udtraeksdato"] == pd.Timestamp(extracted)) & (table["status"] == "planlagt")]
        return int(
            newest["operationsdato"].between(pd.Timestamp(week), pd.Timestamp(week + dt.timedelta(days=6))).sum()
        )

    week = dt.timedelta(weeks=1)
    assert booked(demo.AS_OF, a.CLOSED_WEEK) == 0
    assert booked(a.CLOSURE_TOLD, a.CLOSED_WEEK) > 3
    assert booked(demo.AS_OF, a.CLOSED_WEEK - week) > 3
    assert booked(demo.AS_OF, a.CLOSED_WEEK + week) > 3


def test_that_one_hospital_stopped_sharing_and_one_is_late_with_weekly_counts(plans: dict[str, pd.DataFrame]) -> None:
    newest = {name: table["udtraeksdato"].max() for name, table in plans.items()}
    assert sorted(AS_OF - day for day in newest.values())[-2:] == [pd.Timedelta(weeks=1), pd.Timedelta(weeks=6)]
    (weekly,) = [table for table in plans.values() if "uge" in table]
    assert weekly["antal"].max() > 1
    assert set(pd.Series(weekly["udtraeksdato"].unique()).diff().dropna().dt.days) == {14}


def test_that_private_operations_and_their_plans_are_marked(plans: dict[str, pd.DataFrame], gop: pd.DataFrame) -> None:
    assert (plans[a.PRIVATE]["privat"] == "ja").all()
    assert ((gop["privat"] == "ja") == (gop["sygehus"] == a.PRIVATE)).all()
    assert 0.02 < (gop["privat"] == "ja").mean() < 0.2


def test_that_incomplete_and_late_plans_differ_between_hospitals(gop: pd.DataFrame) -> None:
    incomplete = (gop["mangelfuld"] == "ja").groupby(gop["sygehus"]).mean()
    late = ((gop["modtaget_dato"] - gop["udskrivningsdato"]).dt.days > 1).groupby(gop["sygehus"]).mean()
    assert incomplete.max() > 2 * incomplete.min() > 0
    assert incomplete.idxmax() == late.idxmax() == "Bispebjerg og Frederiksberg Hospital"


def test_that_plans_come_after_discharge_and_offers_after_receipt_and_own_start(gop: pd.DataFrame) -> None:
    offered = gop[gop["tilbudt_dato"].notna()]
    assert (gop["modtaget_dato"] >= gop["udskrivningsdato"]).all()
    assert (gop["modtaget_dato"] < AS_OF).all()
    assert (offered["tilbudt_dato"] > offered["modtaget_dato"]).all()
    own = offered[offered["tidligst_start_dato"].notna()]
    assert len(own) > 500
    assert (own["tilbudt_dato"] >= own["tidligst_start_dato"]).all()
    assert (gop["opstart_dato"].dropna() < AS_OF).all()


def test_that_offers_never_exceed_the_slots_of_the_week(tables: dict[str, pd.DataFrame], gop: pd.DataFrame) -> None:
    iso = gop["tilbudt_dato"].dt.isocalendar()
    weeks = iso["year"].astype("Int64").astype(str) + "-W" + iso["week"].astype("Int64").astype(str).str.zfill(2)
    offered = gop[gop["tilbudt_dato"].notna()].groupby(["kommunekode", weeks]).size()
    slots = tables["kapacitet.csv"].set_index(["kommunekode", "uge"])["pladser"]
    assert (offered <= slots.reindex(offered.index)).all()


def test_that_most_deadlines_are_met_and_a_municipality_is_short_of_slots_soon(
    tables: dict[str, pd.DataFrame], gop: pd.DataFrame
) -> None:
    start = gop[["udskrivningsdato", "tidligst_start_dato"]].max(axis=1)
    due = start + pd.Timedelta(days=7) < AS_OF
    met = gop["tilbudt_dato"] <= start + pd.Timedelta(days=7)
    assert 0.95 < met[due & (gop["status"] == "")].mean() < 0.999
    capacity = tables["kapacitet.csv"]
    hilleroed = capacity[capacity["kommunekode"] == 219].set_index("uge")["pladser"]
    usual = (gop[gop["kommunekode"] == 219]["modtaget_dato"] >= AS_OF - pd.Timedelta(weeks=8)).sum() / 8
    assert hilleroed["2026-W50"] < usual < hilleroed["2026-W49"]


def test_that_quarterly_figures_hold_together(tables: dict[str, pd.DataFrame]) -> None:
    treated, homes = tables["72timers_behandlingsansvar.csv"], tables["plejehjemslaeger.csv"]
    assert (treated["omfattet"] <= treated["udskrivninger"]).all()
    assert (treated[["kontakter_72t", "genindlagt_72t"]].max(axis=1) <= treated["omfattet"]).all()
    assert treated["kvartal"].nunique() == 8
    assert (homes["plejehjem_med_laege"] + homes["plejehjem_ukendt"] <= homes["plejehjem"]).all()
    assert (homes["pladser_med_laege"] <= homes["pladser"]).all()
    assert homes["plejehjem_ukendt"].sum() > 0
    assert homes.groupby("kvartal")["plejehjem_med_laege"].sum().is_monotonic_increasing


def test_that_monthly_activity_agrees_with_the_plans_received(
    tables: dict[str, pd.DataFrame], gop: pd.DataFrame
) -> None:
    activity = tables["aktivitet.csv"]
    month = pd.Timestamp("2026-03-01")
    told = activity[activity["maaned"] == month]["gop_modtaget"].sum()
    rows = gop["modtaget_dato"].between(month, month + pd.offsets.MonthEnd(0)).sum()
    assert told == rows > 0
    assert activity["maaned"].max() == pd.Timestamp("2026-10-01")


def test_that_written_files_are_the_same_every_time(tmp_path: Path) -> None:
    def digest(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in demo.write(folder)
        }

    first = digest(tmp_path / "a")
    assert digest(tmp_path / "b") == first
    assert len(first) == len(set(first)) == 17


def test_that_canonical_files_are_utf8_semicolon_iso(tmp_path: Path) -> None:
    paths = demo.write_canonical(tmp_path)
    for path in paths:
        header, row, *_ = path.read_text(encoding="utf-8").splitlines()
        assert header.count(";") == row.count(";") > 2
    first = pd.read_csv(tmp_path / "genoptraeningsplaner.csv", sep=";", dtype=str, keep_default_na=False)
    assert first["modtaget_dato"].str.fullmatch(r"\d{4}-\d{2}-\d{2}").all()
    assert first["tidligst_start_dato"].str.fullmatch(r"(\d{4}-\d{2}-\d{2})?").all()


def test_that_the_readme_labels_every_assumption(folder: Path) -> None:
    text = (folder / README).read_text(encoding="utf-8-sig")
    assumed = text.split("FORUDSÆTNINGER")[1].split("KILDER")[0].strip().splitlines()[1:]
    assert len(assumed) > 10
    assert all(line.startswith("- antagelse: ") for line in assumed)
    for hospital in a.HOSPITALS:
        assert hospital.name in text


def test_that_dialects_tell_the_same_operations_as_the_snapshot(world: World, folder: Path) -> None:
    told = snapshot(world, 2, TODAY)
    sent = pd.read_csv(folder / "dialekter" / "amager_hvidovre_uge48.csv", sep=";", encoding="cp1252")
    assert sent["Antal operationer"].str.replace(",", ".").astype(float).sum() == told["antal"].sum()
    assert set(sent["Udtræksdato"]) == {"23-11-2026"}
    english = pd.read_csv(folder / "dialekter" / "nordsjaelland_week48.csv", encoding="utf-8-sig")
    assert len(english) == len(snapshot(world, 0, TODAY))
    titled = (folder / "dialekter" / "bornholm_uge48.txt").read_text(encoding="utf-16").splitlines()
    assert titled[0].startswith("Bornholms Hospital")
    assert titled[-1].startswith("I alt")


def test_that_the_pivot_workbook_adds_up(world: World, folder: Path) -> None:
    book = load_workbook(folder / "dialekter" / "bispebjerg_frederiksberg_uge48.xlsx")
    rows = list(book.active.iter_rows(min_row=4, values_only=True))
    header, body, total = rows[0], rows[1:-1], rows[-1]
    told = snapshot(world, 3, TODAY)
    expected = ((told["status"] == "planlagt") & (told["operationsdato"] >= AS_OF)).sum()
    assert header[:2] == ("Kommune", "Operation")
    assert total[-1] == sum(row[-1] for row in body) == expected
    assert sum(row[0] is None for row in body) > 3


def test_that_the_as_of_date_is_the_newest_extract(plans: dict[str, pd.DataFrame], gop: pd.DataFrame) -> None:
    assert max(table["udtraeksdato"].max() for table in plans.values()) == AS_OF == gop["udtraeksdato"].max()


def test_that_standing_follows_the_moves_day_by_day(world: World) -> None:
    ops = world.operations
    one = int(np.flatnonzero((ops.moved[:, 0] < 2**31) & (ops.moved[:, 1] == 2**31))[0])
    when = int(ops.moved[one, 0])
    assert ops.standing(when)[one] == ops.planned[one, 0]
    assert ops.standing(when + 1)[one] == ops.planned[one, 1]
