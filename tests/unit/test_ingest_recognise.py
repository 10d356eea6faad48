"""Recognition asks what the file does not say, remembers what was answered, and never guesses silently."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sundhedsklynge.domain.errors import InputRefusedError
from sundhedsklynge.ingest.check import check
from sundhedsklynge.ingest.mapping import Known, Mapping, answer
from sundhedsklynge.ingest.places import MunicipalityNames, Outside, near_hospitals
from sundhedsklynge.ingest.read import read_file
from sundhedsklynge.ingest.recognise import Recognition, recognise
from sundhedsklynge.ingest.table import RawFile
from sundhedsklynge.ingest.terms import read_gop_type, read_procedure
from sundhedsklynge.ingest.vocabulary import FIELDS, fingerprint, match_header

ROOT = Path(__file__).parents[2]
NOH, HGH = "Nordsjællands Hospital", "Herlev og Gentofte Hospital"
GENERIC = ("Hospital;Kommune;Indgreb;Uge;Antal", f"{NOH};Hillerød;Knæ;2026-W49;1")
Read = Callable[..., RawFile]


@pytest.fixture
def raw(tmp_path: Path) -> Read:
    def write(*lines: str, name: str = "fil.csv") -> RawFile:
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return read_file(path)

    return write


def _asked(found: Recognition) -> list[str]:
    return [question.what for question in found.questions]


def test_that_every_canonical_column_name_is_understood() -> None:
    for kind, fields in FIELDS.items():
        for column in fields:
            assert match_header(kind, column.name) == (column.name, True)


def test_that_no_name_stands_for_two_columns_of_a_kind() -> None:
    for kind, fields in FIELDS.items():
        names = [name for column in fields for name in column.names]
        assert len(names) == len(set(names)), kind


def test_that_the_date_comes_from_the_column_then_the_user_then_the_title_then_the_name(
    raw: Read, known: Known
) -> None:
    day = dt.date(2026, 11, 20)
    lines = ("Planlagte operationer, udtrukket den 16. november 2026", *GENERIC)
    named = raw(*lines, name="plan_20261117.csv")
    assert (recognise(named, known).as_of, recognise(named, known).as_of_source) == (dt.date(2026, 11, 16), "titel")
    assert recognise(named, known, as_of=day).as_of == day
    assert recognise(raw(*GENERIC, name="plan_2026-11-17_0615.csv"), known).as_of == dt.date(2026, 11, 17)
    assert recognise(raw(*GENERIC, name="plan_17.11.2026.csv"), known).as_of == dt.date(2026, 11, 17)
    column = raw("Udtrukket;" + GENERIC[0], "16-11-2026;" + GENERIC[1])
    assert recognise(column, known, as_of=day).as_of_source == "kolonne"
    checked = check(column, recognise(column, known, as_of=day), known)
    assert checked.as_of == dt.date(2026, 11, 16)


def test_that_a_period_in_the_title_is_not_taken_for_the_extract_date(raw: Read, known: Known) -> None:
    found = recognise(raw("Operationer i perioden 16-11-2026 til 15-02-2027", *GENERIC), known)
    assert _asked(found) == ["as_of"]
    assert found.questions[0].candidates == ("2026-11-16", "2027-02-15")


def test_that_the_hospital_comes_from_the_title_the_file_name_or_the_user(raw: Read, known: Known) -> None:
    lines = ("udtraeksdato;kommune;procedure;uge", "2026-11-23;219;knæ;2026-W49")
    assert recognise(raw(f"Plan for {HGH}", *lines), known).hospital == HGH
    assert recognise(raw(*lines, name="plan Nordsjællands_Hospital 1.csv"), known).hospital == NOH
    assert recognise(raw(*lines), known, hospital="herlev og gentofte hospital").hospital == HGH
    asked = recognise(raw(*lines, name="noh_uge48.csv"), known)
    assert _asked(asked) == ["hospital"]
    assert asked.questions[0].candidates == (NOH,)
    assert _asked(recognise(raw(*lines), known, hospital="Herlev Hospital")) == ["hospital:Herlev Hospital"]
    both = recognise(raw(f"{NOH} og {HGH}", *lines), known)
    assert _asked(both) == ["hospital"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Nordsjælands Hospital", NOH),
        ("Nordsjællands Hosp.", NOH),
        ("Nordsjaellands Hospital Hillerød", NOH),
        ("Hospitalet i Hillerød", NOH),
        ("NOH", NOH),
        ("Herlev Hospital", HGH),
        ("Herlev-Gentofte", HGH),
        ("HGH", HGH),
        ("Bisbebjerg Hospital", "Bispebjerg og Frederiksberg Hospital"),
        ("BFH", "Bispebjerg og Frederiksberg Hospital"),
        ("Hvidovre Hospital", "Amager og Hvidovre Hospital"),
        ("AHH", "Amager og Hvidovre Hospital"),
        ("Bornholm Hospital", "Bornholms Hospital"),
        ("OUH", "Odense Universitetshospital"),
    ],
)
def test_that_a_spelling_or_site_of_a_known_hospital_is_near_it(name: str, near: str, known: Known) -> None:
    assert near in near_hospitals(name, known.hospitals)


@pytest.mark.parametrize(
    "name", ["Rigshospitalet", "Aleris", "Privathospitalet Hillerød", "Gildhøj", "Capio", "Hospital X"]
)
def test_that_a_clearly_different_hospital_is_near_none(name: str, known: Known) -> None:
    assert near_hospitals(name, known.hospitals) == []


def test_that_every_municipality_reads_in_its_usual_forms(known: Known) -> None:
    names = MunicipalityNames(known.municipalities, {})
    for code, name in known.municipalities.items():
        genitive = name if name.endswith("s") else f"{name}s"
        plain = name.replace("-", " ")
        ascii_form = name.replace("æ", "ae").replace("ø", "oe").replace("å", "aa").replace("Æ", "Ae").replace("Ø", "Oe")
        ring = name.replace("aa", "å").replace("Aa", "Å")
        for text in (str(code), f"0{code}", f"{code} {name}", f"{code} - {name} Kommune", f"{name} ({code})", name,
                     name.upper(), name.lower(), f"{name} Kommune", f"{genitive} Kommune", f" {name}\u00a0kommune ", plain,
                     ascii_form, ring):  # fmt: skip
            assert names.read(text) == code, text
    assert names.read("Bornholms Regionskommune") == 400
    assert names.read("Christiansø") == Outside("Christiansø")
    for text in ("999", "0000", "Atlantis", "Nord", "101 Frederiksberg", "1010"):
        assert not isinstance(names.read(text), int | Outside), text


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("KNGB40", "knæ"), ("kngb40a", "knæ"), ("KNGB40 TUL1", "knæ"), ("KNGB40TUL2", "knæ"), ("KNFB20", "hofte"), ("KNBL39", "skulder"),
        ("KNHG09", "andre"), ("KMBC00", "andre"), ("DM17", "knæ"), ("DM171", "knæ"), ("DM17.1", "knæ"), ("DM239A", "knæ"),
        ("DS834E", "knæ"), ("DM160", "hofte"), ("DS720", "hofte"), ("DM751", "skulder"), ("DS42", "skulder"), ("DS430", "skulder"),
        ("DS460", "skulder"), ("DS52", "andre"), ("DI63", "andre"), ("Knæalloplastik", "knæ"), ("KNÆ", "knæ"), ("Skulder", "skulder"),
        ("Hip replacement", "hofte"), ("Total knæalloplastik", "knæ"), ("andre", "andre"), ("Øvrige operationer", "andre"),
    ],
)  # fmt: skip
def test_that_codes_and_texts_name_their_group(text: str, group: str) -> None:
    found = read_procedure(text)
    assert isinstance(found, tuple)
    assert found[0] == group


@pytest.mark.parametrize(
    "text",
    ["KNG", "KNGB4", "KNGB400", "NGB40", "KN1B40", "KZZZ99", "XYZ123", "12345", "Alloplastik", "Blandet", "hofte og knæ",
     "KNGB40 hofte", "DM", "", "Anden aftale"],
)  # fmt: skip
def test_that_malformed_codes_and_unknown_words_are_never_andre(text: str) -> None:
    assert not isinstance(read_procedure(text), tuple)


def test_that_a_type_that_may_be_two_is_not_guessed() -> None:
    assert read_gop_type("Almen genoptræning, basalt niveau") == "almen basal"
    assert read_gop_type("Rehabilitering på specialiseret niveau") == "rehabilitering på specialiseret niveau"
    assert not isinstance(read_gop_type("specialiseret"), str)


def test_that_answers_settle_the_questions(raw: Read, known: Known) -> None:
    lines = ("udtraeksdato;sygehus;kommunekode;sks_kode;operationsdato;antal",
             "2026-11-16;Nordsjælands Hospital;219;KNGB40;11/23/2026;1.234")  # fmt: skip
    file = raw(*lines)
    found = recognise(file, known)
    assert set(_asked(found)) == {"hospital:Nordsjælands Hospital", "date_order:operationsdato", "thousands:."}
    mapping = found.mapping
    for question in found.questions:
        mapping = answer(mapping, question.what, question.candidates[0])
    settled = recognise(file, known, mapping=mapping)
    assert settled.questions == ()
    (row,) = check(file, settled, known).frame.to_dict("records")
    assert (row["hospital"], str(row["day"].date()), row["count_min"]) == (NOH, "2026-11-23", 1234)


def test_that_weeks_without_a_year_are_read_near_the_date_once_the_user_says_so(raw: Read, known: Known) -> None:
    file = raw(
        "udtraeksdato;sygehus;kommune;procedure;uge", *(f"2026-12-14;{NOH};219;knæ;uge {w}" for w in (50, 53, 1, 9))
    )
    assert _asked(recognise(file, known)) == ["week_year"]
    near = answer(recognise(file, known).mapping, "week_year", "nærmest")
    found = recognise(file, known, as_of=dt.date(2026, 12, 14), mapping=near)
    weeks = [f"{d.isocalendar().year}-{d.isocalendar().week}" for d in check(file, found, known).frame["day"]]
    assert weeks == ["2026-50", "2026-53", "2027-1", "2027-9"]


def test_that_unknown_headers_can_be_named_and_are_remembered(raw: Read, known: Known) -> None:
    lines = ("Sted;Hvem;Hvad;Hvornår;Stk.", f"{NOH};219;KNGB40;2026-12-01;2")
    file = raw(*lines)
    assert _asked(recognise(file, known)) == ["kind"]
    started = recognise(file, known, kind="plan")
    assert (
        _asked(started)
        == ["column:operationsdato", "column:kommunekode", "column:sks_kode", "hospital", "as_of"][:3]
        + _asked(started)[3:]
    )
    assert started.questions[0].candidates[0] == "Hvornår"
    mapping = Mapping(
        kind="plan", columns={"Sted": "sygehus", "Hvem": "kommunekode", "Hvad": "sks_kode", "Hvornår": "operationsdato"}
    )
    found = recognise(file, known, as_of=dt.date(2026, 11, 23), mapping=mapping)
    assert found.questions == ()
    assert {c.name: c.source for c in found.columns}["sygehus"] == "kortlægning"
    remembering = replace(known, mappings={found.fingerprint: found.mapping})
    again = recognise(file, remembering, as_of=dt.date(2026, 11, 23))
    assert again.questions == ()
    assert "Kolonnerne er læst som sidst." in again.notes
    assert check(file, again, remembering).frame["count_min"].tolist() == [2]


def test_that_a_remembered_hospital_is_proposed_and_not_assumed(raw: Read, known: Known) -> None:
    file = raw("udtraeksdato;kommune;procedure;uge", "2026-11-23;219;knæ;2026-W49")
    found = recognise(file, known, hospital=NOH)
    remembering = replace(known, mappings={f"{found.fingerprint}|{NOH}": found.mapping})
    again = recognise(file, remembering)
    assert _asked(again) == ["hospital"]
    assert again.questions[0].candidates[0] == NOH


def test_that_a_changed_layout_is_noticed(raw: Read, known: Known) -> None:
    before = recognise(raw("udtraeksdato;sygehus;kommune;procedure;uge", f"2026-11-23;{NOH};219;knæ;2026-W49"), known)
    remembering = replace(known, mappings={f"{before.fingerprint}|{NOH}": before.mapping})
    line = f"2026-11-23;{NOH};219;knæ;2026-W49;4"
    plain = recognise(raw("udtraeksdato;sygehus;kommune;procedure;uge;antal", line), remembering)
    assert any("ændret siden sidst" in note and "antal" in note for note in plain.notes)
    assert plain.questions == ()
    loose = recognise(
        raw("udtraeksdato;sygehus;Bopæl (patientens kommune i dag);procedure;uge;antal", line), remembering
    )
    assert _asked(loose) in (["layout"], [])
    other = raw("udtraeksdato;sygehus;Patientens kommune i dag;procedure;uge;antal", line)
    assert _asked(recognise(other, remembering)) == ["layout"]
    assert recognise(other, remembering, mapping=recognise(other, remembering).mapping).questions == ()


def test_that_a_given_mapping_must_fit_the_file(raw: Read, known: Known) -> None:
    mapping = Mapping(kind="plan", columns={"Findes ikke": "antal"})
    assert _asked(
        recognise(
            raw("udtraeksdato;sygehus;kommune;procedure;uge", f"2026-11-23;{NOH};219;knæ;2026-W49"),
            known,
            mapping=mapping,
        )
    ) == ["layout"]


def test_that_a_mapping_survives_json_in_both_directions() -> None:
    mapping = Mapping(
        "plan",
        {"Kommune": "kommune", "Bem.": ""},
        NOH,
        {"NOH": NOH},
        {"Dato": True},
        ".",
        "nærmest",
        ("Ark1",),
        "ab",
        ("Kommune",),
    )
    assert Mapping.from_json(mapping.to_json()) == mapping
    assert Mapping.from_json('{"kind": "plan", "columns": {"kommune": "Sted", "antal": "Stk"}}').columns == {
        "Sted": "kommune",
        "Stk": "antal",
    }
    for broken in (
        "[]",
        "{",
        '{"kind": "x"}',
        '{"kind": "plan", "columns": {"a": "b"}}',
        '{"columns": 3}',
        '{"month_first": 1}',
    ):
        with pytest.raises(InputRefusedError):
            Mapping.from_json(broken)
    assert json.loads(Mapping().to_json())["thousands"] is None


def test_that_the_fingerprint_follows_the_columns_and_not_the_weeks() -> None:
    one = fingerprint(["Kommune", "Operation", "Uge 47-2026", "Uge 48-2026", "I alt"])
    assert one == fingerprint(["kommune ", "operation", "Uge 48-2026", "Uge 49-2026", "Uge 50-2026", "i alt"])
    assert one != fingerprint(["Kommune", "Indgreb", "Uge 47-2026", "Uge 48-2026", "I alt"])


def test_that_a_forgotten_place_is_a_problem_and_not_the_one_above(raw: Read, known: Known) -> None:
    rows = [f"2026-11-23;{NOH};{place};knæ;2026-W49;1" for place in ("219", "219", "", "201", "201", "")]
    file = raw("udtraeksdato;sygehus;kommune;procedure;uge;antal", *rows)
    checked = check(file, recognise(file, known), known)
    assert [(p.row, p.code) for p in checked.errors] == [(4, "missing_value"), (7, "missing_value")]


def test_that_a_broken_row_at_the_end_is_not_taken_for_a_note(raw: Read, known: Known) -> None:
    file = raw(
        "udtraeksdato;sygehus;kommune;procedure;uge;antal",
        f"2026-11-23;{NOH};219;knæ;2026-W49;1",
        ";;Allerød Kommune;;;",
        ";;201;;;",
    )
    checked = check(file, recognise(file, known), known)
    assert checked.error_rows == 2


def test_that_slots_and_operations_by_week_are_told_apart_by_what_is_written(raw: Read, known: Known) -> None:
    table = ("Kommune;Procedure;Uge 49 2026;Uge 50 2026", "Hillerød;Knæ;1;2")
    assert recognise(raw("Kapacitet: pladser", *table), known).kind == "capacity"
    assert recognise(raw("Planlagte operationer", *table), known).kind == "plan"
    assert _asked(recognise(raw(*table), known)) == ["kind"]
    assert recognise(raw(*table), known, kind="capacity").questions == ()
