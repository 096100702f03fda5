"""The papers command: print what the record holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import click
import sqlalchemy as sa

from shp_gov import clock, documents, queries, storage
from shp_gov.cli.opening import opened
from shp_gov.cli.rules import Day
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.permissions import Role, Term, Viewer
from shp_gov.domain.words import long_day
from shp_gov.models import Body, Meeting

Gather = Callable[[Body, date, Viewer], Any]


class NothingToPrint(DomainError):
    """The record holds no such paper."""


def _of_the_meeting(gather: Callable[..., Any], paper: str, part: str) -> Gather:
    """Print of the meeting of a day; refuse a paper that has nothing on it."""

    def gathered(body: Body, day: date, viewer: Viewer) -> Any:
        content = gather(_meeting(body, day), viewer=viewer)
        if not getattr(content, part):
            raise NothingToPrint(f"The {paper} of this meeting {'are' if paper == 'minutes' else 'is'} not on record.")
        return content

    return gathered


def _action_log(body: Body, day: date, viewer: Viewer) -> Any:
    return queries.papers.action_log(body, viewer=replace(viewer, on=day))


def _terms(body: Body, day: date, viewer: Viewer) -> Any:
    version = queries.terms.in_force_in_full(body, on=day)
    if version is None:
        raise NothingToPrint(f"{body.name} has no terms of reference on record that were in force on {long_day(day)}.")
    return queries.papers.terms(version, viewer=viewer)


def _register(body: Body, day: date, viewer: Viewer) -> Any:
    return queries.papers.register(body, on=day, viewer=viewer)


def _interests(body: Body, day: date, viewer: Viewer) -> Any:
    return queries.papers.interests(body, on=day, viewer=viewer)


def _statement(body: Body, day: date, viewer: Viewer) -> Any:
    return queries.papers.statement(body, day, printed_on=viewer.on)


def _pack(body: Body, day: date, viewer: Viewer) -> bytes:
    """Give the pack that was published, or print the one that would be, marked as a draft."""
    meeting = _meeting(body, day)
    done = queries.publishing.published(meeting)
    if done and done[0].public_document is not None:
        restricted = done[0].restricted_document if viewer.reads_exempt else None
        return storage.fetch((restricted or done[0].public_document).sha256)
    gathered = queries.papers.pack(meeting, version=queries.publishing.next_number(meeting), is_draft=True)
    if not gathered.full_agenda.sections:
        raise NothingToPrint("The agenda of this meeting is not on record.")
    file = BytesIO()
    with documents.pack.bound(gathered, fetch=storage.find) as binding:
        binding.write(file, is_restricted=viewer.reads_exempt and gathered.holds_private_words)
    return file.getvalue()


PAPERS: dict[str, tuple[Gather, dict[str, Callable[[Any], bytes]]]] = {
    "agenda": (
        _of_the_meeting(queries.papers.agenda, "agenda", "sections"),
        {".pdf": documents.agenda.render, ".docx": documents.docx.agenda},
    ),
    "minutes": (
        _of_the_meeting(queries.papers.minutes, "minutes", "entries"),
        {".pdf": documents.minutes.render, ".docx": documents.docx.minutes},
    ),
    "pack": (_pack, {".pdf": bytes}),
    "action-log": (_action_log, {".pdf": documents.action_log.render}),
    "terms": (_terms, {".pdf": documents.terms.render, ".docx": documents.docx.terms}),
    "register": (_register, {".pdf": documents.register.render}),
    "interests": (_interests, {".pdf": documents.interests.render}),
    "statement": (_statement, {".pdf": documents.compliance_statement.render}),
}


@click.group("papers")
def group() -> None:
    """Print papers: the agenda, minutes, pack and action log, the terms, the registers, the compliance statement."""


@group.command("print")
@click.argument("body")
@click.argument("day", type=Day(), metavar="DATE")
@click.argument("paper", type=click.Choice(list(PAPERS)))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--restricted", is_flag=True, help="With exempt items, for those entitled to them.")
def print_paper(body: str, day: date, paper: str, file: Path, restricted: bool) -> None:
    """Print a PAPER of BODY (its slug), of its meeting on DATE or as at DATE, into FILE: a .pdf or a .docx."""
    gather, makers = PAPERS[paper]
    if file.suffix not in makers:
        raise click.UsageError(f"FILE must end in {' or '.join(makers)} for the {paper}.")
    with opened():
        found = _body(body)
        content = gather(found, day, _reader(found, restricted))
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
