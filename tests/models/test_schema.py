"""The migrations and the models say the same, up, down and up again."""

import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from shp_gov import schema
from shp_gov.database import make_engine
from shp_gov.models import Base


def test_the_migrations_make_what_the_models_describe(tmp_path):
    with make_engine(f"sqlite:///{tmp_path}/schema.sqlite3").connect() as connection, connection.begin():
        schema.move(connection)

        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


def test_the_migrations_go_up_and_down_and_up(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path}/schema.sqlite3")
    with engine.begin() as connection:
        schema.move(connection)
    with engine.begin() as connection:
        schema.move_back(connection)
        assert set(sa.inspect(connection).get_table_names()) <= {"alembic_version"}
    with engine.begin() as connection:
        schema.move(connection)

        assert schema.version(connection) == schema.NEWEST
    engine.dispose()
