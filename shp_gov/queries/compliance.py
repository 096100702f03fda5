"""Where we stand: gather the facts as at a day, run the checks, return the findings. Nothing is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from shp_gov.database import db
from shp_gov.domain import calendar
from shp_gov.domain.areas import Area, area_called
from shp_gov.domain.checks import findings_of
from shp_gov.domain.checks.attendance import authorities_represented
from shp_gov.domain.checks.facts import (
    ActionOf,
    Attended,
    DecisionFacts,
    How,
    ListedBody,
    Listing,
    MeetingFacts,
    Member,
    NumbersOfMeeting,
    OfficeHolder,
    OfficesHeld,
    SeatHeld,
    YearOfMinutes,
)
from shp_gov.domain.findings import Finding, Verdict
from shp_gov.domain.rulebook import Binds, rules
from shp_gov.models import (
    Attendance,
    Body,
    BodyKind,
    Decision,
    DecisionKind,
    Meeting,
    Minute,
    Office,
    OfficeKind,
    Person,
    SeatCategory,
)
from shp_gov.queries.bodies import Membership
from shp_gov.queries.visibility import PUBLISHED

ASKS = {DecisionKind.NOTED: False, DecisionKind.APPROVED: False, DecisionKind.CLOSURE: False}
COVER = "CDA98-S5-COVER"
URGENCY = (Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON, Verdict.NOT_KNOWN, Verdict.PASS, Verdict.NOT_APPLICABLE)
CONCERNS = frozenset({Verdict.FAIL, Verdict.LATE, Verdict.NEEDS_A_PERSON, Verdict.NOT_KNOWN})


def area_of(body: Body) -> Area | None:
    """Find the area a body works for, if we know its bodies."""
    return area_called(body.area)


def of_body(body: Body, members: Sequence[Membership], offices: dict[OfficeKind, Office], *, on: date) -> list[Finding]:
    """Check who is on the list of members, and who chairs, on a day."""
    listed = tuple(_listed(member) for member in members) or None
    held = OfficesHeld(
        body=body.name,
        on=on,
        chair=_office_holder(offices.get(OfficeKind.CHAIR), members),
        vice_chair=_office_holder(offices.get(OfficeKind.VICE_CHAIR), members),
    )
    return by_urgency(_that_bind(body, findings_of(Listing(body.name, on, listed, area_of(body)))) + findings_of(held))


def _that_bind(body: Body, findings: list[Finding]) -> list[Finding]:
    """Leave out what is asked of a strategy group where the body is not one."""
    if body.kind == BodyKind.STRATEGY_GROUP:
        return findings
    return [finding for finding in findings if rules()[finding.rule].binds is not Binds.STRATEGY_GROUP]


def of_meeting(
    meeting: Meeting, members: Sequence[Membership], attendance: Sequence[Attendance], decisions: Sequence[Decision]
) -> list[Finding]:
    """Check a meeting: who was there, its minutes' numbers, and what its decisions ask for."""
    facts = _meeting_facts(meeting, members, attendance)
    found = _that_bind(meeting.body, findings_of(facts)) if attendance else []
    found += [finding for decision in decisions for finding in findings_of(_decision_facts(decision))]
    return by_urgency(found + (_numbers(meeting) if meeting.minutes_state in PUBLISHED else []))


def represented(meeting: Meeting, members: Sequence[Membership], attendance: Sequence[Attendance]) -> dict[str, str]:
    """Tell how each responsible authority was represented at a meeting, in the words of the check."""
    found = authorities_represented(rules()[COVER], _meeting_facts(meeting, members, attendance))
    return {finding.subject: str(finding.facts.get("represented", "")) for finding in found}


def _meeting_facts(meeting: Meeting, members: Sequence[Membership], attendance: Sequence[Attendance]) -> MeetingFacts:
    return MeetingFacts(
        body=meeting.body.name,
        on=meeting.on,
        seats=tuple(_seat_held(member) for member in members),
        attendance=tuple(_attended(line, line.person) for line in attendance if line.person) or None,
        area=area_of(meeting.body),
    )


def of_decision(decision: Decision) -> list[Finding]:
    """Check that what a decision asks for has an action, an owner and a date."""
    return by_urgency(findings_of(_decision_facts(decision)))


@dataclass(frozen=True)
class Found:
    """What the checks found, apart: what somebody should look at, and what is as it should be."""

    concerns: tuple[Finding, ...]
    kept: tuple[Finding, ...]


def apart(findings: Sequence[Finding]) -> Found:
    """Put what somebody should look at apart from what is as it should be; leave out what does not apply."""
    concerns = tuple(finding for finding in findings if finding.verdict in CONCERNS)
    return Found(concerns, tuple(finding for finding in findings if finding.verdict == Verdict.PASS))


def by_urgency(findings: Sequence[Finding]) -> list[Finding]:
    """Put what needs somebody first."""
    return sorted(findings, key=lambda finding: URGENCY.index(finding.verdict))


def _listed(member: Membership) -> ListedBody:
    stated = member.category != SeatCategory.NOT_STATED
    responsible = member.category == SeatCategory.RESPONSIBLE_AUTHORITY if stated else None
    return ListedBody(member.organisation or member.title, responsible)


def _office_holder(office: Office | None, members: Sequence[Membership]) -> OfficeHolder | None:
    if office is None:
        return None
    seats = [member for member in members if office.person_id in {holder.person_id for holder in member.holders}]
    seat = seats[0] if seats else None
    responsible = _listed(seat).is_responsible if seat else None
    return OfficeHolder(office.person.name, seat.organisation if seat else None, responsible)


def _seat_held(member: Membership) -> SeatHeld:
    holders = tuple(Member(holder.person_id, holder.name) for holder in member.holders)
    return SeatHeld(member.seat_id, member.title, member.organisation, holders)


def _attended(line: Attendance, person: Person) -> Attended:
    instead = Member(line.for_person.id, line.for_person.name) if line.for_person else None
    own = person.organisation
    of_seat = line.seat.organisation if line.seat else None
    organisation = of_seat or own
    return Attended(
        who=Member(person.id, person.name),
        how=How(line.capacity.value),
        seat=line.seat_id,
        instead_of=instead,
        organisation=organisation.name if organisation else None,
    )


def _decision_facts(decision: Decision) -> DecisionFacts:
    actions = tuple(
        ActionOf(action.owner_title, action.due_on is not None or action.is_due_by_next_meeting)
        for action in decision.actions
    )
    return DecisionFacts(decision.reference, decision.on, ASKS.get(decision.kind, True), actions)


def _numbers(meeting: Meeting) -> list[Finding]:
    """Check the numbers of this meeting's minutes against those of its year."""
    start = calendar.year_start(meeting.on)
    rows = db.session.execute(
        sa.select(Meeting.on, Meeting.confirms_minutes_of, Minute.number)
        .join(Meeting.minutes)
        .where(Meeting.body_id == meeting.body_id, Meeting.on.between(start, meeting.on))
        .where(Meeting.minutes_state.in_(PUBLISHED))
        .order_by(Meeting.on, Meeting.id, Minute.position)
    ).all()
    days = sorted({row.on for row in rows})
    meetings = tuple(
        NumbersOfMeeting(
            day,
            tuple(row.number for row in rows if row.on == day),
            next((row.confirms_minutes_of for row in rows if row.on == day), None),
        )
        for day in days
    )
    if not meetings or days[-1] != meeting.on:
        return []
    found = findings_of(YearOfMinutes(meeting.body.name, calendar.year_name(start), meetings))
    return [finding for finding in found if finding.as_at == meeting.on]
