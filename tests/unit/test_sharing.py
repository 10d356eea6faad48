"""How hospitals share their plans, what was agreed, names and areas: through the workspace, on both databases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from sundhedsklynge.coverage.openness import LATE, MISSING, SHARED
from sundhedsklynge.domain.areas import CLUSTER, COUNCIL
from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.domain.kinds import PLAN
from sundhedsklynge.resources import resource
from sundhedsklynge.store.agreements import Agreement
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.trail import trail
from sundhedsklynge.workspace import Workspace
from sundhedsklynge.workspace.places import HOSPITAL, MUNICIPALITY, PROCEDURE, Alias
from tests.rows import store

NORTH, SOUTH = "Nordsjællands Hospital", "Amager og Hvidovre Hospital"
TODAY = dt.date(2026, 11, 23)
WEEK = dt.timedelta(weeks=1)


@pytest.fixture
def both(db: Database) -> Workspace:
    return Workspace(db)


@pytest.fixture
def workspace(sqlite_db: Database) -> Iterator[Workspace]:
    with Workspace(sqlite_db) as workspace:
        yield workspace


def share(workspace: Workspace, hospital: str, day: dt.date, *planned: tuple[int, str, dt.date, int]) -> int:
    """Stores a plan: (municipality, procedure, week, count)."""
    rows = [
        {
            "hospital": hospital,
            "extracted": day,
            "municipality": m,
            "procedure": p,
            "day": w,
            "weekly": True,
            "count": c,
        }
        for m, p, w, c in planned
    ]
    number = store(workspace.database, PLAN, *rows)
    workspace.forget()
    return number


# Openness and agreements ----------------------------------------------------------------------------------------------


def test_that_every_hospital_has_its_strip_and_its_rules(both: Workspace) -> None:
    for back in (4, 3, 0):
        share(both, NORTH, TODAY - back * WEEK, (219, "knæ", TODAY + 8 * WEEK, 2))
    share(both, SOUTH, TODAY - 6 * WEEK, (101, "hofte", TODAY, 1))
    both.sharing.save_agreement(Agreement(NORTH, 7, 8, dt.date(2026, 10, 1), parties="Klyngeledelsen"))
    south, north = both.sharing.hospitals(TODAY, weeks=5)
    assert (north.hospital, south.hospital) == (NORTH, SOUTH)
    assert [mark.status for mark in north.strip] == [SHARED, SHARED, LATE, MISSING, SHARED]
    assert north.openness.missing_weeks == 2
    assert [rule.kept for rule in north.kept] == [True, True]
    assert "Delt i 2 af 4 uger" in north.kept[0].sentence
    assert north.keeps
    assert south.agreement is None
    assert south.keeps is None
    assert south.strip[-1].status == MISSING


def test_that_a_hospital_with_an_agreement_and_no_plan_is_missing(both: Workspace) -> None:
    share(both, NORTH, TODAY, (219, "knæ", TODAY, 2))
    both.sharing.save_agreement(Agreement("Bornholms Hospital", 14, 4, dt.date(2026, 1, 1)))
    entry = both.sharing.hospitals(TODAY)[0]
    assert entry.hospital == "Bornholms Hospital"
    assert (entry.openness.newest, entry.openness.weeks_ahead, entry.openness.told) == (None, None, {})
    assert {mark.status for mark in entry.strip} == {MISSING}
    assert [rule.kept for rule in entry.kept] == [False, None]


def test_that_only_the_agreement_in_force_counts(both: Workspace) -> None:
    share(both, NORTH, TODAY, (219, "knæ", TODAY + WEEK, 2))
    both.sharing.save_agreement(Agreement(NORTH, 7, 12, dt.date(2026, 1, 1), dt.date(2026, 6, 30)))
    assert both.sharing.hospitals(TODAY)[0].agreement is None
    both.sharing.save_agreement(Agreement(NORTH, 7, 2, dt.date(2026, 7, 1)))
    assert [rule.kept for rule in both.sharing.hospitals(TODAY)[0].kept] == [True, True]


def test_that_an_agreement_is_changed_removed_and_taken_back(both: Workspace) -> None:
    added = both.sharing.save_agreement(Agreement(NORTH, 7, 8, dt.date(2026, 1, 1)))
    (agreement,) = both.sharing.agreements()
    changed = both.sharing.save_agreement(Agreement(NORTH, 14, 8, dt.date(2026, 1, 1), id=agreement.id))
    assert both.sharing.agreements()[0].every_days == 14
    changed.undo()
    assert both.sharing.agreements() == [agreement]
    removed = both.sharing.remove_agreement(agreement.id)
    assert both.sharing.agreements() == []
    removed.undo()
    added.undo()
    assert both.sharing.agreements() == []
    added.redo()
    assert both.sharing.agreements() == [agreement]
    assert [line.action for line in trail(both.database, "agreement")][-1] == "add"


@pytest.mark.parametrize(
    ("terms", "word"),
    [
        ({"every_days": 0}, "dage"),
        ({"weeks_ahead": -1}, "uger"),
        ({"valid_to": dt.date(2025, 1, 1)}, "slutter"),
        ({"hospital": " "}, "hospital"),
        ({"parties": "010190-1234"}, "personnummer"),
    ],
)
def test_that_an_agreement_that_cannot_be_is_refused(workspace: Workspace, terms: dict[str, object], word: str) -> None:
    values: dict[str, object] = {"hospital": NORTH, "every_days": 7, "weeks_ahead": 8, "valid_from": TODAY, **terms}
    with pytest.raises(UserError, match=word):
        workspace.sharing.save_agreement(Agreement(**values))  # type: ignore[arg-type]
    assert workspace.sharing.agreements() == []


# What changed ---------------------------------------------------------------------------------------------------------


def test_that_any_two_plans_of_a_hospital_can_be_compared(both: Workspace) -> None:
    share(both, NORTH, TODAY - 2 * WEEK, (219, "knæ", TODAY, 1), (219, "knæ", TODAY + 2 * WEEK, 1))
    share(both, NORTH, TODAY - WEEK, (219, "knæ", TODAY, 4), (219, "knæ", TODAY + 2 * WEEK, 1))
    share(both, NORTH, TODAY, (219, "knæ", TODAY + WEEK, 4), (250, "hofte", TODAY + 2 * WEEK, 2))
    found = both.sharing.changes(NORTH)
    assert (found.before, found.after) == (TODAY - WEEK, TODAY)
    assert found.changes.totals() == (2, 4, 1)
    assert found.sentence.startswith(f"{NORTH}, fra 16.11.2026 til 23.11.2026: 2 nye, 4 flyttede og 1 forsvundne")
    assert found.procedures.set_index("procedure")["forskel"].to_dict() == {"hofte": 2, "knæ": -1}
    assert found.municipalities[["kommune", "foer", "nu"]].to_numpy().tolist() == [
        ["Hillerød", 5, 4],
        ["Frederikssund", 0, 2],
    ]
    weeks = found.weeks.set_index("uge")
    assert weeks.loc[TODAY].to_dict() == {
        **{"foer": 4, "nu": 0, "forskel": -4},
        **{"nye": 0, "flyttet_ind": 0, "flyttet_ud": 4, "forsvundne": 0},
    }
    assert found.cells["nu"].sum() == 6
    earlier = both.sharing.changes(NORTH, TODAY - 2 * WEEK, TODAY - WEEK)
    assert earlier.changes.totals() == (3, 0, 0)


def test_that_case_keys_are_followed_from_file_to_file(both: Workspace, tmp_path: Path) -> None:
    head = "udtraeksdato;sygehus;kommunekode;procedure;operationsdato;sagsnoegle"
    days = [TODAY + dt.timedelta(days=d) for d in (1, 2, 9, 10)]
    moved = [days[0], days[1], days[2], days[0]]
    for extract, planned in ((TODAY - WEEK, days), (TODAY, moved)):
        rows = [f"{extract};{NORTH};219;knæ;{day};SAG-{i}" for i, day in enumerate(planned)]
        path = tmp_path / f"{extract}.csv"
        path.write_text(
            "\n".join([head, *rows, f"{extract};{NORTH};219;knæ;{days[3]};SAG-{extract}"]), encoding="utf-8"
        )
        assert both.import_file(path).stored
    found = both.sharing.changes(NORTH)
    assert found.changes.by_case == 1
    assert found.changes.totals() == (1, 1, 1)  # net: one moved
    assert "100 % fulgt med sagsnøgle" in found.sentence


def test_that_a_hospital_with_one_plan_has_nothing_to_compare(workspace: Workspace) -> None:
    share(workspace, NORTH, TODAY, (219, "knæ", TODAY, 1))
    with pytest.raises(UserError, match="to planer"):
        workspace.sharing.changes(NORTH)
    with pytest.raises(UserError, match="ingen plan fra"):
        workspace.sharing.changes(NORTH, TODAY - WEEK, TODAY)
    with pytest.raises(UserError, match="ikke delt"):
        workspace.sharing.against_last_year(SOUTH)


def test_that_a_plan_is_laid_beside_last_years_of_the_same_time_and_a_missing_one_is_not_zero(both: Workspace) -> None:
    share(both, NORTH, TODAY, (219, "knæ", TODAY + WEEK, 6), (219, "knæ", TODAY + 2 * WEEK, 1))
    assert both.sharing.against_last_year(NORTH) is None
    past = TODAY - 52 * WEEK
    share(both, NORTH, past + dt.timedelta(days=1), (219, "knæ", past + WEEK, 4), (219, "knæ", past + 3 * WEEK, 9))
    found = both.sharing.against_last_year(NORTH)
    assert found is not None
    assert found.last_year
    assert found.weeks[["uge", "foer", "nu"]].to_numpy().tolist() == [
        [TODAY + WEEK, 4, 6],
        [TODAY + 2 * WEEK, 0, 1],
    ]
    assert "nye" not in found.weeks
    assert "7 operationer planlagt de næste 3 uger mod 4" in found.sentence


def test_that_a_plan_taken_back_is_a_plan_no_more(both: Workspace) -> None:
    share(both, NORTH, TODAY - WEEK, (219, "knæ", TODAY, 1))
    number = share(both, NORTH, TODAY, (219, "knæ", TODAY, 2))
    assert [shot.extracted for shot in both.sharing.snapshots(NORTH)] == [TODAY - WEEK, TODAY]
    both.undo_import(number)
    assert [shot.extracted for shot in both.sharing.snapshots(NORTH)] == [TODAY - WEEK]
    both.redo_import(number)
    assert both.sharing.changes(NORTH).changes.totals() == (1, 0, 0)


def test_that_imports_of_the_same_day_make_one_plan(both: Workspace) -> None:
    share(both, NORTH, TODAY - WEEK, (219, "knæ", TODAY, 1), (250, "knæ", TODAY, 1))
    first = share(both, NORTH, TODAY, (219, "knæ", TODAY, 1))
    second = share(both, NORTH, TODAY, (250, "knæ", TODAY, 3))
    assert both.sharing.snapshots(NORTH)[-1].imports == (first, second)
    assert both.sharing.changes(NORTH).changes.totals() == (2, 0, 0)


# Names ----------------------------------------------------------------------------------------------------------------


def test_that_names_are_taught_changed_and_forgotten(both: Workspace) -> None:
    places = both.places
    places.remember(HOSPITAL, "NOH", NORTH)
    places.remember(MUNICIPALITY, "Hilly", "Hillerød")
    change = places.remember(PROCEDURE, "Knæprotese, revision", "knæ")
    assert places.aliases() == [
        Alias(HOSPITAL, "NOH", NORTH),
        Alias(MUNICIPALITY, "Hilly", "Hillerød", 219),
        Alias(PROCEDURE, "Knæprotese, revision", "knæ"),
    ]
    change.undo()
    assert len(places.aliases()) == 2
    edited = places.change(Alias(MUNICIPALITY, "Hilly", "Hillerød", 219), "Hillerup", "250")
    assert places.aliases()[1] == Alias(MUNICIPALITY, "Hillerup", "Frederikssund", 250)
    edited.undo()
    assert places.aliases()[1] == Alias(MUNICIPALITY, "Hilly", "Hillerød", 219)
    forgotten = places.forget(places.aliases()[0])
    assert len(places.aliases()) == 1
    forgotten.undo()
    assert places.aliases()[0] == Alias(HOSPITAL, "NOH", NORTH)


def test_that_teaching_a_name_anew_is_taken_back_to_the_old_meaning(workspace: Workspace) -> None:
    workspace.places.remember(HOSPITAL, "NOH", NORTH)
    change = workspace.places.remember(HOSPITAL, "NOH", SOUTH)
    assert workspace.places.aliases() == [Alias(HOSPITAL, "NOH", SOUTH)]
    change.undo()
    assert workspace.places.aliases() == [Alias(HOSPITAL, "NOH", NORTH)]


@pytest.mark.parametrize(
    ("kind", "text", "meaning"),
    [
        (HOSPITAL, "NOH", "Findes Ikke Hospital"),
        (MUNICIPALITY, "Hilly", "999"),
        (PROCEDURE, "ryg", "ryg"),
        (PROCEDURE, " ", "knæ"),
        (HOSPITAL, "010190-1234", NORTH),
    ],
)
def test_that_a_name_for_nothing_is_refused(workspace: Workspace, kind: str, text: str, meaning: str) -> None:
    with pytest.raises(UserError) as error:
        workspace.places.remember(kind, text, meaning)
    assert "010190" not in str(error.value)
    assert workspace.places.aliases() == []


# Areas ----------------------------------------------------------------------------------------------------------------


def test_that_the_shipped_tables_load_as_they_are(both: Workspace) -> None:
    before = both.organisation()
    for name, kind in (("sundhedsklynger.csv", CLUSTER), ("sundhedsraad.csv", COUNCIL)):
        report, _ = both.places.load_areas(resource("reference", name))
        assert report.kind == kind
        assert report.rows > 0
    after = both.organisation()
    assert sorted(map(repr, after.memberships)) == sorted(map(repr, before.memberships))


def test_that_a_table_of_areas_takes_the_place_of_the_old_one_and_can_be_taken_back(
    both: Workspace, tmp_path: Path
) -> None:
    before = both.organisation().areas(CLUSTER, TODAY)
    path = tmp_path / "klynger.csv"
    path.write_bytes("kommunekode;klynge;klyngenavn;gyldig_fra\n219;X;Nordøst\n".encode("cp1252"))
    with pytest.raises(InputRefusedError, match="Linje 2"):
        both.places.load_areas(path)
    path.write_bytes("kommunekode;klynge;klyngenavn;gyldig_fra\n219;X;Nordøst;2022-01-01\n".encode("cp1252"))
    report, change = both.places.load_areas(path)
    assert report.areas == ("Nordøst",)
    assert "Aabenraa" in report.left
    assert report.sentence.startswith("1 klynge med 1 kommune er indlæst fra klynger.csv.")
    assert [area.code for area in both.organisation().areas(CLUSTER, TODAY)] == ["X"]
    change.undo()
    assert both.organisation().areas(CLUSTER, TODAY) == before


@pytest.mark.parametrize(
    "text", ["a;b\n1;2\n", "kommunekode;klynge;gyldig_fra\n", "kommunekode;klynge;gyldig_fra\n998;X;2022-01-01\n"]
)
def test_that_another_table_is_refused_and_changes_nothing(workspace: Workspace, tmp_path: Path, text: str) -> None:
    path = tmp_path / "andet.csv"
    path.write_text(text, encoding="utf-8")
    before = workspace.organisation()
    with pytest.raises(InputRefusedError):
        workspace.places.load_areas(path)
    workspace.forget()
    assert workspace.organisation() == before
