"""A rule is switched off once at a time

Two officers at the same moment could each switch a rule off. No rule of a record so far is off twice without an end;
where one were, this step would refuse and name it. Nothing else changes in the rows there are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003_rule_off_once"
down_revision = "0002_meeting_cycle"

OFF = sa.text("kind = 'switched off' AND until_on IS NULL")


def upgrade() -> None:
    """Add the key."""
    columns = ["body_id", "rule"]
    op.create_index(
        "uq_rule_setting_off_once", "rule_setting", columns, unique=True, sqlite_where=OFF, postgresql_where=OFF
    )


def downgrade() -> None:
    """Take the key away."""
    op.drop_index("uq_rule_setting_off_once", "rule_setting")
