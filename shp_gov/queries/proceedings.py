"""How a meeting stands in its room: the quorum for the item in hand, the authorities there, whether the public are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.proceedings import Proceedings, stand_after
from shp_gov.domain.quorum import Answer, InRoom, Met, SeatOfBody, evaluate
from shp_gov.domain.workflows import MeetingState
from shp_gov.models import Attendance, Capacity, Interest, ItemAbsence, Meeting, MeetingEvent, Minute, SeatCategory
from shp_gov.queries import bodies, minuting, quorums, room, standings
from shp_gov.queries.bodies import Membership

THERE = (Capacity.PRESENT, Capacity.SUBSTITUTE)


@dataclass(frozen=True)
class Authority:
    """A responsible authority, and whether somebody of it is in the room."""

    name: str
    how: str

    @property
    def is_here(self) -> bool:
        """Tell whether somebody of it is here."""
        return self.how in room.CAME


@dataclass(frozen=True)
class RoomNow:
    """How it stands in the room: for the item in hand, where one is named."""

    proceedings: Proceedings
    quorum: Answer
    is_set: bool
    seats_taken: int
    seats: int
    authorities: tuple[Authority, ...]
    here: tuple[Attendance, ...]
    away: tuple[Attendance, ...]
    members: tuple[Membership, ...]
    voters: tuple[Attendance, ...] = ()

    @property
    def has_quorum(self) -> bool | None:
        """Tell whether there is a quorum; nothing where that is not known."""
        return {Met.MET: True, Met.NOT_MET: False}.get(self.quorum.met)


def events(meeting: Meeting) -> Sequence[MeetingEvent]:
    """List what happened in the room, in its order."""
    asked = sa.select(MeetingEvent).where(MeetingEvent.meeting_id == meeting.id).order_by(MeetingEvent.position)
    return db.session.scalars(asked).all()


def so_far(meeting: Meeting) -> Proceedings:
    """Tell how a meeting stands after all that happened in its room."""
    return stand_after((event.kind, event.at) for event in events(meeting))


def lines(meeting: Meeting) -> Sequence[Attendance]:
    """List everybody on the attendance of a meeting, with whom they stand in for."""
    asked = sa.select(Attendance).where(Attendance.meeting_id == meeting.id).order_by(Attendance.position)
    people = (joinedload(Attendance.person), joinedload(Attendance.for_person), joinedload(Attendance.seat))
    return db.session.scalars(asked.options(*people)).unique().all()


def now(meeting: Meeting, minute: Minute | None = None) -> RoomNow:
    """Tell how it stands now: who came and did not leave, less those who are out for the item in hand.

    Of a meeting that is closed: who had not left when the item was begun.
    """
    members = bodies.members(meeting.body, on=meeting.on)
    area = standings.area_of(meeting.body)
    said = quorums.under_terms(meeting.body, on=meeting.on)
    seats = quorums.seats(members, said.seats, area=area, on=meeting.on)
    recorded = lines(meeting)
    out = _out_for(meeting, minute)
    stayed = [line for line in recorded if line.capacity in THERE and _stayed(line, meeting, minute)]
    here = [line for line in stayed if line.person_id not in out]
    people = quorums.room(here, members, seats) if recorded else None
    known = () if recorded and people is None else people
    return RoomNow(
        proceedings=so_far(meeting),
        quorum=evaluate(said.quorum, known, tuple(seats.values())),
        is_set=said.quorum is not None,
        seats_taken=_taken(known or ()),
        seats=sum(member.places for member in members),
        authorities=_authorities(meeting, members, here, area),
        here=tuple(here),
        away=tuple(line for line in recorded if line.capacity in THERE and line not in here),
        members=tuple(members),
        voters=tuple(line for line in here if _may_vote(line, members, seats)),
    )


def _stayed(line: Attendance, meeting: Meeting, minute: Minute | None) -> bool:
    if line.left_at is None or meeting.state is not MeetingState.CLOSED:
        return line.left_at is None
    begun_at = minute.agenda_item.started_at if minute and minute.agenda_item else None
    return begun_at is None or line.left_at > begun_at


def _may_vote(line: Attendance, members: Sequence[Membership], seats: Mapping[int, SeatOfBody]) -> bool:
    """Tell whether somebody may vote: not an adviser, nor in a seat that the terms give no vote."""
    person = line.for_person_id if line.capacity is Capacity.SUBSTITUTE else line.person_id
    held = [member for member in members if any(holder.person_id == person for holder in member.holders)]
    mine = [member for member in held if line.seat_id in (None, member.seat_id)] or held
    votes = [
        member.category is not SeatCategory.ADVISER and seats[member.seat_id].is_voting is not False for member in mine
    ]
    return any(votes) or not votes


def _authorities(
    meeting: Meeting, members: Sequence[Membership], here: Sequence[Attendance], area: Area | None
) -> tuple[Authority, ...]:
    found = room.at(meeting, members, here, area)
    return tuple(Authority(known_as, how) for (_, known_as), how in found.items())


def _taken(people: Collection[InRoom]) -> int:
    return len({(one.seat.seat, one.stands_for) for one in people if one.seat})


def _out_for(meeting: Meeting, minute: Minute | None) -> set[int | None]:
    """Name who is out of the room for an item: who was sent out, or left for an interest."""
    if minute is None:
        return set()
    absent = sa.select(Attendance.person_id).join(ItemAbsence, ItemAbsence.attendance_id == Attendance.id)
    absent = absent.where(Attendance.meeting_id == meeting.id, ItemAbsence.agenda_item_id == minute.agenda_item_id)
    left = sa.select(Interest.person_id).where(Interest.meeting_id == meeting.id, Interest.left_the_meeting.is_(True))
    left = left.where(Interest.person_id.is_not(None), minuting.is_about(minute))
    return set(db.session.scalars(sa.union(absent, left)))
