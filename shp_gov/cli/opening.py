"""Open the record for a command: settings read, schema up to date, the app around it."""

import getpass
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from flask import Flask

import config
from config import ConfigurationError, Settings
from shp_gov import schema
from shp_gov.app import create_app
from shp_gov.audit import Actor
from shp_gov.database import db, make_engine

MIGRATIONS = schema.ROOT / "migrations" / "versions"
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(1998)"


@contextmanager
def opened(settings: Settings | None = None) -> Iterator[Flask]:
    """Open the configured record: an empty database is brought up to date, an older one is refused."""
    settings = settings or config.read(os.environ)
    make_ready(settings.database_url)
    app = create_app(settings)
    engine = db.engine
    try:
        with app.app_context():
            yield app
    finally:
        engine.dispose()


def system() -> Actor:
    """Name who acts on the command line."""
    return Actor(f"system ({getpass.getuser()})")


def make_ready(url: str) -> None:
    """Bring an empty database up to date; refuse one that an older or newer version left."""
    with connected(url) as connection:
        found = schema.version(connection)
        if found is None and not sa.inspect(connection).get_table_names():
            schema.move(connection)
        elif found != schema.NEWEST:
            raise ConfigurationError(why_not(found))


def bring_up_to_date(url: str) -> tuple[str | None, str]:
    """Bring a database of any age up to date; tell where it stood and where it stands."""
    with connected(url) as connection:
        found = schema.version(connection)
        if found and not (MIGRATIONS / f"{found}.py").exists():
            raise ConfigurationError(why_not(found))
        schema.move(connection)
        return found, schema.NEWEST


def why_not(found: str | None) -> str:
    """Say why a database with this schema cannot be used, and what to do."""
    if found is None:
        return (
            "This database has tables but no record in it. Set SHP_GOV_DATABASE_URL to an empty database, or to ours."
        )
    if not (MIGRATIONS / f"{found}.py").exists():
        return f"This database was left by a newer version of shp_gov ({found}). Install that version."
    return (
        f"This database is older than the software ({found}, now {schema.NEWEST}). "
        "Make a backup, then run: python3 -m shp_gov database upgrade"
    )


@contextmanager
def connected(url: str) -> Iterator[sa.Connection]:
    """Open a transaction that nobody else changes the schema in, or say why the database cannot be reached."""
    make_folder(url)
    engine = make_engine(url)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(ONE_AT_A_TIME)
            yield connection
    except sa.exc.OperationalError as error:
        raise ConfigurationError(f"The database cannot be opened: {error.orig}") from error
    finally:
        engine.dispose()


def make_folder(url: str) -> None:
    """Make the folder of a database that is a file."""
    address = sa.make_url(url)
    if address.get_backend_name() == "sqlite" and address.database:
        Path(address.database).absolute().parent.mkdir(parents=True, exist_ok=True)
