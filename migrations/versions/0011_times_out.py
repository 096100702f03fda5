"""Keep when somebody left a meeting and came back

Of attendances that are there nobody wrote it down: they keep none.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011_times_out"
down_revision = "0010_private_appendices"


def upgrade() -> None:
    """Add the column."""
    op.add_column("attendance", sa.Column("times_out", sa.JSON()))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("attendance", "times_out")
