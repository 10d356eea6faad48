"""Results of the backtest are kept, so that looking at them the next day costs nothing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes the table of kept results."""
    op.create_table(
        "backtest_result",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.String(length=64), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("result", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backtest_result")),
        sa.UniqueConstraint("stamp", "as_of", name=op.f("uq_backtest_result_stamp_as_of")),
    )
