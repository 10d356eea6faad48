"""Every assumption the demo is made from, as data. `LÆS MIG.txt` is written from these same values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

AS_OF = dt.date(2026, 11, 23)
REGION = "Region Hovedstaden"
PRIVATE = "Demo Privathospital"

FIRST_DAY = dt.date(2022, 10, 3)  # the world starts; the first quarter only fills queues and waiting lists
LAST_DAY = dt.date(2027, 4, 4)
FIRST_ACTIVITY = dt.date(2023, 1, 1)
FIRST_PLAN_RECEIVED = dt.date(2024, 1, 1)
FIRST_SNAPSHOT = dt.date(2024, 11, 25)
LAST_CAPACITY = dt.date(2027, 3, 15)
WEEKS_BACK = 4

PROCEDURES = ("knæ", "hofte", "skulder")
OPERATIONS_PER_100K = (1.55, 1.35, 0.60)  # planned operations a week by procedure, all public hospitals
BASE_PER_100K = (2.50, 1.75, 1.75)  # plans a week after outpatient visits and acute admissions
WEEKDAYS = (0.23, 0.23, 0.22, 0.20, 0.12, 0.0, 0.0)  # planned operations, Monday first
SKS = (
    (("KNGB40", 0.55), ("KNGB11", 0.10), ("KNGE41", 0.15), ("KNGD11", 0.15), ("KNGC41", 0.05)),
    (("KNFB30", 0.35), ("KNFB40", 0.45), ("KNFC40", 0.12), ("KNFH21", 0.08)),
    (("KNBB30", 0.35), ("KNBE21", 0.20), ("KNBL39", 0.35), ("KNBC30", 0.10)),
)
STAY_DAYS = ((0.45, 0.35, 0.15, 0.05), (0.10, 0.50, 0.30, 0.10), (0.70, 0.25, 0.05, 0.0))  # 0, 1, 2, 3 days in bed
GOP_TYPES = (
    ("almen basal", 0.60),
    ("almen avanceret", 0.35),
    ("rehabilitering på specialiseret niveau", 0.02),
    ("specialiseret genoptræning", 0.02),
    ("ukendt", 0.01),
)
STATUSES = (
    ("anden kommune", 0.004),
    ("fejlsendt", 0.005),
    ("erstattet", 0.008),
    ("udskudt", 0.006),
    ("frit valg", 0.003),
    ("frit valg afslået", 0.001),
)


@dataclass(frozen=True)
class Hospital:
    """One hospital's habits. Shares are 0-1, lags and leads in days, windows in weeks."""

    name: str
    cluster: str  # whose citizens it mostly operates; "" operates for all
    prefix: str  # of its case keys; "" sends none
    volume: float  # against the usual rate per inhabitant
    weeks_ahead: int
    lead_days: float  # mean days from booking to operation
    moved: float
    cancelled: float
    gives_plan: tuple[float, float, float]
    sent_late: float  # share sent 3-4 days after discharge
    sent_too_late: float  # share sent 7-14 days after discharge, when the deadline cannot be met
    incomplete: tuple[float, float]  # by department
    departments: tuple[str, str]
    weekly_counts: bool = False  # sends counts by week and procedure, no single operations
    every: int = 1  # weeks between its files
    last_shared: dt.date = AS_OF


WARDS = ("Ortopædkirurgisk afdeling", "Idrætskirurgisk afsnit")
HOSPITALS = (
    Hospital(
        "Nordsjællands Hospital",
        "H-NORD",
        "NOH",
        1.05,
        14,
        44,
        0.13,
        0.06,
        (0.88, 0.92, 0.80),
        0.03,
        0.001,
        (0.07, 0.14),
        WARDS,
    ),
    Hospital(
        "Herlev og Gentofte Hospital",
        "H-MIDT",
        "",
        1.0,
        13,
        40,
        0.15,
        0.07,
        (0.84, 0.90, 0.76),
        0.05,
        0.001,
        (0.12, 0.18),
        WARDS,
    ),
    Hospital(
        "Amager og Hvidovre Hospital",
        "H-SYD",
        "",
        1.0,
        12,
        38,
        0.16,
        0.07,
        (0.78, 0.88, 0.70),
        0.06,
        0.001,
        (0.15, 0.22),
        WARDS,
        weekly_counts=True,
        every=2,
        last_shared=dt.date(2026, 11, 16),
    ),
    Hospital(
        "Bispebjerg og Frederiksberg Hospital",
        "H-BYEN",
        "",
        0.95,
        12,
        42,
        0.14,
        0.08,
        (0.82, 0.90, 0.74),
        0.14,
        0.002,
        (0.28, 0.36),
        WARDS,
        last_shared=dt.date(2026, 10, 12),
    ),
    Hospital(
        "Bornholms Hospital",
        "H-BORNHOLM",
        "",
        0.95,
        12,
        36,
        0.12,
        0.06,
        (0.90, 0.94, 0.84),
        0.04,
        0.001,
        (0.09, 0.12),
        WARDS,
    ),
    Hospital(
        PRIVATE,
        "",
        "PRI",
        0.16,
        12,
        21,
        0.08,
        0.05,
        (0.72, 0.80, 0.66),
        0.05,
        0.001,
        (0.16, 0.16),
        ("Ortopædkirurgi", "Idrætskirurgi"),
    ),
)
HOME_SHARE = 0.9  # of a hospital's operations are on citizens of its own cluster
KBH_IN_BYEN = 0.7  # København lies in two clusters; this share of it goes to Byen

SURGE_FROM = dt.date(2026, 9, 7)
SURGE_BOOKED_FROM = dt.date(2026, 8, 17)
SURGE_TO = dt.date(2027, 2, 28)
SURGE = (1.8, 1.7, 1.2)  # planned operations by procedure while the backlog package runs
SURGE_PRIVATE = (2.4, 2.2, 1.4)

CLOSED_HOSPITAL = "Herlev og Gentofte Hospital"
CLOSED_WEEK = dt.date(2026, 12, 7)
CLOSURE_TOLD = dt.date(2026, 10, 26)

SLOT_MARGIN = 2.5  # slots a week: mean of the last year plus this many square roots of it
SURGE_SLOTS = 1.25  # what the municipalities added from the start of the surge


@dataclass(frozen=True)
class SlotChange:
    """The slots of one municipality in some weeks: multiplied by `factor`, with the note that stands in the file."""

    municipality: int
    first: dt.date
    last: dt.date
    factor: float
    note: str


SLOT_CHANGES = (
    SlotChange(250, dt.date(2026, 9, 21), dt.date(2026, 12, 14), 0.38, "Barsel uden vikar"),
    SlotChange(219, dt.date(2026, 12, 7), dt.date(2026, 12, 7), 0.18, "Kursusuge: to terapeuter er væk"),
    SlotChange(217, dt.date(2026, 12, 28), dt.date(2027, 1, 4), 0.35, "Ferie: halv bemanding"),
    SlotChange(167, dt.date(2026, 11, 30), dt.date(2026, 12, 7), 0.45, "Ubesat stilling"),
    SlotChange(400, dt.date(2025, 7, 14), dt.date(2025, 7, 14), 0.0, "Sommerlukket"),
)
