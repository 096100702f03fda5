"""A meeting by hand, from its calling to its close: when and where, its agenda, who came."""

from dataclasses import asdict, dataclass
from datetime import date, time

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.errors import DomainError
from shp_gov.domain.workflows import MEETING, MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    Appointment,
    Attendance,
    Capacity,
    ItemKind,
    ItemPurpose,
    Meeting,
    Person,
    Seat,
)
from shp_gov.queries.actions import held_on
from shp_gov.queries.reports import ready_for
from shp_gov.services import diary, reports

call = diary.call
SITS = (Capacity.PRESENT, Capacity.SUBSTITUTE, Capacity.APOLOGIES, Capacity.ABSENT)


class AgendaFixed(DomainError):
    """The agenda can no longer change like this."""


class EndBeforeStart(DomainError):
    """A meeting cannot end before it starts."""


class RecordedBefore(DomainError):
    """The attendance says this already."""


@dataclass(frozen=True)
class NewItem:
    """What an agenda prints of an item. An exempt one has its paragraph and a public title."""

    number: str
    section: str
    title: str
    presenter: str | None = None
    purpose: ItemPurpose = ItemPurpose.NOT_STATED
    public_title: str | None = None
    exempt_paragraph: str | None = None
    kind: ItemKind = ItemKind.BUSINESS


def add_item(meeting: Meeting, new: NewItem, *, actor: Actor) -> AgendaItem:
    """Put an item on an agenda, after those it has."""
    if meeting.state is not MeetingState.SCHEDULED:
        raise AgendaFixed("This agenda is published. What comes now is a supplement.")
    if new.exempt_paragraph and not new.public_title:
        raise AgendaFixed("Give the title that the public may read.")
    position, is_exempt = len(meeting.agenda_items) + 1, new.exempt_paragraph is not None
    item = AgendaItem(meeting=meeting, position=position, is_exempt=is_exempt, **asdict(new))
    db.session.add(item)
    words: dict[str, str | None] = {"title": new.title}
    audit.record("agenda_item.added", item, actor=actor, body_id=meeting.body_id, words=words, number=new.number)
    return item


def publish_agenda(meeting: Meeting, *, actor: Actor) -> None:
    """Let everybody read the agenda."""
    if not meeting.agenda_items:
        raise AgendaFixed("There is nothing on this agenda yet.")
    meeting.state = MeetingState(MEETING.target("publish_agenda", meeting.state))
    if meeting.agenda_published_on is None and clock.today() <= meeting.on:
        meeting.agenda_published_on = clock.today()
    reports.release(ready_for(meeting), actor=actor)
    audit.record("agenda.published", meeting, actor=actor, body_id=meeting.body_id, items=len(meeting.agenda_items))


def open_(meeting: Meeting, *, at: time, actor: Actor) -> None:
    """Write down when a meeting began. Its minutes begin too, as a draft."""
    meeting.state = MeetingState(MEETING.target("open", meeting.state))
    meeting.started_at, meeting.minutes_state = at, MinutesState.DRAFT
    audit.record("meeting.opened", meeting, actor=actor, body_id=meeting.body_id, at=at.isoformat())


def record_attendance(
    meeting: Meeting,
    person: Person,
    capacity: Capacity,
    *,
    actor: Actor,
    role: str | None = None,
    instead_of: Person | None = None,
    in_the_chair: bool = False,
    remote: bool = False,
) -> Attendance:
    """Write down that somebody came, and as what, or sent apologies."""
    _require_new(meeting, person, capacity)
    seat = seat_of(instead_of or person, meeting) if capacity in SITS else None
    line = Attendance(
        meeting=meeting,
        position=len(meeting.attendances) + 1,
        person=person,
        capacity=capacity,
        seat=seat,
        for_person=instead_of,
        for_printed=instead_of.name_on(meeting.on) if instead_of else None,
        is_in_the_chair=in_the_chair,
        is_remote=remote,
        name_printed=person.name_on(meeting.on),
        role_printed=role or _post(person, meeting),
    )
    db.session.add(line)
    audit.record("attendance.recorded", line, actor=actor, body_id=meeting.body_id, capacity=capacity)
    return line


def _post(person: Person, meeting: Meeting) -> str | None:
    post = person.post_on(meeting.on)
    return post.title_on(meeting.on) if post else None


def _require_new(meeting: Meeting, person: Person, capacity: Capacity) -> None:
    if any(line.person is person and line.capacity is capacity for line in meeting.attendances):
        raise RecordedBefore(f"{person.name} is recorded as {capacity} already.")


def seat_of(person: Person, meeting: Meeting) -> Seat | None:
    """Find the seat that somebody holds on the day of a meeting."""
    held = sa.select(Seat).join(Appointment, Appointment.seat_id == Seat.id)
    held = held.where(Seat.body_id == meeting.body_id, Appointment.person_id == person.id)
    return db.session.scalars(held.where(Appointment.from_on <= meeting.on, held_on(meeting.on))).first()


def close(
    meeting: Meeting,
    *,
    at: time,
    actor: Actor,
    next_on: date | None = None,
    next_starts_at: time | None = None,
    next_venue: str | None = None,
) -> None:
    """Write down when a meeting ended, and when the next one is."""
    if meeting.started_at is not None and at < meeting.started_at:
        raise EndBeforeStart(f"The meeting began at {meeting.started_at:%H.%M}. It cannot end at {at:%H.%M}.")
    meeting.state = MeetingState(MEETING.target("close", meeting.state))
    meeting.ended_at = at
    meeting.next_on, meeting.next_starts_at, meeting.next_venue = next_on, next_starts_at, next_venue
    audit.record("meeting.closed", meeting, actor=actor, body_id=meeting.body_id, at=at.isoformat())
