"""Databases for tests: a file, or one on the PostgreSQL server that is named."""

import os
from pathlib import Path

import sqlalchemy as sa


def a_database(folder: Path, name: str) -> str:
    """Give the address of an empty database of this name."""
    server = os.environ.get("SHP_GOV_TEST_DATABASE_URL")
    return _on_the_server(server, name) if server else f"sqlite:///{folder}/{name}.sqlite3"


def _on_the_server(server: str, ending: str) -> str:
    address = sa.make_url(server).set(drivername="postgresql+psycopg")
    name = f"{address.database}_{ending}"
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" SET synchronous_commit = off')  # nobody keeps it
    engine.dispose()
    return address.set(database=name).render_as_string(hide_password=False)
