"""Each meeting of the last twelve months under the terms of its own day: who chaired, stood in, counted and voted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.checks.facts_of_terms import Decided, InChair, MeetingUnderTerms, StoodIn, Vote
from shp_gov.domain.elected import is_elected
from shp_gov.domain.quorum import InRoom, Item
from shp_gov.models import (
    Agreement,
    Attendance,
    Capacity,
    Interest,
    Meeting,
    Minute,
    OfficeKind,
    TermsVersion,
)
from shp_gov.models import Vote as Ballot
from shp_gov.queries import quorums
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance import ballots, items_taken
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.compliance.items_taken import Taken
from shp_gov.queries.compliance.terms_then import said

Interests = Mapping[int, Sequence[Interest]]
NOT_KNOWN = Taken()


def gather(as_at: AsAt) -> Iterator[MeetingUnderTerms]:
    """Gather each meeting under the terms of its day. That none set a quorum is said once, of the newest."""
    interests, counted, taken = _interests(as_at), ballots.of_meetings(as_at), items_taken.of_meetings(as_at)
    held = [meeting for meeting in as_at.meetings if as_at.attendance.get(meeting.id)]
    for meeting in held:
        version = as_at.terms.on_day(meeting.on)
        if version is not None or meeting is held[-1]:
            declared = interests.get(meeting.id, ())
            yield _Held(as_at, meeting, version, declared, counted, taken).facts(is_newest=meeting is held[-1])


def _interests(as_at: AsAt) -> Interests:
    """Fetch the declarations at those meetings, in one statement."""
    asked = sa.select(Interest).where(Interest.meeting_id.in_([meeting.id for meeting in as_at.meetings]))
    found: dict[int, list[Interest]] = {}
    for interest in db.session.scalars(asked.order_by(Interest.position)):
        found.setdefault(interest.meeting_id, []).append(interest)
    return found


@dataclass(frozen=True)
class _Held:
    """A meeting that was held, the terms of its day and what was declared at it."""

    as_at: AsAt
    meeting: Meeting
    version: TermsVersion | None
    interests: Sequence[Interest]
    ballots: Mapping[int, Ballot]
    taken: Mapping[int, Taken]

    def facts(self, *, is_newest: bool) -> MeetingUnderTerms:
        """Make its facts."""
        said_seats = self.version.seats if self.version else ()
        seats = quorums.seats(self.members, said_seats, area=self.as_at.area, on=self.meeting.on)
        room = quorums.room(self.lines, self.members, seats)
        return MeetingUnderTerms(
            body=self.as_at.body.name,
            on=self.meeting.on,
            terms=said(self.version),
            in_chair=self._in_chair(),
            chair_was_away=self._chair_was_away(),
            substitutes=tuple(self._stood_in(line) for line in self._lines(Capacity.SUBSTITUTE)),
            room=room,
            seats=tuple(seats.values()),
            decided=tuple(self._decided()),
            votes=tuple(self._votes(room or ())),
            mend=f"meeting:{self.meeting.on.isoformat()}",
            says_unset=is_newest,
        )

    @cached_property
    def members(self) -> list[Membership]:
        """List the seats of the day of the meeting."""
        return self.as_at.members_on(self.meeting.on)

    @property
    def lines(self) -> Sequence[Attendance]:
        """Give who came."""
        return self.as_at.attendance.get(self.meeting.id, ())

    def _lines(self, capacity: Capacity) -> list[Attendance]:
        return [line for line in self.lines if line.capacity is capacity]

    def _office(self, kind: OfficeKind) -> set[int]:
        day = self.meeting.on
        return {
            office.person_id
            for office in self.as_at.held_offices
            if office.kind is kind and office.from_on <= day and (office.until_on is None or day <= office.until_on)
        }

    def _in_chair(self) -> InChair | None:
        line = next((line for line in self.lines if line.is_in_the_chair), None)
        if line is None:
            return None
        posts = [member.post for member in self.members if member.post and self._holds(line.person_id, member)]
        posts += [line.role_printed] if line.role_printed else []
        return InChair(line.name, tuple(posts), line.person_id in self._office(OfficeKind.VICE_CHAIR))

    def _holds(self, person: int | None, member: Membership) -> bool:
        return person is not None and person in {holder.person_id for holder in member.holders}

    def _chair_was_away(self) -> bool | None:
        chairs = self._office(OfficeKind.CHAIR)
        there = {line.person_id for line in self._lines(Capacity.PRESENT)}
        return chairs.isdisjoint(there) if chairs else None

    def _stood_in(self, line: Attendance) -> StoodIn:
        there = {present.person_id for present in self._lines(Capacity.PRESENT)}
        person = line.for_person_id
        instead = line.for_person.name if line.for_person else line.for_printed
        return StoodIn(
            line.name,
            instead,
            member_was_there=person in there if person else None,
            member_is_elected=self._member_is_elected(line, instead),
            is_elected=self._is_elected(line),
        )

    def _member_is_elected(self, line: Attendance, name: str | None) -> bool | None:
        """Go by the seat, as the terms word it; where they do not have it, by the name."""
        said = {seat.seat_id: seat.is_elected for seat in self.version.seats} if self.version else {}
        held = [member.seat_id for member in self.members if self._holds(line.for_person_id, member)]
        elected = [said[seat] for seat in {line.seat_id, *held} if seat in said]
        by_name = is_elected([name])
        return any(elected) if elected and by_name is None else by_name

    def _is_elected(self, line: Attendance) -> bool | None:
        """Go by the title and post of the day in the register, and by what the paper prints."""
        day, person = self.meeting.on, line.person
        post = person.post_on(day) if person else None
        names = [line.name_printed, line.name, person.name_on(day) if person else None]
        return is_elected(names, [post.post if post else None, line.role_printed])

    def _minutes(self) -> list[Minute]:
        return [minute for minute in self.as_at.minutes if minute.meeting_id == self.meeting.id]

    def _decided(self) -> Iterator[Decided]:
        for minute in self._minutes():
            if minute.decisions:
                yield Decided(f"Minute {minute.reference}", self._item(minute))

    def _item(self, minute: Minute) -> Item:
        declared = [
            interest
            for interest in self.interests
            if interest.person_id
            and (
                interest.minute_id == minute.id
                or (minute.agenda_item_id is not None and interest.agenda_item_id == minute.agenda_item_id)
            )
        ]
        taken = self.taken.get(minute.agenda_item_id or 0, NOT_KNOWN)
        out = {interest.person_id for interest in declared if interest.left_the_meeting and interest.person_id}
        perhaps = {one.person_id for one in declared if one.left_the_meeting is None and one.person_id}
        return Item(frozenset(out | taken.out), frozenset(perhaps - taken.out), taken.at)

    def _votes(self, room: Sequence[InRoom]) -> Iterator[Vote]:
        for minute in self._minutes():
            for decision in minute.decisions:
                if decision.agreement is Agreement.VOTE or decision.id in self.ballots:
                    yield ballots.vote(decision, self.ballots.get(decision.id), room)
