"""Say why an appendix is not for publication: its paragraph of Schedule 12A and the public-interest reason

Appendices that are there say neither, and we do not guess: one that is private with an open report that is not
out yet waits for both.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010_private_appendices"
down_revision = "0009_approved_minutes"

COLUMNS = ("exempt_paragraph", "public_interest_reason")


def upgrade() -> None:
    """Add the columns."""
    for name in COLUMNS:
        op.add_column("appendix", sa.Column(name, sa.Text()))


def downgrade() -> None:
    """Take the columns away."""
    for name in reversed(COLUMNS):
        op.drop_column("appendix", name)
