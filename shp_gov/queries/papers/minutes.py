"""What the minutes and decision record of a meeting print."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import joinedload

from shp_gov.database import db
from shp_gov.domain.papers import (
    Approval,
    Attendee,
    Exemption,
    MinuteAction,
    MinuteDecision,
    MinuteEntry,
    MinuteKind,
    MinutesPaper,
    NextMeeting,
    Person,
    Substitute,
)
from shp_gov.domain.permissions import Viewer
from shp_gov.domain.workflows import MinutesState
from shp_gov.models import Attendance, Capacity, Decision, Interest, Meeting, Minute, Provenance
from shp_gov.queries import attendance, meetings
from shp_gov.queries.meetings import MinutesSeen, PrivateMinute
from shp_gov.queries.papers.imprint import imprint, sealed


def minutes(meeting: Meeting, *, viewer: Viewer) -> MinutesPaper:
    """Gather the minutes of a meeting, private ones by their public title for those not entitled."""
    seen = meetings.minutes(meeting, viewer=viewer)
    came = attendance.by_capacity(meetings.attendance(meeting, viewer=viewer))
    shown = [minute.exempt_paragraph for minute in seen.minutes if isinstance(minute, Minute) and minute.is_exempt]
    draft = meeting.minutes_state != MinutesState.APPROVED
    return sealed(
        MinutesPaper(
            imprint=imprint(meeting.body, on=viewer.on, is_draft=draft, paragraphs=shown),
            on=meeting.on,
            starts_at=meeting.started_at or meeting.starts_at,
            ends_at=meeting.ended_at,
            venue=meeting.venue or "",
            present=tuple(map(_attendee, came[Capacity.PRESENT])),
            substitutes=tuple(map(_substitute, came[Capacity.SUBSTITUTE])),
            also_present=_people(came[Capacity.ALSO_PRESENT]),
            officers=_people(came[Capacity.OFFICER]),
            entries=tuple(_entry(minute, seen) for minute in seen.minutes),
            apologies=_people(came[Capacity.APOLOGIES]),
            declarations=_declarations(meeting),
            next_meeting=_next(meeting),
            approval=_approval(meeting),
        )
    )


def _attendee(line: Attendance) -> Attendee:
    return Attendee(line.name_printed, line.role_printed or "", line.is_in_the_chair)


def _substitute(line: Attendance) -> Substitute:
    for_whom = line.for_printed or (line.for_person.name if line.for_person else "")
    return Substitute(name=line.name_printed, organisation_or_post=line.role_printed or "", for_name=for_whom)


def _people(lines: Sequence[Attendance]) -> tuple[Person, ...]:
    return tuple(Person(line.name_printed, line.role_printed or "") for line in lines)


def _entry(minute: Minute | PrivateMinute, seen: MinutesSeen) -> MinuteEntry:
    exemption = Exemption(minute.exempt_paragraph or "not stated")
    if isinstance(minute, PrivateMinute):
        number = minute.number_printed or ""
        summary = minute.public_summary or ""
        return MinuteEntry(
            number=number, title=minute.public_title, public_summary=summary, exemption=exemption, is_withheld=True
        )
    taken = seen.decisions.get(minute.id, [])
    return MinuteEntry(
        number=minute.number_printed or "",
        title=minute.title,
        presenter=minute.presenter or "",
        kind=MinuteKind.BUSINESS if minute.purpose or taken else MinuteKind.FORMAL,
        purpose=minute.purpose or "",
        narrative=minute.narrative or "",
        decisions=tuple(_decision(decision, alone=len(taken) == 1) for decision in taken),
        reasons="\n".join(decision.reasons for decision in taken if decision.reasons),
        is_urgent=minute.is_urgent,
        urgency_ruling=minute.urgent_ruling or "",
        exemption=exemption if minute.is_exempt else None,
    )


def _decision(decision: Decision, *, alone: bool) -> MinuteDecision:
    """Give the words agreed. Actions are named where they were made at the meeting, not read into it later."""
    made = decision.actions if decision.provenance == Provenance.RECORDED else []
    actions = tuple(MinuteAction(owner=action.owner_title, due_on=action.due_on) for action in made)
    return MinuteDecision(words=decision.words, numeral="" if alone else decision.numeral, actions=actions)


def _declarations(meeting: Meeting) -> tuple[str, ...]:
    said = sa.select(Interest.words).where(Interest.meeting_id == meeting.id).order_by(Interest.position)
    return tuple(db.session.scalars(said))


def _next(meeting: Meeting) -> NextMeeting | None:
    """Give the next meeting to add at the end. Imported minutes say it themselves, if they said it at all."""
    if meeting.next_on is None or meeting.provenance == Provenance.IMPORTED:
        return None
    return NextMeeting(meeting.next_on, meeting.next_starts_at, meeting.next_venue or "")


def _approval(meeting: Meeting) -> Approval | None:
    if meeting.minutes_approved_at_id is None:
        return None
    approving = sa.select(Meeting).where(Meeting.id == meeting.minutes_approved_at_id)
    return Approval(db.session.scalars(approving.options(joinedload(Meeting.body))).one().on)
