"""Who has replied to a meeting, seat by seat, and whether there will be a quorum."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain import replying
from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.domain.quorum import Answer as Quorum
from shp_gov.domain.quorum import InRoom, Met, SeatOfBody, evaluate
from shp_gov.domain.quorum import room as counting
from shp_gov.models import Answer, Interest, Meeting, Person, Reply, User
from shp_gov.queries import bodies, quorums, standings
from shp_gov.queries.bodies import Holder, Membership
from shp_gov.queries.people import WITH_POSTS

COMING = (Answer.ATTENDING, Answer.REMOTE)


@dataclass(frozen=True)
class SeatReply:
    """Somebody in a seat and what they replied."""

    seat: Membership
    holder: Holder
    reply: Reply | None
    interests: int

    @property
    def words(self) -> str:
        """Say what they replied."""
        if self.reply is None:
            return "No reply yet"
        if self.reply.answer is not Answer.APOLOGIES:
            return {Answer.ATTENDING: "Will be there", Answer.REMOTE: "Will join remotely"}[self.reply.answer]
        return f"Apologies. {self.reply.substitute.name} comes instead" if self.reply.substitute else "Apologies"


@dataclass(frozen=True)
class Replies:
    """Everybody's reply to a meeting, seat by seat, and what follows for its quorum."""

    rows: tuple[SeatReply, ...]
    vacant: tuple[Membership, ...]
    quorum: Quorum
    is_quorum_set: bool
    represented: frozenset[str]
    authorities: frozenset[str]

    @cached_property
    def replied(self) -> int:
        """Count the seats that have replied."""
        return sum(row.reply is not None for row in self.rows)

    @cached_property
    def silent(self) -> tuple[SeatReply, ...]:
        """List who has not replied."""
        return tuple(row for row in self.rows if row.reply is None)

    @property
    def silent_people(self) -> tuple[int, ...]:
        """Number the people who have not replied, each once."""
        return tuple(dict.fromkeys(row.holder.person_id for row in self.silent))

    @property
    def words(self) -> str:
        """Say how many have replied and which authorities will be there."""
        seats = replying.replied_words(self.replied, len(self.rows))
        return f"{seats} {replying.represented_words(self.represented, self.authorities)}".strip()

    @property
    def missing(self) -> str:
        """Name the authorities of which nobody has said yet that they come."""
        return replying.missing_words(self.authorities - self.represented)

    @property
    def quorum_words(self) -> str:
        """Say whether there will be a quorum, by what was replied so far."""
        if not self.is_quorum_set:
            return self.quorum.words
        said = {
            Met.MET: "There will be a quorum",
            Met.NOT_MET: "There will be no quorum, even if everybody else comes",
            Met.NOT_KNOWN: "Whether there will be a quorum depends on those who have not replied",
        }[self.quorum.met]
        return f"{said}: {self.quorum.words}"


def of_meeting(meeting: Meeting) -> Replies:
    """Gather everybody's reply to a meeting, and the quorum that they make."""
    members = bodies.members(meeting.body, on=meeting.on)
    replies, interests = _replies(meeting), _interests(meeting)
    area = standings.area_of(meeting.body)
    said = quorums.under_terms(meeting.body, on=meeting.on)
    seats = quorums.seats(members, said.seats, area=area, on=meeting.on)
    rows = tuple(
        SeatReply(seat, holder, replies.get(holder.person_id), interests.get(holder.person_id, 0))
        for seat in members
        for holder in seat.holders
    )
    people = [in_room for row in rows for in_room in _will_be_there(row, seats[row.seat.seat_id], replies)]
    sure = [one.seat for one in people if one.is_certain and one.seat]
    return Replies(
        rows=rows,
        vacant=tuple(seat for seat in members if seat.vacancies),
        quorum=evaluate(said.quorum, people, tuple(seats.values())),
        is_quorum_set=said.quorum is not None,
        represented=_authorities(sure, area, meeting),
        authorities=_every_authority(seats.values(), area, meeting),
    )


def _replies(meeting: Meeting) -> dict[int, Reply]:
    found = sa.select(Reply).where(Reply.meeting_id == meeting.id).options(joinedload(Reply.substitute))
    return {reply.person_id: reply for reply in db.session.scalars(found)}


def _interests(meeting: Meeting) -> dict[int, int]:
    """Count the items in which each declared an interest before the meeting."""
    found = sa.select(Interest.person_id, sa.func.count()).where(Interest.meeting_id == meeting.id, Interest.is_ahead)
    rows = db.session.execute(found.where(Interest.person_id.is_not(None)).group_by(Interest.person_id))
    return {person_id: number for person_id, number in rows if person_id is not None}


def _will_be_there(row: SeatReply, seat: SeatOfBody, replies: dict[int, Reply]) -> list[InRoom]:
    """Put into the room who said that they come; who has not replied may come."""
    holder, reply = row.holder, row.reply
    if reply is None:
        return [counting.uncertain(InRoom(holder.person_id, holder.name, seat))]
    if reply.answer in COMING:
        return [InRoom(holder.person_id, holder.name, seat, is_remote=reply.answer is Answer.REMOTE)]
    sent = reply.substitute
    own = replies.get(sent.id) if sent else None
    if sent is None or (own is not None and own.answer is Answer.APOLOGIES):
        return []
    is_remote = own is not None and own.answer is Answer.REMOTE
    return [InRoom(sent.id, sent.name, seat, holder.person_id, is_substitute=True, is_remote=is_remote)]


def _authorities(seats: Iterable[SeatOfBody], area: Area | None, meeting: Meeting) -> frozenset[str]:
    """Name the responsible authorities that have one of these seats, each once, as people call them."""
    organisations = {seat.organisation for seat in seats if seat.is_authority and seat.organisation}
    if area is None:
        return frozenset(organisations)
    known = {standing.organisation: standing.known_as for standing in responsible_authorities(area, meeting.on)}
    found = (area.body(organisation, meeting.on) for organisation in organisations)
    return frozenset(known[body.name] for body in found if body and body.name in known)


def _every_authority(seats: Collection[SeatOfBody], area: Area | None, meeting: Meeting) -> frozenset[str]:
    if area is None:
        return _authorities(seats, area, meeting)
    return frozenset(standing.known_as for standing in responsible_authorities(area, meeting.on))


def silent_people(meeting: Meeting, found: Replies) -> list[Person]:
    """Fetch whoever has not replied, in the order of a list of members."""
    rows = db.session.scalars(sa.select(Person).where(Person.id.in_(found.silent_people)).options(WITH_POSTS)).unique()
    people = {person.id: person for person in rows}
    return [people[number] for number in found.silent_people if number in people]


def without_address(people: Sequence[Person]) -> list[Person]:
    """List those to whom no e-mail can go: they have no open account and no address."""
    accounts = sa.select(User.person_id).where(User.person_id.in_([each.id for each in people]), User.is_enabled)
    reached = set(db.session.scalars(accounts)) if people else set()
    return [each for each in people if not each.email and each.id not in reached]
