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


def test_the_migrations_keep_every_condition_of_the_models(tmp_path):
    with make_engine(f"sqlite:///{tmp_path}/schema.sqlite3").connect() as connection, connection.begin():
        schema.move(connection)
        written = dict(connection.execute(sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table'")).all())

    lost = [
        f"{table.name}: {condition.name}"
        for table in Base.metadata.tables.values()
        for condition in table.constraints
        if isinstance(condition, sa.CheckConstraint) and f"{condition.name} " not in written[table.name]
    ]

    assert lost == []
