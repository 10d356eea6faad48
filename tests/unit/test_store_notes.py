"""Settings, notes, remembered mappings and names, and the trail they leave."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from sundhedsklynge.domain import kinds
from sundhedsklynge.domain.areas import CLUSTER, COUNCIL, Area, Membership
from sundhedsklynge.domain.errors import InputRefusedError, UserError
from sundhedsklynge.store.database import Database
from sundhedsklynge.store.notes import (
    DECISION,
    Note,
    forget_mapping,
    mappings,
    notes,
    remember_mapping,
    remove_note,
    remove_setting,
    save_note,
    set_setting,
    settings,
)
from sundhedsklynge.store.organisation import (
    aliases,
    forget_alias,
    organisation,
    remember_hospital,
    remember_municipality,
    remember_procedure,
    replace_memberships,
)
from sundhedsklynge.store.trail import trail

DAY = dt.date(2026, 11, 23)


def test_that_a_setting_holds_from_its_date_and_the_one_before_it_until_then(db: Database) -> None:
    set_setting(db, "frist.dage", "10")
    set_setting(db, "frist.dage", "14", dt.date(2027, 1, 1))
    assert [settings(db).get("frist.dage", day) for day in (DAY, dt.date(2027, 1, 1))] == [10, 14]
    remove_setting(db, "frist.dage", dt.date(2027, 1, 1))
    assert settings(db).get("frist.dage", dt.date(2027, 1, 1)) == 10


def test_that_a_setting_set_twice_is_one_row_with_both_values_in_the_trail(db: Database) -> None:
    set_setting(db, "risiko.maal", "10 %")
    set_setting(db, "risiko.maal", "20 %")
    newest, oldest = trail(db, "setting")
    assert (newest.before or {})["value"] == "10 %"
    assert (newest.after or {})["value"] == "20 %"
    assert oldest.before is None
    assert newest.who
    assert settings(db).get("risiko.maal", DAY) == 0.2


def test_that_a_value_of_no_use_is_refused_and_not_stored(db: Database) -> None:
    with pytest.raises(UserError):
        set_setting(db, "frist.dage", "mange")
    with pytest.raises(UserError):
        set_setting(db, "findes.ikke", "1")
    assert settings(db).get("frist.dage") == 7
    assert trail(db) == []


def test_that_a_decision_is_kept_changed_and_taken_away_with_its_trail(db: Database) -> None:
    first = save_note(
        db, Note("Seks ekstra pladser", DAY, DECISION, data_date=DAY, responsible="Leder af træningscenter")
    )
    save_note(db, Note("Hospitalet var lukket", dt.date(2026, 11, 20)))
    (decision,) = notes(db, DECISION)
    assert (decision.text, decision.data_date, decision.responsible, decision.id) == (
        "Seks ekstra pladser",
        DAY,
        "Leder af træningscenter",
        first,
    )
    assert decision.made_by
    save_note(db, dataclasses.replace(decision, outcome="Risikoen faldt", done_on=DAY))
    assert [n.outcome for n in notes(db)] == ["Risikoen faldt", ""]
    remove_note(db, first)
    assert [n.text for n in notes(db)] == ["Hospitalet var lukket"]
    assert [e.action for e in trail(db, "note")] == ["remove", "change", "add", "add"]
    assert (trail(db, "note")[0].before or {})["text"] == "Seks ekstra pladser"


def test_that_an_empty_note_and_one_that_is_gone_are_told(db: Database) -> None:
    with pytest.raises(UserError, match="tom"):
        save_note(db, Note("  ", DAY))
    with pytest.raises(UserError, match="findes ikke"):
        remove_note(db, 7)
    with pytest.raises(UserError, match="findes ikke"):
        save_note(db, Note("x", DAY, id=7))


def test_that_a_mapping_is_remembered_by_header_and_hospital(db: Database) -> None:
    remember_mapping(db, "f" * 64, kinds.PLAN, {"day": "Dato"})
    remember_mapping(db, "f" * 64, kinds.PLAN, {"day": "Opdato"}, "Bornholms Hospital")
    remember_mapping(db, "f" * 64, kinds.PLAN, {"day": "Ny dato"})
    assert {m.hospital: m.mapping for m in mappings(db)} == {
        "": {"day": "Ny dato"},
        "Bornholms Hospital": {"day": "Opdato"},
    }
    forget_mapping(db, "f" * 64, kinds.PLAN)
    assert [m.hospital for m in mappings(db)] == ["Bornholms Hospital"]
    assert len(trail(db, "remembered_mapping")) == 4


def test_that_names_are_remembered_and_forgotten(db: Database) -> None:
    remember_hospital(db, "NOH", "Nordsjællands Hospital")
    remember_hospital(db, "Kysten", "Privathospitalet Kysten")
    remember_municipality(db, "Kbh", 101)
    remember_procedure(db, "TKA", "knæ")
    remember_procedure(db, "TKA", "hofte")
    known = aliases(db)
    assert known.hospitals == {"NOH": "Nordsjællands Hospital", "Kysten": "Privathospitalet Kysten"}
    assert (known.municipalities, known.procedures) == ({"Kbh": 101}, {"TKA": "hofte"})
    forget_alias(db, "NOH")
    assert aliases(db).hospitals == {"Kysten": "Privathospitalet Kysten"}
    assert [e.action for e in trail(db, "hospital_alias")] == ["remove", "remember", "remember"]


def test_that_a_loaded_table_takes_the_place_of_the_councils_only(db: Database) -> None:
    reform = dt.date(2027, 1, 1)
    rows = [Membership(101, Area(COUNCIL, "Hovedstaden", "Hovedstaden"), reform)]
    assert replace_memberships(db, COUNCIL, rows) == 1
    places = organisation(db)
    assert [a.code for a in places.areas(COUNCIL, reform)] == ["Hovedstaden"]
    assert len(places.areas(CLUSTER, DAY)) == 22
    assert len((trail(db, "membership")[0].before or {})["rows"]) == 9
    with pytest.raises(InputRefusedError, match="102"):
        replace_memberships(db, COUNCIL, [Membership(102, Area(COUNCIL, "X", "X"), reform)])
