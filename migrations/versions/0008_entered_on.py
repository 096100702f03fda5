"""Say of a meeting of the past when it was entered by hand

Meetings that are there keep an empty day: they were called, opened and closed here, or read from a pack.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008_entered_on"
down_revision = "0007_report_put_off"


def upgrade() -> None:
    """Add the column."""
    op.add_column("meeting", sa.Column("entered_on", sa.Date()))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("meeting", "entered_on")
