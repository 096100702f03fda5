"""The packs import command: a published pack into the register, all of it or nothing."""

from collections.abc import Iterator
from pathlib import Path

import click

from shp_gov.cli import opening
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.words import long_day, plural
from shp_gov.importers.pack import load
from shp_gov.importers.pack.load import Summary
from shp_gov.models import Import, Meeting
from shp_gov.queries import imports as queries

NOUNS = {
    "people": "person",
    "organisations": "organisation",
    "seats": "seat",
    "appointments": "appointment",
    "meetings": "meeting",
    "agenda_items": "agenda item",
    "reports": "report",
    "attendances": "line of attendance",
    "minutes": "minute",
    "decisions": "decision",
    "proposals": "proposed action",
}
IRREGULAR = {"person": "people", "line of attendance": "lines of attendance"}


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_pack(file: Path) -> None:
    """Put a published pack into the register, all of it or nothing.

    A body met for the first time is founded from its pack. Importing a pack twice changes nothing.
    """
    content = file.read_bytes()
    try:
        with opening.opened():
            pack = load.read_in(content, file.name, actor=opening.system())
            summary = load.accept(pack, actor=opening.system())
            db.session.commit()
            click.echo("\n".join(_said(pack, summary)))
    except DomainError as refusal:
        raise click.ClickException(f"{file.name}: {refusal} Nothing was changed.") from refusal


def _said(pack: Import, summary: Summary) -> Iterator[str]:
    founded = "Founded" if summary.is_new_body else "Found"
    yield f"{founded} {summary.body.name} ({summary.body.slug})"
    for meeting in summary.meetings:
        yield f"  {_meeting(meeting)}"
    if summary.changed_nothing:
        yield "All of it was in the register already."
    else:
        added = (_counted(count, NOUNS[name]) for name, count in summary.added.items() if count > 0)
        yield f"Added {', '.join(added) or 'nothing new'}"
    yield from _doubts(pack)
    yield from _questions(summary)


def _meeting(meeting: Meeting) -> str:
    minutes = f", minutes {meeting.minutes_state}" if meeting.minutes_state else ", no minutes yet"
    return f"Meeting of {long_day(meeting.on)}: {meeting.state}{minutes}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {IRREGULAR[noun]}" if noun in IRREGULAR and count != 1 else plural(count, noun)


def _doubts(pack: Import) -> Iterator[str]:
    doubts = load.reading_of(pack).doubts
    yield f"{plural(len(doubts), 'doubt')}{':' if doubts else ''}"
    for doubt in doubts:
        page = f", page {doubt.page}" if doubt.page else ""
        yield f"  line {doubt.line}{page}: {doubt.sentence}"


def _questions(summary: Summary) -> Iterator[str]:
    questions = queries.open_questions(summary.body)
    yield f"{plural(len(questions), 'open question')}{':' if questions else ''}"
    for question in questions:
        line = f"line {question.line}: " if question.line else ""
        yield f"  {line}{question.sentence}"
