"""The papers command: print what the record holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from shp_gov import clock, documents, queries
from shp_gov.cli.opening import opened
from shp_gov.cli.rules import Day
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.models import Body, Meeting

Gather = Callable[..., Any]
PAPERS: dict[str, tuple[Gather, dict[str, Callable[[Any], bytes]]]] = {
    "agenda": (queries.papers.agenda, {".pdf": documents.agenda.render, ".docx": documents.docx.agenda}),
    "minutes": (queries.papers.minutes, {".pdf": documents.minutes.render, ".docx": documents.docx.minutes}),
    "action-log": (queries.papers.action_log, {".pdf": documents.action_log.render}),
}


class NothingToPrint(DomainError):
    """The record holds no such paper."""


@click.group("papers")
def group() -> None:
    """Print papers: the agenda, the minutes, the action log."""


@group.command("print")
@click.argument("body")
@click.argument("day", type=Day(), metavar="DATE")
@click.argument("paper", type=click.Choice(list(PAPERS)))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--restricted", is_flag=True, help="With exempt items, for those entitled to them.")
def print_paper(body: str, day: date, paper: str, file: Path, restricted: bool) -> None:
    """Print a PAPER of the meeting of BODY (its slug) on DATE into FILE, which ends in .pdf or .docx."""
    gather, makers = PAPERS[paper]
    if file.suffix not in makers:
        raise click.UsageError(f"FILE must end in {' or '.join(makers)} for the {paper}.")
    with opened():
        found = _body(body)
        viewer = _reader(found, restricted)
        about = replace(viewer, on=day) if paper == "action-log" else viewer
        thing = found if paper == "action-log" else _meeting(found, day)
        content = _paper(gather(thing, viewer=about), paper)
    _write(file, makers[file.suffix](content))
    click.echo(f"Printed the {paper} of {found.name} into {file}.")


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as error:
        words = f"{file} cannot be written: {error.strerror}. Choose a folder that exists and that you may write to."
        raise click.ClickException(words) from error


def _body(slug: str) -> Body:
    if found := queries.bodies.find(slug):
        return found
    known = ", ".join(body.slug for body in queries.bodies.all_bodies()) or "none yet"
    raise NothingToPrint(f"There is no body {slug}. The bodies on record are: {known}.")


def _meeting(body: Body, day: date) -> Meeting:
    found = db.session.scalars(sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.on == day)).first()
    if found is None:
        raise NothingToPrint(f"{body.name} has no meeting on record on {day}.")
    return found


def _reader(body: Body, restricted: bool) -> Viewer:
    officer = Term(Role.OFFICER, body.id, date.min)
    return Viewer(on=clock.today(), name="system", terms=(officer,), reads_exempt=restricted)


def _paper(content: Any, paper: str) -> Any:
    """Refuse to print a paper that has nothing on it."""
    parts = {"agenda": "sections", "minutes": "entries"}
    if paper in parts and not getattr(content, parts[paper]):
        raise NothingToPrint(f"The {paper} of this meeting {'are' if paper == 'minutes' else 'is'} not on record.")
    return content
