"""Who came over time: each responsible authority and each member at the meetings between two days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.attendance_tally import Came, Tally, tally
from shp_gov.models import Attendance, Body, Capacity, Meeting
from shp_gov.queries import room, seating, standings
from shp_gov.queries.seating import Seating

OF_AUTHORITY = {
    "member": Came.MEMBER,
    "substitute": Came.SUBSTITUTE,
    room.NOBODY: Came.NOBODY,
    "no seat": Came.NO_SEAT,
    room.NOT_KNOWN: Came.NOT_KNOWN,
    room.NOT_THEN: Came.NOT_THEN,
}
Lines = Mapping[int, Sequence[Attendance]]


@dataclass(frozen=True)
class Row:
    """An authority, or a member in a seat: how they were represented at each meeting, and the count."""

    name: str
    seat: str
    kinds: tuple[Came, ...]

    @property
    def tally(self) -> Tally:
        """Count the meetings of their time."""
        return tally(self.kinds)

    def last(self, number: int) -> tuple[Came, ...]:
        """Give the last meetings."""
        return self.kinds[-number:]


@dataclass(frozen=True)
class Turnout:
    """The meetings between two days, oldest first, and who came."""

    meetings: Sequence[Meeting]
    authorities: Sequence[Row]
    members: Sequence[Row]


def between(body: Body, first: date, last: date) -> Turnout:
    """Tell who came between two days, in five statements."""
    asked = sa.select(Meeting).where(Meeting.body_id == body.id, Meeting.took_place, Meeting.on.between(first, last))
    meetings = db.session.scalars(asked.order_by(Meeting.on, Meeting.id)).all()
    seats = seating.of_bodies([body.id])
    lines = room.lines_of(meetings)
    authorities = [
        Row(found.known_as, "", tuple(OF_AUTHORITY[kind] for kind in found.kinds))
        for found in room.authorities(body, meetings, seats, lines, area=standings.area_of(body), on=last)
    ]
    return Turnout(meetings, authorities, list(_members(meetings, seats, lines)))


def _members(meetings: Sequence[Meeting], seats: Seating, lines: Lines) -> Iterator[Row]:
    """Give a row for each person and seat. A person's several terms in a seat are one row."""
    terms = [row for row in seats.rows if row.person_id is not None]
    by_holder: dict[tuple[int, int], list[Any]] = {}
    for row in terms:
        by_holder.setdefault((row.id, row.person_id), []).append(row)
    for own in by_holder.values():
        kinds = tuple(_at(meeting, own, lines.get(meeting.id, ())) for meeting in meetings)
        if set(kinds) - {Came.NOT_THEN}:
            last = max(meeting.on for meeting, kind in zip(meetings, kinds, strict=True) if kind != Came.NOT_THEN)
            seat = next(seat for seat in seats.members(own[0].body_id, on=last) if seat.seat_id == own[0].id)
            name = next(holder.name for holder in seat.holders if holder.person_id == own[0].person_id)
            yield Row(name, seat.title, kinds)


def _at(meeting: Meeting, terms: Sequence[Any], lines: Sequence[Attendance]) -> Came:
    if not any(term.from_on <= meeting.on and (term.until_on is None or meeting.on <= term.until_on) for term in terms):
        return Came.NOT_THEN
    person, seat = terms[0].person_id, terms[0].id
    own = {line.capacity for line in lines if line.person_id == person}
    if own & {Capacity.PRESENT, Capacity.SUBSTITUTE}:
        return Came.MEMBER
    if any(_stands_in(line, person, seat) for line in lines):
        return Came.SUBSTITUTE
    if Capacity.APOLOGIES in own:
        return Came.APOLOGIES
    return Came.NOBODY if room.is_complete(lines) else Came.NOT_KNOWN


def _stands_in(line: Attendance, person: int, seat: int) -> bool:
    if line.capacity != Capacity.SUBSTITUTE:
        return False
    return line.for_person_id == person or (line.for_person_id is None and line.seat_id == seat)
