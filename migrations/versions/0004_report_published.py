"""Record when a report was published, and count its saves

A report is drafted, cleared and published; until then it is only for those who write and gather it. Reports that came with a
printed pack were published by being printed: they keep an empty moment.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004_report_published"
down_revision = "0003_rule_off_once"


def upgrade() -> None:
    """Add both columns."""
    op.add_column("report", sa.Column("edits", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("report", sa.Column("published_at", sa.DateTime(timezone=True)))


def downgrade() -> None:
    """Take both columns away."""
    op.drop_column("report", "published_at")
    op.drop_column("report", "edits")
