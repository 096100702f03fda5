"""The calendar commands: the last day to put out papers before a meeting."""

import json
from datetime import date

import click

from shp_gov.cli.rules import Day, as_json
from shp_gov.domain import clear_days
from shp_gov.domain.clear_days import BASIS_WORDS, Basis
from shp_gov.domain.words import and_list, day_words, long_day, plural

LISTED_AT_MOST = 10


@click.group("calendar")
def group() -> None:
    """Count clear days."""


@group.command("notice")
@click.argument("meeting", type=Day(), metavar="DATE")
@click.option("--days", type=click.IntRange(1, 366), help="Clear days. Default: 5, or 3 before 1 October 2002.")
@click.option(
    "--basis",
    type=click.Choice([basis.value for basis in Basis]),
    default=Basis.WORKING.value,
    show_default=True,
    help="Which days count.",
)
@click.option("--as-is", is_flag=True, help="Take papers as out on their own day, even one that does not count.")
@as_json
def notice(meeting: date, days: int | None, basis: str, as_is: bool, is_json: bool) -> None:
    """Say the last day to publish the papers of a meeting on DATE."""
    wanted = clear_days.days_required(meeting) if days is None else days
    last = clear_days.last_publication(meeting, wanted, Basis(basis), as_is=as_is)
    if is_json:
        found = {"meeting": meeting.isoformat(), "basis": basis, "days": wanted, "last_publication": last.isoformat()}
        return click.echo(json.dumps(found, indent=2))
    click.echo(f"Publish by {long_day(last)} for the meeting on {long_day(meeting)}.")
    click.echo(f"That leaves {plural(wanted, 'clear day')}. Counted: {BASIS_WORDS[Basis(basis)]}.")
    between = list(clear_days.days_between(last, meeting, Basis(basis), as_is=as_is))
    if len(between) <= LISTED_AT_MOST:
        click.echo(f"The days are {and_list(map(day_words, between))}.")
    return None
