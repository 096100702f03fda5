"""Keep until when a term was agreed that was ended sooner

The end of an appointment or of an office may be recorded by mistake. To withdraw it, the day agreed first must be
known. Of terms that were ended before this step it is not: where their end is withdrawn, they go on without one.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006_agreed_until_on"
down_revision = "0005_names_through_time"


def upgrade() -> None:
    """Add the column to both tables."""
    for table in ("appointment", "office"):
        with op.batch_alter_table(table) as changed:
            changed.add_column(sa.Column("agreed_until_on", sa.Date()))


def downgrade() -> None:
    """Take the column away from both tables."""
    for table in ("office", "appointment"):
        op.drop_column(table, "agreed_until_on")
