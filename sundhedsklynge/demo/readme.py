"""`LÆS MIG.txt`: what the demo is, what can be seen in it, and every assumption by name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from sundhedsklynge.demo import assumptions as a
from sundhedsklynge.demo.quarterly import EARLIER_HOSPITAL
from sundhedsklynge.domain.calendar import week_text


def text(names: Mapping[int, str]) -> str:
    """The whole text, Danish; `names` are the municipalities by code. Written from `assumptions`."""
    return "\n".join(
        [_INTRO, "HVAD DER KAN SES", *_bullets(_sights(names)), "", _ASSUMED, *_bullets(_assumed()), "", _SOURCES, ""]
    )


def _bullets(sentences: list[str]) -> list[str]:
    return [f"- {sentence}" for sentence in sentences]


def _day(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"


def _weeks(change: a.SlotChange) -> str:
    first, last = week_text(change.first), week_text(change.last)
    return f"i {first}" if first == last else f"fra {first} til {last}"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %".replace(".0 %", " %").replace(".", ",")


def _times(factor: float) -> str:
    return f"{factor:.2f}".rstrip("0").rstrip(".").replace(".", ",")


_INTRO = f"""DEMODATA TIL SUNDHEDSKLYNGE

Alle tal i denne mappe er opdigtede. Kommuner, folketal og de offentlige hospitalers navne er virkelige,
men intet tal siger noget om dem. Privathospitalet findes ikke.
Opgjort pr. {_day(a.AS_OF)}. Operationsplaner fra {_day(a.FIRST_SNAPSHOT)},
genoptræningsplaner fra {_day(a.FIRST_PLAN_RECEIVED)}.

Filerne øverst har datakontraktens egen form. Mappen "dialekter" har de samme slags data,
som hospitaler og kommuner ofte sender dem: Windows-1252 med ugetekst, pivot i XLSX,
titelrækker i UTF-16, engelske overskrifter og diagnosekoder.
To af dem er nye udtræk fra hospitaler, der er bagud. Importér dem, og se, hvad der ændrer sig.
"""

_ASSUMED = "FORUDSÆTNINGER (hver af dem er en antagelse, ikke en måling)"

_SOURCES = """KILDER
- Folketal: resources/reference/kommuner.csv (KKR-notat, 4. kvartal 2022).
- Kommuner i klynger: resources/reference/sundhedsklynger.csv. København ligger i to klynger.
- Behovene, som demoen viser: KL's notat af 22. marts 2023 til sundhedsklyngerne (pukkelpakke,
  deling af planlægningsdata, 7-dages-fristen, private henvisninger,
  mangelfulde planer, 72-timers behandlingsansvar, plejehjemslæger).
- Fristen på 7 dage: sundhedsloven § 140, stk. 4."""


def _sights(names: Mapping[int, str]) -> list[str]:
    behind = [h for h in a.HOSPITALS if h.last_shared < a.AS_OF and not h.weekly_counts]
    weekly = [h for h in a.HOSPITALS if h.weekly_counts]
    late = max(a.HOSPITALS, key=lambda h: h.sent_late)
    return [
        f"En pukkelpakke fra {week_text(a.SURGE_FROM)}: flere planlagte operationer, mest på privathospitalet.",
        f"{a.CLOSED_HOSPITAL} lukker for planlagte operationer i {week_text(a.CLOSED_WEEK)}; "
        f"det blev meldt {_day(a.CLOSURE_TOLD)}.",
        *(f"{h.name} har ikke delt data siden {_day(h.last_shared)}." for h in behind),
        *(
            f"{h.name} deler hver {h.every}. uge og kun antal pr. uge; nyeste fil er fra {_day(h.last_shared)}."
            for h in weekly
        ),
        f"{late.name} sender flest planer sent og flest mangelfulde.",
        *(
            f"{names[c.municipality]} har {_percent(c.factor)} af sine pladser {_weeks(c)}: {c.note}."
            for c in a.SLOT_CHANGES
        ),
    ]


def _assumed() -> list[str]:
    operations = " / ".join(
        f"{name} {_times(rate)}" for name, rate in zip(a.PROCEDURES, a.OPERATIONS_PER_100K, strict=True)
    )
    base = " / ".join(f"{name} {_times(rate)}" for name, rate in zip(a.PROCEDURES, a.BASE_PER_100K, strict=True))
    surge = " / ".join(f"{name} {_times(rate)}" for name, rate in zip(a.PROCEDURES, a.SURGE, strict=True))
    private = " / ".join(f"{name} {_times(rate)}" for name, rate in zip(a.PROCEDURES, a.SURGE_PRIVATE, strict=True))
    types = ", ".join(f"{name} {_percent(share)}" for name, share in a.GOP_TYPES)
    statuses = ", ".join(f"{name} {_percent(share)}" for name, share in a.STATUSES)
    return [
        f"antagelse: planlagte operationer pr. 100.000 indbyggere om ugen: {operations}.",
        f"antagelse: planer efter ambulante og akutte forløb pr. 100.000 indbyggere om ugen: {base}.",
        f"antagelse: pukkelpakken ganger planlagte operationer med {surge} (privat {private}).",
        f"antagelse: {_percent(a.HOME_SHARE)} af et hospitals operationer er på borgere i egen klynge; "
        f"{_percent(a.KBH_IN_BYEN)} af København hører til klynge Byen.",
        *(_habits(hospital) for hospital in a.HOSPITALS),
        f"antagelse: plantyper: {types}.",
        f"antagelse: planer med særlig status: {statuses}.",
        f"antagelse: pladser pr. uge er sidste års gennemsnit plus {_times(a.SLOT_MARGIN)} gange kvadratroden af det; "
        f"fra pukkelpakken ganget med {_times(a.SURGE_SLOTS)}.",
        "antagelse: den borger, hvis frist udløber først, får den næste plads, tidligst dagen efter modtagelse.",
        "antagelse: 72-timers tal og plejehjemslæger er tegnet som en jævn udbredelse med få ukendte.",
        f"antagelse: {EARLIER_HOSPITAL} udskriver tidligere og tidligere, så flere har kontakt eller bliver genindlagt inden "
        "for 72 timer for hvert kvartal.",
    ]


def _habits(h: a.Hospital) -> str:
    plan = " / ".join(_percent(share) for share in h.gives_plan)
    return (
        f"antagelse: {h.name}: ser {h.weeks_ahead} uger frem, {_times(h.lead_days)} dage fra booking til operation, "
        f"{_percent(h.moved)} flyttes, {_percent(h.cancelled)} aflyses, {plan} af knæ / hofte / skulder giver en plan, "
        f"{_percent(h.sent_late)} sendes 3-4 dage og {_percent(h.sent_too_late)} 7-14 dage efter udskrivning, "
        f"{_percent(h.incomplete[0])} og {_percent(h.incomplete[1])} er mangelfulde "
        f"({h.departments[0]}, {h.departments[1]})."
    )
