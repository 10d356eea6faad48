"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "area",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.CheckConstraint("kind IN ('region', 'klynge', 'sundhedsraad')", name=op.f("ck_area_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("kind", "code", name=op.f("uq_area_kind_code")),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.String(length=100), nullable=False),
        sa.Column("action", sa.String(length=50), nullable=False),
        sa.Column("subject", sa.String(length=50), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(none_as_null=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"], unique=False)
    op.create_table(
        "frozen_forecast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("model_version", sa.String(length=50), nullable=False),
        sa.Column("assumptions", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frozen_forecast")),
    )
    op.create_index(op.f("ix_frozen_forecast_as_of"), "frozen_forecast", ["as_of"], unique=False)
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("case_secret", sa.String(length=64), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_identity_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
    )
    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("as_of", sa.Date(), nullable=True),
        sa.Column("extracted", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("encoding", sa.String(length=40), server_default="", nullable=False),
        sa.Column("header_fingerprint", sa.String(length=64), server_default="", nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.Column("rows_read", sa.Integer(), nullable=False),
        sa.Column("rows_ok", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("undone_at", sa.DateTime(), nullable=True),
        sa.Column("undone_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "kind IN ('plan', 'gop', 'capacity', 'treatment72', 'nursing_home', 'activity')",
            name=op.f("ck_import_batch_kind"),
        ),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("ck_import_batch_undone")),
        sa.CheckConstraint("rows_ok BETWEEN 0 AND rows_read", name=op.f("ck_import_batch_rows")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_index(
        "uq_import_batch_live_file",
        "import_batch",
        ["sha256", "kind"],
        unique=True,
        sqlite_where=sa.text("undone_at IS NULL"),
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.create_table(
        "municipality",
        sa.Column("code", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("population", sa.Integer(), nullable=True),
        sa.Column("population_source", sa.String(length=200), server_default="", nullable=False),
        sa.CheckConstraint("code BETWEEN 101 AND 999", name=op.f("ck_municipality_code")),
        sa.CheckConstraint("population > 0", name=op.f("ck_municipality_population")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
    )
    op.create_table(
        "note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("data_date", sa.Date(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("responsible", sa.String(length=200), server_default="", nullable=False),
        sa.Column("area_kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("area_code", sa.String(length=200), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("kind IN ('note', 'decision')", name=op.f("ck_note_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_note")),
    )
    op.create_table(
        "procedure",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=50), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_procedure")),
        sa.UniqueConstraint("name", name=op.f("uq_procedure_name")),
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(length=50), nullable=False),
        sa.Column("area_kind", sa.String(length=20), nullable=False),
        sa.Column("area_code", sa.String(length=200), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("new_phase", sa.Boolean(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("length(text) > 0", name=op.f("ck_remark_text")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remark")),
    )
    op.create_table(
        "scenario",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("definition", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_scenario")),
    )
    op.create_index(
        "uq_scenario_live_name",
        "scenario",
        ["name"],
        unique=True,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )
    op.create_table(
        "setting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=100), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_setting")),
        sa.UniqueConstraint("key", "valid_from", name=op.f("uq_setting_key_valid_from")),
    )
    op.create_table(
        "sks_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sks_code")),
        sa.UniqueConstraint("code", name=op.f("uq_sks_code_code")),
    )
    op.create_table(
        "target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(length=50), nullable=False),
        sa.Column("area_kind", sa.String(length=20), nullable=False),
        sa.Column("area_code", sa.String(length=200), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_target_valid_order")),
        sa.CheckConstraint("value >= 0", name=op.f("ck_target_value")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_target")),
        sa.UniqueConstraint(
            "indicator",
            "area_kind",
            "area_code",
            "valid_from",
            name=op.f("uq_target_indicator_area_kind_area_code_valid_from"),
        ),
    )
    op.create_table(
        "activity",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("procedure_id", sa.Integer(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=True),
        sa.Column("operations", sa.Integer(), nullable=True),
        sa.CheckConstraint("(municipality IS NULL) <> (area_id IS NULL)", name=op.f("ck_activity_place")),
        sa.CheckConstraint("operations >= 0", name=op.f("ck_activity_operations")),
        sa.CheckConstraint("received >= 0", name=op.f("ck_activity_received")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_activity_area_id")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_activity_import_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_activity_municipality")),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_activity_procedure_id")),
    )
    op.create_index(op.f("ix_activity_import_id"), "activity", ["import_id"], unique=False)
    op.create_table(
        "capacity",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=True),
        sa.Column("slots", sa.Integer(), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("(week + 3) % 7 = 0", name=op.f("ck_capacity_monday")),
        sa.CheckConstraint("slots >= 0", name=op.f("ck_capacity_slots")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_capacity_import_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_capacity_municipality")),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_capacity_procedure_id")),
    )
    op.create_index(op.f("ix_capacity_import_id"), "capacity", ["import_id"], unique=False)
    op.create_table(
        "frozen_row",
        sa.Column("forecast_id", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=100), nullable=False),
        sa.Column("procedure", sa.String(length=50), nullable=False),
        sa.Column("week", sa.Integer(), nullable=False),
        sa.Column("horizon", sa.SmallInteger(), nullable=False),
        sa.Column("booked", sa.Float(), nullable=True),
        sa.Column("mean", sa.Float(), nullable=False),
        sa.Column("q025", sa.Integer(), nullable=False),
        sa.Column("q05", sa.Integer(), nullable=False),
        sa.Column("q10", sa.Integer(), nullable=False),
        sa.Column("q25", sa.Integer(), nullable=False),
        sa.Column("q50", sa.Integer(), nullable=False),
        sa.Column("q75", sa.Integer(), nullable=False),
        sa.Column("q90", sa.Integer(), nullable=False),
        sa.Column("q95", sa.Integer(), nullable=False),
        sa.Column("q975", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["forecast_id"], ["frozen_forecast.id"], name=op.f("fk_frozen_row_forecast_id")),
    )
    op.create_index(op.f("ix_frozen_row_forecast_id"), "frozen_row", ["forecast_id"], unique=False)
    op.create_table(
        "hospital",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("private", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_hospital_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hospital")),
        sa.UniqueConstraint("name", name=op.f("uq_hospital_name")),
    )
    op.create_table(
        "membership",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("certainty", sa.String(length=200), server_default="", nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_membership_valid_order")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_membership_area_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_membership_municipality")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_membership")),
        sa.UniqueConstraint(
            "municipality", "area_id", "valid_from", name=op.f("uq_membership_municipality_area_id_valid_from")
        ),
    )
    op.create_index(op.f("ix_membership_area_id"), "membership", ["area_id"], unique=False)
    op.create_table(
        "municipality_alias",
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_municipality_alias_municipality")
        ),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_municipality_alias")),
    )
    op.create_table(
        "nursing_home",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=False),
        sa.Column("homes_with_doctor", sa.Integer(), nullable=False),
        sa.Column("homes_unknown", sa.Integer(), nullable=True),
        sa.Column("places", sa.Integer(), nullable=True),
        sa.Column("places_with_doctor", sa.Integer(), nullable=True),
        sa.CheckConstraint("quarter LIKE '____K_'", name=op.f("ck_nursing_home_quarter")),
        sa.CheckConstraint(
            "homes_unknown BETWEEN 0 AND homes - homes_with_doctor", name=op.f("ck_nursing_home_unknown")
        ),
        sa.CheckConstraint("homes_with_doctor BETWEEN 0 AND homes", name=op.f("ck_nursing_home_with_doctor")),
        sa.CheckConstraint("places_with_doctor BETWEEN 0 AND places", name=op.f("ck_nursing_home_places")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_nursing_home_import_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_nursing_home_municipality")),
        sa.UniqueConstraint(
            "import_id", "quarter", "municipality", name=op.f("uq_nursing_home_import_id_quarter_municipality")
        ),
    )
    op.create_index(op.f("ix_nursing_home_import_id"), "nursing_home", ["import_id"], unique=False)
    op.create_table(
        "procedure_alias",
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_procedure_alias_procedure_id")),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_procedure_alias")),
    )
    op.create_table(
        "sks_group",
        sa.Column("prefix", sa.String(length=10), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=200), nullable=False),
        sa.Column("leads_to_plan", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_sks_group_procedure_id")),
        sa.PrimaryKeyConstraint("prefix", name=op.f("pk_sks_group")),
    )
    op.create_table(
        "agreement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=False),
        sa.Column("parties", sa.String(length=200), server_default="", nullable=False),
        sa.Column("shared", sa.Text(), server_default="", nullable=False),
        sa.Column("every_days", sa.Integer(), nullable=False),
        sa.Column("weeks_ahead", sa.Integer(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("every_days > 0 AND weeks_ahead >= 0", name=op.f("ck_agreement_terms")),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_agreement_valid_order")),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_agreement_hospital_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agreement")),
    )
    op.create_table(
        "department",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_department_hospital_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_department")),
        sa.UniqueConstraint("hospital_id", "name", name=op.f("uq_department_hospital_id_name")),
    )
    op.create_table(
        "hospital_alias",
        sa.Column("alias", sa.String(length=200), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_hospital_alias_hospital_id")),
        sa.PrimaryKeyConstraint("alias", name=op.f("pk_hospital_alias")),
    )
    op.create_table(
        "offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(length=20), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("hospital_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("contact_function", sa.String(length=200), server_default="", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("provider IN ('kommune', 'hospital', 'almen praksis')", name=op.f("ck_offer_provider")),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_offer_valid_order")),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_offer_hospital_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_offer_municipality")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
    )
    op.create_table(
        "override",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("factor", sa.Float(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=True),
        sa.Column("area_id", sa.Integer(), nullable=True),
        sa.Column("hospital_id", sa.Integer(), nullable=True),
        sa.Column("procedure_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("removed_at", sa.DateTime(), nullable=True),
        sa.Column("removed_by", sa.String(length=100), nullable=True),
        sa.CheckConstraint("factor > 0", name=op.f("ck_override_factor")),
        sa.CheckConstraint("last_day IS NULL OR last_day >= first_day", name=op.f("ck_override_order")),
        sa.CheckConstraint("length(reason) > 0", name=op.f("ck_override_reason")),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_override_area_id")),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_override_hospital_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_override_municipality")),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_override_procedure_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_override")),
    )
    op.create_table(
        "plan_snapshot",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=False),
        sa.Column("extracted", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_plan_snapshot_hospital_id")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_plan_snapshot_import_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_snapshot")),
        sa.UniqueConstraint(
            "import_id", "hospital_id", "extracted", name=op.f("uq_plan_snapshot_import_id_hospital_id_extracted")
        ),
    )
    op.create_index("ix_plan_snapshot_hospital_extracted", "plan_snapshot", ["hospital_id", "extracted"], unique=False)
    op.create_table(
        "remembered_mapping",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("header_fingerprint", sa.String(length=64), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("made_by", sa.String(length=100), nullable=False),
        sa.CheckConstraint(
            "kind IN ('plan', 'gop', 'capacity', 'treatment72', 'nursing_home', 'activity')",
            name=op.f("ck_remembered_mapping_kind"),
        ),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_remembered_mapping_hospital_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_remembered_mapping")),
        sa.UniqueConstraint(
            "header_fingerprint",
            "hospital_id",
            "kind",
            name=op.f("uq_remembered_mapping_header_fingerprint_hospital_id_kind"),
        ),
    )
    op.create_table(
        "treatment72",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("quarter", sa.String(length=6), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=False),
        sa.Column("discharges", sa.Integer(), nullable=False),
        sa.Column("covered", sa.Integer(), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=True),
        sa.Column("readmissions", sa.Integer(), nullable=True),
        sa.CheckConstraint("quarter LIKE '____K_'", name=op.f("ck_treatment72_quarter")),
        sa.CheckConstraint("contacts >= 0", name=op.f("ck_treatment72_contacts")),
        sa.CheckConstraint("covered BETWEEN 0 AND discharges", name=op.f("ck_treatment72_covered")),
        sa.CheckConstraint("readmissions >= 0", name=op.f("ck_treatment72_readmissions")),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_treatment72_hospital_id")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_treatment72_import_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_treatment72_municipality")),
        sa.UniqueConstraint(
            "import_id",
            "quarter",
            "municipality",
            "hospital_id",
            name=op.f("uq_treatment72_import_id_quarter_municipality_hospital_id"),
        ),
    )
    op.create_index(op.f("ix_treatment72_import_id"), "treatment72", ["import_id"], unique=False)
    op.create_table(
        "plan_received",
        sa.Column("import_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("hospital_id", sa.Integer(), nullable=True),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("gop_type", sa.SmallInteger(), nullable=False),
        sa.Column("discharged", sa.Integer(), nullable=True),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("earliest_start", sa.Integer(), nullable=True),
        sa.Column("offered", sa.Integer(), nullable=True),
        sa.Column("started", sa.Integer(), nullable=True),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("incomplete", sa.SmallInteger(), nullable=True),
        sa.Column("private", sa.SmallInteger(), nullable=False),
        sa.Column("count_min", sa.Integer(), nullable=False),
        sa.Column("count_max", sa.Integer(), nullable=False),
        sa.CheckConstraint("count_min >= 0 AND count_max >= count_min", name=op.f("ck_plan_received_count")),
        sa.CheckConstraint("gop_type BETWEEN 0 AND 4", name=op.f("ck_plan_received_gop_type")),
        sa.CheckConstraint("status BETWEEN 0 AND 6", name=op.f("ck_plan_received_status")),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_plan_received_department_id")),
        sa.ForeignKeyConstraint(["hospital_id"], ["hospital.id"], name=op.f("fk_plan_received_hospital_id")),
        sa.ForeignKeyConstraint(["import_id"], ["import_batch.id"], name=op.f("fk_plan_received_import_id")),
        sa.ForeignKeyConstraint(["municipality"], ["municipality.code"], name=op.f("fk_plan_received_municipality")),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_plan_received_procedure_id")),
    )
    op.create_index(op.f("ix_plan_received_import_id"), "plan_received", ["import_id"], unique=False)
    op.create_table(
        "planned_operation",
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("municipality", sa.Integer(), nullable=False),
        sa.Column("procedure_id", sa.Integer(), nullable=False),
        sa.Column("department_id", sa.Integer(), nullable=True),
        sa.Column("sks_id", sa.Integer(), nullable=True),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("weekly", sa.SmallInteger(), nullable=False),
        sa.Column("count_min", sa.Integer(), nullable=False),
        sa.Column("count_max", sa.Integer(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.Column("booked", sa.Integer(), nullable=True),
        sa.Column("case_hash", sa.BigInteger(), nullable=True),
        sa.Column("private", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint("count_min >= 0 AND count_max >= count_min", name=op.f("ck_planned_operation_count")),
        sa.CheckConstraint("status BETWEEN 0 AND 2", name=op.f("ck_planned_operation_status")),
        sa.ForeignKeyConstraint(["department_id"], ["department.id"], name=op.f("fk_planned_operation_department_id")),
        sa.ForeignKeyConstraint(
            ["municipality"], ["municipality.code"], name=op.f("fk_planned_operation_municipality")
        ),
        sa.ForeignKeyConstraint(["procedure_id"], ["procedure.id"], name=op.f("fk_planned_operation_procedure_id")),
        sa.ForeignKeyConstraint(["sks_id"], ["sks_code.id"], name=op.f("fk_planned_operation_sks_id")),
        sa.ForeignKeyConstraint(["snapshot_id"], ["plan_snapshot.id"], name=op.f("fk_planned_operation_snapshot_id")),
    )
    op.create_index(op.f("ix_planned_operation_snapshot_id"), "planned_operation", ["snapshot_id"], unique=False)
