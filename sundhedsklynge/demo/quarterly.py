"""Quarterly and monthly demo figures: 72-hour treatment, nursing-home doctors, activity by month."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pandas as pd

from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.demo.world import AS_OF, NEVER, SEED, Ints, World
from sundhedsklynge.domain.calendar import quarter_code

QUARTERS = tuple(quarter_code(dt.date(year, month, 1)) for year in (2024, 2025, 2026) for month in (1, 4, 7, 10))[:11]
TREATMENT_QUARTERS = QUARTERS[-8:]
# antagelse: of those who would not, so many more return for each quarter that the hospital discharges earlier
EARLIER_CONTACTS, EARLIER_READMISSIONS = 0.045, 0.022
EARLIER_HOSPITAL = [hospital.name for hospital in a.HOSPITALS if hospital.cluster][2]


def treatment72(world: World) -> pd.DataFrame:
    """`treatment72`: coverage grows; two hospitals start low; a third discharges more and ever
    earlier, so that more of its citizens are in touch or readmitted within 72 hours."""
    rng = np.random.Generator(np.random.PCG64(SEED + 1))
    rise = np.random.Generator(np.random.PCG64(SEED + 3))  # its own, so that the other hospitals' figures do not follow
    public = [h for h, hospital in enumerate(a.HOSPITALS) if hospital.cluster]
    rows: list[tuple[str, int, str, int, int, int, int]] = []
    for q, quarter in enumerate(TREATMENT_QUARTERS):
        for h in public:
            reach = (0.55, 0.48, 0.30, 0.34, 0.62)[public.index(h)] + 0.045 * q
            for m, code in enumerate(world.region.codes):
                mean = (
                    world.region.pull[h, m] * world.region.catchment[h] / 1e5 * 55 * (1 + 0.02 * q * (h == public[2]))
                )
                if mean < 3:
                    continue
                discharges = int(rng.poisson(mean))
                covered = int(rng.binomial(discharges, min(reach, 0.97)))
                contacts = int(rng.binomial(covered, 0.22))
                readmitted = int(rng.binomial(covered, 0.09))
                if h == public[2]:
                    contacts += int(rise.binomial(covered - contacts, EARLIER_CONTACTS * q))
                    readmitted += int(rise.binomial(covered - readmitted, EARLIER_READMISSIONS * q))
                name = a.HOSPITALS[h].name
                rows.append((quarter, int(code), name, discharges, covered, contacts, readmitted))
    names = ["kvartal", "kommunekode", "sygehus", "udskrivninger", "omfattet", "kontakter_72t", "genindlagt_72t"]
    return pd.DataFrame(rows, columns=names)


def nursing_home(world: World) -> pd.DataFrame:
    """`nursing_home`: a stock that rises by whole homes; places differ, and some do not know of one home."""
    rng = np.random.Generator(np.random.PCG64(SEED + 2))
    rows: list[tuple[str, int, int, int, int, int, int]] = []
    homes = np.maximum(np.round(world.region.population / 6500), 1).astype(int)
    reach = rng.beta(2.2, 1.6, len(homes))
    for m, code in enumerate(world.region.codes):
        places = rng.integers(28, 76, homes[m])
        turn = rng.random(homes[m])
        unknown_from = rng.integers(0, 8) if m % 9 == 4 else len(QUARTERS)
        for q, quarter in enumerate(QUARTERS):
            has = turn < reach[m] * (0.35 + 0.075 * q)
            unknown = int(q >= unknown_from and homes[m] > 2)
            with_doctor = min(int(has.sum()), int(homes[m]) - unknown)
            places_with = int(np.sort(places[has])[:with_doctor].sum())
            rows.append((quarter, int(code), int(homes[m]), with_doctor, unknown, int(places.sum()), places_with))
    names = [
        "kvartal",
        "kommunekode",
        "plejehjem",
        "plejehjem_med_laege",
        "plejehjem_ukendt",
        "pladser",
        "pladser_med_laege",
    ]
    return pd.DataFrame(rows, columns=names)


def activity(world: World) -> pd.DataFrame:
    """`activity`: plans received and operations performed by whole month, municipality and procedure."""
    plans, ops = world.plans, world.operations
    performed = (ops.cancelled == NEVER) & (ops.planned[:, 2] < AS_OF)
    received = _monthly(plans.received, plans.municipality, plans.procedure)
    operated = _monthly(ops.planned[performed, 2], ops.municipality[performed], ops.procedure[performed])
    month, m, p = (axis.ravel() for axis in np.indices(received.shape))
    return pd.DataFrame(
        {
            "maaned": (_MONTHS[0] + month).astype("datetime64[s]"),
            "kommunekode": world.region.codes[m],
            "procedure": np.array(a.PROCEDURES)[p],
            "gop_modtaget": received.ravel(),
            "operationer": operated.ravel(),
        }
    )


_MONTHS = np.arange(np.datetime64(a.FIRST_ACTIVITY, "M"), np.datetime64(a.AS_OF, "M"))


def _monthly(day: Ints, municipality: Ints, procedure: Ints) -> Ints:
    """Counts (months, M, P)."""
    month = day.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) - _MONTHS[0].astype(np.int64)
    counts = np.zeros((len(_MONTHS), municipality.max() + 1, len(a.PROCEDURES)), dtype=np.int64)
    inside = (month >= 0) & (month < len(_MONTHS))
    np.add.at(counts, (month[inside], municipality[inside], procedure[inside]), 1)
    return counts
