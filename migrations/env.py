"""Run migrations on the connection we are given, or on the configured database."""

import os

import sqlalchemy as sa
from alembic import context

import config
from shp_gov.database import make_engine
from shp_gov.models import Base


def run(connection: sa.Connection) -> None:
    """Run them in one transaction."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, compare_type=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    with make_engine(config.read(os.environ).database_url).connect() as connection:
        run(connection)
        connection.commit()
