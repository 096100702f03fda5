"""Replies to a meeting: who comes, who stands in, and which interests there are, said before it begins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import sqlalchemy as sa

from shp_gov import audit, clock
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain import elected, guards, replying
from shp_gov.domain.replying import CannotReply
from shp_gov.models import AgendaItem, Answer, Interest, Meeting, Person, Reply, Seat, Substitution, TermsSeat
from shp_gov.notifications import meeting_outbox
from shp_gov.queries import forecasts
from shp_gov.queries.replies import Asked, find
from shp_gov.services import declarations, room, substitutes

LONGEST_INTEREST = declarations.LONGEST_WORDS
CHANGED = "The reply to the meeting was changed."


@dataclass(frozen=True)
class Said:
    """What somebody replies. Of interests nothing is known while the agenda is not out."""

    answer: Answer
    substitute: Person | None = None
    has_no_interest: bool | None = None
    items: Sequence[AgendaItem] = ()
    interest: str = ""


def require(asked: Asked, said: Said) -> None:
    """Refuse a reply that comes too late, or that the terms of reference do not allow."""
    meeting = asked.meeting
    replying.require_open(meeting.state, meeting.on, today=clock.today())
    if said.substitute is not None:
        _require_substitute(asked, said.substitute)
    if said.items:
        guards.require_words(said.interest, what="what the interest is", longest=LONGEST_INTEREST)
    if any(item.meeting_id != meeting.id for item in said.items):
        raise CannotReply("That is an item of another meeting.")


def _require_substitute(asked: Asked, person: Person) -> None:
    meeting = asked.meeting
    if not asked.may_send_somebody and asked.instead_of:
        raise CannotReply("Nobody stands in for a substitute. Send apologies, and tell the officer.")
    if person.id not in {each.id for each in (*asked.named, *asked.others)}:
        raise CannotReply(f"{person.name} cannot stand in for this seat. Choose somebody from the list.")
    starts = datetime.combine(meeting.on, meeting.starts_at or time.min, tzinfo=clock.LONDON)
    replying.require_may_stand_in(
        asked.terms,
        name=person.name,
        starts=starts,
        now=clock.now().astimezone(clock.LONDON),
        member_is_elected=_seat_is_elected(asked),
        is_elected=_is_elected(person, meeting),
    )


def _seat_is_elected(asked: Asked) -> bool | None:
    """Tell by the seat, as the register or the terms word it; otherwise by the member's name and post."""
    ids = [seat.seat_id for seat in asked.seats]
    rows = (
        sa.select(Seat.is_elected).where(Seat.id.in_(ids)),
        sa.select(TermsSeat.is_elected).where(TermsSeat.seat_id.in_(ids)),
    )
    return any(db.session.scalars(sa.union_all(*rows))) or _is_elected(asked.person, asked.meeting)


def _is_elected(person: Person, meeting: Meeting) -> bool | None:
    post = person.post_on(meeting.on)
    return elected.is_elected([person.name_on(meeting.on)], [post.post if post else None])


def answer(asked: Asked, said: Said, *, actor: Actor) -> Reply:
    """Write down what somebody replies; a later reply takes the place of an earlier one until the meeting opens."""
    meeting, person = asked.meeting, asked.person
    room.take(meeting)
    require(asked, said)
    reply = find(meeting, person) or Reply(meeting=meeting, person=person)
    reply.seat_id = asked.seats[0].seat_id if len(asked.seats) == 1 else None
    reply.answer, reply.has_no_interest = said.answer, said.has_no_interest
    reply.substitute = said.substitute if said.answer is Answer.APOLOGIES else None
    reply.replied_at, reply.replied_by = clock.now(), actor.name
    db.session.add(reply)
    audit.record("reply.given", reply, actor=actor, body_id=meeting.body_id, answer=said.answer, person_id=person.id)
    if not asked.instead_of:
        _send(asked, reply.substitute, actor=actor)
    _declare(asked, said, actor=actor)
    return reply


def _send(asked: Asked, person: Person | None, *, actor: Actor) -> None:
    """Let one person stand in for the seats of a member at this meeting, and nobody else any more."""
    seats = [db.session.get_one(Seat, seat.seat_id) for seat in asked.seats]
    earlier = find_substitutions(asked.meeting, seats)
    for row in earlier:
        if row.person is not person and row.ended_because is None and _is_of(row, asked):
            substitutes.end(row, last_day=asked.meeting.on, because=CHANGED, actor=actor)
    if person is not None:
        for seat in seats:
            _name(person, seat, asked.meeting, earlier, actor=actor)


def _name(person: Person, seat: Seat, meeting: Meeting, earlier: Iterable[Substitution], *, actor: Actor) -> None:
    """Name somebody for a seat, or again who was withdrawn; whoever stands in already, stands in."""
    row = next((row for row in earlier if row.person is person and row.seat is seat), None)
    if row is None:
        substitutes.name(person, seat=seat, from_=meeting.on, meeting=meeting, actor=actor)
    elif row.ended_because is not None:
        substitutes.name_again(row, actor=actor)


def _is_of(row: Substitution, asked: Asked) -> bool:
    """Tell whether a substitute came by this member's reply: a seat of several members may send several."""
    sent = sa.select(Reply.person_id).where(Reply.meeting_id == asked.meeting.id, Reply.substitute_id == row.person_id)
    return not set(db.session.scalars(sent)) - {asked.person.id}


def find_substitutions(meeting: Meeting, seats: Iterable[Seat]) -> Sequence[Substitution]:
    """List who was ever named to stand in for these seats at a meeting."""
    found = sa.select(Substitution).where(Substitution.meeting_id == meeting.id)
    return db.session.scalars(found.where(Substitution.seat_id.in_([seat.id for seat in seats]))).all()


def _declare(asked: Asked, said: Said, *, actor: Actor) -> None:
    """Keep the interests that somebody declares before the meeting; what is no longer declared goes."""
    if not asked.asks_of_interests:
        return
    meeting, person, wanted = asked.meeting, asked.person, {item.id: item for item in said.items}
    found = sa.select(Interest).where(Interest.meeting_id == meeting.id, Interest.person_id == person.id)
    for interest in db.session.scalars(found.where(Interest.is_ahead)).all():
        item = wanted.pop(interest.agenda_item_id or 0, None)
        if item is None:
            facts: dict[str, Any] = {"person_id": person.id, "item": interest.agenda_item_id}
            audit.record("interest.withdrawn", interest, actor=actor, body_id=meeting.body_id, **facts)
            db.session.delete(interest)
        elif interest.words != said.interest.strip():
            interest.words = said.interest.strip()
            words: dict[str, str | None] = {"words": interest.words}
            audit.record("interest.reworded", interest, actor=actor, body_id=meeting.body_id, words=words)
    db.session.flush()
    for item in wanted.values():
        declarations.declare(meeting, person, words=said.interest, item=item, is_ahead=True, actor=actor)


def remind(meeting: Meeting, *, actor: Actor) -> int:
    """Ask everybody who has not replied to do so: once a day at most."""
    replying.require_open(meeting.state, meeting.on, today=clock.today())
    people = forecasts.silent_people(meeting, forecasts.of_meeting(meeting))
    if not people:
        raise CannotReply("Everybody has replied.")
    meeting_outbox.reply_wanted(meeting, asked_on=clock.today(), to=people)
    audit.record("meeting.replies_asked_for", meeting, actor=actor, body_id=meeting.body_id, people=len(people))
    return len(people)
