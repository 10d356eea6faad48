"""The catalogue of offers: found by every word, on a day, by provider."""

from __future__ import annotations

import datetime as dt

from sundhedsklynge.coverage.offers import Offer, offer_table, search

DAY = dt.date(2026, 11, 23)
KNEE = Offer("kommune", "Knæhold", "Træning på hold efter knæoperation.", dt.date(2026, 1, 1), place="Hillerød")
HIP = Offer(
    "hospital",
    "Hofteskole",
    "Før operation; knæ efter aftale.",
    dt.date(2025, 1, 1),
    dt.date(2026, 6, 30),
    place="Nordsjællands Hospital",
)
GP = Offer("almen praksis", "Årskontrol", "Kontrol hos egen læge", dt.date(2027, 1, 1), contact_function="Sekretær")
ALL = [HIP, KNEE, GP]


def test_that_every_word_must_be_found_somewhere_and_titles_come_first() -> None:
    assert search(ALL, "knæ") == [KNEE, HIP]
    assert search(ALL, "HILLERØD hold") == [KNEE]
    assert search(ALL, "knæ sekretær") == []
    assert search(ALL) == ALL


def test_that_accents_do_not_matter_but_danish_letters_do() -> None:
    assert search(ALL, "sekretær") == search(ALL, "Sékretær") == [GP]
    assert search(ALL, "arskontrol") == []


def test_that_only_what_is_offered_on_the_day_is_found() -> None:
    assert search(ALL, day=DAY) == [KNEE]
    assert search(ALL, day=dt.date(2026, 6, 30)) == [HIP, KNEE]
    assert search(ALL, provider="hospital") == [HIP]


def test_that_the_catalogue_is_a_table_for_paper() -> None:
    table = offer_table([KNEE, HIP])
    assert table[["sted", "tilbud", "gyldig_til"]].to_numpy().tolist() == [
        ["Hillerød", "Knæhold", None],
        ["Nordsjællands Hospital", "Hofteskole", dt.date(2026, 6, 30)],
    ]
    assert offer_table([]).empty
