"""Who was in the room: each responsible authority at each of some meetings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.areas import Area
from shp_gov.domain.areas.standing import responsible_authorities
from shp_gov.domain.checks.attendance import NO_SEAT, NOT_RECORDED
from shp_gov.models import Attendance, Body, Capacity, Meeting, Seat, SeatCategory
from shp_gov.queries import attendance, compliance
from shp_gov.queries.bodies import Membership
from shp_gov.queries.organisations import WITH_DATED_NAMES
from shp_gov.queries.people import WITH_POSTS
from shp_gov.queries.seating import Seating

NOBODY = "nobody"
NOT_KNOWN = "not known"
NOT_THEN = "not an authority then"
KINDS = {"present": "member", "substitute": "substitute", NOT_RECORDED: NOBODY, NO_SEAT: "no seat"}
CAME = frozenset({"member", "substitute"})


@dataclass(frozen=True)
class Presence:
    """An authority, and how it was represented at each meeting: member, substitute, nobody, or what is known."""

    name: str
    known_as: str
    kinds: tuple[str, ...]


def authorities(
    body: Body,
    meetings: Sequence[Meeting],
    seating: Seating,
    lines: Mapping[int, Sequence[Attendance]] | None = None,
    *,
    area: Area | None,
    on: date,
) -> list[Presence]:
    """Tell how each responsible authority was represented at these meetings, oldest first, under its name of a day."""
    lines = lines_of(meetings) if lines is None else lines
    found = [
        at(meeting, seating.under_names_of(on, body.id, then=meeting.on), lines.get(meeting.id, []), area)
        for meeting in meetings
    ]
    names = {name: known_as for column in found for (name, known_as) in column}
    return [
        Presence(name, known_as, tuple(column.get((name, known_as), NOT_THEN) for column in found))
        for name, known_as in names.items()
    ]


def lines_of(meetings: Sequence[Meeting]) -> dict[int, list[Attendance]]:
    """Fetch who came to these meetings, in one statement."""
    asked = sa.select(Attendance).where(Attendance.meeting_id.in_([meeting.id for meeting in meetings]))
    people = joinedload(Attendance.person).options(WITH_POSTS)
    seats = joinedload(Attendance.seat).joinedload(Seat.organisation).options(WITH_DATED_NAMES)
    lines: dict[int, list[Attendance]] = {}
    for line in db.session.scalars(asked.options(people, seats, joinedload(Attendance.for_person))).unique():
        lines.setdefault(line.meeting_id, []).append(line)
    return lines


def at(
    meeting: Meeting, members: Sequence[Membership], lines: Sequence[Attendance], area: Area | None
) -> Mapping[tuple[str, str], str]:
    """Tell how each responsible authority is represented by these people, by its name and what it is known as."""
    if area is None:
        return _by_category(members, lines)
    names = [(body.organisation, body.known_as) for body in responsible_authorities(area, meeting.on)]
    how = compliance.represented(meeting, members, lines, area=area)
    return {name: _kind(how[name[1]], lines) for name in names}


def _by_category(members: Sequence[Membership], lines: Sequence[Attendance]) -> Mapping[tuple[str, str], str]:
    """Where the area is not one we know, the list of members says who the authorities are."""
    seats = [seat for seat in members if seat.category == SeatCategory.RESPONSIBLE_AUTHORITY]
    how = {found.organisation: found.how for found in attendance.by_organisation(seats, lines)}
    names = dict.fromkeys(seat.organisation or seat.title for seat in seats)
    return {(name, name): _kind(how.get(name, NOT_RECORDED), lines) for name in names}


def _kind(how: str, lines: Sequence[Attendance]) -> str:
    """Nobody is said only where an attendance was recorded, and everybody in it is known."""
    kind = KINDS.get(how, how if how in CAME else NOBODY)
    return NOT_KNOWN if kind == NOBODY and not is_complete(lines) else kind


def is_complete(lines: Sequence[Attendance]) -> bool:
    """Tell whether an attendance was recorded and everybody who came is somebody we know."""
    there = [line for line in lines if line.capacity in (Capacity.PRESENT, Capacity.SUBSTITUTE)]
    return bool(there) and all(line.person_id is not None for line in there)
