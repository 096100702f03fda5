"""A meeting that is about to begin, or goes on: its agenda, a report with recommendations, members in their seats."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time

from shp_gov import clock, services
from shp_gov.database import db
from shp_gov.domain.quorum import AtLeast, Quorum, as_plain
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import (
    AgendaItem,
    Body,
    Capacity,
    ItemKind,
    Meeting,
    Minute,
    Person,
    Recommendation,
    Report,
    ReportSection,
    Seat,
)
from shp_gov.queries import attending, minuting
from shp_gov.services.attending import Ticks
from tests import factories as make
from tests.terms import terms_in_force

DAY = date(2026, 9, 10)
TEN, NOON = time(10), time(12)
CLERK = make.SYSTEM
RECOMMENDED = (
    "That taxi marshals work at the Harbour Road rank until 31 March 2027.",
    "That the Director of Neighbourhoods reports on the cost to a future meeting.",
)


@contextmanager
def at(hour: int, minute: int = 0, *, day: date = DAY) -> Iterator[None]:
    """Let it be a time of the day of the meeting."""
    with clock.at(datetime.combine(day, time(hour, minute), tzinfo=clock.LONDON)):
        yield


@dataclass
class Sitting:
    """A meeting with its members: a director, the police and the fire service."""

    meeting: Meeting
    people: dict[str, Person] = field(default_factory=dict)
    seats: dict[str, Seat] = field(default_factory=dict)

    @property
    def body(self) -> Body:
        """Give the body that meets."""
        return self.meeting.body

    def open(self, *, here: tuple[str, ...] | None = None) -> "Sitting":
        """Open it with these members here; all of them unless some are named."""
        with at(10):
            services.room.open_(self.meeting, at=TEN, actor=CLERK)
            self.tick(*(self.people if here is None else here))
        return self

    def tick(self, *here: str, chair: str | None = None, apologies: tuple[str, ...] = ()) -> None:
        """Record who is here."""
        ids = {self.people[name].id for name in here}
        away = {self.people[name].id for name in apologies}
        ticks = [
            Ticks(who, is_here=who.person_id in ids, sent_apologies=who.person_id in away)
            for who in attending.expected(self.meeting)
        ]
        number = self.people[chair].id if chair else None
        services.attending.record(self.meeting, ticks, chair=number, actor=CLERK)

    def minute(self, title: str) -> Minute:
        """Give the minute of an item."""
        db.session.flush()
        db.session.expire_all()
        found = next(item for item in minuting.items_of(self.meeting) if item.title == title)
        return db.session.query(Minute).filter_by(agenda_item_id=found.id).one()

    def capacity(self, name: str) -> Capacity | None:
        """Tell as what somebody is recorded."""
        db.session.expire_all()
        lines = [line for line in self.meeting.attendances if line.person is self.people[name]]
        return lines[0].capacity if lines else None


ITEMS = (
    ("1", "Apologies for absence", ItemKind.APOLOGIES),
    ("2", "Taxi marshals", ItemKind.BUSINESS),
    ("3", "Case review", ItemKind.BUSINESS),
)
MEMBERS = {"director": "Director of Neighbourhoods", "police": "Chief Superintendent", "fire": "District Manager"}


def a_sitting(*, quorum: int | None = None, on: date = DAY) -> Sitting:
    """Make a meeting whose agenda is out: apologies, a report with two recommendations, an exempt case review."""
    body = make.a_body()
    meeting = make.a_meeting(
        body=body, on=on, starts_at=TEN, state=MeetingState.AGENDA_PUBLISHED, minutes_state=None, venue="Civic Centre"
    )
    sitting = Sitting(meeting)
    for place, (key, post) in enumerate(MEMBERS.items()):
        sitting.people[key] = make.a_person(f"Holder {place} {key.title()}")
        sitting.seats[key] = make.a_seat(body=body, held_by=sitting.people[key], post=post, position=place)
    for position, (number, title, kind) in enumerate(ITEMS, start=1):
        make._kept(AgendaItem(meeting=meeting, position=position, number=number, title=title, kind=kind))
    _make_private(meeting)
    _report(meeting)
    if quorum is not None:
        terms_in_force(body, from_on=date(2026, 1, 1), quorum=as_plain(Quorum(AtLeast(quorum))))
    db.session.flush()
    db.session.expire_all()
    return sitting


def _make_private(meeting: Meeting) -> None:
    item = minuting.items_of(meeting)[2]
    item.is_exempt, item.exempt_paragraph, item.public_title = True, "7", "A private matter"
    item.public_interest_reason = "Somebody could be known by it."


def _report(meeting: Meeting) -> None:
    item = minuting.items_of(meeting)[1]
    report = make._kept(Report(meeting=meeting, agenda_item=item, position=1, subject="Taxi marshals"))
    make._kept(ReportSection(report_id=report.id, position=1, key="purpose", words="To ask for marshals."))
    for ordinal, words in enumerate(RECOMMENDED, start=1):
        make._kept(Recommendation(report_id=report.id, ordinal=ordinal, words=words))


def recommended(sitting: Sitting) -> list[Recommendation]:
    """Give what the report recommends."""
    return list(minuting.recommendations(sitting.minute("Taxi marshals")))
