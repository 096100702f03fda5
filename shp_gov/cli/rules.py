"""The rules commands: what is in force on a day and on whose authority, and who owes the duty in an area."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from importlib import import_module
from typing import Any

import click

from shp_gov import clock
from shp_gov.domain.areas import Area, area_called, areas
from shp_gov.domain.areas.participants import CO_OPERATING, INVITED, participants
from shp_gov.domain.areas.standing import Standing, responsible_authorities
from shp_gov.domain.checks import check_of
from shp_gov.domain.rulebook import Rule, Version, rules
from shp_gov.domain.words import and_list, day_words, long_day, plural

RESPONSIBLE = "responsible"


class Day(click.ParamType[date]):
    """A day as people type it on a command line: 2018-06-22."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day, or say what was wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007
        except ValueError:
            self.fail(f"“{value}” is not a date. Write year, month and day, such as 2018-06-22.", param, ctx)


on_day = click.option(
    "--on", "on", type=Day(), default=clock.today, help="As at this day (YYYY-MM-DD). Default: today."
)
as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON.")


class Rules(click.Group):
    """The commands for rules. The one that needs the record is loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name every command."""
        return sorted([*super().list_commands(ctx), "check"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load the command of this name."""
        if cmd_name != "check":
            return super().get_command(ctx, cmd_name)
        command: click.Command = import_module("shp_gov.cli.rules_check").check
        return command


@click.group("rules", cls=Rules)
def group() -> None:
    """Show the rules, and who owes the duty."""


@group.command("list")
@on_day
@as_json
def list_rules(on: date, is_json: bool) -> None:
    """List the rules in force on a day, with the source of each."""
    found = [(rule, version) for rule in rules().values() if (version := rule.on(on))]
    if is_json:
        return _print_json([_rule_json(rule, version) for rule, version in found])
    click.echo(f"{plural(len(found), 'rule')} in force on {long_day(on)}")
    for rule, version in found:
        click.echo(f"\n{rule.id}  {rule.title}\n    {version.citation}")
    return None


@group.command("show")
@click.argument("rule_id", metavar="ID")
@on_day
@as_json
def show(rule_id: str, on: date, is_json: bool) -> None:
    """Show one rule, with every version and its source."""
    rule = rules().get(rule_id.strip().upper())
    if rule is None:
        raise click.BadParameter(f"there is no rule {rule_id}. “rules list” shows them all.", param_hint="ID")
    if is_json:
        return _print_json(_full_json(rule, on))
    click.echo(f"{rule.id}  {rule.title}\n{rule.instrument} ({rule.source})")
    click.echo("\n".join([*([rule.note] if rule.note else []), _checked_by(rule)]))
    for version in rule.versions:
        mark = f"  <- in force on {day_words(on)}" if version.covers(on) else ""
        click.echo(f"\n{_span(version)}{mark}\n    {version.citation}")
    return None


@group.command("authorities")
@click.option("--area", "area_name", default="hartlepool", show_default=True, help="The area, by its short name.")
@click.option(
    "--standing",
    type=click.Choice([RESPONSIBLE, CO_OPERATING, INVITED]),
    default=RESPONSIBLE,
    show_default=True,
    help="Who owes the duty, who must co-operate, or who is to be invited.",
)
@on_day
@as_json
def authorities(area_name: str, standing: str, on: date, is_json: bool) -> None:
    """List the responsible authorities of an area on a day, or who takes part beside them."""
    area = _area(area_name)
    if standing != RESPONSIBLE:
        return _participants(area, on, standing, is_json)
    found = responsible_authorities(area, on)
    if is_json:
        return _print_json([standing.as_json() for standing in found])
    click.echo(f"{plural(len(found), 'responsible authority')} of {area.name} on {long_day(on)}")
    for row in found:
        click.echo(f"\n{row.organisation}\n    {row.type}, {_since(row)}\n    {_basis(row)}")
    return None


def _participants(area: Area, on: date, standing: str, is_json: bool) -> None:
    found = participants(area, on, standing=standing)
    if is_json:
        return _print_json([row.as_json() for row in found])
    asked = "must co-operate with" if standing == CO_OPERATING else "are to be invited by"
    click.echo(f"Who {asked} the responsible authorities of {area.name} on {long_day(on)}")
    for row in found:
        known = and_list(row.organisations) or ("not recorded" if row.is_applicable else "does not apply here")
        click.echo(f"\n{row.description.words}\n    {' '.join(filter(None, [f'{known}.', row.note]))}")
    return None


def _area(name: str) -> Area:
    area = area_called(name)
    if area is None:
        raise click.BadParameter(f"“{name}” is not an area we hold. We hold {and_list(areas())}.", param_hint="--area")
    return area


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _rule_json(rule: Rule, version: Version) -> dict[str, object]:
    return {"rule": rule.id, "title": rule.title, "source": rule.source.value, **_version_json(version)}


def _full_json(rule: Rule, on: date) -> dict[str, object]:
    version = rule.on(on)
    return {
        "rule": rule.id,
        "title": rule.title,
        "source": rule.source.value,
        "instrument": rule.instrument,
        "note": rule.note,
        "version_in_force": version.number if version else None,
        "versions": [_version_json(version) for version in rule.versions],
    }


def _version_json(version: Version) -> dict[str, object]:
    return {
        "version": version.number,
        "in_force": _iso(version.in_force),
        "until": _iso(version.until),
        "body_type": version.body_type,
        "citation": version.citation,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day and day != date.min else None


def _span(version: Version) -> str:
    start = "Every day" if version.in_force == date.min else f"From {day_words(version.in_force)}"
    return f"Version {version.number}: {start}{f' until {day_words(version.until)}' if version.until else ''}"


def _checked_by(rule: Rule) -> str:
    """Say in words how the rule is told: the first line of its check."""
    lines: Iterable[str] = (check_of(rule).__doc__ or "").splitlines()
    return f"Checked by asking: {next(iter(lines), '')}"


def _since(standing: Standing) -> str:
    end = f" until {day_words(standing.to_on)}" if standing.to_on else ""
    return f"from {day_words(standing.from_on)}{end}"


def _basis(standing: Standing) -> str:
    return f"{standing.rule}: {standing.basis}"
