"""Meetings of the past, as their papers tell of them: one meeting, whichever paper comes first."""

from collections.abc import Sequence
from datetime import date, time

from shp_gov import audit
from shp_gov.audit import Actor
from shp_gov.database import db
from shp_gov.domain.register.identity import name_key
from shp_gov.domain.workflows import MeetingState, MinutesState
from shp_gov.models import (
    AgendaItem,
    Appendix,
    Attendance,
    Body,
    ContactOfficer,
    Interest,
    Meeting,
    Provenance,
    Recommendation,
    Report,
)
from shp_gov.queries import imports as queries
from shp_gov.services.filling import Entry, fill, matching

BEFORE_IT_IS_HELD = (MeetingState.SCHEDULED, MeetingState.AGENDA_PUBLISHED)


def recognise(body: Body, *, on: date, planned: time | None, actual: time | None, actor: Actor) -> Meeting:
    """Find the meeting that an agenda calls or minutes tell of, or add it."""
    known = queries.meeting_of(queries.meetings_on(body, on), on=on, planned=planned, actual=actual)
    if known is not None:
        return known
    meeting = Meeting(body=body, on=on, starts_at=planned, started_at=actual, provenance=Provenance.IMPORTED)
    db.session.add(meeting)
    audit.record("meeting.added", meeting, actor=actor, body_id=body.id, on=on)
    return meeting


def record_agenda(meeting: Meeting, facts: Entry, items: Sequence[Entry], *, actor: Actor) -> None:
    """Enter what an agenda says: the meeting it calls, and its items. Items that are there are filled in only."""
    changed = fill(meeting, facts)
    if meeting.state is MeetingState.SCHEDULED:
        meeting.state = MeetingState.AGENDA_PUBLISHED
    if meeting.agenda_items:
        pairs = matching(meeting.agenda_items, items, by="title")
        changed += [name for row, entry in pairs for name in fill(row, entry)]
    else:
        for entry in items:
            meeting.agenda_items.append(AgendaItem(provenance=Provenance.IMPORTED, **entry.values))
        changed += ["items"] if items else []
    if changed:
        audit.record("agenda.entered", meeting, actor=actor, body_id=meeting.body_id, items=len(items))


def record_reports(meeting: Meeting, reports: Sequence[Entry], *, actor: Actor) -> None:
    """Enter the reports to a meeting, once."""
    if not reports or queries.has_reports(meeting):
        return
    by_number = {item.number: item for item in meeting.agenda_items if item.number}
    for entry in reports:
        values = dict(entry.values)
        item = by_number.get(values.pop("item_number"))
        report = Report(meeting=meeting, agenda_item=item, provenance=Provenance.IMPORTED, **values)
        report.is_exempt = item is not None and item.is_exempt
        report.recommendations = [Recommendation(**part.values) for part in entry.parts["recommendations"]]
        report.appendices = [Appendix(**part.values) for part in entry.parts["appendices"]]
        report.contact_officers = [ContactOfficer(**part.values) for part in entry.parts["contact_officers"]]
        db.session.add(report)
        audit.record("report.entered", report, actor=actor, body_id=meeting.body_id, words={"subject": report.subject})


def record_held(meeting: Meeting, facts: Entry, *, kept: Sequence[str], actor: Actor) -> None:
    """Enter what the minutes say of the meeting itself. They were there: they say more than the agenda."""
    if meeting.minutes_state is not None:
        changed = fill(meeting, facts)
    else:
        said = {name for name, value in facts.values.items() if value is not None and name not in kept}
        changed = fill(meeting, Entry(facts.values, {*facts.corrected, *said}))
        meeting.minutes_state = MinutesState.DRAFT_PUBLISHED
        if meeting.state in BEFORE_IT_IS_HELD:
            meeting.state = MeetingState.CLOSED
        changed.append("minutes_state")
    if changed:
        audit.record("meeting.held", meeting, actor=actor, body_id=meeting.body_id, on=meeting.on)


def record_attendance(meeting: Meeting, lines: Sequence[Entry], *, actor: Actor) -> None:
    """Enter who was there, as printed. Whom each name means is said when the whole register is brought up to date."""
    if meeting.attendances:
        _correct_attendance(meeting, lines, actor=actor)
        return
    seen: set[tuple[str, str]] = set()
    for entry in lines:
        line = Attendance(provenance=Provenance.IMPORTED, **entry.values)
        place = (line.capacity, name_key(line.name_printed))
        if place not in seen:
            meeting.attendances.append(line)
        seen.add(place)
    if lines:
        count = len(meeting.attendances)
        audit.record("attendance.entered", meeting, actor=actor, body_id=meeting.body_id, lines=count)


def _correct_attendance(meeting: Meeting, lines: Sequence[Entry], *, actor: Actor) -> None:
    by_place = {line.position: line for line in meeting.attendances}
    for entry in lines:
        line = by_place.get(entry.values["position"])
        if line is not None and entry.corrected and (changed := fill(line, entry)):
            audit.record("attendance.corrected", line, actor=actor, body_id=meeting.body_id, fields=changed)


def record_declarations(meeting: Meeting, declarations: Sequence[Entry], *, actor: Actor) -> None:
    """Enter the interests that were declared, as printed, once."""
    if not declarations or queries.has_declarations(meeting):
        return
    for entry in declarations:
        interest = Interest(meeting=meeting, provenance=Provenance.IMPORTED, **entry.values)
        db.session.add(interest)
        words: dict[str, str | None] = {"words": interest.words}
        audit.record("interest.entered", interest, actor=actor, body_id=meeting.body_id, words=words)
