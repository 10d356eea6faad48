"""The tables.

What a file told is kept row by row and never changed: `import_batch` is one file (or one edit in the window), and
everything under it points to it. Undo is a flag on the batch; which rows speak on a day is worked out in `effective.py`
and stored nowhere. The four tables that can hold a million rows carry codes and whole numbers only, and their dates are
day numbers (days since 1970-01-01, column type `Day`), as the computations use them. The other tables hold ordinary
dates. Moments are UTC without zone. No column takes personal data.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from sundhedsklynge.domain.areas import AREA_KINDS
from sundhedsklynge.domain.calendar import day_at, day_number
from sundhedsklynge.domain.kinds import KIND_NAMES

APPLICATION_ID = 0x534B4C59  # "SKLY" in the header of every SQLite file of ours

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Day(TypeDecorator[dt.date]):
    """A date kept as the number of days since 1970-01-01."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        return day_number(value) if isinstance(value, dt.date) else value

    def process_result_value(self, value: int | None, dialect: Dialect) -> dt.date | None:
        return None if value is None else day_at(value)


def _key() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _ref(name: str, target: str, *, null: bool = False, index: bool = False) -> Column[Any]:
    return Column(name, ForeignKey(target), nullable=null, index=index)


def _word(name: str, length: int = 200, *, default: str | None = None) -> Column[str]:
    return Column(name, String(length), nullable=False, server_default=default)


def _among(column: str, words: tuple[str, ...], name: str) -> CheckConstraint:
    return CheckConstraint(f"{column} IN ({', '.join(repr(w) for w in words)})", name=name)


def _flag(name: str) -> Column[int]:
    """0 or 1 in the large tables: a small integer reads and loads alike in both databases."""
    return Column(name, SmallInteger, nullable=False)


def _made() -> tuple[Column[dt.datetime], Column[str]]:
    return Column("made_at", DateTime, nullable=False), _word("made_by", 100)


def _removed() -> tuple[Column[dt.datetime], Column[str]]:
    return Column("removed_at", DateTime), Column("removed_by", String(100))


def _valid() -> tuple[Column[dt.date], Column[dt.date], CheckConstraint]:
    return (
        Column("valid_from", Date, nullable=False),
        Column("valid_to", Date),
        CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name="valid_order"),
    )


identity = Table(
    "identity",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("created_at", DateTime, nullable=False),
    Column("demo", Boolean, nullable=False),
    Column("case_secret", String(64), nullable=False),  # key of the hash that case keys are stored as
    CheckConstraint("id = 1", name="one_row"),
)

# --- places ---
municipality = Table(
    "municipality",
    metadata,
    Column("code", Integer, primary_key=True, autoincrement=False),
    _word("name"),
    Column("population", Integer),
    _word("population_source", default=""),
    CheckConstraint("code BETWEEN 101 AND 999", name="code"),
    CheckConstraint("population > 0", name="population"),
)
area = Table(
    "area",
    metadata,
    _key(),
    _word("kind", 20),
    _word("code", 100),
    _word("name"),
    UniqueConstraint("kind", "code"),
    _among("kind", AREA_KINDS, "kind"),
)
membership = Table(
    "membership",
    metadata,
    _key(),
    _ref("municipality", "municipality.code"),
    _ref("area_id", "area.id", index=True),
    *_valid(),
    _word("certainty", default=""),
    UniqueConstraint("municipality", "area_id", "valid_from"),
)
hospital = Table(
    "hospital",
    metadata,
    _key(),
    Column("name", String(200), nullable=False, unique=True),
    _ref("area_id", "area.id", null=True),  # the cluster whose acute hospital it is
    Column("private", Boolean, nullable=False, server_default=text("false")),
)
hospital_alias = Table(
    "hospital_alias",
    metadata,
    Column("alias", String(200), primary_key=True),
    _ref("hospital_id", "hospital.id"),
    *_made(),
)
municipality_alias = Table(
    "municipality_alias",
    metadata,
    Column("alias", String(200), primary_key=True),
    _ref("municipality", "municipality.code"),
    *_made(),
)
department = Table(
    "department",
    metadata,
    _key(),
    _ref("hospital_id", "hospital.id"),
    _word("name"),
    UniqueConstraint("hospital_id", "name"),
)

# --- procedures ---
procedure = Table(
    "procedure",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", String(50), nullable=False, unique=True),
)
procedure_alias = Table(
    "procedure_alias",
    metadata,
    Column("alias", String(200), primary_key=True),
    _ref("procedure_id", "procedure.id"),
    *_made(),
)
sks_group = Table(
    "sks_group",
    metadata,
    Column("prefix", String(10), primary_key=True),
    _ref("procedure_id", "procedure.id"),
    _word("kind"),
    _word("leads_to_plan", 20),
)
sks_code = Table("sks_code", metadata, _key(), Column("code", String(30), nullable=False, unique=True))

# --- imports ---
import_batch = Table(
    "import_batch",
    metadata,
    _key(),
    _word("kind", 20),
    _word("file_name", 255),  # "" for an edit in the window
    Column("sha256", String(64)),
    Column("as_of", Date),  # given at import
    Column("extracted", Date),  # the file's extract date; a plan file's newest snapshot
    *_made(),
    _word("encoding", 40, default=""),
    _word("header_fingerprint", 64, default=""),
    Column("mapping", JSON, nullable=False),
    Column("report", JSON, nullable=False),  # counts of problems, never rows of persons
    Column("rows_read", Integer, nullable=False),
    Column("rows_ok", Integer, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    Column("undone_at", DateTime),
    Column("undone_by", String(100)),
    _among("kind", tuple(KIND_NAMES), "kind"),
    CheckConstraint("rows_ok BETWEEN 0 AND rows_read", name="rows"),
    CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone"),
)
# The same file is stored once; taken back, it may come again.
Index(
    "uq_import_batch_live_file",
    import_batch.c.sha256,
    import_batch.c.kind,
    unique=True,
    sqlite_where=import_batch.c.undone_at.is_(None),
    postgresql_where=import_batch.c.undone_at.is_(None),
)
plan_snapshot = Table(
    "plan_snapshot",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # given by the one writer
    _ref("import_id", "import_batch.id"),
    _ref("hospital_id", "hospital.id"),
    Column("extracted", Date, nullable=False),
    UniqueConstraint("import_id", "hospital_id", "extracted"),
    Index("ix_plan_snapshot_hospital_extracted", "hospital_id", "extracted"),
)
planned_operation = Table(
    "planned_operation",
    metadata,
    _ref("snapshot_id", "plan_snapshot.id", index=True),
    Column("row", Integer, nullable=False),  # as Excel shows it
    _ref("municipality", "municipality.code"),
    _ref("procedure_id", "procedure.id"),
    _ref("department_id", "department.id", null=True),
    _ref("sks_id", "sks_code.id", null=True),
    Column("day", Day, nullable=False),  # the Monday where weekly
    _flag("weekly"),
    Column("count_min", Integer, nullable=False),
    Column("count_max", Integer, nullable=False),
    Column("status", SmallInteger, nullable=False),  # index into kinds.PLAN_STATUSES
    Column("booked", Day),
    Column("case_hash", BigInteger),
    _flag("private"),
    CheckConstraint("count_min >= 0 AND count_max >= count_min", name="count"),
    CheckConstraint("status BETWEEN 0 AND 2", name="status"),
)
plan_received = Table(
    "plan_received",
    metadata,
    _ref("import_id", "import_batch.id", index=True),
    Column("row", Integer, nullable=False),
    _ref("municipality", "municipality.code"),
    _ref("procedure_id", "procedure.id"),
    _ref("hospital_id", "hospital.id", null=True),
    _ref("department_id", "department.id", null=True),
    Column("gop_type", SmallInteger, nullable=False),  # index into kinds.GOP_TYPES
    Column("discharged", Day),
    Column("received", Day, nullable=False),
    Column("earliest_start", Day),
    Column("offered", Day),
    Column("started", Day),
    Column("status", SmallInteger, nullable=False),  # index into kinds.GOP_STATUSES
    Column("incomplete", SmallInteger),  # 1 yes, 0 no, null not said
    _flag("private"),
    Column("count_min", Integer, nullable=False),
    Column("count_max", Integer, nullable=False),
    CheckConstraint("count_min >= 0 AND count_max >= count_min", name="count"),
    CheckConstraint("gop_type BETWEEN 0 AND 4", name="gop_type"),
    CheckConstraint("status BETWEEN 0 AND 6", name="status"),
)
capacity = Table(
    "capacity",
    metadata,
    _ref("import_id", "import_batch.id", index=True),
    Column("row", Integer, nullable=False),
    _ref("municipality", "municipality.code"),
    Column("week", Day, nullable=False),  # Monday
    _ref("procedure_id", "procedure.id", null=True),  # null: shared by all
    Column("slots", Integer, nullable=False),
    Column("note", Text, nullable=False, server_default=""),
    CheckConstraint("slots >= 0", name="slots"),
    CheckConstraint("(week + 3) % 7 = 0", name="monday"),
)
treatment72 = Table(
    "treatment72",
    metadata,
    _ref("import_id", "import_batch.id", index=True),
    Column("row", Integer, nullable=False),
    _word("quarter", 6),
    _ref("municipality", "municipality.code"),
    _ref("hospital_id", "hospital.id"),
    Column("discharges", Integer, nullable=False),
    Column("covered", Integer, nullable=False),
    Column("contacts", Integer),  # null: not said
    Column("readmissions", Integer),
    UniqueConstraint("import_id", "quarter", "municipality", "hospital_id"),
    CheckConstraint("covered BETWEEN 0 AND discharges", name="covered"),
    CheckConstraint("contacts >= 0", name="contacts"),
    CheckConstraint("readmissions >= 0", name="readmissions"),
    CheckConstraint("quarter LIKE '____K_'", name="quarter"),
)
nursing_home = Table(
    "nursing_home",
    metadata,
    _ref("import_id", "import_batch.id", index=True),
    Column("row", Integer, nullable=False),
    _word("quarter", 6),
    _ref("municipality", "municipality.code"),
    Column("homes", Integer, nullable=False),
    Column("homes_with_doctor", Integer, nullable=False),
    Column("homes_unknown", Integer),
    Column("places", Integer),
    Column("places_with_doctor", Integer),
    UniqueConstraint("import_id", "quarter", "municipality"),
    CheckConstraint("homes_with_doctor BETWEEN 0 AND homes", name="with_doctor"),
    CheckConstraint("homes_unknown BETWEEN 0 AND homes - homes_with_doctor", name="unknown"),
    CheckConstraint("places_with_doctor BETWEEN 0 AND places", name="places"),
    CheckConstraint("quarter LIKE '____K_'", name="quarter"),
)
activity = Table(
    "activity",
    metadata,
    _ref("import_id", "import_batch.id", index=True),
    Column("row", Integer, nullable=False),
    Column("month", Date, nullable=False),  # first of the month
    _ref("municipality", "municipality.code", null=True),
    _ref("area_id", "area.id", null=True),
    _ref("procedure_id", "procedure.id", null=True),
    Column("received", Integer),
    Column("operations", Integer),
    CheckConstraint("(municipality IS NULL) <> (area_id IS NULL)", name="place"),
    CheckConstraint("received >= 0", name="received"),
    CheckConstraint("operations >= 0", name="operations"),
)
remembered_mapping = Table(
    "remembered_mapping",
    metadata,
    _key(),
    _word("header_fingerprint", 64),
    _ref("hospital_id", "hospital.id", null=True),
    _word("kind", 20),
    Column("mapping", JSON, nullable=False),
    *_made(),
    _among("kind", tuple(KIND_NAMES), "kind"),
    UniqueConstraint("header_fingerprint", "hospital_id", "kind"),
)

# --- what people decide ---
setting = Table(
    "setting",
    metadata,
    _key(),
    _word("key", 100),
    Column("value", Text, nullable=False),
    Column("valid_from", Date),  # null: always
    UniqueConstraint("key", "valid_from"),
)
target = Table(
    "target",
    metadata,
    _key(),
    _word("indicator", 50),
    _word("area_kind", 20),  # kommune, klynge, region, sundhedsraad, hospital, i_alt
    _word("area_code", 200),  # "" is every area of the kind
    Column("value", Float, nullable=False),
    *_valid(),
    *_made(),
    UniqueConstraint("indicator", "area_kind", "area_code", "valid_from"),
    CheckConstraint("value >= 0", name="value"),
)
remark = Table(
    "remark",
    metadata,
    _key(),
    _word("indicator", 50),
    _word("area_kind", 20),  # "" is everywhere
    _word("area_code", 200),
    Column("day", Date, nullable=False),
    Column("text", Text, nullable=False),
    Column("new_phase", Boolean, nullable=False),  # limits are computed anew from the day on
    *_made(),
    *_removed(),
    CheckConstraint("length(text) > 0", name="text"),
)
note = Table(
    "note",
    metadata,
    _key(),
    *_made(),
    Column("day", Date, nullable=False),
    Column("data_date", Date),  # the as-of of the data that were looked at
    _word("kind", 20),
    _word("responsible", default=""),  # a function, not a person
    _word("area_kind", 20, default=""),
    _word("area_code", 200, default=""),
    Column("text", Text, nullable=False),
    Column("due", Date),
    Column("outcome", Text, nullable=False, server_default=""),
    Column("done_on", Date),
    *_removed(),
    _among("kind", ("note", "decision"), "kind"),
)
agreement = Table(
    "agreement",
    metadata,
    _key(),
    _ref("hospital_id", "hospital.id"),
    _word("parties", default=""),
    Column("shared", Text, nullable=False, server_default=""),
    Column("every_days", Integer, nullable=False),
    Column("weeks_ahead", Integer, nullable=False),
    *_valid(),
    *_made(),
    *_removed(),
    CheckConstraint("every_days > 0 AND weeks_ahead >= 0", name="terms"),
)
override = Table(
    "override",
    metadata,
    _key(),
    *_made(),
    Column("as_of", Date, nullable=False),
    Column("reason", Text, nullable=False),
    Column("factor", Float, nullable=False),
    _ref("municipality", "municipality.code", null=True),  # null: all
    _ref("area_id", "area.id", null=True),
    _ref("hospital_id", "hospital.id", null=True),
    _ref("procedure_id", "procedure.id", null=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date),
    *_removed(),
    CheckConstraint("factor > 0", name="factor"),
    CheckConstraint("last_day IS NULL OR last_day >= first_day", name="order"),
    CheckConstraint("length(reason) > 0", name="reason"),
)
scenario = Table(
    "scenario",
    metadata,
    _key(),
    _word("name"),
    Column("definition", JSON, nullable=False),
    *_made(),
    *_removed(),
)
Index(
    "uq_scenario_live_name",
    scenario.c.name,
    unique=True,
    sqlite_where=scenario.c.removed_at.is_(None),
    postgresql_where=scenario.c.removed_at.is_(None),
)
offer = Table(
    "offer",
    metadata,
    _key(),
    _word("provider", 20),
    _ref("municipality", "municipality.code", null=True),
    _ref("hospital_id", "hospital.id", null=True),
    _word("title"),
    Column("text", Text, nullable=False),
    _word("contact_function", default=""),
    *_valid(),
    *_made(),
    *_removed(),
    _among("provider", ("kommune", "hospital", "almen praksis"), "provider"),
)

# --- forecasts frozen at export, and the trail ---
frozen_forecast = Table(
    "frozen_forecast",
    metadata,
    _key(),
    *_made(),
    Column("as_of", Date, nullable=False, index=True),
    _word("model_version", 50),
    Column("assumptions", JSON, nullable=False),
)
frozen_row = Table(
    "frozen_row",
    metadata,
    _ref("forecast_id", "frozen_forecast.id", index=True),
    _word("level", 20),
    _word("code", 100),
    _word("procedure", 50),
    Column("week", Day, nullable=False),
    Column("horizon", SmallInteger, nullable=False),
    Column("booked", Float),
    Column("mean", Float, nullable=False),
    *(Column(f"q{q}", Integer, nullable=False) for q in ("025", "05", "10", "25", "50", "75", "90", "95", "975")),
)
backtest_result = Table(  # can be computed again from the rest at any time: what no longer fits the data is thrown away
    "backtest_result",
    metadata,
    _key(),
    Column("stamp", String(64), nullable=False),  # of everything the result rests on
    Column("as_of", Date, nullable=False),
    Column("result", LargeBinary, nullable=False),
    UniqueConstraint("stamp", "as_of"),
)
audit = Table(
    "audit",
    metadata,
    _key(),
    Column("at", DateTime, nullable=False, index=True),
    _word("who", 100),
    _word("action", 50),
    _word("subject", 50),  # a table's name
    Column("subject_id", Integer),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
)
