"""The database commands: where the schema stands, and bringing it up to date."""

import os

import click

import config
from shp_gov.cli.opening import bring_up_to_date


@click.group("database")
def group() -> None:
    """Keep the database in step with the software."""


@group.command("upgrade")
def upgrade() -> None:
    """Bring the database up to date. Make a backup first."""
    found, now = bring_up_to_date(config.read(os.environ).database_url)
    if found == now:
        click.echo(f"The database is up to date ({now}).")
    else:
        click.echo(f"The database was brought up to date, from {found or 'empty'} to {now}.")
