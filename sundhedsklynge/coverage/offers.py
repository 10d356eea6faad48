"""The catalogue of offers: what a municipality's training centre, a hospital or general practice offers, and from when to when."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

PROVIDERS = ("kommune", "hospital", "almen praksis")


@dataclass(frozen=True, slots=True)
class Offer:
    """provider: one of PROVIDERS. place: the municipality's or hospital's name. contact_function: a function, not a person. id 0: not
    stored yet."""

    provider: str
    title: str
    text: str
    valid_from: dt.date
    valid_to: dt.date | None = None
    municipality: int | None = None
    hospital: str = ""
    place: str = ""
    contact_function: str = ""
    id: int = 0
    made_at: dt.datetime | None = None
    made_by: str = ""

    def holds(self, day: dt.date) -> bool:
        """Whether it is offered on `day`."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def search(offers: Sequence[Offer], words: str = "", day: dt.date | None = None, provider: str = "") -> list[Offer]:
    """The offers that hold every word of `words` somewhere (case and accents aside), hold on `day` (None: any) and come from `provider`
    ("": any); those with all words in the title first, else in the order given.
    """
    wanted = _plain(words).split()
    found = [
        offer
        for offer in offers
        if (day is None or offer.holds(day))
        and provider in ("", offer.provider)
        and all(word in _haystack(offer) for word in wanted)
    ]
    return sorted(found, key=lambda offer: not all(word in _plain(offer.title) for word in wanted))


def offer_table(offers: Sequence[Offer]) -> pd.DataFrame:
    """The offers as rows for paper and Excel."""
    columns = ["udbyder", "sted", "tilbud", "beskrivelse", "kontakt", "gyldig_fra", "gyldig_til"]
    rows = [(o.provider, o.place, o.title, o.text, o.contact_function, o.valid_from, o.valid_to) for o in offers]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _haystack(offer: Offer) -> str:
    return _plain(" ".join((offer.title, offer.text, offer.place, offer.contact_function, offer.provider)))


def _plain(text: str) -> str:
    """Lower case without accents; æ, ø and å are letters of their own and stay."""
    kept = text.casefold().replace("å", "\0")
    bare = "".join(c for c in unicodedata.normalize("NFKD", kept) if not unicodedata.combining(c))
    return bare.replace("\0", "å")
