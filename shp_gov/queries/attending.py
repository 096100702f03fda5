"""Who is expected at a meeting: every seat-holder and named substitute, what they replied, what is recorded of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.fingerprint import fingerprint
from shp_gov.models import Answer, Attendance, Capacity, Meeting, Reply, Seat, Substitution
from shp_gov.queries import bodies, proceedings
from shp_gov.queries.bodies import Holder, Membership

CAME = (Capacity.PRESENT, Capacity.SUBSTITUTE)


@dataclass(frozen=True)
class Expected:
    """Somebody who may come: in which seats, instead of whom, what they replied and what is recorded already."""

    person_id: int
    name: str
    seats: tuple[Membership, ...]
    instead_of: Holder | None = None
    reply: Answer | None = None
    line: Attendance | None = None

    @property
    def is_substitute(self) -> bool:
        """Tell whether they come only in somebody's place."""
        return self.instead_of is not None

    @property
    def post(self) -> str:
        """Name their seats."""
        return "; ".join(seat.title for seat in self.seats)

    @property
    def is_here(self) -> bool:
        """Tell whether to tick them: they are recorded as here, or said that they would come."""
        if self.line is not None:
            return self.line.capacity in CAME
        return self.reply in (Answer.ATTENDING, Answer.REMOTE)

    @property
    def is_remote(self) -> bool:
        """Tell whether they take part remotely, or said so."""
        return self.line.is_remote if self.line else self.reply is Answer.REMOTE

    @property
    def sent_apologies(self) -> bool:
        """Tell whether they sent apologies."""
        return self.line.capacity is Capacity.APOLOGIES if self.line else self.reply is Answer.APOLOGIES


def seen(lines: Iterable[Attendance]) -> str:
    """Give the fingerprint of who came and left when, by which a page knows whether somebody changed it since."""
    return fingerprint({line.id: f"{line.capacity} {line.stay}" for line in lines})


def expected(meeting: Meeting) -> list[Expected]:
    """List who is expected, member by member in the order of a list of members, each before their substitutes."""
    members = bodies.members(meeting.body, on=meeting.on)
    recorded = _recorded(proceedings.lines(meeting))
    replies = {reply.person_id: reply for reply in _replies(meeting)}
    named = _named(meeting)
    found: list[Expected] = []
    for holder, seats in _holders(members):
        reply = replies.get(holder.person_id)
        answer = reply.answer if reply else None
        line = recorded.get((holder.person_id, False))
        found.append(Expected(holder.person_id, holder.name, seats, None, answer, line))
        found += _substitutes(holder, seats, named, replies, recorded)
    return found


def _holders(members: Iterable[Membership]) -> list[tuple[Holder, tuple[Membership, ...]]]:
    """Give each holder once with all their seats."""
    seats: dict[int, list[Membership]] = {}
    known: dict[int, Holder] = {}
    for member in members:
        for holder in member.holders:
            known.setdefault(holder.person_id, holder)
            seats.setdefault(holder.person_id, []).append(member)
    return [(holder, tuple(seats[person_id])) for person_id, holder in known.items()]


def _substitutes(
    holder: Holder,
    seats: tuple[Membership, ...],
    named: Sequence[Substitution],
    replies: Mapping[int, Reply],
    recorded: Mapping[tuple[int | None, bool], Attendance],
) -> list[Expected]:
    ids = {seat.seat_id for seat in seats}
    people = {row.person_id: row.person for row in named if row.seat_id in ids}
    reply = replies.get(holder.person_id)
    sent = reply.substitute if reply else None
    if sent is not None:
        people[sent.id] = sent
    found = []
    for person_id, person in people.items():
        line = recorded.get((person_id, True))
        if line is not None and line.for_person_id != holder.person_id:
            line = None
        is_sent = sent is not None and person_id == sent.id
        own = replies.get(person_id)
        answer = (own.answer if own else Answer.ATTENDING) if is_sent else None
        found.append(Expected(person_id, person.name, seats, holder, answer, line))
    return found


def _recorded(lines: Iterable[Attendance]) -> dict[tuple[int | None, bool], Attendance]:
    return {(line.person_id, line.capacity is Capacity.SUBSTITUTE): line for line in lines if line.person_id}


def _replies(meeting: Meeting) -> Sequence[Reply]:
    asked = sa.select(Reply).where(Reply.meeting_id == meeting.id).options(joinedload(Reply.substitute))
    return db.session.scalars(asked).all()


def _named(meeting: Meeting) -> Sequence[Substitution]:
    """Fetch who was named to stand in: at this meeting, or whenever a member cannot come."""
    asked = sa.select(Substitution).join(Substitution.seat).where(Seat.body_id == meeting.body_id)
    here = sa.and_(Substitution.meeting_id == meeting.id, Substitution.ended_because.is_(None))
    always = sa.and_(
        Substitution.meeting_id.is_(None),
        Substitution.from_on <= meeting.on,
        sa.or_(Substitution.until_on.is_(None), Substitution.until_on >= meeting.on),
    )
    asked = asked.where(sa.or_(here, always)).options(joinedload(Substitution.person))
    return db.session.scalars(asked.order_by(Substitution.id)).all()


def away(meeting: Meeting) -> set[int]:
    """Name who replied that they do not come."""
    asked = sa.select(Reply.person_id).where(Reply.meeting_id == meeting.id, Reply.answer == Answer.APOLOGIES)
    return set(db.session.scalars(asked))
