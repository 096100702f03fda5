"""Readings made by hand, for tests of what becomes of them. Say only what matters to your test."""

from datetime import date
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.intent import intents_of
from shp_gov.importers.pack import load, saved
from shp_gov.importers.pack.reading import (
    AgendaReading,
    AttendanceReading,
    Confidence,
    DecisionReading,
    ItemReading,
    MemberReading,
    MinuteReading,
    MinutesReading,
    PackReading,
    Source,
)
from shp_gov.models import Import
from shp_gov.services import imports
from tests.factories import SYSTEM

CHAIN = sorted((Path(__file__).parent / "packs").glob("seaborough-*.txt"))
JANUARY, MARCH, JUNE = date(2018, 1, 12), date(2018, 3, 9), date(2018, 6, 15)
ANN = "Ann Lisle, District Manager, Seaborough Fire Authority"
BODY = "Safer Seaborough Partnership"
_next = count(1)


def _source() -> tuple[Source, Confidence]:
    line = next(_next)
    return Source(line, line), Confidence.CERTAIN


def a_member(printed: str, *, category: str | None = None) -> MemberReading:
    """Make a line of a list of members: "Ann Lisle, District Manager, Seaborough Fire Authority"."""
    name, post, organisation = ([part.strip() or None for part in printed.split(",")] + [None, None])[:3]
    return MemberReading(name or "", post, organisation, *_source(), category=category, is_vacant=name is None)


def an_agenda(on: date, members: list[str], **details) -> AgendaReading:
    """Make an agenda with its list of members."""
    lines = tuple(each if isinstance(each, MemberReading) else a_member(each) for each in members)
    usual = {"body": BODY, "planned_start": "14:00", "venue": "Guildhall", "items": (an_item("Minutes"),)}
    source, sure = _source()
    return AgendaReading(meeting_on=on, source=source, confidence=sure, members=lines, **(usual | details))


def an_item(title: str, **details) -> ItemReading:
    """Make an agenda item."""
    source, sure = _source()
    return ItemReading(title=title, source=source, confidence=sure, **({"number": "1", "position": 1} | details))


def somebody(printed: str, **details) -> AttendanceReading:
    """Make a line of an attendance: "Ann Lisle" or "Ann Lisle, Seaborough Fire Authority"."""
    name, _, organisation = printed.partition(", ")
    return AttendanceReading(name, None, organisation or None, *_source(), **details)


def some_minutes(on: date, *, present: list[str] = (), decided: list[str] = (), **details) -> MinutesReading:
    """Make minutes, with one minute that holds the decisions."""
    usual = {"body": BODY, "start": "14:00", "end": "15:30", "venue": "Guildhall", "minutes": (a_minute(decided),)}
    source, sure = _source()
    people = tuple(each if isinstance(each, AttendanceReading) else somebody(each) for each in present)
    return MinutesReading(meeting_on=on, source=source, confidence=sure, present=people, **(usual | details))


def a_minute(decided: list[str] = (), **details) -> MinuteReading:
    """Make a minute with its decisions."""
    decisions = tuple(
        DecisionReading(words, ordinal, *_source(), intents=intents_of(words))
        for ordinal, words in enumerate(decided, 1)
    )
    source, sure = _source()
    usual = {"number": "12", "title": "Community safety plan", "position": 1}
    return MinuteReading(source=source, confidence=sure, decisions=decisions, **(usual | details))


def a_pack(*, agenda: AgendaReading | None = None, minutes: MinutesReading | None = None) -> Import:
    """Keep a pack as if it had been read in."""
    reading = saved.as_json(PackReading(agenda, minutes))
    return imports.keep(
        f"pack {next(_next)}".encode(), "pack.txt", media_type="text/plain", reading=reading, actor=SYSTEM
    )


def accept(**parts) -> load.Summary:
    """Keep a pack of these parts and put it into the register."""
    return load.accept(a_pack(**parts), actor=SYSTEM)


def import_files(*files: Path) -> None:
    """Read files in and put them into the register."""
    for file in files:
        load.accept(load.read_in(file.read_bytes(), file.name, actor=SYSTEM), actor=SYSTEM)


def every(model):
    """List the rows of a table."""
    return db.session.scalars(sa.select(model).order_by(model.id)).all()


def the(model):
    """Give the only row of a table."""
    return db.session.scalars(sa.select(model)).one()
