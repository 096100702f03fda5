"""Each meeting of the last twelve months under the terms of its own day: who chaired, stood in, counted and voted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain.checks.facts_of_terms import Decided, InChair, MeetingUnderTerms, StoodIn, Vote
from shp_gov.domain.names import person_name
from shp_gov.domain.quorum import Item
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
from shp_gov.queries import quorums
from shp_gov.queries.bodies import Membership
from shp_gov.queries.compliance.as_at import AsAt
from shp_gov.queries.compliance.terms_then import said

COUNCILLORS = frozenset({"councillor", "cllr", "alderman"})
Interests = Mapping[int, Sequence[Interest]]


def gather(as_at: AsAt) -> Iterator[MeetingUnderTerms]:
    """Gather each meeting under the terms of its day. That none set a quorum is said once, of the newest."""
    interests = _interests(as_at)
    held = [meeting for meeting in as_at.meetings if as_at.attendance.get(meeting.id)]
    for meeting in held:
        version = as_at.terms.on_day(meeting.on)
        if version is not None or meeting is held[-1]:
            yield _Held(as_at, meeting, version, interests.get(meeting.id, ())).facts(is_newest=meeting is held[-1])


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

    def facts(self, *, is_newest: bool) -> MeetingUnderTerms:
        """Make its facts."""
        said_seats = self.version.seats if self.version else ()
        seats = quorums.seats(self.members, said_seats, area=self.as_at.area, on=self.meeting.on)
        return MeetingUnderTerms(
            body=self.as_at.body.name,
            on=self.meeting.on,
            terms=said(self.version),
            in_chair=self._in_chair(),
            chair_was_away=self._chair_was_away(),
            substitutes=tuple(self._stood_in(line) for line in self._lines(Capacity.SUBSTITUTE)),
            room=quorums.room(self.lines, self.members, seats),
            seats=tuple(seats.values()),
            decided=tuple(self._decided()),
            votes=tuple(self._votes()),
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
            member_is_elected=_is_elected(instead),
            is_elected=_is_elected(line.name),
        )

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
        out = {interest.person_id for interest in declared if interest.left_the_meeting and interest.person_id}
        perhaps = {one.person_id for one in declared if one.left_the_meeting is None and one.person_id}
        return Item(frozenset(out), frozenset(perhaps))

    def _votes(self) -> Iterator[Vote]:
        for minute in self._minutes():
            for decision in minute.decisions:
                if decision.agreement is Agreement.VOTE:
                    yield Vote(f"Decision {decision.reference}", None)


def _is_elected(name: str | None) -> bool | None:
    """Tell an elected member by the title of councillor."""
    titles = person_name(name).title.casefold().split() if name else []
    return not COUNCILLORS.isdisjoint(titles) if name else None
