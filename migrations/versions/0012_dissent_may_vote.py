"""Say whether somebody who did not agree with a decision may vote

Who dissented so far is taken to be one who may, as their dissent is printed.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012_dissent_may_vote"
down_revision = "0011_times_out"


def upgrade() -> None:
    """Add the column."""
    op.add_column("dissent", sa.Column("may_vote", sa.Boolean(), nullable=False, server_default=sa.true()))


def downgrade() -> None:
    """Take the column away."""
    op.drop_column("dissent", "may_vote")
