"""An organisation may bear a name twice, and change how it is written

Every name that is there stays. Until now a name could have one row only, so "Fire Authority" was forgotten when the
same organisation became "Fire and Rescue Authority", which reads as one spelling. What was forgotten is not guessed.
On the way down the newest row of each spelling stays.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005_names_through_time"
down_revision = "0004_report_published"

NOT_THE_NEWEST = 'DELETE FROM organisation_name WHERE id NOT IN (SELECT max(id) FROM organisation_name GROUP BY "key")'
OPEN = sa.text("until_on IS NULL")


def upgrade() -> None:
    """Let a name that is over stand beside the same name that is borne now."""
    with op.batch_alter_table("organisation_name", table_kwargs={"sqlite_autoincrement": True}) as names:
        names.drop_constraint("uq_organisation_name_key", type_="unique")
        names.create_index("ix_organisation_name_key", ["key"])
        names.create_index(
            "ix_organisation_name_one_open_key", ["key"], unique=True, sqlite_where=OPEN, postgresql_where=OPEN
        )


def downgrade() -> None:
    """Keep one row for each spelling."""
    op.execute(NOT_THE_NEWEST)
    with op.batch_alter_table("organisation_name", table_kwargs={"sqlite_autoincrement": True}) as names:
        names.drop_index("ix_organisation_name_one_open_key")
        names.drop_index("ix_organisation_name_key")
        names.create_unique_constraint("uq_organisation_name_key", ["key"])
