"""The kinds of file the program reads and the typed columns their rows have once checked.

`ingest` makes frames with exactly these columns, `store` keeps them. Types: `int`, `str` ("" is none), `date` (datetime64[s], NaT is
none), `bool`, `maybe` (int8: 1 yes, 0 no, -1 not said). Canonical Danish names as in the data contract; `row` is the row number as
Excel shows it. `count` is the number read; where a file says `<5` `count_min` is 1 and `count_max` 4, else both equal the count.
"""

from __future__ import annotations

PLAN, GOP, CAPACITY = "plan", "gop", "capacity"
TREATMENT72, NURSING_HOME, ACTIVITY = "treatment72", "nursing_home", "activity"

KIND_NAMES: dict[str, str] = {
    PLAN: "operationsplan",
    GOP: "genoptræningsplaner",
    CAPACITY: "kapacitet",
    TREATMENT72: "72-timers behandlingsansvar",
    NURSING_HOME: "plejehjemslæger",
    ACTIVITY: "aktivitet",
}

COLUMNS: dict[str, dict[str, str]] = {
    PLAN: {
        "row": "int",
        "extracted": "date",  # udtraeksdato; with hospital it names the snapshot
        "hospital": "str",
        "department": "str",
        "municipality": "int",
        "procedure": "str",
        "sks": "str",
        "day": "date",  # operation day; the Monday where `weekly`
        "weekly": "bool",
        "count_min": "int",
        "count_max": "int",
        "status": "str",  # planlagt, udført, aflyst
        "booked": "date",
        "case": "str",  # keyed hash of the case key, never the key
        "private": "bool",
    },
    GOP: {
        "row": "int",
        "municipality": "int",
        "procedure": "str",
        "hospital": "str",
        "department": "str",
        "gop_type": "str",
        "discharged": "date",
        "received": "date",
        "earliest_start": "date",
        "offered": "date",
        "started": "date",
        "status": "str",  # "", anden kommune, fejlsendt, erstattet, udskudt, frit valg, frit valg afslået
        "incomplete": "maybe",
        "private": "bool",
        "count_min": "int",
        "count_max": "int",
    },
    CAPACITY: {
        "row": "int",
        "municipality": "int",
        "week": "date",  # Monday
        "procedure": "str",  # "" is shared by all
        "slots": "int",
        "note": "str",
    },
    TREATMENT72: {
        "row": "int",
        "quarter": "str",  # 2026K3
        "municipality": "int",
        "hospital": "str",
        "discharges": "int",
        "covered": "int",
        "contacts": "int",  # -1 not said, in the four below as well
        "readmissions": "int",
    },
    NURSING_HOME: {
        "row": "int",
        "quarter": "str",
        "municipality": "int",
        "homes": "int",
        "homes_with_doctor": "int",
        "homes_unknown": "int",
        "places": "int",
        "places_with_doctor": "int",
    },
    ACTIVITY: {
        "row": "int",
        "month": "date",  # first of the month
        "municipality": "int",  # 0 where the row speaks of a region
        "region": "str",
        "procedure": "str",
        "received": "int",
        "operations": "int",
    },
}

GOP_TYPES = (
    "almen basal",
    "almen avanceret",
    "rehabilitering på specialiseret niveau",
    "specialiseret genoptræning",
    "ukendt",
)
UNTIMED_GOP_TYPE = "specialiseret genoptræning"  # given in hospital, outside the 7-day rule
LEAVES_THE_COUNT = ("anden kommune", "fejlsendt", "erstattet")  # statuses that are neither received nor scored
GOP_STATUSES = ("", *LEAVES_THE_COUNT, "udskudt", "frit valg", "frit valg afslået")
PLAN_STATUSES = ("planlagt", "udført", "aflyst")
