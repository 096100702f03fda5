"""The rules check command: what the checks find about a body as at a day."""

import json
from datetime import date

import click

from shp_gov import queries
from shp_gov.cli.opening import opened
from shp_gov.cli.rules import as_json, on_day
from shp_gov.domain.errors import DomainError
from shp_gov.domain.finding_words import TO_BE_CONFIRMED, is_to_be_confirmed
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.words import long_day, plural
from shp_gov.models import Body
from shp_gov.queries.compliance import FOR_SOMEONE, Stand

FINDINGS = 1


class NoSuchBody(DomainError):
    """No body has this slug."""


@click.command("check")
@click.argument("body")
@on_day
@as_json
@click.option("--all", "everything", is_flag=True, help="Print what passes and what does not apply too.")
def check(body: str, on: date, is_json: bool, everything: bool) -> None:
    """Say where BODY (its slug) stands: what needs someone, then what is not known.

    Exit status 1 where a finding needs someone, 0 where none does. With --json every finding is printed, and
    the rules that are switched off are named on the error stream.
    """
    with opened():
        found = queries.compliance.stand(_body(body), on)
        if is_json:
            rows = [finding.as_json() for finding in found.findings]
            click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
            click.echo(_off(found), err=True, nl=bool(found.off))
        else:
            click.echo("\n".join(_lines(found, everything)))
    if found.of(*FOR_SOMEONE):
        raise click.exceptions.Exit(FINDINGS)


def _body(slug: str) -> Body:
    if found := queries.bodies.find(slug):
        return found
    known = ", ".join(body.slug for body in queries.bodies.all_bodies()) or "none yet"
    raise NoSuchBody(f"There is no body {slug}. The bodies on record are: {known}.")


def _lines(stand: Stand, everything: bool) -> list[str]:
    counts = ", ".join(f"{len(stand.of(verdict))} {verdict}" for verdict in Verdict)
    heads = [f"{stand.as_at.body.name} on {long_day(stand.as_at.on)}", f"{plural(stand.rules, 'rule')}: {counts}"]
    heads += [_off(stand)] if stand.off else []
    shown = (*FOR_SOMEONE, Verdict.NOT_KNOWN, *((Verdict.PASS, Verdict.NOT_APPLICABLE) if everything else ()))
    return heads + [_finding(finding, stand) for finding in stand.of(*shown)]


def _off(stand: Stand) -> str:
    names = ", ".join(f"{rule} ({row.note})" for rule, row in stand.off.items())
    return f"{plural(len(stand.off), 'rule')} switched off: {names}" if stand.off else ""


def _finding(finding: Finding, stand: Stand) -> str:
    doubt = f" [{TO_BE_CONFIRMED.lower()}]" if is_to_be_confirmed(finding, stand.confirmed) else ""
    about = f"{finding.verdict.upper()}  {finding.subject}: {finding.sentence}"
    return f"\n{about}\n    {finding.rule}: {finding.citation}{doubt}"
