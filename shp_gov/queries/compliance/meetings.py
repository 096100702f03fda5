"""Who came to the meetings of the last twelve months, and whether the minutes of the year are numbered in a run."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.areas import Area
from shp_gov.domain.checks.facts import (
    Attended,
    How,
    MeetingFacts,
    Member,
    NumbersOfMeeting,
    SeatHeld,
    YearOfMinutes,
)
from shp_gov.models import Attendance, Body, Meeting, Minute, Person
from shp_gov.queries.bodies import Membership, are_known
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.visibility import PUBLISHED


def gather(as_at: AsAt) -> Iterator[MeetingFacts]:
    """Gather each meeting with the members of its own day."""
    attendance = as_at.attendance
    for meeting in as_at.meetings:
        yield facts(meeting, as_at.members_on(meeting.on), attendance.get(meeting.id, ()), area=as_at.area)


def facts(
    meeting: Meeting, members: Sequence[Membership], attendance: Sequence[Attendance], *, area: Area | None
) -> MeetingFacts:
    """Make the facts of a meeting whose members and attendance are already at hand."""
    return MeetingFacts(
        body=meeting.body.name,
        on=meeting.on,
        seats=tuple(_seat_held(member, meeting.on) for member in members),
        attendance=tuple(_attended(line, line.person) for line in attendance if line.person) or None,
        area=area,
        is_listed=are_known(members, on=meeting.on),
    )


def _seat_held(member: Membership, on: date) -> SeatHeld:
    holders = tuple(Member(holder.person_id, holder.name) for holder in member.holders)
    perhaps = frozenset(holder.person_id for holder in member.holders if not holder.is_sure(on))
    return SeatHeld(member.seat_id, member.title, member.organisation, holders, perhaps)


def _attended(line: Attendance, person: Person) -> Attended:
    instead = Member(line.for_person.id, line.for_person.name) if line.for_person else None
    own = person.post_on(line.meeting.on)
    of_seat = line.seat.organisation if line.seat else None
    organisation = of_seat or (own.organisation if own else None)
    return Attended(
        who=Member(person.id, person.name),
        how=How(line.capacity.value),
        seat=line.seat_id,
        instead_of=instead,
        organisation=organisation.name_on(line.meeting.on) if organisation else None,
        printed=line.role_printed,
    )


def gather_numbers(as_at: AsAt) -> Iterator[YearOfMinutes]:
    """Gather the numbers of the minutes of each municipal year that the last twelve months touch."""
    first = calendar.year_start(as_at.since)
    for start, of_year in groupby(
        _numbers(as_at.body, first, as_at.on), key=lambda found: calendar.year_start(found.on)
    ):
        yield YearOfMinutes(as_at.body.name, calendar.year_name(start), tuple(of_year), since=as_at.since)


def numbers_with(meeting: Meeting) -> YearOfMinutes | None:
    """Fetch the numbers of the minutes of a year up to this meeting; nothing where it has no published minutes."""
    if meeting.minutes_state not in PUBLISHED:
        return None
    start = calendar.year_start(meeting.on)
    found = tuple(_numbers(meeting.body, start, meeting.on))
    if not found or found[-1].on != meeting.on:
        return None
    return YearOfMinutes(meeting.body.name, calendar.year_name(start), found)


def _numbers(body: Body, first: date, last: date) -> Iterator[NumbersOfMeeting]:
    """Fetch the numbers of published minutes by the day of their meeting, oldest first."""
    rows = db.session.execute(
        sa.select(Meeting.on, Meeting.confirms_minutes_of, Minute.number)
        .join(Meeting.minutes)
        .where(Meeting.body_id == body.id, Meeting.on.between(first, last))
        .where(Meeting.minutes_state.in_(PUBLISHED))
        .order_by(Meeting.on, Meeting.id, Minute.position)
    ).all()
    for day, of_day in groupby(rows, key=lambda row: row.on):
        there = list(of_day)
        yield NumbersOfMeeting(day, tuple(row.number for row in there), there[0].confirms_minutes_of)
