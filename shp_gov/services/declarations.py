"""Declarations of interest: ahead of a meeting or at it; and whoever is out of the room for one item."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import guards
from shp_gov.domain.coming_and_going import Outing
from shp_gov.domain.errors import DomainError
from shp_gov.models import AgendaItem, Attendance, Capacity, Interest, ItemAbsence, Meeting, Minute, Person
from shp_gov.services import room

LONGEST_WORDS = 2000
THERE = (Capacity.PRESENT, Capacity.SUBSTITUTE)
OUT = "out of the room"
FOR_AN_INTEREST = "declared an interest"


class WrongAbsence(DomainError):
    """Somebody cannot be out of the room for an item of a meeting they are not at."""


def declare(
    meeting: Meeting,
    person: Person,
    *,
    words: str,
    actor: Actor,
    item: AgendaItem | None = None,
    minute: Minute | None = None,
    left: bool | None = None,
    is_ahead: bool = False,
) -> Interest:
    """Write down a declaration of interest. Whoever declared one sees nothing exempt of the item; who left is out."""
    said = guards.require_words(words, what="what the interest is", longest=LONGEST_WORDS)
    interest = Interest(
        meeting=meeting,
        position=_next_position(meeting),
        person=person,
        agenda_item_id=item.id if item else None,
        minute_id=minute.id if minute else None,
        words=said,
        left_the_meeting=left,
        is_ahead=is_ahead,
    )
    db.session.add(interest)
    audit.record("interest.declared", interest, actor=actor, body_id=meeting.body_id, words={"words": said})
    if left and item is not None and (line := line_of(meeting, person)) is not None:
        take_out(line, item, reason=FOR_AN_INTEREST, actor=actor)
    return interest


def _next_position(meeting: Meeting) -> int:
    last = sa.select(sa.func.max(Interest.position)).where(Interest.meeting_id == meeting.id)
    return (db.session.scalar(last) or 0) + 1


def at_item(minute: Minute, line: Attendance, *, words: str, leaves: bool, actor: Actor) -> None:
    """Write down what somebody declares on an item, and whether they leave for it; or only that they leave."""
    item, person = minute.agenda_item, line.person
    if item is None:
        raise WrongAbsence("An interest is declared in an item of the agenda.")
    room.take_in_progress(minute.meeting)
    ahead = _declared(person, item) if person else None
    if ahead is not None and not words.strip():
        say_left(ahead, left=leaves, actor=actor)
    elif words.strip():
        if person is None:
            raise WrongAbsence(f"Say first who {line.name} is: the register does not know them.")
        declare(minute.meeting, person, words=words, item=item, left=leaves, actor=actor)
    elif leaves:
        take_out(line, item, reason=OUT, actor=actor)
    else:
        take_in(line, item, actor=actor)


def _declared(person: Person, item: AgendaItem) -> Interest | None:
    asked = sa.select(Interest).where(Interest.person_id == person.id, Interest.agenda_item_id == item.id)
    return db.session.scalars(asked.order_by(Interest.position.desc())).first()


def say_left(interest: Interest, *, left: bool, actor: Actor) -> None:
    """Say whether somebody who declared an interest left for the item, or stayed."""
    item = db.session.get(AgendaItem, interest.agenda_item_id) if interest.agenda_item_id else None
    person = interest.person
    line = line_of(interest.meeting, person) if person else None
    interest.left_the_meeting = left
    audit.record("interest.answered", interest, actor=actor, body_id=interest.meeting.body_id, left=left)
    if item is not None and line is not None:
        if left:
            take_out(line, item, reason=FOR_AN_INTEREST, actor=actor)
        else:
            take_in(line, item, actor=actor)


def line_of(meeting: Meeting, person: Person) -> Attendance | None:
    """Find the line of somebody who is at a meeting."""
    asked = sa.select(Attendance).where(Attendance.meeting_id == meeting.id, Attendance.person_id == person.id)
    return db.session.scalars(asked.where(Attendance.capacity.in_(THERE))).first()


def take_out(line: Attendance, item: AgendaItem, *, reason: str, actor: Actor) -> None:
    """Write down that somebody is out of the room for an item. Out already, nothing changes."""
    if line.meeting_id != item.meeting_id or line.capacity not in THERE:
        raise WrongAbsence("Only somebody who is at the meeting can leave the room for an item of it.")
    there = sa.select(ItemAbsence.id).where(ItemAbsence.attendance_id == line.id, ItemAbsence.agenda_item_id == item.id)
    if db.session.scalar(there) is not None:
        return
    absence = ItemAbsence(attendance=line, agenda_item_id=item.id, reason=reason.strip() or None)
    db.session.add(absence)
    facts: dict[str, Any] = {"meeting_id": item.meeting_id, "person_id": line.person_id, "item": item.id}
    audit.record("attendance.out_for_item", absence, actor=actor, body_id=item.meeting.body_id, **facts)


def take_out_meanwhile(line: Attendance, outing: Outing, *, actor: Actor) -> None:
    """Write down that somebody who left and came back is out of the items begun meanwhile."""
    for item in _begun_within(line, outing):
        take_out(line, item, reason=OUT, actor=actor)


def take_in_meanwhile(line: Attendance, outing: Outing, *, actor: Actor) -> None:
    """Take back that somebody was out of the items begun meanwhile. What they left for an interest stays."""
    out = {absence.agenda_item_id for absence in line.absences if absence.reason == OUT}
    for item in _begun_within(line, outing):
        if item.id in out:
            take_in(line, item, actor=actor)


def _begun_within(line: Attendance, outing: Outing) -> Sequence[AgendaItem]:
    gone, back = outing
    asked = sa.select(AgendaItem).where(AgendaItem.meeting_id == line.meeting_id)
    return db.session.scalars(asked.where(AgendaItem.started_at >= gone, AgendaItem.started_at < back)).all()


def take_in(line: Attendance, item: AgendaItem, *, actor: Actor) -> None:
    """Take back that somebody was out of the room for an item."""
    asked = sa.select(ItemAbsence).where(ItemAbsence.attendance_id == line.id, ItemAbsence.agenda_item_id == item.id)
    absence = db.session.scalars(asked).one_or_none()
    if absence is None:
        return
    facts: dict[str, Any] = {"meeting_id": item.meeting_id, "person_id": line.person_id, "item": item.id}
    audit.record("attendance.in_for_item", absence, actor=actor, body_id=item.meeting.body_id, **facts)
    if absence in line.absences:
        line.absences.remove(absence)
    db.session.delete(absence)
    db.session.flush()
