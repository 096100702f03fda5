"""Let a report, and the reason for keeping an item private, wait with the forward plan while the item is put off

Reports that are there already belong to their meetings: none waits. Why an entry is private was not recorded so far.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007_report_put_off"
down_revision = "0006_agreed_until_on"

KEY = "CONSTRAINT fk_report_forward_plan_entry_id_forward_plan_entry REFERENCES forward_plan_entry (id)"


def upgrade() -> None:
    """Add the columns."""
    op.execute(f"ALTER TABLE report ADD COLUMN forward_plan_entry_id INTEGER {KEY}")
    op.create_index("ix_report_forward_plan_entry_id", "report", ["forward_plan_entry_id"])
    op.add_column("forward_plan_entry", sa.Column("public_interest_reason", sa.Text(), nullable=True))


def downgrade() -> None:
    """Take them away."""
    op.drop_column("forward_plan_entry", "public_interest_reason")
    op.drop_index("ix_report_forward_plan_entry_id", "report")
    op.drop_column("report", "forward_plan_entry_id")
