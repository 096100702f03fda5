"""Whether a meeting had a quorum: who was in the room, in which seats of its own day, under the terms of that day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.domain.quorum import InRoom, Quorum, SeatOfBody, Spell, from_plain, spells
from shp_gov.models import Attendance, Body, Capacity, Meeting, Organisation, SeatCategory, TermsSeat, TermsVersion
from shp_gov.queries.bodies import Membership

WITH_NAMES = joinedload(TermsSeat.organisation).joinedload(Organisation.names)
IN_THE_ROOM = (Capacity.PRESENT, Capacity.SUBSTITUTE)


@dataclass(frozen=True)
class QuorumTerms:
    """What the terms of a day say of quorum, and of whether each seat votes and what it is marked as."""

    version: TermsVersion | None = None
    seats: tuple[TermsSeat, ...] = ()

    @property
    def quorum(self) -> Quorum | None:
        """Give the quorum that these terms set."""
        return from_plain(self.version.quorum) if self.version and self.version.quorum else None


def under_terms(body: Body, *, on: date) -> QuorumTerms:
    """Fetch what the terms in force on a day say, in one statement."""
    begun = sa.select(TermsVersion.id).where(TermsVersion.body_id == body.id, TermsVersion.in_force_from <= on)
    newest = begun.order_by(TermsVersion.in_force_from.desc()).limit(1).scalar_subquery()
    whole = joinedload(TermsVersion.seats).options(WITH_NAMES)
    asked = sa.select(TermsVersion).where(TermsVersion.id == newest).options(whole)
    version = db.session.scalars(asked).unique().one_or_none()
    return QuorumTerms(version, tuple(version.seats) if version else ())


def seats(
    members: Sequence[Membership], said: Sequence[TermsSeat], *, area: Area | None, on: date
) -> dict[int, SeatOfBody]:
    """Give the seats of a day by their number, as a quorum counts them."""
    of_terms = {seat.seat_id: seat for seat in said if seat.seat_id}
    called = {seat.organisation_id: _names(seat) for seat in said}
    authorities = {standing.organisation for standing in responsible_authorities(area, on)} if area else None
    found = [_seat(member, of_terms.get(member.seat_id), authorities, area, on) for member in members]
    names = (called.get(member.organisation_id, frozenset()) for member in members)
    return {seat.seat: replace(seat, names=known) for seat, known in zip(found, names, strict=True)}


def _names(seat: TermsSeat) -> frozenset[str]:
    """Give every name that the organisation of a seat has or had."""
    return frozenset(row.name for row in seat.organisation.names) if seat.organisation else frozenset()


def _seat(
    member: Membership, said: TermsSeat | None, authorities: set[str] | None, area: Area | None, on: date
) -> SeatOfBody:
    return SeatOfBody(
        member.seat_id,
        member.post or member.title,
        member.organisation,
        places=member.places,
        held=len(member.holders),
        is_authority=_is_authority(member, authorities, area, on),
        is_voting=said.is_voting if said else None,
        tags=frozenset([said.tag]) if said and said.tag else frozenset(),
        title=said.title if said else member.title,
    )


def _is_authority(member: Membership, authorities: set[str] | None, area: Area | None, on: date) -> bool | None:
    if area is None or authorities is None:
        stated = member.category != SeatCategory.NOT_STATED
        return member.category == SeatCategory.RESPONSIBLE_AUTHORITY if stated else None
    known = area.body(member.organisation, on) if member.organisation else None
    return known is not None and known.name in authorities


def room(
    lines: Sequence[Attendance], members: Sequence[Membership], seats: Mapping[int, SeatOfBody]
) -> tuple[InRoom, ...] | None:
    """Tell who was in the room and in which seat; nothing where nobody is recorded as present."""
    there = [line for line in lines if line.capacity in IN_THE_ROOM]
    return tuple(one for line in there for one in _in_seats(line, members, seats)) or None


def _in_seats(line: Attendance, members: Sequence[Membership], seats: Mapping[int, SeatOfBody]) -> list[InRoom]:
    """One for each seat they took: somebody in two seats is one person all the same."""
    holder = line.for_person_id if line.capacity == Capacity.SUBSTITUTE else line.person_id
    taken: set[int | None] = {line.seat_id} if line.seat_id else {*_held_by(holder, members)}
    person = line.person_id or -line.id
    return [
        InRoom(
            person,
            line.name,
            seats.get(seat) if seat else None,
            instead_of=line.for_person_id,
            is_substitute=line.capacity == Capacity.SUBSTITUTE,
            is_remote=line.is_remote,
            arrived_at=line.arrived_at,
            left_at=line.left_at,
            outings=line.outings,
        )
        for seat in taken or {None}
    ]


def _held_by(person: int | None, members: Iterable[Membership]) -> set[int]:
    return {
        member.seat_id for member in members if person and person in {holder.person_id for holder in member.holders}
    }


def through(
    meeting: Meeting, members: Sequence[Membership], lines: Sequence[Attendance], *, area: Area | None
) -> tuple[QuorumTerms, list[Spell]]:
    """Follow the quorum of a meeting from its start to its end, under the terms of its day."""
    said = under_terms(meeting.body, on=meeting.on)
    known = seats(members, said.seats, area=area, on=meeting.on)
    return said, spells(said.quorum, room(lines, members, known), tuple(known.values()))


def seats_of_draft(version: TermsVersion) -> list[SeatOfBody]:
    """Give the seats that a draft words, each with every place filled, in one statement."""
    asked = sa.select(TermsSeat).where(TermsSeat.version_id == version.id).options(WITH_NAMES)
    rows = db.session.scalars(asked.order_by(TermsSeat.position, TermsSeat.id)).unique()
    return [_as_drafted(seat) for seat in rows]


def _as_drafted(seat: TermsSeat) -> SeatOfBody:
    stated = seat.category != SeatCategory.NOT_STATED
    return SeatOfBody(
        seat.id,
        seat.post or seat.title,
        seat.organisation.name if seat.organisation else seat.organisation_words,
        places=seat.places,
        held=seat.places,
        is_authority=seat.category == SeatCategory.RESPONSIBLE_AUTHORITY if stated else None,
        is_voting=seat.is_voting,
        tags=frozenset([seat.tag]) if seat.tag else frozenset(),
        title=seat.title,
        names=_names(seat),
    )
