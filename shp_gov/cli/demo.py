"""The demo: an invented partnership to try everything on, loaded once and served on this machine alone."""

import os
import shlex
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click
import sqlalchemy as sa

import config
from config import INSTANCE, ConfigurationError, Settings
from shp_gov import audit, clock, schema
from shp_gov.cli import serve
from shp_gov.cli.opening import connected, opened, system
from shp_gov.database import db
from shp_gov.domain.words import long_day
from shp_gov.example import founding, guests, loading
from shp_gov.models import AuditEvent

DATABASE = INSTANCE / "demo.sqlite3"
FILES = INSTANCE / "demo-files"
LOADED = "example.loaded"
HOST = "127.0.0.1"
IN_PRODUCTION = (
    "This is a production installation (SHP_GOV_ENV). The demo never runs beside real people's records. "
    "Run it from another copy, or on your own machine."
)
NOT_THE_EXAMPLE = (
    "This database holds a record that is not the example, so the demo leaves it alone. "
    "Unset SHP_GOV_DATABASE_URL for a database of the demo's own, or run: python3 -m shp_gov serve"
)
NOT_OURS_TO_EMPTY = (
    "--fresh empties only the demo's own database. Unset SHP_GOV_DATABASE_URL, or empty that database yourself."
)


@click.command("demo")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Where to listen.")
@click.option("--fresh", is_flag=True, help="Forget what was done in the demo and load the example anew, as at today.")
def demo(port: int, fresh: bool) -> None:
    """Load the example partnership, serve it on this machine, and say who can sign in.

    The first time takes some seconds longer. What you do in the demo stays until --fresh. Ctrl-C stops it.
    """
    settings = _settings(port)
    serve.require_free(HOST, port)
    if fresh or _is_of_another_version(settings):
        _forget(settings)
    loaded_on = _ready(settings)
    click.echo("\n".join(_welcome(settings, loaded_on)))
    serve.run(settings, port=port, workers=1)


def _settings(port: int) -> Settings:
    """Read the settings; the demo has a database and a folder of its own unless told of another."""
    settings = replace(config.read(os.environ), base_url=f"http://{HOST}:{port}")
    if settings.is_production:
        raise ConfigurationError(IN_PRODUCTION)
    if "SHP_GOV_DATABASE_URL" in os.environ:
        return settings
    return replace(settings, database_url=f"sqlite:///{DATABASE}", storage=FILES)


def _is_its_own(settings: Settings) -> bool:
    return settings.database_url == f"sqlite:///{DATABASE}"


def _is_of_another_version(settings: Settings) -> bool:
    """Tell whether another version of the software left the demo's own database, which nobody needs to keep."""
    if not _is_its_own(settings) or not DATABASE.exists():
        return False
    with connected(settings.database_url) as connection:
        return schema.version(connection) not in (None, schema.NEWEST)


def _forget(settings: Settings) -> None:
    """Take away the demo's own database and files."""
    if not _is_its_own(settings):
        raise ConfigurationError(NOT_OURS_TO_EMPTY)
    for end in ("", "-wal", "-shm"):
        Path(f"{DATABASE}{end}").unlink(missing_ok=True)
    shutil.rmtree(FILES, ignore_errors=True)


def _ready(settings: Settings) -> date:
    """Load the example into an empty database, all or nothing; tell the day it counts from."""
    with opened(settings):
        if (loaded_on := _loaded_on()) is not None:
            return loaded_on
        if not loading.is_empty():
            raise ConfigurationError(NOT_THE_EXAMPLE)
        click.echo("Loading the example partnership (some ten seconds, once) ...")
        actor = system()
        world = loading.load(actor=actor)
        audit.record(LOADED, world.bodies["partnership"], actor=actor, as_at=world.today)
        db.session.commit()
        return world.today


def _loaded_on() -> date | None:
    at = db.session.scalar(sa.select(AuditEvent.at).where(AuditEvent.event == LOADED))
    return at.astimezone(clock.LONDON).date() if at else None


def _welcome(settings: Settings, loaded_on: date) -> Iterator[str]:
    """Say where the demo is, who can sign in and what each sees first."""
    yield ""
    yield f"The Safer Seaborough Partnership, invented, is at {settings.base_url}"
    if loaded_on != clock.today():
        yield f"Its days are counted from {long_day(loaded_on)}. For an example of today: demo --fresh"
    yield f"Everybody's password is: {founding.PASSWORD}"
    yield ""
    for guest in guests.GUESTS:
        yield f"  {founding.address(guest.name):<38}{guest.name}, {guest.role}"
        yield f"  {'':<38}{guest.first}"
    yield ""
    yield "Nobody needs to sign in to read what the public may read."
    yield f"A pack to import: {guests.PACK.relative_to(schema.ROOT)}"
    database, files = shlex.quote(settings.database_url), shlex.quote(str(settings.storage))
    here = f"SHP_GOV_DATABASE_URL={database} SHP_GOV_STORAGE={files}"
    yield f"To use other commands on this record: {here} python3 -m shp_gov audit verify"
    yield ""
