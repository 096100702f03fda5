"""What the minutes and decision record of a meeting print."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from shp_gov.domain import minutes_words
from shp_gov.domain.papers import (
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
from shp_gov.models import Attendance, Capacity, Decision, HouseTextKey, Meeting, Minute, Provenance
from shp_gov.queries import approvals, attendance, meetings, minutes_versions, owners, rulings
from shp_gov.queries.body_settings import house_texts
from shp_gov.queries.meetings import MinutesSeen, PrivateMinute
from shp_gov.queries.owners import Owners
from shp_gov.queries.papers.imprint import imprint, sealed


def minutes(meeting: Meeting, *, viewer: Viewer, seen: MinutesSeen | None = None) -> MinutesPaper:
    """Gather the minutes of a meeting, private ones by their public title for those not entitled."""
    seen = seen or meetings.minutes(meeting, viewer=viewer)
    came = attendance.by_capacity(meetings.attendance(meeting, viewer=viewer))
    shown = [minute.exempt_paragraph for minute in seen.minutes if isinstance(minute, Minute) and minute.is_exempt]
    draft = meeting.minutes_state != MinutesState.APPROVED
    made = [action for taken in seen.decisions.values() for decision in taken for action in decision.actions]
    owned = owners.of_actions(made, on=meeting.on)
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
            substitution_rule=_rule(meeting) if came[Capacity.SUBSTITUTE] else "",
            officers=_people(came[Capacity.OFFICER]),
            entries=tuple(_entry(minute, seen, owned) for minute in seen.minutes),
            apologies=_people(came[Capacity.APOLOGIES]),
            declarations=_declarations(meeting),
            next_meeting=_next(meeting),
            approval=approvals.approval(meeting),
        )
    )


def extract(minute: Minute, *, viewer: Viewer) -> MinutesPaper:
    """Gather one minute that the viewer may read, as an extract from the minutes of its meeting."""
    meeting = minute.meeting
    seen = meetings.minutes(meeting, viewer=viewer)
    whole = minutes(meeting, viewer=viewer, seen=seen)
    entry = whole.entries[seen.minutes.index(minute)]
    paragraphs = (entry.exemption.paragraph,) if entry.exemption else ()
    marks = replace(whole.imprint, is_restricted=bool(paragraphs), exempt_paragraphs=paragraphs)
    bare: dict[str, Any] = {"imprint": marks, "on": whole.on, "entries": (entry,), "approval": whole.approval}
    return sealed(MinutesPaper(**bare))


def _rule(meeting: Meeting) -> str:
    return house_texts(meeting.body).get(HouseTextKey.SUBSTITUTION, "")


def _attendee(line: Attendance) -> Attendee:
    return Attendee(line.name_printed, line.role_printed or "", line.is_in_the_chair)


def _substitute(line: Attendance) -> Substitute:
    for_whom = line.for_printed or (line.for_person.name if line.for_person else "")
    return Substitute(name=line.name_printed, organisation_or_post=line.role_printed or "", for_name=for_whom)


def _people(lines: Sequence[Attendance]) -> tuple[Person, ...]:
    return tuple(Person(line.name_printed, line.role_printed or "") for line in lines)


def _entry(minute: Minute | PrivateMinute, seen: MinutesSeen, owned: Owners) -> MinuteEntry:
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
        kind=_kind(minute, taken),
        purpose=minute.purpose or "",
        narrative=minute.narrative or "",
        not_agreed=rulings.not_agreed(minute),
        decisions=tuple(_decision(decision, owned, alone=len(taken) == 1) for decision in taken),
        reasons="\n".join(decision.reasons for decision in taken if decision.reasons),
        is_urgent=minute.is_urgent,
        urgency_ruling=minute.urgent_ruling or "",
        exemption=exemption if minute.is_exempt else None,
    )


def _kind(minute: Minute, taken: Sequence[Decision]) -> MinuteKind:
    if minute.purpose or taken:
        return MinuteKind.BUSINESS
    return MinuteKind.NEXT_MEETING if minutes_words.names_the_next_meeting(minute.title) else MinuteKind.FORMAL


def _decision(decision: Decision, owned: Owners, *, alone: bool) -> MinuteDecision:
    """Give the words agreed. Actions are named where they were made at the meeting, not read into it later."""
    made = decision.actions if decision.provenance == Provenance.RECORDED else []
    actions = tuple(MinuteAction(owner=owned.of(action).title, due_on=action.due_on) for action in made)
    numeral, ruled = "" if alone else decision.numeral, rulings.of_decision(decision)
    return MinuteDecision(words=decision.words, numeral=numeral, ruled=ruled, actions=actions)


def _declarations(meeting: Meeting) -> tuple[str, ...]:
    """Tell what was declared as everybody may read it, whoever reads."""
    return tuple(map(minutes_words.declaration, minutes_versions.declared(meeting)))


def _next(meeting: Meeting) -> NextMeeting | None:
    """Give the next meeting to add at the end. Imported minutes say it themselves, if they said it at all."""
    if meeting.next_on is None or meeting.provenance == Provenance.IMPORTED:
        return None
    return NextMeeting(meeting.next_on, meeting.next_starts_at, meeting.next_venue or "")
